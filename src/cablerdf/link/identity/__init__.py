"""The same person once: which people of several cables are one.

Enters: who was seen where (`Seen`). Leaves: merges, each with the rule and the cables that it rests on (`Merge`).
The rules are in `merge.py`, in the order in which they are tried; a list made by hand (`overrides.py`) comes first.
"""
