# The same questions in the smallest window, in Danish.
start 2026-11-22 21:40
size 40x12
lang da

press c
see Hvordan har du det lige nu?
see 5  rigtig godt
press 2 enter
see Hvor anspændt er du lige nu?
see det værst tænkelige
press 5 enter tab tab tab
press down down down down down down down right
see x højre
press enter
see Højre skulder: hvor meget lige nu?
press 4 enter enter
type Kort.
press enter enter
see Godnat
press esc
see Godnat.
press 4 enter
see ikke så godt
see Spænding 5, Højre skulder 4
see Kort.
