//! What of the delegate's texts may leave the workspace: in an export, in a statement, on the clipboard, to a colleague.
//!
//! Everything that leaves goes through a [`Release`]. It leaves out restricted texts and remarks, and of all texts what is
//! internal: red lines, fallbacks, instructions. What was left out is counted by kind in a [`LeftOut`], never quoted.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::workspace::front::texts_in;
use crate::workspace::internal::{self, Internal};
use crate::workspace::note;
use crate::workspace::position::PositionPart;
use crate::workspace::{Act, Action, Kind, Mark, Note, RemarkAccess};

/// What may leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Release {
    /// Whether restricted texts and internal parts leave too, because the delegate asked for it.
    pub restricted: bool,
}

/// What was left out, by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOutKind {
    /// A whole text.
    Text(Kind),
    /// A note of what a delegation said.
    Intervention,
    /// An internal part of a position.
    Part(PositionPart),
    /// On whose instruction a position is taken.
    Instruction,
    /// A key in the front matter of a position that this version does not know.
    Field,
    /// A remark of the tracker.
    Remark,
}

impl LeftOutKind {
    /// The kind of a whole text.
    #[must_use]
    pub fn of(note: &Note) -> Self {
        match note.kind {
            Kind::Note if note.delegation.is_some() => Self::Intervention,
            kind => Self::Text(kind),
        }
    }

    /// The kind of an internal part; an instruction is the same in the front matter and in the text.
    #[must_use]
    pub fn of_part(part: PositionPart) -> Self {
        if part == PositionPart::Instruction { Self::Instruction } else { Self::Part(part) }
    }

    /// The stable name, as in JSON and locale ids: `note`, `red-line`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text(kind) => kind.folder().trim_end_matches('s'),
            Self::Intervention => "intervention",
            Self::Part(part) => part.name(),
            Self::Instruction => "instruction",
            Self::Field => "field",
            Self::Remark => "remark",
        }
    }
}

/// How many of each kind were left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOut {
    counts: BTreeMap<LeftOutKind, usize>,
}

impl LeftOut {
    /// Counts one more.
    pub fn add(&mut self, kind: LeftOutKind) {
        *self.counts.entry(kind).or_default() += 1;
    }

    /// Counts what another one has counted too.
    pub fn extend(&mut self, other: &Self) {
        for (kind, count) in other.iter() {
            *self.counts.entry(kind).or_default() += count;
        }
    }

    /// The kinds of which something was left out, each with its number.
    pub fn iter(&self) -> impl Iterator<Item = (LeftOutKind, usize)> + '_ {
        self.counts.iter().map(|(kind, count)| (*kind, *count))
    }

    /// How many were left out.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// Whether nothing was left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

/// The keys in the front matter of a position that are neither internal nor unknown.
const OPEN_KEYS: [&str; 3] = ["status", "languages", "language"];
/// The key of the front matter with the instruction.
const INSTRUCTION: &str = "instruction";

impl Release {
    /// Everything, as the delegate asked for.
    pub const EVERYTHING: Self = Self { restricted: true };

    /// Whether a text may leave, at least in part.
    #[must_use]
    pub fn allows(self, note: &Note) -> bool {
        self.restricted || !note.restricted
    }

    /// What of a text may leave: `None` if it is restricted; else what is not internal in it.
    #[must_use]
    pub fn note<'a>(self, note: &'a Note, left_out: &mut LeftOut) -> Option<Cow<'a, Note>> {
        if self.restricted {
            return Some(Cow::Borrowed(note));
        }
        if note.restricted {
            left_out.add(LeftOutKind::of(note));
            return None;
        }
        Some(if note.kind == Kind::Position { open_position(note, left_out) } else { open(note, left_out) })
    }

    /// What of several texts may leave, in their order.
    #[must_use]
    pub fn notes<'a>(
        self,
        notes: impl IntoIterator<Item = &'a Note>,
        left_out: &mut LeftOut,
    ) -> Vec<Cow<'a, Note>> {
        notes.into_iter().filter_map(|note| self.note(note, left_out)).collect()
    }

    /// What of some bytes of a text may leave, such as those selected in the editor.
    #[must_use]
    pub fn passage(self, note: &Note, bytes: Range<usize>, left_out: &mut LeftOut) -> String {
        if self.restricted {
            return note.text[bytes].to_owned();
        }
        if note.restricted {
            left_out.add(LeftOutKind::of(note));
            return String::new();
        }
        without(&note.text, bytes, &internal::of(note), left_out)
    }

    /// What of a mark of the tracker may leave: without its remark if that is restricted.
    #[must_use]
    pub fn mark<'a>(self, mark: &'a Mark, left_out: &mut LeftOut) -> Cow<'a, Mark> {
        if self.restricted || mark.access != RemarkAccess::Restricted || mark.remark.is_none() {
            return Cow::Borrowed(mark);
        }
        left_out.add(LeftOutKind::Remark);
        Cow::Owned(Mark { remark: None, access: RemarkAccess::Withheld, ..mark.clone() })
    }

    /// What of an act may leave: without its remark if that is restricted.
    #[must_use]
    pub fn act<'a>(self, act: &'a Act, left_out: &mut LeftOut) -> Cow<'a, Act> {
        let Action::Set(mark) = &act.action else { return Cow::Borrowed(act) };
        match self.mark(mark, left_out) {
            Cow::Borrowed(_) => Cow::Borrowed(act),
            Cow::Owned(mark) => Cow::Owned(Act { action: Action::Set(mark), ..act.clone() }),
        }
    }
}

