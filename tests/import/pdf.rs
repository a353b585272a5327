//! PDF files: invented pages modelled on those of the United Nations, read with their furniture, notes, calls and tables.

use plenary::base::{Error, FindingKind, Result};
use plenary::import::reader::pdf::content;
use plenary::import::{Given, import};
use plenary::model::{BlockKind, Document, InlineKind};
use plenary::store::bundled;

use crate::support::pdf::{Page, Pdf, resolution};

fn read(pdf: &Pdf) -> Result<Document> {
    import("x.pdf", &pdf.bytes(), &Given::default(), &bundled::vocabularies())
}

#[track_caller]
fn document(pdf: &Pdf) -> Document {
    read(pdf).expect("the file has a text")
}

#[track_caller]
fn refused(pdf: &Pdf, id: &str) -> Error {
    let error = read(pdf).expect_err("the file has no text that can be read");
    assert_eq!(error.message.id, id, "{error}");
    error
}

fn of_kind(document: &Document, kind: BlockKind) -> Vec<(&str, &str)> {
    let blocks = document.blocks.iter().filter(|block| block.kind == kind);
    blocks.map(|block| (block.number.as_deref().unwrap_or_default(), block.text.as_str())).collect()
}

/// A page of running text that says nothing else.
fn filler() -> Page {
    let words = "The lanterns of the coast are kept by the States that have built them, and their lenses are cleaned each day.";
    Page::default().paragraphs(100.0, 90, &[words, words, words])
}

