//! Two versions of one tracker log compared. A log only grows, so the longer one normally begins with the shorter one.

/// Whether `theirs` begins with all of `ours` and continues: then it may take the place of ours.
pub fn continues(ours: &[u8], theirs: &[u8]) -> bool {
    theirs.len() > ours.len() && theirs.starts_with(ours)
}

/// The lines of a log, without line ends and empty lines.
pub fn lines(log: &[u8]) -> impl Iterator<Item = &[u8]> {
    log.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty())
}
