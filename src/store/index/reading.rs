//! Reading one index: how often words occur, words like another one, and the entries that fit a plan.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use tantivy::index::SegmentId;
use tantivy::query::{Bm25StatisticsProvider, FuzzyTermQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocAddress, DocId, DocSet, Searcher, TERMINATED, TantivyDocument, Term};

use crate::search::fields::FieldFilter;
use crate::search::index::{IndexProposal, SearchEntry};
use crate::search::plan::SearchPlan;
use crate::search::sought::Sought;
use crate::search::words::is_one_slip;
use crate::store::index::schema::Fields;
use crate::store::index::scoring::{ScoreTables, ScoredEntry, SegmentScorer};
use crate::store::index::terms::{FilterTerms, PlanTerms};

/// Most entries that are kept in memory, so that they are not read again at the next key.
const KNOWN: usize = 2000;

/// Most words of the dictionary that are looked at for the beginning of a word.
const LOOKED_AT: usize = 3000;

/// An open index as it was at one moment.
pub(super) struct IndexView {
    pub(super) fields: Fields,
    pub(super) searcher: Searcher,
    kept: Arc<KeptParts>,
    /// Entries that are not found, if the index has one segment.
    hidden: Arc<HashSet<DocId>>,
    /// The words asked for last by their beginning.
    begun: Mutex<Option<BegunWords>>,
}

/// Words by their beginning.
struct BegunWords {
    with: String,
    words: Arc<Vec<WordCount>>,
}

/// Where an entry is. What is written to a segment never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct EntryKey {
    segment: SegmentId,
    entry: DocId,
}

/// What is kept from key to key, for all views of one index.
#[derive(Default)]
pub(super) struct KeptParts {
    /// The entries read last.
    entries: Mutex<HashMap<EntryKey, SearchEntry>>,
    /// The tables for each segment.
    tables: Mutex<Vec<ScoreTables>>,
}

/// A word of the index.
#[derive(Clone)]
pub(super) struct WordCount {
    pub(super) word: String,
    /// In how many entries it occurs.
    pub(super) entries: u64,
}

impl IndexView {
    /// The index as a searcher sees it. `kept` is shared by all views of the index.
    pub(super) fn new(fields: &Fields, searcher: Searcher, kept: &Arc<KeptParts>) -> Self {
        Self {
            fields: fields.clone(),
            searcher,
            kept: Arc::clone(kept),
            hidden: Arc::default(),
            begun: Mutex::default(),
        }
    }

    /// The same without some entries of its only segment.
    pub(super) fn hiding(self, hidden: &Arc<HashSet<DocId>>) -> Self {
        Self { hidden: Arc::clone(hidden), ..self }
    }

