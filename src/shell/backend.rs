//! Draws so that no other cell changes where the terminal counts a character as wider or narrower than Plenary does.
//!
//! Terminals disagree about flags, joined emoji, marks and new characters. After such a character the rest of the row is
//! drawn again whenever the row changes, each part at its own position, on cells that were cleared before.
//!
//! Rows that only moved up or down are moved by the terminal itself.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::ops::Range;

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Cell, CellDiffOption};
use ratatui::layout::{Position, Size};
use unicode_width::UnicodeWidthChar;

use crate::base::text;
use crate::shell::scrolling::{self, Scroll};

/// The backend of the terminal with a copy of what is on screen.
pub(super) struct Careful<W: Write> {
    inner: CrosstermBackend<W>,
    /// The cells that were drawn, row by row; missing ones are blank.
    rows: Vec<Vec<Cell>>,
    columns: u16,
}

/// A cell and its column.
type PlacedCell<'a> = (u16, &'a Cell);

impl<W: Write> Careful<W> {
    /// A terminal with nothing on it.
    pub(super) fn new(writer: W, columns: u16) -> Self {
        Self { inner: CrosstermBackend::new(writer), rows: Vec::new(), columns }
    }

    /// Sets the columns of the terminal.
    pub(super) fn resize(&mut self, columns: u16) {
        self.columns = columns;
    }

    /// Records changed cells of a row. Returns the column of the first character of uncertain width, now or before;
    /// `None` if there is none.
    fn record(&mut self, y: u16, changed: &[PlacedCell]) -> Option<u16> {
        let y = usize::from(y);
        if self.rows.len() <= y {
            self.rows.resize(y + 1, Vec::new());
        }
        let row = &mut self.rows[y];
        let before = uncertain_column(row);
        place(row, changed);
        let from = before.into_iter().chain(uncertain_column(row)).min()?;
        // Clearing from the second column of a wide character would remove it.
        let is_wide = |x: &u16| row.get(usize::from(*x)).is_some_and(|cell| columns_of(cell) > 1);
        Some(from.checked_sub(1).filter(is_wide).unwrap_or(from))
    }

    /// Sends cells that changed.
    fn send(&mut self, changed: BTreeMap<u16, Vec<PlacedCell>>) -> io::Result<()> {
        let mut certain = Vec::new();
        let mut uncertain = Vec::new();
        for (y, cells) in changed {
            let from = self.record(y, &cells);
            let before = cells.into_iter().filter(|(x, _)| from.is_none_or(|from| *x < from));
            certain.extend(before.map(|(x, cell)| (x, y, cell)));
            uncertain.extend(from.map(|from| (y, from)));
        }
        self.inner.draw(certain.into_iter())?;
        uncertain.into_iter().try_for_each(|(y, from)| self.repaint(y, from))
    }

    /// The frame with these cells changed, and the rows that the terminal can move to get there, if there are such.
    fn scrolled(&self, changed: &BTreeMap<u16, Vec<PlacedCell>>) -> Option<ScrolledFrame> {
        if changed.len() < scrolling::LEAST_ROWS {
            return None;
        }
        let before = self.whole_rows();
        let mut after = before.clone();
        for (y, cells) in changed {
            place(after.get_mut(usize::from(*y))?, cells);
        }
        let scroll = scrolling::find(&before, &after)?;
        let is_certain = |frame: &[Vec<Cell>]| {
            frame[scroll.rows.clone()].iter().all(|row| uncertain_column(row).is_none())
        };
        (is_certain(&before) && is_certain(&after)).then_some(ScrolledFrame { scroll, after })
    }

    /// The rows that were drawn, each with all its columns.
    fn whole_rows(&self) -> Vec<Vec<Cell>> {
        let mut rows = self.rows.clone();
        rows.iter_mut().for_each(|row| row.resize(usize::from(self.columns), Cell::EMPTY));
        rows
    }

    /// Lets the terminal move rows: a line feed in the last row of its scrolling region moves all of them up, a reverse index in the
    /// first row moves them down. After each frame nothing has a style, so that new rows are blank.
    fn scroll(&mut self, scroll: &Scroll) -> io::Result<()> {
        let Range { start, end } = scroll.rows;
        let (row, code) = if scroll.up > 0 { (end, "\n") } else { (start + 1, "\u{1b}M") };
        let codes = code.repeat(scroll.up.unsigned_abs());
        write!(self.inner, "\u{1b}[{};{end}r\u{1b}[{row};1H{codes}\u{1b}[r", start + 1)?;
        self.rows = scrolling::moved(&self.whole_rows(), scroll);
        Ok(())
    }

