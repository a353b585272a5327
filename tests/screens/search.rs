//! Going to a passage by its number or name, and finding words.

use crate::screens::Delegate;

#[track_caller]
fn goes(typed: &str, expected: &str) {
    let desk = Delegate::at("2023-03-07").press("g").types(typed).press("Enter");
    assert_eq!(desk.place(), expected, "{typed}\n{}", desk.words());
}

#[test]
fn an_address_a_citation_or_a_name_leads_there() {
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
fn an_ambiguous_number_shows_all_it_may_mean_with_the_reason() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("g").types("14");
    let screen = desk.words();
    for words in ["dans la partie que vous lisez", "ailleurs dans ce document", "dans un autre document"] {
        assert!(screen.contains(words), "{words} is missing:\n{screen}");
    }
    assert_eq!(desk.press("Down Enter").place(), "A/77/275:14");
}

#[test]
fn the_chosen_passage_is_previewed() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("g").types("E.2");
    assert!(desk.words().contains("s’appuyant sur les travaux déjà réalisés"), "{}", desk.words());
}

#[test]
fn nothing_that_fits_says_so_and_enter_changes_nothing() {
    let desk = Delegate::at("2023-03-07");
    let before = desk.place();
    let desk = desk.press("g").types("zzzzqq");
    assert!(desk.words().contains("Aucun résultat"), "{}", desk.words());
    assert_eq!(desk.press("Enter Esc").place(), before);
}

#[test]
fn words_are_found_without_accents_and_one_walks_through_them() {
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
    assert!(!desk.footer().starts_with("1 sur"), "it goes round: {}", desk.footer());
}

#[test]
fn a_search_given_up_leaves_one_where_one_was() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:3").press("/").types("mondial");
    assert_ne!(desk.place(), "A/77/275:3");
    assert_eq!(desk.press("Esc").place(), "A/77/275:3");
}

#[test]
fn help_narrows_down_and_runs_what_is_chosen() {
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
fn after_going_somewhere_the_keys_are_on_the_text_and_the_way_back_is_known() {
    let desk = Delegate::at("2023-03-07").press("d").types("78/237").press("Enter Down Down");
    assert!(desk.place().starts_with("A/RES/78/237:"), "{}", desk.place());
    assert_eq!(desk.press("Backspace").place(), "A/77/275:annex/heading/C");
}

#[test]
fn enter_follows_a_citation_and_backspace_comes_back() {
    // D.2 points to paragraph 15 a)-b) of its own annex: two passages, offered with their words.
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/D/next/2").press("Tab Enter");
    assert!(desk.words().contains("annexe, par. 15 a)"), "{}", desk.words());
    let desk = desk.press("Enter");
    assert_eq!(desk.place(), "A/77/275:annex/15/a");
    assert_eq!(desk.press("Backspace").place(), "A/77/275:annex/D/next/2");
    // C.1 points to one: there is nothing to choose.
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/C/next/1").press("Tab Enter");
    assert_eq!(desk.place(), "A/77/275:annex/14/e");
}

#[test]
fn one_looks_at_what_a_passage_cites_without_leaving_it() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/15/b/ii").press("Tab Space");
    let words = desk.words();
    for expected in ["A/76/135, par. 71 f)", "hors bibliothèque", "undocs.org/fr/A/RES/76/19"] {
        assert!(words.contains(expected), "{expected} is missing:\n{words}");
    }
    assert_eq!(desk.press("Esc").place(), "A/77/275:annex/15/b/ii");
    // What a passage quotes is told as such: 14 c) i) repeats 57 b).
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/14/c/i").press("Tab Space");
    assert!(desk.words().contains("texte identique"), "{}", desk.words());
}

#[test]
fn a_norm_gathers_everything_that_cites_its_commentary() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/76/135:norm/i").press("Tab r");
    let words = desk.words();
    assert!(words.contains("A/77/275, annexe, par. 14 c) i)"), "{words}");
    assert!(words.contains("A/77/275, annexe, par. 14 c) ii)"), "{words}");
}

#[test]
fn what_cites_and_what_is_cited_is_marked_in_the_margin() {
    let words = Delegate::at("2023-03-07").on(120, 40).reading("A/76/135:57").words();
    assert!(words.contains("←"), "{words}");
    let words = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/C/next/1").words();
    assert!(words.contains("→"), "{words}");
}

#[test]
fn what_is_heard_on_the_floor_can_be_typed() {
    goes("57 d) of the gge report", "A/76/135:57/d");
    goes("g57d", "A/76/135:57/d");
    goes("an15b", "A/77/275:annex/15/b");
    goes("78/237 op4", "A/RES/78/237:op/4");
    goes("13k", "A/76/135:norm/k");
}

#[test]
fn a_document_that_is_not_at_hand_is_named_with_its_official_address() {
    let desk = Delegate::at("2023-03-07").on(120, 40).press("g").types("A/75/816");
    assert!(desk.words().contains("https://undocs.org/fr/A/75/816"), "{}", desk.words());
    let desk = desk.press("Enter");
    assert!(desk.footer().contains("Copié : https://undocs.org/fr/A/75/816"), "{}", desk.footer());
}

#[test]
fn of_a_document_that_is_not_at_hand_the_paragraph_typed_is_shown_and_what_enter_does() {
    let desk = Delegate::at("2023-03-07").press("g").types("A/75/816, par. 12 b)");
    let words = desk.words();
    for expected in
        ["A/75/816, par. 12 b) · ", "https://undocs.org/fr/A/75/816", "Entrée copie cette adresse"]
    {
        assert!(words.contains(expected), "{expected} is missing:\n{words}");
    }
    // Where there is no room for the words, the footer says it.
    let desk = desk.on(40, 12);
    assert!(desk.footer().contains("Entrée copier l’adresse   Échap annuler"), "{}", desk.footer());
    let desk = desk.in_english();
    assert!(desk.footer().contains("Enter copy address"), "{}", desk.footer());
    let words = desk.on(80, 24).words();
    assert!(words.contains("Enter copies this address"), "{words}");
}

#[test]
fn a_join_says_which_passage_confirms_it() {
    let delegate = Delegate::at("2023-03-07").on(140, 40).reading("A/77/275:annex/14/c/ii").press("F");
    let words = delegate.types("57 d)").words();
    assert!(
        words.contains("confirmé par A/76/135, par. 57 d)") && words.contains("texte identique"),
        "{words}"
    );
}
