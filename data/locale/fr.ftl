# Messages of the interface in French; en.ftl contains the same messages with the same variables.

## Dates and numbers

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
language-es = espagnol
language-ru = russe
language-ar = arabe
language-zh = chinois

## Status of a follow-up at a session

status-open = ouverte
status-raised = soulevée
status-discussed = examinée
status-agreed = convenue
status-carried-over = reportée
status-superseded = remplacée

## Force: how strongly a text binds

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

## Kinds of documents

kind-report = rapport
kind-draft-report = projet de rapport
kind-resolution = résolution
kind-other = autre document

## Kinds of passages

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

## Kinds of sessions

session-organizational = session d’organisation
session-substantive = session de fond
session-intersessional = réunion intersessions

## Findings: what the importer repaired or found doubtful

finding-url-list = liste d’adresses web mise à part
finding-rule = filet mis à part
finding-furniture = en-tête, numéro de page ou table des matières mis à part
finding-split-word = mot coupé, recollé
finding-joined-page = phrase coupée par un saut de page, recollée
finding-split-doubtful = deux mots, ou un mot coupé en deux
finding-spacing = espace mal placée, corrigée
finding-note-mark = appel de note sorti du texte
finding-note-without-call = note sans appel, ou appel sans note
finding-markup = balisage retiré
finding-number-gap = numéro hors séquence
finding-unplaced = ligne de forme inconnue
finding-given-metadata = indication tirée du fichier joint à la source
finding-missing-metadata = indication introuvable
finding-control-code = caractère de commande rendu visible
finding-language-doubtful = langue incertaine : texte court, ou en deux langues
finding-language-not-read = langue dont les renvois, les suites à donner et les titres ne sont pas reconnus à leurs mots
finding-repeated-part = annexe portant le nom d’une annexe précédente
finding-text-missing = mots de la source qui ne figurent dans aucun passage
finding-text-added = mots qui ne figurent pas dans la source
finding-encoding = codage reconnu au contenu du fichier
finding-tracked-changes = modifications suivies par Word, lues comme acceptées ; « --changes original » lit le texte qui les précède
finding-comment = commentaire sur le texte, laissé de côté
finding-correction-unfit = votre correction d’une importation précédente, qui ne convient plus
correction-passage-gone = Le document n’a pas ce passage.
correction-words-gone = Le passage ne contient pas ces mots exactement une fois après son début.
correction-nothing-before = Aucun passage ne précède, auquel on pourrait le joindre.
correction-number-missing = Un passage de ce type a besoin d’un numéro.
correction-number-taken = Un autre passage porte ce numéro.
correction-kind-impossible = Le passage ne peut pas devenir de ce type ici.
correction-nothing-changed = Le passage est déjà ainsi.

## Panes

pane-agenda = Ordre du jour
pane-reader = Texte
pane-notes = Notes
pane-notes-positions = Positions
pane-notes-only = Notes sans positions
pane-tracker = Suivi

## Scopes of keys, as help lists them

scope-global = Partout
scope-desk = Poste de travail
scope-agenda = Ordre du jour
scope-reader = Texte
scope-notes = Notes
scope-statement = Une déclaration
scope-prompter = Lecture d’une déclaration
scope-tracker = Suivi
scope-editor = Pendant la rédaction d’une note
scope-commands = Dans une note, quand les lettres sont des commandes
scope-lookup = Dans le texte, une note étant ouverte
scope-line = Dans un champ d’une seule ligne

## Names of keys; key-short-… is the short form of a long name

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

## Verbs: what they do (for the palette and help), and a hint for the bottom line. Everywhere

verb-help = afficher les touches disponibles ici
hint-help = aide
verb-palette = choisir une commande par son nom
hint-palette = commandes
verb-quit = quitter
hint-quit = quitter
verb-save = enregistrer ce qui ne l’est pas encore, et dire si tout est enregistré
hint-save = enregistrer
verb-save-as = enregistrer dans un autre dossier ce qui ne l’est pas ; tout, si rien n’est en attente
verb-save-as-typed = enregistrer-sous
verb-save-as-to = enregistrer dans le dossier { $words }
hint-save-as = enreg. dans un dossier
verb-handover = remettre tout l’espace de travail, textes réservés compris, en un fichier
verb-handover-typed = passation
verb-handover-to = tout remettre, textes réservés compris, dans { $words }
hint-handover = remettre
verb-takeover = reprendre l’espace de travail d’un prédécesseur
verb-takeover-typed = reprise
verb-takeover-to = reprendre à partir de { $words }
hint-takeover = reprendre
verb-suspend = revenir au shell (fg pour reprendre)
hint-suspend = suspendre
verb-redraw = redessiner l’écran
hint-redraw = redessiner
verb-language = changer la langue de l’interface
hint-language = langue
verb-theme = changer les couleurs
verb-theme-typed = couleurs
verb-theme-to = choisir les couleurs { $words }
verb-mouse = rendre la souris au terminal, ou la reprendre
hint-mouse = souris
hint-theme = couleurs

## Verbs of the desk

verb-next-pane = passer au volet suivant
hint-next-pane = volet suiv.
verb-previous-pane = passer au volet précédent
hint-previous-pane = volet préc.
verb-next-item = passer au point suivant de l’ordre du jour
hint-next-item = point suiv.
verb-previous-item = revenir au point précédent de l’ordre du jour
hint-previous-item = point préc.
verb-goto = aller à un passage
hint-goto = aller à
verb-search = chercher partout : documents, notes, positions
hint-search = tout chercher
verb-similar = montrer les passages sur le même sujet
hint-similar = même sujet
verb-find = chercher dans le document
hint-find = chercher
verb-find-next = aller à l’occurrence suivante
hint-find-next = occ. suiv.
verb-find-previous = aller à l’occurrence précédente
hint-find-previous = occ. préc.
verb-note = écrire une note ici
hint-note = note
verb-position = rédiger la position sur ce passage
hint-position = position
verb-positions = les positions sur tout l’ordre du jour, d’abord les étapes prévues qui n’en ont pas
hint-positions = positions
verb-basis = citer un libellé convenu dans la position sur ce passage
hint-basis = citer comme fondement
verb-notes-shown = afficher positions et notes, seulement les positions ou seulement les notes
hint-notes-shown = positions ou notes
verb-parts = afficher toutes les parties des positions, ou seulement le texte
hint-parts = parties
verb-intervention = consigner une intervention en une ligne
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
verb-back = revenir à l’endroit précédent
hint-back = retour
verb-forward = aller à l’endroit suivant
hint-forward = avancer
verb-documents = choisir un document
hint-documents = documents
verb-outline = afficher le plan du document
hint-outline = plan
verb-zoom = agrandir ce volet, ou rétablir sa taille
hint-zoom = agrandir
verb-footnote = afficher ou masquer la note de bas de page
hint-footnote = bas de page
verb-reload = tout relire depuis le disque
hint-reload = relire
verb-section-notes = afficher toutes les notes de la section, ou seulement celles d’ici
hint-section-notes = toutes
verb-working-session = choisir la session de travail
hint-working-session = session
verb-next-version = le même passage dans la langue suivante du document
hint-next-version = langue
notice-version = Le texte en { $language }.
notice-version-differs = Le texte en { $language }. { $count ->
    [one] { $count } numéro ne figure que dans l’un des deux textes
   *[other] { $count } numéros ne figurent que dans l’un des deux textes
} : voir la liste des constats.
notice-version-without = Le texte en { $language } n’a pas de { $passage }.
notice-one-version = La bibliothèque n’a ce document que dans une langue.
notice-version-beside = À côté, en { $language }. Tab passe d’une langue à l’autre.
notice-version-beside-differs = À côté, en { $language }. { $count ->
    [one] Un numéro n’est que dans l’une des deux.
   *[other] { $count } numéros ne sont que dans l’une des deux.
}
notice-version-alone = Aucune autre langue à côté.
title-version-differs = { $language } · { $count ->
    [one] { $count } numéro diffère
   *[other] { $count } numéros diffèrent
}
version-only = ≠ seulement en { $language }
finding-only-in-one-language = numéro que le texte dans une autre langue n’a pas
verb-correct = corriger le passage, ou les données de son document
hint-correct = corriger
verb-findings = afficher ce que l’importation a corrigé ou juge douteux
hint-findings = constats
verb-cancel = fermer sans rien changer
hint-cancel = annuler
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

## Verbs of the agenda, the text and the notes

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

## Verbs of the tracker

verb-status = définir l’état
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
verb-history = afficher qui a défini l’état, et quand
hint-history = historique

## Verbs of the note editor

verb-leave = fermer la note (elle est enregistrée)
hint-leave = terminer
verb-look-up = chercher quelque chose dans le texte ; la note reste ouverte
hint-look-up = vers le texte
verb-put-citation = insérer dans la note le renvoi au passage
hint-put-citation = citer
verb-follow-link = aller là où mène le lien de la note, ou au passage de la note
hint-follow-link = suivre
verb-templates = commencer une note par un modèle
verb-templates-typed = modèles
verb-templates-to = commencer une note par le modèle { $words }
hint-templates = modèles
template-floor = En séance
template-bilateral = Entretien bilatéral
template-instruction = Instruction
template-report = Compte rendu
title-templates = Modèles de notes
link-edit-note = modifier cette note
title-note-links = Liens de la note
link-unknown = → passage inconnu
link-open = → { $count } passages portent ce nom
verb-return-to-note = revenir à la note
hint-return-to-note = revenir à la note
verb-put-quote = reproduire dans la note le texte du passage, avec son renvoi
hint-put-quote = reproduire
verb-newline = aller à la ligne
hint-newline = à la ligne
verb-break-line = aller à la ligne, sans nouveau point même dans une liste
hint-break-line = ligne seule
verb-tab = insérer une tabulation ; dans une liste, abaisser le point d’un niveau
hint-tab = tabulation
verb-tab-back = relever le point de la liste d’un niveau
hint-tab-back = relever
verb-command-mode = utiliser les lettres comme commandes, comme dans vi
hint-command-mode = commandes
verb-find-in-note = chercher des mots dans la note
hint-find-in-note = chercher
verb-find-next-in-note = aller à l’endroit suivant dans la note
hint-find-next-in-note = suivant
verb-find-previous-in-note = aller à l’endroit précédent dans la note
hint-find-previous-in-note = précédent
verb-insert = écrire avant le curseur
hint-insert = écrire
verb-insert-after = écrire après le curseur
hint-insert-after = écrire après
verb-insert-at-start = écrire avant le premier mot de la ligne
hint-insert-at-start = écrire au début
verb-insert-at-end = écrire à la fin de la ligne
hint-insert-at-end = écrire à la fin
verb-open-below = écrire sur une nouvelle ligne au-dessous
hint-open-below = ligne dessous
verb-open-above = écrire sur une nouvelle ligne au-dessus
hint-open-above = ligne dessus
verb-count-0 = aller au début de la ligne ; dans un nombre : 0
verb-count-1 = commencer ou continuer un nombre : 1
verb-count-2 = commencer ou continuer un nombre : 2
verb-count-3 = commencer ou continuer un nombre : 3
verb-count-4 = commencer ou continuer un nombre : 4
verb-count-5 = commencer ou continuer un nombre : 5
verb-count-6 = commencer ou continuer un nombre : 6
verb-count-7 = commencer ou continuer un nombre : 7
verb-count-8 = commencer ou continuer un nombre : 8
verb-count-9 = commencer ou continuer un nombre : 9
hint-count-0 = nombre
hint-count-1 = nombre
hint-count-2 = nombre
hint-count-3 = nombre
hint-count-4 = nombre
hint-count-5 = nombre
hint-count-6 = nombre
hint-count-7 = nombre
hint-count-8 = nombre
hint-count-9 = nombre
hint-count = nombre
verb-next-word = aller au début du mot suivant
hint-next-word = mot suivant
verb-word-last = aller à la dernière lettre du mot
hint-word-last = fin du mot
verb-line-text = aller au premier mot de la ligne
hint-line-text = premier mot
verb-delete-words = effacer jusqu’au mot suivant
hint-delete-words = effacer mot
verb-delete-to-word-end = effacer jusqu’à la fin du mot
hint-delete-to-word-end = fin du mot
verb-delete-lines = effacer la ligne
hint-delete-lines = effacer ligne
verb-change-words = écrire autre chose à la place du mot
hint-change-words = changer mot
verb-change-to-end = écrire autre chose jusqu’à la fin de la ligne
hint-change-to-end = changer fin
verb-change-lines = écrire autre chose à la place de la ligne
hint-change-lines = changer ligne
verb-copy-words = copier jusqu’au mot suivant
hint-copy-words = copier mot
verb-copy-to-end = copier jusqu’à la fin de la ligne
hint-copy-to-end = copier fin
verb-copy-lines = copier la ligne
hint-copy-lines = copier ligne
verb-put-after = coller après le curseur ce qui a été effacé ou copié
hint-put-after = coller après
verb-put-before = coller avant le curseur ce qui a été effacé ou copié
hint-put-before = coller avant
verb-join-lines = joindre la ligne à la suivante
hint-join-lines = joindre
verb-space = taper une espace
hint-space = espace
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
verb-select-word-left = étendre la sélection d’un mot à gauche
hint-select-word-left = sél. mot ←
verb-select-word-right = étendre la sélection d’un mot à droite
hint-select-word-right = sél. mot →
verb-select-page-up = étendre la sélection d’une page vers le haut
hint-select-page-up = sél. page ↑
verb-select-page-down = étendre la sélection d’une page vers le bas
hint-select-page-down = sél. page ↓
verb-select-text-start = étendre la sélection jusqu’au début du texte
hint-select-text-start = sél. au début
verb-select-text-end = étendre la sélection jusqu’à la fin du texte
hint-select-text-end = sél. à la fin

## Verbs of a field and its list

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
verb-equivalents = chercher avec ou sans les termes équivalents
hint-equivalents = équivalents
verb-set-status = changer l’état de l’amendement
hint-set-status = état

## Faults of keymap files; all other lines are used

