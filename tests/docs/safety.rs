//! docs/safety.md: every test that it names exists.

use std::collections::BTreeSet;

use crate::support::sources;

/// The names of tests in the tables of a document: the quoted names in the last cell of a row.
fn named(document: &str) -> Vec<String> {
    let rows = document.lines().filter(|line| line.starts_with('|') && line.contains('_'));
    let cells = rows.filter_map(|row| row.trim_end_matches('|').rsplit('|').next().map(str::to_owned));
    let quoted = |cell: &String| cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    cells.flat_map(|cell| quoted(&cell)).collect()
}

/// The names of all test functions in a source.
fn tests(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut is_test = false;
    for line in text.lines().map(str::trim) {
        if line == "#[test]" {
            is_test = true;
        } else if let Some((name, _)) = line.strip_prefix("fn ").and_then(|rest| rest.split_once('('))
            && std::mem::take(&mut is_test)
        {
            found.insert(name.to_owned());
        }
    }
    found
}

#[test]
fn every_test_named_in_the_document_on_safety_exists() {
    let document = sources::read("docs/safety.md").expect("there is a document on safety");
    let known: BTreeSet<String> = sources::all().iter().flat_map(|source| tests(&source.text)).collect();
    let named = named(&document);
    assert!(named.len() > 40, "the tables name tests: {named:?}");
    let missing: Vec<&String> = named.iter().filter(|name| !known.contains(*name)).collect();
    assert!(missing.is_empty(), "docs/safety.md names tests that do not exist: {missing:?}");
}

#[test]
fn named_tests_are_found_in_rows_and_only_there() {
    assert_eq!(named("| a | shown by |\n| Text `b`. | `c_d`, `e_f` |\n`g_h` | x_y\n"), ["c_d", "e_f"]);
    let found = tests("#[test]\n#[should_panic]\nfn a_b() {}\nfn c() {}\n  #[test]\n  fn d() {");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["a_b", "d"]);
}
