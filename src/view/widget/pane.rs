//! The edge of a pane: a line with its title, and a separator from the pane at the left. The pane with the focus is
//! marked by a sign, not only by colour.

use crate::app::layout::separator;
use crate::base::text::{truncate, visible, width};
use crate::view::canvas::Canvas;
use crate::view::theme::Role;

/// Draws title and separator at the edge of the canvas. Returns the canvas of the content.
pub fn draw<'a>(title: &str, has_focus: bool, canvas: &'a mut Canvas) -> Canvas<'a> {
    let (sign, role) = if has_focus { ("▸ ", Role::TitleFocus) } else { (" ", Role::Title) };
    let border = canvas.style(Role::Border);
    let left = separator(canvas.area.x);
    if left > 0 {
        for row in 0..canvas.height() {
            let Some(mut row) = canvas.row(row) else { break };
            row.put("│", border);
        }
    }
    let mut line = canvas.columns_from(left);
    let title = format!("{sign}{}", truncate(&visible(title), line.width().saturating_sub(width(sign))));
    let rest = line.width().saturating_sub(width(&title) + 1);
    let style = line.style(role);
    let used = line.put(&title, style);
    line.put_at(used + 1, &"─".repeat(rest), border);
    let area = canvas.area;
    let below = ratatui::layout::Rect {
        x: area.x + left,
        y: area.y + 1,
        width: area.width.saturating_sub(left),
        height: area.height.saturating_sub(1),
    };
    canvas.within(below)
}
