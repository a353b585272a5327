# Les mots de l’interface en français ; en.ftl dit la même chose avec les mêmes variables.

## Dates et nombres

month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avril
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
day-of-month = { $day ->
    [1] 1er
   *[other] { $day }
}
date = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month-short = { $month }/{ $year }
date-range-days = { $from }–{ $to } { $month } { $year }
date-range-months = { $from } { $from-month } – { $to } { $to-month } { $year }
date-range-years = { $from } – { $to }
ordinal = { $number ->
    [1] 1re
   *[other] { $number }e
}
ordinal-word-1 = première
ordinal-word-2 = deuxième
ordinal-word-3 = troisième
ordinal-word-4 = quatrième
ordinal-word-5 = cinquième
ordinal-word-6 = sixième
ordinal-word-7 = septième
ordinal-word-8 = huitième
ordinal-word-9 = neuvième
ordinal-word-10 = dixième
ordinal-word-11 = onzième
ordinal-word-12 = douzième
thousands = { "\u00A0" }
language-en = anglais
language-fr = français

## État d’une suite à donner à une session

status-open = ouverte
status-raised = soulevée
status-discussed = examinée
status-agreed = convenue
status-carried-over = reportée
status-superseded = remplacée

## Portée d’un texte

force-agree = accord
force-request = demande
force-will = engagement
force-invite = invitation
force-encourage = encouragement
force-may = faculté
beside-repeated = reprise
beside-reworded = reformulée
beside-dropped = abandonnée
beside-new = nouvelle

## Types de document

kind-report = rapport
kind-draft-report = projet de rapport
kind-resolution = résolution
kind-other = autre document

## Types de passage

block-heading = titre
block-paragraph = paragraphe
block-subparagraph = alinéa
block-bullet = puce
block-preambular = alinéa du préambule
block-operative = paragraphe du dispositif
block-next-step = étape recommandée
block-agenda-item = point de l’ordre du jour
block-norm = norme
block-footnote = note de bas de page
block-text = texte

## Types de session

session-organizational = session d’organisation
session-substantive = session de fond
session-intersessional = réunion intersessions

## Ce que l’importation a réparé ou met en doute

finding-url-list = liste d’adresses web mise à part
finding-rule = filet mis à part
finding-furniture = en-tête, numéro de page ou table des matières mis à part
finding-split-word = mot coupé, recollé
finding-joined-page = phrase coupée par une fin de page, rejointe
finding-spacing = espace mal placée, corrigée
finding-note-mark = appel de note sorti du texte
finding-note-without-call = note sans appel, ou appel sans note
finding-markup = balisage retiré
finding-number-gap = numéro hors de la suite
finding-unplaced = ligne de forme inconnue
finding-given-metadata = indication tirée du fichier joint à la source
finding-missing-metadata = indication introuvable
finding-control-code = code de commande rendu visible

## Volets

pane-agenda = Ordre du jour
pane-reader = Texte
pane-notes = Notes
pane-tracker = Suivi

## Domaines des touches, comme l’aide les présente

scope-global = Partout
scope-desk = Poste de travail
scope-agenda = Ordre du jour
scope-reader = Texte
scope-notes = Notes
scope-tracker = Suivi
scope-editor = Pendant la rédaction d’une note
scope-line = Dans un champ d’une ligne

## Noms des touches ; key-short-… quand le nom est long

key-Ctrl = Ctrl
key-Alt = Alt
key-Shift = Maj
key-Space = Espace
key-Enter = Entrée
key-Esc = Échap
key-Tab = Tab
key-Backspace = Retour arrière
key-Delete = Suppr
key-Insert = Inser
key-Left = ←
key-Right = →
key-Up = ↑
key-Down = ↓
key-Home = Début
key-End = Fin
key-PageUp = Page préc.
key-PageDown = Page suiv.
key-short-Backspace = Ret. arr.
key-short-Delete = Suppr
key-short-PageUp = PgPréc
key-short-PageDown = PgSuiv

## Verbes : ce qu’ils font (palette, aide), et un mot pour la ligne du bas. Partout

verb-help = montrer les touches qui servent ici
hint-help = aide
verb-palette = choisir une commande par son nom
hint-palette = commandes
verb-quit = quitter
hint-quit = quitter
verb-suspend = rendre la main au shell (fg pour revenir)
hint-suspend = suspendre
verb-redraw = redessiner l’écran
hint-redraw = redessiner
verb-language = changer la langue de l’interface
hint-language = langue
verb-theme = changer les couleurs
hint-theme = couleurs

## Verbes du bureau

verb-next-pane = passer au volet suivant
hint-next-pane = volet suiv.
verb-previous-pane = passer au volet précédent
hint-previous-pane = volet préc.
verb-next-item = passer au point suivant de l’ordre du jour
hint-next-item = point suiv.
verb-previous-item = revenir au point précédent de l’ordre du jour
hint-previous-item = point préc.
verb-goto = aller à un renvoi
hint-goto = aller à
verb-find = chercher dans le document
hint-find = chercher
verb-find-next = aller à l’occurrence suivante
hint-find-next = occ. suiv.
verb-find-previous = aller à l’occurrence précédente
hint-find-previous = occ. préc.
verb-note = écrire une note ici
hint-note = note
verb-intervention = noter une intervention en une ligne
hint-intervention = intervention
verb-tracker = ouvrir le suivi
hint-tracker = suivi
verb-copy-citation = copier le renvoi
hint-copy-citation = copier
verb-copy-quote = copier le texte avec son renvoi
hint-copy-quote = citer
verb-undo = annuler la dernière modification
hint-undo = annuler
verb-redo = rétablir ce qui a été annulé
hint-redo = rétablir
verb-back = revenir où j’étais
hint-back = retour
verb-forward = repartir en avant
hint-forward = avancer
verb-documents = choisir un document
hint-documents = documents
verb-outline = montrer le plan du document
hint-outline = plan
verb-zoom = agrandir ce volet, ou rendre la place
hint-zoom = agrandir
verb-footnote = montrer ou cacher la note de bas de page
hint-footnote = bas de page
verb-reload = tout relire sur le disque
hint-reload = relire
verb-section-notes = montrer toutes les notes de la section, ou celles d’ici
hint-section-notes = toutes
verb-working-session = choisir la session de travail
hint-working-session = session
verb-findings = montrer ce que l’importation a réparé ou met en doute
hint-findings = constats
verb-cancel = sortir sans rien changer
hint-cancel = sortir
verb-up = monter
hint-up = monter
verb-down = descendre
hint-down = descendre
verb-left = aller à gauche
hint-left = gauche
verb-right = aller à droite
hint-right = droite
verb-page-up = monter d’une page
hint-page-up = page préc.
verb-page-down = descendre d’une page
hint-page-down = page suiv.
verb-first = aller au début
hint-first = début
verb-last = aller à la fin
hint-last = fin
hint-add = ajouter
hint-copy-address = copier l’adresse
hint-open = ouvrir

