//! The day one works in: chosen while the program runs, as `--today` chooses it at start.

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::message::{Effect, Notice};
use crate::app::screen::{line, timeline};
use crate::base::Now;
use crate::calendar::{self, programme};
use crate::locale::dates;

/// Whether another day than today's was chosen.
#[must_use]
pub fn is_chosen(app: &App) -> bool {
    app.now.today != app.now.instant.date_naive()
}

/// Works in the day that was typed; in today's real day when nothing was. What is no day stays in the line.
pub fn accept(app: &mut App, state: Box<line::State>, now: &Now) -> Vec<Effect> {
    let text = state.input.text();
    let real = now.instant.date_naive();
    let day = if text.trim().is_empty() { Some(real) } else { programme::day(&text, app.now.today) };
    let Some(day) = day else {
        app.layers.push(Layer::Line(state));
        app.notice = Some(Notice { alarm: true, ..Notice::new("notice-no-day").with("text", text.trim()) });
        return Vec::new();
    };
    app.now = now.working_on(day);
    app.desk.left.clear();
    app.desk.session = calendar::default_session(app.process(), day);
    timeline::renew(app);
    let date = format!("{} {}", dates::weekday(&app.appearance.locale, day), dates::date(&app.appearance.locale, day));
    let id = if day == real { "notice-today" } else { "notice-day" };
    app.notice = Some(Notice::new(id).with("date", date));
    vec![Effect::WorkOn(Some(day).filter(|day| *day != real))]
}
