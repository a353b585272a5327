//! The matrix of the tracker: steps and topics, due sessions, carrying over, filters, marks, evidence and details.

use plenary::app::screen::tracker::coverage;
use plenary::workspace::{ActTarget, Status};

use crate::screens::Delegate;

/// The tracker on the step of the points of contact.
fn tracker_on_e2() -> Delegate {
    Delegate::at("2023-03-07").on(140, 40).reading("A/77/275:annex/E/next/2").press("t")
}

/// The line of the matrix that contains these words, without the text beside it.
#[track_caller]
fn line(desk: &Delegate, words: &str) -> String {
    let screen = desk.words();
    let found = screen.lines().find(|line| line.contains(words));
    let line = found.unwrap_or_else(|| panic!("no line with {words}:\n{screen}"));
    line.split('│').next().unwrap_or_default().trim().to_owned()
}

fn status(desk: &Delegate, topic: Option<&str>, session: u32) -> Option<Status> {
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    desk.app.workspace.tracker.state(&step, topic, session).map(|state| state.mark.status)
}

#[test]
fn topics_are_listed_below_their_step_and_have_their_own_status() {
    let desk = tracker_on_e2();
    assert!(line(&desk, "E.2  conviennent").contains("○ ouverte"), "{}", desk.words());
    let desk = desk.press("Down");
    assert_eq!(desk.place(), "A/77/275:annex/E/next/2", "the topic is words of the step");
    assert!(desk.words().contains("▌    1  l’établissement de ce"), "{}", desk.words());
    let desk = desk.press("d");
    assert!(desk.footer().contains("E.2/1, session 4 : examinée"), "{}", desk.footer());
    assert_eq!((status(&desk, Some("1"), 4), status(&desk, None, 4)), (Some(Status::Discussed), None));
    // One topic is discussed and the other is open: the step is raised.
    assert!(line(&desk, "E.2  conviennent").contains("◐ soulevée"), "{}", desk.words());
    assert!(line(&desk, "   2  les initiatives").contains("○ ouverte"), "{}", desk.words());
    // Both topics are discussed: so is the step, although no status was set on the step itself.
    let desk = desk.press("Down d");
    assert!(line(&desk, "E.2  conviennent").contains("● examinée"), "{}", desk.words());
    assert!(line(&desk, "échéance").contains("1/8"), "{}", desk.words());
}

#[test]
fn a_topic_stays_selected_until_another_step_is_selected() {
    let desk = tracker_on_e2().press("Down Down Right r");
    assert_eq!(status(&desk, Some("2"), 5), Some(Status::Raised));
    // Outside the tracker a status applies to the current step.
    let desk = desk.press("t s d");
    assert!(desk.footer().contains("E.2, session 5 : examinée"), "{}", desk.footer());
    let desk = desk.press("t Down Down Up Up a");
    assert_eq!(status(&desk, Some("2"), 5), Some(Status::Agreed));
    let desk = desk.reading("A/77/275:annex/E/next/3").reading("A/77/275:annex/E/next/2").press("o");
    assert_eq!(status(&desk, None, 5), Some(Status::Open), "one came back to the step, not to its topic");
}

#[test]
fn signs_show_what_is_not_due_and_what_was_carried_over() {
    let desk = tracker_on_e2().reading("A/77/275:annex/E/next/3");
    assert!(
        line(&desk, "E.3  est prié").ends_with("·"),
        "E.3 names the fourth session only: {}",
        desk.words()
    );
    assert!(line(&desk, "E.3  est prié").contains("31 janv."));
    let desk = desk.press("Space Space Space Space Enter");
    let row = line(&desk, "E.3  est prié");
    assert!(row.contains("→ reportée 5") && row.ends_with("○ ouverte 4→"), "{row}");
    assert!(line(&desk, "échéance").contains("0/7"), "it is now due at the fifth: {}", desk.words());
}

#[test]
fn a_status_keeps_its_remark_until_the_step_is_open_again() {
    let desk = tracker_on_e2().press("d m").types("matin").press("Enter a");
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    let state = desk.app.workspace.tracker.state(&step, None, 4).expect("a state").mark.clone();
    assert_eq!((state.status, state.remark.as_deref()), (Status::Agreed, Some("matin")));
    let desk = desk.press("o");
    assert_eq!(desk.app.workspace.tracker.state(&step, None, 4).expect("a state").mark, Status::Open.into());
}

