//! A delegate using the interface without a terminal: sends keys, returns screens.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, FixedOffset};
use plenary::app::effect::Effect;
use plenary::app::event::{Event, Mouse, Pointer};
use plenary::app::requests::{Answer, Reread, Ticket};
use plenary::app::update::update;
use plenary::app::window::WindowSize;
use plenary::app::write::Write;
use plenary::app::{App, Opening, burst, place, verbs};
use plenary::base::{Error, Now};
use plenary::calendar;
use plenary::cite::Aliases;
use plenary::cite::graph::Graph;
use plenary::followup::{self, Fingerprint, Materials, OfDocuments};
use plenary::keymap::{self, Code, Key, Keymap};
use plenary::locale::Locale;
use plenary::model::{Document, Language, Process, Reference, Shelf};
use plenary::store::{bundled, process};
use plenary::view;
use plenary::view::theme::{Colours, Theme};
use plenary::workspace::{Contents, Saved, TimeLimits};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// The bundled documents, read once for all tests: reading them takes longer than most tests.
static BUNDLED: LazyLock<Read> = LazyLock::new(|| Read::of(bundled::documents()));

/// The default keymap, read once for all tests.
static DEFAULT_KEYS: LazyLock<Keymap> = LazyLock::new(|| keys_of(&["default"]));

/// Documents with what is read from them at the start of the program.
#[derive(Clone)]
struct Read {
    shelf: Shelf,
    processes: Vec<Process>,
    followups: OfDocuments,
    graph: Arc<Graph>,
}

impl Read {
    fn of(documents: impl IntoIterator<Item = Document>) -> Self {
        let shelf = Shelf::new(documents);
        let mut processes = process::processes();
        processes.reverse();
        calendar::add_evident_reports(&mut processes, &shelf);
        let followups = followup::of_shelf(&shelf, &processes, plenary::language::Languages::bundled());
        let graph = Arc::new(Graph::of(&shelf, Aliases::bundled()));
        Self { shelf, processes, followups, graph }
    }
}

/// Bundled keymaps, a later one over an earlier one.
fn keys_of(names: &[&str]) -> Keymap {
    let files: Vec<_> =
        names.iter().map(|name| (*name, keymap::bundled(name).expect("a bundled keymap"))).collect();
    let (keymap, faults) = keymap::load(&files, &|scope, binding| {
        verbs::is_known(scope, &binding.verb, binding.argument.as_deref())
    });
    assert_eq!(faults, []);
    keymap
}

/// A delegate using the interface.
pub struct Delegate {
    pub app: App,
    /// All effects returned by the interface, in order.
    pub effects: Vec<Effect>,
    /// Why the disk refuses every change; `None` if it works.
    refuses: Option<Error>,
    now: Now,
    theme: Theme,
}

impl Delegate {
    /// Opens the interface on a day at 10.44 in New York, in French, on a screen of 80×24.
    pub fn at(day: &str) -> Self {
        Self::with(day, [])
    }

    /// The same with more documents in the library.
    pub fn with(day: &str, imported: impl IntoIterator<Item = Document>) -> Self {
        let instant = DateTime::parse_from_rfc3339(&format!("{day}T10:44:00-05:00")).expect("a day");
        let now = Now::new(instant, [7; 10]);
        let imported: Vec<Document> = imported.into_iter().collect();
        let Read { shelf, processes, followups, graph } = if imported.is_empty() {
            BUNDLED.clone()
        } else {
            Read::of(bundled::documents().into_iter().chain(imported))
        };
        let opening = Opening {
            materials: Materials {
                shelf,
                processes,
                followups,
                faults: Vec::new(),
                fingerprint: Fingerprint::default(),
            },
            contents: Contents::default(),
            keymap: DEFAULT_KEYS.clone(),
            locale: Locale::new(Language::FR),
            themes: vec!["dark".into(), "light".into(), "high-contrast".into()],
            author: "Roy".into(),
            words_a_minute: 120,
            time_limits: TimeLimits::default(),
            delegations: plenary::model::Delegations::bundled(),
            own_delegation: None,
            templates: plenary::workspace::bundled_templates(),
            read_only: None,
            size: WindowSize { columns: 80, rows: 24 },
            now,
        };
        let theme = Theme::bundled("dark", Colours::Full).expect("a bundled theme");
        let mut app = App::new(opening);
        app.library.graph = Some(graph);
        Self { app, effects: Vec::new(), refuses: None, now, theme }
    }

