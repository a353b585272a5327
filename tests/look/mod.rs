//! How the desk looks: the contrast of every theme, and the pictures drawn from the real screen.

mod contrast;
mod palettes;
pub mod pictures;
