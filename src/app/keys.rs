//! Key presses: a key runs the verb it is bound to in the innermost scope, or inserts a character.

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::dropped::dropped;
use crate::app::effect::Effect;
use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::outcome::Outcome;
use crate::app::overlay::Prompt;
use crate::app::screen::line;
use crate::app::verbs::{self, Call, VerbAction};
use crate::app::{App, Split};
use crate::keymap::{Binding, Code, Key, KeyMeaning as Match};

/// Handles a key press.
pub fn press(app: &mut App, key: Key) -> Vec<Effect> {
    app.notice = None;
    app.input.typed.push(key);
    let scopes = app.scopes();
    match app.input.keymap.press(&scopes, &app.input.typed) {
        Match::Pending(_) => Vec::new(),
        Match::Bound(binding) => {
            let binding = binding.clone();
            app.input.typed.clear();
            run(app, &scopes, &binding)
        }
        Match::Unbound if app.input.typed.len() > 1 && moves(key) => {
            // The possible keys stay visible; a notice asks for one of them.
            app.input.typed.pop();
            app.notice = Some(Notice::new("notice-choose-by-key"));
            Vec::new()
        }
        Match::Unbound => {
            let typed = std::mem::take(&mut app.input.typed);
            unbound(app, &typed)
        }
    }
}

/// Whether the key moves the cursor in lists: arrows, pages, ends.
fn moves(key: Key) -> bool {
    use Code::{Down, End, Home, Left, PageDown, PageUp, Right, Tab, Up};
    matches!(key.code, Up | Down | Left | Right | PageUp | PageDown | Home | End | Tab)
}

/// Runs the verb of a binding, in the innermost scope that has it.
pub fn run(app: &mut App, scopes: &[&str], binding: &Binding) -> Vec<Effect> {
    // Doing anything else means to stay.
    app.is_leaving = app.is_leaving && binding.verb == "quit";
    let argument = binding.argument.as_deref();
    let found = scopes.iter().find_map(|scope| {
        verbs::find(scope, &binding.verb).filter(|verb| verb.takes(argument) || verb.takes_words)
    });
    match found {
        None => Vec::new(),
        Some(verb) if !verb.while_writing && is_looking_up(app) => {
            app.notice = Some(note_is_open(app));
            Vec::new()
        }
        Some(verb) => {
            app.settle_if_needed();
            match verb.action {
                VerbAction::Screen(run) => app.with(|on| run(on, &Call { argument })),
                VerbAction::Whole(run) => run(app, &Call { argument }),
            }
        }
    }
}

/// Whether the keys go to the text beside a note that is open.
fn is_looking_up(app: &App) -> bool {
    app.layers.last().is_some_and(|layer| layer.cover().looks_up())
}

/// A notice that this is not possible beside an open note, with the key that goes back to it.
fn note_is_open(app: &App) -> Notice {
    let key = app.input.key("lookup", "return-to-note").map(|keys| app.appearance.locale.keys(&keys));
    Notice::new("notice-note-open").with("key", key.unwrap_or_default())
}

/// Handles pasted text: it goes to the top layer, or becomes the start of a note.
pub fn paste(app: &mut App, text: &str) -> Vec<Effect> {
    app.notice = None;
    app.input.typed.clear();
    if !app.layers.is_empty() {
        return app.with(|on| to_layer(on, |layer, context| layer.paste(text, context)));
    }
    // A file that was dropped on the terminal: its path is shown in the line of an import, to be confirmed.
    if dropped(text).is_some() {
        let line = line::State::with_text(Prompt::Import, text.trim());
        app.layers.push(Layer::Line(Box::new(line)));
        return Vec::new();
    }
    let mut effects = app.with(|on| on.panes.notes.start(&on.context));
    effects.extend(app.with(|on| to_layer(on, |layer, context| layer.paste(text, context))));
    effects
}

/// Runs a function of the top layer, if there is one.
fn to_layer(on: Split, function: impl FnOnce(&mut dyn Cover, &Context) -> Outcome) -> Outcome {
    on.layers.last_mut().map_or_else(Outcome::none, |layer| function(layer.cover_mut(), &on.context))
}

fn unbound(app: &mut App, typed: &[Key]) -> Vec<Effect> {
    app.is_leaving = false;
    match typed {
        [Key { code: Code::Char(c), ctrl: false, alt: false, .. }]
            if app.layers.last().is_some_and(|layer| layer.cover().takes_text()) =>
        {
            let mut buffer = [0; 4];
            let text = c.encode_utf8(&mut buffer);
            app.with(|on| to_layer(on, |layer, context| layer.insert(text, context)))
        }
        // Esc cancels a key sequence without a notice.
        [.., Key { code: Code::Esc, .. }] => Vec::new(),
        _ => {
            app.notice = Some(unknown(app, typed));
            Vec::new()
        }
    }
}

/// A notice that the keys are not bound, with the keys for help and for leaving the program.
fn unknown(app: &App, typed: &[Key]) -> Notice {
    let locale = &app.appearance.locale;
    let keys: Vec<String> = typed.iter().map(ToString::to_string).collect();
    let key = |verb| app.input.key("global", verb).map(|keys| locale.keys(&keys)).unwrap_or_default();
    let notice = Notice::new("notice-unknown-key").with("key", locale.keys(&keys.join(" ")));
    notice.with("help", key("help")).with("quit", key("quit"))
}
