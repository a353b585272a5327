//! Texts for reading: as Markdown and as plain text.

use chrono::{DateTime, FixedOffset};
use plenary::base::text::width;
use plenary::export::FileFormat;
use plenary::export::prose::{
    self, Comment, Footnote, Paragraph, ParagraphStyle, Prose, ProseFormat, Revision, RevisionKind, Run,
    RunContent, StyledText,
};
use plenary::model::Language;
use proptest::prelude::*;

pub fn moment() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2023-03-06T10:44:00-05:00").unwrap()
}

fn revision(kind: RevisionKind) -> Revision {
    Revision { kind, author: "France".to_owned(), moment: moment() }
}

/// A text with every style, footnotes with and without marks, changes and a comment.
pub fn sample() -> Prose {
    let mut prose = Prose::new("Déclaration", Language::FR, "France", moment());
    prose.push(Paragraph::text(ParagraphStyle::Title, "Déclaration de la France"));
    prose.push(Paragraph {
        number: Some("II.".to_owned()),
        ..Paragraph::text(ParagraphStyle::Heading(1), "Normes")
    });
    let note = Footnote {
        mark: Some("14".to_owned()),
        runs: vec![text("A/76/135, par. 71 f).", false, true).into()],
    };
    let called = Run { content: RunContent::Footnote(note), revision: None };
    prose.push(
        Paragraph::text(ParagraphStyle::Body, "Les États ")
            .with(Run::bold("rappellent"))
            .with(Run::text(" les normes"))
            .with(called)
            .with(Run::text(" et le répertoire"))
            .with(Run::footnote("Voir le site."))
            .with(Run { content: RunContent::Mark("14".to_owned()), revision: None })
            .with(Run::text(".")),
    );
    prose.push(Paragraph::text(ParagraphStyle::Quotation, "« Mot *à* mot. »\nSuite."));
    let mut changed = Paragraph::numbered("17.", 1)
        .with(Run::text("un financement "))
        .with(Run::text("durable").revised(revision(RevisionKind::Deleted)))
        .with(Run::text("prévisible").revised(revision(RevisionKind::Inserted)))
        .with(Run::text(" et des moyens."));
    let comment = |runs| Comment {
        runs,
        author: "France".to_owned(),
        moment: moment(),
        text: "Termes\nconvenus".to_owned(),
    };
    changed.comments.push(comment(1..3));
    prose.push(changed);
    prose.push(Paragraph::numbered("a)", 2).with(Run::text("Premier alinéa")));
    prose.push(Paragraph {
        revision: Some(revision(RevisionKind::Inserted)),
        ..Paragraph::numbered("17 bis.", 1).with(Run::text("Paragraphe nouveau."))
    });
    prose.push(Paragraph {
        revision: Some(revision(RevisionKind::Deleted)),
        ..Paragraph::numbered("18.", 1).with(Run::text("Paragraphe supprimé."))
    });
    prose.push(Paragraph::text(ParagraphStyle::SmallPrint, "- Fin.").on_new_page());
    prose
}

fn text(text: &str, bold: bool, italic: bool) -> StyledText {
    StyledText { text: text.to_owned(), bold, italic }
}

#[track_caller]
fn written(prose: &Prose, format: ProseFormat) -> String {
    String::from_utf8(prose::write(prose, format).unwrap()).unwrap()
}

#[test]
fn a_text_in_markdown() {
    insta::assert_snapshot!(written(&sample(), ProseFormat::Markdown));
}

#[test]
fn a_text_as_a_page() {
    let page = written(&sample(), ProseFormat::Html);
    let body = page.split_once("<body>\n").unwrap().1;
    insta::assert_snapshot!(body);
    // It is well-formed, whatever the words are.
    let words = Paragraph::text(ParagraphStyle::Body, "a < b && \"c\" </p> \u{1b}[31m");
    let mut prose = sample();
    prose.push(words);
    let page = written(&prose, ProseFormat::Html);
    let body = page
        .split_once("<body>")
        .unwrap()
        .1
        .split_once("</body>")
        .unwrap()
        .0
        .replace("<hr class=\"page\">", "");
    let body = format!("<body>{}</body>", body.replace("<hr>", "").replace("<br>", ""));
    let tree = roxmltree::Document::parse(&body).unwrap();
    let last = tree
        .descendants()
        .filter(|node| node.has_tag_name("p"))
        .find(|node| node.text().is_some_and(|text| text.starts_with("a < b")));
    assert!(last.is_some() && !body.contains('\u{1b}'), "{body}");
    for link in tree.descendants().filter_map(|node| node.attribute("href")) {
        let target = link.strip_prefix('#').unwrap();
        assert!(tree.descendants().any(|node| node.attribute("id") == Some(target)), "{link}");
    }
}

