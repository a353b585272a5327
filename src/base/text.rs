//! Text as people see it: width in columns, accents and case removed for comparison, control codes made visible.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The character itself or, for a character that would control the terminal, the visible sign shown instead.
///
/// C0 codes become their pictures (ESC is ␛), C1 codes and direction overrides become `�`. Each character is replaced
/// by exactly one, so that positions counted in characters stay the same.
#[must_use]
pub fn visible_char(c: char) -> char {
    match c {
        '\n' => c,
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('�'),
        '\x7f' => '␡',
        '\u{80}'..='\u{9f}' => '�',
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => '�',
        '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => '�',
        _ => c,
    }
}

/// Whether the character might control the terminal instead of being shown.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    visible_char(c) != c
}

/// Whether a text has a character for which [`is_unsafe`] is true. Only at few bytes the character is looked at.
fn has_unsafe(text: &str) -> bool {
    // U+0080–009F, U+061C, U+200E–2069, U+FEFF, U+E0000–E007F begin with one of these bytes.
    let may_begin =
        |byte: u8| (byte < b' ' && byte != b'\n') || matches!(byte, 0x7f | 0xc2 | 0xd8 | 0xe2 | 0xef | 0xf3);
    let places = text.bytes().enumerate().filter(|(_, byte)| may_begin(*byte)).map(|(at, _)| at);
    places.into_iter().any(|at| text[at..].chars().next().is_some_and(is_unsafe))
}

/// The text with every control code replaced by a visible sign; line feeds stay.
#[must_use]
pub fn visible(text: &str) -> std::borrow::Cow<'_, str> {
    if has_unsafe(text) { text.chars().map(visible_char).collect::<String>().into() } else { text.into() }
}

/// A text for a file that other programs read: control codes and direction overrides made visible, every line end a line
/// feed; tabs stay.
#[must_use]
pub fn exported(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let shown = |c| match c {
        '\r' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' => '\t',
        c => visible_char(c),
    };
    text.chars().map(shown).collect()
}

/// JSON with control codes and direction overrides written as escapes; in JSON they occur only inside strings.
#[must_use]
pub fn escaped_json(json: &str) -> String {
    let mut escaped = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unsafe(c) {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| escaped.push_str(&format!("\\u{unit:04x}")));
        } else {
            escaped.push(c);
        }
    }
    escaped
}

/// Whether a character is not shown by itself: white space, or one that programs may leave out (zero-width spaces and
/// joiners, soft hyphens, variation selectors).
#[must_use]
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{2800}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Columns that a tab takes on screen, wherever it is.
pub const TAB: usize = 4;

/// The text as it is put on screen: a tab as spaces, other control codes as visible signs.
#[must_use]
pub fn on_screen(text: &str) -> std::borrow::Cow<'_, str> {
    if text.contains('\t') {
        visible(&text.replace('\t', &" ".repeat(TAB))).into_owned().into()
    } else {
        visible(text)
    }
}

/// Width of a text on a terminal in columns, with control codes made visible.
#[must_use]
pub fn width(text: &str) -> usize {
    let measured = || on_screen(text).graphemes(true).map(|grapheme| grapheme.width().min(2)).sum();
    if text.chars().all(is_single) { text.chars().count() } else { measured() }
}

/// Whether a character is one column wide and joins with none of its kind, as nearly all of our texts are.
fn is_single(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='ɏ' | '\u{2010}'..='\u{2027}' | '\u{202f}')
}

/// Width of one user-perceived character on a terminal in columns, with control codes made visible.
#[must_use]
pub fn grapheme_width(grapheme: &str) -> usize {
    let mut chars = grapheme.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) if is_single(c) => 1,
        (Some('\t'), None) => TAB,
        (Some(c), None) => visible_char(c).width().unwrap_or(0),
        _ => visible(grapheme).width().min(2),
    }
}

/// The end of the user-perceived character that begins at `at`; the end of the text if `at` is there.
///
/// `at` is a boundary between two such characters.
#[must_use]
pub fn next_grapheme(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (None, _) => at,
        (Some(c), None) => at + c.len_utf8(),
        (Some(c), Some(next)) if never_joins(c) && never_joins(next) && c != '\r' => at + c.len_utf8(),
        _ => at + rest.graphemes(true).next().map_or(0, str::len),
    }
}

