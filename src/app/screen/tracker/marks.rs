//! Setting statuses, remarks and evidence in the tracker, for the current row or for all marked rows.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::context::Context;
use crate::app::layout::Pane;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker, Prompt};
use crate::app::pane::Content;
use crate::app::screen::naming;
use crate::app::screen::tracker::State;
use crate::app::workspace::Change;
use crate::board::{Subject, ViewLine};
use crate::calendar;
use crate::locale::dates;
use crate::model::Reference;
use crate::workspace::{Act, ActTarget, Mark, RemarkAccess, Status};

/// The arguments of the verb `status`: the statuses, and `next` for the one after the current one.
pub const STATUSES: &[&str] =
    &["open", "raised", "discussed", "agreed", "carried-over", "superseded", "next"];

/// The rows that are changed together, for one session.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Selection {
    /// The rows, at least one.
    rows: Vec<usize>,
    /// The session.
    session: u32,
}

impl State {
    /// Sets the status of the selected rows; for carrying over it asks for the reason first.
    #[must_use]
    pub fn set_status(&mut self, context: &Context, argument: Option<&str>) -> Outcome {
        self.on_selection(context, |state, selection| {
            let status = match argument {
                Some("next") | None => state.current_status(context, selection).next(),
                Some(name) => Status::from_name(name).unwrap_or_default(),
            };
            if status == Status::CarriedOver {
                let to = state.following(selection.session);
                return Outcome::of(Intent::Open(Overlay::Line(Prompt::CarryOver { to })));
            }
            let meeting = meeting(context);
            let change = |mark: Mark| with_status(mark, status, meeting.clone());
            let notice = state.status_notice(context, selection, status);
            state.set(context, selection, &change).and(Intent::Notify(notice))
        })
    }

    /// Carries the selected rows over to the next session, with the reason if one is given.
    #[must_use]
    pub fn carry_over(&mut self, context: &Context, reason: &str, access: RemarkAccess) -> Outcome {
        let reason = reason.trim();
        self.on_selection(context, |state, selection| {
            let meeting = meeting(context);
            let change = |mark: Mark| {
                let mark = with_status(mark, Status::CarriedOver, meeting.clone());
                if reason.is_empty() { mark } else { mark.with_remark(Some(reason.to_owned()), access) }
            };
            let notice = match state.following(selection.session) {
                Some(next) => {
                    let to = dates::ordinal(context.locale(), next);
                    state.notice(context, "notice-carried", selection).with("to", to)
                }
                None => state.status_notice(context, selection, Status::CarriedOver),
            };
            state.set(context, selection, &change).and(Intent::Notify(notice))
        })
    }

    /// Opens the line for a remark, if one can be set.
    #[must_use]
    pub fn ask_remark(&mut self, context: &Context) -> Outcome {
        self.on_selection(context, |_, _| Outcome::of(Intent::Open(Overlay::Line(Prompt::Remark))))
    }

    /// Opens the list for the evidence, if it can be set.
    #[must_use]
    pub fn ask_evidence(&mut self, context: &Context) -> Outcome {
        self.on_selection(context, |_, _| Outcome::of(Intent::Open(Overlay::Picker(Picker::Evidence))))
    }

    /// Sets the remark of the selected rows; status and evidence stay. Does nothing if the remark is empty.
    #[must_use]
    pub fn remark(&mut self, context: &Context, text: &str, access: RemarkAccess) -> Outcome {
        let text = text.trim();
        if text.is_empty() {
            return Outcome::none();
        }
        self.on_selection(context, |state, selection| {
            let change = |mark: Mark| mark.with_remark(Some(text.to_owned()), access);
            let notice = state.notice(context, "notice-remarked", selection);
            state.set(context, selection, &change).and(Intent::Notify(notice))
        })
    }

    /// Makes a passage the evidence of the selected rows; status and remark stay.
    #[must_use]
    pub fn show_by(&mut self, context: &Context, passage: &Reference) -> Outcome {
        self.on_selection(context, |state, selection| {
            let evidence = Some(Arc::new(passage.clone()));
            let change = |mark| Mark { evidence: evidence.clone(), ..mark };
            let citation = naming::citation(context.locale().language(), passage);
            let notice = state.notice(context, "notice-evidence", selection).with("passage", citation);
            state.set(context, selection, &change).and(Intent::Notify(notice))
        })
    }

    /// Marks the current row, or removes its mark, and goes to the next row.
    #[must_use]
    pub fn toggle_mark(&mut self, context: &Context) -> Outcome {
        self.refresh(context);
        let Some((board, row)) = self.board().zip(self.row_here(context)) else {
            return Outcome::notify(Notice::new("notice-no-step"));
        };
        let subject = board.subject(row);
        if !self.marked.remove(&subject) {
            self.marked.insert(subject);
        }
        self.step(context, 1)
    }

    /// Marks every row that is shown; or, if some are marked, removes all marks.
    pub fn toggle_all(&mut self, context: &Context) {
        self.refresh(context);
        if !self.marked.is_empty() {
            self.marked.clear();
            return;
        }
        let Some(board) = self.cached.board.as_deref() else { return };
        let shown = self.cached.lines.iter().filter_map(|line| match line {
            ViewLine::Row { row, context: false } => Some(*row),
            ViewLine::Row { .. } | ViewLine::Group(_) => None,
        });
        self.marked.extend(shown.map(|row| board.subject(row)));
    }

