//! The list of what the importer repaired in the current document, and what it is not sure about, what needs a look first.

use crate::app::context::Context;
use crate::app::screen::naming;
use crate::app::screen::picker::choice::{ChoiceTarget, PickerChoice};
use crate::app::screen::picker::definition::{self, Definition, PreviewSize};
use crate::app::screen::picker::preview;
use crate::base::{Finding, Proof};
use crate::cite;
use crate::import::{proof, versions};
use crate::model::{Address, Reference};

/// The list.
pub const PICKER: Definition = Definition {
    preview: preview::of_row,
    preview_size: PreviewSize::Small,
    left_columns: |columns| (columns * 2 / 5).min(30),
    ..Definition::new(
        |app| app.appearance.locale.say("title-findings"),
        |app| choices(&app.context()),
        definition::read,
    )
};

fn choices(context: &Context) -> Vec<PickerChoice> {
    let document = &context.here().document;
    // A cited document may have been imported after this one, so that it is compared again.
    let proved =
        context.library.graph.as_ref().map(|graph| proof::findings(document, &context.library.shelf, graph));
    let findings = proved.as_ref().unwrap_or(&document.findings);
    let texts = context.library.shelf.texts(&document.symbol);
    let others = texts.into_iter().filter(|other| other.language != document.language);
    let missing: Vec<Finding> = others.flat_map(|other| versions::only_here(document, other)).collect();
    let mut ordered: Vec<&Finding> = findings.iter().chain(&missing).collect();
    ordered.sort_by_key(|finding| finding.kind.severity());
    ordered.into_iter().map(|finding| choice(context, finding)).collect()
}

fn choice(context: &Context, finding: &Finding) -> PickerChoice {
    let language = context.locale().language();
    let address = finding.address.as_deref().and_then(|address| address.parse::<Address>().ok());
    let page =
        finding.page.map(|page| context.locale().say_with("finding-on-page", &[("page", page.into())]));
    let place = address.as_ref().map(|address| cite::write(None, address, language));
    let right = [page, place].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let passage = Reference {
        symbol: context.here().document.symbol.clone(),
        address: address.unwrap_or_else(|| context.passage().address),
    };
    PickerChoice {
        left: context.locale().say(&format!("finding-{}", finding.kind.name())),
        text: text(context, finding),
        right,
        target: ChoiceTarget::Passage(passage),
    }
}

/// The text in the source, what it was repaired to, and what a cited passage proves.
fn text(context: &Context, finding: &Finding) -> String {
    let mut text = finding.source.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(repaired) = finding.repaired.as_ref().filter(|repaired| **repaired != finding.source) {
        text += &format!(" → {repaired}");
    }
    if let Some(proof) = &finding.proof {
        text += &format!(" · {}", describe(context, proof));
    }
    text
}

fn describe(context: &Context, proof: &Proof) -> String {
    let passage = proof.passage.parse::<Reference>();
    let citation = |passage: Reference| naming::citation(context.locale().language(), &passage);
    let passage = passage.map_or_else(|()| proof.passage.clone(), citation);
    let id = format!("proof-{}", proof.words.name());
    context.locale().say_with(&id, &[("passage", passage.as_str().into())])
}
