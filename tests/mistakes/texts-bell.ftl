help-title = Hilfe
