//! How the browser of notes and interventions looks: what is typed, the groupings, the notes in groups, and the words of the
//! chosen note.

use crate::app::context::Context;
use crate::app::screen::browser::{self, BrowserRow, Group, Grouping, State};
use crate::app::screen::naming;
use crate::base::text::{truncate, width};
use crate::locale::dates;
use crate::view::canvas::{Canvas, Styled};
use crate::view::rect;
use crate::view::screen::line;
use crate::view::theme::Role;
use crate::workspace::{Intervention, Note};

/// Draws the browser over the desk.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let area = browser::area(context);
    draw_frame(state, &mut canvas.within(rect(area.frame)));
    draw_field(state, &mut canvas.within(rect(area.field)));
    draw_groupings(state, context, &mut canvas.within(rect(area.groupings)));
    draw_groups(state, &mut canvas.within(rect(area.groups)));
    draw_rows(state, context, &mut canvas.within(rect(area.rows)));
    draw_preview(state, context, &mut canvas.within(rect(area.preview)));
}

fn draw_frame(state: &State, canvas: &mut Canvas) {
    let name = canvas.locale.say("title-browser");
    let title = match &state.selected {
        Some(selected) => format!("{name} · {}", selected.title),
        None => name,
    };
    let title = truncate(&title, canvas.width().saturating_sub(6));
    canvas.bordered(Styled::new(&format!("▸ {title} "), canvas.style(Role::TitleFocus)));
}

/// Draws what is typed, with the cursor, and at the right how many notes are shown.
fn draw_field(state: &State, canvas: &mut Canvas) {
    let (shown, all) = state.counts();
    let count = if shown == all { all.to_string() } else { format!("{shown}/{all}") };
    let text = state.input.text();
    let used = canvas.put("› ", canvas.style(Role::Key));
    let room = canvas.width().saturating_sub(usize::from(used) + width(&count) + 2);
    if text.is_empty() {
        let hint = truncate(&canvas.locale.say("browser-type"), room);
        canvas.put_at(used, &hint, canvas.style(Role::Dim));
    }
    let window = line::window(&text, state.input.cursor(), room);
    canvas.put_at(used, window.text, canvas.style(Role::Text));
    let right = canvas.area.width.saturating_sub(u16::try_from(width(&count)).unwrap_or(0));
    canvas.put_at(right, &count, canvas.style(Role::Dim));
    canvas.show_cursor(used + window.cursor);
}

/// Draws the names of all groupings with the current one marked; only the current one if they do not fit.
fn draw_groupings(state: &State, context: &Context, canvas: &mut Canvas) {
    let locale = context.locale();
    let name = |grouping: Grouping| locale.say(&format!("browser-by-{}", grouping.name()));
    let key = locale.keys(&context.input.key("browser", "next-grouping").unwrap_or_default());
    let by = locale.say("browser-by");
    let names: Vec<String> = Grouping::ALL.iter().map(|grouping| name(*grouping)).collect();
    let all = width(&by) + names.iter().map(|name| width(name) + 3).sum::<usize>() + width(&key);
    let (dim, focus, key_style) =
        (canvas.style(Role::Dim), canvas.style(Role::TitleFocus), canvas.style(Role::Key));
    let mut x = canvas.put(&by, dim) + 1;
    for (grouping, name) in Grouping::ALL.into_iter().zip(&names) {
        let is_current = grouping == state.grouping;
        if is_current || all <= canvas.width() {
            let name = if is_current { format!("[{name}]") } else { format!(" {name} ") };
            x += canvas.put_at(x, &name, if is_current { focus } else { dim });
        }
    }
    canvas.put_at(x + 1, &key, key_style);
}

/// Draws the groups with their counts beside the notes.
fn draw_groups(state: &State, canvas: &mut Canvas) {
    let current = state.current_group();
    let height = canvas.height();
    let top = current.saturating_sub(height / 2).min(state.groups.len().saturating_sub(height));
    for (line, (at, group)) in state.groups.iter().enumerate().skip(top).enumerate() {
        let Some(mut row) = canvas.row(line) else { return };
        let columns = row.area.width.saturating_sub(2);
        draw_group(group, if at == current { Role::Here } else { Role::Text }, &mut row.columns(0, columns));
    }
}

