//! A query never fails: any text is one, and it says what of it was ignored.

use proptest::prelude::*;

use crate::search::any_query;

/// A piece of a query as the grammar has them, broken ones too.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zé’-]{1,12}",
        "-?\"?(points de contact|capacités|norme)\"?\\*?",
        "(doc|part|kind|lang|by|session|date|status|step|knd|étape)?:\"?[a-zA-Z0-9./-]{0,8}\"?",
        "[-−«»“”\"*:()\\[\\]{}<>|&+~^?!\\\\]{1,6}",
        "[\u{0}-\u{1f}\u{7f}-\u{9f}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]{1,4}",
        "[א-תء-ي]{1,8}",
        "[一-丏ก-ฮ]{1,6}",
        "\\PC{0,10}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_query_and_says_what_it_ignored(pieces in prop::collection::vec(piece(), 0..7), gap in "[ \t\u{a0}]{0,2}") {
        any_query::check(&pieces.join(&gap));
    }
}

#[test]
fn long_and_strange_queries_are_answered() {
    let all = [
        "a".repeat(10_000),
        "mot ".repeat(2_500),
        "\"".repeat(10_000),
        "-".repeat(10_000),
        "*".repeat(10_000),
        "kind:".repeat(2_000),
        "«“\"".repeat(3_000),
        "é\u{301}".repeat(5_000),
        "\u{202e}points\u{202c} de \u{0}contact\u{7f}".to_owned(),
        "نقاط الاتصال -kind: \"".to_owned(),
        "((points OR contact) AND NOT \\\"norme".to_owned(),
        "date:2023..2022 session:99999999999999999999 status:-".to_owned(),
        "- - -- --- -\"\" -* *- :: a: :a".to_owned(),
    ];
    all.iter().for_each(|text| any_query::check(text));
}
