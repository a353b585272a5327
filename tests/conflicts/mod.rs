//! Conflicts: another program changes the files while the delegate types, undoes and deletes; both versions stay.

#![allow(clippy::disallowed_methods, reason = "it is another program that writes here")]

mod desk;

use desk::Desk;
use plenary::app::overlay::{Overlay, Picker};
use plenary::workspace::{Kind, Note};

/// An existing note in which the delegate types on after another program has saved other words.
fn in_conflict() -> Desk {
    let desk = Desk::with_note("le mien").other_program_writes("le mien", "le leur");
    desk.press("e").types(" PLUS").settle()
}

#[test]
fn undo_after_a_conflict_leaves_the_other_version_alone() {
    let desk = in_conflict().press("Esc").shows(&["le leur", "le mien PLUS"]);
    let desk = desk.press("u").shows(&["le leur", "le mien"]);
    let desk = desk.press("U").shows(&["le leur", "le mien PLUS"]);
    let desk = desk.press("u u").shows(&["le leur"]);
    assert_eq!(desk.on_disk(".trash"), ["le mien"], "the note that was made and undone");
    desk.press("U").shows(&["le leur", "le mien"]);
}

#[test]
fn emptying_a_note_in_conflict_and_undoing_that_leaves_the_other_version_alone() {
    let desk = in_conflict().press("Ctrl-a Backspace Esc").shows(&["le leur"]);
    assert_eq!(desk.on_disk(".trash"), ["le mien"], "as it was before it was emptied");
    let desk = desk.press("u").shows(&["le leur", "le mien"]);
    let desk = desk.press("U").shows(&["le leur"]);
    desk.press("u").shows(&["le leur", "le mien"]);
}

/// A line being typed whose draft another program changes.
fn line_in_conflict(keys: &str) -> Desk {
    let desk = Desk::new().press(keys).types("le mien").settle();
    desk.other_program_writes("le mien", "le leur")
}

#[test]
fn an_intervention_typed_on_after_a_conflict_overwrites_nothing() {
    for finish in ["Enter", "Esc"] {
        let desk = line_in_conflict("i").types(" P").settle().types("L").settle().types("US").settle();
        assert_eq!(desk.on_disk(""), ["le leur", "le mien PLUS"]);
        let desk = desk.press(finish);
        match finish {
            "Enter" => drop(desk.shows(&["le leur", "le mien PLUS"]).press("u").shows(&["le leur"])),
            _ => {
                let desk = desk.shows(&["le leur"]);
                assert_eq!(desk.on_disk(".trash"), ["le mien PLUS"]);
            }
        }
    }
}

#[test]
fn cancelling_an_intervention_leaves_what_another_program_wrote_to_its_draft() {
    let desk = line_in_conflict("i").press("Esc").shows(&["le leur"]);
    assert_eq!(desk.on_disk(".trash"), ["le mien"]);
    assert!(line_in_conflict("i").press("Esc").settle().delegate().footer().contains("corbeille"));
}

#[test]
fn a_remark_typed_on_after_a_conflict_overwrites_nothing() {
    for finish in ["Enter", "Esc"] {
        let desk = line_in_conflict("t r m").types(" P").settle().types("LUS").settle();
        assert_eq!(desk.on_disk(""), ["le leur", "le mien PLUS"]);
        let desk = desk.press(finish).shows(&["le leur"]);
        assert_eq!(desk.on_disk(".trash"), ["le mien PLUS"]);
    }
}

#[test]
fn reading_again_in_the_middle_of_a_line_does_not_let_the_next_letter_overwrite() {
    let desk = line_in_conflict("i").reload().types(" PLUS").press("Enter");
    desk.shows(&["le leur", "le mien PLUS"]);
    let desk = line_in_conflict("i").reload().press("Esc").shows(&["le leur"]);
    assert_eq!(desk.on_disk(".trash"), ["le mien"]);
}

#[test]
fn reading_again_in_the_middle_of_a_note_does_not_let_the_next_letter_overwrite() {
    let desk = Desk::with_note("le mien").press("e").types(" P").settle();
    let desk = desk.other_program_writes("le mien P", "le leur").reload().types("LUS").press("Esc");
    let desk = desk.shows(&["le leur", "le mien PLUS"]);
    desk.press("u").shows(&["le leur", "le mien"]);
}

