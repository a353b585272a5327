//! Traces of Markdown and HTML taken off lines: links, bold, italics, superscripts, headings, escapes.

use std::collections::HashMap;

use crate::base::{Finding, FindingKind};
use crate::import::edit::{Edit, apply};
use crate::import::line::{Line, LineRole};
use crate::import::mark;

/// Whether a text has traces of Markdown that plain text has not.
#[must_use]
pub fn has_traces(text: &str) -> bool {
    const TRACES: [&str; 12] =
        ["](", "**", "^{", "[^", "<sup>", "<i>", "<b>", "<em>", "<strong>", "<https://", "\n# ", "\n## "];
    text.starts_with('#') || TRACES.iter().any(|trace| text.contains(trace))
}

/// Takes the traces off; bold and italics stay as marks of the importer.
pub fn clean(lines: &mut [Line], findings: &mut Vec<Finding>) {
    let mut bold = false;
    let notes = NamedNotes::of(lines);
    for line in lines.iter_mut() {
        if line.gap > 0 && bold {
            bold = false;
        }
        let mut edits = Vec::new();
        heading(line, &mut edits);
        inline(&line.text, &mut bold, &notes, &mut edits);
        apply(&mut line.text, &edits, FindingKind::Markup, line.number, findings);
        let trimmed = line.text.trim();
        if trimmed.len() != line.text.len() {
            line.text = trimmed.to_owned();
        }
    }
}

/// The numbers of footnotes that have names, as they are printed: in the order in which they are first called.
#[derive(Debug, Default)]
struct NamedNotes(HashMap<String, usize>);

impl NamedNotes {
    fn of(lines: &[Line]) -> Self {
        let mut numbers: HashMap<String, usize> = HashMap::new();
        let names =
            lines.iter().flat_map(|line| line.text.match_indices("[^").map(move |(at, _)| (line, at)));
        for (line, at) in names {
            let Some(name) = note_name(&line.text[at..]) else { continue };
            let next = numbers.len() + 1;
            numbers.entry(name.to_owned()).or_insert(next);
        }
        // Where all names are numbers, these are printed.
        let named = numbers.keys().any(|name| !name.bytes().all(|byte| byte.is_ascii_digit()));
        Self(if named { numbers } else { HashMap::new() })
    }

    fn printed(&self, name: &str) -> String {
        self.0.get(name).map_or_else(|| name.to_owned(), ToString::to_string)
    }
}

/// The name of the footnote that a text begins with: `1` of `[^1]`.
fn note_name(text: &str) -> Option<&str> {
    let name = &text.strip_prefix("[^")?[..near(text, ']')? - 2];
    (!name.is_empty() && !name.contains(char::is_whitespace)).then_some(name)
}

fn heading(line: &mut Line, edits: &mut Vec<Edit>) {
    let level = line.text.bytes().take_while(|byte| *byte == b'#').count();
    if (1..=6).contains(&level) && line.text[level..].starts_with(' ') {
        line.role = Some(LineRole::Heading(None));
        edits.push(Edit::new(0..level + 1, ""));
    }
}

/// A construct is given up when it has no end within so many characters; reading stays linear.
const FAR: usize = 600;

fn near(text: &str, wanted: char) -> Option<usize> {
    text.char_indices().take(FAR).find(|(_, c)| *c == wanted).map(|(at, _)| at)
}

/// One construct found at a place: the edits it needs and where it ends.
type Construct = (Vec<Edit>, usize);

fn inline(text: &str, bold: &mut bool, notes: &NamedNotes, edits: &mut Vec<Edit>) {
    let mut at = edits.last().map_or(0, |edit| edit.range.end);
    while let Some(c) = text[at..].chars().next() {
        let found = match c {
            '[' => link(text, at, notes),
            '*' => star(text, at, bold),
            '^' => superscript(text, at),
            '<' => tag(text, at),
            '\\' => escape(text, at),
            _ => None,
        };
        match found {
            Some((mut more, end)) => {
                edits.append(&mut more);
                at = end;
            }
            None => at += c.len_utf8(),
        }
    }
}

/// `[75/240](#)`, `[75/240](https://…)`, and the footnote marks `[^1]`, `[^1]:`.
fn link(text: &str, at: usize, notes: &NamedNotes) -> Option<Construct> {
    let close = at + near(&text[at..], ']')?;
    let inside = &text[at + 1..close];
    if let Some(name) = inside.strip_prefix('^') {
        let number = &notes.printed(name);
        let end = close + 1 + usize::from(at == 0 && text[close + 1..].starts_with(':'));
        return Some((vec![Edit::new(at..end, raised(number)?)], end));
    }
    let target = text[close + 1..].strip_prefix('(')?;
    if inside.contains('[') {
        return None;
    }
    let mut depth = 1;
    let (length, _) = target.char_indices().take(FAR).find(|(_, c)| {
        depth += i32::from(*c == '(') - i32::from(*c == ')');
        depth == 0
    })?;
    let end = close + 2 + length + 1;
    if target[..length].contains(' ') {
        return None;
    }
    Some((vec![Edit::new(at..at + 1, ""), Edit::new(close..end, "")], end))
}

