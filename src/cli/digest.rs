//! `plenary digest`: the record of a session or of one of its days.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};
use serde_json::json;

use crate::base::{Error, Result};
use crate::board::{Agenda, Board, DigestChoice, DigestOrder, DigestScope};
use crate::calendar;
use crate::cli::context::CommandContext;
use crate::cli::output::Output;
use crate::cli::{choice, export, release, session};
use crate::export::digest::{DigestSetting, prose as written, title};
use crate::export::prose::{self, ProseFormat};
use crate::export::{FileFormat, LeftOutList};
use crate::locale::Locale;
use crate::model::Process;
use crate::store::file;

pub(super) fn command(command: Command, locale: &Locale) -> Command {
    let say = |id: &str| locale.say(id);
    let day = Arg::new("day").long("day").value_name("YYYY-MM-DD").value_parser(crate::cli::today);
    let by =
        Arg::new("by").long("by").value_name("ORDER").value_parser(DigestOrder::ALL.map(DigestOrder::name));
    let to = Arg::new("to").long("to").value_name("FILE").value_parser(clap::value_parser!(PathBuf));
    let format = Arg::new("format").long("format").value_name("FORMAT");
    let format = format.value_parser(ProseFormat::ALL.map(ProseFormat::name)).help(say("cli-format"));
    let (day, by) = (day.help(say("cli-digest-day")), by.help(say("cli-digest-by")));
    let to = to.required(true).help(say("cli-to"));
    command.args([session(locale), day, by, to, format, release::argument(locale)])
}

pub(super) fn run(context: &CommandContext, matches: &ArgMatches) -> Result<Output> {
    let to = export::target(context, matches)?;
    let format: ProseFormat = export::format(matches, &to)?;
    let (shelf, errors) = context.shelf();
    let (opened, boards) = choice::opened(context, &shelf)?;
    let processes = context.processes(&shelf);
    let process = processes.first().expect("there is a bundled process");
    let scope = scope(context, matches, process, &boards)?;
    let order = matches.get_one::<String>("by").and_then(|name| DigestOrder::from_name(name));
    let release = release::chosen(matches);
    let contents = release.judged(&opened.contents);
    let agenda = Agenda { process, boards: &boards, shelf: &shelf, tracker: &contents.tracker };
    let (delegations, delegation_errors) = context.delegations();
    let choice = DigestChoice {
        scope,
        order: order.unwrap_or_default(),
        release,
        delegations: &delegations,
        language: context.locale.language(),
    };
    let digest = agenda.digest(&contents.notebook, &choice);
    let left_out = LeftOutList::new(release, digest.left_out.clone(), &context.locale);
    let author = context.author();
    let (locale, moment) = (&context.locale, context.now().instant);
    let setting = DigestSetting {
        agenda,
        locale,
        author: &author,
        moment,
        delegations: &delegations,
        left_out: &left_out,
    };
    let bytes = prose::write(&written(&digest, scope, &setting), format)?;
    let manifest = json!({
        "what": "digest",
        "file": file::shown(&to),
        "format": format.name(),
        "bytes": bytes.len(),
        "session": scope.session,
        "day": scope.day.map(|day| day.to_string()),
        "by": order.unwrap_or_default().name(),
        "texts": digest.notes(),
        "statuses": digest.statuses.len(),
        "open": digest.open.len(),
        "next": digest.next.len(),
        "restricted": release.restricted,
        "left_out": release::manifest(&left_out.counts),
    });
    let args = [("title", title(scope, locale).into()), ("texts", digest.notes().into())];
    let summary = locale.say_with("digest-summary", &args);
    let broken: Vec<Error> = opened.every_broken().map(|broken| broken.error.clone()).collect();
    let what = export::OutputFile { bytes, manifest, summary, left_out: &left_out };
    Ok(export::delivered(context, &to, what)?.warning(errors).warning(delegation_errors).warning(broken))
}

/// The session and the day that are asked for; the session is the one on that day, or the usual one.
fn scope(
    context: &CommandContext,
    matches: &ArgMatches,
    process: &Process,
    boards: &[Board],
) -> Result<DigestScope> {
    let day = matches.get_one::<chrono::NaiveDate>("day").copied();
    let asked = matches.get_one::<u32>("session").copied();
    if let Some(session) = asked {
        let named: Vec<_> = boards.iter().flat_map(|board| board.followups.iter().cloned()).collect();
        CommandContext::session(Some(process), &named, session)?;
    }
    let on = |day| calendar::session_on(process, day).and_then(|session| session.number);
    let default = || match day {
        Some(day) => on(day),
        None => calendar::default_session(process, context.now().today),
    };
    let unknown = || {
        Error::not_found("digest-no-session").with("date", day.map(|day| day.to_string()).unwrap_or_default())
    };
    Ok(DigestScope { session: asked.or_else(default).ok_or_else(unknown)?, day })
}
