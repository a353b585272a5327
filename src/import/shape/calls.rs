//! Footnote calls found and lifted out: `États10`, `citons 13 :`, `2021-202527`, `¹`; the sequence of all notes decides.

mod align;
mod ends;
mod spots;

use std::collections::HashMap;

use crate::base::{Finding, FindingKind};
use crate::import::edit::{Edit, apply, finding};
use crate::import::line::NoteCall;
use crate::import::mark;
use crate::import::shape::block::{Raw, RawCall};
use crate::import::shape::notes::PageNote;
use crate::language::ImportWords;
use crate::model::Part;
use spots::{Spot, Spots};

/// Finds the call of each footnote, takes its mark out, and returns in which part each footnote is called.
pub fn lift(
    blocks: &mut [Raw],
    notes: &[PageNote],
    vocabulary: &ImportWords,
    findings: &mut Vec<Finding>,
) -> Vec<Option<Part>> {
    let known = tie(blocks, notes, findings);
    let spots = Spots::find(blocks, notes, vocabulary);
    let mut parts: Vec<Option<Part>> =
        known.iter().map(|block| block.map(|block| blocks[block].address.part.clone())).collect();
    let mut lifted: Vec<Vec<LiftedSpot>> = vec![Vec::new(); blocks.len()];
    for counted in [true, false] {
        let unknown = (0..notes.len()).filter(|at| known[*at].is_none());
        let series: Vec<usize> = unknown.filter(|at| is_counted(&notes[*at]) == counted).collect();
        let candidates: Vec<&[Spot]> = series.iter().map(|at| spots.before(&notes[*at], blocks)).collect();
        for (note, spot) in series.into_iter().zip(align::choose(&candidates)) {
            let Some(spot) = spot else { continue };
            parts[note] = Some(blocks[spot.block].address.part.clone());
            lifted[spot.block].push(LiftedSpot { spot, note });
        }
    }
    for (note, _) in notes.iter().zip(&parts).filter(|(_, part)| part.is_none()) {
        findings.push(finding(FindingKind::NoteWithoutCall, note.line, &note.mark, Some(&note.mark)));
    }
    for (block, mut spots) in lifted.into_iter().enumerate().filter(|(_, spots)| !spots.is_empty()) {
        spots.sort_by_key(|lifted| lifted.spot.start);
        // The marks 12 and 2 may have been found in the same digits.
        spots.dedup_by(|next, before| next.spot.start < before.spot.end);
        let raw = &mut blocks[block];
        let called = merged(raw, &spots, notes);
        let edits: Vec<Edit> = spots.iter().map(|lifted| edit(&raw.text, lifted.spot, vocabulary)).collect();
        apply(&mut raw.text, &edits, FindingKind::NoteMark, raw.line, &mut raw.findings);
        raw.calls = called;
    }
    parts
}

/// A place in a passage that is the call of a footnote, and the index of that footnote.
#[derive(Clone)]
struct LiftedSpot {
    spot: Spot,
    note: usize,
}

/// Ties the calls that the format knows to their notes; for each note the passage that calls it, if one is known to. A call
/// with no note of its mark left is a finding.
fn tie(blocks: &mut [Raw], notes: &[PageNote], findings: &mut Vec<Finding>) -> Vec<Option<usize>> {
    let mut by_line: HashMap<u32, Vec<usize>> = HashMap::new();
    let mut by_mark: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, note) in notes.iter().enumerate().rev() {
        by_line.entry(note.line).or_default().push(at);
        by_mark.entry(&note.mark).or_default().push(at);
    }
    let mut callers = vec![None; notes.len()];
    for (block, raw) in blocks.iter_mut().enumerate() {
        for RawCall { call, note } in &mut raw.calls {
            let on_line = call.note.and_then(|line| by_line.get(&line)).into_iter().flatten().rev().copied();
            let tied =
                on_line.clone().find(|at| notes[*at].mark == call.mark).or_else(|| on_line.clone().next());
            *note = tied.or_else(|| by_mark.get_mut(call.mark.as_str()).and_then(Vec::pop));
            match *note {
                Some(note) => {
                    callers[note].get_or_insert(block);
                }
                None => {
                    findings.push(finding(
                        FindingKind::NoteWithoutCall,
                        raw.line,
                        &call.mark,
                        Some(&call.mark),
                    ));
                }
            }
        }
    }
    callers
}

