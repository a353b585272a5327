//! Two workspaces merged: nothing of either is lost, the order makes no difference, and an interrupted merge is finished by
//! the next one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::base::{Error, Id, Now};
use crate::store::disk::faults::{self, EIO, Failure, Fault};
use crate::store::{Access, Machine, Manifest, Opened, WorkspaceFolder};
use crate::workspace::{Act, ActTarget, Note, Status, Tracker};

fn now(nth: u8) -> Now {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
    Now::new(instant + chrono::TimeDelta::seconds(nth.into()), [nth; 10])
}

/// What a delegate has in a workspace: texts by their ids, acts, and another file.
#[derive(Debug, Clone)]
struct Made {
    texts: Vec<(bool, u8, String)>,
    acts: Vec<u8>,
    file: Option<String>,
}

/// Few ids, so that two workspaces often have the same text, or two versions of it.
fn made() -> impl Strategy<Value = Made> {
    let text = (any::<bool>(), 0u8..6, "[ab]{0,2}");
    let acts = prop::collection::vec(0u8..12, 0..8);
    (prop::collection::vec(text, 0..6), acts, prop::option::of("[xy]")).prop_map(|(texts, acts, file)| Made {
        texts,
        acts,
        file,
    })
}

fn act(nth: u8) -> Act {
    let step = format!("A/77/275:annex/E/next/{}", nth % 3 + 1).parse().unwrap();
    let target = ActTarget { step: &step, topic: None, session: 4 };
    // An act of one id is the same everywhere.
    let status = Status::ALL[usize::from(nth) % Status::ALL.len()];
    Tracker::default().set(target, status, "roy", &now(100 + nth))
}

fn open(folder: &Path) -> Opened {
    WorkspaceFolder::open(folder, Access::Write, &Manifest::default()).unwrap()
}

fn make(made: &Made, machine: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let mut opened = open(&home.path().join("work"));
    let machine: Machine = machine.parse().unwrap();
    let mut ids: BTreeSet<u8> = BTreeSet::new();
    for (is_position, nth, words) in &made.texts {
        if ids.insert(*nth) {
            let kind = if *is_position { Kind::Position } else { Kind::Note };
            let id = Id::new(&now(*nth + 6 * u8::from(*is_position)));
            let note = Note { kind, id, ..Note::new(&now(*nth), "roy", words.as_str()) };
            opened.workspace.save(&note, &now(50)).unwrap();
        }
    }
    made.acts.iter().for_each(|made| opened.workspace.append(&act(*made), &machine).unwrap());
    if let Some(text) = &made.file {
        fs::write(home.path().join("work/instructions.txt"), text).unwrap();
    }
    home
}

/// Writes the handover of a workspace and returns its path.
fn handed_over(home: &TempDir) -> PathBuf {
    let gathered = gather(&home.path().join("work")).unwrap();
    let manifest = PackageManifest::new("roy".to_owned(), now(0).today, None, 0);
    let path = home.path().join("h.zip");
    fs::write(&path, pack(&gathered, manifest).unwrap().bytes).unwrap();
    path
}

fn taken_into(opened: &mut Opened, package: &mut HandoverPackage) -> Result<Vec<TakenFile>, Error> {
    take_over(&mut opened.workspace, opened.contents.clone(), package)
}

fn take(home: &TempDir, package: &Path) -> Result<Vec<TakenFile>, Error> {
    let mut package = HandoverPackage::open(package)?;
    taken_into(&mut open(&home.path().join("work")), &mut package)
}

/// The words of every text and the contents of other files; the acts.
fn holds(home: &TempDir) -> (BTreeSet<String>, BTreeSet<String>) {
    let contents = open(&home.path().join("work")).contents;
    let mut words: BTreeSet<String> = Kind::ALL
        .into_iter()
        .flat_map(|kind| contents.of(kind).notes().map(move |note| format!("{kind:?} {}", note.text)))
        .collect();
    for (path, bytes) in tree(home) {
        if path.ends_with(".txt") {
            words.insert(String::from_utf8(bytes).unwrap());
        }
    }
    (words, contents.tracker.acts().map(|act| format!("{act:?}")).collect())
}

fn states(home: &TempDir) -> Vec<String> {
    let tracker = open(&home.path().join("work")).contents.tracker;
    let state =
        |(step, topic, session)| format!("{step} {session} {:?}", tracker.state(step, topic, session));
    tracker.tracked().into_iter().map(state).collect()
}

/// Every file of a workspace but the lock.
fn tree(home: &TempDir) -> BTreeMap<String, Vec<u8>> {
    let (mut tree, mut folders) = (BTreeMap::new(), vec![home.path().join("work")]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with(".lock") {
                tree.insert(
                    path.strip_prefix(home.path()).unwrap().display().to_string(),
                    fs::read(&path).unwrap(),
                );
            }
        }
    }
    tree
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_merged_workspace_has_every_text_and_act_of_both(one in made(), other in made(), same_machine in any::<bool>()) {
        let (one, other) = (make(&one, "k7m2q9xa"), make(&other, if same_machine { "k7m2q9xa" } else { "00000000" }));
        let (theirs, ours) = (holds(&one), holds(&other));
        let package = handed_over(&one);
        take(&other, &package).unwrap();
        let merged = holds(&other);
        prop_assert!(merged.0.is_superset(&theirs.0) && merged.0.is_superset(&ours.0), "{:?} {:?} {:?}", theirs.0, ours.0, merged.0);
        prop_assert_eq!(merged.1, &theirs.1 | &ours.1);
        let before = tree(&other);
        let again = take(&other, &package).unwrap();
        prop_assert!(again.iter().all(|file| file.state == TakenState::Same), "{:?}", again);
        prop_assert_eq!(tree(&other), before);
    }

    #[test]
    fn the_order_of_two_takeovers_makes_no_difference_to_the_tracker(one in made(), other in made()) {
        let packages = [handed_over(&make_kept(&one)), handed_over(&make_kept(&other))];
        let merged = |order: [usize; 2]| {
            let home = tempfile::tempdir().unwrap();
            order.iter().for_each(|nth| drop(take(&home, &packages[*nth]).unwrap()));
            states(&home)
        };
        prop_assert_eq!(merged([0, 1]), merged([1, 0]));
    }
}

