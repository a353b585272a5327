//! Who does what and how firmly: the subject and the main verb of a step.

use std::ops::Range;

use crate::base::Span;
use crate::cite::token::{Phrase, Token, TokenKind, after_any};
use crate::followup::vocabulary::Vocabulary;
use crate::followup::{Actor, ActorKind, Force, Verb};

/// What a sentence says is to be done.
pub(super) struct Action {
    pub actors: Vec<Actor>,
    pub verb: Verb,
    pub force: Force,
}

/// The sentences of a text, as ranges of its tokens; abbreviations do not end one.
pub(super) fn sentences(text: &str, tokens: &[Token], words: &Vocabulary) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..tokens.len() {
        let stop = [".", "!", "?"].contains(&tokens[at].folded.as_str());
        let short = at > start && after_any(tokens, at - 1, &words.abbreviations).is_some();
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

/// Where the first of several phrases stands.
pub(super) fn first_phrase(tokens: &[Token], phrases: &[Phrase]) -> Option<Span> {
    (0..tokens.len()).find_map(|at| {
        let end = after_any(tokens, at, phrases)?;
        Some(Span::new(tokens[at].span.start, tokens[end - 1].span.end))
    })
}

/// The action of the first sentence that has one.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    sentences: &[Range<usize>],
    words: &Vocabulary,
) -> Option<Action> {
    sentences.iter().find_map(|sentence| {
        let Found { subject, start, end: verb_ends, force } = verb(tokens, sentence, words)?;
        // "States, at the next session, to engage": the link belongs to the verb.
        let linked =
            start > sentence.start && after_any(tokens, start - 1, &words.verbs.links) == Some(start);
        let (subject, start, end) = match after_any(tokens, start, &words.verbs.addressing) {
            Some(end) => {
                let first = skip_adverbs(tokens, end, words);
                (first..addressee_end(tokens, first, sentence.end, words).max(first), start, end)
            }
            None => {
                let end = verb_end(tokens, start, verb_ends, words);
                let start = start - usize::from(linked);
                (sentence.start..subject.min(start), start, end)
            }
        };
        let actors = actors(text, tokens, subject, words);
        let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
        Some(Action { actors, verb: Verb { text: span.of(text).to_owned(), span }, force })
    })
}

/// A main verb, as places among the tokens.
struct Found {
    /// One past the subject.
    subject: usize,
    start: usize,
    end: usize,
    force: Force,
}

/// The main verb of a sentence: the first listed one, or the one right after a known actor.
fn verb(tokens: &[Token], sentence: &Range<usize>, words: &Vocabulary) -> Option<Found> {
    let listed = listed(tokens, sentence, words);
    let plain = plain(tokens, sentence, words);
    match (listed, plain) {
        (Some(listed), Some(plain)) => Some(if plain.start < listed.start { plain } else { listed }),
        (listed, plain) => listed.or(plain),
    }
}

/// A verb no list has, right after a known actor: by its ending, by "to", or by standing there.
fn plain(tokens: &[Token], sentence: &Range<usize>, words: &Vocabulary) -> Option<Found> {
    let (subject, kind) = subject_end(tokens, sentence.start, words)?;
    let at = skip_adverbs(tokens, subject, words);
    let token = tokens.get(at).filter(|token| token.kind == TokenKind::Word && sentence.contains(&at))?;
    let found = |end| Found { subject, start: at, end, force: Force::Will };
    let endings = &words.verbs.finite_endings;
    if !endings.is_empty() {
        return ends(token, endings).then_some(found(at + 1));
    }
    // A language without endings shows its verb by "to", or by the bare form after a plural: "States share".
    if after_any(tokens, at, &words.verbs.links).is_some() {
        return Some(found((at + 2).min(sentence.end)));
    }
    let bare = kind == ActorKind::States && after_any(tokens, at, &words.prepositions).is_none();
    bare.then_some(found(at + 1))
}

fn ends(token: &Token, endings: &[String]) -> bool {
    endings.iter().any(|ending| token.folded.ends_with(ending.as_str()))
}

/// The place after words such as "également", "also".
fn skip_adverbs(tokens: &[Token], mut at: usize, words: &Vocabulary) -> usize {
    while tokens.get(at).is_some_and(|token| ends(token, &words.verbs.adverb_endings)) {
        at += 1;
    }
    at
}

/// Where the actor ends that a verb speaks to: before the link to its infinitive, or with its last noun.
fn addressee_end(tokens: &[Token], start: usize, end: usize, words: &Vocabulary) -> usize {
    let infinitive = |at: &usize| {
        let next = after_any(tokens, *at, &words.verbs.links);
        next.is_some_and(|next| next < end && after_any(tokens, next, &words.articles).is_none())
    };
    let link = (start + 1..end).find(infinitive);
    let noun = subject_end(tokens, start, words).map(|(end, _)| end);
    let clause = start > 0 && after_any(tokens, start - 1, &words.verbs.clauses) == Some(start);
    if clause { noun.or(link) } else { link.or(noun) }.unwrap_or(start)
}

/// The first listed verb after some subject (or opening the sentence and addressing one), the longest where several begin; one inside a complement of
/// the subject ("States that are in a position to do so") does not count.
fn listed(tokens: &[Token], sentence: &Range<usize>, words: &Vocabulary) -> Option<Found> {
    let opens = after_any(tokens, sentence.start, &words.verbs.addressing).is_some();
    let mut at = sentence.start + usize::from(!opens);
    while at < sentence.end {
        let ends = words.verbs.by_force.iter();
        let found = ends.filter_map(|(force, verbs)| Some((after_any(tokens, at, verbs)?, *force)));
        match found.max_by_key(|(end, _)| *end) {
            Some((end, force)) => return Some(Found { subject: at, start: at, end, force }),
            None => at = after_any(tokens, at, &words.actors.complements).unwrap_or(at + 1),
        }
    }
    None
}

