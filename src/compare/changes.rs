//! The changes from one wording to another, as few as a delegate would name: phrases, not letters.

use std::ops::Range;

use crate::base::Span;
use crate::compare::words::{TokenRun, WordToken, is_apostrophe, runs, stretch, tokens};

/// One change: a stretch of the old text becomes a stretch of the new one. One of them may be empty.
///
/// Both have the spaces that come and go with the words. The text between two changes is the same in both texts, but for
/// typography: apostrophes, quotation marks, hyphens, kinds of spaces. So the old text with every `before` replaced by its
/// `after` is the new text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextChange {
    /// Where it is in the old text; empty for an insertion.
    pub before: Span,
    /// Where it is in the new text; empty for a deletion.
    pub after: Span,
}

impl TextChange {
    /// The words that go, without spaces around them.
    #[must_use]
    pub fn removed<'a>(&self, old: &'a str) -> &'a str {
        self.before.of(old).trim()
    }

    /// The words that come, without spaces around them.
    #[must_use]
    pub fn added<'a>(&self, new: &'a str) -> &'a str {
        self.after.of(new).trim()
    }
}

/// A change as ranges of tokens in both texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TokenEdit {
    pub(super) before: Range<usize>,
    pub(super) after: Range<usize>,
}

/// Two texts in tokens, with the changes between them.
pub(super) struct Edits {
    pub(super) old: Vec<WordToken>,
    pub(super) new: Vec<WordToken>,
    pub(super) edits: Vec<TokenEdit>,
}

/// The changes from one text to another, in order.
///
/// Replaced words with a word or a few short words between them are one change, a word is never cut at an apostrophe, and
/// where hardly a word stays the whole text is replaced.
#[must_use]
pub fn changes(old: &str, new: &str) -> Vec<TextChange> {
    let found = edits(old, new);
    let spans = |edit: &TokenEdit| {
        let (mut before, mut after) = (stretch(&found.old, &edit.before), stretch(&found.new, &edit.after));
        let next = found.old.get(edit.before.end).zip(found.new.get(edit.after.end));
        let (one, two) = next.map_or((0, 0), |(one, two)| (lead(one, old), lead(two, new)));
        // The space before the next word changes too, as at the start of a text.
        if next.is_some_and(|(a, b)| a.span.of(old)[..one] != b.span.of(new)[..two] && (one == 0 || two == 0))
        {
            before.end += one;
            after.end += two;
        }
        TextChange { before, after }
    };
    found.edits.iter().map(spans).collect()
}

/// Bytes of the spaces before a word.
fn lead(token: &WordToken, text: &str) -> usize {
    let text = token.span.of(text);
    text.len() - text.trim_start().len()
}

pub(super) fn edits(old: &str, new: &str) -> Edits {
    let (one, two) = (tokens(old), tokens(new));
    let mut edits: Vec<TokenEdit> = Vec::new();
    for TokenRun { before, after, same } in runs(&one, &two) {
        if same {
            // A word that only one text separates by a space from the word before it is not the same; the first word after a
            // change has its space in the change.
            let is_glued = |(a, b): &(usize, usize)| (lead(&one[*a], old) == 0) != (lead(&two[*b], new) == 0);
            let pairs = before.skip(1).zip(after.skip(1)).filter(is_glued);
            edits.extend(pairs.map(|(a, b)| TokenEdit { before: a..a + 1, after: b..b + 1 }));
        } else {
            edits.push(TokenEdit { before, after });
        }
    }
    let texts = ComparedTexts { old, new, one: &one, two: &two };
    let edits = texts.aligned(edits);
    let edits = texts.merged(texts.whole_words(texts.merged(edits)));
    let edits = if texts.is_rewritten(&edits) {
        vec![TokenEdit { before: 0..one.len(), after: 0..two.len() }]
    } else {
        edits
    };
    Edits { old: one, new: two, edits }
}

