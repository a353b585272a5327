//! The words by which follow-ups are read: those of each language, with the names of the bodies of all known processes.

use crate::language::{FollowUpWords, Languages};
use crate::model::{Language, Process};

/// The words of several languages. Building it copies the words of every language, so build it once for all documents.
#[derive(Debug, Clone)]
pub struct FollowUpVocabulary(Vec<(Language, FollowUpWords)>);

impl FollowUpVocabulary {
    /// The words of the languages, with the names of the bodies of the processes. A document is read with the names of
    /// all bodies, because it may belong to no process or name the body of another one.
    #[must_use]
    pub fn new(languages: &Languages, processes: &[Process]) -> Self {
        let words = |language: Language, words: &FollowUpWords| {
            let bodies = processes.iter().filter_map(|process| process.body.get(&language));
            bodies.fold(words.clone(), FollowUpWords::with_body)
        };
        let known = languages.iter().filter_map(|table| Some((table.language, table.followup.as_ref()?)));
        Self(known.map(|(language, known)| (language, words(language, known))).collect())
    }

    /// The words of a language; `None` if its file has none for follow-ups.
    pub(super) fn get(&self, language: Language) -> Option<&FollowUpWords> {
        self.0.iter().find(|(known, _)| *known == language).map(|(_, words)| words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::token::tokens;
    use crate::store::process;

    #[test]
    fn the_names_of_bodies_come_from_the_processes() {
        let is_actor = |processes: &[Process], language, text: &str| {
            let vocabulary = FollowUpVocabulary::new(Languages::bundled(), processes);
            let actors = &vocabulary.get(language).unwrap().actors;
            actors.others.after(&tokens(text), 0) == Some(tokens(text).len())
        };
        for (language, name) in [(Language::EN, "OEWG"), (Language::FR, "Groupe de travail")] {
            assert!(is_actor(&process::processes(), language, name), "{name}");
            assert!(!is_actor(&[], language, name), "{name}");
        }
    }
}
