//! The words of a file of any format: zip files are unpacked, folded lines of calendars joined, XML freed from its tags.

use std::io::{Cursor, Read};

/// The marked words that can be read in the bytes of a file, of any format.
pub fn found<'a>(marked: &[&'a str], bytes: &[u8]) -> Vec<&'a str> {
    let texts = texts(bytes);
    marked.iter().copied().filter(|word| texts.iter().any(|text| text.contains(word))).collect()
}

/// The texts that the bytes hold, in every way they can be read.
fn texts(bytes: &[u8]) -> Vec<String> {
    let plain = String::from_utf8_lossy(bytes).into_owned();
    let unfolded = plain.replace("\r\n ", "").replace("\n ", "");
    let untagged = without_tags(&plain);
    let mut texts = vec![plain, unfolded, untagged];
    if let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) {
        for at in 0..archive.len() {
            let mut entry = archive.by_index(at).expect("an entry");
            let mut inside = Vec::new();
            entry.read_to_end(&mut inside).expect("its bytes");
            texts.push(String::from_utf8_lossy(entry.name_raw()).into_owned());
            drop(entry);
            texts.extend(self::texts(&inside));
        }
    }
    texts
}

fn without_tags(text: &str) -> String {
    let pieces = text.split('<').enumerate();
    let after = |(at, piece): (usize, &str)| match piece.split_once('>') {
        Some((_, rest)) if at > 0 => rest.to_owned(),
        _ => piece.to_owned(),
    };
    pieces.map(after).collect()
}

#[test]
fn words_are_found_in_every_form_a_file_can_have_them() {
    let found = |bytes: &[u8]| found(&["secret"], bytes);
    assert_eq!(found(b"a secret"), ["secret"]);
    assert_eq!(found(b"SUMMARY:a sec\r\n ret"), ["secret"]);
    assert_eq!(found(b"<w:t>sec</w:t><w:t>ret</w:t>"), ["secret"]);
    assert_eq!(found(b"sec ret"), Vec::<&str>::new());
    let zip = crate::support::zip_file::zip_file(&[crate::support::zip_file::ZipEntry::stored(
        "a.xml",
        b"<b>sec<i>ret</i></b>",
    )]);
    assert_eq!(found(&zip), ["secret"]);
}
