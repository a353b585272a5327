//! The tracker as a report: a sheet for each session and one for steps due at no session; a record for each occurrence.

mod columns;
mod counts;

use std::collections::{BTreeMap, BTreeSet};

use crate::base::Id;
use crate::board::{Board, Choice, Occurrence, occurrences};
use crate::export::{LeftOutList, Record, Report, Sheet};
use crate::locale::{Locale, dates};
use crate::model::Delegations;
use crate::workspace::{LeftOut, LeftOutKind, Notebook, Release, Tracker};

use columns::{COLUMNS, Tracked};
use counts::NoteCounts;

/// What a delegation has set and written: the source of the report.
#[derive(Debug, Clone, Copy)]
pub struct Work<'a> {
    /// The statuses it has set.
    pub tracker: &'a Tracker,
    /// Its notes and interventions.
    pub notebook: &'a Notebook,
    /// Its positions.
    pub positions: &'a Notebook,
    /// The delegations, for the names of those that spoke.
    pub delegations: &'a Delegations,
    /// What of it may leave.
    pub release: Release,
}

/// The report on the chosen occurrences; each sheet has them in the order of the choice.
#[must_use]
pub fn tracker(boards: &[Board], choice: &Choice, work: Work<'_>, locale: &Locale) -> Report {
    let occurrences = occurrences(boards, choice, work.tracker);
    let count = |board: &Board| NoteCounts::new(board, work, locale.language());
    let counts: Vec<NoteCounts> = boards.iter().map(count).collect();
    let record = |occurrence: &Occurrence| {
        let tracked = Tracked::new(occurrence, boards, &counts, work, locale);
        Record {
            id: occurrence.to_string(),
            cells: COLUMNS.iter().map(|column| (column.cell)(&tracked)).collect(),
        }
    };
    let sheet = |session: Option<u32>| {
        let records = occurrences.iter().filter(|occurrence| occurrence.session == session).map(record);
        Sheet { name: sheet_name(session), title: sheet_title(session, locale), records: records.collect() }
    };
    let sessions: BTreeSet<Option<u32>> = occurrences.iter().map(|occurrence| occurrence.session).collect();
    let (no_session, numbered): (Vec<_>, Vec<_>) = sessions.into_iter().partition(Option::is_none);
    Report {
        kind: "tracker",
        title: locale.say("export-tracker-title"),
        language: locale.language().to_string(),
        colon: locale.say("export-colon"),
        columns: COLUMNS.iter().map(|column| column.heading(locale)).collect(),
        sheets: numbered.into_iter().chain(no_session).map(sheet).collect(),
        left_out: LeftOutList::new(work.release, left_out(&occurrences, boards, &counts, work), locale),
    }
}

/// What was left out of the records of these occurrences. `counts` has one element for each board.
fn left_out(occurrences: &[Occurrence], boards: &[Board], counts: &[NoteCounts], work: Work<'_>) -> LeftOut {
    let mut left_out = LeftOut::default();
    let mut texts: BTreeMap<Id, LeftOutKind> = BTreeMap::new();
    for occurrence in occurrences {
        let session = occurrence.session;
        let state = session
            .and_then(|session| work.tracker.state(&occurrence.step, occurrence.topic.as_deref(), session));
        state.iter().for_each(|state| drop(work.release.mark(&state.mark, &mut left_out)));
        if let Some(at) = occurrence.row {
            let passage = boards[at.board].passage(at.row).address;
            texts.extend(counts[at.board].left_out(&passage, session));
        }
    }
    texts.into_values().for_each(|kind| left_out.add(kind));
    left_out
}

/// The stable name of a sheet: `session-4`, or `standing` for steps due at no session.
fn sheet_name(session: Option<u32>) -> String {
    session.map_or_else(|| "standing".to_owned(), |session| format!("session-{session}"))
}

fn sheet_title(session: Option<u32>, locale: &Locale) -> String {
    let Some(session) = session else { return locale.say("export-standing") };
    locale.say_with("session", &[("ordinal", dates::ordinal(locale, session).into())])
}
