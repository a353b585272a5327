//! The reader pane: a document typeset at the width of the pane, scrolled so that the current passage is visible.

pub mod beside;
mod marked;
mod scrolling;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::app::context::Context;
use crate::app::desk::Here;
use crate::app::event::NOTCH;
use crate::app::layout::{Pane, Rect};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::pane::{Content, PaneCell};
use crate::app::place_list::PlaceList;
use crate::app::screen::citations;
use crate::app::screen::find::Found;
use crate::app::screen::reader::beside::Versions;
use crate::model::{Block, BlockKind, Document, Part};
use crate::search::text::FoldedDocument;
use crate::typeset::{LineKind, Page, PageSetting};

pub use marked::MarkedDocument;

/// How a document is shown; which document and which passage is given by [`Here`], so that a second pane can show
/// another one.
#[derive(Debug, Default)]
pub struct State {
    /// The first line on screen.
    pub top: usize,
    /// Footnotes shown under the line that calls them: part and mark.
    pub open: BTreeSet<(Part, String)>,
    /// The result of the last search; `None` if there was none in this document.
    pub found: Option<Found>,
    /// The document as it is searched at each letter, while words are typed.
    pub folded: Option<Box<FoldedDocument>>,
    /// Passages to read one after the other, of any documents, instead of the result of a search; `None` if there are none.
    pub places: Option<PlaceList>,
    /// The text in another language beside this one.
    pub versions: Versions,
    /// The document in lines; empty until the width of the pane is known.
    pub page: Page,
    /// Whether the words proposed are shown in the text.
    is_marked: bool,
    /// The document with the words proposed, if they are shown.
    marked: Option<Box<MarkedDocument>>,
    /// Whether the page must be typeset again at the same width.
    stale: bool,
    /// Whether a page of this document has been on screen: then the current passage keeps its place there.
    shown: bool,
    bring: Bring,
    /// The passage and the height of the pane for which [`State::reveal`] has been done: then the page may be scrolled, as long as
    /// some of the passage remains visible.
    revealed: Option<(usize, usize)>,
}

/// The part that must become visible at the next [`State::show`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Bring {
    /// The current passage, with as little scrolling as possible.
    #[default]
    Passage,
    /// The current passage, at the top of the pane.
    OnTop,
    /// The footnotes opened under the current passage.
    Notes,
}

/// The widest line that is still easy to read, in columns.
const WIDEST: usize = 100;

/// Columns at the left for the bar beside the current passage.
pub const BAR: u16 = 2;

impl State {
    /// Removes everything that belongs to the document shown before.
    pub fn change_document(&mut self) {
        self.open.clear();
        self.found = None;
        self.end_search();
        self.stale = true;
        self.shown = false;
        self.top = 0;
    }

    /// Gives back what is only needed while words are typed.
    pub fn end_search(&mut self) {
        self.folded = None;
    }

    /// Typesets the page again at the next [`State::show`].
    pub fn invalidate(&mut self) {
        self.stale = true;
    }

    /// Makes the passage visible at the next [`State::show`], a heading at the top of the pane.
    pub fn open(&mut self, here: &Here) {
        let heading =
            here.document.blocks.get(here.block).is_some_and(|block| block.kind == BlockKind::Heading);
        self.bring = if heading { Bring::OnTop } else { Bring::Passage };
        self.revealed = None;
    }

    /// The rows of the terminal with the current passage, as far as it is on screen; `None` if it is not.
    #[must_use]
    pub fn rows_on_screen(&self, context: &Context) -> Option<Range<u16>> {
        let content = context.content(Pane::Reader)?;
        let row = |line: usize| {
            let line = line.saturating_sub(self.top).min(content.height.into());
            content.y + u16::try_from(line).unwrap_or(content.height)
        };
        let lines = self.lines_of(context.here().block);
        let rows = row(lines.start)..row(lines.end);
        (!rows.is_empty()).then_some(rows)
    }

    /// The lines of the passage.
    #[must_use]
    pub fn lines_of(&self, block: usize) -> Range<usize> {
        let start = self.page.first_line(block);
        let rest = self.page.lines.iter().enumerate().skip(start);
        // Open footnotes are between the rows of a passage and belong to it.
        let own = rest.take_while(|(_, line)| line.block == block || matches!(line.kind, LineKind::Note(_)));
        let last = own.filter(|(_, line)| line.kind != LineKind::Blank).last().map_or(start, |(at, _)| at);
        start..last + 1
    }

    /// The passage on line `line` of the pane; `None` below the end of the document.
    #[must_use]
    pub fn passage_at(&self, line: usize) -> Option<usize> {
        let at = self.top + line;
        (at < self.page.lines.len()).then(|| self.page.block_at(at))
    }

    /// Shows or hides the footnotes called in the current passage. Returns whether there are any.
    #[must_use]
    pub fn toggle_notes(&mut self, here: &Here, content: Option<Rect>) -> bool {
        self.is_typeset(here, content);
        let called = called(here);
        if called.is_empty() {
            return false;
        }
        let shown = called.iter().all(|call| self.open.contains(call));
        for call in called {
            if shown {
                self.open.remove(&call);
            } else {
                self.open.insert(call);
            }
        }
        self.stale = true;
        self.bring = if shown { Bring::Passage } else { Bring::Notes };
        true
    }

