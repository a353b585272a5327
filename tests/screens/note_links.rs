//! Links in notes: `[[g57d]]` and citations lead to passages, and the passages show the notes that cite them.

use insta::assert_snapshot;
use plenary::app::layer::Layer;

use crate::screens::Delegate;

const STEP: &str = "A/77/275:annex/E/next/2";

/// A note with these words on next step E.2, open.
fn noting(words: &str) -> Delegate {
    Delegate::at("2023-03-07").on(140, 50).reading(STEP).press("n").types(words)
}

/// The desk at a passage after a note with these words was written on next step E.2.
fn after_noting(words: &str, passage: &str) -> Delegate {
    noting(words).press("Esc").reading(passage)
}

/// The texts in the notes pane.
fn shown(desk: &Delegate) -> Vec<String> {
    let notes = desk.app.panes.notes.shown(&desk.app.context());
    notes.into_iter().map(|note| note.text.clone()).collect()
}

fn has_list(desk: &Delegate) -> bool {
    matches!(desk.app.layers.last(), Some(Layer::Picker(_)))
}

#[test]
fn a_note_is_shown_at_the_passage_it_cites() {
    for words in [
        "comme [[g57d]]",
        "voir A/76/135, par. 57 d)",
        "see A/76/135, para. 57 (d)",
        "A/76/135, par. 57",
        "par. 56 à 58 du document A/76/135",
    ] {
        let desk = after_noting(words, "A/76/135:57/d");
        assert_eq!(shown(&desk), [words], "{words}");
        assert!(desk.words().contains("← A/77/275"), "{}", desk.words());
        let elsewhere = after_noting(words, "A/76/135:71");
        assert_eq!(shown(&elsewhere), Vec::<String>::new(), "{words}");
    }
}

#[test]
fn a_citation_without_a_document_is_one_of_the_document_the_note_is_about() {
    let desk = after_noting("déjà au par. 16 b)", "A/77/275:annex/16/b");
    assert_eq!(shown(&desk), ["déjà au par. 16 b)"], "in the part the note is about");
    assert!(desk.words().contains("← E.2"), "{}", desk.words());
    assert_eq!(shown(&desk.reading("A/77/275:16")), Vec::<String>::new());
}

#[test]
fn a_name_that_several_passages_have_is_not_shown_at_any_but_listed_when_followed() {
    let desk = after_noting("[[par. 9]]", "A/76/135:9");
    assert_eq!(shown(&desk), Vec::<String>::new());
    let desk = noting("[[rien de tel]]");
    assert!(desk.words().contains("passage inconnu"), "{}", desk.words());
    let desk = desk.press("Ctrl-g");
    assert!(!has_list(&desk));
    assert_eq!(desk.place(), STEP);
}

#[test]
fn a_link_is_followed_from_the_note_being_written_and_the_note_stays_open() {
    let desk = noting("voir [[g57d]]").press("Ctrl-g");
    assert_eq!(desk.place(), "A/76/135:57/d");
    let desk = desk.types(" et plus");
    assert_eq!(desk.app.typing().expect("the note is open").editor.text(), "voir [[g57d]] et plus");
    let desk = noting("[[g57d]], [[g71]] ").press("Ctrl-g");
    assert!(has_list(&desk), "none is at the cursor: both are listed");
    let desk = desk.press("Down Enter");
    assert_eq!(desk.place(), "A/76/135:71");
    assert!(desk.app.typing().is_some());
}

#[test]
fn where_letters_are_commands_enter_follows_the_link_at_the_cursor() {
    let desk = Delegate::at("2023-03-07").on(140, 50).with_keys("vim").reading(STEP);
    let desk = desk.press("A").types("voir [[g57d]]").press("Esc Enter");
    assert_eq!(desk.place(), "A/76/135:57/d");
    assert_eq!(desk.app.typing().expect("the note is open").editor.text(), "voir [[g57d]]");
}

