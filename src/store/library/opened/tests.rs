//! Tests of opening a library: with caches in every state it is the same library.

use std::path::PathBuf;
use std::thread;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::*;
use crate::base::Unwatched;
use crate::cite::resolve::{self, Candidate};
use crate::model::Language;
use crate::store::WritePath;
use crate::store::{disk, library};

/// A workspace with documents, and its caches.
struct Trial {
    home: tempfile::TempDir,
}

impl Trial {
    /// `count` documents that differ in number and words.
    fn with(count: usize) -> Self {
        let trial = Self { home: tempfile::tempdir().unwrap() };
        file::folder(WritePath::of_user(trial.documents())).unwrap();
        (0..count).for_each(|number| trial.put(number, "Text"));
        trial
    }

    fn documents(&self) -> PathBuf {
        self.home.path().join("work/documents")
    }

    fn put(&self, number: usize, text: &str) {
        let next = number / 2;
        let toml = format!(
            "version = 1\nsymbol = \"A/99/{number}\"\nlanguage = \"en\"\nkind = \"report\"\ntitle = \"Title {number}\"\n\
             [[blocks]]\naddress = \"1\"\nkind = \"paragraph\"\nnumber = \"1\"\ntext = \"{text} of {number}. See A/99/{next}, paragraph 1, and document A/88/7.\"\n"
        );
        let path = self.documents().join(format!("A-99-{number}.en.toml"));
        file::write(WritePath::of_user(path), toml.as_bytes()).unwrap();
    }

    fn cache(&self) -> LibraryCache {
        LibraryCache::new(&self.home.path().join("cache"))
    }

    fn open(&self, cache: Option<&LibraryCache>) -> (Shelf, Vec<Error>) {
        let opened = read(&self.home.path().join("work"), cache, &Unwatched).unwrap();
        (opened.shelf, opened.errors)
    }

    /// All rows and documents, as they are with the caches.
    fn cached(&self) -> Contents {
        Contents::of(&self.open(Some(&self.cache())).0, Some(&self.cache()))
    }

    /// The cache files, in order of their names.
    fn cache_files(&self) -> Vec<PathBuf> {
        let folder = self.home.path().join("cache/library");
        let names = |folder: &Path| file::names(folder).unwrap().into_iter();
        let mut files: Vec<PathBuf> = names(&folder).map(|name| folder.join(name)).collect();
        files.retain(|path| file::is_plain(path));
        for below in ["documents", "links"].map(|below| folder.join(below)) {
            files.extend(names(&below).map(|name| below.join(name)));
        }
        files
    }
}

/// What a library has.
#[derive(Debug, PartialEq)]
struct Contents {
    /// Without the states of their files, which a library without caches does not need.
    rows: Vec<DocumentRow>,
    documents: Vec<Arc<Document>>,
    /// The words that cite, and those that are cited, of a document and of one that the library does not have.
    cited: Vec<String>,
    /// What a number may mean.
    numbered: Vec<Candidate>,
}

impl Contents {
    fn of(shelf: &Shelf, cache: Option<&LibraryCache>) -> Self {
        let graph = library::graph(shelf, cache, None::<&Unwatched>).unwrap();
        let mut cited = Vec::new();
        for passage in ["A/99/0:1", "A/99/1:1", "A/88/7:title", "A/76/135:13"] {
            let passage = passage.parse().unwrap();
            cited.extend(graph.cites(&passage, Language::EN).into_iter().map(|link| format!("{link:?}")));
            cited.extend(
                graph.cited_by(&passage, Language::EN).into_iter().map(|(link, _)| format!("{link:?}")),
            );
        }
        assert!(cited.len() > 5, "{cited:?}");
        let numbered = resolve::candidates(shelf, "57 d", None);
        assert!(!numbered.is_empty());
        let rows = shelf.rows().iter().map(|row| DocumentRow { state: 0, ..DocumentRow::clone(row) });
        let found = Self { rows: rows.collect(), documents: shelf.passing().collect(), cited, numbered };
        assert_eq!(shelf.take_faults(), []);
        found
    }
}

#[test]
fn with_and_without_caches_a_library_has_the_same_documents() {
    let trial = Trial::with(33);
    let plain = Contents::of(&trial.open(None).0, None);
    assert_eq!(plain.rows.len(), 33 + bundled::count());
    for run in ["empty caches", "full caches"] {
        assert!(trial.cached() == plain, "{run}");
    }
    trial.put(7, "New text");
    disk::remove(&trial.documents().join("A-99-3.en.toml")).unwrap();
    let changed = trial.cached();
    assert!(changed != plain && changed == Contents::of(&trial.open(None).0, None));
}

