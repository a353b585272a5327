//! A note: what the delegate wrote, when, and on which passage; read from text with front matter and written to it.
//!
//! ```text
//! +++
//! id = "01GTVZ…"
//! at = 2023-03-06T10:44:00-05:00
//! author = "M. Roy"
//! anchor = "A/77/275:annex/E/next/2"
//! +++
//! + capacités d’abord
//! ```
//!
//! Between the two fences is TOML; after the second fence follows the body, and one line end that closes the file. In memory
//! all line ends are line feeds. What is not edited is written back byte for byte: see [`Form`].

mod form;
mod front;
mod split;

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};

use crate::base::text::excerpt;
use crate::base::{Error, Id, Lines, Now, Result};
use crate::model::{Address, Language, Part, Place, Reference};
use crate::workspace::Kind;

pub use form::Form;
pub use split::split;

/// The most bytes of UTF-8 a text may have (4 MiB). What is typed or pasted beyond that is refused with a notice.
pub const TEXT_LIMIT: usize = 4 << 20;

/// A text the delegate writes: a note, an intervention (when a delegation is named) or a position.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// Which kind of text it is, and so in which folder its file is.
    pub kind: Kind,
    /// Never changes, even if the file is renamed.
    pub id: Id,
    /// When it was begun, in the delegate's time zone.
    pub at: DateTime<FixedOffset>,
    /// When its text last changed, if it did.
    pub edited: Option<DateTime<FixedOffset>>,
    /// Who wrote it.
    pub author: String,
    /// The passage it is about.
    pub anchor: Option<Reference>,
    /// The agenda item open at that time.
    pub item: Option<Address>,
    /// The number of the substantive session worked for at that time.
    pub session: Option<u32>,
    /// Whose intervention it is; `None` for a plain note.
    pub delegation: Option<String>,
    /// Whether it may not leave the workspace. A value of the front matter that is neither `true` nor `false` counts as
    /// `true` and stays in `extra`.
    pub restricted: bool,
    /// The body, exactly as typed; all its line ends are line feeds.
    pub text: String,
    /// Keys of the front matter that this version does not know; they are written back as they were.
    pub extra: toml::Table,
    /// How its file was written, so that what is not edited stays as it was.
    pub form: Form,
}

impl Note {
    /// A plain note begun now, on no passage.
    #[must_use]
    pub fn new(now: &Now, author: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            kind: Kind::Note,
            id: Id::new(now),
            at: now.stamp(),
            edited: None,
            author: author.into(),
            anchor: None,
            item: None,
            session: None,
            delegation: None,
            restricted: false,
            text: form::line_feeds(text.into()),
            extra: toml::Table::new(),
            form: Form::default(),
        }
    }

    /// The same note with another text, edited now.
    #[must_use]
    pub fn with_text(&self, text: impl Into<String>, now: &Now) -> Self {
        self.with_body(text, Some(now.stamp()))
    }

    /// The same note, marked as restricted or not, edited now.
    #[must_use]
    pub fn marked(&self, restricted: bool, now: &Now) -> Self {
        let mut note = self.with_body(self.text.clone(), Some(now.stamp()));
        note.restrict(restricted);
        note
    }

    /// The same note with a value in its front matter, edited now.
    #[must_use]
    pub fn with_value(&self, key: &str, value: toml::Value, now: &Now) -> Self {
        let mut note = Self { edited: Some(now.stamp()), ..self.clone() };
        note.extra.insert(key.to_owned(), value);
        note
    }

    /// The language of the text that it is about, if that was one of several of its document.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.extra.get(LANGUAGE)?.as_str()?.parse().ok()
    }

    /// Says in which language the text is that it is about; `None` if its document is held in one only.
    pub fn set_language(&mut self, language: Option<Language>) {
        match language {
            Some(language) => self.extra.insert(LANGUAGE.to_owned(), language.to_string().into()),
            None => self.extra.remove(LANGUAGE),
        };
    }

    /// Marks it as restricted, or not.
    pub fn restrict(&mut self, restricted: bool) {
        self.restricted = restricted;
        self.extra.remove(RESTRICTED);
    }

    /// If the front matter has a value for `restricted` that is neither `true` nor `false`: `restricted-value`
    /// (`id`, `value`).
    #[must_use]
    pub fn doubt(&self) -> Option<Error> {
        let value = self.extra.get(RESTRICTED)?;
        let error = Error::broken("restricted-value").with("id", self.id.to_string());
        Some(error.with("value", excerpt(&value.to_string(), 60)))
    }

    /// The same note with another text and another moment of its last change. Only the new text is copied.
    #[must_use]
    pub fn with_body(&self, text: impl Into<String>, edited: Option<DateTime<FixedOffset>>) -> Self {
        let text = form::line_feeds(text.into());
        Self {
            kind: self.kind,
            id: self.id,
            at: self.at,
            edited,
            author: self.author.clone(),
            anchor: self.anchor.clone(),
            item: self.item.clone(),
            session: self.session,
            delegation: self.delegation.clone(),
            restricted: self.restricted,
            form: self.form.after_edit(&self.text, &text),
            text,
            extra: self.extra.clone(),
        }
    }
}

