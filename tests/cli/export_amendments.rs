//! `plenary export amendments`: from the command line to a Word document that is read back.

use serde_json::{Value, json};

use crate::support::files;
use crate::support::home::Home;
use crate::support::word::{Reading, WordFile};

use super::{fields, run_in};

fn words(home: &Home, passage: &str) -> String {
    let shown = run_in(home, &["show", passage, "--json"]).json();
    shown[0]["text"].as_str().expect("a text").to_owned()
}

fn export(home: &Home, name: &str, options: &[&str]) -> Value {
    let command = ["export", "amendments", "--document", "A/77/275", "--to", name, "--json"];
    run_in(home, &[&command, options].concat()).json()
}

fn word(home: &Home, name: &str) -> WordFile {
    let file = WordFile::open(&files::read(&home.path().join(name)));
    assert_eq!(file.faults(), Vec::<String>::new());
    file
}

fn text(home: &Home, name: &str) -> String {
    files::text(&home.path().join(name))
}

/// Our rewording of annex 17 (e), with a reason and a co-sponsor.
fn amended() -> (Home, String, String) {
    let home = Home::new();
    let old = words(&home, "A/77/275:annex/17/e");
    let new = old.replace("modes de financement", "modes de financement prévisibles");
    let options = ["--text", &new, "--reason", "Le fonds est vide.", "--co-sponsors", "Kenya, Inde"];
    run_in(&home, &[&["amend", "annex 17 (e)"], &options[..]].concat()).text();
    (home, old, new)
}

#[test]
fn rejecting_all_gives_the_official_text_and_accepting_all_gives_ours() {
    let (home, old, new) = amended();
    let theirs = old.replace("pourraient", "sont invités à");
    run_in(&home, &["amend", "annex 17 (e)", "--text", &theirs, "--by", "Brésil"]).text();
    let manifest = export(&home, "draft.docx", &["--lang", "fr"]);
    let expected = [
        "what",
        "file",
        "format",
        "bytes",
        "document",
        "language",
        "amendments",
        "tracked",
        "commented",
        "not_applied",
        "not_proposed",
        "restricted",
        "left_out",
    ];
    assert_eq!(fields(&manifest), expected);
    assert_eq!(
        (&manifest["amendments"], &manifest["tracked"], &manifest["commented"]),
        (&json!(2), &json!(1), &json!(1))
    );
    let file = word(&home, "draft.docx");
    let shown = run_in(&home, &["show", "A/77/275", "--json"]).json();
    let rows = shown.as_array().expect("a list").iter();
    let official: Vec<&str> = rows
        .filter(|row| row["kind"] != "footnote")
        .map(|row| row["text"].as_str().expect("a text"))
        .collect();
    let read = |reading| -> Vec<String> {
        let paragraphs = file.read(reading).into_iter();
        paragraphs.map(|paragraph| paragraph.text.rsplit('\t').next().unwrap_or("").to_owned()).collect()
    };
    assert_eq!(read(Reading::Rejected), official);
    let accepted: Vec<&str> =
        official.iter().map(|text| if *text == old { new.as_str() } else { text }).collect();
    assert_eq!(read(Reading::Accepted), accepted);
    let comments = file.comments();
    assert_eq!(comments[0].text, "Motif\u{a0}: Le fonds est vide.\nCoauteurs\u{a0}: Kenya, Inde");
    assert_eq!(comments[0].on.trim(), "prévisibles");
    assert!(comments[1].author == "Brésil" && comments[1].text.contains("sont invités à"), "{comments:?}");
    let notes: usize = file.read(Reading::Rejected).iter().map(|paragraph| paragraph.notes.len()).sum();
    let listed = shown.as_array().expect("a list").iter().filter(|row| row["kind"] == "footnote").count();
    assert_eq!(notes, listed);
    let first = files::read(&home.path().join("draft.docx"));
    assert!(first.starts_with(b"PK"));
}

