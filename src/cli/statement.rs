//! `plenary statement`: what is said in the room, made of positions and kept as delivered.

mod materials;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Map, Value};

use crate::base::{Error, Id, Result};
use crate::board::Composed;
use crate::board::statement::{Omission, basis_of, changed_positions, deliver, occasion_in};
use crate::cli::context::CommandContext;
use crate::cli::export;
use crate::cli::output::{Output, table};
use crate::cli::statement::materials::StatementMaterials;
use crate::cli::{release, session};
use crate::export::prose::{self, ProseFormat};
use crate::export::statement::{length, prose as written};
use crate::export::{FileFormat, LeftOutList};
use crate::locale::Locale;
use crate::store::{Access, file};
use crate::workspace::statement::{self, Delivery, ParagraphKind, Statement, paragraphs};
use crate::workspace::{LeftOutKind, Note};

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let say = |id: &str| locale.say(id);
    let item = || Arg::new("item").long("item").value_name("ITEM").help(say("cli-statement-item"));
    let language = || {
        Arg::new("in").long("in").value_name("LANG").value_parser(["en", "fr"]).help(say("cli-statement-in"))
    };
    let with = || release::argument(locale);
    let to = Arg::new("to").long("to").value_name("FILE").value_parser(clap::value_parser!(PathBuf));
    let format = Arg::new("format").long("format").value_name("FORMAT");
    let format = format.value_parser(ProseFormat::ALL.map(ProseFormat::name)).help(say("cli-format"));
    let group =
        || Arg::new("on-behalf-of").long("on-behalf-of").value_name("GROUP").help(say("cli-statement-group"));
    let minutes = Arg::new("minutes")
        .long("minutes")
        .value_name("N")
        .value_parser(clap::value_parser!(u32).range(1..=600));
    let minutes = minutes.help(say("cli-statement-minutes"));
    let status = Arg::new("status").long("status").value_name("STATUS").value_parser(["draft", "ready"]);
    let status = status.help(say("cli-statement-status"));
    let take = Arg::new("take").long("take").action(ArgAction::SetTrue).help(say("cli-statement-take"));
    let meeting = || {
        let meeting = Arg::new("meeting").long("meeting").value_name("N");
        meeting.value_parser(clap::value_parser!(u32)).help(say("cli-statement-meeting"))
    };
    let id = || Arg::new("id").value_name("ID").required(true).help(say("cli-statement-id"));
    let deliver = Command::new("deliver")
        .about(say("cli-statement-deliver"))
        .args([id(), session(locale), meeting()])
        .arg(
            Arg::new("moment")
                .long("moment")
                .value_name("TIME")
                .value_parser(moment)
                .help(say("cli-statement-moment")),
        );
    command
        .args_conflicts_with_subcommands(true)
        .arg_required_else_help(true)
        .args([session(locale), item(), to.required(true).help(say("cli-to")), format, language(), with()])
        .arg(group())
        .subcommands([
            Command::new("make").about(say("cli-statement-make")).args([
                session(locale),
                item(),
                language(),
                with(),
                group(),
            ]),
            Command::new("set").about(say("cli-statement-set")).args([
                id(),
                group(),
                minutes,
                status,
                meeting(),
                take,
                with(),
            ]),
            Command::new("list").about(say("cli-statement-list")),
            Command::new("show").about(say("cli-statement-show")).arg(id()),
            deliver,
        ])
}

/// A date and time with its offset from UTC.
fn moment(text: &str) -> std::result::Result<DateTime<FixedOffset>, &'static str> {
    DateTime::parse_from_rfc3339(text).map_err(|_| "no moment")
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    match matches.subcommand() {
        Some(("list", _)) => list(context),
        Some(("show", matches)) => one(context, matches),
        Some(("make", matches)) => make(context, matches),
        Some(("set", matches)) => set(context, matches),
        Some(("deliver", matches)) => delivered(context, matches),
        _ => file(context, matches),
    }
}