    /// The marked rows of the report, in its order.
    #[must_use]
    pub fn marked_rows(&self) -> Vec<usize> {
        let Some(board) = self.board() else { return Vec::new() };
        let find = |subject: &Subject| board.find(&subject.step, subject.topic.as_deref());
        let mut rows: Vec<usize> = self.marked.iter().filter_map(find).collect();
        rows.sort_unstable();
        rows
    }

    /// Runs a function on the selected rows; shows a notice if there are none, or if the workspace is read-only.
    fn on_selection(
        &mut self,
        context: &Context,
        function: impl FnOnce(&Self, &Selection) -> Outcome,
    ) -> Outcome {
        if let Some(refused) = context.refusal() {
            return refused;
        }
        self.refresh(context);
        match self.selection(context) {
            Some(selection) => function(self, &selection),
            None => Outcome::notify(Notice::new("notice-no-step")),
        }
    }

    /// The rows a verb acts on, and the session: if the tracker has the focus the marked rows, else the current one.
    /// `None` if there is no such row, or no session.
    fn selection(&self, context: &Context) -> Option<Selection> {
        let mut rows = if context.focus == Pane::Tracker { self.marked_rows() } else { Vec::new() };
        if rows.is_empty() {
            rows.push(self.row_here(context)?);
        }
        Some(Selection { rows, session: self.session(context)? })
    }

    /// The status of the first selected row.
    fn current_status(&self, context: &Context, selection: &Selection) -> Status {
        let tracker = &context.workspace.tracker;
        let present = self.board().map(|board| board.status(selection.rows[0], selection.session, tracker));
        present.unwrap_or_default()
    }

    /// The session rows of this session are carried over to; `None` if none is known.
    fn following(&self, session: u32) -> Option<u32> {
        self.board().and_then(|board| board.next_session(session))
    }

    /// Changes the mark of each selected row; one undo reverts all of them.
    fn set(&self, context: &Context, selection: &Selection, change: &dyn Fn(Mark) -> Mark) -> Outcome {
        let Some(board) = self.board() else { return Outcome::none() };
        let (tracker, session) = (&context.workspace.tracker, selection.session);
        // All from the state before: the status of a step changes what follows for its topics.
        let act = |(nth, row): (usize, &usize)| -> Act {
            let subject = board.subject(*row);
            let topic = subject.topic.as_deref();
            let known = tracker.state(&subject.step, topic, session).map(|state| state.mark.clone());
            let known = known.unwrap_or_else(|| board.status(*row, session, tracker).into());
            let author = &context.workspace.author;
            tracker.set(
                ActTarget { step: &subject.step, topic, session },
                change(known),
                author,
                &context.now.nth(nth),
            )
        };
        let acts = selection.rows.iter().enumerate().map(act).collect();
        Outcome::of(Intent::Change(Change::Acts(acts)))
    }

    fn status_notice(&self, context: &Context, selection: &Selection, status: Status) -> Notice {
        let status = context.locale().say(&format!("status-{}", status.name()));
        self.notice(context, "notice-status", selection).with("status", status)
    }

    fn notice(&self, context: &Context, id: &'static str, selection: &Selection) -> Notice {
        let name = self.name_of(context, &selection.rows);
        Notice::new(id).with("step", name).with("session", selection.session)
    }

    /// The label of a single row, or how many rows there are; and how many of them a filter hides.
    fn name_of(&self, context: &Context, rows: &[usize]) -> String {
        let locale = context.locale();
        let name = match (rows, self.board()) {
            ([row], Some(board)) => board.rows[*row].label.clone(),
            _ => locale.say_with("count-rows", &[("count", rows.len().into())]),
        };
        let shown: BTreeSet<usize> = self.lines().iter().filter_map(ViewLine::row).collect();
        match rows.iter().filter(|row| !shown.contains(row)).count() {
            0 => name,
            hidden => {
                locale.say_with("rows-not-shown", &[("rows", (&name).into()), ("hidden", hidden.into())])
            }
        }
    }
}

/// The mark with another status. Remark and evidence stay, unless the row is open again.
fn with_status(mark: Mark, status: Status, meeting: Option<String>) -> Mark {
    if status == Status::Open {
        return status.into();
    }
    // The reason for carrying over does not apply to any other status.
    let is_reason = mark.status == Status::CarriedOver && status != Status::CarriedOver;
    let (remark, access) = (mark.remark.clone().filter(|_| !is_reason), mark.access);
    Mark { status, meeting, ..mark }.with_remark(remark, access)
}

/// The current meeting, by its number in the session, else by its time; `None` if the calendar has none.
fn meeting(context: &Context) -> Option<String> {
    let process = context.process();
    let local = calendar::room_time(context.now.stamp(), process.time_zone);
    let meeting = process.meeting_on(local.naive_local())?;
    let number = meeting.number.map(|number| number.to_string());
    number.or_else(|| meeting.from.map(dates::time))
}
