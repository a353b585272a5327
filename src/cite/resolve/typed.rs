//! The words people type, in all languages, and what they mean.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::pieces::{TO_IN_FRENCH, TypedPiece, pieces};
use crate::base::nearest;
use crate::base::text::fold;
use crate::cite::aliases::Aliases;
use crate::language::token::phrase;
use crate::language::{Languages, TypedWords};
use crate::model::PassageKind;

/// What a word or a few words may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Annex,
    Body,
    Front,
    /// A kind of passage.
    Passage(PassageKind),
    Bullet,
    Resolution,
    Decision,
    /// A word without meaning.
    Filler,
    /// "seventh": a number that comes before its word.
    Ordinal(u32),
    /// "fourteen": a number in words.
    Cardinal(u32),
    /// "last", "last but one": counted from the end, the last being 1.
    FromEnd(u32),
    /// "next", "previous": counted from the current passage.
    Shift(isize),
    /// "page": the number of a page follows.
    Page,
    /// The name of a month.
    Month,
    /// "Chapeau": what is said before the sub-paragraphs.
    Chapeau,
    /// A heading called by what it is, "foreword": its kind.
    Heading(usize),
    /// What a norm is about, by the place of its letter.
    Subject(u32),
    /// Who wrote a report, by the place among the authors.
    Author(usize),
    /// An organ by how its symbols begin: its resolution is meant.
    Organ(&'static str),
    /// "and": another passage follows.
    And,
    /// "to": the last passage of a range follows.
    To,
    /// "and following": all passages after the one before.
    Following,
    /// A document by its place among the names.
    Document(usize),
}

/// The words people type, in all languages, by their first.
#[derive(Debug, Default)]
pub(super) struct TypedVocabulary {
    by_first: HashMap<String, Vec<(Vec<String>, Tag)>>,
    /// Words long enough to be recognised when misspelt.
    long: Vec<String>,
    /// What makes an ordinal of a number: `7th`, `7e`.
    endings: HashSet<String>,
    known: HashSet<String>,
    /// What headings of each kind begin with, folded, in all languages.
    headings: Vec<Vec<String>>,
    /// The words for a sub-paragraph.
    subs: HashSet<Vec<String>>,
}

/// Words shorter than this are not corrected: too many others are as near.
const SHORTEST_CORRECTED: usize = 4;

static BUNDLED: LazyLock<TypedVocabulary> = LazyLock::new(|| TypedVocabulary::new(Aliases::bundled()));

impl TypedVocabulary {
    /// The bundled words with the bundled names.
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    fn new(aliases: &Aliases) -> Self {
        let mut vocabulary = Self::default();
        for (_, words) in Languages::bundled().citations() {
            vocabulary.add_language(&words.typed);
            for (organ, text) in
                words.running.organ.iter().flat_map(|organ| organ.typed.iter().map(move |text| (organ, text)))
            {
                vocabulary.add(phrase(text), Tag::Organ(&organ.prefix));
            }
            for (ordinal, number) in words.ordinals.words() {
                vocabulary.add(ordinal.to_vec(), Tag::Ordinal(number));
            }
            vocabulary.endings.extend(words.ordinals.endings().map(str::to_owned));
        }
        for dated in Languages::bundled().citations().flat_map(|(_, words)| &words.typed.dated) {
            for (at, alias) in aliases.documents().iter().enumerate() {
                let words = alias.year.map(|year| phrase(&dated.replace("{year}", &year.to_string())));
                words.into_iter().for_each(|words| vocabulary.add(words, Tag::Document(at)));
            }
        }
        for (at, alias) in aliases.documents().iter().enumerate() {
            for words in &alias.typed {
                vocabulary.add(words.clone(), Tag::Document(at));
            }
        }
        for (words, author) in aliases.authors() {
            vocabulary.add(words.clone(), Tag::Author(author));
        }
        for (letter, words) in aliases.subjects_of_norms() {
            vocabulary.add(words.clone(), Tag::Subject(*letter));
        }
        for name in Languages::bundled().iter().flat_map(|table| &table.months.names) {
            vocabulary.add(phrase(name), Tag::Month);
        }
        vocabulary.long.sort();
        vocabulary.long.dedup();
        vocabulary
    }

    fn add_language(&mut self, typed: &TypedWords) {
        let lists = [
            (&typed.annex, Tag::Annex),
            (&typed.body, Tag::Body),
            (&typed.front, Tag::Front),
            (&typed.bullet, Tag::Bullet),
            (&typed.resolution, Tag::Resolution),
            (&typed.decision, Tag::Decision),
            (&typed.filler, Tag::Filler),
            (&typed.last, Tag::FromEnd(1)),
            (&typed.last_but_one, Tag::FromEnd(2)),
            (&typed.next, Tag::Shift(1)),
            (&typed.previous, Tag::Shift(-1)),
            (&typed.this, Tag::Shift(0)),
            (&typed.chapeau, Tag::Chapeau),
            (&typed.page, Tag::Page),
            (&typed.and, Tag::And),
            (&typed.to, Tag::To),
            (&typed.following, Tag::Following),
        ];
        let passages = PassageKind::ALL.into_iter().map(|kind| (&typed.passages[kind], Tag::Passage(kind)));
        for (list, tag) in lists.into_iter().chain(passages) {
            list.iter().for_each(|text| self.add(phrase(text), tag));
        }
        self.subs.extend(typed.subparagraph.iter().map(|text| phrase(text)));
        self.headings.resize(typed.headings.len().max(self.headings.len()), Vec::new());
        for (kind, ways) in typed.headings.iter().enumerate() {
            self.headings[kind].extend(ways.iter().map(|text| fold(text)));
            ways.iter().for_each(|text| self.add(phrase(text), Tag::Heading(kind)));
        }
        for (number, ways) in (1..).zip(&typed.cardinals) {
            ways.iter().for_each(|text| self.add(phrase(text), Tag::Cardinal(number)));
        }
    }

