//! Stored documents changed in their place, or put into the trash.

use super::{Catalogue, HeldDocument, TRASH, corrections};
use crate::base::{Error, Result};
use crate::model::{Document, Language, Symbol};
use crate::store::{document, file};

impl Catalogue {
    /// The stored document with a symbol and a language, or the bundled one; `None` if it cannot be read.
    #[must_use]
    pub fn document(&self, symbol: &Symbol, language: Language) -> Option<Document> {
        self.latest(symbol, language).and_then(HeldDocument::read).map(|version| version.document)
    }

    /// Removes a document of the workspace: its file and its corrections go to the trash.
    ///
    /// # Errors
    /// `document-not-imported` (`symbol`, `language`) if the workspace has no file of it. Otherwise when the folder cannot be
    /// written.
    pub fn remove(&mut self, symbol: &Symbol, language: Language) -> Result<()> {
        let is_own = |held: &mut HeldDocument| {
            held.symbol == *symbol && held.language == language && held.path.is_some()
        };
        let gone: Vec<HeldDocument> = self.held.extract_if(.., is_own).collect();
        if gone.is_empty() {
            return Err(Error::not_found("document-not-imported")
                .with("symbol", symbol)
                .with("language", language));
        }
        file::folder(&self.folder.join(TRASH))?;
        let files = corrections::files(&self.folder, symbol, language)?;
        for path in gone.into_iter().filter_map(|held| held.path).chain(files) {
            file::move_to(&path, &self.free_in_trash(&path)?)?;
        }
        Ok(())
    }

    /// Writes a document in the place of another form of it, and keeps its source. If it has another symbol now, the file
    /// under the old one goes to the trash.
    ///
    /// # Errors
    /// `document-symbol-taken` (`symbol`, `language`) if it has another symbol now, which is that of a document in the library.
    /// Otherwise when the folder cannot be written.
    pub fn rewrite(&mut self, before: &Document, after: &Document) -> Result<()> {
        let is_renamed = before.symbol != after.symbol;
        if is_renamed && self.latest(&after.symbol, after.language).is_some() {
            return Err(Error::wrong_use("document-symbol-taken")
                .with("symbol", &after.symbol)
                .with("language", after.language));
        }
        let old = self.latest(&before.symbol, before.language);
        let source = old.and_then(HeldDocument::read).and_then(|version| version.source);
        let old = old.and_then(|old| old.path.clone());
        file::folder(&self.folder)?;
        let path = self.folder.join(format!("{}.{}.toml", after.symbol.file_stem(), after.language));
        file::write(&path, document::to_toml(after, source.as_ref()).as_bytes())?;
        if let Some(old) = old.filter(|old| **old != *path) {
            file::folder(&self.folder.join(TRASH))?;
            file::move_to(&old, &self.free_in_trash(&old)?)?;
        }
        Ok(())
    }
}
