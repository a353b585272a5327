//! The completion of names in the line of an intervention: the names that begin with what is before the cursor.

use super::cursor::Cursor;
use crate::base::Span;
use crate::language::InterventionWords;
use crate::model::{Delegation, Delegations, Language};

/// The most words of a name that are completed together.
const MOST_WORDS: usize = 8;

/// The names that can stand for what is typed before the cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameCompletion {
    /// The bytes of the line that a name takes the place of.
    pub span: Span,
    /// The names in the language of the interface, the likeliest first; never empty.
    pub names: Vec<String>,
}

/// The names that begin with the last words before the cursor, as many of them as belong to one name; accents and case do not
/// count. After "on behalf of", groups come first. `None`: no delegation has a name that begins so.
///
/// ```text
///  fr, Égypte au nom du gr|
///                       └┴ Groupe africain, Groupe arabe, Grèce …
/// ```
#[must_use]
pub fn complete(
    delegations: &Delegations,
    words: &InterventionWords,
    line: &str,
    cursor: usize,
    language: Language,
) -> Option<NameCompletion> {
    let before = &line[..cursor];
    starts(before).into_iter().find_map(|start| {
        let typed = &before[start..];
        let mut found = delegations.completing(typed, language);
        if is_for_others(words, before, start) {
            found.sort_by_key(|(delegation, _)| !is_for_several(delegation));
        }
        let name = |(delegation, label)| name_of(delegations, delegation, label, language);
        let names: Vec<String> = found.into_iter().map(name).collect();
        (!names.is_empty()).then(|| NameCompletion { span: Span::new(start, cursor), names })
    })
}

/// The label of a delegation; a longer name or its id if another delegation has the same label.
fn name_of(delegations: &Delegations, delegation: &Delegation, label: String, language: Language) -> String {
    let names = [label.as_str(), delegation.name.get(language), delegation.formal.get(language)];
    let is_own = |name: &&str| delegations.named(name).iter().map(|found| &found.id).eq([&delegation.id]);
    let name = names.into_iter().find(is_own);
    name.unwrap_or(&delegation.id).to_owned()
}

fn is_for_several(delegation: &Delegation) -> bool {
    delegation.kind.is_group()
}

/// Where the name before the cursor may begin, the longest first: at a word, after the last mark that ends a name.
fn starts(before: &str) -> Vec<usize> {
    let marks = [',', ';', '/', '&', '(', ':', '+', '=', '?'];
    let from = before.rfind(marks).map_or(0, |mark| mark + 1);
    let mut last = ' ';
    let mut starts = Vec::new();
    for (at, c) in before[from..].char_indices() {
        if c.is_alphanumeric() && (last.is_whitespace() || "'’".contains(last)) {
            starts.push(from + at);
        }
        last = c;
    }
    starts.split_off(starts.len().saturating_sub(MOST_WORDS))
}

/// Whether "on behalf of" or "for" is what the text before a place ends with.
fn is_for_others(words: &InterventionWords, before: &str, start: usize) -> bool {
    let places = before[..start].char_indices().filter(|(_, c)| c.is_alphanumeric()).map(|(at, _)| at);
    let ends = |at| Cursor { line: before, at }.phrase(&words.behalf).map(|end| end.after_spaces().at);
    places.into_iter().any(|at| ends(at) == Some(start))
}
