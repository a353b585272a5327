//! The values the tracker pane shows, computed again only if something they depend on has changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::app::context::Context;
use crate::app::screen::tracker::{Options, beside};
use crate::base::Id;
use crate::board::{Beside, Board, FacetKind, Preparation, PreparedTexts, Progress, View, ViewLine, Warning};
use crate::calendar;
use crate::followup::FollowUp;
use crate::model::{Reference, Symbol};
use crate::workspace::{Note, position};

/// From how many days before a deadline on the header shows it.
const WARN_DAYS: i64 = 14;

/// The computed values, and what they were computed from.
#[derive(Debug, Clone, Default)]
pub struct CachedBoard {
    /// The steps and topics of the report; `None` if it has none.
    pub board: Option<Arc<Board>>,
    /// The sessions that are columns.
    pub columns: Vec<u32>,
    /// For each of these sessions, the number of due rows with each status.
    pub progress: Vec<Progress>,
    /// The same for each section that has steps due at the session; empty unless rows are grouped by section.
    pub sections: Vec<Vec<(Vec<String>, Progress)>>,
    /// The deadlines that are near or past and not met.
    pub warnings: Vec<Warning>,
    /// The passages of positions whose instruction ends soon or has ended, with its last day and the calendar days until
    /// then; the earliest first.
    pub instructions: Vec<(Reference, NaiveDate, i64)>,
    /// For each step due at the session, the number of notes, interventions and positions.
    pub covers: Vec<Preparation>,
    /// The lines shown.
    pub lines: Vec<ViewLine>,
    /// The steps of the report in pairs with those of another report of the process; `None` if there is no other.
    pub beside: Option<Arc<Beside>>,
    /// How many of these pairs are not confirmed yet.
    pub waiting: usize,
    basis: CacheBasis,
}

/// What the cached values were computed from, to see whether that has changed.
#[derive(Debug, Clone, Default)]
struct CacheBasis {
    report: Option<ReportBasis>,
    acts: Option<ActsBasis>,
    /// The revision of the positions, and today.
    instructions: Option<(u64, NaiveDate)>,
    notes: Option<NotesBasis>,
    shown: Option<ViewBasis>,
}

#[derive(Debug, Clone)]
struct ReportBasis {
    process: usize,
    symbol: Symbol,
    followups: Arc<Vec<FollowUp>>,
}

/// Acts are never removed, so that their number shows whether there are new ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ActsBasis {
    count: usize,
    today: NaiveDate,
}

/// The passage and the session of a position never change, so that the number of positions shows whether the coverage has.
#[derive(Debug, Clone, PartialEq, Eq)]
struct NotesBasis {
    /// The revision of the notebook.
    notes: u64,
    positions: usize,
    /// Statements also count or not by their status, which changes.
    statements: Vec<(Id, Option<DateTime<FixedOffset>>)>,
    session: Option<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct ViewBasis {
    view: View,
    uncovered: bool,
}

impl CachedBoard {
    /// Computes again what is out of date.
    pub(super) fn refresh(&mut self, options: &Options, context: &Context) {
        let mut changed = self.read_report(context);
        changed |= self.read_acts(context, changed);
        changed |= self.read_notes(context, changed);
        self.read_instructions(context);
        self.make_lines(options, context, changed);
    }

    /// The session whose statuses are shown: the one the delegate works for if it is a column, else the first column.
    pub(super) fn session(&self, context: &Context) -> Option<u32> {
        let session = context.desk.session.filter(|session| self.columns.contains(session));
        session.or_else(|| self.columns.first().copied())
    }

    /// The rows of the steps due at the session for which there is no note, intervention, position or statement.
    pub fn bare(&self) -> impl Iterator<Item = usize> + '_ {
        self.covers.iter().filter(|cover| cover.is_bare()).map(|cover| cover.row)
    }

    /// Reads the report and its follow-ups. Returns whether they have changed.
    fn read_report(&mut self, context: &Context) -> bool {
        let symbol = context.desk.report.as_ref();
        let followups = &context.library.followups;
        let found = symbol.and_then(|symbol| Some((symbol, followups.get(symbol, context.reading())?)));
        let is_same = match (found, &self.basis.report) {
            (Some((symbol, followups)), Some(known)) => {
                known.process == context.desk.process
                    && known.symbol == *symbol
                    && Arc::ptr_eq(&known.followups, followups)
            }
            (None, None) => true,
            _ => false,
        };
        if is_same {
            return false;
        }
        *self = Self::default();
        if let Some((symbol, followups)) = found {
            self.board = Some(Arc::new(Board::new(symbol, followups.clone(), Some(context.process()))));
            self.beside = beside::read(context, symbol).map(Arc::new);
            self.basis.report = Some(ReportBasis {
                process: context.desk.process,
                symbol: symbol.clone(),
                followups: followups.clone(),
            });
        }
        true
    }

