//! How a document looks in a reader pane.

use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::context::Context;
use crate::app::desk::Here;
use crate::app::screen::find::Found;
use crate::app::screen::reader::{BAR, MarkedDocument, State};
use crate::app::screen::{citations, naming};
use crate::base::Span;
use crate::base::text::grapheme_width;
use crate::compare::ChangeKind;
use crate::locale::Locale;
use crate::model::{Block, BlockKind, InlineKind, Reference};
use crate::search::text::Match;
use crate::typeset::{LineKind, PageLine, superscript};
use crate::view::canvas::Canvas;
use crate::view::screen::version;
use crate::view::theme::{Role, Theme};
use crate::view::widget::link::Hyperlink;

/// The document, and how much of it is above the lower edge of the pane, in per cent; `height` are the rows of its
/// content.
#[must_use]
pub fn title(state: &State, here: &Here, height: u16, locale: &Locale) -> String {
    let mut name = format!("{} · {}", locale.say("pane-reader"), here.document.symbol);
    if state.versions.text.is_some() {
        name += &format!(" · {}", naming::language(locale, here.document.language));
    }
    let (lines, height) = (state.page.lines.len(), usize::from(height));
    if lines <= height {
        return name;
    }
    let percent = (state.top + height).min(lines) * 100 / lines;
    locale.say_with("title-seen", &[("name", (&name).into()), ("percent", percent.into())])
}

/// Draws the lines of the document that are on screen, the current passage with a bar beside it.
pub fn draw(state: &State, here: &Here, context: &Context, canvas: &mut Canvas) {
    let current = state.lines_of(here.block);
    for (at, (index, line)) in state.page.lines.iter().enumerate().skip(state.top).enumerate() {
        let Some(mut canvas) = canvas.row(at) else { return };
        let block = &state.document(here).blocks[line.block];
        let (amended, noted) = (amended(context, here, block), noted(context, here, block));
        if line.kind == LineKind::Blank {
            if let Some(text) = state.versions.text.as_ref().filter(|text| text.begins_alone(index)) {
                let style = canvas.style(Role::Alarm);
                let words = version::only_in(context.locale(), text.document.language);
                canvas.columns_from(BAR).put_truncated(&words, style);
                continue;
            }
            if state.page.lines.get(index + 1).is_none_or(|next| next.block != line.block) {
                let words = amended.into_iter().chain(noted).collect::<Vec<_>>().join(" · ");
                let style = canvas.style(Role::Dim);
                canvas.columns_from(BAR).put_truncated(&words, style);
            }
            continue;
        }
        let is_here = current.contains(&index);
        if is_here {
            canvas.put("▌", canvas.style(Role::Bar));
        }
        if line.kind == LineKind::Text && state.page.first_line(line.block) == index {
            if noted.is_some() && !is_here {
                canvas.put(NOTED, canvas.style(Role::NoteMark));
            }
            let cites = || citations::sign(context, &here.document, &block.address);
            let sign = amended.as_ref().map(|_| AMENDED).or_else(cites).map(String::from).unwrap_or_default();
            canvas.put_at(1, &sign, canvas.style(Role::Dim));
        }
        let marks = state.marks(here).filter(|marks| marks.is_marked(line.block));
        let links = if canvas.theme.has_links() && marks.is_none() {
            links(here, line.block, context)
        } else {
            Vec::new()
        };
        let found = state.found.as_ref();
        DrawnLine { found, line, block, marks, links }.draw(&mut canvas.columns_from(BAR));
    }
}

/// The sign of a passage with amendments.
const AMENDED: char = '±';

/// The sign and the words for a passage with amendments: `± 2 amendments`; `None` if it has none.
fn amended(context: &Context, here: &Here, block: &Block) -> Option<String> {
    let passage = Reference { symbol: here.document.symbol.clone(), address: block.address.clone() };
    let count = context.workspace.amendments.for_passage(&passage).len();
    let words = || context.locale().say_with("amended-here", &[("count", count.into())]);
    (count > 0).then(|| format!("{AMENDED} {}", words()))
}

/// The sign of a passage with notes.
const NOTED: &str = "✎";

