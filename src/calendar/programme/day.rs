//! Days as people write them: `lundi 6 mars 2023`, `March 6, 2023`, `06/03/2023`, `6.3.2023`, `2023-03-06`.

use chrono::{Datelike, NaiveDate};

use crate::base::day::is_accepted;
use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry::{LineToken, LineTokenKind, touches};

/// A day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WrittenDay {
    /// The year, if it is written.
    pub year: Option<i32>,
    /// The month.
    pub month: u32,
    /// The day of the month.
    pub day: u32,
    /// The day of the week, if it is written; Monday is 1.
    pub weekday: Option<u32>,
    /// Whether it is only the last of several days: `6–10 March`.
    pub several: bool,
    /// What is known of the order of day and month.
    pub order: DayOrder,
}

/// The order of day and month in a date in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayOrder {
    /// The month has a name, or the year is first: there is nothing to take for each other.
    Plain,
    /// `15/07/2024`.
    DayFirst,
    /// `07/15/2024`.
    MonthFirst,
    /// `07/08/2024`, read with the day first: it can be either.
    Unknown,
}

impl WrittenDay {
    /// The date, in this year if none is written; `None` if there is no such day in the accepted years.
    pub fn date(&self, year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year.unwrap_or(year), self.month, self.day)
            .filter(|date| is_accepted(*date))
    }

    /// Two numbers in the order that they show: a month is never above 12.
    fn of(first: u32, second: u32) -> Self {
        let (month, day, order) = match (first, second) {
            _ if second > 12 && first <= 12 => (first, second, DayOrder::MonthFirst),
            _ if first > 12 => (second, first, DayOrder::DayFirst),
            _ if first == second => (second, first, DayOrder::Plain),
            _ => (second, first, DayOrder::Unknown),
        };
        Self { year: None, month, day, weekday: None, several: false, order }
    }

    /// Day and month the other way round.
    pub fn swapped(self) -> Self {
        let order = match self.order {
            DayOrder::Unknown | DayOrder::DayFirst => DayOrder::MonthFirst,
            other => other,
        };
        Self { month: self.day, day: self.month, order, ..self }
    }

    /// The same with the order that the day of the week shows, if it shows one.
    fn by_weekday(self) -> Self {
        let agrees =
            |day: Self| day.year.and_then(|year| day.date(year)).is_some_and(|date| day.agrees(date));
        match (self.order, self.weekday) {
            (DayOrder::Unknown, Some(_)) => match (agrees(self), agrees(self.swapped())) {
                (true, false) => Self { order: DayOrder::DayFirst, ..self },
                (false, true) => self.swapped(),
                _ => self,
            },
            _ => self,
        }
    }

    /// Whether the day of the week that is written is the one of that date.
    pub fn agrees(&self, date: NaiveDate) -> bool {
        self.weekday.is_none_or(|weekday| weekday == date.weekday().number_from_monday())
    }
}

/// Reads a day from a token on; answers it with the place after it.
type DayReader = fn(&[LineToken], usize, &ProgrammeWords) -> Option<(WrittenDay, usize)>;

/// The first day written, the tokens it takes taken.
pub(super) fn take(tokens: &mut [LineToken], words: &ProgrammeWords) -> Option<WrittenDay> {
    let readers: [DayReader; 4] = [digits, day_first, month_first, without_year];
    let found = readers.into_iter().find_map(|read| {
        (0..tokens.len()).find_map(|at| read(tokens, at, words).map(|(day, end)| (day, at, end)))
    });
    let (mut day, mut start, end) = found?;
    day.several |= start > 1 && joins(&tokens[start - 1], words) && tokens[start - 2].number().is_some();
    while start > 0
        && (tokens[start - 1].is(",") || tokens[start - 1].is(".") || small(&tokens[start - 1], words))
    {
        start -= 1;
    }
    if start > 0 && tokens[start - 1].kind == LineTokenKind::Word && !tokens[start - 1].taken {
        day.weekday = words.weekday(&tokens[start - 1].folded);
        start -= usize::from(day.weekday.is_some());
    }
    tokens[start..end].iter_mut().for_each(|token| token.taken = true);
    Some(day.by_weekday())
}

fn small(token: &LineToken, words: &ProgrammeWords) -> bool {
    token.is_any(&words.pooled.small)
}

fn joins(token: &LineToken, words: &ProgrammeWords) -> bool {
    token.is("-") || words.pooled.to.contains(&token.lower) || token.is_any(&words.pooled.and)
}

