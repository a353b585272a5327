//! Which rows of the tracker one wants: the options `track` and `export tracker` share.

use std::collections::BTreeSet;

use clap::{Arg, ArgAction, ArgMatches};

use crate::base::{Error, Result};
use crate::board::{self, Board, Choice, Facet, FacetKind, Sort};
use crate::cli::context::CommandContext;
use crate::followup::{ActorKind, Force};
use crate::locale::Locale;
use crate::model::{Address, Shelf};
use crate::store::{Access, Opened};
use crate::workspace::{Status, Tracker};

/// The kinds of actors, as options name them.
const ACTORS: [ActorKind; 6] = [
    ActorKind::States,
    ActorKind::InterestedStates,
    ActorKind::StatesAble,
    ActorKind::Secretariat,
    ActorKind::Chair,
    ActorKind::Other,
];

/// The options that choose rows.
pub(super) fn arguments(locale: &Locale) -> Vec<Arg> {
    let many = |name: &'static str, value: &'static str| {
        let argument = Arg::new(name).long(name).value_name(value).action(ArgAction::Append);
        argument.value_delimiter(',').help(locale.say(&format!("cli-only-{name}")))
    };
    vec![
        many("session", "N").value_parser(clap::value_parser!(u32)),
        many("section", "SECTION"),
        many("item", "ITEM"),
        many("actor", "ACTOR").value_parser(ACTORS.map(ActorKind::name)),
        many("force", "FORCE").value_parser(Force::ALL.map(Force::name)),
        many("status", "STATUS").value_parser(Status::ALL.map(Status::name)),
        Arg::new("text").long("text").value_name("TEXT").help(locale.say("cli-only-text")),
        Arg::new("sort")
            .long("sort")
            .value_name("ORDER")
            .value_parser(Sort::ALL.map(Sort::name))
            .help(locale.say("cli-sort")),
    ]
}

/// What was chosen; sections and items that no report has are refused with a list of the known ones.
pub(super) fn chosen(matches: &ArgMatches, boards: &[Board]) -> Result<Choice> {
    let mut choice = Choice {
        sessions: matches.get_many::<u32>("session").unwrap_or_default().copied().collect(),
        statuses: named(matches, "status", Status::from_name),
        sort: matches.get_one::<String>("sort").and_then(|name| Sort::from_name(name)).unwrap_or_default(),
        ..Choice::default()
    };
    let facets = &mut choice.filter.facets;
    let actor = |name: &str| ACTORS.into_iter().find(|kind| kind.name() == name);
    facets.extend(named(matches, "actor", actor).into_iter().map(Facet::Actor));
    let force = |name: &str| Force::ALL.into_iter().find(|force| force.name() == name);
    facets.extend(named(matches, "force", force).into_iter().map(Facet::Force));
    for (option, kind, unknown) in
        [("section", FacetKind::Section, "section-unknown"), ("item", FacetKind::Item, "item-unknown")]
    {
        for text in matches.get_many::<String>(option).unwrap_or_default() {
            facets.extend(found(text, kind, boards, unknown)?);
        }
    }
    choice.filter.text = matches.get_one::<String>("text").cloned().unwrap_or_default();
    Ok(choice)
}

fn named<T: Ord>(matches: &ArgMatches, option: &str, read: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    let names = matches.get_many::<String>(option).unwrap_or_default();
    names.filter_map(|name| read(name)).collect()
}

/// The facets of the boards that a text names: `5/f`, `5 f)` and `item/5/f` are the same item.
fn found(text: &str, kind: FacetKind, boards: &[Board], unknown: &'static str) -> Result<Vec<Facet>> {
    let all: BTreeSet<Facet> = boards
        .iter()
        .flat_map(|board| board.all_facets(None, &Tracker::default()))
        .map(|(facet, _)| facet)
        .filter(|facet| facet.kind() == kind)
        .collect();
    let bare = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = bare(text);
    let wanted = wanted.strip_prefix("item").unwrap_or(&wanted);
    let fits: Vec<Facet> = all.iter().filter(|facet| bare(&name(facet)) == wanted).cloned().collect();
    if !fits.is_empty() {
        return Ok(fits);
    }
    let known: Vec<String> = all.iter().map(name).collect();
    Err(Error::wrong_use(unknown).with("name", text).with("known", known.join(", ")))
}

/// The stable name of what rows share: `4`, `standing`, `E`, `5/f`, `secretariat`, `request`, `open`.
pub(super) fn name(facet: &Facet) -> String {
    match facet {
        Facet::Session(session) => session.to_string(),
        Facet::Standing => "standing".to_owned(),
        Facet::Section(path) => path.join("."),
        Facet::Item(item) => bare_item(item),
        Facet::Actor(kind) => kind.name().to_owned(),
        Facet::Force(force) => force.name().to_owned(),
        Facet::Status(status) => status.name().to_owned(),
    }
}

/// `5/f` of `item/5/f`.
fn bare_item(item: &Address) -> String {
    let written = item.to_string();
    written.strip_prefix("item/").unwrap_or(&written).to_owned()
}

/// The workspace, to be read, and the boards of all documents.
///
/// # Errors
/// As [`CommandContext::workspace`].
pub(super) fn opened(context: &CommandContext, shelf: &Shelf) -> Result<(Opened, Vec<Board>)> {
    context.workspace_beside(Access::Read, || boards(context, shelf))
}

/// The boards of all documents that have follow-ups, in the order of the shelf; of a document held in several languages one,
/// with the words of the language of the user where they are held.
pub(super) fn boards(context: &CommandContext, shelf: &Shelf) -> Vec<Board> {
    let processes = context.processes(shelf);
    let followups = context.followups(shelf, &processes);
    board::all(shelf, &followups, &processes, context.locale.language())
}
