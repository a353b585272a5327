//! Notation, tries and loading of keymaps; the bundled keymaps.

use proptest::prelude::*;

use super::*;

fn key(written: &str) -> Key {
    written.parse().unwrap_or_else(|_| panic!("{written} is a key"))
}

fn typed(written: &str) -> Vec<Key> {
    written.split(' ').map(key).collect()
}

/// Loads texts named a, b, …; every verb except `nonsense` is known.
fn loaded(texts: &[&str]) -> (Keymap, Vec<String>) {
    let files: Vec<(&str, &str)> = ["a", "b", "c"].into_iter().zip(texts.iter().copied()).collect();
    let (keymap, errors) = load(&files, &|_, binding| binding.verb != "nonsense");
    (keymap, errors.iter().map(ToString::to_string).collect())
}

/// The meaning of keys as text: a binding, the keys that can follow, or nothing.
fn press(keymap: &Keymap, scopes: &[&str], keys: &str) -> String {
    match keymap.press(scopes, &typed(keys)) {
        KeyMeaning::Bound(binding) => binding.to_string(),
        KeyMeaning::Unbound => "nothing".to_owned(),
        KeyMeaning::Pending(next) => next
            .iter()
            .map(|next| match next.binding {
                Some(binding) => format!("{} {binding}", next.key),
                None => format!("{} …", next.key),
            })
            .collect::<Vec<_>>()
            .join(", "),
    }
}

#[test]
fn keys_are_written_as_people_write_them() {
    for written in [
        "Ctrl-x",
        "Alt-Left",
        "Shift-Tab",
        "Space",
        "F3",
        "F12",
        "<",
        "?",
        "é",
        "G",
        "-",
        "Ctrl--",
        "Alt-G",
        "Ctrl-Space",
        "Ctrl-Alt-Shift-Left",
        "Ctrl-é",
        "ù",
        "€",
        "\"",
    ] {
        assert_eq!(key(written).to_string(), written);
    }
    let same = [
        ("Shift-g", "G"),
        ("Ctrl-G", "Ctrl-g"),
        ("Ctrl-Shift-x", "Ctrl-x"),
        ("Shift-é", "É"),
        ("e\u{301}", "é"),
        ("Alt-Ctrl-Up", "Ctrl-Alt-Up"),
    ];
    for (written, canonical) in same {
        assert_eq!(key(written).to_string(), canonical);
    }
}

#[test]
fn a_wrong_notation_is_refused_with_a_suggestion() {
    let cases = [
        ("ctrl-x", Some("Ctrl-x")),
        ("Ctrl+x", Some("Ctrl-x")),
        ("C-x", Some("Ctrl-x")),
        ("^X", Some("Ctrl-x")),
        ("<C-Left>", Some("Ctrl-Left")),
        ("<Enter>", Some("Enter")),
        ("M-Left", Some("Alt-Left")),
        ("Return", Some("Enter")),
        ("Échap", Some("Esc")),
        ("Maj-Tab", Some("Shift-Tab")),
        ("PgUp", Some("PageUp")),
        ("space", Some("Space")),
        ("Spcae", Some("Space")),
        ("f3", Some("F3")),
        ("F0", None),
        ("F99", None),
        ("F+3", None),
        ("gg", Some("g g")),
        ("g  escape", Some("g Esc")),
        ("Shift-1", None),
        ("Ctrl-", None),
        ("", None),
        ("  ", None),
        ("\u{1b}", None),
        ("Ctrl-Ctrl-x", None),
        ("turn the page", None),
    ];
    for (written, meant) in cases {
        let error = written.parse::<Sequence>().expect_err(written);
        assert_eq!(error.suggestion.as_deref(), meant, "{written}");
    }
}

prop_compose! {
    fn any_key()(code in prop_oneof![
            any::<char>().prop_filter("a key gives no control code", |c| !c.is_control()).prop_map(Code::Char),
            (1u8..=35).prop_map(Code::F),
            prop::sample::select(vec![Code::Enter, Code::Esc, Code::Tab, Code::Backspace, Code::Delete,
                Code::Insert, Code::Left, Code::Right, Code::Up, Code::Down, Code::Home, Code::End,
                Code::PageUp, Code::PageDown, Code::Char(' '), Code::Char('-'), Code::Char('+')]),
        ], ctrl: bool, alt: bool, shift: bool) -> Key {
        Key::new(code, ctrl, alt, shift)
    }
}

