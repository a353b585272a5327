//! Lines of which a format says what they are: the shaper takes them at their word and guesses nothing.

use plenary::import::line::{Label, Line, LineRole, NoteCall};
use plenary::import::shape::shape;
use plenary::import::{Facts, Given};
use plenary::model::{Block, Document, Language};
use plenary::store::bundled;

/// The document of lines that are whole passages, numbered in order.
fn document(lines: Vec<Line>) -> Document {
    let numbered = (1..)
        .zip(lines)
        .map(|(number, line)| Line { number, begins: line.begins.or(Some(true)), ..line })
        .collect();
    let vocabularies = bundled::vocabularies();
    let nothing = Given::default();
    let facts = Facts { given: &nothing, says: &nothing, window: None };
    shape("text", numbered, &facts, &vocabularies.get(Language::EN), Vec::new())
}

fn line(role: LineRole, text: &str) -> Line {
    Line { role: Some(role), text: text.to_owned(), ..Line::default() }
}

fn labelled(role: LineRole, label: &str, text: &str) -> Line {
    Line { label: Some(Label { text: label.to_owned(), level: None }), ..line(role, text) }
}

fn deep(label: &str, level: u8, text: &str) -> Line {
    Line { label: Some(Label { text: label.to_owned(), level: Some(level) }), ..line(LineRole::Body, text) }
}

fn calling(line: Line, mark: &str, note: Option<u32>) -> Line {
    Line { calls: vec![NoteCall { mark: mark.to_owned(), note }], ..line }
}

fn rows(document: &Document) -> Vec<String> {
    let row = |block: &Block| {
        let number = block.number.as_deref().map(|number| format!("[{number}] ")).unwrap_or_default();
        format!("{} {} {number}{}", block.address, block.kind.name(), block.text)
    };
    document.blocks.iter().map(row).collect()
}

#[test]
fn roles_decide_what_a_line_is() {
    let document = document(vec![
        line(LineRole::Furniture, "24-12345 (E)"),
        labelled(LineRole::Title, "78/1.", "Lights of harbours"),
        line(LineRole::Opener, "The General Assembly,"),
        line(LineRole::Preambular, "Lights are kept lit by those who see them;"),
        labelled(LineRole::Operative, "1.", "Takes note;"),
        line(LineRole::Heading(Some(1)), "Lamps;"),
        labelled(LineRole::Operative, "1.", "Counts again from one;"),
        labelled(LineRole::Operative, "1 bis.", "Puts one in."),
        line(LineRole::Closing, "50th plenary meeting"),
        line(LineRole::Annex, "Annex II"),
        labelled(LineRole::Heading(Some(1)), "I.", "Oil."),
        line(LineRole::Heading(Some(3)), "Of whales"),
        line(LineRole::Heading(Some(2)), "Of olives"),
        line(LineRole::Row, "1.\tBarrels"),
    ]);
    assert_eq!(
        rows(&document),
        [
            "title text [78/1] Lights of harbours",
            "text/1 text The General Assembly,",
            "pp/1 preambular Lights are kept lit by those who see them;",
            "op/1 operative [1] Takes note;",
            "heading/~1 heading Lamps;",
            "op/1~2 operative [1] Counts again from one;",
            "op/1bis operative [1 bis] Puts one in.",
            "text/2 text 50th plenary meeting",
            "annex-II/heading heading Annex II",
            "annex-II/heading/I heading [I] Oil.",
            "annex-II/heading/I/~1 heading Of whales",
            "annex-II/heading/I/~2 heading Of olives",
            "annex-II/text/1 text 1. | Barrels",
        ]
    );
    assert_eq!(document.title, "Lights of harbours");
}

#[test]
fn labels_need_no_sequence_and_levels_decide_what_is_below() {
    let document = document(vec![
        labelled(LineRole::Body, "26.1", "Recommended by one State;"),
        labelled(LineRole::Body, "26.167", "Recommended by another;"),
        labelled(LineRole::Body, "4.", "Paragraph:"),
        deep("(i)", 1, "the ninth letter or the first number;"),
        deep("–", 2, "a dash;"),
        deep("a.", 2, "below it;"),
        deep("(ii)", 1, "beside it."),
    ]);
    assert_eq!(
        rows(&document),
        [
            "26.1 paragraph [26.1] Recommended by one State;",
            "26.167 paragraph [26.167] Recommended by another;",
            "4 paragraph [4] Paragraph:",
            "4/i subparagraph [4 (i)] the ninth letter or the first number;",
            "4/i/bullet-1 bullet a dash;",
            "4/i/a subparagraph [4 (i) a.] below it;",
            "4/ii subparagraph [4 (ii)] beside it.",
        ]
    );
}

#[test]
fn calls_stay_where_the_format_has_them_and_lead_to_its_notes() {
    let document = document(vec![
        calling(labelled(LineRole::Body, "1.", "In 1967\u{fdd4} and 1968 the lamps"), "1", None),
        calling(labelled(LineRole::Body, "2.", "Here too\u{fdd4}."), "*", Some(5)),
        labelled(LineRole::Note, "1", "See A/78/1,"),
        Line { begins: Some(false), ..line(LineRole::Note, "para. 4.") },
        labelled(LineRole::Note, "*", "The second star."),
        line(LineRole::Annex, "Annex"),
        calling(labelled(LineRole::Body, "1.", "There\u{fdd4}."), "1", Some(8)),
        labelled(LineRole::Note, "1", "Of the annex."),
    ]);
    let calls: Vec<Vec<(&str, usize)>> = document
        .blocks
        .iter()
        .map(|block| block.calls().collect())
        .filter(|calls: &Vec<_>| !calls.is_empty())
        .collect();
    assert_eq!(calls, [vec![("1", 7)], vec![("*", 8)], vec![("1", 5)]]);
    assert_eq!(
        rows(&document),
        [
            "1 paragraph [1] In 1967 and 1968 the lamps",
            "2 paragraph [2] Here too.",
            "note/1 footnote [1] See A/78/1, para. 4.",
            "note/* footnote [*] The second star.",
            "annex/heading heading Annex",
            "annex/1 paragraph [1] There.",
            "annex/note/1 footnote [1] Of the annex.",
        ]
    );
    assert!(
        document.findings.iter().all(|finding| finding.kind.name() != "note-without-call"),
        "{:?}",
        document.findings
    );
}

#[test]
fn lines_that_continue_are_joined_whatever_they_look_like() {
    let document = document(vec![
        labelled(LineRole::Body, "1.", "In the words of"),
        Line { begins: Some(false), ..line(LineRole::Body, "2. the second line, which is of the first.") },
    ]);
    assert_eq!(
        rows(&document),
        ["1 paragraph [1] In the words of 2. the second line, which is of the first."]
    );
}
