//! The palettes that usual terminals start with, and the contrast of two colours.

use ratatui::style::Color;

/// The colours of a terminal.
pub struct Palette {
    /// The terminal.
    pub name: &'static str,
    /// Whether its ground is light.
    pub is_light: bool,
    /// The colour of its ground and of its text, as `0xRRGGBB`.
    pub ground: u32,
    pub ink: u32,
    /// Its sixteen colours: black, red, green, yellow, blue, magenta, cyan, gray, and the same bright.
    pub sixteen: [u32; 16],
}

/// The palettes of terminals as they are installed.
pub const PALETTES: [Palette; 9] = [
    Palette { name: "xterm", is_light: false, ground: 0x000000, ink: 0xe5e5e5, sixteen: XTERM },
    Palette { name: "xterm on white", is_light: true, ground: 0xffffff, ink: 0x000000, sixteen: XTERM },
    Palette { name: "Linux console", is_light: false, ground: 0x000000, ink: 0xaaaaaa, sixteen: VGA },
    Palette { name: "Windows Terminal", is_light: false, ground: 0x0c0c0c, ink: 0xcccccc, sixteen: CAMPBELL },
    Palette {
        name: "Windows Terminal on white",
        is_light: true,
        ground: 0xf2f2f2,
        ink: 0x0c0c0c,
        sixteen: CAMPBELL,
    },
    Palette { name: "GNOME", is_light: false, ground: 0x1e1e1e, ink: 0xffffff, sixteen: GNOME },
    Palette { name: "GNOME on white", is_light: true, ground: 0xffffff, ink: 0x1e1e1e, sixteen: GNOME },
    Palette { name: "VS Code", is_light: false, ground: 0x1e1e1e, ink: 0xcccccc, sixteen: CODE_DARK },
    Palette {
        name: "VS Code on white",
        is_light: true,
        ground: 0xffffff,
        ink: 0x333333,
        sixteen: CODE_LIGHT,
    },
];

const XTERM: [u32; 16] = [
    0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000,
    0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
];

const VGA: [u32; 16] = [
    0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa, 0x555555, 0xff5555,
    0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
];

const CAMPBELL: [u32; 16] = [
    0x0c0c0c, 0xc50f1f, 0x13a10e, 0xc19c00, 0x0037da, 0x881798, 0x3a96dd, 0xcccccc, 0x767676, 0xe74856,
    0x16c60c, 0xf9f1a5, 0x3b78ff, 0xb4009e, 0x61d6d6, 0xf2f2f2,
];

const GNOME: [u32; 16] = [
    0x171421, 0xc01c28, 0x26a269, 0xa2734c, 0x12488b, 0xa347ba, 0x2aa1b3, 0xd0cfcc, 0x5e5c64, 0xf66151,
    0x33d17a, 0xe9ad0c, 0x2a7bde, 0xc061cb, 0x33c7de, 0xffffff,
];

const CODE_DARK: [u32; 16] = [
    0x000000, 0xcd3131, 0x0dbc79, 0xe5e510, 0x2472c8, 0xbc3fbc, 0x11a8cd, 0xe5e5e5, 0x666666, 0xf14c4c,
    0x23d18b, 0xf5f543, 0x3b8eea, 0xd670d6, 0x29b8db, 0xe5e5e5,
];

const CODE_LIGHT: [u32; 16] = [
    0x000000, 0xcd3131, 0x107c10, 0x949800, 0x0451a5, 0xbc05bc, 0x0598bc, 0x555555, 0x666666, 0xcd3131,
    0x14ce14, 0xb5ba00, 0x0451a5, 0xbc05bc, 0x0598bc, 0xa5a5a5,
];

impl Palette {
    /// The colour a terminal with this palette shows, as `0xRRGGBB`; the colour by default is `usual`.
    pub fn shows(&self, colour: Option<Color>, usual: u32) -> u32 {
        let named = match colour {
            None | Some(Color::Reset) => return usual,
            Some(Color::Rgb(red, green, blue)) => return u32::from_be_bytes([0, red, green, blue]),
            Some(Color::Black) => 0,
            Some(Color::Red) => 1,
            Some(Color::Green) => 2,
            Some(Color::Yellow) => 3,
            Some(Color::Blue) => 4,
            Some(Color::Magenta) => 5,
            Some(Color::Cyan) => 6,
            Some(Color::Gray) => 7,
            Some(Color::DarkGray) => 8,
            Some(Color::LightRed) => 9,
            Some(Color::LightGreen) => 10,
            Some(Color::LightYellow) => 11,
            Some(Color::LightBlue) => 12,
            Some(Color::LightMagenta) => 13,
            Some(Color::LightCyan) => 14,
            Some(Color::White) => 15,
            Some(Color::Indexed(_)) => panic!("themes name their colours"),
        };
        self.sixteen[named]
    }
}

/// The contrast of two colours after WCAG 2.2, from 1 to 21.
pub fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: u32) -> f64 {
    let [_, red, green, blue] = colour.to_be_bytes().map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[test]
fn the_contrast_of_black_and_white_is_21_and_of_a_colour_with_itself_1() {
    assert!((contrast(0x000000, 0xffffff) - 21.0).abs() < 1e-9);
    assert!((contrast(0x7f7f7f, 0x7f7f7f) - 1.0).abs() < 1e-9);
    assert!((contrast(0xffffff, 0x767676) - 4.54).abs() < 0.01, "the example of WCAG");
}