/// Whether a token is a word or a number, not a mark.
pub(super) fn is_word(token: &WordToken) -> bool {
    token.key.chars().any(char::is_alphanumeric)
}

/// Whether a token ends a sentence or an item of a list.
pub(super) fn is_stop(token: &WordToken) -> bool {
    matches!(token.key.as_str(), "." | ";" | ":" | "!" | "?" | "…")
}

struct ComparedTexts<'a> {
    old: &'a str,
    new: &'a str,
    one: &'a [WordToken],
    two: &'a [WordToken],
}

impl ComparedTexts<'_> {
    /// The changes with each pure insertion and deletion moved to where it is a sentence or a phrase of its own: of
    /// `measures [and steps] and actions` and `measures and [steps and] actions` the first.
    fn aligned(&self, mut edits: Vec<TokenEdit>) -> Vec<TokenEdit> {
        let mut start = 0;
        for at in 0..edits.len() {
            let end = edits.get(at + 1).map_or(self.one.len(), |next| next.before.start);
            let edit = edits[at].clone();
            let (back, on) = (edit.before.start - start, end - edit.before.end);
            edits[at] = match (edit.before.is_empty(), edit.after.is_empty()) {
                (true, false) => moved(&edit, best_shift(self.two, &edit.after, back, on)),
                (false, true) => moved(&edit, best_shift(self.one, &edit.before, back, on)),
                _ => edit,
            };
            start = edits[at].before.end;
        }
        edits
    }

    /// Changes with little between them as one.
    fn merged(&self, edits: Vec<TokenEdit>) -> Vec<TokenEdit> {
        let mut merged: Vec<TokenEdit> = Vec::with_capacity(edits.len());
        for edit in edits {
            match merged.last_mut().filter(|last| self.belong_together(last, &edit)) {
                Some(last) => {
                    last.before.end = edit.before.end;
                    last.after.end = edit.after.end;
                }
                None => merged.push(edit),
            }
        }
        merged
    }

    fn belong_together(&self, one: &TokenEdit, other: &TokenEdit) -> bool {
        let between = self.one.get(one.before.end..other.before.start).unwrap_or_default();
        if between.is_empty() {
            return true;
        }
        let pure = |edit: &TokenEdit| edit.before.is_empty() || edit.after.is_empty();
        if pure(one) && pure(other) && one.before.is_empty() == other.before.is_empty() {
            return self.are_brackets(one, other);
        }
        let has_words = between.iter().any(is_word);
        if pure(one) || pure(other) {
            return !has_words;
        }
        let words: Vec<&WordToken> = between.iter().filter(|token| is_word(token)).collect();
        let stops = between.iter().any(is_stop);
        let are_short = words.len() <= 3 && words.iter().all(|word| word.key.chars().count() <= 3);
        !stops && (words.len() <= 1 || are_short)
    }

    /// Whether the changes put a short phrase in brackets or quotation marks, or take it out of them.
    fn are_brackets(&self, one: &TokenEdit, other: &TokenEdit) -> bool {
        let mark = |edit: &TokenEdit| {
            let tokens = if edit.before.is_empty() {
                &self.two[edit.after.clone()]
            } else {
                &self.one[edit.before.clone()]
            };
            tokens.iter().map(|token| token.key.as_str()).collect::<String>()
        };
        let pair = (mark(one), mark(other));
        let is_pair = [("[", "]"), ("(", ")"), ("\"", "\"")]
            .iter()
            .any(|(open, close)| pair.0 == *open && pair.1 == *close);
        is_pair && other.before.start - one.before.end <= 12
    }

    /// Changes that take in what is joined to their words by an apostrophe: `l’État`, not `État`.
    fn whole_words(&self, edits: Vec<TokenEdit>) -> Vec<TokenEdit> {
        let whole = |mut edit: TokenEdit| {
            let joined = |at: usize| {
                at.checked_sub(1)
                    .and_then(|before| self.one.get(before))
                    .is_some_and(|token| token.key.ends_with(is_apostrophe))
                    && self.one.get(at).is_some_and(|token| lead(token, self.old) == 0)
            };
            let joined_new = |at: usize| {
                at.checked_sub(1)
                    .and_then(|before| self.two.get(before))
                    .is_some_and(|token| token.key.ends_with(is_apostrophe))
                    && self.two.get(at).is_some_and(|token| lead(token, self.new) == 0)
            };
            while joined(edit.before.start) || joined_new(edit.after.start) {
                if edit.before.start == 0 || edit.after.start == 0 {
                    break;
                }
                edit = TokenEdit {
                    before: edit.before.start - 1..edit.before.end,
                    after: edit.after.start - 1..edit.after.end,
                };
            }
            while joined(edit.before.end) || joined_new(edit.after.end) {
                if edit.before.end == self.one.len() || edit.after.end == self.two.len() {
                    break;
                }
                edit = TokenEdit {
                    before: edit.before.start..edit.before.end + 1,
                    after: edit.after.start..edit.after.end + 1,
                };
            }
            edit
        };
        let mut separate: Vec<TokenEdit> = Vec::with_capacity(edits.len());
        for edit in edits.into_iter().map(whole) {
            match separate
                .last_mut()
                .filter(|last| last.before.end > edit.before.start || last.after.end > edit.after.start)
            {
                Some(last) => {
                    last.before.end = last.before.end.max(edit.before.end);
                    last.after.end = last.after.end.max(edit.after.end);
                }
                None => separate.push(edit),
            }
        }
        separate
    }

    /// Whether no word of the old text is left, or hardly any among several changes.
    fn is_rewritten(&self, edits: &[TokenEdit]) -> bool {
        let words = |tokens: &[WordToken]| tokens.iter().filter(|token| is_word(token)).count();
        let gone: usize = edits.iter().map(|edit| words(&self.one[edit.before.clone()])).sum();
        let (all, new) = (words(self.one), words(self.two));
        let kept = all - gone;
        let is_little = edits.len() > 1 && kept * 100 < all.max(new) * 35;
        is_little || (kept == 0 && all > 0 && new > 0)
    }
}

