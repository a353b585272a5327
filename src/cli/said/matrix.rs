//! `plenary said --table`: delegations against steps or agenda items, with the signs of their stances.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::base::Error;
use crate::board::{self, Agenda, SaidChoice, SaidColumn, SaidColumns, SaidRow, SaidStatement, SaidTable};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::model::{Delegations, Reference};
use crate::store::Opened;
use crate::workspace::{Note, Stance, Tally};

/// What table is asked for.
pub(super) struct MatrixRequest {
    pub columns: SaidColumns,
    pub session: Option<u32>,
    /// Whether the members of groups are shown.
    pub members: bool,
}

/// The table of some interventions.
pub(super) fn output(
    context: &CommandContext,
    opened: &Opened,
    notes: &[&Note],
    asked: &MatrixRequest,
    delegations: &Delegations,
) -> Output {
    let (shelf, _) = context.shelf();
    let processes = context.processes(&shelf);
    let followups = context.followups(&shelf, &processes);
    let language = context.locale.language();
    let boards = board::all(&shelf, &followups, &processes, language);
    let process = processes.first().expect("there is a bundled process");
    let agenda = Agenda { process, boards: &boards, shelf: &shelf, tracker: &opened.contents.tracker };
    let groups = delegations.all().iter().filter(|delegation| !delegation.members.is_empty());
    let expanded: BTreeSet<String> = groups.filter(|_| asked.members).map(|group| group.id.clone()).collect();
    // The session was chosen by the one stored in each note; those for no session belong to the one on the day.
    let choice =
        SaidChoice { session: None, columns: asked.columns, delegations, language, expanded: &expanded };
    let found = agenda.said(notes.iter().copied(), &choice);
    let output = if context.json {
        Output::json(&value(&found, asked))
    } else {
        Output::text(table(&lines(&found, context)))
    };
    let none = || Error::not_found("said-none");
    if found.rows.is_empty() { output.nothing(context.json, none()) } else { output }
}

fn value(found: &SaidTable, asked: &MatrixRequest) -> Value {
    let column = |column: &SaidColumn| {
        json!({
            "label": column.label,
            "place": column.place.as_ref().map(Reference::to_string),
        })
    };
    let total = |tally: &Tally| {
        json!({
            "statements": tally.notes,
            "supports": tally.supports,
            "opposes": tally.opposes,
            "others": tally.others,
        })
    };
    json!({
        "session": asked.session,
        "by": asked.columns.name(),
        "columns": found.columns.iter().map(column).collect::<Vec<_>>(),
        "rows": found.rows.iter().map(row).collect::<Vec<_>>(),
        "totals": found.totals.iter().map(total).collect::<Vec<_>>(),
    })
}

fn row(row: &SaidRow) -> Value {
    let statement = |said: &SaidStatement| {
        json!({
            "id": said.id.to_string(),
            "stance": said.stance.map(Stance::name),
            "strongly": said.strongly,
            "of_group": said.is_of_group,
        })
    };
    let cells = row.cells.iter().map(|cell| cell.0.iter().map(statement).collect::<Vec<_>>());
    json!({
        "delegation": row.id,
        "name": row.name,
        "group": row.is_group,
        "member_of": row.member_of,
        "statements": row.statements(),
        "cells": cells.collect::<Vec<_>>(),
    })
}

/// Columns of the signs of a cell.
const CELL: usize = 14;

/// The names of the columns, a line for each row, and the totals.
fn lines(found: &SaidTable, context: &CommandContext) -> Vec<Vec<String>> {
    let locale = &context.locale;
    if found.rows.is_empty() {
        return Vec::new();
    }
    let label = |column: &SaidColumn| match column.place {
        Some(_) => column.label.clone(),
        None => locale.say("said-other"),
    };
    let line = |name: String, count: usize, cells: Vec<String>| {
        [name, count.to_string()].into_iter().chain(cells).collect::<Vec<String>>()
    };
    let mut head = vec![locale.say("said-head-delegation"), "Σ".to_owned()];
    head.extend(found.columns.iter().map(label));
    let of_row = |row: &SaidRow| {
        let indent = if row.member_of.is_some() { "  " } else { "" };
        let signs = row.cells.iter().map(|cell| cell.signs(CELL)).map(|signs| match signs.is_empty() {
            true => "·".to_owned(),
            false => signs,
        });
        line(format!("{indent}{}", row.name), row.statements(), signs.collect())
    };
    let all = found.totals.iter().map(|tally| tally.notes).sum();
    let totals = line(locale.say("said-total"), all, found.totals.iter().map(Tally::stances).collect());
    std::iter::once(head).chain(found.rows.iter().map(of_row)).chain([totals]).collect()
}
