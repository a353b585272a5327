//! The templates of notes that the delegate has written: `templates/*.md` in the configuration folder and in the workspace.

use std::path::Path;

use crate::base::Error;
use crate::store::{Places, file};
use crate::workspace::{NoteTemplate, bundled_templates};

/// The folder, in the configuration folder and in the workspace.
const FOLDER: &str = "templates";

/// The longest template, in bytes.
const LIMIT: u64 = 1 << 20;

/// All templates, and the errors of those that cannot be read. One of the workspace takes the place of one of the same name in
/// the configuration folder, and that of a bundled one.
#[must_use]
pub fn load(places: &Places, workspace: &Path) -> (Vec<NoteTemplate>, Vec<Error>) {
    let (mut templates, mut errors) = (bundled_templates(), Vec::new());
    for folder in [places.config.join(FOLDER), workspace.join(FOLDER)] {
        for read in read(&folder, &mut errors) {
            templates.retain(|known| known.name != read.name);
            templates.push(read);
        }
    }
    (templates, errors)
}

fn read(folder: &Path, errors: &mut Vec<Error>) -> Vec<NoteTemplate> {
    let names = file::names(folder).unwrap_or_else(|error| {
        errors.push(error);
        Vec::new()
    });
    let mut templates = Vec::new();
    for name in names {
        let path = folder.join(&name);
        let stem = path.file_stem().and_then(|stem| stem.to_str()).filter(|stem| !stem.starts_with('.'));
        let Some(stem) = stem.filter(|_| path.extension().is_some_and(|ending| ending == "md")) else {
            continue;
        };
        match file::text(&path, LIMIT) {
            Ok(Some(text)) => templates.push(NoteTemplate {
                name: stem.to_owned(),
                language: None,
                text: text.replace("\r\n", "\n").trim_start_matches('\u{feff}').to_owned(),
            }),
            Ok(None) => {}
            Err(error) => errors.push(error),
        }
    }
    templates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_templates_are_read_and_take_the_place_of_bundled_ones() {
        let home = tempfile::tempdir().unwrap();
        let places = Places::under(home.path());
        let workspace = home.path().join("workspace");
        let write = |folder: &Path, name: &str, bytes: &[u8]| {
            let folder = folder.join(FOLDER);
            file::folder(folder.as_path()).unwrap();
            file::write(folder.join(name).as_path(), bytes).unwrap();
        };
        write(&places.config, "coffee.md", b"Over coffee\r\n{date}\r\n");
        write(&places.config, "floor.md", b"from the configuration folder");
        write(&workspace, "floor.md", b"from the workspace");
        write(&workspace, "broken.md", b"\xff");
        write(&workspace, "notes.txt", b"no template");
        let (templates, errors) = load(&places, &workspace);
        let texts = |name: &str| {
            let named = templates.iter().filter(|template| template.name == name);
            named.map(|template| template.text.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(texts("coffee"), ["Over coffee\n{date}\n"]);
        assert_eq!(texts("floor"), ["from the workspace"]);
        assert_eq!(texts("report").len(), 2, "the bundled ones of both languages");
        assert_eq!(texts("notes"), Vec::<&str>::new());
        assert_eq!(errors.iter().map(|error| error.message.id).collect::<Vec<_>>(), ["file-not-utf8"]);
    }

    #[test]
    fn without_folders_the_bundled_templates_are_there() {
        let home = tempfile::tempdir().unwrap();
        let (templates, errors) = load(&Places::under(home.path()), home.path());
        assert_eq!((templates, errors.len()), (bundled_templates(), 0));
    }
}
