//! What a line is by its words alone: an annex's title, a heading of the front, a date, a norm.

mod preamble;

pub use preamble::{is_often_preambular, is_preambular};

use chrono::NaiveDate;

use crate::base::text::fold;
use crate::import::layout::is_caseless;
use crate::import::mark;
use crate::import::shape::enumerator::raised_digit;
use crate::language::ImportWords;

/// Headings are shorter than this, in bytes; titles that name the document they are annexed to, than that.
const HEADING: usize = 160;
const TITLE: usize = 600;

/// The words without marks of footnotes and of the importer, folded, for comparison.
#[must_use]
pub fn words(text: &str) -> String {
    let bare = mark::off(text);
    let bare = bare.trim().trim_end_matches(|c: char| c == '*' || raised_digit(c).is_some());
    fold(bare.trim_end())
}

/// Whether a line is the heading of a list of recommended next steps.
#[must_use]
pub fn is_steps(text: &str, vocabulary: &ImportWords) -> bool {
    if text.len() > HEADING {
        return false;
    }
    let words = words(text);
    let words = words.trim_end_matches([':', '.']).trim_end();
    vocabulary.next_steps.iter().any(|known| known == words)
}

/// Whether a line is a heading of the front: a foreword, a letter of transmittal.
#[must_use]
pub fn is_front_heading(text: &str, vocabulary: &ImportWords) -> bool {
    if text.len() > HEADING || text.ends_with(['.', ',', ';', ':']) {
        return false;
    }
    let words = words(text);
    vocabulary.front_headings.iter().any(|known| {
        words.strip_prefix(known.as_str()).is_some_and(|rest| {
            rest.is_empty()
                || (rest.starts_with(' ') && known.contains([' ', '-']))
                || (rest.starts_with(' ') && rest.split_whitespace().count() <= 5)
        })
    })
}

/// The mark of an annex (`II`, `A`, or none) and the rest of its title, when a line begins one.
#[must_use]
pub fn annex<'a>(text: &'a str, vocabulary: &ImportWords) -> Option<(Option<String>, &'a str)> {
    let (name, rest) = annex_name(text, vocabulary)?;
    if rest.is_empty() {
        return Some((counted_annex(&name, vocabulary), ""));
    }
    let annexed = |rest: &str| vocabulary.annexed.iter().any(|known| fold(rest).starts_with(known.as_str()));
    if annexed(rest) && text.len() < TITLE {
        return Some((None, rest));
    }
    if name.ends_with(['.', ':']) && text.len() <= HEADING {
        return Some((None, rest));
    }
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let second = mark::off(&rest[..end]).into_owned();
    let number = second.trim_end_matches(|c: char| matches!(c, '*' | '.' | ':') || raised_digit(c).is_some());
    let rest = rest[end..].trim_start();
    if text.len() > HEADING && !annexed(rest) {
        return None;
    }
    let capitals = number.bytes().all(|byte| byte.is_ascii_uppercase());
    let numbered = capitals && (number.len() == 1 || crate::base::numbering::from_roman(number).is_some());
    let counted = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    if number.is_empty() || !(numbered || counted) {
        let dash = rest.is_empty().then_some(()).is_none() && matches!(number, "–" | "—" | "-");
        return dash.then_some((None, rest));
    }
    let set_off = second.ends_with(['.', ':'])
        || rest.is_empty()
        || rest.starts_with(['–', '—', '-', ':'])
        || annexed(rest);
    set_off.then(|| (Some(number.to_owned()), rest.trim_start_matches(['–', '—', '-', ':', ' '])))
}

/// The title of an annex without a number that is on one line with its name: `Annex Political declaration`.
#[must_use]
pub fn titled_annex<'a>(text: &'a str, vocabulary: &ImportWords) -> Option<&'a str> {
    let (_, rest) = annex_name(text, vocabulary)?;
    let ended = rest.ends_with(['.', ',', ';', ':']);
    (text.len() <= HEADING && rest.starts_with(char::is_uppercase) && !ended).then_some(rest)
}

