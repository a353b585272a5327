//! A report as a workbook: a sheet for each part, dates as dates, numbers as numbers, nothing that is a formula.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Url, Workbook, Worksheet, XlsxError,
};

use crate::base::{Error, Result};
use crate::export::{Cell, Report, Sheet};

/// The most characters a cell can hold.
const LONGEST: usize = 32_767;
/// The most characters the name of a sheet can have.
const LONGEST_NAME: usize = 31;
/// The most links a sheet can have; beyond, their words stand alone.
const MOST_LINKS: usize = 60_000;

struct Formats {
    head: Format,
    text: Format,
    date: Format,
    moment: Format,
}

/// The report as the bytes of a workbook. The date of making it is always the same: the bytes tell the
/// report, not the hour.
///
/// # Errors
/// `export-failed` (`what`) when there are more rows than a sheet can have.
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
    if report.sheets.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer()
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
    for (line, row) in (1..).zip(&part.rows) {
        for (at, cell) in (0..).zip(&row.cells) {
            links += usize::from(matches!(cell, Cell::Link { .. }));
            put(sheet, (line, at), cell, formats, links <= MOST_LINKS)?;
        }
    }
    sheet.set_freeze_panes(1, 2)?;
    let last_row = u32::try_from(part.rows.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(report.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn put(
    sheet: &mut Worksheet,
    (line, at): (u32, u16),
    cell: &Cell,
    formats: &Formats,
    linked: bool,
) -> std::result::Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Number(number) => {
            sheet.write_number_with_format(line, at, *number, &formats.text)?;
        }
        Cell::Date(date) if day(*date).is_some() => {
            let date = day(*date).unwrap_or_default();
            sheet.write_datetime_with_format(line, at, &date, &formats.date)?;
        }
        Cell::Moment(moment) if instant(moment.naive_local()).is_some() => {
            let moment = instant(moment.naive_local()).unwrap_or_default();
            sheet.write_datetime_with_format(line, at, &moment, &formats.moment)?;
        }
        Cell::Link { text, address } if linked => {
            sheet.write_url_with_format(line, at, Url::new(address).set_text(cut(text)), &formats.text)?;
        }
        _ => {
            sheet.write_string_with_format(line, at, cut(&cell.said()), &formats.text)?;
        }
    }
    Ok(())
}

/// A day, if workbooks can count so far.
fn day(date: NaiveDate) -> Option<ExcelDateTime> {
    let [month, day] = [date.month(), date.day()].map(|part| u8::try_from(part).ok());
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, month?, day?).ok()
}

/// A moment by the clock where it was written down.
fn instant(moment: NaiveDateTime) -> Option<ExcelDateTime> {
    let hour = u16::try_from(moment.hour()).ok()?;
    let minute = u8::try_from(moment.minute()).ok()?;
    day(moment.date())?.and_hms(hour, minute, moment.second()).ok()
}

/// As much of a text as a cell holds; what is cut ends with an ellipsis.
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

/// A name no other sheet has, without the characters names may not have.
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
