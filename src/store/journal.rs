//! The journal: the text being typed, so that it survives when the program or the machine dies.
//!
//! For each text being typed there is a file, `ID.md`, written without waiting for the disk before the text itself is
//! saved, and removed once it is saved. Its first line is
//! `plenary-journal 1 CHECKSUM BASE [FOLDER [TRIED]]`: the checksum of all that follows, the checksum of the file the text is
//! based on (`-` if there is none), the folder of that file (`notes` if it is not given), and the checksum of an earlier state
//! of the text that was perhaps written to the file. [`Drafts`](crate::store::drafts::Drafts) decides what is written.
//!
//! A file that cannot be read is never removed or replaced. If its text is edited again, it is renamed to
//! `ID.broken-N.md`; every start reports it until the user removes it.

use std::collections::HashMap;
use std::path::Path;

use crate::base::{Error, Id, Result};
use crate::store::rendered::Rendered;
use crate::store::version::Bases;
use crate::store::{WritePath, checksum, file};
use crate::workspace::{Broken, Kind, Note, note};

/// The journal of one workspace.
#[derive(Debug)]
pub struct Journal {
    folder: WritePath,
    /// Checksums of what was last written for the texts being typed.
    open: HashMap<Id, u64>,
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
}

/// What is left in the journal.
#[derive(Debug, Default)]
pub struct Leftovers {
    /// The texts.
    pub notes: Vec<Leftover>,
    /// Files that are not whole or not of this program; they stay where they are.
    pub broken: Vec<Broken>,
}

const MARK: &str = "plenary-journal 1";
/// Longer files are not read (64 MiB): much more than a text may have, because earlier versions had no limit.
const LIMIT: u64 = 64 << 20;
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
        let base = bases.known.map_or("-".to_owned(), |base| format!("{base:016x}"));
        let rest = match (text.note.kind, bases.tried) {
            (Kind::Note, None) => String::new(),
            (kind, None) => format!(" {}", kind.folder()),
            (kind, Some(tried)) => format!(" {} {tried:016x}", kind.folder()),
        };
        let head = format!("{MARK} {:016x} {base}{rest}\n", text.checksum);
        file::folder(&self.folder)?;
        if !self.open.contains_key(&text.note.id) {
            self.set_aside(text.note.id)?;
        }
        file::write_soon(&self.path(text.note.id), &[head.as_bytes(), text.text.as_bytes()])?;
        self.open.insert(text.note.id, text.checksum);
        Ok(())
    }

    /// Checksum of what the journal holds of a text; `None` if it holds nothing of it.
    #[must_use]
    pub fn held(&self, id: Id) -> Option<u64> {
        self.open.get(&id).copied()
    }

    /// The files that are there are no longer ours: another program may have taken them over.
    pub fn disown_all(&mut self) {
        self.open.clear();
    }

    /// Forgets a text: it is saved, or it is not wanted.
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
        let names = (1u32..).map(|nth| self.folder.join(format!("{id}.broken-{nth}{END}")));
        file::move_to(&path, &file::first_free(names)?)
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
                Ok(Ok(Some(leftover))) => left.notes.push(leftover),
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
    /// text is saved.
    pub fn adopt(&mut self, leftover: &Leftover) {
        self.open.insert(leftover.note.id, leftover.checksum);
    }

    /// The file of a text that was left is not ours after all, as its text could not be saved: should another version of the
    /// text be typed, the file is set aside and not replaced.
    pub fn disown(&mut self, id: Id) {
        self.open.remove(&id);
    }

    /// Reads the file of a text; `None` if it is missing.
    fn read(&self, id: Id, shown: &str) -> Result<Option<Leftover>> {
        let torn = || Error::broken("journal-broken").with("file", shown);
        let text = file::text(&self.path(id), LIMIT).map_err(|error| file::shown_as(error, shown))?;
        let Some(text) = text else { return Ok(None) };
        leftover(&text).filter(|leftover| leftover.note.id == id).map(Some).ok_or_else(torn)
    }
}

/// The text of a file of a journal; `None` if it is not whole.
#[must_use]
pub fn note_of(file: &str) -> Option<Note> {
    leftover(file).map(|leftover| leftover.note)
}

fn leftover(file: &str) -> Option<Leftover> {
    let (head, text) = file.split_once('\n')?;
    let mut head = head.strip_prefix(MARK)?.split_whitespace();
    let mut number = || u64::from_str_radix(head.next()?, 16).ok();
    let (checksum, known) = (number()?, number());
    let kind = head.next().map_or(Some(Kind::Note), Kind::from_folder)?;
    let tried = head.next().and_then(|tried| u64::from_str_radix(tried, 16).ok());
    let note = note::read(text).ok().filter(|_| checksum == checksum::of(text.as_bytes()))?;
    Some(Leftover { note: Note { kind, ..note }, bases: Bases { known, tried }, checksum })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use chrono::DateTime;
    use std::borrow::Cow;

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
