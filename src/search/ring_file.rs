//! Rings as files have them: tables with a list for each language, and lines with a few words in each.

use crate::base::table::Table;
use crate::search::rings::{RingOrigin, WrittenRing};
use crate::search::words::Inflection;

/// The ways in which the terms of a delegate may be inflected.
const OWN: [Option<Inflection>; 3] =
    [Some(Inflection::English), Some(Inflection::French), Some(Inflection::Spanish)];

/// A ring in a table.
pub(super) fn ring(table: &Table<'_>, origin: RingOrigin) -> WrittenRing {
    let languages = Inflection::ALL.map(|language| (language.code(), Some(language)));
    let mut terms = Vec::new();
    for (key, inflection) in languages.into_iter().chain([("any", None)]) {
        // A delegate does not say which language a term is in.
        let is_any = origin == RingOrigin::Own && inflection.is_none();
        let inflections = if is_any { &OWN[..] } else { &[inflection] };
        for text in table.texts(key) {
            terms.extend(inflections.iter().map(|inflection| (*inflection, text.clone())));
        }
    }
    WrittenRing { terms, origin }
}

/// The rings of a text with a line for each.
pub(super) fn lines(root: &Table<'_>, key: &str, origin: RingOrigin) -> Vec<WrittenRing> {
    let text = root.text(key).unwrap_or_default();
    text.lines().filter(|line| !line.trim().is_empty()).map(|line| translated(line, origin)).collect()
}

/// Words in English, in French and in Spanish: `law = droit = derecho`, `help, aid = aide, appui = ayuda`.
fn translated(line: &str, origin: RingOrigin) -> WrittenRing {
    let languages = [Inflection::English, Inflection::French, Inflection::Spanish].map(Some);
    let texts = |(language, texts): (Option<Inflection>, &str)| {
        let texts: Vec<String> = texts.split(',').map(|text| text.trim().to_owned()).collect();
        texts.into_iter().map(move |text| (language, text))
    };
    WrittenRing { terms: languages.into_iter().zip(line.split('=')).flat_map(texts).collect(), origin }
}
