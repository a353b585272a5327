//! Benchmarks of references: citations in a running text, and one typed reference with ten thousand documents.

use divan::Bencher;
use divan::counter::BytesCount;
use plenary::cite::{Aliases, resolve, scan};
use plenary::model::{Block, BlockKind, Document, DocumentKind, Language, Shelf};
use plenary::store::bundled;

fn main() {
    divan::main();
}

#[divan::bench]
fn citations_of_a_text(bencher: Bencher) {
    let texts: Vec<String> = bundled::documents()
        .iter()
        .flat_map(|document| document.blocks.iter().map(|block| block.text.clone()))
        .collect();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| texts.iter().map(|text| scan(text, Language::FR).len()).sum::<usize>());
}

/// A library of ten thousand reports, of forty paragraphs each.
fn library() -> Shelf {
    let document = |number: usize| Document {
        symbol: format!("A/{}/{}", number / 400 + 50, number % 400 + 1).parse().expect("a symbol"),
        language: Language::FR,
        kind: DocumentKind::Report,
        title: String::new(),
        date: None,
        remark: None,
        blocks: (1..=40)
            .map(|at| Block::new(format!("{at}").parse().expect("an address"), BlockKind::Paragraph, "…"))
            .collect(),
        findings: Vec::new(),
    };
    Shelf::new(bundled::documents().into_iter().chain((0..10_000).map(document)))
}

#[divan::bench(args = ["g57d", "14", "E.2", "annexe 15 b", "A/77/275, annexe, par. 16 a)", "75/240 1", "pargraphe 57 d du gge", "A/50", "ac290 16"])]
fn one_typed_reference(bencher: Bencher, typed: &str) {
    let shelf = library();
    let index = resolve::Index::of(&shelf, Aliases::bundled());
    let from = "A/77/275:annex/16".parse().ok();
    bencher.bench(|| index.candidates(typed, from.as_ref()));
}
