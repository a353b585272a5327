//! A statement made of positions: which positions belong to an agenda item or a session, in the order of the agenda, and
//! what of them is said.

mod renewal;

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, FixedOffset};

use crate::base::{Id, Now};
use crate::board::basis::{self, Quoting};
use crate::board::{Board, PositionBasis};
use crate::calendar::{self, room_time};
use crate::cite;
use crate::language::Languages;
use crate::model::{Address, Language, Place, Process, Reference, Shelf};
use crate::workspace::statement::{self, Delivery, ParagraphKind, Statement, paragraphs};
use crate::workspace::{
    LeftOut, Note, Notebook, Position, PositionPart, PositionStatus, Release, RestrictedTexts, Tracker,
};

pub use renewal::{Staleness, changed_positions};

/// What a statement is made on: an agenda item, a session, or an item at a session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Occasion {
    /// The agenda item; items below it belong to it.
    pub item: Option<Address>,
    /// The number of the substantive session.
    pub session: Option<u32>,
}

/// What positions are put in order by.
#[derive(Debug, Clone, Copy)]
pub struct Agenda<'a> {
    /// The process whose agenda gives the order.
    pub process: &'a Process,
    /// The boards of its reports.
    pub boards: &'a [Board],
    /// The documents.
    pub shelf: &'a Shelf,
    /// The statuses, by which a step may be due at another session than its text says.
    pub tracker: &'a Tracker,
}

/// Why a position of an occasion is not in its statement, although it may leave the delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Omission {
    /// It has been delivered already.
    Delivered,
    /// Another one has replaced it.
    Superseded,
    /// It has no text.
    WithoutText,
}

impl Omission {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Superseded => "superseded",
            Self::WithoutText => "without-text",
        }
    }
}

/// The words of positions as a statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Composed {
    /// The paragraphs; empty if no position belongs to the occasion.
    pub text: String,
    /// The positions whose words these are, in speaking order.
    pub uses: Vec<Id>,
    /// What each of these positions says, as the statement keeps it: [`Statement::taken`].
    pub taken: Vec<(Id, Vec<String>)>,
    /// Whether one of them is restricted.
    pub restricted: bool,
    /// The positions that were not taken, and how many of each.
    pub omitted: BTreeMap<Omission, usize>,
    /// What was left out because it is restricted or internal.
    pub left_out: LeftOut,
}

/// The agenda item whose section of a report a passage is in; the passage itself if it is an item.
#[must_use]
pub fn item_of(process: &Process, shelf: &Shelf, passage: &Reference) -> Option<Address> {
    if matches!(passage.address.place, Place::Item(_)) {
        return Some(passage.address.clone());
    }
    let link = process.report(&passage.symbol)?;
    let document = shelf.first_text(&passage.symbol)?;
    let section = document.section_of(document.position(&passage.address)?)?;
    let headings = std::iter::successors(Some(document.blocks[section].address.clone()), Address::parent);
    let item = |heading: Address| link.sections.iter().find(|(_, own)| *own == heading);
    headings.into_iter().find_map(item).map(|(item, _)| item.clone())
}

