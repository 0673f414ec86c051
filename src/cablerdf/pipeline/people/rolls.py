"""What the quads of a cable say of the people whom it names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from urllib.parse import unquote

from cablerdf.link.identity.roll import Named, Roll
from cablerdf.rdf.quads import Quad
from cablerdf.rdf.terms import CAB, DCTERMS, FOAF, ITSRDF, NIF, OWL, RDF_TYPE, SCHEMA, SKOS, WIKIDATA

TYPE, PERSON, CABLE = RDF_TYPE, CAB + "Person", CAB + "Cable"
NAME, OTHER, TITLE, COUNTRY, LABEL = (
    FOAF + "name", SKOS + "altLabel", SCHEMA + "jobTitle", CAB + "country", SKOS + "prefLabel"
)  # fmt: skip
ISSUED, FROM, SIGNED = DCTERMS + "issued", DCTERMS + "creator", CAB + "signedBy"
MENTIONED, CONTEXT, BEGIN, END = (
    ITSRDF + "taIdentRef", NIF + "referenceContext", NIF + "beginIndex", NIF + "endIndex"
)  # fmt: skip
WHO, STANDS_FOR = CAB + "participant", CAB + "delegation"  # of a participation
SURE, LIKELY = OWL + "sameAs", SCHEMA + "sameAs"
OF_PLACES = frozenset({CONTEXT, BEGIN, END})
OF_THINGS = frozenset(
    {NAME, OTHER, TITLE, COUNTRY, LABEL, ISSUED, FROM, SIGNED, MENTIONED, SURE, LIKELY, WHO, STANDS_FOR}
)
KEPT = OF_THINGS | OF_PLACES


class Said:
    """What some quads say of people, by subject and predicate, in their order."""

    def __init__(self) -> None:
        self.kinds: dict[str, list[str]] = {PERSON: [], CABLE: []}
        self.values: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self.mentions: dict[str, str] = {}  # a person, the first mention
        self.parts: dict[str, list[str]] = defaultdict(list)  # of a person, in meetings

    def take(self, subject: str, predicate: str, value: str) -> None:
        """Keep what counts of one statement."""
        if predicate == TYPE:
            if value in self.kinds:
                self.kinds[value].append(subject)
        elif predicate in KEPT:
            self.values[subject].setdefault(predicate, []).append(value)
            if predicate == MENTIONED:
                self.mentions.setdefault(value, subject)
            elif predicate == WHO:
                self.parts[value].append(subject)

    def one(self, subject: str, predicate: str) -> str | None:
        """The first value of a property."""
        found = self.values[subject].get(predicate)
        return found[0] if found else None

    def all(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values of a property."""
        return tuple(self.values[subject].get(predicate, ()))

    def roll(self, key: str) -> Roll:
        """The roll of the cable with this key."""
        cable = self.kinds[CABLE][0] if self.kinds[CABLE] else ""
        issued, post = self.one(cable, ISSUED), self.one(cable, FROM)
        signer = self.one(cable, SIGNED)
        people = tuple(self.person(iri, iri == signer) for iri in self.kinds[PERSON])
        return Roll(key, issued[:10] if issued else None, unquote(tail(post)) if post else None, people)

    def person(self, iri: str, signs: bool) -> Named:
        """One person of the cable."""
        country = self.one(iri, COUNTRY)
        sure = self.one(iri, SURE)
        link = sure or self.one(iri, LIKELY)
        return Named(
            tail(iri),
            self.one(iri, NAME) or "",
            self.one(country, LABEL) if country else None,
            self.all(iri, TITLE),
            self.all(iri, OTHER),
            self.place(self.mentions.get(iri)),
            signs,
            link.removeprefix(WIKIDATA) if link else None,
            sure is not None,
            self.side(iri) if country is None else None,
        )

    def side(self, iri: str) -> str | None:
        """The country for which a person takes part in meetings, where it is one."""
        found = [self.one(part, STANDS_FOR) for part in self.parts.get(iri, ())]
        countries = {one for one in found if one is not None and one.rpartition("/")[0].endswith("/place")}
        return self.one(countries.pop(), LABEL) if len(countries) == 1 else None

    def place(self, mention: str | None) -> str:
        """Where a mention stands: paragraph and offsets, `12:345-352`."""
        if mention is None:
            return ""
        paragraph = tail(self.one(mention, CONTEXT) or "").partition("-")[2]
        return f"{paragraph}:{self.one(mention, BEGIN)}-{self.one(mention, END)}"


def roll_of(quads: Sequence[Quad], key: str) -> Roll:
    """The people of the cable whose quads these are, its links among them.

    Of the mentions, which are half of the quads, only where each first one stands counts.
    """
    said = Said()
    take(said, [quad for quad in quads if quad[1] in OF_THINGS or (quad[1] == TYPE and quad[2] in said.kinds)])
    first = set(said.mentions.values())
    take(said, [quad for quad in quads if quad[1] in OF_PLACES and quad[0] in first])
    return said.roll(key)


def take(said: Said, quads: Iterable[Quad]) -> None:
    """Keep what counts of some quads."""
    for subject, predicate, value, _graph in quads:
        said.take(subject, predicate, value if isinstance(value, str) else value.lexical)


def tail(iri: str) -> str:
    """What stands behind the last slash."""
    return iri.rpartition("/")[2]
