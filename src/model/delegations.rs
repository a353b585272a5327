//! All delegations by their ids and names, from `data/delegations.toml` and, laid over it, from the workspace.

mod read;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use crate::base::text::fold;
use crate::base::{Error, Span};
use crate::model::{Delegation, DelegationKind, Language};

/// All delegations.
#[derive(Debug, Clone, Default)]
pub struct Delegations {
    all: Vec<Delegation>,
    /// The indexes of the delegations that have a name, by its folded words; the likeliest first.
    named: HashMap<String, Vec<usize>>,
    /// The order of the delegations that share a name, by its folded words.
    preferred: HashMap<String, Vec<String>>,
    as_of: Option<NaiveDate>,
}

static BUNDLED: LazyLock<Arc<Delegations>> = LazyLock::new(|| {
    let text = include_str!("../../data/delegations.toml");
    Arc::new(Delegations::parse(text).expect("a test reads the bundled delegations"))
});

/// The most words of a name.
const MOST_WORDS: usize = 12;

impl Delegations {
    /// The delegations that come with the program.
    #[must_use]
    pub fn bundled() -> Arc<Self> {
        Arc::clone(&BUNDLED)
    }

    /// Reads a file of delegations, laid over nothing.
    ///
    /// # Errors
    /// All errors of the file, as [`Self::over`] reports them.
    pub fn parse(text: &str) -> Result<Self, Vec<Error>> {
        let (all, errors) = Self::default().over("delegations.toml", text);
        if errors.is_empty() { Ok(all) } else { Err(errors) }
    }

    /// These delegations with what a file adds and changes. An entry with an id that is known changes only the values it gives;
    /// a name in `[names]` means only what is said there. What is wrong in the file is reported, and the rest counts.
    ///
    /// The errors, each with `file` and `line`: `delegations-broken` (`what`), `delegations-key` (`key`, `known`),
    /// `delegations-missing` (`key`), `delegations-value` (`key`, `value`, `expected`), `delegations-twice` (`value`) and
    /// `delegations-unknown` (`value`) for an id that nobody has.
    #[must_use]
    pub fn over(&self, file: &str, text: &str) -> (Self, Vec<Error>) {
        read::over(self, file, text)
    }

    /// All delegations, in the order of the file.
    #[must_use]
    pub fn all(&self) -> &[Delegation] {
        &self.all
    }

