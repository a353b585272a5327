//! How the two lines around the panes look: where one is, when it is, and the keys that matter now.

use chrono::{NaiveTime, Timelike};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::layer::Layer;
use crate::app::layout::{Pane, SMALLEST};
use crate::app::message::Notice;
use crate::app::screen::picker::{Purpose, Target};
use crate::app::screen::tracker::cover;
use crate::app::screen::{catalogue, day, notes};
use crate::app::{App, place};
use crate::base::text::{truncate, width};
use crate::calendar;
use crate::export::calendar_text;
use crate::locale::dates;
use crate::model::{BlockKind, Part};
use crate::view::rect;
use crate::view::theme::{Role, Theme};
use crate::view::widget::row;

/// Says that the terminal is too small, in as many rows as there are.
pub fn draw_too_small(app: &App, theme: &Theme, frame: &mut Frame) {
    let area = frame.area();
    let (columns, rows) = SMALLEST;
    let words = app.locale.say_with("too-small", &[("columns", columns.into()), ("rows", rows.into())]);
    for (line, span) in crate::typeset::wrap(&words, usize::from(area.width).max(1)).into_iter().enumerate() {
        let Some(place) = row::nth(area, line) else { return };
        row::put(
            frame.buffer_mut(),
            (place.x, place.y),
            place.width,
            span.of(&words).trim_end(),
            theme.of(Role::Alarm),
        );
    }
}

/// Draws the line above: document, part and section; session, its dates and the clock of the room.
pub fn draw_header(app: &App, theme: &Theme, frame: &mut Frame) {
    let area = rect(app.layout.header);
    let style = theme.of(Role::Header);
    frame.buffer_mut().set_style(area, style);
    let room = usize::from(area.width).saturating_sub(2);
    let left = whereabouts(app);
    let warnings = cover::warnings(app);
    let kept = warnings.last().map_or(0, |shortest| width(shortest) + 2);
    // Where one is comes first; clocks and dates give way.
    let share = if kept > 0 { (room / 3).max(44.min(room / 2)) } else { room / 2 };
    let left_room = width(&left).min(share);
    let fits = |words: &String| width(words) + left_room + kept + 2 <= room;
    let ways = times(app);
    // That one works in another day, or may only read, is never left unsaid: then even the place gives way.
    let must = ways.last().filter(|_| app.read_only.is_some() || day::is_chosen(app)).cloned();
    let right = ways.into_iter().find(fits).or(must).unwrap_or_default();
    let inside = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    // A deadline not met is said as fully as whatever stands beside it leaves room for.
    let taken = left_room + width(&right) + 4;
    let warning = warnings.iter().find(|words| width(words) + taken <= room).or(warnings.last());
    let right_width = u16::try_from(width(&right)).unwrap_or(0);
    let Some(warning) = warning else {
        row::spread(frame.buffer_mut(), inside, (&left, style), (&right, style));
        return;
    };
    let gap = if right.is_empty() { 0 } else { 2 };
    let rest = Rect { width: inside.width.saturating_sub(right_width + gap), ..inside };
    row::spread(frame.buffer_mut(), inside, ("", style), (&right, style));
    row::spread(frame.buffer_mut(), rest, (&left, style), (warning, style.patch(theme.of(Role::Alarm))));
}

fn whereabouts(app: &App) -> String {
    let document = app.document();
    let mut words = vec![document.symbol.to_string()];
    if let Some(block) = document.blocks.get(app.reader.block) {
        match &block.address.part {
            Part::Body => {}
            Part::Front => words.push(app.locale.say("part-front")),
            Part::Annex(None) => words.push(app.locale.say("part-annex")),
            Part::Annex(Some(mark)) => words.push(format!("{} {mark}", app.locale.say("part-annex"))),
        }
    }
    let at_note =
        document.blocks.get(app.reader.block).is_some_and(|block| block.kind == BlockKind::Footnote);
    let heading = document.section_of(app.reader.block).map(|at| &document.blocks[at]);
    if at_note {
        words.push(catalogue::label(app, &place::here(app)));
    } else if let Some(heading) = heading {
        let number = heading.number.as_deref().map_or_else(String::new, |number| format!("{number}. "));
        words.push(format!("{number}{}", heading.text));
    }
    words.join(" · ")
}

