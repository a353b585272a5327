//! How the timeline looks: months, bars as long as sessions, a line for today, and the details of the chosen entry.

mod entry;

use crate::app::context::Context;
use crate::app::screen::timeline::{self, State, TimelineRow};
use crate::base::list::List;
use crate::base::text::{truncate, width};
use crate::calendar::programme::Programme;
use crate::export::calendar_text;
use crate::locale::dates;
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::screen::timeline::entry::Drawn;
use crate::view::theme::Role;
use crate::view::widget::clock;

/// Draws the timeline, or how each line of a pasted programme of work was read.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let area = timeline::area(context);
    draw_frame(state, context, &mut canvas.within(rect(area.frame)));
    if let Some((programme, list)) = &state.pasted {
        draw_pasted(programme, list, &mut canvas.within(rect(area.rows)));
        let text = pasted_detail(programme, list, context);
        draw_detail(&text, &mut canvas.within(rect(area.detail)));
        return;
    }
    draw_rows(state, context, &mut canvas.within(rect(area.rows)));
    if let Some(entry) = state.chosen() {
        draw_detail(&Drawn { entry, context }.detail(), &mut canvas.within(rect(area.detail)));
    }
}

fn draw_frame(state: &State, context: &Context, canvas: &mut Canvas) {
    let locale = context.locale();
    let id = if state.pasted.is_some() { "title-programme" } else { "title-timeline" };
    let name = context.process().names.get(locale.language());
    let title = format!("{} · {name}", locale.say(id));
    let title = truncate(&title, usize::from(canvas.area.width).saturating_sub(6));
    let style = canvas.style(Role::TitleFocus);
    canvas.bordered(Styled::new(&format!("▸ {title} "), style));
}

fn draw_rows(state: &State, context: &Context, canvas: &mut Canvas) {
    for (line, at) in (state.list.top..state.rows.len()).enumerate() {
        let Some(mut canvas) = canvas.row(line) else { return };
        match state.rows[at] {
            TimelineRow::Entry(entry) => {
                let entry = &state.entries[entry];
                Drawn { entry, context }.draw(at == state.list.selected, &mut canvas);
            }
            heading => draw_heading(heading, context, &mut canvas),
        }
    }
}

/// Draws the heading of a month or of the entries without a date, or the line for today, with a rule after it.
fn draw_heading(heading: TimelineRow, context: &Context, canvas: &mut Canvas) {
    let locale = context.locale();
    let (text, sign, rule, role) = match heading {
        TimelineRow::Month(year, month) => {
            let month = locale.say(&format!("month-{month}"));
            let args = [("month", (&month).into()), ("year", year.into())];
            (locale.say_with("month-of", &args), "─", "─", Role::Heading)
        }
        TimelineRow::Today => (today(context), "▶", "┄", Role::Notice),
        TimelineRow::Undated => (locale.say("timeline-undated"), "─", "─", Role::Heading),
        TimelineRow::Entry(_) => return,
    };
    let columns = usize::from(canvas.area.width);
    let text = truncate(&text, columns.saturating_sub(6));
    let rest = columns.saturating_sub(width(&text) + 4);
    let line = format!("{sign}{rule} {text} {}", rule.repeat(rest));
    canvas.put(&line, canvas.style(role));
}

/// `today · Tuesday 7 March 2023 · 10:44 New York · 15:44 here`.
fn today(context: &Context) -> String {
    let (locale, day) = (context.locale(), context.now.today);
    let date = format!("{} {}", dates::weekday(locale, day), dates::date(locale, day));
    [locale.say("today"), date, clock::room_and_local(context)].join(" · ")
}

/// Draws a rule, and below it as much of the text as there is room for.
fn draw_detail(text: &str, canvas: &mut Canvas) {
    let rule = "─".repeat(canvas.area.width.into());
    let (border, style) = (canvas.style(Role::Border), canvas.style(Role::Text));
    let Some(mut row) = canvas.row(0) else { return };
    row.put(&rule, border);
    canvas.rows_from(1).excerpt(text, style);
}

/// Draws how each line of a programme of work was read.
fn draw_pasted(programme: &Programme, list: &List, canvas: &mut Canvas) {
    for (nth, (at, line)) in programme.lines.iter().enumerate().skip(list.top).enumerate() {
        let Some(mut row) = canvas.row(nth) else { return };
        let (sign, text) = calendar_text::line(row.locale, line, programme);
        let role = match sign {
            '!' => Role::Alarm,
            '✓' => Role::Text,
            _ => Role::Dim,
        };
        row.put(if at == list.selected { "▌" } else { " " }, row.style(Role::Bar));
        let (text, style) = (format!("{:>3} {sign} {text}", line.number), row.style(role));
        row.columns_from(1).put_truncated(&text, style);
    }
}

/// The whole chosen line if it is doubtful, because it may be cut in its row; else what Enter does.
fn pasted_detail(programme: &Programme, list: &List, context: &Context) -> String {
    let chosen = programme.lines.get(list.selected).filter(|line| !line.doubts.is_empty());
    match chosen {
        Some(line) => calendar_text::line(context.locale(), line, programme).1,
        None => context.locale().say("programme-keep"),
    }
}
