//! The words reports use for actors, force, sessions and deadlines: the table `[followup]` of `data/languages`.

use std::collections::{BTreeMap, HashSet};

use serde::{Deserialize, Deserializer};

use crate::base::Error;
use crate::base::text::fold;
use crate::cite::Phrases;
use crate::cite::token::Token;
use crate::followup::{ActorKind, Force};
use crate::model::Language;

const BUNDLED: [(Language, &str); 2] = [
    (Language::FR, include_str!("../../data/languages/fr.toml")),
    (Language::EN, include_str!("../../data/languages/en.toml")),
];

/// The vocabularies of several languages.
#[derive(Debug, Clone, Default)]
pub struct Vocabularies(BTreeMap<Language, Vocabulary>);

impl Vocabularies {
    /// The vocabularies that come with the program.
    #[must_use]
    pub fn bundled() -> Self {
        Self::read(&BUNDLED).expect("the bundled vocabularies are sound")
    }

    /// Reads the vocabularies out of language files.
    ///
    /// # Errors
    ///
    /// All files that cannot be read, each as `language-syntax`.
    pub fn read(files: &[(Language, &str)]) -> Result<Self, Vec<Error>> {
        let (mut read, mut faults) = (BTreeMap::new(), Vec::new());
        for (language, text) in files {
            match Vocabulary::read(text) {
                Ok(vocabulary) => drop(read.insert(*language, vocabulary)),
                Err(detail) => {
                    let fault = Error::broken("language-syntax").with("language", *language);
                    faults.push(fault.with("table", "followup").with("detail", detail));
                }
            }
        }
        if faults.is_empty() { Ok(Self(read)) } else { Err(faults) }
    }

    /// The vocabulary of a language, if there is one.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&Vocabulary> {
        self.0.get(&language)
    }
}

/// The words of one language, folded and cut into tokens.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vocabulary {
    #[serde(deserialize_with = "in_order")]
    pub(super) months: Phrases<u32>,
    pub(super) articles: Phrases,
    pub(super) and: Phrases,
    pub(super) prepositions: Phrases,
    pub(super) voluntary: Phrases,
    pub(super) abbreviations: Phrases,
    weak: Weak,
    pub(super) clauses: Clauses,
    pub(super) sessions: Sessions,
    pub(super) deadlines: Deadlines,
    pub(super) verbs: Verbs,
    pub(super) actors: Actors,
    pub(super) topics: Topics,
    pub(super) products: Products,
}

/// What opens a sentence before the clause that says what is to be done.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Clauses {
    /// Words that recall what has been: `mindful of`.
    pub recalling: Phrases,
    /// Words that open a condition or a reserve: `should`, `although`.
    pub conditions: Phrases,
}

/// How sessions are counted.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Sessions {
    /// The words for the first, the second, … session.
    #[serde(deserialize_with = "counted")]
    pub ordinals: Phrases<u32>,
    /// What follows digits: `4e`, `4th`.
    pub endings: Phrases,
    pub nouns: Phrases,
    pub qualifiers: Phrases,
    pub and: Phrases,
    pub to: Phrases,
    /// What shows that the session belongs to another body.
    pub of_others: Phrases,
    pub between: Phrases,
    /// What shows that the session has been: `outcome of`, `held at`.
    pub looking_back: Phrases,
    /// What opens a clause about what has been done: `building on`. Sessions in it are past.
    pub resting_on: Phrases,
    /// What shows that it is still to come after all: `be` presented at.
    pub to_come: Phrases,
    /// What stands between a participle and the session at which something was done: presented `at`.
    pub at: Phrases,
    /// How participles end; empty: those of `looking-back` will do.
    pub participle_endings: Endings,
    /// Participles that look forward: `scheduled`.
    pub planned: Phrases,
    /// What may stand between participles in a row: discussed `and` adopted.
    pub chained: Phrases,
    /// What tells of the past, unless one of `ahead` follows: `was` invited.
    pub told: Phrases,
    pub ahead: Phrases,
    /// The session named last: `that session`.
    pub said: Phrases,
}

