//! The columns of the tracker report: one table, in which each column has the function that makes its cells.

use crate::board::{Board, Occurrence, Row};
use crate::calendar::Basis;
use crate::cite;
use crate::export::{Cell, Column, Placement, calendar_text};
use crate::followup::{Deadline, FollowUp};
use crate::locale::Locale;
use crate::model::Reference;
use crate::workspace::{LeftOut, Release, Status, StepState};

use super::Work;
use super::counts::{NoteCounts, NoteNumbers};

/// A column of the tracker report.
pub struct TrackerColumn {
    /// The stable name, as in JSON and in the locale id of its title (`export-column-…`).
    pub id: &'static str,
    /// Width in a workbook, in characters.
    pub width: u16,
    /// Where a document that is meant for reading has it.
    pub placement: Placement,
    /// Makes the cell of one occurrence.
    pub cell: fn(&Tracked<'_>) -> Cell,
}

impl TrackerColumn {
    /// The column as the report shows it, with its title in the language of the locale.
    pub fn heading(&self, locale: &Locale) -> Column {
        let title = locale.say(&format!("export-column-{}", self.id));
        Column { id: self.id, title, width: self.width, placement: self.placement }
    }
}

/// All columns, in order.
pub const COLUMNS: [TrackerColumn; 30] = {
    use Placement::{Detail, Head, Name, Table};
    [
        column("id", 30, Table, id),
        column("label", 9, Name, label),
        column("step", 28, Table, step),
        column("topic", 7, Table, topic),
        column("section", 9, Table, section),
        column("item", 9, Table, item),
        column("words", 60, Head, words),
        column("actor", 24, Table, actor),
        column("actors", 16, Table, actor_kinds),
        column("verb", 18, Table, verb),
        column("force", 14, Table, force),
        column("voluntary", 11, Table, voluntary),
        column("session", 9, Table, session),
        column("status", 13, Detail, status),
        column("who", 18, Detail, author),
        column("when", 17, Detail, time),
        column("meeting", 10, Detail, meeting),
        column("remark", 40, Detail, remark),
        column("evidence", 30, Detail, evidence),
        column("deadline", 30, Detail, deadline),
        column("date", 12, Detail, date),
        column("basis", 18, Table, basis),
        column("dated-by", 18, Table, dated_by),
        column("cites", 40, Detail, cites),
        column("notes", 8, Table, notes),
        column("interventions", 8, Table, interventions),
        column("delegations", 40, Detail, delegations),
        column("positions", 8, Table, positions),
        column("report", 16, Table, report),
        column("act", 28, Table, act),
    ]
};

const fn column(
    id: &'static str,
    width: u16,
    placement: Placement,
    cell: fn(&Tracked<'_>) -> Cell,
) -> TrackerColumn {
    TrackerColumn { id, width, placement, cell }
}

/// An occurrence, and everything its cells show.
pub struct Tracked<'a> {
    occurrence: &'a Occurrence,
    /// What its report asks for; `None` if no report in the library has the step.
    asked: Option<StepRequest<'a>>,
    /// The status at its session; `None` if it is due at no session.
    status: Option<Status>,
    /// What somebody has set for its session.
    state: Option<&'a StepState>,
    release: Release,
    locale: &'a Locale,
}

/// What a report asks for in a step or topic.
struct StepRequest<'a> {
    row: &'a Row,
    followup: &'a FollowUp,
    /// What the delegation has on its passage; `None` for a topic that is only a part of a passage.
    numbers: Option<NoteNumbers>,
}

impl<'a> Tracked<'a> {
    /// Collects what the cells of an occurrence show. `counts` has one element for each board.
    pub fn new(
        occurrence: &'a Occurrence,
        boards: &'a [Board],
        counts: &[NoteCounts],
        work: Work<'a>,
        locale: &'a Locale,
    ) -> Self {
        let asked = occurrence.row.map(|at| {
            let (board, counts) = (&boards[at.board], &counts[at.board]);
            let (row, followup) = (&board.rows[at.row], board.followup(at.row));
            let passage = board.passage(at.row).address;
            let is_passage = row.is_step() || passage != followup.step;
            StepRequest {
                row,
                followup,
                numbers: is_passage.then(|| counts.count(&passage, occurrence.session)),
            }
        });
        let state = occurrence
            .session
            .and_then(|session| work.tracker.state(&occurrence.step, occurrence.topic.as_deref(), session));
        let status = occurrence.session.map(|_| occurrence.status(boards, work.tracker));
        let release = work.release;
        Self { occurrence, asked, status, state, release, locale }
    }

    /// The cell that a function makes of what the report asks for; empty if no report in the library has the step.
    fn asked(&self, cell: impl FnOnce(&StepRequest<'a>) -> Cell) -> Cell {
        self.asked.as_ref().map_or(Cell::Empty, cell)
    }

    /// The cell that a function makes of the deadline; empty if there is none.
    fn deadline(&self, cell: impl FnOnce(&Deadline) -> Cell) -> Cell {
        self.asked(|asked| asked.followup.deadline.as_ref().map_or(Cell::Empty, cell))
    }

    /// The cell that a function makes of the basis of the deadline's date; empty if there is none.
    fn basis(&self, cell: impl FnOnce(&Basis) -> Cell) -> Cell {
        self.deadline(|deadline| deadline.basis.as_ref().map_or(Cell::Empty, cell))
    }

    /// The cell that a function makes of what was set; empty if nothing was set.
    fn state(&self, cell: impl FnOnce(&StepState) -> Cell) -> Cell {
        self.state.map_or(Cell::Empty, cell)
    }

    /// A number of what the delegation has on the passage; empty if it is no passage.
    fn number(&self, number: impl FnOnce(&NoteNumbers) -> u32) -> Cell {
        self.asked(|asked| {
            asked.numbers.as_ref().map_or(Cell::Empty, |numbers| Cell::Number(number(numbers)))
        })
    }

    fn named(&self, family: &str, name: &str) -> Cell {
        Cell::Named { name: name.to_owned(), text: self.locale.say(&format!("{family}-{name}")) }
    }

    fn link(&self, reference: &Reference) -> Cell {
        let address = reference.symbol.official_address(self.locale.language());
        Cell::Link { text: reference.to_string(), address }
    }
}

fn id(tracked: &Tracked<'_>) -> Cell {
    Cell::Text(tracked.occurrence.to_string())
}

fn label(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| Cell::Text(asked.row.label.clone()))
}