/// All calls of a passage in the order of its words: those the format knows, each a character already, and those found.
fn merged(raw: &Raw, spots: &[LiftedSpot], notes: &[PageNote]) -> Vec<RawCall> {
    let mut known = raw.text.match_indices(mark::CALL).zip(&raw.calls).peekable();
    let mut calls = Vec::with_capacity(raw.calls.len() + spots.len());
    for LiftedSpot { spot, note } in spots {
        while let Some((_, call)) = known.next_if(|((at, _), _)| *at < spot.start) {
            calls.push(call.clone());
        }
        calls.push(RawCall {
            call: NoteCall { mark: notes[*note].mark.clone(), note: None },
            note: Some(*note),
        });
    }
    calls.extend(known.map(|(_, call)| call.clone()));
    calls
}

/// Whether the mark of a footnote is a number; stars are a series of their own.
fn is_counted(note: &PageNote) -> bool {
    note.mark.starts_with(|c: char| c.is_ascii_digit())
}

/// The mark with the space before it, and with the one after it when a full stop follows.
fn edit(text: &str, spot: Spot, vocabulary: &ImportWords) -> Edit {
    let start = if text[..spot.start].ends_with(' ') { spot.start - 1 } else { spot.start };
    let mut after = text[spot.end..].chars();
    let closes = |c: char| {
        ".,)]،؛，。；：、》".contains(c) || (":;!?»".contains(c) && !vocabulary.spaced_marks.contains(c))
    };
    let spaced = after.next() == Some(' ') && after.next().is_some_and(closes);
    Edit::new(start..spot.end + usize::from(spaced), mark::CALL)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Languages;
    use crate::model::Language;

    /// The passages with their calls as `{mark}`, when the text has these notes.
    fn lifted(language: Language, passages: &[&str], marks: &[&str]) -> Vec<String> {
        let words = &Languages::bundled().get(language).unwrap().import;
        let mut blocks: Vec<Raw> =
            passages.iter().zip(1..).map(|(text, line)| Raw::text(&Part::Body, text, line)).collect();
        let notes: Vec<PageNote> = marks
            .iter()
            .map(|mark| PageNote {
                mark: (*mark).to_owned(),
                text: "See.".to_owned(),
                line: 900,
                calls: Vec::new(),
            })
            .collect();
        lift(&mut blocks, &notes, words, &mut Vec::new());
        let shown = |raw: &Raw| {
            let mut text = raw.text.clone();
            raw.calls
                .iter()
                .for_each(|call| text = text.replacen(mark::CALL, &format!("{{{}}}", call.call.mark), 1));
            text
        };
        blocks.iter().map(shown).collect()
    }

    #[track_caller]
    fn english(passages: &[&str], marks: &[&str], expected: &[&str]) {
        assert_eq!(lifted(Language::EN, passages, marks), expected);
    }

    #[test]
    fn calls_glued_to_words_and_numbers_are_lifted() {
        english(
            &["the report,1 chapter 17 of Agenda 21,2", "resolution 75/36,3 and resolution 59/3004 and"],
            &["1", "2", "3", "4"],
            &[
                "the report,{1} chapter 17 of Agenda 21,{2}",
                "resolution 75/36,{3} and resolution 59/300{4} and",
            ],
        );
        english(
            &[
                "The COVID-19 pandemic,1 since the COVID-192 pandemic",
                "decision 1/CP.213 of the parties4 in 20215",
            ],
            &["1", "2", "3", "4", "5"],
            &[
                "The COVID-19 pandemic,{1} since the COVID-19{2} pandemic",
                "decision 1/CP.21{3} of the parties{4} in 2021{5}",
            ],
        );
        let french = ["sa résolution 75/471 ;", "la décision 1/CP.192, les États3 et 5 autres, en 20224,"];
        let expected =
            ["sa résolution 75/47{1} ;", "la décision 1/CP.19{2}, les États{3} et 5 autres, en 2022{4},"];
        assert_eq!(lifted(Language::FR, &french, &["1", "2", "3", "4"]), expected);
    }

    #[test]
    fn calls_that_stand_apart_are_lifted() {
        english(
            &[
                "of the Secretary-General, 1 and the first 2 report",
                "in paragraphs 2, 3 and 4 of resolution 75/36, 3",
            ],
            &["1", "2", "3"],
            &[
                "of the Secretary-General,{1} and the first{2} report",
                "in paragraphs 2, 3 and 4 of resolution 75/36,{3}",
            ],
        );
        english(
            &["In its opinion the Court 1 reaffirms the report of 2024/25; 2 it adopted the statement. 3"],
            &["1", "2", "3"],
            &["In its opinion the Court{1} reaffirms the report of 2024/25;{2} it adopted the statement.{3}"],
        );
        english(
            &["views on this item 1, and on item 4 of that paragraph 2; as well"],
            &["1", "2"],
            &["views on this item{1}, and on item 4 of that paragraph{2}; as well"],
        );
        english(
            &[
                "Sustainable Development 1 and all its goals in 12 ports, and 1 of them, of paragraphs 18 and 19 2, and",
            ],
            &["1", "2"],
            &[
                "Sustainable Development{1} and all its goals in 12 ports, and 1 of them, of paragraphs 18 and 19{2}, and",
            ],
        );
        english(&["on 1 March 2024 the report, 1 and"], &["1"], &["on 1 March 2024 the report,{1} and"]);
    }

    #[test]
    fn calls_after_names_with_numbers_and_within_words_are_lifted() {
        english(
            &[
                "The COVID-19 pandemic and Agenda 21 of ports since COVID-1968 and in Agenda 2169, doublin70g them",
            ],
            &["68", "69", "70"],
            &[
                "The COVID-19 pandemic and Agenda 21 of ports since COVID-19{68} and in Agenda 21{69}, doublin{70}g them",
            ],
        );
        english(
            &["in paragraphs 18 and 1918, of the lamps"],
            &["18"],
            &["in paragraphs 18 and 19{18}, of the lamps"],
        );
        english(
            &["against Lamps7 in March 2017, on 17 June 2010,8 24 March as the day"],
            &["7", "8"],
            &["against Lamps{7} in March 2017, on 17 June 2010,{8} 24 March as the day"],
        );
        let french = ["soit 18\u{a0}% des ports, 13,5 milliards en 2018 et 15 phares"];
        assert_eq!(lifted(Language::FR, &french, &["5", "18"]), french);
    }

    #[test]
    fn calls_in_other_scripts_are_lifted() {
        let arabic = ["في عام 2022(1)، تحيط علما( 2) بنسبة 0,3 في المائة"];
        let expected = ["في عام 2022{1}، تحيط علما{2} بنسبة 0,3 في المائة"];
        assert_eq!(lifted("ar".parse().unwrap(), &arabic, &["1", "2", "3"]), expected);
        let chinese = ["审议了港口的报告，1 欢迎《灯塔公约》2 的第3段和缔约方4 的决定；5"];
        let expected = ["审议了港口的报告，{1} 欢迎《灯塔公约》{2} 的第3段和缔约方{4} 的决定；{5}"];
        assert_eq!(lifted("zh".parse().unwrap(), &chinese, &["1", "2", "4", "5"]), expected);
    }

    #[test]
    fn numbers_that_may_be_no_call_stay() {
        english(&["a list of 3 States, and of 3 others"], &["3"], &["a list of 3 States, and of 3 others"]);
        english(&["trade by “mode 4” and others"], &["4"], &["trade by “mode 4” and others"]);
        english(
            &["paragraphs 1, 2 and 3 of 12,500 dollars"],
            &["2"],
            &["paragraphs 1, 2 and 3 of 12,500 dollars"],
        );
    }
}
