//! A position: what the delegation will say on a passage, read from a text of the kind [`Kind::Position`].
//!
//! ```text
//! +++
//! id = "01GTVZ…"
//! at = 2023-02-01T10:00:00-05:00
//! anchor = "A/77/275:annex/E/next/2"
//! status = "draft"
//! restricted = true
//! languages = ["fr"]
//! instruction = { from = "Capital", date = 2023-01-20, until = 2023-03-10, reference = "ND 42" }
//! +++
//! What we say.
//!
//! ## Fallback
//! What we can accept.
//!
//! ## Red line
//! What we cannot accept.
//! ```
//!
//! The body is divided by headings whose names are in the language files, in any of these languages. What is before the
//! first of them is the text. A heading with another name belongs to the part it is in. `## Instruction` holds what the
//! front matter does not say of the instruction.

mod headings;

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use crate::base::text::excerpt;
use crate::base::{Error, Now};
use crate::language::Languages;
use crate::model::{Language, Reference};
use crate::workspace::statement::{self, TimeLimits};
use crate::workspace::{Kind, Note};

pub use headings::{HeadedPart, parts};
pub(super) use headings::{divide, heading_level};

/// A part of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PositionPart {
    /// What is said.
    Text,
    /// What can be accepted instead.
    Fallback,
    /// What cannot be accepted.
    RedLine,
    /// The reasons.
    Arguments,
    /// The agreed language it rests on: citations and quotations.
    Basis,
    /// On whose instruction it is taken, in words; see also [`Instruction`].
    Instruction,
}

impl PositionPart {
    /// All parts, in the order in which they are written.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Fallback, Self::RedLine, Self::Arguments, Self::Basis, Self::Instruction];

    /// The stable name, as in options of the command line, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Fallback => "fallback",
            Self::RedLine => "red-line",
            Self::Arguments => "arguments",
            Self::Basis => "basis",
            Self::Instruction => "instruction",
        }
    }

    /// Whether nobody outside of the delegation may read it: it is in no export unless it is asked for.
    #[must_use]
    pub fn is_internal(self) -> bool {
        matches!(self, Self::Fallback | Self::RedLine | Self::Instruction)
    }

    /// The heading under which it is written in a language; its stable name if the language has none.
    #[must_use]
    pub fn heading(self, language: Language) -> String {
        let words = Languages::bundled().get(language).map(|table| &table.position);
        let written = words.and_then(|words| headings::of(self, words).first());
        written.cloned().unwrap_or_else(|| self.name().to_owned())
    }
}

/// How far a position has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum PositionStatus {
    /// A thought.
    #[default]
    Idea,
    /// A text that is being worked on.
    Draft,
    /// Sent to the capital for approval.
    Sent,
    /// Approved by the capital.
    Cleared,
    /// Said in the room.
    Delivered,
    /// Replaced by another one.
    Superseded,
}

impl PositionStatus {
    /// All of them, in the order in which a position goes through them.
    pub const ALL: [Self; 6] =
        [Self::Idea, Self::Draft, Self::Sent, Self::Cleared, Self::Delivered, Self::Superseded];

    /// The stable name, as in files, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Cleared => "cleared",
            Self::Delivered => "delivered",
            Self::Superseded => "superseded",
        }
    }

    /// The one with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// On whose instruction a position is taken.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Instruction {
    /// Who gave it.
    pub from: Option<String>,
    /// The day it was given.
    pub date: Option<NaiveDate>,
    /// The last day on which it is valid.
    pub until: Option<NaiveDate>,
    /// The number of the letter or cable.
    pub reference: Option<String>,
}

/// A position as it is used: a text with what its front matter and its headings say.
#[derive(Debug, Clone)]
pub struct Position<'a> {
    /// The text.
    pub note: &'a Note,
    /// How far it has come.
    pub status: PositionStatus,
    /// Whether nothing of it may leave the delegation.
    pub restricted: bool,
    /// The languages it is written in; empty if the file does not give it.
    pub languages: Vec<Language>,
    /// On whose instruction it is taken.
    pub instruction: Option<Instruction>,
    /// The group in whose name it will be said.
    pub on_behalf_of: Option<String>,
    /// How long it may take to say it, in seconds, if the file says so.
    pub limit_seconds: Option<u64>,
    /// Values of the front matter that could not be read: `position-value` (`key`, `value`, `expected`). The text is
    /// used without them.
    pub errors: Vec<Error>,
    /// The parts in the order of the file, each with its bytes in the text, without its heading.
    parts: Vec<(PositionPart, Range<usize>)>,
}

