### Grænsefladens sætninger på dansk. Samme nøgler og argumenter i alle sprog; en test sammenligner dem.

## Taster
decimal-mark = ,
hour-mark = .
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
hint-tick = kryds
hint-start-now = begynd nu
hint-none-of-these = intet af det
hint-not-sure = ved ikke
hint-by-meridian = efter meridian
hint-by-region = efter kropsdel
hint-by-use = efter gene
hint-by-category = efter kategori
hint-region = kropsdel
hint-use = gene
hint-category = kategori
hint-yours = dine
hint-here-it-is = her er det
hint-show-me = vis mig
hint-step = trin
hint-points = punkter
hint-read = læs
hint-only-points = kun punkter
hint-everything = alt
hint-related = beslægtet
hint-onward = videre
hint-skip-it = spring over
hint-later = senere
hint-good-night = godnat
hint-mark = markér
hint-one-side = én side
hint-both-sides = begge sider
hint-turn = vend
hint-walk = gå
hint-as-list = som liste
hint-on-body = på kroppen
hint-depth = visning
hint-week = uge
hint-month = måned
hint-year = år
hint-routine = rutine
hint-follow = følg andet
hint-today = i dag
hint-yesterday = i går
hint-in-an-hour = om en time
hint-new-tag = nyt
hint-rename = omdøb
hint-retire = læg væk
hint-ask-or-not = spørg eller ej
hint-change = skift
hint-trial-not-now = ikke nu
hint-end-trial = slut forsøget
hint-new-trial = et nyt forsøg
hint-rather-not = vil helst ikke sige det
hint-day = dag
hint-zoom = zoom
hint-words-only = kun ord
hint-with-drawing = med tegning
hint-drawing = tegning

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
action-learn = lær
action-check-in = aftentjek
action-answers = mine svar
action-search = søg
action-commands = kommandoer
action-help = hjælp
action-red-flags = advarselstegn
action-in-words = med ord
action-theme = farver
action-figure = kroppens tegning
action-skin = kroppens fyld
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
action-pan-up = kig op
action-pan-down = kig ned
action-pan-left = kig til venstre
action-pan-right = kig til højre
action-flow = lad meridianen strømme
action-body-parts = kroppens dele
action-why = hvorfor
action-favourite = favorit
action-copy = kopiér adressen
action-tour = en kort rundtur
action-skip = næste
action-again = tilbage
action-more-time = 15 sek. mere
action-softer = blidere
action-faster = hurtigere
action-slower = langsommere
action-sound = lyd
action-speech = stemme
action-louder = højere
action-quieter = lavere
action-background = regn eller hav
action-large-digits = stort tal
action-digit = svar
action-day = dag
action-week = uge
action-month = måned
action-year = år
action-insight = overblik
action-edit = ret
action-undo = fortryd
action-ask-later = spørg senere
action-step-back = tidligere
action-step-on = senere
action-add-here = tilføj
action-take-away = tag væk
action-where-felt = hvor
action-narrow = vis kun
action-show-practices = øvelser
action-compare = sammenlign
action-other-day = i går eller i dag
action-questions = hvilke spørgsmål
action-editor = din editor
action-yes = ja
action-no = nej
action-delete-all = slet alt
action-sore = øm eller blåt mærke

## Første række og ramme
place-of = { $at } af { $count }
help-title = Taster
help-here = Her
help-everywhere = Overalt
small-needs = hegu skal bruge { $width } x { $height }
small-is = vinduet er { $width } x { $height }
small-remedy = Gør det større, eller q.

## Atlasset: oversigt, kort, søgning
atlas-title = Atlas
atlas-meridians = Meridianer
atlas-regions = Kropsdele
atlas-uses = Gener og ønsker
atlas-categories = Kategorier
atlas-own = Dine
atlas-liked = Favoritter
atlas-never = Aldrig disse
atlas-liked-none = Ingen favoritter endnu. Med * bliver et punkt til en.
atlas-never-none = Intet punkt er valgt fra for altid. Det gør man med X på punktet, og X her fortryder det.
atlas-count = { $channel } + { $extra } punkter
atlas-empty = Her er ingen punkter endnu.
point-never = trykkes ikke
side-left = venstre
side-right = højre
verdict-gentle = Blidt for dig: halv tid, let berøring
verdict-ask-first = Spørg først
verdict-not-this-point = Ikke dette punkt til dig
verdict-stop = Ikke nu
card-because = Du har svaret: { $reason }
card-instead = I stedet: { $point }
certainty-none = ingen sikkerhed
certainty-very-low = meget lav sikkerhed
certainty-low = lav sikkerhed
certainty-moderate = moderat sikkerhed
card-certainty = { $certainty }, { $id }
card-more-trials = { $count } mere: s
trial-same = ingen forskel
trial-mixed = blandet
pane-trial = { $name }: { $how }
find-title = Find punktet
find-feel = Lidt ømt er rigtigt. Skarp smerte er forkert: flyt.
posture-stand = Stå op.
posture-sit = Sæt dig ned.
posture-cross = Sæt dig ned. Fod på modsat knæ.
posture-lie = Læg dig ned.
fingers-thumb = en tommelfingers bredde = 1 cun
fingers-two = to fingre = cirka 1,5 cun
fingers-three = tre fingre = cirka 2 cun
fingers-four = fire fingre = 3 cun
atlas-none = Intet punkt passer til det.
cli-no-point-but = Der er intet punkt, der hedder "{ $word }". Mente du { $point }?
cli-no-point = Der er intet punkt, der hedder "{ $word }".
cli-points-hint = hegu points viser dem alle; hegu points ORD finder et efter navn eller gene.
card-sources = Kilder
card-categories = I traditionen er det
evidence-edition = Tekster fra hegu { $version }, holdt op mod kilderne { $date }.
evidence-own = Et punkt, du selv har skrevet: kilden er din fil.
card-where = Hvor
card-how = Hvordan
card-tradition = Tradition
card-tested = Afprøvet
card-take-care = Vær opmærksom
card-related = Til det samme
card-more = mere
card-more-cautions = { $count } mere: enter
card-never-pressed = Trykkes ikke. Det er med i atlasset, så der ikke er huller i numrene.
card-untested = Vi kender ingen god undersøgelse af at trykke på dette punkt.
card-no-tradition = Ingen noteret her.
card-time = { $time } på hver side
card-times = { $count } gange
card-minutes = { $from } til { $to } min.
card-minutes-one = { $to } min.
card-seconds = { $from } til { $to } sek.
card-seconds-one = { $to } sek.
card-seconds-to-minutes = { $from } sek. til { $to } min.
pane-untested = Vi kender ingen god undersøgelse.
motion-stay = bliv på stedet
motion-circle = små, langsomme cirkler
motion-rub = gnid langsomt
pressure-touch = let berøring
pressure-gentle = blidt
pressure-firm = fast, aldrig så det gør ondt
search-found = { $count } fundet
search-points = Punkter
search-best-points = Punkter, de { $listed } bedste af { $all }
search-uses = Gener og ønsker
search-routines = Rutiner
search-topics = Spørgsmål
search-serves = { $some } af { $all }
search-tradition = tradition
search-tested = afprøvet
search-nothing = Ingenting om "{ $query }". Prøv en kropsdel eller en kode som LI4.
search-how = Et navn, en kode, en gene, en kropsdel. På dansk, engelsk eller kinesisk.
told-points = { $count ->
    [one] 1 punkt
   *[other] { $count } punkter
}
told-course = Forløb
told-in-tradition = I traditionen
told-its-points = Punkterne
told-honestly = Hvad den er, og hvad den ikke er
told-yin = En yin-meridian.
told-yang = En yang-meridian.
told-pair = Dens makker er { $name } ({ $code }).
told-hour = Dens timer er kl. { $from } til { $to }: tradition, ikke fysiologi.
told-no-meridian = Der er ingen meridian "{ $name }".
told-meridians-are = Meridianerne er { $codes }.
told-no-category = Der er ingen kategori "{ $name }".
told-categories-are = Kategorierne er { $ids }.
points-no-use = Der er ingen gene og intet ønske, der hedder "{ $name }".
points-meant-use = Mente du "{ $name }"?
points-none-never = Ingen af punkterne er valgt fra for altid.
points-how-never = hegu point GB21 --never vælger et punkt fra, --again tager det tilbage.
points-none-liked = Ingen af punkterne er favorit endnu.
points-how-liked = I appen gør tasten * et punkt til favorit.
phase-wood = træ
phase-fire = ild
phase-earth = jord
phase-metal = metal
phase-water = vand
cli-several-points = Flere punkter hedder "{ $word }":

