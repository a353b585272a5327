//! The frame of a pane with its title; the pane that has the keys is marked by a sign, not by colour alone.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::symbols::merge::MergeStrategy;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders};

use crate::app::App;
use crate::app::layout::Pane;
use crate::base::text::{truncate, visible};
use crate::view::rect;
use crate::view::theme::{Role, Theme};

/// Draws the frame of a pane and answers where its content goes; none when it is not on screen.
pub fn draw(app: &App, pane: Pane, title: &str, theme: &Theme, frame: &mut Frame) -> Option<Rect> {
    let outer = rect(app.layout.pane(pane)?);
    let content = rect(app.layout.content(pane)?);
    let focused = if app.typing().is_some() { pane == Pane::Notes } else { app.focus == pane };
    let (sign, role) = if focused { ("▸ ", Role::TitleFocus) } else { (" ", Role::Title) };
    let words = truncate(&visible(title), usize::from(outer.width).saturating_sub(6));
    let line = Line::from(Span::styled(format!("{sign}{words} "), theme.of(role)));
    if app.layout.framed {
        let block = Block::new()
            .borders(Borders::ALL)
            .border_style(theme.of(Role::Border))
            .merge_borders(MergeStrategy::Exact)
            .title(line);
        frame.render_widget(block, outer);
    } else {
        frame.render_widget(line, Rect { height: 1, ..outer });
    }
    Some(content)
}