/// The place after a known actor and what belongs to it: `Le Président du Groupe de travail`.
fn subject_end(tokens: &[Token], start: usize, words: &Vocabulary) -> Option<(usize, ActorKind)> {
    let at = after_any(tokens, start, &words.articles).unwrap_or(start);
    let at = after_any(tokens, at, &words.actors.interested).unwrap_or(at);
    let heads = words
        .actors
        .by_kind
        .iter()
        .filter_map(|(kind, phrases)| Some((after_any(tokens, at, phrases)?, *kind)));
    let (mut end, kind) = heads.max_by_key(|(end, _)| *end)?;
    while let Some(next) = after_any(tokens, end, &words.actors.complements) {
        end = next;
    }
    Some((end, kind))
}

/// The verb with what follows at once: `est prié de solliciter`, `will continue to discuss`.
fn verb_end(tokens: &[Token], start: usize, end: usize, words: &Vocabulary) -> usize {
    let word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let mut end = end;
    let modal = after_any(tokens, start, &words.verbs.modals) == Some(end);
    if modal && word(end) {
        end += 1;
    }
    if let Some(next) = after_any(tokens, end, &words.verbs.links)
        && word(next)
    {
        let next = after_any(tokens, next, &words.verbs.reflexives).unwrap_or(next);
        let infinitive = word(next) && after_any(tokens, next, &words.articles).is_none();
        return if infinitive { next + 1 } else { end };
    }
    end
}

/// The actors named in a subject: its parts at commas and "and" that begin with one.
fn actors(text: &str, tokens: &[Token], subject: Range<usize>, words: &Vocabulary) -> Vec<Actor> {
    let mut found: Vec<Actor> = Vec::new();
    let mut at = subject.start;
    // In "at the fourth and fifth sessions" what "and" adds leads away too; a comma comes back.
    let (mut away, mut comma) = (false, true);
    while at < subject.end {
        let joins = |at: &usize| after_any(tokens, *at, &words.and).is_some();
        let end = (at..subject.end).find(joins).unwrap_or(subject.end);
        if end > at {
            let part = &tokens[at..end];
            let span = Span::new(part[0].span.start, part[part.len() - 1].span.end);
            away |= after_any(part, 0, &words.prepositions).is_some()
                && after_any(part, 0, &words.articles).is_none();
            match (kind(part, words), found.last_mut()) {
                // "States, in a position to do so, are …"
                (_, Some(last))
                    if after_any(part, 0, &words.actors.able).is_some() && is_states(last.kind) =>
                {
                    (last.kind, last.span.end) = (ActorKind::StatesAble, span.end);
                }
                _ if away => {}
                (Some(kind), _) => found.push(Actor { text: String::new(), kind, span }),
                // "…, taking into account regional experience" is no actor, nor what "and" adds to it.
                (None, _) if comma => away = true,
                (None, Some(last)) => last.span.end = span.end,
                (None, None) => {}
            }
        }
        comma = tokens.get(end).is_some_and(|token| token.is(","));
        away &= !comma;
        at = after_any(tokens, end, &words.and).unwrap_or(end + 1).max(end + 1);
    }
    let found = merged(found, text, words);
    found.into_iter().map(|actor| Actor { text: actor.span.of(text).to_owned(), ..actor }).collect()
}

/// States "or groups of States" are one actor, not two.
fn merged(actors: Vec<Actor>, text: &str, words: &Vocabulary) -> Vec<Actor> {
    let mut merged: Vec<Actor> = Vec::new();
    for actor in actors {
        match merged.last_mut() {
            Some(last) if is_states(last.kind) && is_states(actor.kind) => {
                last.span.end = actor.span.end;
                let tokens = crate::cite::token::tokens(last.span.of(text));
                last.kind = kind(&tokens, words).unwrap_or(last.kind);
            }
            _ => merged.push(actor),
        }
    }
    merged
}

fn is_states(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::States | ActorKind::InterestedStates | ActorKind::StatesAble)
}

/// What kind of actor a part of the subject begins with; a head stands among its first words.
fn kind(part: &[Token], words: &Vocabulary) -> Option<ActorKind> {
    const FIRST_WORDS: usize = 5;
    let head = |at: usize| {
        let heads = words
            .actors
            .by_kind
            .iter()
            .filter_map(|(kind, phrases)| Some((after_any(part, at, phrases)?, *kind)));
        heads.max_by_key(|(end, _)| *end)
    };
    // In a compound the last noun is the head: "OEWG Chair".
    let whole = |at: usize| head(at).map(|(end, kind)| head(end).map_or(kind, |(_, kind)| kind));
    let heads: Vec<ActorKind> = (0..part.len().min(FIRST_WORDS)).filter_map(whole).collect();
    let has = |phrases: &[Phrase]| (0..part.len()).any(|at| after_any(part, at, phrases).is_some());
    let (first, states) = (heads.first().copied()?, heads.contains(&ActorKind::States));
    match first {
        ActorKind::States if has(&words.actors.able) => Some(ActorKind::StatesAble),
        // "groups of States", where the group is the head, are still interested States.
        ActorKind::States | ActorKind::Other if states && has(&words.actors.interested) => {
            Some(ActorKind::InterestedStates)
        }
        kind => Some(kind),
    }
}
