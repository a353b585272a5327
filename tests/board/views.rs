//! The rows filtered, grouped and sorted.

use plenary::board::{Facet, FacetKind, Filter, Sort, View};
use plenary::followup::{ActorKind, Force};
use plenary::workspace::{Mark, Status};
use proptest::prelude::*;

use super::Delegation;

fn view(facets: impl IntoIterator<Item = Facet>) -> View {
    let filter = Filter { facets: facets.into_iter().collect(), ..Filter::default() };
    View { filter, session: Some(4), ..View::default() }
}

/// The lines that are steps.
fn steps(delegation: &Delegation, view: &View) -> Vec<String> {
    let lines = delegation.lines(view);
    lines.into_iter().filter(|line| line.contains('.') && !line.contains('/')).collect()
}

#[test]
fn without_a_filter_rows_with_a_session_a_deadline_or_a_status_are_shown() {
    let mut delegation = Delegation::new();
    let unasked = steps(&delegation, &view([]));
    for due in ["B.2", "C.1", "D.2", "E.2", "E.3", "E.4", "F.2", "G.2"] {
        assert!(unasked.contains(&due.to_owned()), "{due} in {unasked:?}");
    }
    assert!(!unasked.contains(&"B.1".to_owned()));
    delegation.set("B.1", 4, Status::Raised);
    assert!(steps(&delegation, &view([])).contains(&"B.1".to_owned()));
    let all = View { standing: true, ..view([]) };
    assert_eq!(steps(&delegation, &all).len(), 20);
    assert_eq!(steps(&delegation, &view([Facet::Standing])).len(), 12);
}

#[test]
fn facets_of_one_kind_are_alternatives_and_all_kinds_must_match() {
    let delegation = Delegation::new();
    let secretariat = Facet::Actor(ActorKind::Secretariat);
    let chair = Facet::Actor(ActorKind::Chair);
    assert_eq!(steps(&delegation, &view([Facet::Session(4), secretariat.clone()])), ["E.3"]);
    assert_eq!(steps(&delegation, &view([Facet::Session(4), secretariat, chair])), ["E.3", "E.4"]);
    let both = view([Facet::Session(5), Facet::Force(Force::Request)]);
    assert!(steps(&delegation, &both).is_empty());
    assert_eq!(steps(&delegation, &view([Facet::Section(vec!["E".into()]), Facet::Session(5)])), ["E.2"]);
}

#[test]
fn a_matching_topic_is_shown_with_its_step() {
    let mut delegation = Delegation::new();
    delegation.set("F.2/b", 4, Status::Agreed);
    let agreed = view([Facet::Status(Status::Agreed)]);
    assert_eq!(delegation.lines(&agreed), ["(F.2)", "F.2/b"]);
    let grouped = View {
        group: Some(FacetKind::Status),
        ..view([Facet::Section(vec!["F".into()]), Facet::Session(4)])
    };
    assert_eq!(
        delegation.lines(&grouped),
        [
            "Some(Status(Open))",
            "(F.2)",
            "F.2/a",
            "F.2/c",
            "F.2/d",
            "Some(Status(Raised))",
            "F.2",
            "Some(Status(Agreed))",
            "(F.2)",
            "F.2/b",
        ]
    );
}

#[test]
fn a_step_of_two_sessions_is_listed_under_both() {
    let delegation = Delegation::new();
    let grouped = View { group: Some(FacetKind::Session), standing: true, ..view([]) };
    let lines = delegation.lines(&grouped);
    let groups: Vec<&String> = lines.iter().filter(|line| line.starts_with("Some")).collect();
    assert_eq!(groups, ["Some(Session(4))", "Some(Session(5))", "Some(Standing)"]);
    assert_eq!(lines.iter().filter(|line| *line == "E.2").count(), 2);
    assert_eq!(lines.iter().filter(|line| *line == "E.3").count(), 1);
    let narrowed = View { group: Some(FacetKind::Session), ..view([Facet::Session(5)]) };
    assert_eq!(delegation.lines(&narrowed)[0], "Some(Session(5))");
    assert!(!delegation.lines(&narrowed).contains(&"Some(Session(4))".to_owned()));
}

