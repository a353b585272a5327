//! A note being typed. Every change is stored at once, as a draft of the note.

pub mod commands;
pub mod find;
pub mod links;

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::editor::Editor;
use crate::app::event::{Mouse, NOTCH, Pointer};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::typing::commands::CommandMode;
use crate::app::screen::typing::find::FoundInNote;
use crate::app::screen::typing::links::VisibleLinks;
use crate::app::screen::{citations, naming, position, record};
use crate::app::workspace::Change;
use crate::workspace::intervention::with_words_before;
use crate::workspace::{Amendment, Kind, Note};

/// The note being typed.
#[derive(Debug, Clone)]
pub struct State {
    /// The text and the cursor.
    pub editor: Editor,
    /// The note with this text, as it was last handed over to be stored.
    pub draft: Draft,
    /// The mode in which letters are commands; `None` while they are typed.
    pub commands: Option<CommandMode>,
    /// The result of the last search in the note; `None` if there was none.
    pub found: Option<FoundInNote>,
    /// The links in the rows on screen.
    pub links: VisibleLinks,
    /// While the keys go to the text beside: the pane that had the focus before. `None` while they go to the note.
    looked_up_from: Option<Pane>,
}

impl State {
    /// Starts to edit a text, with the cursor at its end; in a position or an amendment, at the end of its first part.
    #[must_use]
    pub fn new(note: Note, before: Option<Note>) -> Self {
        let mut editor = Editor::new(&note.text);
        let typed = note.with_body(editor.text(), note.edited);
        match note.kind {
            Kind::Position => editor.place(position::end_of_text(&typed)),
            Kind::Amendment => editor.place(Amendment::of(&typed).end_of_text()),
            _ => {}
        }
        Self {
            editor,
            draft: Draft::new(note, before),
            commands: None,
            found: None,
            links: VisibleLinks::default(),
            looked_up_from: None,
        }
    }

    /// Changes the text or moves the cursor, and stores the note if the text changed.
    pub fn edit(&mut self, context: &Context, action: impl FnOnce(&mut Editor)) -> Outcome {
        action(&mut self.editor);
        if let Some(size) = self.editor.take_refused() {
            return Outcome::notify(Notice::too_long(size));
        }
        let (text, note) = (self.editor.text(), &self.draft.note);
        if text == note.text {
            return Outcome::none();
        }
        if let Some(found) = &mut self.found {
            found.places.clear();
        }
        let edited = if self.draft.before.is_some() { Some(context.now.stamp()) } else { note.edited };
        let note = note.with_body(text, edited);
        self.draft.change(Arc::new(note))
    }

    /// Pastes what was cut or copied last.
    pub fn paste_held(&mut self, context: &Context) -> Outcome {
        let Some(held) = &context.input.clipboard else { return Outcome::none() };
        self.warning(context).then(self.edit(context, |editor| editor.insert(&held.words)))
    }

    /// Says that words of a restricted text are put into a note that is not marked as restricted, with the key for that.
    fn warning(&self, context: &Context) -> Outcome {
        let held = context.input.clipboard.as_ref();
        if self.draft.note.restricted || !held.is_some_and(|held| held.restricted) {
            return Outcome::none();
        }
        let key = context.input.key(self.scope(), "restrict").unwrap_or_default();
        let notice = Notice::new("notice-restricted-words").with("key", context.locale().keys(&key));
        Outcome::notify(notice.alarming())
    }

    /// Marks the note as restricted, or takes the mark away.
    pub fn restrict(&mut self, context: &Context) -> Outcome {
        let restricted = !self.draft.note.restricted;
        let mut note = self.draft.note.marked(restricted, &context.now);
        if self.draft.before.is_none() {
            note.edited = None;
        }
        let stored = if self.editor.text().is_empty() {
            self.draft.mark(note)
        } else {
            self.draft.change(Arc::new(note))
        };
        stored.and(Intent::Notify(Notice::restricted(restricted)))
    }

    /// Gives the keys to the text beside the note, which stays open.
    pub fn look_up(&mut self, context: &Context) -> Outcome {
        if self.looked_up_from.is_none() {
            self.looked_up_from = Some(context.focus);
        }
        Outcome::of(Intent::Focus(Pane::Reader))
    }

    /// Gives the keys back to the note. The text stays where it is.
    pub fn return_to_note(&mut self) -> Outcome {
        self.looked_up_from.take().map_or_else(Outcome::none, |pane| Outcome::of(Intent::Focus(pane)))
    }

