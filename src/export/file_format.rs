//! What every family of file formats has, so that a file name or an option chooses one of them in the same way.

/// A file format, one of those in which the same thing can be written.
pub trait FileFormat: Copy + 'static {
    /// All formats of the family.
    fn all() -> &'static [Self];

    /// The stable name, which is also the extension of its files.
    fn name(self) -> &'static str;

    /// Whether it is text, which can be written to a terminal or a pipe.
    fn is_text(self) -> bool;

    /// The first format with this name, in any case.
    #[must_use]
    fn from_name(name: &str) -> Option<Self> {
        Self::all().iter().copied().find(|format| format.name().eq_ignore_ascii_case(name))
    }

    /// The names of all formats, as they are listed in a message.
    #[must_use]
    fn names() -> String {
        Self::all().iter().map(|format| format.name()).collect::<Vec<_>>().join(", ")
    }
}
