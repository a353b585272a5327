//! What every verb starts from: language, settings, folders, the day, the documents in the library.

use std::cell::OnceCell;
use std::ffi::OsString;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::ArgMatches;

use crate::base::{Error, Message, Now, Result, Unwatched};
use crate::calendar::Own;
use crate::cite::graph::Graph;
use crate::cite::resolve;
use crate::followup::{self, FollowUp};
use crate::keymap;
use crate::locale::{self, Locale};
use crate::model::{Delegations, Language, Process, Reference, SessionKind, Shelf, Symbol};
use crate::shell::{self, Clock, Environment};
use crate::store::library::{LibraryCache, OpenedLibrary};
use crate::store::{
    Access, Machine, Manifest, MaterialsSource, Opened, Places, Settings, WorkspaceFolder, cache,
    delegations, library, manifest, process, settings,
};
use crate::workspace::OwnDelegation;

/// What is known before the arguments are read: folders, settings, language.
pub struct Prepared {
    /// The messages in the language of the user.
    pub locale: Locale,
    places: Places,
    settings: Settings,
    errors: Vec<Error>,
}

/// What every verb starts from.
pub struct CommandContext {
    /// The messages in the language of the user.
    pub locale: Locale,
    /// Folders, settings, source of documents and dates, clock.
    pub environment: Environment,
    /// What is wrong with the settings and the delegate's calendar.
    pub errors: Vec<Error>,
    /// Whether the output is one JSON value.
    pub json: bool,
    /// Whether the command line names the language.
    pub asked_language: bool,
    /// The delegate's own calendar, if there is one.
    own: Option<Own>,
    /// The library, once it is opened.
    shelf: OnceCell<Shelf>,
}

/// The value of `--lang` among raw arguments, so that even the help is in that language.
#[must_use]
pub fn asked_language(arguments: &[OsString]) -> Option<String> {
    let mut words = arguments.iter().filter_map(|argument| argument.to_str());
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next().map(str::to_owned),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ => {}
        }
    }
    None
}

/// The valid values of the settings that are a choice.
fn choices(places: &Places) -> [settings::SettingChoice; 7] {
    let processes = process::processes().into_iter().map(|process| process.id);
    [
        ("language", locale::available().iter().map(ToString::to_string).collect()),
        ("theme", shell::theme_names(places)),
        ("colours", shell::COLOURS.iter().map(ToString::to_string).collect()),
        ("keymap", keymap::BUNDLED.iter().map(ToString::to_string).collect()),
        ("process", processes.collect()),
        ("mouse", ["yes", "no"].map(str::to_owned).to_vec()),
        ("links", shell::LINKS.iter().map(ToString::to_string).collect()),
    ]
}

impl Prepared {
    /// Finds the folders, reads the settings and chooses the language.
    ///
    /// # Errors
    /// When the user has no folders at all.
    pub fn new(asked: Option<&str>) -> Result<Self> {
        let places = Places::of_user()?;
        let (settings, errors) = settings::load(&places, || choices(&places));
        let chosen = settings.language.map(|language| language.to_string());
        let language = locale::choose(asked, chosen.as_deref(), sys_locale::get_locale().as_deref());
        Ok(Self { locale: Locale::new(language), places, settings, errors })
    }

    /// What the verb starts from, once the arguments are read.
    ///
    /// # Errors
    /// None today; a verb's own arguments are checked by the verb.
    pub fn context(self, matches: &ArgMatches) -> Result<CommandContext> {
        let sub = matches.subcommand().map_or(matches, |(_, sub)| sub);
        let given = sub.get_one::<PathBuf>("workspace");
        let folder = self.places.workspace(given.map(PathBuf::as_path), &self.settings);
        let process = self.settings.process.clone().or_else(|| manifest::load_lenient(&folder).process);
        let cache = LibraryCache::new(&cache::folder(&self.places, &folder));
        let source = MaterialsSource { folder, cache: Some(cache), process };
        let (own, calendar_errors) = source.own();
        Ok(CommandContext {
            locale: self.locale,
            environment: Environment {
                places: self.places,
                settings: self.settings,
                source,
                clock: Clock { today: sub.get_one::<chrono::NaiveDate>("today").copied() },
            },
            errors: self.errors.into_iter().chain(calendar_errors).collect(),
            json: sub.get_flag("json"),
            asked_language: sub.get_one::<String>("lang").is_some(),
            own,
            shelf: OnceCell::new(),
        })
    }
}

