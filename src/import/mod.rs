//! Bytes to a document with findings: readers give lines, one shaper makes the document.
