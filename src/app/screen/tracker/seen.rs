//! What the tracker pane shows, worked out anew only when something it depends on has changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::screen::tracker::beside;
use crate::app::{App, place};
use crate::board::{Beside, Board, Cover, FacetKind, Progress, View, ViewLine, Warning};
use crate::calendar;
use crate::followup::FollowUp;
use crate::model::Symbol;

/// Days before a deadline from which on it stands at the head of the desk.
const WARN_DAYS: i64 = 14;

/// What was worked out, and from what.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The steps and topics of the report; none when it has none.
    pub board: Option<Arc<Board>>,
    /// The sessions that are columns.
    pub columns: Vec<u32>,
    /// How far each of these has come.
    pub progress: Vec<Progress>,
    /// The same for each section that has steps due at it.
    pub sections: Vec<Vec<(Vec<String>, Progress)>>,
    /// The deadlines that are near or past and not met.
    pub warnings: Vec<Warning>,
    /// What there is on each step due at the session one works for.
    pub covers: Vec<Cover>,
    /// The lines, as one wants to see them.
    pub lines: Vec<ViewLine>,
    /// The report beside another of the process.
    pub beside: Option<Arc<Beside>>,
    /// How many of its pairs wait to be confirmed.
    pub waiting: usize,
    report: Option<(usize, Symbol, Arc<Vec<FollowUp>>)>,
    marks: Option<(usize, chrono::NaiveDate)>,
    notes: Option<(usize, usize, Option<u32>)>,
    view: Option<(View, bool)>,
}

/// Works out what is no longer true; does nothing, and costs nothing, when nothing has changed.
pub fn refresh(app: &mut App) {
    let mut seen = std::mem::take(&mut app.board.seen);
    let mut changed = seen.read_report(app);
    changed |= seen.read_marks(app, changed);
    let session = seen.session(app);
    app.board.view.session = session;
    changed |= seen.read_notes(app, session, changed);
    app.board.view.here = seen.unasked(app);
    seen.read_lines(app, changed);
    app.board.seen = seen;
}

impl Seen {
    /// The report, what was read from it, and the agenda it belongs to.
    fn read_report(&mut self, app: &App) -> bool {
        let report = app.desk.report.as_ref();
        let followups = report.and_then(|report| app.followups.get(report));
        let known = self.report.as_ref();
        let same = match (report.zip(followups), known) {
            (Some((symbol, followups)), Some((process, known, read))) => {
                *process == app.desk.process && known == symbol && Arc::ptr_eq(read, followups)
            }
            (None, None) => true,
            _ => false,
        };
        if same {
            return false;
        }
        *self = Self::default();
        if let Some((symbol, followups)) = report.zip(followups)
            && let Some(document) = app.shelf.get(symbol, None)
        {
            self.board = Some(Arc::new(Board::new(document, followups.clone(), Some(app.process()))));
            self.beside = beside::read(app, symbol).map(Arc::new);
            self.report = Some((app.desk.process, symbol.clone(), followups.clone()));
        }
        true
    }

    /// Acts are only ever added, so that their number tells whether there are new ones.
    fn read_marks(&mut self, app: &App, anew: bool) -> bool {
        let basis = Some((app.tracker.len(), app.now.today));
        if !anew && self.marks == basis {
            return false;
        }
        self.marks = basis;
        let Some(board) = &self.board else { return true };
        self.waiting = self.beside.as_ref().map_or(0, |beside| beside.waiting(&app.tracker));
        self.columns = board.columns(&app.tracker);
        self.progress = self.columns.iter().map(|session| board.progress(*session, &app.tracker)).collect();
        let at_work = calendar::at_work(app.process(), app.now.today);
        let warnings = || board.warnings(&app.tracker, app.now.today, WARN_DAYS);
        self.warnings = if at_work { warnings() } else { Vec::new() };
        true
    }

    /// The session one works for where it is a column, else the first column.
    fn session(&self, app: &App) -> Option<u32> {
        let wanted = app.desk.session.filter(|session| self.columns.contains(session));
        wanted.or_else(|| self.columns.first().copied())
    }

    /// Notes come and go; what one is on, and for which session it was made, stays as it is.
    fn read_notes(&mut self, app: &App, session: Option<u32>, anew: bool) -> bool {
        let basis = Some((app.notebook.len(), app.positions.len(), session));
        if !anew && self.notes == basis {
            return false;
        }
        self.notes = basis;
        let found = self.board.as_ref().zip(session);
        self.covers = found.map_or_else(Vec::new, |(board, session)| {
            board.coverage(session, &app.tracker, &app.notebook, &app.positions)
        });
        true
    }

    /// The step one is at, when only that makes it worth showing.
    fn unasked(&self, app: &App) -> Option<crate::model::Reference> {
        let board = self.board.as_ref()?;
        let step = place::step_here(app)?;
        let row = board.find(&step, None)?;
        (!board.is_shown_unasked(row, &app.tracker)).then_some(step)
    }

    fn read_lines(&mut self, app: &App, anew: bool) {
        let basis = (app.board.view.clone(), app.board.uncovered);
        if !anew && self.view.as_ref() == Some(&basis) {
            return;
        }
        self.lines = self.board.as_ref().map_or_else(Vec::new, |board| {
            let mut lines = board.lines(&app.board.view, &app.tracker);
            if app.board.uncovered {
                keep(&mut lines, board, &self.bare().collect());
            }
            lines
        });
        self.sections = match app.board.view.group {
            Some(FacetKind::Section) => self.by_section(app),
            _ => Vec::new(),
        };
        self.view = Some(basis);
    }

    fn by_section(&self, app: &App) -> Vec<Vec<(Vec<String>, Progress)>> {
        let Some(board) = &self.board else { return Vec::new() };
        let sections = |session: &u32| {
            let found = board.progress_by_section(*session, &app.tracker);
            found.into_iter().map(|(path, progress)| (path.to_vec(), progress)).collect()
        };
        self.columns.iter().map(sections).collect()
    }

    /// The rows of the steps due at the session one works for on which there is nothing.
    pub fn bare(&self) -> impl Iterator<Item = usize> + '_ {
        self.covers.iter().filter(|cover| cover.is_bare()).map(|cover| cover.row)
    }
}

/// Keeps the lines of some steps and their topics, and the headings above them.
fn keep(lines: &mut Vec<ViewLine>, board: &Board, steps: &BTreeSet<usize>) {
    lines.retain(|line| line.row().is_none_or(|row| steps.contains(&board.parent(row))));
    let headed: Vec<bool> = (0..lines.len())
        .map(|at| lines[at].row().is_some() || lines.get(at + 1).is_some_and(|next| next.row().is_some()))
        .collect();
    let mut headed = headed.into_iter();
    lines.retain(|_| headed.next().unwrap_or(false));
}