#[test]
fn the_sentences_are_written_as_text() {
    let (home, ..) = amended();
    export(&home, "draft.md", &[]);
    export(&home, "draft.txt", &["--lang", "fr"]);
    let markdown = text(&home, "draft.md");
    assert!(markdown.contains("# Amendments to A/77/275\n"), "{markdown}");
    assert!(
        markdown.contains("In paragraph 17 (e) of the annex, after “financement”, insert “prévisibles”"),
        "{markdown}"
    );
    assert!(markdown.contains("{++ prévisibles++}"), "{markdown}");
    let floor = text(&home, "draft.txt").replace('\n', " ");
    assert!(floor.contains("Au paragraphe 17 e) de l’annexe, après «\u{a0}financement\u{a0}», insérer «\u{a0}prévisibles\u{a0}»."), "{floor}");
    export(&home, "draft.html", &[]);
    let page = text(&home, "draft.html");
    assert!(page.contains("financement<ins> prévisibles</ins>"), "{page}");
    let to_pipe = ["export", "amendments", "--document", "A/77/275", "--to", "-"];
    let shown = run_in(&home, &[&to_pipe[..], &["--format", "txt"]].concat());
    assert!(shown.text().starts_with("Amendments to A/77/275\n"), "{}", shown.out);
    run_in(&home, &[&to_pipe[..], &["--format", "docx"]].concat()).fails(2, &["docx"]);
    run_in(&home, &to_pipe).fails(2, &["docx, md, html, txt"]);
}

#[test]
fn without_amendments_a_word_file_is_the_official_text_and_the_terminal_says_so() {
    let home = Home::new();
    for name in ["a.docx", "a.md", "a.txt"] {
        let manifest = export(&home, name, &["--lang", "fr"]);
        assert_eq!((&manifest["amendments"], &manifest["left_out"]), (&json!(0), &json!({})));
    }
    let said = "Aucun amendement ne porte sur le document A/77/275.";
    let first = run_in(&home, &["show", "A/77/275", "--json"]).json()[0]["text"].clone();
    let written = word(&home, "a.docx").text(Reading::Rejected);
    assert!(written.starts_with(first.as_str().expect("a text")) && !written.contains(said), "{written}");
    let command = ["export", "amendments", "--document", "A/77/275", "--to", "a.docx", "--lang", "fr"];
    let output = run_in(&home, &command);
    assert!(output.text().contains(said), "{}", output.out);
    assert!(text(&home, "a.md").contains(said) && text(&home, "a.txt").contains(said));
}

#[test]
fn restricted_amendments_stay_out_unless_they_are_named() {
    let (home, _, _) = amended();
    run_in(&home, &["amend", "annex 17 (b)", "--text", "zirconium", "--restricted", "yes"]).text();
    run_in(&home, &["amend", "annex 17 (a)", "--text", "palladium", "--status", "idea"]).text();
    for name in ["b.docx", "b.md", "b.txt"] {
        let manifest = export(&home, name, &[]);
        assert_eq!(
            (&manifest["restricted"], &manifest["left_out"]),
            (&json!(false), &json!({ "amendment": 1 }))
        );
        assert_eq!(manifest["not_proposed"], json!({ "idea": 1 }));
    }
    let said = "Left out because restricted: 1 amendment.";
    let command = ["export", "amendments", "--document", "A/77/275", "--to", "b.docx"];
    let output = run_in(&home, &command);
    assert!(output.text().contains(said), "{}", output.out);
    let file = word(&home, "b.docx");
    assert!(file.0.values().all(|part| !part.contains("zirconium") && !part.contains("palladium")));
    assert!(file.comments().iter().all(|comment| !comment.text.contains("restricted")));
    let written = text(&home, "b.md") + &text(&home, "b.txt");
    assert!(!written.contains("zirconium") && !written.contains(said), "{written}");
    let manifest = export(&home, "c.docx", &["--with", "restricted"]);
    assert_eq!((&manifest["restricted"], &manifest["tracked"]), (&json!(true), &json!(2)));
    assert!(word(&home, "c.docx").text(Reading::Accepted).contains("zirconium"));
}

