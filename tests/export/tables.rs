//! Tables: workbook, comma-separated values, document, JSON.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use plenary::export::{self, Cell, FileFormat, Format, Report};
use plenary::model::Language;
use plenary::workspace::Status;
use proptest::prelude::*;

use super::Delegation;

const LANGUAGES: [Language; 2] = [Language::EN, Language::FR];

fn bytes(report: &Report, format: Format) -> Vec<u8> {
    export::write(report, format).unwrap()
}

/// The date and time a workbook stores as days since the end of 1899.
fn moment_of(days: f64) -> NaiveDateTime {
    let start = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap().and_hms_opt(0, 0, 0).unwrap();
    start + TimeDelta::milliseconds((days * 86_400_000.0).round() as i64)
}

/// Compares a cell of a workbook with the cell of the report.
#[track_caller]
fn same(found: Option<&Data>, cell: &Cell) {
    let found = found.cloned().unwrap_or(Data::Empty);
    match (cell, &found) {
        (Cell::Empty, Data::Empty) => {}
        (Cell::Number(number), Data::Float(found)) => assert_eq!(f64::from(*number), *found),
        (Cell::Date(date), Data::DateTime(found)) => {
            assert_eq!(moment_of(found.as_f64()), date.and_hms_opt(0, 0, 0).unwrap());
        }
        (Cell::Moment(moment), Data::DateTime(found)) => {
            let exact = moment_of(found.as_f64()) - moment.naive_local();
            assert!(exact.num_milliseconds().abs() < 1000, "{found:?} {moment}");
        }
        (Cell::Text(_) | Cell::Named { .. } | Cell::Link { .. }, Data::String(found)) => {
            assert_eq!(*found, cell.plain());
        }
        _ => panic!("{cell:?} is {found:?}"),
    }
}

#[test]
fn a_workbook_has_the_same_cells_as_the_report() {
    for language in LANGUAGES {
        let report = Delegation::new().report(language);
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes(&report, Format::Xlsx))).unwrap();
        let titles: Vec<&str> = report.sheets.iter().map(|sheet| sheet.title.as_str()).collect();
        let (last, sheets) =
            workbook.sheet_names().split_last().map(|(last, rest)| (last.clone(), rest.to_vec())).unwrap();
        assert_eq!(sheets, titles);
        let left_out = workbook.worksheet_range(&last).unwrap();
        assert_eq!(left_out.get((0, 0)), Some(&Data::String(report.left_out.sentence.clone())));
        for sheet in &report.sheets {
            let range = workbook.worksheet_range(&sheet.title).unwrap();
            for (at, column) in report.columns.iter().enumerate() {
                same(range.get((0, at)), &Cell::Text(column.title.clone()));
            }
            for (line, row) in sheet.records.iter().enumerate() {
                for (at, cell) in row.cells.iter().enumerate() {
                    same(range.get((line + 1, at)), cell);
                }
            }
        }
    }
}

#[test]
fn the_report_agrees_with_the_board() {
    let made = Delegation::new();
    let report = made.report(Language::FR);
    let names: Vec<&str> = report.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["session-4", "session-5", "standing"]);
    assert_eq!(
        report.sheets.iter().map(|sheet| sheet.title.as_str()).collect::<Vec<_>>(),
        ["4e session", "5e session", "Sans session"]
    );
    let at = |name: &str| report.columns.iter().position(|column| column.id == name).unwrap();
    let steps = |sheet: usize| {
        report.sheets[sheet].records.iter().filter(|row| row.cells[at("topic")] == Cell::Empty).count()
    };
    assert_eq!((steps(0), steps(1), steps(0) + steps(2)), (8, 6, 20), "each step once, or once a session");
    let row = report.sheets[0].records.iter().find(|row| row.id == "A/77/275:annex/E/next/2@4").unwrap();
    let said = |name: &str| row.cells[at(name)].plain();
    assert_eq!([said("label"), said("item"), said("status")], ["E.2", "5 f)", "convenue"]);
    assert_eq!([said("meeting"), said("remark")], ["3", "+ capacités d’abord"]);
    assert_eq!((said("evidence").as_str(), &row.cells[at("notes")]), ("A/RES/78/237:op/4", &Cell::Number(1)));
    assert_eq!(row.cells[at("interventions")], Cell::Number(3));
    assert_eq!(said("delegations"), "Canada +, France -", "each delegation once with the same stance");
    let e3 = report.sheets[0].records.iter().find(|row| row.id.contains("E/next/3")).unwrap();
    assert_eq!(e3.cells[at("date")], Cell::Date("2023-01-31".parse().unwrap()));
    let english = made.report(Language::EN);
    assert_eq!(
        english.sheets[0].records.iter().map(|row| &row.id).collect::<Vec<_>>(),
        report.sheets[0].records.iter().map(|row| &row.id).collect::<Vec<_>>()
    );
}

#[test]
fn csv_is_parsed_again_and_contains_no_formulas() {
    for language in LANGUAGES {
        let report = Delegation::new().report(language);
        let written = bytes(&report, Format::Csv);
        let text = written
            .strip_prefix(b"\xef\xbb\xbf")
            .expect("the file starts with a byte order mark, which Excel needs");
        let delimiter = if language == Language::FR { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text);
        let titles: Vec<&str> = report.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), titles);
        let rows: Vec<_> = report.sheets.iter().flat_map(|sheet| &sheet.records).collect();
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.len());
        for (record, row) in records.iter().zip(rows) {
            for (found, cell) in record.iter().zip(&row.cells) {
                assert!(!found.starts_with(['=', '+', '-', '@']), "{found}");
                let said = cell.plain();
                assert!(found == said || found == format!("'{said}"), "{found}");
            }
        }
    }
}

