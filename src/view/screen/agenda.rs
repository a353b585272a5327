//! How the agenda pane looks.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::screen::agenda::{self, Row};
use crate::app::screen::{desk, tracker};
use crate::base::text::width;
use crate::board::Board;
use crate::cite;
use crate::locale::dates;
use crate::model::Place;
use crate::view::theme::{Role, Theme};
use crate::view::widget::{pane, row};

/// Draws the agenda items with their sections, steps and statuses.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let title = app.locale.say("pane-agenda");
    let Some(area) = pane::draw(app, Pane::Agenda, &title, theme, frame) else { return };
    let rows = agenda::rows(app);
    let shown = rows.iter().enumerate().skip(app.agenda.list.top).take(area.height.into());
    for (line, (at, entry)) in shown.enumerate() {
        let Some(place) = row::nth(area, line) else { return };
        let chosen = at == app.agenda.list.selected;
        match entry {
            Row::Item(item) => draw_item(app, *item, chosen, (place, theme), frame.buffer_mut()),
            Row::Step(_, followup) => draw_step(app, *followup, chosen, (place, theme), frame.buffer_mut()),
        }
        if chosen {
            let role = if app.focus == Pane::Agenda { Role::Selection } else { Role::Here };
            frame.buffer_mut().set_style(place, theme.of(role));
        }
    }
}

fn draw_item(app: &App, item: usize, chosen: bool, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let link = &app.process().items[item];
    let section = app.desk.report.as_ref().and_then(|report| app.process().section(report, &link.item));
    let letter = match section.map(|section| &section.place) {
        Some(Place::Heading(path)) => path.join("."),
        _ => String::new(),
    };
    let open = item == app.desk.item;
    let sign = if open && agenda::steps(app, item).next().is_some() {
        "▾"
    } else if open {
        "▸"
    } else {
        " "
    };
    let number = cite::number(&link.item, app.locale.language());
    let parent = desk::has_children(app, &link.item);
    let words = format!("{sign} {number} {}", link.short.get(app.locale.language()));
    let role = if chosen || open {
        Role::Heading
    } else if parent {
        Role::Dim
    } else {
        Role::Text
    };
    row::spread(buffer, area, (&words, theme.of(role)), (&letter, theme.of(Role::Number)));
}

fn draw_step(app: &App, at: usize, chosen: bool, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let Some((step, followup)) = tracker::followup(app, at) else { return };
    let row = tracker::board(app).and_then(|board| Some((board, board.find(&step, None)?)));
    let mut right: Vec<(String, Style)> = Vec::new();
    if let Some(date) = followup.deadline.as_ref().and_then(|deadline| deadline.date) {
        right.push((dates::near(&app.locale, date, app.now.today), theme.of(Role::Dim)));
    }
    right.extend(row.into_iter().flat_map(|(board, row)| signs(app, board, row, theme)));
    let label = format!("{}.{}", followup.section.join("."), followup.number);
    let mark = if chosen { "▌" } else { " " };
    let right_width: usize = right.iter().map(|(words, _)| width(words) + 1).sum();
    let right_width = u16::try_from(right_width).unwrap_or(0);
    let gist = row.map(|(board, row)| board.rows[row].words.as_str()).unwrap_or_default();
    let words = format!("{mark}  {label} {gist}");
    let left = Rect { width: area.width.saturating_sub(right_width), ..area };
    row::spread(buffer, left, (&words, theme.of(Role::Text)), ("", theme.of(Role::Text)));
    let mut x = area.right().saturating_sub(right_width) + 1;
    for (words, style) in right {
        x += row::put(buffer, (x, area.y), area.right().saturating_sub(x), &words, style) + 1;
    }
}

/// The status of a step at each session it is due at, and where one was set beyond that: `4●`.
fn signs(app: &App, board: &Board, row: usize, theme: &Theme) -> Vec<(String, Style)> {
    let due = board.due(row, &app.tracker).into_iter().map(|due| due.session);
    let mut told: Vec<u32> = due.chain(board.marked(row, &app.tracker)).collect();
    told.sort_unstable();
    told.dedup();
    let sign = |session: u32| {
        let status = board.status(row, session, &app.tracker);
        (format!("{session}{}", status.sign()), theme.of(Role::from(status)))
    };
    told.into_iter().map(sign).collect()
}
