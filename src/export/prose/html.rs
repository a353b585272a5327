//! A text for reading as one HTML page: changes as `ins` and `del`, notes and comments at the end, each with a link back. It refers
//! to nothing outside of itself.

use std::fmt::Write as _;

use crate::base::text::exported;
use crate::export::prose::markdown::depth;
use crate::export::prose::{
    Comment, Footnote, Paragraph, ParagraphStyle, Prose, Revision, RevisionKind, Run, RunContent, StyledText,
};

const STYLE: &str = "body{max-width:42em;margin:2em auto;padding:0 1em;font:1.05em/1.5 serif}\
    .small,.notes{font-size:.85em}ins{text-decoration:underline}del{text-decoration:line-through}\
    blockquote{margin:0 2em}@media print{.page{break-before:page}}";

/// The page.
#[must_use]
pub fn write(prose: &Prose) -> String {
    let mut page = PageEnd::default();
    let body: String = prose.paragraphs.iter().map(|paragraph| page.paragraph(paragraph)).collect();
    let mut html = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"author\" content=\"{author}\">\n<style>{STYLE}</style>\n</head>\n<body>\n{body}",
        language = prose.language.code(),
        title = escaped(&prose.title),
        author = escaped(&prose.author),
    );
    html += &page.notes("notes", &page.footnotes);
    html += &page.notes("notes comments", &page.comments);
    html + "</body>\n</html>\n"
}

/// What is collected for the end of the page.
#[derive(Default)]
struct PageEnd {
    footnotes: Vec<HtmlNote>,
    comments: Vec<HtmlNote>,
    /// How many footnotes have no mark of their own.
    numbered: usize,
}

/// A footnote or a comment.
struct HtmlNote {
    /// Its identifier in the page.
    id: String,
    /// What is printed where it is called.
    mark: String,
    /// Its words, as HTML.
    words: String,
}

impl PageEnd {
    fn paragraph(&mut self, paragraph: &Paragraph) -> String {
        let words = self.words(paragraph);
        if words.is_empty() {
            return String::new();
        }
        let (open, close) = match paragraph.style {
            ParagraphStyle::Title => ("h1".to_owned(), "h1"),
            ParagraphStyle::Heading(level) => {
                let tag = ["h2", "h3", "h4", "h5", "h6"][depth(level).min(4)];
                (tag.to_owned(), tag)
            }
            ParagraphStyle::Body => ("p".to_owned(), "p"),
            ParagraphStyle::Quotation => ("blockquote".to_owned(), "blockquote"),
            ParagraphStyle::Numbered(level) => {
                (format!("p style=\"margin-left:{}em\"", 2 * depth(level)), "p")
            }
            ParagraphStyle::SmallPrint => ("p class=\"small\"".to_owned(), "p"),
        };
        let language = paragraph.language.map(|language| format!(" lang=\"{}\"", language.code()));
        let page = if paragraph.on_new_page { "<hr class=\"page\">\n" } else { "" };
        format!("{page}<{open}{}>{words}</{close}>\n", language.unwrap_or_default())
    }

    fn words(&mut self, paragraph: &Paragraph) -> String {
        let mut words = String::new();
        if let Some(number) = &paragraph.number {
            words += &changed(paragraph.revision.as_ref(), &(escaped(number) + " "));
        }
        for (at, run) in paragraph.runs.iter().enumerate() {
            words += &self.run(run, paragraph.revision_of(run));
            let is_last = |comment: &&Comment| comment.runs.end.clamp(1, paragraph.runs.len()) == at + 1;
            let ended: Vec<&Comment> = paragraph.comments.iter().filter(is_last).collect();
            words.extend(ended.into_iter().map(|comment| self.comment(comment)));
        }
        if paragraph.runs.is_empty() {
            words.extend(paragraph.comments.iter().map(|comment| self.comment(comment)));
        }
        words
    }

    fn run(&mut self, run: &Run, revision: Option<&Revision>) -> String {
        match &run.content {
            RunContent::Text(text) => changed(revision, &styled(text)),
            RunContent::Footnote(note) => changed(revision, &self.footnote(note, revision)),
            RunContent::Mark(mark) => changed(revision, &format!("<sup>{}</sup>", escaped(mark))),
        }
    }

    fn footnote(&mut self, note: &Footnote, call: Option<&Revision>) -> String {
        let mark = note.mark.clone().unwrap_or_else(|| {
            self.numbered += 1;
            self.numbered.to_string()
        });
        let words = note.runs.iter().map(|run| changed(run.revision_in(call), &styled(&run.words))).collect();
        let note = HtmlNote { id: format!("note-{}", self.footnotes.len() + 1), mark, words };
        let called = note.call();
        self.footnotes.push(note);
        called
    }

    fn comment(&mut self, comment: &Comment) -> String {
        let number = self.comments.len() + 1;
        let author = Some(escaped(&comment.author)).filter(|author| !author.is_empty());
        let author = author.map(|author| format!("<b>{author}</b>: ")).unwrap_or_default();
        let words = author + &broken(&escaped(&comment.text));
        let note = HtmlNote { id: format!("comment-{number}"), mark: format!("[{number}]"), words };
        let called = note.call();
        self.comments.push(note);
        called
    }

    fn notes(&self, class: &str, notes: &[HtmlNote]) -> String {
        if notes.is_empty() {
            return String::new();
        }
        let mut html = format!("<hr>\n<div class=\"{class}\">\n");
        for HtmlNote { id, mark, words } in notes {
            let mark = escaped(mark);
            let _ = writeln!(html, "<p id=\"{id}\"><a href=\"#{id}-call\">{mark}</a> {words}</p>");
        }
        html + "</div>\n"
    }
}

impl HtmlNote {
    fn call(&self) -> String {
        let Self { id, mark, .. } = self;
        format!("<sup id=\"{id}-call\"><a href=\"#{id}\">{}</a></sup>", escaped(mark))
    }
}

/// Words that were inserted or deleted, or neither.
fn changed(revision: Option<&Revision>, words: &str) -> String {
    match revision.map(|revision| revision.kind).filter(|_| !words.is_empty()) {
        Some(RevisionKind::Inserted) => format!("<ins>{words}</ins>"),
        Some(RevisionKind::Deleted) => format!("<del>{words}</del>"),
        None => words.to_owned(),
    }
}

fn styled(words: &StyledText) -> String {
    let mut html = broken(&escaped(&words.text));
    if html.is_empty() {
        return html;
    }
    if words.italic {
        html = format!("<i>{html}</i>");
    }
    if words.bold {
        html = format!("<b>{html}</b>");
    }
    html
}

/// Line feeds as line breaks.
fn broken(text: &str) -> String {
    text.replace('\n', "<br>")
}

/// The text with the signs of HTML escaped and control codes made visible.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in exported(text).chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
