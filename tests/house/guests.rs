//! Every foreign crate has its rooms, and the outside world its door: files, clock, terminal, no network.

use crate::support::paths::{self, Path, Token};
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Where a guest may stand: floors by name, files by their path in `src` or by their name with `.rs`.
struct Guest {
    /// The path that names it.
    path: &'static str,
    /// The floors and files it is welcome in.
    rooms: &'static [&'static str],
}

const fn guest(path: &'static str, rooms: &'static [&'static str]) -> Guest {
    Guest { path, rooms }
}

/// Floors of plain deeds on data, where no reader of stored forms may stand, whatever its file is called.
const BARE: [&str; 2] = ["base", "model"];

/// Where data that people write is read.
const READERS: &[&str] = &[
    "store",
    "keymap",
    "cli",
    "vocabulary.rs",
    "settings.rs",
    "cite/phrases.rs",
    "cite/words.rs",
    "cite/aliases.rs",
    "workspace/note.rs",
    "view/theme.rs",
];

/// The guests that are not welcome everywhere: crates, and doors of the standard library.
const GUESTS: &[Guest] = &[
    guest("ratatui", &["view", "shell"]),
    guest("ratatui::crossterm", &["shell"]),
    guest("crossterm", &["shell"]),
    guest("signal_hook", &["shell"]),
    guest("clap", &["cli"]),
    guest("clap_complete", &["cli"]),
    guest("arboard", &["shell"]),
    guest("x11rb", &["shell"]),
    guest("serde", READERS),
    guest("toml", READERS),
    guest("serde_json", &["store", "cli", "export"]),
    guest("fluent_bundle", &["locale"]),
    guest("unic_langid", &["locale"]),
    guest("sys_locale", &["locale", "shell", "cli"]),
    guest("fuzzy_matcher", &["search"]),
    guest("chrono_tz", &["model", "calendar", "store"]),
    guest("encoding_rs", &["import"]),
    guest("similar", &["compare"]),
    guest("csv", &["export"]),
    guest("rust_xlsxwriter", &["export"]),
    guest("etcetera", &["store"]),
    guest("atomic_write_file", &["store"]),
    guest("getrandom", &["shell", "cli"]),
    guest("std::fs", &["store"]),
    guest("std::io", &["store", "shell", "cli"]),
    guest("std::io::stdin", &["shell", "cli"]),
    guest("std::io::stdout", &["shell", "cli"]),
    guest("std::io::stderr", &["shell", "cli"]),
    guest("std::env", &["store", "shell", "cli"]),
    guest("std::net", &[]),
    guest("std::os::unix::net", &[]),
    guest("std::process::Command", &[]),
];

/// Crates welcome on every floor: text, dates.
const EVERYWHERE: [&str; 4] = ["unicode-width", "unicode-segmentation", "unicode-normalization", "chrono"];

/// Readings of a clock, by their last two words.
const CLOCKS: [[&str; 2]; 4] = [["SystemTime", "now"], ["Instant", "now"], ["Utc", "now"], ["Local", "now"]];

/// Crates that open a connection; none of them may come with another either.
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

/// Every guest in a room that is not theirs.
fn faults(source: &Source) -> Vec<Fault> {
    let paths = paths::paths(&source.program, source.modules().len());
    let mut faults: Vec<Fault> = Vec::new();
    let mut tell = |start: usize, what: &str| faults.push(format!("{}: {what}", source.place(start)));
    for path in &paths {
        for guest in GUESTS.iter().filter(|guest| names(path, guest.path) && !welcome(source, guest)) {
            tell(path.start, &format!("{} stands only in {:?}", guest.path, guest.rooms));
        }
        let clock = CLOCKS.iter().any(|clock| path.words.ends_with(clock));
        if clock && !stands_on(source, &["shell", "cli"]) {
            tell(path.start, "time is an argument: only shell and cli read a clock");
        }
    }
    for (start, what) in deeds(source) {
        tell(start, what);
    }
    faults
}

/// Whether a path names the guest or something in it; `io::stdin` counts for `std::io::stdin`.
fn names(path: &Path<'_>, guest: &str) -> bool {
    let words: Vec<&str> = guest.split("::").collect();
    let imported = words.len() > 2 && path.starts_with(&words[words.len() - 2..]);
    path.starts_with(&words) || imported
}

fn welcome(source: &Source, guest: &Guest) -> bool {
    let bare = stands_on(source, &BARE);
    let file = |room: &str| source.file() == room || source.path.strip_prefix("src/") == Some(room);
    guest.rooms.iter().any(|room| source.floor() == Some(room) || (file(room) && !bare))
}

fn stands_on(source: &Source, floors: &[&str]) -> bool {
    source.floor().is_some_and(|floor| floors.contains(&floor))
}

/// Deeds that need no path: printing, elapsed time, unsafe code.
fn deeds(source: &Source) -> Vec<(usize, &'static str)> {
    let tokens = paths::tokens(&source.program);
    let speaks = source.path == "src/main.rs" || stands_on(source, &["cli"]);
    let clock = stands_on(source, &["shell", "cli"]);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let next = tokens.get(at + 1).map_or("", |next| next.text);
        let called = at > 0 && tokens[at - 1].text == ".";
        match token.text {
            "println" | "eprintln" | "print" | "eprint" if next == "!" && !speaks => {
                found.push((token.start, "only cli and main print"));
            }
            "elapsed" if called && !clock => found.push((token.start, "only shell and cli measure time")),
            "unsafe" => found.push((token.start, "nothing here is unsafe")),
            _ => {}
        }
    }
    found
}

