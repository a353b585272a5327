//! The layout: the rectangle of each pane for the size of the terminal, used for drawing and for the mouse.

use std::ops::Range;

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// First column.
    pub x: u16,
    /// First row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Rect {
    /// A rectangle from its corner and its size.
    #[must_use]
    pub fn new(x: u16, y: u16, width: u16, height: u16) -> Self {
        Self { x, y, width, height }
    }

    /// Whether the cell is inside the rectangle.
    #[must_use]
    pub fn holds(self, column: u16, row: u16) -> bool {
        (self.x..self.x + self.width).contains(&column) && (self.y..self.y + self.height).contains(&row)
    }

    /// The rectangle without one cell on each side.
    #[must_use]
    pub fn inside(self) -> Self {
        let (width, height) = (self.width.saturating_sub(2), self.height.saturating_sub(2));
        Self { x: self.x + 1, y: self.y + 1, width, height }
    }
}

/// A pane of the desk, in the order in which `Tab` visits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pane {
    /// The agenda items and their next steps.
    Agenda,
    /// The text of a document.
    Reader,
    /// The notes on the current passage.
    Notes,
    /// What must be discussed, session by session.
    Tracker,
}

impl Pane {
    /// All panes in order.
    pub const ALL: [Self; 4] = [Self::Agenda, Self::Reader, Self::Notes, Self::Tracker];

    /// Its name: the scope of its keys, `pane-…` in the locale, and the form in which it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Reader => "reader",
            Self::Notes => "notes",
            Self::Tracker => "tracker",
        }
    }

    /// The pane with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pane| pane.name() == name)
    }

    /// The pane `by` places further; after the last one comes the first.
    #[must_use]
    pub fn step(self, by: isize) -> Self {
        let at = Self::ALL.iter().position(|pane| *pane == self).unwrap_or(0);
        Self::ALL[at.wrapping_add_signed(by) % Self::ALL.len()]
    }
}

/// The smallest terminal the desk works in, columns and rows.
pub const SMALLEST: (u16, u16) = (40, 12);

/// How the terminal is divided now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The whole terminal.
    pub screen: Rect,
    /// The line above the panes.
    pub header: Rect,
    /// The line below the panes.
    pub footer: Rect,
    /// The rows between these two lines.
    pub main: Rect,
    /// The panes on screen with their rectangles, the line with the title and the separator at the left included.
    pub panes: Vec<(Pane, Rect)>,
    /// On a wide screen, the rectangle of the texts that belong to the passage being read, right of that; title and separator
    /// included.
    pub companion: Option<Rect>,
    /// Whether the text beside is the same document in another language.
    pub has_versions: bool,
}

/// The values the layout depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parameters {
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// The pane that has the focus.
    pub focus: Pane,
    /// Whether that pane fills the whole desk.
    pub zoomed: bool,
    /// Whether a note is being typed.
    pub typing: bool,
    /// On which side the text that is read is, if another language is wanted beside it; `None` if none is.
    pub versions: Option<TextSide>,
}

/// The side of a text that has another one beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextSide {
    /// It is the left one.
    Left,
    /// It is the right one.
    Right,
}

impl Layout {
    /// Divides the terminal. If it is too small, only `screen` is set.
    #[must_use]
    pub fn of(parameters: Parameters) -> Self {
        let (width, height) = parameters.size;
        let screen = Rect::new(0, 0, width, height);
        if width < SMALLEST.0 || height < SMALLEST.1 {
            return Self { screen, ..Self::default() };
        }
        let main = Rect::new(0, 1, width, height - 2);
        let several = width >= 60 && height >= 16;
        let (mut panes, mut companion) = if parameters.zoomed || !several {
            (vec![(parameters.focus, main)], None)
        } else if parameters.focus == Pane::Tracker {
            (tracker_first(main), None)
        } else if width >= WIDE {
            four_columns(main, parameters.typing)
        } else if width >= 100 {
            (three_columns(main, parameters.typing), None)
        } else {
            (two_columns(main, parameters.typing), None)
        };
        let side = parameters.versions.filter(|_| width >= WIDE_FOR_VERSIONS && !parameters.typing);
        if let (Some(side), Some(companion)) = (side, &mut companion)
            && let Some((_, text)) = panes.iter_mut().find(|(pane, _)| *pane == Pane::Reader)
        {
            side_by_side(text, companion, side);
        }
        let has_versions = side.is_some() && companion.is_some();
        Self {
            screen,
            has_versions,
            header: Rect::new(0, 0, width, 1),
            footer: Rect::new(0, height - 1, width, 1),
            main,
            panes,
            companion,
        }
    }

    /// Whether the terminal is too small for the desk.
    #[must_use]
    pub fn too_small(&self) -> bool {
        self.panes.is_empty()
    }