fn step(tracked: &Tracked<'_>) -> Cell {
    tracked.link(&tracked.occurrence.step)
}

fn topic(tracked: &Tracked<'_>) -> Cell {
    Cell::text(tracked.occurrence.topic.as_deref())
}

fn section(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| Cell::text(Some(&asked.followup.section.join("."))))
}

fn item(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| match &asked.row.item {
        Some(item) => {
            let text = cite::number(item, tracked.locale.language());
            Cell::Named { name: item.to_string(), text }
        }
        None => Cell::Empty,
    })
}

fn words(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| Cell::text(Some(&asked.row.words)))
}

fn actor(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| {
        let actors: Vec<&str> = asked.followup.actors.iter().map(|actor| actor.text.as_str()).collect();
        Cell::text(Some(&actors.join(", ")))
    })
}

fn actor_kinds(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| {
        let mut kinds: Vec<&str> = asked.followup.actors.iter().map(|actor| actor.kind.name()).collect();
        kinds.dedup();
        if kinds.is_empty() {
            return Cell::Empty;
        }
        let texts: Vec<String> =
            kinds.iter().map(|kind| tracked.locale.say(&format!("actor-{kind}"))).collect();
        Cell::Named { name: kinds.join(", "), text: texts.join(", ") }
    })
}

fn verb(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| Cell::text(asked.followup.verb.as_ref().map(|verb| verb.text.as_str())))
}

fn force(tracked: &Tracked<'_>) -> Cell {
    tracked
        .asked(|asked| asked.followup.force.map_or(Cell::Empty, |force| tracked.named("force", force.name())))
}

fn voluntary(tracked: &Tracked<'_>) -> Cell {
    tracked
        .asked(|asked| tracked.named("export", if asked.followup.voluntary.is_some() { "yes" } else { "no" }))
}

fn session(tracked: &Tracked<'_>) -> Cell {
    tracked.occurrence.session.map_or(Cell::Empty, Cell::Number)
}

fn status(tracked: &Tracked<'_>) -> Cell {
    tracked.status.map_or(Cell::Empty, |status| tracked.named("status", status.name()))
}

fn author(tracked: &Tracked<'_>) -> Cell {
    tracked.state(|state| Cell::text(Some(&state.author)))
}

fn time(tracked: &Tracked<'_>) -> Cell {
    tracked.state(|state| Cell::Moment(state.at))
}

fn meeting(tracked: &Tracked<'_>) -> Cell {
    tracked.state(|state| Cell::text(state.mark.meeting.as_deref()))
}

fn remark(tracked: &Tracked<'_>) -> Cell {
    let open = |state: &StepState| tracked.release.mark(&state.mark, &mut LeftOut::default()).into_owned();
    tracked.state(|state| Cell::text(open(state).remark.as_deref()))
}

fn evidence(tracked: &Tracked<'_>) -> Cell {
    tracked.state(|state| state.mark.evidence.as_ref().map_or(Cell::Empty, |passage| tracked.link(passage)))
}

fn deadline(tracked: &Tracked<'_>) -> Cell {
    tracked.deadline(|deadline| Cell::text(Some(&deadline.text)))
}

fn date(tracked: &Tracked<'_>) -> Cell {
    tracked.deadline(|deadline| deadline.date.map_or(Cell::Empty, Cell::Date))
}

fn basis(tracked: &Tracked<'_>) -> Cell {
    tracked.basis(|basis| Cell::Named {
        name: basis.name(),
        text: calendar_text::basis_name(tracked.locale, basis),
    })
}

fn dated_by(tracked: &Tracked<'_>) -> Cell {
    tracked.basis(|basis| Cell::text(basis.citation()))
}

fn cites(tracked: &Tracked<'_>) -> Cell {
    tracked.asked(|asked| {
        let cites: Vec<&str> = asked.followup.cites.iter().map(|cited| cited.text.as_str()).collect();
        if cites.is_empty() {
            return Cell::Empty;
        }
        let text = cites.join(&tracked.locale.say("list-separator"));
        Cell::Named { name: cites.join("; "), text }
    })
}

fn notes(tracked: &Tracked<'_>) -> Cell {
    tracked.number(|numbers| numbers.notes)
}

fn interventions(tracked: &Tracked<'_>) -> Cell {
    tracked.number(|numbers| numbers.interventions)
}

/// Who spoke, each with the sign of its stance: `Canada +, France -`.
fn delegations(tracked: &Tracked<'_>) -> Cell {
    tracked
        .asked(|asked| Cell::text(asked.numbers.as_ref().map(|numbers| numbers.voices.join(", ")).as_deref()))
}

fn positions(tracked: &Tracked<'_>) -> Cell {
    tracked.number(|numbers| numbers.positions)
}

fn report(tracked: &Tracked<'_>) -> Cell {
    Cell::Text(tracked.occurrence.step.symbol.to_string())
}

fn act(tracked: &Tracked<'_>) -> Cell {
    tracked.state(|state| Cell::Text(state.act.to_string()))
}
