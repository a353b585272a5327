//! Letters as commands, as in vi: the mode of a note in which a letter moves or changes something instead of being typed.

use std::sync::Arc;

use crate::app::context::Context;
use crate::app::editor::{Editor, Extent, Move, PutSide};
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::typing::State;

/// The mode in which letters are commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CommandMode {
    /// The number typed before a command; `None` if none was.
    pub count: Option<usize>,
}

/// The highest count: more than a note has lines.
const MOST_TIMES: usize = 99_999;

/// Where a letter is typed after a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InsertAt {
    /// Before the character at the cursor.
    Here,
    /// After it.
    After,
    /// Before the first word of the line.
    LineText,
    /// At the end of the line.
    LineEnd,
    /// In a new line below.
    Below,
    /// In a new line above.
    Above,
}

impl State {
    /// From now on letters are commands.
    pub fn command(&mut self) -> Outcome {
        self.commands = Some(CommandMode::default());
        self.editor.deselect();
        Outcome::none()
    }

    /// Letters are typed from now on.
    pub fn insert_at(&mut self, context: &Context, place: InsertAt) -> Outcome {
        self.commands = None;
        self.edit(context, |editor| match place {
            InsertAt::Here => {}
            InsertAt::After if editor.is_at_line_end() => {}
            InsertAt::After => editor.go(Move::Right, false),
            InsertAt::LineText => editor.go(Move::LineText, false),
            InsertAt::LineEnd => editor.go(Move::LineEnd, false),
            InsertAt::Below => editor.open_line(PutSide::After),
            InsertAt::Above => editor.open_line(PutSide::Before),
        })
    }

    /// Adds a digit to the count of the next command. A zero that begins none goes to the start of the line.
    pub fn count(&mut self, digit: usize) -> Outcome {
        let Some(mode) = &mut self.commands else { return Outcome::none() };
        match (mode.count, digit) {
            (None, 0) => self.editor.go(Move::LineStart, false),
            (before, digit) => mode.count = Some((before.unwrap_or(0) * 10 + digit).min(MOST_TIMES)),
        }
        Outcome::none()
    }

    /// The count typed before a command, which is then used up; `None` if none was typed.
    fn times(&mut self) -> Option<usize> {
        self.commands.as_mut().and_then(|mode| mode.count.take())
    }

    /// Moves as often as the count says.
    pub fn go_times(&mut self, to: Move) -> Outcome {
        let times = self.times().unwrap_or(1);
        self.editor.go_times(to, times);
        Outcome::none()
    }

    /// Goes to the line with the number of the count; without one to the first or, if `last`, to the last line.
    pub fn go_to_line(&mut self, last: bool) -> Outcome {
        let line = self.times().unwrap_or(if last { usize::MAX } else { 1 });
        self.editor.go_to_line(line);
        Outcome::none()
    }

    /// Changes the text as often as the count says.
    pub fn repeat(&mut self, context: &Context, change: impl FnOnce(&mut Editor, usize)) -> Outcome {
        let times = self.times().unwrap_or(1);
        self.edit(context, |editor| change(editor, times))
    }

    /// Deletes as much as the count says; it can be put elsewhere.
    pub fn delete(&mut self, context: &Context, extent: Extent) -> Outcome {
        let times = self.times().unwrap_or(1);
        self.hold(extent, times).then(self.edit(context, |editor| editor.delete(extent, times)))
    }

    /// Deletes as much as the count says, and letters are typed in its place.
    pub fn change(&mut self, context: &Context, extent: Extent) -> Outcome {
        let times = self.times().unwrap_or(1);
        self.commands = None;
        self.hold(extent, times).then(self.edit(context, |editor| editor.change(extent, times)))
    }

    /// Copies as much as the count says, to put it elsewhere.
    pub fn copy(&mut self, extent: Extent) -> Outcome {
        let times = self.times().unwrap_or(1);
        self.hold(extent, times)
    }

    /// Puts what was deleted or copied last beside the cursor, as often as the count says.
    pub fn put_held(&mut self, context: &Context, side: PutSide) -> Outcome {
        let Some(held) = &context.input.clipboard else { return Outcome::none() };
        let (warned, words) = (self.warning(context), held.words.clone());
        warned.then(self.repeat(context, |editor, times| editor.put_text(&words, side, times)))
    }

    /// Puts words on the clipboard of this program only: other programs get what is copied with the key for that.
    fn hold(&self, extent: Extent, times: usize) -> Outcome {
        let words = self.editor.extent(extent, times);
        if words.is_empty() {
            return Outcome::none();
        }
        let note = Arc::clone(&self.draft.note);
        Outcome::of(Intent::Hold { note, words, as_lines: extent == Extent::Lines })
    }
}
