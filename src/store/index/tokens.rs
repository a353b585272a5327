//! The words of an entry as the index takes them: those of a search, and their stems.

use std::collections::HashMap;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

use crate::model::Language;
use crate::search::words::{Inflection, words};

/// The name of the tokenizer of words.
pub(super) const WORDS: &str = "words";
/// The name of the tokenizer of stems. It takes what [`inflected`] gives.
pub(super) const STEMS: &str = "stems";

/// What separates the codes of languages from a text.
const END: char = '\n';

/// Most stems that are kept: the words of a language that are met often.
const KEPT: usize = 40_000;

/// A text with the languages in which its words may be inflected: all of them if its language is not known.
pub(super) fn inflected(text: &str, language: Option<Language>) -> String {
    let mut inflected = String::with_capacity(text.len() + 9);
    let languages = language.map(Inflection::of);
    for inflection in languages.as_ref().map_or(Inflection::ALL.as_slice(), Option::as_slice) {
        inflected.push_str(inflection.code());
    }
    inflected.push(END);
    inflected.push_str(text);
    inflected
}

/// The tokenizers of the index and those it has anyway.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::default();
    tokenizers.register(WORDS, WordTokenizer);
    tokenizers.register(STEMS, StemTokenizer::default());
    tokenizers
}

/// Folded words.
#[derive(Clone)]
struct WordTokenizer;

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = TokenList<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> TokenList<'a> {
        TokenList::new(words(text).enumerate().map(|(place, word)| token(place, word.folded.into_owned())))
    }
}

/// The stems of folded words in the languages named before the text; the words themselves if there are none. Many words occur again
/// and again: their stems are kept.
#[derive(Clone, Default)]
struct StemTokenizer {
    known: HashMap<String, [Option<String>; Inflection::ALL.len()]>,
}

impl Tokenizer for StemTokenizer {
    type TokenStream<'a> = TokenList<'a>;

    fn token_stream<'a>(&'a mut self, inflected: &'a str) -> TokenList<'a> {
        let (codes, text) = inflected.split_once(END).unwrap_or(("", inflected));
        let mut tokens = Vec::new();
        for (place, word) in words(text).enumerate() {
            if codes.is_empty() {
                tokens.push(token(place, word.folded.into_owned()));
                continue;
            }
            for (at, inflection) in Inflection::ALL.into_iter().enumerate() {
                if codes.contains(inflection.code()) {
                    tokens.push(token(place, self.stem(&word.folded, at, inflection)));
                }
            }
        }
        TokenList::new(tokens.into_iter())
    }
}

impl StemTokenizer {
    fn stem(&mut self, folded: &str, at: usize, inflection: Inflection) -> String {
        if let Some(known) = self.known.get_mut(folded) {
            return known[at].get_or_insert_with(|| inflection.stem(folded)).clone();
        }
        let stem = inflection.stem(folded);
        if self.known.len() < KEPT {
            let mut stems = [const { None }; Inflection::ALL.len()];
            stems[at] = Some(stem.clone());
            self.known.insert(folded.to_owned(), stems);
        }
        stem
    }
}

fn token(position: usize, text: String) -> Token {
    Token { text, position, ..Token::default() }
}

/// Tokens one after the other.
struct TokenList<'a> {
    left: Box<dyn Iterator<Item = Token> + 'a>,
    token: Token,
}

impl<'a> TokenList<'a> {
    fn new(left: impl Iterator<Item = Token> + 'a) -> Self {
        Self { left: Box::new(left), token: Token::default() }
    }
}

impl TokenStream for TokenList<'_> {
    fn advance(&mut self) -> bool {
        let Some(token) = self.left.next() else { return false };
        self.token = token;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::*;

    fn tokens(mut tokenizer: impl Tokenizer, text: &str) -> String {
        let mut shown = String::new();
        tokenizer.token_stream(text).process(&mut |token| {
            let _ = write!(shown, "{}:{} ", token.position, token.text);
        });
        shown
    }

    #[test]
    fn words_are_indexed_folded_and_as_stems_of_the_languages_they_may_be_in() {
        assert_eq!(tokens(WordTokenizer, "L’État et ses capacités"), "0:etat 1:et 2:ses 3:capacites ");
        let stems = |text, language| tokens(StemTokenizer::default(), &inflected(text, language));
        assert_eq!(stems("capacités, capacité", Some(Language::FR)), "0:capacit 1:capacit ");
        assert_eq!(stems("measures", None), "0:measur 0:measur 0:measur ");
        let russian = "ru".parse().unwrap();
        assert_eq!(stems("Меры доверия", Some(russian)), "0:меры 1:доверия ");
    }
}
