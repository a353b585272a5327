//! The notes pane: what the delegate wrote about the current passage: positions, amendments, then notes, newest first.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker, Prompt};
use crate::app::pane::{Content, PaneCell};
use crate::app::screen::position::{self, Compared, PositionLine};
use crate::app::screen::{amendment, naming, note_links};
use crate::app::workspace::Change;
use crate::base::Span;
use crate::base::list::List;
use crate::model::{Address, Document};
use crate::typeset::wrap;
use crate::workspace::{Kind, Note, Notebook};

/// The state of the pane.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// The chosen note.
    pub list: List,
    /// Whether all notes of the section are shown, not only those of the passage.
    pub whole_section: bool,
    /// Which kinds of text are shown.
    pub shows: Shows,
    /// Whether all parts of the positions are shown, not only the text.
    pub unfolded: bool,
    /// The quotations of positions as they were last compared with their sources.
    pub compared: Compared,
}

/// The kinds of text the pane shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shows {
    /// Positions, amendments and notes.
    #[default]
    All,
    /// Only positions.
    Positions,
    /// Only notes and interventions.
    Notes,
}

impl Shows {
    fn next(self) -> Self {
        match self {
            Self::All => Self::Positions,
            Self::Positions => Self::Notes,
            Self::Notes => Self::All,
        }
    }

    /// Whether texts of a kind are shown.
    fn includes(self, kind: Kind) -> bool {
        match self {
            Self::All => true,
            Self::Positions => kind == Kind::Position,
            Self::Notes => kind == Kind::Note,
        }
    }

    /// The locale id of its name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::All => "pane-notes",
            Self::Positions => "pane-notes-positions",
            Self::Notes => "pane-notes-only",
        }
    }
}

/// A new note on the current passage, with nothing in it yet.
#[must_use]
pub fn blank(context: &Context) -> Note {
    let mut note = Note::new(&context.now, context.workspace.author.clone(), "");
    note.anchor = Some(context.passage());
    note.set_language(naming::version_here(context));
    note.item = context.process().items.get(context.desk.item).map(|link| link.item.clone());
    note.session = context.desk.session;
    note
}

/// Opens an overlay to write in, unless the workspace is read-only.
fn open(context: &Context, overlay: Overlay) -> Outcome {
    context.refusal().unwrap_or_else(|| Outcome::of(Intent::Open(overlay)))
}

/// The draft with its text replaced; without a draft, a new note on the current passage.
#[must_use]
pub fn plain(context: &Context, text: &str, draft: Option<Arc<Note>>) -> Arc<Note> {
    let mut note = draft.unwrap_or_else(|| Arc::new(blank(context)));
    text.clone_into(&mut Arc::make_mut(&mut note).text);
    note
}

/// Deletes a draft that was stored while it was typed and is not needed any more.
#[must_use]
pub fn discard(draft: Arc<Note>) -> Outcome {
    Outcome::of(Intent::Change(Change::Discard(draft)))
}

