//! Word documents: read back with all changes accepted and rejected, and checked by the rules of Word.

use std::time::{Duration, Instant};

use plenary::export::prose::{
    self, Comment, Footnote, NoteRun, Paragraph, ParagraphStyle, Prose, ProseFormat, Revision, RevisionKind,
    Run, RunContent, StyledText,
};
use plenary::model::Language;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::prose::{moment, sample};
use crate::support::word::{Reading, WordChange, WordFile, WordNote, WordParagraph};

fn bytes(prose: &Prose) -> Vec<u8> {
    prose::write(prose, ProseFormat::Word).unwrap()
}

/// The text read back; by the rules of Word it has no faults.
#[track_caller]
fn opened(prose: &Prose) -> WordFile {
    let file = WordFile::open(&bytes(prose));
    assert_eq!(file.faults(), Vec::<String>::new());
    file
}

#[test]
fn changes_are_accepted_and_rejected() {
    let file = opened(&sample());
    let accepted = file.text(Reading::Accepted);
    assert!(accepted.contains("\n17.\tun financement prévisible et des moyens.\na)\tPremier"), "{accepted}");
    assert!(accepted.contains("\n17 bis.\tParagraphe nouveau.\n- Fin."), "{accepted}");
    let rejected = file.text(Reading::Rejected);
    assert!(rejected.contains("\n17.\tun financement durable et des moyens.\na)\tPremier"), "{rejected}");
    assert!(rejected.contains("\na)\tPremier alinéa\n18.\tParagraphe supprimé.\n- Fin."), "{rejected}");
    let first = &file.changes()[0];
    let expected = WordChange {
        inserted: false,
        author: "France".to_owned(),
        date: "2023-03-06T10:44:00".to_owned(),
        text: "durable".to_owned(),
    };
    assert_eq!(*first, expected);
    let comment = &file.comments()[0];
    assert_eq!((comment.text.as_str(), comment.on.as_str()), ("Termes\nconvenus", "durableprévisible"));
    assert_eq!(comment.author, "France");
}

#[test]
fn footnotes_keep_their_marks() {
    let file = opened(&sample());
    let paragraphs = file.read(Reading::Accepted);
    let called = paragraphs.iter().find(|paragraph| !paragraph.notes.is_empty()).unwrap();
    let notes: Vec<(&str, &str)> =
        called.notes.iter().map(|note| (note.mark.as_str(), note.text.as_str())).collect();
    assert_eq!(notes, [("14", "A/76/135, par. 71 f)."), ("1", "Voir le site.")]);
    assert_eq!(called.text, "Les États rappellent les normes et le répertoire.");
    assert_eq!(&called.text[..called.notes[0].at], "Les États rappellent les normes");
}

/// A mark is a number of Word only while that is the mark whatever is accepted.
#[test]
fn marks_stay_when_a_new_footnote_is_rejected() {
    let note = |mark: Option<&str>| {
        let footnote = Footnote { mark: mark.map(str::to_owned), runs: Vec::new() };
        Run { content: RunContent::Footnote(footnote), revision: None }
    };
    let inserted = Revision { kind: RevisionKind::Inserted, author: "France".to_owned(), moment: moment() };
    let mut prose = sample();
    let runs = [note(Some("1")), note(None).revised(inserted), note(Some("2")), note(Some("3"))];
    prose.paragraphs = vec![Paragraph { runs: runs.to_vec(), ..Paragraph::default() }];
    let file = opened(&prose);
    let marks = |reading| -> Vec<String> {
        file.read(reading).remove(0).notes.into_iter().map(|note| note.mark).collect()
    };
    assert_eq!(marks(Reading::Accepted), ["1", "2", "2", "3"]);
    assert_eq!(marks(Reading::Rejected), ["1", "2", "3"]);
    assert!(file.0["word/document.xml"].contains("w:customMarkFollows"));
}

#[test]
fn a_text_without_paragraphs_opens() {
    let mut prose = sample();
    prose.paragraphs.clear();
    assert_eq!(opened(&prose).read(Reading::Accepted), [WordParagraph::default()]);
    assert!(!opened(&prose).0.contains_key("word/footnotes.xml"));
}

#[test]
fn languages_and_directions_are_marked() {
    let arabic = Language::new(*b"ar");
    let mut prose = Prose::new("بيان", arabic, "مصر", moment());
    prose.push(Paragraph::text(ParagraphStyle::Body, "تؤكد الدول"));
    prose.push(Paragraph::text(ParagraphStyle::Quotation, "States reaffirm").in_language(Language::EN));
    let file = opened(&prose);
    let document = &file.0["word/document.xml"];
    assert_eq!(document.matches("<w:rtl/>").count(), 1, "{document}");
    assert_eq!(document.matches("<w:bidi/>").count(), 2, "{document}");
    assert!(document.contains("<w:lang w:val=\"en-GB\"/>"), "{document}");
    assert!(file.0["word/styles.xml"].contains("w:bidi=\"ar-SA\""));
    assert!(file.0["docProps/core.xml"].contains("<dc:language>ar-SA</dc:language>"));
    let french = opened(&sample());
    assert!(french.0["word/styles.xml"].contains("<w:lang w:val=\"fr-FR\""));
    assert!(!french.0["word/document.xml"].contains("bidi"));
}

