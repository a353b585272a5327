//! The tracker: the state of each next step, topic and session that results from the acts of all authors.

use std::collections::hash_map::Entry::Vacant;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::base::{Id, Now};
use crate::model::Reference;
use crate::workspace::{Act, ActTarget, Action, Mark, Status};

/// The state of a step or topic at a session: what the last act that is not undone has set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepState {
    /// How far it has come, with the evidence.
    pub mark: Mark,
    /// Who set it.
    pub author: Arc<str>,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// The id of that act.
    pub act: Id,
}

/// One act of a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryEntry<'a> {
    /// The act.
    pub act: &'a Act,
    /// Whether a later act undid it.
    pub undone: bool,
}

/// All acts on one step and topic for one session.
#[derive(Debug, Clone, Default)]
struct CellActs {
    session: u32,
    topic: Option<Arc<str>>,
    /// Their indices among all acts, in the order in which they count.
    acts: Vec<u32>,
    state: Option<StepState>,
}

/// What results from the logs of all authors. The order in which acts are added makes no difference.
#[derive(Debug, Clone, Default)]
pub struct Tracker {
    /// All acts in the order in which they were added; everything else refers to them by index.
    acts: Vec<Act>,
    /// The index of each act.
    held: HashMap<Id, u32>,
    /// The index in `steps` of the cells of each step.
    places: HashMap<Arc<Reference>, usize>,
    /// The cells of each step in order of session and topic.
    steps: Vec<Vec<CellActs>>,
    /// The id of the act that was made last.
    last: Option<Id>,
}

/// The states of one step and its topics, looked up once for many questions.
#[derive(Debug, Clone, Copy)]
pub struct OfStep<'a>(&'a [CellActs]);

impl<'a> OfStep<'a> {
    /// The state of the step, or of one of its topics, at a session; `None` if nothing is set.
    #[must_use]
    pub fn state(self, topic: Option<&str>, session: u32) -> Option<&'a StepState> {
        let cell = self.0.iter().find(|cell| cell.session == session && cell.topic.as_deref() == topic);
        cell?.state.as_ref()
    }

    /// All states with their sessions, in order of sessions.
    pub fn all(self) -> impl Iterator<Item = (u32, &'a StepState)> {
        self.0.iter().filter_map(|cell| Some((cell.session, cell.state.as_ref()?)))
    }
}

