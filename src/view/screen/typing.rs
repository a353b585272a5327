//! How a note being typed looks.

use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::screen::catalogue;
use crate::app::screen::typing::State;
use crate::base::Span;
use crate::view::theme::{Role, Theme};
use crate::view::widget::{pane, row};

/// Draws the note in the notes pane, with the cursor.
pub fn draw(app: &App, state: &State, theme: &Theme, frame: &mut Frame) {
    let label = state.note.anchor.as_ref().map(|anchor| catalogue::label(app, anchor)).unwrap_or_default();
    let title = format!("{} · {label}", app.locale.say("pane-typing"));
    let Some(area) = pane::draw(app, Pane::Notes, &title, theme, frame) else { return };
    let saved = app.locale.say(if state.saved { "note-saved" } else { "note-unsaved" });
    let words = match &state.note.delegation {
        Some(delegation) => format!("{delegation} · {saved}"),
        None => saved,
    };
    row::put(frame.buffer_mut(), (area.x, area.y), area.width, &words, theme.of(Role::Dim));
    let area = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    let text = state.editor.text();
    let rows = state.editor.rows();
    let top = state.editor.top();
    for (line, span) in rows.iter().skip(top).enumerate() {
        let Some(place) = row::nth(area, line) else { break };
        draw_row(text, *span, state.editor.selection(), (place, theme), frame);
    }
    let (row, column) = state.editor.cursor_cell();
    if let Some(line) = row.checked_sub(top)
        && let Some(place) = row::nth(area, line)
    {
        let column = u16::try_from(column).unwrap_or(0).min(place.width.saturating_sub(1));
        frame.set_cursor_position((place.x + column, place.y));
    }
}

fn draw_row(
    text: &str,
    span: Span,
    selection: Option<Span>,
    (area, theme): (Rect, &Theme),
    frame: &mut Frame,
) {
    let mut x = area.x;
    for (offset, grapheme) in span.of(text).grapheme_indices(true) {
        if grapheme == "\n" {
            return;
        }
        let chosen = selection.is_some_and(|chosen| chosen.contains(span.start + offset));
        let style = theme.of(if chosen { Role::Selection } else { Role::Text });
        x += row::put(frame.buffer_mut(), (x, area.y), area.right().saturating_sub(x), grapheme, style);
    }
}
