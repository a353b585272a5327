//! Several passages in one reference: `annex 16-18`, `57 (d), (e)`, "E.2 to E.4", "71 and following", `g57d, an16a`.
//!
//! ```text
//!  par.  57 d)  ,  e)  et  71 f)  du GGE
//!  └frame┘└number┘└number┘ └number┘└frame┘
//! ```
//! Each number is read alone between the words before the first and those after the last one. All passages must be in the same
//! document and part and of the same kind; otherwise each piece is read by itself.

mod cut;
mod number;

use cut::{ListJoint, ListNumber, ListPiece, cut, number_at};
use number::{completions, counted, is_level};

use super::pieces::TypedPiece;
use super::typed::{Tag, TypedVocabulary};
use super::{Candidate, Index, Meaning, Why};
use crate::model::{Address, PassageKind, Place, Reference};

/// The most pieces of a list, the most ways of taking numbers from it, and the most passages it may name.
const MOST_MEMBERS: usize = 40;
const MOST_PARTS: usize = 24;
const MOST_PASSAGES: usize = 400;
/// The most passages that the first number may mean for which the others are looked for.
const MOST_FIRST: usize = 8;

/// The passages that a list names; `None` if the pieces are no list or one of its passages is not found.
pub(super) fn read(index: &Index, pieces: &[TypedPiece], from: Option<&Reference>) -> Option<Meaning> {
    let vocabulary = TypedVocabulary::bundled();
    let cuts = cut(vocabulary, pieces);
    let is_list = cuts.len() > 1 || cuts.iter().any(|piece| piece.following.is_some());
    if !is_list || cuts.len() > MOST_MEMBERS {
        return None;
    }
    let list = ListReader { index, vocabulary, pieces, from };
    // Pieces at both ends may belong to the words around the numbers: "annexe I, par. 3 à 5", "steps 2-4, section E".
    let parts =
        || (0..cuts.len()).flat_map(|start| (start + 1..=cuts.len()).rev().map(move |end| start..end));
    let framed = |fit: Fit| parts().take(MOST_PARTS).find_map(|part| list.framed(&cuts[part], fit));
    framed(Fit::Whole).or_else(|| list.each_alone(&cuts)).or_else(|| framed(Fit::Part))
}

/// Whether a word or a dash says that several passages are meant; a comma does not.
pub(super) fn is_worded(pieces: &[TypedPiece]) -> bool {
    let cuts = cut(TypedVocabulary::bundled(), pieces);
    cuts.iter().any(|piece| piece.joint != ListJoint::Comma || piece.following.is_some())
}

/// How much of a list must be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// All passages.
    Whole,
    /// At least the first one.
    Part,
}

/// A number of a list with what it is read with.
struct ListMember {
    joint: ListJoint,
    following: bool,
    number: ListNumber,
    /// Words before it that the frame does not have.
    own: Vec<TypedPiece>,
}

/// A number of a list with the passages that it may mean.
struct ListStep<'a> {
    member: &'a ListMember,
    choices: Vec<Candidate>,
}

struct ListReader<'a> {
    index: &'a Index,
    vocabulary: &'a TypedVocabulary,
    pieces: &'a [TypedPiece],
    from: Option<&'a Reference>,
}

