//! The keymap in use, put together from the bundled files and the user's own.

use crate::app::verbs;
use crate::base::Error;
use crate::keymap::{self, Keymap};
use crate::store::{Places, Settings, file};

/// The keymap in use: the bundled default, the overlay of the settings, the user's own file; and all their errors.
#[must_use]
pub fn keymap(places: &Places, settings: &Settings) -> (Keymap, Vec<Error>) {
    let mut errors = Vec::new();
    let mut files: Vec<(String, String)> = vec![bundled("default")];
    if let Some(name) = settings.keymap.as_deref().filter(|name| *name != "default") {
        match keymap::bundled(name) {
            Some(_) => files.push(bundled(name)),
            None => {
                let known = keymap::BUNDLED.join(", ");
                errors.push(Error::wrong_use("keymap-unknown-name").with("name", name).with("known", known));
            }
        }
    }
    let own = places.keymap_file();
    match file::text(&own, 1 << 20) {
        Ok(Some(text)) => files.push((file::shown(&own), text)),
        Ok(None) => {}
        Err(error) => errors.push(error),
    }
    let borrowed: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (keymap, found) = keymap::load(&borrowed, &|scope, binding| {
        verbs::is_known(scope, &binding.verb, binding.argument.as_deref())
    });
    errors.extend(found);
    (keymap, errors)
}

fn bundled(name: &str) -> (String, String) {
    (format!("{name}.toml"), keymap::bundled(name).unwrap_or_default().to_owned())
}