## Beskeder
said-asked-later = Om en time spørger hegu igen, hvis du åbner det.
said-nothing-to-take-back = Der er ikke noget at fortryde.
said-took-away = Taget væk. z henter det tilbage.
said-practice-stays = Dagens øvelse tæller med i dag. I morgen kan den tages væk.
said-no-editor = Ingen editor kendes her: VISUAL eller EDITOR nævner en.
said-language = Dansk
said-theme = { $theme }
said-figure = Kroppen: { $style }
said-skin = Kroppens fyld: { $skin }
said-not-chosen = Ikke skrevet i dine indstillinger: { $why }
figure-auto = efter terminalen
figure-hybrid = udfyldt
figure-smooth = udfyldt, fin kant
figure-braille = prikker
figure-octant = blokke
figure-ascii = almindelige tegn

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
said-set-aside = Dagbogen var beskadiget. Den ligger urørt som { $path }; en ny er begyndt. Det, der stadig kan læses: hegu journal rescue. Den seneste kopi: hegu journal restore.
trouble-disk-full = Ikke gemt: disken er fuld. Gør plads, og svar igen.
trouble-quota = Ikke gemt: en kvote eller grænse er nået. Gør plads, og svar igen.
trouble-read-only = Ikke gemt: en skrivebeskyttet disk rummer { $path }.
trouble-not-allowed = Ikke gemt: du har ikke lov til at skrive i { $path }. Giv dig selv lov, og svar igen.
trouble-no-folder = Ikke gemt: mappen { $path } kan ikke bruges.
trouble-newer = Dagbogen er skrevet af en nyere hegu. Opdatér hegu for at åbne den. Intet er ændret.
trouble-damaged = Dagbogen { $path } er beskadiget. Start hegu igen: en ny begynder, og den gamle fil bliver.
trouble-not-a-journal = { $path } er ikke en dagbog fra hegu. Intet er ændret.
trouble-busy = Ikke gemt: et andet program holder dagbogen. Svar igen.
trouble-other = Ikke gemt: { $what }

only-read = kun læsning
only-read-disk-full = Disken er fuld: dagbogen kan læses, men intet kan gemmes.
only-read-quota = Din plads er brugt op: dagbogen kan læses, men intet kan gemmes.
only-read-disk = En skrivebeskyttet disk: dagbogen kan læses, men intet kan gemmes.
only-read-not-allowed = Du må ikke skrive her: dagbogen kan læses, men intet kan gemmes.

## Dine data: ind, ud, tilbage, væk
data-yes-or-no = ja/nej
data-yes = ja
data-yes-letter = j
data-exported = Skrevet til { $path }.
data-imported = { $new } { $new ->
    [one] notat
   *[other] notater
} hentet ind. { $same } var her i forvejen.
data-import-kept = { $count } står her med andre ord. Dine er beholdt.
data-import-away = { $count } er taget væk her tidligere og bliver væk.
data-import-back = Vejen tilbage: hegu journal restore { $path }
data-import-fine = { $path } kan læses. Intet er skrevet.
data-import-nothing = Intet er skrevet. Alle linjer skal være i orden, før nogen hentes ind.
data-md-is-for-reading = Markdown er til at læse. Brug jsonl, toml eller csv for at hente ind.
data-which-format = Navnet { $path } siger ikke, hvad filen er. Skriv --format, --daylio eller --map.
data-too-large = { $path } er større end 64 MB, og det er for stort til at læse på én gang. JSON-linjer (jsonl) kan have enhver størrelse.
data-more-lines = ... og { $count } mere.
data-bad-line = { $file }, linje { $line }: { $what }
data-bad-not-text = det her er ikke tekst.
data-bad-too-long = længere end nogen linje, hegu skriver.
data-bad-field = "{ $field }" kan ikke være "{ $value }".
data-bad-column = der er ingen kolonne "{ $name }".
data-bad-foreign = det er ikke skrevet af denne hegu eller en tidligere.
data-file-trouble = { $path } kan ikke læses eller skrives: { $what }
data-synced = { $sent } ændringer delt ud, { $taken } hentet ind. Maskiner i mappen: { $machines }.
data-sync-conflicts = { $count } { $count ->
    [one] notat er
   *[other] notater er
} ændret på to maskiner. Begge udgaver står i dagbogen; tag den ene væk, når det passer dig.
data-exists = { $path } findes i forvejen. Intet bliver overskrevet; vælg et andet navn.
data-not-whole = Kopien { $path } kunne ikke læses tilbage, som den blev kopieret. Den er ikke gemt.
data-wants-passphrase = Kopien er krypteret. Der skal en adgangssætning til.
data-locked = Kopien åbner ikke: det er en anden adgangssætning, eller filen er ændret. Her er intet ændret.
data-no-passphrase = Adgangssætningen kunne ikke læses: { $what }
data-passphrase = Adgangssætning (uden den åbner ingen kopien igen):
data-passphrase-again = Den samme igen:
data-passphrases-differ = De to var ikke ens. Intet er skrevet.
data-backed-up = { $path }: { $checkins } tjek, { $practices } øvelser, læst tilbage og hel.
data-no-copies = Der er ingen kopi, som hegu selv har lavet. Skriv navnet på en fil.
data-restore-ask = Vil du sætte kopien { $path } i dagbogens sted? Den dagbog, der er nu, bliver lagt til side.
data-left-alone = Intet er ændret.
data-restored = Dagbogen er nu { $path }: { $checkins } tjek, { $practices } øvelser.
data-restore-aside = Det, der var før: { $path }
data-nothing-damaged = Ingen beskadiget dagbog er lagt til side. Skriv navnet på en fil.
data-rescue-nothing = Intet i { $path } kan læses mere.
data-rescue-hint = Måske kan en kopi: hegu journal restore
data-rescued = { $path }: { $new } notater er hentet tilbage, { $same } var her i forvejen, { $lost } kunne ikke læses. Filen bliver, hvor den er.
data-nothing-to-undo = Der er ikke noget at fortryde.
data-undone-check-in = Fortrudt: et tjek er, som det var før.
data-undone-practice = Fortrudt: en øvelse er, som den var før.
data-undone-profile = Fortrudt: Om dig siger det, det sagde før.
data-undone-favourite = Fortrudt: { $what } er en favorit.
data-undone-no-favourite = Fortrudt: { $what } er ikke en favorit.
data-undone-never = Fortrudt: { $point } kommer aldrig.
data-undone-may-come = Fortrudt: { $point } må komme igen.
data-undone-sore = Fortrudt: { $point } hviler.
data-undone-not-sore = Fortrudt: { $point } behøver ikke hvile.
data-undone-tags = Fortrudt: mærkaterne er, som de var før.
data-undone-trial-runs = Fortrudt: forsøget går videre.
data-undone-trial-gone = Fortrudt: forsøget er ikke begyndt.
data-nothing-here = Her er ingen dagbog.
data-forget-ask = Vil du slette dagbogen og alle kopier, hegu har lavet? Det kan ikke fortrydes.
    { $files }
    Kopier, du selv har lavet, gemte tekster og delte mapper må du selv slette.
data-forgotten = Slettet. hegu har ikke gemt nogen kopi.
data-forgotten-shared = I de mapper, du har delt, er { $file } det, denne maskine skrev.
data-edit-head = { $day }. Ret, hvad du vil, gem og luk. Intet går tabt: hegu journal undo.
    En blok uden nummer er et nyt tjek; en blok, der er væk, bliver taget væk.
    mood 1-5; tension, stress, tiredness, pain, sleep 0-10; where = ["neck 5"]; tags; note.
data-edit-again = Vil du åbne den igen?
data-edit-kept = Intet er ændret i dagbogen. Din tekst er gemt: { $path }
data-edit-not-written = Det, du skrev, ligger i { $path }. Ret dagen igen, og hent det derfra.
data-edit-left = { $program } sluttede med en fejl. Intet er ændret.
data-no-editor = { $program } kan ikke startes: { $what }
data-edited = { $count ->
    [0] Intet er ændret.
    [one] Ét tjek er ændret.
   *[other] { $count } tjek er ændret.
}
data-edit-number = intet tjek den dag har nummer { $value }. Udelad nummeret for et nyt.
data-edit-time = "{ $value }" er ikke et klokkeslæt. Skriv 21:40.
data-edit-mistake = Linje { $line }: { $what }

