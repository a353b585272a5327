//! While a note is written: looking things up in the text beside it, citing and quoting from there.

use insta::assert_snapshot;
use plenary::app::cover::Cover;
use plenary::app::effect::Effect;
use plenary::app::event::{Event, Mouse, Pointer};

use crate::screens::Delegate;

/// A note with these words on next step E.2, open.
fn noting(words: &str) -> Delegate {
    on_step_e2(Delegate::at("2023-03-07").on(140, 50)).press("n").types(words)
}

fn on_step_e2(desk: Delegate) -> Delegate {
    desk.reading("A/77/275:annex/E/next/2")
}

/// The words of the note being typed.
fn note(desk: &Delegate) -> &str {
    desk.app.typing().expect("a note is open").editor.text()
}

#[test]
fn the_text_keeps_its_lines_when_a_note_is_opened_beside_it() {
    for (columns, rows) in [(60, 20), (80, 24), (100, 30), (140, 50), (160, 50), (200, 60), (240, 60)] {
        let desk = on_step_e2(Delegate::at("2023-03-07").on(columns, rows));
        let lines = |desk: &Delegate| {
            let reader = &desk.app.panes.reader;
            (reader.page.width, reader.top, reader.page.lines.len())
        };
        let before = lines(&desk);
        let desk = desk.press("n").types("pendant que je lis");
        assert_eq!(lines(&desk), before, "at {columns}x{rows}");
    }
}

#[test]
fn a_wide_terminal_gives_a_note_the_columns_that_the_text_does_not_use() {
    let width = |desk: &Delegate| {
        let layout = &desk.app.window.layout;
        layout.pane(plenary::app::layout::Pane::Notes).expect("it is shown").width
    };
    let desk = on_step_e2(Delegate::at("2023-03-07").on(240, 60));
    let before = width(&desk);
    assert!(width(&desk.press("n")) > before + 20);
}

#[test]
fn ctrl_o_goes_to_the_text_and_back_and_the_note_stays_open() {
    let desk = noting("voir ").press("Ctrl-o");
    assert!(desk.app.typing().is_some_and(Cover::looks_up));
    let desk = desk.press("g").types("g57d").press("Enter");
    assert_eq!(desk.place(), "A/76/135:57/d");
    assert_eq!(note(&desk), "voir ", "the keys went to the list");
    let desk = desk.press("Ctrl-o").types("là");
    assert_eq!(note(&desk), "voir là");
    assert_eq!(desk.place(), "A/76/135:57/d", "the text stays where it is");
    let desk = desk.press("Esc");
    let note = desk.app.workspace.notebook.notes().next().expect("the note is kept");
    assert_eq!(note.anchor.as_ref().map(ToString::to_string).as_deref(), Some("A/77/275:annex/E/next/2"));
    assert_eq!(desk.press("Backspace").place(), "A/77/275:annex/E/next/2");
}

#[test]
fn esc_in_the_text_goes_back_to_the_note_and_the_pane_of_before_has_the_focus_again() {
    let focus = |desk: &Delegate| desk.app.window.focus;
    let desk = on_step_e2(Delegate::at("2023-03-07")).press("Tab Tab");
    let before = focus(&desk);
    let desk = desk.press("n").types("a").press("Ctrl-o Esc").types("b");
    assert_eq!(note(&desk), "ab");
    assert_eq!(focus(&desk.press("Esc")), before);
}

#[test]
fn words_are_found_in_the_text_and_the_search_continues_while_the_note_is_open() {
    let desk = noting("x").press("Ctrl-o /").types("capacités").press("Enter");
    let first = desk.place();
    let desk = desk.press("F3");
    assert_ne!(desk.place(), first);
    let desk = desk.press("Ctrl-o").types("y");
    assert_eq!(note(&desk), "xy");
}

#[test]
fn the_text_scrolls_with_keys_and_with_the_mouse() {
    let top = |desk: &Delegate| desk.app.panes.reader.top;
    let desk = noting("x");
    let before = top(&desk);
    let desk = desk.send(Event::Mouse(Pointer { action: Mouse::Wheel(3), column: 60, row: 10 }));
    assert!(top(&desk) > before, "the wheel scrolls the text under it");
    let desk = desk.clicks(60, 20).types("y");
    assert_eq!(note(&desk), "xy", "the keys stay with the note");
    let desk = desk.press("Ctrl-o PageDown PageDown");
    let (scrolled, desk) = (top(&desk), desk.clicks(130, 20).types("z"));
    assert_eq!(note(&desk), "xyz", "a click into the note gives it the keys");
    assert_eq!(top(&desk), scrolled);
}

