//! The links of some documents in tables, by the passage that cites and by the passage that is cited.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{Bearing, DocumentLinks, Link, LinkSource};
use crate::cite::expand::Target;
use crate::model::{Address, Document, Language, Place, Reference, Symbol};

/// Links, and the passages of documents.
#[derive(Debug, Clone, Default)]
pub(super) struct LinkTable {
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

impl LinkTable {
    /// Adds a document with its links. The documents come in order of symbol and language.
    pub(super) fn add(&mut self, document: DocumentLinks) {
        let mut outline = DocumentOutline::of(&document);
        outline.links = document.starts.iter().map(|start| self.links.len() + start).collect();
        self.links.extend(document.links);
        self.outlines.entry(document.symbol).or_default().push(outline);
    }

    /// Adds the passages of a document without its links.
    pub(super) fn add_passages(&mut self, document: &DocumentLinks) {
        let mut outline = DocumentOutline::of(document);
        outline.links = vec![0; document.addresses.len() + 1];
        self.outlines.entry(document.symbol.clone()).or_default().push(outline);
    }

    /// Adds links alone, in order of document, language and passage.
    pub(super) fn add_links(&mut self, links: impl IntoIterator<Item = Link>) {
        self.links.extend(links);
    }

    /// Whether the table has the passage a link leads to.
    fn holds(&self, target: &Target) -> bool {
        let texts = target.symbol.as_ref().and_then(|symbol| self.outlines.get(symbol));
        let whole = target.address.place == Place::Title;
        let is_in = |text: &DocumentOutline| whole || text.places.contains_key(&target.address);
        texts.is_some_and(|texts| texts.iter().any(is_in))
    }

    /// Sorts the links by what they lead to; the source knows which passages are in the library, by default those of the table. A link
    /// to one part of a resolution leads to the document that has this part with others, if the library has only that; one to an
    /// annex with a letter leads to the section of the annex with this letter, if the library has only that.
    pub(super) fn finish(&mut self, source: Option<&dyn LinkSource>) {
        for link in &mut self.links {
            let held_as = |symbol: &Symbol| source.and_then(|source| source.held_as(symbol));
            let known =
                link.to.symbol.as_ref().filter(|symbol| symbol.undivided().is_some()).and_then(held_as);
            link.to.symbol = known.or_else(|| link.to.symbol.take());
        }
        let holds =
            |target: &Target| source.map_or_else(|| self.holds(target), |source| source.holds(target));
        let sections: Vec<Option<Target>> =
            self.links.iter().map(|link| link.to.in_lettered_section(holds)).collect();
        for (link, section) in self.links.iter_mut().zip(sections) {
            if let Some(section) = section {
                link.to = section;
            }
        }
        let held: Vec<bool> = self
            .links
            .iter()
            .map(|link| source.map_or_else(|| self.holds(&link.to), |source| source.holds(&link.to)))
            .collect();
        for (at, (link, held)) in self.links.iter_mut().zip(held).enumerate() {
            link.held = held;
            if let Some(symbol) = &link.to.symbol {
                self.to_document.entry(symbol.clone()).or_default().push(at);
            }
            self.to.entry(link.to.clone()).or_default().push(at);
        }
    }

    /// All citations, in order of document, language and passage.
    pub(super) fn links(&self) -> &[Link] {
        &self.links
    }

    /// What a passage cites, with its sub-passages and the footnotes they call; a section, all of its passages. The words are
    /// in `language` where the library has the citation in that language; a citation that several languages have is listed
    /// in one of them.
    pub(super) fn cites(&self, passage: &Reference, language: Language) -> Vec<&Link> {
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
    pub(super) fn cited_by(&self, passage: &Reference, language: Language) -> Vec<(&Link, Bearing)> {
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
    pub(super) fn own(&self, document: &Document, address: &Address) -> &[Link] {
        let texts = self.outlines.get(&document.symbol).into_iter().flatten();
        let text = texts.into_iter().find(|text| text.language == document.language);
        let found = text.and_then(|text| {
            let place = *text.places.get(address)?;
            Some(&self.links[text.links[place]..text.links[place + 1]])
        });
        found.unwrap_or_default()
    }

    /// Whether some passage cites exactly this one.
    pub(super) fn is_cited(&self, passage: &Reference) -> bool {
        let target = Target { symbol: Some(passage.symbol.clone()), address: passage.address.clone() };
        self.to.contains_key(&target)
    }

    /// The passages that belong to a passage: to a section its paragraphs, to a paragraph its sub-paragraphs, to a norm the
    /// commentary on it. As the text in `language` has them or, if it does not have the passage, that in another language.
    pub(super) fn within(&self, passage: &Reference, language: Language) -> &[Address] {
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
    fn of(document: &DocumentLinks) -> Self {
        let DocumentLinks { language, addresses, reach, .. } = document;
        let places = addresses.iter().cloned().enumerate().map(|(at, address)| (address, at)).collect();
        let (addresses, reach) = (addresses.clone(), reach.clone());
        Self { language: *language, reach, addresses, places, links: Vec::new() }
    }

    /// The passages that belong to one; to the title, the whole document.
    fn range(&self, address: &Address) -> Option<Range<usize>> {
        if address.place == Place::Title {
            return Some(0..self.addresses.len());
        }
        let start = *self.places.get(address)?;
        Some(start..self.reach[start])
    }
}
