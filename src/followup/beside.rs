//! The steps of a later report laid beside those of an earlier one: repeated, reworded, dropped, new.
//!
//! Nothing is merged here: what is found is a proposal, and a delegate confirms it.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use crate::base::Span;
use crate::followup::{FollowUp, Force};
use crate::language::token::{Token, TokenKind, tokens};

/// The relation of a step to one of the other report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same words, but for the sessions and dates they name.
    Repeated,
    /// The same matter in other words.
    Reworded,
    /// The later report no longer has it.
    Dropped,
    /// The earlier report did not have it.
    New,
}

impl Relation {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Repeated, Self::Reworded, Self::Dropped, Self::New];

    /// The stable name, as in JSON and locale ids.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Repeated => "repeated",
            Self::Reworded => "reworded",
            Self::Dropped => "dropped",
            Self::New => "new",
        }
    }
}

/// A step beside its counterpart, by their places among the follow-ups of each report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The step of the earlier report; none when it is new.
    pub old: Option<usize>,
    /// The step of the later report; none when it was dropped.
    pub new: Option<usize>,
    /// Their relation.
    pub relation: Relation,
}

/// Something that differs between a step and its counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing<T> {
    /// In the earlier report.
    pub before: T,
    /// In the later report.
    pub after: T,
}

/// What changed between a step and its counterpart, besides words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// How strongly it binds.
    pub force: Option<Differing<Option<Force>>>,
    /// The sessions it names.
    pub sessions: Option<Differing<Vec<u32>>>,
    /// The deadline, as written.
    pub deadline: Option<Differing<Option<String>>>,
}

impl Changes {
    /// What changed from one follow-up to the other.
    #[must_use]
    pub fn between(old: &FollowUp, new: &FollowUp) -> Self {
        let written = |followup: &FollowUp| followup.deadline.as_ref().map(|deadline| deadline.text.clone());
        Self {
            force: changed(old.force, new.force),
            sessions: changed(old.sessions.clone(), new.sessions.clone()),
            deadline: changed(written(old), written(new)),
        }
    }
}

fn changed<T: PartialEq>(before: T, after: T) -> Option<Differing<T>> {
    (before != after).then_some(Differing { before, after })
}

/// Two steps are the same matter when they share so much of what their words weigh.
const LIKE: f64 = 0.4;
/// The weight of being in the same section, so that of two equally similar steps the nearer one is chosen.
const SAME_SECTION: f64 = 0.05;
/// Of each step of the later report so many of the earlier one are compared in full.
const COMPARED: usize = 24;

/// Lays the steps of two reports in one language beside each other.
///
/// Each step is in exactly one pair. Pairs are found by the words both use, of which those weigh most that few
/// steps use; the likest are paired first. The order is that of the later report, and a dropped step is
/// where the earlier report had it. Reports in different languages share no words: all is dropped and new.
#[must_use]
pub fn beside(old: &[FollowUp], new: &[FollowUp]) -> Vec<Pair> {
    let olds: Vec<StepWords> = old.iter().map(StepWords::of).collect();
    let news: Vec<StepWords> = new.iter().map(StepWords::of).collect();
    let weights = Weights::of(&olds, &news);
    let mut likest = candidates(&olds, &news, &weights);
    for pair in &mut likest {
        let near = old[pair.old].section == new[pair.new].section;
        pair.likeness += if near { SAME_SECTION } else { 0.0 };
    }
    likest.retain(|pair| pair.likeness >= LIKE);
    let place = |pair: &StepCandidate| (pair.old, pair.new);
    likest.sort_by(|one, two| two.likeness.total_cmp(&one.likeness).then(place(one).cmp(&place(two))));
    let mut partner: HashMap<usize, usize> = HashMap::new();
    let mut taken = BTreeSet::new();
    for pair in likest {
        if !taken.contains(&pair.old) && !partner.contains_key(&pair.new) {
            taken.insert(pair.old);
            partner.insert(pair.new, pair.old);
        }
    }
    let relation = |one: usize, two: usize| {
        let same = olds[one].lasting == news[two].lasting;
        if same { Relation::Repeated } else { Relation::Reworded }
    };
    let mut pairs: Vec<Pair> = (0..news.len())
        .map(|two| match partner.get(&two) {
            Some(one) => Pair { old: Some(*one), new: Some(two), relation: relation(*one, two) },
            None => Pair { old: None, new: Some(two), relation: Relation::New },
        })
        .collect();
    put_dropped(&mut pairs, olds.len());
    pairs
}

/// Puts dropped steps where the earlier report had them: after the step that was before them there.
fn put_dropped(pairs: &mut Vec<Pair>, count: usize) {
    let mut places: Vec<Option<usize>> = vec![None; count];
    for (at, pair) in pairs.iter().enumerate() {
        if let Some(old) = pair.old {
            places[old] = Some(at);
        }
    }
    let mut after = None;
    // Before which of the present pairs each dropped step goes.
    let mut dropped: Vec<(usize, usize)> = Vec::new();
    for (old, place) in places.iter().enumerate() {
        match place {
            Some(at) => after = Some(*at),
            None => dropped.push((after.map_or(0, |at| at + 1), old)),
        }
    }
    dropped.sort_by_key(|(place, old)| Reverse((*place, *old)));
    for (place, old) in dropped {
        pairs.insert(place, Pair { old: Some(old), new: None, relation: Relation::Dropped });
    }
}

