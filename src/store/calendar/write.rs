//! Meetings and deadlines appended to a calendar file, which otherwise stays as it is.

use std::fmt::Write as _;

use crate::calendar::Additions;
use crate::model::{CalendarDeadline, Meeting};

/// How a new calendar file begins.
pub(super) fn opening(process: &str) -> String {
    format!("version = 1\nprocess = {}\n", text(process))
}

/// The text of a calendar with entries added at its end, in the line ends it has.
pub(super) fn appended(before: &str, entries: &Additions) -> String {
    let mut added = String::new();
    if !before.is_empty() && !before.ends_with('\n') {
        added.push('\n');
    }
    entries.meetings.iter().for_each(|meeting| write(meeting, &mut added));
    entries.deadlines.iter().for_each(|deadline| write_deadline(deadline, &mut added));
    let added = if before.contains("\r\n") { added.replace('\n', "\r\n") } else { added };
    format!("{before}{added}")
}

fn write(meeting: &Meeting, to: &mut String) {
    to.push_str("\n[[meetings]]\n");
    for (key, number) in [("session", meeting.session), ("number", meeting.number)] {
        if let Some(number) = number {
            let _ = writeln!(to, "{key} = {number}");
        }
    }
    let _ = writeln!(to, "date = {}", meeting.date);
    for (key, time) in [("from", meeting.from), ("to", meeting.to)] {
        if let Some(time) = time {
            let _ = writeln!(to, "{key} = \"{}\"", time.format("%H:%M"));
        }
    }
    if !meeting.items.is_empty() {
        let items: Vec<String> = meeting.items.iter().map(|item| text(&item.to_string())).collect();
        let _ = writeln!(to, "items = [{}]", items.join(", "));
    }
    if !meeting.about.is_empty() {
        let _ = writeln!(to, "about = {}", text(&meeting.about));
    }
}

/// The words that set a day are written rather than the day: the day moves with the session.
fn write_deadline(deadline: &CalendarDeadline, to: &mut String) {
    to.push_str("\n[[deadlines]]\n");
    let kind = (deadline.kind != Default::default()).then(|| deadline.kind.name().to_owned());
    let document = deadline.document.as_ref().map(ToString::to_string);
    match deadline.date {
        Some(date) if deadline.words.is_empty() => {
            let _ = writeln!(to, "date = {date}");
        }
        _ => {
            let _ = writeln!(to, "by = {}", text(&deadline.words));
        }
    }
    let about = Some(deadline.about.clone()).filter(|about| !about.is_empty());
    for (key, value) in [("kind", kind), ("document", document), ("about", about)] {
        if let Some(value) = value {
            let _ = writeln!(to, "{key} = {}", text(&value));
        }
    }
}

/// A text in quotation marks as TOML wants it.
fn text(text: &str) -> String {
    toml::Value::from(text).to_string()
}