/// Whether a character never forms one user-perceived character with another of this kind. True for nearly all of our
/// texts.
fn never_joins(c: char) -> bool {
    matches!(c, '\0'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '\u{202f}')
}

/// The start of the user-perceived character that ends at `at`; 0 at the start of the text.
#[must_use]
pub fn prev_grapheme(text: &str, at: usize) -> usize {
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// `at` itself if it is between two user-perceived characters, otherwise the end of the character it is in.
///
/// `at` is a character boundary of the text.
#[must_use]
pub fn grapheme_boundary(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => at,
        _ => cursor.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
    }
}

/// The text cut to at most `columns` columns; an ellipsis shows where it was cut.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme_width(grapheme);
        if used + 1 > columns {
            break;
        }
        cut.push_str(grapheme);
    }
    if columns > 0 {
        cut.push('…');
    }
    cut
}

/// The text cut to at most `columns` columns at the end of a word, with an ellipsis; inside its first word only if not
/// even that fits.
#[must_use]
pub fn truncate_words(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let is_room_for = |end: &usize| width(&text[..*end]) < columns;
    let mut ends = text.match_indices(char::is_whitespace).map(|(at, _)| at).filter(is_room_for);
    let end = ends.next_back().unwrap_or(0);
    let words = text[..end].trim_end_matches([' ', '\u{a0}', ',', ';', ':', '.', '·', '–']);
    if words.is_empty() { truncate(text, columns) } else { format!("{words}…") }
}

/// A text as a message quotes it: its first line, with control codes made visible, cut to `columns` columns.
#[must_use]
pub fn excerpt(text: &str, columns: usize) -> String {
    truncate(&visible(text.lines().next().unwrap_or("")), columns)
}

/// A text folded for comparison, with the source position of each byte.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// The folded text: without case, accents, ligatures and typographic variants.
    pub text: String,
    /// For each byte of `text`, the byte offset of its source character; one more element for the end.
    pub origin: Vec<u32>,
}

impl Folded {
    /// The range of the source that a range of the folded text comes from.
    #[must_use]
    pub fn source(&self, folded: crate::base::Span, source: &str) -> crate::base::Span {
        let start = self.origin[folded.start] as usize;
        let last = self.origin[folded.end.saturating_sub(1).max(folded.start)] as usize;
        let mut end = last + source[last..].chars().next().map_or(0, char::len_utf8);
        // A combining mark belongs to the letter before it.
        end += source[end..].chars().take_while(|c| is_combining_mark(*c)).map(char::len_utf8).sum::<usize>();
        crate::base::Span::new(start, end.max(start))
    }
}

/// Folds a text: lower case, no accents, `œ` as `oe`, one kind of apostrophe, hyphen and space.
#[must_use]
pub fn fold_with_origin(text: &str) -> Folded {
    let mut folded =
        Folded { text: String::with_capacity(text.len()), origin: Vec::with_capacity(text.len() + 1) };
    for (offset, c) in text.char_indices() {
        let before = folded.text.len();
        fold_char(c, &mut folded.text);
        folded.origin.extend(std::iter::repeat_n(
            u32::try_from(offset).unwrap_or(u32::MAX),
            folded.text.len() - before,
        ));
    }
    folded.origin.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    folded
}

