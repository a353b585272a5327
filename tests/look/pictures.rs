//! The pictures of the README: SVG drawn from the cells of the real screen.

use std::fmt::Write as _;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// Width and height of a cell, and the size of the letters, in pixels.
const CELL: (usize, usize) = (9, 18);
const LETTERS: usize = 15;

/// The screen as an SVG picture: a rectangle for each stretch of one ground, a text for each stretch of one style.
pub fn svg(cells: &Buffer) -> String {
    let (columns, rows) = (usize::from(cells.area.width), usize::from(cells.area.height));
    let (width, height) = (columns * CELL.0, rows * CELL.1);
    let ground = colour(cells[(0, rows as u16 - 1)].bg);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"{LETTERS}\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n"
    );
    for row in 0..rows {
        let mut from = 0;
        while from < columns {
            let style = style(cells, from, row);
            let to = (from..columns).find(|at| self::style(cells, *at, row) != style).unwrap_or(columns);
            draw(&mut svg, cells, (from, to), row, &ground);
            from = to;
        }
    }
    svg + "</svg>\n"
}

/// What a stretch of cells has in common: colours of text and ground, and modifiers.
fn style(cells: &Buffer, column: usize, row: usize) -> (String, String, Modifier) {
    let cell = &cells[(column as u16, row as u16)];
    let (ink, ground) = (colour(cell.fg), colour(cell.bg));
    match cell.modifier.contains(Modifier::REVERSED) {
        true => (ground, ink, cell.modifier),
        false => (ink, ground, cell.modifier),
    }
}

fn draw(svg: &mut String, cells: &Buffer, (from, to): (usize, usize), row: usize, usual: &str) {
    let (ink, ground, modifier) = style(cells, from, row);
    let (x, y, width) = (from * CELL.0, row * CELL.1, (to - from) * CELL.0);
    if ground != usual {
        let height = CELL.1;
        let _ = writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>"
        );
    }
    let text: String = (from..to).map(|at| cells[(at as u16, row as u16)].symbol()).collect();
    let words = text.trim();
    if words.is_empty() {
        return;
    }
    // Not all programs keep spaces at the beginning of a text.
    let x = x + plenary::base::text::width(&text[..text.len() - text.trim_start().len()]) * CELL.0;
    let length = plenary::base::text::width(words) * CELL.0;
    let mut look = String::new();
    for (flag, attribute) in [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::ITALIC, " font-style=\"italic\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
    ] {
        look.push_str(if modifier.contains(flag) { attribute } else { "" });
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace(' ', "\u{a0}");
    let base = y + CELL.1 - 5;
    let _ = writeln!(
        svg,
        "<text x=\"{x}\" y=\"{base}\" fill=\"{ink}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\"{look}>{words}</text>"
    );
}

/// A colour of a theme with all colours, as SVG writes it.
fn colour(colour: Color) -> String {
    match colour {
        Color::Rgb(red, green, blue) => format!("#{red:02x}{green:02x}{blue:02x}"),
        other => panic!("{other} depends on the terminal: a theme in all colours paints every cell"),
    }
}
