//! The timeline, the working day, and opening at the meeting in progress.

use plenary::app::effect::Effect;
use plenary::app::event::{Added, Event};
use plenary::app::place;
use plenary::app::requests::{Answer, Request, Reread};
use plenary::app::write::{NewEntries, Write};
use plenary::calendar::Additions;
use plenary::followup::{self, Fingerprint, Materials};
use plenary::workspace::Action;

use super::Delegate;

/// Adds the meetings of the effects to the calendar, as the keeper does.
pub fn keeping(desk: Delegate) -> Delegate {
    let asked = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(Write::AddToCalendar(asked)) => Some(asked.clone()),
        _ => None,
    });
    let new = *asked.expect("entries are handed over");
    let shown = desk.app.library.fingerprint.calendar;
    let added = Added { count: new.entries.len(), new, before: shown, after: shown + 1 };
    desk.send(Event::Added(Box::new(added)))
}

/// The first row of the screen.
fn header(desk: &Delegate) -> String {
    desk.screen().lines().next().unwrap_or_default().to_owned()
}

fn asked(effect: &Effect) -> Option<&Request> {
    match effect {
        Effect::Ask(_, request) => Some(request),
        _ => None,
    }
}

const MORNING: &str = "6 March 2023\t10 a.m.–1 p.m.\t5 (d)\tThreats\n";

#[test]
fn sessions_and_deadlines_are_listed_around_today() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("C");
    let screen = desk.words();
    let at = |words: &str| {
        screen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words} in {screen}"))
    };
    assert!(at("4e session") < at("aujourd’hui"), "{screen}");
    assert!(at("aujourd’hui · mardi 7 mars 2023 · 10:44 New York") < at("5e session"), "{screen}");
    assert!(at("fin du mois indiqué") < at("aujourd’hui"), "a deadline shows its basis: {screen}");
    assert!(screen.contains("━━━━━  "), "the bar of a session is as long as its days: {screen}");
    let end = desk.press("End").words();
    assert!(
        end.contains("sans dates") && end.contains("8e session · 2024, dates absentes des documents"),
        "{end}"
    );
}

#[test]
fn enter_goes_to_the_step_or_to_the_passage_with_the_date() {
    let desk = Delegate::at("2023-03-07").press("C");
    assert_eq!(desk.press("Enter").place(), "A/AC.292/2023/L.1:3");
    let desk = Delegate::at("2023-03-07").press("C Down");
    assert_eq!(desk.press("Enter").place(), "A/77/275:annex/E/next/4");
    let desk = Delegate::at("2023-03-07").press("C q");
    assert!(!desk.effects.contains(&Effect::Quit), "q closes the timeline, not the program");
    assert!(!desk.words().contains("Échéancier"));
    let desk = Delegate::at("2023-03-07").press("C Esc");
    assert!(!desk.words().contains("Échéancier"));
}

#[test]
fn a_pasted_programme_is_shown_before_it_is_saved() {
    let desk = Delegate::at("2023-03-06").press("C").send(Event::Paste(MORNING.to_owned() + "later\n"));
    let screen = desk.words();
    assert!(screen.contains("✓ lundi 6 mars 2023 · 10:00–13:00 · séance · 5 d) · Threats"), "{screen}");
    assert!(screen.contains("! later — non compris"), "{screen}");
    assert!(desk.footer().contains("Entrée ajouter   Échap annuler"), "{}", desk.footer());
    let left = Delegate::at("2023-03-06").press("C").send(Event::Paste(MORNING.into())).press("Esc");
    assert!(!left.effects.iter().any(|effect| matches!(effect, Effect::Write(Write::AddToCalendar(_)))));
    let desk = keeping(desk.press("Enter"));
    assert!(desk.footer().contains("1 séance lue, 1 ajoutée à"), "{}", desk.footer());
    let desk = desk.press("t");
    assert!(desk.words().contains("10:00–13:00"), "{}", desk.words());
    assert_eq!(desk.press("Enter").place(), "A/77/275:annex/heading/B", "item 5 d) and its section");
}

#[test]
fn text_that_is_not_a_programme_is_not_saved_and_stays_on_screen() {
    let desk =
        Delegate::at("2023-03-06").press("C").send(Event::Paste("bonjour à tous\n".into())).press("Enter");
    assert!(
        desk.footer().contains("Aucune séance trouvée") || desk.words().contains("Aucune séance trouvée")
    );
    assert!(desk.words().contains("bonjour à tous"), "{}", desk.words());
}

