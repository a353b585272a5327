//! What is known of one file: which version the interface knew, which the store wrote, and which the disk has.
//!
//! A file is written only if the disk has the version that the interface knew, the one that the store wrote, or one that the
//! store could not write for certain. Anything else was written by another program: a conflict, and the new text goes to a
//! file of its own.

/// The versions of one file, each as a checksum of its bytes.
///
/// At most one of `known` and `written` is set: it is the version that the text in the interface is based on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Version {
    /// The version the interface was shown, until the store writes a newer one.
    known: Option<u64>,
    /// The version the store wrote last, until the interface is shown another one.
    written: Option<u64>,
    /// The version that was on the disk when it was last read or written.
    disk: Option<u64>,
    /// The version that the store last tried to write, if that failed: the disk may have it all the same.
    tried: Option<u64>,
}

/// The versions of its file that a text may replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bases {
    /// Checksum of the file the text is based on; `None` if there was none.
    pub known: Option<u64>,
    /// Checksum of an earlier state of the text that is being written, or was without success; `None` if there is none.
    pub tried: Option<u64>,
}

/// What is on the disk when something is to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    /// There is no such file.
    Missing,
    /// There is one, but it cannot be read.
    Unreadable,
    /// A file whose bytes have this checksum.
    File(u64),
}

/// What follows for the text to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The file may be written.
    Write,
    /// The file has these bytes already.
    Same,
    /// Another program has written the file; it must not be replaced.
    Conflict,
}

impl Version {
    /// A file that the interface has been shown.
    #[must_use]
    pub fn shown(checksum: u64) -> Self {
        Self { known: Some(checksum), disk: Some(checksum), ..Self::default() }
    }

    /// A file that the store has just written.
    #[must_use]
    pub fn wrote(checksum: u64) -> Self {
        Self { written: Some(checksum), disk: Some(checksum), ..Self::default() }
    }

    /// A file of another program that the interface has not been shown; `None` if it could not be read.
    #[must_use]
    pub fn unseen(checksum: Option<u64>) -> Self {
        Self { disk: checksum, ..Self::default() }
    }

    /// The versions that the text in the interface may replace.
    #[must_use]
    pub fn bases(self) -> Bases {
        Bases { known: self.known.or(self.written), tried: self.tried }
    }

    /// Whether the store wrote a version with this checksum last, or tried to.
    #[must_use]
    pub fn is_own(self, checksum: u64) -> bool {
        self.written == Some(checksum) || self.tried == Some(checksum)
    }

    /// The store could not write a version with the checksum `ours`, or cannot know whether it did: the disk had `disk`.
    #[must_use]
    pub fn not_written(self, disk: Disk, ours: u64) -> Self {
        let before = match disk {
            // What failed the last time was written after all.
            Disk::File(there) if self.tried == Some(there) => Self::wrote(there),
            _ => self,
        };
        Self { tried: Some(ours), ..before }
    }

    /// Whether there was a file when the disk was last looked at.
    #[must_use]
    pub fn had_file(self) -> bool {
        self.disk.is_some()
    }

    /// The same file whose text in the interface is based on another version, as the journal says after a crash.
    #[must_use]
    pub fn based_on(self, bases: Bases) -> Self {
        Self { known: bases.known, written: None, tried: bases.tried, ..self }
    }

    /// The file was read again, but the interface has not been shown it.
    #[must_use]
    pub fn seen(self, checksum: u64) -> Self {
        Self { disk: Some(checksum), ..self }
    }

    /// The interface has been shown what is on the disk.
    #[must_use]
    pub fn accepted(self) -> Self {
        Self { known: self.disk, written: None, tried: None, ..self }
    }

    /// The interface has not been shown what was written last.
    #[must_use]
    pub fn hidden(self) -> Self {
        Self::unseen(self.disk)
    }

    /// Whether bytes with the checksum `ours` may be written over what the disk has.
    #[must_use]
    pub fn verdict(self, disk: Disk, ours: u64) -> Verdict {
        match disk {
            Disk::Missing => Verdict::Write,
            Disk::File(there) if there == ours => Verdict::Same,
            Disk::File(there) if self.known == Some(there) || self.is_own(there) => Verdict::Write,
            Disk::File(_) | Disk::Unreadable => Verdict::Conflict,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: u64 = 1;
    const B: u64 = 2;
    const C: u64 = 3;
    const OURS: u64 = 9;

    /// Against each state of the disk (missing, unreadable, A, B, C): `w`rite, `c`onflict.
    #[track_caller]
    fn case(version: Version, base: Option<u64>, verdicts: &str) {
        let disks =
            [Disk::Missing, Disk::Unreadable, Disk::File(A), Disk::File(B), Disk::File(C)].into_iter();
        let found = disks.map(|disk| match version.verdict(disk, OURS) {
            Verdict::Write => 'w',
            Verdict::Same => 's',
            Verdict::Conflict => 'c',
        });
        assert_eq!((version.bases().known, found.collect::<String>().as_str()), (base, verdicts));
        assert_eq!(version.verdict(Disk::File(OURS), OURS), Verdict::Same);
    }

    #[test]
    fn every_state_and_transition() {
        let shown = Version::shown(A);
        // No file is known.
        case(Version::default(), None, "wcccc");
        case(Version::unseen(None), None, "wcccc");
        // A was shown, written, or is there without the interface knowing it.
        case(shown, Some(A), "wcwcc");
        case(Version::wrote(A), Some(A), "wcwcc");
        case(Version::unseen(Some(A)), None, "wcccc");
        // The disk was read again: B is there, but not shown yet.
        case(shown.seen(B), Some(A), "wcwcc");
        case(Version::wrote(A).seen(B), Some(A), "wcwcc");
        case(Version::default().seen(B), None, "wcccc");
        // It has been shown: A may not be replaced any more.
        case(shown.seen(B).accepted(), Some(B), "wccwc");
        case(Version::wrote(A).seen(B).accepted(), Some(B), "wccwc");
        case(Version::unseen(Some(B)).accepted(), Some(B), "wccwc");
        case(Version::unseen(None).accepted(), None, "wcccc");
        case(shown.accepted(), Some(A), "wcwcc");
        // After a crash the journal knows what the text was based on.
        case(shown.based_on(Bases { known: Some(C), tried: None }), Some(C), "wcccw");
        case(shown.based_on(Bases { known: Some(C), tried: Some(B) }), Some(C), "wccww");
        case(shown.based_on(Bases::default()), None, "wcccc");
        // The store could not write B, or not for certain; then it could not write C either, with A or B on the disk.
        let tried = shown.not_written(Disk::File(A), B);
        case(tried, Some(A), "wcwwc");
        case(tried.not_written(Disk::File(A), C), Some(A), "wcwcw");
        case(tried.not_written(Disk::File(B), C), Some(B), "wccww");
        case(Version::default().not_written(Disk::Missing, B), None, "wccwc");
        case(tried.seen(C).accepted(), Some(C), "wcccw");
        // The store wrote B: another program that brings back A makes a conflict.
        case(Version::wrote(B), Some(B), "wccwc");
    }

    #[test]
    fn own_bytes_are_recognised_and_a_vanished_file_is_noticed() {
        assert!(Version::wrote(A).is_own(A) && !Version::wrote(A).is_own(B) && !Version::shown(A).is_own(A));
        assert!(!Version::wrote(A).accepted().is_own(A));
        assert!(Version::shown(A).had_file() && Version::default().seen(A).had_file());
        assert!(!Version::default().had_file() && !Version::unseen(None).had_file());
    }
}
