//! Languages: tokens, phrases and numerals, and for each language one table of the words that readers know.
//!
//! To add a language, write `data/languages/xx.toml` and add one line to the list in `languages.rs`. Every table of the
//! file may be missing; what would read it then finds nothing.

mod amendment;
mod calendar;
mod citation;
pub mod entry;
mod enumerators;
mod followup;
mod import;
mod intervention;
mod languages;
mod numerals;
mod pattern;
mod phrases;
mod position;
mod running;
mod statement;
mod template;
mod times;
pub mod token;
mod verbs;

pub use amendment::{AmendmentWords, NotationWords, PlaceWords};
pub use calendar::{CalendarWords, ColumnNames};
pub use citation::{CitationWords, TypedWords};
pub use enumerators::Enumerators;
pub use followup::{ActorWords, ClauseWords, Endings, FollowUpWords, ProductWords, TopicWords};
pub use import::ImportWords;
pub use intervention::{InterventionWords, StanceWords};
pub use languages::{LanguageTable, Languages};
pub use numerals::{Months, Ordinals};
pub use pattern::Pattern;
pub use phrases::Phrases;
#[cfg(test)]
pub(crate) use phrases::looks;
pub use position::PositionWords;
pub use running::{Organ, RunningWords, ScriptWords};
pub use statement::StatementWords;
pub use template::{Template, TemplatePiece};
pub use times::{DeadlineWords, LapseWords, SessionWords};
pub use verbs::{Force, VerbWords};