## Verbes de l’ordre du jour, du texte et des notes

verb-fold = replier les étapes du point
hint-fold = replier
verb-unfold = déplier les étapes du point
hint-unfold = déplier
verb-next-heading = aller au titre suivant
hint-next-heading = titre suiv.
verb-previous-heading = aller au titre précédent
hint-previous-heading = titre préc.
verb-edit-note = modifier la note
hint-edit-note = modifier
verb-delete-note = supprimer la note (annulation possible)
hint-delete-note = supprimer

## Verbes du suivi

verb-status = fixer l’état
hint-status = état
verb-status-open = marquer comme ouverte
hint-status-open = ouverte
verb-status-raised = marquer comme soulevée
hint-status-raised = soulevée
verb-status-discussed = marquer comme examinée
hint-status-discussed = examinée
verb-status-agreed = marquer comme convenue
hint-status-agreed = convenue
verb-status-carried-over = marquer comme reportée à une session ultérieure
hint-status-carried-over = reportée
verb-status-superseded = marquer comme remplacée
hint-status-superseded = remplacée
verb-remark = ajouter une remarque à l’état
hint-remark = remarque
verb-history = montrer qui a fixé quel état et quand
hint-history = historique

## Verbes de la rédaction

verb-leave = quitter la note (elle est enregistrée)
hint-leave = terminer
verb-newline = aller à la ligne
hint-newline = à la ligne
verb-cut = couper la sélection
hint-cut = couper
verb-copy = copier la sélection
hint-copy = copier
verb-select-all = tout sélectionner
hint-select-all = tout sél.
verb-delete-word-back = effacer le mot avant le curseur
hint-delete-word-back = effacer mot
verb-delete-to-end = effacer jusqu’à la fin de la ligne
hint-delete-to-end = effacer fin
verb-delete-back = effacer le caractère avant le curseur
hint-delete-back = effacer
verb-delete-forward = effacer le caractère après le curseur
hint-delete-forward = effacer
verb-word-left = reculer d’un mot
hint-word-left = mot ←
verb-word-right = avancer d’un mot
hint-word-right = mot →
verb-line-start = aller au début de la ligne
hint-line-start = début ligne
verb-line-end = aller à la fin de la ligne
hint-line-end = fin ligne
verb-text-start = aller au début du texte
hint-text-start = début texte
verb-text-end = aller à la fin du texte
hint-text-end = fin texte
verb-select-left = étendre la sélection à gauche
hint-select-left = sél. ←
verb-select-right = étendre la sélection à droite
hint-select-right = sél. →
verb-select-up = étendre la sélection vers le haut
hint-select-up = sél. ↑
verb-select-down = étendre la sélection vers le bas
hint-select-down = sél. ↓
verb-select-line-start = étendre la sélection au début de la ligne
hint-select-line-start = sél. début
verb-select-line-end = étendre la sélection à la fin de la ligne
hint-select-line-end = sél. fin

## Verbes d’un champ et de sa liste

verb-accept = valider
hint-accept = valider
verb-list-up = monter dans la liste
hint-list-up = monter
verb-list-down = descendre dans la liste
hint-list-down = descendre
verb-list-page-up = monter d’une page dans la liste
hint-list-page-up = page préc.
verb-list-page-down = descendre d’une page dans la liste
hint-list-page-down = page suiv.
verb-clear = vider le champ
hint-clear = vider

## Fichiers de touches fautifs ; les autres lignes servent

keymap-not-toml = { $file }, ligne { $line } : ce n’est pas du TOML. Le fichier est laissé de côté tant que la ligne n’est pas corrigée ({ $reason }).
keymap-version = { $file }, ligne { $line } : version inconnue. Écrivez version = { $version } ; d’ici là, le fichier est laissé de côté.
keymap-outside-scope = { $file }, ligne { $line } : « { $key } » ne figure dans aucun domaine. Placez-la par exemple sous [desk].
keymap-unknown-scope = { $file }, ligne { $line } : domaine « { $scope } » inconnu. Il existe : { $scopes }.
keymap-bad-key = { $file }, ligne { $line } : « { $key } » n’est pas une touche. Une touche s’écrit Ctrl-x, Alt-Left, Shift-Tab, Space, F3, G ou g g.
keymap-bad-key-suggested = { $file }, ligne { $line } : « { $key } » n’est pas une touche. Vouliez-vous dire « { $suggestion } » ?
keymap-unknown-verb = { $file }, ligne { $line } : « { $key } » : il n’y a pas de verbe « { $verb } » dans « { $scope } ». La commande plenary keys en donne la liste.
keymap-unknown-verb-suggested = { $file }, ligne { $line } : « { $key } » : il n’y a pas de verbe « { $verb } » dans « { $scope } ». Vouliez-vous dire « { $suggestion } » ?
keymap-not-text = { $file }, ligne { $line } : « { $key } » : le verbe s’écrit entre guillemets droits, par exemple "undo".
keymap-duplicate = { $file }, ligne { $line } : « { $key } » figure une seconde fois. La première ligne compte.
keymap-hidden = { $file }, ligne { $line } : « { $key } » ne peut pas être tapé dans « { $scope } », car « { $shorter } » seul fait déjà quelque chose. Libérez d’abord cette touche : "{ $shorter }" = "".

## Le bureau

