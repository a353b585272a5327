//! Keys that arrive all at once: text pasted into a terminal that does not mark pastes, or keys typed ahead.
//!
//! Where text is typed they are text, and never commands; an Enter among them confirms nothing but a search and a list
//! that only shows another passage. At the desk only lines and sentences are text, because a few keys typed while the
//! program was busy arrive in the same way.

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::overlay::{Picker, Prompt};
use crate::app::verbs::{self, Verb};
use crate::app::{App, keys};
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
/// a place for text takes all of them as pasted text, except a single Enter after one line where that changes nothing but
/// what is shown.
#[must_use]
pub fn first(app: &App, event: Event) -> (Event, Option<Event>) {
    let Event::Burst(keys) = event else { return (event, None) };
    match &keys[..] {
        [key] => (Event::Key(*key), None),
        [line @ .., enter] if only_shows(app) && ends_line(line, *enter) => {
            (Event::Paste(text(line)), Some(Event::Key(*enter)))
        }
        [key, rest @ ..] if !takes_text(app) && !is_text(app, &keys) => {
            (Event::Key(*key), Some(Event::Burst(rest.to_vec())))
        }
        _ => (Event::Burst(keys), None),
    }
}

/// Handles keys that arrived at once and are text. A line end after the words of a field of one line does not confirm
/// them: that is left to the delegate, and said.
pub fn insert(app: &mut App, keys: &[Key]) -> Vec<Effect> {
    let text = text(keys);
    // In a speaking list the line end stays: the next name may follow in a burst of its own.
    let words = if takes_line(app) && !takes_names(app) { text.trim_end_matches('\n') } else { &text };
    let effects = keys::paste(app, words);
    let is_confirmed_later = takes_line(app) && text.ends_with('\n') && !words.trim().is_empty();
    if is_confirmed_later && app.notice.is_none() {
        app.notice = app
            .input
            .key("line", "accept")
            .map(|key| Notice::new("notice-not-confirmed").with("key", app.appearance.locale.keys(&key)));
    }
    effects
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

/// Whether names are typed, each in a line of its own.
fn takes_names(app: &App) -> bool {
    matches!(app.layers.last(), Some(Layer::Line(line)) if line.prompt == Prompt::Speakers)
}

/// Whether confirming what is typed changes nothing but what is shown: a search, or a list of passages or documents.
fn only_shows(app: &App) -> bool {
    match app.layers.last() {
        Some(Layer::Line(line)) => matches!(line.prompt, Prompt::Find { .. } | Prompt::FindInNote { .. }),
        Some(Layer::Picker(list)) => matches!(
            list.picker,
            Picker::Goto
                | Picker::Search
                | Picker::Similar
                | Picker::Documents
                | Picker::Outline
                | Picker::Findings
                | Picker::Citations
                | Picker::CitedBy
                | Picker::NoteLinks
        ),
        _ => false,
    }
}

/// Whether `enter` is the only line end, after a line with something in it.
fn ends_line(line: &[Key], enter: Key) -> bool {
    !line.is_empty() && enter == Key::plain(Code::Enter) && !text(line).contains('\n')
}

/// Whether keys are text where no text is typed: several lines; a sentence or long word whose first key neither opens a
/// place for text nor is a sign with a meaning of its own, such as `>`; and whatever follows a key that ends the program,
/// because nobody types on after that.
fn is_text(app: &App, keys: &[Key]) -> bool {
    let text = text(keys);
    let verb = first_verb(app, keys);
    text.trim_end_matches('\n').contains('\n')
        || (!begins_with_command(verb, keys) && is_prose(&text))
        || (verb.is_some_and(|verb| verb.ends) && keys.len() > 1)
}

/// What the first of some keys does, if it does something by itself.
fn first_verb(app: &App, keys: &[Key]) -> Option<&'static Verb> {
    let scopes = app.scopes();
    let key = keys.first().filter(|_| app.input.typed.is_empty())?;
    let KeyMeaning::Bound(binding) = app.input.keymap.press(&scopes, &[*key]) else { return None };
    scopes.iter().find_map(|scope| verbs::find(scope, &binding.verb))
}

fn begins_with_command(verb: Option<&Verb>, keys: &[Key]) -> bool {
    let (Some(verb), Some(key)) = (verb, keys.first()) else { return false };
    // A sign before a space begins a line of a list or a quotation.
    let is_sign = character(*key).is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace())
        && keys.get(1).is_none_or(|next| character(*next) != Some(' '));
    is_sign || verb.before_text
}

fn is_prose(text: &str) -> bool {
    let is_long = text.trim().contains(' ') || text.chars().count() >= SENTENCE;
    is_long && text.split(|c: char| !c.is_alphabetic()).any(is_word)
}

/// Whether letters are a word: enough of them, and not one key held down.
fn is_word(letters: &str) -> bool {
    letters.chars().count() >= WORD && letters.chars().any(|c| !letters.starts_with(c))
}
