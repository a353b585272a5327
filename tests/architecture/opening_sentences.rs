//! Every source opens with a sentence that says what it is; the list of files is made of these sentences.

use std::fmt::Write as _;

use crate::support::bless;
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// The first sentence of a source; `None` if it does not open with a complete `//!` sentence.
fn opening(text: &str) -> Option<String> {
    let lines = text.lines().map_while(|line| line.strip_prefix("//!"));
    let paragraph: Vec<&str> = lines.map(str::trim).take_while(|line| !line.is_empty()).collect();
    first_sentence(&paragraph.join(" "))
}

/// The text up to the first full stop before a capital letter or the end; full stops between backticks do not count.
fn first_sentence(paragraph: &str) -> Option<String> {
    let mut quoted = false;
    for (index, c) in paragraph.char_indices() {
        quoted ^= c == '`';
        let rest = &paragraph[index + c.len_utf8()..];
        let capital = |text: &str| text.starts_with(|c: char| c.is_uppercase() || c == '`');
        if c == '.' && !quoted && (rest.is_empty() || rest.strip_prefix(' ').is_some_and(capital)) {
            return (index > 0).then(|| paragraph[..=index].to_owned());
        }
    }
    None
}

fn faults(source: &Source) -> Vec<Fault> {
    match opening(&source.text) {
        Some(_) => Vec::new(),
        None => vec![format!(
            "{}: it does not open with a `//!` sentence that ends with a full stop",
            source.path
        )],
    }
}

/// The list of files: one line for each source, below its folder.
fn list(sources: &[Source]) -> String {
    let mut text = String::new();
    let mut last = "";
    for source in sources.iter().filter(|source| source.file() != "tests.rs") {
        let (folder, file) = source.path.rsplit_once('/').unwrap_or(("", &source.path));
        if folder != last {
            let _ = writeln!(text, "\n`{folder}/`");
            last = folder;
        }
        let sentence = opening(&source.text).unwrap_or_default();
        let _ = writeln!(text, "- `{file}`: {sentence}");
    }
    text
}

#[test]
fn every_source_opens_with_a_sentence() {
    let faults: Vec<Fault> = sources::all().iter().flat_map(faults).collect();
    none("Every source opens with a sentence that says what it is:", &faults);
}

#[test]
fn the_list_of_files_is_up_to_date() {
    bless::compare_or_bless_part("docs/ARCHITECTURE.md", "files", &list(&sources::all()));
}

#[track_caller]
fn case(text: &str, expected: Option<&str>) {
    assert_eq!(opening(text).as_deref(), expected);
    finds(&faults(&Source::new("src/app/mod.rs", text)), usize::from(expected.is_none()));
}

#[test]
fn opening_sentences_are_found() {
    case("//! One thing. And more.\n\nfn f() {}", Some("One thing."));
    case(
        "//! A symbol: `A/AC.1/2 . X`, par. 3\n//! of it.\n//!\n//! More.",
        Some("A symbol: `A/AC.1/2 . X`, par. 3 of it."),
    );
    case("//! No stop\n\nfn f() {}", None);
    case("//! No stop\n//!\n//! but here.", None);
    case("// One thing.\nfn f() {}", None);
    case("\n//! One thing.", None);
    case("//!\n//! One thing.", None);
    case("//! .", None);
}

#[test]
fn the_list_has_one_line_per_file() {
    let sources =
        [("src/lib.rs", "//! A."), ("src/base/id.rs", "//! B. C."), ("src/base/tests.rs", "//! D.")];
    let sources: Vec<Source> = sources.iter().map(|(path, text)| Source::new(path, text)).collect();
    assert_eq!(list(&sources), "\n`src/`\n- `lib.rs`: A.\n\n`src/base/`\n- `id.rs`: B.\n");
}
