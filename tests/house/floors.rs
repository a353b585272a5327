//! A file imports only from the floors below its own.

use crate::support::paths;
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Each floor with the floors it may import, lowest first.
const FLOORS: [(&str, &str); 19] = [
    ("base", ""),
    ("model", "base"),
    ("cite", "base model"),
    ("calendar", "base model"),
    ("followup", "base model cite calendar"),
    ("workspace", "base model cite calendar"),
    ("import", "base model cite calendar"),
    ("typeset", "base model"),
    ("search", "base model"),
    ("compare", "base model"),
    ("keymap", "base model"),
    ("locale", "base model"),
    ("board", "base model cite calendar followup workspace"),
    ("export", "base model cite calendar followup workspace compare board locale"),
    ("store", "base model cite calendar followup workspace import search compare keymap locale"),
    (
        "app",
        "base model cite calendar followup workspace import typeset search compare keymap locale board export",
    ),
    (
        "view",
        "base model cite calendar followup workspace import typeset search compare keymap locale board export app",
    ),
    (
        "shell",
        "base model cite calendar followup workspace import typeset search compare keymap locale board export \
         store app view",
    ),
    (
        "cli",
        "base model cite calendar followup workspace import typeset search compare keymap locale board export \
         store shell",
    ),
];

/// Rooms that stay closed to a floor although their floor is open to it.
const CLOSED: [(&str, &str, &str); 1] = [("store", "keymap", "trie")];

/// Every import that goes up, sideways or nowhere.
fn faults(source: &Source) -> Vec<Fault> {
    let Some(floor) = source.floor() else { return Vec::new() };
    let Some((_, open)) = FLOORS.iter().find(|(name, _)| *name == floor) else {
        return vec![format!("{}: {floor} is no floor of the house", source.path)];
    };
    let mut faults = Vec::new();
    for path in paths::paths(&source.program, source.modules().len()) {
        let Some([other, rest @ ..]) = path.below_root() else { continue };
        let closed = |(from, to, room): &(&str, &str, &str)| {
            *from == floor && to == other && rest.first().is_some_and(|name| name.eq_ignore_ascii_case(room))
        };
        if (*other != floor && !open.split(' ').any(|open| open == *other)) || CLOSED.iter().any(closed) {
            faults.push(format!("{}: {floor} imports {}", source.place(path.start), path.words.join("::")));
        }
    }
    if let Some(found) = source.program.find("crate as ") {
        faults.push(format!("{}: the crate under another name", source.place(found)));
    }
    faults
}

#[test]
fn floors_import_only_from_below() {
    let faults: Vec<Fault> = sources::program().iter().flat_map(faults).collect();
    none("A file imports only from the floors below its own (docs/ARCHITECTURE.md):", &faults);
}

#[test]
fn every_floor_is_in_the_crate_and_lies_on_lower_ones() {
    let lib = sources::read("src/lib.rs").expect("the crate has a root");
    for (index, (floor, open)) in FLOORS.iter().enumerate() {
        assert!(lib.contains(&format!("mod {floor};")), "src/lib.rs does not name {floor}");
        for other in open.split_whitespace() {
            let below = FLOORS.iter().position(|(name, _)| *name == other);
            assert!(below.is_some_and(|below| below < index), "{floor} may not lie on {other}");
        }
    }
}

#[track_caller]
fn case(path: &str, text: &str, expected: usize) {
    finds(&faults(&Source::new(path, text)), expected);
}

#[test]
fn an_import_from_above_is_found_in_any_form() {
    case("src/base/id.rs", "use crate::base::Now; use crate::model::Symbol;", 1);
    case("src/model/block.rs", "fn f() { crate::view::draw() }", 1);
    case("src/cite/token.rs", "use crate::{base::{text, Id}, model, app::{App, Effect}};", 2);
    case("src/typeset/mod.rs", "use super::workspace::Note;", 1);
    case("src/typeset/wrap.rs", "use super::workspace::Note;", 0);
    case("src/typeset/wrap.rs", "use super::super::workspace::Note;", 1);
    case("src/view/frame.rs", "use crate::store::Library;", 1);
    case("src/cli/open.rs", "use crate::shell; use crate::app::App; use crate::view::draw;", 2);
    case("src/base/text.rs", "use crate as house; use house::view;", 1);
    case("src/base/text.rs", "use crate::*;", 1);
    case("src/cellar/mod.rs", "", 1);
}

#[test]
fn rooms_can_be_closed_alone() {
    case("src/store/settings.rs", "use crate::keymap::load;", 0);
    case("src/store/settings.rs", "use crate::keymap::{Trie, trie::Node};", 2);
    case("src/app/layers.rs", "use crate::keymap::Trie;", 0);
}

#[test]
fn what_the_compiler_does_not_run_is_no_import() {
    case("src/base/id.rs", "// use crate::model::Symbol;\nconst A: &str = \"crate::view\";", 0);
    case("src/base/id.rs", "#[cfg(test)]\nmod tests { use crate::view::draw; }", 0);
    case("src/base/tests.rs", "use crate::view::draw;", 0);
    case("src/keymap/load.rs", "pub(crate) use crate::model::Language;", 0);
}
