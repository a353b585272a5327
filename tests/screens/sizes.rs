//! Snapshots of every screen in three sizes and both languages.

use insta::assert_snapshot;
use plenary::app::event::Event;

use crate::screens::Delegate;

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (140, 50)];

/// Takes a snapshot in every size and language.
fn snapshots(name: &str, scene: impl Fn(Delegate) -> Delegate) {
    for (columns, rows) in SIZES {
        let french = scene(Delegate::at("2023-03-06").on(columns, rows));
        assert_snapshot!(format!("{name}-{columns}x{rows}-fr"), french.screen());
        let english = scene(Delegate::at("2023-03-06").in_english().on(columns, rows));
        assert_snapshot!(format!("{name}-{columns}x{rows}-en"), english.screen());
    }
}

/// Item 5 f) with an intervention and a status.
fn at_item_5f(delegate: Delegate) -> Delegate {
    delegate.reading("A/77/275:annex/E/next/2").press("s d i").types("SG + capacités d’abord").press("Enter")
}

#[test]
fn the_desk_as_it_opens() {
    snapshots("open", |delegate| delegate);
}

#[test]
fn the_desk_at_work() {
    snapshots("work", at_item_5f);
}

#[test]
fn a_note_being_typed() {
    snapshots("typing", |delegate| {
        at_item_5f(delegate)
            .press("n")
            .types("Le répertoire : voir 16 b), et la position du groupe — 漢字 e\u{301}tat.")
    });
}

#[test]
fn the_text_with_the_keys() {
    snapshots("reader", |delegate| delegate.reading("A/76/135:57/b").press("Tab f"));
}

#[test]
fn the_tracker() {
    snapshots("tracker", |delegate| at_item_5f(delegate).press("t Down Down r"));
}

#[test]
fn help_palette_and_go_to() {
    snapshots("help", |delegate| delegate.press("?"));
    snapshots("palette", |delegate| delegate.press(":").types("suiv"));
    snapshots("goto", |delegate| delegate.press("g").types("16 a"));
}

#[test]
fn what_a_passage_cites_with_the_changed_words() {
    snapshots("peek", |delegate| delegate.reading("A/77/275:annex/10").press("Tab Space"));
    snapshots("absent", |delegate| delegate.press("g").types("A/75/816, par. 12 b)"));
}

#[test]
fn the_possible_next_keys() {
    snapshots("which-key", |delegate| delegate.reading("A/77/275:annex/E/next/2").press("s"));
}

#[test]
fn a_search() {
    snapshots("find", |delegate| delegate.reading("A/77/275:1").press("/").types("repertoire"));
}

#[test]
fn a_report_without_steps_and_an_agenda_of_another_process() {
    snapshots("no-steps", |delegate| delegate.reading("A/AC.292/2023/L.1:1"));
    snapshots("other-agenda", |delegate| delegate.reading("A/AC.290/2020/L.1:7"));
}

/// The fourth session with a pasted programme of work for its first day.
fn with_a_programme(delegate: Delegate) -> Delegate {
    let table = "6 March 2023\t10 a.m.–1 p.m.\t1, 5 (d)\tOuverture\n6 March 2023\t3–6 p.m.\t5 (a)\tNormes\nà confirmer\t\t5 (z)\t\n";
    super::timeline::keeping(delegate.press("C").send(Event::Paste(table.into())).press("Enter"))
}

#[test]
fn the_timeline() {
    snapshots("timeline", with_a_programme);
    snapshots("timeline-abroad", |delegate| with_a_programme(delegate).abroad(1));
}

#[test]
fn a_programme_of_work_before_it_is_saved() {
    let table = "Date\tHeure\tPoint\nlundi 6 mars 2023\t10 h-13 h\t5 a)\nmardi 6 mars 2023\t15 h-18 h\t5 z)\nplus tard\t\t\n";
    snapshots("programme", |delegate| delegate.press("C").send(Event::Paste(table.into())));
}

#[test]
fn the_tracker_filtered_and_grouped() {
    snapshots("tracker-filter", |delegate| at_item_5f(delegate).press("t f").types("sec"));
    snapshots("tracker-grouped", |delegate| {
        at_item_5f(delegate).press("t * * b").types("sec").press("Enter O")
    });
}

#[test]
fn the_lines_for_reason_and_evidence() {
    snapshots("tracker-carry", |delegate| at_item_5f(delegate).press("t c").types("temps"));
    snapshots("tracker-evidence", |delegate| at_item_5f(delegate).press("t e").types("78/237 op 4"));
}

/// A session with interventions of several delegations, one of them restricted.
fn with_interventions(delegate: Delegate) -> Delegate {
    let lines = [
        "Jamaïque au nom de la CARICOM + E.2 capacités d’abord",
        "Iran - E.2 trop tôt",
        "Chili ? E.3 qui paie",
        "Barbade + E.3 volontiers",
        "Iran + E.2 finalement, avec des garanties",
    ];
    let delegate = delegate.reading("A/77/275:annex/E/next/2");
    let delegate =
        lines.iter().fold(delegate, |delegate, line| delegate.press("i").types(line).press("Enter"));
    delegate.press("n Ctrl-r").types("notre ligne : attendre").press("Esc")
}

#[test]
fn the_browser_of_notes() {
    snapshots("browser", |delegate| with_interventions(delegate).press("N"));
    snapshots("browser-filtered", |delegate| with_interventions(delegate).press("N Tab Tab").types("iran"));
}

#[test]
fn who_said_what_as_a_table() {
    snapshots("said", |delegate| with_interventions(delegate).press("V Space Down"));
}

#[test]
fn the_details_of_a_tracker_row() {
    snapshots("tracker-details", |delegate| {
        let delegate = at_item_5f(delegate).press("t Right d e").types("78/237 op 4").press("Enter");
        delegate.press("Enter")
    });
    snapshots("tracker-details-end", |delegate| {
        let delegate = at_item_5f(delegate).press("t Right d e").types("78/237 op 4").press("Enter");
        delegate.press("Enter End")
    });
}