too-small = Plenary a besoin de { $columns } colonnes et de { $rows } lignes. Agrandissez la fenêtre.
part-front = pages liminaires
part-annex = annexe
room = { $zone ->
    [Zurich] Genève
    [Vienna] Vienne
    [Addis_Ababa] Addis-Abeba
   *[other] { $city }
}
session = { $ordinal } session
dates-unknown = dates absentes des documents
dates-unknown-year = { $year }, dates absentes des documents
read-only = lecture seule
notes-empty = Pas encore de note ici. { $note } en ouvre une, { $intervention } consigne une intervention.
pane-typing = Note en cours
note-saved = enregistrée
note-unsaved = enregistrement…
tracker-empty = Ce rapport ne nomme aucune session pour ses étapes recommandées.
report-no-steps = Ce rapport ne contient pas d’étapes recommandées.
progress-open = à soulever : { $open }
column-deadline = échéance
quoted-passage = « { $words } » ({ $citation })

## Listes et champs

title-help = Touches
title-palette = Commandes
title-goto = Aller à
title-documents = Documents
title-outline = Plan
title-findings = Ce que l’importation a réparé ou met en doute
title-history = Qui a fixé quel état, et quand
type-to-filter = tapez pour filtrer, Entrée pour choisir
nothing-fits = Rien ne correspond. Retour arrière efface une lettre, Échap referme.
prompt-find = Chercher :
prompt-intervention = Intervention (SG + texte) :
prompt-remark = Remarque :
history-undone = annulé
why-named = désigné en entier
why-same-part = dans la partie que vous lisez
why-same-document = ailleurs dans ce document
why-other-document = dans un autre document
why-held = dans la bibliothèque
why-nickname = désigné par son nom abrégé
why-corrected = orthographe rectifiée
why-not-held = hors bibliothèque
proof-same = confirmé par { $passage } : mêmes mots
proof-changed = { $passage } a ces mots avec des changements
proof-not-found = { $passage } continue autrement : à vérifier
origin-same = mêmes mots
origin-changed = avec des changements
changes-legend = { "{-" }retiré ici{ "-}" } { "{+" }ajouté ici{ "+}" }
absent-enter = Entrée copie cette adresse.

## Ce qui vient d’être fait

notice-choose-by-key = Choisissez en tapant une des touches affichées ; Échap renonce.
notice-unknown-key = { $key } ne fait rien ici ; { $help } montre les touches, { $quit } quitte.
notice-not-held = { $symbol } n’est pas dans la bibliothèque. Importez-le : plenary import FICHIER
notice-no-passage = { $symbol } n’a pas de passage { $address }.
notice-no-way-back = Il n’y a nulle part où revenir.
notice-no-way-forward = Il n’y a nulle part où repartir.
notice-first-item = C’est le premier point de l’ordre du jour.
notice-last-item = C’est le dernier point de l’ordre du jour.
notice-faults = { $first } ({ $count } problèmes ; plenary check les énumère)
notice-copied = Copié : { $text }
notice-theme = Couleurs : { $theme }
notice-reloaded = Notes, suivi, documents et calendrier sont relus sur le disque.
notice-note-kept = Note conservée.
notice-note-deleted = Note supprimée ; { $key } la rétablit.
notice-note-emptied = La note vide a été mise à la corbeille ; annuler la rétablit.
notice-note-beside = Quelqu’un d’autre a modifié cette note entre-temps : les deux versions sont conservées, la vôtre dans une note à part.
notice-no-note = Il n’y a pas de note ici.
notice-no-footnote = Ce passage n’appelle aucune note de bas de page.
notice-no-search = Aucune recherche n’a encore été faite.
notice-not-found = « { $query } » ne figure pas dans ce document.
notice-found = { $at } sur { $count }
notice-nothing-to-undo = Il n’y a rien à annuler.
notice-nothing-to-redo = Il n’y a rien à rétablir.
notice-undone = Annulé : { $what }
notice-redone = Rétabli : { $what }
notice-no-step = L’état se rapporte à une étape recommandée : choisissez-en une d’abord.
notice-status = { $step }, session { $session } : { $status }

## La ligne de commande

