//! The list of positions over the whole agenda: first the steps that are due and have none.

use crate::app::App;
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::picker::definition::{self, Definition, PreviewSize};
use crate::app::screen::position as positions;
use crate::board::{Board, Gap};
use crate::calendar;
use crate::cite;
use crate::locale::dates;
use crate::model::Reference;
use crate::workspace::Note;
use crate::workspace::position::{Position, PositionPart};

/// The list.
pub const PICKER: Definition = Definition {
    preview_size: PreviewSize::Small,
    left_columns: |columns| (columns / 2).min(40),
    ..Definition::new(|app| app.appearance.locale.say("title-positions"), choices, definition::read)
};

fn choices(app: &App) -> Vec<PickerChoice> {
    let context = app.context();
    let workspace = context.workspace;
    let board = app.panes.tracker.board();
    let from = calendar::default_session(context.process(), context.now.today).unwrap_or(0);
    let gaps =
        board.map(|board| board.gaps(from, &workspace.tracker, &workspace.positions)).unwrap_or_default();
    let missing = gaps.iter().filter_map(|gap| Some(gap_choice(app, board?, *gap)));
    let mut held: Vec<&Note> = workspace.positions.notes().filter(|note| note.anchor.is_some()).collect();
    let row = |note: &&Note| board?.step_of(note.anchor.as_ref()?);
    held.sort_by_key(|note| row(note).unwrap_or(usize::MAX));
    missing.chain(held.into_iter().filter_map(|note| choice(app, note))).collect()
}

fn gap_choice(app: &App, board: &Board, gap: Gap) -> PickerChoice {
    let locale = &app.appearance.locale;
    let session = dates::ordinal(locale, gap.session);
    PickerChoice {
        left: named(app, board, gap.row),
        text: locale.say_with("position-gap", &[("session", session.as_str().into())]),
        right: String::new(),
        target: ChoiceTarget::Passage(board.passage(gap.row)),
    }
}

/// The agenda item and the label of a row: `5 f) E.4`.
fn named(app: &App, board: &Board, row: usize) -> String {
    let row = &board.rows[row];
    let item = row.item.as_ref().map(|item| cite::number(item, app.appearance.locale.language()));
    item.into_iter().chain([row.label.clone()]).collect::<Vec<_>>().join(" ")
}

fn choice(app: &App, note: &Note) -> Option<PickerChoice> {
    let (context, position) = (app.context(), Position::of(note));
    let passage: &Reference = note.anchor.as_ref()?;
    let board = app.panes.tracker.board();
    let of_step = board.and_then(|board| Some(named(app, board, board.step_of(passage)?)));
    let citation = || naming::citation(context.locale().language(), passage);
    let right = positions::head(note, &context);
    let text = beginning(&position.part(PositionPart::Text).replace('\n', " "));
    Some(PickerChoice {
        left: of_step.unwrap_or_else(citation),
        text,
        right,
        target: ChoiceTarget::Passage(passage.clone()),
    })
}
