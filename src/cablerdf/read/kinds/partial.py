"""The note by which a container says that a cable's text is not whole."""

from __future__ import annotations

import re

# "This record is a partial extract of the original cable. The full text ... is not available."
NOTE = re.compile(r"\s*This record is a partial extract of the original cable\b[^\n]*\s*", re.IGNORECASE)


def without_note(block: str) -> tuple[str, bool]:
    """What follows the note, and whether there was one: it is the container's word, no text of the cable.

    >>> without_note("This record is a partial extract of the original cable. ...\\n\\n081545Z JUN 05")
    ('081545Z JUN 05', True)
    """
    note = NOTE.match(block)
    return (block[note.end() :], True) if note else (block, False)
