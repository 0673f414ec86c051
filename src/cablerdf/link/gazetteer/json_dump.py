"""Rows out of a Wikidata JSON dump (https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from cablerdf.errors import LinkError
from cablerdf.link.gazetteer.opening import opened
from cablerdf.link.gazetteer.schema import Row
from cablerdf.link.gazetteer.wikidata import LANGUAGES, Facts, Position, is_class, row_of

SUBCLASS, KIND, OCCUPATION, CITIZEN, OFFICE, BORN, DIED, BEGUN, ENDED = (
    "P279", "P31", "P106", "P27", "P39", "P569", "P570", "P580", "P582",
)  # fmt: skip


class JsonDump:
    """A dump, one entity a line, `.gz` or `.bz2` or plain; read once, from end to end.

    After that `labels` holds the names of what people may hold: classes and positions, by QID.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.labels: dict[str, str] = {}

    def __iter__(self) -> Iterator[Row]:
        with opened(self.path) as stream:
            for number, line in enumerate(stream, 1):
                text = line.strip().rstrip(",")
                if len(text) < 3:
                    continue
                try:
                    entity = orjson.loads(text)
                except orjson.JSONDecodeError as error:
                    raise LinkError(f"{self.path} line {number}: no JSON object: {error}") from error
                try:
                    row = self.row(entity)
                except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
                    raise LinkError(f"{self.path} line {number}: not in the form of a Wikidata entity") from error
                if row is not None:
                    yield row

    def row(self, entity: dict[str, Any]) -> Row | None:
        """The row of an entity; a class or position is kept by its label."""
        qid, label = entity.get("id", ""), name_of(entity)
        if not qid.startswith("Q") or label is None:
            return None
        claims = entity.get("claims") or {}
        classes = frozenset(items(claims, KIND))
        if is_class(classes, SUBCLASS in claims):
            self.labels[qid] = label
        facts = Facts(
            qid,
            label,
            names_of(entity),
            classes,
            frozenset(items(claims, OCCUPATION)),
            tuple(items(claims, CITIZEN)),
            tuple(positions(claims)),
            date(claims, BORN),
            date(claims, DIED),
        )
        return row_of(facts, "wikidata")


def name_of(entity: dict[str, Any]) -> str | None:
    """The label in the first of the languages that has one."""
    labels = entity.get("labels") or {}
    return next((labels[language]["value"] for language in LANGUAGES if language in labels), None)


def names_of(entity: dict[str, Any]) -> Iterator[str]:
    """Labels and aliases in the languages."""
    labels, aliases = entity.get("labels") or {}, entity.get("aliases") or {}
    for language in LANGUAGES:
        if language in labels:
            yield labels[language]["value"]
        for alias in aliases.get(language, ()):
            yield alias["value"]


def statements(claims: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The statements of a property that are not deprecated."""
    return [one for one in claims.get(name, ()) if one.get("rank") != "deprecated"]


def value(snak: dict[str, Any]) -> Any:
    """The value of a snak; None where it has none."""
    return (snak.get("datavalue") or {}).get("value")


def items(claims: dict[str, Any], name: str) -> Iterator[str]:
    """The QIDs of a property."""
    for one in statements(claims, name):
        found = value(one.get("mainsnak") or {})
        if isinstance(found, dict) and "id" in found:
            yield found["id"]


def positions(claims: dict[str, Any]) -> Iterator[Position]:
    """Positions held, with their dates."""
    for one in statements(claims, OFFICE):
        found = value(one.get("mainsnak") or {})
        if isinstance(found, dict) and "id" in found:
            qualifiers = one.get("qualifiers") or {}
            yield Position(found["id"], day(qualifiers.get(BEGUN)), day(qualifiers.get(ENDED)))


def day(snaks: list[dict[str, Any]] | None) -> str:
    """The date of the first snak, as much of it as is known.

    >>> day([{"datavalue": {"value": {"time": "+2005-00-00T00:00:00Z", "precision": 9}}}])
    '2005'
    """
    found = value(snaks[0]) if snaks else None
    if not isinstance(found, dict) or not str(found.get("time", "")).startswith("+"):
        return ""
    length = {9: 4, 10: 7, 11: 10}.get(found.get("precision", 0), 0)
    return str(found["time"])[1 : 1 + length]


def date(claims: dict[str, Any], name: str) -> str:
    """The date of a property."""
    return day([one.get("mainsnak") or {} for one in statements(claims, name)][:1])
