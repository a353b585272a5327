//! Random texts made of the parts of citations: the parsers do not panic and report only what is there.
//!
//! The run is short; `PLENARY_RANDOM_SECONDS=60` makes it 60 seconds long, with new texts.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use plenary::base::FindingKind;
use plenary::cite::graph::Graph;
use plenary::cite::resolve::Index;
use plenary::cite::{Aliases, Setting, parse_exact, read, write};
use plenary::import::proof;
use plenary::model::{Address, Block, BlockKind, Document, Language, Reference, Shelf};
use plenary::store::bundled;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseResult, TestRunner};

/// All languages in which citations are found.
static LANGUAGES: LazyLock<[Language; 6]> =
    LazyLock::new(|| ["fr", "en", "es", "ru", "ar", "zh"].map(|code| code.parse().expect("a code")));

static SHELF: LazyLock<Shelf> = LazyLock::new(|| Shelf::new(bundled::documents()));
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::of(&SHELF, Aliases::bundled()));

/// Parts of citations in all languages, and text that only looks like them.
const FRAGMENTS: &str = "par. |paragraphe |paragraphes |alinéa |alinéas |annexe |annexes |son annexe |section |norme 13 |point |\
    de l’ordre du jour|note |du préambule|du dispositif|septième |troisième et |vingt et unième |1er |7e |de la |du |et |, |à |ou |\
    ci-dessus|du présent rapport|résolution |résolutions |ladite résolution|ibid. |voir |rapport de |du Groupe de travail|GEG |de 2021|\
    Article 2 |de la Charte|Assemblée générale|para. |paragraph |operative paragraph |preambular |seventh |3rd |of the |and |to |or |above|\
    its annex |its resolution |resolution |decision |Security Council |General Assembly |that resolution|the GGE report|norms |agenda item |\
    subparagraph |footnote |of the Charter|step |étape |puce |A/77/275|A/76/135|A/RES/78/237|S/RES/1540 (2004)|A/AC.290/2020/L.1|78/237|\
    75/240|A/RES/1514(XV)|A/RES/1514(|a) |b) |(c)|ii) |(|)|((((|]|16 |57 |13 |0|999999999999999999999|II.A|E.2|IV|–|-|—|/|.|;|:|’|'|«|»|\
    \u{a0}|\u{202f}|\u{ad}|\u{200f}|\u{301}|\t|\n|é|É|ß|İ|中|😀|op4|pp7|g57d|пункт |п. |пункты |приложение |к резолюции |резолюции |раздел |выше|\
    الفقرة |المرفق |الثاني |الفرع |ألف|من |القرار |أعلاه|(أ)|و |第|段|号决议|附件|一|二|章|节|上文|和|至|（|）|，|párr. |anexo |annex/16/a|heading/|~2|next/|https://undocs.org/|%2F|%|?symbol=";

fn fragments() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> = FRAGMENTS.split('|').collect();
    let piece = prop_oneof![
        12 => proptest::sample::select(known).prop_map(str::to_owned),
        1 => "[0-9]{1,40}",
        1 => "[a-z]\\) ",
        1 => "\\PC{1,3}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn bytes() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<u8>(), 0..300)
        .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// One fragment repeated many times.
fn nested() -> impl Strategy<Value = String> {
    let known: Vec<&'static str> = FRAGMENTS.split('|').collect();
    (proptest::sample::select(known.clone()), proptest::sample::select(known), 1..400usize)
        .prop_map(|(one, two, times)| format!("{}{}", one.repeat(times), two.repeat(times)))
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![6 => fragments(), 2 => bytes(), 1 => nested()]
}

/// Citations are in order, do not overlap, and have correct spans.
fn scanned(text: &str) -> TestCaseResult {
    for language in *LANGUAGES {
        let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: Some("A/HRC") };
        let mut end = 0;
        for citation in read(text, &setting) {
            prop_assert!(citation.span.start >= end);
            prop_assert_eq!(citation.span.of(text), &citation.raw);
            end = citation.span.end;
        }
    }
    Ok(())
}

/// `held` is correct, and each candidate is listed once.
fn typed(text: &str) -> TestCaseResult {
    let from: Reference = "A/77/275:annex/15/a".parse().expect("a reference");
    for from in [None, Some(&from)] {
        let found = INDEX.candidates(text, from);
        for (at, candidate) in found.iter().enumerate() {
            let (symbol, address) = (&candidate.passage.symbol, &candidate.passage.address);
            prop_assert_eq!(candidate.held, INDEX.holds(symbol, address), "{}", candidate.passage);
            prop_assert!(found[..at].iter().all(|before| before.passage != candidate.passage));
        }
    }
    Ok(())
}

/// An address or a citation is unchanged after writing and parsing.
fn written(text: &str) -> TestCaseResult {
    if let Ok(address) = text.parse::<Address>() {
        prop_assert_eq!(address.to_string().parse::<Address>(), Ok(address));
    }
    let Some((symbol, address)) = parse_exact(text) else { return Ok(()) };
    for language in *LANGUAGES {
        let written = write(symbol.as_ref(), &address, language);
        prop_assert_eq!(parse_exact(&written), Some((symbol.clone(), address.clone())), "{}", &written);
    }
    Ok(())
}

/// A document made of such texts: its citation graph, and the proofs of its joins.
fn related(texts: &[String]) -> TestCaseResult {
    let block = |(at, text): (usize, &String)| {
        let address = format!("{}", at + 1).parse().expect("an address");
        Block::new(address, BlockKind::Paragraph, text.as_str())
    };
    let finding = |text: &String| plenary::base::Finding {
        kind: FindingKind::JoinedPage,
        line: 1,
        page: None,
        address: Some("1".to_owned()),
        source: text.clone(),
        repaired: Some(text.chars().take(20).collect()),
        proof: None,
    };
    let mut document = Document {
        symbol: "A/90/1".parse().expect("a symbol"),
        language: Language::FR,
        kind: plenary::model::DocumentKind::Report,
        title: String::new(),
        date: None,
        remark: None,
        blocks: texts.iter().enumerate().map(block).collect(),
        findings: texts.iter().map(finding).collect(),
    };
    proof::confirm(&mut document, &SHELF, Aliases::bundled());
    prop_assert_eq!(document.findings.len(), texts.len());
    let graph = Graph::of(&Shelf::new([document]), Aliases::bundled());
    for link in graph.links() {
        prop_assert!(link.span.end <= texts.iter().map(String::len).max().unwrap_or(0));
    }
    Ok(())
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the length of the run is measured in seconds")]
fn random_texts_do_not_break_the_parsers() {
    let seconds = std::env::var("PLENARY_RANDOM_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut rounds = 0;
    loop {
        let config = Config { cases: 150, failure_persistence: None, ..Config::default() };
        let mut runner = TestRunner::new(config);
        let all = |text: String| scanned(&text).and_then(|()| typed(&text)).and_then(|()| written(&text));
        runner.run(&texts(), all).unwrap_or_else(|fault| panic!("{fault}"));
        let mut runner = TestRunner::new(Config { cases: 5, failure_persistence: None, ..Config::default() });
        let several = proptest::collection::vec(texts(), 1..8);
        runner.run(&several, |texts| related(&texts)).unwrap_or_else(|fault| panic!("{fault}"));
        rounds += 1;
        if until.is_none_or(|until| Instant::now() >= until) {
            break;
        }
    }
    println!("{rounds} rounds of 150 texts and 5 documents");
}
