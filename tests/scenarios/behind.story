# A check-in that was left half done follows what the journal in front of it does with its answers.
start 2026-11-22 20:05
size 80x24
lang en

press 2 c
press 3 enter 7 enter
press :
type journal
press enter
see Sun 22

# Taken away there, it is not written anew when the program ends.
press enter
see Tension 7
press x
not see Tension 7
quit and come back after 1 min
press 4 enter
not see Tension 7

# Corrected there, the correction stays.
press 2 c
press 3 enter 7 enter
press :
type journal
press enter
see Sun 22
press enter
see Tension 7
press e
press enter 2 esc
see Tension 2
quit and come back after 1 min
press 4 enter
see Tension 2