impl CommandContext {
    /// This moment, on the day worked on.
    #[must_use]
    pub fn now(&self) -> Now {
        self.environment.clock.now()
    }

    /// Messages in the language of the interface, each on a line of its own.
    #[must_use]
    pub fn lines(&self, messages: &[Message]) -> String {
        messages.iter().map(|message| self.locale.message(message)).collect::<Vec<_>>().join("\n")
    }

    /// The folder of the workspace.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.environment.source.folder
    }

    /// The documents in the library: the bundled ones and those imported into the workspace.
    #[must_use]
    pub fn shelf(&self) -> (Shelf, Vec<Error>) {
        let opened = self.library();
        (opened.shelf, opened.errors)
    }

    /// The same with the state of its files.
    #[must_use]
    pub fn library(&self) -> OpenedLibrary {
        let cache = self.environment.source.cache.as_ref();
        let opened = library::read(self.folder(), cache, &Unwatched).expect("nobody stops it");
        let _ = self.shelf.set(opened.shelf.clone());
        opened
    }

    /// The citations of the documents, read when they are asked for.
    #[must_use]
    pub fn graph(&self, shelf: &Shelf) -> Graph {
        let cache = self.environment.source.cache.as_ref();
        library::graph(shelf, cache, None::<&Unwatched>).expect("nobody stops it")
    }

    /// What was wrong with documents that were read only when the verb asked for them.
    #[must_use]
    pub fn document_faults(&self) -> Vec<Error> {
        self.shelf.get().map(Shelf::take_faults).unwrap_or_default()
    }

    /// The processes with what the delegate's calendar and the documents add to them: first that of the settings or the
    /// workspace, then that at work on the day, then the latest.
    #[must_use]
    pub fn processes(&self, shelf: &Shelf) -> Vec<Process> {
        self.environment.source.processes(self.own.as_ref(), shelf, self.now().today)
    }

    /// The follow-ups of each document that has next steps.
    #[must_use]
    pub fn followups(&self, shelf: &Shelf, processes: &[Process]) -> followup::OfDocuments {
        library::followups(shelf, self.environment.source.cache.as_ref(), processes)
    }

    /// Refuses a session that a process does not have and no next step of the document names.
    ///
    /// # Errors
    /// `session-unknown` (`session`, `known`).
    pub fn session(process: Option<&Process>, named: &[FollowUp], session: u32) -> Result<()> {
        let held = process.into_iter().flat_map(|process| &process.sessions);
        let substantive = held.filter(|session| session.kind == SessionKind::Substantive);
        let mut known: Vec<u32> = substantive.filter_map(|session| session.number).collect();
        known.extend(named.iter().flat_map(|followup| &followup.sessions));
        known.sort_unstable();
        known.dedup();
        if known.contains(&session) {
            return Ok(());
        }
        let known: Vec<String> = known.iter().map(ToString::to_string).collect();
        let unknown = Error::wrong_use("session-unknown").with("session", session);
        Err(unknown.with("known", known.join(", ")))
    }

    /// The delegations, with those the workspace adds, and what is wrong in its file.
    #[must_use]
    pub fn delegations(&self) -> (Arc<Delegations>, Vec<Error>) {
        delegations::load(self.folder())
    }

    /// The own delegation, as the settings have it.
    #[must_use]
    pub fn own<'a>(&'a self, all: &'a Delegations) -> Option<OwnDelegation<'a>> {
        OwnDelegation::find(all, self.environment.settings.delegation.as_deref())
    }

    /// The workspace, made if it is to be written to and does not exist yet.
    ///
    /// # Errors
    /// When the folder cannot be used.
    pub fn workspace(&self, access: Access) -> Result<Opened> {
        WorkspaceFolder::open(self.folder(), access, &self.manifest())
    }

    /// The workspace to add new texts to, of which nothing is read.
    ///
    /// # Errors
    /// As [`Self::workspace`].
    pub fn workspace_to_add(&self) -> Result<WorkspaceFolder> {
        WorkspaceFolder::open_to_add(self.folder(), &self.manifest())
    }

    /// The workspace to write to; if it does not exist yet, it is made with the manifest of another one, but for the author.
    ///
    /// # Errors
    /// As [`Self::workspace`].
    pub fn workspace_like(&self, other: Option<Manifest>) -> Result<Opened> {
        let new =
            other.map_or_else(|| self.manifest(), |other| Manifest { author: Some(self.author()), ..other });
        WorkspaceFolder::open(self.folder(), Access::Write, &new)
    }

    /// The machine the user works on; the first time, its id is stored.
    #[must_use]
    pub fn machine(&self) -> Machine {
        Machine::of_user(&self.environment.places, &self.now())
    }

    /// The manifest of a workspace made now.
    fn manifest(&self) -> Manifest {
        Manifest {
            author: Some(self.author()),
            languages: vec![self.locale.language()],
            ..Manifest::default()
        }
    }

    /// The workspace, and the result of some work done while it is opened: both can take long, and the user waits only for
    /// the longer one.
    ///
    /// # Errors
    /// As [`Self::workspace`].
    pub fn workspace_beside<T>(&self, access: Access, work: impl FnOnce() -> T) -> Result<(Opened, T)> {
        let (folder, manifest) = (self.folder(), self.manifest());
        beside(|| WorkspaceFolder::open(folder, access, &manifest), work)
    }

    /// The same for the desk, which reads many notes after its first frame.
    ///
    /// # Errors
    /// As [`Self::workspace`].
    pub fn desk_workspace_beside<T>(&self, work: impl FnOnce() -> T) -> Result<(Opened, T)> {
        let (folder, manifest) = (self.folder(), self.manifest());
        beside(|| WorkspaceFolder::open_soon(folder, Access::Write, &manifest), work)
    }

    /// The author: from the settings, else the name of the account.
    #[must_use]
    pub fn author(&self) -> String {
        let named = |name| std::env::var(name).ok().filter(|name| !name.trim().is_empty());
        let account = || named("USER").or_else(|| named("USERNAME"));
        self.environment.settings.author.clone().or_else(account).unwrap_or_else(|| "delegate".to_owned())
    }

    /// The language of the text of a document that is shown, if the document is held in more than one.
    pub fn version(&self, shelf: &Shelf, symbol: &Symbol) -> Option<Language> {
        let has_versions = shelf.has_versions(symbol);
        shelf.language_of(symbol, self.locale.language()).filter(|_| has_versions)
    }

    /// The one passage a reference names.
    ///
    /// # Errors
    /// `passage-not-found` when there is none, `passage-not-held` with its official address when its document is not in the library,
    /// `passage-ambiguous` with all candidates when there are several.
    pub fn passage(&self, shelf: &Shelf, text: &str) -> Result<Reference> {
        let mut found = resolve::candidates(shelf, text, None);
        if let Some(first) = found.first().filter(|first| !first.held) {
            let symbol = &first.passage.symbol;
            return Err(Error::not_found("passage-not-held")
                .with("reference", text)
                .with("symbol", symbol)
                .with("address", symbol.official_address(self.locale.language())));
        }
        found.retain(|candidate| candidate.held);
        match found.len() {
            0 => Err(Error::not_found("passage-not-found").with("reference", text)),
            1 => Ok(found.remove(0).passage),
            _ => {
                let all: Vec<String> = found.iter().map(|candidate| candidate.passage.to_string()).collect();
                Err(Error::wrong_use("passage-ambiguous")
                    .with("reference", text)
                    .with("candidates", all.join(", ")))
            }
        }
    }

    /// The one passage a reference names, whether its document is in the library or not.
    ///
    /// # Errors
    /// `passage-not-found` and `passage-ambiguous` as [`Self::passage`].
    pub fn any_passage(&self, shelf: &Shelf, text: &str) -> Result<Reference> {
        let found = resolve::candidates(shelf, text, None);
        match found.first().filter(|first| !first.held) {
            Some(foreign) => Ok(foreign.passage.clone()),
            None => self.passage(shelf, text).or_else(|error| text.parse().map_err(|()| error)),
        }
    }
}

/// Opens a workspace while something else is done.
fn beside<T>(open: impl FnOnce() -> Result<Opened> + Send, work: impl FnOnce() -> T) -> Result<(Opened, T)> {
    let (opened, done) = std::thread::scope(|scope| {
        let opening = scope.spawn(open);
        let done = work();
        (opening.join().unwrap_or_else(|panic| resume_unwind(panic)), done)
    });
    Ok((opened?, done))
}
