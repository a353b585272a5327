//! Listing documents, showing passages, resolving references, searching.

use crate::support::home::Home;

use super::{column, fields, list, run, run_in};

const FIVE: [&str; 5] = ["A/76/135", "A/77/275", "A/AC.290/2020/L.1", "A/AC.292/2023/L.1", "A/RES/78/237"];

#[test]
fn the_five_bundled_documents_are_listed_with_their_counts() {
    let rows = run(&["documents", "--json"]).json();
    let mut symbols = column(&rows, "symbol");
    symbols.sort_unstable();
    assert_eq!(symbols, FIVE);
    for row in list(&rows) {
        let expected = [
            "symbol",
            "language",
            "kind",
            "title",
            "date",
            "paragraphs",
            "next_steps",
            "footnotes",
            "findings",
            "brackets",
        ];
        assert_eq!(fields(row), expected);
    }
    let held = |symbol: &str| list(&rows).iter().find(|row| row["symbol"] == symbol).expect(symbol);
    let counts = |symbol: &str| {
        ["paragraphs", "next_steps", "footnotes"].map(|name| held(symbol)[name].as_u64().unwrap_or_default())
    };
    assert_eq!(counts("A/77/275"), [35, 20, 29]);
    assert_eq!(counts("A/76/135")[..2], [98, 0]);
    assert_eq!(counts("A/RES/78/237"), [27, 0, 2]);
    assert_eq!(counts("A/AC.290/2020/L.1"), [16, 0, 1]);
    assert_eq!(counts("A/AC.292/2023/L.1")[..2], [15, 0]);
    // Its annex is still to be written: "[à compléter]".
    assert_eq!(
        (held("A/AC.292/2023/L.1")["brackets"].as_u64(), held("A/RES/78/237")["brackets"].as_u64()),
        (Some(1), Some(0))
    );
    assert_eq!(
        (&held("A/RES/78/237")["kind"], &held("A/RES/78/237")["language"]),
        (&"resolution".into(), &"fr".into())
    );
}

#[test]
fn the_list_of_documents_is_readable_in_both_languages() {
    for (lang, day) in [("fr", "22 décembre 2023"), ("en", "22 December 2023")] {
        let output = run(&["documents", "--lang", lang]);
        assert!(output.text().contains(day), "{}", output.out);
        assert!(FIVE.iter().all(|symbol| output.out.contains(symbol)), "{}", output.out);
    }
}

#[test]
fn a_sub_paragraph_is_shown_with_its_citation_in_the_requested_language() {
    let case = |lang: &str, citation: &str| {
        let rows = run(&["show", "A/77/275:annex/16/a", "--json", "--lang", lang]).json();
        let [row] = list(&rows) else { panic!("{rows}") };
        let expected = ["symbol", "language", "address", "kind", "number", "text", "citation"];
        assert_eq!(fields(row)[..7], expected);
        assert_eq!(row["citation"], citation);
        assert_eq!((&row["kind"], &row["number"]), (&"subparagraph".into(), &"16 a)".into()));
        let text = row["text"].as_str().expect("a text");
        assert!(text.starts_with("Rappelant les conclusions et recommandations"), "{text}");
    };
    case("fr", "A/77/275, annexe, par. 16 a)");
    case("en", "A/77/275, annex, para. 16 (a)");
}

#[test]
fn a_paragraph_comes_with_its_sub_paragraphs_in_order() {
    let rows = run(&["show", "A/77/275:annex/14/c", "--json"]).json();
    assert_eq!(column(&rows, "address"), ["annex/14/c", "annex/14/c/i", "annex/14/c/ii"]);
    let output = run(&["show", "A/77/275, annexe, par. 14 c)"]);
    let text = output.text();
    assert!(text.contains("c) ") && text.contains("ii) "), "{text}");
    let citation = text.lines().last();
    assert_eq!(citation, Some("A/77/275, annex, para. 14 (c)"));
}