    /// Switches the interface to English.
    pub fn in_english(mut self) -> Self {
        self.app.appearance.locale = Locale::new(Language::EN);
        self.app.settle();
        self
    }

    /// Uses another keymap.
    pub fn with_keys(mut self, name: &str) -> Self {
        self.app.input.keymap = keys_of(&["default", name]);
        self
    }

    /// Changes the size of the screen.
    pub fn on(self, columns: u16, rows: u16) -> Self {
        self.send(Event::Resize(columns, rows))
    }

    /// Goes to a passage (`SYMBOL:ADDRESS`), or to the beginning of a document (its symbol).
    pub fn reading(mut self, passage: &str) -> Self {
        let passage = if passage.contains(':') { passage.to_owned() } else { format!("{passage}:title") };
        let passage: Reference = passage.parse().expect("a passage");
        assert!(place::show(&mut self.app, &passage), "{passage} is in the library");
        self.app.settle();
        self
    }

    /// Presses keys, written as in a keymap: `> > Enter Alt-Left`.
    pub fn press(mut self, keys: &str) -> Self {
        for key in keys.split_whitespace() {
            let key: Key = key.parse().expect("a key as keymaps write it");
            self = self.send(Event::Key(key));
        }
        self
    }

    /// Types text, character by character.
    pub fn types(mut self, text: &str) -> Self {
        for c in text.chars() {
            self = self.send(Event::Key(Key::plain(Code::Char(c))));
        }
        self
    }

    /// Clicks a cell.
    pub fn clicks(self, column: u16, row: u16) -> Self {
        self.send(Event::Mouse(Pointer { action: Mouse::Click, column, row }))
    }

    /// Types text that is handled before the next frame.
    pub fn types_in_one_frame(mut self, text: &str) -> Self {
        let from = self.effects.len();
        for c in text.chars() {
            self.handle(Event::Key(Key::plain(Code::Char(c))));
        }
        self.answer_from(from);
        self.app.settle_if_needed();
        self
    }

    /// Sends characters all at once, as an old terminal does for a paste: a line feed is Enter.
    pub fn bursts(mut self, text: &str) -> Self {
        let key = |c| match c {
            '\n' => Key::plain(Code::Enter),
            '\t' => Key::plain(Code::Tab),
            c => Key::plain(Code::Char(c)),
        };
        let mut next = Some(Event::Burst(text.chars().map(key).collect()));
        while let Some(message) = next {
            let (first, later) = burst::first(&self.app, message);
            self = self.send(first);
            next = later;
        }
        self
    }

    /// From now on the disk refuses every change, as it is full; or it works again.
    pub fn with_full_disk(mut self, is_full: bool) -> Self {
        let full = || Error::broken("file-not-written").with("file", "notes/x.md").with("reason", "full");
        self.refuses = is_full.then(|| full().with("what", "No space left on device"));
        self
    }

    /// Sends a message, one second after the previous one, and prepares a frame. The disk answers at once what is
    /// written because of it; meetings are answered only by a disk that refuses.
    pub fn send(self, message: Event) -> Self {
        let from = self.effects.len();
        let mut desk = self.send_only(message);
        desk.answer_from(from);
        desk.app.settle_if_needed();
        desk
    }

    /// Answers the effects from this one on, as the disk does.
    fn answer_from(&mut self, mut from: usize) {
        while let Some(effect) = self.effects.get(from) {
            from += 1;
            if let Some(answer) = self.answer(effect) {
                self.take(answer);
            }
        }
    }

    fn answer(&self, effect: &Effect) -> Option<Event> {
        let Effect::Write(write) = effect else { return None };
        match (&self.refuses, write) {
            (Some(error), _) => Some(Event::Refused(write.clone(), error.clone())),
            (None, Write::Save(note) | Write::Restore(note)) => {
                Some(Event::Saved(note.clone(), Saved::Written))
            }
            (None, Write::Remove(_) | Write::Append(_)) => Some(Event::Written(write.clone())),
            (None, Write::AddToCalendar(_)) => None,
        }
    }

