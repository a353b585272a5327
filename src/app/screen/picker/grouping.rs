//! The list of what the tracker can be grouped by.

use crate::app::screen::picker::definition::Definition;
use crate::app::screen::tracker::choose;

/// The list.
pub const PICKER: Definition = Definition::new(
    |app| app.appearance.locale.say("title-grouping"),
    |app| choose::groupings(&app.panes.tracker, &app.context()),
    |on, choice| on.panes.tracker.take(&on.context, &choice.target),
);
