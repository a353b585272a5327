//! Each crate and each I/O module of the standard library may be used only in the modules listed; network nowhere.

use crate::support::paths::{self, Path, Token};
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// A dependency that may be used only in some modules.
struct Dependency {
    /// The path that names it in code.
    path: &'static str,
    /// Where it may be used: layers by name, files by their path in `src` or by their name with `.rs`.
    modules: &'static [&'static str],
}

const fn only_in(path: &'static str, modules: &'static [&'static str]) -> Dependency {
    Dependency { path, modules }
}

/// Layers of plain data, where a file may read stored forms only if the list names its whole path.
const PLAIN: [&str; 2] = ["base", "model"];

/// Modules that read data written by people.
const READERS: &[&str] = &[
    "base/table.rs",
    "base/table/values.rs",
    "store",
    "keymap",
    "cli",
    "settings.rs",
    "shell/reading.rs",
    "import/line.rs",
    "import/reader/pdf/refusal.rs",
    "workspace/note.rs",
    "workspace/position.rs",
    "workspace/amendment.rs",
    "workspace/front.rs",
    "workspace/intervention/correct.rs",
    "workspace/intervention/record.rs",
    "workspace/speakers.rs",
    "workspace/statement.rs",
    "workspace/note/front.rs",
    "view/theme/file.rs",
];

/// The restricted dependencies: crates, and I/O modules of the standard library.
const RESTRICTED: &[Dependency] = &[
    only_in("ratatui", &["view", "shell"]),
    only_in("ratatui::crossterm", &["shell"]),
    only_in("crossterm", &["shell"]),
    only_in("signal_hook", &["shell"]),
    only_in("clap", &["cli"]),
    only_in("clap_complete", &["cli"]),
    only_in("arboard", &["shell/clipboard/system.rs"]),
    only_in("x11rb", &["shell/clipboard/x11.rs"]),
    only_in("serde", READERS),
    only_in("toml", READERS),
    only_in("postcard", &["store"]),
    only_in("memchr", &["base/row_lines.rs"]),
    only_in("serde_json", &["store", "cli", "export", "shell/reading.rs"]),
    only_in("fluent_bundle", &["locale"]),
    only_in("unic_langid", &["locale"]),
    only_in("sys_locale", &["locale", "shell", "cli"]),
    only_in("fuzzy_matcher", &["search"]),
    only_in("frostem", &["search/words.rs"]),
    only_in(
        "tantivy",
        &[
            "store/index/mod.rs",
            "store/index/folder.rs",
            "store/index/reading.rs",
            "store/index/schema.rs",
            "store/index/scoring.rs",
            "store/index/terms.rs",
            "store/index/tokens.rs",
        ],
    ),
    only_in("chrono_tz", &["model", "calendar", "store"]),
    only_in("chardetng", &["import/reader/encoding.rs"]),
    only_in("encoding_rs", &["import"]),
    only_in("whatlang", &["import"]),
    only_in("hayro_interpret", &["import/reader/pdf/glyphs.rs"]),
    only_in("rustix", &["shell/child.rs"]),
    only_in("similar", &["compare"]),
    only_in("csv", &["export"]),
    only_in("rust_xlsxwriter", &["export"]),
    only_in(
        "zip",
        &[
            "export/docx/package.rs",
            "import/reader/package.rs",
            "store/handover/pack.rs",
            "store/handover/unpack.rs",
        ],
    ),
    only_in("sha2", &["store/handover/pack.rs"]),
    only_in("quick_xml", &["export/docx/xml.rs", "import/reader/xml.rs"]),
    only_in("etcetera", &["store"]),
    only_in("libc", &["store/disk.rs"]),
    only_in("getrandom", &["shell", "cli"]),
    only_in("strsim", &["base"]),
    only_in("std::fs", &["store/disk.rs"]),
    only_in("std::io", &["store", "shell", "cli", "export/docx/package.rs", "import/reader/package.rs"]),
    only_in("std::io::stdin", &["shell", "cli"]),
    only_in("std::io::stdout", &["shell", "cli"]),
    only_in("std::io::stderr", &["shell", "cli"]),
    only_in("std::env", &["store", "shell", "cli"]),
    only_in("std::net", &[]),
    only_in("std::os::unix::net", &[]),
    only_in("std::process::Command", &["shell/child.rs"]),
];

/// Crates that every layer may use: text, dates.
const EVERYWHERE: [&str; 4] = ["unicode-width", "unicode-segmentation", "unicode-normalization", "chrono"];

/// Functions that read a clock, by the last two words of their path.
const CLOCKS: [[&str; 2]; 4] = [["SystemTime", "now"], ["Instant", "now"], ["Utc", "now"], ["Local", "now"]];

/// Methods of paths that ask the file system. `is_dir` and `is_file` are left out: types of files have them too.
const LOOKS: [&str; 7] =
    ["exists", "try_exists", "metadata", "symlink_metadata", "canonicalize", "read_dir", "read_link"];

/// Functions that connect to a display wherever its name leads, by the last two words of their path: also over a network.
const CONNECTIONS: [[&str; 2]; 3] =
    [["RustConnection", "connect"], ["x11rb", "connect"], ["ConnectAddress", "Hostname"]];

/// Crates that open connections; they are refused as dependencies of other crates too.
const NETWORK: [&str; 24] = [
    "async-std",
    "attohttpc",
    "awc",
    "curl",
    "curl-sys",
    "h2",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "rustls",
    "sentry",
    "smol",
    "socket2",
    "surf",
    "tokio",
    "trust-dns-resolver",
    "tungstenite",
    "ureq",
];

/// The uses of dependencies, clocks and I/O that are not allowed in this source.
fn faults(source: &Source) -> Vec<Fault> {
    let paths = paths::paths(&source.program, source.modules().len());
    let mut faults: Vec<Fault> = Vec::new();
    let mut report = |start: usize, what: &str| faults.push(format!("{}: {what}", source.place(start)));
    for path in &paths {
        let used = RESTRICTED.iter().filter(|dependency| names(path, dependency.path));
        for dependency in used.filter(|dependency| !allowed(source, dependency)) {
            report(path.start, &format!("{} may be used only in {:?}", dependency.path, dependency.modules));
        }
        if CONNECTIONS.iter().any(|connection| path.words.ends_with(connection)) {
            report(path.start, "a display is reached only through its local socket");
        }
        let clock = CLOCKS.iter().any(|clock| path.words.ends_with(clock));
        if clock && !is_in(source, &["shell", "cli"]) {
            report(path.start, "time is an argument: only shell and cli read a clock");
        }
    }
    for (start, what) in actions(source) {
        report(start, what);
    }
    faults
}

/// Whether a path names the dependency or an item in it; `io::stdin` counts as `std::io::stdin`.
fn names(path: &Path<'_>, dependency: &str) -> bool {
    let words: Vec<&str> = dependency.split("::").collect();
    let imported = words.len() > 2 && path.starts_with(&words[words.len() - 2..]);
    path.starts_with(&words) || imported
}

fn allowed(source: &Source, dependency: &Dependency) -> bool {
    let plain = is_in(source, &PLAIN);
    let is_file =
        |name: &str| source.path.strip_prefix("src/") == Some(name) || (source.file() == name && !plain);
    dependency.modules.iter().any(|name| source.layer() == Some(name) || is_file(name))
}

fn is_in(source: &Source, layers: &[&str]) -> bool {
    source.layer().is_some_and(|layer| layers.contains(&layer))
}

/// Forbidden actions that need no path: printing, measuring time, unsafe code.
fn actions(source: &Source) -> Vec<(usize, &'static str)> {
    let tokens = paths::tokens(&source.program);
    let prints = source.path == "src/main.rs" || is_in(source, &["cli"]);
    let clock = is_in(source, &["shell", "cli"]);
    let disk = source.path == "src/store/disk.rs";
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map_or("", |next| next.text);
        let called = at > 0 && tokens[at - 1].text == ".";
        match token.text {
            "println" | "eprintln" | "print" | "eprint" if next == "!" && !prints => {
                found.push((token.start, "only cli and main print"));
            }
            "elapsed" if called && !clock => found.push((token.start, "only shell and cli measure time")),
            word if called && next == "(" && !disk && LOOKS.contains(&word) => {
                found.push((token.start, "only store/disk.rs asks the file system"));
            }
            "unsafe" => found.push((token.start, "unsafe code is not allowed")),
            _ => {}
        }
    }
    found
}