/// The names under `[dependencies]` of a manifest.
fn dependencies(manifest: &str) -> Vec<&str> {
    let table = manifest.split("\n[dependencies]\n").nth(1).unwrap_or_default();
    let table = table.split("\n[").next().unwrap_or_default();
    let name = |line: &'_ str| line.find(['=', ' ', '.']).filter(|end| *end > 0 && !line.starts_with('#'));
    table.lines().filter_map(|line| name(line).map(|end| &line[..end])).collect()
}

/// The network crates of a lock file, and the packages that come from anywhere but a registry.
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
    let strangers = lock.lines().filter_map(|line| value(line, "source")).filter(from);
    network.chain(strangers.map(|source| format!("a package comes from {source}"))).collect()
}

#[test]
fn guests_stand_in_their_rooms() {
    let mut faults: Vec<Fault> = sources::program().iter().flat_map(faults).collect();
    faults.dedup();
    none("Foreign crates and the outside world have their rooms (docs/ARCHITECTURE.md):", &faults);
}

#[test]
fn every_dependency_has_a_room() {
    let manifest = sources::read("Cargo.toml").expect("the house has a manifest");
    let dependencies = dependencies(&manifest);
    assert!(dependencies.len() > 10, "{dependencies:?}");
    for name in dependencies {
        let known =
            EVERYWHERE.contains(&name) || GUESTS.iter().any(|guest| guest.path == name.replace('-', "_"));
        assert!(known, "{name} has no room in tests/house/guests.rs");
    }
}

#[test]
fn nothing_opens_a_connection() {
    let lock = sources::read("Cargo.lock").expect("the lock file is committed");
    none("Notes are confidential, nothing leaves the machine:", &locked(&lock));
}

#[track_caller]
fn case(path: &str, text: &str, expected: usize) {
    finds(&faults(&Source::new(path, text)), expected);
}

#[test]
fn a_guest_in_a_strange_room_is_found() {
    case("src/app/mod.rs", "use ratatui::layout::Rect;", 1);
    case("src/view/mod.rs", "use ratatui::layout::Rect;", 0);
    case("src/view/mod.rs", "use ratatui::{Frame, crossterm::event::KeyEvent};", 1);
    case("src/view/mod.rs", "fn f(key: crossterm::event::KeyEvent) {}", 1);
    case("src/shell/mod.rs", "use crossterm::event; use ratatui::crossterm::style;", 0);
    case("src/model/symbol.rs", "#[derive(serde::Serialize)] struct S;", 1);
    case("src/model/vocabulary.rs", "use serde::Deserialize;", 1);
    case("src/import/vocabulary.rs", "use serde::Deserialize; fn f() { toml::from_str(x) }", 0);
    case("src/import/shape/heading.rs", "use toml::Table;", 1);
    case("src/cite/words.rs", "use toml::Table;", 0);
    case("src/model/words.rs", "use toml::Table;", 1);
    case("src/calendar/mod.rs", "use chrono_tz::Tz; use chrono::NaiveDate;", 0);
    case("src/app/go.rs", "use ::fuzzy_matcher::FuzzyMatcher;", 1);
}

#[test]
fn the_outside_world_has_its_door() {
    case("src/store/places.rs", "use std::fs; use std::io::Write;", 0);
    case("src/store/places.rs", "fn f() { std::io::stdout(); }", 1);
    case("src/import/mod.rs", "use std::{fs::File, collections::BTreeMap};", 1);
    case("src/app/mod.rs", "use std::io::{self, Read};", 2);
    case("src/base/text.rs", "fn f() { io::stdout().flush() }", 1);
    case("src/base/text.rs", "fn f() { std::env::var(x) }", 1);
    case("src/shell/mod.rs", "use std::net::TcpStream;", 1);
    case("src/shell/mod.rs", "use std::process::{Command, ExitCode};", 1);
    case("src/shell/mod.rs", "use std::process; fn f() { process::Command::new(x) }", 1);
    case("src/cli/mod.rs", "use clap::Command; fn f() { Command::new(x); println!(); }", 0);
    case("src/base/mod.rs", "fn f() { println!(); unsafe { } }", 2);
}

#[test]
fn a_clock_is_found() {
    case("src/app/mod.rs", "fn f() { chrono::Utc::now(); Local::now(); }", 2);
    case("src/store/lock.rs", "fn f() { std::time::Instant::now(); since.elapsed(); }", 2);
    case("src/shell/clock.rs", "fn f() { chrono::Local::now(); }", 0);
    case("src/app/mod.rs", "fn f() { Now::new(x); self.now(); }", 0);
}

#[test]
fn a_connection_is_found_in_the_lock_file() {
    let clean = "[[package]]\nname = \"clap\"\nsource = \"registry+https://example.org/index\"\n";
    finds(&locked(clean), 0);
    finds(&locked("[[package]]\nname = \"tokio\"\nsource = \"git+https://example.org/tokio\"\n"), 2);
}

#[test]
fn dependencies_are_read_from_the_manifest() {
    let manifest = "[package]\nname = \"x\"\n\n[dependencies]\n# why\nclap = \"4\"\nserde.version = \"1\"\n\n[features]\na = []\n";
    assert_eq!(dependencies(manifest), ["clap", "serde"]);
}

#[test]
fn a_word_is_no_part_of_another() {
    let words: Vec<&str> =
        paths::tokens("unsafe_code println").iter().map(|Token { text, .. }| *text).collect();
    assert_eq!(words, ["unsafe_code", "println"]);
    case("src/base/mod.rs", "fn unsafe_code() { elapsed() }", 0);
}
