//! Reads all that the files of a workspace hold. It needs no lock, changes nothing, and can be stopped.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::base::checksum;
use crate::base::{Error, Id, Result, Unwatched, Watch};
use crate::store::cache::FileSeal;
use crate::store::parallel::in_shares;
use crate::store::{disk, file, log};
use crate::workspace::{Broken, Contents, Kind, Note, Notebook, SeenFile, Tracker, note};

mod changes;

use changes::ChangedNotes;
pub use changes::ShownFiles;

/// Longer files are not texts of the delegate: room for the longest text with Windows line ends, and for 1 MiB of front
/// matter.
pub const LIMIT: u64 = 2 * note::TEXT_LIMIT as u64 + (1 << 20);
/// The folder of the logs.
pub const TRACKER: &str = "tracker";

/// The folder of the drafts.
pub const JOURNAL: &str = ".journal";
/// The folder of removed texts in that of their kind.
const TRASH: &str = ".trash";

/// More notes are read after the first frame.
const MOST_READ_FIRST: usize = if cfg!(test) { 8 } else { 4_096 };
/// After so many files somebody who watches is asked whether to continue.
const PART: usize = 4_096;
/// A file that was changed so shortly before the last change in its folder may have been changed again within one step of the clock of
/// the file system; the second one where that counts whole seconds.
const STEP: Duration = Duration::from_millis(100);
const LONG_STEP: Duration = Duration::from_secs(3);
/// Fewer files are not worth a thread of their own. A test that makes the disk fail does it in one thread, and has fewer.
const LEAST_SHARE: usize = 256;

/// What the files of a workspace hold.
#[derive(Debug)]
pub struct Loaded {
    /// Texts of every kind and the tracker.
    pub contents: Contents,
    /// If only the notes are in `contents` that have changed since they were shown: those that are gone.
    pub gone: Option<Vec<Id>>,
    /// The files of the texts.
    pub files: Arc<[SeenFile]>,
    /// Lines of logs that could not be read.
    pub broken: Vec<Broken>,
}

/// Reads a workspace; `None` if the watcher stops it.
pub fn read(root: &Path, watch: &impl Watch) -> Option<Loaded> {
    read_folders(root, Kind::ALL.map(|kind| KindFolder::list(root, kind)), watch)
}

/// Reads a workspace again, of its notes only those that have changed since they were shown; all of them if that is not known.
/// `None` if the watcher stops it.
pub fn read_again(root: &Path, shown: &ShownFiles, watch: &impl Watch) -> Option<Loaded> {
    if shown.files.iter().all(|file| file.kind != Kind::Note) {
        return read(root, watch);
    }
    let Some(ChangedNotes { notes, gone, files, broken }) = changes::changed(root, shown) else {
        return read(root, watch);
    };
    let mut loaded = read_folders(root, Kind::ALL.map(|kind| all_but_notes(root, kind)), watch)?;
    loaded.contents.notebook = Notebook::new(notes, broken);
    loaded.gone = Some(gone);
    loaded.files = files.into_iter().chain(loaded.files.iter().cloned()).collect();
    Some(loaded)
}

/// Reads all but the notes of a workspace, which are read later.
#[must_use]
pub fn read_without_notes(root: &Path) -> Loaded {
    let folders = Kind::ALL.map(|kind| all_but_notes(root, kind));
    let mut loaded = read_folders(root, folders, &Unwatched).expect("nobody stops it");
    loaded.contents.notebook = Notebook::unread();
    loaded
}

/// The folder of a kind; that of notes as if it were empty.
fn all_but_notes(root: &Path, kind: Kind) -> KindFolder {
    if kind == Kind::Note { KindFolder::unlisted(root, kind) } else { KindFolder::list(root, kind) }
}

