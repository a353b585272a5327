//! The language of a text: detected in stretches of it, so that a text in two languages is noticed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use whatlang::{Detector, Lang};

use crate::import::Vocabularies;
use crate::model::Language;

/// The language of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The most likely language.
    pub language: Language,
    /// Why it is doubtful; `None` if it is not.
    pub doubt: Option<Doubt>,
}

/// Why the language of a text is doubtful.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The text has too few letters.
    Short,
    /// A good part of the text is in this other language.
    Mixed(Language),
}

/// Letters in a stretch that is looked at by itself.
const STRETCH: usize = 300;
/// A text with fewer letters does not show its language.
const SHORT: usize = 120;
/// No more stretches than this are looked at, from all over the text.
const MOST: usize = 16;
/// In percent: with so much of a text in another language it is mixed; a language in which no document of the United
/// Nations is published must have more than the second.
const MIXED: u64 = 25;
const CLEAR: u64 = 60;

/// Languages and their codes; stretches in any other language do not count.
const CODES: [(Lang, [u8; 2]); 24] = [
    (Lang::Ara, *b"ar"),
    (Lang::Cmn, *b"zh"),
    (Lang::Eng, *b"en"),
    (Lang::Fra, *b"fr"),
    (Lang::Rus, *b"ru"),
    (Lang::Spa, *b"es"),
    (Lang::Ben, *b"bn"),
    (Lang::Ces, *b"cs"),
    (Lang::Deu, *b"de"),
    (Lang::Ell, *b"el"),
    (Lang::Heb, *b"he"),
    (Lang::Hin, *b"hi"),
    (Lang::Hun, *b"hu"),
    (Lang::Ind, *b"id"),
    (Lang::Ita, *b"it"),
    (Lang::Jpn, *b"ja"),
    (Lang::Kor, *b"ko"),
    (Lang::Nld, *b"nl"),
    (Lang::Pes, *b"fa"),
    (Lang::Pol, *b"pl"),
    (Lang::Por, *b"pt"),
    (Lang::Ron, *b"ro"),
    (Lang::Tur, *b"tr"),
    (Lang::Ukr, *b"uk"),
];

/// How many of them, from the first on, are the official languages of the United Nations.
const OFFICIAL: usize = 6;

/// The language of a text. One too short for its letters to show it is recognised by its small words, and is doubtful.
#[must_use]
pub fn detect(text: &str, vocabularies: &Vocabularies<'_>) -> Detected {
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(SHORT).count();
    let shares = shares(text);
    let likely = likely(&shares);
    if letters < SHORT {
        // A single sign of another script says more than small words, which are Latin.
        let official =
            likely.filter(|language| ![Language::EN, Language::FR].contains(language) && !is_latin(text));
        let language = official.or_else(|| vocabularies.detect(text)).unwrap_or(Language::DEFAULT);
        return Detected { language, doubt: Some(Doubt::Short) };
    }
    let language = likely.or_else(|| vocabularies.detect(text)).unwrap_or(Language::DEFAULT);
    let all: u64 = shares.values().sum();
    let others = shares.iter().filter(|(other, _)| **other != language);
    let second = others.max_by_key(|(_, letters)| **letters);
    let mixed =
        second.filter(|(_, letters)| **letters * 100 >= all * MIXED).map(|(other, _)| Doubt::Mixed(*other));
    Detected { language, doubt: if likely.is_none() { Some(Doubt::Short) } else { mixed } }
}

/// The language with most letters; another than the official ones only if most of the text is in it.
fn likely(shares: &BTreeMap<Language, u64>) -> Option<Language> {
    let all: u64 = shares.values().sum();
    let official =
        |language: &Language| CODES[..OFFICIAL].iter().any(|(_, code)| Language::new(*code) == *language);
    let most = |wanted: &dyn Fn(&Language, u64) -> bool| {
        let fitting = shares.iter().filter(|(language, letters)| wanted(language, **letters));
        fitting.max_by_key(|(_, letters)| **letters).map(|(language, _)| *language)
    };
    most(&|language, letters| official(language) || letters * 100 > all * CLEAR)
        .or_else(|| most(&|_, _| true))
}

fn is_latin(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic() || ('\u{c0}'..='\u{24f}').contains(&c))
}

/// How many letters of a text are in each language.
fn shares(text: &str) -> BTreeMap<Language, u64> {
    let stretches = stretches(text);
    let step = stretches.len() / MOST + 1;
    let mut shares = BTreeMap::new();
    for stretch in stretches.into_iter().step_by(step) {
        let Some(found) = language_of(stretch) else { continue };
        let Some((_, code)) = CODES.iter().find(|(lang, _)| *lang == found) else { continue };
        let letters = stretch.chars().filter(|c| c.is_alphabetic()).count();
        *shares.entry(Language::new(*code)).or_default() += letters as u64;
    }
    shares
}

