//! Patterns for paths, for where no shell takes them apart: `~/Downloads/A_RES_*.pdf`, `papers/**/*.docx`.

use std::collections::{BTreeSet, HashSet};
use std::path::{Component, Path, PathBuf};

use crate::base::{Result, Watch};
use crate::store::file;

/// Folders are looked into no deeper than this below `**`.
const DEEPEST: usize = 8;

/// The name of a component that fits any folders, also none.
const ANY_FOLDERS: &str = "**";

/// Whether a path has a sign of a pattern: `*` for any letters, `?` for one, `[abc]` or `[a-c]` for one of these, `[!abc]` for
/// any other.
#[must_use]
pub fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// The files and folders that fit a pattern, in the order of their names; only files if the pattern has `**`. Capital and small
/// letters are the same; hidden names fit only a pattern that begins with a full stop.
///
/// # Errors
/// Those of [`file::names`], for the folder before the first sign. Folders below it that cannot be read have no files.
pub fn find(pattern: &Path, watch: &impl Watch) -> Result<Vec<PathBuf>> {
    let mut components: Vec<Component<'_>> = pattern.components().collect();
    if components.last().is_some_and(|last| last.as_os_str() == ANY_FOLDERS) {
        components.push(Component::Normal("*".as_ref()));
    }
    let fixed = components.iter().take_while(|part| !is_pattern(part.as_ref())).count();
    let start: PathBuf = components.iter().take(fixed).collect();
    let start = if fixed == 0 { PathBuf::from(".") } else { start };
    file::names(&start)?;
    let parts: Vec<String> =
        components.iter().skip(fixed).map(|part| part.as_os_str().to_string_lossy().to_lowercase()).collect();
    let mut search = GlobSearch { found: BTreeSet::new(), seen: HashSet::new(), watch };
    search.below(&start, &parts, DEEPEST);
    let only_files = parts.iter().any(|part| part == ANY_FOLDERS);
    let found = search.found.into_iter().filter(|path| !only_files || !file::is_folder(path));
    let trimmed = |path: PathBuf| path.strip_prefix("./").map(Path::to_owned).unwrap_or(path);
    Ok(found.map(|path| if fixed == 0 { trimmed(path) } else { path }).collect())
}

/// A search for what fits a pattern.
struct GlobSearch<'a, W> {
    found: BTreeSet<PathBuf>,
    /// The folders that were looked into for each number of components left: a link may lead back to one.
    seen: HashSet<(PathBuf, usize)>,
    watch: &'a W,
}

impl<W: Watch> GlobSearch<'_, W> {
    /// Looks for what fits the components below a folder.
    fn below(&mut self, folder: &Path, parts: &[String], depth: usize) {
        let Some((first, rest)) = parts.split_first() else { return };
        let real = file::resolve(folder).ok().flatten().unwrap_or_else(|| folder.to_owned());
        if !self.seen.insert((real, parts.len())) || !self.watch.continues(self.found.len(), self.found.len())
        {
            return;
        }
        if first == ANY_FOLDERS {
            self.below(folder, rest, depth);
        }
        for name in file::names(folder).unwrap_or_default() {
            let Some(text) = name.to_str().map(str::to_lowercase) else { continue };
            if text.starts_with('.') && !first.starts_with('.') {
                continue;
            }
            let path = folder.join(&name);
            if first == ANY_FOLDERS {
                if depth > 0 && file::is_folder(&path) {
                    self.below(&path, parts, depth - 1);
                }
            } else if fits(&text, first) {
                match rest.is_empty() {
                    true => drop(self.found.insert(path)),
                    false if file::is_folder(&path) => self.below(&path, rest, depth),
                    false => {}
                }
            }
        }
    }
}

/// Whether a name fits a component of a pattern; both in small letters.
fn fits(name: &str, pattern: &str) -> bool {
    let (name, pattern): (Vec<char>, Vec<char>) = (name.chars().collect(), pattern.chars().collect());
    let (mut at, mut part) = (0, 0);
    // Where the last star is, and the first letter that it does not fit yet.
    let mut star: Option<(usize, usize)> = None;
    while at < name.len() {
        match one(name[at], &pattern[part..]) {
            Some(length) => {
                at += 1;
                part += length;
            }
            None if pattern.get(part) == Some(&'*') => {
                star = Some((part, at));
                part += 1;
            }
            None => {
                let Some((place, next)) = star else { return false };
                star = Some((place, next + 1));
                (part, at) = (place + 1, next + 1);
            }
        }
    }
    pattern[part..].iter().all(|sign| *sign == '*')
}

