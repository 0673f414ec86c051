"""What is found cable by cable, and kept: one link a thing, everybody who was seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from cablerdf.link.linker import Linker, territory
from cablerdf.link.people.decide import Decision
from cablerdf.link.tables import bodies
from cablerdf.link.tables.territories import Found, post_city
from cablerdf.model.link import Link
from cablerdf.pipeline.links.data import TAG, Data
from cablerdf.pipeline.work.linking import COMPOSITE, LEXICAL, LIKELY, SAME, named, tool
from cablerdf.rdf.terms import CAB, SKOS
from cablerdf.vocab.tables import rows

RELATED = SKOS + "relatedMatch"


class Best(NamedTuple):
    """The surest link of a person so far; `qid` is None where cables lead to two people."""

    qid: str | None
    label: str
    target: str
    surest: bool
    confidence: float
    cable: str
    reason: str
    cables: int

    @classmethod
    def of(cls, label: str, cable: str, decision: Decision) -> Best:
        """That of one cable."""
        target = decision.best.entity.label if decision.best is not None else ""
        confidence = decision.confidence or 0.0
        return cls(decision.qid, label, target, decision.surest, confidence, cable, decision.reason, 1)

    def beside(self, other: Best) -> Best:
        """The better of two, for both."""
        best = max(self, other, key=lambda one: (one.surest, one.confidence, one.cable))
        qid = self.qid if self.qid == other.qid else None
        return best._replace(qid=qid, cables=self.cables + other.cables)


class Unknown:
    """Names of people whom nothing knows."""

    def __init__(self, linker: Linker) -> None:
        self.linker = linker
        self.names: set[str] = set()

    def take(self, data: Data) -> None:
        """Look at one cable."""
        self.names |= {
            seen.name
            for seen in data.people()
            if len(seen.mention.words) > 1 and self.linker.decide(seen.mention).verdict == "none"
        }


class Links:
    """The links of everything that is named, and who was seen where."""

    def __init__(self, linker: Linker) -> None:
        self.linker = linker
        self.people: dict[str, Best] = {}  # by the person of a cable
        self.one: dict[str, str] = {}  # a person of a cable who is linked, the person of the collection
        self.named: dict[str, tuple[str | None, Found | None]] = {}  # its first label; None: several things
        self.posts: dict[str, None] = {}
        self.tags: set[str] = set()

    def take(self, data: Data) -> None:
        """Link what one cable names."""
        for seen in data.people():
            decision = self.linker.decide(seen.mention) if self.linker.gazetteers else None
            if decision is not None and decision.qid is not None:
                self.people[seen.iri] = Best.of(seen.name, seen.cable, decision)
        self.one |= {local: one for local, one in data.one.items() if local in self.people}
        for iri, label, found in (*self.bodies(data), *places(data)):
            first, before = self.named.get(iri, (label, found))
            same = before is not None and before.qid == found.qid
            surest = max(before or found, found, key=lambda one: one.confidence)
            self.named[iri] = (first, surest if same else None)
        self.posts |= data.kinds["Post"]
        self.tags |= data.tags.keys()

    def bodies(self, data: Data) -> Iterator[tuple[str, str, Found]]:
        """Organisations that mean an entity, in each cable."""
        printed: dict[str, list[tuple[str, list[str]]]] = {}
        for iri, cable in data.places("Organization"):
            names = [*data.of(SKOS + "prefLabel", iri, cable), *data.of(SKOS + "altLabel", iri, cable)]
            if names:
                printed.setdefault(cable, []).append((iri, names))
        for cable, bodies_of in printed.items():
            beside = frozenset(bodies.key(name) for _iri, names in bodies_of for name in names)
            date = data.about(cable)[0]
            for iri, names in bodies_of:
                found = self.linker.body(names, data.country(iri, cable), date, beside)
                if found is not None:
                    yield iri, names[0], found

    def together(self) -> dict[str, Best]:
        """The best link of each person of the collection; of one of a cable where the data tells of no collection."""
        found: dict[str, Best] = {}
        for local, best in self.people.items():
            person = self.one.get(local, local)
            found[person] = found[person].beside(best) if person in found else best
        return found

    def all(self, source: str | None) -> Iterator[Link]:
        """One link a thing; none where the cables lead to two."""
        for person, best in self.together().items():
            if best.qid is not None:
                yield Link(
                    subject=person, target=best.qid, predicate=SAME if best.surest else LIKELY, accepted=True,
                    confidence=best.confidence, justification=COMPOSITE, **tool(), source_version=source,
                    subject_label=best.label, target_label=best.target,
                    comment=f"{best.reason}; cables: {best.cables}",
                )  # fmt: skip
        for iri, (label, found) in self.named.items():
            if found is not None:
                yield named(iri, label, found)
        for iri in self.posts:
            city = post_city(iri.rpartition("/")[2])
            if city is not None:
                link = named(iri, None, city)
                yield replace(link, predicate=RELATED, accepted=False, comment="the city of the post")
        yield from term_links(self.tags)


def places(data: Data) -> Iterator[tuple[str, str, Found]]:
    """Countries, regions and cities that mean an entity, in each cable."""
    for iri, cable in data.places("Place"):
        names = data.of(SKOS + "prefLabel", iri, cable)
        kind = next(iter(data.of(CAB + "placeKind", iri, cable)), "").rpartition("/")[2]
        if names:
            date, post, _signer = data.about(cable)
            found = territory(names[:1], kind, data.country(iri, cable), date, post)
            if found is not None:
                yield iri, names[0], found


def term_links(tags: Iterable[str]) -> Iterator[Link]:
    """Links of the TAGS concepts that the cables bear."""
    table = {row["code"]: row for row in rows("links_tags")}
    for iri in sorted(tags):
        row = table.get(iri.removeprefix(TAG))
        if row is not None:
            yield Link(
                subject=iri, target=row["qid"], predicate=SKOS + row["predicate"], confidence=0.99, **tool(),
                justification=LEXICAL, subject_label=row["code"], accepted=True, comment=row["evidence"],
            )  # fmt: skip
