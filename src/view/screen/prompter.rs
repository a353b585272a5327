//! How a statement looks while it is read aloud: the paragraph in the middle, the next one dimmed below it, and the time.

use ratatui::widgets::{Clear, Widget};

use crate::app::context::Context;
use crate::app::screen::prompter::{self, PrompterTime, State};
use crate::locale::dates;
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::theme::Role;

/// Draws the page; nothing else is on the screen but the line of keys.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let mut whole = canvas.within(rect(prompter::area(context)));
    Clear.render(whole.area, whole.buffer);
    whole.restyle(Role::Text);
    draw_time(state, context, &mut whole);
    let mut page = canvas.within(rect(prompter::page(context)));
    if state.at == 0 {
        draw_before(state, &mut page);
    } else if state.is_at_end() {
        draw_end(state, context, &mut page);
    } else {
        draw_paragraph(state, context, &mut page);
    }
}

/// Draws the number of the paragraph at the left and the time at the right, always in the same columns.
fn draw_time(state: &State, context: &Context, canvas: &mut Canvas) {
    let count = state.paragraphs.len();
    let at = format!(" {}/{count}", state.at.min(count));
    let time = state.time(context.now.instant);
    let role = if time.is_near() { Role::Alarm } else { Role::Number };
    let (dim, style) = (canvas.style(Role::Dim), canvas.style(role));
    canvas.spread(Styled::new(&at, dim), Styled::new(&format!("{} ", shown(time, canvas)), style));
}

/// The time left and the limit; over the limit with a sign and a word.
fn shown(time: PrompterTime, canvas: &Canvas) -> String {
    let left = dates::minutes(time.left.unsigned_abs());
    let (sign, id) = match time.left {
        ..0 => ("▲", "prompter-over"),
        _ if !time.is_running => ("‖", "prompter-left"),
        _ => (" ", "prompter-left"),
    };
    let words = canvas.locale.say_with(id, &[("time", left.as_str().into())]);
    format!("{sign} {words} / {}", dates::minutes(time.limit))
}

fn draw_before(state: &State, canvas: &mut Canvas) {
    let top = canvas.area.height / 3;
    let mut page = canvas.rows_from(top);
    let style = page.style(Role::Heading);
    let taken = u16::try_from(page.paragraph(&state.title, style)).unwrap_or(1);
    let mut below = page.rows_from(taken + 1);
    let style = below.style(Role::Dim);
    below.paragraph(&state.length, style);
}

fn draw_end(state: &State, context: &Context, canvas: &mut Canvas) {
    let time = state.time(context.now.instant);
    let (used, limit) = (dates::minutes(time.used), dates::minutes(time.limit));
    let args = [("used", used.as_str().into()), ("limit", limit.as_str().into())];
    let text = canvas.locale.say_with("prompter-end", &args);
    let top = canvas.area.height / 3;
    let mut page = canvas.rows_from(top);
    let style = page.style(Role::Heading);
    page.paragraph(&text, style);
}

/// Draws the paragraph in the middle, its heading above it, and the next one below it.
fn draw_paragraph(state: &State, context: &Context, canvas: &mut Canvas) {
    let lines = state.lines(context);
    let shown = lines.len().saturating_sub(state.top);
    let top = canvas.height().saturating_sub(shown) / 2;
    let (text, dim, heading) =
        (canvas.style(Role::Text), canvas.style(Role::Dim), canvas.style(Role::Heading));
    let above = &state.paragraphs[state.at - 1].heading;
    if let (Some(words), Some(line)) = (above, top.checked_sub(2))
        && let Some(mut row) = canvas.row(line)
    {
        row.put_truncated(words, heading);
    }
    for (at, line) in lines.iter().skip(state.top).enumerate() {
        let Some(mut row) = canvas.row(top + at) else { break };
        row.put(line, text);
    }
    for (at, line) in state.next_lines(context).iter().enumerate() {
        let Some(mut row) = canvas.row(top + shown + 2 + at) else { break };
        row.put(line, dim);
    }
}
