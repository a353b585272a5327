//! What is under an agenda item: the section of a report that belongs to it.

use super::{Candidate, Index, Meaning, Why};
use crate::model::{Place, Process, Reference, Symbol};

impl Index {
    /// The same meaning with, before each agenda item that is most likely meant, the section that a report has for it: "item 5 f" is
    /// said for what is under it. The report is `report` if its process has it, otherwise the last one of the library.
    #[must_use]
    pub fn with_sections(&self, meaning: Meaning, processes: &[Process], report: Option<&Symbol>) -> Meaning {
        let is_item =
            |one: &[Candidate]| matches!(one, [one] if matches!(one.passage.address.place, Place::Item(_)));
        if !meaning.readings.first().is_some_and(|first| is_item(first)) {
            return meaning;
        }
        let mut readings: Vec<Vec<Candidate>> = Vec::new();
        for reading in meaning.readings {
            let section =
                is_item(&reading).then(|| self.section(&reading[0].passage, processes, report)).flatten();
            if let Some(passage) = section {
                readings.push(vec![Candidate { passage, why: Why::UnderItem, held: true }]);
            }
            readings.push(reading);
        }
        Meaning { readings }
    }

    /// The section of a report for an agenda item.
    fn section(&self, item: &Reference, processes: &[Process], report: Option<&Symbol>) -> Option<Reference> {
        let process = processes.iter().find(|process| process.agenda.symbol == item.symbol)?;
        let reports = process.reports.iter().rev().map(|report| &report.symbol);
        let open = report.into_iter().filter(|report| process.report(report).is_some());
        open.chain(reports).find_map(|symbol| {
            let address = process.section(symbol, &item.address)?.clone();
            self.holds(symbol, &address).then(|| Reference { symbol: symbol.clone(), address })
        })
    }
}
