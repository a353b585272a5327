//! The stored form of a follow-up.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::cached::day;
use crate::base::Span;
use crate::calendar::{Anchor, Basis, Edge, Lapse, Unit};
use crate::followup::{
    Actor, ActorKind, Cite, Deadline, FollowUp, FollowUpSource, Force, Quote, SourcePassage, Topic,
};
use crate::model::{Address, DocumentRow, Symbol};

/// Words with their place.
#[derive(Serialize, Deserialize)]
struct StoredQuote {
    text: String,
    start: usize,
    end: usize,
}

/// Words with their place in a passage.
#[derive(Serialize, Deserialize)]
struct StoredWords {
    words: StoredQuote,
    address: String,
}

#[derive(Serialize, Deserialize)]
struct StoredActor {
    words: StoredQuote,
    kind: String,
}

#[derive(Serialize, Deserialize)]
struct StoredPassage {
    address: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct StoredDeadline {
    words: StoredWords,
    date: Option<i32>,
    basis: Option<StoredBasis>,
}

#[derive(Serialize, Deserialize)]
enum StoredBasis {
    Stated,
    DayBefore,
    EndOfMonth,
    EndOfYear,
    Session {
        number: u32,
        #[serde(with = "StoredEdge")]
        edge: Edge,
        citation: Option<String>,
        own: bool,
    },
    Lapse {
        count: u32,
        #[serde(with = "StoredUnit")]
        unit: Unit,
        #[serde(with = "StoredAnchor")]
        anchor: Anchor,
        citation: Option<String>,
        own: bool,
    },
    Assembly {
        number: u32,
        #[serde(with = "StoredEdge")]
        edge: Edge,
    },
    Every {
        count: u32,
        #[serde(with = "StoredUnit")]
        unit: Unit,
    },
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Edge")]
enum StoredEdge {
    Before,
    Start,
    End,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Unit")]
enum StoredUnit {
    Days,
    Weeks,
    Months,
    Years,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Anchor")]
enum StoredAnchor {
    Adoption,
    BeforeSession(u32),
    AfterSession(u32),
}

#[derive(Serialize, Deserialize)]
struct StoredTopic {
    label: String,
    words: StoredWords,
    language: String,
}

#[derive(Serialize, Deserialize)]
struct StoredCite {
    words: StoredWords,
    symbol: Option<String>,
    addresses: Vec<String>,
}

/// A follow-up. Its document and language are those of the row it is stored for.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredFollowUp {
    passages: Vec<StoredPassage>,
    step: String,
    section: Vec<String>,
    number: String,
    request: Option<u8>,
    actors: Vec<StoredActor>,
    verb: Option<StoredQuote>,
    reporting: Option<StoredQuote>,
    force: Option<String>,
    voluntary: Option<StoredQuote>,
    sessions: Vec<u32>,
    session_words: Vec<StoredQuote>,
    deadline: Option<StoredDeadline>,
    further: Vec<StoredDeadline>,
    topics: Vec<StoredTopic>,
    products: Vec<StoredQuote>,
    cites: Vec<StoredCite>,
    notes: Vec<String>,
}

impl StoredFollowUp {
    pub(super) fn of(followup: &FollowUp) -> Self {
        let passage = |passage: &SourcePassage| StoredPassage {
            address: passage.address.to_string(),
            text: passage.text.clone(),
        };
        let actor = |actor: &Actor| StoredActor {
            words: StoredQuote::new(&actor.text, actor.span),
            kind: actor.kind.name().to_owned(),
        };
        let topic = |topic: &Topic| StoredTopic {
            label: topic.label.clone(),
            words: StoredWords::new(&topic.text, topic.span, &topic.address),
            language: topic.language.to_string(),
        };
        let cite = |cite: &Cite| StoredCite {
            words: StoredWords::new(&cite.text, cite.span, &cite.address),
            symbol: cite.symbol.as_ref().map(Symbol::to_string),
            addresses: cite.addresses.iter().map(ToString::to_string).collect(),
        };
        Self {
            passages: followup.source.passages.iter().map(passage).collect(),
            step: followup.step.to_string(),
            section: followup.section.clone(),
            number: followup.number.clone(),
            request: followup.request,
            actors: followup.actors.iter().map(actor).collect(),
            verb: followup.verb.as_ref().map(StoredQuote::of),
            reporting: followup.reporting.as_ref().map(StoredQuote::of),
            force: followup.force.map(|force| force.name().to_owned()),
            voluntary: followup.voluntary.as_ref().map(StoredQuote::of),
            sessions: followup.sessions.clone(),
            session_words: followup.session_words.iter().map(StoredQuote::of).collect(),
            deadline: followup.deadline.as_ref().map(StoredDeadline::of),
            further: followup.further.iter().map(StoredDeadline::of).collect(),
            topics: followup.topics.iter().map(topic).collect(),
            products: followup.products.iter().map(StoredQuote::of).collect(),
            cites: followup.cites.iter().map(cite).collect(),
            notes: followup.notes.iter().map(ToString::to_string).collect(),
        }
    }

