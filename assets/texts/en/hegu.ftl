### The interface's sentences in English. Same keys and arguments in every language; a test compares them.

## Keys
decimal-mark = .
hour-mark = :
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
hint-by-category = by category
hint-region = body part
hint-use = complaint
hint-category = category
hint-yours = yours
hint-here-it-is = here it is
hint-show-me = show me
hint-step = step
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
hint-both-sides = both sides
hint-turn = turn
hint-walk = walk
hint-as-list = as a list
hint-on-body = on the body
hint-depth = view
hint-week = week
hint-month = month
hint-year = year
hint-routine = routine
hint-follow = follow another
hint-today = today
hint-yesterday = yesterday
hint-in-an-hour = in an hour
hint-new-tag = new
hint-rename = rename
hint-retire = put away
hint-ask-or-not = ask or not
hint-change = change
hint-trial-not-now = not now
hint-end-trial = end the trial
hint-new-trial = a new trial
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
action-learn = learn
action-check-in = evening check-in
action-answers = my answers
action-search = search
action-commands = commands
action-help = help
action-red-flags = red flags
action-in-words = in words
action-theme = colours
action-figure = how the body is drawn
action-skin = fill of the body
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
action-pan-up = look up
action-pan-down = look down
action-pan-left = look left
action-pan-right = look right
action-flow = let the meridian flow
action-body-parts = parts of the body
action-why = why
action-favourite = favourite
action-copy = copy its address
action-tour = a short tour
action-skip = next
action-again = back
action-more-time = 15 s more
action-softer = softer
action-faster = faster
action-slower = slower
action-sound = sound
action-speech = voice
action-louder = louder
action-quieter = quieter
action-background = rain or sea
action-large-digits = large number
action-digit = answer
action-day = day
action-week = week
action-month = month
action-year = year
action-insight = overview
action-edit = edit
action-undo = undo
action-ask-later = ask me later
action-step-back = earlier
action-step-on = later
action-add-here = add
action-take-away = take away
action-where-felt = where
action-narrow = show only
action-show-practices = practices
action-compare = compare
action-other-day = yesterday or today
action-questions = which questions
action-editor = your editor
action-yes = yes
action-no = no
action-delete-all = delete all
action-sore = sore or bruised

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
atlas-categories = Categories
atlas-own = Yours
atlas-liked = Favourites
atlas-never = Never these
atlas-liked-none = No favourites yet. * on a point makes it one.
atlas-never-none = No point is left out for good. X on a point does that, and X here takes it back.
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
atlas-none = No point fits that.
cli-no-point-but = No point is called "{ $word }". Did you mean { $point }?
cli-no-point = No point is called "{ $word }".
cli-points-hint = hegu points lists them; hegu points WORD finds one by name or use.
card-sources = Sources
card-categories = In tradition it is
evidence-edition = Texts of hegu { $version }, read against their sources { $date }.
evidence-own = A point of your own: its source is your file.
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
search-routines = Routines
search-topics = Questions
search-serves = { $some } of { $all }
search-tradition = tradition
search-tested = tested
search-nothing = Nothing for "{ $query }". Try a part of the body, or a code such as LI4.
search-how = A name, a code, a complaint, a part of the body. In English, Danish or Chinese.
told-points = { $count ->
    [one] 1 point
   *[other] { $count } points
}
told-course = Course
told-in-tradition = In tradition
told-its-points = Its points
told-honestly = What it is, and what not
told-yin = A yin meridian.
told-yang = A yang meridian.
told-pair = Its partner is the { $name } ({ $code }).
told-hour = Its hours are { $from } to { $to }: tradition, not physiology.
told-no-meridian = There is no meridian "{ $name }".
told-meridians-are = Meridians are { $codes }.
told-no-category = There is no category "{ $name }".
told-categories-are = Categories are { $ids }.
points-no-use = There is no complaint or wish "{ $name }".
points-meant-use = Did you mean "{ $name }"?
points-none-never = None of these points is left out for good.
points-how-never = hegu point GB21 --never leaves one out, --again takes it back.
points-none-liked = None of these points is a favourite yet.
points-how-liked = In the app the key * makes one.
phase-wood = wood
phase-fire = fire
phase-earth = earth
phase-metal = metal
phase-water = water
cli-several-points = Several points are called "{ $word }":

## Notices
said-asked-later = In an hour hegu asks once more, if you open it then.
said-nothing-to-take-back = Nothing to take back.
said-took-away = Taken away. z brings it back.
said-practice-stays = Today's practice still counts today. Tomorrow it can go.
said-no-editor = No editor is known here: VISUAL or EDITOR names one.
said-language = English
said-theme = { $theme }
said-figure = Body: { $style }
said-skin = Fill of the body: { $skin }
said-not-chosen = Not written into your settings: { $why }
figure-auto = by terminal
figure-hybrid = filled
figure-smooth = filled, fine edge
figure-braille = dots
figure-octant = blocks
figure-ascii = plain letters

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
said-set-aside = The journal was damaged. It lies untouched at { $path }; a new one has begun. What can still be read: hegu journal rescue. The last copy: hegu journal restore.
trouble-disk-full = Not saved: the disk is full. Free some space and answer again.
trouble-quota = Not saved: a quota or size limit is reached. Free space and answer again.
trouble-read-only = Not saved: a read-only disk holds { $path }.
trouble-not-allowed = Not saved: you may not write { $path }. Give yourself the right, and answer again.
trouble-no-folder = Not saved: the folder { $path } cannot be used.
trouble-newer = This journal was written by a newer hegu. Update hegu to open it. Nothing has been changed.
trouble-damaged = The journal { $path } is damaged. Start hegu again: a new one begins, the old file stays.
trouble-not-a-journal = { $path } is not a journal of hegu. Nothing has been changed.
trouble-busy = Not saved: another program holds the journal. Answer again.
trouble-other = Not saved: { $what }

