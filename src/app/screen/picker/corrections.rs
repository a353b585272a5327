//! The list of how the current passage and its document can be corrected, and that of the words before which it can be split.

use crate::app::context::Context;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::DocumentDetail;
use crate::app::screen::correction;
use crate::app::screen::picker::State;
use crate::app::screen::picker::choice::{ChoiceTarget, CorrectionChoice, PickerChoice};
use crate::app::screen::picker::definition::{Definition, Matches};
use crate::import::correction::{PassageChange, words_from};
use crate::model::BlockKind;
use crate::search::text;

/// The corrections.
pub const PICKER: Definition = Definition::new(
    |app| {
        let context = app.context();
        let passage = crate::app::screen::naming::citation(context.locale().language(), &context.passage());
        context.locale().say_with("title-passage-corrections", &[("passage", (&passage).into())])
    },
    |app| choices(&app.context()),
    |on, choice| match &choice.target {
        ChoiceTarget::Correction(chosen) => {
            Outcome::of(Intent::Close).then(correction::choose(&on.context, chosen))
        }
        _ => Outcome::none(),
    },
);

/// The places where the passage can be split; any words of it can be typed.
pub const SPLIT_POINTS: Definition = Definition {
    find: |context, state, typed| points_of(context, state, typed),
    left_columns: |_| 0,
    ..Definition::new(
        |app| app.appearance.locale.say("title-split-points"),
        |app| sentences(&app.context()),
        PICKER.choose,
    )
};

/// The kinds a passage can be given, the most usual first.
const KINDS: [BlockKind; 9] = [
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::Subparagraph,
    BlockKind::Text,
    BlockKind::Operative,
    BlockKind::Preambular,
    BlockKind::NextStep,
    BlockKind::Bullet,
    BlockKind::Norm,
];

fn choices(context: &Context) -> Vec<PickerChoice> {
    let locale = context.locale();
    let row = |id: &str, choice: CorrectionChoice| PickerChoice {
        left: String::new(),
        text: locale.say(id),
        right: String::new(),
        target: ChoiceTarget::Correction(choice),
    };
    let now = correction::block(context).kind;
    let recast = |kind: BlockKind| {
        let name = locale.say(&format!("block-{}", kind.name()));
        let text = locale.say_with("correct-kind", &[("kind", (&name).into())]);
        let change = PassageChange::Recast { kind, number: None };
        PickerChoice { text, ..row("correct-confirm", CorrectionChoice::Passage(change)) }
    };
    let mut rows = vec![
        row("correct-confirm", CorrectionChoice::Passage(PassageChange::Confirm)),
        row("correct-join", CorrectionChoice::Passage(PassageChange::Join)),
        row("correct-split", CorrectionChoice::Split),
        row("correct-number", CorrectionChoice::Number),
    ];
    rows.extend(KINDS.into_iter().filter(|kind| *kind != now).map(recast));
    rows.push(row("correct-undo", CorrectionChoice::Undo));
    rows.push(PickerChoice::title(locale.say("correct-document")));
    rows.push(row("correct-title", CorrectionChoice::Detail(DocumentDetail::Title)));
    rows.push(row("correct-symbol", CorrectionChoice::Detail(DocumentDetail::Symbol)));
    rows.push(row("correct-date", CorrectionChoice::Detail(DocumentDetail::Date)));
    rows.push(row("correct-remove", CorrectionChoice::Remove));
    rows
}

/// A row for each place after the end of a sentence or of a clause.
fn sentences(context: &Context) -> Vec<PickerChoice> {
    let text = &correction::block(context).text;
    let after_end = |(at, c): (usize, char)| {
        let is_end = matches!(c, '.' | ';' | ':' | '?' | '!' | '…' | '»' | '”');
        let rest = &text[at + c.len_utf8()..];
        let start = text.len() - rest.trim_start().len();
        (is_end && rest.starts_with(char::is_whitespace) && start < text.len()).then_some(start)
    };
    text.char_indices().filter_map(after_end).filter_map(|at| point(text, at)).collect()
}

/// The places at which the typed words begin; before anything is typed, the ends of sentences.
fn points_of(context: &Context, state: &State, typed: &str) -> Matches {
    let words = &correction::block(context).text;
    if typed.trim().is_empty() {
        return Matches { exact: Vec::new(), listed: state.named(typed) };
    }
    let begins_word = |at: &usize| words[..*at].ends_with(|c: char| !c.is_alphanumeric());
    let starts = text::spans(words, typed).into_iter().map(|span| span.start).filter(begins_word);
    Matches { exact: starts.filter_map(|at| point(words, at)).collect(), listed: Vec::new() }
}

fn point(text: &str, at: usize) -> Option<PickerChoice> {
    let before = words_from(text, at)?;
    Some(PickerChoice {
        left: String::new(),
        text: text[at..].to_owned(),
        right: String::new(),
        target: ChoiceTarget::Correction(CorrectionChoice::Passage(PassageChange::Split { before })),
    })
}
