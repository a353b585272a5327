//! Citations as delegates write and read them.

use proptest::prelude::*;

use super::*;
use crate::language::Languages;
use crate::model::{Address, Language, Part, Place, Symbol};

const LANGUAGES: [Language; 2] = [Language::FR, Language::EN];

#[track_caller]
fn written(symbol: &str, address: &str, french: &str, english: &str) {
    let symbol: Option<Symbol> = (!symbol.is_empty()).then(|| symbol.parse().unwrap());
    let address: Address = address.parse().unwrap();
    for (language, expected) in LANGUAGES.into_iter().zip([french, english]) {
        let found = write(symbol.as_ref(), &address, language);
        assert_eq!(found, expected);
        assert_eq!(parse_exact(&found), Some((symbol.clone(), address.clone())), "{found} reads back");
    }
}

#[test]
fn citations_are_written_the_united_nations_way() {
    let report = "A/77/275";
    written(report, "title", "A/77/275", "A/77/275");
    written(report, "annex/16/a", "A/77/275, annexe, par. 16 a)", "A/77/275, annex, para. 16 (a)");
    written(report, "14/c/ii", "A/77/275, par. 14 c) ii)", "A/77/275, para. 14 (c) (ii)");
    written(report, "7/bullet-3", "A/77/275, par. 7, puce 3", "A/77/275, para. 7, bullet 3");
    written(
        report,
        "annex/E/next/2",
        "A/77/275, annexe, étape 2 de la section E",
        "A/77/275, annex, step 2 of section E",
    );
    written(
        report,
        "annex/E/next",
        "A/77/275, annexe, prochaines étapes de la section E",
        "A/77/275, annex, next steps of section E",
    );
    written("", "next/2/a", "étape 2 a)", "step 2 (a)");
    written(report, "heading/II/A", "A/77/275, section II.A", "A/77/275, section II.A");
    written("", "heading/V/~2", "section V, intertitre 2", "section V, subheading 2");
    written(report, "annex/heading", "A/77/275, annexe", "A/77/275, annex");
    written("A/75/816", "annex-I/7", "A/75/816, annexe I, par. 7", "A/75/816, annex I, para. 7");
    written(report, "annex/note/14", "A/77/275, annexe, note 14", "A/77/275, annex, note 14");
    written(report, "annex/note/*~2", "A/77/275, annexe, note *~2", "A/77/275, annex, note *~2");
    written("A/RES/78/237", "op/4", "A/RES/78/237, par. 4", "A/RES/78/237, para. 4");
    written("", "op/4/b", "par. 4 b) du dispositif", "operative para. 4 (b)");
    written(
        "A/RES/78/237",
        "pp/7",
        "A/RES/78/237, alinéa 7 du préambule",
        "A/RES/78/237, preambular para. 7",
    );
    written("A/76/135", "norm/i", "A/76/135, norme 13 i)", "A/76/135, norm 13 (i)");
    written(report, "item/5/f", "A/77/275, point 5 f) de l’ordre du jour", "A/77/275, agenda item 5 (f)");
    written("S/RES/2341 (2017)", "op/2", "S/RES/2341 (2017), par. 2", "S/RES/2341 (2017), para. 2");
    written(
        "A/76/135",
        "front/text/3",
        "A/76/135, pages liminaires, passage 3",
        "A/76/135, front matter, passage 3",
    );
    written(report, "16bis/a", "A/77/275, par. 16 bis a)", "A/77/275, para. 16 bis (a)");
    written(report, "annex/17/eter", "A/77/275, annexe, par. 17 e) ter", "A/77/275, annex, para. 17 (e) ter");
    written(report, "annex/17/iter", "A/77/275, annexe, par. 17 i) ter", "A/77/275, annex, para. 17 (i) ter");
    // What no words fit stays an address.
    written("A/RES/78/237", "4", "A/RES/78/237:4", "A/RES/78/237:4");
}

#[track_caller]
fn read(text: &str, expected: &str) {
    let found = parse_exact(text).map(|(symbol, address)| match symbol {
        Some(symbol) => format!("{symbol}:{address}"),
        None => address.to_string(),
    });
    assert_eq!(found.as_deref(), Some(expected).filter(|text| !text.is_empty()), "{text:?}");
}

