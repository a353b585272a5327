//! A report as one JSON value: names that never change with the language, `null` where there is nothing.
//!
//! ```text
//! {"version": 1, "kind": "tracker", "language": "fr",
//!  "sheets": [{"name": "session-4", "title": "4e session", "rows": [{"id": "…", "step": "…", …}]}]}
//! ```

use serde_json::{Map, Value, json};

use crate::export::{Cell, Report, Row};

/// The version of the form. Fields may be added without a new one.
const VERSION: u32 = 1;

/// The report, ending with a line end.
#[must_use]
pub fn write(report: &Report) -> String {
    let row = |row: &Row| -> Value {
        let names = report.columns.iter().map(|column| column.name.to_owned());
        Value::Object(names.zip(row.cells.iter().map(value)).collect::<Map<_, _>>())
    };
    let sheets: Vec<Value> = report
        .sheets
        .iter()
        .map(|sheet| {
            let rows: Vec<Value> = sheet.rows.iter().map(row).collect();
            json!({ "name": sheet.name, "title": sheet.title, "rows": rows })
        })
        .collect();
    let value =
        json!({ "version": VERSION, "kind": report.kind, "language": report.language, "sheets": sheets });
    format!("{value:#}\n")
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Named { name, .. } => json!(name),
        Cell::Number(number) => json!(number),
        other => json!(other.said()),
    }
}
