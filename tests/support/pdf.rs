//! A small writer of PDF files: pages with words at given places, lines, pictures, and what the file marks as artifacts.

use std::fmt::Write as _;

/// The width of a letter of the font, which is Courier, in sizes.
const LETTER: f64 = 0.6;
/// The height of a page, in points; its width is 612.
const HEIGHT: f64 = 792.0;

/// A PDF file while it is made.
#[derive(Default)]
pub struct Pdf {
    pages: Vec<Page>,
    /// Entries of the trailer, for files that are locked.
    trailer: String,
}

/// A page while it is made. Places are in points from the upper left corner.
#[derive(Default, Clone)]
pub struct Page {
    content: String,
}

impl Page {
    /// The head of a document of the General Assembly, whose left edge is at `left`.
    pub fn masthead(self, left: f64, symbol: &str) -> Self {
        self.text(left, 58.0, 14.0, "United Nations")
            .text(480.0, 57.0, 10.0, symbol)
            .text(left, 86.0, 20.0, "General Assembly")
            .text(397.0, 86.0, 9.0, "Distr.: General")
            .text(397.0, 98.0, 9.0, "28 December 2024")
    }

    /// Writes words: their left edge, their base line, their size.
    pub fn text(mut self, left: f64, top: f64, size: f64, words: &str) -> Self {
        let _ = writeln!(
            self.content,
            "BT /F1 {size} Tf {left:.2} {:.2} Td ({}) Tj ET",
            HEIGHT - top,
            escaped(words)
        );
        self
    }

    /// Writes words over each other twice, which looks bold.
    pub fn twice(self, left: f64, top: f64, size: f64, words: &str) -> Self {
        self.text(left, top, size, words).text(left + 0.3, top, size, words)
    }

    /// Writes words that are not drawn, as text recognition leaves them.
    pub fn invisible(mut self, left: f64, top: f64, size: f64, words: &str) -> Self {
        self.content.push_str("3 Tr\n");
        self = self.text(left, top, size, words);
        self.content.push_str("0 Tr\n");
        self
    }

    /// Writes words that end in a raised mark, and more words after it.
    pub fn called(self, left: f64, top: f64, size: f64, (before, mark, after): (&str, &str, &str)) -> Self {
        let wide = |words: &str, size: f64| words.chars().count() as f64 * size * LETTER;
        let at = left + wide(before, size);
        let small = size * 0.65;
        self.text(left, top, size, before).text(at, top - size * 0.35, small, mark).text(
            at + wide(mark, small),
            top,
            size,
            after,
        )
    }

    /// Draws a line across.
    pub fn rule(mut self, left: f64, right: f64, top: f64) -> Self {
        let _ = writeln!(self.content, "{left} {} {} 0.5 re f", HEIGHT - top, right - left);
        self
    }

    /// Draws a picture over the whole page.
    pub fn picture(mut self) -> Self {
        self.content.push_str("q 612 0 0 792 0 0 cm /I1 Do Q\n");
        self
    }

    /// Marks what `inside` draws as a running head or foot, as Word does.
    pub fn artifact(mut self, edge: &str, inside: impl FnOnce(Page) -> Page) -> Self {
        let _ = writeln!(self.content, "/Artifact <</Type /Pagination /Subtype /{edge}>> BDC");
        self = inside(self);
        self.content.push_str("EMC\n");
        self
    }

    /// Draws a form that draws the next one many times, thirty levels deep: it would take years.
    pub fn endless(mut self) -> Self {
        self.content.push_str("/X0 Do\n");
        self
    }

    /// Writes paragraphs one below another from a place on: each in lines of a number of letters, the first set in.
    pub fn paragraphs(mut self, mut top: f64, letters: usize, paragraphs: &[&str]) -> Self {
        for paragraph in paragraphs {
            for (at, line) in wrapped(paragraph, letters).iter().enumerate() {
                let left = if at == 0 { 96.0 } else { 72.0 };
                self = self.text(left, top, 8.0, line);
                top += 10.0;
            }
            top += 6.0;
        }
        self
    }
}

