//! The reader pane: a document typeset at the width of the pane, and the passage one is at.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::screen::find::Found;
use crate::app::verb::Verb;
use crate::app::{App, place};
use crate::model::{Block, BlockKind, Document, Part};
use crate::typeset::{LineKind, Page, Setting};

/// The state of the pane.
#[derive(Debug)]
pub struct State {
    /// The document.
    pub document: Arc<Document>,
    /// The passage one is at, as a place among its blocks.
    pub block: usize,
    /// The first line on screen.
    pub top: usize,
    /// Footnotes shown under the line that calls them.
    pub open: BTreeSet<(Part, String)>,
    /// What was searched for.
    pub found: Option<Found>,
    /// The document in lines.
    pub page: Page,
    stale: bool,
    bring: Bring,
}

/// What must come into sight when the page is next put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bring {
    /// The passage one is at, with as little scrolling as can be.
    Passage,
    /// The passage one is at, as the first thing on screen.
    OnTop,
    /// The footnotes opened under the passage.
    Notes,
}

/// The widest line that is still easy to read, in columns.
const WIDEST: usize = 100;

/// Columns at the left that tell which passage one is at.
pub const BAR: u16 = 2;

/// The verbs of the pane.
pub const VERBS: &[Verb] = &[
    Verb::new("reader", "next-heading", |app, _| to_heading(app, 1)),
    Verb::new("reader", "previous-heading", |app, _| to_heading(app, -1)),
];

impl State {
    /// A document at its beginning.
    #[must_use]
    pub fn new(document: Arc<Document>) -> Self {
        // It is set once the width of the pane is known.
        let page = Page::default();
        Self {
            document,
            block: 0,
            top: 0,
            open: BTreeSet::new(),
            found: None,
            page,
            stale: true,
            bring: Bring::Passage,
        }
    }

    /// Opens a document at a passage.
    pub fn open(&mut self, document: Arc<Document>, block: usize) {
        if !Arc::ptr_eq(&document, &self.document) {
            self.document = document;
            self.open.clear();
            self.found = None;
            self.stale = true;
            self.top = usize::MAX;
        }
        self.block = block;
        // A section is opened at its heading, wherever one comes from.
        let heading = self.document.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Heading);
        self.bring = if heading { Bring::OnTop } else { Bring::Passage };
    }

    /// The lines of the passage one is at.
    #[must_use]
    pub fn lines_here(&self) -> std::ops::Range<usize> {
        let start = self.page.first_line(self.block);
        let rest = self.page.lines.iter().enumerate().skip(start);
        // Open footnotes stand between the rows of a passage and belong to what one looks at.
        let own =
            rest.take_while(|(_, line)| line.block == self.block || matches!(line.kind, LineKind::Note(_)));
        let last = own.filter(|(_, line)| line.kind != LineKind::Blank).last().map_or(start, |(at, _)| at);
        start..last + 1
    }
}

/// Moves one passage up or down; through a passage longer than the pane it scrolls first.
pub fn step(app: &mut App, by: isize) {
    let height = app.layout.content(Pane::Reader).map_or(1, |rect| usize::from(rect.height).max(1));
    for _ in 0..by.unsigned_abs().min(app.document().blocks.len()) {
        let lines = app.reader.lines_here();
        let bottom = app.reader.top.saturating_add(height);
        if by > 0 && lines.end > bottom + 1 {
            app.reader.top += (lines.end - bottom).min(height.saturating_sub(2).max(1));
        } else if by < 0 && lines.start < app.reader.top {
            app.reader.top -= (app.reader.top - lines.start).min(height.saturating_sub(2).max(1));
        } else {
            select(app, app.reader.block.saturating_add_signed(by.signum()));
        }
    }
}

/// Goes to a passage by its place.
pub fn select(app: &mut App, block: usize) {
    app.reader.block = block.min(app.document().blocks.len().saturating_sub(1));
    reveal(app);
    place::follow(app);
}

/// Scrolls by lines; the passage one is at stays on screen by changing with it.
pub fn scroll(app: &mut App, by: isize) {
    let Some(content) = app.layout.content(Pane::Reader) else { return };
    let height = usize::from(content.height).max(1);
    let reader = &mut app.reader;
    let last = reader.page.lines.len().saturating_sub(height);
    let moved = reader.top.saturating_add_signed(by).min(last);
    if moved == reader.top {
        select(app, if by < 0 { 0 } else { usize::MAX });
        return;
    }
    reader.top = moved;
    let lines = reader.lines_here();
    if lines.end <= reader.top || lines.start >= reader.top + height {
        let wanted = if by > 0 { reader.top } else { reader.top + height - 1 };
        reader.block = reader.page.block_at(wanted);
        place::follow(app);
    }
}