/// What a line calls an annex, folded, and the words after it: `annex`, `piece jointe`.
fn annex_name<'a>(text: &'a str, vocabulary: &ImportWords) -> Option<(String, &'a str)> {
    let line = text.trim_start_matches(mark::is);
    if !(line.starts_with(char::is_uppercase) || line.starts_with(is_caseless)) {
        return None;
    }
    let counted = |rest: &str| vocabulary.enumerators.section(rest).is_some();
    vocabulary.annexes.iter().find_map(|known| {
        let length = known.split(' ').count();
        let spaces = line.char_indices().filter(|(_, c)| c.is_whitespace());
        let end = spaces.map(|(at, _)| at).nth(length - 1).unwrap_or(line.len());
        let name = words(&line[..end]);
        let bare = name.trim_end_matches(['.', ':']);
        let counted = end == line.len() && bare.strip_prefix(known.as_str()).is_some_and(counted);
        (bare == known || counted).then(|| (name, line[end..].trim_start()))
    })
}

/// The number of an annex that has no space before it in Chinese: `附件二`.
fn counted_annex(name: &str, vocabulary: &ImportWords) -> Option<String> {
    vocabulary
        .annexes
        .iter()
        .find_map(|known| vocabulary.enumerators.section(name.strip_prefix(known.as_str())?))
}

/// A line that is an organ's name with its comma: "The General Assembly,".
#[must_use]
pub fn is_opener(text: &str, vocabulary: &ImportWords) -> bool {
    if text.len() > HEADING {
        return false;
    }
    let words = words(text).replace(" ,", ",").replace(" ،", "،");
    vocabulary.openers.contains(&words)
}

/// A line that is an organ's name without a comma: "The General Assembly".
#[must_use]
pub fn is_bare_opener(text: &str, vocabulary: &ImportWords) -> bool {
    let words = words(text);
    let bare = |opener: &String| opener.strip_suffix([',', '،', '，']).is_some_and(|name| name == words);
    text.len() <= HEADING && vocabulary.openers.iter().any(bare)
}

/// The number or the letter of a section that a line consists of: `II`, `IV.`, `A`, `二`.
#[must_use]
pub fn section_mark(text: &str, vocabulary: &ImportWords) -> Option<String> {
    let bare = text.trim_matches(|c: char| mark::is(c) || c == ' ');
    let mark = bare.strip_suffix('.').unwrap_or(bare);
    let capitals = !mark.is_empty() && mark.len() < 9 && mark.bytes().all(|byte| byte.is_ascii_uppercase());
    let latin = capitals && (mark.len() == 1 || crate::base::numbering::from_roman(mark).is_some());
    if latin { Some(mark.to_owned()) } else { vocabulary.enumerators.section(mark) }
}

/// Whether a line names what an annex is annexed to: `Annex to the letter dated …`.
#[must_use]
pub fn is_annexed(text: &str, vocabulary: &ImportWords) -> bool {
    let words = words(text);
    annex(text, vocabulary).is_some() && vocabulary.annexed.iter().any(|known| words.contains(known.as_str()))
}

/// Whether a line is the heading of an article: `Article 2`, `Article premier`, `Article 2 – Scope`.
#[must_use]
pub fn is_article(text: &str, vocabulary: &ImportWords) -> bool {
    let text = &*mark::off(text);
    if text.len() > HEADING || !(text.starts_with(char::is_uppercase) || text.starts_with(is_caseless)) {
        return false;
    }
    let words = words(text);
    if vocabulary.articles.iter().any(|known| known.contains(' ') && *known == words) {
        return true;
    }
    let number = vocabulary.articles.iter().find_map(|article| words.strip_prefix(article.as_str()));
    let Some(number) = number.and_then(|number| number.strip_prefix(' ')) else { return false };
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let rest = number[digits..].trim_start_matches('.').trim_start();
    let titled = rest.strip_prefix(['–', '—', ':']).is_some_and(|title| !title.ends_with(['.', ';', ',']));
    (1..=3).contains(&digits) && (rest.is_empty() || titled)
}

/// Whether a line is the name of a draft in a report: `Draft resolution II`, `Projet de décision`.
#[must_use]
pub fn is_draft(text: &str, vocabulary: &ImportWords) -> bool {
    let text = &*mark::off(text);
    if text.len() > HEADING || !text.starts_with(char::is_uppercase) {
        return false;
    }
    let words = words(text);
    let tokens: Vec<&str> = words.split(' ').collect();
    let kind = |word: &str| {
        vocabulary.resolution_words.iter().chain(&vocabulary.decision_words).any(|known| known == word)
    };
    let named = tokens.iter().take(3).position(|word| kind(word));
    let number = |word: &str| section_mark(&word.to_uppercase(), vocabulary).is_some();
    vocabulary.draft_words.iter().any(|known| *known == tokens[0])
        && named.is_some_and(|at| at > 0 && matches!(tokens[at + 1..], [number_word] if number(number_word)))
}

