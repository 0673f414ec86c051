"""The country of each person: by title, by what the words around say, by company, by fame; else unknown."""
