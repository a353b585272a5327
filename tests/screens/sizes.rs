//! Every screen at the sizes delegates have, in both languages.

use insta::assert_snapshot;

use crate::screens::Delegate;

const SIZES: [(u16, u16); 3] = [(80, 24), (40, 12), (140, 50)];

/// Takes a picture at every size and in both languages.
fn pictures(name: &str, scene: impl Fn(Delegate) -> Delegate) {
    for (columns, rows) in SIZES {
        let french = scene(Delegate::at("2023-03-06").on(columns, rows));
        assert_snapshot!(format!("{name}-{columns}x{rows}-fr"), french.screen());
        let english = scene(Delegate::at("2023-03-06").in_english().on(columns, rows));
        assert_snapshot!(format!("{name}-{columns}x{rows}-en"), english.screen());
    }
}

/// Item 5 f) with its steps, an intervention and a status.
fn at_work(delegate: Delegate) -> Delegate {
    delegate.reading("A/77/275:annex/E/next/2").press("s d i").types("SG + capacités d’abord").press("Enter")
}

#[test]
fn the_desk_as_it_opens() {
    pictures("open", |delegate| delegate);
}

#[test]
fn the_desk_at_work() {
    pictures("work", at_work);
}

#[test]
fn a_note_being_typed() {
    pictures("typing", |delegate| {
        at_work(delegate)
            .press("n")
            .types("Le répertoire : voir 16 b), et la position du groupe — 漢字 e\u{301}tat.")
    });
}

#[test]
fn the_text_with_the_keys() {
    pictures("reader", |delegate| delegate.reading("A/76/135:57/b").press("Tab f"));
}

#[test]
fn the_tracker() {
    pictures("tracker", |delegate| at_work(delegate).press("t Down Down r"));
}

#[test]
fn help_palette_and_go_to() {
    pictures("help", |delegate| delegate.press("?"));
    pictures("palette", |delegate| delegate.press(":").types("suiv"));
    pictures("goto", |delegate| delegate.press("g").types("16 a"));
}

#[test]
fn what_a_passage_cites_with_the_changed_words() {
    pictures("peek", |delegate| delegate.reading("A/77/275:annex/10").press("Tab Space"));
    pictures("absent", |delegate| delegate.press("g").types("A/75/816, par. 12 b)"));
}

#[test]
fn what_may_follow_a_key() {
    pictures("which-key", |delegate| delegate.reading("A/77/275:annex/E/next/2").press("s"));
}

#[test]
fn a_search() {
    pictures("find", |delegate| delegate.reading("A/77/275:1").press("/").types("repertoire"));
}

#[test]
fn a_report_without_steps_and_the_second_agenda_say_what_they_have() {
    pictures("no-steps", |delegate| delegate.reading("A/AC.292/2023/L.1:1"));
    pictures("other-agenda", |delegate| delegate.reading("A/AC.290/2020/L.1:7"));
}

#[test]
fn the_tracker_filtered_and_grouped() {
    pictures("tracker-filter", |delegate| at_work(delegate).press("t f").types("sec"));
    pictures("tracker-grouped", |delegate| at_work(delegate).press("t * * b").types("sec").press("Enter O"));
}

#[test]
fn the_reason_and_the_evidence_being_asked_for() {
    pictures("tracker-carry", |delegate| at_work(delegate).press("t c").types("temps"));
    pictures("tracker-evidence", |delegate| at_work(delegate).press("t e").types("78/237 op 4"));
}

#[test]
fn a_row_of_the_tracker_in_full() {
    pictures("tracker-details", |delegate| {
        let delegate = at_work(delegate).press("t Right d e").types("78/237 op 4").press("Enter");
        delegate.press("Enter")
    });
    pictures("tracker-details-end", |delegate| {
        let delegate = at_work(delegate).press("t Right d e").types("78/237 op 4").press("Enter");
        delegate.press("Enter End")
    });
}
