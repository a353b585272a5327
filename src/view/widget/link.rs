//! Hyperlinks (OSC 8): cells that open an address when the user follows them in the terminal.

use std::num::NonZeroU16;

use ratatui::buffer::CellDiffOption;
use ratatui::layout::Position;

use crate::base::text::width;
use crate::view::canvas::Canvas;

/// A link. All its cells carry the same name, so that the terminal treats them as one, also over several rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hyperlink {
    /// A name no other link on screen has.
    pub name: String,
    /// The address.
    pub address: String,
}

impl Hyperlink {
    /// Makes a link of `columns` cells already written in the first row of the canvas, from column `x` on.
    ///
    /// The escape sequence is stored in the cell with its character, because sequences in text are filtered out. The
    /// width is set beside it; otherwise the sequence would be counted as visible.
    pub fn over(&self, x: u16, columns: u16, canvas: &mut Canvas) {
        let y = canvas.area.y;
        let buffer = &mut *canvas.buffer;
        let start = canvas.area.x.saturating_add(x);
        let end = start.saturating_add(columns).min(buffer.area.right());
        let mut at = start;
        while at < end && buffer.area.contains(Position::new(at, y)) {
            let cell = &mut buffer[(at, y)];
            let columns = u16::try_from(width(cell.symbol())).unwrap_or(1).clamp(1, 2);
            let linked = format!(
                "\u{1b}]8;id={};{}\u{1b}\\{}\u{1b}]8;;\u{1b}\\",
                printable(&self.name),
                printable(&self.address),
                cell.symbol()
            );
            let columns = NonZeroU16::new(columns).unwrap_or(NonZeroU16::MIN);
            cell.set_symbol(&linked).set_diff_option(CellDiffOption::ForcedWidth(columns));
            at += columns.get();
        }
    }
}

/// The characters allowed in the escape sequence: printable ASCII without `;`. The addresses of documents have no
/// others.
fn printable(text: &str) -> String {
    text.chars().filter(char::is_ascii_graphic).filter(|c| *c != ';').collect()
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::{Buffer, CellWidth};
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::locale::Locale;
    use crate::model::Language;
    use crate::view::theme::{Colours, Theme};

    fn over(link: &Hyperlink, columns: u16, buffer: &mut Buffer) {
        let (theme, locale) = (Theme::bundled("dark", Colours::Full).unwrap(), Locale::new(Language::EN));
        let area = buffer.area;
        link.over(
            0,
            columns,
            &mut Canvas { area, theme: &theme, locale: &locale, buffer, cursor: &mut None },
        );
    }

    #[test]
    fn every_cell_of_a_link_has_its_name_and_its_own_width() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "A漢字e\u{301}/1 z", Style::default());
        let link = Hyperlink { name: "7.3".into(), address: "https://undocs.org/fr/A/1".into() };
        over(&link, 8, &mut buffer);
        let linked: Vec<(u16, u16)> = (0..12)
            .filter(|x| {
                buffer[(*x, 0)].symbol().starts_with("\u{1b}]8;id=7.3;https://undocs.org/fr/A/1\u{1b}\\")
            })
            .map(|x| (x, buffer[(x, 0)].cell_width()))
            .collect();
        assert_eq!(linked, [(0, 1), (1, 2), (3, 2), (5, 1), (6, 1), (7, 1)]);
        assert!(buffer[(1, 0)].symbol().ends_with("漢\u{1b}]8;;\u{1b}\\"));
        assert_eq!(buffer[(9, 0)].symbol(), "z");
    }

    #[test]
    fn characters_that_could_end_the_escape_sequence_are_left_out() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        let link = Hyperlink { name: "a;b".into(), address: "https://x/\u{7}\u{1b}\\é;".into() };
        over(&link, 5, &mut buffer);
        assert_eq!(buffer[(0, 0)].symbol(), "\u{1b}]8;id=ab;https://x/\\\u{1b}\\ \u{1b}]8;;\u{1b}\\");
    }
}
