//! A report as a document to circulate: a heading for each sheet, an entry for each row, details below it.

use crate::export::{Cell, Place, Report, Row};

/// The report in Markdown.
#[must_use]
pub fn write(report: &Report) -> String {
    let mut parts = vec![format!("# {}\n", escaped(&report.title))];
    for sheet in &report.sheets {
        parts.push(format!("## {}\n", escaped(&sheet.title)));
        let entries: Vec<String> = sheet.rows.iter().map(|row| entry(report, row)).collect();
        parts.push(entries.concat());
    }
    parts.join("\n")
}

fn entry(report: &Report, row: &Row) -> String {
    let of = |place: Place| {
        let pairs = report.columns.iter().zip(&row.cells);
        pairs.filter(move |(column, cell)| column.place == place && **cell != Cell::Empty)
    };
    let name: Vec<String> = of(Place::Name).map(|(_, cell)| written(cell)).collect();
    let head: Vec<String> = of(Place::Head).map(|(_, cell)| written(cell)).collect();
    let mut entry = format!("- **{}** {}\n", name.join(" "), head.join(" – "));
    for (column, cell) in of(Place::Detail) {
        entry += &format!("  - *{}*{} {}\n", escaped(&column.title), report.colon, written(cell));
    }
    entry
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Link { text, address } => format!("[{}]({address})", escaped(text)),
        Cell::Moment(moment) => moment.format("%Y-%m-%d %H:%M").to_string(),
        other => escaped(&other.said()),
    }
}

/// Words on one line, in which nothing is markup.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for (at, line) in words.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
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