#[test]
fn changes_are_tracked_further_where_there_are_any() {
    let tracking = |prose: &Prose| opened(prose).0["word/settings.xml"].contains("<w:trackRevisions/>");
    assert!(tracking(&sample()));
    let mut prose = sample();
    prose.paragraphs.truncate(3);
    assert!(!tracking(&prose));
}

#[test]
fn the_properties_name_title_author_and_time() {
    let properties = &opened(&sample()).0["docProps/core.xml"];
    assert!(properties.contains("<dc:title>Déclaration</dc:title><dc:creator>France</dc:creator>"));
    assert!(properties.contains(">2023-03-06T15:44:00Z</dcterms:created>"), "{properties}");
}

/// The checker finds what it is meant to find.
#[test]
fn broken_documents_have_faults() {
    let broken = |part: &str, from: &str, to: &str, expected: &str| {
        let mut file = opened(&sample());
        let text = file.0.get_mut(part).unwrap();
        assert!(text.contains(from), "{part} has no {from}");
        *text = text.replacen(from, to, 1);
        let faults = file.faults();
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:?}");
    };
    let document = "word/document.xml";
    broken(document, "w:delText", "w:t", "expected");
    broken(document, "<w:del ", "<w:ins ", "expected");
    broken(document, "w:author=\"France\"", "", "has no author");
    broken(document, "w:author=\"France\" w:date=\"2023", "w:author=\"x\" w:date=\"monday", "no date");
    broken(document, "<w:commentRangeEnd", "<w:commentRangeStart", "comments differ");
    broken(
        document,
        "<w:footnoteReference w:id=\"2\"",
        "<w:footnoteReference w:id=\"9\"",
        "footnotes differ",
    );
    broken(document, "w:val=\"Title\"", "w:val=\"Titel\"", "no style");
    broken(document, "r:id=\"rId3\"", "r:id=\"rId9\"", "no part");
    broken(document, "<w:rPr><w:b/><w:bCs/>", "<w:rPr><w:bCs/><w:b/>", "out of order");
    broken(document, " xml:space=\"preserve\">Les États ", ">Les États ", "spaces are lost");
    broken("word/comments.xml", "w:id=\"", "w:id=\"1", "differ");
    broken("word/styles.xml", "w:styleId=\"Quote\"", "w:styleId=\"Title\"", "there twice");
    broken("[Content_Types].xml", "footnotes+xml", "endnotes+xml", "is application/");
    broken("[Content_Types].xml", "Extension=\"xml\"", "Extension=\"txt\"", "no content type");
    broken("word/_rels/document.xml.rels", "rId2", "rId1", "used twice");
    broken("_rels/.rels", "word/document.xml", "word/text.xml", "no part");
}

/// What XML can hold of a text, with every line end a line feed.
fn kept(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| matches!(*c, '\n' | '\t' | ' '..='\u{fffd}' | '\u{10000}'..)).collect()
}

fn goes(revision: Option<&Revision>, reading: Reading) -> bool {
    let gone = if reading == Reading::Accepted { RevisionKind::Deleted } else { RevisionKind::Inserted };
    revision.is_some_and(|revision| revision.kind == gone)
}

/// The words of the paragraphs and their footnotes without marks, as they are to be read.
fn expected(prose: &Prose, reading: Reading) -> Vec<(String, Vec<(usize, String)>)> {
    let mut read = Vec::new();
    let mut current: (String, Vec<(usize, String)>) = Default::default();
    for paragraph in &prose.paragraphs {
        if let Some(number) =
            paragraph.number.as_ref().filter(|_| !goes(paragraph.revision.as_ref(), reading))
        {
            current.0 += &format!("{}\t", kept(number));
        }
        for call in paragraph.runs.iter().filter(|run| !goes(paragraph.revision_of(run), reading)) {
            match &call.content {
                RunContent::Text(words) => current.0 += &kept(&words.text),
                RunContent::Mark(_) => {}
                RunContent::Footnote(note) => {
                    let stay = note
                        .runs
                        .iter()
                        .filter(|run| !goes(run.revision_in(paragraph.revision_of(call)), reading));
                    let words: String = stay.map(|run| kept(&run.words.text)).collect();
                    current.1.push((current.0.len(), words.trim_start_matches(' ').to_owned()));
                }
            }
        }
        if !goes(paragraph.revision.as_ref(), reading) {
            read.push(std::mem::take(&mut current));
        }
    }
    if prose.paragraphs.last().is_none_or(|last| last.revision.is_some()) {
        read.push(current);
    }
    read
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé’«»\u{a0}\u{202f} \t\n]{0,12}",
        "[ <>&\"'\0-\u{1f}\u{7f}-\u{9f}]{0,6}",
        "\\PC{0,8}",
        any::<String>()
    ]
}

