//! Caches of documents that are no longer in the library, which are removed when the catalogue is written again.

use std::collections::HashSet;

use super::catalogue_file::LeftRow;
use super::rows::LibraryCache;
use super::{asked, links};
use crate::model::{DocumentRow, Language, Symbol};
use crate::store::{WritePath, file};

/// Removes the caches of documents whose rows were not used again, unless a file or a document of that name is there now. What cannot
/// be removed stays: it is never taken for another document.
pub(super) fn remove<'a>(
    cache: &LibraryCache,
    left: impl Iterator<Item = LeftRow<'a>>,
    names: impl Iterator<Item = &'a str>,
    rows: &[&DocumentRow],
) {
    let left: Vec<LeftRow<'_>> = left.collect();
    if left.is_empty() {
        return;
    }
    let names: HashSet<&str> = names.collect();
    let held: HashSet<(&Symbol, Language)> = rows.iter().map(|row| (&row.symbol, row.language)).collect();
    let gone = |path| drop(file::remove(WritePath::of_user(path)));
    for row in left {
        if !names.contains(row.name) {
            gone(cache.file_of(row.name));
        }
        let language = std::str::from_utf8(&row.language).ok().and_then(|code| code.parse().ok());
        let Some((symbol, language)) = row.symbol.parse().ok().zip(language) else { continue };
        if !held.contains(&(&symbol, language)) {
            gone(links::file_of(cache, &symbol, language));
            gone(asked::file_of(cache, &symbol, language));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Given, import};
    use crate::model::Document;
    use crate::store::cache::FileSeal;
    use crate::store::library::rows::FileMark;
    use crate::store::library::{Catalogue, Import, shelf};
    use crate::store::{MaterialsSource, bundled};
    use std::path::Path;

    /// An invented report with a next step that cites another one.
    fn report(number: u32) -> Document {
        let text = format!(
            "A/90/{number}\n\n1 March 2035\nOriginal: English\n\nReport of the group on the seabed\n\n\
             1. States met in three meetings, see paragraph 4 of document A/77/275.\n\n\
             Recommended next steps\n\n1. States agree to continue to meet at the fourth session.\n"
        );
        import("a.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).unwrap()
    }

    /// The names of the cache files of documents, citations and follow-ups.
    fn caches(home: &Path) -> [usize; 3] {
        ["documents", "links", "followups"]
            .map(|name| file::names(&home.join("cache/library").join(name)).unwrap().len())
    }

    #[test]
    fn what_is_imported_is_in_the_caches_until_it_is_removed() {
        let home = tempfile::tempdir().unwrap();
        let cache = LibraryCache::new(&home.path().join("cache"));
        let folder = home.path().join("work/documents");
        file::folder(WritePath::of_user(&folder)).unwrap();
        let source =
            MaterialsSource { folder: home.path().join("work"), cache: Some(cache.clone()), process: None };
        let mut catalogue = Catalogue::open(WritePath::of_user(&folder), Some(&cache)).unwrap().with_links();
        let before = caches(home.path());
        for number in [1, 2] {
            let document = report(number);
            let import = Import { document: &document, name: "a.txt", bytes: b"x", force: false };
            catalogue.keep(&import).unwrap();
            source.keep_followups(&[&document.symbol], "2035-03-02".parse().unwrap());
        }
        let after = caches(home.path());
        assert_eq!(after, [before[0] + 2, before[1] + 2, before[2] + 2]);
        // The next command reads the caches: it does not matter that the document cannot be read any more.
        let path = folder.join("A-90-1.en.toml");
        let mark = FileMark { name: "A-90-1.en.toml", seal: FileSeal::of(&path).unwrap() };
        assert_eq!(cache.document(&mark), Some(report(1)));

        file::remove(WritePath::of_user(&path)).unwrap();
        assert!(!shelf(&source.folder, Some(&cache)).0.holds(&report(1).symbol));
        assert_eq!(caches(home.path()), [before[0] + 1, before[1] + 1, before[2] + 1]);
        assert!(shelf(&source.folder, Some(&cache)).0.holds(&report(2).symbol));
    }
}
