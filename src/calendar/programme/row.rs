//! One row of a programme of work: day, hours, meeting, items and subject, by the heads of the columns or by content.

use super::day::DayOrder;
use super::table::TableRow;
use super::{day, hours, items};
use crate::base::text::fold;
use crate::calendar::vocabulary::ProgrammeWords;
use crate::language::entry::{self, LineToken, LineTokenKind, touches};
use crate::model::Address;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ProgrammeColumn {
    Date,
    Time,
    Meeting,
    Items,
    Subject,
}

/// The columns by their heads, each with the place it begins at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heads(Vec<(usize, Option<ProgrammeColumn>)>);

impl Heads {
    /// Reads a row as the heads of a table: two names of columns at least, and no digit.
    pub fn read(row: &TableRow, words: &ProgrammeWords) -> Option<Self> {
        if row.text.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let heads: Vec<(usize, Option<ProgrammeColumn>)> =
            row.cells.iter().map(|(at, cell)| (*at, column(cell, words))).collect();
        let known = heads.iter().filter(|(_, column)| column.is_some()).count();
        (known > 1).then_some(Self(heads))
    }

    /// The column of a cell: by its order or, in a table with aligned columns, by its place in the line.
    fn of(&self, order: usize, at: usize, aligned: bool) -> Option<ProgrammeColumn> {
        if !aligned {
            return self.0.get(order)?.1;
        }
        let behind = |(start, _): &&(usize, Option<ProgrammeColumn>)| *start <= at + 1;
        self.0.iter().rfind(behind).or(self.0.first())?.1
    }
}

fn column(cell: &str, words: &ProgrammeWords) -> Option<ProgrammeColumn> {
    let name = fold(cell.trim().trim_end_matches([':', '.']));
    let heads = &words.pooled.columns;
    let kinds = [
        (&heads.date, ProgrammeColumn::Date),
        (&heads.time, ProgrammeColumn::Time),
        (&heads.items, ProgrammeColumn::Items),
        (&heads.meeting, ProgrammeColumn::Meeting),
        (&heads.subject, ProgrammeColumn::Subject),
    ];
    let whole = |name: &str| kinds.iter().find(|(names, _)| names.iter().any(|known| known == name));
    // "Time (New York)" is a time too.
    let first = name.split(['(', '/', ',']).next().unwrap_or("").trim();
    whole(&name).or_else(|| whole(first)).map(|(_, column)| *column)
}

/// What numbers alone in a cell mean in a table without heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// They count the meetings: 1, 2, 3 …
    Meetings,
    /// They are agenda items.
    Items,
}

impl Numbers {
    /// Numbers alone that grow by one from row to row count the meetings.
    pub fn of(rows: &[TableRow], _: &ProgrammeWords) -> Self {
        let alone = |row: &TableRow| {
            row.cells.iter().find_map(|(_, cell)| cell.trim_end_matches('.').parse::<u32>().ok())
        };
        let numbers: Vec<u32> = rows.iter().filter_map(alone).collect();
        let counts = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
        if counts { Self::Meetings } else { Self::Items }
    }
}

/// The order of day and month that the dates in figures show; `Unknown` if they show none, or both.
pub(super) fn day_order(rows: &[TableRow], words: &ProgrammeWords) -> DayOrder {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let mut orders = cells
        .filter_map(|(_, cell)| day::take(&mut entry::tokens(cell), words))
        .map(|day| day.order)
        .filter(|order| matches!(order, DayOrder::DayFirst | DayOrder::MonthFirst));
    let Some(first) = orders.next() else { return DayOrder::Unknown };
    if orders.all(|order| order == first) { first } else { DayOrder::Unknown }
}

/// What a row says.
#[derive(Debug, Clone, Default)]
pub(super) struct ProgrammeRow {
    pub day: Option<day::WrittenDay>,
    pub hours: Option<hours::Hours>,
    pub number: Option<u32>,
    pub items: Vec<Address>,
    pub about: String,
    /// Whether a cell that should hold a day holds none.
    pub no_day: bool,
    /// How many cells hold anything.
    pub cells: usize,
}

impl ProgrammeRow {
    /// Whether the row is only a day over the lines that follow.
    pub fn is_only_the_day(&self) -> bool {
        self.hours.is_none() && self.number.is_none() && self.items.is_empty() && self.cells < 2
    }
}

/// Reads a row.
pub(super) fn read(
    row: &TableRow,
    heads: Option<&Heads>,
    aligned: bool,
    numbers: Numbers,
    words: &ProgrammeWords,
) -> ProgrammeRow {
    let mut found = ProgrammeRow::default();
    let cells = row.cells.len();
    for (order, (at, cell)) in row.cells.iter().enumerate().filter(|(_, (_, cell))| !cell.is_empty()) {
        found.cells += 1;
        // A line beside the table is read by its content.
        let column = heads.filter(|_| cells > 1).and_then(|heads| heads.of(order, *at, aligned));
        found.cell(cell, column, numbers, words);
    }
    found
}

