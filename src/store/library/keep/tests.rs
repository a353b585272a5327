//! Documents stored one over another: what is replaced, what is refused, and where the older file is.

use std::sync::Arc;

use super::*;
use crate::import::{Given, Vocabularies, import};
use crate::store::library;
use std::path::PathBuf;

/// A workspace without documents.
struct Workspace {
    folder: tempfile::TempDir,
}

impl Workspace {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn documents(&self) -> PathBuf {
        self.folder.path().join("documents")
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let names = file::names(&self.documents().join(folder)).unwrap();
        names
            .into_iter()
            .map(|name| name.into_string().unwrap())
            .filter(|name| name.contains(".toml") || folder == SOURCES)
            .collect()
    }

    /// Imports a text under a file name.
    fn import(&self, name: &str, text: &str, force: bool) -> Result<KeepOutcome> {
        let document = document(text);
        let import = Import { document: &document, name, bytes: text.as_bytes(), force };
        Catalogue::read(&self.documents()).unwrap().keep(&import)
    }

    fn put(&self, name: &str, text: &str) {
        file::folder(&self.documents()).unwrap();
        file::write(&self.documents().join(name), text.as_bytes()).unwrap();
    }

    /// The text of the passage 1 of a document in the library.
    fn first(&self, symbol: &str) -> String {
        let (shelf, errors) = library::shelf(self.folder.path(), None);
        assert_eq!(errors, []);
        let document = Arc::clone(shelf.first_text(&symbol.parse().unwrap()).unwrap());
        document.block(&"1".parse().unwrap()).unwrap().text.clone()
    }
}

fn document(text: &str) -> Document {
    let vocabularies = Vocabularies::new(Languages::bundled());
    import("x.txt", text.as_bytes(), &Given::default(), &vocabularies).unwrap()
}

/// A report with a symbol and a date.
fn report(symbol: &str, date: &str, words: &str) -> String {
    format!(
        "United Nations    {symbol}\nGeneral Assembly    Distr.: General\n{date}\n\nReport on lights\n\nI. Introduction\n\n1. {words}\n\n2. The \
         Group agreed that the lights of all harbours should be lit at dusk and put out at dawn.\n"
    )
}

#[track_caller]
fn refused(kept: Result<KeepOutcome>, id: &str) {
    assert_eq!(kept.unwrap_err().message.id, id);
}

const EARLY: &str = "3 June 2024";
const LATE: &str = "4 July 2024";

#[test]
fn a_later_version_replaces_and_the_earlier_one_is_in_the_trash() {
    let workspace = Workspace::new();
    let early = report("A/90/1", EARLY, "The Group met.");
    assert_eq!(workspace.import("a.txt", &early, false), Ok(KeepOutcome::New));
    let before = file::text(&workspace.documents().join("A-90-1.en.toml"), LIMIT).unwrap();
    assert_eq!(workspace.import("a.txt", &early, false), Ok(KeepOutcome::Same));
    assert_eq!(file::text(&workspace.documents().join("A-90-1.en.toml"), LIMIT).unwrap(), before);
    assert_eq!(workspace.names(TRASH), Vec::<String>::new());
    let replaced = Replaced { title: "Report on lights".into(), date: NaiveDate::from_ymd_opt(2024, 6, 3) };
    let late = report("A/90/1", LATE, "The Group met again.");
    assert_eq!(workspace.import("b.txt", &late, false), Ok(KeepOutcome::Replaced(replaced)));
    assert_eq!(workspace.first("A/90/1"), "The Group met again.");
    assert_eq!(
        (workspace.names(""), workspace.names(TRASH)),
        (vec!["A-90-1.en.toml".into()], vec!["A-90-1.en.toml".into()])
    );
    assert_eq!(file::text(&workspace.documents().join(".trash/A-90-1.en.toml"), LIMIT).unwrap(), before);
}

#[test]
fn an_earlier_version_is_refused_unless_it_is_forced() {
    let workspace = Workspace::new();
    workspace.import("a.txt", &report("A/90/1", LATE, "The Group met again."), false).unwrap();
    let early = report("A/90/1", EARLY, "The Group met.");
    refused(workspace.import("b.txt", &early, false), "import-older");
    assert_eq!(workspace.first("A/90/1"), "The Group met again.");
    assert_eq!(workspace.names(TRASH), Vec::<String>::new());
    assert!(matches!(workspace.import("b.txt", &early, true), Ok(KeepOutcome::Replaced(_))));
    assert_eq!(workspace.first("A/90/1"), "The Group met.");
    let undated = early.replace(EARLY, "");
    refused(workspace.import("c.txt", &undated, false), "import-undated");
}

#[test]
fn parts_of_a_resolution_are_documents_of_their_own() {
    let workspace = Workspace::new();
    let part = |letter: &str| {
        format!(
            "75/253{letter}. Lights\n\nThe General Assembly,\n\nRecalling its resolution 70/1,\n\n1. Lights lamp{letter};\n\n2. Rests.\n"
        )
    };
    for letter in ["", " A", " B"] {
        assert_eq!(workspace.import("75-253.txt", &part(letter), false), Ok(KeepOutcome::New), "{letter}");
    }
    let expected = ["A-RES-75-253.en.toml", "A-RES-75-253A.en.toml", "A-RES-75-253B.en.toml"];
    assert_eq!(workspace.names(""), expected);
    // One file name, three sources.
    assert_eq!(workspace.names(SOURCES).len(), 3);
}