#[test]
fn an_open_note_in_which_nothing_was_typed_shows_what_was_read_again() {
    let desk = Desk::with_note("le mien").press("e").other_program_writes("le mien", "le leur").reload();
    assert!(desk.delegate().words().contains("le leur"), "{}", desk.delegate().words());
    // What is typed into it is based on what is shown: no conflict.
    let desk = desk.types(" et le mien").press("Esc").shows(&["le leur et le mien"]);
    desk.press("u").shows(&["le leur"]);
}

#[test]
fn every_letter_may_meet_another_conflict() {
    let desk = Desk::with_note("un").other_program_writes("un", "deux").press("e").types(" A").settle();
    let desk = desk.other_program_writes("un A", "trois").types("B").settle();
    let desk = desk.other_program_writes("un AB", "quatre").types("C").press("Esc");
    let desk = desk.shows(&["deux", "quatre", "trois", "un ABC"]);
    let desk = desk.press("u").shows(&["deux", "quatre", "trois", "un"]);
    let desk = desk.other_program_writes("un", "cinq").press("U").settle();
    assert_eq!(desk.on_disk(""), ["cinq", "deux", "quatre", "trois", "un ABC"]);
}

#[test]
fn a_renamed_file_changed_by_another_program_is_not_overwritten() {
    let desk = Desk::with_note("le mien").other_program_renames("le mien", "un beau nom.md");
    let desk = desk.other_program_writes("le mien", "le leur").press("e").types(" PLUS").press("Esc");
    let desk = desk.shows(&["le leur", "le mien PLUS"]);
    assert!(desk.file_of("le leur").ends_with("un beau nom.md"));
    desk.press("u").shows(&["le leur", "le mien"]);
}

#[test]
fn deleting_a_note_changed_by_another_program_keeps_both_versions() {
    let desk = Desk::with_note("le mien").other_program_writes("le mien", "le leur").press("x");
    let desk = desk.shows(&["le leur"]);
    assert_eq!(desk.on_disk(".trash"), ["le mien"]);
    let desk = desk.press("u").shows(&["le leur", "le mien"]);
    let desk = desk.press("U").shows(&["le leur"]);
    desk.press("u").shows(&["le leur", "le mien"]);
}

#[test]
fn undoing_a_deletion_after_another_program_has_taken_the_name_keeps_both_versions() {
    for read_again in [false, true] {
        let desk = Desk::with_note("le mien");
        let path = desk.file_of("le mien");
        let written = std::fs::read_to_string(&path).expect("a file");
        let desk = desk.press("x").settle();
        std::fs::write(&path, written.replace("le mien", "le leur")).expect("the disk takes it");
        let desk = if read_again { desk.reload() } else { desk };
        let desk = desk.press("u").shows(&["le leur", "le mien"]);
        assert!(std::fs::read_to_string(&path).expect("a file").contains("le leur"));
        let desk = desk.press("U").shows(&["le leur"]);
        desk.press("u").shows(&["le leur", "le mien"]);
    }
}

#[test]
fn a_deleted_note_that_another_program_has_brought_back_is_not_doubled_by_undo() {
    let desk = Desk::with_note("le mien").press("x").settle();
    let trashed = desk.folder().join(".trash");
    let entry = std::fs::read_dir(&trashed).expect("a folder").next().expect("a file").expect("an entry");
    std::fs::rename(entry.path(), desk.folder().join(entry.file_name())).expect("it can be renamed");
    let desk = desk.reload().shows(&["le mien"]);
    desk.press("u").shows(&["le mien"]);
}

#[test]
fn undo_leaves_a_note_alone_that_another_program_has_changed_since() {
    let desk = Desk::with_note("un").press("e").types(" A").press("Esc").settle();
    let desk = desk.other_program_writes("un A", "deux").reload().press("u");
    // Not read again yet: it goes beside.
    desk.shows(&["deux"]);
    let desk = Desk::with_note("un").press("e").types(" A").press("Esc").settle();
    let desk = desk.other_program_writes("un A", "deux").press("u").shows(&["deux", "un"]);
    desk.press("U").shows(&["deux", "un A"]);
}

