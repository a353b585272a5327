//! Templates of notes: chosen in a list or by name, with their placeholders filled in.

use insta::assert_snapshot;
use plenary::workspace::NoteTemplate;

use crate::screens::Delegate;

fn at_step(day: &str) -> Delegate {
    Delegate::at(day).on(140, 50).reading("A/77/275:annex/E/next/2")
}

/// The note being typed, with ordinary spaces and `|` at the cursor.
fn note(desk: &Delegate) -> String {
    let editor = &desk.app.typing().expect("a note is open").editor;
    let (before, after) = editor.text().split_at(editor.cursor());
    format!("{before}|{after}").replace(['\u{a0}', '\u{202f}'], " ")
}

#[test]
fn a_template_is_chosen_in_a_list_and_its_placeholders_are_filled_in() {
    let desk = at_step("2023-03-07").press(":").types("modèles").press("Enter");
    assert!(desk.words().contains("Entretien bilatéral"), "{}", desk.words());
    let desk = desk.types("séance").press("Enter");
    let text = note(&desk);
    assert!(text.starts_with("En séance · 7 mars 2023 · "), "{text}");
    assert!(text.contains("5 f) "), "{text}");
    assert!(text.contains("A/77/275, annexe, étape 2 de la section E"), "{text}");
    assert!(text.contains("Pour\n- |\n"), "{text}");
    let desk = desk.types("Canada").press("Enter").types("Inde").press("Esc");
    let kept = desk.app.workspace.notebook.notes().next().expect("it is kept");
    assert!(kept.text.contains("Pour\n- Canada\n- Inde\n"), "{}", kept.text);
    assert_eq!(kept.anchor.as_ref().map(ToString::to_string).as_deref(), Some("A/77/275:annex/E/next/2"));
}

#[test]
fn a_key_lists_the_templates() {
    let desk = at_step("2023-03-07").press("Alt-n");
    assert!(desk.words().contains("Entretien bilatéral"), "{}", desk.words());
    assert!(note(&desk.types("bilat").press("Enter")).starts_with("Entretien bilatéral"));
}

#[test]
fn a_template_is_named_in_the_palette_with_a_delegation_after_it() {
    let desk =
        at_step("2023-03-07").in_english().press(":").types("templates bilateral Canada").press("Enter");
    assert!(note(&desk).starts_with("Bilateral meeting with Canada · 7 March 2023"), "{}", note(&desk));
    let desk = at_step("2023-03-07").press(":").types("modèles entretien bilateral le Canada").press("Enter");
    assert!(note(&desk).starts_with("Entretien bilatéral avec le Canada"), "{}", note(&desk));
    let desk = at_step("2023-03-07").press(":").types("templates bilateral").press("Enter");
    assert!(note(&desk).starts_with("Entretien bilatéral avec … · "), "{}", note(&desk));
}

#[test]
fn the_own_delegation_is_filled_in_if_none_is_named() {
    let mut desk = at_step("2023-03-07");
    desk.app.workspace.own_delegation = Some("France".into());
    let own = NoteTemplate { name: "café".into(), language: None, text: "{delegation}, {passage}".into() };
    desk.app.workspace.templates.push(own);
    let desk = desk.press(":").types("templates cafe").press("Enter");
    assert!(note(&desk).starts_with("France, A/77/275, annexe"), "{}", note(&desk));
}

#[test]
fn every_bundled_template_is_offered_in_the_language_of_the_interface() {
    let desk = at_step("2023-03-07").in_english().press(":").types("templates").press("Enter");
    let words = desk.words();
    for name in ["On the floor", "Bilateral", "Instruction", "Report"] {
        assert!(words.contains(name), "{name}: {words}");
    }
    assert!(!words.contains("Compte rendu"), "{words}");
}

#[test]
fn the_list_and_a_note_from_a_template_are_drawn() {
    for (columns, rows) in [(80, 24), (140, 50)] {
        let list = |desk: Delegate| {
            let desk = desk.on(columns, rows).reading("A/77/275:annex/E/next/2");
            desk.press(":").types("templates").press("Enter")
        };
        let name = format!("templates-{columns}x{rows}");
        assert_snapshot!(format!("{name}-fr"), list(Delegate::at("2023-03-07")).screen());
        assert_snapshot!(format!("{name}-en"), list(Delegate::at("2023-03-07").in_english()).screen());
        let floor = list(Delegate::at("2023-03-07")).press("Enter").types("Canada");
        assert_snapshot!(format!("{name}-note-fr"), floor.screen());
    }
}
