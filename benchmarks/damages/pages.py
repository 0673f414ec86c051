"""Damages to a whole header that came after it was sent: of web pages, mail, page breaks, wrapping, scanners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from damages.cases import BODY, Case, Damage, Header, Part, damaged, whole

SPECKS = ("|", "'", "~", ".", "`", "_", "\\", "·")  # what dust on a page is read as
BODILESS = "lines: the body lost"


def lines_of(change: Callable[[Random, str], str]) -> Damage:
    """A damage to each line of the text."""

    def damage(draw: Random, header: Header) -> str:
        return "\n".join(change(draw, line) for line in whole(header, header.parts).split("\n"))

    return damage


def hard_blanks(draw: Random, line: str) -> str:
    """Blanks that do not break, as pages have them, plain or as an entity."""
    sign = draw.choice(["\u00a0", "\u00a0", "&nbsp;"])
    return (
        sign * 2 + line
        if draw.random() < 0.5
        else "".join(sign if draw.random() < 0.2 and c == " " else c for c in line)
    )


def quoted(draw: Random, line: str) -> str:
    """A line of mail that was answered."""
    return "> " + line


def spread(draw: Random, line: str) -> str:
    """Blanks and tabs where one blank was, as in columns; the lines of capitals in the caption stay."""
    if ":" not in line:
        return line
    return "".join(draw.choice(["   ", "\t", "  "]) if sign == " " and draw.random() < 0.6 else sign for sign in line)


def trailing(draw: Random, line: str) -> str:
    """Blanks behind the line, and the carriage return of another system."""
    return line + draw.choice(["  ", " \r", "\t", "\r"])


def bold(draw: Random, header: Header) -> str:
    """Labels between the signs of bold type."""
    sign = draw.choice(["**", "*", "__", "<b>"])
    close = sign.replace("<", "</")
    inside = draw.random() < 0.5  # the colon too
    parts = [
        replace(part, label=sign + part.label + (":" if inside else "") + close, colon=" " if inside else ": ")
        for part in header.parts
    ]
    return whole(header, tuple(parts))


def page_break(draw: Random, header: Header) -> str:
    """The line of a page break between two lines of the header."""
    number = "".join(letter for letter in header.id[2:] if letter.isdecimal())
    post = "".join(letter for letter in header.id[2:] if letter.isalpha())
    mark = draw.choice(
        [
            f"{post} {int(number):08d}  001.2 OF 003",
            f"PAGE 02 {post} {int(number):05d} 211513Z",
            f"{post} {int(number):08d} 001 OF 002",
        ]
    )
    at = draw.randrange(len(header.parts) - 1)
    parts = list(header.parts)
    parts[at] = replace(parts[at], after=draw.choice(["\n\n{}\n\n\n", "\n{}\n", "\n\n{}\n"]).format(mark))
    return whole(header, tuple(parts))


def specks(draw: Random, header: Header) -> str:
    """Dust before labels and behind what they hold."""
    parts = []
    for part in header.parts:
        speck = draw.choice(SPECKS)
        before = draw.choice(["", speck, speck + " "])
        parts.append(replace(part, label=before + part.label))
    return whole(header, tuple(parts))


def column(draw: Random, header: Header) -> str:
    """The Classified By line cut at a column, within words, as some systems sent it."""
    width = draw.randint(34, 68)

    def cut(part: Part) -> Part:
        line = part.label + part.colon + " ".join(part.content.split())
        if part.field != "classified_by" or len(line) <= width or not line[width - 1 : width + 1].isalpha():
            return part
        start = len(part.label + part.colon)
        return replace(part, content=line[start:width] + "\n" + line[width:]) if width > start else part

    return whole(header, tuple(map(cut, header.parts)))


def first_line(draw: Random, header: Header) -> str:
    """What a page puts above a document."""
    above = draw.choice(
        [
            f"{header.id}\n\n",
            "Reference ID\tCreated\tReleased\tClassification\tOrigin\n",
            "View raw document\n\nDate: 2008 March 4, 10:11 (Tuesday)\n",
            "Message Text\n\n\n",
            "Page 1\n\nDeclassified/Released US Department of State EO Systematic Review 04 MAY 2006\n\n",
        ]
    )
    return above + whole(header, header.parts)


def body_lost(draw: Random, header: Header) -> str:
    """The header alone."""
    return whole(header, header.parts).removesuffix(BODY).rstrip() + draw.choice(["", "\n", "\n\n"])


DAMAGES: dict[str, Damage] = {
    "page: blanks that do not break": lines_of(hard_blanks),
    "page: columns of blanks and tabs": lines_of(spread),
    "page: blanks behind lines": lines_of(trailing),
    "page: signs of bold type": bold,
    "page: words above the document": first_line,
    "mail: quoted": lines_of(quoted),
    "lines: a page break between": page_break,
    "lines: cut at a column": column,
    BODILESS: body_lost,
    "scan: dust before labels": specks,
}


def cases(draw: Random, clean: list[Header], each: int) -> list[Case]:
    """`each` cases of every kind; without the body nobody signs."""
    found = damaged(DAMAGES, draw, clean, each)
    return [replace(case, truth=case.truth | {"signer": None}) if case.kind == BODILESS else case for case in found]
