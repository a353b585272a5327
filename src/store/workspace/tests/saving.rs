//! Saving as the delegate types: each text written out once, every kind by the same code, renamed files found.

use super::*;
use crate::store::count::{FILES_READ, NOTES_RENDERED};

#[test]
fn a_letter_typed_is_written_out_once_for_the_journal_and_once_for_its_file_which_is_read_once() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let mut note = delegate.note("");
    for text in ["S", "SG", "SG :"] {
        note = note.with_text(text, &delegate.now());
        NOTES_RENDERED.set(0);
        FILES_READ.set(0);
        assert_eq!(opened.workspace.save_typed(&note, &delegate.now()).unwrap(), Saved::Written);
        assert_eq!((NOTES_RENDERED.get(), FILES_READ.get()), (2, 1), "{text}");
    }
    assert_eq!((delegate.texts(), delegate.files(".journal").len()), (vec!["SG :".to_owned()], 0));
}

#[test]
fn positions_are_written_by_the_same_code() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let position = Note { kind: Kind::Position, ..delegate.note("## Text\n\nWe support") };
    assert_eq!(opened.workspace.save_typed(&position, &delegate.now()).unwrap(), Saved::Written);
    let path = opened.workspace.note_path(position.id).unwrap();
    assert_eq!(path, opened.workspace.root().join("positions").join(note::file_name(&position)));
    opened.workspace.trash(&position, &delegate.now()).unwrap();
    assert_eq!(delegate.files("positions/.trash").len(), 1);
    assert_eq!(opened.workspace.restore(&position, &delegate.now()).unwrap(), Saved::Written);
    // Another program changes it while it is typed on: both versions stay.
    fs::write(&path, note::write(&position.with_text("theirs", &delegate.now()))).unwrap();
    let typed = position.with_text("## Text\n\nWe support it", &delegate.now());
    let saved = opened.workspace.save_typed(&typed, &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { ref ours, .. } if ours.kind == Kind::Position), "{saved:?}");
    opened.workspace.accept_conflict(position.id);
    let Saved::Beside { ours, .. } = saved else { unreachable!() };
    let typed = ours.with_text("just now", &delegate.now());
    opened.workspace.journal(&typed).unwrap();
    drop(opened);
    let opened = delegate.open();
    assert_eq!((opened.recovered, opened.contents.positions.len()), (vec![typed], 2));
    assert_eq!(opened.contents.notebook.len(), 0);
}

#[test]
fn a_file_renamed_by_another_program_is_written_under_its_new_name() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let new = opened.workspace.root().join("notes/a better name.md");
    fs::rename(opened.workspace.note_path(note.id).unwrap(), &new).unwrap();
    let typed = note.with_text("mine, longer", &delegate.now());
    assert_eq!(opened.workspace.save_typed(&typed, &delegate.now()).unwrap(), Saved::Written);
    assert_eq!(
        (delegate.files("notes"), delegate.texts()),
        (vec!["a better name.md".into()], vec![typed.text])
    );
    // Deleted altogether, it is written again.
    fs::remove_file(&new).unwrap();
    let typed = note.with_text("still mine", &delegate.now());
    assert_eq!(opened.workspace.save_typed(&typed, &delegate.now()).unwrap(), Saved::Written);
    assert_eq!(delegate.texts(), ["still mine"]);
}

#[test]
fn a_note_is_added_without_reading_those_that_are_there() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    for count in 0..20 {
        let note = delegate.note(&format!("note {count}"));
        opened.workspace.save(&note, &delegate.now()).unwrap();
    }
    drop(opened);
    let note = delegate.note("one more");
    FILES_READ.set(0);
    let mut workspace = WorkspaceFolder::open_to_add(&delegate.root(), &Manifest::default()).unwrap();
    assert_eq!(workspace.save(&note, &delegate.now()).unwrap(), Saved::Written);
    assert!(FILES_READ.get() < 5, "{} files were read", FILES_READ.get());
    drop(workspace);
    assert_eq!(delegate.texts().len(), 21);
    assert!(delegate.texts().contains(&"one more".to_owned()));
}
