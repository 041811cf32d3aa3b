### The interface's sentences in English. Same keys and arguments in every language; a test compares them.

## Keys
key-space = space

## Hints: one or two words beside a key
hint-move = move
hint-choose = choose
hint-point = point
hint-meridian = meridian
hint-column = column
hint-begin = begin
hint-pause = pause
hint-go-on = go on
hint-practise = practise
hint-length = length
hint-speed = speed
hint-stop = stop
hint-card = card
hint-list = list
hint-answer = answer
hint-save = save
hint-done = done
hint-close = close
hint-tick = tick
hint-start-now = start now
hint-none-of-these = none of these
hint-not-sure = not sure
hint-by-meridian = by meridian
hint-by-region = by body part
hint-by-use = by complaint
hint-region = body part
hint-use = complaint
hint-points = points
hint-read = read
hint-only-points = only points
hint-everything = everything
hint-related = related
hint-onward = next
hint-skip-it = skip
hint-later = later
hint-good-night = good night
hint-mark = mark
hint-one-side = one side
hint-rather-not = rather not say
hint-day = day
hint-zoom = zoom
hint-words-only = words only
hint-with-drawing = with the drawing
hint-drawing = drawing

## Actions: for help, hints and the table of keys
action-up = up
action-down = down
action-left = left
action-right = right
action-page-up = a page up
action-page-down = a page down
action-first = the first
action-last = the last
action-open = open
action-back = back
action-go = go
action-next = next
action-previous = previous
action-today = today
action-atlas = atlas
action-routines = routines
action-journal = journal
action-safety = safety
action-check-in = evening check-in
action-answers = my answers
action-search = search
action-commands = commands
action-help = help
action-red-flags = red flags
action-in-words = in words
action-language = dansk
action-theme = colours
action-suspend = to the shell, fg comes back
action-quit = quit, nothing is lost
action-find-spot = find it
action-map = map
action-sources = sources
action-add-to-routine = to a routine
action-other-view = other view
action-other-side = other side
action-zoom-in = nearer
action-zoom-out = farther
action-why = why
action-favourite = favourite
action-skip = next
action-again = back
action-more-time = 15 s more
action-softer = softer
action-faster = faster
action-slower = slower
action-sound = sound
action-speech = voice
action-digit = answer
action-day = day
action-week = week
action-month = month
action-year = year
action-insight = overview
action-edit = edit
action-undo = undo
action-ask-later = ask me later
action-yes = yes
action-no = no
action-delete-all = delete all

## First row and frame
place-of = { $at } of { $count }
help-title = Keys
help-here = Here
help-everywhere = Everywhere
small-needs = hegu needs { $width } x { $height }
small-is = this window is { $width } x { $height }
small-remedy = Make it larger, or q.

## The atlas: browser, card, search
atlas-title = Atlas
atlas-meridians = Meridians
atlas-regions = Body parts
atlas-uses = Complaints and wishes
atlas-count = { $channel } + { $extra } points
atlas-empty = There are no points here yet.
point-never = not pressed
side-left = left
side-right = right
verdict-gentle = Gently for you: half the time, light touch
verdict-ask-first = Ask first
verdict-not-this-point = Not this point for you
verdict-stop = Not now
card-because = You said: { $reason }
card-instead = Instead: { $point }
certainty-none = no certainty
certainty-very-low = very low certainty
certainty-low = low certainty
certainty-moderate = moderate certainty
card-certainty = { $certainty }, { $id }
card-more-trials = { $count } more: s
trial-same = no difference
trial-mixed = mixed
pane-trial = { $name }: { $how }
find-title = Find the spot
find-feel = A little tender is right. Sharp pain is not: move on.
posture-stand = Stand.
posture-sit = Sit.
posture-cross = Sit. Foot on the other knee.
posture-lie = Lie down.
fingers-thumb = a thumb's width = 1 cun
fingers-two = two fingers = about 1.5 cun
fingers-three = three fingers = about 2 cun
fingers-four = four fingers = 3 cun
card-where = Where
card-how = How
card-tradition = Tradition
card-tested = Tested
card-take-care = Take care
card-related = For the same
card-more = more
card-more-cautions = { $count } more: enter
card-never-pressed = Not pressed. It is in the atlas so that the numbers have no gaps.
card-untested = No good study of pressing this point is known to us.
card-no-tradition = None written down here.
card-time = { $time } a side
card-times = { $count } times
card-minutes = { $from } to { $to } min
card-minutes-one = { $to } min
card-seconds = { $from } to { $to } s
card-seconds-one = { $to } s
card-seconds-to-minutes = { $from } s to { $to } min
pane-untested = No good study known to us.
motion-stay = stay on it
motion-circle = small slow circles
motion-rub = rub slowly
pressure-touch = light touch
pressure-gentle = gentle
pressure-firm = firm, never painful
search-found = { $count } found
search-points = Points
search-best-points = Points, the best { $listed } of { $all }
search-uses = Complaints and wishes
search-tradition = tradition
search-tested = tested
search-nothing = Nothing for "{ $query }". Try a part of the body, or a code such as LI4.
search-how = A name, a code, a complaint, a part of the body. In English, Danish or Chinese.

