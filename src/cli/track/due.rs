//! `plenary track --coverage` and `--deadlines`: what is due and has nothing prepared, and what must be done by when.

use clap::ArgMatches;
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::board::{Board, Preparation, PreparedTexts, View, Warning};
use crate::calendar;
use crate::cli::choice;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, beginning, table};
use crate::cli::track::label;
use crate::locale::{Locale, dates};
use crate::model::Process;
use crate::store::Opened;
use crate::workspace::Tracker;

/// A deadline within so many days is near.
const NEAR_DAYS: i64 = 30;

/// What is due at the current session, or at those chosen, and what there is on each step.
pub(super) fn coverage(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let chosen = choice::chosen(matches, &boards)?;
    let processes = context.processes(&shelf);
    let (all, _) = context.delegations();
    let own = context.own(&all);
    let mut found: Vec<SessionPreparation<'_>> = Vec::new();
    for board in &boards {
        let passing = passing(board, &chosen, &opened);
        let sessions = match chosen.sessions.is_empty() {
            true => default_session(board, &processes, context).into_iter().collect(),
            false => chosen.sessions.clone(),
        };
        for session in sessions {
            let covers = board.coverage(
                session,
                &opened.contents.tracker,
                PreparedTexts {
                    notes: &opened.contents.notebook,
                    positions: &opened.contents.positions,
                    statements: &opened.contents.statements,
                    own,
                },
            );
            let status = |row| board.status(row, session, &opened.contents.tracker);
            let wanted = covers.into_iter().filter(|cover| {
                let status = chosen.statuses.is_empty() || chosen.statuses.contains(&status(cover.row));
                status && passing.contains(&cover.row)
            });
            found.extend(wanted.map(|cover| SessionPreparation { board, session, cover }));
        }
    }
    let output = if context.json {
        Output::json(&found.iter().map(|row| covered(row.board, row.session, row.cover, &opened)).collect())
    } else {
        Output::text(coverage_text(context, &found, &opened.contents.tracker, own.is_some()))
    };
    let output =
        if found.is_empty() { output.nothing(context.json, Error::not_found("steps-none")) } else { output };
    let broken =
        opened.broken.iter().chain(opened.contents.positions.broken()).map(|broken| broken.error.clone());
    Ok(output.warning(errors).warning(broken))
}

/// The current session of the process of a report.
fn default_session(board: &Board, processes: &[Process], context: &CommandContext) -> Option<u32> {
    let owner = processes.iter().find(|process| process.report(&board.report).is_some())?;
    calendar::default_session(owner, context.now().today)
}

/// The rows that pass the filters of a choice.
fn passing(board: &Board, chosen: &crate::board::Choice, opened: &Opened) -> Vec<usize> {
    let view = View { filter: chosen.filter.clone(), standing: true, ..View::default() };
    board.lines(&view, &opened.contents.tracker).iter().filter_map(crate::board::ViewLine::row).collect()
}

fn covered(board: &Board, session: u32, cover: Preparation, opened: &Opened) -> Value {
    json!({
        "step": board.step(cover.row).to_string(),
        "session": session,
        "status": board.status(cover.row, session, &opened.contents.tracker).name(),
        "notes": cover.notes,
        "interventions": cover.interventions,
        "interventions_of_others": cover.interventions_of_others,
        "positions": cover.positions,
        "statements": cover.statements,
        "covered": !cover.is_bare(),
    })
}

/// What the delegation has on a row of a board for a session.
struct SessionPreparation<'a> {
    board: &'a Board,
    session: u32,
    cover: Preparation,
}

