//! Every operation on the disk fails once, in every place, for everything that is written. After each failure the old or the
//! new content is whole, the error is in words, and the same done again succeeds and leaves nothing else behind.

use super::*;
use crate::store::disk::faults::{
    EACCES, EIO, EMFILE, ENOSPC, EROFS, Failure, Fault, Operation, during, record,
};
use crate::store::{exported, log};
use std::collections::BTreeSet;

/// Something that is written.
struct Scenario {
    name: &'static str,
    /// Done before, without faults.
    before: fn(&mut Trial),
    /// Done with faults.
    write: fn(&mut Trial) -> Result<()>,
}

/// A home in which a scenario is done; the workspace is open.
struct Trial {
    home: Home,
    opened: Option<Opened>,
}

impl Trial {
    fn new(scenario: &Scenario) -> Self {
        let mut trial = Self { home: Home::new(), opened: None };
        trial.opened = Some(trial.home.open().unwrap());
        (scenario.before)(&mut trial);
        trial
    }

    fn workspace(&mut self) -> &mut WorkspaceFolder {
        &mut self.opened.as_mut().expect("the workspace is open").workspace
    }

    /// The files after the program was started once more.
    fn tree_after_start(&mut self) -> Tree {
        self.opened = None;
        let opened = self.home.open().unwrap();
        assert_eq!(opened.workspace.read_only(), None);
        let kept: Vec<_> = opened.broken.iter().filter(|broken| !broken.file.ends_with(".log")).collect();
        assert_eq!(kept, Vec::<&crate::workspace::Broken>::new());
        drop(opened);
        self.tree()
    }

    /// The files now. Of logs only the acts count: a torn line is ignored.
    fn tree(&self) -> Tree {
        let mut tree = self.home.tree();
        for (name, content) in &mut tree {
            if name.ends_with(".log") {
                let folder = self.home.path(name).parent().unwrap().to_owned();
                let acts: BTreeSet<String> =
                    log::load(&folder).0.iter().map(|act| act.id.to_string()).collect();
                *content = acts.into_iter().collect::<String>().into();
            }
        }
        tree
    }
}

type Tree = BTreeMap<String, Vec<u8>>;

/// Whether every file is as it was before or as it is to be, and whether each is there before or after.
#[track_caller]
fn is_whole(tree: &Tree, old: &Tree, new: &Tree) {
    let visible =
        |name: &&String| !name.contains("/.journal/") && !name.rsplit('/').next().unwrap().starts_with('.');
    for name in tree.keys().filter(visible) {
        let content = tree.get(name);
        let empty_log = name.ends_with(".log") && content.is_some_and(Vec::is_empty);
        let whole = [old.get(name), new.get(name)].contains(&content) || empty_log;
        assert!(whole, "{name} is torn: {:?}", content.map(|bytes| String::from_utf8_lossy(bytes)));
    }
    for name in old.keys().filter(visible).filter(|name| !tree.contains_key(*name)) {
        assert!(
            !new.contains_key(name)
                && new.keys().any(|other| tree.contains_key(other) && !old.contains_key(other)),
            "{name} is lost"
        );
    }
}

/// How an operation can fail.
fn failures(operation: Operation) -> &'static [Failure] {
    match operation {
        Operation::Open => &[Failure::Error(EMFILE), Failure::Error(ENOSPC)],
        Operation::Write => &[Failure::Torn(ENOSPC), Failure::Error(EIO), Failure::Short],
        Operation::Sync => &[Failure::Error(EIO), Failure::Error(ENOSPC)],
        Operation::Rename | Operation::MakeFolder => &[Failure::Error(EROFS), Failure::Error(EACCES)],
        Operation::Read | Operation::Remove | Operation::Lock | Operation::List | Operation::Describe => {
            &[Failure::Error(EIO)]
        }
    }
}

