//! The words by which reports ask for something: the table `[followup]` of a language file.

use std::collections::HashSet;
use std::sync::Arc;

use super::numerals::{Months, Ordinals};
use super::phrases::Phrases;
use super::times::{DeadlineWords, SessionWords};
use super::token::Token;
use super::verbs::VerbWords;
use crate::base::table::Table;
use crate::base::text::fold;
use crate::model::BodyNames;

/// The words for actors, force, sessions and deadlines.
#[derive(Debug, Clone, Default)]
pub struct FollowUpWords {
    /// The names of the months.
    pub months: Arc<Months>,
    /// "the", "a", "its".
    pub articles: Phrases,
    /// "and".
    pub and: Phrases,
    /// "of", "with".
    pub prepositions: Phrases,
    /// "on a voluntary basis".
    pub voluntary: Phrases,
    /// Abbreviations whose full stop does not end a sentence.
    pub abbreviations: Phrases,
    /// Words without a meaning of their own, folded.
    weak: HashSet<String>,
    /// Words that begin a sentence before its main clause.
    pub clauses: ClauseWords,
    /// How sessions are named.
    pub sessions: SessionWords,
    /// How deadlines are named.
    pub deadlines: DeadlineWords,
    /// Verbs by force, and what belongs to verbs.
    pub verbs: VerbWords,
    /// Who acts.
    pub actors: ActorWords,
    /// What is discussed.
    pub topics: TopicWords,
    /// What is produced.
    pub products: ProductWords,
}

/// Words that begin a sentence before the clause that states what is to be done.
#[derive(Debug, Clone, Default)]
pub struct ClauseWords {
    /// Words that recall the past: `mindful of`.
    pub recalling: Phrases,
    /// Words that open a condition or a reservation: `should`, `although`.
    pub conditions: Phrases,
}

/// Who acts.
#[derive(Debug, Clone, Default)]
pub struct ActorWords {
    /// States.
    pub states: Phrases,
    /// The Secretariat and its departments.
    pub secretariat: Phrases,
    /// The Chair and those who act for the Chair.
    pub chair: Phrases,
    /// All other actors.
    pub others: Phrases,
    /// What makes "States" those that are interested.
    pub interested: Phrases,
    /// What makes "States" those that are in a position to do so.
    pub able: Phrases,
    /// What may come between the article and the noun: `relevant`.
    pub adjectives: Phrases,
    /// What may follow the noun and belongs to it: `of the United Nations`.
    pub complements: Phrases,
    /// Words that begin a part of the subject that names no other actor: `in particular`, `assisted by`.
    pub asides: Phrases,
}

/// How the subjects of a discussion are named.
#[derive(Debug, Clone, Default)]
pub struct TopicWords {
    /// "discussion", "exchange of views".
    pub discussion: Phrases,
    /// What is convened to discuss something: a round table, a workshop.
    pub events: Phrases,
    /// Verbs whose object is discussed: examine.
    pub verbs: Phrases,
    /// Between the discussion and its subject: "on", "regarding".
    pub on: Phrases,
    /// Words that begin a clause that is a subject: whether, how.
    pub questions: Phrases,
    /// The first word of one of several things in a row: the.
    pub determiners: Phrases,
    /// Contractions of "of" with an article: `des`, `du`.
    pub of: Phrases,
    /// Words that may come before the subject: "further", "in-depth".
    pub fillers: Phrases,
    /// The first words of what is not part of the subject: "as appropriate".
    pub asides: Phrases,
    /// What comes before a session: `lors des`, `at the`.
    pub at: Phrases,
}

/// Documents to be produced.
#[derive(Debug, Clone, Default)]
pub struct ProductWords {
    /// Verbs whose object is a document.
    pub verbs: Phrases,
    /// Participles of passive verbs by which documents come to be: prepared.
    pub made: Phrases,
    /// Names of documents.
    pub nouns: Phrases,
    /// Articles of what is mentioned for the first time.
    pub indefinite: Phrases,
    /// Whether nouns may have no article.
    pub bare: bool,
    /// Where the noun belongs to the verb and is no document: faire rapport.
    pub idioms: Phrases,
}

