//! The calls of all footnotes chosen together: in the order of the notes, with the greatest sum of scores.

use super::spots::{CallStyle, Spot};

/// A spot with at least this score is a call by its looks alone.
const SURE: u32 = 20;
/// Added to the spots that are printed as most calls of the document are, unless they look like something else.
const USUAL: u32 = 15;
const WEAK: u32 = 2;
/// Of several spots that could be the call of one note, the best must be better by this.
const AHEAD: u32 = 4;
/// A spot that is better than the others must have at least this score, and a spot without rivals this.
const LIKELY: u32 = 7;
const ALONE: u32 = 5;
/// The same between the calls of the notes before and after it: the row leaves one place.
const ENCLOSED: u32 = 4;

/// Chooses one spot for each note from its candidates, which are in the order of the text; `None` where it would be a guess.
pub fn choose(candidates: &[&[Spot]]) -> Vec<Option<Spot>> {
    let usual = usual(&path(candidates, None));
    let chosen = path(candidates, usual);
    (0..candidates.len())
        .map(|at| chosen[at].filter(|spot| is_proven(candidates, &chosen, at, *spot, usual)))
        .collect()
}

/// How most calls are printed, if one way clearly prevails.
fn usual(chosen: &[Option<Spot>]) -> Option<CallStyle> {
    let sum = |style: CallStyle| -> (u32, usize) {
        let own = chosen.iter().flatten().filter(|spot| spot.style == style);
        own.fold((0, 0), |(sum, count), spot| (sum + spot.score, count + 1))
    };
    let all: u32 = chosen.iter().flatten().map(|spot| spot.score).sum();
    [CallStyle::Raised, CallStyle::Glued, CallStyle::Apart].into_iter().find(|style| {
        let (own, count) = sum(*style);
        count >= 2 && own * 5 >= all * 3
    })
}

fn score(spot: &Spot, usual: Option<CallStyle>) -> u32 {
    spot.score + if Some(spot.style) == usual && spot.score > WEAK { USUAL } else { 0 }
}

/// Whether the sequence leaves no other choice for a note, or its spot looks like a call.
fn is_proven(
    candidates: &[&[Spot]],
    chosen: &[Option<Spot>],
    at: usize,
    spot: Spot,
    usual: Option<CallStyle>,
) -> bool {
    let own = score(&spot, usual);
    if spot.score >= SURE {
        return true;
    }
    // Where calls are set apart from words, the last digits of a number are none.
    let unlikely =
        |spot: &Spot| spot.style == CallStyle::Cut && usual.is_some_and(|usual| usual != CallStyle::Glued);
    if unlikely(&spot) {
        return false;
    }
    let after = chosen[..at].iter().rev().flatten().next().map(Spot::place);
    let before = chosen[at + 1..].iter().flatten().next().map(Spot::place);
    let rivals = candidates[at].iter().filter(|rival| {
        rival.place() != spot.place()
            && (rival.score >= SURE || !unlikely(rival))
            && after.is_none_or(|after| rival.place() > after)
            && before.is_none_or(|before| rival.place() < before)
    });
    match rivals.map(|rival| score(rival, usual)).max() {
        None => own >= if is_enclosed(chosen, at) { ENCLOSED } else { ALONE },
        Some(best) => own >= LIKELY && own >= best + AHEAD,
    }
}

/// Whether the calls of the notes directly before and after are known, where there are such notes.
fn is_enclosed(chosen: &[Option<Spot>], at: usize) -> bool {
    let known = |at: Option<usize>| at.and_then(|at| chosen.get(at)).is_none_or(Option::is_some);
    chosen.len() > 1 && known(at.checked_sub(1)) && known(Some(at + 1))
}

/// One spot on a path through the notes.
struct PathNode {
    note: usize,
    spot: Spot,
    before: Option<usize>,
}

/// The best path that ends with a spot.
struct BestPath {
    /// The place of the spot: its passage and where it starts in it.
    place: (usize, usize),
    /// The sum of the scores of its spots.
    sum: u32,
    /// The index of the spot among the nodes.
    node: usize,
}

/// The path with the greatest sum; a note may be left out.
fn path(candidates: &[&[Spot]], usual: Option<CallStyle>) -> Vec<Option<Spot>> {
    let mut nodes: Vec<PathNode> = Vec::new();
    // The best sums of paths by the place of their last spot: both places and sums grow.
    let mut best: Vec<BestPath> = Vec::new();
    for (note, spots) in candidates.iter().enumerate() {
        let found: Vec<(Spot, u32, Option<usize>)> = spots
            .iter()
            .map(|spot| {
                let reached = best.partition_point(|path| path.place < spot.place()).checked_sub(1);
                let (sum, before) = reached.map_or((0, None), |at| (best[at].sum, Some(best[at].node)));
                (*spot, sum + score(spot, usual), before)
            })
            .collect();
        for (spot, sum, before) in found {
            nodes.push(PathNode { note, spot, before });
            insert(&mut best, BestPath { place: spot.place(), sum, node: nodes.len() - 1 });
        }
    }
    let mut chosen = vec![None; candidates.len()];
    let mut at = best.last().map(|path| path.node);
    while let Some(node) = at.map(|at| &nodes[at]) {
        chosen[node.note] = Some(node.spot);
        at = node.before;
    }
    chosen
}

/// Enters a path, unless one that ends no later has as great a sum; those that become worse are taken out.
fn insert(best: &mut Vec<BestPath>, path: BestPath) {
    let at = best.partition_point(|known| known.place <= path.place);
    if at > 0 && best[at - 1].sum >= path.sum {
        return;
    }
    let start = if at > 0 && best[at - 1].place == path.place { at - 1 } else { at };
    let worse = best[start..].iter().take_while(|known| known.sum <= path.sum).count();
    best.splice(start..start + worse, [path]);
}
