//! One table of a calendar file, its values read one by one; what cannot be read is told with its line.

use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::text::excerpt;
use crate::base::{Error, Lines};
use crate::calendar::programme;
use crate::model::{Language, Names, Reference};

/// The faults found so far.
pub(super) struct Faults<'a> {
    text: &'a str,
    lines: Lines,
    /// Faults with their places.
    found: Vec<(usize, Error)>,
    /// Lines that are no TOML.
    broken: Vec<usize>,
}

impl<'a> Faults<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, lines: Lines::of(text), found: Vec::new(), broken: Vec::new() }
    }

    /// Tells a fault at a place of the text.
    pub fn tell(&mut self, id: &'static str, place: usize, args: &[(&'static str, &dyn Display)]) {
        let fault = Error::broken(id).with("file", super::NAME).with("line", self.lines.number(place));
        let fault = args.iter().fold(fault, |fault, (name, value)| fault.with(name, value.to_string()));
        self.found.push((place, fault));
    }

    /// Tells that a line is no TOML; one slip brings others on the same line that are none.
    pub fn broken(&mut self, place: usize, what: &str) {
        let line = self.lines.number(place);
        if !self.broken.contains(&line) {
            self.broken.push(line);
            self.tell("calendar-broken", place, &[("what", &what)]);
        }
    }

    /// Tells that a value is not what is expected there.
    pub fn value(&mut self, key: &str, place: Range<usize>, expected: &'static str) {
        let value = excerpt(self.text.get(place.clone()).unwrap_or_default(), 60);
        self.tell(
            "calendar-value",
            place.start,
            &[("key", &key), ("value", &value), ("expected", &expected)],
        );
    }

    pub fn count(&self) -> usize {
        self.found.len()
    }

    /// All faults in the order of the text.
    pub fn told(mut self) -> Vec<Error> {
        self.found.sort_by_key(|(place, _)| *place);
        self.found.into_iter().map(|(_, fault)| fault).collect()
    }
}

/// One table with the place it begins at.
pub(super) struct Entry<'a> {
    table: &'a DeTable<'a>,
    /// Where it begins.
    pub place: usize,
}

impl<'a> Entry<'a> {
    pub fn new(table: &'a DeTable<'a>, place: usize) -> Self {
        Self { table, place }
    }

    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Whether a line between its beginning and the next table is no TOML.
    pub fn is_broken(&self, faults: &Faults) -> bool {
        let first = faults.lines.number(self.place);
        let rest = faults.text.get(self.place..).unwrap_or_default().lines().skip(1);
        let own = rest.take_while(|line| !line.trim_start().starts_with("[[")).count();
        faults.broken.iter().any(|line| (first..=first + own).contains(line))
    }

