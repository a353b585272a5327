//! docs/keys.md, generated from the bundled keymaps and the messages of both languages.

use std::fmt::Write as _;

use plenary::app::verbs;
use plenary::keymap::{Binding, Keymap, Sequence};
use plenary::locale::Locale;
use plenary::model::Language;

use crate::support::bless;

use super::verbs::{PALETTE_ONLY, bindings, keymap_of};

const OPENING: &str = "\
# Keys

This page is generated from `keymaps/*.toml` and the messages in `data/locale/`; a test keeps it up to date. In the
program, `?` shows the keys available where you are, and `plenary keys` prints all keys in use, including your own.

Scopes are nested. In a pane, its own keys come first, then those of the desk, then those that work everywhere. While a
note or a one-line field is open, only its own keys work, and letters are typed. Keys with a space between them are pressed
one after the other; a box shows the possible next keys.

Every key can be changed: put the lines that differ into `keymap.toml` in the configuration folder (see the README).
";

/// The two languages of the page.
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

    /// Keys in both languages.
    fn keys(&self, sequences: &[&Sequence]) -> (String, String) {
        let written = |locale: &Locale| {
            let keys = sequences.iter().map(|keys| format!("`{}`", locale.keys(&keys.to_string())));
            keys.collect::<Vec<_>>().join(", ")
        };
        (written(&self.english), written(&self.french))
    }

    /// A row of a table: keys and what they do, in both languages.
    fn row(&self, sequences: &[&Sequence], binding: &Binding) -> String {
        let (english, french) = self.keys(sequences);
        let id = binding.message();
        let name = format!("`{binding}`");
        format!("| {english} | {} | {french} | {} | {name} |\n", self.english.say(&id), self.french.say(&id))
    }
}

const HEAD: &str = "| keys | what they do | touches | ce qu’elles font | name in keymaps |\n| --- | --- | --- | --- | --- |\n";

/// Every key of the default keymap, scope by scope.
fn default_keys(words: &Words, keymap: &Keymap) -> String {
    let mut text = String::new();
    for scope in keymap.scopes() {
        let _ = write!(text, "\n## {}\n\n{HEAD}", words.scope(scope));
        let mut listed: Vec<&Binding> = Vec::new();
        for (_, binding) in keymap.bindings(scope) {
            if !listed.contains(&binding) {
                listed.push(binding);
                let same = keymap.bindings(scope).filter(|(_, other)| *other == binding);
                text += &words.row(&same.map(|(sequence, _)| sequence).collect::<Vec<_>>(), binding);
            }
        }
    }
    text
}

/// The verbs that only the palette can run.
fn without_keys(words: &Words) -> String {
    let mut text = "\n## Without a key · Sans touche\n\n".to_owned();
    if PALETTE_ONLY.is_empty() {
        return text + "None: every verb has a key, and `:` finds each by its name.\n";
    }
    let is_listed = |verb: &&verbs::Verb| PALETTE_ONLY.contains(&(verb.scope, verb.name));
    for binding in verbs::all().filter(is_listed).flat_map(bindings) {
        let id = binding.message();
        let _ = writeln!(text, "- `{binding}`: {} · {}", words.english.say(&id), words.french.say(&id));
    }
    text
}

/// What a keymap changes in the default one: changed, added and removed keys.
fn changes(words: &Words, base: &Keymap, name: &str, title: &str) -> String {
    let (changed, _) = keymap_of(name);
    let mut text =
        format!("\n## {title}\n\n| where | keys | what they do | ce qu’elles font | instead of |\n");
    text += "| --- | --- | --- | --- | --- |\n";
    for scope in base.scopes() {
        let of = |keymap: &Keymap, keys: &Sequence| {
            keymap.bindings(scope).find(|(known, _)| *known == keys).map(|(_, binding)| binding.clone())
        };
        let place = words.english.say(&format!("scope-{scope}"));
        let verb = |locale: &Locale, binding: Option<&Binding>| {
            binding.map_or_else(|| "–".to_owned(), |binding| locale.say(&binding.message()))
        };
        let mut row = |keys: &Sequence, new: Option<&Binding>, old: Option<&Binding>| {
            let key = words.english.keys(&keys.to_string());
            let (english, french) = (verb(&words.english, new), verb(&words.french, new));
            let _ = writeln!(
                text,
                "| {place} | `{key}` | {english} | {french} | {} |",
                verb(&words.english, old)
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
    page += &changes(&words, &keymap, "vim", "What `keymap = \"vim\"` changes");
    page += &changes(&words, &keymap, "azerty", "What `keymap = \"azerty\"` changes");
    bless::compare_or_bless("docs/keys.md", &page);
}