/// A position without its internal parts and its instruction, and without what else its front matter has that this version
/// does not know, comments included.
fn open_position<'a>(note: &'a Note, left_out: &mut LeftOut) -> Cow<'a, Note> {
    let is_open = |key: &str| OPEN_KEYS.contains(&key);
    let mut extra = note.extra.clone();
    extra.retain(|key, _| is_open(key));
    for key in note.extra.keys().filter(|key| !is_open(key)) {
        left_out.add(if key == INSTRUCTION { LeftOutKind::Instruction } else { LeftOutKind::Field });
    }
    let text = open(note, left_out).text.clone();
    Cow::Owned(Note { extra, form: note::Form::default(), text, ..note.clone() })
}

/// A text without what is internal in its words.
fn open<'a>(note: &'a Note, left_out: &mut LeftOut) -> Cow<'a, Note> {
    let internal = internal::of(note);
    if internal.is_empty() {
        return Cow::Borrowed(note);
    }
    let text = without(&note.text, 0..note.text.len(), &internal, left_out);
    Cow::Owned(Note { text: text.trim_end().to_owned(), ..note.clone() })
}

/// The words of a text that are internal: of its fallback, its red line and its instruction.
#[must_use]
pub fn internal_words(note: &Note) -> Vec<String> {
    let front = if note.kind == Kind::Position { note.extra.get(INSTRUCTION) } else { None };
    let instruction = front.into_iter().flat_map(texts_in);
    internal::of(note).into_iter().map(|one| note.text[one.words].to_owned()).chain(instruction).collect()
}

