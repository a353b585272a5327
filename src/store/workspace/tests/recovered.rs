//! What a program that died has left: recovered at start and on taking over, one text at a time, and never removed unread.

use super::*;
use crate::store::disk::faults::{EIO, EROFS, Failure, Fault, Operation, during};

#[test]
fn what_was_being_typed_is_recovered_once() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let saved = delegate.note("saved");
    opened.workspace.save(&saved, &delegate.now()).unwrap();
    let edited = saved.with_text("saved, typed on", &delegate.now());
    let fresh = delegate.note("never saved");
    opened.workspace.journal(&saved.with_text("saved, ty", &delegate.now())).unwrap();
    opened.workspace.journal(&edited).unwrap();
    opened.workspace.journal(&fresh).unwrap();
    drop(opened);

    for _ in 0..2 {
        let opened = delegate.open();
        assert_eq!(opened.recovered, [edited.clone(), fresh.clone()]);
    }
    let mut opened = delegate.open();
    for note in opened.recovered {
        assert_eq!(opened.workspace.save(&note, &delegate.now()).unwrap(), Saved::Written);
    }
    drop(opened.workspace);
    assert_eq!(delegate.texts(), ["never saved", "saved, typed on"]);
    assert_eq!(delegate.open().recovered, []);
    assert_eq!(delegate.files(".journal"), [""; 0]);
}

#[test]
fn a_crash_between_saving_and_clearing_recovers_nothing_twice() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("whole");
    opened.workspace.journal(&note).unwrap();
    let journal = opened.workspace.root().join(".journal");
    let typed = fs::read(journal.join(format!("{}.md", note.id))).unwrap();
    opened.workspace.save(&note, &delegate.now()).unwrap();
    fs::write(journal.join(format!("{}.md", note.id)), typed).unwrap();
    drop(opened);
    assert_eq!(delegate.open().recovered, []);
    assert_eq!(delegate.files(".journal"), [""; 0]);
}

#[test]
fn a_torn_journal_is_reported_and_never_deleted() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("a second ago");
    opened.workspace.journal(&note).unwrap();
    opened.workspace.journal(&note.with_text("just now", &delegate.now())).unwrap();
    let path = opened.workspace.root().join(format!(".journal/{}.md", note.id));
    drop(opened);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 3]).unwrap();
    let opened = delegate.open();
    assert_eq!((ids(&opened.broken), opened.recovered.len()), (vec!["journal-torn"], 1));
    let (_, texts) = recovered(&mut delegate, opened);
    assert_eq!(texts, ["a second ago"], "the state before it");
    let aside = path.with_file_name(format!("{}.broken-1.md", note.id));
    assert_eq!(fs::read(&aside).unwrap(), &whole[..whole.len() - 3], "what is left of the later one");
    assert_eq!(ids(&delegate.open().broken), ["journal-kept"]);
    fs::write(&path, &whole[..30]).unwrap();
    let opened = delegate.open();
    assert_eq!((ids(&opened.broken), opened.recovered.len()), (vec!["journal-kept", "journal-broken"], 0));
    assert!(path.exists());
}

fn journal_file(delegate: &Delegate, note: &Note) -> PathBuf {
    delegate.root().join(format!(".journal/{}.md", note.id))
}

/// What is reported after recovering everything, and the texts on the disk then.
fn recovered(delegate: &mut Delegate, opened: Opened) -> (Vec<Error>, Vec<String>) {
    let Opened { mut workspace, mut contents, recovered, .. } = opened;
    let reports = workspace.recover(recovered, &mut contents, &delegate.now()).reports;
    drop(workspace);
    let shown: Vec<String> = contents.notebook.notes().map(|note| note.text.clone()).collect();
    assert!(delegate.texts().iter().all(|text| shown.contains(text)), "what is on the disk is shown");
    (reports, delegate.texts())
}

fn report_ids(reports: &[Error]) -> Vec<&str> {
    reports.iter().map(|report| report.message.id).collect()
}

