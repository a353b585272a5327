//! What counts as restricted although it has no mark: another version of a restricted text, a statement made of restricted
//! positions, and a remark of the tracker that repeats restricted words.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, FixedOffset};

use crate::base::Id;
use crate::base::text::fold;
use crate::workspace::release::internal_words;
use crate::workspace::{
    Act, Action, Contents, Kind, Mark, Note, Notebook, Release, RemarkAccess, Statement, Tracker,
};

/// So many words in a row that are in a restricted text too are a repetition.
const RUN: usize = 5;
/// A restricted text of fewer words is repeated by all of its words in a row, if it has at least so many.
const FEWEST: usize = 2;

/// Whether a text counts as restricted: because of its mark, because another version of it has the mark, or because it is a
/// statement with words of a restricted position. `texts` are those of its kind.
#[must_use]
pub fn counts_as_restricted(note: &Note, texts: &Notebook, positions: &Notebook) -> bool {
    let is_marked =
        note.restricted || texts.notes().any(|other| other.restricted && are_versions(note, other));
    if is_marked || note.kind != Kind::Statement {
        return is_marked;
    }
    let marked = RestrictedTexts::of(positions);
    let is_position_marked = |id| positions.get(id).is_some_and(|position| marked.count(position));
    Statement::of(note).uses.into_iter().any(is_position_marked)
}

/// The restricted text because of which a text without the mark counts as restricted: another version of it, or a position it
/// uses. `None` if it has the mark, or does not count as restricted.
#[must_use]
pub fn restricted_because_of<'a>(note: &Note, contents: &'a Contents) -> Option<&'a Note> {
    if note.restricted {
        return None;
    }
    let version_in = |note: &Note, texts: &'a Notebook| {
        texts.notes().find(|other| other.restricted && are_versions(note, other))
    };
    let marked = |id: Id| {
        let position = contents.positions.get(id)?;
        if position.restricted { Some(position) } else { version_in(position, &contents.positions) }
    };
    let used = if note.kind == Kind::Statement { Statement::of(note).uses } else { Vec::new() };
    version_in(note, contents.of(note.kind)).or_else(|| used.into_iter().find_map(marked))
}

/// Whether two texts are versions of one: after a conflict each has an id of its own, and both keep when and by whom they
/// were begun. Two texts that were begun by one author within the same moment are versions only if they are on the same passage
/// and share words.
fn are_versions(one: &Note, other: &Note) -> bool {
    let begun = |note: &Note| (note.kind, note.at.timestamp(), note.id);
    let ((kind, at, id), (other_kind, other_at, other_id)) = (begun(one), begun(other));
    if (kind, at) != (other_kind, other_at) || id == other_id || one.author != other.author {
        return false;
    }
    let is_alike = || one.anchor == other.anchor && share_half(&words(&one.text), &words(&other.text));
    id.millis().abs_diff(other_id.millis()) >= 1000 || is_alike()
}

/// Whether at least half of the words of the shorter list are in the other one.
fn share_half(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let known: HashSet<&String> = long.iter().collect();
    let shared = short.iter().filter(|word| known.contains(word)).count();
    shared > 0 && shared * 2 >= short.len()
}

/// The words of a text, for comparison: in lower case, without accents and punctuation.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The restricted texts of a kind, by which many texts are judged one after another.
pub struct RestrictedTexts<'a>(Begun<'a>);

impl<'a> RestrictedTexts<'a> {
    /// Those among the texts of a kind.
    #[must_use]
    pub fn of(texts: &'a Notebook) -> Self {
        Self(Begun::of(texts))
    }

    /// Whether a text of the kind counts as restricted: because of its mark, or because another version of it has the mark.
    #[must_use]
    pub fn count(&self, note: &Note) -> bool {
        note.restricted || self.0.has_version_of(note)
    }
}

impl Release {
    /// The contents of a workspace as they count when something of them leaves: marked is also what counts as restricted
    /// without a mark. If everything may leave, they are as they are.
    #[must_use]
    pub fn judged(self, contents: &Contents) -> Cow<'_, Contents> {
        if self.restricted {
            return Cow::Borrowed(contents);
        }
        let mut judged = contents.clone();
        let marked = Kind::ALL.map(|kind| (kind, Begun::of(contents.of(kind))));
        for (kind, begun) in &marked {
            let texts = contents.of(*kind).notes();
            for note in texts.filter(|note| !note.restricted && begun.has_version_of(note)) {
                judged.notebooks().of(*kind).add(restricted(note));
            }
        }
        let positions = judged.positions.clone();
        let made_of = |note: &&Note| {
            let is_restricted = |id| positions.get(id).is_some_and(|position: &Note| position.restricted);
            !note.restricted && Statement::of(note).uses.into_iter().any(is_restricted)
        };
        let statements: Vec<Note> = judged.statements.notes().filter(made_of).map(restricted).collect();
        statements.into_iter().for_each(|note| drop(judged.statements.add(note)));
        judged.tracker = RestrictedWords::of(&judged).judged(&contents.tracker);
        Cow::Owned(judged)
    }
}

