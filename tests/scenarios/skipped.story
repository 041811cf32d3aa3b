# A practice that is skipped through to its end is not said to have been done.
start 2026-11-20 21:05
size 80x24
lang en

press 3 down space
press space n space
press n n n n n n n n n n n n n n n n n n n n
await That was all. within 3 min
press space
press 4 enter
see Evening unwind, 0:00, skipped through
not see GB20
