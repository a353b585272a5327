//! Each operation on the file system fails once, in every place, for everything a delegate writes: this is
//! reported in words, what is not on the disk stays on screen with its mark, and `save` brings it to the disk later.

use std::collections::BTreeMap;

use crate::app::event::Event;
use crate::app::layout::Pane;
use crate::app::place;
use crate::app::screen::unsaved;
use crate::keymap::{Code, Key};
use crate::model::Language;
use crate::store::disk::faults::{EACCES, EIO, EMFILE, ENOSPC, EROFS, Failure, Fault, during, record};
use crate::store::file;
use crate::workspace::Kind;

use super::desk::{Desk, begin};

/// The ways to fail, one after the other.
const FAILURES: [Failure; 6] = [
    Failure::Error(ENOSPC),
    Failure::Error(EMFILE),
    Failure::Error(EACCES),
    Failure::Error(EROFS),
    Failure::Error(EIO),
    Failure::Torn(ENOSPC),
];

/// Something a delegate does: what is prepared on a disk that works, and what is done then.
struct Scenario {
    name: &'static str,
    prepare: fn(&mut Desk, usize),
    act: fn(&mut Desk, usize),
}

const SCENARIOS: [Scenario; 9] = [
    Scenario { name: "note", prepare: |_, _| {}, act: write_note },
    Scenario {
        name: "edit",
        prepare: saved_note,
        act: |desk, nth| {
            in_notes(desk, "e");
            types(desk, &format!(" and {nth}"));
            press(desk, "Esc");
        },
    },
    Scenario { name: "deletion", prepare: saved_note, act: |desk, _| in_notes(desk, "x") },
    Scenario {
        name: "intervention",
        prepare: |_, _| {},
        act: |desk, nth| {
            press(desk, "i");
            types(desk, &format!("SG + said {nth}"));
            press(desk, "Enter");
        },
    },
    Scenario { name: "status", prepare: |_, _| {}, act: set_status },
    Scenario {
        name: "remark",
        prepare: |_, _| {},
        act: |desk, nth| {
            desk.app.window.focus = Pane::Tracker;
            press(desk, "m");
            types(desk, &format!("remark {nth}"));
            press(desk, "Enter");
            desk.app.window.focus = Pane::Agenda;
        },
    },
    Scenario {
        name: "undo of a status",
        prepare: |desk, nth| {
            set_status(desk, nth);
            desk.settle();
        },
        act: |desk, _| press(desk, "u"),
    },
    Scenario {
        name: "undo of a deletion",
        prepare: |desk, nth| {
            saved_note(desk, nth);
            in_notes(desk, "x");
            desk.settle();
        },
        act: |desk, _| press(desk, "u"),
    },
    Scenario {
        name: "meetings",
        prepare: |_, _| {},
        act: |desk, nth| {
            press(desk, "C");
            desk.send(Event::Paste(format!(
                "{} March 2023\t10 a.m.–1 p.m.\t5 (d)\tSubject {nth}\n",
                1 + nth % 28
            )));
            press(desk, "Enter Esc");
        },
    },
];

fn press(desk: &mut Desk, keys: &str) {
    for key in keys.split_whitespace() {
        desk.send(Event::Key(key.parse().unwrap()));
    }
}

fn types(desk: &mut Desk, text: &str) {
    for c in text.chars() {
        desk.send(Event::Key(Key::plain(Code::Char(c))));
    }
}

fn write_note(desk: &mut Desk, nth: usize) {
    press(desk, "n");
    types(desk, &format!("words {nth}"));
    press(desk, "Esc");
}

fn saved_note(desk: &mut Desk, nth: usize) {
    write_note(desk, nth);
    desk.settle();
}

fn in_notes(desk: &mut Desk, key: &str) {
    desk.app.window.focus = Pane::Notes;
    press(desk, key);
    if desk.app.layers.is_empty() {
        desk.app.window.focus = Pane::Agenda;
    }
}

fn set_status(desk: &mut Desk, nth: usize) {
    press(desk, ["s r", "s d", "s a"][nth % 3]);
}

/// The words of all notes in the interface.
fn shown(desk: &Desk) -> Vec<String> {
    desk.app.workspace.notebook.notes().map(|note| note.text.clone()).collect()
}

