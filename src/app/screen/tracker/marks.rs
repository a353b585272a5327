//! Setting things in the tracker: statuses, remarks and evidence, of one row or of all that are marked.

use std::sync::Arc;

use std::collections::BTreeSet;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::message::{Effect, Notice};
use crate::app::screen::tracker::{board, columns, lines, refresh, row_here, step};
use crate::app::screen::{agenda, catalogue, desk, line, picker};
use crate::app::verb::Call;
use crate::base::Now;
use crate::board::{Subject, ViewLine};
use crate::calendar;
use crate::locale::dates;
use crate::model::Reference;
use crate::workspace::{Done, Mark, Status};

/// The words `status` may be called with: the statuses, and the one after the present one.
pub const STATUSES: &[&str] =
    &["open", "raised", "discussed", "agreed", "carried-over", "superseded", "next"];

/// Sets the status of the rows meant, for the session one works for. Carrying over asks for the reason first.
pub fn set_here(app: &mut App, call: &Call) -> Vec<Effect> {
    let Some((rows, session)) = target(app) else { return Vec::new() };
    let status = match call.argument {
        Some("next") | None => {
            board(app).map(|board| board.status(rows[0], session, &app.tracker).next()).unwrap_or_default()
        }
        Some(name) => Status::from_name(name).unwrap_or_default(),
    };
    if status == Status::CarriedOver {
        return line::open(app, line::Purpose::CarryOver { to: following(app, session) });
    }
    let meeting = meeting(app, call.now);
    set(app, (&rows, session), &|mark| turned(mark, status, meeting.clone()), call.now)
}

/// The mark with another status. What was said and shown of it stays with it, until it is open again.
fn turned(mark: Mark, status: Status, meeting: Option<String>) -> Mark {
    if status == Status::Open {
        return status.into();
    }
    // The reason for carrying over is none for what comes after.
    let reason = mark.status == Status::CarriedOver && status != Status::CarriedOver;
    let remark = mark.remark.filter(|_| !reason);
    Mark { status, meeting, remark, ..mark }
}

/// The meeting that is on, by its number in the session, else by its hour; none when no calendar tells of one.
fn meeting(app: &App, now: &Now) -> Option<String> {
    let process = app.process();
    let room = calendar::room_time(now.stamp(), process.time_zone);
    let meeting = process.meeting_on(room.naive_local())?;
    let number = meeting.number.map(|number| number.to_string());
    number.or_else(|| meeting.from.map(dates::time))
}

/// The session something would be carried over to.
fn following(app: &App, session: u32) -> Option<u32> {
    board(app).and_then(|board| board.next_session(session))
}

/// Carries the rows meant over to the next session, with the reason where one is given.
pub fn carry_over(app: &mut App, reason: &str, now: &Now) -> Vec<Effect> {
    let Some((rows, session)) = target(app) else { return Vec::new() };
    let (reason, meeting) = (reason.trim().to_owned(), meeting(app, now));
    let change = |mark: Mark| {
        let mark = turned(mark, Status::CarriedOver, meeting.clone());
        if reason.is_empty() { mark } else { Mark { remark: Some(reason.clone()), ..mark } }
    };
    let what = what(app, &rows);
    let effects = set(app, (&rows, session), &change, now);
    if let Some(next) = following(app, session) {
        let to = dates::ordinal(&app.locale, next);
        app.notice =
            Some(Notice::new("notice-carried").with("step", what).with("session", session).with("to", to));
    }
    effects
}

/// Asks for a remark, where it could be kept.
pub fn ask_remark(app: &mut App) -> Vec<Effect> {
    if target(app).is_some() { line::open(app, line::Purpose::Remark) } else { Vec::new() }
}

/// Adds a remark to the rows meant; their status and their evidence stay.
pub fn remark(app: &mut App, text: &str, now: &Now) -> Vec<Effect> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    let Some((rows, session)) = target(app) else { return Vec::new() };
    let remark = Some(text.trim().to_owned());
    let what = what(app, &rows);
    let effects = set(app, (&rows, session), &|mark| Mark { remark: remark.clone(), ..mark }, now);
    app.notice = Some(Notice::new("notice-remarked").with("step", what).with("session", session));
    effects
}

/// Asks for the passage that shows how far a row has come, where it could be kept.
pub fn ask_evidence(app: &mut App) -> Vec<Effect> {
    if target(app).is_some() { picker::open(app, picker::Purpose::Evidence) } else { Vec::new() }
}

/// Makes a passage the evidence of the rows meant; their status and their remark stay.
pub fn show_by(app: &mut App, passage: &Reference, now: &Now) -> Vec<Effect> {
    let Some((rows, session)) = target(app) else { return Vec::new() };
    let evidence = Some(Arc::new(passage.clone()));
    let (what, citation) = (what(app, &rows), catalogue::citation(app, passage));
    let effects = set(app, (&rows, session), &|mark| Mark { evidence: evidence.clone(), ..mark }, now);
    let notice = Notice::new("notice-evidence").with("step", what).with("session", session);
    app.notice = Some(notice.with("passage", citation));
    effects
}