## Notices
said-language = English
said-theme = { $theme }

## Regions of the body
region-head = Head
region-face = Face
region-ear = Ear
region-neck = Back of the neck
region-throat = Throat
region-shoulder = Shoulder
region-chest = Chest
region-flank = Side of the trunk
region-belly = Belly
region-back = Upper back
region-low-back = Low back
region-hip = Hip and buttock
region-perineum = Perineum
region-upper-arm = Upper arm
region-elbow = Elbow
region-forearm = Forearm
region-wrist = Wrist
region-hand = Hand
region-thigh = Thigh
region-knee = Knee
region-lower-leg = Lower leg
region-ankle = Ankle
region-foot = Foot

## The journal in trouble: what happened, what is safe, one way forward
said-set-aside = The journal was damaged. It lies untouched at { $path }; a new one has begun.
trouble-disk-full = Not saved: the disk is full. Nothing is lost yet. Free some space and answer again.
trouble-read-only = Not saved: { $path } cannot be written.
trouble-no-folder = Not saved: the folder { $path } cannot be used.
trouble-newer = This journal was written by a newer hegu. Update hegu to open it. Nothing has been changed.
trouble-damaged = The journal { $path } is damaged. Start hegu again: a new one begins, the old file stays.
trouble-not-a-journal = { $path } is not a journal of hegu. Nothing has been changed.
trouble-busy = Not saved: another program holds the journal. Nothing is lost yet. Answer again.
trouble-other = Not saved: { $what }

## The evening: what is asked, and what is felt
felt-head = Head
felt-eyes = Eyes
felt-face = Face
felt-jaw = Jaw
felt-ear = Ear
felt-neck = Neck
felt-throat = Throat
felt-shoulder = Shoulder
felt-chest = Chest
felt-flank = Side of the body
felt-back = Upper back
felt-low-back = Low back
felt-belly = Belly
felt-pelvis = Pelvis
felt-hip = Hip
felt-upper-arm = Upper arm
felt-elbow = Elbow
felt-forearm = Forearm
felt-wrist = Wrist
felt-hand = Hand
felt-thigh = Thigh
felt-knee = Knee
felt-lower-leg = Lower leg
felt-ankle = Ankle
felt-foot = Foot
felt-nausea = Nausea
felt-period-pain = Period pain
felt-left = { $part }, left
felt-right = { $part }, right
side-left = left
side-right = right
scale-tension = Tension
scale-stress = Stress
scale-tiredness = Tiredness
scale-pain = Pain
scale-sleep = Sleep
yours-tension = your tension
yours-stress = your stress
yours-tiredness = your tiredness
yours-pain = your pain
yours-sleep = your sleep
yours-felt = what you felt ({ $what })
mood-1 = bad
mood-2 = not so good
mood-3 = all right
mood-4 = good
mood-5 = very good

checkin-title = Check-in
checkin-mood = How are you right now?
checkin-tension = How tense are you right now?
checkin-stress = How stressed are you right now?
checkin-tiredness = How tired are you right now?
checkin-pain = How much does it hurt right now?
checkin-sleep = How did you sleep last night?
checkin-where = Where in the body, if anywhere?
checkin-much = { $what }: how much right now?
checkin-note = Anything to write down?
checkin-and-now = And now?
checkin-none = not at all
checkin-worst = the worst you can imagine
checkin-awake = wide awake
checkin-worn-out = worn out
checkin-terribly = terribly
checkin-perfectly = perfectly
checkin-no-test = Five plain steps, in your own sense. Not a test.
checkin-no-yesterday = Yesterday is not shown, so that today can be itself.
checkin-same-question = The same question as before. No right answer.
checkin-worse-counts = Worse counts just as much.
checkin-several = Several are fine. None is fine too.
checkin-nothing-marked = nothing marked
checkin-note-stays = It stays on this machine. hegu reads nothing into it.
checkin-not-saved = ! not saved
checkin-plain-where = names such as neck, shoulder-left; several with commas
checkin-plain-mood = A number from 1 to 5, or an empty line.
checkin-plain-score = A number from 0 to 10, or an empty line.
checkin-plain-no-place = No place is called "{ $name }". Try head, neck, low-back, knee-left.
checkin-plain-written = Written: { $what }
checkin-plain-ask-first = Before any practice hegu asks: { $question }? If yes, do not press; get help.