/// Whether a workspace has so many notes that reading them would delay the first frame, and nothing needs them before: no draft of a
/// program that died, no copy of a note that one has left.
#[must_use]
pub fn may_wait_for_notes(root: &Path) -> bool {
    let is_hidden = |name: &OsString| name.as_encoded_bytes().starts_with(b".");
    let drafts = names(&root.join(JOURNAL)).unwrap_or_default();
    let notes = disk::names(&root.join(Kind::Note.folder())).unwrap_or_default();
    drafts.is_empty()
        && notes.len() > MOST_READ_FIRST
        && notes.iter().filter(|name| is_hidden(name)).all(|name| name == TRASH)
}

fn read_folders(root: &Path, folders: [KindFolder; Kind::ALL.len()], watch: &impl Watch) -> Option<Loaded> {
    let total = folders.iter().map(|folder| folder.names.len()).sum::<usize>() + 1;
    let mut done = 0;
    let mut files = Vec::new();
    let mut notebooks = HashMap::new();
    for folder in folders {
        let kind = folder.kind;
        let mut continues = |files: usize| {
            done += files;
            watch.continues(done, total)
        };
        notebooks.insert(kind, folder.read(&mut continues, &mut files)?);
    }
    let (acts, broken) = log::load(&root.join(TRACKER));
    let mut notebook = |kind| notebooks.remove(&kind).unwrap_or_default();
    let contents = Contents {
        notebook: notebook(Kind::Note),
        positions: notebook(Kind::Position),
        amendments: notebook(Kind::Amendment),
        statements: notebook(Kind::Statement),
        tracker: Tracker::new(acts),
    };
    watch.continues(total, total).then(|| Loaded { contents, gone: None, files: files.into(), broken })
}

/// The files of one kind of text.
struct KindFolder {
    kind: Kind,
    path: PathBuf,
    names: Vec<OsString>,
    broken: Vec<Broken>,
}

impl KindFolder {
    fn unlisted(root: &Path, kind: Kind) -> Self {
        Self { kind, path: root.join(kind.folder()), names: Vec::new(), broken: Vec::new() }
    }

    fn list(root: &Path, kind: Kind) -> Self {
        let path = root.join(kind.folder());
        let mut broken = Vec::new();
        let names = names(&path).unwrap_or_else(|error| {
            let folder = kind.folder().to_owned();
            broken.push(Broken { error: file::shown_as(error, &folder), file: folder });
            Vec::new()
        });
        Self { kind, path, names, broken }
    }

    /// Reads them all. A file that cannot be read is reported, never skipped. Before each part `continues` is asked, with the number
    /// of files in it.
    fn read(
        mut self,
        continues: &mut impl FnMut(usize) -> bool,
        files: &mut Vec<SeenFile>,
    ) -> Option<Notebook> {
        let mut notes = Vec::with_capacity(self.names.len());
        let mut known: HashMap<Id, OsString> = HashMap::new();
        let names = std::mem::take(&mut self.names);
        for part in names.chunks(PART) {
            if !continues(part.len()) {
                return None;
            }
            let mut read = self.parse_all(part);
            unsettle(&mut read);
            for (name, parsed) in part.iter().zip(read) {
                match parsed {
                    Ok(ReadText { note, file, .. }) => match known.get(&note.id) {
                        Some(other) => self.broken.push(self.twice(name, other)),
                        None => {
                            known.insert(note.id, name.clone());
                            files.push(file);
                            notes.push(note);
                        }
                    },
                    Err(error) => self.broken.push(Broken { file: shown(self.kind, name), error }),
                }
            }
        }
        Some(Notebook::new(notes, self.broken))
    }

    /// Reads some of the files, with all cores if they are many.
    fn parse_all(&self, names: &[OsString]) -> Vec<Result<ReadText>> {
        let read = |names: &[OsString]| -> Vec<Result<ReadText>> {
            names.iter().map(|name| self.parse_file(name)).collect()
        };
        in_shares(names, LEAST_SHARE, &read)
    }

