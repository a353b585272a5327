//! Workspaces in temporary folders: everything written is read back, and no failure loses text.

use super::*;
use crate::base::Now;
use crate::model::Language;
use crate::workspace::{ActTarget, Note, Saved, Status, note};
use chrono::DateTime;
use std::fs;
use tempfile::TempDir;

mod meanwhile;
mod recovered;
mod saving;

/// A delegate with a folder; each action happens a second after the one before.
struct Delegate {
    home: TempDir,
    seconds: i64,
}

impl Delegate {
    fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap(), seconds: 0 }
    }

    fn root(&self) -> PathBuf {
        self.home.path().join("work")
    }

    fn now(&mut self) -> Now {
        self.seconds += 1;
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
        let chance = u8::try_from(self.seconds % 256).unwrap();
        Now::new(instant + chrono::TimeDelta::seconds(self.seconds), [chance; 10])
    }

    fn open(&self) -> Opened {
        let new = Manifest {
            author: Some("roy".into()),
            languages: vec![Language::FR, Language::EN],
            ..Manifest::default()
        };
        WorkspaceFolder::open(&self.root(), Access::Write, &new).unwrap()
    }

    fn note(&mut self, text: &str) -> Note {
        let mut note = Note::new(&self.now(), "roy", text);
        note.anchor = "A/77/275:annex/E/next/2".parse().ok();
        note
    }

    /// The notes on the disk, as a program opened now would find them.
    fn texts(&self) -> Vec<String> {
        let opened = WorkspaceFolder::open(&self.root(), Access::Read, &Manifest::default()).unwrap();
        opened.contents.notebook.notes().map(|note| note.text.clone()).collect()
    }

    fn files(&self, folder: &str) -> Vec<String> {
        let names = file::names(&self.root().join(folder)).unwrap();
        names.iter().map(|name| name.to_string_lossy().into_owned()).collect()
    }
}

fn machine() -> Machine {
    "k7m2q9xa".parse().unwrap()
}

fn ids(broken: &[Broken]) -> Vec<&str> {
    broken.iter().map(|broken| broken.error.message.id).collect()
}

#[test]
fn what_was_written_is_there_in_the_next_run() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("+ capacités d’abord\r\n  é\n");
    assert_eq!(opened.workspace.save(&note, &delegate.now()).unwrap(), Saved::Written);
    let step = "A/77/275:annex/E/next/2".parse().unwrap();
    let act = opened.contents.tracker.set(
        ActTarget { step: &step, topic: None, session: 4 },
        Status::Discussed,
        "Marie Roy",
        &delegate.now(),
    );
    opened.workspace.append(&act, &machine()).unwrap();
    drop(opened);

    let opened = delegate.open();
    assert_eq!(opened.contents.notebook.notes().collect::<Vec<_>>(), [&note]);
    assert_eq!(opened.contents.tracker.status(&step, None, 4), Status::Discussed);
    assert_eq!(opened.workspace.manifest().author.as_deref(), Some("roy"));
    assert_eq!(opened.workspace.manifest().languages, [Language::FR, Language::EN]);
    assert_eq!((opened.broken, opened.recovered), (vec![], vec![]));
    assert_eq!(delegate.files("tracker"), [log::file_name("Marie Roy", &machine())]);
    assert_eq!(delegate.files("notes"), [note::file_name(&note)]);
}

