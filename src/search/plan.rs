//! What to search for: a query with the words corrected, the concepts found, and the weight of each part of it.

use crate::base::{Message, Span};
use crate::search::concepts::{Concept, Concepts};
use crate::search::fields::{FieldFilter, SearchField};
use crate::search::index::SearchIndex;
use crate::search::query::{Query, QueryTerm, TermForm};
use crate::search::rings::Ring;
use crate::search::words::{Inflection, WordStem, is_one_slip};

/// A word that is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// The word, folded.
    pub folded: String,
    /// Its stem in each language in which it may be inflected.
    pub stems: Vec<WordStem>,
    /// The word as typed in small letters, if it was typed with accents.
    pub accented: Option<String>,
    /// Whether words that begin with it count.
    pub is_prefix: bool,
}

impl Sought {
    /// A word in any inflection of these languages.
    #[must_use]
    pub fn inflected(folded: &str, languages: &[Inflection]) -> Self {
        Self {
            folded: folded.to_owned(),
            stems: WordStem::of(folded, languages),
            accented: None,
            is_prefix: false,
        }
    }

    /// A word as it is.
    #[must_use]
    pub fn exact(folded: &str) -> Self {
        Self::inflected(folded, &[])
    }

    /// Whether a folded word of a text is it. `stems` are those of that word in the languages the text may be in.
    #[must_use]
    pub fn is(&self, folded: &str, stems: &[WordStem]) -> bool {
        folded == self.folded
            || self.is_prefix && folded.starts_with(&self.folded)
            || stems.iter().any(|stem| self.stems.contains(stem))
    }
}

/// One way in which a unit may occur in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// Its words, in order.
    pub words: Vec<Sought>,
    /// How much finding it is worth, 1 being what was typed.
    pub worth: f32,
    /// The term of a ring that it is; `None` for what was typed.
    pub term: Option<String>,
    /// Whether its words must follow one another.
    pub is_phrase: bool,
}

/// A part of a query that is found or not: a word, a phrase, or a term of a concept.
#[derive(Debug, Clone, PartialEq)]
pub struct SearchUnit {
    /// Where it was typed.
    pub span: Span,
    /// The ways in which it may occur.
    pub alternatives: Vec<Alternative>,
    /// Its share in the query: rare words count more, and what occurs nowhere does not count.
    pub weight: f32,
}

/// What to search for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SearchPlan {
    /// What is to be found.
    pub units: Vec<SearchUnit>,
    /// What must not occur: words that follow one another.
    pub excluded: Vec<Vec<Sought>>,
    /// Fields.
    pub filters: Vec<FieldFilter>,
    /// The kinds that are preferred.
    pub kinds: Vec<String>,
    /// The folded words as typed, two that follow one another each time: common ones too, as in a quotation.
    pub pairs: Vec<[String; 2]>,
    /// The least share of it that must be found.
    pub least: f32,
    /// What was ignored, corrected or found through a concept.
    pub reports: Vec<Message>,
}

/// What a term of a ring is worth if what was typed occurs nowhere, and if it does; and what a corrected word is worth.
const RING: f32 = 0.85;
const RING_BESIDE: f32 = 0.66;
const CORRECTED: f32 = 0.7;

/// The least share of a query that must be found, and if little is found.
const LEAST: f32 = 0.45;
const LEAST_LOOSELY: f32 = 0.12;

/// Most words that the beginning of one is completed to.
const COMPLETIONS: usize = 24;

/// The fewest letters of a word that is corrected.
const CORRECTABLE: usize = 4;

/// The fewest words that may be a quotation.
const QUOTED: usize = 4;

/// A word of the query with what is known of it.
struct PlanWord<'q> {
    term: &'q QueryTerm,
    folded: String,
    /// Words one slip away, if the word occurs nowhere.
    near: Vec<String>,
}

/// Plans a search. `concepts` gives rings only if `with_rings`.
#[must_use]
pub fn plan(query: &Query, concepts: &Concepts, index: &dyn SearchIndex, with_rings: bool) -> SearchPlan {
    let plan = SearchPlan { least: LEAST, ..SearchPlan::default() };
    Planner { query, concepts, index, with_rings, by_word: false, plan }.planned()
}

