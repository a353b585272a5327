//! `plenary track set`, `undo` and `redo`: setting how far a step has come, taking that back, doing it again.

use std::sync::Arc;

use clap::{Arg, ArgMatches, Command};

use crate::base::{Error, Id, Now, Result};
use crate::board::{Board, Occurrence, RowIndex};
use crate::cli::choice;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::release;
use crate::cli::session;
use crate::cli::track::{TrackPrinter, label};
use crate::followup::{self, FollowUp};
use crate::locale::Locale;
use crate::model::{Reference, Shelf};
use crate::store::{Access, Opened};
use crate::workspace::{Act, ActTarget, Action, Mark, RemarkAccess, Status, Tracker};

pub(super) fn commands(locale: &Locale) -> [Command; 3] {
    let option = |name: &'static str, value: &'static str, help: &str| {
        Arg::new(name).long(name).value_name(value).help(locale.say(help))
    };
    let set = Command::new("set")
        .about(locale.say("cli-track-set"))
        .arg(Arg::new("step").value_name("STEP[/TOPIC]").required(true).help(locale.say("cli-step")))
        .arg(session(locale).required(true))
        .arg(
            option("status", "STATUS", "cli-status")
                .required(true)
                .value_parser(Status::ALL.map(Status::name)),
        )
        .arg(option("note", "TEXT", "cli-remark"))
        .arg(release::mark(locale).requires("note"))
        .arg(option("evidence", "REF", "cli-evidence"))
        .arg(option("meeting", "N", "cli-meeting").value_parser(clap::value_parser!(u32).range(1..)));
    let bare = |name: &'static str| Command::new(name).about(locale.say(&format!("cli-track-{name}")));
    [set, bare("undo"), bare("redo")]
}

pub(super) fn run(context: &CommandContext, name: &str, matches: &ArgMatches) -> Result<Output> {
    match name {
        "undo" => back(context, Tracker::undo_last, "track-nothing-to-undo", "track-undone"),
        "redo" => back(context, Tracker::redo_last, "track-nothing-to-redo", "track-redone"),
        _ => set(context, matches),
    }
}

fn set(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let boards = choice::boards(context, &shelf);
    let (step, topic) = target(context, &shelf, &boards, text("step").unwrap_or_default())?;
    let session = matches.get_one::<u32>("session").copied().unwrap_or_default();
    let processes = context.processes(&shelf);
    let owner = followup::owner(&processes, &step.symbol);
    CommandContext::session(owner, followups(&boards, &step), session)?;
    let restricted = matches.get_flag("restricted");
    let mark = Mark {
        access: if restricted { RemarkAccess::Restricted } else { RemarkAccess::Open },
        status: text("status").and_then(Status::from_name).unwrap_or_default(),
        remark: text("note").map(str::to_owned),
        evidence: text("evidence").map(|text| context.any_passage(&shelf, text)).transpose()?.map(Arc::new),
        meeting: matches.get_one::<u32>("meeting").map(ToString::to_string),
    };
    let status = mark.status;
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let target = ActTarget { step: &step, topic: topic.as_deref(), session };
    let act = opened.contents.tracker.set(target, mark, &context.author(), &context.now());
    keep(context, &mut opened, act)?;
    let cell = cell_of(&boards, step, topic, session);
    let later = (status == Status::CarriedOver).then(|| carried(context, &boards, &cell)).flatten();
    Ok(confirmation(context, &boards, &opened.contents.tracker, &cell, later))
}

/// The follow-ups of the document of a step.
fn followups<'a>(boards: &'a [Board], step: &Reference) -> &'a [FollowUp] {
    let board = boards.iter().find(|board| board.report == step.symbol);
    board.map_or(&[], |board| board.followups.as_slice())
}

/// Puts an act into its log and into the tracker.
fn keep(context: &CommandContext, opened: &mut Opened, act: Act) -> Result<()> {
    opened.workspace.append(&act, &context.machine())?;
    opened.contents.tracker.add(act);
    Ok(())
}

fn cell_of(boards: &[Board], step: Reference, topic: Option<String>, session: u32) -> Occurrence {
    let found = |(at, board): (usize, &Board)| {
        Some(RowIndex { board: at, row: board.find(&step, topic.as_deref())? })
    };
    let row = boards.iter().enumerate().find_map(found);
    Occurrence { row, step, topic, session: Some(session) }
}

/// The message to which session something was carried over.
fn carried(context: &CommandContext, boards: &[Board], cell: &Occurrence) -> Option<String> {
    let (board, session) = (&boards[cell.row?.board], cell.session?);
    let next = board.sessions.iter().copied().find(|next| *next > session);
    let locale = &context.locale;
    Some(match next {
        Some(next) => locale.say_with("track-carried", &[("session", next.into())]),
        None => locale.say_with("track-carried-nowhere", &[("session", session.into())]),
    })
}