#[test]
fn a_program_that_only_reads_counts_what_is_left_and_changes_nothing() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let (saved, fresh) = (delegate.note("saved"), delegate.note("fresh"));
    opened.workspace.journal(&saved).unwrap();
    let typed = fs::read(journal_file(&delegate, &saved)).unwrap();
    opened.workspace.save(&saved, &delegate.now()).unwrap();
    opened.workspace.journal(&fresh).unwrap();
    fs::write(journal_file(&delegate, &saved), typed).unwrap();
    let read = |delegate: &Delegate| {
        let opened = WorkspaceFolder::open(&delegate.root(), Access::Read, &Manifest::default()).unwrap();
        opened.recovered
    };
    assert_eq!(read(&delegate), [], "the program that types is still there");
    drop(opened);
    for _ in 0..2 {
        assert_eq!(read(&delegate), std::slice::from_ref(&fresh));
        assert_eq!(delegate.files(".journal").len(), 2);
    }
    assert_eq!(delegate.open().recovered, [fresh]);
}

#[test]
fn one_draft_that_cannot_be_read_or_saved_does_not_block_the_others() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let notes = ["one", "torn", "in the way", "four"].map(|text| delegate.note(text));
    for note in &notes {
        opened.workspace.journal(note).unwrap();
    }
    drop(opened);
    let torn = fs::read(journal_file(&delegate, &notes[1])).unwrap();
    fs::write(journal_file(&delegate, &notes[1]), &torn[..torn.len() - 2]).unwrap();
    let other = delegate.root().join(".journal/by another program.md");
    fs::write(&other, "words").unwrap();
    // A position whose folder cannot be made: a file has its name.
    let position = Note { kind: Kind::Position, ..delegate.note("unwritable") };
    let mut opened = delegate.open();
    opened.workspace.journal(&position).unwrap();
    drop(opened);
    fs::write(delegate.root().join("positions"), "a file").unwrap();

    let opened = delegate.open();
    let kept: Vec<&str> = ids(&opened.broken).into_iter().filter(|id| id.starts_with("journal")).collect();
    assert_eq!(kept, ["journal-broken", "journal-kept"]);
    let (reports, mut texts) = recovered(&mut delegate, opened);
    texts.sort();
    assert_eq!(texts, ["four", "in the way", "one"]);
    assert_eq!(report_ids(&reports), ["note-not-recovered", "note-recovered"]);
    let file = reports[0].message.get("file").unwrap().to_string();
    assert_eq!(file, format!(".journal/{}.md", position.id));
    assert_eq!(delegate.files(".journal").len(), 3);

    fs::remove_file(delegate.root().join("positions")).unwrap();
    let opened = delegate.open();
    assert_eq!(opened.recovered, std::slice::from_ref(&position));
    assert_eq!(report_ids(&recovered(&mut delegate, opened).0), ["note-recovered"]);
    assert_eq!(delegate.files("positions"), [note::file_name(&position)]);
    assert_eq!((delegate.files(".journal").len(), other.exists()), (2, true));
}

#[test]
fn a_draft_longer_than_a_text_may_be_becomes_several_notes_in_sequence() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let line = "« Capacités d’abord », dit la délégation.\n";
    let long = delegate.note(&line.repeat(5 * note::TEXT_LIMIT / 2 / line.len()));
    let short = delegate.note("short");
    opened.workspace.journal(&long).unwrap();
    opened.workspace.journal(&short).unwrap();
    drop(opened);
    let opened = delegate.open();
    assert_eq!(opened.recovered.len(), 2);
    let (reports, _) = recovered(&mut delegate, opened);
    assert_eq!(report_ids(&reports), ["note-split", "note-recovered"]);
    let opened = delegate.open();
    assert_eq!(
        (ids(&opened.broken), opened.recovered.len(), delegate.files(".journal").len()),
        (vec![], 0, 0)
    );
    let mut parts: Vec<&Note> = opened.contents.notebook.notes().filter(|note| note.id != short.id).collect();
    parts.reverse();
    assert_eq!((parts.len(), parts[0].id), (3, long.id));
    assert!(parts.iter().all(|part| part.text.len() <= note::TEXT_LIMIT && part.anchor == long.anchor));
    assert!(parts.iter().all(|part| part.text.ends_with('\n')), "cut at the end of a line");
    assert_eq!(parts.iter().map(|part| part.text.as_str()).collect::<String>(), long.text);
}

