//! Positions at the desk: written, shown beside the notes, listed over the agenda, resting on agreed language.

use plenary::app::screen::tracker::coverage;
use plenary::workspace::position::{Position, PositionPart};
use plenary::workspace::{Kind, Note};

use super::Delegate;

fn at_e2() -> Delegate {
    Delegate::at("2023-03-06").on(140, 50).reading("A/77/275:annex/E/next/2")
}

fn only(desk: &Delegate) -> &Note {
    let mut all = desk.app.workspace.positions.notes();
    let only = all.next().expect("a position");
    assert!(all.next().is_none(), "one position");
    only
}

#[test]
fn p_opens_a_position_with_the_headings_of_its_parts() {
    let desk = at_e2().press("p");
    let screen = desk.words();
    for heading in ["Position en cours · E.2", "## Repli", "## Ligne rouge", "## Arguments", "## Fondement"]
    {
        assert!(screen.contains(heading), "{screen}");
    }
    let desk = desk.types("Nous appuyons le mandat.").press("Esc");
    assert!(desk.footer().contains("Position enregistrée."), "{}", desk.footer());
    let note = only(&desk);
    assert_eq!(
        (note.kind, note.anchor.as_ref().unwrap().to_string()),
        (Kind::Position, "A/77/275:annex/E/next/2".into())
    );
    assert_eq!(Position::of(note).part(PositionPart::Text), "Nous appuyons le mandat.");
    let screen = desk.words();
    assert!(
        screen.contains("POSITION · idée · 0:02") && screen.contains("Nous appuyons le mandat."),
        "{screen}"
    );
}

#[test]
fn a_position_left_without_words_is_not_kept() {
    let desk = at_e2().press("p Esc");
    assert_eq!(desk.app.workspace.positions.len(), 0);
    let desk = desk.press("p").types("a").press("Backspace Esc");
    assert_eq!(desk.app.workspace.positions.len(), 0);
}

#[test]
fn p_opens_the_position_there_is_also_from_inside_the_step() {
    let desk = at_e2().press("p").types("Un.").press("Esc").press("p Home").types("Deux. ").press("Esc");
    assert!(Position::of(only(&desk)).part(PositionPart::Text).starts_with("Deux. "));
    assert_eq!(desk.press("u").app.workspace.positions.len(), 1);
}

