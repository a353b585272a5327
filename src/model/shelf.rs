//! The shelf: the documents in the library, found by symbol.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::base::Value;
use crate::model::{Address, Document, Language, Symbol};

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

    /// The document with this symbol, in the requested language if the shelf has it, otherwise in another.
    #[must_use]
    pub fn get(&self, symbol: &Symbol, language: Option<Language>) -> Option<&Arc<Document>> {
        let start = self.documents.partition_point(|document| document.symbol < *symbol);
        let mut found = self.documents[start..].iter().take_while(|document| document.symbol == *symbol);
        let first = found.clone().next()?;
        Some(found.find(|document| Some(document.language) == language).unwrap_or(first))
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
        assert_eq!(before.get(&"A/76/2".parse().unwrap(), None).unwrap().symbol.as_str(), "A/76/2");
        shelf.insert(document("A/76/2"));
        assert!(!before.is(&shelf));
        assert_eq!((before.documents().len(), shelf.documents().len()), (3, 3));
        assert!(shelf.get(&"A/76/4".parse().unwrap(), None).is_none());
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
