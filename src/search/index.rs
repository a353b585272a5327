//! What an index of all words must be able to do, and what it holds. The index itself is in `store`.

use crate::model::Language;
use crate::search::fields::SearchField;
use crate::search::plan::SearchPlan;
use crate::search::sought::Sought;

/// A passage, or a text of the delegate, as an index holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchEntry {
    /// The stable name of the kind: that of a passage (`norm`), or `note`, `intervention`, `position`, `amendment`, `statement`,
    /// `remark`.
    pub kind: String,
    /// The symbol of the document; empty if it is about none.
    pub symbol: String,
    /// The address in that document; empty if it is about none.
    pub address: String,
    /// The id of a text of the delegate; empty for a passage.
    pub id: String,
    /// The language, if it is known.
    pub language: Option<Language>,
    /// The text.
    pub text: String,
    /// The headings above it, or the names of who spoke: words that describe it but are not in the text.
    pub context: String,
    /// The document it is of: its symbol, what it is, and its title.
    pub title: String,
    /// The values of fields, except symbol, kind and language.
    pub facets: Vec<(SearchField, String)>,
}

/// An entry that an index proposes.
#[derive(Debug, Clone, PartialEq)]
pub struct IndexProposal {
    /// The entry; its facets may be left out.
    pub entry: SearchEntry,
    /// How well it fits, in the units of the index.
    pub score: f32,
}

/// An index of all words.
pub trait SearchIndex {
    /// How many entries there are.
    fn len(&self) -> u64;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// In how many entries a word occurs, inflected or not.
    fn count(&self, sought: &Sought) -> u64;

    /// The folded words one slip of the keyboard away from a folded word, the most frequent first.
    fn near(&self, folded: &str) -> Vec<String>;

    /// The folded words that begin with a folded text, the most frequent first, at most `most`.
    fn beginning(&self, folded: &str, most: usize) -> Vec<String>;

    /// The entries that fit a plan best, at most `most`: with at least half of its units, with all of its filters, without
    /// what it excludes. Without units, those that fit the filters, in the order in which they were added.
    fn candidates(&self, plan: &SearchPlan, most: usize) -> Vec<IndexProposal>;
}
