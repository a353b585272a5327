//! Sessions by date, working days, deadlines solved, the speaking clock.