impl Agenda<'_> {
    /// The agenda item a passage belongs to: itself if it is one, else that of its step or of its section in a report.
    #[must_use]
    pub fn item_of(&self, passage: &Reference) -> Option<Address> {
        if matches!(passage.address.place, Place::Item(_)) {
            return Some(passage.address.clone());
        }
        let of_board = |board: &Board| board.rows[board.step_of(passage)?].item.clone();
        self.boards.iter().find_map(of_board).or_else(|| item_of(self.process, self.shelf, passage))
    }

    /// Whether a position belongs to an occasion, and its item. Without an item, all positions belong to a session but those
    /// on steps that are due only at other ones.
    fn belongs(&self, position: &Position<'_>, occasion: &Occasion) -> Option<Option<Address>> {
        let note = position.note;
        let of_anchor = note.anchor.as_ref().and_then(|anchor| self.item_of(anchor));
        let item = of_anchor.or_else(|| note.item.clone());
        let fits_item = match (&occasion.item, &item) {
            (Some(wanted), Some(item)) => wanted.covers(item),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let fits_session = occasion.session.is_none_or(|session| self.is_for(position, session));
        (fits_item && fits_session).then_some(item)
    }

    fn is_for(&self, position: &Position<'_>, session: u32) -> bool {
        let note = position.note;
        let of_board = |board| Some((board, Board::step_of(board, note.anchor.as_ref()?)?));
        if let Some((board, row)) = self.boards.iter().find_map(of_board) {
            let due = board.due(row, self.tracker);
            return due.is_empty() || due.iter().any(|due| due.session == session);
        }
        note.session.is_none_or(|own| own == session)
    }

    /// The place of what is on a passage in the order of the agenda: item, report, passage in the report.
    pub(super) fn place(&self, passage: Option<&Reference>, item: Option<&Address>) -> (usize, usize, usize) {
        let items = &self.process.items;
        let item = items.iter().position(|link| Some(&link.item) == item).unwrap_or(items.len());
        let Some(anchor) = passage else { return (item, usize::MAX, 0) };
        if matches!(anchor.address.place, Place::Item(_)) {
            return (item, 0, 0);
        }
        let row = |(at, board): (usize, &Board)| Some((at + 1, board.step_of(anchor)?));
        let row = self.boards.iter().enumerate().find_map(row);
        let block = || self.shelf.first_text(&anchor.symbol)?.position(&anchor.address);
        let (board, row) = row.unwrap_or_else(|| (self.boards.len() + 1, block().unwrap_or(usize::MAX)));
        (item, board, row)
    }

    /// The positions of an occasion in the order of the agenda, each with its item.
    #[must_use]
    pub fn positions<'n>(
        &self,
        positions: &'n Notebook,
        occasion: &Occasion,
    ) -> Vec<(Position<'n>, Option<Address>)> {
        let all = positions.notes().rev().map(Position::of);
        let fitting =
            all.filter_map(|position| self.belongs(&position, occasion).map(|item| (position, item)));
        let mut found: Vec<(Position<'n>, Option<Address>)> = fitting.collect();
        found.sort_by_cached_key(|(position, item)| self.place(position.note.anchor.as_ref(), item.as_ref()));
        found
    }

    /// The words of the positions of an occasion, in the order of the agenda: of each its text, then the quotations it rests
    /// on. What is internal in a position is never taken.
    #[must_use]
    pub fn compose(&self, positions: &Notebook, occasion: &Occasion, taking: Taking<'_>) -> Composed {
        let mut composed = Composed::default();
        let mut parts: Vec<ItemWords> = Vec::new();
        let marked = RestrictedTexts::of(positions);
        let used: HashSet<&Id> = taking.used.iter().collect();
        for (position, item) in self.positions(positions, occasion) {
            if used.contains(&position.note.id) {
                continue;
            }
            if let Some(omission) = omission(&position) {
                *composed.omitted.entry(omission).or_default() += 1;
                continue;
            }
            let restricted = marked.count(position.note);
            if !taking.allows(position.note, restricted, &mut composed.left_out) {
                continue;
            }
            composed.uses.push(position.note.id);
            composed.restricted |= restricted;
            let words = said(&position, taking.language);
            composed.taken.push((position.note.id, statement::paragraph_sums(&words)));
            parts.push(ItemWords { item, words });
        }
        composed.text = self.headed(&parts, taking.language);
        composed
    }

    /// The parts one after another; if they are on several items, the first of each below the number and title of its item.
    fn headed(&self, parts: &[ItemWords], language: Language) -> String {
        let several = parts.windows(2).any(|pair| pair[0].item != pair[1].item);
        let mut written: Vec<String> = Vec::new();
        for (at, ItemWords { item, words }) in parts.iter().enumerate() {
            let is_first = at == 0 || parts[at - 1].item != *item;
            if let Some(item) = item.as_ref().filter(|_| several && is_first) {
                written.push(format!("## {}", self.title(item, language)));
            }
            written.push(words.clone());
        }
        written.join("\n\n")
    }

    /// The number and the short title of an item: `5 f) Renforcement des capacités`.
    #[must_use]
    pub fn title(&self, item: &Address, language: Language) -> String {
        let link = self.process.items.iter().find(|link| link.item == *item);
        let title = link.map(|link| link.short.get(language)).unwrap_or_default();
        format!("{} {title}", cite::number(item, language)).trim_end().to_owned()
    }
}

/// Words taken of a position, and the agenda item they are on.
struct ItemWords {
    item: Option<Address>,
    words: String,
}

/// What is taken of positions.
#[derive(Debug, Clone, Copy)]
pub struct Taking<'a> {
    /// Positions that are in the statement already.
    pub used: &'a [Id],
    /// Whether restricted positions are taken.
    pub release: Release,
    /// The language of the statement.
    pub language: Language,
}

impl Taking<'_> {
    /// Whether a position may be taken, which counts what is internal in it or, if not, that it is restricted.
    fn allows(&self, note: &Note, restricted: bool, left_out: &mut LeftOut) -> bool {
        let mut note = note.clone();
        note.restrict(restricted && !self.release.restricted);
        Release::default().note(&note, left_out).is_some()
    }
}

fn omission(position: &Position<'_>) -> Option<Omission> {
    match position.status {
        PositionStatus::Delivered => Some(Omission::Delivered),
        PositionStatus::Superseded => Some(Omission::Superseded),
        _ if position.part(PositionPart::Text).is_empty() => Some(Omission::WithoutText),
        _ => None,
    }
}

