//! The tracker comes to the same whatever the order of the logs, and loses nothing.

use super::*;
use proptest::prelude::*;

fn at(second: i64, chance: u8) -> Now {
    let instant = DateTime::parse_from_rfc3339("2023-03-06T10:00:00-05:00").unwrap();
    Now::new(instant + TimeDelta::seconds(second), [chance; 10])
}

fn step(name: &str) -> Reference {
    let (section, number) = name.split_once('.').unwrap();
    format!("A/77/275:annex/{section}/next/{number}").parse().unwrap()
}

fn set(tracker: &mut Tracker, now: Now, name: &str, topic: Option<&str>, status: Status) -> Id {
    let act = tracker.set(ActTarget { step: &step(name), topic, session: 4 }, status, "roy", &now);
    tracker.add(act.clone());
    act.id
}

#[test]
fn the_last_status_counts_and_the_history_is_kept() {
    let mut tracker = Tracker::default();
    set(&mut tracker, at(1, 1), "E.2", None, Status::Raised);
    set(&mut tracker, at(2, 2), "E.2", None, Status::Discussed);
    assert_eq!(tracker.status(&step("E.2"), None, 4), Status::Discussed);
    assert_eq!(tracker.status(&step("E.2"), None, 5), Status::Open);
    let undo = tracker.undo_last("roy", &at(3, 3)).unwrap();
    tracker.add(undo);
    let state = tracker.state(&step("E.2"), None, 4).unwrap();
    assert_eq!((state.mark.status, state.at), (Status::Raised, at(1, 1).instant));
    let undone: Vec<bool> = tracker.history(&step("E.2"), None, 4).iter().map(|entry| entry.undone).collect();
    assert_eq!(undone, [false, true, false]);
    assert_eq!(tracker.tracked(), [(&step("E.2"), None, 4)]);
}

#[test]
fn undoing_again_goes_further_back_and_redoing_comes_forward() {
    let mut tracker = Tracker::default();
    let mut clock = 0..;
    let mut now = move || at(clock.next().unwrap(), 7);
    for status in [Status::Raised, Status::Discussed, Status::Agreed] {
        set(&mut tracker, now(), "C.1", None, status);
    }
    for (forward, status) in [
        (false, Status::Discussed),
        (false, Status::Raised),
        (true, Status::Discussed),
        (true, Status::Agreed),
        (false, Status::Discussed),
        (false, Status::Raised),
        (false, Status::Open),
        (true, Status::Raised),
    ] {
        let act = if forward { tracker.redo_last("roy", &now()) } else { tracker.undo_last("roy", &now()) };
        tracker.add(act.unwrap());
        assert_eq!(tracker.status(&step("C.1"), None, 4), status);
    }
    set(&mut tracker, now(), "C.1", None, Status::Superseded);
    assert_eq!(tracker.redo_last("roy", &now()), None);
    assert_eq!(tracker.undo_last("li", &now()), None);
}

#[test]
fn a_clock_put_back_does_not_make_a_key_press_count_for_nothing() {
    let mut tracker = Tracker::default();
    set(&mut tracker, at(1000, 1), "D.2", None, Status::Discussed);
    let late = set(&mut tracker, at(0, 2), "D.2", None, Status::Agreed);
    assert_eq!(tracker.status(&step("D.2"), None, 4), Status::Agreed);
    let undo = tracker.undo(late, "roy", &at(0, 0)).unwrap();
    tracker.add(undo);
    assert_eq!(tracker.status(&step("D.2"), None, 4), Status::Discussed);
    assert_eq!(tracker.undo(late, "roy", &at(0, 0)), None);
}

/// Sets statuses on different steps, each with its stated day and second of the clock; then undoes all, and returns the
/// steps in the order in which they were undone.
fn undone(made: &[(i64, i64)]) -> Vec<usize> {
    let mut tracker = Tracker::default();
    let names: Vec<String> = (1..=made.len()).map(|number| format!("E.{number}")).collect();
    for (nth, (day, second)) in made.iter().enumerate() {
        let stated = at(0, 0).today + TimeDelta::days(*day);
        let now = at(*second, u8::try_from(nth).unwrap()).working_on(stated);
        set(&mut tracker, now, &names[nth], None, Status::Raised);
    }
    let mut undone = Vec::new();
    while let Some(act) = tracker.undo_last("roy", &at(0, 255)) {
        undone.push(names.iter().position(|name| step(name) == *act.step).unwrap());
        tracker.add(act);
    }
    undone
}

#[test]
fn the_status_set_last_is_undone_first_whatever_its_stated_date() {
    assert_eq!(undone(&[(0, 1), (3000, 2), (-3000, 3), (0, 4)]), [3, 2, 1, 0]);
}