impl State {
    /// The texts shown: positions, amendments, then notes; those of the passage, or those of its whole section at a heading or if the
    /// delegate asked for them.
    #[must_use]
    pub fn shown<'a>(&self, context: &Context<'a>) -> Vec<&'a Note> {
        let workspace = context.workspace;
        let passage = context.passage();
        let mut shown = Vec::new();
        let is_passage = !self.whole_section && Document::heading_level(&passage.address).is_none();
        if self.shows != Shows::Notes {
            let own = || position::here(context);
            shown.extend(if is_passage { own() } else { position::of_item(context) });
            shown.extend(self.in_section(context, &workspace.positions).into_iter().filter(|_| !is_passage));
        }
        if self.shows == Shows::All {
            let own = || amendment::here(context);
            shown.extend(if is_passage { own() } else { self.in_section(context, &workspace.amendments) });
        }
        if self.shows != Shows::Positions {
            let own = || workspace.notebook.for_passage(&passage);
            shown.extend(if is_passage { own() } else { self.in_section(context, &workspace.notebook) });
        }
        if is_passage {
            shown.extend(
                note_links::citing(context).into_iter().filter(|note| self.shows.includes(note.kind)),
            );
        }
        shown
    }

    /// The texts of the current section, or only those of the passage if the section is not found.
    fn in_section<'a>(&self, context: &Context<'a>, notebook: &'a Notebook) -> Vec<&'a Note> {
        let section = context.here().section();
        let document = &context.here().document;
        let Some(range) = document.passage(&section.address) else {
            return notebook.for_passage(&context.passage());
        };
        // A section can have thousands of passages: they are gathered only if there is a text on the document.
        let own: OnceCell<HashSet<&Address>> = OnceCell::new();
        let gather = || document.blocks[range.clone()].iter().map(|block| &block.address).collect();
        notebook.under(&|anchor| {
            anchor.symbol == section.symbol && own.get_or_init(gather).contains(&anchor.address)
        })
    }

    /// Shows positions and notes, only positions, or only notes, in turn.
    #[must_use]
    pub fn show_next(&mut self, context: &Context) -> Outcome {
        self.shows = self.shows.next();
        self.list = List::default();
        Outcome::notify(
            Notice::new("notice-notes-shown").with("kinds", context.locale().say(self.shows.id())),
        )
    }

    /// Shows notes too, if only positions were shown.
    pub fn show_notes(&mut self) {
        if self.shows == Shows::Positions {
            self.shows = Shows::All;
        }
    }

    /// Shows all parts of the positions, or only the text.
    pub fn toggle_parts(&mut self) {
        self.unfolded = !self.unfolded;
    }

    /// Starts a note on the current passage.
    #[must_use]
    pub fn start(&self, context: &Context) -> Outcome {
        open(context, Overlay::Note { note: Box::new(blank(context)), before: None })
    }

    /// Starts a note of what a delegation says, on one line.
    #[must_use]
    pub fn start_intervention(&self, context: &Context) -> Outcome {
        open(context, Overlay::Line(Prompt::Intervention))
    }

    /// Opens the chosen note for editing; starts a new one if no note is shown.
    #[must_use]
    pub fn edit(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else { return self.start(context) };
        let note = Box::new(note.clone());
        open(context, Overlay::Note { before: Some(note.clone()), note })
    }

    /// Deletes the chosen note.
    #[must_use]
    pub fn delete(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else {
            return Outcome::notify(Notice::new("notice-no-note"));
        };
        if let Some(refused) = context.refusal() {
            return refused;
        }
        let key = context.input.key("desk", "undo").unwrap_or_default();
        let notice = Notice::new("notice-note-deleted").with("key", key).with("kind", note.kind.folder());
        Outcome::of(Intent::Change(Change::Delete(Arc::new(note.clone())))).and(Intent::Notify(notice))
    }

    /// Marks the chosen note or position as restricted, or takes the mark away.
    #[must_use]
    pub fn restrict(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else {
            return Outcome::notify(Notice::new("notice-no-note"));
        };
        if let Some(refused) = context.refusal() {
            return refused;
        }
        let after = note.marked(!note.restricted, &context.now);
        let notice = Notice::restricted(after.restricted);
        let change = Change::Edit { before: Arc::new(note.clone()), after: Arc::new(after) };
        Outcome::of(Intent::Change(change)).and(Intent::Notify(notice))
    }

    /// Lists the fields of the chosen intervention, to correct them.
    #[must_use]
    pub fn fields(&self, context: &Context) -> Outcome {
        let said = self.chosen(context).filter(|note| note.kind == Kind::Note && note.delegation.is_some());
        match said {
            Some(_) => Outcome::of(Intent::Open(Overlay::Picker(Picker::Fields))),
            None => Outcome::notify(Notice::new("notice-no-intervention")),
        }
    }

    /// Copies the words of the chosen note or position.
    #[must_use]
    pub fn copy(&self, context: &Context) -> Outcome {
        let Some(note) = self.chosen(context) else {
            return Outcome::notify(Notice::new("notice-no-note"));
        };
        let words = Span::new(0, note.text.len());
        Outcome::notify(Notice::new("notice-copied-note"))
            .and(Intent::Copy { note: Arc::new(note.clone()), words })
    }

    /// The chosen note.
    #[must_use]
    pub fn chosen<'a>(&self, context: &Context<'a>) -> Option<&'a Note> {
        self.shown(context).get(self.list.selected).copied()
    }

    /// Shows all notes of the section, or only those of the passage.
    pub fn toggle_section(&mut self) {
        self.whole_section = !self.whole_section;
        self.list = List::default();
    }

    /// How many lines a text takes at a width: one for its heading, its lines, if it has words, and a blank one.
    fn height(&self, note: &Note, context: &Context, width: usize) -> usize {
        let wrapped = |text: &str| wrap(text, width.saturating_sub(1).max(1)).len().max(1);
        match note.kind {
            Kind::Note | Kind::Statement => {
                let words = Some(note.text.trim_end()).filter(|words| !words.is_empty());
                2 + words.map_or(0, |words| wrap(words, width.saturating_sub(1).max(1)).len())
            }
            Kind::Position | Kind::Amendment => {
                let lines = self.lines(note, context);
                2 + lines.iter().map(|line| wrapped(&line.text)).sum::<usize>()
            }
        }
    }

    /// The lines of a text that is more than a note: its parts, and what is to be said about them.
    #[must_use]
    pub fn lines(&self, note: &Note, context: &Context) -> Vec<PositionLine> {
        match note.kind {
            Kind::Amendment => amendment::lines(note, self.unfolded, context),
            _ => position::lines(note, self.unfolded, context, &self.compared),
        }
    }

    /// Keeps the first shown text such that the chosen one fits below it, in `height` rows.
    fn reveal(&mut self, shown: &[&Note], context: &Context, width: usize, height: usize) {
        self.list.selected = self.list.selected.min(shown.len().saturating_sub(1));
        self.list.top = self.list.top.min(self.list.selected);
        let mut taken = 0;
        for at in (self.list.top..=self.list.selected).rev() {
            let Some(note) = shown.get(at) else { return };
            taken += self.height(note, context, width);
            if taken > height && at < self.list.selected {
                self.list.top = at + 1;
                return;
            }
        }
    }
}

