//! The rows of the picker for the history of the current row: every status set, by whom and when.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::picker::{ChoiceTarget, PickerChoice};
use crate::app::screen::tracker::State;
use crate::board::Board;
use crate::locale::{Locale, dates};
use crate::workspace::{Act, Action, HistoryEntry, Mark};

/// The history of the current row, session by session; statuses that were undone are marked as such.
#[must_use]
pub fn choices(state: &State, context: &Context) -> Vec<PickerChoice> {
    let found = state.board().zip(state.row_here(context));
    found.map_or_else(Vec::new, |(board, row)| of(context, board, row))
}

/// The same of a given row.
pub(super) fn of(context: &Context, board: &Board, row: usize) -> Vec<PickerChoice> {
    let tracker = &context.workspace.tracker;
    let (step, topic) = (board.step(row), board.topic(row));
    let mut choices = Vec::new();
    for session in board.columns(tracker) {
        for entry in tracker.history(&step, topic, session) {
            if let Action::Set(mark) = &entry.act.action {
                choices.push(PickerChoice {
                    left: format!("{session} · {}", moment(context.locale(), entry.act)),
                    text: text(context, &entry, mark),
                    right: entry.act.author.to_string(),
                    target: ChoiceTarget::Passage(step.clone()),
                });
            }
        }
    }
    choices
}

fn moment(locale: &Locale, act: &Act) -> String {
    format!("{} {}", dates::short(locale, act.at.date_naive()), dates::time(act.at.time()))
}

/// The status with its sign, the remark, whether it was undone, and whether it could not be saved.
fn text(context: &Context, entry: &HistoryEntry, mark: &Mark) -> String {
    let locale = context.locale();
    let status = locale.say(&format!("status-{}", mark.status.name()));
    let mut text = format!("{} {status}", mark.status.sign());
    if let Some(remark) = naming::remark(locale, mark) {
        text = format!("{text} · {remark}");
    }
    if entry.undone {
        text = format!("{text} ({})", locale.say("history-undone"));
    }
    if context.workspace.unsaved.has_act(|act| act.id == entry.act.id) {
        text = format!("{text} ! {}", locale.say("not-saved"));
    }
    text
}
