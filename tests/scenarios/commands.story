# Everything by its name: the palette, the help that is searched, the tour, today.
start 2026-11-22 21:40
size 80x24
lang en

press 2
press :
see favourite
type langu
press enter
see LU Lunge
press L

# A code is a point; a word of a name is a routine; esc leads back.
press :
type li4
see LI4
press enter
see Joining Valley
press esc
press :
type unwind
see Evening unwind
press enter
see Evening unwind
press esc
press :
type xyzzy
see Nothing for "xyzzy".
press backspace backspace backspace backspace backspace
not see Nothing for
press esc

# The help is searched as one types; esc closes it, and the screen below is as it was.
press ?
see type to search
type figure
not see red flags
press esc
see LU Lung

press :
type tour
press enter
see A short tour
press space space space space space
see Nothing is ever lost by leaving.
press space
see LU Lung

# Today: the check-in, and a point to meet; space practises it.
wait 7 s
press 1
see Today
see Sunday 22 November
see Evening check-in, twenty seconds
see Point of the day
press down
press enter
see Where
press esc
press up enter
see How are you right now?