#[cfg(unix)]
#[test]
fn only_the_owner_can_read_what_is_written() {
    use std::os::unix::fs::PermissionsExt;
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("secret");
    opened.workspace.journal(&note).unwrap();
    opened.workspace.save(&note, &delegate.now()).unwrap();
    opened.workspace.trash(&note, &delegate.now()).unwrap();
    let act = opened.contents.tracker.set(
        ActTarget { step: &note.anchor.unwrap(), topic: None, session: 4 },
        Status::Raised,
        "roy",
        &delegate.now(),
    );
    opened.workspace.append(&act, &machine()).unwrap();
    let mut folders = vec![delegate.root()];
    while let Some(folder) = folders.pop() {
        for name in file::names(&folder).unwrap() {
            let path = folder.join(name);
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
            assert_eq!(mode, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
            folders.extend(path.is_dir().then_some(path));
        }
    }
}

#[test]
fn a_file_that_is_not_a_note_is_reported_and_stays_as_it_is() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("fine");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    let notes = opened.workspace.root().join("notes");
    let put = |name: &str, bytes: &[u8]| fs::write(notes.join(name), bytes).unwrap();
    put("by hand.md", b"no front matter");
    put("latin.md", b"+++\nid\n\xe9");
    put("empty.md", b"");
    put("huge.md", &vec![b'x'; usize::try_from(contents::LIMIT).unwrap() + 1]);
    put("readme.txt", b"not a note");
    put(&format!(".{}.AbCdEf", note::file_name(&note)), b"+++\nhalf writ");
    put("copy.md", note::write(&Note { text: "theirs".into(), ..note.clone() }).as_bytes());
    fs::create_dir(notes.join("folder.md")).unwrap();

    let notebook = opened.workspace.reload().contents.notebook;
    let reported: Vec<(&str, &str)> =
        notebook.broken().iter().map(|broken| (broken.file.as_str(), broken.error.message.id)).collect();
    assert_eq!(
        reported,
        [
            ("notes/by hand.md", "note-no-front-matter"),
            ("notes/copy.md", "note-id-twice"),
            ("notes/empty.md", "note-no-front-matter"),
            ("notes/huge.md", "file-too-big"),
            ("notes/latin.md", "file-not-utf8"),
        ]
    );
    assert_eq!(notebook.notes().collect::<Vec<_>>(), [&note]);
    assert_eq!(fs::read(notes.join("latin.md")).unwrap(), b"+++\nid\n\xe9");
}

#[test]
fn what_would_not_be_read_again_is_refused_but_stays_in_the_journal() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note(&"é".repeat(5 << 20));
    opened.workspace.journal(&note).unwrap();
    assert_eq!(opened.workspace.save(&note, &delegate.now()).unwrap_err().message.id, "file-too-big");
    drop(opened);
    assert_eq!((delegate.files("notes").len(), delegate.open().recovered.len()), (0, 1));
}

#[test]
fn what_a_person_wrote_by_hand_keeps_its_form_and_its_name() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let path = opened.workspace.root().join("notes/my own name.md");
    let text = "\u{feff}+++\r\n# a remark\r\nid='01GTVZ00000000000000000000'\r\nat=2023-03-06T10:44:00Z\r\nmood='calm'\r\n+++\r\nbody\r\n";
    file::folder(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    let read = opened.workspace.reload();
    opened.workspace.accept(&read.files, &[]);
    let note = read.contents.notebook.notes().next().unwrap().clone();
    opened.workspace.save(&note, &delegate.now()).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    let edited = note.with_text("other\n", &delegate.now());
    opened.workspace.save(&edited, &delegate.now()).unwrap();
    let notebook = opened.workspace.reload().contents.notebook;
    assert_eq!(notebook.notes().collect::<Vec<_>>(), [&edited]);
    assert_eq!(delegate.files("notes"), ["my own name.md"]);
    let stamp = format!("44:00Z\r\nedited = {}\r\n", edited.edited.unwrap().to_rfc3339());
    let expected = text.replace("44:00Z\r\n", &stamp).replace("body\r\n", "other\r\n\r\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
    // Written again and beside the version of another program, it keeps its form too.
    opened.workspace.trash(&edited, &delegate.now()).unwrap();
    fs::remove_dir_all(delegate.root().join("notes/.trash")).unwrap();
    opened.workspace.restore(&edited, &delegate.now()).unwrap();
    let path = opened.workspace.note_path(edited.id).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), expected);
    fs::write(&path, expected.replace("other", "theirs")).unwrap();
    let typed = edited.with_body("mine", edited.edited);
    let saved = opened.workspace.save(&typed, &delegate.now()).unwrap();
    let Saved::Beside { ours, .. } = saved else { panic!("{saved:?}") };
    let beside = fs::read_to_string(opened.workspace.note_path(ours.id).unwrap()).unwrap();
    let own_id = format!("\"{}\"", ours.id);
    let expected =
        expected.replace("'01GTVZ00000000000000000000'", &own_id).replace("other\r\n\r\n", "mine\r\n");
    assert_eq!(beside, expected);
}

