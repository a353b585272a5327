//! Words cut in two (`comportemen t`), repaired if the whole word occurs elsewhere.

use std::collections::{HashMap, HashSet};

use crate::base::{Finding, FindingKind};
use crate::import::edit::{Edit, apply, finding};
use crate::import::mark;
use crate::language::ImportWords;

/// The words of a document: how often each occurs in it, and which pairs might be halves.
#[derive(Debug, Clone)]
pub struct Words<'k> {
    counts: HashMap<String, u32>,
    /// By both halves with a space between.
    pairs: HashMap<String, u32>,
    compounds: HashSet<String>,
    /// Words known from other documents.
    known: &'k HashSet<String>,
}

/// A half that is a word of its own elsewhere is only joined to so short a rest.
const SHORT_REST: usize = 3;
const SHORT_HEAD: usize = 3;
/// Halves as long as this may both be words: "road map" beside "roadmap".
const SHORTEST_WORD: usize = 3;

/// Whether two neighbouring words are the halves of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Halves {
    /// They are two words.
    No,
    /// The whole occurs elsewhere, but each may be a word.
    Doubtful,
    /// One of them is too short for a word, or the language writes no two words as one.
    Certain,
}

/// One word in a text: its place, and whether it is joined to something by an apostrophe or a hyphen.
#[derive(Debug, Clone, Copy)]
struct PlacedWord<'a> {
    start: usize,
    text: &'a str,
    bound_before: bool,
    bound_after: bool,
    /// It is the ending of an ordinal: `22nd`.
    is_ending: bool,
}

impl<'k> Words<'k> {
    /// Counts the words of all passages.
    #[must_use]
    pub fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone, known: &'k HashSet<String>) -> Self {
        let mut words =
            Self { counts: HashMap::new(), pairs: HashMap::new(), compounds: HashSet::new(), known };
        let mut buffer = String::new();
        for text in texts.clone() {
            for word in scan(text).filter(|word| !word.is_ending) {
                lower(&mut buffer, &[word.text]);
                match words.counts.get_mut(&buffer) {
                    Some(count) => *count += 1,
                    None => {
                        words.counts.insert(buffer.clone(), 1);
                    }
                }
            }
            words.compounds.extend(compounds(text));
        }
        for text in texts {
            for (first, second) in pairs(text) {
                lower(&mut buffer, &[first.text, second.text]);
                if words.knows(&buffer) {
                    lower(&mut buffer, &[first.text, " ", second.text]);
                    *words.pairs.entry(buffer.clone()).or_default() += 1;
                }
            }
        }
        words
    }

    /// Whether a word with a hyphen occurs somewhere.
    #[must_use]
    pub fn has_compound(&self, word: &str) -> bool {
        self.compounds.contains(&word.to_lowercase())
    }

    fn knows(&self, word: &str) -> bool {
        self.counts.contains_key(word) || self.known.contains(word)
    }

    /// Whether a half is a word of its own: a small word, a known one, or one that occurs elsewhere too.
    fn is_alone(&self, word: &str, in_pairs: u32, vocabulary: &ImportWords) -> bool {
        if word.chars().count() == 1 {
            return vocabulary.small_words.contains(&crate::base::text::fold(word));
        }
        vocabulary.small_words.contains(&crate::base::text::fold(word))
            || self.known.contains(word)
            || self.counts.get(word).is_some_and(|count| *count > in_pairs)
    }

    /// Whether two words are the halves of one.
    fn halves(&self, first: &str, second: &str, vocabulary: &ImportWords, buffer: &mut String) -> Halves {
        lower(buffer, &[first, " ", second]);
        let Some(in_pairs) = self.pairs.get(buffer.as_str()).copied() else { return Halves::No };
        let (first, second) = buffer.split_once(' ').expect("a space was put between");
        let head = self.is_alone(first, in_pairs, vocabulary);
        let rest = self.is_alone(second, in_pairs, vocabulary);
        let is_small = vocabulary.small_words.contains(&crate::base::text::fold(&format!("{first}{second}")));
        let (first, second) = (first.chars().count(), second.chars().count());
        let fits = match (head, rest) {
            (false, false) => true,
            (true, true) => false,
            _ if is_small => true,
            (true, false) => second <= SHORT_REST && first > SHORT_HEAD,
            (false, true) => first <= SHORT_HEAD && second >= SHORT_REST,
        };
        let proves = is_small || first.min(second) < SHORTEST_WORD || !vocabulary.has_open_compounds;
        match (fits, proves) {
            (false, _) => Halves::No,
            (true, true) => Halves::Certain,
            (true, false) => Halves::Doubtful,
        }
    }
}

