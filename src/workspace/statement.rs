//! A statement: what the delegation says in the room on an agenda item or at a session, read from a text of the kind
//! [`Kind::Statement`].
//!
//! ```text
//! +++
//! id = "01GTVZ…"
//! at = 2023-03-06T08:00:00-05:00
//! item = "item/5/f"
//! session = 4
//! status = "draft"
//! language = "en"
//! limit-minutes = 3
//! uses = ["01GTVX…"]
//! taken = { 01GTVX… = "8f1c… 03ab…" }
//! +++
//! Thank you, Chair.
//!
//! We support the mandate.
//!
//! <!-- This paragraph is left out. -->
//!
//! “points of contact” (A/76/135, para. 57)
//! ```
//!
//! The body is Markdown in paragraphs; a paragraph inside a comment is left out, and so is what is internal, such as
//! `Red line: …`. Once the statement has been delivered, the
//! front matter says when and where, and the program changes its text no more.

mod paragraph;
mod spoken;

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, FixedOffset};

use crate::base::{Error, Id, Now, checksum};
use crate::model::{Address, Language};
use crate::workspace::front::{Front, moment, number};
use crate::workspace::{Kind, Note};

pub(super) use paragraph::comments_blanked;
pub use paragraph::{ParagraphKind, StatementParagraph, moved, paragraphs, switched, with_added};
pub use spoken::{SpokenRun, runs, spoken, word_count};

/// How far a statement has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum StatementStatus {
    /// A text that is being worked on.
    #[default]
    Draft,
    /// Nothing more is to be changed before it is delivered.
    Ready,
    /// Said in the room.
    Delivered,
}

impl StatementStatus {
    /// All of them, in the order in which a statement goes through them.
    pub const ALL: [Self; 3] = [Self::Draft, Self::Ready, Self::Delivered];

    /// The stable name, as in files, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ready => "ready",
            Self::Delivered => "delivered",
        }
    }

    /// The one with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// When and where a statement was delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// The moment, in the time zone of the delegate.
    pub at: DateTime<FixedOffset>,
    /// The number of the substantive session.
    pub session: Option<u32>,
    /// The number of the meeting in that session.
    pub meeting: Option<u32>,
}

/// How far a statement was read aloud when reading stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadAloud {
    /// When reading began.
    pub at: DateTime<FixedOffset>,
    /// How many of the spoken paragraphs had been begun.
    pub paragraphs: usize,
    /// How long it had taken, in seconds.
    pub seconds: u64,
}

/// How long a statement may take where it does not say so itself, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLimits {
    /// A statement of one State.
    pub state_seconds: u64,
    /// A statement on behalf of a group.
    pub group_seconds: u64,
}

impl TimeLimits {
    /// The limit for groups or for States.
    #[must_use]
    pub fn of(self, is_for_group: bool) -> u64 {
        if is_for_group { self.group_seconds } else { self.state_seconds }
    }
}

impl Default for TimeLimits {
    /// Three minutes for States, five for groups.
    fn default() -> Self {
        Self { state_seconds: 180, group_seconds: 300 }
    }
}

/// A statement as it is used: a text with what its front matter says.
#[derive(Debug, Clone)]
pub struct Statement<'a> {
    /// The text.
    pub note: &'a Note,
    /// How far it has come.
    pub status: StatementStatus,
    /// The language it is written in, if the file says so.
    pub language: Option<Language>,
    /// The group for which it speaks, if it does not speak for the own delegation alone.
    pub on_behalf_of: Option<String>,
    /// The limit it sets itself, in seconds.
    pub limit_seconds: Option<u64>,
    /// The positions whose words it uses.
    pub uses: Vec<Id>,
    /// What these positions said when their words were taken: the checksum of each paragraph, see [`paragraph_sums`]. Missing
    /// for those that were entered by hand.
    pub taken: BTreeMap<Id, Vec<String>>,
    /// When and where it was delivered.
    pub delivery: Option<Delivery>,
    /// How far it was read aloud.
    pub read_aloud: Option<ReadAloud>,
    /// Values of the front matter that could not be read: `statement-value` (`key`, `value`, `expected`). The text is
    /// used without them.
    pub errors: Vec<Error>,
}

