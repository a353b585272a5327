//! How far a next step or topic has come at a session.

/// How far a next step, or a topic of it, has come at a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Status {
    /// It has not been mentioned.
    #[default]
    Open,
    /// It has been mentioned.
    Raised,
    /// It has been discussed.
    Discussed,
    /// Agreed language exists.
    Agreed,
    /// Left to a later session.
    CarriedOver,
    /// It has been replaced by something else.
    Superseded,
}

impl Status {
    /// All statuses, in the order keys cycle through them.
    pub const ALL: [Self; 6] =
        [Self::Open, Self::Raised, Self::Discussed, Self::Agreed, Self::CarriedOver, Self::Superseded];

    /// The status of a step or topic at a session, from what was set for it (`own`), for the step it is a topic of
    /// (`step`), and for its own topics (`topics`, open if nobody has set it).
    ///
    /// What nobody has set is derived: a topic has the status of its step. A step whose topics are all discussed or
    /// agreed has the lowest of their statuses; a step of which some topic is no longer open is raised.
    #[must_use]
    pub fn derived(own: Option<Self>, step: Option<Self>, topics: impl IntoIterator<Item = Self>) -> Self {
        if let Some(set) = own.or(step) {
            return set;
        }
        let topics: Vec<Self> = topics.into_iter().collect();
        match topics.iter().min() {
            Some(lowest) if topics.iter().all(|status| status.is_done()) => *lowest,
            _ if topics.iter().any(|status| *status != Self::Open) => Self::Raised,
            _ => Self::Open,
        }
    }

    /// The stable name, as in stored files, JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Raised => "raised",
            Self::Discussed => "discussed",
            Self::Agreed => "agreed",
            Self::CarriedOver => "carried-over",
            Self::Superseded => "superseded",
        }
    }

    /// The status with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }

    /// A sign one column wide. Each has another shape, so that colour is not needed to distinguish them.
    #[must_use]
    pub fn sign(self) -> char {
        match self {
            Self::Open => '○',
            Self::Raised => '◐',
            Self::Discussed => '●',
            Self::Agreed => '✓',
            Self::CarriedOver => '→',
            Self::Superseded => '✗',
        }
    }

    /// The status after this one, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.into_iter().position(|status| status == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Whether the session has dealt with it: discussed it, or agreed on it.
    #[must_use]
    pub fn is_done(self) -> bool {
        matches!(self, Self::Discussed | Self::Agreed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::width;

    #[test]
    fn every_status_has_its_own_name_and_its_own_sign_of_one_column() {
        let mut signs: Vec<char> = Status::ALL.map(Status::sign).to_vec();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), Status::ALL.len());
        let mut at = Status::Open;
        for status in Status::ALL {
            assert_eq!(Status::from_name(status.name()), Some(status));
            assert_eq!(width(&status.sign().to_string()), 1);
            assert_eq!(at, status);
            at = at.next();
        }
        assert_eq!((at, Status::from_name("done")), (Status::Open, None));
    }
}
