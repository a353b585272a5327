//! The names of States in several languages, as rings: `México` is found where a text has `Mexique`. They are read when a query has a
//! word that no text has.

use std::sync::{Arc, LazyLock};

use crate::model::{Delegation, Delegations};
use crate::search::concepts::Concepts;
use crate::search::rings::{RingOrigin, RingTable, WrittenRing};
use crate::search::words::Inflection;

static STATES: LazyLock<RingTable> = LazyLock::new(|| {
    let delegations = Delegations::bundled();
    let states = delegations.all().iter().filter(|delegation| delegation.kind.is_state()).map(ring);
    RingTable::new(states.collect(), &Arc::clone(Concepts::bundled().common()))
});

/// The rings of the names of States.
pub(super) fn table() -> &'static RingTable {
    &STATES
}

/// Its short names in each language; demonyms and abbreviations as they are.
fn ring(state: &Delegation) -> WrittenRing {
    let names = [&state.name, &state.label].into_iter().flat_map(|names| &names.0);
    let names = names.map(|(language, name)| (Inflection::of(*language), name.clone()));
    let others = state.also.iter().map(|name| (None, name.clone()));
    WrittenRing { terms: names.chain(others).collect(), origin: RingOrigin::State }
}
