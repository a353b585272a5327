//! A handover and a takeover at the desk: from one workspace to another one that is open, with a report of what was done.

#![allow(clippy::disallowed_methods, reason = "a test writes a file beside the workspace")]
use std::path::Path;

use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::base::Now;
use crate::keymap::{Code, Key};
use crate::model::Language;
use crate::store::contents::Loaded;

use super::desk::{Desk, begin};

/// Opens a workspace, in which ids are made from this chance.
fn open(home: &Path, language: Language, chance: u8) -> Desk {
    let now = Now { random: [chance; 10], ..begin() };
    let mut desk = Desk::open(home, language, (120, 40), now);
    desk.settle();
    desk
}

fn press(desk: &mut Desk, keys: &str) {
    keys.split_whitespace().for_each(|key| drop(desk.send(Event::Key(key.parse().unwrap()))));
}

fn types(desk: &mut Desk, text: &str) {
    text.chars().for_each(|c| drop(desk.send(Event::Key(Key::plain(Code::Char(c))))));
}

/// Types a line of the palette, and has it done.
fn run(desk: &mut Desk, line: &str) {
    press(desk, ":");
    types(desk, line);
    press(desk, "Enter");
    desk.settle();
}

fn report(desk: &Desk) -> String {
    let locale = &desk.app.appearance.locale;
    desk.app.input.report.iter().map(|line| locale.message(line) + "\n").collect()
}

fn note(desk: &mut Desk, text: &str) {
    press(desk, "n");
    types(desk, text);
    press(desk, "Esc");
    desk.settle();
}

fn shown(desk: &Desk) -> Vec<&str> {
    desk.app.workspace.notebook.notes().map(|note| note.text.as_str()).collect()
}

#[test]
fn what_is_handed_over_at_one_desk_is_on_the_screen_of_another_one_after_a_takeover() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let package = one.path().join("for Lee.zip").display().to_string();
    let mut desk = open(one.path(), Language::EN, 1);
    note(&mut desk, "capacity first");
    press(&mut desk, "n");
    types(&mut desk, "half a sentence");
    press(&mut desk, "Esc");
    run(&mut desk, &format!("handover {package}"));
    let said = report(&desk);
    assert_eq!(desk.app.layers.len(), 1, "the report is a list");
    assert!(said.contains("2 notes") && said.contains("red lines") && said.contains("SHA-256"), "{said}");
    desk.draw();

    let mut other = open(two.path(), Language::FR, 2);
    note(&mut other, "le mien");
    press(&mut other, ":");
    types(&mut other, "reprise");
    press(&mut other, "Enter");
    types(&mut other, &package);
    press(&mut other, "Enter");
    other.settle();
    let said = report(&other).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains("2 notes et interventions (nouveau : 2") && said.contains("Roy"), "{said}");
    press(&mut other, "Enter");
    assert!(other.app.layers.is_empty());
    let mut words = shown(&other);
    words.sort_unstable();
    assert_eq!(words, ["capacity first", "half a sentence", "le mien"]);
    // A second time changes nothing.
    run(&mut other, &format!("takeover {package}"));
    assert_eq!(shown(&other).len(), 3);
    let Loaded { contents, broken, .. } = other.disk();
    assert_eq!((contents.notebook.len(), broken.len()), (3, 0));
}

#[test]
fn a_file_that_cannot_be_is_reported_and_changes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = open(home.path(), Language::EN, 1);
    note(&mut desk, "mine");
    let inside = home.path().join("work/h.zip").display().to_string();
    std::fs::write(home.path().join("no.zip"), "not a zip file").unwrap();
    let no_zip = home.path().join("no.zip").display().to_string();
    let cases = [
        (format!("handover {inside}"), "inside your workspace"),
        ("handover /tmp/h.docx".to_owned(), "zip"),
        ("takeover /nowhere/h.zip".to_owned(), "/nowhere/h.zip"),
        (format!("takeover {no_zip}"), "not a zip file"),
    ];
    for (line, words) in cases {
        run(&mut desk, &line);
        let notice = desk.app.notice.clone().expect("a notice");
        let said = desk.app.appearance.locale.message(&notice.message);
        assert!(notice.alarm && said.contains(words), "{line}: {said}");
        assert!(desk.app.layers.is_empty(), "{line}");
    }
    press(&mut desk, ":");
    types(&mut desk, "handover");
    press(&mut desk, "Enter Enter");
    let is_line = matches!(desk.app.layers[..], [Layer::Line(_)]);
    assert!(is_line, "the line stays open until a file is typed: {:?}", desk.app.layers);
    assert_eq!(shown(&desk), ["mine"]);
}