fn list(context: &CommandContext) -> Result<Output> {
    let materials = StatementMaterials::open(context, Access::Read)?;
    let output = match context.json {
        true => Output::json(&materials.statements().notes().map(|note| materials.json(note)).collect()),
        false => Output::text(table(
            &materials.statements().notes().map(|note| materials.line(note)).collect::<Vec<_>>(),
        )),
    };
    let stale = materials.statements().notes().filter_map(|note| materials.stale(note));
    let output = output.warning(materials.faults()).warning(stale.collect::<Vec<_>>());
    let none = || Error::not_found("statements-none");
    Ok(if materials.statements().is_empty() { output.nothing(context.json, none()) } else { output })
}

fn one(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let materials = StatementMaterials::open(context, Access::Read)?;
    let note = materials.get(matches)?;
    Ok(materials.output(note))
}

/// Makes a statement of the positions of an occasion and keeps it.
fn make(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let mut materials = StatementMaterials::open(context, Access::Write)?;
    materials.opened.workspace.writable()?;
    let occasion = materials.occasion(matches)?;
    let (note, composed) = materials.composed(matches, &occasion);
    if composed.uses.is_empty() {
        return Err(Error::not_found("statement-no-positions"));
    }
    materials.opened.workspace.save(&note, &context.now())?;
    Ok(materials.output(&note))
}

/// Changes for whom a statement speaks, its limit or its status.
fn set(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let now = context.now();
    let mut materials = StatementMaterials::open(context, Access::Write)?;
    materials.opened.workspace.writable()?;
    let note = materials.get(matches)?.clone();
    let mut after = note.clone();
    if let Some(meeting) = matches.get_one::<u32>("meeting") {
        let missing = || Error::wrong_use("statement-not-delivered").with("id", note.id.to_string());
        after = statement::with_meeting(&note, *meeting, &now).ok_or_else(missing)?;
    }
    let is_open = ["on-behalf-of", "minutes", "status"].iter().all(|name| !matches.contains_id(name));
    if !is_open || matches.get_flag("take") {
        materials.open_one(matches)?;
    }
    if matches.get_flag("take") {
        after = materials.renewed(&after, release::chosen(matches), &now)?;
    }
    if let Some(group) = matches.get_one::<String>("on-behalf-of") {
        after = statement::with_group(&after, group, &now);
    }
    if let Some(minutes) = matches.get_one::<u32>("minutes") {
        after = statement::with_limit(&after, u64::from(*minutes) * 60, &now);
    }
    if let Some(status) = matches.get_one::<String>("status") {
        after = after.with_value("status", status.as_str().into(), &now);
    }
    if (&after.extra, &after.text) == (&note.extra, &note.text) {
        return Err(Error::wrong_use("statement-set-nothing"));
    }
    materials.opened.workspace.save(&after, &now)?;
    Ok(materials.output(&after))
}

/// Marks a statement as delivered; the positions whose words it uses follow.
fn delivered(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let now = context.now();
    let mut materials = StatementMaterials::open(context, Access::Write)?;
    materials.opened.workspace.writable()?;
    let note = materials.open_one(matches)?.clone();
    let at = matches.get_one::<DateTime<FixedOffset>>("moment").copied().unwrap_or(now.stamp());
    let room = occasion_in(&materials.processes, at);
    let number = |name: &str| matches.get_one::<u32>(name).copied();
    let delivery = Delivery {
        at,
        session: number("session").or(note.session).or(room.session),
        meeting: number("meeting").or(room.meeting),
    };
    let language = context.locale.language();
    let others = changed_positions(&Statement::of(&note), &materials.opened.contents.positions, language);
    let changed = deliver(&note, &materials.opened.contents.positions, &delivery, &now, language);
    let not_delivered = |id: &Id| {
        let label = materials.label(*id);
        Error::broken("statement-position-changed").with("position", label).with("id", id.to_string())
    };
    let warnings: Vec<Error> = others.iter().map(not_delivered).collect();
    for (_, after) in &changed {
        materials.opened.workspace.save(after, &now)?;
    }
    Ok(materials.output(changed.first().map_or(&note, |(_, after)| after)).warning(warnings))
}

