//! Documents of the library that are evidently reports of a process, although no data file lists them.

use std::sync::Arc;

use crate::model::row::folded_words;
use crate::model::{
    Address, AgendaLink, BlockKind, Document, DocumentRow, Place, Process, ReportLink, Shelf, Symbol,
};

/// Adds to each process the reports with next steps whose title or cover names its working group. Only reports that are added are
/// read.
pub fn add_evident_reports(processes: &mut [Process], shelf: &Shelf) {
    let texts = |symbol: &Symbol| -> Vec<Arc<DocumentRow>> {
        shelf.rows_of(symbol).into_iter().filter(|text| text.is_report()).map(Arc::clone).collect()
    };
    let mut reports: Vec<Vec<Arc<DocumentRow>>> =
        shelf.symbols_where(|text| text.is_report).map(texts).collect();
    reports.sort_by_key(|texts| texts.iter().filter_map(|text| text.date).min());
    for texts in reports {
        let symbol = &texts[0].symbol;
        if processes.iter().any(|process| process.report(symbol).is_some()) {
            continue;
        }
        if let Some(owner) = texts.iter().find_map(|text| evident_owner(processes, text)) {
            let sections = sections_of_all(&processes[owner], &texts, shelf);
            let link =
                ReportLink { symbol: symbol.clone(), sections, next_sessions: Vec::new(), citation: None };
            processes[owner].reports.push(link);
        }
    }
}

/// The process whose group the cover of a report names. A cover that fits two groups is evidence for neither.
fn evident_owner(processes: &[Process], report: &DocumentRow) -> Option<usize> {
    let mut owners = (0..processes.len()).filter(|at| names(&report.cover, &processes[*at]));
    owners.next().filter(|_| owners.next().is_none())
}

/// The agenda items with their sections, as the texts of a report in all languages show them.
fn sections_of_all(process: &Process, rows: &[Arc<DocumentRow>], shelf: &Shelf) -> Vec<(Address, Address)> {
    let is_report = |text: &&&Arc<Document>| rows.iter().any(|row| row.language == text.language);
    let texts = shelf.texts(&rows[0].symbol);
    let texts = texts.iter().filter(is_report);
    let all: Vec<(Address, Address)> = texts.flat_map(|text| sections(process, text, shelf)).collect();
    let of = |link: &AgendaLink| all.iter().find(|(item, _)| *item == link.item).cloned();
    process.items.iter().filter_map(of).collect()
}

/// Whether the name of the group is there; if years follow it, they must be the group’s own.
fn names(cover: &str, process: &Process) -> bool {
    process.names.0.values().any(|name| {
        let name = folded_words(name);
        let digits = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let own: Vec<&str> = name.split(' ').rev().take_while(digits).collect();
        let bare: Vec<&str> = name.split(' ').take(name.split(' ').count() - own.len()).collect();
        let bare = bare.join(" ");
        let behind = cover.match_indices(&bare).map(|(at, _)| &cover[at + bare.len()..]);
        !bare.is_empty()
            && behind.into_iter().any(|rest| {
                let mut years: Vec<&str> = rest.split(' ').skip(1).take_while(digits).take(2).collect();
                years.reverse();
                let whole_word = rest.is_empty() || rest.starts_with(' ');
                whole_word && (years.is_empty() || years == own)
            })
    })
}

