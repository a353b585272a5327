//! A bar of progress made of characters, so that it reads without colour: `███▒▒░░░`.

use crate::board::Progress;

/// What is done, what was taken up, what is left; each that is not none has a cell, as far as there are enough.
#[must_use]
pub fn bar(progress: &Progress, cells: usize) -> String {
    shares((progress.done(), progress.begun(), progress.total()), cells)
}

fn shares((done, begun, total): (usize, usize, usize), cells: usize) -> String {
    if total == 0 {
        return "░".repeat(cells);
    }
    let share = |count: usize| {
        let rounded = (count * cells * 2 + total) / (total * 2);
        rounded.max(usize::from(count > 0))
    };
    // What is not finished never looks so.
    let untouched = usize::from(done + begun < total);
    let waiting = usize::from(begun > 0);
    let full = share(done).min(cells.saturating_sub(untouched + waiting));
    let half = if begun == 0 { 0 } else { share(begun).min(cells.saturating_sub(full + untouched)) };
    // What rounding left over belongs to what there is most of that is not done.
    let half = if untouched == 0 && done < total { cells - full } else { half };
    let full = if done == total { cells } else { full };
    format!("{}{}{}", "█".repeat(full), "▒".repeat(half), "░".repeat(cells - full - half))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::width;

    #[test]
    fn what_is_not_finished_never_looks_so_and_what_was_begun_is_seen() {
        for total in 0..40_usize {
            for done in 0..=total {
                for begun in 0..=total - done {
                    let bar = shares((done, begun, total), 8);
                    let count = |cell| bar.chars().filter(|c| *c == cell).count();
                    assert_eq!(width(&bar), 8, "{done} {begun} {total}");
                    assert_eq!(count('█') == 8, total > 0 && done == total, "{bar} {done} {begun} {total}");
                    assert_eq!(count('█') > 0, done > 0, "{bar} {done} {begun} {total}");
                    assert_eq!(
                        count('░') > 0,
                        total == 0 || done + begun < total,
                        "{bar} {done} {begun} {total}"
                    );
                }
            }
        }
        assert_eq!(shares((3, 2, 8), 8), "███▒▒░░░");
    }
}
