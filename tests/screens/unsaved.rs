//! A disk that refuses: what is not saved stays on screen with a mark, is tried again, and is asked about before leaving.

use plenary::app::effect::{Effect, SaveAs};
use plenary::app::event::{Event, SavedAs};
use plenary::app::requests::Reread;
use plenary::app::write::Write;
use plenary::base::Error;

use crate::screens::Delegate;

const STEP: &str = "A/77/275:annex/E/next/2";

/// A delegate whose note could not be saved: the disk is full.
fn refused() -> Delegate {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP).with_full_disk(true);
    desk.press("n").types("capacities first").press("Esc")
}

#[track_caller]
fn shows(desk: &Delegate, words: &str) {
    let screen = desk.words();
    assert!(screen.contains(words), "{words} is not shown:\n{screen}");
}

#[track_caller]
fn hides(desk: &Delegate, words: &str) {
    let screen = desk.words();
    assert!(!screen.contains(words), "{words} is shown:\n{screen}");
}

fn quits(desk: &Delegate) -> bool {
    desk.effects.contains(&Effect::Quit)
}

/// How many of the effects save a text.
fn saves(desk: &Delegate) -> usize {
    desk.effects.iter().filter(|effect| matches!(effect, Effect::Write(Write::Save(_)))).count()
}

#[test]
fn a_refused_note_stays_on_screen_with_a_mark_even_after_the_files_are_read_again() {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP).with_full_disk(true);
    let desk = desk.press("n").types("capacities");
    shows(&desk, "! not saved · disk full");
    let desk = desk.types(" first").press("Esc");
    for desk in [desk, refused().finds(Reread::default())] {
        shows(&desk, "! not saved 10:44");
        shows(&desk, "capacities first");
        shows(&desk, "[! 1 not saved: disk full]");
        shows(&desk, "the disk is full");
    }
    // Its file must not count as known: another program may have written it.
    let desk = refused().finds(Reread::default());
    let id = desk.app.workspace.notebook.notes().next().expect("the note stays").id;
    assert!(matches!(desk.effects.last(), Some(Effect::Accept(_, held_back)) if held_back.contains(&id)));
}

#[test]
fn a_refused_edit_deletion_and_status_stay_on_screen_after_the_files_are_read_again() {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP);
    let desk = desk.press("n").types("old").press("Esc n").types("gone").press("Esc");
    let on_disk = desk.app.workspace.notebook.clone();
    let read = || Reread {
        contents: plenary::workspace::Contents { notebook: on_disk.clone(), ..Default::default() },
        ..Reread::default()
    };
    let desk = desk.with_full_disk(true).press("Tab Tab x e").types("er").press("Esc s d");
    shows(&desk, "[! 3 not saved: disk full]");
    let desk = desk.finds(read());
    shows(&desk, "older");
    hides(&desk, "gone");
    shows(&desk, "[! 3 not saved: disk full]");
    let desk = desk.press("t");
    shows(&desk, "● discussed!");
    shows(&desk.press("Enter"), "! not saved");
}

#[test]
fn a_remark_that_was_refused_is_marked_in_the_details_and_the_history() {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP).with_full_disk(true);
    let desk = desk.press("t m").types("see the Chair").press("Enter Enter");
    shows(&desk, "! not saved");
    shows(&desk.press("Esc v"), "see the Chair ! not saved");
}

#[test]
fn what_was_refused_is_tried_again_by_itself_later_and_later() {
    let mut tries = Vec::new();
    let mut desk = refused();
    let mut before = saves(&desk);
    for second in 0..200 {
        desk = desk.send(Event::Tick);
        if saves(&desk) > before {
            (before, tries) = (saves(&desk), [tries, vec![second]].concat());
        }
    }
    let pauses: Vec<i32> = tries.windows(2).map(|pair| pair[1] - pair[0]).collect();
    assert!(
        pauses.is_sorted() && pauses.contains(&2) && pauses.iter().all(|pause| *pause <= 60),
        "{pauses:?}"
    );
    shows(&desk, "[! 1 not saved: disk full]");
    // Coming back to the window tries at once, whatever the pause.
    let desk = desk.with_full_disk(false).send(Event::Looked);
    hides(&desk, "not saved");
    shows(&desk, "Everything is saved.");
}

#[test]
fn what_was_refused_is_tried_again_when_something_else_is_saved() {
    let desk = refused().with_full_disk(false).press("n").types("x");
    hides(&desk, "not saved");
    assert!(desk.app.workspace.unsaved.items().is_empty());
}

#[test]
fn save_always_answers_in_words() {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP);
    shows(&desk.press("Ctrl-s"), "Everything is saved.");
    let desk = refused().press("n").types("two").press("Ctrl-s");
    shows(&desk, "2 changes are not saved.");
    shows(&desk, "the disk is full");
    let desk = desk.press("Esc").with_full_disk(false).press("Ctrl-s");
    shows(&desk, "Everything is saved.");
    hides(&desk, "not saved");
}

