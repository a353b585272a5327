//! Lists of phrases as data files give them, found by the first word of each, however long a list grows.

use serde::Deserialize;

use crate::cite::token::{Phrase, Token, after, key, phrase};

/// Several phrases, each with what it means; where all of a list mean the same, that is nothing.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "Vec<String>", bound = "Self: From<Vec<String>>")]
pub struct Phrases<T = ()> {
    /// In the order of the data file.
    all: Vec<(Phrase, T)>,
    /// The key of each phrase's first word with the place of the phrase, in order of keys.
    by_first: Vec<(u32, u32)>,
    /// One bit for each first word, so that of most words of a text a glance tells that they begin no phrase.
    glance: [u64; 4],
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { all: Vec::new(), by_first: Vec::new(), glance: [0; 4] }
    }
}

impl From<Vec<String>> for Phrases {
    fn from(texts: Vec<String>) -> Self {
        texts.iter().map(|text| (text, ())).collect()
    }
}

impl<S: AsRef<str>, T> FromIterator<(S, T)> for Phrases<T> {
    fn from_iter<I: IntoIterator<Item = (S, T)>>(texts: I) -> Self {
        let read = texts.into_iter().map(|(text, meaning)| (phrase(text.as_ref()), meaning));
        let all: Vec<(Phrase, T)> = read.filter(|(words, _)| !words.is_empty()).collect();
        let first = |(at, (words, _)): (u32, &(Phrase, T))| (key(&words[0]), at);
        let mut by_first: Vec<(u32, u32)> = (0..).zip(&all).map(first).collect();
        by_first.sort_unstable();
        let mut glance = [0; 4];
        for (first, _) in &by_first {
            let (word, bit) = bit(*first);
            glance[word] |= bit;
        }
        Self { all, by_first, glance }
    }
}

impl<T: Copy> Phrases<T> {
    /// All of them with what they mean, in the order of the data file.
    pub fn iter(&self) -> impl Iterator<Item = (&Phrase, T)> {
        self.all.iter().map(|(words, meaning)| (words, *meaning))
    }

    /// Those that may begin with the token at a place: nearly always none, or few.
    pub fn starting(&self, tokens: &[Token], at: usize) -> impl Iterator<Item = (&Phrase, T)> {
        #[cfg(test)]
        looks::count();
        let may_begin = |token: &&Token| {
            let (word, bit) = bit(token.key());
            self.glance[word] & bit != 0
        };
        let found = tokens.get(at).filter(may_begin).map_or(&[][..], |token| {
            let rest = &self.by_first[self.by_first.partition_point(|(first, _)| *first < token.key())..];
            &rest[..rest.iter().take_while(|(first, _)| *first == token.key()).count()]
        });
        found.iter().map(|(_, at)| &self.all[*at as usize]).map(|(words, meaning)| (words, *meaning))
    }

    /// The longest of them standing at a place among the tokens: the place after it, and what it means.
    #[must_use]
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let here = self.starting(tokens, at);
        here.filter_map(|(words, meaning)| Some((after(tokens, at, words)?, meaning)))
            .max_by_key(|(end, _)| *end)
    }

    /// The place after the longest of them standing at a place among the tokens.
    #[must_use]
    pub fn after(&self, tokens: &[Token], at: usize) -> Option<usize> {
        self.longest(tokens, at).map(|(end, _)| end)
    }

    /// The place where one of them begins that ends at a place among the tokens.
    #[must_use]
    pub fn before(&self, tokens: &[Token], end: usize) -> Option<usize> {
        let fits = |(words, _): (&Phrase, T)| {
            let start = end.checked_sub(words.len())?;
            after(tokens, start, words).map(|_| start)
        };
        self.iter().filter_map(fits).min()
    }
}

/// The bit of a key in the glance.
fn bit(key: u32) -> (usize, u64) {
    ((key >> 6 & 3) as usize, 1 << (key & 63))
}

/// How often phrases were looked for: what a test counts instead of time.
#[cfg(test)]
pub(super) mod looks {
    use std::cell::Cell;

    thread_local!(static LOOKS: Cell<usize> = const { Cell::new(0) });

    pub(super) fn count() {
        LOOKS.set(LOOKS.get() + 1);
    }

    /// How often since the last time.
    pub(in crate::cite) fn since() -> usize {
        LOOKS.replace(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::token::tokens;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_longest_phrase_is_found_wherever_it_stands_in_its_list(
            words in prop::collection::vec("[ab]( [ab]){0,2}", 0..6), text in "[abc]( [abc]){0,6}", at in 0usize..8,
        ) {
            let phrases = Phrases::from(words.clone());
            let tokens = tokens(&text);
            let plain = words.iter().filter_map(|words| after(&tokens, at, &phrase(words))).max();
            prop_assert_eq!(phrases.after(&tokens, at), plain);
        }
    }
}
