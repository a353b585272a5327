//! The editor as a delegate uses it, and properties that hold for all sequences of keys.

use proptest::prelude::*;

use super::*;
use crate::base::text::{grapheme_boundary, next_grapheme};
use crate::typeset::wrap;

/// An editor on a text in which `|` marks the cursor.
fn at(text: &str) -> Editor {
    let mut editor = Editor::new(&text.replace('|', ""));
    editor.cursor = text.find('|').unwrap_or(editor.cursor);
    editor
}

/// The text with `|` at the cursor.
fn shown(editor: &Editor) -> String {
    let (before, after) = editor.text().split_at(editor.cursor());
    format!("{before}|{after}")
}

#[track_caller]
fn case(before: &str, act: fn(&mut Editor), after: &str) {
    let mut editor = at(before);
    act(&mut editor);
    assert_eq!(shown(&editor), after, "from {before:?}");
}

fn type_in(editor: &mut Editor, text: &str) {
    let mut at = 0;
    while at < text.len() {
        let end = next_grapheme(text, at);
        editor.insert(&text[at..end]);
        at = end;
    }
}

#[test]
fn deleting_takes_whole_characters() {
    case("e\u{301}|a", Editor::delete_back, "|a");
    case("|👩‍👩‍👧a", Editor::delete_forward, "|a");
    case("🇫🇷🇨🇭|", Editor::delete_back, "🇫🇷|");
    case("|", Editor::delete_back, "|");
    case("a\n|b", Editor::delete_back, "a|b");
    case("|\u{301}x", |editor| editor.insert("e"), "e\u{301}|x");
}

#[test]
fn words_and_lines_are_deleted_like_in_a_shell() {
    case("la position de l’État|", Editor::delete_word_back, "la position de l’|");
    case("un deux  |", Editor::delete_word_back, "un |");
    case("un\n|deux", Editor::delete_word_back, "un|deux");
    case("un\n  |deux", Editor::delete_word_back, "un\n|deux");
    case("|  un deux", Editor::delete_word_forward, "| deux");
    case("un|\ndeux", Editor::delete_word_forward, "un|deux");
    case("a\nun deux| trois\nb", Editor::delete_to_line_start, "a\n| trois\nb");
    case("a\nun deux| trois\nb", Editor::delete_to_line_end, "a\nun deux|\nb");
    case("a|\nb", Editor::delete_to_line_end, "a|b");
}

#[test]
fn moves_follow_words_and_rows() {
    case("l’État| membre", |editor| editor.go(Move::WordRight, false), "l’État membre|");
    case("l’État| membre", |editor| editor.go(Move::WordLeft, false), "l’|État membre");
    case("un |deux", |editor| editor.go(Move::First, false), "|un deux");
    case("un\n|deux", |editor| editor.go(Move::End, false), "un\ndeux|");
    case("un\nde|ux", |editor| editor.go(Move::Home, false), "un\n|deux");
    case("e\u{301}|x", |editor| editor.go(Move::Left, false), "|e\u{301}x");
}

#[test]
fn up_and_down_keep_the_column_over_short_and_wide_rows() {
    let mut editor = at(
        "répertoi|re\nab\n漢字漢字漢字\ne\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
    );
    assert_eq!(editor.cursor_cell(), (0, 8));
    for cell in [(1, 2), (2, 8), (3, 8), (3, 8)] {
        editor.go(Move::Down, false);
        assert_eq!(editor.cursor_cell(), cell);
    }
    for cell in [(2, 8), (1, 2), (0, 8), (0, 8)] {
        editor.go(Move::Up, false);
        assert_eq!(editor.cursor_cell(), cell);
    }
}

#[test]
fn moves_follow_wrapped_rows() {
    let mut editor = at("un deux trois quatre|");
    editor.resize(8, 3);
    let rows: Vec<&str> = editor.rows().iter().map(|row| row.of(editor.text())).collect();
    assert_eq!(rows, ["un deux ", "trois ", "quatre"]);
    assert_eq!(editor.cursor_cell(), (2, 6));
    editor.go(Move::Up, false);
    assert_eq!(editor.cursor_cell(), (1, 5));
    editor.go(Move::Up, false);
    assert_eq!(editor.cursor_cell(), (0, 6));
    editor.go(Move::End, false);
    assert_eq!(shown(&editor), "un deux| trois quatre");
}

