//! Characters of symbol fonts as the characters of Unicode they look like.

/// What `Symbol` has at a place that differs from its code, in pairs.
const SYMBOL: [(u32, char); 30] = [
    (0x61, 'α'),
    (0x62, 'β'),
    (0x64, 'δ'),
    (0x65, 'ε'),
    (0x67, 'γ'),
    (0x6c, 'λ'),
    (0x6d, 'µ'),
    (0x70, 'π'),
    (0x73, 'σ'),
    (0x77, 'ω'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0xa3, '≤'),
    (0xa5, '∞'),
    (0xac, '←'),
    (0xae, '→'),
    (0xb0, '°'),
    (0xb1, '±'),
    (0xb2, '″'),
    (0xb3, '≥'),
    (0xb4, '×'),
    (0xb7, '•'),
    (0xb8, '÷'),
    (0xb9, '≠'),
    (0xbb, '≈'),
    (0xd6, '√'),
    (0xd7, '·'),
    (0xe5, '∑'),
    (0x2d, '−'),
];

/// What `Wingdings` has.
const WINGDINGS: [(u32, char); 12] = [
    (0x6c, '●'),
    (0x6e, '■'),
    (0x6f, '☐'),
    (0x71, '❑'),
    (0x76, '❖'),
    (0xa7, '▪'),
    (0xa8, '☐'),
    (0xd8, '➢'),
    (0xe0, '→'),
    (0xfb, '✗'),
    (0xfc, '✓'),
    (0xfe, '☑'),
];

/// The character of a font with a code in hexadecimal digits, `F0B7`; U+FFFD if it is unknown.
#[must_use]
pub fn symbol(font: &str, code: &str) -> char {
    let Ok(code) = u32::from_str_radix(code, 16) else { return '\u{fffd}' };
    // Symbol fonts have their characters in the private range U+F000 to U+F0FF.
    let place = if (0xf000..=0xf0ff).contains(&code) { code - 0xf000 } else { code };
    let table: &[(u32, char)] = if font.starts_with("Wingdings") { &WINGDINGS } else { &SYMBOL };
    let known = table.iter().find(|(known, _)| *known == place).map(|(_, c)| *c);
    let letter = || (font == "Symbol" || code < 0xe000).then(|| char::from_u32(place)).flatten();
    known.or_else(letter).unwrap_or('\u{fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_of_fonts_are_characters() {
        assert_eq!(symbol("Symbol", "F0B7"), '•');
        assert_eq!(symbol("Wingdings", "F0FC"), '✓');
        assert_eq!(symbol("Symbol", "2D"), '−');
        assert_eq!(symbol("Wingdings", "F041"), '\u{fffd}');
        assert_eq!(symbol("Symbol", "x"), '\u{fffd}');
    }
}