/// A workspace whose folder stays until the test program ends.
fn make_kept(made: &Made) -> TempDir {
    let mut home = make(made, "k7m2q9xa");
    home.disable_cleanup(true);
    home
}

#[test]
fn an_interrupted_takeover_leaves_the_workspace_whole_and_the_next_one_finishes_it() {
    let text = |nth: u8, words: &str| (nth.is_multiple_of(2), nth, words.to_owned());
    let theirs = Made {
        texts: vec![text(0, "a"), text(1, "b"), text(2, "c")],
        acts: vec![1, 2],
        file: Some("x".to_owned()),
    };
    let ours = Made { texts: vec![text(0, "z")], acts: vec![1], file: Some("y".to_owned()) };
    let one = make(&theirs, "k7m2q9xa");
    let package = handed_over(&one);
    let scenario = || {
        let home = make(&ours, "k7m2q9xa");
        let (before, mut opened) = (holds(&home), open(&home.path().join("work")));
        let mut package = HandoverPackage::open(&package).unwrap();
        (
            home,
            before,
            move |opened: &mut Opened| taken_into(opened, &mut package),
            opened.workspace.writable().map(|()| opened),
        )
    };
    let (_, operations) = {
        let (_home, _, mut merge, opened) = scenario();
        let mut opened = opened.unwrap();
        faults::record(|| merge(&mut opened).map(|_| ()).unwrap())
    };
    assert!(operations.len() > 20, "{}", operations.len());
    let whole = {
        let home = make(&ours, "k7m2q9xa");
        take(&home, &package).unwrap();
        holds(&home)
    };
    for at in 0..operations.len() {
        let (home, before, mut merge, opened) = scenario();
        let mut opened = opened.unwrap();
        let _ = faults::during(Fault::at(at, Failure::Torn(EIO)), || merge(&mut opened).map(|_| ()));
        drop(opened);
        let after = holds(&home);
        assert!(after.0.is_superset(&before.0) && after.1.is_superset(&before.1), "operation {at}");
        take(&home, &package).unwrap();
        assert_eq!(holds(&home), whole, "operation {at}");
    }
}

#[test]
fn a_workspace_of_more_files_than_a_package_may_have_is_refused() {
    let text = |nth: u8| (false, nth, "words".to_owned());
    let home = make(&Made { texts: vec![text(0), text(1)], acts: vec![1], file: None }, "k7m2q9xa");
    let root = home.path().join("work");
    let count = gather(&root).unwrap().files.len();
    assert_eq!(gather::gather_at_most(&root, count).unwrap().files.len(), count);
    let error = gather::gather_at_most(&root, count - 1).unwrap_err();
    assert_eq!(
        (error.message.id, error.message.get("limit")),
        ("handover-too-many", Some(&(count - 1).into()))
    );
}

#[test]
fn of_two_names_that_some_system_takes_for_one_both_are_handed_over_and_taken_over() {
    let home = make(&Made { texts: Vec::new(), acts: Vec::new(), file: None }, "k7m2q9xa");
    let names = ["notes.txt", "Notes.txt", "\u{e9}.txt", "e\u{301}.txt", "\u{c9}.txt"];
    names.iter().for_each(|name| fs::write(home.path().join("work").join(name), name).unwrap());
    let other = tempfile::tempdir().unwrap();
    let taken = take(&other, &handed_over(&home)).unwrap();
    assert_eq!(taken.iter().filter(|file| file.group == "other").count(), names.len() + 1, "{taken:?}");
    let tree = tree(&other);
    for name in names {
        assert_eq!(tree.get(&format!("work/{name}")).map(Vec::as_slice), Some(name.as_bytes()), "{name}");
    }
}

#[test]
fn a_draft_is_taken_over_as_a_text_and_one_that_is_not_whole_as_it_is() {
    let one = make(&Made { texts: Vec::new(), acts: Vec::new(), file: None }, "k7m2q9xa");
    let mut opened = open(&one.path().join("work"));
    opened.workspace.journal(&Note::new(&now(3), "roy", "half a sentence")).unwrap();
    drop(opened);
    fs::write(one.path().join("work/.journal/01GTVZ00000000000000000000.md"), "torn").unwrap();
    let other = tempfile::tempdir().unwrap();
    let taken = take(&other, &handed_over(&one)).unwrap();
    assert_eq!(taken.iter().filter(|file| file.group == DRAFTS).count(), 2);
    let notes = open(&other.path().join("work")).contents.notebook;
    assert!(notes.notes().any(|note| note.text == "half a sentence"));
    let torn = fs::read_to_string(other.path().join("work/taken-over/drafts/01GTVZ00000000000000000000.md"));
    assert_eq!(torn.unwrap(), "torn");
}
