//! The page off the text: drawn rules, page numbers, running heads, job numbers, lists of bare addresses.

mod titles;

use std::collections::HashMap;

use crate::base::text::fold;
use crate::base::{Finding, FindingKind};
use crate::import::edit::finding;
use crate::import::layout::SourceLayout;
use crate::import::line::{Line, LineRole};
use crate::import::shape::join::{End, end};
use crate::language::ImportWords;
use crate::model::Symbol;

/// A rule between text and footnotes remains a line with this text until the notes are taken out.
pub const RULE: &str = "____";

/// Takes the page's furniture off; the line after it knows that something was cut.
#[must_use]
pub fn take_off(
    lines: Vec<Line>,
    layout: &SourceLayout,
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> Vec<Line> {
    let printed = PrintedPages::of(&lines, vocabulary);
    let mut kept: Vec<Line> = Vec::with_capacity(lines.len());
    let mut cut = false;
    // Whether the lines after the last rule are still those of the same page.
    let mut foot = false;
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        let after_rule = kept.last().is_some_and(|line| line.text == RULE);
        foot &= after_rule || !(cut || line.after_cut);
        if let Some(LineRole::Furniture | LineRole::Contents) = line.role {
            findings.push(finding(FindingKind::Furniture, line.number, &line.text, None));
            cut |= line.role == Some(LineRole::Furniture);
            at += 1;
            continue;
        }
        if line.is_known() {
            kept.push(Line { after_cut: line.after_cut || cut, ..line.clone() });
            cut = false;
            at += 1;
            continue;
        }
        let text = line.bare();
        let run = url_run(&lines, at, kept.last(), layout, vocabulary);
        // The address of which a note speaks is of the note: `Available at`.
        let open = run == 1 || kept.last().is_some_and(|line| end(&line.text) == End::Open);
        let noted = foot && !after_rule && open && line.gap <= layout.unit;
        if run > 0 && !noted {
            for line in &lines[at..at + run] {
                findings.push(finding(FindingKind::UrlList, line.number, &line.text, None));
            }
            cut = true;
            at += run;
            continue;
        }
        at += 1;
        if is_rule(&text) {
            findings.push(finding(FindingKind::Rule, line.number, &line.text, None));
            kept.push(Line { text: RULE.to_owned(), after_cut: true, ..line.clone() });
            (cut, foot) = (true, true);
        } else if printed.has(line, &text, cut && !after_rule) {
            findings.push(finding(FindingKind::Furniture, line.number, &line.text, None));
            cut = true;
        } else {
            kept.push(Line { after_cut: line.after_cut || cut, ..line.clone() });
            cut = false;
        }
    }
    kept
}

/// What is printed on the pages beside the text.
struct PrintedPages {
    /// The symbols of running heads.
    heads: Vec<String>,
    /// Whether pages are numbered, so that `3/20` is the number of a page.
    is_numbered: bool,
    /// The numbers of lines that are page numbers and running titles.
    lines: Vec<u32>,
}

impl PrintedPages {
    fn of(lines: &[Line], vocabulary: &ImportWords) -> Self {
        let heads = running_heads(lines);
        let printed = |line: &&Line| is_page_of(&line.text) || is_job_number(&line.bare());
        let is_numbered = !heads.is_empty() || lines.iter().filter(printed).count() >= 2;
        let mut numbers = page_numbers(lines, vocabulary);
        numbers.extend(titles::running(lines, &heads));
        Self { heads, is_numbered, lines: numbers }
    }

    /// Whether a line is of the page; after a page number a symbol alone is the head of the next page.
    fn has(&self, line: &Line, text: &str, after_page: bool) -> bool {
        is_job_number(text)
            || (self.is_numbered && (is_page_of(text) || is_date_code(text)))
            || text == "/..."
            || text == "/…"
            || self.lines.contains(&line.number)
            || self.heads.iter().any(|head| is_head(text, head))
            || (after_page && alone(text).is_some())
    }
}

/// How many lines from here on are nothing but addresses that belong to no sentence.
fn url_run(
    lines: &[Line],
    at: usize,
    before: Option<&Line>,
    layout: &SourceLayout,
    vocabulary: &ImportWords,
) -> usize {
    let run = lines[at..].iter().take_while(|line| !line.is_known() && is_url(&line.bare())).count();
    let Some(before) = before.filter(|_| run == 1) else {
        return run;
    };
    let introduced = before.text.ends_with([':', '(', '<']) && lines[at].gap <= layout.unit;
    let next_is_list = lines
        .get(at + 1)
        .is_some_and(|next| super::enumerator::lead(&next.text, &vocabulary.enumerators).is_some());
    usize::from(!introduced || (next_is_list && layout.is_double() && lines[at + 1].gap == 0))
}

