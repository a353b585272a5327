# The messages of the interface in English; fr.ftl contains the same messages with the same variables.

## Dates and numbers

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan.
month-short-2 = Feb.
month-short-3 = March
month-short-4 = April
month-short-5 = May
month-short-6 = June
month-short-7 = July
month-short-8 = Aug.
month-short-9 = Sept.
month-short-10 = Oct.
month-short-11 = Nov.
month-short-12 = Dec.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
day-of-month = { $day }
date = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month-short = { $month }/{ $year }
date-range-days = { $from }–{ $to } { $month } { $year }
date-range-months = { $from } { $from-month } – { $to } { $to-month } { $year }
date-range-years = { $from } – { $to }
ordinal = { NUMBER($number, type: "ordinal") ->
    [one] { $number }st
    [two] { $number }nd
    [few] { $number }rd
   *[other] { $number }th
}
ordinal-word-1 = first
ordinal-word-2 = second
ordinal-word-3 = third
ordinal-word-4 = fourth
ordinal-word-5 = fifth
ordinal-word-6 = sixth
ordinal-word-7 = seventh
ordinal-word-8 = eighth
ordinal-word-9 = ninth
ordinal-word-10 = tenth
ordinal-word-11 = eleventh
ordinal-word-12 = twelfth
thousands = ,
language-en = English
language-fr = French
language-es = Spanish
language-ru = Russian
language-ar = Arabic
language-zh = Chinese

## Status of a follow-up at a session

status-open = open
status-raised = raised
status-discussed = discussed
status-agreed = agreed
status-carried-over = carried over
status-superseded = superseded

## Force: how strongly a text binds

force-agree = agreement
force-request = request
force-will = undertaking
force-invite = invitation
force-encourage = encouragement
force-may = option
beside-repeated = repeated
beside-reworded = reworded
beside-dropped = dropped
beside-new = new

## Kinds of documents

kind-report = report
kind-draft-report = draft report
kind-resolution = resolution
kind-other = other document

## Kinds of passages

block-heading = heading
block-paragraph = paragraph
block-subparagraph = sub-paragraph
block-bullet = bullet
block-preambular = preambular paragraph
block-operative = operative paragraph
block-next-step = next step
block-agenda-item = agenda item
block-norm = norm
block-footnote = footnote
block-text = text

## Kinds of sessions

session-organizational = organizational session
session-substantive = substantive session
session-intersessional = intersessional meeting

## Findings: what the importer repaired or found doubtful

finding-url-list = list of web addresses set aside
finding-rule = horizontal rule set aside
finding-furniture = running head, page number or table of contents set aside
finding-split-word = split word rejoined
finding-joined-page = sentence split by a page break, rejoined
finding-split-doubtful = two words, or one word split in two
finding-spacing = misplaced space corrected
finding-note-mark = footnote mark taken out of the text
finding-note-without-call = footnote without a mark in the text, or mark without a footnote
finding-markup = markup removed
finding-number-gap = number out of sequence
finding-unplaced = line of unknown form
finding-given-metadata = detail taken from the file next to the source
finding-missing-metadata = detail not found
finding-control-code = control code made visible
finding-language-doubtful = language in doubt: the text is short, or in two languages
finding-language-not-read = language whose citations, next steps and headings are not recognised by their words
finding-repeated-part = annex with the name of an earlier one
finding-text-missing = words of the source that are in no passage
finding-text-added = words that are not in the source
finding-encoding = encoding found by the content of the file
finding-tracked-changes = changes tracked by Word, read as accepted; “--changes original” reads the text before them
finding-comment = comment on the text, left out
finding-correction-unfit = your correction of an earlier import, which no longer fits
correction-passage-gone = The document has no such passage.
correction-words-gone = The passage does not have these words exactly once after its beginning.
correction-nothing-before = There is no passage before it to which it could be joined.
correction-number-missing = A passage of this kind needs a number.
correction-number-taken = Another passage has this number.
correction-kind-impossible = The passage cannot become one of this kind here.
correction-nothing-changed = The passage is so already.

## Panes

pane-agenda = Agenda
pane-reader = Text
pane-notes = Notes
pane-notes-positions = Positions
pane-notes-only = Notes without positions
pane-tracker = Tracker

## Scopes of keys, as help lists them

scope-global = Everywhere
scope-desk = Desk
scope-agenda = Agenda
scope-reader = Text
scope-notes = Notes
scope-statement = A statement
scope-prompter = Reading a statement aloud
scope-tracker = Tracker
scope-editor = While writing a note
scope-commands = In a note, when letters are commands
scope-lookup = In the text, while a note is open
scope-line = In a one-line field

## Names of keys; key-short-… is the short form of a long name

key-Ctrl = Ctrl
key-Alt = Alt
key-Shift = Shift
key-Space = Space
key-Enter = Enter
key-Esc = Esc
key-Tab = Tab
key-Backspace = Backspace
key-Delete = Delete
key-Insert = Insert
key-Left = ←
key-Right = →
key-Up = ↑
key-Down = ↓
key-Home = Home
key-End = End
key-PageUp = PageUp
key-PageDown = PageDown
key-short-Backspace = Bksp
key-short-Delete = Del
key-short-PageUp = PgUp
key-short-PageDown = PgDn

## Verbs: what they do (for the palette and help), and a hint for the bottom line. Everywhere

verb-help = show the keys available here
hint-help = help
verb-palette = choose a command by name
hint-palette = commands
verb-quit = quit
hint-quit = quit
verb-save = save what is not saved yet, and say whether everything is saved
hint-save = save
verb-save-as = save in another folder what is not saved; everything if nothing is unsaved
verb-save-as-typed = save-as
verb-save-as-to = save in the folder { $words }
hint-save-as = save in a folder
verb-handover = hand over the whole workspace, restricted texts too, as one file
verb-handover-typed = handover
verb-handover-to = hand over everything, restricted texts too, to { $words }
hint-handover = hand over
verb-takeover = take over the workspace of a predecessor
verb-takeover-typed = takeover
verb-takeover-to = take over from { $words }
hint-takeover = take over
verb-suspend = go back to the shell (fg returns)
hint-suspend = suspend
verb-redraw = draw the screen again
hint-redraw = redraw
verb-language = change the language of the interface
hint-language = language
verb-theme = change the colours
verb-theme-typed = theme
verb-theme-to = use the colours { $words }
verb-mouse = give the mouse to the terminal, or take it
hint-mouse = mouse
hint-theme = colours

## Verbs of the desk

verb-next-pane = go to the next pane
hint-next-pane = next pane
verb-previous-pane = go to the previous pane
hint-previous-pane = prev. pane
verb-next-item = go to the next agenda item
hint-next-item = next item
verb-previous-item = go to the previous agenda item
hint-previous-item = prev. item
verb-goto = go to a reference
hint-goto = go to
verb-search = search everything: documents, notes, positions
hint-search = search
verb-similar = list passages on the same subject
hint-similar = similar
verb-find = find in the document
hint-find = find
verb-find-next = go to the next match
hint-find-next = next match
verb-find-previous = go to the previous match
hint-find-previous = prev. match
verb-note = write a note here
hint-note = note
verb-position = write the position on this passage
hint-position = position
verb-positions = the positions over the whole agenda, first the due steps that have none
hint-positions = positions
verb-basis = quote agreed language in the position on this passage
hint-basis = quote as basis
verb-notes-shown = show positions and notes, only positions, or only notes
hint-notes-shown = positions or notes
verb-parts = show all parts of the positions, or only the text
hint-parts = parts
verb-intervention = record an intervention in one line
hint-intervention = intervention
verb-tracker = open the tracker
hint-tracker = tracker
verb-copy-citation = copy the citation
hint-copy-citation = copy
verb-copy-quote = copy the text with its citation
hint-copy-quote = quote
verb-undo = undo the last change
hint-undo = undo
verb-redo = redo what was undone
hint-redo = redo
verb-back = go back to the previous place
hint-back = back
verb-forward = go forward again
hint-forward = forward
verb-documents = choose a document
hint-documents = documents
verb-outline = show the outline of the document
hint-outline = outline
verb-zoom = enlarge this pane to the whole screen, or restore it
hint-zoom = zoom
verb-footnote = show or hide the footnote
hint-footnote = footnote
verb-reload = reload everything from disk
hint-reload = reload
verb-section-notes = show all notes of the section, or only those here
hint-section-notes = all notes
verb-working-session = choose the working session
hint-working-session = session
verb-next-version = the same passage in the next language of the document
hint-next-version = language
notice-version = The text in { $language }.
notice-version-differs = The text in { $language }. { $count ->
    [one] { $count } number is only in one of the two texts
   *[other] { $count } numbers are only in one of the two texts
}: see the list of findings.
notice-version-without = The text in { $language } has no { $passage }.
notice-one-version = The library has this document in one language only.
notice-version-beside = Beside it in { $language }. Tab goes from one to the other.
notice-version-beside-differs = Beside it in { $language }. { $count ->
    [one] One number is in only one of the two.
   *[other] { $count } numbers are in only one of the two.
}
notice-version-alone = No other language beside it.
title-version-differs = { $language } · { $count ->
    [one] { $count } number differs
   *[other] { $count } numbers differ
}
version-only = ≠ only in { $language }
finding-only-in-one-language = number that the text in another language does not have
verb-correct = correct the passage, or the details of its document
hint-correct = correct
verb-findings = show what the import repaired or found doubtful
hint-findings = findings
verb-cancel = close without changing anything
hint-cancel = cancel
verb-up = go up
hint-up = up
verb-down = go down
hint-down = down
verb-left = go left
hint-left = left
verb-right = go right
hint-right = right
verb-page-up = go up one page
hint-page-up = page up
verb-page-down = go down one page
hint-page-down = page down
verb-first = go to the beginning
hint-first = beginning
verb-last = go to the end
hint-last = end
hint-add = add
hint-copy-address = copy address
hint-open = open

## Verbs of the agenda, the text and the notes

verb-fold = hide the next steps of the item
hint-fold = fold
verb-unfold = show the next steps of the item
hint-unfold = unfold
verb-next-heading = go to the next heading
hint-next-heading = next head.
verb-previous-heading = go to the previous heading
hint-previous-heading = prev. head.
verb-edit-note = edit the note
hint-edit-note = edit
verb-delete-note = delete the note (can be undone)
hint-delete-note = delete

## Verbs of the tracker

verb-status = set the status
hint-status = status
verb-status-open = mark as open
hint-status-open = open
verb-status-raised = mark as raised
hint-status-raised = raised
verb-status-discussed = mark as discussed
hint-status-discussed = discussed
verb-status-agreed = mark as agreed
hint-status-agreed = agreed
verb-status-carried-over = mark as carried over to a later session
hint-status-carried-over = carried
verb-status-superseded = mark as superseded
hint-status-superseded = superseded
verb-remark = add a remark to the status
hint-remark = remark
verb-history = show who set which status, and when
hint-history = history

## Verbs of the note editor

