//! Amendments at the desk: words opened for change, lists, and the text with what is proposed.

use plenary::workspace::Note;
use plenary::workspace::amendment::{Amendment, AmendmentStatus, Operation};

use super::Delegate;

const PASSAGE: &str = "A/77/275:annex/17/e";

fn at_17e() -> Delegate {
    Delegate::at("2023-03-06").on(140, 50).reading(PASSAGE)
}

fn only(desk: &Delegate) -> &Note {
    let mut all = desk.app.workspace.amendments.notes();
    let only = all.next().expect("an amendment");
    assert!(all.next().is_none(), "one amendment");
    only
}

/// The amendment of the delegation: words at the end of 17 (e).
fn amended() -> Delegate {
    at_17e().press("a Backspace").types(" et prévisibles.").press("Esc")
}

/// What a pane shows, in one line; the keys lead to it from the agenda.
fn pane(desk: Delegate, keys: &str) -> String {
    let shown = desk.press(keys).press("z").words();
    let lines = shown.lines().map(|line| line.trim_matches(['│', '▌', '±', '→', '↔', '←', ' ']));
    lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn reader(desk: Delegate) -> String {
    pane(desk, "Tab")
}

fn notes(desk: Delegate) -> String {
    pane(desk, "Tab Tab")
}

#[test]
fn a_opens_the_words_of_the_passage_and_keeps_what_is_typed() {
    let desk = at_17e().press("a");
    let screen = desk.words();
    let shown = ["Au vu des initiatives", "## Variante", "## Motif", "## Coauteurs", "## Proposé par"];
    assert!(shown.iter().all(|part| screen.contains(part)), "{screen}");
    let desk = desk.press("Backspace").types(" et prévisibles.").press("Esc");
    let amendment = Amendment::of(only(&desk));
    let old = amendment.original.clone().expect("the words it was made on");
    assert_eq!(amendment.note.anchor.as_ref().unwrap().to_string(), PASSAGE);
    assert_eq!(amendment.wordings()[0].text, old.replace("existants.", "existants et prévisibles."));
    let screen = desk.words();
    assert!(screen.contains("AMENDEMENT · nous · projet"), "{screen}");
    let screen = notes(desk);
    assert!(
        screen.contains("Au paragraphe 17 e) de l’annexe, à la fin, ajouter « et prévisibles »"),
        "{screen}"
    );
}

#[test]
fn words_left_as_they_are_make_no_amendment() {
    let desk = at_17e().press("a Esc");
    assert_eq!(desk.app.workspace.amendments.len(), 0);
    let desk = desk.press("a").types("x").press("Backspace Esc");
    assert_eq!(desk.app.workspace.amendments.len(), 0);
}

#[test]
fn reason_sponsors_and_proposer_are_written_below_their_headings() {
    let desk = amended().press("a Enter");
    let desk = desk.press("Ctrl-End").types("Brésil").press("Esc");
    let amendment = Amendment::of(only(&desk));
    assert_eq!((amendment.by().as_deref(), amendment.status), (Some("Brésil"), AmendmentStatus::Tabled));
    assert!(desk.words().contains("AMENDEMENT · Brésil · déposé"), "{}", desk.words());
    // One undo takes the last change back, another one the amendment.
    let desk = desk.press("u");
    assert_eq!(Amendment::of(only(&desk)).by(), None);
    assert_eq!(desk.press("u").app.workspace.amendments.len(), 0);
}

#[test]
fn amendments_on_a_passage_are_offered_before_new_ones() {
    let desk = amended().press("a");
    let screen = desk.words();
    assert!(screen.contains("Amendements à ce passage") && screen.contains("{+et prévisibles+}"), "{screen}");
    let desk = desk.press("Down Down Down Down Enter");
    let desk = desk.press("Esc");
    let operations: Vec<Operation> =
        desk.app.workspace.amendments.notes().map(|note| Amendment::of(note).operation).collect();
    assert!(operations.contains(&Operation::Delete) && operations.len() == 2, "{operations:?}");
}

#[test]
fn new_passages_are_proposed_with_their_own_key() {
    let desk = at_17e().press("I Down Down Enter").types("Les États versent des contributions.").press("Esc");
    let amendment = Amendment::of(only(&desk));
    assert_eq!(amendment.operation, Operation::InsertAfter);
    assert_eq!(amendment.wordings()[0].text, "Les États versent des contributions.");
    let screen = notes(desk);
    assert!(screen.contains("Ajouter un nouveau paragraphe 17 e) bis de l’annexe"), "{screen}");
}

#[test]
fn all_amendments_of_a_document_are_listed_and_lead_to_their_passage() {
    let desk = at_17e().press("M");
    assert!(desk.footer().contains("Il n’y a pas encore d’amendements à A/77/275"), "{}", desk.footer());
    let desk = amended().reading("A/77/275:annex/3").press("M");
    assert!(desk.words().contains("Amendements à ce document"), "{}", desk.words());
    assert_eq!(desk.press("Enter").place(), PASSAGE);
}

#[test]
fn passages_with_amendments_have_a_sign_and_a_word() {
    let screen = amended().words();
    assert!(screen.contains("± 1 amendement"), "{screen}");
}

#[test]
fn the_marked_text_shows_what_each_source_proposes() {
    let desk = amended().press("a Enter");
    // An alternative of another delegation, below the heading for it.
    let desk = desk.press("Down Down").types("\n");
    let desk = desk.press("Esc");
    let note = only(&desk).clone();
    let original = Amendment::of(&note).original.expect("the old words");
    let theirs = original.replace("existants.", "existants et durables.");
    let text = note.text.replace("## Variante\n", &format!("## Variante : BRA\n{theirs}\n"));
    let mut desk = desk;
    desk.app.workspace.amendments.add(note.with_body(text, None));
    let screen = reader(desk.press("m"));
    assert!(screen.contains("existants [nous: et prévisibles] [BRA: et durables]."), "{screen}");
}

#[test]
fn the_marked_text_can_be_read_without_colours() {
    let mut desk = at_17e();
    let old = desk.app.desk.here.document.blocks[desk.app.desk.here.block].text.clone();
    desk = desk.press("a").press("Ctrl-Home").types("Tous ").press("Esc m");
    let screen = desk.words();
    assert!(screen.contains("[nous: Tous]"), "{screen}");
    let desk = desk.press("a Down Down Down Down Enter Esc");
    let screen = desk.words();
    assert!(screen.contains(&format!("{{-{}", &old[..10])) && screen.contains("supprimer]"), "{screen}");
}

#[test]
fn the_marked_text_follows_undo_languages_and_other_documents() {
    const OURS: &str = "existants [nous: et prévisibles].";
    let marked = || amended().press("m");
    assert!(reader(marked()).contains(OURS));
    assert!(!reader(marked().press("m")).contains("[nous"));
    assert!(!reader(marked().press("u")).contains("[nous"));
    let elsewhere = marked().press("u U").reading("A/RES/78/237:pp/7").press("Tab j j k");
    assert_eq!(elsewhere.place(), "A/RES/78/237:pp/8");
    assert!(reader(marked().press("L")).contains("existants [ours: et prévisibles]."));
}

#[test]
fn the_status_is_set_in_the_list_and_taken_back_by_undo() {
    let status = |desk: &Delegate| Amendment::of(only(desk)).status;
    let desk = amended().press("M Ctrl-t");
    assert!(desk.words().contains("État de : AMENDEMENT · nous · projet"), "{}", desk.words());
    // The current status is chosen when the list opens.
    let desk = desk.press("Down Enter");
    assert_eq!(status(&desk), AmendmentStatus::Tabled);
    assert!(desk.footer().contains("État de l’amendement : déposé"), "{}", desk.footer());
    assert!(desk.words().contains("AMENDEMENT · nous · déposé"), "{}", desk.words());
    let desk = desk.press("Esc u");
    assert_eq!(status(&desk), AmendmentStatus::Draft);
    // The list of the passage has the same key; what is new there has no status.
    let desk = desk.press("a Ctrl-t").types("retiré").press("Enter Down Ctrl-t Enter");
    assert_eq!(status(&desk), AmendmentStatus::Withdrawn);
}
