//! How the reader pane looks.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;

use crate::app::App;
use crate::app::layout::Pane;
use crate::app::screen::citations;
use crate::app::screen::reader::BAR;
use crate::base::Span;
use crate::base::text::grapheme_width;
use crate::model::{BlockKind, InlineKind, Reference};
use crate::typeset::{Line, LineKind, superscript};
use crate::view::theme::{Role, Theme};
use crate::view::widget::link::Link;
use crate::view::widget::{pane, row};

/// The document and how far down in it one is.
fn title(app: &App) -> String {
    let name = format!("{} · {}", app.locale.say("pane-reader"), app.document().symbol);
    let height = app.layout.content(Pane::Reader).map_or(0, |content| usize::from(content.height));
    let lines = app.reader.page.lines.len();
    if lines <= height {
        return name;
    }
    let seen = (app.reader.top + height).min(lines) * 100 / lines;
    app.locale.say_with("title-seen", &[("name", (&name).into()), ("percent", seen.into())])
}

/// Draws the lines of the document that are on screen.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame) {
    let title = title(app);
    let Some(area) = pane::draw(app, Pane::Reader, &title, theme, frame) else { return };
    let lines = &app.reader.page.lines;
    let here = app.reader.lines_here();
    let shown = lines.iter().enumerate().skip(app.reader.top).take(area.height.into());
    for (at, (index, line)) in shown.enumerate() {
        let Some(place) = row::nth(area, at) else { return };
        let is_here = here.contains(&index);
        if is_here && line.kind != LineKind::Blank {
            row::put(frame.buffer_mut(), (place.x, place.y), 1, "▌", theme.of(Role::Bar));
        }
        if line.kind == LineKind::Text && app.reader.page.first_line(line.block) == index {
            let address = app.document().blocks[line.block].address.clone();
            let passage = Reference { symbol: app.document().symbol.clone(), address };
            let sign = citations::sign(app, &passage).map(String::from).unwrap_or_default();
            row::put(frame.buffer_mut(), (place.x + 1, place.y), 1, &sign, theme.of(Role::Dim));
        }
        draw_line(app, line, is_here, (shifted(place, BAR), theme), frame.buffer_mut());
    }
}

fn shifted(area: Rect, by: u16) -> Rect {
    Rect { x: area.x + by, width: area.width.saturating_sub(by), ..area }
}

fn draw_line(app: &App, line: &Line, is_here: bool, (area, theme): (Rect, &Theme), buffer: &mut Buffer) {
    if line.kind == LineKind::Blank {
        return;
    }
    let block = &app.document().blocks[line.block];
    if let Some((column, number)) = &line.margin {
        let column = u16::try_from(*column).unwrap_or(0);
        row::put(buffer, (area.x + column, area.y), area.width, number, theme.of(Role::Number));
    }
    let base = match block.kind {
        BlockKind::Heading => theme.of(Role::Heading),
        BlockKind::Footnote => theme.of(Role::Footnote),
        _ if is_here => theme.of(Role::Here),
        _ => theme.of(Role::Text),
    };
    let mut x = area.x + u16::try_from(line.indent).unwrap_or(0);
    let links = if theme.has_links() { links(app, line.block) } else { Vec::new() };
    let mut calls = line.calls.iter().peekable();
    let mark_style = theme.of(Role::NoteMark);
    for (offset, grapheme) in line.span.of(&block.text).grapheme_indices(true) {
        let at = line.span.start + offset;
        while let Some((_, mark)) = calls.next_if(|(byte, _)| *byte <= at) {
            x +=
                row::put(buffer, (x, area.y), area.right().saturating_sub(x), &superscript(mark), mark_style);
        }
        let room = area.right().saturating_sub(x);
        if grapheme_width(grapheme) > usize::from(room) {
            return;
        }
        let style = styled(app, line, at, theme, base);
        let used = row::put(buffer, (x, area.y), room, grapheme, style);
        if let Some((_, link)) = links.iter().find(|(span, _)| span.contains(at)) {
            link.over(buffer, (x, area.y), used);
        }
        x += used;
    }
    for (_, mark) in calls {
        x += row::put(buffer, (x, area.y), area.right().saturating_sub(x), &superscript(mark), mark_style);
    }
}

/// The citations of a passage as links to what they cite.
fn links(app: &App, block: usize) -> Vec<(Span, Link)> {
    let cited = citations::official(app, block).into_iter();
    cited.map(|(span, address)| (span, Link { name: format!("{block}.{}", span.start), address })).collect()
}

/// The style of one character: emphasis of the print, and what was searched for.
fn styled(app: &App, line: &Line, byte: usize, theme: &Theme, base: Style) -> Style {
    let block = line.block;
    let mut style = base;
    for inline in &app.document().blocks[block].inlines {
        if inline.span.contains(byte) {
            style = match inline.kind {
                InlineKind::Strong => style.add_modifier(Modifier::BOLD),
                InlineKind::Emphasis => style.add_modifier(Modifier::ITALIC),
                InlineKind::Call(_) => style,
            };
        }
    }
    let Some(found) = &app.reader.found else { return style };
    let first = found.matches.partition_point(|known| known.block < block);
    let hit = |(_, known): &(usize, &crate::search::text::Match)| -> bool {
        known.block == block && Span::contains(known.span, byte)
    };
    match found.matches.iter().enumerate().skip(first).take_while(|(_, known)| known.block == block).find(hit)
    {
        Some((at, _)) if at == found.at => theme.of(Role::MatchCurrent),
        Some(_) => theme.of(Role::Match),
        None => style,
    }
}
