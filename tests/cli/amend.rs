//! `plenary amend` and `plenary amendments`: proposing changes, and the sentences of the United Nations for them.

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::{column, run_in};

/// The words of annex, paragraph 17 (e).
fn words(home: &Home) -> String {
    let shown = run_in(home, &["show", "A/77/275:annex/17/e", "--json"]).json();
    shown[0]["text"].as_str().expect("a text").to_owned()
}

fn amend(home: &Home, passage: &str, options: &[&str]) -> Value {
    run_in(home, &[&["amend", passage, "--json"], options].concat()).json()
}

#[test]
fn new_words_become_the_sentence_of_an_amendment() {
    let home = Home::new();
    let old = words(&home);
    let new = old.replace(
        "modes de financement supplémentaires",
        "modes de financement prévisibles et supplémentaires",
    );
    let made = amend(&home, "annex 17 (e)", &["--text", &new, "--reason", "Le fonds est vide."]);
    assert_eq!(made["anchor"], "A/77/275:annex/17/e");
    assert_eq!(
        made["notation"],
        "In paragraph 17 (e) of the annex, after “financement”, insert “prévisibles et”"
    );
    assert_eq!((&made["removed"], &made["added"]), (&"".into(), &"prévisibles et".into()));
    assert_eq!((&made["by"], &made["status"]), (&Value::Null, &"draft".into()));
    assert_eq!((&made["reason"], &made["original_state"]), (&"Le fonds est vide.".into(), &"current".into()));

    let rows = run_in(&home, &["amendments", "--document", "A/77/275", "--json", "--lang", "fr"]).json();
    assert_eq!(
        column(&rows, "notation"),
        [
            "Au paragraphe 17 e) de l’annexe, après «\u{a0}financement\u{a0}», insérer «\u{a0}prévisibles et\u{a0}»"
        ]
    );
    let shown = run_in(&home, &["amendments", "--lang", "fr"]);
    let text = shown.text();
    let parts = [
        "A/77/275, annexe, par. 17 e) · nous · projet",
        "insérer «\u{a0}prévisibles et\u{a0}»",
        "Motif  Le fonds est vide.",
    ];
    assert!(parts.iter().all(|part| text.contains(part)), "{text}");
}

#[test]
fn passages_are_added_and_deleted() {
    let home = Home::new();
    let after = amend(&home, "A/77/275:annex/17/e", &["--after", "Les États versent des contributions."]);
    assert_eq!(
        after["notation"],
        "Insert a new paragraph 17 (e) bis in the annex reading: “Les États versent des contributions.”"
    );
    let before = amend(&home, "A/RES/78/237:op/1", &["--before", "Décide d’agir."]);
    assert_eq!(before["operation"], "insert-before");
    let gone = amend(&home, "A/RES/78/237:pp/7", &["--delete", "--by", "BRA"]);
    assert_eq!(gone["notation"], "Delete the seventh preambular paragraph");
    assert_eq!((&gone["by"], &gone["status"], &gone["added"]), (&"BRA".into(), &"tabled".into(), &"".into()));
    let rows = run_in(&home, &["amendments", "--json"]).json();
    assert_eq!(column(&rows, "anchor"), ["A/77/275:annex/17/e", "A/RES/78/237:pp/7", "A/RES/78/237:op/1"]);
    let rows = run_in(&home, &["amendments", "--by", "bra", "--json"]).json();
    assert_eq!(column(&rows, "anchor"), ["A/RES/78/237:pp/7"]);
}

#[test]
fn an_amendment_gets_alternatives_co_sponsors_and_a_status() {
    let home = Home::new();
    let old = words(&home);
    let made = amend(&home, "annex 17 (e)", &["--text", &old.replace("pourraient", "devraient")]);
    let id = made["id"].as_str().expect("an id");
    let other = old.replace("pourraient", "sont invités à");
    let options = ["--alternative", &other, "--by", "BRA"];
    let changed = amend(&home, id, &options);
    assert_eq!(
        (&changed["id"], &changed["text"], &changed["by"]),
        (&made["id"], &made["text"], &Value::Null)
    );
    assert_eq!(changed["alternatives"][0]["by"], "BRA");
    assert_eq!(
        (&changed["alternatives"][0]["removed"], &changed["alternatives"][0]["added"]),
        (&"pourraient".into(), &"sont invités à".into())
    );
    let changed =
        amend(&home, id, &["--co-sponsors", "Kenya, Inde", "--status", "tabled", "--restricted", "yes"]);
    assert_eq!(changed["co_sponsors"], serde_json::json!(["Kenya", "Inde"]));
    assert_eq!((&changed["status"], &changed["restricted"]), (&"tabled".into(), &true.into()));
    assert_eq!(changed["alternatives"][0]["by"], "BRA");
    assert_eq!(run_in(&home, &["amendments", "--json"]).json(), Value::Array(vec![changed]));
}

