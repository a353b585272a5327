//! Writing a file that the user asks for, anywhere: whole or not at all, and without leaving hidden copies behind.

use std::path::Path;
use std::time::Duration;

use crate::base::Result;
use crate::store::{WritePath, copy_name, disk, file};

/// How much older than the file a hidden copy is when the program that made it has come to its end: filling one takes much
/// less.
const STALE: Duration = Duration::from_secs(600);

/// Writes a file as [`file::write`] does, and removes the hidden copies that killed programs have left of it: those with
/// the name that only this program gives, that are regular files, and that are ten minutes older than the new file.
///
/// # Errors
/// As [`file::write`]. A copy that cannot be removed is removed the next time.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let written = file::write_with(WritePath::of_user(path), bytes, copy_name::outside)?;
    let (Some(folder), Some(name)) = (written.parent(), written.file_name()) else { return Ok(()) };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let copies = file::names(folder).unwrap_or_default();
    for copy in copies.into_iter().filter(|copy| copy_name::is_outside(copy, name)) {
        let copy = folder.join(copy);
        if is_stale(&copy, &written) {
            let _ = file::remove(WritePath::of_user(copy));
        }
    }
    Ok(())
}

fn is_stale(copy: &Path, written: &Path) -> bool {
    let is_file = disk::describe_link(copy).is_ok_and(|about| about.is_file());
    let time = |path| file::state(path).map(|(_, written)| written);
    let age = time(copy).zip(time(written)).and_then(|(copy, written)| written.duration_since(copy).ok());
    is_file && age.is_some_and(|age| age >= STALE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::time::SystemTime;

    /// Makes a file that was last written so many seconds ago.
    fn aged(path: &Path, seconds: u64) {
        fs::write(path, "half writ").unwrap();
        let then = SystemTime::now() - Duration::from_secs(seconds);
        fs::File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
    }

    #[test]
    fn the_next_export_removes_what_a_kill_left_and_nothing_else() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let stays = [
            // Another program may be filling it now.
            (".report.md.plenary-abcde1", 60),
            (".report.md.plenary-backup", 9000),
            (".report.md.abcde1", 9000),
            (".other.md.plenary-abcde1", 9000),
            ("report.md~", 9000),
        ];
        stays.iter().for_each(|(name, seconds)| aged(&at(name), *seconds));
        aged(&at(".report.md.plenary-k7m2q9"), 9000);
        aged(&at(".report.md.plenary-000000"), 601);
        fs::create_dir(at(".report.md.plenary-folde1")).unwrap();
        write(&at("report.md"), b"whole").unwrap();
        let mut left: Vec<String> = file::names(home.path())
            .unwrap()
            .iter()
            .map(|name| name.to_string_lossy().into_owned())
            .collect();
        let mut expected: Vec<String> = stays.iter().map(|(name, _)| (*name).to_owned()).collect();
        expected.extend(["report.md".to_owned(), ".report.md.plenary-folde1".to_owned()]);
        left.sort();
        expected.sort();
        assert_eq!(left, expected);
        assert_eq!(fs::read(at("report.md")).unwrap(), b"whole");
    }

    #[cfg(unix)]
    #[test]
    fn through_a_link_the_folder_of_the_file_itself_is_cleared() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("real")).unwrap();
        let (real, link) = (home.path().join("real/a.csv"), home.path().join("b.csv"));
        fs::write(&real, "before").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        aged(&home.path().join("real/.a.csv.plenary-abcde1"), 9000);
        aged(&home.path().join(".b.csv.plenary-abcde1"), 9000);
        write(&link, b"after").unwrap();
        assert_eq!(file::names(&home.path().join("real")).unwrap(), ["a.csv"]);
        assert_eq!(
            (fs::read(&real).unwrap(), file::names(home.path()).unwrap().len()),
            (b"after".to_vec(), 3)
        );
    }
}
