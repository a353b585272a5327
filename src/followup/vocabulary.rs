//! The words reports use for actors, force, sessions and deadlines: the table `[followup]` of `data/languages`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::base::Error;
use crate::cite::token::{Phrase, phrase};
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
                    let fault = Error::broken("language-syntax").with("language", language);
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
#[derive(Debug, Clone)]
pub struct Vocabulary {
    pub(super) months: Vec<Phrase>,
    pub(super) articles: Vec<Phrase>,
    pub(super) and: Vec<Phrase>,
    pub(super) prepositions: Vec<Phrase>,
    pub(super) voluntary: Vec<Phrase>,
    pub(super) abbreviations: Vec<Phrase>,
    pub(super) sessions: Sessions,
    pub(super) deadlines: Deadlines,
    pub(super) verbs: Verbs,
    pub(super) actors: Actors,
    pub(super) topics: Topics,
    pub(super) products: Products,
}

/// How sessions are counted.
#[derive(Debug, Clone)]
pub(super) struct Sessions {
    /// The words for the first, the second, … session.
    pub ordinals: Vec<Vec<Phrase>>,
    /// What follows digits: `4e`, `4th`.
    pub endings: Vec<Phrase>,
    pub nouns: Vec<Phrase>,
    pub qualifiers: Vec<Phrase>,
    pub and: Vec<Phrase>,
    pub to: Vec<Phrase>,
    /// What shows that the session belongs to another body.
    pub of_others: Vec<Phrase>,
}

/// How deadlines are announced.
#[derive(Debug, Clone)]
pub(super) struct Deadlines {
    pub by: Vec<Phrase>,
    pub latest: Vec<Phrase>,
    pub before: Vec<Phrase>,
    pub start: Vec<Phrase>,
    pub end: Vec<Phrase>,
    pub fillers: Vec<Phrase>,
}

/// Verbs by force.
#[derive(Debug, Clone)]
pub(super) struct Verbs {
    pub by_force: Vec<(Force, Vec<Phrase>)>,
    /// Verbs the next word belongs to: `may submit`.
    pub modals: Vec<Phrase>,
    /// What ties an infinitive to its verb: `de`, `to`.
    pub links: Vec<Phrase>,
    /// What opens a clause with a subject of its own: `que`, `that`.
    pub clauses: Vec<Phrase>,
    pub reflexives: Vec<Phrase>,
    /// How a finite verb ends, for verbs no list has; empty: any word will do.
    pub finite_endings: Vec<String>,
    /// How a word ends that may stand between the subject and its verb.
    pub adverb_endings: Vec<String>,
    /// Verbs the actor comes after: `prie le Secrétaire général de`.
    pub addressing: Vec<Phrase>,
}

/// Who acts.
#[derive(Debug, Clone)]
pub(super) struct Actors {
    pub by_kind: Vec<(ActorKind, Vec<Phrase>)>,
    pub interested: Vec<Phrase>,
    pub able: Vec<Phrase>,
    pub complements: Vec<Phrase>,
}

/// How the subjects of a discussion are told.
#[derive(Debug, Clone)]
pub(super) struct Topics {
    pub discussion: Vec<Phrase>,
    pub on: Vec<Phrase>,
    pub fillers: Vec<Phrase>,
    pub asides: Vec<Phrase>,
    /// What leads to a session: `lors des`, `at the`.
    pub at: Vec<Phrase>,
}

/// Documents to be produced.
#[derive(Debug, Clone)]
pub(super) struct Products {
    pub verbs: Vec<Phrase>,
    pub nouns: Vec<Phrase>,
}

#[derive(Deserialize)]
struct StoredFile {
    followup: Stored,
}

