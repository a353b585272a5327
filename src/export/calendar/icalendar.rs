//! Writes events as the lines of an iCalendar file: escaped, folded at 75 octets, ended with CR LF.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveTime, Utc};

use crate::base::text::exported;
use crate::export::calendar::{CalendarEvent, When};
use crate::workspace::IssuedEvents;

/// Greatest length of a line in octets, without its end.
const WIDTH: usize = 75;

/// The text of the file so far.
#[derive(Default)]
struct CalendarLines(String);

/// A calendar file with these events, in their order, with the sequence and the stamp that each was issued with.
#[must_use]
pub fn write(title: &str, events: &[CalendarEvent], issued: &IssuedEvents) -> String {
    let mut lines = CalendarLines::default();
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Plenary//Plenary//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.text("X-WR-CALNAME", title);
    put_zones(&mut lines, events);
    for event in events {
        let last = issued.of(&event.uid);
        let (sequence, stamp) =
            last.map_or_else(|| (0, first_stamp(event)), |issue| (issue.sequence, issue.stamp));
        lines.put("BEGIN", "VEVENT");
        lines.text("UID", &event.uid);
        lines.put("SEQUENCE", &sequence.to_string());
        lines.put("DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
        lines.0.push_str(&lines_of(event));
        lines.put("END", "VEVENT");
    }
    lines.put("END", "VCALENDAR");
    lines.0
}

/// Takes over the events that are exported now. A new event is stamped with its first day, so that the same events give the
/// same bytes.
pub fn issue(issued: &mut IssuedEvents, events: &[CalendarEvent], now: DateTime<Utc>) {
    for event in events {
        issued.issue(&event.uid, lines_of(event), first_stamp(event), now);
    }
}

/// The beginning of the first day.
fn first_stamp(event: &CalendarEvent) -> DateTime<Utc> {
    event.when.first_day().and_time(NaiveTime::MIN).and_utc()
}

/// The lines of an event that change only if the event does.
fn lines_of(event: &CalendarEvent) -> String {
    let mut lines = CalendarLines::default();
    put_event(&mut lines, event);
    lines.0
}

fn put_event(lines: &mut CalendarLines, event: &CalendarEvent) {
    match &event.when {
        When::Days { first, last } => {
            // The standard takes the first day after the event as its end.
            let end = last.checked_add_days(Days::new(1)).unwrap_or(*last);
            lines.put("DTSTART;VALUE=DATE", &date(*first));
            lines.put("DTEND;VALUE=DATE", &date(end));
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
    for (name, text) in
        [("SUMMARY", &event.summary), ("LOCATION", &event.location), ("DESCRIPTION", &event.description)]
    {
        if !text.is_empty() {
            lines.text(name, text);
        }
    }
    for days in &event.alarms_days {
        lines.put("BEGIN", "VALARM");
        lines.put("ACTION", "DISPLAY");
        lines.put("TRIGGER", &format!("-P{days}D"));
        lines.text("DESCRIPTION", &event.summary);
        lines.put("END", "VALARM");
    }
}

/// The time zones of the events: the UTC offset from each moment on, as far as the events need it.
fn put_zones(lines: &mut CalendarLines, events: &[CalendarEvent]) {
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
            lines.put("TZOFFSETFROM", &utc_offset(from));
            lines.put("TZOFFSETTO", &utc_offset(offset));
            lines.put("END", "STANDARD");
            before = Some(offset);
        }
        lines.put("END", "VTIMEZONE");
    }
}

/// An offset as the standard writes it: `-0500`.
fn utc_offset(offset: FixedOffset) -> String {
    offset.to_string().replace(':', "")
}

fn date(date: NaiveDate) -> String {
    date.format("%Y%m%d").to_string()
}

impl CalendarLines {
    /// A line with text for people: its special characters are escaped.
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in exported(text).chars() {
            match c {
                '\\' | ';' | ',' => escaped.extend(['\\', c]),
                '\n' => escaped.push_str("\\n"),
                '\t' => escaped.push(' '),
                c => escaped.push(c),
            }
        }
        self.put(name, &escaped);
    }

    /// A line, folded between characters; each further part begins with a space.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_codes_in_texts_are_made_visible() {
        let mut lines = CalendarLines::default();
        lines.text("SUMMARY", "a\u{1b}[2Jb\u{9b}c\u{202e}d\re\u{7f}, f");
        assert_eq!(lines.0, "SUMMARY:a␛[2Jb�c�d\\ne␡\\, f\r\n");
    }
}
