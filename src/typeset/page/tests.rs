//! Pages of small documents as text, and the reading position at different widths.

use proptest::prelude::*;

use super::*;
use crate::base::text;
use crate::model::{Address, DocumentKind, Inline, InlineKind, Language, Symbol};

fn block(address: &str, kind: BlockKind, number: &str, text: &str) -> Block {
    let address: Address = address.parse().unwrap();
    let number = (!number.is_empty()).then(|| number.to_owned());
    // `^12^` in the text of a test is a call of a footnote.
    let mut parts = text.split('^');
    let mut words = parts.next().unwrap_or_default().to_owned();
    let mut inlines = Vec::new();
    while let (Some(mark), Some(rest)) = (parts.next(), parts.next()) {
        inlines.push(Inline { span: Span::at(words.len()), kind: InlineKind::Call(mark.to_owned()) });
        words.push_str(rest);
    }
    Block { number, inlines, ..Block::new(address, kind, words) }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        symbol: "A/77/275".parse::<Symbol>().unwrap(),
        language: Language::FR,
        kind: DocumentKind::Report,
        title: String::new(),
        date: None,
        remark: None,
        blocks,
        findings: Vec::new(),
    }
}

fn report() -> Document {
    use BlockKind::{AgendaItem, Bullet, Footnote, Heading, NextStep, Norm, Paragraph, Subparagraph, Text};
    document(vec![
        block("title", Text, "", "Rapport du Groupe de travail"),
        block("heading/II", Heading, "II", "Questions d’organisation"),
        block("6", Paragraph, "6", "À sa séance d’organisation^1^, le Groupe a adopté l’ordre du jour :"),
        block("item/5", AgendaItem, "5", "Examen des questions"),
        block("item/5/f", AgendaItem, "5 f)", "Mesures de confiance"),
        block("14", Paragraph, "14", "Les États ont proposé ce qui suit^2^ :"),
        block("14/c", Subparagraph, "14 c)", "de poursuivre les échanges ;"),
        block("14/c/ii", Subparagraph, "14 c) ii)", "au sein du groupe^2^."),
        block("14/bullet-1", Bullet, "", "Un point."),
        block("norm/i", Norm, "13 i)", "Les États devraient prendre des mesures."),
        block("E/next/2", NextStep, "2", "Les États conviennent d’établir un répertoire."),
        block("note/1", Footnote, "", "Voir A/AC.292/2021/1."),
        block("note/2", Footnote, "", "Résolution 75/240 de l’Assemblée générale."),
    ])
}

/// A page as text: numbers, words and superscript marks in their positions.
fn seen(document: &Document, page: &Page) -> String {
    let mut seen = String::new();
    for line in &page.lines {
        let mut row = String::new();
        if let Some((column, number)) = &line.margin {
            row = " ".repeat(*column) + number;
        }
        row += &" ".repeat(line.indent - text::width(&row));
        let shown = line.shown(document);
        let mut at = shown.start;
        for (place, mark) in &line.calls {
            row += &document.blocks[line.block].text[at..*place];
            row += &superscript(mark);
            at = *place;
        }
        row += &document.blocks[line.block].text[at..shown.end];
        seen += row.trim_end();
        seen += "\n";
    }
    seen
}

fn set(document: &Document, width: usize, open: &[&str]) -> Page {
    Page::set(document, &PageSetting { width, open_notes: &|_, mark| open.contains(&mark) })
}

#[test]
fn a_report_is_set_with_its_numbers_in_the_margin() {
    let report = report();
    insta::assert_snapshot!(seen(&report, &set(&report, 60, &[])), @r"
          Rapport du Groupe de travail

    II.   Questions d’organisation

    6.    À sa séance d’organisation¹, le Groupe a adopté
          l’ordre du jour :

          5. Examen des questions
             f)  Mesures de confiance

    14.   Les États ont proposé ce qui suit² :

          c) de poursuivre les échanges ;

             ii) au sein du groupe².

          •  Un point.

    13 i) Les États devraient prendre des mesures.

    2.    Les États conviennent d’établir un répertoire.

    ¹     Voir A/AC.292/2021/1.
    ²     Résolution 75/240 de l’Assemblée générale.
    ");
}

