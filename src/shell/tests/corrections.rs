//! Corrections at the desk: a passage is split, numbered and joined again, and the library on the disk says the same.

use std::path::Path;

use crate::app::layer::Layer;
use crate::model::{BlockKind, Document, Language};
use crate::store::library;

use super::desk::{Desk, begin};

fn open(home: &Path) -> Desk {
    let mut desk = Desk::open(home, Language::EN, (120, 40), begin());
    desk.settle();
    desk
}

fn go(desk: &mut Desk, reference: &str) {
    desk.press("g");
    desk.types(reference);
    desk.press("Enter");
}

/// Opens the list of corrections and chooses the row with these words.
fn choose(desk: &mut Desk, words: &str) {
    desk.press("e");
    let is_list = matches!(desk.app.layers[..], [Layer::Picker(_)]);
    assert!(is_list, "{:?} {:?}", desk.app.window.focus, desk.app.notice);
    desk.types(words);
    desk.press("Enter");
}

fn notice(desk: &Desk) -> String {
    let notice = desk.app.notice.as_ref().expect("a notice");
    desk.app.appearance.locale.message(&notice.message)
}

/// The document that is read, which must be the one on the disk.
fn document(desk: &Desk) -> Document {
    let here = &desk.app.desk.here.document;
    let (shelf, errors) = library::shelf(&desk.folder, None);
    assert_eq!(errors, []);
    let stored = shelf.texts(&here.symbol).into_iter().find(|text| text.language == here.language);
    assert_eq!(stored, Some(here));
    (**here).clone()
}

#[test]
fn a_passage_is_split_gets_a_number_and_is_as_before_after_undo() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = open(home.path());
    go(&mut desk, "A/76/135:16");
    let before = document(&desk);
    let at = desk.app.desk.here.block;
    let words = before.blocks[at].text.split_whitespace().skip(6).take(3).collect::<Vec<_>>().join(" ");

    choose(&mut desk, "split");
    desk.types(&words);
    desk.press("Enter");
    assert!(desk.app.layers.is_empty(), "{:?}", desk.app.layers);
    let split = document(&desk);
    assert_eq!(split.blocks.len(), before.blocks.len() + 1);
    assert!(split.blocks[at + 1].text.starts_with(&words));
    assert_eq!(split.blocks[at + 1].kind, BlockKind::Text);
    assert!(notice(&desk).contains("1 corrected passage"), "{}", notice(&desk));
    assert_eq!(
        desk.app.desk.here.reference().to_string(),
        "A/76/135:16",
        "the delegate stays where they are"
    );

    desk.press("Down");
    choose(&mut desk, "paragraph");
    let asks = matches!(desk.app.layers[..], [Layer::Line(_)]);
    assert!(asks, "a paragraph needs a number: {:?}", desk.app.layers);
    desk.types("16 bis");
    desk.press("Enter");
    let numbered = document(&desk);
    assert_eq!(numbered.blocks[at + 1].address.to_string(), "16bis");
    assert!(notice(&desk).contains("2 corrected passages"), "{}", notice(&desk));

    // The number of another passage is refused, and the words of the line are not lost.
    go(&mut desk, "A/76/135:16");
    choose(&mut desk, "number");
    desk.types("15");
    desk.press("Enter");
    assert!(notice(&desk).contains("Another passage has this number"), "{}", notice(&desk));
    assert_eq!(document(&desk), numbered);

    choose(&mut desk, "take back");
    choose(&mut desk, "take back");
    assert_eq!(document(&desk), before);
    choose(&mut desk, "take back");
    assert!(notice(&desk).contains("Nothing is corrected"), "{}", notice(&desk));
}

#[test]
fn the_details_of_a_document_are_changed_and_a_bundled_one_cannot_be_removed() {
    let home = tempfile::tempdir().unwrap();
    let mut desk = open(home.path());
    go(&mut desk, "A/76/135:16");
    choose(&mut desk, "title");
    desk.types("GGE 2021");
    desk.press("Enter");
    assert_eq!(document(&desk).title, "GGE 2021");
    choose(&mut desk, "symbol");
    desk.types("no symbol");
    desk.press("Enter");
    assert!(notice(&desk).contains("is not a symbol"), "{}", notice(&desk));
    desk.press("Esc");
    // The corrected text goes to the trash; the bundled one takes its place.
    choose(&mut desk, "trash");
    assert!(notice(&desk).contains("is in the trash"), "{}", notice(&desk));
    assert_ne!(document(&desk).title, "GGE 2021");
    choose(&mut desk, "trash");
    assert!(notice(&desk).contains("those that come with Plenary stay"), "{}", notice(&desk));
}