/// `**bold**`, which may run over lines, and `*italics*`, which may not; a lone star is a footnote mark.
fn star(text: &str, at: usize, bold: &mut bool) -> Option<Construct> {
    let run = text[at..].bytes().take_while(|byte| *byte == b'*').count();
    let before = text[..at].chars().next_back();
    let after = text[at + run..].chars().next();
    if run >= 2 && *bold && before.is_some_and(|c| !c.is_whitespace()) {
        *bold = false;
        return Some((vec![Edit::new(at..at + 2, mark::STRONG_END)], at + 2));
    }
    if before.is_some_and(char::is_alphanumeric) || after.is_none_or(char::is_whitespace) {
        return Some((Vec::new(), at + run));
    }
    if run == 2 || run == 3 {
        *bold = true;
        return Some((vec![Edit::new(at..at + 2, mark::STRONG)], at + 2));
    }
    let close = at + 1 + near(&text[at + 1..], '*')?;
    let inside = &text[at + 1..close];
    let closes =
        !inside.ends_with(char::is_whitespace) && !text[close + 1..].starts_with(char::is_alphanumeric);
    (run == 1 && closes).then(|| {
        (
            vec![Edit::new(at..at + 1, mark::EMPHASIS), Edit::new(close..close + 1, mark::EMPHASIS_END)],
            close + 1,
        )
    })
}

/// `1^{re}` and `1^re` become `1re`; `^{12}` and `^12^` become ¹².
fn superscript(text: &str, at: usize) -> Option<Construct> {
    let rest = &text[at + 1..];
    let letters = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let ordinal =
        (1..=3).contains(&letters) && rest[..letters].bytes().all(|byte| byte.is_ascii_alphabetic());
    if ordinal && !rest[letters..].starts_with('^') && text[..at].ends_with(|c: char| c.is_ascii_digit()) {
        return Some((vec![Edit::new(at..at + 1, "")], at + 1));
    }
    let (inside, length) = match rest.strip_prefix('{') {
        Some(braced) => {
            let end = near(braced, '}')?;
            (&braced[..end], end + 3)
        }
        None => {
            let end = near(rest, '^')?;
            (&rest[..end], end + 2)
        }
    };
    if inside.is_empty() || inside.len() > 8 || !inside.chars().all(char::is_alphanumeric) {
        return None;
    }
    let with = raised(inside).unwrap_or_else(|| inside.to_owned());
    Some((vec![Edit::new(at..at + length, with)], at + length))
}

/// `<i>`, `<b>`, `<sup>1</sup>`, `<br>`, `<https://…>`.
fn tag(text: &str, at: usize) -> Option<Construct> {
    let end = at + near(&text[at..], '>')? + 1;
    let inside = &text[at + 1..end - 1];
    if inside.starts_with("http") && !inside.contains(' ') {
        return Some((vec![Edit::new(at..at + 1, ""), Edit::new(end - 1..end, "")], end));
    }
    let with = match inside.to_ascii_lowercase().as_str() {
        "i" | "em" => mark::EMPHASIS.to_string(),
        "/i" | "/em" => mark::EMPHASIS_END.to_string(),
        "b" | "strong" => mark::STRONG.to_string(),
        "/b" | "/strong" => mark::STRONG_END.to_string(),
        "br" | "br/" | "br /" => " ".to_owned(),
        "u" | "/u" | "sub" | "/sub" | "span" | "/span" => String::new(),
        "sup" => {
            let close = end + near(&text[end..], '<').filter(|at| text[end + at..].starts_with("</sup>"))?;
            let inside = &text[end..close];
            let with = raised(inside).unwrap_or_else(|| inside.to_owned());
            return Some((vec![Edit::new(at..close + 6, with)], close + 6));
        }
        _ => return None,
    };
    Some((vec![Edit::new(at..end, with)], end))
}

/// `\*`, `1\.`: the mark itself.
fn escape(text: &str, at: usize) -> Option<Construct> {
    let next = text[at + 1..].chars().next()?;
    "\\`*_{}[]()#+-.!<>|".contains(next).then(|| (vec![Edit::new(at..at + 1, "")], at + 1 + next.len_utf8()))
}

/// Digits as superscripts.
fn raised(text: &str) -> Option<String> {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |c: char| c.to_digit(10).map(|digit| RAISED[digit as usize]);
    (!text.is_empty()).then(|| text.chars().map(digit).collect()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;

    #[track_caller]
    fn case(source: &str, expected: &str) {
        let mut findings = Vec::new();
        let mut lines = plain::lines(source, &mut findings);
        clean(&mut lines, &mut findings);
        let texts: Vec<String> = lines
            .iter()
            .map(|line| line.text.replace([mark::STRONG, mark::STRONG_END], "B").replace(mark::EMPHASIS, "<"))
            .map(|text| text.replace(mark::EMPHASIS_END, ">"))
            .collect();
        assert_eq!(texts.join("|"), expected);
    }

    #[test]
    fn traces_come_off_and_notes_stay() {
        case("la résolution [75/240](#), dite", "la résolution 75/240, dite");
        case("see [A/1](https://x.org/a_(b)).", "see A/1.");
        case("La 1^{re} séance^{12}", "La 1re séance¹²");
        case("la 8^e et la 5^e séance^3^ x^y", "la 8e et la 5e séance³ x^y");
        case("**Titre\nsur deux lignes***", "BTitre|sur deux lignesB*");
        case("(*Signé*) **Nom**", "(<Signé>) BNomB");
        case("liste préliminaire*", "liste préliminaire*");
        case("* [A/76/50](#).", "* A/76/50.");
        case("a * b * c, 2*3*4", "a * b * c, 2*3*4");
        case("(<https://x.org/y>) et <i>Page</i>", "(https://x.org/y) et <Page>");
        case("mot<sup>3</sup>, 1\\. x [^4] [a] (b)", "mot³, 1. x ⁴ [a] (b)");
        case("[^4]: Voir", "⁴ Voir");
        case("a[^one] b[^2] [^one]\n[^2]: Voir", "a¹ b² ¹|² Voir");
        case("## Titre", "Titre");
    }
}
