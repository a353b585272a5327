//! What is said of positions that changed or are new since the words of a statement were taken.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::statement::agenda;
use crate::base::Id;
use crate::workspace::Statement;

/// That positions changed or are new since the words of a statement were taken, and the key that takes theirs; empty if not.
pub(super) fn reported(statement: &Statement<'_>, context: &Context) -> String {
    let boards = context.library.boards(context.reading());
    let (positions, language) = (&context.workspace.positions, context.locale().language());
    let stale = agenda(context, &boards).staleness(statement, positions, language);
    if stale.is_empty() {
        return String::new();
    }
    let named = |id: &Id| positions.get(*id)?.anchor.as_ref();
    let list = |ids: &[Id]| {
        let labels = ids.iter().filter_map(named).map(|anchor| naming::label(context.locale(), anchor));
        labels.collect::<Vec<_>>().join(", ")
    };
    let (changed, new) = (list(&stale.changed), list(&stale.new));
    let key = context.locale().keys(&context.input.key("statement", "take").unwrap_or_default());
    let id = match (stale.changed.is_empty(), stale.new.is_empty()) {
        (false, true) => "statement-changed",
        (true, _) => "statement-new",
        (false, false) => "statement-changed-and-new",
    };
    let args = [("changed", changed.into()), ("new", new.into()), ("key", key.into())];
    format!(" · {}", context.locale().say_with(id, &args))
}
