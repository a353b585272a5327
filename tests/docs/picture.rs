//! The two screens shown in the README, drawn at a fixed time with notes and statuses.

use plenary::app::event::Event;

use crate::screens::Delegate;
use crate::support::bless;

#[test]
fn the_picture_of_the_main_screen_is_up_to_date() {
    let paste = |text: &str| Event::Paste(text.to_owned());
    let mut delegate = Delegate::at("2023-03-06")
        .on(100, 28)
        .reading("A/77/275:annex/E/next/4")
        .press("s r")
        .reading("A/77/275:annex/E/next/2")
        .press("s d i")
        .tell(paste("SG + capacités d’abord, annuaire ensuite"))
        .press("Enter n")
        .tell(paste("Demander qui tiendra l’annuaire à jour."))
        .press("Esc");
    delegate.app.notice = None;
    compare("screen", &delegate);
}

#[test]
fn the_picture_of_the_tracker_is_up_to_date() {
    let mut delegate = Delegate::at("2023-03-06")
        .on(100, 22)
        .reading("A/77/275:annex/E/next/4")
        .press("s r")
        .reading("A/77/275:annex/B/next/2")
        .press("s d t")
        .press("Down c")
        .types("faute de temps")
        .press("Enter");
    delegate.app.notice = None;
    compare("tracker", &delegate);
}

/// Compares the screen with its picture in the README.
fn compare(part: &str, delegate: &Delegate) {
    let screen = delegate.screen();
    let (picture, _styles) =
        screen.rsplit_once("styles ").expect("the screen ends with a hash of its styles");
    bless::compare_or_bless_part("README.md", part, &format!("```text\n{picture}```"));
}
