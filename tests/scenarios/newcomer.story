# A clean home and no settings: a saved check-in in at most twelve keys from the first screen.
start 2026-11-22 21:40
size 80x24
lang en

see Self-care beside medical care
press c
see How are you right now?
press 3 enter 7 enter tab tab tab enter enter
see Anything to write down?
press enter
see Because you said: Tension 7.
at most 12 keys

quit and come back after 1 min
press 4
see 7 ▸ -
