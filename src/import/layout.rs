//! How a source lays out its lines: wrapped or not, with or without empty lines between, with or without indents.

use crate::import::line::{Line, LineRole};

/// What the whole source shows about its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceLayout {
    /// Characters in a full line, when lines are wrapped; without it a line is a paragraph.
    pub width: Option<usize>,
    /// Empty lines between two printed lines of one paragraph.
    pub unit: usize,
    /// The first line of a new paragraph is indented.
    pub indents: bool,
    /// Sub-paragraphs are indented.
    pub indented_letters: bool,
    /// Lines are broken between any two characters, as Chinese breaks them.
    pub breaks_words: bool,
}

/// Lines shorter than this do not show the width.
const SPEAKING: usize = 45;
/// So are lines of Chinese shorter than this.
const SHORTEST: usize = 15;
/// No printed page has wider lines; a longer line is a paragraph.
const WIDEST: usize = 135;

impl SourceLayout {
    /// Reads the layout off the lines.
    #[must_use]
    pub fn of(lines: &[Line]) -> Self {
        let mut lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
        let printed: Vec<usize> = lengths.iter().copied().filter(|length| *length >= SPEAKING).collect();
        let words: usize = printed.iter().sum();
        let in_long_lines: usize = printed.iter().filter(|length| **length > WIDEST).sum();
        let whole = lines.iter().all(|line| line.begins == Some(true));
        let wrapped = !whole && printed.len() >= 3 && in_long_lines * 3 < words;
        lengths.retain(|length| (SPEAKING..=WIDEST).contains(length));
        let chinese = is_chinese(lines);
        let width = if chinese {
            chinese_width(lines).filter(|_| !whole)
        } else {
            wrapped.then(|| upper(&mut lengths)).flatten()
        };
        let printed = lines.iter().any(|line| line.print.is_some());
        let breaks_words = chinese && (width.is_some() || printed);
        let Some(width) = width else {
            return Self { width: None, unit: 0, indents: false, indented_letters: false, breaks_words };
        };
        let full = |line: &Line| line.text.chars().count() * 5 >= width * 4;
        let mut gaps = [0usize; 3];
        for pair in lines.windows(2).filter(|pair| full(&pair[0]) && starts_small(&pair[1])) {
            gaps[pair[1].gap.min(2)] += 1;
        }
        let unit = usize::from(gaps[1] > gaps[0] + gaps[2]);
        let (indents, indented_letters) = (indents(lines, full), letters(lines));
        Self { width: Some(width), unit, indents, indented_letters, breaks_words }
    }

    /// Whether there are empty lines between all lines.
    #[must_use]
    pub fn is_double(&self) -> bool {
        self.unit == 1
    }

    /// Whether a line runs to the margin.
    #[must_use]
    pub fn is_full(&self, text: &str) -> bool {
        self.width.is_some_and(|width| text.chars().count() * 5 >= width * 4)
    }

    /// Whether a line was ended on purpose: the first word of the next one would have had room on it. Chinese breaks its
    /// lines between any two characters.
    #[must_use]
    pub fn is_ended(&self, text: &str, next: &str) -> bool {
        let first = next.split([' ', '\t']).next().unwrap_or_default();
        let word = if first.starts_with(is_ideograph) { 1 } else { 1 + first.chars().count() };
        self.width.is_some_and(|width| text.chars().count() + word <= width)
    }

    /// Whether a line stops well before the margin.
    #[must_use]
    pub fn is_short(&self, text: &str) -> bool {
        self.width.is_some_and(|width| text.chars().count() * 4 < width * 3)
    }
}

/// A character of Chinese.
#[must_use]
pub fn is_ideograph(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// Whether most of the text is Chinese, which has fewer characters than other scripts for the same words.
fn is_chinese(lines: &[Line]) -> bool {
    let of_text = lines.iter().filter(|line| line.role != Some(LineRole::Furniture));
    let (all, own) = of_text.flat_map(|line| line.text.chars()).fold((0usize, 0usize), |(all, own), c| {
        (all + usize::from(c.is_alphabetic()), own + usize::from(is_ideograph(c)))
    });
    own * 2 > all
}

/// The length that nine of ten do not exceed.
fn upper(lengths: &mut [usize]) -> Option<usize> {
    lengths.sort_unstable();
    lengths.get(lengths.len() * 9 / 10).copied()
}

/// Chinese breaks its lines between any two characters: those that end within a sentence have almost the same length.
fn chinese_width(lines: &[Line]) -> Option<usize> {
    let within =
        lines.iter().filter(|line| !line.text.ends_with(|c: char| "。；，：、！？”）》.;,:)".contains(c)));
    let mut lengths: Vec<usize> = within
        .map(|line| line.text.chars().count())
        .filter(|length| (SHORTEST..=WIDEST).contains(length))
        .collect();
    let width = upper(&mut lengths)?;
    let near = lengths.iter().filter(|length| width.abs_diff(**length) * 6 <= width).count();
    (near >= 3 && near * 2 > lengths.len()).then_some(width)
}

/// A letter of Chinese or Arabic, which have no capitals.
#[must_use]
pub fn is_caseless(c: char) -> bool {
    is_ideograph(c) || ('\u{620}'..='\u{64a}').contains(&c)
}

fn starts_small(line: &Line) -> bool {
    line.text.starts_with(char::is_lowercase)
}

/// Lines that continue a sentence are at the margin, lines after a full stop are sometimes indented.
fn indents(lines: &[Line], full: impl Fn(&Line) -> bool) -> bool {
    let (mut continuing, mut set_in) = (0usize, 0usize);
    let mut starts = 0usize;
    for pair in lines.windows(2) {
        if full(&pair[0]) && starts_small(&pair[1]) && pair[1].gap <= 1 {
            continuing += 1;
            set_in += usize::from(pair[1].indent > 0);
        } else if pair[1].indent > 0 {
            starts += 1;
        }
    }
    starts >= 2 && continuing >= 3 && set_in * 5 < continuing
}

/// Whether lines that begin with `a)` or `(a)` are indented.
fn letters(lines: &[Line]) -> bool {
    let (mut at_margin, mut set_in) = (0usize, 0usize);
    for line in lines {
        if line.text.trim_start_matches('(').get(1..).is_some_and(|rest| rest.starts_with(") ")) {
            if line.indent > 0 {
                set_in += 1;
            } else {
                at_margin += 1;
            }
        }
    }
    set_in >= 3 && set_in > at_margin * 4
}
