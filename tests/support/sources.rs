//! The files of this project: all Rust sources, and the list of files as they would be committed.

#![expect(clippy::disallowed_methods, reason = "the tests read the sources of the project")]

use std::path::{Path, PathBuf};

use super::scan::{self, Literal};

/// A Rust source, scanned.
pub struct Source {
    /// Its path from the root of the project, with `/`.
    pub path: String,
    /// The unchanged text.
    pub text: String,
    /// The code of the whole file, with comments and the contents of literals blanked.
    pub code: String,
    /// The code without its `#[cfg(test)]` parts; empty in a file of tests, and in one that begins with `#![cfg(test)]`.
    pub program: String,
    /// The string literals outside tests.
    pub literals: Vec<Literal>,
}

impl Source {
    /// Makes a source from a path and a text: a real file, or a small wrong example.
    pub fn new(path: &str, text: &str) -> Self {
        let scan = scan::scan(text);
        let mut tests = scan::test_parts(&scan.code);
        if is_test_path(path) || scan.code.contains("#![cfg(test)]") {
            tests.push(0..text.len());
        }
        let outside = |literal: &Literal| !tests.iter().any(|part| part.contains(&literal.start));
        let program = scan::blanked(&scan.code, &tests);
        let literals = scan.literals.into_iter().filter(outside).collect();
        Self { path: path.to_owned(), text: text.to_owned(), code: scan.code, program, literals }
    }

    /// The modules from the crate's root to this file: `src/base/id.rs` is `base`, `id`.
    pub fn modules(&self) -> Vec<&str> {
        let Some(inside) = self.path.strip_prefix("src/") else { return Vec::new() };
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        let inside = inside.strip_suffix("/mod").unwrap_or(inside);
        inside.split('/').filter(|name| !["lib", "main"].contains(name)).collect()
    }

    /// The layer it belongs to; `None` for `lib.rs`, `main.rs` and files outside `src`.
    pub fn layer(&self) -> Option<&str> {
        self.modules().first().copied()
    }

    /// The name of the file alone.
    pub fn file(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// `path:line` of an offset, as compilers write it.
    pub fn place(&self, offset: usize) -> String {
        format!("{}:{}", self.path, scan::line_of(&self.text, offset))
    }
}

/// Whether a file of `src` holds only tests of the module beside it.
fn is_test_path(path: &str) -> bool {
    path.starts_with("src/") && (path.ends_with("/tests.rs") || path.contains("/tests/"))
}

/// The root folder of the project.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the project; `None` if it does not exist or is not text.
pub fn read(path: &str) -> Option<String> {
    std::fs::read_to_string(root().join(path)).ok()
}

/// Writes a text file of the project.
pub fn write(path: &str, text: &str) {
    let full = root().join(path);
    if let Some(folder) = full.parent() {
        std::fs::create_dir_all(folder).expect("a folder of the project can be created");
    }
    std::fs::write(full, text).unwrap_or_else(|error| panic!("{path}: {error}"));
}

/// Every Rust source of the program.
pub fn program() -> Vec<Source> {
    sources(&["src"])
}

/// Every Rust source of the program, its tests and its benchmarks.
pub fn all() -> Vec<Source> {
    sources(&["src", "tests", "benches"])
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let rust = |path: &String| folders.iter().any(|folder| path.starts_with(&format!("{folder}/")));
    let paths = tree().into_iter().filter(|path| path.ends_with(".rs")).filter(rust);
    let found: Vec<Source> =
        paths.filter_map(|path| read(&path).map(|text| Source::new(&path, &text))).collect();
    assert!(found.len() > 10, "the sources of the project were not found");
    found
}

/// The folders that fuzzing fills.
const FUZZING: [&str; 4] = ["fuzz/target", "fuzz/corpus", "fuzz/artifacts", "fuzz/coverage"];

/// The paths of all files of the project, sorted; `.git`, build output, what fuzzing fills and pending snapshots are left out.
pub fn tree() -> Vec<String> {
    let mut paths = Vec::new();
    walk(&root(), "", &mut paths);
    paths.sort();
    paths
}

fn walk(folder: &Path, prefix: &str, paths: &mut Vec<String>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{prefix}: {error}"));
    for entry in entries {
        let entry = entry.expect("a folder of the project can be listed");
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        let kind = entry.file_type().expect("an entry has a kind");
        let path = format!("{prefix}{name}");
        let is_output = prefix.is_empty() && (name == ".git" || name.starts_with("target"));
        if kind.is_dir() && !is_output && !FUZZING.contains(&path.as_str()) {
            walk(&entry.path(), &format!("{path}/"), paths);
        } else if kind.is_file()
            && name != ".git"
            && !name.ends_with(".snap.new")
            && !name.ends_with(".pending-snap")
        {
            paths.push(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_path_comes_from_the_file_path() {
        let modules = |path: &str| Source::new(path, "").modules().join("::");
        assert_eq!(modules("src/base/id.rs"), "base::id");
        assert_eq!(modules("src/base/mod.rs"), "base");
        assert_eq!(modules("src/view/screen/mod.rs"), "view::screen");
        assert_eq!(modules("src/lib.rs"), "");
        assert_eq!(modules("tests/main.rs"), "");
    }

    #[test]
    fn test_code_is_not_part_of_the_program() {
        let text = "fn a() { say(\"x\") }\n#[cfg(test)]\nmod tests { fn b() { say(\"y\") } }";
        let source = Source::new("src/app/mod.rs", text);
        assert_eq!(source.literals.len(), 1);
        assert!(source.program.contains("fn a") && !source.program.contains("fn b"));
        assert!(source.code.contains("fn b"));
        assert_eq!(source.place(text.len()), "src/app/mod.rs:3");
        assert_eq!(Source::new("src/app/tests.rs", text).program.trim(), "");
        let only_tests =
            Source::new("src/store/faults.rs", "//! Faults.\n\n#![cfg(test)]\n\npub struct Fault;");
        assert_eq!(only_tests.program.trim(), "");
    }
}
