//! What is to be discussed: lettered lists, and the subjects of a discussion.

use std::ops::Range;

use crate::base::Span;
use crate::followup::session::SessionMention;
use crate::followup::verb;
use crate::language::FollowUpWords;
use crate::language::Phrases;
use crate::language::token::{Token, TokenKind, after};

/// The items of a list run into the text: `a) …; b) …`, each with its letter.
pub(super) fn lettered(
    text: &str,
    tokens: &[Token],
    sentences: &[Range<usize>],
    words: &FollowUpWords,
) -> Vec<(String, Span)> {
    let mut labels: Vec<(usize, usize, String)> = Vec::new();
    for at in 0..tokens.len() {
        let wanted = char::from(b'a' + u8::try_from(labels.len()).unwrap_or(25).min(25)).to_string();
        if let Some((start, end)) = label(text, tokens, at, &wanted)
            && (labels.is_empty() || follows(tokens, start, words))
        {
            labels.push((start, end, wanted));
        }
    }
    if labels.len() < 2 {
        return Vec::new();
    }
    let last = labels.last().map_or(0, |(start, _, _)| *start);
    let sentence_end =
        sentences.iter().find(|sentence| sentence.contains(&last)).map_or(0, |found| found.end);
    let ends = labels.iter().skip(1).map(|(start, _, _)| *start).chain([sentence_end]);
    let items = labels.iter().zip(ends);
    items
        .filter_map(|((_, start, label), end)| Some((label.clone(), trimmed(tokens, *start..end, words)?)))
        .collect()
}

/// A lower-case letter before a bracket, not a sub-paragraph of a number: where it starts and ends.
fn label(text: &str, tokens: &[Token], at: usize, wanted: &str) -> Option<(usize, usize)> {
    let token = &tokens[at];
    let closed = tokens.get(at + 1).is_some_and(|token| token.is(")"));
    if token.span.of(text) != wanted || !closed {
        return None;
    }
    let start = if at > 0 && tokens[at - 1].is("(") { at - 1 } else { at };
    let before = start.checked_sub(1).map(|before| &tokens[before]);
    let of_number =
        before.is_some_and(|before| before.kind == TokenKind::Number || before.is("-") || before.is(")"));
    (!of_number).then_some((start, at + 2))
}

/// Whether the letter continues a list: after a semicolon or comma, or after "and".
fn follows(tokens: &[Token], start: usize, words: &FollowUpWords) -> bool {
    let mark = |token: &Token| [";", ",", "."].contains(&token.folded.as_str());
    let joined = (start.saturating_sub(2)..start).any(|at| words.and.after(tokens, at) == Some(start));
    joined || start.checked_sub(1).is_some_and(|before| mark(&tokens[before]))
}

/// The subjects of discussions, numbered in order; none when there is only one.
pub(super) fn discussed(
    tokens: &[Token],
    sentences: &[Range<usize>],
    mentions: &[SessionMention],
    words: &FollowUpWords,
) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for sentence in sentences {
        let topics = &words.topics;
        let first = |phrases: &Phrases| sentence.clone().find_map(|at| phrases.after(tokens, at));
        let subject = |start: usize, object: bool| {
            let subjects = Subjects { tokens, mentions, words, end: sentence.end }.read(start, object);
            match subjects.as_slice() {
                [only] => enumerated(tokens, only.clone(), words),
                _ => subjects,
            }
        };
        let noun =
            first(&topics.discussion).or_else(|| first(&topics.events)).map(|start| subject(start, false));
        let object = || first(&topics.verbs).map(|start| subject(start, true));
        found.extend(noun.filter(|found| !found.is_empty()).or_else(object).unwrap_or_default());
    }
    let spans: Vec<Span> = found.into_iter().filter_map(|range| trimmed(tokens, range, words)).collect();
    if spans.len() < 2 {
        return Vec::new();
    }
    (1..).zip(spans).map(|(number, span): (usize, Span)| (number.to_string(), span)).collect()
}

/// The parts of one subject that lists several: what is between semicolons (behind a colon, if there is one), questions ("whether
/// … and how …"), or at least three things that each have their article and what they are of ("the need for …,
/// the scope of … and the calendar of …"). Anything less may be one thing, and stays whole.
fn enumerated(tokens: &[Token], subject: Range<usize>, words: &FollowUpWords) -> Vec<Range<usize>> {
    let (start, end) = (subject.start, subject.end);
    let first = subject.clone().find(|at| tokens[*at].is(":")).map_or(start, |colon| colon + 1);
    let stops: Vec<usize> = (first..end).filter(|at| tokens[*at].is(";")).collect();
    if !stops.is_empty() {
        let starts = std::iter::once(first).chain(stops.iter().map(|stop| stop + 1));
        return starts.zip(stops.iter().copied().chain([end])).map(|(start, end)| start..end).collect();
    }
    let joined = |opens: &Phrases| -> Vec<Range<usize>> {
        let mut starts = vec![(start, start)];
        let mut at = start;
        while at < end {
            let mut next = at;
            while let Some(joined) = words.and.after(tokens, next) {
                next = joined;
            }
            if next > at && opens.after(tokens, next).is_some() {
                starts.push((at, next));
            }
            at = next.max(at + 1);
        }
        let ends = starts.iter().skip(1).map(|(join, _)| *join).chain([end]);
        starts.iter().zip(ends).map(|((_, start), end)| *start..end).collect()
    };
    let questions = joined(&words.topics.questions);
    let first = subject.clone().find(|at| !is_mark(&tokens[*at])).unwrap_or(start);
    if questions.len() > 1 && words.topics.questions.after(tokens, first).is_some() {
        return questions;
    }
    let things = joined(&words.topics.determiners);
    let governs = |item: &Range<usize>| {
        (item.start + 1..item.end).any(|at| {
            words.prepositions.after(tokens, at).is_some() || words.topics.of.after(tokens, at).is_some()
        })
    };
    // All but the last are between commas: "the scope of the text and the length of it" may be one matter.
    let (last, listed) = things.split_last().unwrap_or((&subject, &[]));
    let commas = listed.iter().take(listed.len().saturating_sub(1)).all(|item| tokens[item.end].is(","));
    if things.len() > 2 && commas && things[1..].iter().all(governs) && !tokens[last.start - 1].is(",") {
        return things;
    }
    vec![subject]
}

