//! What is prepared over the whole agenda: the due steps that have no position, and the positions, in the order of the agenda.

use chrono::NaiveDate;

use crate::board::{Agenda, Board, Gap};
use crate::calendar;
use crate::cite;
use crate::followup;
use crate::model::{Address, Language, Place, Process, Reference, Shelf};
use crate::workspace::{Note, Notebook, Tracker};

/// The agendas of all processes with the boards of all documents that have follow-ups.
#[derive(Debug, Clone, Copy)]
pub struct Overview<'a> {
    /// The processes; the one the delegate works in comes first.
    pub processes: &'a [Process],
    /// The boards.
    pub boards: &'a [Board],
    /// The documents.
    pub shelf: &'a Shelf,
    /// The statuses.
    pub tracker: &'a Tracker,
    /// The language of the names.
    pub language: Language,
}

/// Where a row of the list belongs, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The agenda item; `None` if it belongs to none.
    pub item: Option<Address>,
    /// The name of the passage: that of a step (`E.2`; `A/78/265 E.2` if several reports have such a step of this item), the
    /// short title of an agenda item, else the citation.
    pub label: String,
}

impl Placed {
    /// The number of the item and the label: `5 f) E.4`.
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        let item = self.item.as_ref().map(|item| cite::number(item, language));
        item.into_iter().chain([self.label.clone()]).collect::<Vec<_>>().join(" ")
    }
}

/// The place in the order of the list: process, agenda item, document, passage in it.
type OverviewRank = (usize, (usize, usize, usize));

impl<'a> Overview<'a> {
    /// The due steps without a position in all reports, each with its board: those of a process from the session on that is
    /// worked for on a day. First the steps on which there is nothing, then those on whose agenda item there is a position; both
    /// by session, then in the order of the agenda.
    #[must_use]
    pub fn gaps(&self, today: NaiveDate, positions: &Notebook) -> Vec<(&'a Board, Gap)> {
        let mut found: Vec<((bool, u32, OverviewRank), &'a Board, Gap)> = Vec::new();
        for board in self.boards {
            let owner = followup::owner(self.processes, &board.report);
            let from = owner.and_then(|process| calendar::default_session(process, today)).unwrap_or(0);
            found.extend(board.gaps(from, self.tracker, positions).into_iter().map(|gap| {
                let rank = self.rank(&board.step(gap.row), board.rows[gap.row].item.as_ref());
                ((gap.has_position_on_item, gap.session, rank), board, gap)
            }));
        }
        found.sort_by_key(|(key, ..)| *key);
        found.into_iter().map(|(_, board, gap)| (board, gap)).collect()
    }

    /// All positions in the order of the agenda, each with its place; those at one place newest first, those on no passage last.
    #[must_use]
    pub fn in_order<'n>(&self, positions: &'n Notebook) -> Vec<(&'n Note, Placed)> {
        let ranked = |note: &'n Note| {
            let item = self.item_of(note);
            let rank = note.anchor.as_ref().map(|anchor| self.rank(anchor, item.as_ref()));
            (rank.unwrap_or((usize::MAX, Default::default())), note, item)
        };
        let mut ordered: Vec<(OverviewRank, &Note, Option<Address>)> =
            positions.notes().map(ranked).collect();
        ordered.sort_by_key(|(rank, ..)| *rank);
        let place = |(_, note, item): (OverviewRank, &'n Note, _)| {
            (note, Placed { item, label: self.label_of(note) })
        };
        ordered.into_iter().map(place).collect()
    }

    /// Where a position belongs.
    #[must_use]
    pub fn place(&self, position: &Note) -> Placed {
        Placed { item: self.item_of(position), label: self.label_of(position) }
    }

    /// Where a step without a position belongs.
    #[must_use]
    pub fn place_of_gap(&self, board: &Board, gap: Gap) -> Placed {
        Placed { item: board.rows[gap.row].item.clone(), label: self.label(&board.step(gap.row)) }
    }

    /// The agenda item of what a position is on; else the item that was open when it was written.
    fn item_of(&self, position: &Note) -> Option<Address> {
        let anchor = position.anchor.as_ref();
        let of_anchor = anchor.and_then(|anchor| self.agenda(self.process_of(anchor)?)?.item_of(anchor));
        of_anchor.or_else(|| position.item.clone())
    }

    fn label_of(&self, position: &Note) -> String {
        position.anchor.as_ref().map(|anchor| self.label(anchor)).unwrap_or_default()
    }

    fn label(&self, passage: &Reference) -> String {
        let owners: Vec<&Board> =
            self.boards.iter().filter(|board| board.has_step(&passage.address)).collect();
        let step =
            passage.address.step_name().filter(|_| owners.iter().any(|board| board.report == passage.symbol));
        match (step, owners.len()) {
            (Some(step), 1) => return step,
            (Some(step), _) => return format!("{} {step}", passage.symbol),
            (None, _) => {}
        }
        let of_item = self.process_of_item(passage).and_then(|at| {
            let link = self.processes[at].items.iter().find(|link| link.item == passage.address)?;
            Some(link.short.get(self.language).to_owned()).filter(|title| !title.is_empty())
        });
        of_item.unwrap_or_else(|| cite::write(Some(&passage.symbol), &passage.address, self.language))
    }

    fn rank(&self, passage: &Reference, item: Option<&Address>) -> OverviewRank {
        let process = self.process_of(passage);
        let place = self.agenda(process.unwrap_or(0)).map(|agenda| agenda.place(Some(passage), item));
        (process.unwrap_or(self.processes.len()), place.unwrap_or_default())
    }

    fn agenda(&self, process: usize) -> Option<Agenda<'a>> {
        let process = self.processes.get(process)?;
        Some(Agenda { process, boards: self.boards, shelf: self.shelf, tracker: self.tracker })
    }

    /// The process of whose agenda a passage is an item, as an index.
    fn process_of_item(&self, passage: &Reference) -> Option<usize> {
        let is_item = matches!(passage.address.place, Place::Item(_));
        self.processes.iter().position(|process| is_item && process.agenda.symbol == passage.symbol)
    }

    /// The process a passage belongs to, as an index: that of whose agenda it is an item, or whose report it is in.
    fn process_of(&self, passage: &Reference) -> Option<usize> {
        let owner = || {
            let owner = followup::owner(self.processes, &passage.symbol)?;
            self.processes.iter().position(|process| process.id == owner.id)
        };
        self.process_of_item(passage).or_else(owner)
    }
}
