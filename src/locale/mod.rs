//! Every word on screen, and dates and numbers, in the user's language.