#[test]
fn a_section_and_a_whole_document_are_shown() {
    let section = run(&["show", "A/77/275:annex/heading/E", "--json"]).json();
    let addresses = column(&section, "address");
    assert_eq!((addresses[0], *addresses.last().expect("a passage")), ("annex/heading/E", "annex/E/next/5"));
    let whole = run(&["show", "A/77/275", "--json"]).json();
    assert!(list(&whole).len() > 100, "{}", list(&whole).len());
    assert_eq!(whole[0]["address"], "title");
}

#[test]
fn a_next_step_is_found_by_its_short_name() {
    let rows = run(&["show", "E.2", "--json", "--lang", "fr"]).json();
    assert_eq!(rows[0]["address"], "annex/E/next/2");
    assert_eq!(rows[0]["citation"], "A/77/275, annexe, étape 2 de la section E");
}

#[test]
fn unknown_passages_are_reported_in_both_languages() {
    run(&["show", "A/99/999:1"]).fails(1, &["not in the library", "undocs.org/en/A/99/999"]);
    for reference in ["A/77/275:99", "E.9", "zzz"] {
        run(&["show", reference]).fails(1, &["No passage “", reference]);
        run(&["show", reference, "--lang", "fr"]).fails(1, &["Aucun passage «", reference]);
    }
}

#[test]
fn an_ambiguous_number_is_refused() {
    run(&["show", "14"]).fails(2, &["several passages", "A/77/275:14", "A/77/275:annex/14", "A/76/135:14"]);
    run(&["show", "14", "--lang", "fr"]).fails(2, &["plusieurs passages"]);
}

#[test]
fn candidates_have_reasons_and_the_nearest_is_first() {
    let one = run(&["resolve", "A/77/275, annexe, par. 16 a)", "--json", "--lang", "fr"]).json();
    assert_eq!(fields(&one), ["candidates", "ambiguous"]);
    assert_eq!(one["ambiguous"], false);
    assert_eq!(
        fields(&one["candidates"][0]),
        ["symbol", "address", "language", "citation", "why", "held", "official"]
    );
    assert_eq!(one["candidates"][0]["address"], "annex/16/a");
    let many = run(&["resolve", "16", "--from", "A/77/275:annex/14", "--json"]).json();
    assert_eq!(many["ambiguous"], true);
    assert_eq!(many["candidates"][0]["symbol"], "A/77/275");
    assert_eq!(many["candidates"][0]["address"], "annex/16");
    assert_eq!(many["candidates"][1]["address"], "16");
    assert!(list(&many["candidates"]).len() >= 4, "{many}");
}

#[test]
fn an_unknown_reference_gives_an_empty_list_and_exit_code_1() {
    let output = run(&["resolve", "tournesol", "--json"]);
    assert_eq!((output.code, output.error.as_str()), (1, ""));
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&output.out).expect("JSON")["candidates"],
        serde_json::json!([])
    );
    run(&["resolve", "16", "--from", "tournesol"]).fails(2, &["SYMBOL:ADDRESS"]);
}

#[test]
fn words_are_found_with_and_without_accents() {
    let home = Home::new();
    let rows = run_in(&home, &["search", "REPERTOIRE MONDIAL", "--json"]).json();
    assert_eq!(
        fields(&rows[0]),
        ["symbol", "address", "language", "delegation", "score", "snippet", "marks", "kind", "id", "through"]
    );
    let exact = run_in(&home, &["search", "\"REPERTOIRE MONDIAL\"", "--json"]).json();
    assert!(list(&exact).len() > 1);
    for row in list(&exact) {
        let (snippet, mark) = (row["snippet"].as_str().expect("a text"), &row["marks"][0]);
        let place = |at: usize| usize::try_from(mark[at].as_u64().expect("a place")).expect("a place");
        assert_eq!(snippet[place(0)..place(1)].to_lowercase(), "répertoire mondial");
    }
    assert!(column(&rows, "address").contains(&"annex/E/next/2"));
    let steps = run_in(&home, &["search", "répertoire mondial", "--in", "steps", "--json"]).json();
    assert!(column(&steps, "address").iter().all(|address| address.contains("/next/")), "{steps}");
    let output = run_in(&home, &["search", "tournesol", "--json"]);
    assert_eq!((output.code, output.out.trim(), output.error.as_str()), (1, "[]", ""));
}
