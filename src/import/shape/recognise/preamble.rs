//! How paragraphs of a preamble begin: by their first words, in every script.

use crate::base::text::fold;
use crate::import::layout::is_ideograph;
use crate::import::mark;
use crate::language::ImportWords;

/// Whether a line begins a paragraph of a preamble: `Recalling …`, `Consciente …`, `с удовлетворением отмечая …`.
#[must_use]
pub fn is_preambular(text: &str, vocabulary: &ImportWords) -> bool {
    let bare = mark::off(text);
    let mut words = bare.split(|c: char| !c.is_alphabetic());
    let first = words.next().unwrap_or_default();
    // In Russian it begins with a small letter, and with words that say how.
    let cyrillic = is_cyrillic(first);
    if first.is_empty() || first.starts_with(char::is_lowercase) != cyrillic {
        return false;
    }
    if begins_with_phrase(&bare, &vocabulary.preamble_words) {
        return true;
    }
    // Chinese sets no spaces between words.
    if first.starts_with(is_ideograph) {
        return vocabulary.preamble_words.iter().any(|known| first.starts_with(known.as_str()));
    }
    let begins = |word: &str| {
        let word = fold(word);
        let ending = |ending: &String| word.len() >= ending.len() + 2 && word.ends_with(ending.as_str());
        vocabulary.preamble_words.contains(&word) || vocabulary.preamble_endings.iter().any(ending)
    };
    let manner = cyrillic && (first == "с" || first.ends_with('о'));
    begins(first) || manner && words.take(MANNER).any(begins)
}

/// So many words after the first may say how something is noted.
const MANNER: usize = 3;

/// Whether a word is one of Russian.
fn is_cyrillic(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{400}'..='\u{4ff}').contains(&c))
}

/// Whether a text begins with a phrase of several words: `وقد نظرت`.
fn begins_with_phrase(text: &str, phrases: &[String]) -> bool {
    let mut phrases = phrases.iter().filter(|phrase| phrase.contains(' ')).peekable();
    let begins = |phrase: &String, text: &str| {
        text.strip_prefix(phrase.as_str()).is_some_and(|rest| rest.starts_with(' '))
    };
    phrases.peek().is_some() && {
        let start: String = text.chars().take(LONGEST_PHRASE).collect();
        let start = fold(&start);
        phrases.any(|phrase| begins(phrase, &start))
    }
}

/// Phrases that begin a paragraph of a preamble are shorter than this, in characters.
const LONGEST_PHRASE: usize = 40;

/// Whether a line begins with a word that paragraphs of a preamble often begin with: `ссылаясь`, `решительно осуждая`.
#[must_use]
pub fn is_often_preambular(text: &str, vocabulary: &ImportWords) -> bool {
    let bare = mark::off(text);
    let mut words = bare.split(|c: char| !c.is_alphabetic());
    let often = |word: &str| {
        let word = fold(word);
        word.chars().count() > SHORT_WORD && vocabulary.preamble_words.contains(&word)
    };
    let first = words.next().unwrap_or_default();
    often(first) || (is_cyrillic(first) && first.ends_with('о') && words.next().is_some_and(often))
}

/// Words that may stand anywhere in a sentence are no longer than this: `также`.
const SHORT_WORD: usize = 5;
