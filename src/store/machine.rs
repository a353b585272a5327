//! The machine a user works on: a short random id, made once and kept among the user's own files, not in the workspace.
//!
//! Logs have it in their names, so that the folders of two machines can be merged: no file of one has the name of a file of
//! the other.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use crate::base::Now;
use crate::base::checksum;
use crate::store::places::Places;
use crate::store::{WritePath, file, lock};

/// The id of a machine: eight characters of Crockford's base 32, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Machine(String);

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 8;
/// Longer files do not hold an id.
const LIMIT: u64 = 1024;

impl Machine {
    /// The machine this user works on. The first time, an id is made and stored; if it cannot be stored, it is made from
    /// what is known of the machine and its user, so that it is the same in the next run.
    ///
    /// A folder of state that was copied from another machine does not count: both would write to logs of one name.
    #[must_use]
    pub fn of_user(places: &Places, now: &Now) -> Self {
        let (path, here) = (places.state.join("machine"), hardware());
        let stored = file::text(&path, LIMIT).ok().flatten();
        if let Some(machine) = stored.and_then(|text| from_text(&text, &here)) {
            return machine;
        }
        let made = Self::of_number(checksum::of(&now.random));
        let text = format!("{made} {here}\n");
        let folder = file::folder(WritePath::of_user(&places.state));
        match folder.and_then(|()| file::write(WritePath::of_user(&path), text.as_bytes())) {
            Ok(()) => made,
            Err(_) => Self::of_number(checksum::of(format!("{here} {}", places.home.display()).as_bytes())),
        }
    }

    fn of_number(number: u64) -> Self {
        let digit =
            |place: usize| char::from(ALPHABET[usize::try_from((number >> (5 * place)) & 31).unwrap_or(0)]);
        Self((0..LENGTH).map(digit).collect())
    }
}

/// The id that was stored, if it was stored on this hardware.
fn from_text(text: &str, here: &str) -> Option<Machine> {
    let (id, there) = text.trim_end().split_once(' ')?;
    if there == here { id.parse().ok() } else { None }
}

/// A checksum of what the system calls this machine: its own id, else the name of the host.
fn hardware() -> String {
    let own = file::text(Path::new("/etc/machine-id"), LIMIT).ok().flatten();
    format!("{:016x}", checksum::of(own.unwrap_or_else(lock::host).trim().as_bytes()))
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Machine {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let is_id = text.len() == LENGTH && text.bytes().all(|byte| ALPHABET.contains(&byte));
        if is_id { Ok(Self(text.to_owned())) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;

    fn now(chance: u8) -> Now {
        Now::new(DateTime::UNIX_EPOCH.fixed_offset(), [chance; 10])
    }

    #[test]
    fn a_user_has_one_id_on_a_machine_and_another_one_on_the_next() {
        let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let places = Places::under(one.path());
        let machine = Machine::of_user(&places, &now(1));
        assert_eq!(Machine::of_user(&places, &now(2)), machine);
        assert_eq!(machine.to_string().parse(), Ok(machine.clone()));
        assert_ne!(Machine::of_user(&Places::under(two.path()), &now(2)), machine);
    }

    #[test]
    fn an_id_that_cannot_be_stored_is_the_same_in_the_next_run() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        std::fs::write(&places.state, "a file where the folder should be").unwrap();
        let machine = Machine::of_user(&places, &now(1));
        assert_eq!(Machine::of_user(&places, &now(2)), machine);
        let other = Places { home: home.path().join("another user"), ..places };
        assert_ne!(Machine::of_user(&other, &now(1)), machine);
    }

    #[test]
    fn a_file_that_is_damaged_or_copied_from_another_machine_is_replaced() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        for (nth, text) in (1..).zip(["", "k7m2q9xa\n", "k7m2q9xa 00\n", "../../x 00\n"]) {
            file::folder(&places.state).unwrap();
            std::fs::write(places.state.join("machine"), text).unwrap();
            let machine = Machine::of_user(&places, &now(nth));
            assert_ne!(machine.to_string(), "k7m2q9xa");
            assert_eq!(Machine::of_user(&places, &now(200)), machine);
        }
    }
}