impl<'a> Position<'a> {
    /// Reads what a text says as a position.
    #[must_use]
    pub fn of(note: &'a Note) -> Self {
        let mut front = PositionFront { table: &note.extra, errors: note.doubt().into_iter().collect() };
        let status = front.read("status", "status", |value| PositionStatus::from_name(value.as_str()?));
        let languages = front.read("languages", "languages", |value| {
            value.as_array()?.iter().map(|one| one.as_str()?.parse().ok()).collect()
        });
        let instruction = front.read("instruction", "table", |value| value.as_table().cloned());
        let instruction = instruction.map(|table| front.instruction(&table));
        let on_behalf_of = front.read("on-behalf-of", "text", |value| value.as_str().map(str::to_owned));
        let limit_seconds = front.read("limit-minutes", "minutes", statement::seconds);
        Self {
            note,
            status: status.unwrap_or_default(),
            restricted: note.restricted,
            languages: languages.unwrap_or_default(),
            instruction,
            on_behalf_of: on_behalf_of.filter(|group| !group.trim().is_empty()),
            limit_seconds,
            errors: front.errors,
            parts: parts(&note.text).into_iter().map(|found| (found.part, found.words)).collect(),
        }
    }

    /// What a part says, without empty lines around it; empty if the position does not have it. A part that occurs
    /// several times is given as one.
    #[must_use]
    pub fn part(&self, part: PositionPart) -> String {
        let own = self.parts.iter().filter(|(own, _)| *own == part);
        let texts: Vec<&str> = own.map(|(_, range)| self.note.text[range.clone()].trim()).collect();
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// The parts in the order of the file, each with its bytes in the text of the note, without its heading.
    #[must_use]
    pub fn parts(&self) -> &[(PositionPart, Range<usize>)] {
        &self.parts
    }

    /// Seconds it takes to say the text at so many words a minute, rounded up.
    #[must_use]
    pub fn reading_seconds(&self, words_a_minute: u32) -> u64 {
        let words = self.part(PositionPart::Text).split_whitespace().filter(|word| is_spoken(word)).count();
        (words as u64 * 60).div_ceil(u64::from(words_a_minute.max(1)))
    }

    /// How long it may take to say it, in seconds: what it says itself, else the limit for States or groups.
    #[must_use]
    pub fn limit_seconds(&self, limits: TimeLimits) -> u64 {
        self.limit_seconds.unwrap_or(limits.of(self.on_behalf_of.is_some()))
    }

    /// Whether its instruction is no longer valid on a day.
    #[must_use]
    pub fn is_expired(&self, today: NaiveDate) -> bool {
        self.instruction.as_ref().and_then(|instruction| instruction.until).is_some_and(|until| until < today)
    }
}

/// Days before the end of an instruction from which on it is reported.
const NEAR_DAYS: i64 = 14;

/// The end of the instruction of a position and the days until then, if that is at most fourteen days away or past (then the
/// days are negative). `None` also for a position that was delivered or superseded, for which it does not matter any more. It
/// reads the front matter only, so that it can be asked of thousands of positions at a time.
#[must_use]
pub fn ending(note: &Note, today: NaiveDate) -> Option<(NaiveDate, i64)> {
    let until = note.extra.get("instruction")?.as_table()?.get("until").and_then(day)?;
    let days = (until - today).num_days();
    let status = note.extra.get("status").and_then(toml::Value::as_str).and_then(PositionStatus::from_name);
    let is_over = matches!(status, Some(PositionStatus::Delivered | PositionStatus::Superseded));
    (days <= NEAR_DAYS && !is_over).then_some((until, days))
}

/// Whether something between spaces is a word or a number, and not a mark alone, such as the colon of French.
fn is_spoken(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

/// A blank position on a passage.
#[must_use]
pub fn blank(now: &Now, author: impl Into<String>, anchor: Option<Reference>) -> Note {
    Note { kind: Kind::Position, anchor, ..Note::new(now, author, "") }
}

/// The text of a position with a part replaced, or added in its place if it was missing. All other parts stay as they
/// were, byte for byte. A new heading is written in `language`.
#[must_use]
pub fn with_part(text: &str, part: PositionPart, words: &str, language: Language) -> String {
    let found = parts(text);
    let words = words.trim();
    if let Some(HeadedPart { words: range, .. }) = found.iter().find(|own| own.part == part) {
        let (before, after) = (&text[..range.start], &text[range.end..]);
        let gap = if after.is_empty() { "" } else { "\n\n" };
        return format!("{before}{words}{gap}{after}");
    }
    if part == PositionPart::Text {
        let gap = if text.trim().is_empty() { "" } else { "\n\n" };
        return format!("{words}{gap}{}", text.trim_start());
    }
    let at = found.iter().find(|other| other.part > part).map_or(text.len(), |next| next.start);
    let (before, after) = (text[..at].trim_end(), &text[at..]);
    let gap = if before.is_empty() { "" } else { "\n\n" };
    let end = if after.is_empty() { "" } else { "\n\n" };
    format!("{before}{gap}## {}\n{words}{end}{after}", part.heading(language))
}

/// The text of a position with several parts replaced or added, as [`with_part`] does. Words that have headings of other parts
/// in them are divided by these, and what several of them say of a part is put together.
#[must_use]
pub fn with_parts<'w>(
    text: &str,
    given: impl IntoIterator<Item = (PositionPart, &'w str)>,
    language: Language,
) -> String {
    let mut divided: BTreeMap<PositionPart, Vec<&str>> = BTreeMap::new();
    for (part, words) in given {
        divided.entry(part).or_default();
        for found in divide(words, part, |_, _| false) {
            divided.entry(found.part).or_default().push(words[found.words].trim());
        }
    }
    divided.into_iter().fold(text.to_owned(), |text, (part, words)| {
        let words: Vec<&str> = words.into_iter().filter(|words| !words.is_empty()).collect();
        with_part(&text, part, &words.join("\n\n"), language)
    })
}

/// Whether it was said in the room, so that its words are kept.
#[must_use]
pub fn is_delivered(note: &Note) -> bool {
    Position::of(note).status == PositionStatus::Delivered
}

/// The front matter of a position, and what is wrong with it.
struct PositionFront<'a> {
    table: &'a toml::Table,
    errors: Vec<Error>,
}

impl PositionFront<'_> {
    fn read<T>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        read: impl Fn(&toml::Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.table.get(key)?;
        let found = read(value);
        if found.is_none() {
            self.report(key, value, expected);
        }
        found
    }

