"""The people of a collection for those who look after them: who they are, and which pairs are doubtful, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from cablerdf.link.identity.groups import Join
from cablerdf.link.identity.joining import NOTHING, Joining
from cablerdf.link.identity.judgements import mappings, unsure
from cablerdf.link.identity.people import joined, people_in
from cablerdf.link.identity.weighing import waterfall
from cablerdf.link.sssom import table
from cablerdf.pipeline.people.curated import verdicts_in
from cablerdf.pipeline.people.gathering import rolls
from cablerdf.plain import TOGETHER, wrapped
from cablerdf.store.access import Access

WIDE = 60  # characters of titles
WORDS = {  # of the steps of a judgement, by the names that the register has for them
    "bias": "to begin with",
    "exact": "the same full name",
    "fuller": "one has more names",
    "misspelt": "family name spelt otherwise",
    "given": "given names",
    "initial": "given names not quite the same",
    "namesakes": "two may share such a name",
    "short": "a family name alone",
    "short_first": "it stands among the other's given names",
    "short_bearers": "bearers of the family name",
    "office": "the same office",
    "office_full": "office and portfolio agree",
    "office_kin": "kindred offices",
    "office_clash": "offices differ",
    "office_none": "no offices to compare",
    "office_years": "years between the offices",
    "office_alone": "an office that one holds",
    "short_office": "family name with the office",
    "short_alone": "family name with an office that one holds",
    "short_none": "family name without office",
    "country_unknown": "country unknown",
    "country_other": "another country",
    "post": "the same post",
    "company": "named with the same people",
    "years": "years between the cables",
    "short_named": "the other is often named then",
    "clash_minor": "none of the offices is high",
    "alone_years": "years between in an office that one holds",
    "short_posts": "posts that name the other",
    "doubt": "more is asked for",
    "rivals": "others may be meant",
    "calibration": "by experience",
}


class Asked(NamedTuple):
    """What is asked for: files or a store, how to reach it, what is told by hand, how many to list."""

    sources: tuple[str, ...]
    access: Access
    curated: Path | None = None
    limit: int = 0  # 0: all

    def joining(self) -> Joining:
        """The joins between whom the cables name."""
        told = verdicts_in(self.curated, self.access.base) if self.curated is not None else NOTHING
        return joined(rolls(self.sources, self.access), told)


def listed(asked: Asked) -> Iterator[str]:
    """The people, those of most cables first: who it is in one line, with what joined the mentions in the next."""
    joining = asked.joining()
    rules: dict[int, Counter[str]] = defaultdict(Counter)
    for join in joining.groups.joins:
        rules[joining.groups.root(join.one)][join.rule] += 1
    people = sorted(people_in(joining.groups), key=lambda one: (-len(one.sightings), one.name, one.locals))
    number = {sighting.person.local: n for n, sighting in enumerate(joining.sightings)}
    for person in people[: asked.limit or None]:
        why = rules[joining.groups.root(number[person.locals[0]])]
        told = ", ".join(f"{rule} {count}".replace(" ", TOGETHER) for rule, count in sorted(why.items()))
        where = f" ({person.country})" if person.country else ""
        named = f"{len(person.sightings):>6}  {person.name}{where}  person:{person.locals[0]}"
        yield wrapped(named, 8)
        if told:
            yield wrapped(f"{'':8}{told}")


def doubtful(asked: Asked) -> Iterator[str]:
    """Pairs that were not sure enough: both, what speaks for and against, and rows to paste."""
    joining = asked.joining()
    for join in worthwhile(joining)[: asked.limit or None]:
        yield pair(joining, join)


def worthwhile(joining: Joining) -> list[Join]:
    """Of two groups the likeliest pair; those that probably bring most cables together come first."""
    groups = joining.groups
    best: dict[tuple[int, ...], Join] = {}
    for join in unsure(joining):
        best.setdefault(tuple(sorted(map(groups.root, (join.one, join.other)))), join)
    worth = {roots: join.score * min(len(groups.of(root)) for root in roots) for roots, join in best.items()}
    return [best[roots] for roots in sorted(best, key=lambda roots: -worth[roots])]


def pair(joining: Joining, join: Join) -> str:
    """One doubtful pair."""
    one, other = (joining.sightings[number].person.local for number in (join.one, join.other))
    steps = waterfall(join, joining.model)
    parts = ", ".join(f"{WORDS[name]}{TOGETHER}{part:+.2f}" for name, part in steps)
    total = sum(part for _name, part in steps)
    return "\n".join(
        (
            f"{join.score:.2f}  {join.rule}",
            *(wrapped(f"{'':6}{described(joining, number)}") for number in (join.one, join.other)),
            wrapped(f"{'':6}{parts}: {total:+.2f}"),
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
    return ", ".join(fact for fact in facts if fact) + (f" (one{TOGETHER}of{TOGETHER}{cables})" if cables > 1 else "")


def sssom(asked: Asked) -> str:
    """All that is judged as an SSSOM table."""
    return table(mappings(asked.joining(), version("cablerdf")), asked.access.base, "people")
