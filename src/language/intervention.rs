//! The words of the line in which an intervention is typed, from `data/interventions.toml`: all languages together.

use std::sync::LazyLock;

use super::token::{Phrase, phrase};
use crate::base::Error;
use crate::base::table::{self, Messages, Table};
use crate::base::text::fold;

/// The words of the line of an intervention, each phrase folded and cut into words.
#[derive(Debug, Clone, Default)]
pub struct InterventionWords {
    /// What comes before the group for which a delegation speaks.
    pub behalf: Vec<Phrase>,
    /// The same, only where a group of States follows.
    pub group: Vec<Phrase>,
    /// Words before the name of a delegation.
    pub articles: Vec<Phrase>,
    /// Words between the names of two delegations.
    pub and: Vec<Phrase>,
    /// A right of reply.
    pub reply: Vec<Phrase>,
    /// Words before which a number counts things.
    pub ordinary: Vec<Phrase>,
    /// Words inside the name of a passage, folded.
    pub passage: Vec<String>,
    /// The words for each stance.
    pub stances: Vec<StanceWords>,
}

/// The words for one stance.
#[derive(Debug, Clone, Default)]
pub struct StanceWords {
    /// The stable name of the stance.
    pub stance: String,
    /// Phrases that count at the beginning of what was said.
    pub forms: Vec<Phrase>,
    /// Phrases that count only where a mark or the end follows.
    pub alone: Vec<Phrase>,
}

static BUNDLED: LazyLock<InterventionWords> = LazyLock::new(|| {
    let text = include_str!("../../data/interventions.toml");
    InterventionWords::parse(text).expect("a test reads the bundled words of interventions")
});

const MESSAGES: Messages = Messages {
    syntax: "language-syntax",
    unknown_key: "language-key",
    missing_key: "language-missing",
    value: "language-value",
};

impl InterventionWords {
    /// The words that come with the program.
    #[must_use]
    pub fn bundled() -> &'static Self {
        &BUNDLED
    }

    /// Reads a file of words.
    ///
    /// # Errors
    /// All errors of the file, each with `file` and `line`: those of a language file.
    pub fn parse(text: &str) -> Result<Self, Vec<Error>> {
        let (words, errors) = table::read("interventions.toml", text, &MESSAGES, Self::read);
        if errors.is_empty() { Ok(words) } else { Err(errors) }
    }

    fn read(root: &Table<'_>) -> Self {
        let stances = root.tables("stance", |table| {
            table.require(&["stance", "forms"]);
            let (forms, alone) = (phrases(table, "forms"), phrases(table, "alone"));
            Some(StanceWords { stance: table.text("stance")?, forms, alone })
        });
        Self {
            behalf: phrases(root, "behalf"),
            group: phrases(root, "group"),
            articles: phrases(root, "articles"),
            and: phrases(root, "and"),
            reply: phrases(root, "reply"),
            ordinary: phrases(root, "ordinary"),
            passage: root.texts("passage").iter().map(|word| fold(word)).collect(),
            stances: stances.into_iter().map(|stance| stance.value).collect(),
        }
    }
}

fn phrases(table: &Table<'_>, key: &str) -> Vec<Phrase> {
    table.texts(key).iter().map(|text| phrase(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_words_can_be_read() {
        let words = InterventionWords::bundled();
        assert!(words.behalf.contains(&phrase("au nom de")) && words.stances.len() == 5);
        assert!(words.stances.iter().all(|stance| stance.forms.len() > 5));
    }

    #[test]
    fn errors_are_reported_with_their_lines() {
        let errors = InterventionWords::parse("behalf = 3\n[[stance]]\nforms = []\n").unwrap_err();
        let found: Vec<_> = errors.iter().map(|error| (error.message.id, error.message.line())).collect();
        assert_eq!(found, [("language-value", Some(1)), ("language-missing", Some(2))]);
    }
}
