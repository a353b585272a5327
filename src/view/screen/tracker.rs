//! How the tracker pane looks: a strip of progress, or the matrix of steps, topics and sessions.

pub mod details;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::screen::tracker::{self, Shape, choose};
use crate::base::text::{truncate, width};
use crate::board::{Board, Facet, ViewLine};
use crate::locale::dates;
use crate::model::Reference;
use crate::view::theme::{Role, Theme};
use crate::view::widget::{bar, pane, row};
use crate::workspace::Status;

/// Draws the matrix when the tracker has the keys, else the strip.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let Some(area) = pane::draw(app, Pane::Tracker, &choose::title(app), theme, frame) else { return };
    let buffer = frame.buffer_mut();
    let matrix = app.focus == Pane::Tracker && app.typing().is_none();
    match tracker::board(app) {
        None => say(app, "report-no-steps", (area, theme), buffer),
        Some(_) if tracker::columns(app).is_empty() => say(app, "tracker-empty", (area, theme), buffer),
        Some(board) if matrix => {
            draw_matrix(app, board, (area, theme), buffer);
            if tracker::lines(app).is_empty() {
                say_nothing_fits(app, (area, theme), buffer);
            }
        }
        Some(board) => draw_strip(app, board, (area, theme), buffer),
    }
}

fn say(app: &App, id: &str, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let words = truncate(&app.locale.say(id), area.width.into());
    row::put(buffer, (area.x, area.y), area.width, &words, theme.of(Role::Dim));
}

/// A filter that leaves nothing over is said to be one, and how to be rid of it.
fn say_nothing_fits(app: &App, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let Some(place) = row::nth(area, usize::from(tracker::HEAD)) else { return };
    let key = app.keymap.keys_for(&["tracker"], "filter-clear", None).first().map(ToString::to_string);
    let key = app.locale.keys(&key.unwrap_or_default());
    let words = match choose::is_filtered(app) {
        true => app.locale.say_with("tracker-nothing-fits", &[("key", (&key).into())]),
        false => app.locale.say("tracker-empty"),
    };
    let words = truncate(&words, place.width.into());
    row::put(buffer, (place.x, place.y), place.width, &words, theme.of(Role::Dim));
}

/// One line a session: how far it has come, and which steps nobody has raised.
fn draw_strip(app: &App, board: &Board, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let columns = tracker::columns(app);
    // The session one works for is always among those there is room for.
    let here = columns.iter().position(|session| Some(*session) == app.desk.session).unwrap_or(0);
    let first = here.min(columns.len().saturating_sub(area.height.into()));
    for (line, column) in (first..columns.len()).enumerate() {
        let Some(place) = row::nth(area, line) else { return };
        let role = if column == here { Role::Heading } else { Role::Text };
        let words = truncate(&summary(app, board, column), place.width.into());
        row::put(buffer, (place.x, place.y), place.width, &words, theme.of(role));
    }
}

/// `4e session ███▒▒░░░ 3/8 · à soulever : D.2 F.2`.
fn summary(app: &App, board: &Board, column: usize) -> String {
    let Some(progress) = tracker::progress(app, column) else { return String::new() };
    let ordinal = dates::ordinal(&app.locale, tracker::columns(app)[column]);
    let session = app.locale.say_with("session", &[("ordinal", (&ordinal).into())]);
    let mut words = vec![format!("{session} {}", bar::counted(progress, 16))];
    if !progress.open.is_empty() {
        let open: Vec<&str> = progress.open.iter().map(|row| board.rows[*row].label.as_str()).collect();
        words.push(app.locale.say_with("progress-open", &[("open", open.join(" ").as_str().into())]));
    }
    let bare = app.board.seen.bare().count();
    if app.board.view.session == Some(tracker::columns(app)[column]) && bare > 0 {
        words.insert(1, app.locale.say_with("progress-bare", &[("count", bare.into())]));
    }
    words.join(" · ")
}

