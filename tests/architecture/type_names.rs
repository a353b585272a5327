//! Each public type has a name of its own, so that one name has one meaning in the whole program.

use std::collections::BTreeMap;

use crate::support::sources::{self, Source};

/// Names that several modules give to a type of theirs: `State` is the convention for the state of a screen.
const SHARED: [&str; 1] = ["State"];

/// The public types of a source.
fn types(source: &Source) -> Vec<String> {
    let words = source.program.lines().filter_map(|line| line.trim_start().strip_prefix("pub "));
    let name = |line: &str| {
        let (kind, rest) = line.split_once(' ')?;
        let is_type = ["struct", "enum", "trait", "type"].contains(&kind);
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        is_type.then(|| rest[..end].to_owned())
    };
    words.filter_map(name).collect()
}

/// The names of public types defined in more than one source, with these sources.
fn shared(sources: &[Source]) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources {
        for name in types(source) {
            found.entry(name).or_default().push(source.path.clone());
        }
    }
    found.retain(|_, paths| paths.len() > 1);
    found
}

#[test]
fn each_public_type_has_a_name_of_its_own() {
    let found = shared(&sources::program());
    let new: Vec<_> = found.iter().filter(|(name, _)| !SHARED.contains(&name.as_str())).collect();
    assert!(new.is_empty(), "give the less central type another name: {new:#?}");
    let gone: Vec<_> = SHARED.iter().filter(|name| !found.contains_key(**name)).collect();
    assert!(gone.is_empty(), "these names are no longer shared; take them off the list: {gone:?}");
}
