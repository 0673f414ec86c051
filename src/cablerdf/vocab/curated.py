"""What a curator says of facts and people: a CSV that is given back, and outlives every run.

    fact,verdict,why,value,curator
    participation:09HALIFAX44-1-4,wrong,he only wrote the invitation,,A. Reader
    meeting:09HALIFAX44-1 schema:startDate,instead,the letter has another day,2009-06-16,A. Reader
    statement:09HALIFAX44-1,right,,,A. Reader
    person:ann-porter,same,one signature,person:anna-porter,A. Reader

A fact is the name of a thing, or a thing and one of its properties. `wrong` withdraws it, `right` confirms it,
`instead` puts a value in its place; `same` and `different` judge two people. `value` and `curator` may be left out,
other columns may be there, and a row without a verdict tells nothing: so a table of `export table` can be given back.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from cablerdf.errors import InputError

ABOUT_FACTS = ("wrong", "right", "instead")
ABOUT_PEOPLE = ("same", "different")
HEADER = "fact,verdict,why,value,curator"  # the first line
NEEDED = ("fact", "verdict", "why")
NAME = re.compile(r"(?P<prefix>[A-Za-z][\w-]*):(?P<local>[\w.~%-]+)")
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


class Judgement(NamedTuple):
    """One row: what is said of which thing, of its `property` alone where one is named. Names are whole IRIs."""

    fact: str
    property: str | None
    verdict: str
    why: str
    value: str  # of `instead`; the other person of `same` and `different`
    curator: str


def read_judgements(path: Path, prefixes: Mapping[str, str]) -> tuple[Judgement, ...]:
    """The judgements of a CSV, in its order; IRIs may be shortened by `prefixes`.

    Raises:
        InputError: it cannot be read, a column is missing, or a row makes no sense; it has the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            return tuple(judgements(csv.DictReader(stream, strict=True), str(path), prefixes))
    except OSError as error:
        raise InputError(error.strerror or str(error), source=str(path)) from error
    except UnicodeDecodeError as error:
        raise InputError("is no text in UTF-8", source=str(path)) from error


def judgements(reader: csv.DictReader[str], source: str, prefixes: Mapping[str, str]) -> Iterator[Judgement]:
    """The judgement of each row."""
    try:
        missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
        if missing:
            raise InputError(f"no column {', '.join(missing)}: expected {HEADER} as its first line", source=source)
        for row in reader:
            cells = {name: (cell or "").strip() for name, cell in row.items() if isinstance(name, str)}
            if cells["verdict"] or cells["why"]:
                yield judgement(cells, prefixes)
    except (ValueError, csv.Error) as error:
        raise InputError(str(error), source=source, line=reader.line_num) from error


def judgement(cells: Mapping[str, str], prefixes: Mapping[str, str]) -> Judgement:
    """The judgement of one row; a ValueError says what is wrong with it."""
    fact, _, named = cells["fact"].partition(" ")
    verdict, value = cells["verdict"].lower(), cells.get("value", "")
    known = ABOUT_FACTS + ABOUT_PEOPLE
    if verdict not in known:
        raise ValueError(f"the verdict {verdict!r} is none of {', '.join(known)}")
    if verdict == "instead" and not (named and value):
        raise ValueError("`instead` needs a fact with its property, as meeting:... schema:startDate, and a value")
    if verdict in ABOUT_PEOPLE:
        value = whole(value, prefixes)
    return Judgement(
        whole(fact, prefixes),
        whole(named.strip(), prefixes) if named else None,
        verdict,
        cells["why"],
        value,
        cells.get("curator", ""),
    )


def whole(name: str, prefixes: Mapping[str, str]) -> str:
    """The IRI of a name; a ValueError where it is none.

    >>> whole("cable:05TOKYO1349", {"cable": "https://example.org/cable/"})
    'https://example.org/cable/05TOKYO1349'
    """
    found = NAME.fullmatch(name)
    if found is not None and found["prefix"] in prefixes:
        return prefixes[found["prefix"]] + found["local"]
    if IRI.fullmatch(name):
        return name
    raise ValueError(f"{name!r} is no IRI, and no name with a known prefix such as meeting:05TOKYO1349-1")
