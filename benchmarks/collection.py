"""An invented collection of any size as N-Quads, in the terms that `convert` writes.

    python benchmarks/collection.py 5000 > collection.nq

The same number gives the same bytes. People, posts and topics are drawn with a long tail,
as in real collections, so that a few pages are heavy and most are light.
"""

from __future__ import annotations

import random
import sys
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

BASE = "https://w3id.org/cablerdf/id/"
CAB = "https://w3id.org/cablerdf/ontology#"
VOCAB = "https://w3id.org/cablerdf/vocab/"
DCT = "http://purl.org/dc/terms/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
FOAF = "http://xmlns.com/foaf/0.1/"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
ITSRDF = "http://www.w3.org/2005/11/its/rdf#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

GIVEN = (
    "Anna",
    "Boris",
    "Chen",
    "Dalia",
    "Emeka",
    "Farid",
    "Grace",
    "Hugo",
    "Ines",
    "Jonas",
    "Kofi",
    "Lena",
    "Marek",
    "Nadia",
    "Otto",
    "Priya",
    "Rosa",
    "Samir",
    "Tuomo",
    "Vera",
)
FAMILY = (
    "Adler",
    "Brandt",
    "Castro",
    "Duarte",
    "Ekström",
    "Fofana",
    "Gruber",
    "Haddad",
    "Ivanova",
    "Jensen",
    "Keita",
    "Larsen",
    "Moreau",
    "Nakano",
    "Okafor",
    "Petrov",
    "Quist",
    "Rahman",
    "Silva",
    "Tanaka",
)
COUNTRIES = ("Japan", "France", "Brazil", "Kenya", "Norway", "Portugal", "Indonesia", "Turkey", "Canada", "Egypt")
POSTS = ("TOKYO", "PARIS", "BRASILIA", "NAIROBI", "OSLO", "LISBON", "JAKARTA", "ANKARA", "OTTAWA", "CAIRO")
TITLES = ("Foreign Minister", "Deputy Minister of Trade", "Ambassador", "Political Counselor", "Director for Asia")
TAGS = ("PREL", "PGOV", "ECON", "ETRD", "PHUM", "MARR", "SNAR", "PTER", "EAID", "KPKO")
BODIES = ("Ministry of Foreign Affairs", "European Union", "African Union", "World Trade Organization")
SENTENCES = (
    "{a} told {b} that the government of {c} would sign the agreement before the end of the year.",
    "In a meeting at the {o}, {a} asked whether {c} could support the resolution.",
    "{b} replied that talks with {c} had gone further than the press had reported.",
    "The {o} has not yet published its position on the matter.",
    "{a} said that \"nothing has been decided\" and that the next round would be held in the spring.",
)  # fmt: skip


def iri(path: str) -> str:
    return f"<{BASE}{path}>"


def text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def typed(value: object, kind: str) -> str:
    return f'"{value}"^^<{XSD}{kind}>'


class Somebody(NamedTuple):
    """A person of a cable, and of the collection."""

    path: str
    one: str
    name: str
    country: str


class Writer:
    """Collects the statements of one graph."""

    def __init__(self, graph: str) -> None:
        self.graph = iri(f"graph/{graph}")
        self.lines: list[str] = []

    def add(self, subject: str, predicate: str, value: str) -> None:
        self.lines.append(f"{subject} <{predicate}> {value} {self.graph} .\n")


class Graphs(NamedTuple):
    """The two graphs of a cable."""

    cable: Writer
    mentions: Writer


def paragraph(graphs: Graphs, cable: str, number: int, people: list[Somebody], rng: random.Random) -> None:
    """Writes one paragraph, and its mentions into their graph."""
    w, mentions = graphs
    where = iri(f"paragraph/{cable}-{number}")
    country, body = rng.choice(COUNTRIES), rng.choice(BODIES)
    a, b = rng.sample(people, 2)
    parts = [s.format(a=a.name, b=b.name, c=country, o=body) for s in rng.choices(SENTENCES, k=rng.randint(2, 5))]
    content = " ".join(parts)
    w.add(iri(f"cable/{cable}"), DCT + "hasPart", where)
    w.add(where, TYPE, f"<{CAB}Paragraph>")
    w.add(where, DCT + "isPartOf", iri(f"cable/{cable}"))
    w.add(where, CAB + "paragraphNumber", typed(number, "integer"))
    w.add(where, CAB + "position", typed(number, "integer"))
    w.add(where, CAB + "portionMarking", f"<{VOCAB}portion-marking/C>")
    w.add(where, CAB + "kind", f"<{VOCAB}paragraph-kind/{'summary' if number == 1 else 'body'}>")
    w.add(where, NIF + "isString", text("\n".join(textwrap.wrap(content, 66))))
    o_path, c_path = f"organization/{body.lower().replace(' ', '-')}", f"place/{country.lower()}"
    entity(w, o_path, "Organization", body)
    entity(w, c_path, "Place", country)
    for path, name in ((a.path, a.name), (b.path, b.name), (c_path, country), (o_path, body)):
        at = content.find(name)
        if at < 0:
            continue
        m = iri(f"mention/{cable}-{number}-{len(mentions.lines)}")
        mentions.add(m, TYPE, f"<{CAB}Mention>")
        mentions.add(m, NIF + "referenceContext", where)
        mentions.add(m, NIF + "beginIndex", typed(at, "nonNegativeInteger"))
        mentions.add(m, NIF + "endIndex", typed(at + len(name), "nonNegativeInteger"))
        mentions.add(m, NIF + "anchorOf", text(name))
        mentions.add(m, ITSRDF + "taIdentRef", iri(path))
        w.add(iri(f"cable/{cable}"), SCHEMA + "mentions", iri(path))


