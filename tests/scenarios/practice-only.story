# Somebody practises before ever checking in. The week, the month and the year show what was done, and leave
# the numbers empty.
start 2026-11-20 21:05
size 120x40
lang en

press 3 down space
see 15 questions about today come first.
press space n space
await That was all. within 12 min
press space
press 4
press w
see Tension
see Evening unwind
press m
see 1 practice
press y
see 1 practice