fn restricted(note: &Note) -> Note {
    Note { restricted: true, ..note.clone() }
}

/// The restricted texts of a kind by when they were begun.
struct Begun<'a>(HashMap<DateTime<FixedOffset>, Vec<&'a Note>>);

impl<'a> Begun<'a> {
    fn of(texts: &'a Notebook) -> Self {
        let mut begun: HashMap<_, Vec<&Note>> = HashMap::new();
        texts.notes().filter(|note| note.restricted).for_each(|note| {
            begun.entry(second(note)).or_default().push(note);
        });
        Self(begun)
    }

    fn has_version_of(&self, note: &Note) -> bool {
        self.0.get(&second(note)).into_iter().flatten().any(|other| are_versions(note, other))
    }
}

/// When a text was begun, to the second.
fn second(note: &Note) -> DateTime<FixedOffset> {
    let fraction = i64::from(note.at.timestamp_subsec_nanos());
    note.at - chrono::TimeDelta::nanoseconds(fraction)
}

/// The words that may not leave, in runs.
#[derive(Debug, Default)]
struct RestrictedWords {
    runs: HashSet<Vec<String>>,
    /// The numbers of words that the runs have.
    lengths: HashSet<usize>,
}

impl RestrictedWords {
    /// Those of restricted notes, positions and amendments, of what is internal in positions, and of restricted remarks.
    /// Statements are made of positions and of agreed words, which everybody may repeat.
    fn of(contents: &Contents) -> Self {
        let mut found = Self::default();
        for kind in [Kind::Note, Kind::Position, Kind::Amendment] {
            for note in contents.of(kind).notes() {
                match note.restricted {
                    true => found.add(&note.text),
                    false => internal_words(note).iter().for_each(|text| found.add(text)),
                }
            }
        }
        for mark in contents.tracker.acts().filter_map(mark) {
            if mark.access == RemarkAccess::Restricted {
                mark.remark.iter().for_each(|remark| found.add(remark));
            }
        }
        found
    }

    fn add(&mut self, text: &str) {
        let words = words(text);
        let length = words.len().min(RUN);
        if length >= FEWEST {
            self.lengths.insert(length);
            self.runs.extend(words.windows(length).map(<[String]>::to_vec));
        }
    }

    fn are_in(&self, text: &str) -> bool {
        let words = words(text);
        let has = |length: &usize| words.windows(*length).any(|run| self.runs.contains(run));
        self.lengths.iter().any(has)
    }

    /// The same tracker; remarks that repeat restricted words are marked as restricted.
    fn judged(&self, tracker: &Tracker) -> Tracker {
        let judged = |act: &Act| match mark(act) {
            Some(mark)
                if mark.access == RemarkAccess::Open && mark.remark.iter().any(|text| self.are_in(text)) =>
            {
                let mark = Mark { access: RemarkAccess::Restricted, ..mark.clone() };
                Act { action: Action::Set(mark), ..act.clone() }
            }
            _ => act.clone(),
        };
        Tracker::new(tracker.acts().map(judged))
    }
}