#[test]
fn enter_on_a_note_with_links_lists_them_and_edits_one_without_links() {
    for keymap in ["default", "azerty"] {
        let desk = Delegate::at("2023-03-07").on(140, 50).with_keys(keymap).reading(STEP);
        let desk = desk.press("n").types("voir [[g57d]] et [[g71]]").press("Esc Tab Tab Enter");
        assert!(has_list(&desk), "{}", desk.screen());
        assert!(desk.words().contains("A/76/135, par. 57 d)"), "{}", desk.words());
        assert_eq!(desk.press("Down Enter").place(), "A/76/135:71", "{keymap}");
    }
    let desk = after_noting("voir [[g57d]]", STEP).press("Tab Tab Enter").types("modifier").press("Enter");
    assert!(desk.app.typing().is_some(), "the last row edits the note: {}", desk.screen());
    let desk = after_noting("sans lien", STEP).press("Tab Tab Enter");
    assert!(desk.app.typing().is_some(), "without links Enter edits");
}

#[test]
fn enter_on_a_note_from_elsewhere_leads_to_where_it_was_written() {
    let desk = after_noting("comme [[g57d]]", "A/76/135:57/d").press("Tab Tab Enter Enter");
    assert_eq!(desk.place(), STEP);
    let chosen = desk.app.panes.notes.chosen(&desk.app.context()).map(|note| note.text.clone());
    assert_eq!(chosen.as_deref(), Some("comme [[g57d]]"));
}

#[test]
fn links_are_followed_both_ways_at_the_desk() {
    let desk = after_noting("comme [[g57d]]", STEP).press("Tab Tab J");
    assert_eq!(desk.place(), "A/76/135:57/d", "from the note to what it cites");
    let desk = desk.press("J");
    assert_eq!(desk.place(), STEP, "from what is cited back to where the note is");
    let chosen = desk.app.panes.notes.chosen(&desk.app.context()).map(|note| note.text.clone());
    assert_eq!(chosen.as_deref(), Some("comme [[g57d]]"));
}

#[test]
fn what_a_note_cites_follows_its_changes() {
    let desk = after_noting("comme [[g57d]]", STEP).press("Tab Tab e").types(" et").press("Esc");
    assert_eq!(shown(&desk.reading("A/76/135:57/d")), ["comme [[g57d]] et"]);
    let desk = after_noting("comme [[g57d]]", STEP).press("Tab Tab e Ctrl-a").types("sans lien").press("Esc");
    let desk = desk.reading("A/76/135:57/d");
    assert_eq!(shown(&desk), Vec::<String>::new());
    let desk = desk.press("u");
    assert_eq!(shown(&desk), ["comme [[g57d]]"], "undo brings the link back");
    let desk = desk.reading(STEP).press("x").reading("A/76/135:57/d");
    assert_eq!(shown(&desk), Vec::<String>::new(), "a deleted note cites nothing");
}

#[test]
fn a_citation_put_into_a_note_with_its_key_is_a_link() {
    let desk = noting("").press("Ctrl-o g").types("g57d").press("Enter Ctrl-y Esc");
    assert_eq!(desk.place(), "A/76/135:57/d");
    assert_eq!(shown(&desk).len(), 1);
}

#[test]
fn links_in_a_note_are_drawn() {
    for (columns, rows) in [(80, 24), (140, 50)] {
        let at = |desk: Delegate| {
            let desk = desk.on(columns, rows).reading(STEP).press("n");
            desk.types("Reprend [[g57d]], pas [[xyz]] ; voir A/76/135, par. 71")
        };
        let name = format!("links-{columns}x{rows}");
        assert_snapshot!(format!("{name}-fr"), at(Delegate::at("2023-03-07")).screen());
        assert_snapshot!(format!("{name}-en"), at(Delegate::at("2023-03-07").in_english()).screen());
        let cited = at(Delegate::at("2023-03-07")).press("Esc").reading("A/76/135:57/d");
        assert_snapshot!(format!("{name}-cited-fr"), cited.screen());
    }
}
