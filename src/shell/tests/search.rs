//! Searching at the desk, with the real index: what is listed, where Enter goes, and going from hit to hit.

use tempfile::TempDir;

use crate::app::event::Event;
use crate::app::layer::Layer;
use crate::app::screen::picker::{ChoiceTarget, State};
use crate::keymap::{self, Key};
use crate::model::Language;

use super::desk::{Desk, begin};

struct Searching {
    desk: Desk,
    _home: TempDir,
}

/// A document of the workspace, in English.
const IMPORTED: &str = r#"version = 2
symbol = "A/99/7"
language = "en"
kind = "report"
title = "Report on directories"

[[blocks]]
address = "1"
kind = "paragraph"
number = "1"
text = "States should nominate points of contact and keep the global directory up to date."
"#;

impl Searching {
    fn new() -> Self {
        Self::with(None)
    }

    fn with(imported: Option<&str>) -> Self {
        let home = tempfile::tempdir().unwrap();
        if let Some(text) = imported {
            let folder = home.path().join("work/documents");
            crate::store::file::folder(crate::store::WritePath::of_user(&folder)).unwrap();
            let file = crate::store::WritePath::of_user(folder.join("a.toml"));
            crate::store::file::write(file, text.as_bytes()).unwrap();
        }
        let mut desk = Desk::open(home.path(), Language::FR, (100, 30), begin());
        desk.searching(home.path());
        desk.settle();
        Self { desk, _home: home }
    }

    fn press(&mut self, keys: &str) {
        for key in keys.split(' ') {
            self.desk.send(Event::Key(key.parse::<Key>().unwrap()));
            self.desk.settle();
        }
    }

    fn types(&mut self, text: &str) {
        for c in text.chars() {
            let key = if c == ' ' { "Space".to_owned() } else { c.to_string() };
            self.press(&key);
        }
        self.desk.draw();
    }

    fn list(&self) -> &State {
        match self.desk.app.layers.last() {
            Some(Layer::Picker(list)) => list,
            other => panic!("no list is open: {other:?}"),
        }
    }

    /// The rows that are no titles: the label and what is at the right.
    fn rows(&self) -> Vec<String> {
        let list = self.list();
        let rows = list.shown(0..list.len(), &self.desk.app.appearance.locale);
        let rows = rows.filter(|row| row.target != ChoiceTarget::Title);
        rows.map(|row| format!("{} {}", row.left, row.right).trim().to_owned()).collect()
    }

    fn here(&self) -> String {
        self.desk.app.desk.here.reference().to_string()
    }
}

#[test]
fn everything_is_searched_and_the_keys_for_the_next_hit_cross_documents() {
    let mut at = Searching::new();
    at.press("Ctrl-f");
    at.types("interlocuteurs");
    let first = at.rows();
    assert!(first.len() > 4, "{first:?}");
    at.press("Ctrl-e");
    assert_eq!(at.rows(), ["par. 4 du dispositif"], "without equivalent terms only one passage has the word");
    at.press("Enter");
    assert_eq!(at.here(), "A/RES/78/237:op/4");
    let found = at.desk.app.panes.reader.found.as_ref().expect("the words are marked");
    let document = &at.desk.app.desk.here.document;
    assert_eq!(found.matches[0].span.of(&document.blocks[found.matches[0].block].text), "interlocuteurs");

    at.press("Ctrl-f");
    at.types("points de contact");
    at.press("Esc");
    assert_eq!(at.here(), "A/RES/78/237:op/4", "the list is closed, and nothing has moved");
    at.press(";");
    let first = at.here();
    at.press(";");
    assert_ne!(at.here(), first);
    at.press(",");
    assert_eq!(at.here(), first);
    at.press("Esc ;");
    assert_eq!(at.here(), first, "Esc ends the search");
    at.press("Ctrl-f Up");
    assert_eq!(at.list().input.text(), "points de contact");
    at.press("Up");
    assert_eq!(at.list().input.text(), "interlocuteurs");
}

#[test]
fn the_key_for_finding_twice_searches_everything_and_notes_are_found() {
    let mut at = Searching::new();
    at.press("g");
    at.types("E.2");
    at.press("Enter n");
    at.types("guichet unique de la CARICOM");
    at.press("Esc / /");
    at.types("guichet");
    assert_eq!(at.rows(), ["E.2 note"]);
    at.press("Enter");
    assert_eq!(at.here(), "A/77/275:annex/E/next/2");
}

#[test]
fn the_list_of_references_has_passages_with_the_words_typed() {
    let mut at = Searching::new();
    at.press("g");
    at.types("next steps on CBMs");
    assert!(at.rows()[0].starts_with("E.1 "), "{:?}", at.rows());
    at.press("Enter");
    assert!(at.here().starts_with("A/77/275:annex/E/next"), "{}", at.here());
    at.press("g");
    at.types("g57d");
    at.press("Enter");
    assert_eq!(at.here(), "A/76/135:57/d", "references come first");
}

#[test]
fn more_like_a_passage_lists_steps_and_norms_on_its_subject() {
    let mut at = Searching::new();
    at.press("g");
    at.types("A/RES/78/237 op 4");
    at.press("Enter =");
    at.desk.draw();
    let list = at.list();
    let steps = list.position(|_| false);
    assert_eq!(steps, None);
    let finder = &at.desk.app.finder;
    let places: Vec<&str> = finder.hits().iter().take(6).map(|hit| hit.entry.address.as_str()).collect();
    assert!(places.contains(&"annex/E/next/2"), "{places:?}");
    assert!(finder.hits().iter().all(|hit| hit.entry.address != "op/4"));
}