## Rapporten til en fagperson
report-title = Akupressurdagbog: et overblik
report-period = { $from } til { $to }. Skrevet ned af personen selv om aftenen; 0 slet ikke, 10 det værst tænkelige.
report-backwards = Den første dag ligger efter den sidste.
report-tracked = Hvad der er noteret
report-evenings = Et tjek på { $count } af { $days } dage.
report-practices = { $count ->
    [one] Én øvelse
   *[other] { $count } øvelser
}, i alt { $minutes } minutters tryk.
report-other-evenings = { $count ->
    [one] Én aften i et fair forsøg uden tryk
   *[other] { $count } aftener i et fair forsøg uden tryk
}; de tæller ingen steder her som øvelser.
report-trends = Forløb
report-facts = { $count } aftener, median { $median }, { $low } til { $high }.
report-no-pairs = Aldrig spurgt igen lige efter en øvelse.
report-sleep = Hvordan natten var: 0 forfærdelig, 10 perfekt.
report-change = Lige efter øvelse, n = { $count }: ændring i gennemsnit { $mean } (før minus efter; { $interval }); { $worse } værre bagefter, { $unrated } ikke spurgt igen.
report-interval = 95 %-interval { $low } til { $high }
report-too-few = for få til et interval
report-all-same = altid det samme, intet interval
report-too-alike = naboaftener ligner hinanden for meget til et interval
report-places = Hvor det har kunnet mærkes
report-times = { $count ->
    [one] én aften
   *[other] { $count } aftener
}
report-place = { $times }, gennemsnit { $mean }
report-routines = Rutiner
report-routine = { $count ->
    [one] én gang
   *[other] { $count } gange
}, { $finished } til ende
report-cautions = Forbehold, som personen selv har nævnt
report-stopped = Stoppet før tid: { $count ->
    [one] én gang
   *[other] { $count } gange
}.
report-limits = Hvad tallene ikke kan sige
report-limit-own = En enkelt persons egne svar; personen vidste, hvad der blev gjort, og der er intet at sammenligne med. Ingen diagnose, ingen valideret skala.
report-limit-chance = { $count } mål er sammenlignet; et eller to vil se godt ud ved et tilfælde.
report-limit-scales = Linjen er ugens median af svaret før øvelsen; mærkerne nedenfor er dage med en øvelse; tomme dage er ikke udfyldt.
report-none = Intet noteret.

## Påmindelser, kun til den, der beder om dem
remind-words = Det er aften. Tyve sekunder til dig selv, hvis du har lyst.
remind-ask = Vil du skrive det her?
remind-on = Hver dag kl. { $time }, én gang, og ikke på dage med et tjek. hegu remind --remove fjerner den.
remind-off = Påmindelser er slået fra.
remind-none = Der er ingen påmindelse at fjerne.
remind-by-hand = Skrevet. Sådan sættes den i gang: { $commands }
remind-no-home = Ingen hjemmemappe er kendt her (HOME).
remind-no-crontab = Crontab kan ikke bruges: { $what }
remind-no-timer = Denne maskine har hverken systemd eller crontab. Giv linjen ovenfor til det, der starter programmer efter uret her. Intet er ændret.

## Aftenen: hvad der spørges om, og hvad der mærkes
felt-head = Hoved
felt-eyes = Øjne
felt-face = Ansigt
felt-jaw = Kæbe
felt-ear = Øre
felt-neck = Nakke
felt-throat = Hals
felt-shoulder = Skulder
felt-chest = Bryst
felt-flank = Siden af kroppen
felt-back = Øverste ryg
felt-low-back = Lænd
felt-belly = Mave
felt-pelvis = Underliv
felt-hip = Hofte
felt-upper-arm = Overarm
felt-elbow = Albue
felt-forearm = Underarm
felt-wrist = Håndled
felt-hand = Hånd
felt-thigh = Lår
felt-knee = Knæ
felt-lower-leg = Underben
felt-ankle = Ankel
felt-foot = Fod
felt-nausea = Kvalme
felt-period-pain = Menstruationssmerter
felt-left = Venstre { $part }
felt-right = Højre { $part }
scale-tension = Spænding
scale-stress = Stress
scale-tiredness = Træthed
scale-pain = Smerte
scale-sleep = Søvn
yours-tension = din spænding
yours-stress = din stress
yours-tiredness = din træthed
yours-pain = din smerte
yours-sleep = din søvn
yours-felt = det, du mærkede ({ $what }),
mood-1 = dårligt
mood-2 = ikke så godt
mood-3 = nogenlunde
mood-4 = godt
mood-5 = rigtig godt

checkin-title = Mærk efter
checkin-mood = Hvordan har du det lige nu?
checkin-tension = Hvor anspændt er du lige nu?
checkin-stress = Hvor stresset er du lige nu?
checkin-tiredness = Hvor træt er du lige nu?
checkin-pain = Hvor ondt gør det lige nu?
checkin-sleep = Hvordan sov du i nat?
checkin-where = Hvor i kroppen, hvis noget sted?
checkin-much = { $what }: hvor meget lige nu?
checkin-note = Noget, der skal skrives ned?
checkin-and-now = Og nu?
checkin-none = slet ikke
checkin-worst = det værst tænkelige
checkin-awake = frisk
checkin-worn-out = helt udmattet
checkin-terribly = elendigt
checkin-perfectly = perfekt
checkin-no-test = Fem enkle trin, som du selv forstår dem. Ingen test.
checkin-no-yesterday = I går vises ikke, så i dag kan være sig selv.
checkin-same-question = Samme spørgsmål som før. Intet svar er forkert.
checkin-worse-counts = Værre tæller lige så meget.
checkin-several = Flere er fint. Ingen er også fint.
places-how = Piletasterne går fra sted til sted. Mellemrum markerer, og igen fjerner det. Et klik gør det samme.
places-front = forfra
places-back = bagfra
map-points-there = { $count ->
    [one] ét punkt
   *[other] { $count } punkter
 }
checkin-nothing-marked = intet markeret
checkin-note-stays = Den bliver på denne maskine. hegu lægger intet i den.
checkin-not-saved = ! ikke gemt
checkin-plain-where = navne som nakke, venstre skulder; flere med komma
checkin-plain-how = En tom linje springer et spørgsmål over. Hvert svar skrives med det samme, så du kan stoppe når som helst: ctrl+d.
checkin-plain-mood = Et tal fra 1 til 5, eller en tom linje.
checkin-plain-score = Et tal fra 0 til 10, eller en tom linje.
checkin-plain-no-place = Intet sted hedder "{ $name }". Prøv hoved, nakke, lænd, venstre knæ.
checkin-plain-written = Skrevet: { $what }
checkin-plain-open = Ikke besvaret, så der er ikke noget forslag. Passer noget af det, så få hjælp:
checkin-plain-ask-first = Passer noget af dette lige nu, så tryk ikke, men få hjælp:

suggestion-title = I aften
suggestion-title-by-day = Lige nu
suggestion-first = Først et par spørgsmål
suggestion-heavy = Nogle aftener er tunge.
suggestion-long = To uger med det er længe.
suggestion-because = Fordi du svarede: { $what }.
suggestion-because-much = Fordi du svarede: { $what } { $score }.
suggestion-rest = Til hvile.
suggestion-short = Den korteste.
suggestion-minutes = { $minutes } min.
suggestion-tonight = Og til i aften: { $routine }.
suggestion-nothing = Intet kræver noget.
suggestion-nothing-fits = Intet her passer til i dag. Hvile er fint.
suggestion-offered = Hvis du har lyst
suggestion-meal = Ikke inden for en time efter et måltid.
suggestion-stop = Ingen øvelse nu
suggestion-good-night = Godnat
suggestion-not-now = Ikke noget nu

goodnight = Godnat.
goodnight-by-day = Det var det hele.
goodnight-written = Skrevet i din dagbog, på denne maskine.
goodnight-not-written = Ikke alt er skrevet endnu.

journal-title = Dagbog
journal-empty = Her står ikke noget endnu. Det første aftentjek lander her.
journal-opening = Dagbogen åbnes.
journal-days = { $count ->
    [one] 1 dag
   *[other] { $count } dage
 }
