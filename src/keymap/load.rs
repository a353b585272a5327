//! Reads keymap files: a base file and files that override it. All errors are returned; correct lines are used.
//!
//! Messages: each has `file` and `line`; see `keymap-…` in the locale.

use toml::de::{DeTable, DeValue};

use crate::base::{Error, Lines};
use crate::keymap::notation::nearest;
use crate::keymap::trie::ScopeBindings;
use crate::keymap::{BadKey, Binding, Keymap, Sequence};

/// The version of the keymap file format that this program reads.
const VERSION: &str = "1";

/// Reads keymap files, given as file name (for messages) and text. The first file is the base and defines the scopes;
/// each later file overrides the files before it; `"x" = ""` removes a binding.
///
/// `known` is whether a scope has a verb. All errors are returned, in the order of the files. A line with an error is
/// ignored; a file that is not TOML is ignored as a whole.
#[must_use]
pub fn load(files: &[(&str, &str)], known: &dyn Fn(&str, &Binding) -> bool) -> (Keymap, Vec<Error>) {
    let mut draft = ReadScopes { scopes: Vec::new(), errors: Vec::new(), known };
    for (index, (name, text)) in files.iter().enumerate() {
        // Some editors put a byte order mark at the beginning.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let before = draft.errors.len();
        draft.read(&KeymapFile { name, lines: Lines::of(text), is_base: index == 0 }, text);
        draft.errors[before..].sort_by_key(|error| error.message.line());
    }
    (Keymap::new(draft.scopes), draft.errors)
}

/// The scopes read so far, with their bindings.
struct ReadScopes<'a> {
    scopes: Vec<ScopeBindings>,
    errors: Vec<Error>,
    known: &'a dyn Fn(&str, &Binding) -> bool,
}

struct KeymapFile<'a> {
    name: &'a str,
    lines: Lines,
    is_base: bool,
}

/// A line of a file that adds or removes a binding.
struct BindingLine<'a> {
    at: usize,
    sequence: Sequence,
    value: &'a str,
}

impl KeymapFile<'_> {
    fn error(&self, id: &'static str, at: usize) -> Error {
        Error::broken(id).with("file", self.name).with("line", self.lines.number(at))
    }

    /// The error `id` or, if it is known what was probably meant, the error `suggested` with this suggestion.
    fn suggesting(&self, [id, suggested]: [&'static str; 2], at: usize, meant: Option<&str>) -> Error {
        match meant {
            Some(meant) => self.error(suggested, at).with("suggestion", meant),
            None => self.error(id, at),
        }
    }
}

