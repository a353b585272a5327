//! The functions of every layer over the desk.

use crate::app::context::Context;
use crate::app::draft::Draft;
use crate::app::event::Pointer;
use crate::app::outcome::Outcome;

/// The functions of every layer. A new layer needs one file with an implementation, and one variant of
/// [`Layer`](crate::app::layer::Layer).
pub trait Cover {
    /// The scope of its keys in the keymap.
    fn scope(&self) -> &'static str;

    /// Whether the keys of the scope `global` work too; they do not if text is typed.
    fn takes_global_keys(&self) -> bool {
        false
    }

    /// Whether characters that are bound to no verb are inserted as text.
    fn takes_text(&self) -> bool {
        !self.takes_global_keys()
    }

    /// Whether the keys go to the text of the document beside it, with the keys of its own scope before those of the text.
    fn looks_up(&self) -> bool {
        false
    }

    /// Inserts a typed character that is bound to no verb, or other text.
    fn insert(&mut self, _text: &str, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// Handles pasted text.
    fn paste(&mut self, text: &str, context: &Context) -> Outcome {
        self.insert(text, context)
    }

    /// Handles a mouse event.
    fn mouse(&mut self, _pointer: Pointer, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// Updates wrapping and scrolling after a change.
    fn settle(&mut self, _context: &Context) {}

    /// The text that is stored while it is typed here; `None` if nothing is.
    fn draft(&self) -> Option<&Draft>;

    /// The same, for changes. Every layer that holds a note hands it out here: a note may get a new id at any moment.
    fn draft_mut(&mut self) -> Option<&mut Draft>;

    /// Called before the program ends or the layer is closed from outside; hands over the typed text to be stored.
    fn finish(&mut self, _context: &Context) -> Outcome {
        Outcome::none()
    }

    /// The verbs whose keys are shown on the bottom line, the most useful first.
    fn hints(&self) -> &'static [&'static str];

    /// The name in the text id `hint-…` of a verb: a special one if the verb does something special in this layer, else
    /// the name of the verb.
    fn hint<'a>(&self, verb: &'a str) -> &'a str {
        verb
    }
}