/// What to say of session and time, the fullest first.
fn times(app: &App) -> Vec<String> {
    let process = app.process();
    let locale = &app.locale;
    let clock = format!("{} {}", room(app), dates::time(room_clock(app)));
    let both = is_elsewhere(app).then(|| clocks(app));
    let session = app.desk.session.map(|number| {
        let ordinal = dates::ordinal(locale, number);
        (locale.say_with("session", &[("ordinal", (&ordinal).into())]), process.session(number))
    });
    let mut ways = Vec::new();
    if let Some((name, found)) = session {
        let days = found.map(|session| calendar_text::days(locale, session)).unwrap_or_default();
        if let Some(both) = &both {
            ways.push(format!("{name} · {days} · {both}"));
            ways.push(format!("{name} · {both}"));
        }
        if !days.is_empty() {
            ways.push(format!("{name} · {days} · {clock}"));
            ways.push(format!("{name} · {days}"));
        }
        ways.push(format!("{name} · {clock}"));
        ways.push(name);
    } else {
        ways.push(clock);
    }
    let mut signs = Vec::new();
    if app.read_only.is_some() {
        signs.push(locale.say("read-only"));
    }
    if day::is_chosen(app) {
        let date = dates::date(locale, app.now.today);
        signs.push(locale.say_with("chosen-day", &[("date", (&date).into())]));
    }
    for sign in signs.iter().rev() {
        ways = ways.into_iter().map(|words| format!("[{sign}] {words}")).collect();
        ways.push(format!("[{sign}]"));
    }
    ways
}

/// The city whose clock hangs in the room.
fn room(app: &App) -> String {
    let zone = app.process().time_zone.name();
    let zone = zone.rsplit('/').next().unwrap_or(zone);
    let city = zone.replace('_', " ");
    app.locale.say_with("room", &[("zone", zone.into()), ("city", (&city).into())])
}

fn room_clock(app: &App) -> NaiveTime {
    calendar::room_time(app.now.instant, app.process().time_zone).time()
}

/// Whether a session is on and one sits where the clock is another than in the room.
fn is_elsewhere(app: &App) -> bool {
    let minute = |time: NaiveTime| (time.hour(), time.minute());
    let on = calendar::session_on(app.process(), app.now.today).is_some();
    on && minute(room_clock(app)) != minute(app.now.instant.time())
}

/// The clock of the room, and one's own where it is another: `10:44 New York · 15:44 here`.
pub(super) fn clocks(app: &App) -> String {
    let room = format!("{} {}", dates::time(room_clock(app)), room(app));
    let (here, there) = (dates::time(app.now.instant.time()), dates::time(room_clock(app)));
    if here == there { room } else { format!("{room} · {here} {}", app.locale.say("here")) }
}

/// Draws the line below: a sentence about what just happened, or the keys that matter now.
pub fn draw_footer(app: &App, theme: &Theme, frame: &mut Frame) {
    let area = rect(app.layout.footer);
    frame.buffer_mut().set_style(area, theme.of(Role::Footer));
    if let Some(notice) = &app.notice {
        draw_notice(app, notice, theme, frame);
        return;
    }
    let mut x = area.x + 1;
    for (key, hint) in hints(app) {
        let columns = u16::try_from(width(&key) + width(&hint) + 1).unwrap_or(u16::MAX);
        if x + columns > area.right() {
            return;
        }
        x += row::put(frame.buffer_mut(), (x, area.y), area.right() - x, &key, theme.of(Role::Key)) + 1;
        let room = area.right().saturating_sub(x);
        x += row::put(frame.buffer_mut(), (x, area.y), room, &hint, Style::default()) + 3;
    }
}

/// Rows a long sentence may take at the foot of the desk.
const NOTICE: usize = 3;

