//! The front matter of a text that is more than a note: values read one by one, and what is wrong with them.

use chrono::{DateTime, FixedOffset};

use crate::base::Error;
use crate::base::text::excerpt;

/// The keys of the front matter that notes do not have, and the errors found while they are read.
#[derive(Debug)]
pub(super) struct Front<'a> {
    table: &'a toml::Table,
    /// The id of the message about a value that cannot be read; it gets `key`, `value` and `expected`.
    message: &'static str,
    /// What could not be read.
    pub(super) errors: Vec<Error>,
}

impl<'a> Front<'a> {
    pub(super) fn new(table: &'a toml::Table, message: &'static str) -> Self {
        Self { table, message, errors: Vec::new() }
    }

    /// The value of a key; `None` if it is missing or, with an error, if it cannot be read as what is `expected`.
    pub(super) fn read<T>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        read: impl Fn(&toml::Value) -> Option<T>,
    ) -> Option<T> {
        self.read_in(self.table, key, expected, read)
    }

    /// The same in a table of the front matter.
    pub(super) fn read_in<T>(
        &mut self,
        table: &toml::Table,
        key: &'static str,
        expected: &'static str,
        read: impl Fn(&toml::Value) -> Option<T>,
    ) -> Option<T> {
        let value = table.get(key)?;
        let found = read(value);
        if found.is_none() {
            let error = Error::broken(self.message).with("key", key).with("expected", expected);
            self.errors.push(error.with("value", excerpt(&value.to_string(), 60)));
        }
        found
    }

    /// A text.
    pub(super) fn text(&mut self, key: &'static str) -> Option<String> {
        self.read(key, "text", |value| value.as_str().map(str::to_owned))
    }

    /// What a function reads from a table of the front matter; its errors are added to these.
    pub(super) fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Front<'_>) -> T,
    ) -> Option<T> {
        let table = self.read(key, "table", |value| value.as_table().cloned())?;
        let mut inner = Front::new(&table, self.message);
        let found = read(&mut inner);
        self.errors.append(&mut inner.errors);
        Some(found)
    }
}

/// A date and time with its offset from UTC, as TOML writes it or as a text.
pub(super) fn moment(value: &toml::Value) -> Option<DateTime<FixedOffset>> {
    let text = match value {
        toml::Value::Datetime(moment) => moment.to_string(),
        other => other.as_str()?.to_owned(),
    };
    DateTime::parse_from_rfc3339(&text).ok()
}

/// A whole number that is not negative.
pub(super) fn number<T: TryFrom<i64>>(value: &toml::Value) -> Option<T> {
    T::try_from(value.as_integer()?).ok()
}

/// The texts of a value of the front matter.
pub fn texts_in(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(values) => values.iter().flat_map(texts_in).collect(),
        toml::Value::Table(table) => table.values().flat_map(texts_in).collect(),
        _ => Vec::new(),
    }
}
