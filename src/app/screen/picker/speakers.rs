//! The speaking list as a list to choose from: choosing a delegation gives it the floor.

use crate::app::App;
use crate::app::outcome::{Intent, Outcome};
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, SpeakerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::speakers::{self, QueuedSpeaker, SpeakingQueue};

/// The list. The next delegation is the current choice.
pub const PICKER: Definition = Definition {
    start: |context, _| {
        let queue = SpeakingQueue::of(context);
        queue.waiting().next()
    },
    ..Definition::new(
        |app| {
            let context = app.context();
            let times = speakers::limits_in_words(&context, SpeakingQueue::of(&context).limits);
            context.locale().say_with("title-speakers", &[("limits", (&times).into())])
        },
        choices,
        |on, choice| {
            let context = &on.context;
            let chosen = match choice.target {
                ChoiceTarget::Speaker(SpeakerChoice::Add) => speakers::ask(context),
                ChoiceTarget::Speaker(SpeakerChoice::Limit) => speakers::ask_limit(context),
                ChoiceTarget::Speaker(SpeakerChoice::Edit) => speakers::edit(context),
                ChoiceTarget::Speaker(SpeakerChoice::Listed(note, line)) => {
                    let is_chosen =
                        |speaker: &&QueuedSpeaker| (speaker.note, speaker.listed.line) == (note, line);
                    let queue = SpeakingQueue::of(context);
                    let found = queue.speakers.iter().find(is_chosen);
                    found.map_or_else(Outcome::none, |speaker| speakers::give(context, speaker))
                }
                _ => Outcome::none(),
            };
            Outcome::of(Intent::Close).then(chosen)
        },
    )
};

fn choices(app: &App) -> Vec<PickerChoice> {
    let locale = &app.appearance.locale;
    let queue = SpeakingQueue::of(&app.context());
    let mut place = 0;
    let mut choices = Vec::new();
    for (at, speaker) in queue.speakers.iter().enumerate() {
        let left = match speaker.listed.has_spoken {
            true if queue.floor.is_some_and(|(speaking, _)| speaking == at) => "▸".to_owned(),
            true => "✓".to_owned(),
            false => {
                place += 1;
                place.to_string()
            }
        };
        choices.push(PickerChoice {
            left,
            text: speaker.label.clone(),
            right: if speaker.is_own { locale.say("floor-us") } else { String::new() },
            target: ChoiceTarget::Speaker(SpeakerChoice::Listed(speaker.note, speaker.listed.line)),
        });
    }
    for (left, id, target) in [
        ("+", "floor-add", SpeakerChoice::Add),
        ("…", "floor-edit", SpeakerChoice::Edit),
        (":", "floor-set-limit", SpeakerChoice::Limit),
    ] {
        let text = locale.say(id);
        let target = ChoiceTarget::Speaker(target);
        choices.push(PickerChoice { left: left.to_owned(), text, right: String::new(), target });
    }
    choices
}
