//! The printed number of a passage alone: `5 f)` of an agenda item, `16 a)` of a paragraph.

use crate::base::numbering;
use crate::cite::aliases::Aliases;
use crate::cite::write::fill;
use crate::language::Languages;
use crate::model::{Address, Language, Place};

/// The number as the United Nations print it in a language, without any word: `16 a)` in French, `16 (a)` in
/// English. Empty for a passage without a number.
#[must_use]
pub fn number(address: &Address, language: Language) -> String {
    let path = match &address.place {
        Place::Paragraph(path)
        | Place::Preambular(path)
        | Place::Operative(path)
        | Place::Item(path)
        | Place::Step(_, path) => path,
        Place::Heading(path) | Place::Steps(path) => return path.join("."),
        Place::Norm(letter) => return printed(&Aliases::bundled().norm_number(letter), language),
        Place::Note(mark) => return mark.clone(),
        Place::Title | Place::Text(_) => return String::new(),
    };
    printed(path, language)
}

fn printed(path: &[String], language: Language) -> String {
    let sub = std::slice::from_ref(&Languages::bundled().citation(language).sub);
    let below = path.iter().skip(1).filter_map(|part| fill(sub, std::slice::from_ref(part)));
    let first = path.iter().take(1).map(|number| match numbering::split_adverb(number) {
        (stem, 0) => stem.to_owned(),
        (stem, adverb) => format!("{stem} {}", numbering::ADVERBS[adverb - 1]),
    });
    first.chain(below).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_printed_as_each_language_does() {
        let cases = [
            ("item/5/f", "5 f)", "5 (f)"),
            ("annex/14/c/ii", "14 c) ii)", "14 (c) (ii)"),
            ("norm/i", "13 i)", "13 (i)"),
            ("16bis/a", "16 bis a)", "16 bis (a)"),
            ("heading/II/A", "II.A", "II.A"),
            ("title", "", ""),
        ];
        for (address, french, english) in cases {
            let address: Address = address.parse().unwrap();
            assert_eq!(number(&address, Language::FR), french);
            assert_eq!(number(&address, Language::EN), english);
        }
    }
}
