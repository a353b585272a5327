//! `plenary calendar`: sessions, meetings and deadlines in order of time; `calendar add` reads a programme of work.

use std::io::Read;
use std::path::Path;

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use crate::base::{Error, Result};
use crate::calendar::programme::{self, Programme, ProgrammeLine};
use crate::calendar::{Additions, Basis};
use crate::cli::context::CommandContext;
use crate::cli::output::{Output, table};
use crate::cli::session;
use crate::export::calendar_text;
use crate::followup::{
    self,
    timeline::{self, TimelineEntry, What},
};
use crate::locale::{Locale, dates};
use crate::model::{CalendarDeadline, DeadlineKind, Meeting, Process};
use crate::store::{Access, file, library};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let file = Arg::new("file").value_name("FILE").required(true).help(locale.say("cli-calendar-file"));
    let trial =
        Arg::new("dry-run").long("dry-run").action(ArgAction::SetTrue).help(locale.say("cli-dry-run"));
    let add =
        Command::new("add").about(locale.say("cli-calendar-add")).arg(file).arg(session(locale)).arg(trial);
    let words = Arg::new("words").value_name("WORDS").required(true).num_args(1..);
    let kinds = DeadlineKind::ALL.map(DeadlineKind::name);
    let kind = Arg::new("kind").long("kind").value_name("KIND").value_parser(kinds);
    let document = Arg::new("document").long("document").value_name("SYMBOL");
    let deadline = Command::new("deadline")
        .about(locale.say("cli-calendar-deadline"))
        .arg(words.help(locale.say("cli-calendar-deadline-words")))
        .arg(kind.help(locale.say("cli-calendar-deadline-kind")))
        .arg(document.help(locale.say("cli-calendar-deadline-document")));
    command.arg(session(locale)).subcommand(add).subcommand(deadline)
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("add", matches)) => add(context, matches),
        Some(("deadline", matches)) => deadline(context, matches),
        _ => list(context, matches),
    }
}

fn list(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let (shelf, errors) = context.shelf();
    let processes = context.processes(&shelf);
    let followups = context.followups(&shelf, &processes);
    let process = processes.first().ok_or_else(|| Error::not_found("calendar-none"))?;
    let number = matches.get_one::<u32>("session").copied();
    number.map_or(Ok(()), |number| CommandContext::session(Some(process), &[], number))?;
    let belongs =
        |entry: &TimelineEntry| number.is_none_or(|number| timeline::belongs(entry, process, number));
    let entries = timeline::entries(process, &followups, context.locale.language());
    let entries: Vec<TimelineEntry> = entries.into_iter().filter(belongs).collect();
    let output = if context.json {
        Output::json(&entries.iter().map(|entry| row(context, entry, process)).collect())
    } else {
        let rows: Vec<_> = entries.iter().map(|entry| cells(context, entry, process)).collect();
        Output::text(table(&rows))
    };
    let calendar = context.errors.iter().filter(|error| error.message.id.starts_with("calendar-")).cloned();
    Ok(output.warning(errors.into_iter().chain(calendar)))
}

/// The fields of an entry, the same for all.
fn row(context: &CommandContext, entry: &TimelineEntry, process: &Process) -> Value {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let mut row = json!({
        "kind": null, "session": null, "number": null, "from": day(entry.from), "to": day(entry.to), "year": null,
        "start": null, "end": null, "time_zone": process.time_zone.name(), "items": [], "text": null,
        "step": null, "basis": null, "citation": null, "own": false,
    });
    let mut put = |name: &str, value: Value| row[name] = value;
    match &entry.what {
        What::Session(at) => {
            let session = &process.sessions[*at];
            put("kind", session.kind.name().into());
            put("session", session.number.into());
            put("year", session.last_year().into());
            put("text", calendar_text::session(&context.locale, session).into());
            put("citation", session.citation.clone().into());
            put("own", session.own.into());
        }
        What::Meeting(at) => {
            let meeting = meeting_row(&process.meetings[*at]);
            put("kind", "meeting".into());
            put("own", true.into());
            for name in ["session", "number", "start", "end", "items", "text"] {
                put(name, meeting[name].clone());
            }
        }
        What::Own(at) => {
            let deadline = &process.deadlines[*at];
            put("kind", deadline.kind.name().into());
            put("session", deadline.session.into());
            put("text", calendar_text::deadline(&context.locale, deadline).into());
            put("own", true.into());
        }
        What::Deadline { step, deadline } => {
            let basis = deadline.basis.as_ref();
            put("kind", "deadline".into());
            put("session", basis.and_then(Basis::session).into());
            put("text", deadline.text.clone().into());
            put("step", step.to_string().into());
            put("basis", basis.map(Basis::name).into());
            put("citation", basis.and_then(Basis::citation).into());
            put("own", basis.is_some_and(Basis::is_own).into());
        }
    }
    row
}

