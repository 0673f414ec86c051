"""What a curator says of facts: quads enter, the withdrawn leave, the told come, each with who says so and why.

A judgement stands in the graph of its fact as an `rdf:Statement` with `cab:verdict`, so that what was withdrawn
can still be read there, and is asserted nowhere. Applied twice, corrections change nothing more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cablerdf.days import date
from cablerdf.errors import InputError
from cablerdf.rdf.context import coercions
from cablerdf.rdf.iris import digest, slug
from cablerdf.rdf.quads import XSD_DATE, XSD_DATETIME, XSD_GYEAR, Literal, Object, Quad, decimal, plain
from cablerdf.rdf.terms import CAB, DCTERMS, FOAF, ITSRDF, NIF, PROV, RDF, RDF_TYPE, RDFS, SCHEMA, SSSOM, XSD, prefixes
from cablerdf.vocab.curated import ABOUT_FACTS, Judgement, whole

CERTAINTY = CAB + "certainty"
# Predicates whose subject is nothing without its object, and those whose object is nothing without its subject.
RESTS_ON = frozenset(
    {CAB + "participant", CAB + "speaker", ITSRDF + "taIdentRef", NIF + "referenceContext", SSSOM + "subject_id"}
)
PART = frozenset(
    {CAB + "participation", CAB + "title", CAB + "reference", CAB + "addressee", CAB + "person", DCTERMS + "hasPart"}
)
# Predicates whose values are dates, as exact as is known.
DATED = frozenset({SCHEMA + "startDate", DCTERMS + "issued", CAB + "declassifyOn"})
DATES = (
    (re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?"), XSD_DATETIME),
    (re.compile(r"\d{4}-\d\d-\d\d"), XSD_DATE),
    (re.compile(r"\d{4}-\d\d"), XSD + "gYearMonth"),
    (re.compile(r"\d{4}"), XSD_GYEAR),
)


class Correction(NamedTuple):
    """A judgement, the value that it gives, and the IRI under which it is kept."""

    judgement: Judgement
    value: Object | None
    record: str


class Corrected(NamedTuple):
    """Quads as the curator wants them; the judgements that were `done`, and those that met nothing."""

    quads: list[Quad]
    done: list[Judgement]
    idle: list[Judgement]


@dataclass(frozen=True)
class Corrections:
    """What is told of facts, by the thing that each is about."""

    base: str
    by_fact: Mapping[str, tuple[Correction, ...]]

    @property
    def digest(self) -> str:
        """A digest of all that is told."""
        return digest(repr(self.by_fact))

    @cached_property
    def of_cables(self) -> Mapping[str, frozenset[str]]:
        """The things that are told of, by the key of the cable whose parts they are."""
        found: dict[str, set[str]] = defaultdict(set)
        for fact in self.by_fact:
            found[fact.rpartition("/")[2].partition("-")[0]].add(fact)
        return {key: frozenset(facts) for key, facts in found.items()}

    @cached_property
    def records(self) -> Mapping[str, str]:
        """The thing that each judgement is about, by the first IRI under which it is kept."""
        return {f"{one.record}-0": fact for fact, rows in self.by_fact.items() for one in rows}

    def apply(self, quads: list[Quad], key: str = "") -> Corrected:
        """The quads of the cable of that key, or of the people of a collection, corrected."""
        there = {quad[0] for quad in quads}
        kept = self.records.keys() & there
        facts = (self.by_fact.keys() & there) | self.of_cables.get(key, frozenset())
        facts |= {self.records[one] for one in kept}
        work = Work(self.base, quads)
        for one in (one for fact in sorted(facts) for one in self.by_fact[fact]):
            if f"{one.record}-0" in kept:
                work.done.append(one.judgement)
            elif one.judgement.fact in there:
                work.judge(one)
            else:
                work.idle.append(one.judgement)
        return Corrected(work.quads, work.done, work.idle)


def corrections_of(judgements: Iterable[Judgement], base: str, source: str) -> Corrections | None:
    """What the rows about facts of a curator's CSV tell; None where there is none.

    Raises:
        InputError: a value is not of the kind that its property has.
    """
    kinds, names = coercions(), prefixes(base)
    by_fact: dict[str, list[Correction]] = defaultdict(list)
    for one in judgements:
        if one.verdict not in ABOUT_FACTS:
            continue
        try:
            value = value_of(one, kinds, names)
        except ValueError as error:
            raise InputError(f"{one.fact}: {error}", source=source) from error
        by_fact[one.fact].append(Correction(one, value, f"{base}judgement/{digest(repr((*one, value)))[:16]}"))
    return Corrections(base, {fact: tuple(rows) for fact, rows in sorted(by_fact.items())}) if by_fact else None


def value_of(one: Judgement, kinds: Mapping[str, str], names: Mapping[str, str]) -> Object | None:
    """The value that a judgement gives, as its property has it; a ValueError where it is none."""
    if one.property is None and one.verdict == "wrong" and one.fact.startswith(names["cable"]):
        raise ValueError("a whole cable is withdrawn by taking its document out of the collection")
    if not one.value:
        return None
    if one.property is None:
        raise ValueError("a value needs the property that has it, as meeting:05TOKYO1349-1 schema:startDate")
    kind = kinds.get(one.property)
    if kind == "@id":
        return whole(one.value, names)
    if one.property in DATED:
        found = next((datatype for form, datatype in DATES if form.fullmatch(one.value)), None)
        if found is None:
            raise ValueError(f"{one.value!r} is no date, as 2009-06-15 or 2009")
        return Literal(one.value, found)
    return plain(one.value) if kind is None else Literal(one.value, kind)


class Work:
    """The quads of one graph while they are corrected."""

    def __init__(self, base: str, quads: list[Quad]) -> None:
        self.base, self.quads = base, list(quads)
        self.done: list[Judgement] = []
        self.idle: list[Judgement] = []

    def judge(self, correction: Correction) -> None:
        """Withdraw, add or confirm what a judgement is about, and keep it as provenance."""
        one, value = correction.judgement, correction.value
        of_it = [quad for quad in self.quads if quad[0] == one.fact]
        facts = [quad for quad in of_it if quad[1] == (one.property or RDF_TYPE)]
        if one.property is None:
            if of_it and one.verdict == "wrong":
                self.quads = without(self.quads, one.fact)
                self.done += [] if facts else [one]  # where the thing is told of, but not what it is
            elif facts:
                self.quads = confirmed(self.quads, one.fact)
            facts = facts[:1]
        new = (one.fact, one.property or RDF_TYPE, value, of_it[-1][3]) if value is not None and of_it else None
        wrong, right = verdicts(one.verdict, facts, new)
        if not wrong and not right:
            self.idle += [] if one in self.done else [one]
            return
        if one.property is not None:
            self.replace(wrong, [quad for quad in right if quad not in facts])
        self.done.append(one)
        for number, (verdict, fact) in enumerate([*(("wrong", f) for f in wrong), *(("right", f) for f in right)]):
            self.keep(f"{correction.record}-{number}", verdict, fact, one)

    def replace(self, old: list[Quad], new: list[Quad]) -> None:
        """Quads of one thing in the place of others of it, with what rests on them alone."""
        if not old and not new:
            return
        subject = (old or new)[0][0]
        if len(old) == len(new) == 1:
            self.relabel(subject, words(old[0]), words(new[0]))
        last = max(at for at, quad in enumerate(self.quads) if quad[0] == subject)
        self.quads = [*self.quads[: last + 1], *new, *self.quads[last + 1 :]]
        lost = {quad[2] for quad in old if quad[1] in PART and isinstance(quad[2], str)}
        self.quads = [quad for quad in self.quads if quad not in old]
        for thing in lost - {quad[2] for quad in self.quads if quad[1] in PART}:
            self.quads = without(self.quads, thing)

    def relabel(self, thing: str, old: str, new: str) -> None:
        """The thing's label with the new word in the place of the old."""
        for at, (subject, predicate, value, graph) in enumerate(self.quads):
            if subject == thing and predicate == RDFS + "label" and isinstance(value, Literal) and old and new:
                self.quads[at] = (subject, predicate, value._replace(lexical=value.lexical.replace(old, new)), graph)

    def keep(self, record: str, verdict: str, fact: Quad, one: Judgement) -> None:
        """The judgement about one fact, behind all else."""
        subject, predicate, value, graph = fact
        said: list[tuple[str, str, Object]] = [
            (record, RDF_TYPE, RDF + "Statement"),
            (record, RDF + "subject", subject),
            (record, RDF + "predicate", predicate),
            (record, RDF + "object", value),
            (record, CAB + "verdict", plain(verdict)),
        ]
        if one.why:
            said.append((record, RDFS + "comment", plain(one.why)))
        if one.curator:
            curator = f"{self.base}curator/{slug(one.curator)}"
            said.append((record, PROV + "wasAttributedTo", curator))
            said += [(curator, RDF_TYPE, PROV + "Agent"), (curator, FOAF + "name", plain(one.curator))]
        known = set(self.quads)
        self.quads += [quad for triple in said if (quad := (*triple, graph)) not in known]


