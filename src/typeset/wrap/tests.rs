//! Rows as French and English readers expect them, and properties of any text at any width.

use proptest::prelude::*;

use super::*;
use crate::base::text::width as columns;

/// The visible rows of a text.
fn seen(text: &str, width: usize) -> Vec<&str> {
    wrap(text, width).into_iter().map(|row| visible_part(text, row).of(text)).collect()
}

#[track_caller]
fn case(text: &str, width: usize, expected: &[&str]) {
    assert_eq!(seen(text, width), expected, "{text:?} at {width}");
}

#[test]
fn words_fill_the_rows() {
    case("", 10, &[""]);
    case("un deux trois", 7, &["un deux", "trois"]);
    case("un deux trois", 8, &["un deux", "trois"]);
    case("un   deux", 3, &["un", "deu", "x"]);
    case("a\nb\n", 10, &["a", "b", ""]);
    case("a\r\n\nb", 10, &["a", "", "b"]);
    case("intergouvernemental", 8, &["intergou", "vernemen", "tal"]);
    case("un intergouvernemental", 8, &["un", "intergou", "vernemen", "tal"]);
}

#[test]
fn hyphens_between_letters_are_breaks() {
    case("celui-ci", 6, &["celui-", "ci"]);
    case("sous-groupe d’experts", 8, &["sous-", "groupe", "d’expert", "s"]);
    case("s’y trouve-t-il", 10, &["s’y", "trouve-t-i", "l"]);
    case("l’e-mail", 5, &["l’e-m", "ail"]);
}

#[test]
fn symbols_and_numbers_are_not_broken() {
    for whole in
        ["A/RES/78/237", "75/240", "2021-2025", "2021–2025", "COVID-19", "A/AC.290/2020/L.1", "10 000"]
    {
        case(&format!("voir {whole}"), columns(whole) + 4, &["voir", whole]);
    }
}

#[test]
fn french_spaces_before_punctuation_do_not_break() {
    for unbroken in
        ["ainsi :", "ainsi ;", "quoi !", "quoi ?", "50 %", "« mot", "mot »", "n\u{a0}x", "n\u{202f}:"]
    {
        case(&format!("voir {unbroken}"), columns(unbroken) + 2, &["voir", unbroken]);
    }
    case("« a » b", 5, &["« a »", "b"]);
}

#[test]
fn a_number_stays_with_the_text_it_opens() {
    for unbroken in
        ["a) Les", "(a) The", "ii) Les", "par. 16", "(par. 16", "n° 3", "M. Gafoor", "16 a)", "sect. II"]
    {
        case(&format!("voir {unbroken}"), columns(unbroken) + 3, &["voir", unbroken]);
    }
    case("ONU) Les", 6, &["ONU)", "Les"]);
    case("no matter", 6, &["no", "matter"]);
    case("II. Questions", 12, &["II.", "Questions"]);
    case("II. Questions", 13, &["II. Questions"]);
    case("voir par. 16 a) de ce", 12, &["voir", "par. 16 a)", "de ce"]);
    case("développement : un", 13, &["développement", ": un"]);
    case("voir 16. Les", 8, &["voir 16.", "Les"]);
    case("see para. 16 (a) of it", 12, &["see", "para. 16 (a)", "of it"]);
}

#[test]
fn a_row_ends_after_a_dash_and_not_before_it() {
    case("mot–mot", 4, &["mot–", "mot"]);
    case("un mot – suite", 8, &["un mot –", "suite"]);
    case("un –suite", 6, &["un", "–suite"]);
}