def entity(w: Writer, path: str, kind: str, name: str) -> None:
    w.add(iri(path), TYPE, f"<{CAB}{kind}>")
    w.add(iri(path), (FOAF + "name") if kind == "Person" else (SKOS + "prefLabel"), text(name))


def cable_graph(number: int, rng: random.Random, earlier: list[str]) -> tuple[list[str], list[Somebody]]:
    """The N-Quads lines of one invented cable, and its people."""
    post = min(int(rng.expovariate(0.4)), len(POSTS) - 1)
    year, month, day = 2003 + number % 7, rng.randint(1, 12), rng.randint(1, 28)
    cable = f"{year % 100:02d}{POSTS[post]}{number + 10}"
    w, me = Writer(cable), iri(f"cable/{cable}")
    country = COUNTRIES[post]
    people = [person(w, cable, rng, country if n % 2 else "US") for n in range(rng.randint(3, 8))]
    w.add(me, TYPE, f"<{CAB}Cable>")
    w.add(me, DCT + "identifier", text(cable))
    w.add(me, DCT + "title", text(f"{country.upper()}: {rng.choice(TITLES).upper()} ON {rng.choice(BODIES).upper()}"))
    w.add(me, DCT + "issued", typed(f"{year}-{month:02d}-{day:02d}T09:30:00Z", "dateTime"))
    w.add(me, DCT + "creator", iri(f"post/{POSTS[post]}"))
    entity(w, f"post/{POSTS[post]}", "Post", f"Embassy {POSTS[post].title()}")
    w.add(me, CAB + "messageNumber", text(f"{POSTS[post]} {number:06d}"))
    w.add(
        me, CAB + "classification", f"<{VOCAB}classification/{rng.choice(['CONFIDENTIAL', 'SECRET', 'UNCLASSIFIED'])}>"
    )
    for tag in rng.sample(TAGS, 3):
        w.add(me, DCT + "subject", f"<{VOCAB}tag/{tag}>")
    for other in rng.sample(earlier, min(len(earlier), rng.randint(0, 3))):
        w.add(me, DCT + "references", iri(f"cable/{other}"))
    graphs = Graphs(w, Writer(f"{cable}/mentions"))
    for n in range(1, rng.randint(6, 18)):
        paragraph(graphs, cable, n, people, rng)
    meeting(w, cable, people, f"{year}-{month:02d}-{max(1, day - 1):02d}", country)
    earlier.append(cable)
    return w.lines + graphs.mentions.lines, people


def person(w: Writer, cable: str, rng: random.Random, country: str) -> Somebody:
    name = f"{rng.choice(GIVEN)} {FAMILY[min(int(rng.expovariate(0.2)), len(FAMILY) - 1)]}"
    slug = f"{name.lower().replace(' ', '-')}-{country.lower()}"
    found = Somebody(f"person/{cable}-{slug}", f"person/{slug}", name, country.lower())
    described(w, found.path, found)
    entity(w, f"place/{country.lower()}", "Place", country)
    return found


def described(w: Writer, path: str, who: Somebody) -> None:
    entity(w, path, "Person", who.name)
    w.add(iri(path), CAB + "country", iri(f"place/{who.country}"))


def people_graph(people: list[Somebody]) -> list[str]:
    """The N-Quads lines of the people of the collection."""
    w = Writer("people")
    for who in {who.one: who for who in people}.values():
        described(w, who.one, who)
    for who in {who.path: who for who in people}.values():
        w.add(iri(who.path), CAB + "person", iri(who.one))
    return w.lines


def meeting(w: Writer, cable: str, people: list[Somebody], date: str, country: str) -> None:
    """Everybody meets on the day before the cable."""
    m = iri(f"meeting/{cable}-1")
    w.add(iri(f"cable/{cable}"), CAB + "reports", m)
    w.add(m, TYPE, f"<{CAB}Meeting>")
    w.add(m, SCHEMA + "startDate", typed(date, "date"))
    w.add(m, SCHEMA + "location", iri(f"place/{country.lower()}"))
    w.add(m, PROV + "wasDerivedFrom", iri(f"paragraph/{cable}-2"))
    for n, who in enumerate(people, 1):
        p = iri(f"participation/{cable}-1-{n}")
        w.add(m, CAB + "participation", p)
        w.add(p, TYPE, f"<{CAB}Participation>")
        w.add(p, CAB + "participant", iri(who.path))
        w.add(iri(who.path), SCHEMA + "jobTitle", text(TITLES[hash_of(who.one) % len(TITLES)]))
        w.add(p, CAB + "roleTitle", text(TITLES[hash_of(who.one) % len(TITLES)]))
        w.add(p, CAB + "delegation", iri(f"place/{who.country}"))
    for n, (who, _next) in enumerate(pairwise(people[:3]), 1):
        s = iri(f"statement/{cable}-{n}")
        w.add(s, TYPE, f"<{CAB}Statement>")
        w.add(s, CAB + "speaker", iri(who.path))
        w.add(s, CAB + "verb", text("said"))
        w.add(s, CAB + "speakerName", text(who.name))
        w.add(s, NIF + "anchorOf", text("He said the next round would be held in the spring."))
        w.add(s, CAB + "said", text("the next round would be held in the spring"))
        w.add(s, PROV + "wasDerivedFrom", iri(f"paragraph/{cable}-{n + 1}"))


def hash_of(name: str) -> int:
    return sum(map(ord, name))


def lines(count: int) -> Iterator[str]:
    """N-Quads of `count` cables."""
    rng, earlier = random.Random(2006), []
    everybody: list[Somebody] = []
    for number in range(count):
        graph, people = cable_graph(number, rng, earlier)
        everybody += people
        yield from graph
    yield from people_graph(everybody)


if __name__ == "__main__":
    sys.stdout.writelines(lines(int(sys.argv[1])))
