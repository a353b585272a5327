//! Short names of documents, from `data/aliases.toml`, read once.

use std::sync::LazyLock;

use crate::base::table::{self, Messages, Table};
use crate::base::{Error, numbering::from_letters, text::fold};
use crate::language::Phrases;
use crate::language::token::{Phrase, Token, phrase};
use crate::model::{Address, Document, Part, Place, Reference, Symbol};

/// A document with the names people give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The document.
    pub symbol: Symbol,
    /// The part with the numbered paragraphs that the name means; `None` is the body.
    pub part: Option<Part>,
    /// What is typed for it, folded, in words.
    pub typed: Vec<Phrase>,
    group: Option<usize>,
    /// The year of a report that is called by it.
    pub(super) year: Option<u32>,
}

/// The names of documents.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    documents: Vec<Alias>,
    subject: Vec<String>,
    norms: Option<Reference>,
    /// What norms are called by their subjects: the place of the letter, and the folded words.
    subjects: Vec<(u32, Phrase)>,
    agendas: Vec<(String, Symbol)>,
    /// Names, each with the place of the group or of the document that has it.
    groups: Phrases<usize>,
    names: Phrases<usize>,
}

static BUNDLED: LazyLock<Aliases> = LazyLock::new(|| {
    Aliases::parse(include_str!("../../data/aliases.toml")).expect("a test reads the bundled names")
});

const MESSAGES: Messages = Messages {
    syntax: "aliases-broken",
    unknown_key: "aliases-key",
    missing_key: "aliases-missing",
    value: "aliases-field",
};

impl Aliases {
    /// The names that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a file of names.
    ///
    /// # Errors
    /// All errors of the file, each with `file` and `line`: `aliases-broken` (`what`), `aliases-key` (`key`, `known`),
    /// `aliases-missing` (`key`), and `aliases-field` (`key`, `value`, `expected`) for a symbol, a passage, a part or a
    /// group that cannot be read.
    pub fn parse(text: &str) -> Result<Self, Vec<Error>> {
        let (aliases, errors) = table::read("aliases.toml", text, &MESSAGES, Self::read);
        if errors.is_empty() { Ok(aliases) } else { Err(errors) }
    }

    fn read(root: &Table<'_>) -> Self {
        let mut aliases = Self {
            subject: root.texts("subject").iter().map(|words| fold(words)).collect(),
            norms: root.parsed("norms", "citation", |text| text.parse().ok()),
            ..Self::default()
        };
        for norm in root.tables("norm", norm) {
            aliases.subjects.extend(norm.value);
        }
        for agenda in root.tables("agenda", agenda) {
            let (of, printed) = agenda.value;
            aliases.agendas.extend(of.into_iter().map(|of| (of, printed.clone())));
        }
        let groups: Vec<(String, Vec<String>)> =
            root.tables("group", group).into_iter().map(|group| group.value).collect();
        let ids: Vec<&str> = groups.iter().map(|(id, _)| id.as_str()).collect();
        let documents = root.tables("document", |table| document(table, &ids));
        aliases.groups = named(groups.iter().map(|(_, names)| names));
        aliases.names = named(documents.iter().map(|document| &document.value.1));
        aliases.documents = documents.into_iter().map(|document| document.value.0).collect();
        aliases
    }

    /// The documents that have names.
    #[must_use]
    pub fn documents(&self) -> &[Alias] {
        &self.documents
    }

    /// The paragraph that introduces the norms of responsible State behaviour, for documents that do not print them.
    #[must_use]
    pub fn norms(&self) -> Option<&Reference> {
        self.norms.as_ref()
    }

    /// The names of those who wrote reports, each with its place among them.
    pub(super) fn authors(&self) -> impl Iterator<Item = (&Phrase, usize)> {
        self.groups.iter()
    }

    /// Whether a document was written by somebody.
    pub(super) fn is_by(&self, alias: usize, author: usize) -> bool {
        self.documents.get(alias).is_some_and(|alias| alias.group == Some(author))
    }

    /// The only document of an author and a year, by its place among the documents.
    pub(super) fn only_of(&self, author: usize, year: u32) -> Option<usize> {
        let fits = |alias: &Alias| alias.group == Some(author) && alias.year == Some(year);
        let mut found = (0..self.documents.len()).filter(|at| fits(&self.documents[*at]));
        found.next().filter(|_| found.next().is_none())
    }

    /// What norms are called by their subjects, each with the place of its letter, counted from 1.
    pub(super) fn subjects_of_norms(&self) -> &[(u32, Phrase)] {
        &self.subjects
    }

    /// The number of a norm: that of the paragraph that introduces the norms, and its letter.
    #[must_use]
    pub fn norm_number(&self, letter: &str) -> Vec<String> {
        let paragraph = match self.norms.as_ref().map(|norms| &norms.address.place) {
            Some(Place::Paragraph(path)) => path.as_slice(),
            _ => &[],
        };
        [paragraph, &[letter.to_owned()]].concat()
    }

    /// The document that prints the agenda a document with this symbol refers to.
    #[must_use]
    pub fn agenda(&self, symbol: &Symbol) -> Option<&Symbol> {
        let of = |of: &str| {
            symbol.as_str().strip_prefix(of).is_some_and(|rest| rest.is_empty() || of.ends_with('/'))
        };
        self.agendas.iter().find(|(prefix, _)| of(prefix)).map(|(_, printed)| printed)
    }

