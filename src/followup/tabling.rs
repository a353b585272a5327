//! The last day for tabling, as a calendar or a programme of work says it: "four business days before the fifth session".

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::programme::{self, CountedDay, Programme, ProgrammeSetting};
use crate::calendar::{Calendar, Lapse, Unit, solve};
use crate::followup::{date, deadline, lapse, session};
use crate::language::token::{self, Token};
use crate::language::{FollowUpWords, Languages};
use crate::model::{CalendarDeadline, Process};

/// A last day as words set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TablingDay {
    /// The day; `None` if the dates of the session are unknown.
    pub date: Option<NaiveDate>,
    /// The session it is counted from.
    pub session: Option<u32>,
}

/// The most small words between "before" and the session or day.
const LONGEST_WAY: usize = 6;

/// The last day that some words set for a process, in any language; `None` if they set none. Working days are those from
/// Monday to Friday: holidays are not known.
#[must_use]
pub fn tabling_day(text: &str, process: &Process) -> Option<TablingDay> {
    let tokens = token::tokens(text);
    let languages = || Languages::bundled().iter().filter_map(|table| table.followup.as_ref());
    let counted = languages()
        .find_map(|words| (0..tokens.len()).find_map(|at| counted_back(&tokens, at, words, process)));
    counted.or_else(|| languages().find_map(|words| named(text, &tokens, words, process)))
}

/// A last day as a delegate puts it for a process: "four business days before the fifth session", "Amendments to A/77/275:
/// Friday, 3 March, 6 p.m."; `None` if no day is named. `today` decides between several years.
#[must_use]
pub fn calendar_deadline(text: &str, process: &Process, today: NaiveDate) -> Option<CalendarDeadline> {
    let counting = |text: &str| counted_in(text, process);
    programme::deadline(text, &ProgrammeSetting { process, today, session: None, counting: &counting })
}

/// Reads a programme of work of a process, with the last days it announces. The meetings belong to `session` if it is
/// given, otherwise to the session of their day; `today` decides between several years.
#[must_use]
pub fn programme(text: &str, process: &Process, today: NaiveDate, session: Option<u32>) -> Programme {
    let counting = |text: &str| counted_in(text, process);
    programme::read(text, &ProgrammeSetting { process, today, session, counting: &counting })
}

/// The last day that a line sets by a session or as a limit, with the words that set it.
fn counted_in(line: &str, process: &Process) -> Option<CountedDay> {
    let day = tabling_day(line, process).filter(|day| day.session.is_some() || day.date.is_some())?;
    // The shortest end of the line that sets the same day.
    let starts = token::tokens(line).into_iter().rev().map(|token| token.span.start);
    let words = starts.map(|start| &line[start..]).find(|words| tabling_day(words, process) == Some(day));
    let words = words.unwrap_or(line).trim().to_owned();
    Some(CountedDay { words, date: day.date, session: day.session })
}

/// "no later than 3 March 2023", "before the fifth session".
fn named(text: &str, tokens: &[Token], words: &FollowUpWords, process: &Process) -> Option<TablingDay> {
    let limits = deadline::find(text, tokens, words, None);
    let relative = limits.into_iter().find_map(|limit| limit.relative)?;
    let (date, basis) = solve(relative, &Calendar { process: Some(process), adoption: None });
    Some(TablingDay { date, session: basis.session() })
}

/// "four business days before the opening of the fifth session", from a token on.
fn counted_back(tokens: &[Token], at: usize, words: &FollowUpWords, process: &Process) -> Option<TablingDay> {
    let (count, next) = lapse::count(tokens, at, words)?;
    let (unit, next) = lapse::unit(tokens, next, words)?;
    let mut next = words.deadlines.before.after(tokens, next)?;
    for _ in 0..=LONGEST_WAY {
        let found = session::mention(tokens, next, &words.sessions);
        let numbers = found.or_else(|| session::named_last(tokens, next, &words.sessions));
        if let Some(number) = numbers.and_then(|(numbers, _)| numbers.first().copied()) {
            let opening = process.session(number).and_then(|session| session.from);
            let date = opening.and_then(|opening| back(opening, count, unit));
            return Some(TablingDay { date, session: Some(number) });
        }
        if let Some((Some(day), _)) = date::day(tokens, next, words) {
            return Some(TablingDay { date: back(day, count, unit), session: None });
        }
        let small = [&words.deadlines.fillers, &words.deadlines.start];
        next = small.into_iter().find_map(|phrases| phrases.after(tokens, next))?;
    }
    None
}

/// The day so many units before a day; without a unit, so many working days.
fn back(day: NaiveDate, count: u32, unit: Option<Unit>) -> Option<NaiveDate> {
    let Some(unit) = unit else {
        let is_working = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let first = day.checked_sub_days(Days::new(1))?;
        let before = std::iter::successors(Some(first), NaiveDate::pred_opt).filter(is_working);
        return before.take(count as usize).last();
    };
    Lapse { count, unit }.before(day)
}
