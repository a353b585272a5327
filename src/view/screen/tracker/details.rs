//! How one row of the tracker looks in full.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear};

use crate::app::App;
use crate::app::screen::tracker::details::{self, State};
use crate::view::rect;
use crate::view::theme::{Role, Theme};
use crate::view::widget::row;

/// Draws the lines there is room for; the chosen one is marked, and those that lead somewhere end in an arrow.
pub fn draw(app: &App, state: &State, theme: &Theme, frame: &mut Frame) {
    let outer = rect(details::area(app));
    let inside = rect(details::area(app).inside());
    frame.render_widget(Clear, outer);
    frame.buffer_mut().set_style(outer, theme.of(Role::Text));
    let title = format!("▸ {} ", app.locale.say("title-details"));
    let block = Block::new()
        .borders(Borders::ALL)
        .border_style(theme.of(Role::Border))
        .title(Line::from(Span::styled(title, theme.of(Role::TitleFocus))));
    frame.render_widget(block, outer);
    let shown = state.lines.iter().enumerate().skip(state.list.top);
    for (nth, (at, (entry, span))) in shown.enumerate() {
        let Some(place) = row::nth(inside, nth) else { return };
        let Some(said) = state.entries.get(*entry) else { return };
        let chosen = at == state.list.selected;
        let sign = if chosen { "▌" } else { " " };
        row::put(frame.buffer_mut(), (place.x, place.y), 1, sign, theme.of(Role::Bar));
        let role = if said.title { Role::Heading } else { Role::Text };
        let words = span.of(&said.text).trim_end();
        let x = place.x + 1 + said.indent();
        let room = place.right().saturating_sub(x);
        let taken = row::put(frame.buffer_mut(), (x, place.y), room, words, theme.of(role));
        let last = state.lines.get(at + 1).is_none_or(|(next, _)| next != entry);
        if said.target.is_some() && last {
            let x = x + taken;
            row::put(
                frame.buffer_mut(),
                (x, place.y),
                place.right().saturating_sub(x),
                "›",
                theme.of(Role::Key),
            );
        }
        if chosen {
            frame.buffer_mut().set_style(place, theme.of(Role::Here));
        }
    }
}
