//! Searching by halves where the values are not in a slice.

use std::ops::Range;

/// The first place of a range that does not fit any more, or its end; those before it all fit. As `slice::partition_point`, for values
/// that are made when they are asked for.
#[must_use]
pub fn partition_point(places: Range<usize>, fits: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (places.start, places.end);
    while low < high {
        let middle = low.midpoint(high);
        if fits(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_that_of_a_slice() {
        let values = [1, 3, 3, 4, 8];
        for wanted in 0..10 {
            let expected = values.partition_point(|value| *value < wanted);
            assert_eq!(partition_point(0..values.len(), |at| values[at] < wanted), expected);
        }
        assert_eq!(partition_point(2..2, |_| true), 2);
    }
}
