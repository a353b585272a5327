//! The entries of one segment that fit a plan: the entries with a term are read at once, one term after the other, and their scores
//! added up in a table with a place for each entry. This takes a fraction of the time of going through all terms entry by entry.

use std::collections::HashSet;

use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{BitSet, DocId, DocSet, SegmentReader, TERMINATED, Term};

use crate::store::index::terms::{
    AlternativeTerms, PlanTerms, ScoredTerm, SoughtWords, TermScore, WordTerms,
};

/// What a unit is worth that is only in the headings above.
const AROUND: f32 = 0.3;

/// What an entry of a preferred kind is worth.
const KIND: f32 = 4.0;

/// A word in so many times more entries than are left is looked up for each of them.
const SPARSE: u64 = 16;

/// An entry of a segment with its score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ScoredEntry {
    pub(super) entry: DocId,
    pub(super) score: f32,
}

/// A score for each entry of a segment; 0 is none.
#[derive(Default)]
struct Scores {
    of: Vec<f32>,
    /// The entries with a score.
    touched: Vec<DocId>,
}

impl Scores {
    /// Has room for so many entries, none with a score.
    fn clear(&mut self, entries: usize) {
        for entry in self.touched.drain(..) {
            self.of[entry as usize] = 0.0;
        }
        self.of.resize(entries, 0.0);
    }

    /// The score of an entry is at least this one.
    fn raise(&mut self, entry: DocId, score: f32) {
        let known = &mut self.of[entry as usize];
        if *known == 0.0 {
            self.touched.push(entry);
        }
        *known = known.max(score);
    }

    fn add(&mut self, entry: DocId, score: f32) {
        let known = &mut self.of[entry as usize];
        if *known == 0.0 {
            self.touched.push(entry);
        }
        *known += score;
    }

    fn get(&self, entry: DocId) -> f32 {
        self.of[entry as usize]
    }

    /// All scores; afterwards there are none.
    fn take(&mut self) -> Vec<ScoredEntry> {
        let of = &mut self.of;
        let take = |entry: DocId| ScoredEntry { entry, score: std::mem::take(&mut of[entry as usize]) };
        self.touched.drain(..).map(take).collect()
    }
}

/// Tables with a place for each entry of a segment. They are kept from key to key: to have the memory from the system takes longer
/// than to fill it.
#[derive(Default)]
pub(super) struct ScoreTables {
    /// Of the word that is being read.
    word: Scores,
    /// Of the unit that is being read.
    unit: Scores,
    total: Scores,
    /// How many units each entry has.
    units: Vec<u8>,
}

impl ScoreTables {
    fn clear(&mut self, entries: usize) {
        for entry in &self.total.touched {
            self.units[*entry as usize] = 0;
        }
        self.units.resize(entries, 0);
        for scores in [&mut self.word, &mut self.unit, &mut self.total] {
            scores.clear(entries);
        }
    }
}

/// Scores one segment.
pub(super) struct SegmentScorer<'s> {
    segment: &'s SegmentReader,
    /// Entries that are not found.
    hidden: &'s HashSet<DocId>,
    tables: &'s mut ScoreTables,
}

impl<'s> SegmentScorer<'s> {
    pub(super) fn new(
        segment: &'s SegmentReader,
        hidden: &'s HashSet<DocId>,
        tables: &'s mut ScoreTables,
    ) -> Self {
        tables.clear(segment.max_doc() as usize);
        Self { segment, hidden, tables }
    }

    /// The entries that fit, in no order; without units the first `most` of those that the filters let through.
    pub(super) fn fitting(mut self, plan: &PlanTerms, most: usize) -> tantivy::Result<Vec<ScoredEntry>> {
        for unit in &plan.units {
            for alternative in unit {
                self.read_alternative(alternative)?;
            }
            for ScoredEntry { entry, score } in self.tables.unit.take() {
                self.tables.total.add(entry, score);
                self.tables.units[entry as usize] = self.tables.units[entry as usize].saturating_add(1);
            }
        }
        for kind in &plan.kinds {
            self.each(kind, |scorer, entry| {
                if scorer.tables.units[entry as usize] > 0 {
                    scorer.tables.total.add(entry, KIND);
                }
            })?;
        }
        let allowed = self.allowed(plan)?;
        let is_allowed = |entry: DocId| {
            allowed.as_ref().is_none_or(|allowed| allowed.contains(entry))
                && !self.segment.is_deleted(entry)
                && !self.hidden.contains(&entry)
        };
        if plan.units.is_empty() {
            let entries = (0..self.segment.max_doc()).filter(|entry| is_allowed(*entry));
            return Ok(entries.map(|entry| ScoredEntry { entry, score: 1.0 }).take(most).collect());
        }
        let touched = self.tables.total.touched.iter().copied();
        let fitting =
            touched.filter(|entry| self.tables.units[*entry as usize] >= plan.least && is_allowed(*entry));
        Ok(fitting.map(|entry| ScoredEntry { entry, score: self.tables.total.get(entry) }).collect())
    }

    fn read_alternative(&mut self, alternative: &AlternativeTerms) -> tantivy::Result<()> {
        let worth = alternative.worth;
        match &alternative.inside {
            SoughtWords::Words(words) if words.len() == 1 => {
                for term in &words[0].0 {
                    self.read(term, |scorer, entry, score| scorer.tables.unit.raise(entry, score * worth))?;
                }
            }
            inside => {
                for found in self.found(inside)? {
                    self.tables.unit.raise(found.entry, found.score * worth);
                }
            }
        }
        for found in self.intersection(&alternative.around)? {
            self.tables.unit.raise(found.entry, AROUND * worth);
        }
        Ok(())
    }

