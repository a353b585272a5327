//! Locks that the file system does not have, or that vanish; workspaces that are moved or deleted while they are open.
#![cfg(unix)]

use super::*;
use crate::store::disk::faults::{EACCES, ENOLCK, ENOSYS, EOPNOTSUPP, Failure, Fault, Operation, during};

#[test]
fn without_locks_it_is_written_and_the_start_says_so_once() {
    for number in [EOPNOTSUPP, ENOSYS, ENOLCK] {
        let home = Home::new();
        let fault = Fault::every(Operation::Lock, Failure::Error(number));
        let mut opened = during(fault, || home.open()).unwrap();
        assert_eq!((opened.workspace.read_only(), opened.broken.len(), opened.limits.len()), (None, 0, 1));
        assert_eq!(opened.limits[0].message.id, "workspace-no-locks");
        reads_well(&opened.limits[0]);
        assert_eq!(opened.workspace.save(&text(1, "d’abord"), &now(2)).unwrap(), Saved::Written);
        let read =
            during(fault, || WorkspaceFolder::open(&home.path("work"), Access::Read, &Manifest::default()));
        assert_eq!(read.unwrap().limits, opened.limits, "plenary check says it too");
    }
    let home = Home::new();
    let refused = during(Fault::every(Operation::Lock, Failure::Error(EACCES)), || home.open()).unwrap();
    assert_eq!(refused.workspace.read_only().unwrap().message.id, "workspace-not-writable");
    assert_eq!(home.open().unwrap().limits, []);
}

#[test]
fn a_lock_file_that_was_removed_or_replaced_is_locked_again() {
    let home = Home::new();
    let mut opened = home.open().unwrap();
    for replaced in [false, true] {
        fs::remove_file(home.work(".lock")).unwrap();
        if replaced {
            fs::write(home.work(".lock"), "").unwrap();
        }
        opened.workspace.save(&text(1, "d’abord"), &now(2)).unwrap();
        let second = home.open().unwrap();
        assert_eq!(second.workspace.read_only().unwrap().message.id, "workspace-locked");
    }
}

#[test]
fn if_another_program_took_the_lock_meanwhile_nothing_is_overwritten() {
    let home = Home::new();
    let mut first = home.open().unwrap();
    let mine = text(1, "mine");
    first.workspace.save(&mine, &now(2)).unwrap();
    fs::remove_file(home.work(".lock")).unwrap();
    let mut second = home.open().unwrap();
    assert_eq!(second.workspace.read_only(), None);
    second.workspace.save(&mine.with_text("theirs", &now(3)), &now(3)).unwrap();
    let before = home.tree();
    for _ in 0..2 {
        let refused = first.workspace.save(&mine.with_text("mine, typed on", &now(4)), &now(4)).unwrap_err();
        assert_eq!(refused.message.id, "workspace-locked");
        assert_eq!(first.workspace.read_only(), Some(&refused));
        assert_eq!(first.workspace.append(&status(), &machine()).unwrap_err(), refused);
    }
    assert_eq!(home.tree(), before);
    drop(second);
    assert!(first.workspace.try_again(), "the other program has ended");
    assert_eq!(first.workspace.append(&status(), &machine()), Ok(()));
}

/// Everything that can be written is refused because the folder is gone.
#[track_caller]
fn refuses_everything(opened: &mut Opened) {
    let workspace = &mut opened.workspace;
    let note = text(1, "later");
    let refused = [
        workspace.save(&note, &now(2)).map(|_| ()),
        workspace.save_typed(&note, &now(2)).map(|_| ()),
        workspace.journal(&note),
        workspace.append(&status(), &machine()),
        workspace.add_to_calendar(&entries(), &group()).map(|_| ()),
        keep(&workspace.documents_dir()),
        workspace.restore(&note, &now(3)).map(|_| ()),
    ];
    for result in refused {
        let error = result.unwrap_err();
        assert_eq!(error.message.id, "workspace-gone");
        reads_well(&error);
    }
}

#[test]
fn a_workspace_that_was_renamed_deleted_or_replaced_is_never_made_again() {
    let home = Home::new();
    let mut opened = home.open().unwrap();
    opened.workspace.save(&text(1, "d’abord"), &now(2)).unwrap();
    fs::rename(home.path("work"), home.path("moved")).unwrap();
    refuses_everything(&mut opened);
    assert!(!home.path("work").exists());
    // Another folder has its name.
    fs::create_dir(home.path("work")).unwrap();
    refuses_everything(&mut opened);
    assert_eq!(fs::read_dir(home.path("work")).unwrap().count(), 0);
    // It comes back: everything can be written again.
    fs::remove_dir(home.path("work")).unwrap();
    fs::rename(home.path("moved"), home.path("work")).unwrap();
    opened.workspace.save(&text(1, "later"), &now(3)).unwrap();
    fs::remove_dir_all(home.path("work")).unwrap();
    refuses_everything(&mut opened);
    assert!(!home.path("work").exists());
}
