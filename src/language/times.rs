//! The words by which reports name sessions and deadlines: `[followup.sessions]` and `[followup.deadlines]`.

use std::sync::Arc;

use super::followup::{Endings, phrases};
use super::numerals::Ordinals;
use super::phrases::Phrases;
use crate::base::table::Table;

/// How sessions are named.
#[derive(Debug, Clone, Default)]
pub struct SessionWords {
    /// How sessions are counted.
    pub ordinals: Arc<Ordinals>,
    /// "session".
    pub nouns: Phrases,
    /// "substantive".
    pub qualifiers: Phrases,
    /// One more session: "and at".
    pub and: Phrases,
    /// A range of sessions: "to".
    pub to: Phrases,
    /// What shows that the session is one of another body.
    pub of_others: Phrases,
    /// "between".
    pub between: Phrases,
    /// What shows that the session is one of the General Assembly: "of the General Assembly".
    pub of_assembly: Phrases,
    /// The name of the General Assembly before its session.
    pub assembly: Phrases,
    /// Names of other bodies with sessions.
    pub bodies: Phrases,
    /// "resumed": the session continues on a day that is not known.
    pub resumed: Phrases,
    /// After "session", what makes it a special one, which is counted apart.
    pub special: Phrases,
    /// The names of the groups of all known processes, as an actor.
    pub groups: Phrases,
    /// The same after a session.
    pub of_groups: Phrases,
    /// What shows that the session is past: `outcome of`, `held at`.
    pub looking_back: Phrases,
    /// Words that begin a clause about the past: `building on`. Sessions in it are past.
    pub resting_on: Phrases,
    /// What shows that the session is still to come: `be` presented at.
    pub to_come: Phrases,
    /// Between a participle and the session at which something was done: presented `at`.
    pub at: Phrases,
    /// How participles end; empty: `looking_back` lists them.
    pub participle_endings: Endings,
    /// Participles that look forward: `scheduled`.
    pub planned: Phrases,
    /// What may come between participles in a row: discussed `and` adopted.
    pub chained: Phrases,
    /// Words of the past tense, unless one of `ahead` follows: `was` invited.
    pub past: Phrases,
    /// Words of the future.
    pub ahead: Phrases,
    /// The session named last: `that session`.
    pub named_last: Phrases,
}

/// How deadlines are named.
#[derive(Debug, Clone, Default)]
pub struct DeadlineWords {
    /// Before the start of something: "by", "ahead of".
    pub by: Phrases,
    /// Up to the end of something: "no later than".
    pub latest: Phrases,
    /// Before something begins: "before".
    pub before: Phrases,
    /// What may also follow the time and makes it a deadline: `at the latest`.
    pub following: Phrases,
    /// "start".
    pub start: Phrases,
    /// "end".
    pub end: Phrases,
    /// Small words between the announcement and the time.
    pub fillers: Phrases,
    /// What makes a time too vague for a day: `mid-`.
    pub vague: Phrases,
    /// "quarter" of a year.
    pub quarters: Phrases,
    /// "half" of a year.
    pub halves: Phrases,
    /// What comes before a time that is no limit: `in` 2024.
    pub during: Phrases,
    /// How a word ends after which a time is past or only begins: `adopted` in 2021. With accents, because `adoptés` is
    /// past and `de` is not.
    pub past_endings: Vec<String>,
    /// The days of the week, before a date.
    pub weekdays: Phrases,
    /// Short names of months after the day, without their full stop: `sept`.
    pub short_months: Phrases<u32>,
    /// What makes an hour of a number: "p.m.".
    pub hours: Phrases,
    /// An hour in words: "noon".
    pub noon: Phrases,
    /// Whether the day comes first in a date in figures; `None` if both orders are used.
    pub is_day_first: Option<bool>,
    /// Lengths of time.
    pub lapses: LapseWords,
    /// "annually", "every two years", with the months from one time to the next.
    pub repeating: Phrases<u32>,
    /// What is held at a time, which is then no limit: "conference".
    pub events: Phrases,
    /// "to be held": what comes after it is the time of an event.
    pub held: Phrases,
    /// Verbs by which somebody reports: "submit", "inform".
    pub reporting: Phrases,
    /// What is said of a report that is due: "be submitted", « présentera ».
    pub due: Phrases,
    /// Before the last day on which something can be sent: "until".
    pub until: Phrases,
}

