"""People, organisations and places that a cable names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from cablerdf.model.span import Span

EntityKind = Literal["person", "organization", "place"]
PlaceKind = Literal["country", "city", "region", "place"]
Method = Literal["list", "narrative", "inferred", "header"]


class Mention(NamedTuple):
    """One printed form of an entity: `entity` is the index in the cable's list of that kind.

    `paragraph` is the index in `Cable.paragraphs`, None in the header or signature.
    """

    kind: EntityKind
    entity: int
    span: Span
    paragraph: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person, once a cable, in the fullest form that the cable gives.

    `country` is a short plain name ("US", "Japan"); None where it is not known.
    `method` and `rule` say how the person was found, `confidence` (0 to 1) how sure that is;
    `country_rule` how the country is known. `wikidata` is a QID, set by linking alone.
    """

    name: str
    titles: tuple[str, ...] = ()
    country: str | None = None
    span: Span
    method: Method = "narrative"
    rule: str = ""
    country_rule: str = ""
    confidence: float = 1.0
    wikidata: str | None = None
    link_confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A named body; `abbreviation` and `aliases` are other printed forms of it in the cable.

    `country` is told of what many countries have, a ministry or a parliament; `country_rule` how it is known.
    """

    name: str
    abbreviation: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    country_rule: str = ""
    span: Span
    confidence: float = 1.0
    wikidata: str | None = None
    link_confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named country, city or region; `country` is the one it lies in, where known."""

    name: str
    kind: PlaceKind = "place"
    aliases: tuple[str, ...] = ()
    country: str | None = None
    span: Span
    confidence: float = 1.0
    wikidata: str | None = None
    link_confidence: float | None = None
