//! The browser of notes and interventions: filtered while typing, grouped, opened, edited in place; and the marks on items,
//! passages and steps that show that there are notes.

use chrono::{DateTime, TimeDelta};
use plenary::app::layer::Layer;
use plenary::base::Now;
use plenary::workspace::Note;

use super::Delegate;

/// A desk with interventions on two steps and a note of our own on a paragraph.
fn desk() -> Delegate {
    let desk = Delegate::at("2023-03-06").on(100, 30).reading("A/77/275:annex/E/next/2");
    let lines = [
        "Égypte au nom du Groupe arabe ? E.2 qui paie",
        "Iran - E.2 contre",
        "fr + E.3 oui",
        "Chili + E.2 volontiers",
    ];
    let desk = lines.iter().fold(desk, |desk, line| desk.press("i").types(line).press("Enter"));
    desk.reading("A/77/275:annex/16/a").press("n").types("notre avis : attendre").press("Esc")
}

fn browser(desk: &Delegate) -> &plenary::app::screen::browser::State {
    match desk.app.layers.last() {
        Some(Layer::Browser(state)) => state,
        other => panic!("the browser is on top, not {other:?}"),
    }
}

#[test]
fn everything_is_listed_newest_first_and_filtered_as_one_types() {
    let desk = desk().press("N");
    assert_eq!(browser(&desk).counts(), (5, 5));
    let words = desk.words();
    let place = |text: &str| words.find(text).unwrap_or_else(|| panic!("{text} in {words}"));
    assert!(place("notre avis") < place("volontiers") && place("volontiers") < place("qui paie"), "{words}");
    let mut desk = desk;
    for (typed, found) in
        [("egypte", 1), ("arab", 1), ("e.2", 3), ("confiance oppose", 1), ("attendre", 1), ("zzz", 0)]
    {
        desk = desk.press("Ctrl-u").types(typed);
        assert_eq!(browser(&desk).counts(), (found, 5), "{typed}");
    }
}

#[test]
fn more_letters_and_fewer_letters_find_what_typing_from_the_start_finds() {
    let desk = desk().press("N").types("e");
    let of_e = browser(&desk).counts();
    let desk = desk.types(".3");
    assert_eq!(browser(&desk).counts().0, 1);
    let desk = desk.press("Backspace Backspace");
    assert_eq!(browser(&desk).counts(), of_e);
    assert_eq!(browser(&desk.press("Ctrl-u")).counts(), (5, 5));
}

#[test]
fn groups_have_counts_and_stances_beside_their_names() {
    let desk = desk().press("N");
    assert!(desk.words().contains("lundi 6 mars 2023"), "{}", desk.words());
    assert!(desk.words().contains("5 +2 -1"), "{}", desk.words());
    let desk = desk.press("Tab");
    assert!(desk.words().contains("5 f)") && desk.words().contains("[point]"), "{}", desk.words());
    let desk = desk.press("Tab");
    assert!(
        desk.words().contains("étape 2 de la section E") && desk.words().contains("3 +1 -1"),
        "{}",
        desk.words()
    );
    let desk = desk.press("Tab Tab");
    assert!(desk.words().contains("- s’oppose") && desk.words().contains("sans avis"), "{}", desk.words());
    let desk = desk.press("Tab");
    assert!(desk.words().contains("4e session"), "{}", desk.words());
    let desk = desk.press("Tab Shift-Tab Shift-Tab Shift-Tab");
    assert!(
        desk.words().contains("[délégation]") && desk.words().contains("nos propres notes"),
        "{}",
        desk.words()
    );
    // From group to group: Chile, Egypt, France.
    let desk = desk.press("Home Right Right");
    let note = browser(&desk).chosen(&desk.app.context()).expect("a note");
    assert_eq!(note.delegation.as_deref(), Some("FRA"));
}

#[test]
fn enter_opens_the_passage_with_the_note() {
    let desk = desk().press("N").types("iran").press("Enter");
    assert!(desk.app.layers.is_empty());
    assert_eq!(desk.app.desk.here.reference().to_string(), "A/77/275:annex/E/next/2");
    let chosen = desk.app.panes.notes.chosen(&desk.app.context()).expect("a note");
    assert_eq!(chosen.text, "contre");
}

#[test]
fn a_note_is_edited_in_place_and_the_browser_is_there_again() {
    let desk = desk().press("N").types("attendre").press("Ctrl-e");
    assert!(desk.app.typing().is_some());
    let desk = desk.types(" encore").press("Esc");
    assert_eq!(browser(&desk).counts(), (1, 5));
    assert!(desk.words().contains("attendre encore"), "{}", desk.words());
}

#[test]
fn a_restricted_note_is_marked_by_sign_and_word() {
    let desk = desk().press("N").types("iran");
    assert!(!desk.words().contains("⊘ réservé"));
    let desk = desk.press("Ctrl-r");
    assert!(desk.words().contains("⊘ réservé"), "{}", desk.words());
    let desk = desk.press("Ctrl-u").types("réservé");
    assert_eq!(browser(&desk).counts(), (1, 5));
}

#[test]
fn items_passages_and_steps_show_that_there_are_notes_and_how_many_spoke_for_and_against() {
    let desk = desk().on(140, 50).reading("A/77/275:annex/E/next/3");
    let words = desk.words();
    assert!(words.contains("✎5 +2 -1"), "the agenda item: {words}");
    assert!(words.contains("✎3 +1 -1"), "the second step: {words}");
    let words = desk.press("t").words();
    assert!(words.contains("✎3 +1 -1") && words.contains("✎1 +1"), "the tracker: {words}");
}

/// Many notes.
fn many(count: usize) -> Delegate {
    let mut desk = Delegate::at("2023-03-06").on(80, 24).reading("A/77/275:annex/E/next/2");
    let start = DateTime::parse_from_rfc3339("2023-03-01T10:00:00-05:00").expect("a moment");
    for nth in 0..count {
        let seconds = i64::try_from(nth).expect("a small number") * 30;
        let mut random = [0; 10];
        random[..8].copy_from_slice(&nth.to_be_bytes());
        let now = Now::new(start + TimeDelta::seconds(seconds), random);
        let mut note = Note::new(&now, "Roy", format!("nth{nth} on capacities and registers"));
        note.anchor = Some(format!("A/77/275:annex/{}", 1 + nth % 18).parse().expect("a passage"));
        note.delegation = (nth % 2 == 0).then(|| ["FRA", "IRN", "KEN", "CHL"][nth / 2 % 4].to_owned());
        desk.app.workspace.notebook.add(note);
    }
    desk
}

#[test]
fn five_thousand_notes_are_filtered_from_what_was_found_before() {
    let desk = many(5000).press("N");
    assert_eq!(browser(&desk).counts(), (5000, 5000));
    let desk = desk.types("nth49");
    assert_eq!(browser(&desk).counts().0, 111, "49, 49x and 49xx");
    let desk = desk.types("99");
    assert_eq!(browser(&desk).counts().0, 1);
    let desk = desk.press("Tab Tab Tab Ctrl-u");
    assert_eq!(browser(&desk).counts(), (5000, 5000));
    assert_eq!(browser(&desk).groups.len(), 5, "four delegations and our own notes");
}
