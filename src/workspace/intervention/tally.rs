//! How many notes there are in a place, and how many delegations spoke for and against.

use std::collections::HashSet;

use super::record::{behalf, stance};
use super::{Intervention, Stance};
use crate::workspace::Note;

/// Whose voice an intervention is: that of those for whom the speaker spoke, else that of the speaker.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Speaker(pub Vec<String>);

impl Speaker {
    /// The voice in a note: ids, or names as typed; `None` if the note names no delegation.
    #[must_use]
    pub fn of(note: &Note) -> Option<Self> {
        let delegation = note.delegation.as_ref()?;
        let behalf: Vec<String> = behalf(note).map(str::to_owned).collect();
        Some(Self(if behalf.is_empty() { vec![delegation.clone()] } else { behalf }))
    }
}

/// The notes in a place, and how the delegations stand there. A delegation counts once, by the last stance it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Number of notes and interventions.
    pub notes: usize,
    /// Number of delegations that support.
    pub supports: usize,
    /// Number of delegations that oppose.
    pub opposes: usize,
    /// Number of delegations with another stance: they ask, propose, or are neutral.
    pub others: usize,
}

impl Tally {
    /// Counts notes that come newest first.
    #[must_use]
    pub fn of<'n>(notes: impl IntoIterator<Item = &'n Note>) -> Self {
        let mut tally = Self::default();
        let mut counted = HashSet::new();
        for note in notes {
            tally.notes += 1;
            let Some((stance, speaker)) = stance(note).zip(note.delegation.as_deref()) else { continue };
            // The voice as in `Speaker::of`, but without a copy of the names: thousands of notes are counted for a frame.
            let mut behalf = behalf(note);
            let first = behalf.next().unwrap_or(speaker);
            if counted.insert((first, behalf.collect::<Vec<&str>>())) {
                tally.add(stance);
            }
        }
        tally
    }

    /// Counts a delegation with its stance.
    pub fn add(&mut self, stance: Stance) {
        match stance {
            Stance::Supports => self.supports += 1,
            Stance::Opposes => self.opposes += 1,
            Stance::Neutral | Stance::Asks | Stance::Proposes => self.others += 1,
        }
    }

    /// How many spoke for and against: `+3 -1`; empty if nobody did.
    #[must_use]
    pub fn stances(&self) -> String {
        let counted = [(Stance::Supports, self.supports), (Stance::Opposes, self.opposes)];
        let shown = counted.into_iter().filter(|(_, count)| *count > 0);
        shown.map(|(stance, count)| format!("{}{count}", stance.sign())).collect::<Vec<_>>().join(" ")
    }

    /// The number of notes and how many spoke for and against: `✎4 +3 -1`; empty if there are none.
    #[must_use]
    pub fn signs(&self) -> String {
        match self.notes {
            0 => String::new(),
            notes => format!("✎{notes} {}", self.stances()).trim_end().to_owned(),
        }
    }
}

impl Intervention<'_> {
    /// Whose voice it is.
    #[must_use]
    pub fn speaker(&self) -> Speaker {
        Speaker::of(self.note).unwrap_or_else(|| Speaker(vec![self.name.to_owned()]))
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::base::Now;
    use crate::workspace::intervention::STANCE;

    fn said(delegation: &str, stance: Option<&str>, behalf: &[&str]) -> Note {
        let now = Now::new(DateTime::UNIX_EPOCH.fixed_offset(), [9; 10]);
        let mut note = Note::new(&now, "Roy", "words");
        note.delegation = Some(delegation.to_owned());
        if let Some(stance) = stance {
            note.extra.insert(STANCE.to_owned(), stance.into());
        }
        if !behalf.is_empty() {
            let behalf: Vec<toml::Value> = behalf.iter().map(|id| (*id).into()).collect();
            note.extra.insert("on-behalf-of".to_owned(), behalf.into());
        }
        note
    }

    #[test]
    fn a_delegation_counts_once_by_its_last_stance() {
        let notes = [
            said("FRA", None, &[]),
            said("FRA", Some("supports"), &[]),
            said("FRA", Some("opposes"), &[]),
            said("IRN", Some("opposes"), &[]),
            said("CHE", Some("asks"), &[]),
        ];
        let tally = Tally::of(&notes);
        assert_eq!((tally.notes, tally.supports, tally.opposes, tally.others), (5, 1, 1, 1));
        assert_eq!(tally.signs(), "✎5 +1 -1");
    }

    #[test]
    fn a_group_is_one_voice_with_any_speaker() {
        let notes = [
            said("JAM", Some("supports"), &["CARICOM"]),
            said("BRB", Some("supports"), &["CARICOM"]),
            said("JAM", Some("opposes"), &[]),
        ];
        assert_eq!(Tally::of(&notes).signs(), "✎3 +1 -1");
    }

    #[test]
    fn plain_notes_have_no_stance_and_old_interventions_have_their_sign_in_the_body() {
        let plain = Note { delegation: None, ..said("FRA", Some("supports"), &[]) };
        let old = Note { text: "- too early".to_owned(), ..said("Iran", None, &[]) };
        assert_eq!(Tally::of([&plain, &old]).signs(), "✎2 -1");
        assert_eq!(Tally::default().signs(), "");
    }
}