cli-about = L’ordre du jour, les rapports, vos notes et le suivi d’un groupe de travail des Nations Unies, dans un terminal. Sans commande, le bureau s’ouvre.
cli-json = écrire une valeur JSON
cli-workspace = le dossier de travail
cli-lang = la langue de l’interface : en ou fr
cli-today = le jour de travail, au lieu d’aujourd’hui
cli-session = une session de fond, par son numéro
cli-at = ouvrir le bureau à ce passage
cli-documents = les documents disponibles
cli-show = un document, une section ou un passage
cli-resolve = les passages qu’un renvoi peut désigner
cli-cites = ce qu’un passage cite, y compris dans ses notes de bas de page
cli-cited-by = qui cite un passage
cli-agenda = les points de l’ordre du jour, leurs sections et leurs étapes recommandées
cli-steps = les étapes recommandées : qui, avec quelle portée, quand
cli-track = ce qui doit être examiné à chaque session, et où l’on en est
cli-track-set = fixer l’état d’une étape à une session
cli-beside = les étapes d’un rapport en regard de celles d’un rapport antérieur : reprises, reformulées, abandonnées, nouvelles
cli-beside-old = le rapport antérieur, par sa cote
cli-beside-new = le rapport postérieur, par sa cote
cli-beside-confirm = confirmer la paire de cette étape du rapport antérieur : la nouvelle étape la remplace là où elle n’était pas close ; « all » confirme toutes les paires
cli-note = ajouter, énumérer et montrer des notes
cli-note-add = écrire une note sur un passage
cli-note-list = toutes les notes, les plus récentes d’abord
cli-note-show = une note
cli-search = chercher des mots dans les documents, les étapes et les notes
cli-import = faire de fichiers de texte des documents
cli-keys = chaque touche et ce qu’elle fait
cli-check = l’état des réglages, des documents et du dossier de travail
cli-completions = de quoi compléter les commandes dans un shell
cli-reference = un passage : A/77/275:annex/16/a, "A/77/275, annexe, par. 16 a)", E.2
cli-from = le passage que l’on lit : ce qui en est proche vient d’abord
cli-process = un processus : oewg-2021-2025
cli-document = un document, par sa cote
cli-step = une étape et, après une barre oblique, l’un de ses thèmes : E.2, A/77/275:annex/F/next/2/a
cli-status = l’état à fixer
cli-remark = une remarque conservée avec l’état
cli-note-text = les mots de la note
cli-note-id = l’identifiant de la note
cli-in = où chercher (documents et notes, à défaut)
cli-query = les mots, dans cet ordre, sans égard aux accents ni aux majuscules
cli-file = des fichiers de texte (UTF-8) ; un fichier TOML du même nom, à côté, dit ce que le texte ne montre pas
cli-shell = bash, zsh, fish, elvish ou powershell
cli-help = montrer cette aide
cli-version = montrer la version
cli-usage = Emploi :
cli-commands = Commandes{"\u00A0"}
cli-arguments = Arguments{"\u00A0"}
cli-options = Options{"\u00A0"}
cli-known-values = [valeurs : { $known }]
cli-value-command = COMMANDE
cli-value-workspace = DOSSIER
cli-value-lang = LANGUE
cli-value-today = AAAA-MM-JJ
cli-value-at = RENVOI
cli-value-reference = RENVOI
cli-value-from = COTE:ADRESSE
cli-value-document = COTE
cli-value-step = ÉTAPE[/THÈME]
cli-value-status = ÉTAT
cli-value-note = TEXTE
cli-value-text = TEXTE
cli-value-query = MOTS
cli-value-file = FICHIER
usage-argument-unknown = « { $word } » n’est pas une option d’ici.{ $suggestion ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
} Avec --help, la commande énumère les siennes.
usage-command-unknown = Aucune commande « { $word } ».{ $suggestion ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
} plenary --help les énumère.
usage-command-missing = { $command } attend une commande : { $known }.
usage-argument-missing = Il manque : { $argument }. Avec --help, la commande dit ce qu’elle attend.
usage-value-missing = { $argument } attend une valeur.
usage-value-many = { $argument } a une valeur de trop : « { $value } ».
usage-value-wrong = « { $value } » ne convient pas à { $argument }.{ $known ->
    [none] {""}
   *[other] {" "}Il existe : { $known }.
}
usage-twice = { $argument } ne peut figurer qu’une fois.
usage-not-utf8 = Un des mots de la commande n’est pas du texte UTF-8. Récrivez-le.
usage-other = La commande n’est pas comprise ; plenary --help l’explique ({ $what }).
session-unknown = Il n’y a pas de session { $session }. Il existe : { $known }.
note-empty = La note n’a aucun mot. Écrivez-la après le passage : plenary note add E.2 "…"
steps-none = Aucune étape recommandée ne correspond. plenary documents énumère les documents, plenary agenda leurs étapes.
document-not-held = { $symbol } n’est pas dans la bibliothèque ; plenary documents énumère ce qui s’y trouve.
beside-languages = { $old } est disponible en { $one }, { $new } en { $two } : des mots de langues différentes ne se comparent pas. Importez l’un dans la langue de l’autre.
beside-session = On ne sait pas pour quelle session marquer l’étape. Indiquez-la avec --session N.
search-none = « { $query } » ne figure nulle part. Essayez moins de mots, ou --in docs,notes,steps.
import-stand-in = Le texte ne montre pas de cote : { $file } s’appellera { $symbol }. Pour lui en donner une, écrivez symbol = "…" dans { $beside } et importez-le de nouveau.
settings-choice = { $file }, ligne { $line } : { $key } ne peut pas être « { $value } ». Il existe : { $known }.
check-workspace = Dossier de travail : { $folder }
check-sound = Aucun problème.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
count-paragraphs = { $count ->
    [one] { $count } paragraphe
   *[other] { $count } paragraphes
}
count-findings = { $count ->
    [one] { $count } constat
   *[other] { $count } constats
}
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
count-acts = { $count ->
    [one] { $count } acte de suivi
   *[other] { $count } actes de suivi
}
count-recovered = { $count ->
    [one] { $count } note à récupérer d’une séance interrompue
   *[other] { $count } notes à récupérer d’une séance interrompue
}

## Erreurs de la ligne de commande, du terminal et des couleurs

passage-not-found = Aucun passage « { $reference } ». Un passage s’écrit A/77/275:annex/16/a, ou E.2 pour une étape ; plenary documents énumère les documents.
passage-ambiguous = « { $reference } » peut désigner plusieurs passages : { $candidates }. Désignez-en un en entier.
passage-not-held = « { $reference } » : le document { $symbol } n’est pas dans la bibliothèque. Il est publié à l’adresse { $address } ; importez le fichier pour le lire ici.
aliases-broken = Le fichier des noms de documents ne peut être lu : { $reason }.
aliases-field = Fichier des noms de documents : { $field } ne peut valoir « { $value } ».
from-not-exact = « { $reference } » n’est pas un passage exact. Écrivez COTE:ADRESSE, par exemple A/77/275:annex/16/a.
symbol-unreadable = « { $symbol } » n’est pas une cote. Une cote ressemble à A/77/275.
process-unknown = Aucun processus « { $process } ». Il existe : { $known }.
topic-unknown = { $step } n’a pas de thème « { $topic } ». Il y a : { $known }.
not-a-step = « { $reference } » n’est pas une étape recommandée. plenary steps les énumère.
note-unknown = Aucune note « { $id } ». plenary note list montre les identifiants.
note-recovered = Une note d’une séance interrompue a été récupérée ; elle figure parmi vos notes.
file-missing = { $file } n’existe pas. Vérifiez le nom et le dossier.
output-refused = La sortie n’a pas pu être écrite. Vérifiez où elle va ({ $what }).
not-a-terminal = Le bureau a besoin d’un terminal. Dans un script, utilisez une commande : plenary --help les énumère.
terminal-refused = Le terminal ne répond pas. Ouvrez-en un autre et recommencez ({ $what }).
signals-refused = Le système ne laisse pas Plenary écouter ses signaux. Recommencez ({ $what }).
theme-unknown = Pas de couleurs « { $name } ». Il existe : { $known }. Les couleurs habituelles sont utilisées.
theme-broken = Les couleurs « { $file } » ne peuvent pas servir. Choisissez-en d’autres ({ $what }).
keymap-unknown-name = Pas de disposition « { $name } ». Il existe : { $known }. La disposition habituelle est utilisée.
verb-status-next = passer à l’état suivant
hint-status-next = suivant

