//! The speaking list: who asked for the floor, who has it and for how long, and how far away the own delegation is.

use std::sync::Arc;

use chrono::{DateTime, Days, FixedOffset};

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker, Prompt};
use crate::app::screen::{intervention, notes};
use crate::app::workspace::Change;
use crate::base::Id;
use crate::locale::dates;
use crate::workspace::speakers::{
    ListedSpeaker, blank_list, floor_since, in_meeting, is_speaking_list, limits, listed, may_be_of,
    split_names, typed_limits, with_floor, with_limits, with_speakers, without_floor,
};
use crate::workspace::{Note, TimeLimits, TypedName};

/// A clock that has run longer than this over its limit was left running by mistake, and is no longer shown, in seconds.
const LEFT_RUNNING_SECONDS: i64 = 3600;

/// A delegation on the speaking list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueuedSpeaker {
    /// The list it is on.
    pub note: Id,
    /// Its line in that list.
    pub listed: ListedSpeaker,
    /// Its name in the language of the interface with those for whom it speaks; a name that nobody has or that several have is
    /// followed by `[?]`.
    pub label: String,
    /// Whether it speaks for a group, which has more time.
    pub is_for_group: bool,
    /// Whether it is the own delegation.
    pub is_own: bool,
}

/// The speaking list of a day. Several notes are one list, in the order in which they were begun.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SpeakingQueue {
    /// The delegations.
    pub speakers: Vec<QueuedSpeaker>,
    /// The delegation that has the floor, by its index, and since when.
    pub floor: Option<(usize, DateTime<FixedOffset>)>,
    /// How long each may speak in the meeting that is on.
    pub limits: TimeLimits,
}

/// The time of the delegation that has the floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FloorTime {
    /// Seconds it has spoken.
    pub used: i64,
    /// Seconds it may speak.
    pub limit: i64,
}

impl FloorTime {
    /// Seconds that are left; negative after the limit.
    #[must_use]
    pub fn left(self) -> i64 {
        self.limit - self.used
    }
}

/// How far away the own delegation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnSlot {
    /// How many delegations speak before it, without the one that has the floor.
    pub before: usize,
    /// Seconds until then if every delegation takes its time.
    pub seconds: i64,
}

impl SpeakingQueue {
    /// The list of the working day.
    #[must_use]
    pub fn of(context: &Context) -> Self {
        let mut queue = Self { limits: limits_now(context), ..Self::default() };
        for note in lists(context) {
            let first = queue.speakers.len();
            queue.speakers.extend(listed(note).into_iter().map(|listed| queued(context, note.id, listed)));
            let last = queue.speakers.iter().rposition(|speaker| speaker.listed.has_spoken);
            let speaking = last.filter(|last| *last >= first).zip(floor_since(note));
            let is_later =
                |since: &DateTime<FixedOffset>| queue.floor.is_none_or(|(_, other)| other < *since);
            queue.floor = speaking.filter(|(_, since)| is_later(since)).or(queue.floor);
        }
        queue.floor = queue.floor.filter(|(at, since)| {
            let used = (context.now.stamp() - since).num_seconds();
            (0..queue.limit(*at) + LEFT_RUNNING_SECONDS).contains(&used)
        });
        queue
    }

    /// The delegations that have not spoken, by their indexes.
    pub fn waiting(&self) -> impl Iterator<Item = usize> {
        (0..self.speakers.len()).filter(|at| !self.speakers[*at].listed.has_spoken)
    }

    /// Seconds that a delegation may speak.
    fn limit(&self, at: usize) -> i64 {
        i64::try_from(self.limits.of(self.speakers[at].is_for_group)).unwrap_or(i64::MAX)
    }

    /// The time of the delegation that has the floor.
    #[must_use]
    pub fn time(&self, context: &Context) -> Option<FloorTime> {
        let (at, since) = self.floor?;
        Some(FloorTime { used: (context.now.stamp() - since).num_seconds(), limit: self.limit(at) })
    }

    /// How far away the own delegation is; `None` if it does not wait for the floor.
    #[must_use]
    pub fn own_slot(&self, context: &Context) -> Option<OwnSlot> {
        let waiting: Vec<usize> = self.waiting().collect();
        let before = waiting.iter().position(|at| self.speakers[*at].is_own)?;
        let rest = self.time(context).map_or(0, |time| time.left().max(0));
        let others: i64 = waiting[..before].iter().map(|at| self.limit(*at)).sum();
        Some(OwnSlot { before, seconds: rest + others })
    }
}