#[test]
fn a_removed_note_goes_to_the_trash_and_comes_back() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let note = delegate.note("kept");
    opened.workspace.save(&note, &delegate.now()).unwrap();
    for _ in 0..2 {
        opened.workspace.trash(&note, &delegate.now()).unwrap();
        assert_eq!(delegate.texts(), [""; 0]);
        assert_eq!(delegate.files("notes/.trash").len(), 1);
        assert_eq!(opened.workspace.restore(&note, &delegate.now()).unwrap(), Saved::Written);
        assert_eq!((delegate.texts(), delegate.files("notes/.trash").len()), (vec!["kept".into()], 0));
    }
    // A later run does not look into the trash: the note is written again.
    opened.workspace.trash(&note, &delegate.now()).unwrap();
    drop(opened);
    let mut opened = delegate.open();
    opened.workspace.restore(&note, &delegate.now()).unwrap();
    opened.workspace.trash(&note, &delegate.now()).unwrap();
    assert_eq!(delegate.files("notes/.trash").len(), 2);
    // A text without a file is written to the trash too, unless it is blank.
    opened.workspace.trash(&delegate.note("never saved"), &delegate.now()).unwrap();
    opened.workspace.trash(&delegate.note(" "), &delegate.now()).unwrap();
    assert_eq!((delegate.files("notes").len(), delegate.files("notes/.trash").len()), (1, 3));
}

#[test]
fn the_second_program_reads_and_changes_nothing() {
    let mut delegate = Delegate::new();
    let mut first = delegate.open();
    let note = delegate.note("mine");
    first.workspace.save(&note, &delegate.now()).unwrap();
    first.workspace.journal(&note.with_text("mine, typed on", &delegate.now())).unwrap();

    let mut second = delegate.open();
    assert_eq!(second.workspace.read_only().unwrap().message.id, "workspace-locked");
    assert_eq!((second.contents.notebook.len(), second.recovered.len()), (1, 0));
    let now = delegate.now();
    let act = second.contents.tracker.set(
        ActTarget { step: &note.anchor.clone().unwrap(), topic: None, session: 4 },
        Status::Raised,
        "roy",
        &now,
    );
    let refusals = [
        second.workspace.save(&note, &now).map(drop),
        second.workspace.restore(&note, &now).map(drop),
        second.workspace.journal(&note),
        second.workspace.journal(&note),
        second.workspace.trash(&note, &now).map(drop),
        second.workspace.append(&act, &machine()),
        second.workspace.writable(),
    ];
    for refusal in refusals {
        assert_eq!(refusal.unwrap_err().message.id, "workspace-locked");
    }
    drop(second);
    assert_eq!((delegate.files("tracker").len(), delegate.files(".journal").len()), (0, 1));
    drop(first);
    assert_eq!(delegate.open().workspace.read_only(), None);
}

#[test]
fn a_second_program_may_write_once_the_first_is_gone() {
    let mut delegate = Delegate::new();
    let first = delegate.open();
    let mut second = delegate.open();
    assert!(!second.workspace.try_again());
    drop(first);
    assert!(second.workspace.try_again() && !second.workspace.try_again());
    assert_eq!(second.workspace.read_only(), None);
    second.workspace.save(&delegate.note("mine"), &delegate.now()).unwrap();
    assert_eq!(delegate.open().workspace.read_only().unwrap().message.id, "workspace-locked");
    // A program that asked only to read never writes.
    let mut reader = WorkspaceFolder::open(&delegate.root(), Access::Read, &Manifest::default()).unwrap();
    drop(second);
    assert!(!reader.workspace.try_again());
}

