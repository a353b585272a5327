//! The graph of citations: what each passage cites, and who cites it, through footnotes too.

use std::collections::{HashMap, HashSet};

use crate::base::{Span, Unwatched, Watch};
use crate::cite::aliases::Aliases;
use crate::cite::expand::{self, Target};
use crate::model::{Address, BlockKind, Document, Language, Place, Reference, Shelf, Symbol};

/// One passage cites another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The passage that cites.
    pub from: Reference,
    /// The language of the text with the citation, in which its words and their place are.
    pub language: Language,
    /// What it cites.
    pub to: Target,
    /// Whether that passage is in the library.
    pub held: bool,
    /// The words of the citation.
    pub raw: String,
    /// Their place: in the text of the footnote if there is one, otherwise of the passage itself.
    pub span: Span,
    /// The footnote in which the passage cites.
    pub through: Option<Address>,
}

/// How a citation bears on a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bearing {
    /// It cites the passage itself.
    Exact,
    /// It cites a part of the passage: `57 b)` when the question is about 57.
    Inside,
    /// It cites what contains the passage: 57 when the question is about `57 b)`.
    Around,
    /// It cites the commentary on the norm.
    Commentary,
}

impl Bearing {
    /// The stable name, as in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Inside => "inside",
            Self::Around => "around",
            Self::Commentary => "commentary",
        }
    }
}

/// What the documents of the library cite.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// In order of document, language and passage.
    links: Vec<Link>,
    /// The links that lead to a passage.
    to: HashMap<Target, Vec<usize>>,
    /// All links that lead to a document.
    to_document: HashMap<Symbol, Vec<usize>>,
    /// For each document one in each language.
    outlines: HashMap<Symbol, Vec<DocumentOutline>>,
}

/// The passages of one document in one language: their places, the end of what belongs to each, and their links.
#[derive(Debug, Clone)]
struct DocumentOutline {
    language: Language,
    addresses: Vec<Address>,
    places: HashMap<Address, usize>,
    /// For each passage, the place after its last sub-passage.
    reach: Vec<usize>,
    /// For each passage, its first link; one more for the end.
    links: Vec<usize>,
}

impl Graph {
    /// Reads all citations of the documents of the library, each in every language it is held in.
    #[must_use]
    pub fn of(shelf: &Shelf, aliases: &Aliases) -> Self {
        Self::read(shelf, aliases, &Unwatched).expect("nobody stops it")
    }

    /// The same while somebody watches; `None` if the watcher stops it between two documents.
    pub fn read(shelf: &Shelf, aliases: &Aliases, watch: &impl Watch) -> Option<Self> {
        let mut graph = Self::default();
        let total = shelf.rows().len();
        for (done, document) in shelf.passing().enumerate() {
            if !watch.continues(done, total) {
                return None;
            }
            graph.add(&document, aliases);
        }
        graph.finish();
        Some(graph)
    }

    fn add(&mut self, document: &Document, aliases: &Aliases) {
        let mut outline = DocumentOutline::of(document);
        let mut cited: Vec<Vec<expand::Cited>> = vec![Vec::new(); document.blocks.len()];
        for citation in expand::document(document, aliases) {
            let block = citation.block;
            cited[block].push(citation);
        }
        let mut starts = Vec::with_capacity(document.blocks.len() + 1);
        for (at, block) in document.blocks.iter().enumerate() {
            starts.push(self.links.len());
            let from = Reference { symbol: document.symbol.clone(), address: block.address.clone() };
            let from = CitingPassage { passage: from, language: document.language };
            self.link(&from, &cited[at], None);
            for (mark, _) in block.calls() {
                let note = Address { part: block.address.part.clone(), place: Place::Note(mark.to_owned()) };
                if let Some(place) = outline.places.get(&note).copied().filter(|place| *place != at) {
                    self.link(&from, &cited[place], Some(&note));
                }
            }
        }
        starts.push(self.links.len());
        outline.links = starts;
        self.outlines.entry(document.symbol.clone()).or_default().push(outline);
    }

    fn link(&mut self, from: &CitingPassage, cited: &[expand::Cited], through: Option<&Address>) {
        for one in cited {
            self.links.extend(one.targets.iter().map(|target| Link {
                from: from.passage.clone(),
                language: from.language,
                to: target.clone(),
                held: false,
                raw: one.citation.raw.clone(),
                span: one.citation.span,
                through: through.cloned(),
            }));
        }
    }

