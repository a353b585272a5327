//! Reading one index: how often words occur, words like another one, and the entries that fit a plan.

use std::collections::HashMap;

use tantivy::collector::TopDocs;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, EmptyQuery, FuzzyTermQuery,
    Occur, PhraseQuery, Query, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, TantivyDocument, Term};

use crate::search::fields::FieldFilter;
use crate::search::index::IndexProposal;
use crate::search::plan::{Alternative, SearchPlan, SearchUnit, Sought};
use crate::search::words::is_one_slip;
use crate::store::index::schema::Fields;

/// What a word is worth that is only in the headings above.
const AROUND: f32 = 0.3;

/// The score of a word that begins as typed: about that of a word in every tenth entry.
const BEGUN: f32 = 2.5;

/// Most words that the beginning of a word is completed to.
const COMPLETIONS: usize = 50;

/// Most words of the dictionary that are looked at for the beginning of a word.
const LOOKED_AT: usize = 3000;

/// An open index as it was at one moment.
pub(super) struct IndexView {
    pub(super) fields: Fields,
    pub(super) searcher: Searcher,
}

/// A word of the index.
pub(super) struct WordCount {
    pub(super) word: String,
    /// In how many entries it occurs.
    pub(super) entries: u64,
}

/// A query of the index.
type IndexQuery = Box<dyn Query>;

impl IndexView {
    pub(super) fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    pub(super) fn count(&self, sought: &Sought) -> u64 {
        let count = |term: &Term| self.searcher.doc_freq(term).unwrap_or(0);
        self.terms(sought).iter().map(count).max().unwrap_or(0)
    }

