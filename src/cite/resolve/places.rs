//! The places and parts a reading of typed text may mean.

use super::reading::Reading;
use crate::base::numbering::roman;
use crate::cite::aliases::Aliases;
use crate::cite::write::is_resolution;
use crate::model::{Address, Part, PassageKind, Place, Symbol};

/// `E.2`, `II.B.1`: a section and a step in it, as people write it with full stops.
pub(super) fn step_label(text: &str) -> Option<Place> {
    let (section, number) = text.trim_end_matches('.').rsplit_once('.')?;
    let digits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let path: Vec<String> = section.split('.').map(str::to_ascii_uppercase).collect();
    let lettered = |part: &String| {
        !part.is_empty() && part.len() <= 5 && part.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    (digits && path.iter().all(lettered)).then(|| Place::Step(path, vec![number.to_owned()]))
}

/// Whether a passage of a part is meant when a part was named: an annex without its number is any annex.
pub(super) fn fits(requested: &Part, part: &Part) -> bool {
    requested == part || (*requested == Part::Annex(None) && matches!(part, Part::Annex(_)))
}

/// The places a reading may mean, the likeliest first.
pub(super) fn places(reading: &Reading) -> Vec<Place> {
    let number = || reading.number.clone();
    if reading.number.is_empty() {
        return match (reading.section.is_empty(), reading.kind) {
            (true, _) | (false, Some(PassageKind::Norm | PassageKind::Note)) => Vec::new(),
            (false, Some(PassageKind::Step)) => vec![Place::Steps(reading.section.clone())],
            (false, _) => vec![Place::Heading(reading.section.clone())],
        };
    }
    if !reading.section.is_empty() {
        let stepped = matches!(reading.kind, None | Some(PassageKind::Step | PassageKind::Section));
        return if stepped { vec![Place::Step(reading.section.clone(), number())] } else { Vec::new() };
    }
    match reading.kind {
        // Norms have letters: a number alone is none, and the whole library need not be looked through for it.
        None => {
            let lettered = reading.number.len() > 1 || !reading.number[0].bytes().all(|b| b.is_ascii_digit());
            let norm = lettered.then(|| Place::Norm(number().join("/")));
            let counted = [Place::Paragraph(number()), Place::Operative(number())];
            counted.into_iter().chain(norm).chain([Place::Item(number())]).collect()
        }
        Some(PassageKind::Paragraph) => vec![Place::Paragraph(number()), Place::Operative(number())],
        // The norms are those of one paragraph: 13 k) is one, 14 k) is none.
        Some(PassageKind::Norm) => {
            let letter = reading.number.last().filter(|letter| {
                reading.number.len() == 1 || reading.number == Aliases::bundled().norm_number(letter)
            });
            letter.map(|letter| Place::Norm(letter.clone())).into_iter().collect()
        }
        // "Recommendation 57 (d)": steps have no sub-paragraphs.
        Some(PassageKind::Step) if reading.number.len() > 1 => vec![Place::Paragraph(number())],
        Some(PassageKind::Section) => {
            let figure = || Some(roman(reading.number.first()?.parse().ok()?).to_ascii_uppercase());
            let numbered =
                figure().filter(|_| reading.number.len() == 1).map(|roman| Place::Heading(vec![roman]));
            std::iter::once(PassageKind::Section.place(number())).chain(numbered).collect()
        }
        Some(kind) => vec![kind.place(number())],
    }
}

/// The address of a passage of a document that is not in the library, as far as it was typed.
pub(super) fn unheld(symbol: &Symbol, reading: &Reading, meant: Option<&Part>, places: &[Place]) -> Address {
    let part = reading.part.as_ref().or(meant.filter(|_| !places.is_empty())).cloned().unwrap_or(Part::Body);
    let place = match places.first() {
        Some(Place::Paragraph(path)) if is_resolution(symbol) && part == Part::Body => {
            Place::Operative(path.clone())
        }
        Some(place) => place.clone(),
        None if part == Part::Body => Place::Title,
        None => Place::Heading(Vec::new()),
    };
    Address { part, place }
}