#[test]
fn a_narrow_matrix_shows_the_selected_session() {
    let mut desk = tracker_on_e2().on(80, 24);
    for session in 4..=10 {
        desk = desk.press("t t");
        desk.app.desk.session = Some(session);
        let step = "A/77/275:annex/E/next/2".parse().expect("a step");
        let now = desk.app.now.nth(session as usize);
        let act = desk.app.workspace.tracker.set(
            ActTarget { step: &step, topic: None, session },
            Status::Raised,
            "Roy",
            &now,
        );
        desk.app.workspace.tracker.add(act);
    }
    let desk = desk.on(40, 12).press("Home Left Left Left Left Left Left Left");
    assert!(desk.words().contains("4e"), "{}", desk.words());
    let desk = desk.press("Right Right Right Right Right Right Right");
    let screen = desk.words();
    assert!(screen.contains("10e") && !screen.contains(" 4e"), "{screen}");
}

#[test]
fn carrying_over_asks_for_the_reason_and_names_the_session() {
    let desk = tracker_on_e2().reading("A/77/275:annex/E/next/3").press("c");
    assert!(desk.footer().starts_with("Reportée à la 5e session, motif :"), "{}", desk.footer());
    let desk = desk.types("les vues manquent").press("Enter");
    assert!(desk.footer().contains("E.3, session 4 : reportée à la 5e session"), "{}", desk.footer());
    assert!(line(&desk, "E.3  est prié").ends_with("○ ouverte 4→"), "{}", desk.words());
    let step = "A/77/275:annex/E/next/3".parse().expect("a step");
    let mark = desk.app.workspace.tracker.state(&step, None, 4).expect("a state").mark.clone();
    assert_eq!((mark.status, mark.remark.as_deref()), (Status::CarriedOver, Some("les vues manquent")));
    // The text is now in the tracker and no longer a note.
    assert!(desk.app.workspace.notebook.is_empty());
    // An empty reason carries over too; cancelling does not.
    let desk = desk.press("Right c Enter");
    assert_eq!(
        desk.app.workspace.tracker.state(&step, None, 5).expect("a state").mark,
        Status::CarriedOver.into()
    );
    let desk = desk.press("u Left u c").types("x").press("Esc");
    assert!(desk.app.workspace.tracker.state(&step, None, 4).is_none(), "{}", desk.words());
    let english = Delegate::at("2023-03-07").in_english().reading("A/77/275:annex/E/next/3").press("t c");
    assert!(english.footer().starts_with("Carried over to the 5th session, reason:"), "{}", english.footer());
}

#[test]
fn cycling_to_carried_over_asks_for_the_reason_too() {
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    let mark =
        |desk: &Delegate| desk.app.workspace.tracker.state(&step, None, 4).expect("a state").mark.clone();
    let desk = tracker_on_e2().press("a Space");
    assert!(desk.footer().starts_with("Reportée à la 5e session, motif :"), "{}", desk.footer());
    let desk = desk.press("Esc");
    assert_eq!(mark(&desk).status, Status::Agreed, "given up, nothing is carried over");
    let desk = desk.press("s s").types("faute de temps").press("Enter");
    assert_eq!(mark(&desk).status, Status::CarriedOver);
    assert_eq!(mark(&desk).remark.as_deref(), Some("faute de temps"));
    assert_eq!(mark(&desk.press("Space")).status, Status::Superseded);
}

#[test]
fn notices_count_marked_rows_hidden_by_a_filter() {
    let desk = tracker_on_e2().reading("A/77/275:annex/E/next/3").press("* * f").types("points de vue");
    let desk = desk.press("Esc f").types("solliciter").press("Enter");
    assert_eq!(labels(&desk), ["E.3"], "{}", desk.words());
    let narrow = desk.on(40, 12);
    assert!(narrow.words().contains("▸ Suivi · 2 cochées"), "{}", narrow.words());
    let desk = narrow.on(80, 24).press("d");
    assert!(desk.footer().contains("2 lignes (1 non affichée), session 4 : examinée"), "{}", desk.footer());
    let desk = desk.press("m").types("vu").press("Enter");
    assert!(desk.footer().contains("2 lignes (1 non affichée)"), "{}", desk.footer());
    let english = desk.in_english().press("c").types("time").press("Enter");
    assert!(english.footer().contains("2 rows (1 not shown)"), "{}", english.footer());
    let shown = english.press("F d");
    assert!(shown.footer().contains("2 rows, session 4"), "{}", shown.footer());
}

