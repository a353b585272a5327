//! Several passages in one reference, and agenda items, in the list of passages.

use crate::screens::Delegate;

#[test]
fn several_passages_are_read_one_after_the_other() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/76/135:1").press("g").types("annexe 16-18");
    assert!(desk.words().contains("3 passages"), "{}", desk.words());
    let desk = desk.press("Enter");
    assert_eq!((desk.place().as_str(), desk.footer().starts_with("1 sur 3")), ("A/77/275:annex/16", true));
    let desk = desk.press(";");
    assert_eq!((desk.place().as_str(), desk.footer().starts_with("2 sur 3")), ("A/77/275:annex/17", true));
    let desk = desk.press("; ;");
    assert_eq!(desk.place(), "A/77/275:annex/16", "after the last one comes the first");
    assert_eq!(desk.press(",").place(), "A/77/275:annex/18");
}

#[test]
fn passages_of_several_documents_are_read_one_after_the_other() {
    let desk = Delegate::at("2023-03-07").press("g").types("g57d, an16a").press("Enter");
    assert_eq!(desk.place(), "A/76/135:57/d");
    let desk = desk.press(";");
    assert_eq!(desk.place(), "A/77/275:annex/16/a");
    assert_eq!(desk.press("Alt-Left").place(), "A/76/135:57/d", "each of them can be gone back to");
}

#[test]
fn another_row_opens_its_passage_with_the_others() {
    let desk = Delegate::at("2023-03-07").press("g").types("E.2-E.4").press("Down Enter");
    assert_eq!(desk.place(), "A/77/275:annex/E/next/3");
    assert_eq!(desk.press(";").place(), "A/77/275:annex/E/next/4");
}

#[test]
fn a_search_takes_the_place_of_the_passages_named_together() {
    let desk = Delegate::at("2023-03-07").press("g").types("annexe 16-18").press("Enter");
    let desk = desk.press("/").types("mondial").press("Enter");
    let found = desk.place();
    assert_ne!(desk.press(";").place(), found, "the next place is one of the search");
}

#[test]
fn an_agenda_item_leads_to_its_section_of_the_report_and_then_to_the_item() {
    for typed in ["5f", "item 5 f", "point 5 f)", "g5f"] {
        let list = Delegate::at("2023-03-07").press("g").types(typed);
        assert_eq!(list.press("Enter").place(), "A/77/275:annex/heading/E", "{typed}");
    }
    let list = Delegate::at("2023-03-07").press("g").types("item 5 f");
    assert_eq!(list.press("Down Enter").place(), "A/77/275:item/5/f");
}
