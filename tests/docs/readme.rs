//! The examples in the README are valid: settings, keymap, calendar, metadata file and command lines.

use std::path::Path;

use plenary::app::verbs;
use plenary::keymap;
use plenary::locale::Locale;
use plenary::model::Language;
use plenary::store::{bundled, calendar, process, settings};
use plenary::view::theme::{Colours, Theme};

use crate::support::sources;

/// The code blocks of the README marked with this language.
fn blocks(code: &str) -> Vec<String> {
    let readme = sources::read("README.md").expect("there is a README");
    let opened = readme.split("```").skip(1).step_by(2);
    opened.filter_map(|block| block.strip_prefix(code)?.strip_prefix('\n').map(str::to_owned)).collect()
}

#[test]
fn the_example_files_are_valid() {
    let blocks = blocks("toml");
    let [settings, keys, theme, own, given] = blocks.as_slice() else {
        panic!("five examples, not {}", blocks.len())
    };
    let (read, faults) = settings::read(settings, Path::new("settings.toml"));
    assert!(faults.is_empty() && read.author.is_some(), "settings: {faults:?}");
    let default = keymap::bundled("default").expect("the default keymap is bundled");
    let (_, faults) = keymap::load(&[("default.toml", default), ("keymap.toml", keys)], &|scope, binding| {
        verbs::is_known(scope, &binding.verb, binding.argument.as_deref())
    });
    assert!(faults.is_empty(), "keymap: {faults:?}");
    Theme::read("mine.toml", theme, Colours::Full).expect("the theme is sound");
    let (own, faults) = calendar::read(own, &process::processes(), "");
    assert!(faults.is_empty() && own.meetings.len() == 1, "calendar: {faults:?}");
    bundled::given_from_toml(given, "report.toml").expect("the side file is sound");
}

#[test]
fn the_example_command_lines_are_valid() {
    let blocks = blocks("sh");
    let lines = blocks.iter().flat_map(|block| block.lines()).filter(|line| line.starts_with("plenary "));
    let lines: Vec<&str> = lines.collect();
    assert!(lines.len() > 8, "the README shows the command line by example");
    for line in lines {
        let typed = line.split(" #").next().unwrap_or(line);
        let command = plenary::cli::command(&Locale::new(Language::EN));
        let read = command.try_get_matches_from(words(typed));
        assert!(read.is_ok(), "{line}: {}", read.expect_err("it is not ok"));
    }
}

/// Splits a line into words like a shell: at spaces, but not inside quotes.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for (at, part) in line.split('\'').enumerate() {
        let mut pieces = if at % 2 == 0 { part.split(' ').collect() } else { vec![part] }.into_iter();
        if let (Some(last), Some(first)) = (words.last_mut(), pieces.next()) {
            last.push_str(first);
        }
        words.extend(pieces.map(str::to_owned));
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn a_line_is_split_as_in_a_shell() {
    assert_eq!(words("plenary show 'A/1, par. 2'  --json "), ["plenary", "show", "A/1, par. 2", "--json"]);
}
