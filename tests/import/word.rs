//! Word documents: automatic numbers, styles, notes, tables, tracked changes, the masthead.

use plenary::import::reader::TrackedChanges;
use plenary::import::{Given, import};
use plenary::model::{Block, Document};
use plenary::store::bundled;

use crate::support::word_writer::{WordSource, listed, paragraph, run};
use crate::support::zip_file::{ZipEntry, zip_file};

const NUMBERING: &str = r#"<w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num>"#;

const STYLES: &str = r#"<w:style w:styleId="H1"><w:name w:val="_ H_1"/></w:style>
    <w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>"#;

fn read(source: &WordSource, changes: TrackedChanges) -> Document {
    let given = Given { changes, ..Given::default() };
    import("report.docx", &source.bytes(), &given, &bundled::vocabularies()).expect("it is a Word document")
}

fn rows(document: &Document) -> Vec<String> {
    let row = |block: &Block| {
        let number = block.number.as_deref().map(|number| format!("[{number}] ")).unwrap_or_default();
        format!("{} {number}{}", block.address, block.text)
    };
    document.blocks.iter().map(row).collect()
}

fn found(document: &Document, kind: &str) -> Vec<String> {
    let found = document.findings.iter().filter(|finding| finding.kind.name() == kind);
    found.map(|finding| finding.source.clone()).collect()
}

#[test]
fn a_document_is_read_as_word_shows_it() {
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let field = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r>\
        <w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    let cell = |words: &str| format!("<w:tc>{}</w:tc>", paragraph("", &run(words)));
    let source = WordSource {
        header: ["United Nations", "A/80/99", "Distr.: General", "6 May 2025"]
            .map(|line| paragraph("", &run(line)))
            .concat(),
        numbering: NUMBERING.to_owned(),
        styles: STYLES.to_owned(),
        footnotes: format!("<w:footnote w:id=\"2\">{}</w:footnote>", paragraph("", &run("See A/79/1."))),
        body: [
            paragraph("", &run("Report of the group on lights")),
            paragraph("<w:pStyle w:val=\"TOC1\"/>", &run("Introduction 3")),
            paragraph("<w:pStyle w:val=\"H1\"/>", "<w:r><w:t>I.</w:t><w:tab/><w:t>Introduction</w:t></w:r>"),
            paragraph(&listed(5, 0), &format!("{}{note}{}", run("The group met"), run(" in Geneva:"))),
            paragraph(&listed(5, 1), &run("On Monday;")),
            paragraph(&listed(5, 2), &run("In the morning;")),
            paragraph(&listed(5, 1), &run("On Tuesday.")),
            paragraph(&listed(5, 0), &format!("{}{field}{}", run("As in paragraph "), run(", non"))),
            format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("Lamps"), cell("1 200")),
            paragraph("", "<w:r><w:t>2.5</w:t><w:tab/><w:t>A typed number.</w:t></w:r>"),
        ]
        .concat(),
        ..WordSource::default()
    };
    let document = read(&source, TrackedChanges::Accepted);
    assert_eq!(
        rows(&document),
        [
            "front/text/1 United Nations",
            "front/text/2 A/80/99",
            "front/text/3 Distr.: General",
            "front/text/4 6 May 2025",
            "title Report of the group on lights",
            "heading/I [I] Introduction",
            "1 [1] The group met in Geneva:",
            "1/a [1 (a)] On Monday;",
            "1/a/i [1 (a) (i)] In the morning;",
            "1/b [1 (b)] On Tuesday.",
            "2 [2] As in paragraph 12, non",
            "text/1 Lamps | 1 200",
            "2.5 [2.5] A typed number.",
            "note/1 [1] See A/79/1.",
        ]
    );
    let calls: Vec<(&str, usize)> = document.blocks[6].calls().collect();
    assert_eq!(calls, [("1", "The group met".len())]);
    assert_eq!(
        (document.symbol.as_str(), document.date.unwrap().to_string().as_str()),
        ("A/80/99", "2025-05-06")
    );
    assert_eq!(found(&document, "furniture"), ["Introduction 3"]);
    assert_eq!(found(&document, "text-missing"), [""; 0]);
}