/// Marks the row one is at, or takes its mark away, and goes on to the next.
pub fn toggle(app: &mut App) -> Vec<Effect> {
    refresh(app);
    let Some((board, row)) = board(app).zip(row_here(app)) else {
        app.notice = Some(Notice::new("notice-no-step"));
        return Vec::new();
    };
    let subject = board.subject(row);
    if !app.board.marked.remove(&subject) {
        app.board.marked.insert(subject);
    }
    step(app, 1);
    Vec::new()
}

/// Marks every row that is shown, or none when some are marked.
pub fn toggle_all(app: &mut App) -> Vec<Effect> {
    refresh(app);
    let shown = lines(app).iter().filter_map(|line| match line {
        ViewLine::Row { row, context: false } => Some(*row),
        ViewLine::Row { .. } | ViewLine::Group(_) => None,
    });
    let subjects: Vec<Subject> =
        board(app).map(|board| shown.map(|row| board.subject(row)).collect()).unwrap_or_default();
    if app.board.marked.is_empty() {
        app.board.marked.extend(subjects)
    } else {
        app.board.marked.clear()
    }
    Vec::new()
}

/// The marked rows of the report, in its order.
#[must_use]
pub fn marked(app: &App) -> Vec<usize> {
    let Some(board) = board(app) else { return Vec::new() };
    let found = |subject: &Subject| board.find(&subject.step, subject.topic.as_deref());
    let mut rows: Vec<usize> = app.board.marked.iter().filter_map(found).collect();
    rows.sort_unstable();
    rows
}

/// The rows and the session something would be set for: in the tracker those that are marked, else the one
/// one is at; says why when there is none.
fn target(app: &mut App) -> Option<(Vec<usize>, u32)> {
    if !desk::may_write(app) {
        return None;
    }
    refresh(app);
    let columns = columns(app);
    let session = if app.focus == Pane::Tracker {
        columns.get(app.board.column).copied()
    } else {
        app.desk.session.filter(|session| columns.contains(session)).or_else(|| columns.first().copied())
    };
    let marked = if app.focus == Pane::Tracker { marked(app) } else { Vec::new() };
    let rows = if marked.is_empty() { row_here(app).into_iter().collect() } else { marked };
    let found = session.filter(|_| !rows.is_empty()).map(|session| (rows, session));
    if found.is_none() {
        app.notice = Some(Notice::new("notice-no-step"));
    }
    found
}

/// The row by its label, or how many there are; and how many of them a filter hides. To be asked before
/// anything is set: what is set may hide a row itself.
fn what(app: &App, rows: &[usize]) -> String {
    let said = match (rows, board(app)) {
        ([row], Some(board)) => board.rows[*row].label.clone(),
        _ => app.locale.say_with("count-rows", &[("count", rows.len().into())]),
    };
    let shown: BTreeSet<usize> = lines(app).iter().filter_map(ViewLine::row).collect();
    match rows.iter().filter(|row| !shown.contains(row)).count() {
        0 => said,
        hidden => {
            app.locale.say_with("rows-not-shown", &[("rows", (&said).into()), ("hidden", hidden.into())])
        }
    }
}

/// Sets of each row a mark made from the one that stands, as one thing that can be taken back.
fn set(
    app: &mut App,
    (rows, session): (&[usize], u32),
    change: &dyn Fn(Mark) -> Mark,
    now: &Now,
) -> Vec<Effect> {
    let what = what(app, rows);
    let Some(board) = board(app) else { return Vec::new() };
    // All from what stood before: what is set of a step changes what its topics come to.
    let anew = |row: &usize| {
        let subject = board.subject(*row);
        let known = app.tracker.state(&subject.step, subject.topic.as_deref(), session);
        let known = known.map(|state| state.mark.clone());
        let known = known.unwrap_or_else(|| board.status(*row, session, &app.tracker).into());
        (subject, change(known))
    };
    let marks: Vec<(Subject, Mark)> = rows.iter().map(anew).collect();
    let status = marks.first().map(|(_, mark)| mark.status).unwrap_or_default();
    let mut acts = Vec::with_capacity(marks.len());
    for (nth, (subject, mark)) in marks.into_iter().enumerate() {
        let cell = (&subject.step, subject.topic.as_deref(), session);
        let act = app.tracker.set(cell, mark, &app.author, &now.nth(nth));
        app.tracker.add(act.clone());
        acts.push(act);
    }
    app.undo.remember(Done::Set(acts.iter().map(|act| act.id).collect()));
    let status = app.locale.say(&format!("status-{}", status.name()));
    app.notice =
        Some(Notice::new("notice-status").with("step", what).with("status", status).with("session", session));
    agenda::select_here(app);
    acts.into_iter().map(|act| Effect::Append(Box::new(act))).collect()
}
