//! The verbs of the agenda pane.

use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("agenda", "fold", |app, _| {
        let on = app.split();
        on.panes.agenda.unfold(&on.context, false);
        Vec::new()
    }),
    Verb::new("agenda", "unfold", |app, _| {
        let on = app.split();
        on.panes.agenda.unfold(&on.context, true);
        Vec::new()
    }),
];
