//! Reading TOML files that people write: typed values one by one, and all errors of a file together with their lines.
//!
//! ```
//! use plenary::base::table::{self, Messages};
//!
//! const MESSAGES: Messages = Messages {
//!     syntax: "calendar-broken",
//!     unknown_key: "calendar-key",
//!     missing_key: "calendar-missing",
//!     value: "calendar-value",
//! };
//! let text = "name = 'fourth'\nnumber = 'four'\ncolour = 'blue'\n";
//! let (session, errors) = table::read("calendar.toml", text, &MESSAGES, |root| {
//!     root.require(&["name"]);
//!     let (name, number) = (root.text("name"), root.count("number"));
//!     Some((name?, number))
//! });
//! assert_eq!(session, Some(("fourth".to_owned(), None)));
//! let ids: Vec<_> = errors.iter().map(|error| error.message.id).collect();
//! assert_eq!(ids, ["calendar-value", "calendar-key"]);
//! ```

mod values;

use std::cell::{Cell, RefCell};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::text::excerpt;
use crate::base::{Error, Lines, Message};

/// The ids of the messages for what can be wrong in any file. Each message gets `file` and `line`.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    /// The text is not TOML; `what` is the parser's explanation, in English.
    pub syntax: &'static str,
    /// A `key` that does not exist in this table; `known` lists those that do.
    pub unknown_key: &'static str,
    /// A `key` that must be given is missing.
    pub missing_key: &'static str,
    /// A `value` that cannot be read as what its `key` needs. `expected` is the name of what is needed: `text`,
    /// `texts`, `number`, `numbers`, `flag`, `date`, `time`, `table`, `tables`, or a name the reader gives.
    pub value: &'static str,
}

/// A value with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the text, without a byte order mark.
    pub place: Range<usize>,
}

/// Reads a file with `read`, which gets its outermost table. `file` is its name in messages.
///
/// Returns what `read` made of it, and all errors in the order of the text: those of syntax, those of values, and a
/// key that `read` never asked for. A byte order mark is skipped. Lines that are not TOML are reported once and count
/// as if they were not there.
pub fn read<T>(
    file: &str,
    text: &str,
    messages: &Messages,
    read: impl FnOnce(&Table<'_>) -> T,
) -> (T, Vec<Error>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (root, broken) = DeTable::parse_recoverable(text);
    let mut file = TableFile {
        name: file,
        text,
        lines: Lines::of(text),
        messages,
        broken: Vec::new(),
        errors: RefCell::default(),
    };
    for error in &broken {
        file.syntax(error.span().map_or(0, |span| span.start), error.message());
    }
    let root = Table::new(root.get_ref(), 0, &file);
    let made = read(&root);
    root.report_unknown_keys();
    let mut errors = file.errors.into_inner();
    errors.sort_by_key(|(place, _)| *place);
    (made, errors.into_iter().map(|(_, error)| error).collect())
}

/// The file being read.
#[derive(Debug)]
struct TableFile<'a> {
    name: &'a str,
    text: &'a str,
    lines: Lines,
    messages: &'a Messages,
    /// Numbers of the lines that are not TOML.
    broken: Vec<usize>,
    /// Errors with their byte offsets.
    errors: RefCell<Vec<(usize, Error)>>,
}

impl TableFile<'_> {
    fn report(&self, place: usize, message: Message) {
        let mut error =
            Error::broken(message.id).with("file", self.name).with("line", self.lines.number(place));
        error.message.args.extend(message.args);
        self.errors.borrow_mut().push((place, error));
    }

    /// Reports a line that is not TOML, once: one mistake often causes several errors of the parser.
    fn syntax(&mut self, place: usize, what: &str) {
        let line = self.lines.number(place);
        if !self.broken.contains(&line) {
            self.broken.push(line);
            self.report(place, Message::new(self.messages.syntax).with("what", what));
        }
    }

    fn is_broken_at(&self, place: usize) -> bool {
        self.broken.contains(&self.lines.number(place))
    }

    fn count(&self) -> usize {
        self.errors.borrow().len()
    }
}

/// One table of a file. A getter returns `None`, or an empty list, for a key that is not there, and for a value that
/// cannot be read, which it reports.
///
/// Every key a getter asks for is known; all others are reported once the table has been read. So a reader asks for
/// all its keys before it returns early.
#[derive(Debug)]
pub struct Table<'a> {
    table: &'a DeTable<'a>,
    place: usize,
    file: &'a TableFile<'a>,
    known: RefCell<Vec<String>>,
    /// All keys are known.
    any_key: Cell<bool>,
}

impl<'a> Table<'a> {
    fn new(table: &'a DeTable<'a>, place: usize, file: &'a TableFile<'a>) -> Self {
        Self { table, place, file, known: RefCell::default(), any_key: Cell::new(false) }
    }

    /// The byte offset at which it begins.
    #[must_use]
    pub fn place(&self) -> usize {
        self.place
    }

    /// Whether the key is there, whatever its value.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Reports those of the keys that are missing.
    pub fn require(&self, keys: &[&str]) {
        for key in keys.iter().filter(|key| !self.has(key)) {
            // A missing key may be on one of the lines that could not be read.
            if self.place > 0 || self.file.broken.is_empty() {
                self.report(self.place, Message::new(self.file.messages.missing_key).with("key", *key));
            }
        }
    }