#[test]
fn reading_forgives_what_hurried_hands_leave_out() {
    for text in [
        "A/77/275:annex/16/a",
        "A/77/275 annex/16/a",
        "a/77/275 ANNEX/16/A",
        "A/77/275, annexe, par.\u{a0}16\u{a0}a)",
        "A/77/275 annexe par 16 a",
        "A/77/275, Annexe, § 16(a)",
        "A/77/275 annex para 16(a).",
        "A/77/275, annex, paragraph 16 (a)",
        "A/77/275 annexe §16a",
    ] {
        read(text, "A/77/275:annex/16/a");
    }
    read("annex/e/next/2", "annex/E/next/2");
    read("annex/16/a", "annex/16/a");
    read("16", "16");
    read("étape 2 de la section e", "E/next/2");
    read("a/ac.292/2023/l.1, par 3", "A/AC.292/2023/L.1:3");
    read("S/RES/2341 (2017)", "S/RES/2341 (2017):title");
    read("A/RES/78/237 op 8", "A/RES/78/237:op/8");
    read("norme 13 i)", "norm/i");
    read("norm i", "norm/i");
    read("annexe ii, par. 4", "annex-II/4");
    read("A/77/275:", "A/77/275:title");
    for wrong in ["", " ", "répertoire", "A/77/275 the annex", "par.", "annexe, par. 16 a) b", "14 c ii et d"]
    {
        read(wrong, "");
    }
}