/// A bare address; one that ends with a full stop belongs to a sentence.
fn is_url(text: &str) -> bool {
    let starts = ["http://", "https://", "www."].iter().any(|start| text.starts_with(start));
    starts && !text.contains(char::is_whitespace) && !text.ends_with(['.', ',', ';', ')', '>'])
}

/// Three or more underscores, dashes or stars, alone on their line.
#[must_use]
pub fn is_rule(text: &str) -> bool {
    let drawn = |c: char| "_-–—=*·─━".contains(c);
    text.chars().all(|c| drawn(c) || c == ' ') && text.chars().filter(|c| drawn(*c)).count() >= 3
}

/// `22-12345 (F)`, `3/20 22-12345`, `*2212345*`: what the printing office sets at the foot.
fn is_job_number(text: &str) -> bool {
    let job = |word: &str| {
        // Offices print their letters before it, and the language right behind it: `GE.20-02503(E)`.
        let word = word.split_once('.').filter(|(office, _)| is_office(office)).map_or(word, |(_, job)| job);
        let word = word.strip_suffix(')').and_then(|word| word.rsplit_once('(')).map_or(word, |(job, _)| job);
        let bytes = word.as_bytes();
        bytes.len() == 8
            && bytes[2] == b'-'
            && bytes.iter().enumerate().all(|(at, byte)| at == 2 || byte.is_ascii_digit())
    };
    let barcode = |word: &str| {
        let inside = word.strip_prefix('*').and_then(|word| word.strip_suffix('*'));
        inside.is_some_and(|inside| inside.len() >= 6 && inside.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let beside = |word: &str| {
        is_page_of(word)
            || matches!(word.as_bytes(), [b'(', letter, b')'] if letter.is_ascii_uppercase())
            || (word.len() <= 6 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut words = text.split_whitespace();
    words.clone().any(|word| job(word) || barcode(word))
        && words.all(|word| job(word) || barcode(word) || beside(word))
}

fn is_office(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `3/20`.
fn is_page_of(text: &str) -> bool {
    text.split_once('/').is_some_and(|(page, of)| {
        let number = |text: &str| text.parse::<u16>().ok().filter(|_| text.len() <= 3);
        matches!((number(page), number(of)), (Some(page), Some(of)) if page <= of)
    })
}

/// `171025`: the day on which a document was sent to print.
fn is_date_code(text: &str) -> bool {
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    let digits = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits
        && part(0..2).is_some_and(|day| (1..=31).contains(&day))
        && part(2..4).is_some_and(|month| (1..=12).contains(&month))
}

/// Lines that are nothing but a number, each a page on from the one before. At the foot of a page, after a rule, such
/// a number is the mark of a note.
fn page_numbers(lines: &[Line], vocabulary: &ImportWords) -> Vec<u32> {
    let mut foot = false;
    let mut is_foot = |line: &Line| {
        let text = line.bare();
        foot = is_rule(&text) || (foot && !line.after_cut && !is_page_of(&text) && !is_job_number(&text));
        foot
    };
    let bare = |line: &Line| {
        let text = line.bare();
        // `4 - ` is the number of a paragraph in Arabic.
        if text.ends_with(['-', '–']) && !text.starts_with(['-', '–']) {
            return None;
        }
        let digits = text.trim_matches(|c: char| c == '-' || c == '–' || c == ' ');
        let digits = counted_page(digits, vocabulary).unwrap_or(digits);
        digits.parse::<u32>().ok().filter(|page| digits.len() <= 3 && *page > 0)
    };
    let body = lines.iter().filter(|line| !is_foot(line) && !line.is_known());
    let found: Vec<(u32, u32)> = body.filter_map(|line| Some((line.number, bare(line)?))).collect();
    let mut pages = Vec::new();
    for pair in found.windows(2) {
        if (1..=2).contains(&pair[1].1.saturating_sub(pair[0].1)) {
            pages.extend([pair[0].0, pair[1].0]);
        }
    }
    pages
}

/// The number of `Page 4`, `Page 4 of 12`, `Página 4 de 12`.
fn counted_page<'a>(text: &'a str, vocabulary: &ImportWords) -> Option<&'a str> {
    let (word, rest) = text.split_once(' ')?;
    let named = vocabulary.contents_words.contains(&fold(word));
    let (page, total) = rest.split_once(' ').map_or((rest, None), |(page, of)| (page, of.rsplit(' ').next()));
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (named && number(page) && total.is_none_or(number) && rest.split(' ').count() <= 3).then_some(page)
}

/// The cover is no longer than this, in lines.
const COVER: usize = 12;

/// Symbols alone on a line more than once, with or without a page number.
fn running_heads(lines: &[Line]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.bare();
        if line.after_cut
            && at > 0
            && let Some(symbol) = at_edge(&text)
        {
            *counts.entry(symbol).or_default() += 1;
        } else if let Some(symbol) = alone(&text) {
            // Beside `3/20` a symbol is a running head at once.
            *counts.entry(symbol).or_default() += 1 + usize::from(text.split_whitespace().any(is_page_of));
        } else if at < COVER && text.len() < 100 {
            let words: Vec<&str> = text.split_whitespace().collect();
            let symbols = (0..words.len()).filter_map(|at| Symbol::at_start(&words[at..]));
            symbols
                .map(|(symbol, _)| symbol)
                .for_each(|symbol| *counts.entry(symbol.as_str().to_owned()).or_default() += 1);
        }
    }
    let mut heads: Vec<String> =
        counts.into_iter().filter(|(_, count)| *count >= 2).map(|(symbol, _)| symbol).collect();
    heads.sort_unstable();
    heads
}

/// The symbol that a line begins or ends with.
fn at_edge(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().take(60).collect();
    let last = (1..words.len())
        .rev()
        .take(3)
        .find_map(|at| Symbol::at_start(&words[at..]).filter(|(_, taken)| at + taken == words.len()));
    Symbol::at_start(&words).or(last).map(|(symbol, _)| symbol.as_str().to_owned())
}

fn is_head(text: &str, head: &str) -> bool {
    alone(text).is_some_and(|symbol| symbol == head)
}

/// The symbol a line consists of, beside a page number at most.
fn alone(text: &str) -> Option<String> {
    let mut symbol = None;
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        at += 1;
        let number = word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
        if number || is_page_of(word) {
            continue;
        }
        if symbol.is_some() || word.ends_with('.') {
            return None;
        }
        let (found, taken) = Symbol::at_start(&words[at - 1..])?;
        at += taken - 1;
        symbol = Some(found.as_str().to_owned());
    }
    symbol
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::reader::plain;

    #[track_caller]
    fn case(source: &str, kept: &[&str], kinds: &[FindingKind]) {
        let mut findings = Vec::new();
        let lines = plain::lines(source, &mut findings);
        let layout = SourceLayout::of(&lines);
        let vocabulary = ImportWords { contents_words: vec!["page".into()], ..ImportWords::default() };
        let lines = take_off(lines, &layout, &vocabulary, &mut findings);
        assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), kept);
        assert_eq!(findings.iter().map(|finding| finding.kind).collect::<Vec<_>>(), kinds);
    }

    #[test]
    fn the_page_comes_off_and_sentences_stay() {
        use FindingKind::{Furniture, Rule, UrlList};
        case("text\n\nhttps://x.org/a\nhttps://x.org/b\nmore", &["text", "more"], &[UrlList, UrlList]);
        case("see the site:\nhttps://x.org/a\nmore", &["see the site:", "https://x.org/a", "more"], &[]);
        case("see\nhttps://x.org/a.\nmore", &["see", "https://x.org/a.", "more"], &[]);
        case("text\n__________\n1 See", &["text", RULE, "1 See"], &[Rule]);
        case("A/78/1\ntext\nA/78/1 3/20\nmore", &["text", "more"], &[Furniture, Furniture]);
        case("23-12345 (E)\ntext\n3/20 23-12345\n*2312345*", &["text"], &[Furniture; 3]);
        case("text\n2\nmore\n3\nend", &["text", "more", "end"], &[Furniture; 2]);
        case("in the year\n15\nand A/78/1\nA/78/1.", &["in the year", "15", "and A/78/1", "A/78/1."], &[]);
        case("text\nGE.20-02503(E)\n*2002503*\n171025\nmore\n/...", &["text", "more"], &[Furniture; 4]);
        case("text\n____\n1\nSee A.\n2\nSee B.", &["text", RULE, "1", "See A.", "2", "See B."], &[Rule]);
        case(
            "A/78/1\n78/1. Of lamps\ntext\n\u{c}A/78/1   Of lamps\n\nmore\n\u{c}Of lamps   A/78/1\n\nend",
            &["78/1. Of lamps", "text", "more", "end"],
            &[Furniture; 5],
        );
        case(
            "text\nPage 2\nmore\nPage 3 of 9\nend\nPage 4 of the report",
            &["text", "more", "end", "Page 4 of the report"],
            &[Furniture; 2],
        );
        case("1 -\nترحب\n2 -\nتطلب", &["1 -", "ترحب", "2 -", "تطلب"], &[]);
        case("text\n- 2 -\nmore\n- 3 -\nend", &["text", "more", "end"], &[Furniture; 2]);
        case("À la ___ séance", &["À la ___ séance"], &[]);
    }
}
