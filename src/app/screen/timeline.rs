//! The timeline over the desk: sessions, meetings and deadlines in order of time, with today's line among them.

use chrono::{DateTime, Datelike, FixedOffset};

use crate::app::layer::Layer;
use crate::app::layout::{Pane, Rect};
use crate::app::message::{Effect, Mouse, Notice};
use crate::app::screen::{desk, line};
use crate::app::verb::Verb;
use crate::app::{App, place};
use crate::base::list::List;
use crate::calendar::{self, programme, room_time};
use crate::followup::timeline::{Entry, What, entries};
use crate::model::Meeting;

/// A row of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A month: its year and number.
    Month(i32, u32),
    /// Today's line.
    Today,
    /// The heading of what has no day.
    Undated,
    /// An entry, by its place among them.
    Entry(usize),
}

/// The state of the timeline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// Everything that stands in time.
    pub entries: Vec<Entry>,
    /// The rows, headings and today's line among them.
    pub rows: Vec<Row>,
    /// The chosen row.
    pub list: List,
    /// A programme of work that was pasted and is not kept yet, with the chosen line of it.
    pub pasted: Option<(programme::Programme, List)>,
}

impl State {
    /// The chosen entry.
    #[must_use]
    pub fn chosen(&self) -> Option<&Entry> {
        match self.rows.get(self.list.selected)? {
            Row::Entry(at) => self.entries.get(*at),
            Row::Month(..) | Row::Today | Row::Undated => None,
        }
    }
}

/// The verbs of the timeline.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "timeline", |app, _| open(app)),
    Verb::new("desk", "working-day", |app, _| line::open(app, line::Purpose::Day)),
    Verb::new("timeline", "open", |app, _| enter(app)),
    Verb::new("timeline", "cancel", |app, _| leave(app)),
    Verb::new("timeline", "working-day", |app, _| line::open(app, line::Purpose::Day)),
    Verb::new("timeline", "today", |app, _| to_today(app)),
    Verb::new("timeline", "up", |app, _| step(app, -1)),
    Verb::new("timeline", "down", |app, _| step(app, 1)),
    Verb::new("timeline", "page-up", |app, _| page(app, -1)),
    Verb::new("timeline", "page-down", |app, _| page(app, 1)),
    Verb::new("timeline", "first", |app, _| step(app, isize::MIN)),
    Verb::new("timeline", "last", |app, _| step(app, isize::MAX)),
];

/// Opens the timeline at what is on, or comes next.
pub fn open(app: &mut App) -> Vec<Effect> {
    app.layers.push(Layer::Timeline(Box::default()));
    renew(app);
    to_today(app)
}

fn state(app: &mut App) -> Option<&mut State> {
    app.layers.iter_mut().find_map(|layer| match layer {
        Layer::Timeline(state) => Some(state.as_mut()),
        Layer::Picker(_) | Layer::Line(_) | Layer::Typing(_) | Layer::Details(_) => None,
    })
}

/// Reads the process anew, after the day or the calendar changed; does nothing while the timeline is closed.
pub fn renew(app: &mut App) {
    let entries = entries(app.process(), &app.followups);
    let rows = rows(&entries, app.now.today);
    if let Some(state) = state(app) {
        (state.entries, state.rows) = (entries, rows);
        let len = state.rows.len();
        state.list.select(state.list.selected, len);
        skip(state, 1);
    }
}

/// The rows: a heading for each month, today's line before what begins later, what has no day at the end.
fn rows(entries: &[Entry], today: chrono::NaiveDate) -> Vec<Row> {
    let month_of = |day: chrono::NaiveDate| (day.year(), day.month());
    let (mut rows, mut month, mut passed) = (Vec::new(), None, false);
    for (at, entry) in entries.iter().enumerate() {
        let Some(from) = entry.from else {
            rows.extend((!passed).then_some(Row::Today));
            rows.extend((!rows.contains(&Row::Undated)).then_some(Row::Undated));
            passed = true;
            rows.push(Row::Entry(at));
            continue;
        };
        let (own, later) = (month_of(from), from > today && !passed);
        // Today's line belongs to its own month, if that has a heading.
        if later && own != month_of(today) {
            rows.push(Row::Today);
        }
        if month != Some(own) {
            rows.push(Row::Month(own.0, own.1));
            month = Some(own);
        }
        if later && own == month_of(today) {
            rows.push(Row::Today);
        }
        passed |= later;
        rows.push(Row::Entry(at));
    }
    rows.extend((!passed).then_some(Row::Today));
    rows
}

