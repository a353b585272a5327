//! Who said what: delegations and groups against the steps or agenda items on which they spoke.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::base::Id;
use crate::base::text::{fold, width};
use crate::board::Agenda;
use crate::board::statement::occasion_of;
use crate::cite;
use crate::model::{Delegations, Language, Reference};
use crate::workspace::{Intervention, Note, Speaker, Stance, Tally};

/// What the columns of the table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SaidColumns {
    /// The next steps of the reports.
    #[default]
    Steps,
    /// The agenda items.
    Items,
}

impl SaidColumns {
    /// Both, in the order in which options list them.
    pub const ALL: [Self; 2] = [Self::Steps, Self::Items];

    /// The stable name, as options have it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Steps => "step",
            Self::Items => "item",
        }
    }

    /// The columns with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|columns| columns.name() == name)
    }
}

/// What a table is to have.
#[derive(Debug, Clone, Copy)]
pub struct SaidChoice<'a> {
    /// The number of the substantive session; `None` for all sessions.
    pub session: Option<u32>,
    /// What its columns are.
    pub columns: SaidColumns,
    /// The delegations, for their names and for the members of groups.
    pub delegations: &'a Delegations,
    /// The language of the names.
    pub language: Language,
    /// The ids of the groups whose members are shown below them.
    pub expanded: &'a BTreeSet<String>,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidColumn {
    /// The step, or the agenda item; `None` for what was said on others.
    pub place: Option<Reference>,
    /// Its short name: `E.2`, `5 f)`; empty for the column of others.
    pub label: String,
}

/// What somebody said in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidStatement {
    /// The note.
    pub id: Id,
    /// Its stance.
    pub stance: Option<Stance>,
    /// Whether the sign of the stance was doubled.
    pub strongly: bool,
    /// Whether it is that of the group above, shown in the row of a member.
    pub is_of_group: bool,
}

impl SaidStatement {
    /// The sign of its stance, a dot without one; that of a group in the row of a member is in brackets.
    #[must_use]
    pub fn sign(&self) -> String {
        let sign = self.stance.map_or("•", Stance::sign).repeat(if self.strongly { 2 } else { 1 });
        if self.is_of_group { format!("({sign})") } else { sign }
    }
}

/// What was said in a cell, in the order of time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaidCell(pub Vec<SaidStatement>);

impl SaidCell {
    /// The signs, the last one at the right: `+ -`; if there is no room for all, the first ones are left out.
    #[must_use]
    pub fn signs(&self, columns: usize) -> String {
        let signs: Vec<String> = self.0.iter().map(SaidStatement::sign).collect();
        let all = signs.join(" ");
        if width(&all) <= columns {
            return all;
        }
        let fitting = (1..signs.len()).map(|from| format!("…{}", signs[from..].join(" ")));
        let last = || signs.last().cloned().unwrap_or_default();
        fitting.into_iter().find(|text| width(text) <= columns).unwrap_or_else(last)
    }

    /// The last stance taken.
    fn stance(&self) -> Option<Stance> {
        self.0.iter().rev().find_map(|said| said.stance)
    }
}

/// A row of the table: a delegation or a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidRow {
    /// Its id; its name as typed if nobody has this name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it is a group with members.
    pub is_group: bool,
    /// The id of the group below which it is shown.
    pub member_of: Option<String>,
    /// A cell for each column.
    pub cells: Vec<SaidCell>,
}

impl SaidRow {
    /// How often it spoke itself.
    #[must_use]
    pub fn statements(&self) -> usize {
        self.cells.iter().flat_map(|cell| &cell.0).filter(|said| !said.is_of_group).count()
    }
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SaidTable {
    /// The columns: only those in which something was said, in the order of the reports or of the agenda.
    pub columns: Vec<SaidColumn>,
    /// The rows: groups, then delegations, both by name, and members below their group.
    pub rows: Vec<SaidRow>,
    /// For each column, how many statements there are and how the rows stand; members below a group do not count.
    pub totals: Vec<Tally>,
}

/// The order of a column: its board or item, and its row there.
type MatrixRank = (usize, usize);

/// What each speaker said in each column.
type Spoken = BTreeMap<String, HashMap<MatrixRank, Vec<SaidStatement>>>;

impl Agenda<'_> {
    /// The table of some notes; those that name no delegation are left out. A statement on behalf of groups is in the rows of
    /// the groups, not in that of the speaker.
    #[must_use]
    pub fn said<'n>(&self, notes: impl IntoIterator<Item = &'n Note>, choice: &SaidChoice<'_>) -> SaidTable {
        let mut notes: Vec<&Note> = notes.into_iter().filter(|note| self.is_said_at(note, choice)).collect();
        notes.sort_by_key(|note| (note.at, note.id));
        let mut known: HashMap<&Reference, (MatrixRank, SaidColumn)> = HashMap::new();
        let mut columns: BTreeMap<MatrixRank, SaidColumn> = BTreeMap::new();
        let mut spoken = Spoken::new();
        for note in notes {
            let Some(speaker) = Speaker::of(note) else { continue };
            let found = note.anchor.as_ref().map(|anchor| {
                let column = known.entry(anchor).or_insert_with(|| self.said_column(note, choice));
                column.clone()
            });
            let (rank, column) = found.unwrap_or_else(|| self.said_column(note, choice));
            columns.entry(rank).or_insert(column);
            let statement = statement(note, choice);
            for voice in speaker.0 {
                let voice = choice.delegations.stored(&voice).map_or(voice, |found| found.id.clone());
                spoken.entry(voice).or_default().entry(rank).or_default().push(statement.clone());
            }
        }
        made(columns, &spoken, choice)
    }

    fn is_said_at(&self, note: &Note, choice: &SaidChoice<'_>) -> bool {
        let session = || note.session.or_else(|| occasion_of(self.process, note.at).session);
        note.delegation.is_some() && choice.session.is_none_or(|wanted| session() == Some(wanted))
    }

    /// The column in which a note is, with its order.
    fn said_column(&self, note: &Note, choice: &SaidChoice<'_>) -> (MatrixRank, SaidColumn) {
        let other = || ((usize::MAX, usize::MAX), SaidColumn { place: None, label: String::new() });
        let anchor = note.anchor.as_ref();
        match choice.columns {
            SaidColumns::Steps => {
                let Some((at, row)) = anchor.and_then(|anchor| self.step_of(anchor)) else { return other() };
                let board = &self.boards[at];
                let place = Some(board.step(row));
                ((at, row), SaidColumn { place, label: board.rows[row].label.clone() })
            }
            SaidColumns::Items => {
                let item = anchor.and_then(|anchor| self.item_of(anchor)).or_else(|| note.item.clone());
                let Some(item) = item else { return other() };
                let place = self.process.items.iter().position(|link| link.item == item);
                let label = cite::number(&item, choice.language);
                let symbol = self.process.agenda.symbol.clone();
                let place_of = Some(Reference { symbol, address: item });
                ((0, place.unwrap_or(usize::MAX)), SaidColumn { place: place_of, label })
            }
        }
    }
}