/// Runs a scenario with every fault; returns how many there were.
fn every_fault(scenario: &Scenario) -> usize {
    let mut trial = Trial::new(scenario);
    let old = trial.tree();
    let (written, operations) = record(|| (scenario.write)(&mut trial));
    written.unwrap_or_else(|error| panic!("{}: {error}", scenario.name));
    let new = trial.tree_after_start();
    let mut faults: Vec<Fault> = Vec::new();
    for (at, operation) in operations.iter().enumerate() {
        faults.extend(failures(*operation).iter().map(|failure| Fault::at(at, *failure)));
    }
    let mut kinds = operations.clone();
    kinds.sort_unstable();
    kinds.dedup();
    faults.extend(kinds.into_iter().map(|kind| Fault::every(kind, failures(kind)[0])));
    for fault in &faults {
        let context = format!("{} with {fault:?}", scenario.name);
        let mut trial = Trial::new(scenario);
        let failed = during(*fault, || (scenario.write)(&mut trial));
        println!("{context}: {}", failed.as_ref().err().map_or("ok".to_owned(), ToString::to_string));
        if let Err(error) = &failed {
            reads_well(error);
        }
        is_whole(&trial.tree(), &old, &new);
        (scenario.write)(&mut trial).unwrap_or_else(|error| panic!("{context}, again: {error}"));
        let mut tree = trial.tree_after_start();
        // A second copy in the trash does no harm: of a text that was written again as it could not be moved back, or of one
        // whose removal was tried twice.
        tree.retain(|name, bytes| {
            let is_copy = old.contains_key(name) || new.values().any(|known| known == bytes);
            new.contains_key(name) || !is_copy || !name.contains("/.trash/")
        });
        assert_eq!(tree, new, "{context}, again");

        // The program ends instead: the next start finds the old or the new content, and removes unfinished copies.
        let mut killed = Trial::new(scenario);
        let _ = during(*fault, || (scenario.write)(&mut killed));
        let tree = killed.tree_after_start();
        is_whole(&tree, &old, &new);
        let temporary = |name: &&String| {
            !old.contains_key(*name) && !new.contains_key(*name) && !name.contains("/.journal/")
        };
        let left: Vec<&String> = tree.keys().filter(temporary).collect();
        assert_eq!(left, Vec::<&String>::new(), "{context}: left behind");
    }
    println!("{}: {} operations, {} faults", scenario.name, operations.len(), faults.len());
    faults.len()
}

fn save(trial: &mut Trial, note: &Note) -> Result<()> {
    assert_eq!(trial.workspace().save_typed(note, &now(90))?, Saved::Written);
    Ok(())
}

fn saved(trial: &mut Trial) {
    save(trial, &text(1, "d’abord")).unwrap();
}

fn nothing(_: &mut Trial) {}

/// At least so many faults are tried in all; if there are fewer, operations no longer pass through `disk`.
const LEAST: usize = 400;

#[test]
fn whatever_fails_the_old_or_the_new_text_is_whole_and_can_be_saved_again() {
    let scenarios = [
        Scenario { name: "new note", before: nothing, write: |trial| save(trial, &text(1, "d’abord")) },
        Scenario {
            name: "edited note",
            before: saved,
            write: |trial| save(trial, &text(1, "d’abord").with_text("ensuite", &now(2))),
        },
        Scenario {
            name: "intervention",
            before: saved,
            write: |trial| {
                let note = Note { delegation: Some("SG".to_owned()), ..text(3, "+ capacités") };
                save(trial, &note)
            },
        },
        Scenario {
            name: "position",
            before: saved,
            write: |trial| save(trial, &Note { kind: Kind::Position, ..text(4, "## Notre position") }),
        },
    ];
    let count: usize = scenarios.iter().map(every_fault).sum();
    println!("{count} faults while texts are saved");
    assert!(count >= LEAST / 2, "{count}");
}