#[test]
fn an_amendment_on_another_text_is_reported_and_the_file_is_written() {
    let (home, old, _) = amended();
    let file = files::ending(&home.data().join("workspace/amendments"), ".md").remove(0);
    files::write(&file, files::text(&file).replace("original = \"", "original = \"Jadis, "));
    let command = ["export", "amendments", "--document", "A/77/275", "--to", "d.docx", "--json"];
    let output = run_in(&home, &command);
    assert_eq!(output.code, 0, "{}", output.error);
    assert!(
        output.error.contains("A/77/275, annex, para. 17 (e)") && output.error.contains("other words now"),
        "{}",
        output.error
    );
    let manifest: Value = serde_json::from_str(&output.out).expect("a manifest");
    assert_eq!(manifest["not_applied"][0]["reason"], "changed");
    let file = word(&home, "d.docx");
    assert!(file.text(Reading::Accepted).contains(&old) && file.comments().is_empty());
}

#[test]
fn an_amendment_that_overlaps_an_earlier_one_is_named() {
    let (home, old, _) = amended();
    let other = old.replace("financement", "financement sûr, prévisible et régulier");
    let made = run_in(&home, &["amend", "annex 17 (e)", "--text", &other, "--json"]).json();
    let manifest = export(&home, "o.docx", &[]);
    let expected = json!([{ "id": made["id"], "anchor": "A/77/275:annex/17/e", "reason": "overlap" }]);
    assert_eq!(manifest["not_applied"], expected);
    let command = ["export", "amendments", "--document", "A/77/275", "--to", "o.docx"];
    let output = run_in(&home, &command);
    let said = format!("amendment {} is not a tracked change", made["id"].as_str().expect("an id"));
    assert!(output.text().contains(&said), "{}", output.out);
    let comments = word(&home, "o.docx").comments();
    assert!(comments.iter().any(|comment| comment.text.contains("Not a tracked change")), "{comments:?}");
}

#[test]
fn the_same_amendments_on_the_same_day_are_the_same_file() {
    let (home, ..) = amended();
    let bytes = || {
        export(&home, "t.docx", &["--today", "2023-03-06"]);
        files::read(&home.path().join("t.docx"))
    };
    let first = bytes();
    assert_eq!(bytes(), first);
}

#[test]
fn lines_of_a_text_for_the_floor_end_before_no_sign_and_reasons_have_a_label() {
    let (home, ..) = amended();
    export(&home, "l.txt", &["--lang", "fr"]);
    let floor = text(&home, "l.txt");
    assert!(floor.contains("Motif\u{a0}: Le fonds est vide."), "{floor}");
    assert!(floor.lines().all(|line| !line.trim_start().starts_with([';', ':', '»'])), "{floor}");
}

#[test]
fn invalid_exports_of_amendments_are_refused() {
    let home = Home::new();
    let to = |document: &str, name: &str| {
        run_in(&home, &["export", "amendments", "--document", document, "--to", name])
    };
    to("A/99/999", "e.docx").fails(1, &["A/99/999", "not in the library"]);
    to("?", "e.docx").fails(2, &["?"]);
    to("A/77/275", "e.pdf").fails(2, &["e.pdf", "docx, md, html, txt"]);
    run_in(&home, &["export", "amendments", "--to", "e.docx"]).fails(2, &["--document"]);
    assert!(files::tree(home.path()).is_empty());
}

#[test]
fn new_paragraphs_have_the_same_numbers_in_word_and_in_the_sentences() {
    let home = Home::new();
    for (words, by) in
        [("Le premier.", "Brésil"), ("Le deuxième.\n\nLe troisième.", "us"), ("Le dernier.", "us")]
    {
        run_in(&home, &["amend", "annex 17 (e)", "--after", words, "--by", by]).text();
    }
    export(&home, "draft.docx", &["--lang", "fr"]);
    let accepted = word(&home, "draft.docx").text(Reading::Accepted);
    for paragraph in ["e ter)\tLe deuxième.", "e quater)\tLe troisième.", "e quinquies)\tLe dernier."] {
        assert!(accepted.contains(paragraph), "{paragraph} in {accepted}");
    }
    export(&home, "draft.txt", &["--lang", "fr"]);
    let sentences = text(&home, "draft.txt").split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["paragraphe 17 e) bis de", "paragraphes 17 e) ter et 17 e) quater de", "17 e) quinquies de"]
    {
        assert!(sentences.contains(words), "{words} in {sentences}");
    }
}
