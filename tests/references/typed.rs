//! References as people type them: the table of examples, and docs/references.md, which is generated from it.

use std::fmt::Write;

use plenary::cite::{Aliases, resolve};
use plenary::model::{Reference, Shelf};
use plenary::store::bundled;

use crate::support::bless;

/// One way to write a reference.
struct Way {
    text: String,
    from: Option<Reference>,
    expected: Vec<String>,
}

/// Ways to write the same kind of reference.
struct Group {
    title: String,
    about: String,
    ways: Vec<Way>,
}

fn groups() -> Vec<Group> {
    let table: toml::Table = include_str!("typed.toml").parse().expect("the table is TOML");
    let text = |value: &toml::Value| value.as_str().expect("words").to_owned();
    let way = |row: &toml::Value| {
        let mut cells = row.as_array().expect("a row").iter().map(text);
        let typed = cells.next().expect("what is typed");
        let from = cells.next().filter(|from| !from.is_empty());
        let from = from.map(|from| from.parse().expect("the current passage"));
        Way { text: typed, from, expected: cells.collect() }
    };
    let group = |group: &toml::Value| Group {
        title: text(&group["title"]),
        about: text(&group["about"]),
        ways: group["typed"].as_array().expect("rows").iter().map(way).collect(),
    };
    table["group"].as_array().expect("groups").iter().map(group).collect()
}

fn found(index: &resolve::Index, way: &Way) -> Vec<String> {
    let candidates = index.candidates(&way.text, way.from.as_ref());
    let written = candidates.iter().map(|one| format!("{}{}", if one.held { "" } else { "!" }, one.passage));
    written.collect()
}

fn fits(found: &[String], expected: &[String]) -> bool {
    match expected.split_last() {
        Some((last, first)) if last == "…" => found.len() > first.len() && found.starts_with(first),
        _ => found == expected,
    }
}

#[test]
fn typed_references_are_understood() {
    let shelf = Shelf::new(bundled::documents());
    let index = resolve::Index::of(&shelf, Aliases::bundled());
    let groups = groups();
    let ways: Vec<&Way> = groups.iter().flat_map(|group| &group.ways).collect();
    assert!(ways.len() >= 300, "{} ways", ways.len());
    let (mut plain, mut first, mut wrong) = (0, 0, 0);
    for way in &ways {
        let found = found(&index, way);
        let unambiguous = way.expected.len() == 1;
        plain += usize::from(unambiguous);
        first += usize::from(unambiguous && found.first() == way.expected.first());
        if !fits(&found, &way.expected) {
            wrong += 1;
            println!("{:?} is {:?}, not {:?}", way.text, found, way.expected);
        }
    }
    println!("{} ways, {plain} unambiguous, of them first {first}; {wrong} not as in the table", ways.len());
    assert!(first * 100 >= plain * 99, "{first} of {plain}");
    assert!(wrong * 100 <= ways.len(), "{wrong} of {}", ways.len());
}

#[test]
fn docs_references_md_is_up_to_date() {
    let mut guide = String::from(
        "# References: what can be typed\n\nIn the go-to line (`g`) and with `plenary resolve`, type a passage the way people say it: in French or\nEnglish, in any case, with or without accents, spaces and brackets. If a reference may mean several passages, all are\nlisted, the nearest to the current passage first. This page is generated from a table of the tests.\n",
    );
    for group in groups() {
        let _ = write!(guide, "\n## {}\n\n{}\n", group.title, group.about);
        if group.ways.iter().any(|way| !way.expected.is_empty()) {
            guide.push_str("\n| typed | current passage | meaning |\n| --- | --- | --- |\n");
        }
        let mut rows: Vec<(Vec<String>, String, String)> = Vec::new();
        for way in group.ways.iter().filter(|way| !way.expected.is_empty()) {
            let code = |text: &str| format!("`{}`", text.replace('|', "\\|"));
            let from = way.from.as_ref().map_or_else(String::new, |from| code(&from.to_string()));
            let leads: Vec<String> = way.expected.iter().map(|one| shown(one)).collect();
            let leads = leads.join(", ");
            match rows.last_mut().filter(|row| row.1 == from && row.2 == leads) {
                Some(row) => row.0.push(code(&way.text)),
                None => rows.push((vec![code(&way.text)], from, leads)),
            }
        }
        for (typed, from, leads) in rows {
            let _ = writeln!(guide, "| {} | {from} | {leads} |", typed.join(" · "));
        }
    }
    bless::compare_or_bless("docs/references.md", &guide);
}

/// A candidate as the guide shows it.
fn shown(candidate: &str) -> String {
    match candidate.strip_prefix('!') {
        Some(absent) => format!("{absent} (not in the library)"),
        None => candidate.to_owned(),
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_typed(text in "\\PC{0,60}") {
        let shelf = Shelf::new(bundled::documents().into_iter().take(1));
        let index = resolve::Index::of(&shelf, Aliases::bundled());
        let _ = index.candidates(&text, None);
    }

    #[test]
    fn any_mix_of_typed_parts_gives_correct_candidates(
        text in "(g|gge|apr|an|annexe |par|[0-9]{1,2}|[a-z]|ii|\\(|\\)|/|\\.| |res |78/237|op|pp|fn |E|note ){0,14}"
    ) {
        let shelf = Shelf::new(bundled::documents());
        let index = resolve::Index::of(&shelf, Aliases::bundled());
        for one in index.candidates(&text, None) {
            proptest::prop_assert_eq!(one.held, index.holds(&one.passage.symbol, &one.passage.address));
            // The full reference of a candidate finds this candidate first.
            let again = index.candidates(&one.passage.to_string(), None);
            proptest::prop_assert_eq!(again.first().map(|first| &first.passage), Some(&one.passage));
        }
    }
}
