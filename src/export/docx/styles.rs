//! The styles of a Word document, as documents of the United Nations look.

use crate::model::Language;

use super::language;
use super::paragraph::{FONT, LEVELS};
use super::xml::{NAMESPACES, Xml};

/// Width of the column of the printed number, in twentieths of a point.
const NUMBER_WIDTH: u32 = 720;

/// A style of paragraphs or characters. Sizes are in half points, distances in twentieths of a point.
#[derive(Default)]
struct StyleLook {
    id: String,
    name: String,
    /// Whether the name is not one that Word knows.
    custom: bool,
    /// Whether the paragraph stays on the page of the next one, as headings do.
    with_next: bool,
    before: u32,
    /// `None`: as in running text.
    after: Option<u32>,
    /// Distance from the margin on the left, and how much of it the first line does not have.
    left: u32,
    hanging: u32,
    right: u32,
    centred: bool,
    /// The level in the outline, from 0.
    outline: Option<u8>,
    bold: bool,
    italic: bool,
    size: Option<u32>,
}

fn looks() -> Vec<StyleLook> {
    let named =
        |id: &str, name: &str| StyleLook { id: id.to_owned(), name: name.to_owned(), ..StyleLook::default() };
    let mut looks = vec![StyleLook {
        after: Some(240),
        centred: true,
        with_next: true,
        bold: true,
        size: Some(32),
        ..named("Title", "Title")
    }];
    for level in 1..=LEVELS {
        looks.push(StyleLook {
            with_next: true,
            before: 240,
            left: NUMBER_WIDTH,
            hanging: NUMBER_WIDTH,
            outline: Some(level - 1),
            bold: level < 3,
            italic: level >= 3,
            size: Some(if level == 1 { 28 } else { 24 }),
            ..named(&format!("Heading{level}"), &format!("heading {level}"))
        });
    }
    looks.push(StyleLook { left: NUMBER_WIDTH, right: NUMBER_WIDTH, ..named("Quote", "Quote") });
    for level in 1..=LEVELS {
        let left = NUMBER_WIDTH * u32::from(level);
        let name = named(&format!("Numbered{level}"), &format!("Numbered {level}"));
        looks.push(StyleLook { custom: true, left, hanging: NUMBER_WIDTH, ..name });
    }
    looks.push(StyleLook { custom: true, size: Some(18), ..named("SmallPrint", "Small Print") });
    looks.push(StyleLook { after: Some(0), size: Some(18), ..named("FootnoteText", "footnote text") });
    looks.push(StyleLook { after: Some(0), size: Some(20), ..named("CommentText", "annotation text") });
    looks.push(StyleLook { after: Some(0), centred: true, size: Some(18), ..named("Footer", "footer") });
    looks
}

/// The part with the styles, for a document in this language.
pub fn write(language: Language) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.open("w:styles", &NAMESPACES);
    defaults(&mut xml, language);
    xml.open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")]);
    xml.value("w:name", "Normal");
    xml.empty("w:qFormat", &[]);
    xml.close("w:style");
    xml.open(
        "w:style",
        &[("w:type", "character"), ("w:default", "1"), ("w:styleId", "DefaultParagraphFont")],
    );
    xml.value("w:name", "Default Paragraph Font");
    xml.value("w:uiPriority", "1");
    xml.empty("w:semiHidden", &[]);
    xml.close("w:style");
    looks().iter().for_each(|look| paragraph_style(&mut xml, look));
    character_style(&mut xml, "FootnoteReference", "footnote reference", |xml| {
        xml.value("w:vertAlign", "superscript");
    });
    character_style(&mut xml, "CommentReference", "annotation reference", |xml| {
        xml.value("w:sz", "16");
        xml.value("w:szCs", "16");
    });
    xml.close("w:styles");
    xml.finish()
}

fn defaults(xml: &mut Xml, language: Language) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    let fonts = [("w:ascii", FONT), ("w:hAnsi", FONT), ("w:eastAsia", "SimSun"), ("w:cs", FONT)];
    xml.empty("w:rFonts", &fonts);
    xml.value("w:sz", "24");
    xml.value("w:szCs", "24");
    let [western, east_asian, right_to_left] = language::by_script(language);
    let languages = [("w:val", &*western), ("w:eastAsia", &*east_asian), ("w:bidi", &*right_to_left)];
    xml.empty("w:lang", &languages);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.open("w:pPrDefault", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:spacing", &[("w:after", "120"), ("w:line", "259"), ("w:lineRule", "auto")]);
    xml.close("w:pPr");
    xml.close("w:pPrDefault");
    xml.close("w:docDefaults");
}

fn paragraph_style(xml: &mut Xml, look: &StyleLook) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", &*look.id)];
    if look.custom {
        attributes.insert(1, ("w:customStyle", "1"));
    }
    xml.open("w:style", &attributes);
    xml.value("w:name", &look.name);
    xml.value("w:basedOn", "Normal");
    if look.with_next {
        xml.value("w:next", "Normal");
    }
    xml.empty("w:qFormat", &[]);
    paragraph_properties(xml, look);
    type_properties(xml, look);
    xml.close("w:style");
}

/// The properties of paragraphs of this style, in the order of the schema.
fn paragraph_properties(xml: &mut Xml, look: &StyleLook) {
    xml.open("w:pPr", &[]);
    if look.with_next {
        ["w:keepNext", "w:keepLines"].iter().for_each(|name| xml.empty(name, &[]));
    }
    if look.hanging > 0 {
        xml.open("w:tabs", &[]);
        xml.empty("w:tab", &[("w:val", "left"), ("w:pos", &look.left.to_string())]);
        xml.close("w:tabs");
    }
    let (before, after) = (look.before.to_string(), look.after.unwrap_or(120).to_string());
    xml.empty("w:spacing", &[("w:before", &before), ("w:after", &after)]);
    if look.left + look.right > 0 {
        let [left, right, hanging] = [look.left, look.right, look.hanging].map(|value| value.to_string());
        xml.empty("w:ind", &[("w:left", &left), ("w:right", &right), ("w:hanging", &hanging)]);
    }
    if look.centred {
        xml.value("w:jc", "center");
    }
    look.outline.into_iter().for_each(|level| xml.value("w:outlineLvl", &level.to_string()));
    xml.close("w:pPr");
}

/// The properties of the words of this style, in the order of the schema.
fn type_properties(xml: &mut Xml, look: &StyleLook) {
    if !look.bold && !look.italic && look.size.is_none() {
        return;
    }
    xml.open("w:rPr", &[]);
    if look.bold {
        ["w:b", "w:bCs"].iter().for_each(|name| xml.empty(name, &[]));
    }
    if look.italic {
        ["w:i", "w:iCs"].iter().for_each(|name| xml.empty(name, &[]));
    }
    if let Some(size) = look.size {
        ["w:sz", "w:szCs"].iter().for_each(|name| xml.value(name, &size.to_string()));
    }
    xml.close("w:rPr");
}

fn character_style(xml: &mut Xml, id: &str, name: &str, properties: impl FnOnce(&mut Xml)) {
    xml.open("w:style", &[("w:type", "character"), ("w:styleId", id)]);
    xml.value("w:name", name);
    xml.value("w:basedOn", "DefaultParagraphFont");
    xml.value("w:uiPriority", "99");
    xml.open("w:rPr", &[]);
    properties(xml);
    xml.close("w:rPr");
    xml.close("w:style");
}