    fn finish(&mut self) {
        for (at, link) in self.links.iter_mut().enumerate() {
            if let Some(symbol) = &link.to.symbol {
                let texts = self.outlines.get(symbol);
                let whole = link.to.address.place == Place::Title;
                let is_in = |text: &DocumentOutline| whole || text.places.contains_key(&link.to.address);
                link.held = texts.is_some_and(|texts| texts.iter().any(is_in));
                self.to_document.entry(symbol.clone()).or_default().push(at);
            }
            self.to.entry(link.to.clone()).or_default().push(at);
        }
    }

    /// All citations, in order of document, language and passage.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// What a passage cites, with its sub-passages and the footnotes they call; a section, all of its passages. The words are
    /// in `language` where the library has the citation in that language; a citation that several languages have is listed
    /// in one of them.
    #[must_use]
    pub fn cites(&self, passage: &Reference, language: Language) -> Vec<&Link> {
        let whole = passage.address.place == Place::Title;
        let mut found: Vec<&Link> = Vec::new();
        for text in self.texts(&passage.symbol, language) {
            let Some(range) = text.range(&passage.address) else { continue };
            let links = &self.links[text.links[range.start]..text.links[range.end]];
            // A whole document holds its footnotes: each citation once.
            found.extend(links.iter().filter(|link| !whole || link.through.is_none()));
        }
        in_one_language(&mut found, language);
        if let Some(text) = self.texts(&passage.symbol, language).first() {
            // What only another language has is put with the other citations of its passage.
            found.sort_by_key(|link| text.places.get(&link.from.address).copied().unwrap_or(usize::MAX));
        }
        found
    }

    /// The texts of a document, the one that is best for somebody who reads `language` first.
    fn texts(&self, symbol: &Symbol, language: Language) -> Vec<&DocumentOutline> {
        let mut texts: Vec<&DocumentOutline> = self.outlines.get(symbol).into_iter().flatten().collect();
        texts.sort_by_key(|text| text.language.distance_from(language));
        texts
    }

    /// Who cites a passage, how the citation bears on it, the nearest first. A passage that cites in a
    /// footnote is listed twice, for itself and for the footnote. Languages as in [`Self::cites`].
    #[must_use]
    pub fn cited_by(&self, passage: &Reference, language: Language) -> Vec<(&Link, Bearing)> {
        let mut found: Vec<BearingLink> = Vec::new();
        if passage.address.place == Place::Title {
            let all = self.to_document.get(&passage.symbol).into_iter().flatten();
            found.extend(all.map(|at| {
                let is_title = self.links[*at].to.address.place == Place::Title;
                BearingLink { link: *at, bearing: if is_title { Bearing::Exact } else { Bearing::Inside } }
            }));
        } else {
            self.bearing(passage, &mut found);
        }
        found.sort_by_key(|found| (found.bearing, found.link));
        let mut links: Vec<&Link> = found.iter().map(|found| &self.links[found.link]).collect();
        in_one_language(&mut links, language);
        let mut links = links.into_iter().peekable();
        let mut chosen = Vec::new();
        for BearingLink { link, bearing } in found {
            let link = &self.links[link];
            if links.next_if(|next| std::ptr::eq(*next, link)).is_some() {
                chosen.push((link, bearing));
            }
        }
        chosen
    }

    fn bearing(&self, passage: &Reference, found: &mut Vec<BearingLink>) {
        let mut add = |address: &Address, bearing: Bearing| {
            let target = Target { symbol: Some(passage.symbol.clone()), address: address.clone() };
            found.extend(
                self.to.get(&target).into_iter().flatten().map(|at| BearingLink { link: *at, bearing }),
            );
        };
        add(&passage.address, Bearing::Exact);
        let mut around = passage.address.parent();
        while let Some(address) = around.filter(|address| Document::heading_level(address).is_none()) {
            add(&address, Bearing::Around);
            around = address.parent();
        }
        let below = match passage.address.place {
            Place::Norm(_) => Bearing::Commentary,
            _ => Bearing::Inside,
        };
        let mut inside: Vec<&Address> = Vec::new();
        for text in self.outlines.get(&passage.symbol).into_iter().flatten() {
            let range = text.range(&passage.address).unwrap_or_default();
            inside.extend(text.addresses[range].iter().skip(1));
        }
        let mut known = HashSet::new();
        inside.into_iter().filter(|address| known.insert(*address)).for_each(|address| add(address, below));
    }