#[test]
fn redoing_follows_the_order_of_undoing_whatever_the_stated_dates() {
    let mut tracker = Tracker::default();
    let day = |days: i64| at(0, 0).today + TimeDelta::days(days);
    for (nth, (name, days)) in [("E.1", 0), ("E.2", 400), ("E.3", -400)].into_iter().enumerate() {
        let nth = u8::try_from(nth).unwrap();
        set(&mut tracker, at(nth.into(), nth).working_on(day(days)), name, None, Status::Agreed);
    }
    let mut changed = Vec::new();
    for (nth, forward) in [false, false, true, false, true, true].into_iter().enumerate() {
        // Undoing and redoing have stated dates of their own.
        let now = at(10 + i64::try_from(nth).unwrap(), 3).working_on(day(if forward { -9 } else { 900 }));
        let act = if forward { tracker.redo_last("roy", &now) } else { tracker.undo_last("roy", &now) };
        let act = act.unwrap();
        changed.push((act.step.address.to_string().pop().unwrap(), forward));
        tracker.add(act);
    }
    let expected = [('3', false), ('2', false), ('2', true), ('2', false), ('2', true), ('3', true)];
    assert_eq!(changed, expected);
}

#[test]
fn of_the_acts_of_two_machines_the_one_made_last_is_undone() {
    let (mut one, mut two) = (Tracker::default(), Tracker::default());
    let far = at(0, 0).today + TimeDelta::days(900);
    set(&mut one, at(1, 1).working_on(far), "E.1", None, Status::Raised);
    set(&mut two, at(2, 2), "E.2", None, Status::Raised);
    set(&mut one, at(3, 3).working_on(far), "E.3", None, Status::Raised);
    set(&mut two, at(4, 4), "E.4", None, Status::Raised);
    let mut merged = Tracker::new(one.acts.into_iter().chain(two.acts));
    for name in ["E.4", "E.3", "E.2", "E.1"] {
        let act = merged.undo_last("roy", &at(5, 5)).unwrap();
        assert_eq!(*act.step, step(name));
        merged.add(act);
    }
}

#[test]
fn a_hundred_thousand_acts_are_folded() {
    let acts: Vec<Act> = (0..100_000u32)
        .map(|n| {
            let now = at(i64::from(n % 1000), u8::try_from(n % 251).unwrap());
            let mut act = Tracker::default().set(
                ActTarget { step: &step("E.2"), topic: None, session: n % 4 },
                Status::Raised,
                "roy",
                &now,
            );
            act.id = Id::new(&at(i64::from(n), 0));
            act
        })
        .collect();
    let tracker = Tracker::new(acts);
    assert_eq!(tracker.len(), 100_000);
    assert_eq!(tracker.history(&step("E.2"), None, 3).len(), 25_000);
    assert!(tracker.undo_last("roy", &at(0, 1)).is_some());
}

/// Acts as two authors might make them: statuses and undos, on few things, at few moments, some twice.
fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = (0u8..12, 0i64..6, 0u32..2, proptest::option::of(0u8..12), 0usize..6, any::<bool>());
    let all = proptest::collection::vec(one, 0..24);
    all.prop_map(|all| {
        let id = |chance| Id::new(&at(0, chance));
        let act =
            |(chance, second, session, undo, status, topic): (u8, i64, u32, Option<u8>, usize, bool)| Act {
                id: id(chance),
                at: at(second, 0).instant,
                author: if session == 0 { "roy" } else { "li" }.into(),
                step: step("E.2").into(),
                topic: topic.then(|| "registre".into()),
                session,
                action: match undo {
                    Some(act) => Action::Undo { act: id(act) },
                    None => Action::Set(Status::ALL[status].into()),
                },
            };
        all.into_iter().map(act).collect()
    })
}

fn picture(tracker: &Tracker) -> Vec<String> {
    let all = tracker.tracked().into_iter();
    all.map(|(step, topic, session)| {
        format!("{:?} {:?}", tracker.state(step, topic, session), tracker.history(step, topic, session))
    })
    .collect()
}

proptest! {
    #[test]
    fn what_was_made_last_is_undone_first(
        made in proptest::collection::vec((-5000i64..5000, -9i64..9), 1..9)
    ) {
        let expected: Vec<usize> = (0..made.len()).rev().collect();
        prop_assert_eq!(undone(&made), expected);
    }

    #[test]
    fn the_order_of_the_logs_makes_no_difference(
        (acts, shuffled) in acts().prop_flat_map(|acts| (Just(acts.clone()), Just(acts).prop_shuffle()))
    ) {
        let whole = picture(&Tracker::new(acts.clone()));
        prop_assert_eq!(&picture(&Tracker::new(shuffled.clone())), &whole);
        let mut one_by_one = Tracker::default();
        shuffled.into_iter().chain(acts).for_each(|act| one_by_one.add(act));
        prop_assert_eq!(&picture(&one_by_one), &whole);
    }
}
