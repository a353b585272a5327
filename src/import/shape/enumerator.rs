//! Marks at the start of a line: `16.`, `16 bis.`, `a)`, `(ii)`, `IV.`, `•`.

use crate::base::numbering::{ADVERBS, from_letters, from_roman};
use crate::import::layout::is_ideograph;
use crate::import::line::Line;
use crate::import::mark;
use crate::language::Enumerators;

/// What a line begins with, and where its words begin after it (in bytes of the marked text).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The mark.
    pub kind: LeadKind,
    /// Where the words begin.
    pub rest: usize,
}

/// A mark at the start of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeadKind {
    /// `16.`, or `16 bis.` with its Latin adverb.
    Number(u32, Option<&'static str>),
    /// `26.1`: a paragraph and one of its parts.
    Dotted(u32, u32),
    /// `OP1.`, `PP3 bis.`: a paragraph of the operative part (`true`) or of the preamble, with its Latin adverb.
    Labelled(bool, u32, Option<&'static str>),
    /// `a)`, `(ii)`, `(1)`: what is between the brackets, in small letters.
    Bracket(String),
    /// `II.` or `B.`: a heading's.
    Capital(String),
    /// A bullet.
    Bullet,
}

/// The mark a line begins with: its label if it has one, which leaves all its text as words.
#[must_use]
pub fn lead_of(line: &Line, marks: &Enumerators) -> Option<Lead> {
    match &line.label {
        Some(label) => label_kind(&label.text, marks).map(|kind| Lead { kind, rest: 0 }),
        None => lead(&line.text, marks),
    }
}

/// What a label is, however it is set off: `12.`, `12 -`, `a.`, `(أ)`; `None` for `26.1`, `OP3`.
#[must_use]
pub fn label_kind(label: &str, marks: &Enumerators) -> Option<LeadKind> {
    let text = label.trim();
    if !text.is_empty() && !text.contains(char::is_alphanumeric) {
        return Some(LeadKind::Bullet);
    }
    let core = text.trim_end_matches(|c: char| c.is_whitespace() || ".-–—、．".contains(c));
    if (1..=4).contains(&core.len()) && core.bytes().all(|byte| byte.is_ascii_digit()) {
        return core.parse().ok().map(|number| LeadKind::Number(number, None));
    }
    if let Some((kind, _)) = number(&format!("{core}.")).filter(|(_, length)| *length > core.len()) {
        return Some(kind);
    }
    let inside = core.trim_matches(|c: char| "()'‘’（）".contains(c));
    let latin: String = inside.chars().filter(|c| *c != 'ـ').map(|c| marks.latin(c).unwrap_or(c)).collect();
    let set_off = core.len() > inside.len() || inside.chars().all(char::is_lowercase) || latin != inside;
    match bracket(&format!("{latin})"), marks) {
        Some((kind, _)) if set_off => Some(kind),
        _ => capital(&format!("{core}."), marks).map(|(kind, _)| kind),
    }
}

/// Reads the mark a line begins with.
#[must_use]
pub fn lead(text: &str, marks: &Enumerators) -> Option<Lead> {
    let skipped = text.len() - text.trim_start_matches(mark::is).len();
    let line = &text[skipped..];
    let (kind, length) = bullet(line)
        .or_else(|| labelled(line))
        .or_else(|| dotted(line))
        .or_else(|| number(line))
        .or_else(|| bracket(line, marks))
        .or_else(|| capital(line, marks))?;
    let rest = &line[length..];
    let bare = rest.trim_start_matches(mark::is);
    let set_off = line[..length].ends_with('、')
        || bare.starts_with(char::is_whitespace)
        || (line[..length].ends_with(['.', ')']) && is_glued(&kind, bare));
    if !(bare.is_empty() || set_off) {
        return None;
    }
    let spaces = rest.len() - rest.trim_start_matches(|c: char| mark::is(c) || c.is_whitespace()).len();
    // An opening mark right before the words belongs to them.
    let opening =
        rest[..spaces].chars().rev().take_while(|c| matches!(*c, mark::STRONG | mark::EMPHASIS)).count();
    let opening = opening * mark::STRONG.len_utf8();
    Some(Lead { kind, rest: skipped + length + spaces - opening })
}

/// Whether words begin right after the number of a paragraph or the letter of a list: `1.Decides`, `(b)能源`.
fn is_glued(kind: &LeadKind, words: &str) -> bool {
    let mut chars = words.chars();
    let (first, second) = (chars.next(), chars.next());
    let word = first.is_some_and(char::is_uppercase) && second.is_some_and(char::is_lowercase);
    matches!(kind, LeadKind::Number(..) | LeadKind::Bracket(_)) && (word || first.is_some_and(is_ideograph))
}

fn bullet(line: &str) -> Option<(LeadKind, usize)> {
    let c = line.chars().next().filter(|c| "•●▪■◦‣·–—-*".contains(*c))?;
    let length = c.len_utf8();
    (line[length..].starts_with(' ') && line.len() > length + 1).then_some((LeadKind::Bullet, length))
}

/// `26.1 Words`.
fn dotted(line: &str) -> Option<(LeadKind, usize)> {
    let (major, rest) = digits(line)?;
    let (minor, rest) = digits(rest.strip_prefix('.')?)?;
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    spaced_capital(rest).then_some((LeadKind::Dotted(major, minor), line.len() - rest.len()))
}

/// `OP1.`, `PP 3 bis:`, `OP2 Words`.
fn labelled(line: &str) -> Option<(LeadKind, usize)> {
    let operative = line.starts_with("OP");
    let rest = line.strip_prefix("OP").or_else(|| line.strip_prefix("PP"))?;
    let (value, rest) = digits(rest.trim_start_matches(' '))?;
    let word = rest.trim_start_matches(' ');
    let adverb = adverbs().find(|adverb| {
        word.strip_prefix(adverb).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    });
    let rest = adverb.map_or(rest, |adverb| &word[adverb.len()..]);
    let marked = rest.strip_prefix(['.', ':', ')']);
    let words = marked.unwrap_or(rest);
    let begins = words.trim_start().starts_with(|c: char| c.is_uppercase() || "[“«(".contains(c));
    (marked.is_some() || (words.starts_with(' ') && begins))
        .then_some((LeadKind::Labelled(operative, value, adverb), line.len() - words.len()))
}

/// A number of up to three digits that does not begin with zero, and what comes after it.
fn digits(text: &str) -> Option<(u32, &str)> {
    let count = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text[..count].parse().ok().filter(|_| count <= 3 && !text.starts_with('0'))?;
    Some((value, &text[count..]))
}

fn number(line: &str) -> Option<(LeadKind, usize)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 3 || line.starts_with('0') {
        return None;
    }
    let value = line[..digits].parse().ok()?;
    let rest = &line[digits..];
    if rest.starts_with('.') {
        return Some((LeadKind::Number(value, None), digits + 1));
    }
    // Arabic sets a dash after the number: "4 - ".
    let dashed = rest.trim_start().strip_prefix(['-', '–', '—']);
    let arabic = |words: &&str| words.starts_with(char::is_whitespace) && is_arabic(words.trim_start());
    if let Some(words) = dashed.filter(arabic) {
        return Some((LeadKind::Number(value, None), line.len() - words.len()));
    }
    let spaced = mark::off(rest);
    let word = spaced.trim_start();
    let (adverb, after) = adverbs()
        .find_map(|adverb| Some((adverb, word.strip_prefix(adverb)?)))
        .filter(|(_, after)| after.starts_with('.') || spaced_capital(after))?;
    let end = rest.find(adverb)? + adverb.len() + usize::from(after.starts_with('.'));
    Some((LeadKind::Number(value, Some(adverb)), digits + end))
}