/// Lines of no more than this many letters; the first is shorter by its indent, which is five letters wide.
fn wrapped(words: &str, letters: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in words.split(' ') {
        let room = letters - if lines.len() == 1 { 5 } else { 0 };
        let line = lines.last_mut().expect("there is a line");
        if line.chars().count() + word.chars().count() < room {
            line.push_str(if line.is_empty() { "" } else { " " });
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The words as a string of a PDF file, in the encoding of Windows.
fn escaped(words: &str) -> String {
    let mut text = String::new();
    for c in words.chars() {
        match c {
            '(' | ')' | '\\' => text.extend(['\\', c]),
            '’' => text.push_str("\\222"),
            '“' => text.push_str("\\223"),
            '”' => text.push_str("\\224"),
            '•' => text.push_str("\\225"),
            '–' => text.push_str("\\226"),
            ' '..='~' => text.push(c),
            '\u{a0}'..='\u{ff}' => {
                let _ = write!(text, "\\{:03o}", u32::from(c));
            }
            _ => panic!("{c:?} is not in the encoding of the font"),
        }
    }
    text
}

impl Pdf {
    /// A file without pages.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page.
    pub fn page(mut self, page: Page) -> Self {
        self.pages.push(page);
        self
    }

    /// Locks the file with a password nobody knows.
    pub fn locked(mut self) -> Self {
        let key = "00".repeat(32);
        self.trailer = format!(
            "/Encrypt <</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{key}> /U <{key}>>> /ID [<{key}> <{key}>]"
        );
        self
    }

    /// The file.
    pub fn bytes(&self) -> Vec<u8> {
        let stream = |entries: &str, data: &str| {
            format!("<<{entries} /Length {}>>\nstream\n{data}\nendstream", data.len())
        };
        let first = 40;
        let kids: Vec<String> = (0..self.pages.len()).map(|at| format!("{} 0 R", first + at * 2)).collect();
        let mut objects: Vec<(usize, String)> = vec![
            (1, "<</Type /Catalog /Pages 2 0 R>>".to_owned()),
            (2, format!("<</Type /Pages /Kids [{}] /Count {}>>", kids.join(" "), kids.len())),
            (3, "<</Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding>>".to_owned()),
            (
                4,
                stream(
                    "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray",
                    "a",
                ),
            ),
        ];
        for level in 0..30 {
            let next = if level < 29 {
                format!("/Resources <</XObject <</X {} 0 R>>>>", 6 + level)
            } else {
                String::new()
            };
            let form =
                stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {next}"), &"/X Do ".repeat(4));
            objects.push((5 + level, form));
        }
        for (at, page) in self.pages.iter().enumerate() {
            let number = first + at * 2;
            objects.push((
                number,
                format!(
                    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 {HEIGHT}] /Contents {} 0 R /Resources <</Font <</F1 3 0 R>> /XObject <</I1 4 0 R /X0 5 0 R>>>>>>",
                    number + 1
                ),
            ));
            objects.push((number + 1, stream("", &page.content)));
        }
        let mut file = "%PDF-1.7\n".to_owned();
        let mut table = String::new();
        let mut last = 0;
        for (number, object) in &objects {
            let _ = write!(table, "{number} 1\n{:010} 00000 n \n", file.len());
            let _ = write!(file, "{number} 0 obj\n{object}\nendobj\n");
            last = *number;
        }
        let start = file.len();
        let _ = write!(
            file,
            "xref\n{table}trailer\n<</Size {} /Root 1 0 R {}>>\nstartxref\n{start}\n%%EOF\n",
            last + 1,
            self.trailer
        );
        file.into_bytes()
    }
}

/// A resolution of two pages as the United Nations print them: a head, running heads and feet, footnotes below a line, a
/// paragraph that runs over the page.
pub fn resolution() -> Pdf {
    let first = Page::default()
        .artifact("Header", |page| {
            page.masthead(72.0, "A/RES/79/901").rule(60.0, 552.0, 208.0)
        })
        .text(60.0, 222.0, 8.0, "Seventy-ninth session")
        .text(60.0, 232.0, 8.0, "Agenda item 99")
        .text(72.0, 262.0, 14.0, "Resolution adopted by the General Assembly")
        .text(72.0, 277.0, 14.0, "on 22 December 2024")
        .text(72.0, 310.0, 11.0, "79/901. Care of lighthouses")
        .text(96.0, 340.0, 8.0, "The General Assembly,")
        .called(96.0, 360.0, 8.0, ("Recalling its resolution 70/1 of 25 September 2015,", "1", " and noting the work of"))
        .text(72.0, 370.0, 8.0, "the keepers of the coast,")
        .paragraphs(386.0, 90, &[
            "1. Welcomes the report of the working group on the care of lanterns and of their lenses, which was adopted by consensus;",
            "2. Requests the Secretary-General to report on the following matters at its eightieth session:",
            "(a) The upkeep of lanterns;",
            "(b) The training of keepers;",
        ])
        .text(96.0, 690.0, 8.0, "3. Decides that the inventory of lighthouses shall be kept by the States that have")
        .text(72.0, 712.0, 6.5, "__________________")
        .called(84.0, 722.0, 6.5, ("", "1", " United Nations, Treaty Series, vol. 1342,"))
        .text(84.0, 730.0, 6.5, "No. 22495 (A/75/23).")
        .artifact("Footer", |page| page.text(65.0, 748.0, 8.0, "24-26252 (E)    100125").text(65.0, 762.0, 9.0, "*2426252*"));
    let second = Page::default()
        .artifact("Header", |page| {
            page.text(60.0, 59.0, 6.5, "A/RES/79/901").text(418.0, 59.0, 6.5, "Care of lighthouses")
        })
        .text(72.0, 84.0, 8.0, "built them, and published every second year;")
        .text(96.0, 100.0, 8.0, "4. Decides to remain seized of the matter.")
        .text(400.0, 130.0, 8.0, "50th plenary meeting")
        .text(400.0, 140.0, 8.0, "22 December 2024")
        .artifact("Footer", |page| page.text(60.0, 755.0, 6.5, "2/2").text(524.0, 754.0, 6.0, "24-26252"));
    Pdf::new().page(first).page(second)
}
