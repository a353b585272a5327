//! A library of thousands: commands, the first frame and the import at several sizes, with the memory of the process.
//!
//! `cargo bench --bench library` prints a table for 5, 188 and 1,878 documents; with `PLENARY_LARGE=1` also for 18,780. No benchmark
//! fails for being slow. The documents are made from a seed; each has about 22 KB of text, and one in forty is a report with next steps.

#![allow(clippy::disallowed_methods, reason = "a benchmark reads the clock and creates the files it needs")]
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use plenary::model::{Block, BlockKind, Document, Language};
use plenary::store::{bundled, document};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use tempfile::TempDir;

/// The program as built for the benchmark.
const PROGRAM: &str = env!("CARGO_BIN_EXE_plenary");
/// How many documents the library has beside the bundled ones.
const SIZES: [usize; 4] = [0, 183, 1_873, 18_775];
/// Each command is run so often; the first run, which writes the caches, is printed apart.
const RUNS: usize = 9;
/// Bytes of text of each document.
const TEXT: usize = 22_000;
/// Every so many documents is a report with next steps.
const REPORTS: usize = 40;
/// One of so many paragraphs cites resolution 75/240, about every tenth document; each document cites resolution 73/27.
const FEW: usize = 400;

const COMMANDS: [&[&str]; 9] = [
    &["documents"],
    &["show", "A/77/275:annex/16"],
    &["resolve", "57 d"],
    &["resolve", "A/77/275, annex, para. 16 (a)"],
    &["cites", "A/77/275:annex/16"],
    &["cited-by", "A/RES/75/240"],
    &["cited-by", "A/RES/73/27"],
    &["steps", "--document", "A/77/275"],
    &["steps"],
];

/// A home folder with a workspace.
struct Trial {
    home: TempDir,
}

/// How long something took, and the most memory it had.
struct Measured {
    time: Duration,
    /// Megabytes; 0 if it ended before it could be asked.
    megabytes: f64,
}

fn main() {
    // With `--list` cargo asks for names only.
    if std::env::args().any(|argument| argument == "--list") {
        return;
    }
    let large = std::env::var_os("PLENARY_LARGE").is_some();
    for size in SIZES.into_iter().filter(|size| large || *size < 10_000) {
        let trial = Trial::with(size);
        let bundled = bundled::count();
        println!(
            "{} documents{:>41} {:>10} {:>10} {:>8}",
            size + bundled,
            "first ms",
            "median ms",
            "longest ms",
            "MB"
        );
        for command in COMMANDS {
            let first = trial.watched(command);
            let later = trial.runs(RUNS, || trial.command(command));
            let again = trial.watched(command);
            let megabytes = first.megabytes.max(again.megabytes);
            let first = Measured { megabytes, ..first };
            report(&command.join(" "), &std::iter::once(first).chain(later).collect::<Vec<_>>());
        }
        report("first frame", &trial.runs(RUNS, || trial.first_frame()));
        let (one, many) = (trial.sources(1), trial.sources(200));
        report("import of one text of 22 KB", &[trial.command(&["import", &one])]);
        let measured = trial.watched(&["import", &many]);
        let megabytes = 200.0 * TEXT as f64 / 1e6;
        report(
            &format!(
                "import of {megabytes:.1} MB of texts ({:.1} MB/s)",
                megabytes / measured.time.as_secs_f64()
            ),
            &[measured],
        );
        println!();
    }
}

fn report(name: &str, runs: &[Measured]) {
    let milliseconds = |measured: &Measured| measured.time.as_secs_f64() * 1000.0;
    let first = milliseconds(&runs[0]);
    let mut later: Vec<f64> = runs.iter().skip(usize::from(runs.len() > 1)).map(milliseconds).collect();
    later.sort_by(f64::total_cmp);
    let (median, longest) = (later[later.len() / 2], later[later.len() - 1]);
    let megabytes = runs.iter().map(|measured| measured.megabytes).fold(0.0, f64::max);
    println!("{name:<50} {first:>10.1} {median:>10.1} {longest:>10.1} {megabytes:>8.1}");
}

/// Numbers that look random and are the same each time.
struct Seed(u64);

impl Seed {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }

    /// A paragraph that cites other documents of the library.
    fn paragraph(&mut self, size: usize) -> String {
        const WORDS: [&str; 12] = [
            "States",
            "should",
            "the",
            "security",
            "of",
            "information",
            "measures",
            "confidence",
            "and",
            "shall",
            "consider",
            "capacity",
        ];
        let mut text = String::from("Recalling");
        for _ in 0..60 {
            text.push(' ');
            text += WORDS[self.below(WORDS.len())];
        }
        text += &format!(", and {}, paragraph {}", symbol(self.below(size.max(1))), 1 + self.below(40));
        text += if self.below(FEW) == 0 { ", and resolution 75/240." } else { "." };
        text
    }
}

fn symbol(number: usize) -> String {
    format!("A/{}/{}", 60 + number % 30, 1000 + number)
}

