"""The people of a collection for those who look after them: who they are, and which pairs are doubtful, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cablerdf.link.identity.groups import Join
from cablerdf.link.identity.joining import NOTHING, Joining
from cablerdf.link.identity.judgements import mappings, unsure, waterfall
from cablerdf.link.identity.people import joined, people_in
from cablerdf.link.sssom import table
from cablerdf.pipeline.people.gathering import rolls
from cablerdf.pipeline.people.told import told_by
from cablerdf.store.access import Access

WIDE = 60  # characters of titles


class Asked(NamedTuple):
    """What is asked for: files or a store, how to reach it, what is told by hand, how many to list."""

    sources: tuple[str, ...]
    access: Access
    curated: Path | None = None
    limit: int = 0  # 0: all

    def joining(self) -> Joining:
        """The joins between whom the cables name."""
        told = told_by(self.curated, self.access.base) if self.curated is not None else NOTHING
        return joined(rolls(self.sources, self.access), told)


def listed(asked: Asked) -> Iterator[str]:
    """A line for each person, those of most cables first, with what joined the mentions."""
    joining = asked.joining()
    rules: dict[int, Counter[str]] = defaultdict(Counter)
    for join in joining.groups.joins:
        rules[joining.groups.root(join.one)][join.rule] += 1
    people = sorted(people_in(joining.groups), key=lambda one: (-len(one.sightings), one.name, one.locals))
    number = {sighting.person.local: n for n, sighting in enumerate(joining.sightings)}
    for person in people[: asked.limit or None]:
        why = rules[joining.groups.root(number[person.locals[0]])]
        told = ", ".join(f"{rule} {count}" for rule, count in sorted(why.items()))
        where = f" ({person.country})" if person.country else ""
        named = f"{len(person.sightings):>6}  {person.name}{where}  person:{person.locals[0]}"
        yield f"{named}  {told}" if told else named


def doubtful(asked: Asked) -> Iterator[str]:
    """Pairs that were not sure enough, the likeliest first: both, what speaks for and against, and rows to paste."""
    joining = asked.joining()
    for join in unsure(joining)[: asked.limit or None]:
        yield pair(joining, join)


def pair(joining: Joining, join: Join) -> str:
    """One doubtful pair."""
    one, other = (joining.sightings[number].person.local for number in (join.one, join.other))
    total = 0.0
    steps = []
    for name, part in waterfall(joining, join.values):
        total += part
        steps.append(f"      {part:+6.2f}  {total:+6.2f}  {name}")
    return "\n".join(
        (
            f"{join.score:.2f}  {join.rule}",
            f"      {described(joining, join.one)}",
            f"      {described(joining, join.other)}",
            *steps,
            f"person:{one},same,,person:{other},",
            f"person:{one},different,,person:{other},",
            "",
        )
    )


def described(joining: Joining, number: int) -> str:
    """A mention in a line: name, titles, country, cable, and how many cables its group has."""
    sighting = joining.sightings[number]
    person = sighting.person
    titles = "; ".join(person.titles)
    facts = (person.name, titles[:WIDE], person.country or "", sighting.cable, (sighting.date or "")[:10])
    cables = len(joining.groups.of(joining.groups.root(number)))
    return ", ".join(fact for fact in facts if fact) + (f" (one of {cables})" if cables > 1 else "")


def sssom(asked: Asked) -> str:
    """All that is judged as an SSSOM table."""
    return table(mappings(asked.joining(), version("cablerdf")), asked.access.base, "people")
