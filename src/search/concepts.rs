//! Concepts: rings of equivalent terms, names of kinds of passages, and common words, from `data/concepts.toml` and a file of the
//! workspace.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Bound;
use std::sync::LazyLock;

use crate::base::Error;
use crate::base::nearest::nearest;
use crate::base::table::{self, Messages, Table};
use crate::base::text::fold;
use crate::model::{BlockKind, Language};
use crate::search::fields::SearchField;
use crate::search::words::{Inflection, WordStem, words};

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
    /// Whether the delegate has added it.
    pub is_own: bool,
    /// Whether it is only one word in several languages.
    pub is_translation: bool,
}

impl Ring {
    /// Whether it is a subject, and not only one word in two or three languages.
    #[must_use]
    pub fn is_subject(&self) -> bool {
        !self.is_translation || self.terms.iter().any(|term| term.words.len() > 1)
    }

    /// The term shown for the ring: the first in a language, else the first of all.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        let inflection = Inflection::of(language);
        let own = self.terms.iter().find(|term| inflection.is_some() && term.inflection == inflection);
        own.or(self.terms.first()).map_or("", |term| term.text.as_str())
    }
}

/// Names of kinds of passages and texts, and the words in a query that prefer them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct KindNames {
    kinds: Vec<String>,
    typed: Vec<String>,
}

/// A value of a field with the names people give it, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NamedValue {
    value: String,
    names: Vec<String>,
}

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
    rings: Vec<Ring>,
    kinds: Vec<KindNames>,
    parts: Vec<NamedValue>,
    languages: Vec<NamedValue>,
    statuses: Vec<NamedValue>,
    common: HashSet<String>,
    /// The rings and kinds of each first word of a term, as a stem: the rest of the term, and which one it is.
    starts: HashMap<String, Vec<(Vec<String>, TermOwner)>>,
    /// All words of rings, folded.
    vocabulary: BTreeSet<String>,
    /// Their stems in each language.
    stems: HashSet<WordStem>,
}