suggestion-title = Tonight
suggestion-first = First a few questions
suggestion-heavy = Some evenings are heavy.
suggestion-long = Two weeks of it is long.
suggestion-still-true = Is this true for you now?
suggestion-no-all-clear = This list cannot rule anything out.
suggestion-because = Because you said: { $what }.
suggestion-because-much = Because you said: { $what } { $score }.
suggestion-rest = For rest.
suggestion-short = The shortest.
suggestion-minutes = { $minutes } min
suggestion-tonight = Tonight: { $routine }.
suggestion-nothing = Nothing asks for anything.
suggestion-nothing-fits = Nothing here suits today. Rest is fine.
suggestion-offered = If you like
suggestion-meal = Not within an hour of a meal.
suggestion-stop = Not a practice now
suggestion-call = Call { $number }, { $name }.
suggestion-call-local = Call your local emergency number.
suggestion-good-night = Good night

goodnight = Good night.
goodnight-written = Written in your journal, on this machine.
goodnight-not-written = Not everything is written yet.

journal-title = Journal
journal-empty = Nothing written yet. The first evening check-in lands here.
journal-opening = Opening the journal.
journal-days = { $count ->
    [one] 1 day
   *[other] { $count } days
 }
journal-check-in = Check-in
journal-after = After
journal-later = Later
journal-practice = Practice
journal-own-points = Points of your own
journal-of-ten = { $score } of 10
journal-whole = whole
journal-finished = finished
journal-stopped = stopped
journal-left = left
journal-open-end = no end written
journal-note = Note
journal-nothing-answered = nothing answered, and that is fine
journal-before = before
journal-lower = { $by } lower
journal-higher = { $by } higher
journal-unchanged = unchanged

insight-title = Overview
insight-nothing = Too few to say. After six practices with before and after, numbers appear here.
insight-practices = { $count ->
    [one] 1 practice
   *[other] { $count } practices
 }
insight-early = early
insight-too-few = { $count } so far: too few to say. Here are the numbers themselves.
insight-changes = before minus after
insight-mean-lower = Over { $count } practices { $what } was on average { $mean } lower right after than right before (95% interval { $low } to { $high }).
insight-mean-higher = Over { $count } practices { $what } was on average { $mean } higher right after than right before (95% interval { $low } to { $high }).
insight-unclear = Over { $count } practices no clear change in { $what }: on average { $mean }, and the interval runs from { $low } to { $high }, on both sides of zero.
insight-all-same = Over { $count } practices { $what } changed by the same each time: { $mean }. No interval can be given.
insight-too-alike = Over { $count } practices neighbouring evenings are too alike to give an interval for { $what }. Median { $median }.
insight-may-change = This may still change.
insight-doubt = Rest, attention, time and expectation can do this too. It does not show that the points caused it.
insight-passes = People often press when it is bad, and bad moments pass by themselves.
insight-regression = From your own days without a practice one would expect { $drop } lower anyway ({ $pairs } pairs).
insight-counts = { $lower } lower, { $same } unchanged, { $higher } higher; median { $median }.
insight-small = Most people notice a change of 1 or more.
insight-unrated = { $count } without an answer afterwards.
insight-compared = { $count ->
    [one] 1 measure looked at.
   *[other] { $count } measures looked at: one or two will look good by chance.
 }