    /// The rectangle of a pane, title and separator included, if it is on screen.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Option<Rect> {
        self.panes.iter().find(|(shown, _)| *shown == pane).map(|(_, rect)| *rect)
    }

    /// The cells a pane has for its content, if it is on screen: below its title, and right of the separator that a
    /// pane has if it does not begin at the left edge.
    #[must_use]
    pub fn content(&self, pane: Pane) -> Option<Rect> {
        let Rect { x, y, width, height } = self.pane(pane)?;
        let separator = separator(x);
        Some(Rect::new(x + separator, y + 1, width.saturating_sub(separator), height.saturating_sub(1)))
    }

    /// The pane under a cell.
    #[must_use]
    pub fn at(&self, column: u16, row: u16) -> Option<Pane> {
        self.panes.iter().find(|(_, rect)| rect.holds(column, row)).map(|(pane, _)| *pane)
    }

    /// The rectangle of a box over the desk, in the middle and nearer to the top; not larger than the desk.
    #[must_use]
    pub fn overlay(&self, width: u16, height: u16) -> Rect {
        let (width, height) = (width.min(self.main.width), height.min(self.main.height));
        let x = self.main.x + (self.main.width - width) / 2;
        let y = self.main.y + (self.main.height - height) / 3;
        Rect::new(x, y, width, height)
    }
}

impl Layout {
    /// The rows of the desk above or below others, whichever are more; `None` if they are fewer than `least`.
    #[must_use]
    pub fn clear_of(&self, rows: Range<u16>, least: u16) -> Option<Rect> {
        let Rect { y, height, .. } = self.main;
        let above = Rect { height: rows.start.saturating_sub(y).min(height), ..self.main };
        let below = Rect { y: rows.end, height: (y + height).saturating_sub(rows.end), ..self.main };
        let larger = if below.height >= above.height { below } else { above };
        (larger.height >= least).then_some(larger)
    }

    /// The rectangle of a box in the middle of these rows: at their top if they are below the passage being read, else at
    /// their end.
    #[must_use]
    pub fn in_rows(&self, room: Rect, width: u16, height: u16) -> Rect {
        let (width, height) = (width.min(room.width), height.min(room.height));
        let y = if room.y > self.main.y { room.y } else { room.y + room.height - height };
        Rect::new(room.x + (room.width - width) / 2, y, width, height)
    }
}

/// Columns of the separator at the left of a pane that begins at this column: 1, or 0 at the left edge.
#[must_use]
pub fn separator(x: u16) -> u16 {
    u16::from(x > 0)
}

/// Rows of the tracker strip below the panes, its title included.
const STRIP: u16 = 3;

/// The most columns that the text of a document uses, separator and margin included.
const WIDEST_TEXT: u16 = 104;

/// A note being typed leaves the text its width: otherwise its lines would move while the delegate reads them. It only takes
/// columns that the text does not use.
fn three_columns(main: Rect, typing: bool) -> Vec<(Pane, Rect)> {
    let upper = main.height - STRIP;
    let left = (main.width / 4).clamp(28, 38);
    let notes = (main.width / 4).clamp(26, 42);
    let unused = (main.width - left - notes).saturating_sub(WIDEST_TEXT);
    let right = if typing { notes + unused } else { notes };
    vec![
        (Pane::Agenda, Rect::new(main.x, main.y, left, upper)),
        (Pane::Reader, Rect::new(main.x + left, main.y, main.width - left - right, upper)),
        (Pane::Notes, Rect::new(main.x + main.width - right, main.y, right, upper)),
        (Pane::Tracker, Rect::new(main.x, main.y + upper, main.width, STRIP)),
    ]
}

/// The fewest columns of a screen with room for two texts beside each other.
const WIDE: u16 = 180;

/// The fewest columns of the texts beside the one that is read.
const LEAST_COMPANION: u16 = 40;

/// The columns of the text are divided: at its right is what belongs to the passage being read. A note being typed takes columns
/// of these texts, and all of them if too few would be left; never those of the text that is read.
fn four_columns(main: Rect, typing: bool) -> (Vec<(Pane, Rect)>, Option<Rect>) {
    let mut panes = three_columns(main, false);
    let [_, (_, text), (_, notes), _] = panes.as_mut_slice() else { return (panes, None) };
    let whole = *text;
    text.width = (whole.width * 3 / 5).min(WIDEST_TEXT);
    let mut companion = Rect { x: whole.x + text.width, width: whole.width - text.width, ..whole };
    if typing {
        let left = companion.width.saturating_sub(LEAST_COMPANION);
        let given = if left < LEAST_COMPANION { companion.width } else { LEAST_COMPANION };
        companion.width -= given;
        notes.x -= given;
        notes.width += given;
    }
    (panes, (companion.width > 0).then_some(companion))
}

