//! The two screens shown in the README, drawn at a fixed time with notes and statuses.

use plenary::app::event::Event;

use crate::look::pictures;
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
        .send(paste("SG + capacités d’abord, annuaire ensuite"))
        .press("Enter n")
        .send(paste("Demander qui tiendra l’annuaire à jour."))
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

/// Compares the screen with its picture, and the lines of the README that show it.
fn compare(part: &str, delegate: &Delegate) {
    bless::compare_or_bless(&format!("docs/pictures/{part}.svg"), &pictures::svg(&delegate.cells()));
    let said = match part {
        "screen" => "The desk: agenda, text, notes and tracker",
        _ => "The tracker: steps and topics with their status at each session",
    };
    bless::compare_or_bless_part("README.md", part, &format!("![{said}](docs/pictures/{part}.svg)"));
}
