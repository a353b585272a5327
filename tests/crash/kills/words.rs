//! The words of a trial on the disk: each is in one note, or in the trash, or in the journal.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::support::files;
use crate::support::home::Home;

/// A word that no other text has.
pub fn word(seed: u64, number: usize) -> String {
    format!("µ{seed}.{number}µ")
}

/// Where each word is that has been written to the workspace.
#[derive(Debug, Default)]
pub struct Words {
    files: BTreeMap<String, Vec<PathBuf>>,
}

impl Words {
    /// Reads all texts, and checks that each is whole.
    #[track_caller]
    pub fn read(home: &Home) -> Self {
        let workspace = home.data().join("workspace");
        let mut words = Self::default();
        for folder in ["notes", ".journal"] {
            for path in files::ending(&workspace.join(folder), ".md") {
                // Files being written have hidden names, and are not read as notes.
                if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
                    continue;
                }
                let text = files::text(&path);
                if folder == "notes" {
                    body(&path, &text);
                }
                for word in words_of(&text) {
                    words
                        .files
                        .entry(word)
                        .or_default()
                        .push(path.strip_prefix(&workspace).expect("below").to_owned());
                }
            }
        }
        words
    }

    /// Whether a word is on the disk.
    pub fn holds(&self, word: &str) -> bool {
        self.files.contains_key(word)
    }

    /// Fails if one of these words is nowhere.
    #[track_caller]
    pub fn hold_all(&self, saved: &[String], context: &str) {
        let lost: Vec<&String> = saved.iter().filter(|word| !self.holds(word)).collect();
        assert!(lost.is_empty(), "{context}: lost {lost:?}");
    }

    /// Fails if a word is in two texts.
    #[track_caller]
    pub fn are_single(&self, context: &str) {
        let doubled: Vec<_> = self.files.iter().filter(|(_, files)| files.len() > 1).collect();
        assert!(doubled.is_empty(), "{context}: doubled {doubled:?}");
    }
}

fn words_of(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('µ').collect();
    let inner = parts.iter().skip(1).step_by(2).take(parts.len().saturating_sub(1) / 2);
    inner.map(|part| format!("µ{part}µ")).collect()
}

/// The body of a note; fails if the file is not whole.
#[track_caller]
pub fn body<'a>(path: &Path, text: &'a str) -> &'a str {
    let whole = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let (_, body) = whole.unwrap_or_else(|| panic!("{} is torn: {text:?}", path.display()));
    assert!(body.is_empty() || body.ends_with('\n'), "{} is torn: {text:?}", path.display());
    body.strip_suffix('\n').unwrap_or(body)
}

#[test]
fn words_are_found_and_half_a_word_is_not_one() {
    assert_eq!(words_of("a µ1.2µ, µ3.4µ\nµ5"), ["µ1.2µ", "µ3.4µ"]);
    assert_eq!(body(Path::new("a"), "+++\nid = 1\n+++\ntext\n\n"), "text\n");
}
