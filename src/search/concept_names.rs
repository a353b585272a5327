//! What the file of concepts has beside rings: names of kinds and of values of fields, common words, idioms, the beginnings of questions.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::base::nearest::nearest;
use crate::base::table::Table;
use crate::base::text::fold;
use crate::model::BlockKind;
use crate::search::answers::AnswerKind;
use crate::search::rings::{content, stems};
use crate::search::words::{Inflection, words};

/// Names of kinds of passages and texts, and the words in a query that prefer them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct KindNames {
    pub(super) kinds: Vec<String>,
    typed: Vec<String>,
}

/// A value of a field with the names people give it, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NamedValue {
    value: String,
    names: Vec<String>,
}

/// What the bundled file has beside rings.
#[derive(Debug, Default)]
pub(super) struct ConceptNames {
    pub(super) kinds: Vec<KindNames>,
    pub(super) parts: Vec<NamedValue>,
    pub(super) languages: Vec<NamedValue>,
    pub(super) statuses: Vec<NamedValue>,
    pub(super) common: Arc<HashSet<String>>,
    /// The words of questions, folded, with what they ask for.
    questions: Vec<(Vec<String>, AnswerKind)>,
    /// The words before the last one of each idiom, folded, by the last one.
    idioms: HashMap<String, Vec<Vec<String>>>,
    /// The kinds of each first word of a name in a query, as a stem: the rest of the name, and which kind it is.
    pub(super) starts: HashMap<String, Vec<(Vec<String>, usize)>>,
}

impl ConceptNames {
    pub(super) fn read(root: &Table<'_>) -> Self {
        let common = in_each_language(root, "common").iter().map(|word| fold(word)).collect();
        let questions = root.table("question", |table| {
            let of = |kind: AnswerKind| {
                let begun = table.texts(kind.name()).into_iter();
                begun.map(move |text| (folded(&text), kind)).collect::<Vec<_>>()
            };
            AnswerKind::ALL.into_iter().flat_map(of).collect()
        });
        let kinds = root.tables("kind", |table| {
            table.require(&["kinds"]);
            let named = KindNames { kinds: table.texts("kinds"), typed: table.texts("typed") };
            Some((named, table.texts("words")))
        });
        let mut all = Self {
            parts: names(root, "part"),
            languages: names(root, "language"),
            statuses: names(root, "status"),
            common: Arc::new(common),
            questions: questions.unwrap_or_default(),
            ..Self::default()
        };
        for idiom in in_each_language(root, "idiom") {
            let mut words = folded(&idiom);
            let Some(last) = words.pop() else { continue };
            all.idioms.entry(last).or_default().push(words);
        }
        for (at, kind) in kinds.into_iter().enumerate() {
            let (named, hints) = kind.value;
            hints.iter().for_each(|hint| all.start(hint, at));
            all.kinds.push(named);
        }
        all
    }

    /// Adds a name of a kind, in whatever language it is.
    fn start(&mut self, hint: &str, kind: usize) {
        let content = content(hint, &self.common);
        for inflection in Inflection::ALL {
            let stems = stems(&content, Some(inflection));
            let Some((first, rest)) = stems.split_first() else { return };
            let known = self.starts.entry(first.clone()).or_default();
            if !known.iter().any(|(held, of)| held == rest && *of == kind) {
                known.push((rest.to_vec(), kind));
            }
        }
    }

    /// What a question that begins with these folded words asks for.
    pub(super) fn asked(&self, words: &[&str]) -> Option<AnswerKind> {
        let begins = |phrase: &[String]| {
            words.len() >= phrase.len() && phrase.iter().zip(words).all(|(one, other)| one == other)
        };
        self.questions.iter().find(|(phrase, _)| begins(phrase)).map(|(_, kind)| *kind)
    }

    /// Whether a folded word is only the end of an idiom after these folded words.
    pub(super) fn ends_idiom<S: AsRef<str>>(&self, before: &[S], folded: &str) -> bool {
        let is_after = |words: &Vec<String>| {
            let from = before.len().checked_sub(words.len());
            from.is_some_and(|from| {
                before[from..].iter().zip(words).all(|(one, other)| one.as_ref() == other)
            })
        };
        self.idioms.get(folded).is_some_and(|starts| starts.iter().any(is_after))
    }

    /// The kinds that people call so.
    pub(super) fn kinds_named(&self, typed: &str) -> Result<Vec<String>, String> {
        let is_known = |kind: &&KindNames| kind.typed.iter().any(|name| fold(name) == typed);
        if let Some(kind) = self.kinds.iter().find(is_known) {
            return Ok(kind.kinds.clone());
        }
        if let Some(kind) = BlockKind::from_name(typed) {
            return Ok(vec![kind.name().to_owned()]);
        }
        let names = self.kinds.iter().flat_map(|kind| &kind.typed).map(String::as_str);
        Err(nearest(typed, names, |name| name.len()).unwrap_or("norm").to_owned())
    }
}

/// The words of a text, folded.
fn folded(text: &str) -> Vec<String> {
    words(text).map(|word| word.folded.into_owned()).collect()
}

/// The texts of a table with a list for each language.
fn in_each_language(root: &Table<'_>, key: &str) -> Vec<String> {
    let texts = |table: &Table<'_>| Inflection::ALL.iter().flat_map(|one| table.texts(one.code())).collect();
    root.table(key, texts).unwrap_or_default()
}

/// The names of each key of a table, folded.
fn names(root: &Table<'_>, key: &str) -> Vec<NamedValue> {
    let named = |table: &Table<'_>, value: String| {
        let names = table.texts(&value).iter().map(|name| fold(name)).collect();
        NamedValue { value, names }
    };
    let read = |table: &Table<'_>| table.keys().into_iter().map(|key| named(table, key.value)).collect();
    root.table(key, read).unwrap_or_default()
}

pub(super) fn named(all: &[NamedValue], typed: &str) -> Result<Vec<String>, String> {
    let is = |known: &&NamedValue| known.value == typed || known.names.iter().any(|name| name == typed);
    if let Some(known) = all.iter().find(is) {
        return Ok(vec![known.value.clone()]);
    }
    let known = all.iter().flat_map(|known| std::iter::once(&known.value).chain(&known.names));
    Err(nearest(typed, known.map(String::as_str), |name| name.len()).unwrap_or_default().to_owned())
}
