# A first evening: what this is, what applies, and in three keys to the practice.
start 2026-11-22 21:40
size 80x24
lang en

see Press, breathe, and see for yourself.
see Self-care beside medical care
see hegu is made for adults.
press space
see What applies to you?
see None of these
see stays on this machine

# Something does apply.
press down
press y
see x yes
see Pregnant, might be, or trying
see I have asked my doctor, nurse or midwife
press esc

# LI4 says so, with its reason and what instead.
press /
type li4
press enter
press w
see You said
see Pregnant, might be, or trying
see Avoided in pregnancy by tradition and caution.
see LI11
press s
see Tradition: used for
see Tested
press esc esc esc esc

# The whole list of red flags is one key away. A yes shows the number and cannot be closed by accident.
press !
see Is any of this true right now?
see This list cannot rule anything out.
press y
see Stop here
see your local emergency number
see Nothing was kept as a practice.
press esc
see Stop here
press b
see Once more, and these answers become no.
press b
see Is any of this true right now?
press esc

# It is still there the next day.
quit and come back after 20 h
press 5
see What applies to you?
see x yes
