//! The journal: the text being typed, so that it survives when the program or the machine dies.
//!
//! For each text being typed there is a file, `ID.md`, written without waiting for the disk before the text itself is
//! saved, and removed once it is saved. Each state of the text is a record (`record.rs`) at the end of the file: to replace a
//! file, ext4 and its like first send the new one to the disk, which takes long while other programs keep the disk busy.
//! [`Drafts`](crate::store::drafts::Drafts) decides what is written.
//!
//! A file that cannot be read is never removed or replaced. If its text is edited again, it is renamed to
//! `ID.broken-N.md`; every start reports it until the user removes it. A file that ends with a part of a state is copied there.

use std::collections::HashMap;
use std::path::Path;

use crate::base::{Error, Id, Result};
use crate::store::growing::{Growing, GrowthLimit};
use crate::store::rendered::Rendered;
use crate::store::version::Bases;
use crate::store::{WritePath, file};
use crate::workspace::{Broken, Note};

pub(super) mod record;

/// The journal of one workspace.
#[derive(Debug)]
pub struct Journal {
    folder: WritePath,
    /// What was last written for the texts being typed.
    open: HashMap<Id, JournalText>,
}

/// What the file of a text holds.
#[derive(Debug)]
struct JournalText {
    checksum: u64,
    /// The file, if this program wrote it last; `None` if the next record must begin it again.
    growing: Option<Growing>,
}

/// A text that a program which died has left in the journal.
#[derive(Debug)]
pub struct Leftover {
    /// The text as it was last typed.
    pub note: Note,
    /// The versions of its file that it may replace.
    pub bases: Bases,
    /// Checksum of the text in the journal.
    checksum: u64,
    /// The bytes of its file, if they end with a part of a later state that this text does not begin with.
    torn: Option<Vec<u8>>,
}

/// What is left in the journal.
#[derive(Debug, Default)]
pub struct Leftovers {
    /// The texts.
    pub notes: Vec<Leftover>,
    /// Files that are not whole or not of this program; they stay where they are.
    pub broken: Vec<Broken>,
}

/// Longer files are not read (64 MiB): much more than a text may have, because earlier versions had no limit.
const LIMIT: u64 = 64 << 20;
/// A file is begun again rather than made longer than this (4 MiB), or than this many times its newest record.
const LONG: GrowthLimit = GrowthLimit { bytes: 4 << 20, times: 4 };
const END: &str = ".md";

impl Journal {
    /// The journal in a folder, which need not exist yet.
    #[must_use]
    pub fn new(folder: impl Into<WritePath>) -> Self {
        Self { folder: folder.into(), open: HashMap::new() }
    }

    /// Writes a text as typed so far, without waiting for the disk; `bases` are the versions of its file it may replace.
    ///
    /// # Errors
    /// As [`file::write_soon`], and [`file::move_to`] if there is a file of this text that could not be read.
    pub fn write(&mut self, text: &Rendered<'_>, bases: Bases) -> Result<()> {
        let head = record::head(text, bases);
        let parts = [head.as_bytes(), text.text.as_bytes()];
        file::folder(&self.folder)?;
        let (id, path) = (text.note.id, self.path(text.note.id));
        if !self.open.contains_key(&id) {
            self.set_aside(id)?;
        }
        let growing = self.open.get_mut(&id).and_then(|held| held.growing.take());
        let added = growing.map_or(Ok(None), |growing| growing.add(&path, &parts, LONG))?;
        let growing = match added {
            Some(growing) => growing,
            None => Growing::begin(&path, &parts)?,
        };
        self.open.insert(id, JournalText { checksum: text.checksum, growing: Some(growing) });
        Ok(())
    }

    /// Checksum of what the journal holds of a text; `None` if it holds nothing of it.
    #[must_use]
    pub fn held(&self, id: Id) -> Option<u64> {
        self.open.get(&id).map(|held| held.checksum)
    }

    /// The files that are there are no longer ours: another program may have taken them over.
    pub fn disown_all(&mut self) {
        self.open.clear();
    }

    /// Removes a text: it is saved, or it is not wanted.
    ///
    /// # Errors
    /// As [`file::remove`].
    pub fn clear(&mut self, id: Id) -> Result<()> {
        if self.open.contains_key(&id) {
            file::remove(&self.path(id))?;
            // Only now: a file that could not be removed is still ours, not one that somebody left.
            self.open.remove(&id);
        }
        Ok(())
    }

    fn path(&self, id: Id) -> WritePath {
        self.folder.join(format!("{id}{END}"))
    }

    /// Gives a file of this text that is not ours another name, under which it is reported at each start.
    fn set_aside(&self, id: Id) -> Result<()> {
        let path = self.path(id);
        if !file::exists(&path) {
            return Ok(());
        }
        file::move_to(&path, &file::first_free(self.names_aside(id))?)
    }

    /// The names under which a file of this text can be set aside.
    fn names_aside(&self, id: Id) -> impl Iterator<Item = WritePath> {
        (1u32..).map(move |nth| self.folder.join(format!("{id}.broken-{nth}{END}")))
    }