    fn found(&mut self, words: &SoughtWords) -> tantivy::Result<Vec<ScoredEntry>> {
        let weight = match words {
            SoughtWords::Words(words) => return self.intersection(words),
            SoughtWords::Phrase(weight) => weight,
        };
        let mut scorer = weight.scorer(self.segment, 1.0)?;
        let mut found = Vec::new();
        while scorer.doc() != TERMINATED {
            found.push(ScoredEntry { entry: scorer.doc(), score: scorer.score().max(f32::MIN_POSITIVE) });
            scorer.advance();
        }
        Ok(found)
    }

    /// The entries with all words, the scores of the words added up. The rarest word is read first.
    fn intersection(&mut self, words: &[WordTerms]) -> tantivy::Result<Vec<ScoredEntry>> {
        let mut words: Vec<&WordTerms> = words.iter().collect();
        words.sort_by_key(|word| word.entries());
        let Some((first, rest)) = words.split_first().filter(|(first, _)| !first.0.is_empty()) else {
            return Ok(Vec::new());
        };
        self.read_word(first)?;
        let mut found = self.tables.word.take();
        found.sort_unstable_by_key(|found| found.entry);
        for word in rest {
            if found.is_empty() {
                break;
            }
            if word.entries() > SPARSE * found.len() as u64 {
                self.look_up(word, &mut found)?;
            } else {
                self.read_word(word)?;
                found
                    .iter_mut()
                    .for_each(|found| found.score = both(found.score, self.tables.word.get(found.entry)));
                self.tables.word.take();
            }
            found.retain(|found| found.score > 0.0);
        }
        Ok(found)
    }

    fn read_word(&mut self, word: &WordTerms) -> tantivy::Result<()> {
        word.0.iter().try_for_each(|term| {
            self.read(term, |scorer, entry, score| scorer.tables.word.raise(entry, score))
        })
    }

    /// Adds to entries in order what a word is worth in them; 0 to those that do not have it.
    fn look_up(&self, word: &WordTerms, found: &mut [ScoredEntry]) -> tantivy::Result<()> {
        let mut scores = vec![0.0_f32; found.len()];
        for term in &word.0 {
            let Some(mut postings) = self.postings(&term.term)? else { continue };
            let norms = self.segment.get_fieldnorms_reader(term.term.field())?;
            for (found, score) in found.iter().zip(&mut scores) {
                if postings.doc() < found.entry {
                    postings.seek(found.entry);
                }
                if postings.doc() == found.entry {
                    let own = match &term.score {
                        TermScore::Same(same) => *same,
                        TermScore::Rarity(weight) => {
                            weight.score(norms.fieldnorm_id(found.entry), postings.term_freq())
                        }
                    };
                    *score = score.max(own);
                }
            }
        }
        for (found, score) in found.iter_mut().zip(scores) {
            found.score = both(found.score, score);
        }
        Ok(())
    }

    /// Does something with each entry that has a term, and what the term is worth in it.
    fn read(
        &mut self,
        term: &ScoredTerm,
        mut work: impl FnMut(&mut Self, DocId, f32),
    ) -> tantivy::Result<()> {
        let weight = match &term.score {
            TermScore::Same(score) => {
                return self.each(&term.term, |scorer, entry| work(scorer, entry, *score));
            }
            TermScore::Rarity(weight) => weight,
        };
        let norms = self.segment.get_fieldnorms_reader(term.term.field())?;
        let index = self.segment.inverted_index(term.term.field())?;
        let Some(mut block) = index.read_block_postings(&term.term, IndexRecordOption::WithFreqs)? else {
            return Ok(());
        };
        while block.block_len() > 0 {
            for (entry, frequency) in block.docs().iter().zip(block.freqs()) {
                work(self, *entry, weight.score(norms.fieldnorm_id(*entry), *frequency));
            }
            block.advance();
        }
        Ok(())
    }

    /// Does something with each entry that has a term.
    fn each(&mut self, term: &Term, mut work: impl FnMut(&mut Self, DocId)) -> tantivy::Result<()> {
        let index = self.segment.inverted_index(term.field())?;
        let Some(mut block) = index.read_block_postings(term, IndexRecordOption::Basic)? else {
            return Ok(());
        };
        while block.block_len() > 0 {
            block.docs().iter().for_each(|entry| work(self, *entry));
            block.advance();
        }
        Ok(())
    }

    fn postings(&self, term: &Term) -> tantivy::Result<Option<SegmentPostings>> {
        let index = self.segment.inverted_index(term.field())?;
        Ok(index.read_postings(term, IndexRecordOption::WithFreqs)?)
    }

    /// The entries that filters and exclusions let through; `None` if there are neither.
    fn allowed(&mut self, plan: &PlanTerms) -> tantivy::Result<Option<BitSet>> {
        if plan.filters.is_empty() && plan.excluded.is_empty() {
            return Ok(None);
        }
        let entries = self.segment.max_doc();
        let mut allowed = BitSet::with_max_value_and_full(entries);
        for filter in &plan.filters {
            let mut having = BitSet::with_max_value(entries);
            for value in &filter.values {
                self.each(value, |_, entry| {
                    having.insert(entry);
                })?;
            }
            for entry in (0..entries).filter(|entry| having.contains(*entry) == filter.excluded) {
                allowed.remove(entry);
            }
        }
        for words in &plan.excluded {
            for found in self.found(words)? {
                allowed.remove(found.entry);
            }
        }
        Ok(Some(allowed))
    }
}

/// The sum of two scores; 0 if one of them is 0.
fn both(one: f32, other: f32) -> f32 {
    if other == 0.0 { 0.0 } else { one + other }
}
