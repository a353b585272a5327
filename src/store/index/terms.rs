//! A plan as terms of the index: which terms each word is, and what finding one of them is worth.

use tantivy::Term;
use tantivy::query::{Bm25Weight, EnableScoring, PhraseQuery, Query, Weight};

use crate::search::plan::SearchPlan;
use crate::search::sought::{Alternative, SearchUnit, Sought};
use crate::store::index::reading::IndexView;

/// The score of a word that begins as typed: about that of a word in every tenth entry. How rare each of them is makes no difference.
const BEGUN: f32 = 2.5;

/// Most words that the beginning of a word is completed to.
const COMPLETIONS: usize = 50;

/// A term that the index has.
pub(super) struct ScoredTerm {
    pub(super) term: Term,
    /// In how many entries it is.
    pub(super) entries: u64,
    pub(super) score: TermScore,
}

/// What an entry with a term is worth.
pub(super) enum TermScore {
    /// As rare and as frequent in the entry as it is.
    Rarity(Box<Bm25Weight>),
    /// Always the same.
    Same(f32),
}

/// A word: each of its terms will do.
pub(super) struct WordTerms(pub(super) Vec<ScoredTerm>);

impl WordTerms {
    /// In how many entries it is, at most.
    pub(super) fn entries(&self) -> u64 {
        self.0.iter().map(|term| term.entries).sum()
    }
}

/// Words that follow one another, or words anywhere in an entry.
pub(super) enum SoughtWords {
    /// Found by their places.
    Phrase(Box<dyn Weight>),
    /// All of them.
    Words(Vec<WordTerms>),
}

/// One way in which a unit may occur.
pub(super) struct AlternativeTerms {
    /// What finding it is worth.
    pub(super) worth: f32,
    pub(super) inside: SoughtWords,
    /// Its words in the headings above; none if it is a phrase.
    pub(super) around: Vec<WordTerms>,
}

/// A plan as terms.
pub(super) struct PlanTerms {
    pub(super) units: Vec<Vec<AlternativeTerms>>,
    /// How many units an entry must have.
    pub(super) least: u8,
    pub(super) excluded: Vec<SoughtWords>,
    /// For each field whether it is excluded, and its values.
    pub(super) filters: Vec<FilterTerms>,
    /// The kinds that are preferred.
    pub(super) kinds: Vec<Term>,
}

/// The values of a field of which an entry must have one, or none.
pub(super) struct FilterTerms {
    pub(super) excluded: bool,
    pub(super) values: Vec<Term>,
}

impl PlanTerms {
    pub(super) fn new(plan: &SearchPlan, view: &IndexView) -> Self {
        let occurring = plan.units.iter().filter(|unit| unit.weight > 0.0).count();
        let least = (occurring as f32 * plan.least).ceil().max(1.0);
        let kind = view.fields.kind();
        Self {
            units: plan.units.iter().map(|unit| view.unit(unit)).collect(),
            least: least as u8,
            excluded: plan.excluded.iter().map(|words| view.following(words)).collect(),
            filters: plan.filters.iter().map(|filter| view.filter(filter)).collect(),
            kinds: plan.kinds.iter().map(|name| Term::from_field_text(kind, name)).collect(),
        }
    }
}

impl IndexView {
    fn unit(&self, unit: &SearchUnit) -> Vec<AlternativeTerms> {
        unit.alternatives.iter().map(|alternative| self.alternative(alternative)).collect()
    }

    fn alternative(&self, alternative: &Alternative) -> AlternativeTerms {
        let worth = alternative.worth;
        let words = alternative.words.iter();
        if alternative.is_phrase {
            // The number of a passage is beside its text.
            let is_number = alternative.words.first().is_some_and(|word| word.folded.parse::<u16>().is_ok());
            let beside = words.filter(|_| is_number).map(|word| self.around(word)).collect();
            return AlternativeTerms { worth, inside: self.following(&alternative.words), around: beside };
        }
        let inside = SoughtWords::Words(words.clone().map(|word| self.word(word)).collect());
        AlternativeTerms { worth, inside, around: words.map(|word| self.around(word)).collect() }
    }

    fn word(&self, sought: &Sought) -> WordTerms {
        let mut terms: Vec<ScoredTerm> =
            self.terms(sought).into_iter().filter_map(|term| self.scored(term)).collect();
        if sought.is_prefix {
            let known = self.beginning(&sought.folded);
            terms.extend(known.iter().take(COMPLETIONS).map(|known| ScoredTerm {
                term: Term::from_field_text(self.fields.words, &known.word),
                entries: known.entries,
                score: TermScore::Same(BEGUN),
            }));
        }
        WordTerms(terms)
    }

    /// A term with its score; `None` if the index does not have it.
    fn scored(&self, term: Term) -> Option<ScoredTerm> {
        let entries = Some(self.entries(&term)).filter(|entries| *entries > 0)?;
        let segments = self.searcher.segment_readers().iter();
        let all = segments.map(|segment| u64::from(segment.max_doc())).sum();
        let mean = self.mean_length(term.field());
        let weight = Bm25Weight::for_one_term_without_explain(entries, all, mean);
        Some(ScoredTerm { term, entries, score: TermScore::Rarity(Box::new(weight)) })
    }

    fn around(&self, sought: &Sought) -> WordTerms {
        let stems = sought.stems.iter().map(|stem| stem.stem.as_str()).chain([sought.folded.as_str()]);
        let mut terms: Vec<Term> =
            stems.map(|stem| Term::from_field_text(self.fields.around, stem)).collect();
        terms.sort();
        terms.dedup();
        let known = terms.into_iter().map(|term| ScoredTerm {
            entries: self.entries(&term),
            term,
            score: TermScore::Same(1.0),
        });
        WordTerms(known.filter(|known| known.entries > 0).collect())
    }

    /// Words that follow one another; a single one in any inflection if it is one.
    fn following(&self, words: &[Sought]) -> SoughtWords {
        if let [] | [_] = words {
            return SoughtWords::Words(words.iter().map(|word| self.word(word)).collect());
        }
        let term = |word: &Sought| Term::from_field_text(self.fields.words, &word.folded);
        let phrase = PhraseQuery::new(words.iter().map(term).collect());
        match phrase.weight(EnableScoring::enabled_from_searcher(&self.searcher)) {
            Ok(weight) => SoughtWords::Phrase(weight),
            // The places of words cannot be read: they are looked for anywhere.
            Err(_) => SoughtWords::Words(words.iter().map(|word| self.word(word)).collect()),
        }
    }
}
