//! What people type for a verb in the palette, from `data/palette.toml`, and which verbs need words of their own.

use std::sync::LazyLock;

use crate::base::table::{self, Messages, Table};
use crate::base::text::fold;
use crate::keymap::Binding;
use crate::search::words::is_one_slip;

/// A verb with what people type for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedVerb {
    /// The verb, with its argument if it has one.
    pub binding: Binding,
    /// What is typed, folded.
    pub typed: Vec<String>,
}

/// What people type for verbs.
#[derive(Debug, Clone, Default)]
pub struct TypedVerbs {
    /// The verbs, in the order of the file.
    pub verbs: Vec<TypedVerb>,
    /// The names of verbs that are listed only if each word typed is one of their own.
    careful: Vec<String>,
}

static BUNDLED: LazyLock<TypedVerbs> = LazyLock::new(|| {
    let text = include_str!("../../../data/palette.toml");
    let (verbs, errors) = table::read("palette.toml", text, &MESSAGES, TypedVerbs::read);
    assert!(errors.is_empty(), "a test reads the bundled file: {errors:?}");
    verbs
});

const MESSAGES: Messages = Messages {
    syntax: "concepts-broken",
    unknown_key: "concepts-key",
    missing_key: "concepts-missing",
    value: "concepts-value",
};

impl TypedVerbs {
    /// Those that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    fn read(root: &Table<'_>) -> Self {
        let verb = |table: &Table<'_>| {
            table.require(&["run", "typed"]);
            let (run, typed) = (table.text("run"), table.texts("typed"));
            let binding = binding(&run?);
            Some(TypedVerb { binding, typed: typed.iter().map(|words| fold(words)).collect() })
        };
        let careful = root.texts("careful");
        let verbs = root.tables("verb", verb).into_iter().map(|verb| verb.value).collect();
        Self { verbs, careful }
    }

    /// Whether a verb is listed only if each word typed is one of its own.
    #[must_use]
    pub fn is_careful(&self, verb: &str) -> bool {
        self.careful.iter().any(|name| name == verb)
    }

    /// The verbs for which this is typed: whole, or so far; else in any order, else with one wrong letter. A verb that needs words of its
    /// own is found only by all of them.
    #[must_use]
    pub fn named(&self, typed: &str) -> Vec<&TypedVerb> {
        let typed = fold(typed.trim());
        let mut found: Vec<&TypedVerb> =
            self.verbs.iter().filter(|verb| verb.typed.contains(&typed)).collect();
        if typed.chars().count() <= 2 {
            return found;
        }
        let begun = |verb: &TypedVerb| verb.typed.iter().any(|known| known.starts_with(&typed));
        let others: [&dyn Fn(&TypedVerb) -> bool; 3] =
            [&begun, &|verb| verb.has_words(&typed), &|verb| verb.is_nearly(&typed)];
        let harmless = self.verbs.iter().filter(|verb| !self.is_careful(&verb.binding.verb));
        let harmless: Vec<&TypedVerb> = harmless.filter(|verb| !verb.typed.contains(&typed)).collect();
        for is_meant in others {
            found.extend(harmless.iter().filter(|verb| is_meant(verb)));
            if !found.is_empty() {
                break;
            }
        }
        found
    }
}

/// The fewest letters in which a wrong one is forgiven.
const CORRECTABLE: usize = 5;

impl TypedVerb {
    /// Whether each word typed begins a word of what is typed for it, or of its name in keymaps.
    fn has_words(&self, typed: &str) -> bool {
        let name = self.binding.to_string();
        let own: Vec<&str> =
            self.typed.iter().map(String::as_str).chain([&*name]).flat_map(str::split_whitespace).collect();
        let mut words = typed.split_whitespace();
        words.all(|word| word.chars().count() > 2 && own.iter().any(|known| known.starts_with(word)))
    }

    /// Whether one letter is wrong.
    fn is_nearly(&self, typed: &str) -> bool {
        typed.chars().count() >= CORRECTABLE && self.typed.iter().any(|known| is_one_slip(known, typed))
    }
}

fn binding(text: &str) -> Binding {
    match text.split_once(' ') {
        Some((verb, argument)) => Binding { verb: verb.to_owned(), argument: Some(argument.to_owned()) },
        None => Binding { verb: text.to_owned(), argument: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::verbs;

    #[test]
    fn every_verb_of_the_file_exists() {
        let known = TypedVerbs::bundled();
        for verb in &known.verbs {
            let named = |of: &&verbs::Verb| of.name == verb.binding.verb;
            let argument = verb.binding.argument.as_deref();
            let takes = |of: &verbs::Verb| of.takes(argument) || of.takes_words;
            assert!(verbs::all().filter(named).any(takes), "{}", verb.binding);
        }
        for name in &known.careful {
            assert!(verbs::all().any(|verb| verb.name == name), "{name}");
        }
    }

    #[test]
    fn what_is_typed_names_the_verb() {
        let first =
            |typed: &str| TypedVerbs::bundled().named(typed).first().map(|verb| verb.binding.to_string());
        assert_eq!(first("save").as_deref(), Some("save"));
        assert_eq!(first("EXIT").as_deref(), Some("quit"));
        assert_eq!(first("dark").as_deref(), Some("theme dark"));
        assert_eq!(first("calend").as_deref(), Some("timeline"));
        assert_eq!(first("carry").as_deref(), None, "putting a step off needs its whole words");
        assert_eq!(first("x"), None);
    }
}