fn draw_matrix(app: &App, board: &Board, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    let shape = Shape::of(app, area.width);
    draw_head(app, (area, shape, theme), buffer);
    let here = tracker::chosen_line(app);
    let body = Rect { y: area.y + tracker::HEAD, height: area.height.saturating_sub(tracker::HEAD), ..area };
    let shown = tracker::lines(app).iter().enumerate().skip(app.board.list.top);
    for (nth, (at, line)) in shown.enumerate() {
        let Some(place) = row::nth(body, nth) else { return };
        match line {
            ViewLine::Group(facet) => draw_group(app, facet.as_ref(), (place, shape, theme), buffer),
            ViewLine::Row { row, context } => {
                let drawn =
                    Drawn { app, board, row: *row, context: *context, chosen: Some(at) == here, theme };
                drawn.draw((place, shape), buffer);
            }
        }
    }
}

/// The sessions on screen: the column each has among all, and the first cell it stands in.
fn cells(area: Rect, shape: Shape) -> impl Iterator<Item = (usize, u16)> {
    let first = area.x + shape.left + shape.date;
    (0..shape.shown).map(move |at| (shape.first + at, first + shape.cell * u16::try_from(at).unwrap_or(0)))
}

fn draw_head(app: &App, (area, shape, theme): (Rect, Shape, &Theme), buffer: &mut Buffer) {
    if shape.date > 0 {
        let words = app.locale.say("column-deadline");
        let x = area.x + shape.left;
        row::put(buffer, (x, area.y), shape.date - 1, &words, theme.of(Role::Title));
    }
    for (column, x) in cells(area, shape) {
        let Some(progress) = tracker::progress(app, column) else { return };
        let name = dates::ordinal(&app.locale, tracker::columns(app)[column]);
        let room = usize::from(shape.cell).saturating_sub(width(&name) + 2);
        let words = format!("{name} {}", bar::counted(progress, room));
        let role = if app.board.column == column { Role::TitleFocus } else { Role::Title };
        row::put(buffer, (x, area.y), shape.cell, &words, theme.of(role));
    }
}

/// A heading over rows; of a section with how far it has come at each session.
fn draw_group(
    app: &App,
    facet: Option<&Facet>,
    (area, shape, theme): (Rect, Shape, &Theme),
    buffer: &mut Buffer,
) {
    let words = match facet {
        Some(facet) => choose::said_in_full(app, facet),
        None => app.locale.say("group-without"),
    };
    let style = theme.of(Role::Heading);
    let sections = &app.board.seen.sections;
    let Some(Facet::Section(path)) = facet.filter(|_| !sections.is_empty()) else {
        row::spread(buffer, area, (&words, style), ("", style));
        return;
    };
    let name = Rect { width: (shape.left + shape.date).saturating_sub(1), ..area };
    row::spread(buffer, name, (&words, style), ("", style));
    for (column, x) in cells(area, shape) {
        let found = sections.get(column).and_then(|all| all.iter().find(|(of, _)| of == path));
        let Some((_, progress)) = found else { continue };
        let words = bar::counted(progress, usize::from(shape.cell).saturating_sub(1));
        row::put(buffer, (x, area.y), shape.cell, &words, theme.of(Role::Title));
    }
}

/// A row of the matrix.
struct Drawn<'a> {
    app: &'a App,
    board: &'a Board,
    row: usize,
    context: bool,
    chosen: bool,
    theme: &'a Theme,
}