keymap-not-toml = { $file }, ligne { $line } : ce n’est pas du TOML. Le fichier est ignoré tant que la ligne n’est pas corrigée ({ $reason }).
keymap-version = { $file }, ligne { $line } : version inconnue. Écrivez version = { $version } ; d’ici là, le fichier est ignoré.
keymap-outside-scope = { $file }, ligne { $line } : « { $key } » ne figure dans aucun domaine. Placez-la par exemple sous [desk].
keymap-unknown-scope = { $file }, ligne { $line } : domaine « { $scope } » inconnu. Domaines connus : { $scopes }.
keymap-bad-key = { $file }, ligne { $line } : « { $key } » n’est pas une touche. Une touche s’écrit Ctrl-x, Alt-Left, Shift-Tab, Space, F3, G ou g g.
keymap-bad-key-suggested = { $file }, ligne { $line } : « { $key } » n’est pas une touche. Vouliez-vous dire « { $suggestion } » ?
keymap-unknown-verb = { $file }, ligne { $line } : « { $key } » : il n’y a pas de verbe « { $verb } » dans « { $scope } ». La commande plenary keys en donne la liste.
keymap-unknown-verb-suggested = { $file }, ligne { $line } : « { $key } » : il n’y a pas de verbe « { $verb } » dans « { $scope } ». Vouliez-vous dire « { $suggestion } » ?
keymap-not-text = { $file }, ligne { $line } : « { $key } » : le verbe s’écrit entre guillemets droits, par exemple "undo".
keymap-duplicate = { $file }, ligne { $line } : « { $key } » figure deux fois. La première ligne est retenue.
keymap-hidden = { $file }, ligne { $line } : « { $key } » ne peut pas être tapée dans « { $scope } », car « { $shorter } » seule fait déjà quelque chose. Libérez d’abord cette touche : "{ $shorter }" = "".

## The desk

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
notes-unread = Lecture des notes en cours…
# $kind: the folder of the workspace the text belongs to.
pane-typing = { $kind ->
    [positions] Position en cours
    [amendments] Amendement en cours
    [statements] Déclaration en cours
   *[other] Note en cours
}
note-commands = les lettres sont des commandes
note-saved = { $kind ->
    [amendments] enregistré
   *[other] enregistrée
}
note-unsaved = enregistrement…

## What is not on the disk. $reason: a word of `store::disk::reason`, or the id of the message.

not-saved = non enregistré
unsaved-count = { $count ->
    [one] 1 non enregistré
   *[other] { $count } non enregistrés
} : { $why }
unsaved-reason = { $reason ->
    [permission] pas d’autorisation
    [full] disque plein
    [quota] quota du disque épuisé
    [missing] dossier disparu
    [workspace-gone] dossier disparu
    [read-only] disque en lecture seule
    [many-files] trop de fichiers ouverts
    [device] panne du disque
    [long-name] nom trop long
    [bad-name] nom impossible
    [link] lien à cet endroit
    [not-folder] pas de dossier à cet endroit
    [is-folder] dossier à cet endroit
    [exists] nom déjà pris
    [too-large] trop grand pour le disque
    [busy] utilisé ailleurs
    [network] le dossier réseau ne répond pas
    [memory] mémoire épuisée
    [workspace-locked] utilisé par un autre Plenary
    [workspace-read-only] lecture seule
    [workspace-not-writable] lecture seule
    [file-too-big] trop long
    [calendar-faulty] erreur dans le calendrier
   *[other] refus du système
}
unsaved-note = note du { $time }, { $at } : « { $words } »
unsaved-intervention = intervention ({ $delegation }), { $time }, { $at } : « { $words } »
unsaved-statement = déclaration du { $time }, { $at } : « { $words } »
unsaved-position = position du { $time }, { $at } : « { $words } »
unsaved-removal = suppression : { $note }
unsaved-act = suivi, { $step }, session { $session } : { $what }
unsaved-calendar = { $count ->
    [one] une entrée
   *[other] { $count } entrées
} à ajouter au calendrier
unsaved-waiting = en cours d’écriture
notice-all-saved = Tout est enregistré.
notice-still-saving = Enregistrement avant de quitter… (quittez encore une fois pour choisir que faire)
notice-unsaved = { $error } Le texte reste à l’écran et l’enregistrement sera retenté ; { $key } le retente aussitôt.
notice-unjournalled = { $error } Ce que vous tapez n’est pas dans le journal ; le texte est à l’abri une fois enregistré.
notice-unsaved-gone = { $error } Rien n’est perdu : tout reste à l’écran ; { $key } enregistre dans un autre dossier.
notice-not-saved = { $count ->
    [one] Un changement n’est pas enregistré.
   *[other] { $count } changements ne sont pas enregistrés.
} { $error } { $key } enregistre dans un autre dossier.
notice-saved-as = Enregistré dans { $folder } : { $count ->
    [0] { $acts ->
        [one] un état.
       *[other] { $acts } états.
    }
    [one] un texte{ $acts ->
        [0] .
        [one] {" "}et un état.
       *[other] {" "}et { $acts } états.
    }
   *[other] { $count } textes{ $acts ->
        [0] .
        [one] {" "}et un état.
       *[other] {" "}et { $acts } états.
    }
} L’enregistrement dans l’espace de travail est retenté.
notice-copied-to = Tout est déjà enregistré. Une copie des notes, positions et états est dans { $folder } ({ $count } textes, { $acts } états).
notice-not-saved-as = Tout n’a pas pu être enregistré dans { $folder } (enregistrés : { $saved }). { $error }
notice-not-confirmed = Ces mots sont arrivés d’un coup, comme un collage : { $key } les confirme.
notice-no-folder = Tapez un dossier, par exemple ~/copie-plenary ; Échap annule.
save-as-workspace = { $folder } se trouve dans l’espace de travail lui-même. Choisissez un autre dossier.
save-as-home = { $folder } : seul votre propre dossier personnel a une forme courte, ~/. Tapez le chemin entier.
prompt-folder = Enregistrer dans le dossier :
prompt-handover = Tout remettre, textes réservés compris, dans le fichier (.zip) :
prompt-takeover = Reprendre à partir du fichier (.zip) :
notice-no-file = Tapez le chemin d’un fichier qui finit par .zip, ou appuyez sur Échap.
notice-handing-over = Passation de l’espace de travail en cours…
notice-taking-over = Reprise du fichier en cours…
title-handover = Passation
title-takeover = Reprise
handover-listed = {"  "}{ $line }
title-leaving = { $count ->
    [one] Un changement n’est pas enregistré. Quitter ?
   *[other] { $count } changements ne sont pas enregistrés. Quitter ?
}
leave-try-again = Réessayer d’enregistrer, puis quitter
leave-save-as = Enregistrer dans un autre dossier, puis quitter
leave-anyway = Quitter quand même : ce qui n’est pas enregistré s’affiche dans le terminal
leave-not = Rester
left-heading = ===== { $number }. Non enregistré : { $what } (à enregistrer dans { $place }) =====
left-elsewhere = Enregistré dans { $folder }, mais pas dans l’espace de travail : { $what }
unsaved-left = { $count ->
    [one] Un changement n’est pas enregistré dans { $folder } ; il est affiché ci-dessus. Copiez-le maintenant.
   *[other] { $count } changements ne sont pas enregistrés dans { $folder } ; ils sont affichés ci-dessus. Copiez-les maintenant.
}
tracker-empty = Ce rapport n’indique aucune session pour ses étapes recommandées.
report-no-steps = Ce rapport ne contient pas d’étapes recommandées.
progress-open = à soulever : { $open }
column-deadline = échéance
quoted-passage = « { $words } » ({ $citation })

## Lists and fields

title-help = Touches
title-palette = Commandes
title-goto = Aller à
title-search = Chercher partout
title-similar = Sur le même sujet
search-own = Notes, positions et remarques
search-add-ring = Retenir comme équivalents : { $terms }
search-remove-ring = Supprimer l’équivalence : { $terms }
notice-ring-added = Retenus comme équivalents : { $terms }. Les termes sont dans concepts.toml, dans le dossier de travail.
notice-ring-removed = Plus équivalents : { $terms }. Pour rétablir l’équivalence, saisissez-la de nouveau.
search-kind-note = note
search-kind-intervention = intervention
search-kind-position = position
search-kind-amendment = amendement
search-kind-statement = déclaration
search-kind-remark = remarque
title-positions = Positions
title-basis = Ce sur quoi repose la position
title-documents = Documents
title-outline = Plan
title-passage-corrections = Corriger { $passage }
title-split-points = Terminer le passage avant …
correct-confirm = Il est correct tel quel
correct-join = Le joindre au passage précédent
correct-split = Le diviser …
correct-number = Changer son numéro …
correct-kind = C’est un passage de ce type : { $kind }
correct-undo = Annuler la dernière correction
correct-document = Le document
correct-title = Changer son titre …
correct-symbol = Changer sa cote …
correct-date = Changer sa date …
correct-remove = Le mettre à la corbeille
prompt-passage-number = Numéro :
prompt-symbol = Cote :
prompt-title = Titre :
prompt-date = Date :
notice-no-title = Saisissez un titre.
title-imported = Ce qui a été importé
prompt-import = Importer (fichier ou dossier) :
notice-import-begins = Importation en cours …
notice-import-counted = { $total ->
    [one] Un fichier va être importé. Échap arrête.
   *[other] { $total } fichiers vont être importés. Échap arrête.
}
notice-no-path = Aucun fichier ni dossier ne commence par ce qui est tapé.
notice-importing = Importation : { $done } fichiers sur { $total }. Échap arrête.
notice-import-runs = Une importation est en cours. Échap l’arrête.
notice-import-stopped = L’importation est arrêtée. Ce qui a été importé reste.
import-total = { $new } nouveaux, { $replaced } remplacés, { $same } déjà dans la bibliothèque, { $refused } refusés
import-done-new = { $symbol } ({ $language }) : nouveau, { $paragraphs } paragraphes, { $findings } constats · { $file }
import-done-same = { $symbol } ({ $language }) : déjà dans la bibliothèque · { $file }
import-done-replaced = { $symbol } ({ $language }) : remplace une version antérieure, { $paragraphs } paragraphes, { $findings } constats · { $file }
verb-import = importer des fichiers : PDF, Word, HTML, XML, texte
hint-import = importer
verb-inbox = ce qui a été enregistré dans la boîte de réception, pour l’importer
hint-inbox = réception
verb-dismiss = ne plus proposer le fichier
hint-dismiss = écarter
title-inbox = Dans la boîte de réception : importer
inbox-all = Les { $count } fichiers
notice-inbox = { $count ->
    [one] Un nouveau document dans la boîte de réception.
   *[other] { $count } nouveaux documents dans la boîte de réception.
} { $key } en donne la liste.
notice-inbox-off = Aucune boîte de réception. Écrivez inbox = "~/Téléchargements" dans settings.toml, avec le dossier où vous enregistrez les documents.
notice-inbox-empty = { $folder } : rien de nouveau à importer.
notice-dismissed = { $count ->
    [one] Le fichier n’est plus proposé, sauf s’il change.
   *[other] { $count } fichiers ne sont plus proposés, sauf s’ils changent.
}
saved-pdf = PDF
saved-word = Word
saved-html = page web
saved-xml = XML
saved-text = texte
saved-archive = archive
size-kilobytes = { $count } Ko
inbox-missing = La boîte de réception { $folder } n’est pas un dossier, ou n’existe pas. Corrigez inbox dans settings.toml, ou créez le dossier.
inbox-off = Aucune boîte de réception. Écrivez inbox = "~/Téléchargements" dans { $file }, avec le dossier où vous enregistrez les documents.
inbox-empty = { $folder } : rien de nouveau à importer.
cli-inbox = énumérer les fichiers de la boîte de réception, le dossier où l’on enregistre les documents, qui peuvent être importés
title-findings = Ce que l’importation a corrigé ou juge douteux
title-history = Qui a défini l’état, et quand
type-to-filter = tapez pour filtrer, Entrée pour choisir
nothing-fits = Aucun résultat. Retour arrière efface une lettre, Échap ferme.
prompt-find = Chercher :
prompt-find-in-note = Chercher dans la note :
prompt-intervention = Délégation :
prompt-intervention-hint = texte (+ pour, − contre, = neutre, ? question)
prompt-remark = Remarque :
history-undone = annulé
why-named = renvoi complet
why-same-part = dans la partie que vous lisez
why-same-document = ailleurs dans ce document
why-other-document = dans un autre document
why-held = dans la bibliothèque
why-nickname = nom abrégé
why-under-item = sous ce point de l’ordre du jour
why-corrected = orthographe corrigée
why-not-held = hors bibliothèque
proof-same = confirmé par { $passage } : texte identique
proof-changed = { $passage } reprend ce texte avec des modifications
proof-not-found = la suite diffère dans { $passage } : à vérifier
origin-same = texte identique
origin-changed = avec des modifications
changes-legend = { "{-" }retiré ici{ "-}" } { "{+" }ajouté ici{ "+}" }
absent-enter = Entrée copie cette adresse.

## Notices: what was just done

notice-choose-by-key = Appuyez sur l’une des touches affichées ; Échap annule.
notice-unknown-key = { $key } ne fait rien ici ; { $help } affiche les touches, { $quit } quitte.
notice-not-held = { $symbol } n’est pas dans la bibliothèque. Importez-le avec : plenary import FICHIER
notice-no-passage = { $symbol } n’a pas de passage { $address }.
notice-no-way-back = Il n’y a pas d’endroit précédent.
notice-no-way-forward = Il n’y a pas d’endroit suivant.
notice-first-item = C’est le premier point de l’ordre du jour.
notice-last-item = C’est le dernier point de l’ordre du jour.
notice-faults = { $first } ({ $count } problèmes ; plenary check les énumère)
notice-copied = Copié : { $text }
notice-mouse = La souris agit de nouveau dans Plenary.
notice-no-mouse = La souris est rendue au terminal : elle y sélectionne du texte.
notice-theme = Couleurs : { $theme }
notice-no-theme = Ces couleurs n’existent pas. Connues : { $known }.
notice-reloaded = Notes, suivi, documents et calendrier relus depuis le disque.
notice-text-too-long = Non inséré : un texte ne peut dépasser { $limit_kb } Ko et en aurait { $size_kb }. Ce qui était là avant est inchangé.
# $kind: the folder of the workspace the text belongs to.
notice-note-kept = { $kind ->
    [positions] Position enregistrée.
    [amendments] Amendement enregistré.
    [statements] Déclaration enregistrée.
   *[other] Note enregistrée.
}
notice-note-deleted = { $kind ->
    [positions] Position supprimée ; { $key } la rétablit.
    [amendments] Amendement supprimé ; { $key } le rétablit.
    [statements] Déclaration supprimée ; { $key } la rétablit.
   *[other] Note supprimée ; { $key } la rétablit.
}
notice-note-emptied = { $kind ->
    [positions] La position vide a été mise à la corbeille ; « annuler » la rétablit.
    [amendments] L’amendement vide a été mis à la corbeille ; « annuler » le rétablit.
    [statements] La déclaration vide a été mise à la corbeille ; « annuler » la rétablit.
   *[other] La note vide a été mise à la corbeille ; « annuler » la rétablit.
}
notice-note-beside = Quelqu’un d’autre a modifié cette note entre-temps : les deux versions sont conservées, la vôtre dans une note à part.
notice-note-stays = Quelqu’un d’autre a modifié cette note entre-temps : sa version est conservée, la vôtre est dans la corbeille.
notice-no-note = Il n’y a pas de note ici.
notice-no-footnote = Ce passage n’appelle aucune note de bas de page.
notice-no-search = Aucune recherche n’a encore été effectuée.
notice-not-found = « { $query } » ne figure pas dans ce document.
goto-together = { $count } passages
notice-found = { $at } sur { $count }
notice-nothing-to-undo = Il n’y a rien à annuler.
notice-nothing-to-redo = Il n’y a rien à rétablir.
notice-undone = Annulé : { $what }
notice-redone = Rétabli : { $what }
notice-no-step = L’état se rapporte à une étape recommandée : choisissez-en une d’abord.
notice-status = { $step }, session { $session } : { $status }