only-read = only reading
only-read-disk-full = The disk is full: the journal can be read, but nothing can be kept.
only-read-quota = Your space is used up: the journal can be read, but nothing can be kept.
only-read-disk = A read-only disk: the journal can be read, but nothing can be kept.
only-read-not-allowed = You may not write here: the journal can be read, but nothing can be kept.

## Your data: in, out, back, away
data-yes-or-no = yes/no
data-yes = yes
data-yes-letter = y
data-exported = Written to { $path }.
data-imported = { $new } { $new ->
    [one] entry
   *[other] entries
} brought in. { $same } were here already.
data-import-kept = { $count } stand here in other words. Yours were kept.
data-import-away = { $count } were taken away here earlier, and stay away.
data-import-back = The way back: hegu journal restore { $path }
data-import-fine = { $path } can be read. Nothing was written.
data-import-nothing = Nothing was written. Every line must be right before any is taken in.
data-md-is-for-reading = Markdown is for reading. To bring entries in, use jsonl, toml or csv.
data-which-format = What { $path } is cannot be told from its name. Say --format, --daylio or --map.
data-too-large = { $path } is larger than 64 MB, too large to be read whole. JSON lines (jsonl) can have any size.
data-more-lines = ... and { $count } more.
data-bad-line = { $file }, line { $line }: { $what }
data-bad-not-text = this is no text.
data-bad-too-long = longer than any line hegu writes.
data-bad-field = "{ $field }" cannot be "{ $value }".
data-bad-column = there is no column "{ $name }".
data-bad-foreign = this was not written by this hegu or an earlier one.
data-file-trouble = { $path } cannot be read or written: { $what }
data-synced = { $sent } changes handed out, { $taken } taken in. Machines in the folder: { $machines }.
data-sync-conflicts = { $count } { $count ->
    [one] entry was
   *[other] entries were
} changed on two machines. Both versions stand in the journal; take one away when you like.
data-exists = { $path } is there already. Nothing is written over; choose another name.
data-not-whole = The copy { $path } did not read back as what was copied. It was not kept.
data-wants-passphrase = The copy is encrypted. A passphrase is needed.
data-locked = The copy does not open: another passphrase, or the file was changed. Nothing has been changed here.
data-no-passphrase = The passphrase could not be read: { $what }
data-passphrase = Passphrase (without it nobody opens the copy again):
data-passphrase-again = The same again:
data-passphrases-differ = The two were not the same. Nothing was written.
data-backed-up = { $path }: { $checkins } check-ins, { $practices } practices, read back and whole.
data-no-copies = There is no copy that hegu made by itself. Name a file.
data-restore-ask = Put the copy { $path } in the place of the journal? The journal that is there now is set aside.
data-left-alone = Nothing has been changed.
data-restored = The journal is now { $path }: { $checkins } check-ins, { $practices } practices.
data-restore-aside = What was there before: { $path }
data-nothing-damaged = No damaged journal was set aside. Name a file.
data-rescue-nothing = Nothing can be read of { $path } any more.
data-rescue-hint = Perhaps a copy can: hegu journal restore
data-rescued = { $path }: { $new } entries brought back, { $same } were here already, { $lost } could not be read. The file stays where it is.
data-nothing-to-undo = Nothing to take back.
data-undone-check-in = Taken back: a check-in is as it was before.
data-undone-practice = Taken back: a practice is as it was before.
data-undone-profile = Taken back: About you says what it said before.
data-undone-favourite = Taken back: { $what } is a favourite.
data-undone-no-favourite = Taken back: { $what } is no favourite.
data-undone-never = Taken back: { $point } never comes.
data-undone-may-come = Taken back: { $point } may come again.
data-undone-sore = Taken back: { $point } rests.
data-undone-not-sore = Taken back: { $point } need not rest.
data-undone-tags = Taken back: the tags are as they were before.
data-undone-trial-runs = Taken back: the trial goes on.
data-undone-trial-gone = Taken back: the trial has not begun.
data-nothing-here = There is no journal here.
data-forget-ask = Delete the journal and every copy hegu has made? This cannot be undone.
    { $files }
    Copies you made yourself, exports and shared folders are yours to delete.
data-forgotten = Deleted. hegu has kept no copy.
data-forgotten-shared = In the folders you shared, { $file } is what this machine wrote there.
data-edit-head = { $day }. Change what you like, save and close. Nothing is lost: hegu journal undo.
    A block without its number is a new check-in; a block that is gone is taken away.
    mood 1-5; tension, stress, tiredness, pain, sleep 0-10; where = ["neck 5"]; tags; note.
data-edit-again = Open it again?
data-edit-kept = Nothing was changed in the journal. Your text is kept: { $path }
data-edit-not-written = What you typed is kept: { $path }. Edit the day again, and take it from there.
data-edit-left = { $program } ended with an error. Nothing has been changed.
data-no-editor = { $program } cannot be started: { $what }
data-edited = { $count ->
    [0] Nothing was changed.
    [one] One check-in changed.
   *[other] { $count } check-ins changed.
}
data-edit-number = no check-in of this day has the number { $value }. Leave the number out for a new one.
data-edit-time = "{ $value }" is no time. Write 21:40.
data-edit-mistake = Line { $line }: { $what }