verb-leave = close the note (it is saved)
hint-leave = done
verb-look-up = look something up in the text; the note stays open
hint-look-up = to the text
verb-put-citation = put the citation of the passage into the note
hint-put-citation = cite
verb-follow-link = go to what the link of the note leads to, or to the passage of the note
hint-follow-link = follow
verb-templates = start a note from a template
verb-templates-typed = templates
verb-templates-to = start a note from the template { $words }
hint-templates = templates
template-floor = On the floor
template-bilateral = Bilateral
template-instruction = Instruction
template-report = Report
title-templates = Templates of notes
link-edit-note = edit this note
title-note-links = Links of the note
link-unknown = → unknown passage
link-open = → { $count } passages have this name
verb-return-to-note = go back to the note
hint-return-to-note = back to the note
verb-put-quote = put the words of the passage with their citation into the note
hint-put-quote = quote
verb-newline = start a new line
hint-newline = new line
verb-break-line = start a new line without a new item, even in a list
hint-break-line = line only
verb-tab = insert a tab; in a list, move the item one level down
hint-tab = tab
verb-tab-back = move the item of the list one level up
hint-tab-back = level up
verb-command-mode = use letters as commands, as in vi
hint-command-mode = commands
verb-find-in-note = find words in the note
hint-find-in-note = find
verb-find-next-in-note = go to the next place in the note
hint-find-next-in-note = next
verb-find-previous-in-note = go to the previous place in the note
hint-find-previous-in-note = previous
verb-insert = type before the cursor
hint-insert = type
verb-insert-after = type after the cursor
hint-insert-after = type after
verb-insert-at-start = type before the first word of the line
hint-insert-at-start = type at start
verb-insert-at-end = type at the end of the line
hint-insert-at-end = type at end
verb-open-below = type in a new line below
hint-open-below = line below
verb-open-above = type in a new line above
hint-open-above = line above
verb-count-0 = go to the start of the line; in a count: 0
verb-count-1 = begin or continue a count: 1
verb-count-2 = begin or continue a count: 2
verb-count-3 = begin or continue a count: 3
verb-count-4 = begin or continue a count: 4
verb-count-5 = begin or continue a count: 5
verb-count-6 = begin or continue a count: 6
verb-count-7 = begin or continue a count: 7
verb-count-8 = begin or continue a count: 8
verb-count-9 = begin or continue a count: 9
hint-count-0 = count
hint-count-1 = count
hint-count-2 = count
hint-count-3 = count
hint-count-4 = count
hint-count-5 = count
hint-count-6 = count
hint-count-7 = count
hint-count-8 = count
hint-count-9 = count
hint-count = count
verb-next-word = go to the start of the next word
hint-next-word = next word
verb-word-last = go to the last letter of the word
hint-word-last = word end
verb-line-text = go to the first word of the line
hint-line-text = first word
verb-delete-words = delete to the next word
hint-delete-words = delete word
verb-delete-to-word-end = delete to the end of the word
hint-delete-to-word-end = to word end
verb-delete-lines = delete the line
hint-delete-lines = delete line
verb-change-words = type something else instead of the word
hint-change-words = change word
verb-change-to-end = type something else to the end of the line
hint-change-to-end = change end
verb-change-lines = type something else instead of the line
hint-change-lines = change line
verb-copy-words = copy to the next word
hint-copy-words = copy word
verb-copy-to-end = copy to the end of the line
hint-copy-to-end = copy end
verb-copy-lines = copy the line
hint-copy-lines = copy line
verb-put-after = paste after the cursor what was deleted or copied
hint-put-after = put after
verb-put-before = paste before the cursor what was deleted or copied
hint-put-before = put before
verb-join-lines = join the line with the next one
hint-join-lines = join
verb-space = type a space
hint-space = space
verb-cut = cut the selection
hint-cut = cut
verb-copy = copy the selection
hint-copy = copy
verb-select-all = select everything
hint-select-all = select all
verb-delete-word-back = delete the word before the cursor
hint-delete-word-back = delete word
verb-delete-to-end = delete to the end of the line
hint-delete-to-end = delete end
verb-delete-back = delete the character before the cursor
hint-delete-back = delete
verb-delete-forward = delete the character after the cursor
hint-delete-forward = delete
verb-word-left = go one word to the left
hint-word-left = word ←
verb-word-right = go one word to the right
hint-word-right = word →
verb-line-start = go to the start of the line
hint-line-start = line start
verb-line-end = go to the end of the line
hint-line-end = line end
verb-text-start = go to the start of the text
hint-text-start = text start
verb-text-end = go to the end of the text
hint-text-end = text end
verb-select-left = select to the left
hint-select-left = select ←
verb-select-right = select to the right
hint-select-right = select →
verb-select-up = select upwards
hint-select-up = select ↑
verb-select-down = select downwards
hint-select-down = select ↓
verb-select-line-start = select to the start of the line
hint-select-line-start = select start
verb-select-line-end = select to the end of the line
hint-select-line-end = select end
verb-select-word-left = select one word to the left
hint-select-word-left = select word ←
verb-select-word-right = select one word to the right
hint-select-word-right = select word →
verb-select-page-up = select one page up
hint-select-page-up = select page ↑
verb-select-page-down = select one page down
hint-select-page-down = select page ↓
verb-select-text-start = select to the start of the text
hint-select-text-start = select to start
verb-select-text-end = select to the end of the text
hint-select-text-end = select to end

## Verbs of a field and its list

verb-accept = select or confirm
hint-accept = select
verb-list-up = go up in the list
hint-list-up = up
verb-list-down = go down in the list
hint-list-down = down
verb-list-page-up = go up one page in the list
hint-list-page-up = page up
verb-list-page-down = go down one page in the list
hint-list-page-down = page down
verb-clear = clear the field
hint-clear = clear
verb-equivalents = search with or without equivalent terms
hint-equivalents = equivalents
verb-set-status = change the status of the amendment
hint-set-status = status

## Faults of keymap files; all other lines are used

keymap-not-toml = { $file }, line { $line }: this is not TOML. The file is ignored until the line is corrected ({ $reason }).
keymap-version = { $file }, line { $line }: unknown version of the keymap format. Write version = { $version }; the file is ignored until then.
keymap-outside-scope = { $file }, line { $line }: “{ $key }” is not in any scope. Put it under [desk], for example.
keymap-unknown-scope = { $file }, line { $line }: unknown scope “{ $scope }”. Known scopes: { $scopes }.
keymap-bad-key = { $file }, line { $line }: “{ $key }” is not a key. Keys are written Ctrl-x, Alt-Left, Shift-Tab, Space, F3, G or g g.
keymap-bad-key-suggested = { $file }, line { $line }: “{ $key }” is not a key. Did you mean “{ $suggestion }”?
keymap-unknown-verb = { $file }, line { $line }: “{ $key }”: there is no verb “{ $verb }” in “{ $scope }”. plenary keys lists them.
keymap-unknown-verb-suggested = { $file }, line { $line }: “{ $key }”: there is no verb “{ $verb }” in “{ $scope }”. Did you mean “{ $suggestion }”?
keymap-not-text = { $file }, line { $line }: “{ $key }”: the verb must be in quotation marks, for example "undo".
keymap-duplicate = { $file }, line { $line }: “{ $key }” is defined twice. The first line is used.
keymap-hidden = { $file }, line { $line }: “{ $key }” can never be typed in “{ $scope }”, because “{ $shorter }” alone already does something. Remove that key first: "{ $shorter }" = "".

## The desk

too-small = Plenary needs { $columns } columns and { $rows } rows. Make the window larger.
part-front = front matter
part-annex = annex
room = { $zone ->
    [Zurich] Geneva
   *[other] { $city }
}
session = { $ordinal } session
dates-unknown = dates not in the documents
dates-unknown-year = { $year }, dates not in the documents
read-only = read only
notes-empty = No note here yet. { $note } writes one, { $intervention } records an intervention.
notes-unread = The notes are being read…
# $kind: the folder of the workspace the text belongs to.
pane-typing = { $kind ->
    [positions] Editing position
    [amendments] Editing amendment
    [statements] Editing statement
   *[other] Editing note
}
note-commands = letters are commands
# In French the word agrees with $kind.
note-saved = { $kind ->
   *[other] saved
}
note-unsaved = saving…

## What is not on the disk. $reason: a word of `store::disk::reason`, or the id of the message.

not-saved = not saved
unsaved-count = { $count } not saved: { $why }
unsaved-reason = { $reason ->
    [permission] no permission
    [full] disk full
    [quota] disk quota used up
    [missing] folder gone
    [workspace-gone] folder gone
    [read-only] disk read-only
    [many-files] too many open files
    [device] disk fault
    [long-name] name too long
    [bad-name] name not possible
    [link] a link is in the way
    [not-folder] no folder there
    [is-folder] a folder is in the way
    [exists] name taken
    [too-large] too large for the disk
    [busy] in use
    [network] network folder not answering
    [memory] out of memory
    [workspace-locked] used by another Plenary
    [workspace-read-only] read only
    [workspace-not-writable] read only
    [file-too-big] too long
    [calendar-faulty] error in the calendar
   *[other] refused by the system
}
unsaved-note = note of { $time }, { $at }: “{ $words }”
unsaved-intervention = intervention of { $delegation }, { $time }, { $at }: “{ $words }”
unsaved-statement = statement of { $time }, { $at }: “{ $words }”
unsaved-position = position of { $time }, { $at }: “{ $words }”
unsaved-removal = deletion of: { $note }
unsaved-act = tracker, { $step }, session { $session }: { $what }
unsaved-calendar = { $count ->
    [one] one entry
   *[other] { $count } entries
} for the calendar
unsaved-waiting = still being written
notice-all-saved = Everything is saved.
notice-still-saving = Saving before leaving… (quit again to choose what to do)
notice-unsaved = { $error } It stays on screen and saving is tried again; { $key } tries at once.
notice-unjournalled = { $error } What you type is not in the journal; it is safe once it is saved.
notice-unsaved-gone = { $error } Nothing is lost: it stays on screen; { $key } saves it in another folder.
notice-not-saved = { $count ->
    [one] One change is not saved.
   *[other] { $count } changes are not saved.
} { $error } { $key } saves in another folder.
notice-saved-as = Saved in { $folder }: { $count ->
    [0] { $acts ->
        [one] one status.
       *[other] { $acts } statuses.
    }
    [one] one text{ $acts ->
        [0] .
        [one] {" "}and one status.
       *[other] {" "}and { $acts } statuses.
    }
   *[other] { $count } texts{ $acts ->
        [0] .
        [one] {" "}and one status.
       *[other] {" "}and { $acts } statuses.
    }
} Saving in the workspace is still tried.
notice-copied-to = Everything is saved already. A copy of all notes, positions and statuses is in { $folder } ({ $count } texts, { $acts } statuses).
notice-not-saved-as = Not everything could be saved in { $folder } (saved: { $saved }). { $error }
notice-not-confirmed = These words arrived all at once, like a paste: { $key } confirms them.
notice-no-folder = Type a folder, for example ~/plenary-copy; Esc cancels.
save-as-workspace = { $folder } is in the workspace itself. Choose another folder.
save-as-home = { $folder }: only your own home folder has a short form, ~/. Type the whole path.
prompt-folder = Save in folder:
prompt-handover = Hand over everything, restricted texts too, to the file (.zip):
prompt-takeover = Take over from the file (.zip):
notice-no-file = Type the path of a file that ends in .zip, or press Esc.
notice-handing-over = The workspace is being handed over…
notice-taking-over = The file is being taken over…
title-handover = Handed over
title-takeover = Taken over
handover-listed = {"  "}{ $line }
title-leaving = { $count ->
    [one] One change is not saved. Leave?
   *[other] { $count } changes are not saved. Leave?
}
leave-try-again = Try again to save, then leave
leave-save-as = Save in another folder, then leave
leave-anyway = Leave anyway: what is not saved is printed in the terminal
leave-not = Stay
left-heading = ===== { $number }. Not saved: { $what } (belongs in { $place }) =====
left-elsewhere = Saved in { $folder }, not in the workspace: { $what }
unsaved-left = { $count ->
    [one] One change is not saved in { $folder }; it is printed above. Copy it now.
   *[other] { $count } changes are not saved in { $folder }; they are printed above. Copy them now.
}
tracker-empty = This report names no session for its next steps.
report-no-steps = This report has no recommended next steps.
progress-open = to be raised: { $open }
column-deadline = deadline
quoted-passage = “{ $words }” ({ $citation })

## Lists and fields

title-help = Keys
title-palette = Commands
title-goto = Go to
title-search = Search everything
title-similar = On the same subject
search-own = Own notes, positions and remarks
search-add-ring = Keep as equivalent: { $terms }
search-remove-ring = Remove the equivalent: { $terms }
notice-ring-added = Kept as equivalent: { $terms }. The terms are in concepts.toml in the workspace.
notice-ring-removed = No longer equivalent: { $terms }. To have it back, type it again.
search-kind-note = note
search-kind-intervention = intervention
search-kind-position = position
search-kind-amendment = amendment
search-kind-statement = statement
search-kind-remark = remark
title-positions = Positions
title-basis = What the position rests on
title-documents = Documents
title-outline = Outline
title-passage-corrections = Correct { $passage }
title-split-points = End the passage before …
correct-confirm = It is right as it is
correct-join = Join it to the passage before
correct-split = Split it …
correct-number = Change its number …
correct-kind = It is a { $kind }
correct-undo = Take back the last correction
correct-document = The document
correct-title = Change its title …
correct-symbol = Change its symbol …
correct-date = Change its date …
correct-remove = Put it into the trash
prompt-passage-number = Number:
prompt-symbol = Symbol:
prompt-title = Title:
prompt-date = Date:
notice-no-title = Type a title.
title-imported = What was imported
prompt-import = Import (file or folder):
notice-import-begins = Importing …
notice-import-counted = { $total ->
    [one] One file is imported. Esc stops.
   *[other] { $total } files are imported. Esc stops.
}
notice-no-path = No file or folder begins with what is typed.
notice-importing = Importing: { $done } of { $total } files. Esc stops.
notice-import-runs = An import is running. Esc stops it.
notice-import-stopped = The import was stopped. What was imported stays.
import-total = { $new } new, { $replaced } replaced, { $same } already in the library, { $refused } refused
import-done-new = { $symbol } ({ $language }): new, { $paragraphs } paragraphs, { $findings } findings · { $file }
import-done-same = { $symbol } ({ $language }): already in the library · { $file }
import-done-replaced = { $symbol } ({ $language }): replaces an earlier version, { $paragraphs } paragraphs, { $findings } findings · { $file }
verb-import = import files: PDF, Word, HTML, XML, text
hint-import = import
verb-inbox = what was saved in the inbox, to import it
hint-inbox = inbox
verb-dismiss = do not offer the file again
hint-dismiss = dismiss
title-inbox = Saved in the inbox: import
inbox-all = All { $count } files
notice-inbox = { $count ->
    [one] One new document in the inbox.
   *[other] { $count } new documents in the inbox.
} { $key } lists them.
notice-inbox-off = No inbox is set. Write inbox = "~/Downloads" in settings.toml, with the folder in which you save documents.
notice-inbox-empty = { $folder }: nothing new to import.
notice-dismissed = { $count ->
    [one] The file is not offered again unless it changes.
   *[other] { $count } files are not offered again unless they change.
}
saved-pdf = PDF
saved-word = Word
saved-html = web page
saved-xml = XML
saved-text = text
saved-archive = archive
size-kilobytes = { $count } KB
inbox-missing = The inbox { $folder } is not a folder, or is not there. Correct inbox in settings.toml, or make the folder.
inbox-off = No inbox is set. Write inbox = "~/Downloads" in { $file }, with the folder in which you save documents.
inbox-empty = { $folder }: nothing new to import.
cli-inbox = list the files in the inbox, the folder in which documents are saved, that can be imported
title-findings = What the import repaired or found doubtful
title-history = Who set which status, and when
type-to-filter = type to filter, Enter to select
nothing-fits = No match. Backspace deletes a letter, Esc closes.
prompt-find = Find:
prompt-find-in-note = Find in the note:
prompt-intervention = Delegation:
prompt-intervention-hint = text (+ for, − against, = neutral, ? question)
prompt-remark = Remark:
history-undone = undone
why-named = full reference
why-same-part = in the part you are reading
why-same-document = elsewhere in this document
why-other-document = in another document
why-held = in the library
why-nickname = short name
why-under-item = under this agenda item
why-corrected = spelling corrected
why-not-held = not in the library
proof-same = confirmed by { $passage }: same wording
proof-changed = { $passage } has this wording with changes
proof-not-found = { $passage } continues differently; please check
origin-same = same wording
origin-changed = with changes
changes-legend = { "{-" }removed here{ "-}" } { "{+" }added here{ "+}" }
absent-enter = Enter copies this address.

