//! Interventions typed at the desk: what is understood is shown while typing, names are completed, long lines wrap.

use plenary::app::effect::Effect;
use plenary::app::event::Event;
use plenary::app::layer::Layer;
use plenary::app::write::Write;
use plenary::workspace::{Intervention, Note};

use crate::screens::Delegate;

/// A delegate at step E.2 who types an intervention.
fn typing(line: &str) -> Delegate {
    let desk = Delegate::at("2023-03-07").in_english().on(100, 30).reading("A/77/275:annex/E/next/2");
    desk.press("i").types(line)
}

/// The rows of the screen that are not empty, from the bottom up, without spaces at their ends.
fn bottom(desk: &Delegate, rows: usize) -> Vec<String> {
    let screen = desk.screen();
    let lines: Vec<&str> = screen.lines().filter(|line| !line.starts_with("styles")).collect();
    lines[lines.len() - rows..].iter().map(|line| line.trim().to_owned()).collect()
}

fn notes(desk: &Delegate) -> Vec<&Note> {
    desk.app.workspace.notebook.notes().collect()
}

#[test]
fn what_was_understood_is_shown_while_typing() {
    for (line, shown) in [
        (
            "SG + capacities first",
            "SG [?] Secretary-General, or Singapore · + supports · E.2 · capacities first",
        ),
        ("fr,de,ca - 14c trop tôt", "France, Germany, Canada · - opposes · annex 14 (c) · trop tôt"),
        ("Égypte au nom du Groupe arabe ? E.2 qui paie", "Egypt (Arab Group) · ? asks · E.2 · qui paie"),
        ("UE ++", "EU · ++ supports · E.2"),
        ("Wakanda + vibranium", "Wakanda [?] unknown name · + supports · E.2 · vibranium"),
        ("Iran (droit de réponse) : faux", "Iran · right of reply · E.2 · faux"),
        ("pause jusqu’à 15:00", "no delegation: a note · E.2 · pause jusqu’à 15:00"),
    ] {
        let desk = typing(line);
        assert_eq!(bottom(&desk, 3)[0], shown, "{line}:\n{}", desk.screen());
    }
}

#[test]
fn tab_completes_names_and_goes_through_those_that_fit() {
    let desk = typing("egy").press("Tab");
    assert_eq!(bottom(&desk, 1), ["Delegation: Egypt"]);
    let desk = desk.types(" au nom du gr");
    assert!(bottom(&desk, 2)[0].contains("Arab Group"), "{}", desk.screen());
    let desk = typing("aus").press("Tab");
    let (first, second) = (bottom(&desk, 1), bottom(&desk.press("Tab"), 1));
    assert_ne!(first, second, "the second key shows the next name");
    let desk = typing("aus").press("Tab Tab Shift-Tab").types(" + yes").press("Enter");
    let [note] = notes(&desk)[..] else { panic!("{}", desk.screen()) };
    let name = first[0].strip_prefix("Delegation: ").expect("the prompt");
    let said = Intervention::of(note, &desk.app.workspace.delegations).expect("an intervention");
    assert_eq!((said.label(plenary::model::Language::EN), said.words), (name, "yes"));
}

#[test]
fn a_name_that_several_have_is_decided_with_tab() {
    let desk = typing("SG");
    let offered = bottom(&desk, 2);
    assert!(offered[0].contains("Secretary-General") && offered[0].contains("Singapore"), "{offered:?}");
    let desk = desk.press("Tab Tab").types(" + oui").press("Enter");
    assert_eq!(notes(&desk)[0].delegation.as_deref(), Some("SGP"));
}

#[test]
fn a_name_that_nobody_has_is_reported_when_it_is_completed() {
    let desk = typing("zzz").press("Tab");
    assert!(desk.screen().contains("No delegation begins with"), "{}", desk.screen());
    assert_eq!(bottom(&desk, 1), ["Delegation: zzz"], "what was typed stays");
}

#[test]
fn a_long_line_wraps_and_its_beginning_stays() {
    let words = "the registry needs a budget before anybody can decide where it is kept and who pays for it "
        .repeat(2);
    let desk = typing(&format!("Egypt + {words}end"));
    let rows = bottom(&desk, 3);
    assert!(rows[0].starts_with("Delegation: Egypt + the registry"), "{rows:?}");
    assert!(rows[2].ends_with("end"), "{rows:?}");
    let desk = desk.press("Home").types("x");
    assert!(bottom(&desk, 3)[0].starts_with("Delegation: xEgypt"), "{}", desk.screen());
}

#[test]
fn what_was_understood_fits_on_a_small_screen_in_french() {
    let desk = Delegate::at("2023-03-07").on(40, 12).reading("A/77/275:annex/E/next/2");
    let desk = desk.press("i").types("SG + capacités d’abord et financement ensuite");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn several_pasted_lines_are_several_interventions() {
    let pasted = "Chile + E.2 yes\nPeru - too early,\nand too dear\nWakanda: who pays\n";
    let desk = typing("").send(Event::Paste(pasted.to_owned()));
    let Some(Layer::Line(line)) = desk.app.layers.last() else { panic!("{}", desk.words()) };
    assert_eq!(line.input.text(), "Chile + E.2 yes ↵ Peru - too early, and too dear ↵ Wakanda: who pays");
    assert!(desk.words().contains("3/3 "), "which of them is at the cursor: {}", desk.words());
    let desk = desk.press("Enter");
    let all = desk.app.workspace.delegations.clone();
    let said: Vec<(String, String, String)> = notes(&desk)
        .iter()
        .filter_map(|note| Intervention::of(note, &all))
        .map(|said| (said.name.to_owned(), said.sign(), said.words.to_owned()))
        .collect();
    for (name, sign, words) in
        [("Chile", "+", "yes"), ("Peru", "-", "too early, and too dear"), ("Wakanda", "", "who pays")]
    {
        let is_it = |said: &&(String, String, String)| said.1 == sign && said.2 == words;
        assert!(said.iter().any(|said| is_it(&said)), "{name}: {said:?}");
    }
    assert_eq!(said.len(), 3);
    assert!(desk.press("u u u").app.workspace.notebook.is_empty(), "each is undone by itself");
}

#[test]
fn pasted_lines_are_stored_before_they_are_confirmed() {
    let desk = typing("").send(Event::Paste("Chile + yes\nPeru - no".to_owned()));
    let stored = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(Write::Save(note)) => Some(note.text.clone()),
        _ => None,
    });
    assert_eq!(stored.as_deref(), Some("yes\nPeru - no"));
}
