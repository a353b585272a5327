//! Who acts: the actors a subject names, and where their names end.

use std::ops::Range;

use crate::base::Span;
use crate::followup::{Actor, ActorKind};
use crate::language::Phrases;
use crate::language::token::{Token, TokenKind};
use crate::language::{ActorWords, FollowUpWords};

/// The longest name of an actor at a place among the tokens: the place after it, and its kind.
pub(super) fn head(actors: &ActorWords, tokens: &[Token], at: usize) -> Option<(usize, ActorKind)> {
    let kinds = [
        (ActorKind::States, &actors.states),
        (ActorKind::Secretariat, &actors.secretariat),
        (ActorKind::Chair, &actors.chair),
        (ActorKind::Other, &actors.others),
    ];
    let heads = kinds.into_iter().filter_map(|(kind, names)| Some((names.after(tokens, at)?, kind)));
    heads.max_by_key(|(end, _)| *end)
}

/// The place after a known actor and what belongs to it: `Le Président du Groupe de travail`.
pub(super) fn subject_end(
    tokens: &[Token],
    start: usize,
    words: &FollowUpWords,
) -> Option<(usize, ActorKind)> {
    let mut at = start;
    // "all the interested States", "tous les États".
    while let Some(next) = words
        .articles
        .after(tokens, at)
        .or_else(|| words.actors.adjectives.after(tokens, at))
        .filter(|_| at < start + 4)
    {
        at = next;
    }
    let at = words.actors.interested.after(tokens, at).unwrap_or(at);
    let (mut end, kind) = head(&words.actors, tokens, at)?;
    while let Some(next) = words.actors.complements.after(tokens, end) {
        end = next;
    }
    Some((end, kind))
}

/// The place after "…, in particular coastal States, …" or "…, which …, …" beside a subject.
pub(super) fn skip_aside(tokens: &[Token], rest: Range<usize>, words: &FollowUpWords) -> usize {
    let opens =
        [&words.actors.asides, &words.verbs.relatives, &words.verbs.purposes, &words.clauses.recalling];
    let aside = tokens.get(rest.start).is_some_and(|token| token.is(","))
        && opens.iter().any(|words| words.after(tokens, rest.start + 1).is_some());
    let close = (rest.start + 1..rest.end).find(|at| aside && tokens[*at].is(","));
    close.map_or(rest.start, |close| close + 1)
}

/// Whether a known actor follows a verb.
pub(super) fn speaks_to_somebody(tokens: &[Token], verb_end: usize, words: &FollowUpWords) -> bool {
    subject_end(tokens, words.verbs.skip_adverbs(tokens, verb_end), words).is_some()
}

/// An actor no list has, when its words are few and do not lead away.
pub(super) fn somebody(
    text: &str,
    tokens: &[Token],
    range: Range<usize>,
    words: &FollowUpWords,
) -> Option<Actor> {
    const LONGEST_NAME: usize = 12;
    let part = tokens.get(range)?;
    let mark = |token: &Token| token.kind == TokenKind::Mark && !token.is("-");
    let led_away = words.prepositions.after(part, 0).is_some() && words.articles.after(part, 0).is_none();
    if part.is_empty() || part.len() > LONGEST_NAME || led_away || part.iter().any(mark) {
        return None;
    }
    let span = Span::new(part[0].span.start, part[part.len() - 1].span.end);
    Some(Actor { text: span.of(text).to_owned(), kind: ActorKind::Other, span })
}

/// Where the actor ends that a verb speaks to: before the link to its infinitive, or with its last noun.
pub(super) fn addressee_end(tokens: &[Token], start: usize, end: usize, words: &FollowUpWords) -> usize {
    let infinitive = |at: &usize| {
        let next = words.verbs.links.after(tokens, *at);
        next.is_some_and(|next| next < end && words.articles.after(tokens, next).is_none())
    };
    let noun = subject_end(tokens, start, words).map(|(end, _)| end);
    // "States in a position to do so to report": the first link is of the name.
    let link = (noun.unwrap_or(start + 1)..end).find(infinitive);
    // "requests the Secretariat: (a) to …": the list is no name.
    let link = link.map(|link| (start..link).find(|at| tokens[*at].is(":")).unwrap_or(link));
    let clause = start > 0 && words.verbs.clauses.after(tokens, start - 1) == Some(start);
    if clause { noun.or(link) } else { link.or(noun) }.unwrap_or(start)
}

