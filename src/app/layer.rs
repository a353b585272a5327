//! The layers over the desk: a stack whose top layer receives the keys.

use crate::app::cover::Cover;
use crate::app::screen::tracker::details;
use crate::app::screen::{browser, line, picker, prompter, said, statement, timeline, typing};

/// One layer over the desk.
#[derive(Debug, Clone)]
pub enum Layer {
    /// A list to choose from by typing.
    Picker(Box<picker::State>),
    /// A one-line prompt at the bottom.
    Line(Box<line::State>),
    /// Sessions, meetings and deadlines in chronological order.
    Timeline(Box<timeline::State>),
    /// All notes and interventions.
    Browser(Box<browser::State>),
    /// Who said what, as a table.
    Said(Box<said::State>),
    /// A note being typed, drawn in the notes pane.
    Typing(Box<typing::State>),
    /// One row of the tracker in full.
    Details(Box<details::State>),
    /// A statement with its paragraphs.
    Statement(Box<statement::State>),
    /// A statement being read aloud.
    Prompter(Box<prompter::State>),
}

impl Layer {
    /// The functions every layer has.
    #[must_use]
    pub fn cover(&self) -> &dyn Cover {
        match self {
            Self::Picker(state) => state.as_ref(),
            Self::Line(state) => state.as_ref(),
            Self::Timeline(state) => state.as_ref(),
            Self::Browser(state) => state.as_ref(),
            Self::Said(state) => state.as_ref(),
            Self::Typing(state) => state.as_ref(),
            Self::Details(state) => state.as_ref(),
            Self::Statement(state) => state.as_ref(),
            Self::Prompter(state) => state.as_ref(),
        }
    }

    /// The same functions, for changes.
    pub fn cover_mut(&mut self) -> &mut dyn Cover {
        match self {
            Self::Picker(state) => state.as_mut(),
            Self::Line(state) => state.as_mut(),
            Self::Timeline(state) => state.as_mut(),
            Self::Browser(state) => state.as_mut(),
            Self::Said(state) => state.as_mut(),
            Self::Typing(state) => state.as_mut(),
            Self::Details(state) => state.as_mut(),
            Self::Statement(state) => state.as_mut(),
            Self::Prompter(state) => state.as_mut(),
        }
    }
}
