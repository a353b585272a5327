//! The changes of a wording as somebody says them: after which words what is inserted, what is replaced with what.

use std::ops::Range;

use crate::base::Span;
use crate::base::text::fold;
use crate::compare::changes::{Edits, TokenEdit, edits, is_stop, is_word};
use crate::compare::words::{WordToken, is_apostrophe};

/// Where a change is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordPlace {
    /// At the beginning.
    Beginning,
    /// At the end. Words that end a sentence come after the last mark, others before it.
    End,
    /// Right after these words, which occur once, or once with the words that change.
    After(String),
    /// Right after these words the n-th time they occur, counted from 1.
    AfterOccurrence(String, usize),
}

/// How words that go are quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuotedWords {
    /// All of them.
    Whole(String),
    /// Only the first and the last ones, each of which occurs once in the passage: "the words from … to …".
    Ends {
        /// The first ones.
        from: String,
        /// The last ones.
        to: String,
    },
}

/// A change of words, with as many words around it as are needed to find it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordChange {
    /// Adds words.
    Insert {
        /// Where.
        at: WordPlace,
        /// What.
        words: String,
    },
    /// Replaces words.
    Replace {
        /// Where, if they occur several times.
        at: Option<WordPlace>,
        /// The words that go.
        words: QuotedWords,
        /// Which time they occur, counted from 1, if that is how they are found.
        occurrence: Option<usize>,
        /// The words that come; empty if none come.
        by: String,
    },
    /// Replaces everything.
    Whole {
        /// The words that come.
        by: String,
    },
}

/// The most words quoted to find a place.
const CONTEXT: usize = 7;

/// The most words that go and are quoted whole. A printed page of the United Nations has about thirteen words in a line: up to
/// two lines are checked at a glance and heard as one phrase, more are found faster by their ends.
const WHOLE: usize = 26;

/// The fewest words quoted at each end of those that go: enough to hear which ones are meant.
const END: usize = 3;

/// The changes from one wording to another, in order.
#[must_use]
pub fn spoken(old: &str, new: &str) -> Vec<WordChange> {
    let found = edits(old, new);
    let passage = OldWording { text: old, tokens: &found.old, keys: keys(&found.old) };
    found.edits.iter().map(|edit| passage.change(edit, &found, new)).collect()
}

fn keys(tokens: &[WordToken]) -> Vec<String> {
    tokens.iter().map(|token| fold(&token.key)).collect()
}

/// The old wording.
struct OldWording<'a> {
    text: &'a str,
    tokens: &'a [WordToken],
    /// The words as one compares them at a glance, without case and accents.
    keys: Vec<String>,
}

