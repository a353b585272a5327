//! Pastes that arrive as typed keys: they are text where text is typed, and keys typed ahead still work.

use plenary::app::effect::Effect;
use plenary::app::layer::Layer;
use plenary::app::write::Write;
use proptest::prelude::*;

use super::Delegate;

fn desk() -> Delegate {
    Delegate::at("2023-03-07").reading("A/77/275:annex/E/next/2")
}

/// What is being typed in the top layer.
fn typed(delegate: &Delegate) -> String {
    match delegate.app.layers.last() {
        Some(Layer::Typing(state)) => state.editor.text().to_owned(),
        Some(Layer::Line(state)) => state.input.text(),
        Some(Layer::Picker(state)) => state.input.text(),
        other => panic!("no text is being typed: {other:?}"),
    }
}

fn has_quit(delegate: &Delegate) -> bool {
    delegate.effects.iter().any(|effect| matches!(effect, Effect::Quit))
}

/// Whether a status was set or a note deleted.
fn has_acted(delegate: &Delegate) -> bool {
    delegate.effects.iter().any(|effect| matches!(effect, Effect::Write(Write::Append(_) | Write::Remove(_))))
}

#[test]
fn lines_pasted_into_an_intervention_do_not_run_as_commands() {
    for lines in ["SG: x\nq\n", "SG: x\nq", "SG: x\n\nq\n\n"] {
        let after = desk().press("i").bursts(lines);
        assert!(!has_quit(&after), "{lines:?}");
        let words: Vec<String> = typed(&after).split_whitespace().map(str::to_owned).collect();
        assert_eq!(words, ["SG:", "x", "q"], "{lines:?}");
    }
}

#[test]
fn lines_pasted_into_a_note_stay_lines() {
    let after = desk().press("n").bursts("SG: x\nq\n\ny");
    assert_eq!(typed(&after), "SG: x\nq\n\ny");
}

#[test]
fn lines_pasted_at_the_desk_begin_a_note() {
    for (pane, lines) in
        [("Esc", "SG: x\nq\n"), ("t", "x\nx\n"), ("Tab Tab", "quand, d’abord"), ("Esc", "- un sujet")]
    {
        let after = desk().press(pane).bursts(lines);
        assert_eq!(typed(&after), lines);
        assert!(!has_quit(&after) && !has_acted(&after), "{lines:?}");
    }
}

#[test]
fn a_paste_after_the_first_key_of_a_sequence_is_text() {
    let after = desk().press("s").bursts("d\nd\nd");
    assert_eq!(typed(&after), "d\nd\nd");
    assert!(!has_acted(&after));
}

#[test]
fn one_line_typed_ahead_where_it_only_shows_a_passage_is_accepted_by_its_enter() {
    let after = desk().bursts("g57d\n");
    assert_eq!(after.place(), "A/76/135:57/d");
    assert!(desk().bursts("/capacités\n").app.layers.is_empty());
    let after = desk().bursts("iSG: d’abord les capacités");
    assert_eq!(typed(&after), "SG: d’abord les capacités");
    let after = desk().bursts("/capacités");
    assert_eq!(typed(&after), "capacités");
}

#[test]
fn one_line_pasted_with_its_enter_is_inserted_and_not_confirmed() {
    let cases = [
        ("i", "SG: d’abord"),
        ("t m", "à revoir"),
        ("W", "/tmp/copie"),
        ("w", "8 mars 2023"),
        (":", "quitter"),
    ];
    for (keys, words) in cases {
        let before = desk().press(keys);
        let layers = before.app.layers.len();
        let after = before.bursts(&format!("{words}\n"));
        assert_eq!((typed(&after).as_str(), after.app.layers.len()), (words, layers), "{keys}");
        let has_saved_as = after.effects.iter().any(|effect| matches!(effect, Effect::SaveAs(_)));
        assert!(!has_quit(&after) && !has_acted(&after) && !has_saved_as, "{keys}");
        assert!(after.words().contains("comme un collage"), "{keys}: {}", after.screen());
    }
    let after = desk().press("i").bursts("SG: d’abord\n").press("Enter");
    assert!(after.app.layers.is_empty() && after.words().contains("enregistrée."), "{}", after.screen());
    // In one read with the key that opens the line, too.
    assert_eq!(typed(&desk().bursts("iSG: d’abord\n")), "SG: d’abord");
}

#[test]
fn a_short_word_pasted_at_the_desk_does_not_end_the_program() {
    for (word, text) in [("quota", "quota"), ("jquel", "quel"), ("q\n", "q\n")] {
        let after = desk().bursts(word);
        assert!(!has_quit(&after), "{word:?}");
        assert_eq!(typed(&after), text);
    }
    assert!(has_quit(&desk().bursts("jkq")), "the last key of several typed ahead ends it");
}

#[test]
fn commands_typed_ahead_are_commands() {
    for keys in [">>j<jj", "tjsd", "jjjj j"] {
        let pressed: String =
            keys.chars().map(|c| if c == ' ' { "Space ".to_owned() } else { format!("{c} ") }).collect();
        assert_eq!(desk().bursts(keys).screen(), desk().press(&pressed).screen(), "{keys}");
    }
    assert!(has_quit(&desk().bursts("jkq")));
    let after = desk().bursts(">n1) d’abord");
    assert_eq!(typed(&after), "1) d’abord");
}

#[test]
fn a_paste_into_the_timeline_is_shown_before_anything_is_added() {
    let after = desk().press("C").bursts("SG: x\nq\n");
    assert!(!has_quit(&after));
    assert!(after.words().contains("q — non compris, ignoré."), "{}", after.screen());
}

#[test]
fn a_line_feed_is_a_new_line_in_a_note_and_a_space_in_a_line() {
    for key in ["Ctrl-j", "Shift-Enter", "Alt-Enter"] {
        let after = desk().press("n").types("un").press(key).types("deux");
        assert_eq!(typed(&after), "un\ndeux", "{key}");
    }
    let after = desk().press("i").types("un").press("Ctrl-j").types("deux");
    assert_eq!(typed(&after), "un deux");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Any text pasted into a note is in the note; pasted into a prompt its words are in the prompt, in their order.
    #[test]
    fn nothing_pasted_is_lost_or_run(text in "[a-zA-Zéà 0-9:;+/.,’\n\t]{3,60}", layer in "[ni:/]") {
        let delegate = desk().press(&layer);
        let layers = delegate.app.layers.len();
        let after = delegate.bursts(&text);
        prop_assert!(!has_quit(&after) && !has_acted(&after));
        let is_accepted = layer == "/" && text.trim_end_matches('\n').len() + 1 == text.len() && !text.trim_end_matches('\n').contains('\n');
        if layer == "n" {
            prop_assert_eq!(typed(&after), text);
        } else if !is_accepted {
            prop_assert_eq!(after.app.layers.len(), layers);
            // Between two interventions is a sign instead of the line end.
            let found = typed(&after).replace('↵', " ");
            prop_assert_eq!(found.split_whitespace().collect::<Vec<_>>(), text.split_whitespace().collect::<Vec<_>>());
        }
    }
}