fn meeting_row(meeting: &Meeting) -> Value {
    let time = |time: Option<chrono::NaiveTime>| time.map(dates::time);
    json!({
        "session": meeting.session,
        "number": meeting.number,
        "date": meeting.date.to_string(),
        "start": time(meeting.from),
        "end": time(meeting.to),
        "items": meeting.items.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "text": meeting.about,
    })
}

/// Days, hours, what it is, and its source.
fn cells(context: &CommandContext, entry: &TimelineEntry, process: &Process) -> Vec<String> {
    let locale = &context.locale;
    match &entry.what {
        What::Session(at) => {
            let session = &process.sessions[*at];
            let source = calendar_text::source(locale, session.citation.as_deref(), session.own);
            vec![
                calendar_text::days(locale, session),
                String::new(),
                calendar_text::session(locale, session),
                source,
            ]
        }
        What::Meeting(at) => {
            let meeting = &process.meetings[*at];
            let day =
                format!("{} {}", dates::weekday(locale, meeting.date), dates::date(locale, meeting.date));
            let source = locale.say("own-calendar");
            vec![day, calendar_text::hours(meeting), calendar_text::meeting(locale, meeting), source]
        }
        What::Own(at) => {
            let day =
                entry.from.map_or_else(|| locale.say("dates-unknown"), |date| dates::date(locale, date));
            let words = calendar_text::deadline(locale, &process.deadlines[*at]);
            vec![day, String::new(), words, locale.say("own-calendar")]
        }
        What::Deadline { step, deadline } => {
            let day =
                entry.from.map_or_else(|| locale.say("dates-unknown"), |date| dates::date(locale, date));
            let step = crate::cite::write(Some(&step.symbol), &step.address, locale.language());
            let words = locale
                .say_with("deadline-of", &[("step", (&step).into()), ("text", (&deadline.text).into())]);
            let basis = deadline.basis.as_ref();
            vec![
                day,
                String::new(),
                words,
                basis.map(|basis| calendar_text::basis(locale, basis)).unwrap_or_default(),
            ]
        }
    }
}

fn add(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let name = matches.get_one::<String>("file").map(String::as_str).unwrap_or_default();
    let text = text_of(name)?;
    let (shelf, _) = context.shelf();
    let processes = context.processes(&shelf);
    let process = processes.first().ok_or_else(|| Error::not_found("calendar-none"))?;
    let session = matches.get_one::<u32>("session").copied();
    session.map_or(Ok(()), |session| CommandContext::session(Some(process), &[], session))?;
    let read = followup::programme(&text, process, context.now().today, session);
    let entries = Additions::from(&read);
    let added = if matches.get_flag("dry-run") || entries.is_empty() {
        0
    } else {
        context.workspace(Access::Write)?.workspace.add_to_calendar(&entries, process)?
    };
    let output = if context.json {
        Output::json(&json!({
            "added": added,
            "meetings": read.meetings.len(),
            "deadlines": read.deadlines.len(),
            "lines": read.lines.iter().map(|line| line_row(context, line, &read)).collect::<Vec<_>>(),
        }))
    } else {
        let mut rows: Vec<String> = read.lines.iter().map(|line| line_words(context, line, &read)).collect();
        if !entries.is_empty() {
            let (meetings, deadlines) = (entries.meetings.len(), entries.deadlines.len());
            let counts =
                [("added", added.into()), ("meetings", meetings.into()), ("deadlines", deadlines.into())];
            rows.push(context.locale.say_with("programme-added", &counts));
        }
        Output::text(rows.join("\n"))
    };
    Ok(if entries.is_empty() {
        output.nothing(context.json, Error::not_found("programme-none"))
    } else {
        output
    })
}

