"""What was judged of pairs of mentions, as rows: no row is ever taken out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cablerdf.link.identity.groups import Join
from cablerdf.link.identity.joining import TOLD, Joining
from cablerdf.link.identity.sides import Sighting
from cablerdf.link.identity.weighing import evidence

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"


class Judgement(NamedTuple):
    """What was judged of two mentions, each by cable, name and the place of the name in it (`12:345-352`).

    `evidence` has the steps that make the log of the odds of `score`; `made` and `ended` are runs, by what they rest
    on.
    """

    cable: str
    name: str
    span: str
    other_cable: str
    other_name: str
    other_span: str
    verdict: str
    rule: str
    score: str
    evidence: str
    version: str
    made: str
    ended: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two rows say the same, whoever made them when."""
        return self[:-3]


def judged(joining: Joining, version: str, run: str) -> Iterator[Judgement]:
    """What a run judges, in the order of its mentions."""
    for join, verdict in verdicts(joining):
        one, other = (mention(joining.sightings[number]) for number in join[:2])
        yield Judgement(
            *one, *other, verdict, join.rule, f"{join.score:.3f}", evidence(join, joining.model), version, run
        )


def mention(sighting: Sighting) -> tuple[str, str, str]:
    """The key of a mention: it survives that its cable is read anew."""
    return sighting.cable, sighting.person.name, sighting.person.at


def mappings(joining: Joining, version: str) -> Iterator[tuple[str | None, ...]]:
    """What a run judges as rows of an SSSOM table, by `cablerdf.link.sssom.COLUMNS`."""
    for join, verdict in verdicts(joining):
        one, other = (joining.sightings[number].person for number in join[:2])
        told = join.rule == TOLD
        yield (
            f"id:person/{one.local}", one.name, "owl:sameAs" if verdict != UNSURE else "skos:closeMatch",
            "Not" if verdict == DIFFERENT else None, f"id:person/{other.local}", other.name,
            "semapv:ManualMappingCuration" if told else "semapv:CompositeMatching", f"{join.score:.3f}",
            None if told else "cablerdf", None if told else version, None, None, join.rule,
        )  # fmt: skip


def verdicts(joining: Joining) -> list[tuple[Join, str]]:
    """What is judged of each pair, in the order of the mentions."""
    found = [(join, SAME) for join in joining.groups.joins]
    found += [(join, UNSURE) for join in unsure(joining)]
    found += [(Join(one, other, TOLD, 1.0), DIFFERENT) for one, other in joining.different]
    return sorted(found, key=lambda pair: pair[0][:3])


def unsure(joining: Joining) -> list[Join]:
    """Pairs that were not sure enough, are not one by others either, nor told to be two; the likeliest first."""
    root, apart = joining.groups.root, joining.groups.apart
    pairs = ((join, root(join.one), root(join.other)) for join in joining.doubtful)
    found = [join for join, one, other in pairs if one != other and other not in apart.get(one, ())]
    return sorted(found, key=lambda join: (-join.score, join.one, join.other))
