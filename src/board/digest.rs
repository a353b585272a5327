//! The record of a session or of one of its days: who said what, what was set in the tracker, what is open and due next.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::base::text::fold;
use crate::board::statement::occasion_of;
use crate::board::{Agenda, Board, Subject};
use crate::model::{Address, Delegations, Language, Reference};
use crate::workspace::speakers::is_speaking_list;
use crate::workspace::{
    Act, Action, Intervention, LeftOut, Mark, Note, Notebook, Release, Status, is_record,
};

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DigestScope {
    /// The number of the substantive session.
    pub session: u32,
    /// One of its days, by the time zone of each text; `None` for all.
    pub day: Option<NaiveDate>,
}

/// What the texts of a record are put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DigestOrder {
    /// By agenda item, and below it by step or passage.
    #[default]
    Item,
    /// By delegation; what is our own comes last.
    Delegation,
}

impl DigestOrder {
    /// All orders.
    pub const ALL: [Self; 2] = [Self::Item, Self::Delegation];

    /// The stable name, as options have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Delegation => "delegation",
        }
    }

    /// The order with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }
}

/// What a group of a record is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DigestHeading {
    /// An agenda item.
    Item(Address),
    /// Passages that belong to no agenda item, and texts on no passage.
    NoItem,
    /// What a delegation said, by its name in the language of the record; as typed if nobody has this name.
    Delegation(String),
    /// Our own notes.
    Own,
}

/// A part of a record: an agenda item or a delegation.
#[derive(Debug, Clone, PartialEq)]
pub struct DigestGroup<'a> {
    /// What it is about.
    pub heading: DigestHeading,
    /// Its passages in the order of the agenda, with what was said on them; texts on no passage come first.
    pub passages: Vec<DigestPassage<'a>>,
}

/// A passage of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct DigestPassage<'a> {
    /// The passage; `None` for texts on none.
    pub passage: Option<Reference>,
    /// The printed name of the step it is: `E.2`; `None` for other passages.
    pub step: Option<String>,
    /// What was said and noted, in the order of time.
    pub notes: Vec<Cow<'a, Note>>,
}

/// A status that was set, and still is.
#[derive(Debug, Clone, PartialEq)]
pub struct DigestStatus<'a> {
    /// Of what.
    pub subject: Subject,
    /// The printed name of the step or topic: `E.2`.
    pub label: String,
    /// The act that set it.
    pub act: &'a Act,
    /// What was set, without a remark that may not leave.
    pub mark: Cow<'a, Mark>,
}

/// A step or topic that is to be discussed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DigestStep {
    /// Which.
    pub subject: Subject,
    /// Its printed name: `E.2`.
    pub label: String,
    /// What it says, from its verb on.
    pub words: String,
    /// How far it has come at that session.
    pub status: Status,
}

/// The record.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Digest<'a> {
    /// What was said and noted.
    pub groups: Vec<DigestGroup<'a>>,
    /// The statuses set, in the order of time.
    pub statuses: Vec<DigestStatus<'a>>,
    /// The steps due at the session that nothing has settled yet.
    pub open: Vec<DigestStep>,
    /// The steps due at the session after it.
    pub next: Vec<DigestStep>,
    /// The number of that session, if it is known.
    pub next_session: Option<u32>,
    /// What may not leave, counted.
    pub left_out: LeftOut,
}

impl Digest<'_> {
    /// Whether nothing was said, noted or set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.statuses.is_empty()
    }

    /// How many texts it has.
    #[must_use]
    pub fn notes(&self) -> usize {
        self.groups.iter().flat_map(|group| &group.passages).map(|passage| passage.notes.len()).sum()
    }
}

/// What a record is to have, and how.
#[derive(Debug, Clone, Copy)]
pub struct DigestChoice<'a> {
    /// What it is about.
    pub scope: DigestScope,
    /// What it is put in order by.
    pub order: DigestOrder,
    /// What may leave.
    pub release: Release,
    /// The delegations, for their names.
    pub delegations: &'a Delegations,
    /// The language of the names.
    pub language: Language,
}

/// The texts of a group, before they are put in order by passage.
type DigestTexts<'a> = (DigestHeading, Vec<Cow<'a, Note>>);

