//! Links in the texts of the delegate: `[[g57d]]`, and citations as they are written in running text.

use crate::base::Span;
use crate::cite::Aliases;
use crate::cite::expand::Target;
use crate::cite::resolve::{Candidate, Index};
use crate::cite::scan::{self, Citation, Setting, Whose};
use crate::language::token::tokens;
use crate::model::{Address, Language, Place, Reference, Symbol};

/// A link in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Its place in the text, brackets included.
    pub span: Span,
    /// The passages it leads to; empty if nothing of that name is known.
    pub targets: Vec<Reference>,
    /// Whether all of them are meant. Otherwise one of them is, and the text does not say which.
    pub is_certain: bool,
}

/// The languages in which delegates write citations, whatever the language of the interface is.
const LANGUAGES: [Language; 2] = [Language::FR, Language::EN];

/// Whether a text may have a link; many notes have none, and that is known without reading them.
#[must_use]
pub fn may_have(text: &str) -> bool {
    text.contains("[[") || text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The links in a text, in order, never overlapping. `about` is the passage the text is about: what a link leaves open is
/// looked for there first, and a citation without a document is one of its document.
#[must_use]
pub fn mentions(text: &str, index: &Index, about: Option<&Reference>) -> Vec<Mention> {
    if !may_have(text) {
        return Vec::new();
    }
    let mut found: Vec<Mention> = bracketed(text).map(|span| named(text, span, index, about)).collect();
    let tokens = tokens(text);
    for language in LANGUAGES {
        let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: None };
        let cited = scan::read_tokens(text, &tokens, &setting)
            .into_iter()
            .filter_map(|citation| cited(&citation, index, about));
        // What both languages read is taken from the one that reads more of it.
        for mention in cited {
            let overlaps =
                |other: &Mention| other.span.start < mention.span.end && mention.span.start < other.span.end;
            if found.iter().filter(|other| overlaps(other)).all(|other| other.span.len() < mention.span.len())
            {
                found.retain(|other| !overlaps(other));
                found.push(mention);
            }
        }
    }
    found.sort_by_key(|mention| mention.span.start);
    found
}

/// The places of `[[…]]`, each within one line.
fn bracketed(text: &str) -> impl Iterator<Item = Span> {
    text.match_indices("[[").filter_map(|(start, _)| {
        let inside = &text[start + 2..];
        let end = inside.find("]]")?;
        let words = &inside[..end];
        let is_link = !words.trim().is_empty() && !words.contains(['\n', '[']);
        is_link.then(|| Span::new(start, start + end + 4))
    })
}

/// A link by name. It means the best candidate; if another one is as good, the link has several targets.
fn named(text: &str, span: Span, index: &Index, about: Option<&Reference>) -> Mention {
    let name = &text[span.start + 2..span.end - 2];
    let meaning = index.meaning(name, about);
    if let [first, _, ..] = meaning.named() {
        let is_certain = !meaning.readings[1..].iter().flatten().any(|other| other.why == first.why);
        let targets = meaning.named().iter().map(|candidate| candidate.passage.clone()).collect();
        return Mention { span, targets, is_certain };
    }
    let candidates = meaning.candidates();
    let best = candidates.first().map(|candidate| candidate.why);
    let equal = |candidate: &Candidate| Some(candidate.why) == best;
    let targets: Vec<Reference> =
        candidates.into_iter().filter(equal).map(|candidate| candidate.passage).collect();
    Mention { span, is_certain: targets.len() == 1, targets }
}

fn cited(citation: &Citation, index: &Index, about: Option<&Reference>) -> Option<Mention> {
    let symbol = match citation.whose {
        Whose::Document => citation.symbol.as_ref()?,
        Whose::Own => &about?.symbol,
        _ => return None,
    };
    let own = about.filter(|_| citation.whose == Whose::Own);
    let address = |address: &Address| Reference {
        symbol: symbol.clone(),
        address: own
            .and_then(|about| beside(address, index, about))
            .or_else(|| in_section(symbol, address, index))
            .unwrap_or_else(|| address.clone()),
    };
    let mut targets: Vec<Reference> = citation.addresses.iter().map(address).collect();
    if targets.is_empty() {
        targets.push(Reference { symbol: symbol.clone(), address: Address::body(Place::Title) });
    }
    Some(Mention { span: citation.span, targets, is_certain: true })
}

/// The section with a letter that is meant by an annex with one.
fn in_section(symbol: &Symbol, address: &Address, index: &Index) -> Option<Address> {
    let target = Target { symbol: Some(symbol.clone()), address: address.clone() };
    let section = target.in_lettered_section(|target| index.holds(symbol, &target.address))?;
    Some(section.address)
}

/// A passage cited without its part, in the part of the passage the text is about if it is there.
fn beside(address: &Address, index: &Index, about: &Reference) -> Option<Address> {
    let here = Address { part: about.address.part.clone(), place: address.place.clone() };
    let names_part = address.part != crate::model::Part::Body;
    (!names_part && index.holds(&about.symbol, &here)).then_some(here)
}