## The report for a professional
report-title = Acupressure diary: a summary
report-period = { $from } to { $to }. Written down by the person themselves in the evening; 0 none, 10 the worst one can imagine.
report-backwards = The first day comes after the last.
report-tracked = What was tracked
report-evenings = A check-in on { $count } of { $days } days.
report-practices = { $count ->
    [one] One practice
   *[other] { $count } practices
}, { $minutes } minutes of pressing in all.
report-other-evenings = { $count ->
    [one] One evening of a fair trial without pressing
   *[other] { $count } evenings of a fair trial without pressing
}, which no number here counts as a practice.
report-trends = Trends
report-facts = { $count } evenings, median { $median }, { $low } to { $high }.
report-no-pairs = Never asked again right after a practice.
report-sleep = How the night was: 0 terrible, 10 perfect.
report-change = Right after practice, n = { $count }: mean change { $mean } (before minus after; { $interval }); { $worse } worse afterwards, { $unrated } not asked again.
report-interval = 95% interval { $low } to { $high }
report-too-few = too few for an interval
report-all-same = always the same, no interval
report-too-alike = neighbouring evenings too alike for an interval
report-places = Where it was felt
report-times = { $count ->
    [one] one evening
   *[other] { $count } evenings
}
report-place = { $times }, mean { $mean }
report-routines = Routines used
report-routine = { $count ->
    [one] once
   *[other] { $count } times
}, { $finished } to the end
report-cautions = Cautions the person has named
report-stopped = Stopped early: { $count ->
    [one] once
   *[other] { $count } times
}.
report-limits = What these numbers cannot say
report-limit-own = Ratings of one person who knew what they were doing, without comparison. No diagnosis, no validated scale.
report-limit-chance = { $count } measures were compared; one or two will look good by chance.
report-limit-scales = Lines are weekly medians of the rating before practice; marks below are days with a practice; empty days were not filled in.
report-none = Nothing noted.

## Reminders, only for whoever asks
remind-words = Evening. Twenty seconds for yourself, if you like.
remind-ask = Write this?
remind-on = Every day at { $time }, once, and not on days with a check-in. hegu remind --remove takes it away.
remind-off = Reminders are off.
remind-none = There is no reminder to take away.
remind-by-hand = Written. To start it: { $commands }
remind-no-home = No home folder is known here (HOME).
remind-no-crontab = The crontab cannot be used: { $what }
remind-no-timer = This machine has neither systemd nor crontab. Give the line above to what runs programs by the clock here. Nothing has been changed.

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
felt-left = Left { $part }
felt-right = Right { $part }
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
places-how = The arrow keys walk from place to place. Space marks one, and again takes it off. A click does the same.
places-front = front
places-back = back
map-points-there = { $count ->
    [one] one point
   *[other] { $count } points
 }
checkin-nothing-marked = nothing marked
checkin-note-stays = It stays on this machine. hegu reads nothing into it.
checkin-not-saved = ! not saved
checkin-plain-where = names such as neck, left shoulder; several with commas
checkin-plain-how = An empty line skips a question. Every answer is written at once, so you can stop at any time: ctrl+d.
checkin-plain-mood = A number from 1 to 5, or an empty line.
checkin-plain-score = A number from 0 to 10, or an empty line.
checkin-plain-no-place = No place is called "{ $name }". Try head, neck, low back, left knee.
checkin-plain-written = Written: { $what }
checkin-plain-open = Not answered, so nothing is suggested. If any of it is true, get help:
checkin-plain-ask-first = If any of this is true right now, do not press; get help:

suggestion-title = Tonight
suggestion-title-by-day = Right now
suggestion-first = First a few questions
suggestion-heavy = Some evenings are heavy.
suggestion-long = Two weeks of it is long.
suggestion-because = Because you said: { $what }.
suggestion-because-much = Because you said: { $what } { $score }.
suggestion-rest = For rest.
suggestion-short = The shortest.
suggestion-minutes = { $minutes } min
suggestion-tonight = And for tonight: { $routine }.
suggestion-nothing = Nothing asks for anything.
suggestion-nothing-fits = Nothing here suits today. Rest is fine.
suggestion-offered = If you like
suggestion-meal = Not within an hour of a meal.
suggestion-stop = Not a practice now
suggestion-good-night = Good night
suggestion-not-now = Nothing now

goodnight = Good night.
goodnight-by-day = That was all.
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
journal-breaths = Breathing: { $pattern }
journal-of-ten = { $score } of 10
journal-whole = whole
journal-finished = finished
journal-skipped = skipped through
journal-stopped = stopped
journal-left = left
journal-open-end = no end written
journal-note = Note
journal-nothing-answered = nothing answered, and that is fine
journal-before = before
journal-lower = { $by } lower
journal-higher = { $by } higher
journal-unchanged = unchanged

evening-invites = Evening. Twenty seconds, if you like: { $key }
evening-plain-begin = Begin { $routine }? Enter begins, n is good night.
evening-later = An hour has passed. How is it now? { $key }
checkin-tags = What may have mattered?
checkin-no-tags = No tags yet. a writes the first: coffee, a walk, a bad night.
checkin-new-tag = New:
checkin-rename-tag = { $tag } becomes:
checkin-note-lines = Enter makes a new line; on an empty line it goes on.
checkin-plain-tags = your own words; several with commas
asked-title = What the check-in asks
asked-count = { $count ->
    [one] 1 question
   *[other] { $count } questions
 }
asked-how = Every question can be skipped on the evening itself. The choice holds at once and stands in your settings.
journal-mood = How it was
journal-practices = Practices
journal-where = Where
journal-find = Find
journal-find-how = Words from your notes, or how they begin. All of them are looked for in every note.
journal-find-nothing = Nothing for "{ $words }".
journal-narrow = Show only
journal-only = only { $what }
journal-everything = Everything
journal-tag = tag
journal-place = place
journal-routine = routine
journal-week-of = { $from } to { $to }
journal-afterwards = after
journal-no-entry = no entry
journal-lower-is-calmer = lower is better
journal-higher-is-better = higher is better
journal-week-count = { $entries ->
    [one] 1 check-in
   *[other] { $entries } check-ins
 }, { $again } with an after-rating
