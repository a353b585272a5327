//! The notes that have changed since they were read: of tens of thousands nearly all are as they were, and need not be read again.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::Path;
use std::sync::Arc;

use super::{KindFolder, LEAST_SHARE, ReadText, ends_in_id, is_text};
use crate::base::Id;
use crate::store::cache::FileSeal;
use crate::store::file::{self, FolderEntry};
use crate::store::parallel::in_shares;
use crate::workspace::{Broken, Kind, Note, SeenFile};

/// The files that the interface shows as they were read.
#[derive(Debug, Clone, Default)]
pub struct ShownFiles {
    /// The files of texts of all kinds.
    pub files: Arc<[SeenFile]>,
    /// The texts that were written or removed since, and those whose files do not count as shown.
    pub touched: HashSet<Id>,
}

/// What has changed in the folder of the notes.
pub(super) struct ChangedNotes {
    pub notes: Vec<Note>,
    /// The notes that are no longer there.
    pub gone: Vec<Id>,
    /// The files of all notes.
    pub files: Vec<SeenFile>,
    pub broken: Vec<Broken>,
}

/// Reads the files of notes that are not as they were. `None` if all must be read: the folder cannot be listed, or two files have one id.
pub(super) fn changed(root: &Path, shown: &ShownFiles) -> Option<ChangedNotes> {
    let folder = KindFolder::unlisted(root, Kind::Note);
    let known: HashMap<&OsStr, &SeenFile> =
        shown.files.iter().filter(|file| file.kind == Kind::Note).map(|file| (&*file.name, file)).collect();
    let (mut files, mut new) = (Vec::with_capacity(known.len()), Vec::new());
    for (name, state) in states(&folder.path)? {
        let as_it_was =
            |file: &&&SeenFile| state != 0 && file.state == state && !shown.touched.contains(&file.id);
        match known.get(&*name).filter(as_it_was) {
            Some(file) => files.push(SeenFile::clone(file)),
            None => new.push(name),
        }
    }
    new.sort_by(|one, other| (!ends_in_id(one), one).cmp(&(!ends_in_id(other), other)));
    let mut there: HashSet<Id> = files.iter().map(|file| file.id).collect();
    let (mut notes, mut broken) = (Vec::new(), Vec::new());
    let mut read = folder.parse_all(&new);
    super::unsettle(&mut read);
    for (name, parsed) in new.iter().zip(read) {
        match parsed {
            Ok(ReadText { note, file, .. }) => {
                if !there.insert(note.id) {
                    return None;
                }
                files.push(file);
                notes.push(note);
            }
            Err(error) => broken.push(Broken { file: super::shown(Kind::Note, name), error }),
        }
    }
    let before: HashSet<Id> = known.values().map(|file| file.id).collect();
    let gone = before.union(&shown.touched).filter(|id| !there.contains(id)).copied().collect();
    Some(ChangedNotes { notes, gone, files, broken })
}

