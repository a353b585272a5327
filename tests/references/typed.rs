//! References as people type them: the table of examples, and docs/references.md, which is generated from it.

use std::collections::BTreeMap;
use std::fmt::Write;

use plenary::cite::resolve::{Candidate, Index};
use plenary::cite::{Aliases, write};
use plenary::language::Languages;
use plenary::model::{Address, Language, Part, Place, Process, Reference, Shelf};
use plenary::store::{bundled, process};

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

/// What a text may mean, each with the passages named together.
fn found(index: &Index, processes: &[Process], way: &Way) -> Vec<String> {
    let meaning = index.with_sections(index.meaning(&way.text, way.from.as_ref()), processes, None);
    let written = |one: &Candidate| format!("{}{}", if one.held { "" } else { "!" }, one.passage);
    let together = |reading: &Vec<Candidate>| reading.iter().map(written).collect::<Vec<_>>().join(" + ");
    meaning.readings.iter().map(together).collect()
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
    let index = Index::of(&shelf, Aliases::bundled());
    let processes = process::processes();
    let groups = groups();
    let ways: Vec<&Way> = groups.iter().flat_map(|group| &group.ways).collect();
    let (mut plain, mut first, mut wrong) = (0, 0, 0);
    for way in &ways {
        let found = found(&index, &processes, way);
        let unambiguous = way.expected.len() == 1;
        plain += usize::from(unambiguous);
        first += usize::from(unambiguous && found.first() == way.expected.first());
        if !fits(&found, &way.expected) {
            wrong += 1;
            println!("{:?} is {:?}, not {:?}", way.text, found, way.expected);
        }
    }
    println!("{} ways, {plain} unambiguous, of them first {first}; {wrong} not as in the table", ways.len());
    assert!(ways.len() >= 1450, "{} ways", ways.len());
    assert_eq!((first, wrong), (plain, 0), "printed above");
}

/// The kind of an address, an annex apart.
fn kind(address: &Address) -> &'static str {
    match &address.place {
        Place::Title => "title",
        Place::Heading(_) if address.part == Part::Front => "heading of the front matter",
        Place::Heading(path) if path.len() > 1 => "section of a chapter",
        Place::Heading(_) if address.part == Part::Body => "heading",
        Place::Heading(_) => "heading of an annex",
        Place::Steps(_) => "steps",
        Place::Step(..) => "step",
        Place::Paragraph(path) if path.last().is_some_and(|last| last.starts_with("bullet-")) => "bullet",
        Place::Paragraph(path) if path.len() > 2 => "sub-paragraph of a sub-paragraph",
        Place::Paragraph(path) if path.len() > 1 => "sub-paragraph",
        Place::Paragraph(_) if address.part == Part::Body => "paragraph",
        Place::Paragraph(_) => "paragraph of an annex",
        Place::Operative(_) => "operative",
        Place::Preambular(_) => "preambular",
        Place::Item(_) => "item",
        Place::Norm(_) => "norm",
        Place::Note(_) if address.part == Part::Body => "note",
        Place::Note(_) => "note of an annex",
        Place::Text(_) => "text",
    }
}

/// The addresses of all passages, and their citations in every language in which the program writes them, lead to the passage and to
/// nothing else; without the document, the passage of the current document comes first.
#[test]
fn what_the_program_writes_is_understood_in_every_language() {
    let shelf = Shelf::new(bundled::documents());
    let index = Index::of(&shelf, Aliases::bundled());
    let languages: Vec<Language> = Languages::bundled().citations().map(|(language, _)| language).collect();
    assert!(languages.len() >= 3, "{languages:?}");
    let mut failed = Vec::new();
    let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
    for document in shelf.passing() {
        for block in &document.blocks {
            let passage = Reference { symbol: document.symbol.clone(), address: block.address.clone() };
            // A long document has hundreds of passages of one kind: each in one language, one language after the other.
            let before = tried.entry(kind(&passage.address)).or_default();
            let language = languages[*before % languages.len()];
            *before += 1;
            let cited = write(Some(&passage.symbol), &passage.address, language);
            let alone = write(None, &passage.address, language);
            for text in [passage.to_string(), cited] {
                let found = index.meaning(&text, None);
                if found.readings.len() != 1
                    || found.named().len() != 1
                    || found.named()[0].passage != passage
                {
                    failed.push(format!("{text:?} is {:?}, not {passage}", index.candidates(&text, None)));
                }
            }
            for text in [block.address.to_string(), alone] {
                let found = index.meaning(&text, Some(&passage));
                if found.named().first().is_none_or(|first| first.passage != passage) {
                    failed.push(format!("{text:?} in {passage} is {:?}", found.named()));
                }
            }
        }
    }
    let every_language = tried.values().all(|count| *count >= languages.len());
    assert!(tried.len() >= 18 && every_language, "each kind of address in each language: {tried:?}");
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed[..failed.len().min(40)].join("\n"));
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

/// A reading as the guide shows it.
fn shown(reading: &str) -> String {
    let shown = |one: &str| match one.strip_prefix('!') {
        Some(absent) => format!("{absent} (not in the library)"),
        None => one.to_owned(),
    };
    let passages: Vec<&str> = reading.split(" + ").collect();
    match passages[..] {
        [first, _, _, .., last] => {
            format!("{} … {} ({} passages)", shown(first), shown(last), passages.len())
        }
        _ => passages.into_iter().map(shown).collect::<Vec<_>>().join(" + "),
    }
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_typed(text in "\\PC{0,60}") {
        let shelf = Shelf::new(bundled::documents().into_iter().take(1));
        let index = Index::of(&shelf, Aliases::bundled());
        let _ = index.candidates(&text, None);
    }

    #[test]
    fn any_mix_of_typed_parts_gives_correct_candidates(
        text in "(g|gge|apr|an|annexe |par|[0-9]{1,2}|[a-z]|ii|\\(|\\)|/|\\.| |res |78/237|op|pp|fn |E|note ){0,14}"
    ) {
        let shelf = Shelf::new(bundled::documents());
        let index = Index::of(&shelf, Aliases::bundled());
        for one in index.candidates(&text, None) {
            proptest::prop_assert_eq!(one.held, index.holds(&one.passage.symbol, &one.passage.address));
            // The full reference of a candidate finds this candidate first.
            let again = index.candidates(&one.passage.to_string(), None);
            proptest::prop_assert_eq!(again.first().map(|first| &first.passage), Some(&one.passage));
        }
    }
}
