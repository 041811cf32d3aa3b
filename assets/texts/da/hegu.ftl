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
hint-none-of-these = intet af det
hint-not-sure = ved ikke
hint-by-meridian = efter meridian
hint-by-region = efter kropsdel
hint-by-use = efter gene
hint-region = kropsdel
hint-use = gene
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

## Atlasset: oversigt, kort, søgning
atlas-title = Atlas
atlas-meridians = Meridianer
atlas-regions = Kropsdele
atlas-uses = Gener og ønsker
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
posture-sit = Sid ned.
posture-cross = Sid ned. Fod på modsat knæ.
posture-lie = Læg dig ned.
fingers-thumb = en tommelfingers bredde = 1 cun
fingers-two = to fingre = cirka 1,5 cun
fingers-three = tre fingre = cirka 2 cun
fingers-four = fire fingre = 3 cun
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
search-tradition = tradition
search-tested = afprøvet
search-nothing = Ingenting om "{ $query }". Prøv en kropsdel eller en kode som LI4.
search-how = Et navn, en kode, en gene, en kropsdel. På dansk, engelsk eller kinesisk.

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
felt-left = { $part }, venstre
felt-right = { $part }, højre
side-left = venstre
side-right = højre
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
checkin-nothing-marked = intet markeret
checkin-note-stays = Den bliver på denne maskine. hegu lægger intet i den.
checkin-not-saved = ! ikke gemt
checkin-plain-where = navne som nakke, skulder venstre; flere med komma
checkin-plain-mood = Et tal fra 1 til 5, eller en tom linje.
checkin-plain-score = Et tal fra 0 til 10, eller en tom linje.
checkin-plain-no-place = Intet sted hedder "{ $name }". Prøv hoved, nakke, lænd, knæ venstre.
checkin-plain-written = Skrevet: { $what }
checkin-plain-ask-first = Før enhver øvelse spørger hegu: { $question }? Hvis ja, så tryk ikke, men få hjælp.

suggestion-title = I aften
suggestion-first = Først et par spørgsmål
suggestion-heavy = Nogle aftener er tunge.
suggestion-long = To uger med det er længe.
suggestion-still-true = Passer det på dig nu?
suggestion-no-all-clear = Listen kan ikke udelukke noget.
suggestion-because = Fordi du svarede: { $what }.
suggestion-because-much = Fordi du svarede: { $what } { $score }.
suggestion-rest = Til hvile.
suggestion-short = Den korteste.
suggestion-minutes = { $minutes } min.
suggestion-tonight = I aften: { $routine }.
suggestion-nothing = Intet kræver noget.
suggestion-nothing-fits = Intet her passer til i dag. Hvile er fint.
suggestion-offered = Hvis du har lyst
suggestion-meal = Ikke inden for en time efter et måltid.
suggestion-stop = Ingen øvelse nu
suggestion-call = Ring { $number }, { $name }.
suggestion-call-local = Ring til dit lokale alarmnummer.
suggestion-good-night = Godnat

goodnight = Godnat.
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
journal-of-ten = { $score } af 10
journal-whole = hele
journal-finished = færdig
journal-stopped = stoppet
journal-left = forladt
journal-open-end = ingen afslutning skrevet
journal-note = Note
journal-nothing-answered = intet besvaret, helt fint
journal-before = før
journal-lower = { $by } lavere
journal-higher = { $by } højere
journal-unchanged = uændret

insight-title = Overblik
insight-nothing = For få til at sige noget. Efter seks øvelser med før og efter kommer der tal her.
insight-practices = { $count ->
    [one] 1 øvelse
   *[other] { $count } øvelser
 }
insight-early = foreløbigt
insight-too-few = { $count } indtil nu: for få til at sige noget. Her er selve tallene.
insight-changes = før minus efter
insight-mean-lower = Over { $count } øvelser var { $what } i gennemsnit { $mean } lavere lige efter end lige før (95 %-interval { $low } til { $high }).
insight-mean-higher = Over { $count } øvelser var { $what } i gennemsnit { $mean } højere lige efter end lige før (95 %-interval { $low } til { $high }).
insight-unclear = Over { $count } øvelser ingen klar ændring i { $what }: i gennemsnit { $mean }, og intervallet går fra { $low } til { $high }, på begge sider af nul.
insight-all-same = Over { $count } øvelser ændrede { $what } sig lige meget hver gang: { $mean }. Der kan ikke gives et interval.
insight-too-alike = Over { $count } øvelser ligner naboaftener hinanden for meget til, at der kan gives et interval for { $what }. Median { $median }.
insight-may-change = Det kan nå at ændre sig.
insight-doubt = Ro, opmærksomhed, tid og forventning kan gøre det samme. Det viser ikke, at det var punkterne.
insight-passes = Man trykker tit, når det er slemt, og slemme stunder går over af sig selv.
insight-regression = Ud fra dine egne dage uden øvelse kunne man vente { $drop } lavere alligevel ({ $pairs } par).
insight-counts = { $lower } lavere, { $same } uændret, { $higher } højere; median { $median }.
insight-small = De fleste lægger mærke til en ændring på 1 eller mere.
insight-unrated = { $count } uden svar bagefter.
insight-compared = { $count ->
    [one] 1 mål set på.
   *[other] { $count } mål set på: et eller to vil se godt ud ved et tilfælde.
 }

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
practice-repeat = tryk { $at } af { $count }
practice-seconds = { $at } af { $count } sekunder
practice-still = stille
practice-must-not-hurt = Det må gerne føles dybt og ømt. Det må ikke gøre ondt. esc stopper alt.
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
preview-breath = Vejret { $inhale } ind, { $exhale } ud, uden hold.
preview-natural = Træk vejret, som du vil.
preview-decimal = ,
preview-for-you = ! Ændret for din skyld
preview-left-out = { $point } er sprunget over: { $reason }.
preview-instead = I stedet: { $point }.
preview-one-side = { $point } kun på den ene side: { $reason }.
preview-lighter = Halv tid, let berøring: { $reason }.
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
preview-not-this = Denne rutine egner sig ikke til dig nu.
preview-locked = hegu venter, til du har læst dette og bekræftet.
preview-enough = Det er nok for én dag.
preview-open = { $count ->
    [one] Først et spørgsmål om i dag.
   *[other] Først { $count } spørgsmål om i dag.
}
preview-asked = Passer noget af dette lige nu?
preview-asked-note = Ved ikke tæller som ja. Intet kryds er ingen frikendelse: listen kan ikke udelukke noget.
preview-nothing = Intet her passer til dig nu. Det gør roligt åndedræt, til hvile.

## Rutiner
routines-title = Rutiner

## Hvad en øvelse svarer
said-length-fixed = Den her beholder sin længde.
said-length-least = { $minutes } min. er det mindste.
said-length-most = { $minutes } min. er det meste, den kan rumme.
said-woke-up = Maskinen har sovet. Øvelsen er sat på pause dér, hvor du slap.
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
