//! The desk is killed while the delegate types notes and interventions, sets statuses, undoes and adds meetings.

use std::time::{Duration, Instant};

use crate::cli::run_in;
use crate::pty::desk;
use crate::pty::terminal::{Exit, Terminal};
use crate::support::home::Home;

use super::words::{self, Words};
use super::{Dice, rounds};

/// How long a word may be on the screen before it is on the disk.
const SOON: Duration = Duration::from_secs(3);

const PROGRAMME: &str = "Monday, 6 March 2023\n10 a.m. – 1 p.m. Item 5 d) Threats\n";

/// A delegate at the desk, and what they know to be saved.
struct Delegate {
    dice: Dice,
    seed: u64,
    count: usize,
    /// What was done, for the report of a failure.
    done: Vec<String>,
    /// Words that must be on the disk whatever happens now.
    saved: Vec<String>,
    /// Words on the screen, and since when.
    seen: Vec<(String, Instant)>,
}

impl Delegate {
    fn new(seed: u64) -> Self {
        Self { dice: Dice(seed), seed, count: 0, done: Vec::new(), saved: Vec::new(), seen: Vec::new() }
    }

    fn word(&mut self) -> String {
        self.count += 1;
        words::word(self.seed, self.count)
    }

    /// All words on the screen so far are saved.
    fn all_saved(&mut self) {
        self.saved.extend(self.seen.drain(..).map(|(word, _)| word));
    }

    fn does(&mut self, what: &str) {
        self.done.push(what.to_owned());
    }

    fn acts(&mut self, terminal: &mut Terminal) {
        match self.dice.below(10) {
            0..4 => self.writes(terminal),
            4..6 => self.intervenes(terminal),
            6..8 => {
                let keys = ["s d", "s r", "s a", "s o"][self.dice.below(4)];
                self.does(keys);
                terminal.press(keys);
            }
            8 => {
                self.does("u");
                terminal.press("u");
            }
            _ => self.adds_meetings(terminal),
        }
    }

    /// Types a note, word by word.
    fn writes(&mut self, terminal: &mut Terminal) {
        terminal.press("n").sees("Editing note");
        for _ in 0..=self.dice.below(4) {
            let word = self.word();
            self.does(&format!("note {word}"));
            terminal.types(&format!("{word} ")).sees(&word);
            self.seen.push((word.clone(), Instant::now()));
            if self.dice.below(3) == 0 {
                let is_saved = |screen: &vt100::Screen| screen.contents().contains("│saved");
                terminal.wait_for(is_saved, "saved");
                self.does("saved");
                self.all_saved();
            }
        }
        if self.dice.below(3) > 0 {
            terminal.press("Esc").sees("Note saved.");
            self.does("Esc");
            self.all_saved();
        }
    }

    fn intervenes(&mut self, terminal: &mut Terminal) {
        let word = self.word();
        self.does(&format!("intervention {word}"));
        terminal.press("i").sees("Delegation:").types(&format!("SG + {word}")).sees(&word);
        self.seen.push((word, Instant::now()));
        if self.dice.below(3) > 0 {
            terminal.press("Enter").sees("Note saved.");
            self.does("Enter");
            self.all_saved();
        }
    }

    fn adds_meetings(&mut self, terminal: &mut Terminal) {
        self.does("meetings");
        terminal.press("C").paste(PROGRAMME).sees("Threats").press("Enter").sees("1 meeting read");
        terminal.press("Esc");
    }

    /// Kills the desk at some moment.
    fn kills(&mut self, mut terminal: Terminal) {
        terminal.run_for(Duration::from_millis(u64::try_from(self.dice.below(60)).expect("small")));
        let old = self.seen.iter().filter(|(_, since)| since.elapsed() > SOON).map(|(word, _)| word.clone());
        self.saved.extend(old.collect::<Vec<_>>());
        terminal.kill();
        assert!(matches!(terminal.wait_exit(), Exit::Signal(_)), "{:?}", self.done);
        self.does("kill");
        self.seen.clear();
    }

    fn context(&self) -> String {
        let last = self.done.len().saturating_sub(25);
        format!("seed {}, after {:?}", self.seed, &self.done[last..])
    }
}

/// Kills desks in one home. What is open after an action is closed before the next one, but not before the kill.
fn round(seed: u64, continues: &mut dyn FnMut() -> bool) {
    let home = Home::new();
    let mut delegate = Delegate::new(seed);
    while continues() {
        let mut terminal = desk(&home, &["--at", "E.2"]);
        Words::read(&home).are_single(&delegate.context());
        for _ in 0..delegate.dice.below(3) {
            delegate.acts(&mut terminal);
            terminal.press("Esc Esc");
        }
        delegate.acts(&mut terminal);
        delegate.kills(terminal);
        Words::read(&home).hold_all(&delegate.saved, &delegate.context());
    }
    let mut last = desk(&home, &[]);
    assert_eq!(last.press("q").wait_exit(), Exit::Code(0), "{}", delegate.context());
    let words = Words::read(&home);
    words.hold_all(&delegate.saved, &delegate.context());
    words.are_single(&delegate.context());
    let check = run_in(&home, &["check"]);
    assert_eq!(check.code, 0, "{}: {}{}", delegate.context(), check.out, check.error);
    let meetings = run_in(&home, &["calendar", "--session", "4"]);
    assert!(meetings.out.matches("10:00–13:00").count() <= 1, "{}: {}", delegate.context(), meetings.out);
}

#[test]
fn a_desk_killed_at_any_moment_loses_nothing_that_was_saved() {
    rounds("desks", 10, round);
}