fn deadline(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let words: Vec<&str> =
        matches.get_many::<String>("words").into_iter().flatten().map(String::as_str).collect();
    let words = words.join(" ");
    let (shelf, _) = context.shelf();
    let processes = context.processes(&shelf);
    let process = processes.first().ok_or_else(|| Error::not_found("calendar-none"))?;
    let read = followup::calendar_deadline(&words, process, context.now().today);
    let mut read =
        read.ok_or_else(|| Error::wrong_use("cli-calendar-deadline-none").with("text", words.as_str()))?;
    if let Some(kind) = matches.get_one::<String>("kind") {
        read.kind = DeadlineKind::from_name(kind).unwrap_or_default();
    }
    if let Some(document) = matches.get_one::<String>("document") {
        let symbol =
            document.parse().map_err(|()| Error::wrong_use("symbol-unreadable").with("symbol", document))?;
        read.document = Some(symbol);
    }
    let entries = Additions { deadlines: vec![read.clone()], ..Additions::default() };
    let added = context.workspace(Access::Write)?.workspace.add_to_calendar(&entries, process)?;
    if context.json {
        return Ok(Output::json(&json!({ "added": added, "deadline": deadline_row(&read) })));
    }
    let id = if added > 0 { "cli-calendar-deadline-added" } else { "cli-calendar-deadline-known" };
    let words = calendar_text::dated_deadline(&context.locale, &read);
    Ok(Output::text(context.locale.say_with(id, &[("deadline", (&words).into())])))
}

fn deadline_row(deadline: &CalendarDeadline) -> Value {
    json!({
        "kind": deadline.kind.name(),
        "date": deadline.date.map(|date| date.to_string()),
        "session": deadline.session,
        "words": deadline.words,
        "document": deadline.document.as_ref().map(ToString::to_string),
        "text": deadline.about,
    })
}

/// The text of a file, or of the standard input for `-`.
fn text_of(name: &str) -> Result<String> {
    let path = Path::new(name);
    if name != "-" {
        return file::utf8(library::source(path)?.0, path);
    }
    let mut bytes = Vec::new();
    let taken = std::io::stdin().take(LIMIT + 1).read_to_end(&mut bytes);
    taken.map_err(|error| file::of_system(Error::broken("input-unreadable"), &error))?;
    if bytes.len() as u64 > LIMIT { Err(file::too_big(path, LIMIT)) } else { file::utf8(bytes, path) }
}

/// Longer texts are no programmes of work (4 MiB).
const LIMIT: u64 = 4 << 20;

fn line_row(context: &CommandContext, line: &ProgrammeLine, read: &Programme) -> Value {
    let meeting = line.meeting().map(|at| meeting_row(&read.meetings[at]));
    let deadline = match line.read {
        programme::Read::Deadline(at) => Some(deadline_row(&read.deadlines[at])),
        _ => None,
    };
    json!({
        "line": line.number,
        "text": line.text,
        "read": line.read.name(),
        "meeting": meeting,
        "deadline": deadline,
        "doubts": line.doubts.iter().map(|doubt| context.locale.explain(doubt)).collect::<Vec<_>>(),
    })
}

fn line_words(context: &CommandContext, line: &ProgrammeLine, read: &Programme) -> String {
    let (sign, words) = calendar_text::line(&context.locale, line, read);
    format!("{:>4} {sign} {words}", line.number)
}
