//! The one test binary: the house, the tables, the screens, the command line, crashes and real terminals.