/// Takes out the hyphens at which lines were broken, where the word is known without and not with it.
pub fn unbreak(text: &mut String, line: u32, words: &Words<'_>, findings: &mut Vec<Finding>) {
    let mut edits: Vec<Edit> = Vec::new();
    for (at, _) in text.match_indices(mark::BREAK) {
        let end = at + mark::BREAK.len_utf8();
        let Some(head) = text[..at].strip_suffix('-') else { continue };
        let first = &head[head.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + char_len(head, at))..];
        let rest = &text[end..];
        let second = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
        let (whole, compound) = (format!("{first}{second}").to_lowercase(), format!("{first}-{second}"));
        let known = words.knows(&whole) && !words.has_compound(&compound);
        if known && !first.is_empty() && !second.is_empty() {
            edits.push(Edit::new(at - 1..end, ""));
        } else {
            edits.push(Edit::new(at..end, ""));
        }
    }
    let is_repair = edits.iter().any(|edit| edit.range.len() > mark::BREAK.len_utf8());
    let mut silent = Vec::new();
    apply(text, &edits, FindingKind::SplitWord, line, if is_repair { findings } else { &mut silent });
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// Joins the halves of cut words.
pub fn mend(
    text: &mut String,
    line: u32,
    vocabulary: &ImportWords,
    words: &Words<'_>,
    findings: &mut Vec<Finding>,
) {
    let mut edits: Vec<Edit> = Vec::new();
    if words.pairs.is_empty() {
        return;
    }
    let mut buffer = String::new();
    for (first, second) in pairs(text) {
        match words.halves(first.text, second.text, vocabulary, &mut buffer) {
            Halves::No => {}
            Halves::Doubtful => {
                let both = &text[first.start..second.start + second.text.len()];
                findings.push(finding(FindingKind::SplitDoubtful, line, both, Some(both)));
            }
            Halves::Certain => edits.push(Edit::new(second.start - 1..second.start, "")),
        }
    }
    apply(text, &edits, FindingKind::SplitWord, line, findings);
}

/// The pieces in small letters, one after another.
fn lower(buffer: &mut String, pieces: &[&str]) {
    buffer.clear();
    for piece in pieces {
        buffer.extend(piece.chars().flat_map(char::to_lowercase));
    }
}

/// Neighbouring words with one space between, which might be halves.
fn pairs(text: &str) -> impl Iterator<Item = (PlacedWord<'_>, PlacedWord<'_>)> {
    let mut words = scan(text);
    let mut before = words.next();
    std::iter::from_fn(move || {
        loop {
            let (first, second) = (before?, words.next());
            before = second;
            let second = second?;
            let near = first.start + first.text.len() + 1 == second.start
                && text.as_bytes()[second.start - 1] == b' ';
            let shaped = !first.bound_after
                && !second.bound_before
                && !second.bound_after
                && second.text.starts_with(char::is_lowercase);
            if near && shaped {
                return Some((first, second));
            }
        }
    })
}

fn scan(text: &str) -> impl Iterator<Item = PlacedWord<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphabetic)?;
        let end =
            text[start..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| start + length);
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let binds = |c: char| matches!(c, '’' | '\'' | '-' | '‑' | '/' | '@' | '_') || c.is_ascii_digit();
        at = end;
        Some(PlacedWord {
            start,
            text: &text[start..end],
            bound_before: before.is_some_and(|c| binds(c) && c != '’' && c != '\''),
            bound_after: after.is_some_and(|c| binds(c) || c == ')'),
            is_ending: before.is_some_and(|c| c.is_ascii_digit()),
        })
    })
}

/// Words with hyphens inside.
fn compounds(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !(c.is_alphabetic() || c == '-'));
    words.filter(|word| word.trim_matches('-').contains('-')).map(str::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(elsewhere: &str, text: &str, expected: &str) {
        let small = ["le", "en", "fin", "un", "de", "a", "les", "entre"].map(str::to_owned);
        let vocabulary =
            ImportWords { small_words: small.into(), has_open_compounds: true, ..ImportWords::default() };
        let known = HashSet::new();
        let words = Words::of([elsewhere, text].into_iter(), &known);
        let mut mended = text.to_owned();
        mend(&mut mended, 1, &vocabulary, &words, &mut Vec::new());
        assert_eq!(mended, expected);
    }

    #[test]
    fn halves_are_joined_where_the_whole_is_elsewhere() {
        case("le comportement", "un comportemen t responsable", "un comportement responsable");
        case("la sécurité", "sur la sécuri té de", "sur la sécurité de");
        case("contributions et contribution", "les contribution s apportées", "les contributions apportées");
        case("le travail", "de travai l. Le", "de travail. Le");
        case("de travail", "l’ensemble de travai l », le", "l’ensemble de travail », le");
    }

    #[test]
    fn two_words_stay_apart_where_nothing_proves_that_they_are_one() {
        case("the roadmap", "a road map for all", "a road map for all");
        case("the roadmap of a road", "a road map for all", "a road map for all");
        case("the roadmap, comportement", "a road map, comportemen t", "a road map, comportement");
    }

    #[test]
    fn words_of_their_own_stay_apart() {
        case("enfin", "en fin de compte", "en fin de compte");
        case("surtout sur et tout", "sur tout cela", "sur tout cela");
        case("autre", "un comportemen t", "un comportemen t");
        case("unes", "un es t", "un es t");
        case("alettre", "point a lettre", "point a lettre");
        case("entreprises", "entre prises fortes", "entre prises fortes");
    }
}
