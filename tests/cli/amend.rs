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
        "Insert a new paragraph 17 (e) bis of the annex reading: “Les États versent des contributions.”"
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
