//! The shelf: the documents at hand, found by symbol.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::model::{Address, Document, Language, Symbol};

/// The documents at hand, in order of symbol and language.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    documents: Vec<Arc<Document>>,
}

/// A passage of a document at hand: symbol and address.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference {
    /// The document.
    pub symbol: Symbol,
    /// The passage.
    pub address: Address,
}

impl fmt::Display for Reference {
    /// The one spelling of notes, tracker and command line: `A/77/275:annex/E/next/2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.symbol, self.address)
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
    /// Puts documents on the shelf; a later one replaces an earlier one of the same symbol and language.
    #[must_use]
    pub fn new(documents: impl IntoIterator<Item = Document>) -> Self {
        let mut shelf = Self::default();
        documents.into_iter().for_each(|document| shelf.insert(document));
        shelf
    }

    /// Puts one document on the shelf, replacing its like.
    pub fn insert(&mut self, document: Document) {
        let key = |document: &Document| (document.symbol.clone(), document.language);
        match self.documents.binary_search_by_key(&key(&document), |held| key(held)) {
            Ok(at) => self.documents[at] = Arc::new(document),
            Err(at) => self.documents.insert(at, Arc::new(document)),
        }
    }

    /// The documents in order.
    #[must_use]
    pub fn documents(&self) -> &[Arc<Document>] {
        &self.documents
    }

    /// The document with this symbol, in the language wished if it is there.
    #[must_use]
    pub fn get(&self, symbol: &Symbol, language: Option<Language>) -> Option<&Arc<Document>> {
        let mut held = self.documents.iter().filter(|document| document.symbol == *symbol);
        let first = held.clone().next()?;
        Some(held.find(|document| Some(document.language) == language).unwrap_or(first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
