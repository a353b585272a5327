//! What a key does: a verb of the innermost scope that knows it, or a letter in what is being typed.

use crate::app::layer::Layer;
use crate::app::message::{Effect, Notice};
use crate::app::verb::{self, Call};
use crate::app::{App, screen};
use crate::base::Now;
use crate::keymap::{Binding, Code, Key, Outcome};

/// A key was pressed.
pub fn press(app: &mut App, key: Key, now: &Now) -> Vec<Effect> {
    app.notice = None;
    app.typed.push(key);
    let scopes = app.scopes();
    match app.keymap.press(&scopes, &app.typed) {
        Outcome::Pending(_) => Vec::new(),
        Outcome::Bound(binding) => {
            let binding = binding.clone();
            app.typed.clear();
            run(app, &scopes, &binding, now)
        }
        Outcome::Unbound if app.typed.len() > 1 && moves(key) => {
            // The keys on offer stay: whoever looks for a choice with the arrows is told how to choose.
            app.typed.pop();
            app.notice = Some(Notice::new("notice-choose-by-key"));
            Vec::new()
        }
        Outcome::Unbound => {
            let typed = std::mem::take(&mut app.typed);
            unbound(app, &typed, now)
        }
    }
}

/// Whether the key moves about in lists: arrows, pages, ends.
fn moves(key: Key) -> bool {
    use Code::{Down, End, Home, Left, PageDown, PageUp, Right, Tab, Up};
    matches!(key.code, Up | Down | Left | Right | PageUp | PageDown | Home | End | Tab)
}

/// Does what a key is bound to, in the innermost scope that has the verb.
pub fn run(app: &mut App, scopes: &[&str], binding: &Binding, now: &Now) -> Vec<Effect> {
    let found = scopes.iter().find_map(|scope| {
        verb::find(scope, &binding.verb).filter(|verb| verb.takes(binding.argument.as_deref()))
    });
    match found {
        Some(verb) => (verb.run)(app, &Call { argument: binding.argument.as_deref(), now }),
        None => Vec::new(),
    }
}

/// Text was pasted: it goes into what is being typed, or becomes the start of a note.
pub fn paste(app: &mut App, text: &str, now: &Now) -> Vec<Effect> {
    app.notice = None;
    app.typed.clear();
    match app.layers.last_mut() {
        Some(Layer::Typing(_)) => screen::typing::insert(app, text, now),
        Some(Layer::Line(state)) => {
            state.input.insert(text);
            screen::line::changed(app)
        }
        Some(Layer::Picker(state)) => {
            state.input.insert(text);
            screen::picker::changed(app);
            Vec::new()
        }
        Some(Layer::Timeline(_)) => {
            screen::timeline::paste(app, text);
            Vec::new()
        }
        Some(Layer::Details(_)) => {
            app.layers.pop();
            paste(app, text, now)
        }
        None => {
            let mut effects = screen::notes::start(app, now);
            effects.extend(screen::typing::insert(app, text, now));
            effects
        }
    }
}

fn unbound(app: &mut App, typed: &[Key], now: &Now) -> Vec<Effect> {
    let letter = match typed {
        [Key { code: Code::Char(c), ctrl: false, alt: false, .. }] => Some(*c),
        _ => None,
    };
    let mut buffer = [0; 4];
    match (letter, app.layers.last_mut()) {
        (Some(c), Some(Layer::Typing(_))) => screen::typing::insert(app, c.encode_utf8(&mut buffer), now),
        (Some(c), Some(Layer::Line(state))) => {
            state.input.insert(c.encode_utf8(&mut buffer));
            screen::line::changed(app)
        }
        (Some(c), Some(Layer::Picker(state))) => {
            state.input.insert(c.encode_utf8(&mut buffer));
            screen::picker::changed(app);
            Vec::new()
        }
        // Esc gives up a sequence without a word about it.
        (None, _) if typed.last().is_some_and(|key| key.code == Code::Esc) => Vec::new(),
        _ => {
            let keys: Vec<String> = typed.iter().map(ToString::to_string).collect();
            let named = |verb| {
                let found = app.keymap.keys_for(&["global"], verb, None);
                found.first().map(|keys| app.locale.keys(&keys.to_string())).unwrap_or_default()
            };
            let notice = Notice::new("notice-unknown-key").with("key", app.locale.keys(&keys.join(" ")));
            app.notice = Some(notice.with("help", named("help")).with("quit", named("quit")));
            Vec::new()
        }
    }
}