fn statement(note: &Note, choice: &SaidChoice<'_>) -> SaidStatement {
    let said = Intervention::of(note, choice.delegations);
    SaidStatement {
        id: note.id,
        stance: said.as_ref().and_then(|said| said.stance),
        strongly: said.is_some_and(|said| said.strongly),
        is_of_group: false,
    }
}

fn made(
    mut columns: BTreeMap<MatrixRank, SaidColumn>,
    spoken: &Spoken,
    choice: &SaidChoice<'_>,
) -> SaidTable {
    distinguish(&mut columns);
    let ranks: Vec<MatrixRank> = columns.keys().copied().collect();
    let mut top: Vec<SaidRow> = spoken.keys().map(|id| row(id, spoken, &ranks, choice)).collect();
    top.sort_by_key(|row| (!row.is_group, fold(&row.name)));
    let total = |at: usize| {
        let mut tally = Tally::default();
        for cell in top.iter().map(|row| &row.cells[at]) {
            tally.notes += cell.0.len();
            cell.stance().into_iter().for_each(|stance| tally.add(stance));
        }
        tally
    };
    let totals = (0..ranks.len()).map(total).collect();
    let below = |row: SaidRow| {
        let members = members(&row, spoken, &ranks, choice);
        std::iter::once(row).chain(members)
    };
    SaidTable {
        columns: columns.into_values().collect(),
        rows: top.into_iter().flat_map(below).collect(),
        totals,
    }
}

/// Names the report before steps of several reports that have the same name.
fn distinguish(columns: &mut BTreeMap<MatrixRank, SaidColumn>) {
    let mut counted: HashMap<String, usize> = HashMap::new();
    for column in columns.values() {
        *counted.entry(column.label.clone()).or_default() += 1;
    }
    for column in columns.values_mut().filter(|column| counted[&column.label] > 1) {
        if let Some(place) = &column.place {
            column.label = format!("{} {}", place.symbol, column.label);
        }
    }
}

fn row(id: &str, spoken: &Spoken, ranks: &[MatrixRank], choice: &SaidChoice<'_>) -> SaidRow {
    let delegation = choice.delegations.get(id);
    let own = spoken.get(id);
    let cell = |rank: &MatrixRank| SaidCell(own.and_then(|own| own.get(rank)).cloned().unwrap_or_default());
    SaidRow {
        id: id.to_owned(),
        name: delegation.map_or(id, |delegation| delegation.label(choice.language)).to_owned(),
        is_group: delegation.is_some_and(|delegation| !delegation.members.is_empty()),
        member_of: None,
        cells: ranks.iter().map(cell).collect(),
    }
}

/// The members of a group that is expanded, by name; what the group said comes before what each of them said.
fn members(group: &SaidRow, spoken: &Spoken, ranks: &[MatrixRank], choice: &SaidChoice<'_>) -> Vec<SaidRow> {
    let delegation = choice.delegations.get(&group.id).filter(|_| choice.expanded.contains(&group.id));
    let states = delegation.map(|delegation| choice.delegations.states_of(delegation)).unwrap_or_default();
    let member = |state: &crate::model::Delegation| {
        let mut member = row(&state.id, spoken, ranks, choice);
        for (cell, of_group) in member.cells.iter_mut().zip(&group.cells) {
            let of_group = of_group.0.iter().map(|said| SaidStatement { is_of_group: true, ..said.clone() });
            cell.0.splice(0..0, of_group);
        }
        SaidRow { member_of: Some(group.id.clone()), is_group: false, ..member }
    };
    let mut members: Vec<SaidRow> = states.into_iter().map(member).collect();
    members.sort_by_key(|member| fold(&member.name));
    members
}