    /// Puts the citation of the passage that the text beside is at into the note, at the cursor, and continues in the note.
    pub fn put_citation(&mut self, context: &Context) -> Outcome {
        let citation = naming::citation(context.locale().language(), &context.passage());
        self.put(context, &citation, &citation)
    }

    /// The same with the words of the passage in quotation marks before its citation.
    pub fn put_quote(&mut self, context: &Context) -> Outcome {
        let citation = naming::citation(context.locale().language(), &context.passage());
        self.put(context, &citations::quoted_here(context), &citation)
    }

    fn put(&mut self, context: &Context, words: &str, citation: &str) -> Outcome {
        let stored = self.edit(context, |editor| editor.insert_words(words));
        let notice = Notice::new("notice-put").with("citation", citation);
        Outcome::notify(notice).then(self.return_to_note()).then(stored)
    }

    /// Closes the editor and adds the note to the notebook; of a record, asks for the file to which it is written.
    pub fn leave(&mut self, context: &Context) -> Outcome {
        let note = &self.draft.note;
        let asked = if position::is_blank(note) { Outcome::none() } else { record::ask(note) };
        Outcome::of(Intent::Close).then(self.finish(context)).then(asked)
    }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        match (self.looks_up(), self.commands) {
            (true, _) => "lookup",
            (false, Some(_)) => "commands",
            (false, None) => "editor",
        }
    }

    fn looks_up(&self) -> bool {
        self.looked_up_from.is_some()
    }

    fn takes_text(&self) -> bool {
        !self.looks_up() && self.commands.is_none()
    }

    fn insert(&mut self, text: &str, context: &Context) -> Outcome {
        self.edit(context, |editor| editor.insert(text))
    }

    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        let content = context.content(Pane::Notes);
        let Some(content) = content.filter(|content| content.holds(pointer.column, pointer.row)) else {
            return Outcome::none();
        };
        match pointer.action {
            // The first row shows the delegation and whether the note is stored.
            Mouse::Click if pointer.row > content.y => {
                let row = usize::from(pointer.row - content.y - 1);
                self.editor.click(row, usize::from(pointer.column - content.x), false);
                self.return_to_note()
            }
            Mouse::Click => self.return_to_note(),
            Mouse::Wheel(by) => {
                self.editor.scroll(by * NOTCH);
                Outcome::none()
            }
        }
    }

    /// Wraps the text at the width of the pane and keeps the cursor visible.
    fn settle(&mut self, context: &Context) {
        let Some(content) = context.content(Pane::Notes) else { return };
        let height = usize::from(content.height.saturating_sub(1));
        self.editor.resize(content.width.into(), height);
        self.read_links(context, height);
    }

    fn draft(&self) -> Option<&Draft> {
        Some(&self.draft)
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        Some(&mut self.draft)
    }

    /// Adds the note to the notebook, or deletes it if nothing is left in it.
    fn finish(&mut self, context: &Context) -> Outcome {
        let Draft { note, before, .. } = self.draft.clone();
        let empty = position::is_blank(&note);
        let (id, kind) = (note.id, note.kind.folder());
        let change = match before {
            None if empty => return Outcome::of(Intent::Change(Change::Discard(note))),
            Some(before) if empty => {
                let change = Intent::Change(Change::Delete(before));
                return Outcome::of(change)
                    .and(Intent::Notify(Notice::new("notice-note-emptied").with("kind", kind)));
            }
            Some(before) if before == note => return Outcome::none(),
            // What was typed was taken back again: there is nothing to undo.
            Some(before) if before.text == note.text && before.restricted == note.restricted => {
                Change::Keep(note)
            }
            Some(before) => {
                let workspace = context.workspace;
                let (all, author) = (&workspace.delegations, &workspace.author);
                let after = with_words_before(&before, &note, all, author, &context.now);
                Change::Edit { before, after: Arc::new(after) }
            }
            None => Change::Add(note),
        };
        Outcome::of(Intent::Change(change))
            .and(Intent::SelectNote(id))
            .and(Intent::Notify(Notice::new("notice-note-kept").with("kind", kind)))
    }

    fn hints(&self) -> &'static [&'static str] {
        if self.looks_up() {
            return &["return-to-note", "put-citation", "put-quote", "goto", "find", "open", "back"];
        }
        if self.commands.is_some() {
            return &["insert", "leave", "look-up", "put-citation", "undo", "find-in-note", "delete-lines"];
        }
        &["leave", "look-up", "put-citation", "undo", "paste", "follow-link", "redo", "cut", "restrict"]
    }
}