#[test]
fn selecting_copying_and_pasting() {
    let mut editor = at("un |deux trois");
    editor.go(Move::WordRight, true);
    assert_eq!(editor.copy().as_deref(), Some("deux"));
    assert_eq!(editor.cut().as_deref(), Some("deux"));
    assert_eq!(shown(&editor), "un | trois");
    editor.insert("x\r\ny\rz\t\u{1b}[31m");
    assert_eq!(shown(&editor), "un x\ny\nz\t[31m| trois");
    editor.select_all();
    editor.insert("a");
    assert_eq!(shown(&editor), "a|");
    assert_eq!(editor.copy(), None);
    editor.undo();
    assert_eq!(editor.selection(), Some(Span::new(0, editor.text().len())), "undo restores the selection");
}

#[test]
fn a_move_without_shift_goes_to_the_end_of_the_selection() {
    let mut editor = at("un |deux");
    editor.go(Move::WordRight, true);
    editor.go(Move::Left, false);
    assert_eq!((shown(&editor).as_str(), editor.selection()), ("un |deux", None));
    editor.go(Move::WordRight, true);
    editor.deselect();
    assert_eq!((shown(&editor).as_str(), editor.selection()), ("un deux|", None));
}

#[test]
fn undo_undoes_one_word_at_a_time() {
    let mut editor = Editor::new("");
    type_in(&mut editor, "SG + capacités d’abord");
    let mut steps = Vec::new();
    while editor.undo() {
        steps.push(shown(&editor));
    }
    assert_eq!(steps, ["SG + capacités |", "SG + |", "SG |", "|"]);
    while editor.redo() {}
    assert_eq!(shown(&editor), "SG + capacités d’abord|");
}

#[test]
fn after_a_move_a_deletion_or_a_paste_typing_is_a_new_step() {
    let mut editor = Editor::new("");
    type_in(&mut editor, "ab");
    editor.delete_back();
    editor.delete_back();
    type_in(&mut editor, "cd");
    editor.insert("collé");
    type_in(&mut editor, "e");
    editor.go(Move::Home, false);
    type_in(&mut editor, "f");
    let mut steps = Vec::new();
    while editor.undo() {
        steps.push(shown(&editor));
    }
    assert_eq!(steps, ["|cdcollée", "cdcollé|", "cd|", "|", "ab|", "|"]);
}

#[test]
fn whether_the_text_is_saved_is_known_after_undo() {
    let mut editor = Editor::new("a\r\nb");
    assert!(!editor.is_dirty());
    type_in(&mut editor, "x");
    assert!(editor.is_dirty());
    editor.mark_saved();
    type_in(&mut editor, "y");
    assert!(editor.is_dirty(), "more was typed in the same step");
    editor.undo();
    assert!(editor.is_dirty(), "the text before it was saved");
    editor.undo();
    type_in(&mut editor, "x");
    assert!(editor.is_dirty(), "the text is the same but was typed again");
    editor.mark_saved();
    editor.undo();
    editor.redo();
    assert!(!editor.is_dirty());
}

#[test]
fn a_click_moves_the_cursor_to_the_cell() {
    let mut editor = at("漢字\nun deux trois|");
    editor.resize(9, 2);
    assert_eq!((editor.top(), editor.rows().len()), (1, 3));
    editor.click(0, 4, false);
    assert_eq!(shown(&editor), "漢字\nun d|eux trois");
    editor.scroll(-5);
    editor.click(0, 3, true);
    assert_eq!(editor.copy().as_deref(), Some("字\nun d"));
    editor.click(99, 99, false);
    assert_eq!(editor.cursor(), editor.text().len());
}

#[derive(Debug, Clone)]
enum Act {
    Insert(String),
    Go(Move, bool),
    Do(usize),
    Click(usize, usize, bool),
    Scroll(isize),
    Resize(usize, usize),
}

