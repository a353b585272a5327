//! What people call documents when they do not say the symbol: `data/aliases.toml`, read once.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::base::{Error, Result, text::fold};
use crate::cite::phrases::Phrases;
use crate::cite::token::{Phrase, Token, phrase};
use crate::model::{Address, Document, Part, Symbol};

/// A document with the names people give it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The document.
    pub symbol: Symbol,
    /// Where the numbered paragraphs stand that the name means; the body when none is said.
    pub part: Option<Part>,
    /// What is typed for it, folded, in words.
    pub typed: Vec<Phrase>,
    group: Option<usize>,
    year: Option<u32>,
}

/// The names of documents.
#[derive(Debug, Clone, Default)]
pub struct Aliases {
    documents: Vec<Alias>,
    subject: Vec<String>,
    norms: Option<Symbol>,
    agendas: Vec<(String, Symbol)>,
    /// Names, each with the place of the group or of the document that has it.
    groups: Phrases<usize>,
    names: Phrases<usize>,
}

static BUNDLED: LazyLock<Aliases> = LazyLock::new(|| {
    Aliases::parse(include_str!("../../data/aliases.toml")).expect("a test reads the bundled names")
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    #[serde(default)]
    subject: Vec<String>,
    norms: Option<String>,
    #[serde(default)]
    agenda: Vec<StoredAgenda>,
    #[serde(default)]
    group: Vec<StoredGroup>,
    #[serde(default)]
    document: Vec<StoredDocument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredAgenda {
    of: Vec<String>,
    printed: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredGroup {
    id: String,
    names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredDocument {
    symbol: String,
    group: Option<String>,
    year: Option<u32>,
    part: Option<String>,
    #[serde(default)]
    names: Vec<String>,
    #[serde(default)]
    typed: Vec<String>,
}

impl Aliases {
    /// The names that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a file of names.
    ///
    /// # Errors
    /// `aliases-broken` (`reason`) when it is not such a file, `aliases-field` (`field`, `value`) when a
    /// symbol, a part or a group cannot be read.
    pub fn parse(text: &str) -> Result<Self> {
        let stored: Stored = toml::from_str(text)
            .map_err(|error| Error::broken("aliases-broken").with("reason", error.message()))?;
        let mut aliases = Self {
            subject: stored.subject.iter().map(|words| fold(words)).collect(),
            norms: stored.norms.as_deref().map(symbol).transpose()?,
            ..Self::default()
        };
        for agenda in &stored.agenda {
            let printed = symbol(&agenda.printed)?;
            aliases.agendas.extend(agenda.of.iter().map(|of| (of.clone(), printed.clone())));
        }
        aliases.groups = named(stored.group.iter().map(|group| &group.names));
        aliases.names = named(stored.document.iter().map(|document| &document.names));
        for document in &stored.document {
            aliases.documents.push(read(document, &stored.group)?);
        }
        Ok(aliases)
    }

    /// The documents that have names.
    #[must_use]
    pub fn documents(&self) -> &[Alias] {
        &self.documents
    }

    /// The document the norms are looked up in when the one at hand does not hold them.
    #[must_use]
    pub fn norms(&self) -> Option<&Symbol> {
        self.norms.as_ref()
    }

    /// The document that prints the agenda a document with this symbol refers to.
    #[must_use]
    pub fn agenda(&self, symbol: &Symbol) -> Option<&Symbol> {
        let of = |of: &str| {
            symbol.as_str().strip_prefix(of).is_some_and(|rest| rest.is_empty() || of.ends_with('/'))
        };
        self.agendas.iter().find(|(prefix, _)| of(prefix)).map(|(_, printed)| printed)
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

    /// The document whose full name stands at a place among tokens, and the place after it.
    pub(super) fn named_at(&self, tokens: &[Token], at: usize) -> Option<(&Alias, usize)> {
        let (end, document) = self.names.longest(tokens, at)?;
        Some((&self.documents[document], end))
    }

    /// The group whose name stands at a place among tokens, and the place after it.
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

/// The names of several things, each with the place of what it names.
fn named<'a>(of: impl Iterator<Item = &'a Vec<String>>) -> Phrases<usize> {
    of.enumerate().flat_map(|(at, names)| names.iter().map(move |name| (name, at))).collect()
}

fn symbol(text: &str) -> Result<Symbol> {
    text.parse().map_err(|()| field("symbol", text))
}

fn field(field: &'static str, value: &str) -> Error {
    Error::broken("aliases-field").with("field", field).with("value", value)
}

fn read(stored: &StoredDocument, groups: &[StoredGroup]) -> Result<Alias> {
    let group =
        |id: &String| groups.iter().position(|group| group.id == *id).ok_or_else(|| field("group", id));
    let part = |part: &String| {
        let heading = format!("{part}/heading").parse::<Address>();
        heading.map(|address| address.part).map_err(|()| field("part", part))
    };
    Ok(Alias {
        symbol: symbol(&stored.symbol)?,
        part: stored.part.as_ref().map(part).transpose()?,
        typed: stored.typed.iter().chain(&stored.names).map(|name| phrase(name)).collect(),
        group: stored.group.as_ref().map(group).transpose()?,
        year: stored.year,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cite::token::tokens;

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
    fn what_is_wrong_in_a_file_of_names_is_said() {
        for (text, id) in [
            ("x = 1", "aliases-broken"),
            ("norms = \"16\"", "aliases-field"),
            ("[[document]]\nsymbol = \"A/1/2\"\ngroup = \"nobody\"", "aliases-field"),
            ("[[document]]\nsymbol = \"A/1/2\"\npart = \"end\"", "aliases-field"),
        ] {
            assert_eq!(Aliases::parse(text).unwrap_err().message.id, id, "{text}");
        }
    }
}