journal-nothing-that-day = no entry, and that is fine
journal-nothing-that-month = no entry
journal-not-rated = not rated
journal-from-to = { $before } before, { $after } after
journal-month-sum = { $days ->
    [one] 1 day
   *[other] { $days } days
 } with an entry, { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
 }, median { $median }.
journal-month-line = { $days ->
    [one] 1 day
   *[other] { $days } days
 }, median { $median }, { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
 }
journal-year-sum = { $days ->
    [one] 1 day
   *[other] { $days } days
 } with an entry, { $practices ->
    [one] 1 practice
   *[other] { $practices } practices
 }.
journal-quarter = { $from }-{ $to } { $median }
journal-year-median = Median: { $quarters }.
journal-year-doubt = Many things change in a year. This is a picture, not a reason.
journal-x-practice = practices
journal-nowhere = No place was marked here.
journal-where-of = Of { $count ->
    [one] 1 check-in
   *[other] { $count } check-ins
 }.
journal-where-tint = The stronger the colour, the more often.
journal-where-dense = The denser the drawing, the more often.
journal-more-places = and { $count } more
date-day-month = { $day } { $month }
date-day = { $day }
insight-later = An hour or two later ({ $count } rated): on average { $mean }.
insight-later-few = An hour or two later: { $count } rated, too few to say.
trial-title = A fair trial of one
trial-rest = Resting
trial-breathe = Breathing only
trial-card = Tonight's card
trial-card-down = Chance has dealt it. Enter turns it over.
trial-card-says = Tonight's card: { $what }
trial-how-practice = Enter begins it. The same question comes right after.
trial-how-rest = { $minutes } minutes, hands in the lap, breath as it comes. The same question comes right after.
trial-how-breathe = { $minutes } minutes of calm breath, nothing pressed. The same question comes right after.
trial-not-yet = { $count ->
    [one] One more practice with before and after, and hegu can help you find out whether it is the pressing.
   *[other] { $count } more practices with before and after, and hegu can help you find out whether it is the pressing.
 }
trial-not-pregnant = Not in pregnancy, and not before you have answered that question under About you. The journal goes on as always.
trial-not-low = Some evenings are heavy. This is not the time for a trial; do what does you good.
trial-not-flag = Something you answered comes first. No trial now.
trial-consent = This compares two kinds of evening for you alone: pressing, and resting for the same time. Chance decides which. You will know which one you are doing, so hope can move your answers; the result can hint, not prove. It says nothing about other people. Keep any treatment and appointment exactly as it is. Not for pain that is new or growing. You can stop at any time, and may look at the answers so far when you stop. The answers stay on this machine.
trial-compare = Compare
trial-design-rest = pressing and resting
trial-design-breathe = pressing and breathing only
trial-design-both = pressing, resting and breathing
trial-routine = Routine
trial-outcome = Rated
trial-length = Evenings
trial-evenings = { $evenings }, { $minutes } min each
trial-start = Start
trial-honest = { $evenings } evenings can show a difference of about { $points }; a 1-point difference would take about { $one }. Evenings that resemble each other make it longer.
trial-honest-little = { $evenings } evenings are unlikely to show even a difference of 2; a 1-point difference would take about { $one }.
trial-far = { $used } of { $planned } evenings
trial-ended-early = ended early after { $blocks ->
    [one] 1 block
   *[other] { $blocks } blocks
 }
trial-running = { $routine } against evenings without pressing, by { $outcome }.
trial-next = After the next check-in that rates it, a card lies on top. One a day, at the same time of day.
trial-unrated = Unrated: { $practice } with pressing, { $other } without.
trial-no-peeking = The result appears at the end, or when you end it.
trial-gap = More than two weeks since the last card. It is fair to end here.
trial-end-sure = End the trial and look? Once more x ends it.
trial-on-resting = resting evenings
trial-on-breathing = breathing evenings
trial-too-few = Against { $other }: too few to say ({ $pairs ->
    [one] 1 pair
   *[other] { $pairs } pairs
 }). Here are the values themselves.
trial-values = Pressing compared, pair by pair: { $values }
trial-fell-more = On pressing evenings { $what } fell { $mean } more than on { $other } ({ $pairs } pairs; 95% interval { $low } to { $high }; dealing the cards by chance alone would do this in about { $chance }).
trial-fell-less = On pressing evenings { $what } fell { $mean } less than on { $other } ({ $pairs } pairs; 95% interval { $low } to { $high }; dealing the cards by chance alone would do this in about { $chance }). Those did better for you here.
trial-too-close = Against { $other }: too close to call. The difference lies somewhere between { $low } and { $high }. More evenings would narrow it.
trial-no-larger = Against { $other }: no difference larger than { $bound } showed. Resting may be all it takes.
trial-one-in = 1 in { $count }
trial-later = An hour or two later ({ $count } rated): { $press } lower when pressing, { $rest } otherwise.
trial-small = That is below what people usually notice.
trial-you-knew = You knew which evening it was, so hope is part of it.
trial-afterwards = Keep pressing, keep resting, or neither: all fine.

insight-title = Overview
insight-nothing = Too few to say. After six practices with before and after, numbers appear here.
insight-practices = { $count ->
    [one] 1 practice
   *[other] { $count } practices
 }
