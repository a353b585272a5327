//! Tests of amendments: parts, front matter, sources, and the text they were made on.

use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::model::{BlockKind, Document, DocumentKind};

const WORDS: &str = "Les États envisagent de verser des contributions.";

fn note(front: &str, text: &str) -> Note {
    let instant = DateTime::parse_from_rfc3339("2023-02-01T10:00:00-05:00").unwrap();
    let anchor = "A/77/275:annex/17/e".parse().unwrap();
    let now = Now::new(instant, [1; 10]);
    let mut note = blank(&now, "roy", anchor, Language::FR, WORDS, Operation::Reword);
    note.text = text.into();
    note.extra.extend(front.parse::<toml::Table>().unwrap());
    note
}

const BODY: &str = "Les États envisagent de verser des contributions prévisibles.\n\n## Variante : BRA\nLes États versent\n\
                    des contributions.\n\n## Alternative: ours\nAucun.\n\n## Reason\nLe fonds est vide.\n\n\
                    ## Coauteurs\n- Brésil, Kenya ;\n- Inde\n\n## Proposé par\nFrance\n";

#[test]
fn the_parts_of_an_amendment_are_headed_in_either_language() {
    let note = note("", BODY);
    let amendment = Amendment::of(&note);
    let wordings: Vec<(Option<String>, String)> =
        amendment.wordings().into_iter().map(|wording| (wording.source, wording.text)).collect();
    let wording = |source: Option<&str>, text: &str| (source.map(str::to_owned), text.to_owned());
    assert_eq!(
        wordings,
        [
            wording(Some("France"), "Les États envisagent de verser des contributions prévisibles."),
            wording(Some("BRA"), "Les États versent des contributions."),
            wording(None, "Aucun."),
        ]
    );
    assert_eq!(amendment.reason(), "Le fonds est vide.");
    assert_eq!(amendment.co_sponsors(), ["Brésil", "Kenya", "Inde"]);
    assert_eq!((amendment.by().as_deref(), amendment.status), (Some("France"), AmendmentStatus::Tabled));
    assert!(!amendment.is_blank());
}

#[test]
fn our_alternative_to_what_another_delegation_tabled_is_not_tabled() {
    let note = note("status = 'tabled'", BODY);
    let amendment = Amendment::of(&note);
    let statuses: Vec<AmendmentStatus> =
        amendment.wordings().iter().map(|wording| amendment.status_of(wording.source.as_deref())).collect();
    assert_eq!(statuses, [AmendmentStatus::Tabled, AmendmentStatus::Tabled, AmendmentStatus::Draft]);
}

#[test]
fn an_amendment_without_a_proposer_is_ours_and_a_draft() {
    let ours = note("", "Les États.\n\n## Proposed by\nus\n");
    assert_eq!((Amendment::of(&ours).by(), Amendment::of(&ours).status), (None, AmendmentStatus::Draft));
    let theirs = Note { delegation: Some("BRA".into()), ..note("", "Les États.") };
    assert_eq!(Amendment::of(&theirs).by().as_deref(), Some("BRA"));
}

#[test]
fn nothing_is_written_as_long_as_the_words_are_the_old_ones() {
    let untouched = note("", &format!("{WORDS}\n\n## Motif\n\n## Coauteurs\n"));
    assert!(Amendment::of(&untouched).is_blank());
    assert!(!Amendment::of(&note("", &format!("{WORDS}\n\n## Motif\nParce que."))).is_blank());
    assert!(!Amendment::of(&note("operation = 'delete'", "")).is_blank());
    assert!(Amendment::of(&note("operation = 'insert-after'", "## Motif\n")).is_blank());
}

#[test]
fn values_that_cannot_be_read_are_reported_and_the_rest_counts() {
    let note = note("status = 'final'\noperation = 3\nlanguage = 'x'", "Ok.");
    let amendment = Amendment::of(&note);
    let keys: Vec<String> =
        amendment.errors.iter().map(|error| error.message.get("key").unwrap().to_string()).collect();
    assert_eq!(keys, ["status", "operation", "language"]);
    assert_eq!(amendment.wordings()[0].text, "Ok.");
}

#[test]
fn the_paragraphs_of_a_new_passage_stay_apart() {
    let note = note("operation = 'insert-after'", "Un\nseul.\n\n\nDeux.");
    assert_eq!(Amendment::of(&note).wordings()[0].text, "Un seul.\nDeux.");
}

#[test]
fn a_later_change_of_the_document_is_noticed() {
    let block = |text: &str| Block::new("annex/17/e".parse().unwrap(), BlockKind::Subparagraph, text);
    let shelf = |language: Language, blocks: Vec<Block>| {
        Shelf::new([Document {
            symbol: "A/77/275".parse().unwrap(),
            language,
            kind: DocumentKind::Report,
            title: String::new(),
            date: None,
            remark: None,
            blocks,
            findings: Vec::new(),
        }])
    };
    let note = note("", "x");
    let amendment = Amendment::of(&note);
    assert_eq!(amendment.state(&shelf(Language::FR, vec![block(WORDS)])), AmendedText::Current);
    assert_eq!(amendment.state(&shelf(Language::FR, vec![block("Autre.")])), AmendedText::Changed);
    assert_eq!(amendment.state(&shelf(Language::FR, Vec::new())), AmendedText::Missing);
    assert_eq!(amendment.state(&shelf(Language::EN, vec![block(WORDS)])), AmendedText::NotHeld);
}

#[test]
fn a_part_is_replaced_or_put_in_its_place_and_alternatives_are_added() {
    let with = |text: &str, part, source| with_amendment_part(text, part, "neuf", source, Language::FR);
    assert_eq!(with("", AmendmentPart::Text, None), "neuf");
    assert_eq!(with("a\n", AmendmentPart::Reason, None), "a\n\n## Motif\nneuf");
    let two = with("a\n\n## Motif\nb", AmendmentPart::Alternative, Some("BRA"));
    assert_eq!(two, "a\n\n## Variante\u{a0}: BRA\nneuf\n\n## Motif\nb");
    let three = with(&two, AmendmentPart::Alternative, None);
    assert_eq!(three, "a\n\n## Variante\u{a0}: BRA\nneuf\n\n## Variante\nneuf\n\n## Motif\nb");
    assert_eq!(with("a\n\n## Reason\nb\n", AmendmentPart::Reason, None), "a\n\n## Reason\nneuf");
}

proptest! {
    #[test]
    fn a_part_that_is_set_is_read_back_and_the_others_stay(
        text in "([a-zé :\n]|## (Motif|Reason|Autre|Texte|Coauteurs)\n){0,40}",
        words in "[a-zé]{1,10}( [a-zé]{1,10}){0,4}",
        at in 0usize..5,
    ) {
        let part = AmendmentPart::ALL[at];
        let before = note("", &text);
        let own = |one: AmendmentPart| parts(&text).iter().filter(|(own, _)| own.part == one).count();
        let after = note("", &with_amendment_part(&text, part, &words, None, Language::FR));
        let (before, after) = (Amendment::of(&before), Amendment::of(&after));
        for other in AmendmentPart::ALL {
            let expected = if other == part { words.clone() } else { before.part(other) };
            prop_assert!(own(part) > 1 || after.part(other) == expected, "{other:?} of {:?}", after.note.text);
        }
    }
}
