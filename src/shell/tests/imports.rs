//! Importing at the desk: a folder of files, a file dropped on the terminal, and the report.

#![allow(clippy::disallowed_methods, reason = "a test writes files beside the workspace")]
use std::path::Path;

use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::app::overlay::Prompt;
use crate::app::screen::line;
use crate::model::Language;

use super::desk::{Desk, begin};

fn open(home: &Path) -> Desk {
    let mut desk = Desk::open(home, Language::EN, (120, 40), begin());
    desk.settle();
    desk
}

/// Types a line of the palette, and has it done.
fn run(desk: &mut Desk, line: &str) {
    desk.press(":");
    desk.types(line);
    desk.press("Enter");
}

fn report(desk: &Desk) -> Vec<String> {
    let locale = &desk.app.appearance.locale;
    desk.app.input.report.iter().map(|line| locale.message(line)).collect()
}

fn document(symbol: &str, date: &str) -> String {
    format!(
        "{symbol}\n\n{date}\nOriginal: English\n\nReport of the group on the seabed\n\n\
         1. States met in three meetings and agreed that the work of the group would continue.\n\n\
         2. It was decided to meet again in the next year, and to adopt the report by consensus.\n"
    )
}

fn holds(desk: &Desk, symbol: &str) -> bool {
    desk.app.library.shelf.holds(&symbol.parse().unwrap())
}

#[test]
fn a_folder_is_imported_at_the_desk_and_importing_it_again_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("My documents");
    std::fs::create_dir_all(folder.join("below")).unwrap();
    std::fs::write(folder.join("one.txt"), document("A/90/1", "1 March 2035")).unwrap();
    std::fs::write(folder.join("below/two.txt"), document("A/90/2", "1 March 2035")).unwrap();
    std::fs::write(folder.join("three.txt"), "").unwrap();
    let mut desk = open(home.path());
    run(&mut desk, "import ~/My documents");
    assert!(holds(&desk, "A/90/1") && holds(&desk, "A/90/2"));
    let lines = report(&desk);
    assert_eq!(lines[0], "2 new, 0 replaced, 0 already in the library, 1 refused");
    assert!(lines[1].contains("three.txt") && lines[1].contains("empty"), "{lines:?}");
    assert!(lines[2].starts_with("A/90/1 (en): new, 2 paragraphs"), "{lines:?}");
    desk.draw();
    desk.press("Esc");
    assert!(desk.app.layers.is_empty());

    run(&mut desk, "import ~/My documents");
    assert_eq!(report(&desk)[0], "0 new, 0 replaced, 2 already in the library, 1 refused");
    desk.press("Esc");
    std::fs::write(folder.join("one.txt"), document("A/90/1", "1 May 2035").replace("three", "four"))
        .unwrap();
    run(&mut desk, "import ~/My documents");
    assert_eq!(report(&desk)[0], "0 new, 1 replaced, 1 already in the library, 1 refused");
}

#[test]
fn a_file_dropped_on_the_terminal_is_shown_and_imported_when_that_is_confirmed() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("A 90 3.txt");
    std::fs::write(&path, document("A/90/3", "1 March 2035")).unwrap();
    let mut desk = open(home.path());
    desk.send(Event::Paste(format!("'{}' ", path.display())));
    desk.settle();
    let is_line = matches!(desk.app.layers[..], [Layer::Line(_)]);
    assert!(is_line && !holds(&desk, "A/90/3"), "{:?}", desk.app.layers);
    desk.press("Enter");
    assert!(holds(&desk, "A/90/3"));

    // Other words that are pasted become a note, as before.
    desk.press("Esc");
    desk.send(Event::Paste("see /tmp/a.txt".to_owned()));
    let is_note = matches!(desk.app.layers[..], [Layer::Typing(_)]);
    assert!(is_note, "{:?}", desk.app.layers);
}

#[test]
fn what_cannot_be_imported_is_named() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = open(home.path());
    run(&mut desk, "import /nowhere/a.pdf");
    let lines = report(&desk);
    assert_eq!(lines[0], "0 new, 0 replaced, 0 already in the library, 1 refused");
    assert!(lines[1].contains("/nowhere/a.pdf"), "{lines:?}");
}

/// The line being typed.
fn line(desk: &Desk) -> &line::State {
    match &desk.app.layers[..] {
        [Layer::Line(line)] => line,
        layers => panic!("{layers:?}"),
    }
}

fn listed(desk: &Desk) -> Vec<&str> {
    let paths = line(desk).paths.iter().flat_map(|list| &list.paths);
    paths.map(|path| path.name.as_str()).collect()
}

#[test]
fn paths_are_completed_as_they_are_typed() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("My documents");
    std::fs::create_dir_all(folder.join("below")).unwrap();
    for number in 1..=20 {
        let name = format!("A_90_{number:02}.txt");
        std::fs::write(folder.join(name), document(&format!("A/90/{number}"), "1 March 2035")).unwrap();
    }
    let mut desk = open(home.path());
    desk.press(":");
    desk.types("import ");
    assert_eq!(line(&desk).prompt, Prompt::Import, "the list of verbs becomes the line for paths");
    desk.types("~/My");
    desk.settle();
    assert_eq!(listed(&desk), ["My documents/"]);
    desk.press("Tab");
    assert_eq!(line(&desk).input.text(), "~/My\\ documents/");
    assert_eq!(listed(&desk).len(), 21);
    desk.types("A");
    desk.settle();
    desk.press("Tab");
    assert_eq!(line(&desk).input.text(), "~/My\\ documents/A_90_", "as far as all of them agree");
    assert!(desk.screen().contains("A_90_08.txt") && !desk.screen().contains("A_90_09.txt"));
    desk.press("Up Up");
    assert_eq!(line(&desk).input.text(), "~/My\\ documents/A_90_19.txt");
    let screen = desk.screen();
    assert!(screen.contains("A_90_12.txt") && screen.contains("19/20") && !screen.contains("A_90_20.txt"));
    desk.press("Enter");
    assert!(holds(&desk, "A/90/19") && !holds(&desk, "A/90/18"));
}

#[test]
fn what_fits_a_pattern_is_listed_and_imported() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("Downloads");
    std::fs::create_dir_all(folder.join("older")).unwrap();
    std::fs::write(folder.join("A_90_1.txt"), document("A/90/1", "1 March 2035")).unwrap();
    std::fs::write(folder.join("older/A_90_2.TXT"), document("A/90/2", "1 March 2035")).unwrap();
    std::fs::write(folder.join("notes.txt"), "x").unwrap();
    let mut desk = open(home.path());
    desk.press(":");
    desk.types("import ~/Downloads/**/A_*.txt");
    desk.settle();
    assert_eq!(listed(&desk), ["~/Downloads/A_90_1.txt", "~/Downloads/older/A_90_2.TXT"]);
    desk.press("Enter");
    assert!(holds(&desk, "A/90/1") && holds(&desk, "A/90/2"));
    assert_eq!(report(&desk)[0], "2 new, 0 replaced, 0 already in the library, 0 refused");
    desk.press("Esc");
    run(&mut desk, "import ~/Downloads/*.pdf");
    assert!(report(&desk)[1].contains("no file fits"), "{:?}", report(&desk));
}
