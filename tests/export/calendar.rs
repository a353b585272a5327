//! Exported calendars, parsed again: sessions, meetings and deadlines.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};
use plenary::export::calendar::{CalendarEvent, When, events, write};
use plenary::locale::Locale;
use plenary::model::{Language, Meeting};
use plenary::workspace::{IssuedEvents, Status};

use super::Delegation;

fn calendar(made: &Delegation, language: Language) -> (Vec<CalendarEvent>, String) {
    let locale = Locale::new(language);
    let (events, undated) = events(&made.process, &made.boards, &made.tracker, &locale);
    assert_eq!(undated, 3, "sessions 6 to 8 have no dates");
    let text = write("Groupe", &events, &IssuedEvents::default());
    (events, text)
}

fn of_kind(read: &ICalendar, kind: ICalendarComponentType) -> Vec<&ICalendarComponent> {
    read.components.iter().filter(|component| component.component_type == kind).collect()
}

/// The value of a property; dates and times as `2023-3-6 10:0`.
fn value(component: &ICalendarComponent, name: &ICalendarProperty) -> String {
    let entry = component.entries.iter().find(|entry| entry.name == *name);
    match entry.and_then(|entry| entry.values.first()) {
        Some(ICalendarValue::Text(text)) => text.clone(),
        Some(ICalendarValue::PartialDateTime(at)) => {
            let day = [at.year.map(u32::from), at.month.map(u32::from), at.day.map(u32::from)];
            let day = day.map(|part| part.unwrap_or_default().to_string()).join("-");
            at.hour.map_or(day.clone(), |hour| format!("{day} {hour}:{}", at.minute.unwrap_or_default()))
        }
        _ => String::new(),
    }
}

#[test]
fn every_event_is_parsed_again_unchanged() {
    for language in [Language::EN, Language::FR] {
        let (events, text) = calendar(&Delegation::new(), language);
        let read = ICalendar::parse(&text).unwrap();
        let found = of_kind(&read, ICalendarComponentType::VEvent);
        assert_eq!(found.len(), events.len());
        for (component, event) in found.into_iter().zip(&events) {
            assert_eq!(value(component, &ICalendarProperty::Uid), event.uid);
            assert_eq!(value(component, &ICalendarProperty::Summary), event.summary);
            assert_eq!(value(component, &ICalendarProperty::Description), event.description);
            assert_eq!(value(component, &ICalendarProperty::Location), event.location);
            assert_eq!(component.component_ids.len(), event.alarms_days.len());
        }
    }
}

#[test]
fn a_session_ends_on_the_day_after_its_last_day() {
    let (events, text) = calendar(&Delegation::new(), Language::FR);
    let at = events.iter().position(|event| event.uid == "session-4.oewg-2021-2025@plenary").unwrap();
    assert!(events[at].summary.starts_with("4e session"), "{:?}", events[at]);
    assert!(events[at].description.contains("A/AC.292/2023/L.1:3"), "{:?}", events[at]);
    let read = ICalendar::parse(&text).unwrap();
    let component = of_kind(&read, ICalendarComponentType::VEvent)[at];
    assert_eq!(value(component, &ICalendarProperty::Dtstart), "2023-3-6");
    assert_eq!(value(component, &ICalendarProperty::Dtend), "2023-3-11");
    let mut uids: Vec<&str> = events.iter().map(|event| event.uid.as_str()).collect();
    uids.sort_unstable();
    uids.dedup();
    assert_eq!(uids.len(), events.len(), "no two events share an id");
}

#[test]
fn a_deadline_has_an_alarm_until_it_is_met() {
    let mut made = Delegation::new();
    let deadline = |made: &Delegation| {
        let (events, text) = calendar(made, Language::EN);
        let found = events.into_iter().find(|event| event.uid.contains("E/next/3")).unwrap();
        (found, text)
    };
    let (event, text) = deadline(&made);
    assert_eq!((event.summary.as_str(), event.alarms_days), ("Deadline for step E.3", vec![7, 1]));
    assert!(text.contains("TRIGGER:-P7D\r\n") && text.contains("TRIGGER:-P1D\r\n"), "{text}");
    made.set("E.3", 4, Status::Discussed);
    assert_eq!(deadline(&made).0.alarms_days, [0; 0]);
}

#[test]
fn a_meeting_has_the_local_time_of_its_place() {
    let mut made = Delegation::new();
    let time = |text: &str| text.parse().ok();
    made.process.meetings = ["2023-03-06", "2023-03-27"]
        .map(|date| Meeting {
            session: Some(4),
            number: Some(1),
            date: date.parse().unwrap(),
            from: time("10:00:00"),
            to: time("13:00:00"),
            items: vec!["item/5/f".parse().unwrap()],
            about: "Mesures de confiance ; suite".to_owned(),
        })
        .to_vec();
    let (events, text) = calendar(&made, Language::FR);
    let event = events.iter().find(|event| matches!(event.when, When::Hours { .. })).unwrap();
    assert_eq!(event.summary, "Séance 1 – 5 f) – Mesures de confiance ; suite");
    assert!(text.contains("DTSTART;TZID=America/New_York:20230306T100000\r\n"), "{text}");
    assert!(text.contains("DTEND;TZID=America/New_York:20230327T130000\r\n"), "{text}");
    // Daylight saving time begins between the two.
    assert!(text.contains("TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"), "{text}");
    let read = ICalendar::parse(&text).unwrap();
    assert_eq!(of_kind(&read, ICalendarComponentType::VTimezone).len(), 1);
}

#[test]
fn lines_are_folded_and_the_same_events_give_the_same_bytes() {
    let (_, text) = calendar(&Delegation::new(), Language::FR);
    assert_eq!(text, calendar(&Delegation::new(), Language::FR).1);
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
    assert!(text.split("\r\n").any(|line| line.len() > 70), "long words were folded");
    let day = "2023-03-06".parse().unwrap();
    let event = CalendarEvent {
        uid: "x".to_owned(),
        when: When::Days { first: day, last: day },
        summary: format!("{}, a; b\\c\r\nd\u{7}e", "é".repeat(100)),
        location: String::new(),
        description: String::new(),
        alarms_days: Vec::new(),
    };
    let text = write("", std::slice::from_ref(&event), &IssuedEvents::default());
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let read = ICalendar::parse(&text).unwrap();
    let component = of_kind(&read, ICalendarComponentType::VEvent)[0];
    let said = value(component, &ICalendarProperty::Summary);
    assert_eq!(said, format!("{}, a; b\\c\nd␇e", "é".repeat(100)));
}
