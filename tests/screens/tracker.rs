//! The tracker: progress of the fourth and fifth sessions, statuses, remarks, undo.

use plenary::app::effect::Effect;
use plenary::app::write::Write;
use plenary::workspace::Status;

use crate::screens::Delegate;

#[test]
fn the_strip_counts_the_due_steps_of_each_session() {
    let desk = Delegate::at("2023-03-07").on(120, 30);
    let screen = desk.words();
    assert!(
        screen.contains(
            "4e session ░░░░░░░░ 0/8 · 8 sans contribution de notre part · à soulever : B.2 C.1 D.2 E.2 E.3 E.4 F.2 G.2"
        ),
        "{screen}"
    );
    assert!(screen.contains("5e session ░░░░░░░░ 0/6 · à soulever : B.2 C.1 D.2 E.2 F.2 G.2"));
    let desk = desk.reading("A/77/275:annex/E/next/2").press("s d");
    let screen = desk.words();
    assert!(
        screen.contains(
            "4e session █░░░░░░░ 1/8 · 8 sans contribution de notre part · à soulever : B.2 C.1 D.2 E.3 E.4 F.2 G.2"
        ),
        "{screen}"
    );
    assert!(screen.contains("5e session ░░░░░░░░ 0/6"), "{screen}");
    assert!(screen.contains("4● 5○"), "{screen}");
    assert!(matches!(
        desk.effects.iter().rev().find(|effect| !matches!(effect, Effect::Remember(_))),
        Some(Effect::Write(Write::Append(_)))
    ));
}

#[test]
fn a_status_is_set_for_the_selected_session() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("t Right a");
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    assert_eq!(desk.app.workspace.tracker.status(&step, None, 5), Status::Agreed);
    assert_eq!(desk.app.workspace.tracker.status(&step, None, 4), Status::Open);
    let desk = desk.press("Down Down Down Left r");
    assert_eq!(desk.place(), "A/77/275:annex/E/next/3");
    let step = "A/77/275:annex/E/next/3".parse().expect("a step");
    assert_eq!(desk.app.workspace.tracker.status(&step, None, 4), Status::Raised);
}

#[test]
fn every_change_is_stored_with_its_author_and_can_be_undone() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/2").press("t r d m");
    let desk = desk.types("matin, point 5 f)").press("Enter u v");
    let screen = desk.words();
    for words in ["soulevée", "examinée", "matin, point 5 f) (annulé)", "Roy"] {
        assert!(screen.contains(words), "{words} is missing:\n{screen}");
    }
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    let desk = desk.press("Esc u u");
    assert_eq!(desk.app.workspace.tracker.status(&step, None, 4), Status::Open);
    let desk = desk.press("U");
    assert_eq!(desk.app.workspace.tracker.status(&step, None, 4), Status::Raised);
}

#[test]
fn a_status_needs_a_step() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/8").press("s d");
    assert!(desk.footer().contains("choisissez-en une d’abord"), "{}", desk.footer());
    assert!(desk.effects.iter().all(|effect| !matches!(effect, Effect::Write(Write::Append(_)))));
}

#[test]
fn the_working_session_can_be_changed() {
    let desk = Delegate::at("2023-03-07").on(120, 30).press("S");
    let words = desk.words();
    assert!(words.contains("4e session · 6–10 mars 2023") && words.contains("8 à examiner"), "{words}");
    let fifth = |line: &&str| line.contains("5e session · 24–28 juillet 2023");
    assert!(words.lines().find(fifth).is_some_and(|line| line.contains("6 à examiner : B.2")), "{words}");
    assert!(words.lines().any(|line| line.contains("4e session ·") && line.contains("en cours")), "{words}");
    let desk = desk.press("Down Enter");
    assert_eq!(desk.app.desk.session, Some(5));
    assert!(desk.words().contains("5e session · 24–28 juillet 2023"), "{}", desk.words());
}

#[test]
fn moving_between_panes_never_moves_the_text() {
    for (columns, rows) in [(80, 24), (140, 50)] {
        for place in ["A/77/275:annex/9", "A/76/135:57/b", "A/77/275:annex/heading/E"] {
            let desk = Delegate::at("2023-03-07").on(columns, rows).reading(place);
            let (at, top, screen) = (desk.place(), desk.app.panes.reader.top, desk.screen());
            let desk = desk.press("t");
            assert_eq!(desk.place(), at, "the tracker chooses a line and leaves the text");
            let desk = desk.press("Esc");
            assert_eq!((desk.place(), desk.app.panes.reader.top), (at.clone(), top), "{place}");
            assert_eq!(desk.screen(), screen);
            let desk = desk.press("Tab Tab Tab Tab");
            assert_eq!((desk.place(), desk.screen()), (at, screen), "{place}");
        }
    }
}

#[test]
fn outside_of_the_steps_the_keys_of_the_tracker_apply_to_its_chosen_line() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/heading/E").press("t d");
    assert!(desk.footer().contains("E.2, session 4 : examinée"), "{}", desk.footer());
    assert_eq!(desk.place(), "A/77/275:annex/heading/E");
    // An item without steps chooses no line, neither when the pane is entered there nor after it is left for another item.
    let desk = desk.press("< < < < d");
    assert!(desk.footer().contains("choisissez-en une"), "{}", desk.footer());
    let desk = desk.press("Esc t d");
    assert!(desk.footer().contains("choisissez-en une"), "{}", desk.footer());
}

