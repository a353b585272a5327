//! One row of the tracker in full: its words, what was read from them, how far it has come, and every act.

mod entries;

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::layout::{Pane, Rect};
use crate::app::message::{Effect, Mouse, Notice};
use crate::app::place;
use crate::app::screen::tracker::{board, refresh, row_here};
use crate::app::verb::Verb;
use crate::base::Span;
use crate::base::list::List;
use crate::model::{Language, Reference};
use crate::typeset::wrap;

/// One thing said of the row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Whether it is a title over what follows.
    pub title: bool,
    /// The words.
    pub text: String,
    /// The passage Enter leads to.
    pub target: Option<Reference>,
}

impl Entry {
    /// Columns its words stand further in than the sign of the chosen line.
    #[must_use]
    pub fn indent(&self) -> u16 {
        if self.title { 0 } else { 2 }
    }
}

/// The state of the view.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// What is said, one thing after the other.
    pub entries: Vec<Entry>,
    /// The same in lines: the entry, and the stretch of its words.
    pub lines: Vec<(usize, Span)>,
    /// The chosen line.
    pub list: List,
    width: u16,
    language: Option<Language>,
}

/// The verbs of the view.
pub const VERBS: &[Verb] = &[
    Verb::new("details", "cancel", |app, _| close(app)),
    Verb::new("details", "open", |app, _| follow(app)),
    Verb::new("details", "up", |app, _| step(app, -1)),
    Verb::new("details", "down", |app, _| step(app, 1)),
    Verb::new("details", "page-up", |app, _| step(app, -PAGE)),
    Verb::new("details", "page-down", |app, _| step(app, PAGE)),
    Verb::new("details", "first", |app, _| step(app, isize::MIN)),
    Verb::new("details", "last", |app, _| step(app, isize::MAX)),
];

/// Lines a page moves by.
const PAGE: isize = 10;

/// Shows the row one is at in full.
pub fn open(app: &mut App) -> Vec<Effect> {
    refresh(app);
    let Some((board, row)) = board(app).zip(row_here(app)) else {
        app.notice = Some(Notice::new("notice-no-step"));
        return Vec::new();
    };
    let entries = entries::of(app, board, row);
    let language = Some(app.locale.language());
    app.layers.push(Layer::Details(Box::new(State { entries, language, ..State::default() })));
    Vec::new()
}

fn close(app: &mut App) -> Vec<Effect> {
    if matches!(app.layers.last(), Some(Layer::Details(_))) {
        app.layers.pop();
    }
    Vec::new()
}

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    if let Some(Layer::Details(state)) = app.layers.last_mut() {
        let len = state.lines.len();
        state.list.step(by, len);
    }
    Vec::new()
}

/// Goes to the passage the chosen line is about.
fn follow(app: &mut App) -> Vec<Effect> {
    let Some(Layer::Details(state)) = app.layers.last() else { return Vec::new() };
    let entry = state.lines.get(state.list.selected).and_then(|(entry, _)| state.entries.get(*entry));
    let Some(target) = entry.and_then(|entry| entry.target.clone()) else {
        app.notice = Some(Notice::new("notice-leads-nowhere"));
        return Vec::new();
    };
    if place::go(app, &target) {
        close(app);
        app.focus = Pane::Reader;
    }
    Vec::new()
}

/// Where the view stands: beside the matrix in the place of the text, on a narrow desk over everything.
#[must_use]
pub fn area(app: &App) -> Rect {
    let main = app.layout.main;
    let beside = app.layout.pane(Pane::Reader).filter(|_| app.focus == Pane::Tracker && main.width >= 100);
    beside.unwrap_or(main)
}

/// The mouse over the view.
pub fn mouse(app: &mut App, deed: Mouse, column: u16, row: u16) -> Vec<Effect> {
    let inside = area(app).inside();
    match deed {
        Mouse::Wheel(by) => step(app, by),
        Mouse::Click if !area(app).holds(column, row) => close(app),
        Mouse::Click if inside.holds(column, row) => {
            let Some(Layer::Details(state)) = app.layers.last_mut() else { return Vec::new() };
            let line = state.list.top + usize::from(row - inside.y);
            let again = state.list.selected == line;
            let len = state.lines.len();
            state.list.select(line, len);
            if again { follow(app) } else { Vec::new() }
        }
        Mouse::Click => Vec::new(),
    }
}

/// Says everything anew when the interface speaks another language.
fn say_in_language(app: &mut App) {
    let language = Some(app.locale.language());
    let changed = |layer: &Layer| matches!(layer, Layer::Details(state) if state.language != language);
    if !app.layers.last().is_some_and(changed) {
        return;
    }
    let entries = board(app).zip(row_here(app)).map(|(board, row)| entries::of(app, board, row));
    if let (Some(Layer::Details(state)), Some(entries)) = (app.layers.last_mut(), entries) {
        **state = State { entries, language, ..State::default() };
    }
}

/// Wraps the words anew when the width has changed, and keeps the chosen line on screen.
pub fn settle(app: &mut App) {
    let inside = area(app).inside();
    say_in_language(app);
    let Some(Layer::Details(state)) = app.layers.last_mut() else { return };
    if state.width != inside.width {
        state.width = inside.width;
        let lines = |(at, entry): (usize, &Entry)| -> Vec<(usize, Span)> {
            let width = usize::from(inside.width.saturating_sub(entry.indent() + 2)).max(1);
            wrap(&entry.text, width).into_iter().map(|span| (at, span)).collect()
        };
        let chosen = state.lines.get(state.list.selected).map(|(entry, _)| *entry);
        state.lines = state.entries.iter().enumerate().flat_map(lines).collect();
        let line = state.lines.iter().position(|(entry, _)| Some(*entry) == chosen);
        state.list.selected = line.unwrap_or(0);
    }
    let len = state.lines.len();
    state.list.reveal(inside.height.into(), len);
}
