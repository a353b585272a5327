//! How the width of the matrix is divided: text, deadline, and a column for each session.

use crate::app::context::Context;
use crate::app::screen::tracker::State;

/// The division of the matrix; all widths in columns of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Width of the text.
    pub left: u16,
    /// Width of the deadline; 0 if no step has one, or there is no room.
    pub date: u16,
    /// Width of a session.
    pub cell: u16,
    /// The first session on screen, as an index into the tracker's columns.
    pub first: usize,
    /// How many sessions are on screen.
    pub shown: usize,
}

/// The smallest width of the text at which rows can still be distinguished.
const LEFT: u16 = 18;

/// The narrowest and the widest column of a session.
const CELL: (u16, u16) = (6, 17);

/// Width of the deadlines.
const DATE: u16 = 10;

/// The narrowest matrix that shows deadlines.
const DATED: u16 = 60;

impl Shape {
    /// The shape of a matrix `width` columns wide. The session the delegate works for is always on screen.
    #[must_use]
    pub fn of(state: &State, context: &Context, width: u16) -> Self {
        let count = state.columns().len();
        let date = if width >= DATED && has_dates(state) { DATE } else { 0 };
        let cell = (width / 2 / u16::try_from(count.max(1)).unwrap_or(u16::MAX)).clamp(CELL.0, CELL.1);
        let room = usize::from(width.saturating_sub(LEFT + date) / cell).max(1);
        let shown = count.min(room);
        let first = state.column(context).saturating_sub(shown.saturating_sub(1)).min(count - shown);
        let cells = cell * u16::try_from(shown).unwrap_or(0);
        Self { left: width.saturating_sub(cells + date), date, cell, first, shown }
    }

    /// The session at column `x` of the matrix, as an index into the tracker's columns, which may be beyond their end;
    /// `None` at the left of the sessions.
    #[must_use]
    pub fn session_at(self, x: u16) -> Option<usize> {
        let at = x.checked_sub(self.left + self.date)?.checked_div(self.cell)?;
        Some(self.first + usize::from(at))
    }
}

fn has_dates(state: &State) -> bool {
    let mut followups = state.board().into_iter().flat_map(|board| board.followups.iter());
    followups.any(|followup| followup.deadlines().any(|deadline| deadline.date.is_some()))
}