impl Tracker {
    /// The tracker of these acts, in any order; an act that comes twice counts once.
    #[must_use]
    pub fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        let acts: Vec<Act> = acts.into_iter().collect();
        let mut tracker = Self { held: HashMap::with_capacity(acts.len()), ..Self::default() };
        // Acts read from one log share the reference of their step; its pointer is faster to look up than its text.
        let mut shared: HashMap<*const Reference, usize> = HashMap::new();
        // In this order each cell grows only at its end, and of two acts with one id the earlier stays.
        for at in order(&acts) {
            let act = &acts[at as usize];
            if let Vacant(free) = tracker.held.entry(act.id) {
                free.insert(at);
                let place = *shared.entry(Arc::as_ptr(&act.step)).or_insert_with(|| tracker.place(&act.step));
                cell_mut(&mut tracker.steps[place], act).acts.push(at);
            }
        }
        tracker.last = acts.iter().map(|act| act.id).max();
        tracker.acts = acts;
        tracker.steps.iter_mut().flatten().for_each(|cell| cell.fold(&tracker.acts));
        tracker
    }

    /// Adds an act; one that is known already changes nothing.
    pub fn add(&mut self, act: Act) {
        self.last = self.last.max(Some(act.id));
        let at = match self.held.get(&act.id) {
            Some(known) if self.acts[*known as usize] <= act => return,
            Some(known) => {
                let known = *known;
                self.leave_cell(known);
                self.acts[known as usize] = act;
                known
            }
            None => {
                self.acts.push(act);
                place_of(self.acts.len() - 1)
            }
        };
        let (id, step) = (self.acts[at as usize].id, self.acts[at as usize].step.clone());
        self.held.insert(id, at);
        let place = self.place(&step);
        let acts = &self.acts;
        let cell = cell_mut(&mut self.steps[place], &acts[at as usize]);
        let before = cell.acts.partition_point(|other| acts[*other as usize] < acts[at as usize]);
        cell.acts.insert(before, at);
        cell.fold(acts);
    }

    /// Removes an act from its cell.
    fn leave_cell(&mut self, at: u32) {
        let Some(place) = self.places.get(&self.acts[at as usize].step) else { return };
        for cell in &mut self.steps[*place] {
            cell.acts.retain(|act| *act != at);
            cell.fold(&self.acts);
        }
    }

    /// The index of the cells of a step, which are made if they do not exist.
    fn place(&mut self, step: &Arc<Reference>) -> usize {
        if let Some(place) = self.places.get(&**step) {
            return *place;
        }
        self.places.insert(step.clone(), self.steps.len());
        self.steps.push(Vec::new());
        self.steps.len() - 1
    }

    fn cells(&self, step: &Reference) -> &[CellActs] {
        self.places.get(step).map_or(&[], |place| &self.steps[*place])
    }

    fn cell(&self, step: &Reference, topic: Option<&str>, session: u32) -> Option<&CellActs> {
        self.cells(step).iter().find(|cell| cell.session == session && cell.topic.as_deref() == topic)
    }

    /// The act with this id.
    #[must_use]
    pub fn get(&self, id: Id) -> Option<&Act> {
        self.held.get(&id).map(|at| &self.acts[*at as usize])
    }

    /// All acts, including undone ones, each once, in the order in which they were added.
    pub fn acts(&self) -> impl Iterator<Item = &Act> {
        let counts = |at: usize, act: &Act| self.held.get(&act.id) == Some(&place_of(at));
        self.acts.iter().enumerate().filter(move |(at, act)| counts(*at, act)).map(|(_, act)| act)
    }

    /// How many acts are known, including undone ones.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether no act is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// The state of a step, or of one of its topics, at a session; `None` if nothing is set.
    #[must_use]
    pub fn state(&self, step: &Reference, topic: Option<&str>, session: u32) -> Option<&StepState> {
        self.cell(step, topic, session)?.state.as_ref()
    }

    /// The states of a step and its topics.
    #[must_use]
    pub fn of_step(&self, step: &Reference) -> OfStep<'_> {
        OfStep(self.cells(step))
    }

    /// The status of a step, or of one of its topics, at a session, as far as it is known without the report: see
    /// [`Status::derived`]. `Board::status` knows the topics of the report too.
    #[must_use]
    pub fn status(&self, step: &Reference, topic: Option<&str>, session: u32) -> Status {
        let own = self.state(step, topic, session).map(|state| state.mark.status);
        let cells = self.cells(step).iter().filter(|cell| topic.is_none() && cell.session == session);
        let set = cells.filter_map(|cell| cell.state.as_ref()).map(|state| state.mark.status);
        // The report may have more topics, for which nobody has set anything.
        Status::derived(own, None, set.chain([Status::Open]))
    }

    /// The sessions, in order, for which something is set for a topic or its step; without a topic, for the step or any
    /// of its topics.
    #[must_use]
    pub fn sessions(&self, step: &Reference, topic: Option<&str>) -> Vec<u32> {
        let concerns = |cell: &&CellActs| {
            cell.state.is_some()
                && (topic.is_none() || cell.topic.is_none() || cell.topic.as_deref() == topic)
        };
        let cells = self.cells(step).iter().filter(concerns);
        let mut sessions: Vec<u32> = cells.map(|cell| cell.session).collect();
        sessions.dedup();
        sessions
    }

    /// The states of a step, or of one of its topics, in order of sessions.
    pub fn states<'a>(
        &'a self,
        step: &Reference,
        topic: Option<&str>,
    ) -> impl Iterator<Item = &'a StepState> + use<'a> {
        let topic: Option<Arc<str>> = topic.map(Into::into);
        let cells = self.cells(step).iter();
        cells.filter(move |cell| cell.topic == topic).filter_map(|cell| cell.state.as_ref())
    }

    /// Whether there is any act on a step or one of its topics.
    #[must_use]
    pub fn is_tracked(&self, step: &Reference) -> bool {
        self.cells(step).iter().any(|cell| !cell.acts.is_empty())
    }

    /// All acts on a step or one of its topics for a session, oldest first.
    #[must_use]
    pub fn history(&self, step: &Reference, topic: Option<&str>, session: u32) -> Vec<HistoryEntry<'_>> {
        self.cell(step, topic, session).map(|cell| cell.entries(&self.acts)).unwrap_or_default()
    }

    /// Every step, topic and session with acts, in order of document, place and session.
    #[must_use]
    pub fn tracked(&self) -> Vec<(&Reference, Option<&str>, u32)> {
        let cells = self.places.iter().flat_map(|(step, place)| {
            let with_acts = self.steps[*place].iter().filter(|cell| !cell.acts.is_empty());
            with_acts.map(move |cell| (&**step, cell.topic.as_deref(), cell.session))
        });
        let mut tracked: Vec<_> = cells.collect();
        tracked.sort_unstable_by_key(|(step, topic, session)| (*step, *session, *topic));
        tracked
    }

    /// The act that sets a mark now. It is not added.
    #[must_use]
    pub fn set(&self, target: ActTarget<'_>, mark: impl Into<Mark>, author: &str, now: &Now) -> Act {
        let mut act = Act {
            id: self.new_id(now),
            at: now.stamp(),
            author: author.into(),
            step: Arc::new(target.step.clone()),
            topic: target.topic.map(Into::into),
            session: target.session,
            action: Action::Set(mark.into()),
        };
        self.put_last(&mut act);
        act
    }

    /// The act that undoes another now; `None` if that is unknown or undone already.
    #[must_use]
    pub fn undo(&self, act: Id, author: &str, now: &Now) -> Option<Act> {
        let target = self.get(act)?;
        let cell = self.cell(&target.step, target.topic.as_deref(), target.session)?;
        if cell.entries(&self.acts).iter().any(|entry| entry.act.id == act && entry.undone) {
            return None;
        }
        let mut undo = Act {
            id: self.new_id(now),
            at: now.stamp(),
            author: author.into(),
            action: Action::Undo { act },
            ..target.clone()
        };
        self.put_last(&mut undo);
        Some(undo)
    }

    /// The act that undoes the status that the author set last, whatever dates are stated; after that, the one before.
    #[must_use]
    pub fn undo_last(&self, author: &str, now: &Now) -> Option<Act> {
        let statuses = self.in_force(author).filter(|act| matches!(act.action, Action::Set(_)));
        self.undo(statuses.map(|act| act.id).max()?, author, now)
    }

    /// The act that redoes what the author undid last; `None` if something new has been set since.
    #[must_use]
    pub fn redo_last(&self, author: &str, now: &Now) -> Option<Act> {
        let takes_back_a_status = |act: &&Act| match act.action {
            Action::Undo { act } => self.get(act).is_some_and(|act| matches!(act.action, Action::Set(_))),
            Action::Set(_) => false,
        };
        let last = self.in_force(author).filter(takes_back_a_status).map(|act| act.id).max()?;
        let newer = |act: &Act| matches!(act.action, Action::Set(_)) && act.id > last;
        if self.in_force(author).any(newer) {
            return None;
        }
        self.undo(last, author, now)
    }

    /// An id that sorts after those of all acts known: ids are in the order in which acts are made.
    fn new_id(&self, now: &Now) -> Id {
        let id = Id::new(now);
        self.last.map_or(id, |last| id.after(last))
    }

    /// The author's acts that are not undone, in no particular order.
    fn in_force(&self, author: &str) -> impl Iterator<Item = &Act> {
        let entries = self.steps.iter().flatten().flat_map(|cell| cell.entries(&self.acts));
        entries.filter(move |entry| !entry.undone && *entry.act.author == *author).map(|entry| entry.act)
    }

    /// Dates an act just after the last one on the same target, if it is not later: the newest act must count even if the
    /// clock was put back or `--today` chose an earlier day.
    fn put_last(&self, act: &mut Act) {
        let cell = self.cell(&act.step, act.topic.as_deref(), act.session);
        let last = cell.and_then(|cell| cell.acts.last()).map(|last| self.acts[*last as usize].at);
        if let Some(last) = last.filter(|last| act.at <= *last) {
            act.at = last + TimeDelta::milliseconds(1);
        }
    }
}

