"""A cable, part by part, as quads; `whole.py` has the order of the parts."""
