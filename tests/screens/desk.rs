//! The desk: moving between agenda items and documents, history, copying, mouse.

use plenary::app::desk::Here;
use plenary::app::effect::Effect;
use plenary::app::event::{Event, Mouse, Pointer};

use crate::screens::Delegate;

#[test]
fn it_opens_at_the_current_session_and_the_first_item_with_a_section() {
    let desk = Delegate::at("2023-03-07").on(120, 30);
    assert_eq!(desk.place(), "A/77/275:annex/heading/C");
    let screen = desk.words();
    assert!(screen.contains("4e session · 6–10 mars 2023 · New York 10:44"), "{screen}");
    assert!(screen.contains("▾ 5 a) Normes"), "{screen}");
}

#[test]
fn the_next_item_updates_all_panes() {
    let desk = Delegate::at("2023-03-07").on(120, 30);
    let places: Vec<String> = (1..=6).map(desk_after).collect();
    assert_eq!(
        places,
        [
            "A/77/275:item/5/b",
            "A/77/275:annex/heading/G",
            "A/77/275:annex/heading/B",
            "A/77/275:annex/heading/D",
            "A/77/275:annex/heading/E",
            "A/77/275:annex/heading/F",
        ]
    );
    let desk = desk.press("> > > > >");
    let screen = desk.words();
    for words in ["E. Mesures de confiance", "E.2 conviennent", "31 janv.", "Notes · section E"] {
        assert!(screen.contains(words), "{words} is missing:\n{screen}");
    }
    assert_eq!(desk.press("<").place(), "A/77/275:annex/heading/D");
}

fn desk_after(times: usize) -> String {
    Delegate::at("2023-03-07").press(&"> ".repeat(times)).place()
}

#[test]
fn an_item_without_a_section_is_shown_itself() {
    let desk = Delegate::at("2023-03-07").press(">");
    assert_eq!(desk.place(), "A/77/275:item/5/b");
    assert!(desk.press("< < <").footer().contains("premier point") || desk_first().contains("premier point"));
}

fn desk_first() -> String {
    Delegate::at("2023-03-07").press(&"< ".repeat(9)).footer()
}

#[test]
fn the_agenda_follows_the_reader() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/16/a");
    assert!(desk.words().contains("▾ 5 f) Confiance"));
    let desk = desk.reading("A/77/275:annex/E/next/4");
    assert!(desk.words().contains("▌  E.4"), "{}", desk.words());
}

#[test]
fn a_document_of_another_process_shows_its_own_agenda() {
    let desk = Delegate::at("2023-03-07").reading("A/AC.290/2020/L.1:7").on(120, 30);
    let screen = desk.words();
    assert!(screen.contains("5 f) Capacités"), "{screen}");
    assert!(screen.contains("ne contient pas d’étapes recommandées"), "{screen}");
    let back = desk.reading("A/77/275:annex/8").words();
    assert!(back.contains("5 g) Capacités"), "{back}");
}

#[test]
fn a_change_of_width_keeps_the_place() {
    let mut desk = Delegate::at("2023-03-07").reading("A/76/135:57/d").press("Tab");
    for (columns, rows) in [(140, 50), (40, 12), (81, 17), (30, 8), (200, 60), (60, 16), (80, 24)] {
        desk = desk.on(columns, rows);
        assert_eq!(desk.place(), "A/76/135:57/d");
        if columns >= 60 {
            assert!(desk.words().contains("d) La mise en place de mesures"), "{}", desk.words());
        }
    }
}

#[test]
fn back_and_forward_follow_the_history() {
    let desk = Delegate::at("2023-03-07").press("g").types("A/76/135:57/d").press("Enter");
    assert_eq!(desk.place(), "A/76/135:57/d");
    let desk = desk.press("g").types("A/RES/78/237:op/4").press("Enter");
    assert_eq!(desk.place(), "A/RES/78/237:op/4");
    let desk = desk.press("Backspace");
    assert_eq!(desk.place(), "A/76/135:57/d");
    let desk = desk.press("Alt-Left");
    assert_eq!(desk.place(), "A/77/275:annex/heading/C");
    let desk = desk.press("Alt-Left");
    assert!(desk.footer().contains("pas d’endroit précédent"), "{}", desk.footer());
    assert_eq!(desk.press("Alt-Right Alt-Right").place(), "A/RES/78/237:op/4");
}

