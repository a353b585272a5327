//! Which passage is the title of a document that has no number in it.

use super::{TITLE, council_resolution, plain};
use crate::import::Facts;
use crate::import::shape::block::Raw;
use crate::import::shape::join::{End, end};
use crate::import::shape::recognise as is;
use crate::language::ImportWords;
use crate::model::{Address, BlockKind, Part, Place, Symbol};

/// The words of the first sentence are longer than this, in bytes.
const SENTENCE: usize = 60;
/// The name of a session has at most so many words.
const SESSION: usize = 5;
/// The title of a text without numbers and headings is one of so many first passages.
const FIRST: usize = 6;

/// Makes the passage that is the document's title its title.
pub fn find_title(blocks: &mut [Raw], facts: &Facts<'_>, vocabulary: &ImportWords) {
    if blocks.iter().any(|block| block.address.place == Place::Title) {
        return;
    }
    let own = own_opener(blocks, vocabulary);
    let vocabulary = own.as_ref().unwrap_or(vocabulary);
    let front = blocks.iter().take_while(|block| block.address.part == Part::Front).count();
    let found = match front {
        0 => named_heading(blocks, vocabulary).or_else(|| of_body(blocks, vocabulary)),
        _ => printed(&blocks[..front], facts.given.title.as_ref())
            .or_else(|| named_heading(blocks, vocabulary))
            .or_else(|| of_front(&blocks[..front], vocabulary))
            .or_else(|| printed(&blocks[..front], facts.says.title.as_ref()))
            .or_else(|| first_heading(blocks, front, vocabulary))
            .or_else(|| blocks[..front].iter().rposition(|raw| is_titled(raw, vocabulary))),
    };
    if let Some(found) = found {
        blocks[found].address = Address::body(Place::Title);
        blocks[found].kind = BlockKind::Text;
    }
}

/// The words with the opening of the resolution among them, if it is that of an organ they do not know: its name is no title.
fn own_opener(blocks: &[Raw], vocabulary: &ImportWords) -> Option<ImportWords> {
    let opens = |pair: &&[Raw]| {
        let speaks = matches!(pair[1].kind, BlockKind::Preambular | BlockKind::Operative);
        speaks && pair[0].kind == BlockKind::Text && pair[0].text.ends_with([',', '،', '，'])
    };
    let opener = blocks.windows(2).find(opens).map(|pair| is::words(&pair[0].text))?;
    let openers = vocabulary.openers.iter().cloned().chain([opener.clone()]).collect();
    (!vocabulary.openers.contains(&opener)).then(|| ImportWords { openers, ..vocabulary.clone() })
}

/// A title that a person or the file gives, where it is printed.
fn printed(front: &[Raw], title: Option<&String>) -> Option<usize> {
    front.iter().position(|raw| Some(&plain(&raw.text)) == title)
}

/// The title in the front: the number of a resolution, words that begin as titles do, or the last words that are no sentence;
/// without a masthead the first ones.
fn of_front(front: &[Raw], vocabulary: &ImportWords) -> Option<usize> {
    let council = || front.iter().position(|raw| council_resolution(&raw.text, vocabulary).is_some());
    let by_name = || front.iter().rposition(|raw| is_titled(raw, vocabulary) && is_named(raw, vocabulary));
    let before = &front[..opening(front)];
    // Where sentences come first, what is before the body is no longer the titles.
    let whole = before.len() == front.len() || front.iter().any(is_masthead);
    let alone = || match whole {
        true => before.iter().rposition(|raw| is_titled(raw, vocabulary)),
        false => before.iter().position(|raw| is_titled(raw, vocabulary)),
    };
    let last = || front.iter().rposition(|raw| is_titled(raw, vocabulary));
    // What is before the end of the masthead, "United Nations", is no title.
    let masthead = front.iter().rposition(is_masthead);
    let below = |found: &usize| masthead.is_none_or(|masthead| *found > masthead);
    council().or_else(by_name).or_else(|| alone().filter(below)).or_else(|| last().filter(below))
}

/// The title of a text without a front: its first words that are no sentence, if more comes after them.
fn of_body(blocks: &[Raw], vocabulary: &ImportWords) -> Option<usize> {
    let first = blocks.iter().take(FIRST).position(|raw| !is_masthead(raw) && !is_data(raw, vocabulary))?;
    let raw = &blocks[first];
    let titled = is_titled(raw, vocabulary) && raw.address.part == Part::Body;
    (titled && blocks.len() > first + 1).then_some(first)
}

