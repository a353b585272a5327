//! How the box with the keys that may follow those typed so far looks.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::base::text::width;
use crate::keymap::KeyMeaning;
use crate::view::canvas::{Canvas, Styled};
use crate::view::theme::Role;

/// Draws a box at the lower right with each key that may come next in `scopes` and what it does.
pub fn draw(scopes: &[&str], context: &Context, canvas: &mut Canvas) {
    let (locale, typed) = (context.locale(), &context.input.typed);
    let KeyMeaning::Pending(next) = context.keymap().press(scopes, typed) else { return };
    let rows: Vec<(String, String)> = next
        .iter()
        .map(|next| {
            let text = next.binding.map_or_else(|| "…".to_owned(), |binding| locale.say(&binding.message()));
            (locale.keys(&next.key.to_string()), text)
        })
        .collect();
    let keys = rows.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    let texts = rows.iter().map(|(_, text)| width(text)).max().unwrap_or(0);
    let outer = canvas.area;
    let columns = u16::try_from(keys + texts + 6).unwrap_or(u16::MAX).min(outer.width);
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX).min(outer.height);
    let area = Rect::new(outer.right() - columns, outer.bottom() - height, columns, height);
    let typed: Vec<String> = typed.iter().map(|key| locale.keys(&key.to_string())).collect();
    let title = format!(" {} ", typed.join(" "));
    let border = canvas.style(Role::Border);
    let mut canvas = canvas.within(area);
    let mut inside = canvas.bordered(Styled::new(&title, border));
    for (line, (key, text)) in rows.iter().enumerate() {
        let Some(mut row) = inside.row(line) else { return };
        row.put_at(1, key, row.style(Role::Key));
        row.put_at(3 + u16::try_from(keys).unwrap_or(0), text, row.style(Role::Text));
    }
}
