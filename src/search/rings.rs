//! Rings of equivalent terms, found by the words that their terms begin with. There are thousands of terms and a query needs a few of them:
//! a term is folded and stemmed when a word with the same first letters is looked up.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, OnceLock};

use crate::model::Language;
use crate::search::words::{Inflection, WordHead, WordStem, head, singular, words};

/// A term of a ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RingTerm {
    /// The term as the file has it.
    pub text: String,
    /// Its words, folded, without common ones.
    pub words: Vec<String>,
    /// The language whose inflections it has; `None` for abbreviations, which are the same in all languages.
    pub inflection: Option<Inflection>,
}

/// Equivalent terms: each is found for every other one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ring {
    /// Its terms.
    pub terms: Vec<RingTerm>,
    /// Where it comes from.
    pub origin: RingOrigin,
}

/// Where a ring comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RingOrigin {
    /// Words of `concepts.toml` with related meanings, in several languages.
    Related,
    /// One word of `concepts.toml` in several languages.
    Translation,
    /// The subjects of `concepts.toml`.
    Subject,
    /// The names of a State.
    State,
    /// The file of the delegate.
    Own,
}

impl Ring {
    /// Whether the delegate has added it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.origin == RingOrigin::Own
    }

    /// Whether it has the names of a State.
    #[must_use]
    pub fn is_of_state(&self) -> bool {
        self.origin == RingOrigin::State
    }

    /// Whether it is only one word in several languages.
    #[must_use]
    pub fn is_translation(&self) -> bool {
        matches!(self.origin, RingOrigin::Translation | RingOrigin::Related)
    }

    /// Whether it is a subject, and not only one word in several languages.
    #[must_use]
    pub fn is_subject(&self) -> bool {
        !self.is_translation() || self.terms.iter().any(|term| term.words.len() > 1)
    }

    /// The term shown for the ring: the first in a language, else the first of all.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        let inflection = Inflection::of(language);
        let own = self.terms.iter().find(|term| inflection.is_some() && term.inflection == inflection);
        own.or(self.terms.first()).map_or("", |term| term.text.as_str())
    }
}

/// A ring as it is written.
#[derive(Debug)]
pub(super) struct WrittenRing {
    /// Its terms with their languages.
    pub terms: Vec<(Option<Inflection>, String)>,
    /// Where it comes from.
    pub origin: RingOrigin,
}

/// The rings of one file.
#[derive(Debug, Default)]
pub(super) struct RingTable {
    rings: Vec<TableRing>,
    heads: HashMap<WordHead, HeadTerms>,
    /// All words of the rings, folded.
    vocabulary: OnceLock<BTreeSet<String>>,
    common: Arc<HashSet<String>>,
}

#[derive(Debug)]
struct TableRing {
    written: WrittenRing,
    /// With its terms folded; `None` if they are all common words, or one term only.
    ring: OnceLock<Option<Ring>>,
}

/// The rings that have a term whose first word begins so.
#[derive(Debug, Default)]
struct HeadTerms {
    rings: Vec<usize>,
    terms: OnceLock<Vec<TermStart>>,
}

/// A term as it is looked up.
#[derive(Debug)]
pub(super) struct TermStart {
    /// The stems of its words.
    pub stems: Vec<String>,
    /// Its words without the ending of a plural.
    singular: Vec<String>,
    ring: usize,
}

impl TermStart {
    /// Whether these folded words begin with its own, in the singular or the plural.
    pub(super) fn is(&self, words: &[&str]) -> bool {
        words.len() >= self.singular.len()
            && self.singular.iter().zip(words).all(|(own, word)| own == singular(word))
    }
}

impl RingTable {
    /// The table of the rings of a file. `common` are the words that terms are looked up without.
    pub(super) fn new(written: Vec<WrittenRing>, common: &Arc<HashSet<String>>) -> Self {
        let mut table = Self { common: Arc::clone(common), ..Self::default() };
        for (at, ring) in written.into_iter().enumerate() {
            for (_, text) in &ring.terms {
                let first = words(text).find(|word| !common.contains(&*word.folded));
                let Some(first) = first else { continue };
                let rings = &mut table.heads.entry(head(&first.folded)).or_default().rings;
                if rings.last() != Some(&at) {
                    rings.push(at);
                }
            }
            table.rings.push(TableRing { written: ring, ring: OnceLock::new() });
        }
        table
    }

    /// The rings.
    pub(super) fn rings(&self) -> impl Iterator<Item = &Ring> {
        (0..self.rings.len()).filter_map(|at| self.ring(at))
    }

    /// The terms that may begin with a folded word, each with its ring.
    pub(super) fn starting(&self, folded: &str) -> impl Iterator<Item = (&TermStart, &Ring)> {
        let terms = self.heads.get(&head(folded)).map(|head| self.terms(folded, head));
        terms.into_iter().flatten().filter_map(|start| Some((start, self.ring(start.ring)?)))
    }

    fn terms<'t>(&'t self, folded: &str, with: &'t HeadTerms) -> &'t [TermStart] {
        with.terms.get_or_init(|| {
            let wanted = head(folded);
            let mut starts = Vec::new();
            for at in &with.rings {
                let terms = self.ring(*at).into_iter().flat_map(|ring| &ring.terms);
                for term in terms.filter(|term| head(&term.words[0]) == wanted) {
                    let singular = term.words.iter().map(|word| singular(word).to_owned()).collect();
                    starts.push(TermStart {
                        stems: stems(&term.words, term.inflection),
                        singular,
                        ring: *at,
                    });
                }
            }
            starts
        })
    }

    fn ring(&self, at: usize) -> Option<&Ring> {
        let TableRing { written, ring } = &self.rings[at];
        let read = || {
            let term = |(inflection, text): &(Option<Inflection>, String)| RingTerm {
                words: content(text, &self.common),
                text: text.clone(),
                inflection: *inflection,
            };
            let mut terms: Vec<RingTerm> = written.terms.iter().map(term).collect();
            terms.retain(|term| !term.words.is_empty());
            (terms.len() > 1).then_some(Ring { terms, origin: written.origin })
        };
        ring.get_or_init(read).as_ref()
    }

    /// All words of the rings, folded, in order.
    pub(super) fn vocabulary(&self) -> &BTreeSet<String> {
        self.vocabulary.get_or_init(|| {
            self.rings().flat_map(|ring| &ring.terms).flat_map(|term| term.words.iter().cloned()).collect()
        })
    }

    /// Whether a word of a ring has this stem.
    pub(super) fn has_stem(&self, stem: &WordStem) -> bool {
        let near = self.vocabulary().iter().filter(|word| head(word) == head(&stem.stem));
        near.into_iter().any(|word| stem.inflection.stem(word) == stem.stem)
    }
}

/// The stems of words; the words themselves where they are not inflected.
pub(super) fn stems(words: &[String], inflection: Option<Inflection>) -> Vec<String> {
    words.iter().map(|word| inflection.map_or_else(|| word.clone(), |language| language.stem(word))).collect()
}

/// The words of a text that are not common, folded.
pub(super) fn content(text: &str, common: &HashSet<String>) -> Vec<String> {
    words(text).map(|word| word.folded.into_owned()).filter(|word| !common.contains(word)).collect()
}