#[test]
fn whatever_fails_statuses_documents_and_dates_are_whole_and_can_be_written_again() {
    let scenarios = [
        Scenario {
            name: "status",
            before: nothing,
            write: |trial| trial.workspace().append(&status(), &machine()),
        },
        Scenario {
            name: "import",
            before: nothing,
            write: |trial| {
                trial.workspace().writable()?;
                keep(&trial.workspace().documents_dir())
            },
        },
        Scenario {
            name: "calendar",
            before: nothing,
            write: |trial| trial.workspace().add_to_calendar(&entries(), &group()).map(|_| ()),
        },
        Scenario {
            name: "export over an earlier one",
            before: |trial| fs::write(trial.home.path("out.csv"), "earlier").unwrap(),
            write: |trial| exported::write(&trial.home.path("out.csv"), b"later,more\r\n"),
        },
        Scenario {
            name: "bookmark",
            before: nothing,
            write: |trial| {
                let bookmark = Bookmark { session: Some(4), ..Bookmark::default() };
                let remembered = Remembered { bookmark, left: None };
                bookmark::save(&trial.home.places(), Path::new("/work"), &remembered)
            },
        },
    ];
    let count: usize = scenarios.iter().map(every_fault).sum();
    println!("{count} faults while statuses, documents and dates are written");
    assert!(count >= LEAST / 4, "{count}");
}

#[test]
fn whatever_fails_a_removed_text_is_in_the_trash_or_in_its_place_and_can_be_brought_back() {
    let scenarios = [
        Scenario {
            name: "removal",
            before: saved,
            write: |trial| trial.workspace().trash(&text(1, "d’abord"), &now(92)).map(|_| ()),
        },
        Scenario {
            name: "undo of a removal",
            before: |trial| {
                saved(trial);
                trial.workspace().trash(&text(1, "d’abord"), &now(92)).unwrap();
            },
            write: |trial| trial.workspace().restore(&text(1, "d’abord"), &now(91)).map(|_| ()),
        },
    ];
    let count: usize = scenarios.iter().map(every_fault).sum();
    println!("{count} faults while texts are removed and brought back");
    assert!(count >= LEAST / 10, "{count}");
}

#[test]
fn a_start_with_any_fault_reads_everything_or_says_what_it_could_not_read() {
    let scenario = Scenario {
        name: "start",
        before: |trial| {
            saved(trial);
            trial.workspace().append(&status(), &machine()).unwrap();
            trial.workspace().journal(&text(5, "half a wo")).unwrap();
            fs::write(trial.home.work("notes/.x.md.AbCdE1"), "").unwrap();
            trial.opened = None;
        },
        write: |trial| {
            let opened = trial.home.open()?;
            let all = opened.contents.notebook.len() == 1 && opened.contents.tracker.len() == 1;
            let reported = opened.contents.notebook.broken().iter().chain(&opened.broken);
            reported.clone().for_each(|broken| reads_well(&broken.error));
            opened.workspace.read_only().into_iter().for_each(reads_well);
            assert!(all || reported.count() > 0, "something is missing without a word");
            Ok(())
        },
    };
    let count = every_fault(&scenario);
    assert!(count >= LEAST / 8, "{count}");
}

#[test]
fn a_torn_act_is_taken_back_or_followed_by_whole_ones() {
    // Half an act is written. It is cut off again, unless the disk refuses that too.
    for (times, broken) in [(1, 0), (usize::MAX, 1)] {
        let mut trial = Trial::new(&Scenario { name: "status", before: nothing, write: |_| Ok(()) });
        let torn = Fault { kind: Some(Operation::Write), after: 0, times, failure: Failure::Torn(ENOSPC) };
        let failed = during(torn, || trial.workspace().append(&status(), &machine())).unwrap_err();
        assert_eq!(failed.message.id, "file-not-written");
        let later = Act { id: Id::new(&now(10)), ..status() };
        trial.workspace().append(&later, &machine()).unwrap();
        trial.workspace().append(&status(), &machine()).unwrap();
        trial.opened = None;
        let opened = trial.home.open().unwrap();
        assert_eq!((opened.contents.tracker.len(), opened.broken.len()), (2, broken));
        assert!(opened.broken.iter().all(|line| line.error.message.id == "log-line-broken"));
    }
}
