//! Every message used in the code exists in both languages with the same variables, and every message is used.

use std::collections::{BTreeMap, BTreeSet};

use plenary::base::FindingKind;
use plenary::model::BlockKind;

use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// Calls whose first string is the id of a message.
const CALLS: [&str; 5] = [".say(", ".say_with(", "::broken(", "::not_found(", "::wrong_use("];

/// Prefixes of ids that the code builds from a name, such as `finding-` with the kind of a finding.
const PREFIXES: &[&str] = &[
    "actor-",
    "amend-new-",
    "amended-text-",
    "amendment-",
    "beside-",
    "by-",
    "basis-",
    "cli-",
    "deadline-kind-",
    "count-",
    "block-",
    "browser-by-",
    "browser-without-",
    "command-",
    "copy-",
    "every-",
    "export-",
    "facet-",
    "field-",
    "finding-",
    "force-",
    "group-",
    "handover-count-",
    "hint-",
    "key-",
    "kind-",
    "language-",
    "left-out-",
    "month-",
    "saved-",
    "order-",
    "search-kind-",
    "ordinal-word-",
    "pane-",
    "position-",
    "statement-",
    "proof-",
    "relative-",
    "said-head-",
    "scope-",
    "template-",
    "session-",
    "severity-",
    "stance-",
    "status-",
    "theme-",
    "verb-",
    "weekday-",
];

/// The messages of a locale: each id with the variables of its text.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Reads the messages and terms of a Fluent file; indented lines belong to the message above.
fn messages(text: &str) -> Messages {
    let mut messages = Messages::new();
    let mut current = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once('=').filter(|(id, _)| is_id(id.trim_end())) {
            id.trim_end().clone_into(&mut current);
            messages.entry(current.clone()).or_default();
        }
        if let Some(variables) = messages.get_mut(&current) {
            let names =
                line.split('$').skip(1).map(|rest| rest.split(|c| !is_id_char(c)).next().unwrap_or(""));
            variables.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    messages
}

fn is_id(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-') && text.chars().all(is_id_char)
}

fn is_id_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The message ids a source uses, each with its file and line.
fn used(source: &Source) -> Vec<(String, String)> {
    let ids = source.literals.iter().filter(|literal| uses_next(&source.program[..literal.start]));
    ids.map(|literal| (literal.text.clone(), source.place(literal.start))).collect()
}

/// Whether the string after this code is the id of a message.
fn uses_next(before: &str) -> bool {
    let before = before.trim_end();
    let kind =
        |rest: &str| rest.chars().all(|c| c.is_alphanumeric() || c.is_whitespace() || ":,".contains(c));
    let new =
        || before.rsplit_once("::new(").is_some_and(|(_, rest)| rest.contains("ErrorKind::") && kind(rest));
    CALLS.iter().any(|call| before.ends_with(call)) || (before.ends_with(',') && new())
}

/// The messages that only one of two locales has, or whose variables differ.
fn different(one: &Messages, other: &Messages) -> Vec<Fault> {
    let ids: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    let differs = |id: &&String| one.get(*id) != other.get(*id);
    let describe =
        |names: Option<&BTreeSet<String>>| names.map_or("missing".to_owned(), |names| format!("{names:?}"));
    ids.into_iter()
        .filter(differs)
        .map(|id| format!("{id}: en {}, fr {}", describe(one.get(id)), describe(other.get(id))))
        .collect()
}

/// The unused messages: their id is not in the code, has no known prefix, and no other message refers to it.
fn unused(text: &str, literals: &BTreeSet<String>) -> Vec<Fault> {
    let referred = |id: &str| {
        let ends = |rest: &str| !rest.starts_with(is_id_char);
        text.match_indices(id)
            .any(|(at, _)| text[..at].trim_end().ends_with('{') && ends(&text[at + id.len()..]))
    };
    let prefixed = |id: &str| PREFIXES.iter().any(|prefix| id.starts_with(prefix));
    messages(text).into_keys().filter(|id| !literals.contains(id) && !prefixed(id) && !referred(id)).collect()
}

fn locale(language: &str) -> String {
    let path = format!("data/locale/{language}.ftl");
    sources::read(&path).unwrap_or_else(|| panic!("{path} does not exist"))
}

#[test]
fn every_message_used_exists_in_both_languages() {
    let (english, french) = (messages(&locale("en")), messages(&locale("fr")));
    let mut faults = different(&english, &french);
    for (id, place) in sources::program().iter().flat_map(used) {
        if !english.contains_key(&id) {
            faults.push(format!("{place}: no message {id}"));
        }
    }
    let findings = FindingKind::ALL.map(|kind| format!("finding-{}", kind.name()));
    let blocks = BlockKind::ALL.map(|kind| format!("block-{}", kind.name()));
    let named = findings.iter().chain(&blocks).filter(|id| !english.contains_key(*id));
    faults.extend(named.map(|id| format!("no message {id}")));
    none("Every message exists in both languages, otherwise its id is shown on screen:", &faults);
}

#[test]
fn every_message_is_used() {
    let literals = sources::program().into_iter().flat_map(|source| source.literals);
    let literals: BTreeSet<String> = literals.map(|literal| literal.text).collect();
    none("Messages in data/locale/en.ftl that the code does not use:", &unused(&locale("en"), &literals));
}

#[test]
fn variables_of_messages_are_found() {
    let text = "# $no = comment\none = Line { $line } of {$file}\n\ntwo =\n    { $count ->\n        [one] a\n       *[other] {$count} b\n    }\n    .title = { $name }\n-term = T\n";
    let read = messages(text);
    let variables = |id: &str| read[id].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(read.keys().map(String::as_str).collect::<Vec<_>>(), ["-term", "one", "two"]);
    assert_eq!(variables("one"), ["file", "line"]);
    assert_eq!(variables("two"), ["count", "name"]);
    assert!(variables("-term").is_empty());
}

#[test]
fn messages_used_in_code_are_found() {
    let case = |text: &str, expected: &[&str]| {
        let source = Source::new("src/store/note.rs", text);
        let ids: Vec<String> = used(&source).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, expected, "{text}");
    };
    case("fn f() { locale.say(\"a\"); x.say_with(\n    \"b\", y) }", &["a", "b"]);
    case("Error::broken(\"a\").with(\"line\", 3)", &["a"]);
    case("Error::not_found(\"a\"); base::Error::wrong_use(\"b\")", &["a", "b"]);
    case("Error::new(\n    ErrorKind::Broken,\n    \"a\",\n)", &["a"]);
    case("Finding::new(x, \"no\"); f(\"no\"); Error::new(kind, \"no\")", &[]);
    case("#[cfg(test)] mod tests { fn f() { Error::broken(\"no\") } }", &[]);
}

#[test]
fn differences_between_locales_are_found() {
    let read = messages;
    finds(&different(&read("a = { $x }\n"), &read("a = { $x } !\n")), 0);
    finds(&different(&read("a = { $x }\n"), &read("a = { $y }\n")), 1);
    finds(&different(&read("a = A\nb = B\n"), &read("a = A\nc = C\n")), 2);
}

#[test]
fn unused_messages_are_found() {
    let literals = BTreeSet::from(["used".to_owned()]);
    finds(&unused("used = A\nfinding-rule = B\nspare = C\n", &literals), 1);
    finds(&unused("used = { held } {-term}\nheld = A\n-term = B\n", &literals), 0);
    finds(&unused("used = { held-not }\nheld = A\n", &literals), 1);
}
