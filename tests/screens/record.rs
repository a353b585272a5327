//! The record of a day at the desk: it opens as a note to be edited, and is written to a file.

use plenary::app::effect::{Effect, ExportFile};

use super::Delegate;
use crate::support::word::{Reading, WordFile};

fn desk() -> Delegate {
    let desk = Delegate::at("2023-03-07").on(140, 50).reading("A/77/275:annex/E/next/2");
    let lines = ["Jamaïque au nom de la CARICOM + E.2 capacités", "Iran - E.3 trop tôt"];
    let desk = lines.iter().fold(desk, |desk, line| desk.press("i").types(line).press("Enter"));
    desk.press("n Ctrl-r").types("ligne secrète").press("Esc")
}

fn written(desk: &Delegate) -> &ExportFile {
    let mut files = desk.effects.iter().filter_map(|effect| match effect {
        Effect::Export(file) => Some(file.as_ref()),
        _ => None,
    });
    files.next_back().expect("a file is written")
}

/// Types the file that is asked for, in place of the one proposed.
fn to(desk: Delegate, file: &str) -> Delegate {
    desk.press("Ctrl-u").types(file).press("Enter")
}

#[test]
fn the_record_opens_in_the_editor_and_is_written_as_it_was_edited() {
    let desk = desk().press("b");
    assert!(desk.words().contains("Note en cours · Compte rendu du"), "{}", desk.words());
    let typing = desk.app.typing().expect("the record is open in the editor");
    let text = typing.editor.text().to_owned();
    assert!(text.starts_with("# Compte rendu du 7 mars 2023"), "{text}");
    assert!(
        text.contains("**Jamaïque** (CARICOM) + soutient\u{a0}: capacités") && !text.contains("secrète"),
        "{text}"
    );
    let desk = desk.press("Ctrl-Home End").types(" (revu)").press("Esc");
    assert!(desk.footer().contains("~/compte-rendu-4-2023-03-07.docx"), "{}", desk.footer());
    let desk = to(desk, "~/jour.md");
    let file = written(&desk);
    let text = String::from_utf8(file.bytes.clone()).expect("text");
    assert!(
        text.contains("(revu)") && text.contains("**Jamaïque** (CARICOM) + soutient\u{a0}: capacités"),
        "{text}"
    );
    assert!(file.manifest.contains("1 note"), "what was left out is counted: {}", file.manifest);
    assert_eq!(desk.app.workspace.notebook.len(), 4, "the record is kept as a note");
    // The record of a record is that of the same day.
    let again = desk.press("b").press("Esc Esc");
    let records = again.app.workspace.notebook.notes().filter(|note| note.text.contains("(revu)"));
    assert_eq!(records.count(), 1);
}

#[test]
fn every_format_has_the_same_words() {
    for ending in ["html", "txt", "docx"] {
        let desk = to(desk().press("b Esc"), &format!("~/jour.{ending}"));
        let bytes = &written(&desk).bytes;
        let text = match ending {
            "docx" => WordFile::open(bytes).text(Reading::Accepted),
            _ => String::from_utf8(bytes.clone()).expect("text"),
        };
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            flat.contains("(CARICOM) + soutient : capacités") && flat.contains("trop tôt"),
            "{ending}: {flat}"
        );
        assert!(
            !flat.contains("secrète") && !flat.contains("**") && !flat.contains("[^"),
            "{ending}: {flat}"
        );
    }
}

#[test]
fn a_file_without_a_format_is_asked_for_again_and_a_restricted_record_is_not_written() {
    let desk = to(desk().press("b Esc"), "~/jour.xyz");
    assert!(desk.words().contains("xyz"), "{}", desk.words());
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Export(_))));
    let desk = self::desk().press("B");
    assert!(desk.app.typing().expect("open").editor.text().starts_with("# Compte rendu de la 4e session"));
    let desk = desk.press("Ctrl-r Esc Enter");
    assert!(!desk.effects.iter().any(|effect| matches!(effect, Effect::Export(_))));
    assert!(desk.footer().contains("réservé"), "{}", desk.footer());
}