journal-check-in = Aftentjek
journal-after = Efter
journal-later = Senere
journal-practice = Øvelse
journal-own-points = Egne punkter
journal-breaths = Åndedræt: { $pattern }
journal-of-ten = { $score } af 10
journal-whole = hele
journal-finished = færdig
journal-skipped = sprunget igennem
journal-stopped = stoppet
journal-left = forladt
journal-open-end = ingen afslutning skrevet
journal-note = Note
journal-nothing-answered = intet besvaret, helt fint
journal-before = før
journal-lower = { $by } lavere
journal-higher = { $by } højere
journal-unchanged = uændret

evening-invites = Det er aften. Tyve sekunder, hvis du har lyst: { $key }
evening-plain-begin = Begynd { $routine }? Enter begynder, n er godnat.
evening-later = Der er gået en time. Hvordan er det nu? { $key }
checkin-tags = Hvad kan have haft betydning?
checkin-no-tags = Ingen mærkater endnu. a skriver den første: kaffe, en gåtur, en dårlig nat.
checkin-new-tag = Ny:
checkin-rename-tag = { $tag } bliver til:
checkin-note-lines = Enter laver en ny linje; på en tom linje går den videre.
checkin-plain-tags = dine egne ord; flere med komma
asked-title = Hvad aftentjekket spørger om
asked-count = { $count ->
    [one] 1 spørgsmål
   *[other] { $count } spørgsmål
 }
asked-how = Hvert spørgsmål kan springes over på selve aftenen. Valget gælder med det samme og står i dine indstillinger.
journal-mood = Hvordan det var
journal-practices = Øvelser
journal-where = Hvor
journal-find = Find
journal-find-how = Ord fra dine noter, eller hvordan de begynder. Der ledes efter dem alle i hver note.
journal-find-nothing = Ingenting om "{ $words }".
journal-narrow = Vis kun
journal-only = kun { $what }
journal-everything = Alt
journal-tag = mærkat
journal-place = sted
journal-routine = rutine
journal-week-of = { $from } til { $to }
journal-afterwards = efter
journal-no-entry = intet
journal-lower-is-calmer = lavere er bedre
journal-higher-is-better = højere er bedre
journal-week-count = { $entries } aftentjek, { $again } med et svar bagefter
journal-nothing-that-day = intet aftentjek, helt fint
journal-nothing-that-month = intet
journal-not-rated = uden tal
journal-from-to = { $before } før, { $after } efter
journal-month-sum = { $days ->
    [one] 1 dag
   *[other] { $days } dage
 } med noget skrevet, { $practices ->
    [one] 1 øvelse
   *[other] { $practices } øvelser
 }, median { $median }.
journal-month-line = { $days ->
    [one] 1 dag
   *[other] { $days } dage
 }, median { $median }, { $practices ->
    [one] 1 øvelse
   *[other] { $practices } øvelser
 }
journal-year-sum = { $days ->
    [one] 1 dag
   *[other] { $days } dage
 } med noget skrevet, { $practices ->
    [one] 1 øvelse
   *[other] { $practices } øvelser
 }.
journal-quarter = { $from }-{ $to } { $median }
journal-year-median = Median: { $quarters }.
journal-year-doubt = Meget ændrer sig på et år. Det er et billede, ikke en årsag.
journal-x-practice = øvelser
journal-nowhere = Her er ikke mærket noget sted.
journal-where-of = Ud af { $count } aftentjek.
journal-where-tint = Jo stærkere farve, jo oftere.
journal-where-dense = Jo tættere tegnet, jo oftere.
journal-more-places = og { $count } til
date-day-month = { $day }. { $month }
date-day = { $day }.
insight-later = En time eller to senere ({ $count } svar): i gennemsnit { $mean }.
insight-later-few = En time eller to senere: { $count } svar, for få til at sige noget.
trial-title = Et fair forsøg med dig selv
trial-rest = Hvile
trial-breathe = Kun åndedræt
trial-card = Aftenens kort
trial-card-down = Tilfældet har givet det. Enter vender det.
trial-card-says = Aftenens kort: { $what }
trial-how-practice = Enter begynder. Det samme spørgsmål kommer lige bagefter.
trial-how-rest = { $minutes } minutter, hænderne i skødet, vejret som det kommer. Det samme spørgsmål kommer lige bagefter.
trial-how-breathe = { $minutes } minutters roligt åndedræt, intet tryk. Det samme spørgsmål kommer lige bagefter.
trial-not-yet = { $count ->
    [one] En øvelse mere med før og efter, så kan hegu hjælpe dig med at finde ud af, om det er trykket.
   *[other] { $count } øvelser mere med før og efter, så kan hegu hjælpe dig med at finde ud af, om det er trykket.
 }
trial-not-pregnant = Ikke under graviditet, og først når du har svaret på det spørgsmål under Om dig. Dagbogen fortsætter som altid.
trial-not-low = Nogle aftener er tunge. Det er ikke tiden til et forsøg; gør noget, der er godt for dig.
trial-not-flag = Noget, du har svaret, kommer først. Intet forsøg nu.
trial-consent = Det her sammenligner to slags aftener for dig alene: at trykke, og at hvile lige så længe. Tilfældet vælger. Du ved, hvilken slags det er, så håbet kan flytte dine svar; resultatet kan antyde, ikke bevise. Det siger intet om andre. Behold al behandling og alle aftaler, præcis som de er. Ikke til smerter, der er nye eller vokser. Du kan stoppe når som helst, og så må du se svarene indtil da. Svarene bliver på denne maskine.
trial-compare = Sammenlign
trial-design-rest = tryk og hvile
trial-design-breathe = tryk og kun åndedræt
trial-design-both = tryk, hvile og åndedræt
trial-routine = Rutine
trial-outcome = Det målte
trial-length = Aftener
trial-evenings = { $evenings }, { $minutes } min. hver
trial-start = Begynd
trial-honest = { $evenings } aftener kan vise en forskel på cirka { $points }; en forskel på 1 ville kræve cirka { $one }. Aftener, der ligner hinanden, gør det længere.
trial-honest-little = { $evenings } aftener viser næppe engang en forskel på 2; en forskel på 1 ville kræve cirka { $one }.
trial-far = { $used } af { $planned } aftener
trial-ended-early = sluttet tidligt efter { $blocks ->
    [one] 1 blok
   *[other] { $blocks } blokke
 }
trial-running = { $routine } over for aftener uden tryk, målt på { $outcome }.
trial-next = Efter næste aftentjek, hvor du svarer på det, ligger der et kort øverst. Ét om dagen, på samme tid af dagen.
trial-unrated = Uden svar: { $practice } med tryk, { $other } uden.
trial-no-peeking = Resultatet kommer til sidst, eller når du slutter det.
trial-gap = Mere end to uger siden sidste kort. Det er i orden at slutte her.
trial-end-sure = Slut forsøget og se? x en gang til slutter det.
trial-on-resting = hvileaftener
trial-on-breathing = åndedrætsaftener
trial-too-few = Over for { $other }: for få til at sige noget ({ $pairs } par). Her er selve tallene.
trial-values = Tryk sammenlignet, par for par: { $values }
trial-fell-more = På trykaftener faldt { $what } { $mean } mere end på { $other } ({ $pairs } par; 95 %-interval { $low } til { $high }; kortene alene ville give det ved et tilfælde i cirka { $chance }).
trial-fell-less = På trykaftener faldt { $what } { $mean } mindre end på { $other } ({ $pairs } par; 95 %-interval { $low } til { $high }; kortene alene ville give det ved et tilfælde i cirka { $chance }). De andre aftener faldt bedst ud for dig her.
trial-too-close = Over for { $other }: for tæt til at afgøre. Forskellen ligger et sted mellem { $low } og { $high }. Flere aftener ville gøre det snævrere.
trial-no-larger = Over for { $other }: ingen forskel større end { $bound } viste sig. Måske er hvile nok.
trial-one-in = 1 ud af { $count }
trial-later = En time eller to senere ({ $count } svar): { $press } lavere efter tryk, { $rest } ellers.
trial-small = Det er under det, man plejer at lægge mærke til.
trial-you-knew = Du vidste, hvilken aften det var, så håbet er en del af det.
trial-afterwards = Tryk videre, hvil videre, eller ingen af delene: alt er fint.

insight-title = Overblik
insight-nothing = For få til at sige noget. Efter seks øvelser med før og efter kommer der tal her.
insight-practices = { $count ->
    [one] 1 øvelse
   *[other] { $count } øvelser
 }