#[test]
fn all_keys_apply_to_the_current_step() {
    // E.1 has no session: it has a row while it is current, and keeps the row once a status is set.
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/1").press("t");
    assert!(desk.words().contains("▌ E.1"), "{}", desk.words());
    let desk = desk.press("r Down");
    assert_eq!(desk.place(), "A/77/275:annex/E/next/2");
    assert!(desk.words().contains(" E.1  poursuivent"), "{}", desk.words());
    // The next item moves the selection.
    let desk = desk.press("> d");
    assert_eq!(desk.place(), "A/77/275:annex/F/next/2");
    assert!(desk.footer().contains("F.2, session 4 : examinée"), "{}", desk.footer());
    // An item without steps has no selected row, and a status key does nothing.
    let desk = desk.press("< < < < < d");
    assert_eq!(desk.place(), "A/77/275:item/5/b");
    assert!(desk.footer().contains("choisissez-en une"), "{}", desk.footer());
}

#[test]
fn undo_names_the_note_by_who_spoke_and_its_first_words() {
    let desk = Delegate::at("2023-03-07").on(140, 40).reading("A/77/275:annex/E/next/2");
    let desk =
        desk.press("i").types("fra - trop tôt").press("Enter i").types("can + d’accord").press("Enter");
    let desk = desk.press("u");
    let first = desk.footer();
    assert!(first.contains("Canada") && first.contains("d’accord"), "{first}");
    let second = desk.press("u").footer();
    assert!(second.contains("France") && second.contains("trop tôt"), "{second}");
}

#[test]
fn undo_shows_what_was_undone() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("s d > > u");
    assert!(desk.footer().contains("Annulé : E.2, session 4 : ouverte"), "{}", desk.footer());
    assert!(desk.press("U").footer().contains("Rétabli : E.2, session 4 : examinée"));
}

#[test]
fn a_remark_needs_a_status_and_is_reported_as_a_remark() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("t < < < < m");
    assert!(desk.app.layers.is_empty(), "{}", desk.words());
    assert!(desk.footer().contains("choisissez-en une"), "{}", desk.footer());
    let desk = Delegate::at("2023-03-07").on(80, 24).reading("A/77/275:annex/E/next/2").press("t m");
    let long = "une remarque assez longue pour ne pas tenir sur une seule ligne de la fenêtre, et qui se lit en entier";
    let desk = desk.types(long).press("Enter");
    assert!(desk.footer().contains("Remarque enregistrée : E.2, session 4"), "{}", desk.footer());
    assert!(desk.press("v").words().replace("│\n│", "").contains("en entier"));
    let desk = Delegate::at("2023-03-07")
        .reading("A/77/275:annex/E/next/2")
        .press("t m")
        .types("x")
        .press("Enter u");
    assert!(desk.footer().contains("Annulé : remarque sur E.2, session 4"), "{}", desk.footer());
}

#[test]
fn a_remark_is_saved_while_it_is_typed() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("t m").types("à moitié");
    let note = desk.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write(Write::Save(note)) => Some(note.text.clone()),
        _ => None,
    });
    assert_eq!(note.as_deref(), Some("à moitié"));
    // When confirmed, it is in the tracker and no note remains.
    let desk = desk.press("Enter");
    let last: Vec<&Effect> = desk.effects.iter().rev().take(2).collect();
    assert!(
        matches!(last[..], [Effect::Write(Write::Remove(_)), Effect::Write(Write::Append(_))]),
        "{last:?}"
    );
    assert!(desk.app.workspace.notebook.is_empty());
    // When cancelled, nothing remains.
    let desk = desk.press("m").types("x").press("Esc");
    assert!(
        matches!(desk.effects.last(), Some(Effect::Write(Write::Remove(_)))),
        "{:?}",
        desk.effects.last()
    );
}

#[test]
fn reading_a_report_without_steps_does_not_move_agenda_and_tracker() {
    let desk = Delegate::at("2023-03-07").on(140, 40).press("C").press("Enter");
    assert_eq!(desk.place(), "A/AC.292/2023/L.1:3", "the passage that dates the session is read");
    let screen = desk.words();
    assert!(screen.contains("Suivi · A/77/275") && screen.contains("0/8"), "{screen}");
    assert!(screen.contains("⚠ E.3"), "an unmet deadline is still shown: {screen}");
}

#[test]
fn statuses_set_on_different_working_days_are_undone_in_the_order_they_were_set() {
    let mut desk = Delegate::at("2023-03-07");
    let days = [("E.2", "2", ""), ("E.3", "3", "2024-03-07"), ("E.4", "4", "2022-03-07")];
    for (_, number, day) in days {
        desk = desk.press("w").types(day).press("Enter");
        desk = desk.reading(&format!("A/77/275:annex/E/next/{number}")).press("s a");
    }
    for (step, _, _) in days.iter().rev() {
        desk = desk.press("u");
        assert!(desk.footer().contains(step), "{step}: {}", desk.footer());
    }
    assert!(desk.press("u").footer().contains("rien à annuler"));
}

#[test]
fn rows_below_the_matrix_have_the_words_that_its_line_cuts() {
    let desk = Delegate::at("2023-03-07").on(140, 60).reading("A/77/275:annex/E/next/2").press("t");
    let left: Vec<String> =
        desk.words().lines().filter_map(|line| line.split('│').next().map(str::to_owned)).collect();
    let left: String = left.join("").split_whitespace().collect();
    assert!(left.contains("régionalesetsous-régionales,selonqu’ilconviendra"), "{left}");
}
