//! Footnote calls found and lifted out: `États10`, `citons 13 :`, `2021-202527`, `¹`; the sequence decides.

use std::collections::HashMap;

use crate::base::text::fold;
use crate::base::{Finding, FindingKind};
use crate::import::edit::{Edit, apply, finding};
use crate::import::line::NoteCall;
use crate::import::mark;
use crate::import::shape::block::{Raw, RawCall};
use crate::import::shape::enumerator::raised_digit;
use crate::import::shape::notes::PageNote;
use crate::language::ImportWords;
use crate::model::Part;

/// Something in a passage that may be a footnote's mark.
#[derive(Debug, Clone, Copy)]
struct Spot {
    block: usize,
    start: usize,
    end: usize,
    /// How surely it is a mark: 5 a superscript, 1 a number that is merely there.
    score: u8,
}

/// Finds the call of each footnote, takes its mark out, and returns in which part each footnote is called.
pub fn lift(
    blocks: &mut [Raw],
    notes: &[PageNote],
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> Vec<Option<Part>> {
    let known = tie(blocks, notes, findings);
    let mut spots: HashMap<String, Vec<Spot>> = HashMap::new();
    if !notes.is_empty() {
        for (block, raw) in blocks.iter().enumerate() {
            find_spots(block, &raw.text, vocabulary, &mut spots);
        }
    }
    let mut last: [(usize, usize); 2] = [(0, 0); 2];
    let mut parts = Vec::with_capacity(notes.len());
    let mut lifted: Vec<Vec<(Spot, usize)>> = vec![Vec::new(); blocks.len()];
    for (at, note) in notes.iter().enumerate() {
        if let Some(block) = known[at] {
            parts.push(Some(blocks[block].address.part.clone()));
            continue;
        }
        let after = &mut last[usize::from(note.mark.starts_with(|c: char| c.is_ascii_digit()))];
        let candidates = spots.get(&note.mark).map_or(&[][..], Vec::as_slice);
        let first = candidates.partition_point(|spot| (spot.block, spot.start) < *after);
        let mut best: Option<Spot> = None;
        for spot in candidates[first..].iter().take_while(|spot| blocks[spot.block].line < note.line) {
            if best.is_none_or(|best| spot.score > best.score) {
                best = Some(*spot);
            }
        }
        parts.push(best.map(|spot| blocks[spot.block].address.part.clone()));
        match best {
            Some(spot) => {
                *after = (spot.block, spot.end);
                lifted[spot.block].push((spot, at));
            }
            None => {
                findings.push(finding(FindingKind::NoteWithoutCall, note.line, &note.mark, Some(&note.mark)))
            }
        }
    }
    for (block, mut spots) in lifted.into_iter().enumerate().filter(|(_, spots)| !spots.is_empty()) {
        spots.sort_by_key(|(spot, _)| spot.start);
        let raw = &mut blocks[block];
        let called = merged(raw, &spots, notes);
        let edits: Vec<Edit> = spots.iter().map(|(spot, _)| edit(&raw.text, *spot, vocabulary)).collect();
        apply(&mut raw.text, &edits, FindingKind::NoteMark, raw.line, &mut raw.findings);
        raw.calls = called;
    }
    parts
}

/// Ties the calls that the format knows to their notes; for each note the passage that calls it, if one is known to. A call
/// with no note of its mark left is a finding.
fn tie(blocks: &mut [Raw], notes: &[PageNote], findings: &mut Vec<Finding>) -> Vec<Option<usize>> {
    let mut by_line: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut by_mark: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, note) in notes.iter().enumerate().rev() {
        by_line.entry(note.line).or_default().push(at);
        by_mark.entry(&note.mark).or_default().push(at);
    }
    let mut callers = vec![None; notes.len()];
    for (block, raw) in blocks.iter_mut().enumerate() {
        for RawCall { call, note } in &mut raw.calls {
            let on_line = call.note.and_then(|line| by_line.get(&line)).into_iter().flatten().rev().copied();
            let tied =
                on_line.clone().find(|at| notes[*at].mark == call.mark).or_else(|| on_line.clone().next());
            *note = tied.or_else(|| by_mark.get_mut(call.mark.as_str()).and_then(Vec::pop));
            match *note {
                Some(note) => {
                    callers[note].get_or_insert(block);
                }
                None => {
                    findings.push(finding(
                        FindingKind::NoteWithoutCall,
                        raw.line,
                        &call.mark,
                        Some(&call.mark),
                    ));
                }
            }
        }
    }
    callers
}

/// All calls of a passage in the order of its words: those the format knows, each a character already, and those found.
fn merged(raw: &Raw, spots: &[(Spot, usize)], notes: &[PageNote]) -> Vec<RawCall> {
    let mut known = raw.text.match_indices(mark::CALL).zip(&raw.calls).peekable();
    let mut calls = Vec::with_capacity(raw.calls.len() + spots.len());
    for (spot, note) in spots {
        while let Some((_, call)) = known.next_if(|((at, _), _)| *at < spot.start) {
            calls.push(call.clone());
        }
        calls.push(RawCall {
            call: NoteCall { mark: notes[*note].mark.clone(), note: None },
            note: Some(*note),
        });
    }
    calls.extend(known.map(|(_, call)| call.clone()));
    calls
}

