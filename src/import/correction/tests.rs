//! Each correction on a small document, and corrections applied to other forms of it.

use super::*;
use crate::base::Finding;
use crate::model::{Block, Inline, InlineKind, Language};

/// `address | kind | number | text`, a line each; `{1}` in a text is a call of a footnote.
fn document(lines: &str) -> Document {
    let block = |line: &str| {
        let [address, kind, number, marked] = line.split(" | ").collect::<Vec<_>>().try_into().unwrap();
        let mut block = Block::new(address.parse().unwrap(), BlockKind::from_name(kind).unwrap(), "");
        block.number = (number != "-").then(|| number.to_owned());
        let mut rest = marked;
        while let Some((before, after)) = rest.split_once('{') {
            let (mark, after) = after.split_once('}').unwrap();
            block.text.push_str(before);
            let span = crate::base::Span::at(block.text.len());
            block.inlines.push(Inline { span, kind: InlineKind::Call(mark.to_owned()) });
            rest = after;
        }
        block.text.push_str(rest);
        block
    };
    Document {
        symbol: "A/90/1".parse().unwrap(),
        language: Language::EN,
        kind: DocumentKind::Report,
        title: "T".to_owned(),
        date: None,
        remark: None,
        blocks: lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(block).collect(),
        findings: Vec::new(),
    }
}

fn shown(document: &Document) -> Vec<String> {
    let line = |block: &Block| {
        let mut text = block.text.clone();
        for (mark, at) in block.calls().collect::<Vec<_>>().into_iter().rev() {
            text.insert_str(at, &format!("{{{mark}}}"));
        }
        format!(
            "{} | {} | {} | {text}",
            block.address,
            block.kind.name(),
            block.number.as_deref().unwrap_or("-")
        )
    };
    document.blocks.iter().map(line).collect()
}

#[track_caller]
fn case(before: &str, at: &str, change: PassageChange, expected: Result<&str, Misfit>) {
    let mut document = document(before);
    let whole = document.clone();
    let at = document.position(&at.parse().unwrap()).unwrap();
    let done = Correction::of(&document, at, change).apply(&mut document);
    match expected {
        Ok(after) => {
            assert_eq!(done, Ok(()));
            let after: Vec<&str> = after.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            assert_eq!(shown(&document), after);
        }
        Err(misfit) => {
            assert_eq!(done, Err(misfit));
            assert_eq!(document, whole);
        }
    }
}

fn split(before: &str) -> PassageChange {
    PassageChange::Split { before: before.to_owned() }
}

fn recast(kind: BlockKind, number: &str) -> PassageChange {
    PassageChange::Recast { kind, number: (!number.is_empty()).then(|| number.to_owned()) }
}

const TWO: &str = "16 | paragraph | 16 | States met.{1} 17. They agreed{2} to meet again.
                   16/a | subparagraph | 16 (a) | One;";

