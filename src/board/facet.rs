//! Properties by which rows are filtered and grouped: session, section, agenda item, actor, force, status.

use crate::board::Board;
use crate::followup::{ActorKind, Force};
use crate::model::Address;
use crate::workspace::{Status, Tracker};

/// A property by which rows can be filtered and grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FacetKind {
    /// The session at which the row is to be discussed.
    Session,
    /// The section of the report.
    Section,
    /// The agenda item.
    Item,
    /// Who is to act.
    Actor,
    /// How strongly the text binds.
    Force,
    /// The status at a session.
    Status,
}

impl FacetKind {
    /// All kinds.
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

/// One value of such a property.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// To be discussed at this session.
    Session(u32),
    /// Due at no session: the row names none, and was carried over to none.
    Standing,
    /// In this section of the report, by its path.
    Section(Vec<String>),
    /// Under this agenda item.
    Item(Address),
    /// An actor of this kind is to act.
    Actor(ActorKind),
    /// The text has this force.
    Force(Force),
    /// The row has this status at the working session.
    Status(Status),
}

impl Facet {
    /// The property that this is a value of.
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
    /// The values that a row has of one property; statuses are those at `session`.
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

    /// Every facet of the steps of the board with the number of steps that have it, in order of kind and value.
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
