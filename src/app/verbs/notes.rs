//! The verbs of the notes pane.

use crate::app::outcome::Outcome;
use crate::app::screen::note_links;
use crate::app::verbs::Verb;

/// The verbs of the scope `notes`.
pub const VERBS: &[Verb] = &[
    Verb::new("notes", "edit-note", |on, _| on.panes.notes.edit(&on.context)).before_text(),
    Verb::new("notes", "parts", |on, _| {
        on.panes.notes.toggle_parts();
        Outcome::none()
    }),
    Verb::new("notes", "restrict", |on, _| on.panes.notes.restrict(&on.context)),
    Verb::new("notes", "fields", |on, _| on.panes.notes.fields(&on.context)),
    Verb::new("notes", "copy-note", |on, _| on.panes.notes.copy(&on.context)),
    Verb::new("notes", "follow-link", |on, _| note_links::follow_chosen(&on.panes.notes, &on.context)),
    Verb::new("notes", "delete-note", |on, _| on.panes.notes.delete(&on.context)),
];