/// The disk holds what the interface says, and no act twice.
#[track_caller]
fn agrees(desk: &Desk, when: &str) {
    let (disk, here) = (desk.disk(), &desk.app.workspace);
    assert_eq!(disk.broken, [], "{when}");
    let notes = |notebook: &crate::workspace::Notebook| notebook.notes().cloned().collect::<Vec<_>>();
    assert_eq!(notes(&disk.contents.notebook), notes(&here.notebook), "{when}");
    let acts = |tracker: &crate::workspace::Tracker| {
        tracker.acts().map(|act| (act.id, act.clone())).collect::<BTreeMap<_, _>>()
    };
    assert_eq!(acts(&disk.contents.tracker), acts(&here.tracker), "{when}");
    let logs = file::names(&desk.folder.join("tracker")).unwrap();
    let texts = logs.iter().map(|name| file::text(&desk.folder.join("tracker").join(name), 1 << 20));
    let lines: usize = texts.map(|text| text.unwrap().unwrap().lines().count()).sum();
    assert_eq!(lines, here.tracker.len(), "{when}: every act is in the log once");
    assert_eq!(disk.contents.of(Kind::Position).len(), 0);
}

/// One operation fails while the answers of the disk are taken. Returns whether a change was refused.
fn fails_once(desk: &mut Desk, scenario: &Scenario, nth: usize, fault: Fault) -> bool {
    let when = format!("{}, {fault:?}", scenario.name);
    (scenario.prepare)(desk, nth);
    desk.settle();
    (scenario.act)(desk, nth);
    let before = shown(desk);
    during(fault, || desk.settle());
    assert_eq!(shown(desk), before, "{when}: the words stay on screen");
    let count = desk.app.workspace.unsaved.count();
    if count > 0 {
        assert!(desk.app.notice.as_ref().is_some_and(|notice| notice.alarm), "{when}: nothing was said");
        let summary = unsaved::summary(&desk.app.context()).unwrap_or_default();
        assert!(summary.starts_with(&format!("{count} not saved: ")), "{when}: {summary}");
    }
    press(desk, "Ctrl-s");
    desk.settle();
    let notice = desk.app.notice.as_ref().map(|notice| notice.message.id);
    assert_eq!(notice, Some("notice-all-saved"), "{when}");
    assert_eq!(desk.app.workspace.unsaved.items().len(), 0, "{when}");
    // A file that may not be read is a version of somebody else until the files are read again.
    desk.send(Event::Looked);
    desk.settle();
    agrees(desk, &when);
    count > 0
}

#[test]
fn each_operation_fails_once_and_nothing_is_lost() {
    let (mut cases, mut refused) = (0, 0);
    for scenario in &SCENARIOS {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path(), Language::EN, (120, 40), begin());
        place::show(&mut desk.app, &"A/77/275:annex/E/next/2".parse().unwrap());
        desk.settle();
        (scenario.prepare)(&mut desk, 0);
        desk.settle();
        (scenario.act)(&mut desk, 0);
        let ((), operations) = record(|| desk.settle());
        let before = refused;
        for at in 0..operations.len() + 2 {
            let failure = FAILURES[at % FAILURES.len()];
            refused += usize::from(fails_once(&mut desk, scenario, at + 1, Fault::at(at, failure)));
            cases += 1;
        }
        assert!(refused > before, "{}: no failure reaches the delegate", scenario.name);
    }
    println!("{cases} single failures, {refused} of them of a change of the delegate; nothing lost");
    assert!(cases > 100, "only {cases} operations were met");
}

#[test]
fn while_the_disk_refuses_everything_nothing_disappears_even_when_the_files_are_read_again() {
    // After a torn line that cannot be cut off either, the log has a broken line, which is reported.
    let whole = |failure: &Failure| matches!(failure, Failure::Error(_));
    for (nth, failure) in FAILURES.into_iter().filter(whole).enumerate() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path(), Language::EN, (120, 40), begin());
        place::show(&mut desk.app, &"A/77/275:annex/E/next/2".parse().unwrap());
        desk.settle();
        write_note(&mut desk, nth);
        press(&mut desk, "Esc");
        set_status(&mut desk, nth);
        let fault = Fault { after: 0, times: usize::MAX, kind: None, failure };
        during(fault, || desk.settle());
        assert_eq!(desk.app.workspace.unsaved.count(), 2, "{failure:?}");
        // What can be read is read again, what cannot be written is refused again.
        let writes = Fault::every(crate::store::disk::faults::Operation::Write, failure);
        desk.send(Event::Looked);
        during(writes, || desk.settle());
        assert_eq!(shown(&desk), [format!("words {nth}")], "{failure:?}");
        assert_eq!(desk.app.workspace.tracker.len(), 1, "{failure:?}");
        desk.send(Event::Looked);
        desk.settle();
        assert_eq!(desk.app.workspace.unsaved.items().len(), 0, "{failure:?}");
        agrees(&desk, &format!("{failure:?}"));
    }
}