/// The actors named in a subject: its parts at commas and "and" that begin with one.
pub(super) fn actors(
    text: &str,
    tokens: &[Token],
    subject: Range<usize>,
    words: &FollowUpWords,
) -> Vec<Actor> {
    let mut found: Vec<Actor> = Vec::new();
    let mut at = subject.start;
    // In "at the fourth and fifth sessions" what "and" adds leads away too; a comma comes back.
    let (mut away, mut comma) = (false, true);
    // "States, including coastal States, small islands and others, and the Chair": what an aside names is part
    // of what is before it, up to a comma with "and".
    let mut aside = false;
    while at < subject.end {
        let end = part_end(tokens, at..subject.end, words);
        if end > at {
            let part = &tokens[at..end];
            let span = Span::new(part[0].span.start, part[part.len() - 1].span.end);
            // In "sous-régionales" the first syllable is no preposition.
            let compound = part.get(1).is_some_and(|token| token.is("-"));
            away |= words.prepositions.after(part, 0).is_some()
                && words.articles.after(part, 0).is_none()
                && !compound;
            aside |= words.actors.asides.after(part, 0).is_some();
            match (kind(part, words), found.last_mut()) {
                _ if aside => {}
                // "States, in a position to do so, are …"
                (_, Some(last)) if words.actors.able.after(part, 0).is_some() && is_states(last.kind) => {
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
        aside &= end > at;
        // In ", and having regard to" nothing is between the two: the comma still counts.
        comma = tokens.get(end).is_some_and(|token| token.is(",")) || (comma && end == at);
        away &= !comma;
        at = words.and.after(tokens, end).unwrap_or(end + 1).max(end + 1);
    }
    let found = merged(found, text, words);
    found.into_iter().map(|actor| Actor { text: actor.span.of(text).to_owned(), ..actor }).collect()
}

/// Where a part of a subject ends: before a comma or "and", but not the one in "regional and subregional
/// organizations", which joins two adjectives.
fn part_end(tokens: &[Token], rest: Range<usize>, words: &FollowUpWords) -> usize {
    const MOST_ADJECTIVES: usize = 2;
    let joins = |at: &usize| words.and.after(tokens, *at).is_some();
    let end_from = |from: usize| (from..rest.end).find(joins).unwrap_or(rest.end);
    let end = end_from(rest.start);
    let first = &tokens[rest.start..end];
    let small = [&words.prepositions, &words.articles, &words.actors.asides];
    let adjectives = (1..=MOST_ADJECTIVES).contains(&first.len())
        && first.iter().all(|token| token.kind == TokenKind::Word)
        && small.iter().all(|small| small.after(first, 0).is_none())
        && kind(first, words).is_none();
    let next = words.and.after(tokens, end).filter(|_| adjectives && !tokens[end].is(","));
    let named = |from: &usize| {
        let part = &tokens[*from..end_from(*from).max(*from)];
        words.articles.after(part, 0).is_none() && kind(part, words).is_some()
    };
    next.filter(|from| *from < rest.end).filter(named).map_or(end, end_from)
}

/// The actor right before the verb, if no comma separates it from the words that begin the sentence: "At the
/// fourth and fifth sessions States will".
pub(super) fn last_in(
    text: &str,
    tokens: &[Token],
    subject: Range<usize>,
    words: &FollowUpWords,
) -> Vec<Actor> {
    let ends = |at: &usize| subject_end(tokens, *at, words).is_some_and(|(end, _)| end == subject.end);
    let led = |at: usize| at > subject.start && words.prepositions.after(tokens, at - 1) == Some(at);
    let first = subject.clone().find(ends).filter(|at| !led(*at));
    first.map_or_else(Vec::new, |at| actors(text, tokens, at..subject.end, words))
}

/// The actor a sentence names behind its verb: "Sont invités à …, les États qui le souhaitent".
pub(super) fn postposed(
    text: &str,
    tokens: &[Token],
    rest: Range<usize>,
    words: &FollowUpWords,
) -> Vec<Actor> {
    let end = rest.end - usize::from(rest.end > rest.start && tokens[rest.end - 1].kind == TokenKind::Mark);
    let small =
        [&words.prepositions, &words.articles, &words.verbs.links, &words.and, &words.actors.adjectives];
    let begins = |at: &usize| {
        let comma = tokens[*at - 1].is(",");
        let led = small.iter().any(|small| small.after(tokens, *at - 1) == Some(*at));
        (comma || !led) && subject_end(tokens, *at, words).is_some()
    };
    let last = (rest.start.max(1)..end).rev().find(begins);
    last.map_or_else(Vec::new, |at| actors(text, tokens, at..end, words))
}

/// States "or groups of States" are one actor, not two.
fn merged(actors: Vec<Actor>, text: &str, words: &FollowUpWords) -> Vec<Actor> {
    let mut merged: Vec<Actor> = Vec::new();
    for actor in actors {
        match merged.last_mut() {
            Some(last) if is_states(last.kind) && is_states(actor.kind) => {
                last.span.end = actor.span.end;
                let tokens = crate::language::token::tokens(last.span.of(text));
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

/// What kind of actor a part of the subject begins with; a head is among its first words.
fn kind(part: &[Token], words: &FollowUpWords) -> Option<ActorKind> {
    const FIRST_WORDS: usize = 5;
    let head = |at: usize| head(&words.actors, part, at);
    // In a compound the last noun is the head: "OEWG Chair".
    let whole = |at: usize| head(at).map(|(end, kind)| head(end).map_or(kind, |(_, kind)| kind));
    let heads: Vec<ActorKind> = (0..part.len().min(FIRST_WORDS)).filter_map(whole).collect();
    let has = |phrases: &Phrases| (0..part.len()).any(|at| phrases.after(part, at).is_some());
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