#[test]
fn the_working_day_is_set_and_reset() {
    let desk = Delegate::at("2023-03-07").on(120, 30).press("w").types("26 juillet 2022").press("Enter");
    assert!(desk.footer().contains("Jour de travail : mardi 26 juillet 2022"), "{}", desk.footer());
    let header = desk.words().lines().next().unwrap_or_default().to_owned();
    assert!(header.contains("[au 26 juillet 2022]  3e session"), "{header}");
    assert!(desk.effects.contains(&Effect::WorkOn("2022-07-26".parse().ok())), "{:?}", desk.effects);
    let desk = desk.press("C");
    assert!(desk.words().contains("aujourd’hui · mardi 26 juillet 2022"), "{}", desk.words());
    let desk = desk.press("w Enter");
    assert!(desk.words().contains("aujourd’hui · mardi 7 mars 2023"), "{}", desk.words());
    assert!(desk.effects.contains(&Effect::WorkOn(None)));
    assert!(!desk.press("Esc").words().contains("[au "));
}

#[test]
fn a_day_that_could_not_be_written_and_read_back_is_refused() {
    for day in ["1944-12-31", "0001-01-01", "31 décembre 1944"] {
        let desk = Delegate::at("2023-03-07").on(120, 24).press("w").types(day).press("Enter");
        assert!(desk.words().contains("des années 1945 à 9999"), "{day}: {}", desk.words());
        assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::WorkOn(_))), "{day}");
    }
}

#[test]
fn an_invalid_day_shows_a_message_and_stays_in_the_field() {
    let desk = Delegate::at("2023-03-07").press("w").types("31 février").press("Enter");
    let screen = desk.words();
    assert!(screen.contains("« 31 février » n’est pas une date"), "{screen}");
    assert!(screen.contains("Jour de travail (vide : aujourd’hui) : 31 février"), "{screen}");
    let desk = desk.press("Ctrl-u").types("6.3.2023").press("Enter");
    assert!(desk.footer().contains("lundi 6 mars 2023"), "{}", desk.footer());
    assert!(
        !Delegate::at("2023-03-07").press("w").types("x").press("Esc").words().contains("Jour de travail")
    );
}

#[test]
fn both_times_are_shown_during_a_session_if_they_differ() {
    let header = |desk: Delegate| desk.words().lines().next().unwrap_or_default().to_owned();
    let there = header(Delegate::at("2023-03-07").on(140, 30).abroad(1));
    assert!(there.contains("10:44 New York · 16:44 ici"), "{there}");
    assert!(!header(Delegate::at("2023-03-07").on(140, 30)).contains("ici"), "one clock in the room");
    assert!(!header(Delegate::at("2023-02-07").on(140, 30).abroad(1)).contains("ici"), "no session is on");
    let narrow = header(Delegate::at("2023-03-07").abroad(1));
    assert!(narrow.contains("4e session") && !narrow.contains("ici"), "{narrow}");
}

#[test]
fn the_clock_shows_the_city_of_the_meeting() {
    let mut desk = Delegate::at("2023-03-07").on(140, 30);
    assert!(header(&desk).contains("New York 10:44"), "{}", header(&desk));
    for process in &mut desk.app.library.processes {
        process.time_zone = "Europe/Zurich".parse().expect("a time zone");
    }
    let desk = desk.send(Event::Tick);
    assert!(header(&desk).contains("16:44 Genève · 10:44 ici"), "{}", header(&desk));
    let desk = desk.in_english();
    assert!(header(&desk).contains("16:44 Geneva · 10:44 here"), "{}", header(&desk));
}

/// At 10.44 in New York, with a meeting on item 5 d) from 10 to 13 in the calendar.
fn during_a_meeting() -> Delegate {
    with_a_meeting_on("2023-03-06")
}

/// The same on another day; the meeting remains on 6 March.
fn with_a_meeting_on(day: &str) -> Delegate {
    let mut desk = Delegate::at(day);
    let process = desk.app.process().clone();
    let read = followup::programme(MORNING, &process, "2023-03-06".parse().expect("a day"), None);
    desk.app.library.processes[0].meetings = read.meetings;
    desk
}

#[test]
fn a_status_set_during_a_meeting_has_its_number() {
    let set = |desk: Delegate| {
        let desk = desk.reading("A/77/275:annex/B/next/2").press("s d");
        let act = desk.effects.iter().rev().find_map(|effect| match effect {
            Effect::Write(Write::Append(act)) => Some(act.as_ref().clone()),
            _ => None,
        });
        let Some(Action::Set(mark)) = act.map(|act| act.action) else { panic!("{:?}", desk.effects) };
        mark.meeting
    };
    assert_eq!(
        set(with_a_meeting_on("2023-03-06")).as_deref(),
        Some("10:00"),
        "a meeting without a number goes by its hour"
    );
    let mut numbered = with_a_meeting_on("2023-03-06");
    numbered.app.library.processes[0].meetings[0].number = Some(3);
    assert_eq!(set(numbered).as_deref(), Some("3"));
    assert_eq!(set(with_a_meeting_on("2023-03-07")), None, "the next day no meeting is on");
}