fn coverage_text(
    context: &CommandContext,
    found: &[SessionPreparation<'_>],
    tracker: &Tracker,
    knows_own: bool,
) -> String {
    let locale = &context.locale;
    let several = found.iter().any(|row| row.board.report != found[0].board.report);
    let line = |SessionPreparation { board, session, cover }: &SessionPreparation<'_>| {
        let counts = [
            ("notes", cover.notes),
            ("interventions", cover.interventions),
            ("interventions-of-others", cover.interventions_of_others),
            ("positions", cover.positions),
            ("statements", cover.statements),
        ];
        let output = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(name, count)| locale.say_with(&format!("count-{name}"), &[("count", (*count).into())]));
        let output: Vec<String> = output.collect();
        let bare = cover.is_bare();
        vec![
            if bare { "○".to_owned() } else { "●".to_owned() },
            named(board, cover.row, several),
            session.to_string(),
            match (bare, cover.is_empty()) {
                (true, _) if output.is_empty() => locale.say("coverage-bare"),
                (true, _) => format!("{} ({})", locale.say("coverage-bare"), output.join(", ")),
                (false, true) => {
                    locale.say(&format!("status-{}", board.status(cover.row, *session, tracker).name()))
                }
                (false, false) => output.join(", "),
            },
            beginning(&board.rows[cover.row].words, 60),
        ]
    };
    let bare = found.iter().filter(|row| row.cover.is_bare()).count();
    let lines = table(&found.iter().map(line).collect::<Vec<_>>());
    if found.is_empty() {
        return lines;
    }
    let summary = [("bare", bare.into()), ("total", found.len().into())];
    let summary = locale.say_with("coverage-summary", &summary);
    let says = found.iter().any(|row| row.cover.interventions > 0) && !knows_own;
    let of_all = if says { format!("\n{}", locale.say("coverage-of-all")) } else { String::new() };
    format!("{}\n{summary}{of_all}", lines.trim_end())
}

/// The deadlines that are not met and past or near; with `--all` also distant ones.
pub(super) fn deadlines(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let chosen = choice::chosen(matches, &boards)?;
    let within = if matches.get_flag("all") { i64::MAX } else { NEAR_DAYS };
    let today = context.now().today;
    let mut found: Vec<(&Board, Warning)> = Vec::new();
    for board in &boards {
        let passing = passing(board, &chosen, &opened);
        let warnings = board.warnings(&opened.contents.tracker, today, within);
        let due = |row| {
            chosen.sessions.is_empty()
                || chosen.sessions.iter().any(|session| board.is_due(row, *session, &opened.contents.tracker))
        };
        let wanted =
            warnings.into_iter().filter(|warning| passing.contains(&warning.row) && due(warning.row));
        found.extend(wanted.map(|warning| (board, warning)));
    }
    found.sort_by_key(|(_, warning)| warning.date);
    let several = found.iter().any(|(board, _)| board.report != found[0].0.report);
    let output = if context.json {
        Output::json(&found.iter().map(|(board, warning)| warned(board, *warning)).collect())
    } else {
        Output::text(table(
            &found
                .iter()
                .map(|(board, warning)| warning_line(&context.locale, board, several, *warning))
                .collect::<Vec<_>>(),
        ))
    };
    let none = || Error::not_found("deadlines-none");
    let output = if found.is_empty() { output.nothing(context.json, none()) } else { output };
    Ok(output.warning(errors).warning(opened.broken.into_iter().map(|broken| broken.error)))
}

fn warned(board: &Board, warning: Warning) -> Value {
    let deadline = board.followup(warning.row).deadlines().nth(warning.which);
    json!({
        "step": board.step(warning.row).to_string(),
        "date": warning.date.to_string(),
        "days": warning.days,
        "past": warning.days < 0,
        "text": deadline.map(|deadline| deadline.text.as_str()),
        "basis": deadline.and_then(|deadline| deadline.basis.as_ref()).map(calendar::Basis::name),
    })
}

/// The name of a step, with its report where rows are of several.
fn named(board: &Board, row: usize, several: bool) -> String {
    let label = label(&board.step(row));
    if several { format!("{} {label}", board.report) } else { label }
}

fn warning_line(locale: &Locale, board: &Board, several: bool, warning: Warning) -> Vec<String> {
    let days = [("days", warning.days.abs().into())];
    let when = match warning.days {
        0 => locale.say("deadline-today"),
        1.. => locale.say_with("deadline-in", &days),
        _ => locale.say_with("deadline-past", &days),
    };
    let words = beginning(&board.rows[warning.row].words, 60);
    vec![named(board, warning.row, several), dates::date(locale, warning.date), when, words]
}