impl<'a> Statement<'a> {
    /// Reads what a text says as a statement.
    #[must_use]
    pub fn of(note: &'a Note) -> Self {
        let mut front = Front::new(&note.extra, "statement-value");
        front.errors.extend(note.doubt());
        let status =
            front.read("status", "statement-status", |value| StatementStatus::from_name(value.as_str()?));
        let language = front.read("language", "language", |value| value.as_str()?.parse().ok());
        let on_behalf_of = front.text("on-behalf-of").filter(|group| !group.trim().is_empty());
        let limit_seconds = front.read("limit-minutes", "minutes", seconds);
        let uses = front.read("uses", "ids", |value| {
            value.as_array()?.iter().map(|id| id.as_str()?.parse().ok()).collect()
        });
        let taken = front.read("taken", "table", |value| {
            let sums = |sums: &str| sums.split_whitespace().map(str::to_owned).collect();
            let entry =
                |(id, value): (&String, &toml::Value)| Some((id.parse().ok()?, sums(value.as_str()?)));
            value.as_table()?.iter().map(entry).collect()
        });
        let delivery = front.table("delivered", |table| {
            let at = table.read("at", "moment", moment);
            let (session, meeting) =
                (table.read("session", "number", number), table.read("meeting", "number", number));
            at.map(|at| Delivery { at, session, meeting })
        });
        let read_aloud = front.table("read-aloud", |table| {
            let at = table.read("at", "moment", moment)?;
            let paragraphs = table.read("paragraphs", "number", number)?;
            Some(ReadAloud { at, paragraphs, seconds: table.read("seconds", "number", number)? })
        });
        Self {
            note,
            status: status.unwrap_or_default(),
            language,
            on_behalf_of,
            limit_seconds,
            uses: uses.unwrap_or_default(),
            taken: taken.unwrap_or_default(),
            delivery: delivery.flatten(),
            read_aloud: read_aloud.flatten(),
            errors: front.errors,
        }
    }

    /// Whether it was delivered, so that its text stays as it is.
    #[must_use]
    pub fn is_delivered(&self) -> bool {
        self.status == StatementStatus::Delivered
    }

    /// The paragraphs that are read aloud, in order, without marks and without citations in parentheses.
    #[must_use]
    pub fn spoken(&self, preferred: Language) -> Vec<String> {
        let language = self.language.unwrap_or(preferred);
        let all = paragraphs(&self.note.text).into_iter();
        let words = all.filter(|paragraph| paragraph.kind == ParagraphKind::Words);
        words.map(|paragraph| spoken(&paragraph.text, language)).filter(|text| !text.is_empty()).collect()
    }

    /// How many words are read aloud.
    #[must_use]
    pub fn word_count(&self, preferred: Language) -> usize {
        self.spoken(preferred).iter().map(|paragraph| word_count(paragraph)).sum()
    }

    /// Seconds it takes to read it aloud at so many words a minute, rounded up.
    #[must_use]
    pub fn reading_seconds(&self, words_a_minute: u32, preferred: Language) -> u64 {
        seconds_of(self.word_count(preferred), words_a_minute)
    }

    /// How long it may take, in seconds: what it says itself, else the limit for States or groups.
    #[must_use]
    pub fn limit_seconds(&self, limits: TimeLimits) -> u64 {
        self.limit_seconds.unwrap_or(limits.of(self.on_behalf_of.is_some()))
    }
}

/// Seconds it takes to read so many words aloud, rounded up.
#[must_use]
pub fn seconds_of(words: usize, words_a_minute: u32) -> u64 {
    (words as u64 * 60).div_ceil(u64::from(words_a_minute.max(1)))
}

/// Seconds of a length of time given in minutes, which may have a fraction: `3`, `2.5`.
pub(super) fn seconds(value: &toml::Value) -> Option<u64> {
    let minutes = match value {
        toml::Value::Integer(minutes) => f64::from(i32::try_from(*minutes).ok()?),
        toml::Value::Float(minutes) => *minutes,
        _ => return None,
    };
    // A day is longer than any statement.
    let is_length = minutes > 0.0 && minutes <= 1440.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked above")]
    is_length.then(|| (minutes * 60.0).round() as u64)
}

/// A blank statement on an agenda item, at a session, or both.
#[must_use]
pub fn blank(
    now: &Now,
    author: impl Into<String>,
    item: Option<Address>,
    session: Option<u32>,
    language: Language,
) -> Note {
    let mut note = Note { kind: Kind::Statement, item, session, ..Note::new(now, author, "") };
    note.extra.insert("status".to_owned(), StatementStatus::Draft.name().into());
    note.extra.insert("language".to_owned(), language.to_string().into());
    note
}

/// Adds positions to those whose words a statement uses.
pub fn add_uses(note: &mut Note, positions: &[Id]) {
    let mut all = Statement::of(note).uses;
    let known: HashSet<Id> = all.iter().copied().collect();
    all.extend(positions.iter().filter(|id| !known.contains(id)));
    let ids: Vec<toml::Value> = all.iter().map(|id| id.to_string().into()).collect();
    note.extra.insert("uses".to_owned(), ids.into());
}

/// The checksum of each paragraph of words of a text, by which they are found again in a statement.
#[must_use]
pub fn paragraph_sums(text: &str) -> Vec<String> {
    let words = paragraphs(text).into_iter().filter(|paragraph| paragraph.kind == ParagraphKind::Words);
    words.map(|paragraph| format!("{:016x}", checksum::of(paragraph.text.as_bytes()))).collect()
}

