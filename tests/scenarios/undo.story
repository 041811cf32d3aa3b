# What is taken away comes back: a check-in, a practice, a favourite, a point left out for good, a tag.
start 2026-11-22 20:05
size 80x24
lang en

press 2 c
press 3 enter 7 enter tab tab tab enter
see What may have mattered?
press a
type tea
press enter
see tea
press enter enter
see Because you said: Tension 7.
press enter
press space
see Is any of this true right now?
press n
press - - - -
press space
await That was all. within 8 min
press enter
see And now?
press 4 enter 5 enter
see Good night.
quit and come back after 1 min
press 4 enter
see Practice

# Today's practice stays; a check-in goes and comes back.
press down x
see Tomorrow it can go.
press up x
see z brings it back
not see Tension 7
press z
see Tension 7

# The next day the practice goes too, and comes back.
quit and come back after 20 h
press 4 enter
see Practice
press down x
not see Evening unwind
press z
see Evening unwind

# In the atlas: a favourite, and a point that never comes; one key for both.
press 2
press right
see LI Large Intestine
press right
press *
see is a favourite now
press X
see will not come again
press u
see may come again
press u
see is no favourite

# A tag put away in the check-in.
press c
press tab tab tab tab tab tab
see tea

# Called what it was called already, it stays.
press e enter
see tea
press x
not see tea
press z
see tea