#[test]
fn the_desk_opens_at_the_item_of_the_current_meeting() {
    let moment = |text: &str| text.parse().ok();
    let mut desk = during_a_meeting();
    assert!(place::open_at_meeting(&mut desk.app, None));
    assert_eq!(desk.place(), "A/77/275:annex/heading/B");
    let mut desk = during_a_meeting();
    assert!(place::open_at_meeting(&mut desk.app, moment("2023-03-06T09:30:00-05:00")), "before the meeting");
    let mut desk = during_a_meeting();
    let before = desk.place();
    assert!(!place::open_at_meeting(&mut desk.app, moment("2023-03-06T16:20:00+01:00")), "a moment ago");
    assert_eq!(desk.place(), before);
    let mut evening = during_a_meeting();
    evening.app.now.instant += chrono::TimeDelta::hours(5);
    assert!(!place::open_at_meeting(&mut evening.app, None), "no meeting is on");
}

#[test]
fn a_reloaded_calendar_moves_dates_and_deadlines_while_a_note_is_open() {
    let mut desk = Delegate::at("2023-03-07").on(120, 40).press("C");
    let mut processes = desk.app.library.processes.clone();
    let session =
        processes[desk.app.desk.process].sessions.iter_mut().find(|session| session.number == Some(4));
    let session = session.expect("the fourth session");
    (session.from, session.to) = ("2023-04-17".parse().ok(), "2023-04-21".parse().ok());
    let shelf = desk.app.library.shelf.clone();
    let followups = plenary::store::library::followups(&shelf, None, &processes);
    processes.reverse();
    let fingerprint = Fingerprint { documents: 1, calendar: 2 };
    let materials = Some(Materials { shelf, processes, followups, faults: Vec::new(), fingerprint });
    let place = desk.place();
    // A change handed over since the request was made: notes and tracker are read once more.
    let read = Reread { materials, ..Reread::default() };
    desk = desk.send(Event::Looked);
    let ticket = desk.ticket();
    desk.app.workspace.changes += 1;
    desk = desk.send(Event::Answered(ticket, Answer::Reloaded(Box::new(read))));
    let screen = desk.words();
    assert!(screen.contains("17–21") && !screen.contains("6–10 mars"), "{screen}");
    let limit = screen.lines().find(|line| line.contains("au plus tard au début de la quatrième session"));
    assert!(limit.is_some_and(|line| line.contains("17 ")), "the deadline moves with the session: {screen}");
    assert_eq!(desk.place(), place, "one stays where one is");
    let asked: Vec<&Request> = desk.effects.iter().filter_map(asked).collect();
    let reload = Request::Reload { changes: 1, fingerprint };
    assert_eq!(asked[asked.len() - 3..], [&Request::Citations, &Request::Index, &reload]);
}

#[test]
fn meetings_added_to_a_calendar_that_another_program_has_changed_do_not_hide_its_changes() {
    let new = NewEntries {
        entries: Additions::default(),
        process: Delegate::at("2023-03-07").app.library.processes[0].clone(),
    };
    for (before, expected) in [(3, 9), (8, 3)] {
        let mut desk = Delegate::at("2023-03-07");
        desk.app.library.fingerprint = Fingerprint { documents: 5, calendar: 3 };
        let added = Added { new: new.clone(), count: 0, before, after: 9 };
        let desk = desk.send(Event::Added(Box::new(added)));
        let shown = Fingerprint { documents: 5, calendar: expected };
        assert_eq!(desk.app.library.fingerprint, shown, "before the meetings: {before}");
    }
}

#[test]
fn a_deadline_typed_at_the_desk_is_in_the_calendar_and_in_the_header() {
    let desk = Delegate::at("2023-07-10").in_english().on(140, 50).press("C a");
    let desk =
        desk.types("Draft report A/77/275: four business days before the fifth session").press("Enter");
    let desk = keeping(desk);
    let screen = desk.screen();
    assert!(
        screen.contains("In your calendar: 18 July 2023 · tabling deadline · Draft report A/77/275"),
        "{screen}"
    );
    let desk = desk.press("Esc");
    assert!(header(&desk).contains("⚠ Draft report"), "{}", header(&desk));
}

#[test]
fn a_deadline_warns_during_its_last_two_weeks_and_no_longer() {
    let typed = |day: &str| {
        let desk = Delegate::at(day)
            .in_english()
            .press(":")
            .types("deadline Draft report, 18 July 2023")
            .press("Enter");
        header(&keeping(desk))
    };
    for (day, shown) in
        [("2023-07-03", false), ("2023-07-04", true), ("2023-07-18", true), ("2023-07-19", false)]
    {
        assert_eq!(typed(day).contains("Draft report"), shown, "on {day}: {}", typed(day));
    }
}

#[test]
fn words_without_a_day_stay_in_the_line() {
    let desk = Delegate::at("2023-07-10")
        .in_english()
        .on(140, 50)
        .press("C a")
        .types("draft report soon")
        .press("Enter");
    let screen = desk.screen();
    assert!(screen.contains("“draft report soon” names no day."), "{screen}");
    assert!(screen.contains("Deadline (document, words, day): draft report soon"), "{screen}");
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Write(_))), "{:?}", desk.effects);
}
