//! Statements and their positions, which are worked on after their words were taken: what has changed since, and the statement
//! with the new words.

use std::collections::HashSet;
use std::ops::Range;

use crate::base::Id;
use crate::board::statement::{Agenda, Composed, Occasion, Omission, Taking, omission, said};
use crate::model::Language;
use crate::workspace::statement::{self, ParagraphKind, Statement, paragraph_sums, paragraphs};
use crate::workspace::{LeftOutKind, Note, Notebook, Position, Release, RestrictedTexts};

/// Positions that say something else than a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Staleness {
    /// Positions whose words it uses and that say something else by now, or were replaced.
    pub changed: Vec<Id>,
    /// Positions on its occasion whose words could be taken and are not in it.
    pub new: Vec<Id>,
}

impl Staleness {
    /// Whether it says what its positions say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.new.is_empty()
    }
}

/// The positions of a statement that say something else than when their words were taken, or were replaced since. Nothing is
/// known of positions that were entered by hand.
#[must_use]
pub fn changed_positions(statement: &Statement<'_>, positions: &Notebook, preferred: Language) -> Vec<Id> {
    let language = statement.language.unwrap_or(preferred);
    let is_changed = |position: &Note| {
        let position = Position::of(position);
        let taken = statement.taken.get(&position.note.id);
        omission(&position) == Some(Omission::Superseded)
            || taken.is_some_and(|taken| *taken != paragraph_sums(&said(&position, language)))
    };
    let used = statement.uses.iter().filter_map(|id| positions.get(*id));
    used.filter(|position| is_changed(position)).map(|position| position.id).collect()
}

impl Agenda<'_> {
    /// What the positions on the occasion of a statement say that it does not. A delivered statement is what was said: nothing.
    #[must_use]
    pub fn staleness(
        &self,
        statement: &Statement<'_>,
        positions: &Notebook,
        preferred: Language,
    ) -> Staleness {
        if statement.is_delivered() {
            return Staleness::default();
        }
        let occasion = occasion(statement.note);
        let (marked, used) = (RestrictedTexts::of(positions), used(statement));
        let is_new = |position: &Position<'_>| {
            !used.contains(&position.note.id) && omission(position).is_none() && !marked.count(position.note)
        };
        let all = self.positions(positions, &occasion).into_iter().map(|(position, _)| position);
        Staleness {
            changed: changed_positions(statement, positions, preferred),
            new: all.filter(is_new).map(|position| position.note.id).collect(),
        }
    }

    /// How many restricted positions on the occasion of a statement are not in it.
    #[must_use]
    pub fn restricted_positions_missing(&self, statement: &Statement<'_>, positions: &Notebook) -> usize {
        let (marked, used) = (RestrictedTexts::of(positions), used(statement));
        let missing = |position: &Position<'_>| {
            !used.contains(&position.note.id) && omission(position).is_none() && marked.count(position.note)
        };
        let all = self.positions(positions, &occasion(statement.note));
        all.into_iter().filter(|(position, _)| missing(position)).count()
    }

    /// A statement with what its positions say now: the words of those that changed in the place of those taken before, and
    /// those of new ones at the end. Paragraphs that were changed in the statement stay, and the new words come at the end. It
    /// is the same if nothing was taken; `uses` of the second value says what was.
    #[must_use]
    pub fn renewed(
        &self,
        note: &Note,
        positions: &Notebook,
        release: Release,
        preferred: Language,
    ) -> (Note, Composed) {
        let statement = Statement::of(note);
        let language = statement.language.unwrap_or(preferred);
        let mut renewed = note.clone();
        let taking = Taking { used: &statement.uses, release, language };
        let mut composed = self.compose(positions, &occasion(note), taking);
        let marked = RestrictedTexts::of(positions);
        let changed = changed_positions(&statement, positions, preferred);
        for position in changed.iter().filter_map(|id| positions.get(*id)) {
            let is_superseded = omission(&Position::of(position)) == Some(Omission::Superseded);
            let restricted = marked.count(position);
            if restricted && !is_superseded && !release.restricted && !note.restricted {
                composed.left_out.add(LeftOutKind::of(position));
                continue;
            }
            let old = statement.taken.get(&position.id).map(Vec::as_slice).unwrap_or_default();
            let words = if is_superseded { String::new() } else { said(&Position::of(position), language) };
            renewed.text = replaced(&renewed.text, old, &words);
            composed.restricted |= restricted && !is_superseded;
            match is_superseded {
                true => statement::remove_uses(&mut renewed, &[position.id]),
                false => composed.taken.push((position.id, paragraph_sums(&words))),
            }
            composed.uses.push(position.id);
        }
        let new: Vec<Id> = composed.uses.iter().filter(|id| !changed.contains(id)).copied().collect();
        statement::take_up(&mut renewed, &composed.text, &new, composed.restricted);
        statement::record_taken(&mut renewed, composed.taken.clone());
        (if composed.uses.is_empty() { note.clone() } else { renewed }, composed)
    }
}

/// The positions of a statement, to be looked up often.
fn used(statement: &Statement<'_>) -> HashSet<Id> {
    statement.uses.iter().copied().collect()
}

fn occasion(note: &Note) -> Occasion {
    Occasion { item: note.item.clone(), session: note.session }
}

/// A text with words in the place of the first paragraph with one of these checksums, and without the others; at the end if it
/// has none of them.
fn replaced(text: &str, sums: &[String], words: &str) -> String {
    let is_old = |words: &str| paragraph_sums(words).first().is_some_and(|sum| sums.contains(sum));
    let all = paragraphs(text).into_iter();
    let old = all.filter(|one| one.kind == ParagraphKind::Words && is_old(&text[one.range.clone()]));
    let old: Vec<Range<usize>> = old.map(|paragraph| paragraph.range).collect();
    if old.is_empty() {
        return statement::with_added(text, words);
    }
    let mut written = text.to_owned();
    for (nth, range) in old.iter().enumerate().rev() {
        let words = if nth == 0 { words } else { "" };
        // Without words, the empty lines behind the paragraph go too.
        let behind = written[range.end..].len() - written[range.end..].trim_start_matches('\n').len();
        let end = if words.is_empty() { range.end + behind } else { range.end };
        written.replace_range(range.start..end, words);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_take_the_place_of_those_taken_before() {
        let sums = paragraph_sums("We agree.\n\nFor long.");
        let text = "Thank you.\n\nWe agree.\n\nFor long.\n\nGoodbye.\n";
        assert_eq!(replaced(text, &sums, "We insist."), "Thank you.\n\nWe insist.\n\nGoodbye.\n");
        assert_eq!(replaced(text, &sums, ""), "Thank you.\n\nGoodbye.\n");
        assert_eq!(replaced("Thank you.\n", &sums, "We insist."), "Thank you.\n\nWe insist.");
        // What was changed in the statement stays.
        assert_eq!(replaced("We agree!\n\nFor long.", &sums, "We insist."), "We agree!\n\nWe insist.");
    }
}
