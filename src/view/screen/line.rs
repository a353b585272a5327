//! How a line being typed at the bottom of the terminal looks: a long one takes several rows; above an intervention is what is
//! understood of it.

use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::context::Context;
use crate::app::overlay::Prompt;
use crate::app::screen::intervention::{self, Offered, UnderstoodKind};
use crate::app::screen::line::paths::PathList;
use crate::app::screen::line::{self, State};
use crate::base::Span;
use crate::base::text::{grapheme_width, width};
use crate::typeset::wrap;
use crate::view::canvas::Canvas;
use crate::view::theme::Role;
use crate::view::widget::floor;

/// The most rows of typed text.
const MOST_ROWS: u16 = 8;

/// The most rows of paths that can be chosen.
const MOST_PATHS: usize = 8;

/// Draws what is asked for and what was typed, from the row of the canvas upwards, and at the right which place of how many the
/// search found.
pub fn draw(state: &State, found: Option<FoundPlaces>, context: &Context, canvas: &mut Canvas) {
    let typed = TypedLine::of(state, found, canvas);
    let area = Rect { y: canvas.area.y - (typed.height() - 1), height: typed.height(), ..canvas.area };
    draw_typed(&typed, state, &mut canvas.within(area));
    let rows = help_rows(state, context);
    let above = Rect { y: area.y.saturating_sub(rows), height: rows, ..area };
    draw_help(state, context, &mut canvas.within(above));
}

/// How many rows above the line help to type it: what is understood of an intervention, and the names offered.
fn help_rows(state: &State, context: &Context) -> u16 {
    let is_typed = !state.input.text().is_empty();
    let has_clock = state.prompt == Prompt::Intervention && floor::has_floor(context);
    columns(state.paths.as_ref().map_or(0, |list| list.paths.len().min(MOST_PATHS)))
        + u16::from(state.has_understood())
        + u16::from(state.takes_names() && is_typed || has_clock)
}

/// How many rows a line takes above the row of the canvas.
#[must_use]
pub fn rows_above(state: &State, found: Option<FoundPlaces>, context: &Context, canvas: &Canvas) -> u16 {
    TypedLine::of(state, found, canvas).height() - 1 + help_rows(state, context)
}

/// A line with its place on screen.
struct TypedLine {
    /// The text before the line.
    prompt: String,
    /// The mark of a restricted text; empty for another one.
    mark: String,
    text: String,
    /// What the search found; empty if nothing is searched.
    count: String,
    /// The bytes of the text on each row shown.
    rows: Vec<Span>,
    /// The row and the column at which the text begins: beside the prompt; below it if a long prompt leaves no room for the text.
    first: u16,
    indent: u16,
    /// The row and the column of the cursor.
    cursor: (u16, u16),
}

impl TypedLine {
    fn of(state: &State, found: Option<FoundPlaces>, canvas: &Canvas) -> Self {
        let prompt = format!(" {} ", line::label(&state.prompt, canvas.locale));
        let mark = if state.restricted { canvas.locale.say("mark-restricted") + " " } else { String::new() };
        let text = state.input.text();
        let count = found.filter(|_| !text.is_empty()).map(count).unwrap_or_default();
        let before = width(&prompt) + width(&mark);
        let beside = canvas.width().saturating_sub(before + width(&count) + 1).max(1);
        let is_below = before > canvas.width() / 2 && width(&text) > beside;
        let (indent, room) =
            if is_below { (1, canvas.width().saturating_sub(2).max(1)) } else { (before, beside) };
        let rows = wrap(&text, room);
        let cursor = state.input.cursor();
        let at = rows.iter().rposition(|row| row.start <= cursor).unwrap_or(0);
        let column = width(&text[rows[at].start..cursor]).min(room);
        let most = usize::from(MOST_ROWS.min(canvas.area.y / 2).max(1));
        let top = at.saturating_sub(most - 1);
        let rows = rows.into_iter().skip(top).take(most).collect();
        let first = columns(usize::from(is_below));
        let cursor = (first + columns(at - top), columns(indent + column));
        Self { prompt, mark, text, count, rows, first, indent: columns(indent), cursor }
    }

    fn height(&self) -> u16 {
        self.first + columns(self.rows.len())
    }
}

fn draw_typed(typed: &TypedLine, state: &State, canvas: &mut Canvas) {
    canvas.restyle(Role::Footer);
    clear(canvas);
    let mut used = canvas.put(&typed.prompt, canvas.style(Role::Key));
    used += canvas.put_at(used, &typed.mark, canvas.style(Role::Alarm));
    for (line, span) in typed.rows.iter().enumerate() {
        let Some(mut row) = canvas.row(usize::from(typed.first) + line) else { break };
        row.put_at(typed.indent, span.of(&typed.text).trim_end(), row.style(Role::Text));
    }
    if typed.text.is_empty() && state.prompt == Prompt::Intervention {
        let hint = canvas.locale.say("prompt-intervention-hint");
        let style = canvas.style(Role::Dim);
        canvas.columns_from(used).put_truncated(&hint, style);
    }
    let right = canvas.area.width.saturating_sub(columns(width(&typed.count)));
    canvas.put_at(right, &typed.count, canvas.style(Role::Dim));
    let (line, column) = typed.cursor;
    if let Some(mut row) = canvas.row(line.into()) {
        row.show_cursor(column);
    }
}

