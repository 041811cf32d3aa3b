# A language
help-title = {"\u001B[2J"}