/// The agenda items with the sections that have next steps and bear their title, as the agenda or an earlier
/// report of the process words it.
fn sections(process: &Process, report: &Document, shelf: &Shelf) -> Vec<(Address, Address)> {
    let mut titles: Vec<(Address, String)> = Vec::new();
    let mut learn = |document: &Document, item: &Address, address: &Address| {
        if let Some(block) = document.block(address).filter(|_| document.language == report.language) {
            titles.push((item.clone(), folded_words(&block.text)));
        }
    };
    if let Some(agenda) = shelf.get(&process.agenda.symbol, report.language) {
        process.items.iter().for_each(|link| learn(agenda, &link.item, &link.item));
    }
    for known in &process.reports {
        if let Some(document) = shelf.get(&known.symbol, report.language) {
            known.sections.iter().for_each(|(item, section)| learn(document, item, section));
        }
    }
    // "Adoption of the agenda" is also printed above how the report came about: only where there are steps is
    // there something to follow.
    let has_steps = |heading: &Address| {
        report.of_kind(BlockKind::NextStep).any(|(_, step)| match (&step.address.place, &heading.place) {
            (Place::Step(section, _), Place::Heading(path)) => {
                section == path && step.address.part == heading.part
            }
            _ => false,
        })
    };
    let headings = report.of_kind(BlockKind::Heading).filter(|(_, block)| has_steps(&block.address));
    let headings: Vec<(&Address, String)> =
        headings.map(|(_, block)| (&block.address, folded_words(&block.text))).collect();
    let section = |link: &AgendaLink| {
        let titled =
            |heading: &str| titles.iter().any(|(item, title)| *item == link.item && title == heading);
        let found = headings.iter().find(|(_, heading)| titled(heading))?;
        Some((link.item.clone(), found.0.clone()))
    };
    process.items.iter().filter_map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::tests::{group, with_items};
    use crate::model::{Block, DocumentKind, Language, Names};

    const GROUP: &str = "Open-ended working group on the seabed and its use (2031–2033)";

    fn block(address: &str, kind: BlockKind, text: &str) -> Block {
        Block::new(address.parse().unwrap(), kind, text)
    }

    fn report(symbol: &str, title: &str, cover: &str, step: bool) -> Document {
        let mut blocks = vec![
            block("front/text/1", BlockKind::Text, cover),
            block("item/5/a", BlockKind::AgendaItem, "Rules of the sea"),
            block("annex/heading/B", BlockKind::Heading, "Rules  of the Sea"),
        ];
        if step {
            blocks.push(block("annex/B/next/1", BlockKind::NextStep, "States will meet."));
        }
        Document {
            symbol: symbol.parse().unwrap(),
            language: Language::EN,
            kind: DocumentKind::Report,
            title: title.to_owned(),
            date: None,
            remark: None,
            blocks,
            findings: Vec::new(),
        }
    }

    fn found(document: Document) -> Option<Vec<(String, String)>> {
        let mut process = with_items(group(), &["5", "5/a"]);
        process.names = Names([(Language::EN, GROUP.to_owned())].into());
        process.agenda.symbol = document.symbol.clone();
        let symbol = document.symbol.clone();
        let mut processes = [process, group()];
        add_evident_reports(&mut processes, &Shelf::new([document]));
        assert!(processes[1].reports.is_empty());
        let link = processes[0].report(&symbol)?;
        Some(link.sections.iter().map(|(item, section)| (item.to_string(), section.to_string())).collect())
    }

    #[test]
    fn a_report_with_steps_belongs_to_the_group_its_cover_names() {
        let sections = Some(vec![("item/5/a".to_owned(), "annex/heading/B".to_owned())]);
        let title = "Report of the open-ended working group on the seabed and its use 2031-2033";
        assert_eq!(found(report("A/99/5", title, "", true)), sections);
        let named = "Second progress report of the Open-ended Working Group on the seabed, and its use";
        assert_eq!(found(report("A/99/5", "Note", named, true)), sections, "the cover will do");
    }

    #[test]
    fn what_is_not_evident_is_left_alone() {
        let other = "Report of the open-ended working group on the seabed and its use (2025–2030)";
        assert_eq!(found(report("A/99/5", other, "", true)), None, "another term of the group");
        assert_eq!(found(report("A/99/5", GROUP, "", false)), None, "no next steps");
        assert_eq!(found(report("A/99/5", "Working group on the seabed", "", true)), None);
        assert_eq!(found(report("A/99/5", &GROUP.replace("use (", "users ("), "", true)), None);
    }
}
