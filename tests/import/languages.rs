//! Texts in languages for which the program has no words: they are kept as they are.

use plenary::base::FindingKind;
use plenary::import::{Given, import};
use plenary::store::bundled;

#[test]
fn words_of_a_language_without_a_list_of_words_are_never_joined() {
    // "sociale" is a word of its own; "social e" are two.
    let text = "1. La Asamblea examina el desarrollo social e institucional de los Estados que cuidan de los faros.\n\n2. La palabra \
        sociale figura en el título de un libro italiano que los Estados Miembros citan en sus informes anuales.\n";
    let document =
        import("x.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).expect("text");
    assert_eq!(document.language.code(), "es");
    assert!(
        document.blocks[0].text.contains("desarrollo social e institucional"),
        "{:?}",
        document.blocks[0].text
    );
    let kinds: Vec<FindingKind> = document.findings.iter().map(|finding| finding.kind).collect();
    assert!(
        !kinds.contains(&FindingKind::LanguageNotRead) && !kinds.contains(&FindingKind::SplitWord),
        "{kinds:?}"
    );
}

#[test]
fn a_number_after_the_word_for_a_paragraph_is_no_footnote() {
    let text = "1. El Grupo de Trabajo aprobó el informe y acordó que los faros de la costa se encendieran al anochecer1.\n\n\
        __________\n1 Véase A/70/1.\n\n2. Los Estados recordaron la resolución 1 de la Conferencia sobre los faros de la costa.\n";
    let document =
        import("x.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies()).expect("text");
    let called: Vec<String> = document
        .blocks
        .iter()
        .filter(|block| block.calls().next().is_some())
        .map(|block| block.address.to_string())
        .collect();
    assert_eq!(called, ["1"]);
}
