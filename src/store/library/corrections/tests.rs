//! Corrections over several imports, and undone.

use super::*;
use crate::base::FindingKind;
use crate::import::{Given, Vocabularies, import};
use crate::language::Languages;
use crate::store::library::{self, Import, KeepOutcome};

/// A workspace without documents.
struct Workspace(tempfile::TempDir);

impl Workspace {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn documents(&self) -> WritePath {
        WritePath::workspace(self.0.path().to_owned()).join("documents")
    }

    fn import(&self, text: &str) -> KeepOutcome {
        let vocabularies = Vocabularies::new(Languages::bundled());
        let document = import("x.txt", text.as_bytes(), &Given::default(), &vocabularies).unwrap();
        let import = Import { document: &document, name: "x.txt", bytes: text.as_bytes(), force: false };
        Catalogue::read(self.documents()).unwrap().keep(&import).unwrap()
    }

    fn document(&self, symbol: &str) -> Document {
        let (shelf, errors) = library::shelf(self.0.path(), None);
        assert_eq!(errors, []);
        Document::clone(shelf.texts(&symbol.parse().unwrap())[0])
    }

    fn correct(&self, symbol: &str, step: CorrectionStep) -> Result<Document> {
        correct(&self.documents(), &symbol.parse().unwrap(), Language::EN, step)
    }

    /// A correction of a passage as it is now.
    fn passage(&self, symbol: &str, address: &str, change: PassageChange) -> Result<Document> {
        let document = self.document(symbol);
        let at = document.position(&address.parse().unwrap()).unwrap();
        self.correct(symbol, CorrectionStep::Passage(Correction::of(&document, at, change)))
    }

    fn names(&self) -> Vec<String> {
        let names = file::names(&self.documents().join(FOLDER)).unwrap();
        names.into_iter().map(|name| name.into_string().unwrap()).collect()
    }
}

fn addresses(document: &Document) -> Vec<String> {
    let numbered = document.blocks.iter().filter(|block| block.number.is_some());
    numbered.map(|block| block.address.to_string()).collect()
}

/// A report in which paragraph 2 was run together with paragraph 3.
fn report(date: &str, first: &str) -> String {
    format!(
        "A/90/1\n\n{date}\nOriginal: English\n\nReport of the working group on the seabed\n\n\
         1. {first} and it was agreed that the work of the group would continue.\n\n\
         2. The group met in three meetings and heard many statements 3. It was decided to meet again next year.\n\n\
         4. The report was adopted by consensus at the last meeting of the group.\n"
    )
}

fn split() -> PassageChange {
    PassageChange::Split { before: "3. It was".to_owned() }
}

#[test]
fn corrections_stay_when_the_document_is_imported_again() {
    let workspace = Workspace::new();
    workspace.import(&report("1 March 2035", "States met"));
    let corrected = workspace.passage("A/90/1", "2", split()).unwrap();
    assert_eq!(addresses(&corrected), ["1", "2", "3", "4"]);
    assert_eq!(workspace.document("A/90/1"), corrected);
    assert_eq!(workspace.names(), ["A-90-1.en.imported.toml", "A-90-1.en.toml"]);

    // The same file: nothing changes.
    assert_eq!(workspace.import(&report("1 March 2035", "States met")), KeepOutcome::Same);
    assert_eq!(workspace.document("A/90/1"), corrected);

    // A later version with other words elsewhere: the correction fits.
    workspace.import(&report("1 May 2035", "All States met"));
    let later = workspace.document("A/90/1");
    assert_eq!(addresses(&later), ["1", "2", "3", "4"]);
    assert!(later.blocks.iter().any(|block| block.text.starts_with("All States met")));

    // A version in which the passage is another one: the correction is a finding.
    let changed = report("1 July 2035", "All States met").replace("The group met", "Delegations met");
    workspace.import(&changed);
    let unfit = workspace.document("A/90/1");
    assert_eq!(addresses(&unfit), ["1", "2", "4"]);
    assert_eq!(unfit.findings[0].kind, FindingKind::CorrectionUnfit);
}