    /// The cells of a frame that differ from what is on screen.
    fn different<'a>(&self, after: &'a [Vec<Cell>]) -> BTreeMap<u16, Vec<PlacedCell<'a>>> {
        let mut changed: BTreeMap<u16, Vec<PlacedCell<'a>>> = BTreeMap::new();
        for ((y, row), before) in (0..).zip(after).zip(&self.rows) {
            let mut x = 0;
            while let Some(cell) = row.get(usize::from(x)) {
                let cells = usize::from(x)..usize::from(x + columns_of(cell)).min(row.len());
                if row[cells.clone()] != before[cells] {
                    changed.entry(y).or_default().push((x, cell));
                }
                x += columns_of(cell);
            }
        }
        changed
    }

    /// Clears a row from a column on and draws it again.
    fn repaint(&mut self, y: u16, from: u16) -> io::Result<()> {
        let row = self.rows.get(usize::from(y)).map(Vec::as_slice).unwrap_or_default();
        self.inner.draw((from..self.columns).map(|x| (x, y, &Cell::EMPTY)))?;
        let mut certain = Vec::new();
        let mut x = from;
        while x < self.columns {
            let cell = row.get(usize::from(x)).unwrap_or(&Cell::EMPTY);
            if is_certain(cell) {
                certain.push((x, y, cell));
            } else {
                // Each call begins with the position of its first cell.
                self.inner.draw(std::mem::take(&mut certain).into_iter())?;
                self.inner.draw(std::iter::once((x, y, cell)))?;
            }
            x += columns_of(cell);
        }
        self.inner.draw(certain.into_iter())
    }
}

/// A frame that the terminal gets to by moving rows.
struct ScrolledFrame {
    scroll: Scroll,
    after: Vec<Vec<Cell>>,
}

/// Puts cells into a row.
fn place(row: &mut Vec<Cell>, cells: &[PlacedCell]) {
    for (x, cell) in cells {
        let (start, end) = (usize::from(*x), usize::from(*x + columns_of(cell)));
        if row.len() < end {
            row.resize(end, Cell::EMPTY);
        }
        row[start..end].fill(Cell::EMPTY);
        row[start] = (*cell).clone();
    }
}

/// The column of the first character of uncertain width in a row.
fn uncertain_column(row: &[Cell]) -> Option<u16> {
    row.iter().position(|cell| !is_certain(cell)).and_then(|x| u16::try_from(x).ok())
}

/// The columns that Plenary counts for a cell.
fn columns_of(cell: &Cell) -> u16 {
    match cell.diff_option {
        CellDiffOption::ForcedWidth(columns) => columns.get(),
        _ => u16::try_from(text::width(cell.symbol())).unwrap_or(2).clamp(1, 2),
    }
}

/// Whether every terminal counts as many columns for a cell as Plenary does: one character of a script in which terminals
/// agree. The visible character of a hyperlink is between its control sequences.
fn is_certain(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    let linked = symbol.strip_prefix('\u{1b}').and_then(|rest| rest.split("\u{1b}\\").nth(1));
    let shown = linked.and_then(|rest| rest.split('\u{1b}').next()).unwrap_or(symbol);
    let mut chars = shown.chars();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some(c), None) => matches!((u32::from(c), c.width()),
            (0..0x590 | 0x1e00..0x2e80 | 0xfffd, Some(1)) | (0x2e80..0xa4d0 | 0xac00..0xd7a4 | 0xf900..0xfb00 | 0xff00..0xff61, Some(2))),
        _ => false,
    }
}

