//! The rows as a view shows them: filtered, grouped and sorted; topics stay below their step.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;

use crate::base::text::fold;
use crate::board::{Board, Facet, FacetKind};
use crate::model::Reference;
use crate::workspace::Tracker;

/// Which rows are shown. An empty filter shows all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// A row must have at least one of the facets of each kind that occurs here.
    pub facets: BTreeSet<Facet>,
    /// Words that must all occur in the row, its step or its remarks; accents and case are ignored.
    pub text: String,
}

impl Filter {
    /// Whether all rows pass.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facets.is_empty() && self.text.trim().is_empty()
    }

    /// Adds a facet, or removes it if it is already there.
    pub fn toggle(&mut self, facet: Facet) {
        if !self.facets.remove(&facet) {
            self.facets.insert(facet);
        }
    }

    fn kinds(&self) -> BTreeSet<FacetKind> {
        self.facets.iter().map(Facet::kind).collect()
    }
}

/// The order of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// The order of the report.
    #[default]
    Report,
    /// By deadline, then by session; steps without either come last.
    Deadline,
    /// By status, open steps first.
    Status,
    /// By force, the strongest first.
    Force,
    /// By last change, the latest first.
    Changed,
}

impl Sort {
    /// All orders, as the sort key cycles through them.
    pub const ALL: [Self; 5] = [Self::Report, Self::Deadline, Self::Status, Self::Force, Self::Changed];

    /// The stable name, as in options and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Deadline => "deadline",
            Self::Status => "status",
            Self::Force => "force",
            Self::Changed => "changed",
        }
    }

    /// The order with this stable name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// What is shown of a board, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// Which rows are shown.
    pub filter: Filter,
    /// The property by which the rows are grouped under headings; `None` for no groups.
    pub group: Option<FacetKind>,
    /// The order.
    pub sort: Sort,
    /// The session at which statuses are taken.
    pub session: Option<u32>,
    /// Whether steps without session, deadline and mark are shown too, even if no filter asks for them.
    pub standing: bool,
    /// The current step, which is shown unless a filter excludes it.
    pub here: Option<Reference>,
}

/// One line of the board on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ViewLine {
    /// A heading: the facet that the lines below share; `None` for rows without such a facet.
    Group(Option<Facet>),
    /// A row.
    Row {
        /// Index of the row in the board.
        row: usize,
        /// Whether it is shown only because its topics are shown, and does not match itself.
        context: bool,
    },
}

impl ViewLine {
    /// The row on the line.
    #[must_use]
    pub fn row(&self) -> Option<usize> {
        match self {
            Self::Row { row, .. } => Some(*row),
            Self::Group(_) => None,
        }
    }
}

/// A step with those of its topics that are shown.
struct Family {
    step: usize,
    topics: Range<usize>,
}

impl Board {
    /// The lines of a view, in order.
    #[must_use]
    pub fn lines(&self, view: &View, tracker: &Tracker) -> Vec<ViewLine> {
        let words: Vec<String> = fold(&view.filter.text).split_whitespace().map(str::to_owned).collect();
        let mut passing = vec![false; self.rows.len()];
        for (row, passes) in passing.iter_mut().enumerate() {
            *passes = self.passes(row, view, &words, tracker);
        }
        let steps = (0..self.rows.len()).filter(|row| self.rows[*row].is_step());
        let mut families: Vec<Family> =
            steps.map(|step| Family { step, topics: self.topics(step) }).collect();
        families.retain(|family| passing[family.step] || passing[family.topics.clone()].contains(&true));
        self.sort(&mut families, view, tracker);
        let Some(kind) = view.group else {
            return families.iter().flat_map(|family| family_lines(family, &|row| passing[row])).collect();
        };
        let facets = |row: usize| self.facets(row, kind, view.session, tracker);
        let mut lines = Vec::new();
        for group in groups(kind, view, &passing, &facets) {
            let belongs = |row: usize| {
                let facets = facets(row);
                passing[row] && group.as_ref().map_or(facets.is_empty(), |group| facets.contains(group))
            };
            let own: Vec<ViewLine> =
                families.iter().flat_map(|family| family_lines(family, &belongs)).collect();
            if !own.is_empty() {
                lines.push(ViewLine::Group(group));
                lines.extend(own);
            }
        }
        lines
    }