#[test]
fn a_text_split_again_after_an_interrupted_recovery_is_there_once() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let long = delegate.note(&"x".repeat(note::TEXT_LIMIT + 7));
    opened.workspace.journal(&long).unwrap();
    let typed = fs::read(journal_file(&delegate, &long)).unwrap();
    drop(opened);
    for _ in 0..2 {
        fs::write(journal_file(&delegate, &long), &typed).unwrap();
        let opened = delegate.open();
        let (reports, texts) = recovered(&mut delegate, opened);
        assert_eq!((report_ids(&reports), texts.len()), (vec!["note-split"], 2));
    }
}

#[test]
fn taking_over_recovers_what_the_other_program_left_as_a_start_does() {
    let mut delegate = Delegate::new();
    let mut first = delegate.open();
    let seen = delegate.note("seen");
    first.workspace.save(&seen, &delegate.now()).unwrap();
    let mut second = delegate.open();
    // Made after the second program has read the folder, and typed on when the first one died.
    let late = delegate.note("late");
    first.workspace.save(&late, &delegate.now()).unwrap();
    let typed = late.with_text("late, typed on", &delegate.now());
    let fresh = delegate.note("never saved");
    let torn = delegate.note("torn");
    for note in [&typed, &fresh, &torn] {
        first.workspace.journal(note).unwrap();
    }
    fs::write(journal_file(&delegate, &torn), "plenary-journal 1").unwrap();
    drop(first);
    assert!(second.workspace.try_again());
    let reports = second.workspace.recover_left(&delegate.now()).reports;
    assert_eq!(report_ids(&reports), ["note-recovered", "journal-broken"]);
    assert_eq!(reports[0].message.get("count"), Some(&2usize.into()));
    let mut texts = delegate.texts();
    texts.sort();
    assert_eq!(texts, ["late, typed on", "never saved", "seen"]);
    assert_eq!((delegate.files("notes").len(), delegate.files(".journal").len()), (3, 1));
}

#[test]
fn a_broken_draft_is_kept_when_its_note_is_edited_later() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("saved");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    drop(opened);
    for nth in 1..=2 {
        let broken = format!("words that are nowhere else, {nth}");
        fs::create_dir_all(delegate.root().join(".journal")).unwrap();
        fs::write(journal_file(&delegate, &note), &broken).unwrap();
        let mut opened = delegate.open();
        for text in ["typed", "typed on"] {
            let text = format!("{text} {nth}");
            opened.workspace.save_typed(&note.with_text(text, &delegate.now()), &delegate.now()).unwrap();
        }
        opened.workspace.trash(&note, &delegate.now()).unwrap();
        opened.workspace.restore(&note, &delegate.now()).unwrap();
        drop(opened);
        let kept = delegate.root().join(format!(".journal/{}.broken-{nth}.md", note.id));
        assert_eq!(fs::read_to_string(kept).unwrap(), broken);
        let reported = delegate.open().broken;
        assert_eq!(ids(&reported), vec!["journal-kept"; nth]);
        assert!(reported[0].file.contains(".broken-1.md"), "{reported:?}");
    }
}

