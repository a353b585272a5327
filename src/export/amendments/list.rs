//! The amendments as a list: each as the sentence of the United Nations, for reading and for the floor.

use crate::cite;
use crate::export::amendments::plan::{PlannedChange, passage};
use crate::export::amendments::runs::{PassagePiece, pieces};
use crate::export::amendments::{AmendmentRecord, Proposal, RecordSetting};
use crate::export::prose::{Paragraph, ParagraphStyle, Prose, Revision, RevisionKind, Run};
use crate::locale::Locale;
use crate::workspace::{AmendmentPart, Operation};

/// The sentences by passage, with the marked words of the passage, reasons, co-sponsors and statuses.
pub(super) fn with_passages(record: &AmendmentRecord<'_>, prose: &mut Prose, setting: &RecordSetting<'_>) {
    let locale = setting.locale;
    start(record, prose, setting);
    let mut heading = None;
    for proposal in &record.proposals {
        if heading != Some(proposal.position) {
            let symbol = Some(&record.document.symbol);
            let citation = cite::write(symbol, &record.block(proposal).address, locale.language());
            prose.push(Paragraph::text(ParagraphStyle::Heading(1), citation));
            heading = Some(proposal.position);
        }
        let amendment = &record.amendments[proposal.amendment];
        let source = proposal.source.as_deref().unwrap_or(setting.author);
        let status =
            locale.say(&format!("amendment-{}", amendment.status_of(proposal.source.as_deref()).name()));
        let colon = locale.say("export-colon");
        let sentence = record.sentence(proposal, locale.language());
        let head = Paragraph::new(ParagraphStyle::Body).with(Run::bold(source));
        prose.push(head.with(Run::text(format!(" ({status}){colon} {}", ended(&sentence)))));
        marked(record, proposal, setting).into_iter().for_each(|paragraph| prose.push(paragraph));
        if proposal.is_first {
            let remarks = record.remarks(proposal, locale);
            remarks.into_iter().for_each(|line| prose.push(Paragraph::text(ParagraphStyle::Body, line)));
        }
    }
}

/// The sentences as they are read out: the own ones with their reasons, then those of other delegations.
pub(super) fn for_the_floor(record: &AmendmentRecord<'_>, prose: &mut Prose, setting: &RecordSetting<'_>) {
    let locale = setting.locale;
    start(record, prose, setting);
    let said = |proposal: &Proposal<'_>| ended(&record.sentence(proposal, locale.language()));
    for proposal in record.proposals.iter().filter(|proposal| proposal.source.is_none()) {
        prose.push(Paragraph::text(ParagraphStyle::Body, said(proposal)));
        if proposal.is_first {
            let reason = record.reason(proposal, locale);
            prose.paragraphs.extend(reason.map(|reason| Paragraph::text(ParagraphStyle::Body, reason)));
        }
    }
    let others: Vec<&Proposal<'_>> =
        record.proposals.iter().filter(|proposal| proposal.source.is_some()).collect();
    if !others.is_empty() {
        prose.push(Paragraph::text(ParagraphStyle::Heading(1), locale.say("export-amendments-others")));
    }
    for proposal in others {
        let source = proposal.source.as_deref().unwrap_or_default();
        let args = [("source", source.into()), ("sentence", said(proposal).into())];
        prose
            .push(Paragraph::text(ParagraphStyle::Body, locale.say_with("export-amendment-proposed", &args)));
    }
}

fn start(record: &AmendmentRecord<'_>, prose: &mut Prose, setting: &RecordSetting<'_>) {
    prose.push(Paragraph::text(ParagraphStyle::Title, record.title(setting.locale)));
    if record.is_empty() {
        prose.push(Paragraph::text(ParagraphStyle::Body, record.none(setting.locale)));
    }
}

/// A sentence with a full stop, unless it or the words quoted at its end have one.
fn ended(sentence: &str) -> String {
    let last = sentence.trim_end_matches(['»', '”', '"', ' ', '\u{a0}', '\u{202f}']);
    let is_ended = last.is_empty() || last.ends_with(['.', '!', '?', '…']);
    if is_ended { sentence.to_owned() } else { format!("{sentence}.") }
}

/// The words of the passage, with those that go and come.
fn marked(
    record: &AmendmentRecord<'_>,
    proposal: &Proposal<'_>,
    setting: &RecordSetting<'_>,
) -> Vec<Paragraph> {
    let revision = |kind| Revision {
        kind,
        author: proposal.source.as_deref().unwrap_or(setting.author).to_owned(),
        moment: proposal.note.at,
    };
    let blocks = &record.document.blocks;
    let quoted = |runs| {
        Paragraph { runs, ..Paragraph::new(ParagraphStyle::Quotation) }.in_language(record.document.language)
    };
    let whole = |words: &str, kind| quoted(vec![Run::text(words).revised(revision(kind))]);
    match proposal.operation {
        Operation::Delete => {
            let gone = &blocks[passage(record.document, proposal.position)];
            gone.iter().map(|block| whole(&block.text, RevisionKind::Deleted)).collect()
        }
        Operation::InsertBefore | Operation::InsertAfter => {
            proposal.words.split('\n').map(|words| whole(words, RevisionKind::Inserted)).collect()
        }
        Operation::Reword => {
            let block = &blocks[proposal.position];
            let changes = PlannedChange::all(&block.text, &proposal.words, 0);
            let run = |piece| match piece {
                PassagePiece::Words { words, change } => {
                    Some(Run { revision: change.map(|(_, kind)| revision(kind)), ..Run::styled(words) })
                }
                PassagePiece::Call { .. } => None,
            };
            vec![quoted(pieces(block, &changes).into_iter().filter_map(run).collect())]
        }
    }
}

impl AmendmentRecord<'_> {
    /// The reason and the co-sponsors of the amendment of a proposal.
    pub(super) fn remarks(&self, proposal: &Proposal<'_>, locale: &Locale) -> Vec<String> {
        let co_sponsors = self.amendments[proposal.amendment].co_sponsors().join(", ");
        let co_sponsors = labelled(AmendmentPart::CoSponsors, &co_sponsors, locale);
        self.reason(proposal, locale).into_iter().chain(co_sponsors).collect()
    }

    /// The reason of the amendment of a proposal, with its label; `None` if it does not say.
    fn reason(&self, proposal: &Proposal<'_>, locale: &Locale) -> Option<String> {
        labelled(AmendmentPart::Reason, &self.amendments[proposal.amendment].reason(), locale)
    }
}

/// Words with the name of their part before them; `None` without words.
fn labelled(part: AmendmentPart, words: &str, locale: &Locale) -> Option<String> {
    let name = locale.say(&format!("amendment-part-{}", part.name()));
    (!words.is_empty()).then(|| format!("{name}{} {words}", locale.say("export-colon")))
}