## The command line

cli-about = L’ordre du jour, les rapports, vos notes et le suivi d’un groupe de travail des Nations Unies, dans un terminal. Sans commande, le poste de travail s’ouvre.
cli-json = produire une valeur JSON
cli-workspace = l’espace de travail
cli-lang = la langue de l’interface : en ou fr
cli-today = le jour de travail, au lieu d’aujourd’hui
cli-session = une session de fond, par son numéro
cli-at = ouvrir le poste de travail à ce passage
cli-documents = les documents de la bibliothèque
cli-show = un document, une section ou un passage
cli-resolve = les passages qu’un renvoi peut désigner
cli-cites = ce qu’un passage cite, y compris dans ses notes de bas de page
cli-cited-by = les passages qui citent un passage donné
cli-agenda = les points de l’ordre du jour, leurs sections et leurs étapes recommandées
cli-steps = les étapes recommandées : qui, avec quelle portée, quand
cli-track = ce qui doit être examiné à chaque session, et où l’on en est
cli-track-set = définir l’état d’une étape à une session
cli-beside = les étapes d’un rapport en regard de celles d’un rapport antérieur : reprises, reformulées, abandonnées, nouvelles
cli-beside-old = le rapport antérieur, par sa cote
cli-beside-new = le rapport postérieur, par sa cote
cli-beside-confirm = confirmer la paire de cette étape du rapport antérieur : la nouvelle étape la remplace aux sessions où elle n’est encore ni examinée ni convenue ; « all » confirme toutes les paires
cli-note = ajouter, énumérer et afficher des notes
cli-note-add = écrire une note sur un passage
cli-note-list = toutes les notes, les plus récentes d’abord
cli-note-show = une note
cli-position = préparer ce que dira la délégation : texte, repli, ligne rouge, instruction
cli-position-list = les étapes prévues sans position, puis toutes les positions
cli-position-show = une position, et si les passages qu’elle cite contiennent bien ces mots
cli-position-set = modifier la position sur un passage, ou en créer une
cli-position-id = l’identifiant de la position
cli-position-text = ce qui est dit
cli-position-fallback = ce qui est acceptable à défaut
cli-position-red-line = ce qui n’est pas acceptable
cli-position-arguments = les raisons
cli-position-basis = le libellé convenu sur lequel elle repose : citations et renvois
cli-position-instruction = le reste de l’instruction : ce qui n’est ni un nom, ni une date, ni une référence
cli-position-status = où elle en est
cli-position-instruction-from = l’auteur de l’instruction
cli-position-instruction-date = le jour de l’instruction
cli-position-instruction-until = le dernier jour de validité de l’instruction
cli-position-instruction-reference = le numéro de la lettre ou du télégramme
cli-search = chercher des mots dans les documents, les étapes et les notes
cli-findings = énumérer ce qui a été réparé dans les documents et ce qui est douteux, le plus important d’abord
cli-findings-reference = un document ou un passage ; sans référence, tous les documents
findings-none = Rien n’a été réparé et rien n’est douteux.
severity-words = mots
severity-doubt = doute
severity-remark = remarque
severity-repair = réparation
severity-routine = mise en forme
finding-on-page = p. { $page }
finding-on-line = ligne { $line }
cli-document = corriger un document importé, changer ses données ou le supprimer
cli-document-correct = corriger un passage ; la correction vaut aussi quand le document est importé de nouveau
cli-document-split = terminer le passage avant ces mots, qui commencent le suivant
cli-document-join = le passage continue celui qui précède
cli-document-kind = le type du passage
cli-document-number = le numéro du passage : 17, 17 bis, c)
cli-document-confirm = le passage est correct : aucun doute n’est plus signalé à son sujet
cli-document-language = la langue du texte, si la bibliothèque en a plusieurs
cli-document-undo = annuler la dernière correction
cli-document-corrections = énumérer les corrections d’un document
cli-document-set = changer la cote, le titre, la date ou le type d’un document
cli-document-symbol = sa cote
cli-document-title = son titre
cli-document-date = sa date
cli-document-set-kind = le type du document
cli-document-remove = mettre un document à la corbeille ; les notes qui s’y rapportent restent
document-corrected = { $symbol } : { $count ->
    [0] aucun passage n’est corrigé.
    [one] { $count } passage corrigé, aussi en cas de nouvelle importation.
   *[other] { $count } passages corrigés, aussi en cas de nouvelle importation.
}
document-removed = { $symbol } ({ $language }) est dans la corbeille (documents/.trash). Les notes qui s’y rapportent restent.
document-not-imported = L’espace de travail n’a pas de document { $symbol } ({ $language }) à supprimer : ceux qui viennent avec Plenary restent.
document-symbol-taken = La bibliothèque a un autre document { $symbol } ({ $language }). Supprimez d’abord celui-ci, ou donnez une autre cote.
correction-none = Rien n’est corrigé dans { $symbol }.
correction-split = se termine avant « { $words } »
correction-join = continue le passage précédent
correction-confirm = correct tel quel
corrections-broken = { $file }, ligne { $line } : les corrections sont illisibles. Corrigez cette ligne ({ $reason }).
cli-fetch-list = énumérer les documents cités qui manquent à la bibliothèque, avec leur adresse officielle ; Plenary n’ouvre jamais ces adresses
fetch-list-empty = Tous les documents cités dans la bibliothèque s’y trouvent.
count-passages-citing = { $count ->
    [one] cité dans { $count } passage
   *[other] cité dans { $count } passages
}
cli-import = importer des fichiers, des dossiers et des archives comme documents
cli-keys = chaque touche et ce qu’elle fait
cli-check = vérifier les réglages, la bibliothèque et l’espace de travail
cli-completions = complétion des commandes pour un shell
cli-reference = un passage : A/77/275:annex/16/a, "A/77/275, annexe, par. 16 a)", E.2
cli-from = le passage en cours de lecture : les passages proches viennent d’abord
cli-process = un processus : oewg-2021-2025
cli-one-document = un document, par sa cote
cli-step = une étape et, après une barre oblique, l’un de ses thèmes : E.2, A/77/275:annex/F/next/2/a
cli-status = l’état à définir
cli-remark = une remarque enregistrée avec l’état
cli-note-text = le texte de la note
cli-note-id = l’identifiant de la note
cli-in = où chercher : docs, notes, steps, positions (par défaut : partout)
cli-query = les mots, accordés ou non ; "une expression", -sans, début*, et des champs : doc: part: kind: lang: by: session: date: status: step:
cli-exact = ne chercher que ce qui est saisi, sans les termes équivalents
cli-import-language = la langue du texte, si ce n’est pas celle qui a été reconnue
cli-import-changes = texte lu dans un fichier Word aux modifications suivies : avec elles (accepted) ou avant elles (original)
cli-import-replace = remplacer un document de même cote et de même langue même si le fichier ne se dit pas plus récent
cli-file = des fichiers PDF, Word (.docx), XML et HTML, des textes dans tout encodage courant, des archives et des dossiers de tels fichiers, ou des motifs comme "papiers/**/*.pdf" ; les indications manquantes peuvent figurer dans un fichier TOML du même nom placé à côté
cli-shell = bash, zsh, fish, elvish ou powershell
cli-help = afficher cette aide
cli-version = afficher la version
cli-usage = Utilisation :
cli-commands = Commandes{"\u00A0"}
cli-arguments = Arguments{"\u00A0"}
cli-options = Options{"\u00A0"}
cli-known-values = [valeurs : { $known }]
cli-value-command = COMMANDE
cli-value-folder = DOSSIER
cli-value-lang = LANGUE
cli-value-lang-lang = LANGUE,LANGUE
cli-value-yyyy-mm-dd = AAAA-MM-JJ
cli-value-ref = RENVOI
cli-value-ref-id = RENVOI|ID
cli-value-symbol = COTE
cli-value-symbol-address = COTE:ADRESSE
cli-value-step = ÉTAPE
cli-value-step-topic = ÉTAPE[/THÈME]
cli-value-status = ÉTAT
cli-value-text = TEXTE
cli-value-query = MOTS
cli-value-words = MOTS
cli-value-file = FICHIER
cli-value-order = ORDRE
cli-value-kind = GENRE
cli-value-actor = ACTEUR
cli-value-force = PORTÉE
cli-value-section = SECTION
cli-value-item = POINT
cli-value-format = FORMAT
cli-value-id = ID
cli-value-n = N
cli-value-number = NUMÉRO
cli-value-time = HEURE
cli-value-delegation = DÉLÉGATION
cli-value-group = GROUPE
cli-value-name = NOM
cli-value-list = LISTE
cli-value-columns = COLONNES
cli-value-stance = AVIS
cli-value-who = QUI
cli-value-code = CODE
cli-value-old = ANCIEN
cli-value-new = NOUVEAU
cli-value-shell = SHELL
usage-argument-unknown = « { $word } » n’est pas une option de cette commande.{ $suggestion ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
} --help énumère ses options.
usage-command-unknown = Aucune commande « { $word } ».{ $suggestion ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
} plenary --help énumère les commandes.
usage-command-missing = { $command } attend une commande : { $known }.
usage-argument-missing = Il manque : { $argument }. --help indique ce que la commande attend.
usage-value-missing = { $argument } attend une valeur.
usage-value-many = { $argument } a une valeur de trop : « { $value } ».
usage-value-wrong = « { $value } » n’est pas une valeur possible de { $argument }.{ $known ->
    [none] {""}
   *[other] {" "}Valeurs possibles : { $known }.
}
usage-day-wrong = « { $value } » n’est pas une valeur possible de { $argument }. Écrivez un jour des années { $first } à { $last }, par exemple 2023-03-06.
usage-twice = { $argument } ne peut figurer qu’une fois.
usage-not-utf8 = L’un des arguments n’est pas du texte UTF-8. Saisissez-le de nouveau.
usage-other = La commande n’a pas été comprise ; plenary --help l’explique ({ $what }).
session-unknown = Il n’y a pas de session { $session }. Sessions connues : { $known }.
note-empty = La note est vide. Écrivez son texte après le passage : plenary note add E.2 "…"
steps-none = Aucune étape recommandée ne correspond. plenary documents énumère les documents, plenary agenda leurs étapes.
document-not-held = { $symbol } n’est pas dans la bibliothèque ; plenary documents en énumère les documents.
beside-no-steps = { $symbol } n’a pas d’étapes recommandées : s’il s’agit d’un projet, elles sont peut-être encore à venir. Rien n’est comparé.
beside-languages = { $old } est disponible en { $one }, { $new } en { $two } : des textes de langues différentes ne peuvent pas être comparés. Importez l’un dans la langue de l’autre.
beside-session = La session de cette étape n’est pas connue. Indiquez-la avec --session N.
search-none = « { $query } » est introuvable. Essayez moins de mots.
search-unknown-field = Le champ « { $field }: » n’existe pas ; il a été cherché comme mot. Vouliez-vous dire « { $nearest }: » ?
search-empty-field = « { $field }: » n’a pas de valeur et a été laissé de côté.
search-unknown-value = « { $field }:{ $value } » a été laissé de côté : cette valeur n’existe pas. Vouliez-vous dire « { $nearest } » ?
search-open-quote = Le guillemet n’est pas fermé : tout ce qui le suit forme une seule expression.
search-alone = « { $sign } » seul a été laissé de côté.
search-too-long = Seuls les { $most } premiers octets ont été recherchés ; le reste a été ignoré.
search-only-excluded = Rien à trouver : la recherche ne dit que ce qui doit manquer. Ajoutez un mot.
search-without = Sans : { $words }.
search-best-only = Seuls les { $count } meilleurs résultats figurent ici. D’autres mots restreignent la recherche.
search-corrected = « { $word } » ne figure nulle part ; « { $read } » a été cherché.
search-unknown-word = « { $word } » ne figure nulle part.
search-through = « { $word } » trouve aussi « { $term } ».
search-index = L’index des mots est inutilisable ({ $what }). Son dossier peut être supprimé : il sera refait.
concepts-broken = { $file }, ligne { $line } : cette valeur ou cette ligne n’est pas valable. Corrigez-la ; les textes s’écrivent entre guillemets droits ({ $what }).
concepts-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
concepts-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le.
concepts-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value }.
import-outcome-new = nouveau
import-count = { $count ->
    [one] { $count } fichier va être importé.
   *[other] { $count } fichiers vont être importés.
}
import-outcome-same = déjà dans la bibliothèque
import-outcome-replaced = remplace une version précédente
import-outcome-replaced-of = remplace la version du { $date }
import-older = { $file } : daté du { $date }, il est plus ancien que le document { $symbol } ({ $language }), « { $stored } », du { $stored_date }, déjà dans la bibliothèque. Pour remplacer celui-ci malgré tout, importez avec --replace.
import-undated = { $file } : il ne porte pas de date, et la bibliothèque contient { $symbol } ({ $language }), « { $stored } », du { $stored_date }. Indiquez sa date dans un fichier TOML à côté, ou remplacez l’autre avec --replace.
import-advance = { $file } : c’est une version préliminaire, et la bibliothèque contient la version définitive de { $symbol } ({ $language }), « { $stored } ». Pour remplacer celle-ci malgré tout, importez avec --replace.
import-other-text = { $file } : « { $title } » a la cote et la langue du document { $symbol } ({ $language }), « { $stored } », déjà dans la bibliothèque, mais presque rien de son texte. Indiquez sa cote dans un fichier TOML à côté, ou remplacez l’autre avec --replace.
import-newer = { $file } : { $stored } a été écrit par un Plenary plus récent (version { $version } du format) et reste tel quel. Importez avec ce Plenary plus récent.
import-missing = { $file } : { $count ->
    [one] { $count } lettre du texte ne figure
   *[other] { $count } lettres du texte ne figurent
} dans aucun passage. Les mots se trouvent dans les constats du document, avec leurs lignes.
import-stand-in = Le texte ne contient pas de cote : { $file } s’appellera { $symbol }. Pour lui en donner une, écrivez symbol = "…" dans { $beside } et importez-le de nouveau.
settings-choice = { $file }, ligne { $line } : { $key } ne peut pas être « { $value } ». Valeurs possibles : { $known }.
check-workspace = Espace de travail : { $folder }
check-sound = Aucun problème.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
count-paragraphs = { $count ->
    [one] { $count } paragraphe
   *[other] { $count } paragraphes
}
count-brackets = { $count ->
    [one] { $count } crochet
   *[other] { $count } crochets
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
    [one] { $count } entrée de suivi
   *[other] { $count } entrées de suivi
}
count-recovered = { $count ->
    [one] { $count } note à récupérer d’une exécution interrompue
   *[other] { $count } notes à récupérer d’une exécution interrompue
}