# Fichiers et dossiers. $reason : permission, full, missing, read-only, other ; $what : les mots du système.
file-unreadable = { $file } ne peut pas être lu : { $reason ->
    [permission] vous n’en avez pas le droit. Changez ses droits d’accès ou adressez-vous à son propriétaire.
    [missing] il n’existe pas.
   *[other] le système le refuse. Vérifiez le nom, le dossier et le disque ({ $what }).
}
file-not-plain = { $file } n’est pas un simple fichier. Déplacez-le ou indiquez-en un autre.
file-too-big = { $file } dépasse { $limit_kb } Ko. Raccourcissez-le ou divisez-le.
file-not-utf8 = Ce n’est pas du texte UTF-8, ligne { $line } : { $file }. Enregistrez le fichier en UTF-8.
file-not-written = { $file } n’a pas pu être écrit : { $reason ->
    [permission] vous n’en avez pas le droit.
    [full] le disque est plein. Faites de la place, puis enregistrez de nouveau.
    [missing] son dossier a disparu.
    [read-only] le disque est en lecture seule.
   *[other] le système le refuse. Vérifiez le nom, le dossier et le disque ({ $what }).
}
file-not-moved = { $file } n’a pas pu être déplacé : { $reason ->
    [permission] vous n’en avez pas le droit.
    [full] le disque est plein.
    [missing] il a disparu.
    [read-only] le disque est en lecture seule.
   *[other] le système le refuse. Vérifiez le nom, le dossier et le disque ({ $what }).
}
file-not-removed = { $file } n’a pas pu être supprimé : { $reason ->
    [permission] vous n’en avez pas le droit.
    [read-only] le disque est en lecture seule.
   *[other] le système le refuse. Vérifiez le nom, le dossier et le disque ({ $what }).
}
folder-not-made = Le dossier { $file } n’a pas pu être créé : { $reason ->
    [permission] vous n’en avez pas le droit. Indiquez-en un autre avec --workspace.
    [full] le disque est plein.
    [read-only] le disque est en lecture seule. Indiquez-en un autre avec --workspace.
   *[other] le système le refuse. Vérifiez le nom, le dossier et le disque ({ $what }).
}
folder-unreadable = Le dossier { $file } ne peut pas être lu : { $reason ->
    [permission] vous n’en avez pas le droit.
   *[other] le système le refuse. Vérifiez le nom, le dossier et le disque ({ $what }).
}
home-unknown = Ce système n’indique pas votre dossier personnel. Définissez HOME ou indiquez un dossier avec --workspace.

# L’espace de travail.
workspace-not-folder = { $file } n’est pas un dossier. Indiquez un dossier avec --workspace.
workspace-locked = Lecture seule : un autre Plenary{ $pid ->
    [unknown] {""}
   *[other] {" "}(processus { $pid } sur { $host })
} écrit ici ; fermez-le pour écrire. Dossier : { $folder }
workspace-not-writable = Lecture seule : { $reason ->
    [permission] le droit d’écrire manque
    [full] le disque est plein
    [read-only] le disque est en lecture seule
   *[other] le système refuse l’écriture ({ $what })
} ; rien n’est enregistré. Dossier : { $file }
workspace-read-only = Lecture seule : ce dossier n’est ouvert que pour lire. Dossier : { $folder }
manifest-broken = { $file }, ligne { $line } : ce n’est pas du TOML. Corrigez cette ligne et recommencez ({ $what }).
manifest-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value }. Corrigez cette ligne et recommencez.
manifest-newer = { $file } provient d’une version plus récente de Plenary (format { $version }). Mettez Plenary à jour.

# Les notes.
note-no-front-matter = La ligne +++ manque au début, ligne { $line } : { $file }. Le fichier reste tel quel.
note-not-closed = La seconde ligne +++ manque, ligne { $line } : { $file }. Le fichier reste tel quel.
note-toml = Guillemet ou valeur à corriger, ligne { $line } : { $file } ({ $what }). Le fichier reste tel quel.
note-key = { $key } ne peut pas être { $value }, ligne { $line } : { $file }. Le fichier reste tel quel.
note-key-missing = { $key } manque, ligne { $line } : { $file }. Le fichier reste tel quel.
note-id-twice = Même identifiant dans deux notes : { $file } et { $other }. Donnez-en un autre à l’une ou supprimez-la.
journal-broken = Ce brouillon n’est pas entier : { $file }. Il reste dans le journal ; ouvrez-le avec un éditeur.

# Le suivi.
log-line-broken = { $file }, ligne { $line } : cette ligne est tronquée ou a été modifiée ; elle ne compte pas.
log-line-unknown = { $file }, ligne { $line } : cette ligne provient d’une version plus récente de Plenary ; elle ne compte pas.

# Les réglages et ce qui est retenu.
settings-broken = { $file }, ligne { $line } : la valeur ou la ligne est mal écrite. Corrigez-la, avec des guillemets droits autour des textes ({ $what }).
settings-key = { $file }, ligne { $line } : le réglage « { $key } » n’existe pas.{ $suggestion ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
}
settings-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value } ; il faut { $expected ->
    [number] un nombre, par exemple 4
    [language] une langue, par exemple "fr" ou "en"
   *[text] un texte entre guillemets droits
}.
desk-broken = { $file } est endommagé : l’endroit où vous étiez est oublié, rien d’autre.

# Les états du suivi.
process-syntax = { $file }, ligne { $line } : ce n’est pas un fichier de processus. Corrigez la ligne ou prenez le fichier fourni pour modèle ({ $detail }).
process-value = { $file }, ligne { $line } : « { $value } » ne peut être lu comme { $field }. Les renvois s’écrivent COTE:ADRESSE (A/77/275:2), les dates AAAA-MM-JJ.
process-order = { $file }, ligne { $line } : cette session finit avant de commencer ({ $value }).
process-unknown-item = { $file }, ligne { $line } : { $value } n’est pas un point de l’ordre du jour de ce processus. Ajoutez-le sous [[items]] ou corrigez l’adresse.
process-twice = { $file }, ligne { $line } : deux sessions portent le numéro { $value }.
language-syntax = Fichier de langue { $language } : la table [{ $table }] ne peut être lue : { $detail }.
citation-template = Fichier de langue { $language } : « { $template } » contient un blanc inconnu ; les blancs connus sont {"{n}"}, {"{sub}"}, {"{mark}"} et {"{s}"}.

