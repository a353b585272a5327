//! `plenary speakers [list|add|next]`: the speaking list of the day from the command line.

use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Id, Result};
use crate::calendar::default_session;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::{intervene, show};
use crate::locale::{Locale, dates};
use crate::model::{Delegations, Shelf};
use crate::store::{Access, Opened};
use crate::workspace::speakers::{
    ListedSpeaker, blank_list, floor_since, is_speaking_list, listed, split_names, with_floor, with_speakers,
    without_floor,
};
use crate::workspace::{Note, TypedName};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let words = |id: &str| locale.say(id);
    let name = |required| {
        let name = Arg::new("name").value_name("NAME").required(required).num_args(1..);
        name.help(words(if required { "cli-speakers-names" } else { "cli-speakers-name" }))
    };
    command.subcommands([
        Command::new("list").about(words("cli-speakers-list")),
        Command::new("add").about(words("cli-speakers-add")).arg(name(true)),
        Command::new("next").about(words("cli-speakers-next")).arg(name(false)),
    ])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("add", matches)) => add(context, matches),
        Some(("next", matches)) => next(context, matches),
        _ => Ok(DayLists::read(context, &context.workspace(Access::Read)?).printed(context)),
    }
}

/// Adds names to the list of the day, or begins it.
fn add(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let names = split_names(&show::words(matches, "name"));
    if names.is_empty() {
        return Err(Error::wrong_use("speakers-no-name"));
    }
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let now = context.now();
    let begun = || {
        let processes = context.processes(&context.shelf().0);
        let of_day = processes.first().and_then(|process| default_session(process, now.today));
        blank_list(&now, &context.author(), context.environment.settings.session.or(of_day))
    };
    let mut day = DayLists::read(context, &opened);
    let list = day.lists.pop().unwrap_or_else(begun);
    let list = with_speakers(&list, &names, &now);
    opened.workspace.save(&list, &now)?;
    day.lists.push(list);
    Ok(day.printed(context))
}

/// Gives the floor to the next delegation, or to the one that is named; after the last one, to nobody.
fn next(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let now = context.now();
    let mut day = DayLists::read(context, &opened);
    let asked = matches.contains_id("name").then(|| show::words(matches, "name"));
    let waiting = day.speakers().find(|(_, speaker)| {
        !speaker.has_spoken && asked.as_ref().is_none_or(|name| day.is_named(speaker, name))
    });
    let next = match (waiting, asked) {
        (Some((list, speaker)), _) => Some((list.id, speaker.line)),
        (None, Some(name)) => return Err(Error::not_found("speakers-not-waiting").with("name", name)),
        (None, None) if day.lists.iter().all(|list| floor_since(list).is_none()) => {
            return Err(Error::not_found("speakers-none"));
        }
        (None, None) => None,
    };
    for list in &mut day.lists {
        let after = match next {
            Some((id, line)) if id == list.id => with_floor(list, line, &now),
            _ if floor_since(list).is_some() => without_floor(list, &now),
            _ => continue,
        };
        opened.workspace.save(&after, &now)?;
        *list = after;
    }
    Ok(day.printed(context))
}

/// The lists of the working day, which are one list, in the order in which they were begun.
struct DayLists {
    lists: Vec<Note>,
    delegations: Arc<Delegations>,
    shelf: Shelf,
}

impl DayLists {
    fn read(context: &CommandContext, opened: &Opened) -> Self {
        let today = context.now().today;
        let is_of_day = |note: &&Note| is_speaking_list(note) && note.at.date_naive() == today;
        let mut lists: Vec<Note> = opened.contents.notebook.notes().filter(is_of_day).cloned().collect();
        lists.sort_by_key(|note| (note.at, note.id));
        Self { lists, delegations: context.delegations().0, shelf: context.shelf().0 }
    }

    fn speakers(&self) -> impl Iterator<Item = (&Note, ListedSpeaker)> {
        self.lists.iter().flat_map(|list| listed(list).into_iter().map(move |speaker| (list, speaker)))
    }

    /// The speakers of a name as typed in a list, and those for whom they speak.
    fn names(&self, typed: &str) -> (Vec<TypedName>, Vec<TypedName>) {
        let line = intervene::read(&self.shelf, &self.delegations, &format!("{typed}:"), None);
        (line.speakers, line.on_behalf_of)
    }

    /// Whether a delegation on the list has a name that was typed.
    fn is_named(&self, speaker: &ListedSpeaker, name: &str) -> bool {
        let ids = |typed: &str| self.names(typed).0.into_iter().flat_map(|name| name.ids).collect::<Vec<_>>();
        let asked = ids(name);
        ids(&speaker.typed).iter().any(|id| asked.contains(id)) || speaker.typed == name.trim()
    }

    /// The delegation that has the floor, by its list and its line, and since when.
    fn floor(&self) -> Option<(Id, usize, DateTime<FixedOffset>)> {
        let of_list = |list: &Note| {
            let speaking = listed(list).into_iter().rfind(|speaker| speaker.has_spoken)?;
            Some((list.id, speaking.line, floor_since(list)?))
        };
        self.lists.iter().filter_map(of_list).max_by_key(|(_, _, since)| *since)
    }

    fn printed(&self, context: &CommandContext) -> Output {
        let language = context.locale.language();
        let floor = self.floor();
        let label = |name: &TypedName| match name.ids.first().and_then(|id| self.delegations.get(id)) {
            Some(found) if !name.is_ambiguous() => found.label(language).to_owned(),
            _ => format!("{} [?]", name.typed),
        };
        let labels = |names: &[TypedName]| names.iter().map(label).collect::<Vec<_>>().join(", ");
        let (mut lines, mut values) = (Vec::new(), Vec::new());
        for (number, (list, speaker)) in (1_u32..).zip(self.speakers()) {
            let since = floor.filter(|(id, line, _)| (*id, *line) == (list.id, speaker.line));
            let (speakers, behalf) = self.names(&speaker.typed);
            let (state, id) = match since {
                Some(_) => ("floor", "speakers-floor"),
                None if speaker.has_spoken => ("spoken", "speakers-spoken"),
                None => ("waiting", "speakers-waiting"),
            };
            let time = since.map(|(_, _, since)| dates::time(since.time())).unwrap_or_default();
            let said = context.locale.say(id);
            let for_whom = if behalf.is_empty() { String::new() } else { format!(" ({})", labels(&behalf)) };
            let shown = format!("{}{for_whom}", labels(&speakers));
            lines.push(vec![number.to_string(), shown, format!("{said} {time}").trim().to_owned()]);
            let only = |name: &TypedName| (name.ids.len() == 1).then(|| name.ids[0].clone());
            let behalf: Vec<&str> = behalf.iter().map(TypedName::stored).collect();
            values.push(json!({
                "number": number,
                "typed": speaker.typed,
                "delegation": speakers.first().and_then(only),
                "name": labels(&speakers),
                "on_behalf_of": (!behalf.is_empty()).then(|| behalf.join(", ")),
                "state": state,
                "since": since.map(|(_, _, since)| since.to_rfc3339()),
                "list": list.id.to_string(),
            }));
        }
        match context.json {
            true => Output::json(&Value::Array(values)),
            false => Output::text(table(&lines)),
        }
    }
}
