//! Citations in running text: documents with their paragraphs, paragraphs of the text itself, the Charter.
//!
//! Only what a text says is read here; what it means by "above" or "the said resolution" is for
//! [`crate::cite::expand`].

mod before;
mod charter;
mod heads;
mod lists;
mod marks;
mod number_first;
mod numbers;
mod organs;
mod owner;
mod pins;
mod report;
mod several;

use crate::base::Span;
use crate::cite::aliases::Aliases;
use crate::cite::write::is_resolution;
use crate::language::token::{Token, TokenKind, tokens, touching};
use crate::language::{CitationWords, Languages, RunningWords};
use crate::model::{Address, Language, Part, Place, Symbol};

/// Whose passages a citation names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// Those of the document it says.
    Document,
    /// Those of the text itself.
    Own,
    /// Sub-paragraphs beside the one with the citation: "subparagraph (b) above".
    Beside,
    /// Those of the resolution named before: "the said resolution".
    Said,
    /// Those of what was cited before: "ibid.".
    Same,
    /// Articles and chapters of the Charter of the United Nations.
    Charter,
    /// Those of a document that the text names without a symbol that can be made of its words: a resolution of another organ.
    Other,
}

/// A citation in running text, with the words it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Its place, in bytes of the text.
    pub span: Span,
    /// Its words as written.
    pub raw: String,
    /// Whose passages it names.
    pub whose: Whose,
    /// The document; none when the text does not say which.
    pub symbol: Option<Symbol>,
    /// The documents between the one cited before and this one, in a range of the parts of a resolution: of `52/38 A to D`
    /// B and C, in the citation of D.
    pub between: Vec<Symbol>,
    /// Whether it is a further member of a list of documents.
    pub is_listed: bool,
    /// The passages, ranges expanded (`8 à 13` is six); empty for a whole document. A citation of the
    /// text itself that does not name its part is given as one of the body.
    pub addresses: Vec<Address>,
}

/// What is known of a text beside its words.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The language it is in.
    pub language: Language,
    /// The names documents go by in it, if names are to be read.
    pub aliases: Option<&'a Aliases>,
    /// How the symbols of its author begin (`A/HRC`), for "its resolution 20/8".
    pub organ: Option<&'a str>,
}

/// The citations in a text, in order, never overlapping: those that name a document or the text itself.
#[must_use]
pub fn scan(text: &str, language: Language) -> Vec<Citation> {
    let mut found = read(text, &Setting { language, aliases: None, organ: None });
    found.retain(|citation| matches!(citation.whose, Whose::Document | Whose::Own));
    found
}

/// All citations in a text, in order, never overlapping.
#[must_use]
pub fn read(text: &str, setting: &Setting<'_>) -> Vec<Citation> {
    read_tokens(text, &tokens(text), setting)
}