/// Draws the name of a group, and at the right how many notes it has and how many spoke for and against.
fn draw_group(group: &Group, role: Role, canvas: &mut Canvas) {
    let counts = format!("{} {}", group.tally.notes, group.tally.stances());
    let (style, dim) = (canvas.style(role), canvas.style(Role::Number));
    canvas.spread(Styled::new(&group.name, style), Styled::new(counts.trim_end(), dim));
}

fn draw_rows(state: &State, context: &Context, canvas: &mut Canvas) {
    if state.rows.is_empty() {
        let id = if state.counts().1 == 0 { "browser-empty" } else { "nothing-fits" };
        canvas.put_truncated(&canvas.locale.say(id), canvas.style(Role::Dim));
    }
    for (line, at) in (state.list.top..state.rows.len()).enumerate() {
        let Some(mut row) = canvas.row(line) else { return };
        match state.rows[at] {
            BrowserRow::Group(group) => draw_group(&state.groups[group], Role::Heading, &mut row),
            BrowserRow::Entry(_) => {
                let note = state.entry(at).and_then(|entry| context.workspace.notebook.get(entry.id));
                if let Some(note) = note {
                    draw_note(note, state.grouping, context, &mut row);
                }
                if at == state.list.selected {
                    row.restyle(Role::Selection);
                }
            }
        }
    }
}

/// The least width at which a row has both day and time, and the name of its passage.
const ROOMY: usize = 60;

/// Draws a note in one row: when, restricted or not, who and how, on what, and its words; without what its group says already.
fn draw_note(note: &Note, grouping: Grouping, context: &Context, canvas: &mut Canvas) {
    let (locale, is_roomy) = (context.locale(), canvas.width() >= ROOMY);
    let time = dates::time(note.at.time());
    let when = match (grouping, is_roomy) {
        (Grouping::Day, _) => time,
        (_, true) => format!("{} {time}", note.at.format("%d/%m/%y")),
        (_, false) => note.at.format("%d/%m").to_string(),
    };
    let said = Intervention::of(note, &context.workspace.delegations);
    let passage = note.anchor.as_ref().filter(|_| grouping != Grouping::Passage);
    let passage = passage.map(|passage| naming::label(locale, passage));
    let who = said.as_ref().filter(|_| grouping != Grouping::Delegation);
    let who = who.map(|said| naming::speaker(context, said));
    let stance = said.as_ref().and_then(|said| said.stance).map_or(Role::Delegation, Role::from);
    let unsaved = context.workspace.unsaved.of_note(note).map(|_| format!("! {}", locale.say("not-saved")));
    let restricted = note.restricted.then(|| locale.say("mark-restricted"));
    let parts = [
        (Some(when), Role::Dim),
        (unsaved, Role::Alarm),
        (restricted, Role::Alarm),
        (who, Role::Delegation),
        (said.as_ref().map(Intervention::sign), stance),
        (passage, Role::Number),
    ];
    let mut x = 1;
    for (part, role) in parts {
        if let Some(part) = part.filter(|part| !part.is_empty()) {
            let style = canvas.style(role);
            x += canvas.put_at(x, &part, style) + 1;
        }
    }
    let words = said.map_or(note.text.as_str(), |said| said.words).replace('\n', " ");
    let style = canvas.style(Role::Text);
    canvas.columns_from(x).put_truncated(words.trim(), style);
}

/// Draws a rule, and below it as much of the words of the chosen note as there is room for, with its citation.
fn draw_preview(state: &State, context: &Context, canvas: &mut Canvas) {
    let rule = "─".repeat(canvas.area.width.into());
    let (border, style) = (canvas.style(Role::Border), canvas.style(Role::Text));
    let Some(mut row) = canvas.row(0) else { return };
    row.put(&rule, border);
    let Some(note) = state.chosen(context) else { return };
    let citation =
        note.anchor.as_ref().map(|anchor| naming::citation(context.locale().language(), anchor) + " · ");
    let text = format!("{}{}", citation.unwrap_or_default(), note.text.trim());
    canvas.rows_from(1).excerpt(&text, style);
}