impl ReadScopes<'_> {
    fn read(&mut self, file: &KeymapFile<'_>, text: &str) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let at = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
        let (twice, broken): (Vec<_>, Vec<_>) =
            errors.into_iter().partition(|error| error.message() == "duplicate key");
        // A syntax error often causes others after it: only the first is reported.
        if let Some(first) = broken.first() {
            self.errors.push(file.error("keymap-not-toml", at(first)).with("reason", first.message()));
            return;
        }
        for duplicate in &twice {
            let key = duplicate.span().and_then(|span| text.get(span)).unwrap_or_default();
            let error = file.error("keymap-duplicate", at(duplicate));
            self.errors.push(error.with("key", key.trim_matches(['"', '\''])));
        }
        self.read_tables(file, table.get_ref());
    }

    fn read_tables(&mut self, file: &KeymapFile<'_>, tables: &DeTable<'_>) {
        let version = tables.iter().find(|(key, _)| key.get_ref() == "version");
        if let Some((_, version)) = version
            && !matches!(version.get_ref(), DeValue::Integer(number) if number.as_str() == VERSION)
        {
            self.errors.push(file.error("keymap-version", version.span().start).with("version", VERSION));
            return;
        }
        for (key, value) in tables.iter().filter(|(key, _)| key.get_ref() != "version") {
            let (at, name) = (key.span().start, key.get_ref().as_ref());
            match value.get_ref() {
                DeValue::Table(bindings) => match self.scope(file, name) {
                    Some(scope) => self.read_scope(file, scope, bindings),
                    None => self.unknown_scope(file, at, name),
                },
                _ => self.errors.push(file.error("keymap-outside-scope", at).with("key", name)),
            }
        }
    }

    /// Index of a scope; the base file creates scopes.
    fn scope(&mut self, file: &KeymapFile<'_>, name: &str) -> Option<usize> {
        let found = self.scopes.iter().position(|known| known.name == name);
        found.or_else(|| {
            file.is_base.then(|| {
                self.scopes.push(ScopeBindings { name: name.to_owned(), bindings: Vec::new() });
                self.scopes.len() - 1
            })
        })
    }

    fn unknown_scope(&mut self, file: &KeymapFile<'_>, at: usize, name: &str) {
        let names: Vec<&str> = self.scopes.iter().map(|scope| scope.name.as_str()).collect();
        let error = file.error("keymap-unknown-scope", at);
        self.errors.push(error.with("scope", name).with("scopes", names.join(", ")));
    }

    fn read_scope(&mut self, file: &KeymapFile<'_>, scope: usize, bindings: &DeTable<'_>) {
        let entries = self.entries(file, bindings);
        // Bindings are removed first, so that the order of lines in a file does not matter.
        for entry in entries.iter().filter(|entry| entry.value.trim().is_empty()) {
            self.scopes[scope].bindings.retain(|(sequence, _)| *sequence != entry.sequence);
        }
        for (index, entry) in entries.iter().enumerate() {
            if entries[..index].iter().any(|earlier| earlier.sequence == entry.sequence) {
                let error = file.error("keymap-duplicate", entry.at);
                self.errors.push(error.with("key", &entry.sequence));
            } else if let Some(binding) = Binding::read(entry.value) {
                self.bind(file, scope, entry, binding);
            }
        }
    }

    /// The lines of a scope whose keys are in correct notation.
    fn entries<'a>(&mut self, file: &KeymapFile<'_>, bindings: &'a DeTable<'_>) -> Vec<BindingLine<'a>> {
        let mut entries = Vec::new();
        for (key, value) in bindings {
            let (at, written) = (key.span().start, key.get_ref().as_ref());
            match (written.parse::<Sequence>(), value.get_ref()) {
                (Ok(sequence), DeValue::String(value)) => entries.push(BindingLine { at, sequence, value }),
                (Ok(sequence), _) => {
                    self.errors.push(file.error("keymap-not-text", at).with("key", &sequence));
                }
                (Err(BadKey { suggestion }), _) => {
                    let ids = ["keymap-bad-key", "keymap-bad-key-suggested"];
                    self.errors.push(file.suggesting(ids, at, suggestion.as_deref()).with("key", written));
                }
            }
        }
        entries
    }

    fn bind(&mut self, file: &KeymapFile<'_>, scope: usize, entry: &BindingLine<'_>, binding: Binding) {
        let ScopeBindings { name, bindings } = &mut self.scopes[scope];
        if !(self.known)(name, &binding) {
            let verbs = bindings.iter().map(|(_, binding)| binding.verb.as_str());
            let ids = ["keymap-unknown-verb", "keymap-unknown-verb-suggested"];
            let error = file.suggesting(ids, entry.at, nearest(&binding.verb, verbs));
            let error = error.with("key", &entry.sequence).with("verb", &binding.verb).with("scope", &*name);
            self.errors.push(error);
            return;
        }
        let same = bindings.iter().position(|(sequence, _)| *sequence == entry.sequence);
        let clash = bindings
            .iter()
            .map(|(sequence, _)| sequence)
            .find(|other| **other != entry.sequence && other.clashes(&entry.sequence));
        match (same, clash) {
            (Some(index), _) => bindings[index].1 = binding,
            (None, None) => bindings.push((entry.sequence.clone(), binding)),
            (None, Some(other)) => {
                let (shorter, longer) = if other.keys().len() < entry.sequence.keys().len() {
                    (other, &entry.sequence)
                } else {
                    (&entry.sequence, other)
                };
                let error = file.error("keymap-hidden", entry.at);
                self.errors.push(error.with("key", longer).with("shorter", shorter).with("scope", &*name));
            }
        }
    }
}
