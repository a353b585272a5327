//! The verbs of the text: headings, search results and citations.

use crate::app::Split;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::{citations, correction, reader, version};
use crate::app::verbs::Verb;

/// The verbs.
pub const VERBS: &[Verb] = &[
    Verb::new("reader", "next-heading", |on, _| to_heading(&on, 1)).while_writing(),
    Verb::new("reader", "previous-heading", |on, _| to_heading(&on, -1)).while_writing(),
    Verb::new("desk", "next-version", |on, _| version::next(&mut on.panes.reader, &on.context))
        .while_writing(),
    Verb::new("reader", "correct", |on, _| correction::open(&on.context)),
    Verb::new("desk", "find-next", |on, _| to_match(on, 1)).while_writing(),
    Verb::new("desk", "find-previous", |on, _| to_match(on, -1)).while_writing(),
    Verb::new("desk", "peek", |on, _| peek(&on)).while_writing(),
    Verb::new("desk", "cited-by", |on, _| cited_by(&on)).while_writing(),
];

fn to_heading(on: &Split, by: isize) -> Outcome {
    let here = on.context.here();
    let heading = reader::heading(&here.document, here.block, by);
    heading.map_or_else(Outcome::none, |block| Outcome::of(Intent::Select(block)))
}

fn to_match(on: Split, by: isize) -> Outcome {
    if let Some(places) = &mut on.panes.reader.places {
        places.turn(by);
        let notice = places.notice();
        return Outcome::of(Intent::Go(places.current().clone())).and(Intent::Notify(notice));
    }
    if on.context.finder.trail.is_some() {
        return Outcome::of(Intent::FollowTrail(by));
    }
    let Some(found) = &mut on.panes.reader.found else {
        return Outcome::notify(Notice::new("notice-no-search"));
    };
    found.turn(by);
    let outcome = Outcome::notify(found.notice());
    match found.block() {
        Some(block) => outcome.and(Intent::Select(block)),
        None => outcome,
    }
}

fn peek(on: &Split) -> Outcome {
    if citations::cited(&on.context).is_empty() {
        return nothing(on, "notice-nothing-cited");
    }
    Outcome::of(Intent::Open(Overlay::Picker(Picker::Citations)))
}

fn cited_by(on: &Split) -> Outcome {
    if citations::citing(&on.context).is_empty() {
        return nothing(on, "notice-cited-by-none");
    }
    Outcome::of(Intent::Open(Overlay::Picker(Picker::CitedBy)))
}

/// A notice that there is no citation, or that the citations are still being read.
fn nothing(on: &Split, none: &'static str) -> Outcome {
    let read = on.context.library.graph.is_some();
    Outcome::notify(Notice::new(if read { none } else { "notice-reading-citations" }))
}
