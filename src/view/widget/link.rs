//! Hyperlinks (OSC 8): cells that lead to an address when the terminal is asked to follow them.

use std::num::NonZeroU16;

use ratatui::buffer::{Buffer, CellDiffOption};

use crate::base::text::width;

/// Where some cells lead. All cells of one link have its name in common, so that the terminal knows them as one,
/// also over several rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What tells it from every other link on screen.
    pub name: String,
    /// The address.
    pub address: String,
}

impl Link {
    /// Makes a link of the cells already written at a place, so many columns of one row.
    ///
    /// The escape stands in the cell with its character: escapes in text are filtered, for good reason. The width
    /// is said beside it, or it would be counted as shown.
    pub fn over(&self, buffer: &mut Buffer, (x, y): (u16, u16), columns: u16) {
        let end = x.saturating_add(columns).min(buffer.area.right());
        let mut at = x;
        while at < end && buffer.area.contains((at, y).into()) {
            let cell = &mut buffer[(at, y)];
            let wide = u16::try_from(width(cell.symbol())).unwrap_or(1).clamp(1, 2);
            let linked = format!(
                "\u{1b}]8;id={};{}\u{1b}\\{}\u{1b}]8;;\u{1b}\\",
                plain(&self.name),
                plain(&self.address),
                cell.symbol()
            );
            let wide = NonZeroU16::new(wide).unwrap_or(NonZeroU16::MIN);
            cell.set_symbol(&linked).set_diff_option(CellDiffOption::ForcedWidth(wide));
            at += wide.get();
        }
    }
}

/// Only what may stand in the escape: printable ASCII; the addresses of documents have nothing else.
fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_graphic).filter(|c| *c != ';').collect()
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::CellWidth;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn every_cell_of_a_link_has_its_name_and_its_own_width() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "A漢字e\u{301}/1 z", Style::default());
        let link = Link { name: "7.3".into(), address: "https://undocs.org/fr/A/1".into() };
        link.over(&mut buffer, (0, 0), 8);
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
    fn what_could_end_the_escape_does_not_come_into_it() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        let link = Link { name: "a;b".into(), address: "https://x/\u{7}\u{1b}\\é;".into() };
        link.over(&mut buffer, (0, 0), 5);
        assert_eq!(buffer[(0, 0)].symbol(), "\u{1b}]8;id=ab;https://x/\\\u{1b}\\ \u{1b}]8;;\u{1b}\\");
    }
}