#[test]
fn words_are_found_without_accents_in_steps_topics_and_remarks() {
    let mut delegation = Delegation::new();
    let found = |delegation: &Delegation, text: &str| {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        steps(delegation, &View { filter, session: Some(4), ..View::default() })
    };
    assert!(found(&delegation, "repertoire POINTS de contact").contains(&"E.2".to_owned()));
    assert!(found(&delegation, "flamant").is_empty());
    let remark = Some("Voir le Flamant rosé".to_owned());
    delegation.set("C.1", 4, Mark { remark, ..Mark::default() });
    assert_eq!(found(&delegation, "rose flamant"), ["C.1"]);
}

#[test]
fn steps_are_sorted_in_the_requested_order() {
    let mut delegation = Delegation::new();
    delegation.set("G.2", 4, Status::Agreed);
    delegation.set("C.1", 4, Status::Discussed);
    delegation.set("D.2", 5, Status::Raised);
    let sorted = |sort| steps(&delegation, &View { sort, ..view([Facet::Session(4)]) });
    assert_eq!(sorted(Sort::Status), ["B.2", "D.2", "E.2", "E.3", "E.4", "F.2", "C.1", "G.2"]);
    assert_eq!(sorted(Sort::Changed)[..3], ["D.2", "C.1", "G.2"]);
    assert_eq!(sorted(Sort::Report)[0], "B.2");
    let dated = |label: &String| delegation.board.followup(delegation.row(label)).deadline.is_some();
    let by_date = sorted(Sort::Deadline);
    let undated = by_date.iter().position(|label| !dated(label)).unwrap();
    assert!(undated > 0 && by_date[undated..].iter().all(|label| !dated(label)), "{by_date:?}");
}

#[test]
fn every_facet_is_listed_with_the_number_of_its_steps() {
    let delegation = Delegation::new();
    let facets = delegation.board.all_facets(Some(4), &delegation.tracker);
    let count = |facet: Facet| facets.iter().find(|(known, _)| *known == facet).map(|(_, count)| *count);
    assert_eq!(count(Facet::Session(4)), Some(8));
    assert_eq!(count(Facet::Session(5)), Some(6));
    assert_eq!(count(Facet::Standing), Some(12));
    assert_eq!(count(Facet::Status(Status::Open)), Some(20));
    for (facet, count) in &facets {
        let all = View { standing: true, ..view([facet.clone()]) };
        assert_eq!(steps(&delegation, &all).len(), *count, "{facet:?}");
    }
}

proptest! {
    #[test]
    fn in_every_view_topics_follow_their_step_and_rows_are_unique_in_a_group(
        kinds in proptest::collection::vec(0usize..60, 0..5), group in proptest::option::of(0usize..6),
        sort in 0usize..5, standing in any::<bool>(), marks in proptest::collection::vec((0usize..60, 4u32..6, 0usize..6), 0..12),
    ) {
        let mut delegation = Delegation::new();
        for (row, session, status) in marks {
            let label = delegation.board.rows[row % delegation.board.rows.len()].label.clone();
            delegation.set(&label, session, Status::ALL[status]);
        }
        let known = delegation.board.all_facets(Some(4), &delegation.tracker);
        let facets = kinds.iter().map(|at| known[at % known.len()].0.clone());
        let view = View { sort: Sort::ALL[sort], standing, group: group.map(|at| FacetKind::ALL[at]), ..view(facets) };
        let mut seen = std::collections::HashSet::new();
        let mut step = None;
        for line in delegation.board.lines(&view, &delegation.tracker) {
            let Some(row) = line.row() else { seen.clear(); continue };
            prop_assert!(seen.insert(row));
            if delegation.board.rows[row].is_step() { step = Some(row) }
            prop_assert_eq!(Some(delegation.board.parent(row)), step);
        }
    }
}
