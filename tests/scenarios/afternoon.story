# Two minutes in the afternoon, in the smallest window, in Danish; afterwards it is worse, and that is shown
# like anything else. Nobody is sent to bed at two.
start 2026-11-20 14:05
size 40x12
lang da

press c
press tab 6 enter tab tab tab tab tab tab
see Fordi du svarede: Spænding 6.
press down
see Den korteste.
press enter
press space
see Passer noget af dette lige nu?
press n
press space
await Det var det. within 4 min
press enter
see Og nu?
see Hvor anspændt er du lige nu?
press 7 enter
see Det var det hele.
press 4
see 6 ▸ 7
press enter
see Øvelse
see 1 højere