/// Records what positions said when their words were taken; see [`Statement::taken`].
pub fn record_taken(note: &mut Note, taken: impl IntoIterator<Item = (Id, Vec<String>)>) {
    let known = note.extra.get("taken").and_then(toml::Value::as_table).cloned();
    let mut table = known.unwrap_or_default();
    table.extend(taken.into_iter().map(|(id, sums)| (id.to_string(), sums.join(" ").into())));
    if !table.is_empty() {
        note.extra.insert("taken".to_owned(), table.into());
    }
}

/// Takes positions away from those whose words a statement uses.
pub fn remove_uses(note: &mut Note, positions: &[Id]) {
    let kept = Statement::of(note).uses.into_iter().filter(|id| !positions.contains(id));
    let ids: Vec<toml::Value> = kept.map(|id| id.to_string().into()).collect();
    note.extra.insert("uses".to_owned(), ids.into());
    if let Some(taken) = note.extra.get_mut("taken").and_then(toml::Value::as_table_mut) {
        positions.iter().for_each(|id| drop(taken.remove(&id.to_string())));
    }
}

/// A delivered statement with the number of the meeting in which it was delivered.
#[must_use]
pub fn with_meeting(note: &Note, meeting: u32, now: &Now) -> Option<Note> {
    let delivery = Delivery { meeting: Some(meeting), ..Statement::of(note).delivery? };
    Some(delivered(note, &delivery, now))
}

/// Adds words of positions at the end of a statement.
pub fn take_up(note: &mut Note, words: &str, positions: &[Id], restricted: bool) {
    note.text = with_added(&note.text, words);
    add_uses(note, positions);
    if restricted {
        note.restrict(true);
    }
}

/// A statement with another limit, in seconds.
#[must_use]
pub fn with_limit(note: &Note, seconds: u64, now: &Now) -> Note {
    let minutes = match seconds % 60 {
        0 => i64::try_from(seconds / 60).unwrap_or(i64::MAX).into(),
        _ => (f64::from(u32::try_from(seconds).unwrap_or(u32::MAX)) / 60.0).into(),
    };
    note.with_value("limit-minutes", minutes, now)
}

/// A statement on behalf of a group; for the own delegation alone if the name is empty.
#[must_use]
pub fn with_group(note: &Note, group: &str, now: &Now) -> Note {
    let mut note = note.with_value("on-behalf-of", group.trim().into(), now);
    if group.trim().is_empty() {
        note.extra.remove("on-behalf-of");
    }
    note
}

/// The statement as delivered: its text stays, and its front matter says when and where.
#[must_use]
pub fn delivered(note: &Note, delivery: &Delivery, now: &Now) -> Note {
    let mut table = toml::Table::new();
    table.extend(moment_value(delivery.at).map(|at| ("at".to_owned(), at)));
    let numbers = [("session", delivery.session), ("meeting", delivery.meeting)];
    table.extend(
        numbers.into_iter().filter_map(|(key, number)| Some((key.to_owned(), i64::from(number?).into()))),
    );
    let note = note.with_value("delivered", table.into(), now);
    note.with_value("status", StatementStatus::Delivered.name().into(), now)
}

/// The statement with how far it was read aloud.
#[must_use]
pub fn with_read_aloud(note: &Note, read: ReadAloud, now: &Now) -> Note {
    let count = |number: u64| toml::Value::from(i64::try_from(number).unwrap_or(i64::MAX));
    let mut table = toml::Table::new();
    table.extend(moment_value(read.at).map(|at| ("at".to_owned(), at)));
    table.insert("paragraphs".to_owned(), count(read.paragraphs as u64));
    table.insert("seconds".to_owned(), count(read.seconds));
    note.with_value("read-aloud", table.into(), now)
}

fn moment_value(at: DateTime<FixedOffset>) -> Option<toml::Value> {
    // To the second: fractions say nothing here.
    at.format("%Y-%m-%dT%H:%M:%S%:z").to_string().parse().ok().map(toml::Value::Datetime)
}

/// A new draft with the words of a statement, which itself stays as it was delivered.
#[must_use]
pub fn copied(note: &Note, now: &Now, author: impl Into<String>) -> Note {
    let mut copy = Note {
        item: note.item.clone(),
        session: note.session,
        extra: note.extra.clone(),
        restricted: note.restricted,
        kind: Kind::Statement,
        ..Note::new(now, author, note.text.clone())
    };
    ["delivered", "read-aloud"].into_iter().for_each(|key| drop(copy.extra.remove(key)));
    copy.extra.insert("status".to_owned(), StatementStatus::Draft.name().into());
    copy
}

#[cfg(test)]
mod tests;
