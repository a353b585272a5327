//! Files made to exhaust the memory or the time of their reader: each is refused with its reason, or read in little time.

use plenary::import::{Given, import};
use plenary::model::Document;
use plenary::store::bundled;

use crate::support::zip_file::{ZipEntry, zip_file};

fn read(name: &str, bytes: &[u8]) -> Result<Document, String> {
    let read = import(name, bytes, &Given::default(), &bundled::vocabularies());
    read.map_err(|error| error.message.id.to_owned())
}

/// Packed bytes (deflate) that unpack to a letter repeated a bit more than `count` times: 13 bits for each 258 letters.
fn repeated(letter: u8, count: usize) -> Vec<u8> {
    let mut bits = BitRow::default();
    // The last block, with the fixed code of letters; of a letter as far as `~`, it is 8 bits.
    bits.push(0b011, 3);
    bits.reversed(u32::from(letter) + 0x30, 8);
    for _ in 0..=count / 258 {
        // The length 258, and the distance 1.
        bits.reversed(0b1100_0101, 8);
        bits.push(0, 5);
    }
    bits.push(0, 7);
    bits.bytes
}

#[derive(Default)]
struct BitRow {
    bytes: Vec<u8>,
    used: u32,
}

impl BitRow {
    fn push(&mut self, value: u32, count: u32) {
        for bit in 0..count {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let last = self.bytes.last_mut().expect("a byte was added");
            *last |= u8::try_from((value >> bit & 1) << (self.used % 8)).expect("a bit of a byte");
            self.used += 1;
        }
    }

    fn reversed(&mut self, value: u32, count: u32) {
        self.push(value.reverse_bits() >> (32 - count), count);
    }
}

#[test]
fn an_entry_that_unpacks_to_more_than_it_says_or_than_is_read_is_refused() {
    let entry = |size: u32| {
        let packed = repeated(b'a', 65 << 20);
        let entry = ZipEntry { packed, method: 8, size, ..ZipEntry::stored("word/document.xml", b"") };
        read("bomb.docx", &zip_file(&[entry])).expect_err("too much")
    };
    assert_eq!(entry(66 << 20), "import-zip-bomb");
    assert_eq!(entry(1000), "import-zip-damaged");
}

#[test]
fn entities_that_call_each_other_stay_as_they_are() {
    let laughs: String =
        (1..30).map(|at| format!("<!ENTITY l{at} \"{}\">", format!("&l{};", at - 1).repeat(10))).collect();
    let body = "<w:document><w:body><w:p><w:r><w:t>1. The lamps &l29; are lit.</w:t></w:r></w:p></w:body></w:document>";
    let xml = format!("<!DOCTYPE a [<!ENTITY l0 \"ha\">{laughs}]>{body}");
    let package = zip_file(&[ZipEntry::stored("word/document.xml", xml.as_bytes())]);
    let document = read("laughs.docx", &package).expect("a Word document");
    assert_eq!(document.blocks[0].text, "The lamps &l29; are lit.");
}

#[test]
fn elements_nested_deep_are_refused_in_xml_and_read_in_html() {
    let deep = |tag: &str, words: &str| {
        format!("{}{words}{}", format!("<{tag}>").repeat(100_000), format!("</{tag}>").repeat(100_000))
    };
    let xml = format!("<akomaNtoso>{}</akomaNtoso>", deep("p", "x"));
    assert_eq!(read("deep.xml", xml.as_bytes()).expect_err("too deep"), "import-xml-bomb");
    let words = "1. The lamps of the ports are lit at sunset.";
    let page = format!("<html><body>{}</body></html>", deep("div", words));
    let document = read("deep.html", page.as_bytes()).expect("a page");
    assert_eq!(document.blocks[0].text, &words[3..]);
}

#[test]
fn a_line_of_a_hundred_megabytes_is_refused_and_a_long_one_is_read() {
    assert_eq!(read("line.txt", &vec![b'a'; 100 << 20]).expect_err("too large"), "import-too-large");
    let long = "the lamps of the ports ".repeat(5_000);
    assert_eq!(read("long.txt", long.as_bytes()).expect("a text").blocks[0].text, long.trim());
}

/// A PDF file of these objects, the first of which is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = String::new();
    for (at, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n", at + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let count = objects.len() + 1;
    let table =
        format!("xref\n0 {count}\n0000000000 65535 f \n{places}trailer\n<</Size {count} /Root 1 0 R>>\n");
    file.extend(format!("{table}startxref\n{start}\n%%EOF\n").bytes());
    file
}

#[test]
fn page_trees_that_never_end_are_refused() {
    let catalogue = b"<</Type /Catalog /Pages 2 0 R>>".to_vec();
    let page = b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]>>".to_vec();
    let tree =
        |kids: &str, count: usize| format!("<</Type /Pages /Kids [{kids}] /Count {count}>>").into_bytes();
    let looped = [catalogue.clone(), tree("2 0 R 3 0 R", 2), page.clone()];
    assert!(read("loop.pdf", &pdf(&looped)).expect_err("no text").starts_with("import-pdf-"));
    let counted = [catalogue.clone(), tree("3 0 R", 2_000_000_000), page.clone()];
    assert!(read("counted.pdf", &pdf(&counted)).expect_err("no text").starts_with("import-pdf-"));
    let kids: String = (3..5005).map(|number| format!("{number} 0 R ")).collect();
    let mut many = vec![catalogue, tree(&kids, 5002)];
    many.resize(5004, page);
    assert_eq!(read("many.pdf", &pdf(&many)).expect_err("too long"), "import-pdf-long");
}

#[test]
fn a_stream_of_a_page_that_unpacks_to_much_is_read_to_its_end_or_refused() {
    let mut packed = vec![0x78, 0x01];
    packed.extend(repeated(b' ', 12 << 20));
    packed.extend([0; 4]);
    let mut stream = format!("<</Filter /FlateDecode /Length {}>>\nstream\n", packed.len()).into_bytes();
    stream.extend(packed);
    stream.extend(b"\nendstream");
    let objects = [
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R>>".to_vec(),
        stream,
    ];
    assert_eq!(read("stream.pdf", &pdf(&objects)).expect_err("no text"), "import-pdf-blank");
}