    pub(super) fn near(&self, folded: &str) -> Vec<WordCount> {
        let query = FuzzyTermQuery::new(Term::from_field_text(self.fields.words, folded), 1, true);
        let mut found = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(self.fields.words) else { continue };
            let Ok(automaton) = query.automaton() else { continue };
            let Ok(mut stream) = index.terms().search(automaton).into_stream() else { continue };
            while stream.advance() {
                add(&mut found, stream.key(), stream.value().doc_freq);
            }
        }
        let mut found = most_frequent(found);
        found.retain(|known| is_one_slip(folded, &known.word));
        found
    }

    pub(super) fn beginning(&self, folded: &str) -> Vec<WordCount> {
        let mut found = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(self.fields.words) else { continue };
            let range = index.terms().range().ge(folded).lt(format!("{folded}\u{10ffff}"));
            let Ok(mut stream) = range.into_stream() else { continue };
            let mut left = LOOKED_AT;
            while left > 0 && stream.advance() {
                left -= 1;
                add(&mut found, stream.key(), stream.value().doc_freq);
            }
        }
        most_frequent(found)
    }

    /// The terms of the index that a word is.
    fn terms(&self, sought: &Sought) -> Vec<Term> {
        let mut terms = vec![Term::from_field_text(self.fields.words, &sought.folded)];
        let stems = sought.stems.iter();
        terms.extend(stems.map(|stem| Term::from_field_text(self.fields.stems, &stem.stem)));
        terms.sort();
        terms.dedup();
        terms
    }

    pub(super) fn candidates(&self, plan: &SearchPlan, most: usize) -> Vec<IndexProposal> {
        let query = self.query(plan);
        let top = TopDocs::with_limit(most.max(1)).order_by_score();
        let found = self.searcher.search(&query, &top).unwrap_or_default();
        let read = |(score, address)| {
            let document: TantivyDocument = self.searcher.doc(address).ok()?;
            Some(IndexProposal { entry: self.fields.read(&document), score })
        };
        found.into_iter().filter_map(read).collect()
    }

    fn query(&self, plan: &SearchPlan) -> BooleanQuery {
        let mut clauses: Vec<(Occur, IndexQuery)> = Vec::new();
        if plan.units.is_empty() {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        } else {
            let units: Vec<IndexQuery> = plan.units.iter().map(|unit| self.unit(unit)).collect();
            let least = (units.len() as f32 * plan.least).ceil() as usize;
            clauses.push((
                Occur::Must,
                Box::new(BooleanQuery::union_with_minimum_required_clauses(units, least)),
            ));
        }
        for words in &plan.excluded {
            clauses.push((Occur::MustNot, self.following(words)));
        }
        for filter in &plan.filters {
            let occur = if filter.excluded { Occur::MustNot } else { Occur::Must };
            clauses.push((occur, self.filter(filter)));
        }
        if !plan.kinds.is_empty() && !plan.units.is_empty() {
            let kind = self.fields.kind();
            let terms = plan.kinds.iter().map(|name| Term::from_field_text(kind, name));
            clauses.push((Occur::Should, constant(TermSetQuery::new(terms), 4.0)));
        }
        BooleanQuery::new(clauses)
    }

    /// What has a unit in its text or in the headings above.
    fn unit(&self, unit: &SearchUnit) -> IndexQuery {
        let mut ways: Vec<IndexQuery> = Vec::new();
        for alternative in &unit.alternatives {
            let inside = self.alternative(alternative);
            ways.push(Box::new(BoostQuery::new(inside, alternative.worth)));
            if !alternative.is_phrase {
                let words = alternative.words.iter().map(|word| self.around(word)).collect();
                let around = constant(BooleanQuery::intersection(words), AROUND * alternative.worth);
                ways.push(around);
            }
        }
        Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, 0.1))
    }

    fn alternative(&self, alternative: &Alternative) -> IndexQuery {
        if alternative.is_phrase {
            return self.following(&alternative.words);
        }
        let mut words: Vec<IndexQuery> = alternative.words.iter().map(|word| self.word(word)).collect();
        match words.pop() {
            Some(only) if words.is_empty() => only,
            Some(last) => {
                words.push(last);
                Box::new(BooleanQuery::intersection(words))
            }
            None => Box::new(EmptyQuery),
        }
    }

    fn word(&self, sought: &Sought) -> IndexQuery {
        let one = |term: Term| -> IndexQuery { Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)) };
        let mut ways: Vec<IndexQuery> = self.terms(sought).into_iter().map(one).collect();
        if sought.is_prefix {
            // Many words may begin so, and how rare each of them is makes no difference.
            let words = self.beginning(&sought.folded).into_iter().take(COMPLETIONS);
            let terms = words.map(|known| Term::from_field_text(self.fields.words, &known.word));
            ways.push(constant(TermSetQuery::new(terms), BEGUN));
        }
        Box::new(DisjunctionMaxQuery::new(ways))
    }

    fn around(&self, sought: &Sought) -> IndexQuery {
        let stems = sought.stems.iter().map(|stem| stem.stem.as_str()).chain([sought.folded.as_str()]);
        Box::new(TermSetQuery::new(stems.map(|stem| Term::from_field_text(self.fields.around, stem))))
    }

    /// What has the words one after the other; words in any inflection if it is one.
    fn following(&self, words: &[Sought]) -> IndexQuery {
        match words {
            [] => Box::new(EmptyQuery),
            [only] => self.word(only),
            words => {
                let term = |word: &Sought| Term::from_field_text(self.fields.words, &word.folded);
                Box::new(PhraseQuery::new(words.iter().map(term).collect()))
            }
        }
    }

    /// What has one of the values of a field.
    fn filter(&self, filter: &FieldFilter) -> IndexQuery {
        let field = self.fields.of(filter.field);
        let terms = self.values(field).into_iter().filter(|value| filter.accepts(value));
        let terms: Vec<Term> = terms.map(|value| Term::from_field_text(field, &value)).collect();
        if terms.is_empty() { Box::new(EmptyQuery) } else { constant(TermSetQuery::new(terms), 0.0) }
    }

    fn values(&self, field: Field) -> Vec<String> {
        let mut found = HashMap::new();
        for segment in self.searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(field) else { continue };
            let Ok(mut stream) = index.terms().stream() else { continue };
            while stream.advance() {
                add(&mut found, stream.key(), 1);
            }
        }
        found.into_keys().collect()
    }
}

fn constant(query: impl Query, score: f32) -> IndexQuery {
    Box::new(ConstScoreQuery::new(Box::new(query), score))
}

fn add(found: &mut HashMap<String, u64>, key: &[u8], count: u32) {
    if let Ok(word) = std::str::from_utf8(key) {
        match found.get_mut(word) {
            Some(known) => *known += u64::from(count),
            None => drop(found.insert(word.to_owned(), u64::from(count))),
        }
    }
}

fn most_frequent(found: HashMap<String, u64>) -> Vec<WordCount> {
    let mut found: Vec<WordCount> =
        found.into_iter().map(|(word, entries)| WordCount { entries, word }).collect();
    found.sort_by(|one, other| other.entries.cmp(&one.entries).then_with(|| one.word.cmp(&other.word)));
    found
}