fn revisions() -> impl Strategy<Value = Option<Revision>> {
    let kind = prop_oneof![Just(RevisionKind::Inserted), Just(RevisionKind::Deleted)];
    prop::option::weighted(
        0.4,
        (kind, words()).prop_map(|(kind, author)| Revision { kind, author, moment: moment() }),
    )
}

fn styled() -> impl Strategy<Value = StyledText> {
    (words(), any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| StyledText { text, bold, italic })
}

fn runs() -> impl Strategy<Value = Run> {
    let words = (styled(), revisions()).prop_map(|(words, revision)| NoteRun { words, revision });
    let note = (prop::option::of("[0-9*]{0,2}"), prop::collection::vec(words, 0..3));
    let content = prop_oneof![
        6 => styled().prop_map(RunContent::Text),
        1 => "[0-9]{1,2}".prop_map(RunContent::Mark),
        2 => note.prop_map(|(mark, runs)| RunContent::Footnote(Footnote { mark, runs })),
    ];
    (content, revisions()).prop_map(|(content, revision)| Run { content, revision })
}

fn comments() -> impl Strategy<Value = Comment> {
    let ends = (0usize..6, 0usize..6);
    (ends, words(), words()).prop_map(|((start, end), author, text)| Comment {
        runs: start..end,
        author,
        moment: moment(),
        text,
    })
}

fn paragraphs() -> impl Strategy<Value = Paragraph> {
    let style = prop_oneof![
        Just(ParagraphStyle::Title),
        any::<u8>().prop_map(ParagraphStyle::Heading),
        Just(ParagraphStyle::Body),
        Just(ParagraphStyle::Quotation),
        any::<u8>().prop_map(ParagraphStyle::Numbered),
        Just(ParagraphStyle::SmallPrint),
    ];
    let language = prop::option::weighted(0.2, languages());
    let content = (prop::collection::vec(runs(), 0..5), prop::collection::vec(comments(), 0..3));
    (style, prop::option::of(words()), any::<bool>(), language, content, revisions()).prop_map(
        |(style, number, on_new_page, language, (runs, comments), revision)| Paragraph {
            style,
            number,
            on_new_page,
            language,
            runs,
            comments,
            revision,
        },
    )
}

fn languages() -> impl Strategy<Value = Language> {
    prop_oneof![Just(*b"fr"), Just(*b"en"), Just(*b"ar"), Just(*b"zh"), Just(*b"ru"), Just(*b"xx")]
        .prop_map(Language::new)
}

fn proses() -> impl Strategy<Value = Prose> {
    (words(), languages(), words(), prop::collection::vec(paragraphs(), 0..6)).prop_map(
        |(title, language, author, paragraphs)| Prose {
            title,
            language,
            author,
            moment: moment(),
            paragraphs,
        },
    )
}

/// A text is read as it was written, is without faults, and its bytes are always the same.
fn check(prose: &Prose) {
    let written = bytes(prose);
    assert!(written == bytes(prose), "the bytes differ");
    let file = WordFile::open(&written);
    assert_eq!(file.faults(), Vec::<String>::new());
    for reading in [Reading::Accepted, Reading::Rejected] {
        let notes = |notes: Vec<WordNote>| notes.into_iter().map(|note| (note.at, note.text)).collect();
        let read: Vec<(String, Vec<(usize, String)>)> = file
            .read(reading)
            .into_iter()
            .map(|paragraph| (paragraph.text, notes(paragraph.notes)))
            .collect();
        assert_eq!(read, expected(prose, reading), "{reading:?}");
    }
    let comments = |paragraph: &Paragraph| paragraph.comments.len();
    assert_eq!(file.comments().len(), prose.paragraphs.iter().map(comments).sum::<usize>());
}

/// The run is short; `PLENARY_RANDOM_SECONDS=60` makes it 60 seconds long.
#[test]
#[allow(clippy::disallowed_methods, reason = "the length of the run is measured in seconds")]
fn random_texts_are_read_as_they_were_written() {
    let seconds = std::env::var("PLENARY_RANDOM_SECONDS").ok().and_then(|seconds| seconds.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let mut rounds = 0;
    loop {
        let config = ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() };
        let checked = |prose| {
            check(&prose);
            Ok(())
        };
        TestRunner::new(config).run(&proses(), checked).unwrap_or_else(|fault| panic!("{fault}"));
        rounds += 1;
        if until.is_none_or(|until| Instant::now() >= until) {
            break;
        }
    }
    println!("{rounds} rounds of 200 texts");
}
