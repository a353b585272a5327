//! A delegate who does anything: keys, pastes, mouse, sizes, other programs in the folder, kills; and what must hold then.
//!
//! A seed decides all steps of a trial. By default as many seeds are tried as fit into ten seconds.
//! `PLENARY_RANDOM_SECONDS=600` tries for ten minutes; `PLENARY_RANDOM_SEED=7` repeats one seed, and with both the
//! trials begin at that seed. A seed that fails is reported with the fewest steps that still fail; they can be kept as a
//! test below.

#![allow(clippy::disallowed_methods, reason = "the time decides only how many seeds are tried")]

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::time::{Duration, Instant};

use crate::model::Language;

use super::dice::Dice;
use super::habits::Habits;
use super::step::{Step, steps};
use super::trial::Trial;

/// How many choices of the delegate a seed makes; each is one step or a few.
const CHOICES: usize = 250;

/// How many seconds are spent to find the fewest steps that fail.
const SHRINKING: Duration = Duration::from_secs(60);

/// What came of a trial.
struct Course {
    steps: Vec<Step>,
    /// What went wrong, if anything did.
    fault: Option<String>,
}

fn language(seed: u64) -> Language {
    if seed.is_multiple_of(2) { Language::EN } else { Language::FR }
}

/// Tries a seed.
fn tried(seed: u64) -> Course {
    let mut dice = Dice::new(seed);
    let mut habits = Habits::default();
    let mut steps = Vec::new();
    let fault = fault(|| {
        let mut trial = Trial::new(language(seed));
        for _ in 0..CHOICES {
            for step in habits.choose(&mut dice, &trial.desk.app) {
                steps.push(step.clone());
                trial.take(&step)?;
            }
        }
        trial.finish()
    });
    Course { steps, fault }
}

/// Takes these steps; what went wrong, if anything did.
fn repeated(language: Language, steps: &[Step]) -> Option<String> {
    fault(|| {
        let mut trial = Trial::new(language);
        steps.iter().try_for_each(|step| trial.take(step))?;
        trial.finish()
    })
}

thread_local! {
    /// Whether panics of this thread are expected and not printed.
    static QUIET: Cell<bool> = const { Cell::new(false) };
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The fault that a trial returns or panics with.
fn fault(trial: impl FnOnce() -> Result<(), String>) -> Option<String> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            PANIC.with_borrow_mut(|panic| *panic = format!("panic: {info}"));
            if !QUIET.get() {
                usual(info);
            }
        }));
    });
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(trial));
    QUIET.set(false);
    match outcome {
        Ok(result) => result.err(),
        Err(_) => Some(PANIC.take()),
    }
}

/// What two faults have in common if they are the same: the first line without its numbers.
fn kind(fault: &str) -> String {
    fault.lines().next().unwrap_or_default().chars().filter(|c| !c.is_ascii_digit()).take(80).collect()
}

/// Fewer steps that fail in the same way: chunks are left out, large ones first, as long as the fault remains.
fn shrunk(language: Language, steps: Vec<Step>, fault: &str) -> Vec<Step> {
    let (kind, begun) = (kind(fault), Instant::now());
    let still_fails =
        |steps: &[Step]| repeated(language, steps).is_some_and(|found| self::kind(&found) == kind);
    let mut steps = steps;
    let mut size = steps.len().div_ceil(2);
    loop {
        let before = steps.len();
        let mut at = 0;
        while at < steps.len() && begun.elapsed() < SHRINKING {
            let end = (at + size).min(steps.len());
            let without = [&steps[..at], &steps[end..]].concat();
            if still_fails(&without) { steps = without } else { at = end }
        }
        if begun.elapsed() >= SHRINKING || (size == 1 && steps.len() == before) {
            return steps;
        }
        size = size.div_ceil(2);
    }
}

/// Fails with a report if the seed fails.
fn check(seed: u64) -> usize {
    let Course { steps, fault } = tried(seed);
    let Some(fault) = fault else { return steps.len() };
    let language = language(seed);
    let fewest = shrunk(language, steps, &fault);
    let last = repeated(language, &fewest).unwrap_or(fault);
    let lines: Vec<String> = fewest.iter().map(ToString::to_string).collect();
    panic!(
        "PLENARY_RANDOM_SEED={seed} fails, language {language}:\n{}\nafter these steps:\n{}\n",
        last,
        lines.join("\n")
    );
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn a_delegate_who_does_anything_loses_nothing_and_meets_no_panic() {
    let (seed, seconds) = (number("PLENARY_RANDOM_SEED"), number("PLENARY_RANDOM_SECONDS"));
    let budget = match (seed, seconds) {
        (Some(_), None) => Duration::ZERO,
        (_, seconds) => Duration::from_secs(seconds.unwrap_or(10)),
    };
    let begun = Instant::now();
    let (mut next, mut taken) = (seed.unwrap_or(1), 0);
    let first = next;
    while next == first || begun.elapsed() < budget {
        taken += check(next);
        next += 1;
    }
    println!("{} seeds from {first}, {taken} steps, no fault", next - first);
}

#[test]
fn a_fault_is_reported_with_its_place_and_is_the_same_fault_elsewhere() {
    let found = fault(|| panic!("a panic"));
    assert!(found.is_some_and(|found| found.contains("a panic") && found.contains("random.rs")));
    assert_eq!(kind("panic: at 17:4\nmore"), kind("panic: at 9:123"));
    assert_ne!(kind("lost"), kind("gone"));
}

/// These steps failed once.
#[track_caller]
fn holds(language: Language, text: &str) {
    assert_eq!(repeated(language, &steps(text)), None);
}

#[test]
fn a_second_conflict_before_the_interface_knows_the_first_loses_nothing() {
    holds(
        Language::EN,
        "paste blank\ntype voir A/76/135, par. 71 f) µ1µ\nkey Esc\nwrite 10\nother edit 0\nwrite 9\nother edit 1\nwrite 9\nanswer 9",
    );
}