insight-early = foreløbigt
insight-too-few = { $count } indtil nu: for få til at sige noget. Her er selve tallene.
insight-changes = før og efter
insight-mean-lower = Over { $count } øvelser var { $what } i gennemsnit { $mean } lavere lige efter end lige før (95 %-interval { $low } til { $high }).
insight-mean-higher = Over { $count } øvelser var { $what } i gennemsnit { $mean } højere lige efter end lige før (95 %-interval { $low } til { $high }).
insight-unclear = Over { $count } øvelser ingen klar ændring i { $what }: i gennemsnit { $mean }, og intervallet går fra { $low } til { $high }, på begge sider af nul.
insight-all-same = Over { $count } øvelser ændrede { $what } sig lige meget hver gang: { $mean }. Der kan ikke gives et interval.
insight-too-alike = Over { $count } øvelser ligner naboaftener hinanden for meget til, at der kan gives et interval for { $what }. Median { $median }.
insight-may-change = Det kan nå at ændre sig.
insight-doubt = Ro, opmærksomhed, tid og forventning kan gøre det samme. Det viser ikke, at det var punkterne.
insight-passes = Man trykker tit, når det er slemt, og slemme stunder går over af sig selv.
insight-regression = Ud fra dine egne dage uden øvelse kunne man vente { $drop } alligevel ({ $pairs } par).
insight-counts = { $lower } lavere, { $same } uændret, { $higher } højere; median { $median }.
insight-small = De fleste lægger mærke til en ændring på 1 eller mere.
insight-unrated = { $all ->
    [one] Den ene øvelse mangler et svar bagefter.
   *[other] { $count } af { $all } øvelser mangler et svar bagefter.
 }
insight-compared = { $count ->
    [one] 1 sammenligning.
   *[other] { $count } sammenligninger: cirka { $chance } af dem vil se godt ud ved et tilfælde.
 }

## Sikkerhed: hvad gælder for dig, advarselstegn, hvorfor, hvad vi ved
hint-large-number = stort nummer
hint-by-mistake = jeg svarede forkert
hint-go-there = gå dertil
hint-have-read = jeg har læst det
hint-whole-field = hele feltet
safety-frame = Egenomsorg ved siden af lægehjælp. Ikke en diagnose og ikke behandling af sygdom. Stop ikke med medicin, og udsæt ikke et lægebesøg på grund af hegu.
answer-unanswered = ikke sagt
answer-no = nej
answer-yes = ja
answer-not-sure = ved ikke
answer-rather-not = siger ikke
safety-verdict-fine = fint
safety-verdict-gentle = blidt
safety-verdict-ask-first = spørg først
safety-verdict-not-this-point = ikke dette punkt
safety-verdict-not-this-routine = ikke denne rutine
safety-verdict-stop = stop
group-pregnancy = Graviditet
group-blood = Blod og årer
group-bones = Knogler og led
group-heart = Hjerte og åndedræt
group-feeling = Følelse og hud
group-illness = Sygdom
group-mind = Og desuden
group-today = I dag
part-head = hoved, ansigt
part-neck = nakke, hals, skuldre
part-left-arm = venstre arm
part-right-arm = højre arm
part-left-hand = venstre hånd
part-right-hand = højre hånd
part-chest = bryst, ribben
part-belly = mave
part-back = øverste ryg
part-low-back = lænd
part-hip = hofte, balle
part-left-leg = venstre ben
part-right-leg = højre ben
part-left-foot = venstre fod
part-right-foot = højre fod
mark-verified = Læst i kilden.
mark-part = Delvis læst i kilden.
mark-unverified = Almen viden.
mark-own = Vores egen forsigtighed.
evidence-certainty-none = Sikkerhed: ingen
evidence-certainty-very-low = Sikkerhed: meget lav
evidence-certainty-low = Sikkerhed: lav
evidence-certainty-moderate = Sikkerhed: moderat
comparison-sham = Mod snydebehandling
comparison-other-point = Mod et andet punkt
comparison-usual = Mod sædvanlig behandling eller undervisning
comparison-wait = Mod en venteliste
comparison-active = Mod en anden behandling
comparison-none = Kun før og efter
comparison-mixed = Mod forskelligt
pressed-self = Folk trykkede selv
pressed-band = Med armbånd
pressed-practitioner = Trykket af en behandler
pressed-needle = Med nål
pressed-mixed = Trykket på forskellig vis
help-local-number = til dit lokale alarmnummer
help-emergency = Ring { $number } nu. Tryk ikke på noget punkt. Kør ikke selv.
help-today = Ring til en læge i dag.
help-midwife = Ring til din jordemoder nu.
help-soon = Tal med din læge i de nærmeste dage.
help-crisis = Du behøver ikke være alene med det her. Er du i fare lige nu, så ring { $number }.
profile-title = Om dig
profile-plain-how = j ja, n nej, ? ved ikke, - vil helst ikke svare; en tom linje lader svaret stå, q slutter. Hver med enter.
profile-question = Hvad gælder for dig?
profile-stays = bliver på denne maskine
profile-none = Ingen af delene
profile-rather-not = Vil helst ikke svare
profile-rather-not-why = Så er hegu forsigtig: hvert svar tæller som ja, og kun roligt åndedræt er tilbage.
profile-lead = Sæt kryds ved det, der passer. hegu udelader det, der ikke egner sig til dig. Hvert svar kan ændres når som helst.
profile-asked = Jeg har spurgt min læge, sygeplejerske eller jordemoder
profile-asked-feet = Jeg har spurgt min jordemoder om KI1 og LR3
profile-asked-wrist = Jeg har spurgt min jordemoder om PC6
profile-everywhere = ikke sagt, altså overalt
profile-nowhere = ingen bestemte steder
profile-places-why = Det, der ikke er sagt, tæller som overalt.
profile-forgotten = Slettet. Der er ingen kopi.
profile-empty = Der er ikke sagt noget endnu. hegu profile edit åbner skemaet.
profile-left-out = Udeladt nu
profile-delete-again = Slet alle dine svar? En gang til for at gøre det. Der er ingen kopi.
redflags-title = Passer noget af dette lige nu?
redflags-asked = advarselstegn
redflags-no-all-clear = Ved ikke tæller som ja. Listen kan ikke udelukke noget.
redflags-stop = Stop her
redflags-serious = De tegn kan være alvorlige. Tryk ikke, få hjælp.
redflags-you-said = Du sagde ja til
redflags-say = Sig: hvor du er, hvad der er sket, siden hvornår. Lås døren op.
redflags-not-kept = Intet er gemt som en øvelse.
redflags-checked = Telefonnumre kontrolleret { $date }. De kan ændre sig.
redflags-sure = Svarede du forkert? En gang til, så bliver de svar til nej.
said-unread = { $ids }: svaret i dagbogen kan ikke læses. Det tæller som ja, til du svarer igen.
sore-noted = Punktet hviler nu i { $hours } timer.
sore-why = Et punkt, der er ømt eller har et blåt mærke, hviler i { $hours } timer. Indtil da springer hegu det over i enhver øvelse.
sore-until = hviler til { $day } kl. { $time }
sore-title = Øm, eller blåt mærke?
why-nothing = Ingen regel taler imod dette punkt.
why-because = Du har sagt
why-instead = I stedet
why-asked = Du har spurgt om det.
evidence-title = Hvad vi ved
evidence-field = Om hele feltet
evidence-by-use = Efter gene: hegu evidence med en af { $ids }.
evidence-tradition = Tradition: bruges ved
evidence-no-tradition = Her er ingen brug nævnt.
evidence-tested = Afprøvet
evidence-none = Traditionel brug. Vi kender ingen god undersøgelse.
evidence-place = Betyder stedet noget?
evidence-unknown = ingen række hedder "{ $id }".
evidence-unknown-hint = hegu evidence viser dem alle.
evidence-read = Set efter { $date }.
evidence-uses = Fund efter brug
evidence-breathing = Fund om åndedræt
evidence-checkin = Om aftentjekkets spørgsmål
evidence-beside = Ved siden af, om det samme
evidence-graded-quoted = Gennemgangens egen vurdering.
evidence-graded-judged = Vores egen forsigtige læsning.
evidence-whole-set = Et helt sæt punkter blev afprøvet, ikke et af dem alene.
evidence-other-people = Deltagerne var syge eller i behandling. Til hverdag er det overført.
evidence-points = Punkter: { $points }
evidence-in-part = Kun en del af tallene er læst i kilden. Resten vises ikke.
direction-better = + Bedre end det, der blev sammenlignet med.
direction-same = = Ingen forskel fra det, der blev sammenlignet med.
direction-mixed = ± Til dels bedre, til dels ingen forskel.
direction-tradition = · Viser skik, ikke en virkning.
direction-context = · Siger noget om feltet, ikke om en enkelt brug.
welcome-name = hegu
welcome-line = Tryk, træk vejret, og mærk efter selv.
welcome-onward = videre til det, du bad om
welcome-begin = to minutter, hånd og åndedræt
welcome-atlas = gå i atlasset
welcome-search = søg: hovedpine, li4, hegu
welcome-check-in = aftentjek, 20 sekunder
welcome-safety = hvad gælder for dig, én gang
welcome-adults = hegu er lavet til voksne.

