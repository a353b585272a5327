//! Concepts: rings of equivalent terms, names of kinds of passages, and common words, from `data/concepts.toml` and a file of the
//! workspace.

use std::collections::HashSet;
use std::ops::Bound;
use std::sync::{Arc, LazyLock};

use crate::base::Error;
use crate::base::table::{self, Messages, Table};
use crate::search::answers::AnswerKind;
use crate::search::concept_names::{ConceptNames, named};
use crate::search::fields::SearchField;
use crate::search::rings::{Ring, RingOrigin, RingTable, content};
use crate::search::words::{Inflection, WordStem};
use crate::search::{ring_file, states};

/// What is at a place among the words of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concept<'c> {
    /// A term of these rings.
    Rings(Vec<&'c Ring>),
    /// The name of these kinds of passages.
    Kinds(&'c [String]),
}

/// The concepts that a search knows.
#[derive(Debug, Clone, Default)]
pub struct Concepts {
    names: Arc<ConceptNames>,
    /// The rings of the program, then those of the delegate.
    tables: Vec<Arc<RingTable>>,
}

static BUNDLED: LazyLock<Concepts> = LazyLock::new(|| {
    let (concepts, errors) = Concepts::parse("concepts.toml", include_str!("../../data/concepts.toml"));
    assert!(errors.is_empty(), "a test reads the bundled concepts: {errors:?}");
    concepts
});

const MESSAGES: Messages = Messages {
    syntax: "concepts-broken",
    unknown_key: "concepts-key",
    missing_key: "concepts-missing",
    value: "concepts-value",
};

impl Concepts {
    /// The concepts that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a file of concepts. `file` is its name in messages. What is wrong in it is left out: `concepts-broken` (`what`),
    /// `concepts-key` (`key`, `known`), `concepts-missing` (`key`), `concepts-value` (`key`, `value`, `expected`), each with
    /// `file` and `line`.
    #[must_use]
    pub fn parse(file: &str, text: &str) -> (Self, Vec<Error>) {
        table::read(file, text, &MESSAGES, Self::read)
    }

    /// These concepts with the rings of the delegate's own file added.
    #[must_use]
    pub fn with_own(&self, file: &str, text: &str) -> (Self, Vec<Error>) {
        let mut all = self.clone();
        let read =
            |root: &Table<'_>| root.tables("ring", |table| Some(ring_file::ring(table, RingOrigin::Own)));
        let (rings, errors) = table::read(file, text, &MESSAGES, read);
        let rings = rings.into_iter().map(|ring| ring.value).collect();
        all.tables.push(Arc::new(RingTable::new(rings, &self.names.common)));
        (all, errors)
    }

    fn read(root: &Table<'_>) -> Self {
        let names = ConceptNames::read(root);
        let rings = root.tables("ring", |table| Some(ring_file::ring(table, RingOrigin::Subject)));
        let translations = ring_file::lines(root, "words", RingOrigin::Translation);
        let related = ring_file::lines(root, "related", RingOrigin::Related);
        let rings = rings.into_iter().map(|ring| ring.value).chain(translations).chain(related).collect();
        let table = RingTable::new(rings, &names.common);
        Self { names: Arc::new(names), tables: vec![Arc::new(table)] }
    }

    /// The rings.
    pub fn rings(&self) -> impl Iterator<Item = &Ring> {
        self.tables.iter().flat_map(|table| table.rings())
    }

    /// The terms of the rings that the delegate has added, each once.
    #[must_use]
    pub fn own(&self) -> Vec<Vec<String>> {
        let terms = |ring: &Ring| {
            let mut texts: Vec<String> = Vec::new();
            for term in &ring.terms {
                if !texts.contains(&term.text) {
                    texts.push(term.text.clone());
                }
            }
            texts
        };
        self.rings().filter(|ring| ring.is_own()).map(terms).collect()
    }

    /// Whether a folded word is too common to be searched for.
    #[must_use]
    pub fn is_common(&self, folded: &str) -> bool {
        self.names.common.contains(folded)
    }

    /// Whether a folded word is a word of a term of a ring.
    #[must_use]
    pub fn is_term(&self, folded: &str) -> bool {
        self.tables.iter().any(|table| table.vocabulary().contains(folded))
    }

    /// Whether a folded word is in the name of a State.
    #[must_use]
    pub fn is_of_state(&self, folded: &str) -> bool {
        states::table().vocabulary().contains(folded)
    }

    /// The words too common to be searched for.
    pub(super) fn common(&self) -> &Arc<HashSet<String>> {
        &self.names.common
    }

    /// What a question that begins with these folded words asks for.
    #[must_use]
    pub fn asked(&self, words: &[&str]) -> Option<AnswerKind> {
        self.names.asked(words)
    }

    /// Whether a folded word is only the end of an idiom after these folded words.
    #[must_use]
    pub fn ends_idiom<S: AsRef<str>>(&self, before: &[S], folded: &str) -> bool {
        self.names.ends_idiom(before, folded)
    }

    /// All words of the rings that begin with a folded text, in order within each file.
    pub fn beginning<'c>(&'c self, folded: &'c str) -> impl Iterator<Item = &'c str> {
        self.tables.iter().flat_map(move |table| {
            let from = table.vocabulary().range::<str, _>((Bound::Included(folded), Bound::Unbounded));
            from.map(String::as_str).take_while(move |word| word.starts_with(folded))
        })
    }

    /// All words of the rings, in order within each file.
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().flat_map(|table| table.vocabulary()).map(String::as_str)
    }

    /// Whether a word of a ring has this stem.
    #[must_use]
    pub fn has_stem(&self, stem: &WordStem) -> bool {
        self.tables.iter().any(|table| table.has_stem(stem))
    }

    /// The longest term that begins with the first of these folded words, which are not common ones: how many words it has,
    /// and what it is. Rings come before kinds of the same length, and kinds before mere translations.
    #[must_use]
    pub fn longest(&self, words: &[&str]) -> Option<(usize, Concept<'_>)> {
        let tables: Vec<&RingTable> = self.tables.iter().map(|table| &**table).collect();
        self.longest_in(&tables, words)
    }

    /// The same with the names of States.
    #[must_use]
    pub fn longest_with_states(&self, words: &[&str]) -> Option<(usize, Concept<'_>)> {
        let tables: Vec<&RingTable> = self.tables.iter().map(|table| &**table).collect();
        self.longest_in(&[&tables[..], &[states::table()]].concat(), words)
    }

    fn longest_in<'c>(&'c self, tables: &[&'c RingTable], words: &[&str]) -> Option<(usize, Concept<'c>)> {
        let first = words.first()?;
        let words = &words[..words.len().min(LONGEST_TERM)];
        let mut best = BestTerms::default();
        for inflection in Inflection::ALL.map(Some).into_iter().chain([None]) {
            let stem =
                |word: &&str| inflection.map_or_else(|| (*word).to_owned(), |language| language.stem(word));
            let sought: Vec<String> = words.iter().map(stem).collect();
            for (start, ring) in tables.iter().flat_map(|table| table.starting(first)) {
                if sought.starts_with(&start.stems) {
                    best.add_ring(start.stems.len(), ring, start.is(words));
                }
            }
            for (rest, kind) in self.names.starts.get(&sought[0]).into_iter().flatten() {
                if sought[1..].starts_with(rest) {
                    best.add_kind(rest.len() + 1, *kind);
                }
            }
        }
        let BestTerms { length, rings, kind, .. } = best;
        let concept = match kind.filter(|_| rings.iter().all(|ring| ring.is_translation())) {
            Some(kind) => Concept::Kinds(&self.names.kinds[kind].kinds),
            None => Concept::Rings(rings),
        };
        (length > 0).then_some((length, concept))
    }

    /// The values that a field is limited to by a folded text.
    ///
    /// # Errors
    /// The nearest known name if the field has only certain values and this is none.
    pub fn values(&self, field: SearchField, folded: &str) -> Result<Vec<String>, String> {
        match field {
            SearchField::Kind => self.names.kinds_named(folded),
            SearchField::Part => {
                Ok(named(&self.names.parts, folded).unwrap_or_else(|_| vec![folded.to_owned()]))
            }
            SearchField::Lang => named(&self.names.languages, folded),
            SearchField::Status => named(&self.names.statuses, folded),
            SearchField::Session => match folded.parse::<u32>() {
                Ok(number) => Ok(vec![number.to_string()]),
                Err(_) => Err("4".to_owned()),
            },
            SearchField::Date => {
                match folded.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte)) {
                    true => Ok(vec![folded.to_owned()]),
                    false => Err("2023-03".to_owned()),
                }
            }
            SearchField::Doc | SearchField::By | SearchField::Step => Ok(vec![folded.to_owned()]),
        }
    }

    /// The words of a text that are not common, folded.
    #[must_use]
    pub fn content(&self, text: &str) -> Vec<String> {
        content(text, &self.names.common)
    }
}

