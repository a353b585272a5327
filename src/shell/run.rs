//! The loop: take an event, update, carry out the effects, and draw when no event is waiting.

use std::io::{IsTerminal, stdin, stdout};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use chrono::TimeDelta;

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::update::update;
use crate::app::{App, Opening, burst};
use crate::base::{Error, Result};
use crate::shell::clipboard::ClipboardThread;
use crate::shell::elsewhere::{self, Elsewhere};
use crate::shell::ground::{self, Reply};
use crate::shell::importer::Importer;
use crate::shell::inbox::Inbox;
use crate::shell::keeper::{Job, Keeper};
use crate::shell::search::Searcher;
use crate::shell::terminal::Screen;
use crate::shell::themes::{self, NamedTheme};
use crate::shell::workers::Workers;
use crate::shell::{Clock, Environment, importing, input, jobs, links, signals, unsaved_output};
use crate::store::WorkspaceFolder;
use crate::view;

/// What a session of the interface is opened with.
pub struct SessionSetup {
    /// What the interface is made from; its size becomes that of the terminal.
    pub opening: Opening,
    /// Done with the interface before the first frame: going to the last place, or to the one asked for.
    pub start: Box<dyn FnOnce(&mut App)>,
    /// The workspace.
    pub workspace: WorkspaceFolder,
    /// Folders, source and clock.
    pub environment: Environment,
    /// Whether the terminal is asked if its ground is light: if neither settings nor environment say it.
    pub asks_ground: bool,
    /// Whether the program gets the mouse.
    pub has_mouse: bool,
    /// The themes named in `opening`.
    pub themes: Vec<NamedTheme>,
}

/// Opens the interface and returns when the delegate leaves it.
///
/// # Errors
/// `not-a-terminal` when there is none to draw on; whatever the terminal refuses.
pub fn open(session: SessionSetup) -> Result<()> {
    if !stdin().is_terminal() || !stdout().is_terminal() {
        return Err(Error::wrong_use("not-a-terminal"));
    }
    let (sender, messages) = mpsc::channel();
    // Before the terminal is asked for its size: a window is often resized just after it opens.
    signals::listen(sender.clone())?;
    let screen = Screen::take(session.has_mouse)?;
    if session.asks_ground {
        // A terminal that is gone is found out by what reads it next.
        let _ = ground::ask();
    }
    let mut app = App::new(Opening { size: screen.size(), ..session.opening });
    (session.start)(&mut app);
    app.settle();
    let clock = session.environment.clock;
    let workspace = elsewhere::HomeWorkspace {
        root: session.workspace.root().to_owned(),
        manifest: session.workspace.manifest().clone(),
        places: session.environment.places.clone(),
    };
    let root = workspace.root.clone();
    let mut workers = Workers::new(sender.clone()).with_caches(session.environment.source.cache.clone());
    workers.searcher = Some(Arc::new(Searcher::new(workspace.places.clone(), root.clone())));
    workers.home.clone_from(&session.environment.places.home);
    workers.inbox = Inbox::of(&session.environment).map(Arc::new);
    app.inbox.folder = workers.inbox.as_ref().map(|inbox| inbox.typed());
    workers.importer = Some(Arc::new(Importer {
        documents: session.workspace.documents_dir(),
        source: session.environment.source.clone(),
        limits: importing::limits(&session.environment.settings),
        home: session.environment.places.home.clone(),
        clock,
        inbox: workers.inbox.clone(),
    }));
    let mut program = Program {
        elsewhere: Elsewhere::new(workspace, sender.clone()),
        keeper: Keeper::start(session.workspace, session.environment, sender.clone()),
        workers,
        clipboard: ClipboardThread::start(&links::environment),
        app,
        themes: session.themes,
        screen,
        clock,
    };
    let reply = match session.asks_ground {
        true => program.answered_ground(&sender),
        false => Reply::none(),
    };
    program.draw()?;
    input::listen(sender, reply);
    let ended = program.live(&messages);
    if ended.is_err() {
        // The terminal is gone: what is being typed is still handed over.
        let effects = update(&mut program.app, Event::Terminate, clock.now());
        effects.into_iter().for_each(|effect| program.write(effect));
    }
    let failed = program.finish(&messages);
    let Program { app, screen, .. } = program;
    drop(screen);
    let left = unsaved_output::report(&app, &root);
    ended.and(left).and(failed)
}

/// The interface, and what carries out its effects.
struct Program {
    app: App,
    themes: Vec<NamedTheme>,
    keeper: Keeper,
    workers: Workers,
    elsewhere: Elsewhere,
    clipboard: ClipboardThread,
    screen: Screen,
    clock: Clock,
}

impl Program {
    /// Takes over what the terminal has answered so far; what was typed in the meantime becomes events. Returns what of the
    /// answer is still to come.
    fn answered_ground(&mut self, events: &Sender<Event>) -> Reply {
        let Ok(answer) = ground::answer() else { return Reply::none() };
        if answer.is_light == Some(true) {
            update(&mut self.app, Event::LightGround, self.clock.now());
        }
        for event in answer.others.into_iter().filter_map(input::event) {
            // The receiver lives as long as the program.
            let _ = events.send(event);
        }
        answer.reply
    }

