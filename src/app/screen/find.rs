//! The result of a search in the current document.

use crate::app::notice::Notice;
use crate::search::text::{FoldedDocument, Match};

/// What was searched for and where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The words as typed.
    pub query: String,
    /// The places, in reading order.
    pub matches: Vec<Match>,
    /// The current one, as an index into `matches`.
    pub at: usize,
}

impl Found {
    /// Searches the document; the first place at or after the passage `origin` is the current one. `None` if nothing
    /// was typed.
    #[must_use]
    pub fn new(document: &FoldedDocument, query: &str, origin: usize) -> Option<Self> {
        let matches = document.find(query);
        let at = matches.iter().position(|found| found.block >= origin).unwrap_or(0);
        (!query.trim().is_empty()).then(|| Self { query: query.to_owned(), matches, at })
    }

    /// The passage of the current place; `None` if nothing was found.
    #[must_use]
    pub fn block(&self) -> Option<usize> {
        self.matches.get(self.at).map(|found| found.block)
    }

    /// Makes the place `by` places further the current one; after the last place comes the first.
    pub fn turn(&mut self, by: isize) {
        let len = self.matches.len();
        if len > 0 {
            self.at = (self.at + len).wrapping_add_signed(by) % len;
        }
    }

    /// A notice with the number of the current place and of all places, or that nothing was found.
    #[must_use]
    pub fn notice(&self) -> Notice {
        if self.matches.is_empty() {
            return Notice::new("notice-not-found").with("query", &self.query);
        }
        Notice::new("notice-found").with("at", self.at + 1).with("count", self.matches.len())
    }
}