/// A heading before the first sentence that is named as titles are: of a letter, printed bold.
fn named_heading(blocks: &[Raw], vocabulary: &ImportWords) -> Option<usize> {
    blocks[..opening(blocks)].iter().rposition(|raw| {
        let shaped = raw.kind == BlockKind::Heading && raw.number.is_none() && raw.text.len() < TITLE;
        shaped && raw.address.part != Part::Annex(None) && is_named(raw, vocabulary)
    })
}

/// The heading that follows a front in which nothing is the title, before any sentence.
fn first_heading(blocks: &[Raw], front: usize, vocabulary: &ImportWords) -> Option<usize> {
    let raw = blocks.get(front)?;
    let shaped = raw.kind == BlockKind::Heading && raw.number.is_none() && raw.text.len() < TITLE;
    (shaped && raw.address.part == Part::Body && !is_data(raw, vocabulary)).then_some(front)
}

/// The passage with the first sentence, or with the first number.
fn opening(blocks: &[Raw]) -> usize {
    let opens = |raw: &Raw| match raw.kind {
        BlockKind::Text => end(&raw.text) == End::Full && raw.text.len() > SENTENCE,
        kind => kind != BlockKind::Heading,
    };
    blocks.iter().position(opens).unwrap_or(blocks.len())
}

/// Whether a passage looks like a title, not like the letter of a part.
fn is_titled(raw: &Raw, vocabulary: &ImportWords) -> bool {
    raw.kind == BlockKind::Text
        && end(&raw.text) == End::Open
        && raw.text.len() < TITLE
        && raw.text.chars().filter(|c| c.is_alphabetic()).nth(1).is_some()
        // "[on the report of the Third Committee (A/80/551)]"
        && !raw.text.starts_with('[')
        && !is_masthead(raw)
        && !is_data(raw, vocabulary)
}

/// Whether a passage begins with a word that titles begin with: "Report of …", "Letter dated …".
fn is_named(raw: &Raw, vocabulary: &ImportWords) -> bool {
    let words = is::words(&raw.text);
    vocabulary.title_starts.iter().any(|start| words.starts_with(start.as_str()))
}

/// Whether a passage is of the masthead: "Distr.: General", "Original: English", in all languages.
fn is_masthead(raw: &Raw) -> bool {
    let text = plain(&raw.text);
    text.starts_with("Distr") || text.contains("Original:") || text.contains("Original :")
}

/// Whether words end with what a draft is, after those who submit it: `alpinia and andorra: revised draft resolution`.
fn names_draft(words: &str, vocabulary: &ImportWords) -> bool {
    let Some((_, name)) = words.rsplit_once(':') else { return false };
    let has = |known: &[String]| name.split_whitespace().any(|word| known.iter().any(|known| known == word));
    name.split_whitespace().count() <= SESSION
        && has(&vocabulary.draft_words)
        && (has(&vocabulary.resolution_words) || has(&vocabulary.decision_words))
}

/// Whether a passage is a date, a symbol, the name of an organ, of a session, the number of an item of the agenda or who
/// submits a draft, and nothing else.
fn is_data(raw: &Raw, vocabulary: &ImportWords) -> bool {
    let words = is::words(&raw.text);
    let organ = |opener: &String| opener.trim_end_matches(',').ends_with(words.as_str());
    let counted = words.len() < SENTENCE && words.contains(|c: char| c.is_ascii_digit());
    let item = counted && vocabulary.agenda.iter().any(|agenda| words.contains(agenda.as_str()));
    // "Eightieth session", "Octogésimo período de sesiones".
    let is_short = words.split_whitespace().count() <= SESSION;
    let session = is_short && vocabulary.session.iter().any(|session| words.contains(session.as_str()));
    // "Draft resolution submitted by …" is above the title of the draft.
    let is_draft = words
        .split_whitespace()
        .next()
        .is_some_and(|first| vocabulary.draft_words.iter().any(|word| word == first));
    let submitted = is_draft && vocabulary.submitted.iter().any(|by| words.contains(by.as_str()))
        || names_draft(&words, vocabulary);
    if item || session || submitted || words.contains(' ') && vocabulary.openers.iter().any(organ) {
        return true;
    }
    is::date(&raw.text, vocabulary).is_some() || plain(&raw.text).parse::<Symbol>().is_ok()
}
