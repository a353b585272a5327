//! `plenary beside`: pairs the steps of a later report with those of an earlier one, and confirms pairs.

use std::sync::Arc;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::text::truncate;
use crate::base::{Error, Now, Result};
use crate::board::{Beside, Board};
use crate::calendar;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{agenda, session};
use crate::compare;
use crate::followup::beside::{Pair, Relation};
use crate::followup::{self, FollowUpVocabulary, Force};
use crate::language::Languages;
use crate::locale::Locale;
use crate::model::{Document, Process, Reference, Shelf, Symbol};
use crate::store::Access;
use crate::workspace::{Act, ActTarget, Tracker};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let report = |name: &'static str| Arg::new(name).value_name(name.to_uppercase());
    let confirm = Arg::new("confirm").long("confirm").value_name("STEP").action(ArgAction::Append);
    command
        .arg(report("old").required(true).help(locale.say("cli-beside-old")))
        .arg(report("new").required(true).help(locale.say("cli-beside-new")))
        .arg(confirm.help(locale.say("cli-beside-confirm")))
        .arg(session(locale))
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let processes = context.processes(&shelf);
    let symbol = |name: &str| agenda::symbol(matches.get_one::<String>(name).map_or("", String::as_str));
    let beside = boards(context, &shelf, &processes, &symbol("old")?, &symbol("new")?)?;
    let asked: Vec<&String> = matches.get_many("confirm").into_iter().flatten().collect();
    let access = if asked.is_empty() { Access::Read } else { Access::Write };
    let mut opened = context.workspace(access)?;
    if !asked.is_empty() {
        let owner = processes.iter().find(|process| process.report(&beside.old.report).is_some());
        let session = working_session(context, matches, owner, &beside)?;
        opened.workspace.writable()?;
        let machine = context.machine();
        for act in acts(context, &shelf, &beside, &asked, session, &opened.contents.tracker)? {
            opened.workspace.append(&act, &machine)?;
            opened.contents.tracker.add(act);
        }
    }
    let output = if context.json {
        let rows = beside.pairs.iter().map(|pair| row(&beside, pair, &opened.contents.tracker));
        Output::json(&Value::Array(rows.collect()))
    } else {
        let heads: Vec<Vec<String>> =
            beside.pairs.iter().map(|pair| head(context, &beside, pair, &opened.contents.tracker)).collect();
        let heads = table(&heads);
        let pairs = heads.lines().zip(&beside.pairs);
        let lines = pairs.map(|(head, pair)| format!("{head}\n{}", below(&beside, pair)));
        Output::text(lines.collect::<String>())
    };
    let nothing = beside.pairs.is_empty();
    let output = if nothing { output.nothing(context.json, Error::not_found("steps-none")) } else { output };
    Ok(output.warning(errors).warning(opened.broken.into_iter().map(|broken| broken.error)))
}

/// The boards of the two reports in one language, since texts in different languages cannot be compared: the language of the
/// user if both are held in it with steps, else the nearest one.
fn boards(
    context: &CommandContext,
    shelf: &Shelf,
    processes: &[Process],
    old: &Symbol,
    new: &Symbol,
) -> Result<Beside> {
    let user = context.locale.language();
    if let Some(symbol) = [old, new].into_iter().find(|symbol| !shelf.holds(symbol)) {
        return Err(Error::not_found("document-not-held").with("symbol", symbol));
    }
    let (olds, news) = (shelf.best_first(old, user), shelf.best_first(new, user));
    let in_both = olds.iter().filter_map(|old| {
        let new = news.iter().find(|new| new.language == old.language)?;
        Some((*old, *new))
    });
    let vocabulary = FollowUpVocabulary::new(Languages::bundled(), processes);
    let board = |document| board(document, processes, &vocabulary);
    let mut pairs = in_both.map(|(old, new)| Beside::new(board(old), board(new)));
    let mismatch = || {
        let error = Error::wrong_use("beside-languages").with("old", old).with("new", new);
        error.with("one", olds[0].language).with("two", news[0].language)
    };
    let first = pairs.next().ok_or_else(mismatch)?;
    let has_steps = |beside: &Beside| !beside.old.rows.is_empty() && !beside.new.rows.is_empty();
    if has_steps(&first) {
        return Ok(first);
    }
    let found = pairs.find(has_steps).unwrap_or(first);
    let without = [&found.old, &found.new].into_iter().find(|board| board.rows.is_empty());
    match without {
        Some(board) => Err(Error::not_found("beside-no-steps").with("symbol", &board.report)),
        None => Ok(found),
    }
}

fn board(document: &Arc<Document>, processes: &[Process], vocabulary: &FollowUpVocabulary) -> Board {
    let owner = processes.iter().find(|process| process.report(&document.symbol).is_some());
    let followups = followup::read(document, owner, vocabulary);
    Board::new(&document.symbol, followups.into(), owner)
}

