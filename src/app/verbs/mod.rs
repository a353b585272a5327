//! The verbs: everything that can be done with a key or in the palette. Each is declared once, in the file of its scope.

mod agenda;
mod browser;
mod commands;
mod desk;
mod details;
mod editor;
mod line;
mod lookup;
mod notes;
mod reader;
mod said;
mod statement;
mod timeline;
mod tracker;
pub mod typed;

use crate::app::effect::Effect;
use crate::app::outcome::Outcome;
use crate::app::{App, Split};

/// The argument of a verb that is run.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The word after the verb in the keymap: `status open`.
    pub argument: Option<&'a str>,
}

/// A command of the interface.
#[derive(Clone, Copy)]
pub struct Verb {
    /// Where its keys work: the scope of the keymap.
    pub scope: &'static str,
    /// Its name in keymaps; `verb-…` and `hint-…` in the locale.
    pub name: &'static str,
    /// The possible arguments; empty if it takes none.
    pub arguments: &'static [&'static str],
    /// What it does.
    pub action: VerbAction,
    /// Whether it opens a place where text is typed.
    pub before_text: bool,
    /// Whether it ends the program, so that nobody types on after its key.
    pub ends: bool,
    /// Whether words typed after its name in the palette are its argument. Keymaps cannot give them.
    pub takes_words: bool,
    /// Whether it works beside a note that is open: it only moves, shows or copies.
    pub while_writing: bool,
}

/// What a verb does.
#[derive(Clone, Copy)]
pub enum VerbAction {
    /// Runs a function of the screens, which returns its requests.
    Screen(fn(Split, &Call) -> Outcome),
    /// Changes the interface as a whole, and returns what must be done outside of it.
    Whole(fn(&mut App, &Call) -> Vec<Effect>),
}

impl Verb {
    /// A verb of the screens that takes no argument.
    pub const fn new(scope: &'static str, name: &'static str, run: fn(Split, &Call) -> Outcome) -> Self {
        Self {
            scope,
            name,
            arguments: &[],
            action: VerbAction::Screen(run),
            before_text: false,
            ends: false,
            takes_words: false,
            while_writing: false,
        }
    }

    /// A verb that changes the interface as a whole and takes no argument.
    pub const fn whole(
        scope: &'static str,
        name: &'static str,
        run: fn(&mut App, &Call) -> Vec<Effect>,
    ) -> Self {
        Self {
            scope,
            name,
            arguments: &[],
            action: VerbAction::Whole(run),
            before_text: false,
            ends: false,
            takes_words: false,
            while_writing: false,
        }
    }

    /// The same verb, with these possible arguments.
    #[must_use]
    pub const fn with(self, arguments: &'static [&'static str]) -> Self {
        Self { arguments, ..self }
    }

    /// The same verb, opening a place where text is typed.
    #[must_use]
    pub const fn before_text(self) -> Self {
        Self { before_text: true, ..self }
    }

    /// The same verb, ending the program.
    #[must_use]
    pub const fn ending(self) -> Self {
        Self { ends: true, ..self }
    }

    /// The same verb, with the words typed after its name in the palette as its argument; `NAME-to` in the locale is
    /// what it does with them.
    #[must_use]
    pub const fn with_words(self) -> Self {
        Self { takes_words: true, ..self }
    }

    /// The same verb, which only moves, shows or copies, so that it works beside a note that is open too.
    #[must_use]
    pub const fn while_writing(self) -> Self {
        Self { while_writing: true, ..self }
    }

    /// Whether the word may follow the verb in a keymap.
    #[must_use]
    pub fn takes(&self, argument: Option<&str>) -> bool {
        match argument {
            None => self.arguments.is_empty(),
            Some(word) => self.arguments.contains(&word),
        }
    }
}

impl std::fmt::Debug for Verb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.scope, self.name)
    }
}

/// All verbs, scope by scope.
pub fn all() -> impl Iterator<Item = &'static Verb> {
    let tables: [&'static [Verb]; 14] = [
        desk::VERBS,
        agenda::VERBS,
        reader::VERBS,
        notes::VERBS,
        tracker::VERBS,
        timeline::VERBS,
        browser::VERBS,
        said::VERBS,
        statement::VERBS,
        details::VERBS,
        editor::VERBS,
        lookup::VERBS,
        commands::VERBS,
        line::VERBS,
    ];
    tables.into_iter().flatten()
}

/// The verb of this name in a scope.
#[must_use]
pub fn find(scope: &str, name: &str) -> Option<&'static Verb> {
    all().find(|verb| verb.scope == scope && verb.name == name)
}

/// Whether a keymap may bind a key of this scope to `name` with `argument`.
#[must_use]
pub fn is_known(scope: &str, name: &str, argument: Option<&str>) -> bool {
    find(scope, name).is_some_and(|verb| verb.takes(argument))
}
