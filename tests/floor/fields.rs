//! Interventions corrected field by field, at the desk and from the command line, with what was there before.

use plenary::model::Delegations;
use plenary::workspace::Intervention;
use plenary::workspace::intervention::{InterventionField, corrections};
use serde_json::Value;

use crate::cli::{list, run_in};
use crate::screens::Delegate;
use crate::support::files;
use crate::support::home::Home;

/// A delegate in the notes pane, with an intervention chosen.
fn after(line: &str) -> Delegate {
    let desk = Delegate::at("2023-03-07").in_english().on(120, 40).reading("A/77/275:annex/E/next/2");
    desk.press("i").types(line).press("Enter Tab Tab")
}

/// The fields of the only intervention, by their names.
fn field(desk: &Delegate, field: InterventionField) -> String {
    let delegations = Delegations::bundled();
    let note = desk.app.workspace.notebook.notes().next().expect("an intervention");
    let said = Intervention::of(note, &delegations).expect("it names a delegation");
    field.text(&said)
}

#[test]
fn every_field_is_corrected_at_the_desk_and_undone() {
    let desk = after("SG + capacities first").press("H");
    assert!(desk.screen().contains("Fields of the intervention"), "{}", desk.screen());
    let desk = desk.press("Enter Ctrl-u").types("singa").press("Tab Enter");
    assert_eq!(field(&desk, InterventionField::Delegation), "SGP");
    for (typed, to, which) in [
        ("stance", "- ", InterventionField::Stance),
        ("on behalf", "ASEAN, Wakanda", InterventionField::OnBehalfOf),
        ("passage", "14c", InterventionField::Passage),
        ("words", "capacities last", InterventionField::Words),
        ("time", "10:20", InterventionField::Time),
        ("meeting", "3", InterventionField::Meeting),
    ] {
        let desk = after("SG + capacities first").press("H").types(typed).press("Enter Ctrl-u");
        let desk = desk.types(to).press("Enter");
        let expected = match which {
            InterventionField::Passage => "A/77/275:annex/14/c",
            InterventionField::Time => "2023-03-07 10:20",
            _ => to.trim(),
        };
        assert_eq!(field(&desk, which), expected, "{typed}:\n{}", desk.screen());
        assert!(desk.footer().contains("Corrected"), "{}", desk.footer());
        let desk = desk.press("u");
        assert_ne!(field(&desk, which), expected, "undone: {typed}");
    }
    let desk = after("Iran: false").press("H").types("reply").press("Enter");
    assert_eq!(field(&desk, InterventionField::Reply), "yes");
}

#[test]
fn what_was_there_before_is_listed_with_its_time_and_author() {
    let desk =
        after("France + yes").press("H").types("stance").press("Enter Ctrl-u").types("--").press("Enter");
    let note = desk.app.workspace.notebook.notes().next().expect("an intervention");
    let [corrected] = &corrections(note)[..] else { panic!("{note:?}") };
    assert_eq!((corrected.field, corrected.was.as_str()), (InterventionField::Stance, "+"));
    assert_eq!(corrected.by, "Roy");
    let screen = desk.press("H").words();
    assert!(screen.contains("stance: was +") && screen.contains("opposes"), "{screen}");
}

#[test]
fn a_value_that_cannot_be_read_stays_in_the_line() {
    for (field, typed, says) in [
        ("stance", "maybe", "is not a stance"),
        ("passage", "nowhere at all", "names no passage"),
        ("time", "25:00", "is not a time"),
        ("meeting", "third", "not the number of a meeting"),
    ] {
        let desk =
            after("France + yes").press("H").types(field).press("Enter Ctrl-u").types(typed).press("Enter");
        assert!(desk.words().contains(says), "{}", desk.screen());
        assert!(desk.footer().ends_with(typed), "what was typed stays: {}", desk.footer());
    }
}

#[test]
fn fields_are_corrected_from_the_command_line() {
    let home = Home::new();
    let made = run_in(&home, &["intervene", "SG + E.2 yes", "--today", "2023-03-07", "--json"]).json();
    let id = list(&made)[0]["id"].as_str().expect("an id").to_owned();
    let arguments = [
        "correct",
        &id,
        "--delegation",
        "Singapore",
        "--on-behalf-of",
        "ASEAN, Wakanda",
        "--stance",
        "-",
        "--passage",
        "14c",
        "--words",
        "- not yet",
        "--time",
        "2023-03-07 11:20",
        "--meeting",
        "4",
        "--right-of-reply",
        "yes",
        "--json",
    ];
    let row = run_in(&home, &arguments).json();
    let expected: [(&str, Value); 8] = [
        ("delegation", "SGP".into()),
        ("on_behalf_of", "ASEAN, Wakanda".into()),
        ("stance", "opposes".into()),
        ("anchor", "A/77/275:annex/14/c".into()),
        ("words", "- not yet".into()),
        ("meeting", 4.into()),
        ("right_of_reply", true.into()),
        ("item", "item/5/a".into()),
    ];
    for (key, value) in expected {
        assert_eq!(row[key], value, "{key} in {row}");
    }
    assert!(row["at"].as_str().is_some_and(|at| at.starts_with("2023-03-07T11:20:00")), "{row}");
    assert_eq!(list(&run_in(&home, &["said", "--json"]).json()), [row], "it is read as it was written");
    let text = files::text(&files::ending(&home.data().join("workspace/notes"), ".md").remove(0));
    assert_eq!(text.matches("field = ").count(), 8, "each field with what was there before: {text}");
    run_in(&home, &["correct", &id, "--meeting", "4"]).fails(2, &["--meeting 3"]);
    run_in(&home, &["correct", &id, "--stance", "maybe"]).fails(2, &["maybe"]);
}

#[test]
fn words_edited_as_a_text_keep_what_was_there_before() {
    let desk = after("France + yes").press("e Ctrl-End").types(", but later").press("Esc");
    assert_eq!(field(&desk, InterventionField::Words), "yes, but later");
    let note = desk.app.workspace.notebook.notes().next().expect("an intervention");
    let [corrected] = &corrections(note)[..] else { panic!("{note:?}") };
    assert_eq!((corrected.field, corrected.was.as_str()), (InterventionField::Words, "yes"));
    let desk = desk.press("u");
    assert_eq!(field(&desk, InterventionField::Words), "yes");
    // Text that is opened and left, and a note of our own, have nothing corrected.
    let desk = desk.press("e Esc n").types("ours").press("Esc Tab e Ctrl-End").types("!").press("Esc");
    assert!(desk.app.workspace.notebook.notes().all(|note| corrections(note).is_empty()));
}
