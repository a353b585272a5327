//! The timeline over the desk: sessions, meetings and deadlines in chronological order, with a line for today.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate};

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::effect::Effect;
use crate::app::event::{Mouse, Pointer};
use crate::app::layout::{Pane, Rect};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::write::{NewEntries, Write};
use crate::base::list::List;
use crate::calendar::programme::Programme;
use crate::calendar::{Additions, room_time};
use crate::export::calendar_text;
use crate::followup;
use crate::followup::timeline::{TimelineEntry, What, entries};
use crate::model::{Address, Language, Meeting, Place, Process, Reference};

/// A row of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineRow {
    /// The heading of a month: its year and number.
    Month(i32, u32),
    /// The line for today.
    Today,
    /// The heading of the entries without a date.
    Undated,
    /// An entry, by its index.
    Entry(usize),
}

/// The state of the timeline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// The entries, in chronological order.
    pub entries: Vec<TimelineEntry>,
    /// The rows: entries, headings and the line for today.
    pub rows: Vec<TimelineRow>,
    /// The chosen row.
    pub list: List,
    /// A programme of work that was pasted but not added to the calendar yet, with its chosen line; `None` if the
    /// timeline itself is shown.
    pub pasted: Option<(Programme, List)>,
    /// The language the entries were made for.
    reading: Option<Language>,
}

impl State {
    /// The timeline of the current process, with the entry of today or the next one chosen.
    #[must_use]
    pub fn open(context: &Context) -> Self {
        let mut state = Self::default();
        state.renew(context);
        state.to_today(context);
        state
    }

    /// Computes the entries again after the day, the process or the calendar changed.
    pub fn renew(&mut self, context: &Context) {
        self.entries = entries(context.process(), &context.library.followups, context.reading());
        self.reading = Some(context.reading());
        self.rows = rows(&self.entries, context.now.today);
        self.list.select(self.list.selected, self.rows.len());
        self.skip_headings(1);
    }

    /// The chosen entry; `None` if there is none.
    #[must_use]
    pub fn chosen(&self) -> Option<&TimelineEntry> {
        self.rows.get(self.list.selected).and_then(|row| self.entry(*row))
    }

    fn entry(&self, row: TimelineRow) -> Option<&TimelineEntry> {
        match row {
            TimelineRow::Entry(at) => self.entries.get(at),
            TimelineRow::Month(..) | TimelineRow::Today | TimelineRow::Undated => None,
        }
    }

    /// Chooses the shortest entry of today; else the next entry; else the last one.
    pub fn to_today(&mut self, context: &Context) {
        let today = context.now.today;
        let is_on = |entry: &TimelineEntry| {
            entry.from.is_some_and(|from| from <= today) && entry.to.is_some_and(|to| today <= to)
        };
        let length = |entry: &TimelineEntry| entry.to.zip(entry.from).map(|(to, from)| to - from);
        let rows = || self.rows.iter().enumerate().filter_map(|(row, what)| Some((row, self.entry(*what)?)));
        let now = rows().filter(|(_, entry)| is_on(entry)).min_by_key(|(_, entry)| length(entry));
        let next = || rows().find(|(_, entry)| entry.from.is_some_and(|from| from > today));
        let row = now.or_else(next).or_else(|| rows().next_back()).map(|(row, _)| row);
        self.list.select(row.unwrap_or(0), self.rows.len());
        // In the middle, so that both earlier and later entries are visible.
        let height = usize::from(area(context).rows.height);
        self.list.top = self.list.selected.saturating_sub(height / 2);
    }

    /// Chooses the entry, or the pasted line, `by` rows further.
    pub fn step(&mut self, by: isize) {
        if let Some((programme, list)) = &mut self.pasted {
            list.step(by, programme.lines.len());
            return;
        }
        self.list.step(by, self.rows.len());
        self.skip_headings(by);
    }

    /// Moves from a heading or the line for today to the nearest entry, first in the direction of `by`.
    fn skip_headings(&mut self, by: isize) {
        let is_entry = |row: &usize| matches!(self.rows.get(*row), Some(TimelineRow::Entry(_)));
        let here = self.list.selected;
        let ahead = || (here..self.rows.len()).find(is_entry);
        let back = || (0..=here).rev().find(is_entry);
        let found = if by < 0 { back().or_else(ahead) } else { ahead().or_else(back) };
        self.list.selected = found.unwrap_or(here);
    }