/// Whether a text begins with a space and a capital: `2 bis Decides`.
fn spaced_capital(text: &str) -> bool {
    text.strip_prefix(' ').is_some_and(|words| words.trim_start().starts_with(char::is_uppercase))
}

fn is_arabic(text: &str) -> bool {
    text.starts_with(|c: char| ('\u{600}'..='\u{6ff}').contains(&c))
}

/// The Latin letter at the same place in the alphabet as a letter between brackets.
fn listed_letter(inside: &str, marks: &Enumerators) -> Option<char> {
    let mut letters = inside.chars().filter(|c| *c != '\u{640}');
    let letter = letters.next().filter(|c| !c.is_ascii())?;
    marks.latin(letter).filter(|_| letters.next().is_none())
}

/// What may come after the number of a paragraph put in between two others.
fn adverbs() -> impl Iterator<Item = &'static str> {
    ADVERBS.into_iter().chain(["alt"])
}

fn bracket(line: &str, marks: &Enumerators) -> Option<(LeadKind, usize)> {
    let open = usize::from(line.starts_with('('));
    let close = line.char_indices().take(8).find(|(_, c)| *c == ')').map(|(at, _)| at)?;
    let inside = &line[open..close];
    if let Some(letter) = listed_letter(inside, marks) {
        return Some((LeadKind::Bracket(letter.to_string()), close + 1));
    }
    let letters = inside.bytes().all(|byte| byte.is_ascii_lowercase());
    let digits = inside.len() <= 2 && inside.bytes().all(|byte| byte.is_ascii_digit());
    let known = from_roman(inside).is_some() || (inside.len() <= 2 && from_letters(inside).is_some());
    let fits = !inside.is_empty() && ((letters && known) || digits);
    fits.then(|| (LeadKind::Bracket(inside.to_owned()), close + 1))
}

