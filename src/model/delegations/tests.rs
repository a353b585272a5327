//! The bundled delegations checked against each other, and names looked up as people type them.

use std::collections::{BTreeMap, BTreeSet};

use super::*;

const ES: Language = Language::new(*b"es");

fn bundled() -> Arc<Delegations> {
    Delegations::bundled()
}

fn ids(found: &[&Delegation]) -> Vec<String> {
    found.iter().map(|delegation| delegation.id.clone()).collect()
}

#[test]
fn there_are_193_member_states_and_two_observer_states_with_unique_codes() {
    let all = bundled();
    assert_eq!(all.of_kind(DelegationKind::State).count(), 193);
    let observers: Vec<&Delegation> = all.of_kind(DelegationKind::Observer).collect();
    assert_eq!(ids(&observers), ["VAT", "PSE"]);
    let mut codes = BTreeSet::new();
    for delegation in all.all() {
        assert!(codes.insert(delegation.id.clone()), "{} twice", delegation.id);
        let is_state = delegation.kind.is_state();
        assert_eq!(delegation.alpha2.is_some(), is_state, "{}", delegation.id);
        assert!(!is_state || delegation.id.len() == 3, "{}", delegation.id);
    }
    let alpha2: BTreeSet<&String> = all.all().iter().filter_map(|one| one.alpha2.as_ref()).collect();
    assert_eq!(alpha2.len(), 195);
}

#[test]
fn every_delegation_has_a_name_in_three_languages() {
    for delegation in bundled().all() {
        for language in [Language::EN, Language::FR, ES] {
            let name = delegation.name.0.get(&language);
            assert!(name.is_some_and(|name| !name.trim().is_empty()), "{} {language}", delegation.id);
            assert!(!delegation.label(language).is_empty());
        }
        assert_eq!(delegation.kind.is_state(), delegation.also.len() >= 3 && delegation.alpha2.is_some());
    }
}

#[test]
fn the_members_of_groups_exist_and_each_state_is_in_one_regional_group() {
    let all = bundled();
    assert!(all.as_of().is_some());
    let mut region_of: BTreeMap<&str, &str> = BTreeMap::new();
    for group in all.all().iter().filter(|delegation| delegation.kind.is_group()) {
        let members: BTreeSet<&String> = group.members.iter().collect();
        assert_eq!(members.len(), group.members.len(), "{} names a member twice", group.id);
        assert!(members.iter().all(|id| all.get(id).is_some_and(|found| found.id == **id)), "{}", group.id);
        if group.kind == DelegationKind::Region {
            for member in &group.members {
                let other = region_of.insert(member, &group.id);
                assert_eq!(other, None, "{member} is in two regional groups");
            }
        }
    }
    let regional: BTreeSet<&str> = region_of.into_keys().collect();
    let states: BTreeSet<&str> = all.of_kind(DelegationKind::State).map(|state| state.id.as_str()).collect();
    assert_eq!(regional, states);
}

#[test]
fn groups_have_as_many_members_as_they_say_themselves() {
    let all = bundled();
    let counts = [
        ("AFRICAN-GROUP", 54),
        ("APG", 54),
        ("EEG", 23),
        ("GRULAC", 33),
        ("WEOG", 29),
        ("EU", 27),
        ("ARAB-GROUP", 22),
        ("ASEAN", 10),
        ("CELAC", 33),
        ("NON-ALIGNED", 121),
        ("G77", 134),
        ("OIC", 57),
        ("LDC", 44),
        ("LLDC", 32),
        ("NORDICS", 5),
        ("BALTICS", 3),
        ("BENELUX", 3),
    ];
    for (id, count) in counts {
        assert_eq!(all.get(id).map(|group| group.members.len()), Some(count), "{id}");
    }
    let g20 = all.get("G20").unwrap();
    let states = all.states_of(g20);
    assert!(states.iter().any(|state| state.id == "MLT") && states.iter().all(|one| one.kind.is_state()));
}

#[test]
fn a_name_means_one_delegation_unless_it_is_listed_as_ambiguous() {
    let all = bundled();
    let listed: BTreeSet<&String> = all.preferred.keys().collect();
    for (name, ids) in all.shared_names() {
        assert!(listed.contains(&name.to_owned()), "{name} means {ids:?}; list it under [[ambiguous]]");
    }
    for (name, ids) in &all.preferred {
        assert!(ids.len() > 1, "{name} is listed as ambiguous and means one delegation");
        for id in ids {
            let found = all.get(id).unwrap();
            assert!(found.names().any(|known| key(known) == *name), "{id} is not called {name}");
        }
    }
}

