//! The words reports use for actors, force, sessions and deadlines: the table `[followup]` of `data/languages`.

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use crate::base::Error;
use crate::base::text::fold;
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
    weak: HashSet<String>,
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
    pub between: Vec<Phrase>,
    /// What shows that the session has been: `outcome of`, `held at`.
    pub looking_back: Vec<Phrase>,
    /// What opens a clause about what has been done: `building on`. Sessions in it are past.
    pub resting_on: Vec<Phrase>,
    /// What shows that it is still to come after all: `be` presented at.
    pub to_come: Vec<Phrase>,
}

/// How deadlines are announced.
#[derive(Debug, Clone)]
pub(super) struct Deadlines {
    pub by: Vec<Phrase>,
    pub latest: Vec<Phrase>,
    pub before: Vec<Phrase>,
    /// What may also follow the time it makes a deadline: `at the latest`.
    pub following: Vec<Phrase>,
    pub start: Vec<Phrase>,
    pub end: Vec<Phrase>,
    pub fillers: Vec<Phrase>,
    /// What makes a time too vague for a day: `mid-`.
    pub vague: Vec<Phrase>,
    pub quarters: Vec<Phrase>,
    pub halves: Vec<Phrase>,
    /// What leads to a time that is no limit: `in` 2024.
    pub during: Vec<Phrase>,
    /// How a word ends after which a time belongs to the past or only begins: `adopted` in 2021.
    pub past_endings: Vec<String>,
    pub lapses: Lapses,
}

/// How stretches of time are told.
#[derive(Debug, Clone)]
pub(super) struct Lapses {
    pub within: Vec<Phrase>,
    pub least: Vec<Phrase>,
    /// One, two, three, … with their values.
    pub cardinals: Vec<(u32, Phrase)>,
    pub days: Vec<Phrase>,
    pub weeks: Vec<Phrase>,
    pub months: Vec<Phrase>,
    pub years: Vec<Phrase>,
    /// Days that cannot be counted without knowing the holidays.
    pub working: Vec<Phrase>,
    pub after: Vec<Phrase>,
    pub adoption: Vec<Phrase>,
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
    /// What ties a clause to a noun: `qui`, `which`.
    pub relatives: Vec<Phrase>,
    pub reflexives: Vec<Phrase>,
    /// The word after which a verb is passive: `be`.
    pub passives: Vec<Phrase>,
    /// What leads from a passive verb to who acts: `by`.
    pub agents: Vec<Phrase>,
    /// How an infinitive ends; empty: any word will do.
    pub infinitive_endings: Vec<String>,
    /// How a finite verb ends, for verbs no list has; empty: any word will do.
    pub finite_endings: Vec<String>,
    /// How a word ends that may stand between the subject and its verb.
    pub adverb_endings: Vec<String>,
    /// Verbs by which the author of a resolution says what it does itself: `décide`.
    pub authors: Vec<Phrase>,
    /// What opens the purpose of a paragraph: `afin que`.
    pub purposes: Vec<Phrase>,
    /// Verbs the actor comes after: `prie le Secrétaire général de`.
    pub addressing: Vec<Phrase>,
}

/// Who acts.
#[derive(Debug, Clone)]
pub(super) struct Actors {
    pub by_kind: Vec<(ActorKind, Vec<Phrase>)>,
    pub interested: Vec<Phrase>,
    pub able: Vec<Phrase>,
    /// What may stand between the article and the noun: `relevant`.
    pub adjectives: Vec<Phrase>,
    pub complements: Vec<Phrase>,
    /// What opens a part of the subject that names nobody else: `in particular`, `assisted by`.
    pub asides: Vec<Phrase>,
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
    weak: Words,
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
    between: Words,
    looking_back: Words,
    resting_on: Words,
    to_come: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct StoredDeadlines {
    by: Words,
    latest: Words,
    following: Words,
    before: Words,
    start: Words,
    end: Words,
    fillers: Words,
    vague: Words,
    quarters: Words,
    halves: Words,
    during: Words,
    past_endings: Words,
    lapses: StoredLapses,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredLapses {
    within: Words,
    least: Words,
    cardinals: Vec<(u32, String)>,
    days: Words,
    weeks: Words,
    months: Words,
    years: Words,
    working: Words,
    after: Words,
    adoption: Words,
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
    relatives: Words,
    reflexives: Words,
    passives: Words,
    agents: Words,
    infinitive_endings: Words,
    finite_endings: Words,
    adverb_endings: Words,
    authors: Words,
    purposes: Words,
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
    adjectives: Words,
    complements: Words,
    asides: Words,
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
    /// Whether a word tells nothing by itself: that one text has it and another has not means nothing.
    #[must_use]
    pub fn is_weak(&self, word: &str) -> bool {
        self.weak.contains(&fold(word))
    }

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
            weak: stored.weak.iter().map(|word| fold(word)).collect(),
            sessions: Sessions {
                ordinals: stored.sessions.ordinals.iter().map(phrases).collect(),
                endings: phrases(&stored.sessions.endings),
                nouns: phrases(&stored.sessions.nouns),
                qualifiers: phrases(&stored.sessions.qualifiers),
                and: phrases(&stored.sessions.and),
                to: phrases(&stored.sessions.to),
                of_others: phrases(&stored.sessions.of_others),
                between: phrases(&stored.sessions.between),
                looking_back: phrases(&stored.sessions.looking_back),
                resting_on: phrases(&stored.sessions.resting_on),
                to_come: phrases(&stored.sessions.to_come),
            },
            deadlines: deadlines(&stored.deadlines),
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
                adjectives: phrases(&stored.actors.adjectives),
                complements: phrases(&stored.actors.complements),
                asides: phrases(&stored.actors.asides),
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

fn deadlines(stored: &StoredDeadlines) -> Deadlines {
    Deadlines {
        by: phrases(&stored.by),
        latest: phrases(&stored.latest),
        before: phrases(&stored.before),
        following: phrases(&stored.following),
        start: phrases(&stored.start),
        end: phrases(&stored.end),
        fillers: phrases(&stored.fillers),
        vague: phrases(&stored.vague),
        quarters: phrases(&stored.quarters),
        halves: phrases(&stored.halves),
        during: phrases(&stored.during),
        past_endings: stored.past_endings.clone(),
        lapses: Lapses {
            within: phrases(&stored.lapses.within),
            least: phrases(&stored.lapses.least),
            cardinals: stored.lapses.cardinals.iter().map(|(value, word)| (*value, phrase(word))).collect(),
            days: phrases(&stored.lapses.days),
            weeks: phrases(&stored.lapses.weeks),
            months: phrases(&stored.lapses.months),
            years: phrases(&stored.lapses.years),
            working: phrases(&stored.lapses.working),
            after: phrases(&stored.lapses.after),
            adoption: phrases(&stored.lapses.adoption),
        },
    }
}

fn verbs(stored: &StoredVerbs) -> Verbs {
    let endings = |words: &Words| words.iter().map(|ending| fold(ending)).collect();
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
        relatives: phrases(&stored.relatives),
        reflexives: phrases(&stored.reflexives),
        passives: phrases(&stored.passives),
        agents: phrases(&stored.agents),
        infinitive_endings: endings(&stored.infinitive_endings),
        finite_endings: endings(&stored.finite_endings),
        adverb_endings: endings(&stored.adverb_endings),
        authors: phrases(&stored.authors),
        purposes: phrases(&stored.purposes),
        addressing: phrases(&stored.addressing),
    }
}
