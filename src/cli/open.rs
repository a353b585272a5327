//! `plenary` alone: opens the interface.

use clap::ArgMatches;

use crate::base::Result;
use crate::cli::context::CommandContext;
use crate::followup::{Fingerprint, Materials};
use crate::shell::{self, Asked};
use crate::store::library::OpenedLibrary;

/// Opens the interface at the last place, or at the one asked for.
pub(super) fn run(context: CommandContext, matches: &ArgMatches) -> Result<()> {
    let calendar = context.environment.source.calendar_fingerprint();
    let OpenedLibrary { shelf, errors, fingerprint } = context.library();
    let fingerprint = Fingerprint { documents: fingerprint, calendar };
    let passage = matches.get_one::<String>("at").map(|text| context.passage(&shelf, text)).transpose()?;
    let processes = context.processes(&shelf);
    let session = matches.get_one::<u32>("session").copied();
    session.map_or(Ok(()), |session| CommandContext::session(processes.first(), &[], session))?;
    let read = || context.followups(&shelf, &processes);
    let (opened, followups) = context.desk_workspace_beside(read)?;
    shell::open(shell::Start {
        author: context.author(),
        materials: Materials { shelf, processes, followups, faults: Vec::new(), fingerprint },
        opened,
        errors: context.errors.into_iter().chain(errors).collect(),
        locale: context.locale,
        asked: Asked { passage, session, language: context.asked_language },
        environment: context.environment,
    })
}
