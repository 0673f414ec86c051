"""Rows out of Wikidata's truthy N-Triples: no dates of offices, but a third of the size of the JSON dump."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from cablerdf.link.gazetteer.opening import opened
from cablerdf.link.gazetteer.schema import Row
from cablerdf.link.gazetteer.wikidata import LANGUAGES, Facts, Position, is_class, row_of

ENTITY = "<http://www.wikidata.org/entity/Q"
DIRECT = "<http://www.wikidata.org/prop/direct/"
LABELS = frozenset({"<http://www.w3.org/2000/01/rdf-schema#label>", "<http://www.w3.org/2004/02/skos/core#prefLabel>"})
ALIAS = "<http://www.w3.org/2004/02/skos/core#altLabel>"
USED = frozenset(f"{DIRECT}{name}>" for name in ("P31", "P279", "P106", "P27", "P39", "P569", "P570"))
# "Tokyo"@en, "1950-01-02T00:00:00Z"^^<...dateTime>
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"(?:@([A-Za-z-]+)|\^\^<[^>]*>)? \.')
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")


class Truthy:
    """N-Triples with the triples of each entity together, as Wikidata's truthy dump has them; read once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.labels: dict[str, str] = {}

    def __iter__(self) -> Iterator[Row]:
        with opened(self.path) as stream:
            triples = (line.split(" ", 2) for line in stream if line.startswith(ENTITY))
            for subject, group in groupby(triples, key=lambda triple: triple[0]):
                row = self.row(subject, [triple for triple in group if len(triple) == 3])
                if row is not None:
                    yield row

    def row(self, subject: str, triples: list[list[str]]) -> Row | None:
        """The row of an entity out of its triples."""
        qid = qid_of(subject)
        values: dict[str, list[str]] = {}
        label, names = "", []
        for _subject, predicate, rest in triples:
            if predicate in LABELS or predicate == ALIAS:
                found = LITERAL.match(rest)
                if found and found[2] in LANGUAGES:
                    name = ESCAPE.sub(unescaped, found[1])
                    names.append(name)
                    if predicate != ALIAS and (found[2] == "en" or not label):
                        label = name
            elif predicate in USED:
                values.setdefault(predicate[len(DIRECT) : -1], []).append(rest)
        classes = frozenset(map(qid_of, values.get("P31", ())))
        if not label:
            return None
        if is_class(classes, "P279" in values):
            self.labels[qid] = label
        facts = Facts(
            qid,
            label,
            names,
            classes,
            frozenset(map(qid_of, values.get("P106", ()))),
            tuple(map(qid_of, values.get("P27", ()))),
            tuple(Position(qid_of(value)) for value in values.get("P39", ())),
            date_of(values.get("P569")),
            date_of(values.get("P570")),
        )
        return row_of(facts, "wikidata")


def unescaped(match: re.Match[str]) -> str:
    """The character of an escape of N-Triples."""
    code = match[1] or match[2]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0xD800 or 0xDFFF < number < 0x110000 else "\ufffd"
    return {"n": "\n", "t": "\t", "r": "\r"}.get(match[3], match[3])


def qid_of(term: str) -> str:
    """The QID of a term.

    >>> qid_of("<http://www.wikidata.org/entity/Q17> .")
    'Q17'
    """
    return term.partition(">")[0].rpartition("/")[2]


def date_of(values: list[str] | None) -> str:
    """The date of the first literal."""
    found = LITERAL.match(values[0]) if values else None
    return found[1][:10] if found and found[1][:4].isdecimal() else ""
