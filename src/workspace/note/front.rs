//! The front matter of a note as it was written: only the values that changed are replaced.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::workspace::Note;
use crate::workspace::note::{self, from_table};

/// A part of the front matter to be replaced.
struct FrontChange {
    place: Range<usize>,
    by: String,
}

/// The front matter with the values of a note: what has not changed stays as it is written, with its comments. `None` if that
/// cannot be done.
pub(super) fn edited(front: &str, note: &Note, line_end: &str) -> Option<String> {
    let there = from_table(front.parse().ok()?, front).ok()?;
    let mut text = front.to_owned();
    // From the end, so that the places before stay valid.
    for change in changes(front, &there, note, line_end)?.into_iter().rev() {
        text.replace_range(change.place, &change.by);
    }
    let made = from_table(text.parse().ok()?, &text).ok()?;
    let is_right = note::values(&made) == note::values(note) && made.extra == note.extra;
    is_right.then_some(text)
}

/// What must change in the front matter of the note `there` to be that of another, in order of place.
fn changes(front: &str, there: &Note, note: &Note, line_end: &str) -> Option<Vec<FrontChange>> {
    let table = DeTable::parse(front).ok()?;
    let mut changes = Vec::new();
    // Where a key that is not there yet is inserted: after the one before it.
    let mut after = 0;
    let values = note::values(note);
    for ((key, old), (_, new)) in note::values(there).into_iter().zip(values.clone()) {
        let found = table.get_ref().iter().find(|(name, _)| name.get_ref() == key);
        let place = found.map(|(name, value)| (name.span(), value.span()));
        match (place, new) {
            (Some((_, value)), new) if new == old => after = line_after(front, value.end),
            (Some((_, value)), Some(by)) => {
                after = line_after(front, value.end);
                changes.push(FrontChange { place: value, by });
            }
            (Some((name, value)), None) => {
                changes.push(FrontChange { place: removed(front, name.start, value.end), by: String::new() });
            }
            (None, Some(value)) if old.as_ref() != Some(&value) => {
                let by = format!("{key} = {value}{line_end}");
                changes.push(FrontChange { place: after..after, by });
            }
            (None, _) => {}
        }
    }
    let names = values.map(|(key, value)| (key, value.is_some()));
    let is_written = |key: &str| names.contains(&(key, true));
    let mut others = Others { front, line_end, changes };
    others.compare(table.get_ref(), &there.extra, &note.extra, after, &is_written);
    let mut changes = others.changes;
    // A key after another one may be written before it. What is inserted before something removed comes first.
    changes.sort_by_key(|change| (change.place.start, change.place.end));
    Some(joined(changes))
}

/// The keys that the program keeps without knowing them, and those of positions and other kinds of text.
struct Others<'a> {
    front: &'a str,
    line_end: &'a str,
    changes: Vec<FrontChange>,
}

impl Others<'_> {
    /// Adds what must change in a table that is read as `from` to be read as `to`. New keys are inserted at `new_at`;
    /// `is_written` names the keys that are written already.
    fn compare(
        &mut self,
        table: &DeTable<'_>,
        from: &toml::Table,
        to: &toml::Table,
        new_at: usize,
        is_written: &dyn Fn(&str) -> bool,
    ) {
        for (name, place) in table {
            let key: &str = name.get_ref();
            match (from.get(key), to.get(key)) {
                (Some(old), Some(new)) if old != new => self.replace(place, old, new),
                (Some(_), None) if !is_written(key) => {
                    let place = removed(self.front, name.span().start, place.span().end);
                    self.changes.push(FrontChange { place, by: String::new() });
                }
                _ => {}
            }
        }
        for (key, value) in to.iter().filter(|(key, _)| !from.contains_key(*key)) {
            let by = format!("{} = {value}{}", written_key(key), self.line_end);
            self.changes.push(FrontChange { place: new_at..new_at, by });
        }
    }

    /// Replaces a value; of a table with a header of its own, only the values in it that differ.
    fn replace(&mut self, place: &Spanned<DeValue<'_>>, old: &toml::Value, new: &toml::Value) {
        let span = place.span();
        let is_inline = self.front[span.clone()].starts_with('{');
        match (place.get_ref(), old, new) {
            (DeValue::Table(table), toml::Value::Table(old), toml::Value::Table(new)) if !is_inline => {
                let last = table.iter().map(|(_, value)| value.span().end).max().unwrap_or(span.end);
                self.compare(table, old, new, line_after(self.front, last), &|_| false);
            }
            _ => self.changes.push(FrontChange { place: span, by: new.to_string() }),
        }
    }
}

/// A key as TOML writes it.
fn written_key(key: &str) -> String {
    let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let bare = !key.is_empty() && key.chars().all(is_bare);
    if bare { key.to_owned() } else { toml::Value::String(key.to_owned()).to_string() }
}

/// Changes at one place as one change.
fn joined(changes: Vec<FrontChange>) -> Vec<FrontChange> {
    let mut joined: Vec<FrontChange> = Vec::with_capacity(changes.len());
    for change in changes {
        match joined.last_mut().filter(|last| last.place == change.place) {
            Some(last) => last.by.push_str(&change.by),
            None => joined.push(change),
        }
    }
    joined
}

/// The start of the line after a place.
fn line_after(front: &str, at: usize) -> usize {
    front[at..].find('\n').map_or(front.len(), |end| at + end + 1)
}

/// What is removed with a key and its value: the whole line, or all but the comment after them.
fn removed(front: &str, start: usize, end: usize) -> Range<usize> {
    let line = line_after(front, end);
    let rest = &front[end..line];
    match rest.find(|c: char| !c.is_whitespace()) {
        Some(comment) => start..end + comment,
        None => front[..start].rfind('\n').map_or(0, |at| at + 1)..line,
    }
}
