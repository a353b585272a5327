//! The picture of the screen in the README: the real desk, at a fixed moment, with two notes and two statuses.

use plenary::app::message::Message;

use crate::screens::Delegate;
use crate::support::bless;

#[test]
fn the_picture_in_the_readme_is_the_screen() {
    let writes = |text: &str| Message::Paste(text.to_owned());
    let mut delegate = Delegate::at("2023-03-06")
        .on(100, 28)
        .reading("A/77/275:annex/E/next/4")
        .press("s r")
        .reading("A/77/275:annex/E/next/2")
        .press("s d i")
        .tell(writes("SG + capacités d’abord, annuaire ensuite"))
        .press("Enter n")
        .tell(writes("Demander qui tiendra l’annuaire à jour."))
        .press("Esc");
    delegate.app.notice = None;
    let screen = delegate.screen();
    let (picture, _styles) =
        screen.rsplit_once("styles ").expect("the screen ends with a hash of its styles");
    bless::compare_or_bless_part("README.md", "screen", &format!("```text\n{picture}```"));
}
