//! The preparation of a session as a delegate goes through it: position, basis, statement, amendment, delivery, coverage.

use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;
use crate::support::word::{Reading, WordFile};

use super::{Output, list, run_in};

#[track_caller]
fn done(home: &Home, arguments: &[&str]) -> Value {
    let output: Output = run_in(home, &[arguments, &["--json"]].concat());
    assert!(output.code == 0, "{arguments:?}: {}", output.error);
    serde_json::from_str(&output.out).expect("JSON")
}

/// Proposes an amendment to annex, paragraph 17 (e), and reads the tracked changes back.
fn amended(home: &Home) {
    let old = done(home, &["show", "A/77/275:annex/17/e"])[0]["text"].as_str().expect("a text").to_owned();
    let new = old.replace("financement", "financement prévisibles");
    let amendment =
        done(home, &["amend", "A/77/275:annex/17/e", "--text", &new, "--reason", "Le fonds est vide."]);
    assert!(amendment["notation"].as_str().expect("a sentence").contains("prévisibles"), "{amendment}");

    done(home, &["export", "amendments", "--document", "A/77/275", "--to", "projet.docx"]);
    let file = WordFile::open(&files::read(&home.path().join("projet.docx")));
    let (official, ours) = (file.text(Reading::Rejected), file.text(Reading::Accepted));
    assert!(official.contains(&old) && !official.contains("prévisibles"));
    assert!(ours.contains(&new) && !ours.contains(&old));
    assert!(file.changes().iter().any(|change| change.inserted && change.text.contains("prévisibles")));
}

/// What is prepared for the fourth session.
fn coverage(home: &Home) -> Value {
    done(home, &["track", "--coverage", "--session", "4"])
}

/// What is prepared on step E.2.
fn on_step(home: &Home) -> Value {
    let rows = coverage(home);
    let is_step = |row: &&Value| row["step"] == "A/77/275:annex/E/next/2";
    list(&rows).iter().find(is_step).expect("the step").clone()
}

/// Carries the other steps over to the next session: then nothing is missing for this one.
fn others_closed(home: &Home) {
    for row in list(&coverage(home)).iter().filter(|row| row["covered"] == false) {
        let step = row["step"].as_str().expect("a step");
        done(home, &["track", "set", step, "--session", "4", "--status", "carried-over"]);
    }
    assert!(list(&coverage(home)).iter().all(|row| row["covered"] == true));
    let shown = run_in(home, &["track", "--coverage", "--session", "4"]);
    assert!(shown.text().contains("0 sur"), "{}", shown.text());
}

/// What the position says, and what is for the delegation alone; gives it and the words it quotes.
fn positioned(home: &Home) -> (Value, String) {
    let cited = done(home, &["show", "A/76/135:57/d"]);
    let words = cited[0]["text"].as_str().expect("a text").to_owned();
    let quoted: Vec<&str> = words.split_whitespace().take(8).collect();
    let quoted = quoted.join(" ");
    let basis = format!("«\u{a0}{quoted}\u{a0}» (A/76/135, par. 57 d))");
    let position = [
        "position",
        "set",
        "E.2",
        "--text",
        "Nous appuyons l’annuaire.",
        "--fallback",
        "REPLI",
        "--red-line",
        "LIGNEROUGE",
        "--basis",
        &basis,
    ];
    let position = done(home, &position);
    assert_eq!(position["basis"][0]["state"], "verbatim", "{position}");
    (position, quoted)
}

#[test]
fn a_session_is_prepared_from_the_step_to_what_was_said() {
    let home = Home::in_language("fr_FR.UTF-8");
    // Nothing is prepared on the step yet.
    assert_eq!(on_step(&home)["covered"], false);

    // The position: what is said, and what is for the delegation alone.
    let (position, quoted) = positioned(&home);

    // The statement, as a Word document with a footnote.
    let to = ["statement", "--session", "4", "--item", "5/f", "--to", "declaration.docx"];
    let manifest = done(&home, &to);
    assert_eq!(
        (&manifest["left_out"]["fallback"], &manifest["left_out"]["red-line"]),
        (&1.into(), &1.into())
    );
    assert_eq!(manifest["quotations"]["verbatim"], 1, "{manifest}");
    let file = WordFile::open(&files::read(&home.path().join("declaration.docx")));
    let text = file.text(Reading::Accepted);
    assert!(text.contains("Nous appuyons l’annuaire.") && text.contains(&quoted), "{text}");
    assert!(!text.contains("REPLI") && !text.contains("LIGNEROUGE") && !text.contains("par. 57"), "{text}");
    let notes: Vec<String> = file
        .read(Reading::Accepted)
        .into_iter()
        .flat_map(|paragraph| paragraph.notes)
        .map(|note| note.text)
        .collect();
    assert_eq!(notes.len(), 1);
    assert!(
        notes[0].starts_with("A/76/135, par. 57 d)") && notes[0].contains("14 juillet 2021"),
        "{notes:?}"
    );

    amended(&home);

    // Delivered: the position follows, the text stays, and nothing is missing on the step.
    let kept = done(&home, &["statement", "make", "--session", "4", "--item", "5/f"]);
    let id = kept["id"].as_str().expect("an id");
    let delivered = done(&home, &["statement", "deliver", id, "--meeting", "3"]);
    assert_eq!((&delivered["status"], &delivered["delivered"]["session"]), (&"delivered".into(), &4.into()));
    let position = done(&home, &["position", "show", position["id"].as_str().expect("an id")]);
    assert_eq!(position["status"], "delivered");
    let step = on_step(&home);
    assert_eq!((&step["covered"], &step["positions"]), (&true.into(), &1.into()), "{step}");
    assert_eq!(step["statements"], 1, "{step}");

    others_closed(&home);

    // It is written again as it was delivered.
    let manifest = done(&home, &to);
    assert_eq!((&manifest["id"], &manifest["status"]), (&delivered["id"], &"delivered".into()));
    assert_eq!(
        (&manifest["left_out"]["fallback"], &manifest["left_out"]["red-line"]),
        (&1.into(), &1.into())
    );
}