/// Folds a text for comparison; see [`fold_with_origin`].
#[must_use]
pub fn fold(text: &str) -> String {
    if text.bytes().all(is_plain) {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// Whether a byte is a character that is folded to its small letter.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && !matches!(byte, b'`' | b'\t' | b'\n' | b'\r')
}

fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' | ' ' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        '’' | '‘' | 'ʼ' | '′' | '`' => out.push('\''),
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\t' | '\n' | '\r' => out.push(' '),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '－' => out.push('-'),
        '«' | '»' | '“' | '”' | '„' => out.push('"'),
        'œ' | 'Œ' => out.push_str("oe"),
        'æ' | 'Æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        '…' => out.push_str("..."),
        '\u{ad}' => {}
        // Punctuation stays as it is.
        '\0'..='\x7f' => out.push(c),
        'À'..='ɏ' => out.push_str(&LATIN[c as usize - 'À' as usize]),
        _ => fold_letter(c, out),
    }
}

/// The folded forms of accented Latin letters. Computed once, because a French text has one in every second word.
static LATIN: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folded = |c: char| {
        let mut folded = String::new();
        fold_letter(c, &mut folded);
        folded
    };
    ('À'..='ɏ').map(folded).collect()
});

fn fold_letter(c: char, out: &mut String) {
    // Letters with a stroke or without a dot have no accent that could be removed.
    let plain = match c {
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ı' => "i",
        'þ' | 'Þ' => "th",
        'ŋ' | 'Ŋ' => "n",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => "",
    };
    if !plain.is_empty() {
        out.push_str(plain);
        return;
    }
    let letters = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
    for letter in letters {
        out.extend(letter.to_lowercase().nfd().filter(|c| !is_combining_mark(*c)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Span;

    #[test]
    fn a_text_is_cut_at_the_end_of_a_word_where_one_fits() {
        let case = |columns: usize, expected: &str| {
            assert_eq!(truncate_words("E. Renforcement des capacités", columns), expected, "{columns}");
        };
        case(29, "E. Renforcement des capacités");
        case(28, "E. Renforcement des…");
        case(20, "E. Renforcement des…");
        case(19, "E. Renforcement…");
        case(5, "E…");
        case(3, "E…");
        case(2, "E…");
        assert_eq!(truncate_words("Renforcement", 5), "Renf…");
    }

    #[test]
    fn usual_characters_are_as_wide_as_they_are_measured() {
        let usual: Vec<char> = ('\0'..='\u{3000}').filter(|c| is_single(*c)).collect();
        assert!(usual.iter().all(|c| visible_char(*c) == *c && c.width() == Some(1)));
        assert_eq!(String::from_iter(&usual).graphemes(true).count(), usual.len());
    }

    #[test]
    fn folding_removes_what_people_do_not_type() {
        let cases = [
            ("L’État", "l'etat"),
            ("Œuvre  «x»", "oeuvre  \"x\""),
            ("E\u{301}tat", "etat"),
            ("İ", "i"),
            ("Łódź ﬁn Øı", "lodz fin oi"),
        ];
        for (text, expected) in cases {
            assert_eq!(fold(text), expected);
            assert_eq!(fold_with_origin(text).text, expected);
        }
    }

    #[test]
    fn a_range_of_folded_text_has_its_source_range() {
        let text = "mise en œuvre e\u{301}gale";
        let folded = fold_with_origin(text);
        let at = folded.text.find("oeuvre").unwrap();
        assert_eq!(folded.source(Span::new(at, at + 6), text).of(text), "œuvre");
        let at = folded.text.find("egale").unwrap();
        assert_eq!(folded.source(Span::new(at, at + 1), text).of(text), "e\u{301}");
    }

    #[test]
    fn control_codes_are_shown_as_signs() {
        assert_eq!(visible("a\x1b[31mb\u{9b}c\u{202e}d"), "a␛[31mb�c�d");
        assert_eq!(width("\x1b\u{202e}é漢"), 5);
    }

    #[test]
    fn letters_taken_for_one_column_wide_are_so() {
        for c in (' '..='~').chain('À'..='ɏ') {
            assert_eq!((visible_char(c), c.width()), (c, Some(1)), "{c:?}");
        }
    }

    #[test]
    fn boundaries_are_those_of_user_perceived_characters() {
        let text = "e\u{301}té\r\n👩‍👩‍👧🇫🇷🇨🇭a\u{200d}« l’x »\u{301}한";
        let ends: Vec<usize> =
            text.grapheme_indices(true).map(|(start, grapheme)| start + grapheme.len()).collect();
        let mut at = 0;
        for end in ends {
            assert_eq!(next_grapheme(text, at), end);
            assert_eq!(prev_grapheme(text, end), at);
            for inside in (at + 1..=end).filter(|place| text.is_char_boundary(*place)) {
                assert_eq!(grapheme_boundary(text, inside), end);
            }
            at = end;
        }
        assert_eq!((next_grapheme(text, at), prev_grapheme(text, 0)), (text.len(), 0));
    }

    #[test]
    fn a_cut_text_ends_with_an_ellipsis() {
        assert_eq!(truncate("répertoire", 5), "répe…");
        assert_eq!(truncate("漢漢漢", 4), "漢…");
        assert_eq!(truncate("abc", 3), "abc");
        assert_eq!(truncate("abc", 0), "");
        assert_eq!(excerpt("a\x1bbcd\nef", 4), "a␛b…");
    }
}