    fn live(&mut self, messages: &Receiver<Event>) -> Result<()> {
        let unread = self.app.read_notes();
        for effect in
            self.app.requests.ask_indexes().into_iter().chain(self.app.look_into_inbox()).chain(unread)
        {
            self.write(effect);
        }
        loop {
            let first = match messages.recv_timeout(self.until_next_tick()) {
                Ok(message) => message,
                Err(RecvTimeoutError::Timeout) => Event::Tick,
                Err(RecvTimeoutError::Disconnected) => Event::Terminate,
            };
            let mut next = Some(first);
            while let Some(message) = next {
                let (event, later) = burst::first(&self.app, message);
                if self.carry_out_all(event)?.is_break() {
                    return Ok(());
                }
                next = later.or_else(|| messages.try_recv().ok());
            }
            self.fit();
            self.draw()?;
        }
    }

    /// How long until the minute changes or, if that is sooner, what could not be written is to be tried again; no longer than
    /// an instant while there are notes of which it is not yet read what they cite.
    fn until_next_tick(&self) -> Duration {
        let pause = self.app.workspace.unsaved.pause(self.clock.now().instant);
        let pause = pause.and_then(|pause| (pause + TimeDelta::milliseconds(1)).to_std().ok());
        let tick = match self.app.changes_each_second() {
            true => self.clock.until_next_second(),
            false => self.clock.until_next_minute(),
        };
        if !self.app.library.mentions.is_complete() {
            return Duration::from_millis(1);
        }
        pause.into_iter().fold(tick, Duration::min)
    }

    /// Waits until everything handed over is written or refused, and takes the answers over. Returns the first failure of
    /// something else.
    fn finish(&mut self, messages: &Receiver<Event>) -> Result<()> {
        self.keeper.finish();
        self.elsewhere.finish();
        let mut failed = Ok(());
        for message in messages.try_iter() {
            match message {
                Event::Saved(..)
                | Event::Written(_)
                | Event::Added(_)
                | Event::Refused(..)
                | Event::SavedAs(_)
                | Event::Exported(_) => {
                    update(&mut self.app, message, self.clock.now());
                }
                Event::Failed(error) => failed = failed.and(Err(error)),
                _ => {}
            }
        }
        failed
    }

    /// Takes over the size of the terminal, if it has changed, and prepares what is drawn.
    fn fit(&mut self) {
        if self.app.window.size != self.screen.size() {
            self.app.window.size = self.screen.size();
            self.app.settle();
        }
        self.app.settle_if_needed();
    }

    fn draw(&mut self) -> Result<()> {
        let (app, theme) = (&self.app, themes::used(&self.themes, &self.app.appearance));
        self.screen.draw(|frame| view::draw(app, theme, frame))
    }

    /// Handles a message and carries out its effects; breaks if one ends the program. If the terminal refuses one, the others
    /// are still written.
    fn carry_out_all(&mut self, message: Event) -> Result<ControlFlow<()>> {
        let mut effects = update(&mut self.app, message, self.clock.now()).into_iter();
        while let Some(effect) = effects.next() {
            match self.carry_out(effect) {
                Ok(ControlFlow::Continue(())) => {}
                Ok(ControlFlow::Break(())) => return Ok(ControlFlow::Break(())),
                Err(error) => {
                    effects.for_each(|effect| self.write(effect));
                    return Err(error);
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Carries out an effect; breaks if it ends the program.
    fn carry_out(&mut self, effect: Effect) -> Result<ControlFlow<()>> {
        match effect {
            Effect::Quit => return Ok(ControlFlow::Break(())),
            Effect::Redraw => self.screen.take_again()?,
            Effect::Suspend => {
                // Nobody knows when, and whether, the program continues.
                self.keeper.wait_for_journal();
                self.screen.lend(signals::suspend)?;
                self.app.window.size = self.screen.size();
                self.app.settle();
            }
            Effect::Mouse(has_mouse) => self.screen.mouse(has_mouse)?,
            Effect::Copy(text) => {
                self.clipboard.put(&text);
                self.screen.copy(&text)?;
            }
            Effect::WorkOn(day) => {
                self.clock.today = day;
                self.keeper.send(Job::WorkOn(day));
            }
            other => self.write(other),
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Carries out what needs no terminal: the keeper writes, workers do what takes long.
    fn write(&mut self, effect: Effect) {
        match effect {
            Effect::SaveAs(asked) => self.elsewhere.write(*asked, self.clock),
            Effect::Export(file) => self.elsewhere.export(*file),
            other => {
                if let Some(job) = jobs::of(other, &mut self.workers, &self.app) {
                    self.keeper.send(job);
                }
            }
        }
    }
}