/// Endings of words, folded.
#[derive(Debug, Clone, Default)]
pub struct Endings(Vec<String>);

impl Endings {
    pub(super) fn read(table: &Table<'_>, key: &str) -> Self {
        Self(table.texts(key).iter().map(|ending| fold(ending)).collect())
    }

    /// Whether the language has none, so that any word will do.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a token ends with one of them.
    #[must_use]
    pub fn end(&self, token: &Token) -> bool {
        self.0.iter().any(|ending| token.folded.ends_with(ending.as_str()))
    }
}

pub(super) fn phrases(table: &Table<'_>, key: &str) -> Phrases {
    table.texts(key).into()
}

impl FollowUpWords {
    pub(super) fn read(table: &Table<'_>, months: &Arc<Months>, ordinals: &Arc<Ordinals>) -> Self {
        let sessions = table.table("sessions", |table| SessionWords::read(table, ordinals));
        Self {
            months: Arc::clone(months),
            articles: phrases(table, "articles"),
            and: phrases(table, "and"),
            prepositions: phrases(table, "prepositions"),
            voluntary: phrases(table, "voluntary"),
            abbreviations: phrases(table, "abbreviations"),
            weak: table.texts("weak").iter().map(|word| fold(word)).collect(),
            clauses: table.table("clauses", ClauseWords::read).unwrap_or_default(),
            sessions: sessions.unwrap_or_default(),
            deadlines: table.table("deadlines", DeadlineWords::read).unwrap_or_default(),
            verbs: table.table("verbs", VerbWords::read).unwrap_or_default(),
            actors: table.table("actors", ActorWords::read).unwrap_or_default(),
            topics: table.table("topics", TopicWords::read).unwrap_or_default(),
            products: table.table("products", ProductWords::read).unwrap_or_default(),
        }
    }

    /// These words with the names of a body.
    #[must_use]
    pub fn with_body(mut self, body: &BodyNames) -> Self {
        self.actors.others = self.actors.others.with(&body.names);
        self.actors.complements = self.actors.complements.with(&body.of);
        self.topics.asides = self.topics.asides.with(&body.within);
        self.sessions.groups = self.sessions.groups.with(&body.names);
        self.sessions.of_groups = self.sessions.of_groups.with(&body.of);
        self.deadlines.fillers = self.deadlines.fillers.with(&body.possessive);
        self
    }

    /// Whether a word has no meaning of its own, so that it does not matter if only one of two texts has it.
    #[must_use]
    pub fn is_weak(&self, word: &str) -> bool {
        self.weak.contains(&fold(word))
    }
}

impl ClauseWords {
    fn read(table: &Table<'_>) -> Self {
        Self { recalling: phrases(table, "recalling"), conditions: phrases(table, "conditions") }
    }
}

impl ActorWords {
    fn read(table: &Table<'_>) -> Self {
        Self {
            states: phrases(table, "states"),
            secretariat: phrases(table, "secretariat"),
            chair: phrases(table, "chair"),
            others: phrases(table, "others"),
            interested: phrases(table, "interested"),
            able: phrases(table, "able"),
            adjectives: phrases(table, "adjectives"),
            complements: phrases(table, "complements"),
            asides: phrases(table, "asides"),
        }
    }
}

impl TopicWords {
    fn read(table: &Table<'_>) -> Self {
        Self {
            discussion: phrases(table, "discussion"),
            events: phrases(table, "events"),
            verbs: phrases(table, "verbs"),
            on: phrases(table, "on"),
            questions: phrases(table, "questions"),
            determiners: phrases(table, "determiners"),
            of: phrases(table, "of"),
            fillers: phrases(table, "fillers"),
            asides: phrases(table, "asides"),
            at: phrases(table, "at"),
        }
    }
}

impl ProductWords {
    fn read(table: &Table<'_>) -> Self {
        Self {
            verbs: phrases(table, "verbs"),
            made: phrases(table, "made"),
            nouns: phrases(table, "nouns"),
            indefinite: phrases(table, "indefinite"),
            bare: table.flag("bare").unwrap_or(false),
            idioms: phrases(table, "idioms"),
        }
    }
}
