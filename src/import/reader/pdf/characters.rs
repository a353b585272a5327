//! The characters of a glyph made those of words: ligatures, presentation forms, private use, marks of direction.

use unicode_normalization::UnicodeNormalization;

/// The characters of a glyph as a text has them. `symbols` says that its font draws signs in the place of letters.
#[must_use]
pub fn plain(text: &str, symbols: bool) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // Latin and Armenian ligatures, Arabic and Hebrew presentation forms: the letters they stand for.
            '\u{fb00}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}' => {
                plain.extend(std::iter::once(c).nfkc());
            }
            // A soft hyphen is not drawn; where a file draws one, it is a hyphen.
            '\u{ad}' => plain.push('-'),
            '\u{e000}'..='\u{f8ff}' => plain.push(private(c, symbols)),
            // Spaces of all widths; those that do not break are kept.
            '\t' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => {
                plain.push(' ')
            }
            // Marks that are not seen: joiners, directions, the order of bytes.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{61c}' => {}
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}' => {
                plain.push(char::REPLACEMENT_CHARACTER);
            }
            _ => plain.push(c),
        }
    }
    plain
}

/// The character that one for private use is meant as. Fonts of signs have theirs at U+F020 to U+F0FF.
fn private(c: char, symbols: bool) -> char {
    let code = u32::from(c);
    match code {
        0xf0b7 | 0xf0a7 | 0xf0d8 | 0xf0fc | 0xf076 | 0xf071 | 0xf06c | 0xf06e | 0xf075 if symbols => '•',
        0xf0b7 | 0xf0a7 => '•',
        0xf02d | 0xf0be if symbols => '–',
        0xf020..=0xf07e if !symbols => char::from_u32(code - 0xf000).unwrap_or(c),
        0xf020 => ' ',
        0xf020..=0xf0ff if symbols => '•',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ligatures_and_forms_become_letters() {
        assert_eq!(plain("\u{fb00}\u{fb01}\u{fb02}\u{fb03}\u{fb04}\u{fb06}", false), "fffiflffifflst");
        assert_eq!(plain("\u{fefb}\u{fee3}", false), "لام");
        assert_eq!(plain("a\u{200f}b\u{feff}", false), "ab");
        assert_eq!(plain("non\u{ad}State", false), "non-State");
    }

    #[test]
    fn private_characters_are_bullets_letters_or_unknown() {
        assert_eq!(plain("\u{f0b7}", true), "•");
        assert_eq!(plain("\u{f041}", false), "A");
        assert_eq!(plain("\u{e123}", false), "\u{fffd}");
    }
}
