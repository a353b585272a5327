//! Going to a passage by number or name, finding words, following citations.

use plenary::model::Document;
use plenary::store::bundled;

use crate::screens::Delegate;

#[track_caller]
fn goes(typed: &str, expected: &str) {
    let desk = Delegate::at("2023-03-07").press("g").types(typed).press("Enter");
    assert_eq!(desk.place(), expected, "{typed}\n{}", desk.words());
}

#[test]
fn an_address_a_citation_or_a_name_leads_to_the_passage() {
    goes("A/76/135:57/d", "A/76/135:57/d");
    goes("A/77/275, annexe, par. 16 a)", "A/77/275:annex/16/a");
    goes("A/77/275, annex, para. 16 (a)", "A/77/275:annex/16/a");
    goes("E.2", "A/77/275:annex/E/next/2");
    goes("confiance", "A/77/275:annex/heading/E");
    goes("droit international", "A/77/275:annex/heading/D");
    goes("norme 13 k", "A/76/135:norm/k");
    goes("14 e", "A/77/275:annex/14/e");
}

#[test]
fn an_ambiguous_number_lists_all_passages_with_reasons() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("g").types("14");
    let screen = desk.words();
    for words in ["dans la partie que vous lisez", "ailleurs dans ce document", "dans un autre document"] {
        assert!(screen.contains(words), "{words} is missing:\n{screen}");
    }
    assert_eq!(desk.press("Down Enter").place(), "A/77/275:14");
}

#[test]
fn the_selected_passage_is_previewed() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("g").types("E.2");
    assert!(desk.words().contains("s’appuyant sur les travaux déjà réalisés"), "{}", desk.words());
}

#[test]
fn without_a_match_a_message_is_shown_and_enter_does_nothing() {
    let desk = Delegate::at("2023-03-07");
    let before = desk.place();
    let desk = desk.press("g").types("zzzzqq");
    assert!(desk.words().contains("Aucun résultat"), "{}", desk.words());
    assert_eq!(desk.press("Enter Esc").place(), before);
}

#[test]
fn words_are_found_without_accents_and_stepped_through() {
    let desk = Delegate::at("2023-03-07")
        .reading("A/77/275:1")
        .press("/")
        .types("REPERTOIRE mondial")
        .press("Enter");
    assert_eq!(desk.place(), "A/77/275:annex/16/a");
    assert!(desk.footer().starts_with("1 sur"), "{}", desk.footer());
    let desk = desk.press(";");
    assert!(desk.footer().starts_with("2 sur"), "{}", desk.footer());
    let desk = desk.press(", ,");
    assert!(!desk.footer().starts_with("1 sur"), "the search continues at the beginning: {}", desk.footer());
}

#[test]
fn a_cancelled_search_returns_to_the_start() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:3").press("/").types("mondial");
    assert_ne!(desk.place(), "A/77/275:3");
    assert_eq!(desk.press("Esc").place(), "A/77/275:3");
}

#[test]
fn help_filters_and_runs_the_selected_verb() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("?");
    assert!(desk.words().contains("aller à un passage"), "{}", desk.words());
    let desk = desk.types("point suivant").press("Enter");
    assert_eq!(desk.place(), "A/77/275:item/5/b");
}

#[test]
fn the_list_of_documents_opens_each_of_them() {
    for symbol in ["A/76/135", "A/RES/78/237", "A/AC.290/2020/L.1", "A/AC.292/2023/L.1"] {
        let desk = Delegate::at("2023-03-07").press("d").types(symbol).press("Enter");
        assert!(desk.place().starts_with(symbol), "{symbol}: {}", desk.place());
    }
}

#[test]
fn go_to_moves_the_focus_to_the_text_and_back_returns() {
    let desk = Delegate::at("2023-03-07").press("d").types("78/237").press("Enter Down Down");
    assert!(desk.place().starts_with("A/RES/78/237:"), "{}", desk.place());
    assert_eq!(desk.press("Backspace").place(), "A/77/275:annex/heading/C");
}

#[test]
fn enter_follows_a_citation_and_backspace_returns() {
    // D.2 cites paragraph 15 a)-b) of its own annex: two passages, listed with their text.
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/D/next/2").press("Tab Enter");
    assert!(desk.words().contains("annexe, par. 15 a)"), "{}", desk.words());
    let desk = desk.press("Enter");
    assert_eq!(desk.place(), "A/77/275:annex/15/a");
    assert_eq!(desk.press("Backspace").place(), "A/77/275:annex/D/next/2");
    // C.1 cites one passage: no list is shown.
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/C/next/1").press("Tab Enter");
    assert_eq!(desk.place(), "A/77/275:annex/14/e");
}