/// Chooses the passage on screen line `line` of the pane.
pub fn click(app: &mut App, line: usize) {
    let at = app.reader.top + line;
    if at < app.reader.page.lines.len() {
        app.reader.block = app.reader.page.block_at(at);
        place::follow(app);
    }
}

/// The footnotes called in the passage one is at and in its sub-paragraphs; of a section, in its heading.
fn called(reader: &State) -> Vec<(Part, String)> {
    let document = &reader.document;
    let Some(block) = document.blocks.get(reader.block) else { return Vec::new() };
    let alone = reader.block..reader.block + 1;
    let blocks = match block.kind {
        BlockKind::Heading => alone,
        _ => document.passage(&block.address).unwrap_or(alone),
    };
    let calls = document.blocks[blocks].iter().flat_map(Block::calls);
    calls.map(|(mark, _)| (block.address.part.clone(), mark.to_owned())).collect()
}

/// Shows or hides the footnotes called in the passage one is at.
pub fn toggle_notes(app: &mut App) -> Vec<Effect> {
    let called = called(&app.reader);
    if called.is_empty() {
        app.notice = Some(Notice::new("notice-no-footnote"));
        return Vec::new();
    }
    let shown = called.iter().all(|call| app.reader.open.contains(call));
    for call in called {
        if shown {
            app.reader.open.remove(&call);
        } else {
            app.reader.open.insert(call);
        }
    }
    app.reader.stale = true;
    app.reader.bring = if shown { Bring::Passage } else { Bring::Notes };
    Vec::new()
}

fn to_heading(app: &mut App, by: isize) -> Vec<Effect> {
    let document = app.document();
    let from = app.reader.block;
    let target = if by > 0 {
        (from + 1..document.blocks.len()).find(|at| place::is_landmark(document, *at))
    } else {
        (0..from).rev().find(|at| place::is_landmark(document, *at))
    };
    if let Some(target) = target {
        select(app, target);
    }
    Vec::new()
}

/// Sets the page anew when the width changed, keeps the place, and keeps the passage on screen.
pub fn settle(app: &mut App) {
    let Some(content) = app.layout.content(Pane::Reader) else { return };
    let width = usize::from(content.width.saturating_sub(BAR + 1)).clamp(1, WIDEST);
    let reader = &mut app.reader;
    if reader.stale || reader.page.width != width {
        let kept = (reader.top != usize::MAX).then(|| {
            let first =
                reader.page.first_line(reader.block.min(reader.document.blocks.len().saturating_sub(1)));
            first as isize - reader.top as isize
        });
        let open = &reader.open;
        let is_open = |part: &Part, mark: &str| open.contains(&(part.clone(), mark.to_owned()));
        reader.page = Page::set(&reader.document, &Setting { width, open_notes: &is_open });
        reader.stale = false;
        let first = reader.page.first_line(reader.block);
        reader.top = first.saturating_add_signed(-kept.unwrap_or(0));
    }
    reveal(app);
}

/// Scrolls as little as needed to have the passage on screen: all of it where it fits, else its beginning.
fn reveal(app: &mut App) {
    let Some(content) = app.layout.content(Pane::Reader) else { return };
    let height = usize::from(content.height).max(1);
    let reader = &mut app.reader;
    let last = reader.page.lines.len().saturating_sub(height);
    let lines = reader.lines_here();
    match std::mem::replace(&mut reader.bring, Bring::Passage) {
        Bring::OnTop => reader.top = lines.start,
        Bring::Notes => {
            let is_note = |at: &usize| matches!(reader.page.lines[*at].kind, LineKind::Note(_));
            let end = match lines.clone().rev().find(is_note) {
                Some(at) => at + 1,
                // Those of a sub-paragraph: the first of them, without losing the passage one is at.
                None => {
                    let notes = (lines.end..reader.page.lines.len()).skip_while(|at| !is_note(at));
                    let end = notes.take_while(is_note).last().map_or(lines.end, |at| at + 1);
                    end.min(lines.start + height)
                }
            };
            reader.top = reader.top.max(end.saturating_sub(height));
        }
        Bring::Passage => {
            let (top, bottom) = (reader.top, reader.top.saturating_add(height));
            let hidden = lines.end <= top || lines.start >= bottom;
            let fits = lines.len() <= height;
            if fits && lines.start < top || hidden && !fits {
                reader.top = lines.start;
            } else if fits && lines.end > bottom {
                reader.top = if hidden { lines.start.saturating_sub(height / 3) } else { lines.end - height };
            }
        }
    }
    reader.top = reader.top.min(last);
}
