//! The verbs of the tracker pane.

use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::tracker::STATUSES;
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("tracker", "status", |on, call| on.panes.tracker.set_status(&on.context, call.argument))
        .with(STATUSES),
    Verb::new("tracker", "remark", |on, _| on.panes.tracker.ask_remark(&on.context)).before_text(),
    Verb::new("tracker", "evidence", |on, _| on.panes.tracker.ask_evidence(&on.context)),
    Verb::new("tracker", "history", |_, _| open(Picker::History)),
    Verb::new("tracker", "mark", |on, _| on.panes.tracker.toggle_mark(&on.context)),
    Verb::new("tracker", "mark-all", |on, _| {
        on.panes.tracker.toggle_all(&on.context);
        Outcome::none()
    }),
    Verb::new("tracker", "filter", |_, _| open(Picker::Filter)),
    Verb::new("tracker", "filter-clear", |on, _| on.panes.tracker.clear_filter(&on.context)),
    Verb::new("tracker", "uncovered", |on, _| on.panes.tracker.toggle_uncovered(&on.context)),
    Verb::new("tracker", "standing", |on, _| on.panes.tracker.toggle_standing(&on.context)),
    Verb::new("tracker", "group", |_, _| open(Picker::Grouping)),
    Verb::new("tracker", "sort", |on, _| on.panes.tracker.sort(&on.context)),
    Verb::new("tracker", "beside", |on, _| on.panes.tracker.open_beside(&on.context)),
];

fn open(picker: Picker) -> Outcome {
    Outcome::of(Intent::Open(Overlay::Picker(picker)))
}
