//! The instruction of a position, typed in a line: `Capital, 20 January 2023, until 10 March 2023, ND 42`.
//!
//! The parts are separated by commas or semicolons. A day is that of the instruction, a day behind a word such as `until` its last
//! one; of the other parts the first is who gave it, and what follows is its reference.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Prompt};
use crate::app::screen::position::here;
use crate::app::workspace::Change;
use crate::base::Id;
use crate::base::text::fold;
use crate::calendar::programme;
use crate::workspace::position::{Instruction, Position, add_instruction, is_delivered};

/// Asks for the instruction of the newest position on the current passage.
#[must_use]
pub fn ask(context: &Context) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    match here(context).into_iter().find(|note| !is_delivered(note)) {
        Some(note) => Outcome::of(Intent::Open(Overlay::Line(Prompt::Instruction { position: note.id }))),
        None => Outcome::notify(Notice::new("notice-instruction-no-position")),
    }
}

/// The words behind which the last day is, in the language of the interface; the first is written.
fn until_words(context: &Context) -> Vec<String> {
    context.locale().say("instruction-until-words").split('|').map(|word| word.trim().to_owned()).collect()
}

/// What the line starts with: the instruction as it is.
#[must_use]
pub fn first_text(context: &Context, position: Id) -> String {
    let note = context.workspace.positions.get(position);
    let Some(instruction) = note.and_then(|note| Position::of(note).instruction) else {
        return String::new();
    };
    let until = until_words(context).into_iter().next().unwrap_or_default();
    let parts = [
        instruction.from,
        instruction.date.map(|day| day.to_string()),
        instruction.until.map(|day| format!("{until} {day}")),
        instruction.reference,
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Takes what was typed for the instruction of a position; nothing typed removes it.
///
/// # Errors
/// A notice if what is behind `until` is no day, or is before the day of the instruction.
pub fn set(context: &Context, position: Id, text: &str) -> Result<Outcome, Notice> {
    let Some(before) = context.workspace.positions.get(position) else { return Ok(Outcome::none()) };
    let given = read(text, &until_words(context), context.now.today)?;
    let mut after = before.with_text(before.text.clone(), &context.now);
    after.extra.remove("instruction");
    add_instruction(&mut after, given);
    if after.extra == before.extra {
        return Ok(Outcome::none());
    }
    let (before, after) = (Arc::new(before.clone()), Arc::new(after));
    Ok(Outcome::of(Intent::Change(Change::Edit { before, after })))
}

fn read(text: &str, until_words: &[String], today: NaiveDate) -> Result<Instruction, Notice> {
    let mut read = Instruction::default();
    let mut reference: Vec<&str> = Vec::new();
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let behind = until_words.iter().find_map(|word| {
            // In characters: an apostrophe may be typed straight.
            let end = part.char_indices().nth(word.chars().count()).map_or(part.len(), |(at, _)| at);
            (fold(&part[..end]) == fold(word)).then(|| part[end..].trim())
        });
        if let Some(words) = behind.filter(|words| !words.is_empty()) {
            let wrong = || Notice::new("notice-instruction-no-day").with("text", words).alarming();
            read.until = Some(programme::day(words, today).ok_or_else(wrong)?);
        } else if let Some(day) = programme::day(part, today).filter(|_| read.date.is_none()) {
            read.date = Some(day);
        } else if read.from.is_none() {
            read.from = Some(part.to_owned());
        } else {
            reference.push(part);
        }
    }
    read.reference = Some(reference.join(", ")).filter(|reference| !reference.is_empty());
    match read.date.zip(read.until).filter(|(date, until)| date > until) {
        None => Ok(read),
        Some((date, until)) => {
            let notice = Notice::new("position-instruction-order").with("date", date.to_string());
            Err(notice.with("until", until.to_string()).alarming())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn words() -> Vec<String> {
        ["until", "valid until"].map(str::to_owned).to_vec()
    }

    #[test]
    fn the_parts_are_known_by_their_kind() {
        let typed = "Capital, 20 January 2023; until 2023-03-10, ND 42, page 3";
        let read = read(typed, &words(), day("2023-03-06")).unwrap();
        let expected = Instruction {
            from: Some("Capital".to_owned()),
            date: Some(day("2023-01-20")),
            until: Some(day("2023-03-10")),
            reference: Some("ND 42, page 3".to_owned()),
        };
        assert_eq!(read, expected);
    }

    #[test]
    fn a_last_day_that_cannot_be_is_refused() {
        let read = |typed| read(typed, &words(), day("2023-03-06"));
        assert!(read("Capital, until further notice").is_err());
        assert!(read("Capital, 2023-03-10, until 2023-01-20").is_err());
        assert_eq!(read("").unwrap(), Instruction::default());
    }
}