/// The indices of acts in the order in which they count. Time and id nearly always decide, so only these are sorted.
fn order(acts: &[Act]) -> impl Iterator<Item = u32> + use<> {
    let mut keys: Vec<_> = (0..).zip(acts).map(|(at, act)| (act.at.to_utc(), act.id, at)).collect();
    let act = |at: u32| &acts[at as usize];
    // Each log is in order of time: a sort that finds such runs has little to do.
    keys.sort_by(|one, other| {
        (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| act(one.2).cmp(act(other.2)))
    });
    keys.into_iter().map(|(_, _, at)| at)
}

/// An index as cells hold it; four thousand million acts do not fit into memory.
fn place_of(at: usize) -> u32 {
    u32::try_from(at).expect("fewer acts than fit into memory")
}

fn cell_mut<'a>(cells: &'a mut Vec<CellActs>, act: &Act) -> &'a mut CellActs {
    let key = (act.session, &act.topic);
    let at = match cells.binary_search_by(|cell| (cell.session, &cell.topic).cmp(&key)) {
        Ok(at) => at,
        Err(at) => {
            let topic = act.topic.clone();
            cells.insert(at, CellActs { session: act.session, topic, ..CellActs::default() });
            at
        }
    };
    &mut cells[at]
}

impl CellActs {
    /// The acts, and which of them are undone. An act undoes only earlier ones, so one pass from the end decides, and no
    /// two acts can undo each other.
    fn entries<'a>(&self, acts: &'a [Act]) -> Vec<HistoryEntry<'a>> {
        let mut taken: HashSet<Id> = HashSet::new();
        let mut entries: Vec<HistoryEntry<'_>> = Vec::with_capacity(self.acts.len());
        for act in self.acts.iter().rev().map(|at| &acts[*at as usize]) {
            let undone = taken_back(&mut taken, act);
            entries.push(HistoryEntry { act, undone });
        }
        entries.reverse();
        entries
    }

    fn fold(&mut self, acts: &[Act]) {
        // Nothing before the last status in force can change it: mostly that is the last act.
        let mut taken: HashSet<Id> = HashSet::new();
        let own = self.acts.iter().rev().map(|at| &acts[*at as usize]);
        let mut in_force = own.filter(|act| !taken_back(&mut taken, act));
        self.state = in_force.find_map(|act| match &act.action {
            Action::Set(mark) => {
                Some(StepState { mark: mark.clone(), author: act.author.clone(), at: act.at, act: act.id })
            }
            Action::Undo { .. } => None,
        });
    }
}

/// Whether an act is undone, in a pass from the end; an undo that is in force itself adds its act to `taken`.
fn taken_back(taken: &mut HashSet<Id>, act: &Act) -> bool {
    let undone = !taken.is_empty() && taken.contains(&act.id);
    if let (Action::Undo { act }, false) = (&act.action, undone) {
        taken.insert(*act);
    }
    undone
}

#[cfg(test)]
mod tests;