    fn add(&mut self, words: Vec<String>, tag: Tag) {
        // An elided article says nothing: `d’experts` is typed with it or without.
        let words: Vec<String> = words.into_iter().filter(|word| !word.ends_with('\'')).collect();
        // Hyphens between words are skipped: `sous-alinéa` is typed with it or without.
        let worded = |word: &String| word.chars().all(char::is_alphanumeric);
        let is_mark = !words.iter().any(worded);
        let words: Vec<String> = words.into_iter().filter(|word| is_mark || worded(word)).collect();
        let Some(first) = words.first().cloned() else { return };
        let lettered = words.iter().filter(|word| word.chars().all(char::is_alphabetic));
        for word in lettered.clone() {
            self.known.insert(word.clone());
        }
        // A misspelt word is no number and no month: "setp" is a step, not seven.
        let lettered = lettered.filter(|_| !matches!(tag, Tag::Cardinal(_) | Tag::Month));
        let long = lettered.filter(|word| word.chars().count() >= SHORTEST_CORRECTED).cloned();
        self.long.extend(long);
        let known = self.by_first.entry(first).or_default();
        if !known.iter().any(|(held, tagged)| *held == words && *tagged == tag) {
            known.push((words, tag));
        }
    }

    /// Cuts what was typed into pieces.
    pub fn pieces(&self, text: &str) -> Vec<TypedPiece> {
        pieces(text, |word| self.by_first.contains_key(word))
    }

    /// What the words at a place may mean, the longest first, each with the place after it.
    pub fn at(&self, pieces: &[TypedPiece], at: usize) -> Vec<(Tag, usize)> {
        let known = match pieces.get(at) {
            Some(TypedPiece::Word(word)) => self.by_first.get(unaccented(word)),
            Some(TypedPiece::Number(number)) => self.by_first.get(number),
            _ => None,
        };
        let mut found: Vec<(Tag, usize)> = known
            .into_iter()
            .flatten()
            .filter_map(|(words, tag)| Some((*tag, standing(pieces, at, words)?)))
            .collect();
        found.sort_by_key(|(_, end)| std::cmp::Reverse(*end));
        found
    }

    /// Whether the words between two places mean a sub-paragraph.
    pub fn is_sub(&self, pieces: &[TypedPiece], at: usize, end: usize) -> bool {
        let word = |piece: &TypedPiece| match piece {
            TypedPiece::Word(word) => Some(word.clone()),
            _ => None,
        };
        let words: Vec<String> = pieces.get(at..end).into_iter().flatten().filter_map(word).collect();
        self.subs.contains(&words)
    }

    /// Whether a heading is of a kind: it begins with one of its names.
    pub fn is_heading(&self, kind: usize, heading: &str) -> bool {
        let heading = fold(heading);
        let begins = |name: &String| {
            let rest = heading.strip_prefix(name.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        self.headings.get(kind).is_some_and(|names| names.iter().any(begins))
    }

    /// Whether letters make an ordinal of the number before them.
    pub fn is_ending(&self, word: &str) -> bool {
        self.endings.contains(word)
    }

    /// The same pieces with misspelt words corrected; nothing when there is nothing to correct.
    pub fn corrected(&self, pieces: &[TypedPiece]) -> Option<Vec<TypedPiece>> {
        let mut changed = false;
        let correct = |piece: &TypedPiece| match piece {
            TypedPiece::Word(word) => match self.nearest(word) {
                Some(right) => {
                    changed = true;
                    TypedPiece::Word(right)
                }
                None => piece.clone(),
            },
            other => other.clone(),
        };
        let corrected = pieces.iter().map(correct).collect();
        changed.then_some(corrected)
    }

    /// The known word nearest to a misspelt one: one wrong letter, or two in a long word.
    fn nearest(&self, word: &str) -> Option<String> {
        let letters = word.chars().count();
        if !(SHORTEST_CORRECTED..=24).contains(&letters) || self.known.contains(word) {
            return None;
        }
        let most = if letters >= 8 { 2 } else { 1 };
        nearest(word, self.long.iter().map(String::as_str), |_| most).map(str::to_owned)
    }
}

/// The place after some words at a place; marks between them are skipped.
fn standing(pieces: &[TypedPiece], at: usize, words: &[String]) -> Option<usize> {
    let mut end = at;
    for word in words {
        while end > at && matches!(pieces.get(end), Some(TypedPiece::Mark(_))) {
            end += 1;
        }
        match pieces.get(end)? {
            TypedPiece::Word(here) | TypedPiece::Number(here) if unaccented(here) == word => end += 1,
            TypedPiece::Mark(mark) if word.chars().eq([*mark]) => end += 1,
            _ => return None,
        }
    }
    Some(end)
}

fn unaccented(word: &str) -> &str {
    if word == TO_IN_FRENCH { "a" } else { word }
}
