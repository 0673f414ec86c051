"""The same person once: which people of several cables are one.

Enters: who was seen where (`Seen`). Leaves: merges, each with the rule and the cables that it rests on (`Merge`).
The rules are in `rules.py`, in the order in which they are tried; one link makes one person before them, a list made by
hand (`overrides.py`) before that. `sightings.py` keeps everybody on disk, since collections are large.
"""