    /// Sends a message and leaves what is written because of it unanswered.
    pub fn send_only(mut self, message: Event) -> Self {
        self.handle(message);
        self.app.settle_if_needed();
        self
    }

    fn handle(&mut self, message: Event) {
        self.now.instant += chrono::TimeDelta::seconds(1);
        self.now.random[9] = self.now.random[9].wrapping_add(1);
        self.take(message);
    }

    fn take(&mut self, message: Event) {
        let effects = update(&mut self.app, message, self.now);
        for effect in &effects {
            if let Effect::WorkOn(day) = effect {
                self.now.today = day.unwrap_or(self.now.instant.date_naive());
            }
        }
        self.effects.extend(effects);
    }

    /// Gives the window the focus: the workspace is read again, with this result.
    pub fn finds(self, read: Reread) -> Self {
        let desk = self.send(Event::Looked);
        let ticket = desk.ticket();
        desk.send(Event::Answered(ticket, Answer::Reloaded(Box::new(read))))
    }

    /// The ticket of the last request.
    pub fn ticket(&self) -> Ticket {
        let request = |effect: &Effect| match effect {
            Effect::Ask(ticket, _) => Some(*ticket),
            _ => None,
        };
        self.effects.iter().rev().find_map(request).expect("a request")
    }

    /// The same instant in a time zone this many hours east of Greenwich.
    pub fn abroad(mut self, hours: i32) -> Self {
        let there = FixedOffset::east_opt(hours * 3600).expect("an offset");
        self.now.instant = self.now.instant.with_timezone(&there);
        self.send(Event::Tick)
    }

    /// The same so many hours later.
    pub fn hours_later(mut self, hours: i64) -> Self {
        self.now.instant += chrono::TimeDelta::hours(hours);
        self.send(Event::Tick)
    }

    /// Uses a terminal with hyperlinks.
    pub fn with_links(mut self) -> Self {
        self.theme = self.theme.with_links(true);
        self
    }

    /// The cells of the screen.
    pub fn cells(&self) -> Buffer {
        let WindowSize { columns, rows } = self.app.window.size;
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a terminal of memory");
        terminal.draw(|frame| view::draw(&self.app, &self.theme, frame)).expect("memory never refuses");
        terminal.backend().buffer().clone()
    }

    /// The screen as text, followed by a hash of all its styles.
    pub fn screen(&self) -> String {
        let WindowSize { columns, rows } = self.app.window.size;
        let buffer = self.cells();
        let mut styles = DefaultHasher::new();
        let mut text = String::new();
        for row in 0..rows {
            let mut line = String::new();
            let mut skip = 0;
            for column in 0..columns {
                let cell = &buffer[(column, row)];
                (cell.fg, cell.bg, cell.modifier).hash(&mut styles);
                if skip == 0 {
                    line.push_str(cell.symbol());
                    skip = plenary::base::text::width(cell.symbol()).max(1);
                }
                skip -= 1;
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        format!("{text}styles {:016x}", styles.finish())
    }

    /// The screen with ordinary spaces, to search for words.
    pub fn words(&self) -> String {
        self.screen().replace(['\u{a0}', '\u{202f}'], " ")
    }

    /// The words of the note being typed as they were last handed over to be stored.
    pub fn stored(&self) -> String {
        let saved = self.effects.iter().rev().find_map(|effect| match effect {
            Effect::Write(Write::Save(note)) => Some(note.text.clone()),
            _ => None,
        });
        saved.expect("it is stored")
    }

    /// The bottom line.
    pub fn footer(&self) -> String {
        let screen = self.words();
        let lines: Vec<&str> = screen.lines().collect();
        lines[lines.len() - 2].trim().to_owned()
    }

    /// The current passage: `SYMBOL:ADDRESS`.
    pub fn place(&self) -> String {
        self.app.desk.here.reference().to_string()
    }
}
