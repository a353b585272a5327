//! The changes themselves: a passage split in two, joined with the one before it, or given another kind or number.

use crate::base::Span;
use crate::cite;
use crate::import::correction::Misfit;
use crate::import::correction::place::{self, MarkComponent};
use crate::import::shape::assemble::again;
use crate::import::shape::block::below;
use crate::import::shape::enumerator;
use crate::language::{Enumerators, Languages};
use crate::model::{Address, Block, BlockKind, Document, Inline, InlineKind, Place};

/// Ends a passage before some words of its text; what follows becomes a passage of its own.
pub(super) fn split(document: &mut Document, at: usize, before: &str) -> Result<(), Misfit> {
    let block = &document.blocks[at];
    let mut found = block.text.match_indices(before.trim()).map(|(found, _)| found);
    let cut = found.next().filter(|cut| *cut > 0 && found.next().is_none() && !before.trim().is_empty());
    let cut = cut.ok_or(Misfit::WordsGone)?;
    if block.kind == BlockKind::Footnote {
        return Err(Misfit::KindImpossible);
    }
    let second = second_passage(document, at, cut);
    let first = &mut document.blocks[at];
    first.inlines = clipped(&first.inlines, Span::new(0, cut), 0);
    first.text.truncate(cut);
    first.text.truncate(first.text.trim_end().len());
    let end = first.text.len();
    first.inlines.iter_mut().for_each(|inline| {
        inline.span.start = inline.span.start.min(end);
        inline.span.end = inline.span.end.min(end);
    });
    document.blocks.insert(at + 1, second);
    Ok(())
}

/// The passage that begins at a byte of another one's text.
fn second_passage(document: &Document, at: usize, cut: usize) -> Block {
    let block = &document.blocks[at];
    let rest = &block.text[cut..];
    let mark = enumerator::lead(rest, &marks_of(document));
    let numbered = mark.as_ref().and_then(|mark| {
        let MarkComponent { component, is_below } = place::of_mark(&mark.kind)?;
        let address = if is_below {
            place::sub_passage(document, at, &component)?
        } else {
            beside(&block.address, &component)?
        };
        let kind = if is_below { BlockKind::Subparagraph } else { top_kind(&address)? };
        document.position(&address).is_none().then_some((address, kind, mark.rest))
    });
    let (address, kind, skipped) =
        numbered.unwrap_or_else(|| (place::text(document, &block.address.part), BlockKind::Text, 0));
    let start = cut + skipped;
    let mut second = Block::new(address, kind, block.text[start..].trim());
    second.number = printed(document, &second.address, kind);
    second.inlines = clipped(&block.inlines, Span::new(cut, block.text.len()), start);
    second.page = block.page;
    second
}

/// The address of the numbered passage beside one: `17` after `16/a`.
fn beside(address: &Address, component: &str) -> Option<Address> {
    let one = vec![component.to_owned()];
    let place = match &address.place {
        Place::Paragraph(_) | Place::Text(_) => Place::Paragraph(one),
        Place::Operative(_) => Place::Operative(one),
        Place::Preambular(_) => Place::Operative(one),
        Place::Step(section, _) => Place::Step(section.clone(), one),
        _ => return None,
    };
    Some(Address { part: address.part.clone(), place })
}

/// The kind of a numbered passage that is not a sub-passage.
fn top_kind(address: &Address) -> Option<BlockKind> {
    match address.place {
        Place::Paragraph(_) => Some(BlockKind::Paragraph),
        Place::Operative(_) => Some(BlockKind::Operative),
        Place::Step(..) => Some(BlockKind::NextStep),
        _ => None,
    }
}

/// The number printed with a passage of a kind.
fn printed(document: &Document, address: &Address, kind: BlockKind) -> Option<String> {
    match (&address.place, kind) {
        (_, BlockKind::Text | BlockKind::Bullet | BlockKind::Preambular) => None,
        (Place::Heading(path), _) => path.last().filter(|last| !last.starts_with('~')).cloned(),
        _ => Some(cite::number(address, document.language)).filter(|number| !number.is_empty()),
    }
}

/// Appends a passage to the one before it; its number, if it has one, becomes words again.
pub(super) fn join(document: &mut Document, at: usize) -> Result<(), Misfit> {
    let before = at.checked_sub(1).ok_or(Misfit::NothingBefore)?;
    let (first, second) = (&document.blocks[before], &document.blocks[at]);
    if first.address.part != second.address.part || first.kind == BlockKind::Footnote {
        return Err(Misfit::NothingBefore);
    }
    if second.kind == BlockKind::Footnote {
        return Err(Misfit::KindImpossible);
    }
    let host = first.address.clone();
    let second = document.blocks.remove(at);
    let first = &mut document.blocks[before];
    let label = label(&second);
    if !first.text.is_empty() {
        first.text.push(' ');
    }
    first.text.push_str(&label);
    let shift = first.text.len();
    first.text.push_str(&second.text);
    first.inlines.extend(second.inlines.into_iter().map(|inline| moved(inline, shift)));
    first.page = first.page.or(second.page);
    readdress(document, &second.address, &host, at);
    Ok(())
}

/// The number of a passage as words, with the space after it.
fn label(block: &Block) -> String {
    let Some(number) = block.short_number() else { return String::new() };
    let ends = number.ends_with([')', '.']) || block.kind == BlockKind::Heading;
    if ends { format!("{number} ") } else { format!("{number}. ") }
}