/// Whether a line is the name of a part with its title behind it: `Article 2 Scope`, `Draft resolution II Lamps`; by `is`, words are
/// such a name alone.
#[must_use]
pub fn is_titled(text: &str, vocabulary: &ImportWords, is: fn(&str, &ImportWords) -> bool) -> bool {
    let text = &*mark::off(text);
    let spaces = text.match_indices(' ').map(|(at, _)| at).skip(1).take(3);
    let title = |at: usize| text[at + 1..].starts_with(char::is_uppercase) && is(&text[..at], vocabulary);
    text.len() <= HEADING && !text.ends_with(['.', ',', ';', ':']) && spaces.into_iter().any(title)
}

/// The number, as a resolution's title prints it, and the title: `78/237. Developments …`, `75/253 B. …`, `S-10/2. …`,
/// `76/84 A and B. …`, `2832 (XXVI). …`.
#[must_use]
pub fn resolution_title(text: &str) -> Option<(&str, &str)> {
    let line = text.trim_start_matches(mark::is);
    let (number, title) = line.split_once(". ")?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (first, letters) = number.split_once(' ').unwrap_or((number, ""));
    let fits = match first.split_once('/') {
        Some((session, serial)) => {
            let session =
                session.strip_prefix("ES-").or_else(|| session.strip_prefix("S-")).unwrap_or(session);
            let counted = session.len() <= 3 && serial.len() <= 4;
            // The Economic and Social Council counts by years.
            let yearly = session.len() == 4
                && (session.starts_with("19") || session.starts_with("20"))
                && serial.len() <= 3
                && title.starts_with(char::is_uppercase);
            digits(session) && digits(serial) && (counted || yearly)
        }
        None => digits(first) && first.len() <= 4 && letters.contains('('),
    };
    (fits && part_letters(letters).is_some()).then_some((number, title.trim_start()))
}

