//! The front matter of a text that is more than a note: values read one by one, and what is wrong with them.

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
}
