//! Reading: from the steps of a document to its follow-ups.

use std::cell::OnceCell;

use crate::base::Span;
use crate::calendar::{Anchor, AssemblySessions, Calendar, Edge, Relative, solve};
use crate::cite::Aliases;
use crate::followup::cited::{self, CitesByBlock};
use crate::followup::request::RequestKind;
use crate::followup::{
    Cite, Deadline, FollowUp, FollowUpSource, FollowUpVocabulary, Quote, Topic, action, clause, deadline,
    product, request, session, topic,
};
use crate::followup::{adoption, assembly};
use crate::language::FollowUpWords;
use crate::language::token::{Token, tokens};
use crate::model::{Address, Block, BlockKind, Document, DocumentKind, Place, Process};

/// The follow-ups of a document: one for each recommended next step, in order; of a resolution also those of
/// its operative paragraphs.
#[must_use]
pub fn read(
    document: &Document,
    process: Option<&Process>,
    vocabulary: &FollowUpVocabulary,
) -> Vec<FollowUp> {
    let words = vocabulary.get(document.language);
    let reader =
        FollowUpReader { document, process, words, cited: OnceCell::new(), adopted: OnceCell::new() };
    let steps = document.of_kind(BlockKind::NextStep);
    let mut found: Vec<FollowUp> = steps
        .filter_map(|(at, block)| match &block.address.place {
            Place::Step(section, path) if path.len() == 1 => Some(reader.step(at, section, path)),
            _ => None,
        })
        .collect();
    if let (DocumentKind::Resolution, Some(words)) = (document.kind, words) {
        for (at, block) in document.of_kind(BlockKind::Operative) {
            match &block.address.place {
                Place::Operative(path) if path.len() == 1 => found.extend(reader.operative(at, path, words)),
                _ => {}
            }
        }
    }
    found
}

/// A document being read. What most documents have no need of is read when it is first asked for.
struct FollowUpReader<'a> {
    document: &'a Document,
    process: Option<&'a Process>,
    /// None where nothing is known of the language.
    words: Option<&'a FollowUpWords>,
    cited: OnceCell<CitesByBlock>,
    adopted: OnceCell<Option<adoption::Adoption>>,
}

