//! Reads Word documents: the text with all changes accepted or rejected, footnotes, comments. It shares no code with the
//! writer.

pub mod rules;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use roxmltree::{Document, Node};

/// The namespace of the vocabulary of Word.
pub const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What becomes of the tracked changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// Insertions stay, deletions go.
    Accepted,
    /// Deletions stay, insertions go.
    Rejected,
}

/// The parts of a Word document by name.
pub struct WordFile(pub BTreeMap<String, String>);

/// A paragraph as it is read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordParagraph {
    pub style: String,
    /// The words, with tabs and line feeds.
    pub text: String,
    pub notes: Vec<WordNote>,
}

/// A footnote where it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordNote {
    pub mark: String,
    /// Where it is called, in bytes of the text of the paragraph.
    pub at: usize,
    pub text: String,
}

/// A comment with the words it is on, whatever is inserted or deleted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordComment {
    pub author: String,
    pub date: String,
    pub text: String,
    pub on: String,
}

/// A tracked change of words, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordChange {
    pub inserted: bool,
    pub author: String,
    pub date: String,
    pub text: String,
}

/// An attribute of the vocabulary of Word.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> &'a str {
    node.attribute((W, name)).unwrap_or("")
}

/// The name of an element of the vocabulary of Word; empty for others.
pub fn name<'a>(node: Node<'a, '_>) -> &'a str {
    if node.tag_name().namespace() == Some(W) { node.tag_name().name() } else { "" }
}

fn child<'a, 'b>(node: Node<'a, 'b>, wanted: &str) -> Option<Node<'a, 'b>> {
    node.children().find(|child| name(*child) == wanted)
}

impl WordFile {
    /// The parts of a zip file; each is text.
    pub fn open(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a Word document is a zip file");
        let parts = (0..zip.len()).map(|at| {
            let mut file = zip.by_index(at).expect("the zip file has its entries");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("a part is text");
            (file.name().expect("the name is text").into_owned(), text)
        });
        let listed: Vec<(String, String)> = parts.collect();
        let count = listed.len();
        let parts: BTreeMap<String, String> = listed.into_iter().collect();
        assert_eq!(parts.len(), count, "a part is in the file twice");
        Self(parts)
    }

    /// A part as XML; an empty element if the document does not have it.
    fn part(&self, path: &str) -> Document<'_> {
        let text = self.0.get(path).map_or("<none/>", String::as_str);
        Document::parse(text).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The paragraphs with all changes accepted or rejected.
    pub fn read(&self, reading: Reading) -> Vec<WordParagraph> {
        let document = self.part("word/document.xml");
        let notes = self.notes(reading);
        let mut reader = Reader { reading, notes: &notes, numbered: 0, current: WordParagraph::default() };
        let mut paragraphs = Vec::new();
        for paragraph in document.descendants().filter(|node| name(*node) == "p") {
            reader.children(paragraph);
            if !mark_goes(paragraph, reading) {
                reader.current.style = style(paragraph);
                paragraphs.push(std::mem::take(&mut reader.current));
            }
        }
        assert_eq!(reader.current, WordParagraph::default(), "words without a paragraph");
        paragraphs
    }

