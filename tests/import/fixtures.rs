//! Invented reports and resolutions in English and French, in several layouts.

use plenary::import::{Given, import};
use plenary::model::{Document, DocumentKind};
use plenary::store::bundled;

fn read(text: &str) -> Document {
    import("text.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies())
        .expect("the fixtures are text")
}

/// Each passage on a line: address, number, text, footnote marks.
fn outline(document: &Document) -> Vec<String> {
    let passage = |block: &plenary::model::Block| {
        let calls: String = block.calls().map(|(mark, _)| format!(" [{mark}]")).collect();
        let number = block.number.as_deref().unwrap_or("-");
        format!("{} | {number} | {}{calls}", block.address, block.text)
    };
    document.blocks.iter().map(passage).collect()
}

#[track_caller]
fn case(text: &str, expected: &str) -> Document {
    let document = read(text);
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    let found = outline(&document);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    assert_eq!(super::lossless::difference(text, &document), []);
    for set in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
        assert_eq!(outline(&read(&set)), expected);
    }
    document
}

const REPORT: &str = "
United Nations                                             A/79/900
General Assembly                                   Distr.: General
                                                   22 July 2024

Report of the Working Group on harbour safety
2021–2025

I.    Introduction

1.    The Working Group met in Geneva and agreed that harbours of all sizes should be
safe, that lights should be seen from afar,1 and that the work of its first year con-
cluded in 2021.2

II.   Lights

A.    Adoption of the agenda

2.    The Working Group adopted its agenda, which reads as follows:
      1.   Election of officers.
      2.   Discussions on the matters mentioned in paragraph 5 of
           resolution 70/1:
           (a) Lights of all colours;
           (b) Horns.
      3.   Other matters.
3.    It also agreed on the following:
      (a)   Lights are green on the right-hand side of the harbour, as seen by the
master of an incoming ship;
      (b)   Lights are red on the other side:

__________
      1 See A/70/1, para. 3.
      2 A/71/2 and resolution 71/3
  of the General Assembly.

A/79/900                                                    2/4

      (i)   In summer;
      (ii)  In winter.
3 bis. The States' views were heard.

      Recommended next steps

1.    States continue to exchange views on lights.
2.    States hold focused discussions on: (a) green lights; (b) red lights; and (c)
white lights.

B.    Horns

4.    Horns are heard.

Annex

      List of harbours

1.    North Harbour.
";

#[test]
fn an_english_report_with_steps_in_its_body() {
    let document = case(
        REPORT,
        "
        front/text/1 | - | United Nations A/79/900
        front/text/2 | - | General Assembly Distr.: General
        front/text/3 | - | 22 July 2024
        title | - | Report of the Working Group on harbour safety 2021–2025
        heading/I | I | Introduction
        1 | 1 | The Working Group met in Geneva and agreed that harbours of all sizes should be safe, that lights should be seen from afar, and that the work of its first year con-cluded in 2021. [1] [2]
        heading/II | II | Lights
        heading/II/A | A | Adoption of the agenda
        2 | 2 | The Working Group adopted its agenda, which reads as follows:
        item/1 | 1 | Election of officers.
        item/2 | 2 | Discussions on the matters mentioned in paragraph 5 of resolution 70/1:
        item/2/a | 2 (a) | Lights of all colours;
        item/2/b | 2 (b) | Horns.
        item/3 | 3 | Other matters.
        3 | 3 | It also agreed on the following:
        3/a | 3 (a) | Lights are green on the right-hand side of the harbour, as seen by the master of an incoming ship;
        3/b | 3 (b) | Lights are red on the other side:
        3/b/i | 3 (b) (i) | In summer;
        3/b/ii | 3 (b) (ii) | In winter.
        3bis | 3 bis | The States’ views were heard.
        II/A/next | - | Recommended next steps
        II/A/next/1 | 1 | States continue to exchange views on lights.
        II/A/next/2 | 2 | States hold focused discussions on: (a) green lights; (b) red lights; and (c) white lights.
        heading/II/B | B | Horns
        4 | 4 | Horns are heard.
        note/1 | 1 | See A/70/1, para. 3.
        note/2 | 2 | A/71/2 and resolution 71/3 of the General Assembly.
        annex/heading | - | Annex List of harbours
        annex/1 | 1 | North Harbour.
        ",
    );
    assert_eq!(document.symbol.as_str(), "A/79/900");
    assert_eq!((document.language.code(), document.kind), ("en", DocumentKind::Report));
    assert_eq!(document.date.unwrap().to_string(), "2024-07-22");
}

#[test]
fn an_english_resolution_without_empty_lines() {
    let document = case(
        "
80/16. Safety of harbours in the context of
international calm
The General Assembly,
Recalling its resolutions 75/240 of 31 December 2020, 76/19 of 6 December
2021 and 77/36 of 7 December 2022,
Recognizing that lights are of use to all ships and to all States, great and
small,
Gravely concerned by the number of ships lost,
Bearing in mind Article 2 (4) of the Charter,
1. Welcomes the report of the Working Group on harbours and the summary of its
Chair;1
2. Decides:
(a) To establish a mechanism, which would be open to all States and would
begin its work in 2026;
(b) To convene it in New York:
(i) In March;
(ii) In July;
3. Requests the Secretary-General to report to it at its eighty-first session.
51st plenary meeting
1 December 2025
__________
1 A/80/257.
",
        "
        title | 80/16 | Safety of harbours in the context of international calm
        text/1 | - | The General Assembly,
        pp/1 | - | Recalling its resolutions 75/240 of 31 December 2020, 76/19 of 6 December 2021 and 77/36 of 7 December 2022,
        pp/2 | - | Recognizing that lights are of use to all ships and to all States, great and small,
        pp/3 | - | Gravely concerned by the number of ships lost,
        pp/4 | - | Bearing in mind Article 2 (4) of the Charter,
        op/1 | 1 | Welcomes the report of the Working Group on harbours and the summary of its Chair; [1]
        op/2 | 2 | Decides:
        op/2/a | 2 (a) | To establish a mechanism, which would be open to all States and would begin its work in 2026;
        op/2/b | 2 (b) | To convene it in New York:
        op/2/b/i | 2 (b) (i) | In March;
        op/2/b/ii | 2 (b) (ii) | In July;
        op/3 | 3 | Requests the Secretary-General to report to it at its eighty-first session.
        text/2 | - | 51st plenary meeting
        text/3 | - | 1 December 2025
        note/1 | 1 | A/80/257.
        ",
    );
    assert_eq!(document.symbol.as_str(), "A/RES/80/16");
    assert_eq!(document.kind, DocumentKind::Resolution);
    assert_eq!(document.date.unwrap().to_string(), "2025-12-01");
}

