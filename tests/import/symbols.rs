//! The symbol of a document from its text: resolutions in parts keep the letter of their part.

use plenary::import::{Given, import};
use plenary::store::bundled;

#[track_caller]
fn case(text: &str, symbol: &str) {
    let document = import("text.txt", text.as_bytes(), &Given::default(), &bundled::vocabularies());
    assert_eq!(document.expect("the text is UTF-8").symbol.as_str(), symbol, "{text}");
}

const RESOLUTION: &str = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n1. Takes note of the \
    lights;\n\n2. Decides to keep them lit.\n";

#[test]
fn the_letter_of_a_part_is_in_the_symbol() {
    case(&format!("75/253 B. Lights of harbours\n\n{RESOLUTION}"), "A/RES/75/253B");
    case(&format!("75/253. Lights of harbours\n\nB\n\n{RESOLUTION}"), "A/RES/75/253B");
    case(&format!("47/120 A. Lights of harbours\n\n{RESOLUTION}"), "A/RES/47/120A");
    case(&format!("S-10/2. Lights of harbours\n\n{RESOLUTION}"), "A/RES/S-10/2");
    case(&format!("2832 (XXVI). Lights of harbours\n\n{RESOLUTION}"), "A/RES/2832(XXVI)");
    case(&format!("52/38 A to T. Lights of harbours\n\n{RESOLUTION}"), "A/RES/52/38A-T");
}

#[test]
fn a_file_with_all_parts_has_the_symbol_of_the_whole() {
    let both = format!("75/253. Lights of harbours\n\nA\n\n{RESOLUTION}\nB\n\n{RESOLUTION}");
    case(&both, "A/RES/75/253");
}

#[test]
fn the_letter_is_read_from_the_cover_and_from_running_heads() {
    let cover = "United Nations    A/RES/75/253 B\nGeneral Assembly    Distr.: General\n                    16 April 2021\n\n";
    case(&format!("{cover}Lights of harbours\n\n{RESOLUTION}"), "A/RES/75/253B");
    let heads = "A/RES/75/253 B\n\nLights of harbours\n\nThe General Assembly,\n\n1. Takes note of\n\nA/RES/75/253 B    2/2\n\nthe lights.\n";
    case(heads, "A/RES/75/253B");
}

#[test]
fn decisions_are_numbered_apart_from_resolutions_and_a_document_of_two_organs_has_the_first_symbol() {
    case(
        "79/501. Keepers of lights\n\nAt its 3rd plenary meeting, the Assembly elected the keepers.\n",
        "A/DEC/79/501",
    );
    case(&format!("79/501. Keepers of lights\n\n{RESOLUTION}"), "A/RES/79/501");
    for dash in ["-", "–"] {
        let cover = format!("A/79/901{dash}S/2025/40\n\nDistr.: General\n\n3 February 2025\n\n");
        case(&format!("{cover}Lights of harbours\n\n1. The lights are lit.\n"), "A/79/901");
    }
}