/// How deadlines are announced.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Deadlines {
    pub by: Phrases,
    pub latest: Phrases,
    pub before: Phrases,
    /// What may also follow the time it makes a deadline: `at the latest`.
    pub following: Phrases,
    pub start: Phrases,
    pub end: Phrases,
    pub fillers: Phrases,
    /// What makes a time too vague for a day: `mid-`.
    pub vague: Phrases,
    pub quarters: Phrases,
    pub halves: Phrases,
    /// What leads to a time that is no limit: `in` 2024.
    pub during: Phrases,
    /// How a word ends after which a time belongs to the past or only begins: `adopted` in 2021. With accents, for
    /// `adoptés` is past and `de` is not.
    pub past_endings: Vec<String>,
    pub lapses: Lapses,
}

/// How stretches of time are told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Lapses {
    pub within: Phrases,
    pub least: Phrases,
    /// One, two, three, … with their values.
    #[serde(deserialize_with = "valued")]
    pub cardinals: Phrases<u32>,
    pub days: Phrases,
    pub weeks: Phrases,
    pub months: Phrases,
    pub years: Phrases,
    /// Days that cannot be counted without knowing the holidays.
    pub working: Phrases,
    pub after: Phrases,
    pub adoption: Phrases,
    /// What a report says of its own adoption: `adopted` its draft `report`.
    pub adopting: Phrases,
    pub adopted: Phrases,
}

/// Verbs by force.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Verbs {
    pub agree: Phrases,
    pub request: Phrases,
    pub will: Phrases,
    pub invite: Phrases,
    pub encourage: Phrases,
    pub may: Phrases,
    /// Verbs the next word belongs to: `may submit`.
    pub modals: Phrases,
    /// What ties an infinitive to its verb: `de`, `to`.
    pub links: Phrases,
    /// What opens a clause with a subject of its own: `que`, `that`.
    pub clauses: Phrases,
    /// What ties a clause to a noun: `qui`, `which`.
    pub relatives: Phrases,
    pub reflexives: Phrases,
    /// The word after which a verb is passive: `be`.
    pub passives: Phrases,
    /// Words that belong to the verb before them: carry `out`, faire `part`.
    pub particles: Phrases,
    /// Verbs that let somebody else do what the next one says: `faire` distribuer.
    pub causatives: Phrases,
    /// What leads from a passive verb to who acts: `by`.
    pub agents: Phrases,
    /// How an infinitive ends; empty: any word will do.
    pub infinitive_endings: Endings,
    /// How a finite verb ends, for verbs no list has; empty: any word will do.
    pub finite_endings: Endings,
    /// How a word ends that may stand between the subject and its verb.
    pub adverb_endings: Endings,
    /// Verbs by which the author of a resolution says what it does itself: `décide`.
    pub authors: Phrases,
    /// What opens the purpose of a paragraph: `afin que`.
    pub purposes: Phrases,
    /// Verbs the actor comes after: `prie le Secrétaire général de`.
    pub addressing: Phrases,
}

/// Who acts.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Actors {
    pub states: Phrases,
    pub secretariat: Phrases,
    pub chair: Phrases,
    pub others: Phrases,
    pub interested: Phrases,
    pub able: Phrases,
    /// What may stand between the article and the noun: `relevant`.
    pub adjectives: Phrases,
    pub complements: Phrases,
    /// What opens a part of the subject that names nobody else: `in particular`, `assisted by`.
    pub asides: Phrases,
}

/// How the subjects of a discussion are told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Topics {
    pub discussion: Phrases,
    /// What is convened to discuss something: a round table, a workshop.
    pub events: Phrases,
    /// Verbs whose object is discussed: examine.
    pub verbs: Phrases,
    pub on: Phrases,
    /// What opens a clause that is a subject: whether, how.
    pub questions: Phrases,
    /// What opens one of several things in a row: the.
    pub determiners: Phrases,
    /// What leads to what a thing is of, besides prepositions: `des`.
    pub of: Phrases,
    pub fillers: Phrases,
    pub asides: Phrases,
    /// What leads to a session: `lors des`, `at the`.
    pub at: Phrases,
}

