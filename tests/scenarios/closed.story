# What is said in the midst of a practice holds at once: a point that closes is let go, and nothing of it is cued again.
start 2026-11-22 21:40
size 80x24
lang en

press 2
press /
type li4
press enter
press space
press space
see Is any of this true right now?
press n space
see Find it
wait 20 s
# Keys that lead elsewhere do nothing while hands are busy; the red flags always open.
press 6
not see The first lesson
press !
press 5
see Pregnant
press space space
press esc esc
see Let go: what you have said since closes LI4
see Stopped. Let go.
not see Breathe
wait 60 s
see Stopped. Let go.