insight-early = early
insight-too-few = { $count } so far: too few to say. Here are the numbers themselves.
insight-changes = before and after
insight-mean-lower = Over { $count } practices { $what } was on average { $mean } lower right after than right before (95% interval { $low } to { $high }).
insight-mean-higher = Over { $count } practices { $what } was on average { $mean } higher right after than right before (95% interval { $low } to { $high }).
insight-unclear = Over { $count } practices no clear change in { $what }: on average { $mean }, and the interval runs from { $low } to { $high }, on both sides of zero.
insight-all-same = Over { $count } practices { $what } changed by the same each time: { $mean }. No interval can be given.
insight-too-alike = Over { $count } practices neighbouring evenings are too alike to give an interval for { $what }. Median { $median }.
insight-may-change = This may still change.
insight-doubt = Rest, attention, time and expectation can do this too. It does not show that the points caused it.
insight-passes = People often press when it is bad, and bad moments pass by themselves.
insight-regression = From your own days without a practice one would expect it { $drop } anyway ({ $pairs } pairs).
insight-counts = { $lower } lower, { $same } unchanged, { $higher } higher; median { $median }.
insight-small = Most people notice a change of 1 or more.
insight-unrated = { $all ->
    [one] The one practice has no answer afterwards.
   *[other] { $count } of { $all } practices have no answer afterwards.
 }
insight-compared = { $count ->
    [one] 1 comparison made.
   *[other] { $count } comparisons made: about { $chance } of them will look good by chance.
 }

## Safety: what applies to you, red flags, why, what we know
hint-large-number = large number
hint-by-mistake = I answered by mistake
hint-go-there = go there
hint-have-read = I have read this
hint-whole-field = the whole field
safety-frame = Self-care beside medical care. Not a diagnosis, and not a treatment for illness. Do not stop or put off medicine or a visit to the doctor because of hegu.
answer-unanswered = not said
answer-no = no
answer-yes = yes
answer-not-sure = not sure
answer-rather-not = not telling
safety-verdict-fine = fine
safety-verdict-gentle = gentle
safety-verdict-ask-first = ask first
safety-verdict-not-this-point = not this point
safety-verdict-not-this-routine = not this routine
safety-verdict-stop = stop
group-pregnancy = Pregnancy
group-blood = Blood and veins
group-bones = Bones and joints
group-heart = Heart and breath
group-feeling = Feeling and skin
group-illness = Illness
group-mind = And also
group-today = Today
part-head = head, face
part-neck = neck, shoulders
part-left-arm = left arm
part-right-arm = right arm
part-left-hand = left hand
part-right-hand = right hand
part-chest = chest, ribs
part-belly = belly
part-back = upper back
part-low-back = low back
part-hip = hip, buttock
part-left-leg = left leg
part-right-leg = right leg
part-left-foot = left foot
part-right-foot = right foot
mark-verified = Read in the source.
mark-part = Partly read in the source.
mark-unverified = General knowledge.
mark-own = Our own caution.
evidence-certainty-none = Certainty: none
evidence-certainty-very-low = Certainty: very low
evidence-certainty-low = Certainty: low
evidence-certainty-moderate = Certainty: moderate
comparison-sham = Against sham
comparison-other-point = Against another point
comparison-usual = Against usual care or lessons
comparison-wait = Against a waiting list
comparison-active = Against another treatment
comparison-none = Before and after only
comparison-mixed = Against various things
pressed-self = People pressed themselves
pressed-band = By wristband
pressed-practitioner = Pressed by a therapist
pressed-needle = By needle
pressed-mixed = Pressed in various ways
help-local-number = your local emergency number
help-emergency = Call { $number } now. Do not press any point. Do not drive yourself.
help-today = Call a doctor today.
help-midwife = Call your midwife now.
help-soon = See your doctor in the next few days.
help-crisis = You need not be alone with this. If you are in danger now, call { $number }.
profile-title = About you
profile-plain-how = y yes, n no, ? not sure, - rather not say; an empty line leaves it as it is, q ends. Each with enter.
profile-question = What applies to you?
profile-stays = stays on this machine
profile-none = None of these
profile-rather-not = I would rather not answer
profile-rather-not-why = hegu then stays careful: every answer counts as yes, and only calm breathing is left.
profile-lead = Tick what is true. hegu leaves out what does not suit you. Every answer can be changed at any time.
profile-asked = I have asked my doctor, nurse or midwife
profile-asked-feet = I have asked my midwife about KI1 and LR3
profile-asked-wrist = I have asked my midwife about PC6
profile-everywhere = not said, so everywhere
profile-nowhere = nowhere in particular
profile-places-why = What is not said counts as everywhere.
profile-forgotten = Deleted. There is no copy.
profile-empty = Nothing was said yet. hegu profile edit opens the form.
profile-left-out = Left out now
profile-delete-again = Delete all your answers? Once more to do it. There is no copy.
redflags-title = Is any of this true right now?
redflags-asked = red flags
redflags-no-all-clear = Not sure counts as yes. This list cannot rule anything out.
redflags-stop = Stop here
redflags-serious = These signs can be serious. Do not press, get help.
redflags-you-said = You said yes to
redflags-say = Say: where you are, what happened, since when. Unlock the door.
redflags-not-kept = Nothing was kept as a practice.
redflags-checked = Telephone numbers checked { $date }. They can change.
redflags-sure = By mistake? Once more, and these answers become no.
said-unread = { $ids }: this answer in the journal cannot be read. It counts as yes until you answer anew.
sore-noted = The point rests for { $hours } hours now.
sore-why = A point that is sore or bruised rests for { $hours } hours. Until then hegu leaves it out of every practice.
sore-until = rests until { $day } { $time }
sore-title = Sore or bruised?
why-nothing = No rule speaks against this point.
why-because = You said
why-instead = Instead
why-asked = You have asked about it.
evidence-title = What we know
evidence-field = About the whole field
evidence-by-use = By use: hegu evidence with one of { $ids }.
evidence-tradition = Tradition: used for
evidence-no-tradition = No use is named here.
evidence-tested = Tested
evidence-none = Traditional use. No good study known to us.
evidence-place = Does the place matter?
evidence-unknown = no row of evidence is called "{ $id }".
evidence-unknown-hint = hegu evidence lists them all.
evidence-read = Looked at { $date }.
evidence-uses = Findings by use
evidence-breathing = Findings on breathing
evidence-checkin = On the questions of the check-in
evidence-beside = Beside it, on the same
evidence-graded-quoted = The review's own grade.
evidence-graded-judged = Our own cautious reading.
evidence-whole-set = A whole set of points was tested, not one of them alone.
evidence-other-people = The people were ill or in treatment. For everyday use this is carried over.
evidence-points = Points: { $points }
evidence-in-part = Only part of the figures was read in the source. The rest is not shown.
direction-better = + Better than its comparison.
direction-same = = No difference from its comparison.
direction-mixed = ± Partly better, partly no difference.
direction-tradition = · Shows custom, not an effect.
direction-context = · Says something about the field, not about one use.
welcome-name = hegu
welcome-line = Press, breathe, and see for yourself.
welcome-onward = on to what you asked for
welcome-begin = two minutes, hand and breath
welcome-atlas = walk the atlas
welcome-search = search: headache, li4, hegu
welcome-check-in = evening check-in, 20 seconds
welcome-safety = what applies to you, once
welcome-adults = hegu is made for adults.

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
practice-of-longer = { $passed } of { $total } (+{ $over })
practice-muted = muted
practice-bell = bell
practice-bell-far = bell, over ssh
practice-no-speech = no speech
practice-repeat = press { $at } of { $count }
practice-seconds = { $at } of { $count } seconds
practice-still = still
practice-must-not-hurt = It may feel deep and tender. It must not hurt. esc ends everything.
practice-take-time = Take the time you need.
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
preview-with-tool = Have the rounded tool at hand.
preview-with-knuckle = With the knuckle.
preview-breath = Breath { $inhale } in, { $exhale } out, no holds.
preview-breath-held = Breath { $inhale } in, { $full } held, { $exhale } out.
preview-breath-held-twice = Breath { $inhale } in, { $full } held, { $exhale } out, { $empty } held.
preview-natural = Breathe as you like.
preview-for-you = ! Changed for you
preview-left-out = { $point } is left out: { $reason }.
preview-instead = Instead: { $point }.
preview-one-side = { $point } on one side only: { $reason }.
preview-lighter = Half the time, light touch: { $reason }.
preview-fingers-only = Fingers only, no tool: { $points }.
preview-changed = { $count ->
    [one] ! One change for you: { $key } shows it
   *[other] ! { $count } changes for you: { $key } shows them
}
preview-told = { $count ->
    [one] ! One thing to know: { $key } shows it
   *[other] ! { $count } things to know: { $key } shows them
}
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
preview-have-asked = When you have asked, say so under About you, and it begins.
preview-not-this = This routine does not suit you now.
preview-locked = hegu waits until you have read this and confirmed.
preview-enough = That is enough for one day.
preview-open = { $count ->
    [one] One question about today comes first.
   *[other] { $count } questions about today come first.
}
preview-asked = Is any of this true right now?
preview-asked-note = Not sure counts as yes. Nothing ticked is no all-clear: this list cannot rule anything out.
preview-nothing = Nothing here suits you now. Calm breathing does, for rest.