/// How many characters of a pattern fit one letter; `None` if they do not.
fn one(letter: char, pattern: &[char]) -> Option<usize> {
    match pattern {
        ['*', ..] | [] => None,
        ['?', ..] => Some(1),
        ['[', rest @ ..] => {
            let negated = rest.first() == Some(&'!');
            let start = usize::from(negated);
            // A bracket at the first place is one of the letters.
            let Some(end) = rest.iter().skip(start + 1).position(|sign| *sign == ']') else {
                return (letter == '[').then_some(1);
            };
            let set = &rest[start..=start + end];
            (is_in(letter, set) != negated).then_some(set.len() + start + 2)
        }
        [sign, ..] => (*sign == letter).then_some(1),
    }
}

/// Whether a letter is in a set such as `abc` or `a-c`.
fn is_in(letter: char, set: &[char]) -> bool {
    match set {
        [first, '-', last, rest @ ..] => (*first..=*last).contains(&letter) || is_in(letter, rest),
        [first, rest @ ..] => *first == letter || is_in(letter, rest),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Unwatched;

    #[track_caller]
    fn case(pattern: &str, fitting: &[&str], others: &[&str]) {
        for name in fitting {
            assert!(fits(name, pattern), "{name} fits {pattern}");
        }
        for name in others {
            assert!(!fits(name, pattern), "{name} does not fit {pattern}");
        }
    }

    #[test]
    fn a_pattern_fits_whole_names() {
        case(
            "a_res_*.pdf",
            &["a_res_78_237.pdf", "a_res_.pdf", "a_res_1.pdf.pdf"],
            &["a_res_1.docx", "ba_res_1.pdf"],
        );
        case("*", &["", "a"], &[]);
        case("a?.txt", &["ab.txt", "aé.txt"], &["a.txt", "abc.txt"]);
        case("a[0-9x]b", &["a1b", "axb"], &["ayb", "ab"]);
        case("a[!0-9]b", &["axb"], &["a1b"]);
        case("[]]", &["]"], &["["]);
        case("[", &["["], &["a"]);
        case("*a*b*", &["ab", "xaxbx", "aab"], &["ba", "a"]);
    }

    #[test]
    fn files_are_found_below_folders_and_hidden_ones_only_if_asked_for() {
        let home = tempfile::tempdir().unwrap();
        for name in ["A_1.pdf", "b.PDF", ".hidden.pdf", "in/A_2.pdf", "in/deep er/A_3.pdf", ".git/A_4.pdf"] {
            let path = home.path().join(name);
            file::folder(path.parent().unwrap()).unwrap();
            file::write(&path, b"x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(home.path(), home.path().join("in/again")).unwrap();
        let found = |pattern: &str| -> Vec<String> {
            let found = find(&home.path().join(pattern), &Unwatched).unwrap().into_iter();
            found.map(|path| path.strip_prefix(home.path()).unwrap().to_string_lossy().into_owned()).collect()
        };
        assert_eq!(found("*.pdf"), ["A_1.pdf", "b.PDF"]);
        assert_eq!(found("i*/A_*"), ["in/A_2.pdf"]);
        assert_eq!(found("**/a_*.pdf"), ["A_1.pdf", "in/A_2.pdf", "in/deep er/A_3.pdf"]);
        #[cfg(unix)]
        let inside = ["in/A_2.pdf", "in/again/A_1.pdf", "in/again/b.PDF", "in/deep er/A_3.pdf"];
        #[cfg(not(unix))]
        let inside = ["in/A_2.pdf", "in/deep er/A_3.pdf"];
        assert_eq!(found("in/**"), inside, "what a link leads to is found once");
        assert_eq!(found(".h*"), [".hidden.pdf"]);
        assert!(found("*.docx").is_empty());
    }
}
