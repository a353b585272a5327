//! Text of calendar data: sessions, meetings, programmes of work and bases of deadlines, for lists and screens.

use crate::calendar::Basis;
use crate::calendar::programme::{Programme, ProgrammeLine, Read};
use crate::cite;
use crate::locale::{Locale, dates};
use crate::model::{CalendarDeadline, Meeting, Reference, Session};

/// The name of a session: `4th session`, `organizational session`, or the subject of an informal meeting.
#[must_use]
pub fn session(locale: &Locale, session: &Session) -> String {
    if let Some(number) = session.number {
        return locale.say_with("session", &[("ordinal", dates::ordinal(locale, number).into())]);
    }
    let about = session.about.get(locale.language());
    if about.is_empty() { locale.say(&format!("session-{}", session.kind.name())) } else { about.to_owned() }
}

/// The days of a session; if they are unknown, a text that states this, with the year if it is known.
#[must_use]
pub fn days(locale: &Locale, session: &Session) -> String {
    match (session.from, session.to, session.year) {
        (Some(from), to, _) => dates::range(locale, from, to.unwrap_or(from)),
        (None, _, Some(year)) => locale.say_with("dates-unknown-year", &[("year", year.into())]),
        (None, _, None) => locale.say("dates-unknown"),
    }
}

/// A deadline of the delegate's calendar: `tabling deadline · A/77/275 · draft report · four business days before …`.
#[must_use]
pub fn deadline(locale: &Locale, deadline: &CalendarDeadline) -> String {
    let kind = locale.say(&format!("deadline-kind-{}", deadline.kind.name()));
    let document = deadline.document.as_ref().map(ToString::to_string);
    // The words may name the document.
    let document = document.filter(|symbol| !deadline.about.contains(symbol)).unwrap_or_default();
    let parts = [kind, document, deadline.about.clone(), deadline.words.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// A deadline of the delegate's calendar with its day: `18 July 2023 · tabling deadline · A/77/275`.
#[must_use]
pub fn dated_deadline(locale: &Locale, dated: &CalendarDeadline) -> String {
    let day = dated.date.map_or_else(|| locale.say("dates-unknown"), |date| dates::date(locale, date));
    format!("{day} · {}", deadline(locale, dated))
}

/// The hours of a meeting: `10:00–13:00`, `10:00`; empty if they are unknown.
#[must_use]
pub fn hours(meeting: &Meeting) -> String {
    let times = [meeting.from, meeting.to].into_iter().flatten().map(dates::time);
    times.collect::<Vec<_>>().join("–")
}

/// A meeting without its day and hours: `1st meeting · 5 (a), 5 (b) · Threats`.
#[must_use]
pub fn meeting(locale: &Locale, meeting: &Meeting) -> String {
    let name = match meeting.number {
        Some(number) => {
            locale.say_with("meeting-numbered", &[("ordinal", dates::ordinal(locale, number).into())])
        }
        None => locale.say("meeting"),
    };
    let items: Vec<String> = meeting.items.iter().map(|item| cite::number(item, locale.language())).collect();
    joined([name, items.join(", "), meeting.about.clone()])
}

/// A meeting with its day and hours: `6 March 2023 · 10:00–13:00 · 1st meeting · Threats`.
#[must_use]
pub fn dated_meeting(locale: &Locale, dated: &Meeting) -> String {
    joined([dates::date(locale, dated.date), hours(dated), meeting(locale, dated)])
}

/// Where a date comes from: the delegate's own calendar, a passage, or both; empty if no source is known.
#[must_use]
pub fn source(locale: &Locale, citation: Option<&str>, own: bool) -> String {
    let passage = citation.and_then(|citation| citation.parse::<Reference>().ok());
    let passage =
        passage.map(|passage| cite::write(Some(&passage.symbol), &passage.address, locale.language()));
    let own = own.then(|| locale.say("own-calendar"));
    own.into_iter().chain(passage).collect::<Vec<_>>().join(" · ")
}

/// The basis of a deadline's date without its source: `start of the 4th session`.
#[must_use]
pub fn basis_name(locale: &Locale, basis: &Basis) -> String {
    let ordinal = basis.named_session().map(|number| dates::ordinal(locale, number)).unwrap_or_default();
    locale.say_with(basis.id(), &[("ordinal", ordinal.into())])
}

/// The basis of a deadline's date with its source: `start of the 4th session (A/AC.292/2023/L.1, para. 3)`.
#[must_use]
pub fn basis(locale: &Locale, basis: &Basis) -> String {
    let name = basis_name(locale, basis);
    let source = source(locale, basis.citation(), basis.is_own());
    if source.is_empty() { name } else { format!("{name} ({source})") }
}

/// How a line of a programme of work was understood: a sign (`✓` a meeting, `·` something else, `!` doubtful) and a
/// text with all doubts.
#[must_use]
pub fn line(locale: &Locale, line: &ProgrammeLine, programme: &Programme) -> (char, String) {
    let day = |date| format!("{} {}", dates::weekday(locale, date), dates::date(locale, date));
    let text = match line.read {
        Read::Heading => locale.say("programme-heading"),
        Read::More(_) => locale.say("programme-more"),
        Read::Day(date) => day(date),
        Read::Meeting(at) => {
            let found = &programme.meetings[at];
            joined([day(found.date), hours(found), meeting(locale, found)])
        }
        Read::Deadline(at) => {
            let found = &programme.deadlines[at];
            let weekday = found.date.map(|date| format!("{} ", dates::weekday(locale, date)));
            weekday.unwrap_or_default() + &dated_deadline(locale, found)
        }
        Read::Nothing => line.text.clone(),
    };
    let doubts = line.doubts.iter().map(|doubt| locale.explain(doubt));
    let text = std::iter::once(text).chain(doubts).collect::<Vec<_>>().join(" — ");
    let sign = match line.read {
        _ if !line.doubts.is_empty() => '!',
        Read::Meeting(_) | Read::Deadline(_) => '✓',
        _ => '·',
    };
    (sign, text)
}

/// The parts that are not empty, with dots between them.
fn joined(parts: [String; 3]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
