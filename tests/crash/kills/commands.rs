//! Commands are killed while they add notes and meetings, set statuses, import and export.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::cli::run_in;
use crate::support::files;
use crate::support::home::Home;

use super::words::{self, Words};
use super::{Dice, rounds};

const PROGRAMME: &str = "Date;Heure;Point(s);Objet\nlundi 6 mars 2023;10 h-13 h;5 a);Menaces\nmardi 7 mars 2023;15 h-18 h;5 d);Suite\n";

/// Two versions of one report.
const REPORTS: [&str; 2] = [
    "A/79/900\n\nReport of the Working Group on harbour safety\n\nI. Introduction\n\n1. The Working Group met in Geneva.\n",
    "A/79/900\n\nReport of the Working Group on harbour safety\n\nI. Introduction\n\n1. The Working Group met twice in Geneva.\n\n2. It agreed.\n",
];

/// A home in which commands are killed.
struct Round {
    home: Home,
    dice: Dice,
    seed: u64,
    count: usize,
    /// How many of them ended before they could be killed.
    ended: usize,
    saved: Vec<String>,
    statuses: usize,
    /// How long each command takes if it is not killed.
    lengths: BTreeMap<&'static str, Duration>,
}

impl Round {
    fn new(seed: u64) -> Self {
        let home = Home::new();
        files::write(&home.path().join("p.csv"), PROGRAMME);
        for (at, report) in REPORTS.iter().enumerate() {
            files::write(&home.path().join(format!("{at}/report.txt")), report);
        }
        let (dice, lengths) = (Dice(seed), BTreeMap::new());
        Self { home, dice, seed, count: 0, ended: 0, saved: Vec::new(), statuses: 0, lengths }
    }

    /// Starts a command and kills it at some moment, or lets it end; whether it ended well. The first of its kind is
    /// never killed: it shows how long they take.
    fn run(&mut self, arguments: &[&str]) -> bool {
        let kind =
            ["note", "track", "import", "export", "calendar"].into_iter().find(|kind| arguments[0] == *kind);
        let kind = kind.expect("a known command");
        let begun = Instant::now();
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.args(arguments).env_clear().envs(self.home.environment()).current_dir(self.home.path());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let Some(length) = self.lengths.get(kind) else {
            let output = child.wait_with_output().expect("it ends");
            assert!(
                output.status.success(),
                "{}: {}",
                self.context(),
                String::from_utf8_lossy(&output.stderr)
            );
            self.lengths.insert(kind, begun.elapsed());
            return true;
        };
        // Most of the time goes into starting; what is written is written near the end.
        let percent = u32::try_from(30 + self.dice.below(80)).expect("small");
        let (_nobody, never) = mpsc::channel::<()>();
        let _ = never.recv_timeout(*length * percent / 100);
        let _ = child.kill();
        let has_ended = child.wait().expect("it ends").success();
        self.ended += usize::from(has_ended);
        has_ended
    }

    fn context(&self) -> String {
        format!("seed {}, command {}", self.seed, self.count)
    }

    fn file(&self, path: &str) -> Option<String> {
        let path = self.home.path().join(path);
        path.exists().then(|| files::text(&path))
    }

    fn next(&mut self) {
        self.count += 1;
        match self.dice.below(5) {
            0 => self.adds_a_note(),
            1 => self.sets_a_status(),
            2 => self.imports(),
            3 => self.exports(),
            _ => self.adds_meetings(),
        }
    }

    fn adds_a_note(&mut self) {
        let word = words::word(self.seed, self.count);
        if self.run(&["note", "add", "E.2", &word]) {
            self.saved.push(word);
        }
        let words = Words::read(&self.home);
        words.hold_all(&self.saved, &self.context());
        words.are_single(&self.context());
    }

    fn sets_a_status(&mut self) {
        let status = ["open", "raised", "discussed", "agreed"][self.dice.below(4)];
        let ended = self.run(&["track", "set", "E.2", "--session", "4", "--status", status]);
        let logs = files::ending(&self.home.data().join("workspace/tracker"), ".log");
        let acts: usize = logs.iter().map(|log| files::text(log).lines().count()).sum();
        let expected =
            if ended { self.statuses + 1..=self.statuses + 1 } else { self.statuses..=self.statuses + 1 };
        assert!(expected.contains(&acts), "{}: {acts} acts, not {expected:?}", self.context());
        self.statuses = acts;
    }

    fn imports(&mut self) {
        let which = self.dice.below(REPORTS.len());
        let (before, name) = (self.document(), format!("{which}/report.txt"));
        let ended = self.run(&["import", &name]);
        let after = self.document();
        let words = ["met in Geneva", "met twice in Geneva"];
        let is_new =
            after.as_ref().is_some_and(|text| text.contains(words[which]) && text.contains("title = "));
        assert!(is_new || (!ended && after == before), "{}: {after:?}", self.context());
    }

    fn document(&self) -> Option<String> {
        let documents = files::ending(&self.home.data().join("workspace/documents"), ".toml");
        let is_held = |path: &&std::path::PathBuf| path.iter().all(|name| name != ".trash");
        documents.iter().find(is_held).map(|path| files::text(path))
    }

    fn exports(&mut self) {
        let before = self.file("t.csv");
        let ended = self.run(&["export", "tracker", "--to", "t.csv"]);
        let after = self.file("t.csv");
        run_in(&self.home, &["export", "tracker", "--to", "whole.csv"]).text();
        let is_whole = after == self.file("whole.csv");
        assert!(is_whole || (!ended && after == before), "{}: {after:?}", self.context());
    }

    fn adds_meetings(&mut self) {
        let ended = self.run(&["calendar", "add", "p.csv"]);
        let calendar = self.file(&calendar(&self.home)).unwrap_or_default();
        let count = calendar.matches("[[meetings]]").count();
        assert!(count == 2 || (!ended && count == 0), "{}: {calendar}", self.context());
    }
}

fn calendar(home: &Home) -> String {
    let path = home.data().join("workspace/calendar.toml");
    path.strip_prefix(home.path()).unwrap_or(Path::new("")).to_string_lossy().into_owned()
}

fn round(seed: u64, continues: &mut dyn FnMut() -> bool) {
    let mut round = Round::new(seed);
    while continues() {
        round.next();
    }
    println!("commands: {} of {} ended before the kill", round.ended, round.count);
    let check = run_in(&round.home, &["check"]);
    assert_eq!(check.code, 0, "{}: {}{}", round.context(), check.out, check.error);
}

#[test]
fn a_command_killed_at_any_moment_leaves_the_old_or_the_new() {
    rounds("commands", 24, round);
}
