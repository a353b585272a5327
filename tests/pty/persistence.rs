//! Notes, interventions and statuses are saved and restored at the next start.

use crate::support::files;
use crate::support::home::Home;

use super::terminal::{Exit, Terminal};
use super::{desk, notes, only_note};

/// Text with accents, a combining accent, a ligature and a wide character.
const WORDS: &str = "été à l’œuvre, ve\u{301}cu, 山";

#[track_caller]
fn quit(mut terminal: Terminal) {
    assert_eq!(terminal.press("q").wait_exit(), Exit::Code(0));
    assert_eq!(terminal.unrestored_modes(), Vec::<&str>::new());
}

#[test]
fn agenda_item_note_and_status_are_restored_at_the_next_start() {
    let home = Home::new();
    let mut first = desk(&home, &[]);
    first.sees("C. Règles, normes").press("> > >").sees("B. Menaces existantes");
    first.press("n").sees("Editing note").types(WORDS).sees("山");
    first.press("Esc").sees("Note saved.");
    first.press("Down Down").sees("Notes · B.2");
    first.press("s d").sees("4● 5○").sees("█░░░░░░░ 1/8");
    quit(first);
    assert_eq!(only_note(&home), WORDS);
    let mut again = desk(&home, &[]);
    again.sees("B. Menaces existantes").sees("4● 5○").sees("█░░░░░░░ 1/8").sees("Notes · B.2");
    again.press("A").sees("été à l’œuvre").sees("山");
    quit(again);
}

#[test]
fn a_note_is_edited_deleted_and_restored() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal
        .press("n")
        .sees("Editing note")
        .types("première")
        .press("Enter")
        .types("seconde")
        .sees("seconde");
    terminal.press("Ctrl-u Ctrl-u").sees_no_more("première").press("Alt-u Alt-u").sees("seconde");
    terminal.press("Esc").sees("Note saved.").press("Tab Tab e").sees("Editing note");
    terminal.types(" fois").sees("seconde fois").press("Esc").sees("Note saved.");
    terminal.press("x").sees("Note deleted").sees_no_more("première").press("u").sees("première");
    quit(terminal);
    assert_eq!(only_note(&home), "première\nseconde fois");
}

#[test]
fn an_intervention_is_recorded_in_one_line() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal.press("i").sees("Delegation:").types("SG + capacités d’abord").sees("d’abord");
    terminal.press("Enter").sees("Note saved.").sees("SG");
    quit(terminal);
    assert!(only_note(&home).contains("capacités d’abord"));
}

#[test]
fn a_cancelled_intervention_leaves_no_note() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal
        .press("i")
        .sees("Delegation:")
        .types("SG + erreur")
        .sees("erreur")
        .press("Esc")
        .sees_no_more("erreur");
    quit(terminal);
    assert_eq!(notes(&home).len(), 0);
}

#[test]
fn an_undone_status_remains_in_the_history() {
    let home = Home::new();
    let mut terminal = desk(&home, &["--at", "E.2"]);
    terminal
        .press("s a")
        .sees("4✓")
        .press("u")
        .sees("4○")
        .press("t")
        .sees("Tracker")
        .press("v")
        .sees("undone");
    terminal.press("Esc");
    quit(terminal);
}

#[test]
fn pasted_lines_are_separate_with_any_line_ending() {
    for end in ["\r", "\r\n", "\n"] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--at", "E.2"]);
        terminal
            .press("n")
            .sees("Editing note")
            .types(&format!("\x1b[200~une{end}deux{end}trois\x1b[201~"))
            .sees("trois")
            .press("Esc")
            .sees("Note saved.");
        quit(terminal);
        assert_eq!(only_note(&home), "une\ndeux\ntrois");
    }
}

#[test]
fn an_empty_note_leaves_no_file() {
    let home = Home::new();
    let mut terminal = desk(&home, &[]);
    terminal
        .press("n")
        .sees("Editing note")
        .types("x")
        .sees("│x")
        .press("Backspace Esc")
        .sees_no_more("Editing note");
    quit(terminal);
    assert_eq!(notes(&home).len(), 0);
}

#[test]
fn a_calendar_and_a_document_added_by_another_program_appear_without_a_restart() {
    let home = Home::new();
    let workspace = home.data().join("workspace");
    let mut terminal = desk(&home, &["--at", "E.4"]);
    terminal.press("C").sees("6–10         ━━━━━        4th session").press("Esc");
    // Another program writes the calendar; Ctrl-r reloads it.
    files::write(
        &workspace.join("calendar.toml"),
        "version = 1\n\n[[sessions]]\nnumber = 4\nfrom = 2023-04-17\nto = 2023-04-21\n",
    );
    terminal
        .press("Ctrl-r")
        .sees("reloaded from disk")
        .press("C")
        .sees("17–21        ━━━━━        4th session");
    terminal.press("Esc").sees_no_more("Timeline").sees("17 April");
    let stored = "version = 1\nsymbol = \"A/99/7\"\nlanguage = \"en\"\nkind = \"other\"\ntitle = \"Tides\"\n\n\
        [[blocks]]\naddress = \"1\"\nkind = \"paragraph\"\nnumber = \"1\"\ntext = \"The tide waits for nobody.\"\n";
    files::write(&workspace.join("documents/A-99-7.en.toml"), stored);
    // The calendar is written last: when it is read, the document is already there.
    files::write(&workspace.join("calendar.toml"), "version = 1\n");
    // A terminal sends this when its window gets the focus.
    terminal.types("\x1b[I").sees_no_more("17 April");
    terminal.press("C").sees("6–10         ━━━━━        4th session").press("Esc").sees_no_more("Timeline");
    terminal.press("g");
    terminal.types("A/99/7").sees("para. 1  The tide waits").press("Enter").sees("Text · A/99/7");
    // An error is reported, and nothing is lost.
    files::write(&workspace.join("calendar.toml"), "version = 1\n[[sessions]]\nnumber = 'x'\n");
    terminal.press("Ctrl-r").sees("calendar.toml, line 3").sees("The tide waits for nobody.");
    quit(terminal);
}

#[test]
fn a_fault_signal_loses_nothing_that_was_typed() {
    // SIGSEGV and SIGBUS are the same, but Rust handles the first one of each to report a stack that is too long.
    for signal in ["ILL", "FPE"] {
        let home = Home::new();
        let mut terminal = desk(&home, &["--at", "E.2"]);
        terminal.press("n").sees("Editing note").types("au milieu d’une phr").sees("une phr");
        terminal.sees("saved").signal(signal);
        assert!(matches!(terminal.wait_exit(), Exit::Signal(_)), "{signal}");
        let mut terminal = desk(&home, &["--at", "E.2"]);
        terminal.sees("au milieu d’une phr").press("q");
        assert_eq!(terminal.wait_exit(), Exit::Code(0));
        assert_eq!(only_note(&home), "au milieu d’une phr", "{signal}");
    }
}
