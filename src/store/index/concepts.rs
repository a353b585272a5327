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
        assert!(matches!(found, Some((1, Concept::Rings(rings))) if rings[0].is_own), "in any inflection");
    }
}
