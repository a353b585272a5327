//! The frame of a pane with its title. The pane with the focus is marked by a sign, not only by colour.

use ratatui::layout::Rect;
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Widget};

use crate::base::text::{truncate, visible};
use crate::view::canvas::Canvas;
use crate::view::theme::Role;

/// How the frame of a pane is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// The cells inside the frame.
    pub content: Rect,
    /// Whether there is a border on all sides; if not, only a line with the title.
    pub bordered: bool,
    /// Whether the pane has the focus.
    pub focused: bool,
}

impl Frame {
    /// Draws the frame at the edge of the canvas. Returns the canvas of the content.
    pub fn draw<'a>(&self, title: &str, canvas: &'a mut Canvas) -> Canvas<'a> {
        let (sign, role) = if self.focused { ("▸ ", Role::TitleFocus) } else { (" ", Role::Title) };
        let title = truncate(&visible(title), canvas.width().saturating_sub(6));
        let line = Line::from(Span::styled(format!("{sign}{title} "), canvas.style(role)));
        let area = canvas.area;
        if self.bordered {
            let block = Block::new()
                .borders(Borders::ALL)
                .border_style(canvas.style(Role::Border))
                .merge_borders(MergeStrategy::Exact)
                .title(line);
            block.render(area, canvas.buffer);
        } else {
            line.render(Rect { height: 1, ..area }, canvas.buffer);
        }
        canvas.within(self.content)
    }
}
