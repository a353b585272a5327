//! Citations in invented texts: French and English ways of citing.

use plenary::cite::{Aliases, Setting, Whose, read};
use plenary::model::Language;
use proptest::prelude::*;

#[track_caller]
fn case(language: Language, text: &str, expected: &[&str]) {
    let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: None };
    let found: Vec<String> = read(text, &setting)
        .iter()
        .map(|citation| {
            assert_eq!(citation.span.of(text), citation.raw);
            let whose = match citation.whose {
                Whose::Document => citation.symbol.as_ref().map_or("?", |symbol| symbol.as_str()),
                Whose::Own => "-",
                Whose::Beside => "beside",
                Whose::Said => "said",
                Whose::Same => "same",
                Whose::Charter => "charter",
                Whose::Other => "other",
            };
            let addresses: Vec<String> = citation.addresses.iter().map(ToString::to_string).collect();
            format!("{} = {}", citation.raw, format!("{whose} {}", addresses.join(" ")).trim())
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

fn fr(text: &str, expected: &[&str]) {
    case(Language::FR, text, expected);
}

fn en(text: &str, expected: &[&str]) {
    case(Language::EN, text, expected);
}

fn es(text: &str, expected: &[&str]) {
    case("es".parse().expect("a code"), text, expected);
}

#[test]
fn spanish_sets_dates_between_commas_and_names_the_organ_before_the_number() {
    es(
        "Recordando sus resoluciones 50/51, de 11 de diciembre de 1995, 51/208, de 17 de diciembre de 1996, y 52/162 A, de 1 de enero de 1997, relativas a faros,",
        &["resoluciones 50/51 = A/RES/50/51", "51/208 = A/RES/51/208", "52/162 A = A/RES/52/162A"],
    );
    es(
        "las resoluciones del Consejo de Seguridad 237 (1967), de 14 de junio de 1967, y 259 (1968), de 27 de septiembre de 1968,",
        &[
            "resoluciones del Consejo de Seguridad 237 (1967) = S/RES/237 (1967)",
            "259 (1968) = S/RES/259 (1968)",
        ],
    );
    es(
        "la resolución del Consejo Económico y Social 2006/46 y la resolución 20/8 del Consejo de Derechos Humanos",
        &[
            "resolución del Consejo Económico y Social 2006/46 = E/RES/2006/46",
            "resolución 20/8 = A/HRC/RES/20/8",
        ],
    );
    es(
        "el párrafo 3 de su resolución 75/240, de 31 de diciembre de 2020",
        &["párrafo 3 de su resolución 75/240 = A/RES/75/240 op/3"],
    );
}

#[test]
fn symbols_with_all_their_components() {
    en(
        "See A/C.1/80/L.20/Rev.1, S/RES/1540 (2004), A/HRC/RES/20/8 and ST/SGB/2003/13.",
        &[
            "A/C.1/80/L.20/Rev.1 = A/C.1/80/L.20/Rev.1",
            "S/RES/1540 (2004) = S/RES/1540 (2004)",
            "A/HRC/RES/20/8 = A/HRC/RES/20/8",
            "ST/SGB/2003/13 = ST/SGB/2003/13",
        ],
    );
    en(
        "The paper A/AC.1/2020/CRP. has no number yet; https://undocs.org/A/75/816 is a link; and/or; he/she.",
        &[],
    );
    en(
        "(A/68/98, paras. 8–10 and 12; A/70/174, sect. III)",
        &["A/68/98, paras. 8–10 and 12 = A/68/98 8 9 10 12", "A/70/174, sect. III = A/70/174 heading/III"],
    );
    fr(
        "A/68/98, par. 12 et 14 a) à c), et A/70/174, sect. II.A et note 3",
        &[
            "A/68/98, par. 12 et 14 a) à c) = A/68/98 12 14/a 14/b 14/c",
            "A/70/174, sect. II.A = A/70/174 heading/II/A",
        ],
    );
    fr("A/78/265, annexes A et C", &["A/78/265, annexes A et C = A/78/265 annex-A/heading annex-C/heading"]);
}

#[test]
fn resolutions_and_decisions_of_every_organ() {
    en(
        "Recalling its resolutions 70/237 of 23 December 2015 and 71/28 of 5 December 2016, and decision 77/512,",
        &["resolutions 70/237 = A/RES/70/237", "71/28 = A/RES/71/28", "decision 77/512 = A/DEC/77/512"],
    );
    en(
        "Human Rights Council resolution 20/8 and General Assembly resolution 68/167, as well as Security Council resolution 1373 (2001)",
        &[
            "resolution 20/8 = A/HRC/RES/20/8",
            "resolution 68/167 = A/RES/68/167",
            "resolution 1373 (2001) = S/RES/1373 (2001)",
        ],
    );
    en("Economic and Social Council resolution 1996/31", &["resolution 1996/31 = E/RES/1996/31"]);
    fr(
        "Le Conseil des droits de l’homme, dans sa résolution 20/8, puis l’Assemblée générale, dans sa résolution 68/167",
        &["résolution 20/8 = A/HRC/RES/20/8", "résolution 68/167 = A/RES/68/167"],
    );
    fr(
        "la résolution historique 70/1, la résolution 1540 (2004) du Conseil de sécurité, par. 3",
        &[
            "résolution historique 70/1 = A/RES/70/1",
            "résolution 1540 (2004) du Conseil de sécurité, par. 3 = S/RES/1540 (2004) op/3",
        ],
    );
    en(
        "operative paragraph 4 of resolution 75/240 and preambular paragraph 10 of that resolution",
        &[
            "operative paragraph 4 of resolution 75/240 = A/RES/75/240 op/4",
            "preambular paragraph 10 of that resolution = said pp/10",
        ],
    );
    fr(
        "au paragraphe 4 du dispositif de la résolution 75/240 et à l’alinéa 7 du préambule de ladite résolution",
        &[
            "paragraphe 4 du dispositif de la résolution 75/240 = A/RES/75/240 op/4",
            "alinéa 7 du préambule de ladite résolution = said pp/7",
        ],
    );
    en(
        "resolutions 1514 (XV) of 14 December 1960 and 217 A (III), and A/RES/2625(XXV), para. 3",
        &[
            "resolutions 1514 (XV) = A/RES/1514(XV)",
            "217 A (III) = A/RES/217(III)A",
            "A/RES/2625(XXV), para. 3 = A/RES/2625(XXV) op/3",
        ],
    );
    fr("en 12/2003, la résolution sur les ports", &[]);
}

#[test]
fn paragraphs_of_the_text_itself() {
    en(
        "as set out in paragraph 57 (b) above and in paras. 3 to 5 and 7 below",
        &["paragraph 57 (b) above = - 57/b", "paras. 3 to 5 and 7 below = - 3 4 5 7"],
    );
    en(
        "see subparagraph (b) above; subparagraph (c) of paragraph 16",
        &["subparagraph (b) above = beside b", "subparagraph (c) of paragraph 16 = - 16/c"],
    );
    fr(
        "visé à l’alinéa b) ci-dessus et à l’alinéa c) du paragraphe 16",
        &["alinéa b) ci-dessus = beside b", "alinéa c) du paragraphe 16 = - 16/c"],
    );
    fr(
        "aux points 3 et 5 a) de l’ordre du jour et au point 4 de la liste",
        &["points 3 et 5 a) de l’ordre du jour = - item/3 item/5/a"],
    );
    en(
        "agenda items 3 and 5 (a), and item 4 of the agenda, but item 4 of the list",
        &["agenda items 3 and 5 (a) = - item/3 item/5/a", "item 4 of the agenda = - item/4"],
    );
    fr(
        "conformément à la norme 13 i) et aux normes 13 a) à c)",
        &["norme 13 i) = - norm/i", "normes 13 a) à c) = - norm/a norm/b norm/c"],
    );
    en("norms 13 (g) and (h)", &["norms 13 (g) and (h) = - norm/g norm/h"]);
    fr("(voir annexe)", &["annexe = - annex/heading"]);
    fr(
        "à l’annexe II du présent rapport, et à la section III ci-dessus",
        &["annexe II du présent rapport = - annex-II/heading", "section III ci-dessus = - heading/III"],
    );
    fr(
        "le paragraphe 5 de l’annexe I du présent rapport",
        &["paragraphe 5 de l’annexe I du présent rapport = - annex-I/5"],
    );
    fr("comme il est dit au 14 e) ci-dessus", &["14 e) ci-dessus = - 14/e"]);
}

#[test]
fn paragraphs_of_a_resolution_are_counted_too() {
    fr(
        "le septième alinéa du préambule de la résolution 75/240, puis les troisième et quatrième paragraphes du dispositif de ladite résolution",
        &[
            "septième alinéa du préambule de la résolution 75/240 = A/RES/75/240 pp/7",
            "troisième et quatrième paragraphes du dispositif de ladite résolution = said op/3 op/4",
        ],
    );
    en(
        "the seventh preambular paragraph of General Assembly resolution 75/240 and the third operative paragraph of that resolution",
        &[
            "seventh preambular paragraph of General Assembly resolution 75/240 = A/RES/75/240 pp/7",
            "third operative paragraph of that resolution = said op/3",
        ],
    );
    en(
        "the first to third preambular paragraphs, the 12th and 14th paragraphs of the preamble, the twenty-first preambular paragraph",
        &[
            "first to third preambular paragraphs = - pp/1 pp/2 pp/3",
            "12th and 14th paragraphs of the preamble = - pp/12 pp/14",
            "twenty-first preambular paragraph = - pp/21",
        ],
    );
    fr(
        "au 1er alinéa du préambule, au 3e considérant, au vingt et unième alinéa du préambule et au dix-septième paragraphe de son dispositif",
        &[
            "1er alinéa du préambule = - pp/1",
            "3e considérant = - pp/3",
            "vingt et unième alinéa du préambule = - pp/21",
            "dix-septième paragraphe de son dispositif = - op/17",
        ],
    );
    fr(
        "le paragraphe 4 du dispositif et l’alinéa 2 de son préambule",
        &["paragraphe 4 du dispositif = - op/4", "alinéa 2 de son préambule = - pp/2"],
    );
    en(
        "the second operative paragraph of Security Council resolution 1540 (2004)",
        &["second operative paragraph of Security Council resolution 1540 (2004) = S/RES/1540 (2004) op/2"],
    );
    en("the third paragraph of that letter, a second paragraph, the fourth session, the 7th annex", &[]);
    en("the third operative paragraph of the treaty on harbours", &[]);
    fr("le troisième alinéa de la lettre, la première annexe, le 7e paragraphe, un deuxième préambule", &[]);
}

#[test]
fn an_annex_belongs_to_the_document_named_before_it() {
    fr(
        "la résolution 70/237 et son annexe, ainsi que A/78/265 et ses annexes A et C",
        &[
            "résolution 70/237 = A/RES/70/237",
            "annexe = A/RES/70/237 annex/heading",
            "A/78/265 = A/78/265",
            "annexes A et C = A/78/265 annex-A/heading annex-C/heading",
        ],
    );
    en(
        "Takes note of A/75/816 and its annex I, para. 7, and of resolution 70/1, including its annex.",
        &[
            "A/75/816 = A/75/816",
            "annex I, para. 7 = A/75/816 annex-I/7",
            "resolution 70/1 = A/RES/70/1",
            "annex = A/RES/70/1 annex/heading",
        ],
    );
    en(
        "the said resolution and its annex II",
        &["the said resolution = said", "annex II = said annex-II/heading"],
    );
    en("A/75/816 was read. Its annex was not.", &["A/75/816 = A/75/816"]);
    en("The harbour and its annex; a house and its annexes", &[]);
    en("the report and its annex I", &["annex I = - annex-I/heading"]);
}

#[test]
fn paragraphs_of_other_texts_are_not_of_this_document() {
    fr("au paragraphe 3 de la Convention et au paragraphe 5 du Traité sur les ports", &[]);
    en("paragraph 3 of the Convention and paragraph 5 of that Treaty", &[]);
    fr("la section a pris note de l’annexe, 3 États en ont pris note", &[]);
    en("The annex was read; section by section, 12 notes were taken in 2015.", &[]);
    fr("le rapport de 2015 du Secrétaire général et le rapport de 2022 sur les ports", &[]);
    en("the 2015 report of the Secretary-General", &[]);
}

#[test]
fn the_charter_has_articles_and_chapters() {
    en(
        "Article 2 (3) and Chapter VI of the Charter of the United Nations",
        &["Article 2 (3) and Chapter VI of the Charter of the United Nations = charter 2/3 heading/VI"],
    );
    en("Article 2, paragraph 4, of the Charter", &["Article 2, paragraph 4, of the Charter = charter 2/4"]);
    en("paragraph 4 of Article 2 of the Charter", &["paragraph 4 of Article 2 of the Charter = charter 2/4"]);
    fr("l’Article 51 de la Charte", &["l’Article 51 de la Charte = charter 51"]);
    fr("l’article 51 de la Convention", &[]);
}

#[test]
fn documents_are_cited_by_name() {
    fr("le rapport de 2021 du Groupe de travail", &["rapport de 2021 du Groupe de travail = A/75/816"]);
    fr(
        "le rapport de 2013 du Groupe d’experts gouvernementaux, par. 16",
        &["rapport de 2013 du Groupe d’experts gouvernementaux, par. 16 = A/68/98 16"],
    );
    en(
        "the 2021 report of the Open-ended Working Group, para. 38,",
        &["2021 report of the Open-ended Working Group, para. 38 = A/75/816 annex-I/38"],
    );
    en(
        "the 2013 and 2015 reports of the Group of Governmental Experts",
        &["2013 = A/68/98", "2015 reports of the Group of Governmental Experts = A/70/174"],
    );
    en(
        "the consensus reports of the Groups of Governmental Experts of 2010, 2013, 2015 and 2021",
        &[
            "reports of the Groups of Governmental Experts of 2010 = A/65/201",
            "2013 = A/68/98",
            "2015 = A/70/174",
            "2021 = A/76/135",
        ],
    );
    en(
        "the second annual progress report, annex A",
        &["second annual progress report, annex A = A/78/265 annex-A/heading"],
    );
    en("the 2015 GGE report", &["2015 GGE report = A/70/174"]);
}

#[test]
fn ibid_means_the_previous_document() {
    en(
        "A/70/174, para. 13. Ibid., para. 15.",
        &["A/70/174, para. 13 = A/70/174 13", "Ibid., para. 15 = same 15"],
    );
    fr("Ibid., par. 15 a)", &["Ibid., par. 15 a) = same 15/a"]);
    en("the said resolution, para. 3", &["the said resolution, para. 3 = said op/3"]);
}

#[test]
fn a_long_text_without_a_citation_is_read_in_one_go() {
    let setting = Setting { language: Language::FR, aliases: Some(Aliases::bundled()), organ: None };
    for word in [
        "ports ",
        "2021 ",
        "par. ",
        "le rapport de ",
        "section ",
        "annexe ",
        "((((",
        "résolution ",
        "et, ",
        "1er et ",
        "premier, ",
        "son annexe ",
        "1/",
    ] {
        let text = word.repeat(150_000 / word.len());
        assert!(read(&text, &setting).len() <= text.len(), "{word}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_can_be_scanned(text in "\\PC{0,200}") {
        for language in [Language::FR, Language::EN] {
            let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: Some("A/HRC") };
            let mut end = 0;
            for citation in read(&text, &setting) {
                prop_assert!(citation.span.start >= end);
                prop_assert_eq!(citation.span.of(&text), &citation.raw);
                end = citation.span.end;
            }
        }
    }

    #[test]
    fn any_mix_of_citation_words_can_be_scanned(
        text in "(rapports? |de |20(10|13|21) |du Groupe de travail |et |, |par\\. |alinéa |annexes? |[IVX]{1,2} |[a-d]\\) |[0-9]{1,2} |ci-dessus |de la |Charte |Article |ladite résolution |ibid\\. |A/76/135 |\\(|normes? |points? |de l’ordre du jour |section |note |à |- ){0,40}"
    ) {
        let setting = Setting { language: Language::FR, aliases: Some(Aliases::bundled()), organ: None };
        let mut end = 0;
        for citation in read(&text, &setting) {
            prop_assert!(citation.span.start >= end);
            prop_assert_eq!(citation.span.of(&text), &citation.raw);
            end = citation.span.end;
        }
    }
}

#[test]
fn a_paragraph_of_a_document_given_by_symbol_belongs_to_that_document() {
    en("recalled in paragraph 5 of document A/77/275", &["paragraph 5 of document A/77/275 = A/77/275 5"]);
    en(
        "see paragraph 5 of the report issued as A/77/275",
        &["paragraph 5 of the report issued as A/77/275 = A/77/275 5"],
    );
    fr("au paragraphe 5 du document A/77/275", &["paragraphe 5 du document A/77/275 = A/77/275 5"]);
    fr(
        "au paragraphe 5 du rapport publié sous la cote A/77/275",
        &["paragraphe 5 du rapport publié sous la cote A/77/275 = A/77/275 5"],
    );
}

#[test]
fn a_report_of_an_unknown_year_is_not_this_document() {
    en("as in paragraph 69 of the 2021 report of the Group of Pilots", &[]);
    fr("au paragraphe 69 du rapport de 2021 du Groupe de pilotes", &[]);
}

#[test]
fn lists_of_resolutions_with_parts() {
    en(
        "In its resolutions 73/27, 74/28 A and B, and 76/19 to 78/237",
        &[
            "resolutions 73/27 = A/RES/73/27",
            "74/28 A = A/RES/74/28A",
            "B = A/RES/74/28B",
            "76/19 = A/RES/76/19",
            "78/237 = A/RES/78/237",
        ],
    );
    fr(
        "Par ses résolutions 74/28 A et B et 76/19",
        &["résolutions 74/28 A = A/RES/74/28A", "B = A/RES/74/28B", "76/19 = A/RES/76/19"],
    );
}

#[test]
fn parts_of_resolutions_and_special_sessions_are_cited_with_letter_and_session() {
    en(
        "Recalling resolutions 75/253 A and B, 2832 (XXVI) A and S-10/2, and A/RES/47/120 B.",
        &[
            "resolutions 75/253 A = A/RES/75/253A",
            "B = A/RES/75/253B",
            "2832 (XXVI) A = A/RES/2832(XXVI)A",
            "S-10/2 = A/RES/S-10/2",
            "A/RES/47/120 B = A/RES/47/120B",
        ],
    );
    en(
        "paragraph 2 of resolution 75/253 B of 16 April 2021",
        &["paragraph 2 of resolution 75/253 B = A/RES/75/253B op/2"],
    );
    fr(
        "sa résolution ES-10/24 et la résolution 217 A (III)",
        &["résolution ES-10/24 = A/RES/ES-10/24", "résolution 217 A (III) = A/RES/217(III)A"],
    );
    en("A/RES/75/240 A/77/275", &["A/RES/75/240 = A/RES/75/240", "A/77/275 = A/77/275"]);
}

#[test]
fn a_paragraph_in_brackets_after_a_document_belongs_to_it() {
    en(
        "The report A/76/135 (see para. 57 (d)) says so.",
        &["A/76/135 = A/76/135", "para. 57 (d) = A/76/135 57/d"],
    );
    fr(
        "Le rapport A/76/135 (voir par. 57 d)) le dit.",
        &["A/76/135 = A/76/135", "par. 57 d) = A/76/135 57/d"],
    );
    en("The report A/76/135 (see para. 5 above) says so.", &["A/76/135 = A/76/135", "para. 5 above = - 5"]);
    en("The report A/76/135, as was said (see para. 5), is known.", &["A/76/135 = A/76/135"]);
}

#[test]
fn a_pinpoint_belongs_to_the_document_named_before_it_whatever_is_between() {
    let cases: [(&str, &[&str]); 14] = [
        ("A/76/135 (14 July 2021), para. 2.", &["A/76/135 = A/76/135", "para. 2 = A/76/135 2"]),
        (
            "resolution 78/237 (22 December 2023), para. 1",
            &["resolution 78/237 = A/RES/78/237", "para. 1 = A/RES/78/237 op/1"],
        ),
        ("A/76/135 [para. 3]", &["A/76/135 [para. 3 = A/76/135 3"]),
        ("G.A. Res. 78/237, ¶ 4", &["Res. 78/237, ¶ 4 = A/RES/78/237 op/4"]),
        ("U.N. Doc. A/77/275, ¶ 5", &["A/77/275, ¶ 5 = A/77/275 5"]),
        (
            "the Programme of Action (A/CONF.192/15), chap. IV, para. 24.",
            &[
                "A/CONF.192/15 = A/CONF.192/15",
                "chap. IV = A/CONF.192/15 heading/IV",
                "para. 24 = A/CONF.192/15 24",
            ],
        ),
        (
            "A/80/2, annex I, sect. II, para. 3",
            &["A/80/2, annex I, sect. II = A/80/2 annex-I/heading/II", "para. 3 = A/80/2 annex-I/3"],
        ),
        (
            "resolution 1980/67 of 25 July 1980 on international years and anniversaries, in particular paragraphs 1 to 3 of the annex thereto",
            &[
                "resolution 1980/67 = E/RES/1980/67",
                "paragraphs 1 to 3 of the annex = E/RES/1980/67 annex/1 annex/2 annex/3",
            ],
        ),
        (
            "resolution 80/1 of 3 May 2025, entitled “Ports, lighthouses and ships”, para. 4",
            &["resolution 80/1 = A/RES/80/1", "para. 4 = A/RES/80/1 op/4"],
        ),
        ("A/80/5 (Vol. II), paras. 7 and 8", &["A/80/5 (Vol. II), paras. 7 and 8 = A/80/5 (Vol. II) 7 8"]),
        ("document A/76/ 135, para. 2", &["A/76/ 135, para. 2 = A/76/135 2"]),
        ("document A/AC. 292/2023/L.1, para. 2", &["A/AC. 292/2023/L.1, para. 2 = A/AC.292/2023/L.1 2"]),
        ("resolution 78/ 237, para. 2", &["resolution 78/ 237, para. 2 = A/RES/78/237 op/2"]),
        (
            "Report of the Commission (A/56/10), chap. IV.E, sect. 2, para. 76",
            &["A/56/10 = A/56/10", "chap. IV.E, sect. 2 = A/56/10 heading/IV/E/2", "para. 76 = A/56/10 76"],
        ),
    ];
    for (text, expected) in cases {
        en(text, expected);
    }
    fr(
        "la résolution 78/237 du 22 décembre 2023, intitulée « Ports et phares », en particulier son paragraphe 4",
        &["résolution 78/237 = A/RES/78/237", "paragraphe 4 = A/RES/78/237 op/4"],
    );
    fr("A/76/135 (14 juillet 2021), par. 2", &["A/76/135 = A/76/135", "par. 2 = A/76/135 2"]);
}

#[test]
fn a_pinpoint_of_something_unknown_is_none_of_this_document() {
    for text in [
        "in accordance with article 2, paragraph 5, of annex II to the Convention",
        "See Official Records, Twelfth Special Session, Plenary Meetings, 1st meeting, paras. 110–111.",
        "International Maritime Organization, document MSC 84/24/Add.1, annex 1, resolution MSC.255(84)",
        "the global limit on sulphur under annex VI to the International Convention",
        "in document XYZ/12, para. 2",
        "in document A/76/, para. 2",
        "the Rules of Procedure, paragraph 11.3",
        "in accordance with paragraph 11.3 of the Rules",
        "amendments to annexes II, VIII and IX to the Convention",
    ] {
        let found = plenary::cite::scan(text, Language::EN);
        assert!(
            found.iter().all(|citation| citation.whose == Whose::Document && citation.addresses.is_empty()),
            "{text}: {found:?}"
        );
    }
    en(
        "Resolution 78/237 was adopted by consensus; the Chair spoke of paragraph 5.",
        &["Resolution 78/237 = A/RES/78/237"],
    );
    // A new sentence, and words that say so, lead back to the text.
    en("A/76/135 was adopted. See para. 5.", &["A/76/135 = A/76/135", "para. 5 = - 5"]);
    en("A/76/135 was adopted as in paragraph 5 above", &["A/76/135 = A/76/135", "paragraph 5 above = - 5"]);
}

#[test]
fn lists_of_resolutions_continue_after_titles_and_old_sessions() {
    en(
        "Recalling resolutions 72/283 of 22 June 2018, entitled “Ports, ships”, and 78/147 of 1 December 2023",
        &["resolutions 72/283 = A/RES/72/283", "78/147 = A/RES/78/147"],
    );
    en(
        "Recalling its resolutions 1874 (S-IV) of 27 June 1963, 3101 (XXVIII) of 11 December 1973 and 55/235 of 23 December 2000",
        &[
            "resolutions 1874 (S-IV) = A/RES/1874(S-IV)",
            "3101 (XXVIII) = A/RES/3101(XXVIII)",
            "55/235 = A/RES/55/235",
        ],
    );
    en(
        "CD/1299, SPLOS/286 and S/25704",
        &["CD/1299 = CD/1299", "SPLOS/286 = SPLOS/286", "S/25704 = S/25704"],
    );
}
