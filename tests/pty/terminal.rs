//! A program in a pseudo-terminal: sends keys and reads the screen; waits for events, never for a fixed time.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use vt100::{Callbacks, MouseProtocolMode, Parser, Screen};

use crate::support::home::Home;

use super::key_bytes;

/// Timeout of every wait; long, because tests run in parallel on slow machines.
const LIMIT: Duration = Duration::from_secs(30);

/// A program in its terminal; killed when dropped.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    writer: Writer,
    process: u32,
    shared: Arc<Shared>,
}

/// How a program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exit {
    /// With this exit code.
    Code(u32),
    /// By a signal, with its name.
    Signal(String),
}

type Writer = Arc<Mutex<Box<dyn Write + Send>>>;

/// What the reading threads know about the program.
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: Parser<Answers>,
    raw: Vec<u8>,
    closed: bool,
    exit: Option<Exit>,
}

/// Answers of the terminal to queries of the program.
#[derive(Default)]
struct Answers(Vec<u8>);

impl Callbacks for Answers {
    fn unhandled_csi(
        &mut self,
        screen: &mut Screen,
        i1: Option<u8>,
        _: Option<u8>,
        params: &[&[u16]],
        c: char,
    ) {
        match (i1, c) {
            (Some(b'?'), 'u') => self.0.extend(b"\x1b[?0u"),
            (None, 'c') => self.0.extend(b"\x1b[?62;22c"),
            (None, 'n') if params == [&[6]] => {
                let (row, column) = screen.cursor_position();
                self.0.extend(format!("\x1b[{};{}R", row + 1, column + 1).into_bytes());
            }
            _ => {}
        }
    }
}

impl Terminal {
    /// Opens Plenary with these arguments in a terminal of this size.
    pub fn open(home: &Home, arguments: &[&str], columns: u16, rows: u16) -> Self {
        Self::run(home, env!("CARGO_BIN_EXE_plenary"), arguments, columns, rows)
    }

