//! The delegations of a workspace: the bundled ones, and `delegations.toml` of the workspace laid over them.

use std::path::Path;
use std::sync::Arc;

use crate::base::Error;
use crate::model::Delegations;
use crate::store::file;

/// The name of the file.
pub const NAME: &str = "delegations.toml";
/// Longer files are not lists people write (4 MiB).
const LIMIT: u64 = 4 << 20;

/// Reads the delegations of a workspace. What is wrong in its file is reported, and the rest counts.
///
/// The errors: `file-unreadable`, `file-too-big`, `file-not-plain`, `file-not-utf8`, and those of [`Delegations::over`].
#[must_use]
pub fn load(workspace: &Path) -> (Arc<Delegations>, Vec<Error>) {
    let bundled = Delegations::bundled();
    match file::text(&workspace.join(NAME), LIMIT) {
        Ok(Some(text)) => {
            let (all, errors) = bundled.over(NAME, &text);
            (Arc::new(all), errors)
        }
        Ok(None) => (bundled, Vec::new()),
        Err(error) => (bundled, vec![file::shown_as(error, NAME)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workspace_without_a_file_has_the_bundled_delegations() {
        let folder = tempfile::tempdir().unwrap();
        let (all, errors) = load(folder.path());
        assert_eq!((errors, all.named("SG")[0].id.as_str()), (vec![], "UNSG"));
    }

    #[test]
    fn the_file_of_the_workspace_decides_and_its_errors_are_reported() {
        let folder = tempfile::tempdir().unwrap();
        let text = "[names]\nSG = \"SGP\"\nXX = \"YYY\"\n";
        file::write(&folder.path().join(NAME), text.as_bytes()).unwrap();
        let (all, errors) = load(folder.path());
        assert_eq!(all.named("SG")[0].id, "SGP");
        assert_eq!(errors.len(), 1);
        assert_eq!(errors[0].message.line(), Some(3));
    }
}