impl Agenda<'_> {
    /// The record of a session or of one of its days.
    ///
    /// A text belongs to the session it was written for, or else to the one that was on when it was written.
    #[must_use]
    pub fn digest<'n>(&'n self, notes: &'n Notebook, choice: &DigestChoice<'_>) -> Digest<'n> {
        let DigestChoice { scope, release, .. } = *choice;
        let mut left_out = LeftOut::default();
        let mut of_scope: Vec<&Note> = notes.notes().filter(|note| self.is_in(note, scope)).collect();
        of_scope.sort_by_key(|note| (note.at, note.id));
        let released = release.notes(of_scope, &mut left_out);
        let groups = match choice.order {
            DigestOrder::Item => self.by_item(released),
            DigestOrder::Delegation => self.by_delegation(released, choice),
        };
        let statuses = self.statuses(scope, release, &mut left_out);
        let next_session = self.boards.iter().find_map(|board| board.next_session(scope.session));
        let next = next_session.map(|next| self.due_at(next)).unwrap_or_default();
        Digest { groups, statuses, open: self.due_at(scope.session), next, next_session, left_out }
    }

    fn is_in(&self, note: &Note, scope: DigestScope) -> bool {
        let session = note.session.or_else(|| occasion_of(self.process, note.at).session);
        !is_record(note)
            && !is_speaking_list(note)
            && session == Some(scope.session)
            && scope.day.is_none_or(|day| note.at.date_naive() == day)
    }

    fn by_item<'n>(&self, notes: Vec<Cow<'n, Note>>) -> Vec<DigestGroup<'n>> {
        let mut groups: BTreeMap<usize, DigestTexts<'n>> = BTreeMap::new();
        for note in notes {
            let item = note.anchor.as_ref().and_then(|anchor| self.item_of(anchor)).or(note.item.clone());
            let place = |item: &Address| self.process.items.iter().position(|link| link.item == *item);
            let rank = item.as_ref().map_or(usize::MAX, |item| place(item).unwrap_or(usize::MAX - 1));
            let heading = item.map_or(DigestHeading::NoItem, DigestHeading::Item);
            groups.entry(rank).or_insert_with(|| (heading, Vec::new())).1.push(note);
        }
        groups.into_values().map(|(heading, notes)| self.group(heading, notes)).collect()
    }

    fn by_delegation<'n>(
        &self,
        notes: Vec<Cow<'n, Note>>,
        choice: &DigestChoice<'_>,
    ) -> Vec<DigestGroup<'n>> {
        let mut groups: BTreeMap<(bool, String), DigestTexts<'n>> = BTreeMap::new();
        for note in notes {
            let said = Intervention::of(&note, choice.delegations);
            let name = said.map(|said| said.label(choice.language).to_owned());
            let key = (name.is_none(), name.as_deref().map(fold).unwrap_or_default());
            let heading = || name.map_or(DigestHeading::Own, DigestHeading::Delegation);
            groups.entry(key).or_insert_with(|| (heading(), Vec::new())).1.push(note);
        }
        groups.into_values().map(|(heading, notes)| self.group(heading, notes)).collect()
    }

    /// The texts of a group by passage: those on none, the steps in the order of the reports, then the other passages in the
    /// order in which they were first spoken of.
    fn group<'n>(&self, heading: DigestHeading, notes: Vec<Cow<'n, Note>>) -> DigestGroup<'n> {
        let mut passages: Vec<((usize, usize, usize), DigestPassage<'n>)> = Vec::new();
        for note in notes {
            let passage = note.anchor.clone();
            if let Some((_, found)) = passages.iter_mut().find(|(_, found)| found.passage == passage) {
                found.notes.push(note);
                continue;
            }
            let step = passage.as_ref().and_then(|passage| self.step_of(passage));
            let rank = match (&passage, step) {
                (None, _) => (0, 0, 0),
                (_, Some((board, row))) => (1, board, row),
                (_, None) => (2, passages.len(), 0),
            };
            let step = step.map(|(board, row)| self.boards[board].rows[row].label.clone());
            passages.push((rank, DigestPassage { passage, step, notes: vec![note] }));
        }
        passages.sort_by_key(|(rank, _)| *rank);
        DigestGroup { heading, passages: passages.into_iter().map(|(_, passage)| passage).collect() }
    }

    /// The board and the row of the step that a passage is or is in.
    pub(super) fn step_of(&self, passage: &Reference) -> Option<(usize, usize)> {
        self.boards.iter().enumerate().find_map(|(at, board)| Some((at, board.step_of(passage)?)))
    }

    /// The statuses set for the session, or for it on the day, that still hold.
    fn statuses<'n>(
        &'n self,
        scope: DigestScope,
        release: Release,
        left_out: &mut LeftOut,
    ) -> Vec<DigestStatus<'n>> {
        let is_last = |act: &Act| {
            let state = self.tracker.state(&act.step, act.topic.as_deref(), act.session);
            state.is_some_and(|state| state.act == act.id)
        };
        let in_scope = |act: &Act| {
            act.session == scope.session && scope.day.is_none_or(|day| act.at.date_naive() == day)
        };
        let mut acts: Vec<&Act> = self.tracker.acts().filter(|act| in_scope(act) && is_last(act)).collect();
        acts.sort();
        let status = |act: &'n Act| {
            let Action::Set(mark) = &act.action else { return None };
            let topic = act.topic.as_deref();
            let row = self.boards.iter().find_map(|board| Some((board, board.find(&act.step, topic)?)));
            let label = row.map(|(board, row)| board.rows[row].label.clone());
            let label = label.unwrap_or_else(|| act.step.to_string());
            let subject = Subject { step: (*act.step).clone(), topic: topic.map(str::to_owned) };
            Some(DigestStatus { subject, label, act, mark: release.mark(mark, left_out) })
        };
        acts.into_iter().filter_map(status).collect()
    }

    /// The steps to be discussed at a session that nothing has settled.
    fn due_at(&self, session: u32) -> Vec<DigestStep> {
        let of_board = |board: &Board| -> Vec<DigestStep> {
            let rows = board.due_steps(session, self.tracker);
            let open = rows.filter_map(|row| {
                let status = board.status(row, session, self.tracker);
                let is_open = matches!(status, Status::Open | Status::Raised);
                is_open.then(|| DigestStep {
                    subject: board.subject(row),
                    label: board.rows[row].label.clone(),
                    words: board.rows[row].words.clone(),
                    status,
                })
            });
            open.collect()
        };
        self.boards.iter().flat_map(of_board).collect()
    }
}