impl ListReader<'_> {
    /// The list as numbers with the same words before and after them. Pieces left out at both ends belong to these words.
    fn framed(&self, list: &[ListPiece], fit: Fit) -> Option<Meaning> {
        let (last, first) = (list.len() - 1, list.first()?);
        let (start, first_number, end) = self.number_in(first, last == 0)?;
        let next_is_digits = || {
            let found = self.number_in(list.get(1)?, last == 1)?;
            Some(found.1.number.is_some())
        };
        // "annexe I, par. 3 à 5": the letter of the annex is no number of the list.
        if first_number.number.is_none() && next_is_digits() == Some(true) {
            return None;
        }
        // "paragraphe 57, alinéas c et d": nor is the number of the paragraph.
        let is_bare = first_number.number.is_some() && first_number.subs.is_empty();
        if is_bare && next_is_digits() == Some(false) {
            return None;
        }
        let frame = &self.pieces[..start];
        let mut members = vec![ListMember {
            joint: ListJoint::Comma,
            following: first.following.is_some(),
            number: first_number,
            own: Vec::new(),
        }];
        let mut after = first.following.unwrap_or(end);
        for (at, piece) in list.iter().enumerate().skip(1) {
            let (start, number, end) = self.number_in(piece, at == last)?;
            let own = self.own(frame, &self.pieces[piece.range.start..start]);
            members.push(ListMember {
                joint: piece.joint,
                following: piece.following.is_some(),
                number,
                own,
            });
            after = piece.following.unwrap_or(end);
        }
        if members.len() < 2 && !members[0].following {
            return None;
        }
        let steps = self.steps(frame, &members, &self.pieces[after..]);
        match fit {
            Fit::Whole => whole(self.index, &steps),
            Fit::Part => part(self.index, steps),
        }
    }

    /// The number in a piece: where it begins, what it is, and the place after it, which is the end of the piece unless it is the
    /// last piece.
    fn number_in(&self, piece: &ListPiece, is_last: bool) -> Option<(usize, ListNumber, usize)> {
        let mut at = piece.range.start;
        while at < piece.range.end {
            if let Some((number, end)) = number_at(self.vocabulary, self.pieces, at, piece.range.end)
                && (is_last && piece.following.is_none() || end == piece.range.end)
            {
                return Some((at, number, end));
            }
            // "gge 2021" is a document, and its year no number.
            let known = self.vocabulary.at(self.pieces, at).into_iter();
            let named = known.filter(|(tag, _)| matches!(tag, Tag::Document(_) | Tag::Passage(_)));
            at = named.map(|(_, end)| end).max().unwrap_or(at + 1);
        }
        None
    }

    /// The words before a number that the frame does not have; "par." again says nothing.
    fn own(&self, frame: &[TypedPiece], before: &[TypedPiece]) -> Vec<TypedPiece> {
        let said = self.meanings(frame);
        let own = self.meanings(before);
        if own.iter().all(|tag| said.contains(tag)) { Vec::new() } else { before.to_vec() }
    }

    fn meanings(&self, pieces: &[TypedPiece]) -> Vec<Option<Tag>> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < pieces.len() {
            let known = self.vocabulary.at(pieces, at);
            let is_word =
                matches!(pieces[at], TypedPiece::Word(_) | TypedPiece::Number(_) | TypedPiece::Path(_));
            match known.iter().find(|(tag, _)| !matches!(tag, Tag::Filler | Tag::And | Tag::To)) {
                Some((tag, end)) => {
                    found.push(Some(*tag));
                    at = *end;
                }
                None => {
                    if is_word && known.is_empty() {
                        found.push(None);
                    }
                    at = known.first().map_or(at + 1, |(_, end)| *end);
                }
            }
        }
        found
    }

    /// The passages that each member may mean, read between the words before and after the list.
    fn steps<'m>(
        &self,
        frame: &[TypedPiece],
        members: &'m [ListMember],
        post: &[TypedPiece],
    ) -> Vec<ListStep<'m>> {
        // « les 7e et 8e alinéas », but "57 to 58 d" names a sub-paragraph.
        let noun = |tag: &Option<Tag>| matches!(tag, Some(Tag::Passage(_)));
        let resolved = |tag: &Option<Tag>| {
            matches!(tag, Some(Tag::Passage(PassageKind::Operative | PassageKind::Preambular)))
        };
        let is_counted = self.meanings(post).iter().any(noun) || self.meanings(frame).iter().any(resolved);
        let mut lead: &[TypedPiece] = &[];
        let mut path = ListNumber::default();
        let mut steps: Vec<ListStep> = Vec::new();
        for member in members {
            if !member.number.lead.is_empty() {
                lead = &member.number.lead;
            }
            let (mut found, mut read) = (Vec::new(), None);
            let is_whole = |way: &ListNumber| is_counted || way.subs.len() >= member.number.subs.len();
            for way in completions(&path, &member.number).into_iter().filter(is_whole) {
                let typed = [frame, &member.own, lead, &way.typed(), post].concat();
                let more = self.index.one(&typed, self.from);
                if more.is_empty() || read.is_some() && member.number.number.is_some() {
                    continue;
                }
                read = read.or(Some(way));
                found.extend(more);
            }
            path = read.unwrap_or(path);
            steps.push(ListStep { member, choices: found });
        }
        steps
    }

    /// The list as references that are each read alone, from the one before: `g57d, an16a`.
    fn each_alone(&self, cuts: &[ListPiece]) -> Option<Meaning> {
        let groups = self.groups(cuts);
        if groups.len() < 2 {
            return None;
        }
        let mut series: Vec<Candidate> = Vec::new();
        for group in groups {
            let from = series.last().map(|before| &before.passage).or(self.from);
            let found = self.index.read(&self.pieces[group.clone()], from);
            let first = found.named().first()?;
            if found.is_ambiguous() && !near(first.why) {
                return None;
            }
            let elsewhere = series.last().is_some_and(|before| before.passage.symbol != first.passage.symbol);
            let named = matches!(first.why, Why::Named | Why::Nickname | Why::NotHeld);
            // "second progress report, annex A": an annex of the document that is not in the library.
            let of_unheld = elsewhere && !named && series.last().is_some_and(|before| !before.held);
            if of_unheld || elsewhere && !named && !self.says_more(group) {
                return None;
            }
            series.extend_from_slice(found.named());
        }
        (series.len() <= MOST_PASSAGES).then(|| Meaning { readings: vec![series] })
    }

    /// Whether a piece of a list says more than the number of a paragraph: "annexe 16", "E.2".
    fn says_more(&self, group: std::ops::Range<usize>) -> bool {
        let words = self.meanings(&self.pieces[group.clone()]);
        let paragraph = Some(Tag::Passage(PassageKind::Paragraph));
        let piece = ListPiece { joint: ListJoint::Comma, range: group, following: None };
        words.iter().any(|tag| tag.is_some() && *tag != paragraph)
            || self.number_in(&piece, true).is_some_and(|(_, number, _)| !number.lead.is_empty())
    }

    /// The pieces that are read alone: each has a number; what has none belongs to the one after it.
    fn groups(&self, cuts: &[ListPiece]) -> Vec<std::ops::Range<usize>> {
        let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
        let mut has_number = true;
        for piece in cuts {
            let numbered = self.number_in(piece, true).is_some();
            let words = &self.pieces[piece.range.clone()];
            let named = words.iter().any(|piece| matches!(piece, TypedPiece::Path(_)))
                || self.meanings(words).iter().any(|tag| matches!(tag, Some(Tag::Document(_))));
            let is_new = has_number && (numbered || named) && piece.joint != ListJoint::To;
            match groups.last_mut() {
                Some(last) if !is_new => last.end = piece.range.end,
                _ => {
                    groups.push(piece.range.clone());
                    has_number = false;
                }
            }
            has_number |= numbered;
            if piece.following.is_some() {
                groups.clear();
                return groups;
            }
        }
        groups
    }
}