fn capital(line: &str, marks: &Enumerators) -> Option<(LeadKind, usize)> {
    if !line.starts_with(|c: char| c.is_ascii()) {
        return foreign_capital(line, marks);
    }
    let letters = line.bytes().take_while(u8::is_ascii_uppercase).count();
    let inside = &line[..letters];
    let fits =
        line[letters..].starts_with('.') && (letters == 1 || (letters < 9 && from_roman(inside).is_some()));
    fits.then(|| (LeadKind::Capital(inside.to_owned()), letters + 1))
}

/// `二、`, `二. `, `ثانيا - `: the number of a heading in a script without capitals, as the one that has its place in English.
fn foreign_capital(line: &str, marks: &Enumerators) -> Option<(LeadKind, usize)> {
    let end = line.char_indices().take(LONGEST_SECTION).find(|(_, c)| ".．、-–—".contains(*c))?.0;
    let mark = marks.section(line[..end].trim_end())?;
    let separator = line[end..].chars().next()?.len_utf8();
    Some((LeadKind::Capital(mark), end + separator))
}

/// The number of a section is no longer than this, in characters.
const LONGEST_SECTION: usize = 12;

/// The digit that a superscript character means.
#[must_use]
pub fn raised_digit(c: char) -> Option<char> {
    let value = match c {
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁰' | '⁴'..='⁹' => u32::from(c) - u32::from('⁰'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Languages;

    /// What all languages count with: none has a letter of another one at a different place.
    fn read<T>(read: impl Fn(&Enumerators) -> Option<T>) -> Option<T> {
        let languages = Languages::bundled().iter().map(|table| &table.import.enumerators);
        languages.rev().find_map(read)
    }

    #[track_caller]
    fn case(line: &str, kind: Option<LeadKind>, rest: &str) {
        let found = read(|marks| lead(line, marks));
        assert_eq!(found.as_ref().map(|lead| lead.kind.clone()), kind, "{line}");
        if let Some(lead) = found {
            assert_eq!(&line[lead.rest..], rest);
        }
    }

    #[test]
    fn labels_are_read_however_they_are_set_off() {
        let number = |number| Some(LeadKind::Number(number, None));
        let bracket = |inside: &str| Some(LeadKind::Bracket(inside.to_owned()));
        let cases = [
            ("12.", number(12)),
            ("12", number(12)),
            ("1 -", number(1)),
            ("1 bis.", Some(LeadKind::Number(1, Some("bis")))),
            ("(a)", bracket("a")),
            ("a)", bracket("a")),
            ("a.", bracket("a")),
            ("(iv)", bracket("iv")),
            ("(أ)", bracket("a")),
            ("(هـ)", bracket("e")),
            ("б)", bracket("b")),
            ("(1)", bracket("1")),
            ("’1‘", bracket("1")),
            ("IV.", Some(LeadKind::Capital("IV".to_owned()))),
            ("B", Some(LeadKind::Capital("B".to_owned()))),
            ("二、", Some(LeadKind::Capital("II".to_owned()))),
            ("ثانيا -", Some(LeadKind::Capital("II".to_owned()))),
            ("•", Some(LeadKind::Bullet)),
            ("–", Some(LeadKind::Bullet)),
            ("26.1", None),
            ("OP3", None),
            ("", None),
        ];
        for (label, expected) in cases {
            assert_eq!(read(|marks| label_kind(label, marks)), expected, "{label}");
        }
    }

    #[test]
    fn marks_are_read_and_words_are_not() {
        let bracket = |inside: &str| Some(LeadKind::Bracket(inside.to_owned()));
        let capital = |inside: &str| Some(LeadKind::Capital(inside.to_owned()));
        case("16. Les États", Some(LeadKind::Number(16, None)), "Les États");
        case("16 bis. Les États", Some(LeadKind::Number(16, Some("bis"))), "Les États");
        case("2 alt. Décide", Some(LeadKind::Number(2, Some("alt"))), "Décide");
        case("1 ter Décide", Some(LeadKind::Number(1, Some("ter"))), "Décide");
        case("26.1 Ratify", Some(LeadKind::Dotted(26, 1)), "Ratify");
        case("OP1. Decides", Some(LeadKind::Labelled(true, 1, None)), "Decides");
        case("OP 2 bis: Decides", Some(LeadKind::Labelled(true, 2, Some("bis"))), "Decides");
        case("PP3 Recalling", Some(LeadKind::Labelled(false, 3, None)), "Recalling");
        case("OP1 of the draft", None, "");
        case("4 - ترحب", Some(LeadKind::Number(4, None)), "ترحب");
        case("(ب) نشر", bracket("b"), "نشر");
        case("а) оказать", bracket("a"), "оказать");
        case("a) Les États", bracket("a"), "Les États");
        case("(iv) States", bracket("iv"), "States");
        case("aa) x", bracket("aa"), "x");
        case("IV. Titre", capital("IV"), "Titre");
        case("B. Titre", capital("B"), "Titre");
        case("二、导言", capital("II"), "导言");
        case("أولاً - مقدمة", capital("I"), "مقدمة");
        case("باء - مقدمة", capital("B"), "مقدمة");
        case("1.Decides to", Some(LeadKind::Number(1, None)), "Decides to");
        case("(b)能源", bracket("b"), "能源");
        case("4 -\tترحب", Some(LeadKind::Number(4, None)), "ترحب");
        case("• Les", Some(LeadKind::Bullet), "Les");
        case("\u{fdd0}1.\u{fdd1} Les", Some(LeadKind::Number(1, None)), "Les");
        for words in [
            "15, 17 et 19 juin",
            "2021. Le",
            "75/240",
            "A/75/816.",
            "COVID-19) le",
            "-",
            "-même",
            "1.5 %",
            "(UNIDIR). x",
            "01. x",
            "abc) x",
            "",
        ] {
            case(words, None, "");
        }
    }
}
