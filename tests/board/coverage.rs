//! Steps that are due at a session and have no note, intervention, position or statement of the delegation.

use plenary::board::PreparedTexts;
use plenary::model::Delegations;
use plenary::workspace::statement::{self, StatementStatus};
use plenary::workspace::{Note, OwnDelegation, Status};

use super::Delegation;

fn uncovered(delegation: &Delegation, session: u32) -> Vec<String> {
    uncovered_by(delegation, session, None)
}

/// The same where the settings say which delegation is the own one.
fn uncovered_by(delegation: &Delegation, session: u32, own: Option<&str>) -> Vec<String> {
    let all = Delegations::bundled();
    let texts = PreparedTexts {
        notes: &delegation.notebook,
        positions: &delegation.positions,
        statements: &delegation.statements,
        own: OwnDelegation::find(&all, own),
    };
    let covers = delegation.board.coverage(session, &delegation.tracker, texts);
    let uncovered = covers.into_iter().filter(|cover| cover.is_bare());
    uncovered.map(|cover| delegation.board.rows[cover.row].label.clone()).collect()
}

#[test]
fn a_step_is_covered_by_a_note_an_intervention_or_a_position() {
    let mut delegation = Delegation::new();
    assert_eq!(uncovered(&delegation, 5), ["B.2", "C.1", "D.2", "E.2", "F.2", "G.2"]);
    delegation.note("A/77/275:annex/E/next/2", Some(5), None);
    delegation.note("A/77/275:annex/F/next/2/a", None, None);
    delegation.note("A/77/275:annex/G/next/2", Some(5), Some("Singapour"));
    assert_eq!(uncovered(&delegation, 5), ["B.2", "C.1", "D.2"]);
    delegation.note("A/77/275:annex/B/next/2", None, None);
    let position = delegation.notebook.notes().next().unwrap().clone();
    delegation.notebook.remove(position.id);
    delegation.positions.add(position);
    assert_eq!(uncovered(&delegation, 5), ["C.1", "D.2"]);
}

#[test]
fn what_others_said_covers_nothing_where_the_own_delegation_is_known() {
    let mut delegation = Delegation::new();
    delegation.note("A/77/275:annex/E/next/2", Some(5), Some("IRN"));
    delegation.note("A/77/275:annex/F/next/2", Some(5), Some("FRA"));
    // A note of an older version, with the name as typed.
    delegation.note("A/77/275:annex/G/next/2", Some(5), Some("france"));
    for own in ["FRA", "France", "fr"] {
        assert_eq!(uncovered_by(&delegation, 5, Some(own)), ["B.2", "C.1", "D.2", "E.2"], "{own}");
    }
    assert_eq!(uncovered_by(&delegation, 5, Some("IRN")), ["B.2", "C.1", "D.2", "F.2", "G.2"]);
    assert_eq!(uncovered_by(&delegation, 5, None), ["B.2", "C.1", "D.2"]);
}

#[test]
fn notes_on_other_steps_or_sessions_do_not_cover_a_step() {
    let mut delegation = Delegation::new();
    delegation.note("A/77/275:annex/E/next/2", Some(4), None);
    delegation.note("A/77/275:annex/16/a", Some(5), None);
    delegation.note("A/78/265:annex/E/next/2", Some(5), None);
    assert_eq!(uncovered(&delegation, 5).len(), 6);
    assert!(!uncovered(&delegation, 4).contains(&"E.2".to_owned()));
}

#[test]
fn agreed_superseded_and_carried_over_steps_need_no_cover() {
    let mut delegation = Delegation::new();
    assert!(uncovered(&delegation, 4).len() == 8);
    delegation.set("E.2", 4, Status::Agreed);
    delegation.set("E.3", 4, Status::CarriedOver);
    delegation.set("E.4", 4, Status::Raised);
    let left = uncovered(&delegation, 4);
    assert!(!left.contains(&"E.2".to_owned()) && !left.contains(&"E.3".to_owned()), "{left:?}");
    assert!(left.contains(&"E.4".to_owned()), "raised is not settled: {left:?}");
    assert!(uncovered(&delegation, 5).contains(&"E.3".to_owned()), "it is due at the next session: {left:?}");
}

#[test]
fn a_position_on_an_agenda_item_counts_for_its_steps_and_stays_a_gap_of_its_own_kind() {
    let mut delegation = Delegation::new();
    delegation.note("A/77/275:item/5/f", None, None);
    let position = delegation.notebook.notes().next().unwrap().clone();
    assert!(uncovered(&delegation, 4).contains(&"E.4".to_owned()), "a note on an item is not on its steps");
    delegation.positions.add(position);
    let left = uncovered(&delegation, 4);
    assert!(!left.iter().any(|step| step.starts_with("E.")) && left.contains(&"F.2".to_owned()), "{left:?}");
    let gaps = delegation.board.gaps(4, &delegation.tracker, &delegation.positions);
    let row = |label: &str| gaps.iter().find(|gap| gap.row == delegation.row(label)).expect(label);
    assert!(row("E.4").has_position_on_item && !row("F.2").has_position_on_item);
}

/// A statement on item 5 f) at the fifth session, with a status.
fn statement(delegation: &Delegation, status: StatementStatus) -> Note {
    let now = delegation.now();
    let item = "item/5/f".parse().ok();
    let note = statement::blank(&now, "roy", item, Some(5), plenary::model::Language::EN);
    note.with_value("status", status.name().into(), &now)
}

#[test]
fn a_statement_covers_the_steps_of_its_positions_or_those_of_its_item_once_it_is_ready() {
    let mut delegation = Delegation::new();
    let is_bare = |delegation: &Delegation| uncovered(delegation, 5).contains(&"E.2".to_owned());
    delegation.statements.add(statement(&delegation, StatementStatus::Draft));
    assert!(is_bare(&delegation), "a draft covers nothing");
    let ready = statement(&delegation, StatementStatus::Ready);
    delegation.statements.add(ready.clone());
    assert!(!is_bare(&delegation));
    assert!(uncovered(&delegation, 5).contains(&"F.2".to_owned()), "that is another item");
    // With positions it is only on their steps: this one is on another item.
    delegation.note("A/77/275:annex/F/next/2", None, None);
    let position = delegation.notebook.notes().next().unwrap().clone();
    delegation.notebook.remove(position.id);
    delegation.positions.add(position.clone());
    let mut using = ready;
    statement::add_uses(&mut using, &[position.id]);
    delegation.statements.add(using);
    assert!(is_bare(&delegation) && !uncovered(&delegation, 5).contains(&"F.2".to_owned()));
}
