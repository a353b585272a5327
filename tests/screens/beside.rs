//! A later report side by side with an earlier one: proposed pairs, and confirming them.

use plenary::model::{BlockKind, Document, Language, Place};
use plenary::store::bundled;

use super::Delegate;

/// A later version of the bundled report: other sessions, one step with a weaker force, one dropped, one reworded.
fn later() -> Document {
    let mut document = bundled::documents().into_iter().next().expect("the first report is bundled");
    document.symbol = "A/78/265".parse().expect("a symbol");
    let gone = |place: &Place| matches!(place, Place::Step(section, number) if section == &["B"] && number == &["1"]);
    document.blocks.retain(|block| !gone(&block.address.place));
    for block in document.blocks.iter_mut().filter(|block| block.kind == BlockKind::NextStep) {
        block.text = block
            .text
            .replace("quatrième et cinquième sessions", "sixième, septième et huitième sessions")
            .replace("conviennent d’établir", "pourraient établir")
            .replace(
                "de partager, à titre volontaire, les documents",
                "de tenir des ateliers sur les câbles et balises, les fanaux",
            );
    }
    document
}

fn desk() -> Delegate {
    Delegate::with("2023-03-07", Some(later())).on(120, 40).reading("A/78/265:annex/E/next/2").press("t")
}

#[test]
fn a_later_report_is_announced_with_the_number_of_pairs() {
    let words = desk().words();
    assert!(words.contains("Suivi · A/78/265") && words.contains("paires à confirmer"), "{words}");
    assert!(!desk().reading("A/77/275:annex/E/next/2").words().contains("à confirmer"));
}

#[test]
fn pairs_are_shown_with_changed_words_and_confirmed_one_by_one() {
    let desk = desk().press("B");
    let words = desk.words();
    assert!(words.contains("A/77/275 → A/78/265"), "{words}");
    assert!(words.contains("B.1 → –    abandonnée"), "{words}");
    let desk = desk.types("reformulée accord");
    let words = desk.words();
    assert!(words.contains("E.2 → E.2  reformulée · accord → faculté"), "{words}");
    assert!(words.contains("4+5 → 6+7+8"), "{words}");
    assert!(words.contains("{-conviennent d’-} {+pourraient"), "{words}");
    let confirmed = desk.press("Enter");
    let words = confirmed.words();
    assert!(words.contains("✓ E.2 → E.2"), "{words}");
    assert!(
        confirmed.footer().contains("A/78/265, annexe, étape 2 de la section E"),
        "{}",
        confirmed.footer()
    );
    let tracker = confirmed.press("Esc").reading("A/77/275:annex/E/next/2");
    let words = tracker.words();
    let row = words.lines().find(|line| line.contains("E.2  ")).unwrap_or_default();
    assert_eq!(row.matches("✗ remplacée").count(), 2, "{words}");
    let back = tracker.press("u").words();
    let row = back.lines().find(|line| line.contains("E.2  ")).unwrap_or_default();
    assert_eq!(row.matches("○ ouverte").count(), 2, "{back}");
}

#[test]
fn confirming_again_undoes_it() {
    let desk = desk().press("B").types("reformulée accord").press("Enter Enter");
    assert!(!desk.words().contains('✓'), "{}", desk.words());
    assert!(desk.footer().contains("E.2 a retrouvé son état antérieur"), "{}", desk.footer());
}

#[test]
fn with_a_single_report_the_key_shows_a_message() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/2").press("t B");
    assert!(desk.footer().contains("pas d’autre rapport"), "{}", desk.footer());
}

#[test]
fn an_undated_report_in_another_language_is_not_taken_for_a_later_one() {
    let mut undated = bundled::documents().into_iter().next().expect("the first report is bundled");
    (undated.symbol, undated.language, undated.date) =
        ("A/AC.292/2022/CRP.9".parse().expect("a symbol"), Language::EN, None);
    let desk = Delegate::with("2023-03-07", Some(undated)).on(120, 40);
    let desk = desk.reading("A/77/275:annex/E/next/2").press("t");
    assert!(
        desk.words().contains("Suivi · A/77/275") && !desk.words().contains("à confirmer"),
        "{}",
        desk.words()
    );
    let desk = desk.press("B");
    assert!(desk.footer().contains("pas d’autre rapport"), "{}", desk.footer());
}
