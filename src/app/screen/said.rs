//! Who said what, over the desk: a table of delegations against the steps or agenda items on which they spoke.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::cover::Cover;
use crate::app::draft::Draft;
use crate::app::event::{Mouse, Pointer};
use crate::app::layout::Rect;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Overlay;
use crate::app::screen::browser::Selected;
use crate::app::screen::{naming, statement};
use crate::base::list::List;
use crate::base::text::width;
use crate::board::{Board, SaidChoice, SaidColumns, SaidRow, SaidTable};
use crate::locale::dates;
use crate::model::Language;

/// The state of the layer.
#[derive(Debug, Clone)]
pub struct State {
    /// The table.
    pub table: SaidTable,
    /// The number of the session; `None` for all sessions.
    pub session: Option<u32>,
    /// What the columns are.
    pub columns: SaidColumns,
    /// The groups whose members are shown.
    expanded: BTreeSet<String>,
    /// The chosen row.
    pub list: List,
    /// The chosen column; `top` is the first one on screen.
    pub across: List,
    boards: Arc<[Board]>,
    basis: MatrixBasis,
}

/// What the table was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MatrixBasis {
    revision: u64,
    languages: (Language, Language),
    process: usize,
}

impl MatrixBasis {
    fn of(context: &Context) -> Self {
        Self {
            revision: context.workspace.notebook.revision(),
            languages: (context.locale().language(), context.reading()),
            process: context.desk.process,
        }
    }
}

impl State {
    /// The table of the session the delegate works for.
    #[must_use]
    pub fn open(context: &Context) -> Self {
        let mut state = Self {
            table: SaidTable::default(),
            session: context.desk.session,
            columns: SaidColumns::Steps,
            expanded: BTreeSet::new(),
            list: List::default(),
            across: List::default(),
            boards: Arc::default(),
            basis: MatrixBasis::of(context),
        };
        state.read(context);
        state
    }

    /// Makes the boards again, and the table.
    fn read(&mut self, context: &Context) {
        self.basis = MatrixBasis::of(context);
        self.boards = context.library.boards(context.reading());
        self.make(context);
    }

    /// Makes the table again; the chosen cell stays where it is, as far as there is one.
    fn make(&mut self, context: &Context) {
        let choice = SaidChoice {
            session: self.session,
            columns: self.columns,
            delegations: &context.workspace.delegations,
            language: context.locale().language(),
            expanded: &self.expanded,
        };
        self.table =
            statement::agenda(context, &self.boards).said(context.workspace.notebook.notes(), &choice);
        self.list.select(self.list.selected, self.table.rows.len());
        self.across.select(self.across.selected, self.table.columns.len());
    }

    /// The chosen row.
    #[must_use]
    pub fn row(&self) -> Option<&SaidRow> {
        self.table.rows.get(self.list.selected)
    }

    /// The name of the chosen column: the citation of the step or the title of the agenda item.
    #[must_use]
    pub fn place(&self, context: &Context) -> String {
        let column = self.table.columns.get(self.across.selected);
        let place = column.and_then(|column| column.place.as_ref());
        let language = context.locale().language();
        match (place, self.columns) {
            (None, _) => context.locale().say("said-other"),
            (Some(place), SaidColumns::Items) => {
                statement::agenda(context, &[]).title(&place.address, language)
            }
            (Some(place), SaidColumns::Steps) => naming::citation(language, place),
        }
    }

    /// Chooses the cell some rows and columns further.
    pub fn step(&mut self, rows: isize, columns: isize) {
        self.list.step(rows, self.table.rows.len());
        self.across.step(columns, self.table.columns.len());
    }

    /// Moves by `by` screens.
    pub fn page(&mut self, context: &Context, by: isize) {
        let height = isize::try_from(area(context).rows.height).unwrap_or(10);
        self.step(by * (height - 1).max(1), 0);
    }