#[test]
fn cited_passages_are_previewed_in_place() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/15/b/ii").press("Tab Space");
    let words = desk.words();
    for expected in ["A/76/135, par. 71 f)", "hors bibliothèque", "undocs.org/fr/A/RES/76/19"] {
        assert!(words.contains(expected), "{expected} is missing:\n{words}");
    }
    assert_eq!(desk.press("Esc").place(), "A/77/275:annex/15/b/ii");
    // Repeated text is marked: 14 c) i) repeats 57 b).
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/14/c/i").press("Tab Space");
    assert!(desk.words().contains("texte identique"), "{}", desk.words());
}

#[test]
fn a_norm_lists_the_passages_that_cite_its_commentary() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/76/135:norm/i").press("Tab r");
    let words = desk.words();
    assert!(words.contains("A/77/275, annexe, par. 14 c) i)"), "{words}");
    assert!(words.contains("A/77/275, annexe, par. 14 c) ii)"), "{words}");
}

#[test]
fn the_margin_marks_citations_in_both_directions() {
    let words = Delegate::at("2023-03-07").on(120, 40).reading("A/76/135:57").words();
    assert!(words.contains("←"), "{words}");
    let words = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/C/next/1").words();
    assert!(words.contains("→"), "{words}");
}

#[test]
fn spoken_references_can_be_typed() {
    goes("57 d) of the gge report", "A/76/135:57/d");
    goes("g57d", "A/76/135:57/d");
    goes("an15b", "A/77/275:annex/15/b");
    goes("78/237 op4", "A/RES/78/237:op/4");
    goes("13k", "A/76/135:norm/k");
}

#[test]
fn a_document_not_in_the_library_is_shown_with_its_official_address() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("g").types("A/75/816");
    assert!(desk.words().contains("https://undocs.org/fr/A/75/816"), "{}", desk.words());
    let desk = desk.press("Enter");
    assert!(desk.footer().contains("Copié : https://undocs.org/fr/A/75/816"), "{}", desk.footer());
}

#[test]
fn a_paragraph_of_a_document_not_in_the_library_is_shown_with_the_effect_of_enter() {
    let desk = Delegate::at("2023-03-07").press("g").types("A/75/816, par. 12 b)");
    let words = desk.words();
    for expected in
        ["A/75/816, par. 12 b) · ", "https://undocs.org/fr/A/75/816", "Entrée copie cette adresse"]
    {
        assert!(words.contains(expected), "{expected} is missing:\n{words}");
    }
    // On a small screen only the footer shows it.
    let desk = desk.on(40, 12);
    assert!(desk.footer().contains("Entrée copier l’adresse   Échap annuler"), "{}", desk.footer());
    let desk = desk.in_english();
    assert!(desk.footer().contains("Enter copy address"), "{}", desk.footer());
    let words = desk.on(80, 24).words();
    assert!(words.contains("Enter copies this address"), "{words}");
}

#[test]
fn a_join_shows_the_passage_that_confirms_it() {
    let delegate = Delegate::at("2023-03-07").on(140, 40).reading("A/77/275:annex/14/c/ii").press("F");
    let words = delegate.types("57 d)").words();
    assert!(
        words.contains("confirmé par A/76/135, par. 57 d)") && words.contains("texte identique"),
        "{words}"
    );
}

#[test]
fn a_large_library_lists_far_documents_by_their_titles() {
    let far = |number: usize| {
        let resolution = bundled::documents().swap_remove(2);
        let title = format!("Harbours and lights, part {number}");
        Document { symbol: format!("A/99/{number}").parse().unwrap(), title, ..resolution }
    };
    let desk = Delegate::with("2023-03-07", (1..70).map(far)).press("g").types("confiance");
    assert!(!desk.words().contains("A/99/"), "no passage of a far document: {}", desk.words());
    let desk = desk.press("Enter");
    assert_eq!(desk.place(), "A/77/275:annex/heading/E");
    let desk = desk.press("g").types("lights part 42").press("Enter");
    assert!(desk.place().starts_with("A/99/42:"), "{}", desk.place());
}