proptest! {
    #[test]
    fn written_keys_are_read_back(keys in prop::collection::vec(any_key(), 1..4)) {
        // A character that Unicode composes is read in its composed form.
        let composed = keys.iter().all(|key| key.to_string().parse() == Ok(*key));
        let written = keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ");
        if composed {
            prop_assert_eq!(written.parse::<Sequence>().unwrap().to_string(), written);
        } else {
            use unicode_normalization::is_nfc;
            prop_assert!(!is_nfc(&written), "{}", written);
        }
    }

    #[test]
    fn any_text_is_read_without_panic(text in "\\PC{0,12}", file in "[\\[\\]=\"a-z #\n]{0,40}") {
        if let Ok(sequence) = text.parse::<Sequence>() {
            prop_assert_eq!(sequence.to_string().parse::<Sequence>(), Ok(sequence));
        }
        let _ = load(&[("a", &file), ("b", &text)], &|_, _| true);
    }
}

#[test]
fn the_innermost_scope_wins() {
    let (keymap, errors) = loaded(&["[notes]\n\"d d\" = \"delete\"\n\"x\" = \"cut\"\n\
        [desk]\n\"d\" = \"documents\"\n\"x x\" = \"extend\"\n\"d o\" = \"x\"\n\"j\" = \"down\"\n\"g g\" = \"first\"\n\
        [global]\n\"j\" = \"jump\"\n\"g h\" = \"home\"\n\"g g\" = \"other\"\n\"g x y\" = \"far\""]);
    assert_eq!(errors, ["keymap-hidden file=\"a\" line=\"7\" key=\"d o\" shorter=\"d\" scope=\"desk\""]);
    let scopes = ["notes", "desk", "global"];
    let cases = [
        ("d", "d delete"),
        ("d d", "delete"),
        ("d o", "nothing"),
        ("x", "cut"),
        ("x x", "nothing"),
        ("j", "down"),
        ("g", "g first, h home, x …"),
        ("g g", "first"),
        ("g x", "y far"),
        ("Q", "nothing"),
    ];
    for (keys, meaning) in cases {
        assert_eq!(press(&keymap, &scopes, keys), meaning, "{keys}");
    }
    assert_eq!(press(&keymap, &["desk"], "d"), "documents");
    assert_eq!(press(&keymap, &["nowhere"], "d"), "nothing");
}