    /// Opens the statements behind the chosen cell.
    #[must_use]
    pub fn enter(&self, context: &Context) -> Outcome {
        let Some(row) = self.row() else { return Outcome::none() };
        let ids: Vec<_> = row
            .cells
            .get(self.across.selected)
            .into_iter()
            .flat_map(|cell| cell.0.iter().map(|said| said.id))
            .collect();
        let place = self.place(context);
        if ids.is_empty() {
            let notice = Notice::new("said-nothing-here").with("name", row.name.as_str());
            return Outcome::notify(notice.with("place", place));
        }
        let title = format!("{} · {place}", row.name);
        Outcome::of(Intent::Open(Overlay::Browser(Selected { title, ids })))
    }

    /// Opens all statements of the chosen delegation in the table, or of the chosen group.
    #[must_use]
    pub fn enter_row(&self, context: &Context) -> Outcome {
        let Some(row) = self.row() else { return Outcome::none() };
        let mut ids: Vec<_> = row.cells.iter().flat_map(|cell| cell.0.iter().map(|said| said.id)).collect();
        ids.sort_unstable();
        ids.dedup();
        let session = self.session.map(|session| {
            let ordinal = dates::ordinal(context.locale(), session);
            context.locale().say_with("session", &[("ordinal", ordinal.as_str().into())])
        });
        let title = std::iter::once(row.name.clone()).chain(session).collect::<Vec<_>>().join(" · ");
        Outcome::of(Intent::Open(Overlay::Browser(Selected { title, ids })))
    }

    /// Shows the members of the chosen group, or only the group.
    pub fn toggle_members(&mut self, context: &Context) {
        let Some(row) = self.row() else { return };
        let group = row.member_of.clone().or_else(|| row.is_group.then(|| row.id.clone()));
        let Some(group) = group else { return };
        if !self.expanded.remove(&group) {
            self.expanded.insert(group.clone());
        }
        self.make(context);
        let at = self.table.rows.iter().position(|row| row.id == group && row.member_of.is_none());
        self.list.selected = at.unwrap_or(self.list.selected);
    }

    /// Shows the members of all groups, or only the groups.
    pub fn toggle_all(&mut self, context: &Context) {
        let id = self.row().map(|row| row.member_of.clone().unwrap_or_else(|| row.id.clone()));
        if self.expanded.is_empty() {
            let groups = self.table.rows.iter().filter(|row| row.is_group);
            self.expanded = groups.map(|row| row.id.clone()).collect();
        } else {
            self.expanded.clear();
        }
        self.make(context);
        let at =
            self.table.rows.iter().position(|row| Some(&row.id) == id.as_ref() && row.member_of.is_none());
        self.list.selected = at.unwrap_or(self.list.selected);
    }

    /// Takes agenda items as columns instead of steps, or the other way round.
    pub fn turn_columns(&mut self, context: &Context) {
        self.columns = match self.columns {
            SaidColumns::Steps => SaidColumns::Items,
            SaidColumns::Items => SaidColumns::Steps,
        };
        self.across = List::default();
        self.make(context);
    }

    /// Shows the session `by` places further; before the first one are all sessions together.
    pub fn step_session(&mut self, context: &Context, by: isize) {
        let numbers = context.process().sessions.iter().filter_map(|session| session.number);
        let sessions: Vec<Option<u32>> = std::iter::once(None).chain(numbers.map(Some)).collect();
        let at = sessions.iter().position(|session| *session == self.session).unwrap_or(0);
        self.session = sessions[at.saturating_add_signed(by).min(sessions.len() - 1)];
        self.make(context);
    }
}

/// The rectangles of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidArea {
    /// The whole table with its frame.
    pub frame: Rect,
    /// The names of the columns.
    pub head: Rect,
    /// The rows.
    pub rows: Rect,
    /// The totals of the columns.
    pub totals: Rect,
    /// What the chosen cell is.
    pub detail: Rect,
}