#[test]
fn each_document_names_its_own_source() {
    let workspace = Workspace::new();
    for symbol in ["A/79-5/1", "A/79/5-1", "A/79/5/1"] {
        workspace.import("report.txt", &report(symbol, EARLY, symbol), false).unwrap();
    }
    for symbol in ["A/79-5/1", "A/79/5-1", "A/79/5/1"] {
        assert_eq!(workspace.first(symbol), symbol);
        let name = format!("{}.en.toml", symbol.parse::<Symbol>().unwrap().file_stem());
        let text = file::text(&workspace.documents().join(name), LIMIT).unwrap().unwrap();
        let source = document::read(&text, "").unwrap().1.unwrap();
        assert_eq!(source.name, "report.txt");
        let bytes = file::bytes(&workspace.documents().join(&source.file), LIMIT).unwrap().unwrap();
        assert_eq!(bytes, report(symbol, EARLY, symbol).as_bytes());
    }
}

#[test]
fn a_file_name_of_an_older_program_is_read_and_changed_at_the_next_import() {
    let workspace = Workspace::new();
    let old = report("A/79-5/1", EARLY, "The Group met.");
    // An older program gave two symbols this name.
    workspace.put("A-79-5-1.en.toml", &document::to_toml(&document(&old), None));
    assert_eq!(workspace.first("A/79-5/1"), "The Group met.");
    workspace.import("b.txt", &report("A/79/5/1", EARLY, "Other lights."), false).unwrap();
    assert_eq!(workspace.names(""), ["A-79-5-1.en.toml", "A-79=5-1.en.toml"]);
    assert_eq!(
        (workspace.first("A/79-5/1"), workspace.first("A/79/5/1")),
        ("The Group met.".into(), "Other lights.".into())
    );
    workspace.put("old name.toml", &document::to_toml(&document(&old), None));
    let late = report("A/79-5/1", LATE, "The Group met again.");
    assert!(matches!(workspace.import("c.txt", &late, false), Ok(KeepOutcome::Replaced(_))));
    assert_eq!(workspace.first("A/79-5/1"), "The Group met again.");
    assert_eq!(workspace.names(TRASH), ["A-79=5-1.en.toml", "old name.toml"]);
}

#[test]
fn what_a_newer_program_wrote_is_never_replaced() {
    let workspace = Workspace::new();
    let newer = "version = 9\nsymbol = \"A/90/1\"\nlanguage = \"en\"\nshape = \"unknown\"\n";
    workspace.put("any name.toml", newer);
    let text = report("A/90/1", LATE, "The Group met.");
    for force in [false, true] {
        refused(workspace.import("a.txt", &text, force), "import-newer");
    }
    assert_eq!(workspace.names(""), ["any name.toml"]);
    assert_eq!(file::text(&workspace.documents().join("any name.toml"), LIMIT).unwrap().unwrap(), newer);
    assert_eq!(
        workspace.import("b.txt", &report("A/90/2", LATE, "The Group met."), false),
        Ok(KeepOutcome::New)
    );
}

#[test]
fn a_damaged_document_goes_to_the_trash() {
    let workspace = Workspace::new();
    workspace.put("A-90-1.en.toml", "version = 1\nsymbol = \n");
    assert_eq!(
        workspace.import("a.txt", &report("A/90/1", LATE, "The Group met."), false),
        Ok(KeepOutcome::New)
    );
    assert_eq!(workspace.names(TRASH), ["A-90-1.en.toml"]);
}

#[test]
fn a_bundled_document_counts_as_stored() {
    let workspace = Workspace::new();
    let text = report("A/77/275", "1 January 2001", "The Group met.")
        .replace("Report on lights", "Rapport sur les phares");
    let mut made = document(&text);
    made.language = Language::FR;
    let import = Import { document: &made, name: "a.txt", bytes: text.as_bytes(), force: false };
    let kept = Catalogue::read(&workspace.documents()).unwrap().keep(&import);
    refused(kept, "import-other-text");
}

#[test]
fn a_long_name_is_cut() {
    let workspace = Workspace::new();
    let name = format!("{}.txt", "é".repeat(120));
    workspace.import(&name, &report("A/90/1", LATE, "The Group met."), false).unwrap();
    let stored = workspace.names(SOURCES);
    assert!(stored.len() == 1 && stored[0].len() < 200 && stored[0].ends_with("éé.txt"), "{stored:?}");
}

#[test]
fn a_batch_is_settled_once_and_leaves_whole_documents() {
    use crate::store::disk::faults::{Operation, record};
    let texts = ["A/90/1", "A/90/2", "A/90/3"].map(|symbol| report(symbol, EARLY, "The Group met."));
    let documents = texts.each_ref().map(|text| document(text));
    let syncs = |keep: &dyn Fn(&mut Catalogue, &Import<'_>)| {
        let workspace = Workspace::new();
        file::folder(&workspace.documents()).unwrap();
        let mut catalogue = Catalogue::read(&workspace.documents()).unwrap();
        let (_, operations) = record(|| {
            for (document, text) in documents.iter().zip(&texts) {
                keep(
                    &mut catalogue,
                    &Import { document, name: "a.txt", bytes: text.as_bytes(), force: false },
                );
            }
            catalogue.settle().unwrap();
        });
        assert_eq!(workspace.first("A/90/2"), "The Group met.");
        operations.into_iter().filter(|operation| *operation == Operation::Sync).count()
    };
    // The content of each file, and at the end the two folders.
    let batch = syncs(&|catalogue, import| drop(catalogue.keep_in_batch(import).unwrap()));
    assert_eq!(batch, 3 * 2 + 2);
    let alone = syncs(&|catalogue, import| drop(catalogue.keep(import).unwrap()));
    assert_eq!(alone, 3 * (2 + 2) + 2);
}
