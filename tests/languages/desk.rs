//! The desk with a report in two languages: every screen in both, and the language changed while it is open.

use plenary::app::layer::Layer;
use plenary::app::layout::Pane;

use super::english;
use crate::screens::Delegate;

/// A delegate with the report in French and in English, who reads French.
fn desk() -> Delegate {
    Delegate::with("2023-03-07", [english()]).on(130, 40).reading("A/77/275:annex/E/next/2")
}

#[track_caller]
fn shows(desk: &Delegate, words: &str) {
    let screen = desk.words();
    assert!(screen.contains(words), "“{words}” is not on the screen:\n{screen}");
}

#[track_caller]
fn hides(desk: &Delegate, words: &str) {
    let screen = desk.words();
    assert!(!screen.contains(words), "“{words}” is on the screen:\n{screen}");
}

/// The details of a row as one text.
fn details(desk: &Delegate) -> String {
    let Some(Layer::Details(details)) = desk.app.layers.last() else { panic!("the details are open") };
    details
        .entries
        .iter()
        .map(|entry| entry.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
        .replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn details_have_the_words_of_the_language_read_and_follow_a_change_of_language() {
    let mut desk = desk().press("t Enter");
    for _ in 0..2 {
        let french = details(&desk);
        assert!(french.contains("conviennent d’établir un répertoire mondial"), "{french}");
        assert!(french.contains("Aux quatrième et cinquième sessions"), "{french}");
        assert!(!french.contains("States"), "{french}");
        desk = desk.press("L");
        let english = details(&desk);
        assert!(english.contains("agree to establish a global directory"), "{english}");
        assert!(english.contains("At the fourth and fifth sessions"), "{english}");
        assert!(!english.contains("États"), "{english}");
        shows(&desk, "States agree to establish");
        desk = desk.press("L");
    }
}

#[test]
fn all_details_of_all_steps_can_be_read_in_both_languages() {
    for lang in ["", "L"] {
        let mut desk = desk().press(lang).press("t");
        let rows = desk.app.panes.tracker.board().unwrap().rows.len();
        for row in 0..rows {
            let step = desk.app.panes.tracker.board().unwrap().step(row);
            desk = desk.reading(&step.to_string()).press("Enter");
            for _ in 0..2 {
                let before = details(&desk);
                desk = desk.press("L");
                assert!(before != details(&desk), "{step}");
            }
            desk = desk.press("Esc");
        }
    }
}

#[test]
fn a_step_that_only_one_text_has_is_a_row_in_both_languages() {
    let desk = desk().press("t +");
    let labels = |desk: &Delegate| {
        let board = desk.app.panes.tracker.board().unwrap();
        // Topics without a printed letter are counted in each language.
        let counted = |label: &str| label.ends_with(|c: char| c.is_ascii_digit()) && label.contains('/');
        let labels = board.rows.iter().map(|row| row.label.clone());
        labels.filter(|label| !counted(label)).collect::<Vec<_>>()
    };
    let french = labels(&desk);
    assert!(french.contains(&"G.4".to_owned()) && french.contains(&"F.2/c".to_owned()), "{french:?}");
    assert_eq!(french.iter().filter(|label| *label == "E.2").count(), 1);
    let desk = desk.press("L");
    assert_eq!(labels(&desk), french);
    let desk = desk.reading("A/77/275:annex/E/next/5");
    shows(&desk, "Les États sont encouragés à continuer de");
    assert_eq!(desk.place(), "A/77/275:annex/E/next/5", "only the French text has it");
    let desk = desk.reading("A/77/275:annex/E/next/4");
    shows(&desk, "The Chair of the Working Group is requested");
}

#[test]
fn the_agenda_says_which_steps_are_in_another_language_only() {
    let desk = desk().reading("A/77/275:annex/F/next/1").press("L");
    let step = |label: &str| {
        let words = desk.words();
        words.lines().find(|line| line.contains(&format!(" {label} "))).unwrap_or_default().to_owned()
    };
    assert!(step("F.3").contains("(fr)") && !step("F.1").contains("(fr)"), "{}", desk.words());
}

#[test]
fn a_status_is_the_same_in_both_languages() {
    let desk = desk().press("t s d");
    let row = |desk: &Delegate| {
        let words = desk.words();
        words.lines().find(|line| line.contains("E.2  ")).unwrap_or_default().to_owned()
    };
    assert!(row(&desk).contains('●'), "{}", desk.words());
    let desk = desk.press("L");
    assert!(row(&desk).contains('●'), "{}", desk.words());
    let desk = desk.press("u").press("L");
    assert!(!row(&desk).contains('●'), "{}", desk.words());
}

#[test]
fn the_timeline_has_each_deadline_once_in_the_language_read() {
    let alone = Delegate::at("2023-03-07").on(130, 40).press("C");
    let entries = |desk: &Delegate| {
        let Some(Layer::Timeline(timeline)) = desk.app.layers.last() else { panic!("the timeline is open") };
        timeline.entries.iter().map(|entry| entry.from).collect::<Vec<_>>()
    };
    let desk = desk().press("C");
    assert_eq!(entries(&desk), entries(&alone));
    shows(&desk, "d’ici la fin du mois de janvier 2023");
    let desk = desk.press("L");
    assert_eq!(entries(&desk), entries(&alone));
    shows(&desk, "by the end of January 2023");
    hides(&desk, "janvier 2023");
}

#[test]
fn the_list_of_documents_opens_the_text_in_the_chosen_language() {
    let desk = desk().press("d").types("77/275 anglais");
    shows(&desk, "rapport · anglais");
    let desk = desk.press("Enter");
    shows(&desk, "Report of the open-ended working group");
    // The language of the text chosen stays, also in the tracker.
    let desk = desk.reading("A/77/275:annex/E/next/2");
    shows(&desk, "States agree to establish a global directory");
    let desk = desk.press("t Enter");
    let text = details(&desk);
    assert!(
        text.contains("agree to establish") && text.contains("accord"),
        "the words of the desk are French: {text}"
    );
    let desk =
        desk.press("Esc t d").types("77/275 français").press("Enter").reading("A/77/275:annex/E/next/2");
    shows(&desk, "Les États conviennent d’établir");
}

#[test]
fn the_list_of_passages_has_each_passage_once() {
    for lang in ["", "L"] {
        let desk = desk().press(lang).press("g").types("E.2");
        let rows =
            desk.words().lines().filter(|line| line.contains("E.2 ") && line.contains("A/77/275 ·")).count();
        assert_eq!(rows, 1, "{}", desk.words());
    }
}

#[test]
fn evidence_is_compared_in_the_language_of_the_step() {
    let desk = desk().press("L t s d e").types("A/77/275:annex/1").press("Enter Enter");
    let text = details(&desk);
    assert!(text.contains("talks went well"), "{text}");
    let missing = text.lines().find(|line| line.contains("not in")).unwrap_or_default();
    assert!(!missing.contains("États") && !missing.contains("répertoire"), "{text}");
}

#[test]
fn every_screen_is_drawn_in_both_languages_at_every_size() {
    const SCREENS: [&str; 13] =
        ["", "t Esc t", "t Enter", "t + t", "t f", "t B", "C", "d", "g", "o", "r", "Enter", "?"];
    let mut desk = desk();
    let places = ["annex/E/next/2", "annex/E/next/5", "annex/G/next/4", "annex/1"];
    for ((columns, rows), place) in [(80, 24), (40, 12), (150, 45), (60, 20)].into_iter().zip(places) {
        for keys in SCREENS {
            desk = desk.on(columns, rows).reading(&format!("A/77/275:{place}")).press("L").press(keys);
            assert!(!desk.screen().is_empty());
            desk = desk.press("L L Down Down L").on(rows, columns);
            assert!(!desk.screen().is_empty());
            desk = desk.press("Up Esc Esc Esc L");
            desk.app.window.focus = Pane::Reader;
        }
    }
}

#[test]
fn the_language_read_is_remembered_for_the_next_run() {
    let desk = desk().press("d").types("77/275 anglais").press("Enter");
    let bookmark = plenary::app::place::remember(&desk.app);
    assert_eq!(bookmark.reading.map(|language| language.to_string()).as_deref(), Some("en"));
    let mut next = Delegate::with("2023-03-07", [english()]).on(130, 40);
    plenary::app::place::restore(&mut next.app, &bookmark);
    shows(&next, "Report of the open-ended working group");
}

#[test]
fn one_key_shows_the_same_passage_in_the_next_language() {
    let desk = desk().reading("A/77/275:annex/E/next/2").press("x");
    shows(&desk, "States agree to establish a global directory");
    let at = desk.app.desk.here.reference().to_string();
    assert_eq!(at, "A/77/275:annex/E/next/2");
    let desk = desk.press("x");
    shows(&desk, "Les États conviennent d’établir");
    assert_eq!(desk.app.desk.here.reference().to_string(), at);
    // A document in one language.
    let desk = desk.reading("A/76/135:16").press("x");
    shows(&desk, "que dans une langue");
    shows(&desk, "A/76/135");
}

#[test]
fn numbers_that_only_one_language_has_are_named() {
    // The English text is shorter than the French one.
    let desk = desk().press("x");
    let notice = desk.app.notice.clone().expect("a notice");
    assert!(notice.message.get("count").is_some(), "{notice:?}");
    let desk = desk.press("x F");
    shows(&desk, "numéro que le texte dans");
}
