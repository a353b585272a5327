//! `plenary` alone: opens the desk.

use clap::ArgMatches;

use crate::base::Result;
use crate::cli::context::Context;
use crate::shell;
use crate::store::Access;

/// Opens the desk where one was, or where one asks to be.
pub(super) fn run(context: Context, matches: &ArgMatches) -> Result<()> {
    let (shelf, faults) = context.shelf();
    let at = matches.get_one::<String>("at").map(|text| context.passage(&shelf, text)).transpose()?;
    let processes = context.processes(&shelf);
    let session = matches.get_one::<u32>("session").copied();
    session.map_or(Ok(()), |session| Context::session(processes.first(), &[], session))?;
    let read = || context.followups(&shelf, &processes);
    let (opened, followups) = context.workspace_beside(Access::Write, read)?;
    let author = context.author();
    shell::open(shell::Start {
        places: context.places,
        settings: context.settings,
        faults: context.faults.into_iter().chain(faults).collect(),
        clock: context.clock,
        locale: context.locale,
        asked_language: context.asked_language,
        author,
        source: context.source,
        shelf,
        processes,
        followups,
        opened,
        at,
        session,
        colour: std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    })
}
