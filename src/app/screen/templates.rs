//! Notes that begin with a template.

use crate::app::context::Context;
use crate::app::outcome::{Intent, Outcome};
use crate::app::overlay::{Overlay, Picker};
use crate::app::screen::{naming, notes};
use crate::base::text::fold;
use crate::calendar;
use crate::cite;
use crate::export::calendar_text;
use crate::locale::dates;
use crate::workspace::{FilledTemplate, Note, NoteTemplate, TemplateValues};

/// The templates offered: those in the language of the interface, and the delegate's own.
#[must_use]
pub fn offered<'a>(context: &Context<'a>) -> Vec<&'a NoteTemplate> {
    let language = context.locale().language();
    let fits = |template: &&NoteTemplate| template.language.is_none_or(|own| own == language);
    context.workspace.templates.iter().filter(fits).collect()
}

/// The name of a template on screen: that of a bundled one in the language of the interface.
#[must_use]
pub fn name(context: &Context, template: &NoteTemplate) -> String {
    match template.language {
        Some(_) => context.locale().say(&format!("template-{}", template.name)),
        None => template.name.clone(),
    }
}

/// Starts a note with the template whose name is typed, with a delegation after it or without; lists all templates if none
/// has that name.
#[must_use]
pub fn start_named(context: &Context, words: Option<&str>) -> Outcome {
    if let Some(refused) = context.refusal() {
        return refused;
    }
    let words = words.unwrap_or_default().trim();
    let named = offered(context).into_iter().find_map(|template| {
        let names = [template.name.clone(), name(context, template)];
        let rest = names.iter().find_map(|name| after(words, name))?;
        Some((template, rest))
    });
    match named {
        Some((template, delegation)) => start(context, template, delegation),
        None => Outcome::of(Intent::Open(Overlay::Picker(Picker::Templates))),
    }
}

/// What is typed after a name; `None` if the words do not begin with it.
fn after<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    let mut ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let end = ends.find(|end| fold(&words[..*end]) == fold(name))?;
    let rest = &words[end..];
    (rest.is_empty() || rest.starts_with(' ')).then(|| rest.trim())
}

/// Starts a note on the current passage with a template.
#[must_use]
pub fn start(context: &Context, template: &NoteTemplate, delegation: &str) -> Outcome {
    let FilledTemplate { text, cursor } = template.fill(&values(context, delegation));
    let note = Box::new(Note { text, ..notes::blank(context) });
    Outcome::of(Intent::Open(Overlay::Template { note, cursor }))
}

/// What the placeholders are replaced by now.
#[must_use]
pub fn values(context: &Context, delegation: &str) -> TemplateValues {
    let (locale, process) = (context.locale(), context.process());
    let language = locale.language();
    let local = calendar::room_time(context.now.stamp(), process.time_zone);
    let meeting =
        process.meeting_on(local.naive_local()).map(|meeting| calendar_text::meeting(locale, meeting));
    let session = || {
        let ordinal = dates::ordinal(locale, context.desk.session?);
        Some(locale.say_with("session", &[("ordinal", (&ordinal).into())]))
    };
    let item = process.items.get(context.desk.item);
    let item =
        item.map(|link| format!("{} {}", cite::number(&link.item, language), link.short.get(language)));
    let own = || context.workspace.own_delegation.clone();
    TemplateValues {
        date: dates::date(locale, context.now.today),
        meeting: meeting.or_else(session).unwrap_or_default(),
        item: item.unwrap_or_default(),
        passage: naming::citation(language, &context.passage()),
        delegation: Some(delegation.to_owned())
            .filter(|name| !name.is_empty())
            .or_else(own)
            .unwrap_or_default(),
    }
}
