//! The clock of the speaking list: who has the floor and for how long, who is next, and how far away the own delegation is.

use crate::app::context::Context;
use crate::app::screen::speakers::{FloorTime, OwnSlot, SpeakingQueue};
use crate::base::text::{truncate, width};
use crate::locale::dates;
use crate::view::canvas::Canvas;
use crate::view::theme::Role;

/// Seconds before the limit from which on the time is shown as a warning.
const NEAR_SECONDS: i64 = 15;
/// The most columns of a name.
const NAME: usize = 24;

/// Whether there is something to show: somebody has the floor or waits for it.
#[must_use]
pub fn has_floor(context: &Context) -> bool {
    let queue = SpeakingQueue::of(context);
    queue.floor.is_some() || queue.waiting().next().is_some()
}

/// Draws the clock at the right of the first row, in at most `room` columns. Returns how many columns it took.
pub fn draw(context: &Context, room: u16, canvas: &mut Canvas) -> u16 {
    let queue = SpeakingQueue::of(context);
    let time = queue.time(context);
    let fits = |text: &String| width(text) <= usize::from(room);
    let Some(text) = texts(&queue, time, context).into_iter().find(fits) else { return 0 };
    let columns = u16::try_from(width(&text)).unwrap_or(u16::MAX);
    let role = match time.map(FloorTime::left) {
        Some(left) if left < 0 => Role::Alarm,
        Some(left) if left <= NEAR_SECONDS => Role::Key,
        _ => Role::Delegation,
    };
    let style = canvas.style(role);
    canvas.put_at(canvas.area.width.saturating_sub(columns), &text, style);
    columns
}

/// What can be shown, the longest first; nothing if nobody has the floor or waits for it.
fn texts(queue: &SpeakingQueue, time: Option<FloorTime>, context: &Context) -> Vec<String> {
    let locale = context.locale();
    let label = |at: usize| truncate(&queue.speakers[at].label, NAME);
    let clock = time.map(|time| {
        let seconds = |seconds: i64| dates::minutes(seconds.unsigned_abs());
        format!("{}/{}", seconds(time.used), seconds(time.limit))
    });
    let speaking = queue.floor.map(|(at, _)| label(at)).zip(clock.clone());
    let speaking = speaking.map(|(name, clock)| format!("{name} {clock}"));
    let next = queue.waiting().next().map(label);
    let next = next.map(|name| locale.say_with("floor-next", &[("name", name.as_str().into())]));
    let own = queue.own_slot(context).map(|own| slot(own, context));
    let all = [
        vec![speaking.clone(), next.clone(), own.clone()],
        vec![speaking.clone(), own.clone()],
        vec![clock.clone(), own],
        vec![speaking],
        vec![clock],
        vec![next],
    ];
    let joined = all.into_iter().map(|parts| parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    joined.filter(|text| !text.is_empty()).map(|text| format!(" {text} ")).collect()
}

/// How far away the own delegation is, in words.
fn slot(own: OwnSlot, context: &Context) -> String {
    let minutes = (own.seconds + 59) / 60;
    let args = [("before", own.before.into()), ("minutes", minutes.into())];
    context.locale().say_with("floor-own", &args)
}
