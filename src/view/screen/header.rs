//! How the line above the panes looks: where the delegate is, the session, the time and urgent deadlines.

use crate::app::context::Context;
use crate::app::screen::tracker::{self, coverage};
use crate::app::screen::{naming, unsaved};
use crate::base::text::{truncate, truncate_words, width};
use crate::export::calendar_text;
use crate::locale::dates;
use crate::model::{BlockKind, Part};
use crate::view::canvas::Canvas;
use crate::view::theme::Role;
use crate::view::widget::clock;

/// Draws document, part and section at the left; what must not be overlooked, deadlines, session, its dates and the
/// time in the room at the right. Place and session are always shown; deadlines give way to them.
pub fn draw(tracker: &tracker::State, context: &Context, canvas: &mut Canvas) {
    canvas.restyle(Role::Header);
    let room = usize::from(canvas.area.width).saturating_sub(2);
    let mut inside = canvas.columns(1, u16::try_from(room).unwrap_or(u16::MAX));
    let header = Header::of(tracker, context, room);
    let place = inside.style(Role::Place);
    inside.put(&header.place, place);
    let mut end = inside.area.width;
    for (text, role) in header.right.iter().rev().filter(|(text, _)| !text.is_empty()) {
        let style = inside.style(Role::Header).patch(inside.style(*role));
        end = end.saturating_sub(u16::try_from(width(text)).unwrap_or(u16::MAX));
        inside.put_at(end, text, style);
        end = end.saturating_sub(GAP);
    }
}

/// Columns between the parts of the header.
const GAP: u16 = 2;

/// The texts of the header.
struct Header {
    /// Where the delegate is.
    place: String,
    /// Signs, deadlines and time, from left to right; empty ones take no room.
    right: [(String, Role); 3],
}

impl Header {
    /// The longest texts that fit into `room` columns, the most important first: what is not saved, the short place, the
    /// session, the chosen day, a deadline, the clock, the section in words, all deadlines.
    fn of(tracker: &tracker::State, context: &Context, room: usize) -> Self {
        let (short, long) = place(context);
        let (times, warnings) = (times(context), coverage::warnings(tracker, context));
        let taken = |text: &str| if text.is_empty() { 0 } else { width(text) + usize::from(GAP) };
        let session = times.last().cloned().unwrap_or_default();
        let signs = signs(context);
        let fits = |signs: &&String| width(&short) + taken(signs) + taken(&session) <= room;
        let signs = signs.iter().find(fits).or(signs.last()).cloned().unwrap_or_default();
        let left = room.saturating_sub(width(&short) + taken(&signs));
        let time = if taken(&session) <= left { session } else { String::new() };
        let left = left.saturating_sub(taken(&time));
        let warning = warnings.last().filter(|warning| taken(warning) <= left).cloned().unwrap_or_default();
        // What is left over, if the section has two fifths of the line for its words.
        let place = width(&long).min(room * 2 / 5).max(width(&short));
        let left = room.saturating_sub(place + taken(&signs) + taken(&warning));
        let time = times.into_iter().find(|longer| taken(longer) <= left).unwrap_or(time);
        let left = left.saturating_sub(taken(&time)) + taken(&warning);
        let warning = match warning.is_empty() {
            true => warning,
            false => warnings.into_iter().find(|longer| taken(longer) <= left).unwrap_or(warning),
        };
        let left = room.saturating_sub(taken(&signs) + taken(&warning) + taken(&time));
        let words = truncate_words(&long, left);
        let place = if width(&words) > width(&short) + 1 { words } else { truncate(&short, left) };
        Self { place, right: [(signs, Role::Alarm), (warning, Role::Alarm), (time, Role::Header)] }
    }
}

/// The document, the part and the section the delegate is in, shortly and with the words of the section:
/// `A/77/275 · Annex · E` and `A/77/275 · Annex · E. Capacity-building`.
fn place(context: &Context) -> (String, String) {
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
    let (short, long) = match heading {
        _ if block.is_some_and(|block| block.kind == BlockKind::Footnote) => {
            let label = naming::label(locale, &context.passage());
            (Some(label.clone()), Some(label))
        }
        Some(heading) => {
            let number = heading.number.as_deref();
            let words = number.map_or_else(String::new, |number| format!("{number}. ")) + &heading.text;
            (number.map(str::to_owned), Some(words))
        }
        None => (None, None),
    };
    let with = |section: Option<String>| parts.iter().cloned().chain(section).collect::<Vec<_>>().join(" · ");
    (with(short), with(long))
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
        }
        texts.push(format!("{name} · {clock}"));
        texts.push(name);
    } else {
        texts.push(clock);
    }
    texts
}

/// What must not be overlooked: what is not saved, that the workspace is read-only, and that another day than today was chosen;
/// the longest text first, the last one without the day.
fn signs(context: &Context) -> Vec<String> {
    let locale = context.locale();
    let unsaved = unsaved::summary(context).map(|text| format!("! {text}"));
    let read_only = context.workspace.read_only.is_some().then(|| locale.say("read-only"));
    let always: Vec<String> = unsaved.into_iter().chain(read_only).collect();
    let day = context.now.today;
    let dates = [dates::date(locale, day), dates::short(locale, day)];
    let days = dates.map(|date| locale.say_with("chosen-day", &[("date", (&date).into())]));
    let days = days.into_iter().filter(|_| context.is_other_day()).map(Some).chain([None]);
    let bracketed =
        |signs: Vec<&String>| signs.iter().map(|sign| format!("[{sign}]")).collect::<Vec<_>>().join(" ");
    days.map(|day| bracketed(always.iter().chain(&day).collect())).collect()
}