impl Drawn<'_> {
    fn draw(&self, (area, shape): (Rect, Shape), buffer: &mut Buffer) {
        let app = self.app;
        let sign = if self.chosen { "▌" } else { " " };
        row::put(buffer, (area.x, area.y), 1, sign, self.theme.of(Role::Bar));
        let role = match (self.chosen, self.context) {
            (true, _) => Role::Here,
            (false, true) => Role::Dim,
            (false, false) => Role::Text,
        };
        let date = self.date();
        // Without a deadline the words have its room as well.
        let room = if date.is_empty() { shape.left + shape.date } else { shape.left };
        if app.board.marked.contains(&self.board.subject(self.row)) {
            row::put(buffer, (area.x + 1, area.y), 1, "*", self.theme.of(Role::Key));
        }
        let name = Rect { x: area.x + 2, width: room.saturating_sub(3), ..area };
        let style = self.theme.of(role);
        row::spread(buffer, name, (&self.words(), style), (&self.notes(), self.theme.of(Role::NoteMark)));
        if shape.date > 0 {
            let x = area.x + shape.left;
            row::put(buffer, (x, area.y), shape.date - 1, &date, self.theme.of(Role::Dim));
        }
        for (column, x) in cells(area, shape) {
            self.draw_cell(column, (Rect { x, ..area }, shape.cell), buffer);
        }
    }

    /// The step by its label, a topic by its letter, each with its words.
    fn words(&self) -> String {
        let row = &self.board.rows[self.row];
        match self.board.topic(self.row) {
            Some(topic) => format!("   {topic}  {}", row.words),
            None => format!("{}  {}", row.label, row.words),
        }
    }

    /// How many notes it has: those on the passage, and of a step those on its topics.
    fn notes(&self) -> String {
        let below = if self.board.rows[self.row].is_step() { self.board.topics(self.row) } else { 0..0 };
        let rows = std::iter::once(self.row).chain(below);
        let mut passages: Vec<Reference> = rows.map(|row| self.board.passage(row)).collect();
        // A topic that is words of its step has no notes of its own.
        passages
            .retain(|passage| self.board.rows[self.row].is_step() || *passage != self.board.step(self.row));
        passages.dedup();
        let count: usize = passages.iter().map(|passage| self.app.notebook.for_passage(passage).len()).sum();
        if count > 0 { format!("✎{count}") } else { String::new() }
    }

    fn date(&self) -> String {
        let deadline = self.board.followup(self.row).deadline.as_ref();
        let date =
            deadline.and_then(|deadline| deadline.date).filter(|_| self.board.rows[self.row].is_step());
        date.map(|date| dates::near(&self.app.locale, date, self.app.now.today)).unwrap_or_default()
    }

    fn draw_cell(&self, column: usize, (area, cell): (Rect, u16), buffer: &mut Buffer) {
        let (app, board) = (self.app, self.board);
        let session = tracker::columns(app)[column];
        let status = board.status(self.row, session, &app.tracker);
        let due = board.is_due(self.row, session, &app.tracker);
        let words =
            if due || status != Status::Open { self.said(status, session, cell) } else { "·".into() };
        let style = self.theme.of(if due { Role::from(status) } else { Role::Dim });
        let taken = row::put(buffer, (area.x, area.y), cell.saturating_sub(1), &words, style);
        if self.chosen && column == app.board.column {
            buffer.set_style(Rect { width: taken.max(1), ..area }, self.theme.of(Role::Selection));
        }
    }

    /// A status by its sign, and by its word where there is room; and from or to which session it was
    /// carried over: `○ ouverte 4→`, `→ reportée 5`.
    fn said(&self, status: Status, session: u32, cell: u16) -> String {
        let (app, board) = (self.app, self.board);
        let word = app.locale.say(&format!("status-{}", status.name()));
        let from = board.carried_from(self.row, session, &app.tracker);
        let from = from.map(|from| format!(" {from}→")).unwrap_or_default();
        let to = board.next_session(session).filter(|_| status == Status::CarriedOver);
        let to = to.map(|to| to.to_string()).unwrap_or_default();
        let sign = status.sign();
        let gap = if to.is_empty() { "" } else { " " };
        let fits = [format!("{sign} {word}{gap}{to}{from}"), format!("{sign} {word}{gap}{to}")];
        let fits = fits.into_iter().take(if from.is_empty() { 2 } else { 1 });
        let mut fits = fits.chain([format!("{sign}{to}{from}")]);
        fits.find(|words| width(words) < usize::from(cell)).unwrap_or_else(|| sign.to_string())
    }
}
