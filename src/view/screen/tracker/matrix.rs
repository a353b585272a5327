//! How the matrix of the tracker looks: steps and topics as rows, sessions as columns.

use std::cmp::Reverse;

use crate::app::context::Context;
use crate::app::screen::tracker::{HEAD, Shape, State, facets};
use crate::base::text::width;
use crate::board::{Board, Facet, ViewLine};
use crate::calendar::Basis;
use crate::locale::dates;
use crate::model::Reference;
use crate::view::canvas::{Canvas, Styled};
use crate::view::theme::Role;
use crate::view::widget::bar;
use crate::workspace::{Note, Status, Tally};

/// The matrix, with what is needed to draw it.
pub(super) struct Matrix<'a> {
    pub state: &'a State,
    pub context: &'a Context<'a>,
    pub board: &'a Board,
    pub shape: Shape,
}

/// A session on screen.
struct SessionColumn {
    /// Its index among the columns of the tracker.
    index: usize,
    /// The session.
    session: u32,
    /// The column of the terminal it starts at, counted from the left edge of the matrix.
    x: u16,
}

/// Columns of the label before the words of a row, with its margins.
const LABEL: u16 = 8;

impl Matrix<'_> {
    /// Draws the heads of the columns, and below them the lines that are on screen.
    pub(super) fn draw(&self, canvas: &mut Canvas) {
        self.draw_head(canvas);
        let chosen = self.state.chosen_line(self.context);
        let lines = self.state.lines().iter().enumerate().skip(self.state.list.top);
        let mut body = canvas.rows_from(HEAD);
        for (nth, (at, line)) in lines.enumerate() {
            let Some(mut canvas) = body.row(nth) else { return };
            match line {
                ViewLine::Group(facet) => self.draw_group(facet.as_ref(), &mut canvas),
                ViewLine::Row { row, context } => {
                    let role = match (Some(at) == chosen, context) {
                        (true, _) => Role::Here,
                        (false, true) => Role::Dim,
                        (false, false) => Role::Text,
                    };
                    MatrixRow { matrix: self, row: *row, role }.draw(&mut canvas);
                }
            }
        }
        let used = self.state.lines().len().saturating_sub(self.state.list.top);
        self.draw_words(&mut body.rows_from(u16::try_from(used).unwrap_or(u16::MAX)));
    }

    /// Draws all words of the current row below the matrix, if its line has not room for them and there are rows left.
    fn draw_words(&self, canvas: &mut Canvas) {
        let Some(row) = self.state.row_here(self.context).filter(|_| canvas.height() > 1) else { return };
        let words = &self.board.rows[row].words;
        if width(words) + usize::from(LABEL) < usize::from(self.shape.left) {
            return;
        }
        let (number, text) = (canvas.style(Role::Number), canvas.style(Role::Text));
        let mut below = canvas.rows_from(1);
        let label = self.board.topic(row).unwrap_or(&self.board.rows[row].label);
        below.columns(2, LABEL - 3).put(label, number);
        let room = below.area.width.saturating_sub(LABEL + 1);
        below.columns(LABEL - 1, room).excerpt(words, text);
    }

    /// The sessions on screen.
    fn columns(&self) -> impl Iterator<Item = SessionColumn> {
        let first = self.shape.left + self.shape.date;
        let shown = self.state.columns().iter().enumerate().skip(self.shape.first).take(self.shape.shown);
        shown.zip(0..).map(move |((index, session), at)| SessionColumn {
            index,
            session: *session,
            x: first + self.shape.cell * at,
        })
    }

    fn draw_head(&self, canvas: &mut Canvas) {
        let Shape { left, date, cell, .. } = self.shape;
        if date > 0 {
            let (text, style) = (canvas.locale.say("column-deadline"), canvas.style(Role::Title));
            canvas.columns(left, date - 1).put(&text, style);
        }
        let here = self.state.column(self.context);
        for column in self.columns() {
            let Some(progress) = self.state.progress(column.index) else { return };
            let name = dates::ordinal(canvas.locale, column.session);
            let room = usize::from(cell).saturating_sub(width(&name) + 2);
            let text = format!("{name} {}", bar::counted(progress, room));
            let style = canvas.style(if here == column.index { Role::TitleFocus } else { Role::Title });
            canvas.columns(column.x, cell).put(&text, style);
        }
    }

    /// Draws a heading over rows; that of a section with its progress at each session.
    fn draw_group(&self, facet: Option<&Facet>, canvas: &mut Canvas) {
        let name = match facet {
            Some(facet) => facets::full_name(self.state, self.context, facet),
            None => canvas.locale.say("group-without"),
        };
        let style = canvas.style(Role::Heading);
        let Shape { left, date, cell, .. } = self.shape;
        let sections = &self.state.cached.sections;
        let Some(Facet::Section(path)) = facet.filter(|_| !sections.is_empty()) else {
            canvas.put_truncated(&name, style);
            return;
        };
        canvas.columns(0, (left + date).saturating_sub(1)).put_truncated(&name, style);
        for column in self.columns() {
            let found = sections.get(column.index).and_then(|all| all.iter().find(|(of, _)| of == path));
            let Some((_, progress)) = found else { continue };
            let text = bar::counted(progress, usize::from(cell).saturating_sub(1));
            let style = canvas.style(Role::Title);
            canvas.columns(column.x, cell).put(&text, style);
        }
    }
}

/// A row of the matrix: a step or a topic.
struct MatrixRow<'a> {
    matrix: &'a Matrix<'a>,
    /// Its index among the rows of the board.
    row: usize,
    /// How its text is drawn; [`Role::Here`] if it is the current row.
    role: Role,
}

