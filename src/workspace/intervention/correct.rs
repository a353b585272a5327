//! Correcting the fields of an intervention, one by one. What was there before is kept with the moment and the author.
//!
//! ```text
//! stance = "opposes"
//!
//! [[corrected]]
//! at = 2023-03-06T10:52:00-05:00
//! by = "M. Roy"
//! field = "stance"
//! was = "+"
//! ```

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, TimeZone as _};

use super::line::{LineReader, TypedName};
use super::record::{self, Intervention};
use super::{MEETING, STANCE, Stance};
use crate::base::{Error, Now, Result};
use crate::model::{Delegations, Reference};
use crate::workspace::Note;

/// A field of an intervention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InterventionField {
    /// Who spoke.
    Delegation,
    /// For whom.
    OnBehalfOf,
    /// Whether it was a right of reply.
    Reply,
    /// The stance.
    Stance,
    /// The passage it is about.
    Passage,
    /// What was said.
    Words,
    /// When it was said.
    Time,
    /// The number of the meeting in its session.
    Meeting,
}

impl InterventionField {
    /// All fields, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::Delegation,
        Self::OnBehalfOf,
        Self::Reply,
        Self::Stance,
        Self::Passage,
        Self::Words,
        Self::Time,
        Self::Meeting,
    ];

    /// The stable name, as in files, options of the command line and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Delegation => "delegation",
            Self::OnBehalfOf => "on-behalf-of",
            Self::Reply => "right-of-reply",
            Self::Stance => "stance",
            Self::Passage => "passage",
            Self::Words => "words",
            Self::Time => "time",
            Self::Meeting => "meeting",
        }
    }

    /// The field with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// Its value in a note as a text that [`FieldValue::read`] understands; empty if it has none.
    #[must_use]
    pub fn text(self, said: &Intervention<'_>) -> String {
        let note = said.note;
        match self {
            Self::Delegation => note.delegation.clone().unwrap_or_default(),
            Self::OnBehalfOf => said.on_behalf_of.join(", "),
            Self::Reply => if said.is_reply { "yes" } else { "" }.to_owned(),
            Self::Stance => said.sign(),
            Self::Passage => note.anchor.as_ref().map(ToString::to_string).unwrap_or_default(),
            Self::Words => said.words.to_owned(),
            Self::Time => note.at.format("%Y-%m-%d %H:%M").to_string(),
            Self::Meeting => said.meeting.map(|meeting| meeting.to_string()).unwrap_or_default(),
        }
    }
}

/// What a field is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldValue {
    /// Who spoke.
    Delegation(TypedName),
    /// For whom; empty for nobody else.
    OnBehalfOf(Vec<TypedName>),
    /// Whether it was a right of reply.
    Reply(bool),
    /// The stance, and whether its sign is doubled; `None` for no stance.
    Stance(Option<(Stance, bool)>),
    /// The passage; `None` for none.
    Passage(Option<Reference>),
    /// What was said.
    Words(String),
    /// When it was said.
    Time(DateTime<FixedOffset>),
    /// The number of the meeting; `None` if it is not known.
    Meeting(Option<u32>),
}

