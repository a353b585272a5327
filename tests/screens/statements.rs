//! Statements at the desk: made of positions, arranged, read aloud against the clock, kept as delivered.

use plenary::app::effect::Effect;
use plenary::app::event::Event;
use plenary::workspace::statement::Statement;
use plenary::workspace::{Note, Position, PositionStatus};

use super::Delegate;

/// At E.2 and E.4 with a position on each.
fn prepared(columns: u16, rows: u16) -> Delegate {
    Delegate::at("2023-03-06")
        .on(columns, rows)
        .reading("A/77/275:annex/E/next/2")
        .press("p")
        .types("Nous appuyons l’annuaire.")
        .press("Esc")
        .reading("A/77/275:annex/E/next/4")
        .press("p")
        .types("Nous proposons un calendrier.")
        .press("Esc")
}

fn only(desk: &Delegate) -> &Note {
    let mut all = desk.app.workspace.statements.notes();
    let only = all.next().expect("a statement");
    assert!(all.next().is_none(), "one statement");
    only
}

fn paragraphs(desk: &Delegate) -> Vec<String> {
    Statement::of(only(desk)).spoken(desk.app.appearance.locale.language())
}

#[test]
fn a_statement_has_the_positions_of_the_item_in_the_order_of_the_report() {
    let desk = prepared(100, 40).press("D");
    assert_eq!(paragraphs(&desk), ["Nous appuyons l’annuaire.", "Nous proposons un calendrier."]);
    let note = only(&desk);
    assert_eq!((note.item.as_ref().unwrap().to_string(), note.session), ("item/5/f".into(), Some(4)));
    let screen = desk.words();
    for words in ["point 5 f)", "7 mots", "sur 3:00", "[E.2]", "[E.4]"] {
        assert!(screen.contains(words), "{words} in {screen}");
    }
    insta::assert_snapshot!(desk.screen());
    // The same one is opened again.
    assert_eq!(paragraphs(&desk.press("Esc D")).len(), 2);
}

#[test]
fn paragraphs_are_moved_left_out_added_and_everything_is_undone() {
    let desk = prepared(100, 40).press("D J");
    assert_eq!(paragraphs(&desk), ["Nous proposons un calendrier.", "Nous appuyons l’annuaire."]);
    let desk = desk.press("Space");
    assert_eq!(paragraphs(&desk), ["Nous proposons un calendrier."]);
    assert!(desk.words().contains("× Nous appuyons"), "{}", desk.words());
    let desk = desk.press("Home a").types("Merci.").press("Esc");
    assert_eq!(paragraphs(&desk), ["Nous proposons un calendrier.", "Merci."]);
    let desk = desk.press("u u u");
    assert_eq!(paragraphs(&desk), ["Nous appuyons l’annuaire.", "Nous proposons un calendrier."]);
    let desk = desk.press("u");
    assert_eq!(desk.app.workspace.statements.len(), 0);
    assert!(desk.words().contains("Rien encore"), "{}", desk.words());
}

#[test]
fn positions_written_later_are_taken_and_restricted_ones_only_when_asked_for() {
    let desk = prepared(100, 40).press("D Esc").reading("A/77/275:annex/E/next/3").press("p");
    let mut desk = desk.types("Texte réservé.").press("Esc");
    let positions = &mut desk.app.workspace.positions;
    let mut note = positions.notes().find(|note| note.text.contains("réservé")).expect("it").clone();
    note.restrict(true);
    positions.add(note);
    let desk = desk.press("D r");
    assert_eq!(paragraphs(&desk).len(), 2);
    assert!(desk.footer().contains("omis : 1 position"), "{}", desk.footer());
    let desk = desk.press("R");
    assert_eq!(paragraphs(&desk)[2], "Texte réservé.");
    assert!(only(&desk).restricted);
}

#[test]
fn a_statement_over_the_limit_is_marked_by_sign_and_word() {
    let long = "mot ".repeat(500);
    let desk = Delegate::at("2023-03-06").on(100, 40).reading("A/77/275:annex/E/next/2").press("p");
    let desk = desk.types(&long).press("Esc D");
    assert!(desk.words().contains("▲ temps dépassé"), "{}", desk.words());
    let desk = desk.press("+ + +");
    assert_eq!(Statement::of(only(&desk)).limit_seconds, Some(270));
    assert!(!desk.words().contains("▲ temps dépassé"), "{}", desk.words());
}

