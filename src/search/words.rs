//! The words of a text as a search compares them: folded, without elided articles, and their stems.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

use crate::base::Span;
use crate::base::text::fold;
use crate::model::Language;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextWord<'t> {
    /// Where it is in the text, in bytes.
    pub span: Span,
    /// The word without case and accents.
    pub folded: Cow<'t, str>,
}

/// What French leaves of a word before an apostrophe: `l’État`, `qu’il`.
const ELIDED: [&str; 14] =
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

/// The words of a text, in order. Each sign of a script without spaces is a word.
pub fn words(text: &str) -> impl Iterator<Item = TextWord<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let span = next_word(text, at)?;
            at = span.end;
            let folded = folded(span.of(text));
            if !is_elided(&text[at..], &folded) && !folded.is_empty() {
                return Some(TextWord { span, folded });
            }
        }
    })
}

fn next_word(text: &str, from: usize) -> Option<Span> {
    let start = from + text[from..].find(is_letter)?;
    let first = text[start..].chars().next()?;
    if is_alone(first) {
        return Some(Span::new(start, start + first.len_utf8()));
    }
    let is_end = |c: char| is_alone(c) || !is_letter(c) && !is_joined(c);
    let length = text[start..].find(is_end).unwrap_or(text.len() - start);
    Some(Span::new(start, start + length))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
}

/// Whether a character belongs to the letter before it: accents of their own, soft hyphens.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' | '\u{64b}'..='\u{65f}')
}

/// Whether a character is written without spaces between words.
fn is_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn folded(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    }
}

fn is_elided(rest: &str, folded: &str) -> bool {
    folded.len() <= 6 && rest.starts_with(['\'', '’', 'ʼ', '‘']) && ELIDED.contains(&folded)
}

/// A language whose inflected words have one stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inflection {
    /// English.
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
}

impl Inflection {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::French, Self::Spanish];

    /// That of a language; `None` if its words are compared as they are.
    #[must_use]
    pub fn of(language: Language) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == language.code())
    }

    /// The two-letter code of the language.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
        }
    }

    /// The stem of a folded word. Words are folded first, so that one typed without accents has the stem of one with them.
    #[must_use]
    pub fn stem(self, folded: &str) -> String {
        let algorithm = match self {
            _ if folded.len() <= 3 || !folded.is_ascii() => return folded.to_owned(),
            Self::English => Algorithm::English,
            Self::French => Algorithm::French,
            Self::Spanish => Algorithm::Spanish,
        };
        let word = if self == Self::French { without_participle(folded) } else { folded };
        Stemmer::new(algorithm).stem(word).into_owned()
    }
}

/// The first letters of a folded word as bytes, which its stem has too; 0 where it has none.
pub type WordHead = [u8; 2];

/// The first letters of a folded word.
#[must_use]
pub fn head(folded: &str) -> WordHead {
    let bytes = folded.as_bytes();
    [bytes.first().copied().unwrap_or(0), bytes.get(1).copied().unwrap_or(0)]
}

/// A folded word without the ending of a plural.
#[must_use]
pub fn singular(folded: &str) -> &str {
    let stem = folded.strip_suffix(['s', 'x']);
    stem.filter(|stem| stem.len() > 2).unwrap_or(folded)
}

/// The stem of a word in a language.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WordStem {
    /// The language.
    pub inflection: Inflection,
    /// The stem.
    pub stem: String,
}

impl WordStem {
    /// The stems of a folded word in each of these languages.
    #[must_use]
    pub fn of(folded: &str, languages: &[Inflection]) -> Vec<Self> {
        languages.iter().map(|language| Self { inflection: *language, stem: language.stem(folded) }).collect()
    }
}

/// A French participle in `-ée` or `-ées` as the one in `-é`: without accents the stemmer does not know it.
fn without_participle(folded: &str) -> &str {
    let stem = folded.strip_suffix("ees").or_else(|| folded.strip_suffix("ee"));
    stem.filter(|stem| stem.len() > 2).map_or(folded, |stem| &folded[..=stem.len()])
}

/// Whether one folded word becomes the other by adding, leaving out or replacing one letter, or swapping two neighbours.
#[must_use]
pub fn is_one_slip(one: &str, other: &str) -> bool {
    // One letter has at most four bytes: most words need no comparison.
    if one.len().abs_diff(other.len()) > 4 {
        return false;
    }
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a == b || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let start = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let rest = (a.len() - start).min(b.len() - start);
    let end = a.iter().rev().zip(b.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[start..a.len() - end], &b[start..b.len() - end]);
    match (a, b) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    }
}

/// Whether two slips may have made one folded word of the other: letters replaced, or doubled letters written once, after the first letter.
#[must_use]
pub fn may_be_slips(one: &str, other: &str) -> bool {
    let undoubled = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        letters
    };
    one.chars().next() == other.chars().next()
        && (one.chars().count() == other.chars().count() || undoubled(one) == undoubled(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded_words(text: &str) -> Vec<String> {
        words(text).map(|word| word.folded.into_owned()).collect()
    }

    #[test]
    fn words_are_folded_and_elided_articles_left_out() {
        assert_eq!(folded_words("L’État qu'il a d’œuvre"), ["etat", "il", "a", "oeuvre"]);
        assert_eq!(
            folded_words("aujourd’hui, lui-même; A/77/275"),
            "aujourd hui lui meme a 77 275".split(' ').collect::<Vec<_>>()
        );
        assert_eq!(folded_words("Łódź Øresund Đakovo ışık"), ["lodz", "oresund", "dakovo", "isik"]);
        assert_eq!(folded_words("网络安全 ICT"), ["网", "络", "安", "全", "ict"]);
        let text = "e\u{301}tat";
        assert_eq!(words(text).next().unwrap().span.of(text), text);
    }

    #[test]
    fn inflected_words_have_one_stem_with_and_without_accents() {
        let same = |inflection: Inflection, words: &[&str]| {
            let stems: Vec<String> = words.iter().map(|word| inflection.stem(&fold(word))).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {stems:?}");
        };
        same(Inflection::French, &["capacité", "capacités", "capacites"]);
        same(Inflection::French, &["adopté", "adoptée", "adoptées", "adopter"]);
        same(Inflection::French, &["renforcement", "renforcé", "renforcer"]);
        same(Inflection::French, &["international", "internationale"]);
        same(Inflection::English, &["measure", "measures"]);
        same(Inflection::English, &["committee", "committees"]);
        same(Inflection::Spanish, &["medida", "medidas"]);
    }

    #[test]
    fn two_slips_keep_the_first_letter_and_the_length_or_lose_doubled_letters() {
        for (one, other) in [("pieceful", "peaceful"), ("comitee", "committee"), ("acomodate", "accommodate")]
        {
            assert!(may_be_slips(one, other), "{one} {other}");
        }
        for (one, other) in [("insurance", "instance"), ("irresponsable", "responsable")] {
            assert!(!may_be_slips(one, other), "{one} {other}");
        }
    }

    #[test]
    fn one_wrong_letter_is_one_slip() {
        for (one, other) in
            [("renforcment", "renforcement"), ("etta", "etat"), ("progamme", "programme"), ("abc", "abd")]
        {
            assert!(is_one_slip(one, other) && is_one_slip(other, one), "{one} {other}");
        }
        for (one, other) in [("etat", "etat"), ("etat", "etats x"), ("abcd", "badc"), ("ab", "")] {
            assert!(!is_one_slip(one, other), "{one} {other}");
        }
    }
}