#[test]
fn leaving_with_unsaved_words_asks_and_each_answer_does_what_it_says() {
    let asked = refused().press("q");
    assert!(!quits(&asked));
    shows(&asked, "One change is not saved. Leave?");
    shows(&asked, "capacities first");
    shows(&asked, "! disk full");
    // Enter tries again: refused, asked once more; with room it leaves.
    let again = asked.press("Enter");
    assert!(!quits(&again));
    shows(&again, "One change is not saved. Leave?");
    assert!(quits(&again.with_full_disk(false).press("Enter")));
    let stays = refused().press("q Down Down Down Enter");
    assert!(!quits(&stays));
    hides(&stays, "Leave?");
    assert!(!quits(&refused().press("q Esc")));
    assert!(quits(&refused().press("q Down Down Enter")));
}

#[test]
fn leaving_waits_for_the_disk_and_asks_if_it_takes_too_long() {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP).press("n");
    let desk = desk.send_only(Event::Paste("slow".into())).send_only(Event::Key("Esc".parse().unwrap()));
    let desk = desk.press("q");
    assert!(!quits(&desk));
    shows(&desk, "Saving before leaving");
    let asked = desk.press("q");
    assert!(!quits(&asked));
    shows(&asked, "still being written");
    let desk = Delegate::at("2023-03-07").reading(STEP).press("n").types("fast").press("Esc q");
    assert!(quits(&desk));
}

#[test]
fn a_folder_of_choice_takes_what_is_unsaved_and_the_workspace_is_still_tried() {
    let desk = refused().press("W").types("~/stick").press("Enter");
    let Some(Effect::SaveAs(asked)) = desk.effects.last().cloned() else {
        panic!("{:?}", desk.effects.last())
    };
    let SaveAs { folder, writes, is_everything } = *asked;
    assert_eq!((folder.as_str(), writes.len(), is_everything), ("~/stick", 1, false));
    let saved = SavedAs { folder: "/media/stick".into(), written: writes, is_everything, refused: None };
    let desk = desk.send(Event::SavedAs(Box::new(saved.clone())));
    shows(&desk, "Saved in /media/stick: one text. Saving in the workspace is still tried.");
    shows(&desk, "[! 1 not saved: disk full]");
    // Nothing would be lost: leaving needs no answer.
    assert!(quits(&desk.press("q")));
    // The folder was chosen while leaving: the program ends when it is written.
    let leaving = refused().press("q Down Enter").types("/stick").press("Enter");
    assert!(!quits(&leaving));
    assert!(quits(&leaving.send(Event::SavedAs(Box::new(saved.clone())))));
    let error =
        Error::broken("folder-not-made").with("file", "/x").with("reason", "permission").with("what", "");
    let failed = SavedAs { written: Vec::new(), refused: Some(error), ..saved };
    let desk = refused().press("q Down Enter").types("/stick").press("Enter");
    let desk = desk.send(Event::SavedAs(Box::new(failed)));
    assert!(!quits(&desk));
    shows(&desk, "One change is not saved. Leave?");
}

#[test]
fn the_folder_can_be_typed_after_the_name_of_the_command() {
    let folder = |desk: &Delegate| match desk.effects.last() {
        Some(Effect::SaveAs(asked)) => Some(asked.folder.clone()),
        _ => None,
    };
    let desk = refused().press(":").types("save-as ~/My Desktop");
    shows(&desk, "save in the folder ~/My Desktop");
    assert_eq!(folder(&desk.press("Enter")).as_deref(), Some("~/My Desktop"));
    let french = || Delegate::at("2023-03-07").on(120, 40).reading(STEP).with_full_disk(true);
    for typed in ["enregistrer-sous ~/Bureau", "save-as ~/Bureau"] {
        let desk = french().press("n").types("d’abord").press("Esc :").types(typed);
        shows(&desk, "enregistrer dans le dossier ~/Bureau");
        assert_eq!(folder(&desk.press("Enter")).as_deref(), Some("~/Bureau"), "{typed}");
    }
    // Without a folder it asks for one; and no other command takes words.
    shows(&refused().press(":").types("save-as ").press("Enter"), "Save in folder:");
    shows(&refused().press(":").types("redraw ~/x"), "No match.");
}

#[test]
fn with_nothing_unsaved_a_folder_of_choice_takes_everything() {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading(STEP);
    let desk = desk.press("n").types("note").press("Esc s d W").types("/copy").press("Enter");
    let Some(Effect::SaveAs(asked)) = desk.effects.last().cloned() else {
        panic!("{:?}", desk.effects.last())
    };
    assert!(asked.is_everything);
    let is_there = |of: fn(&Write) -> bool| asked.writes.iter().any(of);
    assert!(is_there(|write| matches!(write, Write::Save(_))));
    assert!(is_there(|write| matches!(write, Write::Append(_))));
}

#[test]
fn a_signal_ends_the_program_without_asking() {
    assert!(quits(&refused().send(Event::Terminate)));
}
