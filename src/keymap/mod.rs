//! Keys as people write them, the keymap as a trie for each scope, and keymap files read with all their errors.
//!
//! This layer does not know the commands: a verb is a string, and the caller that loads a keymap knows which verbs exist.

mod key;
mod load;
mod notation;
mod trie;

pub use key::{Code, Key, Sequence};
pub use load::load;
pub use notation::BadKey;
pub use trie::{Binding, KeyMeaning, Keymap, Next};

/// The names of the keymaps that come with the program; the first is the base of the others.
pub const BUNDLED: [&str; 3] = ["default", "vim", "azerty"];

/// The text of a keymap that comes with the program.
#[must_use]
pub fn bundled(name: &str) -> Option<&'static str> {
    match name {
        "default" => Some(include_str!("../../keymaps/default.toml")),
        "vim" => Some(include_str!("../../keymaps/vim.toml")),
        "azerty" => Some(include_str!("../../keymaps/azerty.toml")),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
