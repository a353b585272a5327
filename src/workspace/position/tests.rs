//! Positions: their parts, what their front matter says, and how long they take to read.

use super::*;
use crate::workspace::note;
use chrono::DateTime;
use proptest::prelude::*;

fn note(front: &str, text: &str) -> Note {
    let instant = DateTime::parse_from_rfc3339("2023-02-01T10:00:00-05:00").unwrap();
    let blank = blank(&Now::new(instant, [1; 10]), "roy", "A/77/275:annex/E/next/2".parse().ok());
    let file = note::write(&Note { text: text.into(), ..blank });
    Note {
        kind: Kind::Position,
        ..note::read(&file.replacen("+++\n", &format!("+++\n{front}\n"), 1)).unwrap()
    }
}

#[test]
fn parts_given_at_once_keep_all_words() {
    let given = [
        (PositionPart::Text, "We agree.\n\n## Fallback\nA shorter one.\n\nRed line: no vote"),
        (PositionPart::Fallback, "None at all."),
        (PositionPart::RedLine, "Never."),
    ];
    let text = with_parts("Before.", given, Language::EN);
    let expected =
        "We agree.\n\n## Fallback\nA shorter one.\n\nNone at all.\n\n## Red line\nno vote\n\nNever.";
    assert_eq!(text, expected);
    assert_eq!(with_parts("Before.", [(PositionPart::Text, "")], Language::EN), "");
    let named = with_parts("", [(PositionPart::Fallback, "FALLBACK")], Language::EN);
    assert_eq!(named, "## Fallback\nFALLBACK");
}

const BODY: &str = "Nous appuyons le mandat.\n\n## Repli\nUn mandat plus court.\n\n## Red line\nAucun vote.\n\n\
                    ### Pourquoi\nLe consensus.\n\n# Fondement :\n« points de contact » (A/76/135, par. 57 d)).\n";

#[test]
fn the_parts_of_a_position_are_headed_in_either_language() {
    let note = note("", BODY);
    let position = Position::of(&note);
    assert_eq!(position.part(PositionPart::Text), "Nous appuyons le mandat.");
    assert_eq!(position.part(PositionPart::Fallback), "Un mandat plus court.");
    assert_eq!(position.part(PositionPart::RedLine), "Aucun vote.\n\n### Pourquoi\nLe consensus.");
    assert_eq!(position.part(PositionPart::Arguments), "");
    assert_eq!(position.part(PositionPart::Basis), "« points de contact » (A/76/135, par. 57 d)).");
    assert_eq!((position.status, position.restricted), (PositionStatus::Idea, false));
}

#[test]
fn the_front_matter_says_status_instruction_and_languages() {
    let front = "status = 'cleared'\nrestricted = true\nlanguages = ['fr', 'en']\n\
                 instruction = { from = 'Capitale', date = 2023-01-20, until = '2023-03-10', reference = 'ND 42' }";
    let note = note(front, "");
    let position = Position::of(&note);
    let day = |day: &str| day.parse::<NaiveDate>().unwrap();
    let instruction = position.instruction.as_ref().unwrap();
    assert_eq!((position.status, position.restricted), (PositionStatus::Cleared, true));
    assert_eq!(position.languages.len(), 2);
    assert_eq!((instruction.date, instruction.until), (Some(day("2023-01-20")), Some(day("2023-03-10"))));
    assert_eq!(instruction.reference.as_deref(), Some("ND 42"));
    assert!(position.is_expired(day("2023-03-11")) && !position.is_expired(day("2023-03-10")));
    assert_eq!(position.errors, []);
}

#[test]
fn values_that_cannot_be_read_are_reported_and_the_rest_counts() {
    let note = note("status = 'final'\nrestricted = 'no'\ninstruction = { from = 3, until = 'soon' }", "Ok.");
    let position = Position::of(&note);
    let key = |error: &Error| error.message.get("key").map(ToString::to_string);
    let keys: Vec<Option<String>> = position.errors.iter().map(key).collect();
    let known = ["status", "from", "until"].map(|key| Some(key.to_owned()));
    assert_eq!((&keys[1..], position.errors[0].message.id), (&known[..], "restricted-value"));
    assert!(position.restricted, "what cannot be read is not taken for a no");
    assert_eq!(position.part(PositionPart::Text), "Ok.");
}

#[test]
fn a_part_is_replaced_or_put_in_its_place() {
    let fr = Language::FR;
    let with = |text: &str, part| with_part(text, part, "neuf", fr);
    assert_eq!(with("", PositionPart::Text), "neuf");
    assert_eq!(with("", PositionPart::RedLine), "## Ligne rouge\nneuf");
    assert_eq!(with("a\n", PositionPart::Fallback), "a\n\n## Repli\nneuf");
    assert_eq!(
        with("a\n\n## Red line\nb\n", PositionPart::Fallback),
        "a\n\n## Repli\nneuf\n\n## Red line\nb\n"
    );
    assert_eq!(with("a\n\n## Red line\nb\n", PositionPart::RedLine), "a\n\n## Red line\nneuf");
    assert_eq!(with("a\n\n## Red line\nb\n", PositionPart::Text), "neuf\n\n## Red line\nb\n");
    assert_eq!(with("## Red line\nb", PositionPart::Text), "neuf\n\n## Red line\nb");
}

#[test]
fn reading_takes_a_minute_for_each_120_words() {
    let note = note("", &"Les États : soutiennent. ".repeat(80));
    let position = Position::of(&note);
    assert_eq!((position.reading_seconds(120), position.reading_seconds(0)), (120, 14_400));
}

proptest! {
    #[test]
    fn a_part_that_is_set_is_read_back_and_the_others_stay(
        text in "([a-zé :\n]|## (Repli|Red line|Autre|Texte)\n){0,40}",
        words in "[a-zé]{1,10}( [a-zé]{1,10}){0,4}",
        at in 0usize..5,
    ) {
        let part = PositionPart::ALL[at];
        let before = note("", &text);
        let once = parts(&text).iter().filter(|own| own.part == part).count() < 2;
        let after = note("", &with_part(&text, part, &words, Language::FR));
        let (before, after) = (Position::of(&before), Position::of(&after));
        for other in PositionPart::ALL {
            let expected = if other == part { words.clone() } else { before.part(other) };
            prop_assert!(!once || after.part(other) == expected, "{other:?} of {:?}", after.note.text);
        }
    }
}
