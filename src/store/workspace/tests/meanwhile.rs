//! What another program writes in the meantime is never overwritten, and what is typed is never lost because of that.

use super::*;

#[test]
fn a_note_changed_by_another_editor_is_not_overwritten() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let path = opened.workspace.note_path(note.id).unwrap();
    let theirs = note.with_text("theirs", &delegate.now());
    fs::write(&path, note::write(&theirs)).unwrap();

    let edited = note.with_text("mine, longer", &delegate.now());
    let saved = opened.workspace.save(&edited, &delegate.now()).unwrap();
    let Saved::Beside { ours, theirs: there, .. } = saved else { panic!("{saved:?}") };
    assert_eq!((there.unwrap(), ours.text.as_str()), (theirs.clone(), "mine, longer"));
    assert_ne!(ours.id, note.id);
    let mut texts = delegate.texts();
    texts.sort();
    assert_eq!(texts, ["mine, longer", "theirs"]);
    assert_eq!(delegate.files("notes").iter().filter(|name| name.contains("-conflict-")).count(), 1);
    // Once both are known, both can be saved again.
    opened.workspace.accept_conflict(note.id);
    for (note, text) in [(&theirs, "a"), (&*ours, "b")] {
        let edited = note.with_text(text, &delegate.now());
        assert_eq!(opened.workspace.save(&edited, &delegate.now()).unwrap(), Saved::Written);
    }
    assert_eq!(delegate.files("notes").len(), 2);
}

/// A note `mine` whose file another program has changed, and what was typed meanwhile.
fn changed_meanwhile(delegate: &mut Delegate, opened: &mut Opened) -> (Note, PathBuf, String) {
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let path = opened.workspace.note_path(note.id).unwrap();
    let theirs = fs::read_to_string(&path).unwrap() + "theirs\n";
    fs::write(&path, &theirs).unwrap();
    (note, path, theirs)
}

#[test]
fn what_is_saved_before_the_conflict_is_known_goes_to_our_version() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let (note, path, theirs) = changed_meanwhile(&mut delegate, &mut opened);
    let mut reports = Vec::new();
    for text in ["mine P", "mine PLU", "mine PLUS"] {
        let typed = note.with_text(text, &delegate.now());
        opened.workspace.journal(&typed).unwrap();
        // Reading again in between changes nothing: the interface has not been shown it.
        let _ = opened.workspace.reload();
        reports.push(opened.workspace.save(&typed, &delegate.now()).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    }
    // The conflict is reported once; what comes after that is saved under the new id.
    let [Saved::Beside { ours, theirs: there, .. }, Saved::Written, Saved::Written] = &reports[..] else {
        panic!("{reports:?}")
    };
    assert!(there.as_ref().as_ref().unwrap().text.contains("theirs"));
    let ours = fs::read_to_string(opened.workspace.note_path(ours.id).unwrap()).unwrap();
    assert!(ours.contains("mine PLUS"), "{ours}");
    assert_eq!((delegate.files("notes").len(), delegate.files(".journal").len()), (2, 0));

    // Moving it to the trash and back under the old id means our version as well.
    let typed = note.with_text("mine PLUS", &delegate.now());
    opened.workspace.trash(&typed, &delegate.now()).unwrap();
    assert_eq!(delegate.files("notes/.trash").len(), 1);
    opened.workspace.restore(&typed, &delegate.now()).unwrap();
    assert_eq!((delegate.files("notes/.trash").len(), fs::read_to_string(&path).unwrap()), (0, theirs));
}

#[test]
fn what_was_read_again_is_not_overwritten_by_text_based_on_what_was_there_before() {
    for known in [false, true] {
        let mut delegate = Delegate::new();
        let mut opened = delegate.open();
        let (note, path, theirs) = changed_meanwhile(&mut delegate, &mut opened);
        let read = opened.workspace.reload();
        if known {
            // The interface shows what was read, but the note being typed is based on what was there before.
            opened.workspace.accept(&read.files, &[note.id]);
        }
        let typed = note.with_text("typed", &delegate.now());
        let saved = opened.workspace.save(&typed, &delegate.now()).unwrap();
        assert!(matches!(saved, Saved::Beside { .. }), "{saved:?}");
        assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    }
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let (note, _, _) = changed_meanwhile(&mut delegate, &mut opened);
    let read = opened.workspace.reload();
    opened.workspace.accept(&read.files, &[]);
    let notebook = read.contents.notebook;
    let edited = notebook.get(note.id).unwrap().with_text("both", &delegate.now());
    assert_eq!(opened.workspace.save(&edited, &delegate.now()).unwrap(), Saved::Written);
}

#[test]
fn a_note_broken_by_another_editor_is_not_overwritten_either() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let path = opened.workspace.note_path(note.id).unwrap();
    fs::write(&path, "+++\nhalf a thought").unwrap();
    let edited = note.with_text("more", &delegate.now());
    let saved = opened.workspace.save(&edited, &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { ref theirs, .. } if theirs.is_err()), "{saved:?}");
    // Nor is it when the interface knows about it: it could not show what the file holds.
    opened.workspace.accept_conflict(note.id);
    let saved = opened.workspace.trash(&edited, &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { ref theirs, .. } if theirs.is_err()), "{saved:?}");
    assert_eq!(fs::read(&path).unwrap(), b"+++\nhalf a thought");
    // The broken file, our first version, and the folder of the trash.
    assert_eq!((delegate.files("notes").len(), delegate.files("notes/.trash").len()), (3, 1));
}

/// The texts in the trash, sorted.
fn trashed(delegate: &Delegate) -> Vec<String> {
    let folder = delegate.root().join("notes/.trash");
    let read = |name: &String| note::read(&fs::read_to_string(folder.join(name)).unwrap()).unwrap().text;
    let mut texts: Vec<String> = delegate.files("notes/.trash").iter().map(read).collect();
    texts.sort();
    texts
}

