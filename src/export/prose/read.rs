//! A text for reading, from the Markdown that [`super::markdown`] writes and people edit: headings, paragraphs, quotations, bold
//! words and words in italics, footnotes. Everything else is words.

use std::collections::HashMap;

use chrono::{DateTime, FixedOffset};

use super::{Footnote, NoteRun, Paragraph, ParagraphStyle, Prose, Run, RunContent, StyledText};
use crate::model::Language;

/// Reads a text. Its title is that of its first heading of the first level.
#[must_use]
pub fn read(markdown: &str, language: Language, author: &str, moment: DateTime<FixedOffset>) -> Prose {
    let blocks = blocks(markdown);
    let notes: HashMap<&str, &str> = blocks.iter().filter_map(|block| definition(block)).collect();
    let mut prose = Prose::new("", language, author, moment);
    let mut breaks_page = false;
    for block in blocks.iter().filter(|block| definition(block).is_none()) {
        if block.trim() == "---" {
            breaks_page = true;
            continue;
        }
        let mut paragraph = paragraph(block, &notes);
        paragraph.on_new_page = std::mem::take(&mut breaks_page);
        if paragraph.style == ParagraphStyle::Title && prose.title.is_empty() {
            prose.title = plain(&paragraph);
        }
        prose.push(paragraph);
    }
    prose
}

fn plain(paragraph: &Paragraph) -> String {
    let words = paragraph.runs.iter().filter_map(|run| match &run.content {
        RunContent::Text(words) => Some(words.text.as_str()),
        RunContent::Footnote(_) | RunContent::Mark(_) => None,
    });
    words.collect()
}

/// The stretches between empty lines; headings, definitions of footnotes, rules and entries of lists are stretches of their own.
fn blocks(markdown: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut is_open = false;
    for line in markdown.lines() {
        let line = line.trim_end();
        if line.is_empty() {
            is_open = false;
            continue;
        }
        let is_alone = line.starts_with('#') || line == "---" || line.starts_with("[^");
        let begins = is_alone || line.starts_with("- ") || line.starts_with("* ");
        match blocks.last_mut().filter(|_| is_open && !begins) {
            Some(last) => {
                last.push('\n');
                last.push_str(line);
            }
            None => blocks.push(line.to_owned()),
        }
        is_open = !is_alone;
    }
    blocks
}

/// The label and the words of a footnote, if a block is one: `[^1]: words`.
fn definition(block: &str) -> Option<(&str, &str)> {
    let (label, words) = block.strip_prefix("[^")?.split_once("]:")?;
    (!label.is_empty() && !label.contains(']')).then(|| (label, words.trim()))
}

fn paragraph(block: &str, notes: &HashMap<&str, &str>) -> Paragraph {
    let signs = block.len() - block.trim_start_matches('#').len();
    let heading = block[signs..].strip_prefix(' ').filter(|_| (1..=6).contains(&signs));
    let (style, words) = match (heading, block.strip_prefix("> ")) {
        (Some(words), _) if signs == 1 => (ParagraphStyle::Title, words.to_owned()),
        (Some(words), _) => {
            let level = u8::try_from(signs - 1).unwrap_or(1);
            (ParagraphStyle::Heading(level), words.to_owned())
        }
        (None, Some(_)) => {
            let lines = block.lines().map(|line| line.strip_prefix("> ").unwrap_or(line));
            (ParagraphStyle::Quotation, lines.collect::<Vec<_>>().join("\n"))
        }
        (None, None) => (ParagraphStyle::Body, block.to_owned()),
    };
    let mut paragraph = Paragraph::new(style);
    paragraph.runs = ParagraphWords { notes, runs: Vec::new(), words: StyledText::default() }.read(&words);
    paragraph
}

/// The words of a paragraph being read.
struct ParagraphWords<'a> {
    notes: &'a HashMap<&'a str, &'a str>,
    runs: Vec<Run>,
    /// The words read last, in one type style.
    words: StyledText,
}

/// The signs that begin or end a type style, the longest first, with whether they mean bold and italics.
const SIGNS: [(&str, bool, bool); 7] = [
    ("***", true, true),
    ("**", true, false),
    ("*", false, true),
    ("<b>", true, false),
    ("</b>", true, false),
    ("<i>", false, true),
    ("</i>", false, true),
];