impl FieldValue {
    /// Reads a value as it is typed. A time without a day is on the day of the note, in its time zone.
    ///
    /// # Errors
    /// `correct-delegation` for an empty name, `correct-stance`, `correct-passage`, `correct-time` and `correct-meeting`, each
    /// with the `text`.
    pub fn read(field: InterventionField, text: &str, note: &Note, reader: &LineReader<'_>) -> Result<Self> {
        let text = text.trim();
        let wrong = |id| Error::wrong_use(id).with("text", text);
        Ok(match field {
            InterventionField::Delegation if text.is_empty() => return Err(wrong("correct-delegation")),
            InterventionField::Delegation => Self::Delegation(named(text, reader.delegations)),
            InterventionField::OnBehalfOf => {
                let names = text.split([',', ';', '/']).map(str::trim).filter(|name| !name.is_empty());
                Self::OnBehalfOf(names.map(|name| named(name, reader.delegations)).collect())
            }
            InterventionField::Reply => Self::Reply(!text.is_empty() && text != "no"),
            InterventionField::Stance if text.is_empty() => Self::Stance(None),
            InterventionField::Stance => {
                Self::Stance(Some(reader.stance(text).ok_or_else(|| wrong("correct-stance"))?))
            }
            InterventionField::Passage if text.is_empty() => Self::Passage(None),
            InterventionField::Passage => {
                let exact = text.parse().ok();
                let found = || (reader.passages)(text).into_iter().next();
                Self::Passage(Some(exact.or_else(found).ok_or_else(|| wrong("correct-passage"))?))
            }
            InterventionField::Words => Self::Words(text.to_owned()),
            InterventionField::Time => Self::Time(time(text, note.at).ok_or_else(|| wrong("correct-time"))?),
            InterventionField::Meeting if text.is_empty() => Self::Meeting(None),
            InterventionField::Meeting => {
                let number = text.parse().ok().filter(|number| *number > 0);
                Self::Meeting(Some(number.ok_or_else(|| wrong("correct-meeting"))?))
            }
        })
    }

    fn field(&self) -> InterventionField {
        match self {
            Self::Delegation(_) => InterventionField::Delegation,
            Self::OnBehalfOf(_) => InterventionField::OnBehalfOf,
            Self::Reply(_) => InterventionField::Reply,
            Self::Stance(_) => InterventionField::Stance,
            Self::Passage(_) => InterventionField::Passage,
            Self::Words(_) => InterventionField::Words,
            Self::Time(_) => InterventionField::Time,
            Self::Meeting(_) => InterventionField::Meeting,
        }
    }
}

/// A name with the delegations it may mean.
fn named(text: &str, delegations: &Delegations) -> TypedName {
    let by_id = delegations.get(text).map(|found| vec![found.id.clone()]);
    let named = || delegations.named(text).iter().map(|found| found.id.clone()).collect();
    // An id in capitals is exact; in small letters it is a name like any other.
    let exact = by_id.filter(|ids| ids[0] == text);
    TypedName { typed: text.to_owned(), ids: exact.unwrap_or_else(named) }
}

/// A moment as typed: `10:44` or `2023-03-06 10:44`.
fn time(text: &str, at: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let on_day = NaiveTime::parse_from_str(text, "%H:%M").ok().map(|time| at.date_naive().and_time(time));
    let moment = on_day.or_else(|| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").ok())?;
    at.timezone().from_local_datetime(&moment).single()
}

/// A field as it was before a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectedField {
    /// When it was corrected.
    pub at: DateTime<FixedOffset>,
    /// Who corrected it.
    pub by: String,
    /// The field.
    pub field: InterventionField,
    /// Its value before; empty if it had none.
    pub was: String,
}

/// The key of the list of corrections.
const CORRECTED: &str = "corrected";

/// What was corrected, the last correction first.
#[must_use]
pub fn corrections(note: &Note) -> Vec<CorrectedField> {
    let all = note.extra.get(CORRECTED).and_then(toml::Value::as_array).into_iter().flatten();
    let read = |entry: &toml::Value| {
        let text = |key: &str| entry.get(key)?.as_str().map(str::to_owned);
        Some(CorrectedField {
            at: DateTime::parse_from_rfc3339(&entry.get("at")?.as_datetime()?.to_string()).ok()?,
            by: text("by")?,
            field: InterventionField::from_name(&text("field")?)?,
            was: text("was")?,
        })
    };
    all.rev().filter_map(read).collect()
}