#[test]
fn a_draft_that_could_not_be_saved_is_saved_when_it_is_tried_again_and_leaves_nothing() {
    let mut delegate = Delegate::new();
    for nth in 1..=2 {
        let mut opened = delegate.open();
        let draft = Note { kind: Kind::Position, ..delegate.note("the draft of a program that died") };
        opened.workspace.journal(&draft).unwrap();
        drop(opened);
        let positions = delegate.root().join("positions");
        fs::rename(&positions, delegate.root().join("away")).ok();
        fs::write(&positions, "a file").unwrap();
        let Opened { mut workspace, mut contents, recovered, .. } = delegate.open();
        let recovery = workspace.recover(recovered, &mut contents, &delegate.now());
        assert_eq!(report_ids(&recovery.reports), ["note-not-recovered"]);
        let unsaved: Vec<(&Note, &str)> =
            recovery.unsaved.iter().map(|(note, why)| (note, why.message.id)).collect();
        assert_eq!(unsaved, [(&draft, "folder-not-made")]);
        assert_eq!(contents.positions.notes().collect::<Vec<_>>(), [&draft], "it is shown");
        fs::remove_file(&positions).unwrap();
        fs::rename(delegate.root().join("away"), &positions).ok();
        // As it was, or as the delegate has edited it in the meantime.
        let tried = if nth == 1 { draft.clone() } else { draft.with_text("typed again", &delegate.now()) };
        workspace.save_typed(&tried, &delegate.now()).unwrap();
        drop(workspace);
        assert_eq!((delegate.files("positions").len(), delegate.files(".journal").len()), (nth, 0));
        assert_eq!(delegate.open().recovered, []);
    }
}

#[test]
fn a_long_draft_of_which_a_part_could_not_be_saved_stays_whole_in_the_journal() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let long = delegate.note(&"x".repeat(note::TEXT_LIMIT + 7));
    opened.workspace.journal(&long).unwrap();
    drop(opened);
    let Opened { mut workspace, mut contents, recovered, .. } = delegate.open();
    let now = delegate.now();
    let fault = Fault::every(Operation::Sync, Failure::Error(EIO));
    let recovery = during(fault, || workspace.recover(recovered, &mut contents, &now));
    assert_eq!((recovery.unsaved.len(), contents.notebook.len()), (2, 2));
    // The first part, which has the id of the draft, is saved; then the program dies.
    let first = recovery.unsaved.iter().find(|(part, _)| part.id == long.id).unwrap();
    workspace.save_typed(&first.0, &now).unwrap();
    drop(workspace);
    let kept = delegate.root().join(format!(".journal/{}.broken-1.md", long.id));
    assert!(fs::read_to_string(kept).unwrap().contains(&long.text), "all of it is still there");
}

#[test]
fn where_nothing_can_be_written_the_drafts_of_a_program_that_died_are_shown_as_unsaved() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let (edited, fresh) = (delegate.note("saved"), delegate.note("fresh"));
    opened.workspace.save(&edited, &delegate.now()).unwrap();
    let edited = edited.with_text("saved, typed on", &delegate.now());
    for note in [&edited, &fresh] {
        opened.workspace.journal(note).unwrap();
    }
    drop(opened);
    // Another program changes the file of the first one.
    let path = delegate.root().join("notes").join(&delegate.files("notes")[0]);
    let theirs = fs::read_to_string(&path).unwrap().replace("saved", "theirs");
    let no_lock = Fault::every(Operation::Lock, Failure::Error(EROFS));
    let Opened { mut workspace, mut contents, recovered, .. } = during(no_lock, || delegate.open());
    assert_eq!(workspace.read_only().unwrap().message.id, "workspace-not-writable");
    let recovery = workspace.recover(recovered, &mut contents, &delegate.now());
    let unsaved: Vec<&Note> = recovery.unsaved.iter().map(|(note, _)| note).collect();
    assert_eq!(unsaved, [&edited, &fresh]);
    assert_eq!((contents.notebook.len(), delegate.files(".journal").len()), (2, 2));

    // As soon as it can be written, they are recovered; what the interface then tries again goes to our version.
    fs::write(&path, theirs).unwrap();
    assert!(workspace.try_again());
    let recovery = workspace.recover_left(&delegate.now());
    assert_eq!((recovery.unsaved.len(), recovery.beside.len()), (0, 1));
    let (before, ours) = recovery.beside[0];
    assert_eq!((before, ours != before), (edited.id, true));
    assert_eq!(workspace.save_typed(&edited, &delegate.now()).unwrap(), Saved::Written);
    workspace.accept_conflict(before);
    workspace.save_typed(&Note { id: ours, ..edited }, &delegate.now()).unwrap();
    drop(workspace);
    let mut texts = delegate.texts();
    texts.sort();
    assert_eq!(texts, ["fresh", "saved, typed on", "theirs"]);
    assert_eq!(delegate.files(".journal"), [""; 0]);
}
