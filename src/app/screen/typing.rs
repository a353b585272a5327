//! A note being typed. Every change is stored at once, as a draft of the note.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::editor::Editor;
use crate::app::event::{Mouse, NOTCH, Pointer};
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::position;
use crate::app::workspace::Change;
use crate::base::Id;
use crate::workspace::{Kind, Note};

/// The note being typed.
#[derive(Debug, Clone)]
pub struct State {
    /// The text and the cursor.
    pub editor: Editor,
    /// The note as it was last handed over to be stored.
    pub note: Arc<Note>,
    /// The note as it is in the notebook; `None` for a new one.
    pub before: Option<Note>,
    /// Whether everything typed is saved.
    pub saved: bool,
}

impl State {
    /// Starts to edit a text, with the cursor at its end; in a position, at the end of what is said.
    #[must_use]
    pub fn new(note: Note, before: Option<Note>) -> Self {
        let mut editor = Editor::new(&note.text);
        if note.kind == Kind::Position {
            editor.place(position::end_of_text(&note.with_body(editor.text(), note.edited)));
        }
        Self { editor, note: Arc::new(note), before, saved: true }
    }

    /// Changes the text or moves the cursor, and stores the note if the text changed.
    pub fn edit(&mut self, context: &Context, action: impl FnOnce(&mut Editor)) -> Outcome {
        action(&mut self.editor);
        if let Some(size) = self.editor.take_refused() {
            return Outcome::notify(Notice::too_long(size));
        }
        let text = self.editor.text();
        if text == self.note.text {
            return Outcome::none();
        }
        let edited = if self.before.is_some() { Some(context.now.stamp()) } else { self.note.edited };
        self.note = Arc::new(self.note.with_body(text, edited));
        self.saved = false;
        Outcome::of(Intent::Change(Change::Draft(self.note.clone())))
    }

    /// Handles that `text` of the note `id` was saved. If another program had changed the file, that version was not
    /// overwritten and `text` was saved as the note `new`; otherwise `new` is `id`.
    pub fn saved(&mut self, id: Id, new: Id, text: &str) {
        if self.note.id == id || self.note.id == new {
            // More may have been typed since this text was handed over.
            self.saved = self.note.text == text;
            if self.note.id != new {
                Arc::make_mut(&mut self.note).id = new;
            }
        }
    }

    /// Closes the editor and adds the note to the notebook.
    pub fn leave(&mut self, context: &Context) -> Outcome {
        Outcome::of(Intent::Close).then(self.finish(context))
    }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "editor"
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
            }
            Mouse::Click => {}
            Mouse::Wheel(by) => self.editor.scroll(by * NOTCH),
        }
        Outcome::none()
    }

    /// Wraps the text at the width of the pane and keeps the cursor visible.
    fn settle(&mut self, context: &Context) {
        let Some(content) = context.content(Pane::Notes) else { return };
        self.editor.resize(content.width.into(), content.height.saturating_sub(1).into());
    }

    /// Adds the note to the notebook, or deletes it if nothing is left in it.
    fn finish(&mut self, _: &Context) -> Outcome {
        let note = self.note.clone();
        let empty = position::is_blank(&note);
        let change = match self.before.take().map(Arc::new) {
            None if empty => return Outcome::of(Intent::Change(Change::Discard(note))),
            Some(before) if empty => {
                let change = Intent::Change(Change::Empty { before, after: note });
                return Outcome::of(change).and(Intent::Notify(Notice::new("notice-note-emptied")));
            }
            Some(before) if before.text == note.text => return Outcome::none(),
            Some(before) => Change::Edit { before, after: note },
            None => Change::Add(note),
        };
        Outcome::of(Intent::Change(change))
            .and(Intent::SelectNote(self.note.id))
            .and(Intent::Notify(Notice::new("notice-note-kept")))
    }

    fn hints(&self) -> &'static [&'static str] {
        &["leave", "undo", "redo", "cut", "paste"]
    }
}
