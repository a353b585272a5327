//! The functions of every pane of the desk.

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::outcome::Outcome;

/// A cell of a pane's content under the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaneCell {
    /// The line, from 0.
    pub line: usize,
    /// The column of the terminal, counted from the left edge of the content.
    pub column: u16,
    /// The width of the content, in columns of the terminal.
    pub width: u16,
}

/// The functions of every pane. A new pane needs one file with an implementation, one variant of [`Pane`] with its place in the
/// layout, one field of [`Panes`](crate::app::panes::Panes), and its drawing in `view`.
pub trait Content {
    /// Moves the choice by `by` rows; other panes follow.
    fn step(&mut self, context: &Context, by: isize) -> Outcome;

    /// Moves by `by` screenfuls of `height` lines.
    fn page(&mut self, context: &Context, height: isize, by: isize) -> Outcome {
        self.step(context, by * height)
    }

    /// Goes to the first row or, if `last`, to the last one.
    fn edge(&mut self, context: &Context, last: bool) -> Outcome {
        self.step(context, if last { isize::MAX } else { isize::MIN })
    }

    /// The wheel of the mouse turned by `by` notches.
    fn wheel(&mut self, context: &Context, by: isize) -> Outcome {
        self.step(context, by)
    }

    /// Moves `by` columns sideways; `None` if the pane has no columns, so that the next pane gets the focus.
    fn sideways(&mut self, _context: &Context, _by: isize) -> Option<Outcome> {
        None
    }

    /// Chooses the row under the mouse.
    fn click(&mut self, context: &Context, cell: PaneCell) -> Outcome;

    /// Opens the chosen row: Enter.
    fn open(&mut self, context: &Context) -> Outcome;

    /// The focus has moved to this pane from the pane `from`.
    fn enter(&mut self, _context: &Context, _from: Pane) -> Outcome {
        Outcome::none()
    }

    /// Cancels something in the pane, such as marks: Esc. Does nothing by default.
    fn cancel(&mut self, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// After an agenda item was opened by key: goes to the first row that belongs to it.
    fn to_item(&mut self, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// Updates what is shown after a change, and keeps the chosen row visible.
    fn settle(&mut self, context: &Context);

    /// The verbs whose keys are shown on the bottom line, the most useful first.
    fn hints(&self, context: &Context) -> &'static [&'static str];
}