#[test]
fn without_positions_a_blank_statement_is_written() {
    let desk = Delegate::at("2023-03-06").on(100, 40).reading("A/77/275:annex/E/next/2").press("D");
    let desk = desk.types("Merci, Monsieur le Président.").press("Esc");
    assert_eq!(paragraphs(&desk), ["Merci, Monsieur le Président."]);
    assert!(desk.words().contains("Merci, Monsieur"), "{}", desk.words());
    let desk = Delegate::at("2023-03-06").on(100, 40).press("D Esc Esc");
    assert_eq!(desk.app.workspace.statements.len(), 0);
}

#[test]
fn it_is_read_paragraph_by_paragraph_against_the_clock() {
    let desk = prepared(80, 24).press("D p");
    assert!(desk.words().contains("reste 3:00"), "{}", desk.words());
    let first = desk.press("Space");
    assert!(first.words().contains("Nous appuyons l’annuaire."), "{}", first.words());
    insta::assert_snapshot!("reading-aloud", first.screen());
    let line = |desk: &Delegate, words: &str| {
        desk.words().lines().find(|line| line.contains(words)).map(|line| line.find(words)).expect("time")
    };
    let before = line(&first, "reste");
    // Each message comes a second later.
    let later = (0..59).fold(first, |desk, _| desk.send(Event::Tick));
    assert!(later.words().contains("reste 2:01") && line(&later, "reste") == before, "{}", later.words());
    let second = later.press("Space");
    assert!(second.words().contains("2/2"), "{}", second.words());
    let back = second.press("Backspace");
    assert!(back.words().contains("1/2"), "{}", back.words());
    // What was read is kept, and reading continues there.
    let left = back.press("Esc");
    let read = Statement::of(only(&left)).read_aloud.expect("kept");
    assert_eq!((read.paragraphs, read.seconds), (1, 62));
    let again = left.press("p");
    assert!(again.words().contains("1/2") && again.words().contains("reste 1:58"), "{}", again.words());
    let end = again.press("Space Space Space");
    assert!(end.words().contains("Fin. 1:04 sur 3:00"), "{}", end.words());
}

#[test]
fn over_the_limit_the_time_has_a_sign_and_a_word() {
    let desk = prepared(40, 12).press("D - - - - - p Space");
    let desk = (0..40).fold(desk, |desk, _| desk.send(Event::Tick));
    assert!(desk.words().contains("▲") && desk.words().contains("dépassé"), "{}", desk.words());
    insta::assert_snapshot!("reading-aloud-over-40", desk.screen());
    let wide = prepared(200, 60).press("D p Space");
    insta::assert_snapshot!("reading-aloud-200", wide.screen());
}

#[test]
fn a_long_paragraph_is_read_in_parts_on_a_small_screen() {
    let words: Vec<String> = (1..=120).map(|number| format!("mot{number}")).collect();
    let desk = Delegate::at("2023-03-06").on(40, 12).reading("A/77/275:annex/E/next/2").press("p");
    let mut desk = desk.types(&words.join(" ")).press("Esc D p Space");
    let mut seen = String::new();
    while desk.words().contains("1/1") && !desk.words().contains("Fin.") {
        seen += &desk.words();
        desk = desk.press("Space");
    }
    assert!(words.iter().all(|word| seen.contains(word.as_str())), "{seen}");
}

#[test]
fn delivered_it_is_kept_its_positions_follow_and_one_undo_takes_it_back() {
    let statuses = |desk: &Delegate| -> Vec<PositionStatus> {
        desk.app.workspace.positions.notes().map(|note| Position::of(note).status).collect()
    };
    let desk = prepared(100, 40).press("D");
    let words = paragraphs(&desk);
    let desk = desk.press("p Space Space Space D");
    let statement = Statement::of(only(&desk));
    let delivery = statement.delivery.clone().expect("delivered");
    assert_eq!((delivery.session, statement.is_delivered()), (Some(4), true));
    assert_eq!(statuses(&desk), [PositionStatus::Delivered; 2]);
    // Its text stays as it is.
    let desk = desk.press("J Space x e");
    assert!(desk.footer().contains("prononcée"), "{}", desk.footer());
    assert_eq!(paragraphs(&desk), words);
    let desk = desk.press("u");
    assert!(!Statement::of(only(&desk)).is_delivered());
    assert_eq!(statuses(&desk), [PositionStatus::Idea; 2]);
    let desk = desk.press("U c");
    assert_eq!(desk.app.workspace.statements.len(), 2);
    assert_eq!(statuses(&desk), [PositionStatus::Delivered; 2]);
}

