//! Who does what and how firmly: the subject and the main verb of a step.

use std::ops::Range;

use crate::base::Span;
use crate::cite::Phrases;
use crate::cite::token::{Phrase, Token, TokenKind};
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

/// Where the first of several phrases stands.
pub(super) fn first_phrase(tokens: &[Token], phrases: &Phrases) -> Option<Span> {
    (0..tokens.len()).find_map(|at| {
        let end = phrases.after(tokens, at)?;
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
        let found = verb(tokens, sentence, words)?;
        let (start, end) = (found.start, found.end);
        if let Some(addressee) = addressee(tokens, sentence, &found, words) {
            let mut actors = actors(text, tokens, addressee.clone(), words);
            if actors.is_empty() {
                actors.extend(somebody(text, tokens, addressee, words));
            }
            let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
            let verb = Verb { text: span.of(text).to_owned(), span };
            return Some(Action { actors, verb, force: found.addressing });
        }
        // "States, at the next session, to engage": the link belongs to the verb.
        let linked = start > sentence.start && words.verbs.links.after(tokens, start - 1) == Some(start);
        let end = verb_end(tokens, start, end, words);
        let start = start - usize::from(linked);
        let subject = sentence.start..found.subject.min(start);
        let mut actors = actors(text, tokens, subject.clone(), words);
        let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
        // Who is asked to do something can act, whatever it is called.
        if actors.is_empty() && asks(found.force) && words.verbs.links.after(tokens, found.end).is_some() {
            actors.extend(somebody(text, tokens, subject, words));
        }
        let mut action =
            Action { actors, verb: Verb { text: span.of(text).to_owned(), span }, force: found.force };
        if action.actors.is_empty() {
            name_agent(&mut action, text, tokens, end..sentence.end, words);
        }
        Some(action)
    })
}

/// "shall be compiled and published by the Secretariat": who acts stands after a passive verb.
fn name_agent(action: &mut Action, text: &str, tokens: &[Token], rest: Range<usize>, words: &Vocabulary) {
    const LONGEST_VERB: usize = 6;
    let passive = rest.start > 0 && words.verbs.passives.after(tokens, rest.start - 1) == Some(rest.start);
    if !passive || tokens.get(rest.start).is_none_or(|token| token.kind != TokenKind::Word) {
        return;
    }
    let near = rest.start + 1..rest.end.min(rest.start + 1 + LONGEST_VERB);
    let mut agents = near.clone().filter_map(|at| Some((at, words.verbs.agents.after(tokens, at)?)));
    let Some((by, first)) = agents.next() else { return };
    let joined = tokens[near.start..by].iter().all(|token| token.kind == TokenKind::Word);
    let Some((last, _)) = subject_end(tokens, first, words).filter(|(end, _)| joined && *end <= rest.end)
    else {
        return;
    };
    action.actors = actors(text, tokens, first..last, words);
    let verb = skip_adverbs(tokens, rest.start, words).min(by - 1);
    action.verb.span.end = tokens[verb].span.end;
    action.verb.text = action.verb.span.of(text).to_owned();
}

fn asks(force: Force) -> bool {
    matches!(force, Force::Request | Force::Invite | Force::Encourage)
}