#[test]
fn removing_the_apostrophe_gives_the_original_text() {
    for (text, expected) in [
        ("=1+1", "'=1+1"),
        ("'=1", "''=1"),
        ("d’accord", "d’accord"),
        ("'tis", "'tis"),
        ("", ""),
        ("@a", "'@a"),
        ("\t=1", "'\t=1"),
        (" =1+1", "' =1+1"),
        ("\u{200b}=1+1", "'\u{200b}=1+1"),
        ("\u{a0}\u{feff}\u{ad}+1", "'\u{a0}\u{feff}\u{ad}+1"),
        ("＝1+1", "'＝1+1"),
        ("﹦1", "'﹦1"),
        (" ' －1", "' ' －1"),
        ("|calc", "'|calc"),
        ("-2+3", "'-2+3"),
        ("-5", "-5"),
        ("-0,25", "-0,25"),
        ("– un sujet", "– un sujet"),
        ("A/77/275 = A/C.1", "A/77/275 = A/C.1"),
    ] {
        assert_eq!(export::csv::guarded(text.to_owned()), expected);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes_and_a_status_changes_only_its_row() {
    for format in Format::ALL {
        let report = Delegation::new().report(Language::FR);
        let again = Delegation::new().report(Language::FR);
        assert!(bytes(&report, format) == bytes(&again, format), "{}", format.name());
    }
    let mut made = Delegation::new();
    let before = made.report(Language::FR);
    made.set("E.3", 4, Status::Discussed);
    let after = made.report(Language::FR);
    let rows = |report: &Report| -> Vec<export::Record> {
        report.sheets.iter().flat_map(|sheet| sheet.records.clone()).collect()
    };
    let (before, after) = (rows(&before), rows(&after));
    let changed: Vec<&str> = before
        .iter()
        .zip(&after)
        .filter(|(one, other)| one != other)
        .map(|(row, _)| row.id.as_str())
        .collect();
    assert_eq!((before.len(), changed), (after.len(), vec!["A/77/275:annex/E/next/3@4"]));
}

#[test]
fn the_markdown_document_has_headings_and_steps() {
    let report = Delegation::new().report(Language::FR);
    let text = String::from_utf8(bytes(&report, Format::Markdown)).unwrap();
    assert!(text.starts_with("# Suites données aux étapes recommandées\n\n## 4e session\n"), "{text}");
    assert!(text.contains("\n- **E.2** conviennent d’établir"), "{text}");
    assert!(text.contains("  - *Remarque*\u{a0}: + capacités d’abord\n"), "{text}");
    assert!(
        text.contains("  - *Preuve*\u{a0}: [A/RES/78/237:op/4](https://undocs.org/fr/A/RES/78/237)\n"),
        "{text}"
    );
    assert!(text.contains("a \"b\", c; d e \\\\ \\*f\\* \\<g\\> \\| 'h'\n"), "{text}");
}

#[test]
fn json_fields_are_the_same_in_every_language() {
    let value = |language| -> serde_json::Value {
        let report = Delegation::new().report(language);
        serde_json::from_slice(&bytes(&report, Format::Json)).unwrap()
    };
    let (english, french) = (value(Language::EN), value(Language::FR));
    assert_eq!((&english["version"], &english["kind"]), (&1.into(), &"tracker".into()));
    assert_eq!(english["sheets"][0]["rows"], french["sheets"][0]["rows"]);
    let row = &french["sheets"][0]["rows"].as_array().unwrap()[0];
    assert_eq!(
        (&row["status"], &row["session"], &row["remark"]),
        (&"open".into(), &4.into(), &serde_json::Value::Null)
    );
}

/// A text that tries to control a terminal or to turn the direction of what follows.
const CONTROLS: &str = "a\u{1b}[2J\u{7}b\u{9b}31m\u{202e}c\u{2066}d\u{7f}\re\u{b}f\u{0}";

#[test]
fn no_text_export_contains_control_codes() {
    let mut report = Delegation::new().report(Language::EN);
    report.title = CONTROLS.to_owned();
    for sheet in &mut report.sheets {
        sheet.title = CONTROLS.to_owned();
        for cell in sheet.records.iter_mut().flat_map(|record| &mut record.cells) {
            if matches!(cell, Cell::Text(_)) {
                *cell = Cell::Text(CONTROLS.to_owned());
            }
        }
    }
    for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
        let text = String::from_utf8(bytes(&report, format)).unwrap().replace("\r\n", "\n");
        let bad = text.chars().skip(1).find(|c| plenary::base::text::is_unsafe(*c) && *c != '\t');
        assert_eq!(bad, None, "{}", format.name());
        assert!(text.contains('␛') || format == Format::Json, "{}", format.name());
    }
}

proptest! {
    /// What a spreadsheet shows of a cell begins with a sign of a formula only behind the apostrophe.
    #[test]
    fn no_cell_begins_with_a_formula(text in "[ \t\u{a0}\u{200b}\u{feff}\u{2060}'=+@|＝－＋a1-]{0,8}") {
        let cell = export::csv::guarded(text.clone());
        let shown = cell.trim_start_matches(plenary::base::text::is_invisible);
        let number = cell.strip_prefix('-').is_some_and(|rest| rest.parse::<u64>().is_ok());
        prop_assert!(number || !shown.starts_with(['=', '+', '-', '@', '|', '＝', '－', '＋']), "{cell:?}");
        let unguarded = cell.strip_prefix('\'').unwrap_or(&cell);
        prop_assert!(cell == text || unguarded == text);
    }
}
