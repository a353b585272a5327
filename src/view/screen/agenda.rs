//! How the agenda pane looks.

use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::screen::agenda::{self, AgendaRow, State};
use crate::app::screen::tracker;
use crate::base::text::width;
use crate::board::Board;
use crate::cite;
use crate::locale::dates;
use crate::model::{Place, Reference};
use crate::view::canvas::{Canvas, Styled};
use crate::view::theme::Role;

/// Draws the agenda items with their sections, next steps and statuses.
pub fn draw(state: &State, tracker: &tracker::State, context: &Context, canvas: &mut Canvas) {
    let rows = state.rows(context);
    for (line, (at, row)) in rows.iter().enumerate().skip(state.list.top).enumerate() {
        let Some(mut canvas) = canvas.row(line) else { return };
        let is_chosen = at == state.list.selected;
        match row {
            AgendaRow::Item(item) => draw_item(*item, is_chosen, context, &mut canvas),
            AgendaRow::Step(_, step) => draw_step(*step, is_chosen, tracker, context, &mut canvas),
        }
        if is_chosen {
            canvas.restyle(if context.focus == Pane::Agenda { Role::Selection } else { Role::Here });
        }
    }
}

fn draw_item(item: usize, is_chosen: bool, context: &Context, canvas: &mut Canvas) {
    let (process, language) = (context.process(), context.locale().language());
    let link = &process.items[item];
    let section = context.desk.report.as_ref().and_then(|report| process.section(report, &link.item));
    let letter = match section.map(|section| &section.place) {
        Some(Place::Heading(path)) => path.join("."),
        _ => String::new(),
    };
    let is_open = item == context.desk.item;
    let sign = match is_open {
        true if agenda::steps(context, item).next().is_some() => "▾",
        true => "▸",
        false => " ",
    };
    let role = if is_chosen || is_open {
        Role::Heading
    } else if agenda::has_children(context, &link.item) {
        Role::Dim
    } else {
        Role::Text
    };
    let text = format!("{sign} {} {}", cite::number(&link.item, language), link.short.get(language));
    let tally = context.workspace.notebook.tally_of_item(&link.item).signs();
    let (style, number) = (canvas.style(role), canvas.style(Role::Number));
    let (taken, mark) = (u16::try_from(width(&letter)).unwrap_or(0), canvas.style(Role::NoteMark));
    canvas.put_at(canvas.area.width.saturating_sub(taken), &letter, number);
    let left = canvas.area.width.saturating_sub(taken + u16::from(taken > 0));
    canvas.columns(0, left).spread(Styled::new(&text, style), Styled::new(&tally, mark));
}

/// Draws a next step of the report, given by its index in the follow-ups of the report. The language is shown if the text that is
/// read does not have the step.
fn draw_step(step: usize, is_chosen: bool, tracker: &tracker::State, context: &Context, canvas: &mut Canvas) {
    let Some(symbol) = context.desk.report.as_ref() else { return };
    let Some(followup) = context.followups_of(symbol).get(step) else { return };
    let passage = Reference { symbol: symbol.clone(), address: followup.step.clone() };
    let row = tracker.board().and_then(|board| Some((board, board.find(&passage, None)?)));
    let mut right: Vec<(String, Style)> = Vec::new();
    let language = followup.source.language;
    if language != context.reading() && context.library.shelf.has_versions(symbol) {
        right.push((format!("({language})"), canvas.style(Role::Dim)));
    }
    if let Some(date) = followup.deadline.as_ref().and_then(|deadline| deadline.date) {
        right.push((dates::near(context.locale(), date, context.now.today), canvas.style(Role::Dim)));
    }
    right.extend(row.into_iter().flat_map(|(board, row)| signs(board, row, context, canvas)));
    let label = format!("{}.{}", followup.section.join("."), followup.number);
    let mark = if is_chosen { "▌" } else { " " };
    let right_width: usize = right.iter().map(|(text, _)| width(text) + 1).sum();
    let start = canvas.area.width.saturating_sub(u16::try_from(right_width).unwrap_or(0));
    let gist = row.map(|(board, row)| board.rows[row].words.as_str()).unwrap_or_default();
    let style = canvas.style(Role::Text);
    canvas.columns(0, start).put_truncated(&format!("{mark}  {label} {gist}"), style);
    let mut x = start + 1;
    for (text, style) in right {
        x += canvas.put_at(x, &text, style) + 1;
    }
}

/// The status of a step at each session where it is due, and where a status was set in addition: `4●`.
fn signs(board: &Board, row: usize, context: &Context, canvas: &Canvas) -> Vec<(String, Style)> {
    let tracker = &context.workspace.tracker;
    let due = board.due(row, tracker).into_iter().map(|due| due.session);
    let mut sessions: Vec<u32> = due.chain(board.marked(row, tracker)).collect();
    sessions.sort_unstable();
    sessions.dedup();
    let sign = |session: u32| {
        let status = board.status(row, session, tracker);
        (format!("{session}{}", status.sign()), canvas.style(Role::from(status)))
    };
    sessions.into_iter().map(sign).collect()
}
