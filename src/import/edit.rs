//! Repairs of a text: each becomes a finding, with the whole words it touches.

use std::ops::Range;

use crate::base::{Finding, FindingKind};
use crate::import::mark;

/// A finding without address.
#[must_use]
pub fn finding(kind: FindingKind, line: u32, source: &str, repaired: Option<&str>) -> Finding {
    let plain = |text: &str| mark::off(text).into_owned();
    Finding {
        kind,
        line,
        page: None,
        address: None,
        source: plain(source),
        repaired: repaired.map(plain),
        proof: None,
    }
}

/// One repair: a stretch of the text and what takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text as it was.
    pub range: Range<usize>,
    /// The text there afterwards.
    pub with: String,
}

impl Edit {
    /// Puts `with` in the place of `range`.
    #[must_use]
    pub fn new(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into() }
    }
}

/// Makes the repairs, which are in order and do not overlap; adds a finding for each group of words touched.
pub fn apply(text: &mut String, edits: &[Edit], kind: FindingKind, line: u32, findings: &mut Vec<Finding>) {
    if edits.is_empty() {
        return;
    }
    let mut at = 0;
    while at < edits.len() {
        let start = word_start(text, edits[at].range.start);
        let mut end = word_end(text, edits[at].range.end);
        let first = at;
        at += 1;
        while at < edits.len() && edits[at].range.start <= end {
            if edits[at].range.end > end {
                end = word_end(text, edits[at].range.end);
            }
            at += 1;
        }
        let repaired = replaced(text, start..end, &edits[first..at]);
        findings.push(finding(kind, line, &text[start..end], Some(&repaired)));
    }
    *text = replaced(text, 0..text.len(), edits);
}

fn replaced(text: &str, range: Range<usize>, edits: &[Edit]) -> String {
    let mut new = String::with_capacity(range.len());
    let mut at = range.start;
    for edit in edits {
        new.push_str(&text[at..edit.range.start]);
        new.push_str(&edit.with);
        at = edit.range.end;
    }
    new.push_str(&text[at..range.end]);
    new
}

/// Where the word that ends or is at a place begins.
fn word_start(text: &str, place: usize) -> usize {
    text[..place].rfind(char::is_whitespace).map_or(0, |at| at + char_len(text, at))
}

/// Where the word at a place ends.
fn word_end(text: &str, place: usize) -> usize {
    text[place..].find(char::is_whitespace).map_or(text.len(), |at| place + at)
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_holds_the_whole_words_touched() {
        let mut text = "qu ’il faut citer États10 ici".to_owned();
        let mut findings = Vec::new();
        let call = text.find("10").unwrap();
        let edits = [Edit::new(2..3, ""), Edit::new(call..call + 2, "")];
        apply(&mut text, &edits, FindingKind::Spacing, 7, &mut findings);
        assert_eq!(text, "qu’il faut citer États ici");
        let reported: Vec<_> = findings.iter().map(|f| (f.source.as_str(), f.repaired.as_deref())).collect();
        assert_eq!(reported, [("qu ’il", Some("qu’il")), ("États10", Some("États"))]);
    }
}