    /// Moves by `by` screens.
    pub fn page(&mut self, context: &Context, by: isize) {
        let height = isize::try_from(area(context).rows.height).unwrap_or(10);
        self.step(by * (height - 1).max(1));
    }

    /// Discards the pasted programme if there is one; else closes the timeline.
    pub fn leave(&mut self) -> Outcome {
        match self.pasted.take() {
            Some(_) => Outcome::notify(Notice::new("notice-programme-left")),
            None => Outcome::of(Intent::Close),
        }
    }

    /// Goes to the step of a deadline, to the first item of a meeting, or to the passage that gives the dates of a
    /// session. If a programme was pasted, adds its meetings to the calendar.
    #[must_use]
    pub fn enter(&self, context: &Context) -> Outcome {
        if let Some((programme, _)) = &self.pasted {
            return add(context, Additions::from(programme));
        }
        let process = context.process();
        match self.chosen().map(|entry| &entry.what) {
            Some(What::Deadline { step, .. }) => read(step.clone()),
            Some(What::Own(at)) => {
                let document = process.deadlines[*at].document.clone();
                let title = |symbol| Reference { symbol, address: Address::body(Place::Title) };
                document.map_or_else(
                    || Outcome::notify(Notice::new("notice-own-dates")),
                    |symbol| read(title(symbol)),
                )
            }
            Some(What::Meeting(at)) => {
                let meeting = &process.meetings[*at];
                let Some(item) = item_of(process, meeting) else {
                    return Outcome::notify(Notice::new("notice-no-items"));
                };
                let session = meeting.session.map(Intent::WorkFor).map(Outcome::of);
                Outcome::of(Intent::Close)
                    .then(session.unwrap_or_else(Outcome::none))
                    .and(Intent::OpenItem(item))
            }
            Some(What::Session(at)) => {
                let citation = process.sessions[*at].citation.as_ref();
                match citation.and_then(|citation| citation.parse().ok()) {
                    Some(passage) => read(passage),
                    None => Outcome::notify(Notice::new("notice-own-dates")),
                }
            }
            None => Outcome::none(),
        }
    }
}

/// Closes the timeline and reads a passage.
fn read(passage: Reference) -> Outcome {
    Outcome::of(Intent::Close).and(Intent::Go(passage)).and(Intent::Focus(Pane::Reader))
}

/// Adds the last day that some words set to the calendar of the process; a refusal if they set none.
///
/// # Errors
/// The notice that no day was found.
pub fn add_deadline(context: &Context, text: &str) -> Result<Outcome, Notice> {
    let process = context.process();
    let deadline = followup::calendar_deadline(text, process, context.now.today);
    let deadline = deadline.ok_or_else(|| Notice::new("notice-no-deadline").with("text", text).alarming())?;
    if process.deadlines.contains(&deadline) {
        let words = calendar_text::dated_deadline(context.locale(), &deadline);
        return Err(Notice::new("notice-deadline-known").with("deadline", words));
    }
    Ok(add(context, Additions { deadlines: vec![deadline], ..Additions::default() }))
}

/// Adds entries to the calendar of the process.
fn add(context: &Context, entries: Additions) -> Outcome {
    if entries.is_empty() {
        return Outcome::notify(Notice::new("programme-none").alarming());
    }
    if let Some(refused) = context.refusal() {
        return refused;
    }
    let new = NewEntries { entries, process: context.process().clone() };
    Outcome::from(Effect::Write(Write::AddToCalendar(Box::new(new))))
}

/// The first item of a meeting, by its index in the process; `None` if the meeting has no item of the agenda.
#[must_use]
pub fn item_of(process: &Process, meeting: &Meeting) -> Option<usize> {
    let first = meeting.items.first()?;
    process.items.iter().position(|link| link.item == *first)
}

/// The current meeting, with the index of its process; `None` if there is none. Also `None` if `left`, the moment when
/// the delegate last left the program, was during the same meeting: then the delegate stays at the passage they were
/// reading.
#[must_use]
pub fn meeting_on(context: &Context, left: Option<DateTime<FixedOffset>>) -> Option<(usize, Meeting)> {
    let now = context.now.stamp();
    context.library.processes.iter().enumerate().find_map(|(at, process)| {
        let in_room = |moment| room_time(moment, process.time_zone).naive_local();
        let meeting = process.meeting_on(in_room(now))?;
        let same = left.is_some_and(|left| meeting.is_on(in_room(left)));
        (!same).then(|| (at, meeting.clone()))
    })
}

