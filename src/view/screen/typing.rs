//! How a note being typed looks.

use ratatui::style::Modifier;
use unicode_segmentation::UnicodeSegmentation;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::screen::typing::State;
use crate::app::screen::{naming, unsaved};
use crate::base::{Span, Value};
use crate::board::DigestScope;
use crate::export::digest;
use crate::locale::Locale;
use crate::view::canvas::Canvas;
use crate::view::theme::Role;
use crate::workspace::speakers::is_speaking_list;
use crate::workspace::{Note, is_record, record_day};

/// The kind of the text, and what it is about.
#[must_use]
pub fn title(state: &State, locale: &Locale) -> String {
    let note = &state.draft.note;
    let mark = note.restricted.then(|| locale.say("mark-restricted"));
    let parts = std::iter::once(locale.say_with("pane-typing", &[("kind", kind(state))]));
    parts.chain(about(note, locale)).chain(mark).collect::<Vec<_>>().join(" · ")
}

/// What a text is about: its passage, the session and the day of a record, or that it is a speaking list.
fn about(note: &Note, locale: &Locale) -> Option<String> {
    if is_record(note) {
        return Some(digest::title(DigestScope { session: note.session?, day: record_day(note) }, locale));
    }
    if is_speaking_list(note) {
        return Some(locale.say("title-speakers"));
    }
    note.anchor.as_ref().map(|anchor| naming::label(locale, anchor))
}

/// The kind of the text, for messages that differ by it.
fn kind(state: &State) -> Value {
    state.draft.note.kind.folder().into()
}

/// Draws whether the note is saved, and below it the text with the cursor.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let (saved, role) = saved(state, context);
    let locale = context.locale();
    let heading =
        [state.draft.note.delegation.clone(), Some(saved), commands(state, locale), link(state, locale)];
    let heading = heading.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    canvas.put_truncated(&heading, canvas.style(role));
    draw_text(state, &mut canvas.rows_from(1));
}

/// That letters are commands, with the count typed before one; `None` if they are typed.
fn commands(state: &State, locale: &Locale) -> Option<String> {
    let mode = state.commands?;
    let count = mode.count.map(|count| format!(" {count}")).unwrap_or_default();
    Some(locale.say("note-commands") + &count)
}

/// Where the link at the cursor leads; `None` if there is none.
fn link(state: &State, locale: &Locale) -> Option<String> {
    let link = state.link_at_cursor()?;
    Some(match link.targets.as_slice() {
        [] => locale.say("link-unknown"),
        [only] => format!("→ {}", naming::citation(locale.language(), only)),
        [first, ..] if link.is_certain => format!("→ {} …", naming::citation(locale.language(), first)),
        several => locale.say_with("link-open", &[("count", several.len().into())]),
    })
}

/// Whether the note is saved, is being saved, or could not be saved and why.
fn saved(state: &State, context: &Context) -> (String, Role) {
    let locale = context.locale();
    match context.workspace.unsaved.of_note(&state.draft.note) {
        Some(error) if !state.draft.is_saved() => {
            let why = unsaved::reason(locale, error);
            (format!("! {} · {why}", locale.say("not-saved")), Role::Alarm)
        }
        _ => {
            let id = if state.draft.is_saved() { "note-saved" } else { "note-unsaved" };
            (locale.say_with(id, &[("kind", kind(state))]), Role::Dim)
        }
    }
}

fn draw_text(state: &State, canvas: &mut Canvas) {
    let editor = &state.editor;
    for (line, span) in editor.rows().iter().skip(editor.top()).enumerate() {
        let Some(mut row) = canvas.row(line) else { break };
        draw_row(state, *span, &mut row);
    }
    let (line, column) = editor.cursor_cell();
    if let Some(line) = line.checked_sub(editor.top())
        && let Some(mut row) = canvas.row(line)
    {
        let x = u16::try_from(column).unwrap_or(0).min(row.area.width.saturating_sub(1));
        if state.looks_up() {
            // The keys go to the text; this is where what is put into the note will be.
            row.columns(x, 1).restyle(Role::Selection);
        } else {
            row.show_cursor(x);
        }
    }
}

/// Draws the bytes `span` of the text; those in the selection, and those that a search found, are marked.
fn draw_row(state: &State, span: Span, canvas: &mut Canvas) {
    let (text, selection) = (state.editor.text(), state.editor.selection());
    let mut x = 0;
    for (offset, grapheme) in span.of(text).grapheme_indices(true) {
        if grapheme == "\n" {
            return;
        }
        let at = span.start + offset;
        let is_selected = selection.is_some_and(|selection| selection.contains(at));
        let role = if is_selected { Role::Selection } else { found_at(state, at).unwrap_or(Role::Text) };
        let link = state.links.found.iter().find(|link| link.span.contains(at));
        let style = match link {
            Some(link) if link.targets.is_empty() => canvas.style(role).patch(canvas.style(Role::Dim)),
            Some(_) => canvas.style(role).add_modifier(Modifier::UNDERLINED),
            None => canvas.style(role),
        };
        x += canvas.put_at(x, grapheme, style);
    }
}

/// Whether the last search found the character at a byte of the text, as the current place or another one.
fn found_at(state: &State, byte: usize) -> Option<Role> {
    let found = state.found.as_ref()?;
    let at = found.places.partition_point(|place| place.end <= byte);
    found.places.get(at).filter(|place| place.contains(byte))?;
    Some(if at == found.at { Role::MatchCurrent } else { Role::Match })
}
