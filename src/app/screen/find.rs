//! Finding words in the document one reads.

use crate::app::App;
use crate::app::message::{Effect, Notice};
use crate::app::verb::Verb;
use crate::search::text::{self, Match};

use super::reader;

/// What was searched for and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// The words as typed.
    pub query: String,
    /// Where they stand, in reading order.
    pub matches: Vec<Match>,
    /// The one shown as the current one.
    pub at: usize,
}

/// The verbs of the search.
pub const VERBS: &[Verb] = &[
    Verb::new("desk", "find-next", |app, _| turn(app, 1)),
    Verb::new("desk", "find-previous", |app, _| turn(app, -1)),
];

/// Searches while the words are typed: goes to the first place at or after `origin`.
pub fn search(app: &mut App, query: &str, origin: usize) {
    let matches = text::find(app.document(), query);
    let at = matches.iter().position(|found| found.block >= origin).unwrap_or(0);
    let target = matches.get(at).map_or(origin, |found| found.block);
    app.reader.found = (!query.trim().is_empty()).then(|| Found { query: query.to_owned(), matches, at });
    reader::select(app, target);
}

fn turn(app: &mut App, by: isize) -> Vec<Effect> {
    let Some(found) = &mut app.reader.found else {
        app.notice = Some(Notice::new("notice-no-search"));
        return Vec::new();
    };
    if found.matches.is_empty() {
        let query = found.query.clone();
        app.notice = Some(Notice::new("notice-not-found").with("query", query));
        return Vec::new();
    }
    let len = found.matches.len();
    found.at = (found.at + len).wrapping_add_signed(by) % len;
    let (at, block) = (found.at + 1, found.matches[found.at].block);
    app.notice = Some(Notice::new("notice-found").with("at", at).with("count", len));
    reader::select(app, block);
    Vec::new()
}
