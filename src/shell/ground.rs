//! Asks the terminal for the colour of its ground (OSC 11). Not all terminals answer, and some answer late: the first
//! frame does not wait for it, and what is part of a late answer is not taken for keys.
//!
//! ```text
//! ESC ] 11 ; rgb:1e1e/1e1e/1e1e ESC \
//! └Alt-]└─────── characters ───┘└Alt-\   as the keys in which the answer arrives
//! ```
#![allow(clippy::disallowed_methods, reason = "the answer of the terminal is waited for only so long")]

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::event::{self as terminal, Event as Input, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// How long the first frame waits for the answer, after everything else is ready. Terminals that answer do it sooner; the
/// answer of a distant one changes the colours when it comes.
const LIMIT: Duration = Duration::from_millis(10);

/// How every answer begins.
const BEGINNING: &str = "11;rgb:";

/// What the terminal answered.
pub(super) struct GroundAnswer {
    /// Whether its ground is light; `None` if it has not answered yet.
    pub is_light: Option<bool>,
    /// What arrived in the meantime and is no part of the answer.
    pub others: Vec<Input>,
    /// What of an answer is still to come.
    pub reply: Reply,
}

/// Asks the terminal. It must be in raw mode.
///
/// # Errors
/// When the terminal is gone.
pub(super) fn ask() -> io::Result<()> {
    let mut out = io::stdout();
    out.write_all(b"\x1b]11;?\x1b\\")?;
    out.flush()
}

/// What the terminal has answered, or answers at once. Nothing else may read from it.
///
/// # Errors
/// When the terminal is gone.
pub(super) fn answer() -> io::Result<GroundAnswer> {
    let mut answer = GroundAnswer { is_light: None, others: Vec::new(), reply: Reply::default() };
    let end = Instant::now() + LIMIT;
    while terminal::poll(end.saturating_duration_since(Instant::now()))? {
        let input = terminal::read()?;
        match answer.reply.take(&input) {
            ReplyPart::None => answer.others.push(input),
            ReplyPart::Some => {}
            ReplyPart::Last(text) => {
                answer.is_light = is_light(&text);
                break;
            }
        }
    }
    Ok(answer)
}

/// The answer so far; it is expected once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Reply {
    /// What came after its beginning; `None` while it has not begun.
    text: Option<String>,
    is_over: bool,
}

/// Whether an input is part of the answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReplyPart {
    /// It is none.
    None,
    /// It is one, and more follow.
    Some,
    /// It is the last one of this answer.
    Last(String),
}

impl Reply {
    /// No answer is expected, because nothing was asked.
    pub(super) fn none() -> Self {
        Self { text: None, is_over: true }
    }

    /// Takes an input if it is part of the answer.
    pub(super) fn take(&mut self, input: &Input) -> ReplyPart {
        let Input::Key(key) = input else { return ReplyPart::None };
        if self.is_over || key.kind == KeyEventKind::Release {
            return ReplyPart::None;
        }
        let Some(text) = &mut self.text else {
            let begins = *key == KeyEvent::new(KeyCode::Char(']'), KeyModifiers::ALT);
            self.text = begins.then(String::new);
            return if begins { ReplyPart::Some } else { ReplyPart::None };
        };
        match (key.code, key.modifiers) {
            (KeyCode::Char('\\'), KeyModifiers::ALT) | (KeyCode::Char('g'), KeyModifiers::CONTROL) => {
                self.is_over = true;
                ReplyPart::Last(std::mem::take(text))
            }
            (KeyCode::Char(c), KeyModifiers::NONE) if continues(text, c) => {
                text.push(c);
                ReplyPart::Some
            }
            _ => {
                self.text = None;
                ReplyPart::None
            }
        }
    }
}

fn continues(text: &str, c: char) -> bool {
    match BEGINNING.chars().nth(text.len()) {
        Some(expected) => c == expected,
        None => c.is_ascii_hexdigit() || c == '/',
    }
}

/// Whether a colour of an answer such as `11;rgb:ffff/ffff/ffff` is nearer to white than to black; `None` if it is none.
pub(super) fn is_light(text: &str) -> Option<bool> {
    let parts: Vec<f64> = text
        .strip_prefix(BEGINNING)?
        .split('/')
        .map(|part| {
            let most = 16_u32.checked_pow(u32::try_from(part.len()).ok()?)?.checked_sub(1)?;
            Some(f64::from(u32::from_str_radix(part, 16).ok()?) / f64::from(most))
        })
        .collect::<Option<_>>()?;
    let [red, green, blue] = parts.as_slice() else { return None };
    Some(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> Input {
        Input::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    fn typed(text: &str) -> impl Iterator<Item = Input> {
        text.chars().map(|c| key(c, KeyModifiers::NONE))
    }

    #[test]
    fn an_answer_is_put_together_and_keys_around_it_are_left() {
        let mut reply = Reply::default();
        assert_eq!(reply.take(&key('q', KeyModifiers::NONE)), ReplyPart::None, "typed before the answer");
        assert_eq!(reply.take(&key(']', KeyModifiers::ALT)), ReplyPart::Some);
        assert!(typed("11;rgb:fafa/f8f8/f0f0").all(|input| reply.take(&input) == ReplyPart::Some));
        let last = reply.take(&key('\\', KeyModifiers::ALT));
        assert_eq!(last, ReplyPart::Last("11;rgb:fafa/f8f8/f0f0".to_owned()));
        assert_eq!(reply.take(&key(']', KeyModifiers::ALT)), ReplyPart::None, "there is one answer");
    }

    #[test]
    fn a_key_that_only_looks_like_the_beginning_is_followed_by_keys() {
        let mut reply = Reply::default();
        assert_eq!(reply.take(&key(']', KeyModifiers::ALT)), ReplyPart::Some);
        assert!(typed("next").all(|input| reply.take(&input) == ReplyPart::None));
    }

    #[test]
    fn a_ground_is_light_or_dark() {
        let case = |text: &str, expected| assert_eq!(is_light(text), expected, "{text}");
        case("11;rgb:ffff/ffff/ffff", Some(true));
        case("11;rgb:fd/f6/e3", Some(true));
        case("11;rgb:0000/2b2b/3636", Some(false));
        case("11;rgb:0/0/0", Some(false));
        case("11;rgb:ffff/ffff", None);
        case("11;rgb://", None);
        case("", None);
    }
}
