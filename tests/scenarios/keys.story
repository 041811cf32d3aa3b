# Somebody opens hegu, asks for the keys, and turns it to Danish and back.
start 2026-11-22 21:40
size 80x24
lang en

see Self-care beside medical care
press 2
see LU Lung
press right
see LI Large Intestine
press ?
see Keys
see Everywhere
press esc
not see Keys

press L
see Tyktarm
see Dansk
wait 7 s
not see Dansk
press L
see Large Intestine

# Too small for the picture: words, and nothing is lost.
resize 30x8
see hegu needs 40 x 12
resize 40x12
see LI