impl ProgrammeRow {
    fn cell(
        &mut self,
        cell: &str,
        column: Option<ProgrammeColumn>,
        numbers: Numbers,
        words: &ProgrammeWords,
    ) {
        let mut tokens = entry::tokens(cell);
        let alone = tokens.iter().filter(|token| token.kind != LineTokenKind::Mark).count() == 1;
        if column != Some(ProgrammeColumn::Subject) {
            let counted = column.is_none() && alone && numbers == Numbers::Meetings;
            let bare = column == Some(ProgrammeColumn::Meeting) || counted;
            if self.day.is_none() {
                self.day = day::take(&mut tokens, words);
                let has_words = tokens.iter().any(|token| token.kind != LineTokenKind::Mark);
                self.no_day |= column == Some(ProgrammeColumn::Date) && has_words && self.day.is_none();
            }
            if self.hours.is_none() {
                self.hours = hours::take(&mut tokens, words, column == Some(ProgrammeColumn::Time));
            }
            if self.number.is_none() {
                self.number = meeting(&mut tokens, words, bare);
            }
            let bare =
                column == Some(ProgrammeColumn::Items) || column.is_none() && (alone || is_list(&tokens));
            self.items.extend(items::take(&mut tokens, words, bare));
        }
        self.rest(cell, &tokens, words);
    }

    /// What nothing was read from is the subject.
    fn rest(&mut self, cell: &str, tokens: &[LineToken], words: &ProgrammeWords) {
        let has_meaning = |token: &&LineToken| {
            let empty = token.is_any(&words.pooled.small)
                || token.is_any(&words.pooled.and)
                || token.is_any(&words.pooled.meetings);
            let weekday = || words.weekday(&token.folded).is_some();
            !token.taken && token.kind != LineTokenKind::Mark && !empty && !weekday()
        };
        let untouched = tokens.iter().all(|token| !token.taken);
        let Some(first) = tokens.iter().find(has_meaning) else { return };
        let start = if untouched { 0 } else { first.span.start };
        let from = tokens.iter().position(|token| token.span.start >= start).unwrap_or(0);
        // Up to what was read from the end of the cell, and the comma before it.
        let is_left = |token: &LineToken| !token.taken && ![",", ";", ":"].iter().any(|mark| token.is(mark));
        let last = tokens.iter().rposition(is_left).unwrap_or(from);
        let end = if untouched { cell.len() } else { tokens[last.max(from)].span.end };
        let marks = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '.');
        let open = cell[start..end].trim_matches(marks);
        let words = if open.contains('(') { open } else { open.trim_end_matches(')') };
        if !words.is_empty() {
            let between = if self.about.is_empty() { "" } else { " · " };
            self.about = format!("{}{between}{words}", self.about);
        }
    }
}

/// Whether nothing but numbers, single letters and marks is left, as in `3, 5 a)`.
fn is_list(tokens: &[LineToken]) -> bool {
    let left = || tokens.iter().filter(|token| !token.taken);
    left().any(|token| token.kind == LineTokenKind::Number)
        && left().all(|token| {
            token.kind != LineTokenKind::Word || token.width() <= 3 && !token.folded.starts_with("no")
        })
}

/// `1st meeting`, `première séance`, `Meeting 1`, `séance n° 1`; in a `bare` cell a number alone.
fn meeting(tokens: &mut [LineToken], words: &ProgrammeWords, bare: bool) -> Option<u32> {
    let (number, start, end) = (0..tokens.len()).find_map(|at| {
        let (number, end) = before(tokens, at, words, bare).or_else(|| behind(tokens, at, words))?;
        Some((number, at, end))
    })?;
    tokens[start..end].iter_mut().for_each(|token| token.taken = true);
    Some(number)
}

/// A number in a row before the word.
fn before(tokens: &[LineToken], at: usize, words: &ProgrammeWords, bare: bool) -> Option<(u32, usize)> {
    let token = tokens.get(at).filter(|token| !token.taken)?;
    let spelt = || words.ordinals.iter().position(|ordinal| ordinal.contains(&token.folded));
    let spelt = || spelt().and_then(|at| u32::try_from(at + 1).ok());
    let number = token.number().or_else(spelt)?;
    let mut end = at + 1;
    let ending = touches(tokens, end) && tokens[end].is_any(&words.endings);
    end += usize::from(ending);
    while tokens.get(end).is_some_and(|token| token.is_any(&words.pooled.small)) {
        end += 1;
    }
    let named = tokens.get(end).is_some_and(|token| token.is_any(&words.pooled.meetings));
    (named || bare && (ending || tokens.len() <= 3)).then(|| (number, end + usize::from(named)))
}

/// The word before its number.
fn behind(tokens: &[LineToken], at: usize, words: &ProgrammeWords) -> Option<(u32, usize)> {
    tokens.get(at).filter(|token| token.is_any(&words.pooled.meetings))?;
    let mut end = at + 1;
    while tokens
        .get(end)
        .is_some_and(|token| token.is_any(&words.pooled.small) || token.is("°") || token.is("#"))
    {
        end += 1;
    }
    Some((tokens.get(end)?.number()?, end + 1))
}
