//! The messages are complete in both languages and follow the typography of each.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;
use crate::base::FindingKind;
use crate::model::{BlockKind, DocumentKind, SessionKind};

fn locale(code: &str) -> Locale {
    Locale::new(code.parse().unwrap())
}

#[test]
fn both_files_are_read_without_errors() {
    for language in available() {
        let resource = FluentResource::try_new(catalogue::text(language).to_owned());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{language}.ftl: {errors:?}"));
        let listed = messages(language);
        assert_eq!(listed.len(), resource.entries().count(), "{language}.ftl");
        let mut bundle: FluentBundle<FluentResource> =
            FluentBundle::new_concurrent(vec![language.code().parse().unwrap()]);
        assert!(bundle.add_resource(resource).is_ok(), "{language}.ftl has a message twice");
    }
}

#[test]
fn both_languages_have_the_same_messages_and_variables() {
    let [english, french] = available().map(messages);
    let missing = |from: &[(String, BTreeSet<String>)], to: &[(String, BTreeSet<String>)]| {
        from.iter().filter(|message| !to.contains(message)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(missing(&english, &french), [], "French lacks these");
    assert_eq!(missing(&french, &english), [], "English lacks these");
}

#[test]
fn french_follows_french_typography() {
    for (number, line) in catalogue::text(Language::FR).lines().enumerate() {
        let Some((_, value)) = line.split_once('=').filter(|_| !line.starts_with('#')) else { continue };
        let wrong =
            ["'", " :", " ;", " !", " ?", "« ", " »", "\u{202f}:", "\u{a0};", "\u{a0}!", "\u{a0}?", "..."];
        for wrong in wrong {
            assert!(!value.contains(wrong), "fr.ftl, line {}: {wrong:?} in {value}", number + 1);
        }
    }
}

#[test]
fn every_stable_name_has_a_message() {
    let mut ids: Vec<String> = Vec::new();
    ids.extend(FindingKind::ALL.map(|kind| format!("finding-{}", kind.name())));
    ids.extend(BlockKind::ALL.map(|kind| format!("block-{}", kind.name())));
    let kinds =
        [DocumentKind::Report, DocumentKind::DraftReport, DocumentKind::Resolution, DocumentKind::Other];
    ids.extend(kinds.map(|kind| format!("kind-{}", kind.name())));
    let sessions = [SessionKind::Organizational, SessionKind::Substantive, SessionKind::Intersessional];
    ids.extend(sessions.map(|kind| format!("session-{}", kind.name())));
    for word in ["open", "raised", "discussed", "agreed", "carried-over", "superseded"] {
        ids.push(format!("status-{word}"));
    }
    for word in ["agree", "request", "will", "invite", "encourage", "may"] {
        ids.push(format!("force-{word}"));
    }
    for language in available() {
        let listed: BTreeSet<String> = messages(language).into_iter().map(|(id, _)| id).collect();
        for id in &ids {
            assert!(listed.contains(id), "{language}.ftl lacks {id}");
        }
    }
}

#[test]
fn every_scope_verb_and_key_of_the_keymaps_has_a_message() {
    let files = ["default", "vim", "azerty"].map(|name| match name {
        "default" => include_str!("../../keymaps/default.toml"),
        "vim" => include_str!("../../keymaps/vim.toml"),
        _ => include_str!("../../keymaps/azerty.toml"),
    });
    let tables = files.map(|file| file.parse::<toml::Table>().unwrap());
    for language in available() {
        let locale = Locale::new(language);
        for (scope, bindings) in tables.iter().flatten() {
            let Some(bindings) = bindings.as_table() else { continue };
            assert!(locale.has(&format!("scope-{scope}")), "{language}: scope-{scope}");
            for (keys, binding) in bindings {
                let binding = binding.as_str().unwrap();
                let name = binding.replace(' ', "-");
                for id in [format!("verb-{name}"), format!("hint-{name}")] {
                    assert!(binding.is_empty() || locale.has(&id), "{language}: {id}");
                }
                let text = locale.keys(keys);
                assert!(!text.contains('⟨') && !text.is_empty(), "{language}: {keys} is {text}");
            }
        }
    }
}

#[test]
fn a_missing_message_shows_its_id() {
    assert_eq!(locale("fr").say("no-such-thing"), "⟨no-such-thing⟩");
    assert!(!locale("fr").has("no-such-thing"));
}

#[test]
fn the_language_is_the_first_available_one() {
    let cases = [
        (None, None, None, Language::EN),
        (None, None, Some("fr_CH.UTF-8"), Language::FR),
        (None, Some("fr"), Some("en_US"), Language::FR),
        (Some("EN"), Some("fr"), Some("fr"), Language::EN),
        (Some("xx"), None, Some("fr-CA"), Language::FR),
        (None, None, Some("de_DE@euro"), Language::EN),
        (None, None, Some("C"), Language::EN),
    ];
    for (asked, settings, system, language) in cases {
        assert_eq!(choose(asked, settings, system), language, "{asked:?} {settings:?} {system:?}");
    }
    assert_eq!(locale("ru").language(), Language::EN);
}

#[test]
fn an_error_is_shown_in_the_language_with_visible_control_codes() {
    let error =
        Error::broken("keymap-bad-key").with("file", "k\u{1b}.toml").with("line", 3).with("key", "Hyper");
    let text = locale("en").explain(&error);
    assert!(text.contains("k␛.toml, line 3") && text.contains("Hyper"), "{text}");
    assert!(locale("fr").explain(&error).contains("ligne 3"));
}

#[test]
fn keys_are_named_as_on_the_keyboard() {
    let cases = [
        ("Space", "Espace", "Space"),
        ("Backspace", "Retour arrière", "Backspace"),
        ("Alt-Left", "Alt-←", "Alt-←"),
        ("Shift-Tab", "Maj-Tab", "Shift-Tab"),
        ("g Enter", "g Entrée", "g Enter"),
        ("Ctrl--", "Ctrl--", "Ctrl--"),
        ("F3", "F3", "F3"),
        ("é", "é", "é"),
    ];
    for (written, french, english) in cases {
        assert_eq!(locale("fr").keys(written), french);
        assert_eq!(locale("en").keys(written), english);
    }
    assert_eq!(locale("fr").keys_short("Backspace"), "Ret. arr.");
    assert_eq!(locale("fr").keys_short("Ctrl-Space"), "Ctrl-Espace");
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn dates_are_written_as_delegates_write_them() {
    let cases = [
        ("2023-03-06", "6 mars 2023", "6 March 2023"),
        ("2023-07-01", "1er juillet 2023", "1 July 2023"),
        ("2023-08-31", "31 août 2023", "31 August 2023"),
    ];
    for (date, french, english) in cases {
        assert_eq!(dates::date(&locale("fr"), day(date)), french);
        assert_eq!(dates::date(&locale("en"), day(date)), english);
    }
    assert_eq!(dates::short(&locale("fr"), day("2023-01-31")), "31 janv.");
    assert_eq!(dates::short(&locale("en"), day("2023-01-31")), "31 Jan.");
    let near = |today: &str| dates::near(&locale("fr"), day("2023-01-31"), day(today));
    assert_eq!((near("2023-07-24").as_str(), near("2024-07-09").as_str()), ("31 janv.", "01/2023"));
    assert_eq!(dates::weekday(&locale("fr"), day("2023-03-06")), "lundi");
    assert_eq!(dates::weekday(&locale("en"), day("2023-03-12")), "Sunday");
    assert_eq!(dates::time(chrono::NaiveTime::from_hms_opt(9, 4, 59).unwrap()), "09:04");
}

#[test]
fn a_range_has_month_and_year_once() {
    let cases = [
        ("2023-03-06", "2023-03-10", "6–10 mars 2023", "6–10 March 2023"),
        ("2023-03-06", "2023-03-06", "6 mars 2023", "6 March 2023"),
        ("2022-11-28", "2022-12-01", "28 novembre – 1er décembre 2022", "28 November – 1 December 2022"),
        (
            "2021-12-30",
            "2022-01-04",
            "30 décembre 2021 – 4 janvier 2022",
            "30 December 2021 – 4 January 2022",
        ),
    ];
    for (from, to, french, english) in cases {
        assert_eq!(dates::range(&locale("fr"), day(from), day(to)), french);
        assert_eq!(dates::range(&locale("en"), day(from), day(to)), english);
    }
}

#[test]
fn ordinals_and_thousands_follow_each_language() {
    let cases = [
        (1, "1re", "1st"),
        (2, "2e", "2nd"),
        (3, "3e", "3rd"),
        (4, "4e", "4th"),
        (11, "11e", "11th"),
        (22, "22e", "22nd"),
    ];
    for (number, french, english) in cases {
        assert_eq!(dates::ordinal(&locale("fr"), number), french);
        assert_eq!(dates::ordinal(&locale("en"), number), english);
    }
    assert_eq!(dates::ordinal_word(&locale("fr"), 4), "quatrième");
    assert_eq!(dates::ordinal_word(&locale("en"), 1), "first");
    assert_eq!(dates::ordinal_word(&locale("en"), 23), "23rd");
    let cases =
        [(7, "7", "7"), (1234, "1\u{a0}234", "1,234"), (-1_000_000, "−1\u{a0}000\u{a0}000", "−1,000,000")];
    for (number, french, english) in cases {
        assert_eq!(dates::number(&locale("fr"), number), french);
        assert_eq!(dates::number(&locale("en"), number), english);
    }
}