## Errors of the command line, the terminal and the themes

passage-not-found = Aucun passage « { $reference } ». Un passage s’écrit A/77/275:annex/16/a, ou E.2 pour une étape ; plenary documents énumère les documents.
passage-ambiguous = « { $reference } » peut désigner plusieurs passages : { $candidates }. Précisez lequel.
passage-not-held = « { $reference } » : le document { $symbol } n’est pas dans la bibliothèque. Il est publié à l’adresse { $address } ; importez le fichier pour le lire ici.
aliases-broken = { $file }, ligne { $line } : cette valeur ou cette ligne n’est pas valable. Corrigez-la ; les textes s’écrivent entre guillemets droits ({ $what }).
aliases-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
aliases-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le.
aliases-field = { $file }, ligne { $line } : { $key } ne peut pas être { $value }.
from-not-exact = « { $reference } » n’est pas un passage exact. Écrivez COTE:ADRESSE, par exemple A/77/275:annex/16/a.
symbol-unreadable = « { $symbol } » n’est pas une cote. Une cote ressemble à A/77/275.
process-unknown = Aucun processus « { $process } ». Processus connus : { $known }.
topic-unknown = { $step } n’a pas de thème « { $topic } ». Ses thèmes : { $known }.
not-a-step = « { $reference } » n’est pas une étape recommandée. plenary steps les énumère.
position-unknown = Aucune position « { $id } ». plenary position list affiche les identifiants.
position-nothing-to-set = Rien à définir. Donnez le texte d’une partie, un état ou une instruction ; --help les énumère.
position-value = Position { $id } : { $key } ne peut pas être { $value } ; valeur attendue : { $expected ->
    [status] idea, draft, sent, cleared, delivered ou superseded
    [truth] true ou false
    [languages] une liste de langues : ["fr", "en"]
    [table] une table : { "{" } from = "…", until = 2023-03-10 { "}" }
    [day] un jour : 2023-03-10
    [minutes] un nombre de minutes : 3
   *[text] un texte entre guillemets droits
}. Le fichier reste tel quel.
position-name = POSITION
warning-instruction = instruction { $place }
position-restricted = ⊘ réservée
notice-basis-added = Cité dans la position : { $citation }
notice-basis-known = La position cite déjà ce passage.
notice-notes-shown = Affiché ici : { $kinds }
position-idea = idée
position-draft = projet
position-sent = envoyée
position-cleared = approuvée
position-delivered = prononcée
position-superseded = remplacée
position-part-text = Texte
position-part-fallback = Repli
position-part-red-line = Ligne rouge
position-part-arguments = Arguments
position-part-basis = Fondement
position-part-instruction = Instruction
position-gap = prévue à la { $session } session, rien
position-time = { $time } sur { $limit }
position-time-over = { $time } sur { $limit } ▲ temps dépassé
position-gap-item = prévue à la { $session } session, seulement sur le point
position-expired = instruction expirée le { $date }
position-valid = instruction valable jusqu’au { $date }
basis-verbatim = textuel
basis-changed = modifié
basis-not-found = introuvable
basis-not-held = absent de la bibliothèque
basis-cited = cité
note-unknown = Aucune note « { $id } ». plenary note list affiche les identifiants.
note-recovered = { $count ->
    [one] Une note d’une exécution interrompue a été récupérée ; elle figure parmi vos notes.
   *[other] { $count } notes d’une exécution interrompue ont été récupérées ; elles figurent parmi vos notes.
}
note-split = Une note d’une exécution interrompue dépassait { $limit_kb } Ko. Elle a été récupérée entière, en { $count } notes qui se suivent.
note-not-recovered = Un texte d’une exécution interrompue n’a pas encore pu être enregistré. Il est affiché et marqué comme non enregistré, et l’enregistrement sera retenté ; son brouillon reste dans { $file }. { $why }
file-missing = { $file } n’existe pas. Vérifiez le nom et le dossier.
output-refused = La sortie n’a pas pu être écrite : { refusal }
not-a-terminal = Le poste de travail a besoin d’un terminal. Dans un script, utilisez une commande : plenary --help les énumère.
terminal-refused = Le terminal ne répond pas ; ouvrez-en un autre et recommencez : { refusal }
signals-refused = Le système ne laisse pas Plenary recevoir ses signaux. Recommencez ({ $what }).
work-panicked = Une erreur s’est produite dans Plenary ; tout le reste continue. Merci de la signaler : { $what }
theme-unknown = Aucun thème de couleurs « { $name } ». Thèmes connus : { $known }. Le thème par défaut est utilisé.
issued-broken = Le fichier « { $file } », où sont gardés les événements exportés, est illisible ({ $what }). Déplacez-le : les événements seront exportés comme nouveaux.
theme-broken = Le thème de couleurs « { $file } » ne peut pas être utilisé. Choisissez-en un autre ({ $what }).
keymap-unknown-name = Aucune disposition « { $name } ». Dispositions connues : { $known }. La disposition par défaut est utilisée.
verb-status-next = passer à l’état suivant
hint-status-next = suivant

# Why the system refused something, and what to do; for the messages below. $reason: a word of `store::disk::reason`; $what: the
# message of the system.
refusal = { $reason ->
    [permission] vous n’en avez pas le droit. Changez les droits d’accès ou adressez-vous au propriétaire.
    [full] le disque est plein. Faites-y de la place, puis réessayez.
    [quota] votre quota sur ce disque est épuisé. Supprimez des fichiers inutiles ou demandez plus de place.
    [missing] le fichier ou son dossier n’existe pas. Vérifiez le nom et le dossier.
    [read-only] le disque est en lecture seule. Rendez-le accessible en écriture ou utilisez un autre dossier.
    [many-files] trop de fichiers sont ouverts. Fermez d’autres programmes, puis réessayez.
    [device] le disque signale une panne. Gardez une copie ailleurs et faites vérifier le disque.
    [long-name] le nom est trop long pour ce disque. Choisissez-en un plus court.
    [bad-name] un fichier ne peut pas porter ce nom. Choisissez-en un autre.
    [link] un lien symbolique occupe cette place. Supprimez-le ou utilisez un autre nom.
    [not-folder] un fichier se trouve là où il faut un dossier. Déplacez-le ou utilisez un autre dossier.
    [is-folder] un dossier se trouve là où il faut un fichier. Déplacez-le ou utilisez un autre nom.
    [exists] ce nom est déjà pris. Déplacez ce qui s’y trouve ou utilisez un autre nom.
    [too-large] le disque n’accepte pas de fichiers de cette taille. Utilisez un autre disque.
    [busy] un autre programme l’utilise. Fermez ce programme, puis réessayez.
    [network] le dossier du réseau ne répond pas. Vérifiez la connexion, puis réessayez.
    [memory] la machine n’a plus de mémoire. Fermez d’autres programmes, puis réessayez.
    [closed] plus personne ne lit. Relancez la commande.
   *[other] le système a refusé. Vérifiez le nom, le dossier et le disque ({ $what }).
}

# Files and folders.
file-unreadable = { $file } ne peut pas être lu : { refusal }
file-not-plain = { $file } n’est pas un fichier ordinaire. Déplacez-le ou indiquez-en un autre.
file-too-big = { $file } dépasse { $limit_kb } Ko. Raccourcissez-le ou divisez-le.
file-not-utf8 = Ce n’est pas du texte UTF-8, ligne { $line } : { $file }. Enregistrez le fichier en UTF-8.
link-leads-out = { $file } est un lien symbolique vers { $target }, hors de l’espace de travail ; rien n’est écrit à travers lui. Mettez un vrai fichier ou dossier à sa place.
hidden-copy = { $file } est une copie inachevée de { $original }, qui manque. Renommez-la pour la garder, ou supprimez-la.
file-not-written = { $file } n’a pas pu être écrit : { refusal }
file-not-moved = { $file } n’a pas pu être déplacé : { refusal }
file-not-removed = { $file } n’a pas pu être supprimé : { refusal }
folder-not-made = Le dossier { $file } n’a pas pu être créé : { refusal }
folder-unreadable = Le dossier { $file } ne peut pas être lu : { refusal }
home-unknown = Votre dossier personnel n’est pas connu. Définissez HOME ou indiquez un dossier avec --workspace.

# The workspace.
workspace-not-folder = { $file } n’est pas un dossier. Indiquez le nom d’un dossier.
workspace-locked = Lecture seule : un autre Plenary{ $pid ->
    [unknown] {""}
   *[other] {" "}(processus { $pid } sur { $host })
} écrit ici ; fermez-le pour écrire. Dossier : { $folder }
workspace-not-writable = Lecture seule : { unsaved-reason } ; rien n’est enregistré. Dossier : { $file }
workspace-gone = Rien n’est écrit : { $folder } n’est plus le dossier ouvert au départ ; il a été déplacé, renommé ou supprimé. Remettez-le en place, ou enregistrez ailleurs.
workspace-no-locks = Le système de fichiers de ce dossier n’a pas de verrous : ne l’ouvrez ni deux fois à la fois, ni sur deux machines. Dossier : { $folder }
workspace-read-only = Lecture seule : ce dossier n’est ouvert qu’en lecture. Dossier : { $folder }
manifest-broken = { $file }, ligne { $line } : ce n’est pas du TOML. Corrigez cette ligne et recommencez ({ $what }).
manifest-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value }. Corrigez cette ligne et recommencez.
manifest-newer = { $file } provient d’une version plus récente de Plenary (format { $version }). Mettez Plenary à jour.

# Notes.
note-no-front-matter = La ligne +++ manque au début, ligne { $line } : { $file }. Le fichier reste tel quel.
note-not-closed = La seconde ligne +++ manque, ligne { $line } : { $file }. Le fichier reste tel quel.
note-toml = Guillemet ou valeur à corriger, ligne { $line } : { $file } ({ $what }). Le fichier reste tel quel.
note-key = { $key } ne peut pas être { $value }, ligne { $line } : { $file }. Le fichier reste tel quel.
note-key-missing = { $key } manque, ligne { $line } : { $file }. Le fichier reste tel quel.
note-id-twice = Même identifiant dans deux notes : { $file } et { $other }. Donnez-en un autre à l’une ou supprimez-la.
journal-broken = Ce brouillon est incomplet : { $file }. Il reste là ; copiez ce qu’il vous faut avec un éditeur, puis supprimez-le.
journal-torn = La fin de ce brouillon est incomplète : { $file }. L’état précédent est récupéré ; le fichier est conservé à côté sous le nom « …broken-1.md » : copiez-en ce qu’il vous faut avec un éditeur, puis supprimez-le.
journal-kept = Ce brouillon n’est pas lu : { $file }. Il reste là ; copiez ce qu’il vous faut avec un éditeur, puis supprimez-le.

# The tracker.
log-line-broken = { $file }, ligne { $line } : cette ligne est tronquée ou a été modifiée ; elle est ignorée.
log-line-unknown = { $file }, ligne { $line } : cette ligne provient d’une version plus récente de Plenary ; elle est ignorée.

# Settings, and the place where the delegate was.
settings-broken = { $file }, ligne { $line } : cette valeur ou cette ligne n’est pas valable. Corrigez-la ; les textes s’écrivent entre guillemets droits ({ $what }).
settings-key = { $file }, ligne { $line } : le réglage « { $key } » n’existe pas.{ $suggestion ->
    [none] {""}
   *[other] {" "}Vouliez-vous dire « { $suggestion } » ?
}
settings-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value } ; il faut { $expected ->
    [number] un nombre, par exemple 4
    [language] une langue, par exemple "fr" ou "en"
   *[text] un texte entre guillemets droits
}.
desk-broken = { $file } est endommagé : seul l’endroit où vous étiez est perdu.

# Process files and language files.
process-syntax = { $file }, ligne { $line } : ce n’est pas un fichier de processus. Corrigez la ligne ou prenez le fichier fourni pour modèle ({ $what }).
process-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
process-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le.
process-value = { $file }, ligne { $line } : « { $value } » ne peut pas être lu comme { $key }. Les renvois s’écrivent COTE:ADRESSE (A/77/275:2), les dates AAAA-MM-JJ.
process-order = { $file }, ligne { $line } : cette session finit avant de commencer ({ $value }).
process-unknown-item = { $file }, ligne { $line } : { $value } n’est pas un point de l’ordre du jour de ce processus. Ajoutez-le sous [[items]] ou corrigez l’adresse.
process-twice = { $file }, ligne { $line } : deux sessions portent le numéro { $value }.
language-syntax = { $file }, ligne { $line } : cette valeur ou cette ligne n’est pas valable. Corrigez-la ; les textes s’écrivent entre guillemets droits ({ $what }).
citation-template = { $file }, ligne { $line } : « { $template } » contient un champ inconnu ; les champs connus sont {"{n}"}, {"{sub}"}, {"{mark}"} et {"{s}"}.

## Short names of passages

label-item = point { $number }
label-section = section { $number }
label-paragraph = par. { $number }
verb-open = ouvrir, ou suivre le renvoi
import-empty = { $file } : le fichier est vide. Choisissez-en un autre.
import-too-large = { $file } : le fichier dépasse { $megabytes } Mo. Divisez-le ou choisissez-en un autre.
import-binary = { $file } : ce n’est pas un document. Choisissez un fichier PDF, Word, XML, HTML ou texte.
import-pdf-encrypted = { $file } : le fichier PDF est protégé par un mot de passe. Ouvrez-le dans un lecteur de PDF, enregistrez-le sans mot de passe, puis importez ce fichier.
import-pdf-damaged = { $file } : le fichier PDF est endommagé ou incomplet. Téléchargez-le de nouveau, ou importez le fichier Word du même document.
import-pdf-long = { $file } : le fichier PDF compte { $pages } pages, plus que Plenary n’en lit. Enregistrez les pages utiles dans un fichier à part.
import-pdf-pictures = { $file } : aucun texte : { $pages ->
        [one] une page est une image
       *[other] { $pages } pages sont des images
    }. Passez le fichier par un logiciel de reconnaissance de texte et importez le texte, ou cherchez le fichier d’origine numérique.
import-pdf-blank = { $file } : le fichier PDF ne contient aucun texte. Choisissez-en un autre.
import-pdf-garbled = { $file } : { $percent } % de ses lettres sont inconnues, car ses polices ne disent pas quelles lettres elles dessinent. Importez le fichier Word du même document, ou son texte copié depuis un lecteur de PDF.
import-pdf-not-found-page = { $file } : ce n’est pas le document, mais la page qui dit que le document n’existe pas. Vérifiez la cote et la langue, puis téléchargez-le de nouveau.
import-slow = { $file } : sa lecture a pris plus { $seconds ->
        [one] d’une seconde
       *[other] de { $seconds } secondes
    } et a été arrêtée. Si vous avez confiance en ce fichier, augmentez pdf-seconds dans settings.toml.