#[test]
fn a_passage_is_split_before_words_and_takes_their_number() {
    case(
        TWO,
        "16",
        split("17. They"),
        Ok("16 | paragraph | 16 | States met.{1}
            17 | paragraph | 17 | They agreed{2} to meet again.
            16/a | subparagraph | 16 (a) | One;"),
    );
    case(
        TWO,
        "16",
        split("to meet"),
        Ok("16 | paragraph | 16 | States met.{1} 17. They agreed{2}
            text/1 | text | - | to meet again.
            16/a | subparagraph | 16 (a) | One;"),
    );
    case(
        "14 | paragraph | 14 | States: (a) Meet; (b) Report.",
        "14",
        split("(a) Meet"),
        Ok("14 | paragraph | 14 | States:
            14/a | subparagraph | 14 (a) | Meet; (b) Report."),
    );
    case(
        "14 | paragraph | 14 | States:
         14/a | subparagraph | 14 (a) | Meet; (b) Report.",
        "14/a",
        split("(b) Report"),
        Ok("14 | paragraph | 14 | States:
            14/a | subparagraph | 14 (a) | Meet;
            14/b | subparagraph | 14 (b) | Report."),
    );
    for words in ["", "no such words", "States met", "e"] {
        case(TWO, "16", split(words), Err(Misfit::WordsGone));
    }
}

#[test]
fn a_passage_is_joined_to_the_one_before_it_with_its_number_as_words() {
    case(
        "3 | paragraph | 3 | As in para.{1}
         4 | paragraph | 4 | of the report.{2}
         4/a | subparagraph | 4 (a) | One;
         5 | paragraph | 5 | Next.",
        "4",
        PassageChange::Join,
        Ok("3 | paragraph | 3 | As in para.{1} 4. of the report.{2}
            3/a | subparagraph | 3 (a) | One;
            5 | paragraph | 5 | Next."),
    );
    case(
        "3 | paragraph | 3 | The end of
         text/1 | text | - | a sentence.",
        "text/1",
        PassageChange::Join,
        Ok("3 | paragraph | 3 | The end of a sentence."),
    );
    case(TWO, "16", PassageChange::Join, Err(Misfit::NothingBefore));
    case(
        "3 | paragraph | 3 | One.
         annex/1 | paragraph | 1 | Two.",
        "annex/1",
        PassageChange::Join,
        Err(Misfit::NothingBefore),
    );
}

#[test]
fn a_passage_gets_another_number_and_those_below_it_follow() {
    case(
        "72 | paragraph | 72 | One.
         72/a | subparagraph | 72 (a) | Two.
         74 | paragraph | 74 | Three.",
        "72",
        recast(BlockKind::Paragraph, "71 bis."),
        Ok("71bis | paragraph | 71 bis | One.
            71bis/a | subparagraph | 71 bis (a) | Two.
            74 | paragraph | 74 | Three."),
    );
    case(
        TWO,
        "16/a",
        recast(BlockKind::Subparagraph, "(c)"),
        Ok("16 | paragraph | 16 | States met.{1} 17. They agreed{2} to meet again.
         16/c | subparagraph | 16 (c) | One;"),
    );
    let two = "1 | paragraph | 1 | One.
               2 | paragraph | 2 | Two.";
    case(two, "2", recast(BlockKind::Paragraph, "1"), Err(Misfit::NumberTaken));
    case(two, "2", recast(BlockKind::Paragraph, "2."), Err(Misfit::NothingChanged));
    case(two, "2", recast(BlockKind::Footnote, "2"), Err(Misfit::KindImpossible));
}

#[test]
fn a_passage_gets_another_kind_and_no_word_is_lost() {
    case(
        "heading/I | heading | I | Introduction
         1 | paragraph | 1 | Conclusions
         2 | paragraph | 2 | Two.",
        "1",
        recast(BlockKind::Text, ""),
        Ok("heading/I | heading | I | Introduction
            text/1 | text | - | 1. Conclusions
            2 | paragraph | 2 | Two."),
    );
    case(
        "heading/I | heading | I | Introduction
         text/1 | text | - | Conclusions
         2 | paragraph | 2 | Two.",
        "text/1",
        recast(BlockKind::Heading, ""),
        Ok("heading/I | heading | I | Introduction
            heading/~1 | heading | - | Conclusions
            2 | paragraph | 2 | Two."),
    );
    case(
        "text/1 | text | - | 7. Decides{1} to meet.",
        "text/1",
        recast(BlockKind::Operative, "7"),
        Ok("op/7 | operative | 7 | Decides{1} to meet."),
    );
    case(
        "text/1 | text | - | Decides.",
        "text/1",
        recast(BlockKind::Operative, ""),
        Err(Misfit::NumberMissing),
    );
    case(
        "pp/1 | preambular | - | Recalling one,
         text/1 | text | - | Recalling two,",
        "text/1",
        recast(BlockKind::Preambular, ""),
        Ok("pp/1 | preambular | - | Recalling one,
            pp/2 | preambular | - | Recalling two,"),
    );
}

#[test]
fn corrections_are_applied_again_where_they_fit_and_the_others_become_findings() {
    let first = document(TWO);
    let corrections = Corrections {
        details: CorrectedDetails { title: Some("Title".to_owned()), ..CorrectedDetails::default() },
        passages: vec![
            Correction::of(&first, 0, split("17. They")),
            Correction {
                address: "17".parse().unwrap(),
                words: "They agreed".to_owned(),
                change: recast(BlockKind::Paragraph, "18"),
            },
        ],
    };
    let mut again = document(TWO);
    apply(&mut again, &corrections);
    assert_eq!(again.title, "Title");
    assert_eq!(again.blocks[1].address.to_string(), "18");
    assert!(again.findings.is_empty());

    // A text in which the numbers have moved: passages are found by their words.
    let mut moved = document(&TWO.replace("16", "19"));
    apply(&mut moved, &corrections);
    assert_eq!(moved.blocks[1].address.to_string(), "18");

    let mut other = document("16 | paragraph | 16 | Something else.");
    apply(&mut other, &corrections);
    assert_eq!(other.blocks.len(), 1);
    let kinds: Vec<FindingKind> = other.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FindingKind::CorrectionUnfit; 2]);
    assert_eq!(other.findings[1].address.as_deref(), Some("16"));
}

#[test]
fn a_split_is_described_by_words_that_the_text_has_once() {
    let text = "States met. States met and agreed to meet again. States met.";
    assert_eq!(words_from(text, 12).as_deref(), Some("States met and agreed"));
    assert_eq!(words_from(text, 0), None);
    assert_eq!(words_from(text, 49), None);
    assert_eq!(words_from(text, 42).as_deref(), Some("again. States met."));
    assert_eq!(words_from("été à Genève", 1), None);
}

#[test]
fn a_confirmed_passage_has_no_doubts_any_more() {
    let about = |kind: FindingKind, address: &str| Finding {
        address: Some(address.to_owned()),
        ..finding(kind, 1, "72", Some("72"))
    };
    let mut document = document("72 | paragraph | 72 | One.");
    document.findings = vec![
        about(FindingKind::NumberGap, "72"),
        about(FindingKind::Spacing, "72"),
        about(FindingKind::NumberGap, "74"),
    ];
    Correction::of(&document, 0, PassageChange::Confirm).apply(&mut document).unwrap();
    let left: Vec<FindingKind> = document.findings.iter().map(|finding| finding.kind).collect();
    assert_eq!(left, [FindingKind::Spacing, FindingKind::NumberGap]);
}
