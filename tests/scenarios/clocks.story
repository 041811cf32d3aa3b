# Clocks that jump: an evening is begun, somebody sets the clock back, somebody travels. What was answered stays,
# on the day it was answered for, and nothing is asked twice.
start 2026-11-22 22:30
size 80x24
lang en

press c
press 3 enter 7 enter
# Three hours back, in the middle of the questions.
clock back 3 h
press 5 enter
see How tired are you right now?
press 6 enter tab enter enter enter
see Because you said
press 4
see Sun 22
press enter
see Sunday 22 November
see Tension 7, Stress 5, Tiredness 6
# And on again, past midnight: the evening is still the evening.
clock on 5 h
quit and come back after 1 min
press c
press 2 enter
quit and come back after 1 min
press 4 enter
see Sunday 22 November
see Tension 7, Stress 5, Tiredness 6
see not so good

# To Tokyo: the morning of the 23rd there. The evening at home stays what it was.
travel to +9
quit and come back after 1 min
press c
press 4 enter
quit and come back after 1 min
press 4 enter
see Monday 23 November
see good
press left
see Sunday 22 November
see Tension 7, Stress 5, Tiredness 6
# To Hawaii: it is the 22nd again, and what is written there comes to that day, beside what is there.
travel to -10
quit and come back after 1 min
press c
press 5 enter
quit and come back after 1 min
press 4
see Mon 23
press left
see Sun 22
see 3 check-ins