#[test]
fn a_passage_clicked_on_is_the_one_that_is_cited() {
    let desk = noting("x").clicks(60, 12);
    let place = desk.place();
    assert_ne!(place, "A/77/275:annex/E/next/2");
    let desk = desk.press("Ctrl-y");
    let language = desk.app.appearance.locale.language();
    let citation = plenary::app::screen::naming::citation(language, &place.parse().expect("a passage"));
    assert_eq!(note(&desk), format!("x {citation}"));
}

#[test]
fn ctrl_y_puts_the_citation_at_the_cursor_and_continues_in_the_note() {
    let desk = noting("voir ici").press("Ctrl-Left Ctrl-o g").types("g57d").press("Enter Ctrl-y");
    assert_eq!(note(&desk).replace('\u{a0}', " "), "voir A/76/135, par. 57 d) ici");
    assert_eq!(desk.stored(), note(&desk), "it is stored at once");
    let desk = desk.types(",");
    assert_eq!(note(&desk).replace('\u{a0}', " "), "voir A/76/135, par. 57 d), ici");
    assert_eq!(note(&desk.press("Ctrl-u Ctrl-u")), "voir ici", "it can be taken back");
}

#[test]
fn a_quotation_mark_in_the_text_puts_the_words_with_their_citation() {
    let desk = noting("").press("Ctrl-o g").types("g57d").press("Enter \"");
    let words = note(&desk).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(words.starts_with("« "), "{words}");
    assert!(words.ends_with("(A/76/135, par. 57 d))"), "{words}");
    assert_eq!(desk.stored(), note(&desk));
    let desk = desk.types("\"");
    assert!(note(&desk).ends_with('"'), "in the note it is a letter");
}

#[test]
fn what_was_copied_in_the_text_is_pasted_into_the_note() {
    let desk = noting("").press("Ctrl-o Y Ctrl-o Ctrl-v");
    let Some(Effect::Copy(copied)) = desk.effects.iter().find(|effect| matches!(effect, Effect::Copy(_)))
    else {
        panic!("other programs get it too")
    };
    assert_eq!(note(&desk), copied);
    let desk = on_step_e2(Delegate::at("2023-03-07")).press("y n Ctrl-v");
    assert!(note(&desk).starts_with("A/77/275"), "{}", note(&desk));
}

#[test]
fn beside_an_open_note_no_key_changes_anything_or_opens_another_note() {
    let mut desk = noting("mots").press("Ctrl-o");
    for key in ["n", "i", "p", "a", "t", "u", "q", "s", "D", "x", "Tab"] {
        let writes = desk.effects.len();
        desk = desk.press(key);
        if key == "s" {
            desk = desk.press("d");
        }
        assert_eq!(desk.app.layers.len(), 1, "{key}");
        assert!(
            !desk.effects[writes..].iter().any(|effect| matches!(effect, Effect::Write(_) | Effect::Quit))
        );
    }
    assert!(desk.press("n").footer().contains("Ctrl-o"), "it says how to continue");
}

#[test]
fn help_and_palette_beside_a_note_offer_only_what_works_there() {
    let desk = noting("mots").in_english().press("Ctrl-o ?");
    let words = desk.words();
    assert!(words.contains("In the text, while a note is open"), "{words}");
    assert!(!words.contains("write a note"), "{words}");
    let desk = desk.press("Esc :").types("go to a ref").press("Enter").types("g57d").press("Enter");
    assert_eq!(desk.place(), "A/76/135:57/d");
}

#[test]
fn pasted_words_go_into_the_note_even_if_the_keys_are_in_the_text() {
    let desk = noting("a ").press("Ctrl-o").send(Event::Paste("collé".into()));
    assert_eq!(note(&desk), "a collé");
}

#[test]
fn a_note_is_stored_if_the_program_ends_while_something_is_looked_up() {
    let desk = noting("avant").press("Ctrl-o").send(Event::Terminate);
    let kept = desk.app.workspace.notebook.notes().next().expect("the note is kept");
    assert_eq!(kept.text, "avant");
}

#[test]
fn the_text_beside_a_note_is_drawn_with_the_keys_that_work_there() {
    for (columns, rows) in [(80, 24), (140, 50)] {
        let at = |desk: Delegate| {
            let desk = on_step_e2(desk.on(columns, rows)).press("n");
            desk.types("Le répertoire : voir").press("Ctrl-o g").types("g57d").press("Enter")
        };
        let name = format!("looking-up-{columns}x{rows}");
        assert_snapshot!(format!("{name}-fr"), at(Delegate::at("2023-03-07")).screen());
        assert_snapshot!(format!("{name}-en"), at(Delegate::at("2023-03-07").in_english()).screen());
    }
}
