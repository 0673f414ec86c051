"""The layouts of participant lists, and what archives do to them: pieces of text, each with what it is.

A piece is `label`, `before` (an office before a name), `name`, `after` (one behind it), `alone` (an office without a
name), `and` (between people), `out` (the list is over) or nothing: a blank, a mark.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from damages.people import Person, Side, countries

Piece = tuple[str, str]
US = ("U.S.", "United States", "US", "USA", "U.S.", "U.S.")


def _tail(draw: Random, note: str) -> list[Piece]:
    if not note:
        return []
    if note.lower() in ("notetaker", "interpreter") and draw.random() < 0.3:
        return [(", ", ""), (note, "after")]
    return [(" ", ""), (f"({note})", "after")]


def entry(draw: Random, who: Person, between: str = ", ") -> list[Piece]:
    """One participant; `between` stands between name and title."""
    if not who.name:
        return [(who.before, "alone")]
    found: list[Piece] = [(who.before, "before"), (" ", "")] if who.before else []
    found.append((who.name, "name"))
    note = _tail(draw, who.note)
    first = bool(note) and "(" in note[-1][0] and draw.random() < 0.5
    found += note if first else []
    if who.after:
        found += (
            [(" (", ""), (who.after, "after"), (")", "")] if between == "(" else [(between, ""), (who.after, "after")]
        )
    return found + ([] if first else note)


def label(draw: Random, side: Side) -> Piece:
    """The heading of a side as telegrams print it."""
    adjective = next((a for name, a, plain in countries() if plain == side.side), "American")
    name = draw.choice(US) if side.ours else side.side
    adjective = draw.choice(("U.S.", "US", "American", "U.S.")) if side.ours else adjective
    forms = (
        *(name, name, name.upper(), f"{name}:", f"{name.upper()}:", f"{adjective} side:", f"{adjective} Delegation"),
        *(f"{adjective} Participants:", f"{adjective} participants", f"{adjective} Side:", f"{adjective} Delegation:"),
        *(f"For the {name}:", f"{name} --", f"{adjective.upper()} DELEGATION:", f"{adjective} Attendees:"),
        *(f"The {name}:", f"{adjective} Officials:"),
    )
    return draw.choice(forms), "label"


def _lines(draw: Random, found: list[Side], each: Callable[[Person], list[Piece]], gap: str = "\n") -> list[Piece]:
    pieces: list[Piece] = []
    labelled = len(found) > 1 or draw.random() < 0.5
    rule, above = draw.random() < 0.2, draw.choice(("\n", "\n\n", "\n\n"))
    below = draw.choice(("\n", "\n", "\n\n"))
    for side in found:
        pieces.append((above if pieces else "", ""))
        if labelled and (len(found) > 1 or draw.random() < 0.5):
            text, part = label(draw, side)
            under = ("\n" + "-" * len(text)) if rule and not text.endswith(":") else ""
            pieces += [(text, part), (under + below, "")]
        for at, who in enumerate(side.people):
            pieces += [(gap, "")] if at else []
            pieces += each(who)
    return pieces


def clean(draw: Random, found: list[Side]) -> list[Piece]:
    """One a line."""
    return _lines(draw, found, lambda who: entry(draw, who))


def spaced(draw: Random, found: list[Side]) -> list[Piece]:
    """One a line with blank lines between."""
    return _lines(draw, found, lambda who: entry(draw, who), "\n\n")


def dashes(draw: Random, found: list[Side]) -> list[Piece]:
    """Name and title with a dash between."""
    dash = draw.choice((" -- ", " - ", " – ", "--", "—"))
    return _lines(draw, found, lambda who: entry(draw, who, dash))


def bullets(draw: Random, found: list[Side]) -> list[Piece]:
    """Each behind a bullet."""
    bullet = draw.choice(("-- ", "- ", "* ", "-", "• ", "o "))
    return _lines(draw, found, lambda who: [(bullet, ""), *entry(draw, who)])


def numbers(draw: Random, found: list[Side]) -> list[Piece]:
    """Each behind a number."""
    form, count = draw.choice(("{}. ", "{}) ", "({}) ")), iter(range(1, 99))
    return _lines(draw, found, lambda who: [(form.format(next(count)), ""), *entry(draw, who)])


def parentheses(draw: Random, found: list[Side]) -> list[Piece]:
    """Titles in parentheses behind names, one a line."""
    return _lines(draw, found, lambda who: entry(draw, who, "("))


def _run(draw: Random, found: list[Side], each: Callable[[Person], list[Piece]], gaps: tuple[str, ...]) -> list[Piece]:
    """Everybody of a side behind one another; the last gap but one may be "and"."""
    between, last, end = gaps
    pieces: list[Piece] = []
    for side in found:
        pieces.append((draw.choice(("\n", "\n", "\n\n")) if pieces else "", ""))
        if len(found) > 1 or draw.random() < 0.5:
            text, part = label(draw, side)
            text = text if text.endswith((":", "--")) or text.isupper() or text in US else text + ":"
            pieces += [(text, part), (draw.choice((" ", " ", "\n")), "")]
        for at, who in enumerate(side.people):
            if at and at == len(side.people) - 1 and "and" in last:
                head, tail = last.split("and")
                pieces += [(head, ""), ("and", "and"), (tail, "")]
            elif at:
                pieces.append((between, ""))
            pieces += each(who)
        pieces.append((end, ""))
    return pieces


def semicolons(draw: Random, found: list[Side]) -> list[Piece]:
    """Semicolons between people."""
    gaps = ("; ", draw.choice(("; ", "; and ", " and ")), draw.choice(("", ".")))
    return _run(draw, found, lambda who: entry(draw, who), gaps)


def sentence(draw: Random, found: list[Side]) -> list[Piece]:
    """Commas between people whose titles stand before the name or in parentheses."""
    gaps = (", ", draw.choice((", ", ", and ", " and ")), draw.choice(("", ".")))
    return _run(draw, found, lambda who: entry(draw, who, "("), gaps)


def joined(draw: Random, found: list[Side]) -> list[Piece]:
    """The line breaks lost."""
    return _run(draw, found, lambda who: entry(draw, who), (" ", " ", ""))


def dashed_run(draw: Random, found: list[Side]) -> list[Piece]:
    """Bullets within a line."""
    dash = draw.choice(("-", "-- "))
    return _run(draw, found, lambda who: [(dash, ""), *entry(draw, who)], (" ", " ", ""))


def stripped(draw: Random, found: list[Side]) -> list[Piece]:
    """The line breaks lost, and the commas too."""
    return _run(draw, found, lambda who: entry(draw, who, " "), (" ", " ", ""))


def commas_only(draw: Random, found: list[Side]) -> list[Piece]:
    """Commas for line breaks, beside the commas within."""
    return _run(
        draw, found, lambda who: entry(draw, who), (", ", draw.choice((", ", ", and ")), draw.choice(("", ".")))
    )


LAYOUTS: dict[str, Callable[[Random, list[Side]], list[Piece]]] = {
    "one a line": clean,
    "blank lines between": spaced,
    "dashes within": dashes,
    "bullets": bullets,
    "numbers": numbers,
    "titles in parentheses": parentheses,
    "semicolons": semicolons,
    "a sentence": sentence,
    "line breaks lost": joined,
    "bullets in a line": dashed_run,
    "line breaks and commas lost": stripped,
    "commas for line breaks": commas_only,
}
FLOWING = frozenset(
    (
        "semicolons",
        "a sentence",
        "line breaks lost",
        "bullets in a line",
        "line breaks and commas lost",
        "commas for line breaks",
    )
)


def wrap(pieces: list[Piece], width: int, deeper: str = "") -> list[Piece]:
    """The pieces with line breaks in place of blanks, so that no line is wider; `deeper` indents what is wrapped."""
    text = "".join(piece for piece, _ in pieces)
    breaks: set[int] = set()
    start, blank = 0, -1
    for at, letter in enumerate(text):
        if letter == "\n":
            start, blank = at + 1, -1
        elif at - start >= width and blank > start:
            breaks.add(blank)
            start, blank = blank + 1, -1
        if letter == " " and at > start + 4:
            blank = at
    found, at = [], 0
    for piece, part in pieces:
        letters = ["\n" + deeper if at + n in breaks else letter for n, letter in enumerate(piece)]
        found.append(("".join(letters), part))
        at += len(piece)
    return found


def columns(draw: Random, found: list[Side], squeezed: bool) -> list[Piece]:
    """Two sides beside one another; `squeezed` where the blanks between them were lost."""
    left, right = (
        [label(draw, side)[0].rstrip(":-– ").title() if not side.ours else "U.S.", side] for side in found[:2]
    )
    rows: list[tuple[list[Piece], list[Piece]]] = [([(str(left[0]), "label")], [(str(right[0]), "label")])]
    sides_ = [list(side.people) for side in found[:2]]
    for at in range(max(map(len, sides_))):
        cells = [entry(draw, people[at]) if at < len(people) else [] for people in sides_]
        rows.append((cells[0], cells[1]))
    width = max(sum(len(text) for text, _ in cell) for cell, _ in rows) + draw.randint(2, 8)
    pieces: list[Piece] = []
    for one, other in rows:
        size = sum(len(text) for text, _ in one)
        gap = 1 if squeezed else width - size
        if squeezed and not one:
            gap = 0
        pieces += [("\n", ""), *one, *((" " * gap, ""), *other)] if other else [("\n", ""), *one]
    return pieces[1:]