#[test]
fn wide_and_combined_characters_have_their_visible_width() {
    case("漢字漢字", 4, &["漢字", "漢字"]);
    case("漢字。漢", 4, &["漢", "字。", "漢"]);
    case("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
    case("👩‍👩‍👧👩‍👩‍👧", 2, &["👩‍👩‍👧", "👩‍👩‍👧"]);
    case("漢", 1, &["漢"]);
}

#[test]
fn a_mark_has_room_beside_its_word() {
    let text = "les États ont";
    let rows = |width, places: &[usize]| {
        let marks: Vec<WrapMark> = places.iter().map(|at| WrapMark { at: *at, columns: 1 }).collect();
        wrap_with(text, width, &marks).into_iter().map(|row| row.of(text)).collect::<Vec<_>>()
    };
    assert_eq!(rows(9, &[]), ["les États ", "ont"]);
    assert_eq!(rows(9, &[3]), ["les ", "États ont"]);
    assert_eq!(rows(9, &[10]), ["les ", "États ", "ont"]);
    assert_eq!(rows(10, &[10]), ["les États ", "ont"]);
    assert_eq!(rows(3, &[14]), ["les ", "Éta", "ts ", "on", "t"]);
}

/// Texts with characters that are hard to wrap.
pub(crate) fn hard_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just(" "),
        Just("  "),
        Just("\u{a0}"),
        Just("\u{202f}"),
        Just("\n"),
        Just("\r\n"),
        Just("\r"),
        Just("\t"),
        Just("e\u{301}"),
        Just("\u{301}"),
        Just("👩‍👩‍👧"),
        Just("🇫🇷"),
        Just("🇨"),
        Just("漢"),
        Just("。"),
        Just("« "),
        Just(" »"),
        Just(" :"),
        Just("-"),
        Just("–"),
        Just("celui-ci"),
        Just("A/RES/78/237"),
        Just("par. 16 a)"),
        Just("a) "),
        Just("2021-2025"),
        Just("États"),
        Just("\u{200d}"),
        Just("\u{200b}"),
        Just("\u{1b}"),
        Just("\u{ad}"),
        Just("क्षि"),
        Just("l’"),
        Just("mot"),
        Just("anticonstitutionnellement"),
    ];
    let pieces = prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat());
    prop_oneof![3 => pieces, 1 => any::<String>()]
}

proptest! {
    #[test]
    fn rows_contain_every_byte_and_are_never_too_wide(text in hard_text(), width in 0usize..=200) {
        let rows = wrap(&text, width);
        let width = width.max(1);
        prop_assert_eq!(rows[0].start, 0);
        prop_assert_eq!(rows[rows.len() - 1].end, text.len());
        for pair in rows.windows(2) {
            prop_assert_eq!(pair[0].end, pair[1].start);
        }
        for row in &rows {
            prop_assert_eq!(crate::base::text::grapheme_boundary(&text, row.start), row.start);
            let visible = visible_part(&text, *row);
            let words = visible.of(&text);
            let alone = next_grapheme(words, 0) == words.len();
            prop_assert!(columns(words) <= width || alone || first_wide(words, width), "{:?}", words);
            prop_assert_eq!(wrap(words, width).len(), 1, "a row wraps no further: {:?}", words);
        }
    }

    #[test]
    fn no_break_spaces_and_guillemets_do_not_break(text in hard_text(), width in 1usize..=200) {
        for pair in wrap(&text, width).windows(2) {
            let (before, after) = (pair[0].of(&text), pair[1].of(&text));
            let next = &after[..next_grapheme(after, 0)];
            // Only a run without any break that is longer than the row is cut, and then the row is full.
            let full = columns(before) + columns(next) > width;
            let opens = before.trim_end_matches(' ').ends_with(['«', '\u{a0}', '\u{202f}']);
            let closes = after.starts_with([':', ';', '!', '?', '%', '»', '\u{a0}', '\u{202f}']);
            let unbroken = !before.ends_with('\n') && (opens || (closes && before.ends_with(' ')));
            prop_assert!(!unbroken || full, "{before:?} | {after:?}");
        }
    }
}

/// Zero-width characters before one that is wider than the row.
fn first_wide(words: &str, width: usize) -> bool {
    let mut at = 0;
    while at < words.len() && columns(&words[at..next_grapheme(words, at)]) == 0 {
        at = next_grapheme(words, at);
    }
    columns(&words[at..next_grapheme(words, at)]) > width
}
