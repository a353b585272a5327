//! The verbs of a note in which letters are commands, as in vi.

use crate::app::Split;
use crate::app::editor::{Extent, Move, PutSide};
use crate::app::effect::Effect;
use crate::app::outcome::Outcome;
use crate::app::screen::typing::State;
use crate::app::screen::typing::commands::InsertAt;
use crate::app::verbs::editor::{redo, run, undo};
use crate::app::verbs::{Call, Verb};

/// The digits of a count.
const DIGITS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The verbs of the scope `commands`.
pub const VERBS: &[Verb] = &[
    Verb::new("commands", "leave", |on, _| run(on, State::leave)),
    Verb::whole("commands", "save", |app, _| app.save()),
    Verb::new("commands", "suspend", |_, _| Effect::Suspend.into()),
    Verb::new("commands", "insert", |on, _| insert(on, InsertAt::Here)),
    Verb::new("commands", "insert-after", |on, _| insert(on, InsertAt::After)),
    Verb::new("commands", "insert-at-start", |on, _| insert(on, InsertAt::LineText)),
    Verb::new("commands", "insert-at-end", |on, _| insert(on, InsertAt::LineEnd)),
    Verb::new("commands", "open-below", |on, _| insert(on, InsertAt::Below)),
    Verb::new("commands", "open-above", |on, _| insert(on, InsertAt::Above)),
    Verb::new("commands", "count", count).with(DIGITS),
    Verb::new("commands", "left", |on, _| go(on, Move::Left)),
    Verb::new("commands", "right", |on, _| go(on, Move::Right)),
    Verb::new("commands", "up", |on, _| go(on, Move::Up)),
    Verb::new("commands", "down", |on, _| go(on, Move::Down)),
    Verb::new("commands", "page-up", |on, _| go(on, Move::PageUp)),
    Verb::new("commands", "page-down", |on, _| go(on, Move::PageDown)),
    Verb::new("commands", "next-word", |on, _| go(on, Move::NextWord)),
    Verb::new("commands", "word-left", |on, _| go(on, Move::WordLeft)),
    Verb::new("commands", "word-last", |on, _| go(on, Move::WordLast)),
    Verb::new("commands", "line-start", |on, _| go(on, Move::LineStart)),
    Verb::new("commands", "line-text", |on, _| go(on, Move::LineText)),
    Verb::new("commands", "line-end", |on, _| go(on, Move::LineEnd)),
    Verb::new("commands", "text-start", |on, _| run(on, |note, _| note.go_to_line(false))),
    Verb::new("commands", "text-end", |on, _| run(on, |note, _| note.go_to_line(true))),
    Verb::new("commands", "delete-forward", |on, _| delete(on, Extent::Characters)),
    Verb::new("commands", "delete-back", |on, _| delete(on, Extent::CharactersBefore)),
    Verb::new("commands", "delete-words", |on, _| delete(on, Extent::Words)),
    Verb::new("commands", "delete-to-word-end", |on, _| delete(on, Extent::ToWordEnd)),
    Verb::new("commands", "delete-word-back", |on, _| delete(on, Extent::WordsBefore)),
    Verb::new("commands", "delete-to-end", |on, _| delete(on, Extent::ToLineEnd)),
    Verb::new("commands", "delete-lines", |on, _| delete(on, Extent::Lines)),
    Verb::new("commands", "change-words", |on, _| change(on, Extent::ToWordEnd)),
    Verb::new("commands", "change-to-end", |on, _| change(on, Extent::ToLineEnd)),
    Verb::new("commands", "change-lines", |on, _| change(on, Extent::Lines)),
    Verb::new("commands", "copy-words", |on, _| copy(on, Extent::Words)),
    Verb::new("commands", "copy-to-end", |on, _| copy(on, Extent::ToLineEnd)),
    Verb::new("commands", "copy-lines", |on, _| copy(on, Extent::Lines)),
    Verb::new("commands", "put-after", |on, _| put(on, PutSide::After)),
    Verb::new("commands", "put-before", |on, _| put(on, PutSide::Before)),
    Verb::new("commands", "join-lines", |on, _| {
        run(on, |note, context| note.repeat(context, |editor, times| editor.join_lines(times)))
    }),
    Verb::new("commands", "undo", |on, _| undo(on)),
    Verb::new("commands", "redo", |on, _| redo(on)),
    Verb::new("commands", "find-in-note", |on, _| run(on, |note, _| note.find())),
    Verb::new("commands", "find-next-in-note", |on, _| run(on, |note, _| note.find_again(1))),
    Verb::new("commands", "find-previous-in-note", |on, _| run(on, |note, _| note.find_again(-1))),
    Verb::new("commands", "look-up", |on, _| run(on, State::look_up)),
    Verb::new("commands", "follow-link", |on, _| run(on, State::follow_link)),
    Verb::new("commands", "put-citation", |on, _| run(on, State::put_citation)),
    Verb::new("commands", "restrict", |on, _| run(on, State::restrict)),
];

fn insert(on: Split, place: InsertAt) -> Outcome {
    run(on, |note, context| note.insert_at(context, place))
}

fn count(on: Split, call: &Call) -> Outcome {
    let digit = call.argument.and_then(|digit| digit.parse().ok()).unwrap_or(0);
    run(on, |note, _| note.count(digit))
}

fn go(on: Split, to: Move) -> Outcome {
    run(on, |note, _| note.go_times(to))
}

fn delete(on: Split, extent: Extent) -> Outcome {
    run(on, |note, context| note.delete(context, extent))
}

fn change(on: Split, extent: Extent) -> Outcome {
    run(on, |note, context| note.change(context, extent))
}

fn copy(on: Split, extent: Extent) -> Outcome {
    run(on, |note, _| note.copy(extent))
}

fn put(on: Split, side: PutSide) -> Outcome {
    run(on, |note, context| note.put_held(context, side))
}