#[test]
fn tracked_changes_are_accepted_or_left_out_and_counted() {
    let insert = |runs: &str| format!("<w:ins w:id=\"1\">{runs}</w:ins>");
    let delete = |words: &str| format!("<w:del w:id=\"2\"><w:r><w:delText>{words}</w:delText></w:r></w:del>");
    let comment = "<w:r><w:commentReference w:id=\"7\"/></w:r>";
    let source = WordSource {
        comments: format!(
            "<w:comment w:id=\"7\" w:author=\"A. Author\">{}</w:comment>",
            paragraph("", &run("Why?"))
        ),
        body: [
            paragraph(
                "",
                &format!("{}{}{}{comment}", run("1. The lights "), delete("may"), insert(&run("shall"))),
            ),
            paragraph("<w:rPr><w:del w:id=\"3\"/></w:rPr>", &run("2. They burn ")),
            paragraph("", &run("all night.")),
        ]
        .concat(),
        ..WordSource::default()
    };
    let accepted = read(&source, TrackedChanges::Accepted);
    assert_eq!(rows(&accepted), ["1 [1] The lights shall", "2 [2] They burn all night."]);
    assert_eq!(found(&accepted, "tracked-changes"), ["2"]);
    assert_eq!(found(&accepted, "comment"), ["A. Author: Why?"]);
    let original = read(&source, TrackedChanges::Original);
    assert_eq!(rows(&original), ["1 [1] The lights may", "2 [2] They burn", "text/1 all night."]);
}

#[test]
fn text_boxes_follow_their_paragraph_and_custom_marks_are_kept() {
    let content = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", &run("In a box.")));
    let boxed = format!(
        "<w:r><mc:AlternateContent><mc:Choice>{content}</mc:Choice><mc:Fallback>{content}</mc:Fallback></mc:AlternateContent></w:r>"
    );
    let call = "<w:r><w:footnoteReference w:id=\"3\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>";
    let source = WordSource {
        footnotes: format!("<w:footnote w:id=\"3\">{}</w:footnote>", paragraph("", &run("* Reissued."))),
        body: paragraph("", &format!("{}{call}{boxed}", run("1. Lights"))),
        ..WordSource::default()
    };
    let document = read(&source, TrackedChanges::Accepted);
    assert_eq!(rows(&document), ["1 [1] Lights", "text/1 In a box.", "note/* [*] Reissued."]);
    assert_eq!(document.blocks[0].calls().collect::<Vec<_>>(), [("*", 6)]);
}

#[test]
fn the_title_of_a_resolution_may_have_the_style_of_a_heading() {
    let note = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let heading = "<w:pStyle w:val=\"H1\"/>";
    let source = WordSource {
        styles: STYLES.to_owned(),
        footnotes: format!("<w:footnote w:id=\"2\">{}</w:footnote>", paragraph("", &run("See A/79/1."))),
        body: [
            paragraph(heading, &run("79/901. Care of lighthouses")),
            paragraph("", &run("The General Assembly,")),
            paragraph("", &run("Recalling its lamps,")),
            paragraph("", &format!("{}{note}{}", run("1. Decides to light the lamps ("), run(")."))),
            paragraph(
                "",
                "<w:r><w:t>50th plenary meeting</w:t><w:br/><w:t>22\u{a0}December 2024</w:t></w:r>",
            ),
        ]
        .concat(),
        ..WordSource::default()
    };
    let document = read(&source, TrackedChanges::Accepted);
    assert_eq!((document.symbol.as_str(), document.title.as_str()), ("A/RES/79/901", "Care of lighthouses"));
    assert_eq!(document.date.map(|date| date.to_string()).as_deref(), Some("2024-12-22"));
    let called = document.blocks.iter().find(|block| block.calls().next().is_some()).expect("a call");
    assert_eq!(called.text, "Decides to light the lamps.");
}

#[test]
fn short_bold_paragraphs_are_headings() {
    let bold = |words: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>");
    let text = "The lamps of the ports are to be lit at sunset and put out at sunrise, as all the keepers have agreed.";
    let source = WordSource {
        body: [
            paragraph("", &bold("Lamps and oil")),
            paragraph("", &run(&format!("1. {text}"))),
            paragraph("", &run(&format!("2. {text}"))),
            paragraph("", &bold("Mirrors (all of them)")),
            paragraph("", &run(text)),
            paragraph("", &format!("{}{}", bold("Note: "), run(text))),
            paragraph("", &run(&format!("3. {text}"))),
            paragraph("", &bold("Keepers, pilots and owners")),
            paragraph("", &run(&format!("4. {text}"))),
            paragraph("", &run(&format!("5. {text}"))),
        ]
        .concat(),
        ..WordSource::default()
    };
    let document = read(&source, TrackedChanges::Accepted);
    let headings = document.blocks.iter().filter(|block| block.kind == plenary::model::BlockKind::Heading);
    let headings: Vec<&str> = headings.map(|block| block.text.as_str()).collect();
    assert_eq!(headings, ["Mirrors (all of them)", "Keepers, pilots and owners"]);
    assert_eq!(document.title, "Lamps and oil");
}

