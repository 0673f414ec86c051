"""The country of each person: by title, by what the words around say, by those named beside, by fame; else unknown."""
