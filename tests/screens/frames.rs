//! Several events before a frame: they do the same as with a frame after each of them.

use proptest::prelude::*;

use super::delegate::Delegate;

/// Plain keys of the desk and its layers, and letters of words; not `q`, which waits for what is being saved, and the
/// answers come at other times.
const KEYS: &str = "jkhl>gndots/5aeé .:i";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]
    #[test]
    fn keys_that_arrive_together_do_the_same_as_one_by_one(
        at in prop::collection::vec(0..KEYS.chars().count(), 1..30),
        size in prop::sample::select(vec![(80, 24), (140, 50)]),
    ) {
        let typed: String = at.iter().filter_map(|at| KEYS.chars().nth(*at)).collect();
        let desk = || Delegate::at("2023-03-06").on(size.0, size.1);
        let (each, together) = (desk().types(&typed), desk().types_in_one_frame(&typed));
        prop_assert_eq!((each.place(), each.footer()), (together.place(), together.footer()));
        prop_assert_eq!(each.effects, together.effects);
    }
}