/// The letters of a resolution in parts, as its symbol has them: `B`, `A-B` for `A and B`; with its session, `(XXVI) A`.
/// Empty without letters.
#[must_use]
pub fn part_letters(printed: &str) -> Option<String> {
    let letter = |text: &str| text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let words: Vec<&str> = printed.split(' ').filter(|word| !word.is_empty()).collect();
    let session = words.iter().position(|word| word.starts_with('('));
    let roman = |word: &str| {
        let inside = word.strip_prefix('(').and_then(|word| word.strip_suffix(')'));
        inside.is_some_and(|inside| crate::base::numbering::from_roman(inside).is_some())
    };
    if session.is_some_and(|at| !roman(words[at])) {
        return None;
    }
    let (own, before): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| !word.starts_with('('));
    let letters = match own.as_slice() {
        [] => String::new(),
        [one] if letter(one) => (*one).to_owned(),
        [one] => {
            let (from, to) = one.split_once(['-', '–']).filter(|(from, to)| letter(from) && letter(to))?;
            format!("{from}-{to}")
        }
        // "A and B", "A à T": the word in the middle is that of any language.
        [from, between, to] if letter(from) && letter(to) && between.chars().count() <= 3 => {
            format!("{from}-{to}")
        }
        _ => return None,
    };
    Some(
        [before.concat(), letters]
            .into_iter()
            .filter(|piece| !piece.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// The norm a line opens (`13`, `i`) and where its words begin: `Norme 13 i) : Les États …`.
#[must_use]
pub fn norm(text: &str, vocabulary: &ImportWords) -> Option<(String, String, usize)> {
    let start = text.len() - text.trim_start_matches(mark::is).len();
    let line = &text[start..];
    let (first, rest) = line.split_once(' ')?;
    if !first.starts_with(char::is_uppercase) || !vocabulary.norms.contains(&fold(first)) {
        return None;
    }
    let (number, rest) = rest.trim_start().split_once([' ', '('])?;
    if number.is_empty() || number.len() > 2 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let rest = rest.trim_start_matches([' ', '(']);
    let letter = rest.get(..1).filter(|letter| letter.bytes().all(|byte| byte.is_ascii_lowercase()))?;
    let after = rest[1..].strip_prefix(')')?;
    let words = after.trim_start_matches(|c: char| {
        mark::is(c) || matches!(c, ' ' | ':' | '.' | '–' | '—' | '\u{a0}' | '\u{202f}')
    });
    let set_off = words.len() < after.len() || after.is_empty();
    let begins = !words.starts_with(char::is_lowercase) && !words.starts_with([',', ';', ')']);
    (set_off && begins).then(|| (number.to_owned(), letter.to_owned(), text.len() - words.len()))
}

/// The date a line consists of: `14 juillet 2021`, `1er juin 2021`, `14 July 2021`, `July 14, 2021`.
#[must_use]
pub fn date(text: &str, vocabulary: &ImportWords) -> Option<NaiveDate> {
    if text.len() > HEADING {
        return None;
    }
    let folded = words(text);
    if let [year, month, day] = &*vocabulary.date_marks {
        return marked_date(&folded, [year, month, day]);
    }
    let mut parts: Vec<&str> = folded.split([' ', ',']).filter(|part| !part.is_empty()).collect();
    parts.retain(|part| !vocabulary.date_words.iter().any(|word| word == part));
    let [first, between @ .., year] = &parts[..] else { return None };
    let month = |words: &str| vocabulary.months.names.iter().position(|known| known == words);
    let day = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    let (day, month) = match (day(first), month(&between.join(" "))) {
        (Some(day), Some(month)) => (day, month),
        _ => (day(between.first().filter(|_| between.len() == 1)?)?, month(first)?),
    };
    let year = year.trim_end_matches('.').parse().ok().filter(|year| (1945..2200).contains(year))?;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()? + 1, day)
}

/// A date with a mark after each of its numbers: `2021年8月30日`.
fn marked_date(text: &str, [year, month, day]: [&String; 3]) -> Option<NaiveDate> {
    let (years, rest) = text.split_once(year.as_str())?;
    let (months, rest) = rest.split_once(month.as_str())?;
    let days = rest.strip_suffix(day.as_str())?;
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let years = number(years).filter(|year| (1945..2200).contains(year))?;
    NaiveDate::from_ymd_opt(i32::try_from(years).ok()?, number(months)?, number(days)?)
}

/// The date a text ends with: `… adopted by the General Assembly on 22 December 2023`.
#[must_use]
pub fn date_at_end(text: &str, vocabulary: &ImportWords) -> Option<NaiveDate> {
    let spaces = text.char_indices().filter(|(_, c)| c.is_whitespace());
    let mut starts: Vec<usize> = spaces.map(|(at, c)| at + c.len_utf8()).collect();
    starts.insert(0, 0);
    let words = |count: usize| starts.len().checked_sub(count).map(|start| &text[starts[start]..]);
    (1..=6).filter_map(words).find_map(|end| date(end, vocabulary))
}

/// Names of meetings are shorter than this, in characters.
const MEETING: usize = 60;
/// So is the number before the name, in characters: `9941st (resumed) meeting`.
const NUMBER: usize = 30;

/// Whether a line closes a resolution: `50th plenary meeting`, `第50次全体会议`, `الجلسة العامة 50`.
#[must_use]
pub fn is_meeting(text: &str, vocabulary: &ImportWords) -> bool {
    if text.len() > HEADING {
        return false;
    }
    let words = words(text);
    let counted = |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit());
    // `60. Welcomes the report of the thirty-second meeting` is a paragraph.
    let named = |known: &String| {
        let number = words.trim_start_matches('第').trim_start_matches(|c: char| c.is_ascii_digit());
        words.find(known.as_str()).is_some_and(|at| words[..at].chars().count() <= NUMBER)
            && !number.starts_with(['.', ')'])
    };
    let last = |known: &String| words.strip_prefix(known.as_str()).is_some_and(counted);
    words.chars().count() < MEETING
        && (counted(words.trim_start_matches('第')) && vocabulary.meetings.iter().any(named)
            || vocabulary.meetings.iter().any(last))
}

/// Whether a line begins an operative paragraph: `Decides …`.
#[must_use]
pub fn is_operative(text: &str, vocabulary: &ImportWords) -> bool {
    let bare = mark::off(text);
    let first = bare.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    !first.is_empty() && vocabulary.operative_words.contains(&fold(first))
}
