//! Reading a file of delegations: entries, their names, and what an ambiguous name means.

use crate::base::table::{self, Messages, Table};
use crate::base::{Error, Message};
use crate::model::delegations::{Delegations, key};
use crate::model::{Delegation, DelegationKind, Language, Names};

const MESSAGES: Messages = Messages {
    syntax: "delegations-broken",
    unknown_key: "delegations-key",
    missing_key: "delegations-missing",
    value: "delegations-value",
};

/// The delegations with what a file adds and changes, and what is wrong in the file.
pub(super) fn over(base: &Delegations, file: &str, text: &str) -> (Delegations, Vec<Error>) {
    let mut all = base.clone();
    let ((), errors) = table::read(file, text, &MESSAGES, |root| root_of(&mut all, root));
    all.index();
    (all, errors)
}

fn root_of(all: &mut Delegations, root: &Table<'_>) {
    root.know(&["as_of", "delegation", "ambiguous", "names"]);
    all.as_of = root.date("as_of").or(all.as_of);
    let mut seen: Vec<String> = Vec::new();
    let entries = root.tables("delegation", |table| entry(all, table));
    let mut members = Vec::new();
    for located in entries {
        let entry = located.value;
        if seen.contains(&entry.id) {
            let message = Message::new("delegations-twice").with("value", entry.id.as_str());
            root.report(located.place.start, message);
            continue;
        }
        seen.push(entry.id.clone());
        members.push((located.place.start, entry.members.clone()));
        match all.all.iter_mut().find(|known| known.id == entry.id) {
            Some(known) => *known = entry,
            None => all.all.push(entry),
        }
    }
    for (place, ids) in members {
        ids.iter().for_each(|id| check(all, root, place, id));
    }
    for located in root.tables("ambiguous", ambiguous) {
        let (name, ids) = located.value;
        ids.iter().for_each(|id| check(all, root, located.place.start, id));
        all.preferred.insert(key(&name), ids);
    }
    root.table("names", |names| meanings(all, names));
}

/// What names mean: `SG = "SGP"`.
fn meanings(all: &mut Delegations, names: &Table<'_>) {
    for name in names.keys() {
        let Some(id) = names.text_at(&name.value) else { continue };
        check(all, names, id.place.start, &id.value);
        if all.get(&id.value).is_some() {
            all.preferred.insert(key(&name.value), vec![id.value]);
        }
    }
}

/// Reports an id that no delegation has.
fn check(all: &Delegations, table: &Table<'_>, place: usize, id: &str) {
    if !all.all.iter().any(|delegation| delegation.id == id) {
        table.report(place, Message::new("delegations-unknown").with("value", id));
    }
}

/// A name and the ids of the delegations it may mean.
fn ambiguous(table: &Table<'_>) -> Option<(String, Vec<String>)> {
    table.require(&["name", "of"]);
    let ids = table.texts("of");
    Some((table.text("name")?, ids))
}

/// One delegation: a new one, or a known one with the values of the entry.
fn entry(all: &Delegations, table: &Table<'_>) -> Option<Delegation> {
    table.know(&["id", "kind", "alpha2", "name", "label", "formal", "demonyms", "also", "members"]);
    let id = table.text("id").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
    let known = id.as_deref().and_then(|id| all.get(id));
    if known.is_none() {
        table.require(&["id", "kind", "name"]);
    }
    let kind = table.parsed("kind", "delegation-kind", DelegationKind::from_name);
    let name = names(table, "name");
    let given = |new: Names, old: fn(&Delegation) -> &Names| match known {
        Some(known) if new.0.is_empty() => old(known).clone(),
        _ => new,
    };
    let demonyms = table.table("demonyms", |by_language| {
        by_language.keys().iter().flat_map(|language| by_language.texts(&language.value)).collect::<Vec<_>>()
    });
    let mut also = known.map(|known| known.also.clone()).unwrap_or_default();
    also.extend(demonyms.unwrap_or_default());
    also.extend(table.texts("also"));
    let members = table.texts("members");
    let old_members = || known.map(|known| known.members.clone()).unwrap_or_default();
    Some(Delegation {
        kind: kind.or(known.map(|known| known.kind))?,
        alpha2: table.text("alpha2").or_else(|| known.and_then(|known| known.alpha2.clone())),
        name: given(name, |known| &known.name),
        label: given(names(table, "label"), |known| &known.label),
        formal: given(names(table, "formal"), |known| &known.formal),
        also,
        members: if table.has("members") { members } else { old_members() },
        id: known.map(|known| known.id.clone()).or(id)?,
    })
}

/// A name: one for all languages, or one for each.
fn names(table: &Table<'_>, key: &str) -> Names {
    let name = |language: Option<&str>, name: &str| {
        let language = language.map_or(Some(Language::EN), |language| language.parse().ok())?;
        Some((language, name.to_owned()))
    };
    Names(table.keyed(key, "names", name).into_iter().collect())
}