/// Which ring or kind a term belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TermOwner {
    Ring(usize),
    Kind(usize),
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
        let (mut concepts, errors) = table::read(file, text, &MESSAGES, Self::read);
        concepts.index();
        (concepts, errors)
    }

    /// These concepts with the rings of the delegate's own file added.
    #[must_use]
    pub fn with_own(&self, file: &str, text: &str) -> (Self, Vec<Error>) {
        let mut all = self.clone();
        let read = |root: &Table<'_>| root.tables("ring", |table| ring(table, &self.common, true));
        let (rings, errors) = table::read(file, text, &MESSAGES, read);
        all.rings.extend(rings.into_iter().map(|ring| ring.value));
        all.index();
        (all, errors)
    }

    fn read(root: &Table<'_>) -> Self {
        let common = root.table("common", |table| {
            let words = Inflection::ALL.iter().flat_map(|language| table.texts(language.code()));
            words.map(|word| fold(&word)).collect()
        });
        let common: HashSet<String> = common.unwrap_or_default();
        let rings = root.tables("ring", |table| ring(table, &common, false));
        let translated = root.lists("words").into_iter().filter_map(|words| translated(&words, &common));
        let kinds = root.tables("kind", |table| {
            table.require(&["kinds"]);
            let named = KindNames { kinds: table.texts("kinds"), typed: table.texts("typed") };
            Some((named, table.texts("words")))
        });
        let mut concepts = Self {
            rings: rings.into_iter().map(|ring| ring.value).chain(translated).collect(),
            parts: names(root, "part"),
            languages: names(root, "language"),
            statuses: names(root, "status"),
            common,
            ..Self::default()
        };
        for (at, kind) in kinds.into_iter().enumerate() {
            let (named, hints) = kind.value;
            for hint in hints {
                let content = concepts.content(&hint);
                for inflection in Inflection::ALL {
                    concepts.start(&stems(&content, Some(inflection)), TermOwner::Kind(at));
                }
            }
            concepts.kinds.push(named);
        }
        concepts
    }

    /// Prepares the rings to be found by their words.
    fn index(&mut self) {
        for terms in self.starts.values_mut() {
            terms.retain(|(_, entry)| matches!(entry, TermOwner::Kind(_)));
        }
        let rings = std::mem::take(&mut self.rings);
        for (at, ring) in rings.iter().enumerate() {
            for term in &ring.terms {
                self.vocabulary.extend(term.words.iter().cloned());
                let own = term.words.iter().flat_map(|word| WordStem::of(word, term.inflection.as_slice()));
                self.stems.extend(own);
                self.start(&stems(&term.words, term.inflection), TermOwner::Ring(at));
            }
        }
        self.rings = rings;
    }

    fn start(&mut self, stems: &[String], entry: TermOwner) {
        let Some((first, rest)) = stems.split_first() else { return };
        let terms = self.starts.entry(first.clone()).or_default();
        if !terms.iter().any(|(known, of)| known == rest && *of == entry) {
            terms.push((rest.to_vec(), entry));
        }
    }

    /// The rings.
    #[must_use]
    pub fn rings(&self) -> &[Ring] {
        &self.rings
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
        self.rings.iter().filter(|ring| ring.is_own).map(terms).collect()
    }

    /// Whether a folded word is too common to be searched for.
    #[must_use]
    pub fn is_common(&self, folded: &str) -> bool {
        self.common.contains(folded)
    }

    /// All words of the rings that begin with a folded text, in order.
    pub fn beginning<'c>(&'c self, folded: &'c str) -> impl Iterator<Item = &'c str> {
        let from = self.vocabulary.range::<str, _>((Bound::Included(folded), Bound::Unbounded));
        from.map(String::as_str).take_while(move |word| word.starts_with(folded))
    }

    /// All words of the rings, in order.
    pub fn vocabulary(&self) -> impl Iterator<Item = &str> {
        self.vocabulary.iter().map(String::as_str)
    }

    /// Whether a word of a ring has this stem.
    #[must_use]
    pub fn has_stem(&self, stem: &WordStem) -> bool {
        self.stems.contains(stem)
    }

    /// The longest term that begins with the first of these folded words, which are not common ones: how many words it has,
    /// and what it is. Rings come before kinds of the same length, and kinds before mere translations.
    #[must_use]
    pub fn longest(&self, words: &[&str]) -> Option<(usize, Concept<'_>)> {
        let mut best: Option<(usize, Vec<TermOwner>)> = None;
        for inflection in Inflection::ALL.map(Some).into_iter().chain([None]) {
            let stem =
                |word: &&str| inflection.map_or_else(|| (*word).to_owned(), |language| language.stem(word));
            let Some(terms) = words.first().and_then(|first| self.starts.get(&stem(first))) else { continue };
            let sought: Vec<String> = words[1..].iter().map(stem).collect();
            for (rest, entry) in terms.iter().filter(|(rest, _)| sought.starts_with(rest)) {
                let length = rest.len() + 1;
                match &mut best {
                    Some((known, entries)) if *known == length => {
                        if !entries.contains(entry) {
                            entries.push(*entry);
                        }
                    }
                    Some((known, _)) if *known > length => {}
                    _ => best = Some((length, vec![*entry])),
                }
            }
        }
        best.map(|(length, entries)| (length, self.concept(&entries)))
    }

    fn concept(&self, entries: &[TermOwner]) -> Concept<'_> {
        let ring = |entry: &TermOwner| match entry {
            TermOwner::Ring(at) => Some(&self.rings[*at]),
            TermOwner::Kind(_) => None,
        };
        let rings: Vec<&Ring> = entries.iter().filter_map(ring).collect();
        let kind = |entry: &TermOwner| match entry {
            TermOwner::Kind(at) => Some(self.kinds[*at].kinds.as_slice()),
            TermOwner::Ring(_) => None,
        };
        match entries.iter().find_map(kind) {
            Some(kinds) if rings.iter().all(|ring| ring.is_translation) => Concept::Kinds(kinds),
            _ => Concept::Rings(rings),
        }
    }

    /// The values that a field is limited to by a folded text.
    ///
    /// # Errors
    /// The nearest known name if the field has only certain values and this is none.
    pub fn values(&self, field: SearchField, folded: &str) -> Result<Vec<String>, String> {
        match field {
            SearchField::Kind => self.kinds_named(folded),
            SearchField::Part => Ok(named(&self.parts, folded).unwrap_or_else(|_| vec![folded.to_owned()])),
            SearchField::Lang => named(&self.languages, folded),
            SearchField::Status => named(&self.statuses, folded),
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

    fn kinds_named(&self, typed: &str) -> Result<Vec<String>, String> {
        let is_known = |kind: &&KindNames| kind.typed.iter().any(|name| fold(name) == typed);
        if let Some(kind) = self.kinds.iter().find(is_known) {
            return Ok(kind.kinds.clone());
        }
        if let Some(kind) = BlockKind::from_name(typed) {
            return Ok(vec![kind.name().to_owned()]);
        }
        let names = self.kinds.iter().flat_map(|kind| &kind.typed).map(String::as_str);
        Err(nearest(typed, names, |name| name.len()).unwrap_or("norm").to_owned())
    }

    /// The words of a text that are not common, folded.
    #[must_use]
    pub fn content(&self, text: &str) -> Vec<String> {
        content(text, &self.common)
    }
}

fn content(text: &str, common: &HashSet<String>) -> Vec<String> {
    words(text).map(|word| word.folded.into_owned()).filter(|word| !common.contains(word)).collect()
}

fn stems(words: &[String], inflection: Option<Inflection>) -> Vec<String> {
    words.iter().map(|word| inflection.map_or_else(|| word.clone(), |language| language.stem(word))).collect()
}

/// The ways in which the terms of a delegate may be inflected.
const OWN: [Option<Inflection>; 3] =
    [Some(Inflection::English), Some(Inflection::French), Some(Inflection::Spanish)];

fn ring(table: &Table<'_>, common: &HashSet<String>, is_own: bool) -> Option<Ring> {
    let languages = Inflection::ALL.map(|language| (language.code(), Some(language)));
    let mut terms = Vec::new();
    for (key, inflection) in languages.into_iter().chain([("any", None)]) {
        let texts = table.texts(key).into_iter();
        // A delegate does not say which language a term is in.
        let inflections = if is_own && inflection.is_none() { &OWN[..] } else { &[inflection] };
        for text in texts {
            let words = content(&text, common);
            let term = |inflection: &_| RingTerm {
                words: words.clone(),
                text: text.clone(),
                inflection: *inflection,
            };
            terms.extend(inflections.iter().map(term));
        }
    }
    terms.retain(|term| !term.words.is_empty());
    (terms.len() > 1).then_some(Ring { terms, is_own, is_translation: false })
}

/// A word in English, in French and, if there is a third one, in Spanish.
fn translated(words: &[String], common: &HashSet<String>) -> Option<Ring> {
    let languages = [Inflection::English, Inflection::French, Inflection::Spanish];
    let term = |(text, inflection): (&String, Inflection)| RingTerm {
        words: content(text, common),
        text: text.clone(),
        inflection: Some(inflection),
    };
    let terms: Vec<RingTerm> = words.iter().zip(languages).map(term).collect();
    (2..=3).contains(&words.len()).then_some(Ring { terms, is_own: false, is_translation: true })
}

/// The names of each key of a table, folded.
fn names(root: &Table<'_>, key: &str) -> Vec<NamedValue> {
    let named = |table: &Table<'_>, value: String| {
        let names = table.texts(&value).iter().map(|name| fold(name)).collect();
        NamedValue { value, names }
    };
    let read = |table: &Table<'_>| table.keys().into_iter().map(|key| named(table, key.value)).collect();
    root.table(key, read).unwrap_or_default()
}

