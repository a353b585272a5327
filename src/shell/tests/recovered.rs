//! A text of a program that died and cannot be saved at the start: it is shown, marked, tried again and asked about like
//! every other change that is not on the disk.

use chrono::TimeDelta;

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::screen::unsaved;
use crate::keymap::{Code, Key};
use crate::model::Language;
use crate::shell::unsaved_output;
use crate::store::disk::faults::{EACCES, EIO, EMFILE, ENOSPC, EROFS, Failure, Fault, Operation, during};

use super::desk::{Desk, begin};

/// The desk after a program was killed while a note was typed, with the disk as this fault makes it.
fn started(home: &std::path::Path, fault: Fault) -> Desk {
    let open = |home: &std::path::Path| Desk::open(home, Language::EN, (120, 40), begin());
    let mut desk = open(home);
    desk.settle();
    press(&mut desk, "n");
    "half a wo".chars().for_each(|c| drop(desk.send(Event::Key(Key::plain(Code::Char(c))))));
    // What is typed reaches the journal, but not its file.
    during(Fault::every(Operation::Sync, Failure::Error(EIO)), || desk.write(usize::MAX));
    drop(desk);
    let mut desk = during(fault, || open(home));
    during(fault, || desk.settle());
    desk
}

fn press(desk: &mut Desk, keys: &str) {
    for key in keys.split_whitespace() {
        desk.send(Event::Key(key.parse().unwrap()));
    }
}

fn shown(desk: &Desk) -> Vec<&str> {
    desk.app.workspace.notebook.notes().map(|note| note.text.as_str()).collect()
}

#[test]
fn a_draft_that_cannot_be_saved_at_the_start_is_marked_asked_about_and_printed() {
    let refusals = [
        (Fault::every(Operation::Sync, Failure::Error(EIO)), "1 not saved: "),
        (Fault::every(Operation::Write, Failure::Error(ENOSPC)), "1 not saved: disk full"),
        (Fault::every(Operation::Rename, Failure::Error(EACCES)), "1 not saved: no permission"),
        (Fault::every(Operation::Sync, Failure::Error(EMFILE)), "1 not saved: "),
        // The disk is read-only: not even the lock can be taken.
        (Fault::every(Operation::Lock, Failure::Error(EROFS)), "1 not saved: disk read-only"),
    ];
    for (fault, summary) in refusals {
        let home = tempfile::tempdir().unwrap();
        let mut desk = started(home.path(), fault);
        assert_eq!(shown(&desk), ["half a wo"], "{fault:?}");
        let said = unsaved::summary(&desk.app.context()).unwrap_or_default();
        assert!(said.starts_with(summary), "{fault:?}: {said}");
        // It stays so when the files are read again.
        desk.send(Event::Looked);
        during(fault, || desk.settle());
        assert_eq!((shown(&desk), desk.app.workspace.unsaved.count()), (vec!["half a wo"], 1), "{fault:?}");
        press(&mut desk, "q");
        during(fault, || desk.settle());
        assert!(!desk.has_ended && desk.app.layers.len() == 1, "{fault:?}: nothing was asked");
        press(&mut desk, "W");
        press(&mut desk, "Esc");
        let left = unsaved_output::report(&desk.app, &desk.folder).unwrap_err();
        assert_eq!((left.message.id, left.message.get("count")), ("unsaved-left", Some(&1usize.into())));
        // Once the disk works, it is saved by itself, and nothing is left behind.
        desk.send(Event::Looked);
        desk.settle();
        desk.wait(TimeDelta::minutes(2));
        desk.send(Event::Tick);
        desk.settle();
        assert_eq!(desk.app.workspace.unsaved.items().len(), 0, "{fault:?}");
        let disk = desk.disk();
        let texts: Vec<&str> = disk.contents.notebook.notes().map(|note| note.text.as_str()).collect();
        assert_eq!((texts, disk.broken), (vec!["half a wo"], vec![]), "{fault:?}");
        assert_eq!(crate::store::file::names(&desk.folder.join(".journal")).unwrap().len(), 0, "{fault:?}");
    }
}

#[test]
fn a_draft_that_cannot_be_saved_at_the_start_is_part_of_save_and_save_as() {
    let home = tempfile::tempdir().unwrap();
    let fault = Fault::every(Operation::Sync, Failure::Error(ENOSPC));
    let mut desk = started(home.path(), fault);
    press(&mut desk, "Ctrl-s");
    during(fault, || desk.settle());
    let notice = desk.app.notice.as_ref().map(|notice| notice.message.id);
    assert_eq!(notice, Some("notice-not-saved"));
    press(&mut desk, "W");
    "/elsewhere".chars().for_each(|c| drop(desk.send(Event::Key(Key::plain(Code::Char(c))))));
    let effects = desk.send(Event::Key("Enter".parse().unwrap()));
    let saved_as = effects.iter().find_map(|effect| match effect {
        Effect::SaveAs(asked) => Some(asked),
        _ => None,
    });
    let saved_as = saved_as.expect("it is written to the other folder");
    let texts: Vec<&str> =
        saved_as.writes.iter().filter_map(|write| write.note()).map(|note| note.text.as_str()).collect();
    assert_eq!((texts, saved_as.is_everything), (vec!["half a wo"], false));
    // The delegate types on: the file in the journal follows, and what is saved is the later text.
    desk.app.window.focus = crate::app::layout::Pane::Notes;
    press(&mut desk, "e");
    "rd".chars().for_each(|c| drop(desk.send(Event::Key(Key::plain(Code::Char(c))))));
    press(&mut desk, "Esc Ctrl-s");
    desk.settle();
    assert_eq!(desk.app.workspace.unsaved.items().len(), 0);
    let disk = desk.disk();
    assert_eq!(
        disk.contents.notebook.notes().map(|note| note.text.as_str()).collect::<Vec<_>>(),
        ["half a word"]
    );
    assert_eq!(crate::store::file::names(&desk.folder.join(".journal")).unwrap().len(), 0);
}