## Dage
weekday-mon = man
weekday-mon-long = Mandag
weekday-tue = tir
weekday-tue-long = Tirsdag
weekday-wed = ons
weekday-wed-long = Onsdag
weekday-thu = tor
weekday-thu-long = Torsdag
weekday-fri = fre
weekday-fri-long = Fredag
weekday-sat = lør
weekday-sat-long = Lørdag
weekday-sun = søn
weekday-sun-long = Søndag
month-jan = jan.
month-jan-long = januar
month-feb = feb.
month-feb-long = februar
month-mar = mar.
month-mar-long = marts
month-apr = apr.
month-apr-long = april
month-may = maj
month-may-long = maj
month-jun = jun.
month-jun-long = juni
month-jul = jul.
month-jul-long = juli
month-aug = aug.
month-aug-long = august
month-sep = sep.
month-sep-long = september
month-oct = okt.
month-oct-long = oktober
month-nov = nov.
month-nov-long = november
month-dec = dec.
month-dec-long = december
date-short = { $weekday } { $day }. { $month }
date-long = { $weekday } { $day }. { $month }
date-with-year = { $date } { $year }
## Øvelse
practice-in = Træk vejret ind
practice-out = Pust ud
practice-hold = Hold
practice-free = Træk vejret, som du vil
practice-find = Find det
practice-switch = Anden side
practice-rest = Hvil
practice-paused = Pause
practice-rest-finger = fingeren hviler på huden
practice-sink = lad trykket synke langsomt
practice-weight = kun fingerens vægt
practice-stay = bliv
practice-ease = lidt lettere
practice-sink-again = lad det synke igen
practice-circle = små cirkler
practice-rub = gnid langsomt
practice-motion-stay = bliv på punktet
practice-lighter = lettere
practice-release = slip langsomt
practice-hand-off = løft hånden
practice-other-hand = skift hånd
practice-only-breath = kun åndedrættet
practice-close = hænderne ned, intet at gøre
practice-close-name = afrunding
practice-breath = åndedræt
practice-left = venstre
practice-right = højre
practice-both = begge sider
practice-side = side
practice-now = nu
practice-next = næste
practice-total = i alt
practice-end = slut
practice-of = { $passed } af { $total }
practice-of-longer = { $passed } af { $total } (+{ $over })
practice-muted = lydløs
practice-bell = klokke
practice-bell-far = klokke, over ssh
practice-no-speech = ingen stemme
practice-repeat = tryk { $at } af { $count }
practice-seconds = { $at } af { $count } sekunder
practice-still = stillbillede
practice-must-not-hurt = Det må gerne føles dybt og ømt. Det må ikke gøre ondt. esc stopper alt.
practice-take-time = Tag den tid, du har brug for.
practice-all-well = Stadig godt? mellemrum fortsætter, esc stopper.
practice-stopped = Stoppet. Slip.
practice-why = Var der en grund?
practice-no-reason = Ingen grund; nok for nu
practice-done = Det var det.
practice-rise = Rejs dig langsomt. Hvil et minut.
practice-soreness = Lidt ømhed eller et lille blåt mærke kan forekomme.
practice-whole = det hele
practice-part = en del af det
practice-touched = kun begyndt

## Før øvelsen
preview-with-tool = Hav det afrundede redskab ved hånden.
preview-with-knuckle = Med knoen.
preview-breath = Åndedræt { $inhale } ind, { $exhale } ud, uden hold.
preview-breath-held = Åndedræt { $inhale } ind, { $full } holdt, { $exhale } ud.
preview-breath-held-twice = Åndedræt { $inhale } ind, { $full } holdt, { $exhale } ud, { $empty } holdt.
preview-natural = Træk vejret, som du vil.
preview-for-you = ! Ændret for din skyld
preview-left-out = { $point } er sprunget over: { $reason }.
preview-instead = I stedet: { $point }.
preview-one-side = { $point } kun på den ene side: { $reason }.
preview-lighter = Halv tid, let berøring: { $reason }.
preview-fingers-only = Kun fingrene, intet redskab: { $points }.
preview-changed = { $count ->
    [one] ! Én ændring for dig: { $key } viser den
   *[other] ! { $count } ændringer for dig: { $key } viser dem
}
preview-told = { $count ->
    [one] ! Én ting at vide først: { $key } viser den
   *[other] ! { $count } ting at vide først: { $key } viser dem
}
preview-breath-changed = Et andet åndedræt: { $reason }.
preview-no-room = { $point }: der er ikke plads på den tid.
preview-capped = Længere kan denne plan ikke blive.
preview-why-these = Hvorfor netop disse punkter
preview-expect = Hvad du kan vente
preview-tradition = Traditionel brug. Vi kender ingen god undersøgelse.
preview-sets = Ingen af hegus rutiner er afprøvet, som de står her.
preview-too-short = For kort til alle sider. { $least } minutter er det mindste.
preview-too-long = For meget til en halv time. Vælg færre punkter.
preview-stop = Ikke i dag.
preview-ask-first = Spørg din læge, sygeplejerske eller jordemoder først.
preview-have-asked = Når du har spurgt, så skriv det under Om dig. Så kan du begynde.
preview-not-this = Denne rutine egner sig ikke til dig nu.
preview-locked = hegu venter, til du har læst dette og bekræftet.
preview-enough = Det er nok for én dag.
preview-open = { $count ->
    [one] Først et spørgsmål om i dag.
   *[other] Først { $count } spørgsmål om i dag.
}
preview-asked = Passer noget af dette lige nu?
preview-asked-note = Ved ikke tæller som ja. Selv uden kryds kan noget være galt: listen kan ikke udelukke noget.
preview-nothing = Intet her passer til dig nu. Det gør roligt åndedræt, til hvile.

## Rutiner
routines-title = Rutiner

## Hvad en øvelse svarer
said-length-fixed = Den her beholder sin længde.
said-length-least = { $minutes } min. er det mindste.
said-length-most = { $minutes } min. er det meste, den kan rumme.
said-woke-up = Maskinen har sovet. Øvelsen er sat på pause dér, hvor du slap.
said-closed = Slip: efter det, du siden har svaret, er der ingen øvelse nu.
said-closed-point = Slip: det, du siden har svaret, lukker for { $point }. Begynd forfra med det, der passer dig.
said-longer = Øvelsen er nu { $over } længere end planlagt.
said-hook-failed = Din egen kommando kørte ikke: { $why }.
said-muted = Lyden er slået fra.
said-volume = Lyd { $volume } %.
said-speech = Linjerne læses op.
said-no-speech = Stemmen er slået fra.
said-background-none = Ingen baggrund.
said-background-rain = Regn i baggrunden.
said-background-sea = Havet i baggrunden.
said-background-brown = Blød støj i baggrunden.
refused-nothing-before = Der er ikke noget før dette.
refused-releasing = Slip nu; b gentager siden.
refused-side = Det er det meste for denne side.
refused-day = Det er det meste for dette punkt i dag.
refused-practice = En halv time er det meste.
refused-breath = Det er det meste for dette åndedræt.
refused-softest = Det er allerede kun en berøring.
refused-speed = Hurtigere eller langsommere ville presse åndedrættet.

## Egne filer
check-clean = { $count ->
    [one] Et punkt, og intet at rette.
   *[other] { $count } punkter, og intet at rette.
}
check-problems = { $count ->
    [one] et problem.
   *[other] { $count } problemer.
}
said-own-files = { $count ->
    [one] Et problem i dine egne filer: hegu check nævner det.
   *[other] { $count } problemer i dine egne filer: hegu check nævner dem.
}

