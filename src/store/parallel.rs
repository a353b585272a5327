//! Work on many values by all cores at once.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

/// How many threads work at once.
#[must_use]
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does something with the values in as many parts as there are cores, none of them shorter than `least` but the last; the results are
/// in the order of the values.
pub fn in_shares<T: Sync, R: Send>(
    values: &[T],
    least: usize,
    work: &(impl Fn(&[T]) -> Vec<R> + Sync),
) -> Vec<R> {
    in_parts(values, values.len().div_ceil(cores()).max(least), work)
}

/// Does something with the values in parts of at most `most`, each part on a thread of its own if there are several; the results are
/// in the order of the values.
pub fn in_parts<T: Sync, R: Send>(
    values: &[T],
    most: usize,
    work: &(impl Fn(&[T]) -> Vec<R> + Sync),
) -> Vec<R> {
    if values.len() <= most {
        return work(values);
    }
    thread::scope(|scope| {
        let parts: Vec<_> = values.chunks(most).map(|part| scope.spawn(move || work(part))).collect();
        let parts = parts.into_iter().map(|part| part.join());
        parts.flat_map(|part| part.unwrap_or_else(|panic| resume_unwind(panic))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_the_order_of_the_values_however_they_are_divided() {
        let values: Vec<usize> = (0..100).collect();
        let double = |part: &[usize]| -> Vec<usize> { part.iter().map(|value| value * 2).collect() };
        let expected = double(&values);
        for most in [1, 7, 99, 100, 101] {
            assert_eq!(in_parts(&values, most, &double), expected, "{most}");
            assert_eq!(in_shares(&values, most, &double), expected, "{most}");
        }
        assert!(in_shares(&[], 1, &double).is_empty());
    }
}
