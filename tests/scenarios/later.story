# Once more, an hour later: wished for with one key, invited to by one line, gone by itself when it is too late.
start 2026-11-22 20:05
size 80x24
lang en

press 2 c
press 3 enter 7 enter tab tab tab enter enter enter
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
press 4 enter
see r in an hour
press 5
press r
see In an hour hegu asks once more
see Good night.

# Too early: nobody asks.
quit and come back after 30 min
not see An hour has passed.
quit and come back after 40 min
see An hour has passed. How is it now? c
press c
see How are you right now?
# Neither the first numbers nor the second are shown.
not see ◉
press 4 enter
see How tense are you right now?
not see ◉
press 6 enter
see Good night.
quit and come back after 10 min
not see An hour has passed.
press 4 enter
see Later
see Tension 6