#[test]
fn a_removal_moves_only_our_version_to_the_trash_and_brings_only_that_back() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let (note, path, theirs) = changed_meanwhile(&mut delegate, &mut opened);
    let saved = opened.workspace.trash(&note, &delegate.now()).unwrap();
    let Saved::Beside { ours, theirs: there, .. } = saved else { panic!("{saved:?}") };
    assert!(there.unwrap().text.contains("theirs"));
    assert_eq!(
        (fs::read_to_string(&path).unwrap(), trashed(&delegate)),
        (theirs.clone(), vec!["mine".into()])
    );
    // Undone before the interface knows, and after.
    opened.workspace.restore(&note, &delegate.now()).unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap(), delegate.texts().len()), (theirs.clone(), 2));
    opened.workspace.accept_conflict(note.id);
    opened.workspace.trash(&ours, &delegate.now()).unwrap();
    opened.workspace.restore(&ours, &delegate.now()).unwrap();
    assert_eq!((fs::read_to_string(&path).unwrap(), delegate.texts().len()), (theirs, 2));
    assert_eq!(trashed(&delegate), [""; 0]);
}

#[test]
fn what_is_removed_is_in_the_trash_as_it_was_last_given_even_if_its_file_is_gone() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let typed = note.with_text("mine, typed on", &delegate.now());
    assert_eq!(opened.workspace.trash(&typed, &delegate.now()).unwrap(), Saved::Written);
    assert_eq!((delegate.files("notes").len(), trashed(&delegate)), (1, vec!["mine, typed on".into()]));
    opened.workspace.restore(&typed, &delegate.now()).unwrap();
    fs::remove_file(opened.workspace.note_path(note.id).unwrap()).unwrap();
    assert_eq!(opened.workspace.trash(&typed, &delegate.now()).unwrap(), Saved::Written);
    assert_eq!((delegate.texts(), trashed(&delegate)), (vec![], vec!["mine, typed on".into()]));
}

#[test]
fn what_another_program_writes_under_the_name_of_a_removed_note_stays_when_the_note_comes_back() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let path = opened.workspace.note_path(note.id).unwrap();
    opened.workspace.trash(&note, &delegate.now()).unwrap();
    let theirs = note::write(&note.with_text("theirs", &delegate.now()));
    fs::write(&path, &theirs).unwrap();
    let saved = opened.workspace.restore(&note, &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { .. }), "{saved:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    let mut texts = delegate.texts();
    texts.sort();
    assert_eq!(texts, ["mine", "theirs"]);
}

#[test]
fn a_text_of_another_id_in_the_place_of_a_file_is_not_overwritten_before_it_is_shown() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let (one, other) = (delegate.note("one"), delegate.note("other"));
    for note in [&one, &other] {
        opened.workspace.save(note, &delegate.now()).unwrap();
    }
    let [one_path, other_path] = [&one, &other].map(|note| opened.workspace.note_path(note.id).unwrap());
    // Another program changes the second note and moves it over the first.
    let theirs = note::write(&other.with_text("other, theirs", &delegate.now()));
    fs::remove_file(&other_path).unwrap();
    fs::write(&one_path, &theirs).unwrap();
    let edited = one.with_text("one, longer", &delegate.now());
    let saved = opened.workspace.save(&edited, &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { .. }), "{saved:?}");
    // The interface does not know this yet: what it sends goes beside.
    let edited = other.with_text("other, longer", &delegate.now());
    let saved = opened.workspace.save(&edited, &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { .. }), "{saved:?}");
    assert_eq!(fs::read_to_string(&one_path).unwrap(), theirs);
    assert_eq!(delegate.texts().len(), 3);
}

#[test]
fn a_recovered_note_whose_file_was_changed_meanwhile_overwrites_nothing() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    opened.workspace.journal(&note.with_text("typed on", &delegate.now())).unwrap();
    let path = opened.workspace.note_path(note.id).unwrap();
    drop(opened);
    fs::write(path, note::write(&note.with_text("theirs", &delegate.now()))).unwrap();
    let mut opened = delegate.open();
    let saved = opened.workspace.save(&opened.recovered[0], &delegate.now()).unwrap();
    assert!(matches!(saved, Saved::Beside { .. }));
    let mut texts = delegate.texts();
    texts.sort();
    assert_eq!(texts, ["theirs", "typed on"]);
    drop(opened);
    assert_eq!(delegate.open().recovered, []);
}

#[test]
fn a_note_being_typed_while_its_file_changes_overwrites_nothing() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("mine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let edited = note.with_text("typed on", &delegate.now());
    opened.workspace.journal(&edited).unwrap();
    let path = opened.workspace.note_path(note.id).unwrap();
    fs::write(path, note::write(&note.with_text("theirs", &delegate.now()))).unwrap();
    let mut notebook = opened.workspace.reload().contents.notebook;
    notebook.add(edited.clone());
    let typed = fs::read(delegate.root().join(format!(".journal/{}.md", note.id))).unwrap();
    let saved = opened.workspace.save(&edited, &delegate.now()).unwrap();
    notebook.settle(note.id, &saved);
    let texts: Vec<&str> = notebook.notes().map(|note| note.text.as_str()).collect();
    assert_eq!(texts, ["typed on", "theirs"]);
    assert_eq!(delegate.texts(), texts);
    // If the program died before clearing the journal, there would still be two, not three.
    fs::write(delegate.root().join(format!(".journal/{}.md", note.id)), typed).unwrap();
    drop(opened);
    assert_eq!(delegate.open().recovered, []);
}
