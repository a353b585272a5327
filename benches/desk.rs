//! How long a delegate waits: for the first frame, for a key, for an import.

fn main() {
    divan::main();
}