/// The rows: a heading for each month, the line for today before later entries, and at the end the entries without a
/// date.
fn rows(entries: &[TimelineEntry], today: NaiveDate) -> Vec<TimelineRow> {
    let month_of = |day: NaiveDate| (day.year(), day.month());
    let (mut rows, mut month, mut passed) = (Vec::new(), None, false);
    for (at, entry) in entries.iter().enumerate() {
        let Some(from) = entry.from else {
            rows.extend((!passed).then_some(TimelineRow::Today));
            rows.extend((!rows.contains(&TimelineRow::Undated)).then_some(TimelineRow::Undated));
            passed = true;
            rows.push(TimelineRow::Entry(at));
            continue;
        };
        let (own, later) = (month_of(from), from > today && !passed);
        // The line for today is under the heading of its month if that month has one.
        if later && own != month_of(today) {
            rows.push(TimelineRow::Today);
        }
        if month != Some(own) {
            rows.push(TimelineRow::Month(own.0, own.1));
            month = Some(own);
        }
        if later && own == month_of(today) {
            rows.push(TimelineRow::Today);
        }
        passed |= later;
        rows.push(TimelineRow::Entry(at));
    }
    rows.extend((!passed).then_some(TimelineRow::Today));
    rows
}

/// How many rows the details of the chosen entry get, if the timeline is tall enough.
const DETAIL: u16 = 4;

/// The rectangles of the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineArea {
    /// The whole timeline with its frame.
    pub frame: Rect,
    /// The list.
    pub rows: Rect,
    /// The details of the chosen entry below the list; without height if there is no room for them.
    pub detail: Rect,
}

/// The rectangles of the timeline on screen.
#[must_use]
pub fn area(context: &Context) -> TimelineArea {
    let frame = context.layout.main;
    let inside = frame.inside();
    let below = if inside.height >= 14 { DETAIL } else { 0 };
    let rows = Rect { height: inside.height - below, ..inside };
    let detail = Rect { y: rows.y + rows.height, height: below, ..inside };
    TimelineArea { frame, rows, detail }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "timeline"
    }

    fn takes_global_keys(&self) -> bool {
        true
    }

    /// A programme of work was pasted: shows how each line was read, before anything is added to the calendar.
    fn paste(&mut self, text: &str, context: &Context) -> Outcome {
        let programme = followup::programme(text, context.process(), context.now.today, None);
        if !programme.lines.is_empty() {
            self.pasted = Some((programme, List::default()));
        }
        Outcome::none()
    }

    /// A click chooses an entry, a click on the chosen one opens it.
    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        let rows = area(context).rows;
        match pointer.action {
            Mouse::Wheel(by) => self.step(by),
            Mouse::Click if rows.holds(pointer.column, pointer.row) && self.pasted.is_none() => {
                let clicked = self.list.top + usize::from(pointer.row - rows.y);
                if clicked == self.list.selected {
                    return self.enter(context);
                }
                if matches!(self.rows.get(clicked), Some(TimelineRow::Entry(_))) {
                    self.list.selected = clicked;
                }
            }
            Mouse::Click => {}
        }
        Outcome::none()
    }

    /// Keeps the chosen row visible.
    fn settle(&mut self, context: &Context) {
        if self.reading != Some(context.reading()) {
            self.renew(context);
        }
        let height = usize::from(area(context).rows.height);
        self.list.reveal(height, self.rows.len());
        // The heading above the first entry is shown with it.
        if self.list.top == 1 && height > 1 && self.list.selected < height {
            self.list.top = 0;
        }
        if let Some((programme, list)) = &mut self.pasted {
            list.reveal(height, programme.lines.len());
        }
    }

    fn draft(&self) -> Option<&Draft> {
        None
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        None
    }

    fn hints(&self) -> &'static [&'static str] {
        match self.pasted {
            Some(_) => &["open", "cancel"],
            None => &["open", "today", "help", "deadline", "working-day", "cancel"],
        }
    }

    fn hint<'a>(&self, verb: &'a str) -> &'a str {
        if verb == "open" && self.pasted.is_some() { "add" } else { verb }
    }
}
