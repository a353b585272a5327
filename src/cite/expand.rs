//! What the citations of a document mean: "above", "the said resolution", "ibid." read with the text around them.

mod pairs;

use std::collections::HashMap;

use crate::cite::aliases::Aliases;
use crate::cite::scan::{Citation, Setting, Whose, read};
use crate::language::Languages;
use crate::model::{Address, Block, BlockKind, Document, DocumentKind, Language, Part, Place, Symbol};

/// What a citation leads to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Target {
    /// The document; none for the Charter of the United Nations, which has no symbol.
    pub symbol: Option<Symbol>,
    /// The passage; the title means the whole document. An article of the Charter is a paragraph.
    pub address: Address,
}

impl Target {
    /// The section that "annex E" means where the document has no such annex but a section with this letter in its annex: "annex E of
    /// A/77/275". `None` if it has the passage, or no such section.
    #[must_use]
    pub fn in_lettered_section(&self, holds: impl Fn(&Self) -> bool) -> Option<Self> {
        let Part::Annex(Some(letter)) = &self.address.part else { return None };
        let is_letter = letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_uppercase());
        let heading = |part, path| Self {
            symbol: self.symbol.clone(),
            address: Address { part, place: Place::Heading(path) },
        };
        let own = heading(self.address.part.clone(), Vec::new());
        let section = heading(Part::Annex(None), vec![letter.clone()]);
        if !is_letter || holds(&own) || holds(self) || !holds(&section) {
            return None;
        }
        match &self.address.place {
            Place::Heading(path) if path.is_empty() => Some(section),
            place => {
                let address = Address { part: Part::Annex(None), place: place.clone() };
                Some(Self { symbol: self.symbol.clone(), address }).filter(|target| holds(target))
            }
        }
    }

    /// Where the United Nations publish it in a language.
    #[must_use]
    pub fn official_address(&self, language: Language) -> String {
        match &self.symbol {
            Some(symbol) => symbol.official_address(language),
            None => format!("https://www.un.org/{language}/about-us/un-charter"),
        }
    }
}

/// A citation of a document with what it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// The place among the blocks of the passage that cites.
    pub block: usize,
    /// The citation.
    pub citation: Citation,
    /// What it leads to; nothing if the text does not show it.
    pub targets: Vec<Target>,
}

/// The citations of a document in reading order, with what they lead to.
#[must_use]
pub fn document(document: &Document, aliases: &Aliases) -> Vec<Cited> {
    let mut reader = CitationExpander {
        document,
        aliases,
        places: document.blocks.iter().enumerate().map(|(at, block)| (&block.address, at)).collect(),
        text: Before::default(),
        notes: Before::default(),
    };
    let organ = organ(&document.symbol);
    let aliases = aliases.speak_in(document).then_some(aliases);
    let setting = Setting { language: document.language, aliases, organ };
    let is_date_first = !Languages::bundled().cited(document.language).running.resolution_after.is_empty();
    let mut found = Vec::new();
    for (at, block) in document.blocks.iter().enumerate() {
        // A title says what the document is; the names in it are its own.
        let title = block.address.place == Place::Title;
        let setting = Setting { aliases: setting.aliases.filter(|_| !title), ..setting };
        for citation in pairs::together(&block.text, read(&block.text, &setting), is_date_first) {
            let targets = reader.targets(at, &citation);
            reader.remember(at, &citation, &targets);
            found.push(Cited { block: at, citation, targets });
        }
    }
    found
}

/// How the symbols of the organ begin that speaks in a document, when it is not the General Assembly.
fn organ(symbol: &Symbol) -> Option<&'static str> {
    const ORGANS: [(&str, &str); 3] = [("A/HRC/", "A/HRC"), ("E/", "E"), ("S/", "S")];
    ORGANS.into_iter().find(|(start, _)| symbol.as_str().starts_with(start)).map(|(_, organ)| organ)
}

/// What was cited before.
#[derive(Default)]
struct Before {
    /// The place of the passage that cited it, among the blocks.
    block: Option<usize>,
    cited: Vec<Target>,
    resolution: Option<Symbol>,
}

struct CitationExpander<'a> {
    document: &'a Document,
    aliases: &'a Aliases,
    places: HashMap<&'a Address, usize>,
    /// What the text has cited, and what the footnotes have: "ibid." in a note means the note before.
    text: Before,
    notes: Before,
}

