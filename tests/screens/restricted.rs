//! Restricted notes and positions at the desk: marked and unmarked, shown as such, and not copied to other programs unless asked.

use plenary::app::effect::Effect;
use plenary::workspace::{Note, RemarkAccess};

use super::Delegate;

fn at_e2() -> Delegate {
    Delegate::at("2023-03-06").on(140, 50).reading("A/77/275:annex/E/next/2")
}

fn note(desk: &Delegate) -> &Note {
    desk.app.workspace.notebook.notes().next().expect("a note")
}

/// What other programs have got.
fn copied(desk: &Delegate) -> Vec<&str> {
    let copies = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text.as_str()),
        _ => None,
    });
    copies.collect()
}

#[test]
fn a_note_is_marked_where_it_is_read_and_undo_takes_the_mark_away() {
    let desk = at_e2().press("n").types("entre nous").press("Esc");
    assert!(!desk.words().contains("⊘"));
    let desk = desk.press("Tab Tab R");
    assert!(note(&desk).restricted && desk.words().contains("⊘ réservé"), "{}", desk.words());
    assert!(desk.footer().contains("Réservé"), "{}", desk.footer());
    let desk = desk.press("u");
    assert!(!note(&desk).restricted && !desk.words().contains("⊘ réservé"), "{}", desk.words());
    let desk = desk.press("U");
    assert!(note(&desk).restricted);
    assert!(!note(&desk.press("R")).restricted);
}

#[test]
fn a_note_is_marked_while_it_is_typed() {
    let desk = at_e2().press("n Ctrl-r").types("entre nous");
    assert!(desk.words().contains("E.2 · ⊘ réservé"), "{}", desk.words());
    let desk = desk.press("Esc");
    assert!(note(&desk).restricted);
    let desk = desk.press("u u");
    assert_eq!(desk.app.workspace.notebook.len(), 0);
}

#[test]
fn a_position_is_marked_and_the_lists_show_it() {
    let desk = at_e2().press("p").types("Nous appuyons.").press("Esc Tab Tab R");
    assert!(desk.words().contains("⊘ réservée"), "{}", desk.words());
    assert!(desk.press("P").words().matches("⊘ réservée").count() > 1);
}

#[test]
fn an_intervention_and_a_remark_are_marked_while_they_are_typed() {
    let desk = at_e2().press("i Ctrl-r").types("SG + entre nous");
    assert!(desk.footer().contains("⊘ réservé"), "{}", desk.footer());
    let desk = desk.press("Enter");
    assert!(note(&desk).restricted && note(&desk).delegation.as_deref() == Some("SG"));

    let desk = at_e2().press("t m").types("pas ").press("Ctrl-r").types("encore").press("Enter");
    let step = "A/77/275:annex/E/next/2".parse().unwrap();
    let state = desk.app.workspace.tracker.state(&step, None, 4).expect("a remark");
    assert_eq!(state.mark.remark.as_deref(), Some("pas encore"));
    assert_eq!(state.mark.access, RemarkAccess::Restricted);
    let desk = desk.press("v");
    assert!(desk.words().contains("⊘ réservé pas encore"), "{}", desk.words());
}

#[test]
fn an_open_note_is_copied_at_once() {
    let desk = at_e2().press("n").types("pour tous").press("Esc Tab Tab c");
    assert_eq!(copied(&desk), ["pour tous"]);
    assert!(desk.footer().contains("Copié."), "{}", desk.footer());
}

#[test]
fn of_a_position_other_programs_get_the_red_line_only_if_the_delegate_says_so() {
    let at_position = || {
        let desk = at_e2()
            .press("p")
            .types("Nous appuyons.")
            .press("Ctrl-End")
            .types("\n## Ligne rouge\nAucun vote.");
        desk.press("Esc Tab Tab c")
    };
    let desk = at_position();
    assert!(copied(&desk).is_empty(), "{:?}", copied(&desk));
    let screen = desk.words();
    assert!(screen.contains("Omettre 1 ligne rouge et copier le reste"), "{screen}");
    let desk = desk.press("Enter");
    let [open] = copied(&desk)[..] else { panic!("{:?}", copied(&desk)) };
    assert!(open.contains("Nous appuyons.") && !open.contains("Aucun vote"), "{open}");
    assert!(desk.footer().contains("sans ce qui est réservé"), "{}", desk.footer());

    let desk = at_position().press("Down Enter");
    assert!(copied(&desk).is_empty() && desk.app.layers.is_empty(), "{:?}", copied(&desk));
    let desk = at_position().press("Esc");
    assert!(copied(&desk).is_empty() && desk.app.layers.is_empty(), "{:?}", copied(&desk));
    let desk = at_position().press("Down Down Enter");
    assert!(copied(&desk)[0].contains("Aucun vote."), "{:?}", copied(&desk));
}

#[test]
fn what_is_cut_or_copied_in_a_restricted_note_can_be_pasted_here_and_nowhere_else() {
    let desk = at_e2().press("n Ctrl-r").types("entre nous").press("Ctrl-a Ctrl-c");
    assert!(copied(&desk).is_empty(), "{:?}", copied(&desk));
    assert!(desk.words().contains("1 note") && !desk.words().contains("copier le reste"), "{}", desk.words());
    let desk = desk.press("Enter").press("Ctrl-x");
    assert!(copied(&desk).is_empty(), "{:?}", copied(&desk));
    let desk = desk.press("Enter").types("plus tard ").press("Ctrl-v Esc");
    assert_eq!(note(&desk).text, "plus tard entre nous");
    assert!(copied(&desk).is_empty(), "{:?}", copied(&desk));
}
