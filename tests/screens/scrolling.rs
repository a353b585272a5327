//! Scrolling in the reader: the wheel and the keys are never stopped, and the current passage is on screen.

use plenary::app::event::{Event, Mouse, Pointer};
use plenary::app::layout::Pane;

use crate::screens::Delegate;

fn top(desk: &Delegate) -> usize {
    desk.app.panes.reader.top
}

/// The lines of the page that are on screen.
fn height(desk: &Delegate) -> usize {
    usize::from(desk.app.window.layout.content(Pane::Reader).expect("the reader is shown").height)
}

fn last_top(desk: &Delegate) -> usize {
    desk.app.panes.reader.page.lines.len().saturating_sub(height(desk))
}

fn is_visible(desk: &Delegate) -> bool {
    let lines = desk.app.panes.reader.lines_of(desk.app.desk.here.block);
    lines.start < top(desk) + height(desk) && lines.end > top(desk)
}

fn wheel(desk: Delegate, notches: isize) -> Delegate {
    desk.send(Event::Mouse(Pointer { action: Mouse::Wheel(notches), column: 60, row: 10 }))
}

#[test]
fn the_wheel_scrolls_from_every_passage_to_the_ends_of_the_document() {
    for start in ["A/76/135:20", "A/76/135:norm/d", "A/77/275:annex/15/b"] {
        let mut desk = Delegate::at("2023-03-07").reading(start);
        while top(&desk) < last_top(&desk) {
            let before = top(&desk);
            desk = wheel(desk, 1);
            assert!(top(&desk) > before, "{start}: stopped at line {before}");
            assert!(is_visible(&desk), "{start}: line {before}");
        }
        while top(&desk) > 0 {
            let before = top(&desk);
            desk = wheel(desk, -1);
            assert!(top(&desk) < before, "{start}: stopped at line {before}");
            assert!(is_visible(&desk), "{start}: line {before}");
        }
    }
}

#[test]
fn pages_follow_one_another_with_two_lines_kept() {
    let mut desk = Delegate::at("2023-03-07").reading("A/76/135:15").press("Tab");
    while top(&desk) < last_top(&desk) {
        let expected = (top(&desk) + height(&desk) - 2).min(last_top(&desk));
        desk = desk.press("PageDown");
        assert_eq!(top(&desk), expected);
        assert!(is_visible(&desk));
    }
}

#[test]
fn the_next_passage_turns_the_page_so_that_most_keys_do_not_scroll() {
    for (key, start) in [("j", "A/76/135:20"), ("k", "A/76/135:90")] {
        let mut desk = Delegate::at("2023-03-07").on(140, 50).reading(start).press("Tab");
        let mut turned = 0;
        for _ in 0..40 {
            let before = top(&desk);
            desk = desk.press(key);
            turned += usize::from(top(&desk) != before);
            assert!(is_visible(&desk), "{}", desk.place());
        }
        assert!((1..20).contains(&turned), "{key}: the page was turned {turned} times in 40");
    }
}

#[test]
fn after_scrolling_the_passage_is_shown_whole_once_it_is_named_again() {
    let desk = wheel(Delegate::at("2023-03-07").reading("A/76/135:20"), 1);
    let lines = desk.app.panes.reader.lines_of(desk.app.desk.here.block);
    assert_eq!((desk.place().as_str(), lines.start < top(&desk)), ("A/76/135:20", true));
    let desk = desk.press("g").types("A/76/135 20").press("Enter");
    let lines = desk.app.panes.reader.lines_of(desk.app.desk.here.block);
    assert_eq!((desk.place().as_str(), lines.start >= top(&desk)), ("A/76/135:20", true));
    let desk = wheel(desk, 1).on(90, 30);
    assert!(is_visible(&desk));
}
