//! The list of positions over the whole agenda: first the steps that are due and have none.

use crate::app::App;
use crate::app::context::Context;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice, beginning};
use crate::app::screen::picker::definition::{self, Definition, PreviewSize};
use crate::app::screen::position;
use crate::board::{Overview, Placed};
use crate::export;
use crate::model::Process;
use crate::workspace::Note;
use crate::workspace::position::{Position, PositionPart};

/// The list.
pub const PICKER: Definition = Definition {
    preview_size: PreviewSize::Small,
    left_columns: |columns| (columns / 2).min(40),
    ..Definition::new(|app| app.appearance.locale.say("title-positions"), choices, definition::read)
};

fn choices(app: &App) -> Vec<PickerChoice> {
    let (context, library) = (app.context(), &app.library);
    let (positions, language) = (&context.workspace.positions, context.locale().language());
    let boards = context.library.boards(context.reading());
    // The process the delegate works in comes first.
    let mut processes: Vec<Process> = library.processes.clone();
    processes[..=context.desk.process].rotate_right(1);
    let overview = Overview {
        processes: &processes,
        boards: &boards,
        shelf: &library.shelf,
        tracker: &context.workspace.tracker,
        language,
    };
    let missing = overview.gaps(context.now.today, positions).into_iter().map(|(board, gap)| PickerChoice {
        left: overview.place_of_gap(board, gap).name(language),
        text: export::position::gap(context.locale(), gap),
        right: String::new(),
        target: ChoiceTarget::Passage(board.passage(gap.row)),
    });
    let held = overview.in_order(positions);
    missing.chain(held.into_iter().filter_map(|(note, place)| choice(&context, note, &place))).collect()
}

/// The row of a position; `None` if it is on no passage.
fn choice(context: &Context, note: &Note, place: &Placed) -> Option<PickerChoice> {
    let (passage, position) = (note.anchor.clone()?, Position::of(note));
    Some(PickerChoice {
        left: place.name(context.locale().language()),
        text: beginning(&position.part(PositionPart::Text).replace('\n', " ")),
        right: position::state(&position, context),
        target: ChoiceTarget::Passage(passage),
    })
}
