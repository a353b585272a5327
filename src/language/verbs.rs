//! The verbs by which documents ask for something, and how strongly each binds.

use super::followup::{Endings, phrases};
use super::phrases::Phrases;
use super::token::Token;
use crate::base::table::Table;

/// How strongly a text binds, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// They agree or decide.
    Agree,
    /// They are requested.
    Request,
    /// They do it or will do it.
    Will,
    /// They are invited.
    Invite,
    /// They are encouraged, or should do it.
    Encourage,
    /// They may or could do it.
    May,
}

impl Force {
    /// All forces, the strongest first.
    pub const ALL: [Self; 6] =
        [Self::Agree, Self::Request, Self::Will, Self::Invite, Self::Encourage, Self::May];

    /// The stable name, as in JSON and in language files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Request => "request",
            Self::Will => "will",
            Self::Invite => "invite",
            Self::Encourage => "encourage",
            Self::May => "may",
        }
    }

    /// The force with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|force| force.name() == name)
    }
}

/// The verbs of a language, and the small words that belong to verbs.
#[derive(Debug, Clone, Default)]
pub struct VerbWords {
    /// For each force of [`Force::ALL`], the forms of its verbs.
    forces: [Phrases; 6],
    /// Forms that the actor follows: `prie` le Secrétaire général de.
    pub addressing: Phrases,
    /// Forms that belong together with the next word: `may` submit.
    pub modals: Phrases,
    /// What connects a verb with its infinitive: `de`, `to`.
    pub links: Phrases,
    /// Words that begin a clause with a subject of its own: `que`, `that`.
    pub clauses: Phrases,
    /// What connects a clause with a noun: `qui`, `which`.
    pub relatives: Phrases,
    /// `se`, `s’`.
    pub reflexives: Phrases,
    /// The word after which a verb is passive: `be`.
    pub passives: Phrases,
    /// Words that belong to the verb before them: carry `out`, faire `part`.
    pub particles: Phrases,
    /// Verbs that make somebody else do what the next verb states: `faire` distribuer.
    pub causatives: Phrases,
    /// What comes between a passive verb and the actor: `by`.
    pub agents: Phrases,
    /// How an infinitive ends; empty: any word will do.
    pub infinitive_endings: Endings,
    /// How a finite verb ends, for verbs in no list; empty: any word will do.
    pub finite_endings: Endings,
    /// How a word ends that may come between the subject and its verb.
    pub adverb_endings: Endings,
    /// Verbs for what the author of a resolution does itself: `décide`.
    pub authors: Phrases,
    /// By which the author of a resolution undertakes something itself: "decides to".
    pub deciding: Phrases,
    /// By which the author of a resolution rules what others will do: "decides that".
    pub ruling: Phrases,
    /// Words that begin the purpose of a paragraph: `afin que`.
    pub purposes: Phrases,
}

/// The forms of one verb.
struct VerbForms {
    force: Force,
    forms: Vec<String>,
    addressing: Vec<String>,
    is_modal: bool,
}

impl VerbWords {
    pub(super) fn read(table: &Table<'_>) -> Self {
        let verbs: Vec<VerbForms> = table.tables("verb", verb).into_iter().map(|verb| verb.value).collect();
        let of_force = |force: Force| {
            let verbs = verbs.iter().filter(move |verb| verb.force == force);
            verbs.flat_map(|verb| verb.forms.iter().chain(&verb.addressing)).collect()
        };
        let modals = verbs.iter().filter(|verb| verb.is_modal);
        Self {
            forces: Force::ALL.map(of_force),
            addressing: verbs.iter().flat_map(|verb| &verb.addressing).collect(),
            modals: modals.flat_map(|verb| &verb.forms).collect(),
            links: phrases(table, "links"),
            clauses: phrases(table, "clauses"),
            relatives: phrases(table, "relatives"),
            reflexives: phrases(table, "reflexives"),
            passives: phrases(table, "passives"),
            particles: phrases(table, "particles"),
            causatives: phrases(table, "causatives"),
            agents: phrases(table, "agents"),
            infinitive_endings: Endings::read(table, "infinitive-endings"),
            finite_endings: Endings::read(table, "finite-endings"),
            adverb_endings: Endings::read(table, "adverb-endings"),
            authors: phrases(table, "authors"),
            deciding: phrases(table, "deciding"),
            ruling: phrases(table, "ruling"),
            purposes: phrases(table, "purposes"),
        }
    }

    /// The place after words such as "également", "also".
    #[must_use]
    pub fn skip_adverbs(&self, tokens: &[Token], mut at: usize) -> usize {
        while tokens.get(at).is_some_and(|token| self.adverb_endings.end(token)) {
            at += 1;
        }
        at
    }

    /// The forms of the verbs of one force.
    #[must_use]
    pub fn of_force(&self, force: Force) -> &Phrases {
        &self.forces[force as usize]
    }
}

fn verb(table: &Table<'_>) -> Option<VerbForms> {
    table.require(&["force"]);
    let force = table.parsed("force", "force", Force::from_name);
    let (forms, addressing) = (table.texts("forms"), table.texts("forms-before-actor"));
    let is_modal = table.flag("modal").unwrap_or(false);
    Some(VerbForms { force: force?, forms, addressing, is_modal })
}