/// The rectangles of the table on screen.
#[must_use]
pub fn area(context: &Context) -> SaidArea {
    let frame = context.layout.main;
    let inside = frame.inside();
    let height = inside.height.saturating_sub(3);
    let line = |nth: u16| Rect { y: inside.y + nth, height: 1.min(inside.height), ..inside };
    let rows = Rect { y: inside.y + 1, height, ..inside };
    SaidArea { frame, head: line(0), rows, totals: line(1 + height), detail: line(2 + height) }
}

/// How the width of the table is divided; all in columns of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SaidShape {
    /// Width of the names.
    pub left: u16,
    /// Width of the number of statements of a row, right of the names.
    pub count: u16,
    /// Width of a column.
    pub cell: u16,
    /// How many columns there is room for.
    pub shown: usize,
}

/// The narrowest and the widest column, and the least width of the names.
const CELL: (u16, u16) = (6, 16);
/// The widest column where all fit and share the width.
const SHARED: u16 = 10;
const NAMES: usize = 14;
/// Width of the number of statements of a row.
const COUNT: u16 = 4;

impl SaidShape {
    /// The division of `columns` columns of the terminal.
    #[must_use]
    pub fn of(state: &State, columns: u16) -> Self {
        let names = state.table.rows.iter().map(|row| width(&row.name) + 4);
        let longest = names.max().unwrap_or(0).max(NAMES);
        let left = u16::try_from(longest).unwrap_or(u16::MAX).min(columns * 2 / 5);
        let labels = state.table.columns.iter().map(|column| width(&column.label) + 2);
        let cell = u16::try_from(labels.max().unwrap_or(0)).unwrap_or(u16::MAX).clamp(CELL.0, CELL.1);
        let room = columns.saturating_sub(left + COUNT);
        // Where all columns fit, they share the width, so that more signs do.
        let share = room / u16::try_from(state.table.columns.len().max(1)).unwrap_or(u16::MAX);
        let cell = share.clamp(cell, SHARED.max(cell));
        Self { left, count: COUNT, cell, shown: usize::from(room / cell).max(1) }
    }
}

impl Cover for State {
    fn scope(&self) -> &'static str {
        "said"
    }

    fn takes_global_keys(&self) -> bool {
        true
    }

    /// A click chooses a cell, a click on the chosen one opens its statements.
    fn mouse(&mut self, pointer: Pointer, context: &Context) -> Outcome {
        let rows = area(context).rows;
        match pointer.action {
            Mouse::Wheel(by) => self.step(by, 0),
            Mouse::Click if rows.holds(pointer.column, pointer.row) => {
                let shape = SaidShape::of(self, rows.width);
                let row = self.list.top + usize::from(pointer.row - rows.y);
                let left = rows.x + shape.left + shape.count;
                let column = pointer.column.checked_sub(left);
                let column = column.map(|x| self.across.top + usize::from(x / shape.cell));
                let column = column.unwrap_or(self.across.selected);
                if row >= self.table.rows.len() || column >= self.table.columns.len() {
                    return Outcome::none();
                }
                if (row, column) == (self.list.selected, self.across.selected) {
                    return self.enter(context);
                }
                (self.list.selected, self.across.selected) = (row, column);
            }
            Mouse::Click => {}
        }
        Outcome::none()
    }

    /// Keeps the chosen cell visible.
    fn settle(&mut self, context: &Context) {
        if self.basis != MatrixBasis::of(context) {
            self.read(context);
        }
        let rows = area(context).rows;
        self.list.reveal(rows.height.into(), self.table.rows.len());
        self.across.reveal(SaidShape::of(self, rows.width).shown, self.table.columns.len());
    }

    fn draft(&self) -> Option<&Draft> {
        None
    }

    fn draft_mut(&mut self) -> Option<&mut Draft> {
        None
    }

    fn hints(&self) -> &'static [&'static str] {
        &["open", "open-delegation", "members", "columns", "help", "next-session", "all-members", "cancel"]
    }
}
