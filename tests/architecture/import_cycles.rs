//! Files that import each other in a circle: only a few may do so.
//!
//! A module that uses its own parts does not count: `tracker.rs` may call `tracker/marks.rs`, which may use its types.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::support::paths::{self, Path};
use crate::support::sources::{self, Source};

use super::{Fault, finds, none};

/// The largest allowed number of files in one circle.
const CIRCLE_FILES: usize = 8;

/// A module, as the names from the crate root to it.
type Module = Vec<String>;

/// The modules of the crate and the names they re-export.
struct Crate<'a> {
    sources: BTreeMap<Module, &'a Source>,
    reexports: BTreeMap<(Module, String), Vec<String>>,
}

impl<'a> Crate<'a> {
    fn new(sources: &'a [Source]) -> Self {
        let module = |source: &Source| source.modules().into_iter().map(str::to_owned).collect::<Module>();
        let mut known = Self {
            sources: sources.iter().map(|source| (module(source), source)).collect(),
            reexports: BTreeMap::new(),
        };
        for (module, source) in &known.sources {
            let ranges = reexports(&source.program);
            for path in paths::paths(&source.program, module.len()).iter() {
                let name = path.words.last().filter(|_| inside(&ranges, path));
                if let (Some(name), Some(target)) = (name, known.absolute(module, path)) {
                    known.reexports.insert((module.clone(), (*name).to_owned()), target);
                }
            }
        }
        known
    }

    /// The path from the crate root; `None` for other crates and for names already imported.
    fn absolute(&self, module: &Module, path: &Path<'_>) -> Option<Vec<String>> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let climbs = path.words.iter().take_while(|word| **word == "super").count();
        let rest = &path.words[climbs..];
        match path.words.first()? {
            &"crate" => Some(owned(&path.words[1..])),
            &"super" => Some([&module[..module.len().saturating_sub(climbs)], &owned(rest)].concat()),
            &"self" => Some([module.as_slice(), &owned(&path.words[1..])].concat()),
            first => {
                let child = [module.as_slice(), &[(*first).to_owned()]].concat();
                self.sources.contains_key(&child).then(|| [module.as_slice(), &owned(rest)].concat())
            }
        }
    }

    /// The module that defines what an absolute path names, through re-exports.
    fn definition(&self, path: &[String]) -> Option<Module> {
        let mut path = path.to_vec();
        for _ in 0..8 {
            let length = (0..=path.len()).rev().find(|length| self.sources.contains_key(&path[..*length]))?;
            let (module, rest) = path.split_at(length);
            let reexport = rest.first().and_then(|name| self.reexports.get(&(module.to_vec(), name.clone())));
            match reexport {
                Some(target) => path = [target.as_slice(), &rest[1..]].concat(),
                None => return Some(module.to_vec()),
            }
        }
        None
    }

    /// The modules each module imports, without itself and its own parts.
    fn imports(&self) -> BTreeMap<&Module, BTreeSet<Module>> {
        let of = |module: &Module, source: &Source| -> BTreeSet<Module> {
            let ranges = reexports(&source.program);
            let found = paths::paths(&source.program, module.len());
            let used = found.iter().filter(|path| !inside(&ranges, path));
            let targets = used.filter_map(|path| self.definition(&self.absolute(module, path)?));
            targets.filter(|target| !target.starts_with(module)).collect()
        };
        self.sources.iter().map(|(module, source)| (module, of(module, source))).collect()
    }
}

/// The ranges of `pub use …;` in blanked code.
fn reexports(code: &str) -> Vec<Range<usize>> {
    let starts = ["pub use ", "pub(crate) use ", "pub(super) use "];
    let found = starts.iter().flat_map(|start| code.match_indices(start));
    found.map(|(at, _)| at..code[at..].find(';').map_or(code.len(), |end| at + end)).collect()
}

fn inside(ranges: &[Range<usize>], path: &Path<'_>) -> bool {
    ranges.iter().any(|range| range.contains(&path.start))
}

/// All modules reachable from a module, including itself if it is in a circle.
fn reachable(imports: &BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<Module> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(module) = open.pop() {
        for next in imports.get(module).into_iter().flatten() {
            if seen.insert(next.clone()) {
                open.push(next);
            }
        }
    }
    seen
}

/// The circles with more files than allowed.
fn faults(sources: &[Source], limit: usize) -> Vec<Fault> {
    let known = Crate::new(sources);
    let imports = known.imports();
    let reach: BTreeMap<&Module, BTreeSet<Module>> =
        imports.keys().map(|module| (*module, reachable(&imports, module))).collect();
    let mut circles = BTreeSet::new();
    for (module, there) in reach.iter().filter(|(module, there)| there.contains(**module)) {
        let circle: BTreeSet<&str> = there
            .iter()
            .filter(|other| reach[other].contains(*module))
            .map(|other| known.sources[other].path.as_str())
            .collect();
        circles.insert(circle);
    }
    let large = circles.into_iter().filter(|circle| circle.len() > limit);
    large
        .map(|circle| format!("{} files: {}", circle.len(), circle.into_iter().collect::<Vec<_>>().join(" ")))
        .collect()
}

#[test]
fn import_circles_are_small() {
    none("Files that import each other are few:", &faults(&sources::program(), CIRCLE_FILES));
}

#[test]
fn import_circles_are_found() {
    let case = |files: &[(&str, &str)], limit: usize, expected: usize| {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        finds(&faults(&sources, limit), expected);
    };
    let a = ("src/a.rs", "use crate::b::B; pub struct A;");
    let b = ("src/b.rs", "pub struct B; fn f() { super::a::A }");
    case(&[a, b], 1, 1);
    case(&[a, b], 2, 0);
    case(&[a, ("src/b.rs", "pub struct B; // crate::a")], 1, 0);
    // A re-export leads to the file with the definition and is not an import itself.
    let parent = ("src/c/mod.rs", "mod d; mod e; pub use d::D;");
    case(&[parent, ("src/c/d.rs", "pub struct D;"), ("src/c/e.rs", "use super::D;")], 1, 0);
    case(&[parent, ("src/c/d.rs", "use super::e::E;"), ("src/c/e.rs", "use super::D; pub struct E;")], 1, 1);
    // A module may use its own parts.
    case(&[("src/c/mod.rs", "mod d; fn f() { d::g() }"), ("src/c/d.rs", "use super::f;")], 1, 0);
}