/// Draws what is understood of an intervention, and below it the names offered.
fn draw_help(state: &State, context: &Context, canvas: &mut Canvas) {
    canvas.restyle(Role::Footer);
    clear(canvas);
    if let Some(list) = &state.paths {
        return draw_paths(list, canvas);
    }
    let mut rows = 0;
    if state.has_understood() {
        draw_understood(state, context, canvas);
        rows = 1;
    }
    let Some(mut row) = canvas.row(rows) else { return };
    let width = row.area.width;
    let clock = if state.prompt == Prompt::Intervention { floor::draw(context, width, &mut row) } else { 0 };
    if let Some(offered) = &state.offered {
        draw_offered(offered, context, &mut row.columns(0, width.saturating_sub(clock)));
    }
}

fn draw_understood(state: &State, context: &Context, canvas: &mut Canvas) {
    let mut x = 1;
    if let Some(line) = state.line_at() {
        x += canvas.put_at(x, &format!("{}/{}", line.number, line.count), canvas.style(Role::Number)) + 1;
    }
    let mut before = None;
    for (kind, text) in intervention::understood(context, &state.understood) {
        let names = [UnderstoodKind::Delegation, UnderstoodKind::Doubt];
        let gap = match before {
            None => "",
            Some(_) if text.starts_with('(') => " ",
            Some(before) if names.contains(&before) && names.contains(&kind) => ", ",
            Some(_) => " · ",
        };
        x += canvas.put_at(x, gap, canvas.style(Role::Dim));
        let style = canvas.style(role(kind));
        canvas.columns_from(x).put_truncated(&text, style);
        x = x.saturating_add(columns(width(&text))).min(canvas.area.width);
        before = Some(kind);
    }
}

/// Draws the key that completes, and the names from the chosen one on with one before it.
fn draw_offered(offered: &Offered, context: &Context, canvas: &mut Canvas) {
    let key = context.input.key("line", "complete").unwrap_or_default();
    let mut x = 1 + canvas.put_at(1, &context.locale().keys_short(&key), canvas.style(Role::Key)) + 1;
    let first = offered.chosen.unwrap_or(0).saturating_sub(1);
    for (at, name) in offered.completion.names.iter().enumerate().skip(first) {
        if x >= canvas.area.width {
            return;
        }
        let role = if offered.chosen == Some(at) { Role::Selection } else { Role::Delegation };
        let style = canvas.style(role);
        canvas.columns_from(x).put_truncated(name, style);
        x = x.saturating_add(columns(width(name)) + 2);
    }
}

/// Draws the paths around the chosen one, and at the right which of how many it is.
fn draw_paths(list: &PathList, canvas: &mut Canvas) {
    let at = list.chosen.unwrap_or(0);
    let first = (at + 1).saturating_sub(canvas.height());
    for (line, path) in list.paths.iter().skip(first).take(canvas.height()).enumerate() {
        let Some(mut row) = canvas.row(line) else { break };
        let role = if list.chosen == Some(first + line) { Role::Selection } else { Role::Text };
        let style = row.style(role);
        row.columns_from(1).put_truncated(&path.name, style);
    }
    let count = match list.chosen {
        Some(at) => format!(" {}/{} ", at + 1, list.paths.len()),
        None => format!(" {} ", list.paths.len()),
    };
    if let Some(mut row) = canvas.row(canvas.height().saturating_sub(1)) {
        let right = row.area.width.saturating_sub(columns(width(&count)));
        row.put_at(right, &count, row.style(Role::Dim));
    }
}

fn role(kind: UnderstoodKind) -> Role {
    match kind {
        UnderstoodKind::Delegation => Role::Delegation,
        UnderstoodKind::Doubt => Role::Alarm,
        UnderstoodKind::Stance => Role::Key,
        UnderstoodKind::Passage => Role::Number,
        UnderstoodKind::Words => Role::Dim,
    }
}

/// Fills the canvas with spaces.
fn clear(canvas: &mut Canvas) {
    let blank = " ".repeat(canvas.width());
    for line in 0..canvas.height() {
        let Some(mut row) = canvas.row(line) else { break };
        let style = row.style(Role::Footer);
        row.put(&blank, style);
    }
}

fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The places that a search has found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundPlaces {
    /// The current one, counted from 0.
    pub at: usize,
    /// How many there are.
    pub count: usize,
}

/// The current place and the number of places, `2/7`; `0/0` if nothing was found.
fn count(found: FoundPlaces) -> String {
    let at = if found.count == 0 { 0 } else { found.at + 1 };
    format!("{at}/{} ", found.count)
}

/// The part of a line that is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LineWindow<'a> {
    /// The text from the first visible character on.
    pub text: &'a str,
    /// The column of the cursor in it.
    pub cursor: u16,
}

/// The part of a line to show in `room` columns so that the cursor, given in bytes of the text, is visible.
pub(super) fn window(text: &str, cursor: usize, room: usize) -> LineWindow<'_> {
    let mut start = 0;
    let mut columns = width(&text[..cursor]);
    for grapheme in text.graphemes(true) {
        if columns < room.max(1) {
            break;
        }
        start += grapheme.len();
        columns -= grapheme_width(grapheme);
    }
    LineWindow { text: &text[start..], cursor: u16::try_from(columns).unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_of_a_long_line_stays_visible() {
        let shown = |text, cursor, room| {
            let window = window(text, cursor, room);
            (window.text, window.cursor)
        };
        assert_eq!(shown("abcdef", 6, 10), ("abcdef", 6));
        assert_eq!(shown("abcdef", 6, 4), ("def", 3));
        assert_eq!(shown("漢字漢字", 12, 5), ("漢字", 4));
        assert_eq!(shown("", 0, 0), ("", 0));
    }
}
