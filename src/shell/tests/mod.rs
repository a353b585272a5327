//! The whole program but its terminal: the interface, its keeper and its workers, used by a delegate who does anything.

mod conflicts;
mod corrections;
mod desk;
mod dice;
mod exchange;
mod faults;
mod gone;
mod habits;
mod imports;
mod inbox;
mod many_notes;
mod others;
mod random;
mod reasons;
mod recovered;
mod samples;
mod saving;
mod search;
mod step;
mod trial;
mod typed;
