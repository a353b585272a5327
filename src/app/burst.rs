//! Keys that arrive all at once: text pasted into a terminal that does not mark pastes, or keys typed ahead.
//!
//! Where text is typed they are text, and never commands. At the desk only lines and sentences are, because a few keys
//! typed while the program was busy arrive in the same way.

use crate::app::App;
use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::app::verbs;
use crate::keymap::{Code, Key, KeyMeaning};

/// The letters a word has at least; shorter ones are keys like `g57d`.
const WORD: usize = 3;
/// The keys that a word without a space has at least with what is around it.
const SENTENCE: usize = 8;

/// The character that a key types into a text: a letter, a space, a tab, or a line feed for Enter and for Ctrl-J, the
/// code of a line feed. `None` for all other keys.
#[must_use]
pub fn character(key: Key) -> Option<char> {
    match key {
        Key { ctrl: true, alt: false, code: Code::Char('j'), .. } => Some('\n'),
        Key { ctrl: true, .. } | Key { alt: true, .. } | Key { shift: true, .. } => None,
        Key { code: Code::Char(c), .. } => Some(c),
        Key { code: Code::Enter, .. } => Some('\n'),
        Key { code: Code::Tab, .. } => Some('\t'),
        _ => None,
    }
}

/// What the interface takes first of an event, and what is left for later. Only keys that arrive at once are taken apart:
/// a place for text takes all of them as pasted text, except a single Enter after one line, which accepts it.
#[must_use]
pub fn first(app: &App, event: Event) -> (Event, Option<Event>) {
    let Event::Burst(keys) = event else { return (event, None) };
    match &keys[..] {
        [key] => (Event::Key(*key), None),
        [line @ .., enter] if takes_line(app) && ends_line(line, *enter) => {
            (Event::Paste(text(line)), Some(Event::Key(*enter)))
        }
        [key, rest @ ..] if !takes_text(app) && !is_text(app, &keys) => {
            (Event::Key(*key), Some(Event::Burst(rest.to_vec())))
        }
        _ if takes_line(app) => (Event::Paste(text(&keys).trim_end_matches('\n').to_owned()), None),
        _ => (Event::Paste(text(&keys)), None),
    }
}

/// The text that keys type.
#[must_use]
pub fn text(keys: &[Key]) -> String {
    keys.iter().copied().filter_map(character).collect()
}

fn takes_text(app: &App) -> bool {
    app.layers.last().is_some_and(|layer| layer.cover().takes_text())
}

/// Whether text is typed into a field of one line.
fn takes_line(app: &App) -> bool {
    takes_text(app) && !matches!(app.layers.last(), Some(Layer::Typing(_)))
}

/// Whether `enter` is the only line end, after a line with something in it.
fn ends_line(line: &[Key], enter: Key) -> bool {
    !line.is_empty() && enter == Key::plain(Code::Enter) && !text(line).contains('\n')
}

/// Whether keys are text where no text is typed: several lines, or a sentence or long word whose first key neither opens
/// a place for text nor is a sign with a meaning of its own, such as `>`.
fn is_text(app: &App, keys: &[Key]) -> bool {
    let text = text(keys);
    text.trim_end_matches('\n').contains('\n') || (!begins_with_command(app, keys) && is_prose(&text))
}

fn begins_with_command(app: &App, keys: &[Key]) -> bool {
    let scopes = app.scopes();
    let Some(key) = keys.first().filter(|_| app.input.typed.is_empty()) else { return false };
    let KeyMeaning::Bound(binding) = app.input.keymap.press(&scopes, &[*key]) else { return false };
    // A sign before a space begins a line of a list or a quotation.
    let is_sign = character(*key).is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace())
        && keys.get(1).is_none_or(|next| character(*next) != Some(' '));
    let verb = scopes.iter().find_map(|scope| verbs::find(scope, &binding.verb));
    is_sign || verb.is_some_and(|verb| verb.before_text)
}

fn is_prose(text: &str) -> bool {
    let is_long = text.trim().contains(' ') || text.chars().count() >= SENTENCE;
    is_long && text.split(|c: char| !c.is_alphabetic()).any(is_word)
}

/// Whether letters are a word: enough of them, and not one key held down.
fn is_word(letters: &str) -> bool {
    letters.chars().count() >= WORD && letters.chars().any(|c| !letters.starts_with(c))
}
