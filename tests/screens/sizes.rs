//! Every screen at the sizes delegates have, in both languages.

use insta::assert_snapshot;
use plenary::app::message::Message;

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
fn a_report_without_steps_stands_beside_the_one_worked_with_and_the_second_agenda_says_what_it_has() {
    pictures("no-steps", |delegate| delegate.reading("A/AC.292/2023/L.1:1"));
    pictures("other-agenda", |delegate| delegate.reading("A/AC.290/2020/L.1:7"));
}

/// The fourth session with a programme of work for its first day.
fn with_a_programme(delegate: Delegate) -> Delegate {
    let table = "6 March 2023\t10 a.m.–1 p.m.\t1, 5 (d)\tOuverture\n6 March 2023\t3–6 p.m.\t5 (a)\tNormes\nà confirmer\t\t5 (z)\t\n";
    super::timeline::keeping(delegate.press("C").tell(Message::Paste(table.into())).press("Enter"))
}

#[test]
fn the_timeline() {
    pictures("timeline", with_a_programme);
    pictures("timeline-abroad", |delegate| with_a_programme(delegate).abroad(1));
}

#[test]
fn a_programme_of_work_before_it_is_kept() {
    let table = "Date\tHeure\tPoint\nlundi 6 mars 2023\t10 h-13 h\t5 a)\nmardi 6 mars 2023\t15 h-18 h\t5 z)\nplus tard\t\t\n";
    pictures("programme", |delegate| delegate.press("C").tell(Message::Paste(table.into())));
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