impl OldWording<'_> {
    fn change(&self, edit: &TokenEdit, found: &Edits, new: &str) -> WordChange {
        let by = words(&found.new, &edit.after, new);
        if edit.before.is_empty() {
            let last = found.new.get(edit.after.end.wrapping_sub(1));
            return WordChange::Insert {
                at: self.insertion(edit.before.start, last.is_some_and(is_stop)),
                words: by,
            };
        }
        if edit.before.len() == self.tokens.len() && !by.is_empty() {
            return WordChange::Whole { by };
        }
        if let Some(ends) = self.ends(&edit.before) {
            return WordChange::Replace { at: None, words: ends, occurrence: None, by };
        }
        let (at, occurrence) = self.find(&edit.before);
        let whole = QuotedWords::Whole(words(self.tokens, &edit.before, self.text));
        WordChange::Replace { at, words: whole, occurrence, by }
    }

    /// The ends of many words: as few as occur once, from the outermost token on. `None` if there are not many, or if the ends
    /// would leave out nothing between them.
    fn ends(&self, range: &Range<usize>) -> Option<QuotedWords> {
        let count = |range: Range<usize>| self.tokens[range].iter().filter(|token| is_word(token)).count();
        if count(range.clone()) <= WHOLE {
            return None;
        }
        let is_clear = |part: &Range<usize>| count(part.clone()) >= END && self.occurrences(part) == 1;
        // At a word, not within one, as somebody says it.
        let is_between = |at: usize| is_word(&self.tokens[at - 1]) && !self.is_joined(at);
        let firsts = (range.start + 1..range.end).filter(|end| is_between(*end));
        let from = firsts.map(|end| range.start..end).find(is_clear)?;
        let lasts = (from.end..range.end).rev();
        let is_start = |start: &usize| is_word(&self.tokens[*start]) && !self.is_joined(*start);
        let to = lasts.filter(is_start).map(|start| start..range.end).find(is_clear)?;
        let quoted = |part: &Range<usize>| words(self.tokens, part, self.text);
        (count(from.end..to.start) > 0).then(|| QuotedWords::Ends { from: quoted(&from), to: quoted(&to) })
    }

    /// Where words inserted before the token at an index are; `stops` if they end a sentence.
    fn insertion(&self, at: usize, stops: bool) -> WordPlace {
        let ends = self.tokens.last().is_some_and(is_stop);
        let end = self.tokens.len();
        let is_end = match (at + 1 == end, at == end) {
            (true, _) => ends && !stops,
            (_, true) => !ends || stops,
            _ => false,
        };
        if at == 0 {
            WordPlace::Beginning
        } else if is_end {
            WordPlace::End
        } else {
            self.after(at)
        }
    }

    /// The fewest words before the token at an index that occur once.
    fn after(&self, at: usize) -> WordPlace {
        let mut usable = self.beginnings(at);
        let first = usable.next().unwrap_or(at - 1);
        // A short word alone is hard to find, even if it occurs once.
        let is_clear = |start: &usize| {
            let range = *start..at;
            self.occurrences(&range) == 1
                && (at - start > 1 || self.keys[*start].chars().count() > 3 || *start == 0)
        };
        match std::iter::once(first).chain(usable).find(is_clear) {
            Some(start) => WordPlace::After(words(self.tokens, &(start..at), self.text)),
            None => {
                let range = first..at;
                WordPlace::AfterOccurrence(words(self.tokens, &range, self.text), self.number(&range))
            }
        }
    }

    /// The indexes, from the nearest, at which words that end before a token can begin: at a word, not within one.
    fn beginnings(&self, at: usize) -> impl Iterator<Item = usize> {
        let is_start = |start: &usize| is_word(&self.tokens[*start]) && !self.is_joined(*start);
        (at.saturating_sub(CONTEXT * 2)..at).rev().filter(is_start).take(CONTEXT)
    }

    /// Whether a token continues the word before it: `État` in `l’État`.
    fn is_joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        before.is_some_and(|token| token.key.ends_with(is_apostrophe))
            && !self.tokens[at].span.of(self.text).starts_with(char::is_whitespace)
    }

    /// How words that go are found: by themselves, by the words before them, or by the number of their occurrence.
    fn find(&self, range: &Range<usize>) -> (Option<WordPlace>, Option<usize>) {
        let is_marks = !self.tokens[range.clone()].iter().any(is_word);
        if self.occurrences(range) == 1 && !is_marks {
            return (None, None);
        }
        if range.start == 0 {
            return (Some(WordPlace::Beginning), None);
        }
        let unique = self.beginnings(range.start).find(|start| self.occurrences(&(*start..range.end)) == 1);
        match unique {
            Some(start) => {
                (Some(WordPlace::After(words(self.tokens, &(start..range.start), self.text))), None)
            }
            None => (None, Some(self.number(range))),
        }
    }

    /// How often the words of a range occur in the passage.
    fn occurrences(&self, range: &Range<usize>) -> usize {
        self.starts(range).count()
    }

    /// Which of its occurrences a range is, counted from 1.
    fn number(&self, range: &Range<usize>) -> usize {
        self.starts(range).take_while(|start| *start <= range.start).count()
    }

    fn starts<'s>(&'s self, range: &Range<usize>) -> impl Iterator<Item = usize> + 's {
        let sought = &self.keys[range.clone()];
        self.keys
            .windows(sought.len().max(1))
            .enumerate()
            .filter(move |(_, words)| *words == sought)
            .map(|(at, _)| at)
    }
}

