//! How a list to choose from looks.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear};

use crate::app::App;
use crate::app::screen::picker::{self, Purpose, Row, State, Target};
use crate::app::screen::tracker::beside;
use crate::base::text::{truncate, width};
use crate::view::rect;
use crate::view::screen::preview;
use crate::view::theme::{Role, Theme};
use crate::view::widget::link::Link;
use crate::view::widget::row;

/// Draws the frame, the field, the rows that fit and, for passages, the words of the chosen one.
pub fn draw(app: &App, state: &State, theme: &Theme, frame: &mut Frame) {
    let (outer, rows) = picker::area(app, state);
    let (outer, rows) = (rect(outer), rect(rows));
    frame.render_widget(Clear, outer);
    frame.buffer_mut().set_style(outer, theme.of(Role::Text));
    let title = match state.purpose {
        Purpose::Beside => beside::title(app),
        purpose => app.locale.say(purpose.title()),
    };
    let title = format!(" {title} ");
    let block = Block::new()
        .borders(Borders::ALL)
        .border_style(theme.of(Role::Border))
        .title(Line::from(Span::styled(title, theme.of(Role::TitleFocus))));
    frame.render_widget(block, outer);
    draw_field(app, state, (Rect { y: outer.y + 1, height: 1, ..rows }, theme), frame);
    if state.is_empty() {
        let id = if state.input.text().is_empty() { "nothing-here" } else { "nothing-fits" };
        let words = truncate(&app.locale.say(id), rows.width.into());
        row::put(frame.buffer_mut(), (rows.x, rows.y), rows.width, &words, theme.of(Role::Dim));
    }
    let left = column(state, usize::from(rows.width));
    for (line, (at, entry)) in state.visible().enumerate().skip(state.list.top).enumerate() {
        let Some(place) = row::nth(rows, line) else { break };
        draw_row(entry, left, (place, theme), frame);
        if theme.has_links()
            && let Some(address) = official(app, state, entry)
        {
            let columns = width(&entry.left).min(left);
            let link = Link { name: format!("row{at}"), address };
            link.over(frame.buffer_mut(), (place.x, place.y), u16::try_from(columns).unwrap_or(0));
        }
        if at == state.list.selected {
            frame.buffer_mut().set_style(place, theme.of(Role::Selection));
        }
    }
    let height = picker::preview_rows(app, state);
    if height > 0 {
        let preview = Rect { y: rows.bottom(), height, ..rows };
        preview::draw(app, state, (preview, theme), frame);
    }
}

fn draw_field(app: &App, state: &State, (area, theme): (Rect, &Theme), frame: &mut Frame) {
    let text = state.input.text();
    let count = format!("{}", state.len());
    let prompt = "› ";
    let used = row::put(frame.buffer_mut(), (area.x, area.y), area.width, prompt, theme.of(Role::Key));
    let room = usize::from(area.width - used).saturating_sub(count.len() + 2);
    if text.is_empty() {
        let hint = truncate(&app.locale.say("type-to-filter"), room);
        row::put(frame.buffer_mut(), (area.x + used, area.y), area.width - used, &hint, theme.of(Role::Dim));
    }
    let (shown, cursor) = super::line::window(&text, state.input.cursor(), room);
    row::put(frame.buffer_mut(), (area.x + used, area.y), area.width - used, shown, theme.of(Role::Text));
    let right = area.right().saturating_sub(u16::try_from(count.len()).unwrap_or(0));
    row::put(frame.buffer_mut(), (right, area.y), area.right() - right, &count, theme.of(Role::Dim));
    frame.set_cursor_position((area.x + used + cursor, area.y));
}

/// Where the document named at the left of a row is published.
fn official(app: &App, state: &State, entry: &Row) -> Option<String> {
    match (&entry.target, state.purpose) {
        (Target::Official(address), _) => (!address.is_empty()).then(|| address.clone()),
        (Target::Passage(passage), Purpose::Citations | Purpose::CitedBy | Purpose::Documents) => {
            Some(passage.symbol.official_address(app.locale.language()))
        }
        _ => None,
    }
}

/// Columns of the left words: as many as they need, never more than their share of the room.
fn column(state: &State, room: usize) -> usize {
    let widest = state.visible().map(|row| width(&row.left)).max().unwrap_or(0);
    widest.min(match state.purpose {
        Purpose::Citations | Purpose::CitedBy => room / 2,
        Purpose::Findings => (room * 2 / 5).min(30),
        _ => (room / 3).min(30),
    })
}

fn draw_row(entry: &Row, left: usize, (area, theme): (Rect, &Theme), frame: &mut Frame) {
    if entry.target == Target::Title {
        row::spread(
            frame.buffer_mut(),
            area,
            (&entry.text, theme.of(Role::Heading)),
            ("", theme.of(Role::Dim)),
        );
        return;
    }
    let mut x = area.x;
    if left > 0 {
        let words = truncate(&entry.left, left);
        row::put(frame.buffer_mut(), (x, area.y), area.width, &words, theme.of(Role::Key));
        x += u16::try_from(left + 2).unwrap_or(0);
    }
    let rest = Rect { x, width: area.right().saturating_sub(x), ..area };
    // Why a passage is offered matters more than its last words.
    let room = usize::from(rest.width);
    let right = truncate(&entry.right, room.saturating_sub(24.min(room / 2)));
    row::spread(frame.buffer_mut(), rest, (&entry.text, theme.of(Role::Text)), (&right, theme.of(Role::Dim)));
}
