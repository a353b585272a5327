//! The list of what the tracker can be filtered by.

use crate::app::screen::picker::definition::{Definition, Matches};
use crate::app::screen::tracker::choose;

/// The list. It stays open while facets are marked.
pub const PICKER: Definition = Definition {
    find: |context, state, typed| {
        let found = choose::narrow(context.locale(), state.offer.rows.as_ref(), typed);
        Matches { exact: found.exact, listed: found.shown }
    },
    ..Definition::new(
        |app| app.appearance.locale.say("title-filter"),
        |app| choose::filters(&app.panes.tracker, &app.context()),
        |on, choice| on.panes.tracker.take(&on.context, &choice.target),
    )
};
