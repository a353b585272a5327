//! The terminal and how it is divided among the panes.

use crate::app::layout::{Layout, Pane};

/// The size of a terminal in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WindowSize {
    /// The number of columns.
    pub columns: u16,
    /// The number of rows.
    pub rows: u16,
}

/// Size and division of the terminal.
#[derive(Debug)]
pub struct Window {
    /// The size of the terminal.
    pub size: WindowSize,
    /// The pane that has the focus.
    pub focus: Pane,
    /// Whether that pane fills the whole desk.
    pub zoomed: bool,
    /// The rectangles of the panes.
    pub layout: Layout,
}