/// The text of consecutive tokens, without spaces around it.
fn words(tokens: &[WordToken], range: &Range<usize>, text: &str) -> String {
    if range.is_empty() {
        return String::new();
    }
    let span = Span::new(tokens[range.start].span.start, tokens[range.end - 1].span.end);
    span.of(text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(old: &str, new: &str, expected: &[&str]) {
        let place = |at: &WordPlace| match at {
            WordPlace::Beginning => "at the beginning".to_owned(),
            WordPlace::End => "at the end".to_owned(),
            WordPlace::After(words) => format!("after <{words}>"),
            WordPlace::AfterOccurrence(words, number) => format!("after <{words}> #{number}"),
        };
        let written = |change: &WordChange| match change {
            WordChange::Insert { at, words } => format!("{} insert <{words}>", place(at)),
            WordChange::Replace { at, words, occurrence, by } => {
                let at = at.as_ref().map(|at| place(at) + " ").unwrap_or_default();
                let number = occurrence.map(|number| format!(" #{number}")).unwrap_or_default();
                let words = match words {
                    QuotedWords::Whole(words) => format!("<{words}>"),
                    QuotedWords::Ends { from, to } => format!("<{from}> to <{to}>"),
                };
                format!("{at}replace {words}{number} with <{by}>")
            }
            WordChange::Whole { by } => format!("all <{by}>"),
        };
        assert_eq!(spoken(old, new).iter().map(written).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_place_is_named_by_the_fewest_words_that_occur_once() {
        let old = "States provide funding, and other States provide the tools.";
        case(
            old,
            &old.replace("funding,", "funding [predictable],"),
            &["after <funding> insert <[predictable]>"],
        );
        case(
            old,
            &old.replace("other States", "other interested States"),
            &["after <other> insert <interested>"],
        );
        case(old, &old.replace("the tools", "the best tools"), &["after <provide the> insert <best>"]);
        case(
            old,
            &old.replace("States provide the", "States offer the"),
            &["after <other States> replace <provide> with <offer>"],
        );
        case(
            old,
            &old.replace("States provide funding", "States offer funding"),
            &["replace <provide> #1 with <offer>"],
        );
        case(
            old,
            &old.replace("States provide f", "Nations provide f"),
            &["at the beginning replace <States> with <Nations>"],
        );
        case(old, &format!("All {old}"), &["at the beginning insert <All>"]);
        case(old, &old.replace("tools.", "tools they need."), &["at the end insert <they need>"]);
        case(old, &format!("{old} They report."), &["at the end insert <They report.>"]);
        case(old, &format!("{old} They report"), &["after <tools.> insert <They report>"]);
        case(old, "No.", &["all <No.>"]);
    }

    #[test]
    fn where_words_do_not_help_occurrences_are_counted() {
        let old = "a b ".repeat(12);
        let new = format!("{}x {}", "a b ".repeat(6), "a b ".repeat(6));
        case(old.trim(), new.trim(), &["after <b> #6 insert <x>"]);
    }

    /// `count` words that are all different: `w1 w2 …`.
    fn different(count: usize) -> String {
        (1..=count).map(|number| format!("w{number}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn many_words_that_go_are_quoted_by_their_ends() {
        let most = different(WHOLE);
        let old = format!("States note {most}, and report.");
        case(&old, "States note, and report.", &[&format!("replace <{most}> with <>")]);
        let more = different(WHOLE + 1);
        let old = format!("States note {more}, and report.");
        let ends = format!("replace <w1 w2 w3> to <w{} w{} w{}> with ", WHOLE - 1, WHOLE, WHOLE + 1);
        case(&old, "States note, and report.", &[&format!("{ends}<>")]);
        case(&old, "States note nothing, and report.", &[&format!("{ends}<nothing>")]);
    }

    #[test]
    fn ends_are_longer_where_shorter_ones_occur_twice() {
        let more = different(WHOLE + 1);
        let old = format!("First w1 w2 w3 w9, then {more} w2 w3, and last w3, w1 w2 w3 w4 w6.");
        let new = "First w1 w2 w3 w9, then, and last w3, w1 w2 w3 w4 w6.";
        case(&old, new, &["replace <w1 w2 w3 w4 w5> to <w27 w2 w3> with <>"]);
        // Where no ends are unique, all is quoted.
        let same = format!("{} x {}", "a b ".repeat(30).trim(), "a b ".repeat(40).trim());
        let [change] = &spoken(&same, &format!("x {}", "a b ".repeat(40).trim()))[..] else {
            panic!("one change")
        };
        let is_whole = matches!(change, WordChange::Replace { words: QuotedWords::Whole(_), .. });
        assert!(is_whole, "{change:?}");
    }
}