/// Plans a search for little of a query: each word by itself, without terms of several words.
#[must_use]
pub fn plan_loosely(
    query: &Query,
    concepts: &Concepts,
    index: &dyn SearchIndex,
    with_rings: bool,
) -> SearchPlan {
    let plan = SearchPlan { least: LEAST_LOOSELY, ..SearchPlan::default() };
    Planner { query, concepts, index, with_rings, by_word: true, plan }.planned()
}

struct Planner<'p> {
    query: &'p Query,
    concepts: &'p Concepts,
    index: &'p dyn SearchIndex,
    with_rings: bool,
    /// Whether each word is looked up by itself.
    by_word: bool,
    plan: SearchPlan,
}

impl<'p> Planner<'p> {
    fn planned(mut self) -> SearchPlan {
        self.plan.filters.clone_from(&self.query.filters);
        self.plan.reports.clone_from(&self.query.ignored);
        self.exclude();
        let words = self.words();
        self.units(&words, true);
        if self.plan.units.is_empty() && !words.is_empty() {
            let kinds = std::mem::take(&mut self.plan.kinds);
            self.units(&words, false);
            self.only_kinds(kinds);
        }
        self.phrases();
        self.weigh();
        self.pairs();
        self.plan
    }

    fn terms(&self, form: impl Fn(TermForm) -> bool) -> impl Iterator<Item = &'p QueryTerm> {
        self.query.terms.iter().filter(move |term| form(term.form) && !term.excluded)
    }

    fn exclude(&mut self) {
        for term in self.query.terms.iter().filter(|term| term.excluded) {
            let languages: &[Inflection] = if term.form == TermForm::Word { &Inflection::ALL } else { &[] };
            let mut words: Vec<Sought> =
                term.words.iter().map(|word| Sought::inflected(word, languages)).collect();
            if term.form == TermForm::Prefix {
                words.iter_mut().for_each(|word| word.is_prefix = true);
            }
            self.plan.excluded.push(words);
        }
    }

    /// The single words of the query that are not common, corrected; all of them if every one is common.
    fn words(&mut self) -> Vec<PlanWord<'p>> {
        let single: Vec<&QueryTerm> = self.terms(|form| form != TermForm::Phrase).collect();
        let is_common =
            |term: &QueryTerm| term.form == TermForm::Word && self.concepts.is_common(&term.words[0]);
        let content: Vec<&QueryTerm> = single.iter().copied().filter(|term| !is_common(term)).collect();
        let has_phrases = self.terms(|form| form == TermForm::Phrase).next().is_some();
        let chosen = if content.is_empty() && !has_phrases { single } else { content };
        chosen.into_iter().map(|term| self.word(term)).collect()
    }

    fn word(&mut self, term: &'p QueryTerm) -> PlanWord<'p> {
        let folded = term.words[0].clone();
        let near = if self.is_known(&folded, term.form) { Vec::new() } else { self.nearest(&folded) };
        let is_report = term.form == TermForm::Word || near.is_empty();
        let message = match near.first() {
            Some(word) => {
                Message::new("search-corrected").with("word", folded.as_str()).with("read", word.as_str())
            }
            None => Message::new("search-unknown-word").with("word", folded.as_str()),
        };
        if is_report && !self.is_known(&folded, term.form) {
            self.plan.reports.push(message);
        }
        PlanWord { term, folded, near }
    }

    fn is_known(&self, folded: &str, form: TermForm) -> bool {
        let sought = Sought::inflected(folded, &Inflection::ALL);
        if self.index.count(&sought) > 0 || self.concepts.longest(&[folded]).is_some() {
            return true;
        }
        if form == TermForm::Prefix {
            return self.concepts.beginning(folded).next().is_some()
                || !self.index.beginning(folded, 1).is_empty();
        }
        self.with_rings && sought.stems.iter().any(|stem| self.concepts.has_stem(stem))
    }

    fn nearest(&self, folded: &str) -> Vec<String> {
        if folded.chars().count() < CORRECTABLE || folded.bytes().any(|byte| byte.is_ascii_digit()) {
            return Vec::new();
        }
        let known = self.concepts.vocabulary().filter(|word| is_one_slip(folded, word));
        let mut near: Vec<String> = known.map(str::to_owned).collect();
        let indexed: Vec<String> =
            self.index.near(folded).into_iter().filter(|word| !near.contains(word)).collect();
        near.extend(indexed);
        near
    }

    fn units(&mut self, words: &[PlanWord<'p>], with_kinds: bool) {
        let mut at = 0;
        while at < words.len() {
            let found = match self.concept(&words[at..]) {
                Some((_, Concept::Rings(_))) if self.by_word => self.concept(&words[at..=at]),
                found => found,
            };
            let (length, concept) = match found {
                Some((length, Concept::Kinds(kinds)))
                    if with_kinds && !self.is_subject(at + length, words) =>
                {
                    self.plan.kinds.extend(kinds.iter().cloned());
                    at += length;
                    continue;
                }
                Some((length, Concept::Rings(rings))) if self.with_rings => (length, rings),
                _ => (1, Vec::new()),
            };
            let unit = if concept.is_empty() {
                self.plain(&words[at])
            } else {
                self.of_rings(&words[at..at + length], &concept)
            };
            self.plan.units.push(unit);
            at += length;
        }
    }

    /// Whether the name of a kind that ends the words is what the passages are about: `next steps on norms`.
    fn is_subject(&self, end: usize, words: &[PlanWord<'p>]) -> bool {
        end == words.len() && !self.plan.kinds.is_empty() && self.plan.units.is_empty()
    }

    /// The longest concept that begins with the first of the words: as typed, corrected, or with the last one completed.
    fn concept(&self, words: &[PlanWord<'p>]) -> Option<(usize, Concept<'p>)> {
        let typed: Vec<&str> =
            words.iter().map(|word| word.near.first().unwrap_or(&word.folded).as_str()).collect();
        let found = self.concepts.longest(&typed);
        let Some(last) = words.last().filter(|word| word.term.form == TermForm::Prefix) else { return found };
        let completed = self.concepts.beginning(&last.folded).take(COMPLETIONS).filter_map(|whole| {
            let mut words = typed.clone();
            *words.last_mut()? = whole;
            self.concepts.longest(&words).filter(|(length, _)| *length == words.len())
        });
        let completed =
            if last.folded.len() > 1 { completed.max_by_key(|(length, _)| *length) } else { None };
        match (found, completed) {
            (Some(found), Some(completed)) if completed.0 > found.0 => Some(completed),
            (None, Some(completed)) if completed.0 > 1 => Some(completed),
            (found, _) => found,
        }
    }

    fn sought(&self, word: &PlanWord<'_>) -> Sought {
        let typed = word.term.span.of(&self.query.typed).to_lowercase();
        let accented = (typed != word.folded && typed.chars().any(|c| c.is_alphabetic() && !c.is_ascii()))
            .then_some(typed);
        let is_prefix = word.term.form == TermForm::Prefix;
        Sought { accented, is_prefix, ..Sought::inflected(&word.folded, &Inflection::ALL) }
    }

    fn plain(&self, word: &PlanWord<'_>) -> SearchUnit {
        let alternative =
            |words: Vec<Sought>, worth: f32| Alternative { words, worth, term: None, is_phrase: false };
        let mut alternatives = vec![alternative(vec![self.sought(word)], 1.0)];
        let near = word.near.iter().map(|near| Sought::inflected(near, &Inflection::ALL));
        alternatives.extend(near.map(|near| alternative(vec![near], CORRECTED)));
        SearchUnit { span: word.term.span, alternatives, weight: 1.0 }
    }

    fn of_rings(&mut self, words: &[PlanWord<'_>], rings: &[&Ring]) -> SearchUnit {
        let typed: Vec<Sought> = words
            .iter()
            .map(|word| match word.near.first() {
                Some(near) => Sought::inflected(near, &Inflection::ALL),
                None => self.sought(word),
            })
            .collect();
        let span = Span::new(words[0].term.span.start, words[words.len() - 1].term.span.end);
        let is_typed = |words: &[Sought]| {
            words.len() == typed.len()
                && words.iter().zip(&typed).all(|(one, other)| {
                    one.folded == other.folded || one.stems.iter().any(|stem| other.stems.contains(stem))
                })
        };
        let mut alternatives =
            vec![Alternative { words: typed.clone(), worth: 1.0, term: None, is_phrase: false }];
        let occurs = typed.iter().all(|word| self.index.count(word) > 0);
        let worth = if occurs { RING_BESIDE } else { RING };
        for term in rings.iter().flat_map(|ring| &ring.terms) {
            let languages: &[Inflection] = term.inflection.as_slice();
            let words: Vec<Sought> =
                term.words.iter().map(|word| Sought::inflected(word, languages)).collect();
            let is_new = !is_typed(&words) && alternatives.iter().all(|known| known.words != words);
            if is_new && words.iter().all(|word| self.index.count(word) > 0) {
                alternatives.push(Alternative {
                    words,
                    worth,
                    term: Some(term.text.clone()),
                    is_phrase: false,
                });
            }
        }
        if let Some(term) = alternatives.iter().find_map(|alternative| alternative.term.as_ref()) {
            let typed = span.of(&self.query.typed);
            self.plan
                .reports
                .push(Message::new("search-through").with("word", typed).with("term", term.as_str()));
        }
        SearchUnit { span, alternatives, weight: 1.0 }
    }

    fn phrases(&mut self) {
        let phrases: Vec<&QueryTerm> = self.terms(|form| form == TermForm::Phrase).collect();
        for term in phrases {
            let words = term.words.iter().map(|word| Sought::exact(word)).collect();
            let alternative = Alternative { words, worth: 1.0, term: None, is_phrase: true };
            self.plan.units.push(SearchUnit {
                span: term.span,
                alternatives: vec![alternative],
                weight: 1.0,
            });
        }
    }

    /// If only kinds of passages are named, in a language that the texts are not in, all passages of these kinds are meant.
    fn only_kinds(&mut self, kinds: Vec<String>) {
        let occurs =
            |alternative: &Alternative| alternative.words.iter().all(|word| self.index.count(word) > 0);
        let mut typed =
            self.plan.units.iter().flat_map(|unit| &unit.alternatives).filter(|one| one.term.is_none());
        if kinds.is_empty() || typed.any(occurs) {
            return;
        }
        self.plan.units.clear();
        self.plan.reports.retain(|message| !["search-unknown-word", "search-through"].contains(&message.id));
        self.plan.filters.push(FieldFilter { field: SearchField::Kind, values: kinds, excluded: false });
    }

    /// What follows one another as typed, if more is typed than a term.
    fn pairs(&mut self) {
        let typed = self.query.terms.iter().filter(|term| !term.excluded).flat_map(|term| &term.words);
        let typed: Vec<&String> = typed.collect();
        if typed.len() >= QUOTED {
            self.plan.pairs = typed.windows(2).map(|pair| [pair[0].clone(), pair[1].clone()]).collect();
        }
    }

    /// Gives rare units more weight. What occurs nowhere has none, so that the rest of a query is still found.
    fn weigh(&mut self) {
        let all = self.index.len() as f32;
        let count = |word: &Sought| match word.is_prefix {
            true => self.index.count(word).max(1),
            false => self.index.count(word),
        };
        for unit in &mut self.plan.units {
            let of = |alternative: &Alternative| alternative.words.iter().map(count).min().unwrap_or(0);
            let found = unit.alternatives.iter().map(of).max().unwrap_or(0);
            unit.weight = match found {
                0 => 0.0,
                found => (1.0 + all / (1.0 + found as f32)).ln().clamp(1.0, 6.0),
            };
        }
    }
}