/// All passages of a list: one series for each passage that the first number may mean.
fn whole(index: &Index, steps: &[ListStep]) -> Option<Meaning> {
    let firsts = steps.first()?.choices.iter().take(MOST_FIRST);
    let readings: Vec<_> = firsts.filter_map(|first| series(index, first, steps)).collect();
    (!readings.is_empty()).then_some(Meaning { readings })
}

/// Of several passages of a document named or being read, those that it has: A/76/135 has no paragraph 57 e).
fn part(index: &Index, mut steps: Vec<ListStep>) -> Option<Meaning> {
    let [first] = &steps.first()?.choices[..] else { return None };
    let is_near = near(first.why) && steps.iter().all(|step| step.member.joint != ListJoint::To);
    let first = is_near.then(|| first.clone())?;
    steps.retain(|step| step.choices.iter().any(|one| *one == first || is_alike(one, &first)));
    Some(Meaning { readings: vec![series(index, &first, &steps)?] })
}

/// The passages of a list whose first one is given; `None` if one of the others is not found.
fn series(index: &Index, first: &Candidate, steps: &[ListStep]) -> Option<Vec<Candidate>> {
    let mut series: Vec<Candidate> = Vec::new();
    for step in steps {
        let next = match series.last() {
            None => first.clone(),
            Some(before) => {
                let next = step.choices.iter().find(|one| is_alike(one, before))?.clone();
                if step.member.joint == ListJoint::To {
                    let between = between(index, before, &next)?;
                    series.extend(between);
                }
                next
            }
        };
        let following = if step.member.following { following(index, &next) } else { Vec::new() };
        series.push(next);
        series.extend(following);
        if series.len() > MOST_PASSAGES {
            return None;
        }
    }
    Some(series)
}

/// The passages between two others: those of the same level in a document of the library, else by their numbers.
fn between(index: &Index, first: &Candidate, last: &Candidate) -> Option<Vec<Candidate>> {
    let (from, to) = (&first.passage.address, &last.passage.address);
    let addresses = match index.text(&first.passage.symbol).filter(|_| first.held) {
        None => counted(from, to)?,
        Some(document) => {
            let (from_at, to_at) = (document.position(from)?, document.position(to)?);
            let between = (from_at < to_at).then(|| &document.blocks[from_at + 1..to_at])?;
            let addresses = between.iter().map(|block| &block.address);
            addresses.filter(|address| is_level(address, from)).cloned().collect()
        }
    };
    Some(addresses.into_iter().map(|address| first.at(address)).collect())
}

/// The passages of the same level after one, up to the next heading.
fn following(index: &Index, first: &Candidate) -> Vec<Candidate> {
    let from = &first.passage.address;
    let Some(document) = index.text(&first.passage.symbol) else { return Vec::new() };
    let Some(at) = document.position(from) else { return Vec::new() };
    let is_heading = |address: &Address| matches!(address.place, Place::Heading(_) | Place::Steps(_));
    let rest = document.blocks[at + 1..].iter().map(|block| &block.address);
    let rest = rest.take_while(|address| is_heading(from) || !is_heading(address));
    rest.filter(|address| is_level(address, from)).map(|address| first.at(address.clone())).collect()
}

/// Whether a passage is a candidate because its document was named or is being read.
fn near(why: Why) -> bool {
    matches!(why, Why::Named | Why::Nickname | Why::SamePart | Why::SameDocument)
}

impl Candidate {
    /// Another passage of the same document, for the same reason.
    fn at(&self, address: Address) -> Self {
        Self { passage: Reference { symbol: self.passage.symbol.clone(), address }, ..self.clone() }
    }
}

/// Whether two passages may be in the same list: of the same document and part, and of the same kind.
fn is_alike(one: &Candidate, other: &Candidate) -> bool {
    let (first, second) = (&one.passage, &other.passage);
    let kind = std::mem::discriminant(&first.address.place) == std::mem::discriminant(&second.address.place);
    first.symbol == second.symbol
        && first.address.part == second.address.part
        && kind
        && one.held == other.held
        && first != second
}
