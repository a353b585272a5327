//! When steps are due, and the statuses derived from others.

use plenary::board::Due;
use plenary::workspace::{Action, Status};

use super::Delegation;

fn sessions(delegation: &Delegation, label: &str) -> Vec<(u32, bool)> {
    let due = delegation.board.due(delegation.row(label), &delegation.tracker);
    due.into_iter().map(|Due { session, carried }| (session, carried)).collect()
}

#[test]
fn a_step_is_due_at_the_sessions_in_the_report() {
    let delegation = Delegation::new();
    let due = |session| -> Vec<String> {
        let rows = delegation.board.due_steps(session, &delegation.tracker);
        rows.map(|row| delegation.board.rows[row].label.clone()).collect()
    };
    assert_eq!(due(4), ["B.2", "C.1", "D.2", "E.2", "E.3", "E.4", "F.2", "G.2"]);
    assert_eq!(due(5), ["B.2", "C.1", "D.2", "E.2", "F.2", "G.2"]);
    assert!(due(6).is_empty());
    assert_eq!(delegation.board.columns(&delegation.tracker), [4, 5]);
}

#[test]
fn a_step_carried_over_is_due_at_the_next_session_until_undone() {
    let mut delegation = Delegation::new();
    delegation.set("E.3", 4, Status::CarriedOver);
    assert_eq!(sessions(&delegation, "E.3"), [(4, false), (5, true)]);
    delegation.set("E.3", 5, Status::CarriedOver);
    assert_eq!(sessions(&delegation, "E.3"), [(4, false), (5, true), (6, true)]);
    assert_eq!(delegation.board.columns(&delegation.tracker), [4, 5, 6]);
    assert_eq!(delegation.board.progress(6, &delegation.tracker).total(), 1);
    for _ in 0..2 {
        let undo = delegation.tracker.undo_last("roy", &delegation.now()).unwrap();
        assert!(matches!(undo.action, Action::Undo { .. }));
        delegation.acts.push(undo.clone());
        delegation.tracker.add(undo);
    }
    assert_eq!(sessions(&delegation, "E.3"), [(4, false)]);
    assert_eq!(delegation.board.columns(&delegation.tracker), [4, 5]);
}

#[test]
fn carrying_over_a_topic_does_not_carry_over_its_step() {
    let mut delegation = Delegation::new();
    delegation.set("F.2/b", 5, Status::CarriedOver);
    assert_eq!(sessions(&delegation, "F.2/b"), [(4, false), (5, false), (6, true)]);
    assert_eq!(sessions(&delegation, "F.2/a"), [(4, false), (5, false)]);
}

#[test]
fn step_and_topics_derive_their_status_from_each_other() {
    let mut delegation = Delegation::new();
    delegation.set("E.2/1", 4, Status::Agreed);
    assert_eq!((delegation.status("E.2", 4), delegation.status("E.2", 5)), (Status::Raised, Status::Open));
    delegation.set("E.2/2", 4, Status::Discussed);
    assert_eq!(delegation.status("E.2", 4), Status::Discussed);
    delegation.set("E.2", 4, Status::Agreed);
    assert_eq!(
        (delegation.status("E.2", 4), delegation.status("E.2/2", 4)),
        (Status::Agreed, Status::Discussed)
    );
    delegation.set("F.2", 4, Status::Discussed);
    assert_eq!(delegation.status("F.2/c", 4), Status::Discussed);
}

#[test]
fn deadlines_are_listed_until_they_are_met() {
    let mut delegation = Delegation::new();
    let warned = |delegation: &Delegation, today: &str| -> Vec<(String, i64)> {
        let warnings = delegation.board.warnings(&delegation.tracker, today.parse().unwrap(), 14);
        let label = |row: usize| delegation.board.rows[row].label.clone();
        warnings.into_iter().map(|warning| (label(warning.row), warning.days)).collect()
    };
    assert_eq!(warned(&delegation, "2023-01-01"), []);
    let near = warned(&delegation, "2023-01-28");
    assert!(!near.is_empty() && near.iter().all(|(_, days)| *days == 3), "{near:?}");
    let late = warned(&delegation, "2023-03-07");
    assert!(late.len() > near.len() && late.iter().all(|(_, days)| *days < 0), "{late:?}");
    let (first, _) = late[0].clone();
    delegation.set(&first, 4, Status::Raised);
    assert_eq!(warned(&delegation, "2023-03-07").len(), late.len());
    delegation.set(&first, 4, Status::Discussed);
    assert_eq!(warned(&delegation, "2023-03-07"), late[1..]);
}

#[test]
fn a_carried_over_step_is_marked_even_if_the_report_names_both_sessions() {
    let mut delegation = Delegation::new();
    let (named, alone) = (delegation.row("E.2"), delegation.row("E.3"));
    delegation.set("E.2", 4, Status::CarriedOver);
    delegation.set("E.3", 4, Status::CarriedOver);
    let from = |row, session| delegation.board.carried_from(row, session, &delegation.tracker);
    assert_eq!(
        [from(named, 5), from(alone, 5), from(alone, 4), from(alone, 6)],
        [Some(4), Some(4), None, None]
    );
    assert_eq!(delegation.board.next_session(4), Some(5));
    let last = delegation.board.sessions.last().copied().unwrap_or_default();
    assert_eq!(delegation.board.next_session(last), None);
}