import-memory = { $file } : sa lecture a pris plus de { $megabytes } Mo de mémoire et a été arrêtée. Si vous avez confiance en ce fichier, augmentez pdf-megabytes dans settings.toml.
import-child = { $file } : le processus qui le lit n’a pas pu démarrer ({ $what }). Relancez Plenary.
import-not-utf8 = { $file }, ligne { $line } : le texte semble être en { $encoding }, mais il est endommagé à l’octet { $byte }. Enregistrez-le de nouveau en UTF-8.
import-xml-damaged = { $file } : le XML est endommagé (octet { $byte }). Téléchargez de nouveau le fichier, ou importez sa version PDF ou Word.
import-xml-bomb = { $file } : ses éléments sont imbriqués sur plus de { $depth } niveaux, ou il y en a plus de { $count }. Ce n’est pas un document des Nations Unies. Choisissez un autre fichier.
import-zip-damaged = { $file } : l’archive est endommagée. Téléchargez-la ou enregistrez-la de nouveau.
import-zip-bomb = { $file } : elle contient plus de { $megabytes } Mo une fois décompressée, ou plus de { $count } fichiers. Décompressez-la et importez ses fichiers.
import-encrypted = { $file } : le fichier est protégé par un mot de passe. Retirez la protection dans le programme qui l’a créé, puis importez-le de nouveau.
import-other-format = { $file } : Plenary ne lit pas { $kind ->
    [pdf] ce PDF
    [old-word] les documents Word d’avant 2007 (.doc)
    [sheet] les tableurs
    [slides] les présentations
    [open-document] les fichiers OpenDocument
    [book] les livres électroniques
    [rtf] le format RTF
    [archive] les archives de ce type, une archive contenue dans une autre, ou sans documents
    [picture] les images
    [web-archive] les pages enregistrées avec leurs images en un seul fichier
    [xml] ce type de XML
   *[other] ce type de fichier
}. { $kind ->
    [archive] Décompressez-la et importez ses fichiers.
    [picture] Passez-la par un logiciel de reconnaissance de texte et importez le texte, ou cherchez le fichier PDF ou Word du document.
    [web-archive] Enregistrez la page dans le navigateur en HTML seul, puis importez ce fichier.
    [xml] Importez le fichier PDF ou Word du document.
   *[other] Ouvrez-le dans un traitement de texte, enregistrez-le en .docx, puis importez celui-ci.
}
import-error-page = { $file } : cette page signale une erreur ; ce n’est pas un document. Téléchargez de nouveau le document.
import-no-files = { $file } : il ne contient aucun fichier à importer. Choisissez-en un autre.
import-no-match = { $file } : aucun fichier ne correspond. L’astérisque remplace des lettres, le point d’interrogation une seule, deux astérisques des dossiers.
language-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
language-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le.
language-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value }.
document-broken = Ce n’est pas un document enregistré, ligne { $line } : { $file }. Importez-le de nouveau ({ $reason }).
document-changed = { $file } : modifié ou supprimé depuis l’ouverture de la bibliothèque. Ouvrez-la de nouveau.
document-version = { $file } : écrit par une version plus récente du programme (version { $version }). Mettez Plenary à jour.
document-field = { $file } : la valeur « { $value } » de « { $field } » est illisible.
given-broken = { $file }, ligne { $line } : le fichier joint à la source est illisible. Corrigez cette ligne ({ $what }).
given-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
given-field = { $file }, ligne { $line } : la valeur { $value } de « { $key } » est illisible.
what-status = { $step }, session { $session } : { $status }
what-texts = { $count } textes
what-statuses = { $count } états
what-note-gone = note de { $time } ({ $at }) mise à la corbeille : { $whose }
what-note-back = note de { $time } ({ $at }) : { $whose }
notice-copied-quote = Copié avec le texte : { $text }
notice-put = Inséré dans la note : { $citation }
notice-no-link = Cette note n’a pas de lien vers un autre passage.
notice-restricted-words = Ces mots viennent d’un texte réservé. { $key } réserve cette note.
notice-note-open = Impossible tant qu’une note est ouverte. { $key } y ramène.
nothing-here = Rien à afficher ici.
title-seen = { $name } · { $percent } %
verb-paste = coller
hint-paste = coller
theme-dark = sombres
theme-light = claires
theme-high-contrast = à fort contraste
title-citations = Passages cités
title-cited-by = Cité par
verb-peek = afficher un aperçu de ce que cite le passage
hint-peek = aperçu
verb-cited-by = afficher les passages qui citent celui-ci
hint-cited-by = cité par
notice-nothing-cited = Ce passage ne cite rien.
notice-cited-by-none = Aucun passage ne cite celui-ci.
notice-reading-citations = Les renvois sont en cours de lecture…
not-in-library = hors bibliothèque
notice-remarked = Remarque enregistrée : { $step }, session { $session }.
what-remark = remarque sur { $step }, session { $session }
notice-may-write = Vous pouvez de nouveau écrire.

# The calendar of the delegate, and programmes of work.
calendar-broken = { $file }, ligne { $line } : cette valeur ou cette ligne n’est pas valable. Corrigez-la ; les textes s’écrivent entre guillemets droits ({ $what }).
calendar-newer = { $file } provient d’une version plus récente de Plenary (format { $version }). Mettez Plenary à jour ; d’ici là, le fichier est ignoré.
calendar-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
calendar-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le ; d’ici là, cette entrée est ignorée.
calendar-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value } ; il faut { $expected ->
    [number] un nombre entier, par exemple 4
    [numbers] une liste de nombres, par exemple [6, 7]
    [date] un jour des années 1945 à 9999, par exemple 2023-03-06
    [time] une heure, par exemple "10:00"
    [deadline] un jour, ou la façon de le compter, comme "quatre jours ouvrables avant la cinquième session"
    [deadline-kind] "tabling" ou "other"
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
calendar-process = { $file }, ligne { $line } : il n’y a pas de processus « { $value } ». Processus connus : { $known }.
calendar-item = { $file }, ligne { $line } : { $value } n’est pas à l’ordre du jour de ce processus. plenary agenda en donne les points.
calendar-order = { $file }, ligne { $line } : la fin précède le début ({ $value }). Indiquez le début en premier.
calendar-twice = { $file }, ligne { $line } : { $value } figure deux fois sous [[{ $key }]]. La première entrée est retenue ; retirez l’une des deux.
calendar-faulty = { $file } contient une erreur{ $line ->
    [none] {""}
   *[other] {" "}à la ligne { $line }
}. plenary check l’indique ; corrigez-la d’abord, puis recommencez. Rien n’a été écrit.
calendar-other-process = { $file } est le calendrier de { $process }. Choisissez un autre espace de travail pour ce processus ; rien n’a été écrit.
programme-no-such-day = aucune date n’a pu être lue. Écrivez par exemple 6 mars 2023, 06/03/2023 ou 2023-03-06.
programme-several-days = plusieurs jours à la fois. Donnez à chaque séance sa propre ligne avec son jour.
programme-day-order = { $date } ou { $other } : le jour et le mois peuvent être confondus. Lu avec le jour d’abord ; écrivez le mois en lettres.
programme-weekday = le jour de la semaine ne correspond pas à { $date }. Vérifiez la date.
programme-no-day = aucun jour n’est indiqué ici ni plus haut. Mettez le jour sur cette ligne ou plus haut.
programme-not-understood = non compris, ignoré.
programme-hours = la fin ne vient pas après le début ; seul le début est retenu.
programme-no-session = aucune session connue le { $date }. Vérifiez la date, ou ajoutez la session à calendar.toml.
programme-item = { $item } n’est pas à l’ordre du jour de ce processus, ignoré.
programme-heading = colonnes
programme-more = ajouté à la séance ci-dessus
cli-calendar = sessions, séances et échéances par ordre chronologique
cli-calendar-add = lire dans votre calendrier un programme de travail collé sous forme de tableau, avec les dates limites qu’il annonce
cli-calendar-deadline = ajouter une date limite à votre calendrier, par exemple de dépôt d’amendements
cli-calendar-deadline-words = le document, l’objet et le jour : A/77/275 : quatre jours ouvrables avant la cinquième session
cli-calendar-deadline-kind = tabling (dépôt, par défaut) ou other (autre)
cli-calendar-deadline-document = la cote du document concerné
cli-calendar-deadline-none = « { $text } » n’indique aucun jour. Écrivez 3 mars 2023, ou le mode de calcul : quatre jours ouvrables avant la cinquième session. Rien n’a été écrit.
cli-calendar-deadline-added = Dans votre calendrier : { $deadline }
cli-calendar-deadline-known = Déjà dans votre calendrier : { $deadline }
cli-calendar-file = un fichier texte avec le tableau ; - pour l’entrée standard
cli-dry-run = afficher seulement ce qui a été compris, ne rien écrire
calendar-none = Aucun processus connu. Choisissez-en un dans settings.toml.
input-unreadable = L’entrée standard ne peut pas être lue ; indiquez plutôt un fichier : { refusal }
programme-none = Aucune séance trouvée, ni aucune date limite. Une ligne doit indiquer un jour et une heure, une séance ou un point : 6 mars 2023, 10 h-13 h, point 5 a)
programme-added = { $meetings ->
    [0] { $deadlines ->
        [one] une date limite lue
       *[other] { $deadlines } dates limites lues
    }
    [one] { $meetings } séance lue
   *[other] { $meetings } séances lues
}{ $meetings ->
    [0] {""}
   *[other] { $deadlines ->
        [0] {""}
        [one] {" "}et une date limite
       *[other] {" "}et { $deadlines } dates limites
    }
}, { $added } { $added ->
    [one] ajoutée
   *[other] ajoutées
} à calendar.toml
meeting = séance
meeting-numbered = { $ordinal } séance
own-calendar = votre calendrier
deadline-of = { $step } : « { $text } »
basis-stated = jour indiqué dans le texte
basis-end-of-month = fin du mois indiqué
basis-end-of-year = fin de l’année indiquée
basis-before-session = veille de la { $ordinal } session
basis-start-of-session = début de la { $ordinal } session
basis-end-of-session = fin de la { $ordinal } session
basis-day-before = veille du jour indiqué
basis-before-assembly = veille de l’ouverture de la { $ordinal } session de l’Assemblée générale
basis-start-of-assembly = ouverture de la { $ordinal } session de l’Assemblée générale
basis-end-of-assembly = fin de la { $ordinal } session de l’Assemblée générale
basis-every = revient à chaque fois
# The deadline column of the tracker for what comes again.
every-days = { $count } j
every-weeks = { $count } sem.
every-months = { $count ->
    [one] par mois
   *[other] { $count } mois
}
every-years = { $count ->
    [one] par an
   *[other] { $count } ans
}
basis-after-adoption = compté à partir de l’adoption du texte
basis-counted-before-session = compté à rebours du début de la { $ordinal } session
basis-counted-after-session = compté à partir de la fin de la { $ordinal } session
## Handover

cli-handover = réunir tout l’espace de travail dans un seul fichier pour un successeur
cli-handover-to = le fichier, terminé par .zip ; un fichier existant est remplacé
handover-done = Tout l’espace de travail est dans { $file } :
handover-count-notes = { $count ->
    [one] { $count } note ou intervention
   *[other] { $count } notes et interventions
}
handover-count-positions = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
count-statements = { $count ->
    [one] { $count } déclaration
   *[other] { $count } déclarations
}
handover-count-amendments = { $count ->
    [one] { $count } amendement
   *[other] { $count } amendements
}
handover-count-statements = { $count ->
    [one] { $count } déclaration
   *[other] { $count } déclarations
}
handover-count-logs = { $count ->
    [one] { $count } journal de suivi
   *[other] { $count } journaux de suivi
}
handover-count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
handover-count-sources = { $count ->
    [one] { $count } source de document
   *[other] { $count } sources de documents
}
handover-count-processes = { $count ->
    [one] { $count } processus
   *[other] { $count } processus
}
handover-count-drafts = { $count ->
    [one] { $count } brouillon non enregistré
   *[other] { $count } brouillons non enregistrés
}
handover-count-other = { $count ->
    [one] { $count } autre fichier
   *[other] { $count } autres fichiers
}
handover-everything = Rien n’est retenu : replis, lignes rouges, instructions et textes réservés s’y trouvent aussi. Ne le remettez qu’à une personne autorisée à tout lire.
handover-trash = { $count ->
    [one] Laissé de côté : { $count } texte ou document supprimé, dans la corbeille.
   *[other] Laissés de côté : { $count } textes et documents supprimés, dans la corbeille.
}
handover-checksum = SHA-256 du fichier : { $sum }
handover-left-out = { $file } est laissé de côté : c’est un lien hors de l’espace de travail, ou ce n’est pas un fichier ordinaire. Mettez un vrai fichier à sa place, puis recommencez.
handover-none = { $folder } ne contient rien à transmettre. Indiquez le dossier d’un espace de travail avec --workspace.
handover-too-many = { $folder } contient plus de { $limit } fichiers. Déplacez ailleurs ceux qui ne font pas partie de l’espace de travail ; rien n’a été écrit.
handover-too-big = L’espace de travail est trop grand pour un seul fichier de { $limit_mb } Mo. Déplacez ailleurs ce qui n’en fait pas partie ; rien n’a été écrit.
handover-failed = Le fichier n’a pas pu être créé ({ $what }) ; rien n’a été écrit.
cli-takeover = fusionner avec votre espace de travail celui d’un prédécesseur, à partir du fichier de sa passation
cli-takeover-file = le fichier écrit par plenary handover
takeover-done = Repris de { $author }, { $date } : { $file }
takeover-group = { $files } (nouveau : { $new }, identique : { $same }, différent : { $different })
takeover-acts = { $count ->
    [0] Le suivi n’a aucune nouvelle entrée.
    [one] Le suivi a { $count } nouvelle entrée.
   *[other] Le suivi a { $count } nouvelles entrées.
}
takeover-different = { $file } diffère du vôtre, qui reste en place. L’autre version est { $kept }.
takeover-no-zip = { $file } n’est pas un fichier zip. Indiquez le fichier écrit par plenary handover ; rien n’a été modifié.
takeover-truncated = { $file } n’est pas complet. Copiez-le de nouveau ; rien n’a été modifié.
takeover-damaged = { $file } est endommagé ({ $what }). Copiez-le de nouveau ; rien n’a été modifié.
takeover-no-manifest = { $file } n’a pas de handover.json et de SHA256SUMS valides : ce n’est pas le fichier d’une passation. Rien n’a été modifié.
takeover-newer = { $file } a été écrit par une version plus récente de Plenary (format { $version }). Mettez Plenary à jour, puis recommencez ; rien n’a été modifié.
takeover-name = { $file } contient « { $entry } », { $reason ->
    [absolute] un chemin absolu
    [backslash] un nom avec une barre oblique inverse
    [drive] un nom avec deux-points, comme celui d’un lecteur
    [device] le nom d’un périphérique
    [hidden] un fichier caché
    [ending] un nom qui finit par un point ou une espace
    [control] un nom non valide
    [long] un nom plus long que tout système ne le permet
   *[climbs] un chemin qui mène ailleurs
}. Aucune passation ne contient un tel nom : ne vous fiez pas à ce fichier. Rien n’a été modifié.
takeover-link = { $file } contient « { $entry } », qui est un lien ou n’est pas un fichier ordinaire. Aucune passation n’en contient : ne vous fiez pas à ce fichier. Rien n’a été modifié.
takeover-twice = { $file } contient à la fois « { $entry } » et « { $other } », qui comptent comme un seul nom. Aucune passation ne contient de tels noms : ne vous fiez pas à ce fichier. Rien n’a été modifié.
takeover-encrypted = { $file } est chiffré (« { $entry } »). Demandez-le sans mot de passe ; rien n’a été modifié.
takeover-bomb = { $file } donnerait plus qu’une passation ne peut contenir : { $reason ->
    [files] plus de { $limit } fichiers
    [size] « { $entry } » dépasse { $limit } Mo
    [total] l’ensemble des fichiers dépasse { $limit } Mo
    [ratio] « { $entry } » est comprimé plus de { $limit } fois
   *[lie] « { $entry } » est plus grand qu’annoncé
}. Rien n’a été modifié.
takeover-unlisted = { $file } contient « { $entry } », qui ne fait pas partie de la passation. Rien n’a été modifié.
takeover-missing = { $file } ne contient pas « { $entry } », qui fait partie de la passation. Copiez-le de nouveau ; rien n’a été modifié.
takeover-checksum = { $file } : « { $entry } » n’est pas tel qu’il a été transmis. Copiez le fichier de nouveau ; rien n’a été modifié.

