//! A file imports only from the layers below its own.

use crate::support::paths;
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Each layer with the layers it may import, lowest first.
const LAYERS: [(&str, &str); 20] = [
    ("base", ""),
    ("model", "base"),
    ("language", "base model"),
    ("cite", "base model language"),
    ("calendar", "base model language"),
    ("followup", "base model language cite calendar"),
    ("workspace", "base model language cite calendar"),
    ("import", "base model language cite calendar"),
    ("typeset", "base model language"),
    ("search", "base model language"),
    ("compare", "base model language"),
    ("keymap", "base model"),
    ("locale", "base model"),
    ("board", "base model language cite calendar followup workspace compare"),
    ("export", "base model language cite calendar followup workspace compare board locale"),
    ("store", "base model language cite calendar followup workspace import search compare keymap locale"),
    (
        "app",
        "base model language cite calendar followup workspace import typeset search compare keymap locale board export",
    ),
    (
        "view",
        "base model language cite calendar followup workspace import typeset search compare keymap locale board export app",
    ),
    (
        "shell",
        "base model language cite calendar followup workspace import typeset search compare keymap locale board export \
         store app view",
    ),
    (
        "cli",
        "base model language cite calendar followup workspace import typeset search compare keymap locale board export \
         store shell",
    ),
];

/// Modules a layer may not import although it may import the rest of their layer: layer, other layer, module.
const CLOSED: [(&str, &str, &str); 1] = [("store", "keymap", "trie")];

/// The imports of a source that are not allowed.
fn faults(source: &Source) -> Vec<Fault> {
    let Some(layer) = source.layer() else { return Vec::new() };
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == layer) else {
        return vec![format!("{}: {layer} is not a known layer", source.path)];
    };
    let mut faults = Vec::new();
    for path in paths::paths(&source.program, source.modules().len()) {
        let Some([other, rest @ ..]) = path.below_root() else { continue };
        let closed = |(from, to, module): &(&str, &str, &str)| {
            *from == layer
                && to == other
                && rest.first().is_some_and(|name| name.eq_ignore_ascii_case(module))
        };
        if (*other != layer && !allowed.split(' ').any(|allowed| allowed == *other))
            || CLOSED.iter().any(closed)
        {
            faults.push(format!("{}: {layer} imports {}", source.place(path.start), path.words.join("::")));
        }
    }
    if let Some(found) = source.program.find("crate as ") {
        faults.push(format!("{}: the crate under another name", source.place(found)));
    }
    faults
}

#[test]
fn layers_import_only_from_lower_layers() {
    let faults: Vec<Fault> = sources::program().iter().flat_map(faults).collect();
    none("A file imports only from the layers below its own (docs/ARCHITECTURE.md):", &faults);
}

#[test]
fn every_layer_is_in_the_crate_and_the_table_is_ordered() {
    let lib = sources::read("src/lib.rs").expect("the crate has a root");
    for (index, (layer, allowed)) in LAYERS.iter().enumerate() {
        assert!(lib.contains(&format!("mod {layer};")), "src/lib.rs does not name {layer}");
        for other in allowed.split_whitespace() {
            let below = LAYERS.iter().position(|(name, _)| *name == other);
            assert!(
                below.is_some_and(|below| below < index),
                "{layer} comes before {other} in the table and cannot import it"
            );
        }
    }
}

#[track_caller]
fn case(path: &str, text: &str, expected: usize) {
    finds(&faults(&Source::new(path, text)), expected);
}

#[test]
fn imports_from_a_higher_layer_are_found_in_any_form() {
    case("src/base/id.rs", "use crate::base::Now; use crate::model::Symbol;", 1);
    case("src/model/block.rs", "fn f() { crate::view::draw() }", 1);
    case("src/cite/token.rs", "use crate::{base::{text, Id}, model, app::{App, Effect}};", 2);
    case("src/typeset/mod.rs", "use super::workspace::Note;", 1);
    case("src/typeset/wrap.rs", "use super::workspace::Note;", 0);
    case("src/typeset/wrap.rs", "use super::super::workspace::Note;", 1);
    case("src/view/frame.rs", "use crate::store::Library;", 1);
    case("src/cli/open.rs", "use crate::shell; use crate::app::App; use crate::view::draw;", 2);
    case("src/base/text.rs", "use crate as project; use project::view;", 1);
    case("src/base/text.rs", "use crate::*;", 1);
    case("src/unknown/mod.rs", "", 1);
}

#[test]
fn a_single_module_can_be_closed_to_a_layer() {
    case("src/store/settings.rs", "use crate::keymap::load;", 0);
    case("src/store/settings.rs", "use crate::keymap::{Trie, trie::Node};", 2);
    case("src/app/layers.rs", "use crate::keymap::Trie;", 0);
}

#[test]
fn comments_strings_and_tests_are_not_imports() {
    case("src/base/id.rs", "// use crate::model::Symbol;\nconst A: &str = \"crate::view\";", 0);
    case("src/base/id.rs", "#[cfg(test)]\nmod tests { use crate::view::draw; }", 0);
    case("src/base/tests.rs", "use crate::view::draw;", 0);
    case("src/keymap/load.rs", "pub(crate) use crate::model::Language;", 0);
}
