//! The line in which an intervention is typed while somebody speaks.
//!
//! ```text
//!  Égypte au nom du Groupe arabe ? E.2 qui paie
//!  └name─┘          └behalf────┘ │ │   └words─┘
//!                           stance passage
//! ```
//!
//! Several names are several interventions. What is read of a line and its words together are the whole line: nothing that
//! was typed is lost.

use super::cursor::Cursor;
use super::{Stance, names, passage};
use crate::language::InterventionWords;
use crate::language::token::Phrase;
use crate::model::{Delegations, Reference};

/// The name of a delegation as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedName {
    /// The name.
    pub typed: String,
    /// The ids of the delegations it may mean, the likeliest first; empty if nobody has this name.
    pub ids: Vec<String>,
}

impl TypedName {
    /// What is stored: the id of the delegation; the name as typed if nobody has it, or if several have it, unless it is
    /// the id of a less likely one.
    #[must_use]
    pub fn stored(&self) -> &str {
        match &self.ids[..] {
            [] => &self.typed,
            [first] => first,
            [first, others @ ..] if first == &self.typed || others.contains(&self.typed) => first,
            _ => &self.typed,
        }
    }

    /// Whether it may mean several delegations.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        self.ids.len() > 1
    }
}

/// A passage as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedPassage {
    /// What was typed.
    pub typed: String,
    /// The passages it may mean, the likeliest first; never empty.
    pub candidates: Vec<Reference>,
}

/// What was understood of a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InterventionLine {
    /// Who spoke; several names are several interventions, and none is a line that names nobody.
    pub speakers: Vec<TypedName>,
    /// For whom they spoke.
    pub on_behalf_of: Vec<TypedName>,
    /// Whether it is a right of reply.
    pub is_reply: bool,
    /// Their stance, by a sign or by a word.
    pub stance: Option<Stance>,
    /// Whether the sign of the stance is doubled.
    pub strongly: bool,
    /// The passage the line names, if any.
    pub passage: Option<TypedPassage>,
    /// The beginning of the line, up to the words. With the words it is the whole line.
    pub head: String,
    /// What they said, as typed.
    pub words: String,
}

/// What a line is read with.
#[derive(Clone, Copy)]
pub struct LineReader<'a> {
    /// The delegations by their names.
    pub delegations: &'a Delegations,
    /// The words of the line.
    pub words: &'a InterventionWords,
    /// The passages of the library that a typed reference may mean, the likeliest first.
    pub passages: &'a dyn Fn(&str) -> Vec<Reference>,
}

/// A stance given by a word.
struct Said {
    stance: Stance,
    /// The byte offset after the phrase.
    end: usize,
}