## Notices: what was just done

notice-choose-by-key = Press one of the keys shown; Esc cancels.
notice-unknown-key = { $key } does nothing here; { $help } shows the keys, { $quit } quits.
notice-not-held = { $symbol } is not in the library. Import it with: plenary import FILE
notice-no-passage = { $symbol } has no passage { $address }.
notice-no-way-back = There is nowhere to go back to.
notice-no-way-forward = There is nowhere to go forward to.
notice-first-item = This is the first agenda item.
notice-last-item = This is the last agenda item.
notice-faults = { $first } ({ $count } problems; plenary check lists them all)
notice-copied = Copied: { $text }
notice-mouse = The mouse works in Plenary again.
notice-no-mouse = The mouse belongs to the terminal: it selects text there.
notice-theme = Colours: { $theme }
notice-no-theme = There are no such colours. Known: { $known }.
notice-reloaded = Notes, tracker, documents and calendar reloaded from disk.
notice-text-too-long = Not inserted: the text would have { $size_kb } KB, and { $limit_kb } KB are allowed. What was there before is unchanged.
# $kind: the folder of the workspace the text belongs to.
notice-note-kept = { $kind ->
    [positions] Position saved.
    [amendments] Amendment saved.
    [statements] Statement saved.
   *[other] Note saved.
}
notice-note-deleted = { $kind ->
    [positions] Position deleted
    [amendments] Amendment deleted
    [statements] Statement deleted
   *[other] Note deleted
}; { $key } restores it.
notice-note-emptied = { $kind ->
    [positions] The empty position was moved to the bin
    [amendments] The empty amendment was moved to the bin
    [statements] The empty statement was moved to the bin
   *[other] The empty note was moved to the bin
}; undo restores it.
notice-note-beside = Someone else changed this note meanwhile: both versions are kept, yours as a separate note.
notice-note-stays = Someone else changed this note meanwhile: their version stays, yours is in the bin.
notice-no-note = There is no note here.
notice-no-footnote = This passage has no footnote.
notice-no-search = Nothing has been searched for yet.
notice-not-found = “{ $query }” is not in this document.
goto-together = { $count } passages
notice-found = { $at } of { $count }
notice-nothing-to-undo = There is nothing to undo.
notice-nothing-to-redo = There is nothing to redo.
notice-undone = Undone: { $what }
notice-redone = Redone: { $what }
notice-no-step = Only next steps have a status: select one first.
notice-status = { $step }, session { $session }: { $status }

## The command line

cli-about = The agenda, the reports, your notes and the tracker of a United Nations working group, in a terminal. Without a command, the desk opens.
cli-json = print one JSON value
cli-workspace = the workspace folder
cli-lang = the language of the interface: en or fr
cli-today = the working day, instead of today
cli-session = a substantive session, by number
cli-at = open the desk at this passage
cli-documents = the documents in the library
cli-show = a document, a section or a passage
cli-resolve = the passages a reference may mean
cli-cites = what a passage cites, including in its footnotes
cli-cited-by = the passages that cite a given passage
cli-agenda = the agenda items with their sections and next steps
cli-steps = the recommended next steps: by whom, how firmly, when
cli-track = what is to be discussed at each session, and the progress made
cli-track-set = set the status of a next step at a session
cli-beside = the steps of a later report beside those of an earlier one: repeated, reworded, dropped, new
cli-beside-old = the earlier report, by its symbol
cli-beside-new = the later report, by its symbol
cli-beside-confirm = confirm the pair of this step of the earlier report: the later step supersedes it at the sessions where it is not yet discussed or agreed; “all” confirms every pair
cli-note = add, list and show notes
cli-note-add = write a note on a passage
cli-note-list = all notes, newest first
cli-note-show = one note
cli-position = prepare what the delegation will say: text, fallback, red line, instruction
cli-position-list = the steps due without a position, then all positions
cli-position-show = one position, and whether the passages it quotes have these words
cli-position-set = change the position on a passage, or make one
cli-position-id = the id of the position
cli-position-text = what is said
cli-position-fallback = what can be accepted instead
cli-position-red-line = what cannot be accepted
cli-position-arguments = the reasons
cli-position-basis = the agreed language it rests on: quotations and citations
cli-position-instruction = the rest of the instruction: what is not a name, a day or a reference
cli-position-status = how far it has come
cli-position-instruction-from = who gave the instruction
cli-position-instruction-date = the day of the instruction
cli-position-instruction-until = the last day on which the instruction is valid
cli-position-instruction-reference = the number of the letter or cable
cli-search = find words in documents, next steps and notes
cli-findings = list what was repaired in the documents and what is in doubt, what needs a look first
cli-findings-reference = a document or passage; without one, all documents
findings-none = Nothing was repaired, and nothing is in doubt.
severity-words = words
severity-doubt = doubt
severity-remark = remark
severity-repair = repair
severity-routine = routine
finding-on-page = p. { $page }
finding-on-line = line { $line }
cli-document = correct an imported document, change its details, or remove it
cli-document-correct = correct a passage; the correction is applied again when the document is imported again
cli-document-split = end the passage before these words, which begin the next one
cli-document-join = the passage continues the one before it
cli-document-kind = what the passage is
cli-document-number = the number of the passage: 17, 17 bis, c)
cli-document-confirm = the passage is right as it is: no doubt about it is listed any more
cli-document-language = the language of the text, if the library has several
cli-document-undo = take back the last correction
cli-document-corrections = list the corrections of a document
cli-document-set = change the symbol, title, date or kind of a document
cli-document-symbol = its symbol
cli-document-title = its title
cli-document-date = its date
cli-document-set-kind = what the document is
cli-document-remove = put a document into the trash; notes on it stay
document-corrected = { $symbol }: { $count ->
    [0] no passage is corrected.
    [one] { $count } corrected passage, also when it is imported again.
   *[other] { $count } corrected passages, also when it is imported again.
}
document-removed = { $symbol } ({ $language }) is in the trash (documents/.trash). Notes on it stay.
document-not-imported = The workspace has no document { $symbol } ({ $language }) that could be removed: those that come with Plenary stay.
document-symbol-taken = The library has another document { $symbol } ({ $language }). Remove that one first, or give another symbol.
correction-none = Nothing is corrected in { $symbol }.
correction-split = ends before “{ $words }”
correction-join = continues the passage before it
correction-confirm = right as it is
corrections-broken = { $file }, line { $line }: the corrections cannot be read. Correct this line ({ $reason }).
cli-fetch-list = list the documents cited but not in the library, with their official addresses; Plenary never opens them
fetch-list-empty = Every document cited in the library is in it.
count-passages-citing = { $count ->
    [one] cited in { $count } passage
   *[other] cited in { $count } passages
}
cli-import = import files, folders and archives as documents
cli-keys = every key and what it does
cli-check = check the settings, the library and the workspace
cli-completions = completions for a shell
cli-reference = a passage: A/77/275:annex/16/a, "A/77/275, annex, para. 16 (a)", E.2
cli-from = the passage being read: passages near it come first
cli-process = a process: oewg-2021-2025
cli-one-document = a document by its symbol
cli-step = a next step and, after a slash, one of its topics: E.2, A/77/275:annex/F/next/2/a
cli-status = the status to set
cli-remark = a remark stored with the status
cli-note-text = the text of the note
cli-note-id = the id of the note
cli-in = where to search: docs, notes, steps, positions (default: everywhere)
cli-query = the words, in any inflection; "a phrase", -not, prefix*, and fields: doc: part: kind: lang: by: session: date: status: step:
cli-exact = find only what is typed, without equivalent terms
cli-import-language = the language of the text, if it is not the one detected
cli-import-changes = which text of a Word file with tracked changes is read: with them (accepted) or before them (original)
cli-import-replace = replace a stored document of the same symbol and language even if the file does not say that it is later
cli-file = PDF, Word (.docx), XML and HTML files, texts in any usual encoding, archives and folders of them, or patterns such as "papers/**/*.pdf"; missing details can be given in a TOML file of the same name beside each
cli-shell = bash, zsh, fish, elvish or powershell
cli-help = show this help
cli-version = show the version
cli-usage = Usage:
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-known-values = [values: { $known }]
cli-value-command = COMMAND
cli-value-folder = FOLDER
cli-value-lang = LANG
cli-value-lang-lang = LANG,LANG
cli-value-yyyy-mm-dd = YYYY-MM-DD
cli-value-ref = REF
cli-value-ref-id = REF|ID
cli-value-symbol = SYMBOL
cli-value-symbol-address = SYMBOL:ADDRESS
cli-value-step = STEP
cli-value-step-topic = STEP[/TOPIC]
cli-value-status = STATUS
cli-value-text = TEXT
cli-value-query = QUERY
cli-value-words = WORDS
cli-value-file = FILE
cli-value-order = ORDER
cli-value-kind = KIND
cli-value-actor = ACTOR
cli-value-force = FORCE
cli-value-section = SECTION
cli-value-item = ITEM
cli-value-format = FORMAT
cli-value-id = ID
cli-value-n = N
cli-value-number = NUMBER
cli-value-time = TIME
cli-value-delegation = DELEGATION
cli-value-group = GROUP
cli-value-name = NAME
cli-value-list = LIST
cli-value-columns = COLUMNS
cli-value-stance = STANCE
cli-value-who = WHO
cli-value-code = CODE
cli-value-old = OLD
cli-value-new = NEW
cli-value-shell = SHELL
usage-argument-unknown = “{ $word }” is not an option of this command.{ $suggestion ->
    [none] {""}
   *[other] {" "}Did you mean “{ $suggestion }”?
} --help lists its options.
usage-command-unknown = No command “{ $word }”.{ $suggestion ->
    [none] {""}
   *[other] {" "}Did you mean “{ $suggestion }”?
} plenary --help lists the commands.
usage-command-missing = { $command } needs a command: { $known }.
usage-argument-missing = Missing: { $argument }. --help shows what the command needs.
usage-value-missing = { $argument } needs a value.
usage-value-many = { $argument } has one value too many: “{ $value }”.
usage-value-wrong = “{ $value }” is not a valid value for { $argument }.{ $known ->
    [none] {""}
   *[other] {" "}Valid values: { $known }.
}
usage-day-wrong = “{ $value }” is not a valid value for { $argument }. Write a day of the years { $first } to { $last }, such as 2023-03-06.
usage-twice = { $argument } can be given only once.
usage-not-utf8 = One of the arguments is not UTF-8 text. Type it again.
usage-other = The command was not understood; plenary --help explains it ({ $what }).
session-unknown = There is no session { $session }. Known sessions: { $known }.
note-empty = The note is empty. Write its text after the passage: plenary note add E.2 "…"
steps-none = No next step matches. plenary documents lists the documents, plenary agenda their steps.
document-not-held = { $symbol } is not in the library; plenary documents lists its documents.
beside-no-steps = { $symbol } has no next steps: if it is a draft, they may still be to come. Nothing is compared.
beside-languages = { $old } is available in { $one }, { $new } in { $two }: texts in different languages cannot be compared. Import one of them in the language of the other.
beside-session = The session of this step is not known. Give it with --session N.
search-none = “{ $query }” was not found. Try fewer words.
search-unknown-field = There is no field “{ $field }:”; it was searched for as a word. Did you mean “{ $nearest }:”?
search-empty-field = “{ $field }:” has no value and was ignored.
search-unknown-value = “{ $field }:{ $value }” was ignored: there is no such value. Did you mean “{ $nearest }”?
search-open-quote = The quotation mark was not closed: everything after it is one phrase.
search-alone = “{ $sign }” alone was ignored.
search-too-long = Only the first { $most } bytes were searched for; the rest was ignored.
search-only-excluded = Nothing is to be found: the query only says what must not occur. Add a word.
search-without = Without: { $words }.
search-best-only = Only the best { $count } are listed. More words narrow the search.
search-corrected = “{ $word }” occurs nowhere; “{ $read }” was searched for.
search-unknown-word = “{ $word }” occurs nowhere.
search-through = “{ $word }” also finds “{ $term }”.
search-index = The index of words cannot be used ({ $what }). Its folder may be deleted; it is made again.
concepts-broken = { $file }, line { $line }: this value or line is not valid. Correct it; texts need quotation marks ({ $what }).
concepts-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
concepts-missing = { $file }, line { $line }: “{ $key }” is missing. Add it.
concepts-value = { $file }, line { $line }: { $key } cannot be { $value }.
import-outcome-new = new
import-count = { $count ->
    [one] { $count } file is imported.
   *[other] { $count } files are imported.
}
import-outcome-same = already in the library
import-outcome-replaced = replaces an earlier version
import-outcome-replaced-of = replaces the version of { $date }
import-older = { $file }: dated { $date }, it is older than the stored { $symbol } ({ $language }), “{ $stored }”, of { $stored_date }. To replace that one all the same, import with --replace.
import-undated = { $file }: it shows no date, and the library has { $symbol } ({ $language }), “{ $stored }”, of { $stored_date }. Give its date in a TOML file next to it, or replace the stored one with --replace.
import-advance = { $file }: it is an advance version, and the library has the final { $symbol } ({ $language }), “{ $stored }”. To replace that one all the same, import with --replace.
import-other-text = { $file }: “{ $title }” has the symbol and language of the stored { $symbol } ({ $language }), “{ $stored }”, but hardly any of its text. Give it its own symbol in a TOML file next to it, or replace the stored one with --replace.
import-newer = { $file }: { $stored } was written by a newer Plenary (version { $version } of the file format) and stays as it is. Import with that newer Plenary.
import-missing = { $file }: { $count ->
    [one] 1 letter of the text is
   *[other] { $count } letters of the text are
} in no passage. The words are in the findings of the document, with their lines.
import-stand-in = The text contains no symbol: { $file } will be called { $symbol }. To give it one, write symbol = "…" in { $beside } and import it again.
settings-choice = { $file }, line { $line }: { $key } cannot be “{ $value }”. Valid values: { $known }.
check-workspace = Workspace: { $folder }
check-sound = No problem found.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
count-paragraphs = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
}
count-brackets = { $count ->
    [one] { $count } bracket
   *[other] { $count } brackets
}
count-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
count-acts = { $count ->
    [one] { $count } tracker entry
   *[other] { $count } tracker entries
}
count-recovered = { $count ->
    [one] { $count } note to be recovered from an interrupted run
   *[other] { $count } notes to be recovered from an interrupted run
}

