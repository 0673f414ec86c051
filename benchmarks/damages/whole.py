"""Damages to a whole header: its labels, its lines, their order, their casing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from damages.cases import BODY, Case, Damage, Header, Part, damaged, whole

LEVEL_LAST = "order: classification line last"
OCR = {"O": "0", "I": "1", "S": "5", "B": "8", "M": "RN", "E": "F", "C": "G", "J": "I"}


def hit_label(change: Callable[[Random, str], str]) -> Damage:
    """A damage to one label of a header."""

    def damage(draw: Random, header: Header) -> str:
        at = draw.randrange(len(header.parts))
        parts = list(header.parts)
        parts[at] = replace(parts[at], label=change(draw, parts[at].label))
        return whole(header, tuple(parts))

    return damage


def letters(label: str) -> list[int]:
    return [at for at, letter in enumerate(label) if letter.isalpha()]


def drop(draw: Random, label: str) -> str:
    at = draw.choice(letters(label))
    return label[:at] + label[at + 1 :]


def double(draw: Random, label: str) -> str:
    at = draw.choice(letters(label))
    return label[:at] + label[at] + label[at:]


def swap(draw: Random, label: str) -> str:
    places = [at for at in letters(label)[:-1] if label[at + 1].isalpha() and label[at + 1] != label[at]]
    at = draw.choice(places or [0])
    return label[:at] + label[at + 1 : at + 2] + label[at] + label[at + 2 :]


def wrong(draw: Random, label: str) -> str:
    at = draw.choice(letters(label))
    return label[:at] + draw.choice("QWRTYPDFGHKLZXVNM") + label[at + 1 :]


def misread(draw: Random, label: str) -> str:
    places = [at for at in letters(label) if label[at].upper() in OCR]
    at = draw.choice(places or [0])
    return label[:at] + OCR.get(label[at].upper(), label[at]) + label[at + 1 :]


def torn(draw: Random, label: str) -> str:
    places = [at for at in letters(label)[1:] if label[at - 1].isalpha()]
    at = draw.choice(places or [1])
    return label[:at] + " " + label[at:]


def other_colon(draw: Random, header: Header) -> str:
    at = draw.randrange(len(header.parts))
    parts = list(header.parts)
    parts[at] = replace(parts[at], colon=draw.choice([", ", "; ", ". ", " : ", " - ", ":: ", ":", ":\n"]))
    return whole(header, tuple(parts))


def behind(draw: Random, header: Header) -> str:
    """Two labelled lines on one."""
    at = draw.randrange(len(header.parts) - 1)
    parts = list(header.parts)
    parts[at] = replace(parts[at], after=draw.choice([" ", "  ", "   "]))
    return whole(header, tuple(parts))


def glued(draw: Random, header: Header) -> str:
    """A label that sticks to the last word before it."""
    at = draw.randrange(len(header.parts) - 1)
    parts = list(header.parts)
    parts[at] = replace(parts[at], after="")
    return whole(header, tuple(parts))


def one_line(draw: Random, header: Header) -> str:
    parts = [replace(part, content=" ".join(part.content.split()), after=" ") for part in header.parts]
    return whole(header, tuple(parts))


def blank_lines(draw: Random, header: Header) -> str:
    """Blank lines between the labelled lines, and within those that are wrapped."""
    doubled = draw.random() < 0.5
    parts = [
        replace(
            part,
            content=part.content.replace("\n", "\n\n")
            if doubled and part.field in ("references", "tags")
            else part.content,
            after=part.after.rstrip() + "\n" * draw.randint(2, 4),
        )
        for part in header.parts
    ]
    return whole(header, tuple(parts))


def blank_after_label(draw: Random, header: Header) -> str:
    at = draw.randrange(len(header.parts))
    parts = list(header.parts)
    parts[at] = replace(parts[at], colon=":\n\n")
    return whole(header, tuple(parts))


def order(draw: Random, header: Header) -> str:
    parts = [replace(part, after="\n") for part in header.parts]
    draw.shuffle(parts)
    return whole(header, tuple(parts))


def casing(draw: Random, header: Header) -> str:
    """Labels in another case."""
    change = draw.choice([str.lower, str.upper, str.title])
    return whole(header, tuple(replace(part, label=change(part.label)) for part in header.parts))


def level_behind(draw: Random, header: Header) -> str:
    """The classification line behind the labels."""
    lines = "".join(part.label + part.colon + part.content + part.after for part in header.parts).rstrip()
    return f"{lines}\n\n{header.caption}\n\n{BODY}"


def signed_below(draw: Random, header: Header) -> str:
    """The Classified By line within paragraph 1."""
    kept = tuple(part for part in header.parts if part.field != "classified_by")
    signed = [part for part in header.parts if part.field == "classified_by"]
    if not signed:
        return whole(header, kept)
    lead = draw.choice(["1. (C) ", "1. (U) ", "1. CONFIDENTIAL - ENTIRE TEXT. ", "1. (C) ENTIRE TEXT. ", "1. "])
    line = lead + draw.choice(["Classified By: ", "CLASSIFIED BY ", "Classified by "]) + signed[0].content
    body = "\n\n".join(
        f"{int(block[0]) + 1}{block[1:]}" if block[0].isdigit() else block for block in BODY.split("\n\n")
    )
    return whole(header, kept).removesuffix(BODY) + line + "\n\n" + body


def indented(draw: Random, header: Header) -> str:
    mark = draw.choice(["   ", "\t", "¶", "- "])
    return whole(header, tuple(replace(part, label=mark + part.label) for part in header.parts))


DAMAGES: dict[str, Damage] = {
    "label: letter dropped": hit_label(drop),
    "label: letter doubled": hit_label(double),
    "label: letters exchanged": hit_label(swap),
    "label: wrong letter": hit_label(wrong),
    "label: misread (0/O, 1/I, 5/S, 8/B, rn/m)": hit_label(misread),
    "label: torn": hit_label(torn),
    "label: other sign for the colon": other_colon,
    "label: behind another on a line": behind,
    "label: glued to the word before": glued,
    "label: indented, behind a sign": indented,
    "label: casing": casing,
    "lines: all in one": one_line,
    "lines: blank ones between": blank_lines,
    "lines: a blank one behind a label": blank_after_label,
    "order: of the labels": order,
    LEVEL_LAST: level_behind,
    "order: Classified By in paragraph 1": signed_below,
}


def cases(draw: Random, clean: list[Header], each: int) -> list[Case]:
    """`each` cases of every kind; a classification line behind the labels need not be found."""
    found = damaged(DAMAGES, draw, clean, each)
    return [replace(case, truth=without_level(case.truth)) if case.kind == LEVEL_LAST else case for case in found]


def without_level(truth: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in truth.items() if key != "classification"}


def fields(header: Header) -> dict[str, Part]:
    return {part.field: part for part in header.parts}