## Short names of passages

label-item = point { $number }
label-section = section { $number }
label-paragraph = par. { $number }
verb-open = ouvrir, ou suivre le renvoi
import-empty = { $file } : le fichier est vide. Choisissez-en un autre.
import-too-large = { $file } : le fichier dépasse { $megabytes } Mo. Divisez-le ou choisissez-en un autre.
import-binary = { $file } : ce n’est pas un fichier de texte. Enregistrez d’abord le document en texte brut.
import-not-utf8 = { $file }, ligne { $line } : le texte n’est pas en UTF-8 (octet { $byte }) ; il semble être en { $encoding }. Enregistrez-le en UTF-8.
language-broken = languages/{ $language }.toml : le fichier est illisible : { $reason }
language-key = languages/{ $language }.toml : la clef « { $key } » de la table [import] manque ou ne contient pas de mots.
document-broken = Ce n’est pas un document enregistré, ligne { $line } : { $file }. Importez-le de nouveau ({ $reason }).
document-version = { $file } : écrit par une version plus récente du programme (version { $version }). Mettez Plenary à jour.
document-field = { $file } : la valeur « { $value } » de « { $field } » est illisible.
given-broken = { $file }, ligne { $line } : le fichier joint à la source est illisible. Corrigez cette ligne ({ $reason }).
given-field = { $file } : la valeur « { $value } » de « { $field } » est illisible.
what-status = { $step }, session { $session } : { $status }
what-statuses = { $count } états
what-note-gone = note de { $time } ({ $at }) mise à la corbeille
what-note-back = note de { $time } ({ $at })
notice-copied-quote = Copié avec le texte : { $text }
nothing-here = Rien à montrer ici.
title-seen = { $name } · { $percent } %
verb-paste = coller ce qui a été coupé ou copié
hint-paste = coller
theme-dark = sombres
theme-light = claires
theme-high-contrast = à fort contraste
title-citations = Passages cités
title-cited-by = Cité par
verb-peek = regarder d’ici ce que cite le passage
hint-peek = regarder
verb-cited-by = montrer qui cite le passage
hint-cited-by = cité par
notice-nothing-cited = Ce passage ne cite rien.
notice-cited-by-none = Aucun passage ne cite celui-ci.
notice-reading-citations = Les renvois sont en cours de lecture…
not-in-library = hors bibliothèque
notice-remarked = Remarque conservée : { $step }, session { $session }.
what-remark = remarque sur { $step }, session { $session }
notice-may-write = Vous pouvez de nouveau écrire.

# Le calendrier propre du délégué et les programmes de travail.
calendar-broken = { $file }, ligne { $line } : la valeur ou la ligne est mal écrite. Corrigez-la, les textes entre guillemets ({ $what }).
calendar-newer = { $file } vient d’une version plus récente de Plenary (format { $version }). Mettez Plenary à jour ; d’ici là, le fichier ne compte pas.
calendar-key = { $file }, ligne { $line } : « { $key } » n’existe pas ici. Il y a : { $known }.
calendar-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le ; d’ici là, cette entrée ne compte pas.
calendar-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value } ; il faut { $expected ->
    [number] un nombre entier, par exemple 4
    [numbers] une liste de nombres, par exemple [6, 7]
    [date] un jour, par exemple 2023-03-06
    [time] une heure, par exemple "10:00"
    [kind] "substantive", "intersessional" ou "organizational"
    [item] un point de l’ordre du jour, par exemple "5 a)" ou "item/5/a"
    [section] un point et sa section, par exemple "item/5/a" = "annex/heading/C"
    [pairs] des points et leurs sections, par exemple "item/5/a" = "annex/heading/C"
    [symbol] une cote, par exemple "A/77/275"
    [citation] un passage, par exemple "A/77/275:2"
    [names] un texte, ou un par langue : {"{"} en = "…", fr = "…" {"}"}
    [tables] des entrées sous [[{ $key }]]
    [texts] une liste de textes entre guillemets
   *[text] un texte entre guillemets
}.
calendar-process = { $file }, ligne { $line } : il n’y a pas de processus « { $value } ». Il y a : { $known }.
calendar-item = { $file }, ligne { $line } : { $value } n’est pas à l’ordre du jour de ce processus. plenary agenda en donne les points.
calendar-order = { $file }, ligne { $line } : la fin précède le début ({ $value }). Mettez d’abord ce qui vient d’abord.
calendar-twice = { $file }, ligne { $line } : { $value } figure une seconde fois sous [[{ $key }]]. La première entrée compte ; retirez l’une des deux.
calendar-faulty = { $file } contient une erreur{ $line ->
    [none] {""}
   *[other] {" "}à la ligne { $line }
}. plenary check la donne ; corrigez-la d’abord, puis ajoutez de nouveau les séances. Rien n’a été écrit.
calendar-other-process = { $file } est le calendrier de { $process }. Choisissez un autre dossier de travail pour ce processus ; rien n’a été écrit.
programme-no-such-day = aucun jour n’a pu être lu. Écrivez par exemple 6 mars 2023, 06/03/2023 ou 2023-03-06.
programme-several-days = plusieurs jours à la fois. Donnez à chaque séance une ligne avec son jour.
programme-weekday = le jour de la semaine ne va pas avec { $date }. Vérifiez la date.
programme-no-day = aucun jour ici ni plus haut. Mettez le jour sur cette ligne ou au-dessus.
programme-not-understood = non compris, laissé de côté.
programme-hours = la fin ne vient pas après le début ; seul le début est retenu.
programme-no-session = aucune session connue le { $date }. Vérifiez la date, ou ajoutez la session à calendar.toml.
programme-item = { $item } n’est pas à l’ordre du jour de ce processus, laissé de côté.
programme-heading = colonnes
programme-more = ajouté à la séance ci-dessus
cli-calendar = sessions, séances et échéances dans l’ordre du temps
cli-calendar-add = lire un programme de travail, collé en tableau, dans votre calendrier
cli-calendar-file = un fichier texte avec le tableau ; - pour l’entrée standard
cli-dry-run = montrer seulement ce qui a été compris, ne rien écrire
calendar-none = Aucun processus connu. Choisissez-en un dans settings.toml.
input-unreadable = L’entrée standard ne peut pas être lue. Donnez plutôt un fichier ({ $what }).
programme-none = Aucune séance trouvée. Une ligne demande un jour et une heure, une séance ou un point : 6 mars 2023, 10 h-13 h, point 5 a)
programme-added = { $meetings ->
    [one] { $meetings } séance lue
   *[other] { $meetings } séances lues
}, { $added } { $added ->
    [one] ajoutée
   *[other] ajoutées
} à calendar.toml
meeting = séance
meeting-numbered = { $ordinal } séance
own-calendar = votre calendrier
deadline-of = { $step } : « { $text } »
basis-stated = le texte nomme le jour
basis-end-of-month = fin du mois nommé
basis-end-of-year = fin de l’année nommée
basis-before-session = veille de la { $ordinal } session
basis-start-of-session = début de la { $ordinal } session
basis-end-of-session = fin de la { $ordinal } session
basis-day-before = veille du jour indiqué
basis-after-adoption = compté à partir de l’adoption du texte
basis-counted-before-session = compté à rebours du début de la { $ordinal } session
basis-counted-after-session = compté à partir de la fin de la { $ordinal } session
## Choisir, exporter et prévoir, à la ligne de commande

