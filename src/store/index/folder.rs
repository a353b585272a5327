//! The index of documents in the cache folder of a workspace: opened as it is, brought up to date by the seals of the files, made
//! again if it is damaged.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::store::{Compressor, ZstdCompressor};
use tantivy::{Index, IndexReader, IndexSettings, IndexWriter, TantivyDocument, TantivyError, Term};

use crate::base::{Error, Result, Watch};
use crate::model::Document;
use crate::store::cache::{self, FileSeal};
use crate::store::index::reading::{IndexView, KeptParts};
use crate::store::index::schema::Fields;
use crate::store::index::sources::{self, DocumentSources, Indexed, IndexedSource, owners};
use crate::store::index::tokens::tokenizers;
use crate::store::index::{entries, reader};
use crate::store::{Places, WritePath, bundled, document, file};

/// The folder of the index in the cache folder of a workspace. The form of the index changes with the version of the schema and
/// with that of the library that writes it.
const FOLDER: &str = "index-4-tantivy-0.27";

/// How the folder names of all versions begin.
const FOLDERS: &str = "index-";

/// Memory for indexing, for all threads together.
const MEMORY_BYTES: usize = 96 << 20;
const THREADS: usize = 2;

/// Bytes of texts that are compressed together, and how much (3 is the usual level).
const BLOCK_BYTES: usize = 16 << 10;
const LEVEL: i32 = 9;

/// Longer files are not documents (64 MiB).
const LIMIT: u64 = 64 << 20;

/// How the index is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexState {
    /// In the cache folder.
    Kept,
    /// In the cache folder, but another program is writing it: it may lag behind.
    Locked,
    /// In memory, because the cache folder cannot be written.
    Memory,
}

/// An index of documents. A clone is the same index.
#[derive(Clone)]
pub struct DocumentIndex {
    fields: Fields,
    index: Index,
    reader: IndexReader,
    kept: Arc<KeptParts>,
    state: IndexState,
    /// Where it is kept.
    folder: PathBuf,
    workspace: PathBuf,
}

/// What the library of the index returns.
type Tried<T> = std::result::Result<T, TantivyError>;

fn refused(error: TantivyError) -> Error {
    Error::broken("search-index").with("what", error.to_string())
}

impl DocumentIndex {
    /// Opens the index of a workspace as it is: perhaps empty, perhaps behind the files. One that is damaged is made again.
    ///
    /// # Errors
    /// `search-index` (`what`), only if not even an index in memory can be made.
    pub fn open(places: &Places, workspace: &Path) -> Result<Self> {
        let folder = cache::folder(places, workspace);
        let kept = kept(&folder);
        let (index, reader, state) = match kept {
            Ok((index, reader)) => (index, reader, IndexState::Kept),
            Err(_) => {
                let builder = Index::builder().schema(Fields::new().schema).settings(settings());
                let mut index = builder.create_in_ram().map_err(refused)?;
                index.set_tokenizers(tokenizers());
                let reader = reader(&index).map_err(refused)?;
                (index, reader, IndexState::Memory)
            }
        };
        Ok(Self {
            fields: Fields::new(),
            index,
            reader,
            kept: Arc::default(),
            state,
            folder: folder.join(FOLDER),
            workspace: workspace.to_owned(),
        })
    }

    /// How it is kept.
    #[must_use]
    pub fn state(&self) -> IndexState {
        self.state
    }

    pub(super) fn view(&self) -> IndexView {
        IndexView::new(&self.fields, self.reader.searcher(), &self.kept)
    }