/// How many notes there are on a passage, and how many spoke for and against: `✎2 +1 -1`; `None` if there are none.
fn noted(context: &Context, here: &Here, block: &Block) -> Option<String> {
    let passage = Reference { symbol: here.document.symbol.clone(), address: block.address.clone() };
    let signs = context.workspace.notebook.tally_of_passage(&passage).signs();
    Some(signs).filter(|signs| !signs.is_empty())
}

/// The citations of a passage as links to what they cite.
fn links(here: &Here, block: usize, context: &Context) -> Vec<(Span, Hyperlink)> {
    let cited = citations::official(context, &here.document, block).into_iter();
    cited
        .map(|(span, address)| (span, Hyperlink { name: format!("{block}.{}", span.start), address }))
        .collect()
}

/// A line of the page, with what is needed to draw it.
pub(super) struct DrawnLine<'a> {
    /// What the last search found; `None` if nothing was searched in this text.
    pub found: Option<&'a Found>,
    pub line: &'a PageLine,
    pub block: &'a Block,
    /// The words proposed for the block, if they are shown.
    pub marks: Option<&'a MarkedDocument>,
    /// The links in the text of the block, by the bytes they cover.
    pub links: Vec<(Span, Hyperlink)>,
}

impl DrawnLine<'_> {
    /// Draws the number in the margin, and the text with the marks of footnotes.
    pub(super) fn draw(&self, canvas: &mut Canvas) {
        if let Some((column, number)) = &self.line.margin {
            let column = u16::try_from(*column).unwrap_or(0);
            canvas.put_at(column, number, canvas.style(Role::Number));
        }
        let base = self.base_style(canvas.theme);
        let mark_style = canvas.style(Role::NoteMark);
        let mut calls = self.line.calls.iter().peekable();
        let mut x = u16::try_from(self.line.indent).unwrap_or(0);
        for (offset, grapheme) in self.line.span.of(&self.block.text).grapheme_indices(true) {
            let at = self.line.span.start + offset;
            while let Some((_, mark)) = calls.next_if(|(byte, _)| *byte <= at) {
                x += canvas.put_at(x, &superscript(mark), mark_style);
            }
            if grapheme_width(grapheme) > usize::from(canvas.area.width.saturating_sub(x)) {
                return;
            }
            let used = canvas.put_at(x, grapheme, self.style_at(at, base, canvas.theme));
            if let Some((_, link)) = self.links.iter().find(|(span, _)| span.contains(at)) {
                link.over(x, used, canvas);
            }
            x += used;
        }
        for (_, mark) in calls {
            x += canvas.put_at(x, &superscript(mark), mark_style);
        }
    }

    fn base_style(&self, theme: &Theme) -> Style {
        theme.of(match self.block.kind {
            BlockKind::Heading => Role::Heading,
            BlockKind::Footnote => Role::Footnote,
            // The current passage has a bar beside it, but no colour: otherwise each key would send both passages again.
            _ => Role::Text,
        })
    }

    /// The style of the character at a byte of the block: the emphasis of the document, or that a search found it.
    fn style_at(&self, byte: usize, base: Style, theme: &Theme) -> Style {
        match self.marks.map(|marks| marks.kind_at(self.line.block, byte)) {
            Some(ChangeKind::Same) | None => {}
            Some(ChangeKind::Removed) => return theme.of(Role::Dim).add_modifier(Modifier::CROSSED_OUT),
            Some(ChangeKind::Added) => return base.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        }
        if let Some(role) = self.match_at(byte).filter(|_| self.marks.is_none()) {
            return theme.of(role);
        }
        let inlines = self.block.inlines.iter().filter(|inline| inline.span.contains(byte));
        inlines.fold(base, |style, inline| match inline.kind {
            InlineKind::Strong => style.add_modifier(Modifier::BOLD),
            InlineKind::Emphasis => style.add_modifier(Modifier::ITALIC),
            InlineKind::Call(_) => style,
        })
    }

    /// Whether the last search found the character at a byte of the block, as the current place or another one.
    fn match_at(&self, byte: usize) -> Option<Role> {
        let (found, block) = (self.found?, self.line.block);
        let first = found.matches.partition_point(|known| known.block < block);
        let own = found.matches.iter().enumerate().skip(first);
        let mut own = own.take_while(|(_, known)| known.block == block);
        let (at, _) = own.find(|(_, known): &(usize, &Match)| known.span.contains(byte))?;
        Some(if at == found.at { Role::MatchCurrent } else { Role::Match })
    }
}
