//! Opening the program: from what is on the disk to the interface, at the last place or at the one asked for.

use chrono::{DateTime, FixedOffset};

use crate::app::notice::Notice;
use crate::app::screen::tracker::coverage;
use crate::app::window::WindowSize;
use crate::app::{App, Opening, place};
use crate::base::{Error, Result};
use crate::followup::Materials;
use crate::locale::Locale;
use crate::model::Reference;
use crate::shell::run::{self, SessionSetup};
use crate::shell::{Clock, keys, links, themes};
use crate::store::{MaterialsSource, Opened, Places, Settings, bookmark, delegations, hidden, templates};
use crate::workspace::{Bookmark, Note, Recovery};

/// What every part of the program that is not pure needs.
#[derive(Debug, Clone)]
pub struct Environment {
    /// The folders of the user.
    pub places: Places,
    /// The settings, with defaults where they say nothing.
    pub settings: Settings,
    /// Where documents and dates are read from; its folder is the workspace.
    pub source: MaterialsSource,
    /// The clock, with the day worked on.
    pub clock: Clock,
}

/// What the command line asks for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The passage to open.
    pub passage: Option<Reference>,
    /// The session to work for.
    pub session: Option<u32>,
    /// Whether it names the language, so that the one chosen last time does not count.
    pub language: bool,
}

/// What the interface is opened from.
pub struct Start {
    /// Folders, settings, source and clock.
    pub environment: Environment,
    /// Documents, processes and follow-ups.
    pub materials: Materials,
    /// The workspace with all that is in it.
    pub opened: Opened,
    /// What is wrong with settings, calendar and documents; the first is shown on the bottom line.
    pub errors: Vec<Error>,
    /// The messages in the language of the interface.
    pub locale: Locale,
    /// Who is typing.
    pub author: String,
    /// What the command line asks for.
    pub asked: Asked,
}

/// Opens the interface and returns when the delegate leaves it.
///
/// # Errors
/// When there is no terminal, or it refuses.
pub fn open(start: Start) -> Result<()> {
    run::open(session(start)?)
}

/// What the interface is made from, after what a program that died has left was saved.
pub(super) fn session(start: Start) -> Result<SessionSetup> {
    let Start { environment, materials, mut opened, mut errors, locale, author, asked } = start;
    let Environment { places, settings, clock, .. } = &environment;
    let (remembered, fault) = bookmark::load(places, opened.workspace.root());
    let (keymap, keymap_errors) = keys::keymap(places, settings);
    let (delegations, delegation_errors) = delegations::load(opened.workspace.root());
    errors.extend(keymap_errors.into_iter().chain(fault).chain(delegation_errors));
    errors.extend(opened.every_broken().map(|broken| broken.error.clone()));
    let Opened { workspace, contents, recovered, .. } = &mut opened;
    let Recovery { reports, unsaved, .. } =
        workspace.recover(std::mem::take(recovered), contents, &clock.now());
    errors.splice(0..0, reports);
    hidden::clear_older(&places.state);
    let (templates, faults) = templates::load(places, opened.workspace.root());
    errors.extend(faults);
    let limits = std::mem::take(&mut opened.limits);
    let language = remembered.bookmark.language.filter(|_| !asked.language);
    let colours = themes::colours(settings.colours.as_deref(), &links::environment);
    let first = themes::first(settings.theme.as_deref(), colours, &links::environment);
    let themes = themes::load(places, colours, first.name, &mut errors);
    let has_links = links::are_shown(settings.links.as_deref(), &links::environment);
    let opening = Opening {
        materials,
        read_only: opened.workspace.read_only().cloned(),
        contents: opened.contents,
        keymap,
        locale: language.map_or(locale, Locale::new),
        themes: themes.iter().map(|theme| theme.name.clone()).collect(),
        author,
        words_a_minute: settings.pace(),
        time_limits: settings.time_limits(),
        delegations,
        own_delegation: settings.delegation.clone(),
        templates,
        size: WindowSize { columns: 80, rows: 24 },
        now: clock.now(),
    };
    let has_mouse = settings.mouse.as_deref() != Some("no");
    let arrival = Arrival {
        has_mouse,
        session: asked.session.or(remembered.bookmark.session).or(settings.session),
        passage: asked.passage,
        left: remembered.left,
        // The language asked for counts for the texts too.
        bookmark: Bookmark {
            reading: remembered.bookmark.reading.filter(|_| !asked.language),
            ..remembered.bookmark
        },
        unsaved,
        errors,
        limits,
    };
    Ok(SessionSetup {
        opening,
        start: Box::new(move |app| arrival.begin(app)),
        workspace: opened.workspace,
        has_mouse,
        asks_ground: first.asks_ground,
        themes: themes.into_iter().map(|named| named.with_links(has_links)).collect(),
        environment,
    })
}

/// Where the interface begins, and what it reports first.
struct Arrival {
    /// Whether the program gets the mouse.
    has_mouse: bool,
    bookmark: Bookmark,
    /// When the delegate left.
    left: Option<DateTime<FixedOffset>>,
    /// The passage asked for.
    passage: Option<Reference>,
    /// The session asked for, else the last one, else that of the settings.
    session: Option<u32>,
    /// The texts of a program that died that could not be saved, and why.
    unsaved: Vec<(Note, Error)>,
    errors: Vec<Error>,
    /// What the file system cannot promise; no reason for alarm.
    limits: Vec<Error>,
}

impl Arrival {
    fn begin(self, app: &mut App) {
        for (note, why) in self.unsaved {
            app.workspace.not_recovered(note, why, app.now.instant);
        }
        app.appearance.has_mouse = self.has_mouse;
        let mut session = self.session;
        place::restore(app, &self.bookmark);
        if let Some(passage) = self.passage {
            place::go(app, &passage);
        } else if place::open_at_meeting(app, self.left) && session == self.bookmark.session {
            // The last session is replaced by the one that is on; one asked for is not.
            session = None;
        }
        if session.is_some() {
            app.desk.session = session;
        }
        let read_only = app.workspace.read_only.clone();
        let alarm = read_only.is_some() || !self.errors.is_empty();
        let count = self.errors.len() + self.limits.len();
        let first = read_only.into_iter().chain(self.errors).chain(self.limits).next();
        let notice = first.map(|first| match count {
            0 | 1 => Notice { alarm, ..Notice::from(first) },
            count => {
                let notice = Notice::new("notice-faults").with("first", first);
                Notice { alarm, ..notice.with("count", count) }
            }
        });
        if notice.is_some() {
            app.notice = notice;
        } else if app.notice.is_none() {
            let on = app.split();
            app.notice = coverage::at_start(&mut on.panes.tracker, &on.context);
        }
    }
}
