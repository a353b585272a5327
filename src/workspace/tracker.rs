//! The tracker: what all authors' acts come to, for each next step, topic and session.

use std::collections::hash_map::Entry::Vacant;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset, TimeDelta};

use crate::base::{Id, Now};
use crate::model::Reference;
use crate::workspace::{Act, Deed, Mark, Status};

/// Where one step or topic stands at one session, by the last act that was not taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// How far it has come, and what shows it.
    pub mark: Mark,
    /// Who set it.
    pub author: Arc<str>,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// By which act.
    pub act: Id,
}

/// One act of a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The act.
    pub act: &'a Act,
    /// Whether a later act took it back.
    pub undone: bool,
}

/// All acts on one step and topic for one session.
#[derive(Debug, Clone, Default)]
struct Cell {
    session: u32,
    topic: Option<Arc<str>>,
    /// Their places among all acts, in the order in which they count.
    acts: Vec<u32>,
    state: Option<State>,
}

/// The fold of all authors' logs. The order in which acts come in makes no difference.
#[derive(Debug, Clone, Default)]
pub struct Tracker {
    /// All acts in the order in which they came in; what orders them names them by their place.
    acts: Vec<Act>,
    /// The place of each act.
    held: HashMap<Id, u32>,
    /// Where the cells of each step lie.
    places: HashMap<Arc<Reference>, usize>,
    /// The cells of each step in order of session and topic.
    steps: Vec<Vec<Cell>>,
}

/// What stands set of one step and its topics, found once for many questions.
#[derive(Debug, Clone, Copy)]
pub struct OfStep<'a>(&'a [Cell]);

impl<'a> OfStep<'a> {
    /// Where the step, or one of its topics, stands at a session; none when nobody has set it.
    #[must_use]
    pub fn state(self, topic: Option<&str>, session: u32) -> Option<&'a State> {
        let cell = self.0.iter().find(|cell| cell.session == session && cell.topic.as_deref() == topic);
        cell?.state.as_ref()
    }

    /// All that stands, with its session, in order of sessions.
    pub fn all(self) -> impl Iterator<Item = (u32, &'a State)> {
        self.0.iter().filter_map(|cell| Some((cell.session, cell.state.as_ref()?)))
    }
}

impl Tracker {
    /// The tracker of these acts, in any order; acts known twice count once.
    #[must_use]
    pub fn new(acts: impl IntoIterator<Item = Act>) -> Self {
        let acts: Vec<Act> = acts.into_iter().collect();
        let mut tracker = Self { held: HashMap::with_capacity(acts.len()), ..Self::default() };
        // Readers of logs let all acts on a step share one reference, which is quicker to look for than its words.
        let mut shared: HashMap<*const Reference, usize> = HashMap::new();
        // Each cell then only grows at its end, and of two acts with one id the earlier stays.
        for at in order(&acts) {
            let act = &acts[at as usize];
            if let Vacant(free) = tracker.held.entry(act.id) {
                free.insert(at);
                let place = *shared.entry(Arc::as_ptr(&act.step)).or_insert_with(|| tracker.place(&act.step));
                cell_mut(&mut tracker.steps[place], act).acts.push(at);
            }
        }
        tracker.acts = acts;
        tracker.steps.iter_mut().flatten().for_each(|cell| cell.fold(&tracker.acts));
        tracker
    }

