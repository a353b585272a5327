//! What is to be discussed or produced: lettered lists, the subjects of a discussion, papers.

use std::ops::Range;

use crate::base::Span;
use crate::cite::token::{Token, TokenKind, after};
use crate::followup::action;
use crate::followup::session::Mention;
use crate::followup::vocabulary::Vocabulary;

/// A paper stands at most so many words after the verb that asks for it.
const LONGEST_OBJECT: usize = 14;

/// The items of a list run into the text: `a) …; b) …`, each with its letter.
pub(super) fn lettered(
    text: &str,
    tokens: &[Token],
    sentences: &[Range<usize>],
    words: &Vocabulary,
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

/// Whether the letter goes on a list: after a semicolon or comma, or after "and".
fn follows(tokens: &[Token], start: usize, words: &Vocabulary) -> bool {
    let mark = |token: &Token| [";", ",", "."].contains(&token.folded.as_str());
    let joined = (start.saturating_sub(2)..start).any(|at| words.and.after(tokens, at) == Some(start));
    joined || start.checked_sub(1).is_some_and(|before| mark(&tokens[before]))
}

/// The subjects of discussions, numbered in order; none when there is only one.
pub(super) fn discussed(
    tokens: &[Token],
    sentences: &[Range<usize>],
    mentions: &[Mention],
    words: &Vocabulary,
) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for sentence in sentences {
        let noun = sentence.clone().find_map(|at| words.topics.discussion.after(tokens, at));
        if let Some(start) = noun {
            let scanner = Subjects { tokens, mentions, words, end: sentence.end };
            found.extend(scanner.read(start));
        }
    }
    if found.len() < 2 {
        return Vec::new();
    }
    found.into_iter().enumerate().map(|(index, span)| ((index + 1).to_string(), span)).collect()
}

struct Subjects<'a> {
    tokens: &'a [Token],
    mentions: &'a [Mention],
    words: &'a Vocabulary,
    end: usize,
}

impl Subjects<'_> {
    /// The subjects told after the word "discussions".
    fn read(&self, start: usize) -> Vec<Span> {
        let mut found = Vec::new();
        let mut open = None;
        let mut first = true;
        let mut at = start;
        while at < self.end {
            if let Some(next) = self.aside(at) {
                found.extend(open.take().and_then(|from| trimmed(self.tokens, from..at, self.words)));
                at = next;
            } else if let Some(next) = self.next_subject(at, first) {
                found.extend(open.take().and_then(|from| trimmed(self.tokens, from..at, self.words)));
                open = Some(next);
                first = false;
                at = next;
            } else {
                at += 1;
            }
        }
        found.extend(open.and_then(|from| trimmed(self.tokens, from..self.end, self.words)));
        found
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
            (at..=next).find_map(|from| self.mentions.iter().find(|mention| mention.tokens.0 == from));
        session.map(|mention| mention.tokens.1).or_else(|| topics.asides.after(self.tokens, at))
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

/// Papers to be produced: the noun with its article, after a verb that asks for it.
pub(super) fn products(tokens: &[Token], sentences: &[Range<usize>], words: &Vocabulary) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for sentence in sentences {
        let mut asked = None;
        let mut at = sentence.start;
        while at < sentence.end {
            let verb = words.products.verbs.after(tokens, at);
            if let Some(end) = verb.filter(|_| !action::is_noun(tokens, at, words)) {
                asked = Some(end);
                at = end;
            } else if let Some(end) = words.products.nouns.after(tokens, at) {
                let article = at > 0 && words.articles.after(tokens, at - 1) == Some(at);
                // "and to report": a verb after all.
                let verb = !article && at > 0 && words.verbs.links.after(tokens, at - 1) == Some(at);
                if !verb && asked.is_some_and(|from| at - from <= LONGEST_OBJECT) {
                    let start = at - usize::from(article);
                    found.push(Span::new(tokens[start].span.start, tokens[end - 1].span.end));
                    asked = None;
                }
                at = end;
            } else {
                at += 1;
            }
        }
    }
    found
}

/// The words of a range without the marks and joining words at its ends.
fn trimmed(tokens: &[Token], range: Range<usize>, words: &Vocabulary) -> Option<Span> {
    let Range { mut start, mut end } = range;
    let mark = |token: &Token| [",", ";", ":", "."].contains(&token.folded.as_str());
    while start < end && mark(&tokens[start]) {
        start += 1;
    }
    while start < end {
        let joining = words.and.iter().map(|(phrase, ())| phrase).find(|phrase| {
            end >= start + phrase.len() && after(tokens, end - phrase.len(), phrase) == Some(end)
        });
        match joining {
            Some(phrase) => end -= phrase.len(),
            None if mark(&tokens[end - 1]) => end -= 1,
            None => break,
        }
    }
    (start < end).then(|| Span::new(tokens[start].span.start, tokens[end - 1].span.end))
}
