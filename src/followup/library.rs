//! The follow-ups of all documents of a library: of a document held in several languages each step once, in the language
//! that somebody reads.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::base::merge::insert_missing;
use crate::followup::{FollowUp, FollowUpVocabulary, owner, read};
use crate::language::Languages;
use crate::model::{Document, Language, Process, Shelf, Symbol};

/// The follow-ups of every document on a shelf that has some, for each language it is held in.
///
/// Acts, notes and dates belong to a step, whatever the language of its text. Therefore the lists of one document have the
/// same steps in every language: each step has the words of that language and, if its text does not have the step, those
/// of another one.
///
/// Those of a document are read when they are first asked for. Clones share what has been read.
#[derive(Debug, Clone, Default)]
pub struct OfDocuments {
    shelf: Shelf,
    /// Those of each document, at the place of its first row.
    found: Arc<Vec<OnceLock<Arc<ByLanguage>>>>,
    reader: Option<Arc<dyn ReadsFollowUps>>,
}

/// The list of each language; no list if there are no follow-ups in any.
type ByLanguage = BTreeMap<Language, Arc<Vec<FollowUp>>>;

/// Reads the follow-ups of a document, or gets them from where they are stored.
pub trait ReadsFollowUps: fmt::Debug + Send + Sync {
    /// Those of each text that the library has, in order of language, also of a text that has none.
    fn read(&self, symbol: &Symbol) -> Vec<TextFollowUps>;
}

/// The follow-ups read from one text.
#[derive(Debug, Clone)]
pub struct TextFollowUps {
    /// The language of the text.
    pub language: Language,
    /// In the order of the text.
    pub list: Vec<FollowUp>,
}

/// Reads follow-ups from the documents of a shelf, each report with the calendar of the process it belongs to.
#[derive(Debug)]
pub struct ShelfFollowUps {
    /// The documents.
    pub shelf: Shelf,
    /// The processes known.
    pub processes: Vec<Process>,
    /// The words to read with.
    pub vocabulary: FollowUpVocabulary,
}

impl ShelfFollowUps {
    /// Reads with the words of these languages and the names of the bodies of these processes.
    #[must_use]
    pub fn new(shelf: &Shelf, processes: &[Process], languages: &Languages) -> Self {
        let vocabulary = FollowUpVocabulary::new(languages, processes);
        Self { shelf: shelf.clone(), processes: processes.to_vec(), vocabulary }
    }

    /// Those of one text.
    #[must_use]
    pub fn of_text(&self, text: &Document) -> Vec<FollowUp> {
        read(text, owner(&self.processes, &text.symbol), &self.vocabulary)
    }
}

impl ReadsFollowUps for ShelfFollowUps {
    fn read(&self, symbol: &Symbol) -> Vec<TextFollowUps> {
        let texts = self.shelf.passing_texts(symbol).into_iter();
        texts.map(|text| TextFollowUps { language: text.language, list: self.of_text(&text) }).collect()
    }
}

impl OfDocuments {
    /// The follow-ups that a reader reads of the documents on a shelf that may have some.
    #[must_use]
    pub fn read_by(reader: Arc<dyn ReadsFollowUps>, shelf: &Shelf) -> Self {
        let found = (0..shelf.rows().len()).map(|_| OnceLock::new());
        Self { shelf: shelf.clone(), found: Arc::new(found.collect()), reader: Some(reader) }
    }

    /// The lists of a document; `None` if it has no follow-ups.
    fn lists(&self, symbol: &Symbol) -> Option<&ByLanguage> {
        let (mut texts, reader) = (self.shelf.range(symbol), self.reader.as_ref()?);
        let found = self.found.get(texts.start)?;
        if !texts.any(|at| self.shelf.rows().summary(at).may_ask) {
            return None;
        }
        let lists = found.get_or_init(|| Arc::new(by_language(&reader.read(symbol))));
        (!lists.is_empty()).then_some(&**lists)
    }

    /// The follow-ups of a document for somebody who reads a language; `None` if it has none.
    #[must_use]
    pub fn get(&self, symbol: &Symbol, language: Language) -> Option<&Arc<Vec<FollowUp>>> {
        let lists = self.lists(symbol)?.iter();
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
        let list = self.lists(symbol).and_then(|lists| lists.get(&language));
        let list = list.into_iter().flat_map(|list| list.iter());
        list.filter(|followup| followup.language() == language).cloned().collect()
    }

    /// The language nearest to the one somebody reads in which both documents have steps; `None` if there is none.
    #[must_use]
    pub fn common_language(&self, one: &Symbol, other: &Symbol, language: Language) -> Option<Language> {
        let has_steps = |symbol: &Symbol, language: Language| !self.of_text(symbol, language).is_empty();
        let held = self.lists(one)?.keys().copied();
        let both = held.filter(|held| has_steps(one, *held) && has_steps(other, *held));
        both.min_by_key(|held| held.distance_from(language))
    }

    /// Whether a document has follow-ups, in any language.
    #[must_use]
    pub fn has(&self, symbol: &Symbol) -> bool {
        self.lists(symbol).is_some()
    }
}

/// The follow-ups of the documents on a shelf, each report read with the calendar of the process it belongs to.
#[must_use]
pub fn of_shelf(shelf: &Shelf, processes: &[Process], languages: &Languages) -> OfDocuments {
    OfDocuments::read_by(Arc::new(ShelfFollowUps::new(shelf, processes, languages)), shelf)
}

/// The list of each language, with what only the texts in other languages have; none if no text has any.
fn by_language(texts: &[TextFollowUps]) -> ByLanguage {
    if texts.iter().all(|text| text.list.is_empty()) {
        return ByLanguage::new();
    }
    let of = |at: usize| {
        let language = texts[at].language;
        let mut others: Vec<usize> = (0..texts.len()).filter(|other| *other != at).collect();
        others.sort_by_key(|other| texts[*other].language.distance_from(language));
        let mut list = texts[at].list.clone();
        others.into_iter().for_each(|other| add_missing(&mut list, &texts[other].list));
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