## Errors of the command line, the terminal and the themes

passage-not-found = No passage “{ $reference }”. A passage is written A/77/275:annex/16/a, or E.2 for a next step; plenary documents lists the documents.
passage-ambiguous = “{ $reference }” may mean several passages: { $candidates }. Give one in full.
passage-not-held = “{ $reference }”: { $symbol } is not in the library. It is published at { $address }; import the file to read it here.
aliases-broken = { $file }, line { $line }: this value or line is not valid. Correct it; texts need quotation marks ({ $what }).
aliases-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
aliases-missing = { $file }, line { $line }: “{ $key }” is missing. Add it.
aliases-field = { $file }, line { $line }: { $key } cannot be { $value }.
from-not-exact = “{ $reference }” is not an exact passage. Write SYMBOL:ADDRESS, for example A/77/275:annex/16/a.
symbol-unreadable = “{ $symbol }” is not a symbol. A symbol looks like A/77/275.
process-unknown = No process “{ $process }”. Known processes: { $known }.
topic-unknown = { $step } has no topic “{ $topic }”. Its topics: { $known }.
not-a-step = “{ $reference }” is not a next step. plenary steps lists them.
position-unknown = No position “{ $id }”. plenary position list shows the ids.
position-nothing-to-set = Nothing to set. Give words for a part, a status or an instruction; --help lists them.
position-value = Position { $id }: { $key } cannot be { $value }; expected: { $expected ->
    [status] idea, draft, sent, cleared, delivered or superseded
    [truth] true or false
    [languages] a list of languages: ["fr", "en"]
    [table] a table: { "{" } from = "…", until = 2023-03-10 { "}" }
    [day] a day: 2023-03-10
    [minutes] a number of minutes: 3
   *[text] a text in quotation marks
}. The file stays as it is.
position-name = POSITION
warning-instruction = instruction { $place }
position-restricted = ⊘ restricted
notice-basis-added = Quoted in the position: { $citation }
notice-basis-known = The position quotes this passage already.
notice-notes-shown = Shown here: { $kinds }
position-idea = idea
position-draft = draft
position-sent = sent
position-cleared = cleared
position-delivered = delivered
position-superseded = superseded
position-part-text = Text
position-part-fallback = Fallback
position-part-red-line = Red line
position-part-arguments = Arguments
position-part-basis = Basis
position-part-instruction = Instruction
position-gap = due at the { $session } session, nothing
position-time = { $time } of { $limit }
position-time-over = { $time } of { $limit } ▲ over the limit
position-gap-item = due at the { $session } session, only on the item
position-expired = instruction expired on { $date }
position-valid = instruction valid until { $date }
basis-verbatim = verbatim
basis-changed = changed
basis-not-found = not found
basis-not-held = not in the library
basis-cited = cited
note-unknown = No note “{ $id }”. plenary note list shows the ids.
note-recovered = { $count ->
    [one] A note from an interrupted run has been recovered; it is among your notes.
   *[other] { $count } notes from an interrupted run have been recovered; they are among your notes.
}
note-split = A note from an interrupted run was longer than { $limit_kb } KB. It has been recovered whole, as { $count } notes in sequence.
note-not-recovered = A text of an interrupted run could not be saved yet. It is shown, marked as not saved, and tried again; its draft stays in { $file }. { $why }
file-missing = { $file } does not exist. Check the name and the folder.
output-refused = The output could not be written: { refusal }
not-a-terminal = The desk needs a terminal. In a script use a command: plenary --help lists them.
terminal-refused = The terminal does not answer; open another one and start again: { refusal }
signals-refused = The system does not let Plenary receive its signals. Start again ({ $what }).
work-panicked = Something went wrong inside Plenary; everything else continues. Please report it: { $what }
theme-unknown = No colour theme “{ $name }”. Known themes: { $known }. The default theme is used.
issued-broken = The file “{ $file }”, in which the exported events are kept, cannot be read ({ $what }). Move it away: the events are then exported as new ones.
theme-broken = The colour theme “{ $file }” cannot be used. Choose another one ({ $what }).
keymap-unknown-name = No keymap “{ $name }”. Known keymaps: { $known }. The default keymap is used.
verb-status-next = go to the next status
hint-status-next = next

# Why the system refused something, and what to do; for the messages below. $reason: a word of `store::disk::reason`; $what: the
# message of the system.
refusal = { $reason ->
    [permission] you have no permission. Change the permissions, or ask the owner.
    [full] the disk is full. Make room on it, then try again.
    [quota] your quota on this disk is used up. Remove files you no longer need, or ask for more room.
    [missing] the file or its folder does not exist. Check the name and the folder.
    [read-only] the disk is read-only. Make it writable, or use another folder.
    [many-files] too many files are open. Close other programs, then try again.
    [device] the disk reports a fault. Keep a copy in another place, and have the disk checked.
    [long-name] the name is too long for this disk. Choose a shorter one.
    [bad-name] this cannot be the name of a file. Choose another one.
    [link] a symbolic link is in the way. Remove it, or use another name.
    [not-folder] a file is where a folder is needed. Move it, or use another folder.
    [is-folder] a folder is where a file is needed. Move it, or use another name.
    [exists] something of that name is there already. Move it, or use another name.
    [too-large] the disk does not take files of this size. Use another disk.
    [busy] another program is using it. Close that program, then try again.
    [network] the network folder does not answer. Check the connection, then try again.
    [memory] the machine is out of memory. Close other programs, then try again.
    [closed] nobody reads it any more. Start the command again.
   *[other] the system refused it. Check the name, the folder and the disk ({ $what }).
}

# Files and folders.
file-unreadable = { $file } cannot be read: { refusal }
file-not-plain = { $file } is not a regular file. Move it, or give another one.
file-too-big = { $file } is larger than { $limit_kb } KB. Shorten it, or split it.
file-not-utf8 = Not UTF-8 text, line { $line }: { $file }. Save the file as UTF-8.
link-leads-out = { $file } is a symbolic link to { $target }, outside the workspace; nothing is written through it. Put a real file or folder in its place.
hidden-copy = { $file } is an unfinished copy of { $original }, which is missing. Rename it to keep it, or remove it.
file-not-written = { $file } could not be written: { refusal }
file-not-moved = { $file } could not be moved: { refusal }
file-not-removed = { $file } could not be removed: { refusal }
folder-not-made = The folder { $file } could not be created: { refusal }
folder-unreadable = The folder { $file } cannot be read: { refusal }
home-unknown = Your home folder is not known. Set HOME, or give a folder with --workspace.

# The workspace.
workspace-not-folder = { $file } is not a folder. Give the name of a folder.
workspace-locked = Read only: another Plenary{ $pid ->
    [unknown] {""}
   *[other] {" "}(process { $pid } on { $host })
} is writing here; close it to write. Folder: { $folder }
workspace-not-writable = Read only: { unsaved-reason }; nothing is saved. Folder: { $file }
workspace-gone = Nothing is written: { $folder } is no longer the folder that was opened; it was moved, renamed or deleted. Put it back, or save elsewhere.
workspace-no-locks = The file system of this folder has no locks: do not open it twice at once, nor on two machines. Folder: { $folder }
workspace-read-only = Read only: this folder is open for reading only. Folder: { $folder }
manifest-broken = { $file }, line { $line }: this is not TOML. Correct this line and start again ({ $what }).
manifest-value = { $file }, line { $line }: { $key } cannot be { $value }. Correct this line and start again.
manifest-newer = { $file } was made by a later version of Plenary (format { $version }). Update Plenary.

# Notes.
note-no-front-matter = The first line +++ is missing, line { $line }: { $file }. The file stays as it is.
note-not-closed = The second line +++ is missing, line { $line }: { $file }. The file stays as it is.
note-toml = Quotation mark or value to be corrected, line { $line }: { $file } ({ $what }). The file stays as it is.
note-key = { $key } cannot be { $value }, line { $line }: { $file }. The file stays as it is.
note-key-missing = { $key } is missing, line { $line }: { $file }. The file stays as it is.
note-id-twice = The same id in two notes: { $file } and { $other }. Give one of them another id, or remove it.
journal-broken = This draft is incomplete: { $file }. It stays there; copy what you need with an editor, then remove it.
journal-torn = The end of this draft is incomplete: { $file }. The state before it is recovered; the file is kept beside it as “…broken-1.md”: copy what you need with an editor, then remove it.
journal-kept = This draft is not read: { $file }. It stays there; copy what you need with an editor, then remove it.

# The tracker.
log-line-broken = { $file }, line { $line }: this line is incomplete or was altered; it is ignored.
log-line-unknown = { $file }, line { $line }: this line was written by a later version of Plenary; it is ignored.

# Settings, and the place where the delegate was.
settings-broken = { $file }, line { $line }: this value or line is not valid. Correct it; texts need quotation marks ({ $what }).
settings-key = { $file }, line { $line }: there is no setting “{ $key }”.{ $suggestion ->
    [none] {""}
   *[other] {" "}Did you mean “{ $suggestion }”?
}
settings-value = { $file }, line { $line }: { $key } cannot be { $value }; expected: { $expected ->
    [number] a number, such as 4
    [language] a language, such as "fr" or "en"
   *[text] a text in quotation marks
}.
desk-broken = { $file } is damaged: only the place where you were is lost.