/// A change moved by so many tokens in both texts.
fn moved(edit: &TokenEdit, by: isize) -> TokenEdit {
    let moved = |range: &Range<usize>| {
        let by = |at: usize| at.checked_add_signed(by).expect("a change is moved within its text");
        by(range.start)..by(range.end)
    };
    TokenEdit { before: moved(&edit.before), after: moved(&edit.after) }
}

/// By how many tokens a pure insertion or deletion is best moved, at most so many back and on: only where the text stays
/// the same.
fn best_shift(tokens: &[WordToken], range: &Range<usize>, back: usize, on: usize) -> isize {
    let same = |one: usize, other: usize| tokens[one].key == tokens[other].key;
    let left = (1..=back).take_while(|by| same(range.start - by, range.end - by)).count();
    let right = (0..on).take_while(|by| same(range.start + by, range.end + by)).count();
    let places = range.start - left..=range.start + right;
    let score = |start: &usize| phrase_score(tokens, &(*start..start + range.len()));
    // Of equal ones the first.
    let best = places.rev().max_by_key(score).unwrap_or(range.start);
    best.cast_signed() - range.start.cast_signed()
}

/// How well a range of tokens is a sentence or a phrase of its own.
fn phrase_score(tokens: &[WordToken], range: &Range<usize>) -> u8 {
    let before = range.start.checked_sub(1).map(|at| &tokens[at]);
    let (first, last) = (&tokens[range.start], &tokens[range.end - 1]);
    if before.is_none_or(is_stop) && is_stop(last) {
        3
    } else if first.key == "," {
        2
    } else {
        u8::from(before.is_some_and(|token| token.key == ",") && last.key == ",")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compare::{ChangeKind, words};

    /// The changes as `-removed +added`.
    #[track_caller]
    fn case(old: &str, new: &str, expected: &[&str]) {
        let written = |change: &TextChange| {
            let (removed, added) = (change.removed(old), change.added(new));
            let parts = [("-", removed), ("+", added)];
            let parts = parts.iter().filter(|(_, words)| !words.is_empty());
            parts.map(|(sign, words)| format!("{sign}{words}")).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(changes(old, new).iter().map(written).collect::<Vec<_>>(), expected);
        assert_eq!(applied(old, new), new);
    }

    fn applied(old: &str, new: &str) -> String {
        let mut text = old.to_owned();
        for change in changes(old, new).iter().rev() {
            text.replace_range(change.before.start..change.before.end, change.after.of(new));
        }
        text
    }

    #[test]
    fn changes_are_those_a_delegate_would_name() {
        let old = "States consider funding, on a voluntary basis, for capacity-building.";
        case(old, &old.replace("funding", "predictable funding"), &["+predictable"]);
        case(old, &old.replace("States", "All States"), &["+All"]);
        case(old, &old.replace(", on a voluntary basis,", ""), &["-, on a voluntary basis,"]);
        case(old, &old.replace("building.", "building in all regions."), &["+in all regions"]);
        case(old, &format!("{old} They report."), &["+They report."]);
        case(old, &old.replace("voluntary basis", "basis of equality"), &["-voluntary", "+of equality"]);
        case(old, &old.replace("voluntary", "[voluntary]"), &["-voluntary +[voluntary]"]);
        case(
            old,
            &old.replace("consider funding", "may consider predictable funding"),
            &["+may", "+predictable"],
        );
        case(old, "", &[&format!("-{old}")]);
    }

    #[test]
    fn phrases_that_could_begin_at_two_places_begin_at_the_better_one() {
        case("measures and actions", "measures and steps and actions", &["+and steps"]);
        case("A stays. C stays.", "A stays. B stays. C stays.", &["+B stays."]);
        case("trust, peace, order", "trust, peace, hope, order", &["+, hope"]);
    }

    #[test]
    fn words_are_not_cut_at_an_apostrophe() {
        case(
            "la décision de l’État concerné",
            "la décision de l’Organisation concernée",
            &["-l’État concerné +l’Organisation concernée"],
        );
        case(
            "un échange d’éléments utiles",
            "un échange d’importants éléments utiles",
            &["-d’éléments +d’importants éléments"],
        );
    }

    #[test]
    fn a_space_between_words_that_stay_is_a_change() {
        for (old, new) in
            [(".l’b [a] [a] l’c", " a. l’b [a] a"), ("a b.c d", "a b. c d"), ("a b. c d", "a b.c d")]
        {
            assert_eq!(applied(old, new).trim(), new.trim());
        }
    }

    #[test]
    fn where_hardly_a_word_stays_everything_is_replaced() {
        let (old, new) = (
            "The Group will meet in the spring of the year.",
            "States hold, in the autumn, a dialogue of experts.",
        );
        case(old, new, &[&format!("-{old} +{new}")]);
    }

    proptest! {
        #[test]
        fn the_changes_applied_to_the_old_text_give_the_new_one(
            old in "([a-d]|l’[a-c]|[.,;]){0,2}( ([a-d]{1,2}|l’[a-c]|\\[a\\])[.,;]?){0,12}",
            new in "([a-d]|l’[a-c]|[.,;]){0,2}( ([a-d]{1,2}|l’[a-c]|\\[a\\])[.,;]?){0,12}",
        ) {
            let applied = applied(&old, &new);
            let is_same = words(&applied, &new).iter().all(|piece| piece.kind == ChangeKind::Same);
            prop_assert!(is_same, "{applied:?} is not {new:?}");
            let gaps = changes(&old, &new);
            prop_assert!(gaps.windows(2).all(|pair| pair[0].before.end <= pair[1].before.start));
        }
    }
}
