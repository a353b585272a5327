//! Keyboard input: the keymap, the keys of an unfinished sequence, and the program's own clipboard.

use crate::app::copying::Question;
use crate::base::Message;
use crate::keymap::{Key, Keymap};

/// The keymap, the keys of an unfinished sequence, and the clipboard.
#[derive(Debug)]
pub struct Input {
    /// The keymap.
    pub keymap: Keymap,
    /// The keys typed so far of a sequence that is not finished.
    pub typed: Vec<Key>,
    /// The text last cut or copied; `None` if nothing was.
    pub clipboard: Option<Clipboard>,
    /// Words that were copied and of which some are restricted; `None` if nothing of the kind was.
    pub question: Option<Question>,
    /// What the last handover or takeover has done, line by line.
    pub report: Vec<Message>,
}

/// A text that was cut or copied, for the next paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clipboard {
    /// The text.
    pub words: String,
    /// Whether some of it comes from a restricted text.
    pub restricted: bool,
}

impl Clipboard {
    /// Words of a document, which nothing restricts.
    #[must_use]
    pub fn open(words: String) -> Self {
        Self { words, restricted: false }
    }
}

impl Input {
    /// The first key sequence of a verb in a scope, as keymaps write it; `None` if it has no key.
    #[must_use]
    pub fn key(&self, scope: &str, verb: &str) -> Option<String> {
        self.keymap.keys_for(&[scope], verb, None).first().map(ToString::to_string)
    }
}
