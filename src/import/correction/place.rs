//! The address of a corrected passage.

use crate::base::numbering;
use crate::import::correction::Misfit;
use crate::import::shape::block::below;
use crate::import::shape::enumerator::LeadKind;
use crate::model::{Address, BlockKind, Document, Part, Place};

/// The component of an address for a number as typed: `17.` is `17`, `17 bis` is `17bis`, `(c)` is `c`.
pub(super) fn component(number: &str) -> String {
    let bare = number.trim().trim_matches(|c: char| "().:-–—".contains(c) || c.is_whitespace());
    let (stem, adverb) = numbering::split_adverb(bare);
    let adverb = if adverb == 0 { "" } else { numbering::ADVERBS[adverb - 1] };
    format!("{stem}{adverb}").replace(char::is_whitespace, "")
}

/// The component of an address for a mark at the start of a text, and whether it is that of a sub-passage.
pub(super) fn of_mark(mark: &LeadKind) -> Option<MarkComponent> {
    let (component, is_below) = match mark {
        LeadKind::Number(number, adverb) => (format!("{number}{}", adverb.unwrap_or_default()), false),
        LeadKind::Labelled(_, number, adverb) => (format!("{number}{}", adverb.unwrap_or_default()), false),
        LeadKind::Bracket(mark) => (mark.clone(), true),
        LeadKind::Dotted(..) | LeadKind::Capital(_) | LeadKind::Bullet => return None,
    };
    Some(MarkComponent { component, is_below })
}

/// What a mark says of the address of its passage.
pub(super) struct MarkComponent {
    pub component: String,
    /// Whether it is the mark of a sub-passage.
    pub is_below: bool,
}

/// The address of a sub-passage with this component that follows the passage at an index.
pub(super) fn sub_passage(document: &Document, after: usize, component: &str) -> Option<Address> {
    let block = &document.blocks[after];
    if matches!(block.kind, BlockKind::Subparagraph | BlockKind::Bullet) {
        // `i` after `h` is a letter, otherwise the first roman numeral below the passage.
        let is_deeper = component == "i" && block.address.last() != Some("h");
        let host = if is_deeper { block.address.clone() } else { block.address.parent()? };
        return Some(below(&host, component));
    }
    let can_have = matches!(
        block.kind,
        BlockKind::Paragraph
            | BlockKind::Operative
            | BlockKind::Preambular
            | BlockKind::NextStep
            | BlockKind::Text
    );
    can_have.then(|| below(&block.address, component))
}

/// The address of a passage without number: one more than the texts of its part.
pub(super) fn text(document: &Document, part: &Part) -> Address {
    let count = |block: &crate::model::Block| match &block.address.place {
        Place::Text(path) if block.address.part == *part => {
            path.first()?.split('~').next()?.parse::<u32>().ok()
        }
        _ => None,
    };
    let last = document.blocks.iter().filter_map(count).max().unwrap_or(0);
    Address { part: part.clone(), place: Place::Text(vec![(last + 1).to_string()]) }
}

/// The address of the passage at an index if it has this kind and number.
pub(super) fn of_kind(
    document: &Document,
    at: usize,
    kind: BlockKind,
    number: Option<&str>,
) -> Result<Address, Misfit> {
    let block = &document.blocks[at];
    let part = block.address.part.clone();
    let known = || block.number.is_some().then(|| block.address.last()).flatten();
    let typed = number.map(component).filter(|typed| !typed.is_empty());
    let component = typed.or_else(|| known().map(str::to_owned));
    let needed = || component.clone().ok_or(Misfit::NumberMissing);
    let place = match kind {
        BlockKind::Text => return Ok(text(document, &part)),
        BlockKind::Heading => return Ok(heading(document, at, component)),
        BlockKind::Subparagraph => {
            let component = needed()?;
            let own = block.address.parent().filter(|_| block.kind == BlockKind::Subparagraph);
            let address = match own {
                Some(host) => Some(below(&host, &component)),
                None => sub_passage(document, at.checked_sub(1).ok_or(Misfit::NothingBefore)?, &component),
            };
            return address.filter(|address| address.part == part).ok_or(Misfit::KindImpossible);
        }
        BlockKind::Bullet => return bullet(document, at),
        BlockKind::Paragraph => Place::Paragraph(vec![needed()?]),
        BlockKind::Operative => Place::Operative(vec![needed()?]),
        BlockKind::Preambular => Place::Preambular(vec![component.unwrap_or_else(|| preamble(document, at))]),
        BlockKind::NextStep => {
            let section = |block: &crate::model::Block| match &block.address.place {
                Place::Steps(section) | Place::Step(section, _) | Place::Heading(section) => {
                    Some(section.clone())
                }
                _ => None,
            };
            let mut before =
                document.blocks[..at].iter().rev().take_while(|block| block.address.part == part);
            let section = before.find_map(section).ok_or(Misfit::KindImpossible)?;
            Place::Step(section, vec![needed()?])
        }
        BlockKind::Norm => Place::Norm(needed()?),
        BlockKind::AgendaItem | BlockKind::Footnote => return Err(Misfit::KindImpossible),
    };
    Ok(Address { part, place })
}

/// The place of a preambular paragraph: one more than those before it.
fn preamble(document: &Document, at: usize) -> String {
    let part = &document.blocks[at].address.part;
    let before = document.blocks[..at].iter();
    let count =
        before.filter(|block| block.kind == BlockKind::Preambular && block.address.part == *part).count();
    (count + 1).to_string()
}

/// A heading beside the one before it, with a number or as the next one without.
fn heading(document: &Document, at: usize, component: Option<String>) -> Address {
    let part = document.blocks[at].address.part.clone();
    let before = document.section_of(at.saturating_sub(1)).map(|at| &document.blocks[at].address.place);
    let mut path = match before {
        Some(Place::Heading(path)) => path[..path.len().saturating_sub(1)].to_vec(),
        _ => Vec::new(),
    };
    let free = |name: &String| {
        let mut path = path.clone();
        path.push(name.clone());
        document.position(&Address { part: part.clone(), place: Place::Heading(path) }).is_none()
    };
    let name = component.or_else(|| (1..).map(|count| format!("~{count}")).find(free));
    path.extend(name);
    Address { part, place: Place::Heading(path) }
}

/// A bullet below the passage before it, or after the bullet before it.
fn bullet(document: &Document, at: usize) -> Result<Address, Misfit> {
    let before = at.checked_sub(1).ok_or(Misfit::NothingBefore)?;
    let block = &document.blocks[before];
    let host = match block.kind {
        BlockKind::Bullet => block.address.parent().ok_or(Misfit::KindImpossible)?,
        BlockKind::Heading | BlockKind::Footnote => return Err(Misfit::KindImpossible),
        _ => block.address.clone(),
    };
    let named = |count: u32| below(&host, &format!("bullet-{count}"));
    let free = |address: &Address| document.position(address).is_none();
    (1..).map(named).find(free).ok_or(Misfit::KindImpossible)
}
