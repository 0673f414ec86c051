"""Words that tell of an encounter, wherever they stand in the body."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from cablerdf.model import Span
from cablerdf.vocab.tables import rows

_FAR = 50  # "meeting on November 1 at the palace with"
CueKind = Literal["meet", "noun", "host", "visit", "discuss", "tell", "deliver", "join"]


class Cue(NamedTuple):
    """One cue: its kind, its words in lower case and where it stands."""

    kind: str
    form: str
    start: int
    end: int


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Forms and kinds, longest first, so that "joined by" is not read as "joined"."""
    return tuple(sorted(((row["form"], row["kind"]) for row in rows("meeting_cues")), key=lambda f: (-len(f[0]), f[0])))


def levelled(text: str) -> str:
    """The text in lower case with every blank a space, of the same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.replace("\n", " ").replace("\t", " ").replace("\r", " ")


def masked(low: str, names: Iterable[Span]) -> str:
    """The levelled text with every name blotted out, so that "Mohammed" is no verb.

    >>> masked("mr mohammed met", [Span(3, 11)])
    'mr #       met'
    """
    pieces: list[str] = []
    at = 0
    for name in names:
        if name.start >= at:
            pieces += [low[at : name.start], "#".ljust(name.end - name.start)]
            at = name.end
    return "".join([*pieces, low[at:]])


def _with(low: str, end: int, kind: str) -> int:
    """The end of a cue; of a noun that "with" follows at some distance, that of "with", 0 where none does."""
    if kind != "far":
        return end
    gap = low[end : end + _FAR]
    at = gap.find(" with ")
    return 0 if at < 0 or any(mark in gap[:at] for mark in ",.;:(") else end + at + 5


def cues(low: str, body: Span) -> list[Cue]:
    """The cues in a levelled text, in order; of overlapping ones the longest.

    >>> [c.form for c in cues("poloff was joined by x and met y", Span(0, 32))]
    ['joined by', 'met']
    """
    found: list[Cue] = []
    taken: set[int] = set()
    for form, kind in _forms():
        size = len(form)
        at = low.find(form, body.start, body.end)
        while at >= 0:
            end = at + size
            whole = not (low[at - 1 : at].isalnum() or (low[end - 1].isalnum() and low[end : end + 1].isalnum()))
            if whole and at not in taken and end - 1 not in taken:
                stop = _with(low, end, kind)
                if stop:
                    found.append(Cue("noun" if kind == "far" else kind, form, at, stop))
                    taken.update(range(at, end))
            at = low.find(form, end, body.end)
    found.sort(key=lambda cue: cue.start)
    return found
