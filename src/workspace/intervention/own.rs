//! The own delegation: which interventions it made.

use super::Intervention;
use crate::base::text::fold;
use crate::model::Delegations;
use crate::workspace::Note;

/// The own delegation, as the settings have it.
#[derive(Debug, Clone, Copy)]
pub struct OwnDelegation<'a> {
    all: &'a Delegations,
    /// Its id; the name as the settings have it if nobody has this name.
    pub id: &'a str,
}

impl<'a> OwnDelegation<'a> {
    /// The delegation with an id or a name; `None` without a name.
    #[must_use]
    pub fn find(all: &'a Delegations, name: Option<&'a str>) -> Option<Self> {
        let name = name?.trim();
        let found = all.get(name).or_else(|| all.named(name).into_iter().next());
        Some(Self { all, id: found.map_or(name, |found| found.id.as_str()) })
    }

    /// Whether it made the intervention in a note, for itself or for others, or others made it on its behalf. A note that
    /// names no delegation is no intervention.
    #[must_use]
    pub fn made(self, note: &Note) -> bool {
        let Some(said) = Intervention::of(note, self.all) else { return false };
        said.is_by(self.id) || said.delegation.is_none() && fold(said.name) == fold(self.id)
    }
}
