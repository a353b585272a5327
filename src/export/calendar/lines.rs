//! The lines of an iCalendar file: escaped, folded at 75 octets, ended as the standard wants.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, Utc};

use crate::export::calendar::{Event, When};

/// The most octets on one line, its end not counted.
const WIDTH: usize = 75;

/// Lines of a file.
#[derive(Default)]
struct Lines(String);

/// A calendar of these events, in their order.
#[must_use]
pub fn write(title: &str, events: &[Event]) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Plenary//Plenary//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", title);
    zones(&mut lines, events);
    for event in events {
        one(&mut lines, event);
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

fn one(lines: &mut Lines, event: &Event) {
    lines.put("BEGIN", "VEVENT");
    lines.text("UID", &event.uid);
    lines.put("DTSTAMP", &format!("{}T000000Z", date(event.when.first_day())));
    match &event.when {
        When::Days { first, last } => {
            // The end is the first day on which it is over.
            let over = last.checked_add_days(Days::new(1)).unwrap_or(*last);
            lines.put("DTSTART;VALUE=DATE", &date(*first));
            lines.put("DTEND;VALUE=DATE", &date(over));
            lines.put("TRANSP", "TRANSPARENT");
        }
        When::Hours { start, end, zone } => {
            let local = |moment: &DateTime<FixedOffset>| moment.format("%Y%m%dT%H%M%S").to_string();
            lines.put(&format!("DTSTART;TZID={zone}"), &local(start));
            if let Some(end) = end {
                lines.put(&format!("DTEND;TZID={zone}"), &local(end));
            }
        }
    }
    for (name, words) in
        [("SUMMARY", &event.summary), ("LOCATION", &event.location), ("DESCRIPTION", &event.description)]
    {
        if !words.is_empty() {
            lines.text(name, words);
        }
    }
    for days in &event.alarms_days {
        lines.put("BEGIN", "VALARM");
        lines.put("ACTION", "DISPLAY");
        lines.put("TRIGGER", &format!("-P{days}D"));
        lines.text("DESCRIPTION", &event.summary);
        lines.put("END", "VALARM");
    }
    lines.put("END", "VEVENT");
}

/// The zones of the events: from which moment on each had which offset, as far as the events need it.
fn zones(lines: &mut Lines, events: &[Event]) {
    let mut moments: BTreeMap<&str, BTreeMap<DateTime<Utc>, FixedOffset>> = BTreeMap::new();
    for event in events {
        if let When::Hours { start, end, zone } = &event.when {
            for moment in std::iter::once(start).chain(end) {
                moments.entry(zone).or_default().insert(moment.to_utc(), *moment.offset());
            }
        }
    }
    for (zone, moments) in moments {
        lines.put("BEGIN", "VTIMEZONE");
        lines.put("TZID", zone);
        let mut before: Option<FixedOffset> = None;
        for (moment, offset) in moments {
            if before == Some(offset) {
                continue;
            }
            let from = before.unwrap_or(offset);
            lines.put("BEGIN", "STANDARD");
            lines.put("DTSTART", &moment.with_timezone(&from).format("%Y%m%dT%H%M%S").to_string());
            lines.put("TZOFFSETFROM", &written(from));
            lines.put("TZOFFSETTO", &written(offset));
            lines.put("END", "STANDARD");
            before = Some(offset);
        }
        lines.put("END", "VTIMEZONE");
    }
}

/// `-0500`.
fn written(offset: FixedOffset) -> String {
    offset.to_string().replace(':', "")
}

fn date(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

impl Lines {
    /// Words of people, in which nothing is syntax.
    fn text(&mut self, name: &str, words: &str) {
        let mut escaped = String::with_capacity(words.len());
        for c in words.replace("\r\n", "\n").chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' | '\r' => escaped.push_str("\\n"),
                c if c.is_control() => escaped.push(' '),
                c => escaped.push(c),
            }
        }
        self.put(name, &escaped);
    }

    /// A line, folded between characters; what goes on begins with a space.
    fn put(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}
