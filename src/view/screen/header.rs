//! How the line above the panes looks: where the delegate is, the session, the time and urgent deadlines.

use crate::app::context::Context;
use crate::app::screen::tracker::{self, coverage};
use crate::app::screen::{naming, unsaved};
use crate::base::text::width;
use crate::export::calendar_text;
use crate::locale::dates;
use crate::model::{BlockKind, Part};
use crate::view::canvas::{Canvas, Styled};
use crate::view::theme::Role;
use crate::view::widget::clock;

/// Draws document, part and section at the left; deadlines, session, its dates and the time in the room at the right.
pub fn draw(tracker: &tracker::State, context: &Context, canvas: &mut Canvas) {
    canvas.restyle(Role::Header);
    let style = canvas.style(Role::Header);
    let room = usize::from(canvas.area.width).saturating_sub(2);
    let mut inside = canvas.columns(1, u16::try_from(room).unwrap_or(u16::MAX));
    let place = place(context);
    let warnings = coverage::warnings(tracker, context);
    let reserved = warnings.last().map_or(0, |shortest| width(shortest) + 2);
    // The place is more important than clocks and dates.
    let share = if reserved > 0 { (room / 3).max(44.min(room / 2)) } else { room / 2 };
    let place_width = width(&place).min(share);
    let fits = |time: &String| width(time) + place_width + reserved + 2 <= room;
    let times = times(context);
    // What is not saved, another working day and a read-only workspace are always shown, even if the place must be cut.
    let must = times.last().filter(|_| !signs(context).is_empty()).cloned();
    let time = times.into_iter().find(fits).or(must).unwrap_or_default();
    // The longest text for the deadlines that fits beside the others.
    let taken = place_width + width(&time) + 4;
    let warning = warnings.iter().find(|text| width(text) + taken <= room).or(warnings.last());
    let Some(warning) = warning else {
        inside.spread(Styled::new(&place, style), Styled::new(&time, style));
        return;
    };
    inside.spread(Styled::empty(), Styled::new(&time, style));
    let gap = if time.is_empty() { 0 } else { 2 };
    let rest = room.saturating_sub(width(&time) + gap);
    let alarm = style.patch(inside.style(Role::Alarm));
    inside
        .columns(0, u16::try_from(rest).unwrap_or(u16::MAX))
        .spread(Styled::new(&place, style), Styled::new(warning, alarm));
}

/// The document, the part and the section the delegate is in: `A/77/275 · E. Capacity-building`.
fn place(context: &Context) -> String {
    let (here, locale) = (context.here(), context.locale());
    let document = &here.document;
    let mut parts = vec![document.symbol.to_string()];
    let block = document.blocks.get(here.block);
    if let Some(block) = block {
        match &block.address.part {
            Part::Body => {}
            Part::Front => parts.push(locale.say("part-front")),
            Part::Annex(None) => parts.push(locale.say("part-annex")),
            Part::Annex(Some(mark)) => parts.push(format!("{} {mark}", locale.say("part-annex"))),
        }
    }
    let heading = document.section_of(here.block).map(|at| &document.blocks[at]);
    if block.is_some_and(|block| block.kind == BlockKind::Footnote) {
        parts.push(naming::label(locale, &context.passage()));
    } else if let Some(heading) = heading {
        let number = heading.number.as_deref().map_or_else(String::new, |number| format!("{number}. "));
        parts.push(format!("{number}{}", heading.text));
    }
    parts.join(" · ")
}

/// What can be shown of session and time, the longest text first.
fn times(context: &Context) -> Vec<String> {
    let locale = context.locale();
    let clock = format!("{} {}", clock::city(context), dates::time(clock::room_time(context)));
    let mut texts = Vec::new();
    if let Some(number) = context.desk.session {
        let ordinal = dates::ordinal(locale, number);
        let name = locale.say_with("session", &[("ordinal", (&ordinal).into())]);
        let session = context.process().session(number);
        let days = session.map(|session| calendar_text::days(locale, session)).unwrap_or_default();
        if clock::is_elsewhere(context) {
            let both = clock::room_and_local(context);
            texts.push(format!("{name} · {days} · {both}"));
            texts.push(format!("{name} · {both}"));
        }
        if !days.is_empty() {
            texts.push(format!("{name} · {days} · {clock}"));
            texts.push(format!("{name} · {days}"));
        }
        texts.push(format!("{name} · {clock}"));
        texts.push(name);
    } else {
        texts.push(clock);
    }
    for sign in signs(context).iter().rev() {
        texts = texts.into_iter().map(|text| format!("[{sign}] {text}")).collect();
        texts.push(format!("[{sign}]"));
    }
    texts
}

/// What must not be overlooked: what is not saved, that the workspace is read-only, and that another day than today was chosen.
fn signs(context: &Context) -> Vec<String> {
    let locale = context.locale();
    let mut signs: Vec<String> =
        unsaved::summary(context).map(|text| format!("! {text}")).into_iter().collect();
    if context.workspace.read_only.is_some() {
        signs.push(locale.say("read-only"));
    }
    if context.is_other_day() {
        let date = dates::date(locale, context.now.today);
        signs.push(locale.say_with("chosen-day", &[("date", (&date).into())]));
    }
    signs
}