    /// Tells every key that is none of these.
    pub fn known(&self, known: &[&str], faults: &mut Faults) {
        for key in self.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let place = key.span().start;
            if !faults.broken.contains(&faults.lines.number(place)) {
                let name = excerpt(key.get_ref(), 40);
                faults.tell("calendar-key", place, &[("key", &name), ("known", &known.join(", "))]);
            }
        }
    }

    fn get<T>(
        &self,
        (key, expected): (&str, &'static str),
        faults: &mut Faults,
        read: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<(T, usize)> {
        let value = self.table.get(key)?;
        let place = value.span();
        if faults.broken.contains(&faults.lines.number(place.start)) {
            return None;
        }
        let found = read(value.get_ref());
        if found.is_none() {
            faults.value(key, place.clone(), expected);
        }
        found.map(|found| (found, place.start))
    }

    /// A text, with its place.
    pub fn text(&self, key: &str, faults: &mut Faults) -> Option<(String, usize)> {
        self.get((key, "text"), faults, |value| value.as_str().map(str::to_owned))
    }

    /// A whole number.
    pub fn whole(&self, key: &str, faults: &mut Faults) -> Option<i64> {
        self.get((key, "number"), faults, whole).map(|(number, _)| number)
    }

    /// A number of a session or a meeting.
    pub fn count(&self, key: &str, faults: &mut Faults) -> Option<u32> {
        self.get((key, "number"), faults, count).map(|(number, _)| number)
    }

    /// Several such numbers.
    pub fn counts(&self, key: &str, faults: &mut Faults) -> Vec<u32> {
        let all = |value: &DeValue<'_>| value.as_array()?.iter().map(|one| count(one.get_ref())).collect();
        self.get((key, "numbers"), faults, all).map(|(all, _)| all).unwrap_or_default()
    }

    /// A day.
    pub fn date(&self, key: &str, faults: &mut Faults) -> Option<NaiveDate> {
        self.get((key, "date"), faults, date).map(|(date, _)| date)
    }

    /// A time of day.
    pub fn time(&self, key: &str, faults: &mut Faults) -> Option<NaiveTime> {
        self.get((key, "time"), faults, time).map(|(time, _)| time)
    }

    /// A text that stands for something else.
    pub fn parsed<T: FromStr>(&self, key: &str, expected: &'static str, faults: &mut Faults) -> Option<T> {
        self.get((key, expected), faults, |value| value.as_str()?.trim().parse().ok()).map(|(found, _)| found)
    }

    /// `SYMBOL:ADDRESS`.
    pub fn citation(&self, key: &str, faults: &mut Faults) -> Option<String> {
        let read = |value: &DeValue<'_>| value.as_str()?.parse::<Reference>().ok();
        self.get((key, "citation"), faults, read).map(|(passage, _)| passage.to_string())
    }

    /// A name: one for all languages, or one for each.
    pub fn names(&self, key: &str, faults: &mut Faults) -> Names {
        let each = |value: &DeValue<'_>| {
            let pairs = value.as_table()?.iter();
            pairs
                .map(|(language, name)| {
                    let language: Language = language.get_ref().parse().ok()?;
                    Some((language, name.get_ref().as_str()?.to_owned()))
                })
                .collect()
        };
        let read = |value: &DeValue<'_>| match value.as_str() {
            Some(name) => Some([(Language::EN, name.to_owned())].into()),
            None => each(value),
        };
        Names(self.get((key, "names"), faults, read).map(|(names, _)| names).unwrap_or_default())
    }

    /// Texts in a list, or one alone, each with its place.
    pub fn texts(&self, key: &str, faults: &mut Faults) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let one = |value: &Spanned<DeValue<'_>>| Some((value.get_ref().as_str()?.to_owned(), value.span()));
        let list = value.get_ref().as_array().map(|list| list.iter().map(one).collect::<Option<Vec<_>>>());
        let found = list.unwrap_or_else(|| one(value).map(|one| vec![one]));
        if found.is_none() {
            faults.value(key, value.span(), "texts");
        }
        found.unwrap_or_default()
    }

    /// Pairs of texts, `"item/5/f" = "annex/heading/E"`, each with its place.
    pub fn pairs(&self, key: &str, faults: &mut Faults) -> Vec<(String, String, Range<usize>)> {
        let Some(value) = self.table.get(key) else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            faults.value(key, value.span(), "pairs");
            return Vec::new();
        };
        let mut found = Vec::new();
        for (name, value) in table {
            match value.get_ref().as_str() {
                Some(text) => {
                    found.push((
                        name.get_ref().to_string(),
                        text.to_owned(),
                        name.span().start..value.span().end,
                    ));
                }
                None => faults.value(name.get_ref(), value.span(), "text"),
            }
        }
        found
    }
}

fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer().filter(|number| number.radix() == 10)?;
    number.as_str().replace('_', "").parse().ok()
}

fn count(value: &DeValue<'_>) -> Option<u32> {
    whole(value).and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
}

/// A date as TOML writes it, or the same in quotation marks.
fn date(value: &DeValue<'_>) -> Option<NaiveDate> {
    if let Some(text) = value.as_str() {
        return text.trim().parse().ok();
    }
    let stored = value.as_datetime().filter(|stored| stored.time.is_none())?.date?;
    NaiveDate::from_ymd_opt(stored.year.into(), stored.month.into(), stored.day.into())
}

/// A time as TOML writes it, or as people do in quotation marks.
fn time(value: &DeValue<'_>) -> Option<NaiveTime> {
    if let Some(text) = value.as_str() {
        return programme::time(text);
    }
    let stored = value.as_datetime().filter(|stored| stored.date.is_none())?.time?;
    NaiveTime::from_hms_opt(stored.hour.into(), stored.minute.into(), 0)
}
