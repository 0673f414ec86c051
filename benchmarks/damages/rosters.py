"""Bodies of telegrams with a participant list, in every layout and damage; each letter's part is known."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from damages.layouts import FLOWING, LAYOUTS, Piece, columns, wrap
from damages.people import Side, sides

PROSE = (
    "The Minister opened the meeting by noting that relations were never better, and that he looked forward to more.",
    "Summary: The two sides reviewed progress on trade. The Ambassador raised the case of the detained fishermen.",
    "He said the talks had gone well. Poloffs raised Iran, and asked for an early answer.",
    "End Summary. The delegation met with officials of the Foreign Ministry to discuss the agenda of the summit.",
    "In a wide-ranging discussion, both sides agreed to continue their dialogue on regional security.",
)
HEADINGS = (
    *("Summary\n-------", "SUMMARY\n-------", "IRAN: NO PROGRESS", "Counterterrorism Cooperation\n-----------"),
    *("-------\nSUMMARY\n-------", "BILATERAL RELATIONS", "Opening Remarks\n---------------", "Comment\n-------"),
)
INTROS = (
    *(
        "Participants:",
        "Participants:",
        "Participants",
        "PARTICIPANTS:",
        "Participants included:",
        "Meeting Participants:",
    ),
    *(
        "The following attended:",
        "Also present:",
        "Attendees:",
        "In attendance:",
        "Those present were:",
        "List of participants:",
    ),
)


class Made(NamedTuple):
    """A damaged list: the text of a telegram's body, the part that each of its letters has, the truth."""

    kind: str
    text: str
    parts: tuple[tuple[int, int, str], ...]
    truth: tuple[Side, ...]


def whole(draw: Random, kind: str, pieces: list[Piece], truth: list[Side]) -> Made:
    """The body of a telegram with a list, what stands before and after it."""
    flows = kind in FLOWING
    intro = draw.choice(INTROS)
    lead = draw.choice(("¶2. (U) ", "2. (SBU) ", "¶3. (C) ", ""))
    if not lead and not intro.endswith(":"):
        intro += "\n" + "-" * len(intro)
    gap = draw.choice(("\n", "\n\n")) if not flows or not intro.endswith(":") else draw.choice((" ", "\n", "\n\n"))
    found: list[Piece] = [("¶1. (C) The Ambassador called at the ministry on May 3.\n\n" if lead else "", "none")]
    found += [(lead + intro + gap, "none"), *pieces]
    after = draw.choice(("numbered", "numbered", "numbered", "heading", "heading", "prose", "end"))
    heading = draw.choice(HEADINGS)
    if after == "heading":
        found.append((f"\n\n{heading}\n\n", "out"))
    elif after == "prose":
        found += [("\n\n", ""), (draw.choice(PROSE) + "\n\n", "out")]
    elif after == "end":
        found.append(("\n" + draw.choice(("ROE", "WHITCOMBE", "LINDQVIST")) + "\n", "out"))
    if after != "end":
        found.append(("\n\n" if after == "numbered" else "", ""))
        found.append((f"¶{3 + len(lead) // 9}. (C) {draw.choice(PROSE)}\n", "out"))
    parts, at = [], 0
    for piece, part in found:
        if part:
            parts.append((at, at + len(piece), part))
        at += len(piece)
    return Made(kind, "".join(piece for piece, _ in found), tuple(parts), tuple(truth))


def made(draw: Random, kind: str) -> Made:
    """A list of one kind."""
    found = sides(draw)
    if kind.startswith("two columns"):
        while len(found) < 2:
            found = sides(draw)
        return whole(draw, kind, columns(draw, found, "squeezed" in kind), found[:2])
    layout, _, wrapped = kind.partition(", ")
    pieces = LAYOUTS[layout](draw, found)
    if wrapped or (layout in FLOWING and draw.random() < 0.7):
        pieces = wrap(pieces, draw.randint(38, 72), "  " if "deeper" in wrapped else "")
    return whole(draw, kind, pieces, found)


KINDS = (
    *LAYOUTS,
    *(f"{kind}, wrapped" for kind in ("one a line", "dashes within", "bullets", "titles in parentheses")),
    *("one a line, wrapped deeper", "two columns", "two columns squeezed"),
)


def cases(draw: Random, each: int) -> Iterator[Made]:
    """So many lists of every kind."""
    for kind in KINDS:
        for _ in range(each):
            yield made(draw, kind)