/// The lists of the working day, in the order in which they were begun.
fn lists<'a>(context: &Context<'a>) -> Vec<&'a Note> {
    let day = context.now.today;
    let is_of_day = |note: &&Note| is_speaking_list(note) && note.at.date_naive() == day;
    // Notes come newest first; the day of one may differ by time zone from the order by time, never by more than a day.
    let notes = context.workspace.notebook.notes();
    let recent = notes.take_while(|note| note.at.date_naive() + Days::new(1) >= day);
    let mut lists: Vec<&Note> = recent.filter(is_of_day).collect();
    lists.sort_by_key(|note| (note.at, note.id));
    lists
}

/// The list of the meeting that is on: the last one of the day, unless it was begun in another meeting.
fn current<'a>(context: &Context<'a>) -> Option<&'a Note> {
    let meeting = intervention::meeting_now(context);
    lists(context).last().copied().filter(|list| meeting.is_none_or(|meeting| may_be_of(list, meeting)))
}

/// How long each may speak in the meeting that is on: as announced for it, else as the settings have it.
fn limits_now(context: &Context) -> TimeLimits {
    current(context).and_then(limits).unwrap_or(context.workspace.time_limits)
}

/// Speaking times in words: one for all, or those of States and groups.
#[must_use]
pub fn limits_in_words(context: &Context, limits: TimeLimits) -> String {
    let (states, groups) = (dates::minutes(limits.state_seconds), dates::minutes(limits.group_seconds));
    let args = [("states", states.as_str().into()), ("groups", groups.as_str().into())];
    let id = if states == groups { "floor-limit-all" } else { "floor-limits" };
    context.locale().say_with(id, &args)
}

/// Asks for the speaking times of the meeting that is on.
#[must_use]
pub fn ask_limit(context: &Context) -> Outcome {
    context.refusal().unwrap_or_else(|| Outcome::of(Intent::Open(Overlay::Line(Prompt::Limit))))
}

/// Keeps the speaking times announced for the meeting that is on with its list; without text, those of the settings hold again.
///
/// # Errors
/// A notice if the text is no time.
pub fn set_limit(context: &Context, text: &str) -> Result<Outcome, Notice> {
    let typed = match text.trim() {
        "" => None,
        text => Some(
            typed_limits(text).ok_or_else(|| Notice::new("notice-no-limit").with("text", text).alarming())?,
        ),
    };
    if let Some(refused) = context.refusal() {
        return Ok(refused);
    }
    let times = typed.unwrap_or(context.workspace.time_limits);
    let notice = Notice::new("notice-limit").with("limits", limits_in_words(context, times));
    let change = match current(context) {
        Some(list) => {
            let after = with_limits(list, typed, &context.now);
            Change::Edit { before: Arc::new(list.clone()), after: Arc::new(after) }
        }
        None => Change::Add(Arc::new(with_limits(&blank(context), typed, &context.now))),
    };
    Ok(Outcome::of(Intent::Change(change)).and(Intent::Notify(notice)))
}

/// An empty list of the meeting that is on.
fn blank(context: &Context) -> Note {
    let list = blank_list(&context.now, &context.workspace.author, context.desk.session);
    match intervention::meeting_now(context) {
        Some(meeting) => in_meeting(list, meeting),
        None => list,
    }
}

fn queued(context: &Context, note: Id, listed: ListedSpeaker) -> QueuedSpeaker {
    let delegations = &context.workspace.delegations;
    let language = context.locale().language();
    let line = intervention::read(context, &format!("{}:", listed.typed));
    let first = |name: &TypedName| name.ids.first().and_then(|id| delegations.get(id));
    let label = |name: &TypedName| match first(name).filter(|_| !name.is_ambiguous()) {
        Some(found) => found.label(language).to_owned(),
        None => format!("{} [?]", name.typed),
    };
    let names = |names: &[TypedName]| names.iter().map(label).collect::<Vec<_>>().join(", ");
    let (speakers, behalf) = (names(&line.speakers), names(&line.on_behalf_of));
    let label = match (line.speakers.is_empty(), behalf.is_empty()) {
        (true, _) => format!("{} [?]", listed.typed),
        (false, true) => speakers,
        (false, false) => format!("{speakers} ({behalf})"),
    };
    let own = context.workspace.own_delegation.as_deref().and_then(|own| delegations.stored(own));
    let is_own = |name: &TypedName| own.is_some_and(|own| name.ids.contains(&own.id));
    let is_group = |name: &TypedName| first(name).is_some_and(|found| found.kind.is_group());
    QueuedSpeaker {
        note,
        label,
        is_for_group: !line.on_behalf_of.is_empty() || line.speakers.iter().any(is_group),
        is_own: line.speakers.iter().any(is_own),
        listed,
    }
}