/// A sentence at the foot of the desk; a long one rises over the panes rather than lose its end.
fn draw_notice(app: &App, notice: &Notice, theme: &Theme, frame: &mut Frame) {
    let mut area = rect(app.layout.footer);
    // The line being typed keeps its row: nothing typed is hidden.
    if matches!(app.layers.last(), Some(Layer::Line(_))) {
        area.y = area.y.saturating_sub(1);
    }
    let (sign, role) = if notice.alarm { ("! ", Role::Alarm) } else { ("  ", Role::Notice) };
    let words = format!("{sign}{}", app.locale.message(&notice.message));
    let rows = crate::typeset::wrap(&words, usize::from(area.width).max(1));
    let shown = rows.len().min(NOTICE);
    let top = area.y.saturating_sub(u16::try_from(shown - 1).unwrap_or(0));
    for (line, span) in rows.iter().take(shown).enumerate() {
        let place = (area.x, top + u16::try_from(line).unwrap_or(0));
        let cut = shown < rows.len() && line + 1 == shown;
        let text =
            if cut { truncate(&words[span.start..], area.width.into()) } else { span.of(&words).to_owned() };
        row::put(
            frame.buffer_mut(),
            place,
            area.width,
            &" ".repeat(area.width.into()),
            theme.of(Role::Footer),
        );
        row::put(frame.buffer_mut(), place, area.width, text.trim_end(), theme.of(role));
    }
}

/// The keys that matter now with a word for each; the help is always among them.
fn hints(app: &App) -> Vec<(String, String)> {
    let scope = app.scopes();
    let wanted: &[&str] = match (app.layers.last(), app.focus) {
        (Some(Layer::Typing(_)), _) => &["leave", "undo", "redo", "cut", "paste"],
        (Some(Layer::Timeline(state)), _) if state.pasted.is_some() => &["open", "cancel"],
        (Some(Layer::Timeline(_)), _) => &["open", "today", "help", "working-day", "cancel"],
        (Some(Layer::Picker(_) | Layer::Line(_)), _) => &["accept", "cancel", "list-down", "clear"],
        (Some(Layer::Details(_)), _) => &["open", "cancel", "down", "page-down"],
        (None, Pane::Agenda) => &["next-item", "note", "help", "status", "goto", "tracker", "find"],
        (None, Pane::Reader) => &["open", "goto", "help", "peek", "note", "back", "find"],
        (None, Pane::Notes) if notes::shown(app).is_empty() => {
            &["note", "intervention", "help", "section-notes"]
        }
        (None, Pane::Notes) => &["edit-note", "note", "help", "intervention", "delete-note", "section-notes"],
        (None, Pane::Tracker) => &["status", "filter", "help", "open", "evidence", "remark", "mark", "undo"],
    };
    let hint = |verb: &&str| {
        let word = app.locale.say(&format!("hint-{}", deed(app, verb)));
        let found = scope.iter().find_map(|scope| {
            let keys = app.keymap.keys_for(&[scope], verb, None);
            let first = keys.first().map(|keys| keys.to_string());
            first.or_else(|| prefix(app, scope, verb))
        })?;
        Some((app.locale.keys_short(&found), word))
    };
    wanted.iter().filter_map(hint).collect()
}

/// What a verb comes to here: Enter adds what was pasted, ticks what one filters by, and copies the address of
/// what is not at hand.
fn deed<'a>(app: &App, verb: &'a str) -> &'a str {
    match (app.layers.last(), verb) {
        (Some(Layer::Timeline(state)), "open") if state.pasted.is_some() => "add",
        (Some(Layer::Picker(state)), "accept") => match state.chosen().map(|row| &row.target) {
            Some(Target::Official(address)) if !address.is_empty() => "copy-address",
            Some(Target::Facet(_)) => "mark",
            Some(Target::Words(_)) => "filter",
            _ => verb,
        },
        // What was ticked in the filter counts already.
        (Some(Layer::Picker(state)), "cancel") if state.purpose == Purpose::Filter => "leave",
        _ => verb,
    }
}

/// The first key of a verb that takes words after it: `s` of `s o`, or the keys of the words.
fn prefix(app: &App, scope: &str, verb: &str) -> Option<String> {
    let bound =
        app.keymap.bindings(scope).filter(|(_, binding)| binding.verb == verb && binding.argument.is_some());
    let sequences: Vec<String> = bound.map(|(sequence, _)| sequence.to_string()).collect();
    let first = sequences.first()?;
    match first.split_once(' ') {
        Some((key, _)) => Some(key.to_owned()),
        None => Some(sequences.iter().take(4).cloned().collect::<Vec<_>>().join(" ")),
    }
}