## Routines
routines-title = Routines

## What a practice answers
said-length-fixed = This one keeps its length.
said-length-least = { $minutes } min is the least.
said-length-most = { $minutes } min is the most this holds.
said-woke-up = The machine was asleep. Paused where you left it.
said-closed = Let go: after what you have said since, there is no practice now.
said-closed-point = Let go: what you have said since closes { $point }. Begin anew with what suits you.
said-longer = It is { $over } longer now than planned.
said-hook-failed = Your own command did not run: { $why }.
said-muted = Sound is off.
said-volume = Sound { $volume } %.
said-speech = The lines are spoken.
said-no-speech = The voice is off.
said-background-none = No background.
said-background-rain = Rain in the background.
said-background-sea = The sea in the background.
said-background-brown = Soft noise in the background.
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

## Plain lines
plain-unknown = No routine and no point is called "{ $what }".
plain-unknown-hint = hegu routines lists the routines; a point has a code such as LI4.
plain-too-many-uses = A plan is composed for { $most } things at most.
plain-no-pattern = No breath pattern is called "{ $what }".
plain-ratio-phase = { $what }: in and out last 2 to 8 seconds each. hegu knows no fast and no forced breathing.
plain-ratio-hold = { $what }: a breath is held for 7 seconds at most.
plain-ratio-cycle = { $what }: a whole breath lasts 5 to 20 seconds, which is 12 to 3 in a minute.
plain-patterns = There are { $names }, or a ratio of your own such as 5-7.
plain-not-if = Not now if any of this is true right now:
plain-must-not-hurt = It may feel deep and tender. It must not hurt.
plain-none = n and enter: none of these. Otherwise the numbers of what is true, such as 2 5. Not sure counts as yes.
plain-why-stopped = Was there a reason? Its number, or an empty line.
plain-read = y and enter: I have read this. Until then no practice begins.
plain-where = Where? The numbers, such as 1 4. An empty line: not said, so everywhere.
preview-suits = { $point } suits you.
plain-keys = Enter pauses and goes on, n and Enter skips to the next, q and Enter ends everything.

## Settings
config-written = Written: { $path }
config-there = { $path } is there already, and was left alone.
config-there-hint = hegu config show tells what holds; hegu config set KEY VALUE changes one line.
config-broken-hint = Correct the file by hand; hegu config show names what is wrong with it.
config-from-default = default, or found out
config-from-file = config.toml

