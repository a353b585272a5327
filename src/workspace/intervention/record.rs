//! The fields of an intervention in the front matter of its note: written from a line, read for lists and tables.

use super::{InterventionLine, Stance};
use crate::model::{Delegation, Delegations, Language};
use crate::workspace::Note;

/// The name as it was typed, where it is not the id.
pub(super) const NAME: &str = "name";
/// For whom the delegation spoke: ids, or names as typed.
pub(super) const BEHALF: &str = "on-behalf-of";
/// The key of the stable name of the stance.
pub const STANCE: &str = "stance";
/// Whether the sign of the stance was doubled.
pub(super) const STRONGLY: &str = "strongly";
/// Whether it was a right of reply.
pub(super) const REPLY: &str = "right-of-reply";
/// The key of the number of the meeting in its session.
pub const MEETING: &str = "meeting";
/// The beginning of the line as it was typed; the words after it are the body.
const TYPED: &str = "typed";

/// What one delegation said.
#[derive(Debug, Clone, PartialEq)]
pub struct Intervention<'a> {
    /// The note it is read from.
    pub note: &'a Note,
    /// The delegation, if it is known.
    pub delegation: Option<&'a Delegation>,
    /// Whether the name may mean other delegations too.
    pub is_ambiguous: bool,
    /// Its name as it was typed.
    pub name: &'a str,
    /// For whom it spoke: ids, or names as typed.
    pub on_behalf_of: Vec<&'a str>,
    /// Its stance.
    pub stance: Option<Stance>,
    /// Whether the sign of the stance was doubled.
    pub strongly: bool,
    /// Whether it was a right of reply.
    pub is_reply: bool,
    /// The number of the meeting in its session.
    pub meeting: Option<u32>,
    /// What it said.
    pub words: &'a str,
}

impl<'a> Intervention<'a> {
    /// Reads the intervention in a note; `None` if the note names no delegation.
    #[must_use]
    pub fn of(note: &'a Note, delegations: &'a Delegations) -> Option<Self> {
        let stored = note.delegation.as_deref()?;
        let text = |key: &str| note.extra.get(key).and_then(toml::Value::as_str);
        let flag = |key: &str| note.extra.get(key).and_then(toml::Value::as_bool).unwrap_or(false);
        let meeting = note.extra.get(MEETING).and_then(toml::Value::as_integer);
        let stored_stance = text(STANCE).and_then(Stance::from_name);
        // Notes of older versions have the sign in their body.
        let body = note.text.trim();
        let signed = if stored_stance.is_none() { Stance::signed(body) } else { None };
        let (old, strongly, length) =
            signed.map_or((None, false, 0), |(stance, twice, length)| (Some(stance), twice, length));
        Some(Self {
            note,
            delegation: delegations.stored(stored),
            is_ambiguous: delegations.named(stored).len() > 1
                && delegations.get(stored).is_none_or(|found| found.id != stored),
            name: text(NAME).unwrap_or(stored),
            on_behalf_of: behalf(note).collect(),
            stance: stored_stance.or(old),
            strongly: flag(STRONGLY) || strongly,
            is_reply: flag(REPLY),
            meeting: meeting.and_then(|meeting| u32::try_from(meeting).ok()),
            words: body[length..].trim_start(),
        })
    }

    /// The id of the delegation; `None` if it is not known.
    #[must_use]
    pub fn id(&self) -> Option<&'a str> {
        self.delegation.map(|delegation| delegation.id.as_str())
    }

    /// Whether the name is that of no known delegation, or may mean others too.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.delegation.is_none() || self.is_ambiguous
    }

    /// What the delegation is called in lists: its label in a language; the name as typed if it is not known or ambiguous.
    #[must_use]
    pub fn label(&self, language: Language) -> &'a str {
        let known = self.delegation.filter(|_| !self.is_ambiguous);
        known.map_or(self.name, |delegation| delegation.label(language))
    }

    /// What those for whom it spoke are called.
    #[must_use]
    pub fn behalf_labels(&self, delegations: &'a Delegations, language: Language) -> Vec<&'a str> {
        let label = |text: &&'a str| delegations.stored(text).map_or(*text, |found| found.label(language));
        self.on_behalf_of.iter().map(label).collect()
    }

    /// The sign of its stance, doubled if it was typed so; empty without a stance.
    #[must_use]
    pub fn sign(&self) -> String {
        let sign = self.stance.map_or("", Stance::sign);
        if self.strongly { sign.repeat(2) } else { sign.to_owned() }
    }

    /// Whether it is a statement of a delegation: its own, or one it made or that was made on behalf of a group of this id.
    #[must_use]
    pub fn is_by(&self, id: &str) -> bool {
        self.id() == Some(id) || self.on_behalf_of.contains(&id)
    }

    /// The line as it would be typed again: what was typed before the words, and the words.
    #[must_use]
    pub fn line(&self) -> String {
        let typed = self.note.extra.get(TYPED).and_then(toml::Value::as_str);
        match typed {
            Some(typed) => format!("{typed} {}", self.words),
            None => format!("{} {} {}", self.name, self.sign(), self.words),
        }
    }
}

/// The stance in a note, read without looking up its delegation.
#[must_use]
pub(super) fn stance(note: &Note) -> Option<Stance> {
    note.delegation.as_ref()?;
    let stored = note.extra.get(STANCE).and_then(toml::Value::as_str).and_then(Stance::from_name);
    stored.or_else(|| Stance::signed(note.text.trim_start()).map(|(stance, ..)| stance))
}

/// Those for whom the delegation in a note spoke: ids, or names as typed.
pub(super) fn behalf(note: &Note) -> impl Iterator<Item = &str> {
    let list = note.extra.get(BEHALF);
    let one = list.and_then(toml::Value::as_str);
    let several = list.and_then(toml::Value::as_array).into_iter().flatten();
    one.into_iter().chain(several.filter_map(toml::Value::as_str))
}

/// Writes what one of the speakers of a line said into a note; the passage, item, session and time of the note stay unless the
/// line names a passage. A line without a name leaves a plain note with the whole line.
pub fn write(line: &InterventionLine, speaker: usize, note: &mut Note) {
    for key in [NAME, BEHALF, STANCE, STRONGLY, REPLY, TYPED] {
        note.extra.remove(key);
    }
    if let Some(passage) = line.passage.as_ref().and_then(|passage| passage.candidates.first()) {
        note.anchor = Some(passage.clone());
    }
    let Some(name) = line.speakers.get(speaker) else {
        note.delegation = None;
        note.text = format!("{}{}", line.head, line.words);
        return;
    };
    note.delegation = Some(name.stored().to_owned());
    note.text.clone_from(&line.words);
    let mut put = |key: &str, value: toml::Value| note.extra.insert(key.to_owned(), value);
    if name.stored() != name.typed {
        put(NAME, name.typed.as_str().into());
    }
    if !line.on_behalf_of.is_empty() {
        let ids: Vec<toml::Value> = line.on_behalf_of.iter().map(|name| name.stored().into()).collect();
        put(BEHALF, ids.into());
    }
    if let Some(stance) = line.stance {
        put(STANCE, stance.name().into());
    }
    for (key, flag) in [(STRONGLY, line.strongly), (REPLY, line.is_reply)] {
        if flag {
            put(key, true.into());
        }
    }
    put(TYPED, line.head.trim().into());
}
