//! What the delegate makes: notes, interventions, tracker acts, and undo.
