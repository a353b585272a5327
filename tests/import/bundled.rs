//! Importing the bundled sources again gives the bundled documents.

use plenary::cite::Aliases;
use plenary::import::{import, proof};
use plenary::model::{Document, Shelf};
use plenary::store::{bundled, document};

/// The documents the importer makes now.
pub fn imported() -> Vec<Document> {
    let vocabularies = bundled::vocabularies();
    let import = |source: bundled::BundledSource| {
        import(source.name, source.bytes, &source.given, &vocabularies).expect("the bundled sources are text")
    };
    let mut made: Vec<Document> = bundled::sources().into_iter().map(import).collect();
    let shelf = Shelf::new(made.clone());
    made.iter_mut().for_each(|document| proof::confirm(document, &shelf, Aliases::bundled()));
    made
}

/// With `PLENARY_BLESS=1` the documents are written again; review the difference.
#[test]
fn the_bundled_documents_are_up_to_date() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/documents");
    for document in imported() {
        let file = format!("{}.{}.toml", document.symbol.file_stem(), document.language);
        let made = document::to_toml(&document, None);
        if std::env::var_os("PLENARY_BLESS").is_some() {
            bless(&folder.join(&file), &made);
        } else {
            let held = bundled::documents().into_iter().find(|held| held.symbol == document.symbol);
            assert_eq!(
                Some(made),
                held.as_ref().map(|held| document::to_toml(held, None)),
                "{file} is not what its source gives"
            );
        }
    }
}

#[allow(clippy::disallowed_methods)] // A test that writes a file of the project.
fn bless(file: &std::path::Path, made: &str) {
    std::fs::write(file, made).expect("the project folder can be written");
}