#[test]
fn the_letter_i_and_the_roman_numeral_i() {
    case(
        "Report on letters\n\n1. The list is this:\n\n(a) A;\n\n(b) B;\n\n(c) C;\n\n(d) D;\n\n(e) E;\n\n(f) F;\n\n(g) G;\n\n(h) H;\n\n(i) I;\n\n(j) J.\n\n2. And this:\n\na) A :\n\ni) one;\n\nii) two;\n\nb) B.",
        "
        title | - | Report on letters
        1 | 1 | The list is this:
        1/a | 1 (a) | A;
        1/b | 1 (b) | B;
        1/c | 1 (c) | C;
        1/d | 1 (d) | D;
        1/e | 1 (e) | E;
        1/f | 1 (f) | F;
        1/g | 1 (g) | G;
        1/h | 1 (h) | H;
        1/i | 1 (i) | I;
        1/j | 1 (j) | J.
        2 | 2 | And this:
        2/a | 2 (a) | A :
        2/a/i | 2 (a) (i) | one;
        2/a/ii | 2 (a) (ii) | two;
        2/b | 2 (b) | B.
        ",
    );
}

#[test]
fn a_french_report_in_markdown_with_unnumbered_headings_and_norms() {
    case(
        "# Rapport des experts sur les ports\n\n## I. Normes\n\n1. Les experts ont élaboré des normes¹ et tenu 10 séances, dont la 1^{re} le 1^{er} mars [70/1](#).\n\nMesures d'appui\n\n2. Les normes sont les suivantes.\n\n**Norme 13 a) :** Les États devraient allumer leurs feux,\n\nmême en été.\n\nNorme 13 b) : Les États devraient répondre.\n\n3. Les normes 13 a) et b) sont appli\n\ncables partout.\n\n¹ Voir A/70/1.\n\n4. Rien n'est dit du vent.",
        "
        title | - | Rapport des experts sur les ports
        heading/I | I | Normes
        1 | 1 | Les experts ont élaboré des normes et tenu 10 séances, dont la 1re le 1er mars 70/1. [1]
        heading/I/~1 | - | Mesures d’appui
        2 | 2 | Les normes sont les suivantes.
        norm/a | 13 a) | Les États devraient allumer leurs feux, même en été.
        norm/b | 13 b) | Les États devraient répondre.
        3 | 3 | Les normes 13 a) et b) sont applicables partout.
        4 | 4 | Rien n’est dit du vent.
        note/1 | 1 | Voir A/70/1.
        ",
    );
}

#[test]
fn a_text_of_unknown_kind_becomes_text_blocks() {
    let document = case(
        "Bonjour à tous.\n\nVoici une lettre de ma part.",
        "text/1 | - | Bonjour à tous.\ntext/2 | - | Voici une lettre de ma part.",
    );
    assert_eq!(document.kind, DocumentKind::Other);
    assert_eq!(document.symbol.as_str(), "FILE/TEXT-TXT-1");
}

#[test]
fn the_symbol_is_read_from_the_file_name_if_the_text_has_none() {
    let text = b"1. Les ports sont ouverts.";
    let document = import("A-78-265.fr.txt", text, &Given::default(), &bundled::vocabularies()).unwrap();
    assert_eq!(document.symbol.as_str(), "A/78/265");
}

#[test]
fn a_missing_step_does_not_affect_the_others() {
    let text = "A/79/905

Report of the Working Group on harbour safety

I. Introduction

1. The Working Group met in Geneva.

Annex

A. Lights

1. States recalled that lights are seen from afar.

Recommended next steps

1. States continue to light their harbours.

2. States agree to paint their buoys in the year
2024. The colours are those of resolution 70/1.

4. The Chair is requested to hold a meeting.

5. States are invited to repair their bells.

B. Bells

2. States recalled that bells are heard from afar.
";
    let document = read(text);
    let steps: Vec<String> = document
        .of_kind(plenary::model::BlockKind::NextStep)
        .map(|(_, block)| format!("{} {}", block.address, block.text.split(' ').next().unwrap_or_default()))
        .collect();
    assert_eq!(
        steps,
        ["annex/A/next/1 States", "annex/A/next/2 States", "annex/A/next/4 The", "annex/A/next/5 States"]
    );
    let gaps: Vec<_> =
        document.findings.iter().filter(|finding| finding.kind.name() == "number-gap").collect();
    assert_eq!(gaps.len(), 1, "a gap is reported once: {gaps:?}");
    let second = document.block(&"annex/A/next/2".parse().expect("an address")).expect("the second step");
    assert!(
        second.text.ends_with("in the year 2024. The colours are those of resolution 70/1."),
        "{}",
        second.text
    );
}
