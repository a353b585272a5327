//! The journal: the text being typed, so that neither the program's nor the machine's death loses it.
//!
//! For each note being typed there is a file, `ID.md`, written without waiting for the disk before the note
//! itself is saved. It begins with a line that proves it whole and tells which version of the note's file it
//! goes out from, and it goes when the note is saved.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::base::{Error, Id, Result};
use crate::store::{checksum, file};
use crate::workspace::{Broken, Note, note};

/// The journal of one workspace.
#[derive(Debug)]
pub struct Journal {
    folder: PathBuf,
    /// Checksums of what was last written for the notes being typed.
    open: HashMap<Id, u64>,
}

/// What the journal still held from a program that died.
#[derive(Debug, Default)]
pub struct Leftovers {
    /// Each note as it was last typed, with the checksum of the file it went out from.
    pub notes: Vec<(Note, Option<u64>)>,
    /// Files that are not whole; they stay where they are.
    pub broken: Vec<Broken>,
}

const MARK: &str = "plenary-journal 1";
const LIMIT: u64 = 64 << 20;

impl Journal {
    /// The journal in a folder, which need not exist yet.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, open: HashMap::new() }
    }

    /// Writes a note as typed so far, without waiting for the disk; `base` is the checksum of its file.
    ///
    /// # Errors
    /// As [`file::write_soon`].
    pub fn write(&mut self, note: &Note, base: Option<u64>) -> Result<()> {
        let (text, sum) = framed(note, base);
        file::folder(&self.folder)?;
        file::write_soon(&self.path(note.id), text.as_bytes())?;
        self.open.insert(note.id, sum);
        Ok(())
    }

    /// Whether the journal holds this note, but in another version.
    #[must_use]
    pub fn is_behind(&self, note: &Note, base: Option<u64>) -> bool {
        self.open.get(&note.id).is_some_and(|sum| *sum != framed(note, base).1)
    }

    /// The notes being typed.
    pub fn typed(&self) -> impl Iterator<Item = Id> {
        self.open.keys().copied()
    }

    /// Forgets a note: it is saved, or nobody wants it.
    ///
    /// # Errors
    /// As [`file::remove`].
    pub fn clear(&mut self, id: Id) -> Result<()> {
        if self.open.remove(&id).is_some() {
            file::remove(&self.path(id))?;
        }
        Ok(())
    }

    fn path(&self, id: Id) -> PathBuf {
        self.folder.join(format!("{id}.md"))
    }

    /// What a program that died has left. It stays in the journal until the notes are saved or cleared.
    pub fn leftovers(&mut self) -> Leftovers {
        let mut left = Leftovers::default();
        let names = file::names(&self.folder).unwrap_or_else(|error| {
            left.broken.push(Broken { file: ".journal".to_owned(), error });
            Vec::new()
        });
        let stem = |name: &std::ffi::OsString| name.to_str()?.strip_suffix(".md")?.parse::<Id>().ok();
        for id in names.iter().filter_map(stem) {
            match self.read(id) {
                Ok((note, base)) => {
                    self.open.insert(id, framed(&note, base).1);
                    left.notes.push((note, base));
                }
                Err(error) => left.broken.push(Broken { file: format!(".journal/{id}.md"), error }),
            }
        }
        left
    }

    fn read(&self, id: Id) -> Result<(Note, Option<u64>)> {
        let shown = format!(".journal/{id}.md");
        let torn = || Error::broken("journal-broken").with("file", &shown);
        let told = |error| file::told_as(error, &shown);
        let text = file::text(&self.path(id), LIMIT).map_err(told)?.ok_or_else(torn)?;
        let (head, text) = text.split_once('\n').ok_or_else(torn)?;
        let mut head = head.strip_prefix(MARK).ok_or_else(torn)?.split_whitespace();
        let mut number = || u64::from_str_radix(head.next()?, 16).ok();
        let (sum, base) = (number().ok_or_else(torn)?, number());
        if sum != checksum::of(text.as_bytes()) {
            return Err(torn());
        }
        let note = note::read(text).map_err(|error| error.with("file", &shown))?;
        if note.id == id { Ok((note, base)) } else { Err(torn()) }
    }
}

/// The text of a journal file, and the checksum that proves it whole.
fn framed(note: &Note, base: Option<u64>) -> (String, u64) {
    let text = note::write(note);
    let sum = checksum::of(text.as_bytes());
    let base = base.map_or("-".to_owned(), |base| format!("{base:016x}"));
    (format!("{MARK} {sum:016x} {base}\n{text}"), sum)
}
