//! What lies over the desk: a stack of layers, the top one has the keys.

use crate::app::screen::tracker::details;
use crate::app::screen::{line, picker, timeline, typing};

/// One layer over the desk.
#[derive(Debug, Clone)]
pub enum Layer {
    /// A list to choose from by typing: help, palette, go-to, documents, outline, findings.
    Picker(Box<picker::State>),
    /// One line to be typed: a search, an intervention, a remark.
    Line(Box<line::State>),
    /// Sessions, meetings and deadlines in order of time.
    Timeline(Box<timeline::State>),
    /// A note being typed, drawn in the notes pane.
    Typing(Box<typing::State>),
    /// One row of the tracker in full.
    Details(Box<details::State>),
}

impl Layer {
    /// The scope of its keys.
    #[must_use]
    pub fn scope(&self) -> &'static str {
        match self {
            Self::Picker(_) | Self::Line(_) => "line",
            Self::Timeline(_) => "timeline",
            Self::Typing(_) => "editor",
            Self::Details(_) => "details",
        }
    }
}
