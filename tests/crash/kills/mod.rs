//! Processes are killed at any moment while they write: nothing that was saved is lost, doubled or torn.
//!
//! By default a few dozen processes are killed, in at most twelve seconds. `PLENARY_KILLS=5000` kills so many; the seeds
//! are printed, and `PLENARY_KILLS_SEED=7` begins with that seed. A seed decides what is done and about when the kill
//! comes; the machine decides how far the process was by then.

#![allow(clippy::disallowed_methods, reason = "the time decides when a process is killed")]
#![allow(clippy::print_stdout, reason = "long runs print their seeds")]

use std::time::{Duration, Instant};

mod commands;
mod desk;
mod words;

/// A home is used for so many kills; then a new one is made, so that its workspace does not grow without end.
const KILLS_PER_HOME: usize = 40;

/// Numbers that look random and are the same for the same seed.
pub struct Dice(u64);

impl Dice {
    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};
        self.0 = BuildHasherDefault::<DefaultHasher>::default().hash_one(self.0);
        usize::try_from(self.0 % limit as u64).expect("it is below a usize")
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

/// Kills in rounds, each with a seed of its own and in a new home, until enough processes were killed. A round asks before
/// each process whether it is to be started and killed.
fn rounds(what: &str, default: usize, round: impl Fn(u64, &mut dyn FnMut() -> bool)) {
    let asked = number("PLENARY_KILLS").map(|kills| usize::try_from(kills).expect("so many kills") / 2);
    let (wanted, first) = (asked.unwrap_or(default), number("PLENARY_KILLS_SEED").unwrap_or(1));
    let limit = if asked.is_some() { Duration::MAX } else { Duration::from_secs(12) };
    let (begun, mut killed, mut seed) = (Instant::now(), 0, first);
    while killed < wanted && begun.elapsed() < limit {
        let end = (killed + KILLS_PER_HOME).min(wanted);
        let mut continues = || {
            let continues = killed < end && begun.elapsed() < limit;
            killed += usize::from(continues);
            continues
        };
        println!("{what}: seed {seed}");
        round(seed, &mut continues);
        seed += 1;
    }
    println!("{what}: {killed} processes killed, seeds {first} to {}, nothing lost", seed - 1);
}