## Linjer uden skærm
plain-unknown = Ingen rutine og intet punkt hedder "{ $what }".
plain-unknown-hint = hegu routines viser rutinerne; et punkt har en kode som LI4.
plain-too-many-uses = En plan sammensættes til højst { $most } ting.
plain-no-pattern = Intet åndedrætsmønster hedder "{ $what }".
plain-ratio-phase = { $what }: ind og ud varer 2 til 8 sekunder hver. hegu kender ingen hurtig eller forceret vejrtrækning.
plain-ratio-hold = { $what }: vejret holdes højst i 7 sekunder.
plain-ratio-cycle = { $what }: et helt åndedrag varer 5 til 20 sekunder, altså 12 til 3 i minuttet.
plain-patterns = Der er { $names } eller dit eget forhold, for eksempel 5-7.
plain-not-if = Ikke nu, hvis noget af dette passer lige nu:
plain-must-not-hurt = Det må gerne føles dybt og ømt. Det må ikke gøre ondt.
plain-none = n og enter: ingen af delene. Ellers tallene for det, der passer, for eksempel 2 5. Ved ikke tæller som ja.
plain-why-stopped = Var der en grund? Dens tal, eller en tom linje.
plain-read = j og enter: jeg har læst det. Før det begynder ingen øvelse.
plain-where = Hvor? Tallene, for eksempel 1 4. En tom linje: ikke sagt, så det gælder overalt.
preview-suits = { $point } egner sig til dig.
plain-keys = Enter holder pause og fortsætter, n og Enter springer til det næste, q og Enter stopper alt.

## Indstillinger
config-written = Skrevet: { $path }
config-there = { $path } findes allerede og blev ikke rørt.
config-there-hint = hegu config show fortæller, hvad der gælder; hegu config set NØGLE VÆRDI retter en linje.
config-broken-hint = Ret filen i hånden; hegu config show fortæller, hvad der er galt med den.
config-from-default = standard, eller fundet ud af
config-from-file = config.toml

## Kommandoer, i dag, rundtur
help-search = skriv for at søge
help-nothing = Ingen tast til det. : leder også blandt punkter og rutiner.
commands-nothing = Ingenting om "{ $query }".
commands-minutes = { $minutes } min.
said-copied = Kopieret, hvis terminalen tillader det.
today-title = I dag
today-check-in = Aftentjek, tyve sekunder
today-checked-in = Aftentjek gjort. Gerne en gang til
today-point = Dagens punkt
today-liked = Favoritter
today-lately = For nylig
tour-title = En kort rundtur
tour-walk = Gå rundt
tour-walk-text = Atlasset er tre lister, der følges ad: en meridian, dens punkter, og det valgte punkt på kroppen. Piletasterne går rundt, enter går ind, esc går ud.
tour-find = Find
tour-find-text = Søg på en kode, et navn eller et almindeligt ord som hovedpine. Så viser tegningen, hvordan dine egne fingre finder stedet.
tour-practise = Øv
tour-practise-text = Mellemrum øver det, du ser på. Synk ind, mens du ånder ud, bliv, slip langsomt. Det går videre af sig selv med lukkede øjne; enter eller mellemrum holder pause.
tour-evening = Om aftenen
tour-evening-text = Tyve sekunders spørgsmål, en rutine, der passer til svarene, og de samme spørgsmål igen. En glemt aften er bare en glemt aften.
tour-safety = Trygt
tour-safety-text = Sig én gang, hvad der gælder for dig. Det, der ikke egner sig til dig, bliver udeladt af alle rutiner med en begrundelse. En tast fører til de tegn, der kræver en læge.
tour-help = Hjælp
tour-help-text = Alle taster står i hjælpen, og alt kan kaldes ved navn. Du mister aldrig noget ved at gå.

## Lær: den første lektion og spørgsmålene
learn-title = Lær
lesson-title = Den første lektion
lesson-length = cirka fem minutter
lesson-enter = enter: næste
lesson-begin = Sæt dig godt
lesson-begin-1 = Fem minutter, ét punkt. Sæt dig, så ryggen hviler, og skuldrene kan falde ned. Korte negle er venligere end lange. Du kan gå, når du vil.
lesson-begin-2 = Du lærer det på { $point }, et punkt, der passer til det, du har fortalt hegu. Tag det af, der dækker stedet, eller tryk gennem tyndt stof.
lesson-begin-none = I dag har hegu ikke noget punkt til dig at trykke på, på grund af det, du har svaret. Målene er for alle.
lesson-thumb = Din tommelfinger er en cun
lesson-thumb-1 = Se på din tommelfinger fra bagsiden. Så bred, som den er over leddet, er en cun: din egen krops mål.
lesson-thumb-2 = Et barns tommelfinger er smal, en stor hånds er bred, og sådan er deres arme og ben også. Mål derfor altid på dig selv med din egen hånd.
lesson-fingers = Fire fingre er tre cun
lesson-fingers-1 = Læg pege-, lang-, ring- og lillefinger tæt sammen, uden tommelfingeren. Hen over langfingerens midterste led er de tre cun brede.
lesson-fingers-2 = Pege- og langfinger alene er cirka halvanden. Læg de fire fingre på tværs af den anden underarm, tag dem væk, og læg dem dér igen: samme sted? Mere kunst er der ikke i det.
lesson-find = Find punktet
lesson-find-1 = Nu { $point }. Læs en sætning, flyt hånden, læs videre.
lesson-touch = Først: berøring
lesson-touch-1 = Lad en fingerspids eller tommelfingeren hvile på stedet, kun med sin egen vægt. Mærk hudens varme. Det er berøring, og ved øjne, i ansigtet og på ømme dage er det nok.
lesson-touch-2 = Bliv i tre rolige åndedrag.
lesson-press = Så: tryk
lesson-press-1 = Lad fingeren synke langsomt på næste udånding, til det føles tydeligt og godt: tre-fire ud af ti. Bliv dér, og træk vejret videre; ingen holder vejret, mens de trykker.
lesson-press-2 = Dumpt, tungt, lidt ømt er almindeligt. Gør trykket lidt lettere på hver indånding, og lad det synke lidt på hver udånding, tre åndedrag i alt.
lesson-pain = Og det her er for meget: smerte
lesson-pain-1 = Du behøver ikke prøve det. Skarpt, brændende, jagende, prikkende: smerte betyder slip. Det gør det også, hvis du holder vejret, strammer i ansigtet eller helst vil væk.
lesson-pain-2 = Mere tryk giver ikke mere. Var det for meget, så gå tilbage til berøring.
lesson-release = Slip langsomt
lesson-release-1 = Gør trykket lettere gennem en hel udånding, og lad hånden ligge et åndedrag til. Så den anden side på samme måde, hvis den også passer til dig.
lesson-release-2 = Føles stedet anderledes end før, eller gør det ikke? Begge svar er gode.
lesson-end = Det var det hele
lesson-end-1 = Et mål, et sted og forskellen på berøring, tryk og smerte. Resten af hegu er flere punkter.
lesson-end-2 = På tast 3 er der rutiner, der tæller tiden for dig. Tast 6 spørger, hvor punkterne er, hvis du lærer bedst ved at se.
quiz-title = Hvor er punktet?
quiz-where = Hvor er
quiz-all = Alle punkter
quiz-due = { $count } spørges igen
quiz-how = Flyt fingeren, plusset, hen til stedet med pile eller mus. Enter siger: her.
quiz-nothing = Her er ikke noget at spørge om: for få punkter kan ses på en tegning.
quiz-shown = Her er det. Du bliver spurgt igen.
quiz-on-it = Lige på.
quiz-beside = { $cun } cun ved siden af: inden for en tommelfingerbredde, og så er det fundet.
quiz-off = { $cun } cun ved siden af. Det ligger { $way }.
quiz-higher = højere oppe
quiz-lower = længere nede
quiz-right = mere til højre
quiz-left = mere til venstre
quiz-and = og
quiz-again = Spørges snart igen: { $codes }.
quiz-plain-how = Skriv 1 til { $last }, og tryk enter. En tom linje slutter.
quiz-plain-which = Det er ingen af dem: 1 til { $last }, eller en tom linje for at slutte.
quiz-plain-where = Hvor er { $point }?
quiz-plain-yes = Ja.
quiz-plain-no = Det er nummer { $number }. Du bliver spurgt igen.
## Taster og doctor
keys-atlas = I atlasset
keys-practice = I en øvelse
keys-routines = Blandt rutinerne
keys-check-in = Ved et spørgsmål
keys-journal = I dagbogen
keys-safety = Ved ja og nej
doctor-terminal = Terminal
doctor-sound = Lyd
doctor-speech = Tale
doctor-files = Dine filer
doctor-versions = Versioner
doctor-problems = At rette
doctor-no-terminal = Standarduddata er ikke en terminal: kommandoerne kan bruges, men programmet åbner ikke.
doctor-size = størrelse
doctor-small = Under 40x12 er der kun ord. Gør vinduet større.
doctor-colors = farver
doctor-colors-none = ingen
doctor-figure = Kroppen tegnes: { $style }.
doctor-ground = bund
doctor-dark = mørk
doctor-light = lys
doctor-unknown = kendes ikke endnu
doctor-asks = Programmet spørger terminalen, når det åbner; indstillingen ground går forud for svaret.
doctor-ascii = Kun almindelige tegn.
doctor-braille = Tegn og tegninger i fuldt omfang.
doctor-player = afspiller
doctor-voice = stemme
doctor-none = ingen fundet
doctor-sound-far = Over ssh lyder terminalens klokke: en afspiller ville spille på den anden maskine.
doctor-sound-player = Klokkerne afspilles med den.
doctor-sound-bell = Terminalens klokke lyder i stedet.
doctor-speech-voice = Den kan sige skridtene højt.
doctor-speech-none = Skridtene bliver som ord på skærmen; hegu practice --plain egner sig til en skærmlæser.
doctor-routines = { $count ->
    [one] én rutine af din egen
   *[other] { $count } rutiner af dine egne
}
doctor-clean = intet at rette
doctor-config-none = Alt er standard; hegu config init skriver filen.
doctor-not-there = { $path } (findes ikke)
doctor-journal = kan åbnes, { $kib } KiB
doctor-journal-none = Den begynder med den første aften.
doctor-content = { $points } punkter, { $routines } rutiner


