//! A text for reading as a Word document (Office Open XML, ECMA-376): native footnotes, comments and tracked changes.
//!
//! The document has only the parts Word needs: the text, styles, settings, a foot of the page with its number, properties,
//! and where there are any, footnotes and comments.

mod body;
mod comments;
mod footnotes;
mod language;
mod package;
mod paragraph;
mod properties;
mod settings;
mod styles;
mod xml;

use crate::base::{Error, Result};
use crate::export::prose::Prose;

use body::Written;
use package::{Package, PackagePart};

/// The text as the bytes of a Word document. The same text always gives the same bytes.
///
/// What XML cannot hold, control codes other than tabs and line ends, is left out. Headings and numbered paragraphs have up
/// to nine levels; deeper ones are written as the ninth.
///
/// # Errors
/// `export-failed` (`what`) if the text is too large for the file format.
pub fn write(prose: &Prose) -> Result<Vec<u8>> {
    let Written { document, footnotes, comments, has_revisions } = body::write(prose);
    let has_footnotes = footnotes.is_some();
    let mut package = Package::default();
    package.add(PackagePart::DOCUMENT, document);
    package.add(PackagePart::STYLES, styles::write(prose.language));
    package.add(PackagePart::SETTINGS, settings::write(prose.language, has_footnotes, has_revisions));
    package.add(PackagePart::FOOTER, body::footer());
    package.add(PackagePart::PROPERTIES, properties::write(prose));
    let optional = [(PackagePart::FOOTNOTES, footnotes), (PackagePart::COMMENTS, comments)];
    for (part, content) in optional {
        content.into_iter().for_each(|content| package.add(part, content));
    }
    package.zipped().map_err(|error| Error::broken("export-failed").with("what", error.to_string()))
}
