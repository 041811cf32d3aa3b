# Den samme første aften på dansk: velkomst, vej til et punkt, hvor det er, spørgsmålene, en øvelse på begge sider,
# spørgsmålene igen, godnat; og dagen efter kan det findes.
start 2026-11-22 20:05
size 80x24
lang da

press 2
press right down down down
see Samlende dal
press f
see Find punktet
see knogle
press esc
see Samlende dal

press c
press 3 enter 7 enter tab tab tab enter enter
press enter
see Fordi du svarede: Spænding 7.
press enter
press space
see Passer noget af dette lige nu?
press n
see venstre håndled
see højre håndled
press space
see Find det

wait 40 s
sleep 2 h
see Pause
press space
await venstre håndled within 6 min
await højre håndled within 4 min
await Det var det. within 9 min
press enter

see Og nu?
press 4 enter
see Hvor anspændt er du lige nu?
press 5 enter
see Godnat.

quit and come back after 20 h
see LU Lunge
press 4
see 7 ▸ 5
press enter
see 2 lavere