/// The note with another value in a field, edited now by `by`, with what was there before. `None` if nothing changes, or if the
/// note names no delegation.
#[must_use]
pub fn correct(
    note: &Note,
    value: &FieldValue,
    delegations: &Delegations,
    by: &str,
    now: &Now,
) -> Option<Note> {
    let said = Intervention::of(note, delegations)?;
    let field = value.field();
    let was = field.text(&said);
    let mut after = note.with_body(said.words, Some(now.stamp()));
    // Notes of older versions have the sign in their body.
    put_stance(&mut after, said.stance, said.strongly);
    put(&mut after, value);
    let made = Intervention::of(&after, delegations)?;
    if field.text(&made) == was {
        return None;
    }
    record_correction(&mut after, field, &was, by, now)?;
    Some(after)
}

/// Puts the value that a field had before into the list of what was corrected.
fn record_correction(
    note: &mut Note,
    field: InterventionField,
    was: &str,
    by: &str,
    now: &Now,
) -> Option<()> {
    let at: toml::value::Datetime =
        now.stamp().to_rfc3339_opts(chrono::SecondsFormat::Secs, false).parse().ok()?;
    let mut entry = toml::Table::new();
    entry.insert("at".to_owned(), at.into());
    for (key, text) in [("by", by), ("field", field.name()), ("was", was)] {
        entry.insert(key.to_owned(), text.into());
    }
    let list = note.extra.entry(CORRECTED).or_insert_with(|| toml::Value::Array(Vec::new()));
    list.as_array_mut()?.push(entry.into());
    Some(())
}

/// After the text of an intervention was edited as a whole: the note with the words that it had before in the list of what was
/// corrected. Another note, or one with the same words, stays as it is.
#[must_use]
pub fn with_words_before(
    before: &Note,
    after: &Note,
    delegations: &Delegations,
    by: &str,
    now: &Now,
) -> Note {
    let mut after = after.clone();
    let words = |note: &Note| Intervention::of(note, delegations).map(|said| said.words.to_owned());
    if let (Some(was), Some(is)) = (words(before), words(&after))
        && was != is
    {
        // A moment that cannot be written as one is no reason to lose the new words.
        let _ = record_correction(&mut after, InterventionField::Words, &was, by, now);
    }
    after
}

/// Sets a field.
fn put(note: &mut Note, value: &FieldValue) {
    let mut set = |key: &str, value: Option<toml::Value>| match value {
        Some(value) => drop(note.extra.insert(key.to_owned(), value)),
        None => drop(note.extra.remove(key)),
    };
    match value {
        FieldValue::Delegation(name) => {
            let is_other = name.stored() != name.typed;
            set(record::NAME, is_other.then(|| name.typed.as_str().into()));
            note.delegation = Some(name.stored().to_owned());
        }
        FieldValue::OnBehalfOf(names) => {
            let stored: Vec<toml::Value> = names.iter().map(|name| name.stored().into()).collect();
            set(record::BEHALF, (!stored.is_empty()).then(|| stored.into()));
        }
        FieldValue::Reply(is_reply) => set(record::REPLY, is_reply.then(|| true.into())),
        FieldValue::Stance(None) => put_stance(note, None, false),
        FieldValue::Stance(Some((stance, strongly))) => put_stance(note, Some(*stance), *strongly),
        FieldValue::Passage(passage) => note.anchor.clone_from(passage),
        FieldValue::Words(words) => *note = note.with_body(words.clone(), note.edited),
        FieldValue::Time(at) => note.at = *at,
        FieldValue::Meeting(meeting) => set(MEETING, meeting.map(|meeting| i64::from(meeting).into())),
    }
}

/// Sets the stance; `strongly` is whether its sign is doubled.
fn put_stance(note: &mut Note, stance: Option<Stance>, strongly: bool) {
    note.extra.remove(STANCE);
    note.extra.remove(record::STRONGLY);
    if let Some(stance) = stance {
        note.extra.insert(STANCE.to_owned(), stance.name().into());
        if strongly {
            note.extra.insert(record::STRONGLY.to_owned(), true.into());
        }
    }
}
