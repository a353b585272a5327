//! Which passages of the bundled documents cite which, and where a passage repeats the cited text.

use plenary::cite::Aliases;
use plenary::cite::graph::{Bearing, Graph};
use plenary::cite::origin::{self, Sameness};
use plenary::model::{Language, Reference, Shelf};
use plenary::store::bundled;

fn shelf() -> Shelf {
    Shelf::new(bundled::documents())
}

fn reference(text: &str) -> Reference {
    text.parse().expect("a reference")
}

#[track_caller]
fn cites(passage: &str, expected: &[&str]) {
    let graph = Graph::of(&shelf(), Aliases::bundled());
    let found: Vec<String> = graph
        .cites(&reference(passage), Language::FR)
        .iter()
        .map(|link| {
            let symbol = link.to.symbol.as_ref().map_or("charter", |symbol| symbol.as_str());
            format!("{}{symbol}:{}", if link.held { "" } else { "!" }, link.to.address)
        })
        .collect();
    assert_eq!(found, expected, "{passage}");
}

#[test]
fn steps_cite_the_expected_passages() {
    let report = |address: &str| format!("A/77/275:annex/{address}");
    let (b, d): (Vec<String>, Vec<String>) = (
        (8..=13).map(|number| report(&number.to_string())).collect(),
        ["15/a", "15/b"].map(report).into_iter().chain(["!A/75/816:title".to_owned()]).collect(),
    );
    let strs = |list: &[String]| -> Vec<&'static str> {
        list.iter().map(|text| &*Box::leak(text.clone().into_boxed_str())).collect()
    };
    cites("A/77/275:annex/B/next/2", &strs(&b));
    cites("A/77/275:annex/D/next/2", &strs(&d));
    cites("A/77/275:annex/C/next/1", &["A/77/275:annex/14/e"]);
    cites("A/77/275:annex/note/21", &["A/76/135:71/f", "!A/RES/76/19:title"]);
    cites("A/77/275:annex/15/b/ii", &["!A/70/174:title", "A/76/135:71/f", "!A/RES/76/19:title"]);
    cites("A/RES/78/237:pp/7", &["!charter:2/4"]);
    cites("A/AC.290/2020/L.1:item/5/f", &["!A/RES/73/27:op/3"]);
}

#[test]
fn an_annex_with_a_letter_is_the_section_with_it_where_the_document_has_no_such_annex() {
    use plenary::model::{Block, BlockKind, Document, DocumentKind};
    let text = "L’annexe E du rapport annuel (A/77/275), l’annexe B du document A/90/2 et l’annexe C du document A/90/3.";
    let document = |symbol: &str, blocks: &[(&str, BlockKind, &str)]| Document {
        symbol: symbol.parse().expect("a symbol"),
        language: Language::FR,
        kind: DocumentKind::Report,
        title: "Sécurité du numérique".to_owned(),
        date: None,
        remark: None,
        blocks: blocks
            .iter()
            .map(|(address, kind, text)| Block::new(address.parse().expect("an address"), *kind, *text))
            .collect(),
        findings: Vec::new(),
    };
    let heading = |address| (address, BlockKind::Heading, "Renforcement des capacités");
    let invented = [
        document("A/90/1", &[("3", BlockKind::Paragraph, text)]),
        document(
            "A/90/2",
            &[heading("annex/heading"), heading("annex/heading/B"), heading("annex-B/heading")],
        ),
    ];
    let shelf = Shelf::new(bundled::documents().into_iter().chain(invented));
    let graph = Graph::of(&shelf, Aliases::bundled());
    let passage = reference("A/90/1:3");
    let led: Vec<String> = graph
        .cites(&passage, Language::FR)
        .iter()
        .map(|link| format!("{}:{}", link.to.symbol.as_ref().expect("a document"), link.to.address))
        .collect();
    assert_eq!(led, ["A/77/275:annex/heading/E", "A/90/2:annex-B/heading", "A/90/3:annex-C/heading"]);
    let section = reference("A/77/275:annex/heading/E");
    assert!(graph.cited_by(&section, Language::FR).iter().any(|(link, _)| link.from == passage));
}

