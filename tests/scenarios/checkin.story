# An evening is written down, the program is closed in the middle of a sentence, and the next day it is there.
start 2026-11-22 21:40
size 80x24
lang en

press c
see How are you right now?
see 1 of 8
press 3 enter
see How tense are you right now?
not see ◉
press 1 0 enter
press tab
see How tired are you right now?
press 4 enter
see How did you sleep last night?
press 6 enter

# Where: a walk on the body; a mark that is taken off again.
see nothing marked
see front
see ◉ Head
press down
see ◉ Eyes
press space
see x Eyes
press space
not see x Eyes
press v
see ◉ Head
# The neck and the right shoulder, from the list.
press t
press down down down down down space
press down down right
see Neck
see Right shoulder
press enter
see Neck: how much right now?
press 6 enter
see Right shoulder: how much right now?
press enter
see What may have mattered?
press enter
see Anything to write down?
type Long day at the desk.

# The lid is closed here: nothing was asked to be saved.
quit and come back after 20 h
press 4
see Sun 22
see 10 ▸ -
press enter
see Sunday 22 November
see Tension 10, Tiredness 4, Sleep 6, Neck 6
see Right shoulder
see Long day at the desk.

# What the numbers say, so far: nothing.
press i
see Too few to say.
press esc
see Sunday 22 November
