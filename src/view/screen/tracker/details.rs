//! How one row of the tracker in full looks.

use crate::app::context::Context;
use crate::app::screen::tracker::details::{self, State};
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::theme::Role;

/// Draws the lines there is room for. The chosen one is marked; entries that open a passage end with an arrow.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let title = format!("▸ {} ", context.locale().say("title-details"));
    let title_style = canvas.style(Role::TitleFocus);
    let mut canvas = canvas.within(rect(details::area(context)));
    let mut inside = canvas.bordered(Styled::new(&title, title_style));
    for (nth, at) in (state.list.top..state.lines.len()).enumerate() {
        let Some(mut row) = inside.row(nth) else { return };
        draw_line(state, at, &mut row);
    }
}

/// Draws a line, given by its index.
fn draw_line(state: &State, at: usize, canvas: &mut Canvas) {
    let line = state.lines[at];
    let Some(entry) = state.entries.get(line.entry) else { return };
    let is_chosen = at == state.list.selected;
    canvas.put(if is_chosen { "▌" } else { " " }, canvas.style(Role::Bar));
    let style = canvas.style(if entry.title { Role::Heading } else { Role::Text });
    let x = 1 + entry.indent();
    let taken = canvas.put_at(x, line.span.of(&entry.text).trim_end(), style);
    let is_last = state.lines.get(at + 1).is_none_or(|next| next.entry != line.entry);
    if entry.target.is_some() && is_last {
        canvas.put_at(x + taken, "›", canvas.style(Role::Key));
    }
    if is_chosen {
        canvas.restyle(Role::Here);
    }
}
