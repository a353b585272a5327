//! The comments of a Word document.

use crate::export::prose::Comment;
use crate::model::Language;

use super::paragraph::{self, RunLook, moment};
use super::xml::{Attributes, NAMESPACES, Xml, allowed, one_line};

/// The comments met so far.
pub struct Comments {
    xml: Xml,
    language: Language,
}

impl Comments {
    /// No comments yet, in this language.
    pub fn new(language: Language) -> Self {
        Self { xml: Xml::fragment(), language }
    }

    /// Adds a comment with an id.
    pub fn add(&mut self, comment: &Comment, id: &str) {
        let author = one_line(&comment.author);
        let date = moment(comment.moment);
        let initials: String = author.split_whitespace().filter_map(|word| word.chars().next()).collect();
        let mut attributes = vec![("w:id", id), ("w:author", &author)];
        attributes.extend(date.as_deref().map(|date| ("w:date", date)));
        attributes.push(("w:initials", &initials));
        self.write(comment, &attributes);
    }

    fn write(&mut self, comment: &Comment, attributes: Attributes<'_>) {
        let xml = &mut self.xml;
        let look = RunLook::new(None, None, self.language);
        xml.open("w:comment", attributes);
        for (at, line) in allowed(&comment.text).split('\n').enumerate() {
            xml.open("w:p", &[]);
            paragraph::plain_properties(xml, "CommentText", self.language);
            if at == 0 {
                look.styled("CommentReference").element(xml, "w:annotationRef");
            }
            look.words(xml, line);
            xml.close("w:p");
        }
        xml.close("w:comment");
    }

    /// The part with the comments; `None` if there are none.
    pub fn finish(mut self) -> Option<Vec<u8>> {
        if self.xml.is_empty() {
            return None;
        }
        let mut xml = Xml::new();
        xml.open("w:comments", &NAMESPACES);
        xml.append(self.xml);
        xml.close("w:comments");
        Some(xml.finish())
    }
}
