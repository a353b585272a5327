//! Doubtful joins checked against the cited passages: a report that repeats a paragraph proves how it was cut.
//!
//! The importer has no library; callers that have one ask here, after the import or when findings are shown.

use crate::base::{Finding, FindingKind, Proof, Sameness};
use crate::cite::Aliases;
use crate::cite::graph::Graph;
use crate::cite::origin;
use crate::language::token::{Token, TokenKind, tokens};
use crate::model::{Address, Block, Document, Place, Reference, Shelf, Symbol};

/// Compares the joins in an imported document with the documents of a library, and stores the results in its findings.
pub fn confirm(document: &mut Document, shelf: &Shelf, aliases: &Aliases) {
    if !has_joins(document) {
        return;
    }
    let mut near = Shelf::new([document.clone()]);
    let alone = Graph::of(&near, aliases);
    let mut cited: Vec<&Symbol> = alone.links().iter().filter_map(|link| link.to.symbol.as_ref()).collect();
    cited.sort_unstable();
    cited.dedup();
    for symbol in cited.into_iter().filter(|symbol| **symbol != document.symbol) {
        if let Some(held) = shelf.get(symbol, document.language) {
            near.insert(Document::clone(held));
        }
    }
    document.findings = findings(document, &near, &Graph::of(&near, aliases));
}

/// Whether a document has lines joined over the end of a page, so that the documents it cites may prove something about it.
#[must_use]
pub fn has_joins(document: &Document) -> bool {
    document.findings.iter().any(is_join)
}

/// The findings of a document with what the documents of a library prove about its joins; the graph knows which passages cite which.
/// A join whose cited passage is not in the library, or does not repeat it, gets no proof.
#[must_use]
pub fn findings(document: &Document, shelf: &Shelf, graph: &Graph) -> Vec<Finding> {
    let asked = |finding: &Finding| {
        let proof = if is_join(finding) { proof(document, finding, shelf, graph) } else { None };
        Finding { proof, ..finding.clone() }
    };
    document.findings.iter().map(asked).collect()
}

/// Whether it is about two lines joined over the end of a page.
fn is_join(finding: &Finding) -> bool {
    finding.kind == FindingKind::JoinedPage && finding.repaired.is_some() && finding.address.is_some()
}

/// The surest answer of the passages cited.
fn proof(document: &Document, finding: &Finding, shelf: &Shelf, graph: &Graph) -> Option<Proof> {
    let address: Address = finding.address.as_deref()?.parse().ok()?;
    let block = document.block(&address)?;
    let seams = seams(&block.text, finding.repaired.as_deref()?);
    let mut answers: Vec<(Sameness, String)> = Vec::new();
    for cited in cited(document, &address, shelf, graph) {
        let proofs: Vec<_> =
            seams.iter().map(|seam| origin::across(&block.text, *seam, &cited.block.text)).collect();
        // Where the same words meet in several places, all of them must agree.
        let agreed =
            proofs.first().copied().flatten().filter(|first| proofs.iter().all(|one| *one == Some(*first)));
        // In a whole document some words of one side always occur somewhere.
        if let Some(words) = agreed.filter(|words| cited.named || *words == Sameness::Same) {
            let passage = Reference { symbol: cited.symbol.clone(), address: cited.block.address.clone() };
            answers.push((words, passage.to_string()));
        }
    }
    let surest = answers.into_iter().enumerate().min_by_key(|(at, (words, _))| (*words, *at));
    surest.map(|(_, (words, passage))| Proof { passage, words })
}

/// A passage cited where the join is.
struct CitedPassage<'a> {
    symbol: &'a Symbol,
    block: &'a Block,
    /// Whether the passage itself was named, or only its document.
    named: bool,
}

/// The passages of the library, in the language of the document, that a passage or what contains it cites; the nearest
/// citations first.
fn cited<'a>(
    document: &Document,
    address: &Address,
    shelf: &'a Shelf,
    graph: &'a Graph,
) -> Vec<CitedPassage<'a>> {
    let mut found = Vec::new();
    let mut around = Some(address.clone());
    while let Some(here) = around.filter(|here| Document::heading_level(here).is_none()) {
        for link in graph.own(document, &here) {
            let Some(symbol) = link.to.symbol.as_ref().filter(|symbol| **symbol != document.symbol) else {
                continue;
            };
            let held = shelf.get(symbol, document.language);
            let Some(held) = held.filter(|held| held.language == document.language) else { continue };
            let cited = |block, named| CitedPassage { symbol, block, named };
            if link.to.address.place == Place::Title {
                found.extend(held.blocks.iter().map(|block| cited(block, false)));
            } else {
                let to = Reference { symbol: symbol.clone(), address: link.to.address.clone() };
                let within =
                    graph.within(&to, document.language).iter().filter_map(|address| held.block(address));
                found.extend(within.map(|block| cited(block, true)));
            }
        }
        around = here.parent();
    }
    found
}

/// The bytes of a text at which the words on both sides of a join meet, given as `last first`.
fn seams(text: &str, join: &str) -> Vec<usize> {
    let Some((last, first)) = join.rsplit_once(char::is_whitespace) else { return Vec::new() };
    let (words, mut last, first) = (tokens(text), tokens(last), tokens(first));
    let mut found = meeting(&words, &last, &first);
    // The number of a footnote glued to the last word has been lifted out since.
    if found.is_empty() && last.len() > 1 && last.last().is_some_and(|token| token.kind == TokenKind::Number)
    {
        last.pop();
        found = meeting(&words, &last, &first);
    }
    found
}

fn meeting(words: &[Token], last: &[Token], first: &[Token]) -> Vec<usize> {
    let same = |one: &[Token], two: &[Token]| one.iter().zip(two).all(|(one, two)| one.folded == two.folded);
    let pattern = last.len() + first.len();
    let meets = |at: &usize| {
        let (before, after) = (&words[at - last.len()..*at], &words[*at..at + first.len()]);
        same(before, last) && same(after, first)
    };
    if first.is_empty() || words.len() < pattern {
        return Vec::new();
    }
    (last.len()..=words.len() - first.len()).filter(meets).map(|at| words[at].span.start).collect()
}
