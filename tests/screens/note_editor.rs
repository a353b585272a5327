//! The editor of notes: lists, tabs, selections, searching, and letters as commands in the vim keymap.

use insta::assert_snapshot;
use plenary::app::effect::Effect;
use plenary::app::event::Event;

use crate::screens::Delegate;

fn noting() -> Delegate {
    Delegate::at("2023-03-07").on(140, 50).reading("A/77/275:annex/E/next/2").press("n")
}

/// A note with these lines, open in the vim keymap; the cursor is at the start of the first one and letters are commands.
fn commanding(lines: &str) -> Delegate {
    let desk = Delegate::at("2023-03-07").on(140, 50).with_keys("vim").reading("A/77/275:annex/E/next/2");
    desk.press("A").send(Event::Paste(lines.to_owned())).press("Esc g g")
}

/// The words of the note being typed, with `|` at the cursor.
fn note(desk: &Delegate) -> String {
    let editor = &desk.app.typing().expect("a note is open").editor;
    let (before, after) = editor.text().split_at(editor.cursor());
    format!("{before}|{after}")
}

#[test]
fn a_list_continues_with_enter_and_an_empty_item_ends_it() {
    let desk = noting().types("- un").press("Enter").types("deux").press("Enter");
    assert_eq!(note(&desk), "- un\n- deux\n- |");
    let desk = desk.press("Enter").types("fin");
    assert_eq!(note(&desk), "- un\n- deux\nfin|");
    assert_eq!(desk.stored(), "- un\n- deux\nfin");
    let desk = noting().types("9. un").press("Enter").types("x").press("Tab Enter").types("y");
    assert_eq!(note(&desk), "9. un\n  10. x\n  11. y|");
    assert_eq!(note(&desk.press("Shift-Tab")), "9. un\n  10. x\n11. y|");
    let desk =
        noting().types("- [x] fait").press("Enter").types("à faire").press("Shift-Enter").types("suite");
    assert_eq!(note(&desk), "- [x] fait\n- [ ] à faire\nsuite|");
}

#[test]
fn one_undo_takes_back_a_new_item_and_not_the_words_before_it() {
    let desk = noting().types("- un").press("Enter Ctrl-u");
    assert_eq!(note(&desk), "- un|");
}

#[test]
fn tabs_stay_tabs_and_are_shown_as_spaces() {
    let desk = noting().send(Event::Paste("Canada\t+\tpar. 3".into()));
    assert_eq!(desk.stored(), "Canada\t+\tpar. 3");
    assert!(desk.screen().contains("Canada    +    par. 3"), "{}", desk.screen());
    let desk = desk.press("Enter Tab").types("x");
    assert_eq!(desk.stored(), "Canada\t+\tpar. 3\n\tx");
    assert!(desk.screen().contains("│    x"), "{}", desk.screen());
    let desk = desk.press("Esc");
    assert!(desk.screen().contains("Canada    +    par. 3"), "{}", desk.screen());
}

#[test]
fn words_and_pages_are_selected_with_shift() {
    let selected = |desk: &Delegate| {
        let editor = &desk.app.typing().expect("a note is open").editor;
        editor.selection().map(|span| span.of(editor.text()).to_owned()).unwrap_or_default()
    };
    let desk = noting().types("un deux trois").press("Ctrl-Shift-Left Ctrl-Shift-Left");
    assert_eq!(selected(&desk), "deux trois");
    let desk = desk.press("Ctrl-Shift-Home");
    assert_eq!(selected(&desk), "un deux trois");
    let desk = desk.press("Home Ctrl-Shift-Right");
    assert_eq!(selected(&desk), "un");
    assert_eq!(selected(&desk.press("Ctrl-Shift-End")), "un deux trois");
}

#[test]
fn words_are_found_in_the_note() {
    let desk = noting().types("état, États, l’étatisme").press("Ctrl-Home Right Ctrl-f").types("etat");
    assert_eq!(note(&desk), "état, |États, l’étatisme", "the first place after the cursor");
    assert!(desk.footer().contains("2/3"), "{}", desk.footer());
    let desk = desk.press("Enter F3");
    assert_eq!(note(&desk), "état, États, l’|étatisme");
    let desk = desk.press("F3 F3 Shift-F3");
    assert_eq!(note(&desk), "|état, États, l’étatisme");
    let desk = desk.types("x").press("F3");
    assert_eq!(note(&desk), "xétat, |États, l’étatisme", "it continues after a change");
}

#[test]
fn esc_in_the_search_goes_back_to_where_it_started() {
    let desk =
        noting().types("un deux un").press("Ctrl-Left Ctrl-f").types("un").press("Backspace Backspace Esc");
    assert_eq!(note(&desk), "un deux |un");
    let desk = desk.press("Ctrl-f").types("rien").press("Enter").types("y");
    assert_eq!(note(&desk), "un deux y|un", "nothing was found, and the note is open again");
}

