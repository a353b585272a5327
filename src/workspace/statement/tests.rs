//! Statements: paragraphs, what is spoken, and the front matter.

use super::*;
use crate::workspace::note;
use proptest::prelude::*;

fn now() -> Now {
    Now::new(DateTime::parse_from_rfc3339("2023-03-06T10:00:00-05:00").unwrap(), [1; 10])
}

fn statement(text: &str) -> Note {
    let item = "item/5/f".parse().ok();
    Note { text: text.into(), ..blank(&now(), "roy", item, Some(4), Language::EN) }
}

fn kinds(text: &str) -> Vec<String> {
    paragraphs(text).iter().map(|paragraph| format!("{} {}", paragraph.kind.name(), paragraph.text)).collect()
}

#[test]
fn paragraphs_end_at_empty_lines_and_comments_are_left_out() {
    let cases: [(&str, &[&str]); 9] = [
        ("", &[]),
        ("One\ntwo.\n\n\nThree.\n", &["words One\ntwo.", "words Three."]),
        ("# Title\nOne.", &["heading Title", "words One."]),
        (
            "One.\n\n<!-- Two.\n\nStill two. -->\n\nThree.",
            &["words One.", "left-out Two.\n\nStill two.", "words Three."],
        ),
        ("One <!-- aside --> two.", &["words One  two."]),
        ("<!-- never closed\n\nThree.", &["left-out never closed\n\nThree."]),
        ("One <!-- begins\n\nends --> two.", &["words One  two."]),
        ("<!-- # Title -->", &["left-out # Title"]),
        ("#nothing", &["words #nothing"]),
    ];
    for (text, expected) in cases {
        assert_eq!(kinds(text), expected, "{text}");
    }
}

#[test]
fn paragraphs_change_places_and_are_left_out_and_taken_in() {
    let text = "One.\n\nTwo.\n\n\nThree.\n";
    assert_eq!(moved(text, 2, -2).unwrap(), "Three.\n\nOne.\n\n\nTwo.\n");
    assert_eq!(moved(text, 0, -1), None);
    assert_eq!(moved("# A\nOne.\n\nTwo.", 0, 1).unwrap(), "One.\n\n# A\n\nTwo.");
    let without = switched(text, 1).unwrap();
    assert_eq!(without, "One.\n\n<!-- Two. -->\n\n\nThree.\n");
    assert_eq!(switched(&without, 1).unwrap(), text);
    // An end of a comment in the words does not let the rest of them out.
    let without = switched("Two --> three.", 0).unwrap();
    assert_eq!(kinds(&without), ["left-out Two --> three."]);
    assert_eq!(switched(&without, 0).unwrap(), "Two --> three.");
}

#[test]
fn citations_in_parentheses_and_the_signs_of_markdown_are_not_spoken() {
    let cases = [
        ("« points de contact » (A/76/135, par. 57 d)).", Language::FR, "« points de contact »."),
        (
            "“points of contact” (see A/76/135, para. 57 (d)), and more.",
            Language::EN,
            "“points of contact”, and more.",
        ),
        ("One (A/76/135, para. 57; A/77/275, annex, para. 16 (a)).", Language::EN, "One."),
        ("Paragraph 57 of A/76/135 says so.", Language::EN, "Paragraph 57 of A/76/135 says so."),
        ("**We** _support_ `this` [mandate](https://x.org) \\*.", Language::EN, "We support this mandate *."),
        ("snake_case stays", Language::EN, "snake_case stays"),
        ("> points\n> of contact\n\u{2014} A/76/135, para. 57", Language::EN, "“points of contact”"),
        ("> points de contact", Language::FR, "«\u{a0}points de contact\u{a0}»"),
        ("- one\n- two", Language::EN, "one two"),
        ("We agree (all of us).", Language::EN, "We agree (all of us)."),
        ("(A/76/135, para. 57)", Language::EN, ""),
    ];
    for (text, language, expected) in cases {
        assert_eq!(spoken(text, language), expected, "{text}");
    }
}

