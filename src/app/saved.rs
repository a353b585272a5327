//! A text was stored: the one place where the interface takes over the new id of a text that another program had changed.

use std::sync::Arc;

use crate::app::App;
use crate::app::draft::Draft;
use crate::app::effect::Effect;
use crate::app::notice::Notice;
use crate::app::write::Write;
use crate::workspace::{Note, Recovery, Saved};

/// Handles that a note was saved, restored or removed as it was handed over. If another program had changed its file in
/// the meantime, that version stays under the id of the note, and ours has a new one from now on.
pub fn take_over(app: &mut App, note: &Arc<Note>, saved: &Saved) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Saved::Beside { before, ours, .. } = saved {
        let chosen = app.panes.notes.chosen(&app.context()).map(|note| note.id);
        let mut is_ours_shown = app.workspace.notebook_of(note.kind).get(*before).is_some();
        app.workspace.settle(note, saved);
        for draft in drafts(app) {
            draft.follow(*before, ours.id);
            is_ours_shown |= draft.note.id == ours.id;
        }
        if let Some(chosen) = chosen {
            app.select_note(if chosen == *before { ours.id } else { chosen });
        }
        // Ours is neither in the notebook nor being typed if the delegate has removed it.
        let notice = if is_ours_shown { "notice-note-beside" } else { "notice-note-stays" };
        app.notice = Some(Notice::new(notice).alarming());
        // First, because what is tried again has the new id already.
        effects.push(Effect::AcceptConflict(*before));
    }
    drafts(app).for_each(|draft| draft.note_saved(note));
    effects.extend(app.written(&Write::Save(note.clone())));
    effects
}

/// Handles that this program has taken the place of one that died: what became of the texts being typed there.
pub fn recovered(app: &mut App, recovery: Recovery) -> Vec<Effect> {
    let Recovery { reports, unsaved, beside } = recovery;
    for (note, why) in unsaved {
        app.workspace.not_recovered(note, why, app.now.instant);
    }
    app.notice = Notice::of_all(&reports).or(app.notice.take());
    // What is tried again already, as it could not be written at the start, goes to our version.
    beside
        .into_iter()
        .map(|(before, ours)| {
            app.workspace.follow(before, ours);
            Effect::AcceptConflict(before)
        })
        .collect()
}

/// The texts being typed.
fn drafts(app: &mut App) -> impl Iterator<Item = &mut Draft> {
    app.layers.iter_mut().filter_map(|layer| layer.cover_mut().draft_mut())
}
