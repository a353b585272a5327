//! What may follow the keys typed so far, in a box above the bottom line.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Clear};

use crate::app::App;
use crate::base::text::width;
use crate::keymap::Outcome;
use crate::view::rect;
use crate::view::theme::{Role, Theme};
use crate::view::widget::row;

/// Draws the keys that can come next, from the same node of the keymap that will take them.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let Outcome::Pending(next) = app.keymap.press(&app.scopes(), &app.typed) else { return };
    let rows: Vec<(String, String)> = next
        .iter()
        .map(|next| {
            let words =
                next.binding.map_or_else(|| "…".to_owned(), |binding| app.locale.say(&binding.message()));
            (app.locale.keys(&next.key.to_string()), words)
        })
        .collect();
    let typed: Vec<String> = app.typed.iter().map(|key| app.locale.keys(&key.to_string())).collect();
    let keys = rows.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
    let words = rows.iter().map(|(_, words)| width(words)).max().unwrap_or(0);
    let main = rect(app.layout.main);
    let columns = u16::try_from(keys + words + 6).unwrap_or(u16::MAX).min(main.width);
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX).min(main.height);
    let area = Rect::new(main.right() - columns, main.bottom() - height, columns, height);
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, theme.of(Role::Text));
    let block = Block::new()
        .borders(Borders::ALL)
        .border_style(theme.of(Role::Border))
        .title(format!(" {} ", typed.join(" ")));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    for (line, (key, words)) in rows.iter().enumerate() {
        let Some(place) = row::nth(inside, line) else { return };
        row::put(frame.buffer_mut(), (place.x + 1, place.y), place.width, key, theme.of(Role::Key));
        let x = place.x + 3 + u16::try_from(keys).unwrap_or(0);
        row::put(
            frame.buffer_mut(),
            (x, place.y),
            place.right().saturating_sub(x),
            words,
            theme.of(Role::Text),
        );
    }
}
