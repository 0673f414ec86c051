"""Who of the collection may be meant by a name: candidates from the search index, each with a score from 0 to 100.

An exact name scores 100, another name under which somebody is known 95, less the more letters differ. A family
name alone is nobody's exact name. What is asked of the country raises or lowers the score.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.fuzz import token_sort_ratio

from cablerdf.latin import without_marks
from cablerdf.serve.site import Site
from cablerdf.store.search.find import Entity
from cablerdf.store.search.misspelt import meant

TYPES = {"Person": "person", "Organization": "organization", "Place": "place"}
CALLED = {"Person": "Person", "Organization": "Organisation", "Place": "Place"}
LOOKED_AT = 40  # candidates of a name that are scored
EXACT, ALIAS, FAMILY_NAME, LIKE = 100.0, 95.0, 75.0, 90.0  # the most that each is worth
OTHER_COUNTRY = 0.6  # by which the score of somebody of another country is multiplied
NAMES = """SELECT DISTINCT ?thing ?name WHERE {
  VALUES ?thing { $things } ?thing foaf:name|skos:prefLabel|skos:altLabel ?name }"""


class Asked(NamedTuple):
    """A query: the name, the kinds that may be meant (none: all), the countries, how many candidates at most."""

    name: str
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    limit: int = 5


class Candidate(NamedTuple):
    """Somebody or something that may be meant; `match` where nothing else can be.

    `alike` is how much the name is like the one asked for; the score is less where the country is another.
    """

    entity: Entity
    score: float
    match: bool
    alike: float


def candidates(site: Site, asked: Iterable[Asked]) -> list[list[Candidate]]:
    """For each query its candidates, the best first; one look into the store for all of them."""
    queries = list(asked)
    found = [candidates_for(site, query) for query in queries]
    iris = sorted({entity.iri for entities in found for entity in entities})
    names: dict[str, set[str]] = {}
    for row in site.select(NAMES, things=" ".join(f"<{iri}>" for iri in iris)) if iris else []:
        names.setdefault(row["thing"].value, set()).add(row["name"].value)
    return [ranked(query, entities, names) for query, entities in zip(queries, found, strict=True)]


def candidates_for(site: Site, asked: Asked) -> list[Entity]:
    """Those whose name has all the words; where nobody's has, those who have them put right, or some of them."""
    words = [word for word in normal(asked.name).split() if word]
    if not words:
        return []
    kinds = asked.kinds or tuple(TYPES.values())
    every = " ".join(words)
    found = [entity for kind in kinds for entity in site.index.entities(every, kind=kind, limit=LOOKED_AT)]
    if not found:
        found = [e for kind in kinds for e in meant(site.index, every, kind=kind, limit=LOOKED_AT)]
        longest = sorted(set(words), key=lambda word: (-len(word), word))[:3]
        each = LOOKED_AT // len(longest)
        found += [e for kind in kinds for word in longest for e in site.index.entities(word, kind=kind, limit=each)]
    return list(dict.fromkeys(found))


def ranked(asked: Asked, entities: list[Entity], names: dict[str, set[str]]) -> list[Candidate]:
    """The candidates with their scores; one matches where it alone, of the countries asked, has the exact name."""
    wanted = normal(asked.name)
    scored = []
    exact: list[str] = []
    for entity in entities:
        others = {normal(name) for name in names.get(entity.iri, ())}
        score = alike = likeness(wanted, normal(entity.label), others, entity.kind)
        if asked.countries and not of_country(entity, asked.countries):
            score *= OTHER_COUNTRY
        elif score >= ALIAS:
            exact.append(entity.iri)
        scored.append((round(score, 1), entity, round(alike, 1)))
    scored.sort(key=lambda one: (-one[0], -one[1].cables, one[1].label, one[1].iri))
    return [Candidate(entity, score, exact == [entity.iri], alike) for score, entity, alike in scored[: asked.limit]]


def likeness(wanted: str, label: str, names: set[str], kind: str) -> float:
    """How much a name is like those that something has, from 0 to 100.

    >>> likeness("ana reis", "ana reis", {"reis"}, "person"), likeness("reis", "ana reis", {"reis"}, "person")
    (100.0, 75.0)
    """
    whole = kind != "person" or " " in wanted
    if wanted == label:
        return EXACT if whole else FAMILY_NAME
    if wanted in names:
        return ALIAS if whole else FAMILY_NAME
    best = max(token_sort_ratio(wanted, name) for name in (label, *names))
    return float(best) * LIKE / 100


def of_country(entity: Entity, countries: tuple[str, ...]) -> bool:
    """Whether something is of one of the countries, told by their names or the ends of their IRIs."""
    told = {normal(country.rpartition("/")[2].replace("-", " ")) for country in countries}
    return normal(entity.note) in told


# A folding of its own: programs ask in any script, so no letters are left out; likeness is measured, not looked up.
def normal(name: str) -> str:
    """A name for comparison: letters without marks, small, single blanks; `Merkel, Angela` the other way round.

    >>> normal("Müller,  José")
    'jose muller'
    """
    family, comma, given = name.partition(",")
    turned = f"{given} {family}" if comma and "," not in given else name
    return " ".join(re.findall(r"\w+", without_marks(turned.casefold())))
