//! A calendar in words: sessions, meetings and what a deadline rests on, as lists and screens say them.

use crate::calendar::Basis;
use crate::calendar::programme::{Line, Programme, Read};
use crate::cite;
use crate::locale::{Locale, dates};
use crate::model::{Meeting, Reference, Session};

/// What a session is called: `4th session`, `organizational session`, or what an informal meeting is about.
#[must_use]
pub fn session(locale: &Locale, session: &Session) -> String {
    if let Some(number) = session.number {
        let ordinal = dates::ordinal(locale, number);
        return locale.say_with("session", &[("ordinal", (&ordinal).into())]);
    }
    let about = session.about.get(locale.language());
    if about.is_empty() { locale.say(&format!("session-{}", session.kind.name())) } else { about.to_owned() }
}

/// The days of a session; where nobody tells them, that none does, with the year if that is known.
#[must_use]
pub fn days(locale: &Locale, session: &Session) -> String {
    match (session.from, session.to, session.year) {
        (Some(from), to, _) => dates::range(locale, from, to.unwrap_or(from)),
        (None, _, Some(year)) => locale.say_with("dates-unknown-year", &[("year", year.into())]),
        (None, _, None) => locale.say("dates-unknown"),
    }
}

/// The hours of a meeting: `10:00–13:00`, `10:00`; empty when nobody tells.
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
            let ordinal = dates::ordinal(locale, number);
            locale.say_with("meeting-numbered", &[("ordinal", (&ordinal).into())])
        }
        None => locale.say("meeting"),
    };
    let items: Vec<String> = meeting.items.iter().map(|item| cite::number(item, locale.language())).collect();
    let words = [name, items.join(", "), meeting.about.clone()];
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Who tells a date: the passage, the delegate's own calendar, or nobody (empty).
#[must_use]
pub fn source(locale: &Locale, citation: Option<&str>, own: bool) -> String {
    let passage = citation.and_then(|citation| citation.parse::<Reference>().ok());
    let passage =
        passage.map(|passage| cite::write(Some(&passage.symbol), &passage.address, locale.language()));
    let own = own.then(|| locale.say("own-calendar"));
    own.into_iter().chain(passage).collect::<Vec<_>>().join(" · ")
}

/// What a deadline rests on: `start of the 4th session (A/AC.292/2023/L.1, para. 3)`.
#[must_use]
pub fn basis(locale: &Locale, basis: &Basis) -> String {
    let ordinal = basis.session().map(|number| dates::ordinal(locale, number)).unwrap_or_default();
    let words = locale.say_with(basis.id(), &[("ordinal", (&ordinal).into())]);
    let source = source(locale, basis.citation(), basis.is_own());
    if source.is_empty() { words } else { format!("{words} ({source})") }
}

/// What a line of a programme of work was read as: a sign (`✓` a meeting, `·` nothing of its own, `!` in doubt) and
/// words.
#[must_use]
pub fn line(locale: &Locale, line: &Line, programme: &Programme) -> (char, String) {
    let words = match line.read {
        Read::Heading => locale.say("programme-heading"),
        Read::More(_) => locale.say("programme-more"),
        Read::Day(date) => format!("{} {}", dates::weekday(locale, date), dates::date(locale, date)),
        Read::Meeting(at) => {
            let found = &programme.meetings[at];
            let day = format!("{} {}", dates::weekday(locale, found.date), dates::date(locale, found.date));
            let words = [day, hours(found), meeting(locale, found)];
            words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        Read::Nothing => line.text.clone(),
    };
    let doubts = line.doubts.iter().map(|doubt| locale.explain(doubt));
    let words = std::iter::once(words).chain(doubts).collect::<Vec<_>>().join(" — ");
    let sign = match line.read {
        _ if !line.doubts.is_empty() => '!',
        Read::Meeting(_) => '✓',
        _ => '·',
    };
    (sign, words)
}
