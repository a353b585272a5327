//! Sentences of a step, the clause in each that states what is to be done, and those that only recall.

use std::ops::Range;

use crate::followup::subject::{skip_aside, subject_end};
use crate::followup::verb::{plain_from, verb_at};
use crate::language::FollowUpWords;
use crate::language::token::Token;

/// The sentences of a text, as ranges of its tokens; abbreviations do not end one.
pub(super) fn sentences(text: &str, tokens: &[Token], words: &FollowUpWords) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let stop = [".", "!", "?"].contains(&tokens[at].folded.as_str());
        let short = at > start && words.abbreviations.after(tokens, at - 1).is_some();
        let next = tokens.get(at + 1);
        let apart = next.is_none_or(|next| {
            let capital = next.span.of(text).starts_with(|c: char| c.is_uppercase() || c == '(');
            next.span.start > tokens[at].span.end && capital
        });
        if stop && !short && apart {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// The tokens without the clauses that open a sentence and only recall what has been: "Having considered at its
/// third session how to proceed, …". Sessions, days and verbs in them ask for nothing.
pub(super) fn without_recalled(text: &str, tokens: &[Token], words: &FollowUpWords) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    for sentence in sentences(text, tokens, words) {
        let start = if recalls(tokens, sentence.start, words) {
            main(tokens, &sentence, words)
        } else {
            sentence.start
        };
        kept.extend_from_slice(&tokens[start..sentence.end]);
    }
    kept
}

/// Whether a sentence opens by recalling something: "Noting", "Ayant examiné".
fn recalls(tokens: &[Token], start: usize, words: &FollowUpWords) -> bool {
    words.clauses.recalling.after(tokens, start).is_some()
}

/// Where the clause begins that states what is to be done: after "While noting that …," or "Should differences
/// persist, …"; the start of the sentence where nothing opens it, or no clause with an actor or a noun and
/// its verb follows.
pub(super) fn main(tokens: &[Token], sentence: &Range<usize>, words: &FollowUpWords) -> usize {
    let opened = recalls(tokens, sentence.start, words)
        || words.clauses.conditions.after(tokens, sentence.start).is_some();
    if !opened {
        return sentence.start;
    }
    let commas = sentence.clone().filter(|at| tokens[*at].is(","));
    let starts = commas.map(|comma| words.verbs.skip_adverbs(tokens, comma + 1));
    let (mut named, mut other) = (None, None);
    for start in starts.filter(|start| *start < sentence.end) {
        let actor = subject_end(tokens, start, words).map(|(end, _)| end);
        let from = actor.map_or(start, |end| skip_aside(tokens, end..sentence.end, words));
        let end = (from..sentence.end).find(|at| tokens[*at].is(",")).unwrap_or(sentence.end);
        let clause = start..sentence.end;
        let listed = (from.max(start + 1)..end).any(|at| verb_at(tokens, &clause, at, words).is_some());
        if actor.is_some() && (listed || plain_from(tokens, clause, words).is_some()) {
            named = named.or(Some(start));
        } else if listed && words.articles.after(tokens, start).is_some() {
            other = Some(start);
        }
    }
    named.or(other).unwrap_or(sentence.start)
}