#[test]
fn parts_are_folded_and_red_lines_marked_by_sign_and_word() {
    let desk = at_e2()
        .press("p")
        .types("Oui.")
        .press("Down Down Down Down Down Down")
        .types("Aucun vote.")
        .press("Esc");
    let screen = desk.words();
    assert!(!screen.contains("Aucun vote.") && screen.contains("▸"), "{screen}");
    let desk = desk.press("Tab Tab +");
    let screen = desk.words();
    assert!(screen.contains("■ Ligne rouge") || screen.contains("Repli"), "{screen}");
    assert!(screen.contains("Aucun vote."), "{screen}");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn one_key_changes_between_positions_and_notes() {
    let desk = at_e2().press("p").types("Oui.").press("Esc n").types("Une note.").press("Esc");
    assert!(desk.words().contains("Oui.") && desk.words().contains("Une note."));
    let positions = desk.press("v");
    assert!(positions.words().contains("Oui.") && !positions.words().contains("Une note."));
    let notes = positions.press("v");
    assert!(!notes.words().contains("Oui.") && notes.words().contains("Une note."));
    assert!(notes.press("v").words().contains("Oui."));
}

#[test]
fn what_the_passage_cites_is_quoted_with_its_citation() {
    let desk = Delegate::at("2023-03-06").on(140, 50).reading("A/77/275:annex/15/b/ii").press("\"");
    let desk = desk.press("Enter");
    let note = only(&desk);
    let basis = Position::of(note).part(PositionPart::Basis);
    assert!(basis.starts_with('«') && basis.ends_with(')'), "{basis}");
    let again = desk.press("Enter");
    assert_eq!(Position::of(only(&again)).part(PositionPart::Basis), basis, "not twice");
    let shown = again.press("Esc Tab Tab +").words();
    assert!(shown.contains("textuel"), "{shown}");
}

#[test]
fn the_list_of_positions_begins_with_the_gaps() {
    let desk = at_e2().press("p").types("Nous appuyons.").press("Esc P");
    let screen = desk.words();
    let row = |words: &str| screen.lines().position(|line| line.contains(words)).expect(words);
    assert!(row("5 f) E.4") < row("5 f) E.2"), "{screen}");
    assert!(screen.contains("prévue à la 4e session, rien"), "{screen}");
    insta::assert_snapshot!(desk.screen());
}

#[test]
fn the_instruction_of_a_position_is_typed_in_one_line_and_corrected() {
    let instruction = |desk: &Delegate| Position::of(only(desk)).instruction.clone();
    let desk = at_e2().press(":").types("instruction").press("Enter");
    assert!(desk.footer().contains("Aucune position à modifier ici"), "{}", desk.footer());
    let desk = desk.press("p").types("Oui.").press("Esc :").types("instruction").press("Enter");
    assert!(desk.footer().contains("Instruction (qui, jour"), "{}", desk.screen());
    let desk = desk.types("Paris, 20 janvier 2023, jusqu’au 10 mars 2023, ND 42").press("Enter");
    let given = instruction(&desk).expect("an instruction");
    assert_eq!((given.from.as_deref(), given.reference.as_deref()), (Some("Paris"), Some("ND 42")));
    assert_eq!(given.date.zip(given.until).map(|(date, until)| (until - date).num_days()), Some(49));
    let desk = desk.press(":").types("instruction").press("Enter");
    assert!(desk.footer().contains("Paris, 2023-01-20, jusqu’au 2023-03-10, ND 42"), "{}", desk.footer());
    let desk = desk.press("Ctrl-u").types("Paris, jusqu’au bout").press("Enter");
    assert!(desk.words().contains("n’est pas un jour"), "{}", desk.screen());
    let desk = desk.press("Ctrl-u Enter");
    assert_eq!(instruction(&desk), None, "nothing typed removes it");
    assert_eq!(instruction(&desk.press("u")).and_then(|given| given.reference).as_deref(), Some("ND 42"));
}

#[test]
fn an_instruction_that_has_ended_is_reported_like_a_deadline() {
    let desk = at_e2().press("p").types("Oui.").press("Esc");
    let mut note = only(&desk).clone();
    let mut warned = |until: &str, status: &str| {
        let front = format!("status = '{status}'\ninstruction = {{ until = {until} }}");
        note.extra = front.parse().expect("front matter");
        let mut desk = at_e2();
        desk.app.workspace.positions.add(note.clone());
        let desk = desk.press("Esc");
        coverage::warnings(&desk.app.panes.tracker, &desk.app.context())[0].contains("instruction E.2")
    };
    assert!(warned("2023-03-01", "cleared") && warned("2023-03-20", "cleared"));
    assert!(!warned("2023-03-21", "cleared") && !warned("2023-03-01", "delivered"));
}

#[test]
fn at_the_heading_of_an_item_the_position_is_on_the_item() {
    let desk = Delegate::at("2023-03-06").on(140, 50).reading("A/77/275:annex/heading/E").press("p");
    let desk = desk.types("La confiance d’abord.").press("Esc");
    assert_eq!(only(&desk).anchor.as_ref().unwrap().to_string(), "A/77/275:item/5/f");
    assert!(desk.words().contains("La confiance d’abord."), "shown at the heading: {}", desk.words());
    let desk = desk.press("p").types(" Toujours.").press("Esc");
    assert!(Position::of(only(&desk)).part(PositionPart::Text).ends_with("Toujours."), "the same position");
    let screen = desk.press("P").words();
    assert!(screen.contains("5 f) Confiance"), "{screen}");
    assert!(screen.contains("prévue à la 4e session, seulement sur le point"), "{screen}");
}

#[test]
fn the_list_has_the_gaps_of_all_reports_whichever_is_open() {
    let shown = |passage: &str| {
        let desk = Delegate::at("2023-03-06").on(140, 50).reading(passage).press("P");
        let rows = desk.words();
        let gap = |line: &&str| line.contains("session, rien");
        rows.lines().filter(gap).map(|line| line.matches("session, rien").count()).sum::<usize>()
    };
    let of_report = shown("A/77/275:annex/E/next/2");
    assert!(of_report > 8, "also those of the resolution: {of_report}");
    assert_eq!(shown("A/AC.290/2020/L.1:7"), of_report);
}

#[test]
fn a_position_longer_than_the_limit_is_marked_in_the_list() {
    let desk = at_e2().press("p").types(&"mot ".repeat(400)).press("Esc P");
    assert!(desk.words().contains("3:20 sur 3:00 ▲ temps dépassé"), "{}", desk.words());
}