## Commands, today, tour
help-search = type to search
help-nothing = No key for that. : looks among points and routines too.
commands-nothing = Nothing for "{ $query }".
commands-minutes = { $minutes } min
said-copied = Copied, if this terminal lets hegu.
today-title = Today
today-check-in = Evening check-in, twenty seconds
today-checked-in = Checked in. Once more, if you like
today-point = Point of the day
today-liked = Favourites
today-lately = Lately
tour-title = A short tour
tour-walk = Walk
tour-walk-text = The atlas is three lists that follow each other: a meridian, its points, and the chosen point on the body. The arrows walk, enter goes in, esc comes out.
tour-find = Find
tour-find-text = Search takes a code, a name or a plain word such as headache. Then the drawing shows how your own fingers find the spot.
tour-practise = Practise
tour-practise-text = Space practises what you look at. Sink in as you breathe out, stay, let go slowly. It goes on by itself, eyes closed; enter or space pauses.
tour-evening = In the evening
tour-evening-text = Twenty seconds of questions, a routine that suits the answers, the same questions again. A missed evening is just that.
tour-safety = Safely
tour-safety-text = Say once what applies to you. What does not suit you is left out of every routine, with the reason. One key leads to the signs that need a doctor.
tour-help = Help
tour-help-text = Every key is in the help, and everything there is can be called by its name. Nothing is ever lost by leaving.

## Learning: the first lesson and the quiz
learn-title = Learn
lesson-title = The first lesson
lesson-length = about five minutes
lesson-enter = enter: next
lesson-begin = Sit down
lesson-begin-1 = Five minutes, one point. Sit so that your back rests and your shoulders may drop. Short nails are kinder than long ones. You can leave at any time.
lesson-begin-2 = You learn it on { $point }, a point that suits what you have told hegu. Take off what covers it, or press through thin cloth.
lesson-begin-none = Today hegu offers you no point to press, because of what you have answered. The measures are for everyone.
lesson-thumb = Your thumb is one cun
lesson-thumb-1 = Look at your thumb from the back. Its breadth across the joint is one cun: the measure of your own body.
lesson-thumb-2 = A child's thumb is narrow, a large hand's is broad, and so are their arms and legs. So always measure with your own hand on yourself.
lesson-fingers = Four fingers are three cun
lesson-fingers-1 = Lay index, middle, ring and little finger together, without the thumb. Across the middle joint of the middle finger they are three cun broad.
lesson-fingers-2 = Index and middle finger alone are about one and a half. Lay the four across your other forearm, take them off again, lay them on once more: the same place? That is all the skill there is.
lesson-find = Find the point
lesson-find-1 = Now { $point }. Read a sentence, move the hand, read on.
lesson-touch = First: touch
lesson-touch-1 = Rest a fingertip or the thumb on the place with nothing but its own weight. Feel the warmth of the skin. This is touch, and for eyes, face and tender days it is enough.
lesson-touch-2 = Stay for three quiet breaths.
lesson-press = Then: pressure
lesson-press-1 = On the next out-breath let the finger sink, slowly, until it feels clear and good: three or four of ten. Stay, and breathe on; nobody holds the breath while pressing.
lesson-press-2 = Dull, heavy, a little tender is usual. Ease a little on each in-breath, sink a little on each out-breath, three breaths long.
lesson-pain = And this is too much: pain
lesson-pain-1 = You need not try it out. Sharp, burning, shooting, tingling: pain means let go. So does a breath that stops, a face that tightens, or a wish to be elsewhere.
lesson-pain-2 = More pressure does not give more. If it was too much, touch is where you go back to.
lesson-release = Let go slowly
lesson-release-1 = Ease off over a whole out-breath, and leave the hand where it is for another one. Then the other side, the same way, if it suits you as well.
lesson-release-2 = Does the place feel different from before, or not? Both are fine answers.
lesson-end = That was all
lesson-end-1 = A measure, a place, and the difference between touch, pressure and pain. Everything else in hegu is more points.
lesson-end-2 = Key 3 has routines that count the time for you. Key 6 asks where points are, if you like to learn by looking.
quiz-title = Where is the point?
quiz-where = Where is
quiz-all = Every point
quiz-due = { $count } to ask again
quiz-how = Move the finger, the plus, to the place: arrows or mouse. Enter says: here.
quiz-nothing = There is nothing to ask here: too few points show in a drawing.
quiz-shown = Here it is. It will be asked again.
quiz-on-it = On it.
quiz-beside = { $cun } cun beside it: within a thumb's width, and that is found.
quiz-off = { $cun } cun off. It lies { $way }.
quiz-higher = higher up
quiz-lower = further down
quiz-right = more to the right
quiz-left = more to the left
quiz-and = and
quiz-again = Asked again soon: { $codes }.
quiz-plain-how = Type 1 to { $last } and press enter. An empty line ends it.
quiz-plain-which = That is none of them: 1 to { $last }, or an empty line to end.
quiz-plain-where = Where is { $point }?
quiz-plain-yes = Yes.
quiz-plain-no = It is number { $number }. It will be asked again.
## Keys and doctor
keys-atlas = In the atlas
keys-practice = In a practice
keys-routines = Among the routines
keys-check-in = At a question
keys-journal = In the journal
keys-safety = At yes and no
doctor-terminal = Terminal
doctor-sound = Sound
doctor-speech = Speech
doctor-files = Your files
doctor-versions = Versions
doctor-problems = To correct
doctor-no-terminal = Standard output is no terminal: verbs work, the app does not open.
doctor-size = size
doctor-small = Below 40x12 there are only words. Make the window larger.
doctor-colors = colours
doctor-colors-none = none
doctor-figure = The body is drawn: { $style }.
doctor-ground = ground
doctor-dark = dark
doctor-light = light
doctor-unknown = not known yet
doctor-asks = The app asks the terminal when it opens; the setting ground goes before the answer.
doctor-ascii = Marks from plain letters only.
doctor-braille = Marks and drawings in full.
doctor-player = player
doctor-voice = voice
doctor-none = none found
doctor-sound-far = Over ssh the terminal's bell sounds: a player would play on the other machine.
doctor-sound-player = Bells are played with it.
doctor-sound-bell = The terminal's bell sounds instead.
doctor-speech-voice = Cues can be spoken with it.
doctor-speech-none = Cues stay words on the screen; hegu practice --plain suits a screen reader.
doctor-routines = { $count ->
    [one] one routine of your own
   *[other] { $count } routines of your own
}
doctor-clean = nothing to correct
doctor-config-none = Everything at its default; hegu config init writes the file.
doctor-not-there = { $path } (not there)
doctor-journal = opens, { $kib } KiB
doctor-journal-none = It begins with the first evening.
doctor-content = { $points } points, { $routines } routines