    /// What a passage of a text itself cites, its sub-passages left aside. The places of the citations are in that text.
    #[must_use]
    pub fn own(&self, document: &Document, address: &Address) -> &[Link] {
        let texts = self.outlines.get(&document.symbol).into_iter().flatten();
        let text = texts.into_iter().find(|text| text.language == document.language);
        let found = text.and_then(|text| {
            let place = *text.places.get(address)?;
            Some(&self.links[text.links[place]..text.links[place + 1]])
        });
        found.unwrap_or_default()
    }

    /// Whether some passage cites exactly this one.
    #[must_use]
    pub fn is_cited(&self, passage: &Reference) -> bool {
        let target = Target { symbol: Some(passage.symbol.clone()), address: passage.address.clone() };
        self.to.contains_key(&target)
    }

    /// The passages that belong to a passage: to a section its paragraphs, to a paragraph its sub-paragraphs, to a norm the
    /// commentary on it. As the text in `language` has them or, if it does not have the passage, that in another language.
    #[must_use]
    pub fn within(&self, passage: &Reference, language: Language) -> &[Address] {
        let texts = self.texts(&passage.symbol, language);
        let found = texts.into_iter().find_map(|text| Some(&text.addresses[text.range(&passage.address)?]));
        found.unwrap_or_default()
    }
}

/// A link, by its index, and how what it cites is related to the passage asked for.
struct BearingLink {
    link: usize,
    bearing: Bearing,
}

/// The passage that cites, and the language of its text.
struct CitingPassage {
    passage: Reference,
    language: Language,
}

/// Keeps of the same citation in several languages that of the nearest one to `language`.
fn in_one_language(links: &mut Vec<&Link>, language: Language) {
    let key = |link: &Link| (link.from.clone(), link.to.clone(), link.through.clone());
    let distance = |link: &Link| (link.language.distance_from(language), link.language);
    let mut nearest: HashMap<_, (u8, Language)> = HashMap::new();
    for link in links.iter() {
        let known = nearest.entry(key(link)).or_insert_with(|| distance(link));
        *known = (*known).min(distance(link));
    }
    links.retain(|link| nearest.get(&key(link)) == Some(&distance(link)));
}

impl DocumentOutline {
    fn of(document: &Document) -> Self {
        let addresses: Vec<Address> = document.blocks.iter().map(|block| block.address.clone()).collect();
        let places = addresses.iter().cloned().enumerate().map(|(at, address)| (address, at)).collect();
        Self { language: document.language, reach: reach(document), addresses, places, links: Vec::new() }
    }

    /// The passages that belong to one; to the title, the whole document.
    fn range(&self, address: &Address) -> Option<std::ops::Range<usize>> {
        if address.place == Place::Title {
            return Some(0..self.addresses.len());
        }
        let start = *self.places.get(address)?;
        Some(start..self.reach[start])
    }
}

/// For each passage, the place after the last one that belongs to it, in one walk with the open ones on a stack.
fn reach(document: &Document) -> Vec<usize> {
    let blocks = &document.blocks;
    let mut reach: Vec<usize> = (1..=blocks.len()).collect();
    let mut open: Vec<usize> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        while let Some(last) = open.last().copied().filter(|last| !holds(document, *last, at)) {
            reach[last] = at;
            open.pop();
        }
        if block.kind != BlockKind::Footnote && block.address.place != Place::Title {
            open.push(at);
        }
    }
    for last in open {
        reach[last] = blocks.len();
    }
    reach
}

/// Whether a later passage belongs to one: to a heading lower ones and what is under it, to a norm the
/// paragraphs that comment on it, a paragraph for its sub-paragraphs and the agenda it quotes.
fn holds(document: &Document, above: usize, below: usize) -> bool {
    let (above, below) = (&document.blocks[above], &document.blocks[below]);
    if above.address.part != below.address.part || below.kind == BlockKind::Footnote {
        return false;
    }
    if let Some(level) = Document::heading_level(&above.address) {
        return Document::heading_level(&below.address).is_none_or(|other| other > level);
    }
    match (&above.address.place, &below.address.place) {
        (Place::Norm(_), Place::Paragraph(_)) => true,
        (Place::Paragraph(path), Place::Item(_)) => path.len() == 1,
        _ => above.address.covers(&below.address),
    }
}
