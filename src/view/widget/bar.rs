//! A bar of progress made of characters, so that it reads without colour: `███▒▒░░░`.

use crate::board::Progress;

/// What is done, what was taken up, what is left; each that is not none has a cell, as far as there are enough.
#[must_use]
pub fn bar(progress: &Progress, cells: usize) -> String {
    let total = progress.total();
    if total == 0 {
        return "░".repeat(cells);
    }
    let share = |count: usize| {
        let rounded = (count * cells * 2 + total) / (total * 2);
        rounded.max(usize::from(count > 0))
    };
    // What is not finished never looks so.
    let most = cells.saturating_sub(usize::from(progress.done() < total));
    let done = share(progress.done()).min(most);
    let begun = share(progress.begun()).min(cells - done);
    let untouched = total - progress.done() - progress.begun();
    let begun = begun.min((cells - done).saturating_sub(usize::from(untouched > 0)));
    format!("{}{}{}", "█".repeat(done), "▒".repeat(begun), "░".repeat(cells - done - begun))
}

/// The bar with its numbers, `███▒▒░░░ 3/8`; only the numbers where there is no room for a bar.
#[must_use]
pub fn counted(progress: &Progress, columns: usize) -> String {
    let numbers = format!("{}/{}", progress.done(), progress.total());
    match columns.saturating_sub(numbers.len() + 1).min(8) {
        0..4 => numbers,
        cells => format!("{} {numbers}", bar(progress, cells)),
    }
}
