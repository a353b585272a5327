//! The time in the meeting room, and the local time where it is different.

use chrono::{NaiveTime, Timelike};

use crate::app::context::Context;
use crate::calendar;
use crate::locale::dates;

/// The city whose time zone the room is in.
#[must_use]
pub fn city(context: &Context) -> String {
    let zone = context.process().time_zone.name();
    let zone = zone.rsplit('/').next().unwrap_or(zone);
    let city = zone.replace('_', " ");
    context.locale().say_with("room", &[("zone", zone.into()), ("city", (&city).into())])
}

/// The time in the room.
#[must_use]
pub fn room_time(context: &Context) -> NaiveTime {
    calendar::room_time(context.now.instant, context.process().time_zone).time()
}

/// The time in the room, and the local time where it is different: `10:44 New York · 15:44 here`.
#[must_use]
pub fn room_and_local(context: &Context) -> String {
    let (local, there) = (dates::time(context.now.instant.time()), dates::time(room_time(context)));
    let room = format!("{there} {}", city(context));
    if local == there { room } else { format!("{room} · {local} {}", context.locale().say("here")) }
}

/// Whether a session is taking place and the local time is not the time in the room.
#[must_use]
pub fn is_elsewhere(context: &Context) -> bool {
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    let on = calendar::session_on(context.process(), context.now.today).is_some();
    on && minute(room_time(context)) != minute(context.now.instant.time())
}