/// Chooses what is on, the shortest first, else what comes next, else the last.
fn to_today(app: &mut App) -> Vec<Effect> {
    let today = app.now.today;
    let height = usize::from(area(app).1.height);
    let Some(state) = state(app) else { return Vec::new() };
    let on = |entry: &Entry| {
        entry.from.is_some_and(|from| from <= today) && entry.to.is_some_and(|to| today <= to)
    };
    let length = |entry: &Entry| entry.to.zip(entry.from).map(|(to, from)| to - from);
    let entry = |row: &Row| match row {
        Row::Entry(at) => state.entries.get(*at),
        Row::Month(..) | Row::Today | Row::Undated => None,
    };
    let rows = || state.rows.iter().enumerate().filter_map(|(row, what)| Some((row, entry(what)?)));
    let now = rows().filter(|(_, entry)| on(entry)).min_by_key(|(_, entry)| length(entry));
    let next = || rows().find(|(_, entry)| entry.from.is_some_and(|from| from > today));
    let row = now.or_else(next).or_else(|| rows().next_back()).map(|(row, _)| row);
    let len = state.rows.len();
    state.list.select(row.unwrap_or(0), len);
    // What was and what comes are both seen around it.
    state.list.top = state.list.selected.saturating_sub(height / 2);
    Vec::new()
}

fn step(app: &mut App, by: isize) -> Vec<Effect> {
    let Some(state) = state(app) else { return Vec::new() };
    if let Some((read, list)) = &mut state.pasted {
        list.step(by, read.lines.len());
        return Vec::new();
    }
    let len = state.rows.len();
    state.list.step(by, len);
    skip(state, by);
    Vec::new()
}

/// Headings and today's line are passed over.
fn skip(state: &mut State, by: isize) {
    let is_entry = |row: usize| matches!(state.rows.get(row), Some(Row::Entry(_)));
    let here = state.list.selected;
    let ahead = || (here..state.rows.len()).find(|row| is_entry(*row));
    let back = || (0..=here).rev().find(|row| is_entry(*row));
    let found = if by < 0 { back().or_else(ahead) } else { ahead().or_else(back) };
    state.list.selected = found.unwrap_or(here);
}

fn page(app: &mut App, by: isize) -> Vec<Effect> {
    let height = isize::try_from(area(app).1.height).unwrap_or(10);
    step(app, by * (height - 1).max(1))
}

fn leave(app: &mut App) -> Vec<Effect> {
    let pasted = state(app).and_then(|state| state.pasted.take());
    if pasted.is_some() {
        app.notice = Some(Notice::new("notice-programme-left"));
    } else {
        app.layers.pop();
    }
    Vec::new()
}

/// Goes to the step, to the first item, or to the passage that dates the session; keeps what was pasted.
fn enter(app: &mut App) -> Vec<Effect> {
    let Some(state) = state(app) else { return Vec::new() };
    if state.pasted.is_some() {
        return keep(app);
    }
    let Some(what) = state.chosen().map(|entry| entry.what.clone()) else { return Vec::new() };
    match what {
        What::Deadline(step, ..) => {
            app.layers.pop();
            place::go(app, &step);
            app.focus = Pane::Reader;
        }
        What::Meeting(at) => {
            let meeting = app.process().meetings[at].clone();
            let Some(item) = item_of(app, &meeting) else {
                app.notice = Some(Notice::new("notice-no-items"));
                return Vec::new();
            };
            app.layers.pop();
            app.desk.session = meeting.session.or(app.desk.session);
            desk::show_item(app, item);
        }
        What::Session(at) => {
            let citation = app.process().sessions[at].citation.as_ref();
            let Some(passage) = citation.and_then(|citation| citation.parse().ok()) else {
                app.notice = Some(Notice::new("notice-own-dates"));
                return Vec::new();
            };
            app.layers.pop();
            place::go(app, &passage);
            app.focus = Pane::Reader;
        }
    }
    Vec::new()
}

