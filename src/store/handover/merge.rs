//! Merges a verified package into a workspace. Nothing there is replaced: where both have something different under one name or
//! id, both are kept. A second takeover of the same package changes nothing.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use crate::base::{Id, Now, Result};
use crate::store::contents::{self, TRACKER};
use crate::store::handover::unpack::{HandoverPackage, PackageFile};
use crate::store::handover::{DRAFTS, FILE_LIMIT, TAKEN_OVER, group, logs, pack};
use crate::store::rendered::Rendered;
use crate::store::{WorkspaceFolder, WritePath, file, journal, manifest};
use crate::workspace::{Contents, Kind, Note, note};

/// What a file of the package was to the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TakenState {
    /// The workspace had nothing of that name or id.
    New,
    /// The workspace has it already.
    Same,
    /// The workspace has something else of that name or id: both are kept.
    Different,
}

impl TakenState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::New, Self::Same, Self::Different];

    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

/// What became of one file of the package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenFile {
    /// Its path in the workspace it comes from.
    pub path: String,
    /// The group it is counted in.
    pub group: &'static str,
    /// What it was to the workspace.
    pub state: TakenState,
    /// Where it is now, as a path in the workspace, if it was written.
    pub kept: Option<String>,
}

/// Takes over every file of a package into a workspace, which holds these contents. If it is interrupted, the workspace is whole, and another takeover does the rest.
///
/// # Errors
/// Those of [`crate::store::WorkspaceFolder::writable`], and of writing files: see [`file::write`].
pub fn take_over(
    workspace: &mut WorkspaceFolder,
    contents: Contents,
    package: &mut HandoverPackage,
) -> Result<Vec<TakenFile>> {
    workspace.writable()?;
    let root = workspace.write_root().clone();
    let mut takeover = Takeover { root, contents, copies: HashMap::new() };
    let mut files: Vec<PackageFile> = package.files.clone();
    // A draft is compared with the text it belongs to, which must be there first.
    files.sort_by_key(|file| file.is_draft);
    files.iter().map(|file| takeover.file(file, package.content(file)?)).collect()
}

/// A workspace that is merged into.
struct Takeover {
    root: WritePath,
    /// What it holds by now.
    contents: Contents,
    /// The texts of each kind by what they say, whatever their ids.
    copies: HashMap<Kind, HashMap<String, Vec<Id>>>,
}

/// What became of a file: its state, and where it was written, below the workspace.
type Kept = (TakenState, Option<PathBuf>);

impl Takeover {
    fn file(&mut self, taken: &PackageFile, bytes: Vec<u8>) -> Result<TakenFile> {
        let path: PathBuf = taken.path.iter().collect();
        let shown = shown(&path);
        let group = if taken.is_draft { DRAFTS } else { group(&shown) };
        let (state, kept) = match (taken.is_draft, taken.path.as_slice()) {
            (true, [name]) => self.draft(name, bytes)?,
            (false, [folder, name]) if folder == TRACKER && group == "logs" => self.log(name, &bytes)?,
            (false, [name]) if name == manifest::NAME => self.manifest(&path, &bytes)?,
            (false, [_, name]) => match Kind::from_folder(group) {
                Some(kind) => self.text(kind, name, bytes)?,
                None => self.other(&path, &bytes)?,
            },
            _ => self.other(&path, &bytes)?,
        };
        let path = if taken.is_draft { format!(".journal/{shown}") } else { shown };
        Ok(TakenFile { path, group, state, kept: kept.map(|kept| self::shown(&kept)) })
    }

    /// A file of a kind of text. What is no text is taken over as any other file.
    fn text(&mut self, kind: Kind, name: &OsStr, bytes: Vec<u8>) -> Result<Kept> {
        match contents::parse(Ok(Some(bytes.clone())), kind, name) {
            Ok((note, _)) => self.note(note, name, &bytes),
            Err(_) => self.other(&Path::new(kind.folder()).join(name), &bytes),
        }
    }

