//! Undo and redo: what was removed and inserted, grouped into the steps a person remembers.

/// One change of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
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

/// What kind of key made a change; changes of one kind in a row may be one step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// A typed letter.
    Letter,
    /// A typed space or line feed, which ends a word.
    Space,
    /// A character deleted.
    Erase,
    /// A paste, a cut, a word deleted: a step of its own.
    Whole,
}

/// What one undo takes back.
#[derive(Debug, Clone)]
struct Step {
    edits: Vec<Edit>,
    before: Caret,
    after: Caret,
    /// Revisions of the text before and after.
    revisions: (u64, u64),
}

/// The steps that led to the text, and those taken back.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The last stroke, if a like one right after it joins its step.
    run: Option<Stroke>,
    revision: u64,
    /// The highest revision ever given.
    newest: u64,
    saved: u64,
}

impl History {
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    pub(super) fn is_dirty(&self) -> bool {
        self.revision != self.saved
    }

    pub(super) fn mark_saved(&mut self) {
        self.saved = self.revision;
    }

    /// Ends the run of typing: what comes next is a step of its own.
    pub(super) fn end_run(&mut self) {
        self.run = None;
    }

    /// Keeps a change that was just made.
    pub(super) fn record(&mut self, edit: Edit, stroke: Stroke, before: Caret, after: Caret) {
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
                step.revisions.1 = self.revision;
                match step.edits.last_mut().filter(|last| last.at + last.inserted.len() == edit.at) {
                    Some(last) if edit.removed.is_empty() => last.inserted.push_str(&edit.inserted),
                    _ => step.edits.push(edit),
                }
            }
            None => {
                let revisions = (earlier, self.revision);
                self.done.push(Step { edits: vec![edit], before, after, revisions });
            }
        }
    }

    /// The changes to take back, in the order they were made, and where the cursor stood before them.
    pub(super) fn undo(&mut self) -> Option<(Vec<Edit>, Caret)> {
        let step = self.done.pop()?;
        let taken = (step.edits.clone(), step.before);
        self.revision = step.revisions.0;
        self.run = None;
        self.undone.push(step);
        Some(taken)
    }

    /// The changes to make again, and where the cursor stood after them.
    pub(super) fn redo(&mut self) -> Option<(Vec<Edit>, Caret)> {
        let step = self.undone.pop()?;
        let made = (step.edits.clone(), step.after);
        self.revision = step.revisions.1;
        self.run = None;
        self.done.push(step);
        Some(made)
    }
}