# Process files and language files.
process-syntax = { $file }, line { $line }: this is not a process file. Correct the line, or take the bundled file as a model ({ $what }).
process-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
process-missing = { $file }, line { $line }: “{ $key }” is missing. Add it.
process-value = { $file }, line { $line }: “{ $value }” cannot be read as { $key }. Citations are written SYMBOL:ADDRESS (A/77/275:2), dates YYYY-MM-DD.
process-order = { $file }, line { $line }: this session ends before it begins ({ $value }).
process-unknown-item = { $file }, line { $line }: { $value } is not among the agenda items of this process. Add it under [[items]], or correct the address.
process-twice = { $file }, line { $line }: there are two sessions with the number { $value }.
language-syntax = { $file }, line { $line }: this value or line is not valid. Correct it; texts need quotation marks ({ $what }).
citation-template = { $file }, line { $line }: “{ $template }” contains an unknown placeholder; known placeholders are {"{n}"}, {"{sub}"}, {"{mark}"} and {"{s}"}.

## Short names of passages

label-item = item { $number }
label-section = section { $number }
label-paragraph = para. { $number }
verb-open = open, or follow the citation
import-empty = { $file }: the file is empty. Choose another one.
import-too-large = { $file }: the file is larger than { $megabytes } MB. Split it or choose another one.
import-binary = { $file }: this is no document. Choose a PDF, Word, XML, HTML or text file.
import-pdf-encrypted = { $file }: the PDF file is locked with a password. Open it in a PDF reader, save it without the password, and import that file.
import-pdf-damaged = { $file }: the PDF file is damaged or incomplete. Download it again, or import the Word file of the same document.
import-pdf-long = { $file }: the PDF file has { $pages } pages, more than Plenary reads. Save the pages you need as a file of their own.
import-pdf-pictures = { $file }: no text: { $pages ->
        [one] 1 page is a picture
       *[other] { $pages } pages are pictures
    }. Run a program for text recognition on it and import the text, or look for the born-digital file.
import-pdf-blank = { $file }: the PDF file has no text at all. Choose another one.
import-pdf-garbled = { $file }: { $percent } % of its letters are unknown, because its fonts do not say which letters they draw. Import the Word file of the same document, or its text copied from a PDF reader.
import-pdf-not-found-page = { $file }: this is not the document but the page that says the document does not exist. Check the symbol and the language, and download it again.
import-slow = { $file }: reading it took longer than { $seconds ->
        [one] 1 second
       *[other] { $seconds } seconds
    } and was stopped. If you trust the file, set pdf-seconds in settings.toml to more.
import-memory = { $file }: reading it took more than { $megabytes } MB of memory and was stopped. If you trust the file, set pdf-megabytes in settings.toml to more.
import-child = { $file }: the process that reads it could not be started ({ $what }). Start Plenary again.
import-not-utf8 = { $file }, line { $line }: the text seems to be { $encoding }, but is damaged at byte { $byte }. Save it again as UTF-8.
import-xml-damaged = { $file }: the XML is damaged (byte { $byte }). Download the file again, or import its PDF or Word version.
import-xml-bomb = { $file }: its elements are nested more than { $depth } deep, or there are more than { $count } of them. This is not a document of the United Nations. Choose another file.
import-zip-damaged = { $file }: the archive is damaged. Download or save it again.
import-zip-bomb = { $file }: it would unpack to more than { $megabytes } MB, or has more than { $count } files. Unpack it and import its files.
import-encrypted = { $file }: it is protected by a password. Remove the protection in the program that made it, then import it again.
import-other-format = { $file }: Plenary does not read { $kind ->
    [pdf] this PDF
    [old-word] Word documents of before 2007 (.doc)
    [sheet] spreadsheets
    [slides] presentations
    [open-document] OpenDocument files
    [book] electronic books
    [rtf] Rich Text Format
    [archive] archives of this kind, an archive inside another one, or one without documents
    [picture] pictures
    [web-archive] pages saved with their pictures as one file
    [xml] this kind of XML
   *[other] this kind of file
}. { $kind ->
    [archive] Unpack it and import its files.
    [picture] Run a program for text recognition on it and import the text, or look for the PDF or Word file of the document.
    [web-archive] Save the page in the browser as HTML only, and import that.
    [xml] Import the PDF or Word file of the document.
   *[other] Open it in a word processor, save it as .docx, and import that.
}
import-error-page = { $file }: this page says that something went wrong; it is not a document. Download the document again.
import-no-files = { $file }: there are no files to import in it. Choose another one.
import-no-match = { $file }: no file fits this. A * is for any letters, a ? for one, and ** for any folders.
language-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
language-missing = { $file }, line { $line }: “{ $key }” is missing. Add it.
language-value = { $file }, line { $line }: { $key } cannot be { $value }.
document-broken = Not a stored document, line { $line }: { $file }. Import it again ({ $reason }).
document-changed = { $file }: changed or removed since the library was opened. Open it again.
document-version = { $file }: written by a newer program (version { $version }). Update Plenary.
document-field = { $file }: the value “{ $value }” of “{ $field }” cannot be read.
given-broken = { $file }, line { $line }: the file next to the source cannot be read. Correct this line ({ $what }).
given-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
given-field = { $file }, line { $line }: the value { $value } of “{ $key }” cannot be read.
what-status = { $step }, session { $session }: { $status }
what-texts = { $count } texts
what-statuses = { $count } statuses
what-note-gone = note of { $time } ({ $at }) moved to the bin: { $whose }
what-note-back = note of { $time } ({ $at }): { $whose }
notice-copied-quote = Copied with its text: { $text }
notice-put = Put into the note: { $citation }
notice-no-link = This note has no link to another passage.
notice-restricted-words = These words come from a restricted text. { $key } marks this note as restricted.
notice-note-open = Not while a note is open. { $key } goes back to it.
nothing-here = Nothing to show here.
title-seen = { $name } · { $percent }%
verb-paste = paste
hint-paste = paste
theme-dark = dark
theme-light = light
theme-high-contrast = high contrast
title-citations = Passages cited
title-cited-by = Cited by
verb-peek = preview what the passage cites
hint-peek = preview
verb-cited-by = show the passages that cite this one
hint-cited-by = cited by
notice-nothing-cited = This passage cites nothing.
notice-cited-by-none = No passage cites this one.
notice-reading-citations = The citations are still being read…
not-in-library = not in the library
notice-remarked = Remark saved: { $step }, session { $session }.
what-remark = remark on { $step }, session { $session }
notice-may-write = You can write again.

# The calendar of the delegate, and programmes of work.
calendar-broken = { $file }, line { $line }: this value or line is not valid. Correct it; texts need quotation marks ({ $what }).
calendar-newer = { $file } was made by a later version of Plenary (format { $version }). Update Plenary; until then the file is ignored.
calendar-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
calendar-missing = { $file }, line { $line }: “{ $key }” is missing. Add it; until then this entry is ignored.
calendar-value = { $file }, line { $line }: { $key } cannot be { $value }; expected: { $expected ->
    [number] a whole number, such as 4
    [numbers] a list of numbers, such as [6, 7]
    [date] a day of the years 1945 to 9999, such as 2023-03-06
    [time] a time, such as "10:00"
    [deadline] a day, or how it is counted, such as "four business days before the fifth session"
    [deadline-kind] "tabling" or "other"
    [kind] "substantive", "intersessional" or "organizational"
    [item] an agenda item, such as "5 (a)" or "item/5/a"
    [section] a pair of item and section, such as "item/5/a" = "annex/heading/C"
    [pairs] pairs of item and section, such as "item/5/a" = "annex/heading/C"
    [symbol] a symbol, such as "A/77/275"
    [citation] a passage, such as "A/77/275:2"
    [names] a text, or one for each language: {"{"} en = "…", fr = "…" {"}"}
    [tables] entries under [[{ $key }]]
    [texts] a list of texts in quotation marks
   *[text] a text in quotation marks
}.
calendar-process = { $file }, line { $line }: there is no process “{ $value }”. Known processes: { $known }.
calendar-item = { $file }, line { $line }: { $value } is not on the agenda of this process. plenary agenda lists its items.
calendar-order = { $file }, line { $line }: this ends before it begins ({ $value }). Put the earlier one first.
calendar-twice = { $file }, line { $line }: { $value } appears twice under [[{ $key }]]. The first entry is used; remove one of them.
calendar-faulty = { $file } contains an error{ $line ->
    [none] {""}
   *[other] {" "}on line { $line }
}. plenary check shows it; correct it first, then add them again. Nothing was written.
calendar-other-process = { $file } is the calendar of { $process }. Choose another workspace for this process; nothing was written.
programme-no-such-day = no date could be read. Write for example 6 March 2023, 06/03/2023 or 2023-03-06.
programme-several-days = several days at once. Give each meeting its own line with its day.
programme-day-order = { $date } or { $other }: day and month can be taken for each other. Read with the day first; write the month as a word.
programme-weekday = the day of the week does not match { $date }. Check the date.
programme-no-day = no day is given here or above. Put the day on this line or on one above.
programme-not-understood = not understood, ignored.
programme-hours = the end is not after the beginning; only the beginning is used.
programme-no-session = no session is known on { $date }. Check the date, or add the session to calendar.toml.
programme-item = { $item } is not on the agenda of this process, ignored.
programme-heading = columns
programme-more = added to the meeting above
cli-calendar = sessions, meetings and deadlines in chronological order
cli-calendar-add = read a programme of work, pasted as a table, with the deadlines it announces, into your calendar
cli-calendar-deadline = add a deadline to your calendar, such as that for tabling amendments
cli-calendar-deadline-words = the document, what it is about, and the day: A/77/275: four business days before the fifth session
cli-calendar-deadline-kind = tabling (the default) or other
cli-calendar-deadline-document = the symbol of the document it is about
cli-calendar-deadline-none = “{ $text }” names no day. Write 3 March 2023, or how it is counted: four business days before the fifth session. Nothing was written.
cli-calendar-deadline-added = In your calendar: { $deadline }
cli-calendar-deadline-known = Already in your calendar: { $deadline }
cli-calendar-file = a text file with the table; - for the standard input
cli-dry-run = only show what was understood, without writing anything
calendar-none = No process is known. Choose one in settings.toml.
input-unreadable = The standard input cannot be read; name a file instead: { refusal }
programme-none = No meeting was found, and no deadline. A line needs a day and a time, a meeting or an agenda item: 6 March 2023, 10 a.m.–1 p.m., item 5 (a)
programme-added = { $meetings ->
    [0] { $deadlines ->
        [one] one deadline read
       *[other] { $deadlines } deadlines read
    }
    [one] { $meetings } meeting read
   *[other] { $meetings } meetings read
}{ $meetings ->
    [0] {""}
   *[other] { $deadlines ->
        [0] {""}
        [one] {" "}and one deadline
       *[other] {" "}and { $deadlines } deadlines
    }
}, { $added } added to calendar.toml
meeting = meeting
meeting-numbered = { $ordinal } meeting
own-calendar = your calendar
deadline-of = { $step }: “{ $text }”
basis-stated = day stated in the text
basis-end-of-month = end of the month stated
basis-end-of-year = end of the year stated
basis-before-session = day before the { $ordinal } session
basis-start-of-session = start of the { $ordinal } session
basis-end-of-session = end of the { $ordinal } session
basis-day-before = day before the day stated
basis-before-assembly = day before the { $ordinal } session of the General Assembly opens
basis-start-of-assembly = opening of the { $ordinal } session of the General Assembly
basis-end-of-assembly = end of the { $ordinal } session of the General Assembly
basis-every = comes again each time
# The deadline column of the tracker for what comes again.
every-days = { $count } d
every-weeks = { $count } wk
every-months = { $count ->
    [one] monthly
   *[other] { $count } mo
}
every-years = { $count ->
    [one] yearly
   *[other] { $count } yr
}
basis-after-adoption = counted from the adoption of the text
basis-counted-before-session = counted back from the start of the { $ordinal } session
basis-counted-after-session = counted from the end of the { $ordinal } session
## Handover