    /// What a program that died has left. Nothing is changed.
    #[must_use]
    pub fn leftovers(&self) -> Leftovers {
        let mut left = Leftovers::default();
        let names = file::names(&self.folder).unwrap_or_else(|error| {
            left.broken
                .push(Broken { file: ".journal".to_owned(), error: file::shown_as(error, ".journal") });
            Vec::new()
        });
        for name in names {
            let shown = format!(".journal/{}", file::shown(Path::new(&name)));
            let Some(stem) = name.to_str().and_then(|name| name.strip_suffix(END)) else { continue };
            match stem.parse().map(|id| self.read(id, &shown)) {
                Ok(Ok(Some(leftover))) => {
                    if leftover.torn.is_some() {
                        let error = Error::broken("journal-torn").with("file", &shown);
                        left.broken.push(Broken { file: shown, error });
                    }
                    left.notes.push(leftover);
                }
                // Its program has saved it in the meantime.
                Ok(Ok(None)) => {}
                Ok(Err(error)) => left.broken.push(Broken { file: shown, error }),
                Err(()) => {
                    let error = Error::broken("journal-kept").with("file", &shown);
                    left.broken.push(Broken { file: shown, error });
                }
            }
        }
        left
    }

    /// The file of a text that was left is ours from now on: it is replaced when the text changes, and removed once the
    /// text is saved. A part of a later state is first copied to a file of its own; if that is not possible, the file stays
    /// as it is.
    pub fn adopt(&mut self, leftover: &Leftover) {
        let kept = leftover.torn.as_ref().map_or(Ok(()), |torn| {
            let names = self.names_aside(leftover.note.id);
            file::first_free(names).and_then(|path| file::write_soon(path, &[torn]))
        });
        if kept.is_err() {
            return;
        }
        self.open.insert(leftover.note.id, JournalText { checksum: leftover.checksum, growing: None });
    }

    /// The file of a text that was left is not ours after all, as its text could not be saved: should another version of the
    /// text be typed, the file is set aside and not replaced.
    pub fn disown(&mut self, id: Id) {
        self.open.remove(&id);
    }

    /// Reads the file of a text; `None` if it is missing.
    fn read(&self, id: Id, shown: &str) -> Result<Option<Leftover>> {
        let torn = || Error::broken("journal-broken").with("file", shown);
        let bytes = file::bytes(&self.path(id), LIMIT).map_err(|error| file::shown_as(error, shown))?;
        let Some(bytes) = bytes else { return Ok(None) };
        record::newest(&bytes).filter(|leftover| leftover.note.id == id).map(Some).ok_or_else(torn)
    }
}

/// The newest text in the bytes of a file of a journal; `None` if there is no whole one.
#[must_use]
pub fn note_of(file: &[u8]) -> Option<Note> {
    record::newest(file).map(|leftover| leftover.note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use crate::workspace::Kind;
    use chrono::DateTime;
    use std::borrow::Cow;

    #[test]
    fn the_file_of_a_text_does_not_grow_without_end_and_its_newest_state_is_read() {
        let home = tempfile::tempdir().unwrap();
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
        let mut note = Note::new(&Now::new(instant, [1; 10]), "roy", "SG : ".repeat(40_000));
        let mut journal = Journal::new(home.path());
        let mut longest = 0;
        for key in 0..60 {
            note.text.push('x');
            journal.write(&Rendered::of(Cow::Borrowed(&note)), Bases::default()).unwrap();
            let file = home.path().join(format!("{}.md", note.id));
            longest = longest.max(std::fs::metadata(file).unwrap().len());
            let left = Journal::new(home.path()).leftovers().notes;
            assert_eq!(left.iter().map(|left| &left.note).collect::<Vec<_>>(), [&note], "after key {key}");
        }
        assert!(longest > LONG.bytes / 2 && longest <= LONG.bytes, "{longest} bytes");
    }

    #[test]
    fn a_text_of_every_kind_comes_back_with_what_it_was_based_on() {
        let home = tempfile::tempdir().unwrap();
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
        let checksums = [None, Some(7), Some(u64::MAX)];
        for kind in Kind::ALL {
            for (known, tried) in
                checksums.into_iter().flat_map(|known| checksums.map(|tried| (known, tried)))
            {
                let bases = Bases { known, tried };
                let folder = home.path().join(kind.folder());
                let note = Note { kind, ..Note::new(&Now::new(instant, [1; 10]), "roy", "half a wo") };
                let mut journal = Journal::new(&folder);
                journal.write(&Rendered::of(Cow::Borrowed(&note)), bases).unwrap();
                let mut left = Journal::new(&folder).leftovers();
                let leftover = left.notes.pop().unwrap();
                assert_eq!((&leftover.note, leftover.bases, left.broken), (&note, bases, Vec::new()));
                journal.clear(note.id).unwrap();
            }
        }
    }
}
