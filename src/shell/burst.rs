//! Distinguishes keys that arrive at once from keys that are pressed one after the other.
//!
//! Some terminals send a paste like typed keys, without the marks of bracketed paste. Nobody types three different keys in
//! the same instant, so such keys are handed to the interface together, which takes them as text where text is typed.

use std::time::Duration;

use crate::app::burst::character;
use crate::app::event::Event;
use crate::keymap::Key;

/// How many keys at once are no longer typing.
const FEWEST: usize = 3;
/// How many keys are handed over together at most; more of a paste follow in the next burst.
const MOST: usize = 1 << 22;
/// How long a key that has arrived already may take to be read.
const AT_ONCE: Duration = Duration::from_millis(1);
/// How long a paste may pause between two of its pieces: shorter than anybody needs from one key to the next.
const PAUSE: Duration = Duration::from_millis(20);

/// Where events come from.
pub(super) trait EventSource {
    /// Why no more can come.
    type Error;

    /// The next event; `None` if none came in time. Without a limit it waits until there is one.
    ///
    /// # Errors
    /// When no more events can come.
    fn next(&mut self, limit: Option<Duration>) -> Result<Option<Event>, Self::Error>;
}

/// Waits for the next event and takes with it the keys that arrive at once. Returns events in their order.
///
/// # Errors
/// When no more events can come.
pub(super) fn gather<S: EventSource>(source: &mut S) -> Result<Vec<Event>, S::Error> {
    let mut keys = Vec::new();
    let mut limit = None;
    loop {
        match source.next(limit) {
            Ok(Some(Event::Key(key))) if character(key).is_some() => keys.push(key),
            Ok(Some(other)) => return Ok(events(keys).into_iter().chain([other]).collect()),
            Err(error) if keys.is_empty() => return Err(error),
            // The end is reported again at the next call.
            Ok(None) | Err(_) => return Ok(events(keys)),
        }
        if keys.len() == MOST {
            return Ok(events(keys));
        }
        limit = Some(if are_different(&keys) { PAUSE } else { AT_ONCE });
    }
}

/// Whether there are several keys, and not one that is held down.
fn are_different(keys: &[Key]) -> bool {
    keys.iter().any(|key| *key != keys[0])
}

/// Keys that arrived at once, as events: together if nobody types like that.
fn events(keys: Vec<Key>) -> Vec<Event> {
    if keys.len() >= FEWEST && are_different(&keys) {
        return vec![Event::Burst(keys)];
    }
    keys.into_iter().map(Event::Key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::burst::text;
    use proptest::prelude::*;
    use std::collections::VecDeque;

    /// Events with the pause before each.
    struct Script(VecDeque<(Duration, Event)>);

    impl EventSource for Script {
        type Error = ();

        fn next(&mut self, limit: Option<Duration>) -> Result<Option<Event>, ()> {
            let (pause, _) = self.0.front().ok_or(())?;
            if limit.is_some_and(|limit| *pause > limit) {
                // The time that has been waited does not count twice: the longest wait is the last one.
                return Ok(None);
            }
            Ok(self.0.pop_front().map(|(_, event)| event))
        }
    }

    /// Keys in the notation of keymaps, separated by spaces; `|` is a pause that people make.
    fn script(keys: &str) -> Script {
        let mut pause = Duration::ZERO;
        let mut events = VecDeque::new();
        for key in keys.split(' ') {
            if key == "|" {
                pause = Duration::from_millis(60);
            } else {
                events.push_back((std::mem::take(&mut pause), Event::Key(key.parse().unwrap())));
            }
        }
        Script(events)
    }

    fn all(mut script: Script) -> Vec<Event> {
        std::iter::from_fn(|| gather(&mut script).ok()).flatten().collect()
    }

    /// What reaches the interface, in words: bursts as their text in brackets, keys as they are written.
    #[track_caller]
    fn case(keys: &str, expected: &str) {
        let shown = |event: &Event| match event {
            Event::Key(key) => key.to_string(),
            Event::Burst(keys) => format!("[{}]", text(keys)),
            other => panic!("{other:?}"),
        };
        let shown: Vec<String> = all(script(keys)).iter().map(shown).collect();
        assert_eq!(shown.join(" "), expected, "{keys}");
    }

    #[test]
    fn keys_that_arrive_at_once_stay_together() {
        case("S G : Space x Enter q Enter", "[SG: x\nq\n]");
        case("a Tab b Ctrl-j c", "[a\tb\nc]");
        case("a Enter b", "[a\nb]");
        case("a b c Esc d", "[abc] Esc d");
        case("a b c Ctrl-x d e f", "[abc] Ctrl-x [def]");
    }

    #[test]
    fn keys_pressed_one_after_the_other_are_keys() {
        case("S | G | :", "S G :");
        case("a b | c d | Enter q", "a b c d Enter q");
        case("j j j j j j", "j j j j j j");
        case("Up Up Down Esc", "Up Up Down Esc");
        case("Ctrl-j", "Ctrl-j");
        case("q", "q");
    }

    proptest! {
        /// Whatever pieces a paste arrives in, unless the first is a single key, it stays one text.
        #[test]
        fn a_paste_in_pieces_is_one_text(
            words in "[a-z]{2}[ -~\n\t]{1,80}", pauses in prop::collection::vec(0..20_u64, 83),
        ) {
            prop_assume!(words.chars().any(|c| !words.starts_with(c)));
            let pauses = [0, 0].into_iter().chain(pauses).map(Duration::from_millis);
            let same = words.chars().take_while(|c| words.starts_with(*c)).count();
            let key = |c: char| match c {
                '\n' => "Enter".parse().unwrap(),
                '\t' => "Tab".parse().unwrap(),
                c => Key::plain(crate::keymap::Code::Char(c)),
            };
            let events = words.chars().zip(pauses).enumerate().map(|(at, (c, pause))| {
                (if at <= same { Duration::ZERO } else { pause }, Event::Key(key(c)))
            });
            let found = all(Script(events.collect()));
            let [Event::Burst(keys)] = &found[..] else { panic!("{found:?}") };
            prop_assert_eq!(text(keys), words);
        }
    }
}
