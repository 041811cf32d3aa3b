# The first lesson to its end by one key, then the quiz, which remembers over days what was hard: asked again the
# same evening and the next, resting twice as long each time it is found, and never counting a streak.
start 2026-11-20 20:00
size 80x24
lang en

press 2
press 6
see The first lesson
press enter
see Sit down
press space
see Your thumb is one cun
press space
see Four fingers are three cun
press space
see Find the point
press space
see First: touch
press space
see Then: pressure
press space
see And this is too much: pain
press space
see Let go slowly
press space
see That was all
press space
see The first lesson
press down enter
see Where is ST36
press f
see Here it is.
see Asked again soon: ST36.
press enter
not see ST36
see Where is GB20
press f

# The next day the two that were hard are asked first; one is found and rests a day.
quit and come back after 24 h
press 6
see 2 to ask again
press down enter
see Where is ST36
press up up up up enter
see On it.
not see streak

# Two days later the other is still hard and comes first; the found one is found again and rests two days.
quit and come back after 24 h
press 6
see 2 to ask again
press down enter
see Where is GB20
press f
press enter
see Where is ST36
press up up up up enter
see On it.
quit and come back after 24 h
press 6
see 1 to ask again
quit and come back after 24 h
press 6
see 2 to ask again