#[test]
fn a_narrow_page_has_narrow_margins() {
    let report = report();
    insta::assert_snapshot!(seen(&report, &set(&report, 26, &["2"])), @r"
        Rapport du Groupe de
        travail

    II. Questions
        d’organisation

    6.  À sa séance
        d’organisation¹, le
        Groupe a adopté
        l’ordre du jour :

     5. Examen des questions
      f)  Mesures de confiance

    14. Les États ont proposé
        ce qui suit² :
        ² Résolution 75/240 de
          l’Assemblée
          générale.

     c) de poursuivre les
        échanges ;

      ii) au sein du groupe².
          ² Résolution 75/240
            de l’Assemblée
            générale.

     •  Un point.

    13 i) Les États devraient
          prendre des mesures.

    2.  Les États conviennent
        d’établir un
        répertoire.

    ¹   Voir A/AC.292/2021/1.
    ");
}

#[test]
fn an_open_footnote_is_below_the_line_that_calls_it() {
    let report = report();
    let page = set(&report, 30, &["1"]);
    let note = page.first_line(11);
    assert_eq!(page.lines[note].kind, LineKind::Note(2));
    assert_eq!(page.lines[note - 1].calls, [("À sa séance d’organisation".len(), "1".to_owned())]);
    assert_eq!(page.block_at(note), 11);
    let closed = set(&report, 30, &[]);
    assert_eq!(closed.lines[closed.first_line(11)].kind, LineKind::Text);
    assert!(closed.first_line(11) > closed.first_line(10));
}

#[test]
fn an_empty_document_is_an_empty_page() {
    let page = set(&document(Vec::new()), 40, &[]);
    assert_eq!((page.lines.len(), page.first_line(3), page.line_of(3, 9), page.block_at(7)), (0, 0, 0, 0));
}

fn any_document() -> impl Strategy<Value = Document> {
    use BlockKind::{AgendaItem, Footnote, Heading, Paragraph, Subparagraph};
    let shape = prop_oneof![
        Just(("7", Paragraph, "7")),
        Just(("123456/a/ii/b/c/d", Subparagraph, "123456 a) viii) b) c) d)")),
        Just(("annex/heading/VIII", Heading, "VIII")),
        Just(("item/5/f", AgendaItem, "5 f)")),
        Just(("note/12", Footnote, "")),
        Just(("annex/note/*", Footnote, "")),
    ];
    let call =
        prop::option::of((any::<prop::sample::Index>(), prop_oneof![Just("12"), Just("*"), Just("9")]));
    let one = (shape, crate::typeset::wrap::tests::hard_text(), call).prop_map(
        |((at, kind, number), text, call)| {
            let text = text.replace('^', "");
            let places: Vec<usize> =
                text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
            let mut block = block(at, kind, number, &text);
            if let Some((place, mark)) = call {
                let span = Span::at(*place.get(&places));
                block.inlines.push(Inline { span, kind: InlineKind::Call(mark.to_owned()) });
            }
            block
        },
    );
    prop::collection::vec(one, 0..8).prop_map(document)
}

proptest! {
    #[test]
    fn the_position_is_found_again_when_the_width_changes(
        document in any_document(),
        width in 1usize..120,
        open in any::<bool>(),
    ) {
        let page = Page::set(&document, &PageSetting { width, open_notes: &|_, _| open });
        for (index, block) in document.blocks.iter().enumerate() {
            prop_assert_eq!(page.block_at(page.first_line(index)), index);
            for byte in 0..=block.text.len() + 1 {
                let line = &page.lines[page.line_of(index, byte)];
                prop_assert_eq!(page.block_at(page.line_of(index, byte)), index);
                prop_assert_ne!(line.kind, LineKind::Blank);
                prop_assert!(line.span.start <= byte && (byte < line.span.end || line.span.end == block.text.len()));
            }
            let called: usize = block.calls().count();
            let shown = page.lines.iter().filter(|line| line.block == index && line.kind == LineKind::Text);
            let marks: usize = shown.map(|line| line.calls.len()).sum();
            prop_assert!(marks == called || page.lines[page.first_line(index)].kind != LineKind::Text);
        }
        for line in &page.lines {
            let (number, room) = line.margin.as_ref().map_or((0, 0), |(at, number)| (at + text::width(number), line.indent));
            prop_assert!(number < room.max(1), "the number ends before the text");
            prop_assert!(line.indent <= width / 2);
        }
    }
}
