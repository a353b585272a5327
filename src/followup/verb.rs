//! The main verb of a sentence, by the lists of a language, by endings, and by the words around it.

use std::ops::Range;

use crate::followup::subject::{head, skip_aside, subject_end};
use crate::followup::{ActorKind, Force};
use crate::language::FollowUpWords;
use crate::language::Phrases;
use crate::language::token::{Phrase, Token, TokenKind};

/// A main verb, as places among the tokens.
pub(super) struct MainVerb {
    /// One past the subject.
    pub subject: usize,
    pub start: usize,
    pub end: usize,
    pub force: Force,
    /// How strongly it binds the actor it addresses: "engagent" has one force for others and another for oneself.
    pub addressing: Force,
}

/// The main verb of a sentence: the first listed one, or the one right after a known actor.
pub(super) fn verb(tokens: &[Token], sentence: &Range<usize>, words: &FollowUpWords) -> Option<MainVerb> {
    let listed = listed(tokens, sentence, words);
    let plain = plain(tokens, sentence, words);
    match (listed, plain) {
        (Some(listed), Some(plain)) => Some(if plain.start < listed.start { plain } else { listed }),
        (listed, plain) => listed.or(plain),
    }
}

/// A verb no list has, after a known actor that opens the sentence or comes after the words that begin it.
///
/// Where verbs show no ending only the clause after an opening preposition is tried: "At its next session, States".
fn plain(tokens: &[Token], sentence: &Range<usize>, words: &FollowUpWords) -> Option<MainVerb> {
    let shown = !words.verbs.finite_endings.is_empty();
    let led_in = words.prepositions.after(tokens, sentence.start).is_some();
    let clauses = sentence.clone().filter(|at| tokens[*at].is(",")).map(|comma| comma + 1);
    let clauses = clauses.take(if shown { sentence.len() } else { usize::from(led_in) });
    let mut starts = std::iter::once(sentence.start).chain(clauses);
    starts.find_map(|start| plain_from(tokens, start..sentence.end, words))
}

/// A verb in no list, right after a known actor: by its ending, by "to", or by its place.
pub(super) fn plain_from(tokens: &[Token], clause: Range<usize>, words: &FollowUpWords) -> Option<MainVerb> {
    let (subject, kind) = subject_end(tokens, clause.start, words)?;
    if words.verbs.relatives.after(tokens, subject).is_some() {
        return None;
    }
    let at = words.verbs.skip_adverbs(tokens, skip_aside(tokens, subject..clause.end, words));
    tokens.get(at).filter(|token| token.kind == TokenKind::Word && clause.contains(&at))?;
    let force = Force::Will;
    let found = |end| MainVerb { subject, start: at, end, force, addressing: force };
    let endings = &words.verbs.finite_endings;
    if !endings.is_empty() {
        let reflexive = words.verbs.reflexives.after(tokens, at);
        let verb = reflexive.unwrap_or(at);
        let shown = |token: &Token| endings.end(token) || reflexive.is_some();
        let shown = tokens.get(verb).is_some_and(shown) && clause.contains(&verb);
        return shown.then_some(found(verb + 1));
    }
    // A language without endings shows its verb by "to", or by the bare form after a plural: "States share".
    if let Some(infinitive) = words.verbs.links.after(tokens, at) {
        // In "facilitators to be appointed by the Chair will hold" it belongs to the noun.
        let passive = words.verbs.passives.after(tokens, infinitive).is_some();
        return (!passive).then_some(found((at + 2).min(clause.end)));
    }
    let bare = kind == ActorKind::States
        && words.prepositions.after(tokens, at).is_none()
        && words.and.after(tokens, at).is_none();
    bare.then_some(found(at + 1))
}

/// The first listed verb after some subject (or opening the sentence and addressing one), the longest where
/// several begin; one inside a complement of the subject ("States that are in a position to do so") does not count.
fn listed(tokens: &[Token], sentence: &Range<usize>, words: &FollowUpWords) -> Option<MainVerb> {
    let first = words.verbs.skip_adverbs(tokens, sentence.start);
    // What "the Secretariat, which was asked to …, continues" has between the commas is not the verb of the sentence.
    let subject = subject_end(tokens, sentence.start, words).map(|(end, _)| end);
    let aside =
        subject.map(|end| skip_aside(tokens, end..sentence.end, words)).filter(|end| Some(*end) > subject);
    let mut at = if opens(tokens, first, words) { first } else { aside.unwrap_or(sentence.start + 1) };
    // In "States that would like to do so are invited" the first verb belongs to the subject.
    let relative = subject.is_some_and(|end| words.verbs.relatives.after(tokens, end).is_some());
    let mut within = Vec::new();
    while at < sentence.end {
        match verb_at(tokens, sentence, at, words) {
            Some(found) if relative && matches!(found.force, Force::Will | Force::May) => {
                at = found.end;
                within.push(found);
            }
            Some(found) => return Some(found),
            // "selon qu’il convient" is no verb of the sentence either.
            None => at = passed(tokens, at, words).unwrap_or(at + 1),
        }
    }
    within.truncate(2);
    within.pop()
}

/// The place after words that belong to what is before them.
fn passed(tokens: &[Token], at: usize, words: &FollowUpWords) -> Option<usize> {
    words.actors.complements.after(tokens, at).max(words.topics.asides.after(tokens, at))
}