/// Documents to be produced.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Products {
    pub verbs: Phrases,
    /// Participles of passive verbs by which papers come to be: prepared.
    pub made: Phrases,
    pub nouns: Phrases,
    /// Articles of what is spoken of for the first time.
    pub indefinite: Phrases,
    /// Whether the language has nouns without an article.
    pub bare: bool,
    /// Where the noun belongs to the verb and names no paper: faire rapport.
    pub idioms: Phrases,
}

/// Words that tell nothing by themselves.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Vec<String>")]
struct Weak(HashSet<String>);

impl From<Vec<String>> for Weak {
    fn from(words: Vec<String>) -> Self {
        Self(words.iter().map(|word| fold(word)).collect())
    }
}

/// Endings of words, folded.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct Endings(Vec<String>);

impl From<Vec<String>> for Endings {
    fn from(endings: Vec<String>) -> Self {
        Self(endings.iter().map(|ending| fold(ending)).collect())
    }
}

impl Endings {
    /// Whether the language has none, so that any word will do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a token ends in one of them.
    pub fn end(&self, token: &Token) -> bool {
        self.0.iter().any(|ending| token.folded.ends_with(ending.as_str()))
    }
}

/// Lists of phrases, the first meaning 1, the second 2.
fn counted<'de, D: Deserializer<'de>>(stored: D) -> Result<Phrases<u32>, D::Error> {
    let lists = Vec::<Vec<String>>::deserialize(stored)?;
    let numbered = (1..).zip(lists);
    Ok(numbered.flat_map(|(number, ways)| ways.into_iter().map(move |way| (way, number))).collect())
}

/// Phrases, the first meaning 1, the second 2.
fn in_order<'de, D: Deserializer<'de>>(stored: D) -> Result<Phrases<u32>, D::Error> {
    Ok(Vec::<String>::deserialize(stored)?.into_iter().zip(1..).collect())
}

/// Numbers, each with a phrase that means it.
fn valued<'de, D: Deserializer<'de>>(stored: D) -> Result<Phrases<u32>, D::Error> {
    let pairs = Vec::<(u32, String)>::deserialize(stored)?;
    Ok(pairs.into_iter().map(|(value, way)| (way, value)).collect())
}

impl Verbs {
    /// The verbs of each force, the strongest first.
    pub fn by_force(&self) -> [(Force, &Phrases); 6] {
        [
            (Force::Agree, &self.agree),
            (Force::Request, &self.request),
            (Force::Will, &self.will),
            (Force::Invite, &self.invite),
            (Force::Encourage, &self.encourage),
            (Force::May, &self.may),
        ]
    }
}

impl Actors {
    /// The longest name of an actor standing at a place among the tokens: the place after it, and its kind.
    pub fn head(&self, tokens: &[Token], at: usize) -> Option<(usize, ActorKind)> {
        let kinds = [
            (ActorKind::States, &self.states),
            (ActorKind::Secretariat, &self.secretariat),
            (ActorKind::Chair, &self.chair),
            (ActorKind::Other, &self.others),
        ];
        let heads = kinds.into_iter().filter_map(|(kind, names)| Some((names.after(tokens, at)?, kind)));
        heads.max_by_key(|(end, _)| *end)
    }
}

impl Vocabulary {
    /// Whether a word tells nothing by itself: that one text has it and another has not means nothing.
    #[must_use]
    pub fn is_weak(&self, word: &str) -> bool {
        self.weak.0.contains(&fold(word))
    }

    fn read(text: &str) -> Result<Self, String> {
        let file = toml::from_str::<StoredFile>(text).map_err(|error| error.message().to_owned())?;
        Ok(file.followup)
    }
}

/// The file holds other tables too.
#[derive(Deserialize)]
struct StoredFile {
    followup: Vocabulary,
}
