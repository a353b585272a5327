//! Dates, times and numbers as a delegate writes them in the language of the interface.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::locale::Locale;

/// A whole date: `6 mars 2023`, `1er juillet 2023`, `6 March 2023`.
#[must_use]
pub fn date(locale: &Locale, date: NaiveDate) -> String {
    let (day, month) = (day(locale, date), month(locale, date));
    locale
        .say_with("date", &[("day", (&day).into()), ("month", (&month).into()), ("year", date.year().into())])
}

/// A date for a narrow column, without its year: `31 janv.`, `31 Jan.`.
#[must_use]
pub fn short(locale: &Locale, date: NaiveDate) -> String {
    let day = day(locale, date);
    let month = locale.say(&format!("month-short-{}", date.month()));
    locale.say_with("date-short", &[("day", (&day).into()), ("month", (&month).into())])
}

/// The same, and for another year than that of `today` its month and the year: `01/2023`.
#[must_use]
pub fn near(locale: &Locale, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        return short(locale, date);
    }
    let month = format!("{:02}", date.month());
    locale.say_with("date-month-short", &[("month", (&month).into()), ("year", date.year().into())])
}

/// The days from one to another, saying month and year once where they are the same: `6–10 mars 2023`.
#[must_use]
pub fn range(locale: &Locale, from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        return date(locale, from);
    }
    if from.year() != to.year() {
        let (from, to) = (date(locale, from), date(locale, to));
        return locale.say_with("date-range-years", &[("from", (&from).into()), ("to", (&to).into())]);
    }
    let (first, last) = (day(locale, from), day(locale, to));
    let (first_month, last_month) = (month(locale, from), month(locale, to));
    let days = [("from", (&first).into()), ("to", (&last).into()), ("year", to.year().into())];
    if from.month() == to.month() {
        let month = [("month", (&last_month).into())];
        return locale.say_with("date-range-days", &[days.as_slice(), &month].concat());
    }
    let months = [("from-month", (&first_month).into()), ("to-month", (&last_month).into())];
    locale.say_with("date-range-months", &[days.as_slice(), &months].concat())
}

/// The time of day on 24 hours, `10:44`, the same in every language.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// The day of the week: `lundi`, `Monday`.
#[must_use]
pub fn weekday(locale: &Locale, date: NaiveDate) -> String {
    locale.say(&format!("weekday-{}", date.weekday().number_from_monday()))
}

/// A number in a row: `1re`, `4e`; `1st`, `4th`. French takes the feminine of `session` and `séance`.
#[must_use]
pub fn ordinal(locale: &Locale, number: u32) -> String {
    locale.say_with("ordinal", &[("number", number.into())])
}

/// A number in a row as a word up to twelve, `quatrième`, `fourth`; beyond, as [`ordinal`] writes it.
#[must_use]
pub fn ordinal_word(locale: &Locale, number: u32) -> String {
    let id = format!("ordinal-word-{number}");
    if locale.has(&id) { locale.say(&id) } else { ordinal(locale, number) }
}

/// A whole number with its thousands set apart: by a no-break space in French, by a comma in English.
#[must_use]
pub fn number(locale: &Locale, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let separator = locale.say("thousands");
    let mut written = if number < 0 { "−".to_owned() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push_str(&separator);
        }
        written.push(digit);
    }
    written
}

fn day(locale: &Locale, date: NaiveDate) -> String {
    locale.say_with("day-of-month", &[("day", date.day().into())])
}

fn month(locale: &Locale, date: NaiveDate) -> String {
    locale.say(&format!("month-{}", date.month()))
}
