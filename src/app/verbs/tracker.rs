//! The verbs of the tracker pane.

use crate::app::App;
use crate::app::message::Effect;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::tracker::STATUSES;
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("tracker", "status", |app, call| {
        app.with(|on| on.panes.tracker.set_status(&on.context, call.argument))
    })
    .with(STATUSES),
    Verb::new("tracker", "remark", |app, _| app.with(|on| on.panes.tracker.ask_remark(&on.context))),
    Verb::new("tracker", "evidence", |app, _| app.with(|on| on.panes.tracker.ask_evidence(&on.context))),
    Verb::new("tracker", "history", |app, _| open(app, Picker::History)),
    Verb::new("tracker", "mark", |app, _| app.with(|on| on.panes.tracker.toggle_mark(&on.context))),
    Verb::new("tracker", "mark-all", |app, _| {
        let on = app.split();
        on.panes.tracker.toggle_all(&on.context);
        Vec::new()
    }),
    Verb::new("tracker", "filter", |app, _| open(app, Picker::Filter)),
    Verb::new("tracker", "filter-clear", |app, _| app.with(|on| on.panes.tracker.clear_filter(&on.context))),
    Verb::new("tracker", "uncovered", |app, _| app.with(|on| on.panes.tracker.toggle_uncovered(&on.context))),
    Verb::new("tracker", "standing", |app, _| app.with(|on| on.panes.tracker.toggle_standing(&on.context))),
    Verb::new("tracker", "group", |app, _| open(app, Picker::Grouping)),
    Verb::new("tracker", "sort", |app, _| app.with(|on| on.panes.tracker.sort(&on.context))),
    Verb::new("tracker", "beside", |app, _| app.with(|on| on.panes.tracker.open_beside(&on.context))),
];

fn open(app: &mut App, picker: Picker) -> Vec<Effect> {
    app.with(|_| Outcome::of(Intent::Open(Overlay::Picker(picker))))
}