impl MatrixRow<'_> {
    fn draw(&self, canvas: &mut Canvas) {
        let Shape { left, date: date_width, .. } = self.matrix.shape;
        let (text_style, note_style, date_style) =
            (canvas.style(self.role), canvas.style(Role::NoteMark), canvas.style(Role::Dim));
        canvas.put(if self.is_here() { "▌" } else { " " }, canvas.style(Role::Bar));
        if self.matrix.state.marked.contains(&self.matrix.board.subject(self.row)) {
            canvas.put_at(1, "*", canvas.style(Role::Key));
        }
        let date = self.date();
        // Without a deadline its columns are used for the text.
        let room = if date.is_empty() { left + date_width } else { left };
        let (text, notes) = (self.text(), self.notes());
        canvas
            .columns(2, room.saturating_sub(3))
            .spread(Styled::new(&text, text_style), Styled::new(&notes, note_style));
        if date_width > 0 {
            canvas.columns(left, date_width - 1).put(&date, date_style);
        }
        for column in self.matrix.columns() {
            self.draw_cell(&column, canvas);
        }
    }

    fn is_here(&self) -> bool {
        self.role == Role::Here
    }

    /// The label of a step or the letter of a topic, and its text.
    fn text(&self) -> String {
        let row = &self.matrix.board.rows[self.row];
        match self.matrix.board.topic(self.row) {
            Some(topic) => format!("   {topic}  {}", row.words),
            None => format!("{}  {}", row.label, row.words),
        }
    }

    /// How many notes there are on the passage and, for a step, on its topics, and how many spoke for and against: `✎2 +1`;
    /// empty for none.
    fn notes(&self) -> String {
        let Matrix { board, context, .. } = self.matrix;
        let is_step = board.rows[self.row].is_step();
        let topics = if is_step { board.topics(self.row) } else { 0..0 };
        let rows = std::iter::once(self.row).chain(topics);
        let mut passages: Vec<Reference> = rows.map(|row| board.passage(row)).collect();
        // A topic that is part of the text of its step has no notes of its own.
        passages.retain(|passage| is_step || *passage != board.step(self.row));
        passages.dedup();
        let notebook = &context.workspace.notebook;
        if let [passage] = &passages[..] {
            return notebook.tally_of_passage(passage).signs();
        }
        let mut notes: Vec<&Note> =
            passages.iter().flat_map(|passage| notebook.for_passage(passage)).collect();
        notes.sort_by_key(|note| Reverse((note.at, note.id)));
        Tally::of(notes).signs()
    }

    /// The deadline of a step; empty for a topic and for a step without one.
    fn date(&self) -> String {
        let Matrix { board, context, .. } = self.matrix;
        let deadline = board.followup(self.row).deadline.as_ref();
        let deadline = deadline.filter(|_| board.rows[self.row].is_step());
        if let Some(Basis::Every(lapse)) = deadline.and_then(|deadline| deadline.basis.as_ref()) {
            let count = [("count", lapse.count.into())];
            return context.locale().say_with(&format!("every-{}", lapse.unit.name()), &count);
        }
        let date = deadline.and_then(|deadline| deadline.date);
        date.map(|date| dates::near(context.locale(), date, context.now.today)).unwrap_or_default()
    }

    fn draw_cell(&self, column: &SessionColumn, canvas: &mut Canvas) {
        let Matrix { board, context, state, shape } = self.matrix;
        let tracker = &context.workspace.tracker;
        let status = board.status(self.row, column.session, tracker);
        let is_due = board.is_due(self.row, column.session, tracker);
        let mark = self.unsaved_mark(column.session);
        let text = match is_due || status != Status::Open {
            true => self.status_text(status, column.session, mark),
            false => format!("·{mark}"),
        };
        let style = canvas.style(if is_due { Role::from(status) } else { Role::Dim });
        let taken = canvas.columns(column.x, shape.cell.saturating_sub(1)).put(&text, style);
        if self.is_here() && column.index == state.column(context) {
            canvas.columns(column.x, taken.max(1)).restyle(Role::Selection);
        }
    }

    /// The sign and the name of a status, and the session it was carried over from or to; the sign alone if there is
    /// no room for more: `○ ouverte 4→`, `→ reportée 5`. The mark for what is not saved is in all of them.
    fn status_text(&self, status: Status, session: u32, mark: &str) -> String {
        let Matrix { board, context, shape, .. } = self.matrix;
        let name = context.locale().say(&format!("status-{}", status.name()));
        let from = board.carried_from(self.row, session, &context.workspace.tracker);
        let from = from.map(|from| format!(" {from}→")).unwrap_or_default();
        let to = board.next_session(session).filter(|_| status == Status::CarriedOver);
        let to = to.map(|to| to.to_string()).unwrap_or_default();
        let (sign, gap) = (status.sign(), if to.is_empty() { "" } else { " " });
        let long = [format!("{sign} {name}{gap}{to}{from}{mark}"), format!("{sign} {name}{gap}{to}{mark}")];
        // The session it was carried over from is not left out while there is room for it beside the sign.
        let long = long.into_iter().take(if from.is_empty() { 2 } else { 1 });
        let mut texts = long.chain([format!("{sign}{to}{from}{mark}")]);
        texts.find(|text| width(text) < usize::from(shape.cell)).unwrap_or_else(|| format!("{sign}{mark}"))
    }

    /// `!` if something set in the cell could not be written to the disk; else empty.
    fn unsaved_mark(&self, session: u32) -> &'static str {
        let Matrix { board, context, .. } = self.matrix;
        let (step, topic) = (board.step(self.row), board.topic(self.row));
        let is_unsaved = context
            .workspace
            .unsaved
            .has_act(|act| act.session == session && *act.step == step && act.topic.as_deref() == topic);
        if is_unsaved { "!" } else { "" }
    }
}