/// Gives a passage another kind or number.
pub(super) fn recast(
    document: &mut Document,
    at: usize,
    kind: BlockKind,
    number: Option<&str>,
) -> Result<(), Misfit> {
    let block = &document.blocks[at];
    if block.kind == BlockKind::Footnote || block.address.place == Place::Title {
        return Err(Misfit::KindImpossible);
    }
    let is_same_text = kind == BlockKind::Text && block.kind == BlockKind::Text;
    let address = place::of_kind(document, at, kind, number)?;
    if is_same_text || (address == block.address && kind == block.kind) {
        return Err(Misfit::NothingChanged);
    }
    if address != block.address && document.position(&address).is_some() {
        return Err(Misfit::NumberTaken);
    }
    let number = printed(document, &address, kind);
    let marks = marks_of(document);
    let block = &mut document.blocks[at];
    if number.is_none() {
        prefix(block);
    } else if block.number.is_none() {
        take_off_mark(block, &address, &marks);
    }
    let old = std::mem::replace(&mut block.address, address.clone());
    block.kind = kind;
    block.number = number;
    let keeps_below = !matches!(address.place, Place::Heading(_) | Place::Text(_));
    if keeps_below {
        readdress(document, &old, &address, at + 1);
    }
    let (old, new) = (old.to_string(), address.to_string());
    let about = document.findings.iter_mut().filter(|finding| finding.address.as_deref() == Some(&*old));
    // Doubts about the passage are settled by the caller, by its address before.
    about.filter(|finding| finding.kind.severity() != crate::base::Severity::Doubt).for_each(|finding| {
        finding.address = Some(new.clone());
    });
    Ok(())
}

/// Makes the number of a passage the first of its words, so that none is lost.
fn prefix(block: &mut Block) {
    let label = label(block);
    block.inlines =
        std::mem::take(&mut block.inlines).into_iter().map(|inline| moved(inline, label.len())).collect();
    block.text.insert_str(0, &label);
}

/// The letters and numbers that the language of a document counts with.
fn marks_of(document: &Document) -> Enumerators {
    Languages::bundled()
        .get(document.language)
        .map(|table| table.import.enumerators.clone())
        .unwrap_or_default()
}

/// Takes the mark off the words of a passage that becomes its number.
fn take_off_mark(block: &mut Block, address: &Address, marks: &Enumerators) {
    let Some(mark) = enumerator::lead(&block.text, marks) else { return };
    let is_number = place::of_mark(&mark.kind).is_some_and(|mark| Some(&*mark.component) == address.last());
    if is_number {
        block.inlines = clipped(&block.inlines, Span::new(0, block.text.len()), mark.rest);
        block.text.drain(..mark.rest);
    }
}

/// Moves the passages below an address, from an index of the blocks, below another one.
fn readdress(document: &mut Document, old: &Address, new: &Address, from: usize) {
    let depth = components(old);
    let mut taken: Vec<Address> = document.blocks.iter().map(|block| block.address.clone()).collect();
    for at in from..document.blocks.len() {
        let address = &document.blocks[at].address;
        if address == old || !old.covers(address) {
            if address.part != old.part {
                break;
            }
            continue;
        }
        let path = path(address).skip(depth).map(str::to_owned).collect::<Vec<_>>();
        let plain = path.iter().fold(new.clone(), |host, component| below(&host, component));
        let numbered = (2..).map(|times| again(&plain, times));
        let free = std::iter::once(plain.clone()).chain(numbered).find(|address| !taken.contains(address));
        let Some(free) = free else { continue };
        let language = document.language;
        let block = &mut document.blocks[at];
        if block.number.is_some() {
            block.number = Some(cite::number(&free, language));
        }
        let (before, after) = (block.address.to_string(), free.to_string());
        block.address = free.clone();
        taken.push(free);
        for finding in document.findings.iter_mut().filter(|one| one.address.as_deref() == Some(&*before)) {
            finding.address = Some(after.clone());
        }
    }
}

/// The numbers of an address, the section of a step left out.
fn path(address: &Address) -> impl Iterator<Item = &str> {
    let path: &[String] = match &address.place {
        Place::Paragraph(path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Item(path)
        | Place::Text(path)
        | Place::Step(_, path) => path,
        _ => &[],
    };
    path.iter().map(String::as_str)
}

fn components(address: &Address) -> usize {
    path(address).count()
}

/// The footnote calls and the emphasis in a stretch of a text, counted from `origin`, where the words begin that are kept.
fn clipped(inlines: &[Inline], stretch: Span, origin: usize) -> Vec<Inline> {
    let inside = |inline: &&Inline| match inline.kind {
        // A call right at the end of a stretch belongs to the words before it.
        InlineKind::Call(_) => {
            let at = inline.span.start;
            (at > stretch.start || stretch.start == 0) && at <= stretch.end
        }
        InlineKind::Strong | InlineKind::Emphasis => {
            inline.span.start < stretch.end && inline.span.end > origin.max(stretch.start)
        }
    };
    let place = |byte: usize| byte.min(stretch.end).saturating_sub(origin);
    let clip = |inline: &Inline| Inline {
        span: Span::new(place(inline.span.start), place(inline.span.end)),
        kind: inline.kind.clone(),
    };
    inlines.iter().filter(inside).map(clip).collect()
}

fn moved(inline: Inline, shift: usize) -> Inline {
    let Inline { span, kind } = inline;
    Inline { span: Span::new(span.start + shift, span.end + shift), kind }
}