impl<W: Write> Backend for Careful<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut changed: BTreeMap<u16, Vec<PlacedCell>> = BTreeMap::new();
        for (x, y, cell) in content {
            changed.entry(y).or_default().push((x, cell));
        }
        match self.scrolled(&changed) {
            None => self.send(changed),
            Some(ScrolledFrame { scroll, after }) => {
                self.scroll(&scroll)?;
                let rest = self.different(&after);
                self.send(rest)
            }
        }
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.rows.clear();
        self.inner.clear()
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        self.rows.clear();
        self.inner.clear_region(region)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use std::cell::RefCell;
    use std::rc::Rc;
    use unicode_segmentation::UnicodeSegmentation;

    const COLUMNS: usize = 24;

    /// Bytes on their way to the model.
    #[derive(Clone, Default)]
    struct Wire(Rc<RefCell<Vec<u8>>>);

    impl Write for Wire {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// A terminal that keeps what it was sent, and counts columns in its own way.
    struct Model {
        columns_of: fn(&str) -> usize,
        /// The characters, each in its first column; its other columns are empty.
        rows: Vec<Vec<String>>,
        cursor: (usize, usize),
        /// The rows that move.
        region: Range<usize>,
    }

    impl Model {
        fn new(columns_of: fn(&str) -> usize, rows: usize) -> Self {
            let blank = vec![" ".to_owned(); COLUMNS];
            Self { columns_of, rows: vec![blank; rows], cursor: (0, 0), region: 0..rows }
        }

        fn receive(&mut self, bytes: &[u8]) {
            let sent = std::str::from_utf8(bytes).unwrap().replace("\u{1b}M", "\u{1b}[M");
            let mut parts = sent.split("\u{1b}[");
            self.print(parts.next().unwrap());
            for part in parts {
                let end = part.find(|c: char| c.is_ascii_alphabetic()).unwrap();
                let number = |text: &str| text.parse::<usize>().unwrap();
                match (&part[end..=end], part[..end].split_once(';')) {
                    ("H", Some((row, column))) => self.cursor = (number(column) - 1, number(row) - 1),
                    ("r", Some((first, last))) => self.region = number(first) - 1..number(last),
                    ("r", None) => self.region = 0..self.rows.len(),
                    ("M", _) if self.cursor.1 == self.region.start => self.move_rows(false),
                    _ => {}
                }
                self.print(&part[end + 1..]);
            }
        }

        /// Moves the rows of the region by one.
        fn move_rows(&mut self, up: bool) {
            let rows = &mut self.rows[self.region.clone()];
            if up {
                rows.rotate_left(1)
            } else {
                rows.rotate_right(1)
            }
            let free = if up { rows.len() - 1 } else { 0 };
            rows[free].fill(" ".to_owned());
        }

        fn print(&mut self, text: &str) {
            for cluster in text.graphemes(true) {
                if cluster == "\n" {
                    assert_eq!(self.cursor.1 + 1, self.region.end, "in the last row of the region");
                    self.move_rows(true);
                    continue;
                }
                let columns = (self.columns_of)(cluster).max(1);
                let (x, y) = self.cursor;
                let end = (x + columns).min(COLUMNS);
                for at in x..end {
                    self.wipe(at, y);
                }
                if x < COLUMNS {
                    self.rows[y][x] = cluster.to_owned();
                    self.rows[y][x + 1..end].fill(String::new());
                }
                self.cursor.0 = end;
            }
        }

        /// Removes the character that covers a column, from all its columns.
        fn wipe(&mut self, x: usize, y: usize) {
            let row = &mut self.rows[y];
            let start = (0..=x).rev().find(|at| !row[*at].is_empty()).unwrap();
            let end = (x + 1..COLUMNS).find(|at| !row[*at].is_empty()).unwrap_or(COLUMNS);
            row[start..end].fill(" ".to_owned());
        }
    }

    /// Columns of a cluster in a terminal that knows no clusters: those of its characters.
    fn by_character(cluster: &str) -> usize {
        cluster.chars().map(|c| c.width().unwrap_or(0)).sum()
    }

    fn agreed(cluster: &str) -> bool {
        let mut cell = Cell::EMPTY;
        cell.set_symbol(cluster);
        is_certain(&cell)
    }

    fn narrow(cluster: &str) -> usize {
        if agreed(cluster) { by_character(cluster) } else { 1 }
    }

    fn wide(cluster: &str) -> usize {
        if agreed(cluster) { by_character(cluster) } else { 2 }
    }

    /// A frame with these texts, cut at the right edge.
    fn frame(texts: &[String]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, u16::try_from(texts.len()).unwrap()));
        for (text, y) in texts.iter().zip(0..) {
            let mut x = 0;
            for cluster in text.graphemes(true) {
                let columns = u16::try_from(text::grapheme_width(cluster)).unwrap().max(1);
                if x + columns > 24 {
                    break;
                }
                buffer[(x, y)].set_symbol(cluster);
                x += columns;
            }
        }
        buffer
    }

    /// Draws frames one after the other, and compares all cells of certain width after each.
    #[track_caller]
    fn check(frames: &[Vec<String>], columns_of: fn(&str) -> usize) {
        let wire = Wire::default();
        let mut backend = Careful::new(wire.clone(), 24);
        let mut model = Model::new(columns_of, frames[0].len());
        let mut before = Buffer::empty(frame(&frames[0]).area);
        for texts in frames {
            let next = frame(texts);
            backend.draw(before.diff(&next).into_iter()).unwrap();
            model.receive(&wire.0.take());
            for y in 0..next.area.height {
                let mut x = 0;
                while x < 24 {
                    let cell = &next[(x, y)];
                    let found = &model.rows[usize::from(y)][usize::from(x)];
                    assert!(
                        !is_certain(cell) || found == cell.symbol(),
                        "{frames:?}: {x} {y} {:?}",
                        model.rows
                    );
                    x += super::columns_of(cell);
                }
            }
            before = next;
        }
    }

    #[test]
    fn a_flag_leaves_no_trace_beside_it_when_it_is_typed_over() {
        let row = |text: &str| vec![text.to_owned()];
        let frames = [
            row("note 🇫🇷│Les États"),
            row("note 🇫🇷x│es États"),
            row("note abc│Les États"),
            row("│Les États"),
        ];
        for columns_of in [narrow, wide, by_character] {
            check(&frames, columns_of);
        }
    }

    #[test]
    fn a_wide_character_typed_over_the_beginning_of_a_flag_stays() {
        let row = |text: &str| vec![text.to_owned()];
        for columns_of in [narrow, wide, by_character] {
            check(&[row("│🇫🇷"), row("漢"), row("é🇫🇷"), row("漢a")], columns_of);
        }
    }

    /// The bytes of the second of two frames.
    fn second(frames: [&[String]; 2]) -> usize {
        let wire = Wire::default();
        let mut backend = Careful::new(wire.clone(), 24);
        let [first, next] = frames.map(frame);
        backend.draw(Buffer::empty(first.area).diff(&first).into_iter()).unwrap();
        wire.0.take();
        backend.draw(first.diff(&next).into_iter()).unwrap();
        wire.0.take().len()
    }

    #[test]
    fn rows_that_move_are_not_sent_again() {
        let text = |from: usize| -> Vec<String> {
            let page = (from..from + 12).map(|line| format!("line {line} of the report"));
            std::iter::once("A title".to_owned()).chain(page).chain(["j k q".to_owned()]).collect()
        };
        for (before, after) in [(text(10), text(12)), (text(12), text(10))] {
            check(&[before.clone(), after.clone(), before.clone()], narrow);
            let moved = second([&before, &after]);
            assert!(moved < 120, "{moved} bytes for two new lines of 22 columns");
        }
    }

    #[test]
    fn usual_text_is_certain() {
        for c in "aéœ’«…–│─▌█●○✓⚠␛�漢あ한Жω".chars() {
            assert!(agreed(&c.to_string()), "{c}");
        }
        for cluster in ["🇫🇷", "👩‍💻", "❤\u{fe0f}", "1\u{fe0f}\u{20e3}", "👍🏽", "e\u{301}", "⚡", "🪿", "क्ष", "ﾞ"]
        {
            assert!(!agreed(cluster), "{cluster}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_terminal_counts_other_cells_are_as_intended(
            frames in prop::collection::vec(
                prop::collection::vec("([a-eé│漢 ]|🇫🇷|👩‍💻|👍🏽|❤\u{fe0f}|e\u{301}\u{302}|⚡){0,20}", 2), 1..6),
        ) {
            for columns_of in [narrow, wide, by_character] {
                check(&frames, columns_of);
            }
        }

        #[test]
        fn wherever_rows_move_to_all_cells_are_as_intended(
            page in prop::collection::vec("[a-z漢é]{1,3}[a-z ]{0,20}", 30),
            tops in prop::collection::vec((0usize..18, "[a-z ]{0,9}"), 2..6),
        ) {
            let frame = |(top, title): &(usize, String)| -> Vec<String> {
                let rows = page[*top..top + 10].iter().cloned();
                std::iter::once(title.clone()).chain(rows).chain(["keys".to_owned()]).collect()
            };
            check(&tops.iter().map(frame).collect::<Vec<_>>(), by_character);
        }
    }
}
