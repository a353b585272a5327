//! `plenary said`: who said what, by session, step and delegation; as a list or as a table with the stances.

mod matrix;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::board::SaidColumns;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, beginning, table};
use crate::locale::Locale;
use crate::model::{Delegations, Reference};
use crate::store::Access;
use crate::workspace::{Intervention, Note, Stance};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(locale.say(&format!("cli-said-{name}")))
    };
    command
        .arg(super::session(locale))
        .args([option("step", "REF"), option("by", "DELEGATION")])
        .arg(option("stance", "STANCE").value_parser(Stance::ALL.map(Stance::name)))
        .arg(option("table", "COLUMNS").value_parser(SaidColumns::ALL.map(SaidColumns::name)))
        .arg(
            Arg::new("members")
                .long("members")
                .action(ArgAction::SetTrue)
                .requires("table")
                .help(locale.say("cli-said-members")),
        )
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (all, errors) = context.delegations();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let step = match text("step") {
        Some(text) => Some(context.passage(&context.shelf().0, text)?),
        None => None,
    };
    let wanted = SaidFilter {
        session: matches.get_one::<u32>("session").copied(),
        step,
        by: text("by").map(|by| AskedSpeaker::read(&all, by)),
        stance: text("stance").and_then(Stance::from_name),
    };
    let opened = context.workspace(Access::Read)?;
    let notebook = &opened.contents.notebook;
    let found: Vec<&Note> = notebook
        .notes()
        .filter(|note| Intervention::of(note, &all).is_some_and(|said| wanted.has(&said)))
        .collect();
    let printer = InterventionPrinter { delegations: &all, locale: &context.locale };
    let columns = text("table").and_then(SaidColumns::from_name);
    let output = if let Some(columns) = columns {
        let table =
            matrix::MatrixRequest { columns, session: wanted.session, members: matches.get_flag("members") };
        matrix::output(context, &opened, &found, &table, &all)
    } else if context.json {
        Output::json(&Value::Array(found.iter().filter_map(|note| printer.json(note)).collect()))
    } else {
        Output::text(table(&printer.list(&found)))
    };
    let output = match found.is_empty() && wanted.is_narrowed() && columns.is_none() {
        true => output.nothing(context.json, Error::not_found("said-none")),
        false => output,
    };
    let broken = notebook.broken().iter().map(|broken| broken.error.clone());
    Ok(output.warning(errors).warning(broken))
}

/// Columns of the words that the list shows.
const SHOWN: usize = 70;

/// The interventions that are asked for.
struct SaidFilter {
    session: Option<u32>,
    step: Option<Reference>,
    by: Option<AskedSpeaker>,
    stance: Option<Stance>,
}

impl SaidFilter {
    fn has(&self, said: &Intervention<'_>) -> bool {
        let note = said.note;
        self.session.is_none_or(|session| note.session == Some(session))
            && self.step.as_ref().is_none_or(|step| {
                let anchor = note.anchor.as_ref();
                anchor.is_some_and(|at| at.symbol == step.symbol && step.address.covers(&at.address))
            })
            && self.by.as_ref().is_none_or(|by| by.spoke(said))
            && self.stance.is_none_or(|stance| said.stance == Some(stance))
    }

    fn is_narrowed(&self) -> bool {
        self.session.is_some() || self.step.is_some() || self.by.is_some() || self.stance.is_some()
    }
}

/// A delegation that is asked for: all that the name may mean, or the name itself where nobody has it.
struct AskedSpeaker {
    ids: Vec<String>,
    name: String,
}

impl AskedSpeaker {
    fn read(all: &Delegations, by: &str) -> Self {
        let mut ids: Vec<String> = all.get(by).into_iter().map(|found| found.id.clone()).collect();
        ids.extend(all.named(by).iter().map(|found| found.id.clone()));
        Self { ids, name: crate::base::text::fold(by.trim()) }
    }

    /// Whether it spoke itself, or somebody on its behalf.
    fn spoke(&self, said: &Intervention<'_>) -> bool {
        let is_unknown = self.ids.is_empty() && said.delegation.is_none();
        self.ids.iter().any(|id| said.is_by(id))
            || is_unknown && crate::base::text::fold(said.name) == self.name
    }
}

/// What interventions are printed with.
pub(super) struct InterventionPrinter<'a> {
    pub(super) delegations: &'a Delegations,
    pub(super) locale: &'a Locale,
}

impl InterventionPrinter<'_> {
    /// An intervention as JSON; `None` for a note that names no delegation.
    pub(super) fn json(&self, note: &Note) -> Option<Value> {
        let said = Intervention::of(note, self.delegations)?;
        let behalf = (!said.on_behalf_of.is_empty()).then(|| said.on_behalf_of.join(", "));
        Some(json!({
            "id": note.id.to_string(),
            "at": note.at.to_rfc3339(),
            "session": note.session,
            "meeting": said.meeting,
            "item": note.item.as_ref().map(ToString::to_string),
            "delegation": said.id(),
            "name": said.label(self.locale.language()),
            "on_behalf_of": behalf,
            "stance": said.stance.map(Stance::name),
            "anchor": note.anchor.as_ref().map(ToString::to_string),
            "words": said.words,
            "strongly": said.strongly,
            "right_of_reply": said.is_reply,
            "restricted": note.restricted,
            "language": note.language().map(|language| language.to_string()),
        }))
    }

    /// Interventions as rows below the names of the columns; the ids, which commands take, come last.
    fn list(&self, notes: &[&Note]) -> Vec<Vec<String>> {
        let heads = ["when", "delegation", "stance", "passage", "words", "id"];
        let head = heads.map(|head| self.locale.say(&format!("said-head-{head}"))).to_vec();
        let line = |note: &&Note| {
            let mut cells = self.line(note)?;
            let id = cells.remove(0);
            if let Some(words) = cells.last_mut() {
                *words = beginning(words, SHOWN);
            }
            cells.push(id);
            Some(cells)
        };
        let rows: Vec<Vec<String>> = notes.iter().filter_map(line).collect();
        if rows.is_empty() { rows } else { std::iter::once(head).chain(rows).collect() }
    }

    /// An intervention as the cells of a row; a name that nobody has is marked.
    pub(super) fn line(&self, note: &Note) -> Option<Vec<String>> {
        let said = Intervention::of(note, self.delegations)?;
        let anchor = note.anchor.as_ref().map(ToString::to_string).unwrap_or_default();
        let mark = if note.restricted { self.locale.say("mark-restricted") + " " } else { String::new() };
        let reply = if said.is_reply { self.locale.say("said-reply") + " " } else { String::new() };
        let words = said.words.replace('\n', " ");
        let name = self.name(&said);
        let at = note.at.format("%Y-%m-%d %H:%M").to_string();
        Some(vec![note.id.to_string(), at, name, said.sign(), anchor, format!("{mark}{reply}{words}")])
    }

    /// The name of a delegation with those for whom it spoke; one that nobody has is followed by a question mark.
    pub(super) fn name(&self, said: &Intervention<'_>) -> String {
        let language = self.locale.language();
        let doubt = if said.delegation.is_none() { " [?]" } else { "" };
        let behalf = said.behalf_labels(self.delegations, language);
        let behalf = if behalf.is_empty() { String::new() } else { format!(" ({})", behalf.join(", ")) };
        format!("{}{doubt}{behalf}", said.label(language))
    }
}
