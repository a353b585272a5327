//! The table of contents off the text: its entries would be mistaken for headings.

use std::collections::HashMap;

use crate::base::{Finding, FindingKind, text::fold};
use crate::import::edit::finding;
use crate::import::line::Line;
use crate::language::ImportWords;

/// Entries of a table are never further apart than this many lines.
const REACH: usize = 3;

/// Entries are shorter than this, in bytes.
const ENTRY: usize = 300;

/// Takes tables of contents out, each line a finding.
#[must_use]
pub fn take_off(lines: Vec<Line>, vocabulary: &ImportWords, findings: &mut Vec<Finding>) -> Vec<Line> {
    let Some(start) = lines.iter().position(|line| {
        if line.has_role() {
            return false;
        }
        let folded = fold(&line.bare());
        vocabulary.contents.iter().any(|word| folded.trim_end_matches([':', '*', ' ']) == word)
    }) else {
        return lines;
    };
    let mut last_place: HashMap<String, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.text.len() < ENTRY) {
        last_place.insert(entry_words(&line.bare()), at);
    }
    let is_entry = |at: usize| {
        if lines[at].has_role() {
            return false;
        }
        let text = lines[at].bare();
        let again = text.len() < ENTRY
            && !text.ends_with('.')
            && last_place.get(&entry_words(&text)).is_some_and(|last| *last > at);
        again || page_at_end(&text).is_some() || is_column_head(&text, vocabulary)
    };
    let mut end = start + 1;
    while let Some(next) = (end..lines.len().min(end + REACH)).find(|at| is_entry(*at)) {
        // The words of an entry may run over lines; a sentence between two is no entry.
        if lines[end..next].iter().any(|line| line.text.ends_with('.')) {
            break;
        }
        end = next + 1;
    }
    if end == start + 1 {
        return lines;
    }
    let mut kept = lines;
    for line in kept.drain(start..end) {
        findings.push(finding(FindingKind::Furniture, line.number, &line.text, None));
    }
    kept
}

/// The page number a line ends with, after dots or a space, and where the words before it end.
fn page_at_end(text: &str) -> Option<usize> {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - words.len();
    let apart =
        words.ends_with([' ', '.', '…', '_']) && !words.trim_end_matches([' ', '.', '…', '_']).is_empty();
    ((1..=3).contains(&digits) && apart).then(|| words.trim_end_matches([' ', '.', '…', '_']).len())
}

fn entry_words(text: &str) -> String {
    fold(&text[..page_at_end(text).unwrap_or(text.len())])
}

fn is_column_head(text: &str, vocabulary: &ImportWords) -> bool {
    let folded = fold(text);
    folded.split_whitespace().all(|word| vocabulary.contents_words.iter().any(|known| known == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;

    #[test]
    fn entries_come_off_and_the_headings_stay() {
        let source = "Title\nContents\nPage\nI. Introduction 3\nII. A long heading that runs over\nthe line....... 5\nAnnex\nMembers 9\nForeword\nWords of the foreword.\nI. Introduction\n1. Text.";
        let vocabulary = ImportWords {
            contents: vec!["contents".into()],
            contents_words: vec!["page".into()],
            ..ImportWords::default()
        };
        let mut findings = Vec::new();
        let lines = take_off(plain::lines(source, &mut findings), &vocabulary, &mut findings);
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Title", "Foreword", "Words of the foreword.", "I. Introduction", "1. Text."]);
        assert_eq!(findings.len(), 7);
    }
}
