//! Following links: from a note to the passages it cites, and from a passage to the notes that cite it.

use crate::app::App;
use crate::app::context::Context;
use crate::app::notice::Notice;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::{notes, typing};
use crate::base::Id;
use crate::cite::mention::{Mention, mentions};
use crate::model::Reference;
use crate::workspace::Note;

/// The notes and positions that cite the current passage and are written on another one, newest first.
#[must_use]
pub fn citing<'a>(context: &Context<'a>) -> Vec<&'a Note> {
    let passage = context.passage();
    let (notes, positions) = (&context.workspace.notebook, &context.workspace.positions);
    let found = context.library.mentions.of(&passage).into_iter();
    let mut found: Vec<&Note> = found.filter_map(|id| notes.get(id).or_else(|| positions.get(id))).collect();
    found.retain(|note| note.anchor.as_ref() != Some(&passage));
    found.sort_by_key(|note| std::cmp::Reverse((note.at, note.id)));
    found
}

/// Where the links of the chosen note lead, the passage it is written on first; without the current passage.
#[must_use]
pub fn of_note(context: &Context, note: &Note) -> Vec<Reference> {
    let links = mentions(&note.text, context.library.references(), note.anchor.as_ref());
    let all = note.anchor.iter().cloned().chain(links.into_iter().flat_map(|link| link.targets));
    let mut targets = once(all);
    targets.retain(|target| *target != context.passage());
    targets
}

/// Whether a passage is cited in the words of a note, and its links lead to another passage than the current one.
#[must_use]
pub fn has_links(context: &Context, note: &Note) -> bool {
    let cited = mentions(&note.text, context.library.references(), note.anchor.as_ref());
    cited.iter().any(|link| !link.targets.is_empty()) && !of_note(context, note).is_empty()
}

/// Where the link at the cursor of a note being typed leads; if there is none at the cursor, those of all its links.
#[must_use]
pub fn at_cursor(context: &Context, note: &typing::State) -> Vec<Reference> {
    let (text, about) = (note.editor.text(), note.draft.note.anchor.as_ref());
    let links = mentions(text, context.library.references(), about);
    let here = links.iter().find(|link| holds(link, note.editor.cursor()));
    match here {
        Some(link) => link.targets.clone(),
        None => once(links.into_iter().flat_map(|link| link.targets)),
    }
}

/// Whether the cursor is at a link: in it, or directly after it.
#[must_use]
pub fn holds(link: &Mention, cursor: usize) -> bool {
    (link.span.start..=link.span.end).contains(&cursor)
}

/// Each passage once, in order.
fn once(passages: impl Iterator<Item = Reference>) -> Vec<Reference> {
    let mut known: Vec<Reference> = Vec::new();
    passages.for_each(|passage| {
        if !known.contains(&passage) {
            known.push(passage);
        }
    });
    known
}

/// Goes to the only passage there is, or lists all of them. `note` is chosen where the passage is the one it is written on.
#[must_use]
pub fn follow(targets: Vec<Reference>, note: Option<Id>) -> Outcome {
    match <[Reference; 1]>::try_from(targets) {
        Ok([only]) => {
            let gone = Outcome::of(Intent::Go(only));
            match note {
                Some(id) => gone.and(Intent::SelectNote(id)),
                None => gone,
            }
        }
        Err(none) if none.is_empty() => Outcome::notify(Notice::new("notice-no-link")),
        Err(_) => Outcome::of(Intent::Open(Overlay::Picker(Picker::NoteLinks))),
    }
}

/// Follows the links of the chosen note: from one that cites the current passage to the passage it is written on, and from one
/// on the current passage to what it cites.
#[must_use]
pub fn follow_chosen(notes: &notes::State, context: &Context) -> Outcome {
    let Some(note) = notes.chosen(context) else { return Outcome::notify(Notice::new("notice-no-note")) };
    let targets = of_note(context, note);
    let is_its_own = targets.first() == note.anchor.as_ref();
    follow(targets, is_its_own.then_some(note.id))
}

/// The passages to choose from, of the note being typed or else of the chosen one.
#[must_use]
pub fn targets(app: &App) -> Vec<Reference> {
    let context = app.context();
    match app.typing() {
        Some(note) => at_cursor(&context, note),
        None => app.panes.notes.chosen(&context).map(|note| of_note(&context, note)).unwrap_or_default(),
    }
}
