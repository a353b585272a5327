//! Every verb has a name in both languages and a key; the bundled keymaps have no faults.

use std::collections::BTreeSet;

use plenary::app::verbs::{self, Verb};
use plenary::base::Error;
use plenary::keymap::{self, Binding, Code, Keymap};
use plenary::locale;
use plenary::model::Language;

/// Verbs without a key in the default keymap, which only the palette runs, or a key of another keymap: scope and name.
pub const PALETTE_ONLY: &[(&str, &str)] = &[
    ("global", "handover"),
    ("global", "import"),
    ("global", "takeover"),
    ("editor", "command-mode"),
    ("desk", "deadline"),
    ("desk", "instruction"),
    ("desk", "limit"),
    ("statement", "meeting"),
];

/// A bundled keymap, merged into the default one, with its faults.
pub fn keymap_of(name: &str) -> (Keymap, Vec<Error>) {
    let text = |name| keymap::bundled(name).expect("the keymap is bundled");
    let mut files = vec![("default.toml", text("default"))];
    if name != "default" {
        files.push((name, text(name)));
    }
    keymap::load(&files, &|scope, binding| verbs::is_known(scope, &binding.verb, binding.argument.as_deref()))
}

/// A verb with each of its possible arguments.
pub fn bindings(verb: &Verb) -> Vec<Binding> {
    let binding = |argument: Option<&&str>| Binding {
        verb: verb.name.to_owned(),
        argument: argument.map(|word| (*word).to_owned()),
    };
    if verb.arguments.is_empty() {
        return vec![binding(None)];
    }
    verb.arguments.iter().map(|word| binding(Some(word))).collect()
}

#[test]
fn every_verb_has_a_name_in_both_languages() {
    for language in [Language::EN, Language::FR] {
        let ids_known: BTreeSet<String> = locale::messages(language).into_iter().map(|(id, _)| id).collect();
        let mut missing = BTreeSet::new();
        for verb in verbs::all() {
            let ids = bindings(verb).iter().map(Binding::message).collect::<Vec<_>>();
            let hint = format!("hint-{}", verb.name);
            missing.extend(ids.into_iter().chain([hint]).filter(|id| !ids_known.contains(id)));
        }
        assert!(missing.is_empty(), "no message in {language} for {missing:?}");
    }
}

#[test]
fn every_verb_has_a_key_unless_listed() {
    let (keymap, _) = keymap_of("default");
    for verb in verbs::all() {
        for binding in bindings(verb) {
            let keys = keymap.keys_for(&[verb.scope], &binding.verb, binding.argument.as_deref());
            let has_none = PALETTE_ONLY.contains(&(verb.scope, verb.name));
            assert_eq!(keys.is_empty(), has_none, "keys of {binding} in {}: {keys:?}", verb.scope);
        }
    }
}

#[test]
fn the_bundled_keymaps_have_no_faults() {
    for name in keymap::BUNDLED {
        let (_, faults) = keymap_of(name);
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

/// Characters that French keyboards type only with AltGr.
const ALT_GR: &str = "~#{[|`\\^@]}¤€";

#[test]
fn no_key_needs_alt_gr() {
    for name in keymap::BUNDLED {
        let (keymap, _) = keymap_of(name);
        for scope in keymap.scopes() {
            for (sequence, binding) in keymap.bindings(scope) {
                let hidden = |c| matches!(c, Code::Char(c) if ALT_GR.contains(c));
                let hides = sequence.keys().iter().any(|key| hidden(key.code));
                assert!(!hides, "{name}, {scope}: {sequence} for {binding} needs AltGr on a French keyboard");
            }
        }
    }
}