#[test]
fn names_are_found_as_people_type_them() {
    let all = bundled();
    let one = [
        ("fr", "FRA"),
        ("FRA", "FRA"),
        ("cote d'ivoire", "CIV"),
        ("Cote d Ivoire", "CIV"),
        ("pays bas", "NLD"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("etats-unis", "USA"),
        ("É.-U.", "USA"),
        ("U.S.", "USA"),
        ("EE.UU.", "USA"),
        ("EEUU", "USA"),
        ("UE", "EU"),
        ("Türkiye", "TUR"),
        ("turkey", "TUR"),
        ("suiza", "CHE"),
        ("G77 and China", "G77"),
        ("G77+China", "G77"),
        ("Groupe arabe", "ARAB-GROUP"),
        ("the Holy See", "VAT"),
        ("l'Iran", "IRN"),
        ("Palestine", "PSE"),
        ("CICR", "ICRC"),
        ("sgp", "SGP"),
        ("nigérian", "NGA"),
        ("nigérien", "NER"),
    ];
    for (name, id) in one {
        let found = all.named(without_article(name));
        assert_eq!(ids(&found), [id], "{name}");
    }
    assert_eq!(ids(&all.named("SG")), ["UNSG", "SGP"]);
    assert_eq!(ids(&all.named("NAM")), ["NON-ALIGNED", "NAM"]);
    assert_eq!(ids(&all.named("Corée")), ["KOR", "PRK"]);
    assert!(all.named("Wakanda").is_empty() && all.named("").is_empty() && all.named("?").is_empty());
}

#[test]
fn a_stored_id_means_that_delegation_even_if_its_letters_are_ambiguous() {
    let all = bundled();
    assert_eq!(all.stored("NAM").map(|one| one.id.as_str()), Some("NAM"));
    assert_eq!(all.stored("SG").map(|one| one.id.as_str()), Some("UNSG"));
    assert_eq!(all.stored("Wakanda"), None);
}

#[test]
fn the_longest_name_at_the_beginning_of_a_text_counts() {
    let all = bundled();
    let at = |text: &str| all.at_start(text).map(|(span, found)| (span.of(text).to_owned(), ids(&found)));
    let case = |text: &str, name: &str, id: &str| {
        assert_eq!(at(text), Some((name.to_owned(), vec![id.to_owned()])), "{text}");
    };
    case("Guinée équatoriale + oui", "Guinée équatoriale", "GNQ");
    case("Guinée - Bissau n’a rien dit", "Guinée", "GIN");
    case("Inde+ oui", "Inde", "IND");
    case("Trinidad and Tobago and Jamaica", "Trinidad and Tobago", "TTO");
    case("G77 + Chine", "G77", "G77");
    case("Iran (Islamic Republic of) : non", "Iran (Islamic Republic of", "IRN");
    assert_eq!(at("pause jusqu’à 15:00"), None);
    assert_eq!(at("+ Inde"), None);
}

#[test]
fn what_is_typed_completes_names_in_the_language_first() {
    let all = bundled();
    let complete = |typed, language| {
        all.completing(typed, language).into_iter().map(|(_, name)| name).collect::<Vec<_>>()
    };
    assert_eq!(complete("bré", Language::FR), ["Brésil"]);
    assert_eq!(complete("bra", Language::EN)[0], "Brazil");
    assert_eq!(
        complete("sg", Language::EN)[..2],
        ["Secretary-General", "Singapore"],
        "the likeliest meaning first"
    );
    assert!(complete("", Language::EN).is_empty());
}

#[test]
fn a_workspace_adds_renames_and_decides_what_a_name_means() {
    let own = "[names]\nSG = \"SGP\"\n\n[[delegation]]\nid = \"TUR\"\nname = { fr = \"Turquie\" }\n\n\
        [[delegation]]\nid = \"FRIENDS\"\nkind = \"group\"\nname = \"Group of Friends\"\nmembers = [\"CHL\", \"EST\"]\n";
    let (all, errors) = bundled().over("delegations.toml", own);
    assert_eq!(errors, []);
    assert_eq!(ids(&all.named("sg")), ["SGP"]);
    assert_eq!(all.get("TUR").unwrap().label(Language::FR), "Turquie");
    assert_eq!(ids(&all.named("turkish")), ["TUR"]);
    assert_eq!(ids(&all.states_of(all.named("group of friends")[0])), ["CHL", "EST"]);
}

#[test]
fn all_errors_of_a_file_are_reported_with_their_lines() {
    let own = "[names]\nSG = \"XXX\"\n[[delegation]]\nid = \"NEW\"\n[[delegation]]\nid = \"FRA\"\nkind = \"kingdom\"\n\
        [[delegation]]\nid = \"BEL\"\nmembers = [\"YYY\"]\ncolour = 1\n";
    let (all, errors) = bundled().over("delegations.toml", own);
    let reported: Vec<_> = errors.iter().map(|error| (error.message.id, error.message.line())).collect();
    let expected = [
        ("delegations-unknown", Some(2)),
        ("delegations-missing", Some(3)),
        ("delegations-missing", Some(3)),
        ("delegations-value", Some(7)),
        ("delegations-key", Some(11)),
    ];
    assert_eq!(reported, expected);
    assert_eq!(all.named("SG").len(), 2);
}