/// `2023-03-06`, `06/03/2023`, `6.3.23`: the day before the month, unless only the other way round makes a date.
fn digits(tokens: &[LineToken], at: usize, _: &ProgrammeWords) -> Option<(WrittenDay, usize)> {
    let part = |at: usize| Some((tokens.get(at)?.number()?, tokens[at].width()));
    let (mark, second) = (tokens.get(at + 1)?, tokens.get(at + 3)?);
    let touch = (at + 1..at + 5).all(|at| touches(tokens, at));
    if !touch || mark.folded != second.folded || !["-", "/", "."].contains(&mark.folded.as_str()) {
        return None;
    }
    let ((first, wide), (middle, _), (last, width)) = (part(at)?, part(at + 2)?, part(at + 4)?);
    let year = |year: u32, width: usize| match width {
        4 => i32::try_from(year).ok(),
        2 => i32::try_from(2000 + year).ok(),
        _ => None,
    };
    let written = match wide {
        4 => WrittenDay { year: year(first, 4), month: middle, day: last, ..WrittenDay::of(first, middle) },
        _ => WrittenDay { year: year(last, width), ..WrittenDay::of(first, middle) },
    };
    let order = if wide == 4 { DayOrder::Plain } else { written.order };
    NaiveDate::from_ymd_opt(written.year?, written.month, written.day)?;
    Some((WrittenDay { order, ..written }, at + 5))
}

/// `mercredi 10/07`: day and month without a year, with the day of the week before them; alone it could be a fraction.
fn without_year(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(WrittenDay, usize)> {
    let part = |at: usize| tokens.get(at).filter(|token| token.width() <= 2)?.number();
    let (first, second) = (part(at)?, part(at + 2)?);
    let touch = touches(tokens, at + 1) && touches(tokens, at + 2) && tokens[at + 1].is("/");
    let longer = touches(tokens, at + 3) && tokens.get(at + 3).is_some_and(|token| token.is("/"));
    let before =
        tokens[..at].iter().rfind(|token| !token.is(",") && !token.is(".") && !small(token, words))?;
    words.weekday(&before.folded).filter(|_| touch && !longer)?;
    let written = WrittenDay::of(first, second);
    // A leap year has every day there is.
    NaiveDate::from_ymd_opt(2024, written.month, written.day).map(|_| (written, at + 3))
}

/// `6 mars 2023`, `1er mars`, `6th of March`, `8 de marzo de 2032`.
fn day_first(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(WrittenDay, usize)> {
    let (day, mut next) = number_in_row(tokens, at, words)?;
    while tokens.get(next).is_some_and(|token| small(token, words)) {
        next += 1;
    }
    let (month, after) = month(tokens, next, words)?;
    // The same word joins day and month, and month and year.
    let joined = small(&tokens[next - 1], words)
        && tokens.get(after).is_some_and(|token| token.folded == tokens[next - 1].folded);
    let (year, end) = year(tokens, after + usize::from(joined));
    let end = if year.is_some() { end } else { after };
    Some((WrittenDay { year, month, day, weekday: None, several: false, order: DayOrder::Plain }, end))
}

/// `March 6, 2023`.
fn month_first(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(WrittenDay, usize)> {
    let (month, next) = month(tokens, at, words)?;
    let (day, next) = number_in_row(tokens, next, words)?;
    let (year, end) = year(tokens, next);
    Some((WrittenDay { year, month, day, weekday: None, several: false, order: DayOrder::Plain }, end))
}

/// A day of the month with the letters that may follow it.
fn number_in_row(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(u32, usize)> {
    let number = tokens.get(at)?.number().filter(|day| (1..=31).contains(day))?;
    let ending = touches(tokens, at + 1) && tokens[at + 1].is_any(&words.endings);
    Some((number, at + 1 + usize::from(ending)))
}

fn month(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| token.kind == LineTokenKind::Word && !token.taken)?;
    let month = words.month(&token.folded)?;
    let dot = touches(tokens, at + 1) && tokens[at + 1].is(".");
    Some((month, at + 1 + usize::from(dot)))
}

/// The year that follows, over a comma; without one, the place stays.
fn year(tokens: &[LineToken], at: usize) -> (Option<i32>, usize) {
    let comma = usize::from(tokens.get(at).is_some_and(|token| token.is(",")));
    let year = tokens.get(at + comma).filter(|token| token.width() == 4).and_then(LineToken::number);
    match year.and_then(|year| i32::try_from(year).ok()) {
        Some(year) => (Some(year), at + comma + 1),
        None => (None, at),
    }
}
