//! The delegate's own calendar: what it changes, what is wrong with it, programmes of work added to it.

use super::{Said, ask, column, list};
use crate::support::files;
use crate::support::home::Home;

/// A home whose workspace holds this calendar.
fn home(calendar: &str) -> Home {
    let home = Home::new();
    files::write(&home.data().join("workspace/calendar.toml"), calendar);
    home
}

fn at(home: &Home, arguments: &[&str]) -> Said {
    ask(home, &[arguments, &["--today", "2023-03-07"]].concat())
}

#[test]
fn a_relative_deadline_moves_with_the_calendar() {
    let deadline = |home: &Home| {
        let steps = at(home, &["steps", "--document", "A/77/275", "--json"]).json();
        let step =
            list(&steps).iter().find(|step| step["deadline"]["basis"] == "start-of-session-4").cloned();
        step.expect("a step is due at the start of the fourth session")["deadline"]["date"].clone()
    };
    assert_eq!(deadline(&Home::new()), "2023-03-06");
    let moved = home("version = 1\n\n[[sessions]]\nnumber = 4\nfrom = 2023-04-17\nto = 2023-04-21\n");
    assert_eq!(deadline(&moved), "2023-04-17");
}

#[test]
fn check_tells_every_fault_and_everything_else_goes_on() {
    let home =
        home("version = 1\n[[sessions]]\nnumber = 'x'\nfrom = 2023-04-17\n[[meetings]]\nfrom = '10:00'\n");
    let check = at(&home, &["check"]);
    assert_eq!(check.code, 3);
    assert!(
        check.out.contains("calendar.toml, line 3: number cannot be 'x'; a whole number is wanted"),
        "{}",
        check.out
    );
    assert!(check.out.contains("calendar.toml, line 5: “date” is missing"), "{}", check.out);
    assert!(!column(&at(&home, &["steps", "--json"]).json(), "address").is_empty());
}
