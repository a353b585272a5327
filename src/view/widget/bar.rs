//! A progress bar made of characters, readable without colour: `██▍▒▒░░░`.

use crate::board::Progress;

/// The shares done, begun and open. Each that is not zero has at least one cell, as far as there are enough cells.
#[must_use]
pub fn bar(progress: &Progress, cells: usize) -> String {
    Shares { done: progress.done(), begun: progress.begun(), total: progress.total() }.bar(cells)
}

/// A cell filled from the left by so many eighths; none for 0.
const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/// How many of all steps are done and begun.
#[derive(Debug, Clone, Copy)]
struct Shares {
    done: usize,
    begun: usize,
    total: usize,
}

impl Shares {
    fn bar(self, cells: usize) -> String {
        let Self { done, begun, total } = self;
        if total == 0 {
            return "░".repeat(cells);
        }
        // What is done is drawn in eighths of a cell; what is begun begins in the next cell.
        let open = usize::from(done + begun < total);
        let waiting = usize::from(begun > 0);
        let limit = cells.saturating_sub(open + waiting) * 8;
        let eighths = (done * cells * 8 / total).max(usize::from(done > 0)).min(limit.max(1));
        let eighths = if done == total { cells * 8 } else { eighths };
        let (full, part) = (eighths / 8, EIGHTHS[eighths % 8]);
        let taken = eighths.div_ceil(8);
        let share = (begun * cells * 2 + total) / (total * 2);
        let half = if begun == 0 { 0 } else { share.max(1).min(cells.saturating_sub(taken + open)) };
        // If nothing is open, the cells that rounding left over belong to what is begun.
        let half = if open == 0 && done < total { cells - taken } else { half };
        format!("{}{part}{}{}", "█".repeat(full), "▒".repeat(half), "░".repeat(cells - taken - half))
    }
}

/// The bar with its numbers, `██▍▒▒░░░ 3/10`; only the numbers if there is no room for a bar.
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
    fn a_bar_is_full_only_if_everything_is_done_and_shows_what_was_begun() {
        for total in 0..40_usize {
            for done in 0..=total {
                for begun in 0..=total - done {
                    let bar = Shares { done, begun, total }.bar(8);
                    let count = |cell| bar.chars().filter(|c| *c == cell).count();
                    assert_eq!(width(&bar), 8, "{done} {begun} {total}");
                    assert_eq!(count('█') == 8, total > 0 && done == total, "{bar} {done} {begun} {total}");
                    let filled = bar.chars().any(|c| c == '█' || EIGHTHS.iter().any(|part| part.contains(c)));
                    assert_eq!(filled, done > 0, "{bar} {done} {begun} {total}");
                    assert_eq!(count('▒') > 0, begun > 0, "{bar} {done} {begun} {total}");
                    assert_eq!(
                        count('░') > 0,
                        total == 0 || done + begun < total,
                        "{bar} {done} {begun} {total}"
                    );
                }
            }
        }
        assert_eq!(Shares { done: 3, begun: 2, total: 8 }.bar(8), "███▒▒░░░");
        assert_eq!(
            Shares { done: 3, begun: 0, total: 10 }.bar(8),
            "██▍░░░░░",
            "24 tenths of a cell are 2 and 3 eighths"
        );
        assert_eq!(Shares { done: 1, begun: 0, total: 100 }.bar(8), "▏░░░░░░░");
    }
}
