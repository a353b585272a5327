//! Undo and redo: what was removed and inserted, grouped into steps such as a typed word.

/// One change of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TextEdit {
    pub(super) at: usize,
    pub(super) removed: String,
    pub(super) inserted: String,
}

/// Cursor and selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Caret {
    pub(super) cursor: usize,
    pub(super) anchor: Option<usize>,
}

/// The kind of a change. Consecutive changes of one kind may become one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// A typed letter.
    Letter,
    /// A typed space or line feed, which ends a word.
    Space,
    /// A character deleted.
    Erase,
    /// A paste, a cut, a deleted word: always a step of its own.
    Whole,
}

/// What is undone at once.
#[derive(Debug, Clone)]
struct UndoStep {
    edits: Vec<TextEdit>,
    before: Caret,
    after: Caret,
    /// The revision of the text before.
    earlier: u64,
    /// The revision of the text after.
    later: u64,
}

/// The steps that can be undone, and those that can be redone.
#[derive(Debug, Clone, Default)]
pub(super) struct UndoHistory {
    done: Vec<UndoStep>,
    undone: Vec<UndoStep>,
    /// The kind of the last change; `None` if the next change starts a new step in any case.
    run: Option<Stroke>,
    revision: u64,
    /// The highest revision given so far.
    newest: u64,
    saved: u64,
}

impl UndoHistory {
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn is_dirty(&self) -> bool {
        self.revision != self.saved
    }

    pub(super) fn mark_saved(&mut self) {
        self.saved = self.revision;
    }

    /// The next change starts a new step.
    pub(super) fn end_run(&mut self) {
        self.run = None;
    }

    /// Records a change that was just made.
    pub(super) fn record(&mut self, edit: TextEdit, stroke: Stroke, before: Caret, after: Caret) {
        let joins = match (self.run, stroke) {
            (Some(Stroke::Letter), Stroke::Letter | Stroke::Space) | (Some(Stroke::Space), Stroke::Space) => {
                edit.removed.is_empty()
            }
            (Some(Stroke::Erase), Stroke::Erase) => true,
            _ => false,
        };
        self.undone.clear();
        let earlier = self.revision;
        self.newest += 1;
        self.revision = self.newest;
        self.run = (stroke != Stroke::Whole).then_some(stroke);
        match self.done.last_mut().filter(|step| joins && step.after == before) {
            Some(step) => {
                step.after = after;
                step.later = self.revision;
                match step.edits.last_mut().filter(|last| last.at + last.inserted.len() == edit.at) {
                    Some(last) if edit.removed.is_empty() => last.inserted.push_str(&edit.inserted),
                    _ => step.edits.push(edit),
                }
            }
            None => {
                let later = self.revision;
                self.done.push(UndoStep { edits: vec![edit], before, after, earlier, later });
            }
        }
    }

    /// The changes to undo, in the order they were made, with cursor and selection before them.
    pub(super) fn undo(&mut self) -> Option<(Vec<TextEdit>, Caret)> {
        let step = self.done.pop()?;
        let undone = (step.edits.clone(), step.before);
        self.revision = step.earlier;
        self.run = None;
        self.undone.push(step);
        Some(undone)
    }

    /// The changes to make again, with cursor and selection after them.
    pub(super) fn redo(&mut self) -> Option<(Vec<TextEdit>, Caret)> {
        let step = self.undone.pop()?;
        let redone = (step.edits.clone(), step.after);
        self.revision = step.later;
        self.run = None;
        self.done.push(step);
        Some(redone)
    }
}