/// These bytes of a text without what is internal. Those parts are counted that have words.
fn without(text: &str, bytes: Range<usize>, internal: &[Internal], left_out: &mut LeftOut) -> String {
    let mut kept = String::new();
    let mut at = bytes.start;
    let touched = |one: &&Internal| one.range.start < bytes.end && one.range.end > bytes.start;
    for one in internal.iter().filter(touched) {
        kept.push_str(&text[at..one.range.start.max(at)]);
        at = at.max(one.range.end.min(bytes.end));
        if one.has_words {
            left_out.add(LeftOutKind::of_part(one.part));
        }
    }
    kept + &text[at..bytes.end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Now;
    use crate::workspace::{Status, position};
    use chrono::DateTime;

    fn position(text: &str) -> Note {
        let now = Now::new(DateTime::parse_from_rfc3339("2023-02-01T10:00:00-05:00").unwrap(), [1; 10]);
        Note { text: text.to_owned(), ..position::blank(&now, "roy", None) }
    }

    /// What of the text of a position leaves, and what is counted: `red-line 1`.
    #[track_caller]
    fn case(text: &str, expected: &str, counted: &[&str]) {
        let note = position(text);
        let mut left_out = LeftOut::default();
        let released = Release::default().note(&note, &mut left_out).unwrap();
        assert_eq!(released.text, expected);
        let counts: Vec<String> =
            left_out.iter().map(|(kind, count)| format!("{} {count}", kind.name())).collect();
        assert_eq!(counts, counted, "{text}");
        assert_eq!(Release::EVERYTHING.note(&note, &mut left_out).unwrap().as_ref(), &note);
    }

    #[test]
    fn internal_parts_stay_however_they_are_headed() {
        case("We agree.", "We agree.", &[]);
        case("We agree.\n\n## Red line\nNo vote.", "We agree.", &["red-line 1"]);
        case("## Repli\nA\n\n## Arguments\nB", "## Arguments\nB", &["fallback 1"]);
        case("A\n\n## Our red line on funding\nB\n\n### Why\nC\n", "A", &["red-line 1"]);
        case("A\n\n   ### LIGNE  ROUGE : ###\nB", "A", &["red-line 1"]);
        case("A\n\n**Ligne rouge**\nB\n\n__Fallback:__\nC", "A", &["fallback 1", "red-line 1"]);
        case("A\n\nRed line\n--------\nB\n\nArguments\n===\nC", "A\n\nArguments\n===\nC", &["red-line 1"]);
        case("A\n\n- **Red line**: B\n  B again\n\nC", "A", &["red-line 1"]);
        case("A\n\nRed line: B\n\nArguments: C", "A\n\nArguments: C", &["red-line 1"]);
        case("A\n\nInstruction: B\n\n## Instructions\nC", "A", &["instruction 2"]);
        case("A\nLigne rouge\u{a0}: B\nB again", "A", &["red-line 1"]);
        case("A\n\n## Repli\n\n\n## Ligne rouge :\n\n", "A", &[]);
        case("The red line of the budget: 3 %.", "The red line of the budget: 3 %.", &[]);
    }

    #[test]
    fn of_the_front_matter_of_a_position_leaves_only_what_is_known_to_be_open() {
        let mut note = position("A");
        note.extra = "status = 'sent'\ninstruction = 'ND 42'\nsource = 'cable'".parse().unwrap();
        let mut left_out = LeftOut::default();
        let released = Release::default().note(&note, &mut left_out).unwrap();
        assert_eq!(released.extra.keys().collect::<Vec<_>>(), ["status"]);
        assert_eq!(
            left_out.iter().collect::<Vec<_>>(),
            [(LeftOutKind::Instruction, 1), (LeftOutKind::Field, 1)]
        );
    }

    #[test]
    fn a_restricted_text_stays_and_is_counted_by_its_kind() {
        let mut left_out = LeftOut::default();
        let restricted = Note { restricted: true, ..position("A") };
        let note = Note { kind: Kind::Note, ..restricted.clone() };
        let said = Note { delegation: Some("SG".to_owned()), ..note.clone() };
        let all = [restricted, note, said];
        assert_eq!(Release::default().notes(&all, &mut left_out), []);
        let names: Vec<_> = left_out.iter().map(|(kind, count)| (kind.name(), count)).collect();
        assert_eq!(names, [("note", 1), ("position", 1), ("intervention", 1)]);
        assert_eq!(left_out.total(), 3);
        assert_eq!(Release::EVERYTHING.notes(&all, &mut left_out).len(), 3);
    }

    #[test]
    fn selected_words_leave_without_what_is_internal_among_them() {
        let note = position("We agree.\n\n## Red line\nNo vote.\n\n## Arguments\nCost.");
        let all = 0..note.text.len();
        let mut left_out = LeftOut::default();
        let passage = |bytes, left_out: &mut LeftOut| Release::default().passage(&note, bytes, left_out);
        assert_eq!(passage(0..9, &mut left_out), "We agree.");
        assert!(left_out.is_empty());
        assert_eq!(passage(all.clone(), &mut left_out), "We agree.\n\n## Arguments\nCost.");
        let vote = note.text.find("vote").unwrap();
        assert_eq!(passage(vote..vote + 4, &mut left_out), "");
        assert_eq!(left_out.total(), 2);
        assert_eq!(Release::EVERYTHING.passage(&note, all, &mut left_out), note.text);
    }

    #[test]
    fn a_restricted_remark_stays_and_the_act_that_has_it_counts() {
        let mark = Mark {
            access: RemarkAccess::Restricted,
            remark: Some("not yet".to_owned()),
            ..Status::Raised.into()
        };
        let mut left_out = LeftOut::default();
        let open = Release::default().mark(&mark, &mut left_out).into_owned();
        assert_eq!((open.remark.as_deref(), open.status, left_out.total()), (None, Status::Raised, 1));
        assert!(mark < open, "of two acts with one id the lesser counts");
        assert_eq!(Release::default().mark(&open, &mut left_out).as_ref(), &open);
        assert_eq!((Release::EVERYTHING.mark(&mark, &mut left_out).as_ref(), left_out.total()), (&mark, 1));
    }
}