#[test]
fn the_hints_of_the_filter_say_tick_and_done() {
    let desk = tracker_on_e2().press("f");
    assert!(desk.footer().contains("Entrée cocher   Échap terminer"), "{}", desk.footer());
    let desk = desk.types("solliciter");
    assert!(desk.footer().contains("Entrée filtrer"), "{}", desk.footer());
}

#[test]
fn vi_keys_go_to_both_ends_of_a_list() {
    use plenary::app::layer::Layer;
    let chosen = |desk: &Delegate| match desk.app.layers.last() {
        Some(Layer::Details(state)) => state.list.selected,
        Some(Layer::Timeline(state)) => state.list.selected,
        _ => panic!("a list is open: {}", desk.words()),
    };
    for opened in ["Enter", "C"] {
        let desk = tracker_on_e2().with_keys("vim").press(opened).press("g g");
        let first = chosen(&desk);
        let desk = desk.press("G");
        assert!(chosen(&desk) > first + 3, "{opened}: {}", desk.words());
        assert_eq!(chosen(&desk.press("g g")), first, "{opened}");
    }
}

#[test]
fn evidence_is_typed_as_a_reference_and_keeps_the_remark() {
    let desk = tracker_on_e2().press("d m").types("matin").press("Enter e").types("78/237 op 4");
    assert!(desk.words().contains("A/RES/78/237, par. 4"), "the passage found is shown: {}", desk.words());
    let desk = desk.press("Enter");
    assert!(desk.footer().contains("E.2, session 4 : preuve A/RES/78/237, par. 4"), "{}", desk.footer());
    assert_eq!(desk.place(), "A/77/275:annex/E/next/2", "one stays where one is");
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    let mark =
        |desk: &Delegate| desk.app.workspace.tracker.state(&step, None, 4).expect("a state").mark.clone();
    assert_eq!(mark(&desk).evidence.map(|passage| passage.to_string()).as_deref(), Some("A/RES/78/237:op/4"));
    let desk = desk.press("m").types("après-midi").press("Enter");
    let updated = mark(&desk);
    assert_eq!((updated.status, updated.remark.as_deref()), (Status::Discussed, Some("après-midi")));
    assert!(updated.evidence.is_some());
    let desk = desk.press("u u");
    assert!(desk.footer().contains("Annulé : preuve de E.2, session 4"), "{}", desk.footer());
    assert_eq!((mark(&desk).evidence, mark(&desk).remark.as_deref()), (None, Some("matin")));
}

#[test]
fn ambiguous_evidence_is_chosen_from_a_list_and_may_be_in_another_document() {
    let desk = tracker_on_e2().press("e").types("14");
    let screen = desk.words();
    for words in ["dans la partie que vous lisez", "ailleurs dans ce document"] {
        assert!(screen.contains(words), "{words} is missing:\n{screen}");
    }
    let desk = desk.press("Esc");
    assert!(desk.app.workspace.tracker.is_empty(), "nothing is taken silently");
    let desk = desk.press("e").types("A/78/265, annexe, par. 5").press("Enter");
    let step = "A/77/275:annex/E/next/2".parse().expect("a step");
    let state = desk
        .app
        .workspace
        .tracker
        .state(&step, None, 4)
        .expect("the evidence may be in a document not in the library");
    assert_eq!(
        state.mark.evidence.as_ref().map(|passage| passage.symbol.to_string()).as_deref(),
        Some("A/78/265")
    );
}

/// The labels of the steps and topics shown, in order.
fn labels(desk: &Delegate) -> Vec<String> {
    let tracker = &desk.app.panes.tracker;
    let board = tracker.board().expect("a report with steps");
    let rows = tracker.lines().iter().filter_map(plenary::board::ViewLine::row);
    rows.map(|row| board.rows[row].label.clone()).collect()
}

