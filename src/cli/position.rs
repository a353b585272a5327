//! `plenary position list|show|set`: what the delegation will say, from the command line.

use chrono::NaiveDate;
use clap::{Arg, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Id, Now, Result};
use crate::board::{Board, Gap, Overview, Placed, PositionBasis, basis};
use crate::cite::{self, resolve};
use crate::cli::choice;
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, beginning, table};
use crate::cli::release;
use crate::export;
use crate::locale::Locale;
use crate::model::{Address, Language, Place, Process, Reference, Shelf};
use crate::store::Access;
use crate::workspace::position::{self, Instruction, Position, PositionPart, PositionStatus};
use crate::workspace::{Note, Tracker};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let words = |id: &str| locale.say(id);
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name).long(name).value_name(value).help(locale.say(&format!("cli-position-{name}")))
    };
    let day = |name| option(name, "YYYY-MM-DD").value_parser(clap::value_parser!(NaiveDate));
    let set = Command::new("set")
        .about(words("cli-position-set"))
        .arg(Arg::new("passage").value_name("REF").required(true).help(words("cli-reference")))
        .args(PositionPart::ALL.map(|part| option(part.name(), "TEXT")))
        .arg(option("status", "STATUS").value_parser(PositionStatus::ALL.map(PositionStatus::name)))
        .arg(release::choice(locale))
        .arg(
            option("languages", "LANG,LANG")
                .value_delimiter(',')
                .value_parser(|text: &str| text.trim().parse::<Language>().map_err(|_| "no language")),
        )
        .args([option("instruction-from", "WHO"), day("instruction-date"), day("instruction-until")])
        .arg(option("instruction-reference", "TEXT"));
    command.subcommand_required(true).arg_required_else_help(true).subcommands([
        Command::new("list").about(words("cli-position-list")),
        Command::new("show")
            .about(words("cli-position-show"))
            .arg(Arg::new("id").value_name("ID").required(true).help(words("cli-position-id"))),
        set,
    ])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("set", matches)) => set(context, matches),
        Some(("show", matches)) => one(context, matches),
        _ => list(context),
    }
}

/// All positions in the order of the agenda; first the steps that are due and have none.
fn list(context: &CommandContext) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let processes = context.processes(&shelf);
    let contents = &opened.contents;
    let printer = PositionPrinter::new(context, &shelf, &boards, &processes, &contents.tracker);
    let positions: Vec<(Position<'_>, Placed)> = printer
        .overview
        .in_order(&contents.positions)
        .into_iter()
        .map(|(note, place)| (Position::of(note), place))
        .collect();
    let gaps = printer.overview.gaps(context.now().today, &contents.positions);
    let output = if context.json {
        let gaps = gaps.iter().map(|(board, gap)| printer.gap(board, *gap));
        let positions = positions.iter().map(|(position, place)| printer.json(position, place));
        Output::json(&Value::Array(gaps.chain(positions).collect()))
    } else {
        let gaps = gaps.iter().map(|(board, gap)| printer.gap_line(board, *gap));
        let positions = positions.iter().map(|(position, place)| printer.line(position, place));
        Output::text(table(&gaps.chain(positions).collect::<Vec<_>>()))
    };
    let faults = positions.iter().flat_map(|(position, _)| printer.faults(position));
    let broken = contents.positions.broken().iter().map(|broken| broken.error.clone());
    Ok(output.warning(errors).warning(broken.chain(faults)))
}

fn one(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let text = matches.get_one::<String>("id").map(String::as_str).unwrap_or_default();
    let missing = || Error::not_found("position-unknown").with("id", text);
    let id: Id = text.parse().map_err(|()| missing())?;
    let (shelf, _) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let note = opened.contents.positions.get(id).ok_or_else(missing)?;
    let processes = context.processes(&shelf);
    let printer = PositionPrinter::new(context, &shelf, &boards, &processes, &opened.contents.tracker);
    Ok(printer.output(&Position::of(note)))
}

/// Changes the position on a passage, or makes it.
fn set(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, _) = context.shelf();
    let text = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let processes = context.processes(&shelf);
    let passage = passage(context, &shelf, &processes, text("passage").unwrap_or_default())?;
    let now = context.now();
    let mut opened = context.workspace(Access::Write)?;
    opened.workspace.writable()?;
    let newest = opened.contents.positions.for_passage(&passage).first().copied().cloned();
    // What was said stays: other words are those of a new position.
    let said = newest.clone().filter(|note| has_words(matches) && position::is_delivered(note));
    let before = newest.filter(|_| said.is_none());
    let note = before.clone().unwrap_or_else(|| position::blank(&now, context.author(), Some(passage)));
    let note = changed(context, note, matches, before.is_some().then_some(&now));
    check_instruction(&note)?;
    if before.as_ref() == Some(&note)
        || (before.is_none() && note.text.is_empty() && note.extra.is_empty() && !note.restricted)
    {
        return Err(Error::wrong_use("position-nothing-to-set"));
    }
    opened.workspace.save(&note, &now)?;
    let boards = choice::boards(context, &shelf);
    let printer = PositionPrinter::new(context, &shelf, &boards, &processes, &opened.contents.tracker);
    let stays = said.map(|said| Error::broken("position-delivered-stays").with("id", said.id.to_string()));
    Ok(printer.output(&Position::of(&note)).warning(stays))
}

