//! Each type of the program has a name of its own, so that one name has one meaning everywhere.

use std::collections::BTreeMap;

use crate::support::paths;
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Names that several modules give to a type of theirs, each with the reason.
const SHARED: &[(&str, &str)] = &[
    ("State", "every screen module has its state under this name (docs/decisions/0014)"),
    ("ClipboardAddress", "two implementations, one of which is compiled for each platform"),
    ("ClipboardOwner", "two implementations, one of which is compiled for each platform"),
];

/// The names of the types that a source defines outside its tests, also of private ones, each with its place.
/// An indented `type` is an associated type, which has the name its trait gives it.
fn types(source: &Source) -> Vec<(&str, Fault)> {
    let tokens = paths::tokens(&source.program);
    let is_alias = |start: usize| {
        let line = source.program[..start].rfind('\n').map_or(0, |end| end + 1);
        !source.program[line..].starts_with(' ')
    };
    let defined = tokens.windows(2).filter(|pair| match pair[0].text {
        "struct" | "enum" | "trait" => pair[1].is_word(),
        "type" => pair[1].is_word() && is_alias(pair[0].start),
        _ => false,
    });
    defined.map(|pair| (pair[1].text, source.place(pair[1].start))).collect()
}

/// The names with more than one definition, each with all its places.
fn shared(sources: &[Source]) -> BTreeMap<&str, Vec<Fault>> {
    let mut found: BTreeMap<&str, Vec<Fault>> = BTreeMap::new();
    for (name, place) in sources.iter().flat_map(types) {
        found.entry(name).or_default().push(place);
    }
    found.retain(|_, places| places.len() > 1);
    found
}

/// The names with more than one definition that are not on the list, and those of the list with only one.
fn faults(sources: &[Source], allowed: &[(&str, &str)]) -> Vec<Fault> {
    let found = shared(sources);
    let is_allowed = |name: &str| allowed.iter().any(|(known, _)| *known == name);
    let new = found.iter().filter(|(name, _)| !is_allowed(name));
    let new = new.map(|(name, places)| format!("{name}: {}", places.join(" ")));
    let gone = allowed.iter().filter(|(name, _)| !found.contains_key(name));
    let gone = gone.map(|(name, _)| format!("{name}: no longer shared, take it off the list"));
    new.chain(gone).collect()
}

#[test]
fn each_type_has_a_name_of_its_own() {
    none("Give the less central type another name:", &faults(&sources::program(), SHARED));
}

#[test]
fn shared_names_are_found() {
    let case = |texts: [&str; 2], allowed: &[(&str, &str)], expected| {
        let sources = texts.map(|text| Source::new("src/app/mod.rs", text));
        finds(&faults(&sources, allowed), expected);
    };
    case(["pub struct Row;", "enum Row { A }"], &[], 1);
    case(["struct Row<'a>(&'a str);", "pub(super) type Row = (u8, u8);"], &[], 1);
    case(["fn f() { struct Row; }", "trait Row {}"], &[], 1);
    case(["pub struct Row;", "pub struct Rows; // struct Row"], &[], 0);
    case(["struct Row;", "#[cfg(test)] mod tests { struct Row; }"], &[], 0);
    case(["impl A for B {\n    type Err = C;\n}", "impl A for D {\n    type Err = C;\n}"], &[], 0);
    case(["pub struct State;", "pub struct State;"], &[("State", "by decision")], 0);
    case(["pub struct State;", "pub struct Other;"], &[("State", "by decision")], 1);
}
