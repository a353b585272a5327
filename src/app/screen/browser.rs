//! The browser of all notes and interventions: newest first, in groups, filtered by words as they are typed.

mod entries;

use std::collections::HashSet;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::event::{Mouse, Pointer};
use crate::app::field::Field;
use crate::app::layout::{Pane, Rect};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Overlay;
use crate::app::workspace::Change;
use crate::base::Id;
use crate::base::list::List;
use crate::base::text::fold;
use crate::model::Language;
use crate::workspace::{Note, Tally};

pub use entries::{Entries, Entry, Grouping};

/// The notes behind a cell of a table, instead of all notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// What they are: `Egypt · E.2`.
    pub title: String,
    /// Which they are.
    pub ids: Vec<Id>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrowserRow {
    /// The heading of a group, by its index among the groups shown.
    Group(usize),
    /// A note, by its index among the entries.
    Entry(usize),
}

/// A group shown, with what its heading says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// How many notes are shown in it, and how many delegations spoke for and against.
    pub tally: Tally,
    /// The row of its heading.
    pub row: usize,
}

/// The state of the layer.
#[derive(Debug, Clone)]
pub struct State {
    /// What was typed.
    pub input: Field,
    /// What the groups are.
    pub grouping: Grouping,
    /// The notes it is limited to; `None` for all.
    pub selected: Option<Selected>,
    /// The chosen row; it is always a note if there is one.
    pub list: List,
    /// The rows.
    pub rows: Vec<BrowserRow>,
    /// The groups shown.
    pub groups: Vec<Group>,
    entries: Entries,
    /// The entries that have all the words typed, newest first.
    matching: Vec<usize>,
    /// The words for which `matching` was found, folded.
    query: String,
    basis: EntriesBasis,
}

/// What the entries were made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct EntriesBasis {
    revision: u64,
    language: Language,
    process: usize,
}

impl EntriesBasis {
    fn of(context: &Context) -> Self {
        Self {
            revision: context.workspace.notebook.revision(),
            language: context.locale().language(),
            process: context.desk.process,
        }
    }
}

impl State {
    /// The browser with all notes, or with those selected.
    #[must_use]
    pub fn open(context: &Context, selected: Option<Selected>) -> Self {
        let mut state = Self {
            input: Field::default(),
            grouping: Grouping::Day,
            selected,
            list: List::default(),
            rows: Vec::new(),
            groups: Vec::new(),
            entries: Entries::default(),
            matching: Vec::new(),
            query: String::new(),
            basis: EntriesBasis::of(context),
        };
        state.read(context);
        state
    }

    /// Makes the entries of the notes, and filters them.
    fn read(&mut self, context: &Context) {
        self.basis = EntriesBasis::of(context);
        let selected: Option<HashSet<Id>> =
            self.selected.as_ref().map(|selected| selected.ids.iter().copied().collect());
        self.entries = Entries::of(context, selected.as_ref());
        self.matching = (0..self.entries.len()).collect();
        self.query = String::new();
        self.filter();
    }

    /// Makes the entries again if the notes have changed; the chosen note stays chosen.
    fn renew(&mut self, context: &Context) {
        if self.basis != EntriesBasis::of(context) {
            let chosen = self.chosen_id();
            let row = self.list.selected;
            self.read(context);
            self.list.select(row, self.rows.len());
            self.skip_headings(1);
            self.choose(chosen);
        }
    }

