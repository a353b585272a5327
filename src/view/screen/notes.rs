//! How the notes pane looks.

use crate::app::context::Context;
use crate::app::screen::notes::State;
use crate::app::screen::position::{self, PositionLine, PositionLineKind};
use crate::app::screen::{amendment, naming, note_links};
use crate::base::text::{truncate, width};
use crate::locale::dates;
use crate::view::canvas::Canvas;
use crate::view::theme::Role;
use crate::workspace::intervention;
use crate::workspace::{Intervention, Kind, Note, Stance};

/// What the notes are about, and how many there are.
#[must_use]
pub fn title(state: &State, context: &Context) -> String {
    let (here, locale) = (context.here(), context.locale());
    let passage = if state.whole_section { here.section() } else { here.reference() };
    let label = naming::label(locale, &passage);
    let name = locale.say(state.shows.id());
    match state.shown(context).len() {
        0 => format!("{name} · {label}"),
        count => format!("{name} ({count}) · {label}"),
    }
}

/// Draws the files that could not be read, and the notes on the current passage or section.
pub fn draw(state: &State, context: &Context, canvas: &mut Canvas) {
    let shown = state.shown(context);
    let mut line = draw_broken(context, canvas);
    let is_unread = context.workspace.notebook.is_unread();
    if is_unread {
        let (text, style) = (context.locale().say("notes-unread"), canvas.style(Role::Dim));
        line += rows(canvas.rows_from(line).paragraph(&text, style));
    }
    if shown.is_empty() && is_unread {
        return;
    }
    if shown.is_empty() {
        draw_empty(context, &mut canvas.rows_from(line));
        return;
    }
    for (at, note) in shown.iter().enumerate().skip(state.list.top) {
        if line >= canvas.area.height {
            return;
        }
        let is_chosen = at == state.list.selected;
        let canvas = &mut canvas.rows_from(line);
        line += match note.kind {
            Kind::Note | Kind::Statement => draw_note(note, is_chosen, context, canvas),
            Kind::Position | Kind::Amendment => draw_position(
                note,
                &PositionLook { is_chosen, lines: state.lines(note, context) },
                context,
                canvas,
            ),
        } + 1;
    }
}

/// Draws the errors of the files that could not be read as notes; they are shown at every passage. Returns how many
/// rows they took.
fn draw_broken(context: &Context, canvas: &mut Canvas) -> u16 {
    let mut line = 0;
    let style = canvas.style(Role::Alarm);
    let workspace = context.workspace;
    let notebooks = [&workspace.notebook, &workspace.positions, &workspace.amendments];
    for broken in notebooks.into_iter().flat_map(|notebook| notebook.broken()) {
        let text = format!("! {}", context.locale().explain(&broken.error));
        line += rows(canvas.rows_from(line).paragraph(&text, style));
    }
    line
}

/// Draws the keys that start a note.
fn draw_empty(context: &Context, canvas: &mut Canvas) {
    let locale = context.locale();
    let key = |verb| locale.keys(&context.input.key("desk", verb).unwrap_or_default());
    let (note, intervention) = (key("note"), key("intervention"));
    let args = [("note", (&note).into()), ("intervention", (&intervention).into())];
    canvas.paragraph(&locale.say_with("notes-empty", &args), canvas.style(Role::Dim));
}

/// Draws a note: a line of time, delegation, stance, passage and author, and its text below. Returns how many rows it took.
fn draw_note(note: &Note, is_chosen: bool, context: &Context, canvas: &mut Canvas) -> u16 {
    if let Some(mut canvas) = canvas.row(0) {
        draw_heading(note, context, &mut canvas.columns_from(1));
    }
    let style = canvas.style(Role::Text);
    let mut text = canvas.rows_from(1);
    let words = Some(note.text.trim_end()).filter(|words| !words.is_empty());
    let taken = 1 + words.map_or(0, |words| text.columns_from(1).paragraph(words, style));
    draw_bar(is_chosen, rows(taken), canvas);
    rows(taken)
}

/// How a position is drawn.
struct PositionLook {
    is_chosen: bool,
    lines: Vec<PositionLine>,
}

/// Draws a position or an amendment: a line of its status and what else belongs to its head, and its parts below. Returns how many rows it took.
fn draw_position(note: &Note, look: &PositionLook, context: &Context, canvas: &mut Canvas) -> u16 {
    if let Some(mut canvas) = canvas.row(0) {
        let mut canvas = canvas.columns_from(1);
        let style = canvas.style(Role::Heading);
        let head = match note.kind {
            Kind::Amendment => amendment::head(note, context),
            _ => position::head(note, context),
        };
        let origin = origin(note, context);
        let head = if origin.is_empty() { head } else { format!("{origin} · {head}") };
        canvas.put_truncated(&head, style);
    }
    let mut taken = 1;
    for line in &look.lines {
        let style = canvas.style(role(line.kind));
        let mut below = canvas.rows_from(taken);
        taken += rows(below.columns_from(1).paragraph(&line.text, style)).max(1);
    }
    draw_bar(look.is_chosen, taken, canvas);
    taken
}

