# A first evening, whole: the welcome, a walk to a point, where it is, the questions, a practice on both sides
# that survives the machine falling asleep, the questions again, good night; and the next day it is there.
start 2026-11-22 20:05
size 80x24
lang en

see two minutes, hand and breath
press 2
press right down down down
see Joining Valley
press f
see Find the spot
see bone
press esc
see Joining Valley

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
see left wrist
see right wrist
press space
see Find it

wait 40 s
see Breathe
sleep 2 h
see Paused
wait 5 min
see Paused
press space
await left wrist within 6 min
await right wrist within 4 min
await That was all. within 9 min
see all of it
press enter

see And now?
see How are you right now?
press 4 enter
see How tense are you right now?
press 5 enter
see Good night.
see Written in your journal

quit and come back after 20 h
see LU Lung
press 4
see 7 ▸ 5
press enter
see finished
see 2 lower
