//! A report as one JSON value. Names are the same in every language; an empty cell is `null`.
//!
//! ```text
//! {"version": 1, "kind": "tracker", "language": "fr",
//!  "sheets": [{"name": "session-4", "title": "4e session", "rows": [{"id": "…", "step": "…", …}]}],
//!  "left_out": {"note": 2}}
//! ```

use serde_json::{Map, Value, json};

use crate::base::text;
use crate::export::{Cell, Record, Report};

/// Version of the format. New fields can be added without a new version.
const VERSION: u32 = 1;

/// The report as indented JSON with a line feed at the end.
#[must_use]
pub fn write(report: &Report) -> String {
    let record = |record: &Record| -> Value {
        let names = report.columns.iter().map(|column| column.id.to_owned());
        Value::Object(names.zip(record.cells.iter().map(value)).collect::<Map<_, _>>())
    };
    let sheets: Vec<Value> = report
        .sheets
        .iter()
        .map(|sheet| {
            let rows: Vec<Value> = sheet.records.iter().map(record).collect();
            json!({ "name": sheet.name, "title": sheet.title, "rows": rows })
        })
        .collect();
    let left_out: Map<String, Value> =
        report.left_out.counts.iter().map(|(kind, count)| (kind.name().to_owned(), json!(count))).collect();
    let value = json!({
        "version": VERSION,
        "kind": report.kind,
        "language": report.language,
        "sheets": sheets,
        "left_out": left_out,
    });
    text::escaped_json(&format!("{value:#}\n"))
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Named { name, .. } => json!(name),
        Cell::Number(number) => json!(number),
        other => json!(other.plain()),
    }
}