impl FollowUpReader<'_> {
    fn empty(&self, block: &Block, section: &[String], path: &[String]) -> FollowUp {
        FollowUp {
            source: FollowUpSource::of(self.document, &block.address),
            step: block.address.clone(),
            section: section.to_vec(),
            number: path.join("/"),
            request: None,
            actors: Vec::new(),
            verb: None,
            reporting: None,
            force: None,
            voluntary: None,
            sessions: Vec::new(),
            session_words: Vec::new(),
            deadline: None,
            further: Vec::new(),
            topics: Vec::new(),
            products: Vec::new(),
            cites: Vec::new(),
            notes: Vec::new(),
        }
    }

    fn step(&self, at: usize, section: &[String], path: &[String]) -> FollowUp {
        let block = &self.document.blocks[at];
        let mut followup = self.empty(block, section, path);
        let parts = parts(self.document, at);
        followup.cites = self.cites(at, &parts);
        followup.notes = cited::notes(block);
        if let Some(words) = self.words {
            self.fill(&mut followup, block, &tokens(&block.text), words);
            let parts: Vec<Topic> = parts.iter().map(|at| self.part(*at, words)).collect();
            self.subordinate(&mut followup, &parts, words);
            if !parts.is_empty() {
                followup.topics = parts;
            }
        }
        followup
    }

    /// The requests of an operative paragraph, read in the same way: one follow-up for each, so that a paragraph
    /// that invites States and requests the Secretary-General is two; nothing where it asks nobody.
    fn operative(&self, at: usize, path: &[String], words: &FollowUpWords) -> Vec<FollowUp> {
        let block = &self.document.blocks[at];
        let parts = parts(self.document, at);
        let mut read: Vec<FollowUp> = request::requests(&block.text, words)
            .into_iter()
            .map(|request| {
                let mut followup = self.empty(block, &[], path);
                followup.cites = self.cites(at, &[]);
                followup.cites.retain(|cite| request.span.contains(&cite.span.start));
                self.fill(&mut followup, block, &request.tokens, words);
                if !request.purpose.is_empty() {
                    name_sessions(&mut followup, &block.text, &self.mentions(&request.purpose, words));
                }
                if request.kind == RequestKind::Decides {
                    followup.actors.clear();
                }
                (followup, request.kind)
            })
            // What the author decides is to be done by a day, or it is done by deciding it.
            .filter(|(followup, kind)| match kind {
                RequestKind::Asks => !followup.actors.is_empty(),
                RequestKind::Decides | RequestKind::Rules => followup.deadline.is_some(),
            })
            .map(|(followup, _)| followup)
            .collect();
        if let Some(last) = read.last_mut() {
            last.notes = cited::notes(block);
            if !parts.is_empty() {
                last.cites.extend(self.cites_of(&parts));
                last.topics = parts.iter().map(|at| self.part(*at, words)).collect();
            }
        }
        let several = read.len() > 1;
        for (index, followup) in read.iter_mut().enumerate().filter(|_| several) {
            followup.request = u8::try_from(index + 1).ok();
        }
        read
    }

    /// What a passage and its sub-paragraphs point to.
    fn cites(&self, at: usize, parts: &[usize]) -> Vec<Cite> {
        let own = self.cites_of(&[at]);
        own.into_iter().chain(self.cites_of(parts)).collect()
    }

    fn cites_of(&self, blocks: &[usize]) -> Vec<Cite> {
        let cited = self.cited.get_or_init(|| CitesByBlock::new(self.document));
        blocks.iter().flat_map(|at| cited.of(*at)).collect()
    }

    /// A sub-paragraph as a topic, without what joins it to the next.
    fn part(&self, at: usize, words: &FollowUpWords) -> Topic {
        let block = &self.document.blocks[at];
        let tokens = tokens(&block.text);
        let span = topic::trimmed(&tokens, 0..tokens.len(), words);
        let span = span.unwrap_or_else(|| Span::new(0, block.text.len()));
        Topic {
            label: block.address.last().unwrap_or_default().to_owned(),
            address: block.address.clone(),
            span,
            text: span.of(&block.text).to_owned(),
            language: self.document.language,
        }
    }

    /// Reads the tokens of a passage, or of the part of it that is one request.
    fn fill(&self, followup: &mut FollowUp, block: &Block, tokens: &[Token], words: &FollowUpWords) {
        let text = block.text.as_str();
        let tokens = &clause::without_recalled(text, tokens, words);
        let sentences = clause::sentences(text, tokens, words);
        if let Some(action) = action::find(text, tokens, &sentences, words) {
            (followup.actors, followup.verb) = (action.actors, Some(action.verb));
            followup.force = Some(action.force);
        }
        let quote = |span: Span| Quote::new(text, span);
        followup.voluntary = action::first_phrase(tokens, &words.voluntary).map(quote);
        followup.reporting = action::reporting(tokens, words).map(quote);
        let mentions = self.mentions(tokens, words);
        name_sessions(followup, text, &mentions);
        let source = DeadlineText { text, start: 0, address: &block.address };
        self.limits(followup, tokens, source, words);
        followup.products = product::products(tokens, &sentences, words).into_iter().map(quote).collect();
        let lettered = topic::lettered(text, tokens, &sentences, words);
        let subjects = if !lettered.is_empty() || followup.sessions.is_empty() {
            lettered
        } else {
            topic::discussed(tokens, &sentences, &mentions, words)
        };
        let topic = |(label, span): (String, Span)| Topic {
            label,
            address: block.address.clone(),
            span,
            text: span.of(text).to_owned(),
            language: self.document.language,
        };
        followup.topics = subjects.into_iter().map(topic).collect();
    }

    /// What sub-paragraphs of their own add: sessions and deadlines.
    fn subordinate(&self, followup: &mut FollowUp, parts: &[Topic], words: &FollowUpWords) {
        for part in parts {
            let tokens = tokens(&part.text);
            let mentions = self.mentions(&tokens, words);
            followup.sessions.extend(mentions.iter().flat_map(|mention| &mention.numbers));
            let source = DeadlineText { text: &part.text, start: part.span.start, address: &part.address };
            self.limits(followup, &tokens, source, words);
        }
        followup.sessions.sort_unstable();
        followup.sessions.dedup();
    }

    /// Whether sessions without the name of a body are those of a group: in its reports, not in a resolution about anything.
    fn is_of_group(&self) -> bool {
        self.process.is_some() || self.document.kind != DocumentKind::Resolution
    }

    /// The sessions of the group that a text names. In a resolution these are sessions of a body that it names: of a known group, if
    /// the resolution is about the subject of that.
    fn mentions(&self, tokens: &[Token], words: &FollowUpWords) -> Vec<session::SessionMention> {
        let mut found = session::mentions(tokens, &words.sessions);
        found.retain(|mention| self.is_of_group() || self.names_group(tokens, mention.tokens.clone(), words));
        found
    }

    /// Whether the name of a group is before or after a range of tokens.
    fn names_group(&self, tokens: &[Token], range: std::ops::Range<usize>, words: &FollowUpWords) -> bool {
        const FAR: usize = 10;
        let names = &words.sessions;
        let before = || {
            let near = (range.start.saturating_sub(FAR)..=range.start).rev();
            near.clone().any(|end| names.groups.before(tokens, end).is_some())
        };
        let named = names.of_groups.after(tokens, range.end).is_some() || before();
        named && Aliases::bundled().speak_in(self.document)
    }

    /// Adds the deadlines that a text names. What was past when the document was adopted is none.
    fn limits(
        &self,
        followup: &mut FollowUp,
        tokens: &[Token],
        source: DeadlineText<'_>,
        words: &FollowUpWords,
    ) {
        let own = assembly::adopting_session(&self.document.symbol);
        for mut found in deadline::find(source.text, tokens, words, own) {
            let end = tokens.partition_point(|token| token.span.start < found.span.end);
            let start = tokens.partition_point(|token| token.span.start < found.span.start);
            let of_session = matches!(
                found.relative,
                Some(
                    Relative::Session { .. }
                        | Relative::Lapse { anchor: Anchor::BeforeSession(_) | Anchor::AfterSession(_), .. }
                )
            );
            if of_session && !self.is_of_group() && !self.names_group(tokens, start..end, words) {
                continue;
            }
            if let (Some(Relative::Assembly { number, edge: edge @ Edge::Start }), Some(adopted)) =
                (&mut found.relative, self.document.date)
                && AssemblySessions::bundled().opening(*number).is_some_and(|opening| opening <= adopted)
            {
                *edge = Edge::End;
            }
            self.limit(followup, found, source, words);
        }
    }

    /// Adds a deadline that a passage names.
    fn limit(
        &self,
        followup: &mut FollowUp,
        limit: deadline::Limit,
        source: DeadlineText<'_>,
        words: &FollowUpWords,
    ) {
        let (date, basis) = limit.relative.map_or((None, None), |relative| {
            let adoption = relative.counts_from_adoption().then(|| self.adopted(words)).flatten();
            let (date, basis) = solve(relative, &Calendar { process: self.process, adoption });
            (date, Some(basis))
        });
        if date.zip(self.document.date).is_some_and(|(date, adopted)| date < adopted) {
            return;
        }
        let found = Deadline {
            text: limit.span.of(source.text).to_owned(),
            address: source.address.clone(),
            span: Span::new(limit.span.start + source.start, limit.span.end + source.start),
            date,
            basis,
        };
        match followup.deadline {
            None => followup.deadline = Some(found),
            Some(_) => followup.further.push(found),
        }
    }

    fn adopted(&self, words: &FollowUpWords) -> Option<adoption::Adoption> {
        self.adopted.get_or_init(|| adoption::find(self.document, words)).clone()
    }
}

/// The text a deadline is read from: the step itself, or one of its sub-paragraphs.
#[derive(Clone, Copy)]
struct DeadlineText<'a> {
    text: &'a str,
    /// Where this text begins in that of its passage.
    start: usize,
    address: &'a Address,
}

/// Adds the sessions that are mentioned in the text of the step.
fn name_sessions(followup: &mut FollowUp, text: &str, mentions: &[session::SessionMention]) {
    for mention in mentions {
        let words = Quote::new(text, mention.span);
        if !followup.session_words.contains(&words) {
            followup.session_words.push(words);
            followup.sessions.extend(&mention.numbers);
        }
    }
    followup.sessions.sort_unstable();
    followup.sessions.dedup();
}

/// The sub-paragraphs of a step that are passages of their own, by their index among the blocks.
fn parts(document: &Document, at: usize) -> Vec<usize> {
    let step = &document.blocks[at].address;
    let below = (at + 1..document.blocks.len()).take_while(|at| step.covers(&document.blocks[*at].address));
    below.filter(|at| document.blocks[*at].address.parent().as_ref() == Some(step)).collect()
}
