//! How the notes pane looks.

use ratatui::Frame;
use ratatui::layout::Rect;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::place;
use crate::app::screen::{catalogue, notes};
use crate::locale::dates;
use crate::typeset::wrap;
use crate::view::theme::{Role, Theme};
use crate::view::widget::{pane, row};
use crate::workspace::Note;

/// Draws the notes for where one is, the broken ones first.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let shown = notes::shown(app);
    let title = title(app, shown.len());
    let Some(area) = pane::draw(app, Pane::Notes, &title, theme, frame) else { return };
    let mut line = draw_broken(app, (area, theme), frame);
    if shown.is_empty() {
        draw_empty(app, line, (area, theme), frame);
        return;
    }
    for (at, note) in shown.iter().enumerate().skip(app.notes.list.top) {
        let chosen = at == app.notes.list.selected;
        line = draw_note(app, note, (line, chosen), (area, theme), frame) + 1;
        if line >= usize::from(area.height) {
            return;
        }
    }
}

fn title(app: &App, count: usize) -> String {
    let at = if app.notes.whole_section { place::section_here(app) } else { place::here(app) };
    let label = catalogue::label(app, &at);
    let name = app.locale.say("pane-notes");
    if count > 0 { format!("{name} ({count}) · {label}") } else { format!("{name} · {label}") }
}

/// Files that could not be read as notes are shown as broken wherever one is; nothing is skipped.
fn draw_broken(app: &App, (area, theme): (Rect, &Theme), frame: &mut Frame) -> usize {
    let mut line = 0;
    for broken in app.notebook.broken() {
        let words = format!("! {}", app.locale.explain(&broken.error));
        for span in wrap(&words, usize::from(area.width).max(1)) {
            let Some(place) = row::nth(area, line) else { return line };
            row::put(
                frame.buffer_mut(),
                (place.x, place.y),
                place.width,
                span.of(&words),
                theme.of(Role::Alarm),
            );
            line += 1;
        }
    }
    line
}

fn draw_empty(app: &App, line: usize, (area, theme): (Rect, &Theme), frame: &mut Frame) {
    let key = |verb| {
        app.keymap.keys_for(&["desk"], verb, None).first().map(ToString::to_string).unwrap_or_default()
    };
    let (note, intervention) = (app.locale.keys(&key("note")), app.locale.keys(&key("intervention")));
    let words = app
        .locale
        .say_with("notes-empty", &[("note", (&note).into()), ("intervention", (&intervention).into())]);
    for (at, span) in wrap(&words, usize::from(area.width).max(1)).into_iter().enumerate() {
        let Some(place) = row::nth(area, line + at) else { return };
        row::put(
            frame.buffer_mut(),
            (place.x, place.y),
            place.width,
            span.of(&words).trim_end(),
            theme.of(Role::Dim),
        );
    }
}

/// Draws one note and answers the line after its last.
fn draw_note(
    app: &App,
    note: &Note,
    (mut line, chosen): (usize, bool),
    (area, theme): (Rect, &Theme),
    frame: &mut Frame,
) -> usize {
    let Some(place) = row::nth(area, line) else { return line };
    let bar = if chosen { "▌" } else { " " };
    let time = when(app, note);
    row::put(frame.buffer_mut(), (place.x, place.y), 1, bar, theme.of(Role::Bar));
    let mut x = place.x + 1;
    x +=
        row::put(frame.buffer_mut(), (x, place.y), place.width.saturating_sub(1), &time, theme.of(Role::Dim))
            + 1;
    if let Some(delegation) = &note.delegation {
        let room = place.right().saturating_sub(x);
        x += row::put(frame.buffer_mut(), (x, place.y), room, delegation, theme.of(Role::Delegation)) + 1;
    }
    draw_owner(app, note, (x, place), theme, frame);
    line += 1;
    let text = note.text.trim_end();
    for span in wrap(text, usize::from(area.width.saturating_sub(1)).max(1)) {
        let Some(place) = row::nth(area, line) else { return line };
        row::put(frame.buffer_mut(), (place.x, place.y), 1, bar, theme.of(Role::Bar));
        let words = span.of(text).trim_end_matches('\n');
        let cut: usize = words.graphemes(true).map(str::len).sum();
        let room = place.width.saturating_sub(1);
        row::put(frame.buffer_mut(), (place.x + 1, place.y), room, &words[..cut], theme.of(Role::Text));
        line += 1;
    }
    line
}

/// Where a note belongs when it is not exactly here, and who wrote it when it was somebody else.
fn draw_owner(app: &App, note: &Note, (x, place): (u16, Rect), theme: &Theme, frame: &mut Frame) {
    let mut words = Vec::new();
    if let Some(anchor) = note.anchor.as_ref().filter(|anchor| **anchor != place::here(app)) {
        words.push(catalogue::label(app, anchor));
    }
    if note.author != app.author {
        words.push(note.author.clone());
    }
    let words = words.join(" · ");
    row::put(
        frame.buffer_mut(),
        (x, place.y),
        place.right().saturating_sub(x),
        &words,
        theme.of(Role::Number),
    );
}

/// The time of a note of today, the date as well of an older one.
fn when(app: &App, note: &Note) -> String {
    let time = dates::time(note.at.time());
    if note.at.date_naive() == app.now.today {
        return time;
    }
    format!("{} {time}", dates::short(&app.locale, note.at.date_naive()))
}
