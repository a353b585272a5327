//! The process files agree with the documents: every date is in the passage it cites.

use plenary::base::text::fold;
use plenary::model::{Language, Reference, Shelf};
use plenary::store::{bundled, process};

fn shelf() -> Shelf {
    Shelf::new(bundled::documents())
}

fn words(shelf: &Shelf, citation: &str) -> String {
    let passage: Reference = citation.parse().unwrap_or_else(|()| panic!("{citation} is not SYMBOL:ADDRESS"));
    let document =
        shelf.get(&passage.symbol, Language::FR).unwrap_or_else(|| panic!("{citation}: not in the library"));
    let block = document.block(&passage.address).unwrap_or_else(|| panic!("{citation}: no such passage"));
    fold(&block.text)
}

#[test]
fn the_dates_of_a_session_are_in_the_passage_it_cites() {
    let shelf = shelf();
    let mut checked = 0;
    for process in process::processes() {
        for session in &process.sessions {
            let quoted = fold(&session.words);
            let citation = session.citation.as_deref().expect("every date has its passage");
            let passage = words(&shelf, citation);
            assert!(passage.contains(&quoted), "{citation}: {:?}\n{passage}", session.words);
            checked += 1;
        }
    }
    assert!(checked > 20, "only {checked} sessions were checked");
}

#[test]
fn agenda_items_and_sections_exist_in_the_documents() {
    let shelf = shelf();
    for process in process::processes() {
        words(&shelf, &process.agenda.to_string());
        for link in &process.items {
            words(&shelf, &format!("{}:{}", process.agenda.symbol, link.item));
        }
        for report in &process.reports {
            words(&shelf, report.citation.as_deref().expect("every pairing has its passage"));
            for (item, section) in &report.sections {
                words(&shelf, &format!("{}:{section}", report.symbol));
                assert!(process.items.iter().any(|link| link.item == *item), "{item}");
            }
        }
    }
}
