//! The paragraphs of a statement as rows: where their words come from, and whether their quotations agree with the sources.

use std::collections::HashMap;

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::board::basis::{self, Quoting};
use crate::typeset::wrap;
use crate::workspace::statement::{ParagraphKind, Statement, paragraph_sums, paragraphs, spoken};
use crate::workspace::{Position, PositionPart};

/// What was found out about a quotation of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRowMark {
    /// Whether the words do not agree with the source.
    pub is_doubtful: bool,
    /// The sign, the source, and what was found.
    pub text: String,
}

/// A paragraph of a statement as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// What it is.
    pub kind: ParagraphKind,
    /// Its words.
    pub text: String,
    /// The position they are taken from: `E.2`; empty for words of the statement's own.
    pub origin: String,
    /// What was found out about its quotations.
    pub marks: Vec<StatementRowMark>,
}

/// Columns before the words: the bar and the sign of what is left out.
pub const INDENT: u16 = 3;

impl StatementRow {
    /// How many lines it takes at a width, with the empty one below it.
    #[must_use]
    pub fn height(&self, width: usize) -> usize {
        let width = width.saturating_sub(INDENT.into()).max(1);
        let lines = |text: &str| wrap(text, width).len().max(1);
        lines(&self.shown()) + self.marks.iter().map(|mark| lines(&mark.text)).sum::<usize>() + 1
    }

    /// The words with their origin.
    #[must_use]
    pub fn shown(&self) -> String {
        match self.origin.is_empty() {
            true => self.text.clone(),
            false => format!("{}  [{}]", self.text, self.origin),
        }
    }
}

/// The row at a line of the list, counted from its first visible row.
pub(super) fn at_line(rows: &[StatementRow], top: usize, line: usize, width: usize) -> usize {
    let mut below = 0;
    let heights = rows.iter().enumerate().skip(top).map(|(at, row)| (at, row.height(width)));
    let under = heights.into_iter().find(|(_, height)| {
        below += height;
        line < below
    });
    under.map_or(rows.len().saturating_sub(1), |(at, _)| at)
}

/// The rows of a statement.
pub(super) fn of(statement: &Statement<'_>, context: &Context) -> Vec<StatementRow> {
    let locale = context.locale();
    let language = statement.language.unwrap_or(locale.language());
    let sources = Sources::of(statement, context);
    let languages = [language];
    let row = |paragraph: crate::workspace::statement::StatementParagraph| {
        let text = match paragraph.kind {
            ParagraphKind::Words => spoken(&paragraph.text, language),
            ParagraphKind::Heading | ParagraphKind::LeftOut | ParagraphKind::Internal => {
                paragraph.text.replace('\n', " ")
            }
        };
        let origin = sources.origin(paragraph.text.trim());
        let quoting =
            Quoting { text: &paragraph.text, on: statement.note.anchor.as_ref(), languages: &languages };
        let found = match paragraph.kind {
            ParagraphKind::Words => basis::in_text(&quoting, &context.library.shelf, language),
            ParagraphKind::Heading | ParagraphKind::LeftOut | ParagraphKind::Internal => Vec::new(),
        };
        let mark = |basis: &crate::board::PositionBasis| {
            let state = locale.say(&format!("basis-{}", basis.state.name()));
            let citation = naming::citation(locale.language(), &basis.passage);
            let changes = basis.changes().map(|changes| format!(" : {changes}")).unwrap_or_default();
            let is_doubtful = basis.state.is_doubtful();
            let sign = if is_doubtful { '≠' } else { '✓' };
            StatementRowMark { is_doubtful, text: format!("{sign} {citation} · {state}{changes}") }
        };
        StatementRow { kind: paragraph.kind, text, origin, marks: found.iter().map(mark).collect() }
    };
    paragraphs(&statement.note.text).into_iter().map(row).collect()
}

/// The positions a statement uses, by what they said when their words were taken.
struct Sources {
    /// The names of the positions, by the checksums of their paragraphs.
    taken: HashMap<String, String>,
    /// The names and the words of those of which this was not kept.
    others: Vec<(String, String)>,
}

impl Sources {
    fn of(statement: &Statement<'_>, context: &Context) -> Self {
        let mut sources = Self { taken: HashMap::new(), others: Vec::new() };
        for note in statement.uses.iter().filter_map(|id| context.workspace.positions.get(*id)) {
            let name = note.anchor.as_ref().map(|anchor| naming::label(context.locale(), anchor));
            let name = name.unwrap_or_default();
            match statement.taken.get(&note.id) {
                Some(sums) => {
                    sources.taken.extend(sums.iter().map(|sum| (sum.clone(), name.clone())));
                }
                None => {
                    let position = Position::of(note);
                    let words = [PositionPart::Text, PositionPart::Basis].map(|part| position.part(part));
                    sources.others.push((name, words.join("\n\n")));
                }
            }
        }
        sources
    }

    /// The name of the position a paragraph was taken from; empty if it is the statement's own.
    fn origin(&self, paragraph: &str) -> String {
        let sum = paragraph_sums(paragraph).into_iter().next();
        let taken = sum.and_then(|sum| self.taken.get(&sum));
        let other = || self.others.iter().find(|(_, words)| words.contains(paragraph)).map(|(name, _)| name);
        taken.or_else(other).cloned().unwrap_or_default()
    }
}