    fn instruction(&mut self, table: &toml::Table) -> Instruction {
        let mut text = |key: &'static str| {
            let value = table.get(key)?;
            let text = value.as_str().map(str::to_owned);
            if text.is_none() {
                self.report(key, value, "text");
            }
            text
        };
        let (from, reference) = (text("from"), text("reference"));
        let mut day = |key: &'static str| {
            let value = table.get(key)?;
            let day = day(value);
            if day.is_none() {
                self.report(key, value, "day");
            }
            day
        };
        Instruction { from, date: day("date"), until: day("until"), reference }
    }

    fn report(&mut self, key: &'static str, value: &toml::Value, expected: &'static str) {
        let error = Error::broken("position-value").with("key", key).with("expected", expected);
        self.errors.push(error.with("value", excerpt(&value.to_string(), 60)));
    }
}

/// A day, as TOML writes it or as a text.
fn day(value: &toml::Value) -> Option<NaiveDate> {
    match value {
        toml::Value::Datetime(moment) => {
            let day = moment.date?;
            NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
        }
        other => other.as_str()?.parse().ok(),
    }
}

/// Adds to a position what an instruction says; what it does not say stays as it was.
pub fn add_instruction(note: &mut Note, given: Instruction) {
    let day = |day: NaiveDate| day.to_string().parse().ok().map(toml::Value::Datetime);
    let given = [
        ("from", given.from.map(toml::Value::from)),
        ("date", given.date.and_then(day)),
        ("until", given.until.and_then(day)),
        ("reference", given.reference.map(toml::Value::from)),
    ];
    if given.iter().all(|(_, value)| value.is_none()) {
        return;
    }
    let known = note.extra.get("instruction").and_then(toml::Value::as_table).cloned();
    let mut table = known.unwrap_or_default();
    table.extend(given.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))));
    note.extra.insert("instruction".to_owned(), table.into());
}

#[cfg(test)]
mod tests;