fn is_mark(token: &Token) -> bool {
    [",", ";", ":", "."].contains(&token.folded.as_str())
}

struct Subjects<'a> {
    tokens: &'a [Token],
    mentions: &'a [SessionMention],
    words: &'a FollowUpWords,
    end: usize,
}

impl Subjects<'_> {
    /// The subjects named after the word "discussions", or the object of a verb such as "examine".
    fn read(&self, start: usize, object: bool) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut open = object.then_some(start);
        let mut first = !object;
        let mut at = start;
        let mut close = |open: &mut Option<usize>, at: usize| {
            let range = open.take().map(|from| from..at);
            found.extend(range.filter(|range| trimmed(self.tokens, range.clone(), self.words).is_some()));
        };
        while at < self.end && !self.continues(open, at) {
            if let Some(next) = self.aside(at) {
                close(&mut open, at);
                at = self.words.actors.complements.after(self.tokens, next).unwrap_or(next);
                open = object.then_some(at);
            } else if let Some(next) = self.next_subject(at, first) {
                close(&mut open, at);
                open = Some(next);
                first = false;
                at = next;
            } else if open.is_some_and(|from| self.is_said_of(from, at)) {
                // "discussion on international law shall take place …, covering": the subject comes later.
                close(&mut open, at);
                first = true;
            } else {
                at += 1;
            }
        }
        close(&mut open, at);
        found
    }

    /// Whether the verb of the sentence is at a place, and not one of a clause inside the subject.
    fn is_said_of(&self, from: usize, at: usize) -> bool {
        self.words.verbs.modals.after(self.tokens, at).is_some() && !self.is_in_clause(from, at)
    }

    /// Whether a clause opens inside a subject before a place: "the threats that …".
    fn is_in_clause(&self, from: usize, at: usize) -> bool {
        let inside = [&self.words.verbs.relatives, &self.words.topics.questions, &self.words.verbs.clauses];
        (from..at).any(|at| inside.iter().any(|words| words.after(self.tokens, at).is_some()))
    }

    /// Whether the sentence continues with another verb: "… and are to report".
    fn continues(&self, open: Option<usize>, at: usize) -> bool {
        if open.is_some_and(|from| self.is_in_clause(from, at)) {
            return false;
        }
        let next = self.words.and.after(self.tokens, at).filter(|next| *next < self.end);
        next.is_some_and(|next| verb::verb_at(self.tokens, &(at..self.end), next, self.words).is_some())
    }

    /// The place after words that interrupt a subject: a session, or "as appropriate".
    fn aside(&self, at: usize) -> Option<usize> {
        let topics = &self.words.topics;
        // "lors des quatrième et cinquième sessions": the small words belong to the session.
        let mut next = at;
        while let Some(end) = topics.at.after(self.tokens, next).filter(|end| end - at <= 5) {
            next = end;
        }
        let session =
            (at..=next).find_map(|from| self.mentions.iter().find(|mention| mention.tokens.start == from));
        session.map(|mention| mention.tokens.end).or_else(|| topics.asides.after(self.tokens, at))
    }

    /// The place where the next subject begins: the first after "on", the others after "as well as on".
    fn next_subject(&self, at: usize, first: bool) -> Option<usize> {
        let on = |at: usize| self.words.topics.on.after(self.tokens, at);
        let aside = |at: usize| self.words.topics.asides.after(self.tokens, at).is_some();
        if first {
            return on(at);
        }
        let mut next = self.words.and.after(self.tokens, at)?;
        // Several joining words may follow each other: ", and".
        while let Some(end) = self.words.and.after(self.tokens, next) {
            next = end;
        }
        let topics = &self.words.topics;
        while let Some(end) =
            topics.fillers.after(self.tokens, next).or_else(|| topics.discussion.after(self.tokens, next))
        {
            next = end;
        }
        on(next).filter(|_| !aside(next))
    }
}

/// The words of a range without the marks and joining words at its ends.
pub(super) fn trimmed(tokens: &[Token], range: Range<usize>, words: &FollowUpWords) -> Option<Span> {
    let Range { mut start, mut end } = range;
    while start < end && (is_mark(&tokens[start]) || words.and.after(tokens, start).is_some()) {
        start = words.and.after(tokens, start).unwrap_or(start + 1).min(end);
    }
    while start < end {
        let joining = words.and.iter().map(|(phrase, ())| phrase).find(|phrase| {
            end >= start + phrase.len() && after(tokens, end - phrase.len(), phrase) == Some(end)
        });
        match joining {
            Some(phrase) => end -= phrase.len(),
            None if is_mark(&tokens[end - 1]) => end -= 1,
            None => break,
        }
    }
    (start < end).then(|| Span::new(tokens[start].span.start, tokens[end - 1].span.end))
}
