"""Rows out of Wikidata: what of an entity a gazetteer keeps, whatever the form of the dump."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from cablerdf.link.gazetteer.schema import Row
from cablerdf.vocab.tables import mapping, rows

LICENCE = "CC0 1.0"
HUMAN = "Q5"
LANGUAGES = ("en", "en-gb", "en-ca", "mul", "fr", "de", "es", "pt", "it")  # whose names may stand in a telegram
POSITIONS = frozenset({"Q4164871", "Q294414"})  # position, public office: what a class of these may be held
# Classes of which a gazetteer keeps the instances, and the type that they get.
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "Q6256": "country", "Q3624078": "country", "Q3024240": "historical-state", "Q484652": "organisation",
        "Q245065": "organisation", "Q1335818": "organisation", "Q327333": "organisation", "Q2659904": "organisation",
        "Q7278": "organisation", "Q515": "city", "Q1549591": "city", "Q5119": "city",
    }
)  # fmt: skip
# Occupations that make somebody worth keeping who held no position: politician, diplomat, officer, civil servant.
OCCUPATIONS = frozenset({"Q82955", "Q193391", "Q189290", "Q212238"})


class Position(NamedTuple):
    """A position held: the QID of the position, and years or dates."""

    qid: str
    start: str = ""
    end: str = ""


class Facts(NamedTuple):
    """What a gazetteer needs to know of an entity."""

    qid: str
    label: str
    aliases: Iterable[str]
    classes: frozenset[str]
    occupations: frozenset[str]
    citizenships: tuple[str, ...]
    positions: tuple[Position, ...]
    born: str = ""
    died: str = ""


def row_of(facts: Facts, source: str) -> Row | None:
    """The row of an entity, None where a gazetteer has no use for it."""
    if HUMAN in facts.classes:
        if not facts.positions and facts.occupations.isdisjoint(OCCUPATIONS):
            return None
        kind, born = "person", facts.born[:4]
        start = str(int(born) + 18) if born.isdigit() else ""
    else:
        kind, start = next((TYPES[name] for name in sorted(facts.classes) if name in TYPES), ""), facts.born
        if not kind:
            return None
    codes = [code for qid in facts.citizenships if (code := iso_codes().get(qid)) is not None]
    aliases = "|".join(dict.fromkeys(alias.replace("|", " ") for alias in facts.aliases if alias != facts.label))
    held = "|".join(f"{one.qid}@{one.start}/{one.end}" for one in facts.positions)
    return Row(facts.qid, facts.label, aliases, kind, codes[0] if codes else "", held, start, facts.died, source)


def is_class(classes: frozenset[str], subclass: bool) -> bool:
    """Whether an entity of these classes is itself a class or a position, whose label is to be kept."""
    return HUMAN not in classes and (subclass or not classes.isdisjoint(POSITIONS))


@cache
def iso_codes() -> Mapping[str, str]:
    """The ISO code of a country by its QID.

    >>> iso_codes()["Q17"]
    'jp'
    """
    codes = mapping("country_codes", "name", "code")
    found = {row["qid"]: codes[row["name"]] for row in rows("links_states") if row["name"] in codes}
    return MappingProxyType(found)