#[test]
fn footnotes_of_a_sub_paragraph_open_from_its_paragraph() {
    let desk = Delegate::at("2023-03-07").on(120, 50).reading("A/77/275:annex/15/b").press("Tab f");
    let opened = desk.screen();
    assert!(!desk.footer().contains("aucune note"), "{}", desk.footer());
    let desk = desk.press("f");
    assert_ne!(desk.screen(), opened, "they are shown, and hidden by the same key");
    assert_eq!(desk.place(), "A/77/275:annex/15/b");
    let desk = desk.reading("A/77/275:annex/15/b").press("f f f").on(80, 14);
    assert_eq!(desk.place(), "A/77/275:annex/15/b");
}

#[test]
fn arrow_keys_do_not_change_the_hints() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2").press("s Down");
    assert!(desk.footer().contains("une des touches affichées"), "{}", desk.footer());
    let words = desk.press("Up PageDown d").words();
    assert!(words.contains("discuté") || words.contains("examiné"), "{words}");
    assert!(!words.contains("une des touches affichées"), "{words}");
}

#[test]
fn an_unbound_key_only_shows_a_message() {
    let desk = Delegate::at("2023-03-07");
    let before = desk.place();
    let desk = desk.press("ù");
    assert!(desk.footer().contains("ù ne fait rien ici"), "{}", desk.footer());
    assert_eq!(desk.place(), before);
    let desk = desk.press("s Esc");
    assert!(
        !desk.footer().contains("ne fait rien"),
        "Esc cancels a sequence without a notice: {}",
        desk.footer()
    );
}

#[test]
fn the_mouse_selects_and_scrolls() {
    let desk = Delegate::at("2023-03-07").on(120, 30);
    let row = desk.words().lines().position(|line| line.contains("5 f)")).expect("item 5 f) is on screen");
    let desk = desk.clicks(8, u16::try_from(row).expect("a row"));
    assert_eq!(desk.place(), "A/77/275:annex/heading/E");
    let before = desk.words();
    let desk = desk.send(Event::Mouse(Pointer { action: Mouse::Wheel(1), column: 60, row: 10 }));
    assert_ne!(desk.words(), before);
}

#[test]
fn the_citation_is_copied_in_the_language_of_the_interface() {
    let desk = Delegate::at("2023-03-07").reading("A/77/275:annex/16/a").press("y");
    assert!(
        desk.effects.contains(&Effect::Copy("A/77/275, annexe, par. 16 a)".into())),
        "{:?}",
        desk.effects
    );
    let desk = Delegate::at("2023-03-07").in_english().reading("A/77/275:annex/16/a").press("y");
    assert!(
        desk.effects.contains(&Effect::Copy("A/77/275, annex, para. 16 (a)".into())),
        "{:?}",
        desk.effects
    );
}

#[test]
fn footnotes_open_below_the_line_of_their_mark() {
    let desk = Delegate::at("2023-03-07").on(120, 40).reading("A/77/275:annex/14/c/ii").press("Tab");
    let note = "¹⁵ Rapport du Groupe";
    assert!(!desk.words().contains(note), "{}", desk.words());
    let desk = desk.press("f");
    assert!(desk.words().contains(note), "{}", desk.words());
    assert!(!desk.press("f").words().contains(note));
}

