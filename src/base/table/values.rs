//! The values of a table: texts, numbers, dates, times, and what readers make of texts.

use chrono::{NaiveDate, NaiveTime};
use toml::Spanned;
use toml::de::DeValue;

use super::{Located, Table};
use crate::base::day;

impl Table<'_> {
    /// A text.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<String> {
        self.text_at(key).map(|text| text.value)
    }

    /// A text with its place.
    #[must_use]
    pub fn text_at(&self, key: &str) -> Option<Located<String>> {
        self.get(key, "text", |value| value.as_str().map(str::to_owned))
    }

    /// The texts of a list, or one text alone.
    #[must_use]
    pub fn texts(&self, key: &str) -> Vec<String> {
        self.texts_at(key).into_iter().map(|text| text.value).collect()
    }

    /// The texts of a list, or one text alone, each with its place.
    #[must_use]
    pub fn texts_at(&self, key: &str) -> Vec<Located<String>> {
        self.each(key, "texts", |value| value.as_str().map(str::to_owned))
    }

    /// The texts of a list of lists; a text may stand for a list of one.
    #[must_use]
    pub fn lists(&self, key: &str) -> Vec<Vec<String>> {
        let text = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
        let list = |value: &DeValue<'_>| match value.as_str() {
            Some(text) => Some(vec![text.to_owned()]),
            None => value.as_array()?.iter().map(text).collect(),
        };
        self.each(key, "lists", list).into_iter().map(|list| list.value).collect()
    }

    /// What `read` makes of a text; `expected` names what it needs.
    pub fn parsed<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        self.parsed_at(key, expected, read).map(|found| found.value)
    }

    /// The same with its place.
    pub fn parsed_at<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Located<T>> {
        self.get(key, expected, |value| read(value.as_str()?))
    }

    /// What `read` makes of each text of a list, or of one text alone.
    pub fn all_parsed<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<Located<T>> {
        self.each(key, expected, |value| read(value.as_str()?))
    }

    /// What `read` makes of each text of a table and its key, or of one text alone, which has no key. If it refuses one of
    /// them, there is an error for the whole table; `expected` names what it needs.
    pub fn keyed<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl Fn(Option<&str>, &str) -> Option<T>,
    ) -> Vec<T> {
        let all = |value: &DeValue<'_>| match value.as_str() {
            Some(text) => Some(vec![read(None, text)?]),
            None => {
                let texts = value.as_table()?.iter();
                texts.map(|(key, text)| read(Some(key.get_ref()), text.get_ref().as_str()?)).collect()
            }
        };
        self.get(key, expected, all).map(|all| all.value).unwrap_or_default()
    }

    /// A whole number that fits the type.
    #[must_use]
    pub fn number<T: TryFrom<i64>>(&self, key: &str) -> Option<T> {
        self.get(key, "number", |value| whole(value)?.try_into().ok()).map(|number| number.value)
    }

    /// A whole number from 1 up.
    #[must_use]
    pub fn count(&self, key: &str) -> Option<u32> {
        self.get(key, "number", count).map(|number| number.value)
    }

    /// Whole numbers from 1 up, in a list.
    #[must_use]
    pub fn counts(&self, key: &str) -> Vec<u32> {
        let all =
            |value: &DeValue<'_>| value.as_array()?.iter().map(|value| count(value.get_ref())).collect();
        self.get(key, "numbers", all).map(|all| all.value).unwrap_or_default()
    }

    /// `true` or `false`.
    #[must_use]
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.get(key, "flag", |value| value.as_bool()).map(|flag| flag.value)
    }

    /// A day of the accepted years ([`day::YEARS`]), written as a TOML date or as the same in quotation marks.
    #[must_use]
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        self.get(key, "date", date).map(|date| date.value)
    }

    /// A time of day, written as a TOML time or as a text that `read` understands. Seconds do not count.
    pub fn time(&self, key: &str, read: impl FnOnce(&str) -> Option<NaiveTime>) -> Option<NaiveTime> {
        let time = |value: &DeValue<'_>| match value.as_str() {
            Some(text) => read(text),
            None => time(value),
        };
        self.get(key, "time", time).map(|time| time.value)
    }
}

/// Decimal whole numbers only: `0x10` is no number people write.
fn whole(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer().filter(|number| number.radix() == 10)?;
    number.as_str().replace('_', "").parse().ok()
}

fn count(value: &DeValue<'_>) -> Option<u32> {
    whole(value)?.try_into().ok().filter(|number| *number > 0)
}

fn date(value: &DeValue<'_>) -> Option<NaiveDate> {
    if let Some(text) = value.as_str() {
        return day::read(text.trim());
    }
    let stored = value.as_datetime().filter(|stored| stored.time.is_none())?.date?;
    NaiveDate::from_ymd_opt(stored.year.into(), stored.month.into(), stored.day.into())
        .filter(|date| day::is_accepted(*date))
}

fn time(value: &DeValue<'_>) -> Option<NaiveTime> {
    let stored = value.as_datetime().filter(|stored| stored.date.is_none())?.time?;
    NaiveTime::from_hms_opt(stored.hour.into(), stored.minute.into(), 0)
}