/// Whether a sentence opens with its verb: one that speaks to somebody, one of the author of a resolution
/// ("Decides to …"), or one whose subject is put off ("Sont encouragées à …, les organisations").
fn opens(tokens: &[Token], first: usize, words: &FollowUpWords) -> bool {
    const SHORTEST_PASSIVE: usize = 2;
    let verbs = &words.verbs;
    let passive = |phrases: &Phrases| {
        after_verb(tokens, first, phrases, words).is_some_and(|end| end >= first + SHORTEST_PASSIVE)
    };
    [&verbs.addressing, &verbs.authors]
        .iter()
        .any(|phrases| after_verb(tokens, first, phrases, words).is_some())
        || [Force::Invite, Force::Encourage, Force::Request]
            .into_iter()
            .map(|force| verbs.of_force(force))
            .any(passive)
}

/// The longest listed verb from a token on.
pub(super) fn verb_at(
    tokens: &[Token],
    sentence: &Range<usize>,
    at: usize,
    words: &FollowUpWords,
) -> Option<MainVerb> {
    if is_noun(tokens, at, words) || is_purpose(tokens, sentence.start..at, words) {
        return None;
    }
    let of_force = |force: Force| Some((after_verb(tokens, at, words.verbs.of_force(force), words)?, force));
    let found: Vec<(usize, Force)> = Force::ALL.into_iter().filter_map(of_force).collect();
    let end = found.iter().map(|(end, _)| *end).max()?;
    let one_word = end == at + 1 && words.verbs.modals.after(tokens, at).is_none();
    // "le document publié par": a participle, where "publie" would be a verb.
    if one_word && (is_governed(tokens, at, words) || tokens[at].ends_in_accent) {
        return None;
    }
    let mut longest = found.iter().filter(|(other, _)| *other == end).map(|(_, force)| *force);
    let force = longest.next()?;
    let addressing = longest.next_back().unwrap_or(force);
    Some(MainVerb { subject: at, start: at, end, force, addressing })
}

/// "at the request of": after an article comes a noun.
pub(super) fn is_noun(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    follows(tokens, at, &words.articles) && !follows(tokens, at, &words.verbs.links)
}

/// "a list of requests": after a preposition comes a noun too.
fn is_governed(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    follows(tokens, at, &words.prepositions) && !follows(tokens, at, &words.verbs.links)
}

fn follows(tokens: &[Token], at: usize, phrases: &Phrases) -> bool {
    at > 0 && phrases.after(tokens, at - 1) == Some(at)
}

/// "In order to engage …, States": an infinitive before any actor is a purpose.
fn is_purpose(tokens: &[Token], before: Range<usize>, words: &FollowUpWords) -> bool {
    let infinitive =
        before.end > before.start && words.verbs.links.after(tokens, before.end - 1) == Some(before.end);
    let actor = |at: usize| head(&words.actors, tokens, at).is_some();
    infinitive && !before.into_iter().any(actor)
}

/// The place after the longest of several verbs; adverbs may come between its words: "are also invited".
pub(super) fn after_verb(
    tokens: &[Token],
    at: usize,
    verbs: &Phrases,
    words: &FollowUpWords,
) -> Option<usize> {
    let after = |verb: &Phrase| {
        let mut next = at;
        for (index, word) in verb.iter().enumerate() {
            if index > 0 && tokens.get(next).is_some_and(|token| !token.is(word)) {
                next = words.verbs.skip_adverbs(tokens, next);
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

/// The verb with what follows at once: `est prié de solliciter`, `will continue to discuss`, `is requested to carry out`.
pub(super) fn verb_end(tokens: &[Token], start: usize, end: usize, words: &FollowUpWords) -> usize {
    let verbs = &words.verbs;
    let end = infinitive_end(tokens, start, end, words);
    let caused = verbs.causatives.after(tokens, end - 1) == Some(end);
    let caused = caused && tokens.get(end).is_some_and(|token| verbs.infinitive_endings.end(token));
    let end = end + usize::from(caused);
    verbs.particles.after(tokens, end).unwrap_or(end)
}

fn infinitive_end(tokens: &[Token], start: usize, end: usize, words: &FollowUpWords) -> usize {
    let mut end = end;
    let modal = words.verbs.modals.after(tokens, start) == Some(end);
    let next = words.verbs.skip_adverbs(tokens, end);
    if modal && is_word(tokens, next) && words.prepositions.after(tokens, next).is_none() {
        end = next + 1;
    }
    if let Some(next) = words.verbs.links.after(tokens, end)
        && is_word(tokens, next)
    {
        // "to further develop", but not "to reply to".
        let adverb =
            Some(words.verbs.skip_adverbs(tokens, next)).filter(|at| is_full_word(tokens, *at, words));
        let next = adverb.unwrap_or(next);
        let next = words.verbs.reflexives.after(tokens, next).unwrap_or(next);
        let endings = &words.verbs.infinitive_endings;
        let shown = endings.is_empty() || tokens.get(next).is_some_and(|token| endings.end(token));
        let infinitive = shown && is_word(tokens, next) && words.articles.after(tokens, next).is_none();
        return if infinitive { next + 1 } else { end };
    }
    end
}

/// The end of a verb with its participle, where it is passive: `shall be held`.
pub(super) fn participle_end(tokens: &[Token], end: usize, words: &FollowUpWords) -> usize {
    let passive = end > 0 && words.verbs.passives.after(tokens, end - 1) == Some(end);
    let at = words.verbs.skip_adverbs(tokens, end);
    if passive && is_full_word(tokens, at, words) { at + 1 } else { end }
}

/// A word that is no article, no preposition and no link.
fn is_full_word(tokens: &[Token], at: usize, words: &FollowUpWords) -> bool {
    let small = [&words.prepositions, &words.articles, &words.verbs.links];
    is_word(tokens, at) && small.iter().all(|small| small.after(tokens, at).is_none())
}

fn is_word(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
}
