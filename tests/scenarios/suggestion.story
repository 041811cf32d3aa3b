# Tension in the evening: a routine is offered with the answer it is based on, and declined with one key.
start 2026-11-22 20:05
size 80x24
lang da

press c
see Hvordan har du det lige nu?
press 4 enter 7 enter tab tab tab enter enter
see Noget, der skal skrives ned?
press enter
see Fordi du svarede: Spænding 7.
see Aftenro
see Fem stille minutter
press esc
see Godnat.
see Skrevet i din dagbog

# A heavy chest is asked about before anything else, and a yes ends in help.
press esc
press c
press tab tab tab tab tab
see Hvor i kroppen
press t down down down down down down down down space enter
see Bryst: hvor meget lige nu?
press 2 enter enter enter
see Fordi du svarede: Bryst 2.
see Passer noget af dette lige nu?
press j
see ! Stop her
see Ring 112
not see Aftenro