    /// The day on which the members of groups are stated.
    #[must_use]
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.as_of
    }

    /// The delegation with an id, in any case.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Delegation> {
        self.all.iter().find(|delegation| delegation.id.eq_ignore_ascii_case(id.trim()))
    }

    /// The delegations a name may mean, the likeliest first; case, accents, hyphens and full stops do not count. Empty: nobody
    /// has this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<&Delegation> {
        let found = self.named.get(&key(name)).map(Vec::as_slice).unwrap_or_default();
        found.iter().map(|at| &self.all[*at]).collect()
    }

    /// What a stored delegation means: the one with this id, else the likeliest with this name. Notes made by older versions
    /// have the name as it was typed.
    #[must_use]
    pub fn stored(&self, text: &str) -> Option<&Delegation> {
        let by_id = self.all.iter().find(|delegation| delegation.id == text);
        by_id.or_else(|| self.named(text).into_iter().next())
    }

    /// The longest name at the beginning of a text that some delegations have: its place in the text, and the delegations,
    /// the likeliest first. A name ends where a word ends.
    #[must_use]
    pub fn at_start(&self, text: &str) -> Option<(Span, Vec<&Delegation>)> {
        let words = words_of_name(text);
        let start = words.first()?.start;
        let ends = words.iter().rev().map(|word| word.end);
        ends.into_iter().find_map(|end| {
            let name = text.get(start..end)?;
            let found = self.named(name);
            (!found.is_empty()).then(|| (Span::new(start, end), found))
        })
    }

    /// The delegations with a name that begins with what is typed, each with its label: those with just this name first, then those
    /// with a label in the language that begins so, then shorter labels. For the completion of names.
    #[must_use]
    pub fn completing(&self, typed: &str, language: Language) -> Vec<(&Delegation, String)> {
        let typed = key(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let exact: Vec<&str> = self.named(&typed).iter().map(|delegation| delegation.id.as_str()).collect();
        let mut found: Vec<((usize, bool, usize), &Delegation, String)> = Vec::new();
        for delegation in &self.all {
            let label = delegation.label(language);
            let own = key(label).starts_with(&typed);
            if own || delegation.names().any(|name| key(name).starts_with(&typed)) {
                let exact = exact.iter().position(|id| *id == delegation.id).unwrap_or(usize::MAX);
                found.push(((exact, !own, label.len()), delegation, label.to_owned()));
            }
        }
        found.sort_by_key(|(rank, ..)| *rank);
        found.into_iter().map(|(_, delegation, label)| (delegation, label)).collect()
    }

    /// The States of a group, also those of groups in it; the State itself if it is one.
    #[must_use]
    pub fn states_of<'a>(&'a self, delegation: &'a Delegation) -> Vec<&'a Delegation> {
        let mut states = Vec::new();
        let (mut open, mut seen) = (vec![delegation], BTreeSet::new());
        while let Some(next) = open.pop() {
            if !seen.insert(&next.id) {
                continue;
            }
            if next.kind.is_state() {
                states.push(next);
            }
            open.extend(next.members.iter().rev().filter_map(|id| self.get(id)));
        }
        states
    }

    /// Makes the index of names again.
    fn index(&mut self) {
        self.named.clear();
        for (at, delegation) in self.all.iter().enumerate() {
            for name in delegation.names() {
                for name in [key(name), key(without_article(name))] {
                    let found = self.named.entry(name).or_default();
                    if !found.contains(&at) {
                        found.push(at);
                    }
                }
            }
        }
        self.named.remove("");
        for (name, ids) in &self.preferred {
            let at = |id: &String| self.all.iter().position(|delegation| delegation.id == *id);
            self.named.insert(name.clone(), ids.iter().filter_map(at).collect());
        }
    }

    /// The names that several delegations have, folded, with their ids.
    #[must_use]
    pub fn shared_names(&self) -> Vec<(&str, Vec<&str>)> {
        let several = self.named.iter().filter(|(_, found)| found.len() > 1);
        let ids = |found: &Vec<usize>| found.iter().map(|at| self.all[*at].id.as_str()).collect();
        let mut shared: Vec<(&str, Vec<&str>)> =
            several.map(|(name, found)| (name.as_str(), ids(found))).collect();
        shared.sort_unstable();
        shared
    }

    /// The delegations of a kind.
    pub fn of_kind(&self, kind: DelegationKind) -> impl Iterator<Item = &Delegation> {
        self.all.iter().filter(move |delegation| delegation.kind == kind)
    }
}

/// The words of a name, folded, with one space between them; full stops do not count, hyphens and apostrophes separate.
pub(crate) fn key(name: &str) -> String {
    let folded = fold(name).replace('.', "");
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '&');
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Articles before names, in English, French and Spanish.
const ARTICLES: [&str; 9] = ["the ", "la ", "le ", "les ", "l’", "l'", "el ", "los ", "las "];

/// A name without the article it begins with.
fn without_article(name: &str) -> &str {
    let has =
        |article: &&&str| name.get(..article.len()).is_some_and(|start| start.eq_ignore_ascii_case(article));
    ARTICLES.iter().find(has).map_or(name, |article| &name[article.len()..])
}

/// The places of the first words of a text that can belong to one name: only a space, a hyphen, an apostrophe or another mark
/// without spaces on both sides is between them.
fn words_of_name(text: &str) -> Vec<Span> {
    let is_word = |c: char| c.is_alphanumeric() || c == '.' || c == '&';
    let mut words: Vec<Span> = Vec::new();
    let mut at = 0;
    while words.len() < MOST_WORDS {
        let rest = &text[at..];
        let Some(start) = rest.find(is_word).map(|start| at + start) else { break };
        let between = &text[at..start];
        let is_joined = match words.last() {
            None => between.chars().all(|c| !c.is_alphanumeric()) && !between.contains(['+', '=', '?']),
            Some(_) => joins(between),
        };
        if !is_joined {
            break;
        }
        let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |end| start + end);
        // A full stop after a word is its own only in an abbreviation.
        words.push(Span::new(start, end));
        at = end;
    }
    words
}

/// Whether what is between two words can be inside a name: spaces, or one mark that no space follows.
fn joins(between: &str) -> bool {
    let mut marks = between.chars().filter(|c| !c.is_whitespace());
    let (first, more) = (marks.next(), marks.next());
    match first {
        None => true,
        Some('-' | '‑' | '’' | '\'' | '+' | '/') => more.is_none() && between.chars().count() == 1,
        Some('(') => more.is_none() && !between.ends_with(char::is_whitespace),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests;
