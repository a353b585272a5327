//! Who does what and how strongly it binds: the subject and the main verb of a step.

use std::ops::Range;

use crate::base::Span;
use crate::followup::clause;
use crate::followup::subject::{actors, addressee_end, last_in, postposed, somebody, subject_end};
use crate::followup::verb::{MainVerb, after_verb, participle_end, verb, verb_end};
use crate::followup::{Actor, Force, Quote};
use crate::language::FollowUpWords;
use crate::language::Phrases;
use crate::language::token::{Token, TokenKind};

/// What is to be done, according to a sentence.
pub(super) struct StepAction {
    pub actors: Vec<Actor>,
    pub verb: Quote,
    pub force: Force,
}

/// The place of the first of several phrases.
pub(super) fn first_phrase(tokens: &[Token], phrases: &Phrases) -> Option<Span> {
    (0..tokens.len()).find_map(|at| {
        let end = phrases.after(tokens, at)?;
        Some(Span::new(tokens[at].span.start, tokens[end - 1].span.end))
    })
}

/// The first verb by which somebody is to report. Where verbs have no endings of their own, as in English, "to" is before it: "report"
/// is also a noun.
pub(super) fn reporting(tokens: &[Token], words: &FollowUpWords) -> Option<Span> {
    let needs_link = words.verbs.infinitive_endings.is_empty();
    let linked = |at: usize| {
        let from = at.saturating_sub(2);
        (from..at).any(|link| {
            words
                .verbs
                .links
                .after(tokens, link)
                .is_some_and(|end| words.verbs.skip_adverbs(tokens, end) == at)
        })
    };
    (0..tokens.len()).find_map(|at| {
        let end = words.deadlines.reporting.after(tokens, at).filter(|_| !needs_link || linked(at))?;
        Some(Span::new(tokens[at].span.start, tokens[end - 1].span.end))
    })
}

/// The action of the first sentence that has one.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    sentences: &[Range<usize>],
    words: &FollowUpWords,
) -> Option<StepAction> {
    sentences.iter().find_map(|sentence| {
        let sentence = &(clause::main(tokens, sentence, words)..sentence.end);
        let found = verb(tokens, sentence, words)?;
        let (start, end) = (found.start, found.end);
        if let Some(addressee) = addressee(tokens, sentence, &found, words) {
            let mut actors = actors(text, tokens, addressee.clone(), words);
            if actors.is_empty() {
                actors.extend(somebody(text, tokens, addressee, words));
            }
            let mut end = end;
            if actors.is_empty() {
                // "Sont invités à rendre compte …, les États": what follows is what they do.
                actors = postposed(text, tokens, end..sentence.end, words);
                end = verb_end(tokens, start, end, words);
            }
            let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
            let verb = Quote::new(text, span);
            return Some(StepAction { actors, verb, force: found.addressing });
        }
        // "States, at the next session, to engage": the link belongs to the verb.
        let linked = start > sentence.start && words.verbs.links.after(tokens, start - 1) == Some(start);
        let end = verb_end(tokens, start, end, words);
        let start = start - usize::from(linked);
        let start = passive_start(tokens, start, sentence.start, words);
        let subject = sentence.start..found.subject.min(start);
        let mut actors = actors(text, tokens, subject.clone(), words);
        if actors.is_empty() {
            actors = last_in(text, tokens, subject.clone(), words);
        }
        let span = Span::new(tokens[start].span.start, tokens[end - 1].span.end);
        // Who is asked to do something can act, whatever it is called.
        if actors.is_empty() && asks(found.force) && words.verbs.links.after(tokens, found.end).is_some() {
            actors.extend(somebody(text, tokens, subject, words));
        }
        let mut action = StepAction { actors, verb: Quote::new(text, span), force: found.force };
        if action.actors.is_empty() {
            name_agent(&mut action, text, tokens, end..sentence.end, words);
        }
        if action.actors.is_empty() && start == sentence.start {
            action.actors = postposed(text, tokens, end..sentence.end, words);
        }
        action.verb.span.end =
            action.verb.span.end.max(tokens[participle_end(tokens, end, words) - 1].span.end);
        action.verb.text = action.verb.span.of(text).to_owned();
        Some(action)
    })
}

/// "The Secretariat to be requested": the words before the participle belong to the verb.
fn passive_start(tokens: &[Token], start: usize, first: usize, words: &FollowUpWords) -> usize {
    let passive = start.checked_sub(2).filter(|link| *link > first).filter(|link| {
        words.verbs.links.after(tokens, *link) == Some(start - 1)
            && words.verbs.passives.after(tokens, start - 1) == Some(start)
    });
    passive.unwrap_or(start)
}

/// "shall be compiled and published by the Secretariat": the actor follows a passive verb.
fn name_agent(
    action: &mut StepAction,
    text: &str,
    tokens: &[Token],
    rest: Range<usize>,
    words: &FollowUpWords,
) {
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
    let verb = words.verbs.skip_adverbs(tokens, rest.start).min(by - 1);
    action.verb.span.end = tokens[verb].span.end;
    action.verb.text = action.verb.span.of(text).to_owned();
}

fn asks(force: Force) -> bool {
    matches!(force, Force::Request | Force::Invite | Force::Encourage)
}

/// Whom a verb speaks to: "requests the Secretary-General to"; none when it speaks to nobody.
///
/// A verb that opens the sentence has no subject of its own: it addresses the actor that follows. Any other needs
/// a known actor after it: "engagent les organisations à …" speaks to somebody, "engagent des débats" does not.
fn addressee(
    tokens: &[Token],
    sentence: &Range<usize>,
    found: &MainVerb,
    words: &FollowUpWords,
) -> Option<Range<usize>> {
    let end = after_verb(tokens, found.start, &words.verbs.addressing, words)?;
    let first = words.verbs.skip_adverbs(tokens, end);
    let opens = words.verbs.skip_adverbs(tokens, sentence.start) >= found.start;
    let known = subject_end(tokens, first, words).is_some_and(|(end, _)| end <= sentence.end);
    (opens || known).then(|| first..addressee_end(tokens, first, sentence.end, words).max(first))
}
