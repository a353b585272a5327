//! The program without a terminal: what the loop, the keeper and the workers do, in one thread and when the trial says so.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, TimeDelta};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::app::effect::Effect;
use crate::app::event::Event;
use crate::app::requests::Answer;
use crate::app::update::update;
use crate::app::window::WindowSize;
use crate::app::{App, Opening, burst};
use crate::base::{Now, Unwatched};
use crate::followup::Materials;
use crate::keymap::{Code, Key};
use crate::locale::Locale;
use crate::model::Language;
use crate::shell::importer::Importer;
use crate::shell::importing;
use crate::shell::inbox::Inbox;
use crate::shell::journal::{self, Keeping};
use crate::shell::keeper::{NumberedJob, Writer};
use crate::shell::open::session;
use crate::shell::search::Searcher;
use crate::shell::themes::{self, NamedTheme};
use crate::shell::workers::Workers;
use crate::shell::{Asked, Clock, Environment, Start, jobs};
use crate::store::contents::{self, Loaded};
use crate::store::drafts::DraftsCall;
use crate::store::{Access, Manifest, MaterialsSource, Places, WorkspaceFolder, settings};
use crate::view;

/// The interface, what it has asked for, and what carries that out.
pub struct Desk {
    pub app: App,
    /// The folder of the workspace.
    pub folder: PathBuf,
    /// Jobs handed over to the keeper and not done yet, oldest first.
    pub jobs: Vec<NumberedJob>,
    /// Answers that have not reached the interface yet, oldest first.
    pub answers: VecDeque<Event>,
    /// Whether the delegate has left.
    pub has_ended: bool,
    now: Now,
    /// The turn of the last job.
    turn: u64,
    /// What the thread of the journal was sent and has not done yet.
    calls: Vec<DraftsCall>,
    journal: Keeping,
    writer: Writer,
    workers: Workers,
    messages: Receiver<Event>,
    themes: Vec<NamedTheme>,
}

/// The moment at which each trial begins: during the fourth session.
pub fn begin() -> Now {
    Now::new(DateTime::parse_from_rfc3339("2023-03-07T10:44:00-05:00").unwrap(), [7; 10])
}

impl Desk {
    /// Starts the program on the workspace in a home folder.
    pub fn open(home: &Path, language: Language, size: (u16, u16), now: Now) -> Self {
        let folder = home.join("work");
        let environment = Environment {
            places: Places::under(home),
            settings: settings::load(&Places::under(home), || []).0,
            source: MaterialsSource { folder: folder.clone(), cache: None, process: None },
            clock: Clock { today: Some(now.today) },
        };
        let opened = WorkspaceFolder::open_soon(&folder, Access::Write, &Manifest::default()).unwrap();
        let refused = opened.workspace.read_only().map(|why| why.message.id);
        assert_ne!(refused, Some("workspace-locked"), "nobody else holds the workspace");
        let start = Start {
            materials: materials(&environment.source, now),
            environment,
            opened,
            errors: Vec::new(),
            locale: Locale::new(language),
            author: "Roy".into(),
            asked: Asked { language: true, ..Asked::default() },
        };
        let mut session =
            session(start).unwrap_or_else(|error| panic!("the program does not start: {error:?}"));
        let size = WindowSize { columns: size.0, rows: size.1 };
        let mut app = App::new(Opening { size, now, ..session.opening });
        (session.start)(&mut app);
        app.settle();
        let (sender, messages) = mpsc::channel();
        let inbox = Inbox::of(&session.environment).map(Arc::new);
        app.inbox.folder = inbox.as_ref().map(|inbox| inbox.typed());
        let importer = Importer {
            documents: session.workspace.documents_dir(),
            source: session.environment.source.clone(),
            limits: importing::limits(&session.environment.settings),
            home: home.to_owned(),
            clock: session.environment.clock,
            inbox: inbox.clone(),
        };
        let drafts = session.workspace.feed_drafts().expect("the drafts are kept in this thread");
        let mut desk = Self {
            app,
            turn: 0,
            calls: Vec::new(),
            journal: Keeping::new(drafts, sender.clone()),
            folder,
            jobs: Vec::new(),
            answers: VecDeque::new(),
            has_ended: false,
            now,
            writer: Writer::new(session.workspace, session.environment, sender.clone()),
            workers: Workers::without_threads(sender),
            messages,
            themes: session.themes,
        };
        desk.workers.inbox = inbox;
        desk.workers.home = home.to_owned();
        desk.workers.importer = Some(Arc::new(importer));
        let mut effects = desk.app.requests.ask_indexes();
        effects.extend(desk.app.look_into_inbox());
        effects.extend(desk.app.read_notes());
        desk.carry_out(effects);
        desk
    }

