//! The state of a list on the screen: which row is selected and which rows are visible.

/// The state of a list of rows; the rows themselves are stored elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    /// Index of the selected row.
    pub selected: usize,
    /// Index of the first visible row.
    pub top: usize,
}

impl List {
    /// Moves the selection by `by` rows within a list of `len` rows.
    pub fn step(&mut self, by: isize, len: usize) {
        self.select(self.selected.saturating_add_signed(by), len);
    }

    /// Selects a row, or the last row if the list is shorter.
    pub fn select(&mut self, row: usize, len: usize) {
        self.selected = row.min(len.saturating_sub(1));
    }

    /// Scrolls as little as needed to have the selected row among the `height` visible rows.
    pub fn reveal(&mut self, height: usize, len: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
        self.top = self.top.min(len.saturating_sub(height.max(1)));
        if self.selected < self.top {
            self.top = self.selected;
        } else if self.selected >= self.top + height.max(1) {
            self.top = self.selected + 1 - height.max(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_row_is_always_visible() {
        let mut list = List::default();
        for (by, len, height) in
            [(5, 3, 2), (-9, 3, 2), (100, 1000, 10), (-3, 1000, 10), (0, 0, 5), (7, 4, 0)]
        {
            list.step(by, len);
            list.reveal(height, len);
            assert!(list.selected < len.max(1));
            assert!(list.top <= list.selected && list.selected < list.top + height.max(1), "{list:?}");
        }
    }
}
