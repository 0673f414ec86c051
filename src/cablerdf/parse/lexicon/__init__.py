"""What the tables know of words and phrases: the one place where a layer of the reading asks.

Enters: words in lower case. Leaves: what they may be (`forms.Entry`: title, body, country, place, demonym ...).
Tables to edit: those under `vocab/data`; a word is a row there, never part of a pattern.
"""
