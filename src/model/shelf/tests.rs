//! Tests of the shelf: when documents are loaded, kept and removed from memory.

use super::*;

fn document(symbol: &str) -> Document {
    Document {
        symbol: symbol.parse().unwrap(),
        language: Language::EN,
        kind: crate::model::DocumentKind::Other,
        title: String::new(),
        date: None,
        remark: None,
        blocks: Vec::new(),
        findings: Vec::new(),
    }
}

/// Loads the documents that are there, and counts how often.
#[derive(Debug)]
struct CountingLoader {
    documents: Vec<Option<Document>>,
    loaded: AtomicU64,
}

impl DocumentLoader for CountingLoader {
    fn load(&self, entry: usize) -> crate::base::Result<Document> {
        self.loaded.fetch_add(1, Ordering::Relaxed);
        self.documents[entry].clone().ok_or_else(|| Error::broken("document-changed"))
    }

    fn addresses(&self, _: &[usize]) -> Option<AddressList> {
        None
    }
}

/// A shelf of which the documents are loaded; one whose symbol ends with 9 is no longer there.
fn catalogued(symbols: &[&str]) -> (Shelf, Arc<CountingLoader>) {
    let entry =
        |symbol: &&str| Catalogued { row: Arc::new(DocumentRow::of(&document(symbol))), document: None };
    let there = |symbol: &&str| (!symbol.ends_with('9')).then(|| document(symbol));
    let documents = symbols.iter().map(there).collect();
    let loader = Arc::new(CountingLoader { documents, loaded: AtomicU64::new(0) });
    (Shelf::catalogued(symbols.iter().map(entry).collect(), loader.clone()), loader)
}

#[test]
fn a_document_is_loaded_once_when_it_is_first_asked_for() {
    let (shelf, loader) = catalogued(&["A/76/2", "A/76/1", "A/76/2"]);
    let loaded = || loader.loaded.load(Ordering::Relaxed);
    assert_eq!(shelf.rows().iter().map(|row| row.symbol.as_str()).collect::<Vec<_>>(), ["A/76/1", "A/76/2"]);
    assert!(shelf.holds(&"A/76/2".parse().unwrap()));
    assert_eq!(loaded(), 0);
    let other = shelf.clone();
    for shelf in [&shelf, &other] {
        assert_eq!(shelf.get(&"A/76/2".parse().unwrap(), Language::FR).unwrap().symbol.as_str(), "A/76/2");
    }
    assert_eq!(loaded(), 1);
    assert_eq!(shelf.passing().count(), 2);
    assert_eq!(shelf.passing().count(), 2);
    assert_eq!(loaded(), 3, "a document in passing is not kept");
}

#[test]
fn a_document_that_is_no_longer_there_is_a_fault() {
    let (shelf, _) = catalogued(&["A/76/1", "A/76/9"]);
    let symbol = "A/76/9".parse().unwrap();
    assert!(shelf.holds(&symbol) && shelf.get(&symbol, Language::EN).is_none());
    assert!(shelf.texts(&symbol).is_empty() && shelf.first().is_some());
    assert_eq!(shelf.clone().take_faults(), [Error::broken("document-changed")]);
    assert_eq!(shelf.take_faults(), []);
}

#[test]
fn only_documents_in_use_and_a_few_others_stay_in_memory() {
    let symbols = ["A/76/1", "A/76/2", "A/76/3", "A/76/4"];
    let (mut shelf, loader) = catalogued(&symbols);
    let before = shelf.clone();
    let read =
        |shelf: &Shelf, at: usize| Arc::clone(shelf.first_text(&symbols[at].parse().unwrap()).unwrap());
    let used = read(&shelf, 0);
    (1..4).for_each(|at| drop(read(&shelf, at)));
    shelf.trim(1);
    assert!(shelf.is(&before));
    assert!(Arc::ptr_eq(&used, &read(&shelf, 0)));
    drop(read(&shelf, 3));
    assert_eq!(loader.loaded.load(Ordering::Relaxed), 4);
    drop(read(&shelf, 1));
    assert_eq!(loader.loaded.load(Ordering::Relaxed), 5, "it was removed from memory");
}

#[test]
fn a_shelf_is_no_longer_the_same_after_a_document_is_added() {
    let mut shelf = Shelf::new(["A/76/2", "A/76/1", "A/76/3"].map(document));
    let before = shelf.clone();
    assert!(before.is(&shelf));
    assert_eq!(before.get(&"A/76/2".parse().unwrap(), Language::FR).unwrap().symbol.as_str(), "A/76/2");
    shelf.insert(document("A/76/2"));
    assert!(!before.is(&shelf));
    assert_eq!((before.rows().len(), shelf.rows().len()), (3, 3));
    assert!(!shelf.holds(&"A/76/4".parse().unwrap()));
}