#[test]
fn a_correction_is_undone_and_the_document_is_as_it_was_imported() {
    let workspace = Workspace::new();
    workspace.import(&report("1 March 2035", "States met"));
    let imported = workspace.document("A/90/1");
    workspace.passage("A/90/1", "2", split()).unwrap();
    let twice = PassageChange::Recast { kind: BlockKind::Paragraph, number: Some("3 bis".to_owned()) };
    let corrected = workspace.passage("A/90/1", "3", twice).unwrap();
    assert_eq!(addresses(&corrected), ["1", "2", "3bis", "4"]);
    assert_eq!(addresses(&workspace.correct("A/90/1", CorrectionStep::Undo).unwrap()), ["1", "2", "3", "4"]);
    assert_eq!(workspace.correct("A/90/1", CorrectionStep::Undo).unwrap(), imported);
    assert_eq!(workspace.names(), Vec::<String>::new());
    let none = workspace.correct("A/90/1", CorrectionStep::Undo).unwrap_err();
    assert_eq!(none.message.id, "correction-none");
}

#[test]
fn a_correction_that_does_not_fit_changes_no_file() {
    let workspace = Workspace::new();
    workspace.import(&report("1 March 2035", "States met"));
    let before = workspace.document("A/90/1");
    let taken = PassageChange::Recast { kind: BlockKind::Paragraph, number: Some("1".to_owned()) };
    assert_eq!(workspace.passage("A/90/1", "2", taken).unwrap_err().message.id, "correction-number-taken");
    assert_eq!(workspace.document("A/90/1"), before);
    assert_eq!(workspace.names(), Vec::<String>::new());
}

#[test]
fn a_document_gets_another_symbol_and_keeps_it() {
    let workspace = Workspace::new();
    workspace.import(&report("1 March 2035", "States met"));
    let details = CorrectedDetails {
        symbol: Some("A/90/7".parse().unwrap()),
        title: Some("The report".to_owned()),
        ..CorrectedDetails::default()
    };
    workspace.correct("A/90/1", CorrectionStep::Details(details)).unwrap();
    let renamed = workspace.document("A/90/7");
    assert_eq!(renamed.title, "The report");
    workspace.passage("A/90/7", "2", split()).unwrap();
    workspace.import(&report("1 May 2035", "All States met"));
    assert_eq!(addresses(&workspace.document("A/90/7")), ["1", "2", "3", "4"]);
    let (shelf, _) = library::shelf(workspace.0.path(), None);
    assert!(!shelf.holds(&"A/90/1".parse().unwrap()));

    workspace.import(&report("1 May 2035", "All States met").replace("A/90/1", "A/90/8"));
    let taken = CorrectedDetails { symbol: Some("A/90/8".parse().unwrap()), ..CorrectedDetails::default() };
    let refused = workspace.correct("A/90/7", CorrectionStep::Details(taken)).unwrap_err();
    assert_eq!(refused.message.id, "document-symbol-taken");
}

#[test]
fn a_removed_document_is_in_the_trash_with_its_corrections() {
    let workspace = Workspace::new();
    workspace.import(&report("1 March 2035", "States met"));
    workspace.passage("A/90/1", "2", split()).unwrap();
    let symbol: Symbol = "A/90/1".parse().unwrap();
    Catalogue::read(workspace.documents()).unwrap().remove(&symbol, Language::EN).unwrap();
    let (shelf, _) = library::shelf(workspace.0.path(), None);
    assert!(!shelf.holds(&symbol));
    assert_eq!(workspace.names(), Vec::<String>::new());
    assert_eq!(file::names(&workspace.documents().join(".trash")).unwrap().len(), 3);
    let bundled = "A/77/275".parse().unwrap();
    let refused = Catalogue::read(workspace.documents()).unwrap().remove(&bundled, Language::FR).unwrap_err();
    assert_eq!(refused.message.id, "document-not-imported");
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_line() {
    let workspace = Workspace::new();
    workspace.import(&report("1 March 2035", "States met"));
    file::folder(&workspace.documents().join(FOLDER)).unwrap();
    let path = workspace.documents().join(FOLDER).join("A-90-1.en.toml");
    file::write(&path, b"version = 1\nsymbol = \"A/90/1\"\nlanguage = \"en\"\ncolour = 3\n").unwrap();
    let error = workspace.passage("A/90/1", "2", split()).unwrap_err();
    assert_eq!(error.message.id, "corrections-broken");
    assert_eq!(error.message.get("line").map(ToString::to_string), Some("4".to_owned()));
}