    /// Sends an event to the interface, one second after the last one; returns what it asks for, which is handed over.
    pub fn send(&mut self, event: Event) -> Vec<Effect> {
        let (mut asked, mut next) = (Vec::new(), Some(event));
        while let Some(event) = next.take() {
            self.now.instant += TimeDelta::seconds(1);
            self.now = Now { random: self.now.nth(1).random, ..self.now };
            let (event, later) = burst::first(&self.app, event);
            let effects = update(&mut self.app, event, self.now);
            asked.extend(effects.clone());
            self.carry_out(effects);
            next = later.filter(|_| !self.has_ended);
        }
        asked
    }

    /// Presses keys one after the other, and does all that is asked for.
    pub fn press(&mut self, keys: &str) {
        keys.split_whitespace().for_each(|key| drop(self.send(Event::Key(key.parse().unwrap()))));
        self.settle();
    }

    /// Types a text letter by letter.
    pub fn types(&mut self, text: &str) {
        text.chars().for_each(|c| drop(self.send(Event::Key(Key::plain(Code::Char(c))))));
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match &effect {
                Effect::Quit => self.has_ended = true,
                Effect::WorkOn(day) => self.now.today = day.unwrap_or(self.now.instant.date_naive()),
                _ => {}
            }
            if let Some(job) = jobs::of(effect, &mut self.workers, &self.app) {
                self.turn += 1;
                self.calls.extend(journal::call(self.turn, &job));
                self.jobs.push((self.turn, job));
            }
            self.answers.extend(self.messages.try_iter());
        }
    }

    /// Searches in the indexes of the workspace, with the documents as they are.
    pub fn searching(&mut self, home: &Path) {
        let searcher = Searcher::new(Places::under(home), self.folder.clone());
        assert!(matches!(searcher.update(&Unwatched, None), Some(Answer::Indexed)));
        self.workers.searcher = Some(Arc::new(searcher));
    }

    /// Lets this much time pass.
    pub fn wait(&mut self, time: TimeDelta) {
        self.now.instant += time;
    }

    /// The moment of the last event.
    pub fn now(&self) -> Now {
        self.now
    }

    /// Has everything typed so far written to the journal.
    pub fn journal(&mut self) {
        self.journal.carry_out(self.calls.drain(..));
        self.answers.extend(self.messages.try_iter());
    }

    /// Has the keeper do the next `count` jobs as one batch, which waits for the journal.
    pub fn write(&mut self, count: usize) {
        self.journal();
        let batch: Vec<NumberedJob> = self.jobs.drain(..count.min(self.jobs.len())).collect();
        self.writer.write_all(batch);
        self.answers.extend(self.messages.try_iter());
    }

    /// Has all jobs done and all answers delivered, until nothing is left to do.
    pub fn settle(&mut self) {
        for _ in 0..1000 {
            if self.jobs.is_empty() && self.answers.is_empty() {
                return;
            }
            self.write(usize::MAX);
            while let Some(answer) = self.answers.pop_front() {
                self.send(answer);
            }
        }
        panic!("the interface never stops asking: {} jobs", self.jobs.len());
    }

    /// Draws the screen in memory, which has exactly the cells of the terminal.
    pub fn draw(&mut self) {
        self.screen();
    }

    /// The text of the screen, row by row.
    pub fn screen(&mut self) -> String {
        self.app.settle_if_needed();
        let WindowSize { columns, rows } = self.app.window.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        let theme = themes::used(&self.themes, &self.app.appearance);
        terminal.draw(|frame| view::draw(&self.app, theme, frame)).unwrap();
        terminal.backend().to_string()
    }

    /// What the files of the workspace hold now.
    pub fn disk(&self) -> Loaded {
        contents::read(&self.folder, &Unwatched).unwrap()
    }
}

/// The materials of a workspace. Those of an empty one are read only once for all trials.
fn materials(source: &MaterialsSource, now: Now) -> Materials {
    static BUNDLED: OnceLock<Materials> = OnceLock::new();
    if source.folder.join("documents").exists() || source.folder.join("calendar.toml").exists() {
        return source.read(now.today, &Unwatched).unwrap();
    }
    let bundled = BUNDLED.get_or_init(|| source.read(now.today, &Unwatched).unwrap());
    Materials { fingerprint: source.fingerprint(), ..bundled.clone() }
}
