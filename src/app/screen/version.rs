//! The language versions of the document that is read: beside each other, or switched in place.

use crate::app::context::Context;
use crate::app::layout::{Pane, WIDE_FOR_VERSIONS};
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::naming;
use crate::app::screen::reader::{self, beside};
use crate::import::versions;
use crate::model::{Address, Document, Language, Reference};

/// Shows the same passage in the next language that the library has. On a wide screen that language is shown beside the text, and after
/// the last one none is. Says which language it is, and how many numbers only one of the two texts has.
#[must_use]
pub fn next(reader: &mut reader::State, context: &Context) -> Outcome {
    let others = beside::others(context);
    let Some(first) = others.first().copied() else {
        return Outcome::notify(Notice::new("notice-one-version"));
    };
    if !has_room(context) {
        return switch(reader, context, first);
    }
    let now = reader.versions.language(context);
    let at = now.and_then(|now| others.iter().position(|other| *other == now));
    let next = others.get(at.map_or(0, |at| at + 1)).copied();
    reader.versions.wanted = next;
    let symbol = &context.here().document.symbol;
    match next.and_then(|language| context.library.shelf.get(symbol, language)) {
        Some(other) => {
            let language = naming::language(context.locale(), other.language);
            let ids = ["notice-version-beside", "notice-version-beside-differs"];
            Outcome::notify(different(context, other, &language, ids))
        }
        None => {
            reader.versions.is_right = false;
            Outcome::notify(Notice::new("notice-version-alone"))
        }
    }
}

/// Whether two languages have room beside each other.
fn has_room(context: &Context) -> bool {
    context.layout.companion.is_some() && context.layout.screen.width >= WIDE_FOR_VERSIONS
}

/// From the left one of two languages beside each other to the right one, or back; `None` if the step leads to another pane.
pub fn cross(reader: &mut reader::State, context: &Context, by: isize) -> Option<Outcome> {
    let versions = &mut reader.versions;
    let is_towards = if versions.is_right { by < 0 } else { by > 0 };
    let is_open = context.focus == Pane::Reader && context.layout.has_versions;
    let other = versions.language(context).filter(|_| is_towards && is_open)?;
    versions.is_right = !versions.is_right;
    versions.wanted = Some(context.here().document.language);
    Some(switch(reader, context, other))
}

/// Reads the passage in another language; it stays at its row of the pane.
fn switch(reader: &mut reader::State, context: &Context, language: Language) -> Outcome {
    let Some(other) = context.library.shelf.get(&context.here().document.symbol, language) else {
        return Outcome::none();
    };
    let passage = context.passage();
    let place = place(other, &passage.address);
    let row = reader.page.first_line(context.here().block).checked_sub(reader.top);
    reader.versions.kept_row = row.filter(|_| place == passage.address);
    let at = Reference { symbol: passage.symbol.clone(), address: place.clone() };
    let language = naming::language(context.locale(), other.language);
    let notice = if place == passage.address {
        different(context, other, &language, ["notice-version", "notice-version-differs"])
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

/// The language that is shown now, and how many numbers only one of the two texts has, by the first or the second message.
fn different(context: &Context, other: &Document, language: &str, ids: [&'static str; 2]) -> Notice {
    let here = &context.here().document;
    let count = versions::only_here(here, other).len() + versions::only_here(other, here).len();
    let notice = Notice::new(ids[usize::from(count > 0)]).with("language", language);
    if count == 0 { notice } else { notice.with("count", count) }
}