/// What is said of a position: its text; citations it rests on behind it in parentheses, quotations below it. Only the
/// quoted words and their sources are taken of its basis: what else is written there is for the delegation.
fn said(position: &Position<'_>, language: Language) -> String {
    let text = position.part(PositionPart::Text);
    let rests_on = position.part(PositionPart::Basis);
    if rests_on.is_empty() {
        return text;
    }
    let own = position.languages.first().copied().unwrap_or(language);
    let on = position.note.anchor.as_ref();
    let (_, found) = basis::read(&Quoting { text: &rests_on, on, languages: &position.languages }, language);
    let words = Languages::bundled().statement(own);
    let source = |passages: &[Reference]| {
        let cited = passages.iter().map(|passage| cite::write(Some(&passage.symbol), &passage.address, own));
        cited.collect::<Vec<_>>().join("; ")
    };
    let cited: Vec<String> = found.cited.iter().map(|cited| source(&cited.passages)).collect();
    let cited: Vec<&String> = cited.iter().filter(|cited| !text.contains(cited.as_str())).collect();
    let mut said = text.clone();
    if !cited.is_empty() {
        let cited: Vec<&str> = cited.into_iter().map(String::as_str).collect();
        said = format!("{said} ({})", cited.join("; "));
    }
    for quoted in found.quoted.iter().filter(|quoted| !quoted.sources.is_empty()) {
        if !text.contains(&quoted.words) {
            said = format!("{said}\n\n{}", words.quoted(&quoted.words, &source(&quoted.sources)));
        }
    }
    said
}

/// What the positions of a statement have that is not in it, and what is internal in its own text: fallbacks, red lines and
/// other internal parts, in numbers.
#[must_use]
pub fn withheld(statement: &Statement<'_>, positions: &Notebook) -> LeftOut {
    let mut left_out = LeftOut::default();
    let used = statement.uses.iter().filter_map(|id| positions.get(*id));
    for note in std::iter::once(statement.note).chain(used) {
        let mut open = note.clone();
        open.restrict(false);
        // Only what is counted matters here.
        drop(Release::default().note(&open, &mut left_out));
    }
    left_out
}

/// The quotations and citations of what a statement says, each compared with its source. What is left out is not read.
#[must_use]
pub fn basis_of(statement: &Statement<'_>, shelf: &Shelf, preferred: Language) -> Vec<PositionBasis> {
    let languages: Vec<Language> = statement.language.into_iter().collect();
    let words = paragraphs(&statement.note.text).into_iter();
    let words = words.filter(|paragraph| paragraph.kind == ParagraphKind::Words);
    let in_paragraph = |paragraph: statement::StatementParagraph| {
        let quoting =
            Quoting { text: &paragraph.text, on: statement.note.anchor.as_ref(), languages: &languages };
        basis::in_text(&quoting, shelf, preferred)
    };
    words.flat_map(in_paragraph).collect()
}

/// When and where something that is said at a moment is said, by the calendars of several processes: that with a meeting at the
/// moment, else the first.
#[must_use]
pub fn occasion_in(processes: &[Process], at: DateTime<FixedOffset>) -> Delivery {
    let has_meeting =
        |process: &&Process| process.meeting_on(room_time(at, process.time_zone).naive_local()).is_some();
    let process = processes.iter().find(has_meeting).or(processes.first());
    process.map_or(Delivery { at, session: None, meeting: None }, |process| occasion_of(process, at))
}

/// When and where something that is said at a moment is said: the session and the meeting of the process.
#[must_use]
pub fn occasion_of(process: &Process, at: DateTime<FixedOffset>) -> Delivery {
    let in_room = room_time(at, process.time_zone);
    let meeting = process.meeting_on(in_room.naive_local());
    let session = calendar::session_on(process, in_room.date_naive()).and_then(|session| session.number);
    Delivery {
        at,
        session: meeting.and_then(|meeting| meeting.session).or(session),
        meeting: meeting.and_then(|meeting| meeting.number),
    }
}

/// The statement as delivered, and the positions whose words it uses, which are delivered with it: each as it was and as it
/// becomes, the statement first. A position that says something else by now ([`changed_positions`]) stays as it is.
#[must_use]
pub fn deliver(
    note: &Note,
    positions: &Notebook,
    delivery: &Delivery,
    now: &Now,
    preferred: Language,
) -> Vec<(Note, Note)> {
    let mut changed = vec![(note.clone(), statement::delivered(note, delivery, now))];
    let statement = Statement::of(note);
    let others = changed_positions(&statement, positions, preferred);
    let used = statement.uses.iter().filter(|id| !others.contains(id));
    for position in used.filter_map(|id| positions.get(*id)) {
        let status = Position::of(position).status;
        if !matches!(status, PositionStatus::Delivered | PositionStatus::Superseded) {
            let after = position.with_value("status", PositionStatus::Delivered.name().into(), now);
            changed.push((position.clone(), after));
        }
    }
    changed
}