    /// The follow-up of the document of a row; `None` if something in it cannot be read.
    pub(super) fn followup(self, row: &DocumentRow) -> Option<FollowUp> {
        let passage = |passage: StoredPassage| {
            Some(SourcePassage { address: passage.address.parse().ok()?, text: passage.text })
        };
        let passages: Vec<SourcePassage> = every(self.passages, passage)?;
        let source =
            FollowUpSource { symbol: row.symbol.clone(), language: row.language, passages: passages.into() };
        Some(FollowUp {
            source,
            step: self.step.parse().ok()?,
            section: self.section,
            number: self.number,
            request: self.request,
            actors: every(self.actors, StoredActor::actor)?,
            verb: maybe(self.verb, StoredQuote::quote)?,
            reporting: maybe(self.reporting, StoredQuote::quote)?,
            force: maybe(self.force, |name| Force::from_name(&name))?,
            voluntary: maybe(self.voluntary, StoredQuote::quote)?,
            sessions: self.sessions,
            session_words: every(self.session_words, StoredQuote::quote)?,
            deadline: maybe(self.deadline, StoredDeadline::deadline)?,
            further: every(self.further, StoredDeadline::deadline)?,
            topics: every(self.topics, StoredTopic::topic)?,
            products: every(self.products, StoredQuote::quote)?,
            cites: every(self.cites, StoredCite::cite)?,
            notes: every(self.notes, |note| note.parse().ok())?,
        })
    }
}

/// All values, if each of them can be read.
fn every<S, T>(stored: Vec<S>, read: impl FnMut(S) -> Option<T>) -> Option<Vec<T>> {
    stored.into_iter().map(read).collect()
}

/// A value that may be missing; `None` if it is there and cannot be read.
fn maybe<S, T>(stored: Option<S>, read: impl FnOnce(S) -> Option<T>) -> Option<Option<T>> {
    match stored {
        Some(stored) => read(stored).map(Some),
        None => Some(None),
    }
}

impl StoredQuote {
    fn new(text: &str, span: Span) -> Self {
        Self { text: text.to_owned(), start: span.start, end: span.end }
    }

    fn of(quote: &Quote) -> Self {
        Self::new(&quote.text, quote.span)
    }

    fn span(&self) -> Option<Span> {
        (self.start <= self.end).then(|| Span::new(self.start, self.end))
    }

    fn quote(self) -> Option<Quote> {
        let span = self.span()?;
        Some(Quote { text: self.text, span })
    }
}

impl StoredWords {
    fn new(text: &str, span: Span, address: &Address) -> Self {
        Self { words: StoredQuote::new(text, span), address: address.to_string() }
    }
}

impl StoredActor {
    fn actor(self) -> Option<Actor> {
        let span = self.words.span()?;
        Some(Actor { kind: ActorKind::from_name(&self.kind)?, span, text: self.words.text })
    }
}

impl StoredTopic {
    fn topic(self) -> Option<Topic> {
        let StoredWords { words, address } = self.words;
        let (span, language) = (words.span()?, self.language.parse().ok()?);
        Some(Topic { label: self.label, address: address.parse().ok()?, span, text: words.text, language })
    }
}

impl StoredCite {
    fn cite(self) -> Option<Cite> {
        let StoredWords { words, address } = self.words;
        let span = words.span()?;
        let symbol = maybe(self.symbol, |symbol| symbol.parse().ok())?;
        let addresses = every(self.addresses, |address| address.parse().ok())?;
        Some(Cite { text: words.text, address: address.parse().ok()?, span, symbol, addresses })
    }
}

impl StoredDeadline {
    fn of(deadline: &Deadline) -> Self {
        Self {
            words: StoredWords::new(&deadline.text, deadline.span, &deadline.address),
            date: deadline.date.map(day),
            basis: deadline.basis.as_ref().map(StoredBasis::of),
        }
    }

    fn deadline(self) -> Option<Deadline> {
        let StoredWords { words, address } = self.words;
        let span = words.span()?;
        let date = maybe(self.date, NaiveDate::from_num_days_from_ce_opt)?;
        let basis = self.basis.map(StoredBasis::basis);
        Some(Deadline { text: words.text, address: address.parse().ok()?, span, date, basis })
    }
}

impl StoredBasis {
    fn of(basis: &Basis) -> Self {
        match basis.clone() {
            Basis::Stated => Self::Stated,
            Basis::DayBefore => Self::DayBefore,
            Basis::EndOfMonth => Self::EndOfMonth,
            Basis::EndOfYear => Self::EndOfYear,
            Basis::Session { number, edge, citation, own } => Self::Session { number, edge, citation, own },
            Basis::Assembly { number, edge } => Self::Assembly { number, edge },
            Basis::Every(Lapse { count, unit }) => Self::Every { count, unit },
            Basis::Lapse { lapse: Lapse { count, unit }, anchor, citation, own } => {
                Self::Lapse { count, unit, anchor, citation, own }
            }
        }
    }

    fn basis(self) -> Basis {
        match self {
            Self::Stated => Basis::Stated,
            Self::DayBefore => Basis::DayBefore,
            Self::EndOfMonth => Basis::EndOfMonth,
            Self::EndOfYear => Basis::EndOfYear,
            Self::Session { number, edge, citation, own } => Basis::Session { number, edge, citation, own },
            Self::Assembly { number, edge } => Basis::Assembly { number, edge },
            Self::Every { count, unit } => Basis::Every(Lapse { count, unit }),
            Self::Lapse { count, unit, anchor, citation, own } => {
                Basis::Lapse { lapse: Lapse { count, unit }, anchor, citation, own }
            }
        }
    }
}