    /// Opens any program in a terminal of this size.
    pub fn run(home: &Home, program: &str, arguments: &[&str], columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).expect("a pseudo-terminal can be opened");
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        command.args(arguments);
        command.cwd(home.path());
        for (name, value) in home.environment() {
            command.env(name, value);
        }
        let mut child = pair.slave.spawn_command(command).expect("the program can be started");
        let process = child.process_id().expect("a program has a number");
        let parser = Parser::new_with_callbacks(some(rows), some(columns), 0, Answers::default());
        let state = State { parser, raw: Vec::new(), closed: false, exit: None };
        let shared = Arc::new(Shared { state: Mutex::new(state), changed: Condvar::new() });
        let writer = Arc::new(Mutex::new(pair.master.take_writer().expect("the terminal can be written to")));
        let reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let (listener, answers) = (Arc::clone(&shared), Arc::clone(&writer));
        thread::spawn(move || listener.listen(reader, &answers));
        let waiter = Arc::clone(&shared);
        thread::spawn(move || {
            let status = child.wait().ok();
            waiter.change(|state| state.exit = Some(exit(status)));
        });
        Self { master: pair.master, writer, process, shared }
    }

    /// Presses keys, with spaces between them: `> > n`, `Ctrl-x`, `Space`, `Esc`.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        self.send(&key_bytes::bytes(keys))
    }

    /// Types a text.
    pub fn types(&mut self, text: &str) -> &mut Self {
        self.send(text.as_bytes())
    }

    /// Sends a bracketed paste, with line breaks as carriage returns like a terminal.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.send(format!("\x1b[200~{}\x1b[201~", text.replace('\n', "\r")).as_bytes())
    }

    fn send(&mut self, bytes: &[u8]) -> &mut Self {
        let mut writer = self.writer.lock().expect("no thread panics while it writes");
        writer.write_all(bytes).and_then(|()| writer.flush()).expect("the terminal takes what is typed");
        drop(writer);
        self
    }

    /// Changes the size of the terminal; the program gets SIGWINCH.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.shared.change(|state| state.parser.set_size(some(rows), some(columns)));
        self.master.resize(size(columns, rows)).expect("the terminal can be resized");
        self
    }

    /// Waits until the screen meets the condition; fails and prints the screen after the timeout.
    #[track_caller]
    pub fn wait_for(&mut self, wanted: impl Fn(&Screen) -> bool, what: &str) -> &mut Self {
        let ready = |state: &State| wanted(state.parser.screen());
        let state = self.shared.wait(|state| ready(state) || (state.closed && state.exit.is_some()));
        if !ready(&state) {
            let (screen, exit) = (drawn(&state), state.exit.clone());
            drop(state);
            panic!("waited for {what}; the program's end: {exit:?}; the screen:\n{screen}");
        }
        drop(state);
        self
    }

    /// Lets the program run for this long, whatever it does meanwhile.
    pub fn run_for(&mut self, time: Duration) {
        drop(self.shared.changed.wait_timeout_while(self.shared.lock(), time, |state| state.exit.is_none()));
    }

    /// Waits until a condition outside the terminal is met, for instance that a file has been written; fails after the
    /// timeout. Nothing announces it, so it is checked a hundred times a second.
    #[track_caller]
    pub fn wait_until(&mut self, met: impl Fn() -> bool, what: &str) -> &mut Self {
        let pause = Duration::from_millis(10);
        let is_met = (0..LIMIT.as_millis() / pause.as_millis()).any(|_| {
            let is_met = met();
            if !is_met {
                self.run_for(pause);
            }
            is_met
        });
        assert!(is_met, "waited for {what}; the screen:\n{}", self.screen());
        self
    }

    /// Waits until this text is on the screen.
    #[track_caller]
    pub fn sees(&mut self, words: &str) -> &mut Self {
        self.wait_for(|screen| screen.contents().contains(words), words)
    }

    /// Waits until this text is no longer on the screen.
    #[track_caller]
    pub fn sees_no_more(&mut self, words: &str) -> &mut Self {
        self.wait_for(|screen| !screen.contents().contains(words), &format!("no more {words}"))
    }

    /// The row of the screen that contains this text, counted from 0.
    #[track_caller]
    pub fn row_of(&self, words: &str) -> usize {
        let screen = self.screen();
        let found = screen.lines().position(|line| line.contains(words));
        found.unwrap_or_else(|| panic!("{words} is not on the screen:\n{screen}"))
    }

    /// Waits until the program has ended and all its output was read.
    #[track_caller]
    pub fn wait_exit(&mut self) -> Exit {
        let state = self.shared.wait(|state| state.closed && state.exit.is_some());
        let (screen, exit) = (drawn(&state), state.exit.clone());
        drop(state);
        exit.unwrap_or_else(|| panic!("waited for the program to end; the screen:\n{screen}"))
    }

    /// The text on the screen, one line per row, without trailing spaces.
    pub fn screen(&self) -> String {
        drawn(&self.shared.lock())
    }

    /// Everything the program has written so far.
    pub fn raw_output(&self) -> Vec<u8> {
        self.shared.lock().raw.clone()
    }

    /// The terminal modes that the program has not restored; empty after a correct end.
    pub fn unrestored_modes(&self) -> Vec<&'static str> {
        let state = self.shared.lock();
        let screen = state.parser.screen();
        let count = |start: &[u8]| protocol_changes(&state.raw, start);
        [
            (self.is_raw(), "raw mode"),
            (screen.alternate_screen(), "alternate screen"),
            (screen.hide_cursor(), "hidden cursor"),
            (screen.mouse_protocol_mode() != MouseProtocolMode::None, "mouse"),
            (screen.bracketed_paste(), "bracketed paste"),
            (count(b"\x1b[>") > count(b"\x1b[<"), "keyboard protocol"),
        ]
        .into_iter()
        .filter_map(|(left, what)| left.then_some(what))
        .collect()
    }

    /// Whether the terminal is still in raw mode.
    fn is_raw(&self) -> bool {
        let modes = self.master.get_termios().map(|modes| format!("{:?}", modes.local_flags));
        modes.is_some_and(|flags| !flags.split([' ', '(', ')', '|']).any(|flag| flag == "ICANON"))
    }

    /// Gives the terminal its ordinary modes, as a shell does when one of its programs stops.
    pub fn becomes_cooked(&mut self) -> &mut Self {
        let name = self.master.tty_name().expect("a pseudo-terminal has a name");
        let order = format!("stty sane < '{}'", name.display());
        let done = std::process::Command::new("sh").args(["-c", &order]).status();
        assert!(done.is_ok_and(|status| status.success()), "{order}");
        assert!(!self.is_raw());
        self
    }

    /// Waits until the program has written these bytes so often.
    #[track_caller]
    pub fn wait_for_output(&mut self, bytes: &[u8], times: usize) -> &mut Self {
        let found = |state: &State| state.raw.windows(bytes.len()).filter(|part| *part == bytes).count();
        let state = self.shared.wait(|state| found(state) >= times);
        assert!(found(&state) >= times, "waited for {:?}, {times} times", String::from_utf8_lossy(bytes));
        drop(state);
        self
    }

    /// Kills the program with SIGKILL, like a power cut.
    pub fn kill(&mut self) {
        self.signal("KILL");
    }

    /// Sends a signal by its name: `TERM`, `HUP`, `TSTP`, `CONT`.
    pub fn signal(&mut self, name: &str) {
        if self.shared.lock().exit.is_none() {
            let order = format!("kill -{name} {}", self.process);
            let done = std::process::Command::new("sh").args(["-c", &order]).status();
            assert!(done.is_ok_and(|status| status.success()), "{order}");
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let running = self.shared.lock().exit.is_none();
        if running {
            let order = format!("kill -KILL {} 2>/dev/null", self.process);
            let _ = std::process::Command::new("sh").args(["-c", &order]).status();
        }
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.changed.notify_all();
    }

    /// Waits until the state meets the condition or the timeout is over.
    fn wait(&self, wanted: impl Fn(&State) -> bool) -> MutexGuard<'_, State> {
        let waited = self.changed.wait_timeout_while(self.lock(), LIMIT, |state| !wanted(state));
        waited.unwrap_or_else(std::sync::PoisonError::into_inner).0
    }

    /// Reads the output of the program until the terminal is closed, and answers its queries.
    fn listen(&self, mut reader: Box<dyn Read + Send>, writer: &Writer) {
        let mut bytes = [0; 4096];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let mut answers = Vec::new();
            self.change(|state| {
                state.raw.extend(&bytes[..count]);
                state.parser.process(&bytes[..count]);
                answers.append(&mut state.parser.callbacks_mut().0);
            });
            if !answers.is_empty() {
                let mut writer = writer.lock().expect("no thread panics while it writes");
                let _ = writer.write_all(&answers).and_then(|()| writer.flush());
            }
        }
        self.change(|state| state.closed = true);
    }
}

fn exit(status: Option<ExitStatus>) -> Exit {
    match status {
        Some(status) => {
            status.signal().map_or(Exit::Code(status.exit_code()), |name| Exit::Signal(name.to_owned()))
        }
        None => Exit::Signal("lost".to_owned()),
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

fn some(size: u16) -> NonZeroU16 {
    NonZeroU16::new(size).expect("a terminal has rows and columns")
}

fn drawn(state: &State) -> String {
    let screen = state.parser.screen();
    let rows: Vec<String> =
        screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned()).collect();
    rows.join("\n")
}

/// How often the keyboard protocol was pushed (`CSI > … u`) or popped (`CSI < … u`).
fn protocol_changes(raw: &[u8], start: &[u8]) -> usize {
    let parameters = |bytes: &[u8]| bytes.iter().position(|byte| !byte.is_ascii_digit() && *byte != b';');
    let ends_in_u = |rest: &[u8]| parameters(rest).is_some_and(|end| rest[end] == b'u');
    raw.windows(start.len())
        .enumerate()
        .filter(|(at, bytes)| *bytes == start && ends_in_u(&raw[at + start.len()..]))
        .count()
}