#[test]
fn the_meeting_of_a_delivered_statement_is_typed_and_can_be_undone() {
    let meeting = |desk: &Delegate| Statement::of(only(desk)).delivery.and_then(|delivery| delivery.meeting);
    let desk = prepared(100, 40).press("D :").types("meeting").press("Enter").types("3").press("Enter");
    assert!(desk.words().contains("n’a pas été prononcée"), "{}", desk.screen());
    let desk = desk.press("Esc p Space Space Space D :").types("meeting").press("Enter");
    assert!(desk.footer().contains("Numéro de la séance"), "{}", desk.screen());
    let desk = desk.types("troisième").press("Enter");
    assert!(desk.words().contains("pas le numéro d’une séance"), "{}", desk.screen());
    assert_eq!(meeting(&desk), None);
    let desk = desk.press("Ctrl-u").types("3").press("Enter");
    assert_eq!(meeting(&desk), Some(3), "{}", desk.screen());
    assert!(Statement::of(only(&desk)).is_delivered());
    assert_eq!(meeting(&desk.press("u")), None);
}

#[test]
fn the_statement_of_the_session_has_all_items_under_their_titles() {
    let desk =
        prepared(100, 40).reading("A/77/275:annex/B/next/1").press("p").types("La menace.").press("Esc");
    let desk = desk.press("E");
    assert_eq!(paragraphs(&desk)[0], "La menace.");
    assert!(desk.words().contains("# 5 f)"), "{}", desk.words());
}

#[test]
fn it_is_written_to_a_file_with_the_path_offered_and_a_manifest() {
    let written = |desk: &Delegate| match desk.effects.last() {
        Some(Effect::Export(file)) => file.clone(),
        other => panic!("{other:?}"),
    };
    let mut desk = prepared(100, 40);
    let positions = &mut desk.app.workspace.positions;
    let note = positions.notes().next().expect("a position").clone();
    let text = format!("{}\n\n## Ligne rouge\nJamais.\n", note.text);
    positions.add(note.with_body(text, None));
    let desk = desk.press("D w");
    assert!(desk.words().contains("~/declaration-5f-4.docx"), "{}", desk.words());
    let asked = desk.press("Enter");
    let file = written(&asked);
    assert!(file.bytes.starts_with(b"PK") && file.path == "~/declaration-5f-4.docx");
    assert!(file.manifest.contains("7 mots") && file.manifest.contains("1 ligne rouge"), "{}", file.manifest);
    // Another ending gives another format; one that gives none leaves the line open.
    let desk = asked.press("x w Ctrl-u").types("dit.odt").press("Enter");
    assert!(desk.footer().contains("dit.odt") || desk.words().contains("docx, md, txt"), "{}", desk.words());
    let desk = desk.press("Ctrl-u").types("dit.txt").press("Enter");
    let file = written(&desk);
    let text = String::from_utf8(file.bytes.clone()).expect("a text");
    assert!(text.contains("Nous proposons") && !text.contains("Nous appuyons"), "{text}");
    assert!(
        !text.contains("Jamais") && file.manifest.contains("1 paragraphe non prononcé"),
        "{}",
        file.manifest
    );
}

#[test]
fn a_restricted_statement_is_written_only_after_a_question() {
    let is_written = |desk: &Delegate| matches!(desk.effects.last(), Some(Effect::Export(_)));
    let mut desk = prepared(100, 40).press("D");
    let mut note = only(&desk).clone();
    note.restrict(true);
    desk.app.workspace.statements.add(note);
    let desk = desk.press("w Enter");
    assert!(desk.words().contains("La déclaration comporte des mots réservés"), "{}", desk.words());
    let desk = desk.press("Enter");
    assert!(!is_written(&desk) && desk.footer().contains("Rien n’a été écrit"), "{}", desk.footer());
    let desk = desk.press("w Enter Down Enter");
    assert!(is_written(&desk));
}

#[test]
fn on_behalf_of_a_group_it_may_take_longer() {
    let desk = prepared(100, 40).press("D b").types("le Groupe des amis").press("Enter");
    assert_eq!(Statement::of(only(&desk)).on_behalf_of.as_deref(), Some("le Groupe des amis"));
    assert!(desk.words().contains("sur 5:00"), "{}", desk.words());
    let desk = desk.press("b");
    assert!(desk.words().contains("le Groupe des amis"), "the name is there to be changed: {}", desk.words());
    let desk = desk.press("Ctrl-u Enter");
    assert!(desk.words().contains("sur 3:00"), "{}", desk.words());
    assert!(desk.press("u").words().contains("sur 5:00"));
}
