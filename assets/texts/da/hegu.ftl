### Grænsefladens sætninger på dansk. Samme nøgler og argumenter i alle sprog; en test sammenligner dem.

## Taster
key-space = mellemrum

## Tip: et eller to ord ved siden af en tast
hint-move = flyt
hint-choose = vælg
hint-point = punkt
hint-meridian = meridian
hint-column = kolonne
hint-begin = begynd
hint-pause = pause
hint-go-on = fortsæt
hint-practise = øv
hint-length = længde
hint-speed = tempo
hint-stop = stop
hint-card = kort
hint-list = liste
hint-answer = svar
hint-save = gem
hint-done = færdig
hint-close = luk
hint-tick = sæt kryds
hint-start-now = begynd nu

## Handlinger: til hjælp, tip og tastetabel
action-up = op
action-down = ned
action-left = venstre
action-right = højre
action-page-up = en side op
action-page-down = en side ned
action-first = den første
action-last = den sidste
action-open = åbn
action-back = tilbage
action-go = i gang
action-next = næste
action-previous = forrige
action-today = i dag
action-atlas = atlas
action-routines = rutiner
action-journal = dagbog
action-safety = sikkerhed
action-check-in = aftentjek
action-answers = mine svar
action-search = søg
action-commands = kommandoer
action-help = hjælp
action-red-flags = advarselstegn
action-in-words = med ord
action-language = english
action-theme = farver
action-suspend = til skallen, fg kommer tilbage
action-quit = luk, intet går tabt
action-find-spot = find det
action-map = figur
action-sources = kilder
action-add-to-routine = til en rutine
action-other-view = anden visning
action-other-side = anden side
action-zoom-in = nærmere
action-zoom-out = længere væk
action-why = hvorfor
action-favourite = favorit
action-skip = næste
action-again = tilbage
action-more-time = 15 sek. mere
action-softer = blidere
action-faster = hurtigere
action-slower = langsommere
action-sound = lyd
action-speech = stemme
action-digit = svar
action-day = dag
action-week = uge
action-month = måned
action-year = år
action-insight = overblik
action-edit = ret
action-undo = fortryd
action-ask-later = spørg senere
action-yes = ja
action-no = nej
action-delete-all = slet alt

## Første række og ramme
place-of = { $at } af { $count }
help-title = Taster
help-here = Her
help-everywhere = Overalt
small-needs = hegu skal bruge { $width } x { $height }
small-is = vinduet er { $width } x { $height }
small-remedy = Gør det større, eller q.

## Beskeder
said-language = Dansk
said-theme = { $theme }

## Kropsområder
region-head = Hoved
region-face = Ansigt
region-ear = Øre
region-neck = Nakke
region-throat = Hals
region-shoulder = Skulder
region-chest = Bryst
region-flank = Siden af kroppen
region-belly = Mave
region-back = Øvre ryg
region-low-back = Lænd
region-hip = Hofte og balle
region-perineum = Mellemkød
region-upper-arm = Overarm
region-elbow = Albue
region-forearm = Underarm
region-wrist = Håndled
region-hand = Hånd
region-thigh = Lår
region-knee = Knæ
region-lower-leg = Underben
region-ankle = Ankel
region-foot = Fod

## Dagbogen i vanskeligheder: hvad der er sket, hvad der er i sikkerhed, en vej videre
said-set-aside = Dagbogen var beskadiget. Den ligger urørt som { $path }; en ny er begyndt.
trouble-disk-full = Ikke gemt: disken er fuld. Intet er gået tabt endnu. Gør plads, og svar igen.
trouble-read-only = Ikke gemt: { $path } kan ikke skrives.
trouble-no-folder = Ikke gemt: mappen { $path } kan ikke bruges.
trouble-newer = Dagbogen er skrevet af en nyere hegu. Opdatér hegu for at åbne den. Intet er ændret.
trouble-damaged = Dagbogen { $path } er beskadiget. Start hegu igen: en ny begynder, og den gamle fil bliver.
trouble-not-a-journal = { $path } er ikke en dagbog fra hegu. Intet er ændret.
trouble-busy = Ikke gemt: et andet program holder dagbogen. Intet er gået tabt endnu. Svar igen.
trouble-other = Ikke gemt: { $what }