#[test]
fn hints_show_the_shortest_key_that_works_here() {
    let (keymap, _) =
        loaded(&["[notes]\n\"o\" = \"other\"\n[desk]\n\"g o\" = \"open\"\n\"Enter\" = \"open\"\n\
        \"o\" = \"open\"\n\"s\" = \"status open\""]);
    let keys = |scopes: &[&str], verb, argument| {
        keymap.keys_for(scopes, verb, argument).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(keys(&["desk"], "open", None), ["Enter", "o", "g o"]);
    assert_eq!(keys(&["notes", "desk"], "open", None), ["Enter", "g o"]);
    assert_eq!(keys(&["desk"], "status", Some("open")), ["s"]);
    assert!(keys(&["desk"], "status", None).is_empty());
}

#[test]
fn later_files_override() {
    let (keymap, errors) = loaded(&[
        "version = 1\n[desk]\n\"g\" = \"goto\"\n\"z\" = \"zoom\"\n\"u\" = \"undo\"",
        "version = 1\n[desk]\n\"g g\" = \"first\"\n\"g\" = \"\"\n\"u\" = \"up\"",
        "[desk]\n\"z\" = \"\"",
    ]);
    assert!(errors.is_empty(), "{errors:?}");
    let bindings: Vec<String> =
        keymap.bindings("desk").map(|(keys, binding)| format!("{keys} = {binding}")).collect();
    assert_eq!(bindings, ["u = up", "g g = first"]);
    assert_eq!(keymap.scopes().collect::<Vec<_>>(), ["desk"]);
}

#[test]
fn all_errors_are_reported_at_once_and_correct_lines_are_used() {
    let user = "version = 1\n\
        \"q\" = \"quit\"\n\
        [dekst]\n\"a\" = \"up\"\n\
        [desk]\n\
        \"ctrl-x\" = \"up\"\n\
        \"Hyper-x\" = \"up\"\n\
        \"x\" = \"nonsense\"\n\
        \"5\" = 5\n\
        \"G\" = \"first\"\n\
        \"Shift-g\" = \"last\"\n\
        \"b\" = \"down\"\n\
        \"b\" = \"up\"\n\
        \"g g\" = \"first\"\n\
        \"é\" = \"first\"\n";
    let base = "[desk]\n\"g\" = \"goto\"\n\"n\" = \"nonsens\"";
    let (keymap, errors) = loaded(&[base, user]);
    let expected = [
        "keymap-outside-scope file=\"b\" line=\"2\" key=\"q\"",
        "keymap-unknown-scope file=\"b\" line=\"3\" scope=\"dekst\" scopes=\"desk\"",
        "keymap-bad-key-suggested file=\"b\" line=\"6\" suggestion=\"Ctrl-x\" key=\"ctrl-x\"",
        "keymap-bad-key file=\"b\" line=\"7\" key=\"Hyper-x\"",
        "keymap-unknown-verb-suggested file=\"b\" line=\"8\" suggestion=\"nonsens\" key=\"x\" verb=\"nonsense\" \
         scope=\"desk\"",
        "keymap-not-text file=\"b\" line=\"9\" key=\"5\"",
        "keymap-duplicate file=\"b\" line=\"11\" key=\"G\"",
        "keymap-duplicate file=\"b\" line=\"13\" key=\"b\"",
        "keymap-hidden file=\"b\" line=\"14\" key=\"g g\" shorter=\"g\" scope=\"desk\"",
    ];
    assert_eq!(errors, expected);
    assert_eq!(press(&keymap, &["desk"], "é"), "first");
    assert_eq!(press(&keymap, &["desk"], "g"), "goto");
}

#[test]
fn a_file_that_is_not_toml_is_ignored() {
    let base = "[desk]\n\"g\" = \"goto\"";
    let (keymap, errors) = loaded(&[
        base,
        "[desk]\n\"g\" = \"up\"\nwhat is this\nand that = \"\n",
        "version = 2\n[desk]\n\"g\" = \"x\"",
    ]);
    assert_eq!(errors.len(), 2, "{errors:?}");
    assert!(errors[0].starts_with("keymap-not-toml file=\"b\" line=\"3\" reason="), "{errors:?}");
    assert_eq!(errors[1], "keymap-version file=\"c\" line=\"1\" version=\"1\"");
    assert_eq!(press(&keymap, &["desk"], "g"), "goto");
}

fn bundled_files(names: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    names.iter().map(|name| (*name, bundled(name).unwrap())).collect()
}

#[test]
fn the_bundled_keymaps_load_without_errors() {
    let (default, errors) = load(&bundled_files(&["default"]), &|_, _| true);
    assert_eq!(errors, []);
    let scopes: Vec<&str> = default.scopes().collect();
    assert_eq!(
        scopes,
        [
            "global",
            "desk",
            "agenda",
            "reader",
            "notes",
            "tracker",
            "timeline",
            "browser",
            "said",
            "details",
            "statement",
            "prompter",
            "editor",
            "commands",
            "lookup",
            "line"
        ]
    );
    for overlay in &BUNDLED[1..] {
        let (keymap, errors) = load(&bundled_files(&["default", overlay]), &|_, _| true);
        assert_eq!(errors, [], "{overlay}");
        for scope in default.scopes() {
            for (keys, binding) in default.bindings(scope) {
                let still = keymap.bindings(scope).any(|(_, other)| other == binding);
                assert!(still, "{overlay} leaves {binding} in {scope} without a key (it had {keys})");
            }
        }
    }
}

#[test]
fn no_bundled_key_needs_altgr() {
    for name in BUNDLED {
        let (keymap, _) = load(&bundled_files(&["default", name]), &|_, _| true);
        for scope in keymap.scopes() {
            for (keys, binding) in keymap.bindings(scope) {
                let hidden = |key: &Key| matches!(key.code, Code::Char(c) if "~#{[|`\\^@]}€¤".contains(c));
                assert!(!keys.keys().iter().any(hidden), "{name}, {scope}: {binding} needs {keys}");
            }
        }
    }
}

#[test]
fn the_azerty_keys_need_no_shift() {
    let text = bundled("azerty").unwrap();
    let table: toml::Table = text.parse().unwrap();
    let written = table.values().filter_map(|scope| scope.as_table()).flat_map(|scope| scope.keys());
    for keys in written {
        for key in typed(keys) {
            let Code::Char(c) = key.code else { continue };
            assert!("&é\"'(-è_çà)=ù*<,;:!$ ".contains(c) || c.is_ascii_lowercase(), "{key} needs Shift");
        }
    }
}