/// The language of a stretch. Most are clearly in an official one, for which fewer languages need to be compared.
fn language_of(stretch: &str) -> Option<Lang> {
    static COUNTED: LazyLock<Detector> =
        LazyLock::new(|| Detector::with_allowlist(CODES.map(|(lang, _)| lang).to_vec()));
    let counted = COUNTED.detect(stretch)?;
    let is_official = CODES[..OFFICIAL].iter().any(|(lang, _)| *lang == counted.lang());
    match is_official && counted.is_reliable() {
        true => Some(counted.lang()),
        false => whatlang::detect_lang(stretch),
    }
}

/// The text in stretches of whole lines, each with some hundred letters.
fn stretches(text: &str) -> Vec<&str> {
    let mut stretches = Vec::new();
    let (mut start, mut at, mut letters) = (0, 0, 0);
    for line in text.split_inclusive('\n') {
        at += line.len();
        letters += line.chars().filter(|c| c.is_alphabetic()).count();
        if letters >= STRETCH {
            stretches.push(&text[start..at]);
            (start, letters) = (at, 0);
        }
    }
    stretches.push(&text[start..]);
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Languages;

    fn detected(text: &str) -> Detected {
        detect(text, &Vocabularies::new(Languages::bundled()))
    }

    /// The same sentence, as resolutions have it, in the six official languages.
    const SENTENCES: [(&str, &str); 6] = [
        (
            "en",
            "Requests the Secretary-General to submit to the General Assembly at its next session a report on the implementation of the present resolution, and decides to include in the provisional agenda the item entitled as above.\n",
        ),
        (
            "fr",
            "Prie le Secrétaire général de lui présenter à sa prochaine session un rapport sur l’application de la présente résolution, et décide d’inscrire à l’ordre du jour provisoire la question intitulée comme ci-dessus.\n",
        ),
        (
            "es",
            "Solicita al Secretario General que le presente en su próximo período de sesiones un informe sobre la aplicación de la presente resolución, y decide incluir en el programa provisional el tema titulado como se indica.\n",
        ),
        (
            "ru",
            "просит Генерального секретаря представить Генеральной Ассамблее на ее следующей сессии доклад об осуществлении настоящей резолюции и постановляет включить в предварительную повестку дня пункт, озаглавленный выше.\n",
        ),
        (
            "ar",
            "تطلب إلى الأمين العام أن يقدم إلى الجمعية العامة في دورتها المقبلة تقريرا عن تنفيذ هذا القرار وتقرر أن تدرج في جدول الأعمال المؤقت لدورتها البند المعنون أعلاه وأن تبقي المسألة قيد نظرها خلال الدورة.\n",
        ),
        (
            "zh",
            "请秘书长向大会下一届会议提交一份关于本决议执行情况的报告，并决定将上述题为的项目列入大会下一届会议临时议程，并继续处理此案，请各会员国、联合国各机构和有关国际组织在各自任务范围内进一步加强合作，促进本决议的全面执行，并为此提供一切必要的协助，并请各国就此问题向秘书长通报其意见和评估，包括在国家一级采取的措施以及为促进国际合作所作的努力，供下届会议审议。\n",
        ),
    ];

    #[test]
    fn each_of_the_six_languages_is_recognised() {
        for (code, sentence) in SENTENCES {
            let expected = Detected { language: code.parse().unwrap(), doubt: None };
            assert_eq!(detected(&sentence.repeat(6)), expected);
            assert_eq!(detected(sentence), expected, "one sentence");
        }
        let german = "Der Ausschuss ersucht den Generalsekretär, der Versammlung auf ihrer nächsten Tagung einen Bericht über die Durchführung dieser Entschließung vorzulegen, und beschließt, den Gegenstand aufzunehmen.\n";
        assert_eq!(detected(&german.repeat(4)).language.code(), "de");
    }

    #[test]
    fn a_text_in_two_languages_is_doubtful() {
        let text = format!("{}{}", SENTENCES[0].1.repeat(6), SENTENCES[2].1.repeat(4));
        let expected = Detected { language: Language::EN, doubt: Some(Doubt::Mixed(Language::new(*b"es"))) };
        assert_eq!(detected(&text), expected);
        let quoted = format!("{}{}", SENTENCES[0].1.repeat(20), SENTENCES[2].1);
        assert_eq!(detected(&quoted).doubt, None);
    }

    #[test]
    fn a_short_text_is_doubtful() {
        assert_eq!(
            detected("La séance est levée."),
            Detected { language: Language::FR, doubt: Some(Doubt::Short) }
        );
        assert_eq!(detected("12 3 4"), Detected { language: Language::EN, doubt: Some(Doubt::Short) });
        assert_eq!(detected("大会第七十八届会议").language.code(), "zh");
    }
}
