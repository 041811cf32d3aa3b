# Three keys from the first screen to a running practice, "none of these" included.
start 2026-11-22 21:40
size 80x24
lang en

see two minutes, hand and breath
press space
see None of these
press space
see Is any of this true right now?
press n
not see Is any of this true right now?
see LI4
see Find it
at most 3 keys

# The welcome was read: it does not come again.
quit and come back after 20 h
see LU Lung
not see two minutes, hand and breath
