//! The shelf: the documents at hand, found by symbol.

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
