//! Whatever happens to the caches of a library, every command answers the same.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use crate::support::files;
use crate::support::home::Home;

use super::run_in;

/// The commands that read the library, with a question whose answer needs the imported documents.
const COMMANDS: [&[&str]; 9] = [
    &["documents"],
    &["show", "A/90/1"],
    &["resolve", "A/90/1, par. 2"],
    &["steps", "--document", "A/90/1"],
    &["cites", "A/90/2:1"],
    &["cited-by", "A/90/1:1"],
    &["findings", "A/90/2"],
    &["search", "seabed", "--in", "docs"],
    &["fetch-list"],
];

/// What happens to a cache file.
#[derive(Debug, Clone, Copy)]
enum Damage {
    Removed,
    Emptied,
    /// It ends early, as after a full disk.
    Cut,
    /// One byte is another one.
    Flipped,
    /// It has the content of another cache file.
    OfAnother,
    /// Another build of the program wrote it: the number after the first eight bytes is another one.
    OtherVersion,
}

const DAMAGES: [Damage; 6] =
    [Damage::Removed, Damage::Emptied, Damage::Cut, Damage::Flipped, Damage::OfAnother, Damage::OtherVersion];

/// A home folder with two imported reports, of which the second cites the first and a document that is not held.
fn library() -> Home {
    let home = Home::new();
    let report = |number: u32, words: &str| {
        let text = format!(
            "A/90/{number}\n\n1 March 2035\nOriginal: English\n\nReport of the group on the seabed\n\n1. {words}\n\n\
             {}. States met again, and decided that the work of the group would continue.\n\n\
             Recommended next steps\n\n1. States agree to discuss the seabed at the fourth session of the group.\n",
            // The number that is missing in the second one is a finding.
            number * number + 1
        );
        files::write(&home.path().join(format!("papers/{number}.txt")), text);
    };
    report(1, "States met in three meetings and agreed that the work of the group would continue.");
    report(2, "States recalled paragraph 1 of document A/90/1, and document A/88/77 on the same subject.");
    let output = run_in(&home, &["import", "papers", "--json"]);
    assert_eq!(output.code, 0, "{}", output.error);
    home
}

fn answer(home: &Home, command: &[&str]) -> (i32, Value) {
    let output = run_in(home, &[command, &["--json", "--lang", "en"]].concat());
    let value = serde_json::from_str(&output.out);
    (
        output.code,
        value.unwrap_or_else(|error| panic!("{command:?}: {error} in {} {}", output.out, output.error)),
    )
}

fn cache(home: &Home) -> PathBuf {
    home.path().join("cache")
}

/// The cache files of the library, in order of their paths.
fn cache_files(home: &Home) -> Vec<PathBuf> {
    let tree = files::tree(&cache(home));
    let plain = tree.into_iter().filter_map(|(path, bytes)| bytes.map(|_| cache(home).join(path)));
    plain.filter(|path| path.extension().is_some_and(|ending| ending == "bin")).collect()
}

fn damage(path: &Path, damage: Damage, other: &Path) {
    let mut bytes = files::read(path);
    match damage {
        Damage::Removed => return files::remove(path),
        Damage::Emptied => bytes.clear(),
        Damage::Cut => bytes.truncate(bytes.len() / 2),
        Damage::Flipped => {
            let at = bytes.len() * 2 / 3;
            bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 0x20);
        }
        Damage::OfAnother => bytes = files::read(other),
        Damage::OtherVersion => bytes.iter_mut().skip(8).take(8).for_each(|byte| *byte = !*byte),
    }
    files::write(path, bytes);
}

/// What each command answers without any caches.
fn expected(home: &Home) -> Vec<(i32, Value)> {
    let answered = COMMANDS.iter().map(|command| {
        cache_files(home).iter().for_each(|path| files::remove(path));
        answer(home, command)
    });
    answered.collect()
}

#[test]
fn whatever_happens_to_the_caches_every_command_answers_the_same() {
    let home = library();
    let with_caches: Vec<(i32, Value)> = COMMANDS.iter().map(|command| answer(&home, command)).collect();
    let expected = expected(&home);
    for (at, command) in COMMANDS.iter().enumerate() {
        assert_eq!(with_caches[at], expected[at], "{command:?} with the caches that the import has written");
        assert_eq!(expected[at].0, 0, "{command:?} finds what it asks for");
    }
    let config = Config { cases: 3, failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    for (command, expected) in COMMANDS.iter().zip(&expected) {
        let damages =
            prop::collection::vec((any::<Index>(), any::<Index>(), prop::sample::select(&DAMAGES[..])), 1..8);
        let tried = runner.run(&damages, |damages| {
            // The caches that the commands before have left are complete again after these.
            answer(&home, &["cited-by", "A/90/1:1"]);
            for (file, other, how) in &damages {
                let files = cache_files(&home);
                let (file, other): (&PathBuf, &PathBuf) = (file.get(&files), other.get(&files));
                damage(file, *how, other);
            }
            prop_assert_eq!(&answer(&home, command), expected);
            Ok(())
        });
        tried.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    }
}

#[test]
fn two_programs_that_write_the_caches_at_once_answer_as_one() {
    let home = library();
    let expected = expected(&home);
    for (command, (_, expected)) in COMMANDS.iter().zip(&expected).take(6) {
        cache_files(&home).iter().for_each(|path| files::remove(path));
        let arguments = [command, &["--json", "--lang", "en"][..]].concat();
        let start = || {
            let mut program = Command::new(env!("CARGO_BIN_EXE_plenary"));
            program.args(&arguments).current_dir(home.path()).env_clear().envs(home.environment());
            program.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program can be started")
        };
        for program in [start(), start(), start()] {
            let output = program.wait_with_output().expect("the program ends");
            let value: Value = serde_json::from_slice(&output.stdout).expect("one JSON value");
            assert_eq!(&value, expected, "{command:?}");
        }
        assert_eq!(&answer(&home, command).1, expected, "{command:?} with what they have left");
    }
}