    /// Reads the statuses and the deadlines, if they or the report have changed. Returns whether it did.
    fn read_acts(&mut self, context: &Context, report_changed: bool) -> bool {
        let tracker = &context.workspace.tracker;
        let today = context.now.today;
        let basis = Some(ActsBasis { count: tracker.len(), today });
        if !report_changed && self.basis.acts == basis {
            return false;
        }
        self.basis.acts = basis;
        let Some(board) = &self.board else { return true };
        self.waiting = self.beside.as_ref().map_or(0, |beside| beside.waiting(tracker));
        self.columns = board.columns(tracker);
        self.progress = self.columns.iter().map(|session| board.progress(*session, tracker)).collect();
        let at_work = calendar::at_work(context.process(), today);
        self.warnings = if at_work { board.warnings(tracker, today, WARN_DAYS) } else { Vec::new() };
        true
    }

    /// Reads the instructions of positions, if the positions or the day have changed.
    fn read_instructions(&mut self, context: &Context) {
        let (positions, today) = (&context.workspace.positions, context.now.today);
        let basis = Some((positions.revision(), today));
        if self.basis.instructions == basis {
            return;
        }
        self.basis.instructions = basis;
        let ending = |note: &Note| {
            let (date, days) = position::ending(note, today)?;
            Some((note.anchor.clone()?, date, days))
        };
        self.instructions = positions.notes().filter_map(ending).collect();
        self.instructions.sort_by_key(|(_, date, _)| *date);
    }

    /// Counts notes, positions and statements, if they, the session or the statuses have changed. Returns whether it did.
    fn read_notes(&mut self, context: &Context, acts_changed: bool) -> bool {
        let workspace = context.workspace;
        let texts = PreparedTexts {
            notes: &workspace.notebook,
            positions: &workspace.positions,
            statements: &workspace.statements,
            own: workspace.own(),
        };
        let session = self.session(context);
        let statements = texts.statements.notes().map(|note| (note.id, note.edited)).collect();
        let (notes, positions) = (texts.notes.revision(), texts.positions.len());
        let basis = Some(NotesBasis { notes, positions, statements, session });
        if !acts_changed && self.basis.notes == basis {
            return false;
        }
        self.basis.notes = basis;
        let found = self.board.as_ref().zip(session);
        self.covers = found
            .map_or_else(Vec::new, |(board, session)| board.coverage(session, &workspace.tracker, texts));
        true
    }

    /// Makes the lines, if the options, the current step or what was read have changed.
    fn make_lines(&mut self, options: &Options, context: &Context, changed: bool) {
        let view = options.view(self.session(context), self.step_to_add(context));
        let basis = ViewBasis { view, uncovered: options.uncovered };
        if !changed && self.basis.shown.as_ref() == Some(&basis) {
            return;
        }
        let tracker = &context.workspace.tracker;
        self.lines = self.board.as_ref().map_or_else(Vec::new, |board| {
            let mut lines = board.lines(&basis.view, tracker);
            if options.uncovered {
                retain_steps(&mut lines, board, &self.bare().collect());
            }
            lines
        });
        self.sections = match options.group {
            Some(FacetKind::Section) => self.by_section(context),
            _ => Vec::new(),
        };
        self.basis.shown = Some(basis);
    }

    /// The current step, if it is shown only because the delegate is there.
    fn step_to_add(&self, context: &Context) -> Option<Reference> {
        let board = self.board.as_ref()?;
        let step = context.here().step()?;
        let row = board.find(&step, None)?;
        (!board.is_shown_unasked(row, &context.workspace.tracker)).then_some(step)
    }

    fn by_section(&self, context: &Context) -> Vec<Vec<(Vec<String>, Progress)>> {
        let Some(board) = &self.board else { return Vec::new() };
        let sections = |session: &u32| {
            let found = board.progress_by_section(*session, &context.workspace.tracker);
            found.into_iter().map(|(path, progress)| (path.to_vec(), progress)).collect()
        };
        self.columns.iter().map(sections).collect()
    }
}

/// Removes the lines of all steps but these, with their topics, and headings without rows.
fn retain_steps(lines: &mut Vec<ViewLine>, board: &Board, steps: &BTreeSet<usize>) {
    lines.retain(|line| line.row().is_none_or(|row| steps.contains(&board.parent(row))));
    let is_row = |at: usize| lines.get(at).is_some_and(|line| line.row().is_some());
    let needed: Vec<bool> = (0..lines.len()).map(|at| is_row(at) || is_row(at + 1)).collect();
    let mut needed = needed.into_iter();
    lines.retain(|_| needed.next().unwrap_or(false));
}