impl ParagraphWords<'_> {
    fn read(mut self, text: &str) -> Vec<Run> {
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            at += self
                .escape(rest)
                .or_else(|| self.sign(rest, &text[..at]))
                .or_else(|| self.call(rest))
                .unwrap_or_else(|| {
                    self.words.text.push(c);
                    c.len_utf8()
                });
        }
        self.flush();
        self.runs
    }

    /// A sign after a backslash is a character of the text; a line feed after one is a new line.
    fn escape(&mut self, rest: &str) -> Option<usize> {
        let next = rest.strip_prefix('\\')?.chars().next()?;
        (next.is_ascii_punctuation() || next == '\n').then(|| {
            self.words.text.push(next);
            1 + next.len_utf8()
        })
    }

    /// The beginning or the end of a type style. A sign that nothing ends is a character of the text.
    fn sign(&mut self, rest: &str, before: &str) -> Option<usize> {
        let (sign, bold, italic) = *SIGNS.iter().find(|(sign, ..)| rest.starts_with(sign))?;
        let after = &rest[sign.len()..];
        let is_open = (self.words.bold && bold) || (self.words.italic && italic);
        let end = sign.replace('<', "</");
        let begins = !is_open && !after.starts_with(char::is_whitespace) && after.contains(&end);
        let ends = is_open && !before.ends_with(char::is_whitespace);
        (begins || ends).then(|| {
            self.flush();
            self.words.bold ^= bold;
            self.words.italic ^= italic;
            sign.len()
        })
    }

    /// The call of a footnote that the text has.
    fn call(&mut self, rest: &str) -> Option<usize> {
        let (label, _) = rest.strip_prefix("[^")?.split_once(']')?;
        let words = self.notes.get(label)?;
        let none = HashMap::new();
        let inline = ParagraphWords { notes: &none, runs: Vec::new(), words: StyledText::default() };
        let runs = inline.read(words).into_iter().filter_map(|run| match run.content {
            RunContent::Text(words) => Some(NoteRun::from(words)),
            RunContent::Footnote(_) | RunContent::Mark(_) => None,
        });
        let mark = Some(label).filter(|label| label.parse::<usize>().is_err()).map(str::to_owned);
        let content = RunContent::Footnote(Footnote { mark, runs: runs.collect() });
        self.flush();
        self.runs.push(Run { content, revision: None });
        Some("[^]".len() + label.len())
    }

    fn flush(&mut self) {
        let StyledText { bold, italic, .. } = self.words;
        let words = std::mem::replace(&mut self.words, StyledText { text: String::new(), bold, italic });
        if !words.text.is_empty() {
            self.runs.push(Run::styled(words));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::prose::markdown;

    fn moment() -> DateTime<FixedOffset> {
        DateTime::UNIX_EPOCH.fixed_offset()
    }

    fn read_again(text: &str) -> String {
        markdown::write(&read(text, Language::EN, "Roy", moment()))
    }

    #[test]
    fn what_was_written_is_read_and_written_again_as_it_was() {
        let mut prose = Prose::new("Record of the 4th session", Language::EN, "Roy", moment());
        prose.push(Paragraph::text(ParagraphStyle::Title, "Record of the 4th session"));
        prose.push(Paragraph::text(ParagraphStyle::Heading(1), "5 (f) Confidence"));
        let heading = Paragraph::text(ParagraphStyle::Heading(2), "E.2: a directory");
        prose.push(heading.with(Run::footnote("A/77/275, annex, step 2.")));
        let said = Paragraph::new(ParagraphStyle::Body).with(Run::text("10:44 ")).with(Run::bold("Chile"));
        prose.push(said.with(Run::text(" + 2 * 3 is [six] \\ #1_x\nand a second line")));
        prose.push(Paragraph::text(ParagraphStyle::Body, "+ a sign, 1. and - no list").on_new_page());
        prose.push(
            Paragraph::text(ParagraphStyle::Quotation, "States agree\nto it").with(Run::italic(" really")),
        );
        let text = markdown::write(&prose);
        assert_eq!(read_again(&text), text);
        let read = read(&text, Language::EN, "Roy", moment());
        assert_eq!(read.title, prose.title);
        let styles =
            |prose: &Prose| prose.paragraphs.iter().map(|paragraph| paragraph.style).collect::<Vec<_>>();
        assert_eq!(styles(&read), styles(&prose));
        assert_eq!(plain(&read.paragraphs[3]), "10:44 Chile + 2 * 3 is [six] \\ #1_x\nand a second line");
        assert!(read.paragraphs[4].on_new_page);
    }

    #[test]
    fn what_people_type_stays() {
        let text = "A line\nand the next\n\n- one\n- two\n\n2 * 3 and **open, a [^9] that is no footnote\n";
        let read = read(text, Language::EN, "Roy", moment());
        let words: Vec<String> = read.paragraphs.iter().map(plain).collect();
        let expected =
            ["A line\nand the next", "- one", "- two", "2 * 3 and **open, a [^9] that is no footnote"];
        assert_eq!(words, expected);
    }
}