#[test]
fn control_codes_in_a_file_are_made_visible() {
    let mut desk = Delegate::at("2023-03-07").on(120, 30);
    let shown = desk.app.desk.here.document.clone();
    let mut document = (*shown).clone();
    let block = desk.app.desk.here.block + 1;
    document.blocks[block].text = "a\u{1b}[31mb\u{9b}2Jc\u{202e}d\u{7}".into();
    desk.app.desk.here = Here { document: std::sync::Arc::new(document), block };
    desk.app.panes.reader.change_document();
    let screen = desk.on(121, 30).words();
    assert!(screen.contains("a␛[31mb�2Jc�d␇"), "{screen}");
    assert!(!screen.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\u{7}']));
}

#[test]
fn a_wide_screen_has_the_cited_passage_beside_the_one_that_cites_it() {
    let desk = Delegate::at("2023-03-07").on(200, 60).reading("A/77/275:annex/10");
    let companion = desk.app.window.layout.companion.expect("room for a second text");
    let words = desk.words();
    let beside: Vec<String> = words
        .lines()
        .map(|line| line.chars().skip(companion.x.into()).take(companion.width.into()).collect())
        .collect();
    assert!(beside.iter().any(|line| line.contains("→ A/76/135")), "{words}");
    let cited = beside.iter().filter(|line| line.trim_matches(['│', ' ']).len() > 20).count();
    assert!(cited > 5, "the words of what is cited: {words}");
    assert_eq!(Delegate::at("2023-03-07").on(140, 50).app.window.layout.companion, None);
}

#[test]
fn what_a_passage_cites_does_not_cover_the_passage() {
    for (columns, rows) in [(80, 24), (140, 50)] {
        let desk = Delegate::at("2023-03-07").on(columns, rows).reading("A/77/275:annex/10").press("Tab");
        let passage = desk.app.panes.reader.rows_on_screen(&desk.app.context()).expect("it is on screen");
        let Some(room) = desk.app.window.layout.clear_of(passage.clone(), 11) else { continue };
        let before = desk.words();
        let desk = desk.press("Space");
        let after = desk.words();
        assert_ne!(before, after);
        assert!(room.height >= 11);
        for row in passage {
            let line = |screen: &str| screen.lines().nth(row.into()).map(str::to_owned);
            assert_eq!(line(&after), line(&before), "row {row} of {columns}x{rows}:\n{after}");
        }
        let Some(plenary::app::layer::Layer::Picker(list)) = desk.app.layers.last() else {
            panic!("a list is open: {after}")
        };
        assert!(list.area(&desk.app.window.layout).rows.height > 0, "what is cited is listed: {after}");
    }
}

#[test]
fn the_message_at_the_start_takes_one_row() {
    for (columns, rows) in [(40, 12), (80, 24), (140, 50)] {
        let mut desk = Delegate::at("2023-03-07").on(columns, rows);
        let before: Vec<String> = desk.words().lines().map(str::to_owned).collect();
        let notice = {
            let on = desk.app.split();
            plenary::app::screen::tracker::coverage::at_start(&mut on.panes.tracker, &on.context)
        };
        assert!(notice.is_some());
        desk.app.notice = notice;
        let after: Vec<String> = desk.words().lines().map(str::to_owned).collect();
        let last = usize::from(rows) - 1;
        assert_eq!(before[..last], after[..last]);
        assert!(after[last].contains("4e session"), "{}", after[last]);
    }
}

#[test]
fn the_header_keeps_place_and_session_and_deadlines_give_way() {
    let header = |columns, rows| {
        let desk = Delegate::at("2023-03-07").on(columns, rows).reading("A/77/275:annex/E/next/2");
        desk.words().lines().next().unwrap_or_default().to_owned()
    };
    let small = header(40, 12);
    assert!(small.contains("A/77/275 · annexe · E") && small.contains("4e session"), "{small}");
    assert!(!small.contains('⚠'), "{small}");
    let usual = header(80, 24);
    assert!(
        usual.contains("E. Mesures de") && usual.contains("4e session") && usual.contains("⚠ E.3"),
        "{usual}"
    );
    let wide = header(140, 50);
    assert!(wide.contains("E. Mesures de confiance") && wide.contains("New York 10:44"), "{wide}");
}

#[test]
fn on_another_day_place_and_session_stay_in_the_header_and_the_day_gives_way() {
    let header = |columns, rows| {
        let desk = Delegate::at("2023-03-07").on(columns, rows).press("w").types("2023-03-08").press("Enter");
        let desk = desk.reading("A/77/275:annex/E/next/2");
        desk.words().lines().next().unwrap_or_default().to_owned()
    };
    let small = header(40, 12);
    assert!(small.contains("A/77/275 · annexe · E") && small.contains("4e session"), "{small}");
    assert!(!small.contains('[') && !small.contains('⚠'), "{small}");
    let middle = header(52, 16);
    assert!(middle.contains("[au 8 mars]") && middle.contains("4e session"), "{middle}");
    let usual = header(80, 24);
    assert!(usual.contains("[au 8 mars 2023]") && usual.contains("4e session"), "{usual}");
}

#[test]
fn escape_clears_the_search() {
    let desk = Delegate::at("2023-03-07")
        .on(80, 24)
        .reading("A/77/275:1")
        .press("/")
        .types("capacités")
        .press("Enter");
    assert!(desk.app.panes.reader.found.is_some());
    assert!(desk.press("Esc").app.panes.reader.found.is_none());
}
