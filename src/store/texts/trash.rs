//! The trash of a folder of texts: what is removed goes there, and comes back from there.

use crate::base::{Id, Now, Result};
use crate::store::rendered::Rendered;
use crate::store::texts::{BeforeWriting, TextFile, Texts};
use crate::store::version::{Disk, Verdict, Version};
use crate::store::{WritePath, file};
use crate::workspace::Saved;

const TRASH: &str = ".trash";

impl Texts {
    /// Moves the file of a text, which has its [`Self::current_id`], to the trash inside the folder. What lies there then is
    /// the text as it is given, unless it is blank. If another program has changed the file, the file stays, and only our
    /// version goes to the trash.
    ///
    /// # Errors
    /// As [`file::write`] and [`file::move_into`]; those of `before`.
    pub fn trash(&mut self, ours: &Rendered<'_>, now: &Now, before: BeforeWriting<'_>) -> Result<Saved> {
        let (found, verdict) = self.looked_up(ours)?;
        match verdict {
            // The file now holds what another program wrote.
            Verdict::Conflict => {
                return self.beside_theirs(&ours.note, found, now, before, Self::write_to_trash);
            }
            Verdict::Write if found.disk() == Disk::Missing => {
                let held = TextFile { name: found.name, version: Version::wrote(ours.checksum) };
                self.write_to_trash(ours, held)?;
            }
            Verdict::Write if is_blank(ours) => {
                let held = TextFile { name: found.name, version: self.version(ours.note.id) };
                self.move_to_trash(ours.note.id, held)?;
            }
            Verdict::Write => {
                self.replace(ours, &found, before)?;
                let held = TextFile { name: found.name, version: Version::wrote(ours.checksum) };
                self.move_to_trash(ours.note.id, held)?;
            }
            Verdict::Same => {
                let version = self.version_of_same(ours, &found);
                self.move_to_trash(ours.note.id, TextFile { name: found.name, version })?;
            }
        }
        self.held.remove(&ours.note.id);
        Ok(Saved::Written)
    }

    fn move_to_trash(&mut self, id: Id, held: TextFile) -> Result<()> {
        let trash = self.trash_folder();
        // It is what the file holds by now, even if it then cannot be moved.
        self.held.insert(id, held.clone());
        file::folder(&trash)?;
        let there = file::move_into(&self.folder.join(&held.name), &trash)?;
        self.trashed.insert(id, (there, held));
        Ok(())
    }

    /// Writes a text to the trash, as if its file had been moved there; nothing if it is blank.
    fn write_to_trash(&mut self, text: &Rendered<'_>, held: TextFile) -> Result<()> {
        if is_blank(text) {
            return Ok(());
        }
        let trash = self.trash_folder();
        file::folder(&trash)?;
        let there = file::free_name(&trash, &held.name)?;
        file::write(&there, text.text.as_bytes())?;
        self.trashed.insert(text.note.id, (there, held));
        Ok(())
    }

    fn trash_folder(&self) -> WritePath {
        self.folder.join(TRASH)
    }

    /// Moves the file of a text, which has its [`Self::current_id`], back from the trash, if it is there and its name is
    /// still free.
    pub fn take_from_trash(&mut self, id: Id) {
        if let Some((there, held)) = self.trashed.get(&id)
            && !file::exists(&self.folder.join(&held.name))
            && file::move_to(there, &self.folder.join(&held.name)).is_ok()
            && let Some((_, held)) = self.trashed.remove(&id)
        {
            self.held.insert(id, held);
        }
    }
}

fn is_blank(text: &Rendered<'_>) -> bool {
    text.note.text.trim().is_empty()
}