/// An actor no list has, when its words are few and do not lead away.
fn somebody(text: &str, tokens: &[Token], range: Range<usize>, words: &Vocabulary) -> Option<Actor> {
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

/// Whom a verb speaks to: "requests the Secretary-General to"; none when it speaks to nobody.
///
/// A verb that opens the sentence has no subject of its own: whoever follows is spoken to. Any other needs
/// a known actor after it: "engagent les organisations à …" speaks to somebody, "engagent des débats" does not.
fn addressee(
    tokens: &[Token],
    sentence: &Range<usize>,
    found: &Found,
    words: &Vocabulary,
) -> Option<Range<usize>> {
    let end = after_verb(tokens, found.start, &words.verbs.addressing, words)?;
    let first = skip_adverbs(tokens, end, words);
    let opens = skip_adverbs(tokens, sentence.start, words) >= found.start;
    let known = subject_end(tokens, first, words).is_some_and(|(end, _)| end <= sentence.end);
    (opens || known).then(|| first..addressee_end(tokens, first, sentence.end, words).max(first))
}

/// A main verb, as places among the tokens.
struct Found {
    /// One past the subject.
    subject: usize,
    start: usize,
    end: usize,
    force: Force,
    /// How strongly it binds whom it speaks to: "engagent" says more to others than of oneself.
    addressing: Force,
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

/// A verb no list has, after a known actor that opens the sentence or comes after what opens it.
///
/// Where verbs show no ending only the clause after an opening preposition is tried: "At its next session, States".
fn plain(tokens: &[Token], sentence: &Range<usize>, words: &Vocabulary) -> Option<Found> {
    let shown = !words.verbs.finite_endings.is_empty();
    let led_in = words.prepositions.after(tokens, sentence.start).is_some();
    let clauses = sentence.clone().filter(|at| tokens[*at].is(",")).map(|comma| comma + 1);
    let clauses = clauses.take(if shown { sentence.len() } else { usize::from(led_in) });
    let mut starts = std::iter::once(sentence.start).chain(clauses);
    starts.find_map(|start| plain_from(tokens, start..sentence.end, words))
}

/// A verb no list has, right after a known actor: by its ending, by "to", or by standing there.
fn plain_from(tokens: &[Token], clause: Range<usize>, words: &Vocabulary) -> Option<Found> {
    let (subject, kind) = subject_end(tokens, clause.start, words)?;
    if words.verbs.relatives.after(tokens, subject).is_some() {
        return None;
    }
    let at = skip_adverbs(tokens, skip_aside(tokens, subject..clause.end, words), words);
    tokens.get(at).filter(|token| token.kind == TokenKind::Word && clause.contains(&at))?;
    let force = Force::Will;
    let found = |end| Found { subject, start: at, end, force, addressing: force };
    let endings = &words.verbs.finite_endings;
    if !endings.is_empty() {
        let verb = words.verbs.reflexives.after(tokens, at).unwrap_or(at);
        let shown = tokens.get(verb).is_some_and(|token| endings.end(token)) && clause.contains(&verb);
        return shown.then_some(found(verb + 1));
    }
    // A language without endings shows its verb by "to", or by the bare form after a plural: "States share".
    if words.verbs.links.after(tokens, at).is_some() {
        return Some(found((at + 2).min(clause.end)));
    }
    let bare = kind == ActorKind::States
        && words.prepositions.after(tokens, at).is_none()
        && words.and.after(tokens, at).is_none();
    bare.then_some(found(at + 1))
}

/// The place after "…, in particular coastal States, …" beside a subject.
fn skip_aside(tokens: &[Token], rest: Range<usize>, words: &Vocabulary) -> usize {
    let aside = tokens.get(rest.start).is_some_and(|token| token.is(","))
        && words.actors.asides.after(tokens, rest.start + 1).is_some();
    let close = (rest.start + 1..rest.end).find(|at| aside && tokens[*at].is(","));
    close.map_or(rest.start, |close| close + 1)
}

/// The place after words such as "également", "also".
pub(super) fn skip_adverbs(tokens: &[Token], mut at: usize, words: &Vocabulary) -> usize {
    while tokens.get(at).is_some_and(|token| words.verbs.adverb_endings.end(token)) {
        at += 1;
    }
    at
}

/// Where the actor ends that a verb speaks to: before the link to its infinitive, or with its last noun.
fn addressee_end(tokens: &[Token], start: usize, end: usize, words: &Vocabulary) -> usize {
    let infinitive = |at: &usize| {
        let next = words.verbs.links.after(tokens, *at);
        next.is_some_and(|next| next < end && words.articles.after(tokens, next).is_none())
    };
    let link = (start + 1..end).find(infinitive);
    let noun = subject_end(tokens, start, words).map(|(end, _)| end);
    let clause = start > 0 && words.verbs.clauses.after(tokens, start - 1) == Some(start);
    if clause { noun.or(link) } else { link.or(noun) }.unwrap_or(start)
}

/// The first listed verb after some subject (or opening the sentence and addressing one), the longest where
/// several begin; one inside a complement of the subject ("States that are in a position to do so") does not count.
fn listed(tokens: &[Token], sentence: &Range<usize>, words: &Vocabulary) -> Option<Found> {
    let first = skip_adverbs(tokens, sentence.start, words);
    let opens = after_verb(tokens, first, &words.verbs.addressing, words).is_some();
    let mut at = if opens { first } else { sentence.start + 1 };
    // In "States that would like to do so are invited" the first verb belongs to the subject.
    let relative = subject_end(tokens, sentence.start, words)
        .is_some_and(|(end, _)| words.verbs.relatives.after(tokens, end).is_some());
    let mut within = Vec::new();
    while at < sentence.end {
        match verb_at(tokens, sentence, at, words) {
            Some(found) if relative && matches!(found.force, Force::Will | Force::May) => {
                at = found.end;
                within.push(found);
            }
            Some(found) => return Some(found),
            None => at = words.actors.complements.after(tokens, at).unwrap_or(at + 1),
        }
    }
    within.truncate(2);
    within.pop()
}

/// The longest listed verb from a token on.
fn verb_at(tokens: &[Token], sentence: &Range<usize>, at: usize, words: &Vocabulary) -> Option<Found> {
    if is_noun(tokens, at, words) || is_purpose(tokens, sentence.start..at, words) {
        return None;
    }
    let verbs = words.verbs.by_force().into_iter();
    let found: Vec<(usize, Force)> =
        verbs.filter_map(|(force, verbs)| Some((after_verb(tokens, at, verbs, words)?, force))).collect();
    let end = found.iter().map(|(end, _)| *end).max()?;
    let mut longest = found.iter().filter(|(other, _)| *other == end).map(|(_, force)| *force);
    let force = longest.next()?;
    let addressing = longest.next_back().unwrap_or(force);
    Some(Found { subject: at, start: at, end, force, addressing })
}

/// "at the request of": after an article stands a noun.
pub(super) fn is_noun(tokens: &[Token], at: usize, words: &Vocabulary) -> bool {
    let before = |phrases: &Phrases| at > 0 && phrases.after(tokens, at - 1) == Some(at);
    before(&words.articles) && !before(&words.verbs.links)
}

/// Whether a known actor follows a verb.
pub(super) fn speaks_to_somebody(tokens: &[Token], verb_end: usize, words: &Vocabulary) -> bool {
    subject_end(tokens, skip_adverbs(tokens, verb_end, words), words).is_some()
}

/// "In order to engage …, States": an infinitive before any actor tells a purpose.
fn is_purpose(tokens: &[Token], before: Range<usize>, words: &Vocabulary) -> bool {
    let infinitive =
        before.end > before.start && words.verbs.links.after(tokens, before.end - 1) == Some(before.end);
    let actor = |at: usize| words.actors.head(tokens, at).is_some();
    infinitive && !before.into_iter().any(actor)
}

/// The place after the longest of several verbs; adverbs may stand between its words: "are also invited".
pub(super) fn after_verb(tokens: &[Token], at: usize, verbs: &Phrases, words: &Vocabulary) -> Option<usize> {
    let after = |verb: &Phrase| {
        let mut next = at;
        for (index, word) in verb.iter().enumerate() {
            if index > 0 && tokens.get(next).is_some_and(|token| !token.is(word)) {
                next = skip_adverbs(tokens, next, words);
            }
            if !tokens.get(next)?.is(word) {
                return None;
            }
            next += 1;
        }
        Some(next)
    };
    verbs.starting(tokens, at).filter_map(|(verb, ())| after(verb)).max()
}

/// The place after a known actor and what belongs to it: `Le Président du Groupe de travail`.
fn subject_end(tokens: &[Token], start: usize, words: &Vocabulary) -> Option<(usize, ActorKind)> {
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
    let (mut end, kind) = words.actors.head(tokens, at)?;
    while let Some(next) = words.actors.complements.after(tokens, end) {
        end = next;
    }
    Some((end, kind))
}

/// The verb with what follows at once: `est prié de solliciter`, `will continue to discuss`.
fn verb_end(tokens: &[Token], start: usize, end: usize, words: &Vocabulary) -> usize {
    let word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let mut end = end;
    let modal = words.verbs.modals.after(tokens, start) == Some(end);
    if modal && word(end) && words.prepositions.after(tokens, end).is_none() {
        end += 1;
    }
    if let Some(next) = words.verbs.links.after(tokens, end)
        && word(next)
    {
        let next = words.verbs.reflexives.after(tokens, next).unwrap_or(next);
        let endings = &words.verbs.infinitive_endings;
        let shown = endings.is_empty() || tokens.get(next).is_some_and(|token| endings.end(token));
        let infinitive = shown && word(next) && words.articles.after(tokens, next).is_none();
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
    // "States, including coastal States, small islands and others, and the Chair": what an aside names is part
    // of what stands before it, up to a comma with "and".
    let mut aside = false;
    while at < subject.end {
        let joins = |at: &usize| words.and.after(tokens, *at).is_some();
        let end = (at..subject.end).find(joins).unwrap_or(subject.end);
        if end > at {
            let part = &tokens[at..end];
            let span = Span::new(part[0].span.start, part[part.len() - 1].span.end);
            away |= words.prepositions.after(part, 0).is_some() && words.articles.after(part, 0).is_none();
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
        comma = tokens.get(end).is_some_and(|token| token.is(","));
        away &= !comma;
        at = words.and.after(tokens, end).unwrap_or(end + 1).max(end + 1);
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
    let head = |at: usize| words.actors.head(part, at);
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
