"""What the cables of a run hold, counted as they are written: for the description of the dataset.

Most things belong to one cable, whose key is in their IRI: their numbers add up. What several
cables may name (a person, a body, a place, a post) is known by eight bytes of a hash, so that a
quarter of a million cables need no large memory.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from operator import itemgetter
from typing import Any

from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import CAB, DCTERMS, RDF_TYPE

PREDICATE = itemgetter(1)
ISSUED = DCTERMS + "issued"
SHOWN = (CAB + "Meeting", CAB + "Person")  # of these the first one is an example


@lru_cache(maxsize=16_384)
def short_hash(iri: str) -> int:
    """An IRI in eight bytes."""
    return int.from_bytes(blake2b(iri.encode(), digest_size=8).digest())


@dataclass
class Counts:
    """What a cable holds, or some cables together."""

    things: int = 0  # that belong to one cable alone, whatever their classes
    properties: Counter[str] = field(default_factory=Counter)  # statements by property
    classes: Counter[str] = field(default_factory=Counter)  # things of one cable alone, by class
    shared: dict[str, set[int]] = field(default_factory=dict)  # class to hashes of what others may name too
    examples: dict[str, str] = field(default_factory=dict)  # class to the first of its kind
    first: str = ""  # year
    last: str = ""

    @classmethod
    def of(cls, quads: list[Quad], key: str) -> Counts:
        """What the quads of the cable with this key hold."""
        year = next((str(quad[2][0])[:4] for quad in quads if quad[1] == ISSUED), "")
        found = cls(properties=Counter(map(PREDICATE, quads)), first=year, last=year)
        things: set[str] = set()
        own = f"/{key}"
        for subject, kind in [(quad[0], quad[2]) for quad in quads if quad[1] == RDF_TYPE]:
            assert isinstance(kind, str)
            if own in subject:
                found.classes[kind] += 1
                things.add(subject)
            else:
                found.shared.setdefault(kind, set()).add(short_hash(subject))
            if kind in SHOWN:
                found.examples.setdefault(kind, subject)
        found.things = len(things)
        return found

    def merge(self, later: Counts) -> None:
        """Count what comes after."""
        self.things += later.things
        self.properties.update(later.properties)
        self.classes.update(later.classes)
        for kind, hashes in later.shared.items():
            self.shared.setdefault(kind, set()).update(hashes)
        self.examples = {**later.examples, **self.examples}
        self.first = min(filter(None, (self.first, later.first)), default="")
        self.last = max(self.last, later.last)

    def without(self, known: Counts) -> Counts:
        """The same without the shared things that are known already."""
        fresh = {kind: hashes - known.shared.get(kind, set()) for kind, hashes in self.shared.items()}
        return Counts(self.things, self.properties, self.classes, fresh, self.examples, self.first, self.last)

    @property
    def statements(self) -> int:
        """Statements, counted in the graph of each cable."""
        return self.properties.total()

    @property
    def entities(self) -> int:
        """Things, each once, whatever its classes."""
        return self.things + len(set[int]().union(*self.shared.values()))

    def by_class(self) -> dict[str, int]:
        """Class to the number of its things."""
        kinds = self.classes.keys() | self.shared.keys()
        return {kind: self.classes[kind] + len(self.shared.get(kind, ())) for kind in sorted(kinds)}

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        shared = {kind: sorted(hashes) for kind, hashes in self.shared.items() if hashes}
        return {
            "things": self.things, "properties": self.properties, "classes": self.classes, "shared": shared,
            "examples": self.examples, "years": [self.first, self.last],
        }  # fmt: skip

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Counts:
        """What `to_json` wrote."""
        shared = {kind: set(hashes) for kind, hashes in values["shared"].items()}
        properties, classes = Counter(values["properties"]), Counter(values["classes"])
        return cls(values["things"], properties, classes, shared, values["examples"], *values["years"])