/// The names under `[dependencies]` of a manifest, and under those of single systems.
fn dependencies(manifest: &str) -> Vec<&str> {
    let tables = manifest.split("\n[").filter_map(|table| table.split_once("]\n"));
    let used =
        tables.filter(|(heading, _)| *heading == "dependencies" || heading.ends_with("'.dependencies"));
    let name = |line: &'_ str| line.find(['=', ' ', '.']).filter(|end| *end > 0 && !line.starts_with('#'));
    used.flat_map(|(_, table)| table.lines()).filter_map(|line| name(line).map(|end| &line[..end])).collect()
}

/// The network crates of a lock file, and the packages that do not come from a registry.
fn locked(lock: &str) -> Vec<Fault> {
    let value = |line: &str, key: &str| {
        line.strip_prefix(key)
            .and_then(|rest| rest.strip_prefix(" = "))
            .map(|text| text.trim_matches('"').to_owned())
    };
    let names = lock.lines().filter_map(|line| value(line, "name"));
    let network =
        names.filter(|name| NETWORK.contains(&name.as_str())).map(|name| format!("{name} opens connections"));
    let from = |source: &String| !source.starts_with("registry+");
    let unregistered = lock.lines().filter_map(|line| value(line, "source")).filter(from);
    network.chain(unregistered.map(|source| format!("a package comes from {source}"))).collect()
}