cli-handover = put the whole workspace into one file for a successor
cli-handover-to = the file, which ends in .zip; an existing file is replaced
handover-done = The whole workspace is in { $file }:
handover-count-notes = { $count ->
    [one] { $count } note or intervention
   *[other] { $count } notes and interventions
}
handover-count-positions = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
count-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
handover-count-amendments = { $count ->
    [one] { $count } amendment
   *[other] { $count } amendments
}
handover-count-statements = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
handover-count-logs = { $count ->
    [one] { $count } tracker log
   *[other] { $count } tracker logs
}
handover-count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
handover-count-sources = { $count ->
    [one] { $count } source of a document
   *[other] { $count } sources of documents
}
handover-count-processes = { $count ->
    [one] { $count } process
   *[other] { $count } processes
}
handover-count-drafts = { $count ->
    [one] { $count } unsaved draft
   *[other] { $count } unsaved drafts
}
handover-count-other = { $count ->
    [one] { $count } other file
   *[other] { $count } other files
}
handover-everything = Nothing is held back: fallbacks, red lines, instructions and restricted texts are in it too. Give it only to someone who may read them all.
handover-trash = { $count ->
    [one] Left out: { $count } deleted text or document in the trash.
   *[other] Left out: { $count } deleted texts and documents in the trash.
}
handover-checksum = SHA-256 of the file: { $sum }
handover-left-out = { $file } is left out: it is a link out of the workspace, or not a regular file. Put a real file in its place, then hand over again.
handover-none = { $folder } holds nothing to hand over. Give the folder of a workspace with --workspace.
handover-too-many = { $folder } holds more than { $limit } files. Move those that do not belong to the workspace to another folder; nothing was written.
handover-too-big = The workspace is too large for one file of { $limit_mb } MB. Move what does not belong to it to another folder; nothing was written.
handover-failed = The file could not be created ({ $what }); nothing was written.
cli-takeover = merge the workspace of a predecessor into this one, from the file of its handover
cli-takeover-file = the file that plenary handover wrote
takeover-done = Taken over from { $author }, { $date }: { $file }
takeover-group = { $files }: { $new } new, { $same } identical, { $different } different
takeover-acts = { $count ->
    [0] The tracker has no new entries.
    [one] The tracker has { $count } new entry.
   *[other] The tracker has { $count } new entries.
}
takeover-different = { $file } differs from yours, which stays. Theirs is { $kept }.
takeover-no-zip = { $file } is not a zip file. Give the file that plenary handover wrote; nothing was changed.
takeover-truncated = { $file } is not complete. Copy it again; nothing was changed.
takeover-damaged = { $file } is damaged ({ $what }). Copy it again; nothing was changed.
takeover-no-manifest = { $file } has no valid handover.json and SHA256SUMS: it is not the file of a handover. Nothing was changed.
takeover-newer = { $file } was written by a later version of Plenary (format { $version }). Update Plenary, then take over again; nothing was changed.
takeover-name = { $file } contains “{ $entry }”, { $reason ->
    [absolute] an absolute path
    [backslash] a name with a backslash
    [drive] a name with a colon, as of a drive
    [device] the name of a device
    [hidden] a hidden file
    [ending] a name that ends in a dot or a space
    [control] a name that is not valid
    [long] a name longer than any system allows
   *[climbs] a path that leads elsewhere
}. No handover has such a name: do not trust the file. Nothing was changed.
takeover-link = { $file } contains “{ $entry }”, which is a link or not a regular file. No handover has one: do not trust the file. Nothing was changed.
takeover-twice = { $file } contains both “{ $entry }” and “{ $other }”, which count as the same name. No handover has such names: do not trust the file. Nothing was changed.
takeover-encrypted = { $file } is encrypted (“{ $entry }”). Ask for it without a password; nothing was changed.
takeover-bomb = { $file } would unpack to more than a handover may hold: { $reason ->
    [files] more than { $limit } files
    [size] “{ $entry }” is larger than { $limit } MB
    [total] all files together are larger than { $limit } MB
    [ratio] “{ $entry }” is compressed to less than 1 part in { $limit }
   *[lie] “{ $entry }” is larger than declared
}. Nothing was changed.
takeover-unlisted = { $file } contains “{ $entry }”, which does not belong to the handover. Nothing was changed.
takeover-missing = { $file } lacks “{ $entry }”, which belongs to the handover. Copy it again; nothing was changed.
takeover-checksum = { $file }: “{ $entry }” is not as it was handed over. Copy the file again; nothing was changed.

## Choosing, exporting and looking ahead on the command line

cli-track-undo = undo your last change to the tracker
cli-track-redo = redo the change you undid last
cli-evidence = the passage that shows it; the document need not be in the library
cli-meeting = the meeting at which it happened: 3
cli-only-session = only these substantive sessions, by number
cli-only-section = only these sections of the report, by letter or number
cli-only-item = only these agenda items: 5/f
cli-only-actor = only the steps addressed to these actors
cli-only-force = only texts of this force
cli-only-status = only rows with this status
cli-only-text = only rows that contain all these words; case and accents are ignored
cli-sort = the order of the rows
cli-group = group the rows under headings
cli-topics = list the topics of each step too
cli-all = also list steps due at no session; with --deadlines, also distant deadlines
cli-coverage = list what is due and has no note, intervention, position or statement
cli-deadlines = list the unmet deadlines that are past or near
cli-group-none = not specified
cli-group-standing = due at no session
## The tracker: choosing what it shows

actor-states = States
actor-interested-states = interested States
actor-states-able = States in a position to do so
actor-secretariat = Secretariat
actor-chair = Chair
actor-other = others
section-unknown = No report in the library has a section “{ $name }”. Known sections: { $known }.
item-unknown = No report in the library has steps under an agenda item “{ $name }”. Known items: { $known }.
deadlines-none = All past and near deadlines are met. --all also lists distant deadlines.
coverage-bare = nothing prepared
coverage-summary = { $bare } of { $total } without note, intervention, position or statement
coverage-of-all = Interventions of all delegations count as ours: set “delegation” in the settings to count only ours.
deadline-today = today
deadline-in = { $days ->
    [one] in { $days } day
   *[other] in { $days } days
}
deadline-past = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
count-interventions = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}
count-interventions-of-others = { $count ->
    [one] { $count } intervention of others
   *[other] { $count } interventions of others
}
count-positions = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
track-carried = Carried over to session { $session }.
track-carried-nowhere = Carried over, but no session after session { $session } is known.
track-nothing-to-undo = { $author } has nothing to undo.
track-nothing-to-redo = { $author } has nothing to redo.
track-undone = Undone: { $step }, session { $session }: { $before } → { $after }
track-redone = Redone: { $step }, session { $session }: { $before } → { $after }
facet-session = session
facet-section = section
facet-item = item
facet-actor = actor
facet-force = force
facet-status = status
facet-words = words
facet-standing = no session, never carried over
filter-words = “{ $words }”
filter-uncovered = due, nothing from us yet
by-none = no grouping
by-session = by session
by-section = by section
by-item = by agenda item
by-actor = by actor
by-force = by force
by-status = by status
order-report = in the order of the report
order-deadline = by deadline
order-status = by status, least advanced first
order-force = by force, strongest first
order-changed = by last change
group-without = not specified
count-marked = { $count ->
    [one] { $count } marked
   *[other] { $count } marked
}
cli-export = write the tracker, the calendar, or amendments, for other programs
cli-export-tracker = the tracker as a workbook, a table, a document or JSON
cli-export-calendar = sessions, meetings and deadlines as a calendar file
cli-export-amendments = the amendments to a document: its text with tracked changes (docx), their sentences (md), text for the floor (txt)
cli-export-amendments-document = the document
export-amendments-title = Amendments to { $symbol }
export-amendments-none = There are no amendments to { $symbol }.
export-amendments-others = Proposals of other delegations
export-amendment-proposed = { $source }: { $sentence }
export-amendment-unfit = { $citation }: amendment { $id } is not included: { $reason ->
    [changed] the passage has other words now than those it was made on. Compare them and make it again on the new text
    [missing] the document has no such passage. Check its anchor
    [language] it was made on the text in another language. Choose that one with --lang
    [place] a new passage cannot come before or after a footnote
   *[empty] it has no words
}.
export-amendments-count = { $count ->
    [0] no amendments
    [one] 1 amendment
   *[other] { $count } amendments
}, { $tracked ->
    [0] none of them ours
    [one] 1 change of ours
   *[other] { $tracked } changes of ours
}.
export-amendments-not-proposed = { $count ->
    [one] 1 amendment is only an idea, withdrawn or not adopted, and is not included.
   *[other] { $count } amendments are only ideas, withdrawn or not adopted, and are not included.
}
cli-to = the file; its extension sets the format; an existing file is replaced; - means standard output
cli-format = the format, whatever the extension
export-tracker-title = Follow-up to the recommended next steps
export-standing = No session
export-yes = yes
export-no = no
export-source = Source: { $citation }: “{ $words }”
export-meeting = Meeting { $number }
export-deadline = Deadline for step { $step }
export-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}{ $undated ->
    [0] {""}
    [one] {""}; { $undated } session has no dates and is left out
   *[other] {""}; { $undated } sessions have no dates and are left out
}
count-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
tracker-nothing-fits = No row matches this filter. { $key } removes it.
title-filter = Filter the tracker
pane-companion = Beside it
companion-section = This passage cites nothing in the library, and nothing cites it. The passages of this section cite:
companion-none = This passage cites nothing in the library, and nothing cites it.
title-sessions = Session to work for
session-due = { $count } due: { $steps }
session-on = now
title-grouping = Group the tracker
title-beside = Steps of two reports side by side
notice-nothing-beside = There is no other report of this process to show beside this one. Import it with: plenary import FILE
notice-beside-new = A new step: the earlier report has nothing to confirm.
notice-beside = { $step }: superseded by { $by } where it was not yet discussed or agreed.
notice-beside-back = { $step } is as it was before.
count-waiting = { $count ->
    [one] { $count } pair to confirm
   *[other] { $count } pairs to confirm
}
title-evidence = Evidence: the passage that shows the progress made
prompt-carry-over = Carried over (no later session is known), reason:
prompt-carry-over-to = Carried over to the { $ordinal } session, reason:
notice-order = Order: { $order }
notice-carried = { $step }, session { $session }: carried over to the { $to } session.
rows-not-shown = { $rows } ({ $hidden ->
    [one] { $hidden } not shown
   *[other] { $hidden } not shown
})
notice-evidence = { $step }, session { $session }: evidence { $passage }
what-evidence = evidence of { $step }, session { $session }
verb-evidence = name the passage that serves as evidence
hint-evidence = evidence
verb-mark = mark or unmark the row
hint-mark = mark
verb-mark-all = mark all rows shown, or unmark them
hint-mark-all = mark all
verb-filter = filter the tracker
hint-filter = filter
verb-filter-clear = remove the filter
hint-filter-clear = no filter
verb-uncovered = show only what is due and has nothing from us yet
hint-uncovered = uncovered
verb-standing = show or hide the steps without session or deadline
hint-standing = all steps
verb-group = group the tracker
hint-group = group
verb-beside = show the report side by side with the previous one
hint-beside = side by side
verb-sort = change the order of the tracker
hint-sort = order
progress-bare = { $count } uncovered
notice-coverage = { $session } session: { $due ->
    [one] { $due } step due
   *[other] { $due } steps due
}, { $bare } without contribution ({ $keys } shows them): { $steps }
days-left = { $days ->
    [one] tomorrow
   *[other] in { $days } days
}
days-past = { $days ->
    [one] yesterday
   *[other] { $days } days ago
}
days-today = today
verb-timeline = show sessions, meetings and deadlines in chronological order
hint-timeline = timeline
verb-working-day = choose the working day
hint-working-day = day
verb-today = go to today
verb-deadline = add a deadline to your calendar: for tabling, or any other
verb-deadline-typed = deadline
verb-deadline-to = add the deadline “{ $words }” to your calendar
hint-deadline = deadline
hint-today = today
scope-timeline = Timeline
title-timeline = Timeline
title-programme = Programme of work, as understood
programme-keep = Enter adds the lines marked ✓ to your calendar, Esc discards them. Lines marked ! show what is doubtful.
month-of = { $month } { $year }
timeline-undated = no dates
today = today
here = here
chosen-day = on { $date }
prompt-day = Working day (empty: today):
prompt-deadline = Deadline (document, words, day):
notice-no-deadline = “{ $text }” names no day. Write for example: A/77/275: four business days before the fifth session, or: Draft report, 3 March.
notice-deadline-known = This deadline is in your calendar already: { $deadline }.
notice-deadline-added = In your calendar: { $deadline }.
notice-no-day = “{ $text }” is not a date of the years { $first } to { $last }. Write 2023-03-06, 6.3.2023, 6 March 2023 or 6 March; leave it empty for today.
notice-day = Working day: { $date }.
notice-today = Working day: today, { $date }.
notice-no-items = No agenda item is known for this meeting.
notice-own-dates = No document in the library gives these dates; they are in your calendar.toml.
notice-programme-left = Nothing was added.
notice-meeting-on = A meeting in your calendar is in progress: the desk opens at its item.
scope-browser = Notes and interventions
scope-said = Who said what
title-browser = Notes and interventions
verb-browser = browse all notes and interventions
hint-browser = all notes
verb-next-grouping = group by something else
hint-next-grouping = group by
verb-previous-grouping = group by the previous criterion
hint-previous-grouping = group by
verb-next-group = go to the next group
hint-next-group = next group
verb-previous-group = go to the previous group
hint-previous-group = previous group
browser-type = type words: text, delegation, passage, day, stance
browser-empty = There are no notes and no interventions yet.
browser-by = by
browser-by-day = day
browser-by-item = item
browser-by-passage = passage
browser-by-delegation = delegation
browser-by-stance = stance
browser-by-session = session
browser-without-day = without a day
browser-without-item = on no agenda item
browser-without-passage = on no passage
browser-without-delegation = our own notes
browser-without-stance = without a stance
browser-without-session = for no session
stance-supports = supports
stance-opposes = opposes
stance-neutral = neutral
stance-asks = asks
stance-proposes = proposes
notice-note-no-passage = This note is on no passage of the library: it is open here.
verb-said = show who said what, as a table
hint-said = who said what
verb-open-delegation = open all statements of the delegation
hint-open-delegation = all of it
verb-members = show the members of a group, or only the group
hint-members = members
verb-all-members = show the members of all groups, or only the groups
hint-all-members = all members
verb-columns = columns are steps, or agenda items
hint-columns = steps or items
verb-next-session = the next session
hint-next-session = next session
verb-previous-session = the previous session
hint-previous-session = previous session
said-title = Who said what: { $session } session, by { $columns ->
    [item] agenda item
   *[step] step
}
said-title-all = Who said what: all sessions, by { $columns ->
    [item] agenda item
   *[step] step
}
said-empty = No delegation has spoken at this session. { $previous } and { $next } show another one.
said-other = other
said-total = for, against
said-statements = { $count ->
    [0] nothing said
    [one] { $count } intervention
   *[other] { $count } interventions
}
said-nothing-here = { $name } said nothing on { $place }.
said-head-delegation = Delegation
said-head-when = When
said-head-stance = ±
said-head-passage = Passage
said-head-words = Words
said-head-id = Id
cli-said-table = a table of delegations against steps or agenda items, with their stances
cli-said-members = in the table, the members below each group
verb-digest = write the record of the day: it opens as a note, then it is written to a file
hint-digest = record
verb-session-digest = write the record of the whole session
hint-session-digest = record of the session
record-file = record
prompt-record-file = Write the record to (.md, .html, .docx, .txt):
notice-record-opened = { $title }: change what you like; closing it asks for the file.
notice-record-no-session = No session is known for this day. Choose another day or session.
notice-notes-unread = The notes are still being read. Try again in a moment.
notice-record-restricted = This record is marked as restricted and was not written. Remove the mark in the editor first.
export-ending = { $file }: the extension does not set a format. Use one of: { $known }.
export-format-missing = For standard output, give the format with --format: { $known }.
export-not-text = { $format } is not text and cannot go to standard output. Give a file with --to.
export-folder = { $file } is a folder. Give a file in it.
export-in-workspace = { $file } is inside your workspace. Choose another folder; nothing was written.
export-failed = The file could not be created. Choose fewer rows, for example with --session ({ $what }).
export-column-id = Id
export-column-label = Label
export-column-step = Step
export-column-topic = Topic
export-column-section = Section
export-column-item = Agenda item
export-column-words = Words
export-column-actor = Actor
export-column-actors = Kind of actor
export-column-verb = Verb
export-column-force = Force
export-column-voluntary = Voluntary
export-column-session = Session
export-column-status = Status
export-column-who = Set by
export-column-when = Set on
export-column-meeting = Meeting
export-column-remark = Remark
export-column-evidence = Evidence
export-column-deadline = Deadline as written
export-column-date = Date
export-column-basis = Basis of the date
export-column-dated-by = Dated by
export-column-cites = Cites
export-column-notes = Notes
export-column-interventions = Interventions
export-column-delegations = Delegations
export-column-positions = Positions
export-column-report = Report
export-column-act = Act
export-colon = {":"}
list-separator = {"; "}
export-done = { $file }: { $said }
scope-details = Details of a tracker row
title-details = Details
detail = { $label }: { $text }
detail-read = What the program read
detail-verb = verb
detail-voluntary = voluntary
detail-sessions = sessions
detail-topic = topic
detail-cites = refers to
detail-product = to be produced
detail-standing = Progress
detail-carried = carried over from the { $ordinal } session
detail-meeting = meeting { $meeting }
detail-evidence = evidence
detail-evidence-words = text of the evidence
detail-missing = words of the step not found in the evidence
basis-none = day unknown
notice-leads-nowhere = This line is not a link; lines that lead to a passage end in ›.

