# Language, looks and figure are changed by one key each, and are as they were left when hegu opens again.
start 2026-11-22 21:40
size 80x24
lang en

press 2
press L
see Dansk
press T
see Rolig mørk
press F
see Kroppen: udfyldt
quit and come back after 20 h
see Lunge
press L
see English
quit and come back after 1 min
see Lung
press F
see Body: dots