#[test]
fn the_filter_is_a_list_that_stays_open() {
    let desk = tracker_on_e2().press("f");
    let screen = desk.words();
    for words in
        ["4e session", "section E · Mesures de confiance", "point 5 f) · Confiance", "Secrétariat", "demande"]
    {
        assert!(screen.contains(words), "{words} is missing:\n{screen}");
    }
    let desk = desk.types("secr").press("Enter");
    assert!(
        desk.words().contains("✓ acteur"),
        "the list stays open and ticks the active filters: {}",
        desk.words()
    );
    let desk = desk.press("Esc");
    assert!(desk.app.layers.is_empty());
    assert_eq!(labels(&desk), ["E.3"]);
    assert!(desk.words().contains("Suivi · A/77/275 · Secrétariat"), "{}", desk.words());
    assert_eq!(desk.place(), "A/77/275:annex/E/next/3", "no key means a row out of sight");
    let desk = desk.press("F");
    assert!(labels(&desk).len() > 8);
}

#[test]
fn other_words_filter_the_text_and_an_empty_result_shows_a_message() {
    let desk = tracker_on_e2().press("f").types("genre").press("Enter");
    assert!(desk.words().contains("« genre »"), "{}", desk.words());
    assert_eq!(labels(&desk), ["F.2", "F.2/a", "F.2/b", "F.2/c", "F.2/d"]);
    let desk = desk.press("f").types("zzz").press("Enter");
    assert!(labels(&desk).is_empty());
    assert!(desk.words().contains("Rien ne correspond à ce filtre. F le retire."), "{}", desk.words());
    let english = desk.press("F").in_english().press("f").types("zzz").press("Enter");
    assert!(english.words().contains("No row matches this filter. F removes it."), "{}", english.words());
}

#[test]
fn the_title_shows_grouping_and_order() {
    let desk = tracker_on_e2().press("d b").types("section").press("Enter");
    let screen = desk.words();
    assert!(screen.contains("Suivi · A/77/275 · par section"), "{screen}");
    assert!(line(&desk, "section E · Mesures").contains("██▋░░░░░ 1/3"), "{screen}");
    let desk = desk.press("O");
    assert!(desk.footer().contains("Ordre : par échéance"), "{}", desk.footer());
    assert!(desk.words().contains("par section · par échéance"), "{}", desk.words());
    let desk = desk.press("b Home Enter Home");
    assert_eq!(labels(&desk)[..2], ["E.3", "E.4"], "{}", desk.words());
    assert_eq!(desk.place(), "A/77/275:annex/E/next/3");
    assert!(!labels(&desk).contains(&"E.1".to_owned()));
    assert!(labels(&desk.press("A")).contains(&"E.1".to_owned()), "also those that name no session");
}

#[test]
fn marked_rows_are_set_with_one_key_and_undone_with_one() {
    let desk = tracker_on_e2().reading("A/77/275:annex/E/next/3").press("* * d");
    assert!(desk.footer().contains("2 lignes, session 4 : examinée"), "{}", desk.footer());
    assert!(desk.words().contains("2 cochées"), "{}", desk.words());
    let set = |desk: &Delegate| {
        ["E/next/3", "E/next/4"].map(|step| {
            let step = format!("A/77/275:annex/{step}").parse().expect("a step");
            desk.app.workspace.tracker.state(&step, None, 4).map(|state| state.mark.clone())
        })
    };
    assert!(set(&desk).iter().flatten().all(|mark| mark.status == Status::Discussed));
    let desk = desk.press("m").types("ensemble").press("Enter");
    assert!(set(&desk).iter().flatten().all(|mark| mark.remark.as_deref() == Some("ensemble")));
    let desk = desk.press("u u");
    assert_eq!(set(&desk), [None, None]);
    let desk = desk.press("U");
    assert!(set(&desk).iter().flatten().all(|mark| mark.status == Status::Discussed));
    let desk = desk.press("c").types("manque de temps").press("Enter");
    assert!(desk.footer().contains("2 lignes, session 4 : reportée à la 5e session"), "{}", desk.footer());
    let carried =
        |desk: &Delegate| set(desk).into_iter().flatten().filter(|mark| mark.remark.is_some()).count();
    assert_eq!(carried(&desk), 2);
    let desk = desk.press("e").types("A/RES/78/237, par. 4").press("Enter");
    assert!(set(&desk).iter().flatten().all(|mark| mark.evidence.is_some() && mark.remark.is_some()));
    let desk = desk.press("u u");
    assert_eq!(carried(&desk), 0);
    // Esc first removes the marks, then leaves the tracker.
    let desk = desk.press("Esc");
    assert!(desk.app.panes.tracker.marked.is_empty() && desk.words().contains("▸ Suivi"), "{}", desk.words());
    let desk = desk.press("M");
    assert!(desk.app.panes.tracker.marked.len() > 10);
    assert!(desk.press("M").app.panes.tracker.marked.is_empty());
}

