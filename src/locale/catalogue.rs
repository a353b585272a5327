//! The message files, and a list of their messages for tests that compare languages.

use std::collections::BTreeSet;

use crate::model::Language;

/// The text of the message file of a language; that of the English one if there is none.
pub(super) fn text(language: Language) -> &'static str {
    match language {
        Language::FR => include_str!("../../data/locale/fr.ftl"),
        _ => include_str!("../../data/locale/en.ftl"),
    }
}

/// The ids of all messages of a language, in the order of the file, each with the variables it uses.
#[must_use]
pub fn messages(language: Language) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in text(language).lines().filter(|line| !line.starts_with('#')) {
        if let Some(id) = id(line) {
            found.push((id.to_owned(), BTreeSet::new()));
        }
        if let Some((_, variables)) = found.last_mut() {
            variables.extend(line.split('$').skip(1).map(|rest| name(rest).to_owned()));
        }
    }
    found
}

/// The id of the message that begins on this line, `id = …`; `None` if none begins here.
fn id(line: &str) -> Option<&str> {
    let id = name(line);
    let begins = line.starts_with(|c: char| c.is_ascii_alphabetic());
    (begins && line[id.len()..].trim_start().starts_with('=')).then_some(id)
}

/// The name at the start of a text, with the characters that Fluent allows in names.
fn name(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(text.len());
    &text[..end]
}