    fn parse_file(&self, name: &OsStr) -> Result<ReadText> {
        let path = self.path.join(name);
        let state = file::state(&path);
        let (note, checksum) = parse(file::bytes(&path, LIMIT), self.kind, name)?;
        let changed = state.map(|(_, changed)| changed);
        let state = state.map_or(0, |(bytes, changed)| FileSeal::of_state(bytes, changed).number());
        let file = SeenFile { kind: self.kind, id: note.id, name: name.to_owned(), checksum, state };
        Ok(ReadText { note, file, changed })
    }

    /// Two files have the same id.
    fn twice(&self, name: &OsStr, other: &OsStr) -> Broken {
        let file = shown(self.kind, name);
        let error = Error::broken("note-id-twice").with("file", &file);
        Broken { error: error.with("other", shown(self.kind, other)), file }
    }
}

/// A text as it was read from its file.
struct ReadText {
    note: Note,
    file: SeenFile,
    /// When the file was changed; `None` if that is not known.
    changed: Option<SystemTime>,
}

/// Takes the states of those files for unknown that may have been changed again while they were read.
fn unsettle(texts: &mut [Result<ReadText>]) {
    let newest = texts.iter().flatten().filter_map(|text| text.changed).max();
    let Some(newest) = newest else { return };
    for text in texts.iter_mut().flatten() {
        let step = |changed: SystemTime| {
            let is_whole = changed.duration_since(UNIX_EPOCH).is_ok_and(|since| since.subsec_nanos() == 0);
            if is_whole { LONG_STEP } else { STEP }
        };
        let is_settled = |changed| newest.duration_since(changed).is_ok_and(|before| before > step(changed));
        if !text.changed.is_some_and(is_settled) {
            text.file.state = 0;
        }
    }
}

/// The names of the files in a folder that may hold texts of the delegate: with the ending `.md`, neither hidden nor
/// folders. Of two files with one id, the one that has it in its name is the right one, so those come first.
///
/// # Errors
/// As [`file::names`].
pub fn names(folder: &Path) -> Result<Vec<OsString>> {
    let mut names = file::names_of_files(folder)?;
    names.retain(|name| is_text(name));
    names.sort_by_key(|name| !ends_in_id(name));
    Ok(names)
}

fn is_text(name: &OsStr) -> bool {
    let ends = Path::new(name).extension().is_some_and(|end| end.eq_ignore_ascii_case("md"));
    ends && !name.as_encoded_bytes().starts_with(b".")
}

/// Whether a name ends in an id, as those given here do; the copies other programs make do not.
fn ends_in_id(name: &OsStr) -> bool {
    let stem = Path::new(name).file_stem().and_then(OsStr::to_str).unwrap_or_default();
    stem.rsplit('-').next().is_some_and(|end| end.parse::<Id>().is_ok())
}

/// The path of a file inside the workspace, as messages show it.
#[must_use]
pub fn shown(kind: Kind, name: &OsStr) -> String {
    format!("{}/{}", kind.folder(), file::shown(Path::new(name)))
}

/// The text of a file that was read, and the checksum of its bytes.
///
/// # Errors
/// That of reading it, `file-unreadable` if it is missing, `file-not-utf8`, and those of [`note::read`].
pub fn parse(bytes: Result<Option<Vec<u8>>>, kind: Kind, name: &OsStr) -> Result<(Note, u64)> {
    let shown = shown(kind, name);
    let named = |error| file::shown_as(error, &shown);
    let missing = || Error::broken("file-unreadable").with("file", &shown).with("reason", "missing");
    let bytes = bytes.map_err(named)?.ok_or_else(|| missing().with("what", ""))?;
    let checksum = checksum::of(&bytes);
    let text = file::utf8(bytes, Path::new(name)).map_err(named)?;
    let note = note::read(&text).map_err(|error| error.with("file", &shown))?;
    Ok((Note { kind, ..note }, checksum))
}