    /// Adds one act; one that is known already changes nothing.
    pub fn add(&mut self, act: Act) {
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

    /// Takes an act out of its cell.
    fn leave_cell(&mut self, at: u32) {
        let Some(place) = self.places.get(&self.acts[at as usize].step) else { return };
        for cell in &mut self.steps[*place] {
            cell.acts.retain(|act| *act != at);
            cell.fold(&self.acts);
        }
    }

    /// Where the cells of a step lie, or will.
    fn place(&mut self, step: &Arc<Reference>) -> usize {
        if let Some(place) = self.places.get(&**step) {
            return *place;
        }
        self.places.insert(step.clone(), self.steps.len());
        self.steps.push(Vec::new());
        self.steps.len() - 1
    }

    fn cells(&self, step: &Reference) -> &[Cell] {
        self.places.get(step).map_or(&[], |place| &self.steps[*place])
    }

    fn cell(&self, step: &Reference, topic: Option<&str>, session: u32) -> Option<&Cell> {
        self.cells(step).iter().find(|cell| cell.session == session && cell.topic.as_deref() == topic)
    }

    /// The act with this id.
    #[must_use]
    pub fn get(&self, id: Id) -> Option<&Act> {
        self.held.get(&id).map(|at| &self.acts[*at as usize])
    }

    /// How many acts are known, those taken back among them.
    #[must_use]
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether no act is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Where a step, or one of its topics, stands at a session; none when nobody has set it.
    #[must_use]
    pub fn state(&self, step: &Reference, topic: Option<&str>, session: u32) -> Option<&State> {
        self.cell(step, topic, session)?.state.as_ref()
    }

    /// What stands set of a step and its topics.
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

    /// The sessions for which something stands set of a topic or of its step, or, without a topic, of a step
    /// or of any topic of it; in order.
    #[must_use]
    pub fn sessions(&self, step: &Reference, topic: Option<&str>) -> Vec<u32> {
        let concerns = |cell: &&Cell| {
            cell.state.is_some()
                && (topic.is_none() || cell.topic.is_none() || cell.topic.as_deref() == topic)
        };
        let cells = self.cells(step).iter().filter(concerns);
        let mut sessions: Vec<u32> = cells.map(|cell| cell.session).collect();
        sessions.dedup();
        sessions
    }

    /// What stands set of a step, or of one of its topics, in order of sessions.
    pub fn states<'a>(
        &'a self,
        step: &Reference,
        topic: Option<&str>,
    ) -> impl Iterator<Item = &'a State> + use<'a> {
        let topic: Option<Arc<str>> = topic.map(Into::into);
        let cells = self.cells(step).iter();
        cells.filter(move |cell| cell.topic == topic).filter_map(|cell| cell.state.as_ref())
    }

    /// Whether anything was ever set of a step or of a topic of it.
    #[must_use]
    pub fn is_tracked(&self, step: &Reference) -> bool {
        self.cells(step).iter().any(|cell| !cell.acts.is_empty())
    }

    /// All acts on a step or one of its topics for a session, oldest first.
    #[must_use]
    pub fn history(&self, step: &Reference, topic: Option<&str>, session: u32) -> Vec<Entry<'_>> {
        self.cell(step, topic, session).map(|cell| cell.entries(&self.acts)).unwrap_or_default()
    }

    /// Every step, topic and session of which there is a history, in order of document, place and session.
    #[must_use]
    pub fn tracked(&self) -> Vec<(&Reference, Option<&str>, u32)> {
        let cells = self.places.iter().flat_map(|(step, place)| {
            let told = self.steps[*place].iter().filter(|cell| !cell.acts.is_empty());
            told.map(move |cell| (&**step, cell.topic.as_deref(), cell.session))
        });
        let mut tracked: Vec<_> = cells.collect();
        tracked.sort_unstable_by_key(|(step, topic, session)| (*step, *session, *topic));
        tracked
    }

    /// The act that sets a mark now. It is not yet added.
    #[must_use]
    pub fn set(
        &self,
        (step, topic, session): (&Reference, Option<&str>, u32),
        mark: impl Into<Mark>,
        author: &str,
        now: &Now,
    ) -> Act {
        let mut act = Act {
            id: Id::new(now),
            at: now.stamp(),
            author: author.into(),
            step: Arc::new(step.clone()),
            topic: topic.map(Into::into),
            session,
            deed: Deed::Set(mark.into()),
        };
        self.put_last(&mut act);
        act
    }

    /// The act that takes another back now; none when that is unknown or is taken back already.
    #[must_use]
    pub fn undo(&self, act: Id, author: &str, now: &Now) -> Option<Act> {
        let target = self.get(act)?;
        let cell = self.cell(&target.step, target.topic.as_deref(), target.session)?;
        if cell.entries(&self.acts).iter().any(|entry| entry.act.id == act && entry.undone) {
            return None;
        }
        let mut undo = Act {
            id: Id::new(now),
            at: now.stamp(),
            author: author.into(),
            deed: Deed::Undo { act },
            ..target.clone()
        };
        self.put_last(&mut undo);
        Some(undo)
    }

    /// The act that takes the author's last status back; again, the one before.
    #[must_use]
    pub fn undo_last(&self, author: &str, now: &Now) -> Option<Act> {
        let last = self.standing(author).filter(|act| matches!(act.deed, Deed::Set(_))).max()?;
        self.undo(last.id, author, now)
    }

    /// The act that brings back what the author took back last; none once something new has been set.
    #[must_use]
    pub fn redo_last(&self, author: &str, now: &Now) -> Option<Act> {
        let takes_back_a_status = |act: &&Act| match act.deed {
            Deed::Undo { act } => self.get(act).is_some_and(|act| matches!(act.deed, Deed::Set(_))),
            Deed::Set(_) => false,
        };
        let last = self.standing(author).filter(takes_back_a_status).max()?;
        let newer = |act: &Act| matches!(act.deed, Deed::Set(_)) && act > last;
        if self.standing(author).any(newer) {
            return None;
        }
        self.undo(last.id, author, now)
    }

    /// The author's acts that were not taken back, in no order.
    fn standing(&self, author: &str) -> impl Iterator<Item = &Act> {
        let entries = self.steps.iter().flatten().flat_map(|cell| cell.entries(&self.acts));
        entries.filter(move |entry| !entry.undone && *entry.act.author == *author).map(|entry| entry.act)
    }

    /// A clock put back, or a day chosen with `--today`, must not make the newest act count for nothing:
    /// it is dated just after the last act on the same thing.
    fn put_last(&self, act: &mut Act) {
        let cell = self.cell(&act.step, act.topic.as_deref(), act.session);
        let last = cell.and_then(|cell| cell.acts.last()).map(|last| self.acts[*last as usize].at);
        if let Some(last) = last.filter(|last| act.at <= *last) {
            act.at = last + TimeDelta::milliseconds(1);
        }
    }
}

