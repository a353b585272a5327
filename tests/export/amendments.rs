//! Amendments as a Word document: rejecting all changes gives the official text, accepting all gives ours.

use std::borrow::Cow;

use plenary::base::Span;
use plenary::export::amendments;
use plenary::export::amendments::{AmendmentRecord, RecordSetting};
use plenary::export::prose::{self, ProseFormat};
use plenary::locale::Locale;
use plenary::model::{
    Block, BlockKind, Document, DocumentKind, Inline, InlineKind, Language, Place, Reference,
};
use plenary::store::bundled;
use plenary::workspace::amendment::{self, AmendmentPart, Operation};
use plenary::workspace::{Amendment, Note};
use proptest::prelude::*;

use super::prose::moment;
use crate::support::word::{Reading, WordFile, WordParagraph};

/// A change of a passage by a delegation; without one it is ours.
struct Change<'a> {
    address: &'a str,
    operation: Operation,
    words: &'a str,
    by: Option<&'a str>,
}

fn ours<'a>(address: &'a str, operation: Operation, words: &'a str) -> Change<'a> {
    Change { address, operation, words, by: None }
}

fn note(document: &Document, change: &Change<'_>, nth: usize) -> Note {
    let now = plenary::base::Now::new(moment(), [1; 10]).nth(nth);
    let address = change.address.parse().unwrap();
    let original = document.block(&address).map_or("", |block| block.text.as_str());
    let anchor = Reference { symbol: document.symbol.clone(), address };
    let mut note = amendment::blank(&now, "roy", anchor, document.language, original, change.operation);
    let mut put = |part, words| {
        note.text = amendment::with_amendment_part(&note.text, part, words, None, document.language);
    };
    if change.operation != Operation::Delete {
        put(AmendmentPart::Text, change.words);
    }
    if let Some(by) = change.by {
        put(AmendmentPart::Proposer, by);
    }
    put(AmendmentPart::Reason, "Pourquoi.");
    note
}

