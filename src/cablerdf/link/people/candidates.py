"""Which people of a gazetteer a name may mean: those who share a word, or the sound of one."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from cablerdf.link.gazetteer.reader import Entity, Gazetteer, Named
from cablerdf.link.names.compare import Fit, family_of, fit, other_middle
from cablerdf.link.names.fold import plain
from cablerdf.link.people.mention import Mention
from cablerdf.sound import sound
from cablerdf.vocab.tables import rows

COMMON = 1200  # people: a word that more have narrows nothing down
RARE = 25  # people: a word that as few have is enough
KEPT = 24  # candidates that are weighed, of a full name
# Howard, 3rd Earl of X: who is called by the title. Rahman (judge): somebody else of the name is better known.
QUALIFIED = re.compile(r", \d+(?:st|nd|rd|th) |\([^()]+\)$")
QUALIFIED_GIVEN = 0.8
LEAST = 0.45  # of a name's fit, below which it is no candidate


class Candidate(NamedTuple):
    """A person of a gazetteer who may be meant."""

    entity: Entity
    fit: Fit
    gazetteer: int  # which of the gazetteers


class Found(NamedTuple):
    """The candidates for a mention, and how many people of that country bear its words.

    `bearers` is how many bear a family name that stands alone, in any country, `spelt` whether a candidate bears the
    family name as it is printed.
    """

    candidates: list[Candidate]
    family: int
    given: int
    bearers: int
    spelt: bool


def find(mention: Mention, gazetteers: tuple[Gazetteer, ...]) -> Found:
    """The candidates, best fit first."""
    words = mention.words
    family = given = bearers = 0
    kept: dict[str, Candidate] = {}
    for place, gazetteer in enumerate(gazetteers):
        numbers, f, g = blocked(words, mention.country, gazetteer)
        family, given = family + f, given + g
        if numbers and len(words) == 1:
            common = gazetteer.small and words[0] in family_names()
            bearers += len(gazetteer.found(words[0], None, COMMON)) + common
        for person in gazetteer.people(numbers):
            best = compared(words, person)
            if best is not None and best.total >= LEAST:
                entity = gazetteer.entity(person.number)
                before = kept.get(entity.qid)
                if before is None or before.fit.total < best.total:
                    kept[entity.qid] = Candidate(entity, best, place)
    ranked = sorted(kept.values(), key=lambda one: (-one.fit.total, int(one.entity.qid[1:])))
    spelt = any(one.fit.family == 1.0 and not one.fit.conflict for one in ranked)
    return Found(ranked, family, given, bearers, spelt)


def compared(words: tuple[str, ...], person: Named) -> Fit | None:
    """How printed words fit the name that they fit best."""
    best = max(
        (fit(words, name, person.country or None) for name in person.names), key=attrgetter("total"), default=None
    )
    if best is None:
        return None
    if QUALIFIED.search(person.label):
        best = best._replace(exact=False, given=min(best.given, QUALIFIED_GIVEN))
    if best.given and other_middle(words, person.names, person.country):
        best = best._replace(exact=False, conflict=True)
    return best


@cache
def family_names() -> frozenset[str]:
    """Family names that many bear, whoever of them a small gazetteer may have."""
    return frozenset(plain(row["name"]) for row in rows("family_names"))


def blocked(words: tuple[str, ...], country: str | None, gazetteer: Gazetteer) -> tuple[list[int], int, int]:
    """Entities worth comparing, and how many share the family name and the rarest given name."""
    long = [word for word in words if len(word) > 1]
    if not long:
        return [], 0, 0
    family_word = words[family_of(words, country)]
    exact = {word: postings(gazetteer, word, country) for word in dict.fromkeys(long)}
    family = len(exact.get(family_word, ()))
    given = min((len(found) for word, found in exact.items() if word != family_word), default=0)
    votes: Counter[int] = Counter()
    sure: set[int] = set()  # who shares a word that narrows enough down by itself
    for word, found in exact.items():
        near = found
        if len(words) > 1 or len(word) > 4:
            heard = postings(gazetteer, "~" + sound(word), country)
            near = found | heard if len(heard) <= COMMON else found
        votes.update(near)
        if word == family_word or len(near) <= RARE:
            sure |= near
    if len(words) == 1:
        return sorted(votes)[:COMMON], family, given
    chosen = sorted((-count, i not in sure, i) for i, count in votes.items() if count > 1 or i in sure)
    return [i for _count, _sure, i in chosen[:KEPT]], family, given


def postings(gazetteer: Gazetteer, key: str, country: str | None) -> set[int]:
    """Who has a key: of a country or of none that is known, where it is given."""
    return set(gazetteer.found(key, country, COMMON))