#[track_caller]
fn cited_by(passage: &str, bearing: Bearing, expected: &[&str]) {
    let graph = Graph::of(&shelf(), Aliases::bundled());
    let found: Vec<String> = graph
        .cited_by(&reference(passage), Language::FR)
        .iter()
        .filter(|(_, how)| *how == bearing)
        .map(|(link, _)| link.from.to_string())
        .collect();
    assert_eq!(found, expected, "{passage}");
}

#[test]
fn a_norm_lists_its_commentary_and_the_passages_that_cite_it() {
    let graph = Graph::of(&shelf(), Aliases::bundled());
    let within: Vec<String> =
        graph.within(&reference("A/76/135:norm/i"), Language::FR).iter().map(ToString::to_string).collect();
    assert_eq!(
        within,
        ["norm/i", "56", "57", "57/a", "57/b", "57/c", "57/d", "58", "58/a", "58/b", "58/c", "59"]
    );
    cited_by(
        "A/76/135:norm/i",
        Bearing::Commentary,
        &[
            "A/77/275:annex/14/c",
            "A/77/275:annex/14/c/i",
            "A/77/275:annex/14/c/ii",
            "A/77/275:annex/note/13",
            "A/77/275:annex/note/14",
            "A/77/275:annex/note/15",
        ],
    );
    cited_by("A/76/135:norm/g", Bearing::Exact, &["A/76/135:44", "A/76/135:45"]);
}

#[test]
fn a_paragraph_is_cited_through_its_sub_paragraphs_and_its_section() {
    let through = ["A/77/275:annex/14/c/i", "A/77/275:annex/note/14"];
    cited_by("A/76/135:57/b", Bearing::Exact, &through);
    cited_by("A/76/135:57/b", Bearing::Around, &["A/77/275:annex/14/c", "A/77/275:annex/note/13"]);
    cited_by("A/77/275:annex/15/b/ii", Bearing::Around, &["A/77/275:annex/D/next/2"]);
    cited_by("A/77/275:annex/14", Bearing::Inside, &["A/77/275:annex/C/next/1"]);
    cited_by(
        "A/75/816:annex-I/65",
        Bearing::Exact,
        &["A/76/135:89/h", "A/76/135:note/4", "A/77/275:annex/14/d", "A/77/275:annex/note/17"],
    );
}

#[test]
fn a_cited_document_not_in_the_library_has_its_official_address() {
    let graph = Graph::of(&shelf(), Aliases::bundled());
    let links = graph.cites(&reference("A/77/275:annex/note/18"), Language::FR);
    assert!(!links[0].held);
    let address = links[0].to.official_address("fr".parse().expect("a language"));
    assert_eq!(address, "https://undocs.org/fr/A/75/816");
}

#[track_caller]
fn origin(passage: &str, cited: &str, sameness: Sameness, there: &[&str]) {
    let shelf = shelf();
    let text = |passage: &str| {
        let passage = reference(passage);
        let document = shelf.get(&passage.symbol, Language::FR).expect("the document is bundled");
        document.block(&passage.address).expect("the passage is there").text.clone()
    };
    let cited = text(cited);
    let found = origin::compare(&text(passage), &cited);
    assert_eq!(found.sameness, sameness, "{passage}");
    let left_out: Vec<&str> = found.there.iter().map(|span| span.of(&cited)).collect();
    assert_eq!(left_out, there, "{passage}");
}

#[test]
fn repeated_text_is_recognised() {
    use Sameness::{Changed, NotFound, Same};
    origin("A/77/275:annex/14/c/i", "A/76/135:57/b", Same, &[]);
    origin("A/77/275:annex/14/c/ii", "A/76/135:57/d", Same, &[]);
    origin("A/77/275:annex/15/b/ii", "A/76/135:71/f", Same, &[]);
    origin("A/77/275:annex/11", "A/76/135:11", Same, &[]);
    origin("A/77/275:annex/10", "A/76/135:10", Changed, &["évoquées dans les rapports précédents"]);
    origin("A/77/275:annex/14/c/i", "A/76/135:57/d", NotFound, &[]);
    origin("A/77/275:annex/2", "A/76/135:2", NotFound, &[]);
}
