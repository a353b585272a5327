//! Two lists of the same things, one of which has what the other lacks.

/// Inserts into a list what only the other list has, each after what it follows there. `same` is whether two elements are
/// about the same thing.
pub fn insert_missing<T: Clone>(list: &mut Vec<T>, other: &[T], same: impl Fn(&T, &T) -> bool) {
    let is_missing = |wanted: &T| list.iter().all(|known| !same(known, wanted));
    let missing: Vec<bool> = other.iter().map(is_missing).collect();
    let mut place = 0;
    for (element, is_missing) in other.iter().zip(missing) {
        if is_missing {
            list.insert(place, element.clone());
            place += 1;
        } else if let Some(at) = list.iter().rposition(|known| same(known, element)) {
            place = at + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::insert_missing;

    #[track_caller]
    fn case(list: &str, other: &str, expected: &str) {
        let mut list: Vec<char> = list.chars().collect();
        let other: Vec<char> = other.chars().collect();
        insert_missing(&mut list, &other, |one, two| one.eq_ignore_ascii_case(two));
        assert_eq!(list.into_iter().collect::<String>(), expected);
    }

    #[test]
    fn what_is_missing_is_inserted_after_what_it_follows_in_the_other_list() {
        case("ACE", "abcde", "AbCdE");
        case("BC", "abc", "aBC");
        case("AB", "abcc", "ABcc");
        case("", "ab", "ab");
        case("AAB", "axb", "AAxB");
        case("BA", "abx", "BxA");
    }
}
