//! References from the command line: `resolve`, `cites`, `cited-by`.

use serde_json::Value;

use crate::support::home::Home;

fn json(home: &Home, arguments: &[&str]) -> Value {
    let output = home.plenary().args(arguments).arg("--json").output().expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("one JSON value")
}

#[test]
fn spoken_references_are_resolved() {
    let home = Home::in_language("fr_FR.UTF-8");
    let found = json(&home, &["resolve", "g57d"]);
    assert_eq!(found["ambiguous"], false);
    assert_eq!(found["candidates"][0]["symbol"], "A/76/135");
    assert_eq!(found["candidates"][0]["address"], "57/d");
    assert_eq!(found["candidates"][0]["citation"], "A/76/135, par. 57 d)");
    let many = json(&home, &["resolve", "14", "--from", "A/77/275:annex/16"]);
    assert_eq!(many["ambiguous"], true);
    assert_eq!(many["candidates"][0]["address"], "annex/14");
}

#[test]
fn the_reason_depends_on_the_current_passage() {
    let home = Home::new();
    let alone = json(&home, &["resolve", "E.2"]);
    assert_eq!(alone["candidates"][0]["why"], "in the library");
    let read = json(&home, &["resolve", "E.2", "--from", "A/76/135:57"]);
    assert_eq!(read["candidates"][0]["why"], "in another document");
    let beside = json(&home, &["resolve", "E.2", "--from", "A/77/275:annex/16"]);
    assert_eq!(beside["candidates"][0]["why"], "in the part you are reading");
}

#[test]
fn a_document_not_in_the_library_has_its_official_address() {
    let home = Home::new();
    let found = json(&home, &["resolve", "75/240 1"]);
    assert_eq!(found["candidates"][0]["held"], false);
    assert_eq!(found["candidates"][0]["official"], "https://undocs.org/en/A/RES/75/240");
    home.plenary().args(["resolve", "75/240", "1"]).assert().code(1);
    let shown = home.plenary().args(["show", "75/240", "1"]).assert().code(1);
    let output = String::from_utf8_lossy(&shown.get_output().stderr).into_owned();
    assert!(output.contains("https://undocs.org/en/A/RES/75/240"), "{output}");
}

#[test]
fn citations_are_followed_in_both_directions() {
    let home = Home::new();
    let cites = json(&home, &["cites", "E.2"]);
    assert!(cites.as_array().is_some_and(Vec::is_empty), "{cites}");
    let cites = json(&home, &["cites", "C.1"]);
    assert_eq!(cites[0]["from"]["address"], "annex/C/next/1");
    assert_eq!(cites[0]["to"]["symbol"], "A/77/275");
    assert_eq!(cites[0]["to"]["address"], "annex/14/e");
    assert_eq!(cites[0]["to"]["held"], true);
    assert_eq!(cites[0]["text"], "paragraphe 14 e) ci-dessus");
    let cited = json(&home, &["cited-by", "g57b"]);
    assert_eq!(cited[0]["from"]["address"], "annex/14/c/i");
    assert_eq!(cited[0]["through"], "annex/note/14");
    assert_eq!(cited[0]["origin"], "same");
    assert_eq!(cited[0]["bearing"], "exact");
    let absent = json(&home, &["cited-by", "A/75/816, annexe I, par. 65"]);
    assert_eq!(absent[0]["to"]["held"], false);
    home.plenary().args(["cites", "norm", "z"]).assert().code(1);
}

#[test]
fn output_is_in_the_language_of_the_delegate() {
    let home = Home::in_language("fr_FR.UTF-8");
    let shown = home.plenary().args(["cited-by", "g57b"]).assert().success();
    let output = String::from_utf8_lossy(&shown.get_output().stdout).into_owned();
    assert!(
        output.contains("A/77/275, annexe, par. 14 c) i)") && output.contains("texte identique"),
        "{output}"
    );
}
