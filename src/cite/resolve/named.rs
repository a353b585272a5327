//! The documents that typed symbols, ends of symbols and numbers of resolutions may mean.

use super::reading::{NamedDocument, Reading};
use super::{Search, Why, pieces};
use crate::model::{Part, Place, Symbol};

impl Search<'_> {
    /// The documents that a reading names, why they are candidates, and the part that their name means; `None` if it names none.
    pub(super) fn documents(&self, reading: &Reading) -> Option<(Vec<Symbol>, Why, Option<Part>)> {
        Some(match reading.document.as_ref()? {
            NamedDocument::Alias(alias) => {
                let alias = self.index.aliases().documents().get(*alias)?;
                (vec![alias.symbol.clone()], Why::Nickname, alias.part.clone())
            }
            NamedDocument::Whole(symbol) => (symbol.parse().into_iter().collect(), Why::Named, None),
            NamedDocument::Path(path) => (self.symbols(path, reading), Why::Named, None),
        })
    }

    /// The part of a resolution that a reading names by its letter, and the places in it. The letter is that of a section
    /// if the library has the resolution and no such part.
    pub(super) fn part_of(
        &self,
        symbol: Symbol,
        reading: &Reading,
        places: &[Place],
    ) -> (Symbol, Vec<Place>) {
        let whole = symbol.undivided();
        let lettered = match reading.section.as_slice() {
            [letter] if letter.len() == 1 => whole.as_ref().unwrap_or(&symbol).lettered(letter),
            _ => None,
        };
        let held = |symbol: &Symbol| self.index.has(symbol);
        let lettered = lettered.map(|part| self.index.known_as(part));
        // The library may have the part together with others.
        let lettered = lettered.filter(|part| whole.is_none() || *part == symbol);
        let Some(part) = lettered.filter(|part| held(part) || !held(&symbol)) else {
            return (self.index.known_as(symbol), places.to_vec());
        };
        let reading = Reading { section: Vec::new(), ..reading.clone() };
        let places = if reading.number.is_empty() { Vec::new() } else { super::places(&reading) };
        (part, places)
    }

    /// The symbols a path may mean: those of the library that end with it, those with a short name, or a resolution.
    pub(super) fn symbols(&self, path: &str, reading: &Reading) -> Vec<Symbol> {
        // "rés. A/78/237": the word means that it is a resolution.
        let components: Vec<&str> = path.split('/').collect();
        if let (Some(series), [organ, session, number]) = (reading.series, components.as_slice()) {
            return format!("{organ}/{series}/{session}/{number}").parse().into_iter().collect();
        }
        if pieces::is_whole_symbol(path) {
            let symbol: Option<Symbol> = path.parse().ok();
            let is_known = symbol.as_ref().is_some_and(|symbol| self.index.has(symbol));
            let longer = if is_known { Vec::new() } else { self.index.beginning(path, super::MOST_FAR) };
            return if longer.is_empty() { symbol.into_iter().collect() } else { longer };
        }
        let (path, said) = match path.split_once('/') {
            Some(("res", number)) => (number, Some("RES")),
            Some(("dec", number)) => (number, Some("DEC")),
            _ => (path, reading.series),
        };
        let numbers = pieces::regular(path).bytes().all(|byte| byte.is_ascii_digit() || byte == b'/');
        if let Some(organ) = reading.organ.filter(|_| numbers) {
            let series = said.unwrap_or("RES");
            return format!("{organ}/{series}/{path}").parse().into_iter().collect();
        }
        let organ = if path.split('/').next().is_some_and(|first| first.len() == 4 && !first.contains('-')) {
            "E"
        } else {
            "A"
        };
        let adopted = |series: &str| format!("{organ}/{series}/{path}").parse().ok();
        if let Some(series) = said.filter(|_| numbers) {
            return adopted(series).into_iter().collect();
        }
        let known = self.index.ending(path);
        if !known.is_empty() {
            return known.to_vec();
        }
        let longer = if numbers { Vec::new() } else { self.index.beginning(path, super::MOST_FAR) };
        if !longer.is_empty() {
            return longer;
        }
        let pair = numbers && path.matches('/').count() == 1;
        pair.then(|| adopted("RES")).flatten().into_iter().collect()
    }
}
