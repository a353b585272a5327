//! Running titles at the top of pages: beside the symbol of the document, or repeated from page to page.

use std::collections::HashMap;

use crate::base::text::fold;
use crate::import::line::Line;
use crate::import::shape::recognise::resolution_title;
use crate::model::Symbol;

/// What is printed above the text takes no more lines than this.
const TALLEST: usize = 4;
/// A running title is shorter than this, in bytes.
const LONGEST: usize = 200;
/// Shorter words are no title, in bytes.
const SHORTEST: usize = 8;
/// A title takes no more lines than this.
const TITLE: usize = 5;

/// The numbers of the lines that are running titles.
pub fn running(lines: &[Line], heads: &[String]) -> Vec<u32> {
    let tops: Vec<&[Line]> = (1..lines.len())
        .filter(|at| lines[*at].after_cut)
        .map(|at| &lines[at..lines.len().min(at + TALLEST)])
        .map(|top| &top[..1 + top[1..].iter().take_while(|line| !line.after_cut).count()])
        .collect();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for line in tops.iter().flat_map(|top| top.iter()).filter(|line| line.text.len() < LONGEST) {
        *counts.entry(fold(&line.bare())).or_default() += 1;
    }
    let title = title(lines);
    let mut found = Vec::new();
    for top in tops {
        // The lines before the first empty one belong together.
        let height = top.iter().skip(1).position(|line| line.gap > 0).map(|at| at + 1);
        let headed = height.map_or(&top[..0], |height| &top[..height]);
        if headed.iter().any(|line| has_head(&line.bare(), heads)) {
            found.extend(headed.iter().map(|line| line.number));
            continue;
        }
        for (at, line) in top.iter().enumerate() {
            let words = fold(&line.bare());
            let close = at == 0 || line.gap <= 1;
            let again = counts.get(&words).is_some_and(|count| *count >= 2) || title.contains(&words);
            let own = has_head(&line.bare(), heads);
            if own || (again && close && words.len() >= SHORTEST) {
                found.push(line.number);
            } else {
                break;
            }
        }
    }
    found
}

/// The title of a resolution, folded; empty without one.
fn title(lines: &[Line]) -> String {
    let Some(at) = lines.iter().position(|line| resolution_title(&line.text).is_some()) else {
        return String::new();
    };
    let lines: Vec<String> = lines[at..].iter().take(TITLE).map(|line| fold(&line.bare())).collect();
    lines.join(" ")
}

/// Whether a line begins or ends with the symbol of the document, beside other words.
fn has_head(text: &str, heads: &[String]) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_head = |at: usize, ends: bool| {
        let found = Symbol::at_start(&words[at..]);
        found.is_some_and(|(symbol, taken)| {
            heads.iter().any(|head| head == symbol.as_str()) && (!ends || at + taken == words.len())
        })
    };
    text.len() < LONGEST && (is_head(0, false) || (1..words.len()).rev().take(3).any(|at| is_head(at, true)))
}
