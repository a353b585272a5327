//! The shelf: the documents in the library, found by symbol.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::base::Value;
use crate::model::{Address, Document, Language, Passage, Place, Symbol};

/// The documents in the library, in order of symbol and language. Cloning it is cheap.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    documents: Arc<Vec<Arc<Document>>>,
}

/// A passage of a document: symbol and address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The document.
    pub symbol: Symbol,
    /// The passage.
    pub address: Address,
}

impl fmt::Display for Reference {
    /// The spelling used in notes, the tracker and the command line: `A/77/275:annex/E/next/2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.symbol, self.address)
    }
}

impl From<&Reference> for Value {
    fn from(reference: &Reference) -> Self {
        Self::Text(reference.to_string())
    }
}

impl FromStr for Reference {
    type Err = ();

    /// Reads `SYMBOL:ADDRESS`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let (symbol, address) = text.split_once(':').ok_or(())?;
        Ok(Self { symbol: symbol.parse()?, address: address.parse()? })
    }
}

impl Shelf {
    /// A shelf with these documents; a later one replaces an earlier one of the same symbol and language.
    #[must_use]
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        let mut shelf = Self::default();
        documents.into_iter().for_each(|document| shelf.insert(document));
        shelf
    }

    /// Whether another shelf is a clone of this one and neither has changed since.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.documents, &other.documents)
    }

    /// Adds a document; it replaces one of the same symbol and language.
    pub fn insert(&mut self, document: Document) {
        let key = (&document.symbol, document.language);
        let at = self.documents.binary_search_by(|known| (&known.symbol, known.language).cmp(&key));
        let documents = Arc::make_mut(&mut self.documents);
        match at {
            Ok(at) => documents[at] = Arc::new(document),
            Err(at) => documents.insert(at, Arc::new(document)),
        }
    }

    /// The documents in order.
    #[must_use]
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The texts of one document: one in each language that the shelf has, in order of language.
    #[must_use]
    pub fn texts(&self, symbol: &Symbol) -> &[Arc<Document>] {
        let start = self.documents.partition_point(|document| document.symbol < *symbol);
        let length = self.documents[start..].partition_point(|document| document.symbol == *symbol);
        &self.documents[start..start + length]
    }

    /// The texts of each document, in order of symbol.
    pub fn by_symbol(&self) -> impl Iterator<Item = &[Arc<Document>]> {
        self.documents.chunk_by(|one, other| one.symbol == other.symbol)
    }

    /// The texts of one document, the one that is best for somebody who reads `language` first: see
    /// [`Language::distance_from`].
    #[must_use]
    pub fn best_first(&self, symbol: &Symbol, language: Language) -> Vec<&Arc<Document>> {
        let mut texts: Vec<&Arc<Document>> = self.texts(symbol).iter().collect();
        texts.sort_by_key(|text| text.language.distance_from(language));
        texts
    }

    /// The document with this symbol, in the requested language if the shelf has it, otherwise in the nearest one.
    #[must_use]
    pub fn get(&self, symbol: &Symbol, language: Language) -> Option<&Arc<Document>> {
        self.texts(symbol).iter().min_by_key(|text| text.language.distance_from(language))
    }

    /// Whether the shelf has a document, in any language.
    #[must_use]
    pub fn holds(&self, symbol: &Symbol) -> bool {
        !self.texts(symbol).is_empty()
    }

    /// The passage, in the requested language if the shelf has it in that language, otherwise in the nearest one that has
    /// the passage.
    #[must_use]
    pub fn passage(&self, passage: &Reference, language: Language) -> Option<Passage<'_>> {
        let find =
            |document| Some(Passage { document, position: Document::position(document, &passage.address)? });
        self.best_first(&passage.symbol, language).into_iter().find_map(find)
    }

    /// The passage to read for a reference: the passage itself, or the first one of a document without a title.
    #[must_use]
    pub fn destination(&self, passage: &Reference, language: Language) -> Option<Passage<'_>> {
        let start = || {
            let document = self.get(&passage.symbol, language)?;
            let is_start = passage.address.place == Place::Title && !document.blocks.is_empty();
            is_start.then_some(Passage { document, position: 0 })
        };
        self.passage(passage, language).or_else(start)
    }

    /// Whether both are clones of one shelf, and no document has been added to either since.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.documents, &other.documents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_is_no_longer_the_same_after_a_document_is_added() {
        let document = |symbol: &str| Document {
            symbol: symbol.parse().unwrap(),
            language: Language::EN,
            kind: crate::model::DocumentKind::Other,
            title: String::new(),
            date: None,
            remark: None,
            blocks: Vec::new(),
            findings: Vec::new(),
        };
        let mut shelf = Shelf::new(["A/76/2", "A/76/1", "A/76/3"].map(document));
        let before = shelf.clone();
        assert!(before.is(&shelf));
        assert_eq!(before.get(&"A/76/2".parse().unwrap(), Language::FR).unwrap().symbol.as_str(), "A/76/2");
        shelf.insert(document("A/76/2"));
        assert!(!before.is(&shelf));
        assert_eq!((before.documents().len(), shelf.documents().len()), (3, 3));
        assert!(!shelf.holds(&"A/76/4".parse().unwrap()));
    }

    #[test]
    fn a_reference_writes_back_as_it_was_read() {
        for text in ["A/77/275:annex/E/next/2", "A/76/135:13", "A/AC.290/2020/L.1:item/5/f"] {
            assert_eq!(text.parse::<Reference>().unwrap().to_string(), text);
        }
        for wrong in ["", "A/77/275", "A/77/275:", ":16", "A/77/275 : 16"] {
            assert!(wrong.parse::<Reference>().is_err(), "{wrong}");
        }
    }
}
