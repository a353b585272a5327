//! Ranking: how well an entry that an index proposes answers a query, from the words themselves and where they are.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

use crate::base::Span;
use crate::search::answers::AnswerKind;
use crate::search::concepts::Concepts;
use crate::search::index::SearchEntry;
use crate::search::plan::SearchPlan;
use crate::search::sought::{Alternative, SearchUnit, Sought};
use crate::search::words::{Inflection, TextWord, WordHead, WordStem, head, singular, words};

/// How well an entry fits.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EntryFit {
    /// The score: 1 is a text that contains everything typed, once.
    pub score: f32,
    /// What was found, in bytes of the text, in order and without overlap.
    pub marks: Vec<Span>,
    /// The terms of rings by which it was found, if a unit was not found as typed.
    pub terms: Vec<String>,
}

/// What a unit is worth that is only in the headings above.
const IN_CONTEXT: f32 = 0.5;

/// What a unit is worth that is only in the title of the document.
const IN_TITLE: f32 = 0.4;

/// What a word is worth that only has the stem of the one sought.
const STEM_ONLY: f32 = 0.8;

/// What words of one unit are worth that are near each other, or anywhere in the passage, instead of one after the other.
const NEAR: f32 = 0.75;
const APART: f32 = 0.4;

/// Words between the first and the last word of a term for each of its words, at most, if they are near each other.
const SPREAD: usize = 3;

/// Words of a text that are looked at before one that may end an idiom.
const BEFORE: usize = 3;

/// A word of the entry that some word of the plan is.
#[derive(Debug, Clone, Copy)]
struct WordSpot {
    /// Its number among all words, and among those that are not common.
    place: usize,
    span: Span,
    /// Whether it is the word itself, in the singular or the plural, and not only one with its stem: `objectif` is no `objection`.
    is_same: bool,
}

/// Ranks the entries that are proposed for one plan.
#[derive(Debug)]
pub struct Ranker<'p> {
    plan: &'p SearchPlan,
    concepts: &'p Concepts,
    /// The first letters of all words sought: other words need not be looked at.
    heads: Vec<WordHead>,
    /// All words sought; those of the units first, in order.
    sought: Vec<&'p Sought>,
    /// The words of texts met so far: a few hundred words are most of all texts.
    met: RefCell<[HashMap<String, MetWord>; INFLECTED]>,
    /// What the titles of documents met so far have of each unit.
    titles: RefCell<HashMap<String, Vec<f32>>>,
}

/// What a word of a text is for a plan.
#[derive(Debug, Clone, Default)]
struct MetWord {
    is_common: bool,
    /// The words sought that it is.
    is: Vec<MetSought>,
}

/// A word sought that a word of a text is.
#[derive(Debug, Clone, Copy)]
struct MetSought {
    /// Its index.
    sought: usize,
    is_same: bool,
}

/// In how many ways texts are inflected: in each of the languages, or in all of them, or in none.
const INFLECTED: usize = Inflection::ALL.len() + 2;

/// The occurrences of each word sought in a text.
struct WordSpots {
    of: Vec<Vec<WordSpot>>,
    /// How many words the text has that are not common.
    content: usize,
    /// Which of the pairs of words as typed the text has.
    pairs: Vec<bool>,
}

/// One unit as found in a text.
struct UnitMatch {
    quality: f32,
    term: Option<String>,
    spans: Vec<Span>,
    /// The places of its first words.
    places: Vec<usize>,
    words: usize,
}

impl<'p> Ranker<'p> {
    /// Prepares a plan.
    #[must_use]
    pub fn new(plan: &'p SearchPlan, concepts: &'p Concepts) -> Self {
        let of_units = plan.units.iter().flat_map(|unit| &unit.alternatives).flat_map(|one| &one.words);
        let sought: Vec<&Sought> = of_units.chain(plan.excluded.iter().flatten()).collect();
        let mut heads: Vec<WordHead> = sought.iter().flat_map(|word| heads(word)).collect();
        heads.sort_unstable();
        heads.dedup();
        Self { plan, concepts, heads, sought, met: RefCell::default(), titles: RefCell::default() }
    }