impl CitationExpander<'_> {
    fn before(&self, block: &Block) -> &Before {
        if block.kind == BlockKind::Footnote { &self.notes } else { &self.text }
    }

    /// "That resolution" after a list of several, or after one of another organ, is not known.
    fn remember(&mut self, at: usize, citation: &Citation, targets: &[Target]) {
        let block = &self.document.blocks[at];
        if targets.is_empty() && citation.whose != Whose::Other {
            return;
        }
        let mut cited = targets.iter().rev().filter_map(|target| target.symbol.as_ref());
        let resolution = cited.find(|symbol| crate::cite::write::is_resolution(symbol)).cloned();
        let before = if block.kind == BlockKind::Footnote { &mut self.notes } else { &mut self.text };
        before.block = Some(at);
        before.cited = targets.to_vec();
        before.resolution = match &resolution {
            _ if citation.whose == Whose::Other => None,
            Some(_) => resolution.filter(|_| !citation.is_listed),
            None => before.resolution.take(),
        };
    }

    fn targets(&self, at: usize, citation: &Citation) -> Vec<Target> {
        let block = &self.document.blocks[at];
        let addresses = &citation.addresses;
        match citation.whose {
            Whose::Document => {
                let between = citation.between.iter().flat_map(|symbol| of(Some(symbol), &[]));
                between.chain(of(citation.symbol.as_ref(), addresses)).collect()
            }
            Whose::Charter => of(None, addresses),
            Whose::Other => Vec::new(),
            Whose::Said => match &self.before(block).resolution {
                Some(symbol) => of(Some(symbol), addresses),
                None => Vec::new(),
            },
            Whose::Same => self.same(at, addresses),
            Whose::Own if is_name_of(block, citation) => Vec::new(),
            Whose::Own => addresses.iter().filter_map(|address| self.own(block, address)).collect(),
            Whose::Beside => addresses.iter().filter_map(|address| self.beside(block, address)).collect(),
        }
    }

    /// "Ibid." alone is what was cited last; with a pinpoint, another passage of that document. In a footnote it is what the same
    /// note or the one before it cites: nothing is known of it if that note cites only what is no document with a symbol.
    fn same(&self, at: usize, addresses: &[Address]) -> Vec<Target> {
        let blocks = &self.document.blocks;
        let before = self.before(&blocks[at]);
        let is_note = |at: &usize| blocks[*at].kind == BlockKind::Footnote;
        let note = (0..at).rev().find(is_note);
        let is_near = before.block.is_some_and(|cited| cited == at || Some(cited) == note);
        if is_note(&at) && !is_near {
            return Vec::new();
        }
        let cited = &before.cited;
        let Some(last) = cited.last().filter(|_| !addresses.is_empty()) else { return cited.clone() };
        let part = |address: &Address| match address.part {
            Part::Body => last.address.part.clone(),
            _ => address.part.clone(),
        };
        let place = |address: &Address| match (&address.place, &last.address.place) {
            (Place::Paragraph(path), Place::Operative(_)) => Place::Operative(path.clone()),
            (place, _) => place.clone(),
        };
        // Of "A/74/10 and A/74/10/Corr.1" the passage is one of the document that is corrected.
        let corrected = |symbol: &Symbol| {
            let base = symbol.as_str().rsplit_once('/').filter(|(_, last)| last.starts_with("Corr."));
            base.and_then(|(base, _)| base.parse().ok())
        };
        let symbol = last.symbol.as_ref().map(|symbol| corrected(symbol).unwrap_or_else(|| symbol.clone()));
        let target = |address: &Address| Target {
            symbol: symbol.clone(),
            address: Address { part: part(address), place: place(address) },
        };
        addresses.iter().map(target).collect()
    }

    /// A passage of the document itself: in the part of the citing passage, in the body, in the only part that has it. `None` for an
    /// agenda item that neither the document nor a known agenda has: it is one of another agenda.
    fn own(&self, block: &Block, address: &Address) -> Option<Target> {
        let here = |address: Address| Target { symbol: Some(self.document.symbol.clone()), address };
        let mut places = vec![address.place.clone()];
        if let Place::Paragraph(path) = &address.place {
            places.push(Place::Operative(path.clone()));
        }
        let named = address.part != Part::Body;
        let parts =
            if named { vec![address.part.clone()] } else { vec![block.address.part.clone(), Part::Body] };
        for part in &parts {
            for place in &places {
                let address = Address { part: part.clone(), place: place.clone() };
                if self.places.contains_key(&address) {
                    // A heading that begins with its own number cites nothing.
                    return (address != block.address).then(|| here(address));
                }
            }
        }
        if let Some(home) = self.home(address) {
            return Some(Target { symbol: Some(home), address: address.clone() });
        }
        let fits = |known: &&&Address| places.contains(&known.place) && !named;
        let mut elsewhere = self.places.keys().filter(fits);
        if let (Some(only), None) = (elsewhere.next(), elsewhere.next()) {
            return Some(here((*only).clone()));
        }
        let is_named_elsewhere = matches!(address.place, Place::Item(_) | Place::Norm(_));
        parts
            .first()
            .filter(|_| !is_named_elsewhere)
            .and_then(|part| self.unseen(part, named, &places))
            .map(here)
    }

    /// A passage that the document does not show itself: one that is cut into sub-paragraphs, one of an annex that it has, or one of a
    /// document that shows no numbered paragraphs at all, as an excerpt. Any other would be one of something else.
    fn unseen(&self, part: &Part, is_named: bool, places: &[Place]) -> Option<Address> {
        let with = |place: &Place| Address { part: part.clone(), place: place.clone() };
        let known = |test: &dyn Fn(&Address) -> bool| self.places.keys().any(|known| test(known));
        let whole = places.iter().map(with).find(|address| known(&|below| address.covers(below)));
        let is_numbered =
            |place: &Place| matches!(place, Place::Paragraph(_) | Place::Operative(_) | Place::Preambular(_));
        let is_resolution = self.document.kind == DocumentKind::Resolution;
        let may_be = match places.first() {
            _ if is_named => known(&|known| known.part == *part),
            // Amendments to a draft resolution name the paragraphs of that.
            Some(Place::Operative(_) | Place::Preambular(_)) if !is_resolution => false,
            Some(place) if is_numbered(place) => !known(&|known| is_numbered(&known.place)),
            _ => true,
        };
        whole.or_else(|| places.first().filter(|_| may_be).map(with))
    }

    /// The document that holds the agenda or the norms this one speaks of without printing them.
    fn home(&self, address: &Address) -> Option<Symbol> {
        let symbol = match &address.place {
            Place::Item(_) => self.aliases.agenda(&self.document.symbol),
            Place::Norm(_) => {
                let norms = self.aliases.norms().filter(|_| self.aliases.speak_in(self.document));
                norms.map(|norms| &norms.symbol)
            }
            _ => None,
        };
        symbol.filter(|symbol| **symbol != self.document.symbol).cloned()
    }

    /// A sub-paragraph beside the citing one, or of the paragraph it belongs to.
    fn beside(&self, block: &Block, address: &Address) -> Option<Target> {
        let (Place::Paragraph(path), Place::Paragraph(sub)) = (&block.address.place, &address.place) else {
            return None;
        };
        let at = |length: usize| {
            let path: Vec<String> = path[..length].iter().chain(sub).cloned().collect();
            Address { part: block.address.part.clone(), place: Place::Paragraph(path) }
        };
        let known = (1..=path.len()).rev().map(at).find(|address| self.places.contains_key(address));
        Some(Target { symbol: Some(self.document.symbol.clone()), address: known.unwrap_or_else(|| at(1)) })
    }
}

/// Whether a citation is the name of an annex at the beginning of its heading: "Appendix 1 Model form" cites nothing.
fn is_name_of(block: &Block, citation: &Citation) -> bool {
    let is_annex = matches!(block.address.part, Part::Annex(_));
    is_annex && block.address.place == Place::Heading(Vec::new()) && citation.span.start == 0
}

fn of(symbol: Option<&Symbol>, addresses: &[Address]) -> Vec<Target> {
    let target = |address: Address| Target { symbol: symbol.cloned(), address };
    if addresses.is_empty() {
        return vec![target(Address::body(Place::Title))];
    }
    addresses.iter().cloned().map(target).collect()
}

#[cfg(test)]
mod tests;
