//! How the tracker pane looks: a strip of progress, or the matrix of steps and sessions.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::screen::{catalogue, tracker};
use crate::base::text::{truncate, width};
use crate::locale::dates;
use crate::view::theme::{Role, Theme};
use crate::view::widget::{pane, row};
use crate::workspace::Status;

/// Draws the matrix when the tracker has the keys, else the strip.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let title = match &app.desk.report {
        Some(report) => format!("{} · {report}", app.locale.say("pane-tracker")),
        None => app.locale.say("pane-tracker"),
    };
    let Some(area) = pane::draw(app, Pane::Tracker, &title, theme, frame) else { return };
    if tracker::rows(app).is_empty() {
        let report = app.desk.report.as_ref();
        let no_steps = report.is_none_or(|report| app.followups_of(report).is_empty());
        let words = app.locale.say(if no_steps { "report-no-steps" } else { "tracker-empty" });
        let words = truncate(&words, area.width.into());
        row::put(frame.buffer_mut(), (area.x, area.y), area.width, &words, theme.of(Role::Dim));
        return;
    }
    if app.focus == Pane::Tracker && app.typing().is_none() {
        draw_matrix(app, (area, theme), frame.buffer_mut());
    } else {
        draw_strip(app, (area, theme), frame.buffer_mut());
    }
}

/// One line a session: how many are done, and which nobody has raised.
fn draw_strip(app: &App, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    for (line, session) in tracker::columns(app).into_iter().enumerate() {
        let Some(place) = row::nth(area, line) else { return };
        let role = if app.desk.session == Some(session) { Role::Heading } else { Role::Text };
        let words = truncate(&summary(app, session), place.width.into());
        row::put(buffer, (place.x, place.y), place.width, &words, theme.of(role));
    }
}

/// `4e session : 3 sur 8 examinées, pas encore abordées : D.2 F.2`.
fn summary(app: &App, session: u32) -> String {
    let progress = tracker::progress(app, session);
    let ordinal = dates::ordinal(&app.locale, session);
    let open: Vec<String> = progress.open.iter().map(|step| catalogue::label(app, step)).collect();
    let open = open.join(" ");
    let id = if open.is_empty() { "progress-all" } else { "progress" };
    app.locale.say_with(
        id,
        &[
            ("ordinal", (&ordinal).into()),
            ("done", i64::try_from(progress.done).unwrap_or(0).into()),
            ("total", i64::try_from(progress.total).unwrap_or(0).into()),
            ("open", (&open).into()),
        ],
    )
}

fn draw_matrix(app: &App, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let columns = tracker::columns(app);
    let cell = tracker::cell_width(app, area.width);
    let cells = cell * u16::try_from(columns.len()).unwrap_or(0);
    let left = Rect { width: area.width.saturating_sub(cells), ..area };
    for (at, session) in columns.iter().enumerate() {
        let x = left.right() + cell * u16::try_from(at).unwrap_or(0);
        let progress = tracker::progress(app, *session);
        let name = dates::ordinal(&app.locale, *session);
        let words = format!("{name} {}/{}", progress.done, progress.total);
        let role = if app.board.column == at { Role::TitleFocus } else { Role::Title };
        row::put(buffer, (x, area.y), cell, &words, theme.of(role));
    }
    let rows = tracker::rows(app);
    let here = tracker::chosen_row(app, &rows);
    for (line, (at, of)) in rows.iter().enumerate().skip(app.board.list.top).enumerate() {
        let Some(place) = row::nth(area, line + usize::from(tracker::HEAD)) else { return };
        let chosen = Some(at) == here;
        draw_row(app, *of, chosen, (place, left.width, cell), theme, buffer);
    }
}

fn draw_row(
    app: &App,
    at: usize,
    chosen: bool,
    (area, left, cell): (Rect, u16, u16),
    theme: &Theme,
    buffer: &mut Buffer,
) {
    let Some((step, followup)) = tracker::followup(app, at) else { return };
    let bar = if chosen { "▌" } else { " " };
    row::put(buffer, (area.x, area.y), 1, bar, theme.of(Role::Bar));
    let label = catalogue::label(app, &step);
    let name = Rect { x: area.x + 1, width: left.saturating_sub(2), ..area };
    let words = format!("{label}  {}", tracker::gist(app, &step, followup));
    let date = followup.deadline.as_ref().and_then(|deadline| deadline.date);
    let date = date.map(|date| dates::short(&app.locale, date)).unwrap_or_default();
    let role = if chosen { Role::Here } else { Role::Text };
    row::spread(buffer, name, (&words, theme.of(role)), (&date, theme.of(Role::Dim)));
    for (column, session) in tracker::columns(app).into_iter().enumerate() {
        let x = area.x + left + cell * u16::try_from(column).unwrap_or(0);
        let status = app.tracker.status(&step, None, session);
        let asked = followup.sessions.contains(&session);
        let words = if asked || status != Status::Open { said(app, status, cell) } else { "·".to_owned() };
        let style = theme.of(if asked { Role::from(status) } else { Role::Dim });
        let taken = row::put(buffer, (x, area.y), cell.saturating_sub(1), &words, style);
        if chosen && column == app.board.column {
            let place = Rect { x, width: taken.max(1), ..area };
            buffer.set_style(place, theme.of(Role::Selection));
        }
    }
}

/// A status by its sign, and by its word where there is room.
fn said(app: &App, status: Status, cell: u16) -> String {
    let words = format!("{} {}", status.sign(), app.locale.say(&format!("status-{}", status.name())));
    if width(&words) < usize::from(cell) { words } else { status.sign().to_string() }
}
