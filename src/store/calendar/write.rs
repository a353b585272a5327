//! Meetings appended to a calendar file, which otherwise stays as it is.

use std::fmt::Write as _;

use crate::model::Meeting;

/// How a new calendar file begins.
pub(super) fn opening(process: &str) -> String {
    format!("version = 1\nprocess = {}\n", text(process))
}

/// The text of a calendar with meetings added at its end, in the line ends it has.
pub(super) fn appended(before: &str, meetings: &[&Meeting]) -> String {
    let mut added = String::new();
    if !before.is_empty() && !before.ends_with('\n') {
        added.push('\n');
    }
    for meeting in meetings {
        write(meeting, &mut added);
    }
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

/// A text in quotation marks as TOML wants it.
fn text(text: &str) -> String {
    toml::Value::from(text).to_string()
}
