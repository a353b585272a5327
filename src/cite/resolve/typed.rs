//! What was typed, cut into words, numbers and document names: any case, accents, spaces and brackets.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::base::nearest;
use crate::base::text::fold;
use crate::cite::aliases::Aliases;
use crate::language::token::{TokenKind, phrase};
use crate::language::{Languages, TypedWords};
use crate::model::PassageKind;

/// One piece of what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TypedPiece {
    /// Letters, folded.
    Word(String),
    /// Digits.
    Number(String),
    /// Something that may be a symbol or the end of one: `A/77/275`, `78/237`, `2023/L.1`.
    Path(String),
    /// A bracket that opens.
    Open,
    /// Any other mark.
    Mark(char),
}

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
    /// "Chapeau": what is said before the sub-paragraphs.
    Chapeau,
    /// A heading called by what it is, "foreword": its kind.
    Heading(usize),
    /// What a norm is about, by the place of its letter.
    Subject(u32),
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
        for (letter, words) in aliases.subjects_of_norms() {
            vocabulary.add(words.clone(), Tag::Subject(*letter));
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
        // A misspelt word is no number: "setp" is a step, not seven.
        let lettered = lettered.filter(|_| !matches!(tag, Tag::Cardinal(_)));
        let long = lettered.filter(|word| word.chars().count() >= SHORTEST_CORRECTED).cloned();
        self.long.extend(long);
        let known = self.by_first.entry(first).or_default();
        if !known.iter().any(|(held, tagged)| *held == words && *tagged == tag) {
            known.push((words, tag));
        }
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

/// « à » keeps its accent among the pieces: without it, it would be the letter of a sub-paragraph.
const TO_IN_FRENCH: &str = "à";

fn unaccented(word: &str) -> &str {
    if word == TO_IN_FRENCH { "a" } else { word }
}

/// Cuts what was typed into pieces: `g57d` is a word, a number and a word.
pub(super) fn pieces(text: &str) -> Vec<TypedPiece> {
    let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let is_to = |at: usize, c: char| {
        "àÀ".contains(c)
            && alone(text[..at].chars().next_back())
            && alone(text[at + c.len_utf8()..].chars().next())
    };
    let mut folded = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match is_to(at, c) {
            true => folded.push_str(TO_IN_FRENCH),
            false => folded.push_str(&fold(c.encode_utf8(&mut [0; 4]))),
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = folded[at..].chars().next() {
        let run =
            |keep: fn(char) -> bool| folded[at..].find(|c| !keep(c)).map_or(folded.len(), |end| at + end);
        let whole = run(|c| c.is_alphanumeric() || "/.-".contains(c));
        let path = without_tail(folded[at..whole].trim_end_matches(['.', '-', '/']));
        if let Some((word, end)) = abbreviation(&folded, at) {
            found.push(TypedPiece::Word(word));
            at = end;
        } else if is_path(path) || is_file_name(path) {
            found.push(TypedPiece::Path(if path.contains('/') {
                path.to_owned()
            } else {
                path.replace('-', "/")
            }));
            at += path.len();
        } else if c.is_ascii_digit() {
            let end = run(|c| c.is_ascii_digit());
            found.push(TypedPiece::Number(folded[at..end].to_owned()));
            at = end;
        } else if c.is_alphabetic() {
            let end = run(char::is_alphabetic);
            let elided = folded[end..].starts_with('\'') && (end - at <= 2 || &folded[at..end] == "jusqu");
            // An elided article says nothing: `l’annexe`, `d’experts`.
            // The a of `30a` touches its number: it is no « à ».
            let touches = found.last().is_some_and(|last| matches!(last, TypedPiece::Number(_)))
                && folded[..at].ends_with(|c: char| c.is_ascii_digit());
            if touches && &folded[at..end] == "a" {
                found.push(TypedPiece::Open);
            }
            if !elided {
                found.push(TypedPiece::Word(folded[at..end].to_owned()));
            }
            at = end + usize::from(elided);
        } else {
            if !c.is_whitespace() {
                found.push(if "([".contains(c) { TypedPiece::Open } else { TypedPiece::Mark(c) });
            }
            at += c.len_utf8();
        }
    }
    found
}

/// A known word of single letters with a full stop after each, `O.P.`, and the place after it.
fn abbreviation(text: &str, at: usize) -> Option<(String, usize)> {
    let begins = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    let pairs = text.as_bytes()[at..].chunks_exact(2);
    let letters: String = pairs
        .take_while(|pair| pair[0].is_ascii_lowercase() && pair[1] == b'.')
        .map(|pair| char::from(pair[0]))
        .collect();
    let known = || TypedVocabulary::bundled().by_first.contains_key(&letters);
    let end = at + 2 * letters.len();
    (begins && letters.len() > 1 && known()).then_some((letters, end))
}

/// A path without what touches its last number: `78/237op4` is `78/237`.
pub(super) fn without_tail(path: &str) -> &str {
    let last = path.rfind('/').map_or(0, |at| at + 1);
    let digits = path[last..].bytes().take_while(u8::is_ascii_digit).count();
    let letters = path[last + digits..].starts_with(|c: char| c.is_alphabetic());
    if digits > 0 && letters { &path[..last + digits] } else { path }
}

/// Whether letters and digits with strokes may be a symbol or the end of one: two numbers with a stroke between
/// them, or a stroke and a component such as `L.1`. An address such as `annex/16/a` is none.
fn is_path(text: &str) -> bool {
    let components: Vec<&str> = text.split('/').collect();
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let dotted = |text: &str| {
        text.split_once('.').is_some_and(|(letters, digits)| {
            letters.len() <= 5 && letters.bytes().all(|byte| byte.is_ascii_alphabetic()) && number(digits)
        })
    };
    let pair = components
        .windows(2)
        .any(|two| number(regular(two[0])) && number(two[1].trim_end_matches(char::is_alphabetic)));
    let first = components[0];
    let organ = (1..=2).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    components.len() > 1
        && (pair || organ && components.len() > 2 || components.iter().any(|part| dotted(part)))
}

/// The number of a session without what makes it a special one: `10` of `s-10` and of `es-10`.
pub(super) fn regular(session: &str) -> &str {
    session.strip_prefix("es-").or_else(|| session.strip_prefix("s-")).unwrap_or(session)
}

/// Whether it is a symbol as file names spell it: `a-77-275`, `a-ac.292-2023-l.1`.
fn is_file_name(text: &str) -> bool {
    let mut components = text.split('-');
    let organ = components.next().is_some_and(|first| {
        (1..=2).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let rest: Vec<&str> = components.collect();
    let digit = |part: &&str| part.bytes().any(|byte| byte.is_ascii_digit());
    organ && rest.len() > 1 && rest.last().is_some_and(digit) && !text.contains('/')
}

/// Whether a path is a whole symbol, not the end of one nor one with something else touching it.
pub(super) fn is_whole_symbol(path: &str) -> bool {
    let tail = path.len() - without_tail(path).len();
    let part = ["res/", "dec/"].iter().any(|start| path.to_ascii_lowercase().starts_with(start));
    let found = crate::language::token::tokens(&path.to_ascii_uppercase());
    tail < 2 && !part && matches!(found.first().map(|token| &token.kind), Some(TokenKind::Symbol(_)))
}