fn mark(act: &Act) -> Option<&Mark> {
    match &act.action {
        Action::Set(mark) => Some(mark),
        Action::Undo { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use crate::workspace::{ActTarget, Status, position, statement};

    fn now(second: i64, chance: u8) -> Now {
        let instant = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap();
        Now::new(instant + chrono::TimeDelta::seconds(second), [chance; 10])
    }

    fn held(notes: &[&Note]) -> Contents {
        let mut contents = Contents::default();
        for note in notes {
            contents.notebooks().of(note.kind).add((*note).clone());
        }
        contents
    }

    /// Whether the second text counts as restricted beside the first one, which has the mark.
    #[track_caller]
    fn case(marked: &Note, open: &Note, expected: bool) {
        let marked = restricted(marked);
        let contents = held(&[&marked, open]);
        let judged = Release::default().judged(&contents);
        assert_eq!(judged.of(open.kind).get(open.id).unwrap().restricted, expected, "{}", open.text);
        assert_eq!(counts_as_restricted(open, contents.of(open.kind), &contents.positions), expected);
        assert!(!Release::EVERYTHING.judged(&contents).of(open.kind).get(open.id).unwrap().restricted);
    }

    #[test]
    fn another_version_of_a_restricted_text_counts_as_restricted() {
        let note = Note::new(&now(0, 1), "roy", "no vote before the fifth session");
        let saved_beside =
            Note { id: Id::new(&now(90, 2)), text: "quite other words".to_owned(), ..note.clone() };
        case(&note, &saved_beside, true);
        case(&saved_beside, &note, true);
        let taken_over =
            Note { id: Id::new(&now(0, 3)), text: "no vote at the fifth session".to_owned(), ..note.clone() };
        case(&note, &taken_over, true);
        let same_moment = Note { text: "open to all".to_owned(), ..taken_over.clone() };
        case(&note, &same_moment, false);
        let elsewhere = Note { anchor: "A/77/275:annex/E/next/2".parse().ok(), ..taken_over.clone() };
        case(&note, &elsewhere, false);
        let contents = held(&[&restricted(&note), &taken_over, &elsewhere]);
        assert_eq!(restricted_because_of(&taken_over, &contents).map(|other| other.id), Some(note.id));
        assert_eq!(restricted_because_of(&elsewhere, &contents), None);
        case(&note, &Note { author: "lee".to_owned(), ..taken_over }, false);
        case(&note, &Note::new(&now(5, 4), "roy", "no vote before the fifth session"), false);
    }

    #[test]
    fn a_statement_made_of_a_restricted_position_counts_as_restricted() {
        let open = Note { text: "Yes.".to_owned(), ..position::blank(&now(0, 1), "roy", None) };
        let marked = restricted(&Note { text: "No.".to_owned(), ..position::blank(&now(9, 2), "roy", None) });
        let made_of = |positions: &[Id], second| {
            let mut note = statement::blank(&now(second, 3), "roy", None, None, crate::model::Language::EN);
            statement::take_up(&mut note, "We speak.", positions, false);
            note
        };
        let (one, other) = (made_of(&[open.id], 20), made_of(&[open.id, marked.id], 40));
        let contents = held(&[&open, &marked, &one, &other]);
        let judged = Release::default().judged(&contents);
        let is_restricted = |note: &Note| judged.statements.get(note.id).unwrap().restricted;
        assert_eq!((is_restricted(&one), is_restricted(&other)), (false, true));
        let counts = |note| counts_as_restricted(note, &contents.statements, &contents.positions);
        assert_eq!((counts(&one), counts(&other)), (false, true));
    }

    /// Whether a remark counts as restricted beside a restricted note, a position with a red line and a restricted remark.
    #[track_caller]
    fn remark(text: &str, expected: bool) {
        let note =
            restricted(&Note::new(&now(0, 1), "roy", "Le Brésil votera contre nous à la fin.\nD’accord ?"));
        let mut position = position::blank(&now(9, 2), "roy", None);
        position.text = "Nous appuyons le mandat du groupe.\n\n## Ligne rouge\nAucun vote.\n".to_owned();
        position.extra = "instruction = { from = 'le Ministre', reference = 'ND 42' }".parse().unwrap();
        let mut contents = held(&[&note, &position]);
        let step = "A/77/275:annex/E/next/2".parse().unwrap();
        let target = ActTarget { step: &step, topic: None, session: 4 };
        let mark =
            |text: &str, access| Mark { remark: Some(text.to_owned()), access, ..Status::Raised.into() };
        let own = mark("attendre la réponse de Nairobi demain", RemarkAccess::Restricted);
        let acts = [(own, 20), (mark(text, RemarkAccess::Open), 30)];
        for (mark, second) in acts {
            let act = contents.tracker.set(target, mark, "roy", &now(second, 7));
            contents.tracker.add(act);
        }
        let judged = Release::default().judged(&contents);
        let state = judged.tracker.state(&step, None, 4).unwrap();
        assert_eq!(state.mark.remark.as_deref(), Some(text));
        assert_eq!(state.mark.access == RemarkAccess::Restricted, expected, "{text}");
    }

    #[test]
    fn a_remark_that_repeats_restricted_words_counts_as_restricted() {
        remark("le BRESIL votera contre nous, selon eux", true);
        remark("le Brésil votera contre", false);
        remark("fin d'accord", false);
        remark("pour nous aucun vote", true);
        remark("ligne rouge à définir", false);
        remark("nous appuyons le mandat du groupe", false);
        remark("voir ND 42", true);
        remark("on attendra : attendre la réponse de Nairobi, puis voir", true);
    }
}