    /// How well an entry fits; `None` if too little of the query is in it, or something excluded.
    #[must_use]
    pub fn fit(&self, entry: &SearchEntry) -> Option<EntryFit> {
        if self.plan.units.is_empty() && self.plan.excluded.is_empty() {
            return Some(EntryFit { score: 1.0, ..EntryFit::default() });
        }
        let language = entry.language.map(Inflection::of);
        let spots = self.spots(&entry.text, language);
        let context = self.spots(&entry.context, language);
        if self.is_excluded(&spots) {
            return None;
        }
        let matches = self.matches(&spots, &entry.text);
        let around = self.matches(&context, &entry.context);
        let (mut sum, mut share, mut weight) = (0.0, 0.0, 0.0);
        let title = self.title(entry, language);
        for ((unit, title), (inside, above)) in
            self.plan.units.iter().zip(title).zip(matches.iter().zip(&around))
        {
            let within = inside.as_ref().map_or(0.0, |found| found.quality);
            // The number of a passage, which is beside its text, is its own.
            let beside = if unit.alternatives.iter().any(|one| one.is_phrase) { 1.0 } else { IN_CONTEXT };
            let above = above.as_ref().map_or(0.0, |found| found.quality * beside);
            sum += unit.weight * if within.max(above) > 0.0 { within.max(above) } else { title * IN_TITLE };
            // An equivalent term is found as well as the one typed, although it is worth less.
            share += unit.weight * if inside.is_some() { 1.0 } else { above };
            weight += unit.weight;
        }
        if weight > 0.0 && share / weight < self.plan.least {
            return None;
        }
        let coverage = if weight > 0.0 { sum / weight } else { 1.0 };
        let found: Vec<&UnitMatch> = matches.iter().flatten().collect();
        let score = coverage
            * coverage
            * (1.0 + 0.4 * proximity(&found))
            * (1.0 + 0.7 * density(&found, &spots))
            * (1.0 + 0.9 * quoted(&spots))
            * self.kind(entry)
            * self.answer(entry);
        let mut marks: Vec<Span> = found.iter().flat_map(|found| found.spans.iter().copied()).collect();
        let terms = found.iter().filter_map(|found| found.term.clone()).collect();
        Some(EntryFit { score, marks: merged(&mut marks), terms })
    }

    /// How well the document of an entry has each unit in its title.
    fn title(&self, entry: &SearchEntry, language: Option<Option<Inflection>>) -> Vec<f32> {
        if let Some(known) = self.titles.borrow().get(&entry.title) {
            return known.clone();
        }
        let found = self.matches(&self.spots(&entry.title, language), &entry.title);
        let quality = |found: &Option<UnitMatch>| found.as_ref().map_or(0.0, |found| found.quality);
        let found: Vec<f32> = found.iter().map(quality).collect();
        self.titles.borrow_mut().insert(entry.title.clone(), found.clone());
        found
    }

