//! The account of an import: every word of the source is in a passage or in a finding, and what is not becomes a finding.
//!
//! A word is a run of letters and digits between spaces, whatever marks are in it. A repair that joins or splits words is
//! recorded with the words before and after it, so that sums of words are enough: what a source has more of than its
//! document is missing, what it has less of was added.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hasher};

use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::reader::plain;
use crate::import::shape::enumerator::raised_digit;
use crate::model::{Block, BlockKind, Document};

/// How many more times a source has each word than its document; words by their hash.
type Sums = HashMap<u64, i64>;

/// No more than this many words in a row are the pieces of one.
const PIECES: usize = 4;

/// Compares the words of a source with the document made of it. Missing words become findings `text-missing`, the longest
/// first, before all others; words that are not in the source become findings `text-added`.
pub fn settle(source: &str, document: &mut Document) {
    let mut sums = Sums::new();
    add(&mut sums, source, 1);
    for block in &document.blocks {
        add(&mut sums, printed(block), -1);
        add(&mut sums, &block.text, -1);
    }
    for finding in document.findings.iter().filter(|finding| is_of_text(finding.kind)) {
        add(&mut sums, &finding.source, -1);
        add(&mut sums, finding.repaired.as_deref().unwrap_or_default(), 1);
    }
    if sums.values().all(|sum| *sum == 0) {
        return;
    }
    let lines: Vec<&str> = plain::breaks(source).collect();
    let mut missing = located(&lines, &mut sums.iter().map(|(word, sum)| (*word, *sum)).collect());
    let texts: Vec<String> =
        document.blocks.iter().map(|block| format!("{} {}", printed(block), block.text)).collect();
    let mut added = located(&texts, &mut sums.iter().map(|(word, sum)| (*word, -sum)).collect());
    join(&mut missing, &mut added);
    join(&mut added, &mut missing);
    report(document, &missing, &added);
}

/// How many letters and digits of its source are in no passage of a document but in its findings `text-missing`.
#[must_use]
pub fn missing(document: &Document) -> usize {
    let missing = document.findings.iter().filter(|finding| finding.kind == FindingKind::TextMissing);
    missing.map(|finding| words(&finding.source).map(|word| bare(word).count()).sum::<usize>()).sum()
}

/// Whether a finding is about words of the text: not about details of the document.
fn is_of_text(kind: FindingKind) -> bool {
    use FindingKind::{
        Comment, Encoding, GivenMetadata, LanguageDoubtful, LanguageNotRead, MissingMetadata, TrackedChanges,
    };
    !matches!(
        kind,
        GivenMetadata
            | MissingMetadata
            | LanguageDoubtful
            | LanguageNotRead
            | Encoding
            | TrackedChanges
            | Comment
    )
}

/// The part of its number that is printed before a passage.
fn printed(block: &Block) -> &str {
    let number = block.number.as_deref().unwrap_or_default();
    match block.kind {
        BlockKind::Subparagraph | BlockKind::AgendaItem => number.rsplit(' ').next().unwrap_or_default(),
        _ => number,
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

/// The letters and digits of a word; a raised digit counts as a plain one.
fn bare(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| c.is_alphanumeric()).map(|c| raised_digit(c).unwrap_or(c))
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    bare(word).for_each(|c| hasher.write_u32(c.into()));
    hasher.finish()
}

fn add(sums: &mut Sums, text: &str, times: i64) {
    for word in words(text) {
        *sums.entry(hash(word)).or_default() += times;
    }
}

/// A word that one side has and the other has not.
struct UnmatchedWord {
    /// The line or the block, counted from 0.
    place: usize,
    /// Its place among the words of all lines or blocks.
    order: usize,
    word: String,
}

/// Where the surplus words are, in order: of several places, those that lack most of their words.
fn located<T: AsRef<str>>(texts: &[T], surplus: &mut Sums) -> Vec<UnmatchedWord> {
    surplus.retain(|_, sum| *sum > 0);
    if surplus.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<UnmatchedWord> = Vec::new();
    let mut suspects: Vec<(usize, usize, usize)> = Vec::new();
    let mut order = 0;
    for (place, text) in texts.iter().enumerate() {
        let (all, lacking) = words(text.as_ref()).fold((0usize, 0usize), |(all, lacking), word| {
            (all + 1, lacking + usize::from(surplus.contains_key(&hash(word))))
        });
        if lacking > 0 {
            suspects.push((lacking * 1000 / all, place, order));
        }
        order += all;
    }
    suspects.sort_by_key(|(share, place, _)| (usize::MAX - share, *place));
    for (_, place, first) in suspects {
        for (at, word) in words(texts[place].as_ref()).enumerate() {
            if let Some(sum) = surplus.get_mut(&hash(word)).filter(|sum| **sum > 0) {
                *sum -= 1;
                found.push(UnmatchedWord { place, order: first + at, word: word.to_owned() });
            }
        }
    }
    found.sort_by_key(|left| left.order);
    found
}

/// Takes out the words of one side that are the pieces of a word of the other, which a page had cut.
fn join(pieces: &mut Vec<UnmatchedWord>, wholes: &mut Vec<UnmatchedWord>) {
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    for whole in wholes.iter() {
        known.entry(bare(&whole.word).collect()).or_default().push(whole.order);
    }
    let mut joined: HashSet<usize> = HashSet::new();
    let mut at = 0;
    while at < pieces.len() {
        let row = pieces[at..].iter().zip(pieces[at].order..);
        let row = row.take_while(|(left, order)| left.order == *order).take(PIECES).count();
        let whole = |length: &usize| -> String {
            pieces[at..at + length].iter().flat_map(|left| bare(&left.word)).collect()
        };
        let found =
            (2..=row).find(|length| known.get(&whole(length)).is_some_and(|orders| !orders.is_empty()));
        match found {
            Some(length) => {
                joined.extend(known.get_mut(&whole(&length)).and_then(Vec::pop));
                pieces.drain(at..at + length);
            }
            None => at += 1,
        }
    }
    wholes.retain(|whole| !joined.contains(&whole.order));
}

/// Adds the findings: missing words by stretches of lines, added ones by passages.
fn report(document: &mut Document, missing: &[UnmatchedWord], added: &[UnmatchedWord]) {
    let text =
        |left: &[UnmatchedWord]| left.iter().map(|left| left.word.as_str()).collect::<Vec<_>>().join(" ");
    let stretches = missing.chunk_by(|one, next| next.place - one.place <= 1);
    let mut found: Vec<Finding> = stretches
        .map(|left| {
            let line = u32::try_from(left[0].place + 1).unwrap_or(u32::MAX);
            finding(FindingKind::TextMissing, line, &text(left), None)
        })
        .collect();
    found.sort_by_key(|finding| usize::MAX - finding.source.len());
    found.extend(added.chunk_by(|one, next| one.place == next.place).map(|left| Finding {
        address: Some(document.blocks[left[0].place].address.to_string()),
        ..finding(FindingKind::TextAdded, 0, "", Some(&text(left)))
    }));
    document.findings.splice(0..0, found);
}
