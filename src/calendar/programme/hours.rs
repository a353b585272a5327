//! Hours as people write them: `10 a.m.–1 p.m.`, `10 h-13 h`, `10h30 à 13h`, `10:00-13:00`, `3–6 p.m.`, `10 a.m. to noon`.

use chrono::NaiveTime;

use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry::{LineToken, touches};

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hours {
    /// The beginning.
    pub from: NaiveTime,
    /// The end, if it is written.
    pub to: Option<NaiveTime>,
}

/// An hour as it is written.
#[derive(Debug, Clone, Copy)]
struct WrittenHour {
    hour: u32,
    minute: u32,
    /// Whether before or after noon is written: `a.m.` is false, `p.m.` is true.
    after_noon: Option<bool>,
    /// Whether it is certainly an hour and no other number.
    certain: bool,
}

impl WrittenHour {
    fn time(self, after_noon: Option<bool>) -> Option<NaiveTime> {
        let hour = match after_noon {
            Some(_) if !(1..=12).contains(&self.hour) => self.hour,
            Some(after_noon) => self.hour % 12 + if after_noon { 12 } else { 0 },
            None => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, 0)
    }
}

/// The first hours written, the tokens they take taken. A `bare` cell is known to hold hours: `10-13` will do.
pub(super) fn take(tokens: &mut [LineToken], words: &ProgrammeWords, bare: bool) -> Option<Hours> {
    let found = (0..tokens.len()).find_map(|at| {
        let (hours, end) = span(tokens, at, words, bare)?;
        Some((hours, at, end))
    });
    let (hours, start, end) = found?;
    tokens[start..end].iter_mut().for_each(|token| token.taken = true);
    Some(hours)
}

/// `10`, or `1000` with its minutes.
fn written(token: &LineToken) -> Option<WrittenHour> {
    let number = token.number()?;
    let (hour, minute) = if token.width() <= 2 { (number, 0) } else { (number / 100, number % 100) };
    let fits = token.width() <= 4 && token.width() != 3 && hour <= 24 && minute < 60;
    fits.then_some(WrittenHour { hour, minute, after_noon: None, certain: false })
}

/// Whether `1000-1300` are hours: quarters of them, and no years.
fn are_hours(from: &LineToken, to: &LineToken) -> bool {
    const FIRST_YEAR: u32 = 1900;
    let quarters =
        |token: &LineToken| token.width() == 4 && token.number().is_some_and(|number| number % 100 % 15 == 0);
    let is_year = |token: &LineToken| token.number().is_some_and(|number| number >= FIRST_YEAR);
    quarters(from) && quarters(to) && !(is_year(from) && is_year(to))
}

fn span(tokens: &[LineToken], at: usize, words: &ProgrammeWords, bare: bool) -> Option<(Hours, usize)> {
    let (first, next) = clock(tokens, at, words)?;
    let second = joined(tokens, next, words).and_then(|next| clock(tokens, next, words));
    let sure = bare || first.certain || second.is_some_and(|(second, _)| second.certain);
    let digits = || second.is_some_and(|(_, end)| next == at + 1 && are_hours(&tokens[at], &tokens[end - 1]));
    let is_year = tokens[at].width() == 4 && !first.certain && second.is_none();
    if is_year || !(sure || digits()) {
        return None;
    }
    let Some((second, end)) = second else {
        return Some((Hours { from: first.time(first.after_noon)?, to: None }, next));
    };
    let to = second.time(second.after_noon)?;
    // "3–6 p.m." begins after noon, "10–1 p.m." before.
    let lent = first.after_noon.or(second.after_noon.filter(|_| first.hour <= 12));
    let from = first.time(lent).filter(|from| first.after_noon.is_some() || *from < to);
    let from = from.or_else(|| first.time(first.after_noon.or(second.after_noon.map(|_| false))))?;
    Some((Hours { from, to: Some(to) }, end))
}

fn joined(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<usize> {
    let small = |token: &LineToken| token.is_any(&words.pooled.small) || token.is("'") || token.is(",");
    let mut next = at;
    while tokens.get(next).is_some_and(small) {
        next += 1;
    }
    let join = tokens.get(next).filter(|token| !token.taken)?;
    (join.is("-") || words.pooled.to.contains(&join.lower)).then_some(next + 1)
}

fn clock(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(WrittenHour, usize)> {
    let first = tokens.get(at)?;
    if first.is_any(&words.pooled.noon) {
        return Some((WrittenHour { hour: 12, minute: 0, after_noon: None, certain: true }, at + 1));
    }
    let mut clock = written(first)?;
    let mut end = at + 1;
    let minutes = |at: usize| {
        let token = tokens.get(at).filter(|token| token.width() == 2)?;
        token.number().filter(|minute| *minute < 60)
    };
    let marked = tokens.get(end).is_some_and(|token| token.is(":") || token.is("."));
    if marked && touches(tokens, end) && touches(tokens, end + 1) && minutes(end + 1).is_some() {
        (clock.minute, clock.certain) = (minutes(end + 1)?, true);
        end += 2;
    }
    if tokens.get(end).is_some_and(|token| token.is_any(&words.pooled.hours)) {
        clock.certain = true;
        end += 1;
        if let Some(minute) = minutes(end) {
            clock.minute = minute;
            end += 1;
        }
    }
    if let Some((after_noon, next)) = half(tokens, end) {
        (clock.after_noon, clock.certain, end) = (Some(after_noon), true, next);
    }
    Some((clock, end))
}

/// `a.m.`, `pm`: whether after noon.
fn half(tokens: &[LineToken], at: usize) -> Option<(bool, usize)> {
    let token = tokens.get(at)?;
    if token.is("am") || token.is("pm") {
        return Some((token.is("pm"), at + 1));
    }
    let letters = (token.is("a") || token.is("p"))
        && tokens.get(at + 1).is_some_and(|token| token.is("."))
        && tokens.get(at + 2).is_some_and(|token| token.is("m"));
    let dot = usize::from(tokens.get(at + 3).is_some_and(|token| token.is(".")));
    letters.then(|| (token.is("p"), at + 3 + dot))
}