    /// The words sought in a text, whose language may not be known, or not be inflected.
    fn spots(&self, text: &str, language: Option<Option<Inflection>>) -> WordSpots {
        let inflections = language.as_ref().map_or(Inflection::ALL.as_slice(), Option::as_slice);
        let at = match language {
            None => INFLECTED - 1,
            Some(None) => INFLECTED - 2,
            Some(Some(own)) => Inflection::ALL.iter().position(|known| *known == own).unwrap_or(0),
        };
        let mut met = self.met.borrow_mut();
        let met = &mut met[at];
        let pairs = &self.plan.pairs;
        let mut spots = WordSpots {
            of: vec![Vec::new(); self.sought.len()],
            content: 0,
            pairs: vec![false; pairs.len()],
        };
        let mut before: [Cow<'_, str>; BEFORE] = Default::default();
        for (place, TextWord { span, folded }) in words(text).enumerate() {
            for (pair, is_found) in pairs.iter().zip(&mut spots.pairs) {
                *is_found |= pair[1] == folded && pair[0] == before[BEFORE - 1];
            }
            if !met.contains_key(&*folded) {
                met.insert(folded.to_string(), self.meet(&folded, inflections));
            }
            if let Some(known) = met.get(&*folded) {
                spots.content += usize::from(!known.is_common);
                let is_idiom = !known.is.is_empty() && self.concepts.ends_idiom(&before, &folded);
                for MetSought { sought, is_same } in known.is.iter().filter(|_| !is_idiom) {
                    spots.of[*sought].push(WordSpot { place, span, is_same: *is_same });
                }
            }
            before.rotate_left(1);
            before[BEFORE - 1] = folded;
        }
        spots
    }

    fn meet(&self, folded: &str, inflections: &[Inflection]) -> MetWord {
        let is_common = self.concepts.is_common(folded);
        if !self.may_be_sought(folded) {
            return MetWord { is_common, is: Vec::new() };
        }
        let stems = WordStem::of(folded, inflections);
        let is = self.sought.iter().enumerate().filter(|(_, sought)| sought.is(folded, &stems));
        let met = |(sought, own): (usize, &&Sought)| {
            let is_same = own.is_prefix || singular(&own.folded) == singular(folded);
            MetSought { sought, is_same }
        };
        MetWord { is_common, is: is.map(met).collect() }
    }

    fn may_be_sought(&self, folded: &str) -> bool {
        let head = head(folded);
        self.heads.binary_search(&head).is_ok() || self.heads.binary_search(&[head[0], 0]).is_ok()
    }

    fn is_excluded(&self, spots: &WordSpots) -> bool {
        let of_units: usize =
            self.plan.units.iter().flat_map(|unit| &unit.alternatives).map(|one| one.words.len()).sum();
        let mut at = of_units;
        self.plan.excluded.iter().any(|words| {
            let found = &spots.of[at..at + words.len()];
            at += words.len();
            !runs(found, 1).is_empty()
        })
    }

    /// Each unit as found in a text, in order.
    fn matches(&self, spots: &WordSpots, text: &str) -> Vec<Option<UnitMatch>> {
        let mut at = 0;
        let mut of_unit = |unit: &SearchUnit| {
            let mut best: Option<UnitMatch> = None;
            for alternative in &unit.alternatives {
                let found = of_alternative(alternative, &spots.of[at..at + alternative.words.len()], text);
                at += alternative.words.len();
                best = match (best, found) {
                    (Some(best), Some(found)) => Some(joined(best, found)),
                    (best, found) => best.or(found),
                };
            }
            best
        };
        self.plan.units.iter().map(&mut of_unit).collect()
    }

    /// How much better an entry is that has what a question asks for.
    fn answer(&self, entry: &SearchEntry) -> f32 {
        let asked = self.plan.asked.filter(|asked| asked.is_in(&entry.text, self.concepts));
        match asked {
            Some(AnswerKind::Person) => 1.6,
            Some(AnswerKind::States) => 3.5,
            Some(AnswerKind::Date) => 1.1,
            None => 1.0,
        }
    }

    /// How likely this kind of entry is what people look for.
    fn kind(&self, entry: &SearchEntry) -> f32 {
        let of_kind = match entry.kind.as_str() {
            "heading" => 1.1,
            "next-step" | "operative" | "position" => 1.08,
            "text" if entry.address != "title" => 0.65,
            "footnote" => 0.75,
            "agenda-item" => 0.7,
            _ => 1.0,
        };
        let is_preferred = self.plan.kinds.contains(&entry.kind);
        if is_preferred { of_kind * 1.6 } else { of_kind }
    }
}

/// The better of two ways in which a unit was found, with the places of both.
fn joined(one: UnitMatch, other: UnitMatch) -> UnitMatch {
    let (mut best, rest) = if other.quality > one.quality { (other, one) } else { (one, other) };
    best.spans.extend(rest.spans);
    best.places.extend(rest.places);
    best
}

fn heads(word: &Sought) -> Vec<WordHead> {
    let own = std::iter::once(word.folded.as_str()).chain(word.stems.iter().map(|stem| stem.stem.as_str()));
    own.map(|text| if word.is_prefix && text.len() < 2 { [head(text)[0], 0] } else { head(text) }).collect()
}

fn of_alternative(alternative: &Alternative, spots: &[Vec<WordSpot>], text: &str) -> Option<UnitMatch> {
    if spots.iter().any(Vec::is_empty) {
        return None;
    }
    let words = spots.len();
    let spread = if alternative.is_phrase { 1 } else { SPREAD };
    let runs = runs(spots, spread);
    let is_accented = || {
        let is = |word: &Sought, spots: &[WordSpot]| {
            word.accented
                .as_ref()
                .is_some_and(|typed| spots.iter().any(|spot| spot.span.of(text).to_lowercase() == *typed))
        };
        alternative.words.iter().zip(spots).any(|(word, spots)| is(word, spots))
    };
    let is_same = spots.iter().all(|spots| spots.iter().any(|spot| spot.is_same));
    let accents = if is_accented() { 1.03 } else { 1.0 };
    let mut quality = alternative.worth * accents * if is_same { 1.0 } else { STEM_ONLY };
    let places = |spots: &[WordSpot]| spots.iter().map(|spot| spot.place).collect::<Vec<_>>();
    if runs.is_empty() {
        if alternative.is_phrase || alternative.term.is_some() {
            return None;
        }
        let apart = distance(spots);
        quality *= if apart <= 4 * words { NEAR } else { APART };
        let spans = spots.iter().flatten().map(|spot| spot.span).collect();
        return Some(UnitMatch { quality, term: None, spans, places: places(&spots[0]), words });
    }
    let spans = runs.iter().map(|run| Span::new(run[0].span.start, run[run.len() - 1].span.end)).collect();
    let places = runs.iter().map(|run| run[0].place).collect();
    Some(UnitMatch { quality, term: alternative.term.clone(), spans, places, words })
}

/// The stretches in which the words occur in order, each at most `spread` words after the one before it.
fn runs(spots: &[Vec<WordSpot>], spread: usize) -> Vec<Vec<WordSpot>> {
    let Some((first, rest)) = spots.split_first() else { return Vec::new() };
    let follow = |start: &WordSpot| {
        let mut run = vec![*start];
        for next in rest {
            let last = run[run.len() - 1].place;
            run.push(*next.iter().find(|spot| spot.place > last && spot.place <= last + spread)?);
        }
        Some(run)
    };
    first.iter().filter_map(follow).collect()
}

/// The fewest words between the first and the last of all words, roughly: around each occurrence of the rarest one.
fn distance(spots: &[Vec<WordSpot>]) -> usize {
    let Some(rarest) = spots.iter().min_by_key(|spots| spots.len()) else { return usize::MAX };
    let around = |place: usize| {
        let nearest = |spots: &Vec<WordSpot>| spots.iter().map(|spot| spot.place.abs_diff(place)).min();
        spots.iter().filter_map(nearest).max().unwrap_or(usize::MAX)
    };
    rarest.iter().map(|spot| around(spot.place)).min().unwrap_or(usize::MAX)
}

/// How near the units are to each other: 1 if one follows the other, 0 if only one was found.
fn proximity(found: &[&UnitMatch]) -> f32 {
    let [first, .., _] = found else { return 0.0 };
    let rarest = found.iter().min_by_key(|unit| unit.places.len()).unwrap_or(first);
    let around = |place: usize| {
        let nearest = |unit: &&UnitMatch| unit.places.iter().map(|other| other.abs_diff(place)).min();
        found.iter().filter_map(nearest).max().unwrap_or(usize::MAX)
    };
    let nearest = rarest.places.iter().map(|place| around(*place)).min().unwrap_or(usize::MAX);
    let words: usize = found.iter().map(|unit| unit.words).sum();
    (words as f32 / (nearest.max(1) as f32)).min(1.0)
}

/// Which share of the words of a text was searched for: 1 for a heading that is the query. What was not found as typed counts less.
fn density(found: &[&UnitMatch], spots: &WordSpots) -> f32 {
    let words: f32 = found.iter().map(|unit| unit.words as f32 * unit.quality.min(1.0)).sum();
    (words / spots.content.max(1) as f32).min(1.0)
}

/// Which share of what was typed is in a text word by word; its square, as a few common words follow one another anywhere.
fn quoted(spots: &WordSpots) -> f32 {
    let found = spots.pairs.iter().filter(|is_found| **is_found).count();
    let share = found as f32 / spots.pairs.len().max(1) as f32;
    share * share
}

fn merged(marks: &mut [Span]) -> Vec<Span> {
    marks.sort_by_key(|mark| (mark.start, mark.end));
    let mut merged: Vec<Span> = Vec::with_capacity(marks.len());
    for mark in marks.iter() {
        match merged.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => merged.push(*mark),
        }
    }
    merged
}
