//! The canvas of a screen: a rectangle of the terminal, with everything a drawing function needs besides the state.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Widget};
use unicode_segmentation::UnicodeSegmentation;

use crate::base::text::{grapheme_width, on_screen, truncate, width};
use crate::locale::Locale;
use crate::typeset::wrap;
use crate::view::theme::{Role, Theme};

/// A rectangle of the terminal to draw in, with theme and texts. Columns and rows are counted from its upper left
/// corner.
pub struct Canvas<'a> {
    /// The cells to draw in.
    pub area: Rect,
    /// The colours.
    pub theme: &'a Theme,
    /// The texts.
    pub locale: &'a Locale,
    /// All cells of the terminal.
    pub buffer: &'a mut Buffer,
    /// Where the cursor is shown; `None` hides it.
    pub cursor: &'a mut Option<Position>,
}

/// Text and how it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Styled<'a> {
    /// The text.
    pub text: &'a str,
    /// Its style.
    pub style: Style,
}

impl<'a> Styled<'a> {
    /// Text in a style.
    #[must_use]
    pub fn new(text: &'a str, style: Style) -> Self {
        Self { text, style }
    }

    /// No text.
    #[must_use]
    pub fn empty() -> Self {
        Self::new("", Style::new())
    }
}

impl Canvas<'_> {
    /// The same canvas, drawing in another rectangle of the terminal.
    pub fn within(&mut self, area: Rect) -> Canvas<'_> {
        Canvas {
            area,
            theme: self.theme,
            locale: self.locale,
            buffer: &mut *self.buffer,
            cursor: &mut *self.cursor,
        }
    }

    /// The row `line`; `None` below the end of the area.
    pub fn row(&mut self, line: usize) -> Option<Canvas<'_>> {
        let line = u16::try_from(line).ok().filter(|line| *line < self.area.height)?;
        let area = Rect { y: self.area.y + line, height: 1, ..self.area };
        Some(self.within(area))
    }

    /// The rows from `line` on; empty below the end of the area.
    pub fn rows_from(&mut self, line: u16) -> Canvas<'_> {
        let line = line.min(self.area.height);
        let area = Rect { y: self.area.y + line, height: self.area.height - line, ..self.area };
        self.within(area)
    }

    /// The columns from `x` on; empty beyond the right edge.
    pub fn columns_from(&mut self, x: u16) -> Canvas<'_> {
        self.columns(x, u16::MAX)
    }

    /// At most `columns` columns, from column `x` on.
    pub fn columns(&mut self, x: u16, columns: u16) -> Canvas<'_> {
        let room = self.area.width.saturating_sub(x);
        let area = Rect { x: self.area.x.saturating_add(x), width: columns.min(room), ..self.area };
        self.within(area)
    }

    /// The width of the area, at least 1.
    #[must_use]
    pub fn width(&self) -> usize {
        usize::from(self.area.width).max(1)
    }

    /// The height of the area.
    #[must_use]
    pub fn height(&self) -> usize {
        self.area.height.into()
    }

    /// The style of a role.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.theme.of(role)
    }

    /// Changes the style of all cells of the area; their characters stay.
    pub fn restyle(&mut self, role: Role) {
        self.buffer.set_style(self.area, self.theme.of(role));
    }

    /// Writes text at the left of the first row, cut at the right edge. Returns how many columns it took.
    pub fn put(&mut self, text: &str, style: Style) -> u16 {
        self.put_at(0, text, style)
    }

    /// Writes text at column `x` of the first row, cut at the right edge. Returns how many columns it took.
    pub fn put_at(&mut self, x: u16, text: &str, style: Style) -> u16 {
        let (start, y) = (self.area.x.saturating_add(x), self.area.y);
        let end = self.area.right().min(self.buffer.area.right());
        if start >= end || !self.buffer.area.contains(Position::new(start, y)) {
            return 0;
        }
        let mut used = 0;
        for grapheme in on_screen(text).graphemes(true) {
            let columns = u16::try_from(grapheme_width(grapheme)).unwrap_or(2);
            if columns > end - start - used {
                break;
            }
            if let Some(columns) = NonZeroU16::new(columns) {
                self.put_cell(Position::new(start + used, y), grapheme, columns, style);
            }
            used += columns;
        }
        used
    }

    /// Writes one character. Where ratatui counts other columns for it, it takes those of Plenary.
    fn put_cell(&mut self, at: Position, grapheme: &str, columns: NonZeroU16, style: Style) {
        if grapheme.cell_width() == columns.get() {
            self.buffer.set_stringn(at.x, at.y, grapheme, usize::from(columns.get()), style);
            return;
        }
        for x in at.x..at.x + columns.get() {
            self.buffer[(x, at.y)].reset();
            self.buffer[(x, at.y)].set_style(style);
        }
        self.buffer[at].set_symbol(grapheme).set_diff_option(CellDiffOption::ForcedWidth(columns));
    }

    /// Writes `right` whole at the right edge of the first row, and `left` at the left, cut with an ellipsis if both do
    /// not fit.
    pub fn spread(&mut self, left: Styled, right: Styled) {
        let right_width = u16::try_from(width(right.text)).unwrap_or(u16::MAX).min(self.area.width);
        let room = self.area.width.saturating_sub(right_width + u16::from(right_width > 0));
        self.columns(0, room).put(&truncate(left.text, room.into()), left.style);
        self.put_at(self.area.width - right_width, right.text, right.style);
    }

    /// Writes text in the first row, cut with an ellipsis at the right edge.
    pub fn put_truncated(&mut self, text: &str, style: Style) {
        self.spread(Styled::new(text, style), Styled::empty());
    }

    /// Writes text in as many rows as it takes at the width of the area, cut at the lower edge. Returns how many rows
    /// were written.
    pub fn paragraph(&mut self, text: &str, style: Style) -> usize {
        let mut written = 0;
        for span in wrap(text, self.width()) {
            let Some(mut row) = self.row(written) else { break };
            row.put(span.of(text).trim_end(), style);
            written += 1;
        }
        written
    }

    /// Writes text in as many rows as it takes at the width of the area; what does not fit ends with an ellipsis.
    /// Returns how many rows were written.
    pub fn excerpt(&mut self, text: &str, style: Style) -> usize {
        let (lines, columns, height) = (wrap(text, self.width()), self.width(), self.height());
        for (at, span) in lines.iter().take(height).enumerate() {
            let Some(mut row) = self.row(at) else { break };
            if at + 1 == height && lines.len() > height {
                row.put(truncate(span.rest_of(text), columns).trim_end(), style);
            } else {
                row.put(span.of(text).trim_end(), style);
            }
        }
        lines.len().min(height)
    }

    /// Shows the cursor at column `x` of the first row.
    pub fn show_cursor(&mut self, x: u16) {
        *self.cursor = Some(Position::new(self.area.x.saturating_add(x), self.area.y));
    }

    /// Empties the area and draws a border around it, with a title. Returns the canvas inside the border.
    pub fn bordered(&mut self, title: Styled) -> Canvas<'_> {
        let area = self.area;
        Clear.render(area, self.buffer);
        self.restyle(Role::Text);
        let block = Block::new()
            .borders(Borders::ALL)
            .border_style(self.style(Role::Border))
            .title(Line::from(Span::styled(title.text, title.style)));
        let inside = block.inner(area);
        block.render(area, self.buffer);
        self.within(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::view::theme::Colours;

    /// Draws in row 0, columns 2 to 11 of a terminal of 14 columns; returns what is on the row.
    fn drawn(draw: impl FnOnce(&mut Canvas)) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 14, 1));
        let theme = Theme::bundled("dark", Colours::Full).unwrap();
        let locale = Locale::new(Language::EN);
        let area = Rect::new(2, 0, 10, 1);
        draw(&mut Canvas { area, theme: &theme, locale: &locale, buffer: &mut buffer, cursor: &mut None });
        (0..14).map(|x| buffer[(x, 0)].symbol()).collect()
    }

    #[test]
    fn text_is_cut_at_the_right_edge() {
        let put = |x: u16, columns: u16, text: &str| {
            drawn(|canvas| {
                canvas.columns(x, columns).put(text, Style::new());
            })
        };
        assert_eq!(put(0, 10, "0123456789abc"), "  0123456789  ");
        assert_eq!(put(8, 10, "abc"), "          ab  ");
        assert_eq!(put(10, 10, "abc"), "              ");
        assert_eq!(put(3, 2, "abc"), "     ab       ");
        assert_eq!(put(7, 10, "a漢字"), "         a漢   ");
    }

    #[test]
    fn the_text_at_the_right_is_never_cut_before_the_text_at_the_left() {
        let spread = |left, right| {
            drawn(|canvas| canvas.spread(Styled::new(left, Style::new()), Styled::new(right, Style::new())))
        };
        assert_eq!(spread("left", "3/8"), "  left   3/8  ");
        assert_eq!(spread("a long text", "3/8"), "  a lon… 3/8  ");
        assert_eq!(spread("a long text", ""), "  a long te…  ");
    }
}
