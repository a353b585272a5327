//! How many notes, interventions and positions a delegation has on each step and topic of a report.

use std::collections::{BTreeSet, HashMap};

use crate::base::Id;
use crate::board::Board;
use crate::model::{Address, Language};
use crate::workspace::{Intervention, LeftOutKind, Note};

use super::Work;

/// The numbers of notes, interventions and positions, and who spoke.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteNumbers {
    /// Notes of the delegation's own.
    pub notes: u32,
    /// Interventions of any delegation.
    pub interventions: u32,
    /// Positions.
    pub positions: u32,
    /// Who spoke, each with the sign of its stance: `Canada +`; each pair once, in the order of the interventions.
    pub voices: Vec<String>,
}

/// The notes, interventions and positions on each passage of a board.
pub struct NoteCounts {
    found: HashMap<Address, Vec<CountedNote>>,
}

/// One note, intervention or position on a passage.
struct CountedNote {
    kind: NoteKind,
    /// The session it was made for; `None` if it was made for no particular session.
    session: Option<u32>,
    /// Who spoke, with the sign of the stance; empty if it is no intervention.
    voice: String,
    /// If it is left out: which one, and of what kind.
    left_out: Option<(Id, LeftOutKind)>,
}

impl CountedNote {
    fn is_for(&self, session: Option<u32>) -> bool {
        self.session.is_none() || session.is_none() || self.session == session
    }
}

#[derive(Clone, Copy)]
enum NoteKind {
    Note,
    Intervention,
    Position,
}

impl NoteCounts {
    /// Finds what the delegation has on the passages of a board. A note counts for its own passage and for every
    /// passage that contains it.
    pub fn new(board: &Board, work: Work<'_>, language: Language) -> Self {
        let passages: BTreeSet<Address> =
            (0..board.rows.len()).map(|row| board.passage(row).address).collect();
        let kind =
            |note: &Note| if note.delegation.is_some() { NoteKind::Intervention } else { NoteKind::Note };
        let notes = work.notebook.notes().map(|note| (note, kind(note), note.session));
        // A position is valid for every session.
        let positions = work.positions.notes().map(|note| (note, NoteKind::Position, None));
        let mut found: HashMap<Address, Vec<CountedNote>> = HashMap::new();
        for (note, kind, session) in notes.chain(positions) {
            let Some(anchor) = note.anchor.as_ref().filter(|anchor| anchor.symbol == board.report) else {
                continue;
            };
            let left_out = (!work.release.allows(note)).then(|| (note.id, LeftOutKind::of(note)));
            for address in std::iter::successors(Some(anchor.address.clone()), Address::parent) {
                if passages.contains(&address) {
                    let voice = voice(note, work, language);
                    found.entry(address).or_default().push(CountedNote { kind, session, voice, left_out });
                }
            }
        }
        Self { found }
    }

    /// What is not in the numbers on a passage for a session, because it is left out.
    pub fn left_out(
        &self,
        passage: &Address,
        session: Option<u32>,
    ) -> impl Iterator<Item = (Id, LeftOutKind)> {
        let found = self.found.get(passage).into_iter().flatten();
        found.filter(move |found| found.is_for(session)).filter_map(|found| found.left_out)
    }

    /// The numbers on a passage for a session; those made for no particular session count for every session. Without
    /// a session, everything counts.
    pub fn count(&self, passage: &Address, session: Option<u32>) -> NoteNumbers {
        let mut numbers = NoteNumbers::default();
        for found in self.found.get(passage).into_iter().flatten() {
            if found.left_out.is_none() && found.is_for(session) {
                match found.kind {
                    NoteKind::Note => numbers.notes += 1,
                    NoteKind::Intervention => {
                        numbers.interventions += 1;
                        if !numbers.voices.contains(&found.voice) {
                            numbers.voices.push(found.voice.clone());
                        }
                    }
                    NoteKind::Position => numbers.positions += 1,
                }
            }
        }
        numbers
    }
}

/// Who spoke in an intervention, with the sign of the stance; empty for another text.
fn voice(note: &Note, work: Work<'_>, language: Language) -> String {
    let said = Intervention::of(note, work.delegations);
    said.map(|said| format!("{} {}", said.label(language), said.sign()).trim_end().to_owned())
        .unwrap_or_default()
}
