//! How the table of who said what looks: names at the left and steps or items above stay while the rest scrolls.

use crate::app::context::Context;
use crate::app::screen::said::{self, SaidShape, State};
use crate::base::text::{truncate, width};
use crate::board::{SaidCell, SaidRow};
use crate::locale::dates;
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::theme::Role;

/// Draws the table over the desk.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let area = said::area(context);
    let shape = SaidShape::of(state, area.rows.width);
    draw_frame(state, &mut canvas.within(rect(area.frame)));
    if state.table.rows.is_empty() {
        draw_nothing(context, &mut canvas.within(rect(area.rows)));
        return;
    }
    draw_head(state, shape, &mut canvas.within(rect(area.head)));
    let mut rows = canvas.within(rect(area.rows));
    for (line, at) in (state.list.top..state.table.rows.len()).enumerate() {
        let Some(mut row) = rows.row(line) else { break };
        draw_row(state, shape, at, &mut row);
    }
    draw_totals(state, shape, &mut canvas.within(rect(area.totals)));
    draw_detail(state, context, &mut canvas.within(rect(area.detail)));
}

fn draw_frame(state: &State, canvas: &mut Canvas) {
    let (locale, columns) = (canvas.locale, state.columns.name());
    let title = match state.session {
        Some(session) => {
            let session = dates::ordinal(locale, session);
            locale
                .say_with("said-title", &[("session", session.as_str().into()), ("columns", columns.into())])
        }
        None => locale.say_with("said-title-all", &[("columns", columns.into())]),
    };
    let title = truncate(&title, canvas.width().saturating_sub(6));
    canvas.bordered(Styled::new(&format!("▸ {title} "), canvas.style(Role::TitleFocus)));
}

/// Says that nobody has spoken, with the keys that show another session.
fn draw_nothing(context: &Context, canvas: &mut Canvas) {
    let key = |verb| context.locale().keys(&context.input.key("said", verb).unwrap_or_default());
    let (previous, next) = (key("previous-session"), key("next-session"));
    let args = [("previous", previous.as_str().into()), ("next", next.as_str().into())];
    canvas.paragraph(&context.locale().say_with("said-empty", &args), canvas.style(Role::Dim));
}

/// The columns on screen, each with its place in the terminal.
fn columns(state: &State, shape: SaidShape) -> impl Iterator<Item = (usize, u16)> {
    let last = (state.across.top + shape.shown).min(state.table.columns.len());
    let first = shape.left + shape.count;
    (state.across.top..last).zip(0u16..).map(move |(at, nth)| (at, first + nth * shape.cell))
}

/// Draws the names of the columns, and signs where there are more at the left or the right.
fn draw_head(state: &State, shape: SaidShape, canvas: &mut Canvas) {
    let other = canvas.locale.say("said-other");
    let (title, focus, dim) =
        (canvas.style(Role::Title), canvas.style(Role::TitleFocus), canvas.style(Role::Dim));
    canvas.columns(shape.left, shape.count).put("Σ", dim);
    for (at, x) in columns(state, shape) {
        let label = &state.table.columns[at].label;
        let label = if label.is_empty() { &other } else { label };
        let style = if at == state.across.selected { focus } else { title };
        canvas.columns(x, shape.cell - 1).put_truncated(label, style);
    }
    if state.across.top > 0 {
        canvas.put_at(shape.left + shape.count - 2, "‹", dim);
    }
    if state.across.top + shape.shown < state.table.columns.len() {
        canvas.put_at(canvas.area.width - 1, "›", dim);
    }
}

fn draw_row(state: &State, shape: SaidShape, at: usize, canvas: &mut Canvas) {
    let row = &state.table.rows[at];
    let is_here = at == state.list.selected;
    let role = match (is_here, &row.member_of) {
        (true, _) => Role::Here,
        (false, Some(_)) => Role::Dim,
        (false, None) => Role::Delegation,
    };
    canvas.put(if is_here { "▌" } else { " " }, canvas.style(Role::Bar));
    let (style, dim) = (canvas.style(role), canvas.style(Role::Dim));
    canvas.columns(1, shape.left.saturating_sub(2)).put_truncated(&name(state, at, row), style);
    let count = row.statements();
    let count = if count > 0 { count.to_string() } else { String::new() };
    canvas.columns(shape.left, shape.count).put(&count, dim);
    for (column, x) in columns(state, shape) {
        let is_chosen = is_here && column == state.across.selected;
        draw_cell(&row.cells[column], is_chosen, &mut canvas.columns(x, shape.cell - 1));
    }
}

/// The name of a row: a group with a sign for whether its members are shown, a member indented below it.
fn name(state: &State, at: usize, row: &SaidRow) -> String {
    let is_open =
        || state.table.rows.get(at + 1).is_some_and(|next| next.member_of.as_ref() == Some(&row.id));
    match (row.is_group, &row.member_of) {
        (true, _) => format!("{} {}", if is_open() { "▾" } else { "▸" }, row.name),
        (false, Some(_)) => format!("    {}", row.name),
        (false, None) => format!("  {}", row.name),
    }
}

/// Draws the signs of a cell: the last stance decides their style.
fn draw_cell(cell: &SaidCell, is_chosen: bool, canvas: &mut Canvas) {
    let last = cell.0.last();
    let role = match last.and_then(|said| said.stance) {
        _ if last.is_some_and(|said| said.is_of_group) => Role::Dim,
        Some(stance) => Role::from(stance),
        None => Role::Text,
    };
    let text = cell.signs(canvas.width());
    let shown = if text.is_empty() { "·" } else { &text };
    let style = canvas.style(if text.is_empty() { Role::Dim } else { role });
    canvas.put(shown, style);
    if is_chosen {
        let columns = u16::try_from(width(shown)).unwrap_or(1).max(3);
        canvas.columns(0, columns).restyle(Role::Selection);
    }
}

/// Draws for each column how many stand for and against, and at the left how many statements there are.
fn draw_totals(state: &State, shape: SaidShape, canvas: &mut Canvas) {
    let (heading, style) = (canvas.style(Role::Heading), canvas.style(Role::Number));
    let name = canvas.locale.say("said-total");
    canvas.columns(1, shape.left.saturating_sub(2)).put_truncated(&name, heading);
    let all: usize =
        state.table.rows.iter().filter(|row| row.member_of.is_none()).map(SaidRow::statements).sum();
    canvas.columns(shape.left, shape.count).put(&all.to_string(), style);
    for (column, x) in columns(state, shape) {
        canvas.columns(x, shape.cell - 1).put(&state.table.totals[column].stances(), style);
    }
}

/// Draws who and what the chosen cell is, and how many statements are behind it.
fn draw_detail(state: &State, context: &Context, canvas: &mut Canvas) {
    let Some(row) = state.row() else { return };
    let cell = row.cells.get(state.across.selected);
    let count = cell.map_or(0, |cell| cell.0.len());
    let count = canvas.locale.say_with("said-statements", &[("count", count.into())]);
    let text = format!("{} · {}", row.name, state.place(context));
    let (style, dim) = (canvas.style(Role::Text), canvas.style(Role::Dim));
    canvas.spread(Styled::new(&text, style), Styled::new(&count, dim));
}
