//! Benchmarks of texts for reading: a document of a thousand paragraphs in each file format.

use chrono::DateTime;
use divan::Bencher;
use divan::counter::ItemsCount;
use plenary::export::FileFormat;
use plenary::export::prose::{self, Comment, Paragraph, Prose, ProseFormat, Revision, RevisionKind, Run};
use plenary::model::Language;

/// Paragraphs of the document.
const PARAGRAPHS: usize = 1000;

fn main() {
    divan::main();
}

/// Paragraphs of 80 words, each with a footnote, two tracked changes and a comment.
fn document() -> Prose {
    let moment = DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").expect("a moment");
    let mut prose = Prose::new("Rapport", Language::FR, "France", moment);
    let revision = |kind| Revision { kind, author: "France".to_owned(), moment };
    for number in 1..=PARAGRAPHS {
        let words = "les États Membres réaffirment ".repeat(20);
        let mut paragraph = Paragraph::numbered(format!("{number}."), 1)
            .with(Run::text(words))
            .with(Run::footnote("A/76/135, par. 71 f)."))
            .with(Run::text("ancien").revised(revision(RevisionKind::Deleted)))
            .with(Run::text("nouveau").revised(revision(RevisionKind::Inserted)))
            .with(Run::text("."));
        let text = "Termes convenus".to_owned();
        paragraph.comments.push(Comment { runs: 2..4, author: "France".to_owned(), moment, text });
        prose.push(paragraph);
    }
    prose
}

#[divan::bench(args = ["docx", "md", "txt"])]
fn a_thousand_paragraphs(bencher: Bencher, format: &str) {
    let prose = document();
    let format = ProseFormat::from_name(format).expect("a format");
    bencher
        .counter(ItemsCount::new(PARAGRAPHS))
        .bench(|| prose::write(&prose, format).map(|bytes| bytes.len()));
}
