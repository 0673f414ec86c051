"""One pass over the text of a cable, which asks the readers of names, bodies and places."""
