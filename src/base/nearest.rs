//! The known word that a misspelt word was probably meant to be.

/// The candidate with the fewest slips of the keyboard from a word, if there are not more than `most` allows for that
/// candidate; the first of several that are equally near.
///
/// A slip is a letter added, left out or replaced, or two neighbouring letters swapped.
pub fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    most: impl Fn(&str) -> usize,
) -> Option<&'a str> {
    let (letters, signature) = (word.chars().count(), signature(word));
    let slips = |candidate: &'a str| {
        let most = most(candidate);
        // Words of very different length or letters need no comparison: the go-to box asks at every key. A slip changes at most
        // two bits of the signature, one for the letter that is there and one for the letter that should be.
        let different = (signature ^ self::signature(candidate)).count_ones() as usize;
        if different > 2 * most || letters.abs_diff(candidate.chars().count()) > most {
            return None;
        }
        let slips = strsim::osa_distance(word, candidate);
        (slips <= most).then_some((slips, candidate))
    };
    // Of several as near the one of the same letters is meant: "nrom" is "norm", not "from".
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    let mine = sorted(word);
    let near = candidates.into_iter().filter_map(slips);
    near.min_by_key(|(slips, candidate)| (*slips, sorted(candidate) != mine)).map(|(_, candidate)| candidate)
}

/// Which letters a word has: a bit for each, shared by letters whose numbers differ by a multiple of 64.
fn signature(word: &str) -> u64 {
    word.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::nearest;

    proptest! {
        #[test]
        fn no_near_word_is_left_out(word in "[a-eé]{0,6}", other in "[a-eé]{0,6}", most in 0_usize..3) {
            let near = strsim::osa_distance(&word, &other) <= most;
            prop_assert_eq!(nearest(&word, [other.as_str()], |_| most).is_some(), near);
        }
    }

    #[track_caller]
    fn case(word: &str, most: usize, expected: Option<&str>) {
        assert_eq!(nearest(word, ["theme", "keymap", "theft"], |_| most), expected);
    }

    #[test]
    fn the_word_with_the_fewest_slips_is_found() {
        case("theme", 0, Some("theme"));
        case("tehme", 1, Some("theme"));
        case("keymaps", 1, Some("keymap"));
        case("them", 1, Some("theme"));
        case("thefe", 1, Some("theme"));
        case("keys", 2, None);
        case("", 2, None);
    }
}