#[test]
fn dependencies_are_used_only_where_allowed() {
    let mut faults: Vec<Fault> = sources::program().iter().flat_map(faults).collect();
    faults.dedup();
    none("Each crate and I/O module may be used only in the modules listed (docs/ARCHITECTURE.md):", &faults);
}

#[test]
fn every_dependency_is_listed() {
    let manifest = sources::read("Cargo.toml").expect("the project has a manifest");
    let dependencies = dependencies(&manifest);
    assert!(dependencies.len() > 10, "{dependencies:?}");
    for name in dependencies {
        let known =
            EVERYWHERE.contains(&name) || RESTRICTED.iter().any(|known| known.path == name.replace('-', "_"));
        assert!(known, "{name} is not listed in tests/architecture/dependencies.rs");
    }
}

#[test]
fn nothing_opens_a_connection() {
    let lock = sources::read("Cargo.lock").expect("the lock file is committed");
    none("Notes are confidential: no dependency may open a connection:", &locked(&lock));
}

/// On Linux it would connect to a display by its name, and in the end over a network.
#[test]
fn arboard_is_used_only_on_systems_without_displays() {
    let manifest = sources::read("Cargo.toml").expect("the project has a manifest");
    let before = manifest.split("\narboard = ").next().expect("a text has a beginning");
    assert!(before.len() < manifest.len(), "arboard is a dependency");
    let heading = before.rsplit("\n[").next().and_then(|table| table.split(']').next());
    assert_eq!(heading, Some("target.'cfg(any(target_os = \"macos\", windows))'.dependencies"));
}

#[track_caller]
fn case(path: &str, text: &str, expected: usize) {
    finds(&faults(&Source::new(path, text)), expected);
}