# --- Composing a practice ---

compose-title = What for?
compose-minutes = { $minutes } min
compose-any-posture = sitting or lying
compose-sitting = sitting
compose-lying = lying
compose-choose = Tick one to three things. The points come by themselves.
compose-nothing = Nothing can be composed from this.
compose-quiet-five = Quiet five, breaths only, is there for rest: hegu practice quiet-five.
compose-each = both sides in turn, { $time } each
compose-together = both sides at once, { $time }
compose-only-left = left only, { $time }
compose-only-right = right only, { $time }
compose-trial = { $name }: trials, small and uncertain.
compose-trial-near = { $name }: trials, small and uncertain. Near the place.
compose-trial-far = { $name }: trials, small and uncertain. Far from the place.
compose-tradition = { $name }: tradition.
compose-tradition-near = { $name }: tradition. Near the place.
compose-tradition-far = { $name }: tradition. Far from the place.
compose-usually-longer = Usually pressed { $least } to { $most } a side.
compose-never = { $point }: never, as you chose.
compose-out-of-reach = { $point }: your hand does not reach it.
compose-other-posture = { $point }: needs another posture.
compose-no-room-from = { $point }: no room; it fits from { $minutes } min.
compose-no-room = { $point }: no room beside the others.
compose-same = { $point }: { $other } is the same for this.
preview-cut-off = Cut off at { $at }. It goes on where it stopped.
card-never = never
action-never = never this point
action-compose = compose
hint-posture = posture
hint-not-now = let it be
said-favourite = { $point } is a favourite now.
said-no-favourite = { $point } is a favourite no more.
said-never = { $point } will not come again. X takes that back.
said-may-come = { $point } may come again.
cli-never = { $point } will not come again. hegu point { $point } --again takes that back.
hint-order = order
hint-minutes = minutes
hint-breath = breath
hint-name = name
hint-take-out = take out
action-earlier = earlier
action-later = later
action-restore = take back
addto-title = { $point }: into which routine?
addto-new = A new one
bench-name = Name
bench-lasts = It lasts { $time } as it stands.
said-routine-saved = Saved: { $name }.
said-routine-gone = { $name } is gone. z brings it back.
said-routine-not-saved = Not saved: { $why }.
said-routine-shipped = This one comes with hegu, and stays. e makes a copy of your own.
plain-nothing-cut-off = No practice was cut off in the last hours.
plain-no-use = hegu knows no points for "{ $what }".
plain-no-use-hint = Try a plain word: headache, sleep, neck. A weight goes from 1 to 3: headache:2.
routines-saved = Saved as { $path }.
routines-not-own = "{ $what }" is not a routine of your own.

## What stops the command line
cli-no-home = No home folder is known on this machine.
cli-no-home-hint = Name a folder with --home or { $variable }.
cli-output = Standard output cannot be written: { $what }
cli-output-hint = Is the disk full, or was a file named that you may not write? hegu has changed nothing because of it.
cli-input = Standard input cannot be read: { $what }
cli-input-hint = Run it in a terminal, or pipe text in.
cli-no-terminal = The app needs a terminal, and standard output is none.
cli-no-terminal-hint = In a pipe, use a verb: hegu points, hegu point LI4, hegu practice LI4 --plain.
cli-terminal = The terminal does not answer: { $what }
cli-terminal-hint = Try another terminal, or the same in lines: hegu practice LI4 --plain. hegu doctor says what this one can do.
cli-no-language = There is no language "{ $tag }" among { $tags }.
cli-no-language-hint = A language of your own is a folder: { $folder }.
cli-own-fault = hegu has met a fault of its own: { $what }
cli-own-fault-hint = Nothing of yours is lost. Please report it with this sentence and the output of hegu doctor.
map-no-skin = There is no skin "{ $name }".
map-no-view = There is no view "{ $name }".
map-there-are = There are { $names }.
map-not-in-view = { $point } does not show in { $name }.
map-shows-in = It shows in { $names }.
map-nothing-drawn = no view is drawn.
data-file-hint = Look whether the folder is there and yours to write, or name another.
data-not-whole-hint = Copy again to another place; the disk may be failing. Your journal is as it was.
data-locked-hint = Try the passphrase again; if it is certain, take another copy.
data-passphrase-hint = Type it when you are asked, or pipe it in: one line on standard input.
data-passphrases-differ-hint = Type the same passphrase twice.
data-no-editor-hint = Set EDITOR to the name of your editor: EDITOR=nano hegu journal edit
report-backwards-hint = Give the earlier day to --from and the later one to --to.
remind-no-home-hint = Set HOME to your folder.
remind-no-crontab-hint = hegu remind --by systemd uses a timer of your own instead. Nothing has been changed.
routines-no-editor-hint = The file is { $path }.
routines-again-hint = hegu routines edit { $name } opens the file again.
points-none-hint = hegu points without anything behind it lists them all.
check-problems-hint = Each line above says what to write instead.
keys-problems-hint = Correct keymap.toml; until then the shipped keys hold where a line is wrong.
config-problems-hint = Correct the file by hand, or choose with hegu config set; until then the usual holds.
plain-nothing-cut-off-hint = hegu routines lists what can be begun.
plain-too-many-uses-hint = Leave out what matters least, or take two evenings.