#[test]
fn only_what_is_asked_for_is_read_from_a_known_library() {
    let trial = Trial::with(3);
    trial.cached();
    crate::store::count::FILES_READ.take();
    let (shelf, errors) = trial.open(Some(&trial.cache()));
    assert_eq!((shelf.rows().len(), errors.len()), (3 + bundled::count(), 0));
    assert_eq!(crate::store::count::FILES_READ.take(), 1, "the catalogue");
    assert!(shelf.first_text(&"A/99/2".parse().unwrap()).is_some());
    assert_eq!(crate::store::count::FILES_READ.take(), 1, "one document");
}

#[test]
fn a_file_that_is_changed_or_removed_after_opening_is_a_fault() {
    let trial = Trial::with(3);
    trial.cached();
    let (shelf, _) = trial.open(Some(&trial.cache()));
    trial.put(1, "Longer text");
    disk::remove(&trial.documents().join("A-99-2.en.toml")).unwrap();
    for number in [1, 2] {
        assert!(shelf.first_text(&format!("A/99/{number}").parse().unwrap()).is_none());
        let faults = shelf.take_faults();
        let changed =
            Error::broken("document-changed").with("file", format!("documents/A-99-{number}.en.toml"));
        assert_eq!(faults, [changed]);
    }
    assert!(shelf.first_text(&"A/99/0".parse().unwrap()).is_some());
}

#[test]
fn what_cannot_be_read_is_reported_each_time() {
    let trial = Trial::with(2);
    let path = trial.documents().join("A-99-1.en.toml");
    file::write(WritePath::of_user(path), b"version = ").unwrap();
    let errors = [(); 2].map(|()| trial.open(Some(&trial.cache())).1);
    assert_eq!(errors[0].len(), 1);
    assert_eq!(errors[0][0].message.id, "document-broken");
    assert_eq!(errors[0], errors[1]);
}

/// What happens to a cache file.
#[derive(Debug, Clone)]
enum Damage {
    Removed,
    Cut(usize),
    Changed(usize, u8),
    /// It gets the bytes of another cache file.
    Swapped(usize),
    /// A folder of the same name.
    Folder,
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        Just(Damage::Removed),
        any::<usize>().prop_map(Damage::Cut),
        (any::<usize>(), 1..=u8::MAX).prop_map(|(at, bits)| Damage::Changed(at, bits)),
        any::<usize>().prop_map(Damage::Swapped),
        Just(Damage::Folder),
    ]
}

fn spoil(files: &[PathBuf], path: &Path, damage: &Damage) {
    let bytes = |path: &Path| file::bytes(path, 1 << 30).ok().flatten().unwrap_or_default();
    let put = |bytes: &[u8]| file::write(WritePath::of_user(path), bytes).unwrap();
    if !file::is_plain(path) {
        return;
    }
    let mut own = bytes(path);
    match damage {
        Damage::Removed => disk::remove(path).unwrap(),
        Damage::Cut(at) => put(&own[..at % own.len().max(1)]),
        Damage::Changed(at, bits) => {
            let at = at % own.len().max(1);
            own.get_mut(at).into_iter().for_each(|byte| *byte ^= bits);
            put(&own);
        }
        Damage::Swapped(other) => put(&bytes(&files[other % files.len()])),
        Damage::Folder => {
            disk::remove(path).unwrap();
            file::folder(WritePath::of_user(path)).unwrap();
        }
    }
}

#[test]
fn whatever_happens_to_the_caches_the_library_is_the_same() {
    let trial = Trial::with(4);
    let plain = Contents::of(&trial.open(None).0, None);
    trial.cached();
    let files = trial.cache_files();
    assert!(files.len() > 4);
    let damages = prop::collection::vec((any::<usize>(), damage()), 1..6);
    // What was damaged is whole again after each case, so that one library does for all of them.
    let checked = TestRunner::new(ProptestConfig::with_cases(24)).run(&damages, |damages| {
        for (which, damage) in &damages {
            spoil(&files, &files[which % files.len()], damage);
        }
        prop_assert!(trial.cached() == plain);
        Ok(())
    });
    assert_eq!(checked.map_err(|error| error.to_string()), Ok(()));
}

#[test]
fn programs_that_write_the_caches_at_once_have_the_same_documents() {
    let trial = Trial::with(12);
    let plain = Contents::of(&trial.open(None).0, None);
    thread::scope(|scope| {
        let programs: Vec<_> = (0..3).map(|_| scope.spawn(|| trial.cached())).collect();
        for program in programs {
            assert!(program.join().unwrap() == plain);
        }
    });
    assert!(trial.cached() == plain);
}
