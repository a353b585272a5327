//! Each field of a query: with a value that something has, with one that nothing has, and with one that is none.

use plenary::model::{Delegations, Language};
use plenary::search::{Concepts, Query, SearchOptions, SearchResult, find};
use plenary::store::index::{FullText, MemoryIndex};
use plenary::store::{Access, Manifest, WorkspaceFolder, bundled};

use crate::cli::run_in;
use crate::support::home::Home;

/// The documents, and what a delegate has written: an intervention, a remark in the tracker, a position.
struct Texts {
    documents: MemoryIndex,
    own: MemoryIndex,
}

impl Texts {
    fn new() -> Self {
        let home = Home::new();
        let written: [&[&str]; 3] = [
            &["intervene", "Jamaïque au nom de la CARICOM + E.2 financement", "--today", "2023-03-07"],
            &[
                "track",
                "set",
                "E.3",
                "--session",
                "4",
                "--status",
                "discussed",
                "--note",
                "financement reporté",
            ],
            &[
                "position",
                "set",
                "E.4",
                "--text",
                "Nous demandons un financement stable.",
                "--status",
                "draft",
            ],
        ];
        for arguments in written {
            let done = run_in(&home, arguments);
            assert_eq!(done.code, 0, "{arguments:?}: {}", done.error);
        }
        let folder = home.data().join("workspace");
        let opened =
            WorkspaceFolder::open(&folder, Access::Read, &Manifest::default()).expect("the workspace opens");
        let own = MemoryIndex::of_contents(&opened.contents, &Delegations::bundled());
        Self {
            documents: MemoryIndex::of_documents(&bundled::documents()).expect("the documents are indexed"),
            own: own.expect("the texts are indexed"),
        }
    }

    fn search(&self, typed: &str) -> SearchResult {
        let concepts = Concepts::bundled();
        let options = SearchOptions { language: Language::FR, with_rings: true, most: 50 };
        let full_text = FullText::in_memory([&self.documents, &self.own]);
        find(&Query::read(typed, concepts), concepts, &full_text, options)
    }
}

#[test]
fn every_field_limits_what_is_found_and_finds_nothing_for_a_value_that_nothing_has() {
    let texts = Texts::new();
    let cases = [
        ("doc:A/RES/78/237 capacités", "doc:A/99/1 capacités"),
        ("doc:77/275 capacités", "doc:7/275 capacités"),
        ("part:annexe financement", "part:front financement"),
        ("kind:norme infrastructures", "kind:bullet souveraineté"),
        ("kind:intervention financement", "kind:statement financement"),
        ("lang:fr financement", "lang:ru financement"),
        ("by:jamaica financement", "by:canada financement"),
        ("by:CARICOM financement", "by:UE financement"),
        ("session:4 financement", "session:5 financement"),
        ("date:2023-03-07 financement", "date:1999 financement"),
        ("status:discuté financement", "status:agreed financement"),
        ("status:draft financement", "status:envoyé financement"),
        ("step:E.2 financement", "step:G.9 financement"),
    ];
    for (some, none) in cases {
        let found = texts.search(some);
        assert!(!found.hits.is_empty(), "{some} finds nothing: {:?}", found.reports);
        let field = some.split_whitespace().next().expect("a field");
        let whole = texts.search(some.split_whitespace().last().expect("a word"));
        assert!(found.hits.len() < whole.hits.len(), "{field} limits nothing");
        assert_eq!(texts.search(none).hits.len(), 0, "{none}");
        assert!(!texts.search(field).hits.is_empty(), "{field} without words finds nothing");
        let without = texts.search(&format!("financement -{field}"));
        assert!(
            !without.hits.is_empty() && without.hits.iter().all(|hit| !found.hits.contains(hit)),
            "-{field}"
        );
    }
}

#[test]
fn a_field_or_value_that_does_not_exist_is_answered_with_the_nearest() {
    let concepts = Concepts::bundled();
    let cases = [
        ("knd:norm", "search-unknown-field", "kind"),
        ("dok:A/77/275", "search-unknown-field", "doc"),
        ("sesion:4", "search-unknown-field", "session"),
        ("langue:fr", "search-unknown-field", "lang"),
        ("kind:nrm", "search-unknown-value", "norm"),
        ("lang:fra", "search-unknown-value", "fr"),
        ("status:discused", "search-unknown-value", "discussed"),
        ("session:quatre", "search-unknown-value", "4"),
        ("date:hier", "search-unknown-value", "2023-03"),
    ];
    for (typed, id, nearest) in cases {
        let query = Query::read(typed, concepts);
        let ignored = query.ignored.first().unwrap_or_else(|| panic!("{typed} was not reported"));
        let said = ignored.get("nearest").map(ToString::to_string);
        assert_eq!((ignored.id, said.as_deref()), (id, Some(nearest)), "{typed}");
    }
}

#[test]
fn a_word_that_must_not_occur_may_be_the_first_argument() {
    let home = Home::new();
    let found =
        run_in(&home, &["search", "-kind:paragraph", "-norme", "souveraineté", "--json", "--lang", "en"]);
    assert_eq!(found.code, 0, "{}", found.error);
    assert!(
        found.out.contains("A/76/135") && !found.out.contains("\"kind\": \"paragraph\""),
        "{}",
        found.out
    );
    assert!(found.error.contains("Without: norme."), "{}", found.error);
    let nothing = run_in(&home, &["search", "-norme", "--lang", "fr"]);
    assert_eq!(nothing.code, 1);
    assert!(nothing.error.contains("ne dit que ce qui doit manquer"), "{}", nothing.error);
    assert_eq!(run_in(&home, &["search", "-h"]).code, 0);
    assert_eq!(run_in(&home, &["search", "norme", "--jsn"]).code, 2, "a wrong option is still refused");
}