/// The mark with the space before it, and with the one after it when a full stop follows.
fn edit(text: &str, spot: Spot, vocabulary: &ImportWords) -> Edit {
    let start = if text[..spot.start].ends_with(' ') { spot.start - 1 } else { spot.start };
    let mut after = text[spot.end..].chars();
    let closes =
        |c: char| ".,)]".contains(c) || (":;!?»".contains(c) && !vocabulary.spaced_marks.contains(c));
    let spaced = after.next() == Some(' ') && after.next().is_some_and(closes);
    Edit::new(start..spot.end + usize::from(spaced), mark::CALL)
}

fn find_spots(block: usize, text: &str, vocabulary: &ImportWords, spots: &mut HashMap<String, Vec<Spot>>) {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let is = |wanted: fn(char) -> bool| {
            let rest = &text[at..];
            at + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
        };
        let (end, found) = if raised_digit(c).is_some() {
            let end = is(|c| raised_digit(c).is_some());
            let digits = text[at..end].chars().filter_map(raised_digit).collect();
            (end, Some((digits, at, 5)))
        } else if matches!(c, '*' | '†' | '‡') {
            let end = is(|c| matches!(c, '*' | '†' | '‡'));
            let glued = text[..at].ends_with(|c: char| !c.is_whitespace())
                && !text[end..].starts_with(char::is_alphanumeric);
            (end, glued.then(|| (text[at..end].to_owned(), at, 4)))
        } else if c.is_ascii_digit() {
            let end = is(|c| c.is_ascii_digit());
            (end, number(text, at, end, vocabulary))
        } else {
            (at + c.len_utf8(), None)
        };
        if let Some((mark, start, score)) = found {
            spots.entry(mark).or_default().push(Spot { block, start, end, score });
        }
        at = end;
    }
}

/// What a run of digits may be the mark of, where that mark begins, and how surely.
fn number(text: &str, start: usize, end: usize, vocabulary: &ImportWords) -> Option<(String, usize, u8)> {
    let run = &text[start..end];
    let before = text[..start].chars().rev().find(|c| !mark::is(*c));
    let mut rest = text[end..].chars().filter(|c| !mark::is(*c));
    let (after, next) = (rest.next(), rest.next());
    let continued = after.is_some_and(|c| c.is_alphanumeric() || "/-–_%°".contains(c))
        || (matches!(after, Some('.' | ',')) && next.is_some_and(char::is_alphanumeric));
    if continued || before.is_some_and(|c| "/_".contains(c)) {
        return None;
    }
    if (5..=7).contains(&run.len()) && is_year(&run[..4]) && !run[4..].starts_with('0') {
        return Some((run[4..].to_owned(), start + 4, 4));
    }
    let token = text[..start].rsplit(char::is_whitespace).next().unwrap_or_default();
    if run.len() > 3 || run.starts_with('0') || token.contains('/') {
        return None;
    }
    let score = match before? {
        c if c.is_lowercase() => 4,
        c if c.is_alphabetic() => 2,
        '»' | '”' | ')' | ']' | '’' | '"' => 4,
        '.' | ',' | ';' | ':' | '!' | '?' => after_stop(text, start, after, vocabulary),
        c if c.is_whitespace() => apart(text, start, end, vocabulary),
        _ => 0,
    };
    (score > 0).then(|| (run.to_owned(), start, score))
}

fn is_year(digits: &str) -> bool {
    matches!(&digits[..2], "19" | "20")
}

/// `word.12 Next`: after a full stop, when neither `3.12` nor `par.12`.
fn after_stop(text: &str, start: usize, after: Option<char>, vocabulary: &ImportWords) -> u8 {
    let head = text[..start].trim_end_matches(mark::is);
    let head = &head[..head.len() - 1];
    let word = last_word(head);
    let digits = head.len() - head.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let year = digits == 4 && is_year(&head[head.len() - 4..]);
    let letters = head.ends_with(|c: char| c.is_alphabetic() || "»”)]".contains(c));
    let reference = vocabulary.reference_words.contains(&fold(word));
    if (letters || year) && !reference && after.is_none_or(char::is_whitespace) { 4 } else { 0 }
}

/// A number with a space before it: what is before it must not refer to it, what is after it must not be counted.
fn apart(text: &str, start: usize, end: usize, vocabulary: &ImportWords) -> u8 {
    let head = text[..start].trim_end();
    let token = head.rsplit(' ').next().unwrap_or_default();
    let year = token.len() >= 4
        && token
            .get(token.len() - 4..)
            .is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()) && is_year(year));
    let word = last_word(head.trim_end_matches('.'));
    let follows_word = head.ends_with(|c: char| c.is_alphabetic() || "»”)".contains(c)) || year;
    if !follows_word || vocabulary.reference_words.contains(&fold(word)) {
        return 0;
    }
    let rest = &text[end..];
    let spaced = rest.strip_prefix(' ');
    match (rest.chars().next(), spaced.and_then(|rest| rest.chars().next())) {
        (None, _) => 1,
        (Some(' '), Some('.' | ',' | ';' | ':' | ')' | '»')) => 3,
        (Some('.' | ',' | ';' | ':' | ')'), _) if !year => 2,
        (Some(' '), Some(_)) if !year => {
            let next = spaced.unwrap_or_default().split([' ', '’', '\'']).next().unwrap_or_default();
            u8::from(next.starts_with(char::is_lowercase) && vocabulary.small_words.contains(&fold(next)))
        }
        _ => 0,
    }
}

/// The last letters of a text.
fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last();
    start.map_or("", |(at, _)| &text[at..])
}
