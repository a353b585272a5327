//! What a row can be chosen and grouped by: session, section, agenda item, actor, force, status.

use crate::board::Board;
use crate::followup::{ActorKind, Force};
use crate::model::Address;
use crate::workspace::{Status, Tracker};

/// In which respect rows are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    /// The session at which they are to be discussed.
    Session,
    /// The section of the report.
    Section,
    /// The agenda item.
    Item,
    /// Who is to act.
    Actor,
    /// How firmly the text binds.
    Force,
    /// How far they have come.
    Status,
}

impl FacetKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Session, Self::Section, Self::Item, Self::Actor, Self::Force, Self::Status];

    /// The stable name, as in JSON, options and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Section => "section",
            Self::Item => "item",
            Self::Actor => "actor",
            Self::Force => "force",
            Self::Status => "status",
        }
    }

    /// The kind with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One thing that holds of some rows and not of others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// To be discussed at this session.
    Session(u32),
    /// No session is named for it, and it was carried over to none.
    Standing,
    /// In this section of the report, by its path.
    Section(Vec<String>),
    /// Under this agenda item.
    Item(Address),
    /// Somebody of this kind is to act.
    Actor(ActorKind),
    /// The text binds so firmly.
    Force(Force),
    /// So far it has come at the session one works for.
    Status(Status),
}

impl Facet {
    /// In which respect it tells rows apart.
    #[must_use]
    pub fn kind(&self) -> FacetKind {
        match self {
            Self::Session(_) | Self::Standing => FacetKind::Session,
            Self::Section(_) => FacetKind::Section,
            Self::Item(_) => FacetKind::Item,
            Self::Actor(_) => FacetKind::Actor,
            Self::Force(_) => FacetKind::Force,
            Self::Status(_) => FacetKind::Status,
        }
    }
}

impl Board {
    /// What holds of a row in one respect; `session` is the one whose statuses count.
    #[must_use]
    pub fn facets(&self, row: usize, kind: FacetKind, session: Option<u32>, tracker: &Tracker) -> Vec<Facet> {
        let followup = self.followup(row);
        match kind {
            FacetKind::Session => {
                let due = self.due(row, tracker);
                let sessions = due.iter().map(|due| Facet::Session(due.session));
                if due.is_empty() { vec![Facet::Standing] } else { sessions.collect() }
            }
            FacetKind::Section if followup.section.is_empty() => Vec::new(),
            FacetKind::Section => vec![Facet::Section(followup.section.clone())],
            FacetKind::Item => self.rows[row].item.iter().cloned().map(Facet::Item).collect(),
            FacetKind::Actor => {
                let mut kinds: Vec<ActorKind> = followup.actors.iter().map(|actor| actor.kind).collect();
                kinds.sort_unstable();
                kinds.dedup();
                kinds.into_iter().map(Facet::Actor).collect()
            }
            FacetKind::Force => followup.force.map(Facet::Force).into_iter().collect(),
            FacetKind::Status => {
                session.map(|session| Facet::Status(self.status(row, session, tracker))).into_iter().collect()
            }
        }
    }

    /// Every facet some step of the board has, with the number of steps, in order of kind and value.
    #[must_use]
    pub fn all_facets(&self, session: Option<u32>, tracker: &Tracker) -> Vec<(Facet, usize)> {
        let mut counts = std::collections::BTreeMap::<(FacetKind, Facet), usize>::new();
        for row in (0..self.rows.len()).filter(|row| self.rows[*row].is_step()) {
            for kind in FacetKind::ALL {
                for facet in self.facets(row, kind, session, tracker) {
                    *counts.entry((kind, facet)).or_default() += 1;
                }
            }
        }
        counts.into_iter().map(|((_, facet), count)| (facet, count)).collect()
    }
}