#[test]
fn more_like_a_passage_works_from_an_imported_document() {
    let mut at = Searching::with(Some(IMPORTED));
    at.press("g");
    at.types("A/99/7:1");
    at.press("Enter");
    assert_eq!(at.here(), "A/99/7:1");
    at.press("=");
    at.desk.draw();
    let hits = at.desk.app.finder.hits();
    let places: Vec<String> =
        hits.iter().take(6).map(|hit| format!("{}:{}", hit.entry.symbol, hit.entry.address)).collect();
    assert!(places.contains(&"A/77/275:annex/E/next/2".to_owned()), "{places:?}");
    assert!(hits.iter().all(|hit| hit.entry.symbol != "A/99/7"), "the passage itself is not listed");
}

#[test]
fn the_keys_of_vi_turn_the_pages_of_a_list() {
    let mut at = Searching::new();
    let files = ["default", "vim"].map(|name| (name, keymap::bundled(name).expect("a keymap")));
    at.desk.app.input.keymap = keymap::load(&files, &|_, _| true).0;
    at.press("/ /");
    at.types("capacités");
    assert!(at.list().len() > 20, "{}", at.list().len());
    let first = at.list().list.selected;
    at.press("Ctrl-f");
    let paged = at.list().list.selected;
    assert!(paged > first + 3, "{first} {paged}");
    at.press("Ctrl-b");
    assert_eq!(at.list().list.selected, first);
}

#[test]
fn the_palette_does_what_its_words_say_and_never_sets_a_status_by_chance() {
    let mut at = Searching::new();
    for (typed, verb) in [
        ("save", "save"),
        ("exit", "quit"),
        ("dark", "theme dark"),
        ("search", "search"),
        ("export", "handover"),
        ("calendar", "timeline"),
        ("import", "import"),
    ] {
        at.press(":");
        at.types(typed);
        let current = at.list().current(&at.desk.app.appearance.locale).expect("a verb").into_owned();
        assert!(
            matches!(&current.target, ChoiceTarget::Verb(run) if run.to_string() == verb),
            "{typed}: {current:?}"
        );
        at.press("Esc");
    }
    at.press("g");
    at.types("E.2");
    at.press("Enter t :");
    for typed in ["s", "m", "exa", "a", "o", "rq"] {
        at.types(typed);
        let list = at.list();
        for line in 0..list.len() {
            let sets =
                matches!(list.target(line).as_deref(), Some(ChoiceTarget::Verb(run)) if run.verb == "status");
            assert!(
                !sets || typed.len() > 3,
                "{typed}: {:?}",
                list.choice(line, &at.desk.app.appearance.locale)
            );
        }
        at.press("Ctrl-u");
    }
}

#[test]
fn a_delegate_adds_equivalent_terms_from_the_box() {
    let mut at = Searching::new();
    at.press("Ctrl-f");
    at.types("guichet = souveraineté");
    at.press("Enter");
    let file = at.desk.folder.join("concepts.toml");
    let text = crate::store::file::text(&file, 1000).unwrap().expect("the ring is in the workspace");
    assert!(text.contains("any = [\"guichet\", \"souveraineté\"]"), "{text}");
    at.press("Ctrl-f");
    at.types("guichets");
    assert!(at.rows().iter().all(|row| row.ends_with("= souveraineté")), "{:?}", at.rows());
    assert!(at.rows().len() > 2);

    // What was added is listed after a sign of equality, and Enter removes it.
    at.press("Ctrl-u");
    at.types("=");
    let row = at.list().choice(0, &at.desk.app.appearance.locale).expect("a row").text.clone();
    assert!(row.ends_with("guichet = souveraineté") && row.starts_with("Supprimer"), "{row}");
    at.press("Enter");
    let text = crate::store::file::text(&file, 1000).unwrap().expect("the file stays");
    assert!(!text.contains("guichet"), "{text}");
    at.press("Ctrl-f");
    at.types("guichets");
    assert_eq!(at.rows(), [] as [&str; 0]);
    at.press("Ctrl-u");
    at.types("=");
    assert_eq!(at.list().len(), 0);
}

#[test]
fn the_labels_on_screen_are_known_in_both_languages() {
    let at = Searching::new();
    let process = &at.desk.app.library.processes[0];
    let steps: Vec<_> =
        process.items.iter().filter(|link| link.item.to_string().starts_with("item/5/")).collect();
    assert_eq!(steps.len(), 7);
    let labels = steps.into_iter().flat_map(|link| link.short.0.values().cloned());
    let labels: Vec<String> = labels.filter(|label| label != "Initiatives").collect();
    let mut at = at;
    for label in labels {
        at.press("g");
        at.types(&label);
        let first = at.list().target(0).expect("a passage").into_owned();
        assert!(matches!(&first, ChoiceTarget::Passage(_)), "{label}: {first:?}");
        let finder = &at.desk.app.finder;
        let kinds: Vec<&str> = finder.hits().iter().take(4).map(|hit| hit.entry.kind.as_str()).collect();
        assert!(kinds.contains(&"heading") || kinds.contains(&"agenda-item"), "{label}: {kinds:?}");
        at.press("Esc");
    }
}
