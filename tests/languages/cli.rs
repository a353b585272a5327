//! The command line with a report in two languages: `--lang` chooses the words, and nothing is listed twice.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::cli::{column, list, run, run_in};
use crate::support::files;
use crate::support::home::Home;

/// A home folder with the English text of the bundled report imported.
fn home() -> Home {
    let home = Home::new();
    files::write(&home.path().join("report.txt"), super::REPORT);
    let rows = run_in(&home, &["import", "report.txt", "--json"]).json();
    assert_eq!((&rows[0]["symbol"], &rows[0]["language"]), (&"A/77/275".into(), &"en".into()));
    home
}

fn json(home: &Home, line: &str, lang: &str) -> Value {
    let words = line.split(' ').chain(["--json", "--lang", lang]);
    run_in(home, &words.collect::<Vec<_>>()).json()
}

/// The fields of a row that say what it is about, whatever the language of its words.
fn subjects(rows: &Value, names: &[&str]) -> Vec<String> {
    list(rows)
        .iter()
        .map(|row| names.iter().map(|name| row[*name].to_string()).collect::<Vec<_>>().join(" "))
        .collect()
}

#[test]
fn each_step_is_listed_once_with_the_words_of_the_chosen_language() {
    let home = home();
    let (english, french) = (json(&home, "steps", "en"), json(&home, "steps", "fr"));
    let names = ["symbol", "address"];
    let steps = subjects(&english, &names);
    assert_eq!(steps, subjects(&french, &names), "the same steps in the same order");
    assert_eq!(steps.iter().collect::<BTreeSet<_>>().len(), steps.len(), "none twice");
    let bundled = run(&["steps", "--json"]).json();
    assert_eq!(steps.len(), list(&bundled).len() + 1, "one step is only in the English text");
    let text = |rows: &Value, address: &str| -> String {
        let row = list(rows).iter().find(|row| row["address"] == address).unwrap();
        row["text"].as_str().unwrap().to_owned()
    };
    assert!(text(&english, "annex/E/next/2").starts_with("States agree to establish"));
    assert!(text(&french, "annex/E/next/2").starts_with("Les États conviennent d’établir"));
    assert!(text(&english, "annex/F/next/3").starts_with("Les États"), "only the French text has it");
    assert!(
        text(&french, "annex/G/next/4").starts_with("States are invited"),
        "only the English text has it"
    );
    let of = |rows: &Value, name: &str| {
        let row = list(rows).iter().find(|row| row["address"] == "annex/E/next/3").unwrap();
        row[name].to_string()
    };
    assert!(of(&english, "products").contains("a background paper"), "{}", of(&english, "products"));
    assert!(of(&french, "products").contains("un document d’information"), "{}", of(&french, "products"));
}

