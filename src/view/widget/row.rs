//! A row of cells: words at the left, words at the right, cut where they do not fit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::base::text::{grapheme_width, truncate, visible, width};

/// Writes words at a cell, at most `columns` wide; answers how many columns they took.
pub fn put(buffer: &mut Buffer, (x, y): (u16, u16), columns: u16, words: &str, style: Style) -> u16 {
    if !buffer.area.contains((x, y).into()) || columns == 0 {
        return 0;
    }
    let mut used = 0;
    for grapheme in visible(words).graphemes(true) {
        let wide = u16::try_from(grapheme_width(grapheme)).unwrap_or(2);
        if used + wide > columns || x + used + wide > buffer.area.right() {
            break;
        }
        if wide > 0 {
            buffer.set_stringn(x + used, y, grapheme, usize::from(wide), style);
        }
        used += wide;
    }
    used
}

/// One row: `left` cut with an ellipsis if need be so that `right` stands whole at the end.
pub fn spread(buffer: &mut Buffer, area: Rect, left: (&str, Style), right: (&str, Style)) {
    let right_width = u16::try_from(width(right.0)).unwrap_or(u16::MAX).min(area.width);
    let room = area.width.saturating_sub(right_width + u16::from(right_width > 0));
    put(buffer, (area.x, area.y), room, &truncate(left.0, usize::from(room)), left.1);
    put(buffer, (area.right() - right_width, area.y), right_width, right.0, right.1);
}

/// The row `line` of an area, if it has that many.
#[must_use]
pub fn nth(area: Rect, line: usize) -> Option<Rect> {
    let line = u16::try_from(line).ok().filter(|line| *line < area.height)?;
    Some(Rect { y: area.y + line, height: 1, ..area })
}