fn role(kind: PositionLineKind) -> Role {
    match kind {
        PositionLineKind::Heading => Role::Heading,
        PositionLineKind::RedLine | PositionLineKind::Doubtful => Role::Alarm,
        PositionLineKind::Words => Role::Text,
        PositionLineKind::Sound | PositionLineKind::Folded => Role::Dim,
    }
}

/// Draws the ground of the chosen text, and the bar at its left, over so many rows.
fn draw_bar(is_chosen: bool, taken: u16, canvas: &mut Canvas) {
    let bar = canvas.style(Role::Bar);
    for line in 0..taken {
        let Some(mut canvas) = canvas.row(line.into()) else { break };
        if is_chosen {
            canvas.restyle(Role::Card);
        }
        canvas.put(if is_chosen { "▌" } else { " " }, bar);
    }
}

fn draw_heading(note: &Note, context: &Context, canvas: &mut Canvas) {
    let (dim, delegation, number) =
        (canvas.style(Role::Dim), canvas.style(Role::Delegation), canvas.style(Role::Number));
    let mut x = 0;
    if context.workspace.unsaved.of_note(note).is_some() {
        let mark = format!("! {}", context.locale().say("not-saved"));
        x += canvas.put(&mark, canvas.style(Role::Alarm)) + 1;
    }
    x += canvas.put_at(x, &time(note, context), dim) + 1;
    if note.restricted {
        x += canvas.put_at(x, &context.locale().say("mark-restricted"), canvas.style(Role::Alarm)) + 1;
    }
    if let Some(said) = Intervention::of(note, &context.workspace.delegations) {
        let room = usize::from(canvas.area.width.saturating_sub(x));
        let (name, stance) = (naming::speaker(context, &said), stance(&said, context));
        let fitting = |stance: &&String| width(&name) + width(stance) < room;
        let stance = stance.iter().find(fitting).or(stance.last()).cloned().unwrap_or_default();
        let room = room.saturating_sub(width(&stance) + usize::from(!stance.is_empty()));
        x += canvas.put_at(x, &truncate(&name, room), delegation) + 1;
        let style = canvas.style(said.stance.map_or(Role::Delegation, Role::from));
        x += canvas.put_at(x, &stance, style) + u16::from(!stance.is_empty());
    }
    canvas.columns_from(x).put_truncated(&origin(note, context), number);
}

/// The stance with sign and word, and with its sign alone; nothing if the words begin with the sign, as in older notes.
fn stance(said: &Intervention<'_>, context: &Context) -> Vec<String> {
    let stance = said.stance.filter(|_| said.note.extra.contains_key(intervention::STANCE));
    let word = |stance: Stance| context.locale().say(&format!("stance-{}", stance.name()));
    stance.map(|stance| vec![format!("{} {}", said.sign(), word(stance)), said.sign()]).unwrap_or_default()
}

/// The passage of a note if it is not the current one, and its author if that is somebody else.
fn origin(note: &Note, context: &Context) -> String {
    let here = context.passage();
    let passage = note.anchor.as_ref().filter(|anchor| **anchor != here);
    let label = passage.map(|passage| match passage.symbol == here.symbol {
        true => naming::label(context.locale(), passage),
        false => naming::citation(context.locale().language(), passage),
    });
    let is_citing = note_links::citing(context).iter().any(|citing| citing.id == note.id);
    let label = label.map(|label| if is_citing { format!("← {label}") } else { label });
    let author = Some(note.author.clone()).filter(|author| *author != context.workspace.author);
    let has_versions = |note: &Note| {
        note.anchor.as_ref().is_some_and(|anchor| context.library.shelf.has_versions(&anchor.symbol))
    };
    let language = note.language().filter(|_| has_versions(note)).map(|language| format!("({language})"));
    label.into_iter().chain(language).chain(author).collect::<Vec<_>>().join(" · ")
}

/// The time of a note; with its date if that is not today.
fn time(note: &Note, context: &Context) -> String {
    let time = dates::time(note.at.time());
    let date = note.at.date_naive();
    if date == context.now.today { time } else { format!("{} {time}", dates::short(context.locale(), date)) }
}

fn rows(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
