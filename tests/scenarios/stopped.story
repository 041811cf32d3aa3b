# A practice is stopped for chest pain: everything ends at once, the number is there, and practice is locked
# until the page was read, also when the program is opened anew.
start 2026-11-22 21:40
size 80x24
lang da

press 2
press /
type ht7
press enter
press space
see HT7 Shénmén
press space
see Passer noget af dette lige nu?
press n space
wait 40 s
press esc
see Stoppet.
see Var der en grund?
press down down down down down enter
see ! Stop her
see Smerter eller trykken i brystet
see Ring 112 nu.
see jeg har læst det
press esc
see Smerter eller trykken i brystet

quit and come back after 20 h
see Smerter eller trykken i brystet
press esc
see Smerter eller trykken i brystet
press y
# It leads to the red flag of the chest, which is asked now. No: go on.
see Trykken eller stramhed i brystet
press n

# The second time it hurt: that point rests for two days, and says until when.
press /
type ht7
press enter
press space space
see Passer noget af dette lige nu?
press n space
wait 40 s
press esc
see Var der en grund?
press enter
see Det gjorde ondt
see Punktet hviler nu i 48 timer.
press space
press x
see hviler til
press esc
quit and come back after 30 h
press /
type ht7
press enter
see Ikke dette punkt