#[test]
fn a_status_set_in_one_language_is_the_status_in_the_other_one_and_listed_once() {
    let home = home();
    let set = "track set A/77/275:annex/E/next/2 --session 4 --status discussed";
    json(&home, set, "fr");
    for lang in ["fr", "en"] {
        let rows = json(&home, "track", lang);
        let rows = list(&rows);
        let of_step = |step: &str, session: u32| {
            let found = rows.iter().filter(|row| row["step"] == step && row["session"] == session);
            found.map(|row| row["status"].as_str().unwrap()).collect::<Vec<_>>()
        };
        assert_eq!(of_step("A/77/275:annex/E/next/2", 4), ["discussed"], "{lang}");
        assert_eq!(of_step("A/77/275:annex/E/next/2", 5), ["open"], "{lang}");
        assert_eq!(of_step("A/77/275:annex/B/next/2", 4), ["open"], "{lang}");
    }
    // A topic that only the French text has.
    json(&home, "track set A/77/275:annex/F/next/2/c --session 4 --status raised", "en");
    let of_f2 = |lang| {
        let rows = subjects(&json(&home, "track --topics", lang), &["step", "topic", "session", "status"]);
        rows.into_iter().filter(|row| row.contains("annex/F/next/2")).collect::<Vec<_>>()
    };
    assert_eq!(of_f2("en"), of_f2("fr"));
    assert!(
        of_f2("en").contains(&r#""A/77/275:annex/F/next/2" "c" 4 "raised""#.to_owned()),
        "{:?}",
        of_f2("en")
    );
}

#[test]
fn deadlines_are_not_doubled() {
    let home = home();
    for (line, names) in [
        ("track --deadlines --all --today 2023-01-15", ["step", "date"]),
        ("calendar", ["step", "from"]),
        ("track --coverage --session 4", ["step", "session"]),
    ] {
        let words: Vec<&str> = line.split(' ').chain(["--json"]).collect();
        let alone = subjects(&run(&words).json(), &names);
        for lang in ["en", "fr"] {
            assert_eq!(subjects(&json(&home, line, lang), &names), alone, "{line} {lang}");
        }
    }
    let text = |lang| column(&json(&home, "calendar", lang), "text").join("\n");
    assert!(text("en").contains("by the end of January 2023") && !text("en").contains("janvier"));
    assert!(
        text("fr").contains("d’ici la fin du mois de janvier 2023") && !text("fr").contains("by the end")
    );
}

#[test]
fn passages_are_shown_in_the_chosen_language_or_in_the_one_that_has_them() {
    let home = home();
    let shown = |reference: &str, lang: &str| {
        let rows = json(&home, &format!("show {reference}"), lang);
        (rows[0]["language"].as_str().unwrap().to_owned(), rows[0]["text"].as_str().unwrap().to_owned())
    };
    let case = |reference: &str, lang: &str, language: &str, start: &str| {
        let (found, text) = shown(reference, lang);
        assert_eq!(found, language, "{reference} in {lang}");
        assert!(text.starts_with(start), "{reference} in {lang}: {text}");
    };
    case("A/77/275:annex/E/next/2", "en", "en", "States agree");
    case("A/77/275:annex/E/next/2", "fr", "fr", "Les États conviennent");
    case("A/77/275:annex/E/next/5", "en", "fr", "Les États");
    case("A/77/275:annex/G/next/4", "fr", "en", "States are invited");
    case("G.4", "fr", "en", "States are invited");
    case("A/77/275:annex/16/a", "en", "fr", "");
}

#[test]
fn a_reference_has_the_same_candidates_as_with_one_language() {
    let home = home();
    for text in ["E.2", "annexe 16 a)", "57 d)", "apr1 14", "A/77/275:annex/E/next/5"] {
        let candidates = |rows: &Value| subjects(&rows["candidates"], &["symbol", "address"]);
        let alone = run(&["resolve", text, "--json"]).json();
        let both = run_in(&home, &["resolve", text, "--json"]).json();
        assert_eq!(candidates(&both), candidates(&alone), "{text}");
    }
}

#[test]
fn citations_are_listed_once_in_the_words_of_the_chosen_language() {
    let home = home();
    let subjects = |rows: &Value| -> Vec<String> {
        // Official addresses are in the language of the user.
        let rows = subjects(rows, &["from", "to", "through", "bearing"]);
        rows.into_iter().map(|row| row.replace("/fr/", "/en/")).collect()
    };
    for line in ["cited-by A/76/135:57/d", "cited-by A/76/135", "cites A/77/275:annex/heading/E"] {
        let words: Vec<&str> = line.split(' ').chain(["--json"]).collect();
        let alone: BTreeSet<String> = subjects(&run(&words).json()).into_iter().collect();
        let both = [json(&home, line, "en"), json(&home, line, "fr")].map(|rows| subjects(&rows));
        assert_eq!(
            both[0].iter().collect::<BTreeSet<_>>(),
            both[1].iter().collect::<BTreeSet<_>>(),
            "{line}"
        );
        assert!(alone.iter().all(|row| both[0].contains(row)), "{line}: what French cites is still listed");
    }
    // The English text cites this, the French one does not.
    let rows = json(&home, "cites A/77/275:annex/1", "fr");
    assert!(column(&rows, "text").iter().any(|text| text.contains("57 (d)")), "{rows}");
    let own = "cites A/77/275:annex/2";
    assert!(json(&home, own, "en").to_string().contains("paragraph 1 above"));
}

#[test]
fn a_word_that_both_texts_have_finds_a_passage_once() {
    let home = home();
    for lang in ["en", "fr"] {
        let rows = json(&home, "search 2023", lang);
        let found = subjects(&rows, &["symbol", "address"]);
        assert_eq!(found.iter().collect::<BTreeSet<_>>().len(), found.len(), "{rows}");
        let row = list(&rows).iter().find(|row| row["address"] == "annex/E/next/3").unwrap();
        let expected = if lang == "en" { "January 2023" } else { "janvier 2023" };
        assert!(row["snippet"].as_str().unwrap().contains(expected), "{row}");
    }
    // What only one language says is found in any.
    assert_eq!(list(&json(&home, "search directory --exact", "fr")).len(), 2);
}

#[test]
fn the_agenda_has_each_step_once_and_in_order() {
    let home = home();
    let steps = |lang| {
        let rows = json(&home, "agenda", lang);
        let row = list(&rows).iter().find(|row| row["section"] == "annex/heading/E").unwrap().clone();
        row["steps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|step| step.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let expected: Vec<String> = (1..=5).map(|number| format!("annex/E/next/{number}")).collect();
    assert_eq!((steps("en"), steps("fr")), (expected.clone(), expected));
}

#[test]
fn exports_have_each_step_once_in_the_chosen_language() {
    let home = home();
    for (lang, words, other) in [
        ("en", "establish a global directory", "répertoire mondial"),
        ("fr", "répertoire mondial", "global directory"),
    ] {
        for file in ["tracker.csv", "tracker.md", "tracker.json"] {
            run_in(&home, &["export", "tracker", "--to", file, "--session", "4", "--lang", lang]).text();
            let text = files::text(&home.path().join(file)).replace('\u{a0}', " ");
            assert!(text.contains(words) && !text.contains(other), "{file} in {lang}: {text}");
        }
        run_in(&home, &["export", "calendar", "--to", "c.ics", "--lang", lang]).text();
        let events = files::text(&home.path().join("c.ics"));
        assert_eq!(events.matches("UID:deadline.").count(), 2, "{events}");
        let mut ids: Vec<&str> = events.lines().filter(|line| line.starts_with("UID:")).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "no event twice");
    }
}

#[test]
fn two_reports_are_compared_in_the_language_that_both_have() {
    let home = home();
    let later =
        super::REPORT.replace("A/77/275", "A/79/990").replace("fourth and fifth", "seventh and eighth");
    files::write(&home.path().join("later.txt"), &later);
    run_in(&home, &["import", "later.txt"]).text();
    // The later report is only in English: the French words of the earlier one are not compared with it.
    for lang in ["en", "fr"] {
        let rows = json(&home, "beside A/77/275 A/79/990", lang);
        let relations = column(&rows, "relation");
        assert!(relations.iter().all(|relation| *relation == "repeated"), "{lang}: {rows}");
    }
}

#[test]
fn numbers_that_only_one_text_has_are_found_with_and_without_a_reference() {
    let home = home();
    let only = |line: &str| {
        let rows = json(&home, line, "en");
        let found = list(&rows).iter().filter(|row| row["kind"] == "only-in-one-language").cloned();
        found.collect::<Vec<Value>>()
    };
    let (all, named) = (only("findings"), only("findings A/77/275"));
    assert_eq!(all, named);
    // What one text has is said of that text, with the other language.
    assert!(all.iter().any(|row| row["language"] == "fr" && row["words"] == "en"), "{all:?}");
    assert!(only("findings A/76/135").is_empty());
}

#[test]
fn everything_that_is_found_says_the_language_of_its_text() {
    let home = home();
    for (lang, other) in [("en", "fr"), ("fr", "en")] {
        let of = |line: &str, lang: &str| -> BTreeSet<String> {
            let rows = json(&home, line, lang);
            list(&rows).iter().map(|row| row["language"].as_str().unwrap_or("none").to_owned()).collect()
        };
        let own = |language: &str| BTreeSet::from([language.to_owned()]);
        assert_eq!(of("show A/77/275:annex/E/next/2", lang), own(lang));
        let steps = json(&home, "steps --document A/77/275", lang);
        let step = |address: &str| {
            let row = list(&steps).iter().find(|row| row["address"] == address).unwrap();
            row["language"].clone()
        };
        assert_eq!(step("annex/E/next/2"), lang);
        assert_eq!(step("annex/F/next/3"), "fr", "only the French text has it");
        let citing = json(&home, "cited-by A/76/135:57/d", lang);
        let row = list(&citing).iter().find(|row| row["from"]["address"] == "annex/14/c/ii").unwrap();
        assert_eq!(row["from"]["language"], "fr", "the words of the citation are those of the French text");
        assert_eq!(row["to"]["language"], "fr", "the library has it in French only");
        let resolved = json(&home, "resolve A/77/275:annex/E", lang);
        assert_eq!(resolved["candidates"][0]["language"], lang);
        let added =
            run_in(&home, &["note", "add", "A/77/275:annex/E/next/2", "words", "--json", "--lang", lang]);
        assert_eq!(added.json()["language"], lang);
        let alone = run_in(&home, &["note", "add", "A/76/135:16", "words", "--json", "--lang", other]);
        assert_eq!(alone.json()["language"], Value::Null, "the library has it in one language");
    }
    let lines = run_in(&home, &["cited-by", "A/76/135:57/d", "--lang", "fr"]).out;
    assert!(lines.contains("par. 14 c) ii) (fr)") && !lines.contains("57 d) (fr)"), "{lines}");
    let steps = run_in(&home, &["steps", "--document", "A/77/275", "--lang", "en"]).out;
    let named = |language: &str| {
        steps.lines().filter(|line| line.starts_with(&format!("A/77/275 ({language})"))).count()
    };
    assert!(named("en") > 5 && named("fr") > 0, "some steps are in French only: {steps}");
    let hits = run_in(&home, &["search", "directory", "--in", "docs", "--json"]).json();
    let languages = |symbol: &str| -> BTreeSet<String> {
        let own = list(&hits).iter().filter(|hit| hit["symbol"] == symbol);
        own.map(|hit| hit["language"].to_string()).collect()
    };
    assert!(languages("A/77/275").contains("\"en\""), "{hits}");
    assert_eq!(languages("A/76/135"), BTreeSet::from(["\"fr\"".to_owned()]));
    let lines = run_in(&home, &["search", "directory", "--in", "docs"]).out;
    assert!(lines.contains("A/77/275 (en)") && !lines.contains("A/76/135 ("), "{lines}");
}
