//! The language versions of the document that is read: switched in place, paragraph by paragraph.

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::naming;
use crate::import::versions;
use crate::model::{Address, Document, Reference};

/// Shows the same passage in the next language that the library has. Says which language it is, and which numbers only one of the two
/// texts has.
#[must_use]
pub fn next(context: &Context) -> Outcome {
    let here = context.here();
    let shelf = &context.library.shelf;
    let texts = shelf.texts(&here.document.symbol);
    let now = texts.iter().position(|text| text.language == here.document.language);
    let Some(other) = now.map(|now| texts[(now + 1) % texts.len()]).filter(|_| texts.len() > 1) else {
        return Outcome::notify(Notice::new("notice-one-version"));
    };
    let passage = context.passage();
    let place = place(other, &passage.address);
    let language = naming::language(context.locale(), other.language);
    let at = Reference { symbol: passage.symbol.clone(), address: place.clone() };
    let notice = if place == passage.address {
        different(&here.document, other, &language)
    } else {
        let citation = naming::label(context.locale(), &passage);
        Notice::new("notice-version-without")
            .with("language", &language)
            .with("passage", &citation)
            .alarming()
    };
    Outcome::of(Intent::ReadText { passage: at, language: other.language }).and(Intent::Notify(notice))
}

/// The passage of another text with an address, or the nearest one above it; at last the first one.
fn place(other: &Document, address: &Address) -> Address {
    let mut wanted = Some(address.clone());
    while let Some(address) = wanted {
        if other.position(&address).is_some() {
            return address;
        }
        wanted = address.parent();
    }
    other.blocks.first().map_or_else(|| address.clone(), |block| block.address.clone())
}

/// The language that is shown now, and how many numbers only one of the two texts has.
fn different(before: &Document, after: &Document, language: &str) -> Notice {
    let count = versions::only_here(before, after).len() + versions::only_here(after, before).len();
    let id = if count == 0 { "notice-version" } else { "notice-version-differs" };
    let notice = Notice::new(id).with("language", language);
    if count == 0 { notice } else { notice.with("count", count) }
}
