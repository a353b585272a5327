//! The house keeps itself: floors and guests, sizes and openings, words and papers.
//!
//! Each rule is a function from sources to faults, tried here on small wrong examples before it reads the house.

mod floors;
mod guests;
mod openings;
mod papers;
mod sizes;
mod stubs;
mod words;

/// Something that breaks a rule of the house: where, and what.
type Fault = String;

/// Fails with every fault at once, under the rule they break.
#[track_caller]
fn none(rule: &str, faults: &[Fault]) {
    assert!(faults.is_empty(), "{rule}\n{}", faults.join("\n"));
}

/// Fails unless the rule finds as many faults in a small example as it should.
#[track_caller]
fn finds(faults: &[Fault], expected: usize) {
    assert_eq!(faults.len(), expected, "{}", faults.join("\n"));
}