/// The same for a text whose tokens are known: in several languages it is cut into tokens only once.
#[must_use]
pub fn read_tokens(text: &str, found: &[Token], setting: &Setting<'_>) -> Vec<Citation> {
    let words = Languages::bundled().cited(setting.language);
    let plain = marks::with_plain_letters(found, &words.running);
    let found = plain.as_deref().unwrap_or(found);
    let mut scanner = Scanner {
        words,
        running: &words.running,
        setting,
        text,
        tokens: found,
        floor: 0,
        citations: Vec::new(),
    };
    let mut at = 0;
    while at < found.len() {
        match scanner.may_begin(at).then(|| scanner.citation(at)).flatten() {
            Some((more, end)) => {
                scanner.citations.extend(more);
                scanner.floor = end;
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    scanner.citations
}

/// Whether a section has a letter: `E`. I, V and X are numbers.
fn is_lettered(section: &[String]) -> bool {
    section.first().is_some_and(|first| first.len() == 1 && !["I", "V", "X"].contains(&first.as_str()))
}

struct Scanner<'a> {
    words: &'a CitationWords,
    running: &'a RunningWords,
    setting: &'a Setting<'a>,
    text: &'a str,
    tokens: &'a [Token],
    /// The tokens before this one belong to citations already read.
    floor: usize,
    citations: Vec<Citation>,
}

/// Citations and the place after them.
type CitationsRead = (Vec<Citation>, usize);

/// A document named at a place, with the tokens it takes.
#[derive(Debug, Clone)]
struct DocumentHead {
    whose: Whose,
    symbol: Option<Symbol>,
    /// Those of a range between the one before and this one.
    between: Vec<Symbol>,
    is_listed: bool,
    /// The part with its numbered paragraphs, if its name means one.
    part: Part,
    from: usize,
    to: usize,
}

impl DocumentHead {
    /// A document between two places; without a symbol one of another organ.
    fn new(symbol: Option<Symbol>, from: usize, to: usize) -> Self {
        let whose = if symbol.is_some() { Whose::Document } else { Whose::Other };
        Self { whose, symbol, between: Vec::new(), is_listed: false, part: Part::Body, from, to }
    }
}

impl Scanner<'_> {
    fn may_begin(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        match token.kind {
            TokenKind::Symbol(_) | TokenKind::Number => true,
            TokenKind::Word | TokenKind::Mark => {
                let named = |aliases: &Aliases| aliases.begin(token);
                self.words.starts.contains(&token.folded) || self.setting.aliases.is_some_and(named)
            }
        }
    }

    /// The citation that begins at a token, or the several of `résolutions 70/237 et 76/19`.
    fn citation(&self, at: usize) -> Option<CitationsRead> {
        if let Some(found) = self.charter(at) {
            return Some(found);
        }
        if let Some(pin) = self.pin(at, false) {
            return self.pinned(at, pin);
        }
        if let Some((path, end)) = self.bare(at) {
            let place = Address::body(Place::Paragraph(path));
            return Some((vec![self.made(at, end, Whose::Own, None, vec![place])], end));
        }
        let mut heads = self.heads(at)?;
        let mut named = heads.pop()?;
        let whole = |head: DocumentHead| self.cited(head.from, head.to, head, Vec::new());
        let mut cited: Vec<Citation> = heads.into_iter().map(whole).collect();
        for _ in 0..pins::MOST_IN_A_ROW {
            let resolution = named.whose == Whose::Said || named.symbol.as_ref().is_some_and(is_resolution);
            let Some(pin) = self.pins_after(named.to, resolution) else { break };
            let further = self.further(&named, pin.end);
            if let Some(base) = self.corrected(named.symbol.as_ref(), &cited) {
                let mark = |at: &usize| self.tokens[*at].kind == TokenKind::Mark;
                let from = (named.to..pin.end).find(|at| !mark(at)).unwrap_or(named.to);
                let (start, to) = (named.from, named.to);
                cited.push(self.made(start, to, Whose::Document, named.symbol.replace(base), Vec::new()));
                named.from = from;
            }
            cited.push(self.cited(named.from, pin.end, named, pin.addresses));
            let Some(next) = further else { return Some((cited, pin.end)) };
            named = next;
        }
        let end = named.to;
        cited.push(self.cited(named.from, end, named, Vec::new()));
        Some((cited, end))
    }

    /// `la résolution 70/237 et son annexe`: the citation before, in the same sentence, whose annex it is.
    fn owner(&self, at: usize, pin: &pins::Pin) -> Option<&Citation> {
        const FAR: usize = 16;
        let annexed = pin.addresses.iter().all(|address| matches!(address.part, Part::Annex(_)));
        let own = self.running.own.before(self.tokens, at).filter(|_| annexed)?;
        let between = &self.tokens[self.floor.min(own)..own];
        let sentence = between.len() <= FAR && !between.iter().any(|token| token.is(".") || token.is(";"));
        // "(see para. 5) and its annex": not that of this text.
        let other = |last: &&Citation| !matches!(last.whose, Whose::Charter | Whose::Own | Whose::Beside);
        self.citations.last().filter(|_| sentence).filter(other)
    }

    /// `14 e) ci-dessus`: a number with its letter, without a word before it.
    fn bare(&self, at: usize) -> Option<(Vec<String>, usize)> {
        // The 28 of `7.28 (a) above` is no paragraph 28.
        if at > 0 && self.is(at - 1, ".") && touching(self.tokens, at - 1) {
            return None;
        }
        let (path, end) = crate::cite::parse::number(self.tokens, at)?;
        let end = self.running.above.after(self.tokens, end)?;
        (path.len() > 1).then_some((path, end))
    }

    /// The document that a corrigendum corrects, if it is cited just before: of "E/2005/27 and E/2005/27/Corr.1, chap. I" the chapter
    /// is one of E/2005/27.
    fn corrected(&self, symbol: Option<&Symbol>, last_cited: &[Citation]) -> Option<Symbol> {
        const NEAR: usize = 4;
        let (base, last) = symbol?.as_str().rsplit_once('/')?;
        let is_base = |one: &Citation| one.symbol.as_ref().is_some_and(|symbol| symbol.as_str() == base);
        let cited = self.citations.iter().chain(last_cited);
        let mut before = cited.rev().take(NEAR).filter(|_| last.starts_with("Corr."));
        before.any(is_base).then(|| base.parse().ok()).flatten()
    }

    /// A citation of a document, its passages put into the part its name means and, in a resolution, into the
    /// operative part.
    fn cited(&self, from: usize, to: usize, head: DocumentHead, mut addresses: Vec<Address>) -> Citation {
        let resolution = head.whose == Whose::Said || head.symbol.as_ref().is_some_and(is_resolution);
        let in_preamble = resolution && !addresses.is_empty() && self.is_of_preamble(head.from);
        for address in addresses.iter_mut().filter(|address| address.part == Part::Body) {
            match &address.place {
                Place::Paragraph(path) if in_preamble => address.place = Place::Preambular(path.clone()),
                Place::Paragraph(path) if resolution && head.part == Part::Body => {
                    address.place = Place::Operative(path.clone());
                }
                Place::Paragraph(_) => address.part = head.part.clone(),
                // The sections of an annual progress report that have letters, and their next steps, are in its annex.
                Place::Step(section, _) | Place::Heading(section) if is_lettered(section) => {
                    let known = || head.symbol.as_ref().and_then(|symbol| Aliases::bundled().part(symbol));
                    address.part = known().cloned().unwrap_or_else(|| head.part.clone());
                }
                _ => {}
            }
        }
        Citation {
            between: head.between,
            is_listed: head.is_listed,
            ..self.made(from, to, head.whose, head.symbol, addresses)
        }
    }

    fn made(
        &self,
        from: usize,
        to: usize,
        whose: Whose,
        symbol: Option<Symbol>,
        addresses: Vec<Address>,
    ) -> Citation {
        let span = Span::new(self.tokens[from].span.start, self.tokens[to - 1].span.end);
        let raw = span.of(self.text).to_owned();
        Citation { span, raw, whose, symbol, between: Vec::new(), is_listed: false, addresses }
    }

    fn is(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(mark))
    }
}