#[test]
fn what_another_program_adds_to_the_front_matter_survives_undo() {
    let desk = Desk::with_note("un").press("e").types(" A").press("Esc").settle();
    let desk = desk.other_program_writes("author = ", "mood = \"calme\"\nauthor = ").reload();
    let desk = desk.press("u").shows(&["un"]);
    assert!(std::fs::read_to_string(desk.file_of("un")).expect("a file").contains("calme"));
}

#[test]
fn letters_typed_before_the_conflict_is_reported_go_to_our_version() {
    let desk = Desk::with_note("le mien").other_program_writes("le mien", "le leur").press("e").types(" P");
    let (desk, first) = desk.write();
    let (desk, second) = desk.types("L").write();
    // Finished, undone and redone, deleted and brought back before the first answer arrives.
    let (desk, third) = desk.types("US").press("Esc u U x u").write();
    let desk = desk.hears(first).hears(second).hears(third).shows(&["le leur", "le mien PLUS"]);
    desk.press("u").shows(&["le leur", "le mien"]);
}

#[test]
fn notes_typed_one_after_the_other_while_the_disk_is_slow_stay_apart() {
    let desk = Desk::new();
    let (desk, first) = desk.press("n").types("un").press("Esc n").types("deux").write();
    let desk = desk.other_program_writes("un", "UN");
    let (desk, second) =
        desk.types(" et demi").press("Esc Tab Tab j e").types(" A").press("Esc n").types("trois").write();
    let desk = desk.hears(first).press("Esc").hears(second);
    desk.shows(&["UN", "deux et demi", "trois", "un A"]);
}

#[test]
fn a_note_taken_back_to_its_old_words_during_a_conflict_is_still_there() {
    let desk = Desk::with_note("le mien").other_program_writes("le mien", "le leur");
    let desk = desk.press("e").types("S").settle().press("Backspace Esc");
    desk.shows(&["le leur", "le mien"]);
}

#[test]
fn an_answer_reaches_a_note_below_another_layer() {
    let desk = Desk::with_note("le mien").other_program_writes("le mien", "le leur").press("e").types(" P");
    let (desk, events) = desk.write();
    let desk =
        desk.opens(Overlay::Picker(Picker::Palette)).hears(events).press("Esc").types("LUS").press("Esc");
    desk.shows(&["le leur", "le mien PLUS"]);
}

#[test]
fn positions_and_amendments_are_kept_beside_the_other_version_as_notes_are() {
    for kind in [Kind::Position, Kind::Amendment] {
        is_kept_beside(kind);
    }
}

fn is_kept_beside(kind: Kind) {
    let note = Desk::with_note("x").notes().pop().expect("a note");
    let position = Note { kind, text: "le mien".into(), ..note };
    let positions = |desk: &Desk| {
        let workspace = &desk.delegate().app.workspace;
        let positions = if kind == Kind::Position { &workspace.positions } else { &workspace.amendments };
        let mut texts: Vec<String> = positions.notes().map(|note| note.text.clone()).collect();
        texts.sort();
        assert_eq!(desk.on_disk(&format!("../{}", kind.folder())), texts);
        texts
    };
    let open = |position: &Note| Overlay::Note {
        note: position.clone().into(),
        before: Some(position.clone().into()),
    };
    // The position is made, then another program changes it while the delegate edits it.
    let desk = Desk::new().opens(Overlay::Note { note: position.clone().into(), before: None });
    let desk = desk.types(".").press("Backspace Esc").settle();
    assert_eq!(positions(&desk), ["le mien"]);
    let desk = desk.opens(open(&position)).other_program_writes("le mien", "le leur").types(" PLUS").settle();
    let desk = desk.press("Esc").settle();
    assert_eq!(positions(&desk), ["le leur", "le mien PLUS"]);
    let desk = desk.press("u").settle();
    assert_eq!(positions(&desk), ["le leur", "le mien"]);
    let desk = desk.press("U").settle().reload();
    assert_eq!(positions(&desk), ["le leur", "le mien PLUS"]);
}
