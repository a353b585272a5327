//! Checksums that detect torn and altered bytes, but no deliberate forgery: FNV-1a, 64 bits, and one for large files.

/// The checksum of some bytes.
#[must_use]
pub fn of(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Multiplies bits into others; odd, so that no two values have the same product.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Another checksum, for megabytes: it takes eight bytes at a time in four independent rows. Only for files that can be made
/// again, because no other program knows it.
#[must_use]
pub fn of_many(bytes: &[u8]) -> u64 {
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(SPREAD).rotate_left(29);
    let mut rows: [u64; 4] = [1, 2, 3, 4];
    let mut blocks = bytes.chunks_exact(32);
    for block in &mut blocks {
        for (row, word) in rows.iter_mut().zip(block.chunks_exact(8)) {
            *row = step(*row, word.iter().rev().fold(0, |word, byte| (word << 8) | u64::from(*byte)));
        }
    }
    let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let sum = rows.into_iter().fold(length, step);
    blocks.remainder().iter().fold(sum, |sum, byte| step(sum, u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_changed_bit_and_every_cut_changes_the_checksum_for_large_files() {
        let bytes: Vec<u8> = (0..150_u8).collect();
        let whole = super::of_many(&bytes);
        for bit in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert_ne!(super::of_many(&changed), whole, "bit {bit}");
        }
        for length in 0..bytes.len() {
            assert_ne!(super::of_many(&bytes[..length]), whole, "cut to {length}");
        }
    }

    #[test]
    fn it_is_the_published_fnv_1a() {
        assert_eq!(super::of(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(super::of(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