type Words = Vec<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    months: Words,
    articles: Words,
    and: Words,
    prepositions: Words,
    voluntary: Words,
    abbreviations: Words,
    sessions: StoredSessions,
    deadlines: StoredDeadlines,
    verbs: StoredVerbs,
    actors: StoredActors,
    topics: StoredTopics,
    products: StoredProducts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct StoredSessions {
    ordinals: Vec<Words>,
    endings: Words,
    nouns: Words,
    qualifiers: Words,
    and: Words,
    to: Words,
    of_others: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredDeadlines {
    by: Words,
    latest: Words,
    before: Words,
    start: Words,
    end: Words,
    fillers: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct StoredVerbs {
    agree: Words,
    request: Words,
    will: Words,
    invite: Words,
    encourage: Words,
    may: Words,
    modals: Words,
    links: Words,
    clauses: Words,
    reflexives: Words,
    finite_endings: Words,
    adverb_endings: Words,
    addressing: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredActors {
    states: Words,
    secretariat: Words,
    chair: Words,
    others: Words,
    interested: Words,
    able: Words,
    complements: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredTopics {
    discussion: Words,
    on: Words,
    fillers: Words,
    asides: Words,
    at: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredProducts {
    verbs: Words,
    nouns: Words,
}

fn phrases(words: &Words) -> Vec<Phrase> {
    words.iter().map(|word| phrase(word)).collect()
}

impl Vocabulary {
    fn read(text: &str) -> Result<Self, String> {
        let file = toml::from_str::<StoredFile>(text).map_err(|error| error.message().to_owned())?;
        let stored = file.followup;
        Ok(Self {
            months: phrases(&stored.months),
            articles: phrases(&stored.articles),
            and: phrases(&stored.and),
            prepositions: phrases(&stored.prepositions),
            voluntary: phrases(&stored.voluntary),
            abbreviations: phrases(&stored.abbreviations),
            sessions: Sessions {
                ordinals: stored.sessions.ordinals.iter().map(phrases).collect(),
                endings: phrases(&stored.sessions.endings),
                nouns: phrases(&stored.sessions.nouns),
                qualifiers: phrases(&stored.sessions.qualifiers),
                and: phrases(&stored.sessions.and),
                to: phrases(&stored.sessions.to),
                of_others: phrases(&stored.sessions.of_others),
            },
            deadlines: Deadlines {
                by: phrases(&stored.deadlines.by),
                latest: phrases(&stored.deadlines.latest),
                before: phrases(&stored.deadlines.before),
                start: phrases(&stored.deadlines.start),
                end: phrases(&stored.deadlines.end),
                fillers: phrases(&stored.deadlines.fillers),
            },
            verbs: verbs(&stored.verbs),
            actors: Actors {
                by_kind: vec![
                    (ActorKind::States, phrases(&stored.actors.states)),
                    (ActorKind::Secretariat, phrases(&stored.actors.secretariat)),
                    (ActorKind::Chair, phrases(&stored.actors.chair)),
                    (ActorKind::Other, phrases(&stored.actors.others)),
                ],
                interested: phrases(&stored.actors.interested),
                able: phrases(&stored.actors.able),
                complements: phrases(&stored.actors.complements),
            },
            topics: Topics {
                discussion: phrases(&stored.topics.discussion),
                on: phrases(&stored.topics.on),
                fillers: phrases(&stored.topics.fillers),
                asides: phrases(&stored.topics.asides),
                at: phrases(&stored.topics.at),
            },
            products: Products {
                verbs: phrases(&stored.products.verbs),
                nouns: phrases(&stored.products.nouns),
            },
        })
    }
}

fn verbs(stored: &StoredVerbs) -> Verbs {
    let endings = |words: &Words| words.iter().map(|ending| crate::base::text::fold(ending)).collect();
    Verbs {
        by_force: vec![
            (Force::Agree, phrases(&stored.agree)),
            (Force::Request, phrases(&stored.request)),
            (Force::Will, phrases(&stored.will)),
            (Force::Invite, phrases(&stored.invite)),
            (Force::Encourage, phrases(&stored.encourage)),
            (Force::May, phrases(&stored.may)),
        ],
        modals: phrases(&stored.modals),
        links: phrases(&stored.links),
        clauses: phrases(&stored.clauses),
        reflexives: phrases(&stored.reflexives),
        finite_endings: endings(&stored.finite_endings),
        adverb_endings: endings(&stored.adverb_endings),
        addressing: phrases(&stored.addressing),
    }
}
