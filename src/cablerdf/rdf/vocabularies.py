"""The ontology, and the controlled vocabularies (SKOS) made from the tables."""

from __future__ import annotations

from collections.abc import Iterator

from cablerdf.rdf.iris import concept
from cablerdf.rdf.quads import Literal, Quad
from cablerdf.rdf.terms import DCTERMS, DEFAULT_BASE, RDF_TYPE, SKOS, VOCAB
from cablerdf.vocab.tables import Row, asset, mapping, rows

LICENSE = "https://creativecommons.org/publicdomain/zero/1.0/"
# The kinds of TAGS codes are concepts too: each code is narrower than its kind.
TAG_KINDS = {
    "country": ("Country TAGS", "Codes of countries and territories."),
    "organization": ("Organization TAGS", "Codes of organisations and agreements."),
    "program": ("Program TAGS", "Codes of programmes, which begin with K."),
    "region": ("Regional TAGS", "Codes of regions."),
    "subject": ("Subject TAGS", "Codes of subjects; the first letter is the field, such as P for political affairs."),
}


def scheme_iri(scheme: str) -> str:
    """The IRI of a concept scheme."""
    return f"{VOCAB}{scheme}"


def concept_rows() -> Iterator[tuple[str, str, Row]]:
    """Scheme, notation and row of every concept of the tables, in the order of the schemes."""
    for scheme in rows("schemes"):
        name = scheme["scheme"]
        if name == "tag":
            for row in rows("tags"):
                yield name, row["code"], row
        for row in rows("concepts"):
            if row["scheme"] == name:
                yield name, row["notation"], row


def vocabulary_quads(base: str = DEFAULT_BASE) -> list[Quad]:
    """Every concept scheme and concept, in one named graph."""
    graph = f"{base}graph/vocabulary"
    found: list[Quad] = []

    def add(subject: str, *pairs: tuple[str, str | Literal]) -> None:
        found.extend((subject, predicate, value, graph) for predicate, value in pairs)

    for row in rows("schemes"):
        add(
            scheme_iri(row["scheme"]),
            (RDF_TYPE, SKOS + "ConceptScheme"),
            (SKOS + "prefLabel", Literal(row["label"], lang="en")),
            (SKOS + "definition", Literal(row["definition"], lang="en")),
            (SKOS + "note", Literal("Evidence: " + row["evidence"], lang="en")),
            (DCTERMS + "license", LICENSE),
        )
    for kind, (label, definition) in TAG_KINDS.items():
        add(
            concept("tag", f"{kind}-tags"),
            (RDF_TYPE, SKOS + "Concept"),
            (SKOS + "prefLabel", Literal(label, lang="en")),
            (SKOS + "definition", Literal(definition, lang="en")),
            (SKOS + "inScheme", scheme_iri("tag")),
            (SKOS + "topConceptOf", scheme_iri("tag")),
        )
    for scheme, notation, row in concept_rows():
        pairs = _concept(scheme, notation, row)
        if scheme == "tag":
            pairs.append((SKOS + "broader", concept("tag", f"{row['kind']}-tags")))
        elif scheme == "portion-marking":
            pairs += _marking(notation)
        if not any(predicate == SKOS + "broader" for predicate, _value in pairs):
            pairs.append((SKOS + "topConceptOf", scheme_iri(scheme)))
        add(concept(scheme, notation), *pairs)
    return found


def _marking(notation: str) -> list[tuple[str, str | Literal]]:
    """What a portion marking is narrower than, and the level that it stands for."""
    level, slash, _rest = notation.partition("/")
    if slash:
        return [(SKOS + "broader", concept("portion-marking", level))]
    found = mapping("markings", "marking", "level").get(notation)
    return [] if found is None else [(SKOS + "relatedMatch", concept("classification", found))]


def _concept(scheme: str, notation: str, row: Row) -> list[tuple[str, str | Literal]]:
    return [
        (RDF_TYPE, SKOS + "Concept"),
        (SKOS + "notation", Literal(notation)),
        (SKOS + "prefLabel", Literal(row["label"], lang="en")),
        (SKOS + "definition", Literal(row["definition"], lang="en")),
        (SKOS + "inScheme", scheme_iri(scheme)),
        (SKOS + "note", Literal("Evidence: " + row["evidence"], lang="en")),
    ]


def shipped_quads(base: str = DEFAULT_BASE) -> list[Quad]:
    """The ontology and the vocabularies, each in a named graph of its own."""
    return [*ontology_quads(base), *vocabulary_quads(base)]


def ontology_quads(base: str = DEFAULT_BASE) -> list[Quad]:
    """The ontology, in a named graph of its own."""
    import rdflib

    graph = f"{base}graph/ontology"
    found: list[Quad] = []
    for s, p, o in rdflib.Graph().parse(asset("ontology/cablerdf.ttl"), format="turtle"):
        datatype = str(o.datatype) if isinstance(o, rdflib.Literal) and o.datatype is not None else None
        value = Literal(str(o), datatype, o.language) if isinstance(o, rdflib.Literal) else str(o)
        found.append((str(s), str(p), value, graph))
    return sorted(found, key=repr)