/// The fewest columns of a screen on which two languages are beside each other.
pub const WIDE_FOR_VERSIONS: u16 = 200;

/// Two languages of one document have the same width; the text that is read is on its side.
fn side_by_side(text: &mut Rect, companion: &mut Rect, side: TextSide) {
    let width = text.width + companion.width;
    let left = Rect { width: width.div_ceil(2), ..*text };
    let right = Rect { x: text.x + left.width, width: width - left.width, ..*text };
    (*text, *companion) = if side == TextSide::Left { (left, right) } else { (right, left) };
}

/// With less than 100 columns the notes are below the agenda, so that the text has a readable width.
fn two_columns(main: Rect, typing: bool) -> Vec<(Pane, Rect)> {
    let upper = main.height - STRIP;
    let left = (main.width * 2 / 5).clamp(24, 33);
    let notes = if typing { upper * 2 / 3 } else { upper * 2 / 5 };
    let agenda = upper - notes;
    vec![
        (Pane::Agenda, Rect::new(main.x, main.y, left, agenda)),
        (Pane::Notes, Rect::new(main.x, main.y + agenda, left, notes)),
        (Pane::Reader, Rect::new(main.x + left, main.y, main.width - left, upper)),
        (Pane::Tracker, Rect::new(main.x, main.y + upper, main.width, STRIP)),
    ]
}

/// If the tracker has the focus, the matrix takes most of the desk and the text of the step is beside or below it.
fn tracker_first(main: Rect) -> Vec<(Pane, Rect)> {
    if main.width >= 100 {
        let matrix = (main.width * 3 / 5).min(main.width - 40);
        return vec![
            (Pane::Tracker, Rect::new(main.x, main.y, matrix, main.height)),
            (Pane::Reader, Rect::new(main.x + matrix, main.y, main.width - matrix, main.height)),
        ];
    }
    let matrix = (main.height * 3 / 5).max(8);
    vec![
        (Pane::Tracker, Rect::new(main.x, main.y, main.width, matrix)),
        (Pane::Reader, Rect::new(main.x, main.y + matrix, main.width, main.height - matrix)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panes_fill_the_desk_and_share_no_cell() {
        for width in (40..120).chain(170..210) {
            for height in 12..70 {
                for focus in Pane::ALL {
                    let versions = [None, Some(TextSide::Left), Some(TextSide::Right)];
                    for (versions, (zoomed, typing)) in versions
                        .into_iter()
                        .flat_map(|side| [(false, false), (true, false), (false, true)].map(|of| (side, of)))
                    {
                        let layout =
                            Layout::of(Parameters { size: (width, height), focus, zoomed, typing, versions });
                        assert!(layout.pane(focus).is_some(), "{focus:?} at {width}x{height}");
                        let mut cells = 0;
                        let areas: Vec<Rect> =
                            layout.panes.iter().map(|(_, rect)| *rect).chain(layout.companion).collect();
                        for (at, rect) in areas.iter().enumerate() {
                            let (right, below) = (rect.x + rect.width, rect.y + rect.height);
                            assert!(rect.y > 0 && right <= width && below < height, "{width}x{height}");
                            let apart = |other: &Rect| {
                                right <= other.x
                                    || other.x + other.width <= rect.x
                                    || below <= other.y
                                    || other.y + other.height <= rect.y
                            };
                            assert!(areas[..at].iter().all(apart));
                            cells += u32::from(rect.width) * u32::from(rect.height);
                        }
                        // Panes that are apart and have as many cells as the desk fill it.
                        let desk = u32::from(width) * u32::from(height - 2);
                        assert_eq!(cells, desk, "{focus:?} at {width}x{height}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_box_is_above_or_below_the_passage_one_reads() {
        let parameters =
            Parameters { size: (80, 24), focus: Pane::Reader, zoomed: false, typing: false, versions: None };
        let layout = Layout::of(parameters);
        let room = layout.clear_of(3..8, 9).unwrap();
        assert_eq!(layout.in_rows(room, 60, 12), Rect::new(10, 8, 60, 12));
        let room = layout.clear_of(14..22, 9).unwrap();
        assert_eq!(
            layout.in_rows(room, 60, 10),
            Rect::new(10, 4, 60, 10),
            "it ends where the passage begins"
        );
        assert_eq!(layout.clear_of(8..17, 9), None, "neither above nor below is there enough room");
    }

    #[test]
    fn a_tiny_terminal_has_no_panes() {
        let parameters =
            Parameters { size: (39, 12), focus: Pane::Reader, zoomed: false, typing: false, versions: None };
        assert!(Layout::of(parameters).too_small());
    }
}
