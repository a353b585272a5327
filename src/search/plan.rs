//! What to search for: a query with the words corrected, the concepts found, and the weight of each part of it.

use crate::base::nearest::nearest;
use crate::base::{Message, Span};
use crate::search::answers::AnswerKind;
use crate::search::concepts::{Concept, Concepts};
use crate::search::equivalents::is_loose;
use crate::search::fields::{FieldFilter, SearchField};
use crate::search::index::SearchIndex;
use crate::search::query::{Query, QueryTerm, TermForm};
use crate::search::sought::{Alternative, SearchUnit, Sought};
use crate::search::words::{Inflection, is_one_slip, may_be_slips};

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
    /// What a question asks for.
    pub asked: Option<AnswerKind>,
    /// The folded words as typed, two that follow one another each time: common ones too, as in a quotation.
    pub pairs: Vec<[String; 2]>,
    /// The least share of it that must be found.
    pub least: f32,
    /// What was ignored, corrected or found through a concept.
    pub reports: Vec<Message>,
}

/// What a corrected word is worth.
const CORRECTED: f32 = 0.7;

/// The least share of a query that must be found, and if little is found.
const LEAST: f32 = 0.45;
const LEAST_LOOSELY: f32 = 0.12;

/// Most words that the beginning of one is completed to.
const COMPLETIONS: usize = 24;

/// The fewest letters of a word that is corrected.
const CORRECTABLE: usize = 4;

/// The fewest letters of a word of which two are corrected.
const TWICE_CORRECTABLE: usize = 7;

/// In so many texts with a related word a word is counted once.
const LOOSELY: u64 = 3;

/// How much the rarity of a word counts: 1 is in full.
const RARITY: f32 = 0.8;

/// The fewest words that may be a quotation.
const QUOTED: usize = 4;

/// A word of the query with what is known of it.
pub(super) struct PlanWord<'q> {
    pub(super) term: &'q QueryTerm,
    pub(super) folded: String,
    /// Words one slip away, if the word occurs nowhere.
    pub(super) near: Vec<String>,
}

/// Plans a search. `concepts` gives rings only if `with_rings`.
#[must_use]
pub fn plan(query: &Query, concepts: &Concepts, index: &dyn SearchIndex, with_rings: bool) -> SearchPlan {
    let plan = SearchPlan { least: LEAST, ..SearchPlan::default() };
    Planner { query, concepts, index, with_rings, by_word: false, with_states: false, plan }.planned()
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
    Planner { query, concepts, index, with_rings, by_word: true, with_states: false, plan }.planned()
}

/// Whether a number has a letter after it: `13 c`.
fn is_lettered(number: &QueryTerm, letter: &QueryTerm) -> bool {
    let is_number = |text: &str| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = |text: &str| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    letter.form != TermForm::Phrase && is_number(&number.words[0]) && is_letter(&letter.words[0])
}

/// The number of a passage: a number and a letter that follow one another.
fn numbered(words: &[PlanWord<'_>]) -> Option<SearchUnit> {
    let [number, letter] = words else { return None };
    if !is_lettered(number.term, letter.term) {
        return None;
    }
    let both = words.iter().map(|word| Sought::exact(&word.folded)).collect();
    let span = Span::new(number.term.span.start, letter.term.span.end);
    Some(SearchUnit { span, alternatives: vec![Alternative::phrase(both)], weight: 1.0 })
}

/// Makes the plan of a query.
pub(super) struct Planner<'p> {
    pub(super) query: &'p Query,
    pub(super) concepts: &'p Concepts,
    pub(super) index: &'p dyn SearchIndex,
    with_rings: bool,
    /// Whether each word is looked up by itself.
    by_word: bool,
    /// Whether the names of States are known: only if a word of the query occurs nowhere.
    with_states: bool,
    pub(super) plan: SearchPlan,
}

