//! Files with structure: the XML of the United Nations, and damaged files of every kind, which never stop the program.

use plenary::import::{Given, import};
use plenary::model::{Block, Document};
use plenary::store::bundled;
use proptest::prelude::*;

use crate::support::word_writer::{WordSource, listed, paragraph, run};

const AKN: &str = r##"<?xml version="1.0"?>
<akomaNtoso><statement><meta><identification><FRBRWork><FRBRdate date="2025-12-01" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/80/900 B</docNumber></p><p>Agenda item 23 (a)</p></coverPage>
<preface><p><docNumber>80/900.</docNumber><docTitle><span class="bold">	Lights of harbours</span></docTitle></p></preface>
<preamble><formula><p><span class="italic">The General Assembly</span>,</p></formula>
<container name="Keeping"><p>Lights in mind that were lit in 1967<authorialNote marker="1"><p>See A/79/1, para. 4.</p></authorialNote>,</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p>	<span class="italic">Decides</span>:</p></content>
<list><point><num>(a)</num><content><p>To keep them;</p></content></point></list></paragraph>
<paragraph class="H23"><subheading>Oil</subheading></paragraph>
<paragraph><num>1.</num><content><p>Counts again.</p></content></paragraph></mainBody>
<conclusions><p><inline>50th plenary meeting</inline><eol/><docDate date="2025-12-01" refersTo="#adoptionDate">1 December 2025</docDate></p></conclusions>
<attachments><attachment><doc><mainBody><paragraph class="H23"><subheading>Annex</subheading></paragraph>
<paragraph class="H23"><subheading>Kinds of lamps</subheading></paragraph>
<paragraph><content><table><tr><td><p>Lamp</p></td><td><p>12<authorialNote marker="1"><p>In use.</p></authorialNote></p></td></tr></table></content></paragraph>
</mainBody></doc></attachment></attachments></statement></akomaNtoso>"##;

const HTML: &str = "<html><body><h1>Lights</h1><p>In 1967<sup><a href='#n'>1</a></sup></p><ol><li>a<li id=n>1 b</ol>\
    <table><tr><td>c<td>d</table></body></html>";

fn read(name: &str, bytes: &[u8]) -> plenary::base::Result<Document> {
    import(name, bytes, &Given::default(), &bundled::vocabularies())
}

fn rows(document: &Document) -> Vec<String> {
    let row = |block: &Block| {
        let number = block.number.as_deref().map(|number| format!("[{number}] ")).unwrap_or_default();
        let calls = block.calls().map(|(mark, at)| format!(" ^{mark}@{at}")).collect::<String>();
        format!("{} {number}{}{calls}", block.address, block.text)
    };
    document.blocks.iter().map(row).collect()
}

#[test]
fn a_resolution_in_xml_has_its_printed_numbers_and_its_notes() {
    let document = read("resolution.xml", AKN.as_bytes()).expect("it is XML");
    assert_eq!(
        rows(&document),
        [
            "front/text/1 A/RES/80/900 B",
            "front/text/2 Agenda item 23 (a)",
            "title [80/900] Lights of harbours",
            "text/1 The General Assembly,",
            "pp/1 Lights in mind that were lit in 1967, ^1@36",
            "op/1 [1] Decides:",
            "op/1/a [1 (a)] To keep them;",
            "heading/~1 Oil",
            "op/1~2 [1] Counts again.",
            "text/2 50th plenary meeting",
            "text/3 1 December 2025",
            "note/1 [1] See A/79/1, para. 4.",
            "annex/heading Annex Kinds of lamps",
            "annex/text/1 Lamp | 12 ^1@9",
            "annex/note/1 [1] In use.",
        ]
    );
    assert_eq!((document.symbol.as_str(), document.language.code()), ("A/RES/80/900B", "en"));
    assert_eq!(document.date.expect("it has a date").to_string(), "2025-12-01");
    let findings: Vec<_> = document.findings.iter().map(|finding| finding.kind.name()).collect();
    assert_eq!(findings, [""; 0], "nothing was repaired, lost or added");
}

/// A small Word document.
fn word() -> Vec<u8> {
    let source = WordSource {
        numbering: "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:lvlText w:val=\"%1.\"/>\
            </w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
            .to_owned(),
        footnotes: format!("<w:footnote w:id=\"2\">{}</w:footnote>", paragraph("", &run("Note"))),
        body: paragraph(&listed(1, 0), &format!("{}<w:r><w:footnoteReference w:id=\"2\"/></w:r>", run("Words"))),
        ..WordSource::default()
    };
    source.bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn damaged_files_are_read_or_refused(
        which in 0..3usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4u8), 1..12),
    ) {
        let (name, mut bytes) = [
            ("x.xml", AKN.as_bytes().to_vec()),
            ("x.html", HTML.as_bytes().to_vec()),
            ("x.docx", word()),
        ][which].clone();
        for (place, byte, kind) in changes {
            let at = place.index(bytes.len().max(1));
            match kind {
                0 if at < bytes.len() => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at.max(bytes.len() / 2)),
                _ => {
                    let piece = bytes[at..(at + usize::from(byte)).min(bytes.len())].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        if let Ok(document) = read(name, &bytes) {
            let marks = |block: &Block| block.text.chars().any(plenary::import::mark::is);
            prop_assert!(!document.blocks.iter().any(marks), "marks of the importer stay inside it");
        }
    }
}