#[test]
fn in_the_vim_keymap_esc_makes_letters_commands_and_once_more_leaves() {
    let desk = commanding("un deux trois\nquatre");
    assert_eq!(note(&desk), "|un deux trois\nquatre");
    let desk = desk.press("w w b");
    assert_eq!(note(&desk), "un |deux trois\nquatre");
    let desk = desk.press("i").types("h").press("Esc");
    assert_eq!(desk.stored(), "un hdeux trois\nquatre");
    let desk = desk.press("Esc");
    assert!(desk.app.typing().is_none());
    assert_eq!(
        desk.app.workspace.notebook.notes().next().expect("it is kept").text,
        "un hdeux trois\nquatre"
    );
}

#[test]
fn moves_have_counts() {
    let desk = commanding("un deux trois\nquatre\ncinq\nsix");
    assert_eq!(note(&desk.press("2 w")), "un deux |trois\nquatre\ncinq\nsix");
    let desk = commanding("un deux trois\nquatre\ncinq\nsix").press("3 G");
    assert_eq!(note(&desk), "un deux trois\nquatre\n|cinq\nsix");
    assert_eq!(note(&desk.press("k k $")), "un deux trois|\nquatre\ncinq\nsix");
    let desk = commanding("un deux trois").press("1 0 l");
    assert_eq!(note(&desk), "un deux tr|ois", "a zero belongs to a count that has begun");
    assert_eq!(note(&desk.press("0 e")), "u|n deux trois");
}

#[test]
fn commands_delete_copy_and_put_with_counts() {
    let desk = commanding("un\ndeux\ntrois\nquatre").press("2 d d");
    assert_eq!(note(&desk), "|trois\nquatre");
    assert_eq!(desk.stored(), "trois\nquatre", "the journal has it at once");
    let desk = desk.press("G p");
    assert_eq!(note(&desk), "trois\nquatre\n|un\ndeux");
    let desk = desk.press("u");
    assert_eq!(desk.stored(), "trois\nquatre");
    let desk = desk.press("g g y y P");
    assert_eq!(note(&desk), "|trois\ntrois\nquatre");
    let desk = desk.press("3 x");
    assert_eq!(note(&desk), "|is\ntrois\nquatre");
    let desk = desk.press("j c w").types("cinq").press("Esc");
    assert_eq!(desk.stored(), "is\ncinq\nquatre");
    assert_eq!(note(&desk.press("u Ctrl-r")), "is\ncinq|\nquatre");
}

#[test]
fn letters_are_typed_after_i_a_o_and_their_capitals() {
    for (keys, expected) in [
        ("w i", "un x|deux\ntrois"),
        ("a", "ux|n deux\ntrois"),
        ("w I", "x|un deux\ntrois"),
        ("A", "un deuxx|\ntrois"),
        ("o", "un deux\nx|\ntrois"),
        ("O", "x|\nun deux\ntrois"),
        ("C", "x|\ntrois"),
        ("c c", "x|\ntrois"),
    ] {
        let desk = commanding("un deux\ntrois").press(keys).types("x");
        assert_eq!(note(&desk), expected, "{keys}");
    }
}

#[test]
fn a_letter_that_is_no_command_is_not_typed_and_a_paste_is() {
    let desk = commanding("un").press("q Q z");
    assert_eq!(note(&desk), "|un");
    assert_eq!(note(&desk.send(Event::Paste("zéro ".into()))), "zéro |un");
}

#[test]
fn in_the_vim_keymap_the_text_is_looked_up_and_cited_too() {
    let desk = commanding("voir").press("A Esc Ctrl-o Ctrl-g").types("g57d").press("Enter Ctrl-y");
    assert_eq!(note(&desk).replace('\u{a0}', " "), "voir A/76/135, par. 57 d)|");
    let desk = desk.press("/").types("voir").press("Enter x");
    assert_eq!(note(&desk).replace('\u{a0}', " "), "|oir A/76/135, par. 57 d)");
}

#[test]
fn words_of_a_restricted_note_that_are_put_into_another_one_are_pointed_out() {
    let desk = noting().types("secret").press("Ctrl-r Ctrl-a Ctrl-c Esc Esc n Ctrl-v");
    assert_eq!(note(&desk), "secret|");
    assert!(desk.footer().contains("Ctrl-r"), "{}", desk.footer());
    let desk = desk.press("Ctrl-r Ctrl-v");
    assert!(desk.app.notice.is_none(), "a restricted note may have them");
    let copied = desk.effects.iter().any(|effect| matches!(effect, Effect::Copy(_)));
    assert!(!copied, "other programs get nothing unless the delegate says so");
}

#[test]
fn what_a_command_deletes_is_not_given_to_other_programs() {
    let desk = commanding("un\ndeux").press("d d p y y");
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Copy(_))));
}

#[test]
fn a_note_with_a_list_a_search_and_commands_is_drawn() {
    for (columns, rows) in [(80, 24), (140, 50)] {
        let at = |desk: Delegate| {
            let desk = desk.on(columns, rows).with_keys("vim").reading("A/77/275:annex/E/next/2").press("A");
            let desk = desk.types("- Canada\tpour").press("Enter").types("Inde\tcontre").press("Esc");
            desk.press("g g /").types("contre").press("Enter")
        };
        assert_snapshot!(format!("commands-{columns}x{rows}-fr"), at(Delegate::at("2023-03-07")).screen());
        assert_snapshot!(
            format!("commands-{columns}x{rows}-en"),
            at(Delegate::at("2023-03-07").in_english()).screen()
        );
    }
}