/// A document made from a seed; every so many is a copy of a bundled report with next steps.
fn made(number: usize, size: usize, report: &Document) -> Document {
    let mut seed = Seed(number as u64 + 1);
    let mut document = Document {
        symbol: symbol(number).parse().expect("a symbol"),
        findings: Vec::new(),
        ..report.clone()
    };
    if !number.is_multiple_of(REPORTS) {
        (document.language, document.title) =
            (Language::EN, format!("Security of information, part {number}"));
        document.blocks.clear();
        let mut bytes = 0;
        while bytes < TEXT {
            let mut text = seed.paragraph(size);
            if document.blocks.is_empty() {
                text += " See also resolution 73/27.";
            }
            bytes += text.len();
            let address = (document.blocks.len() + 1).to_string();
            let mut block = Block::new(address.parse().expect("an address"), BlockKind::Paragraph, text);
            block.number = Some(address);
            document.blocks.push(block);
        }
    }
    // A report of another body: the process has few reports of its own.
    for block in &mut document.blocks {
        block.text = block.text.replace("travail", "travaux");
    }
    document
}

impl Trial {
    fn with(size: usize) -> Self {
        let trial = Self { home: tempfile::tempdir().expect("a temporary folder can be made") };
        let folder = trial.workspace().join("documents");
        fs::create_dir_all(&folder).expect("the folder can be made");
        let report = bundled::documents().swap_remove(0);
        for number in 0..size {
            let document = made(number, size, &report);
            let name = format!("{}.{}.toml", document.symbol.file_stem(), document.language);
            fs::write(folder.join(name), document::to_toml(&document, None))
                .expect("a document can be written");
        }
        trial
    }

    fn workspace(&self) -> PathBuf {
        self.home.path().join("work")
    }

    fn environment(&self) -> Vec<(&'static str, PathBuf)> {
        let mut all = vec![
            ("HOME", self.home.path().to_owned()),
            ("LANG", "en_US.UTF-8".into()),
            ("TERM", "xterm-256color".into()),
        ];
        let folders = [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CACHE_HOME", "cache"),
        ];
        all.extend(folders.map(|(name, folder)| (name, self.home.path().join(folder))));
        all
    }

    fn runs(&self, count: usize, mut run: impl FnMut() -> Measured) -> Vec<Measured> {
        (0..count).map(|_| run()).collect()
    }

    /// Starts a command.
    fn started(&self, arguments: &[&str]) -> Child {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).arg("--workspace").arg(self.workspace());
        command.env_clear().envs(self.environment()).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().expect("the program can be started")
    }

    /// From the start of a command to its end.
    fn command(&self, arguments: &[&str]) -> Measured {
        let start = Instant::now();
        let ended = self.started(arguments).wait();
        ended.expect("the program can be waited for");
        Measured { time: start.elapsed(), megabytes: 0.0 }
    }

    /// The same with the most memory it has. Asking for that takes a core, so that the time is not that of a command alone.
    fn watched(&self, arguments: &[&str]) -> Measured {
        let start = Instant::now();
        let mut child = self.started(arguments);
        let mut megabytes: f64 = 0.0;
        while child.try_wait().expect("the program can be waited for").is_none() {
            megabytes = megabytes.max(memory(child.id()));
            thread::yield_now();
        }
        Measured { time: start.elapsed(), megabytes }
    }

    /// From the start of the program to the end of its first frame in a pseudo-terminal.
    fn first_frame(&self) -> Measured {
        const HIDDEN: &[u8] = b"\x1b[?25l";
        let start = Instant::now();
        let size = PtySize { rows: 40, cols: 120, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal can be opened");
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.args(["--workspace".as_ref(), self.workspace().as_os_str()]);
        command.cwd(self.home.path());
        self.environment().into_iter().for_each(|(name, value)| command.env(name, value));
        let mut child = pair.slave.spawn_command(command).expect("the program can be started");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let (mut seen, mut bytes) = (Vec::new(), [0; 16_384]);
        while seen.windows(HIDDEN.len()).filter(|part| *part == HIDDEN).count() < 2 {
            let count = reader.read(&mut bytes).expect("the terminal can be read");
            assert!(count > 0, "the program ended: {}", String::from_utf8_lossy(&seen));
            seen.extend(&bytes[..count]);
        }
        let time = start.elapsed();
        let megabytes = child.process_id().map_or(0.0, memory);
        let _ = child.kill();
        drop(pair.master);
        let _ = child.wait();
        Measured { time, megabytes }
    }

    /// A folder with texts to be imported, which no other call makes.
    fn sources(&self, count: usize) -> String {
        let folder = self.home.path().join(format!("sources-{count}"));
        fs::create_dir_all(&folder).expect("the folder can be made");
        for number in 0..count {
            let path = folder.join(format!("{number}.txt"));
            fs::write(path, source(number + 1_000 * count)).expect("a text can be written");
        }
        shown(&folder)
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A report as a plain text.
fn source(number: usize) -> String {
    let mut seed = Seed(number as u64 + 7);
    let mut text = format!(
        "United Nations    A/C.1/70/{number}\nGeneral Assembly    Distr.: General\n3 June 2024\n\nReport on lights\n\nI. Introduction\n\n"
    );
    let mut paragraph = 1;
    while text.len() < TEXT {
        text += &format!("{paragraph}. {}\n\n", seed.paragraph(100));
        paragraph += 1;
    }
    text
}

/// The most resident memory that a process has had, in megabytes; 0 if the system does not say.
fn memory(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}