impl<'p> Planner<'p> {
    fn planned(mut self) -> SearchPlan {
        self.plan.filters.clone_from(&self.query.filters);
        self.plan.reports.clone_from(&self.query.ignored);
        self.exclude();
        self.plan.asked = self.asked();
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

    /// What the query asks for, if it is a question.
    fn asked(&self) -> Option<AnswerKind> {
        let words = self.query.terms.iter().filter(|term| term.form != TermForm::Phrase && !term.excluded);
        let words: Vec<&str> = words.flat_map(|term| &term.words).map(String::as_str).collect();
        self.concepts.asked(&words)
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
        let is_letter = |at: usize| at > 0 && is_lettered(single[at - 1], single[at]);
        let content = (0..single.len()).filter(|at| is_letter(*at) || !is_common(single[*at]));
        let content: Vec<&QueryTerm> = content.map(|at| single[at]).collect();
        let has_phrases = self.terms(|form| form == TermForm::Phrase).next().is_some();
        let chosen = if content.is_empty() && !has_phrases { single } else { content };
        let occurs = |term: &&QueryTerm| {
            let sought = Sought::inflected(&term.words[0], &Inflection::ALL);
            term.form == TermForm::Prefix || self.index.count(&sought) > 0
        };
        self.with_states = self.with_rings && !chosen.iter().all(occurs);
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
            || self.with_states && self.concepts.is_of_state(folded)
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
        if near.is_empty() && folded.chars().count() >= TWICE_CORRECTABLE {
            let known = self.concepts.vocabulary().filter(|word| may_be_slips(folded, word));
            near.extend(nearest(folded, known, |_| 2).map(str::to_owned));
        }
        near
    }

    fn units(&mut self, words: &[PlanWord<'p>], with_kinds: bool) {
        let mut at = 0;
        while at < words.len() {
            let found = match self.concept(&words[at..]) {
                Some((_, Concept::Rings(_))) if self.by_word => self.concept(&words[at..=at]),
                found => found,
            };
            if let Some(number) = words.get(at..at + 2).and_then(numbered) {
                self.plan.units.push(number);
                at += 2;
                continue;
            }
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
        let found = match self.with_states {
            true => self.concepts.longest_with_states(&typed),
            false => self.concepts.longest(&typed),
        };
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

    /// A word as typed.
    pub(super) fn sought(&self, word: &PlanWord<'_>) -> Sought {
        let typed = word.term.span.of(&self.query.typed).to_lowercase();
        let accented = (typed != word.folded && typed.chars().any(|c| c.is_alphabetic() && !c.is_ascii()))
            .then_some(typed);
        let is_prefix = word.term.form == TermForm::Prefix;
        Sought { accented, is_prefix, ..Sought::inflected(&word.folded, &Inflection::ALL) }
    }

    fn plain(&self, word: &PlanWord<'_>) -> SearchUnit {
        let mut alternatives = vec![Alternative::typed(vec![self.sought(word)], 1.0)];
        let near = word.near.iter().map(|near| Sought::inflected(near, &Inflection::ALL));
        alternatives.extend(near.map(|near| Alternative::typed(vec![near], CORRECTED)));
        SearchUnit { span: word.term.span, alternatives, weight: 1.0 }
    }

    fn phrases(&mut self) {
        let phrases: Vec<&QueryTerm> = self.terms(|form| form == TermForm::Phrase).collect();
        for term in phrases {
            let words = term.words.iter().map(|word| Sought::exact(word)).collect();
            let alternatives = vec![Alternative::phrase(words)];
            self.plan.units.push(SearchUnit { span: term.span, alternatives, weight: 1.0 });
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
            // What is only related makes a rare word less rare, but not as frequent as itself.
            let counted = |one: &Alternative| if is_loose(one) { of(one).div_ceil(LOOSELY) } else { of(one) };
            let found = unit.alternatives.iter().map(counted).max().unwrap_or(0);
            unit.weight = match found {
                0 => 0.0,
                found => (1.0 + all / (1.0 + found as f32)).ln().clamp(1.0, 6.0).powf(RARITY),
            };
        }
    }
}
