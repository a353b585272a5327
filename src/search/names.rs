//! Fuzzy search: names found by some of their letters.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use crate::base::text::fold;

/// Ranks names by how well they match what was typed.
pub trait NameRanker {
    /// The indexes of the matching names, the best first; equal ones stay in order. An empty text matches all names.
    fn rank(&self, typed: &str) -> Vec<usize>;
}

/// Folded names. The words typed match in any order, the letters of a word in their order, possibly with gaps.
#[derive(Debug, Clone, Default)]
pub struct Fuzzy {
    keys: Vec<String>,
}

impl Fuzzy {
    /// Prepares names for matching.
    #[must_use]
    pub fn new(names: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self { keys: names.into_iter().map(|name| fold(name.as_ref())).collect() }
    }
}

impl NameRanker for Fuzzy {
    fn rank(&self, typed: &str) -> Vec<usize> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        let matcher = SkimMatcherV2::default();
        let score = |key: &str| -> Option<(u32, i64)> {
            let head = &key[..key.floor_char_boundary(HEAD)];
            let mut sum = (0, 0);
            for word in &words {
                // Names that contain the word itself are ranked by the order they were given in. Only other names are
                // matched letter by letter, which takes ten times as long.
                match class(key, word) {
                    0 => sum.1 += matcher.fuzzy_match(head, word)?,
                    class => sum.0 += class,
                }
            }
            Some(sum)
        };
        let scored = self.keys.iter().enumerate().filter_map(|(at, key)| Some((score(key)?, at)));
        let mut ranked: Vec<((u32, i64), usize)> = scored.collect();
        ranked.sort_by_key(|(score, at)| (std::cmp::Reverse(*score), *at));
        ranked.into_iter().map(|(_, at)| at).collect()
    }
}

/// How well the words typed fit a name: as well as the one that fits it least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordFit {
    /// By some of their letters.
    Letters,
    /// Inside words.
    Inside,
    /// At the start of words.
    Start,
    /// As whole words.
    Whole,
}

impl Fuzzy {
    /// How well the words typed fit the name at an index.
    #[must_use]
    pub fn strength(&self, at: usize, typed: &str) -> WordFit {
        let Some(key) = self.keys.get(at) else { return WordFit::Letters };
        let fit = |word: &str| match class(key, word) {
            3 => WordFit::Whole,
            2 => WordFit::Start,
            1 => WordFit::Inside,
            _ => WordFit::Letters,
        };
        fold(typed).split_whitespace().map(fit).min().unwrap_or(WordFit::Whole)
    }
}

/// Letters with gaps match only in the first part of a name, up to this byte.
const HEAD: usize = 48;

/// How a name contains a word: as a whole word (3), at the start of a word (2), inside a word (1), or not at all (0).
fn class(key: &str, word: &str) -> u32 {
    let in_word = |c: char| c.is_alphanumeric() || c == '.';
    let mut best = 0;
    for (at, _) in key.match_indices(word) {
        let starts = !key[..at].ends_with(in_word);
        let ends = !key[at + word.len()..].starts_with(in_word);
        best = best.max(if starts { 2 + u32::from(ends) } else { 1 });
        if best == 3 {
            break;
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_name_comes_first() {
        let names =
            ["Mesures de confiance", "Règles, normes et principes", "E.2 Les États conviennent", "Confiance"];
        let fuzzy = Fuzzy::new(names);
        assert_eq!(fuzzy.rank("regles")[0], 1);
        assert_eq!(fuzzy.rank("e.2")[0], 2);
        assert_eq!(fuzzy.rank("confiance mes"), vec![0]);
        assert_eq!(fuzzy.rank("").len(), 4);
        assert!(fuzzy.rank("zzz").is_empty());
        assert_eq!(fuzzy.rank("cnfnc"), vec![3, 0], "letters left out");
    }

    #[test]
    fn whole_words_come_before_letters_with_gaps() {
        let fuzzy = Fuzzy::new(["arrondi texte", "inactes", "actes", "acte", "l’acte"]);
        assert_eq!(fuzzy.rank("acte"), vec![3, 4, 2, 1]);
        assert_eq!(Fuzzy::new(["a c t", "act"]).rank("act"), vec![1, 0]);
        let long = "é".repeat(40) + " agenda point";
        assert_eq!(Fuzzy::new([long.as_str()]).rank("point").len(), 1, "words match anywhere in the name");
        assert!(Fuzzy::new([long.as_str()]).rank("pnt").is_empty(), "letters only near the beginning");
    }
}
