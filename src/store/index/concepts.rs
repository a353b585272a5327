//! The concepts of a workspace: those of the program, and the rings of equivalent terms in `concepts.toml`.

use std::path::Path;

use crate::base::{Error, Result};
use crate::search::Concepts;
use crate::store::{WritePath, file};

/// The name of the file.
pub const NAME: &str = "concepts.toml";

/// Longer files are not lists people write (4 MiB).
const LIMIT: u64 = 4 << 20;

/// The concepts that come with the program and those of a workspace. What is wrong in its file is reported, and the rest counts.
#[must_use]
pub fn load(workspace: &Path) -> (Concepts, Vec<Error>) {
    match file::text(&workspace.join(NAME), LIMIT) {
        Ok(Some(text)) => Concepts::bundled().with_own(NAME, &text),
        Ok(None) => (Concepts::bundled().clone(), Vec::new()),
        Err(error) => (Concepts::bundled().clone(), vec![file::shown_as(error, NAME)]),
    }
}

/// Adds a ring of equivalent terms at the end of the file of a workspace; everything else in it stays as it is.
///
/// # Errors
/// If the file cannot be read or written.
pub fn add(workspace: &Path, terms: &[String]) -> Result<()> {
    let mut text = file::text(&workspace.join(NAME), LIMIT)?.unwrap_or_default();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let terms: Vec<String> = terms.iter().map(|term| toml::Value::String(term.clone()).to_string()).collect();
    text.push_str(&format!("\n[[ring]]\nany = [{}]\n", terms.join(", ")));
    file::write(&WritePath::workspace(workspace.to_owned()).join(NAME), text.trim_start().as_bytes())
}

/// Removes the rings with exactly these terms from the file of a workspace; everything else in it stays as it is.
///
/// # Errors
/// If the file cannot be read or written.
pub fn remove(workspace: &Path, terms: &[String]) -> Result<()> {
    let Some(text) = file::text(&workspace.join(NAME), LIMIT)? else { return Ok(()) };
    let mut kept = String::with_capacity(text.len());
    for table in tables(&text) {
        let own = Concepts::bundled().with_own(NAME, table).0.own();
        if own.iter().any(|ring| is_same(ring, terms)) {
            // Comments after a ring are about what follows.
            kept.push_str(comments_after(table));
        } else {
            kept.push_str(table);
        }
    }
    file::write(&WritePath::workspace(workspace.to_owned()).join(NAME), kept.as_bytes())
}

fn is_same(ring: &[String], terms: &[String]) -> bool {
    ring.len() == terms.len() && terms.iter().all(|term| ring.contains(term))
}

/// The parts of a TOML text: what comes before the first table, then each table with its lines.
fn tables(text: &str) -> Vec<&str> {
    let begins = |at: &usize| text[*at..].starts_with("[[") && (*at == 0 || text[..*at].ends_with('\n'));
    let mut starts: Vec<usize> = text.match_indices("[[").map(|(at, _)| at).filter(begins).collect();
    starts.insert(0, 0);
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
}

/// The comments at the end of a table, after an empty line.
fn comments_after(table: &str) -> &str {
    let is_comment = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let lines = table.split_inclusive('\n').rev().take_while(|line| is_comment(line));
    let length: usize = lines.map(str::len).sum();
    let rest = &table[table.len() - length..];
    rest.find('#').map_or("", |at| &rest[at..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::concepts::Concept;

    #[test]
    fn a_ring_is_added_and_what_is_in_the_file_stays() {
        let home = tempfile::tempdir().unwrap();
        let own = "# ours\n[[ring]]\nfr = ['a b', 'c d']";
        file::write(WritePath::of_user(home.path().join(NAME)), own.as_bytes()).unwrap();
        add(home.path(), &["guichets".to_owned(), "points \"focaux\"".to_owned()]).unwrap();
        let text = file::text(&home.path().join(NAME), LIMIT).unwrap().unwrap();
        assert!(text.starts_with(own), "{text}");
        let (concepts, errors) = load(home.path());
        assert_eq!(errors, []);
        let found = concepts.longest(&["guichet"]);
        assert!(matches!(found, Some((1, Concept::Rings(rings))) if rings[0].is_own()), "in any inflection");
        assert_eq!(concepts.own(), [vec!["a b", "c d"], vec!["guichets", "points \"focaux\""]]);
        let text = format!("{text}\n# theirs\n[[ring]]\nany = ['bouée', 'balise']\n");
        file::write(WritePath::of_user(home.path().join(NAME)), text.as_bytes()).unwrap();
        remove(home.path(), &["points \"focaux\"".to_owned(), "guichets".to_owned()]).unwrap();
        assert_eq!(load(home.path()).0.own(), [vec!["a b", "c d"], vec!["bouée", "balise"]]);
        let text = file::text(&home.path().join(NAME), LIMIT).unwrap().unwrap();
        assert!(text.starts_with(own) && text.contains("# theirs"), "{text}");
        remove(home.path(), &["balise".to_owned()]).unwrap();
        assert_eq!(load(home.path()).0.own().len(), 2, "only a ring with all of these terms is removed");
    }
}