/// The places of acts in the order in which they count. Time and id nearly always decide, so only these are moved about.
fn order(acts: &[Act]) -> impl Iterator<Item = u32> + use<> {
    let mut keys: Vec<_> = (0..).zip(acts).map(|(at, act)| (act.at.to_utc(), act.id, at)).collect();
    let act = |at: u32| &acts[at as usize];
    // Logs are in order of time, each by itself: a sort that finds such runs has little to do.
    keys.sort_by(|one, other| {
        (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| act(one.2).cmp(act(other.2)))
    });
    keys.into_iter().map(|(_, _, at)| at)
}

/// A place as cells hold it: four thousand million acts are more than the logs of any office.
fn place_of(at: usize) -> u32 {
    u32::try_from(at).expect("fewer acts than fit into a memory")
}

fn cell_mut<'a>(cells: &'a mut Vec<Cell>, act: &Act) -> &'a mut Cell {
    let key = (act.session, &act.topic);
    let at = match cells.binary_search_by(|cell| (cell.session, &cell.topic).cmp(&key)) {
        Ok(at) => at,
        Err(at) => {
            let topic = act.topic.clone();
            cells.insert(at, Cell { session: act.session, topic, ..Cell::default() });
            at
        }
    };
    &mut cells[at]
}

impl Cell {
    /// The acts and which of them stand. An act takes back only what came before it, so one walk from the
    /// end decides, and no two acts can take each other back.
    fn entries<'a>(&self, acts: &'a [Act]) -> Vec<Entry<'a>> {
        let mut taken: HashSet<Id> = HashSet::new();
        let mut entries: Vec<Entry<'_>> = Vec::with_capacity(self.acts.len());
        for act in self.acts.iter().rev().map(|at| &acts[*at as usize]) {
            let undone = taken_back(&mut taken, act);
            entries.push(Entry { act, undone });
        }
        entries.reverse();
        entries
    }

    fn fold(&mut self, acts: &[Act]) {
        // Nothing before the last status that stands can change it: mostly that is the last act.
        let mut taken: HashSet<Id> = HashSet::new();
        let own = self.acts.iter().rev().map(|at| &acts[*at as usize]);
        let mut standing = own.filter(|act| !taken_back(&mut taken, act));
        self.state = standing.find_map(|act| match &act.deed {
            Deed::Set(mark) => {
                Some(State { mark: mark.clone(), author: act.author.clone(), at: act.at, act: act.id })
            }
            Deed::Undo { .. } => None,
        });
    }
}

/// Whether an act was taken back, on a walk from the end; one that stands takes back what it names.
fn taken_back(taken: &mut HashSet<Id>, act: &Act) -> bool {
    let undone = !taken.is_empty() && taken.contains(&act.id);
    if let (Deed::Undo { act }, false) = (&act.deed, undone) {
        taken.insert(*act);
    }
    undone
}

#[cfg(test)]
mod tests;