cli-track-undo = annuler votre dernier acte de suivi
cli-track-redo = rétablir ce que vous avez annulé en dernier
cli-evidence = le passage qui le montre ; le document peut ne pas être dans la bibliothèque
cli-meeting = la séance où cela s’est passé : 3
cli-only-session = seulement ces sessions de fond, par leur numéro
cli-only-section = seulement ces sections du rapport, par leur lettre ou leur numéro
cli-only-item = seulement ces points de l’ordre du jour : 5/f
cli-only-actor = seulement ce qui revient à l’un de ceux-ci
cli-only-force = seulement les textes de cette portée
cli-only-status = seulement ce qui en est à cet état
cli-only-text = seulement les lignes où figurent tous ces mots, sans égard aux accents ni aux majuscules
cli-sort = l’ordre des lignes
cli-group = ranger les lignes sous des titres
cli-topics = énumérer aussi les thèmes de chaque étape
cli-all = énumérer aussi les étapes attendues à aucune session ; avec --deadlines, aussi les échéances lointaines
cli-coverage = dire ce qui est à examiner et n’a ni note, ni intervention, ni position
cli-deadlines = dire les échéances non tenues, passées ou proches
cli-group-none = sans
cli-group-standing = sans session désignée
actor-states = États
actor-interested-states = États intéressés
actor-states-able = États qui en ont la possibilité
actor-secretariat = Secrétariat
actor-chair = Présidence
actor-other = autres
section-unknown = Aucun rapport disponible n’a de section « { $name } ». Il y a : { $known }.
item-unknown = Aucun rapport disponible n’a d’étapes sous un point de l’ordre du jour « { $name } ». Il y a : { $known }.
deadlines-none = Aucune échéance proche n’est en souffrance. Avec --all, les lointaines sont aussi énumérées.
coverage-bare = rien de préparé
coverage-summary = { $bare } sur { $total } sans note, ni intervention, ni position
deadline-today = aujourd’hui
deadline-in = { $days ->
    [one] dans { $days } jour
   *[other] dans { $days } jours
}
deadline-past = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
count-interventions = { $count ->
    [one] { $count } intervention
   *[other] { $count } interventions
}
count-positions = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
track-carried = Reportée à la session { $session }.
track-carried-nowhere = Reportée, mais aucune session après la session { $session } n’est connue.
track-nothing-to-undo = { $author } n’a rien fixé qui puisse être annulé.
track-nothing-to-redo = { $author } n’a rien annulé qui puisse être rétabli.
track-undone = Annulé : { $step }, session { $session } : { $before } → { $after }
track-redone = Rétabli : { $step }, session { $session } : { $before } → { $after }
cli-value-sort = ORDRE
cli-value-group = GENRE
cli-value-actor = ACTEUR
cli-value-force = PORTÉE
cli-value-evidence = RENVOI
cli-value-section = SECTION
cli-value-item = POINT
## Le suivi : choisir ce qu’il montre

