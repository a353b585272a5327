//! How a line being typed at the bottom of the terminal looks.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::overlay::Prompt;
use crate::app::screen::line::{self, State};
use crate::base::text::{grapheme_width, width};
use crate::view::canvas::Canvas;
use crate::view::theme::Role;

/// Draws what is asked for and what was typed, and at the right which place of how many the search found.
pub fn draw(state: &State, found: Option<FoundPlaces>, canvas: &mut Canvas) {
    let blank = " ".repeat(canvas.area.width.into());
    canvas.put(&blank, canvas.style(Role::Footer));
    let prompt = format!(" {} ", line::label(&state.prompt, canvas.locale));
    let mut used = canvas.put(&prompt, canvas.style(Role::Key));
    if state.restricted {
        let mark = canvas.locale.say("mark-restricted") + " ";
        used += canvas.put_at(used, &mark, canvas.style(Role::Alarm));
    }
    let text = state.input.text();
    let count = found.filter(|_| !text.is_empty()).map(count).unwrap_or_default();
    let room = usize::from(canvas.area.width - used).saturating_sub(width(&count) + 1);
    let window = window(&text, state.input.cursor(), room);
    canvas.put_at(used, window.text, canvas.style(Role::Text));
    if text.is_empty() && state.prompt == Prompt::Intervention {
        let hint = canvas.locale.say("prompt-intervention-hint");
        canvas.put_at(used, &hint, canvas.style(Role::Dim));
    }
    let right = canvas.area.width.saturating_sub(u16::try_from(width(&count)).unwrap_or(0));
    canvas.put_at(right, &count, canvas.style(Role::Dim));
    canvas.show_cursor(used + window.cursor);
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
pub(super) struct Window<'a> {
    /// The text from the first visible character on.
    pub text: &'a str,
    /// The column of the cursor in it.
    pub cursor: u16,
}

/// The part of a line to show in `room` columns so that the cursor, given in bytes of the text, is visible.
pub(super) fn window(text: &str, cursor: usize, room: usize) -> Window<'_> {
    let mut start = 0;
    let mut columns = width(&text[..cursor]);
    for grapheme in text.graphemes(true) {
        if columns < room.max(1) {
            break;
        }
        start += grapheme.len();
        columns -= grapheme_width(grapheme);
    }
    Window { text: &text[start..], cursor: u16::try_from(columns).unwrap_or(0) }
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
