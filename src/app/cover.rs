//! What every layer over the desk can do.

use crate::app::context::Context;
use crate::app::event::Pointer;
use crate::app::outcome::Outcome;

/// What every layer can do. A new layer is one file with an implementation, and one variant of [`Layer`](crate::app::layer::Layer).
pub trait Cover {
    /// The scope of its keys in the keymap.
    fn scope(&self) -> &'static str;

    /// Whether the keys of the scope `global` work too. Not where text is typed.
    fn takes_global_keys(&self) -> bool {
        false
    }

    /// Whether characters bound to no verb are typed into it.
    fn takes_text(&self) -> bool {
        !self.takes_global_keys()
    }

    /// A character was typed that is bound to no verb, or text was put in.
    fn insert(&mut self, _text: &str, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// Text was pasted.
    fn paste(&mut self, text: &str, context: &Context) -> Outcome {
        self.insert(text, context)
    }

    /// The mouse did something.
    fn mouse(&mut self, _pointer: Pointer, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// Brings wrapping and scrolling up to date after a change.
    fn settle(&mut self, _context: &Context) {}

    /// The program ends, or the layer is closed from outside: what was typed is handed over to be stored.
    fn finish(&mut self, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// The verbs whose keys are shown on the bottom line, the most useful first.
    fn hints(&self) -> &'static [&'static str];

    /// The message `hint-…` for a verb where it means something special here; else the name of the verb.
    fn hint<'a>(&self, verb: &'a str) -> &'a str {
        verb
    }
}
