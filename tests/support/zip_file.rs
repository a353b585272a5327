//! Zip files built byte by byte: also such as no program should write.

/// An entry of a zip file, as it is written and as it is listed.
#[derive(Debug, Clone)]
pub struct ZipEntry {
    /// The bytes of its name.
    pub name: Vec<u8>,
    /// The bytes that follow the name: packed, if the method is not 0.
    pub packed: Vec<u8>,
    /// The size that it says to have unpacked.
    pub size: u32,
    /// The checksum (CRC-32) that it says to have.
    pub crc: u32,
    /// How it is packed: 0 not at all, 8 deflated.
    pub method: u16,
    /// Bit 0: encrypted. Bit 11: the name is UTF-8.
    pub flags: u16,
    /// The mode of Unix: what kind of file it is, and who may read it.
    pub mode: u32,
}

impl ZipEntry {
    /// A regular file, not packed.
    pub fn stored(name: &str, bytes: &[u8]) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            packed: bytes.to_vec(),
            size: u32::try_from(bytes.len()).expect("a short file"),
            crc: crc(bytes),
            method: 0,
            flags: 1 << 11,
            mode: 0o100_600,
        }
    }
}

/// A zip file with these entries, in this order, however often a name is there.
pub fn zip_file(entries: &[ZipEntry]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        let at = number(file.len());
        let head = head(entry);
        file.extend_from_slice(b"PK\x03\x04");
        file.extend_from_slice(&head);
        file.extend_from_slice(&entry.name);
        file.extend_from_slice(&entry.packed);
        directory.extend_from_slice(b"PK\x01\x02\x14\x03");
        directory.extend_from_slice(&head);
        // No comment, disk 0, no inner attributes.
        directory.extend_from_slice(&[0; 6]);
        directory.extend_from_slice(&(entry.mode << 16).to_le_bytes());
        directory.extend_from_slice(&at);
        directory.extend_from_slice(&entry.name);
    }
    let (start, count) = (number(file.len()), u16::try_from(entries.len()).expect("few entries"));
    file.extend_from_slice(&directory);
    file.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    file.extend_from_slice(&count.to_le_bytes());
    file.extend_from_slice(&count.to_le_bytes());
    file.extend_from_slice(&number(directory.len()));
    file.extend_from_slice(&start);
    file.extend_from_slice(&[0; 2]);
    file
}

/// What the entry and its place in the directory have in common: version, flags, method, time, sizes.
fn head(entry: &ZipEntry) -> Vec<u8> {
    let mut head = vec![20, 0];
    head.extend_from_slice(&entry.flags.to_le_bytes());
    head.extend_from_slice(&entry.method.to_le_bytes());
    head.extend_from_slice(&[0, 0, 0x21, 0]);
    head.extend_from_slice(&entry.crc.to_le_bytes());
    head.extend_from_slice(&number(entry.packed.len()));
    head.extend_from_slice(&entry.size.to_le_bytes());
    let name = u16::try_from(entry.name.len()).expect("a short name");
    head.extend_from_slice(&name.to_le_bytes());
    head.extend_from_slice(&[0, 0]);
    head
}

fn number(length: usize) -> [u8; 4] {
    u32::try_from(length).expect("a short file").to_le_bytes()
}

/// The checksum of zip files.
pub fn crc(bytes: &[u8]) -> u32 {
    let step =
        |sum: u32| (0..8).fold(sum, |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 });
    !bytes.iter().fold(u32::MAX, |sum, byte| step(sum ^ u32::from(*byte)))
}