/// The session for which a step that names none is marked: the one asked for, else that of the day.
fn working_session(
    context: &CommandContext,
    matches: &ArgMatches,
    owner: Option<&Process>,
    beside: &Beside,
) -> Result<u32> {
    if let Some(asked) = matches.get_one::<u32>("session") {
        CommandContext::session(owner, &beside.old.followups, *asked)?;
        return Ok(*asked);
    }
    let today = context.now().today;
    let of_day = owner.and_then(|process| calendar::default_session(process, today));
    of_day.or_else(|| beside.old.sessions.last().copied()).ok_or_else(|| Error::wrong_use("beside-session"))
}

/// The acts that confirm the pairs asked for; `all` confirms every pair that is not confirmed yet.
fn acts(
    context: &CommandContext,
    shelf: &Shelf,
    beside: &Beside,
    asked: &[&String],
    session: u32,
    tracker: &Tracker,
) -> Result<Vec<Act>> {
    let mut chosen: Vec<&Pair> = Vec::new();
    for text in asked {
        if text.as_str() == "all" {
            let waits = |pair: &&Pair| pair.old.is_some() && !beside.is_confirmed(pair, tracker);
            chosen.extend(beside.pairs.iter().filter(waits));
            continue;
        }
        let step = old_step(context, shelf, beside, text)?;
        let found = beside.pairs.iter().find(|pair| beside.old_step(pair).as_ref() == Some(&step));
        chosen.push(found.ok_or_else(|| Error::wrong_use("not-a-step").with("reference", text.as_str()))?);
    }
    let now: Now = context.now();
    let mut acts = Vec::new();
    for pair in chosen {
        let Some(step) = beside.old_step(pair) else { continue };
        for (session, mark) in beside.confirm(pair, session, tracker) {
            let now = now.nth(acts.len());
            acts.push(tracker.set(
                ActTarget { step: &step, topic: None, session },
                mark,
                &context.author(),
                &now,
            ));
        }
    }
    Ok(acts)
}

/// The step of the earlier report a text names; `E.2` alone means that report's.
fn old_step(context: &CommandContext, shelf: &Shelf, beside: &Beside, text: &str) -> Result<Reference> {
    let named = beside.old.rows.iter().position(|row| row.is_step() && row.label.eq_ignore_ascii_case(text));
    named.map_or_else(|| context.passage(shelf, text), |row| Ok(beside.old.step(row)))
}

/// The text of both with the changed words marked, if they differ.
fn words(beside: &Beside, pair: &Pair) -> Option<String> {
    let (before, after) = (beside.old_text(pair)?, beside.new_text(pair)?);
    (before != after).then(|| compare::marked(before, after, Some(6)).text)
}

fn row(beside: &Beside, pair: &Pair, tracker: &Tracker) -> Value {
    let changes = beside.changes(pair);
    let force = |force: Option<Force>| force.map(Force::name);
    json!({
        "relation": pair.relation.name(),
        "old": beside.old_step(pair).map(|step| step.to_string()),
        "new": beside.new_step(pair).map(|step| step.to_string()),
        "words": words(beside, pair),
        "force": changes.force.map(|change| json!({ "old": force(change.before), "new": force(change.after) })),
        "sessions": changes.sessions.map(|change| json!({ "old": change.before, "new": change.after })),
        "deadline": changes.deadline.map(|change| json!({ "old": change.before, "new": change.after })),
        "confirmed": beside.is_confirmed(pair, tracker),
    })
}

/// The row of a pair: both steps, how they are related, and a change of force.
fn head(context: &CommandContext, beside: &Beside, pair: &Pair, tracker: &Tracker) -> Vec<String> {
    let label = |step: Option<Reference>| {
        step.and_then(|step| step.address.step_name()).unwrap_or_else(|| "–".to_owned())
    };
    let force = |force: Option<Force>| match force {
        Some(force) => context.locale.say(&format!("force-{}", force.name())),
        None => "–".to_owned(),
    };
    let confirmed = if beside.is_confirmed(pair, tracker) { "✓" } else { " " };
    let changed = beside.changes(pair).force;
    let changed = changed.map(|change| format!("{} → {}", force(change.before), force(change.after)));
    vec![
        confirmed.to_owned(),
        label(beside.old_step(pair)),
        "→".to_owned(),
        label(beside.new_step(pair)),
        context.locale.say(&format!("beside-{}", pair.relation.name())),
        changed.unwrap_or_default(),
    ]
}

/// The text below the row: what changed, or the text of the only step.
fn below(beside: &Beside, pair: &Pair) -> String {
    let text = match pair.relation {
        Relation::Dropped => beside.old_text(pair).unwrap_or_default().to_owned(),
        Relation::New => beside.new_text(pair).unwrap_or_default().to_owned(),
        Relation::Repeated | Relation::Reworded => words(beside, pair).unwrap_or_default(),
    };
    if text.is_empty() { text } else { format!("      {}\n", truncate(&text, 400)) }
}