#[test]
fn a_torn_log_line_is_reported_and_the_next_act_counts() {
    let mut delegate = Delegate::new();
    let mut opened = delegate.open();
    let step = "A/77/275:annex/E/next/2".parse().unwrap();
    let act = opened.contents.tracker.set(
        ActTarget { step: &step, topic: None, session: 4 },
        Status::Raised,
        "roy",
        &delegate.now(),
    );
    opened.workspace.append(&act, &machine()).unwrap();
    let path = opened.workspace.root().join("tracker/roy-k7m2q9xa.log");
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{whole}{}", &whole[..30])).unwrap();
    let act = opened.contents.tracker.set(
        ActTarget { step: &step, topic: None, session: 4 },
        Status::Agreed,
        "roy",
        &delegate.now(),
    );
    opened.workspace.append(&act, &machine()).unwrap();
    let Loaded { contents: Contents { tracker, .. }, broken, .. } = opened.workspace.reload();
    assert_eq!((tracker.status(&step, None, 4), tracker.len()), (Status::Agreed, 2));
    assert_eq!(broken[0].error.to_string(), r#"log-line-broken file="tracker/roy-k7m2q9xa.log" line="2""#);
}

#[test]
fn reading_a_workspace_that_does_not_exist_makes_nothing() {
    let delegate = Delegate::new();
    let opened = WorkspaceFolder::open(&delegate.root(), Access::Read, &Manifest::default()).unwrap();
    assert_eq!(opened.workspace.read_only().unwrap().message.id, "workspace-read-only");
    assert!(
        opened.contents.notebook.is_empty()
            && opened.contents.tracker.is_empty()
            && !delegate.root().exists()
    );
}

#[track_caller]
fn refused(manifest: &str, expected: &str) {
    let delegate = Delegate::new();
    fs::create_dir(delegate.root()).unwrap();
    let path = delegate.root().canonicalize().unwrap().join("plenary.toml");
    fs::write(&path, manifest).unwrap();
    let error = WorkspaceFolder::open(&delegate.root(), Access::Write, &Manifest::default()).unwrap_err();
    assert_eq!(error.to_string().replace(&*path.to_string_lossy(), "FILE"), expected);
    assert_eq!(fs::read_to_string(&path).unwrap(), manifest);
}

#[test]
fn a_broken_manifest_is_reported_with_its_line() {
    refused(
        "version = 1\nname = OEWG\n",
        "manifest-broken file=\"FILE\" line=\"2\" what=\"string values must be quoted, expected literal string\"",
    );
    refused(
        "version = 1\n\nauthor = 4\n",
        r#"manifest-value file="FILE" line="3" key="author" value="4" expected="text""#,
    );
    refused(
        "languages = [\"fr\", \"français\"]\n",
        r#"manifest-value file="FILE" line="1" key="languages" value="\"français\"" expected="languages""#,
    );
    refused("version = 2\n", r#"manifest-newer file="FILE" version="2""#);
    let delegate = Delegate::new();
    fs::write(delegate.root(), "").unwrap();
    let error = WorkspaceFolder::open(&delegate.root(), Access::Write, &Manifest::default()).unwrap_err();
    assert_eq!(error.message.id, "workspace-not-folder");
    let error = WorkspaceFolder::open(&delegate.root().join("below"), Access::Write, &Manifest::default())
        .unwrap_err();
    assert_eq!(error.message.id, "file-unreadable");
}

#[cfg(unix)]
#[test]
fn a_link_leads_to_the_same_workspace() {
    let mut delegate = Delegate::new();
    drop(delegate.open());
    let link = delegate.home.path().join("link");
    std::os::unix::fs::symlink(delegate.root(), &link).unwrap();
    let mut opened = WorkspaceFolder::open(&link, Access::Write, &Manifest::default()).unwrap();
    assert_eq!(delegate.open().workspace.read_only().unwrap().message.id, "workspace-locked");
    opened.workspace.save(&delegate.note("through the link"), &delegate.now()).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(delegate.texts(), ["through the link"]);
}

#[cfg(unix)]
#[test]
fn without_permission_to_write_everything_is_read_and_nothing_made() {
    use std::os::unix::fs::PermissionsExt;
    let mut delegate = Delegate::new();
    let note = delegate.note("there");
    delegate.open().workspace.save(&note, &delegate.now()).unwrap();
    fs::remove_file(delegate.root().join(".lock")).unwrap();
    let set = |mode| fs::set_permissions(delegate.root(), fs::Permissions::from_mode(mode)).unwrap();
    set(0o500);
    // The superuser can write everywhere, so there is nothing to test then.
    if fs::write(delegate.root().join("probe"), "").is_err() {
        let opened = delegate.open();
        assert_eq!(opened.workspace.read_only().unwrap().message.id, "workspace-not-writable");
        assert_eq!(opened.contents.notebook.len(), 1);
        assert_eq!(delegate.files(""), ["notes", "plenary.toml"]);
    }
    set(0o700);
}

#[test]
fn thousands_of_notes_are_loaded() {
    let mut delegate = Delegate::new();
    let opened = delegate.open();
    let notes = opened.workspace.root().join("notes");
    file::folder(&notes).unwrap();
    for n in 0..2_000 {
        let note = delegate.note(&format!("{n}"));
        fs::write(notes.join(note::file_name(&note)), note::write(&note)).unwrap();
    }
    let notebook = opened.workspace.reload().contents.notebook;
    assert_eq!((notebook.len(), notebook.broken().len()), (2_000, 0));
    let newest = notebook.notes().next().unwrap();
    assert!(opened.workspace.reload().files.iter().any(|file| file.id == newest.id));
}