# What is left out of exports and copies

cli-share = make a workspace for a colleague or a group, without what is restricted
cli-share-to = the folder of the new workspace; it is created if it is missing, and must be empty
share-done = { $folder }: { $texts ->
    [one] one text
   *[other] { $texts } texts
}, { $acts ->
    [one] one tracker entry
   *[other] { $acts } tracker entries
}, { $files ->
    [one] one other file.
   *[other] { $files } other files.
}
share-not-empty = { $folder } is not empty. Choose an empty or a new folder; nothing was written.
share-in-workspace = { $folder } is in a workspace. Choose a folder outside of it; nothing was written.
share-not-folder = { $folder } is not a folder. Choose an empty or a new folder; nothing was written.
cli-with = include everything: restricted texts, red lines, fallbacks and instructions too
cli-restricted-choice = whether it is restricted: nothing of a restricted text may leave the delegation
cli-note-set = mark a note as restricted, or not
note-nothing-to-set = Nothing to change: --restricted is { $value } already.
cli-restricted = mark it as restricted: exports, copies and shared workspaces leave it out unless asked for
restricted-value = { $id }: restricted cannot be { $value }; expected: true or false. Until that is corrected, the text counts as restricted.
verb-restrict = mark as restricted, or not: exports and copies leave it out
hint-restrict = restrict
verb-copy-note = copy the note or the position
hint-copy-note = copy
notice-restricted = ⊘ Restricted: left out of exports, copies and shared workspaces unless you ask for it.
notice-unrestricted = No longer restricted.
notice-copied-note = Copied.
title-copying = Some of these words are restricted: { $list }
copy-open = Leave out { $list } and copy the rest
copy-nothing = Give other programs nothing (pasting here works)
copy-all = Give other programs everything, including { $list }
notice-copied-open = Copied without what is restricted. Pasting here inserts everything.
notice-copied-nothing = Not copied for other programs. Pasting here inserts everything.
notice-copied-all = Copied, including what is restricted.
mark-restricted = ⊘ restricted
left-out = Left out because restricted: { $list }.
left-out-nothing = Nothing was left out as restricted.
left-out-included = Restricted texts and internal parts are included, as asked.
left-out-title = Left out
left-out-note = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
left-out-intervention = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}
left-out-position = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
left-out-amendment = { $count ->
    [one] { $count } amendment
   *[other] { $count } amendments
}
left-out-statement = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
left-out-fallback = { $count ->
    [one] { $count } fallback
   *[other] { $count } fallbacks
}
left-out-red-line = { $count ->
    [one] { $count } red line
   *[other] { $count } red lines
}
left-out-instruction = { $count ->
    [one] { $count } instruction
   *[other] { $count } instructions
}
left-out-field = { $count ->
    [one] { $count } unknown key of a position
   *[other] { $count } unknown keys of positions
}
left-out-remark = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}

## Amendments

cli-amend = propose a change to a passage: new words, a new passage, a deletion
cli-amend-passage = the passage, or the id of an amendment to change
cli-amend-text = the whole new wording of the passage
cli-amend-after = the words of a new passage after this one
cli-amend-before = the words of a new passage before this one
cli-amend-delete = delete the passage
cli-amend-alternative = another whole wording; with --by on an existing amendment, that of this delegation
cli-amend-reason = why
cli-amend-by = the delegation that proposes it; without it, it is ours
cli-amend-co-sponsors = the co-sponsors, separated by commas
cli-amend-status = how far it has come
cli-amendments = the amendments as the United Nations write them, in the order of the text
cli-amendments-document = only those of this document
cli-amendments-at = only those of this passage
cli-amendments-by = only those of this delegation
cli-amendments-status = only those with this status
amendments-none = No amendment matches.
amendment-unknown = No amendment “{ $id }”. plenary amendments shows the ids.
amend-nothing = Nothing changes in the amendment. Give new words, a reason, co-sponsors, a proposer or a status; --help lists them.
amend-no-words = Say what changes: --text with the whole new wording, --after or --before with a new passage, or --delete.
amend-empty = The amendment has no words. To delete the passage, use --delete.
amend-same = The new wording is that of the passage: nothing would change. Give the whole wording as it should be.
amend-operation = This amendment is of another kind ({ $operation }). Make a new one for the passage.
amendment-value = Amendment { $id }: { $key } cannot be { $value }; expected: { $expected ->
    [status] idea, draft, tabled, agreed, withdrawn or not-adopted
    [operation] reword, insert-before, insert-after or delete
    [language] a language: "fr"
   *[text] a text in quotation marks
}. The file stays as it is.
amendment-idea = idea
amendment-draft = draft
amendment-tabled = tabled
amendment-agreed = agreed
amendment-withdrawn = withdrawn
amendment-not-adopted = not adopted
amendment-part-reason = Reason
amendment-part-co-sponsors = Co-sponsors
amended-text-changed = the text it was made on has changed
amended-text-missing = the passage it was made on is no longer in the document
amended-text-not-held = the document it was made on is not in the library
unsaved-amendment = amendment of { $time }, { $at }: “{ $words }”

## Statements

cli-statement = prepare statements: make them from positions, write them to a file, mark them as delivered
cli-statement-item = the agenda item: 5/f
cli-statement-in = the language of a statement made now
cli-statement-id = the id of the statement
cli-statement-make = make a statement of the positions on an agenda item or a session, and keep it
cli-statement-list = all statements
cli-statement-show = one statement, and whether the passages it quotes have these words
cli-statement-deliver = mark a statement as delivered; its text stays as it is, and its positions are marked as delivered too
cli-statement-meeting = the meeting of the session
cli-statement-moment = when it was delivered: 2023-03-07T10:12:00-05:00
statement-unknown = No statement “{ $id }”. plenary statement list shows the ids.
statements-none = No statement. plenary statement make --session N makes one of the positions.
statement-no-positions = No position on this occasion has a text that can be said. plenary position list shows the positions.
statement-occasion-missing = Which statement? Give --item 5/f, --session 4 or both.
statement-delivered-already = Statement { $id } has been delivered already. Its text stays as it is.
statement-value = Statement { $id }: { $key } cannot be { $value }; expected: { $expected ->
   [statement-status] draft, ready or delivered
   [language] a language code such as "fr"
   [truth] true or false
   [minutes] a number of minutes
   [ids] a list of ids of positions
   [table] a table
   [moment] a date and time with an offset, such as 2023-03-07T10:12:00-05:00
   [number] a whole number
  *[text] text
}. The rest of it is used.
statement-draft = draft
statement-ready = ready
statement-delivered = delivered
statement-title = Statement
statement-title-item = Statement on agenda item { $item }
statement-title-session = Statement at the { $session } session
statement-title-both = Statement on agenda item { $item }, { $session } session
statement-delivered-on = Delivered on { $date } at { $time }.
statement-delivered-meeting = Delivered on { $date } at { $time }, { $meeting } meeting.
statement-nothing = Nothing is prepared for this statement.
statement-sources = Sources
statement-source = { $citation } ({ $title }, { $date })
statement-source-undated = { $citation } ({ $title })
statement-source-untitled = { $citation } ({ $date })
statement-length = { $words ->
   [one] { $words } word
  *[other] { $words } words
} · { $time } of { $limit }
statement-length-over = { $words ->
   [one] { $words } word
  *[other] { $words } words
} · { $time } of { $limit } ▲ over the limit

amendment-name = AMENDMENT
amendment-unchanged = nothing changes yet
amended-here = { $count ->
    [one] { $count } amendment
   *[other] { $count } amendments
}
rolling-deleted = delete
title-amendments-here = Amendments to this passage
title-amend = Propose an amendment
title-amendments = Amendments to this document
title-amendment-status = Status of: { $amendment }
notice-amendment-status = Status of the amendment: { $status }. { $key } undoes it.
amend-new-reword = change the words of this passage
amend-new-insert-before = a new passage before this one
amend-new-insert-after = a new passage after this one
amend-new-delete = delete this passage
notice-no-amendments = There are no amendments to { $symbol } yet.
notice-marked = Text with amendments: {"{-"}words deleted{"-}"} [source: words proposed]
notice-not-marked = Text without amendments
verb-amend = open the words of this passage for change: an amendment; if there are some, choose one
hint-amend = amend
verb-amend-as = propose a new passage before or after this one, or its deletion
hint-amend-as = new passage, deletion
verb-amendments = the amendments to this document, in the order of its passages
hint-amendments = amendments
verb-marked-text = show what is proposed in the text, with its sources, or the text alone
hint-marked-text = marked text

deadline-kind-tabling = tabling deadline
deadline-kind-other = deadline

