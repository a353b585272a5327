//! Documents to be produced: "a background paper", "un document d’information".

use std::ops::Range;

use crate::base::Span;
use crate::followup::verb::is_noun;
use crate::language::FollowUpWords;
use crate::language::token::{Token, TokenKind};

/// The most words between the verb that asks for a new document and the document: "to submit to the General Assembly, at its
/// eightieth session, a report".
const FARTHEST_NEW: usize = 26;
/// And one that is known already: "to finalize the checklist". Farther off it is somebody else's.
const FARTHEST_KNOWN: usize = 8;
/// The most adjectives between the article and the noun.
const MOST_ADJECTIVES: usize = 3;

/// The documents of a step: the noun with its article and what is between them, after a verb that asks for it or
/// before one that is passive.
pub(super) fn products(tokens: &[Token], sentences: &[Range<usize>], words: &FollowUpWords) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for sentence in sentences {
        let reader = Papers { tokens, words, start: sentence.start };
        let mut asked = None;
        let mut at = sentence.start;
        while at < sentence.end {
            let verb = words.products.verbs.after(tokens, at).filter(|_| !is_noun(tokens, at, words));
            if let Some(idiom) = words.products.idioms.after(tokens, at) {
                at = idiom;
            } else if let Some(end) = verb {
                asked = Some(end);
                at = end;
            } else if let Some(end) = words.products.nouns.after(tokens, at) {
                let paper = reader.paper(at);
                let opens = paper.start == sentence.start || tokens[paper.start - 1].is(",");
                let passive = paper.is_new
                    && (reader.is_to_be_made(end) || (opens && reader.is_made(end..sentence.end)));
                let joined = words.and.iter().any(|(and, ())| {
                    let join = paper.start.checked_sub(and.len());
                    join.is_some_and(|join| words.and.after(tokens, join) == Some(paper.start))
                });
                let after_another =
                    found.last().is_some_and(|last| last.start >= tokens[sentence.start].span.start);
                let asked_for = asked.is_some_and(|from| reader.is_object(&paper, from))
                    || (after_another && joined && paper.is_new && paper.has_article);
                if passive || (asked_for && paper.can_stand) {
                    found.push(Span::new(tokens[paper.start].span.start, tokens[end - 1].span.end));
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

struct Papers<'a> {
    tokens: &'a [Token],
    words: &'a FollowUpWords,
    start: usize,
}

/// A noun that names a document, with what is before it.
struct Paper {
    start: usize,
    /// Whether it has an article that is no preposition (« de listes »).
    has_article: bool,
    /// Whether it is spoken of for the first time: "a report", "reports".
    is_new: bool,
    /// Whether the word is really a noun here; in "and to report" it is a verb.
    can_stand: bool,
}

impl Papers<'_> {
    /// Whether a paper is what a verb asks for; one that is known already must not be led in ("on the basis of the
    /// mapping").
    fn is_object(&self, paper: &Paper, asked: usize) -> bool {
        let led = |at: usize| self.words.prepositions.after(self.tokens, at).is_some();
        let distance = paper.start.saturating_sub(asked);
        let led_in = (asked..paper.start).any(led);
        distance <= if paper.is_new { FARTHEST_NEW } else { FARTHEST_KNOWN } && (paper.is_new || !led_in)
    }

    fn paper(&self, noun: usize) -> Paper {
        let (tokens, words) = (self.tokens, self.words);
        let small = [&words.prepositions, &words.and, &words.verbs.links, &words.products.verbs];
        let mut article = None;
        for before in (self.start.max(noun.saturating_sub(MOST_ADJECTIVES + 1))..noun).rev() {
            if words.articles.after(tokens, before) == Some(before + 1) {
                article = Some(before);
                break;
            }
            let adjective = matches!(tokens[before].kind, TokenKind::Word) || tokens[before].is("-");
            if !adjective || small.iter().any(|small| small.after(tokens, before).is_some()) {
                break;
            }
        }
        let start = article.unwrap_or(noun);
        let is_verb =
            article.is_none() && noun > 0 && words.verbs.links.after(tokens, noun - 1) == Some(noun);
        let new = article.is_none_or(|article| words.products.indefinite.after(tokens, article).is_some());
        let bare = article.is_none() && words.products.indefinite.after(tokens, noun).is_none();
        Paper {
            start,
            has_article: article.is_some_and(|article| words.verbs.links.after(tokens, article).is_none()),
            is_new: new,
            can_stand: !is_verb && (words.products.bare || !bare),
        }
    }

    /// "a questionnaire to be issued by the Secretariat".
    fn is_to_be_made(&self, end: usize) -> bool {
        let passive = self.words.verbs.links.after(self.tokens, end);
        let passive = passive.and_then(|at| self.words.verbs.passives.after(self.tokens, at));
        passive.is_some_and(|at| self.words.products.made.after(self.tokens, at).is_some())
    }

    /// "… shall be prepared by the Chair": what is before is made.
    fn is_made(&self, rest: Range<usize>) -> bool {
        let passive = rest.clone().find_map(|at| self.words.verbs.passives.after(self.tokens, at));
        let Some(at) = passive.map(|at| self.words.verbs.skip_adverbs(self.tokens, at)) else { return false };
        rest.contains(&at) && self.words.products.made.after(self.tokens, at).is_some()
    }
}