impl LineReader<'_> {
    /// Reads a line; whatever is typed, this succeeds.
    #[must_use]
    pub fn read(&self, line: &str) -> InterventionLine {
        let start = Cursor::new(line).after_spaces();
        let mut read = InterventionLine::default();
        let mut at = start;
        (read.speakers, at) = names::speakers(self, at);
        let mut dash = false;
        while let Some(next) = self.part(at, &mut read, &mut dash) {
            at = next;
        }
        if !read.speakers.is_empty() {
            at = at.mark(&[':', ',', ';']).unwrap_or(at);
        }
        at = at.after_spaces();
        self.said(at, &mut read, dash);
        line[..at.at].clone_into(&mut read.head);
        at.rest().clone_into(&mut read.words);
        read
    }

    /// The stance that a whole text expresses, by its sign, its word or its stable name, and whether its sign is doubled.
    #[must_use]
    pub fn stance(&self, text: &str) -> Option<(Stance, bool)> {
        let shown = Stance::ALL.into_iter().find(|stance| stance.name() == text || stance.sign() == text);
        let signed = Stance::signed(text).filter(|(.., length)| *length == text.len());
        let word = || self.stance_word(Cursor::new(text)).map(|said| (said.stance, false));
        shown
            .map(|stance| (stance, false))
            .or(signed.map(|(stance, strongly, _)| (stance, strongly)))
            .or_else(word)
    }

    /// Reads one part between the names and the words: for whom, right of reply, stance or passage; `None` if none follows.
    fn part<'l>(&self, at: Cursor<'l>, read: &mut InterventionLine, dash: &mut bool) -> Option<Cursor<'l>> {
        let named = !read.speakers.is_empty();
        if named && let Some(next) = names::behalf(self, at, &mut read.on_behalf_of) {
            return Some(next);
        }
        if named
            && !read.is_reply
            && let Some(next) = self.reply(at)
        {
            read.is_reply = true;
            return Some(next);
        }
        let here = if named { at.mark(&[':', ',', ';']).unwrap_or(at).after_spaces() } else { at };
        if read.stance.is_none()
            && let Some((stance, strongly, length)) = self.sign(here, named)
        {
            (read.stance, read.strongly) = (Some(stance), strongly);
            *dash = stance == Stance::Opposes && !strongly;
            return Some(here.after(length));
        }
        if read.passage.is_none()
            && let Some((found, next)) = passage::at(self, here.after_spaces())
        {
            read.passage = Some(found);
            return Some(next);
        }
        None
    }

    /// The sign at a place. Where nobody is named before it, a number after it makes it an amount, not a stance.
    fn sign(&self, at: Cursor<'_>, named: bool) -> Option<(Stance, bool, usize)> {
        let at = at.after_spaces();
        let (stance, strongly, length) = Stance::signed(at.rest())?;
        let follows = at.after(length).next();
        let is_amount = follows.is_some_and(|c| c.is_ascii_digit()) && !named;
        let is_question = stance == Stance::Asks && !named;
        let spaces = at.at - at.line[..at.at].trim_end().len();
        (!is_amount && !is_question).then_some((stance, strongly, length)).filter(|_| {
            // A hyphen between two words belongs to them.
            spaces > 0
                || at.at == 0
                || stance != Stance::Opposes
                || follows.is_none_or(|c| !c.is_alphabetic())
        })
    }

    /// The place after a right of reply, which may stand in parentheses or after a comma.
    fn reply<'l>(&self, at: Cursor<'l>) -> Option<Cursor<'l>> {
        let at = at.mark(&[',']).unwrap_or(at).after_spaces();
        if let Some(inside) = at.mark(&['(']) {
            return inside.phrase(&self.words.reply)?.mark(&[')']);
        }
        at.phrase(&self.words.reply)
    }

    /// Reads the stance from the first of the words, and the passage after it; the words stay whole. A word counts more than
    /// a dash, which may be only a mark between name and words.
    fn said(&self, at: Cursor<'_>, read: &mut InterventionLine, dash: bool) {
        let said = self.stance_word(at);
        if let Some(said) = said.as_ref().filter(|_| read.stance.is_none() || dash) {
            read.stance = Some(said.stance);
        }
        let from = said.map_or(at, |said| Cursor { at: said.end, ..at });
        if read.passage.is_none() && from.at > at.at {
            read.passage = passage::soon(self, from);
        }
        if read.stance.is_none() && !read.speakers.is_empty() && at.rest().trim_end().ends_with('?') {
            read.stance = Some(Stance::Asks);
        }
    }

    /// The stance that the word at a place expresses.
    fn stance_word(&self, at: Cursor<'_>) -> Option<Said> {
        let longest = |phrases: &[Phrase]| at.phrase(phrases).map(|next| next.at);
        let mut best: Option<Said> = None;
        for words in &self.words.stances {
            let Some(stance) = Stance::from_name(&words.stance) else { continue };
            let alone = longest(&words.alone).filter(|end| {
                let rest = at.line[*end..].trim_start();
                rest.chars().next().is_none_or(|c| !c.is_alphanumeric() && !"«\"“'’(".contains(c))
            });
            for end in longest(&words.forms).into_iter().chain(alone) {
                if best.as_ref().is_none_or(|best| end > best.end) {
                    best = Some(Said { stance, end });
                }
            }
        }
        best
    }

    /// Whether a stance word begins at a place.
    pub(super) fn is_stance_word(&self, at: Cursor<'_>) -> bool {
        self.stance_word(at).is_some()
    }

    /// Whether a passage begins at a place.
    pub(super) fn is_passage(&self, at: Cursor<'_>) -> bool {
        passage::at(self, at).is_some()
    }
}