verb-statement = open the statement on this agenda item, or make it from the positions
hint-statement = statement
verb-session-statement = open the statement at the working session, over the whole agenda
hint-session-statement = statement at the session
verb-read = read it aloud on the whole screen
hint-read = read aloud
verb-edit-statement = write in the text, at this paragraph
hint-edit-statement = edit
verb-add = write a new paragraph below this one
verb-leave-out = leave this paragraph out, or include it again
hint-leave-out = leave out
verb-move-up = move this paragraph up
hint-move-up = up
verb-move-down = move this paragraph down
hint-move-down = down
verb-take = add the words of positions that are new or have changed
hint-take = add positions
verb-take-restricted = add restricted positions too; the statement is restricted then
verb-longer = raise the time limit by half a minute
verb-on-behalf-of = say on whose behalf the statement is made
hint-on-behalf-of = for a group
verb-write-file = write the statement to a file
hint-write-file = file
prompt-group = On behalf of (empty: of our delegation alone):
prompt-statement-file = Write to (docx, md, txt):
statement-file = statement
title-statement-file = The statement has restricted words
statement-file-not = write nothing
statement-file-all = write it, with its restricted words
notice-file-not-written = Nothing was written.
notice-file-written = { $file } written: { $manifest }
notice-file-replaced = { $file } replaced: { $manifest }
statement-unspoken = { $count ->
    [one] { $count } paragraph
   *[other] { $count } paragraphs
} not said.
statement-with-restricted = With restricted words.
cli-statement-set = change on whose behalf a statement is made, its limit or its status
cli-statement-group = the group on whose behalf it is made, which has its own time limit; empty for the own delegation alone
cli-statement-minutes = the time limit, in minutes
cli-statement-status = draft or ready
statement-set-nothing = Nothing would change. Give --on-behalf-of, --minutes, --status or --meeting with another value, or --take.
verb-shorter = lower the time limit by half a minute
verb-ready = mark as ready, or as a draft again
verb-deliver = mark as delivered now; its positions are marked as delivered too
hint-deliver = delivered
verb-copy-statement = make a new draft with the same words
verb-delete-statement = delete the statement
verb-next-paragraph = start; then go to the next paragraph
hint-next-paragraph = next
verb-previous-paragraph = go back to the previous paragraph
verb-pause = stop the clock, or start it again
hint-pause = clock
verb-restart = start again with the full time
hint-restart = again
prompter-left = { $time } left
prompter-over = { $time } over
prompter-end = End. { $used } of { $limit }.
statement-empty = Nothing in it yet.
notice-statement-blank = No position on this occasion has a text: write the statement here.
notice-statement-taken = Taken from { $count ->
   [one] { $count } position
  *[other] { $count } positions
}.
notice-statement-taken-but = Taken from { $count ->
   [one] { $count } position
  *[other] { $count } positions
}; left out: { $list }.
notice-statement-complete = All positions on this occasion are in the statement.
notice-statement-delivered = It has been delivered: its text stays as it is. { $key } makes a new draft with the same words.
notice-statement-kept = Kept as delivered; positions delivered with it: { $positions }. { $key } undoes it.
notice-statement-copied = A new draft with the same words.
notice-statement-deleted = Statement deleted. { $key } restores it.
verb-stop-reading = close; the place reached is kept
hint-stop-reading = leave
hint-previous-paragraph = back
hint-copy-statement = copy
hint-delete-statement = delete
hint-longer = longer
hint-shorter = shorter
hint-ready = ready
hint-take-restricted = take restricted

## The record of a session
cli-digest = the record of a session or of one of its days: who said what, the statuses set, what is still open and what is due next
cli-digest-day = only this day
cli-digest-by = put in order by agenda item, or by delegation
digest-title = Record of the { $session } session
digest-title-day = Record of { $date }, { $session } session
digest-nothing = Nothing was noted, and no status was set.
digest-no-item = On no agenda item
digest-own = Our own notes
digest-statuses = Statuses set
digest-open = Still open
digest-next = Due at the { $session } session
digest-heading = { $step }: { $words }
digest-status = : { $status }.
digest-status-meeting = : { $status } (meeting { $meeting }).
digest-step = : { $words } ({ $status })
digest-summary = { $title }, { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}
digest-no-session = No session with dates is known for { $date }. Name one: --session 4.

# Delegations.
delegations-broken = { $file }, line { $line }: this value or line is not valid. Correct it; texts need quotation marks ({ $what }).
delegations-key = { $file }, line { $line }: there is no key “{ $key }” here. Known keys: { $known }.
delegations-missing = { $file }, line { $line }: “{ $key }” is missing. Add it; until then this entry is ignored.
delegations-value = { $file }, line { $line }: { $key } cannot be { $value }; expected: { $expected ->
    [names] a name, or one for each language, such as { "{" } en = "France", fr = "France" { "}" }
    [texts] a list of texts, such as ["FRA", "DEU"]
    [delegation-kind] "state", "observer", "region", "group" or "body"
    [date] a day, such as 2025-01-31
    [table] a table
    [tables] tables, each under [[{ $key }]]
   *[text] a text in quotation marks
}
delegations-twice = { $file }, line { $line }: { $value } has two entries. The first one is used; remove the other.
delegations-unknown = { $file }, line { $line }: no delegation has the id { $value }. Correct it, or add the delegation.

notice-delegation-unknown = Note saved. No delegation is known as “{ $name }”: the name stays as typed.
notice-delegation-ambiguous = Note saved. “{ $name }”: { $first }, or { $others }?
line-no-delegation = no delegation: a note
line-unknown = { $name } [?] unknown name
line-ambiguous = { $name } [?] { $first }, or { $others }
line-reply = right of reply
notice-no-name = No delegation begins with what is before the cursor.
verb-complete = complete the name of a delegation
hint-complete = complete
verb-complete-back = go to the previous name
hint-complete-back = name before
field-delegation = delegation
field-on-behalf-of = on behalf of
field-right-of-reply = right of reply
field-stance = stance
field-passage = passage
field-words = words
field-time = time
field-meeting = meeting
field-was = { $field }: was { $was }
field-was-empty = { $field }: was empty
title-fields = Fields of the intervention
title-corrections = Corrected
prompt-correct = Correct { $field }:
notice-corrected = Corrected: { $field }.
notice-no-intervention = No intervention is chosen here.
verb-fields = correct the fields of an intervention; earlier values are shown
hint-fields = fields
correct-delegation = Name a delegation: FRA, or France.
correct-stance = “{ $text }” is not a stance. Type +, ++, -, =, ?, or a word such as supports.
correct-passage = “{ $text }” names no passage of the library. Type it as in E.2 or 14 c); leave it empty for no passage.
correct-time = “{ $text }” is not a time. Type 10:44, or 2023-03-06 10:44.
correct-meeting = “{ $text }” is not the number of a meeting. Type 3; leave it empty if it is unknown.
prompt-speakers = Speakers:
title-speakers = Speaking list · { $limits }
floor-limit-all = { $states } each
floor-limits = States { $states }, groups { $groups }
floor-set-limit = speaking times of this meeting, as the Chair announced them
prompt-limit = Minutes each (2), or States and groups (2 4); empty: as usual:
notice-limit = Speaking times of this meeting: { $limits }.
notice-no-limit = “{ $text }” is no speaking time. Type minutes: 2 for all, 2 4 for States and groups, 1:30.
verb-limit = set the speaking times of this meeting, as the Chair announced them
verb-limit-typed = limit
verb-limit-to = set the speaking times of this meeting to { $words }
hint-limit = speaking time
floor-next = next: { $name }
floor-own = { $before ->
    [0] we are next, ~{ $minutes } min
   *[other] { $before } before us, ~{ $minutes } min
}
floor-us = us
floor-add = add delegations, typed or pasted
floor-edit = edit the list: names, order
notice-speakers-added = { $count ->
    [one] { $count } delegation on the list.
   *[other] { $count } delegations on the list.
}
notice-no-speakers = Nobody is on the speaking list. { $key } adds delegations.
notice-last-speaker = That was the last delegation on the list.
verb-speakers = speaking list: who asked for the floor
hint-speakers = speakers
verb-next-speaker = give the floor to the next delegation and note what it says
hint-next-speaker = next speaker
cli-correct = correct fields of an intervention; what was there before is kept
cli-correct-delegation = who spoke
cli-correct-on-behalf-of = for whom: names with commas between them; empty for nobody else
cli-correct-right-of-reply = whether it was a right of reply: yes or no
cli-correct-stance = +, ++, -, --, =, ? or a word such as supports; empty for none
cli-correct-passage = the passage it is about; empty for none
cli-correct-words = what was said
cli-correct-time = when: 10:44, or 2023-03-06 10:44
cli-correct-meeting = the number of the meeting in its session; empty for unknown
correct-no-intervention = The note { $id } names no delegation. Only interventions have fields to correct.
correct-nothing = Nothing would change. Give a field another value, such as --stance + or --meeting 3.
notice-interventions-kept = { $count } interventions kept.

cli-intervene = record what a delegation said: delegation, stance, passage, words
cli-intervene-text = the line as typed at the desk: "SG + E.2 capacities first"; several names are several interventions
cli-intervene-at = the passage it is about, unless the line names one
cli-intervene-meeting = the number of the meeting in its session
cli-speakers = the speaking list of the day: who asked for the floor, and who has it
cli-speakers-list = print the speaking list of the day
cli-speakers-add = add delegations to the end of the list
cli-speakers-next = give the floor to the next delegation; after the last one, stop the clock
cli-speakers-names = the names, with commas between them
cli-speakers-name = the delegation that gets the floor out of turn
speakers-waiting = waiting
speakers-floor = has had the floor since
speakers-spoken = has spoken
speakers-no-name = There is no name to add. Give one: plenary speakers add Egypt, France
speakers-not-waiting = “{ $name }” is not waiting for the floor. plenary speakers list shows who is.
speakers-none = Nobody is waiting for the floor. Add names with plenary speakers add.
cli-said = who said what: the interventions, newest first
cli-said-step = only those on this step or passage and what is under it
cli-said-by = only those of this delegation, or made on behalf of this group
cli-said-stance = only those with this stance
said-reply = right of reply:
said-none = No intervention matches. plenary said lists all of them.
intervene-nobody = “{ $text }” names no delegation. Begin with one: SG + E.2 capacities first. For a note, use plenary note add.
intervene-unknown = No delegation is known as “{ $name }”; the name was kept as typed. You can add it to delegations.toml of the workspace.
intervene-ambiguous = “{ $name }” was taken for { $first }; it can also be: { $others }. You can decide this in delegations.toml of the workspace, under [names].
cli-statement-take = take the words of positions that changed or are new since; with --with restricted also restricted ones
statement-nothing-to-take = No position has changed or been added since the statement took their words.
statement-not-delivered = Statement { $id } has not been delivered, so it has no meeting yet. plenary statement deliver { $id } --meeting N marks it as delivered at a meeting.
statement-stale-changed = Statement { $id }: positions changed since their words were taken: { $changed }. plenary statement set { $id } --take takes their words.
statement-stale-new = Statement { $id }: positions that are not in it: { $new }. plenary statement set { $id } --take takes their words.
statement-stale-both = Statement { $id }: positions changed since their words were taken: { $changed }; positions that are not in it: { $new }. plenary statement set { $id } --take takes their words.
statement-changed = ▲ changed since: { $changed } ({ $key } takes the new words)
statement-new = ▲ not in it: { $new } ({ $key } takes the words)
statement-changed-and-new = ▲ changed since: { $changed }; not in it: { $new } ({ $key } takes the words)
statement-position-changed = Position { $id } on { $position } was changed after the statement took its words: it is not marked as delivered.
statement-quotation = Quotation { $state ->
   [changed] changed
  *[not-found] not found
} in { $citation }: “{ $words }”.
statement-doubtful = { $count ->
   [one] { $count } quotation does not agree with its source.
  *[other] { $count } quotations do not agree with their sources.
}
notice-statement-kept-but = Kept as delivered; positions delivered with it: { $positions }; changed since, and not marked as delivered: { $others }. { $key } undoes it.
cli-position-languages = the languages it is written in: en,fr
position-delivered-stays = Position { $id } was delivered: it stays as it was said, and these words are a new position.
notice-position-delivered = The position that was delivered stays as it was said: this is a new one.
export-amendment-overlap = { $citation }: amendment { $id } is not a tracked change, because it changes words that an earlier amendment of ours changes; it is a comment.
export-amendment-overlaps = Not a tracked change: it changes words that an earlier amendment of ours changes.
amend-name-unknown = No delegation is known by the name “{ $name }”. It is kept as typed; you can add it to delegations.toml of the workspace.
amend-name-several = “{ $name }” can mean { $known }. It is kept as typed; use the code of the delegation to say which one.
position-instruction-order = The instruction would be dated { $date }, after its last day { $until }. Correct one of the two.
share-version-of-restricted = { $file } is left out although it is not marked: it counts as another version of { $other }, which is restricted. Mark that one as open if both may leave.
share-uses-restricted = { $file } is left out although it is not marked: it has words of { $other }, which is restricted. Mark that one as open if both may leave.
verb-instruction = say on whose instruction the position here is taken, and until when
hint-instruction = instruction
prompt-instruction = Instruction (who, day, until day, reference):
instruction-until-words = until | valid until | valid to
notice-instruction-no-position = There is no position to change here. Write the position first.
notice-instruction-no-day = “{ $text }” is not a day. Write for example: until 2023-03-10, or: until 10 March 2023.
verb-meeting = say at which meeting the statement was delivered
hint-meeting = meeting
prompt-meeting = Number of the meeting:
notice-no-meeting = “{ $text }” is not the number of a meeting. Write for example: 3.
notice-statement-not-delivered = It has not been delivered, so it has no meeting yet. Mark it as delivered first.
