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