/// Writes the statement kept on an occasion, or what its positions say, to a file.
fn file(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = export::target(context, matches)?;
    let format = export::format(matches, &to)?;
    let materials = StatementMaterials::open(context, Access::Read)?;
    let occasion = materials.occasion(matches)?;
    let kept = materials.kept(&occasion).cloned();
    let (mut note, composed) = match kept {
        Some(note) => {
            let left_out = materials.left_out(&Statement::of(&note));
            (note, Some(Composed { left_out, ..Composed::default() }))
        }
        None => {
            let (note, composed) = materials.composed(matches, &occasion);
            (note, Some(composed))
        }
    };
    let release = release::chosen(matches);
    let Composed { omitted, mut left_out, .. } = composed.unwrap_or_default();
    let mut warnings = materials.faults();
    warnings.extend(materials.stale(&note));
    let is_restricted = materials.is_restricted(&Statement::of(&note));
    if is_restricted && !release.restricted {
        note = withheld_whole(&note);
        left_out.add(LeftOutKind::of(&note));
    }
    warnings.extend(materials.doubtful(&note));
    let has_restricted = is_restricted && release.restricted;
    let left_out = LeftOutList::of_words(has_restricted, left_out, &context.locale);
    let bytes = bytes(&materials, &note, format)?;
    let what = WrittenStatement { to: &to, format, size: bytes.len(), omitted, left_out: &left_out };
    let manifest = manifest(&materials, &note, &what);
    let (statement, settings) = (Statement::of(&note), &context.environment.settings);
    let summary = length(&statement, &context.locale, settings.pace(), settings.time_limits());
    let what = export::OutputFile { bytes, manifest, summary, left_out: &left_out };
    Ok(export::delivered(context, &to, what)?.warning(warnings))
}

/// What is in the file of a statement that may not leave: no words, and nothing of its positions.
fn withheld_whole(note: &Note) -> Note {
    let mut empty = note.with_body("", note.edited);
    empty.restrict(true);
    ["uses", "taken"].into_iter().for_each(|key| drop(empty.extra.remove(key)));
    empty
}

/// The statement in a file format, with words around it in its own language.
fn bytes(materials: &StatementMaterials<'_>, note: &Note, format: ProseFormat) -> Result<Vec<u8>> {
    let (statement, context) = (Statement::of(note), materials.context);
    let language = statement.language.unwrap_or(context.locale.language());
    let locale = Locale::new(language);
    let item = note.item.as_ref().map(|item| materials.agenda().title(item, language));
    let author = context.author();
    let setting = materials.setting(&locale, item.as_deref(), &author);
    // For the interpreters one line is one paragraph.
    let format = match format {
        ProseFormat::Text { .. } => ProseFormat::Text { columns: None },
        other => other,
    };
    prose::write(&written(&statement, &setting, format), format)
}

/// A file that was written.
struct WrittenStatement<'a> {
    to: &'a Path,
    format: ProseFormat,
    size: usize,
    omitted: BTreeMap<Omission, usize>,
    left_out: &'a LeftOutList,
}

/// What was written and what was left out, in counts.
fn manifest(materials: &StatementMaterials<'_>, note: &Note, written: &WrittenStatement<'_>) -> Value {
    let language = materials.context.locale.language();
    let statement = Statement::of(note);
    let mut quotations = Map::new();
    for basis in basis_of(&statement, &materials.shelf, language) {
        let count = quotations.entry(basis.state.name().to_owned()).or_insert(0.into());
        *count = (count.as_u64().unwrap_or_default() + 1).into();
    }
    let mut manifest = materials.json(note);
    if let Some(all) = manifest.as_object_mut() {
        all.insert("paragraphs".to_owned(), statement.spoken(language).len().into());
        all.insert("quotations".to_owned(), quotations.into());
        all.insert("what".to_owned(), "statement".into());
        all.insert("file".to_owned(), file::shown(written.to).into());
        all.insert("format".to_owned(), written.format.name().into());
        all.insert("bytes".to_owned(), written.size.into());
        let unspoken = paragraphs(&note.text).iter().filter(|one| one.kind == ParagraphKind::LeftOut).count();
        all.insert("unspoken".to_owned(), unspoken.into());
        let omitted = written.omitted.iter().map(|(why, count)| (why.name().to_owned(), Value::from(*count)));
        all.insert("omitted".to_owned(), omitted.collect::<Map<_, _>>().into());
        all.insert("left_out".to_owned(), release::manifest(&written.left_out.counts));
    }
    manifest
}