/// The longest terms found so far.
#[derive(Default)]
struct BestTerms<'c> {
    length: usize,
    rings: Vec<&'c Ring>,
    /// Whether the rings have the very words, and not only others with the same stems: `objection` is no `objective`.
    is_exact: bool,
    kind: Option<usize>,
}

impl<'c> BestTerms<'c> {
    /// Whether terms of this length are wanted; shorter ones found before are left out.
    fn wants(&mut self, length: usize) -> bool {
        if length > self.length {
            *self = Self { length, ..Self::default() };
        }
        length == self.length
    }

    fn add_ring(&mut self, length: usize, ring: &'c Ring, is_exact: bool) {
        if self.wants(length) && is_exact && !self.is_exact {
            self.rings.clear();
            self.is_exact = true;
        }
        if self.wants(length)
            && is_exact == self.is_exact
            && !self.rings.iter().any(|known| std::ptr::eq(*known, ring))
        {
            self.rings.push(ring);
        }
    }

    fn add_kind(&mut self, length: usize, kind: usize) {
        if self.wants(length) {
            self.kind.get_or_insert(kind);
        }
    }
}

/// No term has more words.
const LONGEST_TERM: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn found<'c>(concepts: &'c Concepts, typed: &str) -> Option<(usize, Concept<'c>)> {
        let words = concepts.content(typed);
        concepts.longest(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn terms_of_every_ring_are_found_in_every_language_and_number() {
        let concepts = Concepts::bundled();
        // A mere translation may also be the name of a kind of passages.
        for ring in concepts.rings().filter(|ring| !ring.is_translation()) {
            for term in &ring.terms {
                let (length, concept) = found(concepts, &term.text).expect("each term is found");
                assert_eq!(length, term.words.len(), "{}", term.text);
                assert!(matches!(&concept, Concept::Rings(rings) if rings.contains(&ring)), "{}", term.text);
            }
        }
        let name = |typed: &str| match found(concepts, typed) {
            Some((_, Concept::Rings(rings))) => rings[0].name(Language::FR).to_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(name("point de contact"), "points de contact");
        assert_eq!(name("CBMs"), "mesures de confiance");
        assert_eq!(name("poa"), "programme d’action");
        assert_eq!(name("Confidence-building"), "mesures de confiance");
        assert!(matches!(found(concepts, "next steps on CBMs"), Some((2, Concept::Kinds(_)))));
        assert_eq!(found(concepts, "zebra"), None);
    }

    #[test]
    fn a_translation_has_a_word_for_each_language() {
        let text = include_str!("../../data/concepts.toml");
        let words = text.split("'''").nth(1).expect("the words are between quotation marks");
        let lines: Vec<&str> = words.lines().filter(|line| !line.is_empty()).collect();
        assert!(lines.len() > 500);
        for line in lines {
            let terms: Vec<&str> = line.split('=').map(str::trim).collect();
            assert!(terms.len() == 3 && terms.iter().all(|term| !term.is_empty()), "{line}");
        }
    }

    #[test]
    fn a_delegate_adds_rings_and_errors_have_their_line() {
        let text =
            "[[ring]]\nfr = ['guichet', 'point focal']\nen = ['focal point']\n[[ring]]\nfrench = ['x']\n";
        let (concepts, errors) = Concepts::bundled().with_own("concepts.toml", text);
        assert!(
            matches!(found(&concepts, "focal points"), Some((2, Concept::Rings(rings))) if rings.iter().any(|ring| ring.is_own()))
        );
        assert!(found(&concepts, "points de contact").is_some());
        assert_eq!(errors.iter().map(|error| error.message.id).collect::<Vec<_>>(), ["concepts-key"]);
        assert_eq!(errors[0].message.line(), Some(5));
    }

    #[test]
    fn values_of_fields_have_the_names_that_people_type() {
        let concepts = Concepts::bundled();
        let values = |field, typed: &str| concepts.values(field, typed);
        assert_eq!(values(SearchField::Kind, "etape"), Ok(vec!["next-step".to_owned()]));
        assert_eq!(values(SearchField::Lang, "francais"), Ok(vec!["fr".to_owned()]));
        assert_eq!(values(SearchField::Part, "annexe"), Ok(vec!["annex".to_owned()]));
        assert_eq!(values(SearchField::Kind, "nrm"), Err("norm".to_owned()));
        assert_eq!(values(SearchField::Date, "hier"), Err("2023-03".to_owned()));
    }
}
