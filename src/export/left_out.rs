//! What an export left out, at its end: how many of each kind, never their words.

use crate::locale::Locale;
use crate::workspace::{LeftOut, LeftOutKind, Release};

/// What was left out of an export, in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeftOutList {
    /// How many of each kind.
    pub counts: LeftOut,
    /// The title that people read.
    pub title: String,
    /// One sentence that says it all: `Left out because restricted: 2 notes, 1 remark.`
    pub sentence: String,
}

impl LeftOutList {
    /// What was left out.
    #[must_use]
    pub fn new(release: Release, counts: LeftOut, locale: &Locale) -> Self {
        let sentence = match (release.restricted, counts.is_empty()) {
            (true, _) => locale.say("left-out-included"),
            (false, true) => locale.say("left-out-nothing"),
            (false, false) => locale.say_with("left-out", &[("list", list(&counts, locale).into())]),
        };
        Self { counts, title: locale.say("left-out-title"), sentence }
    }

    /// What was left out of a statement, in which nothing internal ever is; `has_restricted` is whether it has restricted
    /// words.
    #[must_use]
    pub fn of_words(has_restricted: bool, counts: LeftOut, locale: &Locale) -> Self {
        let own = Self::new(Release::default(), counts, locale);
        let included = locale.say("statement-with-restricted");
        match (has_restricted, own.counts.is_empty()) {
            (false, _) => own,
            (true, true) => Self { sentence: included, ..own },
            (true, false) => Self { sentence: format!("{included} {}", own.sentence), ..own },
        }
    }
}

/// What was left out, as a list of kinds with their numbers: `2 notes, 1 remark`; empty if it is nothing.
#[must_use]
pub fn list(counts: &LeftOut, locale: &Locale) -> String {
    let counted = |(kind, count): (LeftOutKind, usize)| {
        locale.say_with(&format!("left-out-{}", kind.name()), &[("count", count.into())])
    };
    counts.iter().map(counted).collect::<Vec<_>>().join(", ")
}
