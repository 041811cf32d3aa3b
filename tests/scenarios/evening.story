# A whole evening: the questions, what suits, the practice, the same questions again, good night; and the
# next day it can be found.
start 2026-11-22 20:05
size 80x24
lang en

press c
press 3 enter 7 enter tab tab tab enter enter
see Anything to write down?
press enter
see Because you said: Tension 7.
see Evening unwind
press enter
see questions about today come first
press space
see Is any of this true right now?
press n
see both sides
press - - - -
press space
see Find it
await That was all. within 8 min
see all of it
press enter

see And now?
see How are you right now?
press 4 enter
see How tense are you right now?
not see ◉
press 5 enter
see Good night.
see Written in your journal

quit and come back after 20 h
press 4
see 7 ▸ 5
see Evening unwind
press enter
see Practice
see finished
see After
see 2 lower
press i
see 1 practice so far: too few to say