#[test]
fn a_dependency_in_the_wrong_module_is_found() {
    case("src/app/mod.rs", "use ratatui::layout::Rect;", 1);
    case("src/view/mod.rs", "use ratatui::layout::Rect;", 0);
    case("src/view/mod.rs", "use ratatui::{Frame, crossterm::event::KeyEvent};", 1);
    case("src/view/mod.rs", "fn f(key: crossterm::event::KeyEvent) {}", 1);
    case("src/shell/mod.rs", "use crossterm::event; use ratatui::crossterm::style;", 0);
    case("src/model/symbol.rs", "#[derive(serde::Serialize)] struct S;", 1);
    case("src/base/table.rs", "use toml::de::DeTable;", 0);
    case("src/base/text.rs", "use toml::de::DeTable;", 1);
    case("src/model/settings.rs", "use serde::Deserialize;", 1);
    case("src/app/settings.rs", "use serde::Deserialize; fn f() { toml::from_str(x) }", 0);
    case("src/import/shape/heading.rs", "use toml::Table;", 1);
    case("src/view/theme/file.rs", "use toml::Table;", 0);
    case("src/model/theme.rs", "use toml::Table;", 1);
    case("src/calendar/mod.rs", "use chrono_tz::Tz; use chrono::NaiveDate;", 0);
    case("src/app/go.rs", "use ::fuzzy_matcher::FuzzyMatcher;", 1);
}

#[test]
fn io_and_unsafe_code_in_the_wrong_module_are_found() {
    case("src/store/disk.rs", "use std::fs; use std::io::Write;", 0);
    case("src/store/places.rs", "use std::fs; use std::io::Write;", 1);
    case("src/store/places.rs", "fn f() { std::io::stdout(); }", 1);
    case("src/store/lock.rs", "fn f(path: &Path) { path.exists(); path.canonicalize(); }", 2);
    case("src/store/disk.rs", "fn f(path: &Path) { path.exists(); }", 0);
    case("src/import/mod.rs", "use std::{fs::File, collections::BTreeMap};", 1);
    case("src/app/mod.rs", "use std::io::{self, Read};", 2);
    case("src/base/text.rs", "fn f() { io::stdout().flush() }", 1);
    case("src/base/text.rs", "fn f() { std::env::var(x) }", 1);
    case("src/shell/mod.rs", "use std::net::TcpStream;", 1);
    case("src/shell/clipboard/x11.rs", "use x11rb::rust_connection::RustConnection;", 0);
    case("src/shell/clipboard/x11.rs", "fn f() { RustConnection::connect(None); x11rb::connect(None); }", 2);
    case("src/shell/run.rs", "use x11rb::rust_connection::RustConnection;", 1);
    case("src/shell/mod.rs", "use std::process::{Command, ExitCode};", 1);
    case("src/shell/mod.rs", "use std::process; fn f() { process::Command::new(x) }", 1);
    case("src/cli/mod.rs", "use clap::Command; fn f() { Command::new(x); println!(); }", 0);
    case("src/base/mod.rs", "fn f() { println!(); unsafe { } }", 2);
}

#[test]
fn reading_a_clock_in_the_wrong_module_is_found() {
    case("src/app/mod.rs", "fn f() { chrono::Utc::now(); Local::now(); }", 2);
    case("src/store/lock.rs", "fn f() { std::time::Instant::now(); since.elapsed(); }", 2);
    case("src/shell/clock.rs", "fn f() { chrono::Local::now(); }", 0);
    case("src/app/mod.rs", "fn f() { Now::new(x); self.now(); }", 0);
}

#[test]
fn network_crates_are_found_in_the_lock_file() {
    let clean = "[[package]]\nname = \"clap\"\nsource = \"registry+https://example.org/index\"\n";
    finds(&locked(clean), 0);
    finds(&locked("[[package]]\nname = \"tokio\"\nsource = \"git+https://example.org/tokio\"\n"), 2);
}

#[test]
fn dependencies_are_read_from_the_manifest() {
    let manifest = "[package]\nname = \"x\"\n\n[dependencies]\n# why\nclap = \"4\"\nserde.version = \"1\"\n\n[features]\na = []\n\n[target.'cfg(windows)'.dependencies]\nb = \"1\"\n\n[dev-dependencies]\nc = \"1\"\n";
    assert_eq!(dependencies(manifest), ["clap", "serde", "b"]);
}

#[test]
fn only_whole_words_count() {
    let words: Vec<&str> =
        paths::tokens("unsafe_code println").iter().map(|Token { text, .. }| *text).collect();
    assert_eq!(words, ["unsafe_code", "println"]);
    case("src/base/mod.rs", "fn unsafe_code() { elapsed() }", 0);
}