## Choosing, exporting and looking ahead on the command line

cli-track-undo = annuler votre dernière modification du suivi
cli-track-redo = rétablir la dernière modification annulée
cli-evidence = le passage qui le montre ; le document peut ne pas être dans la bibliothèque
cli-meeting = la séance où cela s’est passé : 3
cli-only-session = seulement ces sessions de fond, par leur numéro
cli-only-section = seulement ces sections du rapport, par leur lettre ou leur numéro
cli-only-item = seulement ces points de l’ordre du jour : 5/f
cli-only-actor = seulement les étapes qui incombent à ces acteurs
cli-only-force = seulement les textes de cette portée
cli-only-status = seulement les lignes dans cet état
cli-only-text = seulement les lignes où figurent tous ces mots, sans égard aux accents ni aux majuscules
cli-sort = l’ordre des lignes
cli-group = grouper les lignes sous des titres
cli-topics = énumérer aussi les thèmes de chaque étape
cli-all = énumérer aussi les étapes sans session ; avec --deadlines, aussi les échéances lointaines
cli-coverage = énumérer ce qui est à examiner et n’a ni note, ni intervention, ni position, ni déclaration
cli-deadlines = énumérer les échéances non respectées, passées ou proches
cli-group-none = non précisé
cli-group-standing = sans session désignée
actor-states = États
actor-interested-states = États intéressés
actor-states-able = États en mesure de le faire
actor-secretariat = Secrétariat
actor-chair = Présidence
actor-other = autres
section-unknown = Aucun rapport de la bibliothèque n’a de section « { $name } ». Sections connues : { $known }.
item-unknown = Aucun rapport de la bibliothèque n’a d’étapes sous un point de l’ordre du jour « { $name } ». Points connus : { $known }.
deadlines-none = Toutes les échéances passées ou proches sont respectées. --all énumère aussi les échéances lointaines.
coverage-bare = rien de préparé
coverage-summary = { $bare } sur { $total } sans note, intervention, position ni déclaration
coverage-of-all = Les interventions de toutes les délégations comptent comme les nôtres : indiquez « delegation » dans les réglages pour ne compter que les nôtres.
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
count-interventions-of-others = { $count ->
    [one] { $count } intervention d’autrui
   *[other] { $count } interventions d’autrui
}
count-positions = { $count ->
    [one] { $count } position
   *[other] { $count } positions
}
track-carried = Reportée à la session { $session }.
track-carried-nowhere = Reportée, mais aucune session après la session { $session } n’est connue.
track-nothing-to-undo = { $author } n’a rien à annuler.
track-nothing-to-redo = { $author } n’a rien à rétablir.
track-undone = Annulé : { $step }, session { $session } : { $before } → { $after }
track-redone = Rétabli : { $step }, session { $session } : { $before } → { $after }
## The tracker: choosing what it shows

facet-session = session
facet-section = section
facet-item = point
facet-actor = acteur
facet-force = portée
facet-status = état
facet-words = mots
facet-standing = sans session ni report
filter-words = « { $words } »
filter-uncovered = à examiner, sans contribution de notre part
by-none = sans regroupement
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
order-changed = par dernière modification
group-without = non précisé
count-marked = { $count ->
    [one] { $count } cochée
   *[other] { $count } cochées
}
cli-export = écrire le suivi, le calendrier ou les amendements, pour d’autres programmes
cli-export-tracker = le suivi sous forme de classeur, de tableau, de document ou de JSON
cli-export-calendar = sessions, séances et échéances sous forme de fichier de calendrier
cli-export-amendments = les amendements à un document : son texte avec suivi des modifications (docx), leur libellé (md), texte à lire en séance (txt)
cli-export-amendments-document = le document
export-amendments-title = Amendements au document { $symbol }
export-amendments-none = Aucun amendement ne porte sur le document { $symbol }.
export-amendments-others = Propositions d’autres délégations
export-amendment-proposed = { $source } : { $sentence }
export-amendment-unfit = { $citation } : l’amendement { $id } n’est pas repris : { $reason ->
    [changed] le passage n’a plus les mots sur lesquels il porte. Comparez-les et refaites-le sur le nouveau texte
    [missing] le document n’a pas ce passage. Vérifiez son ancrage
    [language] il porte sur le texte dans une autre langue. Choisissez celle-ci avec --lang
    [place] un nouveau passage ne peut être placé avant ou après une note de bas de page
   *[empty] il n’a pas de texte
}.
export-amendments-count = { $count ->
    [0] aucun amendement
    [one] 1 amendement
   *[other] { $count } amendements
}, { $tracked ->
    [0] dont aucun de notre délégation
    [one] dont 1 modification proposée par nous
   *[other] dont { $tracked } modifications proposées par nous
}.
export-amendments-not-proposed = { $count ->
    [one] 1 amendement reste à l’état d’idée, a été retiré ou n’a pas été adopté, et n’est pas repris.
   *[other] { $count } amendements restent à l’état d’idée, ont été retirés ou n’ont pas été adoptés, et ne sont pas repris.
}
cli-to = le fichier ; son extension détermine le format ; un fichier existant est remplacé ; - désigne la sortie standard
cli-format = le format, quelle que soit l’extension
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
    [one] {""} ; { $undated } session sans dates est omise
   *[other] {""} ; { $undated } sessions sans dates sont omises
}
count-rows = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
tracker-nothing-fits = Rien ne correspond à ce filtre. { $key } le retire.
title-filter = Filtrer le suivi
pane-companion = En regard
companion-section = Ce passage ne cite rien dans la bibliothèque et rien ne le cite. Les passages de cette section citent :
companion-none = Ce passage ne cite rien de la bibliothèque, et rien ne le cite.
title-sessions = Session de travail
session-due = { $count } à examiner : { $steps }
session-on = en cours
title-grouping = Grouper le suivi
title-beside = Étapes de deux rapports en regard
notice-nothing-beside = Il n’y a pas d’autre rapport de ce processus à mettre en regard. Importez-le avec : plenary import FICHIER
notice-beside-new = Une nouvelle étape : rien à confirmer dans le rapport antérieur.
notice-beside = { $step } : remplacée par { $by } là où elle n’était encore ni examinée ni convenue.
notice-beside-back = { $step } a retrouvé son état antérieur.
count-waiting = { $count ->
    [one] { $count } paire à confirmer
   *[other] { $count } paires à confirmer
}
title-evidence = Preuve : le passage qui atteste les progrès accomplis
prompt-carry-over = Reportée (aucune session ultérieure connue), motif :
prompt-carry-over-to = Reportée à la { $ordinal } session, motif :
notice-order = Ordre : { $order }
notice-carried = { $step }, session { $session } : reportée à la { $to } session.
rows-not-shown = { $rows } ({ $hidden ->
    [one] { $hidden } non affichée
   *[other] { $hidden } non affichées
})
notice-evidence = { $step }, session { $session } : preuve { $passage }
what-evidence = preuve de { $step }, session { $session }
verb-evidence = indiquer le passage qui sert de preuve
hint-evidence = preuve
verb-mark = cocher la ligne, ou la décocher
hint-mark = cocher
verb-mark-all = cocher toutes les lignes affichées, ou les décocher
hint-mark-all = cocher tout
verb-filter = filtrer le suivi
hint-filter = filtrer
verb-filter-clear = retirer le filtre
hint-filter-clear = sans filtre
verb-uncovered = n’afficher que ce qui est à examiner, sans contribution de notre part
hint-uncovered = à préparer
verb-standing = afficher ou masquer les étapes sans session ni échéance
hint-standing = toutes
verb-group = grouper le suivi
hint-group = grouper
verb-beside = mettre le rapport en regard du précédent
hint-beside = en regard
verb-sort = changer l’ordre du suivi
hint-sort = ordre
progress-bare = { $count } sans contribution de notre part
notice-coverage = { $session } session : { $due ->
    [one] { $due } étape à examiner
   *[other] { $due } étapes à examiner
}, { $bare } sans contribution ({ $keys } les affiche) : { $steps }
days-left = { $days ->
    [one] demain
   *[other] dans { $days } jours
}
days-past = { $days ->
    [one] hier
   *[other] il y a { $days } jours
}
days-today = aujourd’hui
verb-timeline = afficher sessions, séances et échéances par ordre chronologique
hint-timeline = échéancier
verb-working-day = choisir le jour de travail
hint-working-day = jour
verb-today = aller à aujourd’hui
verb-deadline = ajouter une date limite à votre calendrier : de dépôt, ou toute autre
verb-deadline-typed = date-limite
verb-deadline-to = ajouter à votre calendrier la date limite « { $words } »
hint-deadline = date limite
hint-today = aujourd’hui
scope-timeline = Échéancier
title-timeline = Échéancier
title-programme = Programme de travail, tel que compris
programme-keep = Entrée ajoute à votre calendrier les lignes marquées ✓, Échap les écarte. Les lignes marquées d’un point d’exclamation signalent un doute.
month-of = { $month } { $year }
timeline-undated = sans dates
today = aujourd’hui
here = ici
chosen-day = au { $date }
prompt-day = Jour de travail (vide : aujourd’hui) :
prompt-deadline = Date limite (document, objet, jour) :
notice-no-deadline = « { $text } » n’indique aucun jour. Écrivez par exemple : A/77/275 : quatre jours ouvrables avant la cinquième session, ou : Projet de rapport, 3 mars.
notice-deadline-known = Cette date limite est déjà dans votre calendrier : { $deadline }.
notice-deadline-added = Dans votre calendrier : { $deadline }.
notice-no-day = « { $text } » n’est pas une date des années { $first } à { $last }. Écrivez 2023-03-06, 6.3.2023, 6 mars 2023 ou 6 mars ; laissez vide pour aujourd’hui.
notice-day = Jour de travail : { $date }.
notice-today = Jour de travail : aujourd’hui, { $date }.
notice-no-items = Aucun point n’est connu pour cette séance.
notice-own-dates = Aucun document de la bibliothèque ne donne ces dates ; elles figurent dans votre calendar.toml.
notice-programme-left = Rien n’a été ajouté.
notice-meeting-on = Une séance de votre calendrier est en cours : le poste de travail s’ouvre au point correspondant.
scope-browser = Notes et interventions
scope-said = Qui a dit quoi
title-browser = Notes et interventions
verb-browser = parcourir toutes les notes et interventions
hint-browser = toutes les notes
verb-next-grouping = grouper autrement
hint-next-grouping = grouper par
verb-previous-grouping = revenir au regroupement précédent
hint-previous-grouping = grouper par
verb-next-group = aller au groupe suivant
hint-next-group = groupe suivant
verb-previous-group = aller au groupe précédent
hint-previous-group = groupe précédent
browser-type = saisir des mots : texte, délégation, passage, jour, avis
browser-empty = Il n’y a encore ni note ni intervention.
browser-by = par
browser-by-day = jour
browser-by-item = point
browser-by-passage = passage
browser-by-delegation = délégation
browser-by-stance = avis
browser-by-session = session
browser-without-day = sans jour
browser-without-item = hors de l’ordre du jour
browser-without-passage = sur aucun passage
browser-without-delegation = nos propres notes
browser-without-stance = sans avis
browser-without-session = pour aucune session
stance-supports = soutient
stance-opposes = s’oppose
stance-neutral = neutre
stance-asks = demande
stance-proposes = propose
notice-note-no-passage = Cette note ne porte sur aucun passage de la bibliothèque : elle est ouverte ici.
verb-said = afficher le tableau de qui a dit quoi
hint-said = qui a dit quoi
verb-open-delegation = ouvrir toutes les interventions de la délégation
hint-open-delegation = toutes
verb-members = afficher les membres d’un groupe, ou le groupe seul
hint-members = membres
verb-all-members = afficher les membres de tous les groupes, ou les groupes seuls
hint-all-members = tous les membres
verb-columns = colonnes : étapes ou points de l’ordre du jour
hint-columns = étapes ou points
verb-next-session = session suivante
hint-next-session = session suivante
verb-previous-session = session précédente
hint-previous-session = session précédente
said-title = Qui a dit quoi : { $session } session, par { $columns ->
    [item] point de l’ordre du jour
   *[step] étape
}
said-title-all = Qui a dit quoi : toutes les sessions, par { $columns ->
    [item] point de l’ordre du jour
   *[step] étape
}
said-empty = Aucune délégation n’a pris la parole à cette session. { $previous } et { $next } en affichent une autre.
said-other = autre
said-total = pour, contre
said-statements = { $count ->
    [0] rien n’a été dit
    [one] { $count } intervention
   *[other] { $count } interventions
}
said-nothing-here = { $name } n’a rien dit sur { $place }.
said-head-delegation = Délégation
said-head-when = Quand
said-head-stance = ±
said-head-passage = Passage
said-head-words = Mots
said-head-id = Identifiant
cli-said-table = un tableau des délégations par étape ou par point de l’ordre du jour, avec leurs avis
cli-said-members = dans le tableau, les membres sous chaque groupe
verb-digest = rédiger le compte rendu du jour : il s’ouvre comme une note, puis va dans un fichier
hint-digest = compte rendu
verb-session-digest = rédiger le compte rendu de toute la session
hint-session-digest = compte rendu de session
record-file = compte-rendu
prompt-record-file = Écrire le compte rendu dans (.md, .html, .docx, .txt) :
notice-record-opened = { $title } : modifiez ce que vous voulez ; le fichier est demandé à la fermeture.
notice-record-no-session = Aucune session n’est connue pour ce jour. Choisissez un autre jour ou une autre session.
notice-notes-unread = Les notes sont encore en cours de lecture. Réessayez dans un instant.
notice-record-restricted = Ce compte rendu est réservé et n’a pas été écrit. Retirez d’abord la marque dans l’éditeur.
export-ending = { $file } : l’extension n’indique pas de format. Utilisez l’une de celles-ci : { $known }.
export-format-missing = Pour la sortie standard, indiquez le format avec --format : { $known }.
export-not-text = { $format } n’est pas du texte et ne peut pas être écrit sur la sortie standard. Indiquez un fichier avec --to.
export-folder = { $file } est un dossier. Indiquez un fichier de ce dossier.
export-in-workspace = { $file } se trouve dans votre espace de travail. Choisissez un autre dossier ; rien n’a été écrit.
export-failed = Le fichier n’a pas pu être créé. Choisissez moins de lignes, par exemple avec --session ({ $what }).
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
export-column-delegations = Délégations
export-column-positions = Positions
export-column-report = Rapport
export-column-act = Acte
export-colon = {"\u00A0:"}
list-separator = {"\u202F; "}
export-done = { $file } : { $said }
scope-details = Détails d’une ligne du suivi
title-details = Détails
detail = { $label } : { $text }
detail-read = Ce que le programme a lu
detail-verb = verbe
detail-voluntary = à titre volontaire
detail-sessions = sessions
detail-topic = thème
detail-cites = renvoie à
detail-product = à produire
detail-standing = Progrès accomplis
detail-carried = reportée de la { $ordinal } session
detail-meeting = séance { $meeting }
detail-evidence = preuve
detail-evidence-words = texte de la preuve
detail-missing = mots de l’étape absents de la preuve
basis-none = jour inconnu
notice-leads-nowhere = Cette ligne n’est pas un lien ; celles qui mènent à un passage se terminent par ›.