    pub(super) fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    pub(super) fn count(&self, sought: &Sought) -> u64 {
        self.terms(sought).iter().map(|term| self.entries(term)).max().unwrap_or(0)
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

    /// The words of the index that begin with a folded text, the most frequent first. Those asked for last are kept: one query
    /// asks for them several times.
    pub(super) fn beginning(&self, folded: &str) -> Arc<Vec<WordCount>> {
        let mut begun = self.begun.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(begun) = begun.as_ref().filter(|begun| begun.with == folded) {
            return Arc::clone(&begun.words);
        }
        let words = Arc::new(self.all_beginning(folded));
        *begun = Some(BegunWords { with: folded.to_owned(), words: Arc::clone(&words) });
        words
    }

    fn all_beginning(&self, folded: &str) -> Vec<WordCount> {
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

    /// The terms of the index that a word is. All entries with a word have its stem, or, in languages without stems, the word
    /// among their stems.
    pub(super) fn terms(&self, sought: &Sought) -> Vec<Term> {
        if sought.stems.is_empty() {
            return vec![Term::from_field_text(self.fields.words, &sought.folded)];
        }
        let stems = sought.stems.iter().map(|stem| stem.stem.as_str()).chain([sought.folded.as_str()]);
        let mut terms: Vec<Term> = stems.map(|stem| Term::from_field_text(self.fields.stems, stem)).collect();
        terms.sort();
        terms.dedup();
        terms
    }

    pub(super) fn candidates(&self, plan: &SearchPlan, most: usize) -> Vec<IndexProposal> {
        let terms = PlanTerms::new(plan, self);
        let mut best: Vec<(usize, ScoredEntry)> = Vec::new();
        let mut tables = self.kept.tables.lock().unwrap_or_else(PoisonError::into_inner);
        tables.resize_with(self.searcher.segment_readers().len(), ScoreTables::default);
        for ((segment, reader), tables) in
            self.searcher.segment_readers().iter().enumerate().zip(&mut *tables)
        {
            let scorer = SegmentScorer::new(reader, &self.hidden, tables);
            let fitting = scorer.fitting(&terms, most).unwrap_or_default();
            best.extend(fitting.into_iter().map(|found| (segment, found)));
        }
        drop(tables);
        let order = |(one, a): &(usize, ScoredEntry), (other, b): &(usize, ScoredEntry)| {
            b.score.total_cmp(&a.score).then_with(|| (one, a.entry).cmp(&(other, b.entry)))
        };
        if best.len() > most {
            best.select_nth_unstable_by(most, order);
            best.truncate(most);
        }
        best.sort_unstable_by(order);
        let read = |(segment, found): (usize, ScoredEntry)| {
            let entry = self.entry(u32::try_from(segment).ok()?, found.entry)?;
            Some(IndexProposal { entry, score: found.score })
        };
        best.into_iter().filter_map(read).collect()
    }

    /// An entry as it was written, from those read before or from the index.
    fn entry(&self, segment: u32, entry: DocId) -> Option<SearchEntry> {
        let key = EntryKey { segment: self.searcher.segment_reader(segment).segment_id(), entry };
        let mut known = self.kept.entries.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = known.get(&key) {
            return Some(entry.clone());
        }
        let document: TantivyDocument = self.searcher.doc(DocAddress::new(segment, entry)).ok()?;
        let read = self.fields.read(&document);
        if known.len() >= KNOWN {
            known.clear();
        }
        known.insert(key, read.clone());
        Some(read)
    }

    /// The values that a filter asks for.
    pub(super) fn filter(&self, filter: &FieldFilter) -> FilterTerms {
        let field = self.fields.of(filter.field);
        let values = self.values(field).into_iter().filter(|value| filter.accepts(value));
        let values = values.map(|value| Term::from_field_text(field, &value)).collect();
        FilterTerms { excluded: filter.excluded, values }
    }

    /// In how many entries a term is.
    pub(super) fn entries(&self, term: &Term) -> u64 {
        self.searcher.doc_freq(term).unwrap_or(0)
    }

    /// How many words of a field an entry has in the mean.
    pub(super) fn mean_length(&self, field: Field) -> f32 {
        let words = Bm25StatisticsProvider::total_num_tokens(&self.searcher, field).unwrap_or(0);
        let entries = Bm25StatisticsProvider::total_num_docs(&self.searcher).unwrap_or(0);
        words as f32 / entries.max(1) as f32
    }

    /// In how many languages a document is held.
    pub(super) fn versions(&self, symbol: &str) -> usize {
        let group = self.fields.group;
        let mut groups: HashSet<Vec<u8>> = HashSet::new();
        for segment in self.searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(group) else { continue };
            // A language follows after a space.
            let range = index.terms().range().ge(format!("{symbol} ")).lt(format!("{symbol}!"));
            let Ok(mut stream) = range.into_stream() else { continue };
            while stream.advance() {
                // What was deleted is still in the dictionary.
                let postings = index.read_postings_from_terminfo(stream.value(), IndexRecordOption::Basic);
                let Ok(mut postings) = postings else { continue };
                while postings.doc() != TERMINATED && segment.is_deleted(postings.doc()) {
                    postings.advance();
                }
                if postings.doc() != TERMINATED {
                    groups.insert(stream.key().to_owned());
                }
            }
        }
        groups.len()
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
