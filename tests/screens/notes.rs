//! Notes and interventions: writing, saving, deleting, undo.

use plenary::app::effect::Effect;
use plenary::app::event::Event;
use plenary::app::requests::{Answer, Request, Reread};
use plenary::app::write::Write;
use plenary::base::Error;
use plenary::workspace::{Broken, Contents, Notebook, Recovery};

use crate::screens::Delegate;

fn saved(desk: &Delegate) -> Vec<String> {
    let notes = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Write(Write::Save(note)) => Some(note.text.clone()),
        _ => None,
    });
    notes.collect()
}

#[test]
fn a_request_that_failed_is_reported_and_the_desk_continues() {
    let desk = Delegate::at("2023-03-07").in_english().send(Event::Looked);
    let ticket = desk.ticket();
    let error = Error::broken("work-panicked").with("what", "src/x.rs:7: no row");
    let desk = desk.send(Event::Answered(ticket, Answer::Failed(error)));
    assert!(desk.words().contains("it: src/x.rs:7: no row"), "{}", desk.screen());
    assert!(desk.app.requests.open().iter().all(|open| open.ticket != ticket));
    assert!(desk.press("n").types("suite").words().contains("suite"));
}

#[test]
fn every_letter_is_saved() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("n").types("été");
    assert_eq!(saved(&desk), ["é", "ét", "été"]);
    let desk = desk.press("Esc");
    let note = desk.app.workspace.notebook.notes().next().expect("the note is stored");
    assert_eq!(note.anchor.as_ref().map(ToString::to_string).as_deref(), Some("A/77/275:annex/E/next/2"));
    assert_eq!(note.item.as_ref().map(ToString::to_string).as_deref(), Some("item/5/f"));
    assert_eq!((note.session, note.author.as_str()), (Some(4), "Roy"));
}

#[test]
fn notes_of_the_passage_and_of_the_section_are_listed_newest_first() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/2");
    let desk = desk.press("n").types("première").press("Esc n").types("deuxième").press("Esc");
    let screen = desk.words();
    let place = |words: &str| screen.find(words).unwrap_or_else(|| panic!("{words} is missing:\n{screen}"));
    assert!(place("deuxième") < place("première"));
    let desk = desk.reading("A/77/275:annex/16/b");
    assert!(!desk.words().contains("deuxième"), "a note of another passage");
    assert!(desk.press("A").words().contains("deuxième"), "all notes of the section");
}

#[test]
fn an_intervention_is_one_line() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/2");
    let desk = desk.press("i").types("SG + capacités d’abord").press("Enter");
    let note = desk.app.workspace.notebook.notes().next().expect("the intervention is stored");
    assert_eq!(note.delegation.as_deref(), Some("SG"));
    assert!(desk.words().contains("SG [?] +"), "{}", desk.words());
    assert!(desk.words().contains("capacités d’abord"), "{}", desk.words());
}

#[test]
fn undo_restores_a_deleted_note() {
    let desk =
        Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("n").types("garder").press("Esc");
    let desk = desk.press("Tab Tab x");
    assert!(desk.app.workspace.notebook.is_empty(), "{}", desk.words());
    assert!(desk.footer().contains("u la rétablit"), "{}", desk.footer());
    let desk = desk.press("u");
    assert_eq!(desk.app.workspace.notebook.notes().next().map(|note| note.text.as_str()), Some("garder"));
    assert!(
        matches!(desk.effects.last(), Some(Effect::Write(Write::Restore(_)))),
        "{:?}",
        desk.effects.last()
    );
    let desk = desk.press("U u u");
    assert!(desk.app.workspace.notebook.is_empty(), "undone to before it was written");
}

#[test]
fn an_empty_note_is_not_stored() {
    let desk = Delegate::at("2023-03-07").press("n Esc");
    assert!(desk.app.workspace.notebook.is_empty());
    let desk = desk.press("n").types("x").press("Backspace Esc");
    assert!(desk.app.workspace.notebook.is_empty());
    assert!(
        matches!(desk.effects.last(), Some(Effect::Write(Write::Remove(_)))),
        "{:?}",
        desk.effects.last()
    );
}

#[test]
fn pasted_text_runs_no_command() {
    let desk = Delegate::at("2023-03-07").send(Event::Paste("q\nq > s d".into()));
    assert_eq!(saved(&desk).last().map(String::as_str), Some("q\nq > s d"));
    let desk = desk.press("Esc");
    assert_eq!(desk.app.workspace.notebook.notes().next().map(|note| note.text.as_str()), Some("q\nq > s d"));
}

#[test]
fn ending_the_program_saves_an_unfinished_word() {
    let desk = Delegate::at("2023-03-07").press("n").types("à moitié").send(Event::Terminate);
    assert_eq!(saved(&desk).last().map(String::as_str), Some("à moitié"));
    assert_eq!(desk.effects.last(), Some(&Effect::Quit));
    let desk = Delegate::at("2023-03-07").press("i").types("SG : à moitié").send(Event::Terminate);
    assert_eq!(saved(&desk).last().map(String::as_str), Some("à moitié"));
}

