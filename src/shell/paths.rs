//! The paths that a path being typed can become.

use std::path::{Path, is_separator};

use crate::app::requests::ListedPath;
use crate::base::Watch;
use crate::base::text::fold;
use crate::shell::elsewhere::expanded;
use crate::store::{file, glob};

/// The most paths that are listed.
const MOST: usize = 2000;

/// The signs that have a backslash before them where no quotation marks are.
const ESCAPED: [char; 4] = [' ', '\'', '"', '\\'];

/// A path as typed, without the backslashes that a shell or this program has put before spaces and other signs.
#[must_use]
pub fn unescaped(typed: &str) -> String {
    if cfg!(not(unix)) {
        return typed.to_owned();
    }
    let mut path = String::with_capacity(typed.len());
    let mut letters = typed.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied();
        match next.filter(|next| c == '\\' && !next.is_alphanumeric()) {
            Some(sign) => {
                path.push(sign);
                letters.next();
            }
            None => path.push(c),
        }
    }
    path
}

/// A path as it is typed without quotation marks.
#[must_use]
pub fn escaped(path: &str) -> String {
    if cfg!(not(unix)) {
        return path.to_owned();
    }
    let sign = |c: char| ESCAPED.contains(&c).then_some('\\').into_iter().chain([c]);
    path.chars().flat_map(sign).collect()
}

/// How a path is typed: in quotation marks or without.
struct TypedPath {
    quote: Option<char>,
    /// Without quotation mark and backslashes.
    plain: String,
}

impl TypedPath {
    fn of(typed: &str) -> Self {
        let quote = typed.chars().next().filter(|first| matches!(first, '"' | '\''));
        let plain = match quote {
            Some(quote) => typed[1..].trim_end_matches(quote).to_owned(),
            None => unescaped(typed),
        };
        let plain = if plain.is_empty() || plain == "~" { "~/".to_owned() } else { plain };
        Self { quote, plain }
    }

    /// A path as it is typed in the same way.
    fn like(&self, path: &str, is_folder: bool) -> String {
        let end = if is_folder { "/" } else { "" };
        match self.quote {
            None => escaped(path) + end,
            // What follows the name of a folder is typed inside of the quotation marks.
            Some(quote) if is_folder => format!("{quote}{path}{end}"),
            Some(quote) => format!("{quote}{path}{quote}"),
        }
    }
}

/// The paths that begin with what is typed, or that fit it as a pattern, in the order of their names; hidden ones only if the
/// name begins with a full stop. Capital letters and accents make no difference if no name has the same. `None` if the watcher
/// stops it.
pub fn listed(typed: &str, home: &Path, watch: &impl Watch) -> Option<Vec<ListedPath>> {
    let typed = TypedPath::of(typed);
    let Ok(path) = expanded(&escaped(&typed.plain), home) else { return Some(Vec::new()) };
    if glob::is_pattern(&path) && !file::exists(&path) {
        return fitting(&typed, &path, home, watch);
    }
    let at = typed.plain.rfind(is_separator).map_or(0, |at| at + 1);
    let (folder, begun) = typed.plain.split_at(at);
    let Ok(inside) = expanded(&escaped(folder), home) else { return Some(Vec::new()) };
    let inside = if folder.is_empty() { Path::new(".") } else { &inside };
    let names = file::names(inside).unwrap_or_default();
    let names = names.into_iter().filter_map(|name| name.into_string().ok());
    let names: Vec<String> = names
        .filter(|name| {
            !name.chars().any(char::is_control) && (begun.starts_with('.') || !name.starts_with('.'))
        })
        .collect();
    let same: Vec<&String> = names.iter().filter(|name| name.starts_with(begun)).collect();
    let folded = fold(begun);
    let found = match same.is_empty() {
        true => names.iter().filter(|name| fold(name).starts_with(&folded)).collect(),
        false => same,
    };
    let mut paths = Vec::new();
    for name in found.into_iter().take(MOST) {
        if !watch.continues(paths.len(), MOST) {
            return None;
        }
        let is_folder = file::is_folder(&inside.join(name));
        let end = if is_folder { "/" } else { "" };
        let typed = typed.like(&format!("{folder}{name}"), is_folder);
        paths.push(ListedPath { typed, name: format!("{name}{end}") });
    }
    Some(paths)
}

/// What fits a pattern; `~` stays in front of what is in the home folder.
fn fitting(typed: &TypedPath, pattern: &Path, home: &Path, watch: &impl Watch) -> Option<Vec<ListedPath>> {
    let found = glob::find(pattern, watch).unwrap_or_default();
    if !watch.continues(found.len(), found.len()) {
        return None;
    }
    let path = |path: &std::path::PathBuf| {
        let text = match path.strip_prefix(home) {
            Ok(below) if typed.plain.starts_with('~') => format!("~/{}", below.to_str()?),
            _ => path.to_str()?.to_owned(),
        };
        let is_folder = file::is_folder(path);
        let end = if is_folder { "/" } else { "" };
        Some(ListedPath { typed: typed.like(&text, is_folder), name: format!("{text}{end}") })
    };
    Some(found.iter().take(MOST).filter_map(path).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Unwatched;

    #[test]
    fn names_are_completed_as_they_are_typed() {
        let home = tempfile::tempdir().unwrap();
        for name in ["My papers/A 1.pdf", "My papers/L'annexe.txt", "Mémoire.docx", ".cache/x", "other.pdf"]
        {
            let path = home.path().join(name);
            file::folder(path.parent().unwrap()).unwrap();
            file::write(&path, b"x").unwrap();
        }
        let found = |typed: &str| -> Vec<String> {
            let paths = listed(typed, home.path(), &Unwatched).unwrap();
            paths.into_iter().map(|path| path.typed).collect()
        };
        let cases: [(&str, &[&str]); 9] = [
            ("", &["~/My\\ papers/", "~/Mémoire.docx", "~/other.pdf"]),
            ("~", &["~/My\\ papers/", "~/Mémoire.docx", "~/other.pdf"]),
            ("~/My pap", &["~/My\\ papers/"]),
            ("~/My\\ papers/", &["~/My\\ papers/A\\ 1.pdf", "~/My\\ papers/L\\'annexe.txt"]),
            ("'~/My papers/A", &["'~/My papers/A 1.pdf'"]),
            ("~/mem", &["~/Mémoire.docx"]),
            ("~/.", &["~/.cache/"]),
            ("~/**/*.pdf", &["~/My\\ papers/A\\ 1.pdf", "~/other.pdf"]),
            ("~/nothing/", &[]),
        ];
        for (typed, expected) in cases {
            assert_eq!(found(typed), expected, "{typed}");
        }
        let path = format!("{}/My papers/A", home.path().display());
        assert_eq!(found(&path), [escaped(&format!("{path} 1.pdf"))]);
    }
}