mod bulk {
    use super::*;
    use proptest::prelude::*;

    /// All states, in the form shown on screen.
    fn states(desk: &Delegate) -> Vec<String> {
        let tracker = &desk.app.workspace.tracker;
        let shown = tracker.tracked().into_iter().filter_map(|(step, topic, session)| {
            let state = tracker.state(step, topic, session)?;
            Some(format!("{step} {topic:?} {session} {:?}", state.mark))
        });
        shown.collect()
    }

    /// Confirms an empty reason for carrying over.
    fn answered(desk: Delegate) -> Delegate {
        if desk.app.layers.is_empty() { desk } else { desk.press("Enter") }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn undo_restores_exactly_what_was_there_before(
            keys in proptest::collection::vec("Down|Up|\\*|M|Left|Right|d|a|r|o|x|Space", 1..25),
            last in "d|a|r|o|x",
        ) {
            let desk = keys.iter().fold(tracker_on_e2(), |desk, key| answered(desk.press(key)));
            let before = states(&desk);
            let desk = desk.press(&last);
            let after = states(&desk);
            let desk = desk.press("u");
            prop_assert_eq!(states(&desk), before);
            prop_assert_eq!(states(&desk.press("U")), after);
        }
    }
}

#[test]
fn an_unmet_deadline_is_shown_at_the_top() {
    let head = |desk: &Delegate| desk.words().lines().next().unwrap_or_default().to_owned();
    let desk = Delegate::at("2023-03-07").on(80, 24);
    assert!(head(&desk).contains("⚠ E.3 31 janv."), "{}", head(&desk));
    let desk = desk.on(140, 50);
    assert!(head(&desk).contains("⚠ E.3 31 janv. (il y a 35 jours)"), "{}", head(&desk));
    let desk = desk.reading("A/77/275:annex/E/next/3").press("s d");
    assert!(head(&desk).contains("⚠ E.4 6 mars (hier)") && !head(&desk).contains("E.3"), "{}", head(&desk));
    let desk = desk.press("u");
    assert!(head(&desk).contains("⚠ E.3"), "after undo the warning is shown again: {}", head(&desk));
    let english = Delegate::at("2023-01-20").in_english().on(140, 50);
    assert!(head(&english).contains("⚠ E.3 31 Jan. (in 11 days)"), "{}", head(&english));
    assert!(!head(&Delegate::at("2022-12-01").on(140, 50)).contains('⚠'), "it is far away");
    assert!(!head(&Delegate::at("2027-03-07").on(140, 50)).contains('⚠'), "nobody is at work any more");
}

#[test]
fn uncovered_steps_are_reported_at_start_and_can_be_filtered() {
    let notice_at_start = |desk: &mut Delegate| {
        let on = desk.app.split();
        coverage::at_start(&mut on.panes.tracker, &on.context)
    };
    let mut desk = Delegate::at("2023-07-25").on(140, 40).reading("A/77/275:annex/E/next/2");
    desk = desk.press("i").types("FR + capacités").press("Enter");
    desk.app.notice = notice_at_start(&mut desk);
    assert_eq!(
        desk.footer(),
        "5e session : 6 étapes à examiner, 5 sans contribution (t D les affiche) : B.2 C.1 D.2 F.2 G.2"
    );
    assert!(
        desk.words().contains("5e session ░░░░░░░░ 0/6 · 5 sans contribution de notre part"),
        "{}",
        desk.words()
    );
    let desk = desk.press("t D");
    let steps: Vec<String> = labels(&desk).into_iter().filter(|label| !label.contains('/')).collect();
    assert_eq!(steps, ["B.2", "C.1", "D.2", "F.2", "G.2"]);
    let desk = desk.press("i").types("FR : d’accord").press("Enter");
    assert!(!labels(&desk).contains(&"B.2".to_owned()), "a note covers it: {}", desk.words());
    let mut between = Delegate::at("2023-05-25");
    assert_eq!(notice_at_start(&mut between), None, "no session is on");
}

