"""Classified By lines as other hands fill them in: in forms, with ranks and nicknames, two names, in sentences."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from damages.cases import Case, drawn
from damages.signing import LABELS, LEADS, line, signed

Made = tuple[str, dict[str, Any]]
CHOICES = ("1.4(B), (D)", "1.4(A), (B), (D)", "1.4(D)", "1.4(B), (C), (D)", "1.4 (b), (d)")  # of a form's list
BEHIND = (
    *(
        "State, EXEC",
        "DOS, EXEC",
        "STATE, POL",
        "Department of State",
        "U.S. Department of State",
        "DOS, ECON",
        "State",
        "Dept. of State, RSO",
    ),
    *(
        "Department of State, Embassy Lisbon",
        "U.S. Embassy Lisbon, Department of State",
        "State, Embassy Lisbon",
        "US Embassy Lisbon, State",
    ),
)


def letters_of(printed: str) -> tuple[str, ...]:
    return tuple(f"1.4({letter})" for letter in "abcd" if f"({letter})" in printed.lower())


def form_line(lead: str) -> Callable[[Random], Made]:
    """A line that a form put together: name, title, agency, office."""

    def make(draw: Random) -> Made:
        who, _ = signed(draw)
        reasons, behind = draw.choice(CHOICES), draw.choice(BEHIND)
        return f"{who.name}, {who.title}, {behind}{lead}{reasons}", {"name": who.name, "reasons": letters_of(reasons)}

    return make


def dressed(pattern: str) -> Callable[[Random], Made]:
    """A name with what people wear on it; `name` is what of it is the name."""

    def make(draw: Random) -> Made:
        text, who = line("{t} {n}")(draw)
        given, _, family = who.name.rpartition(" ")
        name = pattern.format(g=given, f=family)
        told = (
            name.removeprefix("Mr. ")
            .removeprefix("Ms. ")
            .removeprefix("Dr. ")
            .removesuffix(" (ret.)")
            .replace(", ", " ")
        )
        return text.replace(who.name, name, 1), {"name": told, "reasons": who.reasons}

    return make


def pair(between: str) -> Callable[[Random], Made]:
    """Two people, each in an office; the first is the classifier."""

    def make(draw: Random) -> Made:
        first, reasons = signed(draw)
        second, _ = signed(draw)
        text = f"{first.title} {first.name}{between}{second.title} {second.name}{draw.choice(LEADS)}{reasons}"
        return text, {"name": first.name, "reasons": first.reasons}

    return make


def said(pattern: str) -> Callable[[Random], Made]:
    """A line with other words before its own."""

    def make(draw: Random) -> Made:
        text, who = line("{t} {n}")(draw)
        return pattern.format(text), {"name": who.name, "title": who.title, "reasons": who.reasons}

    return make


def unnamed(draw: Random) -> Made:
    """An office without a name, or a name that is struck out."""
    who, reasons = signed(draw)
    head = draw.choice(
        [f"{who.title}", f"The {who.title}", "XXXXXXXXXXXX", f"{who.title} XXXXXXXXXXXX", f"{who.title} xxxxx"]
    )
    return f"{head}{draw.choice(LEADS)}{reasons}", {"name": None, "reasons": who.reasons}


FORMS: dict[str, tuple[Callable[[Random], Made], ...]] = {
    "Classified By: filled in a form": tuple(
        map(form_line, ("; REASON: ", ". REASON: ", "; REASON ", "\nREASON: ", ";\nREASON: ", ". Reasons: "))
    ),
    "Classified By: ranks, nicknames": tuple(
        map(
            dressed,
            (
                '{g} "Hoot" {f}',
                "Dr. {g} {f}",
                "Mr. {g} {f}",
                "Ms. {g} {f}",
                "{g} {f}, Jr.",
                "{g} {f} III",
                "{g} {f} (ret.)",
                "{g} {f}, Ph.D.",
            ),
        )
    ),
    "Classified By: two people": tuple(map(pair, (" and ", " AND ", " & ", "; ", ", and "))),
    "Classified By: within a sentence": tuple(
        map(
            said,
            (
                "(U) CLASSIFIED BY {}",
                "(C) {}",
                "This cable was classified by {}",
                "CLASSIFIED CONFIDENTIAL BY {}",
                "(U) {}",
                "The {}",
                "{}.",
                "({})",
            ),
        )
    ),
    "Classified By: nobody named": (unnamed,),
}


def cases(draw: Random, each: int) -> list[Case]:
    """`each` bare lines of every kind."""
    return [
        Case(kind, draw.choice(LABELS[:3]) + text, "08LISBON418", truth)
        for kind, (text, truth) in drawn(FORMS, draw, each)
    ]