binds-agree = convient
binds-request = prie
binds-will = fait ou fera
binds-invite = invite
binds-encourage = encourage
binds-may = peut
facet-session = session
facet-section = section
facet-item = point
facet-actor = acteur
facet-force = portée
facet-status = état
facet-words = mots
facet-standing = sans session ni report
filter-words = « { $words } »
filter-uncovered = à examiner, sans rien de nous
by-none = sans groupes
by-session = par session
by-section = par section
by-item = par point de l’ordre du jour
by-actor = par acteur
by-force = par portée
by-status = par état
order-report = dans l’ordre du rapport
order-deadline = par échéance
order-status = par état, le moins avancé d’abord
order-force = par portée, la plus forte d’abord
order-changed = par dernier changement
group-without = sans indication
count-marked = { $count ->
    [one] { $count } cochée
   *[other] { $count } cochées
}
cli-export = écrire le suivi, ou le calendrier, pour d’autres programmes
cli-export-tracker = le suivi comme classeur, tableau, document ou JSON
cli-export-calendar = sessions, séances et échéances comme fichier de calendrier
cli-to = le fichier ; sa terminaison dit le format, et un fichier de ce nom est remplacé ; - désigne la sortie
cli-format = le format, quelle que soit la terminaison
cli-value-to = FICHIER
cli-value-format = FORMAT
export-tracker-title = Suites données aux étapes recommandées
export-standing = Sans session
export-yes = oui
export-no = non
export-source = Source : { $citation } : « { $words } »
export-meeting = Séance { $number }
export-deadline = Échéance de l’étape { $step }
export-events = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
}{ $undated ->
    [0] {""}
    [one] {""} ; { $undated } session sans dates est laissée de côté
   *[other] {""} ; { $undated } sessions sans dates sont laissées de côté
}
count-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
tracker-nothing-fits = Rien ne correspond à ce filtre. { $key } le retire.
title-filter = Filtrer le suivi
title-grouping = Grouper le suivi
title-beside = Étapes de deux rapports en regard
notice-nothing-beside = Il n’y a pas d’autre rapport de ce processus à mettre en regard. Importez-le : plenary import FICHIER
notice-beside-new = Une étape nouvelle : rien à confirmer du rapport antérieur.
notice-beside = { $step } : { $by } la remplace là où elle n’était pas close.
notice-beside-back = { $step } est de nouveau comme avant.
count-waiting = { $count ->
    [one] { $count } paire à confirmer
   *[other] { $count } paires à confirmer
}
title-evidence = Preuve : le passage qui montre où l’on en est
prompt-carry-over = Reportée (aucune session ultérieure connue), motif :
prompt-carry-over-to = Reportée à la { $ordinal } session, motif :
notice-order = Ordre : { $order }
notice-carried = { $step }, session { $session } : reportée à la { $to } session.
rows-not-shown = { $rows } ({ $hidden ->
    [one] { $hidden } non montrée
   *[other] { $hidden } non montrées
})
notice-evidence = { $step }, session { $session } : preuve { $passage }
what-evidence = preuve de { $step }, session { $session }
verb-evidence = indiquer le passage qui sert de preuve
hint-evidence = preuve
verb-mark = cocher la ligne, ou la décocher
hint-mark = cocher
verb-mark-all = cocher toutes les lignes montrées, ou n’en cocher aucune
hint-mark-all = cocher tout
verb-filter = filtrer le suivi
hint-filter = filtrer
verb-filter-clear = retirer le filtre
hint-filter-clear = sans filtre
verb-uncovered = ne montrer que ce qui est à examiner et sur quoi nous n’avons rien
hint-uncovered = sans rien
verb-standing = montrer aussi les étapes sans session ni échéance, ou les cacher
hint-standing = toutes
verb-group = grouper le suivi
hint-group = grouper
verb-beside = mettre le rapport en regard du précédent
hint-beside = en regard
verb-sort = changer l’ordre du suivi
hint-sort = ordre
progress-bare = { $count } sans rien de nous
notice-coverage = { $session } session : { $due ->
    [one] { $due } étape à examiner
   *[other] { $due } étapes à examiner
}, { $bare } sans note, intervention ni position : { $steps } ({ $keys } les montre).
days-left = { $days ->
    [one] demain
   *[other] dans { $days } jours
}
days-past = { $days ->
    [one] hier
   *[other] il y a { $days } jours
}
days-today = aujourd’hui
verb-timeline = montrer sessions, séances et échéances dans l’ordre du temps
hint-timeline = échéancier
verb-working-day = choisir le jour où l’on travaille
hint-working-day = jour
verb-today = aller à aujourd’hui
hint-today = aujourd’hui
scope-timeline = Échéancier
title-timeline = Échéancier
title-programme = Programme de travail, tel qu’il a été compris
programme-keep = Entrée ajoute à votre calendrier les séances marquées ✓, Échap les laisse. Les lignes marquées d’un point d’exclamation disent ce qui est douteux.
month-of = { $month } { $year }
timeline-undated = sans dates
today = aujourd’hui
here = ici
chosen-day = au { $date }
prompt-day = Jour de travail (vide : aujourd’hui) :
notice-no-day = « { $text } » n’est pas un jour. Écrivez 2023-03-06, 6.3.2023, 6 mars 2023 ou 6 mars ; rien du tout vaut aujourd’hui.
notice-day = Jour de travail : { $date }.
notice-today = Jour de travail : aujourd’hui, { $date }.
notice-no-items = Aucun point n’est connu pour cette séance.
notice-own-dates = Aucun document disponible ne donne ces dates ; elles figurent dans votre calendar.toml.
notice-programme-left = Rien n’a été ajouté.
notice-meeting-on = Une séance de votre calendrier est en cours : le bureau s’ouvre à son point.
export-ending = { $file } : la terminaison ne dit pas de format. Nommez le fichier avec l’une de celles-ci : { $known }.
export-format-missing = Pour la sortie, dites le format avec --format : { $known }.
export-not-text = { $format } n’est pas du texte et ne peut aller à la sortie. Nommez un fichier avec --to.
export-folder = { $file } est un dossier. Nommez un fichier dans ce dossier.
export-in-workspace = { $file } se trouve parmi ce que vous avez fait. Choisissez un autre dossier ; rien n’a été écrit.
export-failed = Le fichier n’a pas pu être fait. Choisissez moins de lignes, par exemple avec --session ({ $what }).
export-column-id = Identifiant
export-column-label = Nom
export-column-step = Étape
export-column-topic = Thème
export-column-section = Section
export-column-item = Point de l’ordre du jour
export-column-words = Texte
export-column-actor = Acteur
export-column-actors = Genre d’acteur
export-column-verb = Verbe
export-column-force = Portée
export-column-voluntary = Volontaire
export-column-session = Session
export-column-status = État
export-column-who = Fixé par
export-column-when = Fixé le
export-column-meeting = Séance
export-column-remark = Remarque
export-column-evidence = Preuve
export-column-deadline = Échéance (texte)
export-column-date = Date
export-column-basis = Fondement de la date
export-column-dated-by = Date tirée de
export-column-cites = Renvois
export-column-notes = Notes
export-column-interventions = Interventions
export-column-positions = Positions
export-column-report = Rapport
export-column-act = Acte
export-colon = {"\u00A0:"}
export-done = { $file } : { $said }
scope-details = Détail d’une ligne du suivi
title-details = Détail
detail = { $label } : { $text }
detail-read = Ce qui y a été lu
detail-verb = verbe
detail-voluntary = à titre volontaire
detail-sessions = sessions
detail-topic = thème
detail-cites = renvoie à
detail-product = à produire
detail-standing = Où l’on en est
detail-carried = venue de la { $ordinal } session
detail-meeting = séance { $meeting }
detail-evidence = preuve
detail-evidence-words = texte de la preuve
detail-missing = mots de l’étape que la preuve n’emploie pas
basis-none = jour inconnu
notice-leads-nowhere = Cette ligne ne mène nulle part ; celles qui mènent à un passage finissent par ›.
