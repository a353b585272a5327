//! Doubtful joins compared with the passages they cite: confirmed, not confirmed, or unknown.

use plenary::base::{FindingKind, Proof, Sameness};
use plenary::cite::Aliases;
use plenary::import::{Given, import, proof};
use plenary::model::{Document, Shelf};
use plenary::store::bundled;

fn read(text: &str) -> Document {
    import("text.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies())
        .expect("the fixtures are text")
}

/// The proofs of the joins at an address, after comparison with the documents on the shelf.
fn proofs(mut document: Document, shelf: &[Document], address: &str) -> Vec<Option<Proof>> {
    proof::confirm(&mut document, &Shelf::new(shelf.to_vec()), Aliases::bundled());
    let joins = document.findings.iter().filter(|finding| {
        finding.kind == FindingKind::JoinedPage && finding.address.as_deref() == Some(address)
    });
    let found: Vec<Option<Proof>> = joins.map(|finding| finding.proof.clone()).collect();
    assert!(!found.is_empty(), "{address} is joined: {:#?} {:#?}", document.findings, document.blocks);
    found
}

fn proof_by(passage: &str, words: Sameness) -> Vec<Option<Proof>> {
    vec![Some(Proof { passage: passage.to_owned(), words })]
}

const CITED: &str = "
United Nations                                             A/90/1
General Assembly                                   Distr.: General

Report of the Working Group on harbour safety

I.    Introduction

1.    Keepers of lights should write down each night what they have seen, with the hour, and hand
their books over to those who come after them in the morning.
2.    Masters of ships should keep away from shallow water when the fog is thick.
";

/// A report split by a page break after "what they have seen"; `next` is the beginning of the next page.
fn cut(note: &str, next: &str) -> String {
    format!(
        "
United Nations                                             A/90/2
General Assembly                                   Distr.: General

Report of the Working Group on harbour safety

I.    Introduction

1.    The Group recalled that keepers of lights should write down each night what they have
seen, with the hour,1

__________
      1 {note}

A/90/2                                                    2/4

{next}
2.    The Group rose.
"
    )
}

#[test]
fn a_join_is_confirmed_by_the_text_it_repeats() {
    let next = "and hand their books over to those who come after them in the morning.";
    let report = read(&cut("A/90/1, para. 1.", next));
    let shelf = [read(CITED)];
    assert_eq!(proofs(report.clone(), &shelf, "1"), proof_by("A/90/1:1", Sameness::Same));
    assert_eq!(proofs(report, &[], "1"), [None], "without the document there is no proof");
    let whole = read(&cut("A/90/1.", next));
    assert_eq!(
        proofs(whole, &shelf, "1"),
        proof_by("A/90/1:1", Sameness::Same),
        "the whole document was cited"
    );
    let other = read(&cut("A/90/1, para. 2.", next));
    assert_eq!(proofs(other, &shelf, "1"), [None], "the passage cited has other words");
}

#[test]
fn a_wrong_join_is_not_confirmed() {
    let shelf = [read(CITED)];
    let wrong = "whereas ships in the roads may ring their bells as often as their masters please.";
    let report = read(&cut("A/90/1, para. 1.", wrong));
    assert_eq!(proofs(report, &shelf, "1"), proof_by("A/90/1:1", Sameness::NotFound));
    let changed = "and later also hand their books over to those who come after them in the morning.";
    let report = read(&cut("A/90/1, para. 1.", changed));
    assert_eq!(proofs(report, &shelf, "1"), proof_by("A/90/1:1", Sameness::Changed));
    let report = read(&cut("A/90/1.", wrong));
    assert_eq!(proofs(report, &shelf, "1"), [None], "common words of a whole document are no proof");
}

#[test]
fn a_sub_paragraph_split_by_footnotes_is_confirmed_by_the_report_it_quotes() {
    let made = super::bundled::imported();
    let report = made.iter().find(|document| document.symbol.as_str() == "A/77/275").expect("bundled");
    let shelf: Vec<Document> = made.clone();
    let proof = proofs(report.clone(), &shelf, "annex/14/c/ii");
    assert_eq!(proof, proof_by("A/76/135:57/d", Sameness::Same));
    assert_eq!(proofs(report.clone(), &[], "annex/14/c/ii"), [None]);
    let english = Document { language: "en".parse().expect("a language"), ..report.clone() };
    assert_eq!(proofs(english, &shelf, "annex/14/c/ii"), [None], "another language has other words");
}
