//! The speaking list: typed and pasted, the next speaker with one key, the clock, and how far away the own delegation is.

use plenary::app::event::Event;
use plenary::followup;
use plenary::workspace::note;
use plenary::workspace::speakers::{is_speaking_list, listed};

use crate::screens::Delegate;

/// A delegate of France at step E.2.
fn france() -> Delegate {
    let mut desk = Delegate::at("2023-03-07").in_english().on(140, 40).reading("A/77/275:annex/E/next/2");
    desk.app.workspace.own_delegation = Some("FRA".to_owned());
    desk
}

/// The names on the list, those that have spoken with a mark before them.
fn names(desk: &Delegate) -> Vec<String> {
    let notes = desk.app.workspace.notebook.notes().filter(|note| is_speaking_list(note));
    let names = notes.flat_map(listed);
    names.map(|speaker| format!("{}{}", if speaker.has_spoken { "✓" } else { "" }, speaker.typed)).collect()
}

#[test]
fn names_are_typed_or_pasted() {
    let desk = france().press("Q").types("egy").press("Tab").types(", Wakanda").press("Enter");
    assert_eq!(names(&desk), ["Egypt", "Wakanda"]);
    let desk = desk.press("Q").types("add").press("Enter");
    let desk = desk.send(Event::Paste("1. Jamaica (CARICOM)\n2. France\n".to_owned())).press("Enter");
    assert_eq!(names(&desk), ["Egypt", "Wakanda", "Jamaica (CARICOM)", "France"]);
    let screen = desk.press("Q").words();
    assert!(screen.contains("Wakanda [?]") && screen.contains("Jamaica (CARICOM)"), "{screen}");
}

#[test]
fn one_key_gives_the_floor_and_fills_the_delegation() {
    let desk = france().press("Q").types("Egypt, Peru").press("Enter X");
    assert!(desk.footer().starts_with("Delegation: Egypt"), "{}", desk.screen());
    let desk = desk.types("? who pays").press("Enter X").types("+ yes").press("Enter");
    assert_eq!(names(&desk), ["✓Egypt", "✓Peru"]);
    let said: Vec<(Option<&str>, &str)> = desk
        .app
        .workspace
        .notebook
        .notes()
        .filter(|note| note.delegation.is_some())
        .map(|note| (note.delegation.as_deref(), note.text.as_str()))
        .collect();
    assert!(said.contains(&(Some("EGY"), "who pays")) && said.contains(&(Some("PER"), "yes")), "{said:?}");
    let desk = desk.press("X");
    assert!(desk.footer().contains("last delegation"), "{}", desk.footer());
    let desk = desk.press("X");
    assert!(desk.footer().contains("Nobody is on the speaking list"), "{}", desk.footer());
}

#[test]
fn the_clock_and_the_own_slot_are_shown_without_moving_anything() {
    let desk = france();
    let before = desk.screen();
    let desk = desk.press("Q").types("Egypt (Arab Group), Peru, France").press("Enter");
    let waiting = desk.press("Esc");
    let rows = |screen: &str| screen.lines().take(39).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&before), rows(&waiting.screen()), "only the last row has changed");
    // Five minutes for the group and three for Peru.
    assert!(
        waiting.footer().ends_with("next: Egypt (Arab Group) · 2 before us, ~8 min"),
        "{}",
        waiting.footer()
    );
    let speaking = waiting.press("X");
    assert!(speaking.screen().contains("/5:00 · next: Peru · 1 before us"), "{}", speaking.screen());
    let speaking = speaking.types("+ yes").press("Enter");
    assert!(speaking.app.changes_each_second(), "the clock is drawn each second");
    assert!(speaking.footer().contains("Egypt (Arab Group) 0:"), "{}", speaking.footer());
}

#[test]
fn the_limits_are_those_of_the_settings() {
    let mut desk = france();
    desk.app.workspace.time_limits.state_seconds = 120;
    let desk = desk.press("Q").types("Peru, France").press("Enter X Esc");
    assert!(desk.footer().contains("/2:00"), "{}", desk.footer());
}