fn confirmation(
    context: &CommandContext,
    boards: &[Board],
    tracker: &Tracker,
    cell: &Occurrence,
    more: Option<String>,
) -> Output {
    let printer = TrackPrinter { context, boards, tracker };
    if context.json {
        return Output::json(&printer.row(cell));
    }
    let line = table(&[printer.line(cell)]);
    Output::text(more.map_or(line.clone(), |more| format!("{}\n{more}", line.trim_end())))
}

/// Undoes or redoes the author's last action: all acts of it, if it set several rows.
fn back(
    context: &CommandContext,
    find: fn(&Tracker, &str, &Now) -> Option<Act>,
    nothing: &'static str,
    done: &str,
) -> Result<Output> {
    let mut opened = context.workspace(Access::Read)?;
    let author = context.author();
    let nothing = || Error::not_found(nothing).with("author", &author);
    if find(&opened.contents.tracker, &author, &context.now()).is_none() {
        return Err(nothing());
    }
    opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let (shelf, _) = context.shelf();
    let boards = choice::boards(context, &shelf);
    let now = context.now();
    let (mut first, mut cells, mut lines) = (None, Vec::new(), Vec::new());
    while let Some(act) = find(&opened.contents.tracker, &author, &now.nth(cells.len())) {
        let Action::Undo { act: target } = act.action else { break };
        if first.is_some_and(|first: Id| !first.is_of_one_command(target)) {
            break;
        }
        first = Some(target);
        let topic = act.topic.as_deref().map(str::to_owned);
        let cell = cell_of(&boards, (*act.step).clone(), topic, act.session);
        let before = status_text(context, &boards, &cell, &opened.contents.tracker);
        keep(context, &mut opened, act)?;
        let after = status_text(context, &boards, &cell, &opened.contents.tracker);
        let what = format!("{}{}", label(&cell.step), super::topic(&cell));
        let args = [
            ("step", (&what).into()),
            ("session", cell.session.unwrap_or_default().into()),
            ("before", (&before).into()),
            ("after", (&after).into()),
        ];
        lines.push(context.locale.say_with(done, &args));
        cells.push(cell);
    }
    let printer = TrackPrinter { context, boards: &boards, tracker: &opened.contents.tracker };
    match cells.as_slice() {
        [] => Err(nothing()),
        [only] if context.json => Ok(Output::json(&printer.row(only))),
        several if context.json => {
            Ok(Output::json(&several.iter().map(|cell| printer.row(cell)).collect::<Vec<_>>().into()))
        }
        _ => Ok(Output::text(lines.join("\n"))),
    }
}

/// The name of the status of an occurrence.
fn status_text(context: &CommandContext, boards: &[Board], cell: &Occurrence, tracker: &Tracker) -> String {
    let status = cell.status(boards, tracker);
    context.locale.say(&format!("status-{}", status.name()))
}

/// The step or operative paragraph a text names, and what follows after a slash or a number sign: a topic
/// of it, or one of several requests it makes (`op/8#2`).
fn target(
    context: &CommandContext,
    shelf: &Shelf,
    boards: &[Board],
    text: &str,
) -> Result<(Reference, Option<String>)> {
    let of = |passage: &Reference| -> Vec<&FollowUp> {
        followups(boards, passage).iter().filter(|followup| followup.step == passage.address).collect()
    };
    let whole = context.passage(shelf, text);
    if let Ok(passage) = &whole
        && !of(passage).is_empty()
    {
        return Ok((passage.clone(), None));
    }
    let cut = text.find('#').or_else(|| text.rfind('/'));
    if let Some((step, label)) = cut.map(|at| text.split_at(at))
        && let Ok(passage) = context.passage(shelf, step)
        && let known = of(&passage)
        && !known.is_empty()
    {
        let label = label.trim_start_matches('/').trim_matches(['(', ')']);
        let labels: Vec<String> = known
            .iter()
            .flat_map(|followup| {
                let topics = followup.topics.iter().map(|topic| Some(topic.label.as_str()));
                std::iter::once(None).chain(topics).filter_map(|topic| followup.label(topic))
            })
            .collect();
        if labels.iter().any(|known| known == label) {
            return Ok((passage, Some(label.to_owned())));
        }
        let error = Error::not_found("topic-unknown").with("topic", label).with("step", &passage);
        return Err(error.with("known", labels.join(", ")));
    }
    whole?;
    Err(Error::wrong_use("not-a-step").with("reference", text))
}