    /// All keys of the table, for tables whose keys are data. None of them is unknown afterwards.
    #[must_use]
    pub fn keys(&self) -> Vec<Located<String>> {
        self.accept_any_key();
        let sound = self.table.keys().filter(|key| !self.file.is_broken_at(key.span().start));
        sound.map(|key| Located { value: key.get_ref().to_string(), place: key.span() }).collect()
    }

    /// Makes keys known before their values are asked for; a message about an unknown key lists the known ones in this order.
    pub fn know(&self, keys: &[&str]) {
        let mut known = self.known.borrow_mut();
        for key in keys {
            if !known.iter().any(|known| known == key) {
                known.push((*key).to_owned());
            }
        }
    }

    /// Treats keys nobody asks for as known: for a file of a later version, or one that others read too.
    pub fn accept_any_key(&self) {
        self.any_key.set(true);
    }

    /// Reports an error at a byte offset; `file` and `line` are added to its message.
    pub fn report(&self, place: usize, message: Message) {
        self.file.report(place, message);
    }

    /// Reports that the value at a place is not what its key needs.
    pub fn report_value(&self, key: &str, place: Range<usize>, expected: &'static str) {
        let value = excerpt(self.file.text.get(place.clone()).unwrap_or_default(), 60);
        let message = Message::new(self.file.messages.value).with("key", key).with("value", value);
        self.report(place.start, message.with("expected", expected));
    }

    fn report_unknown_keys(&self) {
        if self.any_key.get() {
            return;
        }
        let known = self.known.borrow();
        let unknown = self.table.keys().filter(|key| !known.iter().any(|known| known == key.get_ref()));
        for key in unknown.filter(|key| !self.file.is_broken_at(key.span().start)) {
            let name = excerpt(key.get_ref(), 40);
            let message = Message::new(self.file.messages.unknown_key).with("key", name);
            self.report(key.span().start, message.with("known", known.join(", ")));
        }
    }

    /// The value of a key, which is known from now on; none on a line that is not TOML.
    fn value(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.know(&[key]);
        self.table.get(key).filter(|value| !self.file.is_broken_at(value.span().start))
    }

    fn get<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<Located<T>> {
        let value = self.value(key)?;
        let Some(found) = read(value.get_ref()) else {
            self.report_value(key, value.span(), expected);
            return None;
        };
        Some(Located { value: found, place: value.span() })
    }

    /// Each value of a list, or a value alone.
    fn each<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl Fn(&DeValue<'_>) -> Option<T>,
    ) -> Vec<Located<T>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let read = |value: &Spanned<DeValue<'_>>| {
            let found = read(value.get_ref());
            if found.is_none() {
                self.report_value(key, value.span(), expected);
            }
            found.map(|found| Located { value: found, place: value.span() })
        };
        match value.get_ref().as_array() {
            Some(list) => list.iter().filter_map(read).collect(),
            None => read(value).into_iter().collect(),
        }
    }
}

/// Tables in tables.
impl Table<'_> {
    /// What `read` makes of the table at a key.
    pub fn table<T>(&self, key: &str, read: impl FnOnce(&Table<'_>) -> T) -> Option<T> {
        self.table_as(key, "table", read)
    }

    /// The same; `expected` names the form the table should have.
    pub fn table_as<T>(
        &self,
        key: &str,
        expected: &'static str,
        read: impl FnOnce(&Table<'_>) -> T,
    ) -> Option<T> {
        let value = self.value(key)?;
        let Some(table) = value.get_ref().as_table() else {
            self.report_value(key, value.span(), expected);
            return None;
        };
        let table = Table::new(table, value.span().start, self.file);
        let made = read(&table);
        table.report_unknown_keys();
        Some(made)
    }

    /// What `read` makes of each table of a list, `[[key]]`. A table with an error, or with a line that is not TOML,
    /// is left out.
    pub fn tables<T>(&self, key: &str, read: impl FnMut(&Table<'_>) -> Option<T>) -> Vec<Located<T>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.report_value(key, value.span(), "tables");
            return Vec::new();
        };
        let mut read = read;
        let mut made = Vec::new();
        for value in list {
            let Some(table) = value.get_ref().as_table() else {
                self.report_value(key, value.span(), "tables");
                continue;
            };
            let table = Table::new(table, value.span().start, self.file);
            if table.has_broken_line() {
                continue;
            }
            let before = self.file.count();
            let entry = read(&table);
            table.report_unknown_keys();
            if let Some(entry) = entry.filter(|_| self.file.count() == before) {
                made.push(Located { value: entry, place: value.span() });
            }
        }
        made
    }

    /// Whether a line between its beginning and the next `[[…]]` is not TOML.
    fn has_broken_line(&self) -> bool {
        let first = self.file.lines.number(self.place);
        let rest = self.file.text.get(self.place..).unwrap_or_default().lines().skip(1);
        let own = rest.take_while(|line| !line.trim_start().starts_with("[[")).count();
        self.file.broken.iter().any(|line| (first..=first + own).contains(line))
    }
}

#[cfg(test)]
mod tests;
