//! How a text in another language looks beside the one that is read: paragraph beside paragraph.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::reader::beside::TextBeside;
use crate::app::screen::reader::{self, BAR};
use crate::locale::Locale;
use crate::model::Language;
use crate::typeset::page::beside::RowBeside;
use crate::view::canvas::Canvas;
use crate::view::screen::reader::DrawnLine;
use crate::view::theme::Role;
use crate::view::widget::pane;

/// Draws the rows beside those of the reader, and a remark in place of the numbers that only the text that is read has.
pub fn draw(text: &TextBeside, reader: &reader::State, context: &Context, canvas: &mut Canvas) {
    let (locale, here) = (context.locale(), context.here());
    let language = naming::language(locale, text.document.language);
    let title = match text.different {
        0 => language.clone(),
        count => locale
            .say_with("title-version-differs", &[("language", (&language).into()), ("count", count.into())]),
    };
    let canvas = &mut pane::draw(&title, false, canvas);
    let current = reader.lines_of(here.block);
    for (at, (index, row)) in text.page.rows.iter().enumerate().skip(reader.top).enumerate() {
        let Some(mut canvas) = canvas.row(at) else { return };
        let is_here = current.contains(&index);
        if is_here {
            canvas.put("▌", canvas.style(Role::Dim));
        }
        let style = canvas.style(Role::Alarm);
        let mut canvas = canvas.columns_from(BAR);
        match *row {
            RowBeside::Empty => {}
            RowBeside::OnlyHere => canvas.put_truncated(&only_in(locale, here.document.language), style),
            RowBeside::Line(line) | RowBeside::OnlyThere(line) => {
                let line = &text.page.page.lines[line];
                let block = &text.document.blocks[line.block];
                DrawnLine { found: None, line, block, marks: None, links: Vec::new() }.draw(&mut canvas);
            }
        }
    }
}

/// The remark in place of a number that only the text in this language has.
pub(super) fn only_in(locale: &Locale, language: Language) -> String {
    let language = naming::language(locale, language);
    locale.say_with("version-only", &[("language", (&language).into())])
}