    /// A text with the bytes of its file.
    fn note(&mut self, theirs: Note, name: &OsStr, bytes: &[u8]) -> Result<Kept> {
        let folder = Path::new(theirs.kind.folder());
        let ours = self.contents.of(theirs.kind).get(theirs.id);
        match ours.map(|ours| (*ours == theirs, ours.restricted)) {
            Some((true, _)) => Ok((TakenState::Same, None)),
            Some((false, restricted)) => self.beside(theirs, restricted),
            // A copy that an earlier takeover elsewhere has made of a text that is here.
            None if self.is_copy(&theirs) => Ok((TakenState::Same, None)),
            None => {
                let path = file::free_name(&self.root.join(folder), name)?;
                self.write(&path, bytes)?;
                self.add(theirs);
                Ok((TakenState::New, Some(folder.join(path.file_name().unwrap_or(name)))))
            }
        }
    }

    /// A text of which the workspace has another version: it gets an id of its own, always the same. If ours is restricted,
    /// so is the copy.
    fn beside(&mut self, theirs: Note, restricted: bool) -> Result<Kept> {
        let mut copy = Note { id: copy_id(&theirs), ..theirs };
        copy.restricted |= restricted;
        let is_there = self.contents.of(copy.kind).get(copy.id).is_some();
        if is_there || !self.same_words(&copy).is_empty() {
            return Ok((TakenState::Same, None));
        }
        let folder = Path::new(copy.kind.folder());
        let copy = Rendered::of(Cow::Owned(copy));
        let name = note::conflict_name(&copy.note);
        let path = file::free_name(&self.root.join(folder), OsStr::new(&name))?;
        self.write(&path, copy.text.as_bytes())?;
        self.add(copy.note.into_owned());
        Ok((TakenState::Different, Some(folder.join(path.file_name().unwrap_or_default()))))
    }

    /// The texts that say the same under another id.
    fn same_words(&mut self, note: &Note) -> Vec<Id> {
        let texts = self.contents.of(note.kind);
        let copies = self.copies.entry(note.kind).or_insert_with(|| {
            let mut copies: HashMap<String, Vec<Id>> = HashMap::new();
            texts.notes().for_each(|note| copies.entry(words(note)).or_default().push(note.id));
            copies
        });
        copies.get(&words(note)).cloned().unwrap_or_default()
    }

    fn is_copy(&mut self, theirs: &Note) -> bool {
        let same = self.same_words(theirs).into_iter();
        same.map(|id| Note { id, ..theirs.clone() }).any(|ours| copy_id(&ours) == theirs.id)
    }

    fn add(&mut self, note: Note) {
        if let Some(copies) = self.copies.get_mut(&note.kind) {
            copies.entry(words(&note)).or_default().push(note.id);
        }
        self.contents.notebooks().of(note.kind).add(note);
    }

    /// A text that was being typed. One that cannot be read is kept as it is.
    fn draft(&mut self, name: &OsStr, bytes: Vec<u8>) -> Result<Kept> {
        let read = journal::note_of(&bytes);
        match read {
            Some(note) if note.text.trim().is_empty() => Ok((TakenState::Same, None)),
            Some(note) => {
                let text = Rendered::of(Cow::Borrowed(&note)).text;
                let name = note::file_name(&note);
                self.note(note, OsStr::new(&name), text.as_bytes())
            }
            None => self.other(&Path::new(TAKEN_OVER).join(DRAFTS).join(name), &bytes),
        }
    }

    /// The manifest of the workspace: ours stays. One that says the same but for the author is the same.
    fn manifest(&mut self, path: &Path, bytes: &[u8]) -> Result<Kept> {
        let ours = file::bytes(&self.root.join(path), FILE_LIMIT)?.unwrap_or_default();
        let (ours, theirs) = (without_author(&ours), without_author(bytes));
        let is_same = ours.is_some() && ours == theirs;
        if is_same { Ok((TakenState::Same, None)) } else { self.other(path, bytes) }
    }

