"""Prints merged people, and like names kept apart, drawn at random, for a reader to judge: is it one person?

    python benchmarks/sample_identity.py CABLES DATA.nq [--gazetteer FILE] [--count 100] [--seed 1] [--apart]

CABLES are what DATA was converted from. Of a merged person one alias is shown against the name that stands for it; a
pair kept apart has a country and a family name in common, and given names that do not speak against it.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path

import cablerdf
from cablerdf.link.identity.merge import Merge, merges
from cablerdf.link.identity.overrides import Overrides
from cablerdf.link.identity.seen import Seen
from cablerdf.link.identity.sightings import Sightings
from cablerdf.link.linker import Linker
from cablerdf.link.names.compare import fit
from cablerdf.pipeline.links.data import cables
from cablerdf.pipeline.work.linking import linking
from cablerdf.rdf.terms import DEFAULT_BASE

CONTEXT = 150  # characters around a name
SHOWN = 2  # places in a cable

Pair = tuple[str, list[Seen], list[Seen]]


def everybody(data: Path, gazetteers: Iterable[Path]) -> tuple[list[Seen], Sightings]:
    """The people of the data, and the same with the links of the linker."""
    linker = Linker.open(linking(tuple(gazetteers)).files)
    found = [pair for part in cables([data], DEFAULT_BASE) for pair in part.people()]
    links = {seen.person: qid for seen, mention in found if (qid := linker.decide(mention).qid) is not None}
    people = [seen for seen, _mention in found]
    return people, Sightings(people, links)


def merged(people: dict[str, list[Seen]], found: list[Merge], chance: random.Random) -> list[Pair]:
    """Each person of several IRIs: one alias, and the rule by which it was merged."""
    groups: dict[str, list[Merge]] = defaultdict(list)
    for one in found:
        groups[one.person].append(one)
    drawn = [chance.choice(groups[person]) for person in sorted(groups)]
    return [(one.rule, people[one.alias], people[one.person]) for one in drawn]


def apart(people: dict[str, list[Seen]], found: list[Merge], chance: random.Random) -> list[Pair]:
    """Pairs of like names that are not merged, one of each family name."""
    into = {one.alias: one.person for one in found}
    families: dict[tuple[str, str], list[str]] = defaultdict(list)
    for person, seen in people.items():
        if seen[0].country and seen[0].family:
            families[seen[0].family, seen[0].country].append(person)
    alone = [
        [
            ("kept apart", people[one], people[other])
            for one, other in combinations(names, 2)
            if into.get(one, one) != into.get(other, other) and alike(people[one][0], people[other][0])
        ]
        for names in families.values()
    ]
    return [chance.choice(pairs) for pairs in alone if pairs]


def alike(one: Seen, other: Seen) -> bool:
    """Whether two names of one family do not speak against one person."""
    if len(one.words) == 1 or len(other.words) == 1:
        return one.post == other.post
    return not fit(one.words, other.words).conflict


def contexts(text: str, name: str) -> Iterator[str]:
    """The places of a text where the last word of a name stands."""
    word = max(re.findall(r"[^\W\d_]+", name.partition(",")[0]), key=len, default=name)
    for number, place in enumerate(re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)):
        if number < SHOWN:
            yield " ".join(text[max(0, place.start() - CONTEXT) : place.end() + CONTEXT].split())


def show(seen: list[Seen], texts: dict[str, str], chance: random.Random) -> None:
    """One person in one cable, drawn from those where it stands."""
    one = chance.choice(seen)
    print(f"  {one.name} ({one.country}) {list(one.titles)} {one.cable} {one.month}; {len(seen)} cables")
    for line in contexts(texts.get(one.cable, ""), one.name):
        print(f"      > {line}")


def main() -> None:
    """Draw and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cables", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--gazetteer", action="append", type=Path, default=[])
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--apart", action="store_true", help="like names kept apart, not merges")
    parser.add_argument("--rule", help="merges by this rule only, by its first letters")
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    people: dict[str, list[Seen]] = defaultdict(list)
    everyone, sightings = everybody(asked.data, asked.gazetteer)
    for one in everyone:
        people[one.person].append(one)
    drawn = (apart if asked.apart else merged)(people, merges(sightings, Overrides()), chance)
    pairs = [pair for pair in drawn if pair[0].startswith(asked.rule or "")]
    texts = {
        document.name.rpartition("/")[2].partition(".")[0]: document.text for document in cablerdf.read(asked.cables)
    }
    print(f"{len(pairs):,} pairs of {len(people):,} people")
    for number, (rule, one, other) in enumerate(chance.sample(pairs, min(asked.count, len(pairs))), 1):
        print(f"[{number}] {rule}")
        show(one, texts, chance)
        show(other, texts, chance)


if __name__ == "__main__":
    main()
