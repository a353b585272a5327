//! Dates, times and numbers as text in the language of the interface.

use chrono::{Datelike, NaiveDate, NaiveTime};

use crate::locale::Locale;

/// A date with day, month and year: `6 mars 2023`, `1er juillet 2023`, `6 March 2023`.
#[must_use]
pub fn date(locale: &Locale, date: NaiveDate) -> String {
    let (day, month) = (day(locale, date), month(locale, date));
    locale
        .say_with("date", &[("day", (&day).into()), ("month", (&month).into()), ("year", date.year().into())])
}

/// A date without its year, for a narrow column: `31 janv.`, `31 Jan.`.
#[must_use]
pub fn short(locale: &Locale, date: NaiveDate) -> String {
    let day = day(locale, date);
    let month = locale.say(&format!("month-short-{}", date.month()));
    locale.say_with("date-short", &[("day", (&day).into()), ("month", (&month).into())])
}

/// The same for a date in the year of `today`; otherwise month and year: `01/2023`.
#[must_use]
pub fn near(locale: &Locale, date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        return short(locale, date);
    }
    let month = format!("{:02}", date.month());
    locale.say_with("date-month-short", &[("month", (&month).into()), ("year", date.year().into())])
}

/// A range of days, with month and year only once if they are the same: `6–10 mars 2023`.
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

/// The time of day with 24 hours, the same in every language: `10:44`.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// A length of time in minutes and seconds, the same in every language: `1:30`.
#[must_use]
pub fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The day of the week: `lundi`, `Monday`.
#[must_use]
pub fn weekday(locale: &Locale, date: NaiveDate) -> String {
    locale.say(&format!("weekday-{}", date.weekday().number_from_monday()))
}

/// An ordinal number: `1re`, `4e`; `1st`, `4th`. In French it is feminine, for `session` and `séance`.
#[must_use]
pub fn ordinal(locale: &Locale, number: u32) -> String {
    locale.say_with("ordinal", &[("number", number.into())])
}

/// An ordinal number as a word up to twelve, `quatrième`, `fourth`; from 13 on as [`ordinal`] writes it.
#[must_use]
pub fn ordinal_word(locale: &Locale, number: u32) -> String {
    let id = format!("ordinal-word-{number}");
    if locale.has(&id) { locale.say(&id) } else { ordinal(locale, number) }
}

/// A whole number with a separator between thousands: a no-break space in French, a comma in English.
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