/// The words of a step with its sub-paragraphs, folded, without punctuation.
struct StepWords {
    /// Those that are not the naming of a session or a date, in order.
    lasting: Vec<String>,
    /// How often each of them occurs.
    counts: HashMap<String, u32>,
}

impl StepWords {
    fn of(followup: &FollowUp) -> Self {
        let mut lasting = Vec::new();
        for (at, block) in followup.source.passages.iter().enumerate() {
            let passing = if at == 0 { passing(followup) } else { Vec::new() };
            lasting.extend(lasting_words(&block.text, &passing));
        }
        let mut counts = HashMap::new();
        for word in &lasting {
            *counts.entry(word.clone()).or_default() += 1;
        }
        Self { lasting, counts }
    }
}

/// Where a step names sessions and dates: what changes from one report to the next although nothing else does.
fn passing(followup: &FollowUp) -> Vec<Span> {
    let deadline = followup.deadline.as_ref().filter(|deadline| deadline.address == followup.step);
    let deadline = deadline.map(|deadline| deadline.span);
    followup.session_words.iter().map(|words| words.span).chain(deadline).collect()
}

/// Words as short as this before a session belong to its naming: `de la`, `aux`, `at its`.
const SHORT: usize = 3;

fn lasting_words(text: &str, passing: &[Span]) -> Vec<String> {
    let tokens: Vec<Token> = tokens(text).into_iter().filter(|token| token.kind != TokenKind::Mark).collect();
    let inside = |token: &Token| {
        passing.iter().any(|span| span.start <= token.span.start && token.span.end <= span.end)
    };
    let mut kept: Vec<bool> = tokens.iter().map(|token| !inside(token)).collect();
    for at in 1..tokens.len() {
        let begins = !kept[at] && kept[at - 1];
        let short = |token: &Token| token.folded.chars().count() <= SHORT;
        let before = (at.saturating_sub(2)..at).rev().take_while(|before| short(&tokens[*before]));
        if begins && inside(&tokens[at]) {
            before.for_each(|before| kept[before] = false);
        }
    }
    let folded = tokens.into_iter().zip(kept).filter(|(_, kept)| *kept);
    folded.map(|(token, _)| token.folded).collect()
}

/// What each word weighs: the more, the fewer steps use it.
struct Weights<'a> {
    weights: HashMap<&'a str, f64>,
    users: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Weights<'a> {
    fn of(olds: &'a [StepWords], news: &'a [StepWords]) -> Self {
        let mut users: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut uses: HashMap<&str, usize> = HashMap::new();
        for (at, words) in olds.iter().chain(news).enumerate() {
            for word in words.counts.keys() {
                *uses.entry(word).or_default() += 1;
                if at < olds.len() {
                    users.entry(word).or_default().push(at);
                }
            }
        }
        let all = small(olds.len() + news.len());
        // A word that all use still weighs a little: two steps of nothing but such words may be the same.
        let weight = |uses: usize| (all / small(uses)).ln() + 0.1;
        let weights = uses.into_iter().map(|(word, uses)| (word, weight(uses))).collect();
        Self { weights, users }
    }

    fn weight(&self, word: &str) -> f64 {
        self.weights.get(word).copied().unwrap_or_default()
    }

    fn sum(&self, words: &StepWords) -> f64 {
        words.counts.iter().map(|(word, count)| self.weight(word) * f64::from(*count)).sum()
    }

    /// How alike two steps are, from 0 to 1: twice the weight of what they share by the weight of all.
    fn likeness(&self, one: &StepWords, two: &StepWords) -> f64 {
        let shared = one.counts.iter().filter_map(|(word, count)| {
            let other = two.counts.get(word)?;
            Some(self.weight(word) * f64::from(*count.min(other)))
        });
        let all = self.sum(one) + self.sum(two);
        if all > 0.0 { 2.0 * shared.sum::<f64>() / all } else { 0.0 }
    }
}

/// A count as a floating-point number; a report never has more steps than fit a u32.
fn small(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A step of each report that may be the same matter, by their places among the follow-ups.
struct StepCandidate {
    /// From 0 to 1.
    likeness: f64,
    old: usize,
    new: usize,
}

/// For each step of the later report the steps of the earlier one that share its rarest words, with their likeness.
fn candidates(olds: &[StepWords], news: &[StepWords], weights: &Weights) -> Vec<StepCandidate> {
    let mut found = Vec::new();
    let mut shared: Vec<f64> = vec![0.0; olds.len()];
    for (two, words) in news.iter().enumerate() {
        let mut touched: Vec<usize> = Vec::new();
        for word in words.counts.keys() {
            let Some(users) = weights.users.get(word.as_str()) else { continue };
            // Words that most steps use do not show which step it is, and cost most time in large reports.
            if users.len() > COMPARED && users.len() > olds.len() / 8 {
                continue;
            }
            for one in users {
                if shared[*one] == 0.0 {
                    touched.push(*one);
                }
                shared[*one] += weights.weight(word);
            }
        }
        touched.sort_by(|one, two| shared[*two].total_cmp(&shared[*one]).then(one.cmp(two)));
        let likest = touched.iter().take(COMPARED);
        found.extend(likest.map(|one| {
            let likeness = weights.likeness(&olds[*one], words);
            StepCandidate { likeness, old: *one, new: two }
        }));
        touched.iter().for_each(|one| shared[*one] = 0.0);
    }
    found
}

#[cfg(test)]
mod tests;