    /// Whether it has the documents as they are now. This asks for the state of each of their files.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.payload().is_some_and(|payload| mark_of(&payload) == DocumentSources::of(&self.workspace).mark())
    }

    /// Whether its files are as they were written. This reads all of them, one after the other, and through an index of its own: what
    /// the one that is searched has in memory is only what searches need.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let is_whole = |index: &Index| index.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
        match self.state {
            IndexState::Memory => is_whole(&self.index),
            IndexState::Kept | IndexState::Locked => {
                Index::open_in_dir(&self.folder).is_ok_and(|own| is_whole(&own))
            }
        }
    }

    /// An empty index in its place.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn made_again(self, places: &Places) -> Result<Self> {
        if self.state != IndexState::Memory {
            empty(&cache::folder(places, &self.workspace).join(FOLDER));
        }
        Self::open(places, &self.workspace)
    }

    /// Brings it up to date; `None` if it was stopped, and then it stays as it was. If another program is doing this, it only
    /// takes over what that program has done.
    ///
    /// # Errors
    /// `search-index` (`what`) if the index can neither be read nor written.
    pub fn update(&mut self, watch: &impl Watch) -> Result<Option<()>> {
        self.try_update(watch).map_err(refused)
    }

    fn try_update(&mut self, watch: &impl Watch) -> Tried<Option<()>> {
        let mut writer: IndexWriter = match self.index.writer_with_num_threads(THREADS, MEMORY_BYTES) {
            Ok(writer) => writer,
            Err(TantivyError::LockFailure(..)) => {
                self.state = if self.state == IndexState::Memory { self.state } else { IndexState::Locked };
                self.reader.reload()?;
                return Ok(Some(()));
            }
            Err(error) => return Err(error),
        };
        if self.state == IndexState::Locked {
            self.state = IndexState::Kept;
        }
        let found = DocumentSources::of(&self.workspace);
        let Some(indexed) = self.write(&writer, &found, watch)? else {
            writer.rollback()?;
            return Ok(None);
        };
        let mark = found.mark();
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&self.keep_list(&mark, &indexed));
        commit.commit()?;
        writer.wait_merging_threads()?;
        self.reader.reload()?;
        if self.state != IndexState::Memory {
            sources::remove_others(&self.folder, &mark);
        }
        Ok(Some(()))
    }

    /// The mark of the sources that were indexed last, and after it, on a line of its own, their list if it is in no file.
    fn payload(&self) -> Option<String> {
        self.index.load_metas().ok().and_then(|metas| metas.payload)
    }

    /// Writes the list of the sources; returns the payload that names it. The list is in a file of its own, because the payload is
    /// read each time the index is opened.
    fn keep_list(&self, mark: &str, indexed: &Indexed) -> String {
        let is_kept = self.state != IndexState::Memory && sources::keep(&self.folder, mark, indexed).is_ok();
        if is_kept {
            mark.to_owned()
        } else {
            format!("{mark}\n{}", serde_json::to_string(indexed).unwrap_or_default())
        }
    }

    /// What is indexed; `None` if that is not known.
    fn indexed(&self) -> Option<Indexed> {
        let payload = self.payload()?;
        match payload.split_once('\n') {
            Some((_, list)) => serde_json::from_str(list).ok(),
            None => sources::list(&self.folder, &payload),
        }
    }

    /// Writes what has changed; `None` if it was stopped.
    fn write(
        &self,
        writer: &IndexWriter,
        sources: &DocumentSources,
        watch: &impl Watch,
    ) -> Tried<Option<Indexed>> {
        let before = match self.indexed() {
            Some(before) => before,
            None => {
                writer.delete_all_documents()?;
                Indexed::new()
            }
        };
        let found = &sources.0;
        let is_same =
            |name: &String, seal: &FileSeal| before.get(name).is_some_and(|known| known.seal == *seal);
        let mut now: Indexed = found
            .iter()
            .filter(|(name, seal)| is_same(name, seal))
            .filter_map(|(name, _)| {
                before.get_key_value(name).map(|(name, known)| (name.clone(), known.clone()))
            })
            .collect();
        let changed: Vec<(&String, &FileSeal)> =
            found.iter().filter(|(name, seal)| !is_same(name, seal)).collect();
        let mut written: HashSet<String> = HashSet::new();
        for (done, (name, seal)) in changed.iter().enumerate() {
            if !watch.continues(done, changed.len()) {
                return Ok(None);
            }
            let document = self.document(name);
            let key = document.as_ref().map(key).unwrap_or_default();
            let is_replaced = now.range::<String, _>((*name).clone()..).any(|(_, later)| later.key == key);
            if let Some(document) = document.filter(|_| !is_replaced) {
                self.replace(writer, &key, Some(&document))?;
                written.insert(key.clone());
            }
            now.insert((*name).clone(), IndexedSource { seal: **seal, key });
        }
        for (key, name) in owners(&before) {
            let owner = owners(&now).remove(&key);
            match owner {
                None => self.replace(writer, &key, None)?,
                // A document comes to light again that another one of the same symbol had replaced.
                Some(owner) if owner != name && !written.contains(&key) => {
                    self.replace(writer, &key, self.document(&owner).as_ref())?;
                }
                Some(_) => {}
            }
        }
        Ok(Some(now))
    }

    fn replace(&self, writer: &IndexWriter, key: &str, document: Option<&Document>) -> Tried<()> {
        writer.delete_term(Term::from_field_text(self.fields.group, key));
        for entry in document.into_iter().flat_map(entries::of_document) {
            let entry: TantivyDocument = self.fields.write(key, &entry);
            writer.add_document(entry)?;
        }
        Ok(())
    }

    fn document(&self, name: &str) -> Option<Document> {
        if let Some(name) = name.strip_prefix(' ') {
            let (_, form) = bundled::forms().iter().find(|(known, _)| *known == name)?;
            return document::from_toml(form, name).ok();
        }
        let text = file::text(&self.workspace.join("documents").join(name), LIMIT).ok()??;
        document::from_toml(&text, name).ok()
    }
}

fn key(document: &Document) -> String {
    format!("{} {}", document.symbol, document.language)
}

/// The mark of the sources in a payload.
fn mark_of(payload: &str) -> &str {
    payload.split_once('\n').map_or(payload, |(mark, _)| mark)
}

/// The index in a cache folder, made again if it cannot be opened.
fn kept(cache: &Path) -> Tried<(Index, IndexReader)> {
    let folder = cache.join(FOLDER);
    if let Ok(opened) = opened(&folder) {
        return Ok(opened);
    }
    for name in file::names(cache).unwrap_or_default() {
        if name.to_string_lossy().starts_with(FOLDERS) {
            empty(&cache.join(name));
        }
    }
    file::folder(WritePath::of_user(&folder))
        .map_err(|error| TantivyError::SystemError(error.to_string()))?;
    Index::builder().schema(Fields::new().schema).settings(settings()).create_in_dir(&folder)?;
    opened(&folder)
}

/// How the texts are kept: in blocks large enough to be small, and small enough to be read for a single entry.
fn settings() -> IndexSettings {
    let compressor = ZstdCompressor { compression_level: Some(LEVEL) };
    IndexSettings {
        docstore_compression: Compressor::Zstd(compressor),
        docstore_blocksize: BLOCK_BYTES,
        ..IndexSettings::default()
    }
}

fn opened(folder: &Path) -> Tried<(Index, IndexReader)> {
    let mut index = Index::open_in_dir(folder)?;
    index.set_tokenizers(tokenizers());
    if index.schema() != Fields::new().schema {
        return Err(TantivyError::SchemaError(FOLDER.to_owned()));
    }
    let reader = reader(&index)?;
    Ok((index, reader))
}

/// Removes the files of an index that cannot be used. What cannot be removed stays.
fn empty(folder: &Path) {
    for name in file::names(folder).unwrap_or_default() {
        let _ = file::remove(WritePath::of_user(folder.join(name)));
    }
}
