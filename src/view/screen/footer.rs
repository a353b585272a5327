//! How the line below the panes looks: a message about what just happened, or the keys that are useful now.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::base::text::{truncate, truncate_words, width};
use crate::keymap::Keymap;
use crate::typeset::wrap;
use crate::view::canvas::Canvas;
use crate::view::found;
use crate::view::screen::line;
use crate::view::theme::Role;
use crate::view::widget::floor;

/// Draws the message if there is one, else the keys with a word for each, as many as there is room for.
pub fn draw(app: &App, canvas: &mut Canvas) {
    canvas.restyle(Role::Footer);
    if let Some(notice) = &app.notice {
        // The line being typed is always visible, with what is understood of it.
        let above = match app.layers.last() {
            Some(Layer::Line(state)) => {
                1 + line::rows_above(state, found(app, &state.prompt), &app.context(), canvas)
            }
            _ => 0,
        };
        let y = canvas.area.y.saturating_sub(above);
        let area = Rect { y, ..canvas.area };
        let free = draw_notice(notice, &mut canvas.within(area));
        if above == 0 {
            floor::draw(&app.context(), free, canvas);
        }
        return;
    }
    let context = app.context();
    let clock = floor::draw(&context, canvas.area.width / 3 * 2, canvas);
    let room = canvas.area.width.saturating_sub(clock);
    let mut x = 1;
    for hint in hints(app) {
        let columns = u16::try_from(width(&hint.key) + width(&hint.text) + 1).unwrap_or(u16::MAX);
        if columns > room.saturating_sub(x) {
            return;
        }
        x += canvas.put_at(x, &hint.key, canvas.style(Role::Key)) + 1;
        x += canvas.put_at(x, &hint.text, Style::default()) + 3;
    }
}

/// Rows a long message may take.
const NOTICE_ROWS: usize = 3;

/// Draws a message whose last row is the row of the canvas; the other rows of a long one are above it. Returns how many columns
/// are free at the right of its last row.
fn draw_notice(notice: &Notice, canvas: &mut Canvas) -> u16 {
    let (sign, role) = if notice.alarm { ("! ", Role::Alarm) } else { ("  ", Role::Notice) };
    let text = format!("{sign}{}", canvas.locale.message(&notice.message));
    let text = if notice.is_brief { truncate_words(&text, canvas.width()) } else { text };
    let rows = wrap(&text, canvas.width());
    let shown = rows.len().min(NOTICE_ROWS);
    let top = canvas.area.y.saturating_sub(u16::try_from(shown - 1).unwrap_or(0));
    let blank = " ".repeat(canvas.area.width.into());
    let mut free = 0;
    for (line, span) in rows.iter().take(shown).enumerate() {
        let area = Rect { y: top + u16::try_from(line).unwrap_or(0), ..canvas.area };
        let mut row = canvas.within(area);
        let is_cut = shown < rows.len() && line + 1 == shown;
        let shown =
            if is_cut { truncate(span.rest_of(&text), row.width()) } else { span.of(&text).to_owned() };
        row.put(&blank, row.style(Role::Footer));
        free = row.area.width.saturating_sub(row.put(shown.trim_end(), row.style(role)));
    }
    free
}

/// A key and what it does.
struct Hint {
    key: String,
    text: String,
}

/// The keys that are useful now, the most useful first.
fn hints(app: &App) -> Vec<Hint> {
    let (locale, keymap, scopes) = (&app.appearance.locale, &app.input.keymap, app.scopes());
    let layer = app.layers.last().map(Layer::cover);
    let pane = || app.panes.get(app.window.focus).hints(&app.context());
    let verbs = layer.map_or_else(pane, |layer| layer.hints());
    let hint = |verb: &&str| {
        let action = layer.map_or(*verb, |layer| layer.hint(verb));
        let key = scopes.iter().find_map(|scope| first_key(keymap, scope, verb))?;
        let text = locale.say(&format!("hint-{action}"));
        Some(Hint { key: locale.keys_short(&key), text })
    };
    verbs.iter().filter_map(hint).collect()
}

/// The first key of a verb in a scope, as keymaps write it. Of a verb that takes an argument, the key its arguments
/// have in common, `s` of `s o`; without such a key, the keys of the first arguments.
fn first_key(keymap: &Keymap, scope: &str, verb: &str) -> Option<String> {
    if let Some(keys) = keymap.keys_for(&[scope], verb, None).first() {
        return Some(keys.to_string());
    }
    let bound =
        keymap.bindings(scope).filter(|(_, binding)| binding.verb == verb && binding.argument.is_some());
    let sequences: Vec<String> = bound.map(|(sequence, _)| sequence.to_string()).collect();
    match sequences.first()?.split_once(' ') {
        Some((key, _)) => Some(key.to_owned()),
        None => Some(sequences.iter().take(4).cloned().collect::<Vec<_>>().join(" ")),
    }
}