    /// The words of all paragraphs, one line each.
    pub fn text(&self, reading: Reading) -> String {
        let paragraphs = self.read(reading);
        paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The words of the footnotes by id, without their marks.
    fn notes(&self, reading: Reading) -> BTreeMap<String, String> {
        let part = self.part("word/footnotes.xml");
        let notes = part.descendants().filter(|node| name(*node) == "footnote");
        let read = |note: Node<'_, '_>| {
            let notes = BTreeMap::new();
            let mut reader =
                Reader { reading, notes: &notes, numbered: 0, current: WordParagraph::default() };
            let runs = note.descendants().filter(|node| name(*node) == "r");
            // The mark is the first run.
            let words = runs.skip(1);
            words.filter(|run| stays(*run, reading)).for_each(|run| reader.run(run));
            (attribute(note, "id").to_owned(), reader.current.text.trim_start_matches(' ').to_owned())
        };
        notes.map(read).collect()
    }

    /// The comments, in their order.
    pub fn comments(&self) -> Vec<WordComment> {
        let part = self.part("word/comments.xml");
        let document = self.part("word/document.xml");
        let read = |comment: Node<'_, '_>| {
            let paragraphs = comment.children().filter(|node| name(*node) == "p");
            let id = attribute(comment, "id");
            WordComment {
                author: attribute(comment, "author").to_owned(),
                date: attribute(comment, "date").to_owned(),
                text: paragraphs.map(words).collect::<Vec<_>>().join("\n"),
                on: commented(&document, id),
            }
        };
        part.descendants().filter(|node| name(*node) == "comment").map(read).collect()
    }

    /// The changes of words.
    pub fn changes(&self) -> Vec<WordChange> {
        let document = self.part("word/document.xml");
        let changes = document.descendants().filter(|node| ["ins", "del"].contains(&name(*node)));
        let runs = changes.filter(|change| child(*change, "r").is_some());
        let read = |change: Node<'_, '_>| WordChange {
            inserted: name(change) == "ins",
            author: attribute(change, "author").to_owned(),
            date: attribute(change, "date").to_owned(),
            text: words(change),
        };
        runs.map(read).collect()
    }
}

/// All words below an element, inserted or deleted.
fn words(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter(|node| ["t", "delText"].contains(&name(*node)));
    texts.filter_map(|text| text.text()).collect()
}

/// The symbols of a run.
fn signs(run: Node<'_, '_>) -> String {
    let symbols = run.children().filter(|node| name(*node) == "sym");
    let code = |node| u32::from_str_radix(attribute(node, "char"), 16).expect("a number");
    symbols.filter_map(|node| char::from_u32(code(node))).collect()
}

/// The words between the start and the end of a comment.
fn commented(document: &Document<'_>, id: &str) -> String {
    let has_id = |node: &Node<'_, '_>, wanted: &str| name(*node) == wanted && attribute(*node, "id") == id;
    let nodes = document.descendants().skip_while(|node| !has_id(node, "commentRangeStart"));
    let inside = nodes.take_while(|node| !has_id(node, "commentRangeEnd"));
    let texts = inside.filter(|node| ["t", "delText"].contains(&name(*node)));
    texts.filter_map(|text| text.text()).collect()
}

/// The id of the style of a paragraph; empty for running text.
fn style(paragraph: Node<'_, '_>) -> String {
    let style = child(paragraph, "pPr").and_then(|properties| child(properties, "pStyle"));
    style.map(|style| attribute(style, "val").to_owned()).unwrap_or_default()
}

/// Whether the end of a paragraph goes, so that its words join the next one.
fn mark_goes(paragraph: Node<'_, '_>, reading: Reading) -> bool {
    let mark = child(paragraph, "pPr").and_then(|properties| child(properties, "rPr"));
    let changed = if reading == Reading::Accepted { "del" } else { "ins" };
    mark.is_some_and(|mark| child(mark, changed).is_some())
}

/// Whether a run stays.
fn stays(run: Node<'_, '_>, reading: Reading) -> bool {
    let gone = if reading == Reading::Accepted { "del" } else { "ins" };
    !run.ancestors().any(|above| name(above) == gone)
}

struct Reader<'a> {
    reading: Reading,
    notes: &'a BTreeMap<String, String>,
    /// Number of footnotes that Word numbers.
    numbered: usize,
    current: WordParagraph,
}

impl Reader<'_> {
    fn children(&mut self, paragraph: Node<'_, '_>) {
        let runs = paragraph.descendants().filter(|node| name(*node) == "r");
        let runs: Vec<_> = runs.filter(|run| stays(*run, self.reading)).collect();
        runs.into_iter().for_each(|run| self.run(run));
    }

    fn run(&mut self, run: Node<'_, '_>) {
        if let Some(call) = child(run, "footnoteReference") {
            let mark = if attribute(call, "customMarkFollows") == "1" {
                signs(run)
            } else {
                self.numbered += 1;
                self.numbered.to_string()
            };
            let text = self.notes.get(attribute(call, "id")).cloned().unwrap_or_default();
            self.current.notes.push(WordNote { mark, at: self.current.text.len(), text });
            return;
        }
        for node in run.children() {
            match name(node) {
                "t" | "delText" => self.current.text.push_str(node.text().unwrap_or("")),
                "tab" => self.current.text.push('\t'),
                "br" => self.current.text.push('\n'),
                _ => {}
            }
        }
    }
}