/// The first item of a meeting, as a place in the agenda.
fn item_of(app: &App, meeting: &Meeting) -> Option<usize> {
    let first = meeting.items.first()?;
    app.process().items.iter().position(|link| link.item == *first)
}

/// A programme of work was pasted: it is shown line by line before anything is kept.
pub fn paste(app: &mut App, text: &str) {
    let read = programme::read(text, app.process(), app.now.today, None);
    if read.lines.is_empty() {
        return;
    }
    if let Some(state) = state(app) {
        state.pasted = Some((read, List::default()));
    }
}

fn keep(app: &mut App) -> Vec<Effect> {
    let read = state(app).and_then(|state| state.pasted.as_ref()).map(|(read, _)| read.meetings.clone());
    let meetings = read.unwrap_or_default();
    if meetings.is_empty() {
        app.notice = Some(Notice { alarm: true, ..Notice::new("programme-none") });
        return Vec::new();
    }
    if !desk::may_write(app) {
        return Vec::new();
    }
    vec![Effect::AddMeetings(Box::new((meetings, app.process().clone())))]
}

/// The meetings stand in the calendar; so many of them were new.
pub fn added(app: &mut App, process: &str, meetings: &[Meeting], count: usize) {
    if let Some(process) = app.processes.iter_mut().find(|known| known.id == process) {
        calendar::add_meetings(process, meetings);
    }
    if let Some(state) = state(app) {
        state.pasted = None;
    }
    renew(app);
    let notice = Notice::new("programme-added").with("added", count).with("meetings", meetings.len());
    app.notice = Some(notice);
}

/// Opens the desk at the item of the meeting that is on. One who was here during this same meeting, and only left the
/// program for a moment, stays where they were: `left` is when that was. Answers whether the desk moved.
pub fn open_at_meeting(app: &mut App, left: Option<DateTime<FixedOffset>>) -> bool {
    let now = app.now.stamp();
    let on = app.processes.iter().enumerate().find_map(|(at, process)| {
        let here = |moment| room_time(moment, process.time_zone).naive_local();
        let meeting = process.meeting_on(here(now))?;
        (!left.is_some_and(|left| meeting.is_on(here(left)))).then(|| (at, meeting.clone()))
    });
    let Some((process, meeting)) = on else { return false };
    if app.desk.process != process {
        desk::open_process(app, process);
    }
    let Some(item) = item_of(app, &meeting) else { return false };
    desk::show_item(app, item);
    app.desk.session = meeting.session.or(app.desk.session);
    app.notice = Some(Notice::new("notice-meeting-on"));
    true
}

/// Rows kept for the words of the chosen entry, where there is room for them.
const DETAIL: u16 = 4;

/// Where the timeline stands: its frame, the rows of the list, and those for the words of the chosen entry.
#[must_use]
pub fn area(app: &App) -> (Rect, Rect, Rect) {
    let frame = app.layout.main;
    let inside = frame.inside();
    let below = if inside.height >= 14 { DETAIL } else { 0 };
    let rows = Rect { height: inside.height - below, ..inside };
    let detail = Rect { y: rows.y + rows.height, height: below, ..inside };
    (frame, rows, detail)
}

/// The mouse over the timeline.
pub fn mouse(app: &mut App, deed: Mouse, column: u16, row: u16) -> Vec<Effect> {
    let rows = area(app).1;
    let Some(state) = state(app) else { return Vec::new() };
    match deed {
        Mouse::Wheel(by) => step(app, by),
        Mouse::Click if rows.holds(column, row) && state.pasted.is_none() => {
            let wanted = state.list.top + usize::from(row - rows.y);
            let again = state.list.selected == wanted;
            if matches!(state.rows.get(wanted), Some(Row::Entry(_))) {
                state.list.selected = wanted;
            }
            if again { enter(app) } else { Vec::new() }
        }
        Mouse::Click => Vec::new(),
    }
}

/// Keeps the chosen row on screen.
pub fn settle(app: &mut App) {
    let height = usize::from(area(app).1.height);
    if let Some(state) = state(app) {
        let len = state.rows.len();
        state.list.reveal(height, len);
        // The heading above the first entry is seen with it.
        if state.list.top == 1 && height > 1 && state.list.selected < height {
            state.list.top = 0;
        }
        if let Some((read, list)) = &mut state.pasted {
            list.reveal(height, read.lines.len());
        }
    }
}