    /// How many notes are shown, and of how many.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        (self.matching.len(), self.entries.len())
    }

    /// The entry of a row; `None` for a heading.
    #[must_use]
    pub fn entry(&self, row: usize) -> Option<&Entry> {
        match self.rows.get(row)? {
            BrowserRow::Entry(at) => self.entries.get(*at),
            BrowserRow::Group(_) => None,
        }
    }

    /// The group of the chosen note, by its index.
    #[must_use]
    pub fn current_group(&self) -> usize {
        self.groups.partition_point(|group| group.row <= self.list.selected).saturating_sub(1)
    }

    fn chosen_id(&self) -> Option<Id> {
        self.entry(self.list.selected).map(|entry| entry.id)
    }

    /// The chosen note.
    #[must_use]
    pub fn chosen<'a>(&self, context: &Context<'a>) -> Option<&'a Note> {
        context.workspace.notebook.get(self.chosen_id()?)
    }

    fn choose(&mut self, id: Option<Id>) {
        let is_it = |row: &usize| id.is_some() && self.entry(*row).map(|entry| entry.id) == id;
        if let Some(row) = (0..self.rows.len()).find(is_it) {
            self.list.selected = row;
        }
    }

    /// Finds the notes with all the words typed: where more was typed than before, only among those found before.
    fn filter(&mut self) {
        let query = fold(&self.input.text());
        if !query.starts_with(&self.query) {
            self.matching = (0..self.entries.len()).collect();
        }
        let words: Vec<&str> = query.split_whitespace().collect();
        let entries = &self.entries;
        self.matching.retain(|at| entries.get(*at).is_some_and(|entry| entry.has(&words)));
        self.query = query;
        self.arrange();
    }

    /// Puts the notes found into groups, and chooses the first one.
    fn arrange(&mut self) {
        (self.rows, self.groups) = self.entries.arranged(&self.matching, self.grouping);
        self.list = List::default();
        self.skip_headings(1);
    }

    /// Moves from a heading to the nearest note, first in the direction of `by`.
    fn skip_headings(&mut self, by: isize) {
        let here = self.list.selected;
        let is_entry = |row: &usize| matches!(self.rows.get(*row), Some(BrowserRow::Entry(_)));
        let ahead = || (here..self.rows.len()).find(is_entry);
        let back = || (0..=here).rev().find(is_entry);
        let found = if by < 0 { back().or_else(ahead) } else { ahead().or_else(back) };
        self.list.selected = found.unwrap_or(here);
    }

    /// Chooses the note `by` rows further.
    pub fn step(&mut self, by: isize) {
        self.list.step(by, self.rows.len());
        self.skip_headings(by);
    }

    /// Moves by `by` screens.
    pub fn page(&mut self, context: &Context, by: isize) {
        let height = isize::try_from(area(context).rows.height).unwrap_or(10);
        self.step(by * (height - 1).max(1));
    }

    /// Chooses the first note of the group `by` groups further.
    pub fn step_group(&mut self, by: isize) {
        let group = self.current_group().saturating_add_signed(by).min(self.groups.len().saturating_sub(1));
        if let Some(group) = self.groups.get(group) {
            self.list.selected = group.row;
            self.skip_headings(1);
        }
    }

    /// Groups by something else; the chosen note stays chosen.
    pub fn group_by(&mut self, by: isize) {
        let chosen = self.chosen_id();
        self.grouping = self.grouping.step(by);
        self.arrange();
        self.choose(chosen);
    }

    /// Runs an editing verb of a one-line field.
    pub fn edit_field(&mut self, verb: &str) {
        if self.input.edit(verb) {
            self.filter();
        }
    }

    /// Deletes what was typed.
    pub fn clear(&mut self) {
        self.input.clear();
        self.filter();
    }

    /// Opens the passage of the chosen note, with the note chosen beside it. A note on no passage of the library is opened to
    /// be edited.
    #[must_use]
    pub fn enter(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else { return Outcome::none() };
        let anchor = note.anchor.clone().filter(|anchor| context.look_up(anchor).is_some());
        let Some(anchor) = anchor else {
            return self.edit(context).and(Intent::Notify(Notice::new("notice-note-no-passage")));
        };
        // The table under it is closed too.
        let under = self.selected.as_ref().map_or_else(Outcome::none, |_| Outcome::of(Intent::Close));
        Outcome::of(Intent::Close)
            .then(under)
            .and(Intent::Go(anchor))
            .and(Intent::Focus(Pane::Notes))
            .and(Intent::SelectNote(note.id))
    }

    /// Opens the chosen note to be edited; the browser is there again when it is closed.
    #[must_use]
    pub fn edit(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else { return Outcome::none() };
        let note = Box::new(note.clone());
        let overlay = Overlay::Note { before: Some(note.clone()), note };
        context.refusal().unwrap_or_else(|| Outcome::of(Intent::Open(overlay)))
    }

    /// Marks the chosen note as restricted, or takes the mark away.
    #[must_use]
    pub fn restrict(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else { return Outcome::none() };
        if let Some(refused) = context.refusal() {
            return refused;
        }
        let after = note.marked(!note.restricted, &context.now);
        let notice = Notice::restricted(after.restricted);
        let change = Change::Edit { before: note.clone().into(), after: after.into() };
        Outcome::of(Intent::Change(change)).and(Intent::Notify(notice))
    }
}