fn named(all: &[NamedValue], typed: &str) -> Result<Vec<String>, String> {
    let is = |known: &&NamedValue| known.value == typed || known.names.iter().any(|name| name == typed);
    if let Some(known) = all.iter().find(is) {
        return Ok(vec![known.value.clone()]);
    }
    let known = all.iter().flat_map(|known| std::iter::once(&known.value).chain(&known.names));
    Err(nearest(typed, known.map(String::as_str), |name| name.len()).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'c>(concepts: &'c Concepts, typed: &str) -> Option<(usize, Concept<'c>)> {
        let words = concepts.content(typed);
        concepts.longest(&words.iter().map(String::as_str).collect::<Vec<_>>())
    }

    #[test]
    fn terms_of_every_ring_are_found_in_every_language_and_number() {
        let concepts = Concepts::bundled();
        // A mere translation may also be the name of a kind of passages.
        for ring in concepts.rings().iter().filter(|ring| !ring.is_translation) {
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
    fn a_delegate_adds_rings_and_errors_have_their_line() {
        let text =
            "[[ring]]\nfr = ['guichet', 'point focal']\nen = ['focal point']\n[[ring]]\nfrench = ['x']\n";
        let (concepts, errors) = Concepts::bundled().with_own("concepts.toml", text);
        assert!(
            matches!(found(&concepts, "focal points"), Some((2, Concept::Rings(rings))) if rings.iter().any(|ring| ring.is_own))
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