fn notes(document: &Document, changes: &[Change<'_>]) -> Vec<Note> {
    changes.iter().enumerate().map(|(nth, change)| note(document, change, nth)).collect()
}

/// The amendments in a format.
fn bytes(document: &Document, notes: &[Note], format: ProseFormat) -> Vec<u8> {
    let locale = Locale::new(Language::FR);
    let notes: Vec<Cow<'_, Note>> = notes.iter().map(Cow::Borrowed).collect();
    let record = AmendmentRecord::new(document, &notes);
    let setting = RecordSetting { author: "France", moment: moment(), locale: &locale };
    prose::write(&record.prose(format, &setting), format).unwrap()
}

#[track_caller]
fn opened(document: &Document, notes: &[Note]) -> WordFile {
    let file = WordFile::open(&bytes(document, notes, ProseFormat::Word));
    assert_eq!(file.faults(), Vec::<String>::new());
    file
}

/// The words of a paragraph without its printed number.
fn words(paragraph: &WordParagraph) -> &str {
    paragraph.text.rsplit('\t').next().unwrap_or_default()
}

/// The official passages that are read as paragraphs: all but the footnotes that are called.
fn official(document: &Document) -> Vec<&str> {
    let called = |block: &Block| {
        let Place::Note(mark) = &block.address.place else { return false };
        let part = &block.address.part;
        document
            .blocks
            .iter()
            .any(|other| other.address.part == *part && other.calls().any(|(own, _)| own == mark))
    };
    document.blocks.iter().filter(|block| !called(block)).map(|block| block.text.as_str()).collect()
}

#[track_caller]
fn reads(file: &WordFile, reading: Reading, expected: &[&str]) {
    let paragraphs = file.read(reading);
    let mut read: Vec<&str> = paragraphs.iter().map(words).collect();
    // The paragraph after one whose end is a change.
    if read.len() > expected.len() && read.last() == Some(&"") {
        read.pop();
    }
    assert_eq!(read, expected, "{reading:?}");
}

fn report() -> Document {
    bundled::documents().into_iter().find(|document| document.symbol.as_str() == "A/77/275").unwrap()
}

#[test]
fn without_amendments_every_bundled_document_is_its_official_text() {
    for document in bundled::documents() {
        let locale = Locale::new(Language::FR);
        let record = AmendmentRecord::new(&document, &[]);
        let setting = RecordSetting { author: "France", moment: moment(), locale: &locale };
        let prose = record.prose(ProseFormat::Word, &setting);
        let file = WordFile::open(&prose::write(&prose, ProseFormat::Word).unwrap());
        assert_eq!(file.faults(), Vec::<String>::new(), "{}", document.symbol);
        reads(&file, Reading::Accepted, &official(&document));
        let called: Vec<(String, String)> = file
            .read(Reading::Rejected)
            .into_iter()
            .flat_map(|paragraph| paragraph.notes)
            .map(|note| (note.mark, note.text))
            .collect();
        let notes = document.blocks.iter().filter(|block| block.kind == BlockKind::Footnote);
        let expected: Vec<(String, String)> =
            notes.map(|block| (block.number.clone().unwrap_or_default(), block.text.clone())).collect();
        assert_eq!(called, expected, "{}", document.symbol);
    }
}

#[test]
fn our_wordings_are_tracked_and_those_of_others_are_comments() {
    let document = report();
    let text = |address: &str| document.block(&address.parse().unwrap()).unwrap().text.clone();
    let (old, other) = (text("annex/17/e"), text("annex/17/b"));
    let new = old.replace("pourraient", "devraient");
    let theirs = old.replace("pourraient", "choisiront de");
    let changes = [
        ours("annex/17/e", Operation::Reword, &new),
        Change { by: Some("BRA"), ..ours("annex/17/e", Operation::Reword, &theirs) },
        ours("annex/17/e", Operation::InsertAfter, "Un fonds est créé.\n\nIl est alimenté."),
        ours("annex/17/b", Operation::Delete, ""),
        ours("annex/17", Operation::InsertAfter, "Après tout le paragraphe 17."),
        Change { by: Some("BRA"), ..ours("annex/16", Operation::InsertBefore, "Ailleurs.") },
    ];
    let notes = notes(&document, &changes);
    let file = opened(&document, &notes);
    reads(&file, Reading::Rejected, &official(&document));
    let accepted = file.text(Reading::Accepted);
    let expected = format!("\ne)\t{new}\ne bis)\tUn fonds est créé.\ne ter)\tIl est alimenté.\n");
    assert!(accepted.contains(&expected), "{accepted}");
    assert!(
        !accepted.contains(&other) && !accepted.contains("choisiront de") && !accepted.contains("Ailleurs")
    );
    assert!(accepted.contains("\n17 bis.\tAprès tout le paragraphe 17.\n"));
    let comments = file.comments();
    let of = |author: &str| -> Vec<&str> {
        comments
            .iter()
            .filter(|comment| comment.author == author)
            .map(|comment| comment.text.as_str())
            .collect()
    };
    assert_eq!(of("France").len(), 4, "{comments:?}");
    assert!(of("France").iter().all(|text| *text == "Motif\u{a0}: Pourquoi."), "{comments:?}");
    let said = "BRA\u{a0}: Au paragraphe 17 e) de l’annexe, remplacer «\u{a0}pourraient\u{a0}» par «\u{a0}choisiront de\u{a0}»\nMotif\u{a0}: Pourquoi.";
    assert_eq!(of("BRA")[1], said);
    let on = &comments.iter().find(|comment| comment.text == said).unwrap().on;
    assert_eq!(*on, old.replace("pourraient", "pourraient devraient"));
    assert!(
        file.changes()
            .iter()
            .all(|change| change.author == "France" && change.date.starts_with("2023-03-06T10:44"))
    );
}

#[test]
fn a_footnote_is_reworded_and_deleted_and_never_lost() {
    let document = report();
    let old = document.block(&"annex/note/14".parse().unwrap()).unwrap().text.clone();
    let caller = document.block(&"annex/14/c/i".parse().unwrap()).unwrap().text.clone();
    let longer = format!("{old} Voir aussi A/76/135.");
    let changes = [
        ours("annex/note/14", Operation::Reword, &longer),
        ours("annex/note/15", Operation::Delete, ""),
        ours("annex/14/c/i", Operation::Reword, "Tout autre chose, sans rien de ce qui y est."),
    ];
    let file = opened(&document, &notes(&document, &changes));
    let marks = |reading| -> Vec<(String, String)> {
        let paragraphs = file.read(reading);
        let notes = paragraphs.into_iter().flat_map(|paragraph| paragraph.notes);
        notes
            .map(|note| (note.mark, note.text))
            .filter(|(mark, _)| ["14", "15"].contains(&mark.as_str()))
            .collect()
    };
    let accepted = marks(Reading::Accepted);
    assert_eq!(accepted[0], ("14".to_owned(), longer.clone()));
    assert_eq!((accepted.len(), marks(Reading::Rejected).len()), (1, 2), "{accepted:?}");
    assert_eq!(marks(Reading::Rejected)[0], ("14".to_owned(), old));
    assert!(file.text(Reading::Accepted).contains("\tTout autre chose, sans rien de ce qui y est.\n"));
    assert!(file.text(Reading::Rejected).contains(&caller));
}

#[test]
fn what_does_not_fit_the_text_is_reported_and_not_applied() {
    let document = report();
    let mut notes = notes(
        &document,
        &[
            ours("annex/17/e", Operation::Reword, "Autre texte."),
            ours("annex/17/z", Operation::Delete, ""),
            ours("annex/note/14", Operation::InsertAfter, "Une note."),
            ours("annex/17/b", Operation::InsertAfter, ""),
            ours("annex/17/a", Operation::Delete, ""),
            ours("annex/17/b", Operation::Delete, ""),
        ],
    );
    notes[0].extra.insert("original".to_owned(), "Un texte plus ancien.".into());
    notes[4].extra.insert("language".to_owned(), "en".into());
    let all: Vec<Cow<'_, Note>> = notes.iter().map(Cow::Borrowed).collect();
    let record = AmendmentRecord::new(&document, &all);
    let reasons: Vec<&str> = record.unfit().map(|(_, reason)| reason.name()).collect();
    assert_eq!(reasons, ["changed", "missing", "place", "empty", "language"]);
    assert_eq!((record.counts().amendments, record.counts().tracked), (1, 1));
    let file = opened(&document, &notes);
    reads(&file, Reading::Rejected, &official(&document));
    let comments: Vec<String> = file.comments().into_iter().map(|comment| comment.text).collect();
    assert_eq!(comments, ["Motif\u{a0}: Pourquoi."]);
}

/// Of two own amendments of a passage both are tracked if they do not meet; otherwise the later one is a comment.
#[test]
fn own_amendments_of_one_passage_are_joined_unless_they_meet() {
    let document = report();
    let old = document.block(&"annex/17/e".parse().unwrap()).unwrap().text.clone();
    let [one, two, three] = [
        old.replace("pourraient", "devraient"),
        old.replace("modes de financement", "sources de financement"),
        old.replace("pourraient", "peuvent"),
    ];
    let changes = [&one, &two, &three].map(|words| ours("annex/17/e", Operation::Reword, words));
    let file = opened(&document, &notes(&document, &changes));
    let both = one.replace("modes de financement", "sources de financement");
    assert!(both != one && file.text(Reading::Accepted).contains(&both));
    let comments: Vec<String> = file.comments().into_iter().map(|comment| comment.text).collect();
    assert_eq!(comments.iter().filter(|text| text.contains("peuvent")).count(), 1, "{comments:?}");
}

#[test]
fn ideas_and_withdrawn_amendments_are_not_proposed() {
    let document = report();
    let with_status = |status: &str| {
        let mut note = note(&document, &ours("annex/17/e", Operation::Delete, ""), 1);
        note.extra.insert("status".to_owned(), status.into());
        amendments::is_proposed(&Amendment::of(&note))
    };
    let proposed = ["draft", "tabled", "agreed"].map(with_status);
    let others = ["idea", "withdrawn", "not-adopted"].map(with_status);
    assert_eq!((proposed, others), ([true; 3], [false; 3]));
}

#[test]
fn the_lists_have_the_sentences() {
    let document = report();
    let old = document.block(&"annex/17/e".parse().unwrap()).unwrap().text.clone();
    let (new, theirs) = (old.replace("pourraient", "devraient"), old.replace("pourraient", "vont"));
    let changes = [
        ours("annex/17/e", Operation::Reword, &new),
        Change { by: Some("BRA"), ..ours("annex/17/e", Operation::Reword, &theirs) },
        ours("annex/18", Operation::InsertAfter, "Un paragraphe de plus."),
    ];
    let notes = notes(&document, &changes);
    let text = |format| String::from_utf8(bytes(&document, &notes, format)).unwrap();
    insta::assert_snapshot!("amendments_in_markdown", text(ProseFormat::Markdown));
    insta::assert_snapshot!("amendments_for_the_floor", text(ProseFormat::Text { columns: Some(72) }));
}

/// A document of random words, with calls of footnotes and emphasis anywhere.
fn documents() -> impl Strategy<Value = Document> {
    let text = prop::collection::vec("[a-e]{1,3}", 1..12).prop_map(|words| words.join(" ") + ".");
    let passage =
        (text, prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..3));
    prop::collection::vec(passage, 1..6).prop_map(|passages| {
        let mut document = Document {
            symbol: "A/90/1".parse().unwrap(),
            language: Language::FR,
            kind: DocumentKind::Report,
            title: "Titre".to_owned(),
            date: None,
            remark: None,
            blocks: Vec::new(),
            findings: Vec::new(),
        };
        let mut notes = Vec::new();
        for (number, (text, inlines)) in (1..).zip(passages) {
            let mut block = Block {
                number: Some(format!("{number}")),
                ..Block::new(format!("{number}").parse().unwrap(), BlockKind::Paragraph, text)
            };
            for (one, two) in inlines {
                let ends = [one.index(block.text.len() + 1), two.index(block.text.len() + 1)];
                let (start, end) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
                let mark = format!("{}", notes.len() + 1);
                let note = Block {
                    number: Some(mark.clone()),
                    ..Block::new(
                        format!("note/{mark}").parse().unwrap(),
                        BlockKind::Footnote,
                        format!("Note {mark}"),
                    )
                };
                notes.push(note);
                block.inlines.push(Inline { span: Span::at(start), kind: InlineKind::Call(mark) });
                block.inlines.push(Inline { span: Span::new(start, end), kind: InlineKind::Strong });
            }
            document.blocks.push(block);
        }
        document.blocks.extend(notes);
        document
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is reworded, deleted and added: rejected it is the official text, accepted it is ours, and the footnotes of
    /// passages that stay are called in both.
    #[test]
    fn random_amendments_are_rejected_to_the_official_text_and_accepted_to_ours(
        document in documents(),
        plan in prop::collection::vec((0usize..4, "[a-f]{1,3}( [a-f]{1,3}){0,9}\\.?"), 6),
    ) {
        let paragraphs: Vec<&Block> =
            document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).collect();
        let addresses: Vec<String> = paragraphs.iter().map(|block| block.address.to_string()).collect();
        let mut changes = Vec::new();
        let mut expected: Vec<&str> = Vec::new();
        for (at, block) in paragraphs.iter().enumerate() {
            let (what, words) = &plan[at];
            let operation = Operation::ALL[*what];
            let same = operation == Operation::Reword && *words == block.text;
            if !same {
                changes.push(ours(&addresses[at], operation, words));
            }
            let text = block.text.as_str();
            expected.extend(match operation {
                Operation::Reword => vec![words.as_str()],
                Operation::InsertBefore => vec![words, text],
                Operation::InsertAfter => vec![text, words],
                Operation::Delete => vec![],
            });
        }
        let file = opened(&document, &notes(&document, &changes));
        reads(&file, Reading::Rejected, &paragraphs.iter().map(|block| block.text.as_str()).collect::<Vec<_>>());
        reads(&file, Reading::Accepted, &expected);
        let count = |reading| file.read(reading).iter().map(|paragraph| paragraph.notes.len()).sum::<usize>();
        let called = |block: &&Block| block.calls().count();
        prop_assert_eq!(count(Reading::Rejected), paragraphs.iter().map(called).sum::<usize>());
        let stay = paragraphs.iter().enumerate().filter(|(at, _)| Operation::ALL[plan[*at].0] != Operation::Delete);
        prop_assert_eq!(count(Reading::Accepted), stay.map(|(_, block)| called(block)).sum::<usize>());
    }
}
