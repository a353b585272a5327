//! The requests of an operative paragraph: "Invites all States to …, and requests the Secretary-General to …".

use crate::base::Span;
use crate::followup::{subject, verb};
use crate::language::FollowUpWords;
use crate::language::token::{Token, tokens};

/// One request among those of a paragraph.
pub(super) struct ParagraphRequest {
    /// Its words.
    pub tokens: Vec<Token>,
    /// Their place.
    pub span: std::ops::Range<usize>,
    /// The purpose of the whole paragraph, named at its end: "so that States may discuss them at …".
    pub purpose: Vec<Token>,
    /// What the author does.
    pub kind: RequestKind,
}

/// What the author of a resolution does in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RequestKind {
    /// It asks somebody: "requests the Secretary-General to …".
    Asks,
    /// It undertakes something itself: "decides to include …".
    Decides,
    /// It rules what others will do: "decides that the Group shall …".
    Rules,
}

/// The requests of a paragraph in order: each from its verb to the next verb of the author.
pub(super) fn requests(text: &str, words: &FollowUpWords) -> Vec<ParagraphRequest> {
    let tokens = tokens(text);
    let mut starts: Vec<usize> = Vec::new();
    for at in 0..tokens.len() {
        if (at == 0 || joined(&tokens, at, words)) && is_author(&tokens, at, words) {
            starts.push(at);
        }
    }
    let purpose = starts
        .last()
        .and_then(|last| (*last..tokens.len()).find(|at| words.verbs.purposes.after(&tokens, *at).is_some()));
    let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
    let asked = starts.iter().zip(ends).filter(|(start, _)| {
        let first = words.verbs.skip_adverbs(&tokens, **start);
        verb::after_verb(&tokens, first, &words.verbs.addressing, words).is_some()
            || kind(&tokens, **start, words).0 != RequestKind::Asks
    });
    asked
        .map(|(start, end)| {
            // What joins the next request is no word of this one.
            let mut last = end;
            while last > *start + 1 && end < tokens.len() && joins(&tokens[last - 1], words) {
                last -= 1;
            }
            let own = &tokens[*start..last];
            let span = Span::new(own[0].span.start, own[own.len() - 1].span.end);
            let purpose = purpose.filter(|at| *at >= last).map_or(&[][..], |at| &tokens[at..]);
            let (kind, first) = kind(&tokens, *start, words);
            let span = span.start..span.end;
            // "Decides that the Group shall …" is read as "the Group shall …".
            let tokens = tokens[first.min(last)..last].to_vec();
            ParagraphRequest { tokens, span, purpose: purpose.to_vec(), kind }
        })
        .collect()
}

/// What the author does by its verb at a place, and the first word of what is to be done.
fn kind(tokens: &[Token], at: usize, words: &FollowUpWords) -> (RequestKind, usize) {
    let verbs = &words.verbs;
    let starts = [at, verbs.skip_adverbs(tokens, at)];
    if starts.into_iter().any(|at| verbs.deciding.after(tokens, at).is_some()) {
        return (RequestKind::Decides, at);
    }
    match starts.into_iter().find_map(|at| verbs.ruling.after(tokens, at)) {
        Some(end) if end < tokens.len() => (RequestKind::Rules, end),
        _ => (RequestKind::Asks, at),
    }
}

fn joins(token: &Token, words: &FollowUpWords) -> bool {
    words.and.after(std::slice::from_ref(token), 0).is_some() || token.is(";")
}

/// Whether a comma, a semicolon or "and" is before a token.
fn joined(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    joins(&tokens[at - 1], words)
}

/// Whether a verb of the author begins here, in the singular of the organ: "requests", "decides".
///
/// After "and" the verb may have another subject ("States that recommend and request"), so it has to speak
/// to a known actor or be a verb that only the author uses.
fn is_author(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    let first = words.verbs.skip_adverbs(tokens, at);
    let authors = verb::after_verb(tokens, first, &words.verbs.authors, words).is_some();
    let addressing = verb::after_verb(tokens, first, &words.verbs.addressing, words);
    authors || addressing.is_some_and(|end| at == 0 || subject::speaks_to_somebody(tokens, end, words))
}
