//! Documents in two and three languages: beside each other on a wide screen, switched in place on a narrow one.

use plenary::app::layout::Pane;
use plenary::model::{Block, BlockKind, Document, DocumentKind, Language};

use crate::screens::Delegate;

/// A report of three paragraphs in a language; `numbers` are those it has, and each paragraph repeats its words as often as
/// `length` says.
fn report(language: Language, word: &str, numbers: &[&str], length: usize) -> Document {
    let paragraph = |number: &&str| {
        let words = vec![format!("{word}{number}"); length].join(" ");
        Block {
            number: Some(format!("{number}.")),
            ..Block::new(number.parse().unwrap(), BlockKind::Paragraph, &words)
        }
    };
    Document {
        symbol: "A/90/1".parse().unwrap(),
        language,
        kind: DocumentKind::Report,
        title: word.to_owned(),
        date: None,
        remark: None,
        blocks: numbers.iter().map(paragraph).collect(),
        findings: Vec::new(),
    }
}

fn english() -> Document {
    report(Language::EN, "lamp", &["1", "2", "3"], 4)
}

/// Longer than the English one, without its second paragraph, and with a fourth.
fn french() -> Document {
    report(Language::FR, "phare", &["1", "3", "4"], 40)
}

fn spanish_code() -> Language {
    "es".parse().unwrap()
}

fn spanish() -> Document {
    report(spanish_code(), "faro", &["1", "2", "3"], 4)
}

fn reading(documents: Vec<Document>, columns: u16) -> Delegate {
    let mut desk = Delegate::with("2023-03-07", documents).in_english().on(columns, 40);
    desk.app.window.focus = Pane::Reader;
    desk.app.settle();
    desk.reading("A/90/1:1")
}

/// The row of the screen with these words, and the column at which they begin.
#[track_caller]
fn place(desk: &Delegate, words: &str) -> (usize, usize) {
    let screen = desk.words();
    let found = screen.lines().enumerate().find_map(|(row, line)| {
        let at = line.find(words)?;
        Some((row, line[..at].chars().count()))
    });
    found.unwrap_or_else(|| panic!("{words} is not on screen:\n{screen}"))
}

#[test]
fn two_languages_are_beside_each_other_paragraph_by_paragraph() {
    let desk = reading(vec![english(), french()], 200).press("x");
    for number in ["1", "3"] {
        let (left, right) =
            (place(&desk, &format!("lamp{number} ")), place(&desk, &format!("phare{number} ")));
        assert_eq!(left.0, right.0, "paragraph {number} begins in the same row:\n{}", desk.words());
        assert!(left.1 < right.1);
    }
    // Numbers that differ are said at their place: 2 is only in English, 4 only in French.
    assert_eq!(place(&desk, "≠ only in English").0, place(&desk, "lamp2 ").0);
    assert_eq!(place(&desk, "≠ only in French").0, place(&desk, "phare4 ").0);
    assert!(place(&desk, "≠ only in French").1 < place(&desk, "≠ only in English").1, "where it is missing");
    assert!(desk.words().contains("French · 2 numbers differ"), "{}", desk.words());
}

#[test]
fn tab_goes_from_one_language_to_the_other_and_nothing_moves() {
    let desk = reading(vec![english(), french()], 200).press("x").reading("A/90/1:3");
    let before = (place(&desk, "lamp3 "), place(&desk, "phare3 "));
    let desk = desk.press("Tab");
    assert_eq!(desk.app.desk.here.document.language, Language::FR);
    assert_eq!((place(&desk, "lamp3 "), place(&desk, "phare3 ")), before, "{}", desk.words());
    assert_eq!(desk.place(), "A/90/1:3");
    // The text that is read has the keys: the next paragraph is the one that only it has.
    let desk = desk.press("Down");
    assert_eq!(desk.place(), "A/90/1:4");
    let desk = desk.press("Up Shift-Tab");
    assert_eq!(desk.app.desk.here.document.language, Language::EN);
    assert_eq!(desk.app.window.focus, Pane::Reader);
    let desk = desk.press("Tab Tab");
    assert_eq!(desk.app.window.focus, Pane::Notes, "after the right one comes the next pane");
}

#[test]
fn three_languages_take_turns_beside_the_text() {
    let desk = reading(vec![english(), french(), spanish()], 200).press("x");
    assert!(desk.words().contains("faro1") && !desk.words().contains("phare1"), "{}", desk.words());
    let desk = desk.press("x");
    assert!(desk.words().contains("phare1") && !desk.words().contains("faro1"));
    let desk = desk.press("x");
    assert!(desk.app.panes.reader.versions.text.is_none(), "after the last one the text is alone");
    assert_eq!(desk.app.desk.here.document.language, Language::EN);
}

#[test]
fn on_a_narrow_screen_the_languages_are_switched_in_place() {
    let mut desk = reading(vec![english(), french(), spanish()], 80).reading("A/90/1:3");
    for (language, word) in [(spanish_code(), "faro3"), (Language::FR, "phare3"), (Language::EN, "lamp3")] {
        desk = desk.press("x");
        assert_eq!(desk.app.desk.here.document.language, language);
        assert_eq!(desk.place(), "A/90/1:3");
        assert!(desk.words().contains(word), "{}", desk.words());
    }
    // The second paragraph is not in French: the nearest place is shown, and said.
    let desk = desk.reading("A/90/1:2").press("x x");
    assert!(desk.footer().contains("has no para. 2"), "{}", desk.footer());
}

#[test]
fn a_note_says_of_which_text_it_speaks() {
    let desk = reading(vec![english(), french()], 120).press("n").types("to be discussed").press("Esc");
    let note = desk.app.workspace.notebook.notes().next().expect("a note");
    assert_eq!(note.language(), Some(Language::EN));
    assert!(desk.words().contains("(en)"), "{}", desk.words());
    let desk = desk.reading("A/76/135:16").press("n").types("one language").press("Esc");
    let alone = desk.app.workspace.notebook.notes().find(|note| note.text == "one language");
    assert_eq!(alone.expect("a note").language(), None);
}
