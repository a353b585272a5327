//! A report as a workbook: a sheet for each part, dates as dates, numbers as numbers, no formulas.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use crate::base::{Error, Result};
use crate::export::{Cell, Report, Sheet};

/// Greatest length of a cell, in UTF-16 code units.
const LONGEST: usize = 32_767;
/// Greatest length of the name of a sheet, in characters.
const LONGEST_NAME: usize = 31;
/// Greatest number of links in a sheet; further links are written as plain text.
const MOST_LINKS: usize = 60_000;

struct Formats {
    head: Format,
    text: Format,
    date: Format,
    moment: Format,
}

/// The report as the bytes of a workbook. Its creation date is always the same, so that the same report gives the same
/// bytes.
///
/// # Errors
/// `export-failed` (`what`) if there are more records than a sheet can have.
pub fn write(report: &Report) -> Result<Vec<u8>> {
    workbook(report).map_err(|error| Error::broken("export-failed").with("what", error.to_string()))
}

fn workbook(report: &Report) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&report.title).set_creation_datetime(&made));
    let top = || Format::new().set_align(FormatAlign::Top);
    let formats = Formats {
        head: top().set_bold().set_text_wrap(),
        text: top().set_text_wrap(),
        date: top().set_num_format("yyyy-mm-dd"),
        moment: top().set_num_format("yyyy-mm-dd hh:mm"),
    };
    let mut names: Vec<String> = Vec::new();
    for part in &report.sheets {
        let name = sheet_name(&part.title, &names);
        let sheet = workbook.add_worksheet();
        sheet.set_name(&name)?;
        names.push(name);
        fill(sheet, report, part, &formats)?;
    }
    let last = workbook.add_worksheet();
    last.set_name(sheet_name(&report.left_out.title, &names))?;
    fill_left_out(last, report, &formats)?;
    workbook.save_to_buffer()
}

/// Fills the last sheet: what was left out.
fn fill_left_out(
    sheet: &mut Worksheet,
    report: &Report,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    sheet.set_column_width(0, 60)?;
    sheet.write_string_with_format(0, 0, &report.left_out.sentence, &formats.head)?;
    for (row, (kind, count)) in (1..).zip(report.left_out.counts.iter()) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        sheet.write_string_with_format(row, 0, kind.name(), &formats.text)?;
        sheet.write_number_with_format(row, 1, count, &formats.text)?;
    }
    Ok(())
}

fn fill(
    sheet: &mut Worksheet,
    report: &Report,
    part: &Sheet,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    let mut links = 0;
    for (at, column) in (0..).zip(&report.columns) {
        sheet.write_string_with_format(0, at, &column.title, &formats.head)?;
        sheet.set_column_width(at, column.width)?;
    }
    for (row, record) in (1..).zip(&part.records) {
        for (column, cell) in (0..).zip(&record.cells) {
            links += usize::from(matches!(cell, Cell::Link { .. }));
            let position = CellPosition { row, column };
            match cell {
                Cell::Link { text, .. } if links > MOST_LINKS => put_text(sheet, position, text, formats)?,
                _ => put(sheet, position, cell, formats)?,
            }
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    let last_row = u32::try_from(part.records.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(report.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// A cell of a sheet, counted from 0.
#[derive(Clone, Copy)]
struct CellPosition {
    row: u32,
    column: u16,
}

fn put(
    sheet: &mut Worksheet,
    position: CellPosition,
    cell: &Cell,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    let CellPosition { row, column } = position;
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.text)?;
        }
        Cell::Date(date) if day(*date).is_some() => {
            let date = day(*date).unwrap_or_default();
            sheet.write_datetime_with_format(row, column, &date, &formats.date)?;
        }
        Cell::Moment(moment) if instant(moment.naive_local()).is_some() => {
            let moment = instant(moment.naive_local()).unwrap_or_default();
            sheet.write_datetime_with_format(row, column, &moment, &formats.moment)?;
        }
        Cell::Link { text, address } => {
            let url = Url::new(address).set_text(cut(text));
            sheet.write_url_with_format(row, column, url, &formats.text)?;
        }
        _ => put_text(sheet, position, &cell.plain(), formats)?,
    }
    Ok(())
}

fn put_text(
    sheet: &mut Worksheet,
    position: CellPosition,
    text: &str,
    formats: &Formats,
) -> std::result::Result<(), XlsxError> {
    let CellPosition { row, column } = position;
    sheet.write_string_with_format(row, column, cut(text), &formats.text).map(|_| ())
}

/// A day; `None` if it is outside the range of dates in workbooks.
fn day(date: NaiveDate) -> Option<ExcelDateTime> {
    let [month, day] = [date.month(), date.day()].map(|part| u8::try_from(part).ok());
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, month?, day?).ok()
}

/// A local date and time; `None` if it is outside the range of dates in workbooks.
fn instant(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let hour = u16::try_from(moment.hour()).ok()?;
    let minute = u8::try_from(moment.minute()).ok()?;
    day(moment.date())?.and_hms(hour, minute, moment.second()).ok()
}

/// The text, cut to the greatest length of a cell; an ellipsis shows where it was cut.
fn cut(text: &str) -> String {
    let units = |text: &str| text.encode_utf16().count();
    if text.len() <= LONGEST || units(text) <= LONGEST {
        return text.to_owned();
    }
    let mut left = LONGEST - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= left;
        left = left.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

/// A name for a sheet: without characters that are not allowed, and different from the names already taken.
fn sheet_name(title: &str, taken: &[String]) -> String {
    let plain = |c: char| if "[]:*?/\\'".contains(c) || c.is_control() { ' ' } else { c };
    let short = |text: &str, most: usize| text.chars().take(most).collect::<String>().trim().to_owned();
    let wanted = short(&title.chars().map(plain).collect::<String>(), LONGEST_NAME);
    let numbered = (2..).map(|number| format!("{} {number}", short(&wanted, LONGEST_NAME - 6)));
    let free = |name: &String| {
        !name.is_empty() && !taken.iter().any(|other| other.to_lowercase() == name.to_lowercase())
    };
    std::iter::once(wanted.clone()).chain(numbered).find(free).unwrap_or_default()
}
