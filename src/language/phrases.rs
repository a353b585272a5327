//! Lists of phrases from data files, looked up by first word, so that long lists cost no time.

use super::token::{Phrase, Token, after, key, phrase};

/// Several phrases, each with its meaning; `()` if all phrases of the list mean the same.
#[derive(Debug, Clone)]
pub struct Phrases<T = ()> {
    /// In the order of the data file.
    all: Vec<(Phrase, T)>,
    /// The key of each phrase's first word and the index of the phrase, sorted by key.
    by_first: Vec<(u32, u32)>,
    /// One bit for each first word: most words of a text are found to begin no phrase by one look at their bit.
    first_bits: [u64; 4],
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { all: Vec::new(), by_first: Vec::new(), first_bits: [0; 4] }
    }
}

impl From<Vec<String>> for Phrases {
    fn from(texts: Vec<String>) -> Self {
        texts.iter().collect()
    }
}

impl<S: AsRef<str>> FromIterator<S> for Phrases {
    fn from_iter<I: IntoIterator<Item = S>>(texts: I) -> Self {
        Self::new(texts.into_iter().map(|text| (text, ())))
    }
}

impl<T> Phrases<T> {
    /// Phrases from texts with their meanings; empty texts are left out.
    pub fn new<S: AsRef<str>>(texts: impl IntoIterator<Item = (S, T)>) -> Self {
        let read = texts.into_iter().map(|(text, meaning)| (phrase(text.as_ref()), meaning));
        let all: Vec<(Phrase, T)> = read.filter(|(words, _)| !words.is_empty()).collect();
        Self::indexed(all)
    }

    /// Phrases, none of which is empty, with the index of their first words.
    fn indexed(all: Vec<(Phrase, T)>) -> Self {
        let first = |(at, (words, _)): (u32, &(Phrase, T))| (key(&words[0]), at);
        let mut by_first: Vec<(u32, u32)> = (0..).zip(&all).map(first).collect();
        by_first.sort_unstable();
        let mut first_bits = [0; 4];
        for (first, _) in &by_first {
            let (word, bit) = bit(*first);
            first_bits[word] |= bit;
        }
        Self { all, by_first, first_bits }
    }
}

impl Phrases {
    /// These phrases and further ones; a phrase that is there already is not added again.
    #[must_use]
    pub fn with(self, texts: &[String]) -> Self {
        let mut all = self.all;
        for words in texts.iter().map(|text| phrase(text)) {
            if !words.is_empty() && !all.iter().any(|(known, ())| *known == words) {
                all.push((words, ()));
            }
        }
        Self::indexed(all)
    }
}

impl<T: Copy> Phrases<T> {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// All phrases with their meanings, in the order of the data file.
    pub fn iter(&self) -> impl Iterator<Item = (&Phrase, T)> {
        self.all.iter().map(|(words, meaning)| (words, *meaning))
    }

    /// The phrases that may begin with the token at a place: nearly always none, or few.
    pub fn starting(&self, tokens: &[Token], at: usize) -> impl Iterator<Item = (&Phrase, T)> {
        #[cfg(test)]
        looks::count();
        let may_begin = |token: &&Token| {
            let (word, bit) = bit(token.key());
            self.first_bits[word] & bit != 0
        };
        let found = tokens.get(at).filter(may_begin).map_or(&[][..], |token| {
            let rest = &self.by_first[self.by_first.partition_point(|(first, _)| *first < token.key())..];
            &rest[..rest.iter().take_while(|(first, _)| *first == token.key()).count()]
        });
        found.iter().map(|(_, at)| &self.all[*at as usize]).map(|(words, meaning)| (words, *meaning))
    }

    /// The longest phrase that begins at a place among the tokens: the place after it, and its meaning.
    #[must_use]
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, T)> {
        let here = self.starting(tokens, at);
        here.filter_map(|(words, meaning)| Some((after(tokens, at, words)?, meaning)))
            .max_by_key(|(end, _)| *end)
    }

    /// The place after the longest phrase that begins at a place among the tokens.
    #[must_use]
    pub fn after(&self, tokens: &[Token], at: usize) -> Option<usize> {
        self.longest(tokens, at).map(|(end, _)| end)
    }

    /// The place where a phrase begins that ends at a place among the tokens.
    #[must_use]
    pub fn before(&self, tokens: &[Token], end: usize) -> Option<usize> {
        let fits = |(words, _): (&Phrase, T)| {
            let start = end.checked_sub(words.len())?;
            after(tokens, start, words).map(|_| start)
        };
        self.iter().filter_map(fits).min()
    }
}

/// The bit of a key: the index of its word and its mask.
fn bit(key: u32) -> (usize, u64) {
    ((key >> 6 & 3) as usize, 1 << (key & 63))
}

/// How often phrases were looked up; a test counts these instead of measuring time.
#[cfg(test)]
pub(crate) mod looks {
    use std::cell::Cell;

    thread_local!(static LOOKS: Cell<usize> = const { Cell::new(0) });

    pub(super) fn count() {
        LOOKS.set(LOOKS.get() + 1);
    }

    /// How often since the last call.
    pub(crate) fn since() -> usize {
        LOOKS.replace(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::tokens;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_longest_phrase_is_found_wherever_it_is_in_its_list(
            words in prop::collection::vec("[ab]( [ab]){0,2}", 0..6), text in "[abc]( [abc]){0,6}", at in 0usize..8,
        ) {
            let phrases = Phrases::from(words.clone());
            let tokens = tokens(&text);
            let plain = words.iter().filter_map(|words| after(&tokens, at, &phrase(words))).max();
            prop_assert_eq!(phrases.after(&tokens, at), plain);
        }
    }
}