# --- Sæt en øvelse sammen ---

compose-title = Hvad er det til?
compose-minutes = { $minutes } min.
compose-any-posture = siddende eller liggende
compose-sitting = siddende
compose-lying = liggende
compose-choose = Sæt kryds ved en til tre ting. Så finder punkterne sig selv.
compose-nothing = Det kan der ikke sættes noget sammen til.
compose-quiet-five = Fem stille minutter, kun åndedræt, er der til hvile: hegu practice quiet-five.
compose-each = først den ene side, så den anden, { $time } på hver
compose-together = begge sider på én gang, { $time }
compose-only-left = kun venstre, { $time }
compose-only-right = kun højre, { $time }
compose-trial = { $name }: forsøg, små og usikre.
compose-trial-near = { $name }: forsøg, små og usikre. Tæt på stedet.
compose-trial-far = { $name }: forsøg, små og usikre. Langt fra stedet.
compose-tradition = { $name }: tradition.
compose-tradition-near = { $name }: tradition. Tæt på stedet.
compose-tradition-far = { $name }: tradition. Langt fra stedet.
compose-usually-longer = Plejer at få { $least } til { $most } på hver side.
compose-never = { $point }: aldrig, som du har valgt.
compose-out-of-reach = { $point }: kan din hånd ikke nå.
compose-other-posture = { $point }: kræver en anden stilling.
compose-no-room-from = { $point }: ikke plads; der er plads fra { $minutes } min.
compose-no-room = { $point }: ikke plads ved siden af de andre.
compose-same = { $point }: { $other } er lige så godt til det.
preview-cut-off = Afbrudt kl. { $at }. Den fortsætter, hvor den slap.
card-never = aldrig
action-never = aldrig dette punkt
action-compose = sæt sammen
hint-posture = stilling
hint-not-now = lad den ligge
said-favourite = { $point } er nu en favorit.
said-no-favourite = { $point } er ikke længere en favorit.
said-never = { $point } kommer ikke igen. X fortryder.
said-may-come = { $point } må gerne komme igen.
cli-never = { $point } kommer ikke igen. hegu point { $point } --again fortryder.
hint-order = rækkefølge
hint-minutes = minutter
hint-breath = åndedræt
hint-name = navn
hint-take-out = tag ud
action-earlier = tidligere
action-later = senere
action-restore = fortryd
addto-title = { $point }: i hvilken rutine?
addto-new = En ny
bench-name = Navn
bench-lasts = Den varer { $time }, som den er nu.
said-routine-saved = Gemt: { $name }.
said-routine-gone = { $name } er væk. z henter den tilbage.
said-routine-not-saved = Ikke gemt: { $why }.
said-routine-shipped = Den følger med hegu og bliver. e laver en kopi, der er din egen.
plain-nothing-cut-off = Ingen øvelse er afbrudt i de seneste timer.
plain-no-use = hegu kender ingen punkter til "{ $what }".
plain-no-use-hint = Prøv et almindeligt ord: hovedpine, søvn, nakke. En vægt går fra 1 til 3: hovedpine:2.
routines-saved = Gemt som { $path }.
routines-not-own = "{ $what }" er ikke en af dine egne rutiner.

## Hvad der stopper kommandolinjen
cli-no-home = Ingen hjemmemappe er kendt på denne maskine.
cli-no-home-hint = Nævn en mappe med --home eller { $variable }.
cli-output = Der kan ikke skrives til standard-uddata: { $what }
cli-output-hint = Er disken fuld, eller er der nævnt en fil, du ikke må skrive i? hegu har ikke ændret noget på grund af det.
cli-input = Der kan ikke læses fra standard-inddata: { $what }
cli-input-hint = Kør det i en terminal, eller send tekst ind gennem et rør.
cli-no-terminal = Appen skal bruge en terminal, og standard-uddata er ikke en.
cli-no-terminal-hint = Brug en kommando i et rør: hegu points, hegu point LI4, hegu practice LI4 --plain.
cli-terminal = Terminalen svarer ikke: { $what }
cli-terminal-hint = Prøv en anden terminal, eller det samme i linjer: hegu practice LI4 --plain. hegu doctor fortæller, hvad denne kan.
cli-no-language = Der er intet sprog "{ $tag }" blandt { $tags }.
cli-no-language-hint = Et sprog af dit eget er en mappe: { $folder }.
cli-own-fault = hegu er stødt på en fejl hos sig selv: { $what }
cli-own-fault-hint = Intet af dit er gået tabt. Fortæl gerne om den med denne sætning og det, hegu doctor skriver.
map-no-skin = Der er ingen hudfarve "{ $name }".
map-no-view = Der er ingen visning "{ $name }".
map-there-are = Der er { $names }.
map-not-in-view = { $point } ses ikke i { $name }.
map-shows-in = Det ses i { $names }.
map-nothing-drawn = ingen visning er tegnet.
data-file-hint = Se efter, om mappen findes, og om du må skrive i den, eller vælg en anden.
data-not-whole-hint = Kopiér igen til et andet sted; disken kan være ved at gå i stykker. Din dagbog er, som den var.
data-locked-hint = Prøv adgangssætningen igen; er du sikker på den, så tag en anden kopi.
data-passphrase-hint = Skriv den, når du bliver spurgt, eller send den ind: én linje på standard-inddata.
data-passphrases-differ-hint = Skriv den samme adgangssætning to gange.
data-no-editor-hint = Sæt EDITOR til navnet på dit redigeringsprogram: EDITOR=nano hegu journal edit
report-backwards-hint = Giv den tidligste dag til --from og den seneste til --to.
remind-no-home-hint = Sæt HOME til din mappe.
remind-no-crontab-hint = hegu remind --by systemd bruger en timer af din egen i stedet. Intet er ændret.
routines-no-editor-hint = Filen er { $path }.
routines-again-hint = hegu routines edit { $name } åbner filen igen.
points-none-hint = hegu points uden noget efter viser dem alle.
check-problems-hint = Hver linje ovenfor siger, hvad der skal stå i stedet.
keys-problems-hint = Ret keymap.toml; indtil da gælder de medfølgende taster, hvor en linje er forkert.
config-problems-hint = Ret filen i hånden, eller vælg med hegu config set; indtil da gælder det sædvanlige.
plain-nothing-cut-off-hint = hegu routines viser, hvad der kan begyndes.
plain-too-many-uses-hint = Lad det vente, der betyder mindst, eller tag to aftener.