    /// The part of a known document that has its numbered paragraphs; `None` for the body.
    #[must_use]
    pub fn part(&self, symbol: &Symbol) -> Option<&Part> {
        self.documents.iter().find(|document| document.symbol == *symbol)?.part.as_ref()
    }

    /// Whether a document speaks of the subject these names belong to, in its title or its first passages.
    #[must_use]
    pub fn speak_in(&self, document: &Document) -> bool {
        const FIRST: usize = 24;
        let texts = document.blocks.iter().take(FIRST).map(|block| block.text.as_str());
        std::iter::once(document.title.as_str()).chain(texts).any(|text| {
            let folded = fold(text);
            self.subject.iter().any(|words| folded.contains(words.as_str()))
        })
    }

    /// The document whose full name begins at a place among tokens, and the place after the name.
    pub(super) fn named_at(&self, tokens: &[Token], at: usize) -> Option<(&Alias, usize)> {
        let (end, document) = self.names.longest(tokens, at)?;
        Some((&self.documents[document], end))
    }

    /// The group whose name begins at a place among tokens, and the place after the name.
    pub(super) fn group_at(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        self.groups.longest(tokens, at).map(|(end, group)| (group, end))
    }

    /// The group whose name ends at a place among tokens, and the place where it begins.
    pub(super) fn group_before(&self, tokens: &[Token], end: usize) -> Option<(usize, usize)> {
        const LONGEST: usize = 8;
        let starts = end.saturating_sub(LONGEST)..end;
        starts.into_iter().find_map(|start| {
            let (group, to) = self.group_at(tokens, start)?;
            (to == end).then_some((group, start))
        })
    }

    /// The documents of a year, of one group or of any.
    pub(super) fn of_year(&self, year: u32, group: Option<usize>) -> impl Iterator<Item = &Alias> {
        let fits = move |alias: &&Alias| {
            alias.year == Some(year) && group.is_none_or(|group| alias.group == Some(group))
        };
        self.documents.iter().filter(fits)
    }

    /// Whether a token begins the name of a document.
    pub(super) fn begin(&self, token: &Token) -> bool {
        self.names.starting(std::slice::from_ref(token), 0).next().is_some()
    }
}

/// The names of several things, each with the index of what it names.
fn named<'a>(of: impl Iterator<Item = &'a Vec<String>>) -> Phrases<usize> {
    Phrases::new(of.enumerate().flat_map(|(at, names)| names.iter().map(move |name| (name, at))))
}

/// The subjects of a norm, each with the place of the letter.
fn norm(table: &Table<'_>) -> Option<Vec<(u32, Phrase)>> {
    table.require(&["letter", "subjects"]);
    let subjects = table.texts("subjects");
    let letter = from_letters(&table.text("letter")?)?;
    Some(subjects.iter().map(|words| (letter, phrase(words))).collect())
}

/// The documents that refer to an agenda, and the document that prints it.
fn agenda(table: &Table<'_>) -> Option<(Vec<String>, Symbol)> {
    table.require(&["of", "printed"]);
    let of = table.texts("of");
    Some((of, table.parsed("printed", "symbol", |text| text.parse().ok())?))
}

/// The id of a group and its names.
fn group(table: &Table<'_>) -> Option<(String, Vec<String>)> {
    table.require(&["id", "names"]);
    let names = table.texts("names");
    Some((table.text("id")?, names))
}

/// A document and the names it has in texts.
fn document(table: &Table<'_>, groups: &[&str]) -> Option<(Alias, Vec<String>)> {
    table.require(&["symbol"]);
    let names = table.texts("names");
    let part = |text: &str| format!("{text}/heading").parse().ok().map(|address: Address| address.part);
    let symbol = table.parsed("symbol", "symbol", |text| text.parse().ok());
    let alias = Alias {
        part: table.parsed("part", "part", part),
        typed: table.texts("typed").iter().chain(&names).map(|name| phrase(name)).collect(),
        group: table.parsed("group", "group", |id| groups.iter().position(|known| *known == id)),
        year: table.count("year"),
        symbol: symbol?,
    };
    Some((alias, names))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::tokens;

    #[test]
    fn the_bundled_names_can_be_read() {
        let aliases = Aliases::bundled();
        assert!(aliases.documents().len() > 5);
        let found = tokens("le deuxième rapport d’activité annuel du Groupe de travail");
        assert_eq!(
            aliases.named_at(&found, 1).map(|(alias, end)| (alias.symbol.as_str(), end)),
            Some(("A/78/265", 6))
        );
        assert!(aliases.group_at(&found, 7).is_some());
    }

    #[test]
    fn all_errors_of_a_file_of_names_are_reported_with_their_lines() {
        let text = "x = 1\nnorms = \"16\"\n[[document]]\nsymbol = \"A/1/2\"\ngroup = \"nobody\"\n[[document]]\npart = \"end\"\n";
        let errors = Aliases::parse(text).unwrap_err();
        let ids: Vec<_> = errors.iter().map(|error| (error.message.id, error.message.line())).collect();
        assert_eq!(
            ids,
            [
                ("aliases-key", Some(1)),
                ("aliases-field", Some(2)),
                ("aliases-field", Some(5)),
                ("aliases-missing", Some(6)),
                ("aliases-field", Some(7)),
            ]
        );
    }

    #[test]
    fn norms_are_numbered_below_the_paragraph_that_introduces_them() {
        assert_eq!(Aliases::bundled().norm_number("i"), ["13", "i"]);
        assert_eq!(Aliases::default().norm_number("i"), ["i"]);
    }
}