## Days
weekday-mon = Mon
weekday-mon-long = Monday
weekday-tue = Tue
weekday-tue-long = Tuesday
weekday-wed = Wed
weekday-wed-long = Wednesday
weekday-thu = Thu
weekday-thu-long = Thursday
weekday-fri = Fri
weekday-fri-long = Friday
weekday-sat = Sat
weekday-sat-long = Saturday
weekday-sun = Sun
weekday-sun-long = Sunday
month-jan = Jan
month-jan-long = January
month-feb = Feb
month-feb-long = February
month-mar = Mar
month-mar-long = March
month-apr = Apr
month-apr-long = April
month-may = May
month-may-long = May
month-jun = Jun
month-jun-long = June
month-jul = Jul
month-jul-long = July
month-aug = Aug
month-aug-long = August
month-sep = Sep
month-sep-long = September
month-oct = Oct
month-oct-long = October
month-nov = Nov
month-nov-long = November
month-dec = Dec
month-dec-long = December
date-short = { $weekday } { $day } { $month }
date-long = { $weekday } { $day } { $month }
date-with-year = { $date } { $year }
## Practice
practice-in = Breathe in
practice-out = Breathe out
practice-hold = Hold
practice-free = Breathe as you like
practice-find = Find it
practice-switch = Other side
practice-rest = Rest
practice-paused = Paused
practice-rest-finger = the finger rests on the skin
practice-sink = let it sink, slowly
practice-weight = only the weight of the finger
practice-stay = stay
practice-ease = ease a little
practice-sink-again = let it sink again
practice-circle = small circles
practice-rub = rub slowly
practice-motion-stay = stay on the point
practice-lighter = lighter
practice-release = let go, slowly
practice-hand-off = lift the hand
practice-other-hand = change hands
practice-only-breath = only the breath
practice-close = hands down, nothing to do
practice-close-name = close
practice-breath = breath
practice-left = left
practice-right = right
practice-both = both sides
practice-side = side
practice-now = now
practice-next = next
practice-total = total
practice-end = the end
practice-of = { $passed } of { $total }
practice-repeat = press { $at } of { $count }
practice-seconds = { $at } of { $count } seconds
practice-still = still
practice-must-not-hurt = It may feel deep and tender. It must not hurt. esc ends everything.
practice-all-well = Still fine? space goes on, esc stops.
practice-stopped = Stopped. Let go.
practice-why = Was there a reason?
practice-no-reason = No reason; enough for now
practice-done = That was all.
practice-rise = Rise slowly. Rest a minute.
practice-soreness = A little soreness or a small bruise can happen.
practice-whole = all of it
practice-part = part of it
practice-touched = only begun

## Preview
preview-breath = Breath { $inhale } in, { $exhale } out, no holds.
preview-natural = Breathe as you like.
preview-decimal = .
preview-for-you = ! Changed for you
preview-left-out = { $point } is left out: { $reason }.
preview-instead = Instead: { $point }.
preview-one-side = { $point } on one side only: { $reason }.
preview-lighter = Half the time, light touch: { $reason }.
preview-breath-changed = Another way to breathe: { $reason }.
preview-no-room = { $point }: no room in this time.
preview-capped = This is the most this plan holds.
preview-why-these = Why these points
preview-expect = What to expect
preview-tradition = Traditional use. No good study known to us.
preview-sets = None of hegu's routines was tested as it stands.
preview-too-short = Too short for all sides. { $least } minutes are the least.
preview-too-long = Too much for half an hour. Choose fewer points.
preview-stop = Not today.
preview-ask-first = Ask your doctor, nurse or midwife first.
preview-not-this = This routine does not suit you now.
preview-locked = hegu waits until you have read this and confirmed.
preview-enough = That is enough for one day.
preview-open = { $count ->
    [one] One question about today comes first.
   *[other] { $count } questions about today come first.
}
preview-asked = Is any of this true right now?
preview-asked-note = Not sure counts as yes. No hit is no all-clear: this list cannot rule anything out.
preview-nothing = Nothing here suits you now. Calm breathing does, for rest.

## Routines
routines-title = Routines

## What a practice answers
said-length-fixed = This one keeps its length.
said-length-least = { $minutes } min is the least.
said-length-most = { $minutes } min is the most this holds.
said-woke-up = The machine was asleep. Paused where you left it.
refused-nothing-before = Nothing comes before this.
refused-releasing = Let go now; b repeats the side.
refused-side = That is the most for this side.
refused-day = That is the most for this point today.
refused-practice = Half an hour is the most.
refused-breath = That is the most for this breath.
refused-softest = It is only a touch already.
refused-speed = Faster or slower would strain the breath.

## Checking own files
check-clean = { $count ->
    [one] One point, and nothing to correct.
   *[other] { $count } points, and nothing to correct.
}
check-problems = { $count ->
    [one] one problem.
   *[other] { $count } problems.
}
said-own-files = { $count ->
    [one] One problem in your own files: hegu check names it.
   *[other] { $count } problems in your own files: hegu check names them.
}
