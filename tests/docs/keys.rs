//! docs/keys.md, made from the bundled keymaps and the words of both languages.

use std::fmt::Write as _;

use plenary::app::verb;
use plenary::keymap::{Binding, Keymap, Sequence};
use plenary::locale::Locale;
use plenary::model::Language;

use crate::support::bless;

use super::verbs::{PALETTE_ONLY, bindings, keymap_of};

const OPENING: &str = "\
# Keys

This page is made from `keymaps/*.toml` and the words in `data/locale/`; a test compares it. In the program `?` shows
the keys that work where you are, and `plenary keys` prints the ones in use, your own among them.

Scopes stand inside one another. In a pane its own keys are asked first, then those of the desk, then those that
work everywhere. While a note or a field of one line is open, only its keys count, and letters are typed. Keys with a
space between them are pressed one after the other; a box shows what may follow.

Every key can be changed: the lines that differ go into `keymap.toml` of the configuration folder (see the README).
";

/// The languages of the page.
struct Words {
    english: Locale,
    french: Locale,
}

impl Words {
    fn new() -> Self {
        Self { english: Locale::new(Language::EN), french: Locale::new(Language::FR) }
    }

    /// A heading for a scope, in both languages.
    fn scope(&self, scope: &str) -> String {
        let id = format!("scope-{scope}");
        format!("{} · {}", self.english.say(&id), self.french.say(&id))
    }

    /// Keys in both languages; once, where they are called the same.
    fn keys(&self, sequences: &[&Sequence]) -> (String, String) {
        let said = |locale: &Locale| {
            let keys = sequences.iter().map(|keys| format!("`{}`", locale.keys(&keys.to_string())));
            keys.collect::<Vec<_>>().join(", ")
        };
        (said(&self.english), said(&self.french))
    }

    /// A row of a table: keys and what they do, in both languages.
    fn row(&self, sequences: &[&Sequence], binding: &Binding) -> String {
        let (english, french) = self.keys(sequences);
        let id = binding.message();
        let name = format!("`{binding}`");
        format!("| {english} | {} | {french} | {} | {name} |\n", self.english.say(&id), self.french.say(&id))
    }
}

const HEAD: &str =
    "| keys | what they do | touches | ce qu’elles font | in keymaps |\n| --- | --- | --- | --- | --- |\n";

/// Every key of the default keymap, scope by scope.
fn default_keys(words: &Words, keymap: &Keymap) -> String {
    let mut text = String::new();
    for scope in keymap.scopes() {
        let _ = write!(text, "\n## {}\n\n{HEAD}", words.scope(scope));
        let mut told: Vec<&Binding> = Vec::new();
        for (_, binding) in keymap.bindings(scope) {
            if !told.contains(&binding) {
                told.push(binding);
                let same = keymap.bindings(scope).filter(|(_, other)| *other == binding);
                text += &words.row(&same.map(|(sequence, _)| sequence).collect::<Vec<_>>(), binding);
            }
        }
    }
    text
}

/// What is reached only through the palette.
fn without_keys(words: &Words) -> String {
    let mut text = "\n## Without a key · Sans touche\n\n".to_owned();
    if PALETTE_ONLY.is_empty() {
        return text + "Nothing: every verb has a key, and `:` finds each by its name.\n";
    }
    let is_listed = |verb: &&verb::Verb| PALETTE_ONLY.contains(&(verb.scope, verb.name));
    for binding in verb::all().filter(is_listed).flat_map(bindings) {
        let id = binding.message();
        let _ = writeln!(text, "- `{binding}`: {} · {}", words.english.say(&id), words.french.say(&id));
    }
    text
}

/// What an overlay changes: keys that do something else or something at all, and keys taken away.
fn overlay(words: &Words, base: &Keymap, name: &str, title: &str) -> String {
    let (changed, _) = keymap_of(name);
    let mut text =
        format!("\n## {title}\n\n| where | keys | what they do | ce qu’elles font | instead of |\n");
    text += "| --- | --- | --- | --- | --- |\n";
    for scope in base.scopes() {
        let of = |keymap: &Keymap, keys: &Sequence| {
            keymap.bindings(scope).find(|(known, _)| *known == keys).map(|(_, binding)| binding.clone())
        };
        let place = words.english.say(&format!("scope-{scope}"));
        let said = |locale: &Locale, binding: Option<&Binding>| {
            binding.map_or_else(|| "–".to_owned(), |binding| locale.say(&binding.message()))
        };
        let mut row = |keys: &Sequence, new: Option<&Binding>, old: Option<&Binding>| {
            let key = words.english.keys(&keys.to_string());
            let (english, french) = (said(&words.english, new), said(&words.french, new));
            let _ = writeln!(
                text,
                "| {place} | `{key}` | {english} | {french} | {} |",
                said(&words.english, old)
            );
        };
        for (keys, binding) in changed.bindings(scope) {
            let old = of(base, keys);
            if old.as_ref() != Some(binding) {
                row(keys, Some(binding), old.as_ref());
            }
        }
        for (keys, binding) in base.bindings(scope) {
            if of(&changed, keys).is_none() {
                row(keys, None, Some(binding));
            }
        }
    }
    text
}

#[test]
fn docs_keys_md_is_up_to_date() {
    let words = Words::new();
    let (keymap, _) = keymap_of("default");
    let mut page = OPENING.to_owned();
    page += &default_keys(&words, &keymap);
    page += &without_keys(&words);
    page += &overlay(&words, &keymap, "vim", "What `keymap = \"vim\"` changes");
    page += &overlay(&words, &keymap, "azerty", "What `keymap = \"azerty\"` changes");
    bless::compare_or_bless("docs/keys.md", &page);
}
