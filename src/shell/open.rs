//! Opening the desk: from what is on the disk to the interface, where one was or where one asks to be.

use chrono::{DateTime, FixedOffset};

use crate::app::message::{Notice, Place};
use crate::app::screen::timeline;
use crate::app::screen::tracker::cover;
use crate::app::{App, Opening, place};
use crate::base::{Error, Result};
use crate::followup::OfDocuments;
use crate::locale::Locale;
use crate::model::{Process, Reference, Shelf};
use crate::shell::run::{self, Desk};
use crate::shell::{Clock, keys, links};
use crate::store::{Opened, Places, Settings, Source, desk};
use crate::view::theme;

/// What the desk is opened from.
pub struct Start {
    /// The folders of the user.
    pub places: Places,
    /// The settings.
    pub settings: Settings,
    /// What was wrong with settings and documents; the first is said on the bottom line.
    pub faults: Vec<Error>,
    /// The clock, in the day one works in.
    pub clock: Clock,
    /// The words.
    pub locale: Locale,
    /// Whether the language was asked for, so that the one chosen last time does not count.
    pub asked_language: bool,
    /// Who is typing.
    pub author: String,
    /// Where documents and dates are read from.
    pub source: Source,
    /// The documents at hand.
    pub shelf: Shelf,
    /// The processes, the one to work in first.
    pub processes: Vec<Process>,
    /// The follow-ups of each document that has some.
    pub followups: OfDocuments,
    /// The workspace with all that is in it.
    pub opened: Opened,
    /// The passage asked for.
    pub at: Option<Reference>,
    /// The session asked for.
    pub session: Option<u32>,
    /// Whether colours are wanted.
    pub colour: bool,
}

/// Opens the desk and stays until the delegate leaves.
///
/// # Errors
/// When there is no terminal, or it refuses; when a recovered note cannot be saved.
pub fn open(mut start: Start) -> Result<()> {
    let (remembered, fault) = desk::load(&start.places, start.opened.workspace.root());
    let (keymap, keymap_faults) = keys::keymap(&start.places, &start.settings);
    start.faults.extend(keymap_faults.into_iter().chain(fault));
    start.faults.extend(start.opened.broken.iter().map(|broken| broken.error.clone()));
    let now = start.clock.now();
    for note in std::mem::take(&mut start.opened.recovered) {
        let saved = start.opened.workspace.save(&note, &now)?;
        let id = note.id;
        start.opened.notebook.add(note);
        start.opened.notebook.settle(id, &saved);
        start.opened.workspace.follow(id);
        start.faults.insert(0, Error::broken("note-recovered"));
    }
    let language = remembered.language.filter(|_| !start.asked_language);
    let opening = Opening {
        shelf: start.shelf,
        processes: start.processes,
        followups: start.followups,
        notebook: start.opened.notebook,
        positions: start.opened.positions,
        tracker: start.opened.tracker,
        keymap,
        locale: language.map_or(start.locale, Locale::new),
        themes: themes(start.settings.theme.as_deref(), &mut start.faults),
        author: start.author,
        read_only: start.opened.workspace.read_only().cloned(),
        size: (80, 24),
        now,
    };
    let was = was(&remembered);
    let links = links::wanted(start.settings.links.as_deref(), &links::environment);
    let session = start.session.or(was.session).or(start.settings.session);
    let (at, faults, left) = (start.at, start.faults, remembered.left);
    run::open(Desk {
        opening,
        start: Box::new(move |app| begin(app, (&was, left), (at, session), &faults)),
        workspace: start.opened.workspace,
        places: start.places,
        source: start.source,
        clock: start.clock,
        colour: start.colour,
        links,
    })
}

fn begin(
    app: &mut App,
    (was, left): (&Place, Option<DateTime<FixedOffset>>),
    (at, mut session): (Option<Reference>, Option<u32>),
    faults: &[Error],
) {
    place::restore(app, was);
    if let Some(passage) = at {
        place::go(app, &passage);
    } else if timeline::open_at_meeting(app, left) && session == was.session {
        // The session last looked at gives way to the one that is on; one asked for does not.
        session = None;
    }
    if session.is_some() {
        app.desk.session = session;
    }
    let first = app.read_only.clone().or_else(|| faults.first().cloned());
    let said = first.map(|first| match faults.len() {
        0 | 1 => Notice::from(first),
        count => {
            let notice = Notice::new("notice-faults").with("first", first);
            Notice { alarm: true, ..notice.with("count", count) }
        }
    });
    if said.is_some() {
        app.notice = said;
    } else if app.notice.is_none() {
        app.notice = cover::at_start(app);
    }
}

/// Where one was, as the interface wants it.
fn was(remembered: &desk::Desk) -> Place {
    fn said<T: ToString>(value: Option<&T>) -> String {
        value.map(ToString::to_string).unwrap_or_default()
    }
    Place {
        symbol: said(remembered.document.as_ref()),
        address: said(remembered.address.as_ref()),
        pane: remembered.pane.clone().unwrap_or_default(),
        item: said(remembered.item.as_ref()),
        session: remembered.session,
        report: said(remembered.report.as_ref()),
        theme: remembered.theme.clone(),
        interface: remembered.language.map(|language| language.to_string()),
    }
}

/// The names of the themes there are.
#[must_use]
pub fn theme_names() -> Vec<String> {
    theme::BUNDLED.iter().map(|(name, _)| (*name).to_owned()).collect()
}

/// The themes, the one of the settings first.
fn themes(wished: Option<&str>, faults: &mut Vec<Error>) -> Vec<String> {
    let mut names = theme_names();
    if let Some(wished) = wished {
        if names.iter().any(|name| name == wished) {
            names.sort_by_key(|name| name != wished);
        } else {
            faults
                .push(Error::wrong_use("theme-unknown").with("name", wished).with("known", names.join(", ")));
        }
    }
    names
}
