//! The verbs of the agenda pane.

use crate::app::outcome::Outcome;
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("agenda", "fold", |on, _| {
        on.panes.agenda.unfold(&on.context, false);
        Outcome::none()
    }),
    Verb::new("agenda", "unfold", |on, _| {
        on.panes.agenda.unfold(&on.context, true);
        Outcome::none()
    }),
];
