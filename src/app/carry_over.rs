//! The texts being typed after the workspace was read again.

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::screen::typing;
use crate::base::Id;
use crate::workspace::Note;

/// After the notebooks were read again, puts the drafts into them as the interface knows them: an open note in which
/// nothing was typed is replaced by what was read; in the place of one in which something was typed the notebook keeps
/// the note that the draft replaces. Returns the ids of those: what was read of them is not shown.
pub fn carry_over(app: &mut App) -> Vec<Id> {
    let App { layers, workspace, .. } = app;
    let mut typed = Vec::new();
    for layer in layers {
        let Some(draft) = layer.cover().draft() else { continue };
        let (id, notebook) = (draft.note.id, workspace.notebook_of(draft.note.kind));
        if draft.is_typed() {
            notebook.remove(id);
            draft.before.iter().for_each(|before| drop(notebook.add(Note::clone(before))));
            typed.push(id);
        } else if let Some(read) = notebook.get(id).filter(|read| **read != *draft.note)
            && let Layer::Typing(state) = layer
        {
            **state = typing::State::new(read.clone(), Some(read.clone()));
        }
    }
    typed
}
