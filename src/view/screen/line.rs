//! How a line being typed at the foot of the desk looks.

use ratatui::Frame;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::app::screen::line::{Purpose, State};
use crate::base::text::{grapheme_width, width};
use crate::view::rect;
use crate::view::theme::{Role, Theme};
use crate::view::widget::row;

/// Draws the prompt and the line over the bottom line, with the count of matches of a search.
pub fn draw(app: &App, state: &State, theme: &Theme, frame: &mut Frame) {
    let area = rect(app.layout.footer);
    let blank = " ".repeat(area.width.into());
    row::put(frame.buffer_mut(), (area.x, area.y), area.width, &blank, theme.of(Role::Footer));
    let prompt = format!(" {} ", state.purpose.prompt(&app.locale));
    let used = row::put(frame.buffer_mut(), (area.x, area.y), area.width, &prompt, theme.of(Role::Key));
    let found = app.reader.found.as_ref().map(|found| {
        let at = if found.matches.is_empty() { 0 } else { found.at + 1 };
        format!("{at}/{} ", found.matches.len())
    });
    let count = found.filter(|_| !state.input.text().is_empty()).unwrap_or_default();
    let room = usize::from(area.width - used).saturating_sub(width(&count) + 1);
    let text = state.input.text();
    let (shown, cursor) = window(&text, state.input.cursor(), room);
    row::put(frame.buffer_mut(), (area.x + used, area.y), area.width - used, shown, theme.of(Role::Text));
    if text.is_empty() && state.purpose == Purpose::Intervention {
        let hint = app.locale.say("prompt-intervention-hint");
        row::put(frame.buffer_mut(), (area.x + used, area.y), area.width - used, &hint, theme.of(Role::Dim));
    }
    let right = area.right().saturating_sub(u16::try_from(width(&count)).unwrap_or(0));
    row::put(frame.buffer_mut(), (right, area.y), area.right() - right, &count, theme.of(Role::Dim));
    frame.set_cursor_position((area.x + used + cursor, area.y));
}

/// The part of a line that is seen when it is longer than its room, and the column of the cursor in it.
pub(super) fn window(text: &str, cursor: usize, room: usize) -> (&str, u16) {
    let mut start = 0;
    let mut columns = width(&text[..cursor]);
    for grapheme in text.graphemes(true) {
        if columns < room.max(1) {
            break;
        }
        start += grapheme.len();
        columns -= grapheme_width(grapheme);
    }
    (&text[start..], u16::try_from(columns).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_of_a_long_line_stays_in_sight() {
        assert_eq!(window("abcdef", 6, 10), ("abcdef", 6));
        assert_eq!(window("abcdef", 6, 4), ("def", 3));
        assert_eq!(window("漢字漢字", 12, 5), ("漢字", 4));
        assert_eq!(window("", 0, 0), ("", 0));
    }
}