#[test]
fn a_resolution_is_read_as_it_is_printed() {
    let document = document(&resolution());
    assert_eq!((document.symbol.as_str(), document.title.as_str()), ("A/RES/79/901", "Care of lighthouses"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2024-12-22"));
    assert_eq!(
        of_kind(&document, BlockKind::Preambular),
        [(
            "",
            "Recalling its resolution 70/1 of 25 September 2015, and noting the work of the keepers of the coast,"
        )]
    );
    let operative = of_kind(&document, BlockKind::Operative);
    assert_eq!(
        operative.iter().map(|(number, _)| *number).collect::<Vec<_>>(),
        ["1", "2", "3", "4"],
        "{operative:?}"
    );
    assert_eq!(
        operative[2].1,
        "Decides that the inventory of lighthouses shall be kept by the States that have built them, and published every second year;"
    );
    assert_eq!(
        of_kind(&document, BlockKind::Subparagraph),
        [("2 (a)", "The upkeep of lanterns;"), ("2 (b)", "The training of keepers;")]
    );
    assert_eq!(
        of_kind(&document, BlockKind::Footnote),
        [("1", "United Nations, Treaty Series, vol. 1342, No. 22495 (A/75/23).")]
    );
}

#[test]
fn a_call_is_where_it_is_printed_and_no_word_is_lost() {
    let document = document(&resolution());
    let caller = document.blocks.iter().find(|block| block.calls().next().is_some()).expect("a call");
    let call =
        caller.inlines.iter().find(|inline| matches!(inline.kind, InlineKind::Call(_))).expect("a call");
    assert!(caller.text[..call.span.start].ends_with("25 September 2015,"), "{caller:?}");
    let kinds = |kind| document.findings.iter().filter(move |finding| finding.kind == kind);
    assert_eq!(kinds(FindingKind::TextMissing).count() + kinds(FindingKind::TextAdded).count(), 0);
    let furniture: Vec<&str> = kinds(FindingKind::Furniture).map(|finding| finding.source.as_str()).collect();
    for words in ["*2426252*", "A/RES/79/901", "Care of lighthouses", "2/2", "24-26252"] {
        assert!(furniture.contains(&words), "{words}: {furniture:?}");
    }
}

#[test]
fn heads_and_feet_are_found_in_files_that_do_not_mark_them() {
    let page = |number: u32| {
        let (left, right) = if number.is_multiple_of(2) { (60.0, 480.0) } else { (480.0, 60.0) };
        filler()
            .text(left, 50.0, 6.5, "A/79/901")
            .text(right, 50.0, 6.5, "Care of lighthouses")
            .text(60.0, 755.0, 6.5, &format!("{number}/4"))
            .text(500.0, 755.0, 6.5, "GE.24-26252(E)")
    };
    let pdf = (1..=4).fold(Pdf::new(), |pdf, number| pdf.page(page(number)));
    let document = document(&pdf);
    for block in &document.blocks[1..] {
        assert!(!block.text.contains("Care of") || block.address.to_string() == "title", "{block:?}");
        assert!(!block.text.contains("GE.24") && !block.text.contains("/4"), "{block:?}");
    }
}

#[test]
fn a_cover_that_begins_further_left_than_the_text_makes_no_paragraph_a_quotation() {
    let words = "the keepers of the coast to clean the lanterns and their lenses each day, and to keep an inventory of them;";
    let paragraph = |number: u32| format!("{number}. Invites {words}");
    let first = Page::default()
        .masthead(20.0, "A/RES/79/902")
        .text(20.0, 277.0, 14.0, "Resolution adopted by the General Assembly on 22 December 2024")
        .text(72.0, 310.0, 11.0, "79/902. Care of lanterns")
        .text(96.0, 340.0, 8.0, "The General Assembly,")
        .paragraphs(360.0, 90, &[&paragraph(1)]);
    let second: Vec<String> = (2..=5).map(paragraph).collect();
    let second: Vec<&str> = second.iter().map(String::as_str).collect();
    let document = document(&Pdf::new().page(first).page(Page::default().paragraphs(84.0, 90, &second)));
    let numbers: Vec<&str> =
        of_kind(&document, BlockKind::Operative).into_iter().map(|(number, _)| number).collect();
    assert_eq!(numbers, ["1", "2", "3", "4", "5"], "{document:#?}");
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let mut page = Page::default();
    for line in 0..10 {
        let top = 100.0 + f64::from(line) * 10.0;
        page = page.text(72.0, top, 8.0, "the lanterns on the left are lit");
        page = page.text(320.0, top, 8.0, "and those of the right are dark");
    }
    let content = content(&Pdf::new().page(page).bytes()).expect("text");
    let texts: Vec<&str> = content.lines.iter().map(|line| line.text.as_str()).collect();
    assert!(texts[..10].iter().all(|text| text.ends_with("left are lit")), "{texts:?}");
    assert!(texts[10..].iter().all(|text| text.ends_with("right are dark")), "{texts:?}");
}

#[test]
fn columns_have_base_lines_paragraphs_and_notes_of_their_own() {
    let mut page = Page::default();
    for line in 0..14 {
        let top = f64::from(line) * 10.0;
        let indent = if line % 5 == 0 { 16.0 } else { 0.0 };
        let words =
            if line % 5 == 4 { "lamps of all islands." } else { "the lanterns of the coast, the mirrors" };
        let words = if line % 5 == 0 {
            format!("{}. The lamps, the oil, the lenses,", line / 5 + 1)
        } else {
            words.to_owned()
        };
        page =
            page.text(72.0 + indent, 100.0 + top, 8.0, &words).text(320.0 + indent, 104.0 + top, 8.0, &words);
    }
    page = page.rule(72.0, 130.0, 262.0).called(72.0, 274.0, 6.0, ("", "1", " See A/78/1."));
    page = page.rule(320.0, 378.0, 262.0).called(320.0, 272.0, 6.0, ("", "2", " See A/78/2."));
    let content = content(&Pdf::new().page(page).bytes()).expect("text");
    let begins: Vec<&str> = content
        .lines
        .iter()
        .filter(|line| line.begins == Some(true))
        .map(|line| line.text.split_whitespace().next().unwrap_or_default())
        .collect();
    assert_eq!(begins, ["1.", "2.", "3.", "1.", "2.", "3.", "See", "See"]);
    let notes: Vec<&str> = content
        .lines
        .iter()
        .filter_map(|line| line.label.as_ref())
        .map(|label| label.text.as_str())
        .collect();
    assert_eq!(notes, ["1", "2"], "{:?}", content.lines);
}

#[test]
fn rows_of_a_table_stay_rows() {
    let mut page = filler();
    for (line, (name, height, year)) in
        [("Lighthouse", "Height", "Built"), ("North Cape", "42 m", "1871"), ("South Head", "17 m", "1903")]
            .into_iter()
            .enumerate()
    {
        let top = 300.0 + line as f64 * 12.0;
        page = page.text(72.0, top, 8.0, name).text(250.0, top, 8.0, height).text(400.0, top, 8.0, year);
    }
    let document = document(&Pdf::new().page(page));
    let rows: Vec<&str> =
        document.blocks.iter().map(|block| block.text.as_str()).filter(|text| text.contains(" m")).collect();
    let bare = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        rows.iter().map(|row| bare(row)).collect::<Vec<_>>(),
        ["North Cape | 42 m | 1871", "South Head | 17 m | 1903"]
    );
}

#[test]
fn a_table_of_contents_is_not_text() {
    let mut page = Page::default().text(72.0, 80.0, 12.0, "Contents").text(500.0, 92.0, 6.0, "Page");
    for (line, name) in ["I. Introduction", "II. Lanterns", "III. Lenses"].into_iter().enumerate() {
        let words = format!("{name} {} {}", ". ".repeat(30).trim_end(), line + 2);
        page = page.text(72.0, 110.0 + line as f64 * 14.0, 8.0, &words);
    }
    let document = document(&Pdf::new().page(page).page(filler()));
    assert!(
        document.blocks.iter().all(|block| !block.text.contains("Introduction")),
        "{:?}",
        document.blocks
    );
}

#[test]
fn the_numbers_of_lines_are_taken_off() {
    let words = [
        "The General Assembly,",
        "Recalling its resolution on lighthouses, and aware of the importance of",
        "lanterns for all who sail along the coast and of the work of the keepers,",
    ];
    let mut page = Page::default();
    for line in 0..12u32 {
        let top = 100.0 + f64::from(line) * 14.0;
        page =
            page.text(50.0, top, 8.0, &(line + 1).to_string()).text(90.0, top, 8.0, words[line as usize % 3]);
    }
    // A page of few lines has them too.
    let mut last = Page::default();
    for line in 0..2u32 {
        let (top, number) = (100.0 + f64::from(line) * 14.0, (line + 1).to_string());
        last = last.text(50.0, top, 8.0, &number).text(90.0, top, 8.0, words[1]);
    }
    let content = content(&Pdf::new().page(page).page(last).bytes()).expect("text");
    let words = content.lines.iter().filter(|line| line.text.contains(char::is_alphabetic));
    assert_eq!(words.clone().count(), 14);
    assert!(words.into_iter().all(|line| !line.text.starts_with(|c: char| c.is_ascii_digit())));
}

#[test]
fn letters_drawn_twice_are_read_once() {
    let content =
        content(&Pdf::new().page(filler().twice(72.0, 60.0, 14.0, "United Nations")).bytes()).expect("text");
    assert_eq!(content.lines[0].text, "United Nations");
    assert!(content.lines[0].print.is_some_and(|print| print.style.bold));
}

#[test]
fn files_without_a_text_are_refused_with_the_reason() {
    let scan = Pdf::new().page(Page::default().picture()).page(Page::default().picture());
    let error = refused(&scan, "import-pdf-pictures");
    assert!(error.message.args.contains(&("pages", 2.into())), "{error}");
    let recognised =
        Page::default().picture().invisible(72.0, 100.0, 10.0, "words that a machine has recognised here");
    refused(&Pdf::new().page(recognised), "import-pdf-pictures");
    refused(&Pdf::new().page(Page::default()), "import-pdf-blank");
    refused(&resolution().locked(), "import-pdf-encrypted");
    let notice = "The document you are looking for does not exist in the Official Document System (ODS).";
    refused(&Pdf::new().page(Page::default().text(72.0, 400.0, 8.0, notice)), "import-pdf-not-found-page");
    let error = import("x.pdf", b"%PDF-1.7\nnothing", &Given::default(), &bundled::vocabularies());
    assert_eq!(error.expect_err("no pages").message.id, "import-pdf-damaged");
}

/// Damaged files give a text or a reason, and never end the program. The numbers are those of a fixed sequence.
#[test]
fn damaged_files_never_panic() {
    let whole = resolution().bytes();
    let mut state = 0x2545_f491_4f6c_dd1du64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).unwrap_or(0) % below
    };
    let mut read = 0;
    for _ in 0..150 {
        let mut bytes = whole.clone();
        for _ in 0..=next(6) {
            let at = next(bytes.len());
            match next(3) {
                0 => bytes[at] = u8::try_from(next(256)).unwrap_or(0),
                1 => drop(bytes.drain(at..(at + next(40)).min(whole.len()).min(bytes.len()))),
                _ => bytes.truncate(at.max(20)),
            }
        }
        read += usize::from(content(&bytes).is_ok());
    }
    assert!(read > 10, "{read} files were read");
}