#[track_caller]
fn scanned(text: &str, language: Language, expected: &[&str]) {
    let found: Vec<String> = scan(text, language)
        .iter()
        .map(|citation| {
            assert_eq!(citation.span.of(text), citation.raw);
            let addresses: Vec<_> = citation.addresses.iter().map(ToString::to_string).collect();
            let symbol = citation.symbol.as_ref().map_or("-", Symbol::as_str);
            let between: String = citation.between.iter().map(|symbol| format!("{symbol}, ")).collect();
            format!("{} = {between}{symbol}:{}", citation.raw, addresses.join(" "))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_number_with_an_adverb_is_another_paragraph_than_the_one_before_it() {
    use Language as L;
    scanned(
        "Rapport de 2021, A/76/135, par. 57 b), et résolution 76/19 de l’Assemblée générale.",
        L::FR,
        &["A/76/135, par. 57 b) = A/76/135:57/b", "résolution 76/19 = A/RES/76/19:"],
    );
    scanned(
        "Résolution 75/240 de l’Assemblée générale, par. 1.",
        L::FR,
        &["Résolution 75/240 de l’Assemblée générale, par. 1 = A/RES/75/240:op/1"],
    );
    scanned("A/75/816, annexe I, par. 7.", L::FR, &["A/75/816, annexe I, par. 7 = A/75/816:annex-I/7"]);
    scanned("A/75/816, annexe II.", L::FR, &["A/75/816, annexe II = A/75/816:annex-II/heading"]);
    scanned(
        "Résolutions 70/237 et 76/19 de l’Assemblée générale.",
        L::FR,
        &["Résolutions 70/237 = A/RES/70/237:", "76/19 = A/RES/76/19:"],
    );
    scanned(
        "identifiées aux paragraphes 8 à 13 lors des quatrième et cinquième sessions",
        L::FR,
        &["paragraphes 8 à 13 = -:8 9 10 11 12 13"],
    );
    scanned(
        "la liste mentionnée au paragraphe 14 e) ci-dessus aux quatrième et cinquième sessions",
        L::FR,
        &["paragraphe 14 e) ci-dessus = -:14/e"],
    );
    scanned(
        "au paragraphe 15 a)-b) ci-dessus ainsi",
        L::FR,
        &["paragraphe 15 a)-b) ci-dessus = -:15/a 15/b"],
    );
    scanned(
        "en application du paragraphe 3 de la résolution 73/266 de l'Assemblée générale",
        L::FR,
        &["paragraphe 3 de la résolution 73/266 = A/RES/73/266:op/3"],
    );
    scanned("en vertu du paragraphe 4 de l’Article 2 de la Charte", L::FR, &[]);
    scanned(
        "préconisé au paragraphe 71 g) du présent rapport",
        L::FR,
        &["paragraphe 71 g) du présent rapport = -:71/g"],
    );
    scanned(
        "paragraphs 31 (a) to (d) and 34 above, and resolution 2341 (2017) of the Security Council, para. 2",
        L::EN,
        &[
            "paragraphs 31 (a) to (d) and 34 above = -:31/a 31/b 31/c 31/d 34",
            "resolution 2341 (2017) of the Security Council, para. 2 = S/RES/2341 (2017):op/2",
        ],
    );
    scanned(
        "Rappelant ses résolutions 43/78 H du 7 décembre 1988, 54/49 du 1er décembre 1999 et 77/36 du 7 décembre 2022,",
        L::FR,
        &["résolutions 43/78 H = A/RES/43/78H:", "54/49 = A/RES/54/49:", "77/36 = A/RES/77/36:"],
    );
    scanned(
        "resolution 76/19 of 6 December 2021, para. 3",
        L::EN,
        &["resolution 76/19 of 6 December 2021, para. 3 = A/RES/76/19:op/3"],
    );
    scanned("see paragraph 3, 12 States disagreed", L::EN, &["paragraph 3 = -:3"]);
    scanned("see paragraphs 3, 5 and 7-9.", L::EN, &["paragraphs 3, 5 and 7-9 = -:3 5 7 8 9"]);
    scanned("https://undocs.org/fr/A/RES/73/27 decided nothing on 14 c) ii)", L::EN, &[]);
}

#[test]
fn bis_and_ter_belong_to_the_number_before_them() {
    use Language as L;
    scanned(
        "Ajouter un nouveau paragraphe 17 bis de l’annexe du document A/77/275, libellé comme suit",
        L::FR,
        &["paragraphe 17 bis de l’annexe du document A/77/275 = A/77/275:annex/17bis"],
    );
    scanned(
        "A/77/275, annexe, par. 17 bis.",
        L::FR,
        &["A/77/275, annexe, par. 17 bis = A/77/275:annex/17bis"],
    );
    scanned(
        "les paragraphes 17 e) bis et 18 ter de l’annexe du document A/77/275",
        L::FR,
        &[
            "paragraphes 17 e) bis et 18 ter de l’annexe du document A/77/275 = A/77/275:annex/17/ebis annex/18ter",
        ],
    );
    scanned(
        "A/77/275, annex, para. 17 bis (a)",
        L::EN,
        &["A/77/275, annex, para. 17 bis (a) = A/77/275:annex/17bis/a"],
    );
}

#[test]
fn every_part_of_a_range_of_a_resolution_is_cited() {
    use Language as L;
    let to_d = ["A/RES/52/38A:", "D = A/RES/52/38B, A/RES/52/38C, A/RES/52/38D:"];
    for (text, language, first) in [
        ("Recalling its resolutions 52/38 A to D of 9 December 1997,", L::EN, "resolutions 52/38 A"),
        ("Recalling resolution 52/38 A-D,", L::EN, "resolution 52/38 A"),
        ("Rappelant ses résolutions 52/38 A à D du 9 décembre 1997,", L::FR, "résolutions 52/38 A"),
        ("voir la résolution 52/38 A-D.", L::FR, "résolution 52/38 A"),
    ] {
        scanned(text, language, &[&format!("{first} = {}", to_d[0]), to_d[1]]);
    }
    scanned(
        "its resolutions 52/38 A, B to D and F, para. 2",
        L::EN,
        &[
            "resolutions 52/38 A = A/RES/52/38A:",
            "B = A/RES/52/38B:",
            "D = A/RES/52/38C, A/RES/52/38D:",
            "F, para. 2 = A/RES/52/38F:op/2",
        ],
    );
    scanned(
        "ses résolutions 3484 (XXX) A à C et 52/38 A, B et D",
        L::FR,
        &[
            "résolutions 3484 (XXX) A = A/RES/3484(XXX)A:",
            "C = A/RES/3484(XXX)B, A/RES/3484(XXX)C:",
            "52/38 A = A/RES/52/38A:",
            "B = A/RES/52/38B:",
            "D = A/RES/52/38D:",
        ],
    );
    scanned(
        "see A/RES/52/38 A to C",
        L::EN,
        &["A/RES/52/38 A = A/RES/52/38A:", "C = A/RES/52/38B, A/RES/52/38C:"],
    );
    scanned("voir A/RES/52/38A et B", L::FR, &["A/RES/52/38A = A/RES/52/38A:", "B = A/RES/52/38B:"]);
}

#[test]
fn what_only_looks_like_a_range_of_parts_is_none() {
    use Language as L;
    let only = ["resolution 52/38 A = A/RES/52/38A:"];
    for text in [
        "the call of resolution 52/38 A to Member States",
        "in resolution 52/38 A, I find nothing on that",
        "resolution 52/38 A and I agree",
        "resolution 52/38 A to a T",
    ] {
        scanned(text, L::EN, &only);
    }
    scanned("la résolution 52/38 A à laquelle B renvoie", L::FR, &["résolution 52/38 A = A/RES/52/38A:"]);
    scanned("resolution 52/38 T to A", L::EN, &["resolution 52/38 T = A/RES/52/38T:"]);
    scanned("resolution 52/38 to T", L::EN, &["resolution 52/38 = A/RES/52/38:"]);
    scanned(
        "resolutions 52/38 A to 52/40 C",
        L::EN,
        &["resolutions 52/38 A = A/RES/52/38A:", "52/40 C = A/RES/52/40C:"],
    );
    scanned("A/77/275 A to C", L::EN, &["A/77/275 = A/77/275:"]);
}

fn symbols() -> impl Strategy<Value = Option<Symbol>> {
    let texts = ["A/77/275", "A/AC.292/2023/L.1", "A/RES/78/237", "S/RES/2341 (2017)", "A/C.1/80/L.20/Rev.1"];
    let some = proptest::sample::select(texts.to_vec()).prop_map(|text| Some(text.parse().unwrap()));
    prop_oneof![Just(None), some]
}

#[test]
fn a_footnote_has_no_mark_of_any_characters() {
    for text in ["note1d\0e\">B:\u{e000}@", "note 1/2", "note 3%"] {
        assert_eq!(parse_exact(text), None, "{text:?}");
    }
    assert!(parse_exact("note 14~2").is_some());
}

/// Reading twice the text takes twice the work, whatever it is made of: counted, not timed.
#[test]
fn the_work_grows_with_the_text_and_no_faster() {
    let work = |fragment: &str, times: usize, languages: &[Language]| {
        let text = fragment.repeat(times);
        for language in languages {
            let language = *language;
            let setting = Setting { language, aliases: Some(Aliases::bundled()), organ: Some("A/HRC") };
            assert!(super::read(&text, &setting).len() <= text.len());
        }
        crate::language::looks::since()
    };
    let fragments = "ports |2021 |par. |paragraphes |par. 3, |paragraphe 3 et |le rapport de |rapports de 2015 et |section |sections I et |\
        annexe |annexe A et |son annexe |its annex I and |((((|résolution |résolutions 70/1 et |resolution |et, |1/|1er et |premier, |\
        third and |third operative |A/76/135 |A/RES/1514(|ibid., |ladite résolution, |norme 13 a), |normes 13 a) et |a) |alinéa b) du |\
        Article 2 et |l’Article 2 et le |Chapitre V et |notes 3 et |points 3 et |point 3, |voir |General Assembly |Assemblée générale |\
        sa résolution |Groupe de travail |2010, 2013 et |du 1er décembre |d’experts ";
    let other = [
        (
            "ru",
            "пункт |пункты 3 и |п. 5 резолюции |приложение II и |раздел I, |третий и |а) и |его приложение |там же, ",
        ),
        ("ar", "الفقرة |الفقرتين 3 و |المرفق الثاني و |الفرع ألف، |الفقرة 3 من |(أ) و |القرار "),
        ("zh", "第|第5段|第5段和|第5和|附件|附件一、|第二章，|A节，|执行部分第1段|第76/1号决议|同上，|和"),
    ];
    let both = fragments.split('|').map(|fragment| (fragment, LANGUAGES.to_vec()));
    let others = other.into_iter().flat_map(|(code, fragments)| {
        fragments.split('|').map(move |fragment| (fragment, vec![code.parse().unwrap()]))
    });
    let mut faults: Vec<String> = Vec::new();
    for (fragment, languages) in both.chain(others) {
        let (half, whole) = (work(fragment, 1500, &languages), work(fragment, 3000, &languages));
        if whole > half * 2 + half / 10 + 200 {
            faults.push(format!("{fragment:?}: {half} looks, then {whole}"));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

fn addresses() -> impl Strategy<Value = Address> {
    let part = prop_oneof![
        Just(Part::Body),
        Just(Part::Front),
        Just(Part::Annex(None)),
        proptest::sample::select(vec!["I", "II", "A", "C", "3", "VIII"])
            .prop_map(|mark| Part::Annex(Some(mark.to_owned()))),
    ];
    let sub = proptest::collection::vec("[a-z]|[ivx]{1,4}|[1-9]|bullet-[1-9]|aa", 0..3);
    let number = ("[1-9][0-9]{0,2}", sub)
        .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect::<Vec<String>>());
    let section = proptest::collection::vec("[A-Z]|[IVX]{1,4}|[1-9]|~[1-9]", 0..4);
    let place = prop_oneof![
        Just(Place::Title),
        section.clone().prop_map(Place::Heading),
        section.clone().prop_map(Place::Steps),
        (section, number.clone()).prop_map(|(section, path)| Place::Step(section, path)),
        number.clone().prop_map(Place::Paragraph),
        number.clone().prop_map(Place::Operative),
        number.clone().prop_map(Place::Preambular),
        number.clone().prop_map(Place::Item),
        number.prop_map(Place::Text),
        "[a-z]".prop_map(Place::Norm),
        "[1-9][0-9]?|[*]{1,2}(~2)?|[a-z]".prop_map(Place::Note),
    ];
    (part, place).prop_map(|(part, place)| Address { part, place })
}

proptest! {
    #[test]
    fn what_is_written_reads_back(symbol in symbols(), address in addresses()) {
        for (language, _) in Languages::bundled().citations() {
            let written = write(symbol.as_ref(), &address, language);
            prop_assert_eq!(parse_exact(&written), Some((symbol.clone(), address.clone())), "{}", written);
        }
    }

    #[test]
    fn any_text_is_scanned_in_order(text in "(par\\. |paragraphs |A/77/275|annexe |I|, |et |to |[0-9]|[a-d]\\)|-|é|résolution |/)*") {
        for language in LANGUAGES {
            let mut end = 0;
            for citation in scan(&text, language) {
                prop_assert!(citation.span.start >= end);
                prop_assert_eq!(citation.span.of(&text), &citation.raw);
                end = citation.span.end;
            }
            let _ = parse_exact(&text);
        }
    }
}

#[test]
fn what_is_written_is_found_in_running_text_of_any_language() {
    let addresses = [
        "annex/16/a",
        "14/c/ii",
        "7/bullet-3",
        "annex/E/next/2",
        "annex/E/next",
        "heading/II/A",
        "annex/heading",
        "annex-I/7",
        "annex/note/14",
        "annex/heading/V/~2",
        "text/3",
        "front/text/3",
        "norm/i",
        "item/5/f",
    ];
    let symbol: Symbol = "A/80/275".parse().unwrap();
    for address in addresses {
        let address: Address = address.parse().unwrap();
        let written = Languages::bundled().citations().map(|(language, _)| language);
        let around = ["en", "fr", "es", "ru", "ar", "zh"].map(|code| code.parse::<Language>().unwrap());
        for (written, around) in written.flat_map(|one| around.map(|other| (one, other))) {
            let citation = write(Some(&symbol), &address, written);
            let text = format!("« Oui » ({citation}). Puis, non.");
            let found = scan(&text, around);
            let given: Vec<_> =
                found.iter().map(|found| (found.symbol.as_ref(), &found.addresses[..])).collect();
            assert_eq!(given, [(Some(&symbol), std::slice::from_ref(&address))], "{text} in {around}");
            assert_eq!(found[0].raw, citation, "{text} in {around}");
        }
    }
}