/// The key of the front matter that marks a restricted text.
pub(super) const RESTRICTED: &str = "restricted";
/// The key of the front matter for the language of the text that a note is about.
const LANGUAGE: &str = "language";
const FENCE: &str = "+++";
/// How many lines that look like the second fence are tried: a value in the front matter may contain such a line.
const FENCES: usize = 8;

/// Reads a note from the text of its file.
///
/// # Errors
/// `note-no-front-matter`, `note-not-closed`, `note-toml` (`what`), `note-key` (`key`, `value`) and
/// `note-key-missing` (`key`); each with the `line`, counted from 1.
pub fn read(file: &str) -> Result<Note> {
    let text = file.strip_prefix(form::BYTE_ORDER_MARK).unwrap_or(file);
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if first.trim_end() != FENCE {
        return Err(Error::broken("note-no-front-matter").with("line", 1));
    }
    let mut fault = None;
    for (front, body) in fences(rest).take(FENCES) {
        match front.parse::<toml::Table>() {
            Ok(table) => return from_table(table, front).map(|note| form::dressed(note, file, front, body)),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let line = Lines::of(front).number(at) + 1;
                fault.get_or_insert_with(|| {
                    Error::broken("note-toml").with("line", line).with("what", error.message())
                });
            }
        }
    }
    Err(fault.unwrap_or_else(|| Error::broken("note-not-closed").with("line", 1)))
}

/// The text of a file that may end anywhere, as it was written: nothing if it ends in the front matter.
#[must_use]
pub fn words(file: &str) -> &str {
    let rest = file.split_once('\n').map_or("", |(_, rest)| rest);
    fences(rest).next().map_or("", |(_, body)| body)
}

/// The ways to cut the text after the first fence into front matter and body.
fn fences(rest: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut at = 0;
    let lines = rest.split_inclusive('\n').map(move |line| {
        at += line.len();
        (at - line.len(), at, line)
    });
    lines
        .filter(|(_, _, line)| line.trim_end() == FENCE)
        .map(|(start, end, _)| (&rest[..start], &rest[end..]))
}

/// The note with this front matter and without a text.
fn from_table(mut table: toml::Table, front: &str) -> Result<Note> {
    let mut keys = Keys { table: &mut table, front };
    let id = keys.needed("id", |value| value.as_str()?.parse().ok())?;
    let at = keys.needed("at", instant)?;
    Ok(Note {
        kind: Kind::Note,
        id,
        at,
        edited: keys.take("edited", instant)?,
        author: keys.take("author", string)?.unwrap_or_default(),
        anchor: keys.take("anchor", |value| value.as_str()?.parse().ok())?,
        item: keys.take("item", |value| value.as_str()?.parse().ok())?,
        session: keys.take("session", |value| u32::try_from(value.as_integer()?).ok())?,
        delegation: keys.take("delegation", string)?,
        restricted: keys.restricted(),
        text: String::new(),
        extra: table,
        form: Form::default(),
    })
}

struct Keys<'a> {
    table: &'a mut toml::Table,
    front: &'a str,
}

impl Keys<'_> {
    fn take<T>(&mut self, key: &'static str, read: impl Fn(&toml::Value) -> Option<T>) -> Result<Option<T>> {
        let Some(value) = self.table.remove(key) else { return Ok(None) };
        let fault = || {
            let line = line_of_key(self.front, key) + 1;
            Error::broken("note-key")
                .with("line", line)
                .with("key", key)
                .with("value", excerpt(&value.to_string(), 60))
        };
        read(&value).map(Some).ok_or_else(fault)
    }

    /// Whether the text is restricted. A value that cannot be read counts as yes, and is left in the table to be reported.
    fn restricted(&mut self) -> bool {
        let Some(value) = self.table.get(RESTRICTED) else { return false };
        let Some(read) = value.as_bool() else { return true };
        self.table.remove(RESTRICTED);
        read
    }

    fn needed<T>(&mut self, key: &'static str, read: impl Fn(&toml::Value) -> Option<T>) -> Result<T> {
        let missing = || Error::broken("note-key-missing").with("line", 1).with("key", key);
        self.take(key, read)?.ok_or_else(missing)
    }
}