impl Content for State {
    /// Chooses the note `by` notes further.
    fn step(&mut self, context: &Context, by: isize) -> Outcome {
        self.list.step(by, self.shown(context).len());
        Outcome::none()
    }

    /// A note usually takes three lines, so a screenful has a third as many notes as lines.
    fn page(&mut self, context: &Context, height: isize, by: isize) -> Outcome {
        self.step(context, by * (height / 3).max(1))
    }

    /// Chooses the note under the mouse.
    fn click(&mut self, context: &Context, cell: PaneCell) -> Outcome {
        let mut below = 0;
        let shown = self.shown(context);
        let under = shown.iter().enumerate().skip(self.list.top).find(|(_, note)| {
            below += self.height(note, context, cell.width.into());
            cell.line < below
        });
        if let Some((at, _)) = under {
            self.list.selected = at;
        }
        Outcome::none()
    }

    /// Lists the links of the chosen note; edits it if it has none.
    fn open(&mut self, context: &Context) -> Outcome {
        match self.chosen(context).is_some_and(|note| note_links::has_links(context, note)) {
            true => Outcome::of(Intent::Open(Overlay::Picker(Picker::NoteLinks))),
            false => self.edit(context),
        }
    }

    /// Keeps the chosen note visible.
    fn settle(&mut self, context: &Context) {
        let Some(content) = context.content(Pane::Notes) else { return };
        let shown = self.shown(context);
        if self.unfolded {
            // Each text takes a row or more, so no other one can be on screen.
            let chosen = self.list.selected.min(shown.len().saturating_sub(1));
            let near = chosen.saturating_sub(content.height.into())
                ..shown.len().min(chosen + usize::from(content.height));
            self.compared.read(&shown[near], context);
        }
        self.reveal(&shown, context, content.width.into(), content.height.into());
    }

    fn hints(&self, context: &Context) -> &'static [&'static str] {
        if self.shown(context).is_empty() {
            return &["note", "position", "help", "intervention", "section-notes"];
        }
        &[
            "edit-note",
            "note",
            "help",
            "position",
            "parts",
            "fields",
            "intervention",
            "delete-note",
            "follow-link",
            "restrict",
            "section-notes",
        ]
    }
}