# What is left out of exports and copies

cli-share = créer un espace de travail pour un collègue ou un groupe, sans ce qui est réservé
cli-share-to = le dossier du nouvel espace de travail ; créé s’il manque, il doit être vide
share-done = { $folder } : { $texts ->
    [one] un texte
   *[other] { $texts } textes
}, { $acts ->
    [one] une entrée de suivi
   *[other] { $acts } entrées de suivi
}, { $files ->
    [one] un autre fichier.
   *[other] { $files } autres fichiers.
}
share-not-empty = { $folder } n’est pas vide. Choisissez un dossier vide ou nouveau ; rien n’a été écrit.
share-in-workspace = { $folder } est dans un espace de travail. Choisissez un dossier ailleurs ; rien n’a été écrit.
share-not-folder = { $folder } n’est pas un dossier. Choisissez un dossier vide ou nouveau ; rien n’a été écrit.
cli-with = ne rien omettre : textes réservés, lignes rouges, replis et instructions sont repris
cli-restricted-choice = indique si le texte est réservé : rien ne doit en sortir de la délégation
cli-note-set = marquer une note comme réservée, ou non
note-nothing-to-set = Rien à changer : --restricted vaut déjà { $value }.
cli-restricted = marquer comme réservé : n’entre dans aucun export, aucune copie ni aucun espace partagé, sauf demande expresse
restricted-value = { $id } : restricted ne peut pas être { $value } ; valeur attendue : true ou false. D’ici là, le texte compte comme réservé.
verb-restrict = marquer comme réservé, ou non : n’entre dans aucun export ni copie
hint-restrict = réserver
verb-copy-note = copier la note ou la position
hint-copy-note = copier
notice-restricted = ⊘ Réservé : n’entre dans aucun export, aucune copie ni aucun espace partagé, sauf demande.
notice-unrestricted = N’est plus réservé.
notice-copied-note = Copié.
title-copying = Une partie de ces mots est réservée : { $list }
copy-open = Omettre { $list } et copier le reste
copy-nothing = Ne rien donner aux autres programmes (coller ici reste possible)
copy-all = Tout donner aux autres programmes, y compris { $list }
notice-copied-open = Copié sans ce qui est réservé. Coller ici insère tout.
notice-copied-nothing = Rien n’est copié pour les autres programmes. Coller ici insère tout.
notice-copied-all = Copié, y compris ce qui est réservé.
mark-restricted = ⊘ réservé
left-out = Omis car réservés : { $list }.
left-out-nothing = Aucun texte réservé n’a été omis.
left-out-included = Les textes réservés et les parties internes sont repris, comme demandé.
left-out-title = Omis
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
    [one] { $count } amendement
   *[other] { $count } amendements
}
left-out-statement = { $count ->
    [one] { $count } déclaration
   *[other] { $count } déclarations
}
left-out-fallback = { $count ->
    [one] { $count } repli
   *[other] { $count } replis
}
left-out-red-line = { $count ->
    [one] { $count } ligne rouge
   *[other] { $count } lignes rouges
}
left-out-instruction = { $count ->
    [one] { $count } instruction
   *[other] { $count } instructions
}
left-out-field = { $count ->
    [one] { $count } clef inconnue d’une position
   *[other] { $count } clefs inconnues de positions
}
left-out-remark = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}

## Amendments

cli-amend = proposer une modification d’un passage : nouveau libellé, nouveau passage, suppression
cli-amend-passage = le passage, ou l’identifiant d’un amendement à modifier
cli-amend-text = le nouveau libellé complet du passage
cli-amend-after = le texte d’un nouveau passage après celui-ci
cli-amend-before = le texte d’un nouveau passage avant celui-ci
cli-amend-delete = supprimer le passage
cli-amend-alternative = un autre libellé complet ; avec --by sur un amendement existant, celui de cette délégation
cli-amend-reason = le motif
cli-amend-by = la délégation qui le propose ; sinon, c’est le nôtre
cli-amend-co-sponsors = les coauteurs, séparés par des virgules
cli-amend-status = l’état d’avancement
cli-amendments = les amendements rédigés comme à l’ONU, dans l’ordre du texte
cli-amendments-document = seulement ceux de ce document
cli-amendments-at = seulement ceux de ce passage
cli-amendments-by = seulement ceux de cette délégation
cli-amendments-status = seulement ceux dans cet état
amendments-none = Aucun amendement ne correspond.
amendment-unknown = Aucun amendement « { $id } ». plenary amendments donne les identifiants.
amend-nothing = Rien ne change dans l’amendement. Donnez un libellé, un motif, des coauteurs, un auteur ou un état ; --help les énumère.
amend-no-words = Dites ce qui change : --text avec le nouveau libellé complet, --after ou --before avec un nouveau passage, ou --delete.
amend-empty = L’amendement n’a pas de texte. Pour supprimer le passage, utilisez --delete.
amend-same = Le nouveau libellé est celui du passage : rien ne changerait. Donnez le libellé complet tel qu’il devrait être.
amend-operation = Cet amendement est d’un autre genre ({ $operation }). Faites-en un nouveau pour le passage.
amendment-value = Amendement { $id } : { $key } ne peut pas être { $value } ; valeur attendue : { $expected ->
    [status] idea, draft, tabled, agreed, withdrawn ou not-adopted
    [operation] reword, insert-before, insert-after ou delete
    [language] une langue : "fr"
   *[text] un texte entre guillemets droits
}. Le fichier reste tel quel.
amendment-idea = idée
amendment-draft = projet
amendment-tabled = déposé
amendment-agreed = convenu
amendment-withdrawn = retiré
amendment-not-adopted = non adopté
amendment-part-reason = Motif
amendment-part-co-sponsors = Coauteurs
amended-text-changed = le texte sur lequel il porte a changé
amended-text-missing = le passage sur lequel il porte n’est plus dans le document
amended-text-not-held = le document sur lequel il porte n’est pas dans la bibliothèque
unsaved-amendment = amendement du { $time }, { $at } : « { $words } »

## Statements

cli-statement = ce qui est dit en séance : composé à partir des positions, écrit dans un fichier, conservé tel que prononcé
cli-statement-item = le point de l’ordre du jour : 5/f
cli-statement-in = la langue d’une déclaration composée maintenant
cli-statement-id = l’identifiant de la déclaration
cli-statement-make = composer une déclaration avec les positions sur un point ou une session, et la conserver
cli-statement-list = toutes les déclarations
cli-statement-show = une déclaration, et si les passages qu’elle cite ont bien ces mots
cli-statement-deliver = marquer une déclaration comme prononcée ; son texte reste tel quel et ses positions sont alors marquées comme prononcées
cli-statement-meeting = la séance de la session
cli-statement-moment = quand elle a été prononcée : 2023-03-07T10:12:00-05:00
statement-unknown = Aucune déclaration « { $id } ». plenary statement list donne les identifiants.
statements-none = Aucune déclaration. plenary statement make --session N en compose une avec les positions.
statement-no-positions = Aucune position n’a de texte à dire à cette occasion. plenary position list donne les positions.
statement-occasion-missing = Quelle déclaration ? Indiquez --item 5/f, --session 4 ou les deux.
statement-delivered-already = La déclaration { $id } a déjà été prononcée. Son texte reste tel quel.
statement-value = Déclaration { $id } : { $key } ne peut pas être { $value } ; valeur attendue : { $expected ->
   [statement-status] draft, ready ou delivered
   [language] un code de langue, par exemple "fr"
   [truth] true ou false
   [minutes] un nombre de minutes
   [ids] une liste d’identifiants de positions
   [table] une table
   [moment] une date et une heure avec décalage, par exemple 2023-03-07T10:12:00-05:00
   [number] un nombre entier
  *[text] un texte
}. Le reste est pris en compte.
statement-draft = projet
statement-ready = prête
statement-delivered = prononcée
statement-title = Déclaration
statement-title-item = Déclaration au titre du point { $item }
statement-title-session = Déclaration à la { $session } session
statement-title-both = Déclaration au titre du point { $item }, { $session } session
statement-delivered-on = Prononcée le { $date } à { $time }.
statement-delivered-meeting = Prononcée le { $date } à { $time }, { $meeting } séance.
statement-nothing = Rien n’est préparé pour cette déclaration.
statement-sources = Références
statement-source = { $citation } ({ $title }, { $date })
statement-source-undated = { $citation } ({ $title })
statement-source-untitled = { $citation } ({ $date })
statement-length = { $words ->
   [one] { $words } mot
  *[other] { $words } mots
} · { $time } sur { $limit }
statement-length-over = { $words ->
   [one] { $words } mot
  *[other] { $words } mots
} · { $time } sur { $limit } ▲ temps dépassé

amendment-name = AMENDEMENT
amendment-unchanged = rien ne change encore
amended-here = { $count ->
    [one] { $count } amendement
   *[other] { $count } amendements
}
rolling-deleted = supprimer
title-amendments-here = Amendements à ce passage
title-amend = Proposer un amendement
title-amendments = Amendements à ce document
title-amendment-status = État de : { $amendment }
notice-amendment-status = État de l’amendement : { $status }. { $key } annule.
amend-new-reword = modifier le libellé de ce passage
amend-new-insert-before = un nouveau passage avant celui-ci
amend-new-insert-after = un nouveau passage après celui-ci
amend-new-delete = supprimer ce passage
notice-no-amendments = Il n’y a pas encore d’amendements à { $symbol }.
notice-marked = Texte avec les amendements : {"{-"}ce qui disparaît{"-}"} [auteur : ce qui est proposé]
notice-not-marked = Texte sans les amendements
verb-amend = ouvrir le libellé de ce passage pour le modifier : un amendement ; s’il y en a, en choisir un
hint-amend = amender
verb-amend-as = proposer un nouveau passage avant ou après celui-ci, ou sa suppression
hint-amend-as = nouveau passage, suppression
verb-amendments = les amendements à ce document, dans l’ordre du texte
hint-amendments = amendements
verb-marked-text = afficher dans le texte ce qui est proposé et par qui, ou le texte seul
hint-marked-text = texte annoté

deadline-kind-tabling = date limite de dépôt
deadline-kind-other = échéance

verb-statement = la déclaration sur ce point de l’ordre du jour : composée à partir des positions, ou celle qui existe
hint-statement = déclaration
verb-session-statement = ouvrir la déclaration à la session de travail, sur tout l’ordre du jour
hint-session-statement = déclaration de session
verb-read = lire la déclaration à voix haute, sur tout l’écran
hint-read = lire
verb-edit-statement = écrire dans le texte, à ce paragraphe
hint-edit-statement = modifier
verb-add = écrire un nouveau paragraphe sous celui-ci
verb-leave-out = laisser ce paragraphe de côté, ou le reprendre
hint-leave-out = omettre
verb-move-up = monter ce paragraphe
hint-move-up = monter
verb-move-down = descendre ce paragraphe
hint-move-down = descendre
verb-take = reprendre les positions nouvelles ou modifiées
hint-take = positions
verb-take-restricted = reprendre aussi les positions réservées ; la déclaration est alors réservée
verb-longer = une demi-minute de plus pour la limite
verb-on-behalf-of = indiquer au nom de quel groupe la déclaration est faite
hint-on-behalf-of = au nom de
verb-write-file = écrire la déclaration dans un fichier
hint-write-file = fichier
prompt-group = Au nom de (vide : de notre seule délégation) :
prompt-statement-file = Écrire dans (docx, md, txt) :
statement-file = declaration
title-statement-file = La déclaration comporte des mots réservés
statement-file-not = ne rien écrire
statement-file-all = l’écrire, avec ses mots réservés
notice-file-not-written = Rien n’a été écrit.
notice-file-written = { $file } écrit : { $manifest }
notice-file-replaced = { $file } remplacé : { $manifest }
statement-unspoken = { $count ->
    [one] { $count } paragraphe non prononcé.
   *[other] { $count } paragraphes non prononcés.
}
statement-with-restricted = Avec les mots réservés.
cli-statement-set = changer au nom de qui une déclaration est faite, sa limite ou son état
cli-statement-group = le groupe au nom duquel elle est faite, qui a sa propre limite de temps ; vide pour la seule délégation
cli-statement-minutes = la limite de temps, en minutes
cli-statement-status = draft ou ready
statement-set-nothing = Rien ne changerait. Donnez --on-behalf-of, --minutes, --status ou --meeting avec une autre valeur, ou --take.
verb-shorter = une demi-minute de moins pour la limite
verb-ready = la marquer comme prête, ou de nouveau comme projet
verb-deliver = la conserver telle que prononcée maintenant ; ses positions sont alors marquées comme prononcées
hint-deliver = prononcée
verb-copy-statement = un nouveau projet avec le même texte
verb-delete-statement = supprimer la déclaration
verb-next-paragraph = commencer ; paragraphe suivant
hint-next-paragraph = suivant
verb-previous-paragraph = revenir au paragraphe précédent
verb-pause = arrêter le chronomètre, ou le relancer
hint-pause = chronomètre
verb-restart = recommencer avec tout le temps
hint-restart = recommencer
prompter-left = reste { $time }
prompter-over = dépassé de { $time }
prompter-end = Fin. { $used } sur { $limit }.
statement-empty = Rien encore.
notice-statement-blank = Aucune position n’a de texte à cette occasion : écrivez la déclaration ici.
notice-statement-taken = Reprise de { $count ->
   [one] { $count } position
  *[other] { $count } positions
}.
notice-statement-taken-but = Reprise de { $count ->
   [one] { $count } position
  *[other] { $count } positions
} ; omis : { $list }.
notice-statement-complete = Toutes les positions à cette occasion sont dans la déclaration.
notice-statement-delivered = Elle a été prononcée : son texte reste tel quel. { $key } en fait un nouveau projet avec le même texte.
notice-statement-kept = Conservée telle que prononcée ; positions prononcées avec elle : { $positions }. { $key } annule.
notice-statement-copied = Un nouveau projet avec le même texte.
notice-statement-deleted = Déclaration supprimée. { $key } la rétablit.
verb-stop-reading = la fermer ; l’endroit atteint est conservé
hint-stop-reading = quitter
hint-previous-paragraph = retour
hint-copy-statement = copier
hint-delete-statement = supprimer
hint-longer = plus long
hint-shorter = plus court
hint-ready = prête
hint-take-restricted = réservées