/// The names of the files of texts in a folder with the numbers of their states, 0 for one whose state is not known; `None` if it
/// cannot be listed.
fn states(folder: &Path) -> Option<Vec<(OsString, u64)>> {
    let mut entries = file::entries(folder).ok()?;
    entries.retain(|entry| is_text(&entry.name()) && !entry.is_folder());
    let read = |entries: &[FolderEntry]| -> Vec<(OsString, u64)> {
        let state = |entry: &FolderEntry| FileSeal::of_entry(entry).map_or(0, |seal| seal.number());
        entries.iter().map(|entry| (entry.name(), state(entry))).collect()
    };
    Some(in_shares(&entries, LEAST_SHARE, &read))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::time::{Duration, SystemTime};

    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::base::{Now, Unwatched};
    use crate::store::WritePath;
    use crate::store::contents::{Loaded, read, read_again};
    use crate::workspace::{Notebook, note};

    /// What another program does to the files of the notes; `usize` chooses one of them.
    #[derive(Debug, Clone)]
    enum FolderChange {
        New(u8),
        Edit(usize, u8),
        Remove(usize),
        Rename(usize),
        Break(usize),
        /// A second file with the same id.
        Copy(usize),
        /// A folder with the name of a note.
        Folder,
    }

    fn changes() -> impl Strategy<Value = Vec<(bool, FolderChange)>> {
        let place = any::<usize>;
        let change = prop_oneof![
            any::<u8>().prop_map(FolderChange::New),
            any::<u8>().prop_map(FolderChange::New),
            (place(), any::<u8>()).prop_map(|(at, text)| FolderChange::Edit(at, text)),
            place().prop_map(FolderChange::Remove),
            place().prop_map(FolderChange::Rename),
            place().prop_map(FolderChange::Break),
            place().prop_map(FolderChange::Copy),
            Just(FolderChange::Folder),
        ];
        prop::collection::vec((prop::bool::weighted(0.3), change), 1..20)
    }

    /// A workspace whose files all were changed at a different minute long ago.
    struct Trial {
        home: tempfile::TempDir,
        minutes: u64,
    }

    impl Trial {
        fn folder(&self) -> std::path::PathBuf {
            self.home.path().join("notes")
        }

        fn put(&mut self, name: &OsStr, text: &str) {
            let path = self.folder().join(name);
            file::write(WritePath::of_user(&path), text.as_bytes()).unwrap();
            self.minutes += 1;
            let changed = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000 + 60 * self.minutes);
            fs::File::options().write(true).open(path).unwrap().set_modified(changed).unwrap();
        }

        fn one(&self, at: usize) -> Option<OsString> {
            let names = file::names_of_files(&self.folder()).unwrap();
            names.get(at % names.len().max(1)).cloned()
        }

        fn text(&self, name: &OsStr) -> String {
            fs::read_to_string(self.folder().join(name)).unwrap()
        }

        fn happen(&mut self, change: &FolderChange) {
            let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
            match change {
                FolderChange::New(chance) => {
                    let id = u8::try_from(self.minutes % 256).unwrap();
                    let new = Note::new(&Now::new(instant, [id; 10]), "roy", format!("new {chance}"));
                    self.put(OsStr::new(&note::file_name(&new)), &note::write(&new));
                }
                FolderChange::Edit(at, chance) => {
                    if let Some(name) = self.one(*at) {
                        let text = format!("{}\nline {chance}\n", self.text(&name).trim_end());
                        self.put(&name, &text);
                    }
                }
                FolderChange::Remove(at) => {
                    if let Some(name) = self.one(*at) {
                        fs::remove_file(self.folder().join(name)).unwrap();
                    }
                }
                FolderChange::Rename(at) => {
                    if let Some(name) = self.one(*at) {
                        let new = format!("renamed {} {}", self.minutes, name.to_string_lossy());
                        fs::rename(self.folder().join(name), self.folder().join(new)).unwrap();
                    }
                }
                FolderChange::Break(at) => {
                    if let Some(name) = self.one(*at) {
                        self.put(&name, "no front matter");
                    }
                }
                FolderChange::Folder => {
                    self.minutes += 1;
                    fs::create_dir(self.folder().join(format!("folder {}.md", self.minutes))).unwrap();
                }
                FolderChange::Copy(at) => {
                    if let Some(name) = self.one(*at) {
                        let text = self.text(&name);
                        self.put(OsStr::new(&format!("copy {}.md", self.minutes)), &text);
                    }
                }
            }
        }
    }

    fn shown(notebook: &Notebook) -> (Vec<Note>, Vec<Broken>) {
        let mut broken = notebook.broken().to_vec();
        broken.sort_by(|one, other| one.file.cmp(&other.file));
        (notebook.notes().cloned().collect(), broken)
    }

    /// The files without their states, which are unknown for those that were changed last.
    fn by_name(files: &[SeenFile]) -> BTreeMap<OsString, SeenFile> {
        files.iter().map(|file| (file.name.clone(), SeenFile { state: 0, ..file.clone() })).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn what_is_read_again_is_what_reading_everything_gives(changes in changes()) {
            let home = tempfile::tempdir().unwrap();
            file::folder(WritePath::of_user(home.path().join("notes"))).unwrap();
            let mut trial = Trial { home, minutes: 0 };
            let mut notebook = Notebook::default();
            let mut before = ShownFiles::default();
            for (is_read, change) in changes {
                trial.happen(&change);
                if !is_read {
                    continue;
                }
                let whole = read(trial.home.path(), &Unwatched).unwrap();
                let Loaded { contents, gone, files, .. } =
                    read_again(trial.home.path(), &before, &Unwatched).unwrap();
                match gone {
                    Some(gone) => notebook.change(contents.notebook, &gone),
                    None => notebook = contents.notebook,
                }
                prop_assert_eq!(shown(&notebook), shown(&whole.contents.notebook));
                prop_assert_eq!(by_name(&files), by_name(&whole.files));
                before = ShownFiles { files, touched: HashSet::new() };
            }
        }
    }

    #[test]
    fn of_many_notes_only_those_that_changed_are_read() {
        let home = tempfile::tempdir().unwrap();
        file::folder(WritePath::of_user(home.path().join("notes"))).unwrap();
        let mut trial = Trial { home, minutes: 0 };
        (0..20).for_each(|chance| trial.happen(&FolderChange::New(chance)));
        let Loaded { files, contents, .. } = read(trial.home.path(), &Unwatched).unwrap();
        let touched = contents.notebook.notes().next().unwrap().id;
        let shown = ShownFiles { files, touched: HashSet::from([touched]) };
        trial.happen(&FolderChange::Edit(3, 1));
        trial.happen(&FolderChange::Remove(7));
        let again = read_again(trial.home.path(), &shown, &Unwatched).unwrap();
        assert_eq!((again.contents.notebook.len(), again.gone.map(|gone| gone.len())), (2, Some(1)));
        assert_eq!(again.files.len(), 19);
        assert!(again.contents.notebook.get(touched).is_some(), "it was written since");
    }
}