def words(quad: Quad) -> str:
    """The words of a literal as a label has them, a day as it is written there; none of a thing."""
    value = quad[2]
    if not isinstance(value, Literal):
        return ""
    return date(value.lexical) if quad[1] in DATED else value.lexical


def verdicts(verdict: str, facts: list[Quad], new: Quad | None) -> tuple[list[Quad], list[Quad]]:
    """Of these facts and the one that is told: those that are wrong, and those that are right."""
    if verdict == "wrong":
        return [fact for fact in facts if new is None or fact[2] == new[2]], []
    if verdict == "right":
        return [], facts if new is None else [next((fact for fact in facts if fact[2] == new[2]), new)]
    return [fact for fact in facts if new is not None and fact[2] != new[2]], [new] if new is not None else []


def confirmed(quads: list[Quad], thing: str) -> list[Quad]:
    """The quads, in which that thing is certain."""
    return [(*quad[:2], decimal(1.0), quad[3]) if quad[0] == thing and quad[1] == CERTAINTY else quad for quad in quads]


def without(quads: list[Quad], thing: str) -> list[Quad]:
    """The quads without a thing, without what rests on it, and without the parts that are nobody's any more."""
    gone, before = {thing}, 0
    while len(gone) > before:
        before = len(gone)
        gone |= {s for s, p, o, _ in quads if p in RESTS_ON and o in gone}
        parts = {o for s, p, o, _ in quads if p in PART and s in gone and isinstance(o, str)}
        gone |= parts - {o for s, p, o, _ in quads if p in PART and s not in gone}
    return [quad for quad in quads if quad[0] not in gone and quad[2] not in gone]