    /// A log of the tracker: no act that either has is lost.
    fn log(&mut self, name: &OsStr, bytes: &[u8]) -> Result<Kept> {
        let folder = self.root.join(TRACKER);
        let mut held: HashSet<Vec<u8>> = HashSet::new();
        for name in numbered(name) {
            let path = folder.join(&name);
            let kept = || Some(Path::new(TRACKER).join(&name));
            let Some(ours) = file::bytes(&path, FILE_LIMIT)? else {
                self.write(&path, bytes)?;
                let state = if held.is_empty() { TakenState::New } else { TakenState::Different };
                return Ok((state, kept()));
            };
            if logs::continues(&ours, bytes) {
                self.write(&path, bytes)?;
                return Ok((TakenState::New, kept()));
            }
            held.extend(logs::lines(&ours).map(<[u8]>::to_vec));
            if logs::lines(bytes).all(|line| held.contains(line)) {
                return Ok((TakenState::Same, None));
            }
        }
        unreachable!("there are names without end")
    }

    /// Any other file: what differs from ours is kept in a folder of its own.
    fn other(&mut self, path: &Path, bytes: &[u8]) -> Result<Kept> {
        let own = path.strip_prefix(TAKEN_OVER).unwrap_or(path);
        let is_free = own == path && !file::exists(&self.root.join(path));
        if is_free {
            return self
                .write(&self.root.join(path), bytes)
                .map(|()| (TakenState::New, Some(path.to_owned())));
        }
        let beside = Path::new(TAKEN_OVER).join(own);
        let names = numbered(beside.file_name().unwrap_or_default());
        let places = std::iter::once(own.to_owned()).chain(names.map(|name| beside.with_file_name(name)));
        for (nth, place) in places.enumerate() {
            let there = self.root.join(&place);
            if !file::exists(&there) && nth > 0 {
                self.write(&there, bytes)?;
                return Ok((TakenState::Different, Some(place)));
            }
            // What cannot be read is something else.
            if file::bytes(&there, FILE_LIMIT).is_ok_and(|ours| ours.as_deref() == Some(bytes)) {
                return Ok((TakenState::Same, None));
            }
        }
        unreachable!("there are names without end")
    }

    fn write(&self, path: &WritePath, bytes: &[u8]) -> Result<()> {
        if let Some(folder) = path.parent().and_then(|folder| folder.strip_prefix(&*self.root).ok()) {
            file::folder(self.root.join(folder))?;
        }
        file::write(path, bytes)
    }
}

/// A manifest without its author; `None` if it is not TOML.
fn without_author(manifest: &[u8]) -> Option<toml::Table> {
    let mut table: toml::Table = std::str::from_utf8(manifest).ok()?.parse().ok()?;
    table.remove("author");
    Some(table)
}

/// What a text says, whatever its id, in short.
fn words(note: &Note) -> String {
    let any = Id::new(&Now::new(note.at, [0; 10]));
    pack::checksum(note::write(&Note { id: any, ..note.clone() }).as_bytes())
}

/// The id of the copy of a text: always the same for the same text with the same id.
fn copy_id(note: &Note) -> Id {
    let sum = pack::checksum(note::write(note).as_bytes());
    let mut random = [0; 10];
    random.iter_mut().zip(sum.bytes()).for_each(|(to, from)| *to = from);
    Id::new(&Now::new(note.at, random))
}

/// A name and those with a number: `a.log`, `a~2.log`, `a~3.log`.
fn numbered(name: &OsStr) -> impl Iterator<Item = OsString> + use<> {
    let name = name.to_owned();
    (1u32..).map(move |nth| if nth == 1 { name.clone() } else { file::numbered_name(&name, nth) })
}

fn shown(path: &Path) -> String {
    let names: Vec<String> = path.iter().map(|name| file::shown(Path::new(name))).collect();
    names.join("/")
}