const ACTIONS: [fn(&mut Editor); 13] = [
    Editor::newline,
    Editor::delete_back,
    Editor::delete_forward,
    Editor::delete_word_back,
    Editor::delete_word_forward,
    Editor::delete_to_line_start,
    Editor::delete_to_line_end,
    Editor::select_all,
    Editor::deselect,
    |editor| drop(editor.cut()),
    |editor| {
        editor.undo();
    },
    |editor| {
        editor.redo();
    },
    Editor::mark_saved,
];

fn act() -> impl Strategy<Value = Act> {
    let typed = prop_oneof![
        Just("a"),
        Just(" "),
        Just("é"),
        Just("\u{301}"),
        Just("\u{200d}"),
        Just("👩"),
        Just("🇫"),
        Just("漢"),
        Just("\u{a0}"),
        Just("\u{202f}:"),
        Just("\r\n"),
        Just("\r"),
        Just("\t"),
        Just("क्"),
        Just("ष"),
        Just("« mot »"),
        Just("\u{1f3fd}"),
        Just("ᄒ"),
        Just("ᅡ"),
        Just("-"),
        Just("A/RES/78/237"),
    ]
    .prop_map(str::to_owned);
    prop_oneof![
        5 => typed.prop_map(Act::Insert),
        1 => crate::typeset::wrap::tests::hard_text().prop_map(Act::Insert),
        4 => (prop::sample::select(&Move::ALL[..]), any::<bool>()).prop_map(|(to, extend)| Act::Go(to, extend)),
        5 => (0..ACTIONS.len()).prop_map(Act::Do),
        1 => (0usize..20, 0usize..90, any::<bool>()).prop_map(|(row, column, extend)| Act::Click(row, column, extend)),
        1 => (-9isize..9).prop_map(Act::Scroll),
        1 => (0usize..60, 0usize..12).prop_map(|(columns, height)| Act::Resize(columns, height)),
    ]
}

fn perform(editor: &mut Editor, act: &Act) {
    match act {
        Act::Insert(text) => editor.insert(text),
        Act::Go(to, extend) => editor.go(*to, *extend),
        Act::Do(action) => ACTIONS[*action](editor),
        Act::Click(row, column, extend) => editor.click(*row, *column, *extend),
        Act::Scroll(by) => editor.scroll(*by),
        Act::Resize(columns, height) => editor.resize(*columns, *height),
    }
}

fn check(editor: &Editor, act: &Act) -> Result<(), TestCaseError> {
    let text = editor.text();
    for place in [Some(editor.cursor), editor.anchor].into_iter().flatten() {
        prop_assert_eq!(grapheme_boundary(text, place), place, "between two characters");
    }
    prop_assert_eq!(editor.rows(), wrap(text, editor.rows.columns() - 1));
    let (row, column) = editor.cursor_cell();
    prop_assert!(row < editor.rows().len() && column < editor.rows.columns());
    if !matches!(act, Act::Scroll(_)) {
        // If a resize changes nothing, a scrolled text stays scrolled.
        let visible = editor.top() <= row && row < editor.top() + editor.height;
        prop_assert!(
            visible || matches!(act, Act::Resize(..) | Act::Do(_)),
            "{} {} {}",
            editor.top(),
            row,
            editor.height
        );
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_sequence_of_keys_keeps_cursor_and_rows_consistent(
        original in crate::typeset::wrap::tests::hard_text(),
        acts in prop::collection::vec(act(), 0..60),
    ) {
        let mut editor = Editor::new(&original);
        for act in &acts {
            perform(&mut editor, act);
            check(&editor, act)?;
        }
        while editor.redo() {}
        let last = editor.text().to_owned();
        while editor.undo() {
            check(&editor, &Act::Do(0))?;
        }
        prop_assert_eq!(editor.text(), edit::line_feeds(&original));
        while editor.redo() {
            check(&editor, &Act::Do(0))?;
        }
        prop_assert_eq!(editor.text(), last);
    }
}