#[test]
fn a_broken_note_file_is_reported() {
    let error = Error::broken("note-not-closed").with("file", "notes/x.md").with("line", 3);
    let notebook = Notebook::new([], vec![Broken { file: "notes/x.md".into(), error }]);
    let desk = Delegate::at("2023-03-07").on(120, 40);
    let desk =
        desk.finds(Reread { contents: Contents { notebook, ..Contents::default() }, ..Reread::default() });
    assert!(desk.words().contains("notes/x.md"), "{}", desk.words());
}

#[test]
fn a_read_only_workspace_shows_the_reason_and_accepts_no_note() {
    let mut desk = Delegate::at("2023-03-07").on(120, 40);
    desk.app.workspace.read_only = Some(Error::broken("workspace-read-only"));
    let desk = desk.press("n");
    assert!(desk.app.layers.is_empty());
    assert!(desk.footer().starts_with('!'), "{}", desk.footer());
    assert!(desk.words().contains("[lecture seule]"), "{}", desk.words());
    let desk = desk.press("s d i u");
    assert!(desk.effects.iter().all(|effect| matches!(effect, Effect::Remember(_))), "{:?}", desk.effects);
}

#[test]
fn a_note_written_during_a_reload_is_kept() {
    let desk = Delegate::at("2023-03-07").send(Event::Looked);
    let ticket = desk.ticket();
    let desk = desk.press("n").types("neuve").press("Esc");
    let old = Box::new(Reread::default());
    let desk = desk.send(Event::Answered(ticket, Answer::Reloaded(old)));
    assert_eq!(
        desk.app.workspace.notebook.len(),
        1,
        "what was read before the note was written is not shown"
    );
    assert!(matches!(desk.effects.last(), Some(Effect::Ask(_, Request::Reload { .. }))), "it is read again");
}

#[test]
fn an_empty_intervention_line_shows_its_form() {
    let form = "Délégation : texte (+ pour, − contre, = neutre, ? question)";
    let desk = Delegate::at("2023-03-07").on(80, 24).press("i");
    assert_eq!(desk.footer().trim(), form);
    let desk = desk.types("SG + capacités");
    assert_eq!(desk.footer().trim(), "Délégation : SG + capacités");
    assert!(desk.on(40, 12).footer().contains("SG + capacités"));
}

#[test]
fn what_would_make_a_text_too_long_is_refused_and_what_was_typed_stays() {
    let long = "é\n".repeat(plenary::workspace::TEXT_LIMIT / 3 + 1);
    for keys in ["n", "i", "m"] {
        let focus = if keys == "m" { "t" } else { "" };
        let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/E/next/2").press(focus);
        let desk = desk.press(keys).types("SG: avant");
        assert!(!saved(&desk).is_empty(), "{keys}: {}", desk.words());
        let before = saved(&desk);
        let desk = desk.send(Event::Paste(long.clone()));
        assert!(desk.words().contains("SG: avant"), "{keys}: {}", desk.words());
        assert_eq!(saved(&desk), before, "{keys}");
        for words in ["4096", "4097", "inchangé"] {
            assert!(desk.words().contains(words), "{keys}: {}", desk.words());
        }
        // Typing continues, and what fits is inserted.
        let desk = desk.types(" après").send(Event::Paste(" et collé".into()));
        assert!(desk.words().contains("avant après et collé"), "{keys}: {}", desk.words());
    }
}

#[test]
fn a_text_may_be_as_long_as_the_limit_and_not_a_letter_longer() {
    let full = "x".repeat(plenary::workspace::TEXT_LIMIT);
    let desk = Delegate::at("2023-03-07").press("n").send(Event::Paste(full));
    assert_eq!(saved(&desk).len(), 1);
    let desk = desk.types("y");
    assert!(desk.words().contains("inchangé"), "{}", desk.words());
    assert_eq!(saved(&desk).len(), 1);
    assert_eq!(saved(&desk.press("Backspace").types("y")).len(), 3, "there is room again");
}

#[test]
fn what_was_recovered_on_taking_over_is_reported() {
    let reports = |reports| Recovery { reports, ..Recovery::default() };
    let recovered = Error::broken("note-recovered").with("count", 2usize);
    let kept = Error::broken("journal-broken").with("file", ".journal/X.md");
    let desk = Delegate::at("2023-03-07").send(Event::Access(None));
    assert!(desk.footer().contains("de nouveau écrire"), "{}", desk.footer());
    let desk = desk.send(Event::Recovered(reports(vec![])));
    assert!(desk.footer().contains("de nouveau écrire"), "{}", desk.footer());
    let desk = desk.send(Event::Recovered(reports(vec![recovered.clone()])));
    assert!(desk.words().contains("2 notes d’une exécution interrompue"), "{}", desk.words());
    let desk = desk.on(120, 24).send(Event::Recovered(reports(vec![kept, recovered])));
    assert!(
        desk.words().contains(".journal/X.md") && desk.words().contains("2 problèmes"),
        "{}",
        desk.words()
    );
}