## The record of a session
cli-digest = le compte rendu d’une session ou d’un de ses jours : qui a dit quoi, les états définis, ce qui reste ouvert et ce qui vient ensuite
cli-digest-day = ce jour seulement
cli-digest-by = par point de l’ordre du jour (item) ou par délégation (delegation)
digest-title = Compte rendu de la { $session } session
digest-title-day = Compte rendu du { $date }, { $session } session
digest-nothing = Aucune note, aucun état défini.
digest-no-item = Hors de tout point de l’ordre du jour
digest-own = Nos propres notes
digest-statuses = États définis
digest-open = Encore ouvert
digest-next = À examiner à la { $session } session
digest-heading = { $step } : { $words }
digest-status = { " " }: { $status }.
digest-status-meeting = { " " }: { $status } (séance { $meeting }).
digest-step = { " " }: { $words } ({ $status })
digest-summary = { $title }, { $texts ->
    [one] { $texts } texte
   *[other] { $texts } textes
}
digest-no-session = Aucune session datée n’est connue pour le { $date }. Nommez-en une : --session 4.

# Delegations.
delegations-broken = { $file }, ligne { $line } : cette valeur ou cette ligne n’est pas valable. Corrigez-la ; les textes s’écrivent entre guillemets droits ({ $what }).
delegations-key = { $file }, ligne { $line } : la clef « { $key } » n’existe pas ici. Clefs connues : { $known }.
delegations-missing = { $file }, ligne { $line } : il manque « { $key } ». Ajoutez-le ; d’ici là, cette entrée est ignorée.
delegations-value = { $file }, ligne { $line } : { $key } ne peut pas être { $value } ; il faut { $expected ->
    [names] un nom, ou un par langue, par exemple { "{" } en = "France", fr = "France" { "}" }
    [texts] une liste de textes, par exemple ["FRA", "DEU"]
    [delegation-kind] "state", "observer", "region", "group" ou "body"
    [date] un jour, par exemple 2025-01-31
    [table] un tableau
    [tables] des tableaux, chacun sous [[{ $key }]]
   *[text] un texte entre guillemets droits
}
delegations-twice = { $file }, ligne { $line } : { $value } a deux entrées. La première est retenue ; retirez l’autre.
delegations-unknown = { $file }, ligne { $line } : aucune délégation n’a l’identifiant { $value }. Corrigez-le, ou ajoutez la délégation.

notice-delegation-unknown = Note enregistrée. Aucune délégation connue sous « { $name } » : le nom reste tel quel.
notice-delegation-ambiguous = Note enregistrée. « { $name } » : { $first }, ou { $others } ?
line-no-delegation = aucune délégation : une note
line-unknown = { $name } [?] nom inconnu
line-ambiguous = { $name } [?] { $first }, ou { $others }
line-reply = droit de réponse
notice-no-name = Aucune délégation ne commence par ce qui précède le curseur.
verb-complete = compléter le nom d’une délégation
hint-complete = compléter
verb-complete-back = revenir au nom précédent
hint-complete-back = nom précédent
field-delegation = délégation
field-on-behalf-of = au nom de
field-right-of-reply = droit de réponse
field-stance = avis
field-passage = passage
field-words = propos
field-time = heure
field-meeting = séance
field-was = { $field } : auparavant { $was }
field-was-empty = { $field } : auparavant vide
title-fields = Champs de l’intervention
title-corrections = Corrigé
prompt-correct = Corriger ({ $field }) :
notice-corrected = Corrigé : { $field }.
notice-no-intervention = Aucune intervention n’est choisie ici.
verb-fields = corriger les champs d’une intervention ; les valeurs antérieures sont affichées
hint-fields = champs
correct-delegation = Nommez une délégation : FRA, France.
correct-stance = « { $text } » n’est pas un avis. Tapez +, ++, -, =, ? ou un mot comme soutient.
correct-passage = « { $text } » ne désigne aucun passage de la bibliothèque. Tapez-le comme E.2 ou 14 c) ; laissez vide pour aucun passage.
correct-time = « { $text } » n’est pas une heure. Tapez 10:44, ou 2023-03-06 10:44.
correct-meeting = « { $text } » n’est pas un numéro de séance. Tapez 3 ; laissez vide si le numéro est inconnu.
prompt-speakers = Orateurs :
title-speakers = Liste des orateurs · { $limits }
floor-limit-all = { $states } chacun
floor-limits = États { $states }, groupes { $groups }
floor-set-limit = temps de parole de cette séance, tel que le Président l’a annoncé
prompt-limit = Minutes pour chacun (2), ou États et groupes (2 4) ; vide : comme d’habitude :
notice-limit = Temps de parole de cette séance : { $limits }.
notice-no-limit = « { $text } » n’est pas un temps de parole. Tapez des minutes : 2 pour tous, 2 4 pour les États et les groupes, 1:30.
verb-limit = fixer le temps de parole de cette séance, tel que le Président l’a annoncé
verb-limit-typed = limite
verb-limit-to = fixer le temps de parole de cette séance à { $words }
hint-limit = temps de parole
floor-next = ensuite : { $name }
floor-own = { $before ->
    [0] ensuite à nous, ~{ $minutes } min
   *[other] { $before } avant nous, ~{ $minutes } min
}
floor-us = nous
floor-add = ajouter des délégations, tapées ou collées
floor-edit = modifier la liste : noms, ordre
notice-speakers-added = { $count ->
    [one] { $count } délégation sur la liste.
   *[other] { $count } délégations sur la liste.
}
notice-no-speakers = Personne n’est sur la liste des orateurs. { $key } ajoute des délégations.
notice-last-speaker = C’était la dernière délégation de la liste.
verb-speakers = liste des orateurs : qui a demandé la parole
hint-speakers = orateurs
verb-next-speaker = donner la parole à la délégation suivante et noter ce qu’elle dit
hint-next-speaker = orateur suivant
cli-correct = corriger des champs d’une intervention ; ce qui s’y trouvait est conservé
cli-correct-delegation = qui a parlé
cli-correct-on-behalf-of = au nom de qui : noms séparés par des virgules ; vide pour personne d’autre
cli-correct-right-of-reply = si c’était un droit de réponse : yes ou no
cli-correct-stance = +, ++, -, --, =, ? ou un mot comme soutient ; vide pour aucune
cli-correct-passage = le passage dont il s’agit ; vide pour aucun
cli-correct-words = ce qui a été dit
cli-correct-time = quand : 10:44, ou 2023-03-06 10:44
cli-correct-meeting = le numéro de la séance dans sa session ; vide si inconnu
correct-no-intervention = La note { $id } ne nomme aucune délégation. Seules les interventions ont des champs à corriger.
correct-nothing = Rien ne changerait. Donnez une autre valeur à un champ, par exemple --stance + ou --meeting 3.
notice-interventions-kept = { $count } interventions enregistrées.

cli-intervene = noter ce qu’une délégation a dit : délégation, avis, passage, propos
cli-intervene-text = la ligne comme on la saisit : "SG + E.2 capacités d’abord" ; plusieurs noms font plusieurs interventions
cli-intervene-at = le passage dont il s’agit, si la ligne n’en nomme pas
cli-intervene-meeting = le numéro de la séance dans sa session
cli-speakers = la liste des orateurs du jour : qui a demandé la parole, et qui l’a
cli-speakers-list = afficher la liste des orateurs du jour
cli-speakers-add = ajouter des délégations à la fin de la liste
cli-speakers-next = donner la parole à la délégation suivante ; après la dernière, arrêter le chronomètre
cli-speakers-names = les noms, séparés par des virgules
cli-speakers-name = la délégation qui reçoit la parole hors de son tour
speakers-waiting = attend
speakers-floor = a la parole depuis
speakers-spoken = a parlé
speakers-no-name = Il n’y a pas de nom à ajouter. Donnez-en un : plenary speakers add Égypte, France
speakers-not-waiting = « { $name } » n’attend pas la parole. plenary speakers list montre qui l’attend.
speakers-none = Personne n’attend la parole. Ajoutez des noms avec plenary speakers add.
cli-said = qui a dit quoi : les interventions, les plus récentes d’abord
cli-said-step = seulement celles sur cette étape ou ce passage et ce qui en dépend
cli-said-by = seulement celles de cette délégation, ou faites au nom de ce groupe
cli-said-stance = seulement celles qui expriment cet avis
said-reply = droit de réponse :
said-none = Aucune intervention ne correspond. plenary said les énumère toutes.
intervene-nobody = « { $text } » ne nomme aucune délégation. Commencez par là : SG + E.2 capacités d’abord. Pour une note, utilisez plenary note add.
intervene-unknown = Aucune délégation n’est connue sous le nom « { $name } » ; il est gardé tel que saisi. Vous pouvez l’ajouter dans le fichier delegations.toml de l’espace de travail.
intervene-ambiguous = « { $name } » a été compris comme { $first } ; ce peut être aussi : { $others }. Vous pouvez en décider dans le fichier delegations.toml de l’espace de travail, sous [names].
cli-statement-take = reprendre les positions modifiées ou nouvelles depuis ; avec --with restricted, aussi les positions réservées
statement-nothing-to-take = Aucune position n’a été modifiée ni ajoutée depuis que la déclaration en a repris le texte.
statement-not-delivered = La déclaration { $id } n’a pas été prononcée et n’a donc pas encore de séance. plenary statement deliver { $id } --meeting N la marque comme prononcée à une séance.
statement-stale-changed = Déclaration { $id } : positions modifiées depuis que leur texte a été repris : { $changed }. plenary statement set { $id } --take reprend leur texte.
statement-stale-new = Déclaration { $id } : positions qui n’y sont pas : { $new }. plenary statement set { $id } --take reprend leur texte.
statement-stale-both = Déclaration { $id } : positions modifiées depuis que leur texte a été repris : { $changed } ; positions qui n’y sont pas : { $new }. plenary statement set { $id } --take reprend leur texte.
statement-changed = ▲ modifiées depuis : { $changed } ({ $key } reprend leur texte)
statement-new = ▲ n’y sont pas : { $new } ({ $key } reprend leur texte)
statement-changed-and-new = ▲ modifiées depuis : { $changed } ; n’y sont pas : { $new } ({ $key } reprend leur texte)
statement-position-changed = La position { $id } sur { $position } a été modifiée après que la déclaration en a repris le texte : elle n’est pas marquée comme prononcée.
statement-quotation = Citation { $state ->
   [changed] modifiée
  *[not-found] introuvable
} dans { $citation } : « { $words } ».
statement-doubtful = { $count ->
   [one] { $count } citation ne concorde pas avec sa source.
  *[other] { $count } citations ne concordent pas avec leurs sources.
}
notice-statement-kept-but = Conservée telle que prononcée ; positions prononcées avec elle : { $positions } ; modifiées depuis, et non marquées comme prononcées : { $others }. { $key } annule.
cli-position-languages = les langues dans lesquelles elle est écrite : en,fr
position-delivered-stays = La position { $id } a été prononcée : elle reste telle quelle, et ce texte est une nouvelle position.
notice-position-delivered = La position prononcée reste telle quelle : celle-ci est nouvelle.
export-amendment-overlap = { $citation } : l’amendement { $id } n’est pas une modification suivie, car il touche des mots que modifie un amendement antérieur de notre délégation ; il figure en commentaire.
export-amendment-overlaps = Sans suivi de modification : il touche des mots que modifie un amendement antérieur de notre délégation.
amend-name-unknown = Aucune délégation connue ne porte le nom « { $name } ». Il est conservé tel quel ; vous pouvez l’ajouter dans le fichier delegations.toml de l’espace de travail.
amend-name-several = « { $name } » peut désigner { $known }. Le nom est conservé tel quel ; utilisez le code de la délégation pour préciser laquelle.
position-instruction-order = L’instruction serait datée du { $date }, après son dernier jour de validité, le { $until }. Corrigez l’une des deux dates.
share-version-of-restricted = { $file } n’est pas transmis, bien que non réservé : il compte comme une autre version de { $other }, qui est réservé. Levez la réserve sur celui-ci si les deux peuvent être transmis.
share-uses-restricted = { $file } n’est pas transmis, bien que non réservé : il contient des mots de { $other }, qui est réservé. Levez la réserve sur celui-ci si les deux peuvent être transmis.
verb-instruction = indiquer sur l’instruction de qui repose la position, et jusqu’à quand
hint-instruction = instruction
prompt-instruction = Instruction (qui, jour, jusqu’au jour, référence) :
instruction-until-words = jusqu’au | valable jusqu’au
notice-instruction-no-position = Aucune position à modifier ici. Rédigez d’abord la position.
notice-instruction-no-day = « { $text } » n’est pas un jour. Écrivez par exemple : jusqu’au 2023-03-10, ou : jusqu’au 10 mars 2023.
verb-meeting = indiquer à quelle séance la déclaration a été prononcée
hint-meeting = séance
prompt-meeting = Numéro de la séance :
notice-no-meeting = « { $text } » n’est pas le numéro d’une séance. Écrivez par exemple : 3.
notice-statement-not-delivered = Elle n’a pas été prononcée et n’a donc pas encore de séance. Marquez-la d’abord comme prononcée.
