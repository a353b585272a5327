//! The question whether a restricted statement is written to a file, over the line in which the file was typed.

use crate::app::layer::Layer;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::Prompt;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::Definition;
use crate::app::screen::statement::file;
use crate::app::{App, Split};
use crate::workspace::Release;

/// The list. What writes nothing comes first.
pub const PICKER: Definition =
    Definition::new(|app| app.appearance.locale.say("title-statement-file"), choices, choose);

fn choices(app: &App) -> Vec<PickerChoice> {
    let asked = app.layers.iter().rev().find_map(|layer| match layer {
        Layer::Line(line) => match line.prompt {
            Prompt::StatementFile { statement } => Some((statement, line.input.text())),
            _ => None,
        },
        _ => None,
    });
    let Some((statement, path)) = asked else { return Vec::new() };
    let choice = |id: &str, path: Option<String>| PickerChoice {
        left: String::new(),
        text: app.appearance.locale.say(id),
        right: String::new(),
        target: ChoiceTarget::StatementFile { statement, path },
    };
    let path = path.trim().to_owned();
    vec![choice("statement-file-not", None), choice("statement-file-all", Some(path))]
}

/// Closes the list and the line below it.
fn choose(on: Split, choice: &PickerChoice) -> Outcome {
    let closed = Outcome::of(Intent::Close).and(Intent::Close);
    let ChoiceTarget::StatementFile { statement, path } = &choice.target else { return closed };
    let note = on.context.workspace.statements.get(*statement);
    match note.zip(path.as_ref()) {
        Some((note, path)) => closed.then(file::write(&on.context, note, path, Release::EVERYTHING)),
        None => closed.and(Intent::Notify(Notice::new("notice-file-not-written"))),
    }
}
