//! A passage together with the text it is in: one document in one language.

use std::sync::Arc;

use crate::model::{Block, Document};

/// A passage of a document in one language, as [`Shelf::passage`](crate::model::Shelf::passage) finds it.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'a> {
    /// The document, in the language of the passage.
    pub document: &'a Arc<Document>,
    /// Index of the passage among the blocks of the document.
    pub position: usize,
}

impl<'a> Passage<'a> {
    /// The passage itself.
    #[must_use]
    pub fn block(self) -> &'a Block {
        &self.document.blocks[self.position]
    }

    /// Its text.
    #[must_use]
    pub fn text(self) -> &'a str {
        &self.block().text
    }

    /// The passage with those that belong to it: see [`Document::passage`].
    #[must_use]
    pub fn blocks(self) -> &'a [Block] {
        let alone = self.position..self.position + 1;
        let range = self.document.passage(&self.block().address).unwrap_or(alone);
        &self.document.blocks[range]
    }

    /// Its text with that of the passages that belong to it, separated by spaces.
    #[must_use]
    pub fn whole_text(self) -> String {
        self.blocks().iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}
