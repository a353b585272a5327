//! The terminal and how it is divided among the panes.

use crate::app::layout::{Layout, Pane};

/// Size and division of the terminal.
#[derive(Debug)]
pub struct Window {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The pane that has the focus.
    pub focus: Pane,
    /// Whether that pane fills the whole desk.
    pub zoomed: bool,
    /// The rectangles of the panes.
    pub layout: Layout,
}