#[test]
fn a_text_in_plain_lines() {
    insta::assert_snapshot!(written(&sample(), ProseFormat::Text { columns: Some(40) }));
}

#[test]
fn each_paragraph_is_one_line_if_asked() {
    let written = written(&sample(), ProseFormat::Text { columns: None });
    assert!(written.contains("\n17. un financement prévisible et des moyens.\n"), "{written}");
    assert!(!written.contains("supprimé") && !written.contains("Termes convenus"), "{written}");
}

#[test]
fn formats_are_found_by_their_endings() {
    for format in ProseFormat::ALL {
        assert_eq!(ProseFormat::from_name(&format.name().to_uppercase()), Some(format));
    }
    assert_eq!(ProseFormat::from_name("doc"), None);
}

/// Runs in one paragraph, and the paragraph in Markdown.
#[track_caller]
fn markdown(runs: &[StyledText], expected: &str) {
    let mut prose = sample();
    let runs = runs.iter().cloned().map(Run::styled).collect();
    prose.paragraphs = vec![Paragraph { runs, ..Paragraph::new(ParagraphStyle::Body) }];
    assert_eq!(written(&prose, ProseFormat::Markdown), expected);
}

#[test]
fn signs_of_markdown_are_escaped() {
    let plain = |words: &str, expected: &str| markdown(&[text(words, false, false)], expected);
    plain("- a", "\\- a\n");
    plain("   + a", "\\+ a\n");
    plain("1. a\n2) b\n1990 c", "1\\. a\\\n2\\) b\\\n1990 c\n");
    plain("===\n\n# x", "\\===\\\n\\# x\n");
    plain("{++a++} [^1] `b` <c> &amp;", "\\{++a++\\} \\[^1\\] \\`b\\` \\<c\\> \\&amp;\n");
    plain("a\u{a0}: \tb\x1b", "a\u{a0}:  b␛\n");
}

#[test]
fn type_styles_are_marked_where_markdown_reads_the_marks() {
    let plain = |words: &str| text(words, false, false);
    let bold = |words: &str| text(words, true, false);
    let italic = |words: &str| text(words, false, true);
    markdown(&[plain("a"), bold(" b "), plain("c")], "a **b** c\n");
    markdown(&[bold("(b)"), plain("c")], "<b>(b)</b>c\n");
    markdown(&[plain("« "), bold("b"), italic("c")], "« **b**<i>c</i>\n");
    markdown(&[text("b", true, true), plain(" "), bold("")], "***b***\n");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Wrapping only replaces spaces by line ends; a line is too long only if it is one word.
    #[test]
    fn wrapping_keeps_every_word(words in prop::collection::vec("[a-zé’\u{a0}\u{202f}漢字:]{1,12}", 1..60), columns in 20u16..90) {
        let mut prose = sample();
        prose.paragraphs = vec![Paragraph::text(ParagraphStyle::Body, words.join(" "))];
        let long = written(&prose, ProseFormat::Text { columns: None });
        let wrapped = written(&prose, ProseFormat::Text { columns: Some(columns) });
        let joined = |text: &str| text.chars().filter(|c| !" \n".contains(*c)).collect::<String>();
        prop_assert_eq!(joined(&long), joined(&wrapped));
        for line in wrapped.lines() {
            prop_assert!(width(line) <= usize::from(columns) || !line.contains(' '), "{:?}", line);
        }
    }

    /// Whatever the words are, plain text has no control codes and no direction overrides.
    #[test]
    fn plain_text_has_no_control_codes(words in "\\PC*|[\0-\u{9f}\u{202a}-\u{202e}\u{feff} a]*") {
        let mut prose = sample();
        prose.paragraphs = vec![Paragraph::text(ParagraphStyle::Body, words)];
        let written = written(&prose, ProseFormat::Text { columns: Some(40) });
        let bad = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        prop_assert!(!written.contains(bad), "{:?}", written);
    }
}
