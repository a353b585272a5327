//! Sub-paragraphs typed without their paragraph, or before it.

use super::pieces::TypedPiece;
use super::reader::MOST_PIECES;
use super::typed::{Tag, TypedVocabulary};
use crate::base::numbering::from_roman;
use crate::model::PassageKind;

/// A sub-paragraph typed alone, `b)`, `c) ii)`, « alinéa b) »: it belongs to the paragraph being read. Returns its path and
/// whether a bracket or a word says that it is one.
pub(super) fn sub_alone(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Option<(Vec<String>, bool)> {
    const DEEPEST: usize = 4;
    let mut path: Vec<String> = Vec::new();
    let (mut said, mut at) = (false, 0);
    while let Some(piece) = pieces.get(at) {
        let word = match piece {
            TypedPiece::Open | TypedPiece::Mark(_) => {
                (said, at) = (true, at + 1);
                continue;
            }
            TypedPiece::Word(word) => word,
            TypedPiece::Number(_) | TypedPiece::Path(_) => return None,
        };
        let known = vocabulary.at(pieces, at).into_iter().filter(|_| path.is_empty());
        let mut known =
            known.filter(|(tag, _)| matches!(tag, Tag::Passage(PassageKind::Paragraph) | Tag::Filler));
        if word.is_ascii() && (word.len() == 1 || from_roman(word).is_some()) {
            path.push(word.clone());
            at += 1;
        } else if let Some((tag, end)) = known.next() {
            (said, at) = (said || tag == Tag::Passage(PassageKind::Paragraph), end);
        } else {
            return None;
        }
    }
    (1..=DEEPEST).contains(&path.len()).then_some((path, said))
}

/// "alinéa d) du paragraphe 57": the sub-paragraph put after the number of its paragraph.
pub(super) fn turned(vocabulary: &TypedVocabulary, pieces: &[TypedPiece]) -> Option<Vec<TypedPiece>> {
    let passed = |at: usize, wanted: fn(&Tag) -> bool| {
        vocabulary.at(pieces, at).into_iter().find(|(tag, _)| wanted(tag)).map(|(_, end)| end)
    };
    let paragraph = |tag: &Tag| matches!(tag, Tag::Passage(PassageKind::Paragraph));
    let (start, subs) =
        (0..pieces.len().min(MOST_PIECES)).find_map(|at| Some((at, passed(at, paragraph)?)))?;
    let letter = |piece: &TypedPiece| match piece {
        TypedPiece::Open | TypedPiece::Mark(_) => true,
        TypedPiece::Word(word) => word.is_ascii() && (word.len() == 1 || from_roman(word).is_some()),
        _ => false,
    };
    let mut at = subs + pieces[subs..].iter().take_while(|piece| letter(piece)).count();
    let end = at;
    while let Some(next) = passed(at, |tag| matches!(tag, Tag::Filler)) {
        at = next;
    }
    // « sous-alinéa ii) du 14 c) »
    let number = passed(at, paragraph).or((at > end).then_some(at))?;
    let numbered = matches!(pieces.get(number), Some(TypedPiece::Number(_)));
    let worded = pieces[subs..end].iter().any(|piece| matches!(piece, TypedPiece::Word(_)));
    (numbered && worded).then(|| {
        let own = pieces[number + 1..].iter().take_while(|piece| letter(piece)).count();
        let (before, after) = (&pieces[..start], &pieces[number + 1 + own..]);
        [before, &pieces[at..=number + own], &pieces[subs..end], after].concat()
    })
}
