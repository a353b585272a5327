//! What a delegate who does anything does next: often what has a meaning where they are, sometimes anything at all.

use crate::app::App;
use crate::app::window::WindowSize;
use crate::keymap::{Code, Key};

use super::dice::Dice;
use super::samples::{PASTED, TYPED};
use super::step::{ACTIONS, Step};
use super::typed;

/// Chooses steps; remembers how many words were typed, so that each is another.
#[derive(Default)]
pub struct Habits {
    words: usize,
}

/// Keys bound nowhere or everywhere, and those of other keyboards.
const KEYS: [&str; 24] = [
    "Esc",
    "Esc",
    "Enter",
    "Enter",
    "Tab",
    "Shift-Tab",
    "Backspace",
    "Delete",
    "Insert",
    "Up",
    "Down",
    "Left",
    "Right",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "F5",
    "Ctrl-c",
    "Alt-x",
    "Ctrl-Space",
    "²",
    "€",
    "Ctrl-Shift-Left",
];

/// Sizes of terminals, the smallest and the largest too.
const SIZES: [(u16, u16); 16] = [
    (1, 1),
    (2, 2),
    (3, 1),
    (1, 40),
    (300, 1),
    (5, 5),
    (20, 6),
    (40, 12),
    (60, 20),
    (80, 24),
    (80, 24),
    (120, 30),
    (140, 50),
    (200, 10),
    (300, 100),
    (33, 90),
];

/// Things people do in one go; `W` is a word never typed before.
const SCENES: [&[&str]; 16] = [
    &["key a", "type W", "key Esc", "key m", "key a", "key Enter", "type W", "key Esc"],
    &["key I", "key Down", "key Enter", "type W", "key Esc", "key M", "key Enter", "key u"],
    &["key n", "type W", "key Esc"],
    &["key n", "type W", "key Enter", "type W", "key Ctrl-u", "key Esc"],
    &["key i", "type SG + W", "key Enter"],
    &["key i", "type SG + W", "key Esc"],
    &["key Tab", "key e", "type  W", "key Esc"],
    &[
        "key Tab",
        "key e",
        "type  W",
        "other edit 0",
        "look",
        "write 9",
        "answer 9",
        "type  W",
        "key Esc",
        "key u",
    ],
    &["key s", "key d"],
    &["key t", "key m", "type W", "key Enter"],
    &["key t", "key s", "key c", "type W", "key Enter"],
    &["key x", "key u"],
    &["key u", "key u", "key U"],
    &["key t", "key Enter", "key Down", "key Enter", "key Esc"],
    &["key C", "paste programme", "key Enter", "key Esc"],
    &["other document 0", "look", "write 99", "answer 99", "key L", "key t", "key Enter"],
];

impl Habits {
    /// The next steps.
    pub fn choose(&mut self, dice: &mut Dice, app: &App) -> Vec<Step> {
        let takes_text = app.layers.last().is_some_and(|layer| layer.cover().takes_text());
        let cell = |dice: &mut Dice, length: u16| u16::try_from(dice.below(usize::from(length) + 2)).unwrap();
        let WindowSize { columns, rows } = app.window.size;
        let one = match dice.below(100) {
            0..32 => return bound(dice, app, &app.scopes()),
            32..36 => {
                let scopes: Vec<&str> = app.input.keymap.scopes().collect();
                let scope = *dice.of(&scopes);
                return bound(dice, app, &[scope]);
            }
            36..44 => Step::Key(dice.of(&KEYS).parse().unwrap()),
            44..46 => {
                Step::Key(Key::plain(Code::Char(char::from(33 + u8::try_from(dice.below(94)).unwrap()))))
            }
            46..58 if takes_text || dice.below(8) == 0 => self.typed(dice),
            46..61 => return self.scene(dice),
            61..62 => Step::Burst(format!("{} {}", dice.of(&TYPED), self.word())),
            62..65 => Step::Paste((*dice.of(&PASTED)).to_owned()),
            65..69 => Step::Click(cell(dice, columns), cell(dice, rows)),
            69..71 => Step::Wheel(*dice.of(&[-1, 1, 5, -100]), cell(dice, columns), cell(dice, rows)),
            71..75 => {
                let (columns, rows) = *dice.of(&SIZES);
                Step::Resize(columns, rows)
            }
            75..76 => Step::Tick(*dice.of(&[1, 10, 200, 1500])),
            76..80 => Step::Look,
            80..83 => Step::Journal,
            83..88 => Step::Write(*dice.of(&[1, 1, 2, 3, 10, 99])),
            88..94 => Step::Answer(*dice.of(&[1, 1, 2, 3, 10, 99])),
            94..99 => Step::Other(dice.of(&ACTIONS).0, dice.below(8)),
            _ => Step::Kill,
        };
        vec![one]
    }

    fn word(&mut self) -> String {
        self.words += 1;
        typed::own(self.words)
    }

    fn typed(&mut self, dice: &mut Dice) -> Step {
        let text = *dice.of(&TYPED);
        Step::Type(if dice.below(3) == 0 { text.to_owned() } else { format!("{text} {}", self.word()) })
    }

    fn scene(&mut self, dice: &mut Dice) -> Vec<Step> {
        let lines = *dice.of(&SCENES);
        lines
            .iter()
            .map(|line| match line.parse().unwrap() {
                Step::Type(text) => Step::Type(text.replace('W', &self.word())),
                step => step,
            })
            .collect()
    }
}

/// The keys of a verb of one of these scopes, or of the rest of a sequence that is begun.
fn bound(dice: &mut Dice, app: &App, scopes: &[&str]) -> Vec<Step> {
    let keymap = &app.input.keymap;
    let scope = *dice.of(scopes);
    let sequences: Vec<_> = keymap.bindings(scope).map(|(sequence, _)| sequence).collect();
    if sequences.is_empty() {
        return Vec::new();
    }
    dice.of(&sequences).keys().iter().map(|key| Step::Key(*key)).collect()
}
