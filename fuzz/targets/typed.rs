//! Any text as a typed reference, with and without a current passage: candidates are unique, and `held` is correct.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use plenary::cite::{Aliases, resolve::Index};
use plenary::model::{Reference, Shelf};
use plenary::store::bundled;

static INDEX: LazyLock<Index> =
    LazyLock::new(|| Index::of(&Shelf::new(bundled::documents()), Aliases::bundled()));

fuzz_target!(|text: &str| {
    let from: Reference = "A/77/275:annex/15/a".parse().expect("a reference");
    for from in [None, Some(&from)] {
        let found = INDEX.candidates(text, from);
        for (at, candidate) in found.iter().enumerate() {
            let (symbol, address) = (&candidate.passage.symbol, &candidate.passage.address);
            assert_eq!(candidate.held, INDEX.holds(symbol, address));
            assert!(found[..at].iter().all(|before| before.passage != candidate.passage), "listed twice");
        }
    }
});