    fn passes(&self, row: usize, view: &View, words: &[String], tracker: &Tracker) -> bool {
        let kinds = view.filter.kinds();
        let facet = |kind: &FacetKind| {
            let own = self.facets(row, *kind, view.session, tracker);
            own.iter().any(|facet| view.filter.facets.contains(facet))
        };
        if !kinds.iter().all(facet) || !self.contains(row, words, tracker) {
            return false;
        }
        let asked = view.standing || kinds.contains(&FacetKind::Session) || !words.is_empty();
        asked || self.concerns(row, view, tracker)
    }

    /// Whether a row is shown without a filter that asks for it: it is current, or see [`Self::is_shown_unasked`].
    fn concerns(&self, row: usize, view: &View, tracker: &Tracker) -> bool {
        view.here.as_ref().is_some_and(|here| here == self.at(row)) || self.is_shown_unasked(row, tracker)
    }

    /// Whether a row is shown without a filter that asks for it, because it has a session, a deadline or a mark.
    #[must_use]
    pub fn is_shown_unasked(&self, row: usize, tracker: &Tracker) -> bool {
        let followup = self.followup(row);
        let named = !followup.sessions.is_empty() || followup.deadline.is_some();
        named || tracker.is_tracked(self.at(row))
    }

    fn contains(&self, row: usize, words: &[String], tracker: &Tracker) -> bool {
        if words.is_empty() {
            return true;
        }
        let remarks = tracker.states(self.at(row), self.topic(row));
        let remarks: Vec<String> =
            remarks.filter_map(|state| state.mark.remark.as_deref().map(fold)).collect();
        let step = &self.rows[self.parent(row)].folded;
        words.iter().all(|word| {
            let own = &self.rows[row].folded;
            own.contains(word) || step.contains(word) || remarks.iter().any(|remark| remark.contains(word))
        })
    }

    fn sort(&self, families: &mut [Family], view: &View, tracker: &Tracker) {
        let step = |family: &Family| family.step;
        match view.sort {
            Sort::Report => {}
            Sort::Deadline => families.sort_by_cached_key(|family| {
                let followup = self.followup(step(family));
                let date = followup.deadline.as_ref().and_then(|deadline| deadline.date);
                let due = self.due(step(family), tracker).first().map(|due| due.session);
                (date.is_none(), date, due.is_none(), due)
            }),
            Sort::Status => families.sort_by_cached_key(|family| {
                view.session.map(|session| self.status(step(family), session, tracker))
            }),
            Sort::Force => families.sort_by_cached_key(|family| {
                let force = self.followup(step(family)).force;
                (force.is_none(), force)
            }),
            Sort::Changed => families.sort_by_cached_key(|family| {
                let rows = std::iter::once(family.step).chain(family.topics.clone());
                let changed = rows.filter_map(|row| {
                    tracker.states(self.at(row), self.topic(row)).map(|state| state.at).max()
                });
                Reverse(changed.max())
            }),
        }
    }
}

/// The groups in order; the group of rows without such a facet comes last.
fn groups(
    kind: FacetKind,
    view: &View,
    passing: &[bool],
    facets: &dyn Fn(usize) -> Vec<Facet>,
) -> Vec<Option<Facet>> {
    let rows = (0..passing.len()).filter(|row| passing[*row]);
    let all: BTreeSet<Facet> = rows.flat_map(facets).collect();
    let narrowed = view.filter.kinds().contains(&kind);
    let wanted = all.into_iter().filter(|facet| !narrowed || view.filter.facets.contains(facet));
    wanted.map(Some).chain([None]).collect()
}

fn family_lines(family: &Family, shown: &dyn Fn(usize) -> bool) -> Vec<ViewLine> {
    let topics: Vec<ViewLine> = family
        .topics
        .clone()
        .filter(|row| shown(*row))
        .map(|row| ViewLine::Row { row, context: false })
        .collect();
    let own = shown(family.step);
    if !own && topics.is_empty() {
        return topics;
    }
    let step = ViewLine::Row { row: family.step, context: !own };
    std::iter::once(step).chain(topics).collect()
}
