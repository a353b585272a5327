//! How the tracker pane looks: the matrix of steps and sessions, or a strip with the progress of each session.

pub mod details;
mod matrix;

use crate::app::context::Context;
use crate::app::screen::tracker::{self, Shape, State};
use crate::board::Board;
use crate::locale::dates;
use crate::view::canvas::Canvas;
use crate::view::screen::tracker::matrix::Matrix;
use crate::view::theme::Role;
use crate::view::widget::bar;

/// Draws the pane while it has the focus: steps and topics with their status at each session.
pub fn draw_matrix(state: &State, context: &Context, canvas: &mut Canvas) {
    let Some(board) = board(state, canvas) else { return };
    let shape = Shape::of(state, context, canvas.area.width);
    Matrix { state, context, board, shape }.draw(canvas);
    if state.lines().is_empty() {
        draw_nothing_shown(state, context, &mut canvas.rows_from(tracker::HEAD));
    }
}

/// Draws the pane while another pane has the focus: a line for each session with its progress.
pub fn draw_strip(state: &State, context: &Context, canvas: &mut Canvas) {
    let Some(board) = board(state, canvas) else { return };
    let count = state.columns().len();
    // If there is no room for all sessions, the one the delegate works for is among those shown.
    let here = state.column(context);
    let first = here.min(count.saturating_sub(canvas.height()));
    for (line, column) in (first..count).enumerate() {
        let Some(mut row) = canvas.row(line) else { return };
        let style = row.style(if column == here { Role::Heading } else { Role::Text });
        row.put_truncated(&summary(state, context, board, column), style);
    }
}

/// The steps to draw. If there are none, draws a message.
fn board<'a>(state: &'a State, canvas: &mut Canvas) -> Option<&'a Board> {
    let board = state.board();
    let id = match board {
        None => "report-no-steps",
        Some(_) if state.columns().is_empty() => "tracker-empty",
        Some(_) => return board,
    };
    canvas.put_truncated(&canvas.locale.say(id), canvas.style(Role::Dim));
    None
}

/// Draws why there are no rows; if a filter hides them, with the key that removes it.
fn draw_nothing_shown(state: &State, context: &Context, canvas: &mut Canvas) {
    let locale = context.locale();
    let text = if state.options.is_filtered() {
        let key = locale.keys(&context.input.key("tracker", "filter-clear").unwrap_or_default());
        locale.say_with("tracker-nothing-fits", &[("key", (&key).into())])
    } else {
        locale.say("tracker-empty")
    };
    if canvas.height() > 0 {
        canvas.put_truncated(&text, canvas.style(Role::Dim));
    }
}

/// `4e session ███▒▒░░░ 3/8 · à soulever : D.2 F.2`.
fn summary(state: &State, context: &Context, board: &Board, column: usize) -> String {
    let Some(progress) = state.progress(column) else { return String::new() };
    let (locale, session) = (context.locale(), state.columns()[column]);
    let ordinal = dates::ordinal(locale, session);
    let name = locale.say_with("session", &[("ordinal", (&ordinal).into())]);
    let mut parts = vec![format!("{name} {}", bar::counted(progress, 16))];
    let bare = state.cached.bare().count();
    if bare > 0 && state.session(context) == Some(session) {
        parts.push(locale.say_with("progress-bare", &[("count", bare.into())]));
    }
    if !progress.open.is_empty() {
        let open: Vec<&str> = progress.open.iter().map(|row| board.rows[*row].label.as_str()).collect();
        parts.push(locale.say_with("progress-open", &[("open", open.join(" ").as_str().into())]));
    }
    parts.join(" · ")
}