/// Refuses an instruction that is dated after its last day.
fn check_instruction(note: &Note) -> Result<()> {
    let instruction = Position::of(note).instruction;
    let days = instruction.and_then(|instruction| instruction.date.zip(instruction.until));
    let Some((date, until)) = days.filter(|(date, until)| date > until) else { return Ok(()) };
    let wrong = Error::wrong_use("position-instruction-order");
    Err(wrong.with("date", date.to_string()).with("until", until.to_string()))
}

/// Whether the options give words of a position.
fn has_words(matches: &ArgMatches) -> bool {
    PositionPart::ALL.iter().any(|part| matches.contains_id(part.name()))
}

/// The passage that a text names. An agenda item without a document is that of the process worked for.
fn passage(context: &CommandContext, shelf: &Shelf, processes: &[Process], text: &str) -> Result<Reference> {
    let found = context.passage(shelf, text);
    let Some(process) = processes.first().filter(|_| found.is_err()) else { return found };
    let named = resolve::candidates(shelf, text, None).into_iter().filter(|found| found.held);
    let named: Vec<Reference> = named.map(|found| found.passage).collect();
    let is_item = |passage: &Reference| matches!(passage.address.place, Place::Item(_));
    let own = named.iter().find(|passage| passage.symbol == process.agenda.symbol);
    own.filter(|_| named.iter().all(is_item)).cloned().map_or(found, Ok)
}

/// A position with what the options say; `edited` is the moment of the change of one that exists already.
fn changed(context: &CommandContext, mut note: Note, matches: &ArgMatches, edited: Option<&Now>) -> Note {
    let before = note.clone();
    if let Some(languages) = matches.get_many::<Language>("languages") {
        let languages: Vec<toml::Value> = languages.map(|language| language.to_string().into()).collect();
        note.extra.insert("languages".to_owned(), languages.into());
    }
    let language = Position::of(&note).languages.first().copied().unwrap_or(context.locale.language());
    let words = PositionPart::ALL.into_iter().filter_map(|part| {
        let words = matches.get_one::<String>(part.name())?;
        Some((part, words.as_str()))
    });
    note.text = position::with_parts(&note.text, words, language);
    if let Some(status) = matches.get_one::<String>("status") {
        note.extra.insert("status".to_owned(), status.as_str().into());
    }
    if let Some(restricted) = release::is_restricted(matches) {
        note.restrict(restricted);
    }
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let day = |name: &str| matches.get_one::<NaiveDate>(name).copied();
    let given = Instruction {
        from: text("instruction-from"),
        date: day("instruction-date"),
        until: day("instruction-until"),
        reference: text("instruction-reference"),
    };
    position::add_instruction(&mut note, given);
    if before != note
        && let Some(now) = edited
    {
        note.edited = Some(now.stamp());
    }
    note
}

/// Columns for the beginning of a text in a list.
const WIDTH: usize = 60;

/// What positions are printed with.
struct PositionPrinter<'a> {
    context: &'a CommandContext,
    overview: Overview<'a>,
}

impl<'a> PositionPrinter<'a> {
    fn new(
        context: &'a CommandContext,
        shelf: &'a Shelf,
        boards: &'a [Board],
        processes: &'a [Process],
        tracker: &'a Tracker,
    ) -> Self {
        let language = context.locale.language();
        Self { context, overview: Overview { processes, boards, shelf, tracker, language } }
    }

    fn output(&self, position: &Position<'_>) -> Output {
        let output = match self.context.json {
            true => Output::json(&self.json(position, &self.overview.place(position.note))),
            false => Output::text(self.text(position)),
        };
        output.warning(self.faults(position))
    }

    fn json(&self, position: &Position<'_>, place: &Placed) -> Value {
        let note = position.note;
        let part = |part| Some(position.part(part)).filter(|text| !text.is_empty());
        let rests_on = basis::of(position, self.overview.shelf, self.context.locale.language());
        let settings = &self.context.environment.settings;
        let seconds = position.reading_seconds(settings.pace());
        let limit = position.limit_seconds(settings.time_limits());
        json!({
            "id": note.id.to_string(),
            "anchor": note.anchor.as_ref().map(ToString::to_string),
            "item": place.item.as_ref().map(ToString::to_string),
            "item_position": Value::Null,
            "session": Value::Null,
            "author": note.author,
            "at": note.at.to_rfc3339(),
            "status": position.status.name(),
            "restricted": position.restricted,
            "languages": position.languages.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "text": position.part(PositionPart::Text),
            "fallback": part(PositionPart::Fallback),
            "red_line": part(PositionPart::RedLine),
            "arguments": part(PositionPart::Arguments),
            "instruction": self.instruction(position),
            "instruction_words": part(PositionPart::Instruction),
            "basis": rests_on.iter().map(|basis| self.basis(basis)).collect::<Vec<_>>(),
            "on_behalf_of": position.on_behalf_of,
            "reading_seconds": seconds,
            "limit_seconds": limit,
            "over_limit": seconds > limit,
        })
    }