/// How lengths of time are named.
#[derive(Debug, Clone, Default)]
pub struct LapseWords {
    /// "within".
    pub within: Phrases,
    /// "at least".
    pub least: Phrases,
    /// One, two, three … with their values.
    pub cardinals: Phrases<u32>,
    /// "days".
    pub days: Phrases,
    /// "weeks".
    pub weeks: Phrases,
    /// "months".
    pub months: Phrases,
    /// "years".
    pub years: Phrases,
    /// Days that can be counted only with a list of holidays.
    pub working: Phrases,
    /// From where the time is counted: "after", "from the date of".
    pub after: Phrases,
    /// The adoption of the report.
    pub adoption: Phrases,
    /// What a report states about its own adoption: `adopted` its draft `report`.
    pub adopting: Phrases,
    /// What is adopted: "report".
    pub adopted: Phrases,
}

impl SessionWords {
    pub(super) fn read(table: &Table<'_>, ordinals: &Arc<Ordinals>) -> Self {
        Self {
            ordinals: Arc::clone(ordinals),
            nouns: phrases(table, "nouns"),
            qualifiers: phrases(table, "qualifiers"),
            and: phrases(table, "and"),
            to: phrases(table, "to"),
            of_others: phrases(table, "of-others"),
            of_assembly: phrases(table, "of-assembly"),
            assembly: phrases(table, "assembly"),
            bodies: phrases(table, "bodies"),
            resumed: phrases(table, "resumed"),
            special: phrases(table, "special"),
            groups: Phrases::default(),
            of_groups: Phrases::default(),
            between: phrases(table, "between"),
            looking_back: phrases(table, "looking-back"),
            resting_on: phrases(table, "resting-on"),
            to_come: phrases(table, "to-come"),
            at: phrases(table, "at"),
            participle_endings: Endings::read(table, "participle-endings"),
            planned: phrases(table, "planned"),
            chained: phrases(table, "chained"),
            past: phrases(table, "past"),
            ahead: phrases(table, "ahead"),
            named_last: phrases(table, "named-last"),
        }
    }
}

impl DeadlineWords {
    pub(super) fn read(table: &Table<'_>) -> Self {
        Self {
            by: phrases(table, "by"),
            latest: phrases(table, "latest"),
            before: phrases(table, "before"),
            following: phrases(table, "following"),
            start: phrases(table, "start"),
            end: phrases(table, "end"),
            fillers: phrases(table, "fillers"),
            vague: phrases(table, "vague"),
            quarters: phrases(table, "quarters"),
            halves: phrases(table, "halves"),
            during: phrases(table, "during"),
            past_endings: table.texts("past-endings"),
            weekdays: phrases(table, "weekdays"),
            short_months: table.table("short-months", cardinals).unwrap_or_default(),
            hours: phrases(table, "hours"),
            noon: phrases(table, "noon"),
            is_day_first: table.flag("day-first"),
            lapses: table.table("lapses", LapseWords::read).unwrap_or_default(),
            repeating: table.table("repeating", cardinals).unwrap_or_default(),
            events: phrases(table, "events"),
            held: phrases(table, "held"),
            reporting: phrases(table, "reporting"),
            due: phrases(table, "due"),
            until: phrases(table, "until"),
        }
    }
}

impl LapseWords {
    fn read(table: &Table<'_>) -> Self {
        Self {
            within: phrases(table, "within"),
            least: phrases(table, "least"),
            cardinals: table.table("cardinals", cardinals).unwrap_or_default(),
            days: phrases(table, "days"),
            weeks: phrases(table, "weeks"),
            months: phrases(table, "months"),
            years: phrases(table, "years"),
            working: phrases(table, "working"),
            after: phrases(table, "after"),
            adoption: phrases(table, "adoption"),
            adopting: phrases(table, "adopting"),
            adopted: phrases(table, "adopted"),
        }
    }
}

/// Numbers in words with their values: `one = 1`.
fn cardinals(table: &Table<'_>) -> Phrases<u32> {
    let words = table.keys();
    let value = |word: &'_ str| table.count(word);
    Phrases::new(words.iter().filter_map(|word| Some((&word.value, value(&word.value)?))))
}