/// The rectangles of the browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BrowserArea {
    /// The whole browser with its frame.
    pub frame: Rect,
    /// The line of what is typed.
    pub field: Rect,
    /// The line of the groupings.
    pub groupings: Rect,
    /// The groups beside the notes; without width if there is no room.
    pub groups: Rect,
    /// The list of notes.
    pub rows: Rect,
    /// The words of the chosen note below the list; without height if there is no room.
    pub preview: Rect,
}

/// The least width at which the groups are shown beside the notes, and their width.
const WIDE: u16 = 110;
const GROUPS: u16 = 34;
/// The least height at which the words of the chosen note are shown, and their height with a rule.
const HIGH: u16 = 16;
const PREVIEW: u16 = 5;

/// The rectangles of the browser on screen.
#[must_use]
pub fn area(context: &Context) -> BrowserArea {
    let frame = context.layout.main;
    let inside = frame.inside();
    let line = |nth: u16| Rect { y: inside.y + nth, height: 1.min(inside.height), ..inside };
    let below = if inside.height >= HIGH { PREVIEW } else { 0 };
    let height = inside.height.saturating_sub(2 + below);
    let left = if inside.width >= WIDE { GROUPS } else { 0 };
    let groups = Rect { y: inside.y + 2, width: left, height, ..inside };
    let rows = Rect { x: inside.x + left, width: inside.width - left, ..groups };
    let preview = Rect { y: rows.y + height, height: below, ..inside };
    BrowserArea { frame, field: line(0), groupings: line(1), groups, rows, preview }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "browser"
    }

    fn insert(&mut self, text: &str, _: &Context) -> Outcome {
        self.input.insert(text);
        if let Some(size) = self.input.take_refused() {
            return Outcome::notify(Notice::too_long(size));
        }
        self.filter();
        Outcome::none()
    }

    /// A click chooses a note, a click on the chosen one opens its passage.
    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        let rows = area(context).rows;
        match pointer.action {
            Mouse::Wheel(by) => self.step(by),
            Mouse::Click if rows.holds(pointer.column, pointer.row) => {
                let clicked = self.list.top + usize::from(pointer.row - rows.y);
                if clicked == self.list.selected {
                    return self.enter(context);
                }
                if self.entry(clicked).is_some() {
                    self.list.selected = clicked;
                }
            }
            Mouse::Click => {}
        }
        Outcome::none()
    }

    /// Keeps the chosen note visible, and the heading above the first one.
    fn settle(&mut self, context: &Context) {
        self.renew(context);
        let height = usize::from(area(context).rows.height);
        self.list.reveal(height, self.rows.len());
        if self.list.top == 1 && height > 1 && self.list.selected < height {
            self.list.top = 0;
        }
    }

    fn draft(&self) -> Option<&Draft> {
        None
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        None
    }

    fn hints(&self) -> &'static [&'static str] {
        &["open", "edit-note", "next-grouping", "next-group", "restrict", "clear", "cancel"]
    }
}