#[test]
fn a_citation_keeps_its_place_and_its_passages() {
    let found = runs("One (A/76/135, para. 57; A/77/275, annex, para. 16 (a)), two.", Language::EN);
    let passages = ["A/76/135:57", "A/77/275:annex/16/a"].map(|passage| passage.parse().unwrap());
    let words = |words: &str| SpokenRun::Words(words.into());
    assert_eq!(found, [words("One"), SpokenRun::Citation(passages.into()), words(", two.")]);
    let running = runs("Paragraph 57 of A/76/135 says so.", Language::EN);
    let passage = vec!["A/76/135:57".parse().unwrap()];
    assert_eq!(
        running,
        [words("Paragraph 57 of A/76/135"), SpokenRun::Citation(passage), words(" says so.")]
    );
}

#[test]
fn the_front_matter_says_status_limit_and_delivery() {
    let mut note = statement("Thank you, Chair.\n\n<!-- We regret. -->\n\nWe support this.");
    let read = Statement::of(&note);
    assert_eq!((read.status, read.language), (StatementStatus::Draft, Some(Language::EN)));
    assert_eq!((read.word_count(Language::EN), read.reading_seconds(120, Language::EN)), (6, 3));
    assert_eq!(read.limit_seconds(TimeLimits::default()), 180);
    note.extra.insert("on-behalf-of".into(), "EU".into());
    assert_eq!(Statement::of(&note).limit_seconds(TimeLimits::default()), 300);
    note = with_limit(&note, 150, &now());
    assert_eq!(Statement::of(&note).limit_seconds(TimeLimits::default()), 150);

    let delivery = Delivery { at: now().instant, session: Some(4), meeting: Some(3) };
    let read_aloud = ReadAloud { at: now().instant, paragraphs: 2, seconds: 97 };
    let after = with_read_aloud(&delivered(&note, &delivery, &now()), read_aloud, &now());
    let file = note::write(&after);
    let again = Note { kind: Kind::Statement, ..note::read(&file).unwrap() };
    let read = Statement::of(&again);
    assert!(read.is_delivered() && read.errors.is_empty(), "{file}");
    assert_eq!((read.delivery, read.read_aloud), (Some(delivery), Some(read_aloud)));
    let copy = copied(&again, &now().nth(1), "roy");
    let copy = Statement::of(&copy);
    assert_eq!(
        (copy.status, copy.delivery, copy.note.text.as_str()),
        (StatementStatus::Draft, None, again.text.as_str())
    );
}

#[test]
fn values_that_cannot_be_read_are_reported_and_the_rest_counts() {
    let mut note = statement("Thank you.");
    note.extra = "status = 'said'\nlimit-minutes = 'long'\nuses = [3]\ndelivered = { at = 'now' }\nmine = 1"
        .parse()
        .unwrap();
    let read = Statement::of(&note);
    let keys: Vec<String> =
        read.errors.iter().map(|error| error.message.get("key").unwrap().to_string()).collect();
    assert_eq!(keys, ["status", "limit-minutes", "uses", "at"]);
    assert_eq!((read.word_count(Language::EN), read.delivery), (2, None));
}

#[test]
fn a_comment_that_is_closed_when_its_paragraph_moves_makes_no_heading() {
    let text = "# One\n\ntwo\n# <!-- three";
    let after = moved(text, 0, 1).unwrap();
    assert_eq!(after, "two\n# <!-- three\n-->\n\n# One");
    assert_eq!(kinds(&after).len(), kinds(text).len(), "{after}");
}

proptest! {
    #[test]
    fn no_change_loses_words_or_lets_out_what_is_left_out(
        text in "([a-c]|\n|\n\n|# |> |<!--|-->| ){0,40}",
        at in 0usize..6,
        by in -3isize..4,
    ) {
        let all = paragraphs(&text);
        prop_assert!(all.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        if let Some(after) = moved(&text, at, by) {
            let sorted = |text: &str| {
                let mut kinds = kinds(text);
                kinds.sort_unstable();
                kinds
            };
            prop_assert_eq!(sorted(&after), sorted(&text));
        }
        if let Some(without) = switched(&text, at).filter(|_| all[at].kind == ParagraphKind::Words) {
            let now = paragraphs(&without);
            prop_assert_eq!((now[at].kind, now.len()), (ParagraphKind::LeftOut, all.len()));
            let again = paragraphs(&switched(&without, at).unwrap());
            // A comment inside of the words is taken in with them; everything else is as it was.
            if !text[all[at].range.clone()].contains("--") {
                prop_assert_eq!(again[at].text.replace(' ', ""), all[at].text.replace(' ', ""));
            }
        }
    }
}
