//! The follow-ups of all documents of a library: of a document held in several languages each step once, in the language
//! that somebody reads.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::base::merge::insert_missing;
use crate::followup::{FollowUp, FollowUpVocabulary, owner, read};
use crate::language::Languages;
use crate::model::{Document, Language, Process, Shelf, Symbol};

/// The follow-ups of every document on a shelf that has some, for each language it is held in.
///
/// Acts, notes and dates belong to a step, whatever the language of its text. Therefore the lists of one document have the
/// same steps in every language: each step has the words of that language and, if its text does not have the step, those
/// of another one.
#[derive(Debug, Clone, Default)]
pub struct OfDocuments(HashMap<Symbol, BTreeMap<Language, Arc<Vec<FollowUp>>>>);

impl OfDocuments {
    /// The follow-ups of a document for somebody who reads a language; `None` if it has none.
    #[must_use]
    pub fn get(&self, symbol: &Symbol, language: Language) -> Option<&Arc<Vec<FollowUp>>> {
        let lists = self.0.get(symbol)?.iter();
        lists.min_by_key(|(held, _)| held.distance_from(language)).map(|(_, list)| list)
    }

    /// The same as a slice, empty if the document has none.
    #[must_use]
    pub fn list(&self, symbol: &Symbol, language: Language) -> &[FollowUp] {
        self.get(symbol, language).map_or(&[], |list| list.as_slice())
    }

    /// The follow-ups read from the text of a document in one language, without those that only other texts have.
    #[must_use]
    pub fn of_text(&self, symbol: &Symbol, language: Language) -> Vec<FollowUp> {
        let list = self
            .0
            .get(symbol)
            .and_then(|lists| lists.get(&language))
            .into_iter()
            .flat_map(|list| list.iter());
        list.filter(|followup| followup.language() == language).cloned().collect()
    }

    /// The language nearest to the one somebody reads in which both documents have steps; `None` if there is none.
    #[must_use]
    pub fn common_language(&self, one: &Symbol, other: &Symbol, language: Language) -> Option<Language> {
        let has_steps = |symbol: &Symbol, language: Language| !self.of_text(symbol, language).is_empty();
        let held = self.0.get(one)?.keys().copied();
        let both = held.filter(|held| has_steps(one, *held) && has_steps(other, *held));
        both.min_by_key(|held| held.distance_from(language))
    }

    /// Whether a document has follow-ups, in any language.
    #[must_use]
    pub fn has(&self, symbol: &Symbol) -> bool {
        self.0.contains_key(symbol)
    }
}

/// Reads every document on a shelf, each report with the calendar of the process it belongs to.
#[must_use]
pub fn of_shelf(shelf: &Shelf, processes: &[Process], languages: &Languages) -> OfDocuments {
    let vocabulary = FollowUpVocabulary::new(languages, processes);
    let mut found = HashMap::new();
    for rows in shelf.by_symbol().filter(|rows| rows.iter().any(|row| row.may_ask())) {
        let texts = shelf.passing_texts(&rows[0].symbol);
        let owner = owner(processes, &rows[0].symbol);
        let lists: Vec<Vec<FollowUp>> = texts.iter().map(|text| read(text, owner, &vocabulary)).collect();
        if lists.iter().any(|list| !list.is_empty()) {
            found.insert(rows[0].symbol.clone(), by_language(&texts, &lists));
        }
    }
    OfDocuments(found)
}

/// The list of each language, with what only the texts in other languages have. There is one list for each text.
fn by_language(texts: &[Arc<Document>], lists: &[Vec<FollowUp>]) -> BTreeMap<Language, Arc<Vec<FollowUp>>> {
    let of = |at: usize| {
        let language = texts[at].language;
        let mut others: Vec<usize> = (0..texts.len()).filter(|other| *other != at).collect();
        others.sort_by_key(|other| texts[*other].language.distance_from(language));
        let mut list = lists[at].clone();
        others.into_iter().for_each(|other| add_missing(&mut list, &lists[other]));
        (language, Arc::new(list))
    };
    (0..texts.len()).map(of).collect()
}

/// Adds to a list the steps that it does not have, each after the one it follows in the other list, and the topics that
/// its steps do not have.
fn add_missing(list: &mut Vec<FollowUp>, other: &[FollowUp]) {
    // A paragraph makes the requests that are read from its own language, or all of those of another one.
    insert_missing(list, other, |known, followup| known.step == followup.step);
    for followup in other {
        let same = |known: &&mut FollowUp| (&known.step, known.request) == (&followup.step, followup.request);
        if let Some(known) = list.iter_mut().find(same) {
            add_topics(known, followup);
        }
    }
}

/// Adds the topics with a printed label that a step does not have; counted ones are others in each language.
fn add_topics(followup: &mut FollowUp, other: &FollowUp) {
    for topic in other.topics.iter().filter(|topic| topic.is_printed()) {
        if followup.topics.iter().all(|known| known.label != topic.label) {
            let place = followup.topics.partition_point(|known| known.label < topic.label);
            followup.topics.insert(place, topic.clone());
        }
    }
}