#[test]
fn a_file_written_by_hand_is_an_amendment_and_keeps_what_is_unknown() {
    let home = Home::new();
    amend(&home, "annex 17 (e)", &["--delete"]);
    let file = home.data().join("workspace/amendments/by-hand.md");
    let words = "+++\r\nid = \"01GTVTW1C00000000000000000\"\r\nat = 2023-02-01T10:00:00-05:00\r\n\
                 # ours alone\r\nanchor = \"A/77/275:annex/17/b\"\r\nlanguage = \"fr\"\r\noriginal = \"La valeur a été rappelée.\"\r\n\
                 status = \"final\"\r\ncolour = \"blue\"\r\n+++\r\nLa valeur et le rôle ont été rappelés.\r\n\r\n# Proposé par :\r\nBrésil\r\n";
    files::write(&file, words);
    let output = run_in(&home, &["amendments", "--at", "annex 17 (b)", "--json"]);
    let rows: Value = serde_json::from_str(&output.out).expect("a list");
    assert_eq!((&rows[0]["by"], &rows[0]["original_state"]), (&"Brésil".into(), &"changed".into()));
    assert_eq!(
        rows[0]["notation"],
        "In paragraph 17 (b) of the annex, replace “a été rappelée” with “et le rôle ont été rappelés”"
    );
    assert!(output.error.contains("status cannot be \"final\""), "{}", output.error);
    run_in(&home, &["amend", "01GTVTW1C00000000000000000", "--status", "withdrawn"]).text();
    let after = files::text(&file);
    let kept =
        ["colour = \"blue\"", "status = \"withdrawn\"", "rappelés.\r\n\r\n# Proposé par :\r\nBrésil\r\n"];
    assert!(kept.iter().all(|part| after.contains(part)), "{after}");
    let shown = run_in(&home, &["amendments", "--at", "annex 17 (b)"]);
    assert!(shown.out.contains("! the text it was made on has changed"), "{}", shown.out);
}

#[test]
fn wrong_use_changes_nothing() {
    let home = Home::new();
    let old = words(&home);
    let code = |arguments: &[&str]| run_in(&home, arguments).code;
    assert_eq!(code(&["amend", "annex 17 (e)"]), 2);
    assert_eq!(code(&["amend", "annex 17 (e)", "--text", &old]), 2);
    assert_eq!(code(&["amend", "annex 17 (e)", "--text", "  "]), 2);
    assert_eq!(code(&["amend", "annex 17 (e)", "--text", "x", "--delete"]), 2);
    assert_eq!(code(&["amend", "annex 17 (e)", "--text", "x", "--status", "final"]), 2);
    assert_eq!(code(&["amend", "annex 999", "--text", "x"]), 1);
    assert_eq!(code(&["amend", "01GTVTW1C00000000000000000", "--text", "x"]), 1);
    assert_eq!(code(&["amendments", "--document", "A/77/275"]), 1);
    assert_eq!(code(&["amendments"]), 0);
    assert!(files::ending(&home.data().join("workspace"), ".md").is_empty());
}

/// The sentence of a new passage after another one.
fn added(home: &Home, passage: &str, options: &[&str]) -> String {
    let made = amend(home, passage, &[&["--after", "Oui."], options].concat());
    made["notation"].as_str().expect("a sentence").to_owned()
}

#[test]
fn the_second_new_passage_is_ter_and_one_that_is_withdrawn_takes_no_number() {
    let home = Home::new();
    let passage = "A/77/275:annex/17/e";
    let numbered =
        |adverb: &str| format!("Insert a new paragraph 17 (e) {adverb} in the annex reading: “Oui.”");
    assert_eq!(added(&home, passage, &[]), numbered("bis"));
    assert_eq!(added(&home, passage, &["--by", "BRA"]), numbered("ter"));
    assert_eq!(added(&home, passage, &["--status", "idea"]), numbered("quater"));
    assert_eq!(added(&home, passage, &[]), numbered("quater"), "an idea is not proposed yet");
    assert_eq!(
        added(&home, "A/77/275:annex/17", &[]),
        "Insert a new paragraph 17 bis in the annex reading: “Oui.”"
    );
    let rows = run_in(&home, &["amendments", "--at", passage, "--json"]).json();
    let first = rows[0]["id"].as_str().expect("an id");
    amend(&home, first, &["--status", "withdrawn"]);
    let sentences = |language: &str| -> Vec<String> {
        let rows = run_in(&home, &["amendments", "--at", passage, "--json", "--lang", language]).json();
        column(&rows, "notation").into_iter().map(str::to_owned).collect()
    };
    assert_eq!(sentences("en"), ["bis", "bis", "ter", "ter"].map(numbered));
    assert!(sentences("fr")[2].starts_with("Ajouter un nouveau paragraphe 17 e) ter de l’annexe"));
}

/// An invented report that has a paragraph 3 bis.
const REPORT: &str = "United Nations A/79/900
22 July 2024
Report of the Working Group on harbour safety

1. The Working Group met in Geneva and agreed that harbours of all sizes should be safe.
2. The Working Group adopted its agenda and heard the views of all States on the lights.
3. States consider that lights are seen from afar and that horns are heard in the fog.
3 bis. The views of States on the horns were heard by the Working Group in Geneva.
4. Horns are heard by all ships that come into the harbour or leave it at night.
";

#[test]
fn numbers_that_the_document_has_are_not_given_again() {
    let home = Home::new();
    files::write(&home.path().join("report.txt"), REPORT);
    run_in(&home, &["import", "report.txt"]).text();
    let numbered = |adverb: &str| format!("Insert a new paragraph 3 {adverb} reading: “Oui.”");
    assert_eq!(added(&home, "A/79/900:3", &[]), numbered("ter"));
    assert_eq!(added(&home, "A/79/900:3bis", &[]), numbered("quater"));
    assert_eq!(added(&home, "A/79/900:4", &[]), "Insert a new paragraph 4 bis reading: “Oui.”");
}

#[test]
fn long_deletions_are_named_by_their_ends() {
    let home = Home::new();
    let old = words(&home);
    let (start, end) = (old.find(" pourraient").expect("words"), old.rfind(' ').expect("words"));
    let made = amend(&home, "annex 17 (e)", &["--text", &format!("{}{}", &old[..start], &old[end..])]);
    let sentence = made["notation"].as_str().expect("a sentence");
    assert!(
        sentence.starts_with("In paragraph 17 (e) of the annex, delete the words from “pourraient ")
            && sentence.contains("” to “"),
        "{sentence}"
    );
    assert!(sentence.len() < old.len() / 2, "{sentence}");
}