#[test]
fn details_show_what_was_read_and_both_texts() {
    let desk = tracker_on_e2().press("r Right d m").types("premier échange").press("Enter");
    let desk =
        desk.press("e").types("A/RES/78/237, par. 4").press("Enter n").types("Voir Genève").press("Esc");
    assert!(line(&desk, "E.2  conviennent").contains("✎1"), "{}", desk.words());
    let desk = desk.press("Enter");
    let all = |desk: &Delegate| match desk.app.layers.last() {
        Some(plenary::app::layer::Layer::Details(state)) => {
            let said: Vec<&str> = state.entries.iter().map(|entry| entry.text.as_str()).collect();
            said.join("\n").replace(['\u{a0}', '\u{202f}'], " ")
        }
        _ => panic!("the details are shown: {}", desk.words()),
    };
    let said = all(&desk);
    for words in [
        "Les États conviennent d’établir un répertoire mondial",
        "acteur : Les États (États)",
        "verbe : conviennent d’établir (accord)",
        "sessions : 4e, 5e (quatrième et cinquième sessions)",
        "thème : 1 · l’établissement de ce répertoire",
        "4e session : ◐ soulevée · Roy, 7 mars 2023",
        "5e session : ● examinée · Roy, 7 mars 2023 10:44 · « premier échange »",
        "preuve : A/RES/78/237, par. 4",
        "interlocuteurs",
        "points, contact",
        "Voir Genève",
    ] {
        assert!(said.contains(words), "{words} is missing:\n{said}");
    }
    // An undone act remains in the history.
    let desk = desk.press("Esc u u u Enter");
    assert!(all(&desk).contains("premier échange (annulé)"), "{}", all(&desk));
    assert!(desk.press("Esc").words().contains("▸ Suivi"));
}

#[test]
fn details_show_the_basis_of_a_deadline_and_link_to_cited_passages() {
    let desk = tracker_on_e2().reading("A/77/275:annex/E/next/4").press("Enter");
    let screen = desk.words().replace("│\n│", " ");
    assert!(screen.contains("6 mars 2023") && screen.contains("début de la 4e session"), "{screen}");
    let row = desk.words().lines().position(|line| line.contains("échéance :")).expect("the deadline");
    let row = u16::try_from(row).expect("a row");
    assert_eq!(
        desk.clicks(100, row).clicks(100, row).place(),
        "A/AC.292/2023/L.1:3",
        "the passage that dates the session"
    );
    let english = Delegate::at("2023-03-07").in_english().reading("A/77/275:annex/C/next/1").press("t Enter");
    assert!(english.words().contains("Details"), "{}", english.words());
    let desk = english.press("End Home Down Enter");
    assert_eq!(desk.place(), "A/77/275:annex/C/next/1");
    assert!(desk.app.layers.is_empty(), "the words of the step lead to the step");
}

#[test]
fn a_reason_is_removed_with_its_status_and_an_empty_field_is_not_evidence() {
    let mark = |desk: &Delegate| {
        let step = "A/77/275:annex/E/next/2".parse().expect("a step");
        desk.app.workspace.tracker.state(&step, None, 4).map(|state| state.mark.clone()).expect("it is set")
    };
    let desk =
        tracker_on_e2().reading("A/77/275:annex/E/next/2").press("c").types("faute de temps").press("Enter");
    assert_eq!(mark(&desk).remark.as_deref(), Some("faute de temps"));
    let desk = desk.press("a");
    assert_eq!((mark(&desk).status, mark(&desk).remark), (Status::Agreed, None));
    let acts = desk.app.workspace.tracker.len();
    let desk = desk.press("e Enter");
    assert_eq!(desk.app.workspace.tracker.len(), acts, "nothing was chosen");
    let desk = desk.press("Down Enter");
    assert_eq!(desk.app.workspace.tracker.len(), acts + 1, "one who went to a row has chosen it");
    assert!(mark(&desk).evidence.is_some());
}
