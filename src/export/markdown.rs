//! A report as a document to circulate: a heading for each sheet, an entry for each record, details below it.

use crate::base::text;
use crate::export::{Cell, Placement, Record, Report};

/// The report in Markdown.
#[must_use]
pub fn write(report: &Report) -> String {
    let mut parts = vec![format!("# {}\n", escaped(&report.title))];
    for sheet in &report.sheets {
        parts.push(format!("## {}\n", escaped(&sheet.title)));
        let entries: Vec<String> = sheet.records.iter().map(|record| entry(report, record)).collect();
        parts.push(entries.concat());
    }
    parts.push(format!("---\n\n{}\n", escaped(&report.left_out.sentence)));
    parts.join("\n")
}

fn entry(report: &Report, record: &Record) -> String {
    let cells = |placement: Placement| {
        let pairs = report.columns.iter().zip(&record.cells);
        pairs.filter(move |(column, cell)| column.placement == placement && **cell != Cell::Empty)
    };
    let name: Vec<String> = cells(Placement::Name).map(|(_, cell)| written(cell)).collect();
    let head: Vec<String> = cells(Placement::Head).map(|(_, cell)| written(cell)).collect();
    let mut entry = format!("- **{}** {}\n", name.join(" "), head.join(" – "));
    for (column, cell) in cells(Placement::Detail) {
        entry += &format!("  - *{}*{} {}\n", escaped(&column.title), report.colon, written(cell));
    }
    entry
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Link { text, address } => format!("[{}]({})", escaped(text), text::exported(address)),
        Cell::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
        other => escaped(&other.plain()),
    }
}

/// The text on one line, with every Markdown sign escaped and control codes made visible.
fn escaped(text: &str) -> String {
    let text = text::exported(text);
    let mut escaped = String::with_capacity(text.len());
    for (at, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
        if at > 0 {
            escaped.push(' ');
        }
        for c in line.chars() {
            if "\\`*_[]<>#|~&".contains(c) {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}