#[test]
fn moved_text_and_boxes_of_every_kind_are_read_once() {
    let content = |words: &str| format!("<w:txbxContent>{}</w:txbxContent>", paragraph("", &run(words)));
    let shape =
        format!("<w:drawing><wps:wsp><wps:txbx>{}</wps:txbx></wps:wsp></w:drawing>", content("New box."));
    let older = format!("<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>", content("New box."));
    let both = format!(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\">{shape}</mc:Choice><mc:Fallback>{older}</mc:Fallback></mc:AlternateContent>"
    );
    let inner = format!("<w:pict><v:shape><v:textbox>{}</v:textbox></v:shape></w:pict>", content("Old box."));
    let around = format!(
        "<w:txbxContent>{}</w:txbxContent>",
        paragraph("", &format!("{}<w:r>{inner}</w:r>", run("Around.")))
    );
    let old = format!("<w:pict><v:shape><v:textbox>{around}</v:textbox></v:shape></w:pict>");
    let from = format!("<w:moveFrom w:id=\"1\">{}</w:moveFrom>", run("They are lit. "));
    let to = format!("<w:moveTo w:id=\"2\">{}</w:moveTo>", run(" They are lit."));
    let source = WordSource {
        body: [
            paragraph("", &format!("{from}{}", run("1. The lamps are old."))),
            paragraph("", &format!("{}{to}<w:r>{both}</w:r>", run("2. The mirrors are new."))),
            paragraph("", &format!("{}<w:r>{old}</w:r>", run("3. The keepers sleep."))),
        ]
        .concat(),
        ..WordSource::default()
    };
    let accepted = read(&source, TrackedChanges::Accepted);
    let expected = [
        "1 [1] The lamps are old.",
        "2 [2] The mirrors are new. They are lit.",
        "text/1 New box.",
        "3 [3] The keepers sleep.",
        "text/2 Around.",
        "text/3 Old box.",
    ];
    assert_eq!(rows(&accepted), expected);
    let original = rows(&read(&source, TrackedChanges::Original)).concat();
    assert_eq!(original.matches("They are lit.").count(), 1, "{original}");
    assert_eq!(found(&accepted, "text-missing"), [""; 0]);
}

#[test]
fn numbers_of_bold_headings_are_kept() {
    let bold = |words: &str| format!("<w:r><w:rPr><w:b/></w:rPr>{words}</w:r>");
    let heading = bold("<w:t>6.1.</w:t><w:tab/><w:t>Lamps of small ports</w:t>");
    let body = [
        paragraph("", &run("1. The lamps are old, and the mirrors are new.")),
        paragraph("", &run("2. The keepers sleep, and the lamps are lit.")),
        paragraph("", &heading),
        paragraph("", &run("3. The oil is dear, and the wicks are cheap.")),
    ];
    let document =
        read(&WordSource { body: body.concat(), ..WordSource::default() }, TrackedChanges::Accepted);
    assert_eq!(rows(&document)[2], "heading/~1 [6.1] Lamps of small ports");
    assert_eq!(found(&document, "text-missing"), [""; 0]);
}

#[test]
fn parts_may_have_any_name_and_files_of_other_formats_are_reported() {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}\" Target=\"{target}\"/>"
        )
    };
    let relations = |inside: String| format!("<Relationships>{inside}</Relationships>");
    let part = |root: &str, inside: &str| {
        format!(
            "<w:{root} xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\" xmlns:r=\"r\">{inside}</w:{root}>"
        )
    };
    let paragraphs = [
        paragraph(&listed(5, 0), &run("The lamps are old, and the mirrors are new.")),
        "<w:altChunk r:id=\"rId7\"/>".to_owned(),
        paragraph(&listed(5, 0), &run("The keepers sleep, and the lamps are lit.")),
    ];
    let texts = [
        ("_rels/.rels", relations(relation("rId1", "officeDocument", "word/document2.xml"))),
        ("word/document2.xml", part("document", &format!("<w:body>{}</w:body>", paragraphs.concat()))),
        ("word/numbering2.xml", part("numbering", NUMBERING)),
        (
            "word/_rels/document2.xml.rels",
            relations(
                relation("rId2", "numbering", "numbering2.xml") + &relation("rId7", "aFChunk", "letter.mht"),
            ),
        ),
    ];
    let entries: Vec<ZipEntry> =
        texts.iter().map(|(name, text)| ZipEntry::stored(name, text.as_bytes())).collect();
    let document = import("report.docx", &zip_file(&entries), &Given::default(), &bundled::vocabularies())
        .expect("it is a Word document");
    let expected = [
        "1 [1] The lamps are old, and the mirrors are new.",
        "2 [2] The keepers sleep, and the lamps are lit.",
    ];
    assert_eq!(rows(&document), expected);
    assert_eq!(found(&document, "text-missing"), ["letter.mht"]);
}
