//! The names of delegations in amendments: kept as typed, and understood as those of interventions are.

use crate::base::Error;
use crate::base::text::fold;
use crate::locale::Locale;
use crate::model::Delegations;
use crate::workspace::amendment::{self, Amendment};

/// The id of the delegation that a name means; the name in small letters and without accents if nobody has it.
pub(super) fn meaning(name: &str, delegations: &Delegations) -> String {
    delegations.stored(name).map_or_else(|| fold(name), |delegation| delegation.id.clone())
}

/// That nobody has a name, or that several have it; `None` if it is clear.
pub(super) fn doubt(name: &str, delegations: &Delegations) -> Option<Error> {
    let ids: Vec<&str> =
        delegations.named(name).into_iter().map(|delegation| delegation.id.as_str()).collect();
    match ids.as_slice() {
        _ if amendment::is_ours(name) => None,
        [] => Some(Error::broken("amend-name-unknown").with("name", name)),
        [_] => None,
        several if several.contains(&name) => None,
        several => {
            Some(Error::broken("amend-name-several").with("name", name).with("known", several.join(", ")))
        }
    }
}

/// Whose a wording is, and how far it has come if that is not as far as its amendment.
pub(super) fn source(amendment: &Amendment<'_>, source: Option<&str>, locale: &Locale) -> String {
    let name = source.map_or_else(|| amendment::ours(locale.language()), str::to_owned);
    let status = amendment.status_of(source);
    let word = || locale.say(&format!("amendment-{}", status.name()));
    if status == amendment.status { name } else { format!("{name} · {}", word()) }
}