/// Opens the list; a line to type names if it is empty.
#[must_use]
pub fn open(context: &Context) -> Outcome {
    match SpeakingQueue::of(context).speakers.is_empty() {
        true => ask(context),
        false => Outcome::of(Intent::Open(Overlay::Picker(Picker::Speakers))),
    }
}

/// Asks for names to be added.
#[must_use]
pub fn ask(context: &Context) -> Outcome {
    context.refusal().unwrap_or_else(|| Outcome::of(Intent::Open(Overlay::Line(Prompt::Speakers))))
}

/// Opens the note of the list to be edited: other names, another order.
#[must_use]
pub fn edit(context: &Context) -> Outcome {
    let Some(note) = lists(context).last().copied() else { return ask(context) };
    let note = Box::new(note.clone());
    let open = Intent::Open(Overlay::Note { before: Some(note.clone()), note });
    context.refusal().unwrap_or_else(|| Outcome::of(open))
}

/// The names typed so far as a list of their own, which is stored until they are added.
#[must_use]
pub fn draft(context: &Context, text: &str, draft: Option<Arc<Note>>) -> Arc<Note> {
    let mut list = draft.map_or_else(|| blank(context), |draft| Note::clone(&draft));
    list.text.clear();
    Arc::new(with_speakers(&list, &split_names(text), &context.now))
}

/// Adds the names that were typed to the list of the day, or begins it.
#[must_use]
pub fn add(context: &Context, text: &str, stored: Option<Arc<Note>>) -> Outcome {
    let names = split_names(text);
    if names.is_empty() {
        return stored.map_or_else(Outcome::none, notes::discard);
    }
    let notice = Notice::new("notice-speakers-added").with("count", names.len());
    let change = match current(context) {
        Some(list) => {
            let after = with_speakers(list, &names, &context.now);
            Change::Edit { before: Arc::new(list.clone()), after: Arc::new(after) }
        }
        None => {
            return Outcome::of(Intent::Change(Change::Add(draft(context, text, stored))))
                .and(Intent::Notify(notice));
        }
    };
    let unwanted = stored.map_or_else(Outcome::none, notes::discard);
    unwanted.and(Intent::Change(change)).and(Intent::Notify(notice))
}

/// Gives the floor to the next delegation, and opens the line of its intervention. After the last one, stops the clock.
#[must_use]
pub fn next(context: &Context) -> Outcome {
    let queue = SpeakingQueue::of(context);
    let waiting = queue.waiting().next();
    match (waiting, queue.floor) {
        (Some(next), _) => give(context, &queue.speakers[next]),
        (None, Some(_)) => stop(context),
        (None, None) => {
            let key = context.input.key("desk", "speakers").unwrap_or_default();
            Outcome::notify(Notice::new("notice-no-speakers").with("key", context.locale().keys(&key)))
        }
    }
}

/// Stops the clock: nobody has the floor.
fn stop(context: &Context) -> Outcome {
    let pairs = ended(context).map(|note| (note.clone(), without_floor(note, &context.now))).collect();
    let stopped = Outcome::of(Intent::Change(Change::EditTogether(pairs)));
    context.refusal().unwrap_or(stopped.and(Intent::Notify(Notice::new("notice-last-speaker"))))
}

/// The lists of which a delegation has the floor.
fn ended<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Note> {
    lists(context).into_iter().filter(|note| floor_since(note).is_some())
}

/// Gives the floor to a delegation, and opens the line of its intervention with its name. One that has spoken gets no clock.
#[must_use]
pub fn give(context: &Context, speaker: &QueuedSpeaker) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    let line = Outcome::of(Intent::Open(Overlay::Line(Prompt::Intervention)))
        .and(Intent::Paste(format!("{} ", speaker.listed.typed)));
    let list = context.workspace.notebook.get(speaker.note).filter(|_| !speaker.listed.has_spoken);
    let Some(list) = list else { return line };
    let now = &context.now;
    let others = ended(context).filter(|note| note.id != list.id);
    let mut pairs: Vec<(Note, Note)> = others.map(|note| (note.clone(), without_floor(note, now))).collect();
    pairs.push((list.clone(), with_floor(list, speaker.listed.line, now)));
    Outcome::of(Intent::Change(Change::EditTogether(pairs))).then(line)
}