    fn instruction(&self, position: &Position<'_>) -> Value {
        let Some(instruction) = &position.instruction else { return Value::Null };
        let today = self.context.now().today;
        json!({
            "from": instruction.from,
            "date": instruction.date.map(|day| day.to_string()),
            "until": instruction.until.map(|day| day.to_string()),
            "reference": instruction.reference,
            "expired": position.is_expired(today),
            "days": instruction.until.map(|until| (until - today).num_days()),
            "warns": position::ending(position.note, today).is_some(),
        })
    }

    fn basis(&self, basis: &PositionBasis) -> Value {
        json!({
            "passage": basis.passage.to_string(),
            "citation": self.citation(&basis.passage),
            "state": basis.state.name(),
            "quoted": Some(&basis.quoted).filter(|quoted| !quoted.is_empty()),
            "changes": basis.changes(),
        })
    }

    /// A step without a position, with the same keys as a position.
    fn gap(&self, board: &Board, gap: Gap) -> Value {
        json!({
            "id": Value::Null,
            "anchor": board.step(gap.row).to_string(),
            "item": board.rows[gap.row].item.as_ref().map(ToString::to_string),
            "item_position": gap.has_position_on_item,
            "session": gap.session,
            "author": Value::Null,
            "at": Value::Null,
            "status": Value::Null,
            "restricted": Value::Null,
            "languages": [],
            "text": Value::Null,
            "fallback": Value::Null,
            "red_line": Value::Null,
            "arguments": Value::Null,
            "instruction": Value::Null,
            "instruction_words": Value::Null,
            "basis": [],
            "on_behalf_of": Value::Null,
            "reading_seconds": 0,
            "limit_seconds": Value::Null,
            "over_limit": false,
        })
    }

    fn citation(&self, passage: &Reference) -> String {
        cite::write(Some(&passage.symbol), &passage.address, self.context.locale.language())
    }

    fn item_number(&self, item: Option<&Address>) -> String {
        item.map(|item| cite::number(item, self.context.locale.language())).unwrap_or_default()
    }

    fn gap_line(&self, board: &Board, gap: Gap) -> Vec<String> {
        let place = self.overview.place_of_gap(board, gap);
        let due = export::position::gap(&self.context.locale, gap);
        vec![String::new(), self.item_number(place.item.as_ref()), place.label, due]
    }

    fn line(&self, position: &Position<'_>, place: &Placed) -> Vec<String> {
        let locale = &self.context.locale;
        let status = locale.say(&format!("position-{}", position.status.name()));
        let text = position.part(PositionPart::Text);
        let first = text.lines().next().unwrap_or_default();
        let validity = self.validity(position).unwrap_or_default();
        let id = position.note.id.to_string();
        let (item, label) = (self.item_number(place.item.as_ref()), place.label.clone());
        vec![id, item, label, status, self.time(position), validity, beginning(first, WIDTH)]
    }

    fn time(&self, position: &Position<'_>) -> String {
        let settings = &self.context.environment.settings;
        export::position::time(&self.context.locale, position, settings.pace(), settings.time_limits())
    }

    fn validity(&self, position: &Position<'_>) -> Option<String> {
        export::position::validity(&self.context.locale, position, self.context.now().today)
    }

    /// A position as it is read: a head, then its parts, then what it rests on.
    fn text(&self, position: &Position<'_>) -> String {
        let locale = &self.context.locale;
        let place = self.overview.place(position.note);
        let status = locale.say(&format!("position-{}", position.status.name()));
        let validity = self.validity(position).unwrap_or_default();
        let head =
            [self.item_number(place.item.as_ref()), place.label, status, self.time(position), validity];
        let head = head.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
        let mut text = format!("{}\n{head}\n", position.note.id);
        for part in PositionPart::ALL {
            let words = position.part(part);
            if !words.is_empty() {
                text += &format!("\n{}\n{words}\n", locale.say(&format!("position-part-{}", part.name())));
            }
        }
        let rests_on = basis::of(position, self.overview.shelf, locale.language());
        let lines: Vec<Vec<String>> = rests_on.iter().map(|basis| self.basis_line(basis)).collect();
        if !lines.is_empty() {
            text += &format!("\n{}", table(&lines));
        }
        text
    }

    fn basis_line(&self, basis: &PositionBasis) -> Vec<String> {
        let state = self.context.locale.say(&format!("basis-{}", basis.state.name()));
        let shown = basis.changes().unwrap_or_else(|| basis.quoted.clone());
        vec![state, self.citation(&basis.passage), shown]
    }

    /// What is wrong with the front matter of a position, with the name of its file.
    fn faults(&self, position: &Position<'_>) -> Vec<Error> {
        let named = |error: &Error| error.clone().with("id", position.note.id.to_string());
        position.errors.iter().map(named).collect()
    }
}
