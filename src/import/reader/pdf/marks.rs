//! How a printed line begins and ends: with the mark of a paragraph, with a stop.

/// `1.`, `12.1`, `(a)`, `a)`, `(iv)`, `IV.`, `•`, `–`, `OP1`: a mark with a space behind it.
pub(super) fn is_marked(text: &str) -> bool {
    if is_labelled(text) {
        return true;
    }
    let Some((mark, words)) = text.split_once(' ') else { return false };
    // Arabic sets a dash behind the number.
    let dashed = words.starts_with("- ") || words.starts_with("– ");
    if dashed && mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let inner = mark.trim_start_matches('(').trim_end_matches([')', '.']);
    let closed = inner.len() < mark.len() && mark.ends_with([')', '.']);
    let short = (1..=6).contains(&inner.len());
    let digits = inner.bytes().all(|byte| byte.is_ascii_digit() || b"./".contains(&byte));
    let letters = inner.len() <= 5 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
    let roman = inner.bytes().all(|byte| b"IVXLC".contains(&byte));
    let letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_alphabetic());
    (closed && short && (digits || roman || letter || (letters && mark.ends_with(')'))))
        || matches!(mark, "•" | "–" | "—" | "-" | "o" | "▪" | "◦")
}

/// `OP1.`, `PP 3`: the label of a paragraph of a draft.
fn is_labelled(text: &str) -> bool {
    let Some(number) = text.strip_prefix("OP").or_else(|| text.strip_prefix("PP")) else { return false };
    let number = number.trim_start_matches(' ');
    let words = number.trim_start_matches(|c: char| c.is_ascii_digit());
    (1..=3).contains(&(number.len() - words.len())) && words.starts_with([' ', '.', ':', ')'])
}

/// Whether a line ends where a passage may end before one with a mark: also with "and".
pub(super) fn ends(text: &str) -> bool {
    let last = text.trim_end().rsplit(' ').next().unwrap_or_default();
    stops(text) || matches!(last, "and" | "or" | "et" | "ou" | "y" | "o")
}

/// Whether a line ends with a stop.
pub(super) fn stops(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || "»”\"’')]*⁰¹²³⁴⁵⁶⁷⁸⁹》）".contains(c));
    text.ends_with(|c: char| ".;:!?,。；：！？，،؛؟".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_numbers_letters_and_bullets() {
        for text in [
            "1. Decides",
            "12. x",
            "(a) x",
            "a) x",
            "(iv) x",
            "IV. x",
            "• x",
            "– x",
            "OP1 Decides",
            "PP 3. x",
            "26.1 x".replace("26.1", "26.1.").as_str(),
        ] {
            assert!(is_marked(text), "{text}");
        }
        for text in ["and (a)", "1 January", "(A/78/1)", "the. x", "(see x"] {
            assert!(!is_marked(text), "{text}");
        }
    }
}