    /// Typesets the page if the document or the width changed, and makes the current passage visible.
    pub fn show(&mut self, here: &Here, content: Option<Rect>) {
        let Some(rect) = content else { return };
        let width = usize::from(rect.width.saturating_sub(BAR + 1)).clamp(1, WIDEST);
        if self.stale || self.page.width != width {
            self.typeset(here, width);
        }
        self.reveal(here.block, content);
    }

    /// The document as it is shown: with the words proposed, or without them.
    #[must_use]
    pub fn document<'a>(&'a self, here: &'a Here) -> &'a Document {
        self.marks(here).map_or(&here.document, |marked| &marked.document)
    }

    /// The words proposed for the document, if they are shown.
    #[must_use]
    pub fn marks(&self, here: &Here) -> Option<&MarkedDocument> {
        self.marked.as_deref().filter(|marked| marked.is_of(&here.document))
    }

    /// Shows the words proposed in the text, or the text alone.
    #[must_use]
    pub fn toggle_marked(&mut self) -> Outcome {
        self.is_marked = !self.is_marked;
        Outcome::notify(Notice::new(if self.is_marked { "notice-marked" } else { "notice-not-marked" }))
    }

    /// Marks the text again if its amendments have changed.
    fn mark(&mut self, context: &Context) {
        let is_current = match &self.marked {
            Some(marked) => self.is_marked && marked.is_current(context),
            None => !self.is_marked,
        };
        if !is_current {
            self.marked = self.is_marked.then(|| Box::new(MarkedDocument::new(context)));
            self.stale = true;
        }
    }

    /// Typesets the page if it is out of date: what happened before in the same frame then counts as if it had been
    /// drawn. Returns whether the page is that of the document; it is not where the pane has no room.
    fn is_typeset(&mut self, here: &Here, content: Option<Rect>) -> bool {
        if self.stale {
            self.show(here, content);
        }
        !self.stale
    }

    /// Typesets the page; the current passage keeps its distance from the top of the pane.
    fn typeset(&mut self, here: &Here, width: usize) {
        let distance = match self.versions.kept_row.take() {
            Some(row) => Some(row.cast_signed()),
            None => self.shown.then(|| {
                let last = here.document.blocks.len().saturating_sub(1);
                self.page.first_line(here.block.min(last)) as isize - self.top as isize
            }),
        };
        let open = &self.open;
        let is_open = |part: &Part, mark: &str| open.contains(&(part.clone(), mark.to_owned()));
        let mut page = Page::set(self.document(here), &PageSetting { width, open_notes: &is_open });
        self.versions.set(&here.document, &mut page);
        self.page = page;
        self.stale = false;
        self.shown = true;
        self.revealed = None;
        let first = self.page.first_line(here.block);
        self.top = first.saturating_add_signed(-distance.unwrap_or(0));
    }
}

/// The footnotes called in the current passage and in its sub-paragraphs; of a section, in its heading.
fn called(here: &Here) -> Vec<(Part, String)> {
    let document = &here.document;
    let Some(block) = document.blocks.get(here.block) else { return Vec::new() };
    let alone = here.block..here.block + 1;
    let blocks = match block.kind {
        BlockKind::Heading => alone,
        _ => document.passage(&block.address).unwrap_or(alone),
    };
    let calls = document.blocks[blocks].iter().flat_map(Block::calls);
    calls.map(|(mark, _)| (block.address.part.clone(), mark.to_owned())).collect()
}

/// The next heading after a passage, or the one before it; `None` if there is none.
#[must_use]
pub fn heading(document: &Document, from: usize, by: isize) -> Option<usize> {
    let is_heading = |at: &usize| document.blocks[*at].kind == BlockKind::Heading;
    if by > 0 { (from + 1..document.blocks.len()).find(is_heading) } else { (0..from).rev().find(is_heading) }
}

/// The main reader: it shows the passage the delegate is at, and moving in it moves the delegate.
impl Content for State {
    fn step(&mut self, context: &Context, by: isize) -> Outcome {
        Outcome::of(Intent::Select(self.move_by(context.here(), context.content(Pane::Reader), by)))
    }

    fn page(&mut self, context: &Context, height: isize, by: isize) -> Outcome {
        self.scrolled(context, by * (height - scrolling::KEPT.cast_signed()).max(1))
    }

    fn edge(&mut self, _: &Context, last: bool) -> Outcome {
        Outcome::of(Intent::Select(if last { usize::MAX } else { 0 }))
    }

    fn wheel(&mut self, context: &Context, by: isize) -> Outcome {
        self.scrolled(context, by * NOTCH)
    }

    fn click(&mut self, _: &Context, cell: PaneCell) -> Outcome {
        let block = self.passage_at(cell.line);
        block.map_or_else(Outcome::none, |block| Outcome::of(Intent::Select(block)))
    }

    /// Follows the citation of the passage.
    fn open(&mut self, context: &Context) -> Outcome {
        citations::follow(self, context)
    }

    fn settle(&mut self, context: &Context) {
        self.mark(context);
        self.stale |= self.versions.update(context);
        self.show(context.here(), context.content(Pane::Reader));
    }

    fn hints(&self, _: &Context) -> &'static [&'static str] {
        &["open", "goto", "help", "peek", "note", "back", "find"]
    }
}

impl State {
    fn scrolled(&mut self, context: &Context, by: isize) -> Outcome {
        let moved = self.scroll(context.here(), context.content(Pane::Reader), by);
        moved.map_or_else(Outcome::none, |block| Outcome::of(Intent::Select(block)))
    }
}
