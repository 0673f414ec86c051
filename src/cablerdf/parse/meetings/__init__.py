"""Meetings that a cable reports: who took part, when and where.

Enters: a `Draft` with its body cut into paragraphs (and, for `parse_narrative_meetings`,
its persons and mentions). Leaves: `draft.meetings`.

`lists/` reads participant lists. `narrative.py` finds what is told: `sentences/` reads one sentence,
`people/` says who is named in it, `gatherings/` puts sentences together into meetings. `offices/` tells
titles, sides and functions. Tables to edit: `roster_words.csv` (words of titles), `functions.csv` (notetaker,
interpreter), `officers.csv` (Poloff, DCM), `us_offices.csv`, `sides.csv`, `principals.csv`.
"""

from cablerdf.parse.meetings.lists.step import parse_participant_lists
from cablerdf.parse.meetings.narrative import parse_narrative_meetings

__all__ = ["parse_narrative_meetings", "parse_participant_lists"]