#[test]
fn the_chair_shortens_the_speaking_time_of_one_meeting() {
    let desk = france().press("Q").types("Egypt (Arab Group), Peru, France").press("Enter Esc");
    let desk = desk.press(":").types("limit 2 4").press("Enter");
    assert!(desk.footer().contains("States 2:00, groups 4:00"), "{}", desk.footer());
    let desk = desk.press("X");
    assert!(desk.screen().contains("/4:00 · next: Peru"), "{}", desk.screen());
    let desk = desk.press("Esc X Esc");
    assert!(desk.footer().contains("/2:00 · next: France"), "{}", desk.footer());
    let desk = desk.press("Q");
    assert!(desk.words().contains("Speaking list · States 2:00, groups 4:00"), "{}", desk.words());
    let kept = desk.app.workspace.notebook.notes().find(|note| is_speaking_list(note)).cloned();
    assert!(
        note::write(&kept.expect("a list")).contains("limit-seconds = 120"),
        "it is in the file of the list"
    );
    let desk = desk.types("speaking time").press("Enter").types("soon").press("Enter");
    assert!(desk.screen().contains("“soon” is no speaking time"), "{}", desk.screen());
    let desk = desk.press("Ctrl-u Enter");
    assert!(desk.footer().contains("States 3:00, groups 5:00"), "the settings hold again: {}", desk.footer());
    let desk = desk.press("u Q");
    assert!(desk.words().contains("States 2:00, groups 4:00"), "undone: {}", desk.words());
}

#[test]
fn the_speaking_time_of_a_meeting_is_not_that_of_the_next_day() {
    let desk = france().press(":").types("limit 2").press("Enter Q").types("Peru").press("Enter Q");
    assert!(desk.words().contains("Speaking list · 2:00 each"), "{}", desk.words());
    let desk = desk.press("Esc w").types("2023-03-08").press("Enter Q").types("Peru").press("Enter Q");
    assert!(desk.words().contains("States 3:00, groups 5:00"), "{}", desk.words());
}

#[test]
fn each_meeting_of_a_day_has_its_own_list_and_its_own_speaking_time() {
    let mut desk = france();
    let programme = "7 March 2023\t10 a.m.–1 p.m.\t5 (d)\tThreats\n\t3–6 p.m.\t5 (e)\tNorms\n";
    let process = desk.app.process().clone();
    let read = followup::programme(programme, &process, "2023-03-06".parse().expect("a day"), None);
    assert_eq!(read.meetings.len(), 2);
    desk.app.library.processes[0].meetings = read.meetings;
    let desk = desk.press(":").types("limit 2").press("Enter Q").types("Peru").press("Enter");
    let desk = desk.hours_later(5).press("Q");
    assert!(desk.words().contains("States 3:00, groups 5:00"), "{}", desk.words());
    let desk = desk.types("add").press("Enter").types("Chile").press("Enter");
    let lists: Vec<String> = {
        let notes = desk.app.workspace.notebook.notes().filter(|note| is_speaking_list(note));
        notes.map(|note| note.text.clone()).collect()
    };
    assert_eq!(lists.len(), 2, "{lists:?}");
    assert_eq!(names(&desk).len(), 2, "who has not spoken in the morning is still on the list");
}

#[test]
fn the_list_is_edited_as_a_note() {
    let desk = france().press("Q").types("Egypt, Peru").press("Enter Q").types("edit").press("Enter");
    let desk = desk.press("Ctrl-Home Ctrl-k Delete Esc");
    assert_eq!(names(&desk), ["Peru"]);
}

#[test]
fn a_cancelled_line_leaves_no_list_and_another_day_has_its_own() {
    let desk = france().press("Q").types("Egypt").press("Esc");
    assert_eq!(names(&desk), Vec::<String>::new());
    let desk = desk.press("Q").types("Egypt").press("Enter w").types("2023-03-08").press("Enter Q");
    assert!(desk.footer().starts_with("Speakers:"), "the list of another day is empty: {}", desk.screen());
}

#[test]
fn names_that_arrive_like_typed_keys_stay_apart() {
    let desk = france().press("Q").bursts("Egypt\n").bursts("Peru\n");
    assert!(desk.words().contains("Egypt, Peru"), "{}", desk.words());
    assert_eq!(names(&desk.press("Enter")), ["Egypt", "Peru"]);
    let desk = france().press("Q").bursts("Egypt\nChile\nPeru").press("Enter");
    assert_eq!(names(&desk), ["Egypt", "Chile", "Peru"]);
}

#[test]
fn the_note_of_a_list_says_that_it_is_one() {
    let desk = france().press("Q").types("Egypt").press("Enter Q").types("edit").press("Enter");
    assert!(desk.words().contains("Editing note · Speaking list"), "{}", desk.words());
}
