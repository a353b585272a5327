//! Benchmarks of the whole program: a command in a pipe, and the first frame in a pseudo-terminal.

use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use plenary::store::{WritePath, library};
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use tempfile::TempDir;

use crate::support::{self, Again, SIZE, Wait};

/// The program as built for the benchmark.
const PROGRAM: &str = env!("CARGO_BIN_EXE_plenary");

/// The environment of the program.
fn environment(home: &TempDir) -> Vec<(&'static str, PathBuf)> {
    let inside = |name: &str| home.path().join(name);
    vec![
        ("HOME", home.path().to_owned()),
        ("XDG_CONFIG_HOME", inside("config")),
        ("XDG_DATA_HOME", inside("data")),
        ("XDG_STATE_HOME", inside("state")),
        ("LANG", "fr_FR.UTF-8".into()),
        ("TERM", "xterm-256color".into()),
    ]
}

/// From the start of `plenary documents` to its end.
pub fn documents() -> Box<dyn Wait> {
    let home = support::folder();
    Box::new(Again(move || {
        let mut command = Command::new(PROGRAM);
        command.arg("documents").env_clear().envs(environment(&home)).stdout(Stdio::null());
        let ended = command.status().expect("the program can be started");
        assert!(ended.success());
    }))
}

/// From the start of `plenary` to the end of its first frame in a pseudo-terminal.
pub fn desk() -> Box<dyn Wait> {
    Box::new(FirstFrame { home: support::folder(), running: None })
}

/// The same with a report of 2,000 steps and logs of 100,000 acts.
pub fn desk_with_large_logs() -> Box<dyn Wait> {
    let home = support::folder();
    let workspace = home.path().join(WORKSPACE);
    support::write_logs_on(&workspace, 100_000, 2_000);
    let report = support::long_report(2_000);
    let bytes = b"a report with many steps";
    let import = library::Import { document: &report, name: "report.txt", bytes, force: false };
    let mut catalogue = library::Catalogue::read(WritePath::of_user(workspace.join("documents")))
        .expect("the folder can be read");
    catalogue.keep(&import).expect("the report can be stored");
    Box::new(FirstFrame { home, running: None })
}

/// The workspace folder, relative to the home folder.
const WORKSPACE: &str = "workspace";

struct FirstFrame {
    home: TempDir,
    running: Option<(Box<dyn Child + Send + Sync>, Box<dyn MasterPty + Send>)>,
}

/// Hides the cursor: sent when the terminal is set up, and at the end of each frame.
const HIDDEN: &[u8] = b"\x1b[?25l";

impl FirstFrame {
    /// Ends the program of the previous run, so that the workspace is not locked.
    fn end(&mut self) {
        if let Some((mut child, terminal)) = self.running.take() {
            let _ = child.kill();
            drop(terminal);
            let _ = child.wait();
        }
    }
}

impl Wait for FirstFrame {
    fn before(&mut self) {
        self.end();
    }

    fn run(&mut self) {
        let size = PtySize { rows: SIZE.1, cols: SIZE.0, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal can be opened");
        let mut command = CommandBuilder::new(PROGRAM);
        command.env_clear();
        command.args(["--workspace", WORKSPACE]);
        command.cwd(self.home.path());
        environment(&self.home).into_iter().for_each(|(name, value)| command.env(name, value));
        let child = pair.slave.spawn_command(command).expect("the program can be started");
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().expect("the terminal can be read");
        let (mut seen, mut bytes) = (Vec::new(), [0; 16_384]);
        while seen.windows(HIDDEN.len()).filter(|part| *part == HIDDEN).count() < 2 {
            let count = reader.read(&mut bytes).expect("the terminal can be read");
            assert!(count > 0, "the program ended: {}", String::from_utf8_lossy(&seen));
            seen.extend(&bytes[..count]);
        }
        self.running = Some((child, pair.master));
    }
}

impl Drop for FirstFrame {
    fn drop(&mut self) {
        self.end();
    }
}