/// The number of the line, from 1, of a top-level key in a TOML text; 1 if the key is not there.
#[must_use]
pub fn line_of_key(toml: &str, key: &str) -> usize {
    let start = toml::de::DeTable::parse(toml).ok().and_then(|table| {
        let (found, _) = table.get_ref().iter().find(|(found, _)| found.get_ref() == key)?;
        Some(found.span().start)
    });
    Lines::of(toml).number(start.unwrap_or(0))
}

fn string(value: &toml::Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A date and time, with or without quotation marks; it must have an offset from UTC.
fn instant(value: &toml::Value) -> Option<DateTime<FixedOffset>> {
    let text = match value {
        toml::Value::Datetime(moment) => moment.to_string(),
        toml::Value::String(text) => text.clone(),
        _ => return None,
    };
    DateTime::parse_from_rfc3339(&text).ok()
}

/// The text of the note's file; [`read`] gives the same note back.
#[must_use]
pub fn write(note: &Note) -> String {
    let mut file = note.form.head(note).unwrap_or_else(|| head(note));
    note.form.write_body(&note.text, &mut file);
    file
}

/// Everything before the body, as this program writes it.
fn head(note: &Note) -> String {
    let mut head = String::from("+++\n");
    for (key, value) in values(note) {
        if let Some(value) = value {
            writeln!(head, "{key} = {value}").expect("a String takes every text");
        }
    }
    if !note.extra.is_empty() {
        head.push_str(&toml::to_string(&note.extra).expect("what was read as TOML is written as TOML"));
    }
    if !head.ends_with('\n') {
        head.push('\n');
    }
    head.push_str("+++\n");
    head
}

/// The keys of the front matter that this version knows, in the order in which they are written, with their values as TOML;
/// `None` for a key that is not written.
fn values(note: &Note) -> [(&'static str, Option<String>); 9] {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let is_written = note.restricted && !note.extra.contains_key(RESTRICTED);
    [
        ("id", Some(quoted(&note.id.to_string()))),
        ("at", Some(note.at.to_rfc3339())),
        ("edited", note.edited.map(|edited| edited.to_rfc3339())),
        ("author", Some(quoted(&note.author))),
        ("anchor", note.anchor.as_ref().map(|anchor| quoted(&anchor.to_string()))),
        ("item", note.item.as_ref().map(|item| quoted(&item.to_string()))),
        ("session", note.session.map(|session| session.to_string())),
        ("delegation", note.delegation.as_deref().map(quoted)),
        (RESTRICTED, is_written.then(|| true.to_string())),
    ]
}

/// The name a note's file is given: `2023-03-06-1044-E.2-01GTVZ….md`. Reading never depends on it.
#[must_use]
pub fn file_name(note: &Note) -> String {
    named(note, "")
}

/// The file name of a note beside another version of itself: `…-conflict-01GTVZ….md`.
#[must_use]
pub fn conflict_name(note: &Note) -> String {
    named(note, "conflict-")
}

/// The file name of a note of which something was left out for a colleague: `…-shared-01GTVZ….md`.
#[must_use]
pub fn shared_name(note: &Note) -> String {
    named(note, "shared-")
}

fn named(note: &Note, mark: &str) -> String {
    let place = note.anchor.as_ref().map(|anchor| &anchor.address).or(note.item.as_ref());
    let place = place.map(|address| safe(&short_place(address)) + "-").unwrap_or_default();
    format!("{}-{place}{mark}{}.md", note.at.format("%Y-%m-%d-%H%M"), note.id)
}

/// The short name of a place: `E.2` for a next step, `II.A` for a section, `annex-16-a` for the rest.
fn short_place(address: &Address) -> String {
    let joined = |parts: &[&[String]]| parts.concat().join(".");
    let short = match &address.place {
        Place::Step(..) => address.step_name().unwrap_or_default(),
        Place::Steps(path) | Place::Heading(path) => joined(&[path]),
        _ => return address.to_string().replace('/', "-"),
    };
    match (&address.part, short.is_empty()) {
        (_, true) => address.part.to_string(),
        // Section II.A of the body and of the annex differ; sections of the annex have letters.
        (Part::Annex(Some(_)) | Part::Front, false) => format!("{}-{short}", address.part),
        (Part::Body | Part::Annex(None), false) => short,
    }
}

/// At most 40 letters, digits, dots and hyphens, which every file system allows.
fn safe(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' || c == '-' { c } else { '_' };
    name.chars().take(40).map(plain).collect()
}

#[cfg(test)]
mod tests;
