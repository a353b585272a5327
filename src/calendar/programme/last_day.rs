//! Last days in a programme of work: `Deadline for amendments to A/77/275: Friday, 3 March, 6 p.m.`.

use chrono::{NaiveDate, NaiveTime};

use super::hours;
use super::row::ProgrammeRow;
use crate::base::text::fold;
use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry;
use crate::model::{CalendarDeadline, DeadlineKind, Symbol};

/// A last day that is counted from a session: "four business days before the fifth session".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedDay {
    /// The words that set it.
    pub words: String,
    /// The day; `None` if the dates of the session are unknown.
    pub date: Option<NaiveDate>,
    /// The session it is counted from.
    pub session: Option<u32>,
}

/// What counts a last day from the words of a line, if they set one.
pub type Counting<'a> = &'a dyn Fn(&str) -> Option<CountedDay>;

/// Whether a line announces a last day.
pub(super) fn is_announced(line: &str, words: &ProgrammeWords) -> bool {
    holds_any(line, &words.pooled.deadlines)
}

/// The last day of a line that is counted from something else.
pub(super) fn counted(line: &str, counted: CountedDay, words: &ProgrammeWords) -> CalendarDeadline {
    let at = line.find(counted.words.as_str());
    let before = at.map_or("", |at| &line[..at]);
    let rest = at.map_or("", |at| &line[at + counted.words.len()..]);
    let time = hours::take(&mut entry::tokens(rest), words, false).map(|hours| hours.from);
    CalendarDeadline {
        kind: kind(line, words),
        date: counted.date,
        session: counted.session,
        words: counted.words,
        document: document(line),
        about: with_time(about(before, words), time),
    }
}

/// What a deadline is about, with its time of day: `amendments, 18:00`.
fn with_time(about: String, time: Option<NaiveTime>) -> String {
    let Some(time) = time else { return about };
    let between = if about.is_empty() { "" } else { ", " };
    format!("{about}{between}{}", time.format("%H:%M"))
}

/// The last day of a line whose day was read.
pub(super) fn on(
    line: &str,
    date: NaiveDate,
    found: &ProgrammeRow,
    words: &ProgrammeWords,
) -> CalendarDeadline {
    let before = line.find(':').map(|at| line.split_at(at));
    let before = before.filter(|(_, after)| after[1..].starts_with(char::is_whitespace));
    let about = about(before.map_or(found.about.as_str(), |(before, _)| before), words);
    let about = with_time(about, found.hours.map(|hours| hours.from));
    CalendarDeadline {
        kind: kind(line, words),
        date: Some(date),
        session: None,
        words: String::new(),
        document: document(line),
        about,
    }
}

/// A line that names neither a kind nor what is to be tabled is about tabling.
fn kind(line: &str, words: &ProgrammeWords) -> DeadlineKind {
    let is_bare = about(line, words).is_empty() || !is_announced(line, words);
    let is_tabling = is_bare || holds_any(line, &words.pooled.tabling);
    if is_tabling { DeadlineKind::Tabling } else { DeadlineKind::Other }
}

/// The first symbol in a line.
fn document(line: &str) -> Option<Symbol> {
    let words = line.split_whitespace().map(|word| word.trim_matches(MARKS));
    words.filter(|word| word.contains('/')).find_map(|word| word.parse().ok())
}

/// What a deadline is about: its words, unless they only state that it is one, and for which document.
fn about(text: &str, words: &ProgrammeWords) -> String {
    let document = document(text).is_some();
    let says_more = |word: &str| {
        let word = word.trim_matches(MARKS);
        let small = || words.pooled.small.iter().any(|small| *small == fold(word));
        let names = |phrases: &[String]| phrases.iter().any(|phrase| holds(phrase, &fold(word)));
        let is_of_deadline = || names(&words.pooled.deadlines) || names(&words.pooled.tabling);
        let is_symbol = document && word.contains('/');
        !(word.is_empty() || is_symbol || small() || is_of_deadline())
    };
    if text.split_whitespace().any(says_more) {
        text.trim_matches(|mark: char| mark.is_whitespace() || MARKS.contains(&mark)).to_owned()
    } else {
        String::new()
    }
}

/// Marks around words.
const MARKS: &[char] = &[',', ';', ':', '.', '-', '–', '—', '(', ')', '«', '»', '“', '”', '"', '|'];

/// Whether a text has one of the folded phrases as whole words.
fn holds_any(text: &str, phrases: &[String]) -> bool {
    let text = fold(text);
    phrases.iter().any(|phrase| holds(&text, phrase))
}

/// Whether a folded text has a folded phrase as whole words.
fn holds(text: &str, phrase: &str) -> bool {
    let is_edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(phrase).any(|(at, found)| {
        let after = &text[at + found.len()..];
        is_edge(text[..at].chars().next_back()) && is_edge(after.chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_behind_a_counted_day_is_kept() {
        let case = |counted_words: &str, line: &str| {
            let day = CountedDay { words: counted_words.to_owned(), date: None, session: Some(5) };
            counted(line, day, ProgrammeWords::bundled()).about
        };
        let words = "four business days before the fifth session";
        assert_eq!(case(words, &format!("Draft report: {words}, 6 p.m.")), "Draft report, 18:00");
        assert_eq!(case(words, &format!("A/77/275: {words}")), "");
        let words = "quatre jours ouvrables avant la cinquième session";
        assert_eq!(case(words, &format!("{words}, 18 heures")), "18:00");
    }
}
